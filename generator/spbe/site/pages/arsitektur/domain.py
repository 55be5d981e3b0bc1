"""``/arsitektur/<domain>/``: the list of all records of a domain, with their pages."""

from __future__ import annotations

from spbe.i18n import gettext as _
from spbe.model.kinds import ARCHITECTURE, KINDS, Kind
from spbe.region import Node
from spbe.site.addresses import ARCHITECTURE_HOME, catalogue_address
from spbe.site.components.catalogue_table import listing
from spbe.site.desk import Desk
from spbe.site.page import MenuItem, Page
from spbe.site.pages.arsitektur.catatan import record_page
from spbe.site.paging import paged


def plan_architecture(desk: Desk) -> tuple[list[Page], list[MenuItem]]:
    """The catalogues of the six domains; records are not in the menu."""
    pages: list[Page] = []
    for name in ARCHITECTURE:
        kind = KINDS[name]
        pages += catalogue_pages(desk, "arsitektur/domain", kind, ARCHITECTURE_HOME)
        pages += [record_page(desk, Node(name, one), record) for one, record in desk.region.records[name].items()]
    return pages, [MenuItem(_(KINDS[kind].plural), catalogue_address(kind)) for kind in ARCHITECTURE]


def catalogue_pages(desk: Desk, template: str, kind: Kind, above: str) -> list[Page]:
    """The list of all records of ``kind``, below the page at ``above``."""
    return paged(
        desk,
        template,
        catalogue_address(kind.slug),
        _(kind.plural),
        _("Daftar {jenis} {nama}.").format(jenis=_(kind.plural).lower(), nama=desk.region.profil.nama),
        parent=above,
        kind=kind,
        data=listing(desk, kind),
        details=(),
    )
