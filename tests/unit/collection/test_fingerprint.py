"""What makes a result another one, although the file is the same."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

from articlelint import make_config, rules
from articlelint.collection import fingerprint as module
from articlelint.collection.fingerprint import DEPENDENCIES, fingerprint, tool
from articlelint.engine.check import Checker
from articlelint.schema.loading.store import bundled, find, from_mapping
from articlelint.schema.validator import Validator
from articlelint.settings.config import Inline

SETTINGS: dict[str, dict[str, Any]] = {
    "nothing": {},
    "a rule is off": {"rules": {"empty-value": "off"}},
    "a rule is an error": {"rules": {"empty-value": "error"}},
    "a rule that cannot be ignored": {
        "rules": {"empty-value": {"severity": "error", "ignorable": False}}
    },
    "an option": {"rules": {"url-domain-mismatch": {"allow-hosts": ["a.example"]}}},
    "another value": {"rules": {"url-domain-mismatch": {"allow-hosts": ["b.example"]}}},
    "two values": {"rules": {"url-domain-mismatch": {"allow-hosts": ["a.example", "b.example"]}}},
    "a field": {"fields": {"title": "headline"}},
    "no schema in articles": {"inline": {"schema": False}},
    "no ignore comments": {"inline": {"ignore": False}},
}


def _of(config: Any = None, schema: Any = None, *more: str, **options: Any) -> bytes:
    settled = make_config(config or {})
    return fingerprint(Checker(schema or bundled("article"), settled, **options), *more)


def test_equal_settings_are_the_same() -> None:
    assert _of() == _of()
    assert len(_of()) == 16


def test_each_setting_makes_a_difference() -> None:
    assert len({_of(config) for config in SETTINGS.values()}) == len(SETTINGS)


def test_what_the_command_line_selects_makes_a_difference() -> None:
    schema = bundled("article")
    configs = [
        make_config({}),
        make_config({}, select=["empty-value"]),
        make_config({}, ignore=["empty-value"]),
        make_config({}, select=["empty-value", "mojibake"]),
        make_config({})._replace(inline=Inline(schema=False, ignore=False)),
    ]
    assert len({fingerprint(Checker(schema, each)) for each in configs}) == len(configs)


def test_so_does_what_else_a_checker_is_for() -> None:
    def find_schema(_name: str, _path: str) -> Validator:
        raise AssertionError

    others = [
        _of(find_schema=find_schema),
        _of(compares=True),
        _of(notes_contents=True),
        _of(None, None, "_news"),
        _of(None, None, "_news", "/"),
        _of(None, None, "_news/"),
    ]
    assert len({_of(), *others}) == len(others) + 1


def test_a_rule_that_compares_makes_a_difference_if_it_is_on() -> None:
    (rule_id, *_) = rules.comparing()
    off = {"rules": {rule_id: "off"}}
    assert _of(off, compares=True) != _of(compares=True)


def test_each_schema_makes_a_difference() -> None:
    schemas = [from_mapping({}), from_mapping({"required": ["a"]}), from_mapping(contents=False)]
    schemas += map(bundled, ("article", "video", "person"))
    assert len({_of(schema=each) for each in schemas}) == len(schemas)


def test_so_does_each_file_to_which_a_schema_refers(tmp_path: Path) -> None:
    main, other, far = (tmp_path / name for name in ("main.json", "other.yaml", "far.json"))
    main.write_text('{"properties": {"a": {"$ref": "other.yaml#/$defs/a"}}}')
    other.write_text("$defs: {a: {$ref: far.json}}")
    far.write_text('{"type": "string"}')
    seen = {_of(schema=find(str(main)))}
    for file, text in (
        (far, '{"type": "integer"}'),
        (other, "$defs: {a: {$ref: far.json, maxLength: 3}}"),
        (main, '{"properties": {"b": {"$ref": "other.yaml#/$defs/a"}}}'),
    ):
        file.write_text(text)
        seen.add(_of(schema=find(str(main))))
    assert len(seen) == 4


def test_the_same_schema_elsewhere_is_the_same(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "s.json").write_text('{"$ref": "t.json"}')
        (tmp_path / folder / "t.json").write_text("{}")
    one, other = (_of(schema=find(str(tmp_path / folder / "s.json"))) for folder in ("a", "b"))
    assert one == other


@pytest.mark.parametrize("rule_id", rules.ids())
def test_the_options_of_each_rule_can_be_told_apart(rule_id: str) -> None:
    rule = rules.load(rule_id)
    options = {name: each["default"] for name, each in rule.options.items()}
    config = make_config({"rules": {rule_id: {"severity": "error", **options}}})
    assert json.loads(json.dumps(module._plain(config)))


def test_it_is_the_same_in_each_process() -> None:
    """Whatever order the sets have there."""
    code = (
        "from tests.unit.collection.test_fingerprint import *\n"
        "config = make_config({}, select=[*rules.ids()])\n"
        "print(fingerprint(Checker(bundled('article'), config)).hex())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in (1, 2)
    }
    assert len(seen) == 1


def _names(package: str, known: set[str]) -> None:
    """Add to the known packages all on which one depends."""
    try:
        needed = requires(package) or []
    except PackageNotFoundError:
        return
    for each in map(Requirement, needed):
        applies = each.marker is None or each.marker.evaluate({"extra": ""})
        if applies and each.name not in known:
            known.add(each.name)
            _names(each.name, known)


def test_all_dependencies_are_known_but_those_of_the_command_line() -> None:
    needed: set[str] = set()
    _names("articlelint", needed)
    as_folders = {re.sub("[-.]", "_", each).lower() for each in needed}
    of_command_line = {"click", "click_default_group", "colorama", "platformdirs"}
    assert as_folders - of_command_line <= DEPENDENCIES
    assert not DEPENDENCIES & of_command_line


@pytest.fixture
def site_packages(tmp_path: Path) -> Path:
    """A folder with installed packages."""
    for name in ("ftfy-6.3.1.dist-info", "jsonschema_rs-0.61.0.dist-info", "click-8.1.dist-info"):
        (tmp_path / name).mkdir()
    (tmp_path / "ruamel.yaml-0.18.10-py3.11.egg-info").write_text("")
    (tmp_path / "jsonschema_rs").mkdir()
    return tmp_path


def test_packages_are_told_by_what_is_installed(site_packages: Path, tmp_path: Path) -> None:
    places = [str(site_packages), str(tmp_path / "nowhere"), ""]
    assert [*module._packages(places)] == [
        "ftfy-6.3.1.dist-info",
        "jsonschema_rs-0.61.0.dist-info",
        "ruamel.yaml-0.18.10-py3.11.egg-info",
    ]


def test_an_archive_is_told_by_its_status(tmp_path: Path) -> None:
    archive = tmp_path / "articlelint.pyz"
    archive.write_text("")
    os.utime(archive, ns=(5, 7))
    assert [*module._packages([str(archive)])] == [f"{archive} 7 0"]


def test_of_an_installed_package_it_is_what_the_installer_lists(site_packages: Path) -> None:
    package, info = site_packages / "articlelint", site_packages / "articlelint-0.1.dist-info"
    package.mkdir()
    info.mkdir()
    (package / "rule.py").write_text("")
    lines = "articlelint/rule.py,sha256=ab,3\narticlelint-0.1.dist-info/x,,\n../bin/articlelint,,\n"
    (info / "RECORD").write_text(lines)
    assert [*module._own_files(str(package))] == ["articlelint/rule.py,sha256=ab,3\n"]


def test_of_one_that_is_developed_it_is_when_each_file_was_changed(tmp_path: Path) -> None:
    package = tmp_path / "articlelint"
    inner = os.path.join("rules", "a.py")
    (package / "rules").mkdir(parents=True)
    for name in ("rule.py", "rules/a.py", "rules/data.txt"):
        (package / name).write_text("")
        os.utime(package / name, ns=(5, 7))
    assert [*module._own_files(str(package))] == ["rule.py 7 0", f"{inner} 7 0"]
    (package / "rules/a.py").write_text("x")
    os.utime(package / "rules/a.py", ns=(5, 7))
    assert [*module._own_files(str(package))] == ["rule.py 7 0", f"{inner} 7 1"]


def test_another_version_is_another_tool(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    module.tool.cache_clear()
    seen = {tool()}
    (tmp_path / "ftfy-99.dist-info").mkdir()
    for name, value in (
        ("articlelint.collection.fingerprint.__version__", "99"),
        ("sys.version", "99"),
        ("sys.path", [*sys.path, str(tmp_path)]),
        ("articlelint.collection.fingerprint._PACKAGE", shutil.__file__),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(name, value)
            module.tool.cache_clear()
            seen.add(tool())
    module.tool.cache_clear()
    assert len(seen) == 5
    assert tool() in seen
