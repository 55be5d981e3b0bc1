"""What ``spbe check`` passes, ``spbe build`` builds: odd regions, made by chance but always the same ones.

A few are planned in this process and fewer are built whole; in a deep run it is hundreds.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from spbe.checks import open_region
from spbe.editions import INTERNAL, Audience
from spbe.engines.pipeline import Options, prepare
from spbe.engines.preflight import preflight
from spbe.model.kinds import KINDS
from support.regions import build_region

DAY = date(2026, 1, 31)

WORDS = (
    "Dinas", "a", "Ünïkode 漢字", '<b>tebal</b> & "petik"', "{{ 1 / 0 }} {% x %}", "`kode` *miring* [tautan](x)", "#",
    "kata " * 60, "spbe:aplikasi/tak-ada", "---", "Rp1.000", "١٢٣", "e\u0301", "|tabel|", "\\", "50%", "{nama}", "null",
)  # fmt: skip
IDS = ("a", "0", "a-b", "halaman-2", "index", "dampak", "x" * 64, "1e5", "no", "assets", "feed")
ARCHITECTURE = [slug for slug, kind in KINDS.items() if kind.folder.startswith("architecture/")]
DATES = ("2019", "2019-05", "2030-12-31", "1999")
INSTRUMENTS = {"permenpanrb-59-2020": (2023, 47), "permenpanrb-5-2018": (2019, 0), "permenpanrb-8-2026": (2026, 20)}
SETTINGS = {"site_name": "Uji", "docs_dir": "content", "theme": "material", "plugins": ["spbe"]}
MORE: tuple[dict[str, Any], ...] = (
    {},
    {"site_url": "https://uji.example/a/b"},
    {"theme": {"name": "material", "language": "en", "features": ["navigation.footer"]}},
    {"nav": [{"Beranda": "index.md"}], "use_directory_urls": False},
    {"markdown_extensions": ["admonition", {"toc": {"permalink": True}}], "extra": None},
    {"plugins": [{"spbe": {"edition": "internal", "per_tanggal": "2026-01-31"}}]},
    {"exclude_docs": "*.js\n", "tak_dikenal": 1},
    {"theme": {"name": "material", "palette": {"primary": "teal"}, "font": {"text": "Roboto"}}},
)


class Oddity:
    """Makes one region by chance."""

    def __init__(self, seed: int, root: Path) -> None:
        self.chance = random.Random(seed)  # noqa: S311
        self.root = root

    def some(self, choices: tuple[str, ...]) -> str:
        return self.chance.choice(choices)

    def rarely(self) -> bool:
        return self.chance.random() < 0.3

    def write(self, place: str, value: object) -> None:
        path = self.root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        text = value if isinstance(value, str) else yaml.safe_dump(value, allow_unicode=True, sort_keys=False)
        path.write_text(text, "utf-8")

    def make(self) -> Path:
        self.write("mkdocs.yml", {**SETTINGS, **self.chance.choice(MORE)})
        profile: dict[str, Any] = {"nama": self.some(WORDS).strip()}
        if self.rarely():
            profile |= {"warna": "#ffff00", "contoh": "ya", "provinsi": self.some(WORDS)}
        self.write("content/profil.yaml", profile)
        if self.rarely():
            self.write(f"content/{self.some(('index', 'tentang', 'arsitektur/index', 'a b'))}.md", self.page())
        offices = self.records("perangkat-daerah", [])
        for folder in ARCHITECTURE:
            if folder != "perangkat-daerah" and not self.rarely():
                self.records(folder, offices)
            elif self.rarely():
                (self.root / "architecture" / folder).mkdir(parents=True, exist_ok=True)
        if not self.rarely():
            self.assessment(offices)
        return self.root

    def page(self) -> str:
        head = f"---\ntitle: {self.chance.randint(1, 9)}a\n---\n" if self.rarely() else ""
        return f"{head}# {self.some(WORDS)}\n\n{self.some(WORDS)}\n\n{self.some(WORDS)}\n"

    def records(self, folder: str, offices: list[str]) -> list[str]:
        ids = self.chance.sample(IDS, self.chance.randint(0 if self.rarely() else 1, 4))
        made = [self.record(one, folder, offices) for one in ids]
        if made and self.rarely():
            self.write(f"architecture/{folder}/daftar.yaml", made)
        else:
            for one in made:
                self.write(f"architecture/{folder}/{one['id']}.yaml", one)
        return ids

    def record(self, name: str, folder: str, offices: list[str]) -> dict[str, Any]:
        found: dict[str, Any] = {"id": name, "nama": self.some(WORDS)}
        if self.rarely():
            found["uraian"] = self.some(WORDS)
        if offices and not self.rarely() and folder != "perangkat-daerah":
            found["perangkat_daerah"] = self.chance.choice(offices)
        if self.rarely():
            found["ditinjau"] = self.some(DATES)
        if self.rarely():
            found["klasifikasi"] = self.some(("terbuka", "terbatas", "tertutup"))
        if self.rarely() and folder != "perangkat-daerah":
            found["keadaan"] = self.some(("saat-ini", "rencana", "dihentikan"))
        return found

    def assessment(self, offices: list[str]) -> None:
        name = self.some(tuple(INSTRUMENTS))
        year, indicators = INSTRUMENTS[name]
        head: dict[str, Any] = {"tahun": year, "instrumen": name}
        if not self.rarely():
            head["publikasi"] = {"status": "terbit"}
        if self.rarely() or not indicators:
            head["hasil_resmi"] = {"indeks": "2.15", "sumber": self.some(WORDS)}
        if self.rarely():
            head["target_indeks"] = "3.5"
        self.write(f"indicators/{year}/penilaian.yaml", head)
        for number in self.chance.sample(range(1, indicators + 1), min(indicators, self.chance.choice((0, 1, 5, 47)))):
            answer: dict[str, Any] = {"nilai": {"mandiri": self.chance.randint(1, 5)}}
            if offices:
                answer["perangkat_daerah"] = self.chance.choice(offices)
            if self.rarely():
                answer |= {"target": 5, "fakta": self.some(WORDS), "rekomendasi": self.some(WORDS)}
            self.write(f"indicators/{year}/I{number}.yaml", answer)


def odd_regions(root: Path, begin: int, wanted: int) -> list[Path]:
    """Regions that ``check`` passes; one in which it finds an error is left out, as most are not."""
    found: list[Path] = []
    for seed in range(begin, begin + 10 * wanted):
        region = Oddity(seed, root / str(seed)).make()
        if preflight(open_region(region, DAY)).sound:
            found.append(region)
            if len(found) == wanted:
                return found
        else:
            shutil.rmtree(region)
    raise AssertionError(f"of {10 * wanted} regions only {len(found)} are sound")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("begin", "wanted"), [(0, 4), *(pytest.param(begin, 25, marks=pytest.mark.deep) for begin in range(0, 5000, 250))]
)
def test_what_check_passes_can_be_planned_for_every_reader(
    tmp_path: Path, begin: int, wanted: int, told: Callable[[str], None]
) -> None:
    for region in odd_regions(tmp_path, begin, wanted):
        offices = list(open_region(region, DAY).region.records["perangkat-daerah"])
        for options in (Options(today=DAY), Options(INTERNAL, DAY), Options(Audience("opd", (*offices, "")[0]), DAY)):
            if options.audience.edition == "opd" and not offices:
                continue
            opened, site = prepare(region, options, "id")
            assert opened.sound, (region, opened.problems)
            assert site is not None
            assert site.pages
    told(f"{wanted} odd regions from seed {begin:>4} on that check passes were planned for every reader")


@pytest.mark.slow
@pytest.mark.parametrize("wanted", [1, pytest.param(50, marks=pytest.mark.deep)])
def test_what_check_passes_is_built(tmp_path: Path, wanted: int, told: Callable[[str], None]) -> None:
    for region in odd_regions(tmp_path, 1000, wanted):
        done = build_region(region)

        assert done.returncode == 0, (region, done.stderr)
        assert len([*region.glob("site*/index.html")]) == 1  # each edition that the settings may ask for has its folder
    told(f"{wanted} odd regions that check passes were built")
