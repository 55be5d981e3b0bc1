"""Audits are overdue by the rule of the application's kind, on the region's date; protection is counted by kind."""

from __future__ import annotations

from typing import Any

import pytest

from spbe.catalogue.matrices import MATRICES, matrix
from spbe.catalogue.protection import AUDIT_YEARS, never_audited, overdue, protection
from spbe.editions import EditionName
from spbe.model.keamanan import JENIS_KEAMANAN
from spbe.region import Node, Region
from support.raw_regions import TODAY, region_of, seen_by

Raw = dict[str, Any]


def audit(name: str, when: str | None, *apps: str, **fields: Any) -> Raw:
    dated = {"tanggal": when} if when else {}
    return {"id": name, "jenis": "audit", "melindungi": {"aplikasi": list(apps)}, **dated, **fields}


OLD = audit("k", "2010", "a")


def region(jenis: str | None, *audits: Raw, **fields: Any) -> Region:
    kind = {"jenis": jenis} if jenis else {}
    return region_of({"aplikasi": [{"id": "a", **kind, **fields}], "keamanan": list(audits)})


def late(one: Region) -> list[str]:
    return [audited.node.id for audited in overdue(one)]


def never(one: Region) -> list[str]:
    return [node.id for node in never_audited(one)]


@pytest.mark.parametrize(
    ("jenis", "when", "expected"),
    [
        ("umum", "2010", False),
        ("pusat", "2010", False),
        ("khusus", "2024-05-31", True),
        ("khusus", "2024-06-01", False),
        ("khusus", "2024", False),  # may have been in December
        ("khusus", "2023", True),
        ("lainnya", "2010", False),
        (None, "2010", False),
    ],
)
def test_a_region_audits_its_special_applications_every_two_years_and_no_others(
    jenis: str | None, when: str, expected: bool
) -> None:
    assert TODAY.isoformat() == "2026-06-01"
    assert dict(AUDIT_YEARS) == {"khusus": 2}
    assert bool(late(region(jenis, audit("k", when, "a")))) is expected


def test_the_latest_audit_counts() -> None:
    assert late(region("khusus", audit("k1", "2020", "a"), audit("k2", "2026-01", "a"))) == []


@pytest.mark.parametrize(
    "fields", [{"keadaan": "rencana"}, {"hasil": "belum-dilaksanakan"}, {"tanggal": "2027-01"}, {"tanggal": None}]
)
def test_an_audit_that_was_not_held_is_none(fields: Raw) -> None:
    held = audit("k", "2026-01", "a")
    assert never(region("khusus", held)) == []
    assert never(region("khusus", {name: value for name, value in {**held, **fields}.items() if value})) == ["a"]


def test_never_audited_stands_apart_from_overdue() -> None:
    empty = region("khusus")
    assert (never(empty), late(empty)) == (["a"], [])
    old = region("khusus", audit("k", "2020", "a"))
    assert (never(old), late(old)) == ([], ["a"])


def test_what_others_own_they_have_audited_and_other_sorts_have_no_rule() -> None:
    assert never(region("umum")) == never(region("pusat")) == []
    assert never(region("khusus", pemilik_luar="BKN")) == late(region("khusus", OLD, pemilik_luar="BKN")) == []
    assert never(region("lainnya")) == []
    assert never(region("khusus", keadaan="dihentikan")) == []


def test_a_hidden_audit_counts_for_those_who_see_it() -> None:
    whole = region("khusus", audit("lama", "2020", "a"), audit("baru", "2026-01", "a", klasifikasi="tertutup"))
    assert (late(whole), late(seen_by(whole, "publik").region)) == ([], ["a"])


NOT_HELD = {"hasil": "belum-dilaksanakan"}


def test_an_audit_that_was_not_held_protects_nothing() -> None:
    whole = region("khusus", audit("k", "2026-01", "a", **NOT_HELD), audit("l", "2026-02"))
    told = {one.jenis: (one.records, one.protects) for one in protection(whole)}
    assert told["audit"] == (2, False)
    [kind] = [one for one in MATRICES if one.counted]
    [block] = matrix(whole, kind).blocks
    assert (block.lines, block.without) == ((), (Node("aplikasi", "a"),))


@pytest.mark.parametrize("when", ["2026-01", "2020", "2027-01", None])
@pytest.mark.parametrize("edition", ["publik", "opd"])
def test_where_the_result_of_an_audit_is_out_of_sight_nothing_tells_whether_it_was_held(
    when: str | None, edition: EditionName
) -> None:
    """The date is public: another list for an audit that was not held would tell the result."""

    def told(**fields: Any) -> object:
        view = seen_by(region("khusus", audit("k", when, "a", **fields)), edition)
        seen = view.region
        matrices = tuple(matrix(seen, kind) for kind in MATRICES)
        late, never = list(overdue(seen)), list(never_audited(seen))
        return late, never, protection(seen), matrices

    assert told(**NOT_HELD) == told(hasil="memadai")


def test_every_kind_of_security_is_told_with_what_it_protects() -> None:
    told = {
        one.jenis: (one.records, one.protects, one.protected["aplikasi"])
        for one in protection(region("khusus", audit("k", "2026", "a"), audit("kosong", "2026")))
    }
    assert list(told) == list(JENIS_KEAMANAN.nilai)
    assert told["audit"] == (2, True, 1)
    assert told["standar"] == (0, False, 0)
