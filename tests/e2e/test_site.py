"""A small site with three kinds of content, checked as the team that writes it would.

``site/`` is a repository with a configuration at its top and one in each of two folders, a schema
of its own, ignore comments and a baseline. What is printed of it is in ``snapshots/``. To
accept a change, delete the files that it concerns, run the test twice, and look at the diff.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest

from articlelint import reporters
from tests.e2e.conftest import Run

HERE = Path(__file__).parent
SNAPSHOTS = HERE / "snapshots"

CONCISE = ("--format", "concise")
KNOWN = "known.json"
SOUND = "_news/2024-03-04-footbridge-opens.md"
FERRY = "_news/2024-03-05-ferry-sails-late.md"
MILL = "_news/2024-03-06-mill-turns-again.md"

#: What git might change, or would not keep: line breaks, marks, and what it ignores.
MADE = {
    "_news/2024-03-07-geese-on-the-lock.md": (
        b"---\r\n"
        b"category: news\r\n"
        b"title: Geese close the lock\r\n"
        b"excerpt: They left when they were ready.\r\n"
        b"publishedDateTime: 2024-03-07\r\n"
        b"webUrl: https://lantern.example/2024/03/geese\r\n"
        b"type: article\r\n"
        b"published: true\r\n"
        b"provider: {name: The Fell Lantern, domain: lantern.example}\r\n"
        b"topics: [Ferries]\r\n"
        b"---\r\n"
    ),
    "_news/2024-03-08-café-lights.md": (
        b"\xef\xbb\xbf---\n"
        b"category: news\n"
        b"title: Caf\xc3\xa9 \xe2\x98\x95 keeps its lights on\n"
        b"excerpt: Caf\xc3\xa9 \xe2\x98\x95\xc2\xa0and cake until nine.\n"
        b"publishedDateTime: 2024-03-08T19:00:00Z\n"
        b"webUrl: https://lantern.example/2024/03/cafe\n"
        b"type: article\n"
        b"published: true\n"
        b"provider: {name: The Fell Lantern, domain: lantern.example}\n"
        b"topics: [Weather]\n"
        b"---\n"
    ),
    ".gitignore": b"_site/\n",
    "_site/index.md": b"<p>What the site's own program writes</p>\n",
}


@pytest.fixture
def site(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The site, in the current folder; the faults of its oldest articles are baselined."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1711929600")  # 2024-04-01
    shutil.copytree(HERE / "site", folder, dirs_exist_ok=True)
    for name, content in MADE.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    said = f"{KNOWN}: 2 added, 0 removed, 0 kept\n"
    assert run("--write-baseline", KNOWN, "_news/2019") == (0, "", said)
    return folder


def replace(path: str, old: str, new: str) -> None:
    """Edit a file as a writer would."""
    text = Path(path).read_text(encoding="utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new), encoding="utf-8")


def without_versions(output: str) -> str:
    """A report without what changes with each release or with the text of a rule."""
    output = output.replace(f'"version": "{version("articlelint")}"', '"version": "(ours)"')
    output = re.sub(r'"shortDescription": .*?(?="defaultConfiguration")', "", output)
    output = re.sub(r"<(style|script)>.*?</\1>", "", output, flags=re.DOTALL)
    return re.sub(r"(sha256-|<td>)[^'<]*", r"\1(ours)", output)


def without_defaults(output: str) -> str:
    """Settings without the rules, options and fields that have their defaults."""
    lines = re.sub(r"^ .* # default\n", "", output, flags=re.MULTILINE)
    return re.sub(r"^  [\w/-]+:\n(?!    )", "", lines, flags=re.MULTILINE)


#: The arguments for each snapshot, and what is left out of it.
PRINTED: dict[str, tuple[tuple[str, ...], Callable[[str], str]]] = {
    **{name: (("--format", name), without_versions) for name in reporters.names()},
    "statistics": (("--statistics",), str),
    "statistics-json": (("--statistics", "--format", "json"), str),
    "show-files": (("--show-files",), str),
    "show-config-video": (("--show-config", "_videos/weir-at-night.md"), without_defaults),
    "show-config-person": (("--show-config", "_people/tom-rudd.md"), without_defaults),
}


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("name", PRINTED)
def test_what_is_printed_is_the_snapshot(name: str, run: Run) -> None:
    arguments, scrubbed = PRINTED[name]
    output = scrubbed(run(*arguments).out)
    snapshot = SNAPSHOTS / f"{name}.txt"
    if not snapshot.exists():
        snapshot.write_bytes(output.encode())
        pytest.fail(f"{snapshot} was missing, and is now what came out")
    assert output == snapshot.read_bytes().decode()


def test_no_snapshot_is_left_over() -> None:
    assert {each.stem for each in SNAPSHOTS.iterdir()} <= set(PRINTED)


@pytest.mark.usefixtures("site")
def test_all_formats_at_once_are_as_each_alone(run: Run) -> None:
    outputs = [f"--output={name}:{name}.out" for name in reporters.names()]
    status, out, err = run(*outputs)
    assert (status, out) == (1, "")
    assert ", 2 baselined, 4 ignored by comments" in err
    for name in reporters.names():
        written = Path(f"{name}.out").read_bytes().decode()
        assert written == run("--format", name).out, name


def found(run: Run, site: Path, *arguments: str) -> list[tuple[object, ...]]:
    """What a run reports, sorted by the files' names relative to the top of the site."""
    objects = json.loads(run("--format", "json", *arguments).out)
    for place in (place for each in objects for place in (each, *each["related"])):
        place["path"] = os.path.relpath(place["path"], site)
    return sorted(tuple(map(str, each.values())) for each in objects)


