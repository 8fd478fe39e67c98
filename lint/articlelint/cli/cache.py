"""The command ``cache``: where the cache is, what is in it, and how to clear it."""

from __future__ import annotations

import os
from collections.abc import Iterator

import click

from articlelint.cli.errors import WrongUse
from articlelint.cli.options import Choice
from articlelint.cli.output import print_text, say
from articlelint.root import find_root
from articlelint.text.printable import printable_path
from articlelint.text.words import counted

#: Not a docstring, which `python -OO` drops.
_HELP = """Show or clear the cache: what earlier runs have found in files that are unchanged.

\b
path    print the folder of the cache
info    print how many files are remembered, and how much space that takes
clear   remove what is remembered
"""


@click.command("cache", help=_HELP, short_help="Show or clear the cache.")
@click.argument("what", metavar="path|info|clear", type=Choice(["path", "info", "clear"]))
@click.option("--cache-dir", metavar="DIR", help="The folder, if it is not the user's own.")
def cache(what: str, cache_dir: str | None) -> None:
    """Do what is asked for."""
    folder = _folder(cache_dir)
    if what == "path":
        print_text([f"{printable_path(folder)}\n"])
    elif what == "info":
        print_text(_info(folder))
    else:
        _clear(folder)


def _folder(cache_dir: str | None) -> str:
    from articlelint.collection.cache_file import (  # noqa: PLC0415 - not for a check
        CacheFileError,
        cache_folder,
    )

    try:
        return cache_folder(find_root(os.getcwd()).folder, cache_dir)
    except CacheFileError as error:
        raise WrongUse(str(error)) from None


def _info(folder: str) -> Iterator[str]:
    """A line for each collection, and one for all."""
    from articlelint.collection.cache_file import MOST_BYTES  # noqa: PLC0415 - not for a check
    from articlelint.collection.cache_info import infos  # noqa: PLC0415 - likewise

    found = infos(folder)
    for each in found:
        what = "unreadable" if each.files is None else counted(each.files, "file")
        place = each.root or os.path.basename(each.path)
        yield f"{printable_path(place)}: {what}, {_mebibytes(each.size)}\n"
    total = f"{counted(len(found), 'collection')}, {_mebibytes(sum(each.size for each in found))}"
    limit = f"each may take {MOST_BYTES // 1024**2} MiB"
    yield f"{printable_path(folder)}: {total}; {limit}\n"


def _clear(folder: str) -> None:
    from articlelint.collection.cache_file import cache_files, remove  # noqa: PLC0415 - as above

    files = cache_files(folder)
    try:
        for each in files:
            remove(each)
    except OSError as error:
        raise WrongUse(f"{error.filename}: cannot be removed: {error.strerror}") from None
    say(f"removed what was remembered of {counted(len(files), 'collection')}")


def _mebibytes(size: int) -> str:
    return f"{size / 1024**2:.1f} MiB"
