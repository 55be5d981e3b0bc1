"""``spbe new``: complete skeletons that pass the check, and nothing is ever overwritten."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
import yaml

from spbe.model.kinds import KINDS

UNION_CASES = [(kind.slug, code) for kind in KINDS.values() if kind.jenis for code in kind.jenis.nilai]
INSTRUMENT = "permenpanrb-59-2020"


def _uncommented(text: str) -> list[str]:
    """Top-level fields that the skeleton offers, commented or not, in order."""
    lines = [line.removeprefix("# ") for line in text.splitlines()[2:]]
    return [line.partition(":")[0] for line in lines if line[:1].isalpha()]


def test_a_new_record_of_every_kind_passes_the_check(spbe, region: Path) -> None:
    for slug, kind in KINDS.items():
        result = spbe("new", slug, "uji-coba", "--root", region, "--folder", "diskominfo", "--nama", "Uji: #1")
        path = Path(result.stdout.strip())
        assert result.exit_code == 0, result.stderr
        assert path == region / kind.folder / "diskominfo/uji-coba.yaml"
        text = path.read_text("utf-8")
        assert yaml.safe_load(text) == {"id": "uji-coba", "nama": "Uji: #1"}, slug
        assert _uncommented(text) == [name for name in kind.models[None].model_fields if name != "lain"], slug
        modeline = text.splitlines()[0]
        assert (path.parent / modeline.partition("$schema=")[2]).resolve() == region / f"skema/{slug}.json"
    told = spbe("check", "--root", region)
    assert told.exit_code == 0, told.stdout


def test_every_kind_of_a_union_offers_its_own_fields(spbe, region: Path) -> None:
    for number, (slug, code) in enumerate(UNION_CASES):
        result = spbe("new", slug, f"uji-{number}", "--root", region, "--jenis", code)
        text = Path(result.stdout.strip()).read_text("utf-8")
        assert yaml.safe_load(text)["jenis"] == code
        assert _uncommented(text) == [name for name in KINDS[slug].models[code].model_fields if name != "lain"]
    assert spbe("check", "--root", region).exit_code == 0


def test_a_new_record_without_a_name_asks_for_one(spbe, region: Path) -> None:
    path = Path(spbe("new", "aplikasi", "e-kinerja", "--root", region).stdout.strip())

    assert "nama: E kinerja  # Ganti dengan nama" in path.read_text("utf-8")


def test_choices_are_listed_beside_their_field(spbe, region: Path) -> None:
    path = Path(spbe("new", "aplikasi", "x", "--root", region).stdout.strip())

    assert "Pilihan: umum | pusat | khusus | lainnya." in path.read_text("utf-8")


def test_any_name_is_written_as_it_was_meant(spbe, region: Path) -> None:
    names = ("ya", "123", "- daftar", "a: b", "# pagar", "'kutip\"", "tidak ada", "@akun", "é ü 漢", "x\n y")
    for number, nama in enumerate(names):
        path = Path(spbe("new", "layanan", f"x-{number}", "--root", region, "--nama", nama).stdout.strip())
        assert yaml.safe_load(path.read_text("utf-8"))["nama"] == " ".join(nama.split())
    told = spbe("check", "--root", region)
    assert told.exit_code == 0, told.stdout


@pytest.mark.parametrize("name", ["Uji Coba", "uji_coba", "uji/coba", "../uji", "uji.yaml", "é", "a" * 65, "-a", ""])
def test_bad_ids_are_wrong_usage(spbe, region: Path, name: str) -> None:
    result = spbe("new", "aplikasi", "--root", region, "--", name)

    assert result.exit_code == 2
    assert "tidak dapat dipakai" in result.stderr


def test_a_bad_id_gets_a_good_one_offered(spbe, region: Path) -> None:
    assert "Coba `sistem-kepegawaian`." in spbe("new", "aplikasi", "Sistem Kepegawaian", "--root", region).stderr


@pytest.mark.parametrize("folder", ["../luar", "/mutlak", ".tersembunyi", "a/../b", "x.yaml"])
def test_bad_folders_are_wrong_usage(spbe, region: Path, folder: str) -> None:
    assert spbe("new", "aplikasi", "x", "--root", region, "--folder", folder).exit_code == 2


def test_an_id_in_use_is_refused_wherever_its_file_lies(spbe, region: Path) -> None:
    assert spbe("new", "aplikasi", "x", "--root", region, "--folder", "a").exit_code == 0
    again = spbe("new", "aplikasi", "x", "--root", region, "--folder", "b")

    assert again.exit_code == 1
    assert "sudah dipakai di architecture/aplikasi/a/x.yaml" in again.stderr
    assert not (region / "architecture/aplikasi/b").exists()


def test_a_former_id_is_refused(spbe, region: Path) -> None:
    (region / "architecture/aplikasi/kini.yaml").write_text("id: kini\nnama: Kini\ndahulu: [lama]\n", "utf-8")
    result = spbe("new", "aplikasi", "lama", "--root", region)

    assert result.exit_code == 1
    assert "pernah dipakai oleh `kini`" in result.stderr


def test_a_file_that_cannot_be_read_is_not_overwritten(spbe, region: Path) -> None:
    path = region / "architecture/aplikasi/x.yaml"
    path.write_text("<<<<<<< HEAD\n", "utf-8")

    assert spbe("new", "aplikasi", "x", "--root", region).exit_code == 1
    assert path.read_text("utf-8") == "<<<<<<< HEAD\n"


def test_an_assessment_and_its_answers(spbe, region: Path) -> None:
    made = spbe("new", "penilaian", "2025", "--tahun", "2025", "--instrumen", INSTRUMENT, "--root", region)
    answer = spbe("new", "jawaban", "2025", "I11", "--root", region)

    assert Path(made.stdout.strip()) == region / "indicators/2025/penilaian.yaml"
    assert Path(answer.stdout.strip()) == region / "indicators/2025/I11.yaml"
    assert spbe("check", "--root", region).exit_code == 0
    assert spbe("new", "jawaban", "2025", "I11", "--root", region).exit_code == 1
    assert (
        spbe("new", "penilaian", "2025", "--tahun", "2025", "--instrumen", INSTRUMENT, "--root", region).exit_code == 1
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("jawaban", "2025", "I99"), "Indikator `I99` tidak ada"),
        (("jawaban", "2052", "I1"), "Penilaian `2052` tidak ada. Maksud Anda `2025`?"),
        (("penilaian", "x", "--tahun", "2025", "--instrumen", "permenpanrb-59"), "Maksud Anda `permenpanrb-59-2020`?"),
        (("penilaian", "bukti", "--tahun", "2025", "--instrumen", INSTRUMENT), "`bukti` sudah berarti lain"),
    ],
)
def test_names_that_do_not_exist_are_wrong_usage(spbe, region: Path, words: tuple[str, ...], said: str) -> None:
    spbe("new", "penilaian", "2025", "--tahun", "2025", "--instrumen", INSTRUMENT, "--root", region)
    result = spbe("new", *words, "--root", region)

    assert result.exit_code == 2
    assert said in result.stderr


def test_nothing_is_written_outside_a_region(spbe, tmp_path: Path) -> None:
    assert spbe("new", "aplikasi", "x", "--root", tmp_path).exit_code == 1
    assert list(tmp_path.iterdir()) == []


def test_the_path_is_told_as_seen_from_the_working_folder(spbe, region: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(region)

    assert spbe("new", "aplikasi", "x").stdout == "architecture/aplikasi/x.yaml\n"


def written(path: Path) -> dict[str, str]:
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)


@pytest.fixture
def answered(spbe, region: Path) -> Path:
    """A region whose assessment of 2025 has four answers, one of them without anything to carry."""
    spbe("new", "penilaian", "2025", "--root", region)
    folder = region / "indicators/2025"
    head = "perangkat_daerah: contoh-dinas\nnilai: {mandiri: 3}\ntarget: 4\nanalisis: Lama.\nrekomendasi: Lama.\n"
    (folder / "I15.yaml").write_text(
        head + 'fakta: |-\n  Satu: "kutip" # bukan komentar\n\n  - butir\n    menjorok\nbukti: [sk]\n', "utf-8"
    )
    (folder / "I4.yaml").write_text(head + "fakta: Hanya dokumennya.\nbukti: [perda, sk]\n", "utf-8")
    (folder / "I28.yaml").write_text(head + f"fakta: {'Panjang sekali ' * 40}\n", "utf-8")
    (folder / "I16.yaml").write_text("fakta: belum diketahui\nbukti: tidak ada\n", "utf-8")
    evidence = region / "indicators/bukti"
    evidence.mkdir(exist_ok=True)
    (evidence / "sk.yaml").write_text("id: sk\nnama: SK\nberlaku_sampai: 2026-12\n", "utf-8")
    (evidence / "perda.yaml").write_text("id: perda\nnama: Perda\n", "utf-8")
    return region


def test_year_and_instrument_follow_from_the_name(spbe, region: Path) -> None:
    path = Path(spbe("new", "penilaian", "2026-uji", "--root", region).stdout.strip())

    assert written(path) == {"tahun": "2026", "instrumen": "permenpanrb-8-2026"}


@pytest.mark.parametrize(("name", "said"), [("uji", "--tahun"), ("20261", "--tahun"), ("1999", "--instrumen")])
def test_what_does_not_follow_from_the_name_is_asked_for(spbe, region: Path, name: str, said: str) -> None:
    result = spbe("new", "penilaian", name, "--root", region)

    assert result.exit_code == 2
    assert said in result.stderr


def test_an_assessment_of_a_new_instrument_carries_facts_and_evidence_with_their_origin(spbe, answered: Path) -> None:
    result = spbe("new", "penilaian", "2026", "--from", "2025", "--root", answered)
    folder = answered / "indicators/2026"

    assert result.exit_code == 0, result.stderr
    made = [Path(line) for line in result.stdout.splitlines()]
    assert made[0] == folder / "penilaian.yaml"
    assert sorted(path.stem for path in folder.iterdir()) == ["I13", "I16", "I19", "I2", "penilaian"]
    assert written(folder / "I13.yaml") == {
        "perangkat_daerah": "contoh-dinas",
        "fakta": 'Menurut jawaban 2025/I15: Satu: "kutip" # bukan komentar\n\n- butir\n  menjorok',
        "bukti": ["sk", "perda"],
        "asal": ["2025/I15", "2025/I4"],
    }
    assert "4 jawaban dibawa dari 2025; 16 indikator lain" in result.stderr
    assert spbe("check", "--root", answered).exit_code == 0


def test_where_only_documents_serve_neither_words_nor_office_are_carried(spbe, answered: Path) -> None:
    spbe("new", "penilaian", "2026", "--from", "2025", "--root", answered)

    assert written(answered / "indicators/2026/I16.yaml") == {
        "perangkat_daerah": "",
        "bukti": ["sk"],
        "asal": ["2025/I15"],
    }


def test_nothing_that_was_assessed_is_carried(spbe, answered: Path) -> None:
    spbe("new", "penilaian", "2026", "--from", "2025", "--root", answered)

    for path in (answered / "indicators/2026").glob("I*.yaml"):
        assert written(path).keys() <= {"perangkat_daerah", "fakta", "bukti", "asal"}, path.name
    assert "publikasi" not in written(answered / "indicators/2026/penilaian.yaml")  # a draft, as the model has it
    rows = yaml.safe_load(spbe("index", "--root", answered, "--format", "json").stdout)
    assert {row["penilaian"] for row in rows} == {"2025"}


def test_a_carried_answer_says_what_must_be_checked_and_that_the_crosswalk_is_not_official(
    spbe, answered: Path
) -> None:
    spbe("new", "penilaian", "2026", "--from", "2025", "--root", answered)
    lines = (answered / "indicators/2026/I13.yaml").read_text("utf-8").splitlines()
    comments = " ".join(line.removeprefix("# ") for line in lines if line.startswith("#"))

    assert "belum dinilai. Padanan usulan spbe, bukan resmi." in comments
    assert "2025/I4 Kebijakan Internal Pembangunan Aplikasi SPBE (hanya bukti)" in comments
    assert "bukti sk berlaku sampai 2026-12" in comments
    assert "bukti perda" not in comments


def test_within_one_instrument_every_answer_is_carried_to_itself(spbe, answered: Path) -> None:
    words = ("--tahun", "2025", "--instrumen", INSTRUMENT)
    spbe("new", "penilaian", "2025-ulang", *words, "--from", "2025", "--root", answered)
    folder = answered / "indicators/2025-ulang"

    assert sorted(path.stem for path in folder.iterdir()) == ["I15", "I28", "I4", "penilaian"]
    assert written(folder / "I4.yaml")["fakta"] == "Menurut jawaban 2025/I4: Hanya dokumennya."
    assert "bukan resmi" not in (folder / "I4.yaml").read_text("utf-8")
    assert spbe("check", "--root", answered).exit_code == 0


def test_carrying_never_overwrites_and_writes_all_or_nothing(spbe, answered: Path) -> None:
    path = answered / "indicators/2026/I13.yaml"
    path.parent.mkdir()
    path.write_text("<<<<<<< HEAD\n", "utf-8")
    result = spbe("new", "penilaian", "2026", "--from", "2025", "--root", answered)

    assert result.exit_code == 1
    assert "indicators/2026/I13.yaml sudah ada" in result.stderr
    assert [one.name for one in path.parent.iterdir()] == ["I13.yaml"]
    assert path.read_text("utf-8") == "<<<<<<< HEAD\n"


def test_an_old_answer_with_errors_stops_the_carrying(spbe, answered: Path) -> None:
    (answered / "indicators/2025/I4.yaml").write_text("fakta: x\nsalah: y\n", "utf-8")
    result = spbe("new", "penilaian", "2026", "--from", "2025", "--root", answered)

    assert result.exit_code == 1
    assert "indicators/2025/I4.yaml masih salah" in result.stderr
    assert not (answered / "indicators/2026").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("2026", "--from", "2052"), "Penilaian `2052` tidak ada. Maksud Anda `2025`?"),
        (("2020", "--from", "2025"), "Tidak ada padanan dari permenpanrb-59-2020 ke permenpanrb-5-2018"),
    ],
)
def test_what_cannot_be_carried_is_wrong_usage(spbe, answered: Path, words: tuple[str, ...], said: str) -> None:
    result = spbe("new", "penilaian", *words, "--root", answered)

    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.parametrize(
    "words", [("aplikasi", "nul"), ("penilaian", "con", "--tahun", "2025"), ("aplikasi", "a", "--folder", "aux")]
)
def test_names_that_windows_keeps_for_itself_are_refused(spbe, region: Path, words: tuple[str, ...]) -> None:
    result = spbe("new", *words, "--root", region)

    assert result.exit_code == 2
    assert "Windows" in result.stderr
    assert not list(region.rglob("nul.yaml"))


def test_a_folder_that_differs_by_case_from_one_that_is_there_is_refused(spbe, region: Path) -> None:
    assert spbe("new", "aplikasi", "satu", "--folder", "bkd", "--root", region).exit_code == 0
    result = spbe("new", "aplikasi", "dua", "--folder", "BKD", "--root", region)

    assert result.exit_code == 1
    assert "`BKD` dan `bkd`" in result.stderr
    assert not (region / "architecture/aplikasi/BKD").exists()


def test_a_file_that_the_disk_had_no_room_for_is_not_left_in_part(
    spbe, region: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = region / "architecture/aplikasi/penuh.yaml"
    true_open = Path.open

    def full(self: Path, *words: object, **more: object) -> object:
        stream = true_open(self, *words, **more)
        if self.parent == path.parent and "xb" in words:
            stream.close()
            raise OSError(errno.ENOSPC, "No space left on device", str(self))
        return stream

    monkeypatch.setattr(Path, "open", full)
    result = spbe("new", "aplikasi", "penuh", "--root", region)

    assert result.exit_code == 1
    assert result.stderr.startswith(f"Kesalahan: {path}: disk penuh.")
    assert [one.name for one in path.parent.iterdir() if "penuh" in one.name] == []
