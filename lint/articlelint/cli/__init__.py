"""The command line: parse, build, call."""

from __future__ import annotations

import click

from articlelint import __version__
from articlelint.cli.cache import cache
from articlelint.cli.check import check
from articlelint.cli.group import Group
from articlelint.cli.shows import explain_rule, list_rules, print_schema

main: click.Group = Group(
    help="""Check the front matter of articles: the YAML block at the top of Markdown files.

    \b
    articlelint                    check every article below this folder
    articlelint news/ about.md     check a folder and a file
    articlelint - < about.md       check standard input
    articlelint check --help       show the options of a check: --schema, --format, --ignore, ...
    articlelint explain ID         explain the [ID] at the end of a diagnostic
    """,
    subcommand_metavar="[COMMAND] [ARGS]...",
    default="check",
    default_if_no_args=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
click.version_option(__version__, prog_name="articlelint")(main)
for _command in (cache, check, explain_rule, list_rules, print_schema):
    main.add_command(_command)
