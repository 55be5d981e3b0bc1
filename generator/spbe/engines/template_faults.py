"""What went wrong while a template was filled in, as a problem with file and line."""

from __future__ import annotations

import re
import traceback
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig

from spbe.engines.own_templates import OVERRIDES
from spbe.engines.template_words import explained
from spbe.problems import RULES, Problem
from spbe.region.template_folders import OWN
from spbe.site.templates import TemplateFaultError, fault_place, fault_reason

_NAMED = re.compile(r"^template[ \t]*:", re.MULTILINE)
_BUILDING = "_build_page"
"""MkDocs's function that gives a page its template."""


def problem_of(fault: TemplateFaultError, root: Path) -> Problem:
    """The problem that ``fault`` is to the region at ``root``."""
    return _problem(root, fault.file, fault.line, fault.reason)


def fault_in_theme(error: Exception, root: Path, config: MkDocsConfig) -> Problem | None:
    """The problem of a template of the theme, if that is what ended a build of MkDocs with ``error``."""
    if isinstance(error, jinja2.TemplateNotFound) and (page := _page_at_work(error)):
        return _missing(root, page, str(error.name))
    custom = config.theme.custom_dir
    place = fault_place(error, [root / OWN, *([Path(custom)] if custom else [])])
    return _problem(root, *place, fault_reason(error)) if place else None


def _problem(root: Path, file: str, line: int | None, reason: str) -> Problem:
    path = Path(file)
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else file
    return RULES["templat-gagal"].at(name, line or 1, 1, sebab=explained(reason))


def _page_at_work(error: Exception) -> str | None:
    """The file below ``content/`` whose own template was not found; nothing when another template asked for one."""
    frames = [frame for frame, _line in traceback.walk_tb(error.__traceback__)]
    if fault_place(error, ()) is not None:
        return None
    pages = (frame.f_locals.get("page") for frame in frames if frame.f_code.co_name == _BUILDING)
    return next((page.file.src_uri for page in pages if page is not None and "template" in page.meta), None)


def _missing(root: Path, page: str, name: str) -> Problem:
    file = f"content/{page}"
    try:
        match = _NAMED.search((root / file).read_text("utf-8", "replace"))
    except OSError:
        match = None
    line = match.string.count("\n", 0, match.start()) + 1 if match else 1
    return RULES["templat-tak-ada"].at(file, line, 1, nama=name, maksud="", folder=f"{OWN}/{OVERRIDES}/")