@pytest.mark.parametrize("place", [".", "_news", "walks", "_news/2019"])
def test_the_result_is_the_same_from_any_folder(
    place: str, site: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from_top = found(run, site)
    monkeypatch.chdir(place)
    assert found(run, site, os.path.relpath(site)) == from_top
    assert found(run, site, str(site)) == from_top
    assert found(run, site, str(site), "--baseline", str(site / KNOWN)) == from_top
    below = os.path.join(os.path.relpath(site / place, site), "").removeprefix("./")
    assert found(run, site) == [each for each in from_top if str(each[0]).startswith(below)]


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        pytest.param([], 1, id="errors"),
        pytest.param([SOUND], 0, id="a sound file"),
        pytest.param(["--strict", SOUND], 0, id="a sound file, strictly"),
        pytest.param(["_news/2019"], 0, id="baselined"),
        pytest.param(["--strict", "_news/2019"], 0, id="baselined, strictly"),
        pytest.param(["--no-config", "_news/2019"], 0, id="no baseline: they are warnings"),
        pytest.param(["--no-config", "--strict", "_news/2019"], 1, id="no baseline, strictly"),
        pytest.param(["--select", "unused-ignore"], 0, id="warnings"),
        pytest.param(["--select", "unused-ignore", "--strict"], 1, id="warnings, strictly"),
        pytest.param(["--schema", "schemas/walk.schema.yaml", "walks/mill-loop.md"], 0, id="own"),
        pytest.param(["--schema", "schemas/walks.schema.yaml"], 2, id="no such schema"),
        pytest.param(["walks/ride.md"], 2, id="no such file"),
        pytest.param(["--baseline", "unknown.json"], 2, id="no such baseline"),
    ],
)
def test_exit_status(arguments: list[str], status: int, run: Run) -> None:
    assert run(*arguments).status == status


@pytest.mark.usefixtures("site")
def test_a_mistake_in_the_settings_of_one_folder_ends_the_run(run: Run) -> None:
    replace("walks/.articlelint.yaml", "schema/required", "schema/requierd")
    said = '2:9: unknown key "schema/requierd": did you mean "schema/required"?'
    assert run() == (2, "", f"Error: walks/.articlelint.yaml:{said}\n")
    assert run("_news/2019").status == 0


