"""Which column of a file holds what, as far as its headers tell; where they do not, a person is asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from spbe.exchange.inventories.column_mapping import OTHER, ColumnMapping, SheetMapping
from spbe.exchange.inventories.header_matching import HeaderMatch, HeaderMatcher
from spbe.exchange.inventories.header_rows import (
    HeaderColumn,
    HeaderRows,
    known_headers,
    likely_headers,
    promise,
    unlabelled,
)
from spbe.exchange.inventories.misplaced_cells import MisplacedCells
from spbe.exchange.inventories.source_sheets import SourceSheet
from spbe.i18n import gettext as _
from spbe.model.base import Base
from spbe.model.field_paths import FieldPlace, field_places
from spbe.model.kinds import OFFICE, Kind
from spbe.standards.column_headers import header_key, header_sets

NAME: Final = "nama"
OWNER: Final = "perangkat_daerah"
_NO_OFFICE: Final = re.compile(r"(?:sheet|lembar|data|tabel|daftar|aplikasi|layanan|rekap\w*|[\W\d_])+", re.IGNORECASE)
"""Names of sheets that cannot be those of offices."""
_TRIED: Final = 3
"""Of so many sets of spellings it is looked whether slips of the pen make them fit."""
_MOSTLY: Final = 0.5
"""A column whose texts are so often what a field takes is one for it."""
_ENOUGH: Final = 0.2
"""A column without a header is one where so many of the rows have something in it."""


@dataclass(frozen=True, slots=True)
class ProposedColumn:
    """A column with its target; ``match`` is what its header is taken for, ``doubt`` why a person should look."""

    column: HeaderColumn
    target: str
    match: HeaderMatch | None = None
    doubt: str = ""

    @property
    def gave_way(self) -> bool:
        """Whether its header is one of a field that another column gets."""
        return self.match is not None and self.match.target != self.target and self.match.weight > 1


@dataclass(frozen=True, slots=True)
class ProposedSheet:
    """A sheet whose rows are records of one kind, with ``jenis`` of one jenis.

    ``headers`` are where its headers stand; ``constants`` are fields that all its rows share; ``doubt`` says why it may
    not be taken as it is.
    """

    sheet: SourceSheet
    headers: HeaderRows
    columns: tuple[ProposedColumn, ...]
    jenis: str | None = None
    constants: Mapping[str, str] = field(default_factory=dict)
    doubt: str = ""

    @property
    def is_sure(self) -> bool:
        """Whether nobody need look at it."""
        return not self.doubt and not any(one.doubt for one in self.columns)

    @property
    def mapping(self) -> SheetMapping:
        """The same without its reasons."""
        first, last = (self.sheet.numbers[place] for place in (self.headers.first, self.headers.last))
        columns = {one.column.label: one.target for one in self.columns}
        return SheetMapping(self.sheet.name, (first, last), columns, self.constants)


@dataclass(frozen=True, slots=True)
class MappingProposal:
    """A mapping that a person may correct.

    ``sheets`` are those that may be taken; ``remarks`` say which are passed over, and why.
    """

    kind: Kind
    sheets: tuple[ProposedSheet, ...]
    remarks: tuple[str, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Whether it may be used without a person's look."""
        return bool(self.sheets) and all(one.is_sure for one in self.sheets)

    @property
    def mapping(self) -> ColumnMapping:
        """The same without its reasons."""
        return ColumnMapping(tuple(one.mapping for one in self.sheets))

    @property
    def doubts(self) -> tuple[str, ...]:
        """What a person should look at, in the user's language."""
        return tuple(
            text for one in self.sheets for text in (one.doubt, *(column.doubt for column in one.columns)) if text
        )


def proposed_mapping(sheets: Sequence[SourceSheet], kind: Kind) -> MappingProposal:
    """The columns of ``sheets``; those without known headers are proposed only where no other is."""
    known: list[ProposedSheet] = []
    unknown: list[ProposedSheet] = []
    remarks: list[str] = []
    for sheet in sheets:
        if not any(map(any, sheet.rows)):
            continue
        if sheet.hidden:
            remarks.append(_("Lembar `{lembar}` tersembunyi, jadi dilewati.").format(lembar=sheet.name))
        elif found := _known(sheet, kind):
            known.append(found)
        elif headers := likely_headers(sheet):
            unknown.append(_unknown(sheet, headers, kind))
        else:
            remarks.append(_passed_over(sheet))
    if len(known) > 1:
        known = [_named_by_office(one, kind) for one in known]
    if known:
        remarks += (_passed_over(one.sheet) for one in unknown)
    return MappingProposal(kind, tuple(known or unknown), tuple(remarks))


def _passed_over(sheet: SourceSheet) -> str:
    return _("Lembar `{lembar}` dilewati: judul kolomnya tidak dikenal.").format(lembar=sheet.name or "CSV")


