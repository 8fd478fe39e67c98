"""What came along with a copied text or article: parts that nobody sees, blocks, templates."""

from __future__ import annotations

from tests.slips.slip import TRAINS, Slip

SECOND = "second-front-matter: a second front matter block begins here: no program reads it"

SLIPS = {
    "a second block": Slip(
        "---\ntitle: Night trains return\n---\n---\ncategory: news\n---\nText.",
        [f"4:1-4:4 {SECOND}"],
        {**TRAINS, "category": "news"},
        "---\ntitle: Night trains return\ncategory: news\n---\nText.",
    ),
    "the same block twice": Slip(
        "---\ntitle: Night trains return\n---\n---\ntitle: Night trains return\n---\nText.",
        [f"4:1-4:4 {SECOND}"],
        TRAINS,
        "---\ntitle: Night trains return\n---\nText.",
    ),
    "a zero-width space": Slip(
        "title: Night\u200b trains return\n",
        [
            (
                "2:13-2:14 invisible-character /title: "
                'zero-width space (U+200B) after "Night": remove it'
            )
        ],
        TRAINS,
    ),
    "no-break spaces": Slip(
        "title: Night\xa0trains\xa0return\n",
        [
            (
                f"2:{at}-2:{at + 1} invisible-character /title: "
                f'no-break space (U+00A0) after "{word}": use an ordinary space'
            )
            for at, word in ((13, "Night"), (20, "trains"))
        ],
        TRAINS,
    ),
    "an entity in a folded text": Slip(
        "title: >-\n  Night trains\n  &amp; boats return\n",
        ['4:3-4:8 html-entity /title: "&amp;" is an HTML entity: write "&"'],
        {"title": "Night trains & boats return"},
    ),
    "two entities in quotes": Slip(
        "title: 'It''s &copy; R&amp;D'\n",
        [
            '2:15-2:21 html-entity /title: "&copy;" is an HTML entity: write "©"',
            '2:23-2:28 html-entity /title: "&amp;" is an HTML entity: write "&"',
        ],
        {"title": "It's © R&D"},
    ),
    "garbled words": Slip(
        'title: "The cafÃ© \\"du port\\" itâ€™s open"\n',
        [
            '2:13-2:18 mojibake /title: "cafÃ©" was decoded with the wrong encoding: write "café"',
            '2:31-2:37 mojibake /title: "itâ€™s" was decoded with the wrong encoding: write "it’s"',
        ],
        {"title": 'The café "du port" it’s open'},
    ),
    "doubled spaces in a long title": Slip(
        "title: Night trains return  to the capital  after ten years\n",
        [
            '2:27-2:29 irregular-whitespace /title: 2 spaces after "return": use one space',
            '2:43-2:45 irregular-whitespace /title: 2 spaces after "capital": use one space',
        ],
        {"title": "Night trains return to the capital after ten years"},
    ),
    "tracking parameters around another one": Slip(
        "title: Night trains return\nwebUrl: https://example.com/a?utm_source=b&id=7&fbclid=1\n",
        [
            (
                f"3:{start}-3:{end} tracking-parameter /webUrl: "
                f'the URL has the tracking parameter "{name}": remove it'
            )
            for start, end, name in ((31, 43, "utm_source"), (49, 57, "fbclid"))
        ],
        {**TRAINS, "webUrl": "https://example.com/a?id=7"},
    ),
    "an insecure URL": Slip(
        'title: Night trains return\nwebUrl: "http://example.com/a"\n',
        [('3:10-3:17 insecure-url /webUrl: the URL starts with "http://" instead of "https://"')],
        {**TRAINS, "webUrl": "https://example.com/a"},
    ),
}
