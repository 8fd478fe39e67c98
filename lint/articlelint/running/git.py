"""What git says of a repository, which may come from a stranger."""

from __future__ import annotations

import os
import shutil
import subprocess

_MOST_SECONDS = 10

# The repository's own configuration must not make git run a program: a file monitor, a hook, or
# what fetches objects that a partial clone lacks.
_COMMAND = (
    *("--no-pager", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}"),
    *("ls-files", "-z"),
)
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


class GitError(Exception):
    """Why git could not answer."""


def tracked_files(folder: str) -> list[bytes]:
    """The paths below a folder that git tracks, relative to it and with ``/``, sorted.

    If git is not installed, there are none. Raises GitError if it fails or takes too long.
    """
    git = shutil.which("git")
    if git is None or not os.path.isabs(git):  # one in the current folder is not to be trusted
        return []
    environment = {key: value for key, value in os.environ.items() if key not in _OF_ANOTHER}
    try:
        done = subprocess.run(  # noqa: S603 - nothing in the command is from a stranger
            [git, *_COMMAND],
            cwd=folder,
            env=environment | _ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_MOST_SECONDS,
            check=True,
        )
    except subprocess.TimeoutExpired:
        raise GitError(f"no answer within {_MOST_SECONDS} seconds") from None
    except subprocess.CalledProcessError as error:
        lines = str(error.stderr, errors="replace").splitlines()
        raise GitError(lines[0] if lines else f"exit status {error.returncode}") from None
    except OSError as error:
        raise GitError(str(error)) from None
    return sorted(done.stdout.split(b"\0")[:-1])
