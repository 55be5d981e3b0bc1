"""The stages of an assessment as a calendar to subscribe to, one per assessment (RFC 5545)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from spbe.editions import Edition
from spbe.i18n import gettext as _
from spbe.model.kinds import OFFICE
from spbe.model.pengerjaan import BAGIAN_JADWAL, TahapanJadwal
from spbe.region import Assessment, Node, Region
from spbe.site.addresses import DOWNLOADS
from spbe.site.calendar import calendar_file, day_event
from spbe.site.page import Asset

if TYPE_CHECKING:
    from icalendar import Event

FOLDER = f"{DOWNLOADS.strip('/')}/jadwal"
"""Where the calendars of the assessments lie on the site."""


def schedules_of(view: Edition) -> dict[str, Asset]:
    """Name of assessment to the calendar of its dated stages; those without have none."""
    return {
        name: Asset(f"{FOLDER}/{name}.ics", _calendar(view.region, assessment))
        for name, assessment in view.region.assessments.items()
        if any(stage.days for stage in assessment.penilaian.jadwal)
    }


def _calendar(region: Region, assessment: Assessment) -> bytes:
    events: list[tuple[date, Event]] = []
    for number, stage in enumerate(assessment.penilaian.jadwal):
        if stage.days is None:
            continue
        first, last = stage.days
        name = f"jadwal/{assessment.nama}/{number}"
        event = day_event(region, name, f"{assessment.title}: {stage.nama}", first, last)
        if said := _description(region, stage):
            event.add("description", said)
        events.append((first, event))
    title = _("Jadwal {judul} {tempat}").format(judul=assessment.title, tempat=region.profil.nama)
    return calendar_file(title, [event for _first, event in sorted(events, key=lambda pair: pair[0])])


def _description(region: Region, stage: TahapanJadwal) -> str:
    offices = ", ".join(region.name(region.present(Node(OFFICE, office))) for office in stage.perangkat_daerah)
    return " · ".join(filter(None, (_(BAGIAN_JADWAL.label(stage.bagian)) if stage.bagian else "", offices)))
