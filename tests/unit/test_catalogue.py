"""The pages and lists of the rules, and the documentation made from them."""

from __future__ import annotations

import json
import re
import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from articlelint import catalogue, rules
from articlelint.article import DEFAULT_NAMES, Article
from articlelint.catalogue import listing, pages
from articlelint.catalogue.field_table import fields_of
from articlelint.model import Safety, Severity
from articlelint.rule import Example, Ignorable, Objection, Options, Rule, Stage
from articlelint.settings import records
from tests.support import ROOT

EXAMPLE = Example("---\na: 1\n---\n", '"a" is `1`', "---\na: 2\n---\n")


def _check(article: Article, options: Options) -> list[Objection]:
    raise NotImplementedError


def _rule(**properties: Any) -> Rule:
    facts = {
        "summary": "a | b that is 1",
        "docs": "A thing is wrong.\n\nFor a reason.\n\nWrite it well.\n",
        "severity": Severity.WARNING,
        "check": _check,
        "examples": (EXAMPLE,),
    }
    return Rule(**{**facts, **properties})


NAMES = {
    "type": "array",
    "items": {"type": "string"},
    "description": "All the names.",
    "default": ["é"],
}
RULES = {
    "b-rule": _rule(severity=Severity.ERROR, fixes=(Safety.UNSAFE,)),
    "a-rule": _rule(opt_in=True, options={"names": NAMES}),
    "reading-rule": _rule(stage=Stage.READING, fixes=(Safety.SAFE,), examples=()),
    "run-rule": _rule(stage=Stage.RUN, examples=()),
}


@pytest.fixture
def _made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only these rules exist, and are found in the usual way."""
    monkeypatch.setattr(rules, "ids", lambda: dict.fromkeys(RULES, "module"))
    monkeypatch.setattr(rules, "load", RULES.__getitem__)


made_up = pytest.mark.usefixtures("_made_up")


def test_the_page_of_a_rule() -> None:
    limit = {"type": "integer", "description": "The most.", "default": 3}
    rule = _rule(
        fixes=(Safety.SAFE,),
        options={"names": NAMES, "most": limit},
        examples=(EXAMPLE._replace(path="2023-05-04-a.md", options={"names": ["a"], "most": 2}),),
    )
    assert (
        pages.rule_page("a-rule", rule)
        == """\
# a-rule

A thing is wrong.

- Severity: warning
- Fixable: safe, there is one right fix

For a reason.

Write it well.

## Options

`names` (array of strings): All the names. Default:

```yaml
names: ["é"]
```

`most` (integer): The most. Default:

```yaml
most: 3
```

## Examples

With these options:

```yaml
names: ["a"]
most: 2
```

Bad, in a file named `2023-05-04-a.md`:

```markdown
---
a: 1
---
```

The diagnostic says:

```text
"a" is `1`
```

Good:

```markdown
---
a: 2
---
```

## How to ignore

