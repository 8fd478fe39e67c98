"""What an article of a stranger holds, in bounded time and memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.posix

#: What each of these inputs may take at most, in seconds and bytes.
MOST_SECONDS = 10
MOST_BYTES = 2 * 1024**3


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    def limit() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))

    return subprocess.run(
        [sys.executable, "-m", "articlelint", *arguments],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
        timeout=MOST_SECONDS,
        preexec_fn=limit,
    )


@pytest.mark.parametrize("name", ["full", "json", "rdjson", "github"])
def test_faults_on_one_line(name: str, tmp_path: Path) -> None:
    comments = "# articlelint: ignore[mojibake] é " * 8_000
    Path(tmp_path, "a.md").write_text(f"---\ntitle: Bridges {comments}\n---\n", encoding="utf-8")
    done = run("--no-config", "--format", name, "a.md", folder=tmp_path)
    assert done.stdout.count("unused ignore: ") == 8_000
