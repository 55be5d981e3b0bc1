"""The MkDocs plugin: a thin adapter from a planned site to virtual files, a menu and a theme.

Reading, checking and planning happen in ``on_config``, before MkDocs empties any folder. A build writes beside the
old site and swaps it in at the very end; a preview (``serve``) shows problems in the browser and recovers.
"""

from __future__ import annotations

import logging
import re
import shutil
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any, ClassVar

import click
from jinja2 import Environment
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from spbe.editions import EDITIONS
from spbe.engines.mkdocs_page import ReadyPage
from spbe.engines.mkdocs_theme import prepare_theme
from spbe.engines.publishing import Options, prepare
from spbe.engines.search import SearchIndexError, index_site
from spbe.engines.swap import staging_for, swap_in
from spbe.i18n import gettext, speaking
from spbe.problems import Problem
from spbe.problems.report import text_report
from spbe.region.clock import DATA_FOLDERS
from spbe.site import MenuItem, Site, problem_site, wording
from spbe.site.templates import TemplateFaultError, template_folders

log = get_plugin_logger(__name__)

_FIRST_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)


class SpbeConfig(Config):
    """Options of the plugin in ``mkdocs.yml``; the command line overrides them."""

    edition = c.Choice(EDITIONS, default="publik")
    """For whom the site is built: ``publik``, ``opd`` or ``internal``."""
    opd = c.Optional(c.Type(str))
    """The OPD of an ``opd`` edition, by its id."""
    per_tanggal = c.Optional(c.Type(date))
    """The reference date, ``YYYY-MM-DD``; without it that of the commit."""


