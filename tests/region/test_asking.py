"""A region is asked for offices, owners and answers; a record for its state."""

from __future__ import annotations

from dataclasses import replace

import pytest

from spbe.model.kinds import KINDS
from spbe.model.penilaian import Jawaban, Penilaian
from spbe.model.record import Entri
from spbe.model.tim import Anggota
from spbe.region import Assessment, Node, Region
from spbe.region.region import former_ids
from support.raw_regions import region_of

OFFICES = [{"id": "diskominfo", "nama": "Dinas Kominfo", "singkatan": "Kominfo", "dahulu": ["kominfo"]}, {"id": "rsud"}]


@pytest.fixture(scope="module")
def region() -> Region:
    made = region_of({"perangkat-daerah": OFFICES})
    instrument = made.instruments["permenpanrb-59-2020"]
    head = Penilaian(tahun="2025", instrumen=instrument.id)  # type: ignore[arg-type]
    answers = {"I1": Jawaban(perangkat_daerah="kominfo")}
    return replace(
        made,
        renamed=former_ids(made.records),
        assessments={"2025": Assessment("2025", head, instrument, answers)},
    )


@pytest.mark.parametrize(
    ("named", "found"),
    [("diskominfo", "diskominfo"), ("kominfo", "diskominfo"), ("tak-ada", None), ("", None), (None, None)],
)
def test_an_office_is_found_by_any_of_its_ids(region: Region, named: str | None, found: str | None) -> None:
    office = region.office(named)
    assert (office.id if office else None) == found
    seat = Anggota(jabatan="Kepala", perangkat_daerah=named) if named else Anggota(jabatan="Kepala")
    assert region.owner_id(seat) == found


def test_nobody_owns_what_is_not_there(region: Region) -> None:
    assert region.owner(None) is None
    assert region.owner_id(region.get(Node("aplikasi", "tak-ada"))) is None


def test_an_answer_is_found_by_its_node_and_has_an_owner(region: Region) -> None:
    assert region.owner_id(region.answer(Node("jawaban", "2025/I1"))) == "diskominfo"
    for node in (Node("jawaban", "2025/I2"), Node("jawaban", "2024/I1"), Node("penilaian", "2025/I1")):
        assert region.answer(node) is None


def test_an_office_is_called_by_its_short_name_where_it_has_one(region: Region) -> None:
    assert [office.short_name for name in ("diskominfo", "rsud") if (office := region.office(name))] == [
        "Kominfo",
        "RSUD",
    ]


@pytest.mark.parametrize(
    ("kind", "raw", "states"),
    [
        ("aplikasi", {}, (True, False, False)),
        ("aplikasi", {"keadaan": "to be"}, (False, True, False)),
        ("layanan", {"keadaan": "dihentikan"}, (False, False, True)),
        ("bukti", {}, (True, False, False)),
    ],
)
def test_a_record_is_asked_for_its_state(kind: str, raw: dict[str, str], states: tuple[bool, bool, bool]) -> None:
    whole = {"id": "a", "nama": "A", **raw}
    record: Entri = KINDS[kind].model_for(whole).model_validate(whole)
    assert (record.is_current, record.is_planned, record.is_discontinued) == states


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("direncanakan", set()),
        ("berjalan", {"has_begun"}),
        ("selesai", {"has_begun", "is_finished", "is_over"}),
        ("batal", {"is_cancelled", "is_over"}),
        ("ditunda", {"is_postponed"}),
    ],
)
def test_an_item_of_the_roadmap_is_asked_how_far_it_is(status: str, told: set[str]) -> None:
    item = KINDS["peta-rencana"].model_for({}).model_validate({"id": "a", "nama": "A", "status": status})
    questions = ("has_begun", "is_finished", "is_over", "is_cancelled", "is_postponed")
    assert {name for name in questions if getattr(item, name)} == told
