from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import pytest

from articlelint import rules
from tests.many import compared, helps
from tests.support import article

RULE = "inconsistent-provider"
GAZETTE, POST = "Example Gazette", "Harbour Post"
SITE = "example.com"


def _article(name: str, domain: str = SITE, url: str = "") -> str:
    """An article of a provider; its name is on line 3, its domain on line 4."""
    link = f"webUrl: {url}\n" if url else ""
    return article(f"provider:\n  name: '{name}'\n  domain: '{domain}'\n{link}")


def _found(*texts: str, options: Mapping[str, Any] | None = None) -> list[str]:
    """What is said of articles in the files ``a``, ``b``, ``c`` and so on."""
    return compared(RULE, dict(zip("abcdefghijkl", texts, strict=False)), options)


def _name(file: str, name: str, meant: str, there: str, domain: str = SITE) -> str:
    """What is said of a name that is not the usual one, which is in another file."""
    message = f'the provider of "{domain}" should be called "{meant}", not "{name}"'
    place = f"{file} 3:9-3:{11 + len(name)} {RULE} /provider/name"
    return f'{place}: {message} | {there} 3:9: called "{meant}" here'


def _domain(file: str, domain: str, meant: str, there: str, name: str = GAZETTE) -> str:
    """What is said of a domain that is not the usual one, which is in another file."""
    message = f'the domain of the provider "{name}" should be "{meant}", not "{domain}"'
    place = f"{file} 4:11-4:{13 + len(domain)} {RULE} /provider/domain"
    return f'{place}: {message} | {there} 4:11: the domain is "{meant}" here'


USUAL = _article(GAZETTE)


class TestNames:
    @pytest.mark.parametrize("name", ["The Gazette", "Example gazette", "Example-Gazette"])
    def test_a_rare_name(self, name: str) -> None:
        assert _found(USUAL, _article(name), USUAL) == [_name("b", name, GAZETTE, "a")]

    @pytest.mark.parametrize(
        "other",
        [
            _article("Example  Gazette "),
            _article(GAZETTE, "www.Example.com"),
            _article(GAZETTE, "https://example.com/"),
            _article("Gazette Shop", "shop.example.com"),
            _article("The Gazette", "example.org"),
            _article("", SITE),
            _article("  ", SITE),
            _article("The Gazette", ""),
            _article("The Gazette", "https://"),
            _article("The Gazette", "a." * 130 + "com"),
            article("provider: {name: The Gazette}\n"),
            article("provider: {domain: example.com}\n"),
            article("provider: {name: [The Gazette], domain: example.com}\n"),
            article("provider: {name: The Gazette, domain: [example.com]}\n"),
            article("provider: The Gazette\n"),
            article("name: The Gazette\ndomain: example.com\n"),
        ],
    )
    def test_what_is_no_other_name_of_the_domain(self, other: str) -> None:
        assert _found(USUAL, other, USUAL) == []

    def test_two_that_are_equally_common(self) -> None:
        said = f'/provider/name: the provider of "{SITE}" is called'
        assert _found(USUAL, _article("The Gazette")) == [
            (
                f'a 3:9-3:26 {RULE} {said} "{GAZETTE}" here and "The Gazette" elsewhere'
                ' | b 3:9: called "The Gazette" here'
            ),
            (
                f'b 3:9-3:22 {RULE} {said} "The Gazette" here and "{GAZETTE}" elsewhere'
                f' | a 3:9: called "{GAZETTE}" here'
            ),
        ]

    def test_several_that_are_equally_common(self) -> None:
        found = _found(*map(_article, ("A", "B", "C", "D", "E")))
        said = f'{RULE} /provider/name: the provider of "{SITE}" is called'
        assert found[0] == (
            f'a 3:9-3:12 {said} "A" here and "B" elsewhere'
            ' | b 3:9: called "B" here | c 3:9: called "C" here | d 3:9: called "D" here'
        )
        assert found[4] == (
            f'e 3:9-3:12 {said} "E" here and "A" elsewhere'
            ' | a 3:9: called "A" here | b 3:9: called "B" here | c 3:9: called "C" here'
        )
        assert len(found) == 5

    def test_many_rare_names(self) -> None:
        rare = [f"Gazette {number}" for number in range(6)]
        assert _found(USUAL, *map(_article, rare), USUAL) == [
            _name(file, name, GAZETTE, "a") for file, name in zip("bcdefg", rare, strict=True)
        ]

    def test_related_items(self) -> None:
        related = article(
            "related:\n"
            "  - provider: {name: Example Gazette, domain: example.com}\n"
            "  - provider: {name: The Gazette, domain: example.com}\n"
            "  - provider: {name: The Gazette, domain: example.com}\n"
        )
        there = f'| a 3:9: called "{GAZETTE}" here'
        said = f'the provider of "{SITE}" should be called "{GAZETTE}", not "The Gazette"'
        assert _found(USUAL, related, USUAL) == [
            f"b 4:22-4:33 {RULE} /related/1/provider/name: {said} {there}",
            f"b 5:22-5:33 {RULE} /related/2/provider/name: {said} {there}",
        ]

    def test_the_usual_name_in_the_same_file(self) -> None:
        related = "  - provider: {name: Example Gazette, domain: example.com}\n" * 2
        text = article(f"provider: {{name: The Gazette, domain: example.com}}\nrelated:\n{related}")
        assert _found(text) == [
            (
                f'a 2:18-2:29 {RULE} /provider/name: the provider of "{SITE}" should be called '
                f'"{GAZETTE}", not "The Gazette" | a 4:22: called "{GAZETTE}" here'
            )
        ]

    def test_other_names_of_the_fields(self) -> None:
        def text(name: str) -> str:
            return article(f"source: {{called: {name}, site: example.com}}\n")

        fields = {"provider": "source", "name": "called", "domain": "site"}
        files = {"a": text("A"), "b": text("B"), "c": text("A"), "d": USUAL}
        assert compared(RULE, files, config={"fields": fields}) == [
            (
                f'b 2:18-2:19 {RULE} /source/called: the provider of "{SITE}" should be called '
                '"A", not "B" | a 2:18: called "A" here'
            )
        ]


