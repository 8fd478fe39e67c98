from __future__ import annotations

from articlelint import lint_text
from tests.support import article, check_rule

RULE = "unknown-provider"
PROVIDERS = {
    "example.com": "Example Gazette",
    "news.example.org": "Example News",
    "WWW.Harbour.example": "Harbour Post",
    "b\u00fccher.example": "B\u00fccherbote",
}
CONFIG = {"rules": {RULE: {"providers": PROVIDERS}}}


def _article(domain: str, name: str = "") -> str:
    return f"provider:\n  domain: {domain}\n" + (f"  name: {name}\n" if name else "")


def _unknown(domain: str, meant: str = "") -> tuple[str, list[str]]:
    what = f'did you mean "{meant}"?' if meant else "correct the domain, or add it to the registry"
    message = f'unknown provider "{domain}": {what}'
    return _article(domain), [f"3:11-3:{11 + len(domain)} {message}"]


def _misnamed(name: str, meant: str, domain: str) -> tuple[str, list[str]]:
    message = f'the provider of "{domain}" should be called "{meant}", not "{name}"'
    return _article(domain, name), [f"4:9-4:{9 + len(name)} {message}"]


SILENT = {
    "absent": "title: A bridge reopens\n",
    "known": _article("example.com", "Example Gazette"),
    "known, below another domain": _article("news.example.org", "Example News"),
    "without a name": _article("example.com"),
    "the domain written otherwise": _article("https://www.Example.com/news", "Example Gazette"),
    "the registry written otherwise": _article("harbour.example", "Harbour Post"),
    "an international domain": _article("b\u00fccher.example", "B\u00fccherbote"),
    "an international domain in A-labels": _article("xn--bcher-kva.example", "B\u00fccherbote"),
    "a provider that is text": "provider: example.net\n",
    "a provider without a domain": "provider: {name: The Gazette}\n",
    "a domain that is no text": "provider: {domain: [example.net]}\n",
    "a domain without a value": "provider: {domain: , name: The Gazette}\n",
    "a domain that is empty": "provider: {domain: '', name: The Gazette}\n",
    "a domain without a host": "provider: {domain: 'https://', name: The Gazette}\n",
    "a name that is no text": "provider: {domain: example.com, name: [The Gazette]}\n",
    "an empty name": "provider: {domain: example.com, name: ''}\n",
    "a name of spaces": "provider: {domain: example.com, name: '  '}\n",
    "a domain elsewhere": "domain: example.net\n",
}

REPORTED = {
    "another domain": _unknown("otters.test"),
    "a misspelt domain": _unknown("exmaple.com", meant="example.com"),
    "a domain below a known one": _unknown("sports.example.com", meant="example.com"),
    "a domain below one that is written otherwise": _unknown(
        "a.b.harbour.example", meant="WWW.Harbour.example"
    ),
    "a domain with another end": _unknown("example.cmo", meant="example.com"),
    "a domain that has little but its end in common": _unknown("exile.com"),
    "a short domain": _unknown("ex.com"),
    "an international domain": _unknown("\u00f6tter.test"),
    "a misspelt international domain": _unknown("b\u00fccehr.example", meant="b\u00fccher.example"),
    "another name": _misnamed("The Gazette", "Example Gazette", "example.com"),
    "another case": _misnamed("Example gazette", "Example Gazette", "example.com"),
    "another provider's name": _misnamed("Example News", "Example Gazette", "example.com"),
    "another name, the registry written otherwise": _misnamed(
        "Harbour", "Harbour Post", "harbour.example"
    ),
    "an unknown domain, whose name nobody can judge": (
        "provider:\n  name: Example Gazette\n  domain: otters.test\n",
        ['4:11-4:22 unknown provider "otters.test": correct the domain, or add it to the registry'],
    ),
    "related items": (
        (
            "related:\n"
            "  - provider: {domain: example.com, name: Example Gazette}\n"
            "  - provider: {domain: exmaple.com}\n"
            "  - provider: {domain: example.com, name: Gazette}\n"
        ),
        [
            '4:24-4:35 unknown provider "exmaple.com": did you mean "example.com"?',
            (
                '5:43-5:50 the provider of "example.com" should be called "Example Gazette", '
                'not "Gazette"'
            ),
        ],
    ),
}


#: The others may be another provider, or one that is not registered yet.
CHANGES = {
    "a misspelt domain": "example.com",
    "a domain with another end": "example.com",
    "a misspelt international domain": "b\u00fccher.example",
    "another name": "Example Gazette",
    "another case": "Example Gazette",
    "another provider's name": "Example Gazette",
    "another name, the registry written otherwise": "Harbour Post",
    "related items": ["example.com", "Example Gazette"],
}


def test_unknown_provider() -> None:
    check_rule(RULE, silent=SILENT, reported=REPORTED, changes=CHANGES, config=CONFIG)


def test_other_names() -> None:
    known = {"name": "Example Gazette", "otherNames": ["Gazette", "The Gazette"]}
    check_rule(
        RULE,
        silent={
            "its name": _article("example.com", "Example Gazette"),
            "another name": _article("example.com", "The Gazette"),
        },
        reported={"no name": _misnamed("Gazete", "Example Gazette", "example.com")},
        config={"rules": {RULE: {"providers": {"example.com": known}}}},
    )


def test_without_a_registry() -> None:
    texts = {name: text for name, (text, _) in REPORTED.items()}
    check_rule(RULE, silent=texts, reported={}, config={"rules": {RULE: "warning"}})
    check_rule(RULE, silent=texts, reported={}, config={"rules": {RULE: {"providers": {}}}})


def test_off_unless_the_settings_mention_it() -> None:
    assert lint_text(article(_article("otters.test")), schema={}) == []


def test_other_names_of_the_fields() -> None:
    check_rule(
        RULE,
        silent={"the usual ones": _article("otters.test")},
        reported={
            "the site's own": (
                "source: {site: example.com, called: Gazette}\n",
                [
                    (
                        '2:37-2:44 the provider of "example.com" should be called '
                        '"Example Gazette", not "Gazette"'
                    )
                ],
            )
        },
        config={**CONFIG, "fields": {"provider": "source", "domain": "site", "name": "called"}},
    )


def test_gives_way_to_the_schema() -> None:
    names = {"properties": {"name": {"minLength": 20}}}
    text = article(_article("example.com", "The Gazette"))
    (diagnostic,) = lint_text(text, schema={"properties": {"provider": names}}, config=CONFIG)
    assert diagnostic.rule == "schema/minLength"


def test_a_hostile_provider() -> None:
    for domain in ("example" * 120_000 + ".com", "\u00fc" * 900_000, "a." * 450_000 + "com"):
        (diagnostic,) = lint_text(article(_article(domain)), schema={}, config=CONFIG)
        assert len(diagnostic.message) < 150
