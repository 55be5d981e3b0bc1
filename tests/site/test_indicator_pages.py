"""An indicator's page tells where it stands, what the next level asks and brings, and what was answered before."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from spbe.editions import Audience, redact
from spbe.scoring.outcomes import outcomes
from spbe.site.page import Html
from spbe.site.pages.indikator import indikator
from spbe.site.site_context import SiteContext
from spbe.site.templates import environment
from spbe.standards.instruments import shipped_instruments
from support.planned_sites import write_pages
from support.regions import copy_region, open_fast

SPBE = shipped_instruments()["permenpanrb-59-2020"]
CODES = [indicator.kode for indicator in SPBE.all_indicators()]

Built = Callable[[str], Path]


def page_of(site: Path, code: str, instrument: str = SPBE.id) -> LexborHTMLParser:
    return LexborHTMLParser((site / "indikator" / instrument / code / "index.html").read_text("utf-8"))


def words(node: LexborNode | None) -> str:
    return " ".join(node.text().split()) if node else ""


def cells(row: LexborNode) -> list[str]:
    return [words(cell) for cell in row.css("th, td")]


def decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def text(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")


def written(site: Path, name: str, code: str) -> dict:
    return yaml.load((site.parent / f"indicators/{name}/{code}.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)


def levels(site: Path, name: str) -> dict[str, str]:
    given = yaml.load((site.parent / f"indicators/{name}/nilai.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    return {code: stages["akhir"] for code, stages in given.items()}


def test_one_level_more_is_told_exactly_for_every_indicator(built: Built) -> None:
    """Weight / 100 per level, added to the exact index that the assessment's page prints."""
    site = built("arunika")
    newest = levels(site, "2025")
    index = LexborHTMLParser((site / "indeks/2025/index.html").read_text("utf-8"))
    exact = decimal(index.css_first(".hitungan").css("span")[-1].text())
    for indicator in SPBE.all_indicators():
        page = page_of(site, indicator.kode)
        gain = Decimal(indicator.bobot.numerator) / indicator.bobot.denominator / 100
        after = exact + gain
        printed = after.quantize(Decimal("0.01"), ROUND_HALF_UP)
        step = words(page.css_first("#berikutnya + .isian dd p:last-child"))
        told = f"Indeks bertambah {text(gain)} menjadi {str(printed).replace('.', ',')} (tepatnya {text(after)})"
        assert step == f"{told}; predikatnya tetap.", indicator.kode
        level = str(int(newest[indicator.kode]) + 1)
        asked = words(page.css_first("#berikutnya + .isian dd p"))
        later = indicator.kriteria_sejak.get("pedoman-3-2024", {})
        assert asked == (indicator.kriteria | later)[level], indicator.kode
        assert words(page.css_first("#berikutnya + .isian dt")).startswith(f"Tingkat {level}")


def test_a_step_that_alone_changes_the_predicate_says_so(built: Built, tmp_path: Path) -> None:
    root = copy_region(built("arunika").parent, tmp_path / "region")
    for name in ("2022", "2023", "2024", "2025", "2026-pemdi"):
        for file in (root / "indicators" / name).iterdir():
            file.unlink()
        (root / "indicators" / name).rmdir()
    page = page_of(write_pages(root, f"/indikator/{SPBE.id}/I11/"), "I11")

    # 2021 stands at 1.788; I11 weighs 2.5, and Cukup begins at 1.80.
    step = words(page.css_first("#berikutnya + .isian dd p:last-child"))
    assert step.endswith("menjadi 1,81 (tepatnya 1,813), dan itu saja sudah membuat predikatnya Cukup.")


def test_the_present_level_and_the_target_are_marked_among_the_criteria(built: Built) -> None:
    page = page_of(built("arunika"), "I11")

    (mark,) = page.css('.kriteria [aria-current="true"]')
    assert words(mark.css_first(".kriteria__nomor")) == "3"
    marks = {
        words(li.css_first(".kriteria__nomor")): words(li.css_first(".kriteria__tanda"))
        for li in page.css(".kriteria > li")
    }
    assert marks == {"1": "", "2": "", "3": "Nilai 2025", "4": "Target", "5": ""}


