"""``spbe diff``: revisions and folders, its two forms, and what it refuses."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from support.repositories import Kept, repository

APP = "architecture/aplikasi/simpeg.yaml"
KEYS = [
    "edition",
    "records",
    "index",
    "relations",
    "problems",
    "claims",
    "impact",
    "quality",
    "public_fields",
    "reviewers",
    "time",
    "services",
    "answers",
    "calendar",
    "meaningful",
    "decision",
    "verdict",
    "sentences",
]


@pytest.fixture
def kept(minimal: Path) -> Kept:
    """A region whose second commit renames an application for its users."""
    made = repository(minimal)
    made.write(APP, (minimal / APP).read_text("utf-8").replace("Sistem Kepegawaian", "Sistem ASN"))
    made.commit("2026-02-01")
    return made


def rows(result) -> dict:
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    return json.loads(result.stdout)


def test_text_names_what_changed_between_two_revisions(spbe, kept: Kept) -> None:
    result = spbe("diff", "HEAD~1", "HEAD", "--root", kept.root)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Perubahan dari HEAD~1 ke HEAD: edisi publik, per 1 Februari 2026.",
        "",
        "Dapat diterima: 1 aplikasi diubah; Indeks SPBE 2025 tetap 3,00 (1 dari 47 indikator bernilai).",
        "- Diubah, 1 aplikasi: Sistem ASN.",
        "- Perlu persetujuan Dinas Komunikasi dan Informatika.",
        "",
        "Diubah: aplikasi (1)",
        "  Sistem ASN (Dinas Komunikasi dan Informatika)",
        "    Nama: Sistem Kepegawaian → Sistem ASN",
        "",
        "Perlu persetujuan",
        "  Dinas Komunikasi dan Informatika: 1 hal miliknya tersentuh",
    ]


def test_a_comment_begins_with_the_verdict_and_folds_the_rest(spbe, kept: Kept) -> None:
    lines = spbe("diff", "HEAD~1", "HEAD", "--root", kept.root, "--format", "markdown").stdout.splitlines()
    verdict = "1 aplikasi diubah; Indeks SPBE 2025 tetap 3,00 (1 dari 47 indikator bernilai)."
    assert lines[0] == f"**Dapat diterima: {verdict}**"
    assert "<details><summary>Diubah: aplikasi (1)</summary>" in lines


def test_a_change_without_meaning_makes_an_empty_comment(spbe, kept: Kept) -> None:
    kept.write(APP, "# Diperiksa.\n" + (kept.root / APP).read_text("utf-8"))
    result = spbe("diff", "HEAD", "--root", kept.root, "--format", "markdown")
    assert (result.exit_code, result.stdout) == (0, "")
    assert rows(spbe("diff", "HEAD", "--root", kept.root, "--format", "json"))["meaningful"] is False


def test_a_comment_is_never_longer_than_a_host_takes_and_says_that_it_was_cut(spbe, kept: Kept) -> None:
    words = "kata panjang " * 70
    for number in range(500):
        kept.write(f"architecture/layanan/l-{number}.yaml", f"id: l-{number}\nnama: {words}{number}\n")
    kept.write("architecture/layanan/tanda.yaml", "id: tanda\nnama: <b>@semua</b> [x](https://a.example)\n")
    for number in range(300):
        text = f"id: a-{number}\nnama: {words}{number}\nlayanan: [l-{number}]\nperangkat_daerah: diskominfo\n"
        kept.write(f"architecture/aplikasi/a-{number}.yaml", text)
    comment = spbe("diff", "HEAD", "--root", kept.root, "--format", "markdown").stdout
    assert len(comment.encode()) <= 60_000
    assert len(comment.encode()) > 59_000
    assert comment.splitlines()[2].startswith("> Komentar ini dipotong; selengkapnya: jalankan `spbe diff HEAD")
    assert comment.count("<details>") == comment.count("</details>")
    assert "<b>" not in comment
    assert "@semua" not in comment


def test_a_service_whose_application_is_deleted_is_held(spbe, kept: Kept) -> None:
    (kept.root / APP).unlink()
    found = rows(spbe("diff", "HEAD", "--root", kept.root, "--format", "json"))
    assert [(row["id"], [one["id"] for one in row["services"]]) for row in found["services"]["stopped"]] == [
        ("simpeg", ["kepegawaian"])
    ]
    assert found["decision"] == "tahan"


def test_a_changed_workflow_is_held(spbe, kept: Kept) -> None:
    kept.write(".github/workflows/terbit.yml", "on: push\n")
    found = rows(spbe("diff", "HEAD", "--root", kept.root, "--format", "json"))
    assert (found["decision"], found["sentences"][0]["topic"]) == ("tahan", "otomasi")


def test_english_is_complete(spbe, kept: Kept) -> None:
    result = spbe("diff", "HEAD~1", "HEAD", "--root", kept.root, "--lang", "en")
    assert "    Name: Sistem Kepegawaian → Sistem ASN" in result.stdout.splitlines()
    verdict = "Can be accepted: 1 applications changed; Indeks SPBE 2025 stays 3.00 (1 of 47 indicators have a level)."
    assert verdict in result.stdout.splitlines()
    assert "Perubahan" not in result.stdout


def test_json_has_the_promised_keys(spbe, kept: Kept) -> None:
    found = rows(spbe("diff", "HEAD~1", "HEAD", "--root", kept.root, "--format", "json"))
    assert list(found) == KEYS
    assert list(found["records"]) == ["added", "removed", "renamed", "changed", "unreadable"]
    assert list(found["relations"]) == ["added", "removed", "broken"]
    assert list(found["problems"]) == ["new", "fixed"]
    (changed,) = found["records"]["changed"]
    assert changed["fields"] == [
        {"field": "nama", "label": "Nama", "before": "Sistem Kepegawaian", "after": "Sistem ASN"}
    ]


def test_without_head_it_is_the_folder_as_it_lies(spbe, kept: Kept) -> None:
    kept.write("architecture/layanan/baru.yaml", "id: baru\nnama: Layanan baru\n")
    found = rows(spbe("diff", "HEAD", "--root", kept.root, "--format", "json"))
    assert [row["id"] for row in found["records"]["added"]] == ["baru"]
    assert "ke folder kerja" in spbe("diff", "HEAD", "--root", kept.root).stdout


def test_the_working_tree_is_never_touched(spbe, kept: Kept) -> None:
    kept.write(APP, "rusak: [\n")
    before = {path: path.stat().st_mtime_ns for path in kept.root.rglob("*") if path.is_file()}
    spbe("diff", "HEAD~1", "HEAD", "--root", kept.root)
    spbe("diff", "HEAD", "--root", kept.root)
    assert {path: path.stat().st_mtime_ns for path in kept.root.rglob("*") if path.is_file()} == before


def test_errors_on_one_side_are_told_and_stop_nothing(spbe, kept: Kept) -> None:
    kept.write("architecture/layanan/kepegawaian.yaml", "id: kepegawaian\nnama: [\n")
    found = rows(spbe("diff", "HEAD", "--root", kept.root, "--format", "json", "--edition", "internal"))
    assert [(row["id"], row["side"]) for row in found["records"]["unreadable"]] == [("kepegawaian", "after")]
    assert found["records"]["removed"] == found["relations"]["removed"] == found["relations"]["broken"] == []
    assert [row["rule"] for row in found["problems"]["new"]] == ["yaml-tulisan"]


def test_a_folder_and_an_archive_are_compared_like_revisions(spbe, kept: Kept, tmp_path: Path) -> None:
    kept.git("archive", "--format=zip", f"--output={tmp_path / 'lama.zip'}", "HEAD~1")
    expected = rows(spbe("diff", "HEAD~1", "HEAD", "--root", kept.root, "--format", "json"))["records"]
    for base in (tmp_path / "lama.zip",):
        found = rows(spbe("diff", base, "HEAD", "--root", kept.root, "--format", "json"))
        assert found["records"] == expected
    assert "Tidak ada perubahan yang berarti." in spbe("diff", kept.root, "--root", kept.root).stdout


@pytest.mark.parametrize("words", [("tidak-ada",), ("HEAD", "tidak-ada"), ("HEAD~99",), ("",), ("--", "-x")])
def test_an_unknown_revision_is_one_sentence_with_a_way_out(spbe, kept: Kept, words: tuple[str, ...]) -> None:
    result = spbe("diff", "--root", kept.root, *words)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "git log --oneline" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_without_a_repository_it_says_so(spbe, minimal: Path) -> None:
    result = spbe("diff", "HEAD", "--root", minimal)
    assert result.exit_code == 2
    assert "repositori git" in result.stderr


def test_a_shallow_copy_says_how_to_get_the_rest(spbe, kept: Kept, tmp_path: Path) -> None:
    copy = tmp_path / "salinan"
    subprocess.run(["git", "clone", "-q", "--depth=1", kept.root.as_uri(), str(copy)], check=True)
    result = spbe("diff", "HEAD~1", "--root", copy)
    assert result.exit_code == 2
    assert "git fetch --unshallow" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_an_office_that_does_not_exist_is_wrong_usage(spbe, kept: Kept) -> None:
    assert spbe("diff", "HEAD~1", "--root", kept.root, "--opd", "tidak-ada").exit_code == 2


def test_a_place_without_a_region_is_wrong_usage(spbe, kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    result = spbe("diff", tmp_path / "kosong", "--root", kept.root)
    assert result.exit_code == 2
    assert "tidak memuat wilayah" in result.stderr


def test_time_alone_is_told_apart(spbe, kept: Kept) -> None:
    kept.write(APP, (kept.root / APP).read_text("utf-8") + "ditinjau: 2026-01-20\n")
    kept.commit("2026-02-02")
    kept.write("catatan.txt", "Bukan data.\n")
    kept.commit("2027-03-01")
    found = rows(spbe("diff", "HEAD~1", "HEAD", "--root", kept.root, "--format", "json"))
    assert found["records"]["changed"] == []
    assert (found["time"]["before"], found["time"]["after"]) == ("2026-02-02", "2027-03-01")
    assert [(one["finding"], [row["id"] for row in one["added"]]) for one in found["time"]["findings"]] == [
        ("ditinjau-lama", ["simpeg"])
    ]
    assert found["quality"]["findings"] == []
