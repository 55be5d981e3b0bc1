"""The home page: where the index lies on its ruler."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

Built = Callable[[str], Path]


def page_at(site: Path, place: str = "") -> LexborHTMLParser:
    return LexborHTMLParser((site / place / "index.html").read_text("utf-8"))


def style_of(page: LexborHTMLParser, selector: str, name: str) -> list[float]:
    return [
        float(found[1])
        for node in page.css(selector)
        if (found := re.search(rf"{name}: ([\d.]+)", node.attributes.get("style") or ""))
    ]


@pytest.mark.parametrize(("region", "share"), [("arunika", 42.75), ("bandar-lampung", 28.75), ("madiun", 66.0)])
def test_the_ruler_marks_where_the_published_index_lies(built: Built, region: str, share: float) -> None:
    """2.71 and 2.15 on a scale from 1 to 5, 1.71 and 1.15 of 4; 3.30 on the older one from 0 to 5."""
    page = page_at(built(region))
    (mark,) = style_of(page, ".penggaris", "--letak")
    widths = style_of(page, ".penggaris li", "--lebar")
    (here,) = [number for number, node in enumerate(page.css(".penggaris li")) if node.attributes.get("class") == "ini"]

    assert mark == pytest.approx(share, abs=0.06)
    assert sum(widths) == pytest.approx(100, abs=0.3)
    assert sum(widths[:here]) <= mark < sum(widths[: here + 1])
