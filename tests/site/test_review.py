"""The review of an assessment: strengths and weaknesses, what assessors changed, what became of recommendations."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from spbe.editions import INTERNAL
from spbe.engines.pipeline import Options
from support.planned_sites import write_pages
from support.regions import copy_region

Built = Callable[[str], Path]


def page_of(site: Path, name: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / "indeks" / name / "ulasan/index.html").read_text("utf-8"))


def words(node: LexborNode | None) -> str:
    return " ".join(node.text().split()) if node else ""


def rows_of(page: LexborHTMLParser, table: str) -> dict[str, list[str]]:
    """Code of the indicator to the other cells of its row."""
    return {
        words(row.css_first("th")).split()[0]: [words(cell) for cell in row.css("td")]
        for row in page.css(f"#{table} tbody tr")
    }


def answers(site: Path, name: str) -> dict[str, dict]:
    found: dict[str, dict] = {}
    for file in (site.parent / "indicators" / name).glob("I*.yaml"):
        found[file.stem] = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)
    return found


def levels(site: Path, name: str, stage: str) -> dict[str, int]:
    text = (site.parent / "indicators" / name / "nilai.yaml").read_text("utf-8")
    given = {code: stages for code, stages in yaml.load(text, Loader=yaml.BaseLoader).items() if stage in stages}
    found = {code: int(stages[stage]) for code, stages in given.items()}
    for code, answer in answers(site, name).items():
        if stage in answer.get("nilai", {}):
            found[code] = int(answer["nilai"][stage])
    return found


@pytest.mark.parametrize("name", ["2020", "2023", "2025"])
def test_strengths_and_weaknesses_follow_the_levels(name: str, built: Built) -> None:
    site = built("arunika")
    page, given = page_of(site, name), levels(site, name, "akhir")

    told: dict[str, list[str]] = {"Kekuatan": [], "Kelemahan": []}
    for column in page.css(".ulasan__lajur > div"):
        told[words(column.css_first("h4"))] += [words(link).split()[0] for link in column.css("li a")]
    assert sorted(told["Kekuatan"]) == sorted(code for code, level in given.items() if level >= 4)
    assert sorted(told["Kelemahan"]) == sorted(code for code, level in given.items() if level <= 2)
    figures = [words(one) for one in page.css(".angka__nilai")]
    assert figures == [
        str(len(told["Kekuatan"])),
        str(len(told["Kelemahan"])),
        str(sum(n >= 2 for n in given.values())),
    ]


def test_what_the_assessors_changed_is_ranked_and_adds_up(built: Built) -> None:
    site = built("arunika")
    page, own, final = page_of(site, "2025"), levels(site, "2025", "mandiri"), levels(site, "2025", "akhir")
    told = rows_of(page, "selisih")

    assert set(told) == {code for code in own if own[code] != final[code]}
    effects = [Decimal(row[2].replace("−", "-").replace(",", ".")) for row in told.values()]
    assert [abs(effect) for effect in effects] == sorted((abs(effect) for effect in effects), reverse=True)
    assert sum(effects) == Decimal("2.713") - Decimal("3.055")
    assert {code: row[:2] for code, row in told.items()} == {code: [str(own[code]), str(final[code])] for code in told}
    assert told["I21"][3] == "Inspektorat"


def test_recommendations_stand_with_their_status_and_repeated_ones_are_marked(built: Built) -> None:
    site = built("arunika")
    page, given = page_of(site, "2024"), {c: a for c, a in answers(site, "2024").items() if "rekomendasi" in a}
    told = rows_of(page, "rekomendasi-ini")

    assert set(told) == set(given)
    before = {name: answers(site, name) for name in ("2022", "2023")}
    for code, row in told.items():
        years = [name for name, found in before.items() if "rekomendasi" in found.get(code, {})]
        assert row[2] == ", ".join([*years, "2024"]) + (" (berulang)" if years else ""), code
        assert " ".join(given[code]["rekomendasi"].split()) == row[0]
    assert any("(berulang)" in row[2] for row in told.values())


def test_unfinished_recommendations_of_earlier_years_are_still_there(built: Built) -> None:
    site = built("arunika")
    told = rows_of(page_of(site, "2025"), "rekomendasi-lalu")
    last, now = answers(site, "2024"), answers(site, "2025")

    for code, answer in last.items():
        if "rekomendasi" in answer and "rekomendasi" not in now.get(code, {}):
            done = "selesai" in {answer.get("status_tindak_lanjut"), now.get(code, {}).get("status_tindak_lanjut")}
            assert (code in told) is not done, code
    assert told


def test_deadlines_are_told_only_to_those_who_may_know_them(built: Built, tmp_path: Path) -> None:
    public = built("arunika")
    for path in public.glob("indeks/*/ulasan/index.html"):
        text = path.read_text("utf-8")
        assert "lewat waktu" not in text
        assert "Batas waktu" not in text
    root = copy_region(public.parent, tmp_path / "region")
    options = Options(INTERNAL, date(2026, 7, 15))
    page = page_of(write_pages(root, "/indeks/2025/ulasan/", options=options), "2025")
    rows = {**rows_of(page, "rekomendasi-ini"), **rows_of(page, "rekomendasi-lalu")}

    late = {code for code, row in rows.items() if "lewat waktu" in row[-1]}
    noted: dict[str, dict] = {}
    for year in ("2023", "2024", "2025"):
        for code, answer in answers(public, year).items():
            known = {key: answer[key] for key in ("status_tindak_lanjut", "batas_waktu") if key in answer}
            noted[code] = {**noted.get(code, {}), **known}
    assert late == {
        code
        for code in rows
        if noted[code].get("batas_waktu", "9")[:7] <= "2026-06" and noted[code]["status_tindak_lanjut"] != "selesai"
    }
    assert late
    assert f"lewat waktu: {len(late)}" in words(page.css_first("main"))


def test_a_rule_written_for_another_instrument_is_said_to_be_borrowed(built: Built) -> None:
    site = built("arunika")

    assert "ditulis untuk SPBE 59/2020" in words(page_of(site, "2020").css_first("main"))
    assert "ditulis untuk SPBE 59/2020" not in words(page_of(site, "2025").css_first("main"))
