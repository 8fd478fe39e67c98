"""What is known of a question that ends whoever answers it."""

from __future__ import annotations

from typing import NamedTuple


class Lost(NamedTuple):
    """Comes instead of an answer if a question has ended two workers: how the last one ended."""

    how: str
