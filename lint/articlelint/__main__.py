"""``python -m articlelint``."""

from articlelint.cli import start

start()
