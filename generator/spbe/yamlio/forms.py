"""The forms in which one value may be written, as JSON Schema: what an editor offers, and what it accepts besides."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

import yaml

from spbe.problems import RULES
from spbe.yamlio.lenient import ABSENCE, FREE, VALUES, Schema, choice

ABSENT: Final = ("belum diketahui", "tidak ada")
"""What may stand instead of any value that is not required."""

IDS: Final = "daftar-id.json"
"""The file beside the schemas that holds the ids of the region."""

EMPTY_NAME: Final = "Kosong"
EMPTY: Final[Schema] = {**ABSENCE, "errorMessage": "Tulis nilainya, `belum diketahui`, `tidak ada`, atau kosongkan."}
"""The definition, in every schema, of what may stand instead of a value."""

_ID_RULE: Final = "nilai-id"
_SUGGESTED: Final = {_ID_RULE: "sistem-kepegawaian", "nilai-kualitas": "812/1000"}


def enum(codes: Iterable[Any], labels: Iterable[str]) -> Schema:
    """One of ``codes``, each explained by its label."""
    return {"enum": list(codes), "enumDescriptions": list(labels)}


def _absent_enum() -> Schema:
    """The words for an empty value that are offered."""
    return {"enum": [None, *ABSENT]}


def optional(forms: list[Schema]) -> Schema:
    """One schema for ``forms`` and for every way of leaving the value open."""
    if forms == [FREE]:  # takes the words for it as it takes all words
        return {"type": [*FREE["type"], "null", "array"], "maxItems": 0}
    return merged([*forms, _absent_enum(), {"$ref": f"#/$defs/{EMPTY_NAME}"}])


def forms_of(raw: Schema, *, single: bool = False, kind: str | None = None) -> list[Schema]:
    """The forms of a value with the schema ``raw``, as pydantic makes it.

    With ``single`` the one item of a list stands for the list. ``kind`` is that of the records that an id refers to.
    """
    if "x-aturan" in raw:
        return _value(raw, kind)
    if "anyOf" in raw:
        parts = [part for part in raw["anyOf"] if part.get("type") != "null"]
        return [form for part in parts for form in forms_of(part, single=single, kind=kind)]
    if "oneOf" in raw:
        codes = [part["const"] for part in raw["oneOf"]]
        return choice_forms(codes, [part["title"] for part in raw["oneOf"]], raw["x-ejaan"])
    if "$ref" in raw:
        return [{"$ref": raw["$ref"]}]
    if "const" in raw:
        return (
            choice_forms([raw["const"]], [raw["title"]], raw["x-ejaan"])
            if "x-ejaan" in raw
            else [{"enum": [raw["const"]]}]
        )
    if "enum" in raw:
        return [{"enum": raw["enum"]}]
    of = raw.get("type")
    if of == "array":
        items = forms_of(raw["items"], kind=kind)
        return [{"type": "array", "items": merged(items)}, *(items if single else ())]
    if of == "object":
        return [_mapping(raw)]
    return [_scalar(raw)] if of != "null" else []


def merged(forms: Iterable[Schema]) -> Schema:
    """One schema for all ``forms``; lists of values become one."""
    values: list[Any] = []
    labels: list[str] = []
    message: Schema = {}
    others: list[Schema] = []
    for form in forms:
        if "enum" in form:
            fresh = [(value, label) for value, label in _labelled(form) if not _among(value, values)]
            values += [value for value, _label in fresh]
            labels += [label for _value, label in fresh]
            message = message or {key: form[key] for key in ("errorMessage",) if key in form}
        elif form not in others:
            others.append(form)
    if values and FREE not in others:
        others.insert(0, {"enum": values, **({"enumDescriptions": labels} if any(labels) else {}), **message})
    return others[0] if len(others) == 1 else {"anyOf": others}


def example_value(text: str) -> Any:
    """An example as a value: mappings and whole numbers as such, the rest as text (``2.60`` would lose its nought)."""
    if text.startswith(("{", "[")):
        return yaml.safe_load(text)
    return int(text) if re.fullmatch(r"[1-9][0-9]*", text) else text


def _value(raw: Schema, kind: str | None) -> list[Schema]:
    """A value that a rule speaks for: the usual words if they are few, and what is read, in the words of the rule."""
    rule = raw["x-aturan"]
    read = VALUES[rule]
    if read == FREE:
        return [FREE]
    message = _told(RULES[rule].hint.replace("{saran}", _SUGGESTED.get(rule, "")))
    offered: list[Schema] = [{"enum": raw["enum"], **message}] if "enum" in raw else []
    if kind is not None and rule == _ID_RULE:
        offered = [{"$ref": f"{IDS}#/$defs/{kind}"}]
    return [*offered, _telling(read, message)]


def choice_forms(codes: list[Any], labels: list[str], spellings: Iterable[str]) -> list[Schema]:
    """One of a closed list: its codes with their labels, and whatever else means one of them."""
    message = _told(RULES["nilai-pilihan"].hint.format(pilihan=", ".join(codes)))
    read = choice(spellings)
    return [{**enum(codes, labels), **message}, _telling(read, message)]


def _telling(read: Schema, message: Schema) -> Schema:
    """``read`` with what is said when it does not fit; some editors ask for the words of a pattern apart."""
    of_pattern = {"patternErrorMessage": message["errorMessage"]} if "pattern" in read else {}
    return {**read, **message, **of_pattern}


def _told(text: str) -> Schema:
    return {"errorMessage": text}


def _mapping(raw: Schema) -> Schema:
    made: Schema = {"type": "object"}
    if "properties" in raw:  # ids by the kind that they refer to
        ids = {kind: _ids_of(kind) for kind in raw["properties"]}
        made["properties"] = ids
    if "patternProperties" in raw:
        made["patternProperties"] = {key: merged(forms_of(part)) for key, part in raw["patternProperties"].items()}
    more = raw.get("additionalProperties", False)
    made["additionalProperties"] = merged(forms_of(more)) if isinstance(more, dict) else more
    return made


def _ids_of(kind: str) -> Schema:
    ids = _value({"x-aturan": _ID_RULE}, kind)
    return optional([{"type": "array", "items": merged(ids)}, *ids])


def _scalar(raw: Schema) -> Schema:
    """A scalar without a rule; text that may consist of digits alone is a number for an editor, unless it is quoted."""
    kept: Schema = {key: raw[key] for key in ("type", "pattern", "minimum", "maximum") if key in raw}
    if kept.get("type") == "string" and any(re.search(raw.get("pattern", ""), "1" * length) for length in (1, 64)):
        kept["type"] = ["string", "number"]
    return kept


def _labelled(form: Schema) -> list[tuple[Any, str]]:
    return list(zip(form["enum"], form.get("enumDescriptions", [""] * len(form["enum"])), strict=True))


def _among(value: Any, values: list[Any]) -> bool:
    """Whether ``value`` is in ``values``, where ``True`` is not 1."""
    return any(value == other and type(value) is type(other) for other in values)
