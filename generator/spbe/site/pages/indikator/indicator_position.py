"""Where an indicator stands: its level now, what the next one asks and brings, and its neighbours in the aspect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.instrumen import Aspek, Indikator, Instrumen
from spbe.model.penilaian import TAHAP
from spbe.scoring.outcomes import Outcome
from spbe.scoring.rounding import exact_text
from spbe.scoring.sensitivity import LevelStep, one_more, step_to, whole_level
from spbe.site.addresses import assessment_address, indicator_address
from spbe.site.components.index_calculation import level_cell
from spbe.site.components.level_criteria import AskedLevel
from spbe.site.table import Cell, Column, Row, Table, figure
from spbe.standards.evidence import BuktiTingkat
from spbe.standards.plain_explanations import plain_explanations

NEAR: Final = 20
"""How many indicators of a long aspect stand beside one of them."""


@dataclass(frozen=True)
class NextLevel:
    """A step upward in words: the level, what it asks and is proved with if known, and what it does to the index.

    ``gain`` is exact; ``index`` (printed) and ``exact`` are what the index becomes, both ``None`` while
    other answers are missing. ``predicate`` is the new one where this step alone changes it.
    """

    level: str
    name: str
    told: str
    evidence: BuktiTingkat | None
    gain: str
    index: str | None
    exact: str | None
    predicate: str | None


@dataclass(frozen=True)
class IndicatorPosition:
    """The newest level: ``value`` as a cell, ``number`` its whole level as the criteria name it.

    ``plainly`` is what that means for residents; ``None`` for an instrument of a region's own.

    ``where``: assessment, its address, and stage in words. ``above`` is ``None`` on the highest level. ``target`` is
    what reaching the answer's target would do, where that is more than one step away; ``reached`` that it is reached.
    """

    value: Cell
    number: str
    plainly: str | None
    where: tuple[str, str, str]
    above: NextLevel | None
    goal: str | None
    target: NextLevel | None
    reached: bool


@dataclass(frozen=True)
class LevelLine:
    """A level of the criteria; ``here``: the indicator stands on it. ``mark`` says so, or that it is the target."""

    level: AskedLevel
    here: bool
    mark: str | None


def level_lines(levels: Sequence[AskedLevel], position: IndicatorPosition | None) -> tuple[LevelLine, ...]:
    """The ``levels`` with what is to be marked on them."""
    if position is None:
        return tuple(LevelLine(level, here=False, mark=None) for level in levels)
    goal = None if position.goal == position.number else position.goal
    marks = {goal: _("Target"), position.number: _("Nilai {nama}").format(nama=position.where[0])}
    return tuple(LevelLine(one, here=one.number == position.number, mark=marks.get(one.number)) for one in levels)


def position_of(lead: Outcome | None, indicator: Indikator, criteria: Sequence[AskedLevel]) -> IndicatorPosition | None:
    """Where ``indicator`` stands in ``lead``, the leading result of an assessment; ``None`` while it has no value."""
    if lead is None:
        return None
    score, assessment = lead.score, lead.assessment
    term = score.by_code[indicator.kode]
    if term.nilai is None:
        return None
    answer = assessment.answers.get(indicator.kode)
    goal = answer.target if answer else None
    step = one_more(score, indicator.kode)
    further = None
    meaning = plain_explanations().of_level(assessment.instrumen, indicator, term.nilai)
    if goal is not None and step is not None and score.skala.maksimum >= goal > step.ke:
        further = step_to(score, indicator.kode, goal)
    return IndicatorPosition(
        value=level_cell(term.nilai, assessment.instrumen),
        number=wording.number(whole_level(term.nilai)),
        plainly=None if meaning is None else _(meaning),
        where=(assessment.nama, assessment_address(assessment.nama), _(TAHAP.label(lead.tahap))),
        above=_next(step, criteria) if step else None,
        goal=None if goal is None else wording.number(goal),
        target=_next(further, criteria) if further else None,
        reached=goal is not None and term.nilai >= goal,
    )


def aspect_table(lead: Outcome | None, instrument: Instrumen, aspect: Aspek, indicator: Indikator) -> Table:
    """The indicators of ``aspect`` with their newest levels and what one level more of each would bring.

    Of a long aspect only those near ``indicator``: with all of them on the page of each, cost would grow by the square.
    """
    rows = []
    near = _near(aspect, indicator)
    for other in near:
        step = one_more(lead.score, other.kode) if lead else None
        value = lead.values.get(other.kode) if lead else None
        own = other.kode == indicator.kode
        name = _("{label} (halaman ini)").format(label=other.label) if own else other.label
        rows.append(
            Row(
                (
                    Cell(name, None if own else indicator_address(instrument.id, other.kode)),
                    Cell(wording.number(other.bobot)),
                    level_cell(value, instrument),
                    Cell(wording.signed(step.selisih) if step else "–"),
                ),
            )
        )
    part = next((part for part in lead.score.aspek if part.bagian.kode == aspect.kode), None) if lead else None
    caption = _("Aspek {kode} {nama}, dan tambahan indeks bila indikatornya naik ke tingkat berikutnya")
    if len(near) < len(aspect.indikator):
        caption = _(
            "{n} dari {semua} indikator aspek {kode} {nama}, yang terdekat, dan tambahan indeks bila naik ke tingkat "
            "berikutnya"
        )
    if part is not None and part.teks is not None:
        total = _("Indeks aspek")
        weight = wording.number(part.bobot_terjawab)
        rows.append(Row((Cell(total), Cell(weight), figure(part.teks, exact=part.nilai), Cell("–")), strong=True))
    columns = (
        Column(_("Indikator"), wide=True),
        Column(_("Bobot (%)"), numeric=True),
        Column(_("Nilai"), numeric=True),
        Column(_("Tambahan indeks"), numeric=True),
    )
    return Table(
        "tetangga-aspek",
        caption.format(kode=aspect.kode, nama=aspect.nama, n=len(near), semua=len(aspect.indikator)),
        columns,
        tuple(rows),
    )


def _near(aspect: Aspek, indicator: Indikator) -> tuple[Indikator, ...]:
    """The indicators of ``aspect``, or the ``NEAR`` around ``indicator`` in printed order."""
    found = tuple(aspect.indikator)
    if len(found) <= NEAR:
        return found
    place = next(number for number, one in enumerate(found) if one.kode == indicator.kode)
    begin = min(max(0, place - NEAR // 2), len(found) - NEAR)
    return found[begin : begin + NEAR]


def _next(step: LevelStep, criteria: Sequence[AskedLevel]) -> NextLevel:
    level = wording.number(step.ke)
    asked = next((one for one in criteria if one.number == level), None)
    return NextLevel(
        level=level,
        name=asked.name if asked else "",
        told=asked.told if asked else "",
        evidence=asked.evidence if asked else None,
        gain=wording.comma(exact_text(step.selisih)),
        index=None if step.indeks is None else wording.two_places(step.indeks),
        exact=None if step.indeks is None else wording.comma(exact_text(step.indeks)),
        predicate=step.predikat.nama if step.berubah and step.predikat else None,
    )
