"""Cells that tell of a recommendation: what it means, who follows it up, how far that is."""

from __future__ import annotations

from datetime import date

from spbe import wording
from spbe.catalogue.follow_up import Recommendation
from spbe.i18n import gettext as _
from spbe.model.rekomendasi import STATUS_TINDAK_LANJUT
from spbe.site.addresses import indicator_address
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, several, text
from spbe.site.table_cells import office_cell


def indicators_cell(one: Recommendation) -> Cell:
    """The indicators that it means: a link where there is one, codes where there are several."""
    if not one.indicators:
        return Cell(_("Umum"))
    if len(one.indicators) == 1:
        [indicator] = one.indicators
        return Cell(indicator.label, indicator_address(one.assessment.instrumen.id, indicator.kode))
    return several([indicator.kode for indicator in one.indicators])


def offices_cell(site: SiteContext, one: Recommendation) -> Cell:
    """Who follows it up."""
    cells = [office_cell(site, office) for office in one.offices]
    return cells[0] if len(cells) == 1 else several([cell.text for cell in cells])


def status_cell(one: Recommendation) -> Cell:
    """How far it is."""
    return text(_(STATUS_TINDAK_LANJUT.label(one.status)) if one.status else None)


def deadline_cell(one: Recommendation, today: date) -> Cell:
    """By when; that the day has passed."""
    if one.deadline is None:
        return Cell("–")
    late = one.late(today)
    words = wording.day(one.deadline) + (" · " + _("lewat waktu") if late else "")
    return Cell(words, sort=str(one.deadline), badge="lewat" if late else None)
