"""``/``: the home page: what the newest assessment came to in one sentence, then the ways to what readers ask."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.base import fields_of
from spbe.model.kinds import KINDS, Kind
from spbe.model.penilaian import TAHAP
from spbe.model.profil import Profil
from spbe.scoring import bounds
from spbe.scoring.hasil import HasilPenilaian, foremost, newer
from spbe.site.addresses import CHANGES, HOME, assessment_address, story_address
from spbe.site.charts.trend import TrendChart
from spbe.site.components.index_sentence import IndexSentence, index_sentence
from spbe.site.components.index_trend import trend
from spbe.site.components.predicates import layer_name, result_text
from spbe.site.components.small_house import SmallHouse, small_house
from spbe.site.later import Later
from spbe.site.page import Page
from spbe.site.pages.beranda.doors import ReaderDoor, reader_doors
from spbe.site.pages.beranda.due import DueItem, due_items
from spbe.site.pages.perangkat_daerah.perangkat_daerah import front_page_of
from spbe.site.pages.perubahan.ikhtisar import LatestChange
from spbe.site.pages.perubahan.ikhtisar import latest as latest_changes
from spbe.site.site_context import SiteContext
from spbe.site.variables import template_context, variable
from spbe.wording.fields import Attribute, describe

TOLD_ELSEWHERE = frozenset({"nama", "uraian", "logo", "ikon", "warna", "contoh", "publikasi"})
"""Fields of the profile that are not listed among the facts about the region."""

NEWS = 5
"""How many changes the home page tells, and how many things that are due."""


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


@template_context
class BerandaContext:
    """The variables of ``pages/beranda/ikhtisar.html.j2``."""

    profile: Profil = variable("isi content/profil.yaml")
    latest: HasilPenilaian | None = variable("hasil yang ditampilkan paling atas (`HasilPenilaian`), atau kosong")
    latest_address: str | None = variable("alamat halaman penilaian itu, atau kosong")
    story: str | None = variable("alamat ceritanya, atau kosong")
    sentence: IndexSentence | None = variable("hasil itu dalam satu kalimat (`IndexSentence`), atau kosong")
    told: str = variable("milik siapa angka itu")
    layer: str | None = variable("nama lapis di bawah indeks")
    beside: list[tuple[str, str, str, str]] = variable(
        "hasil sesudahnya yang belum resmi, daftar (judul, instrumen, hasil dalam kata, alamat)"
    )
    ruler: Ruler | None = variable("tempat nilai itu di antara semua predikat (`Ruler`), atau kosong")
    parts: list[tuple[str, str | None, str]] = variable(
        "daftar (nama, nilai tercetak, panjang palang dalam persen) per domain atau aspek"
    )
    trend: TrendChart | None = variable("bagan indeks dari tahun ke tahun (`TrendChart`), atau kosong")
    house: SmallHouse | None = variable("rumah besar secara ringkas (`SmallHouse`), atau kosong bila belum berisi")
    counts: list[tuple[Kind, int, str]] = variable(
        "daftar (jenis catatan `Kind`, jumlahnya, alamat katalognya) yang bukan lantai rumah besar itu"
    )
    news: tuple[LatestChange, ...] = variable("perubahan terakhir (`LatestChange`), yang terbaru dahulu")
    changes: str = variable("alamat halaman perubahan")
    others: list[tuple[str, str, str, str]] = variable(
        "penilaian lain, yang terbaru dahulu, daftar (judul, instrumen, hasil dalam kata, alamat)"
    )
    doors: tuple[ReaderDoor, ...] = variable("jalan setiap pembaca ke jawabannya (`ReaderDoor`)")
    due: tuple[DueItem, ...] = variable("yang jatuh tempo berikutnya (`DueItem`), yang terdekat dahulu")
    about: tuple[Attribute, ...] = variable("keterangan wilayah, daftar `Attribute`")


def pages(site: SiteContext) -> list[Page]:
    """The home page; an edition for one office opens on that office's own page."""
    if site.view.audience.opd and (front := front_page_of(site, site.view.audience.opd)):
        return [front]
    profile = site.region.profil
    latest = foremost(site.view.results)
    house = Later(lambda: small_house(site))
    counts = [
        (kind, len(site.region.records[kind.slug]), kind.address)
        for kind in sorted((kind for kind in KINDS.values() if kind.home), key=lambda kind: kind.home or 0)
    ]
    others = [_line(one) for one in reversed(list(site.view.results.values())) if one is not latest]
    page = site.page(
        BerandaContext,
        HOME,
        profile.nama,
        profile.uraian or _("Arsitektur dan indeks pemerintah digital {nama}.").format(nama=profile.nama),
        lambda: BerandaContext(
            profile=profile,
            latest=latest,
            latest_address=assessment_address(latest.assessment.nama) if latest else None,
            story=story_address(latest.assessment.nama) if latest else None,
            sentence=index_sentence(site.view.results, latest.assessment.nama, profile) if latest else None,
            layer=layer_name(latest) if latest else None,
            told=_told(latest) if latest else "",
            ruler=_ruler(latest),
            parts=_parts(latest),
            trend=trend(site.view.results),
            house=house.value,
            counts=[one for one in counts if house.value is None or one[0].domain is None],
            news=latest_changes(site, NEWS),
            changes=CHANGES,
            others=others,
            beside=[_line(one) for one in newer(site.view.results, latest)] if latest else [],
            doors=reader_doors(site, latest),
            due=due_items(site, NEWS),
            about=describe(site.region, profile, fields_of(type(profile)), TOLD_ELSEWHERE),
        ),
        parent=None,
        menu=_("Beranda"),
    )
    return [page]


