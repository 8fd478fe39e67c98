from __future__ import annotations

from tests.unit.schema.kinds.support import check_kind

SOUND = """\
title: First strokes in a rowing boat
excerpt: Learn to hold the oars and to row straight.
originalUrl: https://www.example.com/courses/first-strokes
webUrl: https://www.example.com/courses/first-strokes
type: course
price: $24.50
length: PT1H5S
ratings:
  count: 48
  average: 4.25
heat: 50
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
  - Beginner
topics:
  - Rowing
images:
  - url: https://www.example.com/images/scull.jpg
    width: 1280
    height: 720
    isCached: true
    title: A scull at dawn
secured: U2FtcGxlIHNlY3VyZWQgMQ==;U2l4dGVlbkJ5dGVzSVYhIQ==
"""
REQUIRED = ["title", "excerpt", "type", "price", "length", "provider", "levels", "topics"]
BROKEN = {
    "a level that is none": (
        "  - Beginner\n",
        "  - Begginer\n",
        (
            '27:5-27:13 schema/enum /levels/0: item 1 of "levels" should be "Beginner", '
            '"Intermediate" or "Advanced", not "Begginer": did you mean "Beginner"?'
        ),
    ),
    "a level in lower case": (
        "  - Beginner\n",
        "  - beginner\n",
        (
            '27:5-27:13 schema/enum /levels/0: item 1 of "levels" should be "Beginner", '
            '"Intermediate" or "Advanced", not "beginner": did you mean "Beginner"?'
        ),
    ),
    "a level given as text": (
        "levels:\n  - Beginner\n",
        "levels: Beginner\n",
        (
            '26:9-26:17 schema/type /levels: "levels" should be a list, not the text '
            '"Beginner": write one item on each line'
        ),
    ),
    "no level": (
        "levels:\n  - Beginner\n",
        "levels: []\n",
        '26:1-26:7 schema/minItems /levels: "levels" needs at least 1 item, has 0',
    ),
    "a price without its currency": (
        "$24.50",
        "24.50",
        (
            '7:8-7:13 schema/type /price: the price should be "Free", or an amount with its '
            'currency such as "$24.50"'
        ),
    ),
    "a price without its currency, in quotes": (
        "$24.50",
        "'24.50'",
        (
            '7:8-7:15 schema/pattern /price: the price should be "Free", or an amount with its '
            'currency such as "$24.50"'
        ),
    ),
    "a count with a fraction": (
        "count: 48",
        "count: 4.8",
        (
            '10:10-10:13 schema/type /ratings/count: "count" should be a whole number, not the '
            "number 4.8"
        ),
    ),
    "an average beyond five stars": (
        "average: 4.25",
        "average: 42",
        '11:12-11:14 schema/maximum /ratings/average: "average" should be at most 5, not 42',
    ),
    "ratings without their average": (
        "  average: 4.25\n",
        "",
        '9:1-9:8 schema/required /ratings/average: missing required key "average" in "ratings"',
    ),
    "ratings that are but a number": (
        "ratings:\n  count: 48\n  average: 4.25\n",
        "ratings: 4.25\n",
        '9:10-9:14 schema/type /ratings: "ratings" should be a mapping, not the number 4.25',
    ),
    "a level twice": (
        "  - Beginner\n",
        "  - Beginner\n  - Advanced\n  - Beginner\n",
        (
            '29:5-29:13 schema/uniqueItems /levels/2: item 3 of "levels" repeats item 1: remove '
            "one of the two"
        ),
    ),
}


def test_front_matter() -> None:
    check_kind("course", sound=SOUND, required=REQUIRED, broken=BROKEN)
