"""Whether the peers ask the same of an article: small articles on which all should agree.

Where one does not, its figures are those of other work, and the difference is told with them.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.bench import peers

SOUND = """\
---
category: news
title: The bakery on the quay opens again
excerpt: After a year of repairs there is bread again.
publishedDateTime: 2024-05-06T07:08:09Z
originalUrl: https://www.quay.example/2024/05/bakery
webUrl: https://www.quay.example/2024/05/bakery
type: article
published: true
provider:
  name: Quay News
  domain: quay.example
  images:
    - url: /assets/quay.png
      width: 50
  authors:
    - name: Robin Sample
topics:
  - Food
  - Local news
related:
  - title: A year without bread
    publishedDateTime: 2023-05-06T07:08:09+02:00
    webUrl: https://www.quay.example/2023/05/bread
    provider:
      name: Quay News
      domain: quay.example
quality: 7
heat: -1
---
"""


class Case(NamedTuple):
    """The sound article with one text instead of another."""

    old: str = ""
    new: str = ""
    is_sound: bool = False

    def text(self) -> str:
        """The whole article."""
        assert self.old in SOUND
        return SOUND.replace(self.old, self.new, 1)


CASES: dict[str, Case] = {
    "a sound article": Case(is_sound=True),
    "a date with an offset": Case("07:08:09Z", "07:08:09-05:00", is_sound=True),
    "a date with a fraction": Case("07:08:09Z", "07:08:09.25Z", is_sound=True),
    "a date in quotes": Case("2024-05-06T07:08:09Z", '"2024-05-06T07:08:09Z"', is_sound=True),
    "a date at midnight": Case("07:08:09Z", "00:00:00Z", is_sound=True),
    "one address only": Case(
        "originalUrl: https://www.quay.example/2024/05/bakery\n", is_sound=True
    ),
    "a video": Case("type: article", "type: video", is_sound=True),
    "no related articles": Case(SOUND[SOUND.index("related:") : SOUND.index("quality:")], "", True),
    "a missing title": Case("title: The bakery on the quay opens again\n"),
    "an empty title": Case("The bakery on the quay opens again", '""'),
    "a number as title": Case("The bakery on the quay opens again", "7"),
    "an unknown key": Case("quality: 7", "qualty: 7"),
    "an unknown key of the provider": Case("  domain:", "  site: x\n  domain:"),
    "an unknown key of an image": Case("      width:", "      wide: 1\n      width:"),
    "a provider without a name": Case("  name: Quay News\n"),
    "a related article without a title": Case(
        "title: A year without bread\n    published", "published"
    ),
    "a domain with a scheme": Case("domain: quay.example", "domain: https://quay.example"),
    "an unknown type": Case("type: article", "type: artcle"),
    "a word for true": Case("published: true", "published: yes"),
    "a text as topics": Case("topics:\n  - Food\n  - Local news", "topics: Food"),
    "no topics": Case("topics:\n  - Food\n  - Local news", "topics: []"),
    "an empty topic": Case("- Food", '- ""'),
    "a fraction as quality": Case("quality: 7", "quality: 7.5"),
    "a quality below 0": Case("quality: 7", "quality: -1"),
    "a width of 0": Case("width: 50", "width: 0"),
    "an address without a scheme": Case("https://www.quay", "www.quay"),
    "a date without a time": Case("2024-05-06T07:08:09Z", "2024-05-06"),
    "a date without a zone": Case("07:08:09Z", "07:08:09"),
    "a day that does not exist": Case("2024-05-06T", "2024-02-30T"),
    "no address": Case(SOUND[SOUND.index("originalUrl:") : SOUND.index("type:")], ""),
    "a topic given twice": Case("- Local news", "- Food"),
    "a space in an address": Case("/2024/05/bakery", "/2024/05/bakery now"),
}


def disagreements(schema: str) -> dict[str, list[str]]:
    """For each tool that is there, the cases of which it says otherwise than the schema does."""
    with TemporaryDirectory() as folder:
        for number, case in enumerate(CASES.values()):
            article = Path(folder, f"{number}.md")
            article.write_text(case.text(), encoding="utf-8")
            peers.extract(str(article), f"{article}.yaml")
        return {
            tool: [
                name
                for number, (name, case) in enumerate(CASES.items())
                if (f"{number}.md" not in found) != case.is_sound
            ]
            for tool, found in _reported(folder, schema).items()
        }


def _reported(folder: str, schema: str) -> Mapping[str, set[str]]:
    """The names of the articles in which each tool finds a fault."""
    found = {"articlelint": _of_articlelint(folder, schema)}
    if program := peers.mdsmith():
        found[peers.MDSMITH] = _of_mdsmith(folder, schema, program)
    if program := peers.check_jsonschema():
        found[peers.CHECK_JSONSCHEMA] = _of_check_jsonschema(folder, schema, program)
    return found


def _of_articlelint(folder: str, schema: str) -> set[str]:
    options = ["--no-config", "--no-cache", "--select", "schema", "--format", "json"]
    command = [*peers.articlelint(), "check", *options, "--schema", schema, "."]
    return {each["path"] for each in json.loads(_output(command, folder))}


def _of_mdsmith(folder: str, schema: str, program: str) -> set[str]:
    content = json.loads(Path(schema).read_text(encoding="utf-8"))
    command = peers.mdsmith_command(program, content, str(Path(folder, ".mdsmith.yml")))
    output = _output([*command, "--format", "json", "--output", "-", "."], folder)
    return {Path(each["file"]).name for each in json.loads(output)}


def _of_check_jsonschema(folder: str, schema: str, program: str) -> set[str]:
    files = [f"{number}.md.yaml" for number in range(len(CASES))]
    command = peers.check_jsonschema_command(program, schema)
    output = json.loads(_output([*command, "--output-format", "json", *files], folder))
    broken = [*output.get("errors", ()), *output.get("parse_errors", ())]
    return {each["filename"].removesuffix(".yaml") for each in broken}


def _output(command: list[str], folder: str) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout
