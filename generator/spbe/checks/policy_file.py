"""The policy as a region wrote it, held against the rules that there are and the records that it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from spbe.checks.check_context import Context
from spbe.i18n import gettext
from spbe.i18n import mark as _
from spbe.model.kebijakan import SEVERITY_OF, Kebijakan, Pengecualian
from spbe.problems import RULES, SEVERITIES, Problem, Rule, Severity
from spbe.problems.policy import Policy, WaivedProblem, Waiver
from spbe.region import Entry, Node
from spbe.yamlio import Path
from spbe.yamlio.validation import did_you_mean

FORMER: Final = {name: rule.id for rule in RULES.values() for name in rule.former}
"""Former ids of rules to present ones."""


@dataclass(frozen=True)
class WrittenPolicy:
    """The policy of a region as its file says it.

    ``policy`` is what is in force of the file ``entry``; ``problems`` are what is wrong in it.
    """

    entry: Entry | None = None
    policy: Policy = field(default_factory=Policy)
    problems: tuple[Problem, ...] = ()

    def idle(self, waived: Iterable[WaivedProblem]) -> Iterator[Problem]:
        """Rule ``pengecualian-tak-kena``, once it is known what was ``waived``."""
        busy = {one.waiver.number for one in waived}
        for waiver in self.policy.waivers:
            record = self.entry.record if self.entry else None
            if waiver.number not in busy and self.entry and isinstance(record, Kebijakan):
                yield _idle(self.entry, waiver.number, record.pengecualian[waiver.number])


def policy_of(context: Context, today: date) -> WrittenPolicy:
    """The policy of a region, on the day ``today``."""
    entry = next(iter(context.reading.of_kind("kebijakan")), None)
    if entry is None or not isinstance(entry.record, Kebijakan):
        return WrittenPolicy()
    problems: list[Problem] = []
    severities = {}
    for name, written in entry.record.kegawatan.items():
        rule, found = _rule(entry, ("kegawatan", name), name)
        severity = SEVERITY_OF[written]
        if rule and _is_less(severity, rule) and (rule.is_fixed or rule.severity == "error"):
            found = _fixed(entry, ("kegawatan", name), rule, _("dibuat lebih ringan"))
        elif rule:
            severities[rule.id] = severity
        problems += [found] if found else []
    waivers: list[Waiver] = []
    for number, exception in enumerate(entry.record.pengecualian):
        waiver, told = _waiver(context, entry, number, exception, today)
        waivers += [waiver] if waiver else []
        problems += [told] if told else []
    return WrittenPolicy(entry, Policy(severities, tuple(waivers)), tuple(problems))


def _is_less(severity: Severity, rule: Rule) -> bool:
    return SEVERITIES.index(severity) > SEVERITIES.index(rule.severity)


def _rule(entry: Entry, path: Path, name: str) -> tuple[Rule | None, Problem | None]:
    """The rule ``name``, or rule ``kebijakan-aturan``."""
    if name in RULES:
        return RULES[name], None
    now = FORMER.get(name)
    meant = " " + gettext("Namanya sekarang `{kini}`.").format(kini=now) if now else did_you_mean(name, RULES)
    of_key = path[0] == "kegawatan"
    return None, entry.problem("kebijakan-aturan", path, of_key=of_key, aturan=name, maksud=meant)


def _fixed(entry: Entry, path: Path, rule: Rule, what: str) -> Problem:
    of_key = path[0] == "kegawatan"
    return entry.problem("kebijakan-tetap", path, of_key=of_key, aturan=rule.id, apa=gettext(what))


def _waiver(
    context: Context, entry: Entry, number: int, written: Pengecualian, today: date
) -> tuple[Waiver | None, Problem | None]:
    """The waiver if it is in force, else what is wrong with it."""
    path: Path = ("pengecualian", number)
    rule, problem = _rule(entry, (*path, "aturan"), written.aturan)
    if rule is None:
        return None, problem
    if rule.is_fixed:
        return None, _fixed(entry, (*path, "aturan"), rule, _("dikecualikan"))
    if (written.catatan is None) == (written.berkas is None):
        return None, entry.problem("pengecualian-sasaran", path)
    if written.sampai.last < today:
        ended = str(written.sampai)
        return None, entry.problem("pengecualian-lewat", (*path, "sampai"), aturan=rule.id, sampai=ended)
    place = _place(context, written)
    if place is None:
        return None, _idle(entry, number, written)
    return Waiver(number, rule.id, place[0], written.alasan, written.sampai.last, *place[1:]), None


def _place(context: Context, written: Pengecualian) -> tuple[str, int, int | None] | None:
    """The file that is meant and the lines of the record in it; ``None`` for a record that is not there."""
    if written.catatan is None:
        return (str(written.berkas), 0, None)
    kind, _slash, name = written.catatan.partition("/")
    node = Node(kind, name)
    entry = context.entries.at.get(context.former.get(node, node))
    if entry is None:
        return None
    beginnings = sorted(other.document.position(other.path)[0] for other in context.entries if other.file == entry.file)
    if len(beginnings) == 1:
        return entry.file, 0, None
    first = entry.document.position(entry.path)[0]
    later = [line for line in beginnings if line > first]
    return entry.file, first, min(later) - 1 if later else None


def _idle(entry: Entry, number: int, written: Pengecualian) -> Problem:
    target = written.catatan or written.berkas
    return entry.problem("pengecualian-tak-kena", ("pengecualian", number), aturan=written.aturan, sasaran=target)
