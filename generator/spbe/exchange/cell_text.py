"""Several things in one cell, so that they can be told apart again: lists, and keys with their values.

``web; seluler`` is a list, ``2026: 14; 2027: 20`` are keys with values. A semicolon or the end of a line separates;
what holds one of them, or else would be read as something else, stands in double quotes, and a double quote within
these is doubled, as in CSV.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from spbe.model.base import absence_word

BETWEEN: Final = "; "
"""What stands between two items."""

_SEPARATORS: Final = ";\n\r"
_ITEM: Final = re.compile(r"[;\n\r]")
_KEY: Final = re.compile(r"[;\n\r:]")
_QUOTED: Final = re.compile(r'\s*"((?:[^"]|"")*)"[^\S\n\r]*')


def joined(items: Iterable[str]) -> str:
    """``items`` in one text, which :func:`split` takes apart."""
    told = [_item(item, _ITEM) for item in items]
    if len(told) == 1 and absence_word(told[0]):
        return _in_quotes(told[0])
    return BETWEEN.join(told)


def split(text: str) -> list[str]:
    """The items of ``text``, without those between which nothing stands."""
    found: list[str] = []
    at = 0
    while at < len(text):
        item, at = _token(text, at, _SEPARATORS)
        found += [item] if item is not None else []
        at += 1
    return found


def joined_pairs(pairs: Mapping[str, str]) -> str:
    """``pairs`` in one text, which :func:`split_pairs` takes apart."""
    return BETWEEN.join(f"{_item(key, _KEY)}: {_item(value, _ITEM)}" for key, value in pairs.items())


def split_pairs(text: str) -> dict[str, str]:
    """The keys of ``text`` with their values; a key without a colon has the empty text."""
    found: dict[str, str] = {}
    at = 0
    while at < len(text):
        key, at = _token(text, at, _SEPARATORS + ":")
        value: str | None = None
        if text[at : at + 1] == ":":
            value, at = _token(text, at + 1, _SEPARATORS)
        if key is not None or value is not None:
            found[key or ""] = value or ""
        at += 1
    return found


def _token(text: str, at: int, stops: str) -> tuple[str | None, int]:
    """What stands in ``text`` from ``at`` up to one of ``stops``, if anything does, and the place of that."""
    quoted = _QUOTED.match(text, at)
    if quoted and (quoted.end() == len(text) or text[quoted.end()] in stops):
        return quoted[1].replace('""', '"'), quoted.end()
    end = min((found for stop in stops if (found := text.find(stop, at)) >= 0), default=len(text))
    return text[at:end].strip() or None, end


def _item(text: str, stops: re.Pattern[str]) -> str:
    plain = text and text == text.strip() and not text.startswith('"') and not stops.search(text)
    return text if plain else _in_quotes(text)


def _in_quotes(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
