"""What is measured: articlelint and its peers at work on the same made articles.

What is compared takes turns. Each work is a whole process, as a user would start it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from subprocess import DEVNULL
from time import sleep, time
from typing import NamedTuple

from tests.bench import collection, peers
from tests.bench.agreement import SOUND
from tests.bench.processes import ENVIRONMENT, Command, Taken, in_turns, take

#: So long after a file was written, its time stamp tells whether it was changed again.
_SETTLED = 3
_HOUR = 3600
_GIT = ["git", "-c", "core.fsmonitor=false"]
#: What tells which files differ from a commit, as a hook has to know.
_LISTING = (
    "git -c core.fsmonitor=false diff-index --name-only -z HEAD & "
    "git -c core.fsmonitor=false ls-files --others --exclude-standard -z; wait"
)
_FAULTY = (
    SOUND.replace("published: true", "published: yes")
    .replace("type: article", "type: artcle")
    .replace("category: news\n", "")
)
#: Reads and hashes what a run reads, and does nothing else.
_READING = (
    "import hashlib, pathlib\n"
    "for path in pathlib.Path('news').rglob('*.md'): hashlib.blake2b(path.read_bytes()).digest()\n"
)


_TITLES = {
    "click": '`python -c "import click"`',
    "clean": "one clean article",
    "faulty": "one article with three faults, `full`",
    "mdsmith": "{site:,} articles, mdsmith with the equal schema",
    "schema": "{site:,} articles, `--select schema`, no cache",
    "rules": "{site:,} articles, all rules, no cache",
    "one job": "{site:,} articles, all rules, no cache, `--jobs 1`",
    "two jobs": "{site:,} articles, all rules, no cache, `--jobs 2`",
    "warm": "{site:,} articles, all rules, warm cache, nothing changed",
    "fresh": "{site:,} articles, all rules, fresh checkout, cache restored",
    "read": "{site:,} articles, only read and hashed by Python",
    "check-jsonschema": "{few:,} articles, check-jsonschema on the extracted YAML",
    "few": "{few:,} articles, all rules, one job, no cache",
    "small": "{small:,} articles, all rules, no cache",
    "large": "{large:,} articles, all rules, no cache",
    "cold": "{large:,} articles, all rules, empty cache",
    "warm large": "{large:,} articles, all rules, warm cache, nothing changed",
    "click again": '`python -c "import click"`',
    "git": "git lists what has changed in {large:,} files",
    "hook": "the hook, one changed file of {large:,}",
}


class Sizes(NamedTuple):
    """How many articles there are, and how often each work is done in turns with others."""

    site: int = 13_480
    few: int = 674
    small: int = 1_000
    large: int = 100_000
    rounds: int = 5
    rounds_of_one: int = 15

    def title(self, work: str) -> str:
        """What a work is, in words."""
        return _TITLES[work].format(**self._asdict())


QUICK = Sizes(site=1_348, few=300, small=500, large=5_000, rounds=3, rounds_of_one=7)


class Work(NamedTuple):
    """A work that was measured, and how many articles it looked at."""

    articles: int
    taken: Taken


class Works:
    """Measures one group of works after the other, in a folder of its own.

    ``done`` holds what was measured; ``missing`` says why something was not.
    """

    def __init__(self, folder: str, sizes: Sizes) -> None:
        self.done: dict[str, Work] = {}
        self.missing: dict[str, str] = {}
        self._folder = folder
        self._sizes = sizes
        self._environment = {**ENVIRONMENT, "XDG_CACHE_HOME": os.path.join(folder, "caches")}
        self._lint = [*peers.articlelint(), "check", "--quiet"]
        self._has_jobs = "--jobs" in _help()

    def groups(self) -> dict[str, Callable[[], None]]:
        """What measures each group, by what it is."""
        sizes = self._sizes
        return {
            "one article": self._measure_one,
            f"{sizes.site} articles, beside mdsmith": self._measure_site,
            f"{sizes.few} articles, beside check-jsonschema": self._measure_few,
            f"{sizes.small} and {sizes.large} articles": self._measure_growth,
            f"the cache and the hook, with {sizes.large} articles": self._measure_hook,
        }

    def _measure_one(self) -> None:
        folder = self._made("one")
        Path(folder, "clean.md").write_text(SOUND, encoding="utf-8")
        Path(folder, "faulty.md").write_text(_FAULTY, encoding="utf-8")
        commands = {
            "click": self._command([sys.executable, "-c", "import click"], folder),
            "clean": self._command([*self._lint, "clean.md"], folder, statuses=(0,)),
            "faulty": self._command([*self._lint, "faulty.md"], folder, statuses=(1,)),
        }
        self._measure(commands, 1, self._sizes.rounds_of_one)

    def _measure_site(self) -> None:
        site, fresh = self._site("site", self._sizes.site), self._site("fresh", self._sizes.site)
        read = [sys.executable, "-c", _READING]
        commands = {
            "read": self._command(read, site),
            "schema": self._command([*self._lint, "--no-cache", "--select", "schema"], site),
            "rules": self._command([*self._lint, "--no-cache"], site),
            "warm": self._command(self._lint, site),
            "fresh": self._command(self._lint, fresh, before=lambda: _touch(fresh)),
        }
        if self._has_jobs:
            for name, jobs in (("one job", "1"), ("two jobs", "2")):
                commands[name] = self._command([*self._lint, "--no-cache", "--jobs", jobs], site)
        else:
            self.missing |= dict.fromkeys(("one job", "two jobs"), "there is no --jobs")
        if program := peers.mdsmith():
            schema = json.loads(Path(_schema(site)).read_text(encoding="utf-8"))
            config = os.path.join(self._folder, "mdsmith.json")
            command = peers.mdsmith_command(program, schema, config)
            commands["mdsmith"] = self._command([*command, "."], site)
        else:
            self.missing["mdsmith"] = "mdsmith is not installed"
        self._measure(commands, self._sizes.site, self._sizes.rounds)

    def _measure_few(self) -> None:
        folder, count = self._made("few"), self._sizes.few
        site = os.path.join(self._folder, "site")
        shutil.copy(_schema(site), folder)
        shutil.copy(os.path.join(site, ".articlelint.yaml"), folder)
        for number, path in enumerate(sorted(Path(site, "news").rglob("*.md"))[:count]):
            shutil.copy(path, os.path.join(folder, f"{number}-{path.name}"))
            peers.extract(str(path), os.path.join(folder, "extracted", f"{number}.yaml"))
        one_job = ["--jobs", "1"] if self._has_jobs else []
        commands = {"few": self._command([*self._lint, "--no-cache", *one_job], folder)}
        if program := peers.check_jsonschema():
            files = [f"extracted/{number}.yaml" for number in range(count)]
            command = peers.check_jsonschema_command(program, _schema(folder))
            commands["check-jsonschema"] = self._command([*command, *files], folder)
        else:
            self.missing["check-jsonschema"] = "check-jsonschema is not installed"
        self._measure(commands, count, self._sizes.rounds)

    def _measure_growth(self) -> None:
        """The large collection is read once only: a run is long enough."""
        for name, articles, rounds in (
            ("small", self._sizes.small, self._sizes.rounds),
            ("large", self._sizes.large, 1),
        ):
            command = self._command([*self._lint, "--no-cache"], self._site(name, articles))
            self._measure({name: command}, articles, rounds, first=rounds > 1)

    def _measure_hook(self) -> None:
        large, articles = os.path.join(self._folder, "large"), self._sizes.large
        _commit(large)
        cold = take(self._command(self._lint, large))
        self.done["cold"] = Work(articles, cold)
        warm = self._command(self._lint, large)
        self._measure({"warm large": warm}, articles, self._sizes.rounds)
        file = _change_one(large)
        commands = {
            "click again": self._command([sys.executable, "-c", "import click"], large),
            "git": self._command(["sh", "-c", _LISTING], large),
            "hook": self._command([*self._lint, file], large),
        }
        self._measure(commands, 1, self._sizes.rounds_of_one)

    def _measure(
        self,
        commands: Mapping[str, Command],
        articles: int,
        rounds: int,
        *,
        first: bool = True,
    ) -> None:
        for name, taken in in_turns(commands, rounds, first=first).items():
            self.done[name] = Work(articles, taken)

    def _command(
        self,
        arguments: list[str],
        folder: str,
        before: Callable[[], object] = int,
        statuses: tuple[int, ...] = (0, 1),
    ) -> Command:
        return Command(arguments, folder, before, statuses, self._environment)

    def _made(self, name: str) -> str:
        folder = os.path.join(self._folder, name)
        os.mkdir(folder)
        return folder

    def _site(self, name: str, articles: int) -> str:
        """Make a collection, in another process: this one stays small."""
        folder = os.path.join(self._folder, name)
        make = [sys.executable, collection.__file__, folder, "--articles", str(articles)]
        subprocess.run(make, check=True, stdout=DEVNULL)
        return folder


def _help() -> str:
    command = [*peers.articlelint(), "check", "--help"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _schema(folder: str) -> str:
    return os.path.join(folder, "article.schema.json")


def _touch(folder: str) -> None:
    """Give every file a new time, as a checkout does, and wait until the time tells something."""
    new = time() - _HOUR
    for path in Path(folder).rglob("*.md"):
        os.utime(path, (new, new))
    sleep(_SETTLED)


def _commit(folder: str) -> None:
    person = ["-c", "user.name=bench", "-c", "user.email=bench@example.com"]
    for command in (["init", "--quiet"], ["add", "."], [*person, "commit", "--quiet", "-m", "all"]):
        subprocess.run([*_GIT, *command], cwd=folder, check=True)
    sleep(_SETTLED)


def _change_one(folder: str) -> str:
    """Change the title of an article that has a fault. Returns the file."""
    file = collection.read_expected(folder)[0].file
    path = Path(folder, file)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('title: "', 'title: "Again: ', 1), encoding="utf-8")
    return file
