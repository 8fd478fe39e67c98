"""What git says of a repository, which may come from a stranger."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import NamedTuple

from articlelint.text.words import show

#: After so many seconds, git counts as unable to answer.
MOST_SECONDS = 10

# The repository's own configuration must not make git run a program: a file monitor, a hook, or
# what fetches objects that a partial clone lacks.
_SETTINGS = ("--no-pager", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
# git sets these for its hooks, whose repository need not be the one that is searched.
_OF_ANOTHER = frozenset(
    ("GIT_COMMON_DIR", "GIT_DIR", "GIT_INDEX_FILE", "GIT_NAMESPACE", "GIT_PREFIX", "GIT_WORK_TREE")
)
_FULL_HISTORY = (
    "fetch it, in CI with the whole history (`fetch-depth: 0` on GitHub, `GIT_DEPTH: 0` on GitLab)"
)
#: What git lists as the new content of a file if it may differ from the index, in its old modes.
_UNKNOWN = b"0"
_PLAIN_FILES = (b"100644", b"100755")


class GitError(Exception):
    """Why git could not answer."""


class Difference(NamedTuple):
    """How a file differs from a commit.

    ``content`` is the name of the object with its content there, if git has not looked whether the
    file still has that; None if it differs in any case.
    """

    content: str | None


def git_command(*arguments: str) -> list[str]:
    """The command for git with these arguments. Raises GitError if git is not installed."""
    program = _program()
    if program is None:
        raise GitError("git is not installed")
    return [program, *_SETTINGS, *arguments]


def git_environment() -> dict[str, str]:
    """The variables for a command of git: those of this process, made safe."""
    kept = {key: value for key, value in os.environ.items() if key not in _OF_ANOTHER}
    return kept | _ENVIRONMENT


def tracked_files(folder: str) -> list[bytes]:
    """The paths below a folder that git tracks, relative to it and with ``/``, sorted.

    If git is not installed, there are none. Raises GitError if it fails or takes too long.
    """
    if _program() is None:
        return []
    return sorted(_answer(folder, "ls-files", "-z").split(b"\0")[:-1])


def merge_base(folder: str, revision: str) -> str:
    """The best common ancestor of a revision and what is checked out in the worktree of a folder.

    Raises GitError, with what to do.
    """
    if revision.startswith("-"):
        raise GitError(f"{show(revision)} is not a revision: it starts with a hyphen")
    known = _run(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if known.returncode == 1:
        raise GitError(f"unknown revision {show(revision)}: {_FULL_HISTORY}")
    commit = str(_output(known), "ascii").strip()
    base = _run(folder, "merge-base", commit, "HEAD")
    if base.returncode == 1:
        what = f"{show(revision)} and HEAD have no common ancestor"
        if _answer(folder, "rev-parse", "--is-shallow-repository").strip() == b"true":
            raise GitError(f"{what} in this shallow clone: {_FULL_HISTORY}")
        raise GitError(what)
    return str(_output(base), "ascii").strip()


def differences(top: str, commit: str) -> dict[bytes, Difference]:
    """How the worktree at ``top`` differs from a commit, by paths from there, with ``/``.

    What git does not track, or what is gone, is not among them; a renamed file is one by its new
    name. A submodule has one path, and differs if it is at another commit. Raises GitError.
    """
    listed = _answer(
        top,
        *("diff-index", "--raw", "-z", "--no-abbrev", "--no-renames", "--diff-filter=d"),
        *("--ignore-submodules=dirty", commit, "--"),
        settings=without_filters(top),
    )
    found: dict[bytes, Difference] = {}
    words = iter(listed.split(b"\0")[:-1])
    for description, path in zip(words, words, strict=True):
        difference = _difference(*description.removeprefix(b":").split())
        # A file with a conflict may be listed twice.
        found[path] = Difference(None) if path in found else difference
    return found


def _difference(
    old_mode: bytes, new_mode: bytes, old: bytes, new: bytes, _status: bytes
) -> Difference:
    if new.strip(_UNKNOWN) or old_mode != new_mode or old_mode not in _PLAIN_FILES:
        return Difference(None)
    return Difference(str(old, "ascii"))


def without_filters(folder: str) -> list[str]:
    """Settings that keep git from running filters for the content of files; none without filters.

    It would to compare a file that has changed within the second in which the index was written.
    Raises GitError.
    """
    listed = _run(folder, "config", "--name-only", "-z", "--get-regexp", r"^filter\.")
    output = b"" if listed.returncode == 1 else _output(listed)
    names = {each.rpartition(b".")[0] for each in output.split(b"\0")[:-1]}
    settings: list[str] = []
    for name in map(os.fsdecode, sorted(names)):
        if "=" in name:
            raise GitError(f"its configuration has a filter with an equals sign: {show(name)}")
        for each in ("clean=", "process=", "required=false"):
            settings += ["-c", f"{name}.{each}"]
    return settings


def _answer(folder: str, *arguments: str, settings: list[str] | None = None) -> bytes:
    return _output(_run(folder, *arguments, settings=settings))


def _output(done: subprocess.CompletedProcess[bytes]) -> bytes:
    if done.returncode:
        lines = str(done.stderr, errors="replace").splitlines()
        raise GitError(lines[0] if lines else f"exit status {done.returncode}")
    return done.stdout


def _run(
    folder: str, *arguments: str, settings: list[str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    command = git_command(*(settings or ()), *arguments)
    try:
        return subprocess.run(  # noqa: S603 - no option in the command is from a stranger
            command,
            cwd=folder,
            env=git_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise GitError(f"no answer within {MOST_SECONDS} seconds") from None
    except OSError as error:
        raise GitError(str(error)) from None


def _program() -> str | None:
    git = shutil.which("git")
    # One in the current folder is not to be trusted.
    return git if git and os.path.isabs(git) else None
