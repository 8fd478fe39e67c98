"""Logging commands, read back as the agent of Azure Pipelines does."""

from __future__ import annotations

from tests.unit.reporters.runs import BOTH, HOSTILE, Read, lines, printed, shown, told

#: They are escaped in a way that the agent undoes.
LINE_BREAKS = "\r\n"
BEGIN = "##vso[task.logissue "


def commands(output: str) -> list[tuple[dict[str, str], str]]:
    """The properties and the message of each line."""
    return [_command(line) for line in output.splitlines()]


def _command(line: str) -> tuple[dict[str, str], str]:
    assert line.startswith(BEGIN)
    properties, _, message = line.removeprefix(BEGIN).partition("]")
    pairs = [each.split("=", 1) for each in properties.split(";") if each]
    return {key: _unescaped(value) for key, value in pairs}, _unescaped(message)


def _unescaped(text: str) -> str:
    for escape, character in {"%3B": ";", "%0D": "\r", "%0A": "\n", "%5D": "]"}.items():
        text = text.replace(escape, character)
    return text.replace("%AZP25", "%")


def test_messages_and_paths_come_back() -> None:
    read = [
        Read(values["sourcepath"], int(values["linenumber"]), values["type"], values["code"], said)
        for values, said in commands(printed("azure", HOSTILE))
    ]
    assert read == [
        Read(
            shown(report.path, LINE_BREAKS),
            line,
            each.severity.value,
            each.rule,
            shown(told(report, each), LINE_BREAKS),
        )
        for report in HOSTILE
        for line, each in zip(lines(report), report.diagnostics, strict=True)
    ]


def test_each_is_a_command_of_its_own() -> None:
    error, warning = printed("azure", [BOTH]).splitlines()
    assert error == (
        "##vso[task.logissue type=error;sourcepath=news/both.md;linenumber=2;columnnumber=1;"
        'code=schema/enum;]"type" is wrong'
    )
    assert warning.startswith(
        "##vso[task.logissue type=warning;sourcepath=news/both.md;linenumber=3;columnnumber=3;"
    )
