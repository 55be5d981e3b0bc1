"""``spbe check --kunci-kualitas``: limits are written, tightened in place, and loosened only on demand."""

from __future__ import annotations

import json
from pathlib import Path

from spbe.yamlio.jsonschema import schemas
from support.regions import build_region

FILE = "architecture/kualitas.yaml"


def worsen(region: Path) -> None:
    (region / "architecture/aplikasi/kosong.yaml").write_text("id: kosong\nnama: Kosong\n", "utf-8")


def test_limits_are_written_once_and_then_hold(spbe, region: Path) -> None:
    first = spbe("check", "--root", region, "--kunci-kualitas")
    text = (region / FILE).read_text("utf-8")

    assert first.exit_code == 0
    assert FILE in first.stderr
    assert "# yaml-language-server: $schema=../skema/kualitas.json" in text
    assert "  aplikasi: " in text
    assert "  tanpa-pemilik: " in text
    assert schemas()["kualitas"]
    assert spbe("check", "--root", region).exit_code == 0


def test_worse_data_is_1_for_check_and_for_build_and_the_report_has_the_line(spbe, region: Path) -> None:
    spbe("check", "--root", region, "--kunci-kualitas")
    worsen(region)
    checked = spbe("check", "--root", region, "--format", "json")
    built = build_region(region)

    assert checked.exit_code == 1
    problems = [one for one in json.loads(checked.stdout)["problems"] if one["severity"] == "error"]
    lines = (region / FILE).read_text("utf-8").splitlines()
    assert {problem["rule"] for problem in problems} == {"kualitas-turun", "kualitas-temuan"}
    assert {problem["file"] for problem in problems} == {FILE}
    assert all(problem["key"].split(".")[1] in lines[problem["line"] - 1] for problem in problems)
    assert built.returncode == 1
    assert "kualitas-turun" in built.stderr
    assert not (region / "site").exists()


def test_worse_data_does_not_loosen_its_limits(spbe, region: Path) -> None:
    spbe("check", "--root", region, "--kunci-kualitas")
    before = (region / FILE).read_text("utf-8")
    worsen(region)
    result = spbe("check", "--root", region, "--kunci-kualitas")

    assert result.exit_code == 1
    assert (region / FILE).read_text("utf-8") == before

    result = spbe("check", "--root", region, "--kunci-kualitas", "--longgarkan")
    assert result.exit_code == 0
    assert (region / FILE).read_text("utf-8") != before


def test_better_data_tightens_in_place_and_keeps_every_comment(spbe, region: Path) -> None:
    text = (
        "# kesepakatan forum data\n"
        "kelengkapan:  # dibahas tiap triwulan\n"
        "  aplikasi: 0/10   # awal 2026\n\n"
        "  layanan: '0/4'\n"
        'temuan: {tanpa-pemilik: "9"}  # paling banyak\n'
    )
    (region / FILE).write_text(text, "utf-8")
    result = spbe("check", "--root", region, "--kunci-kualitas")
    written = (region / FILE).read_text("utf-8")

    assert result.exit_code == 0
    assert "kelengkapan.aplikasi" in result.stderr
    assert "0/10" not in written
    assert "'0/4'" not in written
    same = [line.split("#")[-1] for line in text.splitlines() if "#" in line]
    assert [line.split("#")[-1] for line in written.splitlines() if "#" in line] == same
    assert len(written.splitlines()) == len(text.splitlines())
    assert "perangkat-daerah" not in written, "what was not guarded stays so"
    assert "temuan.belum-ditinjau" in result.stderr

    again = spbe("check", "--root", region, "--kunci-kualitas")
    assert (region / FILE).read_text("utf-8") == written
    assert again.exit_code == 0


def test_a_value_that_cannot_be_rewritten_in_its_place_is_refused(spbe, region: Path) -> None:
    text = "kelengkapan:\n  aplikasi: &a 0/10\n  layanan: *a\n"
    (region / FILE).write_text(text, "utf-8")
    result = spbe("check", "--root", region, "--kunci-kualitas")

    assert result.exit_code == 1
    assert "alias" in result.stderr
    assert (region / FILE).read_text("utf-8") == text


def test_a_broken_file_is_a_problem_and_is_not_overwritten(spbe, region: Path) -> None:
    (region / FILE).write_text("kelengkapan:\n  aplikasi: 81%\n", "utf-8")
    result = spbe("check", "--root", region, "--kunci-kualitas")

    assert result.exit_code == 1
    assert f"{FILE}:2:13: kesalahan: `81%` bukan batas kualitas data." in result.stdout
    assert (region / FILE).read_text("utf-8") == "kelengkapan:\n  aplikasi: 81%\n"


def test_loosening_alone_is_wrong_usage(spbe, region: Path) -> None:
    assert spbe("check", "--root", region, "--longgarkan").exit_code == 2


def test_limits_by_former_names_still_hold_and_are_tightened_where_they_are(spbe, region: Path) -> None:
    former = region / "architecture/mutu.yaml"
    former.write_text("temuan:\n  aplikasi-tanpa-rumah: 99\n  data-tanpa-wali: 99\n", "utf-8")
    result = spbe("check", "--root", region, "--kunci-mutu")
    written = former.read_text("utf-8")

    assert result.exit_code == 0
    assert "99" not in written
    assert not (region / FILE).exists()

    worsen(region)
    assert "kualitas-temuan" in spbe("check", "--root", region).stdout


def test_a_file_by_its_former_name_is_refused_beside_the_present_one(spbe, region: Path) -> None:
    for name in ("mutu", "kualitas"):
        (region / f"architecture/{name}.yaml").write_text("temuan: {}\n", "utf-8")
    result = spbe("check", "--root", region)

    assert result.exit_code == 1
    assert "architecture/mutu.yaml: kesalahan: " in result.stdout
