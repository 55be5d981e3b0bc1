"""What ``check`` reads without an error, no schema marks: spellings, forms of dates and numbers, ways of being empty.

Every way of writing a value is tried on every field, whatever it is for; the check itself says which of them it takes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, ClassVar

import pytest
import yaml
from jsonschema_rs import Draft202012Validator, Registry

from spbe.model.base import Base
from spbe.model.choices import Pilihan, choices_of
from spbe.model.kinds import KINDS
from spbe.model.penilaian import Jawaban, Penilaian
from spbe.model.profil import Profil
from spbe.yamlio import parse, validate
from spbe.yamlio.forms import IDS
from spbe.yamlio.jsonschema import ids_text, schemas

WRITTEN = [
    *("2", "2.60", "2,60", "031101", "0", "1_500_000", "1.500.000", "Rp1.500.000", "rp 1.500.000,00", '"350000000"'),
    *("2025", '"2025"', "2025-05", "2025-05-31", '" 2025-05-31 "', "1900", "2200", "2199"),
    *("ya", "Ya", "TIDAK", "tidak", "true", "false", "True", "no", "Yes", "y", "T", "on", "off", "1", "benar", "'0'"),
    *("belum diketahui", "Belum Diketahui", "tidak tahu", "'?'", "Tidak  ada", "nihil", "'-'", "", "~", "''", "[]"),
    *(
        "simpeg",
        '" simpeg "',
        "[simpeg]",
        "[simpeg, 2025]",
        "a-1",
        "{aplikasi: simpeg}",
        "{data: [], aplikasi: tidak ada}",
    ),
    *("https://contoh.example/a", "HTTPS://contoh.example", '" http://contoh.example "', "@kota/diskominfo", "'@kota'"),
    *(
        "RAA.02.02",
        "raa.02",
        "I11",
        "permenpanrb-59-2020/I11",
        "2025/I35.1",
        "#0b5c8a",
        "'#0B5C8A'",
        "0b" * 32,
        "1" * 64,
    ),
    *(
        "laporan.pdf",
        "content/lampiran/a/b.pdf",
        "{nama: A}",
        "[{nama: A}]",
        "{D1: 2.60}",
        "10/3",
        "kata - kata",
        "1e3",
    ),
]


@cache
def core() -> type[yaml.SafeLoader]:
    """YAML 1.2 as the language server reads it: only ``true`` and ``false`` are truth values, no value is a date."""

    class Core(yaml.SafeLoader):
        yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}

    for tag, pattern, first in (
        ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
        ("int", r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", "-+0123456789"),
        ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+0123456789."),
        ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ):
        Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))
    Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: _whole(loader.construct_scalar(node)))
    Core.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(loader.construct_scalar(node)))
    return Core


def _whole(text: str) -> int:
    return int(text, 0) if text[:2] in {"0x", "0o"} else int(text)


def as_editor(text: str) -> Any:
    return _keys(yaml.load(text, Loader=core()))


def _keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _keys(inner) for key, inner in value.items()}
    return [_keys(inner) for inner in value] if isinstance(value, list) else value


BESIDE = Registry([(IDS, json.loads(ids_text({"aplikasi": {"simpeg": "A"}})))])


@cache
def whole(name: str) -> Draft202012Validator:
    """Of a file."""
    return Draft202012Validator(schemas()[name], registry=BESIDE)


def of_field(name: str, model: type[Base], field: str) -> Draft202012Validator:
    """Of one field of ``model``, which is much faster than that of its whole file."""
    schema = schemas()[name]
    properties = schema["$defs"].get(model.__name__, schema)["properties"]
    return Draft202012Validator({**properties[field], "$defs": schema["$defs"]}, registry=BESIDE)


def files() -> Iterator[tuple[str, type[Base], str]]:
    """For each sort of file: its schema, its model, and the fields that it cannot do without."""
    for slug, kind in KINDS.items():
        for code, model in kind.models.items():
            yield slug, model, "id: x\nnama: X\n" + (f"jenis: {code}\n" if code else "")
    yield "profil", Profil, "nama: X\n"
    yield "penilaian", Penilaian, "tahun: 2025\ninstrumen: x\n"
    yield "jawaban", Jawaban, ""


def read(model: type[Base], text: str) -> bool:
    """Whether the check takes ``text`` without an error."""
    document, problems = parse("x.yaml", text)
    if document is not None:
        problems = [*problems, *validate(model, document)[1]]
    return document is not None and not any(problem.severity == "error" for problem in problems)


def marked(name: str, text: str) -> bool:
    return not whole(name).is_valid(as_editor(text))


def fields() -> list[tuple[str, type[Base], str, str]]:
    """A field for each way of being declared: another with the same type needs no second trial."""
    found: dict[str, tuple[str, type[Base], str, str]] = {}
    for name, model, base in files():
        for field, info in model.model_fields.items():
            if field not in {"id", "jenis"}:
                found.setdefault(f"{info.annotation} {info.metadata} {info.is_required()}", (name, model, base, field))
    return list(found.values())


@pytest.mark.parametrize(
    ("name", "model", "base", "field"), fields(), ids=lambda value: getattr(value, "__name__", "-")
)
def test_what_the_check_reads_is_not_marked(name: str, model: type[Base], base: str, field: str) -> None:
    others = "".join(line + "\n" for line in base.splitlines() if not line.startswith(f"{field}:"))
    taken = [written for written in WRITTEN if read(model, f"{others}{field}: {written}\n")]
    editor = of_field(name, model, field)

    assert taken
    assert [written for written in taken if not editor.is_valid(as_editor(f"x: {written}\n")["x"])] == []


def choices() -> list[tuple[str, type[Base], str, Pilihan]]:
    found: dict[str, tuple[str, type[Base], str, Pilihan]] = {}
    for name, model, _base in files():
        for field, choice in choices_of(model).items():
            if field != "jenis":
                found.setdefault(choice.nama, (name, model, field, choice))
    return list(found.values())


def spellings(word: str) -> list[str]:
    marked = word.replace(" ", "_").replace("-", " / ")
    return [word.upper(), f" {word.title()}. ", marked, re.sub(r"[\W_]", "", word), ".".join(word), word.swapcase()]


@pytest.mark.parametrize(("name", "model", "field", "choice"), choices(), ids=lambda value: getattr(value, "nama", "-"))
def test_every_spelling_of_a_choice_is_accepted(name: str, model: type[Base], field: str, choice: Pilihan) -> None:
    editor = of_field(name, model, field)
    words = [*choice.nilai, *choice.nilai.values(), *choice.alias]
    varied = [spelling for word in words for spelling in (word, *spellings(word))]

    assert [word for word in varied if choice.find(word) is None] == []
    assert [word for word in varied if not editor.is_valid([word] if not editor.is_valid(word) else word)] == []
    assert not editor.is_valid("sama sekali lain")


@pytest.mark.parametrize("slug", [slug for slug, kind in KINDS.items() if kind.jenis])
def test_the_fields_of_a_record_follow_its_jenis_in_any_spelling(slug: str) -> None:
    kind = KINDS[slug]
    plain = kind.models[None].model_fields
    for code in kind.jenis.nilai if kind.jenis else ():
        own = next((field for field in kind.models[code].model_fields if field not in plain), None)
        for spelling in (code, code.upper(), code.replace("-", " ").title()):
            text = f"id: x\nnama: X\njenis: {spelling}\n" + (f"{own}: belum diketahui\n" if own else "")
            assert read(kind.models[code], text)
            assert not marked(slug, text), text
            assert marked(slug, text + "bukan_isian: x\n")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("aplikasi", "id: x\nnama: X\nditinjau: 2025-13\n"),
        ("aplikasi", "id: x\nnama: X\nditinjau: 31-05-2025\n"),
        ("aplikasi", "id: x\nnama: X\nditinjau: 1825\n"),
        ("aplikasi", "id: x\nnama: X\nlayanan: [Layanan Satu]\n"),
        ("aplikasi", "id: x\nnama: X\nreferensi: RAX.01\n"),
        ("aplikasi", f"id: {'a' * 65}\nnama: X\n"),
        ("aplikasi", "id: x\nnama: []\n"),
        ("infrastruktur", "id: x\nnama: X\njenis: Server Besar\n"),
        ("jawaban", "nilai: {mandiri: -3}\n"),
        ("jawaban", "nilai: {mandiri: tiga}\n"),
        ("penilaian", "tahun: 25\ninstrumen: x\n"),
        ("profil", "nama: X\ncontoh: mungkin\n"),
        ("profil", "nama: X\nwarna: biru\n"),
    ],
)
def test_what_the_check_refuses_the_editor_marks(name: str, text: str) -> None:
    model = next(model for found, model, base in files() if found == name)

    assert not read(model, text) or name == "infrastruktur"
    assert marked(name, text)


def texts_in(value: Any, key: str) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get(key), str):
            yield value[key]
        for inner in value.values():
            yield from texts_in(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(inner, key)


def test_messages_say_what_to_write_and_patterns_never_speak_for_themselves() -> None:
    said = {text for schema in schemas().values() for text in texts_in(schema, "errorMessage")}
    in_patterns = {text for schema in schemas().values() for text in texts_in(schema, "patternErrorMessage")}

    assert "Tulis 2025, 2025-03, atau 2025-03-31 (tahun-bulan-hari)." in said & in_patterns
    assert not [text for text in said if "{" in text.replace("{aplikasi", "")]
    silent = [form for schema in schemas().values() for form in _with_patterns(schema) if "errorMessage" not in form]
    assert silent == []


def _with_patterns(value: Any) -> Iterator[dict[str, Any]]:
    """Every form with a pattern; conditions have nothing to say."""
    if isinstance(value, dict):
        if isinstance(value.get("pattern"), str):
            yield value
        for key, inner in value.items():
            if key != "if":
                yield from _with_patterns(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _with_patterns(inner)
