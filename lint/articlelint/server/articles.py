"""Which documents are articles: those that a search of their folder would find."""

from __future__ import annotations

import os
from collections.abc import Iterable

from articlelint.root import CONFIG_NAME, is_within
from articlelint.running.discover import discover
from articlelint.running.search_names import ENDINGS, is_no_article
from articlelint.settings.config_tree import ConfigTree

#: Languages of files that hold data, such as configurations and schemas.
_DATA = frozenset(("csv", "json", "jsonc", "toml", "yaml", "yml"))


def is_config(path: str) -> bool:
    """Whether a path is that of a configuration file."""
    return os.path.basename(path) == CONFIG_NAME


def is_data(language: str) -> bool:
    """Whether a file of a language may be a configuration, or what one names."""
    return language in _DATA


def is_article(path: str, language: str, folders: Iterable[str], configs: ConfigTree) -> bool:
    """Whether the file at an absolute path is one, by a search of the folder that is open.

    What an editor sends in a language other than Markdown, such as MDX, may be an article, too. A
    file that was never saved is one by its name. Raises ConfigError.
    """
    above = os.path.dirname(path)
    within = [each for each in folders if is_within(above, each)]
    folder = max(within, key=len, default=above)
    endings: tuple[str, ...] = ENDINGS
    if not is_data(language):
        endings = (*ENDINGS, os.path.basename(path).lower())
    if not os.path.lexists(path):
        return _may_be_article(path, endings, configs)
    name = os.path.relpath(path, folder).replace(os.sep, "/")
    found = discover([folder], configs, [name], endings=endings).files
    return any(each.error is None for each in found)


def _may_be_article(path: str, endings: tuple[str, ...], configs: ConfigTree) -> bool:
    name = os.path.basename(path).lower()
    config = configs.for_file(path)
    included = config.includes(path) if config else None
    is_included = name.endswith(endings) if included is None else included
    return is_included and not is_no_article(name) and configs.excluding(path) is None
