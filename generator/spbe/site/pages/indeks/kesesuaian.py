"""``/indeks/<penilaian>/kesesuaian/``: what levels claim, held against the records; also for an indicator's page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import ceil

from spbe import wording
from spbe.catalogue.claims import ENOUGH_RECORDS, LABELS, STATES, VERDICTS, Claim, Fact, Share, State, rules_for
from spbe.i18n import gettext as _
from spbe.i18n import mark
from spbe.model.instrumen import Indikator
from spbe.model.penilaian import TAHAP
from spbe.region import Node
from spbe.site.addresses import account_address, assessment_address, indicator_address, record_address
from spbe.site.page import Page
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table
from spbe.site.variables import template_context, variable

SECTION = "arsitektur"
"""The id of the part of an indicator's page that tells its claims."""

FEW, MANY = 8, 40
"""How many things are named of those that bear a statement out, and of the others, before the rest is counted."""

_STATES: dict[State, str] = {
    "ya": mark("Sesuai"),
    "sebagian": mark("Sesuai sebagian"),
    "tidak": mark("Tidak sesuai"),
    "belum-terlihat": mark("Belum terlihat {pada_data}"),
    "tak-diketahui": mark("Belum diketahui"),
}

MEANINGS = {
    "bertentangan": mark("Catatan arsitektur tidak sesuai dengan syarat tingkat nilainya."),
    "meragukan": mark("Catatan arsitektur hanya sesuai sebagian."),
    "belum-terlihat": mark(
        "Yang sesuai belum terlihat {pada_data}, dan tidak ada catatan yang menunjukkan sebaliknya."
    ),
    "tak-dinilai": mark("Catatan {pada_data} belum cukup untuk menyimpulkan apa pun."),
    "selaras": mark("Catatan arsitektur sesuai dengan syarat tingkat nilainya."),
}


@dataclass(frozen=True)
class CountedThing:
    """One thing that was counted: its name, its page if it is a record, and the records that it was read from."""

    name: str
    address: str | None
    records: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class FactGroup:
    """The things of one state; ``more`` of them are not named."""

    state: str
    label: str
    number: int
    things: tuple[CountedThing, ...]
    more: int


@dataclass(frozen=True)
class ClaimInWords:
    """A claim in words.

    ``allowed``: how many may fail before it does; ``open``: its reasoning is to be read at once, for it does not hold
    without more.
    """

    verdict: Cell
    statement: str
    implied: str
    reasoning: str
    allowed: str
    threshold: str
    groups: tuple[FactGroup, ...]
    trial: bool
    open: bool


@dataclass(frozen=True)
class IndicatorClaims:
    """What an indicator's page tells: its claims, by which assessment, and what higher levels would imply."""

    title: str
    address: str | None
    stage: str
    day: str
    claims: tuple[ClaimInWords, ...]
    later: tuple[tuple[int, str], ...]


@template_context
class IndeksKesesuaianContext:
    """The variables of ``pages/indeks/kesesuaian.html.j2``."""

    stage: str = variable("nama tahap yang nilainya diperiksa")
    day: str = variable("tanggal acuan")
    counts: list[tuple[Cell, int, str]] = variable(
        "daftar (sel hasil pemeriksaan, jumlah syarat, artinya), yang terburuk dulu"
    )
    table: Table = variable("semua syarat tingkat menurut hasil pemeriksaannya (`Table`)")
    trial: bool = variable("benar bila aturannya percobaan")
    later: list[tuple[str, str, str]] = variable("daftar (indikator, alamat, sebab tidak diperiksa)")
    number: int = variable("jumlah indikator yang diperiksa")
    all_indicators: int = variable("jumlah indikator instrumen")


def pages(site: SiteContext) -> list[Page]:
    """The page of every assessment that has one."""
    return [page for name in site.region.assessments for page in _pages(site, name)]


def _pages(site: SiteContext, name: str) -> list[Page]:
    """The page of the assessment ``name``; none where no claim of it is held against the architecture."""
    found = site.claims.get(name, ())
    if not found:
        return []
    assessment = site.region.assessments[name]
    count = Counter(claim.verdict for claim in found)
    tested = {claim.code for claim in found}
    indicators = assessment.instrumen.all_indicators()
    untested = [one for one in indicators if one.kode not in tested]
    page = site.page(
        IndeksKesesuaianContext,
        account_address(name, "kesesuaian"),
        _("Kesesuaian nilai dengan arsitektur {nama}").format(nama=name),
        _("Syarat tingkat dari nilai {judul}, diperiksa dengan catatan arsitektur.").format(judul=assessment.title),
        lambda: IndeksKesesuaianContext(
            stage=_(TAHAP.label(found[0].stage)),
            day=wording.day(site.region.date),
            counts=[
                (Cell(_(LABELS[verdict]), badge=verdict), count[verdict], _(MEANINGS[verdict]))
                for verdict in VERDICTS
                if verdict != "belum-terlihat" or not site.view.audience.is_whole
            ],
            table=_table(site, name, found),
            trial=any(claim.rule.trial for claim in found),
            later=_untested(name, site, untested),
            number=len(tested),
            all_indicators=len(indicators),
        ),
        parent=assessment_address(name),
        menu=_("Kesesuaian"),
    )
    return [page]


