from __future__ import annotations

from articlelint import fix_text, lint_text
from articlelint.model import SetValue, Severity, SplitItem
from tests.support import article, check_rule, found

RULE = "lost-text"


def _by_line(*lines: str) -> dict[str, str]:
    return {line: f"{line}\n" for line in lines}


def _comment(comment: str) -> str:
    return f'"{comment}" is a comment and not part of the text: put the text in quotes'


def _text(value: str, path: tuple[str | int, ...] = ("title",)) -> SetValue:
    return SetValue(path, value, takes_comment=True)


def test_what_a_number_sign_cuts_off() -> None:
    check_rule(
        RULE,
        silent={},
        reported={
            "number": ("title: Platform #9 reopens\n", [f"2:8-2:16 {_comment('#9 reopens')}"]),
            "number at the end": ("title: We are #1\n", [f"2:8-2:14 {_comment('#1')}"]),
            "three digits, as a color might have": (
                "title: Train #123\n",
                [f"2:8-2:13 {_comment('#123')}"],
            ),
            "hashtags": (
                "title: Join us #climate #trains\n",
                [f"2:8-2:15 {_comment('#climate #trains')}"],
            ),
            "a word and more": (
                "excerpt: Why #trains are back\n",
                [f"2:10-2:13 {_comment('#trains are back')}"],
            ),
            "item": (
                "topics:\n  - C #programming\n  - Boats\n",
                [f"3:5-3:6 {_comment('#programming')}"],
            ),
            "item of a list of another name": (
                "tags:\n- F #lang, #dotnet\n",
                [f"3:3-3:4 {_comment('#lang, #dotnet')}"],
            ),
            "in brackets": (
                "topics: [\n  Boats, C #1\n]\n",
                [f"3:10-3:11 {_comment('#1')}"],
            ),
            "on the second line": (
                "title: Night trains\n  from platform #9\n",
                [f"2:8-3:16 {_comment('#9')}"],
            ),
            "a field of another name": (
                "strapline: Trains from platform #9 are late\n",
                [f"2:12-2:32 {_comment('#9 are late')}"],
            ),
            "a usual name of a title, not at the top": (
                "hero:\n  heading: Platform #9\n",
                [f"3:12-3:20 {_comment('#9')}"],
            ),
            "spaces at the end": ("title: Platform #9  \n", [f"2:8-2:16 {_comment('#9')}"]),
            "letters of another alphabet": (
                "title: Поезда #москва\n",
                [f"2:8-2:14 {_comment('#москва')}"],
            ),
        },
        changes={
            "number": _text("Platform #9 reopens"),
            "number at the end": _text("We are #1"),
            "three digits, as a color might have": _text("Train #123"),
            "hashtags": _text("Join us #climate #trains"),
            "a word and more": _text("Why #trains are back", ("excerpt",)),
            "item": _text("C #programming", ("topics", 0)),
            "item of a list of another name": _text("F #lang, #dotnet", ("tags", 0)),
            "in brackets": _text("C #1", ("topics", 1)),
            "on the second line": _text("Night trains from platform #9"),
            "a field of another name": _text("Trains from platform #9 are late", ("strapline",)),
            "a usual name of a title, not at the top": _text("Platform #9", ("hero", "heading")),
            "spaces at the end": _text("Platform #9"),
            "letters of another alphabet": _text("Поезда #москва"),
        },
    )


def test_comments() -> None:
    check_rule(
        RULE,
        silent=_by_line(
            "title: Night trains # the title",
            "title: Night trains # 9",
            "title: Night trains # TODO: shorten it",
            "title: Night trains #",
            "title: Night trains ##",
            "title: Night trains #- x",
            "title: Night trains #!x",
            "title: Night trains  #9",
            "title: Night trains  #trains are back",
            "title: Night trains\t#9",
            "title: Night trains    # the title",
            "title: x #TODO",
            "title: x #todo: shorten",
            "title: x #FIXME",
            "title: x #noqa",
            "title: x #or another one",
            "title: x #the headline",
            "title: x #this is shown on the page",
            "title: x #do not change",
            "title: x #don't change",
            "title: x #e.g. Night trains",
            "title: x #max 60 characters",
            "title: x #required",
            "title: x #optional",
            "title: x #see the guide",
            "title: x # articlelint: ignore[placeholder-text]",
            "type: article #or video",
            "type: article #1 of 3 types",
            "layout: default #two columns",
            "layout: post #2 columns",
            "category: news #review, interview",
            "lang: en #english",
            "theme: dark blue #1a2b3c",
            "theme: light #3366FFCC",
            "slug: night-trains #4",
            "color: red #ff0000",
            "cmd: run tests #slow",
            "weight: 3 #three",
            "weight: 3.5 #9",
            "published: true #really",
            "published: false #9",
            "draft: yes #9",
            "draft: no #really",
            "key: null #9",
            "key: ~ #9",
            "title: 2024 #9",
            "date: 2024-03-05 #9",
            "title: 2024-03-05T10:00:00Z #today",
            "webUrl: https://example.com/a #comments",
            "webUrl: https://example.com/a #9",
            "title: https://example.com/a #9",
            "title: 'Platform' #9 reopens",
            'title: "Platform" #9 reopens',
            "title: [Platform] #9 reopens",
            "title: Platform#9 reopens",
            "title: C# programming",
            "title: '#9 reopens'",
            "title: Platform '#9' reopens",
            'title: "Platform #9 reopens"',
            "#9 reopens",
            "title: #9 reopens",
        )
        | {
            "a list": "topics: #9\n  - Boats\n",
            "item of a list of a name that nobody knows": "branches:\n  - main #production\n",
            "number there": "versions:\n  - node #18\n",
            "item with a comment of several words": "topics:\n  - Boats #not ships\n",
            "the same without a word of comments": "topics:\n  - Boats #ships belong here\n",
            "block scalar": "title: | #9 reopens\n  Platform\n",
            "in a block scalar": "title: |\n  Platform #9 reopens\n",
            "alias": "a: &a Platform\ntitle: *a #9\n",
            "below the value": "title: Platform\n#9 reopens\n",
            "mapping": "provider: #9\n  name: Example\n",
            "no key": "? Platform #9\n: a\n",
        },
        reported={},
    )


