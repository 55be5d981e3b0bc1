"""``/indeks/<penilaian>/langkah/``: the cheapest steps to each predicate above and the own target; a simulator."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.penilaian import TAHAP
from spbe.model.values import decimal_text
from spbe.scoring import Score, round_half_up
from spbe.scoring.efforts import Efforts, efforts_for
from spbe.scoring.outcomes import Outcome
from spbe.scoring.planner import Plan, Planner, predicates_above
from spbe.site.addresses import account_address, assessment_address, indicator_address
from spbe.site.components.level_criteria import Required, required_by
from spbe.site.components.predicates import levels_note
from spbe.site.page import Page
from spbe.site.pages.indeks.simulator import Simulator, simulator
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table
from spbe.site.table_cells import owner_cell
from spbe.site.variables import template_context, variable
from spbe.standards.criteria import version_in

ACCOUNT = "langkah"


@dataclass(frozen=True, slots=True)
class Goal:
    """One target with its cheapest way, or with why there is none."""

    id: str
    title: str
    said: str
    table: Table | None
    shared: tuple[str, ...]


@template_context
class IndeksLangkahContext:
    """The variables of ``pages/indeks/langkah.html.j2``."""

    assessment: tuple[str, str] = variable("(judul, alamat) penilaian")
    stage: str = variable("tahap yang menjadi titik awal")
    now: str = variable("indeks sekarang, tercetak")
    predicate: str | None = variable("predikat sekarang, atau kosong")
    announced: str | None = variable("kalimat bahwa indeks resminya lain, atau kosong")
    newer: tuple[str, str] | None = variable(
        "(judul, alamat) halaman ini untuk penilaian lengkap yang lebih baru, atau kosong"
    )
    partial: str | None = variable("kalimat bahwa nilainya belum lengkap, atau kosong")
    reached: str | None = variable("kalimat bahwa target daerah sudah tercapai, atau kosong")
    goals: list[Goal] = variable(
        "tujuan dari yang terdekat (`Goal`): id, judul, kalimat, tabel langkah, pekerjaan bersama"
    )
    required: tuple[Required, ...] = variable(
        "yang harus ada untuk langkah semua tujuan (`Required`): indikator, alamat, tingkat di antaranya"
    )
    document: str | None = variable("dokumen asal kriteria tahun itu, atau kosong")
    assumptions: list[str] = variable("anggapan yang dipakai")
    locked: list[tuple[str, str]] = variable("(indikator, alasan) yang tidak dinaikkan")
    reasons: list[tuple[str, str, str]] = variable("(indikator, upaya, alasan) yang upayanya lain")
    reading: str = variable("contoh membaca bobot")
    simulator: Simulator = variable("isi simulator (`Simulator`)")


def pages(site: SiteContext) -> list[Page]:
    """The page of every assessment that has one."""
    return [page for name in site.region.assessments for page in _pages(site, name)]


def _pages(site: SiteContext, name: str) -> list[Page]:
    """The page of the assessment ``name``; none while nothing is answered."""
    outcome = site.view.results[name].lead
    if outcome is None or outcome.score.nilai is None:
        return []
    return [
        site.page(
            IndeksLangkahContext,
            account_address(name, ACCOUNT),
            _("Rencana peningkatan indeks {nama}").format(nama=name),
            _(
                "Indikator mana yang dapat dinaikkan dengan upaya terkecil untuk predikat dan target berikutnya, dan "
                "simulasinya."
            ),
            lambda: _context(site, name, outcome),
            parent=assessment_address(name),
            menu=_("Rencana peningkatan"),
        )
    ]


def _context(site: SiteContext, name: str, outcome: Outcome) -> IndeksLangkahContext:
    assessment, score = outcome.assessment, outcome.score
    efforts = efforts_for(site.region.efforts, assessment.instrumen)
    planner = Planner(score, efforts)
    plans = [(title, target, planner.cheapest(target)) for title, target in targets_above(outcome)]
    version = version_in(assessment.instrumen, assessment.penilaian.tahun)
    return IndeksLangkahContext(
        assessment=(assessment.title, assessment_address(name)),
        stage=_(TAHAP.label(outcome.tahap)),
        now=wording.comma(score.indeks),
        predicate=score.predikat.nama if score.predikat else None,
        announced=levels_note(site.view.results[name]),
        newer=_newer(site, outcome),
        partial=_partial(score),
        reached=_reached(outcome),
        goals=[_goal(site, outcome, planner, *planned) for planned in plans],
        required=required_by(outcome, [plan for _title, _target, plan in plans if plan is not None]),
        document=version.dokumen if version else None,
        assumptions=_assumptions(outcome, efforts),
        locked=_locked(outcome, efforts),
        reasons=_reasons(site, outcome),
        reading=_reading(score),
        simulator=_simulator(outcome),
    )


def _newer(site: SiteContext, outcome: Outcome) -> tuple[str, str] | None:
    """Title and address of this page for the newest complete assessment, when that is a later one."""
    names = list(site.region.assessments)
    later = names[names.index(outcome.assessment.nama) + 1 :]
    for name in reversed(later):
        other = site.view.results[name].lead
        if other is not None and other.score.lengkap:
            return other.assessment.title, account_address(name, ACCOUNT)
    return None


def targets_above(outcome: Outcome) -> list[tuple[str, Fraction]]:
    """What is still above: the predicates, and the region's own target at its place among them."""
    found = [(predicate.nama, predicate.bawah) for predicate in predicates_above(outcome.score)]
    targets = {bound: name for name, bound in found if bound is not None}
    own = outcome.assessment.penilaian.target_indeks
    if own is not None and outcome.score.nilai is not None and own > outcome.score.nilai:
        named = targets.get(own)
        targets[own] = _("{nama}, target daerah").format(nama=named) if named else _("Target daerah")
    return [
        (_("{nama} ({angka})").format(nama=name, angka=wording.two_places(bound)), bound)
        for bound, name in sorted(targets.items())
    ]


