"""Numbers of an official table: exact, and as they were printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from spbe.standards.resources import StandardsError


@dataclass(frozen=True, slots=True)
class Angka:
    """A printed number: ``cetak`` as the document has it but with a decimal point (``2.60``), ``nilai`` exact."""

    cetak: str
    nilai: Fraction


def read_index(text: str, where: str) -> Angka | None:
    """The index in one cell, with two decimals from 0.00 to 5.00; ``None`` when the cell is empty.

    Raises:
        StandardsError: The cell holds anything else; ``where`` names it.
    """
    if not text:
        return None
    if not re.fullmatch(r"[0-4]\.\d\d|5\.00", text):
        raise StandardsError(f"{where}: {text!r} is not an index")
    return Angka(text, Fraction(text))


def read_count(text: str, where: str) -> int | None:
    """The whole number in one cell; ``None`` when it is empty. Raises as :func:`read_index` does."""
    if not text:
        return None
    if not re.fullmatch(r"\d{1,6}", text):
        raise StandardsError(f"{where}: {text!r} is not a count")
    return int(text)
