"""``/unduhan/sematan/``: the newest index as a badge and its years as a picture, to stand on sites of others."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Final

from spbe import wording
from spbe.i18n import gettext as _
from spbe.region.settings import site_address
from spbe.scoring.hasil import HasilPenilaian, foremost
from spbe.site.addresses import DOWNLOADS, EMBEDDING, INDEX
from spbe.site.charts.chart_file import PLAIN
from spbe.site.charts.trend import TrendChart
from spbe.site.components.index_trend import trend
from spbe.site.components.predicates import verdict_text
from spbe.site.later import Later
from spbe.site.page import Asset, Page
from spbe.site.site_context import SiteContext
from spbe.site.templates import filled
from spbe.site.variables import template_context, variable

BADGE: Final = f"{EMBEDDING}indeks.svg"
BADGE_SIZE: Final = (320, 72)
LONGEST: Final = 44
"""So many letters of a badge's upper line have room."""


@dataclass(frozen=True, slots=True)
class EmbeddedPicture:
    """A picture to place elsewhere: its file beside the page, its size, and what to copy, as HTML and as Markdown."""

    id: str
    title: str
    file: str
    alt: str
    size: tuple[int, int]
    html: str
    markdown: str


@template_context
class UnduhanSematanContext:
    """The variables of ``pages/unduhan/sematan.html.j2``."""

    pictures: tuple[EmbeddedPicture, ...] = variable("gambar untuk situs lain (`EmbeddedPicture`) dengan kodenya")
    trend: TrendChart | None = variable("bagan indeks dari tahun ke tahun (`TrendChart`), atau kosong")
    address: str | None = variable("alamat situs menurut mkdocs.yml, atau kosong")


def pages(site: SiteContext) -> list[Page]:
    """The page with its files; none while the region has no index."""
    latest = foremost(site.view.results)
    if latest is None:
        return []
    site.files[BADGE] = Asset(BADGE.lstrip("/"), Later(lambda: badge(site, latest)))
    page = site.page(
        UnduhanSematanContext,
        EMBEDDING,
        _("Indeks untuk situs lain"),
        _("Lencana dan bagan indeks {nama} yang dapat ditempatkan di situs lain dan berganti sendiri.").format(
            nama=site.region.profil.nama
        ),
        lambda: _variables(site, latest),
        parent=DOWNLOADS,
    )
    return [page]


def _variables(site: SiteContext, latest: HasilPenilaian) -> UnduhanSematanContext:
    address, index = site_address(site.root), latest.assessment.instrumen.indeks
    name = f"{index} {site.region.profil.nama}"
    drawn = trend(site.view.results)
    pictures = [_picture(address, "lencana", _("Lencana indeks"), BADGE, name, BADGE_SIZE)]
    if drawn is not None:
        size = drawn.width + 32, drawn.height + 96
        alt = _("{nama} dari tahun ke tahun").format(nama=name)
        pictures.append(_picture(address, "bagan", _("Bagan dari tahun ke tahun"), f"{EMBEDDING}tren.svg", alt, size))
    return UnduhanSematanContext(pictures=tuple(pictures), trend=drawn, address=address)


def _picture(
    address: str | None, anchor: str, title: str, path: str, alt: str, size: tuple[int, int]
) -> EmbeddedPicture:
    base = (address or "https://ALAMAT-SITUS/").rstrip("/")
    width, height = size
    source, target = f"{base}{path}", f"{base}{INDEX}"
    return EmbeddedPicture(
        anchor,
        title,
        path.removeprefix(EMBEDDING),
        alt,
        size,
        f'<a href="{escape(target)}"><img src="{escape(source)}" alt="{escape(alt)}" '
        f'width="{width}" height="{height}"></a>',
        f"[![{alt.replace('[', '(').replace(']', ')')}]({source})]({target})",
    )


def badge(site: SiteContext, latest: HasilPenilaian) -> bytes:
    """The badge of ``latest`` as SVG: whose index, of which year, and what it came to."""
    profile, verdict = site.region.profil, verdict_text(latest)
    above = f"{latest.assessment.title} · {profile.nama}"
    context = {
        "size": BADGE_SIZE,
        "above": above if len(above) <= LONGEST else f"{above[: LONGEST - 1].rstrip()}…",
        "name": above,
        "figure": wording.comma(latest.teks),
        "verdict": "" if verdict == "–" else verdict,
        "colour": profile.warna or PLAIN,
    }
    return filled(site.env, "components/badge.svg.j2", context).encode()
