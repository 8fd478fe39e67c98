"""A site that changes at random, and runs over it with and without a cache.

``python -m tests.properties.never_stale FIRST COUNT`` tries more seeds than the suite does.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from datetime import timedelta
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from articlelint.cli import main
from articlelint.collection import fingerprint
from articlelint.collection.store import Store
from articlelint.rules import future_date

#: The seconds at which the clock may be: before, between and after the dates of the articles.
_TIMES = [1_600_000_000 + day * 86_400 // 2 for day in (0, 1, 2, 3, 400, 401, 402, 3000)]
_DATES = ("2020-09-14T08:00:00Z", "2020-09-15T20:00:00Z", "2021-10-19T08:00:00Z", "2020-02-30")
_TITLES = ("A bridge reopens", "Night trains return", " Bakery moves", "", "untitled", "Bakery  x")
_NAMES = ("Harbour Herald", "Harbor Herald", "The Gazette")
_DOMAINS = ("harbour.example", "gazette.example", "www.gazette.example")
_TOPICS = ("Bridges", "Trains", "bridges", "Brigdes")
_IDS = ("empty-value", "future-date", "unknown-topic", "duplicate-url", "schema", "mojibake")
_SCHEMAS = ("article", "main.json", "video")
_FOLDERS = ("", "news/", "news/2020/", "drafts/")


class Outcome(NamedTuple):
    """How a run ended, and what it wrote."""

    status: int
    out: str
    err: str


class Site:
    """A folder with a site, the state of its surroundings, and a cache."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - no secret
        self.root = folder / "site"
        self.cache = folder / "cache"
        self.copies = folder / "copies"
        self.now = self.random.choice(_TIMES)
        self.version = 0
        self.hits = 0
        (self.root / ".git").mkdir(parents=True)
        self.copies.mkdir()
        for change in (self.change_schema, self.change_part, self.change_vocabulary):
            change()
        for _ in range(6):
            self.change_article()

    # What may change. Each takes a part of the site at random, whatever state that is in.

    def change_article(self) -> None:
        """Write an article, a new one or instead of another."""
        self._write(self._any_name(), self._article())

    def touch(self) -> None:
        """Let a file seem to have changed at some time."""
        then = self.random.choice((0, 10**9, 1_700_000_000))
        os.utime(self._any_file(), (then, then))

    def rewrite(self) -> None:
        """Replace a file by one with the same content."""
        file = self._any_file()
        data = file.read_bytes()
        file.unlink()
        file.write_bytes(data)

    def change_in_place(self) -> None:
        """Change a file to one of the same size, as old as before."""
        file = self._any_file()
        status, text = file.stat(), file.read_text()
        if "2020" in text:
            file.write_text(text.replace("2020", "2920"))
        else:
            file.write_text(text.replace("2920", "2020"))
        os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))

    def move(self) -> None:
        """Give a file another name, perhaps that of another one."""
        self._any_file().replace(self._path(self._any_name()))

    def swap(self) -> None:
        """Let two files have the names of each other."""
        one, other = self._any_file(), self._any_file()
        aside = self.root / "aside"
        one.replace(aside)
        if one != other:
            other.replace(one)
        aside.replace(other)

    def copy(self) -> None:
        """Copy a file, as old as it is."""
        file, path = self._any_file(), self._path(self._any_name())
        if file != path:
            shutil.copy2(file, path)

    def link(self) -> None:
        """Let a name lead to a file, or to another one than before."""
        file, path = self._any_file(), self._path(self._any_name())
        if file != path and not file.is_symlink():
            path.unlink(missing_ok=True)
            path.symlink_to(file)

    def delete(self) -> None:
        """Delete a file, if there are others."""
        if len(self._files()) > 2:
            self._any_file().unlink()

    def change_schema(self) -> None:
        """Write the schema of the site."""
        required = self.random.sample(["title", "slug", "webUrl"], self.random.randrange(3))
        properties: dict[str, Any] = {"title": {"$ref": "part.json#/$defs/title"}}
        if self.random.random() < 0.3:
            properties["slug"] = {"type": "string"}
        schema = {"required": required, "properties": properties}
        self._write("main.json", json.dumps(schema))

    def change_part(self) -> None:
        """Write the file to which that schema refers."""
        title = self.random.choice([{}, {"minLength": 12}, {"type": "integer"}])
        self._write("part.json", json.dumps({"$defs": {"title": title}}))

    def change_vocabulary(self) -> None:
        """Write the list of known topics."""
        known = self.random.sample(_TOPICS, self.random.randrange(1, len(_TOPICS)))
        self._write("topics.json", json.dumps(known))

    def change_config(self) -> None:
        """Write or remove a configuration, at the top or in a folder."""
        path = self._path(self.random.choice(("", "", "news/")) + ".articlelint.yaml")
        if path.exists() and self.random.random() < 0.2:
            path.unlink()
        else:
            path.write_text(json.dumps(self._config(is_nested=path.parent != self.root)))

    def change_baseline(self) -> None:
        """Write a baseline of what there is now, or remove that."""
        path = self.root / "baseline.json"
        if path.exists() and self.random.random() < 0.4:
            path.unlink()
        else:
            self.run("--no-cache", "--write-baseline", "baseline.json", ".")

    def change_clock(self) -> None:
        """Let it be another time, also an earlier one."""
        self.now = self.random.choice(_TIMES) + self.random.choice((-1, 0, 1))

    def change_version(self) -> None:
        """Let this be another version of articlelint."""
        self.version = self.random.randrange(3)

    def damage_cache(self) -> None:
        """Cut the cache, remove it, or restore an old one."""
        how = self.random.randrange(4)
        files = sorted(self.cache.glob("*.sqlite"))
        if how == 0:
            shutil.rmtree(self.cache, ignore_errors=True)
        elif how == 1 and files:
            os.truncate(files[0], self.random.randrange(files[0].stat().st_size + 1))
        elif how == 2:
            shutil.rmtree(self.copies)
            if self.cache.exists():
                shutil.copytree(self.cache, self.copies)
        elif any(self.copies.glob("*.sqlite")):
            shutil.rmtree(self.cache, ignore_errors=True)
            shutil.copytree(self.copies, self.cache)
        self.copies.mkdir(exist_ok=True)

    def changes(self) -> list[Callable[[], None]]:
        """What may change, the commonest first."""
        often = [self.change_article, self.move, self.change_in_place, self.delete]
        others = [self.touch, self.rewrite, self.swap, self.copy, self.link, self.change_clock]
        rare = [self.change_schema, self.change_part, self.change_vocabulary, self.change_config]
        rare += [self.change_baseline, self.change_version, self.change_version, self.damage_cache]
        return often * 2 + others + rare

    # What is run.

    def check_both(self) -> str:
        """Run over the site with and without the cache, and assert that both say the same."""
        arguments = self._arguments()
        later = self.random.random() < 0.7
        cached = self.run("--cache-dir", str(self.cache), *arguments, later=later)
        uncached = self.run("--no-cache", *arguments)
        shown = f"{arguments}, version {self.version}, at {self.now}"
        assert cached == uncached, shown
        return shown

    def run(self, *arguments: str, later: bool = False) -> Outcome:
        """Run the command line; ``later``, as if all files had changed a while ago."""
        out, err = (TextIOWrapper(BytesIO(), encoding="utf-8") for _ in range(2))
        with self._surroundings(later=later), redirect_stdout(out), redirect_stderr(err):
            try:
                main(list(arguments))
                status: Any = 0
            except SystemExit as end:
                status = end.code or 0
        texts = [self._read(each) for each in (out, err)]
        lines = [each for each in texts[1].splitlines() if not _is_about_cache(each)]
        return Outcome(status, texts[0], "\n".join(lines))

    @contextmanager
    def _surroundings(self, *, later: bool) -> Iterator[None]:
        get = Store.get

        def count(store: Store, *of_file: Any) -> Any:
            found = get(store, *of_file)
            self.hits += found is not None
            return found

        unchanged = Store.unchanged

        def count_unchanged(store: Store, *of_files: Any) -> Any:
            rows = unchanged(store, *of_files)
            self.hits += sum(row is not None for row in rows)
            return rows

        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(self.root)
            patch.setenv("SOURCE_DATE_EPOCH", str(self.now))
            patch.setattr(Store, "get", count)
            patch.setattr(Store, "unchanged", count_unchanged)
            patch.setattr(fingerprint, "__version__", str(self.version))
            patch.setattr(future_date, "_SLACK", timedelta(days=self.version))
            fingerprint.tool.cache_clear()
            if later:
                # A file may only be changed once within a tick of the clock, as here by a change
                # between two runs.
                patch.setattr("articlelint.collection.store.RACY_NS", -(10**18))
            yield
        fingerprint.tool.cache_clear()

    @staticmethod
    def _read(stream: TextIOWrapper) -> str:
        stream.flush()
        return stream.buffer.getvalue().decode()  # type: ignore[attr-defined, no-any-return]

    def _arguments(self) -> list[str]:
        pick = self.random
        chosen = ["--format", pick.choice(("json", "concise", "full"))]
        if pick.random() < 0.2:
            chosen += [pick.choice(("--select", "--ignore")), ",".join(pick.sample(_IDS, 2))]
        if pick.random() < 0.1:
            chosen += ["--schema", pick.choice(_SCHEMAS)]
        for option in ("--no-inline", "--strict", "--no-config"):
            if pick.random() < 0.1:
                chosen.append(option)
        if pick.random() < 0.2 and (self.root / "baseline.json").exists():
            chosen += ["--baseline", "baseline.json"]
        if pick.random() < 0.3:
            files = pick.sample(self._files(), min(2, len(self._files())))
            return [*chosen, *(str(each.relative_to(self.root)) for each in files)]
        return [*chosen, "."]

    # What there is.

    def _files(self) -> list[Path]:
        """The articles; a link may lead to one that is gone."""
        return sorted(each for each in self.root.rglob("*.md") if each.exists())

    def _any_file(self) -> Path:
        return self.random.choice(self._files())

    def _any_name(self) -> str:
        day = self.random.choice(("2020-09-14-", "2020-09-16-", ""))
        return f"{self.random.choice(_FOLDERS)}{day}{self.random.choice('abc')}.md"

    def _path(self, name: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def _write(self, name: str, text: str) -> None:
        self._path(name).write_text(text)

    def _article(self) -> str:
        pick = self.random
        if pick.random() < 0.05:
            return pick.choice(("no front matter\n", "---\ntitle: a: b\n---\n", "---\nx\n", "\xff"))
        lines = [f"title: '{pick.choice(_TITLES)}'"]
        lines += [f"publishedDateTime: {pick.choice(_DATES)}", "published: true"]
        lines.append(f"webUrl: https://{pick.choice(_DOMAINS)}/2020/09/{pick.choice('abc')}")
        named = f"name: {pick.choice(_NAMES)}, domain: {pick.choice(_DOMAINS)}"
        lines.append(f"provider: {{{named}}}")
        lines.append(f"topics: [{pick.choice(_TOPICS)}]")
        if pick.random() < 0.15:
            lines.append(f"$schema: {pick.choice(('main.json', 'video', 'nothing.json'))}")
        kept = [each for each in lines if pick.random() < 0.9]
        for index in range(len(kept)):
            if pick.random() < 0.1:
                kept[index] += f" # articlelint: ignore[{pick.choice(_IDS)}]"
        return "\n".join(["---", *kept, "---", ""])

    def _config(self, *, is_nested: bool) -> dict[str, Any]:
        pick = self.random
        up = "../" if is_nested else ""
        rules: dict[str, Any] = {
            rule_id: pick.choice(("off", "warning", "error"))
            for rule_id in ("empty-value", "future-date", "placeholder-text", "insecure-url")
            if pick.random() < 0.4
        }
        rules |= {each: "warning" for each in ("duplicate-title",) if pick.random() < 0.5}
        if pick.random() < 0.6:
            rules["unknown-topic"] = {"topics": f"{up}topics.json"}
        config: dict[str, Any] = {"rules": rules}
        if pick.random() < 0.6:
            config["schema"] = f"{up}main.json"
        if pick.random() < 0.3:
            config["overrides"] = [{"files": ["**/drafts/**"], "rules": {"empty-value": "off"}}]
        if pick.random() < 0.2:
            config["inline"] = {pick.choice(("schema", "ignore")): False}
        if pick.random() < 0.2:
            config["fields"] = {"title": "excerpt"}
        if pick.random() < 0.2:
            config["exclude"] = ["drafts/**"]
        if pick.random() < 0.05:
            config["rulez"] = {}
        return config


def _is_about_cache(line: str) -> bool:
    return line.startswith("the cache ") or line.endswith("it is replaced")


def explore(folder: Path, seed: int, steps: int = 20) -> int:
    """Change a site some times, with runs in between; how often a remembered result was used."""
    site = Site(folder, seed)
    explore_site(site, seed, steps)
    return site.hits


def explore_site(site: Site, seed: int, steps: int) -> None:
    """Change a site some times, with runs in between."""
    done: list[str] = []
    try:
        for _ in range(steps):
            for change in site.random.sample(site.changes(), site.random.randrange(3)):
                done.append(change.__name__)
                change()
            done.append(site.check_both())
    except AssertionError as error:
        history = "\n".join(done)
        raise AssertionError(f"seed {seed}:\n{history}\n{error}") from None


if __name__ == "__main__":
    first, count = map(int, sys.argv[1:])
    for number in range(first, first + count):
        with tempfile.TemporaryDirectory() as place:
            sys.stdout.write(f"{number}: {explore(Path(place), number)} used\n")