In one place: `# articlelint: ignore[a-rule]` at the end of the line, or above the key.
In one file: `# articlelint: ignore-file[a-rule]`.
In some files or everywhere: `a-rule: off` under `rules` in `.articlelint.yaml`, or
`--ignore a-rule` on the command line.
"""
    )


@pytest.mark.parametrize(
    ("fixes", "words"),
    [
        ((Safety.SAFE,), "safe, there is one right fix"),
        ((Safety.UNSAFE,), "unsafe, the fix is a guess"),
        ((Safety.SAFE, Safety.UNSAFE), "safe where there is one right fix, unsafe otherwise"),
        ((), "no, a person must decide"),
    ],
)
def test_the_page_says_whether_it_is_fixable(fixes: tuple[Safety, ...], words: str) -> None:
    assert f"\n- Fixable: {words}\n" in pages.rule_page("a-rule", _rule(fixes=fixes))


def test_the_page_of_a_keyword_says_whether_it_is_fixable() -> None:
    words = "safe where there is one right fix, unsafe otherwise"
    assert f"\n- Fixable: {words}\n" in catalogue.page("schema/enum")
    assert "\n- Fixable: no, " in catalogue.page("schema/minimum")
    fixable = set(re.findall(r"^- Fixable: (.*)$", catalogue.page("schema"), re.MULTILINE))
    assert fixable == {"depends on the keyword"}


def test_the_page_says_only_what_there_is() -> None:
    text = pages.rule_page("a-rule", _rule(examples=()))
    assert re.findall(r"^## .*", text, re.MULTILINE) == ["## How to ignore"]


IN_ONE_PLACE = (
    "In one place: `# articlelint: ignore[a-rule]` at the end of the line, or above the key."
)
IN_ONE_FILE = "In one file: `# articlelint: ignore-file[a-rule]`."


@pytest.mark.parametrize(
    ("ignorable", "by_comment"),
    [
        (Ignorable.ANYWHERE, f"{IN_ONE_PLACE}\n{IN_ONE_FILE}"),
        (Ignorable.WHOLE_FILE, IN_ONE_FILE),
        (Ignorable.NEVER, "No comment can ignore it."),
    ],
)
def test_the_page_says_which_comments_can_ignore_it(ignorable: Ignorable, by_comment: str) -> None:
    text = pages.rule_page("a-rule", _rule(ignorable=ignorable))
    assert f"## How to ignore\n\n{by_comment}\nIn some files or everywhere: " in text


@pytest.mark.parametrize("prevents_check", [True, False])
def test_the_page_says_what_prevents_the_check(*, prevents_check: bool) -> None:
    text = pages.rule_page("a-rule", _rule(prevents_check=prevents_check))
    line = "\n- Prevents a full check of the article\n"
    assert (line in text) is prevents_check


def test_the_page_of_a_rule_that_is_off_by_default() -> None:
    text = pages.rule_page("a-rule", _rule(opt_in=True))
    assert "\n- Severity: warning, off by default\n" in text
    assert (
        "\n## Turn it on\n\nIt reports nothing until `.articlelint.yaml` names it under `rules`: "
        in text
    )


@pytest.mark.parametrize("other", [{}, {"names": ["b"]}])
def test_the_page_of_a_rule_that_is_off_without_options(other: dict[str, Any]) -> None:
    examples = tuple(Example("", "", "", options=each) for each in ({"names": ["a"]}, other))
    text = pages.rule_page("a-rule", _rule(opt_in=True, examples=examples))
    needed = (
        "\n## Turn it on\n\nIt reports nothing until `.articlelint.yaml` gives it options under "
        '`rules`, such as:\n\n```yaml\nrules:\n  a-rule:\n    names: ["a"]\n```\n'
    )
    assert (needed in text) is bool(other)


@pytest.mark.parametrize(
    ("bad", "shown"),
    {
        "no final line break": ("a", "```markdown\na\n```\n"),
        "empty lines": ("\na\n\n", "```markdown\n\na\n\n```\n"),
        "backticks": ("`a` ``b``\n", "```markdown\n`a` ``b``\n```\n"),
        "a fence": ("```\n````\n", "`````markdown\n```\n````\n`````\n"),
        "a byte order mark": ("\ufeff---\n", "```markdown\n<U+FEFF>---\n```\n"),
        "another line break": ("a\r\nb\u2028", "```markdown\na<U+000D>\nb<U+2028>\n```\n"),
        "other spaces": ("\ta\u00a0b\n", "```markdown\n<U+0009>a<U+00A0>b\n```\n"),
        "what a terminal obeys": ("\x1b[1m\u202e", "```markdown\n<U+001B>[1m<U+202E>\n```\n"),
    }.values(),
)
def test_an_example_is_shown_as_it_is_whatever_it_holds(bad: str, shown: str) -> None:
    text = pages.rule_page("a-rule", _rule(examples=(EXAMPLE._replace(bad=bad),)))
    assert f"\nBad:\n\n{shown}\nThe diagnostic says:\n" in text
    assert ("\nEach `<U+...>` is one character " in text) is ("<U+" in shown)


def test_an_example_may_hold_what_looks_like_an_escape() -> None:
    text = pages.rule_page("a-rule", _rule(examples=(EXAMPLE._replace(bad="<U+0041>\n"),)))
    assert "Each `<U+...>`" not in text


def test_the_page_of_a_keyword() -> None:
    assert (
        catalogue.page("schema/required")
        == """\
# schema/required

A required key is missing.

- Severity: error
- Fixable: unsafe, the fix is a guess

Add the key with its value.

Definition: JSON Schema Validation 2020-12, section 6.5.3
<https://json-schema.org/draft/2020-12/json-schema-validation#section-6.5.3>

