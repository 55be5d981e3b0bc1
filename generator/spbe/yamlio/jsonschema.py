"""JSON Schema (2020-12) of every data file, made from the models, for editors.

The usual form of each value is offered; every other that is read (:mod:`spbe.yamlio.lenient`) is accepted.
References offer the ids of the region, which stand in a file beside the schemas, and accept any other id.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from pydantic import BeforeValidator

from spbe.model.base import Base, fields_of
from spbe.model.instrumen import Instrumen
from spbe.model.kebijakan import Kebijakan
from spbe.model.kinds import KINDS, Kind
from spbe.model.kualitas import Kualitas
from spbe.model.pembanding import Pembanding
from spbe.model.penilaian import Jawaban, NilaiTahap, Penilaian
from spbe.model.profil import Profil
from spbe.model.record import NOT_PLANNED
from spbe.model.references import Ref, direct_references
from spbe.model.referensi import ReferensiDaerah
from spbe.model.tim import TataKelola
from spbe.model.upaya import Upaya
from spbe.yamlio.forms import EMPTY, EMPTY_NAME, choice_forms, enum, example_value, forms_of, merged, optional
from spbe.yamlio.lenient import Schema, choice
from spbe.yamlio.parts import part_of

FOLDER: Final = "skema"
"""Where the schemas lie, below the region's root."""

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_SHAPE_MESSAGE: Final = "Isian atau bentuknya tidak dikenal di sini. Ctrl+Spasi menampilkan isian yang ada."
_REMARKS: Final = {"opd": "Tidak tampil pada edisi publik.", "internal": "Hanya tampil pada edisi internal."}


@dataclass(frozen=True)
class _Single:
    """A file that is one mapping: of the fields of ``model`` or, if ``keyed``, of codes to such mappings."""

    title: str
    description: str
    model: type[Base]
    keyed: bool = False


_SINGLES: Final[Mapping[str, _Single]] = {
    "profil": _Single("Profil wilayah", "content/profil.yaml: siapa yang menerbitkan situs.", Profil),
    "tim": _Single("Tim tata kelola", "indicators/tim.yaml: tim koordinasi dan asesor internal.", TataKelola),
    "upaya": _Single("Upaya menaikkan indikator", "indicators/upaya.yaml: upaya per langkah dan kunci.", Upaya),
    "pembanding": _Single("Pembanding", "indicators/pembanding.yaml: hasil instansi lain menurut daerah.", Pembanding),
    "kualitas": _Single("Batas kualitas data", "architecture/kualitas.yaml: apa yang tidak boleh memburuk.", Kualitas),
    "kebijakan": _Single(
        "Kebijakan pemeriksaan",
        "architecture/kebijakan-pemeriksaan.yaml: kegawatan aturan di daerah ini, dan pengecualian untuk sementara.",
        Kebijakan,
    ),
    "penilaian": _Single("Penilaian", "penilaian.yaml: tahun, instrumen, dan hasil resmi.", Penilaian),
    "jawaban": _Single("Jawaban indikator", "Satu indikator: nilai, fakta, analisis, dan bukti.", Jawaban),
    "nilai": _Single("Nilai", "nilai.yaml: kode indikator, lalu nilai setiap tahap.", NilaiTahap, keyed=True),
    "referensi": _Single("Kode daerah", "architecture/referensi.yaml: kode tingkat 4 ke bawah.", ReferensiDaerah),
    "instrumen": _Single("Instrumen penilaian", "Instrumen milik daerah di indicators/instrumen/.", Instrumen),
}


def schema_texts() -> dict[str, str]:
    """Every schema as text, by file name. The same models give the same text."""
    return {
        f"{name}.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for name, schema in schemas().items()
    }


@cache
def schemas() -> Mapping[str, Schema]:
    """Every schema by the name of what its file holds: a kind of record, or ``profil``, ``tim`` and so on."""
    kinds = {slug: _kind_schema(kind) for slug, kind in KINDS.items()}
    return kinds | {name: _single_schema(single) for name, single in _SINGLES.items()}


def ids_text(known: Mapping[str, Mapping[str, str]]) -> str:
    """The file of ids that references offer: for each kind of record, id to name."""
    listed = {slug: enum(names, names.values()) for slug in KINDS for names in [known.get(slug, {})]}
    said = "ID yang sudah ada di wilayah ini, untuk ditawarkan editor; ID baru boleh dipakai sebelum ada di sini."
    made = {**_head("Daftar ID", said), "$defs": listed}
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _head(title: str, description: str) -> Schema:
    return {
        "$schema": DIALECT,
        "$comment": "Dibuat oleh `spbe schema`; jangan disunting.",
        "title": title,
        "description": description,
    }


def _single_schema(single: _Single) -> Schema:
    definitions = _definitions([single.model])
    head = _head(single.title, single.description)
    if not single.keyed:
        return {**head, **definitions.pop(single.model.__name__), **_defs(definitions)}
    entry = _ref(single.model.__name__)
    return {**head, "type": "object", "additionalProperties": entry, **_defs(definitions)}


