"""What ``spbe import`` tells: what became of the rows, what became public, and what somebody should look at."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from spbe.i18n import gettext as _
from spbe.i18n import mark
from spbe.problems import RULES

if TYPE_CHECKING:
    from spbe.exchange.inventories.column_mapping import ColumnMapping
    from spbe.exchange.inventories.inventory_import import InventoryImport

_OUTCOMES: Final = {
    "new": mark("baru"),
    "changed": mark("berubah"),
    "unchanged": mark("sudah begitu"),
    "undecided": mark("belum diputuskan"),
    "refused": mark("ditolak"),
}
_HEADS: Final = {"undecided": mark("Belum diputuskan:"), "refused": mark("Ditolak:")}
_REMARKS: Final = {
    "own-network": mark("Alamat server atau jaringan sendiri, disimpan pada isian internal `lain`: {daftar}."),
    "repaired": mark("Alamat yang salah tulis dan dibetulkan: {daftar}."),
    "unread": mark("Tulisan yang tidak dikenal pada isian itu, disimpan pada `lain`: {daftar}."),
    "keadaan": mark(
        "Keadaan pada {n} baris tidak dikenal dan disimpan pada `lain`; catatannya menyatakan saat ini, sebab tidak "
        "ada yang menyebut lain. Yang keliru dibetulkan pada catatannya, atau artinya ditulis pada peta kolom: "
        "{daftar}."
    ),
    "named": mark("Nama dari daftar aplikasi nasional; nama pada daftar ini disimpan pada `lain`: {daftar}."),
    "office": mark("Perangkat daerah yang dikenal dari ejaan atau nama yang lain: {daftar}."),
    "same-name": mark("Senama dengan baris lain, tetapi tidak disatukan; periksa apakah satu hal: {daftar}."),
    "same-host": mark("Sealamat dengan baris lain, tetapi lain nama; periksa apakah satu hal: {daftar}."),
}
_WHOLE: Final = frozenset({"named", "office"})
"""Of these both names are told in full."""
_BESIDE: Final = frozenset({"same-name", "same-host"})
_CLASSES: Final = {
    "publik": mark("Menjadi publik: {isian}."),
    "opd": mark("Hanya untuk perangkat daerah: {isian}."),
    "internal": mark("Hanya untuk pengelola: {isian}."),
}
_MOST: Final = 12
"""How many places of one sort are named."""
_WIDTH: Final = 116
_LONGEST: Final = 60
"""Characters of a text that is repeated."""


def blocks_of(done: InventoryImport) -> Iterator[str]:
    """The report in parts, to be told with an empty line between them."""
    yield "\n".join(_columns(done.inventory.mapping, done.inventory.name))
    if done.inventory.remarks:
        yield "\n".join(map(_filled, done.inventory.remarks))
    for outcome, head in _HEADS.items():
        told = list(_reasons(done, outcome))
        if told:
            yield "\n".join((_(head), *told))
    yield _filled(_counted(done))
    classes = done.by_class()
    public = [
        _filled(_(words).format(isian=", ".join(f"{_(label)} ({n})" for label, n in classes[kelas].items())))
        for kelas, words in _CLASSES.items()
        if classes.get(kelas)
    ]
    if public:
        yield "\n".join((_("Isian yang ditulis, dengan banyaknya catatan:"), *public))
    owners = [_filled(one) for one in _owners(done)]
    if owners:
        yield "\n".join(owners)
    remarks = [_filled(one) for one in _remarks(done)]
    if remarks:
        yield "\n".join(remarks)


def plain_mapping(mapping: ColumnMapping) -> list[Mapping[str, object]]:
    """How each sheet was read, ready for JSON."""
    return [
        {
            "sheet": one.sheet,
            "header_rows": list(one.header_rows),
            "columns": dict(one.columns),
            "constants": dict(one.constants),
        }
        for one in mapping.sheets
    ]


def _columns(mapping: ColumnMapping, name: str) -> Iterator[str]:
    for one in mapping.sheets:
        where = _("{berkas}, lembar {lembar}").format(berkas=name, lembar=one.sheet) if one.sheet else name
        columns = "; ".join(f"{' '.join(label.split())} → {field}" for label, field in one.columns.items())
        yield _filled(_("{tempat}: {kolom}.").format(tempat=where, kolom=columns))


def _reasons(done: InventoryImport, outcome: str) -> Iterator[str]:
    """Each reason once, with the cells that have it."""
    cells: dict[str, list[str]] = {}
    for row in done.rows:
        if row.outcome == outcome:
            cells.setdefault(row.reason, []).append(row.cell)
    for reason, places in cells.items():
        yield _filled(f"{_listed(places)}: {reason}", "  ")


def _counted(done: InventoryImport) -> str:
    counts = ", ".join(f"{n} {_(_OUTCOMES[outcome])}" for outcome, n in done.counts.items())
    words = _("{n} baris dibaca: {hasil}. Catatan yang dibuat atau diubah: {catatan}.")
    text = words.format(n=len(done.rows), hasil=counts, catatan=len(done.records))
    if done.offices:
        text += " " + _("Perangkat daerah baru: {daftar}.").format(daftar=", ".join(done.offices))
    return text


def _owners(done: InventoryImport) -> Iterator[str]:
    """Of how many records nobody knows the owner, and why who reports them is none."""
    if done.users:
        words = _(
            "Pelapornya dicatat sebagai pengguna, bukan pemilik, pada {n} catatan: aplikasinya milik pusat atau daerah "
            "lain, alamatnya dilaporkan juga oleh perangkat daerah lain, atau pelapornya kecamatan dan sejenisnya."
        )
        yield words.format(n=len(done.users))
    if done.ownerless:
        words = _(
            "Pemiliknya `belum diketahui` pada {n} catatan. Isi `perangkat_daerah` pada catatannya, atau lewat lembar "
            "isian dari `spbe export`."
        )
        yield words.format(n=len(done.ownerless))


def _remarks(done: InventoryImport) -> Iterator[str]:
    places: dict[str, dict[str, list[str]]] = {}
    for remark in done.remarks:
        places.setdefault(remark.about, {}).setdefault(remark.text, []).append(remark.cell)
    for about, texts in places.items():
        daftar = _listed([_place(about, text, cells) for text, cells in texts.items()], "; ")
        if about in _REMARKS:
            yield _(_REMARKS[about]).format(daftar=daftar, n=sum(map(len, texts.values())))
        else:
            leaks = RULES[about].leaks if about in RULES else ""
            yield _("Tidak ikut ditulis, {apa}: {daftar}.").format(apa=_(leaks) if leaks else about, daftar=daftar)
    if done.missing:
        words = _(
            "Catatan dari daftar terdahulu yang tidak ada pada daftar ini tetap seperti semula: {daftar}. Bila memang "
            "tidak dipakai lagi, isi `keadaan: dihentikan`, atau putuskan dengan --keputusan."
        )
        yield words.format(daftar=_listed(done.missing))


def _place(about: str, text: str, cells: Sequence[str]) -> str:
    if about in _BESIDE:
        return _("{sel} dengan baris {baris}").format(sel=", ".join(cells), baris=text)
    short = " ".join(text.split())
    short = short if len(short) <= _LONGEST or about in _WHOLE else short[: _LONGEST - 1] + "…"
    return f"{_listed(cells)} ({short})" if short else _listed(cells)


def _listed(texts: Sequence[str], between: str = ", ") -> str:
    more = _(" dan {n} lagi").format(n=len(texts) - _MOST) if len(texts) > _MOST else ""
    return between.join(texts[:_MOST]) + more


def _filled(text: str, margin: str = "") -> str:
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=margin,
        subsequent_indent=margin + "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
