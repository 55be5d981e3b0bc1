"""Characters that look right and are not: a no-break space after a colon, curved quotes, a dash for a hyphen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from spbe.i18n import gettext, mark

_SPACES: Final = "\xa0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff"
_COLONS: Final = "\uff1a\ufe55\ufe13\u2236\ua789\u02d0"
_QUOTES: Final = "\u2018-\u201f\u2039\u203a\xab\xbb\xb4\u2032\u2033\uff02\uff07"
_DASHES: Final = "\u2010-\u2015\u2212\ufe58\ufe63\uff0d\u2022\u2023\u25aa\u25cf\u25e6\xb7\uf0a7\uf0b7\uf0d8"
_KEY: Final = r"[ \t]*(?:- +)*[\"']?[A-Za-z_][\w .-]*[\"']?"

_RETYPE: Final = mark("Hapus spasi itu, lalu ketik spasi biasa.")
_KINDS: Final = (
    (
        rf"{_KEY}[ \t]*:(?P<here>[{_SPACES}])",
        mark("setelah titik dua ada spasi yang bukan spasi biasa (U+{kode})"),
        _RETYPE,
    ),
    (
        rf"[ \t]*-(?P<here>[{_SPACES}])",
        mark("setelah tanda hubung ada spasi yang bukan spasi biasa (U+{kode})"),
        _RETYPE,
    ),
    (
        rf"[ \t]*(?P<here>[{_SPACES}])",
        mark("baris ini menjorok dengan spasi yang bukan spasi biasa (U+{kode})"),
        mark("Hapus spasi di awal baris, lalu ketik spasi biasa."),
    ),
    (
        rf"{_KEY}[ \t{_SPACES}]*(?P<here>[{_COLONS}])",
        mark("ini bukan titik dua biasa (U+{kode})"),
        mark("Hapus tanda itu, lalu ketik titik dua dan spasi."),
    ),
    (
        rf"(?:{_KEY}:|[ \t]*-)[ \t]+(?P<here>[{_QUOTES}])",
        mark("tanda petik melengkung bukan tanda petik YAML (U+{kode})"),
        mark("Ganti tanda petik di awal dan akhir nilai dengan tanda petik lurus (\" atau ')."),
    ),
    (
        rf"[ \t]*(?P<here>[{_DASHES}])[ \t{_SPACES}]",
        mark("tanda di awal butir ini bukan tanda hubung (U+{kode})"),
        mark("Ganti dengan tanda hubung dan spasi: `- `."),
    ),
    (
        r"[ \t]*(?:- +)*[A-Za-z_][\w-]*:(?P<here>[^\s:/\\])",
        mark("setelah titik dua tidak ada spasi"),
        mark("Tulis `kunci: nilai`, dengan spasi setelah titik dua."),
    ),
)
"""What begins a line that looks right and is not, ``here`` being the character; what is said of it, and what to do."""

_PATTERNS: Final = tuple((re.compile(pattern), reason, advice) for pattern, reason, advice in _KINDS)


@dataclass(frozen=True, slots=True)
class Lookalike:
    """Where it stands (``line`` and ``column`` from 1), and what is said of it."""

    line: int
    column: int
    reason: str
    advice: str


def lookalike(text: str, first: int = 1, last: int | None = None) -> Lookalike | None:
    """The first of them in the lines ``first`` to ``last`` of ``text``; for texts that were misunderstood.

    In a text that was understood the same characters may be right, for example within a paragraph.
    """
    lines = text.split("\n")
    for number in range(max(first, 1), min(last or len(lines), len(lines)) + 1):
        line = lines[number - 1]
        for pattern, reason, advice in _PATTERNS:
            match = pattern.match(line)
            if match:
                words = gettext(reason).format(kode=f"{ord(match['here']):04X}")
                return Lookalike(number, match.start("here") + 1, words, gettext(advice))
    return None


def plain(word: str) -> str:
    """``word`` without characters that nobody sees or that only look like a space."""
    return re.sub(rf"[{_SPACES}\xad\u200e\u200f]+", " ", word).strip()