@pytest.mark.parametrize("code", ["I1", "I16", "I31", "I47"])
def test_neighbours_are_the_other_indicators_of_the_aspect_with_their_levels(code: str, built: Built) -> None:
    site = built("arunika")
    newest = levels(site, "2025")
    aspect = next(part for part in SPBE.all_aspects() if code in {one.kode for one in part.indikator})
    page = page_of(site, code)
    *rows, total = page.css("#tetangga-aspek tbody tr")

    assert [cells(row)[0].split()[0] for row in rows] == [one.kode for one in aspect.indikator]
    assert [cells(row)[2] for row in rows] == [newest[one.kode] for one in aspect.indikator]
    own = [row for row in rows if row.css_first("th a") is None]
    assert [cells(row)[0].split()[0] for row in own] == [code]
    published = yaml.load((site.parent / "indicators/2025/penilaian.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    assert cells(total)[2] == published["hasil_resmi"]["aspek"][aspect.kode].replace(".", ",")


def test_the_newest_answer_is_open_and_older_ones_are_folded(built: Built) -> None:
    site = built("arunika")
    page = page_of(site, "I11")

    for name in ("2022", "2023", "2024"):
        folded = page.css_first(f"details#jawaban-{name}")
        assert folded is not None
        assert "open" not in folded.attributes
        assert " ".join(written(site, name, "I11")["fakta"].split()) in words(folded)
    newest = " ".join(written(site, "2025", "I11")["fakta"].split())
    assert newest in words(page.css_first("main"))
    assert all(newest not in words(one) for one in page.css("details"))


def test_values_of_other_instruments_are_named_as_a_break_and_not_joined(built: Built) -> None:
    page = page_of(built("arunika"), "I11")

    assert [cells(row)[0] for row in page.css("#nilai-tahap tbody tr")] == ["2025", "2024", "2023", "2022", "2021"]
    told = words(page.css_first("main"))
    assert "Dinilai dengan SPBE 5/2018: 2019, 2020. Indikatornya lain" in told


def test_criteria_name_their_document_and_what_other_years_asked(built: Built) -> None:
    site = built("arunika")
    page = page_of(site, "I18")
    note, earlier = words(page.css_first("#kriteria + .catatan")), words(page.css_first(".kriteria + .lipat"))

    assert note.startswith("Menurut Pedoman Menteri PANRB Nomor 3 Tahun 2024, Bab II.C, untuk penilaian 2024, 2025.")
    assert earlier.startswith(
        "Kriteria penilaian 2021, 2022, 2023 berbunyi lain Menurut Peraturan Menteri PANRB Nomor 59"
    )
    assert "Tingkat 4 (Terpadu dan Terukur): Memenuhi tingkat 3; terintegrasi dengan Sistem Penghubung" in earlier
    assert "Tingkat 5" in earlier
    assert "Tingkat 3" not in earlier
    same = words(page_of(site, "I1").css_first(".kriteria + .catatan"))
    assert (
        same
        == "Kriteria penilaian 2021, 2022, 2023, menurut Peraturan Menteri PANRB Nomor 59 Tahun 2020, Bab II.E, sama."
    )


def test_every_level_shows_its_evidence_and_the_next_one_openly(built: Built) -> None:
    page = page_of(built("arunika"), "I11")

    folded = page.css(".kriteria > li details")
    assert [words(one.css_first("summary")) for one in folded] == [f"Bukti tingkat {level}" for level in range(1, 6)]
    fourth = [words(item) for item in folded[3].css("li")]
    assert "selaras dengan Arsitektur SPBE Nasional" in fourth[0]
    assert [words(item) for item in page.css("#berikutnya + .isian .harus li")] == fourth
    assert words(folded[3].css_first(".catatan")) == "Bab II.C, indikator 11, tingkat 4"
    wording = words(page.css_first(".kriteria ~ .lipat .isian"))
    assert "<nama berkas bukti>" in wording


def test_a_value_of_another_agency_names_its_year_and_source() -> None:
    root = Path(__file__).parents[2]
    region = open_fast(root).region
    view = redact(region, outcomes(region), Audience("internal"))
    pages = indikator.pages(SiteContext(view, environment(root), root))
    page = next(one for one in pages if one.address.endswith("/permenpanrb-8-2026/I10/"))
    told = words(LexborHTMLParser("".join(block.html for block in page.blocks if isinstance(block, Html))).body)

    assert "Sumber nilai IKASANDI (BSSN) 2026: 2,15. Surat hasil IKASANDI 2026" in told


def test_nothing_of_a_draft_stands_on_public_indicator_pages(built: Built) -> None:
    site = built("arunika")

    for code in CODES:
        assert "2026-pemdi" not in (site / "indikator" / SPBE.id / code / "index.html").read_text("utf-8"), code
