"""Records become sheets and sheets the same records: every field of every kind, and the whole sample."""

from __future__ import annotations

import random
from typing import Any

import pytest

from spbe.exchange.sheets.cell_forms import (
    CellForm,
    ChoiceForm,
    CodeForm,
    DateForm,
    DecimalForm,
    IndicatorForm,
    ReferenceForm,
    TextForm,
    WholeForm,
    YesNoForm,
)
from spbe.exchange.sheets.field_shapes import (
    ByKindShape,
    ElsewhereShape,
    FieldShape,
    ListShape,
    PairsShape,
    SingleShape,
    shape_of,
)
from spbe.exchange.sheets.kind_sheets import Records, kind_sheets
from spbe.exchange.sheets.names import Names, names_of
from spbe.exchange.sheets.sheet import Sheet, SheetGrid
from spbe.exchange.sheets.written_values import written_record
from spbe.model.base import KELAS, Base, fields_of
from spbe.model.kinds import KINDS, Kind
from spbe.model.record import NOT_PLANNED
from support.regions import REGIONS, open_shared

ALL = frozenset(KELAS)
IDS = ["simpeg", "a", "9-b"]
NAMES = Names(
    {kind: {"simpeg": "Sistem [baru], Kepegawaian", "a": "tidak ada"} for kind in KINDS},
    {"RAA.01": "APLIKASI UMUM", "RAB.09.06": "KEPEGAWAIAN"},
    {"permenpanrb-59-2020/I11": "Tingkat · Kematangan [a], Layanan", "permenpanrb-5-2018/I35.1": "tidak ada"},
)
WORDS = ("belum diketahui", "tidak ada")
SAYINGS = [
    "Kata biasa",
    "031101",
    "=1+1",
    "+62 811",
    "-",
    "@diskominfo",
    "a; b",
    'kutip "dalam" dan, koma',
    '"di depan" lalu',
    "dua\nbaris",
    "kunci: nilai",
    "[simpeg]",
    "tidak ada",
    "1.234.567.890.123.456",
    "2024-05-01",
    "RAB.09.06 KEPEGAWAIAN",
    "RAB.09.06 lain",
    "RAB.09.06",
    "https://contoh.go.id/a;b?c=d",
    "a/b.pdf",
    "permenpanrb-59-2020/I11",
    "0" * 64,
]


def some_value(form: CellForm, rng: random.Random) -> str:
    """A value of a field with cells of ``form``, as an author writes it."""
    if isinstance(form, ChoiceForm):
        return rng.choice(list(form.choice.nilai))
    if isinstance(form, WholeForm):
        return rng.choice(["1999", "2026"] + ["350000000", "9999999999999999"] * (form.shown_as != "year"))
    by_form: dict[type[CellForm], list[str]] = {
        ReferenceForm: IDS,
        CodeForm: ["RAA.01", "RAA.99"],
        IndicatorForm: ["permenpanrb-59-2020/I11", "permenpanrb-5-2018/I35.1", "milik-sendiri/A9"],
        DateForm: ["2019", "2019-05", "2019-05-31", "1905-07-11", "1901-01-01", "2199-12-31"],
        DecimalForm: ["3", "2.6", "0.1", "123456789012345.123", "0.000000000000001"],
        YesNoForm: ["ya", "tidak"],
        TextForm: SAYINGS,
    }
    return rng.choice(by_form[type(form)] + SAYINGS * (isinstance(form, CodeForm) and form.or_words))


def some_field(shape: FieldShape, rng: random.Random) -> Any:
    """A value of a field that has a shape, or a word for why it has none."""
    if rng.random() < 0.1:
        return rng.choice(WORDS)
    if isinstance(shape, SingleShape):
        return some_value(shape.form, rng)
    if isinstance(shape, ListShape):
        return [*dict.fromkeys(some_value(shape.item, rng) for _ in range(rng.randint(1, 3)))]
    if isinstance(shape, ByKindShape):
        return {kind: rng.sample(IDS, 2) for kind in rng.sample(shape.kinds, 2)}
    if isinstance(shape, PairsShape):
        return {rng.choice(["2026", "2027"]): rng.choice(["12", "350000000"]) for _ in range(2)}
    assert isinstance(shape, ElsewhereShape)
    part = shape.part
    assert part is not None
    return [some_record(part, {}, list(fields_of(part)), 0.5, rng) for _ in range(rng.randint(1, 3))]


def some_record(
    model: type[Base], fixed: dict[str, str], names: list[str], share: float, rng: random.Random
) -> dict[str, Any]:
    """``fixed``, and a ``share`` of ``names`` with values that ``model`` takes; the fields that it needs always."""
    made: dict[str, Any] = dict(fixed)
    needed = {name: "simpeg" for name, spec in fields_of(model).items() if spec.required and name not in fixed}
    for name in names:
        if name in fixed or (name not in needed and rng.random() > share):
            continue
        for _attempt in range(20):
            value = some_field(shape_of(name, model), rng)
            try:
                model.model_validate(needed | fixed | {name: value})
            except ValueError:
                continue
            made[name] = value
            break
    return {**{name: value for name, value in needed.items() if name not in made}, **made}


def some_records(kind: Kind, rng: random.Random) -> dict[str, Base]:
    """Records of each class of ``kind``, every other one with a coming version."""
    made: dict[str, Base] = {}
    for place, (code, model) in enumerate([*kind.models.items()] * (12 if len(kind.models) == 1 else 3)):
        share = 1.0 if place < len(kind.models) else 0.4
        fixed = {"id": f"catatan-{place}", **({"jenis": code} if code else {})}
        raw = some_record(model, fixed, [name for name in fields_of(model) if name != "rencana"], share, rng)
        if "rencana" in fields_of(model) and place % 2:
            plan = some_record(model, fixed, [name for name in fields_of(model) if name not in NOT_PLANNED], share, rng)
            raw["rencana"] = {key: value for key, value in plan.items() if key != "id"} if place % 4 == 1 else WORDS[0]
        made[fixed["id"]] = model.model_validate(raw)
    return made


def moved(sheet: Sheet) -> SheetGrid:
    """The sheet as somebody left it who moved its columns and sorted its rows."""
    order = list(range(len(sheet.columns)))
    random.Random(len(sheet.rows)).shuffle(order)  # noqa: S311  (not a secret)
    rows = [tuple(row[place] for place in order) for row in sheet.rows]
    return SheetGrid(tuple(sheet.columns[place].key for place in order), sorted(rows, key=str))


def there_and_back(kind: str, records: Records, names: Names) -> dict[str, Any]:
    shapes = kind_sheets(kind, ALL)
    return shapes.records({sheet.key: moved(sheet) for sheet in shapes.sheets(records, names)}, names)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_kind_comes_back(kind: str) -> None:
    records = some_records(KINDS[kind], random.Random(kind))  # noqa: S311  (not a secret)
    told = {name: written_record(record) for name, record in records.items()}
    assert there_and_back(kind, told, NAMES) == told
    without = {name for one in told.values() for name in one} ^ {
        name for model in KINDS[kind].models.values() for name in fields_of(model)
    }
    assert not without, "no value was tried"


@pytest.mark.parametrize("region", REGIONS)
def test_a_whole_region_comes_back(region: str) -> None:
    opened = open_shared(REGIONS[region]).region
    names = names_of(opened)
    for kind, records in opened.records.items():
        told = {name: written_record(record) for name, record in records.items()}
        assert there_and_back(kind, told, names) == told
        assert {name: KINDS[kind].model_for(one).model_validate(one) for name, one in told.items()} == records
