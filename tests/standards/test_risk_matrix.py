"""The magnitude of a risk is read from a matrix, and its level from the magnitude."""

from __future__ import annotations

from typing import Any

import pytest

from spbe.standards import risk_matrix as module
from spbe.standards.resources import StandardsError, read_yaml
from spbe.standards.risk_matrix import risk_matrix


@pytest.mark.parametrize(
    ("likelihood", "impact", "magnitude", "level"),
    [
        ("1", "1", 1, "Sangat Rendah"),
        ("1", "3", 5, "Sangat Rendah"),
        ("4", "1", 6, "Rendah"),
        ("1", "5", 20, "Tinggi"),
        ("2", "5", 21, "Sangat Tinggi"),
        ("3", "3", 14, "Sedang"),
        ("5", "5", 25, "Sangat Tinggi"),
    ],
)
def test_likelihood_and_impact_give_magnitude_and_level(
    likelihood: str, impact: str, magnitude: int, level: str
) -> None:
    matrix = risk_matrix()
    assert matrix.magnitude(likelihood, impact) == magnitude
    assert matrix.level(magnitude).name == level


def test_a_risk_that_is_not_rated_has_no_magnitude() -> None:
    assert risk_matrix().magnitude(None, "3") is None


def test_a_magnitude_that_stands_twice_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    raw: Any = read_yaml(module.FILE)
    raw["matriks"]["5"][0] = "15"
    monkeypatch.setattr(module, "read_yaml", lambda _path: raw)
    with pytest.raises(StandardsError, match="once each"):
        risk_matrix.__wrapped__()
