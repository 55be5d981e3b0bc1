"""A new kind has everything that a kind has by touching three places: its class, its declaration, its presentation."""

from __future__ import annotations

import json
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from spbe.checks import open_region
from spbe.cli import main
from spbe.editions import Audience
from spbe.engines.pipeline import Options, prepare
from spbe.model.kinds import KINDS, Kind
from spbe.region import Node
from spbe.site import Site
from spbe.site.kind_presentations import PRESENTATIONS, Clause, KindPresentation, RelatedCount
from support.agreement_kind import AGREEMENT, SHOWN, registered
from support.assessments import page_of, said, tree_of
from support.kind_declarations import ill_shown, missing_of
from support.regions import ROOT, copy_region

FILE = "architecture/perjanjian/sertifikat.yaml"
TEXT = "id: sertifikat\nnama: Perjanjian Sertifikat\nperangkat_daerah: diskominfo\npihak: BSSN\naplikasi: [simpeg]\n"
PAGE = "/arsitektur/perjanjian/sertifikat/"


@pytest.fixture(scope="module", autouse=True)
def _with_the_kind() -> Iterator[None]:
    with registered():
        yield


def with_a_record(folder: Path) -> Path:
    (folder / FILE).parent.mkdir()
    (folder / FILE).write_text(TEXT, "utf-8")
    return folder


@pytest.fixture
def root(minimal: Path) -> Path:
    return with_a_record(minimal)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = copy_region(ROOT / "tests/data/minimal", tmp_path_factory.mktemp("jenis") / "wilayah")
    opened, site = prepare(with_a_record(folder), Options(Audience("internal")), "id")
    assert site is not None, opened.problems
    assert [one.rule for one in opened.problems if FILE in one.file] == []
    return site


def spbe(*words: object) -> Result:
    result = CliRunner().invoke(main, [str(word) for word in words])
    assert "Traceback" not in result.output
    assert result.exit_code == 0, result.output
    return result


def asset(site: Site, ending: str) -> bytes:
    [found] = [one.content for one in site.assets if one.path.endswith(ending)]
    return found


def test_it_is_read_with_its_relations(root: Path) -> None:
    region = open_region(root).region
    told = [(name, other) for name, other, _relation in region.relations.of(Node("aplikasi", "simpeg"))]
    assert ("Diatur oleh", Node("perjanjian", "sertifikat")) in told


def test_it_has_a_catalogue(site: Site) -> None:
    table = tree_of(page_of(site, "/arsitektur/perjanjian/"))
    assert [link.text() for link in table.css("tbody a")] == [
        "Perjanjian Sertifikat",
        "Dinas Komunikasi dan Informatika",
    ]
    assert "Aplikasi diatur" in [heading.text().strip() for heading in table.css("th")]


def test_it_has_record_pages_and_its_neighbours_lead_there(site: Site) -> None:
    words = said(page_of(site, PAGE))
    assert "Perjanjian Sertifikat adalah perjanjian kerja sama milik" in words
    assert ", mengatur " in words
    assert "Pihak lain BSSN" in words
    assert "Diatur oleh" in said(page_of(site, "/arsitektur/aplikasi/simpeg/"))


def test_it_has_a_lane_beside_the_six(site: Site) -> None:
    [figure] = tree_of(page_of(site, "/arsitektur/aplikasi/simpeg/")).css("figure.lajur")
    lanes = figure.css(".lajur__gambar > ul > li")
    assert [lane.css_first("b").text() for lane in lanes][5:] == ["Keamanan", "Perjanjian"]
    assert [box.text() for box in lanes[6].css("a")] == ["Perjanjian Sertifikat"]
    assert 'viewBox="0 0 700 ' in (figure.html or "")


def test_search_finds_it(site: Site) -> None:
    [entry] = [one for one in site.entries if one.address == PAGE]
    assert entry.title == "Perjanjian Sertifikat"
    assert entry.search["jenis"] == "Perjanjian kerja sama"
    assert "Pihak lain: BSSN" in entry.words


def test_it_can_be_taken_away_as_a_table(site: Site) -> None:
    assert b"BSSN" in asset(site, "unduhan/perjanjian.csv")
    assert b"BSSN" in asset(site, "unduhan/perjanjian.json")


def test_the_explorer_knows_it(site: Site) -> None:
    assert '["perjanjian","Perjanjian kerja sama"]' in asset(site, "jelajah/data.js").decode()


def test_the_home_page_counts_it(site: Site) -> None:
    figures = {one.css_first(".kartu__nama").text(): one for one in tree_of(page_of(site, "/")).css(".kartu a")}
    assert figures["Perjanjian kerja sama"].css_first(".kartu__angka").text() == "1"


def test_editors_get_its_schema(root: Path) -> None:
    spbe("schema", "--root", root)
    schema: dict[str, Any] = json.loads((root / "skema/perjanjian.json").read_text("utf-8"))
    assert "Dengan siapa perjanjian dibuat." in json.dumps(schema)
    assert "sertifikat" in (root / "skema/daftar-id.json").read_text("utf-8")


def test_a_new_one_is_made_as_its_help_says_and_passes_the_check(root: Path) -> None:
    spbe("new", "perjanjian", *shlex.split(AGREEMENT.example), "--root", root)
    text = (root / "architecture/perjanjian/sertifikat-2026.yaml").read_text("utf-8")
    assert "nama: Perjanjian Sertifikat Elektronik" in text
    assert "# pihak:" in text
    spbe("check", "--root", root)


def test_a_difference_tells_it(root: Path, tmp_path: Path) -> None:
    before = shutil.copytree(root, tmp_path / "dulu")
    (root / FILE).write_text(TEXT.replace("BSSN", "Kementerian Kominfo"), "utf-8")
    told = " ".join(spbe("diff", before, root, "--root", root).output.split())
    assert "Perjanjian Sertifikat" in told
    assert "Pihak lain" in told


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_every_kind_is_shown(kind: Kind) -> None:
    assert ill_shown(kind, PRESENTATIONS.get(kind.slug)) == []


def test_the_new_kind_is_whole() -> None:
    assert missing_of(AGREEMENT) + ill_shown(AGREEMENT, SHOWN) == []


def test_nothing_is_shown_that_is_no_kind() -> None:
    assert PRESENTATIONS.keys() == KINDS.keys()


@pytest.mark.parametrize(
    ("attribute", "shown"),
    [
        ("presentation", None),
        ("columns", KindPresentation(columns=(RelatedCount("Aplikasi", "entah", "aplikasi", naming=False),))),
        ("columns", KindPresentation(columns=(RelatedCount("Aplikasi", "layanan", "aplikasi", naming=False),))),
        ("heads", KindPresentation(heads={"umum": "{nama} adalah aplikasi umum"})),
        ("heads", KindPresentation(heads={"": "{nama} adalah aplikasi", "entah": "{nama} adalah entah"})),
        ("heads", KindPresentation(heads={"": "adalah aplikasi"})),
        ("clauses", KindPresentation(clauses=(Clause("Entah", "entah {apa}"),))),
        ("stops", KindPresentation(stops={"entah": "Jika ini berhenti"})),
        ("stops_first", KindPresentation(stops_first=("entah",))),
        ("step", KindPresentation(step="aplikasi")),
    ],
)
def test_what_a_presentation_leaves_open_is_told_with_the_name_of_its_kind(
    attribute: str, shown: KindPresentation | None
) -> None:
    assert ill_shown(KINDS["aplikasi"], shown) == [f"aplikasi: {attribute}"]