def _table(site: SiteContext, name: str, found: tuple[Claim, ...]) -> Table:
    instrument = site.region.assessments[name].instrumen
    indicators = {one.kode: one for one in instrument.all_indicators()}
    order = {code: place for place, code in enumerate(indicators)}
    rows = [
        Row(
            (
                Cell(
                    indicators[claim.code].label,
                    f"{indicator_address(instrument.id, claim.code)}#{SECTION}",
                    sort=f"{order[claim.code]:03d}",
                ),
                Cell(_(LABELS[claim.verdict]), badge=claim.verdict),
                Cell(_(claim.rule.statement)),
                Cell(wording.number(claim.level)),
            )
        )
        for claim in sorted(found, key=lambda claim: VERDICTS.index(claim.verdict))
    ]
    columns = (
        Column(_("Indikator"), wide=True),
        Column(_("Hasil pemeriksaan")),
        Column(_("Syarat tingkat"), wide=True),
        Column(_("Nilai"), numeric=True),
    )
    return Table("kesesuaian", _("Syarat tingkat menurut hasil pemeriksaannya"), columns, tuple(rows), tools=True)


def _untested(name: str, site: SiteContext, untested: list[Indikator]) -> list[tuple[str, str, str]]:
    """Indicators of which nothing was tested: label, address, why."""
    instrument = site.region.assessments[name].instrumen
    told = []
    for one in untested:
        rules = rules_for(instrument.id, one.kode)
        why = (
            _("baru diperiksa mulai tingkat {n}").format(n=rules[0].level)
            if rules
            else _("tidak ada pernyataan yang dapat dihitung dari catatan")
        )
        told.append((one.label, indicator_address(instrument.id, one.kode), why))
    return told


def trial_of(site: SiteContext, instrument: str, code: str) -> IndicatorClaims | None:
    """What the page of the indicator ``code`` tells; ``None`` where there is neither a claim nor a rule."""
    rules = rules_for(instrument, code)
    name = next((one for one in site.claims if site.region.assessments[one].instrumen.id == instrument), None)
    if name is None or not rules:
        return None
    assessment = site.region.assessments[name]
    found = tuple(claim for claim in site.claims[name] if claim.code == code)
    tested = {claim.rule.id for claim in found}
    everything = site.claims[name]
    return IndicatorClaims(
        assessment.title,
        account_address(name, "kesesuaian") if everything else None,
        _(TAHAP.label(everything[0].stage)) if everything else "",
        wording.day(site.region.date),
        tuple(_told(site, claim) for claim in found),
        tuple((rule.level, _(rule.statement)) for rule in rules if rule.id not in tested),
    )


def _told(site: SiteContext, claim: Claim) -> ClaimInWords:
    rule = claim.rule
    return ClaimInWords(
        Cell(_(LABELS[claim.verdict]), badge=claim.verdict),
        _(rule.statement),
        _("Syarat mulai tingkat {dari}; nilainya {nilai}.").format(dari=rule.level, nilai=wording.number(claim.level)),
        _(rule.reasoning),
        _allowed(claim),
        _threshold(site, claim),
        tuple(_group(site, state, claim.facts) for state in STATES if any(one.state == state for one in claim.facts)),
        rule.trial,
        claim.verdict != "selaras",
    )


def _allowed(claim: Claim) -> str:
    """How many of those counted may fail while the claim holds; nothing where it is no matter of shares."""
    judge, number = claim.rule.judge, len(claim.facts)
    if not isinstance(judge, Share) or number < judge.least:
        return ""
    fail = number - ceil(judge.agree * number)
    if not fail:
        return _("Sesuai bila semua {m} yang dihitung sesuai.").format(m=wording.number(number))
    return _("Sesuai bila dari {m} yang dihitung paling banyak {n} belum sesuai.").format(
        m=wording.number(number), n=wording.number(fail)
    )


def _threshold(site: SiteContext, claim: Claim) -> str:
    words = _limits(claim)
    if site.view.audience.is_whole:
        return words
    seen = _("Yang belum terlihat {pada_data} tidak dianggap tidak sesuai: bisa jadi ada di luarnya.")
    return f"{words} {seen}"


def _limits(claim: Claim) -> str:
    judge = claim.rule.judge
    if isinstance(judge, Share):
        return _(
            "Sesuai bila sekurang-kurangnya {paling_rendah} sesuai. Tidak sesuai bila di bawah {batas} yang sesuai, "
            "walaupun yang sesuai sebagian dan yang belum diketahui ikut dihitung sesuai. Belum dapat diperiksa bila "
            "kurang dari {paling_sedikit} yang dapat dihitung, atau bila yang belum diketahui menentukan."
        ).format(
            paling_rendah=wording.percent(judge.agree.numerator, judge.agree.denominator),
            batas=wording.percent(judge.contradict.numerator, judge.contradict.denominator),
            paling_sedikit=judge.least,
        )
    return _(
        "Sesuai bila ada satu yang sesuai, perlu klarifikasi bila hanya ada yang sesuai sebagian, tidak sesuai bila "
        "semua yang diketahui tidak sesuai. Ketiadaan catatan baru dihitung bila sekurang-kurangnya {paling_sedikit} "
        "catatan lain dari domain yang sama tercatat."
    ).format(paling_sedikit=ENOUGH_RECORDS)


def _group(site: SiteContext, state: State, facts: tuple[Fact, ...]) -> FactGroup:
    label = _(_STATES[state])
    if state == "tak-diketahui" and not site.view.audience.is_whole:
        label = _("Belum diketahui atau tidak ditampilkan")
    found = sorted(
        (_thing(site, fact) for fact in facts if fact.state == state), key=lambda thing: thing.name.casefold()
    )
    limit = FEW if state == "ya" else MANY
    shown = tuple(found[:limit])
    return FactGroup(state, label, len(found), shown, len(found) - len(shown))


def _thing(site: SiteContext, fact: Fact) -> CountedThing:
    records = tuple((site.region.name(node), record_address(node)) for node in fact.records[:FEW])
    if isinstance(fact.subject, Node):
        return CountedThing(site.region.name(fact.subject), record_address(fact.subject), records)
    return CountedThing(_(fact.subject), None, records)
