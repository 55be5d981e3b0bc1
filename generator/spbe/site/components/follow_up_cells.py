"""Cells that tell of a recommendation: what it means, and how far it is followed up."""

from __future__ import annotations

from spbe.catalogue.follow_up import Recommendation
from spbe.i18n import gettext as _
from spbe.model.rekomendasi import STATUS_TINDAK_LANJUT
from spbe.site.addresses import indicator_address
from spbe.site.table import Cell, several, text


def indicators_cell(one: Recommendation) -> Cell:
    """The indicators that it means: a link where there is one, codes where there are several."""
    if not one.indicators:
        return Cell(_("Umum"))
    if len(one.indicators) == 1:
        [indicator] = one.indicators
        return Cell(indicator.label, indicator_address(one.assessment.instrumen.id, indicator.kode))
    return several([indicator.kode for indicator in one.indicators])


def status_cell(one: Recommendation) -> Cell:
    """How far it is."""
    return text(_(STATUS_TINDAK_LANJUT.label(one.status)) if one.status else None)