def _partial(score: Score) -> str | None:
    if score.lengkap:
        return None
    words = _("Baru {a} dari {b} indikator dinilai. Yang belum dinilai tidak dinaikkan dan tidak dihitung nol.")
    return words.format(a=score.terjawab, b=score.jumlah)


def _reached(outcome: Outcome) -> str | None:
    own = outcome.assessment.penilaian.target_indeks
    if own is None or outcome.score.nilai is None or own > outcome.score.nilai:
        return None
    return _("Target daerah, {angka}, sudah tercapai.").format(angka=wording.two_places(own))


def _goal(
    site: SiteContext, outcome: Outcome, planner: Planner, title: str, target: Fraction, plan: Plan | None
) -> Goal:
    name = "menuju-" + decimal_text(target).replace(".", "-")
    if plan is None:
        words = _("Tidak dapat dicapai: dengan semua indikator yang boleh naik, indeks paling tinggi {angka}.")
        return Goal(name, title, words.format(angka=wording.two_places(planner.highest)), None, ())
    words = _("{n} indikator naik dengan upaya {usaha}; indeks dari {dari} menjadi {ke}.")
    said = words.format(
        n=len(plan.langkah),
        usaha=wording.number(plan.usaha),
        dari=wording.comma(outcome.score.indeks),
        ke=wording.comma(plan.score.indeks),
    )
    works = tuple(
        _("{nama}: upaya {usaha}, dihitung sekali.").format(nama=work.nama, usaha=wording.number(work.usaha))
        for work in plan.bersama
    )
    return Goal(name, title, said, _steps_table(site, outcome, plan, name, target), works)


