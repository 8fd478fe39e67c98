"""The limits on one front matter: beyond them it is ``too-complex``.

A real front matter has some thousand characters, a hundred keys and values, and four levels. The
limits are far above that, and low enough that no text takes more than a fraction of a second to
read; each fault in it adds some hundred microseconds. ``MAX_FILE_BYTES`` of ``source`` is the limit
on the whole file.
"""

#: The id of what exceeds a limit, of these or of those on the work that a schema makes.
TOO_COMPLEX = "too-complex"

#: The most characters.
MAX_LENGTH = 1024 * 1024
#: The most characters that the pure parser reads. It takes 3 µs for each and 30 for each value.
MAX_PURE_LENGTH = 32 * 1024
#: So many characters the C parser reads while the pure one reads one.
_PURE_COST = 16
#: The most levels of nesting, so that no recursion over the data can run out of stack.
MAX_DEPTH = 64
#: The most keys and values, counting what aliases repeat each time.
MAX_NODES = 20_000
#: The most characters that aliases repeat, as each of them is looked at like any other value.
MAX_REPEATED = 1024 * 1024
#: The most characters of a number, below the 4,300 digits from which CPython refuses to convert.
MAX_NUMBER_LENGTH = 1_000


def reading_work(length: int) -> int:
    """How much work it is to read a text of some characters, in those that the C parser reads."""
    return length * (_PURE_COST if length <= MAX_PURE_LENGTH else 1)
