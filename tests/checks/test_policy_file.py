"""A region's policy: what it may make graver or less grave, and what does not count for one record until a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from spbe.checks import Opened
from spbe.checks import open_region as data_of
from spbe.engines.preflight import preflight
from spbe.problems import RULES

DAY = date(2026, 4, 1)
POLICY = "architecture/kebijakan-pemeriksaan.yaml"
WAIVER = """\
pengecualian:
  - aturan: pribadi-telepon
    catatan: aplikasi/simpeg
    alasan: Nomor layanan pengaduan.
    sampai: 2026-04
"""


def opened(root: Path, policy: str, today: date = DAY) -> Opened:
    (root / POLICY).write_text(policy, "utf-8")
    return preflight(data_of(root, today))


def rules(region: Opened) -> list[tuple[str, str]]:
    return [(one.rule, one.severity) for one in region.problems]


@pytest.fixture
def called(minimal: Path) -> Path:
    """A region in which one record holds a mobile number."""
    with (minimal / "architecture/aplikasi/simpeg.yaml").open("a") as file:
        file.write("kendala: Hubungi 0812-0000-0101.\n")
    return minimal


def test_a_waived_problem_does_not_count_and_is_not_lost(called: Path) -> None:
    region = opened(called, WAIVER)
    assert rules(region) == []
    (waived,) = region.waived
    assert (waived.problem.rule, waived.waiver.reason) == ("pribadi-telepon", "Nomor layanan pengaduan.")
    assert waived.waiver.until == date(2026, 4, 30)


def test_a_waiver_counts_through_its_last_day_and_no_longer(called: Path) -> None:
    assert rules(opened(called, WAIVER, date(2026, 4, 30))) == []
    late = opened(called, WAIVER, date(2026, 5, 1))
    assert rules(late) == [("pribadi-telepon", "warning"), ("pengecualian-lewat", "warning")]
    assert late.waived == ()


def test_a_waiver_is_for_one_record_only(called: Path) -> None:
    record = (called / "architecture/aplikasi/simpeg.yaml").read_text("utf-8").replace("id: simpeg", "id: lain")
    (called / "architecture/aplikasi/lain.yaml").write_text(record, "utf-8")
    assert [(one.rule, one.file) for one in opened(called, WAIVER).problems] == [
        ("pribadi-telepon", "architecture/aplikasi/lain.yaml")
    ]


def test_of_a_file_with_many_records_only_the_one_that_is_named_is_meant(called: Path) -> None:
    (called / "architecture/aplikasi/simpeg.yaml").unlink()
    (called / "architecture/aplikasi/semua.yaml").write_text(
        "- {id: satu, nama: Satu, perangkat_daerah: diskominfo, kendala: 0812-0000-0101}\n"
        "- {id: simpeg, nama: Dua, perangkat_daerah: diskominfo, kendala: 0812-0000-0102}\n"
        "- {id: tiga, nama: Tiga, perangkat_daerah: diskominfo, kendala: 0812-0000-0103}\n"
    )
    region = opened(called, WAIVER)
    assert [one.line for one in region.problems if one.rule == "pribadi-telepon"] == [1, 3]
    assert [one.problem.line for one in region.waived] == [2]


def test_a_page_is_named_by_its_file(called: Path) -> None:
    (called / "content/kontak.md").write_text("# Kontak\n\n0812-0000-0101\n")
    policy = WAIVER.replace("catatan: aplikasi/simpeg", "berkas: content/kontak.md")
    assert [one.file for one in opened(called, policy).problems] == ["architecture/aplikasi/simpeg.yaml"]


def test_a_rule_may_be_made_graver_or_less_grave(called: Path) -> None:
    graver = opened(called, "kegawatan: {pribadi-telepon: kesalahan}\n")
    assert (rules(graver), graver.sound) == ([("pribadi-telepon", "error")], False)
    assert rules(opened(called, "kegawatan: {pribadi-telepon: info}\n")) == [("pribadi-telepon", "info")]


def test_problems_of_settings_are_judged_too(minimal: Path) -> None:
    settings = minimal / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "site_nama: Salah\n", "utf-8")
    assert ("pengaturan-tak-dikenal", "error") in rules(
        opened(minimal, "kegawatan: {pengaturan-tak-dikenal: kesalahan}")
    )
    policy = "pengecualian: [{aturan: pengaturan-tak-dikenal, berkas: mkdocs.yml, alasan: Uji, sampai: 2099}]"
    assert ("pengaturan-tak-dikenal", "warning") not in rules(opened(minimal, policy))


def test_a_likely_nik_may_be_waived_for_one_record_but_never_made_less_grave(minimal: Path) -> None:
    with (minimal / "architecture/aplikasi/simpeg.yaml").open("a") as file:
        file.write("kendala: Nomor inventaris 3500004107900001\n")
    waived = opened(minimal, WAIVER.replace("pribadi-telepon", "pribadi-nik"))
    assert (rules(waived), waived.sound) == ([], True)
    assert rules(opened(minimal, "kegawatan: {pribadi-nik: info}")) == [
        ("pribadi-nik", "error"),
        ("kebijakan-tetap", "error"),
    ]


def test_what_protects_the_public_or_keeps_data_readable_is_out_of_reach() -> None:
    free = {rule.id for rule in RULES.values() if not rule.is_fixed and rule.severity == "error"}
    assert free == {"pribadi-nik"}
    assert RULES["tautan-tertutup"].is_fixed
    assert {"alamat-sandi", "rahasia-sandi", "rahasia-kunci", "lampiran-aktif"} <= {
        rule.id for rule in RULES.values() if rule.is_fixed
    }


def test_a_former_name_of_a_rule_is_told_with_the_present_one(minimal: Path) -> None:
    (problem,) = opened(minimal, "kegawatan: {lampiran-sidik: kesalahan}").problems
    assert "`lampiran-hash`" in problem.message
    former = [name for rule in RULES.values() for name in rule.former]
    assert len(former) == len(set(former))
    assert not set(former) & RULES.keys()