def _steps_table(site: SiteContext, outcome: Outcome, plan: Plan, name: str, target: Fraction) -> Table:
    instrument, answers = outcome.assessment.instrumen, outcome.assessment.answers
    rows = []
    for step in plan.langkah:
        answer = answers.get(step.indikator.kode)
        rows.append(
            Row(
                (
                    Cell(step.indikator.label, indicator_address(instrument.id, step.indikator.kode)),
                    owner_cell(site, answer),
                    Cell(wording.number(step.dari)),
                    Cell(wording.number(step.ke)),
                    Cell(wording.number(step.usaha)),
                    Cell(_gain(step.tambahan)),
                )
            )
        )
    total = sum((step.tambahan for step in plan.langkah), Fraction())
    blank = Cell("–")
    rows.append(
        Row((Cell(_("Jumlah")), blank, blank, blank, Cell(wording.number(plan.usaha)), Cell(_gain(total))), strong=True)
    )
    columns = (
        Column(_("Indikator"), wide=True),
        Column(_("OPD")),
        Column(_("Dari"), numeric=True),
        Column(_("Ke"), numeric=True),
        Column(_("Upaya"), numeric=True),
        Column(_("Tambahan indeks"), numeric=True),
    )
    caption = _("Langkah menuju indeks {angka}").format(angka=wording.two_places(target))
    return Table(f"{name}-langkah", caption, columns, tuple(rows))


def _gain(value: Fraction) -> str:
    return wording.comma(round_half_up(value, 4))


def _assumptions(outcome: Outcome, efforts: Efforts) -> list[str]:
    """What the plans take for granted, in words."""
    scale = outcome.assessment.instrumen.skala
    said = [_("Target dicapai oleh indeks sebelum dibulatkan, sama seperti predikat.")]
    if efforts == Efforts(locked=efforts.locked):
        said.append(_("Setiap kenaikan satu tingkat dihitung satu upaya, karena daerah belum menetapkan yang lain."))
    else:
        said.append(
            _("Upaya ditetapkan daerah; yang tidak disebut dihitung {usaha} per tingkat.").format(
                usaha=wording.number(efforts.default)
            )
        )
    said += [
        _("Naik ke tingkat {tingkat} dihitung {usaha}, kecuali disebut lain.").format(
            tingkat=wording.number(level), usaha=wording.number(effort)
        )
        for level, effort in sorted(efforts.per_height.items())
    ]
    if not scale.bilangan_bulat:
        said.append(_("Nilai pecahan naik dulu ke bilangan bulat berikutnya; langkah itu dihitung satu langkah penuh."))
    said.append(_("Nilai lain dianggap tetap, dan tidak ada bukti yang kedaluwarsa."))
    return said


def _locked(outcome: Outcome, efforts: Efforts) -> list[tuple[str, str]]:
    """The indicators that are not raised, with the reason."""
    indicators = outcome.assessment.instrumen.all_indicators()
    return [
        (indicator.label, efforts.locked[indicator.kode] or "")
        for indicator in indicators
        if indicator.kode in efforts.locked
    ]


def _reasons(site: SiteContext, outcome: Outcome) -> list[tuple[str, str, str]]:
    """Indicators whose effort is their own: label, effort in words, reason."""
    known = {indicator.kode: indicator for indicator in outcome.assessment.instrumen.all_indicators()}
    found: list[tuple[str, str, str]] = []
    for part in site.region.efforts.langkah:
        efforts = [_("{usaha} per tingkat").format(usaha=wording.number(part.upaya))] if part.upaya is not None else []
        efforts += [
            _("ke tingkat {tingkat}: {usaha}").format(tingkat=wording.number(level), usaha=wording.number(effort))
            for level, effort in sorted(part.tingkat.items())
        ]
        for name in part.indikator:
            owner, _slash, code = name.partition("/")
            if owner == outcome.assessment.instrumen.id and code in known and efforts and not part.terkunci:
                found.append((known[code].label, "; ".join(efforts), part.alasan or ""))
    return found


def _reading(score: Score) -> str:
    """How to find what a level more is worth, by the heaviest indicator as an example."""
    term = max((term for term in score.butir if term.nilai is not None), key=lambda term: term.indikator.bobot)
    words = _("Contoh: {indikator} berbobot {bobot}, jadi satu tingkat lagi menambah {bobot} ÷ {jumlah} = {hasil}.")
    return words.format(
        indikator=term.indikator.label,
        bobot=wording.number(term.indikator.bobot),
        jumlah=wording.number(score.bobot_terjawab),
        hasil=_gain(term.indikator.bobot / score.bobot_terjawab),
    )


def _simulator(outcome: Outcome) -> Simulator:
    return simulator(outcome.score, official=outcome.official)