class TestNamesOfSubdomains:
    learn = "https://learn.example.com/bridges"
    academy = "Gazette Academy"

    def test_the_usual_name_there(self) -> None:
        there = _article(self.academy, url=self.learn)
        assert _found(USUAL, USUAL, USUAL, there, there) == []
        assert _found(USUAL, USUAL, USUAL, there, there, _article(self.academy)) == []
        usual = _article(GAZETTE, url="https://www.example.com/bridges")
        assert _found(usual, usual, there, there, there, _article(GAZETTE, url=self.learn)) == []

    def test_the_name_of_a_domain_whose_parts_have_names(self) -> None:
        parts = [
            _article(name, url=f"https://{part}.example.com/bridges")
            for name, part in ((self.academy, "learn"), ("Gazette Club", "club")) * 2
        ]
        assert _found(*parts, USUAL, _article(self.academy), _article(self.academy)) == []
        found = _found(*parts, USUAL, _article("The Gazette"))
        assert [each.split()[0] for each in found] == ["e", "f"]
        assert _found(*parts[::2], USUAL) == [_name("c", GAZETTE, self.academy, "a")]

    def test_a_name_that_is_there_once(self) -> None:
        there = _article(self.academy, url=self.learn)
        assert _found(USUAL, USUAL, there) == [_name("c", self.academy, GAZETTE, "a")]

    def test_two_names_that_are_as_common_there(self) -> None:
        there = [_article(name, url=self.learn) for name in (self.academy, "Academy") * 2]
        assert _found(USUAL, USUAL, USUAL, *there) == [
            _name("d", self.academy, GAZETTE, "a"),
            _name("e", "Academy", GAZETTE, "a"),
            _name("f", self.academy, GAZETTE, "a"),
            _name("g", "Academy", GAZETTE, "a"),
        ]

    def test_a_rare_name_there(self) -> None:
        there = _article(self.academy, url=self.learn)
        rare = _article("Academy", url=self.learn)
        assert _found(USUAL, USUAL, USUAL, there, there, rare) == [
            _name("f", "Academy", self.academy, "d")
        ]

    def test_rare_names_on_many_subdomains(self) -> None:
        files, expected = {"a": USUAL, "b": USUAL}, []
        for part in "cdefgh":
            names = {
                f"{part}1": f"Gazette {part}",
                f"{part}2": f"Gazette {part}",
                part: f"School {part}",
            }
            for file, name in names.items():
                files[file] = _article(name, url=f"https://{part}.example.com/bridges")
            expected.append(_name(part, f"School {part}", f"Gazette {part}", f"{part}1"))
        assert compared(RULE, files) == expected

    @pytest.mark.parametrize(
        "url",
        [
            "https://www.example.com/bridges",
            "https://m.example.com/bridges",
            "https://notexample.com/bridges",
            "https://learn.example.org/bridges",
            "/bridges",
        ],
    )
    def test_what_is_no_subdomain(self, url: str) -> None:
        there = _article(self.academy, url=url)
        assert _found(USUAL, USUAL, USUAL, there, there) == [
            _name("d", self.academy, GAZETTE, "a"),
            _name("e", self.academy, GAZETTE, "a"),
        ]


