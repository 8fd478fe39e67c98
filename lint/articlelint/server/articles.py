"""Which documents are articles: those that a search of their folder would find."""

from __future__ import annotations

import os
from collections.abc import Iterable

from articlelint.root import CONFIG_NAME, is_within
from articlelint.running.discover import discover
from articlelint.running.left_out import is_passed_over
from articlelint.running.search_names import ENDINGS
from articlelint.settings.config_tree import ConfigTree

#: Languages of files that hold data, such as configurations and schemas.
_DATA = frozenset(("csv", "json", "jsonc", "toml", "yaml", "yml"))


def is_config(path: str) -> bool:
    """Whether a path is that of a configuration file."""
    return os.path.basename(path) == CONFIG_NAME


def is_data(language: str) -> bool:
    """Whether a file of a language may be a configuration, or what one names."""
    return language in _DATA


def is_article(
    path: str,
    language: str,
    folders: Iterable[str],
    configs: ConfigTree,
    *,
    opens_front_matter: bool,
) -> bool:
    """Whether the file at an absolute path is one, by a search of the folder that is open.

    What an editor sends in a language other than Markdown, such as MDX, may be an article, too. A
    file that was never saved is one as if it were, by what it opens in the editor. Raises
    ConfigError.
    """
    above = os.path.dirname(path)
    within = [each for each in folders if is_within(above, each)]
    folder = max(within, key=len, default=above)
    endings: tuple[str, ...] = ENDINGS
    if not is_data(language):
        endings = (*ENDINGS, os.path.basename(path).lower())
    name = os.path.relpath(path, folder)
    if not os.path.lexists(path):
        return _would_be_found(path, endings, configs) and not is_passed_over(
            name, configs, lambda: opens_front_matter, folder
        )
    found = discover([folder], configs, [name.replace(os.sep, "/")], endings=endings).files
    return any(each.error is None for each in found)


def _would_be_found(path: str, endings: tuple[str, ...], configs: ConfigTree) -> bool:
    """Whether a search takes files of this ending there."""
    config = configs.for_file(path)
    included = config.includes(path) if config else None
    is_included = path.lower().endswith(endings) if included is None else included
    return is_included and configs.excluding(path) is None
