"""Which checker a file gets: by the configuration that holds for it and by the command line."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from articlelint.article import Clock
from articlelint.engine.check import Checker
from articlelint.files import path_in_text
from articlelint.named_tuple import NamedTuple
from articlelint.root import Root, real_path, spellings
from articlelint.running.prepared_schemas import PreparedSchemas
from articlelint.schema.finding.bounded_judge import Patience
from articlelint.schema.loading import store
from articlelint.schema.validator import Validator
from articlelint.settings.config import Config, Inline, make_config, present, settle
from articlelint.settings.config_tree import ConfigTree

if TYPE_CHECKING:
    from articlelint.settings.config_file import ConfigFile


class Checkers:
    """The checkers of a run, each made once. The command line overrides the configurations.

    With ``no_inline``, no article decides anything itself; with ``notes_contents``, what articles
    hold is noted; with ``compares``, what the rules of a collection ask for: see ``to_compare``.
    Raises SchemaError and ConfigError where ``schema``, ``select``, ``ignore`` or ``clock`` are
    wrong.
    """

    def __init__(  # noqa: PLR0913 - all but the configurations have defaults
        self,
        configs: ConfigTree,
        schema: str | None = None,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        clock: Clock = present,
        *,
        no_inline: bool = False,
        notes_contents: bool = False,
        compares: bool = False,
    ) -> None:
        self.configs = configs
        self.compares = compares
        self._arguments = schema, tuple(select), tuple(ignore), clock, no_inline, notes_contents
        self._no_inline = no_inline
        self._notes_contents = notes_contents
        self._schema_name = schema
        self._schema = store.find(schema) if schema is not None else None
        _, select, ignore, *_ = self._arguments
        self._default = make_config({}, select=select, ignore=ignore)
        clock()  # so that a wrong one is known at once
        self._clock = clock
        self._known: dict[tuple[int, tuple[int, ...]], Checker] = {}
        #: By the folders in which all files get the same one.
        self._by_folder: dict[str, Checker] = {}
        self._prepared = PreparedSchemas()
        self._patience = Patience()
        self._named: dict[tuple[str, str], _Named] = {}
        if self._schema:
            self._checker(None, self._default)

    def __reduce__(self) -> tuple[Any, ...]:
        """Made anew where it is unpickled: it holds what does not pickle, such as validators."""
        return _made_anew, (self.configs, *self._arguments, self.compares)

    def to_compare(self) -> Checkers:
        """The same for articles that are compared with others. What is prepared is shared.

        Which files there are is known later than what the command line has wrong.
        """
        checkers = object.__new__(Checkers)
        vars(checkers).update(vars(self), compares=True, _known={}, _by_folder={})
        return checkers

    def now(self) -> float:
        """The present, in seconds since 1970."""
        return self._clock().timestamp()

    def made_of(self) -> tuple[Any, ...]:
        """Plain values of what the command line asks for, apart from the clock."""
        return self._default, self._schema_name, self._no_inline, self._notes_contents

    def files(self) -> set[str]:
        """The paths of the files that the schemas of all checkers so far are made of."""
        return {path for checker in self._known.values() for path in checker.files()}

    def schemas(self) -> list[store.Schema]:
        """The schemas that the command line and the configurations name, and what they refer to."""
        named = [each for config in self.configs.files() for each in config.schemas]
        return (self._prepare(self._schema).schemas() if self._schema else []) + named

    def named_files(self, path: str) -> set[str]:
        """The absolute paths of the files of schemas that articles next to a file have named.

        Also those of files that are missing, and those that the schemas refer to.
        """
        files: set[str] = set()
        beside = os.path.dirname(os.path.abspath(path))
        for (name, folder), named in self._named.items():
            if os.path.abspath(folder) == beside:
                files.add(named.file or os.path.join(folder, path_in_text(name.partition("#")[0])))
                with suppress(store.SchemaError):
                    files.update(self._prepare_named(named).files())
        return {*map(os.path.abspath, files)}

    def selects(self, rule_id: str) -> bool:
        """Whether the command line leaves an id to be reported."""
        return self._default.selects(rule_id)

    def forget(self, path: str) -> None:
        """Read again what depends on a file that was changed, created or deleted.

        It may be a configuration or a schema, or a file that a schema refers to. Raises SchemaError
        if ``schema`` has become wrong; what a configuration has become, ``for_file`` raises.
        """
        self._prepared.forget()
        self._by_folder.clear()
        self._patience = Patience()
        is_stale = self.configs.forget(path)
        if self._schema and self._schema_name and self._is_of(self._schema, path):
            self._schema = store.find(self._schema_name)
            is_stale = True
        if is_stale:
            self._known.clear()
        self._named.clear()  # one may have been created that was missing

    def for_file(self, path: str) -> Checker:
        """The checker for the file at a path."""
        folder = os.path.dirname(path)
        if folder in self._by_folder:
            return self._by_folder[folder]
        config = self.configs.for_file(path)
        overrides = config.overrides_for(path) if config else ()
        key = id(config), overrides
        if key not in self._known:
            self._known[key] = (
                self._configured(config, overrides)
                if config
                else self._checker(None, self._default)
            )
        if config is None or not config.has_overrides:
            self._by_folder[folder] = self._known[key]
        return self._known[key]

    def names_schema(self, path: str) -> bool:
        """Whether the command line or a configuration names the schema of the file at a path."""
        config = self.configs.for_file(path)
        settings = config.settings(config.overrides_for(path)) if config else {}
        return self._schema is not None or ("schema",) in settings

    def is_one_in(self, folder: str) -> bool:
        """Whether all files in a folder, of which one was asked for, have the same checker."""
        return folder in self._by_folder

    def _configured(self, config: ConfigFile, overrides: tuple[int, ...]) -> Checker:
        from articlelint.settings.single_settings import as_mapping  # noqa: PLC0415 - it is there

        settings = config.settings(overrides)
        default = self._default
        settled = settle(as_mapping(settings), select=default.select, ignore=default.ignore)
        return self._checker(config.schema(settings), settled)

    def _checker(self, schema: store.Schema | None, config: Config) -> Checker:
        if self._no_inline:
            config = config._replace(inline=Inline(schema=False, ignore=False))
        return Checker(
            self._schema or schema or store.bundled(store.DEFAULT_SCHEMA),
            config,
            None if self._schema else self._find_schema,
            self._clock,
            prepare=self._prepare,
            compares=self.compares,
            notes_contents=self._notes_contents,
        )

    def _prepare(self, schema: store.Schema) -> Validator:
        return self._prepared.get(schema, lambda: self._validator(schema))

    def _find_schema(self, name: str, path: str) -> Validator:
        """The schema that the article at a path names. Raises SchemaError."""
        if "://" in name:
            raise store.SchemaError(name, "nothing is fetched from a network: name a file")
        place = name, os.path.dirname(path)
        if place not in self._named:
            self._named[place] = _named(*place, self.configs.root_of_schemas(path))
        return self._prepare_named(self._named[place])

    def _prepare_named(self, named: _Named) -> Validator:
        return self._prepared.get(named, lambda: self._validator(named.load()))

    def _validator(self, schema: store.Schema) -> Validator:
        return Validator(schema, patience=self._patience)

    def _is_of(self, schema: store.Schema, path: str) -> bool:
        """Whether a file is that of a schema, or one that it refers to."""
        paths = spellings(path)
        return any(os.path.abspath(each) in paths for each in self._prepare(schema).files())


def _made_anew(  # noqa: PLR0913, PLR0917 - all that makes checkers
    configs: ConfigTree,
    schema: str | None,
    select: Iterable[str],
    ignore: Iterable[str],
    clock: Clock,
    no_inline: bool,  # noqa: FBT001 - as it is pickled
    notes_contents: bool,  # noqa: FBT001 - likewise
    compares: bool,  # noqa: FBT001 - likewise
) -> Checkers:
    return Checkers(
        configs,
        schema,
        select,
        ignore,
        clock,
        no_inline=no_inline,
        notes_contents=notes_contents,
        compares=compares,
    )


class _Named(NamedTuple):
    """What an article names: a file, by its real path, which is one schema however it is named.

    Without a file, it is ``name``, from ``folder``.
    """

    root: Root
    file: str = ""
    name: str = ""
    folder: str = ""

    def load(self) -> store.Schema:
        if self.file:
            return store.find_file(self.file, self.root)
        return store.find(self.name, self.folder, self.root)


def _named(name: str, folder: str, root: Root) -> _Named:
    file = os.path.join(folder, path_in_text(name))
    if not os.path.isfile(file) or store.is_name(name):
        return _Named(root, name=name, folder=folder)
    return _Named(root, real_path(file))
