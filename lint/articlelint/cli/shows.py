"""The commands that only print: ``rules`` and ``explain``."""

from __future__ import annotations

import click

from articlelint.cli.errors import WrongUse
from articlelint.cli.options import Choice
from articlelint.cli.output import print_text
from articlelint.settings import records

# Not docstrings, which `python -OO` drops.
_RULES = "List all rules and ids of the schema: how severe each is, and whether it is fixable."
_EXPLAIN = """Explain a rule, with examples.

ID is the id at the end of a diagnostic, such as non-iso-date or schema/enum; enum alone means the
latter, and schema explains all ids that begin with schema/.
"""


@click.command("rules", help=_RULES, short_help="List all rules.")
@click.option(
    "--format",
    "format_",
    type=Choice(["json", "text"]),
    default="text",
    show_default=True,
    help="Output format; json includes options and documentation.",
)
def list_rules(format_: str) -> None:
    """Print all rules, as a table or as JSON."""
    if format_ == "json":
        from articlelint.catalogue import listing  # noqa: PLC0415 - not for a check

        print_text([listing.as_json()])
        return
    from articlelint.cli.rule_table import rule_table  # noqa: PLC0415 - likewise

    for line in rule_table():
        print_text([line], "auto")  # line by line, for a reader such as `head`


def _complete_id(_context: click.Context, _id: click.Parameter, incomplete: str) -> list[str]:
    return [each for each in records.names() if each.startswith(incomplete)]


@click.command("explain", help=_EXPLAIN)
@click.argument("rule_id", metavar="ID", shell_complete=_complete_id)
def explain_rule(rule_id: str) -> None:
    """Print the page of an id."""
    from articlelint import catalogue  # noqa: PLC0415 - not for a check

    found = records.whole_id(rule_id)
    if found is None:
        raise WrongUse(records.unknown(rule_id, records.meant(rule_id)))
    print_text([catalogue.page(found)])
