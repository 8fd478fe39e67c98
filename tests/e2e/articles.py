"""Three articles, and the lines that are said of the two that are not sound."""

from __future__ import annotations

SOUND = """\
---
category: news
title: Ferry timetable grows by two boats
excerpt: The first boat now leaves at six.
publishedDateTime: 2024-03-05T06:00:00Z
webUrl: https://www.example.org/ferries
type: article
published: true
provider:
  name: Harbour Herald
  domain: example.org
topics: [Ferries]
---
"""

BROKEN = SOUND.replace("type: article", "type: artcle")
BROKEN_LINE = (
    ':7:7: error "type" should be "article" or "video", not "artcle": did you mean "article"? '
    "[schema/enum]\n"
)

#: Only a warning.
ODD = SOUND.replace("[Ferries]", "[on]")
ODD_LINE = ":12:10: warning `on` is `true` to YAML 1.1 and text to YAML 1.2 [ambiguous-scalar]\n"
