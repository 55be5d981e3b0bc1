"""Former versions leak nothing: neither records, fields nor drafts that the edition does not show."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from spbe.editions import EditionName
from spbe.history import RecordChange, past_of
from spbe.region import Node
from support import canaries
from support.canaries import OWN, Plant
from support.regions import ROOT, SAMPLES, copy_named, copy_region
from support.repositories import Kept, repository

FIRST = date(2026, 1, 5)

UJI = "architecture/aplikasi/uji.yaml"
NODE = Node("aplikasi", "uji")


def steps(kept: Kept, *texts: str) -> None:
    """Commit one version of the record after another; an empty text removes it."""
    for number, text in enumerate(texts, 1):
        if text:
            kept.write(UJI, f"id: uji\nnama: Uji\n{text}")
        else:
            (kept.root / UJI).unlink()
        kept.commit(f"2026-02-{number:02d}")


def told(kept: Kept, edition: EditionName = "publik", opd: str | None = None) -> list[tuple[str, tuple[str, ...]]]:
    return [(change.action, change.fields) for change in reversed(kept.told(edition, opd)) if change.node == NODE]


def test_a_record_that_is_hidden_now_was_never_there(kept: Kept) -> None:
    steps(kept, "fungsi: a\n", "fungsi: b\n", "fungsi: b\nklasifikasi: tertutup\n")

    assert told(kept) == []
    assert told(kept, "internal") == [("tambah", ()), ("ubah", ("Fungsi",)), ("ubah", ("Klasifikasi catatan",))]


def test_a_record_hidden_without_a_commit_was_never_there_either(kept: Kept) -> None:
    steps(kept, "fungsi: a\n", "fungsi: b\n")
    kept.write(UJI, "id: uji\nnama: Uji\nfungsi: b\nklasifikasi: terbatas\n")

    assert told(kept) == []


def test_a_record_that_came_to_light_was_added_then(kept: Kept) -> None:
    steps(kept, "klasifikasi: tertutup\n", "klasifikasi: Rahasia\nfungsi: a\n", "fungsi: a\n", "fungsi: b\n")

    assert told(kept) == [("tambah", ()), ("ubah", ("Fungsi",))]


def test_a_record_that_was_hidden_for_a_while(kept: Kept) -> None:
    steps(kept, "fungsi: a\n", "klasifikasi: tertutup\n", "klasifikasi: tertutup\nfungsi: c\n", "fungsi: d\n")

    assert told(kept) == [("tambah", ()), ("tambah", ())]


def test_a_removed_record_counts_as_it_was_last(kept: Kept) -> None:
    steps(kept, "fungsi: a\n", "klasifikasi: terbatas\n", "")

    assert told(kept) == []
    assert kept.told("opd", "bkpsdm")[0] == RecordChange("hapus", NODE, "Uji")


def test_a_classification_that_nobody_understands_hides(kept: Kept) -> None:
    steps(kept, "klasifikasi: sangat gawat\n", "klasifikasi: [terbuka]\n", "fungsi: a\n")

    assert told(kept) == [("tambah", ())]


def test_an_id_that_a_hidden_record_gave_up_is_not_told(kept: Kept) -> None:
    steps(kept, "fungsi: a\n")
    (kept.root / UJI).unlink()
    kept.write("architecture/aplikasi/tutup.yaml", "id: tutup\nnama: Tutup\ndahulu: [uji]\nklasifikasi: tertutup\n")
    kept.commit("2026-02-05")

    assert kept.told() == []


def test_fields_are_told_by_their_class_and_owner(kept: Kept) -> None:
    kept.write("architecture/perangkat-daerah/dinkes.yaml", "id: dinkes\nnama: Dinas Kesehatan\n")
    own = "perangkat_daerah: dinkes\n"
    steps(kept, own, f"{own}pengelola: a\n", f"{own}pengelola: a\nkendala: b\n")

    assert told(kept) == [("tambah", ())]
    assert told(kept, "opd", "dinkes") == [("tambah", ()), ("ubah", ("Unit operasional teknologi",))]
    assert told(kept, "opd", "bkpsdm") == [("tambah", ())]
    assert told(kept, "internal")[-1] == ("ubah", ("Kendala",))


def test_fields_of_another_owner_then_are_not_told(kept: Kept) -> None:
    kept.write("architecture/perangkat-daerah/dinkes.yaml", "id: dinkes\nnama: Dinas Kesehatan\n")
    kept.write("architecture/perangkat-daerah/dishub.yaml", "id: dishub\nnama: Dinas Perhubungan\n")
    steps(kept, "perangkat_daerah: dishub\npengelola: a\n", "perangkat_daerah: dinkes\npengelola: b\n")

    assert told(kept, "opd", "dinkes") == [("tambah", ()), ("ubah", ("Perangkat daerah",))]


def test_a_reference_to_what_is_hidden_is_no_change(kept: Kept) -> None:
    kept.write("architecture/data/tutup.yaml", "id: tutup\nnama: Tutup\nklasifikasi: tertutup\n")
    kept.write("architecture/aplikasi/tutup.yaml", "id: tutup\nnama: Tutup\nklasifikasi: tertutup\n")
    hidden = "data_dipakai: [tutup]\nintegrasi:\n  - {aplikasi: tutup, frekuensi: harian}\n"
    steps(kept, "fungsi: a\n", f"fungsi: a\n{hidden}", f"fungsi: a\n{hidden}rencana: {{data_dipakai: [tutup]}}\n")

    assert told(kept) == [("tambah", ())]
    assert [fields for _action, fields in told(kept, "internal")[1:]] == [
        ("Data dipakai", "Integrasi"),
        ("Rencana perubahan",),
    ]


def test_a_plan_of_a_hidden_field_is_no_change(kept: Kept) -> None:
    steps(kept, "fungsi: a\n", "fungsi: a\nrencana: {kendala: b}\n", "fungsi: a\nrencana: {kendala: c, fungsi: d}\n")

    assert told(kept) == [("tambah", ()), ("ubah", ("Rencana perubahan",))]


def test_drafts_are_told_from_the_day_of_their_publication(tmp_path: Path, keep: Callable[[Path], Kept]) -> None:
    kept = keep(copy_region(ROOT / "tests/data/madiun", tmp_path / "wilayah"))
    head = "tahun: 2021\ninstrumen: permenpanrb-59-2020\n"

    def commit(day: str, status: str, fact: str, value: int) -> None:
        kept.write("indicators/2021/penilaian.yaml", f"{head}publikasi: {{status: {status}}}\n")
        kept.write("indicators/2021/I1.yaml", f"fakta: {fact}\n")
        kept.write("indicators/2021/nilai.yaml", f"I2: {{akhir: {value}}}\n")
        kept.commit(day)

    commit("2026-02-01", "draf", "a", 1)
    commit("2026-02-02", "draf", "b", 2)
    assert kept.told() == []
    assert len(kept.told("internal")) == 5
    commit("2026-02-03", "terbit", "c", 3)
    assert kept.told() == [RecordChange("tambah", Node("penilaian", "2021"))]
    commit("2026-02-04", "terbit", "d", 4)
    assert {change.node.kind for change in kept.told()[:2]} == {"jawaban", "nilai"}
    kept.write("indicators/2021/penilaian.yaml", head)
    assert kept.told() == [], "a draft again, though not yet committed"


@pytest.fixture(scope="module", params=SAMPLES)
def planted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Kept, dict[str, Plant]]:
    """The sample or a part of it under version control, full of words that change in its last commit, and the words."""
    kept = repository(copy_named(request.param, tmp_path_factory.mktemp("tanaman") / "wilayah"))
    plants = canaries.plant(kept.root).plants
    kept.commit("2026-02-01")
    for path in sorted(kept.root.rglob("*.yaml")):
        comment, brace, text = path.read_text("utf-8").partition("{\n")
        if (brace and comment.startswith(("# zq", "{"))) or path.stem.startswith("zq"):
            record = json.loads(brace + text)
            path.write_text(comment + json.dumps({**record, "ditinjau": "2026-02-01"}), "utf-8")
    kept.commit("2026-02-02")
    return kept, plants


@pytest.mark.slow
@pytest.mark.parametrize(("edition", "opd"), [("publik", None), ("opd", OWN), ("internal", None)])
def test_planted_words_of_the_past_are_told_to_those_only_who_may_see_them(
    edition: EditionName, opd: str | None, planted: tuple[Kept, dict[str, Plant]]
) -> None:
    kept, plants = planted
    found = past_of(kept.view(edition, opd), kept.root)
    told = repr(found)

    visible = {plant.word for plant in plants.values() if plant.visible(edition, opd)}
    words = {word for word in plants if word in told}
    assert words <= visible
    assert bool(words) == (edition != "publik")
    assert [len(step.changes) > 20 for step in found.steps if step.date > FIRST] == [True, True]