class TestDomains:
    @pytest.mark.parametrize("domain", ["exmaple.com", "example.org", "notexample.com"])
    def test_a_rare_domain(self, domain: str) -> None:
        found = _found(USUAL, _article(GAZETTE, domain), USUAL)
        assert found == [_domain("b", domain, SITE, "a")]

    def test_two_that_are_equally_common(self) -> None:
        said = f'/provider/domain: the domain of the provider "{GAZETTE}" is'
        assert _found(USUAL, _article(GAZETTE, "example.org")) == [
            (
                f'a 4:11-4:24 {RULE} {said} "example.com" here and "example.org" elsewhere'
                ' | b 4:11: the domain is "example.org" here'
            ),
            (
                f'b 4:11-4:24 {RULE} {said} "example.org" here and "example.com" elsewhere'
                ' | a 4:11: the domain is "example.com" here'
            ),
        ]

    def test_several_that_are_equally_common(self) -> None:
        found = _found(*(_article(GAZETTE, f"{name}.example") for name in "abcde"))
        assert [each.count(" | ") for each in found] == [3] * 5
        assert '"e.example" here and "a.example" elsewhere | a 4:11' in found[4]

    @pytest.mark.parametrize(
        "domains",
        [
            ("example.com", "markets.example.com"),
            ("markets.example.com", "news.example.com"),
            ("a.markets.example.com", "markets.example.com", "news.example.com"),
            ("www.example.com", "example.com"),
            ("news.example.co.uk", "sport.example.co.uk", "example.co.uk"),
            ("example.uk", "news.example.uk"),
            ("gov.uk", "service.gov.uk"),
            ("localhost", "localhost"),
        ],
    )
    def test_one_site(self, domains: tuple[str, ...]) -> None:
        assert _found(*(_article(GAZETTE, domain) for domain in domains)) == []

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("example.co.uk", "harbour.co.uk"),
            ("example.com", "example.co.uk"),
            ("news.example.com", "news.harbour.example"),
            ("example.com", "com"),
        ],
    )
    def test_two_sites(self, one: str, other: str) -> None:
        assert len(_found(_article(GAZETTE, one), _article(GAZETTE, other))) == 2

    def test_the_subdomains_of_a_site_count_together(self) -> None:
        usual = [_article(GAZETTE, f"{name}.example.com") for name in ("a", "b", "c")]
        other = _article(GAZETTE, "example.org")
        assert _found(*usual, other, other) == [
            _domain("d", "example.org", "a.example.com", "a"),
            _domain("e", "example.org", "a.example.com", "a"),
        ]

    def test_a_provider_with_a_wrong_name_is_told_once(self) -> None:
        post = _article(POST, "harbour.example")
        mixed = _article(POST, SITE)
        assert _found(USUAL, USUAL, post, post, mixed) == [_name("e", POST, GAZETTE, "a")]


