"""Jinja2: where templates are found, what they may use, and how a rendered page becomes blocks."""

from __future__ import annotations

import html
import re
import traceback
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape

from spbe import wording
from spbe.i18n import gettext
from spbe.region import Node
from spbe.region.template_folders import shipped_templates, template_folders
from spbe.site.addresses import record_address
from spbe.site.bytecode_cache import BYTECODE
from spbe.site.links import reference
from spbe.site.page import Block, Heading, Html
from spbe.wording.fields import state_word


class TemplateFaultError(Exception):
    """A template, usually a region's own, that cannot be used: the file, the line if known, and why."""

    def __init__(self, file: str, line: int | None, reason: str) -> None:
        super().__init__(f"{file}:{line}: {reason}" if line else f"{file}: {reason}")
        self.file = file
        self.line = line
        self.reason = reason


_MARK = re.compile("\x02(\\d)\x1f([^\x1f]*)\x1f([^\x03]*)\x03")


def environment(root: Path) -> jinja2.Environment:
    """The templates of the region at ``root``; values are escaped, unknown names are errors."""
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader([str(folder) for folder in template_folders(root)]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=BYTECODE,
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
        "keadaan": state_word,
        "alinea": _paragraphs,
    }
    return env


def filled(env: jinja2.Environment, name: str, context: Mapping[str, Any]) -> str:
    """The template ``name`` with ``context`` in it. Raises :class:`TemplateFaultError`."""
    try:
        return env.get_template(name).render(context)
    except Exception as error:
        place = fault_place(error, _own_folders(env))
        if place is None and isinstance(error, jinja2.TemplateError):
            place = name, None
        if place is None:  # whatever happened, it was not a template of the region that made it happen
            raise
        raise TemplateFaultError(*place, fault_reason(error)) from error


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


def _own_folders(env: jinja2.Environment) -> Iterator[Path]:
    """The folders of ``env`` that do not ship with the program."""
    places = env.loader.searchpath if isinstance(env.loader, jinja2.FileSystemLoader) else ()
    yield from (Path(place) for place in places if Path(place) != shipped_templates())


def fault_place(error: BaseException, own: Iterable[Path]) -> tuple[str, int | None] | None:
    """File and line of the last template below one of the folders ``own`` on the way to ``error``.

    Where there is none but Jinja itself complains, of the last template at all; otherwise nothing.
    """
    if isinstance(error, jinja2.TemplateSyntaxError) and error.filename:
        return error.filename, error.lineno
    folders = tuple(own)
    found: tuple[str, int | None] | None = None
    last: tuple[str, int | None] | None = None
    for frame, line in traceback.walk_tb(error.__traceback__):
        if "__jinja_exception__" in frame.f_globals:
            last = frame.f_code.co_filename, line
            if any(Path(last[0]).is_relative_to(folder) for folder in folders):
                found = last
    return found or (last if isinstance(error, jinja2.TemplateError) else None)


def fault_reason(error: BaseException) -> str:
    """What ``error`` says, on one line."""
    said = error.message if isinstance(error, jinja2.TemplateError) else f"{type(error).__name__}: {error}"
    return " ".join((said or type(error).__name__).split())


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
