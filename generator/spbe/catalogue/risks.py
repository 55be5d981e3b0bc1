"""How great risks are, and how many of them nobody treats."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from spbe.model.risiko import Risiko
from spbe.standards.risk_matrix import risk_matrix


@dataclass(frozen=True, slots=True)
class RiskFigures:
    """Risks in numbers.

    ``levels``: name of each level that some risk has to their number, the greatest first.

    ``untreated`` have no treatment named, ``overdue`` are past their date and not treated, ``unrated`` lack likelihood
    or impact.
    """

    total: int
    levels: tuple[tuple[str, int], ...]
    untreated: int
    overdue: int
    unrated: int


def magnitude_of(risk: Risiko) -> int | None:
    """The magnitude of ``risk`` as it is now; ``None`` while likelihood or impact is not known."""
    return risk_matrix().magnitude(risk.kemungkinan, risk.dampak)


def residual_of(risk: Risiko) -> int | None:
    """The magnitude that is left of ``risk`` once it is treated; what treatment does not change stays as it is."""
    if risk.kemungkinan_sisa is None and risk.dampak_sisa is None:
        return None
    return risk_matrix().magnitude(risk.kemungkinan_sisa or risk.kemungkinan, risk.dampak_sisa or risk.dampak)


def is_overdue(risk: Risiko, today: date) -> bool:
    """Whether the day until which ``risk`` was to be treated has passed without that."""
    return risk.batas_waktu is not None and risk.batas_waktu.last < today and not risk.is_treated


def figures_of(risks: Iterable[Risiko], today: date) -> RiskFigures:
    """The figures of ``risks`` on ``today``."""
    found = list(risks)
    matrix = risk_matrix()
    magnitudes = [magnitude for risk in found if (magnitude := magnitude_of(risk)) is not None]
    ranks = [matrix.level(magnitude) for magnitude in magnitudes]
    levels = ((level.name, ranks.count(level)) for level in reversed(matrix.levels))
    return RiskFigures(
        len(found),
        tuple((name, number) for name, number in levels if number),
        sum(risk.penanganan is None and risk.rencana_aksi is None for risk in found),
        sum(is_overdue(risk, today) for risk in found),
        len(found) - len(magnitudes),
    )