def test_help() -> None:
    assert helps(RULE, {"a": USUAL, "b": _article("The Gazette"), "c": USUAL}) == {
        "b": [("write one name everywhere, or list both for the domain in the option `providers`",)]
    }
    assert helps(RULE, {"a": USUAL, "b": _article(GAZETTE, "example.org"), "c": USUAL}) == {
        "b": [
            ("write one domain everywhere, or list both with the name in the option `providers`",)
        ]
    }


def test_gives_way_to_what_is_wrong_with_the_name_or_domain_itself() -> None:
    assert rules.load(RULE).gives_way


class TestSharedDomains:
    def test_many_names(self) -> None:
        texts = [_article(name, "youtube.com") for name in (GAZETTE, POST, "A", "B")]
        assert _found(*texts) == []
        assert len(_found(*texts, options={"shared-domains": []})) == 4
        shared = {"shared-domains": ["example.com"]}
        assert _found(_article("A"), _article("B"), options=shared) == []

    def test_the_domain_of_a_name_still_counts(self) -> None:
        assert _found(USUAL, USUAL, _article(GAZETTE, "youtube.com")) == [
            _domain("c", "youtube.com", SITE, "a")
        ]


class TestRegistry:
    both: ClassVar[dict[str, Any]] = {SITE: {"name": GAZETTE, "otherNames": ["The Gazette"]}}

    def test_other_names(self) -> None:
        options = {"providers": self.both}
        texts = [USUAL, _article("The Gazette"), _article("Gazette")]
        assert _found(*texts[:2], options=options) == []
        assert _found(*texts, options=options) == [_name("c", "Gazette", GAZETTE, "a")]

    def test_what_is_registered_is_right_however_rare(self) -> None:
        options = {"providers": {SITE: GAZETTE}}
        rare = _article("The Gazette")
        assert _found(rare, rare, USUAL, options=options) == [
            _name("a", "The Gazette", GAZETTE, "c"),
            _name("b", "The Gazette", GAZETTE, "c"),
        ]

    def test_a_registered_name_that_no_article_has(self) -> None:
        options = {"providers": {SITE: GAZETTE}}
        said = f'the provider of "{SITE}" should be called "{GAZETTE}", not'
        assert _found(_article("A"), _article("B"), options=options) == [
            f'a 3:9-3:12 {RULE} /provider/name: {said} "A"',
            f'b 3:9-3:12 {RULE} /provider/name: {said} "B"',
        ]
        assert _found(_article("A"), _article("A"), options=options) == []

    def test_the_name_of_a_subdomain(self) -> None:
        there = _article("Gazette Academy", url="https://learn.example.com/bridges")
        assert _found(USUAL, there, there, options={"providers": {SITE: GAZETTE}}) == []

    def test_several_domains_of_a_name(self) -> None:
        options = {"providers": {SITE: GAZETTE, "example.org": GAZETTE}}
        texts = [USUAL, _article(GAZETTE, "example.org"), _article(GAZETTE, "harbour.example")]
        assert _found(*texts[:2], options=options) == []
        wrong = _domain("c", "harbour.example", SITE, "a")
        assert _found(*texts, options=options) == [wrong]
        assert _found(*texts, texts[2], texts[2], options=options)[0] == wrong

    def test_a_domain_without_a_name(self) -> None:
        options = {"providers": {SITE: {"name": ""}}}
        rare = _article("The Gazette")
        assert _found(USUAL, rare, USUAL, options=options) == [
            _name("b", "The Gazette", GAZETTE, "a")
        ]
