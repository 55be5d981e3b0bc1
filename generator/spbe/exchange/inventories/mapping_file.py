"""A column mapping as a person keeps it, in YAML: read with every mistake at its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from spbe.exchange.inventories.column_mapping import IGNORED, OTHER, ColumnMapping, SheetMapping
from spbe.i18n import gettext
from spbe.model.base import Base, absence_word, field
from spbe.model.field_paths import FieldPlace, field_places
from spbe.model.kinds import Kind
from spbe.model.values import Bilangan, Daftar, Teks
from spbe.problems import RULES, Problem
from spbe.yamlio import Document, Path
from spbe.yamlio.parsing import understand
from spbe.yamlio.validation import did_you_mean, offer, shorten, validate

NAME: Final = "nama"


class PetaLembar(Base):
    """One sheet of a foreign list."""

    nama: Teks | None = field(
        "publik", "Nama lembar", "Nama lembar pada buku kerja; kosong untuk CSV.", example="Data Aplikasi"
    )
    baris_judul: Daftar[Bilangan] = field(
        "publik", "Baris judul", "Nomor baris judul, atau baris pertama dan terakhirnya.", example="3", default=()
    )
    tetap: dict[str, Teks] = field(
        "publik", "Isian tetap", "Isian yang sama pada setiap baris.", example="{jenis: server}", default={}
    )
    kolom: dict[str, Teks] = field(
        "publik",
        "Kolom",
        "Judul kolom ke nama isian, `lain`, atau `abaikan`.",
        example="{Nama OPD: perangkat_daerah}",
        default={},
    )
    nilai: dict[str, dict[str, Teks]] = field(
        "publik",
        "Nilai",
        "Untuk tiap isian: tulisan pada daftar ke nilai yang dimaksud.",
        example="{keadaan: {masih jalan: saat-ini}}",
        default={},
    )


class PetaKolom(Base):
    """The whole file."""

    lembar: tuple[PetaLembar, ...] = field("publik", "Lembar", "Lembar yang dibaca; yang lain dilewati.", default=())


def read_mapping(file: str, content: bytes, kind: Kind) -> tuple[ColumnMapping | None, tuple[Problem, ...]]:
    """The mapping for records of ``kind`` in ``content``, the bytes of ``file``; ``None`` where it has errors."""
    document, problems = understand(file, content)
    if document is None:
        return None, problems
    written, found = validate(PetaKolom, document)
    problems = (*problems, *found)
    if written is None:
        return None, problems
    if not written.lembar:
        return None, (*problems, RULES["peta-kolom-nama"].at(file, *document.position(("lembar",))))
    for number, sheet in enumerate(written.lembar):
        problems = (*problems, *_wrong(document, ("lembar", number), sheet, kind))
    if any(problem.severity == "error" for problem in problems):
        return None, problems
    return ColumnMapping(tuple(map(_mapping, written.lembar))), problems


def _mapping(written: PetaLembar) -> SheetMapping:
    numbers = [int(number) for number in written.baris_judul] or [1]
    return SheetMapping(written.nama or "", (min(numbers), max(numbers)), written.kolom, written.tetap, written.nilai)


def _wrong(document: Document, path: Path, written: PetaLembar, kind: Kind) -> Iterator[Problem]:
    places = _places(written, kind)
    for number in written.baris_judul:
        if number.denominator != 1 or number < 1:
            yield _at(document, (*path, "baris_judul"), "nilai-bilangan", kunci="baris_judul", tulisan=str(number))
    for name in written.tetap:
        yield from _unknown(document, (*path, "tetap", name), name, places, kind, of_key=True)
        if name in places:
            yield from _values(document, (*path, "tetap"), {name: written.tetap[name]}, places[name])
    first: dict[str, str] = {}
    for header, target in written.kolom.items():
        if target in {OTHER, IGNORED}:
            continue
        here = (*path, "kolom", header)
        yield from _unknown(document, here, target, places, kind)
        if target in places and not places[target].many:
            if target in first:
                yield _at(document, here, "peta-kolom-ganda", isian=target, kolom=shorten(first[target]))
            first.setdefault(target, header)
    if NAME not in first:
        yield _at(document, (*path, "kolom"), "peta-kolom-nama", of_key=True)
    for name, values in written.nilai.items():
        yield from _unknown(document, (*path, "nilai", name), name, places, kind, of_key=True)
        if name in places:
            yield from _values(document, (*path, "nilai", name), values, places[name])


def _places(written: PetaLembar, kind: Kind) -> Mapping[str, FieldPlace]:
    jenis = kind.jenis.find(written.tetap.get("jenis", "")) if kind.jenis else None
    return field_places(*kind.classes(jenis))


def _unknown(
    document: Document, path: Path, name: str, places: Mapping[str, FieldPlace], kind: Kind, *, of_key: bool = False
) -> Iterator[Problem]:
    if name not in places:
        choices = [one for one in places if not one.startswith("rencana.")]
        yield _at(
            document,
            path,
            "peta-kolom-isian",
            of_key=of_key,
            isian=shorten(name),
            jenis=gettext(kind.singular),
            maksud=did_you_mean(name, [*choices, OTHER, IGNORED]),
            pilihan=offer(name, choices),
        )


def _values(document: Document, path: Path, values: Mapping[str, str], place: FieldPlace) -> Iterator[Problem]:
    """Values that a closed list does not have."""
    for text, meant in values.items():
        if place.choice and not place.choice.find(meant) and not absence_word(meant):
            codes = list(place.choice.nilai)
            yield _at(
                document,
                (*path, text),
                "nilai-pilihan",
                kunci=place.path,
                tulisan=shorten(meant),
                maksud=did_you_mean(meant, codes),
                pilihan=offer(meant, codes),
            )


def _at(document: Document, path: Path, rule: str, *, of_key: bool = False, **params: object) -> Problem:
    line, column = document.position(path, of_key=of_key)
    return RULES[rule].at(document.file, line, column, ".".join(map(str, path)), **params)
