"""What a search for files has found, and what is chosen of it."""

from __future__ import annotations

from collections.abc import Sequence

from articlelint.named_tuple import NamedTuple


class Found(NamedTuple):
    """A file to check, or a folder that could not be searched, with the reason.

    ``is_other_name`` says that the file is among those to check by another path, too, with other
    settings: by this one it is only checked, never fixed.
    """

    path: str
    error: OSError | None = None
    is_other_name: bool = False


class Chosen(NamedTuple):
    """Of the files that were found, those to check, and those that a run leaves out as unchanged.

    Both are sorted by path. ``discovery`` is that of the files if these are all that it has found.
    """

    files: list[Found]
    unchanged: Sequence[Found] = ()
    discovery: Discovery | None = None


class Other(NamedTuple):
    """A file with an ending that a search does not look for.

    ``is_passed_over`` says that an ``include`` takes files with other endings there, not this one;
    ``preset`` is the one whose it is, if it is not that of a configuration.
    """

    path: str
    is_passed_over: bool = False
    preset: str | None = None


class Discovery(NamedTuple):
    """The files to check, each once, sorted by path; and notes for the user.

    ``folders`` are those that were searched. Without ``is_like_git``, git may ignore other files.
    ``others`` are files with other endings in these folders, of each ending the first few, and
    ``near_configs`` are those that look like a configuration.
    """

    files: list[Found]
    notes: list[str]
    folders: list[str] = []  # noqa: RUF012 - nobody adds to it
    is_like_git: bool = True
    others: list[Other] = []  # noqa: RUF012 - likewise
    near_configs: list[str] = []  # noqa: RUF012 - likewise
