"""Half up, once, at the end.

No regulation states a rounding rule. Half up on the unrounded value is the only one that gives every complete
row of the national tables of 2023 and 2024 (Kementerian PANRB, Laporan Hasil Evaluasi SPBE Nasional);
half-even and Python's :func:`round` do not, because weights of 2.75 and 3.00 often end exactly on x.xx5.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor

PLACES = 2
"""Decimals of every index in official documents."""


def rounded(value: Fraction, places: int = PLACES) -> Fraction:
    """The number that readers see for ``value``: rounded to ``places`` decimals, halves away from zero."""
    scale = 10**places
    magnitude = Fraction(floor(abs(value) * scale + Fraction(1, 2)), scale)
    return magnitude if value >= 0 else -magnitude


def round_half_up(value: Fraction, places: int = PLACES) -> str:
    """``value`` as decimal text with exactly ``places`` decimals and a point: ``2.15``; never ``-0.00``."""
    units = int(rounded(value, places) * 10**places)
    digits = f"{abs(units):0{places + 1}d}"
    sign = "-" if units < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def whole_per_cent(part: int, whole: int) -> int:
    """``part`` of ``whole`` (not 0) in whole per cent, half up; 0 only for nothing and 100 only for all of it."""
    nearest = int(rounded(Fraction(100 * part, whole), 0))
    return nearest if part in (0, whole) else min(max(nearest, 1), 99)


def exact_text(value: Fraction, places: int = 6) -> str:
    """``value`` as decimal text, every digit of it; where it has more than ``places`` decimals, cut off with ``…``.

    ``2.7145`` is whole, ``2.153333…`` is not: nobody reads the second as exact, and no digit of it is rounded.
    """
    units = abs(value) * 10**places
    whole, fraction = divmod(floor(units), 10**places)
    sign = "-" if value < 0 else ""
    digits = f"{fraction:0{places}d}"
    if units.denominator != 1:
        return f"{sign}{whole}.{digits}…"
    return f"{sign}{whole}.{digits}".rstrip("0").rstrip(".")
