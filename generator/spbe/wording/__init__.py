"""Values as people read them, in the language in force; whoever shows them only decides how they are marked up."""

from spbe.wording.formatting import (
    age,
    comma,
    day,
    hundredths,
    millions,
    month,
    number,
    percent,
    rupiah,
    short_month,
    signed,
    signed_places,
    size,
    two_places,
)

__all__ = [
    "age",
    "comma",
    "day",
    "hundredths",
    "millions",
    "month",
    "number",
    "percent",
    "rupiah",
    "short_month",
    "signed",
    "signed_places",
    "size",
    "two_places",
]
