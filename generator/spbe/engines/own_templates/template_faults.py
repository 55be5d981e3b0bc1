"""What went wrong while a template was filled in, as a problem with file and line."""

from __future__ import annotations

import re
import traceback
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from spbe.engines.own_templates.jinja_messages import explained
from spbe.engines.own_templates.template_families import OVERRIDES
from spbe.problems import RULES, Problem
from spbe.region.layout import SETTINGS
from spbe.region.template_folders import OWN
from spbe.site.templates import TemplateFaultError, fault_place, fault_reason

_NAMED = re.compile(r"^template[ \t]*:", re.MULTILINE)
_WORKING = frozenset({"_build_page", "_populate_page"})
"""The functions of MkDocs that work at one page."""


def problem_of(fault: TemplateFaultError, root: Path) -> Problem:
    """The problem that ``fault`` is to the region at ``root``."""
    return _problem(root, fault.file, fault.line, fault.reason)


def fault_in_build(error: Exception, root: Path, config: MkDocsConfig) -> Problem | None:
    """The problem of a template or of a hand-written page, if that is what ended a build of MkDocs with ``error``."""
    page = _page_at_work(error)
    custom = config.theme.custom_dir
    place = fault_place(error, [root / OWN, *([Path(custom)] if custom else [])])
    if place:
        return _problem(root, *place, fault_reason(error))
    if page and isinstance(error, jinja2.TemplateNotFound):
        return _missing(root, page, str(error.name))
    if page and not isinstance(error, OSError):
        return RULES["halaman-gagal"].at(f"content/{page}", sebab=fault_reason(error))
    return None


def problem_in_build(error: Exception, root: Path, config: MkDocsConfig | None) -> Problem:
    """Whatever ended a build, as a problem: a preview tells everything and goes on."""
    known = fault_in_build(error, root, config) if config is not None else None
    return known or RULES["bangun-gagal"].at(SETTINGS, sebab=fault_reason(error))


def _problem(root: Path, file: str, line: int | None, reason: str) -> Problem:
    path = Path(file)
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else file
    return RULES["templat-gagal"].at(name, line or 1, 1, sebab=explained(reason))


def _page_at_work(error: Exception) -> str | None:
    """The hand-written page below ``content/`` that MkDocs was reading or building when ``error`` happened."""
    for frame, _line in traceback.walk_tb(error.__traceback__):
        page = frame.f_locals.get("page") if frame.f_code.co_name in _WORKING else None
        if isinstance(page, Page) and page.file.generated_by is None:
            return page.file.src_uri
    return None


def _missing(root: Path, page: str, name: str) -> Problem:
    file = f"content/{page}"
    try:
        match = _NAMED.search((root / file).read_text("utf-8", "replace"))
    except OSError:
        match = None
    line = match.string.count("\n", 0, match.start()) + 1 if match else 1
    return RULES["templat-tak-ada"].at(file, line, 1, nama=name, maksud="", folder=f"{OWN}/{OVERRIDES}/")
