"""Random edits of sound front matter: every message is in a writer's words, and no fix harms."""

from __future__ import annotations

from tests.properties.broken_yaml import broken, complaints


def test_a_sample() -> None:
    texts = list(broken(1, 300))
    results = [complaints(text) for text in texts]
    assert [(wrong, text) for (wrong, _), text in zip(results, texts, strict=True) if wrong] == []
    assert sum(bool(mistakes) for _, mistakes in results) > 80
