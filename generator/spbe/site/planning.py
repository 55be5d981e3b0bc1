"""From what may be seen to a whole site: the pages of every form of address, put together in the order of the menu."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path

from spbe.editions import Edition
from spbe.editions.written import written_for
from spbe.i18n import about, gettext, language
from spbe.problems import Problem
from spbe.region.content import Content
from spbe.region.template_folders import shipped_templates, template_folders
from spbe.site.addresses import HOME, PROBLEMS, record_address
from spbe.site.assets import assets_in
from spbe.site.feed import feed_of
from spbe.site.later import Later
from spbe.site.metadata import distinct
from spbe.site.page import Asset, Html, MenuItem, Notice, Page, Site
from spbe.site.page_paths import page_paths
from spbe.site.pages.masalah.ikhtisar import problem_page
from spbe.site.render_cache import RenderCache
from spbe.site.search_answers import with_questions
from spbe.site.search_entries import entries_of
from spbe.site.sharing.contact import contact_of
from spbe.site.sharing.page_pictures import PagePictures, page_pictures
from spbe.site.signposts import redirects_of, redirects_of_moved, redirects_of_written
from spbe.site.site_context import SiteContext
from spbe.site.templates import environment, filled
from spbe.site.variables import PAGES

PageMaker = Callable[[SiteContext], list[Page]]
"""What every module below ``pages/`` has as ``pages``: the pages that it makes, none where there is nothing to say."""


@cache
def page_makers() -> tuple[PageMaker, ...]:
    """That of every form of address which a site publishes, in the order of the menu."""
    paths = [path for form, path in page_paths().items() if form != PROBLEMS]
    return tuple(import_module(f"{PAGES}{path.replace('/', '.')}").pages for path in paths)


def plan(view: Edition, root: Path, bodies: RenderCache | None = None, content: Content | None = None) -> Site:
    """The site of ``view``; ``root`` is the region's folder, for its own templates.

    ``bodies`` may remember an earlier plan; ``content`` is what was written by hand.
    """
    with about(view.audience.looked_at):
        site = _plan(SiteContext(view, environment(root), root, bodies))
    written = written_for(view, content or Content())
    return replace(site, written=written, redirects=(*site.redirects, *redirects_of_written(written.pages)))


def _plan(context: SiteContext) -> Site:
    view, root = context.view, context.root
    for pages in page_makers():
        context.planned.extend(pages(context))
    feed = Later(lambda: feed_of(context))
    pictures = page_pictures(context, context.planned) if view.audience.is_public else None
    site = _site(
        view.region.profil.nama, _with_trail(context, pictures), _menu(context), assets_in(template_folders(root))
    )
    profile = view.region.profil
    return replace(
        site,
        notices=_notices(view),
        scope=view.audience.scope,
        date=view.region.date.isoformat(),
        logo=f"lampiran/{profile.logo}" if profile.logo else None,
        icon=f"lampiran/{icon}" if (icon := profile.ikon or profile.logo) else None,
        colour=profile.warna,
        contact=contact_of(profile),
        files=Later(lambda: tuple(_files(context, feed.value))),
        feed_file=feed,
        redirects=(*redirects_of(view.region), *redirects_of_moved(context.planned)),
        records=_records(view),
        pictures=Later(lambda: pictures.assets if pictures else ()),
        findings=Later(lambda: entries_of(context)),
        indexed=view.audience.is_public,
        editable=not view.audience.is_public or profile.publikasi.repo_publik,
    )


def _menu(context: SiteContext) -> tuple[MenuItem, ...]:
    """The menu: what stands right below the home page, each with what stands below it."""

    def below(address: str) -> tuple[MenuItem, ...]:
        found = [page for page in context.pages_below(address) if page.menu]
        found.sort(key=lambda page: bool(page.menu_group))
        return tuple(MenuItem(page.menu or "", page.address, below(page.address), page.menu_group) for page in found)

    tops = [page for page in context.planned if page.menu and page.parent in {None, HOME}]
    return tuple(
        MenuItem(page.menu or "", page.address, () if page.address == HOME else below(page.address)) for page in tops
    )


def _files(context: SiteContext, feed: Asset | None) -> Iterator[Asset]:
    """What readers may take away, and what pages read beside themselves."""
    for one in context.downloads:
        yield from one.files
    yield from (feed,) if feed else ()
    yield from context.calendars.values()
    yield from context.schedules.values()
    yield from sorted(context.files.values(), key=lambda file: file.path)  # pages may be made in any order


def _records(view: Edition) -> dict[str, str]:
    """``kind/id`` of every record that may be seen, by its present and its former ids, with its address."""
    found = {f"{node.kind}/{node.id}": record_address(node) for node, _record in view.region.nodes()}
    former = {f"{old.kind}/{old.id}": record_address(new) for old, new in view.region.renamed.items()}
    return {**former, **found}


def _notices(view: Edition) -> tuple[Notice, ...]:
    """What every page must say."""
    said: list[Notice] = []
    if view.region.profil.contoh:
        words = gettext("Wilayah ini fiktif. Semua data di situs ini contoh, bukan data pemerintah mana pun.")
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
    words = gettext("{n} kesalahan pada data. Yang tampil adalah keadaan terakhir yang baik.").format(n=len(errors))
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
        shipped=assets,
        styles=tuple(asset.path for asset in assets if asset.path.endswith(".css")),
        scripts=tuple(asset.path for asset in assets if asset.path.endswith(".js") and asset.path.count("/") == 1),
    )


def _with_trail(context: SiteContext, pictures: PagePictures | None) -> tuple[Page, ...]:
    """Each page with the way from the home page to it on top, and with its picture."""
    titles = {page.address: page for page in context.planned}

    @cache
    def trail_below(parent: str) -> Html | None:
        trail: list[Page] = []
        above = titles.get(parent)
        while above is not None:
            trail.insert(0, above)
            above = titles.get(above.parent or "")
        return Html(filled(context.env, "components/trail.html.j2", {"trail": trail, "home": HOME})) if trail else None

    def below_its_trail(page: Page) -> Page:
        block = trail_below(page.parent or "")
        picture = pictures.paths[page.address] if pictures else None
        return replace(page, picture=picture, body=Later(lambda: (block, *page.blocks)) if block else page.body)

    return distinct([below_its_trail(page) for page in with_questions(context, context.planned)])
