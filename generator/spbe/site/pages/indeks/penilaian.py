"""``/indeks/<penilaian>/``: one assessment with its whole calculation."""

from __future__ import annotations

from spbe import wording
from spbe.editions import View
from spbe.i18n import gettext as _
from spbe.scoring import bounds, next_above
from spbe.scoring.hasil import HasilPenilaian
from spbe.site.addresses import HOME, INDEX, assessment_address
from spbe.site.components.calculation import stage_of
from spbe.site.components.predicates import official_chart, verdict_said, whose
from spbe.site.desk import Desk
from spbe.site.page import Page
from spbe.site.pages.indeks.index_movement import movement


def assessment_page(desk: Desk, name: str, accounts: list[Page]) -> Page:
    """The page of the assessment ``name``, which offers ``accounts``."""
    hasil = desk.view.results[name]
    assessment = hasil.assessment
    return desk.page(
        "indeks/penilaian",
        assessment_address(name),
        assessment.title,
        _description(desk.view, hasil),
        parent=INDEX,
        assessment=assessment,
        hasil=hasil,
        lead=hasil.lead,
        official=hasil.official,
        announced=official_chart(hasil),
        stages=[stage_of(outcome, hasil) for outcome in reversed(hasil.stages)],
        movement=movement(desk, name),
        bands=bounds(assessment.instrumen),
        verdict=verdict_said(hasil),
        climb=_climb(hasil),
        accounts=accounts,
        home=HOME,
    )


def _description(view: View, hasil: HasilPenilaian) -> str:
    place, title = view.region.profil.nama, hasil.assessment.title
    if hasil.teks is None:
        return _("{judul} {tempat}: belum ada nilai.").format(judul=title, tempat=place)
    words = _("{judul} {tempat}: {indeks}, {asal}, dengan seluruh hitungannya.")
    if hasil.lead is None:
        words = _("{judul} {tempat}: {indeks}, {asal}.")
    return words.format(judul=title, tempat=place, indeks=wording.comma(hasil.teks), asal=whose(hasil))


def _climb(hasil: HasilPenilaian) -> tuple[str, str] | None:
    """The next predicate and how far it is."""
    if hasil.indeks is None or not hasil.lengkap:
        return None
    above = next_above(hasil.assessment.instrumen, hasil.indeks)
    if above is None or above.bawah is None:
        return None
    return above.nama, wording.two_places(above.bawah)
