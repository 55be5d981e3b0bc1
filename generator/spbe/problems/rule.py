"""A rule: what may be wrong, how grave it is, and how it is said."""

from __future__ import annotations

from dataclasses import dataclass

from spbe.i18n import gettext
from spbe.problems.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule that data may break.

    ``message`` and ``hint`` are Indonesian templates in the manner of ``str.format``.

    ``why`` tells staff in one sentence what the rule is good for; it stands in the list of rules. ``leaks`` names what
    a break of it gives away (``kata sandi``): nothing that stands there is repeated where a change is told.
    ``law`` is the regulation that it rests on, where its ground is not only practical. ``former`` are ids that it had.
    ``fixed`` says, where it is not the usual answer, whether no region's policy makes less of it.
    """

    id: str
    severity: Severity
    message: str
    hint: str
    why: str
    leaks: str | None = None
    law: str = ""
    former: tuple[str, ...] = ()
    fixed: bool | None = None

    @property
    def is_fixed(self) -> bool:
        """Whether no policy makes less of it: usually of errors, which keep the data from being understood."""
        return self.severity == "error" if self.fixed is None else self.fixed

    def at(
        self,
        file: str,
        line: int | None = None,
        column: int | None = None,
        key: str = "",
        **params: object,
    ) -> Problem:
        """This rule, broken at a place; ``params`` fill the templates."""
        words = {name: _plain(value) for name, value in params.items()}
        return Problem(
            rule=self.id,
            severity=self.severity,
            file=file,
            line=line,
            column=column,
            key=key,
            message=gettext(self.message).format(**words),
            hint=gettext(self.hint).format(**words),
        )


def _plain(value: object) -> object:
    """``value`` on one line and without characters that could change what a terminal or an editor shows."""
    if not isinstance(value, str) or value.isprintable():
        return value
    return "".join(
        char if char.isprintable() else " " if char.isspace() else "\N{REPLACEMENT CHARACTER}" for char in value
    )
