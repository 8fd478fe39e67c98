"""Paths of files as URIs, and back (RFC 8089)."""

from __future__ import annotations

import os
from urllib.parse import quote, unquote, urlsplit

from articlelint.files import path_in_text


def file_uri(path: str) -> str:
    """The file URI (RFC 8089) of a path, also of one with a drive letter."""
    absolute = os.path.abspath(path).replace(os.sep, "/").lstrip("/")
    return "file:///" + quote(absolute, safe="/:", errors="surrogateescape")


def file_path(uri: str) -> str | None:
    """The path of a local file URI; None for any other."""
    parts = urlsplit(uri)
    if parts.scheme != "file" or parts.netloc:
        return None
    path = path_in_text(unquote(parts.path, errors="surrogateescape"))
    return path[1:] if path[2:3] == ":" else path
