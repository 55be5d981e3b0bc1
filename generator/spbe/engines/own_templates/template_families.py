"""Templates that know one another, those of pages and those of the theme: their files, sources and names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import Final

import jinja2

from spbe.checks.settings.theme import theme_folder
from spbe.engines.own_templates.parsed_templates import ParsedTemplate, parsed_template
from spbe.region.settings import read_settings
from spbe.region.template_folders import OWN, shipped_templates
from spbe.site.templates import environment
from spbe.site.variables import context_of, explained_variables
from spbe.sources.folder import FolderSource
from spbe.sources.walk import Walk

OVERRIDES: Final = "overrides"
NOT_OVERRIDDEN: Final = frozenset({"assets", "ci", "init"})
"""Shipped folders without templates of pages: files that are served, and what ``spbe init`` fills in."""
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


def declared_variables(source: str) -> dict[str, str]:
    """Variable to explanation, from the declaration at the top of a shipped template that is no page."""
    match = _DECLARATION.match(source)
    if match is None:
        raise KeyError("the template does not begin with {# variables")
    pairs = (line.strip().partition(": ") for line in match[1].splitlines() if line.strip())
    return {name: told for name, _colon, told in pairs}


@dataclass(frozen=True)
class TemplateFamily:
    """Templates that know one another: those of pages, or those of the theme.

    ``files`` are the region's own, by the names under which they are used. ``lenient`` families pass over names that
    nobody gives, as long as nothing is asked of them.
    """

    env: jinja2.Environment
    files: Mapping[str, Path]
    folder: str
    lenient: bool

    @cached_property
    def listed(self) -> tuple[str, ...]:
        """The name of every template of the family, ours and those that it stands beside, in order."""
        return tuple(self.env.list_templates(filter_func=is_template))

    @cached_property
    def parsed(self) -> dict[str, ParsedTemplate]:
        """Every template that can be parsed."""
        found = ((name, self.template(name)) for name in self.listed)
        return {name: one for name, one in found if one}

    def has(self, name: str) -> bool:
        """Whether a template of the family is called ``name``."""
        return self._source(name) is not None

    def template(self, name: str) -> ParsedTemplate | None:
        """The template ``name``, if it is there and can be parsed."""
        source = self._source(name)
        try:
            return None if source is None else parsed_template(source, of_theme=self.lenient)
        except jinja2.TemplateSyntaxError:
            return None

    def _source(self, name: str) -> str | None:
        try:
            return self.env.loader.get_source(self.env, name)[0] if self.env.loader else None
        except (UnicodeDecodeError, OSError, jinja2.TemplateError):
            return None  # told of the file itself, if it is ours

    @cached_property
    def given(self) -> frozenset[str]:
        """What every template of the family gets."""
        return frozenset({*self.env.globals, *COMMON, *(_THEME_NAMES if self.lenient else ())})

    @cached_property
    def declared(self) -> frozenset[str]:
        """What some template that ships with the program declares."""
        found: set[str] = set()
        for shipped, path in template_files(shipped_templates()):
            if is_template(shipped):
                match = _DECLARATION.match(path.read_text("utf-8"))
                found |= declared_variables(match[0]).keys() if match else page_variables(shipped) or set()
        return frozenset(found)

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name that some template sets, takes or declares; to know them all, all are parsed."""
        found = {*self.given, *self.declared}
        for name, one in self.parsed.items():
            if self.lenient and name not in self.files:
                found |= one.mentioned
            found |= one.given
        return frozenset(found)

    def knows(self, name: str) -> bool:
        """Whether ``name`` is one of the :attr:`names`; they are looked through only as far as that needs."""
        return name in self.given or name in self.declared or name in self.names


def page_templates(root: Path) -> TemplateFamily:
    """Those that pages are made with, and what the region at ``root`` has of its own."""
    own = root / OWN
    files = {
        name: path
        for name, path in template_files(own)
        if name.endswith(".j2") and name.partition("/")[0] not in {OVERRIDES, *NOT_OVERRIDDEN}
    }
    return TemplateFamily(environment(root), files, f"{OWN}/", lenient=False)


def theme_templates(root: Path) -> TemplateFamily:
    """Those of the theme and of MkDocs, and what the region at ``root`` puts in their place; they are only parsed."""
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
        for name, path in template_files(folder):
            if is_template(name):
                files.setdefault(name, path)
    return TemplateFamily(env, files, f"{OWN}/{OVERRIDES}/", lenient=True)


def is_template(name: str) -> bool:
    """Whether the file ``name`` is filled in, not served as it is."""
    return name.endswith((".html", ".xml", ".j2"))


def template_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file below ``folder``, by its path from there, in order; links are not followed."""
    source, top = FolderSource(folder.parent), PurePosixPath(folder.name)
    for path in sorted(Walk(source, top).files()):
        yield str(path.relative_to(top)), source.place / path


def page_variables(name: str) -> frozenset[str] | None:
    """The variables of the page template ``name``; ``None`` of any other."""
    page = name.removeprefix("pages/").removesuffix(".html.j2")
    context = context_of(page) if page != name else None
    return frozenset(explained_variables(context)) if context else None
