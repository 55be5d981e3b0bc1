"""Jinja2: where templates are found, what they may use, and how a rendered page becomes blocks."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape

import spbe
from spbe.i18n import gettext
from spbe.region import Node
from spbe.site import wording
from spbe.site.addresses import record_address
from spbe.site.compiled import COMPILED
from spbe.site.links import reference
from spbe.site.page import Block, Heading, Html


class TemplateFaultError(Exception):
    """A template, usually a region's own, that cannot be used: the file, the line if known, and why."""

    def __init__(self, file: str, line: int | None, reason: str) -> None:
        super().__init__(f"{file}:{line}: {reason}" if line else f"{file}: {reason}")


_MARK = re.compile("\x02(\\d)\x1f([^\x1f]*)\x1f([^\x03]*)\x03")


def shipped_templates() -> Path:
    """The folder of the templates that ship with the program.

    In a wheel it lies inside the package, in a checkout beside ``generator/``. An editable install also leaves a
    copy in site-packages; that one is never looked at, because it is not inside the imported package.
    """
    package = Path(spbe.__file__).parent
    for folder in (package / "site_templates", package.parent.parent / "site_templates"):
        if (folder / "pages").is_dir():
            return folder
    raise FileNotFoundError(f"site_templates: neither in {package} nor beside {package.parent}")


def template_folders(root: Path) -> tuple[Path, ...]:
    """Where templates are searched: the region's own ``site_templates/`` first, then the shipped ones."""
    own = root / "site_templates"
    shipped = shipped_templates()
    return (own, shipped) if own.is_dir() and own.resolve() != shipped.resolve() else (shipped,)


def environment(root: Path) -> jinja2.Environment:
    """The templates of the region at ``root``; values are escaped, unknown names are errors."""
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader([str(folder) for folder in template_folders(root)]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=COMPILED,
        auto_reload=False,  # made anew for each plan, and a plan takes thousands of templates
    )
    env.globals |= {
        "_": gettext,
        "heading": _heading,
        "to": _to,
        "at": _at,
        "Node": Node,
    }
    env.filters |= {
        "koma": wording.comma,
        "angka": wording.number,
        "dua": wording.two_places,
        "rupiah": wording.rupiah,
        "tanggal": wording.day,
        "ukuran": wording.size,
        "alinea": _paragraphs,
    }
    return env


def filled(env: jinja2.Environment, name: str, context: Mapping[str, Any]) -> str:
    """The template ``name`` with ``context`` in it. Raises :class:`TemplateFaultError`."""
    try:
        return env.get_template(name).render(context)
    except jinja2.TemplateError as error:
        raise TemplateFaultError(*_place(name, error)) from error


def render(env: jinja2.Environment, template: str, context: Mapping[str, Any]) -> tuple[Block, ...]:
    """The page that ``pages/<template>.html.j2`` makes of ``context``, cut into blocks at its headings."""
    text = filled(env, f"pages/{template}.html.j2", context)
    blocks: list[Block] = []
    end = 0
    for match in _MARK.finditer(text):
        _add_html(blocks, text[end : match.start()])
        blocks.append(Heading(int(match[1]), match[2], html.unescape(match[3])))
        end = match.end()
    _add_html(blocks, text[end:])
    return tuple(blocks)


def _place(name: str, error: jinja2.TemplateError) -> tuple[str, int | None, str]:
    """The file and line of ``error``; for one that happened while rendering, the last template on the way to it."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return error.filename or error.name or name, error.lineno, error.message or ""
    step = error.__traceback__
    found: tuple[str, int | None] = (name, None)
    while step is not None:
        if step.tb_frame.f_code.co_filename.endswith(".j2"):
            found = (step.tb_frame.f_code.co_filename, step.tb_lineno)
        step = step.tb_next
    return *found, error.message or ""


def _add_html(blocks: list[Block], text: str) -> None:
    text = re.sub(r"\n\s*\n+", "\n", text).strip()
    if text:
        blocks.append(Html(text))


def _heading(level: int, name: str, text: str) -> Markup:
    """A heading on the top level of a page template; headings inside other elements are written as HTML."""
    return Markup("\x02{}\x1f{}\x1f{}\x03").format(level, name, text)


@cache
def _to(node: Node) -> Markup:
    """The ``href`` attribute that leads to a record."""
    return _at(record_address(node))


def _at(address: str) -> Markup:
    """The ``href`` attribute that leads to an address of this site."""
    return Markup(f'href="{escape(reference(address))}"')  # noqa: S704  (escaped; half of a build's links pass here)


def _paragraphs(text: str | None) -> Markup:
    """Plain text as paragraphs; a line that is blank separates them."""
    parts = re.split(r"\n\s*\n", (text or "").strip())
    return Markup("\n").join(Markup("<p>{}</p>").format(escape(part)) for part in parts if part)
