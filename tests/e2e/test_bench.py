"""The benchmark of ``tests/bench`` works, on few articles. Nothing here depends on a clock."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.bench import __main__ as bench
from tests.bench import agreement, goals, growing, page, peers, works
from tests.bench.cue import front_matter
from tests.bench.growth import MOST, Growth, grow
from tests.bench.processes import Command, FailedError, Taken, in_turns, take
from tests.bench.stages import stages
from tests.bench.works import Sizes, Work, Works
from tests.support import ROOT

pytestmark = pytest.mark.posix

SIZES = Sizes(site=300, few=10, small=300, large=300, rounds=1, rounds_of_one=1)


def _program(path: Path, script: str) -> str:
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def _measured(folder: Path) -> Works:
    measured = Works(str(folder), SIZES)
    for group in measured.groups().values():
        group()
    return measured


def _page(measured: Works) -> page.Measured:
    results = goals.results(measured.done, measured.missing, SIZES)
    growths = {"keys": Growth(1, (1.0, 2.0, 4.0)), "pairs": Growth(1, (1.0, 4.0, 16.0))}
    wrong: Mapping[str, list[str]] = {"articlelint": [], "mdsmith": ["a date at midnight"]}
    machine = {"Python": "3.10"}
    return page.Measured(machine, SIZES, measured.done, results, wrong, {"read": 8.0}, growths)


def test_all_works_are_measured_and_put_on_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = _program(tmp_path / "peer", 'echo "$@" >> "$0.said"; echo "MDS001 line-length"')
    monkeypatch.setattr(peers, "mdsmith", lambda: said)
    monkeypatch.setattr(peers, "check_jsonschema", lambda: said)
    monkeypatch.setattr(works, "sleep", lambda _: None)
    measured = _measured(tmp_path)
    assert measured.missing == {}
    assert measured.done.keys() == works._TITLES.keys()
    assert all(min(work.taken) > 0 for work in measured.done.values())
    commands = Path(f"{said}.said").read_text(encoding="utf-8").splitlines()
    assert {each.split()[0] for each in commands} == {"help", "check", "--force-filetype"}
    assert commands[-1].count("extracted/") == SIZES.few
    whole = _page(measured)
    assert all(each.ratio for each in whole.goals)
    empty = (ROOT / bench.PAGE).read_text(encoding="utf-8")
    filled = page.filled(empty, page.tables(whole))
    assert filled.count("| 2.0 |") == 1
    assert "| keys | 1 | 1000.0 | 2000.0 | 4000.0 | 1.00 |" in filled
    assert "| pairs | 1 | 1000.0 | 4000.0 | 16000.0 | 2.00 (too much) |" in filled
    assert page.filled(filled, page.tables(whole)) == filled
    json.dumps(bench.as_json(whole))
    root = ET.fromstring(page.chart(whole))  # noqa: S314 - our own
    assert len(root.findall("{*}rect")) == len(page._CHARTED)


def test_a_peer_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    measured = {name: Work(1, Taken(1.0, 1.0, 1.0)) for name in works._TITLES}
    del measured["mdsmith"]
    results = goals.results(measured, {"mdsmith": "mdsmith is not installed"}, SIZES)
    assert [each.ratio for each in results].count(None) == 4
    monkeypatch.setattr(peers, "mdsmith", lambda: None)
    monkeypatch.setattr(peers, "check_jsonschema", lambda: None)
    assert peers.versions().keys() == {"articlelint"}
    table = page._table((), map(page._goal, results))
    assert table.count("| 1.5 | not measured: mdsmith is not installed |  |") == 1


def test_works_without_peers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers, "mdsmith", lambda: None)
    monkeypatch.setattr(peers, "check_jsonschema", lambda: None)
    monkeypatch.setattr(works, "in_turns", lambda commands, *_, **__: dict.fromkeys(commands))
    measured = Works(str(tmp_path), SIZES)
    groups = [*measured.groups().values()]
    for group in groups[:3]:
        group()
    assert measured.missing.keys() == {"mdsmith", "check-jsonschema"}
    assert {"few", "rules"} < measured.done.keys()


def test_a_goal_is_a_ratio_of_time_or_memory() -> None:
    taken = {
        "large": Work(300, Taken(60.0, 0.0, 30.0)),
        "small": Work(10, Taken(1.0, 0.0, 20.0)),
        "hook": Work(1, Taken(2.0, 0.0, 0.0)),
        "click again": Work(1, Taken(1.0, 0.0, 0.0)),
        "git": Work(1, Taken(5.0, 0.0, 0.0)),
    }
    ratios = {each.of: goals._ratio(each, taken) for each in goals.GOALS if each.work == "large"}
    assert ratios == {"time for each": 2.0, "memory": 1.5}
    assert goals._ratio(goals.GOALS[-1], taken) == 0.25
    assert goals._ratio(goals.GOALS[0], taken) is None


def test_articlelint_says_what_the_schema_says_of_each_case() -> None:
    found = agreement.disagreements(str(bench.SCHEMA))
    assert found.pop("articlelint") == []
    for told in found.values():  # of the peers that are installed
        assert "a sound article" not in told
        assert "a missing title" not in told


def test_a_schema_in_the_language_of_mdsmith() -> None:
    schema = json.loads((ROOT / "schemas/article.schema.json").read_text(encoding="utf-8"))
    fields = front_matter(schema)
    assert fields["category"] == 'string & !=""'
    assert fields["published"] == "bool"
    assert fields["heat?"] == "int & >=-1"
    assert fields["type"] == '"article" | "video"'
    assert fields["topics"] == '[string & !="", ...string & !=""]'
    assert fields["provider"].startswith('close({name: string & !="", domain: string & =~"^[^')
    assert fields["related?"].count("close(") == 6
    open_schema = {"properties": {"a": {"type": "object", "properties": {}}}}
    assert front_matter(open_schema) == {"a?": "{}"}


def test_the_parts_of_an_article_add_up(tmp_path: Path) -> None:
    measured = Works(str(tmp_path), SIZES)
    found = stages(measured._site("site", SIZES.site), rounds=1)
    assert [*found][:2] == ["the file read", "and its tokens found (C)"]
    assert min(found.values()) > 0


@pytest.mark.parametrize("name", growing.tasks())
def test_each_kind_of_growth_can_be_measured(name: str) -> None:
    growth = grow(1, growing.tasks()[name][1], 1)
    assert len(growth.seconds) == 3
    assert Growth(1, (1.0, 2.0, 4.0)).exponent == 1 < MOST


def test_a_command_takes_time_and_memory(tmp_path: Path) -> None:
    rounds: list[None] = []
    command = Command([sys.executable, "-c", ""], str(tmp_path), lambda: rounds.append(None))
    (taken,) = in_turns({"python": command}, 2).values()
    assert len(rounds) == 3
    assert taken.cpu > 0 < taken.seconds
    assert taken.megabytes > 1


def test_a_command_that_fails_stops_the_benchmark(tmp_path: Path) -> None:
    script = "import sys; sys.exit('no such thing')"
    command = Command([sys.executable, "-c", script], str(tmp_path), statuses=(0,))
    with pytest.raises(FailedError, match=r"exit status 1: .*\nno such thing"):
        take(command)
