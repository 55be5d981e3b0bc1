"""A card drawn as PNG, 1200 × 630: the size that messengers and networks ask for. The same card gives the same bytes.

The picture has one byte per point: the lower half of its palette runs from paper to ink, the upper one from paper to
the region's colour, so that edges are smooth in both and a picture takes some ten kilobytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from spbe.site.sharing.share_card import CardBar, ShareCard

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

SIZE: Final = (1200, 630)
FONTS: Final = Path(__file__).parent / "fonts" / "plus-jakarta-sans"

PAPER: Final = 0
INK: Final = 127
GREY: Final = 88
TINT: Final = 170
ACCENT: Final = 255
"""Places in the palette."""

_INK_COLOUR: Final = (23, 33, 43)
_LEFT, _RIGHT, _BAND = 60, 1140, 22
_CHART = (780, 150, 1140, 450)
"""Where bars stand: left, top, right, foot."""


def picture_of(card: ShareCard) -> bytes:
    """``card`` as PNG."""
    from PIL import Image, ImageDraw

    image = Image.new("L", SIZE, PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, SIZE[0], _BAND - 1), fill=ACCENT)
    width = (_CHART[0] - 40 if card.bars else _RIGHT) - _LEFT
    _line(draw, card.place, (_LEFT, 66), (True, 42), INK, width)
    foot = _figure(draw, card, width) if card.figure else _title(draw, card.title, width)
    for number, line in enumerate(_wrapped(card.lines, _font(bold=False, size=32), width, 4)):
        draw.text((_LEFT, foot + 42 * number), line, font=_font(bold=False, size=32), fill=GREY)
    _bars(draw, card.bars)
    mark = _font(bold=False, size=26)
    _line(draw, card.foot, (_LEFT, 560), (False, 26), GREY, 700)
    draw.text((_RIGHT - mark.getlength(card.mark), 560), card.mark, font=mark, fill=GREY)
    image.putpalette(_palette(card.colour))
    out = BytesIO()
    image.save(out, "PNG", compress_level=6)
    return out.getvalue()


def _figure(draw: ImageDraw, card: ShareCard, width: int) -> int:
    """The figure with its label beside it, or below where it does not fit; gives where the lines begin."""
    big, label = _font(bold=True, size=190), _font(bold=True, size=54)
    draw.text((_LEFT - 6, 330), card.figure, font=big, fill=INK, anchor="ls")
    end = _LEFT + int(big.getlength(card.figure)) + 24
    if end + label.getlength(card.label) <= _LEFT + width:
        draw.text((end, 330), card.label, font=label, fill=INK, anchor="ls")
        return 374
    _line(draw, card.label, (_LEFT, 366), (True, 54), INK, width)
    return 446


def _title(draw: ImageDraw, title: str, width: int) -> int:
    font = _font(bold=True, size=66)
    lines = list(_wrapped((title,), font, width, 4))
    for number, line in enumerate(lines):
        draw.text((_LEFT, 150 + 82 * number), line, font=font, fill=INK)
    return 150 + 82 * len(lines) + 20


def _bars(draw: ImageDraw, bars: tuple[CardBar, ...]) -> None:
    if not bars:
        return
    left, top, right, foot = _CHART
    step = (right - left) / len(bars)
    value, label = _font(bold=True, size=22), _font(bold=False, size=20)
    for number, bar in enumerate(bars):
        middle, high = left + step * (number + 0.5), foot - round((foot - top) * bar.share)
        half = step * 0.39
        draw.rectangle((round(middle - half), high, round(middle + half), foot), fill=ACCENT if bar.here else TINT)
        draw.text((round(middle), high - 10), bar.value, font=value, fill=INK, anchor="ms")
        draw.text((round(middle), foot + 30), bar.label, font=label, fill=GREY, anchor="ms")


def _line(draw: ImageDraw, text: str, at: tuple[int, int], font: tuple[bool, int], colour: int, width: int) -> None:
    """One line, cut where it would go beyond ``width``."""
    face = _font(bold=font[0], size=font[1])
    draw.text(at, next(_wrapped((text,), face, width, 1), ""), font=face, fill=colour)


def _wrapped(texts: tuple[str, ...], font: FreeTypeFont, width: int, most: int) -> Iterator[str]:
    """``texts`` in at most so many lines no wider than ``width``; what does not fit ends in an ellipsis."""
    lines: list[str] = []
    for text in texts:
        line = ""
        for word in text.split():
            longer = f"{line} {word}".strip()
            if line and font.getlength(longer) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        lines += [line] if line else []
    for number, line in enumerate(lines[:most]):
        cut = number + 1 == most < len(lines)
        yield _cut(line, font, width, cut=cut)


def _cut(line: str, font: FreeTypeFont, width: int, *, cut: bool) -> str:
    if not cut and font.getlength(line) <= width:
        return line
    while line and font.getlength(f"{line}…") > width:
        line = line[:-1]
    return f"{line.rstrip()}…"


@cache
def _font(*, bold: bool, size: int) -> FreeTypeFont:
    from PIL import ImageFont

    name = "PlusJakartaSans_700Bold.ttf" if bold else "PlusJakartaSans_500Medium.ttf"
    # The other layout engine depends on a library of the system, and so would the bytes.
    return ImageFont.truetype(str(FONTS / name), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _palette(colour: str) -> list[int]:
    accent = tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return [
        round(255 + (part - 255) * step / 127) for end in (_INK_COLOUR, accent) for step in range(128) for part in end
    ]
