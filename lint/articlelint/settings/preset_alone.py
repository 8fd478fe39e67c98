"""A preset that is used where there is no configuration file."""

from __future__ import annotations

import os

from articlelint.reading.source import SourceFile
from articlelint.root import CONFIG_NAME
from articlelint.settings import presets
from articlelint.settings.config_file import ConfigFile


class PresetAlone(ConfigFile):
    """A preset for all that is in a folder, as an empty configuration file there would have it.

    From wherever articlelint is run, that is the top-most folder that is known to be a site of the
    generator; else the repository, or for what is in none, the current folder.
    """

    is_file = False

    def __init__(self, preset: str, folder: str) -> None:
        nothing = SourceFile.from_text("")
        #: Whether the folder is known to be the top of a site.
        self.is_site = presets.site_files(presets.load(preset), folder) is not None
        super().__init__(os.path.join(folder, CONFIG_NAME), preset=preset, source=nothing)
