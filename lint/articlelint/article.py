"""One article as rules see it, with its fields by meaning, whatever a collection calls them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from functools import cached_property, lru_cache
from math import inf

from articlelint.entry import Entry
from articlelint.field import Name
from articlelint.model import DataPath
from articlelint.named_tuple import NamedTuple
from articlelint.reading.document import Document
from articlelint.text.dates import RFC_3339, WrittenDate, read_date

#: Returns the present time, with its zone.
Clock = Callable[[], datetime]
#: Returns the keys that a schema declares for the mapping at a path.
DeclaredKeys = Callable[[DataPath], frozenset[str]]
#: Returns the same keys in the order in which the schema lists them.
DeclaredOrder = Callable[[DataPath], tuple[str, ...]]
#: Returns whether a schema says that the value at a path may be this one: nothing, or empty text.
MayBeEmpty = Callable[[DataPath, "str | None"], bool]

#: Returns whether a schema wants the value at a path to be text, and no date.
WantsText = Callable[[DataPath], bool]

#: The seconds of a day.
_DAY = 24 * 60 * 60

#: Marks where a text begins and where it ends, in all texts as one. It is a character that rules do
#: not look for; where a text holds it, some rule may be called in vain.
EDGE = "^"


class Interval(NamedTuple):
    """A stretch of time, in seconds since 1970; the end is not part of it."""

    since: float
    until: float


#: All of time.
ALWAYS = Interval(-inf, inf)


class Fields(NamedTuple):
    """What a collection calls the fields that rules look at, by default as in the article schema.

    The configuration refers to each by its default name: ``{"publishedDateTime": "date"}``. Where
    it gives several names, or a path, the name is a ``Field``.
    """

    title: Name = "title"
    excerpt: Name = "excerpt"
    published_date_time: Name = "publishedDateTime"
    updated_date_time: Name = "updatedDateTime"
    original_url: Name = "originalUrl"
    web_url: Name = "webUrl"
    amp_web_url: Name = "ampWebUrl"
    cdn_amp_web_url: Name = "cdnAmpWebUrl"
    type: Name = "type"
    published: Name = "published"
    provider: Name = "provider"
    name: Name = "name"
    domain: Name = "domain"
    authors: Name = "authors"
    publishers: Name = "publishers"
    topics: Name = "topics"
    images: Name = "images"
    url: Name = "url"
    related: Name = "related"
    secured: Name = "secured"

    @property
    def dates(self) -> tuple[Name, ...]:
        """The fields of an article that hold a date and time."""
        return self.published_date_time, self.updated_date_time

    @property
    def urls(self) -> tuple[Name, ...]:
        """The fields of an article that hold one of its own URLs."""
        return self.original_url, self.web_url, self.amp_web_url, self.cdn_amp_web_url


#: The names of the fields in the article schema.
DEFAULT_NAMES = tuple(map(str, Fields()))


def _no_order(_path: DataPath) -> tuple[str, ...]:
    return ()


def _none_declared(_path: DataPath) -> frozenset[str]:
    return frozenset()


def _never(_path: DataPath, _value: str | None = None) -> bool:
    return False


class Publication(NamedTuple):
    """The article itself or a related one: its entry, its provider, and its own URLs, each once."""

    entry: Entry
    provider: Entry | None
    urls: list[str]


@lru_cache(maxsize=16)  # it is mostly the same day for all articles
def _day_from(begin: float) -> tuple[str, float, float]:
    """The date in UTC of the day that begins at a moment, and when it begins and ends."""
    return str(datetime.fromtimestamp(begin, timezone.utc).date()), begin, begin + _DAY


class Article:
    """One article: its path as the user gave it, its front matter, and the present time.

    ``name`` is its path within its collection, with ``/``. What several rules need is collected
    once. The check of an article that ``is_repeatable`` says the same when it is repeated, as long
    as the answers about the present stay the same. ``declared_keys`` and ``declared_order`` tell
    the keys of its schema, ``may_be_empty`` which values that allows to be empty, and
    ``wants_text`` which it wants to be text, and no date.
    ``date_forms`` are the names of the forms of dates that the settings accept.
    """

    def __init__(  # noqa: PLR0913 - two have defaults
        self,
        path: str,
        document: Document,
        fields: Fields,
        clock: Clock,
        name: str | None = None,
        *,
        date_forms: tuple[str, ...] = (RFC_3339,),
    ) -> None:
        self.path = path
        self.name = name or path
        self.document = document
        self.fields = fields
        self._date_forms = date_forms
        self._clock = clock
        self._since, self._until = ALWAYS
        self.is_repeatable = True
        self.declared_keys: DeclaredKeys = _none_declared
        self.may_be_empty: MayBeEmpty = _never
        self.declared_order: DeclaredOrder = _no_order
        self.wants_text: WantsText = _never
        self.entry = Entry((), document.data)

    def is_ahead(self, moment: datetime, by: timedelta = timedelta()) -> bool:
        """Whether a moment, with its zone, is later than the present by more than ``by``.

        The present is the same for all rules. One that asks for it sets ``uses_clock``.
        """
        turn = moment - by
        is_ahead = self._now < turn
        if is_ahead:
            self._until = min(self._until, turn.timestamp())
        else:
            self._since = max(self._since, turn.timestamp())
        return is_ahead

    def is_past(self, day: str) -> bool:
        """Whether a day is over in UTC; ``day`` is or begins with a date as ISO 8601 writes it.

        Other text counts as a day by its order among them. Far cheaper than ``is_ahead``.
        """
        today, begin, end = self._today
        is_past = day < today
        self._since = max(self._since, begin)
        if not is_past:
            self._until = min(self._until, end)
        return is_past

    def date(self, text: str | None) -> WrittenDate | None:
        """What a text says if it is a date in a form that the settings accept; else None."""
        return read_date(text, self._date_forms) if text else None

    @property
    def holds(self) -> Interval | None:
        """When all that was said of the present so far is true; None if not ``is_repeatable``."""
        return Interval(self._since, self._until) if self.is_repeatable else None

    @cached_property
    def _now(self) -> datetime:
        return self._clock()

    @cached_property
    def _today(self) -> tuple[str, float, float]:
        """The date of today in UTC, and when it begins and ends."""
        return _day_from(self._now.timestamp() // _DAY * _DAY)

    @cached_property
    def entries(self) -> list[Entry]:
        """The article itself, then each of its related items."""
        return [self.entry, *self.entry.item_entries(self.fields.related)]

    @cached_property
    def own_urls(self) -> list[list[str]]:
        """The URLs of each of the entries, each URL once."""
        urls = self.fields.urls
        return [each.distinct_texts(*urls) for each in self.entries]

    @cached_property
    def publications(self) -> list[Publication]:
        """The entries, each with its provider and its URLs."""
        each = zip(self.entries, self._provider_of_each, self.own_urls, strict=True)
        return [*map(Publication._make, each)]

    @cached_property
    def providers(self) -> list[Entry]:
        """The provider of each entry that has one."""
        return [each for each in self._provider_of_each if each]

    @cached_property
    def _provider_of_each(self) -> list[Entry | None]:
        provider = self.fields.provider
        return [each.entry(provider) for each in self.entries]

    @cached_property
    def images(self) -> list[Entry]:
        """The images of each entry, then those of each provider."""
        holders = [*self.entries, *self.providers]
        return [each for holder in holders for each in holder.item_entries(self.fields.images)]

    @cached_property
    def urls(self) -> list[tuple[DataPath, str]]:
        """Every URL: those of each entry, then those of each image."""
        fields = self.fields
        found = [url for entry in self.entries for url in entry.texts(*fields.urls)]
        return found + [url for image in self.images for url in image.texts(fields.url)]

    @cached_property
    def lines(self) -> list[tuple[DataPath, str]]:
        """Every text that readers see as one line: titles, excerpts, names and topics."""
        fields = self.fields
        named = list(self.providers)
        for provider in self.providers:
            named += provider.item_entries(fields.authors)
            named += provider.item_entries(fields.publishers)
        found = [text for each in self.entries for text in each.texts(fields.title, fields.excerpt)]
        found += [text for each in named for text in each.texts(fields.name)]
        found += [text for each in self.images for text in each.texts(fields.title)]
        topics = self.entry.items(fields.topics)
        return found + [(path, topic) for path, topic in topics if isinstance(topic, str)]

    @cached_property
    def all_text(self) -> str:
        """Every text value once, in no order, with ``EDGE`` before and after each.

        What is nothing counts as an empty text. Aliases add only what is not written elsewhere.
        """
        return f"{EDGE}{EDGE.join(self.document.distinct_texts())}{EDGE}"

    @cached_property
    def line_paths(self) -> frozenset[DataPath]:
        """The paths of those texts."""
        return frozenset(path for path, _ in self.lines)
