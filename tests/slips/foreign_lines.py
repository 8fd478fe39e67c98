"""Lines that do not belong in front matter."""

from __future__ import annotations

from tests.slips.slip import Slip

SLIPS = {
    "no fence above the first key": Slip(
        "title: Night trains return\n---\nText",
        ["1:1-1:1 missing-front-matter: the file does not start with front matter"],
        {"title": "Night trains return"},
        "---\ntitle: Night trains return\n---\nText",
    ),
    "long dashes for both fences": Slip(
        "—\ntitle: Night trains return\n—\nText",
        ["1:1-1:1 missing-front-matter: the file does not start with front matter"],
        {"title": "Night trains return"},
        "---\ntitle: Night trains return\n---\nText",
    ),
    "a code fence around it": Slip(
        "```yaml\n---\ntitle: Night trains return\n---\n```\nText",
        ["1:1-1:1 missing-front-matter: the file does not start with front matter"],
        {"title": "Night trains return"},
        "---\ntitle: Night trains return\n---\nText",
    ),
    "a list whose key was deleted": Slip(
        "title: Night trains return\n- Railways\n- Travel\n",
        ["3:1-3:11 yaml-syntax: this list has no key: the line above it has a value of its own"],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
        "title: Night trains return\ntopics:\n- Railways\n- Travel\n",
    ),
    "a list on the line of its key": Slip(
        "title: Night trains return\ntopics: - Railways\n",
        ["3:9-3:19 yaml-syntax: a list cannot begin on the line of its key"],
        {"title": "Night trains return", "topics": ["Railways"]},
        "title: Night trains return\ntopics:\n  - Railways\n",
    ),
    "a template tag": Slip(
        "{% if draft %}\ntitle: Night trains return\n{% endif %}\n",
        [
            "2:1-2:15 yaml-syntax: a template tag cannot be a line of the front matter",
            "4:1-4:12 yaml-syntax: a template tag cannot be a line of the front matter",
        ],
        {"title": "Night trains return"},
    ),
    "a template comment": Slip(
        "{# a note #}\ntitle: Night trains return\n",
        ["2:1-2:2 yaml-syntax: this `{` is never closed"],
        {"title": "Night trains return"},
    ),
    "a merge conflict": Slip(
        "title: Night trains return\n<<<<<<< HEAD\ncategory: news\n=======\ncategory: review\n>>>>>>> main\n",
        ["3:1-3:13 yaml-syntax: unresolved merge conflict in the front matter"],
        {"title": "Night trains return", "category": "news"},
        "title: Night trains return\ncategory: news\n",
    ),
    "a fence in the middle": Slip(
        "---\ntitle: Night trains return\n---\ncategory: news\nweight: 1\n---\nText",
        ["3:1-3:4 yaml-syntax: the front matter ends here, but keys follow it"],
        {"title": "Night trains return", "category": "news", "weight": 1},
    ),
    "a fence above the title": Slip(
        "---\nweight: 1\n---\ntitle: Night trains return\n---\n\nText",
        ["3:1-3:4 yaml-syntax: the front matter ends here, but keys follow it"],
        {"title": "Night trains return", "weight": 1},
    ),
    "a control character": Slip(
        "title: Night\x08 trains return\n",
        ["2:13-2:14 yaml-syntax: the character U+0008 is not allowed in YAML: remove it"],
        {"title": "Night trains return"},
    ),
    "three mistakes and a wrong value": Slip(
        'title = "Night trains return"\npublished:true\ncategory: nws\ntopics: [Railways, Travel\nweigth: 1\n',
        [
            "2:7-2:8 yaml-syntax: `=` instead of `:`",
            "3:1-3:11 yaml-syntax: missing space after `published:`",
            '4:11-4:14 schema/enum /category: "category" should be "news", "review" or "interview", not "nws": did you mean "news"?',
            "5:9-5:10 yaml-syntax: this `[` is never closed",
            '6:1-6:7 schema/additionalProperties /weigth: unknown key "weigth": did you mean "weight"?',
        ],
        {
            "title": "Night trains return",
            "published": True,
            "category": "news",
            "topics": ["Railways", "Travel"],
            "weight": 1,
        },
    ),
}
