"""How a command ends that cannot go on."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from articlelint.cli.errors import WrongUse
from articlelint.cli.output import is_terminal, say, write_to_stderr
from articlelint.schema.loading.store import SchemaError
from articlelint.settings.config import ConfigError

_WRONG_USE = 2
# Exit statuses of a shell for a command that a signal ended: 128 and the signal's number.
_INTERRUPTED = 130
_BROKEN_PIPE = 141


@contextmanager
def ended(passing: tuple[type[BaseException], ...] = (SystemExit,)) -> Iterator[None]:
    """End the program, without a traceback, where something keeps it from going on.

    Those that are ``passing`` are left to the caller.
    """
    try:
        yield
    except passing:
        raise
    except WrongUse as error:
        _end(error)
    except (ConfigError, SchemaError) as error:
        _end(WrongUse(str(error)))
    except KeyboardInterrupt:
        # A terminal has shown ^C on this line.
        write_to_stderr("\ninterrupted\n" if is_terminal(sys.stderr) else "interrupted\n")
        sys.exit(_INTERRUPTED)
    except BrokenPipeError:  # the reader of our output, such as `head`, has seen enough
        _drop_output()
        sys.exit(_BROKEN_PIPE)
    except OSError as error:
        _drop_output()
        _end(WrongUse(str(error)))
    except BaseException as error:  # noqa: BLE001 - a native library may raise anything
        _end(_failure(error))


def _end(error: WrongUse) -> None:
    write_to_stderr(f"Error: {error}\n")
    sys.exit(_WRONG_USE)


def _failure(error: BaseException) -> WrongUse:
    """What to say of a fault of the tool itself: 1 would look like faults in articles."""
    from traceback import format_exception  # noqa: PLC0415 - only ever needed after a fault

    for line in "".join(format_exception(error)).splitlines():
        say(line)
    return WrongUse("articlelint has failed, which is a fault in it: please report the lines above")


def _drop_output() -> None:
    """Keep the interpreter from failing at exit, when it flushes what could not be written."""
    with suppress(AttributeError, OSError):  # a stream that is closed or no file is not flushed
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
