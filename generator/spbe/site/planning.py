"""From what may be seen to a whole site: one module per section, put together in the order of the menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from spbe.editions import View
from spbe.editions.written import written_for
from spbe.i18n import about, gettext, language
from spbe.problems import Problem
from spbe.region.content import Content
from spbe.region.template_folders import shipped_templates, template_folders
from spbe.site.addresses import HOME, PROBLEMS, record_address
from spbe.site.assets import assets_in
from spbe.site.bodies import Bodies
from spbe.site.desk import Desk
from spbe.site.feed import feed_of
from spbe.site.findings import entries_of
from spbe.site.metadata import distinct
from spbe.site.page import Asset, Html, MenuItem, Notice, Page, Site
from spbe.site.pages.arsitektur import ikhtisar as arsitektur
from spbe.site.pages.beranda import ikhtisar as beranda
from spbe.site.pages.bukti import ikhtisar as bukti
from spbe.site.pages.indeks import ikhtisar as indeks
from spbe.site.pages.indikator import ikhtisar as indikator
from spbe.site.pages.masalah.ikhtisar import problem_page
from spbe.site.pages.metodologi import ikhtisar as metodologi
from spbe.site.pages.mutu_data import ikhtisar as mutu_data
from spbe.site.pages.panduan import ikhtisar as panduan
from spbe.site.pages.perangkat_daerah import ikhtisar as perangkat_daerah
from spbe.site.pages.perubahan import ikhtisar as perubahan
from spbe.site.pages.peta_rencana import ikhtisar as peta_rencana
from spbe.site.pages.tata_kelola import ikhtisar as tata_kelola
from spbe.site.pages.unduhan import ikhtisar as unduhan
from spbe.site.redirects import redirects_of
from spbe.site.templates import environment, filled

Section = Callable[[Desk], tuple[list[Page], list[MenuItem]]]

MENU: tuple[tuple[Section, ...], ...] = (
    (beranda.plan,),
    (indeks.plan,),
    (indikator.plan, bukti.plan),
    (arsitektur.plan,),
    (peta_rencana.plan,),
    (perangkat_daerah.plan, tata_kelola.plan),
    (panduan.plan, mutu_data.plan, perubahan.plan, unduhan.plan, metodologi.plan),
)
"""The sections by their places in the menu: the first of each group is an entry, the others stand below it."""


def plan(view: View, root: Path, bodies: Bodies | None = None, content: Content | None = None) -> Site:
    """The site of ``view``; ``root`` is the region's folder, for its own templates.

    ``bodies`` may remember an earlier plan; ``content`` is what was written by hand.
    """
    with about(view.audience.looked_at):
        site = _plan(Desk(view, environment(root), root, bodies))
    return replace(site, written=written_for(view, content or Content()))


def _plan(desk: Desk) -> Site:
    view, root = desk.view, desk.root
    pages: list[Page] = []
    menu: list[MenuItem] = []
    for group in MENU:
        (made, (head,)), *below = [section(desk) for section in group]
        pages += made
        children = list(head.children)
        for more, entries in below:
            pages += more
            children += entries
        menu.append(replace(head, children=tuple(children)))
    feed = feed_of(desk)
    files = [file for one in desk.downloads for file in one.files] + ([feed] if feed else [])
    files += [*desk.calendars.values(), *desk.files.values()]
    assets = (*assets_in(template_folders(root)), *files)
    site = _site(view.region.profil.nama, _with_trail(pages, desk), tuple(menu), assets)
    profile = view.region.profil
    return replace(
        site,
        notices=notices(view),
        scope=view.audience.scope,
        date=view.region.date.isoformat(),
        logo=f"lampiran/{profile.logo}" if profile.logo else None,
        colour=profile.warna,
        feed=feed.path if feed else None,
        redirects=redirects_of(view.region),
        records=_records(view),
        entries=entries_of(desk),
        indexed=view.audience.is_public,
        editable=not view.audience.is_public or profile.publikasi.repo_publik,
    )


def _records(view: View) -> dict[str, str]:
    """``kind/id`` of every record that may be seen, by its present and its former ids, with its address."""
    found = {f"{node.kind}/{node.id}": record_address(node) for node, _record in view.region.nodes()}
    former = {f"{old.kind}/{old.id}": record_address(new) for old, new in view.region.renamed.items()}
    return {**former, **found}


def notices(view: View) -> tuple[Notice, ...]:
    """What every page must say."""
    said: list[Notice] = []
    if view.region.profil.contoh:
        words = gettext("Wilayah ini rekaan. Semua data di situs ini contoh, bukan data pemerintah mana pun.")
        said.append(Notice(words))
    warning = view.audience.warning(office.nama if (office := view.region.office(view.audience.opd)) else "")
    if warning:
        said.append(Notice(warning))
    return tuple(said)


def problem_site(problems: Sequence[Problem], shown: Site | str) -> Site:
    """What a preview shows while something has errors: the last good site, with the problems on a page of their own.

    When nothing was ever good ``shown`` is a name for the site, and the problems are the home page. A region's own
    templates are left aside: they may be what is wrong.
    """
    last_good = None if isinstance(shown, str) else shown
    shipped = shipped_templates().parent
    address = PROBLEMS if last_good else HOME
    errors = [problem for problem in problems if problem.severity == "error"]
    page = problem_page(environment(shipped), address, errors)
    words = gettext("{n} galat pada data. Yang tampil adalah keadaan terakhir yang baik.").format(n=len(errors))
    if last_good:
        notice = Notice(words, address)
        return replace(last_good, pages=(*last_good.pages, page), notices=(notice, *last_good.notices))
    assets = assets_in(template_folders(shipped))
    return _site(str(shown), (page,), (MenuItem(page.title, HOME),), assets)


def _site(title: str, pages: tuple[Page, ...], menu: tuple[MenuItem, ...], assets: tuple[Asset, ...]) -> Site:
    return Site(
        title=title,
        language=language(),
        pages=pages,
        menu=menu,
        assets=assets,
        styles=tuple(asset.path for asset in assets if asset.path.endswith(".css")),
        scripts=tuple(asset.path for asset in assets if asset.path.endswith(".js") and asset.path.count("/") == 1),
    )


def _with_trail(pages: Sequence[Page], desk: Desk) -> tuple[Page, ...]:
    """Each page with the way from the home page to it on top."""
    titles = {page.address: page for page in pages}

    @cache
    def trail_below(parent: str) -> Html | None:
        trail: list[Page] = []
        above = titles.get(parent)
        while above is not None:
            trail.insert(0, above)
            above = titles.get(above.parent or "")
        return Html(filled(desk.env, "components/trail.html.j2", {"trail": trail, "home": HOME})) if trail else None

    made: list[Page] = []
    for page in pages:
        block = trail_below(page.parent or "")
        made.append(replace(page, blocks=(block, *page.blocks)) if block else page)
    return distinct(made)
