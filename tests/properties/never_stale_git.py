"""The same for a repository, where git tells which files have changed: runs over a few files.

``python -m tests.properties.never_stale_git FIRST COUNT`` tries more seeds than the suite does.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager, suppress
from pathlib import Path
from subprocess import CalledProcessError

import pytest

from articlelint.running import whole_folder
from articlelint.running.known_others import KnownOthers
from articlelint.running.membership import Member
from tests.git import git
from tests.properties.never_stale import Site, explore_site

_IGNORED = ("drafts/", "b.md", "*.md", "!a.md", "/news/*", ".gitignore", ".articlelint.yaml")
_BRANCHES = ("main", "other", "third")


class Repository(Site):
    """A site in a repository, with hook-like runs."""

    def __init__(self, folder: Path, seed: int) -> None:
        super().__init__(folder, seed)
        #: How often a run has looked only at some of the files.
        self.looks = 0
        shutil.rmtree(self.root / ".git")
        self._git("init", "--quiet", "--initial-branch", "main")
        self.commit()

    # What may change besides.

    def commit(self) -> None:
        """Commit all that is not ignored."""
        self._git("add", "--all")
        self._git("commit", "--quiet", "--allow-empty", "--message", "all")

    def stage(self) -> None:
        """Add a file to the index, also an ignored one."""
        self._git("add", "--force", str(self._any_file()))

    def unstage(self) -> None:
        """Let git forget a file that stays."""
        self._git("rm", "--quiet", "--cached", "--force", str(self._any_file()))

    def set_back(self) -> None:
        """Set a file back to what was committed, or all of them."""
        self._git("checkout", "--", str(self._any_file()) if self.random.random() < 0.8 else ".")

    def amend(self) -> None:
        """Put another commit in the place of the last."""
        self._git("add", "--all")
        self._git("commit", "--quiet", "--amend", "--allow-empty", "--message", "again")

    def switch(self) -> None:
        """Check out another branch, a new one if need be."""
        branch = self.random.choice(_BRANCHES)
        self._git("branch", branch)
        self._git("checkout", "--quiet", "--force", branch)

    def refresh(self) -> None:
        """Have git look at all files."""
        self._git("status")

    def ignore(self) -> None:
        """Write or remove a .gitignore, at the top or in a folder."""
        path = self._path(self.random.choice(("", "news/", "drafts/")) + ".gitignore")
        if path.exists() and self.random.random() < 0.5:
            path.unlink()
        else:
            path.write_text("\n".join(self.random.sample(_IGNORED, 2)) + "\n")

    def nest(self) -> None:
        """Make a folder a repository of its own, or no longer."""
        path = self._path("news/.git/HEAD").parent
        if (path / "config").exists():
            shutil.rmtree(path)
        else:
            self._git("init", "--quiet", str(path.parent))

    def changes(self) -> list[Callable[[], None]]:
        """What may change, the commonest first."""
        often = [self.change_article, self.move, self.change_in_place, self.delete, self.commit]
        git_does = [self.stage, self.unstage, self.set_back, self.set_back, self.amend, self.switch]
        others = [self.touch, self.rewrite, self.copy, self.link, self.swap, self.change_clock]
        rare = [self.change_schema, self.change_part, self.change_vocabulary, self.change_config]
        rare += [self.ignore, self.change_version, self.damage_cache, self.nest]
        return often * 3 + git_does * 2 + [self.refresh] * 3 + others + rare

    def _git(self, *arguments: str) -> None:
        with suppress(CalledProcessError):  # such as of a file that was never committed
            git(*arguments, folder=str(self.root))

    def _arguments(self) -> list[str]:
        if self.random.random() < 0.25:
            return super()._arguments()
        files = self.random.sample(self._files(), min(2, len(self._files())))
        names = [str(each.relative_to(self.root)) for each in files]
        return ["--format", "json", "--", *names[: self.random.choice((1, 2))]]

    @contextmanager
    def _surroundings(self, *, later: bool) -> Iterator[None]:
        look_at = KnownOthers.look_at

        def count(
            others: KnownOthers, folder: str, reported: AbstractSet[Member]
        ) -> set[str] | None:
            found = look_at(others, folder, reported)
            self.looks += found is not None
            return found

        with super()._surroundings(later=later), pytest.MonkeyPatch.context() as patch:
            patch.setattr(KnownOthers, "look_at", count)
            patch.setattr(whole_folder, "_FEWEST", 1)
            if later:
                patch.setattr(whole_folder, "RACY_NS", -(10**18))
            yield


def explore(folder: Path, seed: int, steps: int = 20) -> int:
    """Change a repository some times; how often a run looked only at some files."""
    site = Repository(folder, seed)
    explore_site(site, seed, steps)
    return site.looks


if __name__ == "__main__":
    first, count = map(int, sys.argv[1:])
    for number in range(first, first + count):
        with tempfile.TemporaryDirectory() as place:
            sys.stdout.write(f"{number}: {explore(Path(place), number)} used\n")
