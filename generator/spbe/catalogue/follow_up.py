"""Recommendations with what became of them, across the years: those of answers and those of whole reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from spbe.model.instrumen import Indikator
from spbe.model.penilaian import Jawaban
from spbe.model.rekomendasi import FOLLOWED_UP, Rekomendasi
from spbe.model.values import Tanggal
from spbe.region import Assessment, Region


@dataclass(frozen=True)
class Recommendation:
    """One recommendation of ``assessment``; ``indicators`` are those that it means, none where it means the whole.

    ``offices`` are the ids of those that follow it up, ``status`` and ``deadline`` the newest that any assessment
    since then notes. ``answer`` is where it stands; one of a whole report stands in none.
    """

    assessment: Assessment
    indicators: tuple[Indikator, ...]
    text: str
    offices: tuple[str, ...]
    actions: tuple[str, ...]
    deadline: Tanggal | None
    status: str | None
    progress: str | None
    evidence: tuple[str, ...]
    answer: Jawaban | None = None

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do."""
        return self.status == FOLLOWED_UP

    def late(self, today: date) -> bool:
        """Whether its day has passed and something is left to do."""
        return is_late(self.deadline, self.status, today)


def is_late(deadline: Tanggal | None, status: str | None, today: date) -> bool:
    """Whether ``deadline`` has passed and ``status`` says that something is left to do."""
    return deadline is not None and deadline.last < today and status != FOLLOWED_UP


def given_in(assessment: Assessment) -> tuple[Recommendation, ...]:
    """What ``assessment`` recommends as it noted then: on the whole first, then by indicator."""
    by_code = {indicator.kode: indicator for indicator in assessment.instrumen.all_indicators()}
    whole = (_of_report(assessment, one, by_code.values()) for one in assessment.penilaian.rekomendasi)
    return (*whole, *given_in_answers(assessment))


def given_in_answers(assessment: Assessment) -> tuple[Recommendation, ...]:
    """What its answers note as recommended, in the order of the indicators."""
    return tuple(
        _of_answer(assessment, indicator, answer)
        for indicator in assessment.instrumen.all_indicators()
        if (answer := assessment.answers.get(indicator.kode)) is not None and answer.rekomendasi
    )


def has_recommendations(region: Region) -> bool:
    """Whether any assessment recommends something."""
    return any(given_in(assessment) for assessment in region.assessments.values())


def followed_up(assessments: Sequence[Assessment]) -> Iterator[Recommendation]:
    """Every recommendation of ``assessments``, which are oldest first, as it stands now; those of the newest first."""
    for place, assessment in reversed(list(enumerate(assessments))):
        later = [one for one in assessments[place + 1 :] if one.instrumen.id == assessment.instrumen.id]
        for one in given_in(assessment):
            yield since(one, later)


def since(one: Recommendation, later: Iterable[Assessment]) -> Recommendation:
    """``one`` with what ``later`` assessments, oldest first, note of its follow-up; a newer recommendation ends that.

    A date that stands is the same office's: another's may be hidden, and an old one beside a new status would be false.
    """
    if one.answer is None:
        return one
    [indicator] = one.indicators
    for assessment in later:
        answer = assessment.answers.get(indicator.kode)
        if answer is not None and answer.rekomendasi:
            break
        if answer is not None and answer.status_tindak_lanjut is not None:
            kept = one.deadline if answer.perangkat_daerah == one.answer.perangkat_daerah else None
            one = replace(
                one,
                status=answer.status_tindak_lanjut,
                deadline=answer.batas_waktu or kept,
                actions=_actions(answer) or one.actions,
                progress=answer.kemajuan or one.progress,
                evidence=answer.bukti_tindak_lanjut or one.evidence,
            )
    return one


def _of_answer(assessment: Assessment, indicator: Indikator, answer: Jawaban) -> Recommendation:
    owner = (answer.perangkat_daerah,) if answer.perangkat_daerah else ()
    return Recommendation(
        assessment,
        (indicator,),
        answer.rekomendasi or "",
        answer.pelaksana or owner,
        _actions(answer),
        answer.batas_waktu,
        answer.status_tindak_lanjut,
        answer.kemajuan,
        answer.bukti_tindak_lanjut,
        answer,
    )


def _actions(answer: Jawaban) -> tuple[str, ...]:
    return tuple(told for told in (answer.tindakan, answer.tanggapan) if told)


def _of_report(assessment: Assessment, told: Rekomendasi, indicators: Iterable[Indikator]) -> Recommendation:
    return Recommendation(
        assessment,
        tuple(indicator for indicator in indicators if indicator.kode in told.indikator),
        told.isi,
        (told.perangkat_daerah,) if told.perangkat_daerah else (),
        (told.tindakan,) if told.tindakan else (),
        told.batas_waktu,
        told.status,
        told.kemajuan,
        told.bukti,
    )
