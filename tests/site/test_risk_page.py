"""Risks are for the administrators unless they say otherwise; their page tells how great each is and what is due."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from spbe.editions import INTERNAL, PUBLIC, Audience
from spbe.engines.pipeline import Options, plan_site
from spbe.site import Site
from support.assessments import page_of, said, tree_of

RISKS = {
    "padam": "kemungkinan: 3\ndampak: 5\npenanganan: mitigasi\nbatas_waktu: 2025-12-31\nstatus: berjalan\n"
    "kemungkinan_sisa: 2\nmengancam: {aplikasi: [simpeg]}\n",
    "selesai": "kemungkinan: 2\ndampak: 2\npenanganan: mitigasi\nbatas_waktu: 2025-12-31\nstatus: selesai\n",
    "belum-dinilai": "kategori: sdm\n",
    "terbatas": "klasifikasi: terbatas\nkemungkinan: 4\ndampak: 4\nrencana_aksi: Latih pegawai.\n",
}


@pytest.fixture
def root(minimal: Path) -> Path:
    folder = minimal / "architecture/risiko"
    folder.mkdir()
    for name, text in RISKS.items():
        head = f"id: {name}\nnama: Risiko {name}\nperangkat_daerah: diskominfo\n"
        (folder / f"{name}.yaml").write_text(head + text, "utf-8")
    return minimal


def site_for(root: Path, audience: Audience) -> Site:
    opened, site = plan_site(root, Options(audience, date(2026, 4, 1)), "id")
    assert not opened.problems
    assert site is not None
    return site


def test_the_page_tells_magnitude_level_and_what_is_due(root: Path) -> None:
    page = page_of(site_for(root, INTERNAL), "/risiko/")
    rows = [
        [" ".join(cell.text().split()) for cell in row.css("th, td")]
        for row in tree_of(page).css("#daftar-risiko tbody tr")
    ]
    told = {row[0].removeprefix("Risiko "): row[1:] for row in rows}
    assert list(told) == ["padam", "terbatas", "selesai", "belum-dinilai"], "the greatest come first"
    assert told["padam"][:2] == ["22", "Sangat Tinggi"]
    assert told["padam"][5] == "31 Desember 2025 · lewat waktu"
    assert told["padam"][6] == "21", "what treatment does not change stays"
    assert told["selesai"][:2] == ["7", "Rendah"]
    assert "lewat waktu" not in told["selesai"][5]
    assert told["belum-dinilai"][:2] == ["–", "–"]
    words = said(page)
    assert "4 risiko dicatat" in words
    assert "1 tanpa penanganan" in words
    assert "1 lewat batas waktu" in words
    assert "1 belum dinilai" in words


def test_the_public_learns_of_no_risk(root: Path) -> None:
    site = site_for(root, PUBLIC)
    assert "/risiko/" not in {page.address for page in site.pages}
    assert "isiko" not in said(page_of(site, "/arsitektur/aplikasi/simpeg/"))


def test_an_open_risk_has_its_name_and_owner_in_public_and_no_scale(root: Path) -> None:
    risk = root / "architecture/risiko/padam.yaml"
    risk.write_text(f"{risk.read_text('utf-8')}klasifikasi: terbuka\n", "utf-8")
    page = page_of(site_for(root, PUBLIC), "/risiko/")
    words = said(page)
    assert "Risiko padam" in words
    assert "1 risiko dicatat" in words
    assert tree_of(page).css_first("#matriks-risiko") is None, "the matrix is for those who see likelihood and impact"
    assert "PermenPANRB 5/2020" not in words


def test_offices_see_what_is_open_to_them(root: Path) -> None:
    words = said(page_of(site_for(root, Audience("opd", "diskominfo")), "/risiko/"))
    assert "Risiko terbatas" in words
    assert "Risiko padam" not in words


def test_a_record_tells_administrators_which_risks_hit_it(root: Path) -> None:
    assert "Terkena risiko" in said(page_of(site_for(root, INTERNAL), "/arsitektur/aplikasi/simpeg/"))
