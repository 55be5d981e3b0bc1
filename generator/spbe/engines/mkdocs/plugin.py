"""The MkDocs plugin: a thin adapter from a planned site to virtual files, a menu and a theme.

Reading, checking and planning happen in ``on_config``, before MkDocs empties any folder. A build writes beside the
old site and swaps it in at the very end; a preview (``serve``) shows problems in the browser and recovers.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, Final

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from watchdog.observers.polling import PollingObserverVFS

from spbe.editions import Audience
from spbe.engines.hand_written.captions import with_captions
from spbe.engines.hand_written.source_links import with_record_links
from spbe.engines.hand_written.written_pages import first_paragraph, source_text
from spbe.engines.mkdocs.build_log import tell, will_abort
from spbe.engines.mkdocs.edit_links import RepositoryLinks, take_repository
from spbe.engines.mkdocs.layout_cache import TEMPLATE, LayoutCache, shares_layout
from spbe.engines.mkdocs.plugin_options import SpbeConfig
from spbe.engines.mkdocs.ready_page import ReadyPage, absolute
from spbe.engines.mkdocs.theme_settings import mended, prepare_theme, words_of_overrides
from spbe.engines.mkdocs.virtual_files import add_site
from spbe.engines.output.output_guard import (
    MARK,
    OutputMark,
    OutputPlaceError,
    demand_place,
    edition_folder,
    is_hosts,
    unwritable,
)
from spbe.engines.output.staging import Staging
from spbe.engines.own_templates.template_faults import problem_of
from spbe.engines.pipeline import Memory, Options, prepare
from spbe.engines.search.index_documents import findable
from spbe.engines.search.pagefind import SearchIndex, SearchIndexError
from spbe.i18n import gettext, language, speaking
from spbe.problems.report import text_report
from spbe.problems.usage import WrongUsageError
from spbe.region.clock import EPOCH
from spbe.region.file_naming import FOLDERS
from spbe.region.page_reader import PageFile
from spbe.region.settings import site_language as language_of
from spbe.region.template_folders import template_folders
from spbe.site import Site, problem_site
from spbe.site.addresses import HOME
from spbe.site.bytecode_cache import BYTECODE
from spbe.site.templates import TemplateFaultError

NOWHERE: Final = ".spbe"
"""A folder that does not exist, for MkDocs to list."""


class SpbePlugin(BasePlugin[SpbeConfig]):
    """Makes a region's site out of its three folders."""

    overrides: ClassVar[Options | None] = None
    """Set by the command line, which starts MkDocs in the same process."""

    def __init__(self) -> None:
        self.serving = False
        self.site: Site | None = None
        self.last_good: Site | None = None
        self.healthy = False
        """Whether the site is what the region says now, not an older state with a notice."""
        self.content = Path()
        self.written: dict[str, PageFile] = {}
        self.out: Path | None = None
        """The folder that the command line names; without it that of ``mkdocs.yml``, with a name for the edition."""
        self.target: Path | None = None
        self.staging: Staging | None = None
        self.repository: RepositoryLinks | None = None
        self.sources: dict[str, str] = {}
        self.memory = Memory()
        self.index = SearchIndex()

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002
        """Remember what runs; defining this keeps the plugin alive over the rebuilds of a preview."""
        self.serving = command == "serve"
        if os.environ.get(EPOCH) == "":
            del os.environ[EPOCH]  # MkDocs would take it for a number

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Open the region and plan its site; refuse to go on when the data has errors."""
        self.index.stop()  # MkDocs is about to empty the folder of a preview
        root = Path(config.config_file_path).parent
        site_language = config.theme["language"] = language_of(root)
        config.use_directory_urls = True  # addresses are promised, whatever ``mkdocs.yml`` says
        with speaking(language() if SpbePlugin.overrides is not None else site_language):
            if not self.serving:
                self._demand_target(config, root)
            try:
                self.site = self._plan(root, site_language)
            except WrongUsageError as error:
                raise PluginError(str(error)) from error
        with speaking(site_language):
            prepare_theme(config, self.site, template_folders(root))
        self.repository = take_repository(config, root)
        config.nav = []  # the menu is made of what the site has, in on_files
        config.extra_css = [*self.site.styles, *config.extra_css]
        config.extra_javascript = [*self.site.scripts, *config.extra_javascript]
        config.watch = [*config.watch, *(str(folder) for folder in _watched(root))]
        if self.offline:
            # Both need the address of a site, which a folder on a disk does not have.
            config.site_url = None
            config.theme.static_templates -= {"404.html", "sitemap.xml"}
        config.extra["spbe_offline"] = self.offline
        config.extra["spbe_preview"] = self.serving
        home = next((page.picture for page in self.site.pages if page.address == HOME), None)
        config.extra["spbe_picture"] = absolute(config.site_url, home) if home and config.site_url else None
        if self.target is not None:
            try:
                self.staging = Staging(self.target, is_hosts)
            except OSError as error:
                raise PluginError(unwritable(self.target, error)) from error
            config.site_dir = str(self.staging.path)
        return config

    def _demand_target(self, config: MkDocsConfig, root: Path) -> None:
        self.target = self.out or edition_folder(Path(config.site_dir), self._mark)
        try:
            demand_place(self.target, root, self._mark, [Path(config.docs_dir)])
        except OutputPlaceError as error:
            raise PluginError(str(error)) from error

    @property
    def _mark(self) -> OutputMark:
        return OutputMark("luring" if self.offline else "situs", self._options().audience)

    @property
    def offline(self) -> bool:
        """Whether this is a build of a copy that opens from disk."""
        return self.config.offline and not self.serving

    def shared(self, config: MkDocsConfig) -> bool:
        """Whether other programs will show pages of this build: not without an address, nor those of a preview."""
        return bool(config.site_url) and not self.serving

    def _options(self) -> Options:
        if SpbePlugin.overrides is not None:
            return SpbePlugin.overrides
        return Options(Audience(self.config.edition, self.config.opd), self.config.per_tanggal)

    def _plan(self, root: Path, site_language: str) -> Site:
        try:
            opened, site = prepare(root, self._options(), site_language, self.memory if self.serving else None)
            problems = opened.problems
        except TemplateFaultError as fault:
            site, problems = None, (problem_of(fault, root),)
        tell(problems, quiet=self.serving)
        self.healthy = site is not None
        if site is not None:
            self.last_good = site
            return site
        if not self.serving:
            raise PluginError(gettext("Data belum dapat diterbitkan; situs yang lama tidak diubah."))
        return problem_site(problems, self.last_good or root.resolve().name)

    @event_priority(-100)
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Keep MkDocs from listing ``content/`` itself: it would follow links out of the region, and wait at a pipe."""
        self.content = Path(config.docs_dir)
        config.docs_dir = str(self.content / NOWHERE)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Publish of ``content/`` only pages and attachments, and add everything that was planned."""
        site = self._site
        config.docs_dir = str(self.content)
        self.written = {page.uri: page for page in site.written.pages}
        try:
            self.sources = add_site(site, files, config, offline=self.offline, shared=self.shared(config))
        except TemplateFaultError as fault:
            report = text_report([problem_of(fault, Path(config.config_file_path).parent)])
            raise PluginError(report) from fault
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Give every page the date of the data and, where readers may see it, the way to its source."""
        for file in files.documentation_pages():
            if file.page is not None:
                if self._site.date:
                    file.page.update_date = self._site.date
                file.page.edit_url = self._edit_url(file.page)
                if isinstance(file.page, ReadyPage) and shares_layout(file.page):
                    file.page.template = TEMPLATE
        return nav

    def _edit_url(self, page: Page) -> str | None:
        if self.repository is None or not self._site.editable:
            return None
        source = page.planned.source if isinstance(page, ReadyPage) else None
        if source is None and page.file.generated_by is None:
            source = f"content/{page.file.src_uri}"
        return self.repository.edit_url(source) if source else None

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:  # noqa: ARG002
        """A hand-written page as it was read and checked, without its comments and what is unknown in its head."""
        written = self.written.get(page.file.src_uri)
        return source_text(written) if written else None

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Resolve the links to records in a hand-written page."""
        written = self.written.get(page.file.src_uri)
        if written is None:
            return markdown
        return with_record_links(written, markdown, self._site, self.sources, files=self.offline)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Describe a hand-written page by its first paragraph where it does not describe itself; name its tables."""
        words = page.meta.get("description") or escape(first_paragraph(html))
        if words:
            page.meta["description"] = " ".join(str(words).split())
        return with_captions(html)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the overrides our words and dates; begin the search index, for the content of all pages is there."""
        code = str(config.theme["language"])
        env.globals |= {**words_of_overrides(code), "spbe_page": LayoutCache(env).page}
        env.bytecode_cache = BYTECODE
        if not self.offline:
            found = findable(files, self._site.entries, env, code)
            self.index.start(found, Path(config.site_dir, "pagefind"))
        return env

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Mend the theme's own slips."""
        return mended(output)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002
        """The same for pages that have no source, such as that for wrong addresses."""
        return mended(output_content)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Wait for the search index; then put the new site in the place of the old one. A preview does not wait."""
        if self.serving:
            return
        try:
            self.index.finish()
        except SearchIndexError as error:
            raise PluginError(
                gettext("Indeks pencarian gagal dibuat, jadi situs yang lama tidak diubah. {sebab}").format(sebab=error)
            ) from error
        if self.staging and self.target and not will_abort(config):
            self._publish(self.staging, self.target)
            config.site_dir = str(self.target)

    def _publish(self, staging: Staging, target: Path) -> None:
        if not (staging.path / "index.html").is_file():
            raise PluginError(gettext("Situs yang dibangun tidak berisi halaman, jadi situs yang lama tidak diubah."))
        try:
            (staging.path / MARK).write_text(self._mark.text, encoding="utf-8", newline="\n")
            staging.publish()
        except OSError as error:
            raise PluginError(unwritable(target, error)) from error

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,  # noqa: ARG002
        builder: Callable[[], None],  # noqa: ARG002
    ) -> LiveReloadServer:
        """Watch without following links: one to ``/`` would have the whole disk looked through, twice a second."""
        server.observer = PollingObserverVFS(os.lstat, os.scandir, polling_interval=0.5)  # type: ignore[assignment]
        return server

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        """Leave nothing of a failed build behind; the old site was not touched."""
        self.index.stop()
        self._clear()

    def on_shutdown(self) -> None:
        """Remove what a build in strict mode wrote but may not publish."""
        self.index.stop()
        self._clear()

    def _clear(self) -> None:
        if self.staging:
            self.staging.discard()

    @property
    def _site(self) -> Site:
        if self.site is None:  # MkDocs runs on_config first
            raise PluginError("spbe: on_config has not run")
        return self.site


def _watched(root: Path) -> list[Path]:
    folders = [root / name for name in (*FOLDERS[1:], "site_templates")]
    return [folder for folder in dict.fromkeys((*folders, *template_folders(root))) if folder.is_dir()]
