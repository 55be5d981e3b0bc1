"""Stages of an assessment's calendar whose days are other ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spbe.editions import Edition
from spbe.model.pengerjaan import TahapanJadwal


@dataclass(frozen=True)
class StageChange:
    """The stage called ``name``; ``None`` on a side whose calendar does not have it."""

    penilaian: str
    name: str
    before: TahapanJadwal | None
    after: TahapanJadwal | None


def stage_changes(before: Edition, after: Edition) -> Iterator[StageChange]:
    """Stages that came, went, or begin or end on another day, in assessments that both sides have."""
    for name, now in after.region.assessments.items():
        was = before.region.assessments.get(name)
        if was is None:
            continue
        old, new = ({stage.nama: stage for stage in one.penilaian.jadwal} for one in (was, now))
        for title in dict.fromkeys((*new, *old)):
            first, last = old.get(title), new.get(title)
            if _days(first) != _days(last) or (first is None) != (last is None):
                yield StageChange(name, title, first, last)


def _days(stage: TahapanJadwal | None) -> object:
    return (stage.mulai, stage.selesai) if stage else None
