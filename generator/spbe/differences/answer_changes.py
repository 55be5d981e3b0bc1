"""Answers whose evidence or state is another one, in assessments that both sides have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spbe.editions import Edition
from spbe.model.pengerjaan import NOT_ANSWERED
from spbe.model.penilaian import Jawaban
from spbe.region import Assessment


@dataclass(frozen=True)
class AnswerChange:
    """What became of an answer.

    ``came`` and ``went`` are ids of evidence; ``before`` and ``after`` the state, ``None`` where no answer is.

    ``proved`` tells whether any evidence is left.
    """

    penilaian: str
    code: str
    came: tuple[str, ...]
    went: tuple[str, ...]
    before: str | None
    after: str | None
    proved: bool


def answer_changes(before: Edition, after: Edition) -> Iterator[AnswerChange]:
    """What became of the answers, in the order of assessments and of their instrument."""
    for name, now in after.region.assessments.items():
        was = before.region.assessments.get(name)
        if was is not None:
            for indicator in now.instrumen.all_indicators():
                change = _answer(name, indicator.kode, was, now)
                if change is not None:
                    yield change


def _answer(name: str, code: str, was: Assessment, now: Assessment) -> AnswerChange | None:
    old, new = was.answers.get(code), now.answers.get(code)
    if old == new:
        return None
    first, last = (tuple(one.bukti) if one else () for one in (old, new))
    came = tuple(one for one in last if one not in first)
    went = tuple(one for one in first if one not in last)
    states = _state(old, was, code), _state(new, now, code)
    if not came and not went and states[0] == states[1]:
        return None
    return AnswerChange(name, code, came, went, *states, proved=bool(last))


def _state(answer: Jawaban | None, assessment: Assessment, code: str) -> str | None:
    """The state in force; an answer of which nothing was said is none."""
    if answer is None:
        return None
    found = answer.state(valued=any(code in given for given in assessment.values.values()))
    return None if found == NOT_ANSWERED and not answer.status else found
