"""The date of an edition is that of the newest commit that changed something in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from spbe.checks import open_region
from spbe.editions import INTERNAL, PUBLIC, Audience
from spbe.engines.pipeline import Memory, Options, prepare
from spbe.history import past_of, teller, view_of
from spbe.sources import git
from support.regions import ROOT, copy_region

if TYPE_CHECKING:
    from support.repositories import Kept

FIRST = date(2026, 1, 5)
APP = "architecture/aplikasi/simpeg.yaml"
UJI = "architecture/aplikasi/uji.yaml"
HIDDEN = "id: tutup\nnama: Tutup\nklasifikasi: tertutup\n"


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def day(root: Path, audience: Audience = PUBLIC) -> date:
    opened = open_region(root)
    assert opened.sound, opened.problems
    return view_of(opened, audience).region.date


def days(root: Path) -> tuple[date, date]:
    """The dates of the public and of the internal edition."""
    return day(root), day(root, INTERNAL)


def add(kept: Kept, place: str, text: str) -> None:
    path = kept.root / place
    kept.write(place, path.read_text("utf-8") + text)


def test_a_closed_record_does_not_move_the_date(kept: Kept) -> None:
    kept.write("architecture/aplikasi/tutup.yaml", f"{HIDDEN}layanan: [kepegawaian]\n")
    kept.commit("2026-02-01")
    assert days(kept.root) == (FIRST, date(2026, 2, 1))
    kept.write("architecture/aplikasi/tutup.yaml", f"{HIDDEN}fungsi: a\n")
    kept.commit("2026-02-02")
    assert days(kept.root) == (FIRST, date(2026, 2, 2))
    (kept.root / "architecture/aplikasi/tutup.yaml").unlink()
    kept.commit("2026-02-03")
    assert days(kept.root) == (FIRST, date(2026, 2, 3))


def test_neither_does_a_reference_to_it_nor_a_field_that_is_not_shown(kept: Kept) -> None:
    kept.write("architecture/data/tutup.yaml", HIDDEN)
    add(kept, APP, "data_dipakai: [tutup]\n")
    kept.commit("2026-02-01")
    add(kept, APP, "kendala: Rahasia.\n")
    kept.commit("2026-02-02")

    assert days(kept.root) == (FIRST, date(2026, 2, 2))


def test_what_is_shown_moves_it(kept: Kept) -> None:
    kept.write(UJI, "id: uji\nnama: Uji\n")
    kept.commit("2026-02-01")
    assert day(kept.root) == date(2026, 2, 1)
    kept.write(UJI, "id: uji\nnama: Uji\nfungsi: a\n")
    kept.commit("2026-02-02T01:00:00+07:00")
    assert day(kept.root) == date(2026, 2, 2)
    (kept.root / UJI).unlink()
    kept.commit("2026-02-03")
    assert day(kept.root) == date(2026, 2, 3)


def test_an_office_sees_what_is_for_offices_and_its_own_fields(kept: Kept) -> None:
    own, other = Audience("opd", "diskominfo"), Audience("opd", "dinkes")
    kept.write("architecture/perangkat-daerah/dinkes.yaml", "id: dinkes\nnama: Dinas Kesehatan\n")
    kept.write(UJI, "id: uji\nnama: Uji\nperangkat_daerah: diskominfo\n")
    kept.commit("2026-02-01")
    add(kept, UJI, "pengelola: Seseorang\n")
    kept.commit("2026-02-02")
    assert [day(kept.root, audience) for audience in (PUBLIC, other, own)] == [
        date(2026, 2, 1),
        date(2026, 2, 1),
        date(2026, 2, 2),
    ]
    kept.write("architecture/data/terbatas.yaml", "id: terbatas\nnama: Terbatas\nklasifikasi: terbatas\n")
    kept.commit("2026-02-03")
    assert [day(kept.root, audience) for audience in (PUBLIC, other)] == [date(2026, 2, 1), date(2026, 2, 3)]


def test_a_draft_moves_it_when_it_is_published(tmp_path: Path, keep: Callable[[Path], Kept]) -> None:
    kept = keep(copy_region(ROOT / "tests/data/madiun", tmp_path / "wilayah"))
    head = "tahun: 2021\ninstrumen: permenpanrb-59-2020\n"
    kept.write("indicators/2021/penilaian.yaml", head)
    kept.write("indicators/2021/nilai.yaml", "I2: {akhir: 1}\n")
    kept.commit("2026-02-01")
    kept.write("indicators/2021/I1.yaml", "fakta: a\n")
    kept.commit("2026-02-02")
    assert day(kept.root) == FIRST
    assert day(kept.root, Audience("opd", "diskominfo")) == date(2026, 2, 2)
    kept.write("indicators/2021/penilaian.yaml", f"{head}publikasi: {{status: terbit}}\n")
    kept.commit("2026-02-03")
    assert day(kept.root) == date(2026, 2, 3)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("content/tulisan.md", "# Tulisan\n"),
        ("content/arsitektur/aplikasi/simpeg.md", "Pengantar.\n"),
        ("content/arsitektur/cakupan/rab.md", "Pengantar.\n"),
        ("mkdocs.yml", "site_name: Lain\n"),
        ("site_templates/components/kaki.html.j2", "x\n"),
        ("architecture/referensi.yaml", "kode: [{kode: RAL.02.04.03.01, nama: Turunan}]\n"),
        ("indicators/upaya.yaml", "bawaan: 2\n"),
        ("indicators/pembanding.yaml", "kelompok: provinsi\n"),
    ],
)
def test_files_that_hold_no_records_move_it_when_they_are_shown(kept: Kept, place: str, text: str) -> None:
    kept.write(place, text)
    kept.commit("2026-02-01")

    assert day(kept.root) == date(2026, 2, 1)


@pytest.mark.parametrize(
    "place",
    [
        "README.md",
        ".github/workflows/situs.yml",
        "architecture/README.md",
        "architecture/kualitas.yaml",
        "content/catatan.txt",
        "content/.tersembunyi.md",
        "content/arsitektur/aplikasi/tutup.md",
        "content/arsitektur/aplikasi/tutup/lebih.md",
        "content/lampiran/tak-disebut.pdf",
    ],
)
def test_files_that_are_not_shown_do_not(kept: Kept, place: str) -> None:
    kept.write("architecture/aplikasi/tutup.yaml", HIDDEN)
    kept.write(place, "kelengkapan: {}\n" if place.endswith("kualitas.yaml") else "x\n")
    kept.commit("2026-02-01")
    assert day(kept.root) == FIRST
    (kept.root / place).unlink()
    (kept.root / "architecture/aplikasi/tutup.yaml").unlink()
    kept.commit("2026-02-02")
    assert day(kept.root) == FIRST


def test_a_page_that_is_removed_moves_it(kept: Kept) -> None:
    kept.write("content/tulisan.md", "# Tulisan\n")
    kept.commit("2026-02-01")
    (kept.root / "content/tulisan.md").unlink()
    kept.commit("2026-02-02")

    assert day(kept.root) == date(2026, 2, 2)


def test_an_attachment_moves_it_when_a_visible_record_names_it(kept: Kept) -> None:
    evidence = "id: {0}\nnama: {0}\njenis: keputusan\nberkas: {0}.pdf\n"
    for name, level in (("terbuka", "terbuka"), ("tertutup", "tertutup")):
        kept.write(f"indicators/bukti/{name}.yaml", f"{evidence.format(name)}klasifikasi: {level}\n")
        kept.write(f"content/lampiran/{name}.pdf", "satu")
    kept.commit("2026-02-01")
    kept.write("content/lampiran/tertutup.pdf", "dua")
    kept.commit("2026-02-02")
    assert day(kept.root) == date(2026, 2, 1)
    kept.write("content/lampiran/terbuka.pdf", "dua")
    kept.commit("2026-02-03")
    assert day(kept.root) == date(2026, 2, 3)


def test_more_hidden_commits_than_are_looked_at_first(kept: Kept) -> None:
    stream = ["commit refs/heads/main\ncommitter a <a@b> 1769947200 +0000\ndata 0\nfrom refs/heads/main^0\n"]
    for number in range(150):
        if number:
            stream.append(f"commit refs/heads/main\ncommitter a <a@b> {1769947200 + number} +0000\ndata 0\n")
        text = f"{HIDDEN}fungsi: ke-{number}\n"
        stream.append(f"M 100644 inline architecture/aplikasi/tutup.yaml\ndata {len(text)}\n{text}\n")
    before = kept.past()
    kept.feed("".join(stream))

    assert days(kept.root) == (FIRST, date(2026, 2, 1))
    assert kept.past() == before


def test_a_hidden_commit_leaves_no_trace_in_what_is_told_of_the_past(kept: Kept) -> None:
    """Not in the bounds either: the number of steps, of versions, and the first day that was looked at."""
    kept.write(UJI, "id: uji\nnama: Uji\n")
    kept.commit("2026-02-01")

    def told() -> object:
        view = view_of(open_region(kept.root), PUBLIC)
        return view.region.date, past_of(view, kept.root)

    before = told()
    kept.write("architecture/aplikasi/tutup.yaml", f"{HIDDEN}data_dipakai: []\n")
    kept.commit("2020-02-02")
    kept.write("architecture/data/tutup.yaml", HIDDEN)
    kept.commit("2026-03-02")
    assert told() == before


def test_uncommitted_changes_do_not_move_it(kept: Kept) -> None:
    kept.write(UJI, "id: uji\nnama: Uji\n")

    assert days(kept.root) == (FIRST, FIRST)


def test_a_date_that_was_asked_for_is_that_of_every_edition(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = date(2025, 3, 4)
    for audience in (PUBLIC, INTERNAL):
        assert view_of(open_region(kept.root, asked), audience).region.date == asked
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1750000000")
    assert days(kept.root) == (date(2025, 6, 15), date(2025, 6, 15))


def touch(path: Path, when: str) -> None:
    moment = datetime.fromisoformat(f"{when}T12:00:00+00:00").timestamp()
    os.utime(path, (moment, moment))


@pytest.fixture
def untracked(minimal: Path) -> Path:
    (minimal / "content/tulisan.md").write_text("# Tulisan\n")
    (minimal / "architecture/aplikasi/tutup.yaml").write_text(HIDDEN)
    (minimal / "content/lampiran").mkdir(exist_ok=True)
    (minimal / "content/lampiran/tak-disebut.pdf").write_text("x")
    for path in minimal.rglob("*"):
        touch(path, "2026-01-05")
    return minimal


def test_without_git_the_newest_file_that_is_shown_counts(untracked: Path) -> None:
    touch(untracked / "architecture/aplikasi/tutup.yaml", "2026-03-01")
    touch(untracked / "content/lampiran/tak-disebut.pdf", "2026-03-02")
    assert days(untracked) == (FIRST, date(2026, 3, 2))
    for place, when in (
        (APP, "2026-01-06"),
        ("content/profil.yaml", "2026-01-07"),
        ("content/tulisan.md", "2026-01-08"),
    ):
        touch(untracked / place, when)
        assert day(untracked) == date.fromisoformat(when)


def test_a_repository_that_cannot_be_read_counts_as_none(untracked: Path, kept: Kept) -> None:
    assert kept.root == untracked
    (kept.root / ".git/HEAD").write_text("rusak\n")
    touch(untracked / "architecture/aplikasi/tutup.yaml", "2026-03-01")

    assert days(untracked) == (FIRST, date(2026, 3, 1))


def copy(kept: Kept, target: Path, *how: str) -> Path:
    kept.git("clone", "--quiet", "--no-local", *how, kept.root.as_uri(), str(target))
    return target


def rules(root: Path, audience: Audience, today: date | None = None) -> list[str]:
    opened, site = prepare(root, Options(audience, today), "id")
    assert (site is None) == (not opened.sound)
    return sorted(problem.rule for problem in opened.problems if problem.rule.startswith(("git-", "tanggal-")))


def test_from_a_shallow_copy_only_who_sees_everything_knows_the_date(kept: Kept, tmp_path: Path) -> None:
    kept.write(UJI, "id: uji\nnama: Uji\n")
    kept.commit("2026-02-01")
    kept.write(UJI, "id: uji\nnama: Uji 2\n")
    kept.commit("2026-02-02")
    kept.write("architecture/aplikasi/tutup.yaml", HIDDEN)
    kept.commit("2026-02-03")
    one, two, three = (copy(kept, tmp_path / str(depth), "--depth", str(depth)) for depth in (1, 2, 3))

    assert rules(one, PUBLIC) == ["git-dangkal", "tanggal-tak-diketahui"]
    assert rules(two, PUBLIC) == ["git-dangkal", "tanggal-tak-diketahui"]
    assert rules(one, Audience("opd", "diskominfo")) == ["git-dangkal", "tanggal-tak-diketahui"]
    assert rules(one, INTERNAL) == ["git-dangkal"]
    assert rules(one, PUBLIC, FIRST) == []
    assert day(one, INTERNAL) == date(2026, 2, 3)
    opened, site = prepare(one, Options(), "id", Memory())
    assert site is not None, "a preview is not refused, it only warns"
    assert [problem.severity for problem in opened.problems] == ["warning", "warning"]
    assert rules(three, PUBLIC) == ["git-dangkal"]
    assert day(three) == date(2026, 2, 2)


def test_of_a_partial_copy_what_it_lacks_is_as_if_cut_off(kept: Kept, tmp_path: Path) -> None:
    kept.write(UJI, "id: uji\nnama: Uji\n")
    kept.commit("2026-02-01")
    kept.write(UJI, "id: uji\nnama: Uji 2\n")
    kept.commit("2026-02-02")
    kept.git("config", "uploadpack.allowFilter", "true")
    target = copy(kept, tmp_path / "sebagian", "--filter=blob:none")
    shutil.move(kept.root, tmp_path / "pergi")

    assert rules(target, PUBLIC) == ["tanggal-tak-diketahui"]
    assert past_of(view_of(open_region(target, FIRST), PUBLIC), target).state == "terpotong"
    assert rules(target, INTERNAL) == []


def test_few_files_are_read_to_date_a_large_first_commit(
    tmp_path: Path, keep: Callable[[Path], Kept], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = keep(copy_region(ROOT, tmp_path / "wilayah"))
    asked: list[int] = []
    contents = git.Repository.contents

    def counted(self: git.Repository, names: list[str]) -> object:
        asked.append(len(names))
        return contents(self, names)

    monkeypatch.setattr(teller.Repository, "contents", counted)
    assert day(kept.root) == FIRST
    assert sum(asked) < 100
