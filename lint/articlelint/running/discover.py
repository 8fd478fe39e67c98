"""Paths that a user names to the files that are to be checked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from articlelint.file_names import shown_path
from articlelint.running.distinct import Distinct
from articlelint.running.found import Discovery, Found
from articlelint.running.search_names import ENDINGS
from articlelint.settings.config_tree import ConfigTree

if TYPE_CHECKING:
    from articlelint.running.search import Search
    from articlelint.running.tracked import Tracked


def discover(
    paths: Iterable[str],
    configs: ConfigTree,
    only: Iterable[str] | None = None,
    *,
    force_exclude: bool = False,
    endings: tuple[str, ...] = ENDINGS,
) -> Discovery:
    """Find the files to check. Raises ConfigError at a wrong configuration.

    A file is checked whatever its name, unless a configuration excludes it; with ``force_exclude``,
    unless a search would leave it out for its name. A folder is searched for files with these
    ``endings``, or for what its configuration includes. It leaves out files that by custom are no
    articles and open no front matter, folders of what others have written, and what .gitignore
    ignores and git does not track; but for the last, an ``include`` that names one wins. Links to
    folders are not followed below a named folder, so there can be no loop. A file with several
    paths is found once for all that have the same settings: by one that is not a link, if there is
    one. Of folders, find ``only`` some paths below them, as if nothing else were there.
    """
    found = Distinct(configs)
    notes: list[str] = []
    searched: list[str] = []
    searches: list[Search] = []
    tracked = None
    for path in map(shown_path, paths):
        is_folder = os.path.isdir(path)
        place = configs.excluding(path, is_folder=is_folder)
        if place:
            notes.append(f"{place}: this excludes {path}, which is not checked")
            continue
        if is_folder:
            searched.append(os.path.join(os.path.abspath(path), ""))
            tracked = tracked or _tracked(notes)
            from articlelint.running.search import Search  # noqa: PLC0415 - not for named files

            searches.append(Search(path, configs, notes, tracked, only, endings))
            found.add(*searches[-1].run())
        elif force_exclude and _is_left_out(path, configs):
            notes.append(f"{path}: a search leaves this out by its name, so it is not checked")
        else:
            named = [Found(path)]
            found.add([], named) if os.path.islink(path) else found.add(named, [])
    notes += _unused_globs(tuple(searched), configs)
    return Discovery(
        found.sorted(),
        notes,
        folders=[folder for each in searches for folder in each.folders],
        is_like_git=all(each.is_like_git for each in searches),
        others=[other for each in searches for other in each.others],
        near_configs=[config for each in searches for config in each.near_configs],
    )


def _tracked(notes: list[str]) -> Tracked:
    from articlelint.running.tracked import Tracked  # noqa: PLC0415 - not for named files

    return Tracked(notes)


def _is_left_out(path: str, configs: ConfigTree) -> bool:
    from articlelint.running.left_out import is_left_out_of_hooks  # noqa: PLC0415 - for hooks

    return is_left_out_of_hooks(path, configs)


def _unused_globs(searched: tuple[str, ...], configs: ConfigTree) -> Iterator[str]:
    """The patterns that match nothing, of each configuration whose whole folder was searched."""
    for config in configs.files():
        if config.is_searched(searched):
            yield from config.unused_globs()
