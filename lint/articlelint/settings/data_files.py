"""The data files and folders that options of rules name, such as lists of known values."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Any

from articlelint.files import path_in_text, read_regular
from articlelint.model import DataPath
from articlelint.reading.source import SourceFile
from articlelint.root import Root
from articlelint.rule import OptionError
from articlelint.settings.data_formats import DataError, front_matter, parser_of
from articlelint.text.words import show

#: The most bytes of all data files of a configuration together: some hundred thousand values.
MAX_BYTES = 2 * 1024 * 1024
#: The most files of a folder, and the most bytes at the start of one that hold its front matter.
_MOST_FILES = 20_000
_MOST_OF_ARTICLE = 64 * 1024

_OF_ARTICLES = (".md", ".markdown")
#: What comes before a JSON Pointer (RFC 6901) to a part of a file.
_BEFORE_POINTER = "#/"


class DataFiles:
    """Reads what the options in a configuration name, relative to its ``folder``, each once.

    ``sources`` are the paths of the files that were read, ``folders`` those of the folders. All
    must lie within ``root``. What is wrong is told without a word of what they hold: whoever wrote
    the configuration may not be meant to know it.
    """

    def __init__(self, folder: str, root: Root) -> None:
        self._folder = folder
        self._root = root
        self._left = MAX_BYTES
        self._known: dict[str, Any] = {}
        self.sources: list[str] = []
        self.folders: list[str] = []

    def read(self, name: str, at: DataPath) -> Any:
        """What a file holds, or the part of it that is at the pointer after ``#``.

        A folder is a mapping from the names of its Markdown files, without their endings, to their
        front matters. Raises OptionError, with ``at`` as the place.
        """
        file, mark, pointer = name.partition(_BEFORE_POINTER)
        path = os.path.join(self._folder, path_in_text(file))
        with _telling(name, at):
            self._refuse_outside(path)
            if not os.path.isdir(path):
                data = self._once(path, self._file)
                return _part(data, pointer.split("/")) if mark else data
            names = self._once(path, self._names)
        return Articles(path, names, lambda each: self._article(each, name, at))

    def _once(self, path: str, read: Callable[[str], Any]) -> Any:
        if path not in self._known:
            self._known[path] = read(path)
        return self._known[path]

    def _refuse_outside(self, path: str) -> None:
        if not self._root.holds(path):  # whether it exists or not: nobody learns that
            raise DataError(f"it is outside the {self._root.name}")

    def _file(self, path: str) -> Any:
        self.sources.append(path)
        parse = parser_of(path)
        data = read_regular(path, self._left + 1)
        self._count(len(data))
        return parse(_text(data))

    def _names(self, path: str) -> list[str]:
        self.folders.append(path)
        with os.scandir(path) as entries:
            found = (each.name for each in entries if each.name.lower().endswith(_OF_ARTICLES))
            names = sorted(islice(found, _MOST_FILES + 1))
        if len(names) > _MOST_FILES:
            raise DataError(f"it holds more than {_MOST_FILES:,} Markdown files")
        return names

    def _article(self, path: str, name: str, at: DataPath) -> Any:
        with _telling(os.path.join(name, os.path.basename(path)), at):
            self._refuse_outside(path)
            return self._once(path, self._front_matter)

    def _front_matter(self, path: str) -> Any:
        self.sources.append(path)
        span, data = front_matter(_text(read_regular(path, _MOST_OF_ARTICLE)))
        self._count(span.end - span.start)
        return data

    def _count(self, length: int) -> None:
        self._left -= length
        if self._left < 0:
            most = f"{MAX_BYTES // 1024**2} MiB"
            raise DataError(f"with it, the data files of this configuration are larger than {most}")


class Articles(Mapping[str, Any]):
    """The front matters of the Markdown files in a folder, by their names without endings.

    Each is read when it is asked for, by its path.
    """

    def __init__(self, folder: str, names: list[str], read: Callable[[str], Any]) -> None:
        self._paths = {os.path.splitext(each)[0]: os.path.join(folder, each) for each in names}
        self._read = read

    def __getitem__(self, name: str) -> Any:
        """The front matter. Raises OptionError."""
        return self._read(self._paths[name])

    def __iter__(self) -> Iterator[str]:
        """The names, in their order."""
        return iter(self._paths)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._paths)


@contextmanager
def _telling(name: str, at: DataPath) -> Iterator[None]:
    """Tell what is wrong with something by its name."""
    try:
        yield
    except DataError as error:
        raise OptionError(f"{show(name)}: {error}", at) from None
    except OSError as error:
        raise OptionError(f"{show(name)} cannot be read: {error.strerror}", at) from None


def _text(data: bytes) -> str:
    source = SourceFile.from_bytes(data)
    if source.fault:
        raise DataError("it is not text in UTF-8")
    return source.text


def _part(data: Any, keys: list[str]) -> Any:
    for key in keys:
        written = key.replace("~1", "/").replace("~0", "~")
        if not isinstance(data, Mapping) or written not in data:
            raise DataError("the file has nothing there")
        data = data[written]
    return data
