"""The truth of five real inventories fits their inputs, and a result that is wrong is found."""

from __future__ import annotations

import csv
import io
from fractions import Fraction

import pytest
from openpyxl import load_workbook

from support.import_truth import FOLDER, UNKNOWN, Seen, Truth, compare, infrastructure_workbook, plain, truth_of

INPUTS = {
    "madiun": ("aplikasi.csv", ";", "Nama Aplikasi"),
    "magetan": ("aplikasi.csv", ",", "nama_aplikasi"),
    "hulu-sungai-selatan": ("proses-bisnis.csv", ",", "proses_bisnis"),
    "jombang": ("opd.csv", ",", "nama_instansi"),
    "gresik": ("opd.csv", ";", "name"),
}


def rows_of(inventory: str) -> list[dict[str, str]]:
    file, separator, _ = INPUTS[inventory]
    text = (FOLDER / inventory / file).read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text), delimiter=separator))


@pytest.mark.parametrize(("inventory", "count"), [("madiun", 186), ("magetan", 360), ("hulu-sungai-selatan", 140)])
def test_every_row_is_decided_once_under_its_own_name(inventory: str, count: int) -> None:
    rows, truths = rows_of(inventory), truth_of(inventory)
    assert [truth.place for truth in truths] == [("", number) for number in range(2, count + 2)]
    assert len(rows) == count
    column = INPUTS[inventory][2]
    strangers = [
        truth.place
        for row, truth in zip(rows, truths, strict=True)
        if truth.outcome == "catat" and plain(row[column]) not in {plain(name) for name in truth.names}
    ]
    assert not strangers


@pytest.mark.parametrize("inventory", ["madiun", "magetan"])
def test_every_owner_and_reporter_is_an_office_of_the_register(inventory: str) -> None:
    text = (FOLDER / inventory / "opd.csv").read_text(encoding="utf-8")
    offices = [row["nama_opd"].strip() for row in csv.DictReader(io.StringIO(text))]
    for truth in truth_of(inventory):
        assert truth.reporter in ("", *offices), truth
        if truth.owner_row is not None:
            office = offices[truth.owner_row - 2]
            assert truth.owner == office or truth.owner.startswith(f"{office} (Kecamatan "), truth
        elif truth.owner not in ("", UNKNOWN):
            assert truth.owner in offices, truth


def test_the_workbook_of_banjarmasin_holds_the_objects_of_its_truth() -> None:
    book = load_workbook(io.BytesIO(infrastructure_workbook()))
    places = [(sheet.title, row) for sheet in book for row in range(2, sheet.max_row + 1)]
    truths = truth_of("banjarmasin")
    assert [truth.place for truth in truths] == places
    assert [book[truth.place[0]].cell(truth.place[1], 1).value for truth in truths] == [
        truth.names[0] for truth in truths
    ]


def outcome(truth: Truth, outcome: str = "new", id_: str = "") -> dict[str, object]:
    return {"row": truth.place[1], "cell": "", "outcome": outcome, "id": id_ or truth.identity, "reason": ""}


def perfect() -> tuple[tuple[Truth, ...], list[dict[str, object]], dict[str, Seen]]:
    truths = truth_of("madiun")
    written = {"catat": "new", "orang": "undecided", "tolak": "refused"}
    rows = [outcome(truth, written[truth.outcome]) for truth in truths]
    records: dict[str, Seen] = {}
    for truth in truths:
        if truth.outcome == "catat":
            before = records.get(truth.identity)
            users = before.users if before else frozenset()
            records[truth.identity] = Seen(truth.names[0], UNKNOWN, None, users=users | {truth.reporter})
    return truths, rows, records


def test_all_but_eleven_rows_of_madiun_can_be_taken() -> None:
    truths, rows, records = perfect()
    result = compare(truths, rows, records)
    assert result.share_taken == Fraction(175, 186)
    assert not result.worst()


@pytest.mark.parametrize(
    ("row", "seen", "fault"),
    [
        (2, Seen("Srikandi", "Bagian Pemerintahan"), "wrong owner"),
        (2, Seen("Srikandi", outside="Badan Kepegawaian Negara"), "wrong owner"),
        (2, Seen("Srikandi", users=frozenset({"Bagian Administrasi Pembangunan"})), "wrong user"),
        (145, Seen("Simpeg", "Kecamatan Pilangkenceng"), "wrong owner"),
        (29, Seen("WASKITA PURABAYA EARLY WARNING SYSTEM", "Badan Kepegawaian"), "wrong owner"),
        (56, Seen("Web", "Kecamatan Wungu"), "other name"),
        (172, Seen("Simade", state="saat-ini"), "other state"),
    ],
)
def test_a_record_that_is_wrong_is_found(row: int, seen: Seen, fault: str) -> None:
    truths, rows, records = perfect()
    truth = truths[row - 2]
    result = compare(truths, rows, {**records, truth.identity: seen})
    assert truth in [verdict.truth for verdict in result.with_fault(fault)]
    assert result.share_taken < Fraction(175, 186)


def test_the_right_owner_and_one_that_cannot_be_called_wrong_are_accepted() -> None:
    truths, rows, records = perfect()
    right = {
        "srikandi": Seen("SRIKANDI", outside="Arsip Nasional Republik Indonesia"),
        "simpeg": Seen("SIMPEG", "Badan Kepegawaian Dan Pengembangan Sumber Daya Manusia"),
        "si-alir": Seen("Si Alir", "Kecamatan Jiwan"),
    }
    assert compare(truths, rows, {**records, **right}).share_taken == Fraction(175, 186)


def test_rows_guessed_merged_or_not_told_once_are_found() -> None:
    truths, rows, records = perfect()
    rows[7] = outcome(truths[7], "new", "srikandi")
    rows[34] = outcome(truths[34], "changed", "srikandi")
    rows[35] = outcome(truths[35], "new", "gone")
    del rows[46]
    rows.append({**rows[0], "row": 900})
    result = compare(truths, rows, records)
    found = {verdict.truth.place[1]: verdict.faults for verdict in result.verdicts if verdict.faults}
    assert found == {9: ("guessed",), 36: ("merged",), 37: ("no record",), 48: ("not told once",)}
    assert len(result.strangers) == 1


def test_an_office_among_namesakes_is_known_by_its_row() -> None:
    truth = next(truth for truth in truth_of("magetan") if truth.names == ("banjarejobarat.magetan.go.id",))
    assert truth.owner_row == 130
    assert truth.is_right_owner(Seen(truth.names[0], "Desa Banjarejo", owner_row=130))
    assert not truth.is_right_owner(Seen(truth.names[0], "Desa Banjarejo", owner_row=70))
    assert not truth.is_right_owner(Seen(truth.names[0], "Desa Banjarejo"))
