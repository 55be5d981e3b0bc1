"""One sentence says what a record is, and nothing that is not known."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from spbe.editions import Audience, EditionName, redact
from spbe.i18n import speaking
from spbe.model.kinds import KINDS
from spbe.region import Node
from spbe.scoring.outcomes import outcomes
from spbe.site.record_sentence import sentence
from support.canaries import write
from support.regions import open_fast

Say = Callable[..., str | None]


@pytest.fixture
def say(minimal: Path) -> Say:
    def told(
        record: str, others: dict[str, dict[str, Any]], edition: EditionName = "internal", language: str = "id"
    ) -> str | None:
        for place in (minimal / "architecture").rglob("*.yaml"):
            place.unlink()
        write(
            minimal,
            "architecture/perangkat-daerah/bkpsdm.yaml",
            {"id": "bkpsdm", "nama": "Badan", "singkatan": "BKPSDM"},
        )
        for name, fields in others.items():
            kind, _slash, one = name.partition("/")
            write(minimal, f"{KINDS[kind].folder}/{one}.yaml", {"id": one, "nama": one.upper(), **fields})
        opened = open_fast(minimal)
        view = redact(opened.region, outcomes(opened.region), Audience(edition))
        node = Node(*record.split("/"))
        with speaking(language):
            return sentence(view.region, node, view.region.get(node))

    return told


OFFICES = {f"perangkat-daerah/p{n}": {} for n in range(2)}
APPLICATION = {
    "jenis": "khusus",
    "perangkat_daerah": "bkpsdm",
    "layanan": ["l0", "l1", "l2"],
    "pengguna": ["p0", "p1"],
}
SERVICES = {f"layanan/l{n}": {} for n in range(3)}


def test_an_application_says_kind_owner_and_whom_it_serves(say: Say) -> None:
    records = OFFICES | SERVICES | {"aplikasi/simpeg": APPLICATION}

    assert say("aplikasi/simpeg", records) == (
        "SIMPEG adalah aplikasi khusus milik BKPSDM, mendukung 3 layanan dan dipakai 2 perangkat daerah."
    )


def test_nothing_is_said_that_is_not_known(say: Say) -> None:
    assert say("aplikasi/a", {"aplikasi/a": {}}) == "A adalah aplikasi."
    assert say("infrastruktur/s", {"infrastruktur/s": {"jenis": "server"}}) == "S adalah server."


def test_a_single_other_end_is_named(say: Say) -> None:
    records = {"layanan/l": {}, "aplikasi/a": {"pemilik_luar": "BKN", "layanan": ["l"]}}

    assert say("aplikasi/a", records) == "A adalah aplikasi milik BKN, mendukung L."


def test_planned_and_retired_records_say_so_first(say: Say) -> None:
    records = OFFICES | SERVICES | {"aplikasi/a": APPLICATION | {"keadaan": "rencana"}}
    assert say("aplikasi/a", records) == (
        "A adalah aplikasi khusus milik BKPSDM, masih berupa rencana; "
        "nantinya mendukung 3 layanan dan dipakai 2 perangkat daerah."
    )
    retired = {"aplikasi/a": {"keadaan": "dihentikan", "sejak": "2024-07"}, "aplikasi/b": {"menggantikan": ["a"]}}
    assert say("aplikasi/a", retired) == "A adalah aplikasi, dihentikan sejak Juli 2024 dan digantikan B."


def test_plans_and_retired_neighbours_are_not_counted(say: Say) -> None:
    records = {
        "layanan/l0": {"keadaan": "dihentikan"},
        "layanan/l1": {},
        "layanan/l2": {},
        "aplikasi/a": {"layanan": ["l0", "l1"], "rencana": {"layanan": ["l0", "l1", "l2"]}},
    }

    assert say("aplikasi/a", records) == "A adalah aplikasi, mendukung L1."


def test_what_the_edition_hides_is_not_counted(say: Say) -> None:
    records = SERVICES | {"layanan/l0": {"klasifikasi": "tertutup"}, "aplikasi/a": {"layanan": ["l0", "l1", "l2"]}}

    assert say("aplikasi/a", records, "publik") == "A adalah aplikasi, mendukung 2 layanan."
    assert say("aplikasi/a", records) == "A adalah aplikasi, mendukung 3 layanan."


def test_kinds_that_are_no_domain_have_no_sentence(say: Say) -> None:
    assert say("perangkat-daerah/bkpsdm", {}) is None


@pytest.mark.parametrize(
    ("ownership", "words"), [("sendiri", "milik BKPSDM"), ("pihak-ketiga", "yang dikelola BKPSDM")]
)
def test_what_others_own_is_only_managed(ownership: str, words: str, say: Say) -> None:
    record = {"jenis": "server", "perangkat_daerah": "bkpsdm", "kepemilikan": ownership}
    assert say("infrastruktur/s", {"infrastruktur/s": record}) == f"S adalah server {words}."
