"""``python -m articlelint``."""

from articlelint.cli import main

main(prog_name="articlelint")
