"""A rule: what may be wrong, how grave it is, and how it is said."""

from __future__ import annotations

from dataclasses import dataclass

from spbe.i18n import gettext
from spbe.problems.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """``message`` and ``hint`` are Indonesian templates in the manner of ``str.format``.

    ``why`` tells staff in one sentence what the rule is good for; it stands in the list of rules.
    """

    id: str
    severity: Severity
    message: str
    hint: str
    why: str

    def at(
        self,
        file: str,
        line: int | None = None,
        column: int | None = None,
        key: str = "",
        **params: object,
    ) -> Problem:
        """This rule, broken at a place; ``params`` fill the templates."""
        return Problem(
            rule=self.id,
            severity=self.severity,
            file=file,
            line=line,
            column=column,
            key=key,
            message=gettext(self.message).format(**params),
            hint=gettext(self.hint).format(**params),
        )