@pytest.mark.usefixtures("site")
def test_a_hook_that_names_files_in_parts_reports_what_a_search_does(run: Run) -> None:
    whole = run(*CONCISE).out
    files = run("--show-files").out.split("\n")[:-1]
    drafts = "_news/drafts/2024-04-01-no-title-yet.md"
    parts = [files[::2], [*files[1::2], drafts], [drafts], ["_news/2019/2019-11-02-flood-wall.md"]]
    outcomes = [run("check", "--quiet", *CONCISE, *part) for part in parts]
    assert [each.status for each in outcomes] == [1, 1, 0, 0]
    lines = [line for each in outcomes for line in each.out.splitlines(keepends=True)]
    assert sorted(lines) == sorted(whole.splitlines(keepends=True))
    assert {each.err for each in outcomes} == {"", f"no articles found in {drafts}\n"}


def write(run: Run) -> str:
    """The message after writing the baseline."""
    status, out, err = run("--write-baseline", KNOWN)
    assert (status, out) == (0, "")
    return err


def check_strictly(run: Run) -> tuple[int, str, list[str]]:
    """A run with the baseline for all files: status, output and the lines on standard error."""
    status, out, err = run(*CONCISE, "--strict", "--baseline", KNOWN)
    return status, out, err.splitlines()


@pytest.mark.usefixtures("site")
def test_the_life_of_a_baseline(run: Run) -> None:
    number = run(*CONCISE).out.count("\n")
    assert write(run) == f"{KNOWN}: {number} added, 0 removed, 2 kept\n"
    suppressed = f"{number + 2} baselined, 4 ignored by comments"
    named = "1 by a schema that it names"
    nothing = f"16 files checked, {named}, nothing to report, {suppressed}"
    assert check_strictly(run) == (0, "", [nothing])

    replace(SOUND, "published: true", 'published: "true"')
    status, out, err = check_strictly(run)
    assert status == 1
    assert re.fullmatch(rf"{SOUND}:8:12: error .* \[published-flag\]\n", out)
    assert len(err) == 1
    assert err[0].startswith(f"16 files checked, {named}: 1 error, 0 warnings, {suppressed}")

    replace(SOUND, 'published: "true"', "published: true")
    replace(FERRY, "type: artcle", "type: article")
    replace(FERRY, "category: news", "# moved down by a line\ncategory: news")
    fewer = suppressed.replace(f"{number + 2}", f"{number + 1}")
    stale = f"{KNOWN}: 1 entry no longer occurs: `--write-baseline {KNOWN}` removes what is gone"
    nothing = f"16 files checked, {named}, nothing to report, {fewer}"
    assert check_strictly(run) == (0, "", [stale, nothing])

    size = Path(KNOWN).stat().st_size
    assert write(run) == f"{KNOWN}: 0 added, 1 removed, {number + 1} kept\n"
    assert Path(KNOWN).stat().st_size < size
    assert check_strictly(run) == (0, "", [nothing])

    Path(FERRY).unlink()
    status, out, (stale, _) = check_strictly(run)
    assert (status, out) == (0, "")
    assert stale.startswith(f"{KNOWN}: 4 entries no longer occur: ")


@pytest.mark.usefixtures("site")
def test_the_ignore_comments_of_the_site(run: Run) -> None:
    suppressed = run(*CONCISE, MILL).out
    replace(MILL, "# articlelint: ", "# ")
    reported = run(*CONCISE, MILL).out
    ids = re.compile(r"\[([\w/-]+)\]$", re.MULTILINE)
    assert ids.findall(suppressed) == ["unused-ignore", "unused-ignore", "insecure-url"]
    assert ids.findall(reported) == [
        "schema/required",
        "html-entity",
        "url-domain-mismatch",
        "insecure-url",
    ]
