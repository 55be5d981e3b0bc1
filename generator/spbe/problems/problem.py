"""One thing that is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal

Severity = Literal["error", "warning", "info"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding with its place and its remedy.

    ``file`` is relative to the region's root, with forward slashes; ``line`` and ``column`` count from 1 and
    are ``None`` where the whole file or folder is meant; ``key`` is the path of keys inside the record
    (``integrasi.0.aplikasi``); ``message`` says what is wrong and ``hint`` what to do, in the user's language.
    """

    rule: str
    severity: Severity
    file: str
    line: int | None
    column: int | None
    key: str
    message: str
    hint: str

    def as_json(self) -> dict[str, Any]:
        """The form promised by ``spbe check --format json``."""
        return asdict(self)


def counts(problems: Iterable[Problem]) -> dict[Severity, int]:
    """How many problems there are of each severity."""
    totals: dict[Severity, int] = dict.fromkeys(SEVERITIES, 0)
    for problem in problems:
        totals[problem.severity] += 1
    return totals
