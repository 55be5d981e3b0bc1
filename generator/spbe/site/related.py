"""What the cross-walks say of an indicator, ready for ``components/related.html.j2``."""

from __future__ import annotations

from dataclasses import dataclass

from spbe.i18n import gettext as _
from spbe.region import Region
from spbe.site.addresses import indicator_address
from spbe.standards.crosswalk import HUBUNGAN, related


@dataclass(frozen=True, slots=True)
class Counterpart:
    """An indicator of another instrument; ``address`` is ``None`` where the site has no page of it."""

    label: str
    address: str | None
    relation: str
    reason: str


@dataclass(frozen=True, slots=True)
class Counterparts:
    """The counterparts of an indicator in another instrument.

    ``newer``: whether ``instrument`` follows the one of the page. ``note`` is of all, or why there are none.
    """

    instrument: str
    newer: bool
    members: tuple[Counterpart, ...]
    note: str | None


def counterparts(region: Region, instrument: str, code: str) -> tuple[Counterparts, ...]:
    """The counterparts of the indicator ``code`` of ``instrument``, one entry per other instrument."""
    used = {assessment.instrumen.id for assessment in region.assessments.values()}
    found = []
    for one in related(instrument, code):
        labels = {indicator.kode: indicator.label for indicator in one.instrument.all_indicators()}
        members = []
        for pair in one.pairs:
            other = pair.ke if one.newer else pair.dari
            address = indicator_address(one.instrument.id, other) if one.instrument.id in used else None
            members.append(Counterpart(labels[other], address, _(HUBUNGAN.label(pair.hubungan)), pair.alasan))
        found.append(Counterparts(one.instrument.nama, one.newer, tuple(members), one.note))
    return tuple(found)
