"""What a folder is: which site generator makes a site of it, by the files that one has."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple

#: Of each generator, groups of files and folders, all of one of which are there.
_GENERATORS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "Jekyll": (("_config.yml",), ("_config.yaml",), ("_config.toml",)),
    "Hugo": (
        *(("hugo.toml",), ("hugo.yaml",), ("hugo.json",)),
        *(("config.toml", "archetypes"), ("config.yaml", "archetypes"), ("config", "archetypes")),
    ),
    "Zola": (("config.toml", "content", "templates"),),
    "Astro": tuple((f"astro.config.{ending}",) for ending in ("mjs", "ts", "js", "cjs", "mts")),
    "Docusaurus": (("docusaurus.config.js",), ("docusaurus.config.ts",)),
    "MkDocs": (("mkdocs.yml",), ("mkdocs.yaml",)),
    "Quarto": (("_quarto.yml",), ("_quarto.yaml",)),
    "VitePress": ((".vitepress",), ("docs/.vitepress",)),
    "Eleventy": (
        *((".eleventy.js",), ("eleventy.config.js",)),
        *(("eleventy.config.mjs",), ("eleventy.config.cjs",)),
    ),
    "Obsidian": ((".obsidian",),),
}
#: Folders of templates, of what others have written, and of what a generator has made.
_NO_CONTENT = (
    *("_includes", "_layouts", "_site", "archetypes", "layouts", "node_modules", "templates"),
    *("themes", "vendor"),
)


class Site(NamedTuple):
    """The generator, if it is known, and the folders at the top that hold no content."""

    generator: str | None
    excluded: tuple[str, ...]

    def excludes(self, path: str) -> bool:
        """Whether a path from the top, with ``/``, leads into one of these."""
        return path.partition("/")[0] in self.excluded


def look_at(folder: str) -> Site:
    """What a folder is. Without a generator, all of it may be content."""

    def has(name: str) -> bool:
        return os.path.exists(os.path.join(folder, name))

    found = (
        name for name, groups in _GENERATORS.items() if any(all(map(has, each)) for each in groups)
    )
    generator = next(found, None)
    excluded = [each for each in _NO_CONTENT if os.path.isdir(os.path.join(folder, each))]
    return Site(generator, tuple(excluded) if generator else ())
