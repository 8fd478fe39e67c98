"""A text where a list is wanted, or a mapping."""

from __future__ import annotations

from tests.slips.slip import Slip

SLIPS = {
    "commas": Slip(
        "title: Night trains return\ntopics: Railways, Travel\n",
        [
            '3:9-3:25 schema/type /topics: "topics" should be a list, not the text "Railways, Travel": write one item on each line'
        ],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
        "title: Night trains return\ntopics:\n  - Railways\n  - Travel\n",
    ),
    "commas, by the fix": Slip(
        "title: Night trains return\ntopics: Railways, Travel\n",
        [
            '3:9-3:25 schema/type /topics: "topics" should be a list, not the text "Railways, Travel": write one item on each line'
        ],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
    ),
    "commas in quotes": Slip(
        'title: Night trains return\ntopics: "Railways, Travel"\n',
        [
            '3:9-3:27 schema/type /topics: "topics" should be a list, not the text "Railways, Travel": write one item on each line'
        ],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
        "title: Night trains return\ntopics:\n  - Railways\n  - Travel\n",
    ),
    "commas in curly quotes": Slip(
        "title: Night trains return\ntopics: “Railways”, “Travel”\n",
        [
            '3:9-3:29 schema/type /topics: "topics" should be a list, not the text "“Railways”, “Travel”": write one item on each line'
        ],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
        "title: Night trains return\ntopics:\n  - Railways\n  - Travel\n",
    ),
    "a comma in a quoted item": Slip(
        "title: Night trains return\ntopics: '“Bread, butter”, “Tea”'\n",
        [
            '3:9-3:33 schema/type /topics: "topics" should be a list, not the text "“Bread, butter”, “Tea”": write one item on each line'
        ],
        {"title": "Night trains return", "topics": ["Bread, butter", "Tea"]},
        "title: Night trains return\ntopics:\n  - Bread, butter\n  - Tea\n",
    ),
    "semicolons": Slip(
        "title: Night trains return\ntopics: Railways; Travel\n",
        [
            '3:9-3:25 schema/type /topics: "topics" should be a list, not the text "Railways; Travel": write one item on each line'
        ],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
        "title: Night trains return\ntopics:\n  - Railways\n  - Travel\n",
    ),
    "bars": Slip(
        "title: Night trains return\ntopics: Railways | Travel\n",
        [
            '3:9-3:26 schema/type /topics: "topics" should be a list, not the text "Railways | Travel": write one item on each line'
        ],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
        "title: Night trains return\ntopics:\n  - Railways\n  - Travel\n",
    ),
    "slashes": Slip(
        "title: Night trains return\ntopics: Railways / Travel\n",
        [
            '3:9-3:26 schema/type /topics: "topics" should be a list, not the text "Railways / Travel": write one item on each line'
        ],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
        "title: Night trains return\ntopics:\n  - Railways\n  - Travel\n",
    ),
    "round brackets": Slip(
        "title: Night trains return\ntopics: (Railways, Travel)\n",
        [
            '3:9-3:27 schema/type /topics: "topics" should be a list, not the text "(Railways, Travel)": write one item on each line'
        ],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
        "title: Night trains return\ntopics:\n  - Railways\n  - Travel\n",
    ),
    "braces": Slip(
        "title: Night trains return\ntopics: {Railways, Travel}\n",
        [
            '3:9-3:27 schema/type /topics: "topics" should be a list, not a mapping: write one item on each line'
        ],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
        "title: Night trains return\ntopics:\n  - Railways\n  - Travel\n",
    ),
    "dashes without spaces": Slip(
        "title: Night trains return\ntopics:\n  -Railways\n  -Travel\n",
        [
            '4:3-5:10 schema/type /topics: "topics" should be a list, not the text "-Railways -Travel": write one item on each line'
        ],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
        "title: Night trains return\ntopics:\n  - Railways\n  - Travel\n",
    ),
    "en dashes": Slip(
        "title: Night trains return\ntopics:\n  – Railways\n  – Travel\n",
        [
            '4:3-5:11 schema/type /topics: "topics" should be a list, not the text "– Railways – Travel": write one item on each line'
        ],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
        "title: Night trains return\ntopics:\n  - Railways\n  - Travel\n",
    ),
    "em dashes without spaces": Slip(
        "title: Night trains return\ntopics:\n  —Railways\n  —Travel\n",
        [
            '4:3-5:10 schema/type /topics: "topics" should be a list, not the text "—Railways —Travel": write one item on each line'
        ],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
        "title: Night trains return\ntopics:\n  - Railways\n  - Travel\n",
    ),
    "bullets": Slip(
        "title: Night trains return\ntopics:\n  • Railways\n  • Travel\n",
        [
            '4:3-5:11 schema/type /topics: "topics" should be a list, not the text "• Railways • Travel": write one item on each line'
        ],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
        "title: Night trains return\ntopics:\n  - Railways\n  - Travel\n",
    ),
    "bullets on one line": Slip(
        "title: Night trains return\ntopics: • Railways • Travel\n",
        [
            '3:9-3:28 schema/type /topics: "topics" should be a list, not the text "• Railways • Travel": write one item on each line'
        ],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
    ),
    "no dashes": Slip(
        "title: Night trains return\ntopics:\n  Railways\n  Travel\n",
        [
            '4:3-5:9 schema/type /topics: "topics" should be a list, not the text "Railways Travel": write one item on each line'
        ],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
        "title: Night trains return\ntopics:\n  - Railways\n  - Travel\n",
    ),
    "commas at the ends of lines": Slip(
        "title: Night trains return\ntopics:\n  Railways,\n  Night trains,\n",
        [
            '4:3-5:16 schema/type /topics: "topics" should be a list, not the text "Railways, Night trains,": write one item on each line'
        ],
        {"title": "Night trains return", "topics": ["Railways", "Night trains"]},
        "title: Night trains return\ntopics:\n  - Railways\n  - Night trains\n",
    ),
    "a block of lines": Slip(
        "title: Night trains return\ntopics: |\n  Railways\n  Travel\nweight: 1\n",
        [
            '3:9-5:9 schema/type /topics: "topics" should be a list, not the text "Railways\\nTravel\\n": write one item on each line'
        ],
        {"title": "Night trains return", "topics": ["Railways", "Travel"], "weight": 1},
        "title: Night trains return\ntopics:\n  - Railways\n  - Travel\nweight: 1\n",
    ),
    "one item": Slip(
        "title: Night trains return\ntopics: Railways # more to come\n",
        [
            '3:9-3:17 schema/type /topics: "topics" should be a list, not the text "Railways": write one item on each line'
        ],
        {"title": "Night trains return", "topics": ["Railways"]},
    ),
    "one item in curly quotes": Slip(
        "title: Night trains return\ntopics: “Railways”\n",
        [
            '3:9-3:19 schema/type /topics: "topics" should be a list, not the text "“Railways”": write one item on each line'
        ],
        {"title": "Night trains return", "topics": ["Railways"]},
        "title: Night trains return\ntopics:\n  - Railways\n",
    ),
    "two words, as one item": Slip(
        "title: Night trains return\ntopics: Compost Weather\n",
        [
            '3:9-3:24 schema/type /topics: "topics" should be a list, not the text "Compost Weather": write one item on each line'
        ],
        {"title": "Night trains return", "topics": ["Compost Weather"]},
        "title: Night trains return\ntopics:\n  - Compost Weather\n",
    ),
    "two words, as two items": Slip(
        "title: Night trains return\ntopics: Compost Weather\n",
        [
            '3:9-3:24 schema/type /topics: "topics" should be a list, not the text "Compost Weather": write one item on each line'
        ],
        {"title": "Night trains return", "topics": ["Compost", "Weather"]},
        "title: Night trains return\ntopics:\n  - Compost\n  - Weather\n",
    ),
    "two words with an and between them": Slip(
        "title: Night trains return\ntopics: Compost and Weather\n",
        [
            '3:9-3:28 schema/type /topics: "topics" should be a list, not the text "Compost and Weather": write one item on each line'
        ],
        {"title": "Night trains return", "topics": ["Compost", "Weather"]},
        "title: Night trains return\ntopics:\n  - Compost\n  - Weather\n",
    ),
    "hashtags in quotes": Slip(
        'title: Night trains return\ntopics: "#home #kitchen"\n',
        [
            '3:9-3:25 schema/type /topics: "topics" should be a list, not the text "#home #kitchen": write one item on each line'
        ],
        {"title": "Night trains return", "topics": ["#home", "#kitchen"]},
        'title: Night trains return\ntopics:\n  - "#home"\n  - "#kitchen"\n',
    ),
    "a number": Slip(
        "title: Night trains return\ntopics: 2024\n",
        [
            '3:9-3:13 schema/type /topics: "topics" should be a list, not the whole number 2024: write one item on each line'
        ],
        {"title": "Night trains return", "topics": ["2024"]},
        'title: Night trains return\ntopics:\n  - "2024"\n',
    ),
    "in the style of the neighbours": Slip(
        "title: Night trains return\nauthors:\n- name: Dana Birch\ntopics: Railways, Travel\n",
        [
            '5:9-5:25 schema/type /topics: "topics" should be a list, not the text "Railways, Travel": write one item on each line'
        ],
        {
            "title": "Night trains return",
            "authors": [{"name": "Dana Birch"}],
            "topics": ["Railways", "Travel"],
        },
    ),
    "a mapping with a dash before each key": Slip(
        "title: Night trains return\nauthors:\n  - - name: Dana Birch\n    - email: dana@example.com\n",
        [
            '4:5-5:30 schema/type /authors/0: item 1 of "authors" should be a mapping, not a list: remove the `-` before its keys'
        ],
        {
            "title": "Night trains return",
            "authors": [{"name": "Dana Birch", "email": "dana@example.com"}],
        },
        "title: Night trains return\nauthors:\n  - name: Dana Birch\n    email: dana@example.com\n",
    ),
    "a name where items are mappings": Slip(
        "title: Night trains return\nauthors: Dana Birch\n",
        [
            '3:10-3:20 schema/type /authors: "authors" should be a list, not the text "Dana Birch": write one item on each line'
        ],
        {"title": "Night trains return", "authors": [{"name": "Dana Birch"}]},
        "title: Night trains return\nauthors:\n  - name: Dana Birch\n",
    ),
    "two names where items are mappings": Slip(
        "title: Night trains return\nauthors: Dana Birch, Jo Lee\n",
        [
            '3:10-3:28 schema/type /authors: "authors" should be a list, not the text "Dana Birch, Jo Lee": write one item on each line'
        ],
        {"title": "Night trains return", "authors": [{"name": "Dana Birch"}, {"name": "Jo Lee"}]},
        "title: Night trains return\nauthors:\n  - name: Dana Birch\n  - name: Jo Lee\n",
    ),
    "a name as an item": Slip(
        "title: Night trains return\nauthors:\n  - Dana Birch\n",
        [
            '4:5-4:15 schema/type /authors/0: item 1 of "authors" should be a mapping, not the text "Dana Birch": write `- name: Dana Birch`'
        ],
        {"title": "Night trains return", "authors": [{"name": "Dana Birch"}]},
        "title: Night trains return\nauthors:\n  - name: Dana Birch\n",
    ),
    "names as items, by the fix": Slip(
        "title: Night trains return\nauthors:\n  - Dana Birch\n  - name: Jo Lee\n",
        [
            '4:5-4:15 schema/type /authors/0: item 1 of "authors" should be a mapping, not the text "Dana Birch": write `- name: Dana Birch`'
        ],
        {"title": "Night trains return", "authors": [{"name": "Dana Birch"}, {"name": "Jo Lee"}]},
    ),
    "a name in brackets": Slip(
        "title: Night trains return\nauthors: [Dana Birch]\n",
        [
            '3:11-3:21 schema/type /authors/0: item 1 of "authors" should be a mapping, not the text "Dana Birch": write `{name: Dana Birch}`'
        ],
        {"title": "Night trains return", "authors": [{"name": "Dana Birch"}]},
    ),
    "the name of the key as an item": Slip(
        "title: Night trains return\nauthors:\n  - name\n",
        [
            '4:5-4:9 schema/type /authors/0: item 1 of "authors" should be a mapping, not the text "name": write `- name: ...`'
        ],
        {"title": "Night trains return", "authors": [{"name": "..."}]},
        "title: Night trains return\nauthors:\n  - name: ...\n",
    ),
    "a mapping without a dash": Slip(
        "title: Night trains return\nauthors:\n  name: Dana Birch\n  email: dana@example.com\n",
        [
            '4:3-5:26 schema/type /authors: "authors" should be a list, not a mapping: put a `-` before its first key'
        ],
        {
            "title": "Night trains return",
            "authors": [{"name": "Dana Birch", "email": "dana@example.com"}],
        },
        "title: Night trains return\nauthors:\n  - name: Dana Birch\n    email: dana@example.com\n",
    ),
}
