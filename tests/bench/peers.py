"""Other linters, each with a schema that asks for the same as articlelint's own and for no more.

They are the extra ``bench``: one that is not installed is not measured.
"""

from __future__ import annotations

import importlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.bench.cue import front_matter

MDSMITH, CHECK_JSONSCHEMA = "mdsmith", "check-jsonschema"


def mdsmith() -> str | None:
    """The program itself: the command that pip installs starts Python first."""
    try:
        return str(importlib.import_module("mdsmith").binary_path())
    except ImportError:
        return shutil.which(MDSMITH)


def check_jsonschema() -> str | None:
    """The command beside this Python, or else on the path."""
    beside = Path(sys.executable).with_name(CHECK_JSONSCHEMA)
    return str(beside) if beside.exists() else shutil.which(CHECK_JSONSCHEMA)


def articlelint() -> list[str]:
    """The command that is being measured."""
    beside = Path(sys.executable).with_name("articlelint")
    return [str(beside)] if beside.exists() else [sys.executable, "-m", "articlelint"]


def version(command: Sequence[str]) -> str:
    """The version that a command says it has."""
    done = subprocess.run([*command], capture_output=True, text=True, check=True)
    return done.stdout.split()[-1]


def versions() -> dict[str, str]:
    """The versions of those that are there."""
    found = {"articlelint": version([*articlelint(), "--version"])}
    if path := mdsmith():
        found[MDSMITH] = version([path, "version"])
    if path := check_jsonschema():
        found[CHECK_JSONSCHEMA] = version([path, "--version"])
    return found


def mdsmith_command(program: str, schema: dict[str, Any], config: str) -> list[str]:
    """Write a configuration that has mdsmith check a schema and no more, and return the command."""
    kind = {
        "schema": {
            "frontmatter": front_matter(schema),
            "frontmatter-closed": not schema.get("additionalProperties", True),
        }
    }
    rules = dict.fromkeys(_mdsmith_rules(program), False) | {"required-structure": True}
    settings = {
        "rules": rules,
        "kinds": {"article": kind},
        "kind-assignment": [{"glob": ["**/*.md"], "kinds": ["article"]}],
    }
    with open(config, "w", encoding="utf-8") as file:
        json.dump(settings, file, indent=2)  # which is YAML, too
    return [program, "check", "--config", config]


def _mdsmith_rules(program: str) -> list[str]:
    done = subprocess.run([program, "help", "rule"], capture_output=True, text=True, check=True)
    return [line.split()[1] for line in done.stdout.splitlines() if line.startswith("MDS")]


def check_jsonschema_command(program: str, schema: str) -> list[str]:
    """What checks files that hold nothing but YAML, whatever they are called."""
    return [program, "--force-filetype", "yaml", "--schemafile", schema]


def extract(article: str, target: str) -> None:
    """Write the front matter of an article alone."""
    text = Path(article).read_text(encoding="utf-8")
    os.makedirs(os.path.dirname(target), exist_ok=True)
    Path(target).write_text(text.split("---\n", 2)[1], encoding="utf-8")
