"""Files that are named, but that a search would leave out for their names: for hooks."""

from __future__ import annotations

import os

from articlelint.running.search_names import ENDINGS, OTHER_ENDINGS, is_left_out, is_no_article
from articlelint.settings.config_tree import ConfigTree


def is_left_out_by_name(path: str, configs: ConfigTree) -> bool:
    """Whether a search of the current folder would leave out a file for its name.

    One with an ending of other files counts as an article if it begins with front matter, so that
    whoever has a hook take such files need not list them in the configuration as well.
    """
    if _is_in_left_out_folder(path, configs):
        return True
    name = os.path.basename(path).lower()
    if _is_named(path, configs):
        return False
    is_usual = name.endswith(ENDINGS) or _includes(path, configs)
    if is_usual and not is_no_article(name):
        return False
    from articlelint.running.beginnings import (  # noqa: PLC0415 - for few files
        has_front_matter,
        may_be_article,
    )

    if is_no_article(name):
        return not may_be_article(path)
    return not (name.endswith(OTHER_ENDINGS) and has_front_matter(path))


def _is_in_left_out_folder(path: str, configs: ConfigTree) -> bool:
    """Whether one of the folders on the way from the current one is left out."""
    if os.path.isabs(path) or path.startswith(os.pardir):
        return False
    above = ""
    for name in path.split(os.sep)[:-1]:
        folder = os.path.join(above, name)
        if name != os.curdir and is_left_out(above, name) and not _is_named(folder, configs):
            return True
        above = folder
    return False


def _is_named(path: str, configs: ConfigTree) -> bool:
    config = configs.for_file(path)
    return config is not None and config.names(path)


def _includes(path: str, configs: ConfigTree) -> bool:
    config = configs.for_file(path)
    return config is not None and config.includes(path) is True
