"""What an assessment asks attention for: parts below level 2, and what lies farthest below its target."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from spbe import wording
from spbe.i18n import gettext as _
from spbe.region import Assessment
from spbe.scoring.hasil import BagianHasil, HasilPenilaian
from spbe.scoring.shortfalls import farthest, lifts, low_parts
from spbe.site.addresses import indicator_address
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table
from spbe.site.table_cells import owner_cell

MOST: Final = 10
"""So many indicators are named."""


@dataclass(frozen=True)
class Attention:
    """Where an assessment is weakest.

    ``low``: name and printed value of each domain (or aspect) below 2, the lowest first.

    ``lifts``: the indicators of those parts that hold them down, each raised to level 2.
    ``below``: the indicators farthest below their targets; ``more`` counts those that are not named.
    """

    low: tuple[tuple[str, str], ...]
    lifts: Table
    below: Table
    more: int


def attention_of(site: SiteContext, hasil: HasilPenilaian) -> Attention | None:
    """What asks for attention; ``None`` where nothing does."""
    assessment = hasil.assessment
    parts = low_parts(hasil.bagian)
    low = tuple((f"{one.bagian.kode} {one.bagian.nama}", wording.comma(one.teks)) for one in parts)
    found = farthest(hasil.lead.score, _targets(assessment)) if hasil.lead else ()
    if not low and not found:
        return None
    rows = tuple(
        Row(
            (
                Cell(one.indikator.label, indicator_address(assessment.instrumen.id, one.indikator.kode)),
                Cell(wording.number(one.nilai)),
                Cell(wording.number(one.target)),
                Cell(wording.number(one.kurang)),
                Cell(wording.signed_places(one.dampak, 3)),
                owner_cell(site, assessment.answers.get(one.indikator.kode)),
            )
        )
        for one in found[:MOST]
    )
    columns = (
        Column(_("Indikator"), wide=True),
        Column(_("Nilai"), numeric=True),
        Column(_("Target"), numeric=True),
        Column(_("Selisih"), numeric=True),
        Column(_("Pada indeks"), numeric=True),
        Column(_("Penanggung jawab")),
    )
    caption = _("Indikator yang paling jauh di bawah target")
    return Attention(
        low, _lifts(site, hasil, parts), Table("di-bawah-target", caption, columns, rows), max(0, len(found) - MOST)
    )


def _lifts(site: SiteContext, hasil: HasilPenilaian, parts: tuple[BagianHasil, ...]) -> Table:
    assessment, lead = hasil.assessment, hasil.lead
    by_code = {indicator.kode: indicator for indicator in assessment.instrumen.all_indicators()}
    rows = [
        Row(
            (
                Cell(by_code[step.kode].label, indicator_address(assessment.instrumen.id, step.kode)),
                Cell(part.bagian.kode),
                Cell(wording.number(step.dari)),
                Cell(wording.signed_places(step.selisih, 3)),
                owner_cell(site, assessment.answers.get(step.kode)),
            )
        )
        for part in parts
        for step in (lifts(lead.score, part) if lead else ())
    ]
    columns = (
        Column(_("Indikator"), wide=True),
        Column(_("Bagian")),
        Column(_("Nilai"), numeric=True),
        Column(_("Pada indeks"), numeric=True),
        Column(_("Penanggung jawab")),
    )
    caption = _("Indikator yang membuatnya di bawah 2, bila dinaikkan menjadi 2")
    return Table("menahan", caption, columns, tuple(rows))


def _targets(assessment: Assessment) -> dict[str, Fraction]:
    return {code: answer.target for code, answer in assessment.answers.items() if answer.target is not None}
