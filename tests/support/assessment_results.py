"""What single assessments came to, made of levels and published figures alone."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from spbe.model.instrumen import Instrumen
from spbe.model.penilaian import Penilaian
from spbe.region import Assessment
from spbe.scoring import score
from spbe.scoring.hasil import HasilPenilaian
from spbe.scoring.outcomes import Outcome, in_force

Values = dict[str, dict[str, int]]


def hasil(instrument: Instrumen, values: Values | None = None, name: str = "2024", **official: Any) -> HasilPenilaian:
    """What an assessment by ``instrument`` came to."""
    head = Penilaian.model_validate(
        {"tahun": name[:4], "instrumen": instrument.id, **({"hasil_resmi": official} if official else {})}
    )
    given = {stage: {code: Fraction(level) for code, level in one.items()} for stage, one in (values or {}).items()}
    assessment = Assessment(name, head, instrument, values=given)
    stages = tuple(
        Outcome(assessment, stage, score(instrument, held), held, own) for stage, held, own in in_force(given)
    )
    return HasilPenilaian(assessment, stages)
