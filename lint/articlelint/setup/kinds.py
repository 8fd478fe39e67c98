"""Kinds of content: articles of the same folders that have about the same keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from articlelint.comparing import TellingFolder, folder_of, telling_folders
from articlelint.setup.names import distinct_name
from articlelint.setup.observed import MOST_KEYS, Observed, Room
from articlelint.setup.places import Alone, Places, where_alone

#: How much of the keys of an article those that are usual in a cluster must have in common to be
#: of it, and how much of all their keys those of two clusters to be of one kind.
_SHARE = 0.5
_ALIKE = 0.75
#: Keys whose only value tells a kind from another one with the same keys.
_TELLING_KEYS = ("type", "layout", "kind")

#: A folder has no more clusters, of which each has at least so many articles; a site has no more
#: folders and kinds. There is room for so many places and combinations of keys in each cluster.
_MOST_CLUSTERS = 5
_LEAST_ARTICLES = 5
_MOST_FOLDERS = 60
_MOST_KINDS = 12
_ROOM = 2_000
#: How many folders on the way to an article tell its kind, and of how many combinations of keys it
#: is remembered where they belong.
_DEPTH = 3
_MOST_REMEMBERED = 1_000
#: What articles in no folder are called beside others.
_PAGES = "pages"


class Kind(NamedTuple):
    """A kind of content, by a name of its own, and where it is alone, as paths from the top."""

    name: str
    observed: Observed
    alone: Alone


class _Cluster:
    """Articles of one folder with about the same keys."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.observed = Observed()
        self.places = Places()
        self._room = Room(_ROOM)

    @property
    def number(self) -> int:
        return self.observed.number

    def add(self, data: Mapping[str, Any], file: str) -> None:
        self.observed.add(data, file, self._room)

    def merge(self, other: _Cluster) -> None:
        self.folder = self.folder or other.folder
        self.observed.merge(other.observed)
        self.places.merge(other.places)

    def share(self, keys: frozenset[str]) -> float:
        """How much some keys have in common with those that are usual here."""
        usual = self.observed.usual_keys()
        least = min(len(usual), len(keys))
        return len(usual & keys) / least if least else 1.0

    def likeness(self, other: _Cluster) -> float:
        """How alike the usual keys of two clusters are; 0 if both say that they differ."""
        if any(_differ(self.observed, other.observed, key) for key in _TELLING_KEYS):
            return 0.0
        one, two = self.observed.usual_keys(), other.observed.usual_keys()
        return len(one & two) / len(one | two) if one | two else 1.0

    def only_word(self) -> str | None:
        """The only value of the keys that tell kinds apart."""
        words = (_only_word(self.observed, key) for key in _TELLING_KEYS)
        return next(filter(None, words), None)


class _Folder:
    """The articles of one folder, and of all below it that tell no more."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._clusters: list[_Cluster] = []
        self._known: dict[frozenset[str], _Cluster] = {}

    def add(self, data: Mapping[str, Any], file: str) -> _Cluster:
        """Note an article; the cluster that it belongs to."""
        keys = frozenset(data)
        cluster = self._known.get(keys) or self._cluster(keys)
        if len(self._known) < _MOST_REMEMBERED and len(keys) <= MOST_KEYS:
            self._known[keys] = cluster
        cluster.add(data, file)
        return cluster

    def clusters(self) -> list[_Cluster]:
        """The clusters, the largest first; those of a few articles are parts of that."""
        largest, *others = sorted(self._clusters, key=lambda each: -each.number)
        for each in others:
            if each.number < _LEAST_ARTICLES:
                largest.merge(each)
        return [largest, *(each for each in others if each.number >= _LEAST_ARTICLES)]

    def _cluster(self, keys: frozenset[str]) -> _Cluster:
        shares = [each.share(keys) for each in self._clusters]
        most = max(shares, default=0.0)
        if most >= _SHARE or len(shares) == _MOST_CLUSTERS:
            return self._clusters[shares.index(most)]
        self._clusters.append(_Cluster(self.name))
        return self._clusters[-1]


class Kinds:
    """The articles so far, by their folders. Memory does not grow with their number."""

    def __init__(self) -> None:
        self.number = 0
        self._folders: dict[str, _Folder] = {}

    def add(self, data: Mapping[str, Any], file: str, name: str) -> None:
        """Note one article: what it holds, the file to show, and its path below the top."""
        self.number += 1
        folder = folder_of(name)
        telling = telling_folders(folder)[:_DEPTH]
        cluster = self._folder(telling).add(data, file)
        is_index = folder != name.rpartition("/")[0]
        cluster.places.add(telling[-1].path if telling else folder, name if is_index else None)

    def settled(self, title: str) -> list[Kind]:
        """The kinds, the commonest first; ``title`` is what to call a single one in no folder."""
        clusters = [each for folder in self._folders.values() for each in folder.clusters()]
        clusters.sort(key=lambda each: (-each.number, each.folder))
        kinds: list[_Cluster] = []
        for each in clusters:
            likeness = [each.likeness(other) for other in kinds]
            most = max(likeness, default=0.0)
            if most >= _ALIKE or len(kinds) == _MOST_KINDS:
                kinds[likeness.index(most)].merge(each)
            else:
                kinds.append(each)
        kinds.sort(key=lambda each: (-each.number, each.folder))
        return _named(kinds, title)

    def _folder(self, telling: list[TellingFolder]) -> _Folder:
        """The folder of an article; if there are too many, one above it."""
        names = [each.name for each in telling]
        name = "/".join(names)
        while len(self._folders) >= _MOST_FOLDERS and names and name not in self._folders:
            names.pop()
            name = "/".join(names)
        return self._folders.setdefault(name, _Folder(name))


def _named(clusters: list[_Cluster], title: str) -> list[Kind]:
    folders = Counter(each.folder for each in clusters)
    found: list[Kind] = []
    taken: set[str] = set()
    for each in clusters:
        name = each.folder.rpartition("/")[2] or (_PAGES if len(clusters) > 1 else title)
        if folders[each.folder] > 1:
            name = each.only_word() or name
        taken.add(name := distinct_name(name, taken))
        others = [other.places for other in clusters if other is not each]
        found.append(Kind(name, each.observed, where_alone(each.places, others)))
    return found


def _differ(one: Observed, other: Observed, key: str) -> bool:
    words = _only_word(one, key), _only_word(other, key)
    return None not in words and words[0] != words[1]


def _only_word(observed: Observed, key: str) -> str | None:
    """The only value of a key that all articles have."""
    place = observed.keys.get(key)
    if place is None or place.number < observed.number or place.texts.number < place.number:
        return None
    words = place.texts.words or ()
    return next(iter(words)) if len(words) == 1 else None
