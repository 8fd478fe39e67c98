"""Which files may differ from those of a commit, as git finds out without reading them."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from typing import NamedTuple

from articlelint.root import real_path, worktree_of
from articlelint.running.git import GitError, without_filters
from articlelint.running.git_questions import Answer, Questions

_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
#: These decide about other files: which ones git lists, and what it makes of their contents.
_DECIDING = (".gitignore", ".gitattributes")

# All that `stat` says is compared, whatever a user has configured. Of a submodule, only the commit
# is: else git would run in it, as its configuration says.
_DIFFERING = (
    *("-c", "core.checkStat=default", "-c", "core.trustctime=true", "-c", "core.ignoreStat=false"),
    *("--literal-pathspecs", "diff-index", "--name-only", "-z", "--no-renames", "--no-ext-diff"),
    "--ignore-submodules=dirty",
)
_LISTED = (
    *("--literal-pathspecs", "ls-files", "-z", "--cached", "--others", "--stage", "-v"),
    "--exclude-per-directory=.gitignore",
)
#: How `ls-files` begins the line of a tracked regular file that it does not just believe to be the
#: same or absent, as the bits assume-unchanged and skip-worktree say.
_REGULAR = b"H 100"
#: The end of a line before any other one.
_BEFORE_OTHER = re.compile(rb"\0(?!H 100|\Z)")
#: The attributes of files that git takes for the same although their contents differ, and the one
#: of those for which it asks a program.
_REWRITTEN, _FILTERED = ("ident", "working-tree-encoding"), "filter"


def current_commit(folder: str) -> str | None:
    """The id of the commit that the worktree of a folder has checked out.

    None if there is none, no worktree, or no answer from git.
    """
    top = worktree_of(real_path(folder))
    if top is None:
        return None
    with closing(Questions(top)) as questions:
        status, output = questions.ask("rev-parse", "--verify", "--quiet", "HEAD^{commit}")()
    return output.decode().strip() if status == 0 else None


def changed_since(folder: str, commit: str) -> frozenset[str] | None:
    """The files below a folder that may differ from those of a commit, relative to it, with ``/``.

    Also those that are in only one of the two. A path that ends with ``/`` means all that is
    below: a repository of its own. Untracked files are listed unless a .gitignore matches them.
    Links are always listed, for what they lead to may change. All other files have the contents
    that git would write for the commit.

    None if git cannot tell, and if a .gitignore or .gitattributes is among them: then any file may.

    Who remembers something about the files of a commit must also remember which of them differed
    from it then: they may have been set back since.
    """
    with asking_what_changed(folder, commit) as answer:
        return answer()


@contextmanager
def asking_what_changed(folder: str, commit: str) -> Iterator[Callable[[], frozenset[str] | None]]:
    """Have git find out what ``changed_since`` tells while this process does something else.

    Gives a function that waits for the answer. What git does ends with the context.
    """
    folder = real_path(folder)
    top = worktree_of(folder)
    if top is None or not _ID.fullmatch(commit):
        yield lambda: None
        return
    below = "" if folder == top else os.path.relpath(folder, top).replace(os.sep, "/") + "/"
    with closing(Questions(top)) as questions:
        try:
            expected = _ask(questions, top, commit, below)
        except GitError:
            expected = [_Expected(lambda: (None, b""), _split)]
        yield lambda: _changed(expected, below)


class _Expected(NamedTuple):
    """An answer, the exit status it should have, and which paths are in what git wrote."""

    answer: Answer
    paths: Callable[[bytes], Iterable[bytes]]
    status: int = 0


def _ask(questions: Questions, top: str, commit: str, below: str) -> list[_Expected]:
    """Ask all that is to be known of the folder ``below`` the top. Raises GitError."""
    paths = ["--", below, *_deciding_above(below)] if below else []
    expected = [_Expected(questions.ask(*_LISTED, *paths), _uncertain)]
    no_filters = without_filters(top)
    differing = questions.ask(*no_filters, *_DIFFERING, commit, *paths)
    expected.append(_Expected(differing, _split))
    # A filter need not write today what it wrote then.
    attributes = (*_REWRITTEN, _FILTERED) if no_filters else _REWRITTEN
    expected.append(_Expected(questions.ask(*_with_any(attributes)), _split))
    if below:  # in an ignored folder, git would list no untracked files
        ignored = questions.ask("check-ignore", "--quiet", "--no-index", "--", below)
        expected.append(_Expected(ignored, _split, status=1))
    return expected


def _with_any(attributes: Iterable[str]) -> tuple[str, ...]:
    """The command that lists the files of which git is told one of these."""
    none_of_them = " ".join(f"!{each}" for each in attributes)
    return "ls-files", "-z", "--", ":(top)", f":(top,exclude,attr:{none_of_them})"


def _deciding_above(below: str) -> Iterator[str]:
    """The files above a folder that decide about those in it."""
    above = os.path.dirname(below)
    while above:
        above = os.path.dirname(above)
        for name in _DECIDING:
            yield f"{above}/{name}" if above else name


def _split(output: bytes) -> list[bytes]:
    return output.split(b"\0")[:-1]


def _uncertain(output: bytes) -> Iterator[bytes]:
    """The files in the output of ``ls-files`` that a comparison with the commit may not show."""
    if output.startswith(_REGULAR) and not _BEFORE_OTHER.search(output):
        return  # so it is nearly always
    for line in _split(output):
        if line.startswith(b"? "):
            yield line[2:]
        elif not line.startswith(_REGULAR):
            path = line.partition(b"\t")[2]
            yield path + b"/" if line[2:].startswith(b"160") else path


def _changed(expected: Iterable[_Expected], below: str) -> frozenset[str] | None:
    """The paths of all answers below a folder; None if one is not as expected."""
    found: set[str] = set()
    for each in expected:
        status, output = each.answer()
        if status != each.status:
            return None
        found.update(map(os.fsdecode, each.paths(output)))
    if any(path.rpartition("/")[2] in _DECIDING for path in found):
        return None
    return frozenset(path[len(below) :] for path in found if path.startswith(below))
