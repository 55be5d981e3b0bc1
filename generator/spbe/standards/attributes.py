"""Attributes of the metadata and roadmap tables of SE Menteri PANRB 18/2022, and the fields that hold them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from spbe.model.base import Base
from spbe.model.kinds import KINDS
from spbe.standards.resources import StandardsError, read_yaml
from spbe.yamlio.parts import part_of

FILE: Final = "metadata-se-18-2022.yaml"


@dataclass(frozen=True, slots=True)
class MetadataAttribute:
    """One attribute as printed. ``isian`` are paths such as ``aplikasi.masukan`` or ``proses-bisnis.iku.target``.

    A path begins with the kind, and where a kind is several classes with its ``jenis``: ``infrastruktur/server.host``.
    ``keputusan`` says why no field holds it, or how those that do are meant; one of the two is never empty.
    """

    nomor: int
    nama: str
    isian: tuple[str, ...]
    keputusan: str = ""


@dataclass(frozen=True, slots=True)
class MetadataTable:
    """One table: its number and name, its page where the table of contents prints one, and what it describes.

    ``jenis`` are a kind each, with its ``jenis`` where that is several classes.
    """

    nomor: str
    nama: str
    jenis: tuple[str, ...]
    atribut: tuple[MetadataAttribute, ...]
    halaman: int | None = None


@cache
def metadata_tables() -> tuple[MetadataTable, ...]:
    """The tables in their order.

    Raises:
        StandardsError: Numbers leave gaps, an attribute has neither field nor decision, or a field does not exist.
    """
    tables = tuple(_table(raw) for raw in read_yaml(FILE)["tabel"])
    numbers = [table.nomor for table in tables]
    if numbers != [f"{number:02}" for number in range(1, len(tables) + 1)]:
        raise StandardsError(f"{FILE}: tables are numbered {numbers}")
    return tables


@cache
def roadmap_tables() -> tuple[MetadataTable, ...]:
    """Tables 7 and 8 of the circular's chapter on the roadmap; raises as :func:`metadata_tables` does."""
    return tuple(_table(raw) for raw in read_yaml(FILE)["peta_rencana"])


def _table(raw: dict[str, Any]) -> MetadataTable:
    place, kinds = f"{FILE}: table {raw['nomor']}", tuple(raw["jenis"])
    for kind in kinds:
        _model(kind, place)
    made = tuple(
        MetadataAttribute(
            int(one["nomor"]),
            one["nama"],
            tuple(path for written in one.get("isian", ()) for path in _paths(written, kinds, place)),
            one.get("keputusan", ""),
        )
        for one in raw["atribut"]
    )
    if [one.nomor for one in made] != list(range(1, len(made) + 1)):
        raise StandardsError(f"{place}: attributes are not numbered in order")
    if without := [one.nama for one in made if not one.isian and not one.keputusan]:
        raise StandardsError(f"{place}: neither field nor decision: {', '.join(without)}")
    page = raw.get("halaman")
    return MetadataTable(raw["nomor"], raw["nama"], kinds, made, int(page) if page else None)


def _paths(written: str, kinds: tuple[str, ...], place: str) -> list[str]:
    """``written`` with its kind in front: that of another record, or each of the table's own."""
    first, _dot, rest = written.partition(".")
    elsewhere = bool(rest) and first.partition("/")[0] in KINDS
    owners = {first: rest} if elsewhere else dict.fromkeys(kinds, written)
    for kind, path in owners.items():
        model: type[Base] | None = _model(kind, place)
        for name in path.split("."):
            if model is None or name not in model.model_fields:
                raise StandardsError(f"{place}: {kind} has no field {path!r}")
            model, _many = part_of(model.model_fields[name].annotation)
    return [f"{kind}.{path}" for kind, path in owners.items()]


def _model(kind: str, place: str) -> type[Base]:
    slug, _slash, jenis = kind.partition("/")
    if slug not in KINDS or (jenis or None) not in KINDS[slug].models:
        raise StandardsError(f"{place}: unknown kind {kind!r}")
    return KINDS[slug].models[jenis or None]
