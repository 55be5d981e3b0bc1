"""The preview: every request is answered with the last good site, whatever is wrong now, and it recovers by itself.

Each build goes into a folder of its own; only one that is whole is shown. What keeps a build from being whole is told
over the last good site, or, when nothing was ever good, in its place.
"""

from __future__ import annotations

import re
import shutil
import traceback
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit
from wsgiref.types import StartResponse, WSGIEnvironment

import click
from markupsafe import escape
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from spbe.checks import open_region
from spbe.checks.settings.plugins import PLUGIN
from spbe.engines.mkdocs.mkdocs_settings import SettingsError, load_settings
from spbe.engines.mkdocs.plugin import SpbePlugin
from spbe.engines.mkdocs.runner import overriding
from spbe.engines.own_templates.template_faults import problem_in_build
from spbe.engines.pipeline import Options
from spbe.engines.preflight import preflight
from spbe.engines.preview.observer import PatientObserver
from spbe.i18n import gettext, language, speaking
from spbe.problems import Problem, sort_problems
from spbe.problems.report import text_report
from spbe.region.file_naming import FOLDERS
from spbe.region.layout import SETTINGS
from spbe.region.settings import read_settings, site_language
from spbe.region.template_folders import OWN, shipped_templates
from spbe.site.addresses import PROBLEMS
from spbe.site.templates import environment, filled
from spbe.sources.uncollected import uncollected

Choose = Callable[[Options], Options]
"""What the command line makes of the options in ``mkdocs.yml``."""

_BODY: Final = re.compile(rb"<body[^>]*>")
_HTML: Final = "text/html"


