"""A proposed column mapping as a file that a person reads, corrects and keeps.

Of what stands in a column it tells how much and of what sort; single texts only where a list of values is closed, for
there somebody must say what they mean.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from spbe.exchange.inventories.mapping_proposal import MappingProposal, ProposedColumn, ProposedSheet
from spbe.exchange.inventories.row_reading import RowReading
from spbe.i18n import gettext as _
from spbe.i18n import mark
from spbe.model.base import absence_word
from spbe.model.field_paths import FieldPlace, field_places
from spbe.model.kinds import Kind
from spbe.yamlio.notation import one_line

_MOST: Final = 20
"""So many texts of a column are listed; one that has more is no list of values."""
_LONGEST: Final = 60

_SORTS: Final = (
    (re.compile(r"\d{4}"), mark("tahun")),
    (re.compile(r"\d{4}-\d\d-\d\d"), mark("tanggal")),
    (re.compile(r"[\d.,\s]+%?"), mark("angka")),
    (re.compile(r"(?:https?:|www\.).*", re.IGNORECASE), mark("alamat web")),
    (re.compile(r"\S+@\S+\.\S+"), mark("alamat surel")),
    (re.compile(r".{80,}", re.DOTALL), mark("kalimat")),
)
_TEXT: Final = mark("teks")


def proposal_text(proposal: MappingProposal, name: str, file: str) -> str:
    """The text of the file ``file`` for the list in the file ``name``."""
    lines = [*_head(proposal, name, file), "lembar:"]
    for sheet in proposal.sheets:
        lines += _sheet(sheet, proposal.kind)
    lines += ["", *_fields(proposal)]
    return "\n".join(lines) + "\n"


def _head(proposal: MappingProposal, name: str, file: str) -> Iterator[str]:
    yield "# " + _("Peta kolom untuk {berkas}: {jenis}.").format(
        berkas=_plain(name), jenis=_(proposal.kind.singular).lower()
    )
    yield "# " + _("Periksa baris yang bertanda PERIKSA, betulkan yang keliru, simpan, lalu jalankan:")
    yield f"#   spbe import {_plain(name)} --kind {proposal.kind.slug} --map {_plain(file)}"
    yield "# " + _(
        "Di kiri judul kolom daftar, di kanan nama isian, `lain` (disimpan, hanya untuk pengelola), atau `abaikan`."
    )
    for remark in proposal.remarks:
        yield f"# {_plain(remark)}"
    yield ""


def _sheet(proposed: ProposedSheet, kind: Kind) -> Iterator[str]:
    mapping = proposed.mapping
    places = field_places(*kind.classes(proposed.jenis))
    dash = "  - "
    if mapping.sheet:
        yield f"{dash}nama: {one_line(mapping.sheet)}"
        dash = "    "
    first, last = mapping.header_rows
    yield f"{dash}baris_judul: {first if first == last else f'[{first}, {last}]'}"
    if proposed.doubt:
        yield f"    # {_('PERIKSA')}: {_plain(proposed.doubt)}"
    if mapping.constants:
        yield "    tetap:"
        yield from (f"      {one_line(field)}: {one_line(text)}" for field, text in mapping.constants.items())
    elif kind.jenis and "jenis" not in mapping.columns.values():
        yield f"    # tetap: {{jenis: {' | '.join(kind.jenis.nilai)}}}"
    yield "    kolom:"
    yield from (_column(proposed, one) for one in proposed.columns)
    yield from _values(proposed, places)


def _column(proposed: ProposedSheet, one: ProposedColumn) -> str:
    told = [_contents(proposed, one)]
    if one.match is None:
        told.append(_("judul tidak dikenal"))
    elif one.match.certainty != "known":
        told.append(_("mirip `{judul}`").format(judul=one.match.spelling))
    if one.match and one.gave_way and not one.doubt:
        told.append(_("`{isian}` diisi dari kolom lain").format(isian=one.match.target))
    if one.doubt:
        told.append(f"{_('PERIKSA')}: {_plain(one.doubt)}")
    return f"      {one_line(one.column.label)}: {one.target}  # {'; '.join(told)}"


def _contents(proposed: ProposedSheet, one: ProposedColumn) -> str:
    texts = _texts(proposed, one)
    if not texts:
        return _("kosong")
    sorts = Counter(map(_sort, texts))
    return _("{n} terisi, {beda} berbeda, {sifat}").format(
        n=len(texts), beda=len({*texts}), sifat=_(sorts.most_common(1)[0][0])
    )


def _texts(proposed: ProposedSheet, one: ProposedColumn) -> list[str]:
    place = one.column.place
    return [row[place] for row in proposed.sheet.rows[proposed.headers.below :] if len(row) > place and row[place]]


def _sort(text: str) -> str:
    return next((sort for form, sort in _SORTS if form.fullmatch(text)), _TEXT)


def _values(proposed: ProposedSheet, places: Mapping[str, FieldPlace]) -> Iterator[str]:
    """The texts of closed lists that nobody knows, each waiting for its meaning."""
    lines: list[str] = []
    reading = RowReading(proposed.sheet, proposed.headers, proposed.mapping, places)
    rows = [row for row in reading.rows() if not row.shifted and not row.no_record]
    for one in proposed.columns:
        place = places.get(one.target)
        if place is None or place.choice is None:
            continue
        cells = (cell for row in rows for cell in row.fields.get(place.path, ()))
        found = Counter(cell.text for cell in cells if cell.header == one.column.label)
        unknown = [text for text in found if not place.choice.find(text) and not absence_word(text)]
        if unknown and len(unknown) <= _MOST and max(map(len, unknown)) <= _LONGEST:
            lines.append(f"    #   {place.path}:  # {' | '.join(place.choice.nilai)}")
            lines += (f"    #     {one_line(text)}: …  # {_('{n} kali').format(n=found[text])}" for text in unknown)
    if lines:
        yield "    # " + _("PERIKSA: tulisan berikut tidak dikenal. Hapus tanda # dan ganti … dengan artinya.")
        yield "    # nilai:"
        yield from lines


def _fields(proposal: MappingProposal) -> Iterator[str]:
    models = (model for one in proposal.sheets for model in proposal.kind.classes(one.jenis))
    places = field_places(*dict.fromkeys(models))
    named = [place for place in places.values() if not place.path.startswith("rencana.")]
    width = max(len(place.path) for place in named)
    yield "# " + _("Isian yang dapat dituju:")
    for place in named:
        yield f"#   {place.path:<{width}}  {_(place.label)}: {_plain(_(place.description))}"


def _plain(text: str) -> str:
    """``text`` on one line, which no comment of YAML ends before its end."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
