"""Cells that stand under another header than they were written for: told, and never put right by guessing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from spbe.i18n import gettext as _
from spbe.model.field_paths import FieldPlace

_ADDRESS: Final = re.compile(r"^(?:[a-z]{3,5}\s?[:;]\s?/?/|//|www\.)\S", re.IGNORECASE)
_LONG: Final = 60
"""No code of a list is so long; what is stands in the column of something else."""


@dataclass(frozen=True)
class MisplacedCells:
    """Finds them in the rows of one sheet.

    ``places`` are the fields of its columns by column; ``values`` what the mapping says of texts in small
    letters, by field.
    """

    places: Mapping[int, FieldPlace]
    values: Mapping[str, Mapping[str, str]]

    def reason(self, row: Sequence[str]) -> str | None:
        """Why cells of ``row`` seem to have moved, in the user's language; ``None`` where they do not."""
        for column, place in self._telling:
            text = row[column] if column < len(row) else ""
            if text and not self._fits(column, text) and (said := self._said(row, place, text)):
                return said
        return None

    def share(self, column: int, rows: Sequence[Sequence[str]]) -> float:
        """How many of the cells of ``column`` hold what it is for; none where everything would do."""
        place = self.places[column]
        texts = [row[column] for row in rows if column < len(row) and row[column]]
        if not texts or not (place.choice or place.is_address):
            return 0.0
        return sum(self._fits(column, text) for text in texts) / len(texts)

    @cached_property
    def _telling(self) -> list[tuple[int, FieldPlace]]:
        return [(column, place) for column, place in self.places.items() if place.choice or place.is_address]

    @cached_property
    def _fitting(self) -> dict[tuple[int, str], bool]:
        return {}

    def _fits(self, column: int, text: str) -> bool:
        """Whether ``text`` is what a column of a list or of addresses is for."""
        key = (column, text)
        if key not in self._fitting:
            place = self.places[column]
            known = self.values.get(place.path, {})
            said = place.choice.find(text) if place.choice else _ADDRESS.match(text)
            self._fitting[key] = bool(said) or text.casefold() in known
        return self._fitting[key]

    def _said(self, row: Sequence[str], place: FieldPlace, text: str) -> str | None:
        label = _(place.label)
        if place.choice and _ADDRESS.match(text):
            return _("Kolom {isian} memuat alamat web; isi baris ini tampaknya bergeser.").format(isian=label)
        if place.choice and len(text) > _LONG and not place.many:
            return _("Kolom {isian} memuat kalimat; isi baris ini tampaknya bergeser.").format(isian=label)
        for column, other in self._telling:
            theirs = row[column] if column < len(row) else ""
            if other.choice and other.choice.find(text) and not (theirs and self._fits(column, theirs)):
                return _("Kolom {isian} memuat isi kolom {lain}; baris ini tampaknya bergeser.").format(
                    isian=label, lain=_(other.label)
                )
        return None
