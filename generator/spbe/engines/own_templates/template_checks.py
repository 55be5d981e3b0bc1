"""A region's own templates, looked at before anything is made of them: syntax, names, and whether they are used."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import Final

import jinja2
from jinja2 import meta, nodes

from spbe.checks.settings.theme import theme_folder
from spbe.engines.own_templates.jinja_messages import explained
from spbe.i18n import gettext
from spbe.problems import RULES, Problem
from spbe.region.settings import read_settings
from spbe.region.template_folders import OWN, shipped_templates
from spbe.site.templates import environment
from spbe.site.variables import context_of, explained_variables
from spbe.sources.folder import FolderSource
from spbe.sources.walk import Walk
from spbe.yamlio.limits import FILE_BYTES
from spbe.yamlio.validation import did_you_mean, offer

OVERRIDES: Final = "overrides"
COMMON: Final = ("page_title", "region", "view")
"""What every page gets, besides what its template declares."""
_DECLARATION: Final = re.compile(r"\A\{#-? variables\n(.*?)-?#\}\n", re.DOTALL)
_THEME_FILTERS: Final = ("url", "script_tag")
_THEME_NAMES: Final = frozenset(
    [
        "nav",
        "pages",
        "base_url",
        "extra_css",
        "extra_javascript",
        "mkdocs_version",
        "build_date_utc",
        "config",
        "page",
        "spbe_t",
        "spbe_date",
        "spbe_page",
        "_",
        "gettext",
        "ngettext",
        "pgettext",
        "npgettext",
    ]
)
_ASKING: Final = frozenset({"defined", "undefined"})
_SPARING: Final = frozenset({"default", "d"})
_FRONT: Final = re.compile(r"^template:\s*[\"']?([^\s\"']+)", re.MULTILINE)


def declared_variables(source: str) -> dict[str, str]:
    """Variable to explanation, from the declaration at the top of a shipped template that is no page."""
    match = _DECLARATION.match(source)
    if match is None:
        raise KeyError("the template does not begin with {# variables")
    pairs = (line.strip().partition(": ") for line in match[1].splitlines() if line.strip())
    return {name: told for name, _colon, told in pairs}


@dataclass(frozen=True)
class Family:
    """Templates that know one another: those of pages, or those of the theme.

    ``files`` are the region's own, by the names under which they are used. ``lenient`` families pass over names that
    nobody gives, as long as nothing is asked of them.
    """

    env: jinja2.Environment
    files: Mapping[str, Path]
    folder: str
    lenient: bool

    @cached_property
    def sources(self) -> dict[str, str]:
        """The text of every template of the family, ours and those that it stands beside."""
        found: dict[str, str] = {}
        for name in self.env.list_templates(filter_func=_is_template):
            try:
                found[name] = self.env.loader.get_source(self.env, name)[0] if self.env.loader else ""
            except (UnicodeDecodeError, OSError, jinja2.TemplateError):
                continue  # told of the file itself, if it is ours
        return found

    @cached_property
    def trees(self) -> dict[str, nodes.Template]:
        """Every template that can be parsed."""
        found: dict[str, nodes.Template] = {}
        for name, source in self.sources.items():
            try:
                found[name] = self.env.parse(source)
            except jinja2.TemplateSyntaxError:
                continue
        return found

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name that some template sets, takes or declares."""
        found = set(self.env.globals) | set(COMMON) | (_THEME_NAMES if self.lenient else set())
        for shipped, path in _files(shipped_templates()):
            if _is_template(shipped):
                match = _DECLARATION.match(path.read_text("utf-8"))
                found |= declared_variables(match[0]).keys() if match else _page_variables(shipped) or set()
        for name, tree in self.trees.items():
            if self.lenient and name not in self.files:
                found |= {one.name for one in tree.find_all(nodes.Name)}
            found |= _top_names(tree)
        return frozenset(found)


def template_problems(root: Path) -> list[Problem]:
    """What is wrong in the templates below ``site_templates/`` of the region at ``root``, and in ``custom_dir``."""
    problems: list[Problem] = []
    families = (_pages(root), _theme(root))
    for family in families:
        for name, path in family.files.items():
            problems += _problems(family, root, name, path)
    return [*problems, *_unused(root, families)]


def _pages(root: Path) -> Family:
    own = root / OWN
    files = {
        name: path
        for name, path in _files(own)
        if name.endswith(".j2") and name.partition("/")[0] not in {OVERRIDES, "assets", "init"}
    }
    return Family(environment(root), files, f"{OWN}/", lenient=False)


def _theme(root: Path) -> Family:
    settings, _problems = read_settings(root)
    custom = settings.get("theme", "custom_dir") if settings else None
    mkdocs = find_spec("mkdocs")
    engine = [Path(place) / "templates" for place in (mkdocs.submodule_search_locations or ())] if mkdocs else []
    own = [root / OWN / OVERRIDES, *([root / custom] if isinstance(custom, str) else [])]
    own = [folder for folder in own if not folder.is_symlink()]  # told as a link; it may lead to the whole disk
    places = [*own, shipped_templates() / OVERRIDES, theme_folder(), *engine]
    loader = jinja2.FileSystemLoader([str(place) for place in places if place])
    env = jinja2.Environment(loader=loader, auto_reload=False, extensions=["jinja2.ext.i18n"])  # noqa: S701  (only parsed)
    env.filters |= dict.fromkeys(_THEME_FILTERS, str)
    files: dict[str, Path] = {}
    for folder in own:
        for name, path in _files(folder):
            if _is_template(name):
                files.setdefault(name, path)
    return Family(env, files, f"{OWN}/{OVERRIDES}/", lenient=True)


