"""Write the pages of ``docs/rules``: all of them are made from the rules and the schema glossary.

With ``--check``, write nothing: name the pages that are stale, and exit with 1 if there is one.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from articlelint import catalogue

FOLDER = Path(__file__).parent / "rules"

_MARK = "<!-- Written by docs/generate.py from the rules and the schema glossary. -->\n\n"


def main(arguments: Sequence[str], folder: Path = FOLDER) -> int:
    """Write or check the pages in a folder, and return the exit status."""
    parser = ArgumentParser("docs/generate.py", description="Write the pages of docs/rules.")
    parser.add_argument("--check", action="store_true", help="write nothing, name what is stale")
    check = parser.parse_args(arguments).check
    stale = _stale(folder)
    for name, content in stale.items():
        if check:
            print(f"docs/rules/{name} {'is stale' if content else 'is of no rule'}")
        elif content is None:
            (folder / name).unlink()
        else:
            folder.mkdir(exist_ok=True)
            (folder / name).write_bytes(content)
    if check and stale:
        print("run: python docs/generate.py")
    return 1 if check and stale else 0


def _stale(folder: Path) -> dict[str, bytes | None]:
    """The pages that are not as they should be, each with its content; None if it should go."""
    wanted = {name: (_MARK + page).encode() for name, page in catalogue.documentation().items()}
    there = {file.name: file.read_bytes() for file in sorted(folder.glob("*.md"))}
    names = sorted(wanted.keys() | there.keys())
    return {name: wanted.get(name) for name in names if wanted.get(name) != there.get(name)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
