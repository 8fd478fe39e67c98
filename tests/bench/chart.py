"""A chart of bars as SVG, for pages that are light or dark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

_WIDTH, _LABELS, _ROOM = 760, 330, 90
_ROW, _BAR, _TOP = 28, 16, 44
_STYLE = """\
  text { font: 13px system-ui, sans-serif; fill: #1f2328 }
  .title { font-weight: 600 }
  .value { fill: #59636e }
  .own { fill: #0969da }
  .other { fill: #9a6700 }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc }
    .value { fill: #9198a1 }
    .own { fill: #4493f8 }
    .other { fill: #d29922 }
  }
"""


class Bar(NamedTuple):
    """A bar of so many seconds; ``is_own`` tells those of articlelint from others."""

    label: str
    seconds: float
    is_own: bool


def svg(title: str, bars: Sequence[Bar]) -> str:
    """The chart, with a background that lets the page through."""
    height = _TOP + _ROW * len(bars)
    most = max(bar.seconds for bar in bars)
    spoken = "; ".join(f"{bar.label}: {bar.seconds:.2f} s" for bar in bars)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img">',
            f"<title>{escape(title)}</title>",
            f"<desc>{escape(spoken)}</desc>",
            f"<style>\n{_STYLE}</style>",
            f'<text class="title" x="0" y="20">{escape(title)}</text>',
            *(line for at, bar in enumerate(bars) for line in _bar(bar, _TOP + _ROW * at, most)),
            "</svg>\n",
        ]
    )


def _bar(bar: Bar, top: int, most: float) -> Iterator[str]:
    length = max(1, round((_WIDTH - _LABELS - _ROOM) * bar.seconds / most))
    line = top + _BAR - 3
    yield f'<text x="0" y="{line}">{escape(bar.label)}</text>'
    yield (
        f'<rect class="{"own" if bar.is_own else "other"}" x="{_LABELS}" y="{top}"'
        f' width="{length}" height="{_BAR}" rx="2"/>'
    )
    end = _LABELS + length + 8
    yield f'<text class="value" x="{end}" y="{line}">{bar.seconds:.2f} s</text>'
