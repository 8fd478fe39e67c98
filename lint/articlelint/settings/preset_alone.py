"""A preset that is used where there is no configuration file."""

from __future__ import annotations

import os

from articlelint.reading.source import SourceFile
from articlelint.root import CONFIG_NAME
from articlelint.settings.config_file import ConfigFile


class PresetAlone(ConfigFile):
    """A preset for all that is in a folder, as an empty configuration file there would have it.

    That is the current folder, whose site it is for; for what is elsewhere, it is the repository.
    """

    is_file = False

    def __init__(self, preset: str, folder: str) -> None:
        nothing = SourceFile.from_text("")
        super().__init__(os.path.join(folder, CONFIG_NAME), preset=preset, source=nothing)
