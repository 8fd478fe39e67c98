"""How a command says that it was used in a wrong way."""

from __future__ import annotations

from articlelint.text.printable import printable_line
from articlelint.text.words import MAX_MESSAGE, shorten


class WrongUse(Exception):  # noqa: N818 - what it is, which is no error of the tool
    """Wrong use, a bad config or a bad schema."""

    def __init__(self, message: str) -> None:
        super().__init__(
            "\n".join(printable_line(shorten(each, MAX_MESSAGE)) for each in message.split("\n"))
        )