def _line(one: HasilPenilaian) -> tuple[str, str, str, str]:
    """An assessment's title and instrument, what it came to, and its address."""
    return (
        one.assessment.title,
        one.assessment.instrumen.nama,
        result_text(one),
        assessment_address(one.assessment.nama),
    )


def _told(latest: HasilPenilaian) -> str:
    """Whose figures they are, and what they may still become."""
    if latest.asal == "resmi":
        scale = latest.assessment.instrumen.skala
        ends = wording.number(scale.minimum), wording.number(scale.maksimum)
        return _("Hasil resmi. Skala {a} sampai {b}.").format(a=ends[0], b=ends[1])
    stage = _(TAHAP.label(latest.tahap or "")).lower()
    words = _("Hasil hitung sendiri dari {tahap}, bukan hasil resmi.").format(tahap=stage)
    if latest.rentang is None:
        return words
    low, high = map(wording.two_places, latest.rentang)
    more = _("Bila semua indikator dinilai, indeks dapat menjadi {rendah} sampai {tinggi}.")
    return f"{words} {more.format(rendah=low, tinggi=high)}"


def _ruler(latest: HasilPenilaian | None) -> Ruler | None:
    """Where the index lies among the predicates; nothing while it is not whole, or lies beyond the scale."""
    if latest is None or latest.indeks is None or latest.predikat is None:
        return None
    instrument = latest.assessment.instrumen
    scale = instrument.skala
    if not scale.minimum <= latest.indeks <= scale.maksimum:
        return None
    space = scale.maksimum - scale.minimum
    bands, told = [], ""
    for band in bounds(instrument):
        here = band.predikat.nama == latest.predikat
        width = min(band.sampai, scale.maksimum) - band.dari
        bands.append((f"{float(width / space) * 100:.1f}", wording.number(band.dari), here))
        if here:
            words = _("{nama}: {a} sampai {b}.") if band.sampai_termasuk else _("{nama}: {a} sampai di bawah {b}.")
            told = words.format(nama=band.predikat.nama, a=wording.number(band.dari), b=wording.number(band.sampai))
    mark = float((latest.indeks - scale.minimum) / space) * 100
    return Ruler(tuple(bands), wording.number(scale.maksimum), f"{mark:.1f}", told)


def _parts(latest: HasilPenilaian | None) -> list[tuple[str, str | None, str]]:
    """Name, printed value and length in per cent of each domain, or of each aspect where there are no domains.

    Nothing where not one of them is known.
    """
    if latest is None or not any(part.teks for part in latest.bagian):
        return []
    scale = latest.assessment.instrumen.skala

    def length(value: Fraction | None) -> str:
        place = (value - scale.minimum) / (scale.maksimum - scale.minimum) if value is not None else Fraction()
        return f"{float(min(max(place, Fraction()), Fraction(1))) * 100:.1f}"

    return [(part.bagian.nama, part.teks, length(part.nilai)) for part in latest.bagian]
