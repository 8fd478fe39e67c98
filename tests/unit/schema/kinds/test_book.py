from __future__ import annotations

from tests.unit.schema.kinds.support import check_kind

SOUND = """\
title: The Patient Oar
excerpt: A handbook of rowing for those who start late.
originalUrl: https://books.example.com/the-patient-oar
webUrl: https://books.example.com/the-patient-oar
type: book
price: 20 EUR
ratings:
  count: 0
  average: 0
heat: -1
removed: false
published: true
provider:
  name: Example Rowing School
  domain: example.com
  images:
    - url: /assets/images/rowing-school.jpg
      width: 50
      height: 50
  authors:
    - name: Robin Sample
  publishers:
    - name: Example Press
levels:
  - Advanced
topics:
  - Rowing
images:
  - url: https://books.example.com/images/oar.jpg
    width: 1280
    height: 720
    isCached: true
    title: The cover
secured: U2FtcGxlIHNlY3VyZWQgMQ==;U2l4dGVlbkJ5dGVzSVYhIQ==
"""
REQUIRED = ["title", "excerpt", "type", "price", "provider", "levels", "topics"]
BROKEN = {
    "a price that is a number": (
        "price: 20 EUR",
        "price: 20",
        (
            '7:8-7:10 schema/type /price: the price should be "Free", or an amount with its '
            'currency such as "$24.50"'
        ),
    ),
    "a length, which it has none of": (
        "price: 20 EUR\n",
        "price: 20 EUR\nlength: PT5H\n",
        '8:1-8:7 schema/additionalProperties /length: unknown key "length"',
    ),
    "the type with a capital": (
        "type: book",
        "type: Book",
        '6:7-6:11 schema/const /type: "type" should be "book", not "Book"',
    ),
    "a heat below -1": (
        "heat: -1",
        "heat: -5",
        '11:7-11:9 schema/minimum /heat: "heat" should be at least -1, not -5',
    ),
    "an average in words": (
        "average: 0",
        "average: none",
        (
            '10:12-10:16 schema/type /ratings/average: "average" should be a number, not the '
            'text "none"'
        ),
    ),
    "a misspelt key": (
        "ratings:",
        "rating:",
        (
            '8:1-8:7 schema/additionalProperties /rating: unknown key "rating": did you mean '
            '"ratings"?'
        ),
    ),
    "an author beside the provider": (
        "levels:",
        "authors:\n  - name: Robin Sample\nlevels:",
        '25:1-25:8 schema/additionalProperties /authors: unknown key "authors"',
    ),
}


def test_front_matter() -> None:
    check_kind("book", sound=SOUND, required=REQUIRED, broken=BROKEN)
