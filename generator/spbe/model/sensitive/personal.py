"""Numbers and addresses of single persons in one line of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from spbe.model.web import addresses_in

Span = tuple[int, int]

_BEFORE: Final = r"(?<![0-9A-Za-z_])(?<![0-9][.,:/-])"
_AFTER: Final = r"(?![0-9A-Za-z_]|[.,/-][0-9])"
_SIXTEEN: Final = re.compile(rf"{_BEFORE}[0-9](?:[ .-]?[0-9]){{15}}{_AFTER}")
_GROUPS: Final = frozenset({"16", "4 4 4 4", "6 6 4", "2 2 2 6 4", "2 2 2 2 2 2 4", "4 2 6 4", "6 2 2 2 4"})
_PROVINCES: Final = frozenset(
    [*range(11, 20), 21, *range(31, 37), 51, 52, 53, *range(61, 66), *range(71, 77), 81, 82, *range(91, 98)]
)
"""Codes of provinces with which a number may begin (Kepmendagri 300.2.2-2138/2025)."""
_WOMAN: Final = 40
"""Added to the day of birth of a woman."""

_TAX: Final = re.compile(rf"{_BEFORE}[0-9]{{2}}\.[0-9]{{3}}\.[0-9]{{3}}\.[0-9][.-][0-9]{{3}}\.[0-9]{{3}}{_AFTER}")
_TAX_NAMED: Final = re.compile(
    r"\bnpwp\b(?:[^0-9\n]|1[56] ?digit){0,30}?(?<![0-9])(?P<number>[0-9]{2}(?:[ .-]?[0-9]){13,14})(?![0-9])",
    re.IGNORECASE,
)
_MOBILE: Final = re.compile(
    rf"{_BEFORE}(?:\(?\+?62\)?[ .-]?\(?0?|\(?0)8(?:1[1-9]|2[1-38]|3[1-38]|5[1-35-9]|6[48]|7[0-9]|8[1-9]|9[4-9])\)?"
    rf"(?:[ .-]{{0,2}}[0-9]){{6,9}}{_AFTER}"
)
_CHATS: Final = re.compile(r"(?:wa\.me|whatsapp\.com|t\.me)/|[?&](?:phone|hp|telp|tel)=", re.IGNORECASE)
_MAIL: Final = re.compile(
    r"(?<![\w.+-])[A-Za-z0-9][\w.+-]*@(?:gmail|googlemail|ymail|yahoo|rocketmail|icloud|me|mac|aol|gmx|mail|zoho|msn"
    r"|fastmail|tutanota|proton|protonmail|pm|hotmail|outlook|live|yandex|telkom|plasa)"
    r"\.(?:com|net|me|de|ru|co|id|uk|co\.id|co\.uk|com\.sg|fr)(?![\w-]|\.[A-Za-z])",
    re.IGNORECASE,
)


def population_numbers(line: str) -> Iterator[Span]:
    """Numbers that may be a NIK or that of a family card: a province, then a day that exists, then a serial number."""
    for match in _SIXTEEN.finditer(line):
        groups = " ".join(str(len(group)) for group in re.split(r"[ .-]", match[0]))
        if groups in _GROUPS and _is_population_number(re.sub(r"\D", "", match[0])):
            yield match.span()


def _is_population_number(digits: str) -> bool:
    day, month, year = int(digits[6:8]), int(digits[8:10]), int(digits[10:12])
    if int(digits[:2]) not in _PROVINCES or digits[12:] == "0000":
        return False
    try:  # 2000 and 1900 differ in one day only, and nobody alive was born on it in 1900
        date(2000 + year, month, day - _WOMAN if day > _WOMAN else day)
    except ValueError:
        return False
    return True


def tax_numbers(line: str) -> Iterator[Span]:
    """Numbers written as an NPWP is, and digits after that word."""
    for match in _TAX.finditer(line):
        yield match.span()
    for match in _TAX_NAMED.finditer(line):
        yield match.span("number")


def mobile_numbers(line: str) -> Iterator[Span]:
    """Numbers of mobile telephones in Indonesia; offices have fixed lines, which are no secret."""
    for match in _MOBILE.finditer(line):
        inside = next((one for one in addresses_in(line) if match[0] in one), "")
        if not inside or _CHATS.search(inside):
            yield match.span()


def private_mails(line: str) -> Iterator[Span]:
    """Addresses at providers that give one to anybody; offices have their own domain."""
    for match in _MAIL.finditer(line):
        yield match.span()
