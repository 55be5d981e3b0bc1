"""The clock is an input: one reference date for every age, expiry and forecast of a build."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from spbe.i18n import gettext
from spbe.problems.usage import WrongUsageError
from spbe.region.file_naming import FOLDERS
from spbe.sources.folder import source_of
from spbe.sources.git_command import GitHindrance
from spbe.sources.source import Source

EPOCH: Final = "SOURCE_DATE_EPOCH"

FIRST: Final = date(1970, 1, 1)
LAST: Final = date(2199, 12, 31)
"""The days that may be a reference date; years of the data end there too."""

_LAST_SECOND: Final = 2**32 - 1
"""The last one that the head of a compressed file can hold; ``sitemap.xml.gz`` bears it."""


@dataclass(frozen=True)
class Clock:
    """The reference date ``day``, and where it comes from.

    ``given`` when somebody asked for it: then git was not asked. ``hindrance`` is what kept git from answering,
    ``shallow`` says that it knows only the end of the history.
    """

    day: date
    given: bool = False
    hindrance: GitHindrance | None = None
    shallow: bool = False


def clock_of(root: Path | Source, given: date | None = None) -> Clock:
    """``given``, else ``SOURCE_DATE_EPOCH``, else the day of the newest commit, else of the newest data file.

    The last is for what is not (yet) under version control. Today's date is never read.
    Raises :class:`spbe.problems.usage.WrongUsageError`.
    """
    asked = day_in_environment()
    if given is not None or asked is not None:
        return Clock(_demand_day(given) if given is not None else asked or FIRST, given=True)
    found = source_of(root).dated(FOLDERS)
    return Clock(within(found.day or FIRST), hindrance=found.hindrance, shallow=found.shallow)


def day_in_environment() -> date | None:
    """What ``SOURCE_DATE_EPOCH`` asks for: seconds since 1970; empty is the same as not there."""
    written = os.environ.get(EPOCH, "")
    if not written:
        return None
    seconds = int(written) if re.fullmatch(r"[0-9]{1,11}", written) else -1
    if not 0 <= seconds <= _LAST_SECOND:
        words = gettext(
            "Variabel lingkungan {nama} berisi `{tulisan}`; tulis jumlah detik sejak 1970 sebagai angka saja, "
            "misalnya {contoh} untuk 31 Januari 2026, paling jauh {akhir}. Atau hapus variabel itu."
        )
        example = _seconds(date(2026, 1, 31))
        raise WrongUsageError(
            words.format(nama=EPOCH, tulisan=written, contoh=example, akhir=_day_at(_LAST_SECOND).isoformat())
        )
    return _day_at(seconds)


def wished_day(written: object) -> date:
    """The reference date that somebody wrote, as text or as YAML understood it; raises a wrong usage."""
    if isinstance(written, date) and not isinstance(written, datetime):
        return _demand_day(written)
    text = str(written)
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError(text)
        day = date.fromisoformat(text)
    except ValueError:
        words = gettext("`{tulisan}` bukan tanggal; tulis seperti 2026-01-31.")
        raise WrongUsageError(words.format(tulisan=text)) from None
    return _demand_day(day)


def _demand_day(day: date) -> date:
    """``day`` if it may be a reference date; raises a wrong usage for any other."""
    if not FIRST <= day <= LAST:
        words = gettext("Tanggal acuan {tanggal} di luar jangkauan; yang dapat dipakai: {awal} sampai {akhir}.")
        raise WrongUsageError(words.format(tanggal=day.isoformat(), awal=FIRST.isoformat(), akhir=LAST.isoformat()))
    return day


def within(day: date) -> date:
    """The nearest day to ``day`` that may be a reference date: clocks of computers may be wrong."""
    return min(max(day, FIRST), LAST)


def _day_at(seconds: float) -> date:
    return datetime.fromtimestamp(seconds, UTC).date()


def _seconds(day: date) -> int:
    return (day - date(1970, 1, 1)).days * 86400
