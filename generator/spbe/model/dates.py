"""What a date was meant to be that is not written year-month-day: for messages, never for reading data."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2200

_MONTHS: Final = (
    "januari jan january",
    "februari feb pebruari peb februari february",
    "maret mar mrt march",
    "april apr",
    "mei may",
    "juni jun june",
    "juli jul july",
    "agustus agu ags agt agst agus aug august",
    "september sep sept",
    "oktober okt october oct",
    "november nov nopember nop",
    "desember des december dec",
)
_MONTH: Final = {word: number for number, words in enumerate(_MONTHS, start=1) for word in words.split()}
_ROMAN: Final = {
    word: number
    for number, word in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"), start=1)
}
_DAYS: Final = (
    "senin selasa rabu kamis jumat jum at sabtu minggu ahad sen sel rab kam sab min",
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun",
)
_AROUND: Final = frozenset(" ".join((*_DAYS, "tanggal tgl tahun th thn ta bulan bln pada st nd rd of")).split())
"""Words beside a date that change nothing of it."""

_TIME: Final = re.compile(r"[t ]\s*(?:pukul|jam)?\s*[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?(?:\.[0-9]+)?.*$")
EXCEL_BEGINS: Final = date(1899, 12, 30)
"""Day 0 of a spreadsheet."""
_EXCEL: Final = range(18264, 73051)  # 1950 to 2099, as numbers that a spreadsheet shows when a cell has lost its form

Parts = tuple[int, int | None, int | None]
"""Year, month and day as far as they were told."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What a date that cannot be read may mean.

    ``tanggal`` is the date as it must be written, or nothing when there is no such day.

    ``sebab`` says why not: ``bulan`` (no such month), ``hari`` (the month ends on day ``akhir``) or ``tahun``.
    ``urutan`` is true when day and month could also be meant the other way round.
    """

    tanggal: str = ""
    urutan: bool = False
    sebab: Literal["", "bulan", "hari", "tahun"] = ""
    bagian: str = ""
    akhir: int = 0


def guessed(text: str) -> Guess | None:
    """The date that ``text`` most likely means; ``None`` when it is none, or half of one."""
    told = unicodedata.normalize("NFKC", text).casefold().strip()
    if re.fullmatch(r"[0-9]{5}(?:\.[0-9]+)?", told) and int(told[:5]) in _EXCEL:
        return Guess(str(EXCEL_BEGINS + timedelta(days=int(told[:5]))))
    words = [word for word in re.findall(r"[0-9]+|[^\W\d_]+", _TIME.sub("", told)) if word not in _AROUND]
    numbers = [word for word in words if word.isdecimal()]
    names = [(position, month) for position, word in enumerate(words) if (month := _month(word))]
    if len(names) + len(numbers) != len(words) or not numbers or len(words) > 3 or len(names) > 1:
        return None
    if any(len(number) > 8 for number in numbers):
        return None
    if names:
        return _settled(_around_month(numbers, names[0][1]))
    return _settled(_bare(_split(numbers)))


def _month(word: str) -> int | None:
    """The number of the month that ``word`` names, also with a slip of the pen in a long name."""
    known = _MONTH.get(word) or _ROMAN.get(word)
    if known or word.isdecimal() or len(word) < 4:
        return known
    near = difflib.get_close_matches(word, [name for name in _MONTH if len(name) > 3], n=1, cutoff=0.75)
    return _MONTH[near[0]] if near else None


def _split(numbers: list[str]) -> list[str]:
    """Numbers written without anything between them (``20240817``, ``17082024``, ``202408``) taken apart."""
    if len(numbers) != 1:
        return numbers
    [one] = numbers
    if len(one) == 8:
        year_first = [one[:4], one[4:6], one[6:]]
        day_first = [one[:2], one[2:4], one[4:]]
        return day_first if _problem(_whole(year_first)) and not _problem(_whole(day_first[::-1])) else year_first
    if len(one) == 6:
        return [one[:4], one[4:]] if one.startswith(("19", "20")) else [one[:2], one[2:4], one[4:]]
    return numbers


def _around_month(numbers: list[str], month: int) -> list[Parts]:
    """Readings of a date whose month stands in letters."""
    if len(numbers) == 1:
        return [(_year(numbers[0]), month, None)] if len(numbers[0]) == 4 else []
    first, second = numbers
    day, year = (second, first) if len(first) == 4 else (first, second)
    return [(_year(year), month, int(day))] if len(day) <= 2 and len(year) in {2, 4} else []


def _bare(numbers: list[str]) -> list[Parts]:
    """Readings of a date of numbers alone, the likeliest first: in Indonesia the day comes before the month."""
    if len(numbers) == 1:
        return [(int(numbers[0]), None, None)] if len(numbers[0]) == 4 else []
    if len(numbers) == 2:
        first, second = numbers
        month, year = (second, first) if len(first) == 4 else (first, second)
        return [(int(year), int(month), None)] if len(month) <= 2 and len(year) == 4 else []
    first, second, third = numbers
    if len(first) == 4 and len(second) <= 2 and len(third) <= 2:
        usual: Parts = (int(first), int(second), int(third))
        other: Parts = (int(first), int(third), int(second))
        return [usual, other] if usual[1] and _problem(usual) else [usual]
    if len(first) <= 2 and len(second) <= 2 and len(third) in {2, 4}:
        return [(_year(third), int(second), int(first)), (_year(third), int(first), int(second))]
    return []


def _settled(readings: list[Parts]) -> Guess | None:
    if not readings:
        return None
    readings = [_without_zeros(parts) for parts in readings]
    possible = [parts for parts in dict.fromkeys(readings) if _problem(parts) is None]
    if not possible:
        return _problem(readings[0])
    return Guess(_text(possible[0]), urutan=len(possible) > 1)


def _without_zeros(parts: Parts) -> Parts:
    """Some programs write 0 for a month or day that is not known."""
    year, month, day = parts
    day = day or None
    return (year, month if month or day else None, day)


def _problem(parts: Parts) -> Guess | None:
    """Why there is no such day, if there is none."""
    year, month, day = parts
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Guess(sebab="tahun", bagian=f"{year:04d}")
    if month is not None and not 1 <= month <= 12:
        return Guess(sebab="bulan", bagian=str(month))
    if month is not None and day is not None:
        last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
        if not 1 <= day <= last:
            return Guess(sebab="hari", bagian=f"{year:04d}-{month:02d}", akhir=last)
    return None


def _whole(parts: Iterable[str]) -> Parts:
    year, month, day = (int(part) for part in parts)
    return year, month, day


def _year(text: str) -> int:
    """A year of two digits lies between 1970 and 2069."""
    year = int(text)
    return year if len(text) != 2 else year + (2000 if year < 70 else 1900)


def _text(parts: Parts) -> str:
    year, month, day = parts
    return "-".join([f"{year:04d}", *(f"{part:02d}" for part in (month, day) if part is not None)])
