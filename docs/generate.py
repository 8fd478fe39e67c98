"""Generate the pages on rules and presets, and the schema of configuration files.

With ``--check``, write nothing: name the files that are stale, and exit with 1 if there are any.
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from articlelint import catalogue
from articlelint.catalogue.presets_page import presets_page
from articlelint.settings.config_schema import file_schema

ROOT = Path(__file__).parent.parent

_PAGES = "docs/rules"
_MARK = "<!-- Written by docs/generate.py from the rules and the schema glossary. -->\n\n"


def main(arguments: Sequence[str], root: Path = ROOT) -> int:
    """Write or check the files below a folder, and return the exit status."""
    parser = ArgumentParser("docs/generate.py", description="Generate files from the rules.")
    parser.add_argument("--check", action="store_true", help="write nothing, name what is stale")
    check = parser.parse_args(arguments).check
    stale = _stale(root)
    for name, content in stale.items():
        path = root / name
        if check:
            print(f"{name} {'is stale' if content else 'belongs to no rule'}")
        elif content is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    if check and stale:
        print("run: python docs/generate.py")
    return 1 if check and stale else 0


def _stale(root: Path) -> dict[str, bytes | None]:
    """The files that are out of date, each with its right content; None if it should go."""
    wanted = {name: content.encode() for name, content in _wanted().items()}
    pages = {f"{_PAGES}/{file.name}" for file in (root / _PAGES).glob("*.md")}
    there = {name: _content(root / name) for name in wanted.keys() | pages}
    return {name: wanted.get(name) for name in sorted(there) if wanted.get(name) != there.get(name)}


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _wanted() -> dict[str, str]:
    pages = {f"{_PAGES}/{name}": _MARK + page for name, page in catalogue.documentation().items()}
    schema = json.dumps(file_schema(), indent=2, ensure_ascii=False) + "\n"
    presets = {"docs/presets.md": presets_page()}
    return {**pages, **presets, "schemas/config.schema.json": schema}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
