"""The command ``init``: a configuration and a schema for the current folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

import click

from articlelint import __version__
from articlelint.cli.errors import WrongUse
from articlelint.cli.options import Choice
from articlelint.cli.output import is_terminal, say
from articlelint.root import CONFIG_NAME
from articlelint.settings import presets
from articlelint.text.words import both, counted

if TYPE_CHECKING:
    from articlelint.setup.infer import Inferred
    from articlelint.setup.look import Look
    from articlelint.setup.site import Site

#: Not a docstring, which `python -OO` drops.
_HELP = """Write a configuration and a schema for the articles in the current folder.

The schema is drawn from what is there, as `articlelint infer` does. Site generators that have a
preset are recognized by their files. At the top of a repository without pre-commit, a configuration
of that is written, too. Nothing that is there is changed.
"""


class _Looked(NamedTuple):
    """What was found in the folder."""

    site: Site
    look: Look
    inferred: Inferred

    @property
    def number(self) -> int:
        """How many articles there are."""
        return sum(each.articles for each in self.inferred.kinds)

    @property
    def has_schema(self) -> bool:
        """Whether a schema is to be written: of a few articles, a preset tells more."""
        from articlelint.setup.documented import is_complete  # noqa: PLC0415 - not for a check
        from articlelint.setup.draw import ENOUGH  # noqa: PLC0415 - likewise

        preset = self.site.preset
        return preset is None or (self.number >= ENOUGH and not is_complete(preset))


@click.command("init", help=_HELP, short_help="Set up the current folder.")
@click.option(
    "--preset",
    metavar="NAME",
    type=Choice(presets.names()),
    help="The preset to begin with.  [default: that of the generator]",
)
@click.option("--yes", is_flag=True, help="Write without asking.")
def init(preset: str | None, yes: bool) -> None:  # noqa: FBT001 - a flag arrives as a boolean
    """Look, ask, and write."""
    from articlelint.settings.near_configs import NEAR_NAMES  # noqa: PLC0415 - not for a check
    from articlelint.setup.first_files import SCHEMA_NAME  # noqa: PLC0415 - likewise

    for name in (CONFIG_NAME, *NEAR_NAMES, SCHEMA_NAME):
        if os.path.lexists(name):
            raise WrongUse(f"{name} is there already: nothing was written")
    if not yes and not is_terminal(sys.stdin):
        raise WrongUse("there is no terminal to ask on: add --yes")
    looked = _looked(preset)
    for line in _told(looked):
        say(line)
    if not _written(_first_texts(looked), yes=yes):
        raise WrongUse("nothing was written")
    _offer_hooks(looked.look.to_include(), yes=yes)
    then = f", and describe the keys in {SCHEMA_NAME}" if looked.has_schema else ""
    say(f"next: run `articlelint`{then}")


def _looked(name: str | None) -> _Looked:
    from articlelint.cli.articles import opened, title_of  # noqa: PLC0415 - not for a check
    from articlelint.running.discover import discover  # noqa: PLC0415 - likewise
    from articlelint.running.search_names import (  # noqa: PLC0415 - likewise
        ENDINGS,
        MARKDOWN_ENDINGS,
        OTHER_ENDINGS,
    )
    from articlelint.settings.config_tree import ConfigTree  # noqa: PLC0415 - likewise
    from articlelint.setup.documented import Documented  # noqa: PLC0415 - likewise
    from articlelint.setup.infer import NothingToInferError, infer  # noqa: PLC0415 - likewise
    from articlelint.setup.look import Look  # noqa: PLC0415 - likewise

    top = os.getcwd()
    site = _site(name, top)
    preset = site.preset
    # What a preset includes is an article, whatever its ending.
    further = OTHER_ENDINGS if preset and preset.include else MARKDOWN_ENDINGS
    look = Look(ENDINGS, further, preset.pages if preset else ())
    configs = ConfigTree(preset=preset.name if preset else None)
    files = discover([os.curdir], configs, endings=(*ENDINGS, *OTHER_ENDINGS)).files
    documented = Documented(preset) if preset else None
    try:
        inferred = infer(look.articles(opened(files, top)), title_of(top), documented)
    except NothingToInferError as error:
        raise WrongUse(str(error)) from None
    return _Looked(site, look, inferred)


def _site(name: str | None, top: str) -> Site:
    """What is asked for by name, else what the folder is by its files."""
    from articlelint.running.beginnings import has_front_matter  # noqa: PLC0415 - not for a check
    from articlelint.running.discover import discover  # noqa: PLC0415 - likewise
    from articlelint.settings.config_tree import ConfigTree  # noqa: PLC0415 - likewise
    from articlelint.setup.site import Site, format_of, look_at  # noqa: PLC0415 - likewise

    if name:
        preset = presets.load(name)
        return Site(preset.title, preset)
    site = look_at(top)
    if site.title:
        return site

    def search(preset: str | None) -> Iterator[str]:
        found = (each.path for each in discover([os.curdir], ConfigTree(preset=preset)).files)
        return (each.replace(os.sep, "/") for each in found if has_front_matter(each))

    return format_of(search)


def _told(looked: _Looked) -> Iterator[str]:
    """What was found: the site, its articles and their kinds, and what is to be looked at."""
    site, look, inferred = looked
    articles = counted(looked.number, "article")
    yield f"found {articles}" + (f" for {site.title}" if site.title else "")
    if site.preset:
        yield f"preset: {site.preset.name}"
    if set(inferred.dialects) != {"yaml"}:
        parts = [f"{n} in {name.upper()}" for name, n in sorted(inferred.dialects.items())]
        yield f"front matter: {both(parts)}"
    if not looked.has_schema:
        yield "the schema is that of the preset"
        return
    for kind in inferred.kinds if len(inferred.kinds) > 1 else ():
        where = f" in {', '.join(kind.folders)}" if kind.folders else ""
        yield f"{kind.name}: {counted(kind.articles, 'article')}{where}"
    yield from inferred.notes
    for ending, number in sorted(look.others.items()):
        files = counted(number, f"{ending} file")
        verb = "begins" if number == 1 else "begin"
        yield f"{files} {verb} with front matter: to check them, add *{ending} to `include`"


def _first_texts(looked: _Looked) -> dict[str, str]:
    from articlelint.setup.first_files import (  # noqa: PLC0415 - not for a check
        SCHEMA_NAME,
        configuration,
    )
    from articlelint.setup.written import as_yaml  # noqa: PLC0415 - likewise

    preset = looked.site.preset
    if not looked.has_schema:
        return {CONFIG_NAME: configuration([], [], preset)}
    endings = [] if preset and preset.include else looked.look.to_include()
    return {
        SCHEMA_NAME: "".join(as_yaml(looked.inferred.schema)),
        CONFIG_NAME: configuration(looked.inferred.kinds, endings, preset),
    }


def _offer_hooks(endings: Iterable[str], *, yes: bool) -> None:
    """Write hooks for pre-commit, or say what to add to those that are there."""
    from articlelint.setup.first_files import (  # noqa: PLC0415 - not for a check
        PRE_COMMIT_NAME,
        hook_lines,
    )

    if not os.path.lexists(".git"):
        return
    lines = list(hook_lines(__version__, list(endings)))
    if os.path.lexists(PRE_COMMIT_NAME):
        say(f"for pre-commit, add to the list `repos` in {PRE_COMMIT_NAME}:")
        for line in lines:
            say(line)
    else:
        _written({PRE_COMMIT_NAME: "".join(f"{line}\n" for line in ("repos:", *lines))}, yes=yes)


def _written(texts: Mapping[str, str], *, yes: bool) -> bool:
    """Write files that are not there yet, if the user agrees."""
    names = both([*texts])
    if not yes and not click.confirm(f"write {names}?", default=True, err=True):
        return False
    for name, text in texts.items():
        with open(name, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    say(f"wrote {names}")
    return True