def _known(sheet: SourceSheet, kind: Kind) -> ProposedSheet | None:
    """The sheet by the spellings that fit best; of a union by the name of the sheet first."""
    sets = header_sets(kind)
    key = header_key(sheet.name)
    named = [one for one in sets if key and key in one.sheets]
    matchers = sorted(map(HeaderMatcher, named or sets), key=lambda one: promise(sheet, one), reverse=True)[:_TRIED]
    best: tuple[float, HeaderRows | None, HeaderMatcher] = (0.0, None, matchers[0])
    for matcher in matchers:
        headers, score = known_headers(sheet, matcher, NAME)
        if headers and score > best[0]:
            best = (score, headers, matcher)
    score, headers, matcher = best
    return None if headers is None else _proposed(sheet, headers, matcher, kind)


def _named_by_office(one: ProposedSheet, kind: Kind) -> ProposedSheet:
    """The sheet with its own name as the owner, where several sheets have no column for the owner."""
    said = one.jenis or kind.slug == OFFICE or _NO_OFFICE.fullmatch(one.sheet.name)
    if said or any(column.target == OWNER for column in one.columns):
        return one
    return replace(one, constants={**one.constants, OWNER: one.sheet.name})


def _unknown(sheet: SourceSheet, headers: HeaderRows, kind: Kind) -> ProposedSheet:
    found = _proposed(sheet, headers, HeaderMatcher(header_sets(kind)[0]), kind)
    if any(one.target == NAME for one in found.columns):
        return found
    return replace(found, doubt=_("Tidak ada kolom yang jelas memuat nama."))


def _proposed(sheet: SourceSheet, headers: HeaderRows, matcher: HeaderMatcher, kind: Kind) -> ProposedSheet:
    headers = replace(headers, columns=(*headers.columns, *_unlabelled(sheet, headers)))
    found = [(column, matcher.match(column.parts)) for column in headers.columns]
    jenis = matcher.spellings.jenis
    columns = _resolved(found, (sheet, headers), kind.classes(jenis))
    doubt = ""
    if kind.jenis is not None and jenis is None and "jenis" not in {one.target for one in columns}:
        doubt = _("Jenis catatan pada lembar ini tidak tertulis; sebutkan pada `tetap`.")
    constants = {"jenis": jenis} if jenis and "jenis" not in {one.target for one in columns} else {}
    return ProposedSheet(sheet, headers, tuple(columns), jenis, constants, doubt)


def _resolved(
    found: Sequence[tuple[HeaderColumn, HeaderMatch | None]],
    proposed: tuple[SourceSheet, HeaderRows],
    models: Sequence[type[Base]],
) -> list[ProposedColumn]:
    """Each column with one target; a field of one value gets the surest of those that claim it."""
    places = field_places(*models)
    claims: dict[str, list[tuple[HeaderColumn, HeaderMatch]]] = {}
    for column, match in found:
        if match and match.target in places and not places[match.target].many:
            claims.setdefault(match.target, []).append((column, match))
    won = {target: _winner(rivals, places[target], *proposed) for target, rivals in claims.items()}
    made: list[ProposedColumn] = []
    for column, match in found:
        if match is None:
            made.append(ProposedColumn(column, OTHER))
        elif match.target not in won or won[match.target].column is column:
            made.append(ProposedColumn(column, match.target, match, _guess(column, match)))
        else:
            doubt = _contested(column, match) if column in won[match.target].equals else ""
            made.append(ProposedColumn(column, OTHER, match, doubt))
    return made


class _Winner(NamedTuple):
    """The column that gets a field, and those that might as well."""

    column: HeaderColumn
    equals: tuple[HeaderColumn, ...]


def _winner(
    rivals: Sequence[tuple[HeaderColumn, HeaderMatch]], place: FieldPlace, sheet: SourceSheet, headers: HeaderRows
) -> _Winner:
    """The surest of ``rivals``; of equals the one that alone holds what the field takes, else the first."""
    surest = max(match.weight for _column, match in rivals)
    equals = [column for column, match in rivals if match.weight == surest]
    told = MisplacedCells({column.place: place for column in equals}, {})
    fitting = [column for column in equals if told.share(column.place, sheet.rows[headers.below :]) >= _MOSTLY]
    if len(equals) > 1 and len(fitting) == 1:
        return _Winner(fitting[0], ())
    return _Winner(equals[0], tuple(equals[1:]))


def _guess(column: HeaderColumn, match: HeaderMatch) -> str:
    if match.certainty != "guessed":
        return ""
    return _("Kolom `{judul}` mungkin `{isian}`.").format(judul=column.label, isian=match.target)


def _contested(column: HeaderColumn, match: HeaderMatch) -> str:
    return _("Kolom `{judul}` juga dapat menjadi `{isian}`, yang hanya memuat satu nilai.").format(
        judul=column.label, isian=match.target
    )


def _unlabelled(sheet: SourceSheet, headers: HeaderRows) -> list[HeaderColumn]:
    """Columns that nobody gave a header, where many rows have something."""
    below = [row for row in sheet.rows[headers.below :] if any(row)]
    labelled = {column.place for column in headers.columns}
    counts = Counter(place for row in below for place, text in enumerate(row) if text and place not in labelled)
    return [unlabelled(place) for place, often in sorted(counts.items()) if often >= max(3, _ENOUGH * len(below))]
