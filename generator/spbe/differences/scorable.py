"""A region without the values that no index can be made of: they count as unreadable, like a file with errors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spbe.checks import Opened
from spbe.region import Assessment, Node
from spbe.scoring.weighted_index import scorable


def without_impossible_values(opened: Opened) -> Opened:
    """``opened`` with the answers and values that its instruments cannot score among what cannot be read."""
    wrong = {node for assessment in opened.region.assessments.values() for node in _impossible(assessment)}
    if not wrong:
        return opened
    entries = tuple(
        replace(entry, record=None) if Node(entry.kind, entry.id) in wrong else entry for entry in opened.entries.all
    )
    kept = {name: _without(one, {node.id for node in wrong}) for name, one in opened.region.assessments.items()}
    return replace(
        opened,
        region=replace(opened.region, assessments=kept),
        entries=replace(opened.entries, all=entries),
    )


def _impossible(assessment: Assessment) -> Iterator[Node]:
    for given in assessment.values.values():
        if not scorable(assessment.instrumen, given):
            for code, value in given.items():
                if not scorable(assessment.instrumen, {code: value}):
                    yield from (Node(kind, f"{assessment.nama}/{code}") for kind in ("jawaban", "nilai"))


def _without(assessment: Assessment, wrong: set[str]) -> Assessment:
    def right(code: str) -> bool:
        return f"{assessment.nama}/{code}" not in wrong

    answers = {code: answer for code, answer in assessment.answers.items() if right(code)}
    values = {
        stage: {code: value for code, value in given.items() if right(code)}
        for stage, given in assessment.values.items()
    }
    return replace(assessment, answers=answers, values={stage: given for stage, given in values.items() if given})
