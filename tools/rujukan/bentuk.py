"""What is written in a field, in words: read off the annotation of the model."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import PlainValidator

import spbe.model
from spbe.model.base import Base
from spbe.model.choices import Pilihan, choices_of
from spbe.model.kinds import KINDS
from spbe.model.references import Ref, RefByKind, direct_references

SHAPES = {
    "Teks": "teks",
    "Id": "ID",
    "Bilangan": "bilangan",
    "Tahun": "tahun",
    "Rupiah": "rupiah",
    "YaTidak": "`ya` atau `tidak`",
    "Tautan": "alamat web",
    "KodeReferensi": "kode referensi arsitektur",
    "Sha256": "nilai hash SHA-256",
    "Berkas": "letak lampiran",
    "KodeIndikator": "indikator dengan instrumennya",
    "AsalJawaban": "penilaian dan indikator",
    "Bobot": "bobot",
    "Warna": "warna",
    "Kode": "kode",
    "Akun": "akun git",
    "AkunGit": "akun git",
    "Tanggal": "tanggal",
    "Bagian": "sekian dari sekian",
    "Hitungan": "sekian dari sekian, dan apanya",
    "Batas": "bilangan cacah",
}
"""How the simple values of the model are called."""


def shape_of(model: type[Base], name: str, shown: dict[type[Base], None], nested: list[type[Base]] | None) -> str:
    """What is written there, in words."""
    info = model.model_fields[name]
    choice = choices_of(model).get(name)
    if name == "rencana":
        return "isian yang sama seperti catatannya"
    marker = direct_references(model).get(name)
    annotation = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation  # type: ignore[valid-type]
    word = words(annotation, shown, nested)
    if isinstance(marker, Ref):
        word = word.replace("ID", f"ID {KINDS[marker.kind].singular.lower()}")
    elif isinstance(marker, RefByKind):
        word = "ID per jenis: " + ", ".join(f"`{kind}`" for kind in marker.kinds)
    if choice is not None:
        many = "daftar " if word.startswith("daftar") else ""
        word = f"{many}[pilihan {choice.nama}](#pilihan-{choice.nama.replace(' ', '-')})"
    return word


def words(annotation: Any, shown: dict[type[Base], None], nested: list[type[Base]] | None) -> str:
    """``annotation`` in words."""
    if isinstance(annotation, type) and issubclass(annotation, Base):
        if annotation not in shown:
            shown[annotation] = None
            if nested is not None:
                nested.append(annotation)
        return f"[bagian {annotation.__name__}](#bagian-{annotation.__name__.lower()})"
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        for part in arguments[1:]:
            if isinstance(part, PlainValidator):
                return SHAPES[validators()[part.func]]
        return words(arguments[0], shown, nested)
    if origin in (Union, type(int | str)):
        return words(next(part for part in arguments if part is not type(None)), shown, nested)
    if origin is tuple:
        return "daftar " + words(arguments[0], shown, nested)
    if origin is dict:
        return f"pemetaan {words(arguments[0], shown, nested)} ke {words(arguments[1], shown, nested)}"
    return SHAPES.get(getattr(annotation, "__name__", ""), "teks")


def modules() -> Iterator[Any]:
    """Every module of the model."""
    for info in pkgutil.walk_packages(spbe.model.__path__, prefix=f"{spbe.model.__name__}."):
        yield importlib.import_module(info.name)


def validators() -> dict[Any, str]:
    """The function that reads each simple value, to the value's name."""
    found: dict[Any, str] = {}
    for module in modules():
        for name, value in vars(module).items():
            if get_origin(value) is Annotated:
                for part in get_args(value)[1:]:
                    if isinstance(part, PlainValidator):
                        found.setdefault(part.func, name)
    return found


def all_choices() -> list[Pilihan]:
    """Every closed list."""
    found = {value.nama: value for module in modules() for value in vars(module).values() if isinstance(value, Pilihan)}
    return list(found.values())
