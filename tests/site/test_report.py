"""The report holds what the official reports hold, in their order, and every figure of it is that of the data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from spbe.editions import INTERNAL
from spbe.engines.pipeline import Options
from support.planned_sites import planned, write_pages
from support.regions import copy_part

Built = Callable[[str], Path]

REPORTS = [
    ("arunika", "2019"),
    ("arunika", "2022"),
    ("arunika", "2023"),
    ("arunika", "2024"),
    ("arunika", "2025"),
    ("bandar-lampung", "2022"),
    ("bandar-lampung", "2023"),
    ("madiun", "2020"),
]
STAGES = ("mandiri", "dokumen", "interviu", "visitasi", "akhir")
STRONG, WEAK = 4, 2


def read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)


def report_of(site: Path, name: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / "indeks" / name / "laporan" / "index.html").read_text("utf-8"))


def written(site: Path, name: str) -> dict[str, dict[str, str]]:
    """Indicator to stage to value, as the files of the region have them."""
    folder = site.parent / "indicators" / name
    values = read(folder / "nilai.yaml") if (folder / "nilai.yaml").exists() else {}
    found = {code: dict(stages) for code, stages in values.items()}
    for path in folder.glob("I*.yaml"):
        for stage, value in (read(path).get("nilai") or {}).items():
            found.setdefault(path.stem, {})[stage] = value
    return found


def evidence_in(path: Path) -> list[str]:
    """The evidence that the answer at ``path`` names; none where it says that there is none."""
    named = read(path).get("bukti")
    return named if isinstance(named, list) else []


def words(node: LexborNode | None) -> str:
    return " ".join(node.text().split()) if node else ""


def row(node: LexborNode) -> list[str]:
    return [words(cell) for cell in node.css("th, td")]


@pytest.mark.parametrize(("region", "name"), REPORTS)
def test_every_value_of_the_annex_is_that_of_the_data(region: str, name: str, built: Built) -> None:
    site = built(region)
    page, data = report_of(site, name), written(site, name)
    table = page.css_first("#lampiran-nilai")
    heads = [words(cell).lower() for cell in table.css("thead th")]
    stages = [stage for stage in STAGES if any(stage in values for values in data.values())]

    assert heads[2 : 2 + len(stages)] == stages
    shown = {line.attributes["id"]: row(line)[2 : 2 + len(stages)] for line in table.css("tbody tr[id]")}
    assert shown == {
        f"nilai-{code}": [values.get(stage, "–").replace(".", ",") for stage in stages] for code, values in data.items()
    }


@pytest.mark.parametrize(("region", "name"), REPORTS)
def test_sums_of_the_annex_are_the_published_figures(region: str, name: str, built: Built) -> None:
    site = built(region)
    table = report_of(site, name).css_first("#lampiran-nilai")
    place = [words(cell) for cell in table.css("thead th")].index("Akhir")
    sums = {row(line)[0].split()[0]: row(line)[place] for line in table.css("tr.jumlah")}
    official = read(site.parent / "indicators" / name / "penilaian.yaml")["hasil_resmi"]
    parts = {**official.get("domain", {}), **official.get("aspek", {}), "Indeks": official["indeks"]}

    assert {code: sums[code] for code in parts} == {code: value.replace(".", ",") for code, value in parts.items()}


def test_a_stage_that_covers_some_indicators_only_gets_no_sum(built: Built) -> None:
    site = built("arunika")
    table = report_of(site, "2023").css_first("#lampiran-nilai")
    place = [words(cell) for cell in table.css("thead th")].index("Visitasi")

    assert {row(line)[place] for line in table.css("tr.jumlah")} == {"–"}
    assert sum(row(line)[place] != "–" for line in table.css("tr[id]")) == sum(
        "visitasi" in values for values in written(site, "2023").values()
    )


@pytest.mark.parametrize(("region", "name"), REPORTS)
def test_parts_come_in_the_order_of_the_official_reports_and_the_contents_lead_to_them(
    region: str, name: str, built: Built
) -> None:
    page = report_of(built(region), name)
    headings = [(node.attributes["id"], node.child.text() if node.child else "") for node in page.css("h2")]
    links = [((link.attributes["href"] or "")[1:], link.text()) for link in page.css(".laporan-isi a")]

    expected = ["latar", "metode", "nasional", "hasil", "aspek", "saran", "pengesahan", "nilai", "bukti"]
    assert [anchor for anchor, _title in headings] == expected
    assert links == [(anchor, " ".join(title.split())) for anchor, title in headings]


@pytest.mark.parametrize(("region", "name"), REPORTS)
def test_strengths_and_weaknesses_are_those_of_the_guideline(region: str, name: str, built: Built) -> None:
    site = built(region)
    page = report_of(site, name)
    told = [
        {part.split()[0] for line in page.css("#aspek-tabel tbody tr") for part in row(line)[place].split("; ")} - {"–"}
        for place in (2, 3)
    ]
    finals = {code: int(values["akhir"]) for code, values in written(site, name).items()}

    assert told == [
        {code for code, value in finals.items() if value >= STRONG},
        {code for code, value in finals.items() if value <= WEAK},
    ]


def test_the_evidence_of_the_answers_stands_in_the_annex_and_hidden_evidence_does_not(built: Built) -> None:
    site = built("arunika")
    page = report_of(site, "2025")
    indicators = site.parent / "indicators"
    files = {path.stem: read(path) for path in (indicators / "bukti").rglob("*.yaml")}
    used: dict[str, set[str]] = {}
    for path in (indicators / "2025").glob("I*.yaml"):
        for name in evidence_in(path):
            used.setdefault(name, set()).add(path.stem)
    shown = {row(line)[0]: set(row(line)[-1].split(", ")) for line in page.css("#lampiran-bukti tbody tr")}
    open_ones = {name for name in used if files[name].get("klasifikasi", "terbuka") == "terbuka"}

    assert shown == {" ".join(files[name]["nama"].split()): used[name] for name in open_ones}
    assert used.keys() - open_ones, "nothing is hidden: the sample proves nothing"
    assert "tidak ditampilkan" not in words(page.css_first("#lampiran-bukti").parent)


def test_an_answer_whose_evidence_is_hidden_is_not_said_to_have_none(built: Built) -> None:
    site = built("arunika")
    notes = [words(node) for node in report_of(site, "2025").css("#bukti ~ .catatan")]
    told = {note.partition(": ")[0]: set(note.partition(": ")[2].rstrip(".").split(", ")) for note in notes}
    folder = site.parent / "indicators" / "2025"
    none = {path.stem for path in folder.glob("I*.yaml") if read(path).get("bukti") == "tidak ada"}
    unsaid = {path.stem for path in folder.glob("I*.yaml") if not read(path).get("bukti")}

    assert none, "every answer names evidence: the sample proves nothing"
    assert told.get("Jawaban yang menyatakan tidak ada bukti") == none
    assert told.get("Jawaban yang belum menyebut bukti", set()) == unsaid


def test_what_is_missing_is_said(built: Built) -> None:
    monitoring = words(report_of(built("bandar-lampung"), "2022").body)
    evaluation = words(report_of(built("bandar-lampung"), "2023").body)
    sample = words(report_of(built("arunika"), "2025").body)

    assert "Laporan resmi pemantauan memuat nilai tanpa rekomendasi." in monitoring
    assert "Tidak ada rekomendasi yang dicatat" not in monitoring
    assert "Tidak ada rekomendasi yang dicatat pada data terbuka untuk penilaian ini." in evaluation
    assert "(jabatan belum dicatat)" in evaluation
    assert "Tidak ada bukti yang dicatat pada data terbuka untuk jawaban penilaian ini." in evaluation
    assert "Rata-rata nasional tahun 2025 untuk instrumen ini belum tersedia." in sample
    assert "Wilayah ini fiktif." in words(report_of(built("arunika"), "2025").css_first(".laporan-sampul"))
    assert report_of(built("bandar-lampung"), "2023").css_first(".laporan-sampul .peringatan") is None


def test_offices_sign_never_persons_and_a_term_that_is_over_is_told(built: Built) -> None:
    site = built("arunika")
    teams = read(site.parent / "indicators/tim.yaml")
    leaders = [
        next(seat["jabatan"] for seat in teams[team]["anggota"] if seat["peran"] == role)
        for team, role in (("asesor_internal", "Penanggung jawab"), ("koordinasi", "Koordinator SPBE"))
    ]
    blocks = report_of(site, "2025").css(".laporan-tanda > div")

    assert [leader in words(block) for leader, block in zip(leaders, blocks, strict=True)] == [True, True]
    assert "tidak mencakup tahun 2021" in words(report_of(site, "2021").body)
    assert "tidak mencakup tahun" not in words(report_of(site, "2025").body)


def test_only_an_assessment_with_a_value_that_may_be_seen_has_a_report(built: Built, minimal: Path) -> None:
    head = "tahun: 2024\ninstrumen: permenpanrb-59-2020\npublikasi: {status: terbit}\n"
    (minimal / "indicators/2024").mkdir()
    (minimal / "indicators/2024/penilaian.yaml").write_text(head, "utf-8")
    assert "/indeks/2024/laporan/" not in {page.address for page in planned(minimal, Options()).site.pages}
    assert not (built("arunika") / "indeks/2026-pemdi").exists()
    page = words(report_of(write_pages(minimal, "/indeks/2025/laporan/"), "2025").body)
    assert "Belum ada hasil resmi. Laporan ini memakai tahap penilaian mandiri." in page
    assert "1 dari 47 indikator sudah dinilai." in page


def test_the_internal_edition_says_that_it_is_not_for_the_public(tmp_path: Path) -> None:
    root = copy_part(tmp_path / "region")
    page = report_of(write_pages(root, "/indeks/2026-pemdi/laporan/", options=Options(INTERNAL)), "2026-pemdi")
    cover = words(page.css_first(".laporan-sampul"))

    assert "Edisi internal. Bukan untuk umum." in cover
    assert "Draf: belum untuk umum." in cover
    assert page.css_first("#tingkat-kematangan") is None or page.css("#tingkat-kematangan tbody tr")
