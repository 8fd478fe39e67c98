"""Values of which a rule and the schema, or several parts of a schema, have something to say."""

from __future__ import annotations

from tests.slips.slip import Slip

SCHEMA = {
    "type": "object",
    "properties": {
        "title": {"type": "string"},
        "published": {"type": "boolean"},
        "draft": {"type": "boolean"},
        "publishedDateTime": {"type": "string", "format": "date-time"},
        "topics": {"type": "array", "items": {"type": "string"}, "uniqueItems": True},
        "provider": {"properties": {"domain": {"type": "string", "format": "hostname"}}},
        "level": {"anyOf": [{"type": "integer"}, {"const": "none"}]},
        "size": {"oneOf": [{"enum": ["small", "large"]}, {"type": "boolean"}, {"const": "any"}]},
        "state": {"enum": ["open", "closed"], "errorMessage": "say whether it is open"},
        "fee": {
            "anyOf": [{"const": "free"}, {"type": "integer", "minimum": 1}],
            "errorMessage": "say what it costs",
        },
        "link": {
            "anyOf": [
                {"type": "null"},
                {
                    "type": "object",
                    "properties": {"href": {"type": "string"}, "text": {"type": "string"}},
                    "required": ["href"],
                    "additionalProperties": False,
                },
            ],
            "errorMessage": "a link needs an address",
        },
    },
    "additionalProperties": False,
}

SLIPS = {
    "a flag of YAML 1.1": Slip(
        "published: yes\n",
        ['2:12-2:15 published-flag /published: "published" should be `true` or `false`, not "yes"'],
        {"published": True},
    ),
    "a flag in quotes": Slip(
        'published: "false"\n',
        [
            (
                '2:12-2:19 published-flag /published: "published" should be `true` or `false`, '
                'not "false"'
            )
        ],
        {"published": False},
    ),
    "a flag of which no rule knows": Slip(
        "draft: no\n",
        [
            (
                '2:8-2:10 schema/type /draft: "draft" should be `true` or `false`, not the text '
                '"no": write `false`'
            )
        ],
        {"draft": False},
    ),
    "a date with a space": Slip(
        "publishedDateTime: 2023-05-04 09:30:00Z\n",
        [
            (
                '2:20-2:40 non-iso-date /publishedDateTime: "2023-05-04 09:30:00Z" is not a date '
                "and time such as 2023-05-04T09:30:00Z"
            )
        ],
        {"publishedDateTime": "2023-05-04T09:30:00Z"},
    ),
    "a repeated item": Slip(
        "topics: [Boats, Quays, Boats]\n",
        ['2:24-2:29 duplicate-item /topics/2: duplicate topic "Boats": already in the list'],
        {"topics": ["Boats", "Quays"]},
    ),
    "a domain with a scheme": Slip(
        "provider:\n  domain: https://example.com\n",
        [
            (
                '3:11-3:30 non-canonical-domain /provider/domain: "domain" should be '
                '"example.com", not "https://example.com"'
            )
        ],
        {"provider": {"domain": "example.com"}},
    ),
    "a number in quotes, where a word is allowed, too": Slip(
        'level: "7"\n',
        [
            (
                '2:8-2:11 schema/const /level: "level" should be "none" or a whole number, '
                'not "7": drop the quotes'
            )
        ],
        {"level": 7},
    ),
    "a word in capitals, where a number is allowed, too": Slip(
        "level: None\n",
        [('2:8-2:12 schema/const /level: "level" should be "none" or a whole number, not "None"')],
        {"level": "none"},
    ),
    "a misspelt word of several lists": Slip(
        "size: lagre\n",
        [
            (
                '2:7-2:12 schema/enum /size: "size" should be "small", "large", "any" or `true` '
                'or `false`, not "lagre": did you mean "large"?'
            )
        ],
        {"size": "large"},
    ),
    "a misspelt word of which the schema's author speaks": Slip(
        "state: colsed\n",
        ["2:8-2:14 schema/enum /state: say whether it is open"],
        {"state": "closed"},
    ),
    "a misspelt word among alternatives of which the schema's author speaks": Slip(
        "fee: fre\n",
        ["2:6-2:9 schema/const /fee: say what it costs"],
        {"fee": "free"},
    ),
    "a misspelt key of an alternative of which the schema's author speaks": Slip(
        "link: {herf: https://example.com/}\n",
        ["2:8-2:12 schema/additionalProperties /link/herf: a link needs an address"],
        {"link": {"href": "https://example.com/"}},
    ),
    "two faults of an alternative of which the schema's author speaks": Slip(
        "link: {herf: https://example.com/, text: 2}\n",
        [
            "2:8-2:12 schema/additionalProperties /link/herf: a link needs an address",
            (
                '2:42-2:43 schema/type /link/text: "text" should be text, not the whole number 2: '
                "quote it"
            ),
        ],
        {"link": {"href": "https://example.com/", "text": "2"}},
    ),
}
