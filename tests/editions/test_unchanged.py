"""What an edition hides does not change one bit of what its readers get.

Every hidden thing is tried alone, against a world with one open record for every class of the model
(``tests/support/concealment.py``): whatever is planned, rendered or exported is made of the reduced region and its
results.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from spbe.checks import open_region
from spbe.editions import EditionName
from spbe.editions import audience as audience_module
from spbe.model.aplikasi import Aplikasi
from spbe.model.penilaian import Jawaban, Penilaian
from spbe.model.record import Record
from spbe.model.references import relations_of
from spbe.model.tim import TataKelola
from spbe.region import Assessment, Node, Region
from support import concealment
from support.concealment import BY_KIND, OTHER, OWN, READERS, SORTS, Raw, Sort, hidden_raws, open_raws, seen, world
from support.regions import ROOT, copy_region

HIDDEN = {"publik": ("terbatas", "tertutup"), "opd": ("tertutup",)}
"""The classifications that an edition does not show."""

Change = Callable[[EditionName], Iterator[tuple[str, dict[Node, Raw]]]]


@pytest.fixture(scope="module")
def within(tmp_path_factory: pytest.TempPathFactory) -> Region:
    """The smallest region, whose records do not matter."""
    root = copy_region(ROOT / "tests" / "data" / "minimal", tmp_path_factory.mktemp("kecil") / "wilayah")
    opened = open_region(root, date(2026, 4, 1))
    assert opened.sound, opened.problems
    return opened.region


def hidden_records(edition: EditionName) -> Iterator[tuple[str, dict[Node, Raw]]]:
    """A hidden record of every sort that names open ones in every field, now and in its coming version."""
    for klasifikasi in HIDDEN[edition]:
        for sort in SORTS:
            node = sort.node("rahasia")
            fields: Raw = {}
            for name, value in concealment.reference_fields(sort.model, "buka"):
                fields[name] = fields[name] | value if isinstance(fields.get(name), dict) else value
            later = {"rencana": fields} if issubclass(sort.model, Record) else {}
            raw = sort.record(node, klasifikasi=klasifikasi, dahulu=["lama"], **fields, **later)
            yield f"{klasifikasi} {sort.slug}/{sort.code}", {**open_raws(), node: raw}


def open_records_that_name_them(edition: EditionName) -> Iterator[tuple[str, dict[Node, Raw]]]:
    """Every field of every sort that names records, naming hidden ones only, now and in a coming version."""
    for sort in SORTS:
        for place, klasifikasi in enumerate((*HIDDEN[edition], *HIDDEN[edition])[:2]):
            for name, value in concealment.reference_fields(sort.model, klasifikasi):
                if place == 0 or not issubclass(sort.model, Record):
                    change: Raw = {name: value}
                else:
                    change = {"rencana": {name: value}}
                yield (
                    f"{klasifikasi} {sort.slug}/{sort.code} {change}",
                    {**open_raws(), **hidden_raws(klasifikasi), **_with(sort, change)},
                )


def fields_that_are_not_shown(edition: EditionName) -> Iterator[tuple[str, dict[Node, Raw]]]:
    """Every field of every sort that the edition does not show, with a value and as known to be none."""
    for sort in SORTS:
        for name, value in concealment.unseen_fields(sort, edition, None):
            changes: list[Raw] = [{name: value}, {name: "belum diketahui"}]
            changes += [{"rencana": {name: value}}] if issubclass(sort.model, Record) else []
            for change in changes:
                yield f"{sort.slug}/{sort.code} {change}", open_raws() | _with(sort, change)


def _with(sort: Sort, fields: Raw) -> dict[Node, Raw]:
    node = sort.node("buka")
    return {node: sort.record(node, **fields)}


@pytest.mark.parametrize(("edition", "opd"), READERS)
@pytest.mark.parametrize("changes", [hidden_records, open_records_that_name_them, fields_that_are_not_shown])
def test_nothing_hidden_changes_anything(
    within: Region, changes: Change, edition: EditionName, opd: str | None
) -> None:
    before = seen(world(within, open_raws()), edition, opd)
    tried = list(changes(edition))
    assert len(tried) > 20, "every sort is tried"
    assert [name for name, raws in tried if seen(world(within, raws), edition, opd) != before] == []


@pytest.mark.parametrize("changes", [hidden_records, open_records_that_name_them, fields_that_are_not_shown])
def test_administrators_see_each_of_them(within: Region, changes: Change) -> None:
    """So the comparison sees every one of these changes where nothing hides it."""
    before = seen(world(within, open_raws()), "internal", None)
    assert [name for name, raws in changes("publik") if seen(world(within, raws), "internal", None) == before] == []


@pytest.mark.parametrize("changes", [hidden_records, open_records_that_name_them])
def test_with_the_reduction_switched_off_every_one_of_them_is_seen(
    within: Region, changes: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = frozenset({"terbuka", "terbatas", "tertutup"})
    monkeypatch.setattr(audience_module, "_SHOWN", dict.fromkeys(("publik", "opd", "internal"), everything))
    before = seen(world(within, open_raws()), "publik", None)
    shown = [name for name, raws in changes("publik") if seen(world(within, raws), "publik", None) == before]
    assert [name for name in shown if "fasilitas" not in name and "jaringan" not in name and "splp" not in name] == []


@pytest.mark.parametrize(
    ("edition", "opd", "klasifikasi"),
    [(edition, opd, klasifikasi) for edition, opd in READERS for klasifikasi in HIDDEN[edition]],
)
def test_a_list_that_names_open_and_hidden_records_is_that_of_the_open_ones(
    within: Region, edition: EditionName, opd: str | None, klasifikasi: str
) -> None:
    for sort in SORTS:
        opened = dict(concealment.reference_fields(sort.model, "buka"))
        hidden = dict(concealment.reference_fields(sort.model, klasifikasi))
        for name, value in opened.items():
            if isinstance(value, str):
                continue
            both: Any = (
                value | {kind: [*ids, *value.get(kind, [])] for kind, ids in hidden[name].items()}
                if isinstance(value, dict)
                else [*hidden[name], *value]
            )
            base = open_raws() | _with(sort, {name: value})
            mixed = {**open_raws(), **hidden_raws(klasifikasi), **_with(sort, {name: both})}
            assert seen(world(within, mixed), edition, opd) == seen(world(within, base), edition, opd), (sort, name)


@pytest.mark.parametrize(("edition", "opd"), READERS)
def test_what_is_known_to_be_none_stays_so(within: Region, edition: EditionName, opd: str | None) -> None:
    """An author who writes that there is none is heard, though a list that the reduction emptied is as if unwritten."""
    none = world(within, open_raws() | _with(BY_KIND["aplikasi"], {"layanan": []}))
    assert seen(none, edition, opd) != seen(world(within, open_raws()), edition, opd)


@pytest.mark.parametrize(("edition", "opd"), READERS)
def test_a_former_id_means_the_open_record_whatever_hidden_ones_are_called(
    within: Region, edition: EditionName, opd: str | None
) -> None:
    sort, app = BY_KIND["layanan"], BY_KIND["aplikasi"]
    base = open_raws() | _with(sort, {"dahulu": ["lama"]}) | _with(app, {"layanan": ["lama"]})
    same_id = sort.record(Node("layanan", "lama"), klasifikasi="tertutup")
    same_former = sort.record(Node("layanan", "zz"), klasifikasi="tertutup", dahulu=["lama"])
    before = seen(world(within, base), edition, opd)
    assert seen(world(within, base | {Node("layanan", "lama"): same_id}), edition, opd) == before
    assert seen(world(within, base | {Node("layanan", "zz"): same_former}), edition, opd) == before


@pytest.mark.parametrize("owner", [OWN, OTHER])
def test_an_office_sees_its_own_fields_and_nobody_else_sees_them(within: Region, owner: str) -> None:
    sort = BY_KIND["aplikasi"]
    base = open_raws() | _with(sort, {"perangkat_daerah": owner})
    told = open_raws() | _with(sort, {"perangkat_daerah": owner, "pengelola": "Seksi TIK"})
    same = seen(world(within, base), "opd", OWN) == seen(world(within, told), "opd", OWN)
    assert same == (owner == OTHER)


# --- assessments, answers and teams


def assessed(within: Region, **more: Any) -> Region:
    return world(within, {**open_raws(), **hidden_raws("tertutup")}, **more)


def with_answers(within: Region, **answers: Jawaban) -> dict[str, Any]:
    (name, assessment), *_ = within.assessments.items()
    return {"assessments": {name: replace(assessment, answers={**assessment.answers, **answers})}}


HIDDEN_EVIDENCE = BY_KIND["bukti"].node("tertutup").id
HIDDEN_OFFICE = BY_KIND["perangkat-daerah"].node("tertutup").id


@pytest.mark.parametrize(("edition", "opd"), READERS)
@pytest.mark.parametrize(
    "raw",
    [
        {"catatan_internal": "Rahasia."},
        {"catatan_asesor": "Rahasia.", "perangkat_daerah": HIDDEN_OFFICE},
        {"bukti": [HIDDEN_EVIDENCE]},
        {"batas_waktu": "2026-05-01", "asal": ["2024/I1"]},
    ],
)
def test_an_answer_that_says_only_what_is_hidden_is_no_answer(
    within: Region, raw: Raw, edition: EditionName, opd: str | None
) -> None:
    before = seen(assessed(within), edition, opd)
    after = assessed(within, **with_answers(within, I12=Jawaban.model_validate(raw)))
    assert seen(after, edition, opd) == before
    assert seen(after, "internal", None) != seen(assessed(within), "internal", None)


def draft_of(within: Region, year: int, instrument: str) -> Assessment:
    """An assessment that nobody approved yet, with a value for every indicator."""
    head = Penilaian.model_validate({"tahun": str(year), "instrumen": instrument, "target_indeks": "4"})
    found = within.instruments[instrument]
    values = {one.kode: Fraction(3) for one in found.all_indicators()}
    answer = Jawaban.model_validate(
        {"perangkat_daerah": OTHER, "bukti": [BY_KIND["bukti"].node("buka").id], "target": "4"}
    )
    return Assessment(str(year), head, found, {"I1": answer}, {"mandiri": values})


@pytest.mark.parametrize("year", [2020, 2025, 2030])
@pytest.mark.parametrize("instrument", ["permenpanrb-59-2020", "permenpanrb-8-2026"])
def test_a_draft_before_between_or_after_changes_nothing_for_the_public(
    within: Region, year: int, instrument: str
) -> None:
    draft = draft_of(within, year, instrument)
    found = sorted(
        [*within.assessments.values(), replace(draft, nama=f"{year}-draf")], key=lambda one: one.penilaian.tahun
    )
    after = assessed(within, assessments={one.nama: one for one in found})
    assert seen(after, "publik", None) == seen(assessed(within), "publik", None)
    assert seen(after, "opd", OWN) != seen(assessed(within), "opd", OWN)


@pytest.mark.parametrize(("edition", "opd"), READERS)
def test_a_team_tells_nothing_of_hidden_offices_and_evidence(
    within: Region, edition: EditionName, opd: str | None
) -> None:
    seat = {"jabatan": "Ketua"}
    team: Raw = {"nama": "Tim", "anggota": [seat]}
    base = TataKelola.model_validate({"koordinasi": team})
    more = {**team, "bukti": [HIDDEN_EVIDENCE], "anggota": [{**seat, "perangkat_daerah": HIDDEN_OFFICE}]}
    after = assessed(within, teams=TataKelola.model_validate({"koordinasi": more}))
    assert seen(after, edition, opd) == seen(assessed(within, teams=base), edition, opd)


@pytest.mark.parametrize(
    ("edition", "opd", "klasifikasi"),
    [(edition, opd, klasifikasi) for edition, opd in READERS for klasifikasi in HIDDEN[edition]],
)
def test_a_part_that_stands_by_itself_tells_nothing_of_the_hidden_records_that_it_names(
    within: Region, edition: EditionName, opd: str | None, klasifikasi: str
) -> None:
    sort = BY_KIND["aplikasi"]
    partner, hidden = {"mitra": "Bank"}, BY_KIND["data"].node(klasifikasi).id
    base = open_raws() | _with(sort, {STANDING[0][1]: [partner]})
    after = {
        **open_raws(),
        **hidden_raws(klasifikasi),
        **_with(sort, {STANDING[0][1]: [{**partner, "data": [hidden]}]}),
    }
    assert seen(world(within, after), edition, opd) == seen(world(within, base), edition, opd)


STANDING = ((Aplikasi, "integrasi_luar"),)
"""Parts that say something without the records they name, and are told on without them."""


def test_every_kind_and_every_relation_is_tried() -> None:
    """A relation that no change reaches would not be held; those inside parts are reached through their lists."""
    tried = {(sort.model, name) for sort in SORTS for name, _value in concealment.reference_fields(sort.model, "x")}
    declared = {(sort.model, spec.field) for sort in SORTS for spec in relations_of(sort.model)}
    assert declared - tried == set(STANDING)
    assert {sort.slug for sort in SORTS} == set(BY_KIND)
