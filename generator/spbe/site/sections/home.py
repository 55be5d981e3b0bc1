"""The home page: the region's digital government on one screen."""

from __future__ import annotations

from dataclasses import dataclass

from spbe.catalogue.attributes import describe
from spbe.catalogue.quality import Tally, by_kind, total
from spbe.i18n import gettext as _
from spbe.model.base import fields_of
from spbe.model.kinds import ARCHITECTURE, KINDS, Kind
from spbe.scoring import bounds
from spbe.scoring.outcomes import Outcome, leading
from spbe.site import wording
from spbe.site.addresses import CHANGES, HOME, QUALITY, assessment_address, catalogue_address
from spbe.site.desk import Desk
from spbe.site.page import MenuItem, Page
from spbe.site.sections.changes import latest as latest_changes
from spbe.site.sections.indices import shown_first
from spbe.site.sections.quality import share
from spbe.site.sections.trend import trend

TOLD_ELSEWHERE = frozenset({"nama", "uraian", "logo", "warna", "contoh", "publikasi"})
"""Fields of the profile that are not listed among the facts about the region."""

WORST = 7
"""How many shortcomings the home page tells; the page of data quality tells all."""

NEWS = 5
"""How many changes the home page tells."""


@dataclass(frozen=True)
class Ruler:
    """The predicates along the scale: ``(width, lower bound, whether the value lies there)`` each.

    ``end`` is the end of the scale, ``mark`` the place of the value in per cent; ``range`` says in words which values
    have its predicate.
    """

    bands: tuple[tuple[str, str, bool], ...]
    end: str
    mark: str
    range: str


def plan(desk: Desk) -> tuple[list[Page], list[MenuItem]]:
    """The home page."""
    profile = desk.region.profil
    latest = shown_first(desk.view.outcomes)
    counts = [
        (KINDS[kind], desk.view.totals[kind], catalogue_address(kind))
        for kind in dict.fromkeys(("perangkat-daerah", "layanan", *ARCHITECTURE))
    ]
    running = [
        (assessment, leading(desk.view.outcomes[name]), assessment_address(name))
        for name, assessment in desk.region.assessments.items()
        if latest is None or name != latest.assessment.nama
    ]
    page = desk.page(
        "home",
        HOME,
        profile.nama,
        profile.uraian or _("Arsitektur dan indeks pemerintah digital {nama}.").format(nama=profile.nama),
        parent=None,
        profile=profile,
        latest=latest,
        latest_address=assessment_address(latest.assessment.nama) if latest else None,
        verdict=_verdict(latest),
        ruler=_ruler(latest),
        parts=_parts(latest),
        trend=trend(desk.view.outcomes),
        counts=counts,
        news=latest_changes(desk, NEWS),
        changes=CHANGES,
        others=running,
        filled=_filled(desk),
        answered=share(total(desk.examined)),
        shortcomings=[(_(one.title), len(one.nodes), f"{QUALITY}#{one.id}") for one in desk.shortcomings[:WORST]],
        untold=max(len(desk.shortcomings) - WORST, 0),
        quality=QUALITY,
        about=describe(desk.region, profile, fields_of(type(profile)), TOLD_ELSEWHERE),
    )
    return [page], [MenuItem(_("Beranda"), HOME)]


def _filled(desk: Desk) -> list[tuple[Kind, Tally, str, str]]:
    """Kinds that ask for something: their fields by state, the share that is answered, and the catalogue's address."""
    found = []
    for kind, members in by_kind(desk.examined).items():
        tally = total(members)
        if tally.total:
            found.append((KINDS[kind], tally, share(tally), catalogue_address(kind)))
    return found


def _verdict(latest: Outcome | None) -> str | None:
    """The predicate as it was announced, else as it is computed."""
    if latest is None:
        return None
    announced = latest.assessment.penilaian.hasil_resmi if latest.official else None
    if announced is not None and announced.predikat:
        return announced.predikat
    return latest.score.predikat.nama if latest.score.predikat else None


def _ruler(latest: Outcome | None) -> Ruler | None:
    """Where the index lies among the predicates; nothing while it is not complete."""
    if latest is None or latest.score.nilai is None or latest.score.predikat is None:
        return None
    score = latest.score
    space = score.skala.maksimum - score.skala.minimum
    bands, told = [], ""
    for band in bounds(score.instrumen):
        here = band.predikat == latest.score.predikat
        width = min(band.sampai, score.skala.maksimum) - band.dari
        bands.append((f"{float(width / space) * 100:.1f}", wording.number(band.dari), here))
        if here and band.predikat.nama == _verdict(latest):
            words = _("{nama}: {a} sampai {b}.") if band.sampai_termasuk else _("{nama}: {a} sampai di bawah {b}.")
            told = words.format(nama=band.predikat.nama, a=wording.number(band.dari), b=wording.number(band.sampai))
    mark = float((score.nilai - score.skala.minimum) / space) * 100 if score.nilai is not None else 0
    return Ruler(tuple(bands), wording.number(score.skala.maksimum), f"{mark:.1f}", told)


def _parts(latest: Outcome | None) -> list[tuple[str, str | None, str]]:
    """Name, printed value and length in per cent of each domain, or of each aspect where there are no domains."""
    if latest is None:
        return []
    parts = latest.score.domain or latest.score.aspek
    return [(part.bagian.nama, part.teks, f"{float(part.letak) * 100:.1f}") for part in parts]
