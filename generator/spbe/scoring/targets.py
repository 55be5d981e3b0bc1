"""What reaching the targets of several indicators together would do to an index, exactly."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from spbe.scoring.sensitivity import step_to
from spbe.scoring.weighted_index import Score


def gain(score: Score, targets: Mapping[str, Fraction]) -> Fraction | None:
    """How much the complete index rises when every indicator of ``targets`` below its target reaches it.

    The index is a weighted mean, so the gains of single indicators add up. ``None`` where one of them is unanswered:
    nobody knows where it would rise from. Raises ``ValueError`` like :func:`~spbe.scoring.sensitivity.step_to`.
    """
    whole = Fraction()
    for code, target in targets.items():
        step = step_to(score, code, target)
        if step is None:
            return None
        whole += max(step.selisih, Fraction())
    return whole
