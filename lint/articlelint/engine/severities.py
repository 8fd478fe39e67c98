"""Diagnostics with the severity that the settings give them."""

from __future__ import annotations

from collections.abc import Iterable

from articlelint.model import Diagnostic
from articlelint.settings.config import Config


def with_severities(
    config: Config, found: Iterable[Diagnostic], *, prevents_check: bool = False
) -> list[Diagnostic]:
    """The diagnostics as severe as the settings say, without those that they turn off.

    What ``prevents_check`` of the rest of an article cannot be turned off by selecting other ids.
    """
    return [
        each._replace(severity=severity)
        for each in found
        if (severity := config.severity(each.rule, prevents_check=prevents_check))
    ]
