"""JSON Schema (2020-12) of every data file, made from the models, for editors.

It knows the file as an editor parses it: ``2.60`` and ``031101`` are numbers there, ``2019`` an integer. What is read
leniently (other spellings of a choice) is not offered: the editor proposes the usual form.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import yaml
from pydantic import BeforeValidator

from spbe.model.base import Base, fields_of
from spbe.model.instrumen import Instrumen
from spbe.model.kinds import KINDS, Kind
from spbe.model.mutu import Mutu
from spbe.model.penilaian import Jawaban, NilaiTahap, Penilaian
from spbe.model.profil import Profil
from spbe.model.record import NOT_PLANNED
from spbe.model.referensi import ReferensiDaerah
from spbe.model.tim import TataKelola
from spbe.model.usaha import Usaha
from spbe.yamlio.parts import part_of

Schema = dict[str, Any]

FOLDER: Final = "skema"
"""Where the schemas lie, below the region's root."""

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
ABSENT: Final = ("belum diketahui", "tidak ada")
"""What may stand instead of any value that is not required."""

_ID: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_ABSENT_ENUM: Final[Schema] = {"enum": [None, *ABSENT]}
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
    "usaha": _Single("Usaha menaikkan indikator", "indicators/usaha.yaml: usaha per langkah dan kunci.", Usaha),
    "mutu": _Single("Batas mutu data", "architecture/mutu.yaml: apa yang tidak boleh memburuk.", Mutu),
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
    choice = {**plain["properties"]["jenis"], **_merged([_enum(codes, labels), _ABSENT_ENUM])}
    named: Schema = {"required": ["jenis"], "properties": {"jenis": {"enum": codes}}}
    branches: list[Schema] = [{"if": {"not": named}, "then": _ref(kind.models[None].__name__)}]
    for code in codes:
        condition = {"required": ["jenis"], "properties": {"jenis": {"const": code}}}
        branches.append({"if": condition, "then": _ref(kind.models[code].__name__)})
    return {"type": "object", "properties": {"jenis": choice}, "allOf": branches}


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
        made[model.__name__] = _object(properties, raw.get("required", []))
        if "rencana" in properties:
            planned = {name: _ref(f"{model.__name__}/properties/{name}") for name in properties}
            made[f"Rencana{model.__name__}"] = _object({n: p for n, p in planned.items() if n not in NOT_PLANNED}, [])
        parts = (part_of(info.annotation)[0] for info in model.model_fields.values())
        waiting += [part for part in parts if part is not None]
    return made


def _object(properties: Schema, required: list[str]) -> Schema:
    needed = {"required": required} if required else {}
    return {"type": "object", "properties": properties, **needed, "additionalProperties": False}


def _property(model: type[Base], name: str, raw: Schema) -> Schema:
    spec, info = fields_of(model)[name], model.model_fields[name]
    remark = _REMARKS.get(spec.kelas or "")
    said: Schema = {"title": spec.label, "description": f"{spec.description} {remark}" if remark else spec.description}
    if raw.get("examples"):
        said["examples"] = [_example(text) for text in raw["examples"]]
    if isinstance(raw.get("default"), str | bool):
        said["default"] = raw["default"]
    if name == "rencana":
        forms: list[Schema] = [_ref(f"Rencana{model.__name__}")]
    else:
        single = any(isinstance(part, BeforeValidator) for part in info.metadata)
        forms = _forms(raw, single=single)
    if not spec.required:
        forms.append(_ABSENT_ENUM)
        if any("$ref" in form or form.get("type") == "object" for form in forms):
            forms.append({"type": "array", "maxItems": 0})
    return {**said, **_merged(forms)}


def _forms(raw: Schema, *, single: bool = False) -> list[Schema]:
    """The forms in which a value may be written; with ``single`` the one item of a list stands for the list."""
    if "anyOf" in raw:
        return [form for part in raw["anyOf"] if part.get("type") != "null" for form in _forms(part, single=single)]
    if "oneOf" in raw:
        return [_enum([part["const"] for part in raw["oneOf"]], [part["title"] for part in raw["oneOf"]])]
    if "$ref" in raw:
        return [{"$ref": raw["$ref"]}]
    if "const" in raw:
        return [{"enum": [raw["const"]]}]
    if "enum" in raw:
        return [{"enum": raw["enum"]}]
    kind = raw.get("type")
    if kind == "array":
        items = _forms(raw["items"])
        return [{"type": "array", "items": _merged(items)}, *(items if single else ())]
    if kind == "object":
        return [_mapping(raw)]
    if kind == ["array", "string"]:
        ids = _forms({"type": "string", "pattern": _ID})
        return [{"type": "array", "items": _merged(ids)}, *ids, _ABSENT_ENUM]
    return [_text(raw)] if kind != "null" else []


def _mapping(raw: Schema) -> Schema:
    made: Schema = {"type": "object"}
    if "properties" in raw:
        made["properties"] = {name: _merged(_forms(part)) for name, part in raw["properties"].items()}
    if "patternProperties" in raw:
        made["patternProperties"] = {key: _merged(_forms(part)) for key, part in raw["patternProperties"].items()}
    more = raw.get("additionalProperties", False)
    made["additionalProperties"] = _merged(_forms(more)) if isinstance(more, dict) else more
    return made


def _text(raw: Schema) -> Schema:
    """A scalar; text that may consist of digits alone is a number for an editor, unless it is in quotes."""
    kept: Schema = {key: raw[key] for key in ("type", "pattern", "minimum", "maximum") if key in raw}
    if kept.get("type") == "string" and any(re.search(raw.get("pattern", ""), "1" * length) for length in (1, 64)):
        kept["type"] = ["string", "number"]
    return kept


def _enum(codes: Iterable[Any], labels: Iterable[str]) -> Schema:
    return {"enum": list(codes), "enumDescriptions": list(labels)}


def _merged(forms: Iterable[Schema]) -> Schema:
    """One schema for all ``forms``: lists of values become one, and free text needs no exceptions beside it."""
    values: list[Any] = []
    labels: list[str] = []
    others: list[Schema] = []
    for form in forms:
        if "enum" in form:
            fresh = [(value, label) for value, label in _labelled(form) if not _among(value, values)]
            values += [value for value, _label in fresh]
            labels += [label for _value, label in fresh]
        elif form not in others:
            others.append(form)
    free = next((form for form in others if set(form) == {"type"} and "string" in form["type"]), None)
    if free is not None and None in values:
        others[others.index(free)] = {"type": [*free["type"], "null"]}
    if values and (free is None or any(labels)):
        listed: Schema = {"enum": values}
        others.insert(0, {**listed, "enumDescriptions": labels} if any(labels) else listed)
    return others[0] if len(others) == 1 else {"anyOf": others}


def _labelled(form: Schema) -> list[tuple[Any, str]]:
    return list(zip(form["enum"], form.get("enumDescriptions", [""] * len(form["enum"])), strict=True))


def _among(value: Any, values: list[Any]) -> bool:
    """Whether ``value`` is in ``values``, where ``True`` is not 1."""
    return any(value == other and type(value) is type(other) for other in values)


def _example(text: str) -> Any:
    """An example as a value: mappings and whole numbers as such, the rest as text (``2.60`` would lose its nought)."""
    if text.startswith(("{", "[")):
        return yaml.safe_load(text)
    return int(text) if re.fullmatch(r"[1-9][0-9]*", text) else text


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _defs(definitions: dict[str, Schema]) -> Schema:
    return {"$defs": definitions} if definitions else {}
