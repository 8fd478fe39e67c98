"""One file makes a rule: everything else about rules and options is generated from it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import ROOT

RULE_ID = "shouting-title"
RULE_FILE = "lint/articlelint/rules/shouting_title.py"
RULE = '''\
"""A title has several words in capitals.

Capitals are slow to read, and a list of titles in which one shouts is one in which nobody reads
the others. Screen readers may spell out such words letter by letter. Write the title as a sentence,
with capitals only where a name or the first word has them. Abbreviations are no shouting as long as
there are few of them: the option `most-words` says how many words in capitals a title may have.
"""

from collections.abc import Iterator

from articlelint.article import Article
from articlelint.model import Severity
from articlelint.rule import Example, Objection, Options, Rule


def check(article: Article, options: Options) -> Iterator[Objection]:
    for path, title in article.entry.texts(article.fields.title):
        if sum(map(str.isupper, title.split())) > options["most-words"]:
            yield Objection(path, "the title shouts: write it in small letters")


RULE = Rule(
    summary="a title with several words in capitals",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    options={
        "most-words": {
            "description": "How many words in capitals a title may have.",
            "type": "integer",
            "minimum": 0,
            "default": 2,
        }
    },
    examples=(
        Example(
            bad="---\\ntitle: THE BRIDGE IS OPEN\\n---\\n",
            message="the title shouts: write it in small letters",
            good="---\\ntitle: The bridge is open\\n---\\n",
        ),
    ),
)
'''

ARTICLE = "---\ntitle: BBC SHOWS the bridge\n---\n"
LINE = "a.md:2:8: {} the title shouts: write it in small letters [shouting-title]\n"


class Checkout:
    """A copy of the sources, and the programs in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # Nobody measures the coverage of copied code.
        kept = {name: each for name, each in os.environ.items() if "COV" not in name}
        self._environment = {**kept, "PYTHONPATH": str(folder / "lint")}

    def python(self, *arguments: str) -> tuple[int, str, str]:
        """The exit status and output of a run of Python in the folder `articles`."""
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder / "articles",
            env=self._environment,
            capture_output=True,
            check=False,
            text=True,
        )
        return done.returncode, done.stdout, done.stderr

    def articlelint(self, *arguments: str) -> tuple[int, str, str]:
        return self.python("-m", "articlelint", *arguments)

    def configure(self, text: str) -> None:
        (self.folder / "articles/.articlelint.yaml").write_text(f"schema: any.json\n{text}")

    def files(self) -> dict[str, bytes]:
        """Everything but what Python compiles."""
        names = self.folder.rglob("*")
        files = (each for each in names if each.is_file() and each.suffix != ".pyc")
        return {str(each.relative_to(self.folder)): each.read_bytes() for each in files}


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """The sources with up-to-date pages, and then the file of the new rule."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("lint", "schemas", "docs"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    (folder / "articles").mkdir()
    (folder / "articles/a.md").write_text(ARTICLE)
    (folder / "articles/any.json").write_text("{}")
    checkout = Checkout(folder)
    assert checkout.python("../docs/generate.py")[0] == 0
    (folder / RULE_FILE).write_text(RULE)
    return checkout


def test_the_commands_know_it(checkout: Checkout) -> None:
    table = " ".join(checkout.articlelint("rules")[1].split())
    assert "shouting-title warning - a title with several words in capitals" in table
    rules = json.loads(checkout.articlelint("rules", "--format", "json")[1])
    (rule,) = [each for each in rules if each["id"] == RULE_ID]
    assert rule["options"]["most-words"]["default"] == 2
    page = checkout.articlelint("explain", RULE_ID)[1]
    assert page.startswith(f"# {RULE_ID}\n\nA title has several words in capitals.\n")
    assert "`most-words` (integer): How many words in capitals a title may have." in page


def test_the_documentation_and_the_schema_for_editors_get_it(checkout: Checkout) -> None:
    before = checkout.files()
    assert checkout.python("../docs/generate.py", "--check")[0] == 1
    assert checkout.python("../docs/generate.py")[0] == 0
    after = checkout.files()
    page = f"docs/rules/{RULE_ID}.md"
    assert sorted(name for name in after if before.get(name) != after[name]) == [
        "docs/rules/README.md",
        "docs/rules/fields.md",
        page,
        "schemas/config.schema.json",
    ]
    assert after[page].decode().endswith(checkout.articlelint("explain", RULE_ID)[1])
    schema = json.loads(checkout.articlelint("schema", "config")[1])
    _, with_options = schema["$defs"]["rules"]["properties"][RULE_ID]["anyOf"]
    assert with_options["properties"]["most-words"]["minimum"] == 0


def test_a_configuration_sets_its_option(checkout: Checkout) -> None:
    concise = ("--quiet", "--format", "concise")
    checkout.configure("")
    assert checkout.articlelint(*concise) == (0, "", "")
    checkout.configure("rules: {shouting-title: {most-words: 1}}\n")
    assert checkout.articlelint(*concise) == (0, LINE.format("warning"), "")
    checkout.configure("rules: {shouting-title: {severity: error, most-words: 1}}\n")
    assert checkout.articlelint(*concise) == (1, LINE.format("error"), "")
    shown = checkout.articlelint("--show-config", "a.md")[1]
    assert "    most-words: 1 # .articlelint.yaml:2:55\n" in shown


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        (
            "{shouting-titel: off}",
            '2:9: unknown key "shouting-titel": did you mean "shouting-title"?',
        ),
        (
            "{shouting-title: {most-word: 1}}",
            '2:26: unknown key "most-word": did you mean "most-words"?',
        ),
        (
            "{shouting-title: {most-words: few}}",
            '2:38: "most-words" should be a whole number, not the text "few"',
        ),
        (
            "{shouting-title: {most-words: -1}}",
            '2:38: "most-words" should be at least 0, not -1',
        ),
    ],
)
def test_a_mistake_in_its_settings_has_a_place(checkout: Checkout, rules: str, said: str) -> None:
    checkout.configure(f"rules: {rules}\n")
    assert checkout.articlelint() == (2, "", f"Error: .articlelint.yaml:{said}\n")