def _kind_schema(kind: Kind) -> Schema:
    """One record, or a list of them; the records of a union are told apart by ``jenis``."""
    definitions = _definitions(kind.models.values())
    record = _ref(kind.models[None].__name__)
    if kind.jenis is not None:
        plain = kind.models[None].__name__
        _share(definitions, plain)
        definitions["Catatan"] = _union(kind, definitions[plain])
        record = _ref("Catatan")
    return {
        **_head(kind.singular, f"Satu catatan di {kind.folder}/, atau daftar catatan."),
        "if": {"type": "array"},
        "then": {"items": record},
        "else": record,
        **_defs(definitions),
    }


def _union(kind: Kind, plain: Schema) -> Schema:
    """The branch of each ``jenis``; without one, or with one that is not known, the fields that all have."""
    codes = [code for code in kind.models if code is not None]
    labels = [kind.jenis.label(code) for code in codes] if kind.jenis else []
    written = plain["properties"]["jenis"]
    plain["properties"]["jenis"] = {key: written[key] for key in ("title", "description")}
    said = plain["properties"]["jenis"]
    offered = {**said, **optional(choice_forms(codes, labels, _spellings(kind, *codes)))}
    named: Schema = {"required": ["jenis"], "properties": {"jenis": choice(_spellings(kind, *codes))}}
    branches: list[Schema] = [{"if": {"not": named}, "then": _ref(kind.models[None].__name__)}]
    for code in codes:
        condition = {"required": ["jenis"], "properties": {"jenis": choice(_spellings(kind, code))}}
        branches.append({"if": condition, "then": _ref(kind.models[code].__name__)})
    return {"type": "object", "properties": {"jenis": offered}, "allOf": branches}


def _spellings(kind: Kind, *codes: str) -> list[str]:
    return [spelling for code in codes for spelling in (kind.jenis.spellings(code) if kind.jenis else ())]


def _share(definitions: dict[str, Schema], plain: str) -> None:
    """Let every branch refer to the properties that are the same in the one called ``plain``."""
    common = definitions[plain]["properties"]
    for name, definition in definitions.items():
        if name == plain or name.startswith("Rencana"):
            continue
        for field, schema in definition.get("properties", {}).items():
            if common.get(field) == schema:
                definition["properties"][field] = _ref(f"{plain}/properties/{field}")


def _definitions(models: Iterable[type[Base]]) -> dict[str, Schema]:
    """The schemas of ``models``, of their parts and of their plans, by class name."""
    made: dict[str, Schema] = {}
    waiting = list(models)
    while waiting:
        model = waiting.pop(0)
        if model.__name__ in made:
            continue
        raw = model.model_json_schema(mode="validation")
        raw = raw.get("$defs", {}).get(model.__name__, raw)
        properties = {name: _property(model, name, raw["properties"][name]) for name in model.model_fields}
        properties |= _former(model, properties)
        made[model.__name__] = _object(properties, raw.get("required", []))
        if "rencana" in properties:
            planned = {name: _ref(f"{model.__name__}/properties/{name}") for name in properties}
            made[f"Rencana{model.__name__}"] = _object({n: p for n, p in planned.items() if n not in NOT_PLANNED}, [])
        parts = (part_of(info.annotation)[0] for info in model.model_fields.values())
        waiting += [part for part in parts if part is not None]
    return made


def _former(model: type[Base], properties: Schema) -> Schema:
    """The keys that fields had once: accepted, as by the checks, but no longer offered."""
    said = {"deprecated": True, "doNotSuggest": True}
    return {
        spec.former: {**properties[name], **said, "deprecationMessage": f"Sekarang bernama `{name}`."}
        for name, spec in fields_of(model).items()
        if spec.former
    }


def _object(properties: Schema, required: list[str]) -> Schema:
    needed = {"required": required} if required else {}
    return {
        "type": "object",
        "properties": properties,
        **needed,
        "additionalProperties": False,
        "errorMessage": _SHAPE_MESSAGE,
    }


def _property(model: type[Base], name: str, raw: Schema) -> Schema:
    spec, info = fields_of(model)[name], model.model_fields[name]
    remark = _REMARKS.get(spec.kelas or "")
    said: Schema = {"title": spec.label, "description": f"{spec.description} {remark}" if remark else spec.description}
    if raw.get("examples"):
        said["examples"] = [example_value(text) for text in raw["examples"]]
    if isinstance(raw.get("default"), str | bool):
        said["default"] = raw["default"]
    if name == "rencana":
        forms: list[Schema] = [_ref(f"Rencana{model.__name__}")]
    else:
        marker = direct_references(model).get(name)
        single = any(isinstance(part, BeforeValidator) for part in info.metadata)
        forms = forms_of(raw, single=single, kind=marker.kind if isinstance(marker, Ref) else None)
    return {**said, **(merged(forms) if spec.required else optional(forms))}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _defs(definitions: dict[str, Schema]) -> Schema:
    return {"$defs": {**definitions, EMPTY_NAME: EMPTY}}