## Examples

With this schema:

```json
{"required": ["title"]}
```

Bad:

```markdown
---
section: news
---
```

The diagnostic says:

```text
missing required key "title"
```

Good:

```markdown
---
section: news
title: A bridge reopens
---
```

## How to ignore

In one place: `# articlelint: ignore[schema/required]` at the end of the line, or above the key.
In one file: `# articlelint: ignore-file[schema/required]`.
In some files or everywhere: `schema/required: off` under `rules` in `.articlelint.yaml`, or
`--ignore schema/required` on the command line.
"""
    )


def test_the_page_of_the_schema_lists_its_ids() -> None:
    text = catalogue.page("schema")
    listed = re.findall(r"^- `(.*?)`: .*\.$", text, re.MULTILINE)
    assert listed == [each for each in catalogue.ids() if each.startswith("schema/")]
    assert "`--ignore schema`" in text
    assert "`--select schema`" in text


@pytest.mark.parametrize("rule_id", catalogue.ids())
def test_every_page_is_sound(rule_id: str) -> None:
    text = catalogue.page(rule_id)
    assert text.startswith(f"# {rule_id}\n\n")
    assert "\n\n- Severity: " in text
    assert "\n- Fixable: " in text
    outside = re.sub(r"^(`{3,})\w+\n.*?^\1\n", "", text, flags=re.MULTILINE | re.DOTALL)
    assert "```" not in outside
    assert max(map(len, outside.splitlines())) <= 120
    assert all(each.isprintable() for each in text.replace("\n", ""))
    assert re.search(r"^## How to ignore\n\n(?:[^\n#][^\n]*\n)+\Z", text, re.MULTILINE)


@made_up
def test_the_groups() -> None:
    found = listing.groups()
    of_schema = found.pop("The schema")
    what = "a | b that is 1"
    assert found == {
        "Errors": [("b-rule", "error", "unsafe", what)],
        "Off by default": [("a-rule", "off", "-", what)],
        "The file and its front matter": [("reading-rule", "warning", "safe", what)],
        "The run": [("run-rule", "warning", "-", what)],
    }
    assert [row.rule_id for row in of_schema] == list(records.schema_ids())


@made_up
def test_the_json() -> None:
    text = listing.as_json()
    assert text.isascii()
    docs = "A thing is wrong.\n\nFor a reason.\n\nWrite it well."
    facts: dict[str, Any] = {"summary": "a | b that is 1", "options": {}, "docs": docs}
    assert json.loads(text) == [
        {"id": "a-rule", "severity": "off", "fixable": None, **facts, "options": {"names": NAMES}},
        {"id": "b-rule", "severity": "error", "fixable": "unsafe", **facts},
        {"id": "reading-rule", "severity": "warning", "fixable": "safe", **facts},
        {"id": "run-rule", "severity": "warning", "fixable": None, **facts},
    ]


@made_up
def test_the_index_groups_the_rules() -> None:
    text = catalogue.documentation()["README.md"]
    head = "| id | severity | fixable | summary |\n| --- | --- | --- | --- |\n"
    assert text.partition("## The schema")[0].partition("## ")[2] == (
        f"Errors\n\n{head}| [b-rule](b-rule.md) | error | unsafe | a \\| b that is 1 |\n\n"
        "## Off by default\n\n"
        f"{head}| [a-rule](a-rule.md) | off | - | a \\| b that is 1 |\n\n"
        "## The file and its front matter\n\n"
        f"{head}| [reading-rule](reading-rule.md) | warning | safe | a \\| b that is 1 |\n\n"
        f"## The run\n\n{head}| [run-rule](run-rule.md) | warning | - | a \\| b that is 1 |\n\n"
    )


@made_up
def test_every_rule_is_in_the_documentation() -> None:
    files = catalogue.documentation()
    pages_of_all = {"schema.md", "README.md", "fields.md"}
    assert files.keys() == {*(f"{each}.md" for each in RULES), *pages_of_all}
    assert files["b-rule.md"] == catalogue.page("b-rule")
    assert catalogue.ids()[: len(RULES) + 1] == (*RULES, "schema")


def test_every_link_of_the_index_leads_somewhere() -> None:
    files = catalogue.documentation()
    links = re.findall(r"^\| \[(.+?)\]\((.+?)(?:#(.+?))?\) \|", files["README.md"], re.MULTILINE)
    assert {rule_id for rule_id, _, _ in links} == {*catalogue.ids()} - {"schema"}
    for rule_id, file, anchor in links:
        assert f"{'### ' if anchor else '# '}{rule_id}\n" in files[file]
        # GitHub makes an anchor of a heading's letters and digits in lower case.
        assert anchor in ("", re.sub(r"\W", "", rule_id).lower())


def test_the_reference_describes_each_keyword() -> None:
    reference = catalogue.documentation()["schema.md"]
    for rule_id in catalogue.ids():
        if rule_id.startswith("schema/"):
            parts = catalogue.page(rule_id).partition("## Examples\n")
            assert parts[2].partition("## How to ignore")[0].strip() in reference


Generate = Callable[..., int]


@pytest.fixture
def generate() -> Generate:
    main: Generate = runpy.run_path(str(ROOT / "docs" / "generate.py"))["main"]
    return main


def test_the_documentation_is_up_to_date(
    generate: Generate, capsys: pytest.CaptureFixture[str]
) -> None:
    assert generate(["--check"]) == 0, capsys.readouterr().out


def test_what_is_stale_is_named(
    generate: Generate, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert generate([], tmp_path) == 0
    assert generate(["--check"], tmp_path) == 0
    pages = tmp_path / "docs" / "rules"
    (pages / "schema.md").write_text("changed")
    (pages / "README.md").unlink()
    (pages / "no-rule.md").write_text("gone")
    (pages / "picture.svg").write_text("<svg/>")
    (tmp_path / "schemas" / "config.schema.json").write_text("{}")
    before = _contents(pages)
    capsys.readouterr()
    assert generate(["--check"], tmp_path) == 1
    assert capsys.readouterr().out.splitlines() == [
        "docs/rules/README.md is stale",
        "docs/rules/no-rule.md belongs to no rule",
        "docs/rules/schema.md is stale",
        "schemas/config.schema.json is stale",
        "run: python docs/generate.py",
    ]
    assert _contents(pages) == before


def test_what_is_stale_is_written(generate: Generate, tmp_path: Path) -> None:
    folder = tmp_path / "docs" / "rules"
    assert generate([], tmp_path) == 0
    fresh = _contents(folder)
    assert fresh.keys() == catalogue.documentation().keys()
    assert not any(b"\r" in content for content in fresh.values())
    (folder / "schema.md").write_text("changed")
    (folder / "no-rule.md").write_text("gone")
    (folder / "picture.svg").write_text("<svg/>")
    assert generate([], tmp_path) == 0
    assert _contents(folder) == {**fresh, "picture.svg": b"<svg/>"}


@pytest.mark.parametrize(
    ("rule_id", "fields"),
    [
        ("published-flag", {"published"}),
        ("date-order", {"publishedDateTime", "updatedDateTime", "related"}),
        ("unknown-topic", {"topics"}),
        ("non-canonical-domain", {"provider", "domain", "related"}),
        (
            "conflicting-urls",
            {"originalUrl", "webUrl", "ampWebUrl", "cdnAmpWebUrl", "related"},
        ),
        ("rare-key", set()),
        ("yaml-syntax", set()),
    ],
)
def test_the_fields_that_a_rule_looks_at(rule_id: str, fields: set[str]) -> None:
    assert fields_of(rules.load(rule_id)) == fields


def test_a_rule_that_asks_the_schema_needs_no_options() -> None:
    said = " ".join(catalogue.page("key-order").partition("## Turn it on")[2].split())
    assert "write `key-order: warning`, or its options" in said


def test_each_field_is_looked_at_by_some_rule() -> None:
    rows = re.findall(r"^\| `(\w+)` \| \[", catalogue.documentation()["fields.md"], re.MULTILINE)
    assert rows == list(DEFAULT_NAMES)


def _contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_a_check_needs_none_of_it(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("---\ntitel: A bridge reopens\n---\n")
    program = (
        "import sys\n"
        "from articlelint.cli import main\n"
        "try:\n"
        f"    main(['--quiet', {str(file)!r}])\n"
        "except SystemExit as end:\n"
        "    assert end.code == 1\n"
        "print([each for each in sys.modules if 'catalogue' in each or 'glossary' in each])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.endswith(b"\n[]\n")
