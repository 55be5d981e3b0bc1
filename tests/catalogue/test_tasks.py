"""What an office should do first: the order of worth on a small region made by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from spbe.catalogue.claims import Claim, Verdict, claims_of, rules_for
from spbe.catalogue.quality import examine
from spbe.catalogue.shortcomings import shortcomings
from spbe.catalogue.task_weights import WEIGHTS
from spbe.catalogue.tasks import Sources, Task, current_assessments, tasks
from spbe.editions import Audience, Edition, redact
from spbe.region import Node
from spbe.scoring.outcomes import outcomes
from support.regions import open_fast

DAY = date(2026, 4, 1)
HEAD = "tahun: 2025\ninstrumen: permenpanrb-59-2020\npublikasi: {status: terbit}\n"
FILES = {
    "content/profil.yaml": "nama: Kabupaten Uji\n",
    "indicators/2025/penilaian.yaml": HEAD,
    "indicators/2021/penilaian.yaml": HEAD.replace("2025", "2021"),
    "architecture/perangkat-daerah/dinas-a.yaml": "id: dinas-a\nnama: Dinas A\nditinjau: 2026-03\n",
    "architecture/perangkat-daerah/dinas-b.yaml": "id: dinas-b\nnama: Dinas B\nditinjau: 2026-03\n",
}


@pytest.fixture
def region(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        write(tmp_path, name, text)
    return tmp_path


def write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def record(root: Path, kind: str, name: str, text: str, owner: str | None = "dinas-a") -> None:
    folder = "indicators/bukti" if kind == "bukti" else f"architecture/{kind}"
    head = f"id: {name}\nnama: {name}\n" + (f"perangkat_daerah: {owner}\n" if owner else "")
    write(root, f"{folder}/{name}.yaml", head + text)


def answer(root: Path, code: str, text: str, year: int = 2025, owner: str = "dinas-a") -> None:
    write(root, f"indicators/{year}/{code}.yaml", f"perangkat_daerah: {owner}\n{text}")


def view(root: Path, edition: str = "internal", opd: str | None = None) -> Edition:
    opened = open_fast(root, DAY)
    assert opened.sound, opened.problems
    results = outcomes(opened.region)
    return redact(opened.region, results, Audience(edition, opd))  # type: ignore[arg-type]


def found(root: Path, office: str = "dinas-a", services: dict[str, int] | None = None, **edition: str) -> list[Task]:
    seen = view(root, **edition)
    region = seen.region
    sources = Sources(
        region,
        examine(region, seen.visible_fields),
        shortcomings(region),
        claims_of(region, seen.outcomes, seen.visible_fields, whole=seen.audience.is_whole),
        lambda node: (services or {}).get(node.id, 0),
    )
    return list(tasks(sources).get(office, ()))


def works(root: Path, office: str = "dinas-a", **edition: str) -> list[tuple[str, str]]:
    """What is to be done, without gaps of fields and of answers, which almost every region here has."""
    return [
        (task.work, task.node.id)
        for task in found(root, office, **edition)
        if task.work not in {"isian-kosong", "belum-ditinjau", "ditinjau-lama", "belum-dinilai"}
    ]


def test_every_kind_of_work_has_a_weight_of_its_own_and_they_are_told_in_order() -> None:
    weights = [one.weight for one in WEIGHTS]
    assert weights == sorted(set(weights), reverse=True)
    assert all(one.label and one.reason for one in WEIGHTS)


def test_evidence_that_proves_comes_before_everything_and_that_before_an_empty_field(region: Path) -> None:
    record(region, "bukti", "lewat", "berlaku_sampai: 2026-03-31\nditinjau: 2026-03\n")
    record(region, "bukti", "segera", "berlaku_sampai: 2026-06-30\nditinjau: 2026-03\n")
    record(region, "bukti", "nanti", "berlaku_sampai: 2026-07-01\nditinjau: 2026-03\n")
    answer(region, "I11", "nilai: {mandiri: 3}\nbukti: [lewat, segera, nanti]\n")
    record(region, "peta-rencana", "telat", "tahun_selesai: 2025\nstatus: berjalan\nditinjau: 2026-03\n")
    told = found(region)

    assert [(task.work, task.node.id) for task in told[:4]] == [
        ("bukti-lewat", "lewat"),
        ("bukti-segera", "segera"),
        ("belum-dinilai", "2025"),
        ("rencana-lewat", "telat"),
    ]
    assert told[0].indicators == ("2025/I11",)
    assert [task.work for task in told[4:]] == sorted((task.work for task in told[4:]), reverse=True)
    assert {task.work for task in told[4:]} == {"temuan", "isian-kosong"}
    assert ("bukti-segera", "nanti") not in works(region)


def test_evidence_of_an_assessment_that_is_over_is_no_work_and_unused_evidence_is_little(region: Path) -> None:
    answer(region, "I1", "nilai: {mandiri: 1}\n")
    record(region, "bukti", "dahulu", "berlaku_sampai: 2022-12-31\n")
    record(region, "bukti", "lain", "berlaku_sampai: 2022-12-31\n")
    answer(region, "I11", "nilai: {mandiri: 3}\nbukti: [dahulu]\n", 2021)
    assert works(region)[-1] == ("bukti-lain", "lain")
    assert "dahulu" not in {name for work, name in works(region) if work.startswith("bukti")}


def test_evidence_is_the_work_of_its_owner_and_of_whoever_it_proves_for(region: Path) -> None:
    record(region, "bukti", "lewat", "berlaku_sampai: 2026-03-31\n", owner="dinas-b")
    answer(region, "I11", "nilai: {mandiri: 3}\nbukti: [lewat]\n")
    for office in ("dinas-a", "dinas-b"):
        assert ("bukti-lewat", "lewat") in works(region, office)


def test_a_level_without_evidence_and_an_open_recommendation_are_work(region: Path) -> None:
    answer(region, "I11", "nilai: {mandiri: 2}\n")
    answer(region, "I12", "nilai: {mandiri: 1}\n")
    answer(region, "I13", "rekomendasi: Susun pedoman.\nstatus_tindak_lanjut: sebagian\n")
    answer(region, "I14", "rekomendasi: Susun pedoman.\nstatus_tindak_lanjut: selesai\n")
    assert works(region) == [("tindak-lanjut", "2025/I13"), ("tanpa-bukti", "2025/I11")]


def test_hidden_evidence_is_as_if_none_had_been_named(region: Path) -> None:
    record(region, "bukti", "rahasia", "klasifikasi: tertutup\n")
    answer(region, "I11", "nilai: {mandiri: 2}\nbukti: [rahasia]\n")
    assert works(region, edition="publik") == [("tanpa-bukti", "2025/I11")]
    assert "tanpa-bukti" not in dict(works(region))


def test_a_deadline_that_only_its_office_may_see_is_told_to_nobody_else(region: Path) -> None:
    answer(region, "I13", "rekomendasi: Susun.\nstatus_tindak_lanjut: belum\nbatas_waktu: 2026-02-01\n")

    def due(**edition: str) -> date | None:
        return next(task.due for task in found(region, **edition) if task.work == "tindak-lanjut")

    assert due(edition="publik") is None
    assert due(edition="opd", opd="dinas-b") is None
    assert due(edition="opd", opd="dinas-a") == due() == date(2026, 2, 1)


@pytest.mark.parametrize(
    ("text", "late"),
    [
        ("tahun_selesai: 2025\nstatus: berjalan\n", True),
        ("tahun_selesai: 2026\nstatus: berjalan\n", False),
        ("tahun_selesai: 2025\nstatus: selesai\n", False),
        ("tahun_selesai: 2025\nstatus: ditunda\n", False),
        ("tahun_selesai: 2025\nstatus: berjalan\nrencana: {tahun_selesai: 2027}\n", False),
        ("tahun_mulai: 2025\ntahun_selesai: 2027\nstatus: direncanakan\n", True),
        ("tahun_mulai: 2025\ntahun_selesai: 2027\nstatus: berjalan\n", False),
    ],
)
def test_a_plan_is_late_when_its_year_has_passed_and_nothing_says_why(region: Path, text: str, late: bool) -> None:
    record(region, "peta-rencana", "rencana-kami", text + "pelaksana: [dinas-b]\n")
    for office in ("dinas-a", "dinas-b"):
        assert (("rencana-lewat", "rencana-kami") in works(region, office)) is late


def test_a_planned_record_whose_day_has_come_is_late(region: Path) -> None:
    record(region, "layanan", "satu", "keadaan: rencana\nsejak: 2026-01\n")
    record(region, "layanan", "dua", "keadaan: rencana\nsejak: 2026-12\n")
    assert [one for one in works(region) if one[0] == "rencana-lewat"] == [("rencana-lewat", "satu")]


def test_a_coming_version_is_late_once_its_day_is_over(region: Path) -> None:
    record(region, "layanan", "satu", "sejak: 2020\nrencana: {sejak: 2024, uraian: Baru.}\n")
    record(region, "layanan", "dua", "sejak: 2020\nrencana: {sejak: 2026-12, uraian: Baru.}\n")
    record(region, "layanan", "tiga", "keadaan: dihentikan\nrencana: {sejak: 2024, uraian: Baru.}\n")
    assert [one for one in works(region) if one[0] == "rencana-lewat"] == [("rencana-lewat", "satu")]


def test_a_record_without_owner_is_work_of_whoever_uses_it(region: Path) -> None:
    record(region, "aplikasi", "yatim", "pengguna: [dinas-b]\n", owner=None)
    assert ("tanpa-pemilik", "yatim") in works(region, "dinas-b")
    assert ("tanpa-pemilik", "yatim") not in works(region, "dinas-a")


def test_among_empty_fields_what_services_rest_on_comes_first_then_what_lacks_most(region: Path) -> None:
    record(region, "proses-bisnis", "ab", "uraian: Ada.\nditinjau: 2026-03\n")
    record(region, "proses-bisnis", "aa", "uraian: Ada.\nsumber: Ada.\nditinjau: 2026-03\n")
    record(region, "proses-bisnis", "dasar", "uraian: Ada.\nsumber: Ada.\nditinjau: 2026-03\n")
    told = [task.node.id for task in found(region, services={"dasar": 7}) if task.node.kind == "proses-bisnis"]
    assert told == ["dasar", "ab", "aa"]


def test_fields_of_the_kind_are_named_before_those_of_every_record(region: Path) -> None:
    record(region, "proses-bisnis", "a", "")
    fields = next(task.fields for task in found(region) if task.node.id == "a")
    assert fields[-2:] == ("uraian", "sumber")
    assert "ditinjau" not in fields


def test_reviews_come_last_and_the_unknown_is_no_work(region: Path) -> None:
    record(region, "proses-bisnis", "a", "ditinjau: 2019\nuraian: belum diketahui\n")
    told = [task for task in found(region) if task.node.id == "a"]
    assert [task.work for task in told] == ["isian-kosong", "ditinjau-lama"]
    assert "uraian" not in told[0].fields


def test_a_contradiction_is_work_of_who_answers_for_the_indicator(region: Path) -> None:
    answer(region, "I11", "nilai: {mandiri: 5}\n")
    seen = view(region)
    [rule, *_others] = rules_for("permenpanrb-59-2020", "I11")

    def told(verdict: Verdict) -> dict[str, list[Task]]:
        claim = Claim(rule, "I11", "mandiri", Fraction(5), (), verdict)
        found = tasks(Sources(seen.region, (), (), {"2025": (claim,)}))
        return {office: [one for one in own if one.work == "bertentangan"] for office, own in found.items()}

    assert told("bertentangan") == {"dinas-a": [Task("bertentangan", Node("jawaban", "2025/I11"))]}
    assert not any(told("meragukan").values())


def test_only_the_newest_assessment_of_an_instrument_counts_and_none_that_is_old(region: Path) -> None:
    assert [one.nama for one in current_assessments(view(region).region)] == ["2025"]
    write(region, "indicators/2026/penilaian.yaml", "tahun: 2026\ninstrumen: permenpanrb-8-2026\n")
    assert {one.nama for one in current_assessments(view(region).region)} == {"2025", "2026"}


def test_an_office_without_anything_has_only_itself_to_fill_in(region: Path) -> None:
    assert {task.node for task in found(region, "dinas-b")} == {Node("perangkat-daerah", "dinas-b")}


def unanswered(root: Path, office: str = "dinas-a") -> list[str]:
    """The codes that nobody gave a value, of the newest assessment."""
    told = [task for task in found(root, office) if task.work == "belum-dinilai"]
    assert len(told) <= 1
    return [answer.partition("/")[2] for task in told for answer in task.indicators]


def test_indicators_without_a_value_are_work_of_whoever_is_named_for_them(region: Path) -> None:
    """A file that names an office and gives no level; values that the ministry gave alone are an answer too."""
    answer(region, "I1", "nilai: {mandiri: 3}\n")
    answer(region, "I2", "fakta: Sedang disusun.\n")
    answer(region, "I3", "fakta: Sedang disusun.\n", owner="dinas-b")
    write(region, "indicators/2025/nilai.yaml", "I4: {dokumen: 2}\n")

    assert {"I1", "I3", "I4"} & set(unanswered(region)) == set()
    assert unanswered(region)[:2] == ["I2", "I5"]
    assert unanswered(region, "dinas-b") == ["I3"]


def test_whoever_answered_before_is_expected_to_answer_again(region: Path) -> None:
    answer(region, "I7", "nilai: {mandiri: 3}\n", year=2021, owner="dinas-b")
    answer(region, "I1", "nilai: {mandiri: 3}\n")

    assert unanswered(region, "dinas-b") == ["I7"]
    assert len(unanswered(region)) == 45


def test_what_nobody_ever_answered_is_work_of_the_assessors_office_else_of_who_answers_most(region: Path) -> None:
    assert unanswered(region) == unanswered(region, "dinas-b") == []  # two offices, and nothing that tells them apart
    answer(region, "I1", "nilai: {mandiri: 3}\n", owner="dinas-b")
    assert len(unanswered(region, "dinas-b")) == 46
    seats = "asesor_internal:\n  nama: Asesor\n  anggota:\n    - {jabatan: Kepala, perangkat_daerah: dinas-a}\n"
    write(region, "indicators/tim.yaml", seats)
    assert (len(unanswered(region)), unanswered(region, "dinas-b")) == (46, [])


def test_an_assessment_with_an_official_result_is_over_whatever_levels_are_known(region: Path) -> None:
    answer(region, "I1", "nilai: {mandiri: 3}\n")
    write(region, "indicators/2025/penilaian.yaml", HEAD + "hasil_resmi: {indeks: 2.10}\n")

    assert unanswered(region) == []


def test_a_level_below_its_target_is_work_with_both(region: Path) -> None:
    answer(region, "I1", "nilai: {mandiri: 3, interviu: 2}\ntarget: 3\nbukti: tidak ada\n")
    answer(region, "I2", "nilai: {mandiri: 3}\ntarget: 3\nbukti: tidak ada\n")
    answer(region, "I3", "target: 3\n")  # not answered at all, which is told otherwise
    told = [task for task in found(region) if task.work == "di-bawah-target"]

    assert [(task.node.id, task.levels) for task in told] == [("2025/I1", (Fraction(2), Fraction(3)))]
