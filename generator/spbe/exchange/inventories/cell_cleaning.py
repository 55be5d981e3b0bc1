"""What a cell of a foreign list says, without what programs and people left in it."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache
from typing import Final

from spbe.model.sensitive import masked, sensitive_parts
from spbe.standards.list_spellings import list_spellings

_BREAK: Final = re.compile(
    r"(?i)<\s*(?:br\s*/?|/\s*(?:p|li|div|tr|h[1-6]))\s*>|\r\n?|\u2028|\u2029|_x000D_\n?|\x0b|\x0c"
)
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_BULLET: Final = re.compile(
    r"(?m)[ \t]*[\uf0b7\uf0a7\uf076\uf0d8\uf0fc\u2022\u25aa\u25cf\u25e6\u2023\u00b7\u27a2][ \t\xa0]*"
)
_UNSEEN: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SAME: Final = str.maketrans({"\xa0": " ", "\u2007": " ", "\u202f": " ", "\t": " ", "\u2010": "-", "\u2011": "-"})
_ENTITIES: Final = 2
"""How often a text may have been escaped."""


@lru_cache(maxsize=16_384)
def cleaned(text: str) -> str:
    """``text`` with real characters for entities, line ends for breaks, a dash for each bullet; blanks are single.

    What looks like markup is taken out only where a text was written as such: where it holds a closing tag or a break.
    """
    for _ in range(_ENTITIES):
        text = html.unescape(text)
    is_markup = re.search(r"(?i)</[a-z]|<br\b", text) is not None
    text = _BREAK.sub("\n", text)
    if is_markup:
        text = _TAG.sub("", text)
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", text).translate(_SAME))
    text = _BULLET.sub("\n- ", text)
    lines = [line for line in (" ".join(line.split()) for line in text.split("\n")) if line]
    return "\n".join(line for line in lines if line != "-" or len(lines) == 1)


def one_line_of(text: str) -> str:
    """``text``, cleaned, on one line; what was a bullet is none any more."""
    return " ".join(line.removeprefix("- ") for line in cleaned(text).split("\n"))


def says_nothing(text: str) -> bool:
    """Whether ``text`` only fills a cell: a dash, ``tidak ada``, ``n/a``."""
    plain = " ".join(text.casefold().split())
    return plain in list_spellings().nothing or plain.strip(" .,;:-") in list_spellings().nothing | {""}


def without_secrets(text: str) -> tuple[str, tuple[str, ...]]:
    """``text`` with a mark for every likely secret and piece of personal data, and the rules that found these."""
    parts = sensitive_parts(text)
    return (masked(text, parts), tuple(dict.fromkeys(part.rule for part in parts))) if parts else (text, ())
