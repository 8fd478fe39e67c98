"""Files that a search would not find for their names, but that a hook or an editor names."""

from __future__ import annotations

import os
from collections.abc import Callable

from articlelint.running.search_names import (
    ENDINGS,
    OTHER_ENDINGS,
    is_foreign_folder,
    is_no_article,
)
from articlelint.settings.config_tree import ConfigTree


def is_left_out_of_hooks(path: str, configs: ConfigTree) -> bool:
    """Whether a search of the current folder would leave out a file for its name.

    An ``include`` decides, if there is one. Without, a file with an ending of other files counts as
    an article if it begins with front matter, so that whoever has a hook take such files need not
    list them in the configuration as well.
    """
    from articlelint.running.beginnings import (  # noqa: PLC0415 - for few files
        has_front_matter,
        may_be_article,
    )

    if is_passed_over(path, configs, lambda: may_be_article(path)):
        return True
    config = configs.for_file(path)
    included = config.includes(path) if config else None
    if included is not None:
        return not included
    name = os.path.basename(path).lower()
    if name.endswith(ENDINGS) or is_no_article(name):
        return False
    return not (name.endswith(OTHER_ENDINGS) and has_front_matter(path))


def is_passed_over(
    path: str, configs: ConfigTree, opens_front_matter: Callable[[], bool], top: str = ""
) -> bool:
    """Whether a search of ``top`` passes over a file although its ending is that of an article.

    So it does because of the name of a folder on the way from there, or of its own unless it opens
    front matter, which is asked only then. ``path`` is from the top-most folder; without one, it is
    from the current folder.
    """
    if _is_in_foreign_folder(path, configs, top):
        return True
    if not is_no_article(os.path.basename(path).lower()):
        return False
    return not _names(os.path.join(top, path), configs) and not opens_front_matter()


def _is_in_foreign_folder(path: str, configs: ConfigTree, top: str) -> bool:
    """Whether one of the folders on the way from the top-most one is not entered."""
    if os.path.isabs(path) or path.startswith(os.pardir):
        return False
    above = top
    for name in path.split(os.sep)[:-1]:
        folder = os.path.join(above, name)
        if name != os.curdir and is_foreign_folder(above, name) and not _names(folder, configs):
            return True
        above = folder
    return False


def _names(path: str, configs: ConfigTree) -> bool:
    config = configs.for_file(path)
    return config is not None and config.names(path)
