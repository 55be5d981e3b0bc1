"""The index over the years beside the nation: breaks, both versions, and one table behind the picture."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from spbe.site.charts.series import SeriesChart, SeriesMoment, series_chart
from spbe.site.table import Table


def overview(site: Path) -> LexborHTMLParser:
    return LexborHTMLParser((site / "indeks" / "index.html").read_text("utf-8"))


def years(page: LexborHTMLParser) -> dict[str, list[str]]:
    found = [[" ".join(cell.text().split()) for cell in row.css("th, td")] for row in page.css("#tren-angka tbody tr")]
    return {row[0]: row[1:] for row in found}


def test_no_line_crosses_a_change_of_the_instrument(built: Callable[[str], Path]) -> None:
    page = overview(built("arunika"))
    breaks = [float(node.attributes["x1"] or 0) for node in page.css(".bagan .patah")]
    lines = [node.attributes["d"] or "" for node in page.css(".bagan .alur, .bagan .pembanding")]

    assert len(breaks) == 1
    assert len(lines) == 5  # own and national, twice each, and the mean of kabupaten of the two years that have one
    for line in lines:
        places = [float(point.split()[0]) for point in line.replace("M", "L").split("L") if point.strip()]
        assert max(places) < breaks[0] or min(places) > breaks[0], line


def test_every_point_of_the_picture_stands_in_its_table(built: Callable[[str], Path]) -> None:
    page = overview(built("bandar-lampung"))
    listed = years(page)

    assert [node.text() for node in page.css(".bagan .nilai")] == [row[1] for row in listed.values()]
    assert {year: (row[1], row[3], row[6]) for year, row in listed.items()} == {
        "2021": ("1,20", "2,24", "–"),
        "2022": ("1,50", "2,34", "–"),
        "2023": ("2,15", "2,79", "3,02"),
        "2024": ("2,98", "3,12", "3,39"),
    }
    squares, diamonds = page.css(".bagan rect.pembanding__titik"), page.css(".bagan path.pembanding__titik")
    assert (len(squares), len(diamonds)) == (4, 2)


def test_both_official_versions_of_a_national_mean_are_named(built: Callable[[str], Path]) -> None:
    listed = years(overview(built("bandar-lampung")))

    assert listed["2022"][3:6] == [
        "2,34",
        "Laporan nasional 2024 Tabel 4; Pedoman 3/2024 Tabel 1",
        "2,35 (LHP Bandar Lampung 2022)",
    ]
    assert listed["2023"][5].startswith("2,79 (Laporan nasional 2023 Tabel 4")


def test_a_year_that_only_the_national_table_knows_is_marked_as_such(built: Callable[[str], Path]) -> None:
    """Kabupaten Madiun recorded 2020; the tables of 2023 and 2024 print 4.30 and 4.31."""
    page = overview(built("madiun"))
    listed = years(page)

    assert {year: row[1:3] for year, row in listed.items()} == {
        "2020": ["3,30", "hasil resmi"],
        "2021": ["–", "–"],
        "2022": ["–", "–"],
        "2023": ["4,30", "tabel nasional"],
        "2024": ["4,31", "tabel nasional"],
    }
    assert (len(page.css(".titik--resmi")), len(page.css(".titik--tabel"))) == (1, 2)


def drawn(*own: str | None) -> SeriesChart:
    """The chart of one instrument's years from 2021 on, without national means."""
    moments = [
        SeriesMoment(str(2021 + at), "Uji", None if text is None else Fraction(text), "resmi", None, None)
        for at, text in enumerate(own)
    ]
    return series_chart("uji", "Uji", "", moments, (Fraction(1), Fraction(5)), Table("uji", "Uji", (), ()))


def test_a_year_without_a_figure_is_a_gap_and_not_a_line() -> None:
    joined, gap = drawn("2.00", "2.10", "2.20").own, drawn("2.00", None, "2.20", "2.30").own

    assert [(line.path.count("M"), line.path.count("L")) for line in joined] == [(1, 2)]
    assert [(line.path.count("M"), line.path.count("L")) for line in gap] == [(2, 1)]


def test_a_figure_hidden_by_a_mean_moves_below_its_point_but_never_onto_the_years() -> None:
    """Heights grow downwards; the floor of the picture is the lowest value of the scale."""
    points = [SeriesMoment("2021", "Uji", Fraction(text), "resmi", Fraction(text), None) for text in ("3", "1")]
    middle, lowest = (
        series_chart("uji", "Uji", "", [one], (Fraction(1), Fraction(5)), Table("uji", "Uji", (), ())).own[0].spots[0]
        for one in points
    )

    assert middle.label_y > middle.y
    assert lowest.label_y < lowest.y
