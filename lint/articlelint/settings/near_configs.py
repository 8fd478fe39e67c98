"""Files that look like a configuration, but are not called as one is: they are not read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator

from articlelint.file_names import shown_path
from articlelint.files import read_regular
from articlelint.root import CONFIG_NAME, is_repository
from articlelint.settings.config import ConfigError
from articlelint.text.late_pattern import late_pattern

#: Other names by which somebody may call one.
NEAR_NAMES = (".articlelint.yml", "articlelint.yaml", "articlelint.yml")
#: Where tools for Python are configured, and how ours would be.
PYPROJECT = "pyproject.toml"
#: The names of all of these.
LIKE_CONFIGS = frozenset((*NEAR_NAMES, PYPROJECT))
_TABLE = late_pattern(r"^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*articlelint[ \t]*[\].]", re.MULTILINE)
_MOST_BYTES = 1024 * 1024


def near_configs(folders: Iterable[str]) -> Iterator[str]:
    """What to say of such files, by the folders to look in and all above within a repository.

    Raises ConfigError if there is a configuration beside one: nobody could tell which counts.
    """
    for folder in _with_those_above(folders):
        for path in _near_in(folder):
            if os.path.lexists(os.path.join(folder, CONFIG_NAME)):
                raise ConfigError(f"{path}: there is {CONFIG_NAME}, too: keep only that one")
            yield f"{path}: this is not used: write the configuration to {CONFIG_NAME}"


def _near_in(folder: str) -> Iterator[str]:
    for name in NEAR_NAMES:
        path = os.path.join(folder, name)
        if os.path.lexists(path):
            yield shown_path(path)
    path = os.path.join(folder, PYPROJECT)
    if os.path.lexists(path) and _has_table(path):
        yield f"{shown_path(path)}: [tool.articlelint]"


def _has_table(path: str) -> bool:
    try:
        text = read_regular(path, _MOST_BYTES).decode(errors="replace")
    except OSError:
        return False
    return _TABLE.search(text) is not None


def _with_those_above(folders: Iterable[str]) -> Iterator[str]:
    """Each folder once, as an absolute path."""
    known: set[str] = set()
    for each in map(os.path.abspath, folders):
        folder = each
        while folder not in known:
            known.add(folder)
            yield folder
            if not is_repository(folder):
                folder = os.path.dirname(folder)
