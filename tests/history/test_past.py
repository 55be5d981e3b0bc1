"""What is told of the past: records added, changed and removed, by the day; nothing about people."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from spbe.history import COMMITS, RecordChange, past, past_of
from spbe.region import Node
from support.regions import ROOT, copy_region

if TYPE_CHECKING:
    from support.repositories import Kept

APP = "architecture/aplikasi/simpeg.yaml"
UJI = "architecture/aplikasi/uji.yaml"


def of(changes: list[RecordChange], name: str) -> list[RecordChange]:
    return [change for change in changes if change.node.id == name]


def test_added_changed_and_removed_by_day_newest_first(kept: Kept) -> None:
    kept.write(UJI, "id: uji\nnama: Uji\n")
    kept.commit("2026-02-01")
    kept.write(UJI, "id: uji\nnama: Uji Coba\nfungsi: Mencoba\n")
    last = kept.commit("2026-02-03")
    (kept.root / UJI).unlink()
    kept.commit("2026-03-09")

    found = kept.past()
    node = Node("aplikasi", "uji")
    assert found.state == "ada"
    assert [step.date for step in found.steps[:3]] == [date(2026, 3, 9), date(2026, 2, 3), date(2026, 2, 1)]
    assert [step.changes for step in found.steps[:3]] == [
        (RecordChange("hapus", node, "Uji Coba"),),
        (RecordChange("ubah", node, "Uji Coba", ("Nama", "Fungsi")),),
        (RecordChange("tambah", node, "Uji"),),
    ]
    assert found.steps[1].id == last[:10]


def test_a_record_that_is_there_is_called_as_it_is_now(kept: Kept) -> None:
    kept.write(UJI, "id: uji\nnama: Uji\n")
    kept.commit("2026-02-01")

    assert of(kept.told(), "uji") == [RecordChange("tambah", Node("aplikasi", "uji"))]


@pytest.mark.parametrize(
    "text",
    [
        "# catatan\nid: uji\nnama: Uji\npengguna: [dinkes]\nlayanan: []\ntahun_dibangun: 2019\n",
        "nama:   Uji\nid: uji\ntahun_dibangun: '2019'\npengguna: dinkes\nlayanan: tidak ada\n",
        "id: uji\nnama: >-\n  Uji\ntahun_dibangun: 2019\npengguna:\n  - dinkes\nlayanan: Tidak Ada\nfungsi:\n",
        "- {id: uji, nama: Uji, tahun_dibangun: 2019, pengguna: dinkes, layanan: [], keadaan: }\n",
    ],
)
def test_another_spelling_of_the_same_is_no_change(kept: Kept, text: str) -> None:
    kept.write("architecture/perangkat-daerah/dinkes.yaml", "id: dinkes\nnama: Dinas Kesehatan\n")
    kept.write(UJI, "id: uji\nnama: Uji\ntahun_dibangun: 2019\npengguna: [dinkes]\nlayanan: tidak ada\n")
    kept.commit("2026-02-01")
    kept.write(UJI, text)
    kept.commit("2026-02-03")

    assert [change.action for change in of(kept.told(), "uji")] == ["tambah"]


def test_a_file_that_moved_or_was_put_into_a_list_is_no_change(kept: Kept) -> None:
    old = (kept.root / APP).read_text("utf-8")
    (kept.root / APP).unlink()
    indented = "\n".join(f"  {line}" for line in old.splitlines())
    kept.write("architecture/aplikasi/bkpsdm/semua.yaml", f"- {indented.strip()}\n- {{id: uji, nama: Uji}}\n")
    kept.commit("2026-02-03")

    assert kept.told() == [RecordChange("tambah", Node("aplikasi", "uji"))]


def test_a_record_that_got_another_id_changed(kept: Kept) -> None:
    kept.write(UJI, "id: uji\nnama: Uji\n")
    kept.commit("2026-02-01")
    (kept.root / UJI).unlink()
    kept.write("architecture/aplikasi/coba.yaml", "id: coba\nnama: Uji\ndahulu: uji\n")
    kept.commit("2026-02-03")

    node = Node("aplikasi", "coba")
    assert kept.told() == [RecordChange("ubah", node, fields=("ID", "ID terdahulu")), RecordChange("tambah", node)]


def test_of_a_merge_its_difference_to_the_first_parent_is_told_once(kept: Kept) -> None:
    kept.git("switch", "--quiet", "-c", "cabang")
    kept.write(UJI, "id: uji\nnama: Uji\n")
    kept.commit("2026-02-01")
    kept.git("switch", "--quiet", "main")
    kept.write("README", "lain\n")
    kept.commit("2026-02-02")
    kept.git("merge", "--quiet", "--no-ff", "-m", "Gabung", "cabang", when=kept.noon("2026-02-05"))

    steps = [step for step in kept.past().steps if of(list(step.changes), "uji")]
    assert [step.date for step in steps] == [date(2026, 2, 5)]


def test_only_what_is_committed_is_told(kept: Kept) -> None:
    kept.write(UJI, "id: uji\nnama: Uji\n")
    assert kept.told() == []
    kept.commit("2026-02-01")
    kept.write(UJI, "id: uji\nnama: Lain\n")
    assert [change.action for change in kept.told()] == ["tambah"]


def test_assessments_answers_values_profile_and_teams_are_told(kept: Kept) -> None:
    name = next(path.parent.name for path in (kept.root / "indicators").glob("*/penilaian.yaml"))
    view = kept.view()
    assert list(view.region.assessments) == [name]
    code = view.region.assessments[name].instrumen.all_indicators()[-1].kode
    kept.write(f"indicators/{name}/{code}.yaml", "fakta: Ada.\nnilai: {mandiri: 2}\n")
    kept.write("indicators/tim.yaml", "koordinasi: {nama: Tim}\n")
    profile = (kept.root / "content/profil.yaml").read_text("utf-8")
    kept.write("content/profil.yaml", f"{profile}uraian: Wilayah kecil.\n")
    kept.commit("2026-02-01")
    kept.write(f"indicators/{name}/{code}.yaml", "fakta: Ada, lengkap.\nnilai: {mandiri: 3}\n")
    kept.commit("2026-02-02")

    found = {(change.action, change.node): change.fields for change in kept.told()}
    assert found[("tambah", Node("jawaban", f"{name}/{code}"))] == ()
    assert found[("ubah", Node("jawaban", f"{name}/{code}"))] == ("Nilai", "Fakta")
    assert ("tambah", Node("tim", "tim")) in found
    assert found[("ubah", Node("profil", "profil"))] == ("Uraian",)


def test_values_are_one_change_for_all_indicators(tmp_path: Path, keep: Callable[[Path], Kept]) -> None:
    kept = keep(copy_region(ROOT / "tests/data/madiun", tmp_path / "wilayah"))
    path = kept.root / "indicators/2020/nilai.yaml"
    lines = path.read_text("utf-8").splitlines()
    changed = [line.replace("akhir: 3", "akhir: 4") for line in lines]
    path.write_text("\n".join(changed) + "\n", "utf-8")
    kept.commit("2026-02-01")

    count = sum(old != new for old, new in zip(lines, changed, strict=True))
    assert count > 3
    assert kept.told() == [RecordChange("ubah", Node("nilai", "2020"), fields=("Hasil akhir",), count=count)]


@pytest.mark.parametrize("text", ["id: [", "<<<<<<< a\nid: uji\n", "nama: tanpa id\n", "- satu\n", "\0"])
def test_a_version_that_cannot_be_understood_is_passed_over(kept: Kept, text: str) -> None:
    kept.write(UJI, text)
    kept.commit("2026-02-01")
    kept.write(UJI, "id: uji\nnama: Uji\n")
    kept.commit("2026-02-02")
    kept.write(UJI, "id: uji\nnama: Uji 2\n")
    kept.commit("2026-02-03")

    assert [change.action for change in of(kept.told(), "uji")] == ["ubah"]


def test_what_lies_before_the_last_twelve_months_is_not_told(kept: Kept) -> None:
    kept.write(UJI, "id: uji\nnama: Uji\n")
    kept.commit("2026-02-01")

    assert kept.past(today="2027-02-10").since == date(2026, 2, 1)
    assert [step.date for step in kept.past(today="2027-02-10").steps] == [date(2026, 2, 1)]
    late = kept.past(today="2027-03-01")
    assert (late.state, late.steps, late.limited) == ("ada", (), False)


def test_what_comes_after_the_reference_date_is_not_told(kept: Kept) -> None:
    kept.write(UJI, "id: uji\nnama: Uji\n")
    kept.commit("2026-02-01")

    assert [step.date for step in kept.past(today="2026-01-31").steps] == [date(2026, 1, 5)]


def test_the_number_of_steps_is_bounded(kept: Kept) -> None:
    for number in range(COMMITS + 3):
        kept.write(UJI, f"id: uji\nnama: Uji {number}\n")
        kept.commit("2026-02-01")

    found = kept.past()
    assert len(found.steps) == COMMITS
    assert found.limited
    assert found.since == date(2026, 2, 1)


def test_the_number_of_versions_is_bounded(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.write(UJI, "id: uji\nnama: Uji\n")
    kept.commit("2026-02-01")
    monkeypatch.setattr(past, "VERSIONS", 1)

    found = kept.past()
    assert [step.date for step in found.steps] == [date(2026, 2, 1)]
    assert found.limited


def test_without_a_repository_nothing_is_known(kept: Kept) -> None:
    shutil.rmtree(kept.root / ".git")

    assert kept.past().state == "tanpa-git"


def test_without_git_nothing_is_known(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    view = kept.view()
    monkeypatch.setenv("PATH", "")

    assert past_of(view, kept.root).state == "tak-terbaca"


def test_a_repository_that_does_not_hold_the_region_says_nothing_about_it(kept: Kept) -> None:
    inner = copy_region(kept.root, kept.root / "lain" / "wilayah")
    view = type(kept)(inner).view()

    assert past_of(view, inner).state == "belum-ada"


@pytest.mark.parametrize("spoil", [".git/HEAD", ".git/refs/heads/main", ".git/objects"])
def test_a_damaged_repository_is_not_said_to_be_missing(kept: Kept, spoil: str) -> None:
    view = kept.view()
    place = kept.root / spoil
    if place.is_dir():
        shutil.rmtree(place)
        place.mkdir()
    else:
        place.write_text("rusak\n")

    assert past_of(view, kept.root).state == "tak-terbaca"


def test_a_region_below_the_top_of_its_repository(minimal: Path, tmp_path: Path, keep: Callable[[Path], Kept]) -> None:
    top = tmp_path / "atas"
    inner = top / "data wilayah"
    inner.parent.mkdir()
    shutil.move(minimal, inner)
    outer = keep(top)
    outer.write("data wilayah/architecture/aplikasi/uji.yaml", "id: uji\nnama: Uji\n")
    outer.write("architecture/aplikasi/bukan.yaml", "id: bukan\nnama: Bukan\n")
    outer.commit("2026-02-01")

    assert type(outer)(inner).told() == [RecordChange("tambah", Node("aplikasi", "uji"))]


def test_of_an_incomplete_copy_its_oldest_commit_is_not_told(kept: Kept, tmp_path: Path) -> None:
    kept.write(UJI, "id: uji\nnama: Uji\n")
    kept.commit("2026-02-01")
    kept.write(UJI, "id: uji\nnama: Uji 2\n")
    kept.commit("2026-02-03")

    def copy(depth: int) -> Kept:
        target = tmp_path / f"dangkal-{depth}"
        kept.git("clone", "--quiet", "--no-local", "--depth", str(depth), kept.root.as_uri(), str(target))
        return type(kept)(target)

    one, two = copy(1).past(), copy(2).past()
    assert (one.state, one.steps) == ("terpotong", ())
    assert two.state == "terpotong"
    assert [step.date for step in two.steps] == [two.since] == [date(2026, 2, 3)]


def test_neither_place_nor_settings_nor_time_zone_matter(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.write(UJI, "id: uji\nnama: Uji\n")
    kept.git("add", "--all")
    kept.git("commit", "--quiet", "-m", "x", when=datetime.fromisoformat("2026-02-01T06:30:00+07:00"))
    here = kept.past()
    target = tmp_path / "lain"
    kept.git("clone", "--quiet", str(kept.root), str(target))
    there = type(kept)(target)
    settings = tmp_path / "gitconfig"
    words = "[log]\nshowSignature = true\ndiffMerges = combined\n[diff]\nrenames = copies\nnoprefix = true\n"
    settings.write_text(f"{words}[color]\nui = always\n[core]\nabbrev = 5\nquotePath = true\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("TZ", "Asia/Jayapura")
    time.tzset()
    try:
        found = there.past()
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()

    assert found == here
    assert here.steps[0].date == date(2026, 2, 1)


def test_file_names_that_git_would_quote(kept: Kept) -> None:
    kept.write('architecture/aplikasi/dinas "pertama"\n/ujé.yaml', "- {id: uji, nama: Uji}\n")
    kept.write("architecture/aplikasi/\x01\x02.yaml", "- {id: coba, nama: Coba}\n")
    kept.commit("2026-02-01")
    for path in (kept.root / "architecture/aplikasi").rglob("*"):  # names that a region may not have today
        if path.name in {"ujé.yaml", "\x01\x02.yaml"}:
            path.rename(kept.root / "architecture/aplikasi" / ("uji.yaml" if path.name == "ujé.yaml" else "coba.yaml"))
    (kept.root / 'architecture/aplikasi/dinas "pertama"\n').rmdir()

    assert {change.node.id for change in kept.told()} == {"uji", "coba"}


def test_people_and_their_words_are_not_kept(kept: Kept) -> None:
    kept.write(UJI, "id: uji\nnama: Uji\n")
    kept.commit("2026-02-01", message="Pesan yang panjang")

    said = repr(kept.past())
    assert "Pesan" not in said
    assert "eseorang" not in said


@pytest.mark.slow
def test_five_hundred_commits_cost_less_than_a_second(tmp_path: Path, keep: Callable[[Path], Kept]) -> None:
    kept = keep(copy_region(ROOT, tmp_path / "wilayah"))
    stream = ["commit refs/heads/main\ncommitter a <a@b> 1767960000 +0000\ndata 0\nfrom refs/heads/main^0\n"]
    for number in range(500):
        if number:
            stream.append(f"commit refs/heads/main\ncommitter a <a@b> {1767960000 + number * 3600} +0000\ndata 0\n")
        text = f"id: uji\nnama: Uji {number}\n"
        stream.append(f"M 100644 inline {UJI}\ndata {len(text)}\n{text}\n")
    kept.feed("".join(stream))
    view = kept.view()
    begun = time.process_time()
    found = past_of(view, kept.root)

    assert time.process_time() - begun < 1
    assert len(found.steps) == COMMITS


def test_a_link_is_no_file_of_the_past(kept: Kept) -> None:
    """What a link leads to stands in the repository as a text, which may look like a record."""
    link = kept.root / "architecture/aplikasi/palsu.yaml"
    link.symlink_to("id: palsu\nnama: Palsu\n")
    kept.write(UJI, "id: uji\nnama: Uji\n")
    kept.commit("2026-02-01")
    link.unlink()
    kept.commit("2026-02-02")

    assert of(kept.told(), "palsu") == []
    assert of(kept.told(), "uji") == [RecordChange("tambah", Node("aplikasi", "uji"))]
