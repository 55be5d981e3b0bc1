"""What is due next: evidence that ends, stages of a running assessment, and activities whose last year is this one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from spbe.catalogue.activities import last_year
from spbe.catalogue.tasks import SOON, current_assessments
from spbe.i18n import gettext as _
from spbe.model.bukti import Bukti
from spbe.model.peta_rencana import CANCELLED, FINISHED, POSTPONED, PetaRencana
from spbe.site.addresses import account_address, record_address
from spbe.site.pages.indeks.jadwal import ACCOUNT as SCHEDULE
from spbe.site.site_context import SiteContext

OVER: Final = frozenset({FINISHED, POSTPONED, CANCELLED})
"""What nobody waits for any more."""


@dataclass(frozen=True, slots=True)
class DueItem:
    """One thing that comes to its end: its last day, what it is (``kind`` in words), its name and its place."""

    day: date
    kind: str
    name: str
    address: str


def due_items(site: SiteContext, most: int) -> tuple[DueItem, ...]:
    """The ``most`` next ones from the reference date on, the nearest first."""
    found = [*_evidence(site), *_stages(site), *_activities(site)]
    return tuple(sorted(found, key=lambda one: (one.day, one.name.casefold(), one.address))[:most])


def _evidence(site: SiteContext) -> Iterator[DueItem]:
    """What ends soon and proves an answer of an assessment that still counts."""
    region, current = site.region, {one.nama for one in current_assessments(site.region)}
    for node, record in region.of_class(Bukti):
        if record.berlaku_sampai is None:
            continue
        ends = record.berlaku_sampai.last
        if region.date <= ends <= region.date + timedelta(days=SOON):
            answers = (other.id for _name, other, _relation in region.relations.of(node) if other.kind == "jawaban")
            if any(answer.partition("/")[0] in current for answer in answers):
                yield DueItem(ends, _("Bukti berakhir"), record.nama, record_address(node))


def _stages(site: SiteContext) -> Iterator[DueItem]:
    for name, assessment in site.region.assessments.items():
        for stage in assessment.penilaian.jadwal:
            if stage.days and stage.days[1] >= site.region.date:
                words = _("Tahapan penilaian {nama}").format(nama=name)
                yield DueItem(stage.days[1], words, stage.nama, account_address(name, SCHEDULE))


def _activities(site: SiteContext) -> Iterator[DueItem]:
    for node, record in site.region.of_class(PetaRencana):
        if last_year(record) == site.region.date.year and record.status not in OVER:
            end = date(site.region.date.year, 12, 31)
            yield DueItem(end, _("Kegiatan selesai menurut rencana"), record.nama, record_address(node))
