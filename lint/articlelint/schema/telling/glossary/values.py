"""The keywords that look at a single value."""

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

ANY_VALUE = {
    "type": Keyword(
        "A value is of another kind than the schema asks for.",
        "Write a value of that kind. In quotes, a number or `true` is text; without them, it is a "
        "number or a flag. Text with a bracket first, or with a colon and a space in it, needs "
        "quotes, too. Write each item of a list on a line of its own, after `- `.",
        validation("6.1.1"),
        of_key("heat", {"type": "integer"}),
        "heat: high",
        '"heat" should be a whole number, not the text "high"',
        "heat: 72",
        fixes=(Safety.SAFE, Safety.UNSAFE),
    ),
    "enum": Keyword(
        "A value is not one of those that the schema lists.",
        "Write one of them, letter by letter: capitals count.",
        validation("6.1.2"),
        of_key("section", {"enum": ["news", "sport"]}),
        "section: sports",
        '"section" should be "news" or "sport", not "sports": did you mean "sport"?',
        "section: sport",
        fixes=(Safety.SAFE, Safety.UNSAFE),
    ),
    "const": Keyword(
        "A value is not the only one that the schema allows.",
        "Write that value, letter by letter: capitals count.",
        validation("6.1.3"),
        of_key("layout", {"const": "article"}),
        "layout: post",
        '"layout" should be "article", not "post"',
        "layout: article",
        fixes=(Safety.SAFE, Safety.UNSAFE),
    ),
    "not": Keyword(
        "A value is forbidden by the schema.",
        "Write another value. The description of the key, if the schema has one, is shown as help.",
        core("10.2.1.4"),
        of_key("slug", {"not": {"pattern": " "}}),
        "slug: bridge reopens",
        '"slug" must not match the pattern ` `: "bridge reopens"',
        "slug: bridge-reopens",
    ),
    "false": Keyword(
        "A key or an item is not allowed: the schema says `false`.",
        "Remove the key or the item.",
        core("4.3.2"),
        of_key("draft", False),
        "title: A bridge reopens\ndraft: true",
        '"draft" is not allowed here',
        "title: A bridge reopens",
    ),
}

TEXT = {
    "minLength": Keyword(
        "A text is shorter than the schema allows.",
        "Write more. Every character counts as one, spaces included.",
        validation("6.3.2"),
        of_key("summary", {"minLength": 20}),
        "summary: A bridge reopens",
        '"summary" needs at least 20 characters, has 16',
        "summary: A bridge reopens after two years",
    ),
    "maxLength": Keyword(
        "A text is longer than the schema allows.",
        "Shorten it. Every character counts as one, spaces included.",
        validation("6.3.1"),
        of_key("label", {"maxLength": 12}),
        "label: Bridges and ferries",
        '"label" allows at most 12 characters, has 19',
        "label: Bridges",
    ),
    "pattern": Keyword(
        "A text does not match a regular expression of the schema.",
        "Write a text that matches. The description of the key and an example, if the schema has "
        "them, are shown as help.",
        validation("6.3.3"),
        of_key("slug", {"pattern": "^[a-z-]+$"}),
        "slug: Bridge_Reopens",
        '"slug" does not match the pattern `^[a-z-]+$`: "Bridge_Reopens"',
        "slug: bridge-reopens",
        fixes=(Safety.UNSAFE,),
    ),
    "format": Keyword(
        "A text is not in the format that the schema names: a date, an e-mail address and so on.",
        "Write it in that format; the message shows how.",
        validation("7.3"),
        of_key("contact", {"format": "email"}),
        "contact: desk at example.com",
        '"contact" should be an e-mail address, not "desk at example.com"',
        "contact: desk@example.com",
        fixes=(Safety.SAFE, Safety.UNSAFE),
    ),
    "contentEncoding": Keyword(
        "A text is not in the encoding that the schema names, such as base64.",
        "Encode the content again, and copy all of it. Only drafts 6 and 7 of JSON Schema ask for "
        "this; to later ones it is a note.",
        draft_7("8.3"),
        of_key_in_draft_7("thumbnail", {"contentEncoding": "base64"}),
        "thumbnail: R0lGODlhAQ=A",
        '"thumbnail" should be text in the encoding base64, not "R0lGODlhAQ=A"',
        "thumbnail: R0lGODlhAQAB",
    ),
    "contentMediaType": Keyword(
        "A text does not hold content of the kind that the schema names, such as JSON.",
        "Correct the content by the rules of its own language. Only drafts 6 and 7 of JSON Schema "
        "ask for this; to later ones it is a note.",
        draft_7("8.4"),
        of_key_in_draft_7("player", {"contentMediaType": "application/json"}),
        "player: '{\"wide\": yes}'",
        '"player" should be text of the media type application/json, not "{\\"wide\\": yes}"',
        "player: '{\"wide\": true}'",
    ),
}

NUMBERS = {
    "minimum": Keyword(
        "A number is smaller than the schema allows.",
        "Write the number that the message names, or a larger one.",
        validation("6.2.4"),
        of_key("heat", {"minimum": -1}),
        "heat: -2",
        '"heat" should be at least -1, not -2',
        "heat: -1",
    ),
    "maximum": Keyword(
        "A number is larger than the schema allows.",
        "Write the number that the message names, or a smaller one.",
        validation("6.2.2"),
        of_key("quality", {"maximum": 100}),
        "quality: 120",
        '"quality" should be at most 100, not 120',
        "quality: 100",
    ),
    "exclusiveMinimum": Keyword(
        "A number is not larger than a limit of the schema.",
        "Write a larger number than the one that the message names.",
        validation("6.2.5"),
        of_key("width", {"exclusiveMinimum": 0}),
        "width: 0",
        '"width" should be more than 0, not 0',
        "width: 640",
    ),
    "exclusiveMaximum": Keyword(
        "A number is not smaller than a limit of the schema.",
        "Write a smaller number than the one that the message names.",
        validation("6.2.3"),
        of_key("opacity", {"exclusiveMaximum": 1}),
        "opacity: 1",
        '"opacity" should be less than 1, not 1',
        "opacity: 0.9",
    ),
    "multipleOf": Keyword(
        "A number is not a multiple of the one that the schema names.",
        "Write a multiple of it; 0 is always one.",
        validation("6.2.1"),
        of_key("columns", {"multipleOf": 2}),
        "columns: 3",
        '"columns" should be a multiple of 2, not 3',
        "columns: 4",
    ),
}
