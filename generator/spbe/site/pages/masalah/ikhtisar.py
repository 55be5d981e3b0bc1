"""``/masalah/``: what is wrong with the data, in a preview; never part of a published site."""

from __future__ import annotations

from collections.abc import Sequence

import jinja2

from spbe.i18n import gettext as _
from spbe.problems import Problem
from spbe.site.later import Later
from spbe.site.page import Page, family_of
from spbe.site.templates import render
from spbe.site.variables import template_context, template_of, variable, variables_of


@template_context
class MasalahContext:
    """The variables of ``pages/masalah/ikhtisar.html.j2``."""

    problems: Sequence[Problem] = variable("kesalahan pada data (`Problem`)")


def problem_page(env: jinja2.Environment, address: str, errors: Sequence[Problem]) -> Page:
    """The page at ``address`` that lists ``errors``."""
    title = _("Masalah pada data")
    template, told = template_of(MasalahContext), MasalahContext(problems=errors)
    body = Later(lambda: render(env, template, {"page_title": title, **variables_of(told)}))
    return Page(address, title, _("Daftar masalah pada data wilayah."), family_of(template), body)
