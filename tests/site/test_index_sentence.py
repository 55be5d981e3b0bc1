"""The one sentence on an assessment: each part only where it is known, and nothing subtracted across instruments."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from spbe.editions import Audience, redact
from spbe.engines.pipeline import Options
from spbe.i18n import speaking
from spbe.scoring.outcomes import outcomes
from spbe.site.components.index_sentence import index_sentence
from support.assessments import assess, every, page_of, region, tree_of
from support.planned_sites import planned, planned_sample
from support.regions import REGIONS, copy_part, open_fast


def sentences(root: Path) -> Mapping[str, str | None]:
    whole = open_fast(root).region
    view = redact(whole, outcomes(whole), Audience("internal"))
    told = {name: index_sentence(view.results, name, view.region.profil) for name in view.results}
    return {name: one.text if one else None for name, one in told.items()}


def test_the_sample_tells_change_target_and_place_and_no_change_from_another_instrument() -> None:
    found = sentences(REGIONS["arunika"])

    assert found["2025"] == (
        "2,71 Baik: naik 0,29 dari 2024; target 2,70 tercapai; 236 kabupaten lebih tinggi pada tabel nasional 2024."
    )
    assert found["2020"] == "2,19 Cukup: naik 0,29 dari 2019."
    assert found["2021"] is not None
    assert found["2021"].startswith(
        "1,79 Kurang: instrumennya bukan lagi yang dipakai pada 2020, jadi keduanya tidak dibandingkan; "
        "target 2,00 belum tercapai, kurang 0,21"
    )


def test_a_row_of_the_table_of_the_year_has_a_rank() -> None:
    """Kota Bandar Lampung: 2,15 in 2023, ranks counted by hand in the tests of the nation."""
    assert sentences(REGIONS["bandar-lampung"])["2023"] == "2,15 Cukup: naik 0,65 dari 2022; peringkat 85 dari 93 kota."


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = region(tmp_path_factory.mktemp("kota") / "wilayah")
    assess(root, "2022", "indeks: 2.50, predikat: Cukup")
    assess(root, "2023", "indeks: 2.50, predikat: Cukup")
    assess(root, "2024", "indeks: 2.40, predikat: Cukup", more="target_indeks: 3")
    assess(root, "2025", values={"mandiri": every(4)})
    assess(root, "2026", values={"mandiri": dict(list(every(3).items())[:20])})
    return root


def test_a_fall_and_a_standstill_are_told_and_what_others_computed_is_not_subtracted(city: Path) -> None:
    found = {name: told.split(";") for name, told in sentences(city).items() if told}

    assert "dari" not in found["2022"][0]
    assert " target 3,00 belum tercapai, kurang 0,60" in found["2024"]
    assert found["2023"][0] == "2,50 Cukup: sama dengan 2022"
    assert found["2024"][0] == "2,40 Cukup: turun 0,10 dari 2023"
    assert not any(word in " ".join(found["2025"]) for word in ("naik", "turun"))
    assert found["2025"][0] == "4,00 Sangat Baik: perhitungan sendiri, penilaian mandiri"


def test_an_index_over_some_answers_says_so_and_is_compared_with_nothing(city: Path) -> None:
    told = sentences(city)["2026"]

    assert told is not None
    assert told.startswith("3,00 belum lengkap: perhitungan sendiri, penilaian mandiri, baru 20 dari 47 indikator")
    assert "dapat menjadi" in told
    assert not any(word in told for word in ("target", "lebih tinggi", "peringkat", "naik"))


def test_an_assessment_without_any_figure_has_no_sentence(tmp_path: Path) -> None:
    root = region(tmp_path / "wilayah")
    assess(root, "2025")

    assert sentences(root) == {"2025": None}


def test_it_is_told_in_english_too() -> None:
    with speaking("en"):
        told = sentences(REGIONS["arunika"])["2025"]

    assert told == (
        "2.71 Baik: up 0.29 from 2024; target 2.70 reached; "
        "236 regencies (kabupaten) higher in the national table of 2024."
    )


def test_home_answers_before_it_lists_and_its_ways_lead_to_pages_that_are_there() -> None:
    site = planned_sample()
    home = tree_of(page_of(site, "/"))
    there = {page.address for page in site.pages}
    ways = [link.attributes["href"] or "" for link in home.css(".jawaban a, .pintu a, .berita a")]

    first = home.css_first("h1 ~ *")
    assert "jawaban" in (first.attributes.get("class") or "")
    assert [node.text() for node in home.css(".lajur h3")] == ["Warga", "Perangkat daerah", "Asesor"]
    assert len(home.css("#jatuh-tempo + ul > li")) == 5
    assert {way for way in ways if way.removeprefix("spbe:").partition("#")[0] not in there} == set()
    assert not home.css("#tindak-lanjut, #terisi"), "maintenance belongs to the page of data quality"


def test_the_edition_of_an_office_opens_on_its_own_page(tmp_path: Path) -> None:
    site = planned(copy_part(tmp_path / "wilayah"), Options(Audience("opd", "diskominfo"))).site
    home, own = page_of(site, "/"), page_of(site, "/perangkat-daerah/diskominfo/")

    assert home.title == own.title == "Dinas Komunikasi dan Informatika"
    assert tree_of(home).css_first("#pekerjaan") is not None
    assert home.menu == "Beranda"
    assert next(item.address for item in site.menu) == "/"
