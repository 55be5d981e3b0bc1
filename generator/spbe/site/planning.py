"""From what may be seen to a whole site: one module per section, put together in the order of the menu."""

from __future__ import annotations

from pathlib import Path

from spbe.editions import View
from spbe.i18n import gettext, language
from spbe.site.assets import assets_in
from spbe.site.desk import Desk
from spbe.site.page import MenuItem, Page, Site
from spbe.site.sections import catalogues, home, indicators, indices, registers
from spbe.site.templates import environment, template_folders


def plan(view: View, root: Path) -> Site:
    """The site of ``view``; ``root`` is the region's folder, for its own templates."""
    desk = Desk(view, environment(root))
    pages: list[Page] = []
    menu: list[MenuItem] = []
    for section in (home, indices, indicators, catalogues, registers):
        made, entries = section.plan(desk)
        pages += made
        menu += entries
    assets = assets_in(template_folders(root))
    return Site(
        title=view.region.profil.nama,
        language=language(),
        pages=tuple(pages),
        menu=tuple(menu),
        assets=assets,
        styles=tuple(asset.path for asset in assets if asset.path.endswith(".css")),
        scripts=tuple(asset.path for asset in assets if asset.path.endswith(".js")),
        notices=notices(view),
    )


def notices(view: View) -> tuple[str, ...]:
    """What every page must say."""
    said: list[str] = []
    if view.region.profil.contoh:
        said.append(gettext("Wilayah ini rekaan. Semua data di situs ini contoh, bukan data pemerintah mana pun."))
    if view.edition == "opd":
        office = view.region.records["perangkat-daerah"].get(view.opd or "")
        name = office.nama if office else view.opd
        said.append(gettext("Edisi OPD untuk {nama}. Bukan untuk umum.").format(nama=name))
    if view.edition == "internal":
        said.append(gettext("Edisi internal. Bukan untuk umum."))
    return tuple(said)
