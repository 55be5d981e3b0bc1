"""What is counted, and how counts become a verdict: exact shares, and nothing is guessed of what is not known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal, get_args

from spbe.i18n import mark as _
from spbe.region import Node

State = Literal["ya", "sebagian", "tidak", "tak-diketahui", "belum-terlihat"]
"""Whether one thing that was counted bears the statement out: yes, in part, no, or the records do not say.

``belum-terlihat``: only that nothing is seen speaks against it, and its reader does not see everything.
"""

STATES: tuple[State, ...] = ("tidak", "sebagian", "belum-terlihat", "tak-diketahui", "ya")
"""In the order in which a reader needs them."""

Verdict = Literal["bertentangan", "meragukan", "belum-terlihat", "tak-dinilai", "selaras"]

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
"""Worst first."""

LABELS: dict[Verdict, str] = {
    "bertentangan": _("Tidak sesuai"),
    "meragukan": _("Perlu klarifikasi"),
    "belum-terlihat": _("Belum terlihat {pada_data}"),
    "tak-dinilai": _("Belum dapat diperiksa"),
    "selaras": _("Sesuai"),
}
"""What readers see."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a rule counts.

    ``subject`` is a record, or an Indonesian msgid that names a part which should exist (a domain, a kind of object);
    a rule names each subject once. ``records`` are those that the state was read from, other than the subject.
    ``at_best`` is told of a state that was read off the absence of records, or of relations to some: what it would be
    at best if there were any.
    """

    subject: Node | str
    state: State
    records: tuple[Node, ...] = ()
    at_best: State | None = None

    @property
    def best(self) -> State:
        """The state that nobody can exclude who does not see everything."""
        return self.at_best or self.state

    def as_seen(self) -> Fact:
        """The fact as it is told to readers who do not see everything."""
        return self if self.best == self.state else replace(self, state="belum-terlihat")


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


def verdict_seen(judge: Judge, facts: Sequence[Fact]) -> Verdict:
    """The verdict over ``facts`` for readers who do not see everything.

    What only absence holds against a claim is never held against it: it is not seen yet, and that is all.
    """
    plain = judge.verdict(facts)
    if plain in {"selaras", "tak-dinilai"}:
        return plain
    best = judge.verdict([replace(fact, state=fact.best) for fact in facts])
    return best if best in {"bertentangan", "meragukan"} else "belum-terlihat"
