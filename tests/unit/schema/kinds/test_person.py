from __future__ import annotations

from tests.unit.schema.kinds.support import check_kind

SOUND = """\
name: Robin Sample
bio: Coach and boat builder, on the river since 1998.
location: Example Harbour, Kent
type: profile
heat: 50
removed: false
published: true
affiliation:
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
website: https://robin.example.com/
twitter:
  username: robinsample
  url: https://twitter.com/robinsample
  followers: 1998
linkedin:
  url: https://www.linkedin.com/in/robinsample
topics:
  - Rowing
images:
  - url: https://www.example.com/images/scull.jpg
    width: 1280
    height: 720
    isCached: true
    title: Robin Sample
secured: U2FtcGxlIHNlY3VyZWQgMQ==;U2l4dGVlbkJ5dGVzSVYhIQ==
"""
REQUIRED = ["name", "bio", "type", "topics"]
BROKEN = {
    "a user name with its sign": (
        "username: robinsample",
        "username: '@robinsample'",
        (
            '22:13-22:27 schema/pattern /twitter/username: "username" should look like '
            '"robinsample", not "@robinsample"'
        ),
    ),
    "a number of followers with a comma": (
        "followers: 1998",
        "followers: 1,998",
        (
            '24:14-24:19 schema/type /twitter/followers: "followers" should be a whole number, '
            'not the text "1,998"'
        ),
    ),
    "an account that is but a name": (
        (
            "twitter:\n"
            "  username: robinsample\n"
            "  url: https://twitter.com/robinsample\n"
            "  followers: 1998\n"
        ),
        "twitter: robinsample\n",
        (
            '21:10-21:21 schema/type /twitter: "twitter" should be a mapping, not the text '
            '"robinsample": write its keys below it, indented'
        ),
    ),
    "an account that is but an address": (
        "linkedin:\n  url: https",
        "linkedin: https",
        (
            '25:11-25:50 schema/type /linkedin: "linkedin" should be a mapping, not the text '
            '"https://www.linkedin.com/in/robinsample": write its keys below it, indented'
        ),
    ),
    "an unknown key of an account": (
        "  followers: 1998",
        "  follower: 1998",
        (
            '24:3-24:11 schema/additionalProperties /twitter/follower: unknown key "follower": '
            'did you mean "followers"?'
        ),
    ),
    "a site without a scheme": (
        "website: https://",
        "website: ",
        (
            '20:10-20:28 schema/format /website: "website" should be a full URL such as '
            'https://example.com/page, not "robin.example.com/": start it with `https://`'
        ),
    ),
    "an affiliation without its domain": (
        "  domain: example.com\n",
        "",
        (
            '9:1-9:12 schema/required /affiliation/domain: missing required key "domain" in '
            '"affiliation"'
        ),
    ),
    "a title in the place of a name": (
        "name: Robin Sample\nbio",
        "title: Robin Sample\nbio",
        '1:1-1:4 schema/required /name: missing required key "name"',
    ),
    "topics given as text": (
        "topics:\n  - Rowing\n",
        "topics: Rowing, boat building\n",
        (
            '27:9-27:30 schema/type /topics: "topics" should be a list, not the text "Rowing, '
            'boat building": write one item on each line'
        ),
    ),
}
ALLOWED = {
    "an account on another site": (
        "linkedin:\n",
        "forum:\n  url: https://forum.example.com/robin\nlinkedin:\n",
    ),
}


def test_front_matter() -> None:
    check_kind("person", sound=SOUND, required=REQUIRED, broken=BROKEN, allowed=ALLOWED)
