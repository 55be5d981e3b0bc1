"""An instrument of one's own may have hundreds of indicators: work grows with them, not with their square."""

from __future__ import annotations

import cProfile
import pstats
import shutil
from datetime import date
from pathlib import Path

import pytest

from spbe.editions import INTERNAL
from spbe.engines.pipeline import Options, prepare
from spbe.scoring import knapsack
from spbe.scoring.knapsack import Knapsack, RaiseOption

SEARCH = knapsack.__file__
MINIMAL = Path(__file__).parents[1] / "data" / "minimal"
DAY = date(2026, 1, 31)
HEAD = """\
id: sendiri
nama: Instrumen Sendiri
judul: Peraturan Bupati tentang instrumen sendiri
indeks: Indeks Uji
keyakinan: rekaan
sumber: [{peran: semua, rujukan: karangan}]
tahun_penilaian: [2025]
skala: {minimum: 1, maksimum: 5, bilangan_bulat: ya}
predikat:
  - {nama: Baik, bawah: 3.5, atas: 5, atas_termasuk: ya}
  - {nama: Cukup, bawah: 2.6, atas: 3.5}
  - {nama: Kurang, atas: 2.6}
aspek:
"""


def region_of(root: Path, indicators: int, aspects: int) -> Path:
    """A region with one assessment of ``indicators``, of uneven weights that add up to 100."""
    shutil.copytree(MINIMAL, root)
    shutil.rmtree(root / "indicators")
    (root / "indicators/instrumen").mkdir(parents=True)
    (root / "indicators/2025").mkdir()
    each, text, number = indicators // aspects, HEAD, 0
    for aspect in range(aspects):
        share = 100_000 // aspects
        text += f"  - kode: A{aspect + 1}\n    nama: Aspek {aspect + 1}\n    bobot: {share / 1000}\n    indikator:\n"
        weights = [share // each - 7 + (place % 15) for place in range(each)]
        weights[-1] += share - sum(weights)
        for weight in weights:
            number += 1
            bobot = f"{weight // 1000}.{weight % 1000:03d}"
            text += f'      - {{kode: I{number}, nomor: {number}, nama: Indikator {number}, bobot: "{bobot}"}}\n'
    (root / "indicators/instrumen/sendiri.yaml").write_text(text, "utf-8")
    (root / "indicators/2025/penilaian.yaml").write_text(
        "tahun: 2025\ninstrumen: sendiri\npublikasi: {status: terbit}\ntarget_indeks: 3.9\n", "utf-8"
    )
    values = "".join(f"I{code}: {{mandiri: {1 + code % 4}}}\n" for code in range(1, number + 1))
    (root / "indicators/2025/nilai.yaml").write_text(values, "utf-8")
    return root


def calls(root: Path) -> int:
    """How many functions are called to plan the site, but for those of the search, which has a bound of its own."""
    profile = cProfile.Profile()
    with profile:
        opened, site = prepare(root, Options(INTERNAL, DAY), "id")
    assert opened.sound, opened.problems
    assert site is not None
    stats = pstats.Stats(profile)
    callers = (by for _1, _2, _3, _4, by in stats.stats.values())  # type: ignore[attr-defined]
    searching = sum(called for by in callers for (file, *_), (called, *_) in by.items() if file == SEARCH)
    total: int = stats.total_calls  # type: ignore[attr-defined]
    return total - searching


@pytest.mark.slow
@pytest.mark.parametrize(("number", "most"), [(30, 3.5), pytest.param(60, 5, marks=pytest.mark.deep)])
@pytest.mark.parametrize("aspects", [10, 1], ids=["ten aspects", "one aspect"])
def test_five_times_the_indicators_are_at_most_about_five_times_the_work(
    aspects: int, number: int, most: float, tmp_path: Path
) -> None:
    few = calls(region_of(tmp_path / "sedikit", number, aspects))
    many = calls(region_of(tmp_path / "banyak", 5 * number, aspects))

    assert many < most * few  # less than five, for much does not grow at all; by the square it would be twenty-five


def test_a_search_over_more_groups_than_python_has_frames_ends() -> None:
    groups = [[RaiseOption(1, 0, 2), RaiseOption(2, 0, 4)] for _ in range(1200)]
    search = Knapsack(groups)

    assert search.most == 4800
    picked = search.cheapest(6)
    assert picked is not None
    assert picked[:3] == [0, 1, None]  # of equal sets the earliest groups, and of these the earliest choices
    assert set(picked[3:]) == {None}


def test_a_search_keeps_no_more_than_one_best_for_each_effort_and_number_of_changes() -> None:
    groups = [[RaiseOption(level, 0, level * 7) for level in (1, 2, 3, 4)] for _ in range(100)]
    search = Knapsack(groups)

    assert search.most == 2800
    assert max(len(front) for front in search._fronts.values()) <= 4 * 100 + 1
