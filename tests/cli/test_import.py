"""``spbe import``: every row of a list comes to one outcome, and what comes of it is the same whenever it is run."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from spbe.checks import open_region
from support.decisions import DecisionFile
from support.regions import empty_region

HEAD = "Nama OPD;Nama Aplikasi;Deskripsi;Alamat Domain;Jenis Aplikasi;Status;Keterangan\n"
ROWS = (
    "Dinas Kesehatan (DINKES);SIMRS;Rawat inap;https://simrs.uji.go.id;Khusus;Aktif;\n"
    "DINAS KESEHATAN;Srikandi;Surat;https://srikandi.arsip.go.id;Pusat/Umum;Aktif;\n"
    "Kecamatan Satu;SRIKANDI;-;tidak ada;Khusus;Aktif;\n"
    "Kecamatan Satu;SIPD & Srikandi;;;Pusat;Aktif;\n"
    "Dinas Kesehata;Antrean;Antre;https://antre.uji.go.id;Khusus;Aktif;\n"
    "Kecamatan Satu;tidak ada;;;;;\n"
    "Kecamatan Satu;Buku Tamu;Hubungi 0812-3456-7890;http://10.1.2.3/tamu;Khusus;Aktif;Sudah tidak dipakai, rusak\n"
)
OFFICES = "nama\nDinas Kesehatan\nKecamatan Satu\nDinas Kesehatan Hewan\n"


@pytest.fixture
def region(tmp_path: Path) -> Path:
    return empty_region(tmp_path / "wilayah", "Kabupaten Uji")


@pytest.fixture
def take(spbe, region: Path, tmp_path: Path) -> Callable[..., Any]:
    """Import a text as a list, and give what JSON tells."""

    def run(text: str, *words: object, kind: str = "aplikasi", code: int = 0, name: str = "daftar.csv") -> Any:
        file = tmp_path / name
        file.write_text(text, "utf-8")
        told = spbe("import", file, "--kind", kind, "--format", "json", "--root", region, *words)
        assert told.exit_code == code, told.output
        return json.loads(told.stdout) if code == 0 else told.stderr

    return run


@pytest.fixture
def offices(take) -> None:
    take(OFFICES, "--tulis", kind="perangkat-daerah", name="opd.csv")


def files_of(region: Path) -> dict[str, bytes]:
    return {str(path.relative_to(region)): path.read_bytes() for path in region.rglob("*") if path.is_file()}


def record(region: Path, name: str, kind: str = "aplikasi") -> Any:
    return yaml.safe_load((region / f"architecture/{kind}/{name}.yaml").read_text("utf-8"))


@pytest.mark.usefixtures("offices")
def test_every_row_comes_to_one_outcome_with_its_cell_and_the_counts_add_up(take, region: Path) -> None:
    told = take(HEAD + ROWS)
    outcomes = [(row["row"], row["cell"], row["outcome"], row["id"]) for row in told["rows"]]
    assert outcomes == [
        (2, "B2", "new", "simrs"),
        (3, "B3", "new", "srikandi"),
        (4, "B4", "new", "srikandi"),
        (5, "B5", "undecided", ""),
        (6, "A6", "undecided", ""),
        (7, "B7", "refused", ""),
        (8, "B8", "new", "buku-tamu"),
    ]
    assert told["counts"] == {"new": 4, "changed": 0, "unchanged": 0, "undecided": 2, "refused": 1}
    assert all(row["reason"] for row in told["rows"] if row["outcome"] in ("undecided", "refused"))
    assert told["mapping"][0]["columns"]["Nama OPD"] == "perangkat_daerah"
    assert not (region / "architecture/aplikasi").exists()  # nothing is written without --tulis


@pytest.mark.usefixtures("offices")
def test_a_national_application_is_one_record_with_its_users_and_nobody_here_owns_it(take, region: Path) -> None:
    take(HEAD + ROWS, "--tulis")
    made = record(region, "srikandi")
    assert made["pengguna"] == ["dinas-kesehatan", "kecamatan-satu"]
    assert made["perangkat_daerah"] == "belum diketahui"
    assert (made["jenis"], made["pemilik_luar"]) == ("umum", "Arsip Nasional Republik Indonesia")
    assert made["sumber"] == "daftar.csv, baris 3, 4"
    assert record(region, "simrs")["perangkat_daerah"] == "dinas-kesehatan"


@pytest.mark.usefixtures("offices")
def test_what_must_not_be_public_is_internal_or_not_taken_and_the_report_names_it(take, spbe, region: Path) -> None:
    told = take(HEAD + ROWS, "--tulis")
    made = record(region, "buku-tamu")
    assert made["lain"]["Alamat jaringan sendiri"] == "http://10.1.2.3/tamu"
    assert "tautan" not in made
    assert "7890" not in str(files_of(region)["architecture/aplikasi/buku-tamu.yaml"])
    assert made["keadaan"] == "dihentikan"
    about = {one["about"]: one["cell"] for one in told["remarks"]}
    assert about["own-network"] == "D8"
    assert about["pribadi-telepon"] == "C8"
    assert told["fields"]["publik"]["Nama"] == 3
    assert told["fields"]["internal"] == {"Lain-lain": 3}
    assert not [one for one in open_region(region).problems if one.severity != "info"]
    text = spbe("import", region.parent / "daftar.csv", "--kind", "aplikasi", "--root", region).stdout
    assert "0812" not in text


@pytest.mark.usefixtures("offices")
def test_a_second_import_changes_no_byte_whatever_people_wrote_since(take, region: Path) -> None:
    take(HEAD + ROWS, "--tulis")
    file = region / "architecture/aplikasi/simrs.yaml"
    file.write_text(
        file.read_text("utf-8").replace("uraian: Rawat inap", "uraian: Rawat inap dan jalan  # benar"), "utf-8"
    )
    before = files_of(region)
    told = take(HEAD + ROWS, "--tulis")
    assert files_of(region) == before
    assert told["counts"] == {"new": 0, "changed": 0, "unchanged": 4, "undecided": 2, "refused": 1}


@pytest.mark.usefixtures("offices")
def test_a_newer_list_changes_what_it_says_otherwise_and_keeps_comments(take, region: Path) -> None:
    take(HEAD + ROWS, "--tulis")
    file = region / "architecture/aplikasi/simrs.yaml"
    file.write_text("# Jangan dihapus.\n" + file.read_text("utf-8"), "utf-8")
    newer = ROWS.replace(
        "SIMRS;Rawat inap;https://simrs.uji.go.id;Khusus;Aktif",
        "SIMRS;Rawat inap;https://simrs.uji.go.id;Khusus;Tidak aktif",
    )
    newer = newer.replace("Kecamatan Satu;Buku Tamu", "Dinas Kesehatan;Gudang Obat")
    told = take(HEAD + newer, "--tulis", name="daftar-2028.csv")
    assert Counter(row["outcome"] for row in told["rows"])["changed"] == 1
    made = record(region, "simrs")
    assert (made["keadaan"], made["sumber"]) == ("dihentikan", "daftar-2028.csv, baris 2")
    assert file.read_text("utf-8").startswith("# Jangan dihapus.\n")
    assert told["missing"] == ["buku-tamu"]
    assert (region / "architecture/aplikasi/buku-tamu.yaml").exists()


@pytest.mark.usefixtures("offices")
def test_where_list_and_people_both_changed_a_field_a_person_decides(take, region: Path) -> None:
    take(HEAD + ROWS, "--tulis")
    file = region / "architecture/aplikasi/simrs.yaml"
    file.write_text(file.read_text("utf-8").replace("jenis: khusus", "jenis: lainnya"), "utf-8")
    told = take(HEAD + ROWS.replace("simrs.uji.go.id;Khusus", "simrs.uji.go.id;Umum"))
    assert told["rows"][0]["outcome"] == "undecided"
    assert "Jenis" in told["rows"][0]["reason"]


@pytest.mark.usefixtures("offices")
def test_what_is_undecided_is_answered_in_a_workbook_that_terima_takes_and_never_asked_again(
    take, spbe, region: Path, tmp_path: Path
) -> None:
    questions = tmp_path / "tanya.xlsx"
    take(HEAD + ROWS, "--tulis", "--keputusan", questions)
    decided = DecisionFile(questions)
    assert [row["catatan"] for row in decided.asked] == ["SIPD & Srikandi", "Antrean"]
    assert decided.offered(2)[:2] == ["Dinas Kesehatan", "Dinas Kesehatan Hewan"]
    decided.pick(1, "Catat 2 aplikasi")
    decided.pick(2, "Kecamatan Satu")
    told = spbe("terima", decided.save(), "--tulis", "--format", "json", "--root", region)
    assert told.exit_code == 0, told.output
    assert record(region, "sipd")["pengguna"] == ["kecamatan-satu"]
    assert record(region, "antrean")["perangkat_daerah"] == "belum diketahui"  # a sub-district uses it
    assert record(region, "antrean")["pengguna"] == ["kecamatan-satu"]
    assert not [one for one in open_region(region).problems if one.severity != "info"]
    before = files_of(region)
    again = take(HEAD + ROWS, "--tulis")
    assert again["counts"] == {"new": 0, "changed": 0, "unchanged": 6, "undecided": 0, "refused": 1}
    assert files_of(region) == before


@pytest.mark.usefixtures("offices")
def test_parts_of_a_cell_are_named_by_its_row_and_a_later_answer_joins_what_they_made(
    take, spbe, region: Path, tmp_path: Path
) -> None:
    several = "Kecamatan Satu;Srikandi, SIPD, Anjab;;;Pusat;Aktif;\n"
    rows = several + "Dinas Kesehata;Anjab;Beban kerja;https://anjab.uji.go.id;Khusus;Aktif;\n"
    questions = tmp_path / "tanya.xlsx"

    def answer(number: int, beginning: str) -> None:
        decided = DecisionFile(questions)
        decided.pick(number, beginning)
        told = spbe("terima", decided.save(), "--tulis", "--format", "json", "--root", region)
        assert told.exit_code == 0, told.output

    take(HEAD + rows, "--keputusan", questions)
    answer(1, "Catat 3 aplikasi")  # and the other question stays open
    made = record(region, "anjab")
    assert made["sumber"] == "daftar.csv, baris 2"
    assert "nama=" in made["lain"]["Sidik impor"]
    assert "#" not in (region / "architecture/aplikasi/anjab.yaml").read_text("utf-8").split("\n", 1)[1]
    again = take(HEAD + rows, "--keputusan", questions, "--timpa")
    assert again["missing"] == []
    answer(1, "Dinas Kesehatan Hewan")
    assert not (region / "architecture/aplikasi/anjab-2.yaml").exists()
    found = record(region, "anjab")
    assert (found["perangkat_daerah"], found["uraian"]) == ("dinas-kesehatan-hewan", "Beban kerja")
    assert found["pengguna"] == ["kecamatan-satu"]
    before = files_of(region)
    assert take(HEAD + rows, "--tulis")["counts"]["unchanged"] == 2
    assert files_of(region) == before


@pytest.mark.usefixtures("offices")
def test_an_office_is_asked_for_once_for_all_rows_that_spell_it_so(take, spbe, region: Path, tmp_path: Path) -> None:
    rows = "".join(f"Dinas Kesehata;{name};;https://{name}.uji.go.id;Khusus;Aktif;\n" for name in ("satu", "dua"))
    questions = tmp_path / "tanya.xlsx"
    take(HEAD + rows, "--keputusan", questions)
    decided = DecisionFile(questions)
    assert [row["catatan"] for row in decided.asked] == ["satu, dua"]
    decided.pick(1, "Dinas Kesehatan Hewan")
    told = spbe("terima", decided.save(), "--tulis", "--format", "json", "--root", region)
    assert told.exit_code == 0, told.output
    found = [record(region, name) for name in ("satu", "dua")]
    assert [one["perangkat_daerah"] for one in found] == ["dinas-kesehatan-hewan"] * 2
    assert [one["sumber"] for one in found] == ["daftar.csv, baris 2", "daftar.csv, baris 3"]
    assert take(HEAD + rows)["counts"]["unchanged"] == 2


@pytest.mark.usefixtures("offices")
def test_a_state_that_nobody_knows_is_told_and_a_remark_may_say_that_a_thing_is_planned(take, region: Path) -> None:
    rows = (
        "Dinas Kesehatan;Satu;;;Khusus;Inisiasi;\nDinas Kesehatan;Dua;;;Khusus;Inisiasi;Pihak ketiga, masih testing\n"
    )
    told = take(HEAD + rows, "--tulis")
    assert [(one["cell"], one["about"]) for one in told["remarks"]] == [("F2", "keadaan"), ("F3", "unread")]
    assert "keadaan" not in record(region, "satu")
    assert record(region, "dua")["keadaan"] == "rencana"


@pytest.mark.usefixtures("offices")
def test_who_is_a_user_who_has_no_owner_and_what_is_called_otherwise_is_told(take, region: Path) -> None:
    rows = "DINAS KESEHATAN;INAPROC;Belanja;https://katalog.inaproc.id;Khusus;Aktif;\n"
    told = take(HEAD + rows, "--tulis")
    assert (told["users"], told["ownerless"]) == (told["records"], told["records"])
    assert [(one["about"], one["text"]) for one in told["remarks"]] == [("named", "INAPROC → Katalog Elektronik")]
    rest = record(region, told["records"][0])["lain"]
    assert (rest["Nama pada daftar"], rest["Jenis menurut Dinas Kesehatan"]) == ("INAPROC", "khusus")
    before = files_of(region)
    take(HEAD + rows, "--tulis")
    assert files_of(region) == before


def test_offices_are_made_only_where_that_is_asked_for_and_nothing_is_like_them(take, region: Path) -> None:
    told = take(HEAD + ROWS)
    assert told["counts"]["undecided"] == 6
    told = take(HEAD + ROWS, "--buat-opd", "--tulis")
    assert told["offices"] == ["dinas-kesehatan", "kecamatan-satu", "dinas-kesehata"]
    assert record(region, "kecamatan-satu", "perangkat-daerah")["jenis"] == "kecamatan"
    assert record(region, "dinas-kesehatan", "perangkat-daerah")["singkatan"] == "DINKES"
    more = "Dinas Kesehatn;Vaksin;;;Khusus;Aktif;\nDinas Sosial;Bansos;;;Khusus;Aktif;\n"
    told = take(HEAD + more, "--buat-opd", name="lagi.csv")
    assert told["offices"] == ["dinas-sosial"]
    assert [row["outcome"] for row in told["rows"]] == ["undecided", "new"]  # nearly an office that is there


def test_an_office_that_was_renamed_keeps_its_id_and_answers_to_its_former_name(take, region: Path) -> None:
    take("kode;nama\n1.01;Dinas Kominfo\n1.02;Dinas Sosial\n", "--tulis", kind="perangkat-daerah", name="opd.csv")
    newer = "kode;nama\n1.01;Dinas Komunikasi dan Digital\n1.02;Dinas Sosial\n"
    told = take(newer, "--tulis", kind="perangkat-daerah", name="opd-2028.csv")
    assert [(row["outcome"], row["id"]) for row in told["rows"]] == [
        ("changed", "dinas-kominfo"),
        ("unchanged", "dinas-sosial"),
    ]
    assert record(region, "dinas-kominfo", "perangkat-daerah")["nama"] == "Dinas Komunikasi dan Digital"
    told = take(HEAD + "Dinas Kominfo;Portal;;;Khusus;Aktif;\n", "--tulis")
    assert record(region, "portal")["perangkat_daerah"] == "dinas-kominfo"


def test_two_of_a_name_are_apart_where_something_tells_them_apart_else_somebody_is_asked(take, region: Path) -> None:
    rows = "nama;memori\nServer Utama;64 GB\nServer Utama;16 GB\nServer Utama;64 GB\n"
    peta = region.parent / "peta.yaml"
    peta.write_text(
        "lembar:\n  - baris_judul: 1\n    tetap: {jenis: server}\n    kolom: {nama: nama, memori: memori}\n", "utf-8"
    )
    told = take(rows, "--map", peta, kind="infrastruktur")
    assert [(row["outcome"], row["id"]) for row in told["rows"]] == [
        ("new", "server-utama"),
        ("new", "server-utama-2"),
        ("undecided", "server-utama"),
    ]


def test_a_list_that_cannot_be_used_says_what_to_do_and_writes_nothing(take, region: Path) -> None:
    before = files_of(region)
    assert "--buat-peta" in take("a;b\nc;d\n", "--tulis", code=1)
    assert files_of(region) == before


def test_a_mapping_is_proposed_corrected_and_used(take, spbe, region: Path, tmp_path: Path) -> None:
    peta = tmp_path / "peta.yaml"
    file = tmp_path / "daftar.csv"
    file.write_text(HEAD + ROWS, "utf-8")
    made = spbe("import", file, "--kind", "aplikasi", "--buat-peta", peta, "--root", region)
    assert made.exit_code == 0, made.output
    peta.write_text(peta.read_text("utf-8").replace("Keterangan: lain", "Keterangan: kendala"), "utf-8")
    told = take(HEAD + ROWS, "--map", peta, "--buat-opd")
    assert told["counts"]["new"] == 5
    again = spbe("import", file, "--kind", "aplikasi", "--buat-peta", peta, "--root", region)
    assert again.exit_code == 1  # somebody may have corrected it
    assert "kendala" in peta.read_text("utf-8")
    over = spbe("import", file, "--kind", "aplikasi", "--buat-peta", peta, "--timpa", "--root", region)
    assert over.exit_code == 0
    assert "Keterangan: lain" in peta.read_text("utf-8")


@pytest.mark.usefixtures("offices")
def test_another_order_of_rows_and_a_row_less_of_many_are_no_news(take, region: Path) -> None:
    rows = [
        "Dinas Kesehatan;Absen;Masuk pulang;https://absen.uji.go.id/x;Khusus;Aktif;\n",
        "Kecamatan Satu;ABSEN;Presensi pegawai;https://absen.uji.go.id;Khusus;Aktif;\n",
        "Dinas Kesehatan Hewan;absen;Absensi;https://absen.uji.go.id/y;Lainnya;Aktif;\n",
    ]
    take(HEAD + "".join(rows), "--tulis")
    made = record(region, "absen")
    assert made["perangkat_daerah"] == "belum diketahui"  # three use it, and nobody says whose it is
    assert sorted(made["pengguna"]) == ["dinas-kesehatan", "dinas-kesehatan-hewan", "kecamatan-satu"]
    assert (made["uraian"], made["jenis"], made["tautan"]) == ("Presensi pegawai", "khusus", "https://absen.uji.go.id")
    before = files_of(region)
    for fewer in (rows[::-1], rows[1:], rows[:1] + rows[2:]):
        told = take(HEAD + "".join(fewer), "--tulis", name="daftar-baru.csv")
        assert {row["outcome"] for row in told["rows"]} == {"unchanged"}
    assert files_of(region) == before


@pytest.mark.usefixtures("offices")
def test_what_a_newer_list_no_longer_names_is_asked_about_and_becomes_history(
    take, spbe, region: Path, tmp_path: Path
) -> None:
    rows = [f"Dinas Kesehatan;Aplikasi {word};;;Khusus;Aktif;\n" for word in ("Satu", "Dua", "Tiga", "Empat", "Lima")]
    take(HEAD + "".join(rows), "--tulis", name="lama.csv")
    questions = tmp_path / "tanya.xlsx"
    told = take(HEAD + "".join(rows[2:]), "--tulis", "--keputusan", questions, name="baru.csv")
    assert told["missing"] == ["aplikasi-dua", "aplikasi-satu"]
    decided = DecisionFile(questions)
    decided.pick(1, "Dihentikan")
    decided.pick(2, "Masih ada")
    assert spbe("terima", decided.save(), "--tulis", "--root", region).exit_code == 0
    assert record(region, "aplikasi-dua")["keadaan"] == "dihentikan"
    assert "keadaan" not in record(region, "aplikasi-satu")
    again = spbe(
        "import", tmp_path / "baru.csv", "--kind", "aplikasi", "--keputusan", questions, "--timpa", "--root", region
    )
    assert "Tidak ada yang perlu diputuskan" in again.stdout
    few = take(HEAD + rows[0], "--keputusan", questions, "--timpa", name="satu-opd.csv")
    assert len(few["missing"]) == 4
    assert DecisionFile(questions).path.exists()  # as it was: a list of one office asks about no others


def test_an_office_is_not_its_own_parent_and_one_of_the_list_can_be(take, region: Path) -> None:
    rows = "nama;singkatan;induk\nSekretariat Daerah;SETDA;Sekretariat Daerah\nBagian Umum;;SETDA\n"
    take(rows, "--tulis", kind="perangkat-daerah")
    assert "induk" not in record(region, "sekretariat-daerah", "perangkat-daerah")
    assert record(region, "bagian-umum", "perangkat-daerah")["induk"] == "sekretariat-daerah"
