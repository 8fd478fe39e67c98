"""The file is not UTF-8 text, or contains NUL bytes.

YAML is Unicode, and articles are UTF-8. In another encoding, accented letters, quotes and dashes
become wrong characters or stop the program that reads them. NUL bytes are a sign of UTF-16 or of
a file that is not text at all.

Save the file as UTF-8: most editors offer it under "Save as" or "Reopen with encoding". The place
shown is the first byte that is wrong.
"""

from __future__ import annotations

from articlelint.model import Severity
from articlelint.rule import Ignorable, Rule, Stage

RULE = Rule(
    summary="a file that is not UTF-8, or contains NUL bytes",
    docs=__doc__,
    severity=Severity.ERROR,
    stage=Stage.READING,
    prevents_check=True,
    ignorable=Ignorable.NEVER,
    examples=(),
)
