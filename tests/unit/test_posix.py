"""The suite can be collected on any system, and tests that need POSIX say so by a marker."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import ROOT

MODULES = {"fcntl", "grp", "pty", "pwd", "resource", "syslog", "termios", "tty"}

#: What other systems lack in `os` and `signal`, or refuse: their names of files are not bytes.
LACKING = {
    "chown",
    "fork",
    "fsdecode",
    "geteuid",
    "getuid",
    "killpg",
    "mkfifo",
    "openpty",
    "setsid",
    "SIGKILL",
}

#: What is there, but does nothing, or needs rights that few have.
DIFFERENT = {"chmod", "symlink", "symlink_to", "send_signal", "umask"}

PROGRAMS = {"bash", "mount", "sh"}
FOLDERS = ("/dev/", "/proc/")

FILES = sorted((ROOT / "tests").rglob("*.py"))
Function = ast.FunctionDef | ast.AsyncFunctionDef
MARK = "pytest.mark.posix"


def import_time(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes that are evaluated when a module is imported."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.Lambda):
            continue
        yield child
        if isinstance(child, Function):
            for decorator in child.decorator_list:
                yield from import_time(decorator)
        else:
            yield from import_time(child)


def missing_elsewhere(tree: ast.AST) -> list[str]:
    """What importing the module needs of POSIX."""
    found = []
    for node in import_time(tree):
        if isinstance(node, ast.Import):
            found += [each.name for each in node.names if each.name in MODULES]
        elif isinstance(node, ast.ImportFrom) and node.module in MODULES:
            found.append(node.module)
        elif isinstance(node, ast.Attribute) and node.attr in LACKING:
            found.append(node.attr)
    return found


def unmarked(tree: ast.Module) -> list[str]:
    """The tests that need POSIX, as far as their own module shows it, and do not say so."""
    helpers: set[str] = set()
    while found := {name for name, node in _definitions(tree) if _needs(node, helpers)} - helpers:
        helpers |= found
    marked = {
        id(function) for node in ast.walk(tree) if _is_marked(node) for function in ast.walk(node)
    }
    return [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, Function) and node.name.startswith("test_")
        if node.name in helpers and id(node) not in marked
    ]


def _definitions(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """Functions, methods, other classes than those of tests, and constants, each by its name."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
            yield from ((each.name, each) for each in node.body if isinstance(each, Function))
        elif isinstance(node, ast.ClassDef | Function):
            yield node.name, node
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            names = (each.id for each in ast.walk(node) if isinstance(each, ast.Name))
            yield next(names), node


def _needs(tree: ast.AST, helpers: set[str]) -> bool:
    """Whether any part, but for the parameters that are marked themselves, needs POSIX."""
    if _needs_itself(tree, helpers):
        return True
    parts = ast.iter_child_nodes(tree)
    return any(_needs(part, helpers) for part in parts if not _is_marked_parameter(part))


def _needs_itself(node: ast.AST, helpers: set[str]) -> bool:
    match node:
        case ast.Import():
            return any(each.name in MODULES for each in node.names)
        case ast.Attribute(value=ast.Name(id="self"), attr=name):
            return name in helpers
        case ast.Attribute(attr=name):
            return name in LACKING | DIFFERENT
        case ast.Name(id=name) | ast.arg(arg=name):
            return name in helpers
        case ast.Constant(value=str(text)):
            return text in PROGRAMS | LACKING or any(each in text for each in FOLDERS)
    return False


def _is_marked_parameter(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and any(
        each.arg == "marks" and MARK in ast.unparse(each.value) for each in node.keywords
    )


def _is_marked(node: ast.AST) -> bool:
    if isinstance(node, ast.Module):
        return any(ast.unparse(each) == f"pytestmark = {MARK}" for each in node.body)
    decorators = node.decorator_list if isinstance(node, ast.ClassDef | Function) else []
    return any(ast.unparse(each) == MARK for each in decorators)


def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def test_no_module_needs_posix_to_be_imported() -> None:
    found = {_name(file): missing_elsewhere(parsed(file)) for file in FILES}
    assert {name: needs for name, needs in found.items() if needs} == {}


def test_tests_that_need_posix_are_marked() -> None:
    others = (file for file in FILES if file != Path(__file__))  # this one only speaks of it
    found = {_name(file): unmarked(parsed(file)) for file in others}
    assert {name: tests for name, tests in found.items() if tests} == {}


@pytest.mark.parametrize(
    ("source", "needs"),
    [
        ("import os, pty", ["pty"]),
        ("from resource import getrlimit", ["resource"]),
        ("def f():\n    import pty\n    return os.getuid()", []),
        ("@skip_if(os.getuid() != 0)\ndef f(): ...", ["getuid"]),
        ("class C:\n    user = os.getuid()", ["getuid"]),
        ("MAKERS = [lambda: os.mkfifo('a')]", []),
    ],
)
def test_what_importing_needs(source: str, needs: list[str]) -> None:
    assert missing_elsewhere(ast.parse(source)) == needs


@pytest.mark.parametrize(
    ("source", "tests"),
    [
        ("def test_a(): os.mkfifo('a')", ["test_a"]),
        ("def test_a(): import pty", ["test_a"]),
        ("def test_a(): read('/dev/zero')", ["test_a"]),
        ("def test_a(): os.unlink('a')", []),
        ("@pytest.mark.posix\ndef test_a(): os.mkfifo('a')", []),
        ("pytestmark = pytest.mark.posix\ndef test_a(): os.mkfifo('a')", []),
        ("def make(): os.mkfifo('a')\ndef test_a(make): ...\ndef test_b(): ...", ["test_a"]),
        ("SHELL = ['bash']\ndef go(): run(SHELL)\ndef test_a(): go()", ["test_a"]),
        (
            "class TestC:\n def make(self): os.mkfifo('a')\n def test_a(self): self.make()",
            ["test_a"],
        ),
        ("@pytest.mark.posix\nclass TestC:\n def test_a(self): os.mkfifo('a')", []),
        ("@each(pytest.param('sh', marks=pytest.mark.posix), 'b')\ndef test_a(): ...", []),
        ("@each(pytest.param('sh'), 'b')\ndef test_a(): ...", ["test_a"]),
    ],
)
def test_what_is_not_marked(source: str, tests: list[str]) -> None:
    assert unmarked(ast.parse(source)) == tests
