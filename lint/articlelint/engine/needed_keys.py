"""What to write in a file that has no front matter, or an empty one."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from articlelint.fixing.block_lines import Place
from articlelint.model import Diagnostic
from articlelint.reading.frontmatter import WRITE_YAML
from articlelint.schema.loading.store import Schema

if TYPE_CHECKING:
    from articlelint.schema.finding.fault import Fault

Faults = Callable[[Any], "list[Fault]"]


def with_needed_keys(
    fault: Diagnostic, schema: Schema, faults: Faults, place: Place | None
) -> Diagnostic:
    """Why there is no document; if nothing is written, with the keys that the schema requires.

    ``faults`` tells what is wrong with data by that schema, ``place`` where the keys are to be if
    there are fences.
    """
    # Where something like front matter was found, the help is about that.
    is_missing = fault.rule == "missing-front-matter" and fault.help == (WRITE_YAML,)
    if not is_missing and fault.rule != "empty-front-matter":
        return fault
    return fault._replace(help=(*fault.help, *_needed(schema, faults, place)))


@lru_cache(maxsize=16)
def _needed(schema: Schema, faults: Faults, place: Place | None) -> tuple[str, ...]:
    """The same for each file without a front matter."""
    from articlelint.schema.telling.needed import needed_lines  # noqa: PLC0415 - seldom needed

    return needed_lines(schema, faults, place)
