"""What is decided alike for every text that is read, and what messages call it."""

from __future__ import annotations

import pytest

from articlelint.reading.document import UnreadableError
from articlelint.reading.limits import MAX_LENGTH
from articlelint.reading.read import read_block
from articlelint.reading.yaml import whole

SUBJECTS = ("front matter", "configuration", "schema")
UNREADABLE = {
    "nothing": ("", "the {} is empty"),
    "a comment": ("# a\n", "the {} is empty"),
    "a list": ("- front matter\n", "the {} is a list, not a mapping"),
    "text": ("front matter\n", "the {} is a single value, not a mapping"),
    "too much": ("a" * (MAX_LENGTH + 1), "the {} is longer than 1024 KiB"),
    "a merge conflict": (
        "front matter: 1\n<<<<<<< a\nb: 1\n",
        "unresolved merge conflict in the {}",
    ),
}


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize(("text", "expected"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_message_names_what_is_read(text: str, expected: str, subject: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_block(text, whole(text), subject)
    assert str(caught.value) == expected.format(subject)


def test_what_is_written_in_it_stays_as_it_is() -> None:
    text = "the front matter: 1\nthe front matter: 2\n"
    document, [fault] = read_block(text, whole(text), "schema")
    assert fault.message == 'the key "the front matter" is given twice: remove one'
    assert document.data == {"the front matter": 2}
