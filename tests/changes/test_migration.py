"""What was written in former words is written anew in those of today, and means the same; the rest keeps every byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from spbe.changes.migration import migrated
from spbe.changes.trial import tried
from spbe.checks import open_region
from spbe.differences import difference_between
from spbe.editions import INTERNAL
from spbe.region.moved_links import present_address
from support.program import spbe

OLD = {
    "architecture/mutu.yaml": "temuan: {aplikasi-tanpa-rumah: 3}  # batas\n",
    "indicators/usaha.yaml": (
        "bawaan: 2\nlangkah:\n  - {indikator: permenpanrb-59-2020/I18, usaha: 5}  # menunggu pusat\n"
        "  - {indikator: permenpanrb-59-2020/I17, usaha: 3}\n"
    ),
    "architecture/data/asn.yaml": "id: asn\nnama: ASN\nwali_data: diskominfo # sejak 2023\n",
    "architecture/aplikasi/lama.yaml": (
        "id: lama\nnama: Dapodik\njenis: umum\nbasis: [Web Based, desktop]  # dua\nlisensi: tdk ada\nlayanan: [kepeg]\n"
    ),
    "architecture/layanan/kepegawaian.yaml": "id: kepegawaian\nnama: Layanan Kepegawaian\ndahulu: [kepeg]\n",
    "content/kisah.md": (
        "# Kisah\n\n[Kualitas](/mutu-data/#umur), [uji](../indeks/2025/uji/), [layanan](spbe:layanan/kepeg), "
        "<https://x.example/mutu-data/>\n"
    ),
}
NEW = {
    "architecture/mutu.yaml": None,
    "architecture/kualitas.yaml": "temuan: {aplikasi-tanpa-server: 3}  # batas\n",
    "indicators/usaha.yaml": None,
    "indicators/upaya.yaml": OLD["indicators/usaha.yaml"].replace("usaha:", "upaya:"),
    "architecture/data/asn.yaml": "id: asn\nnama: ASN\nwalidata: diskominfo # sejak 2023\n",
    "architecture/aplikasi/lama.yaml": (
        "id: lama\nnama: Dapodik\njenis: pusat\nbasis: [web, desktop]  # dua\nlisensi: tidak ada\nlayanan: "
        "[kepegawaian]\n"
    ),
    "content/kisah.md": (
        "# Kisah\n\n[Kualitas](/kualitas-data/#umur), [uji](../indeks/2025/kesesuaian/), "
        "[layanan](spbe:layanan/kepegawaian), <https://x.example/mutu-data/>\n"
    ),
}


@pytest.fixture
def old(minimal: Path) -> Path:
    for place, text in OLD.items():
        (minimal / place).parent.mkdir(exist_ok=True)
        (minimal / place).write_text(text, "utf-8")
    return minimal


def test_every_former_word_is_written_anew_and_nothing_else(old: Path) -> None:
    found = migrated(open_region(old))
    written = {path: text.decode() if text is not None else None for path, text in found.change.files.items()}
    assert written == NEW
    assert [migration.id for migration, _steps in found.told] == [
        "nama-berkas",
        "nama-isian",
        "ejaan",
        "id",
        "aplikasi-umum",
        "alamat",
    ]
    assert found.left == ()


def test_the_check_tells_less_afterwards_and_a_second_time_nothing_is_left(old: Path) -> None:
    trial = tried(migrated(open_region(old)).change, old)
    rules = {one.rule for one in trial.before.problems} - {one.rule for one in trial.after.problems}
    assert rules == {
        "berkas-nama-lama",
        "kunci-nama-lama",
        "ejaan",
        "rujukan-dahulu",
        "aplikasi-bukan-umum",
        "tautan-halaman",
    }
    assert not migrated(trial.after).change.files


def test_the_check_says_where_a_page_moved_to(old: Path) -> None:
    [told] = [one for one in open_region(old).problems if one.rule == "tautan-halaman"]
    assert "Alamatnya sekarang `/kualitas-data/#umur`; `spbe migrate` menulisnya ulang." in told.message


def test_only_what_was_no_general_application_means_something_else(old: Path) -> None:
    trial = tried(migrated(open_region(old)).change, old)
    difference = difference_between(trial.before, trial.after, INTERNAL)
    told = {one.node.kind: [field.path for field in one.fields] for one in difference.records.changed}
    assert told == {"aplikasi": [("jenis",)], "halaman": [("isi",)]}


def test_nothing_is_written_unless_asked_for(old: Path) -> None:
    done = spbe("migrate", "--root", old)
    assert done.returncode == 0, done.stderr
    assert "architecture/mutu.yaml → architecture/kualitas.yaml" in done.stdout
    assert "Belum ada yang ditulis" in done.stdout
    assert (old / "architecture/mutu.yaml").exists()
    done = spbe("migrate", "--root", old, "--tulis")
    assert done.returncode == 0, done.stderr
    assert not (old / "architecture/mutu.yaml").exists()
    assert (old / "content/kisah.md").read_text("utf-8") == NEW["content/kisah.md"]
    assert "Tidak ada yang perlu dimigrasi" in spbe("migrate", "--root", old).stdout


@pytest.mark.parametrize(
    ("old_address", "new_address"),
    [
        ("/mutu-data/perangkat-daerah/", "/kualitas-data/perangkat-daerah/"),
        ("../mutu-data/aplikasi-tanpa-rumah/", "../kualitas-data/aplikasi-tanpa-server/"),
        ("mutu-data/tanpa-pemilik/?a=1", "kualitas-data/tanpa-pemilik/?a=1"),
        ("/mutu-data", "/kualitas-data"),
        ("/tentang-mutu-data/", "/tentang-mutu-data/"),
        ("/kualitas-data/", "/kualitas-data/"),
    ],
)
def test_an_address_that_moved_is_known_in_every_form(old_address: str, new_address: str) -> None:
    assert present_address(old_address) == new_address
