"""The keywords that look at a list."""

from __future__ import annotations

from articlelint.model import Safety
from articlelint.schema.telling.glossary.keyword import (
    Keyword,
    core,
    draft_7,
    of_key,
    of_key_in_draft_7,
    validation,
)

LISTS = {
    "minItems": Keyword(
        "A list has fewer items than the schema asks for.",
        "Add items, or remove the key if it may be absent.",
        validation("6.4.2"),
        of_key("steps", {"minItems": 2}),
        "steps: [Read]",
        '"steps" needs at least 2 items, has 1',
        "steps: [Read, Write]",
    ),
    "maxItems": Keyword(
        "A list has more items than the schema allows.",
        "Remove items.",
        validation("6.4.1"),
        of_key("steps", {"maxItems": 2}),
        "steps: [Read, Think, Write]",
        '"steps" allows at most 2 items, has 3',
        "steps: [Read, Write]",
    ),
    "uniqueItems": Keyword(
        "A list has the same item twice.",
        "Remove the later one, which the diagnostic marks.",
        validation("6.4.3"),
        of_key("tags", {"uniqueItems": True}),
        "tags: [bridges, rivers, bridges]",
        'item 3 of "tags" repeats item 1: remove one of the two',
        "tags: [bridges, rivers]",
        fixes=(Safety.SAFE,),
    ),
    "items": Keyword(
        "A list has more items than the schema has places for.",
        "Remove the items at the end.",
        core("10.3.1.2"),
        of_key("place", {"prefixItems": [{"type": "number"}, {"type": "number"}], "items": False}),
        "place: [52.4, 4.9, 12.5]",
        '"place" allows at most 2 items, has 3',
        "place: [52.4, 4.9]",
    ),
    "additionalItems": Keyword(
        "A list has more items than the schema has places for: `items` of the later drafts.",
        "Remove the items at the end.",
        draft_7("6.4.2"),
        of_key_in_draft_7("place", {"items": [{}, {}], "additionalItems": False}),
        "place: [52.4, 4.9, 12.5]",
        '"place" allows at most 2 items, has 3',
        "place: [52.4, 4.9]",
    ),
    "unevaluatedItems": Keyword(
        "A list has an item that no part of the schema describes.",
        "Remove the item, or correct what keeps it from matching the schema.",
        core("11.2"),
        of_key("place", {"allOf": [{"prefixItems": [{}, {}]}], "unevaluatedItems": False}),
        "place: [52.4, 4.9, 12.5]",
        'item 3 of "place" is not allowed here',
        "place: [52.4, 4.9]",
    ),
    "contains": Keyword(
        "A list has no item of a kind that the schema asks for.",
        "Add such an item.",
        core("10.3.1.3"),
        of_key("tags", {"contains": {"enum": ["news", "sport"]}}),
        "tags: [bridges, rivers]",
        '"tags" needs at least one item that is "news" or "sport"',
        "tags: [bridges, rivers, news]",
    ),
    "minContains": Keyword(
        "A list has fewer items of a kind than the schema asks for.",
        "Add such items.",
        validation("6.4.5"),
        of_key("tags", {"contains": {"pattern": "^place:"}, "minContains": 2}),
        "tags: [bridges, 'place:Delft']",
        '"tags" needs at least 2 items that match the pattern `^place:`, has 1',
        "tags: [bridges, 'place:Delft', 'place:Leiden']",
    ),
    "maxContains": Keyword(
        "A list has more items of a kind than the schema allows.",
        "Remove such items.",
        validation("6.4.4"),
        of_key("tags", {"contains": {"pattern": "^place:"}, "maxContains": 1}),
        "tags: [bridges, 'place:Delft', 'place:Leiden']",
        '"tags" allows at most 1 item that matches the pattern `^place:`, has 2',
        "tags: [bridges, 'place:Delft']",
    ),
}
