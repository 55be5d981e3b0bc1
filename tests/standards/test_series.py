"""The national series: both official versions of a year, with their documents."""

from fractions import Fraction

import pytest

from spbe.standards import national_averages
from spbe.standards.national_averages import national_series, national_versions
from spbe.standards.resources import StandardsError, read_csv


def test_every_year_once_and_two_years_twice() -> None:
    assert [row.tahun for row in national_series()] == [2018, 2019, 2020, 2021, 2022, 2022, 2023, 2023, 2024]


def test_newest_document_first_and_the_other_named() -> None:
    versions = national_versions()
    assert [(year, v.terbaru.dokumen.id) for year, v in versions.items()] == [
        (year, "laporan-nasional-2024") for year in range(2018, 2025)
    ]
    others = {year: [row.dokumen.id for row in version.lainnya] for year, version in versions.items()}
    assert {year: found for year, found in others.items() if found} == {
        2022: ["lhp-bandar-lampung-2022"],
        2023: ["laporan-nasional-2023"],
    }


def test_figures_of_both_versions() -> None:
    version = national_versions()[2022]
    assert (version.terbaru.indeks.cetak, version.lainnya[0].indeks.cetak) == ("2.34", "2.35")
    version = national_versions()[2023]
    assert version.terbaru.indeks.nilai == version.lainnya[0].indeks.nilai == Fraction("2.79")
    policy = [row.domain["D1"] for row in (version.terbaru, *version.lainnya)]
    assert [number.cetak for number in policy if number] == ["2.94", "2.91"]
    assert (version.terbaru.jumlah_instansi, version.terbaru.baik_ke_atas) == (621, 388)
    assert version.lainnya[0].baik_ke_atas is None


def test_domains_are_those_of_the_instrument() -> None:
    """Services are the third domain under 5/2018 and the fourth under 59/2020."""
    found = {
        row.tahun: {code: number and number.cetak for code, number in row.domain.items()} for row in national_series()
    }
    assert found[2020] == {"D1": "2.07", "D2": "1.95", "D3": "2.48"}
    assert found[2024] == {"D1": "3.36", "D2": "2.62", "D3": "1.86", "D4": "3.78"}


def test_instruments_break_between_2020_and_2021() -> None:
    instruments = {row.tahun: row.instrumen for row in national_series()}
    assert {year for year, name in instruments.items() if name == "permenpanrb-5-2018"} == {2018, 2019, 2020}
    assert {year for year, name in instruments.items() if name == "permenpanrb-59-2020"} == {2021, 2022, 2023, 2024}


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"dokumen": "kabar-burung"}, "unknown"),
        ({"instrumen": "permenpanrb-8-2026"}, "unknown"),
        ({"indeks": ""}, "missing"),
        ({"layanan": "tinggi"}, "not an index"),
        ({"jumlah_instansi": "banyak"}, "not a count"),
        ({"tahun": "2019"}, "speaks twice"),
    ],
)
def test_shipped_series_is_proved(monkeypatch: pytest.MonkeyPatch, cells: dict[str, str], message: str) -> None:
    rows = read_csv("hasil/seri-nasional.csv")
    rows[0] |= cells
    monkeypatch.setattr(national_averages, "read_csv", lambda _: rows)
    with pytest.raises(StandardsError, match=message):
        national_series.__wrapped__()
