"""What the tests of the bundled schemas share."""

from __future__ import annotations

from collections.abc import Mapping

from articlelint.schema.loading.outline import known_keys
from articlelint.schema.loading.store import bundled
from tests.clock import now
from tests.support import article, found
from tests.unit.schema.support import of


def check_kind(
    name: str,
    *,
    sound: str,
    required: list[str],
    broken: Mapping[str, tuple[str, str, str]],
    allowed: Mapping[str, tuple[str, str]] = {},
) -> None:
    """Check a bundled schema by a sound front matter that has every key which the schema knows.

    Neither the schema nor any rule has anything to say of it. The ``required`` keys are those that
    it must not lack. A ``broken`` one has, in the place of some text, another, of which the only
    diagnostic is as ``tests.support.written`` has it; an ``allowed`` one differs and is sound.
    """
    schema = bundled(name)
    assert found(article(sound), schema=schema, clock=now) == []
    keys = [line.partition(":")[0] for line in sound.splitlines() if line[0] not in " -"]
    assert sorted(keys) == sorted(known_keys(schema, ()))
    for key in keys:
        lack = f'1:1-1:4 schema/required /{key}: missing required key "{key}"'
        assert of(without(sound, key), schema) == [lack] * (key in required), key
    for what, (old, new, expected) in broken.items():
        assert sound.count(old) == 1, what
        assert of(sound.replace(old, new), schema) == [expected], what
    for what, (old, new) in allowed.items():
        assert sound.count(old) == 1, what
        assert of(sound.replace(old, new), schema) == [], what


def without(front_matter: str, key: str) -> str:
    """The front matter without a key of its root and all that is below it."""
    kept, dropping = [], False
    for line in front_matter.splitlines(keepends=True):
        if line[0] not in " -":
            dropping = line.partition(":")[0] == key
        if not dropping:
            kept.append(line)
    return "".join(kept)
