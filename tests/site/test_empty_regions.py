"""A region with no answers at all still builds, and every page of it says that there is nothing yet."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from support.built_sites import broken_links
from support.program import spbe
from support.regions import build_region

HEAD = "tahun: 2025\ninstrumen: permenpanrb-59-2020\npublikasi: {status: terbit}\n"
REGIONS = {
    "words-only": {},
    "assessment-without-answers": {"indicators/2025/penilaian.yaml": HEAD},
    "every-instrument-without-answers": {
        "indicators/2020/penilaian.yaml": HEAD.replace("2025", "2020").replace("59-2020", "5-2018"),
        "indicators/2025/penilaian.yaml": HEAD,
        "indicators/2026/penilaian.yaml": HEAD.replace("2025", "2026").replace("59-2020", "8-2026"),
    },
    "answers-without-values": {
        "indicators/2025/penilaian.yaml": HEAD,
        "indicators/2025/I11.yaml": "target: 3\nfakta: Dokumen sedang disusun.\n",
    },
}


@pytest.fixture(params=REGIONS.values(), ids=REGIONS)
def region(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    files = {
        "content/profil.yaml": "nama: Kabupaten Kosong\njenis: kabupaten\n",
        "mkdocs.yml": (Path(__file__).parents[1] / "data/minimal/mkdocs.yml").read_text("utf-8"),
        **request.param,
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def test_it_builds_and_every_page_says_that_there_is_nothing_rather_than_zero(region: Path) -> None:
    done = build_region(region, "--offline")
    assert done.returncode == 0, done.stderr
    assert broken_links(region / "site") == []
    faults = []
    for path in sorted((region / "site").rglob("index.html")):
        main = LexborHTMLParser(path.read_text("utf-8")).css_first(".spbe-isi")
        if main is None:
            continue  # a redirect
        place = path.relative_to(region / "site").as_posix()
        told = " ".join(main.text(separator=" ").split())
        faults += [f"{place}: {word}" for word in ("None", "nan", "0,00", "0.00", "Kurang ·") if word in told.split()]
        faults += [f"{place}: no rows" for table in main.css("table") if not table.css("tbody tr")]
        faults += [f"{place}: an empty list" for part in main.css("ul, ol, dl") if not part.css("li, dt")]
        if place.startswith("indeks/"):
            faults += [f"{place}: {word}" for word in re.findall(r"\b[1-5],\d\d\b", told)]
            if not re.search(r"[Bb]elum ada", told):
                faults.append(f"{place}: does not say that there is nothing yet")
    assert faults == []


def test_the_commands_have_nothing_to_tell_and_no_problem(region: Path) -> None:
    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return spbe(*words, "--root", region, "--format", "json")

    index, check = run("index"), run("check")
    assert (index.returncode, json.loads(index.stdout)) == (0, [])
    assert (check.returncode, json.loads(check.stdout)["problems"]) == (0, [])
