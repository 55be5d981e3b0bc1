"""Dates and numbers as Indonesian (or English) readers write them.

Babel is imported where it is needed: most commands tell no date and no count of thousands.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache

from spbe.i18n import gettext, language
from spbe.model.instrumen import weight_text
from spbe.model.values import Tanggal
from spbe.scoring.rounding import exact_text, round_half_up, whole_per_cent

_LOCALES = {"id": "id_ID", "en": "en_GB"}


def _locale() -> str:
    return _LOCALES[language()]


@cache
def _decimal(value: int, locale: str) -> str:
    from babel.numbers import format_decimal

    return format_decimal(value, locale=locale)


@cache
def _date(value: date, pattern: str, locale: str) -> str:
    from babel.dates import format_date

    return format_date(value, pattern, locale=locale)


def comma(text: str | None) -> str:
    """An exact decimal text with the reader's decimal sign: ``2.15`` is ``2,15`` in Indonesian; a dash for none."""
    if text is None:
        return "–"
    return text.replace(".", ",") if language() == "id" else text


def number(value: int | Fraction | None) -> str:
    """A count with separators, or an exact figure as it was written; a dash for none."""
    if value is None:
        return "–"
    if isinstance(value, int):
        return _decimal(value, _locale())
    return comma(weight_text(value))


def two_places(value: Fraction | None) -> str:
    """A figure rounded half up to two places for reading; never computed with again."""
    return "–" if value is None else comma(round_half_up(value))


def signed(value: Fraction) -> str:
    """An exact difference with its sign: ``+0,013``, ``−0,0275``, ``0``."""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return sign + comma(exact_text(abs(value)))


def signed_places(value: Fraction, places: int = 2) -> str:
    """A difference rounded half up, with its sign: ``+0,030``, ``−2,70``."""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return sign + comma(round_half_up(abs(value), places))


def percent(part: int, whole: int) -> str:
    """``part`` of ``whole`` in whole per cent, or that it is less than one; a dash when there is no whole."""
    if not whole:
        return "–"
    return "<1%" if 0 < 100 * part < whole else f"{whole_per_cent(part, whole)}%"


def hundredths(value: Fraction | None) -> str:
    """As :func:`percent` a value that counts hundredths already: ``27,6`` of them are ``28%``; a dash for none."""
    return "–" if value is None else percent(value.numerator, 100 * value.denominator)


def rupiah(amount: int) -> str:
    """``amount`` of whole rupiah with its unit: ``Rp2.400.000``."""
    from babel.numbers import format_currency

    return format_currency(amount, "IDR", format="¤#,##0", currency_digits=False, locale=_locale())


def millions(amount: int | None) -> str:
    """An amount of money in millions, exact, without its unit: ``2.400`` or ``0,5``; a dash for none."""
    if amount is None:
        return "–"
    return number(amount // 10**6 if amount % 10**6 == 0 else Fraction(amount, 10**6))


def size(octets: int) -> str:
    """The size of a file, in the unit that leaves at most three digits before the decimal sign."""
    from babel.numbers import format_decimal

    for unit, name in ((10**6, "MB"), (10**3, "kB")):
        if octets >= unit:
            return f"{format_decimal(round(octets / unit, 1), locale=_locale())} {name}"
    return f"{octets} B"


def month(value: date) -> str:
    """A month with its year: ``Mei 2019``."""
    return _date(value, "MMMM y", _locale())


def short_month(value: date) -> str:
    """A month with its year where there is little room: ``Mei 2019``, ``Des 2026``."""
    return _date(value, "MMM y", _locale())


def day(value: date | Tanggal | None) -> str:
    """A date as precise as it is known: ``31 Mei 2019``, ``Mei 2019`` or ``2019``."""
    if value is None:
        return "–"
    if isinstance(value, Tanggal):
        if value.bulan is None:
            return str(value.tahun)
        if value.hari is None:
            return _date(value.first, "MMMM y", _locale())
        value = value.first
    return _date(value, "d MMMM y", _locale())


def age(then: Tanggal, now: date) -> str:
    """How long ago, in the largest unit that is honest."""
    days = (now - then.last).days
    if days < 31:
        return gettext("kurang dari sebulan lalu")
    if days < 365:
        return gettext("{n} bulan lalu").format(n=days * 12 // 365)
    return gettext("{n} tahun lalu").format(n=days // 365)
