"""English is complete beside the Indonesian, and pages in English keep the data as written."""

from __future__ import annotations

import importlib.machinery
import importlib.util
import re
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest
from selectolax.lexbor import LexborHTMLParser

from spbe.i18n import catalogue, gettext, speaking
from spbe.problems import RULES
from spbe.region import Node
from spbe.site.addresses import record_address
from support.planned_sites import write_pages
from support.regions import ROOT, SAMPLES, build_region, copy_named


@pytest.fixture(scope="module")
def pesan() -> ModuleType:
    """``tools/pesan``, which has no suffix because it is run and not imported."""
    loader = importlib.machinery.SourceFileLoader("pesan", str(ROOT / "tools" / "pesan"))
    spec = importlib.util.spec_from_loader(loader.name, loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def sentences(pesan: ModuleType) -> set[str]:
    """Every sentence of the source."""
    found: set[str] = pesan.sentences()
    return found


def test_nothing_is_untranslated(sentences: set[str]) -> None:
    assert sorted(sentences - catalogue("en").keys()) == []


def test_nothing_is_obsolete(sentences: set[str]) -> None:
    assert sorted(catalogue("en").keys() - sentences) == []


def test_the_file_is_what_extraction_writes(pesan: ModuleType, sentences: set[str]) -> None:
    assert pesan.ENGLISH.read_text(encoding="utf-8") == pesan.text_of(sentences, pesan.known())


def placeholders(text: str) -> list[str]:
    """The names in braces; a sentence that no ``format`` would take has none."""
    try:
        return sorted({name for _, name, _, _ in Formatter().parse(text) if name is not None})
    except ValueError:
        return []


def test_placeholders_are_the_same_in_both_languages() -> None:
    different = {
        indonesian: english
        for indonesian, english in catalogue("en").items()
        if placeholders(indonesian) != placeholders(english)
    }
    assert different == {}


def test_codes_in_backticks_stay_in_english() -> None:
    """What staff have to type is the same in both languages; examples with words of a language are named here."""
    translated = {"`kunci: nilai`", "`[satu, dua]`"}
    different = {
        indonesian: english
        for indonesian, english in catalogue("en").items()
        if set(re.findall(r"`[^`]+`", indonesian)) - translated - set(re.findall(r"`[^`]+`", english))
    }
    assert different == {}


def test_blanks_around_a_sentence_are_kept() -> None:
    assert [
        indonesian
        for indonesian, english in catalogue("en").items()
        if len(indonesian) - len(indonesian.lstrip()) != len(english) - len(english.lstrip())
        or len(indonesian) - len(indonesian.rstrip()) != len(english) - len(english.rstrip())
    ] == []


def test_a_rule_speaks_the_language_in_force() -> None:
    rule = RULES["rujukan-diri"]
    assert rule.at("a.yaml", kunci="induk").message == "Catatan ini merujuk dirinya sendiri pada `induk`."
    with speaking("en"):
        assert rule.at("a.yaml", kunci="induk").message == "This record refers to itself in `induk`."
    assert gettext("Tutup") == "Tutup"


def test_an_unknown_language_is_indonesian() -> None:
    with speaking("jv"):
        assert gettext("Tutup") == "Tutup"


SIMPEG = record_address(Node("aplikasi", "simpeg"))
YEAR = "/indeks/2025/"
INDICATOR = "/indikator/permenpanrb-59-2020/I11/"


@pytest.fixture(scope="module", params=SAMPLES)
def english(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages of the sample or of a part of it in English."""
    region = copy_named(request.param, tmp_path_factory.mktemp("english") / "region")
    return write_pages(region, SIMPEG, YEAR, INDICATOR, language="en")


def page(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address.strip("/") / "index.html").read_text("utf-8"))


def texts(tree: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(found.text().split()) for found in tree.css(selector)]


@pytest.mark.slow
def test_a_site_whose_theme_speaks_english_says_so_and_is_it(minimal: Path) -> None:
    settings = minimal / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("language: id", "language: en"), "utf-8")
    done = build_region(minimal, "--per-tanggal", "2026-06-30")
    assert done.returncode == 0, done.stdout + done.stderr
    tree = page(minimal / "site", SIMPEG)
    html = tree.css_first("html")
    assert html is not None
    assert html.attributes["lang"] == "en"
    assert "Relations" in {text.rstrip("¶") for text in texts(tree, "h2")}
    assert any("Data as of 30 June 2026" in text for text in texts(tree, ".spbe-kaki p"))


@pytest.mark.slow
def test_the_interface_of_a_record_is_english(english: Path) -> None:
    tree = page(english, SIMPEG)
    assert {"Relations", "Planned changes", "Particulars"} <= {text.rstrip("¶") for text in texts(tree, "h2")}
    assert {"Owner", "Last reviewed", "Reference architecture", "Function", "Supports services"} <= {
        re.sub(r" \d+$", "", text) for text in texts(tree, "dt")
    }


@pytest.mark.slow
def test_data_stay_as_written_in_english_pages(english: Path) -> None:
    tree = page(english, SIMPEG)
    assert texts(tree, "h1")[0].startswith("SIMPEG")
    assert texts(tree, ".pengantar") == ["Sistem informasi manajemen kepegawaian Kabupaten Arunika."]
    assert "Mengelola data induk ASN dan menyiapkan usul layanan kepegawaian." in texts(tree, "dd")


@pytest.mark.slow
def test_numbers_and_dates_follow_the_language(english: Path) -> None:
    tree = page(english, YEAR)
    assert "2.71" in texts(tree, ".angka__nilai")
    assert "Official index" in texts(tree, ".angka__label")


@pytest.mark.slow
def test_the_text_of_an_instrument_is_never_translated(english: Path) -> None:
    tree = page(english, INDICATOR)
    assert "Weight" in texts(tree, "dt")
    assert texts(tree, ".pengantar") == ["Tingkat Kematangan Arsitektur SPBE Instansi Pusat/Pemerintah Daerah"]


@pytest.mark.slow
def test_the_label_of_a_single_choice_is_english(english: Path) -> None:
    tree = page(english, SIMPEG)
    assert "Special-purpose application" in texts(tree, "dl.isian dd")
