"""The parts of an assessment's story that look ahead: the evidence that ends, and what comes next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Final

from spbe import wording
from spbe.catalogue.tasks import current_assessments
from spbe.i18n import gettext as _
from spbe.model.peta_rencana import PetaRencana
from spbe.scoring.efforts import efforts_for
from spbe.scoring.hasil import HasilPenilaian
from spbe.scoring.outcomes import Outcome
from spbe.scoring.planner import Planner
from spbe.site.addresses import EVIDENCE, ROADMAP, account_address, story_address
from spbe.site.charts.bars import BarChart
from spbe.site.components.predicates import result_text
from spbe.site.pages.beranda.due import OVER
from spbe.site.pages.indeks.langkah import ACCOUNT as STEPS
from spbe.site.pages.indeks.langkah import targets_above
from spbe.site.pages.indeks.story_part import StoryPart, bars_of, ending_evidence
from spbe.site.site_context import SiteContext

MONTHS: Final = 12
"""How far a story looks ahead."""


def ending_part(site: SiteContext, hasil: HasilPenilaian) -> StoryPart | None:
    """The evidence that ends within a year; nothing for an assessment that is over, or without any dated evidence."""
    today, assessment = site.region.date, hasil.assessment
    dated = ending_evidence(site, assessment)
    if not dated or all(one.nama != assessment.nama for one in current_assessments(site.region)):
        return None
    last = date(today.year + MONTHS // 12, today.month, 1)
    soon = [one for one in dated if today <= one[0] < last]
    past = sum(day < today for day, _name, _node in dated)
    if soon:
        words = _("{n} bukti berakhir dalam {bulan} bulan ke depan, mulai {nama} pada {tanggal}.")
        said = [words.format(n=len(soon), bulan=MONTHS, nama=soon[0][1], tanggal=wording.day(soon[0][0]))]
    else:
        said = [_("Tidak ada bukti yang berakhir dalam {bulan} bulan ke depan {pada_data}.").format(bulan=MONTHS)]
    if past:
        said.append(_("{n} bukti sudah lewat masa berlakunya.").format(n=past))
    counted = Counter(day.replace(day=1) for day, _name, _node in soon)
    chart = bars_of(
        "berakhir-bagan",
        _("Bukti yang berakhir, menurut bulan"),
        (_("Bulan"), _("Bukti")),
        [(wording.month(month), Fraction(counted[month])) for month in sorted(counted)],
        lambda value: wording.number(None if value is None else int(value)),
    )
    return StoryPart("berakhir", _("Yang segera berakhir"), tuple(said), chart, (_("Daftar semua bukti"), EVIDENCE))


def next_part(site: SiteContext, hasil: HasilPenilaian) -> StoryPart | None:
    """What came after an assessment that is over; of the newest, what it takes to rise, and which activities run."""
    if (later := _successor(site, hasil)) is not None:
        words = _("Penilaian berikutnya, {judul}: {hasil}.")
        said = [words.format(judul=later.assessment.title, hasil=result_text(later))]
        if later.assessment.instrumen.id != hasil.assessment.instrumen.id:
            said.append(_("Instrumennya lain, jadi kedua indeks tidak dapat dibandingkan."))
        more = (_("Cerita {judul}").format(judul=later.assessment.title), story_address(later.assessment.nama))
        return StoryPart("berikutnya", _("Yang berikutnya"), tuple(said), None, more)
    said = [*_steps(site, hasil.lead), *_activities(site)]
    if not said:
        return None
    more = (
        (_("Langkah menuju target dan predikat berikutnya"), account_address(hasil.assessment.nama, STEPS))
        if hasil.lead
        else (_("Peta rencana"), ROADMAP)
    )
    return StoryPart("berikutnya", _("Yang berikutnya"), tuple(said), _marks(hasil), more)


def _successor(site: SiteContext, hasil: HasilPenilaian) -> HasilPenilaian | None:
    """The next assessment of a later year that has an index."""
    year = hasil.assessment.penilaian.tahun
    later = (one for one in site.view.results.values() if one.assessment.penilaian.tahun > year)
    return next((one for one in later if one.asal is not None and one.lengkap), None)


def _steps(site: SiteContext, lead: Outcome | None) -> Iterator[str]:
    """The cheapest way to the nearest target above."""
    if lead is None or not lead.score.lengkap:
        return
    targets = targets_above(lead)
    if not targets:
        yield _("Predikat tertinggi sudah tercapai.")
        return
    title, target = targets[0]
    plan = Planner(lead.score, efforts_for(site.region.efforts, lead.assessment.instrumen)).cheapest(target)
    missing = wording.two_places(target - (lead.score.nilai or Fraction()))
    if plan is None:
        yield _("Menuju {nama} kurang {selisih}.").format(nama=title, selisih=missing)
        return
    words = _("Menuju {nama} kurang {selisih}; jalan terpendek menaikkan {n} indikator.")
    yield words.format(nama=title, selisih=missing, n=len(plan.langkah))


def _activities(site: SiteContext) -> Iterator[str]:
    """How many activities of the roadmap run or begin in the year of the reference date or the next."""
    year, count = site.region.date.year, 0
    for _node, record in site.region.of_class(PetaRencana):
        years = record.tahun_mulai, record.tahun_selesai or record.tahun_mulai
        if years[0] is not None and years[1] is not None and record.status not in OVER:
            count += years[0] <= year + 1 and years[1] >= year
    if count:
        words = _("{n} kegiatan peta rencana berjalan atau mulai sampai {tahun}.")
        yield words.format(n=wording.number(count), tahun=year + 1)


def _marks(hasil: HasilPenilaian) -> BarChart | None:
    """The index beside the region's own target and the predicates above."""
    if hasil.indeks is None or not hasil.lengkap:
        return None
    instrument, target = hasil.assessment.instrumen, hasil.assessment.penilaian.target_indeks
    parts = [(hasil.assessment.title, hasil.indeks)]
    parts += [(_("Target daerah"), target)] if target is not None else []
    parts += [
        (_("{nama} mulai dari").format(nama=one.nama), one.bawah)
        for one in sorted(instrument.predikat, key=lambda one: one.bawah or Fraction())
        if one.bawah is not None and one.bawah > hasil.indeks
    ]
    scale = instrument.skala
    return bars_of(
        "berikutnya-bagan",
        _("Indeks di samping target dan predikat di atasnya"),
        (_("Angka"), _("Indeks")),
        parts,
        wording.two_places,
        (scale.minimum, scale.maksimum),
    )
