"""All on which the result of a check depends besides the file and the time, as a few bytes."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from enum import Enum
from functools import cache
from hashlib import blake2b
from typing import Any

from articlelint import __version__
from articlelint.engine.check import Checker

#: The packages on which a check depends, with theirs.
DEPENDENCIES = frozenset(
    (
        *("attrs", "ftfy", "idna", "jsonschema", "jsonschema_rs", "jsonschema_specifications"),
        *("referencing", "rpds_py", "ruamel_yaml", "ruamel_yaml_clib", "ruamel_yaml_clibz"),
        *("tomli", "typing_extensions", "wcwidth"),
    )
)
#: How an installer calls the folder on a package: by its name and version.
_INSTALLED = re.compile(r"(?P<name>[^-]+)-[^-]+(?:-py[0-9.]+)?\.(?:dist|egg)-info")
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def fingerprint(checker: Checker, *more: str) -> bytes:
    """What tells apart checkers that may say different things of one file at one time.

    ``more`` is on what that depends besides, such as how files are named in their collection.
    """
    return digest_of_settings(checker.made_of(), more)


def digest_of_settings(*settings: Any) -> bytes:
    """What tells apart settings, plain values, and articlelints that use them."""
    parts = (tool(), *map(_plain, settings))
    return blake2b(json.dumps(parts).encode(), digest_size=16).digest()


@cache
def tool() -> str:
    """The articlelint that runs, all packages on which it depends, and Python."""
    parts = (__version__, sys.version, *_own_files(_PACKAGE), *sorted(_packages(sys.path)))
    return blake2b(json.dumps(parts).encode(), digest_size=16).hexdigest()


def _own_files(package: str) -> Iterator[str]:
    """What tells apart the files of a package: what its installer has listed of them.

    Of one that is being developed, it is when each was changed.
    """
    folder, name = os.path.split(package)
    for each in _listed(folder):
        match = _INSTALLED.fullmatch(each)
        if match and match["name"] == name:
            with suppress(OSError), open(os.path.join(folder, each, "RECORD"), "rb") as file:
                yield from (line.decode() for line in file if line.startswith(f"{name}/".encode()))
                return
    for place, folders, files in os.walk(package):
        folders.sort()
        for each in sorted(files):
            if each.endswith(".py"):
                path = os.path.join(place, each)
                status = os.stat(path)
                yield f"{os.path.relpath(path, package)} {status.st_mtime_ns} {status.st_size}"


def _packages(places: list[str]) -> Iterator[str]:
    """The dependencies that are installed, each with its version; of an archive, its status."""
    for place in filter(None, places):
        for each in _listed(place):
            match = _INSTALLED.fullmatch(each)
            if match and re.sub("[-.]", "_", match["name"]).lower() in DEPENDENCIES:
                yield each
        if os.path.isfile(place):
            status = os.stat(place)
            yield f"{place} {status.st_mtime_ns} {status.st_size}"


def _listed(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def _plain(value: Any) -> Any:
    """Settings as JSON has them, the same in each process."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return ["mapping", *([_plain(key), _plain(each)] for key, each in value.items())]
    if isinstance(value, AbstractSet):
        return ["set", *sorted(map(_plain, value))]
    if isinstance(value, tuple | list):
        return ["list", *map(_plain, value)]
    return value