def test_items_that_are_joined() -> None:
    check_rule(
        RULE,
        silent={
            "two items": "topics:\n  - Railways\n  - Travel\n",
            "text with a dash": "topics:\n  - Railways - Travel\n",
            "text on two lines": "topics:\n  - Railways\n    and travel\n",
            "text on two lines with a dash": "topics:\n  - Railways -\n    and travel\n",
            "dash without a space": "topics:\n  - Railways\n    -Travel - by rail\n",
            "double dash": "topics:\n  - Railways\n    -- Travel - by rail\n",
            "in quotes": 'topics:\n  - "Railways\n    - Travel"\n',
            "in a block scalar": "topics:\n  - >-\n    Railways\n    - Travel\n",
            "list in a list": "topics:\n  - - Railways\n    - Travel\n",
            "excerpt that is wrapped at a dash": "excerpt: The ferry sails\n  - at last\n",
            "empty line between": "topics:\n  - Railways\n\n    - Travel - by rail\n",
        },
        reported={
            "indented more": (
                "topics:\n  - Railways\n    - Travel\n",
                ['4:5-4:13 "- Travel" is read as part of the item "Railways": indent it less'],
            ),
            "indented by one": (
                "topics:\n- Railways\n - Travel\n",
                ['4:2-4:10 "- Travel" is read as part of the item "Railways": indent it less'],
            ),
            "several": (
                "topics:\n  - Railways\n    by night\n    - Travel\n     - Boats\n  - Bridges\n",
                [
                    (
                        '5:5-5:13 "- Travel" is read as part of the item "Railways by night" '
                        "(and 1 more like this): indent it less"
                    )
                ],
            ),
            "line breaks of Windows": (
                "topics:\r\n  - Railways\r\n    - Travel\r\n",
                ['4:5-4:13 "- Travel" is read as part of the item "Railways": indent it less'],
            ),
        },
        changes={
            **{
                name: SplitItem(("topics", 0), ("Railways", "Travel"))
                for name in ("indented more", "indented by one", "line breaks of Windows")
            },
            "several": SplitItem(("topics", 0), ("Railways by night", "Travel", "Boats")),
        },
    )


def test_help_spells_out_every_item() -> None:
    [diagnostic] = lint_text(article("topics:\n - Rail\n  - Travel\n  - Boats\n"), schema={})
    assert diagnostic.help == (
        "write `- Travel` with its `-` right below the one above",
        "write `- Boats` with its `-` right below the one above",
    )


def test_quotation_marks_at_one_end() -> None:
    check_rule(
        RULE,
        silent=_by_line(
            'title: The "night" trains',
            'title: Trains return at "night"',
            "title: “Night trains return”",
            "title: Trains return at “night”",
            "title: „Nachtzüge“",
            "title: Sie fahren „nachts“",
            "title: ”Nattågen”",
            'title: 5" pipes',
            'title: Pipes of 5"',
            'title: A "new" pipe of 12"',
            "title: Pipes of 5”",
            "title: A man of 6'",
            "title: The boys'",
            "title: The night of the boys'",
            "title: The trains of the Joneses'",
            "title: Rock 'n' roll",
            "title: They keep singin'",
            "title: Songs of the ol'",
            "title: The Kievan Rus'",
            "title: The songs of Hawai'",
            "title: Songs of the ‘90s",
            "title: It's 'return'",
            "title: 'Night trains return'",
            'title: "Night trains return\\""',
            "title: '\"'",
            "title: return'",
            "title: ”",
        )
        | {"in a block scalar": 'title: |-\n  Night trains return"\n'},
        reported={
            "double": (
                'title: Night trains return"\n',
                ['2:27-2:28 quotation mark only at the end, after "return": remove it'],
            ),
            "after a space": (
                'title: Night trains return "\n',
                ['2:28-2:29 quotation mark only at the end, after "return": remove it'],
            ),
            "item": (
                'topics:\n  - Night trains"\n',
                ['3:17-3:18 quotation mark only at the end, after "trains": remove it'],
            ),
            "beside inches": (
                'title: Pipes of 5" return"\n',
                ['2:26-2:27 quotation mark only at the end, after "return": remove it'],
            ),
            "single": (
                "title: Night trains return'\n",
                ['2:27-2:28 quotation mark only at the end, after "return": remove it'],
            ),
            "single after a full stop": (
                "excerpt: Night trains are back.'\n",
                ['2:32-2:33 quotation mark only at the end, after "back.": remove it'],
            ),
            "curly": (
                "title: Night trains return”\n",
                ['2:27-2:28 quotation mark only at the end, after "return": remove it'],
            ),
            "curly, at the start": (
                "title: “Night trains return\n",
                ['2:8-2:9 quotation mark only at the start, before "Night": remove it'],
            ),
            "on the second line": (
                'title: Night trains\n  return"\n',
                ['3:9-3:10 quotation mark only at the end, after "return": remove it'],
            ),
            "around a number": (
                'title: Night 1"\nweight: 5"\nexcerpt: true"\n',
                ['4:14-4:15 quotation mark only at the end, after "true": remove it'],
            ),
        },
        changes={
            "double": "Night trains return",
            "after a space": "Night trains return",
            "item": "Night trains",
            "beside inches": 'Pipes of 5" return',
            "single": "Night trains return",
            "single after a full stop": "Night trains are back.",
            "curly": "Night trains return",
            "curly, at the start": "Night trains return",
            "on the second line": "Night trains return",
        },
    )


