"""The schemas that a configuration names, and the folders where more of them may be."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

from articlelint.files import path_in_text
from articlelint.model import DataPath
from articlelint.root import Root, real_path_within_root
from articlelint.schema.loading import store
from articlelint.schema.loading.store import SchemaError
from articlelint.schema.validator import Validator
from articlelint.settings.config_text import ConfigText
from articlelint.text.words import show

SCHEMA_FOLDERS = "schema-folders"


def schema_folders(text: ConfigText, folder: str) -> Iterator[str]:
    """The real paths of those folders, which are relative to one; wrong names are refused."""
    for index, name in enumerate(text.data.get(SCHEMA_FOLDERS, ())):
        place = SCHEMA_FOLDERS, index
        try:
            found = real_path_within_root(os.path.join(folder, path_in_text(name)))
        except OSError as error:
            text.refuse(place, f"{show(name)}: {error.strerror}")
            continue
        if os.path.isdir(found):
            yield found
        else:
            text.refuse(place, f"there is no folder {show(name)}")


def named_schemas(text: ConfigText, root: Root) -> Iterator[tuple[DataPath, Validator]]:
    """The validator of each schema, with the place of its name; wrong ones are refused at once."""
    for place, name in _names(text.data):
        if validator := _validator(text, place, name, root):
            yield place, validator


def _validator(text: ConfigText, place: DataPath, name: str, root: Root) -> Validator | None:
    try:
        return Validator(store.find(name, os.path.dirname(text.path), root))
    except SchemaError as error:
        text.refuse(place, str(error))
        return None


def _names(data: Mapping[str, Any]) -> Iterator[tuple[DataPath, str]]:
    if "schema" in data:
        yield ("schema",), data["schema"]
    for index, override in enumerate(data.get("overrides", ())):
        if "schema" in override:
            yield ("overrides", index, "schema"), override["schema"]
