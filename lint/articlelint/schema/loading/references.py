"""The references of a schema document, and the URIs that they are relative to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

from articlelint.model import DataPath
from articlelint.named_tuple import NamedTuple
from articlelint.schema.loading import drafts

_REFERENCES = frozenset({"$ref", "$dynamicRef", "$recursiveRef"})


class Reference(NamedTuple):
    """A reference: where it is, the URI that it is relative to, and what is written."""

    path: DataPath
    base: str
    written: str

    @property
    def document(self) -> str:
        """The URI of the document that it leads to; empty if that is not a full URI."""
        return join(self.base, self.written)


def references(contents: Any, base: str, draft: str, path: DataPath = ()) -> Iterator[Reference]:
    """Every reference of a schema of this draft that is found at the URI ``base``."""
    if isinstance(contents, Mapping):
        base = own_uri(contents, base, draft) or base
        for key, value in contents.items():
            if key in _REFERENCES and isinstance(value, str):
                yield Reference((*path, key), base, value)
            else:
                yield from references(value, base, draft, (*path, key))
    elif isinstance(contents, list):
        for index, value in enumerate(contents):
            yield from references(value, base, draft, (*path, index))


def absolute(contents: Any, base: str, draft: str) -> Any:
    """A copy in which every ``$id``, and every reference to elsewhere, is a whole URI."""
    if isinstance(contents, list):
        return [absolute(each, base, draft) for each in contents]
    if not isinstance(contents, Mapping):
        return contents
    own = own_uri(contents, base, draft)
    base = own or base
    copy = {key: absolute(value, base, draft) for key, value in contents.items()}
    if own:
        copy[drafts.id_keyword(draft)] = own
    for key in _REFERENCES & copy.keys():
        if isinstance(copy[key], str) and not copy[key].startswith("#"):
            copy[key] = _join(base, copy[key]) or copy[key]
    return copy


def own_uri(contents: Any, base: str, draft: str) -> str | None:
    """The URI that a schema gives itself, relative to ``base``; None if it gives none."""
    own = contents.get(drafts.id_keyword(draft)) if isinstance(contents, Mapping) else None
    if not isinstance(own, str) or own.startswith("#"):  # a fragment alone is an anchor
        return None
    if "$ref" in contents and draft in drafts.WITH_LONE_REF:
        return None
    return join(base, own) or None


def join(base: str, reference: str) -> str:
    """The URI of the document that a reference leads to; empty if that is not a full URI."""
    return urldefrag(_join(base, reference)).url


def _join(base: str, reference: str) -> str:
    try:
        joined = urljoin(base, reference)
        return joined if urlsplit(joined).scheme else ""
    except ValueError:
        return ""
