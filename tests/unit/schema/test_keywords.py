"""Each keyword of each draft: what it objects to, where and how; and a look-alike that is sound."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from tests.unit.schema.keywords import combinations, lists, mappings, values
from tests.unit.schema.keywords.case import TEXT, Case
from tests.unit.schema.support import DRAFTS, drafts, of

CASES = [*values.CASES, *lists.CASES, *mappings.CASES, *combinations.CASES]
BY_DRAFT = [
    pytest.param(case, draft, id=f"{case.keyword}-{index}-draft-{draft}")
    for index, case in enumerate(CASES)
    for draft in drafts(case.drafts)
]


def schema_of(case: Case, draft: str) -> dict[str, Any]:
    return {
        "$schema": DRAFTS[draft],
        "properties": {"v": case.subschema},
        "definitions": {"text": TEXT},
        "$defs": {"text": {"$dynamicAnchor": "text", **TEXT}} if draft == "2020-12" else {},
    }


@pytest.mark.parametrize(("case", "draft"), BY_DRAFT)
def test_a_fault_is_reported(case: Case, draft: str) -> None:
    expected = [f"{place}: {message}" for place, message in case.reported.items()]
    assert of(case.faulty + "\n", schema_of(case, draft)) == expected


@pytest.mark.parametrize(("case", "draft"), BY_DRAFT)
def test_a_look_alike_is_not(case: Case, draft: str) -> None:
    assert of(case.sound + "\n", schema_of(case, draft)) == []


@pytest.mark.parametrize("draft", DRAFTS)
def test_every_keyword_that_a_validator_of_the_draft_knows_has_a_case(draft: str) -> None:
    known = set(jsonschema.validators.validator_for({"$schema": DRAFTS[draft]}).VALIDATORS)
    here = {case.keyword for case in CASES if draft in drafts(case.drafts)}
    assert known - here == set()
