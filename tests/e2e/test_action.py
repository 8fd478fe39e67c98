"""The action for GitHub, with its steps run as GitHub's runner runs them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.articles import BROKEN, ODD, SOUND
from tests.e2e.conftest import Outcome
from tests.e2e.documents import read_yaml
from tests.support import ROOT

pytestmark = pytest.mark.posix

ACTION: dict[str, Any] = read_yaml((ROOT / "action.yml").read_text(encoding="utf-8"))
INPUTS = ACTION["inputs"]
INSTALL, CHECK = ACTION["runs"]["steps"]
EXPRESSION = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")

#: From the runner's documentation of `shell: bash`.
BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail")

HOSTILE = [
    "$(touch pwned)",
    "`touch pwned`",
    '"; touch pwned; "',
    "'; touch pwned; '",
    "; touch pwned",
    "a.md && touch pwned",
    "a.md\n$(touch pwned)\ntouch pwned",
    "EOF\ntouch pwned\n",
    "*.md > pwned",
    "${IFS}pwned",
]


class Runner:
    """What the runner gives to an action: a workspace and a temporary folder."""

    def __init__(self, folder: Path) -> None:
        self.workspace = folder / "work space"
        self.temp = folder / "runner's temp"
        self.workspace.mkdir()
        self.temp.mkdir()
        self.summary = self.temp / "summary.md"
        self.summary.write_text("From an earlier step.\n")
        self.path = os.environ["PATH"]

    def run(self, step: dict[str, Any], **inputs: str) -> Outcome:
        """Run one step with these inputs, named with `_` for `-`."""
        given = {name: each["default"] for name, each in INPUTS.items()}
        given |= {name.replace("_", "-"): each for name, each in inputs.items()}
        variables = {
            name: EXPRESSION.sub(lambda found: given[found[1]], value)
            for name, value in step["env"].items()
        }
        script = self.temp / "step.sh"
        script.write_text(step["run"], encoding="utf-8")
        done = subprocess.run(
            [*BASH, str(script)],
            cwd=self.workspace,
            env=self._environment() | variables,
            input="",
            capture_output=True,
            check=False,
            text=True,
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    def write(self, name: str, text: str) -> None:
        file = self.workspace / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def _environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "PATH": self.path,
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "RUNNER_TEMP": str(self.temp),
        }


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


@pytest.fixture
def installed(runner: Runner) -> Runner:
    """A runner on which this articlelint is installed as the first step does it."""
    programs = runner.temp / "articlelint" / "bin"
    programs.mkdir(parents=True)
    (programs / "articlelint").symlink_to(Path(sys.executable).with_name("articlelint"))
    return runner


def test_no_input_is_part_of_a_script() -> None:
    used = set()
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step["run"]
        assert step["shell"] == "bash"
        assert set(step) == {"name", "shell", "env", "run"}
        for value in step["env"].values():
            found = EXPRESSION.fullmatch(value)
            assert found
            used.add(found[1])
    assert used == set(INPUTS)
    assert ACTION["runs"]["using"] == "composite"


def test_every_input_is_described_and_has_a_default() -> None:
    for name, each in INPUTS.items():
        assert set(each) == {"description", "default"}, name
        assert isinstance(each["default"], str), name


@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="shellcheck is not at hand")
@pytest.mark.parametrize("step", [INSTALL, CHECK], ids=lambda step: step["name"])
def test_the_scripts_are_sound(step: dict[str, Any]) -> None:
    command = ["shellcheck", "--shell=bash", "-"]
    done = subprocess.run(command, input=step["run"], capture_output=True, check=False, text=True)
    assert done.stdout == ""


def test_it_installs_its_own_checkout(runner: Runner) -> None:
    runner.write("venv.py", "raise SystemExit('a file of the repository was run')\n")
    runner.write("a.md", BROKEN)
    assert runner.run(INSTALL).status == 0
    program = runner.temp / "articlelint/bin/articlelint"
    done = subprocess.run([program, "--version"], capture_output=True, check=True, text=True)
    assert done.stdout.startswith("articlelint, version ")
    assert runner.run(CHECK).status == 1


#: A Python that makes an environment whose pip only prints its arguments.
PYTHON = """\
#!/bin/sh
mkdir -p "$4/bin"
printf '#!/bin/sh\\nprintf "%%s\\\\n" "$@"\\n' > "$4/bin/pip"
chmod +x "$4/bin/pip"
"""


@pytest.mark.parametrize("version", ["1.2.3", "2.0b1", *HOSTILE])
def test_it_installs_a_version(version: str, runner: Runner) -> None:
    programs = runner.temp / "bin"
    programs.mkdir()
    (programs / "python3").write_text(PYTHON)
    (programs / "python3").chmod(0o755)
    runner.path = f"{programs}:{runner.path}"
    wanted = f"install\n--quiet\n--disable-pip-version-check\narticlelint=={version}\n"
    assert runner.run(INSTALL, version=version) == (0, wanted, "")
    assert os.listdir(runner.workspace) == []


def test_annotations(installed: Runner) -> None:
    installed.write("news/broken.md", BROKEN)
    installed.write("odd.md", ODD)
    status, out, err = installed.run(CHECK)
    assert status == 1
    lines = out.splitlines()
    assert lines[0].startswith("::error file=news/broken.md,line=7,col=7,endLine=7,")
    assert lines[1].startswith("::warning file=odd.md,line=12,")
    assert len(lines) == 2
    assert err.startswith("2 files checked: 1 error, 1 warning")
    assert sorted(os.listdir(installed.workspace)) == ["news", "odd.md"]
    before, *summary = installed.summary.read_text().splitlines()
    assert before == "From an earlier step."
    assert summary[0] == "### articlelint: 1 error and 1 warning in 2 of 2 files"
    assert [line[:2] for line in summary[2:]] == ["| "] * 4


def test_sarif(installed: Runner) -> None:
    installed.write("broken.md", BROKEN)
    status, out, err = installed.run(CHECK, format="sarif", sarif_file="my reports.sarif")
    assert (status, out) == (1, "")
    assert err.startswith("1 file checked: 1 error, 0 warnings")
    (run,) = json.loads((installed.workspace / "my reports.sarif").read_text())["runs"]
    assert [each["ruleId"] for each in run["results"]] == ["schema/enum"]
    assert "1 error in 1 of 1 file" in installed.summary.read_text()


@pytest.mark.parametrize(
    ("inputs", "status"),
    [
        ({"paths": "sound.md"}, 0),
        ({"paths": "odd.md"}, 0),
        ({"paths": "odd.md", "strict": "true"}, 1),
        ({"paths": "broken.md"}, 1),
        ({"paths": "broken.md", "args": "--ignore\nschema"}, 0),
        ({"paths": "nothere.md"}, 2),
        ({"args": "--schema=nothere.json"}, 2),
        ({"args": "--no-such-option"}, 2),
        ({"format": "sarif", "sarif_file": "nothere/a.sarif"}, 2),
    ],
)
def test_the_exit_status_is_kept(inputs: dict[str, str], status: int, installed: Runner) -> None:
    for name, text in {"sound.md": SOUND, "odd.md": ODD, "broken.md": BROKEN}.items():
        installed.write(name, text)
    assert installed.run(CHECK, **inputs).status == status
    assert installed.summary.read_text().startswith("From an earlier step.\n")


def test_a_run_that_cannot_begin_has_no_summary_of_an_earlier_one(installed: Runner) -> None:
    installed.write("broken.md", BROKEN)
    assert installed.run(CHECK).status == 1
    before = installed.summary.read_text()
    status, out, err = installed.run(CHECK, paths="nothere.md")
    assert (status, out) == (2, "")
    assert err.endswith("Path 'nothere.md' does not exist.\n")
    assert installed.summary.read_text() == before


@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        ({"format": "html"}, "format should be annotations or sarif"),
        ({"format": ""}, "format should be annotations or sarif"),
        ({"format": "x\n::add-mask::y"}, "format should be annotations or sarif"),
        ({"strict": "yes"}, "strict should be true or false"),
        ({"strict": "$(touch pwned)"}, "strict should be true or false"),
    ],
)
def test_inputs_that_cannot_be(inputs: dict[str, str], said: str, installed: Runner) -> None:
    assert installed.run(CHECK, **inputs) == (2, f"::error::articlelint: {said}\n", "")
    assert os.listdir(installed.workspace) == []


def test_paths_are_lines(installed: Runner) -> None:
    names = [
        "news of the day/a  b.md",
        " space.md",
        "it's.md",
        "* [a].md",
        "-x.md",
        "--help",
        "ä.md",
    ]
    for name in names:
        installed.write(name, BROKEN)
    installed.write("other.md", BROKEN)
    status, out, _ = installed.run(CHECK, paths="\n".join(["", *names, ""]))
    assert status == 1
    assert sorted(re.findall("file=(.*?),line", out)) == sorted(names)


def test_args_are_lines(installed: Runner) -> None:
    installed.write("a.md", BROKEN)
    installed.write("my schemas/own schema.yaml", "required: [author]\n")
    args = "--schema\nmy schemas/own schema.yaml\n\n--select=schema"
    out = installed.run(CHECK, args=args).out
    assert re.findall(r"title=articlelint \((.*?)\)", out) == ["schema/required"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("paths", each) for each in HOSTILE),
        *((name, "\n".join(HOSTILE)) for name in INPUTS if name not in ("paths", "version")),
    ],
)
def test_no_input_is_run(name: str, value: str, installed: Runner) -> None:
    installed.write("a.md", SOUND)
    inputs = {"format": "sarif", "sarif-file": "a.sarif", name: value}
    installed.run(CHECK, **inputs)
    written = set(os.listdir(installed.workspace)) - {"a.md", "a.sarif"}
    assert written <= ({value} if name == "sarif-file" else set())
