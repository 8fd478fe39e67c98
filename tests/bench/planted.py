"""What is put into a made collection on purpose: faults, and what only looks like one.

Each function makes an article of the sound one that was to come and of an earlier one, and says
what must be found. No fault concerns an article that another one concerns.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from tests.bench.made_article import Made, related_to


class Planted(NamedTuple):
    """An article, and which rule must report it; None if none may.

    ``with_other`` tells whether the earlier article is the other half of the fault.
    """

    made: Made
    rule: str | None = None
    with_other: bool = False


#: Makes it of the article that was to come and of an earlier one by another provider.
Plant = Callable[[Made, Made], Planted]


def _again(form: Callable[[str], str], _: Made, earlier: Made) -> Planted:
    """The earlier article once more, a day later, under another form of its URL."""
    url = form(earlier.url)
    return Planted(
        earlier._replace(url=url, url_keys=("webUrl",), amp_host="", days_late=1),
        "duplicate-url",
        with_other=True,
    )


def _without_scheme(url: str) -> str:
    return url.partition("//")[2]


def _other_www(url: str) -> str:
    host_and_path = _without_scheme(url)
    bare = host_and_path.removeprefix("www.")
    return "https://" + (bare if bare != host_and_path else "www." + bare)


def _amp_path(url: str) -> str:
    host, _, path = _without_scheme(url).partition("/")
    return f"https://{host}/amp/{path}"


def _amp_cache(url: str) -> str:
    host = _without_scheme(url).partition("/")[0]
    spelled = host.replace("-", "--").replace(".", "-")
    return f"https://{spelled}.cdn.ampproject.org/c/s/{_without_scheme(url)}"


_FORMS: dict[str, Callable[[str], str]] = {
    "the same": str,
    "scheme": lambda url: "http://" + _without_scheme(url),
    "www": _other_www,
    "trailing slash": lambda url: url + "/",
    "fragment": lambda url: url + "#comments",
    "tracking": lambda url: url + "?utm_source=letter&utm_medium=email",
    "AMP parameter": lambda url: url + "?outputType=amp",
    "AMP path": _amp_path,
    "AMP host": lambda url: "https://amp." + _without_scheme(url).removeprefix("www."),
    "AMP cache": _amp_cache,
}


def _other_name(made: Made, earlier: Made) -> Planted:
    """The provider under another name."""
    provider = earlier.provider._replace(name=f"The {earlier.provider.name}")
    return Planted(_on(made, earlier)._replace(provider=provider), "inconsistent-provider")


def _other_domain(made: Made, earlier: Made) -> Planted:
    """The provider's name with another domain."""
    domain = f"read-{earlier.provider.domain}"
    provider = earlier.provider._replace(domain=domain, host=domain)
    made = made._replace(provider=provider, url=f"https://{domain}/{made.slug}", amp_host="")
    return Planted(made, "inconsistent-provider")


def _misspelt(written: Callable[[int], str], made: Made, earlier: Made) -> Planted:
    """A key that is spelled otherwise than in nearly all other articles."""
    key = written(_number(made))
    return Planted(_on(made, earlier)._replace(extra=f"\n{key}: {_VALUE_OF_KEY}\n"), "rare-key")


#: One that suits each of the keys that are misspelled.
_VALUE_OF_KEY = "2025-12-31T08:00:00Z"
_LETTERS = "abcdefghijklmnopqrtuvwxyz"  # without s, which makes a plural
_WORD, _REST = "featured", "Content"


