"""``spbe index``: the promised rows, and the table for people."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from support.regions import REGIONS, ROOT, copy_part, copy_region

KEYS = [
    "penilaian",
    "tahun",
    "instrumen",
    "tahap",
    "indeks",
    "predikat",
    "domain",
    "aspek",
    "resmi",
    "cocok",
    "pada_batas",
]


def rows(result) -> list[dict]:
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    found = json.loads(result.stdout)
    assert isinstance(found, list)
    return found


def test_json_rows_have_exactly_the_promised_keys_and_the_default_holds_drafts(spbe) -> None:
    found = {name: rows(spbe("index", "--root", root, "--format", "json")) for name, root in REGIONS.items()}
    public = rows(spbe("index", "--root", ROOT, "--format", "json", "--edition", "publik"))

    for row in [row for of_region in found.values() for row in of_region]:
        assert list(row) == KEYS
        figures = [row["indeks"], row["resmi"], *row["domain"].values(), *row["aspek"].values()]
        assert all(figure is None or isinstance(figure, str) for figure in figures)
    assert {row["penilaian"] for row in public} < {row["penilaian"] for row in found["arunika"]}


def test_published_results_of_a_real_city_are_reproduced(spbe) -> None:
    found = rows(spbe("index", "--root", REGIONS["bandar-lampung"], "--format", "json"))

    assert [(row["penilaian"], row["indeks"], row["resmi"], row["cocok"]) for row in found] == [
        (row["penilaian"], row["resmi"], row["resmi"], True) for row in found
    ]
    assert [row["penilaian"] for row in found] == ["2021", "2022", "2023"]


def test_one_assessment_alone(spbe) -> None:
    found = rows(spbe("index", "--root", CITY, "--format", "json", "--penilaian", "2022"))

    assert {row["penilaian"] for row in found} == {"2022"}


def test_text_is_an_aligned_table_in_the_readers_numbers(spbe) -> None:
    lines = spbe("index", "--root", REGIONS["bandar-lampung"], "--penilaian", "2023").stdout.splitlines()

    assert lines[1].split() == ["Tahap", "Indeks", "Predikat", "Resmi", "Banding", "Terisi"]
    assert lines[3].split() == ["Hasil", "akhir", "2,15", "Cukup", "2,15", "sama", "47", "dari", "47"]
    assert lines[1].index("Predikat") == lines[3].index("Cukup")


def test_a_region_without_assessments(spbe, region: Path) -> None:
    assert spbe("index", "--root", region).stdout == "Belum ada penilaian.\n"
    assert spbe("index", "--root", region, "--format", "json").stdout == "[]\n"


@pytest.mark.parametrize("form", ["text", "json"])
def test_errors_in_the_data_are_1_and_go_to_stderr(spbe, broken: Path, form: str) -> None:
    result = spbe("index", "--root", broken, "--format", form)

    assert result.exit_code == 1
    assert result.stdout == {"text": "Belum ada penilaian.\n", "json": "[]\n"}[form]
    assert "architecture/aplikasi/salah.yaml:3:1" in result.stderr


def spoilt(tmp_path: Path, place: str, text: str) -> Path:
    """The city with one more file that has an error."""
    root = copy_region(REGIONS["bandar-lampung"], tmp_path / "wilayah")
    (root / place).parent.mkdir(parents=True, exist_ok=True)
    (root / place).write_text(text, "utf-8")
    return root


def test_errors_elsewhere_leave_every_index_as_it_is(spbe, tmp_path: Path) -> None:
    root = spoilt(tmp_path, "architecture/aplikasi/salah.yaml", "id: salah\nnama: [")
    result = spbe("index", "--root", root, "--format", "json")

    assert result.exit_code == 1
    assert json.loads(result.stdout) == rows(spbe("index", "--root", REGIONS["bandar-lampung"], "--format", "json"))
    assert "architecture/aplikasi/salah.yaml:2:7" in result.stderr
    assert "Tidak dihitung" not in result.stderr


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("indicators/2022/penilaian.yaml", "tahun: 2022: x\n"),
        ("indicators/2022/nilai.yaml", "I1: {akhir: 2\n"),
        ("indicators/2022/I1.yaml", "nilai: {mandiri: 7}\n"),
        ("indicators/2022/I1.yaml", "nilai: ["),
    ],
)
def test_an_assessment_with_an_error_is_left_out_and_named(spbe, tmp_path: Path, place: str, text: str) -> None:
    root = spoilt(tmp_path, place, text)
    result = spbe("index", "--root", root, "--format", "json")

    assert result.exit_code == 1
    assert [row["penilaian"] for row in json.loads(result.stdout)] == ["2021", "2023"]
    assert f"Tidak dihitung karena kesalahan di {place}: penilaian 2022." in result.stderr


def test_an_assessment_with_an_error_cannot_be_asked_for(spbe, tmp_path: Path) -> None:
    root = spoilt(tmp_path, "indicators/2022/I1.yaml", "nilai: [")
    result = spbe("index", "--root", root, "--penilaian", "2022")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "indicators/2022/I1.yaml:1:8" in result.stderr


def test_nothing_is_written_while_there_are_errors(spbe, tmp_path: Path) -> None:
    root = spoilt(tmp_path, "architecture/aplikasi/salah.yaml", "id: salah\nnama: [")
    before = sorted(root.rglob("*"))
    result = spbe("index", "--root", root, "--plan", "Baik", "--tulis")

    assert (result.exit_code, result.stdout) == (1, "")
    assert sorted(root.rglob("*")) == before


def test_a_plan_is_made_from_what_is_sound(spbe, tmp_path: Path) -> None:
    root = spoilt(tmp_path, "indicators/2023/I1.yaml", "nilai: [")
    result = spbe("index", "--root", root, "--plan", "Baik", "--format", "json")

    assert result.exit_code == 1
    assert json.loads(result.stdout)["penilaian"] == "2022"


@pytest.mark.parametrize("opd", ["induk", "lama"])
def test_an_office_that_cannot_be_read_is_not_called_unknown(spbe, tmp_path: Path, opd: str) -> None:
    root = spoilt(tmp_path, "architecture/perangkat-daerah/induk.yaml", "id: induk\ndahulu: [lama]\nnama: [")
    result = spbe("index", "--root", root, "--opd", opd)

    assert (result.exit_code, result.stdout) == (1, "")
    assert "tidak ada" not in result.stderr


CITY = REGIONS["bandar-lampung"]
PLAN = ["penilaian", "tahap", "target", "indeks", "usaha", "langkah"]


def plan(spbe, root: Path, *words: str) -> dict:
    result = spbe("index", "--root", root, "--format", "json", "--plan", *words)
    assert (result.exit_code, result.stderr) == (0, ""), result.output
    return json.loads(result.stdout)


@pytest.mark.parametrize("target", ["2.60", "2,60", "Baik", "baik", "Sangat Baik"])
def test_a_plan_has_exactly_the_promised_keys_and_adds_up(spbe, target: str) -> None:
    made = plan(spbe, CITY, target)

    assert list(made) == PLAN
    assert (made["penilaian"], made["tahap"], made["target"]) == ("2023", "akhir", target)
    assert [list(step) for step in made["langkah"]] == [["indikator", "dari", "ke", "usaha"]] * len(made["langkah"])
    assert all(step["usaha"] == step["ke"] - step["dari"] > 0 for step in made["langkah"])
    assert made["usaha"] == sum(step["usaha"] for step in made["langkah"])
    assert isinstance(made["indeks"], str)
    assert made["indeks"] >= ("3.50" if target == "Sangat Baik" else "2.60")


def test_the_steps_of_a_plan_give_its_index(spbe, tmp_path: Path) -> None:
    made = plan(spbe, CITY, "2.60")
    root = copy_region(CITY, tmp_path / "wilayah")
    path = root / "indicators/2023/nilai.yaml"
    values = yaml.safe_load(path.read_text("utf-8"))
    for step in made["langkah"]:
        assert values[step["indikator"]]["akhir"] == step["dari"]
        values[step["indikator"]]["akhir"] = step["ke"]
    path.write_text(yaml.safe_dump(values), "utf-8")
    [raised] = rows(spbe("index", "--root", root, "--format", "json", "--penilaian", "2023"))

    assert (raised["indeks"], raised["predikat"]) == (made["indeks"], "Baik")


def test_a_plan_starts_from_the_assessment_that_is_named(spbe) -> None:
    assert plan(spbe, CITY, "2.60", "--penilaian", "2021")["penilaian"] == "2021"


def test_a_plan_starts_from_the_newest_complete_result(spbe) -> None:
    assert plan(spbe, ROOT, "Memuaskan")["penilaian"] == "2025"


def test_a_target_that_is_reached_needs_nothing(spbe) -> None:
    made = plan(spbe, CITY, "2.00")

    assert (made["usaha"], made["langkah"], made["indeks"]) == (0, [], "2.15")
    assert "Target 2,00 sudah tercapai." in spbe("index", "--root", CITY, "--plan", "2.00").stdout


def test_a_plan_for_people_names_indicators_offices_and_the_sum(spbe) -> None:
    result = spbe("index", "--root", CITY, "--plan", "Baik")

    assert result.exit_code == 0
    assert result.stdout.startswith(
        "Indeks SPBE 2023 (Hasil akhir): indeks 2,15.\nLangkah dengan upaya terkecil menuju Baik:\n"
    )
    assert any(line.endswith("(Baik).") for line in result.stdout.splitlines())


def test_a_plan_for_people_says_what_every_step_needs(spbe, tmp_path: Path) -> None:
    root = copy_region(CITY, tmp_path / "wilayah")
    head = root / "indicators/2023/penilaian.yaml"
    told = " ".join(spbe("index", "--root", root, "--plan", "Memuaskan").stdout.split())
    head.write_text(head.read_text("utf-8").replace("tahun: 2023", "tahun: 2024"), "utf-8")
    later = " ".join(spbe("index", "--root", root, "--plan", "Memuaskan").stdout.split())

    assert "Yang harus ada, menurut PermenPANRB 59/2020" in told
    assert "tingkat 3: Memenuhi tingkat 2; dijalankan di seluruh unit kerja/perangkat daerah berdasarkan risiko" in told
    assert "CSIRT" not in told
    assert "Yang harus ada, menurut Pedoman Menteri PANRB 3/2024" in later
    assert "dan/atau pembentukan tim tanggap insiden siber (CSIRT)" in later


@pytest.mark.parametrize("target", ["Bayk", "6", "0.5", "dua", "", "2.6.0", "-1", "1/2"])
def test_a_target_that_means_nothing_is_wrong_usage(spbe, target: str) -> None:
    result = spbe("index", "--root", CITY, "--plan", target)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "Target" in result.stderr


def test_a_target_out_of_reach_is_refused_with_the_highest_index(spbe, tmp_path: Path) -> None:
    root = copy_region(CITY, tmp_path / "wilayah")
    codes = ", ".join(f"permenpanrb-59-2020/I{n}" for n in range(1, 47))
    (root / "indicators/upaya.yaml").write_text(f"langkah: [{{indikator: [{codes}], terkunci: ya}}]\n", "utf-8")
    result = spbe("index", "--root", root, "--plan", "Baik", "--format", "json")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "tidak dapat dicapai" in result.stderr
    assert "upaya.yaml" in result.stderr


def test_a_region_without_values_has_no_plan(spbe, region: Path) -> None:
    result = spbe("index", "--root", region, "--plan", "Baik")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "Belum ada" in result.stderr


def test_decimals_of_efforts_and_values_are_texts(spbe, tmp_path: Path) -> None:
    root = copy_region(CITY, tmp_path / "wilayah")
    (root / "indicators/upaya.yaml").write_text("bawaan: 1.5\n", "utf-8")
    made = plan(spbe, root, "2.60")

    efforts = [step["usaha"] for step in made["langkah"]]
    climbs = [Fraction(3, 2) * (step["ke"] - step["dari"]) for step in made["langkah"]]
    assert [Fraction(effort) for effort in efforts] == climbs
    assert [type(effort) for effort in efforts] == [int if climb.denominator == 1 else str for climb in climbs]
    assert str in map(type, efforts)


def test_steps_become_roadmap_records_that_are_sound(spbe, tmp_path: Path) -> None:
    root = copy_region(ROOT, tmp_path / "wilayah")
    before = set((root / "architecture/peta-rencana").iterdir())
    result = spbe("index", "--root", root, "--plan", "Sangat Baik", "--tulis", "--format", "json")
    steps = json.loads(result.stdout)["langkah"]
    written = set((root / "architecture/peta-rencana").iterdir()) - before
    records = [yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader) for path in written]
    named = [name.partition("/")[2] for record in records for name in record["indikator"]]

    assert result.exit_code == 0
    assert result.stderr.count("Ditulis: architecture/peta-rencana/") == len(written)
    assert sorted(named) == sorted(step["indikator"] for step in steps)
    assert len({record["perangkat_daerah"] for record in records}) == len(records) > 1
    assert {record["keadaan"] for record in records} == {"rencana"}
    assert spbe("check", "--root", root).exit_code == 0


def test_roadmap_records_are_never_overwritten(spbe, tmp_path: Path) -> None:
    root = copy_part(tmp_path / "wilayah")
    assert spbe("index", "--root", root, "--plan", "Sangat Baik", "--tulis").exit_code == 0
    [*_others, last] = sorted((root / "architecture/peta-rencana").glob("menuju-*.yaml"))
    last.unlink()  # one that could be written again, would the others not stand in the way
    texts = {path: path.read_text("utf-8") for path in (root / "architecture/peta-rencana").iterdir()}
    again = spbe("index", "--root", root, "--plan", "Sangat Baik", "--tulis")

    assert again.exit_code == 1
    assert "sudah dipakai" in again.stderr
    assert {path: path.read_text("utf-8") for path in (root / "architecture/peta-rencana").iterdir()} == texts


def test_writing_needs_a_plan(spbe) -> None:
    assert spbe("index", "--root", CITY, "--tulis").exit_code == 2
