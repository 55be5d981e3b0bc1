"""A foreign list as rows with fields: by a mapping that a person keeps, or by headers that are known."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain

from spbe.exchange.inventories.column_mapping import OTHER, ColumnMapping, SheetMapping
from spbe.exchange.inventories.header_rows import HeaderRows, headers_labelled
from spbe.exchange.inventories.mapped_rows import Inventory, MappedRow
from spbe.exchange.inventories.mapping_proposal import NAME, MappingProposal, ProposedSheet, proposed_mapping
from spbe.exchange.inventories.row_reading import RowReading
from spbe.exchange.inventories.source_sheets import SourceSheet, source_sheets
from spbe.exchange.workbooks.zip_parts import HostileFileError
from spbe.i18n import gettext as _
from spbe.model.field_paths import field_places
from spbe.model.kinds import Kind
from spbe.problems.usage import RefusalError
from spbe.sources.uncollected import uncollected
from spbe.standards.column_headers import header_key


def read_inventory(name: str, data: bytes, kind: Kind, mapping: ColumnMapping | None = None) -> Inventory:
    """The rows of the file ``name``, whose bytes are ``data``, as records of ``kind``.

    Raises:
        RefusalError: The file cannot be read; or its columns are not clear, so that a mapping is needed; or
            ``mapping`` is for another file.
    """
    with uncollected():
        return _read(name, data, kind, mapping)


def _read(name: str, data: bytes, kind: Kind, mapping: ColumnMapping | None) -> Inventory:
    sheets = _sheets(name, data)
    if mapping is None:
        proposal = proposed_mapping(sheets, kind)
        _demand_sure(name, proposal)
        parts = [(one.sheet, one.headers, one.mapping) for one in proposal.sheets]
        remarks: list[str] = [*proposal.remarks, *chain.from_iterable(map(_told, proposal.sheets))]
    else:
        parts, remarks = _as_mapped(name, sheets, mapping)
    rows = tuple(row for part in parts for row in _rows(*part, kind))
    return Inventory(name, kind, ColumnMapping(tuple(one for _sheet, _headers, one in parts)), rows, tuple(remarks))


def propose(name: str, data: bytes, kind: Kind) -> MappingProposal:
    """What a person may correct and keep; raises ``RefusalError`` where there is nothing to propose."""
    proposal = proposed_mapping(_sheets(name, data), kind)
    if not proposal.sheets:
        raise _without_headers(name, proposal)
    return proposal


def _sheets(name: str, data: bytes) -> tuple[SourceSheet, ...]:
    try:
        return source_sheets(data)
    except HostileFileError as error:
        raise RefusalError(_("{berkas} tidak dibaca: {sebab}.").format(berkas=name, sebab=error)) from None


def _rows(sheet: SourceSheet, headers: HeaderRows, mapping: SheetMapping, kind: Kind) -> Iterator[MappedRow]:
    jenis = kind.jenis.find(mapping.constants.get("jenis", "")) if kind.jenis else None
    return RowReading(sheet, headers, mapping, field_places(*kind.classes(jenis))).rows()


def _demand_sure(name: str, proposal: MappingProposal) -> None:
    if not proposal.sheets:
        raise _without_headers(name, proposal)
    if not proposal.is_sure:
        raise RefusalError(
            _(
                "Kolom {berkas} belum jelas: {sebab} Jalankan dengan --buat-peta peta.yaml, betulkan, lalu --map."
            ).format(berkas=name, sebab=" ".join(proposal.doubts))
        )


def _without_headers(name: str, proposal: MappingProposal) -> RefusalError:
    why = " ".join(proposal.remarks) or _("berkas ini kosong.")
    return RefusalError(
        _("Tidak ada judul kolom yang dikenali pada {berkas}: {sebab} Tulis satu baris judul di atas datanya.").format(
            berkas=name, sebab=why
        )
    )


def _told(one: ProposedSheet) -> Iterator[str]:
    """Which headers were taken for others than are written, and which gave way to others."""
    for column in one.columns:
        if column.match and column.gave_way:
            yield _("Kolom `{judul}` masuk ke `{lain}`: `{isian}` diisi dari kolom lain.").format(
                judul=column.column.label, lain=OTHER, isian=column.match.target
            )
        if column.match and column.match.certainty == "misspelt":
            yield _("Kolom `{judul}` dibaca sebagai `{ejaan}`.").format(
                judul=column.column.label, ejaan=column.match.spelling
            )


def _as_mapped(
    name: str, sheets: Sequence[SourceSheet], mapping: ColumnMapping
) -> tuple[list[tuple[SourceSheet, HeaderRows, SheetMapping]], list[str]]:
    """The sheets that ``mapping`` names, with their headers wherever they stand now."""
    parts: list[tuple[SourceSheet, HeaderRows, SheetMapping]] = []
    remarks: list[str] = []
    holding = [sheet for sheet in sheets if any(map(any, sheet.rows))]
    for one in mapping.sheets:
        sheet = _sheet_for(one, holding, mapping)
        if sheet is None:
            raise RefusalError(
                _("Lembar `{lembar}` dari peta kolom tidak ada pada {berkas}, yang ada: {daftar}.").format(
                    lembar=one.sheet, berkas=name, daftar=", ".join(f"`{sheet.name}`" for sheet in holding) or "–"
                )
            )
        parts.append((sheet, _headers(name, sheet, one), one))
    read = {sheet.name for sheet, _headers, _mapping in parts}
    remarks += (
        _("Lembar `{lembar}` tidak disebut dalam peta kolom, jadi dilewati.").format(lembar=sheet.name)
        for sheet in holding
        if sheet.name not in read
    )
    for _sheet, headers, one in parts:
        labels = {column.label for column in headers.columns}
        remarks += (
            _("Kolom `{judul}` dari peta kolom tidak ada lagi.").format(judul=label)
            for label in one.columns
            if label not in labels
        )
        remarks += (
            _("Kolom `{judul}` tidak disebut dalam peta kolom, jadi masuk ke `{lain}`.").format(judul=label, lain=OTHER)
            for label in labels - one.columns.keys()
        )
    return parts, remarks


def _sheet_for(one: SheetMapping, sheets: Sequence[SourceSheet], mapping: ColumnMapping) -> SourceSheet | None:
    """The sheet of that name; where file and mapping have one sheet each, that one."""
    key = header_key(one.sheet)
    named = next((sheet for sheet in sheets if sheet.name == one.sheet), None)
    alike = next((sheet for sheet in sheets if key and header_key(sheet.name) == key), None)
    only = sheets[0] if len(sheets) == len(mapping.sheets) == 1 else None
    return named or alike or only


def _headers(name: str, sheet: SourceSheet, one: SheetMapping) -> HeaderRows:
    first, last = (bisect_left(sheet.numbers, number) for number in one.header_rows)
    headers = headers_labelled(sheet, one.columns, first, last)
    needed = next((label for label, target in one.columns.items() if target == NAME), "")
    if headers is None or needed not in {column.label for column in headers.columns}:
        raise RefusalError(
            _(
                "Judul kolom `{judul}` dari peta kolom tidak ada pada {berkas}{lembar}. Buat peta baru dengan "
                "--buat-peta."
            ).format(judul=needed, berkas=name, lembar=f", `{sheet.name}`" if sheet.name else "")
        )
    return headers
