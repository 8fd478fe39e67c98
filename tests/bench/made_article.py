"""Articles as a collection of news has them, made from words and chance: all valid and all sound.

Chance comes from one `Random`, so that one seed always makes the same articles.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import NamedTuple, TypeVar

_T = TypeVar("_T")

_PLACES = (
    *("Alder Bay", "Birchford", "Cold Ness", "Dunmore", "Eastlake", "Fernhill", "Gannet Point"),
    *("Hollow Weir", "Inverlee", "Jackdaw Cross", "Kettle Hill", "Larkfield", "Marsh End"),
    *("Netherby", "Otter Mouth", "Pinehurst", "Quarry Bank", "Ravensea", "Saltmoor", "Thornby"),
    *("Upper Lode", "Vale of Ash", "Westering", "Yarrow Green", "Zennick"),
)
_PAPERS = (
    *("Courier", "Dispatch", "Echo", "Gazette", "Herald", "Journal", "Ledger", "Messenger"),
    *("Observer", "Post", "Record", "Review", "Sentinel", "Standard", "Tribune", "Weekly"),
)
_WHO = (
    *("Council", "Ferry company", "Harbour board", "University", "Hospital", "School", "Museum"),
    *("Orchestra", "Library", "Fire brigade", "Bus company", "Allotment society", "Rowing club"),
    *(
        "Water board",
        "Theatre",
        "Bakery",
        "Shipyard",
        "Observatory",
        "Market hall",
        "Lifeboat crew",
    ),
)
_DOES = (
    *("opens", "closes", "plans", "repairs", "sells", "buys", "tests", "delays", "doubles"),
    *("celebrates", "studies", "moves", "names", "paints", "rebuilds", "shares"),
)
_WHAT = (
    *("new footbridge", "night timetable", "solar roof", "old lighthouse", "reading room"),
    *("flood wall", "electric boat", "weather station", "tool library", "cycle lane", "bell tower"),
    *("fish ladder", "seed bank", "winter garden", "tram depot", "tide gauge", "kiln", "orchard"),
)
_WHY = (
    *("after a long winter", "with the help of volunteers", "before the summer season"),
    *("in spite of the rain", "for the first time in a century", "to save energy"),
    *("because visitors asked for it", "although money is short", "with a grant from the region"),
)
_THINGS = ("energy", "transport", "history", "music", "farming", "fishing", "weather", "sport")
_ASPECTS = (
    *("Local", "Regional", "Modern", "Family", "Winter", "Summer", "Coastal", "Village", "Public"),
    *("Private", "Early", "Night", "Amateur", "School", "Island", "River", "Mountain", "Harbour"),
)
_FIRST_NAMES = ("Ada", "Ben", "Cleo", "Dov", "Edith", "Finn", "Greta", "Hugo", "Iris", "Jonas")
_LAST_NAMES = ("Fenwick", "Rudd", "Marsh", "Okafor", "Lind", "Sato", "Vale", "Quill", "Brandt")

TOPICS = tuple(f"{aspect} {thing}" for aspect in _ASPECTS for thing in _THINGS)
AUTHORS = tuple(f"{first} {last}" for first in _FIRST_NAMES for last in _LAST_NAMES)


class Provider(NamedTuple):
    """A publisher, and the host that its pages are on."""

    name: str
    domain: str
    host: str


class Related(NamedTuple):
    """What an article says of another one."""

    title: str
    published: datetime
    url: str
    provider: Provider
    amp_url: str = ""


class Made(NamedTuple):
    """A made article: what its front matter says, and what its file is called.

    ``url`` is written in each of the ``url_keys``. ``amp_host`` is where its AMP page is, if it has
    one. ``extra`` is front matter that follows the rest, line by line.
    """

    slug: str
    title: str
    excerpt: str
    published: datetime
    url: str
    provider: Provider
    topics: Sequence[str]
    url_keys: tuple[str, ...] = ("originalUrl", "webUrl")
    amp_host: str = ""
    authors: Sequence[str] = ()
    related: tuple[Related, ...] = ()
    extra: str = ""
    days_late: int = 0

    @property
    def file(self) -> str:
        """The path of its file, below the collection."""
        day = (self.published + timedelta(days=self.days_late)).date()
        return f"news/{day:%Y}/{day:%m}/{day}-{self.slug}.md"

    def text(self) -> str:
        """All of its file."""
        return f"---\n{''.join(self._front_matter())}---\n"

    def _front_matter(self) -> Iterator[str]:
        yield f'category: news\ntitle: "{self.title}"\nexcerpt: "{self.excerpt}"\n'
        yield f"publishedDateTime: {_moment(self.published)}\n"
        for key in self.url_keys:
            yield f'{key}: "{self.url}"{_ignored(self.url)}\n'
        if self.amp_host:
            path = self.url.split("/", 3)[3]
            cache = self.amp_host.replace("-", "--").replace(".", "-") + ".cdn.ampproject.org"
            yield f'ampWebUrl: "https://{self.amp_host}/amp/{path}"\n'
            yield f'cdnAmpWebUrl: "https://{cache}/c/s/{self.amp_host}/amp/{path}"\n'
        yield f"type: {_type(self.url)}\npublished: true\n\n{_provider(self.provider, '  ')}"
        if self.authors:
            yield "  authors:\n" + "".join(f"    - name: {each}\n" for each in self.authors)
        yield "\ntopics:\n" + "".join(f"  - {each}\n" for each in self.topics)
        if self.related:
            yield "\nrelated:\n" + "".join(map(_related, self.related))
        yield self.extra


def _moment(when: datetime) -> str:
    return f"{when:%Y-%m-%dT%H:%M:%SZ}"


def _ignored(url: str) -> str:
    """A comment where a rule about this article alone would object to the URL."""
    rules = [
        rule
        for rule, sign in (("insecure-url", "http://"), ("tracking-parameter", "utm_"))
        if sign in url
    ]
    return f" # articlelint: ignore[{', '.join(rules)}]" if rules else ""


def _provider(provider: Provider, indent: str) -> str:
    below = indent[2:]
    return (
        f"{below}provider:\n{indent}name: {provider.name}\n{indent}domain: {provider.domain}\n"
        f"{indent}images:\n{indent}  - url: /assets/images/{provider.domain}-50x50.png\n"
        f"{indent}    width: 50\n{indent}    height: 50\n"
    )


def _type(url: str) -> str:
    return "video" if url.startswith("https://www.youtube.com/") else "article"


def _related(related: Related) -> str:
    amp = f'    ampWebUrl: "{related.amp_url}"\n' if related.amp_url else ""
    return (
        f'  - title: "{related.title}"\n    publishedDateTime: {_moment(related.published)}\n'
        f'    webUrl: "{related.url}"\n{amp}    type: {_type(related.url)}\n'
        f"{_provider(related.provider, '      ')}"
    )


class Maker:
    """Makes sound articles of which no two are one, in the order of their dates."""

    def __init__(self, random: Random, providers: int) -> None:
        self.random = random
        self.providers = [_made_provider(number) for number in range(providers)]
        self._number = 0

    def pick(self, values: Sequence[_T]) -> _T:
        """One of the values; the first ones are likelier by far, as in life."""
        chance = self.random.random()
        return values[int(chance * chance * len(values))]

    def some(self, values: Sequence[_T], most: int) -> list[_T]:
        """Some of the values, each once."""
        count = 1 + int(self.random.random() * most)
        return list(dict.fromkeys(self.pick(values) for _ in range(count)))

    def sentence(self) -> tuple[str, str]:
        """A title, and an excerpt that says more."""
        random = self.random
        place, who, does, what, why = (
            values[int(random.random() * len(values))]
            for values in (_PLACES, _WHO, _DOES, _WHAT, _WHY)
        )
        title = f"{place}: {who} {does} {what}"
        return title, f"The {who.lower()} of {place} {does} its {what} {why}."

    def article(self, published: datetime, earlier: Sequence[Made]) -> Made:
        """An article of a date, which may name some of the earlier ones as related to it."""
        self._number += 1
        random, number = self.random, self._number
        title, excerpt = self.sentence()
        provider = self.pick(self.providers)
        slug = f"{title.lower().replace(':', '').replace(' ', '-')}-{number}"
        url = f"https://{provider.host}/{published:%Y/%m}/{slug}"
        chance = random.random()
        is_video = chance < 0.03
        if is_video:
            url = f"https://www.youtube.com/watch?v=MADE{number:07}"
        keys = Made._field_defaults["url_keys"]
        return Made(
            slug,
            title,
            excerpt,
            published,
            url,
            provider,
            self.some(TOPICS, 4),
            keys[:1] if is_video else keys[1:] if chance < 0.1 else keys,
            amp_host=provider.host if chance > 0.8 else "",
            authors=self.some(AUTHORS, 2) if random.random() < 0.4 else (),
            related=self._some_related(earlier),
            extra=self._extra(published),
        )

    def _some_related(self, earlier: Sequence[Made]) -> tuple[Related, ...]:
        if not earlier or self.random.random() < 0.4:
            return ()
        return tuple(related_to(earlier[at]) for at in self.some(range(len(earlier)), 3))

    def _extra(self, published: datetime) -> str:
        random = self.random
        lines = [f"\nquality: {int(random.random() * 90)}\n"]
        if random.random() < 0.5:
            later = published + timedelta(hours=1 + int(random.random() * 90))
            lines.append(f"updatedDateTime: {_moment(later)}\n")
        if random.random() < 0.6:
            lines.append(f"heat: {int(random.random() * 90) - 1}\n")
        if random.random() < 0.3:
            frame = f"<iframe src='https://video.example.net/{self._number}'></iframe>"
            lines.append(f'featuredContent: "{frame}"\n')
        if random.random() < 0.5:
            picture = f"https://images.example.org/{published:%Y}/{self._number}.jpg"
            lines.append(f'images:\n  - url: "{picture}"\n    width: 1200\n    height: 630\n')
        if random.random() < 0.3:
            sealed = (b64encode(random.randbytes(16 * size)).decode() for size in (12, 1))
            lines.append(f'secured: "{";".join(sealed)}"\n')
        return "".join(lines)


def related_to(made: Made) -> Related:
    """What another article says of this one."""
    return Related(made.title, made.published, made.url, made.provider)


def _made_provider(number: int) -> Provider:
    """Each number has its own name and domain, of which no two are alike."""
    place = _PLACES[number % len(_PLACES)]
    paper = _PAPERS[number // len(_PLACES) % len(_PAPERS)]
    name = f"{place} {paper}"
    domain = f"{name.lower().replace(' ', '-')}.example"
    return Provider(name, domain, domain if number % 4 == 0 else f"www.{domain}")