def _is_template(name: str) -> bool:
    return name.endswith((".html", ".xml", ".j2"))


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    source, top = FolderSource(folder.parent), PurePosixPath(folder.name)
    for path in sorted(Walk(source, top).files()):
        yield str(path.relative_to(top)), source.place / path


def _problems(family: Family, root: Path, name: str, path: Path) -> Iterator[Problem]:
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


def _tools(family: Family, file: str, tree: nodes.Template) -> Iterator[Problem]:
    """Filters and tests are there."""
    known: Collection[str]
    for kind, known in ((nodes.Filter, family.env.filters), (nodes.Test, family.env.tests)):
        for one in tree.find_all(kind):
            if one.name not in known:
                yield _no_name(file, one.lineno, one.name, known)


def _others(family: Family, file: str, tree: nodes.Template) -> Iterator[Problem]:
    """Templates that this one uses are there, with the macros that it takes from them."""
    for one in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        if isinstance(one, nodes.Include) and one.ignore_missing:
            continue
        wanted = one.template  # type: ignore[attr-defined]
        if not isinstance(wanted, nodes.Const) or not isinstance(wanted.value, str):
            continue  # named while it is filled in
        if wanted.value not in family.sources:
            meant = did_you_mean(wanted.value, family.sources)
            yield RULES["templat-tak-ada"].at(
                file, one.lineno, 1, nama=wanted.value, maksud=meant, folder=family.folder
            )
        elif isinstance(one, nodes.FromImport) and wanted.value in family.trees:
            there = _top_names(family.trees[wanted.value])
            for each in one.names:
                taken = each[0] if isinstance(each, tuple) else each
                if taken not in there:
                    yield _no_name(file, one.lineno, taken, there)


def _names(family: Family, file: str, name: str, tree: nodes.Template) -> Iterator[Problem]:
    """Names stand for something."""
    known = family.names
    own = _page_variables(name)
    if own is not None:
        known = frozenset({*family.env.globals, *COMMON, *own, *_top_names(tree)})
    missing = meta.find_undeclared_variables(tree) - known
    spared = _spared(tree)
    for one in sorted(missing):
        uses = [use for use in _uses(tree, one, asked=family.lenient) if id(use) not in spared]
        if uses:
            yield _no_name(file, min(use.lineno for use in uses), one, known)


def _page_variables(name: str) -> frozenset[str] | None:
    """The variables of the page template ``name``; ``None`` of any other."""
    page = name.removeprefix("pages/").removesuffix(".html.j2")
    context = context_of(page) if page != name else None
    return frozenset(explained_variables(context)) if context else None


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
            found |= {id(name) for name in _all_names(one.node)}
    for each in tree.find_all(nodes.Filter):
        if each.name in _SPARING and each.node is not None:
            found |= {id(name) for name in _all_names(each.node)}
    for choice in tree.find_all((nodes.If, nodes.CondExpr)):
        asked = {one.name for one in _all_names(choice.test) if id(one) in found}  # type: ignore[attr-defined]
        found |= {id(one) for one in choice.find_all(nodes.Name) if one.name in asked}
    return found


def _all_names(node: nodes.Node) -> Iterator[nodes.Name]:
    """The names in ``node``, itself included."""
    yield from (one for one in (node, *node.find_all(nodes.Name)) if isinstance(one, nodes.Name))


def _top_names(tree: nodes.Template) -> set[str]:
    """What a template gives to those that import or extend it."""
    found = {macro.name for macro in tree.find_all(nodes.Macro)}
    for one in tree.find_all((nodes.Assign, nodes.AssignBlock)):
        target = one.target  # type: ignore[attr-defined]
        found |= {name.name for name in _all_names(target)}
    found |= {one.target for one in tree.find_all(nodes.Import)}
    for each in tree.find_all(nodes.FromImport):
        found |= {name[1] if isinstance(name, tuple) else name for name in each.names}
    return found


def _unused(root: Path, families: Collection[Family]) -> Iterator[Problem]:
    """Files that stand for no shipped one and that nobody names."""
    shipped, theme = shipped_templates(), theme_folder()
    used = {name for family in families for tree in family.trees.values() for name in _named(tree)}
    used |= set(_in_front_matter(root))
    known = [name for name, _path in _files(shipped) if not name.startswith(("assets/", "init/"))]
    for name, path in _files(root / OWN):
        inside = name.removeprefix(f"{OVERRIDES}/")
        of_theme = inside != name
        replaces = name in known or (of_theme and theme is not None and (theme / inside).is_file())
        served = name.startswith("assets/") or (of_theme and not _is_template(name))
        if not (replaces or served or inside in used or path.stem.lower() == "readme"):
            meant = did_you_mean(name, known)
            yield RULES["templat-kosong"].at(path.relative_to(root).as_posix(), maksud=meant)


def _named(tree: nodes.Template) -> Iterator[str]:
    yield from (name for name in meta.find_referenced_templates(tree) if name)


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
