"""Everything that may be told of a difference, sentence by sentence: by names, never ids where there is one."""

from __future__ import annotations

from typing import Final

from spbe.differences.difference import Difference
from spbe.differences.telling import damage, holdings, maturity
from spbe.differences.telling.sentence import Narrator, Sentence
from spbe.differences.telling.weights import POSITION

_MAKERS: Final = (
    damage.leaks,
    damage.automation,
    damage.unreadable,
    damage.problems,
    damage.broken,
    holdings.services,
    maturity.levels,
    maturity.claims,
    maturity.lapsed,
    maturity.new_assessments,
    holdings.publicity,
    holdings.fields,
    holdings.records,
    holdings.renamings,
    maturity.answers,
    maturity.calendar,
    maturity.deadlines,
    holdings.quality,
    holdings.reviewers,
)


def sentences_of(difference: Difference) -> list[Sentence]:
    """All sentences, weightiest first."""
    told = Narrator(difference)
    return sorted((one for maker in _MAKERS for one in maker(told)), key=lambda one: POSITION[one.topic])
