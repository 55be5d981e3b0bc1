"""The story of an assessment: six parts at most, each only where it is known, reckoned by hand here."""

from __future__ import annotations

from pathlib import Path

import pytest

from spbe.engines.pipeline import Options
from spbe.site import Site
from support.assessments import assess, every, page_of, region, tree_of
from support.planned_sites import planned, planned_sample


def parts(site: Site, name: str) -> dict[str, list[str]]:
    """Id of each part to its sentences."""
    page = tree_of(page_of(site, f"/indeks/{name}/cerita/"))
    return {
        section.css_first("h2").attributes["id"] or "": [
            " ".join(told.text().split()) for told in section.css(".cerita__kata p:not(.cerita__jalan)")
        ]
        for section in page.css(".cerita > section")
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Every indicator of D1 weighs 1.3 %: one level of one of them is 0.013 of the index."""
    root: Path = region(tmp_path_factory.mktemp("cerita") / "wilayah")
    assess(root, "2020", "indeks: 3.00", instrument="permenpanrb-5-2018")
    assess(root, "2023", values={"akhir": every(2)}, official="indeks: 2.00")
    assess(
        root,
        "2024",
        values={"mandiri": every(2), "akhir": {**every(2), "I1": 4, "I2": 1}},
        official="indeks: 2.01",
    )
    return planned(root, Options()).site


def test_what_rose_and_what_fell_are_told_with_their_exact_shares_and_the_reason_that_is_recorded(site: Site) -> None:
    told = parts(site, "2024")

    risen, printed = told["naik"]
    assert risen.startswith("1 indikator naik sejak 2023 dan menambah indeks 0,026; terbesar I1 ")
    assert risen.endswith(" dari 2 ke 4.")
    assert printed.startswith("Indeks resmi berubah +0,01, karena diumumkan dalam dua desimal ")
    assert told["turun"][0].startswith("1 indikator turun sejak 2023 dan mengurangi indeks 0,013; terbesar I2 ")
    assert told["turun"][1].endswith(": penilaian mandiri 2, menurut asesor 1.")
    assert told["hasil"][0].startswith("2,01 Cukup: naik 0,01 dari 2023")


def test_nothing_rises_or_falls_across_a_change_of_instrument(site: Site) -> None:
    told = parts(site, "2023")

    assert "naik" not in told
    assert not any("turun sejak" in sentence for sentence in told["turun"])
    assert told["berikutnya"] == ["Penilaian berikutnya, Indeks SPBE 2024: 2,01, Cukup (hasil resmi)."]
    assert parts(site, "2020")["berikutnya"][1] == "Instrumennya lain, jadi kedua indeks tidak dapat dibandingkan."


def test_without_evidence_nothing_is_said_to_support_it_or_to_end(site: Site) -> None:
    assert {"penopang", "berakhir"} & parts(site, "2024").keys() == set()


def test_the_sample_has_all_six_parts_each_with_a_picture_and_its_table() -> None:
    sample = planned_sample()
    page = tree_of(page_of(sample, "/indeks/2025/cerita/"))

    assert list(parts(sample, "2025")) == ["hasil", "naik", "turun", "penopang", "berakhir", "berikutnya"]
    assert len(page.css(".cerita > section > .bagan svg")) == len(page.css(".cerita table")) == 6
    stories = [one.address for one in sample.pages if one.address.endswith("/cerita/")]
    assert stories == [f"/indeks/{year}/cerita/" for year in range(2019, 2026)]
