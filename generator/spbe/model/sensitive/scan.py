"""A text searched for what should not be in it: only lines that may hold it are looked at closely."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from spbe.model.sensitive.credentials import Span, addresses, keys, passwords
from spbe.model.sensitive.personal import mobile_numbers, population_numbers, private_mails, tax_numbers

MASK: Final = "•••"

_SIGNS: Final = (
    *(
        "sandi",
        "pass",
        "pwd",
        "token",
        "secret",
        "key",
        "kunci",
        "bearer",
        "curl",
        "mysql",
        "://",
        "jdbc:",
        "npwp",
        "@",
    ),
    *("akia", "asia", "gh", "glpat-", "gldt-", "glrt-", "aiza", "ya29", "xox", "sk-", "k_live_", "k_test_", "hf_"),
    *("npm_", "pypi-", "sg.", "dop_v1", "eyj", ":aa"),
)
_NUMBER: Final = re.compile(r"[0-9](?:[ .()-]{0,2}[0-9]){8}")
"""Of both every line has one in which a detector finds something, in small letters."""
_LONG: Final = 1_000
"""Characters of a line that are looked at together; what takes more to be seen is no line that people wrote."""
_CUTS: Final = re.compile(r".*[\s,;|]", re.DOTALL)
_BLOCK: Final = re.compile(
    r"-----BEGIN (?P<kind>[A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?)-----(?P<body>.*?)(?:-----END (?P=kind)-----|\Z)", re.DOTALL
)
_DETECTORS: Final[tuple[tuple[str, Callable[[str], Iterator[Span]]], ...]] = (
    ("alamat-sandi", addresses),
    ("rahasia-kunci", keys),
    ("rahasia-sandi", passwords),
    ("pribadi-nik", population_numbers),
    ("pribadi-npwp", tax_numbers),
    ("pribadi-surel", private_mails),
    ("pribadi-telepon", mobile_numbers),
)
"""Rules with what finds them, the gravest first: what one has found is nothing else besides."""


@dataclass(frozen=True, slots=True)
class SensitivePart:
    """What stands at ``start`` to ``end`` of a text and breaks ``rule``; ``line`` and ``column`` count from 1."""

    rule: str
    line: int
    column: int
    start: int
    end: int
    text: str = field(repr=False)


def sensitive_parts(text: str) -> tuple[SensitivePart, ...]:
    """Likely secrets and personal data in ``text``, in their order; parts do not overlap."""
    found: list[SensitivePart] = []
    for match in _BLOCK.finditer(text) if "PRIVATE KEY" in text else ():
        line, column = text.count("\n", 0, match.start()) + 1, match.start() - text.rfind("\n", 0, match.start())
        found.append(SensitivePart("rahasia-kunci", line, column, *match.span(), match[0]))
    blocks = [(part.start, part.end) for part in found]
    for number, line_start, line_text in _suspects(text):
        if any(begin <= line_start < end for begin, end in blocks):
            continue
        for before, piece in _pieces(line_text):
            for rule, (first, last) in _in_line(piece):
                start, end = line_start + before + first, line_start + before + last
                found.append(SensitivePart(rule, number, before + first + 1, start, end, piece[first:last]))
    return tuple(sorted(found, key=lambda part: part.start))


def _suspects(text: str) -> Iterator[tuple[int, int, str]]:
    """Lines that may hold something, each with its number and where it begins."""
    low = text.lower()
    if len(low) != len(text):  # a letter of another script that is two in small: places would be wrong
        low = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    starts = {low.rfind("\n", 0, match.start()) + 1 for match in _NUMBER.finditer(low)}
    for sign in _SIGNS:
        at = low.find(sign)
        while at >= 0:
            starts.add(low.rfind("\n", 0, at) + 1)
            end = low.find("\n", at)
            at = low.find(sign, end) if end >= 0 else -1
    number, counted = 1, 0
    for start in sorted(starts):
        number += text.count("\n", counted, start)
        counted = start
        end = text.find("\n", start)
        yield number, start, text[start : end if end >= 0 else len(text)]


def _pieces(line: str) -> Iterator[tuple[int, str]]:
    """``line``, or where it is too long parts of it, cut between words; each with the characters before it."""
    at = 0
    while len(line) - at > _LONG:
        cut = _CUTS.match(line, at, at + _LONG)
        end = cut.end() if cut else at + _LONG
        yield at, line[at:end]
        at = end
    yield at, line[at:]


def _in_line(line: str) -> Iterator[tuple[str, Span]]:
    taken: list[Span] = []
    for rule, detector in _DETECTORS:
        for start, end in detector(line):
            if all(end <= begin or start >= stop for begin, stop in taken):
                taken.append((start, end))
                yield rule, (start, end)


def masked(text: str, parts: Iterable[SensitivePart] | None = None) -> str:
    """``text`` with a mark in the place of every part; lines stay lines."""
    pieces, at = [], 0
    for part in sensitive_parts(text) if parts is None else parts:
        pieces += [text[at : part.start], re.sub(r"[^\n]+", MASK, part.text)]
        at = part.end
    return "".join((*pieces, text[at:]))