class SpbePlugin(BasePlugin[SpbeConfig]):
    """Makes a region's site out of its three folders."""

    overrides: ClassVar[Options | None] = None
    """Set by the command line, which starts MkDocs in the same process."""

    def __init__(self) -> None:
        self.serving = False
        self.site: Site | None = None
        self.last_good: Site | None = None
        self.target: Path | None = None
        self.staging: Path | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002
        """Remember what runs; defining this keeps the plugin alive over the rebuilds of a preview."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Open the region and plan its site; refuse to go on when the data has errors."""
        root = Path(config.config_file_path).parent
        with speaking(str(config.theme["language"])):
            try:
                self.site = self._plan(root)
            except TemplateFaultError as fault:
                raise PluginError(gettext("Templat tidak dapat dipakai. {sebab}").format(sebab=fault)) from fault
            prepare_theme(config, self.site, template_folders(root))
        config.nav = []  # the menu is made of what the site has, in on_files
        config.extra_css = [*self.site.styles, *config.extra_css]
        config.extra_javascript = [*self.site.scripts, *config.extra_javascript]
        config.watch = [*config.watch, *(str(folder) for folder in _watched(root))]
        if not self.serving:
            self.target = Path(config.site_dir)
            self.staging = staging_for(self.target)
            config.site_dir = str(self.staging)
        return config

    def _options(self) -> Options:
        if SpbePlugin.overrides is not None:
            return SpbePlugin.overrides
        return Options(self.config.edition, self.config.opd, self.config.per_tanggal)

    def _plan(self, root: Path) -> Site:
        opened, site = prepare(root, self._options())
        _tell(opened.problems, quiet=self.serving)
        if site is not None:
            self.last_good = site
            return site
        if not self.serving:
            raise PluginError(gettext("Data belum dapat diterbitkan; situs yang lama tidak diubah."))
        return problem_site(opened.problems, root, self.last_good)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Publish of ``content/`` only pages and attachments, and add everything that was planned."""
        site = self._site
        for file in list(files):
            hand_written = file.src_uri.endswith(".md") or file.src_uri.startswith("lampiran/")
            if file.src_dir == config.docs_dir and not hand_written:
                files.remove(file)
        written = {file.dest_uri: file for file in files.documentation_pages()}
        in_menu = _titles(site.menu)
        for page in site.pages:
            uri = _source_uri(page.address)
            level = InclusionLevel.INCLUDED if page.address in in_menu else InclusionLevel.NOT_IN_NAV
            made = File.generated(config, uri, content="", inclusion=level)
            existing = written.pop(made.dest_uri, None)
            if existing is None:
                files.append(made)
            ReadyPage(
                page,
                existing or made,
                config,
                introduced=existing is not None,
                date=site.date,
                menu_title=in_menu.get(page.address),
            )
        for asset in site.assets:
            files.append(File.generated(config, asset.path, content=asset.content))
        config.nav = [*_menu(site.menu), *_hand_written(written.values())]
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Give every hand-written page the date of the data too."""
        for file in files.documentation_pages():
            if file.page is not None and self._site.date:
                file.page.update_date = self._site.date
        return nav

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Describe a hand-written page by its first paragraph where it does not describe itself."""
        if not page.meta.get("description") and (first := _FIRST_PARAGRAPH.search(html)):
            page.meta["description"] = " ".join(html_text(first[1]).split())[:300]
        return html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Give the overrides our words and dates, in the language of the theme."""
        code = str(config.theme["language"])

        def words(msgid: str) -> str:
            with speaking(code):
                return gettext(msgid)

        def day(text: str) -> str:
            with speaking(code):
                return wording.day(date.fromisoformat(text))

        env.globals |= {"spbe_t": words, "spbe_date": day}
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Index for search; then put the new site in the place of the old one."""
        try:
            index_site(Path(config.site_dir))
        except SearchIndexError as error:
            raise PluginError(gettext("Indeks pencarian gagal dibuat, jadi situs yang lama tidak diubah. {sebab}").format(sebab=error)) from error
        if self.staging and self.target and not _will_abort(config):
            swap_in(self.staging, self.target)
            config.site_dir = str(self.target)

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        """Leave nothing of a failed build behind; the old site was not touched."""
        self._clear()

    def on_shutdown(self) -> None:
        """Remove what a build in strict mode wrote but may not publish."""
        self._clear()

    def _clear(self) -> None:
        if self.staging and self.staging.exists():
            shutil.rmtree(self.staging, ignore_errors=True)

    @property
    def _site(self) -> Site:
        if self.site is None:  # MkDocs runs on_config first
            raise PluginError("spbe: on_config has not run")
        return self.site


def html_text(html: str) -> str:
    """The words of a piece of HTML, without its tags."""
    return unescape(re.sub(r"<[^>]+>", "", html))


def _tell(problems: tuple[Problem, ...], *, quiet: bool) -> None:
    """Problems in the log, where a warning breaks ``--strict``; in a preview they are only told."""
    if not problems:
        return
    worst = {problem.severity for problem in problems}
    report = text_report(problems, everything=False)
    if quiet or "error" in worst:
        click.echo(report, err=True)
    else:
        log.log(logging.WARNING if "warning" in worst else logging.INFO, "%s", report)


def _will_abort(config: MkDocsConfig) -> bool:
    """Whether MkDocs will end a build in strict mode because something warned."""
    if not config.strict:
        return False
    handlers = logging.getLogger("mkdocs").handlers
    return any(isinstance(handler, CountHandler) and handler.get_counts() for handler in handlers)


def _watched(root: Path) -> list[Path]:
    folders = [root / name for name in (*DATA_FOLDERS[1:], "site_templates")]
    return [folder for folder in dict.fromkeys((*folders, *template_folders(root))) if folder.is_dir()]


def _source_uri(address: str) -> str:
    return f"{address.strip('/')}/index.md".lstrip("/")


def _titles(items: tuple[MenuItem, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for item in items:
        found[item.address] = item.title
        found |= _titles(item.children)
    return found


def _menu(items: tuple[MenuItem, ...]) -> list[dict[str, Any]]:
    return [
        {item.title: [_source_uri(item.address), *_menu(item.children)] if item.children else _source_uri(item.address)}
        for item in items
    ]


def _hand_written(files: Any) -> list[Any]:
    """Menu entries of the pages that were written by hand: single ones, and a section per folder."""
    single: list[Any] = []
    folders: dict[str, list[str]] = {}
    for file in sorted(files, key=lambda file: (file.name != "index", file.src_uri)):
        folder, slash, _rest = file.src_uri.partition("/")
        if slash:
            folders.setdefault(folder, []).append(file.src_uri)
        else:
            single.append(file.src_uri)
    return [*single, *({folder.replace("-", " ").capitalize(): uris} for folder, uris in folders.items())]
