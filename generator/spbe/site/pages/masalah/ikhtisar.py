"""``/masalah/``: what is wrong with the data, in a preview; never part of a published site."""

from __future__ import annotations

from collections.abc import Sequence

import jinja2

from spbe.i18n import gettext as _
from spbe.problems import Problem
from spbe.site.page import Page, family_of
from spbe.site.templates import render

TEMPLATE = "masalah/ikhtisar"


def problem_page(env: jinja2.Environment, address: str, errors: Sequence[Problem]) -> Page:
    """The page at ``address`` that lists ``errors``."""
    title = _("Masalah pada data")
    blocks = render(env, TEMPLATE, {"page_title": title, "problems": errors})
    return Page(address, title, _("Daftar masalah pada data wilayah."), family_of(TEMPLATE), blocks)
