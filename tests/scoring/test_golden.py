"""Levels of official reports in; every published figure out, to the last digit."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from spbe.model.instrumen import Instrumen, weight_text
from spbe.model.penilaian import Penilaian
from spbe.model.profil import Profil
from spbe.scoring import compare, row, score
from spbe.standards.instruments import shipped_instruments

DATA = Path(__file__).parents[1] / "data"
INSTRUMENTS = shipped_instruments()
ASSESSMENTS = sorted(
    path for region in ("bandar-lampung", "madiun") for path in (DATA / region / "indicators").iterdir()
)
MADIUN = DATA / "madiun" / "indicators" / "2020"


def read(path: Path) -> Any:
    """YAML with every scalar as its author wrote it."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def levels(assessment: Path) -> dict[str, Fraction]:
    return {code: Fraction(stages["akhir"]) for code, stages in read(assessment / "nilai.yaml").items()}


def exact(figures: dict[str, str]) -> dict[str, Fraction]:
    return {code: Fraction(text) for code, text in figures.items()}


def test_there_are_four_assessments() -> None:
    assert [f"{path.parts[-3]}/{path.name}" for path in ASSESSMENTS] == [
        "bandar-lampung/2021",
        "bandar-lampung/2022",
        "bandar-lampung/2023",
        "madiun/2020",
    ]


@pytest.mark.parametrize("assessment", ASSESSMENTS, ids=lambda path: f"{path.parts[-3]}-{path.name}")
def test_the_files_are_what_the_model_expects(assessment: Path) -> None:
    about = Penilaian.model_validate(read(assessment / "penilaian.yaml"))
    assert about.publikasi.status == "terbit"
    assert about.tahun in INSTRUMENTS[about.instrumen].tahun_penilaian
    assert Profil.model_validate(read(assessment.parents[1] / "content" / "profil.yaml")).jenis in {"kota", "kabupaten"}


@pytest.mark.parametrize("assessment", ASSESSMENTS, ids=lambda path: f"{path.parts[-3]}-{path.name}")
def test_every_published_figure_comes_out(assessment: Path) -> None:
    about = read(assessment / "penilaian.yaml")
    published = about["hasil_resmi"]
    made = score(INSTRUMENTS[about["instrumen"]], levels(assessment))
    assert made.lengkap
    assert made.indeks == published["indeks"]
    assert made.predikat is not None
    assert made.predikat.nama == published["predikat"]
    assert {part.bagian.kode: part.teks for part in made.domain} == published["domain"]
    assert {part.bagian.kode: part.teks for part in made.aspek} == published["aspek"]
    assert not made.pada_batas


@pytest.mark.parametrize("assessment", ASSESSMENTS, ids=lambda path: f"{path.parts[-3]}-{path.name}")
def test_row_and_comparison_agree_with_the_report(assessment: Path) -> None:
    about = read(assessment / "penilaian.yaml")
    published = about["hasil_resmi"]
    made = score(INSTRUMENTS[about["instrumen"]], levels(assessment))
    index = Fraction(published["indeks"])
    told = row(penilaian=assessment.name, tahun=int(about["tahun"]), tahap="akhir", score=made, resmi=index)
    assert (told["resmi"], told["cocok"]) == (published["indeks"], True)
    compared = compare(
        made,
        indeks=index,
        predikat=published["predikat"],
        domain=exact(published["domain"]),
        aspek=exact(published["aspek"]),
    )
    assert len(compared) == 2 + len(made.domain) + len(made.aspek)
    assert all(part.cocok for part in compared)


def reweighted(instrument: Instrumen, weights: dict[str, int]) -> Instrumen:
    """The same instrument with other aspect weights, spread evenly over the indicators of each aspect."""

    def changed() -> Iterator[dict[str, Any]]:
        for domain in instrument.model_dump()["domain"]:
            for aspect in domain["aspek"]:
                if aspect["kode"] in weights:
                    total = weights[aspect["kode"]]
                    aspect["bobot"] = str(total)
                    for indicator in aspect["indikator"]:
                        indicator["bobot"] = weight_text(Fraction(total, len(aspect["indikator"])))
            yield domain

    return Instrumen.model_validate(instrument.model_dump(exclude={"domain"}) | {"domain": list(changed())})


def test_madiun_follows_from_35_and_20_but_not_from_the_printed_33_and_22() -> None:
    """The report of 2020 prints weights of 33 and 22 for aspects 6 and 7; its own domain 3 is 3.42."""
    instrument = INSTRUMENTS["permenpanrb-5-2018"]
    assert [aspect.bobot for aspect in instrument.domain[2].aspek] == [35, 20]
    ours = score(instrument, levels(MADIUN)).domain[2]
    assert (ours.nilai, ours.teks) == (Fraction(113, 33), "3.42")
    theirs = score(reweighted(instrument, {"A6": 33, "A7": 22}), levels(MADIUN)).domain[2]
    assert (theirs.bobot, theirs.teks) == (55, "3.41")
