"""Which picture each page is shown with: its own for assessments, indicators and offices, else its kind's, else home's.

A picture is drawn when its bytes are asked for; of records there is one per kind, so their number costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Final

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.instrumen import Indikator
from spbe.model.kinds import KINDS, OFFICE, Kind
from spbe.region import Node
from spbe.scoring.hasil import HasilPenilaian, foremost
from spbe.site.addresses import INDEX, indicator_address, record_address
from spbe.site.components.index_sentence import index_sentence
from spbe.site.components.predicates import verdict_text, whose
from spbe.site.later import Later
from spbe.site.page import Asset, Page
from spbe.site.sharing.kept_pictures import kept_folder, kept_picture
from spbe.site.sharing.share_card import CardBar, ShareCard
from spbe.site.site_context import SiteContext

FOLDER: Final = "bagikan"
"""Where the pictures lie on the site."""
HOME_PICTURE: Final = f"{FOLDER}/beranda.png"
COLOUR: Final = "#0b5c7a"
"""Of a region that names none; that of the style sheet."""
BARS: Final = 6


@dataclass(frozen=True)
class PagePictures:
    """Which picture a page has.

    ``paths`` are pages, by address, with the path of their picture; ``cards`` are paths with what they show.
    """

    paths: Mapping[str, str]
    cards: Mapping[str, Later[ShareCard]]

    @property
    def assets(self) -> tuple[Asset, ...]:
        """Every picture that some page has."""
        used = dict.fromkeys(self.paths.values())
        return tuple(Asset(path, Later(partial(_drawn, self.cards[path]))) for path in used)


def page_pictures(site: SiteContext, pages: Iterable[Page]) -> PagePictures:
    """The picture of each of ``pages``."""
    cards: dict[str, Later[ShareCard]] = {HOME_PICTURE: Later(lambda: home_card(site))}
    own: dict[str, str] = {}

    def add(path: str, card: Later[ShareCard], *addresses: str) -> None:
        cards[f"{FOLDER}/{path}.png"] = card
        own.update(dict.fromkeys(addresses, f"{FOLDER}/{path}.png"))

    for name, hasil in site.view.results.items():
        add(f"indeks/{name}", Later(partial(assessment_card, site, hasil)), f"{INDEX}{name}/")
    for instrument in {one.instrumen.id: one.instrumen for one in site.region.assessments.values()}.values():
        for indicator in instrument.all_indicators():
            card = Later(partial(indicator_card, site, instrument.id, indicator))
            add(f"indikator/{instrument.id}/{indicator.kode}", card, indicator_address(instrument.id, indicator.kode))
    for name in site.region.records[OFFICE]:
        node = Node(OFFICE, name)
        add(f"perangkat-daerah/{name}", Later(partial(office_card, site, node)), record_address(node))
    for kind in KINDS.values():
        add(f"jenis/{kind.slug}", Later(partial(kind_card, site, kind)), kind.address)
    return PagePictures({page.address: _nearest(page.address, own) for page in pages}, cards)


def _drawn(card: Later[ShareCard]) -> bytes:
    return kept_picture(card.value, kept_folder())


def _nearest(address: str, own: Mapping[str, str]) -> str:
    """The picture of the page itself, else of the nearest page above it that has one, else that of the home page."""
    while address != "/":
        if address in own:
            return own[address]
        address = f"{address.rstrip('/').rpartition('/')[0]}/"
    return HOME_PICTURE


def home_card(site: SiteContext) -> ShareCard:
    """The result that the region leads with; without any, its name."""
    latest = foremost(site.view.results)
    if latest is not None:
        return assessment_card(site, latest)
    return _card(site, title=site.region.profil.nama, lines=(_("Arsitektur dan indeks pemerintah digital"),), place="")


def assessment_card(site: SiteContext, hasil: HasilPenilaian) -> ShareCard:
    """The index with what is known of it, and the years before under the same instrument."""
    assessment = hasil.assessment
    sentence = index_sentence(site.view.results, assessment.nama, site.region.profil)
    if sentence is None:
        return _card(site, title=assessment.title, lines=(_("belum ada nilai"),))
    verdict = verdict_text(hasil)
    told = "; ".join(clause.text for clause in sentence.clauses)
    return _card(
        site,
        figure=sentence.figure,
        label="" if verdict == "–" else verdict,
        lines=(assessment.title, told),
        bars=_years(site, hasil),
        foot=whose(hasil)[:1].upper() + whose(hasil)[1:],
    )


def indicator_card(site: SiteContext, instrument: str, indicator: Indikator) -> ShareCard:
    """The name of an indicator, with its level in the newest assessment that has one."""
    for name, assessment in reversed(list(site.region.assessments.items())):
        lead = site.view.results[name].lead
        value = lead.values.get(indicator.kode) if lead and assessment.instrumen.id == instrument else None
        if value is not None:
            of = _("dari {n}").format(n=wording.number(assessment.instrumen.skala.maksimum))
            named = f"{indicator.kode} {indicator.nama}"
            return _card(site, figure=wording.number(value), label=of, lines=(named, assessment.title))
    return _card(site, title=indicator.label)


def office_card(site: SiteContext, node: Node) -> ShareCard:
    """The name of an office."""
    return _card(site, title=site.region.name(node), lines=(_("Layanan, aplikasi, data, dan indikatornya"),))


def kind_card(site: SiteContext, kind: Kind) -> ShareCard:
    """How many records of a kind there are."""
    count = wording.number(len(site.region.records[kind.slug]))
    return _card(site, figure=count, label=_(kind.plural), lines=(_("Arsitektur dan indeks pemerintah digital"),))


def _card(site: SiteContext, **told: object) -> ShareCard:
    profile = site.region.profil
    given = {"place": profile.nama, "colour": profile.warna or COLOUR, **told}
    mark = _("Wilayah fiktif, contoh") if profile.contoh else _("Data terbuka")
    return ShareCard(**given, mark=mark)  # type: ignore[arg-type]


def _years(site: SiteContext, hasil: HasilPenilaian) -> tuple[CardBar, ...]:
    """The whole results of the same instrument up to this one; none where it would stand alone."""
    instrument, year = hasil.assessment.instrumen, hasil.assessment.penilaian.tahun
    found = [
        one
        for one in site.view.results.values()
        if one.assessment.instrumen.id == instrument.id and one.lengkap and one.assessment.penilaian.tahun <= year
    ][-BARS:]
    if len(found) < 2 or hasil not in found:
        return ()
    low, high = instrument.skala.minimum, instrument.skala.maksimum

    def share(value: Fraction | None) -> float:
        return float(min(max(((value or low) - low) / (high - low), Fraction()), Fraction(1)))

    return tuple(
        CardBar(one.assessment.nama, wording.comma(one.teks), share(one.indeks), one is hasil) for one in found
    )