def _with_other_letter(number: int) -> str:
    """A letter within the first word is another one; few articles have the same slip."""
    at = 1 + number % (len(_WORD) - 2)
    letters = _LETTERS.replace(_WORD[at], "")
    letter = letters[number // 7 % len(letters)]
    return _WORD[:at] + letter + _WORD[at + 1 :] + _REST


def _with_one_letter_more(number: int) -> str:
    at = 1 + number % (len(_WORD) - 1)
    return _WORD[:at] + _LETTERS[number // 7 % len(_LETTERS)] + _WORD[at:] + _REST


def _related_to_itself(made: Made, earlier: Made) -> Planted:
    made = _on(made, earlier)
    itself = related_to(made)._replace(url=made.url + "/")
    return Planted(made._replace(related=(related_to(earlier), itself)), "related-self")


def _related_twice(made: Made, earlier: Made) -> Planted:
    """Two related articles of which one has the AMP page of the other."""
    made = _on(made, earlier)
    first = related_to(earlier)
    second = first._replace(url=f"https://{earlier.provider.host}/{made.slug}-again")
    second = second._replace(amp_url=_amp_path(earlier.url))
    return Planted(made._replace(related=(first, second)), "related-self")


def _related_by_other_name(made: Made, earlier: Made) -> Planted:
    """A related article whose provider has another name than in the other files."""
    other = _other_name(made, earlier).made.provider
    related = related_to(earlier)._replace(provider=other)
    return Planted(made._replace(related=(related,)), "inconsistent-provider")


def _on_subdomain(made: Made, earlier: Made) -> Planted:
    """A part of a site, which has a domain below that of its provider."""
    domain = f"news.{earlier.provider.domain}"
    provider = earlier.provider._replace(domain=domain, host=domain)
    url = f"https://{domain}/{made.slug}"
    return Planted(made._replace(provider=provider, url=url, amp_host=""))


def _wire_story(made: Made, earlier: Made) -> Planted:
    """The same words of an agency, on another site."""
    words = made._replace(title=earlier.title, excerpt=earlier.excerpt, topics=earlier.topics)
    return Planted(words)


def _same_path(made: Made, earlier: Made) -> Planted:
    """The same path on another site."""
    path = _without_scheme(earlier.url).partition("/")[2]
    url = f"https://{made.provider.host}/{path}"
    return Planted(_of_the_day(made, earlier)._replace(url=url))


def _other_query(made: Made, earlier: Made) -> Planted:
    """A page of the same site that only a parameter tells from the earlier one."""
    url = f"{earlier.url}?page={_number(made)}"
    return Planted(_of_the_day(_on(made, earlier), earlier)._replace(url=url))


def _same_title(made: Made, earlier: Made) -> Planted:
    """A title that the provider uses again and again."""
    return Planted(_on(made, earlier)._replace(title=earlier.title))


def _singular(made: Made, earlier: Made) -> Planted:
    """A key for one of what another key has several of."""
    return Planted(_on(made, earlier)._replace(extra="\nimage: /pier.jpg\n"))


def _key_alone(made: Made, earlier: Made) -> Planted:
    """A key that is rare, but not like any other."""
    return Planted(_on(made, earlier)._replace(extra="\nsponsoredBy: nobody\n"))


def _number(made: Made) -> int:
    """The one that no other article has."""
    return int(made.slug.rpartition("-")[2])


def _of_the_day(made: Made, earlier: Made) -> Made:
    """The same article, published when the earlier one was: its URL says when that was."""
    return made._replace(published=earlier.published, extra="")


def _on(made: Made, earlier: Made) -> Made:
    """The same article by the provider of the earlier one, on its site."""
    url = f"https://{earlier.provider.host}/{made.published:%Y/%m}/{made.slug}"
    return made._replace(provider=earlier.provider, url=url, amp_host="")


#: What is put in, by what it is. The earlier article is no video.
PLANTS: dict[str, Plant] = {
    **{f"the same article, {name}": partial(_again, form) for name, form in _FORMS.items()},
    "a provider's other name": _other_name,
    "a provider's other domain": _other_domain,
    "a key in another case": partial(_misspelt, lambda _: "updatedDatetime"),
    "a key with an underscore": partial(_misspelt, lambda _: "featured_content"),
    "a key with another letter": partial(_misspelt, _with_other_letter),
    "a key with a letter more": partial(_misspelt, _with_one_letter_more),
    "related to itself": _related_to_itself,
    "related twice to one": _related_twice,
    "a related provider's other name": _related_by_other_name,
    "a wire story": _wire_story,
    "the same path elsewhere": _same_path,
    "another query": _other_query,
    "the same title": _same_title,
    "a key alone": _key_alone,
    "a singular": _singular,
    "on a subdomain": _on_subdomain,
}