def test_commas() -> None:
    check_rule(
        RULE,
        silent=_by_line(
            "topics: [Travel,]",
            "topics: ['Travel,']",
            "title: 'Night trains,'",
            "street: 12 Main Street,",
            "title: ','",
            "title: Night trains, and boats",
        )
        | {
            "a poem": "lines:\n  - Roses are red,\n  - Violets are blue,\n",
            "in quotes": 'topics:\n  - "Travel,"\n',
            "in a block scalar": "topics:\n  - |-\n    Travel,\n",
            "commas inside": "topics:\n  - Travel, by rail\n",
        },
        reported={
            "items": (
                "topics:\n  - Travel,\n  - Railways at night today,\n  - Boats\n",
                [
                    '3:11-3:12 trailing comma, after "Travel": remove it',
                    '4:28-4:29 trailing comma, after "today": remove it',
                ],
            ),
            "items of a list of another name": (
                "colors:\n  - dark red,\n",
                ['3:13-3:14 trailing comma, after "red": remove it'],
            ),
            "title": (
                "title: Night trains return,\n",
                ['2:27-2:28 trailing comma, after "return": remove it'],
            ),
            "before it a number": (
                "years:\n  - 2024,\n",
                ['3:9-3:10 trailing comma, after "2024": remove it'],
            ),
        },
        changes={
            "items": ["Travel", "Railways at night today"],
            "items of a list of another name": "dark red",
            "title": "Night trains return",
        },
    )


def test_the_comment_becomes_text_again() -> None:
    broken = (
        "title: Platform #9 reopens\n# a comment\ntopics:\n  - C #programming\n"
        "  - Boats # not ships\nmore: {tags: [F #1\n ]}\n"
    )
    fixed = fix_text(article(broken), schema={}, unsafe=True)
    assert fixed.text == article(
        'title: "Platform #9 reopens"\n# a comment\ntopics:\n  - "C #programming"\n'
        '  - Boats # not ships\nmore: {tags: ["F #1"\n ]}\n'
    )
    assert fixed.diagnostics == []
    assert fix_text(article(broken), schema={}).text == article(broken)


def test_joined_items_become_items() -> None:
    broken = (
        "topics:\r\n  - Railways\r\n    by night\r\n    - Travel  # a comment\r\n"
        "more:\r\n- Boats\r\n -  Bridges\r\n   and tunnels\r\n  - 5\r\n"
    )
    fixed = fix_text(article(broken), schema={}, unsafe=True)
    assert fixed.text == article(
        "topics:\r\n  - Railways\r\n    by night\r\n  - Travel  # a comment\r\n"
        "more:\r\n- Boats\r\n -  Bridges\r\n   and tunnels\r\n  - 5\r\n"
    )
    assert [each.path for each in fixed.diagnostics] == [("more", 0)]  # 5 would be a number


def test_the_help_shows_the_line() -> None:
    [diagnostic] = lint_text(article('title: The "old" platform #9\n'), schema={})
    assert diagnostic.help == (
        "write `title: 'The \"old\" platform #9'`",
        "if it is meant as a comment, write a space after the `#`",
    )


def test_the_schema_objects_to_what_is_left() -> None:
    schema = {"properties": {"title": {"minLength": 10}}}
    [diagnostic] = lint_text(article("title: Platform #9\n"), schema=schema)
    assert (diagnostic.rule, diagnostic.severity) == (RULE, Severity.ERROR)


def test_many_are_found_in_time_with_their_number() -> None:
    items = "".join("  - a #1\n" for _ in range(9_000))
    assert len(found(article(f"tags:\n{items}"))) == 9_000
    assert found(article(f"topics:\n  - a{' ' * 300_000}- b\n"))
