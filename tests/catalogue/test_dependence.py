"""What depends on what is declared for every relation, with a reason; small regions show what the rules mean."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from spbe.catalogue.dependence import APART, RULES, USERS, feels
from spbe.catalogue.impact import Impact, impact_of
from spbe.editions import EDITIONS, Audience, EditionName, redact
from spbe.model.kinds import ARCHITECTURE, KINDS, OFFICE
from spbe.model.references import relations_of
from spbe.region import Node
from spbe.scoring.outcomes import outcomes
from support.canaries import write
from support.regions import open_fast

Told = dict[str, dict[str, Any]]
Make = Callable[..., Impact]


@pytest.fixture
def region(minimal: Path) -> Make:
    """A region of the given records, ``kind/id`` to fields, as an edition shows it."""

    def make(records: Told, edition: EditionName = "internal") -> Impact:
        for place in (minimal / "architecture").rglob("*.yaml"):
            if place.parent.name != OFFICE:
                place.unlink()
        for name, fields in records.items():
            kind, _slash, one = name.partition("/")
            write(minimal, f"{KINDS[kind].folder}/{one}.yaml", {"id": one, "nama": one.upper(), **fields})
        opened = open_fast(minimal)
        assert not [one for one in opened.problems if one.severity == "error"], opened.problems
        view = redact(opened.region, outcomes(opened.region), Audience(edition))
        return impact_of(view.region)

    return make


def ends(impact: Impact, start: str, *, needs: bool = False) -> set[str]:
    """What depends on ``start`` (or what it needs), as ``kind/id``."""
    kind, _slash, name = start.partition("/")
    found = impact.needs(Node(kind, name)) if needs else impact.dependents(Node(kind, name))
    told = {f"{path.end.kind}/{path.end.id}" for paths in found.nearest.values() for path in paths}
    assert sum(found.counts.values()) == len(told)
    return told


def test_every_relation_among_the_domains_is_judged() -> None:
    judged = {(rule.kind, rule.field, rule.other) for rule in RULES}
    open_ones = []
    for kind in ARCHITECTURE:
        for jenis, model in KINDS[kind].models.items():
            for spec in relations_of(model):
                for other in spec.kinds:
                    apart = {(kind, spec.field), ("*", spec.field), (kind, f"{spec.field}>{other}")} & APART.keys()
                    ruled = (kind, spec.field, other) in judged
                    if other != OFFICE and ruled == bool(apart):
                        open_ones.append((kind, jenis, spec.field, other))
    assert open_ones == []


def test_every_rule_speaks_of_a_field_that_exists_and_gives_its_reason() -> None:
    for rule in RULES:
        models = [model for jenis, model in KINDS[rule.kind].models.items() if rule.holds_for(jenis)]
        specs = [spec for model in models for spec in relations_of(model) if spec.field == rule.field]
        assert any(rule.other in spec.kinds for spec in specs), rule
        assert rule.told.endswith("."), rule
        assert rule.reason.endswith("."), rule
    for kind, name in USERS:
        kinds = ARCHITECTURE if kind == "*" else (kind,)
        fields = {spec.field for one in kinds for model in KINDS[one].models.values() for spec in relations_of(model)}
        assert name in fields
        assert feels("layanan" if kind == "*" else kind, name)


@pytest.mark.parametrize(
    ("records", "needed", "needing"),
    [
        ({"layanan/l": {}, "aplikasi/a": {"layanan": ["l"]}}, "aplikasi/a", "layanan/l"),
        ({"infrastruktur/s": {}, "aplikasi/a": {"infrastruktur": ["s"]}}, "infrastruktur/s", "aplikasi/a"),
        ({"data/d": {}, "aplikasi/a": {"data_dipakai": ["d"]}}, "data/d", "aplikasi/a"),
        ({"data/d": {}, "aplikasi/a": {"data_dihasilkan": ["d"]}}, "aplikasi/a", "data/d"),
        ({"layanan/l": {}, "data/d": {"layanan": ["l"]}}, "data/d", "layanan/l"),
        ({"proses-bisnis/p": {}, "data/d": {"proses_bisnis": ["p"]}}, "data/d", "proses-bisnis/p"),
        ({"proses-bisnis/p": {}, "layanan/l": {"proses_bisnis": ["p"]}}, "layanan/l", "proses-bisnis/p"),
        (
            {"aplikasi/a": {"integrasi": [{"aplikasi": "b", "arah": "mengirim"}]}, "aplikasi/b": {}},
            "aplikasi/a",
            "aplikasi/b",
        ),
        (
            {"aplikasi/a": {"integrasi": [{"aplikasi": "b", "arah": "menerima"}]}, "aplikasi/b": {}},
            "aplikasi/b",
            "aplikasi/a",
        ),
        *(
            (
                {"infrastruktur/s": {"jenis": jenis, field: ["t"]}, "infrastruktur/t": {"jenis": target}},
                "infrastruktur/t",
                "infrastruktur/s",
            )
            for jenis, field, target in [
                ("server", "fasilitas", "pusat-data"),
                ("server", "jaringan", "jaringan-intra"),
                ("server", "perangkat_lunak", "perangkat-lunak-platform"),
                ("server", "media_penyimpanan", "media-penyimpanan"),
                ("komputasi-awan", "splp", "splp"),
                ("pusat-data", "jaringan", "jaringan-intra"),
            ]
        ),
        (
            {
                "infrastruktur/sakelar": {"jenis": "perangkat-jaringan", "jaringan": ["intra"]},
                "infrastruktur/intra": {"jenis": "jaringan-intra"},
            },
            "infrastruktur/sakelar",
            "infrastruktur/intra",
        ),
    ],
)
def test_one_end_needs_the_other_and_not_the_reverse(records: Told, needed: str, needing: str, region: Make) -> None:
    impact = region(records)

    assert ends(impact, needed) == {needing}
    assert ends(impact, needing, needs=True) == {needed}
    assert ends(impact, needing) == ends(impact, needed, needs=True) == set()


def test_partners_that_send_both_ways_need_each_other(region: Make) -> None:
    impact = region({"aplikasi/a": {"integrasi": [{"aplikasi": "b", "arah": "dua-arah"}]}, "aplikasi/b": {}})

    assert ends(impact, "aplikasi/a") == {"aplikasi/b"}
    assert ends(impact, "aplikasi/b") == {"aplikasi/a"}


def test_an_exchange_without_direction_is_told_and_not_counted(region: Make) -> None:
    impact = region({"aplikasi/a": {"integrasi": [{"aplikasi": "b"}]}, "aplikasi/b": {}})

    assert ends(impact, "aplikasi/a") == ends(impact, "aplikasi/b") == set()
    assert impact.undirected(Node("aplikasi", "a")) == (Node("aplikasi", "b"),)
    assert impact.undirected(Node("aplikasi", "b")) == (Node("aplikasi", "a"),)


def test_protection_and_succession_stop_nothing(region: Make) -> None:
    impact = region(
        {
            "aplikasi/a": {"menggantikan": ["b"]},
            "aplikasi/b": {},
            "keamanan/k": {"jenis": "audit", "melindungi": {"aplikasi": ["a"]}},
            "infrastruktur/f": {"jenis": "perangkat-keamanan", "perangkat_jaringan": ["r"]},
            "infrastruktur/r": {"jenis": "perangkat-jaringan"},
        }
    )

    for name in ("aplikasi/a", "aplikasi/b", "keamanan/k", "infrastruktur/f", "infrastruktur/r"):
        assert ends(impact, name) == set(), name
    assert Node("keamanan", "k") not in impact
    assert impact.depending_on_any([Node("aplikasi", "a")], "aplikasi") == 1


def test_only_what_is_there_today_counts(region: Make) -> None:
    impact = region(
        {
            "layanan/l": {},
            "aplikasi/a": {"layanan": ["l"], "keadaan": "rencana"},
            "aplikasi/b": {"layanan": ["l"], "keadaan": "dihentikan"},
            "aplikasi/c": {"rencana": {"layanan": ["l"]}},
        }
    )

    assert ends(impact, "layanan/l", needs=True) == set()
    assert Node("aplikasi", "a") not in impact
    assert ends(impact, "aplikasi/c") == set()


def test_offices_that_own_use_execute_or_are_connected_feel_it(region: Make) -> None:
    office = {f"{OFFICE}/{one}": {} for one in ("pemilik", "pemakai", "pelaksana", "terhubung", "lain")}
    impact = region(
        office
        | {
            "layanan/l": {"pelaksana": ["pelaksana"]},
            "aplikasi/a": {
                "perangkat_daerah": "pemilik",
                "pengguna": ["pemakai"],
                "layanan": ["l"],
                "infrastruktur": ["n"],
            },
            "infrastruktur/n": {"jenis": "jaringan-intra", "menghubungkan": ["terhubung"]},
        }
    )
    felt = {one for one in ends(impact, "infrastruktur/n") if one.startswith(OFFICE)}

    assert felt == {f"{OFFICE}/{one}" for one in ("pemilik", "pemakai", "pelaksana", "terhubung")}
    assert f"{OFFICE}/terhubung" not in ends(impact, "aplikasi/a")


CHAIN = {
    "layanan/l": {},
    "aplikasi/a": {"layanan": ["l"], "data_dipakai": ["d"]},
    "data/d": {},
    "aplikasi/b": {"data_dihasilkan": ["d"], "infrastruktur": ["s"]},
    "infrastruktur/s": {"jenis": "server"},
}


def test_the_path_names_every_step_on_the_way(region: Make) -> None:
    [path] = region(CHAIN).dependents(Node("infrastruktur", "s")).nearest["layanan"]

    assert [node.id for node in path.steps] == ["s", "b", "d", "a", "l"]
    assert [node.id for node in path.between] == ["a", "d", "b"]
    assert path.distance == 4


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_hidden_record_on_the_way_leads_nowhere(edition: EditionName, region: Make) -> None:
    records = CHAIN | {"aplikasi/a": CHAIN["aplikasi/a"] | {"klasifikasi": "tertutup"}}
    impact = region(records, edition)
    down, up = impact.dependents(Node("infrastruktur", "s")), impact.needs(Node("layanan", "l"))

    if edition == "internal":
        assert down.counts["layanan"] == 1
    else:
        assert down.counts == {"data": 1, "aplikasi": 1}
        assert up.counts == {}


def test_relations_in_fields_that_an_edition_does_not_show_are_no_part_of_it(region: Make) -> None:
    server = {"infrastruktur/s": {"jenis": "server"}, "infrastruktur/p": {"jenis": "pusat-data"}, "aplikasi/a": {}}
    for records in (server, server | {"infrastruktur/s": {"jenis": "server", "fasilitas": ["p"]}}):
        assert region(records, "publik").dependents(Node("infrastruktur", "p")).counts == {}
    assert region(records, "internal").dependents(Node("infrastruktur", "p")).counts == {"infrastruktur": 1}
