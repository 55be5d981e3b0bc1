"""A difference as one page that opens from disk: before and after side by side, with nothing from elsewhere."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from spbe.differences import Difference
from spbe.differences.telling.side_by_side import side_by_side
from spbe.differences.words import edition_of
from spbe.i18n import gettext as _
from spbe.i18n import language
from spbe.region.template_folders import shipped_templates
from spbe.site.templates import environment
from spbe.wording import formatting

_PLAIN: Final = "#0b5c7a"
"""The colour of a region that chose none."""


def comparison_page(difference: Difference, before: str, after: str) -> str:
    """What leads from the state called ``before`` to the one called ``after``: HTML, in the language in force.

    It is made with the templates that ship with the program only: it may be about a change of the region's own.
    """
    region = difference.after.region
    env = environment(shipped_templates().parent)
    head = {
        "title": _("Perubahan dari {lama} ke {baru}").format(lama=before, baru=after),
        "edition": edition_of(difference),
        "day": formatting.day(region.date),
        "region": region.profil.nama,
        "foot": _("Dibuat oleh spbe diff. Berkas ini tidak mengambil apa pun dari jaringan."),
    }
    return env.get_template("comparison/comparison.html.j2").render(
        sheet=side_by_side(difference),
        head=head,
        style=Markup((shipped_templates() / "comparison" / "comparison.css").read_text("utf-8")),  # noqa: S704  (ours)
        colour=region.profil.warna or _PLAIN,
        language=language(),
    )