class Preview:
    """A region shown at ``address`` (``host:port``); ``folder`` is for what is built."""

    def __init__(self, root: Path, choose: Choose, address: str, folder: Path, *, debug: bool) -> None:
        self.root = root
        self.choose = choose
        self.address = address
        self.folder = folder
        self.debug = debug
        self.problems: tuple[Problem, ...] = ()
        self.good: Path | None = None
        self._builds = 0
        self._config: MkDocsConfig | None = None
        host, _colon, port = address.rpartition(":")
        self.server = LiveReloadServer(self.rebuild, host.strip("[]"), int(port), str(folder), self._mount())
        self.server.observer = PatientObserver()  # type: ignore[assignment]
        self.server.error_handler = self._error_page
        self.server.set_app(self._answer)

    @property
    def url(self) -> str:
        """Where the site is shown."""
        return f"http://{self.address}{self.server.mount_path}"

    def run(self) -> None:
        """Build, and show until interrupted."""
        try:
            with suppress(KeyboardInterrupt):
                self._watch()  # what changes during the first build is seen after it
                self.rebuild()
                self.server.serve()
            self.server.shutdown()
        finally:
            self.server.server_close()
            if self._config is not None:
                self._config.plugins.on_shutdown()

    def rebuild(self) -> None:
        """Build anew. Never raises: a server that heard of an error would answer nobody until it is mended."""
        self._builds += 1
        target = self.folder / str(self._builds)
        try:
            healthy = self._build(target)
        except SettingsError as error:
            self._tell(sort_problems((*self._wrong(), *error.problems)))
        except Exception as error:  # noqa: BLE001  (whatever it is, the preview goes on)
            if self.debug:
                traceback.print_exc()
            self._tell((problem_in_build(error, self.root, self._config),))
        else:
            self._show(target, healthy=healthy)
        self._watch()

    def _build(self, target: Path) -> bool:
        """Build into ``target``; whether the site is what the region says now, not an older state with a notice."""
        settings = load_settings(self.root, site_dir=str(target))
        config = settings.config
        self.server.mount_path = self._mount()
        config.site_url = self.url
        first, self._config = self._config is None, config
        if first:
            config.plugins.on_startup(command="serve", dirty=False)
        with overriding(self.choose(settings.options)), uncollected():
            build(config, serve_url=self.url)
        plugin = config.plugins[PLUGIN]
        return isinstance(plugin, SpbePlugin) and plugin.healthy

    def _show(self, target: Path, *, healthy: bool) -> None:
        self.problems = ()
        self.server.root = str(target)
        if healthy:
            self.good = target
        for old in self.folder.iterdir():
            if old.is_dir() and old not in {target, self.good}:
                shutil.rmtree(old, ignore_errors=True)

    def _tell(self, problems: tuple[Problem, ...]) -> None:
        """Show the last good site with ``problems`` over it."""
        self.problems = tuple(problem for problem in problems if problem.severity == "error")
        click.echo(text_report(self.problems), err=True)
        if self.good:
            self.server.root = str(self.good)

    def _wrong(self) -> tuple[Problem, ...]:
        """Everything that is wrong in the region, as far as it can be looked at."""
        try:
            return preflight(open_region(self.root)).problems
        except Exception as error:  # noqa: BLE001  (as above)
            return (problem_in_build(error, self.root, None),)

    def _mount(self) -> str:
        """The path of the site on its host."""
        settings, _problems = read_settings(self.root)
        said = settings.get("site_url") if settings else None
        with suppress(ValueError):
            path = urlsplit(said).path if isinstance(said, str) else ""
            return f"/{path.strip('/')}/" if path.strip("/") else "/"
        return "/"

    def _watch(self) -> None:
        """Watch everything that the site is made of, there or not."""
        own = [SETTINGS, *FOLDERS, OWN]
        settings, _problems = read_settings(self.root)
        if settings is not None:
            own += [one.document.file for one in settings.files]
            custom, hooks = settings.get("theme", "custom_dir"), settings.get("hooks")
            own += [name for name in (custom, *(hooks if isinstance(hooks, list) else ())) if isinstance(name, str)]
        more = self._config.watch if self._config is not None else []
        for place in (*(self.root / name for name in own), shipped_templates(), *map(Path, more)):
            self.server.watch(str(place))

    def _error_page(self, code: int) -> bytes | None:
        page = Path(self.server.root, f"{code}.html")
        return page.read_bytes() if page.is_file() else None

    def _answer(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer as the server does, with what is wrong over each page."""
        path = str(environ.get("PATH_INFO", ""))
        waiting = path.startswith("/livereload/")
        if not self.problems or waiting:
            return self.server.serve_request(environ, start_response)
        if self.good is None or path.endswith(PROBLEMS):
            return self._say(start_response, "200 OK", [("Content-Type", f"{_HTML}; charset=utf-8")], self._page())
        held: list[Any] = []
        body = self.server.serve_request(environ, lambda *words: held.extend(words))
        content = b"".join(body)
        if close := getattr(body, "close", None):
            close()
        status, headers = held[0], dict(held[1])
        if str(headers.get("Content-Type", "")).startswith(_HTML):
            content = _BODY.sub(lambda match: match[0] + self._notice(), content, count=1)
        headers.pop("Content-Length", None)
        return self._say(start_response, status, list(headers.items()), content)

    def _say(
        self, start_response: StartResponse, status: str, headers: list[tuple[str, str]], content: bytes
    ) -> Iterable[bytes]:
        start_response(status, [*headers, ("Content-Length", str(len(content)))])
        return [content]

    def _notice(self) -> bytes:
        with speaking(site_language(self.root)):
            words = gettext(
                "Situs belum dapat dibangun ({n} kesalahan). Yang tampil adalah keadaan terakhir yang baik."
            )
            link = gettext("Lihat masalahnya")
        address = self.server.mount_path.rstrip("/") + PROBLEMS
        text = f'{escape(words.format(n=len(self.problems)))} <a href="{escape(address)}">{escape(link)}</a>'
        return f'<p class="maklumat" role="status">{text}</p>'.encode()

    def _page(self) -> bytes:
        """The problems as a page that needs no site around it."""
        with speaking(site_language(self.root)):
            title = gettext("Masalah pada situs")
            context = {"language": language(), "page_title": title, "problems": self.problems}
            return filled(environment(shipped_templates().parent), "components/preview.html.j2", context).encode()
