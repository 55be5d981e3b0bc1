"""What is counted, and how counts become a verdict: exact shares, and nothing is guessed of what is not known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, get_args

from spbe.i18n import mark as _
from spbe.region import Node

State = Literal["ya", "sebagian", "tidak", "tak-diketahui"]
"""Whether one thing that was counted bears the statement out: yes, in part, no, or the records do not say."""

STATES: tuple[State, ...] = ("tidak", "sebagian", "tak-diketahui", "ya")
"""In the order in which a reader needs them."""

Verdict = Literal["bertentangan", "meragukan", "tak-dinilai", "selaras"]

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
"""Worst first."""

LABELS: dict[Verdict, str] = {
    "bertentangan": _("Bertentangan"),
    "meragukan": _("Meragukan"),
    "tak-dinilai": _("Tidak dapat dinilai"),
    "selaras": _("Selaras"),
}
"""What readers see."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a rule counts.

    ``subject`` is a record, or an Indonesian msgid that names a part which should exist (a domain, a kind of object);
    a rule names each subject once. ``records`` are those that the state was read from, other than the subject.
    """

    subject: Node | str
    state: State
    records: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """The share of facts that must hold: ``agree`` and more agrees, less than ``contradict`` contradicts.

    What is not known never decides: it counts against agreement, and for the claim before it is contradicted. Where
    it alone would turn a contradiction into agreement, or with fewer than ``least`` facts, nothing can be told.
    """

    agree: Fraction
    contradict: Fraction
    least: int = 3

    def verdict(self, facts: Sequence[Fact]) -> Verdict:
        """The verdict over ``facts``."""
        number = len(facts)
        if number < self.least:
            return "tak-dinilai"
        count = Counter(fact.state for fact in facts)
        sure, partly, unknown = count["ya"], count["sebagian"], count["tak-diketahui"]
        if sure >= self.agree * number:
            return "selaras"
        if sure + partly + unknown < self.contradict * number:
            return "bertentangan"
        if sure + unknown >= self.agree * number and sure + partly < self.contradict * number:
            return "tak-dinilai"
        return "meragukan"


@dataclass(frozen=True, slots=True)
class Exists:
    """One fact that holds is enough; one that holds in part leaves doubt; only what is known to be none contradicts."""

    def verdict(self, facts: Sequence[Fact]) -> Verdict:
        """The verdict over ``facts``."""
        states = {fact.state for fact in facts}
        if "ya" in states:
            return "selaras"
        if "sebagian" in states:
            return "meragukan"
        return "tak-dinilai" if "tak-diketahui" in states or not states else "bertentangan"


Judge = Share | Exists
