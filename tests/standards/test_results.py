"""National results: as printed, and two years joined without joining two agencies."""

from fractions import Fraction

import pytest

from spbe.standards import agency_results
from spbe.standards.agency_names import agency_key
from spbe.standards.agency_results import HasilInstansi, national_results
from spbe.standards.printed_decimals import Angka
from spbe.standards.resources import StandardsError, read_csv

NATIONAL = national_results()
JOINED = [key for key in NATIONAL.tahun[2024] if key in NATIONAL.tahun[2023]]
PAIRS = [NATIONAL.history(key) for key in JOINED]


def test_rows_of_both_reports() -> None:
    assert {year: len(rows) for year, rows in NATIONAL.tahun.items()} == {2023: 621, 2024: 615}
    assert [(year, document.id) for year, document in NATIONAL.dokumen.items()] == [
        (2023, "laporan-nasional-2023"),
        (2024, "laporan-nasional-2024"),
    ]


def test_a_row_is_kept_as_printed() -> None:
    row = NATIONAL.tahun[2023]["kota-bandar-lampung"]
    assert (row.instansi, row.jenis, row.provinsi, row.predikat) == (
        "Pemerintah Kota Bandar Lampung",
        "kota",
        "Lampung",
        "Cukup",
    )
    assert row.indeks == Angka("2.15", Fraction("2.15"))
    assert [number.cetak for number in row.domain.values() if number] == ["1.40", "1.70", "1.00", "3.04"]


def test_607_agencies_are_joined_where_584_are_printed_alike() -> None:
    printed = [{row.instansi for row in rows.values()} for rows in NATIONAL.tahun.values()]
    assert len(printed[0] & printed[1]) == 584
    assert len(JOINED) == 607


def test_every_agency_left_alone_stands_in_one_report_only() -> None:
    """Looked through by hand: none of these 22 is another one under a new name."""
    alone = {year: sorted(set(rows) - set(JOINED)) for year, rows in NATIONAL.tahun.items()}
    assert alone == {
        2023: [
            "kab-buru",
            "kab-deiyai",
            "kab-labuhanbatu",
            "kab-manokwari-selatan",
            "kab-mappi",
            "kab-maybrat",
            "kab-nagekeo",
            "kab-paniai",
            "kab-pegunungan-arfak",
            "kab-simeulue",
            "kab-tambrauw",
            "kab-teluk-bintuni",
            "komisi-aparatur-sipil-negara",
            "lembaga-administrasi-negara",
        ],
        2024: [
            "dewan-pertimbangan-presiden",
            "kab-dogiyai",
            "kab-nduga",
            "kab-raja-ampat",
            "kab-sarmi",
            "kab-supiori",
            "kab-tolikara",
            "sekretariat-komisi-kepolisian-nasional",
        ],
    }


def test_joined_rows_are_of_one_kind_and_province() -> None:
    for before, after in PAIRS:
        assert (before.jenis, before.provinsi) == (after.jenis, after.provinsi)


def test_central_agencies_joined_across_groups_are_the_known_three() -> None:
    """The reports moved these; all others stand in the same group in both years."""
    moved = {before.kunci for before, after in PAIRS if before.kelompok != after.kelompok}
    assert moved == {"kejaksaan-agung", "badan-riset-dan-inovasi-nasional", "badan-pembinaan-ideologi-pancasila"}


def test_joined_indices_are_plausible() -> None:
    """No agency moved by more than two levels in one year; the largest step is Banyuasin, whose 2023 row is odd."""
    steps = {before.kunci: after.indeks.nilai - before.indeks.nilai for before, after in PAIRS}
    largest = max(steps, key=lambda key: abs(steps[key]))
    assert (largest, steps[largest]) == ("kab-banyuasin", Fraction("1.66"))


def test_keys_are_those_of_the_printed_names() -> None:
    for rows in NATIONAL.tahun.values():
        for row in rows.values():
            assert agency_key(row.instansi) == row.kunci


