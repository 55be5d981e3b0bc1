"""A region's own templates, looked at before anything is made of them: syntax, names, and whether they are used."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath
from typing import Final

import jinja2
from jinja2 import meta, nodes

from spbe.checks.settings.theme import theme_folder
from spbe.engines.own_templates.jinja_messages import explained
from spbe.engines.own_templates.parsed_templates import names_in, top_names
from spbe.engines.own_templates.template_families import (
    NOT_OVERRIDDEN,
    OVERRIDES,
    TemplateFamily,
    is_template,
    page_templates,
    page_variables,
    template_files,
    theme_templates,
)
from spbe.i18n import gettext
from spbe.problems import RULES, Problem
from spbe.region.template_folders import OWN, shipped_templates
from spbe.sources.folder import FolderSource
from spbe.sources.walk import Walk
from spbe.yamlio.limits import FILE_BYTES
from spbe.yamlio.validation import did_you_mean, offer

_ASKING: Final = frozenset({"defined", "undefined"})
_SPARING: Final = frozenset({"default", "d"})
_FRONT: Final = re.compile(r"^template:\s*[\"']?([^\s\"']+)", re.MULTILINE)


def template_problems(root: Path) -> list[Problem]:
    """What is wrong in the templates below ``site_templates/`` of the region at ``root``, and in ``custom_dir``."""
    problems: list[Problem] = []
    families = (page_templates(root), theme_templates(root))
    for family in families:
        for name, path in family.files.items():
            problems += _problems(family, root, name, path)
    return [*problems, *_unused(root, families)]


def _problems(family: TemplateFamily, root: Path, name: str, path: Path) -> Iterator[Problem]:
    file = path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
    try:
        text = path.read_text("utf-8")
        tree = family.env.parse(text)
    except jinja2.TemplateSyntaxError as error:
        yield RULES["templat-salah"].at(file, error.lineno, 1, sebab=explained(error.message or ""))
        return
    except (UnicodeDecodeError, OSError) as error:
        words = gettext("bukan teks UTF-8") if isinstance(error, UnicodeDecodeError) else str(error.strerror)
        yield RULES["templat-salah"].at(file, 1, 1, sebab=words)
        return
    tools = list(_tools(family, file, tree))
    yield from tools
    yield from _others(family, file, tree)
    try:
        family.env.compile(text, name, str(path))
    except jinja2.TemplateSyntaxError as error:
        if not tools:
            yield RULES["templat-salah"].at(file, error.lineno, 1, sebab=explained(error.message or ""))
        return
    yield from _names(family, file, name, tree)


def _tools(family: TemplateFamily, file: str, tree: nodes.Template) -> Iterator[Problem]:
    """Filters and tests are there."""
    known: Collection[str]
    for kind, known in ((nodes.Filter, family.env.filters), (nodes.Test, family.env.tests)):
        for one in tree.find_all(kind):
            if one.name not in known:
                yield _no_name(file, one.lineno, one.name, known)


def _others(family: TemplateFamily, file: str, tree: nodes.Template) -> Iterator[Problem]:
    """Templates that this one uses are there, with the macros that it takes from them."""
    for one in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        if isinstance(one, nodes.Include) and one.ignore_missing:
            continue
        wanted = one.template  # type: ignore[attr-defined]
        if not isinstance(wanted, nodes.Const) or not isinstance(wanted.value, str):
            continue  # named while it is filled in
        if not family.has(wanted.value):
            meant = did_you_mean(wanted.value, family.listed)
            yield RULES["templat-tak-ada"].at(
                file, one.lineno, 1, nama=wanted.value, maksud=meant, folder=family.folder
            )
        elif isinstance(one, nodes.FromImport) and (named := family.template(wanted.value)):
            for each in one.names:
                taken = each[0] if isinstance(each, tuple) else each
                if taken not in named.given:
                    yield _no_name(file, one.lineno, taken, named.given)


def _names(family: TemplateFamily, file: str, name: str, tree: nodes.Template) -> Iterator[Problem]:
    """Names stand for something."""
    of_page = page_variables(name)
    own = None if of_page is None else frozenset({*family.given, *of_page, *top_names(tree)})
    spared = _spared(tree)
    for one in sorted(meta.find_undeclared_variables(tree) - family.given):
        uses = [use for use in _uses(tree, one, asked=family.lenient) if id(use) not in spared]
        if uses and not (family.knows(one) if own is None else one in own):
            yield _no_name(file, min(use.lineno for use in uses), one, family.names if own is None else own)


def _no_name(file: str, line: int, name: str, known: Collection[str]) -> Problem:
    shown = sorted(one for one in known if one not in jinja2.defaults.DEFAULT_NAMESPACE)
    meant, choices = did_you_mean(name, shown), offer(name, shown) or "–"
    return RULES["templat-nama"].at(file, line, 1, nama=name, maksud=meant, pilihan=choices)


def _uses(tree: nodes.Template, name: str, *, asked: bool) -> list[nodes.Name]:
    """Where ``name`` is read; with ``asked`` only where something is asked of it, which it must be there for."""
    if not asked:
        return [one for one in tree.find_all(nodes.Name) if one.name == name and one.ctx == "load"]
    owners = tree.find_all((nodes.Getattr, nodes.Getitem, nodes.Call))
    inner = [one.node for one in owners]  # type: ignore[attr-defined]
    return [one for one in inner if isinstance(one, nodes.Name) and one.name == name]


def _spared(tree: nodes.Template) -> set[int]:
    """Names that may be missing where they stand: asked for with ``is defined``, or given a default."""
    found: set[int] = set()
    for one in tree.find_all(nodes.Test):
        if one.name in _ASKING:
            found |= {id(name) for name in names_in(one.node)}
    for each in tree.find_all(nodes.Filter):
        if each.name in _SPARING and each.node is not None:
            found |= {id(name) for name in names_in(each.node)}
    for choice in tree.find_all((nodes.If, nodes.CondExpr)):
        asked = {one.name for one in names_in(choice.test) if id(one) in found}  # type: ignore[attr-defined]
        found |= {id(one) for one in choice.find_all(nodes.Name) if one.name in asked}
    return found


def _unused(root: Path, families: Collection[TemplateFamily]) -> Iterator[Problem]:
    """Files that stand for no shipped one and that nobody names."""
    idle = [(name, path) for name, path in template_files(root / OWN) if not _stands_for_something(name, path)]
    if not idle:
        return
    used = {name for family in families for one in family.parsed.values() for name in one.used}
    used |= set(_in_front_matter(root))
    shipped = [name for name, _path in template_files(shipped_templates()) if _is_overridden(name)]
    for name, path in idle:
        if name.removeprefix(f"{OVERRIDES}/") not in used:
            yield RULES["templat-kosong"].at(path.relative_to(root).as_posix(), maksud=did_you_mean(name, shipped))


def _stands_for_something(name: str, path: Path) -> bool:
    """Whether the region's own file ``name`` replaces a shipped one, is served as it is, or only explains."""
    inside = name.removeprefix(f"{OVERRIDES}/")
    of_theme, theme = inside != name, theme_folder()
    replaces = _is_overridden(name) and (shipped_templates() / name).is_file()
    replaces = replaces or (of_theme and theme is not None and (theme / inside).is_file())
    served = name.startswith("assets/") or (of_theme and not is_template(name))
    return replaces or served or path.stem.lower() == "readme"


def _is_overridden(name: str) -> bool:
    return name.partition("/")[0] not in NOT_OVERRIDDEN


def _in_front_matter(root: Path) -> Iterator[str]:
    """Templates that pages name in their front matter."""
    source = FolderSource(root)
    for path in sorted(Walk(source, PurePosixPath("content")).files()):
        if path.suffix != ".md":
            continue
        try:
            match = _FRONT.search(source.read(str(path), FILE_BYTES).decode("utf-8", "replace")[:4000])
        except OSError:
            continue
        if match:
            yield match[1]
