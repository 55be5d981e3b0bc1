"""A random change of a region is told, or no byte of any edition changes by it; what is told did change."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from spbe.checks import Opened, open_region
from spbe.differences import difference_between
from spbe.editions import INTERNAL, PUBLIC, Audience, redact
from spbe.editions.written import written_for
from spbe.engines.pipeline import Options
from spbe.region.settings import read_settings
from spbe.scoring.outcomes import outcomes
from spbe.yamlio import DocumentReader
from support.concealed_regions import OPD, conceal, write_open_records
from support.concealment import Seen, seen_in
from support.planned_sites import Planned, differences, planned
from support.random_changes import Changer, RandomChange
from support.regions import ROOT, copy_region

DAY = date(2026, 4, 1)


@dataclass
class Trial:
    """A region, and a copy of it in which one change after the other is made and taken back."""

    before: Path
    after: Path
    opd: str
    reader: DocumentReader = field(default_factory=DocumentReader)
    sites: dict[Audience, Planned] = field(default_factory=dict)
    wholes: dict[Audience, object] = field(default_factory=dict)

    @property
    def audiences(self) -> tuple[Audience, ...]:
        """The readers of all editions."""
        return PUBLIC, Audience("opd", self.opd), INTERNAL

    def opened(self, root: Path) -> Opened:
        """The region at ``root`` as it lies there."""
        return open_region(root, DAY, self.reader)

    def make(self, change: RandomChange) -> None:
        """Make ``change`` in the copy."""
        for name, content in change.files.items():
            _write(self.after / name, content)

    def take_back(self, change: RandomChange) -> None:
        """Let the copy be one again."""
        for name in change.files:
            original = self.before / name
            _write(self.after / name, original.read_bytes() if original.exists() else None)

    def faults(self, change: RandomChange) -> Iterator[str]:
        """What is wrong with what the difference tells of ``change``, which is made already."""
        older, newer = self.opened(self.before), self.opened(self.after)
        for audience in self.audiences:
            difference = difference_between(older, newer, audience)
            if not newer.sound:
                if audience.is_whole and not difference:
                    yield f"{change.told}: an error is not told"
                continue
            same = self.whole(older, audience) == everything(newer, audience)
            touched = difference.records.touched
            if touched and same:
                yield f"{change.told}: told to {audience.code}, but nothing changed: {touched}"
            if not touched and not same and not closes(older, newer, audience):
                parts = sorted(differences(self.site(audience), planned(self.after, Options(audience, DAY))))
                parts += ["settings"] if settings(older) != settings(newer) else []  # a plan holds none of them
                yield from (f"{change.told}: not told to {audience.code}: {part}" for part in parts)

    def whole(self, older: Opened, audience: Audience) -> object:
        """Everything of the region without a change."""
        if audience not in self.wholes:
            self.wholes[audience] = everything(older, audience)
        return self.wholes[audience]

    def site(self, audience: Audience) -> Planned:
        """The site of the region without a change."""
        if audience not in self.sites:
            self.sites[audience] = planned(self.before, Options(audience, DAY))
        return self.sites[audience]


def closes(older: Opened, newer: Opened, audience: Audience) -> bool:
    """Whether ``newer`` hides something that it did not hide before: what it hides may not even be told as gone."""
    region = newer.region
    records = (region.get(node) for node, one in older.region.nodes() if audience.sees_classification(one.klasifikasi))
    heads = (region.assessments.get(name) for name in older.region.assessments)
    return any(one is not None and not audience.sees_classification(one.klasifikasi) for one in records) or any(
        one is not None and not audience.sees_result(published=one.penilaian.publikasi.is_published) for one in heads
    )


def everything(opened: Opened, audience: Audience) -> object:
    """All that a site for ``audience`` is made of."""
    view = redact(opened.region, outcomes(opened.region), audience)
    written = written_for(view, opened.content)
    return (
        seen_in(view),
        [(page.uri, page.text, page.meta) for page in written.pages],
        [(place, opened.source.read(str(path), 10**7)) for place, path in written.files],
        settings(opened),
        Seen((opened.limits.record if opened.limits and audience.is_whole else None,)),
    )


def settings(opened: Opened) -> str:
    """What ``mkdocs.yml`` says."""
    found, _problems = read_settings(opened.source)
    return repr(found.value if found else None)


def _write(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    """A small region with records of every sort, open and hidden, a page and attachments."""
    folder = tmp_path_factory.mktemp("kecil")
    root = copy_region(ROOT / "tests" / "data" / "minimal", folder / "lama")
    write_open_records(root)
    conceal(root, "publik")
    _write(root / "content/tentang.md", b"# Tentang\n\n[Surat](lampiran/surat.txt)\n")
    _write(root / "content/lampiran/surat.txt", b"Isi.\n")
    team = {"koordinasi": {"nama": "Tim", "anggota": [{"jabatan": "Ketua"}, {"jabatan": "Anggota"}]}}
    _write(root / "indicators/tim.yaml", json.dumps(team).encode())
    return Trial(root, copy_region(root, folder / "baru"), OPD)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    folder = tmp_path_factory.mktemp("contoh")
    root = copy_region(ROOT, folder / "lama")
    return Trial(root, copy_region(root, folder / "baru"), "diskominfo")


def faults(trial: Trial, number: int, seed: int) -> list[str]:
    """What is wrong with ``number`` changes, each made alone."""
    changer = Changer(trial.before, seed)
    found: list[str] = []
    for change in (changer.change() for _ in range(number)):
        trial.make(change)
        found += trial.faults(change)
        trial.take_back(change)
    return found


@pytest.mark.slow
def test_no_change_of_a_small_region_is_missed(small: Trial) -> None:
    assert small.opened(small.before).sound
    assert faults(small, 20, seed=1) == []


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(2, 22))
def test_no_change_of_the_sample_is_missed(sample: Trial, seed: int, told: Callable[[str], None]) -> None:
    """Five hundred changes in parts, for all workers to share."""
    assert faults(sample, 25, seed) == []
    told(f"25 random changes of the sample, seed {seed:>2}: each is told, or no byte changes")