def test_every_decision_has_a_reason_and_leads_to_an_agency() -> None:
    keys = {key for rows in NATIONAL.tahun.values() for key in rows}
    for row in read_csv("hasil/padanan.csv"):
        assert row["kunci"] in keys
        assert row["alasan"]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Pemerintah Kab. Bogor", "kab-bogor"),
        ("PEMERINTAH KABUPATEN BOGOR", "kab-bogor"),
        ("Kabupaten Bogor", "kab-bogor"),
        ("Pemerintah Daerah Kabupaten Bogor", "kab-bogor"),
        ("Kota Bogor", "kota-bogor"),
        ("Kabupaten Lima Puluh Kota", "kab-limapuluh-kota"),
        ("Kabupaten Gunung Kidul", "kab-gunungkidul"),
        ("Provinsi NTT", "provinsi-nusa-tenggara-timur"),
        ("Provinsi Aceh", "provinsi-aceh"),
        ("Pemerintah Aceh", "provinsi-aceh"),
        ("Daerah Istimewa Yogyakarta", "provinsi-daerah-istimewa-yogyakarta"),
        ("Provinsi Daerah Khusus Ibukota Jakarta", "provinsi-dki-jakarta"),
        ("Kabupaten Entah Berantah", None),
        ("Bogor", None),
    ],
)
def test_find_an_agency_by_its_name(name: str, key: str | None) -> None:
    assert NATIONAL.find(name) == key


def test_unreadable_cells_are_empty_and_noted() -> None:
    unread = [
        (row.tahun, row.instansi, code)
        for rows in NATIONAL.tahun.values()
        for row in rows.values()
        for code, number in row.domain.items()
        if number is None
    ]
    assert unread == [
        (2024, "Kementerian Pertanian", "D1"),
        (2024, "Kementerian Energi dan Sumber Daya Mineral", "D1"),
        (2024, "Pemerintah Provinsi Jawa Timur", "D1"),
    ]
    assert all(NATIONAL.tahun[year][agency_key(name)].catatan for year, name, _ in unread)


def test_provinces_are_spelled_alike_and_have_one_government_each() -> None:
    governments = [row for row in NATIONAL.tahun[2024].values() if row.jenis == "provinsi"]
    provinces = {row.provinsi for rows in NATIONAL.tahun.values() for row in rows.values()} - {None}
    assert len(provinces) == len(governments) == 38
    assert provinces == {row.provinsi for row in governments}


def test_history_of_an_unknown_key_is_empty() -> None:
    assert NATIONAL.history("kab-entah-berantah") == ()


def change(monkeypatch: pytest.MonkeyPatch, **cells: str) -> None:
    """The tables with the first row of 2024 changed."""

    def changed(path: str) -> list[dict[str, str]]:
        rows = read_csv(path)
        if path.endswith("nasional-2024.csv"):
            rows[0] |= cells
        return rows

    monkeypatch.setattr(agency_results, "read_csv", changed)


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"kunci": "kota-bogor"}, "stands twice"),
        ({"kunci": "kab-simeulue"}, "is instansi-pusat of None and kabupaten|is kabupaten of Aceh"),
        ({"kunci": "kotabogor"}, "hyphens only"),
        ({"indeks": "31.2"}, "not an index"),
        ({"indeks": ""}, "missing"),
        ({"d3": "1,00"}, "not an index"),
        ({"predikat": "Bagus"}, "unknown"),
        ({"jenis": "desa"}, "unknown"),
    ],
)
def test_shipped_tables_are_proved(monkeypatch: pytest.MonkeyPatch, cells: dict[str, str], message: str) -> None:
    change(monkeypatch, **cells)
    with pytest.raises(StandardsError, match=message):
        national_results.__wrapped__()


def test_rows_are_immutable() -> None:
    row: HasilInstansi = NATIONAL.tahun[2024]["kab-bogor"]
    with pytest.raises(TypeError):
        row.domain["D1"] = None  # type: ignore[index]
