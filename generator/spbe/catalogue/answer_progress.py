"""How far the answers of an assessment are: the state of each, and what is due next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from spbe.model.instrumen import Indikator
from spbe.model.kinds import OFFICE
from spbe.model.pengerjaan import NOT_ANSWERED, PROVED, STATUS_JAWABAN, StatusJawaban, TahapanJadwal
from spbe.model.penilaian import Jawaban
from spbe.region import Assessment, Node, Region

ORDER = tuple(STATUS_JAWABAN.nilai)
"""The states in the order in which an answer reaches them."""


@dataclass(frozen=True)
class AnswerProgress:
    """One indicator: ``office`` (a present id) answers for it, ``state`` is how far that is.

    ``declared`` is the step that says so, if anybody declared it; ``evidence`` counts the documents that are named;
    ``next`` is the stage of the calendar whose end asks for more, ``due`` its last day.
    """

    indicator: Indikator
    answer: Jawaban | None
    office: str | None
    state: str
    declared: StatusJawaban | None
    evidence: int
    next: TahapanJadwal | None
    due: date | None

    def late(self, today: date) -> bool:
        """Whether that day has passed."""
        return self.due is not None and self.due < today


@dataclass(frozen=True)
class OfficeProgress:
    """The answers of one office, or of nobody: how many are in each state, and the first day on which more is due."""

    office: str | None
    counts: dict[str, int]
    total: int
    late: int
    due: date | None


def progress_of(region: Region, assessment: Assessment) -> tuple[AnswerProgress, ...]:
    """Every indicator of ``assessment`` in the order of its instrument."""
    return tuple(_progress(region, assessment, indicator) for indicator in assessment.instrumen.all_indicators())


def by_office(found: Iterable[AnswerProgress], today: date) -> tuple[OfficeProgress, ...]:
    """``found`` by office, those of nobody last."""
    parted: dict[str | None, list[AnswerProgress]] = {}
    for one in found:
        parted.setdefault(one.office, []).append(one)
    return tuple(
        _of_office(office, parted[office], today)
        for office in sorted(parted, key=lambda name: (name is None, name or ""))
    )


def _of_office(office: str | None, found: list[AnswerProgress], today: date) -> OfficeProgress:
    states = [one.state for one in found]
    counts = {state: states.count(state) for state in ORDER}
    due = min((one.due for one in found if one.due is not None), default=None)
    return OfficeProgress(office, counts, len(found), sum(one.late(today) for one in found), due)


def _progress(region: Region, assessment: Assessment, indicator: Indikator) -> AnswerProgress:
    answer = assessment.answers.get(indicator.kode)
    office = region.owner_id(answer)
    valued = any(indicator.kode in values for values in assessment.values.values())
    state = answer.state(valued=valued) if answer else Jawaban().content_state(valued=valued)
    declared = answer.status[-1] if answer and answer.status else None
    stage = _next(region, assessment.penilaian.jadwal, office, state)
    due = stage.selesai.last if stage and stage.selesai else None
    evidence = len(answer.bukti) if answer else 0
    return AnswerProgress(indicator, answer, office, state, declared, evidence, stage, due)


def _next(region: Region, calendar: Iterable[TahapanJadwal], office: str | None, state: str) -> TahapanJadwal | None:
    """The stage that ends first among those that ask more of an answer of ``office`` than ``state``."""
    asking = [
        stage
        for stage in calendar
        if stage.selesai and stage.mencapai and ORDER.index(stage.mencapai) > ORDER.index(state)
        if _concerns(region, stage, office)
    ]
    return min(asking, key=lambda stage: stage.selesai.last if stage.selesai else date.max, default=None)


def _concerns(region: Region, stage: TahapanJadwal, office: str | None) -> bool:
    """Whether ``stage`` asks something of the answers of ``office``.

    Until evidence is complete the offices of a stage are those that answer; afterwards they verify what all answered.
    """
    if not stage.perangkat_daerah or ORDER.index(stage.mencapai or NOT_ANSWERED) > ORDER.index(PROVED):
        return True
    return any(region.present(Node(OFFICE, one)).id == office for one in stage.perangkat_daerah)
