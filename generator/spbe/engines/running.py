"""MkDocs started in this process, for the command line: settings, one build, a preview, and a quiet log."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click
import mkdocs.commands.build
import mkdocs.commands.serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from spbe.editions import Edition
from spbe.engines.mkdocs import SpbePlugin
from spbe.engines.publishing import Options
from spbe.i18n import gettext

SETTINGS: Final = "mkdocs.yml"
PLUGIN: Final = "spbe"
_OURS: Final = "mkdocs.plugins.spbe"


class SettingsError(Exception):
    """``mkdocs.yml`` is missing or cannot be used; the text, in the user's language, says why."""


@dataclass(frozen=True)
class Settings:
    """A region's ``mkdocs.yml`` as MkDocs understood it; ``options`` are those of the plugin in it."""

    file: Path
    config: MkDocsConfig
    options: Options


def load_settings(root: Path, *, strict: bool = False) -> Settings:
    """Read ``mkdocs.yml`` of ``root``. Raises :class:`SettingsError`."""
    file = root / SETTINGS
    if not file.is_file():
        words = gettext(
            "Tidak ada {berkas}. Buat wilayah baru dengan `spbe init`, atau sebutkan letaknya dengan --root."
        )
        raise SettingsError(words.format(berkas=file))
    _silence_material()
    try:
        config = load_config(str(file), strict=strict or None)
    except ConfigurationError as error:
        words = gettext("{berkas} tidak dapat dibaca: {sebab}")
        raise SettingsError(words.format(berkas=file, sebab=error)) from error
    except Abort as error:  # MkDocs has told in its log what is wrong
        raise SettingsError(gettext("{berkas} belum benar; lihat pesan di atas.").format(berkas=file)) from error
    plugin = config.plugins.get(PLUGIN)
    if not isinstance(plugin, SpbePlugin):
        words = gettext("{berkas} belum memakai plugin spbe; tambahkan `- spbe` di bawah `plugins:`.")
        raise SettingsError(words.format(berkas=file))
    chosen = plugin.config
    edition: Edition = chosen.edition
    return Settings(file, config, Options(edition, chosen.opd, chosen.per_tanggal))


def build_site(settings: Settings, options: Options) -> Path | None:
    """Build, and return the folder of the site; ``None`` when it failed, which has been told, or was interrupted."""
    target = Path(settings.config.site_dir)
    plugins = settings.config.plugins
    with _overriding(options):
        plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs.commands.build.build(settings.config)
        except Abort as error:
            if settings.config.strict:
                logging.getLogger(_OURS).error("%s", error)
            return None
        finally:
            plugins.on_shutdown()
    return target


def serve_site(settings: Settings, options: Options, address: str) -> None:
    """Show the site at ``address`` (``host:port``) until interrupted, and build it anew at each change."""
    with _overriding(options):
        mkdocs.commands.serve.serve(str(settings.file), dev_addr=address)


@contextmanager
def telling(*, debug: bool) -> Iterator[None]:
    """Within the block MkDocs's warnings, and everything that our plugin says, go to stderr; with ``debug`` all."""
    log = logging.getLogger("mkdocs")
    level, propagate = log.level, log.propagate
    handler = _Handler(debug=debug)
    log.addHandler(handler)
    log.setLevel(logging.DEBUG if debug else logging.INFO)
    log.propagate = False
    try:
        yield
    finally:
        log.removeHandler(handler)
        log.setLevel(level)
        log.propagate = propagate


class _Handler(logging.Handler):
    """Writes through click, which finds the stderr of the moment."""

    def __init__(self, *, debug: bool) -> None:
        super().__init__()
        self.debug = debug

    def emit(self, record: logging.LogRecord) -> None:
        ours = record.name.startswith(_OURS)
        if not (ours or self.debug or record.levelno >= logging.WARNING):
            return
        text = record.getMessage()
        if ours:
            text = text.removeprefix("spbe: ")
        elif record.levelno >= logging.WARNING:
            text = f"MkDocs: {text}"
        click.echo(text, err=True)


@contextmanager
def _overriding(options: Options) -> Iterator[None]:
    before = SpbePlugin.overrides
    SpbePlugin.overrides = options
    try:
        yield
    finally:
        SpbePlugin.overrides = before


def _silence_material() -> None:
    """Material's banner about MkDocs 2 is not for those who only edit data; it is read when Material is imported."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
