"""All commands, as click reads them."""

from __future__ import annotations

import click

from articlelint import __version__
from articlelint.cli.cache import cache
from articlelint.cli.check_command import check_command
from articlelint.cli.group import Group
from articlelint.cli.infer import infer_schema
from articlelint.cli.init import init
from articlelint.cli.schema import schema
from articlelint.cli.server import server
from articlelint.cli.shows import explain_rule, list_rules

commands: click.Group = Group(
    help="""Check the front matter of articles: the YAML, TOML or JSON at the top of Markdown files.

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
click.version_option(__version__, prog_name="articlelint")(commands)
for _command in (
    cache,
    check_command,
    explain_rule,
    infer_schema,
    init,
    list_rules,
    schema,
    server,
):
    commands.add_command(_command)
