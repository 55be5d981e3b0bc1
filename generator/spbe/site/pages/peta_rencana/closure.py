"""What an activity of the roadmap closes and lifts: its gaps with their states, its indicators with their targets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from spbe import wording
from spbe.catalogue.activities import ActivityClosure
from spbe.catalogue.gaps import Gap, State
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS
from spbe.model.penilaian import TAHAP
from spbe.model.peta_rencana import PetaRencana
from spbe.region import Node
from spbe.scoring.outcomes import Outcome
from spbe.scoring.rounding import exact_text
from spbe.scoring.targets import gain
from spbe.site.addresses import assessment_address, indicator_address, record_address
from spbe.site.components.gap_wording import BADGES, fault_words, state_label, words_of
from spbe.site.site_context import SiteContext


@dataclass(frozen=True)
class GapLine:
    """Gaps of which the same is told: what differs in few words, and their state (badge and words).

    ``records``: name, kind and address of each record.
    """

    records: tuple[tuple[str, str, str], ...]
    words: str
    badge: str
    state: str


@dataclass(frozen=True)
class RaisedIndicators:
    """The indicators of one instrument that an activity should raise.

    ``lines``: name, address or nothing, and where it stands, in words. ``source``: title and address of the
    assessment and its stage, or nothing where the instrument has no values. ``gain``: how much the index rises when
    all their targets are reached and all else stays, exact and as it is read; nothing where that cannot be told.
    """

    instrument: str
    lines: tuple[tuple[str, str | None, str], ...]
    source: tuple[str, str, str] | None
    gain: str | None


@dataclass(frozen=True)
class RoadmapClosure:
    """What an activity of the roadmap closes and lifts.

    ``slips``: what to mend, each with what to do.
    """

    gaps: tuple[GapLine, ...]
    lifts: tuple[RaisedIndicators, ...]
    slips: tuple[tuple[str, str], ...]


def closure_of(site: SiteContext, account: ActivityClosure, record: PetaRencana) -> RoadmapClosure:
    """What the activity ``record`` closes and lifts."""
    return RoadmapClosure(
        _lines(site, account.gaps),
        _lifts_of(site, record.indikator),
        tuple(fault_words(slip.fault) for slip in account.slips),
    )


def tally(account: ActivityClosure | None) -> str:
    """How many gaps an activity closes, by their state, in few words; empty where it closes none."""
    if account is None or not account.gaps:
        return ""
    still = sum(gap.is_open for gap in account.gaps)
    gone = sum(gap.state == "tertutup" for gap in account.gaps)
    said = [_("{n} terbuka").format(n=still)] if still else []
    said += [_("{n} tertutup").format(n=gone)] if gone else []
    vague = sum(gap.state == "tanpa-selisih" for gap in account.gaps)
    said += [_("{n} belum dirinci").format(n=vague)] if vague else []
    return ", ".join(said)


def _lifts_of(site: SiteContext, names: tuple[str, ...]) -> tuple[RaisedIndicators, ...]:
    """The indicators ``names``, each ``instrument/code``, with today's levels and targets."""
    codes: dict[str, list[str]] = {}
    for name in names:
        instrument, _slash, code = name.partition("/")
        codes.setdefault(instrument, []).append(code)
    return tuple(_lift(site, instrument, found) for instrument, found in codes.items())


def _lines(site: SiteContext, gaps: Iterable[Gap]) -> tuple[GapLine, ...]:
    """``gaps`` in their order, those of which the same is told where the first of them stands."""
    alike: dict[tuple[State, str], list[Gap]] = {}
    for gap in gaps:
        alike.setdefault((gap.state, words_of(site, gap)), []).append(gap)
    return tuple(
        GapLine(tuple(_named(site, gap.node) for gap in found), words, BADGES[state], state_label(state))
        for (state, words), found in alike.items()
    )


def _named(site: SiteContext, node: Node) -> tuple[str, str, str]:
    return site.region.name(node), _(KINDS[node.kind].singular), record_address(node)


def _newest(site: SiteContext, instrument: str) -> Outcome | None:
    """The leading outcome of the newest assessment by ``instrument`` that has values."""
    for name, assessment in reversed(list(site.region.assessments.items())):
        lead = site.view.results[name].lead
        if assessment.instrumen.id == instrument and lead is not None:
            return lead
    return None


def _lift(site: SiteContext, name: str, codes: list[str]) -> RaisedIndicators:
    instrument, lead = site.region.instruments[name], _newest(site, name)
    labels = {one.kode: one.label for one in instrument.all_indicators()}
    used = any(one.instrumen.id == name for one in site.region.assessments.values())
    values = lead.values if lead else {}
    answers = lead.assessment.answers if lead else {}
    targets = {code: answers[code].target if code in answers else None for code in codes}
    lines = tuple(
        (
            labels.get(code, code),
            indicator_address(name, code) if used and code in labels else None,
            _standing(values.get(code), targets[code]),
        )
        for code in codes
    )
    if lead is None:
        return RaisedIndicators(instrument.nama, lines, None, None)
    where = (lead.assessment.title, assessment_address(lead.assessment.nama), _(TAHAP.label(lead.tahap)))
    return RaisedIndicators(instrument.nama, lines, where, _gain(lead, targets))


def _standing(now: Fraction | None, target: Fraction | None) -> str:
    if now is None:
        return _("belum dinilai")
    if target is None:
        return _("sekarang {a}, target belum ditetapkan").format(a=wording.number(now))
    if now >= target:
        return _("sekarang {a}, target {b} sudah tercapai").format(a=wording.number(now), b=wording.number(target))
    return _("sekarang {a}, target {b}").format(a=wording.number(now), b=wording.number(target))


def _gain(lead: Outcome, targets: dict[str, Fraction | None]) -> str | None:
    """What the index gains when every target is reached; only where each indicator has a value and a target."""
    told = {code: target for code, target in targets.items() if target is not None}
    scale = lead.assessment.instrumen.skala
    if len(told) < len(targets) or not all(scale.minimum <= target <= scale.maksimum for target in told.values()):
        return None
    found = gain(lead.score, told)
    return wording.comma(exact_text(found)) if found else None
