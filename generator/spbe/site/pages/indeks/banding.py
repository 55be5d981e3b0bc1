"""``/indeks/<penilaian>/banding/``: one assessment beside the nation's agencies and the national means.

A table of the same year and instrument gives a rank; an older one only says how many agencies of that year lie above;
where there is none, the national means of the year remain. Without a table of the year the peers that the region
itself listed are told, marked as its own list. Agencies of different instruments are never compared.
"""

from __future__ import annotations

from spbe import wording
from spbe.i18n import gettext as _
from spbe.scoring.lead_figure import Figure
from spbe.scoring.rounding import round_half_up
from spbe.scoring.standing import compared_figure
from spbe.site.addresses import account_address, assessment_address
from spbe.site.page import Page
from spbe.site.pages.indeks.index_history import origin
from spbe.site.pages.indeks.listed_peers import ListedPeers, listed_peers_of
from spbe.site.pages.indeks.national_means import NationalMeans, national_means
from spbe.site.pages.indeks.peer_ranking import PeerRanking, peer_ranking, place
from spbe.site.pages.indeks.province_ranking import ProvinceRanking, province_ranking
from spbe.site.site_context import SiteContext
from spbe.site.variables import template_context, variable
from spbe.standards.instruments import shipped_instruments


@template_context
class IndeksBandingContext:
    """The variables of ``pages/indeks/banding.html.j2``."""

    place: str = variable("nama wilayah")
    assessment: str = variable("judul penilaian")
    year: int = variable("tahun penilaian")
    index: str = variable("indeks wilayah yang dibandingkan, seperti tercetak")
    origin: str = variable("asal indeks itu")
    differs: str | None = variable("indeks lain yang tercatat untuk penilaian ini, atau kosong")
    sample: bool = variable("apakah wilayah ini fiktif")
    instrument: str = variable("nama instrumen")
    listed: ListedPeers | None = variable(
        "kedudukan di antara pembanding yang dicatat daerah, tanpa tabel nasional (`ListedPeers`), atau kosong"
    )
    peers: PeerRanking | None = variable("perbandingan dengan instansi sejenis (`PeerRanking`), atau kosong")
    rank: str | None = variable("kedudukan dalam kelompok, dengan kata-kata, atau kosong")
    province_ranks: tuple[str, ...] = variable("kedudukan dalam provinsi, dengan kata-kata")
    means: NationalMeans | None = variable("rata-rata nasional (`NationalMeans`), atau kosong")
    mean_sources: tuple[str, ...] = variable("dokumen rata-rata nasional selain dokumen pembanding: daftar judul")
    province: ProvinceRanking | None = variable("perbandingan dalam provinsi (`ProvinceRanking`), atau kosong")


def pages(site: SiteContext) -> list[Page]:
    """The page of every assessment that has one."""
    return [page for name in site.region.assessments for page in _pages(site, name)]


def _pages(site: SiteContext, name: str) -> list[Page]:
    """The page of the assessment ``name``.

    None for an instrument of the region's own, which nobody else uses, and none while there is no whole index.
    """
    assessment = site.region.assessments[name]
    if assessment.instrumen.id not in shipped_instruments():
        return []
    profile = site.region.profil
    year, instrument = assessment.penilaian.tahun, assessment.instrumen
    compared = compared_figure(site.view.results[name], profile)
    if compared is None:
        return []
    own, recorded, table, key = compared.own, compared.recorded, compared.table, compared.key
    peers = peer_ranking(instrument, own, profile, key, year, table) if table else None
    listed = None if table == year else listed_peers_of(own, profile.nama, instrument, year, site.region.peers)
    means = national_means(instrument, own, f"{profile.nama}, {year}", table or year)
    province = province_ranking(own, profile, key, peers) if peers else None
    differs = recorded.indeks if recorded and recorded.indeks != own.indeks else None
    page = site.page(
        IndeksBandingContext,
        account_address(name, "banding"),
        _("Perbandingan nasional {penilaian}").format(penilaian=name),
        _description(profile.nama, own, listed, peers, means),
        lambda: IndeksBandingContext(
            place=profile.nama,
            assessment=assessment.title,
            year=year,
            index=wording.comma(round_half_up(own.indeks)),
            origin=origin(own),
            differs=wording.two_places(differs) if differs is not None else None,
            sample=profile.contoh,
            instrument=instrument.nama,
            listed=listed,
            peers=peers,
            rank=place(peers.rank, peers.group) if peers else None,
            province_ranks=province.ranks if province else (),
            means=means,
            mean_sources=tuple(
                one.judul for one in (means.documents if means else ()) if not peers or one.id != peers.document.id
            ),
            province=province,
        ),
        parent=assessment_address(name),
        menu=_("Perbandingan nasional"),
    )
    return [page]


def _description(
    name: str, own: Figure, listed: ListedPeers | None, peers: PeerRanking | None, means: NationalMeans | None
) -> str:
    index = wording.comma(round_half_up(own.indeks))
    if listed is not None:
        return _("{nama} {indeks}: {tempat}, menurut daftar pembanding yang dicatat daerah.").format(
            nama=name, indeks=index, tempat=listed.rank
        )
    if peers is not None:
        return _("{nama} {indeks}: {tempat}, menurut tabel nasional {tahun}.").format(
            nama=name, indeks=index, tempat=place(peers.rank, peers.group), tahun=peers.tahun
        )
    if means is not None:
        return _("{nama} {indeks}, di samping rata-rata nasional {tahun}.").format(
            nama=name, indeks=index, tahun=means.tahun
        )
    return _("{nama} {indeks}: belum ada hasil nasional untuk dibandingkan.").format(nama=name, indeks=index)
