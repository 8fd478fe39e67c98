"""An article of our own, and ways to change it."""

from __future__ import annotations

from articlelint.schema.loading.store import bundled

ARTICLE = bundled("article")

#: An article with every key that there is.
FRONT_MATTER = """\
category: news
title: Harbour town opens its first tidal power station
excerpt: Four turbines now supply a third of the homes in town.
publishedDateTime: 2023-05-04T09:30:00Z
updatedDateTime: 2023-05-05T14:00:00+02:00
originalUrl: https://www.example.com/2023/05/tidal-power
webUrl: https://www.example.com/2023/05/tidal-power
ampWebUrl: https://www.example.com/amp/2023/05/tidal-power
cdnAmpWebUrl: https://www-example-com.cdn.example/c/s/tidal-power
type: article
quality: 72
heat: -1
removed: false
published: true
featuredContent: <b>Live</b>
provider:
  name: Example Gazette
  domain: example.com
  images:
    - url: /assets/gazette.png
  authors:
    - name: Robin Sample
  publishers:
    - name: Example Press
topics:
  - Energy
images:
  - url: https://www.example.com/turbine.jpg
    width: 1200
    height: 630
    isCached: true
    title: A turbine
related:
  - title: What the tide can power
    excerpt: Engineers explain.
    publishedDateTime: 2023-05-05T07:15:00Z
    webUrl: https://www.example.org/tide
    ampWebUrl: https://www.example.org/amp/tide
    cdnAmpWebUrl: https://www-example-org.cdn.example/c/s/tide
    type: video
    quality: 0
    provider:
      name: Example Weekly
      domain: www.example.org
    images:
      - url: /assets/tide.jpg
secured: QQ==;Qg==
"""


def without(*keys: str) -> str:
    """The front matter without these keys of the root and all that is below them."""
    kept, dropping = [], False
    for line in FRONT_MATTER.splitlines(keepends=True):
        if not line.startswith(" "):
            dropping = line.partition(":")[0] in keys
        if not dropping:
            kept.append(line)
    return "".join(kept)


def changed(old: str, new: str) -> str:
    assert FRONT_MATTER.count(old) == 1, old
    return FRONT_MATTER.replace(old, new)
