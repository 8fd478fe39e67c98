"""The checker of outputs itself."""

from __future__ import annotations

import pytest

from tests.outputs import fault_of

READABLE = {
    "azure": "##vso[task.logissue type=error;sourcepath=a.md;linenumber=1;]missing\n",
    "checkstyle": '<?xml version="1.0"?>\n<checkstyle/>\n',
    "concise": "a.md:1:1: warning missing [fixable] [schema/required]\n",
    "full": "a.md:1:1: é [x]\n\n",
    "github": "::error file=a\u200cb.md,line=1::missing: a, b\n",
    "gitlab": "[]\n",
    "json": '[{"path": "a"}]\n',
    "jsonl": '{"path": "a"}\n{"path": "b"}\n',
    "junit": "<testsuites/>\n",
    "markdown": "| a | b |\n",
    "rdjson": "{}\n",
    "sarif": "{}\n",
}
BROKEN = [
    ("azure", "##vso[task.logissue type=error;]a ##vso[task.complete]\n"),
    ("azure", "missing\n"),
    ("checkstyle", "<checkstyle>\n"),
    ("concise", "a.md: missing\n"),
    ("full", "a\x1b[31m\n"),
    ("full", "a\u2028b\n"),
    ("full", "a\u202eb\n"),
    ("full", "a\ud800\n"),
    ("github", "::error file=a,b.md,line=1::missing\n"),
    ("github", "::error file=a.md,line=1::missing\n::add-mask::e\n"),
    ("github", "::error file=a.md,line=1::##[group]\n"),
    ("gitlab", "[\n"),
    ("json", "[NaN]\n"),
    ("json", r'["\ud800"]'),
    ("jsonl", "{}\n{\n"),
    ("junit", ""),
    ("rdjson", "{}{}"),
    ("sarif", ""),
]


@pytest.mark.parametrize(("name", "output"), READABLE.items(), ids=READABLE)
def test_what_can_be_read_has_no_fault(name: str, output: str) -> None:
    assert fault_of(name, output) == ""


@pytest.mark.parametrize(("name", "output"), BROKEN, ids=ascii)
def test_what_cannot_be_read_has_one(name: str, output: str) -> None:
    assert fault_of(name, output) != ""
