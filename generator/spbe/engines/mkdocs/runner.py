"""MkDocs started in this process, for the command line: settings, one build, a preview, and a quiet log."""

from __future__ import annotations

import gc
import logging
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

import click
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from spbe.checks.settings import settings_problems
from spbe.editions import Audience
from spbe.engines.hand_written.written_pages import Extensions
from spbe.engines.mkdocs.plugin import SpbePlugin
from spbe.engines.output.configured_target import target_problems
from spbe.engines.output.guard import OutputMark, edition_folder, unwritable
from spbe.engines.own_templates.jinja_messages import explained
from spbe.engines.own_templates.template_faults import fault_in_build
from spbe.engines.pipeline import Options
from spbe.engines.tree.tree_settings import RegionSettings
from spbe.i18n import gettext
from spbe.problems import RULES, Problem
from spbe.problems.report import text_report
from spbe.region.layout import SETTINGS
from spbe.region.settings import read_settings, site_language

PLUGIN: Final = "spbe"
_FAILED_PAGE: Final = re.compile(r"Error (?:building|reading) page '(.*)':\s*(.*)", re.DOTALL)
_OURS: Final = "mkdocs.plugins.spbe"
_PREVIEW: Final = "mkdocs.livereload"

_log = logging.getLogger(_OURS)


class SettingsError(Exception):
    """``mkdocs.yml`` is missing or cannot be used; ``problems`` say why and where."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(text_report(problems))
        self.problems = tuple(problems)


@dataclass(frozen=True)
class Settings:
    """A region's ``mkdocs.yml`` as MkDocs understood it; ``options`` are those of the plugin in it."""

    file: Path
    config: MkDocsConfig
    options: Options


def load_settings(root: Path, *, strict: bool = False, **given: object) -> Settings:
    """Read ``mkdocs.yml`` of ``root``; ``given`` settings replace what it says. Raises :class:`SettingsError`."""
    demand_settings(root)
    _silence_material()
    config = _loaded(root, {"strict": True, **given} if strict else given)
    plugin = config.plugins[PLUGIN]
    config.theme["language"] = site_language(root)
    chosen = plugin.config
    return Settings(root / SETTINGS, config, Options(Audience(chosen.edition, chosen.opd), chosen.per_tanggal))


def demand_settings(root: Path) -> None:
    """Raise :class:`SettingsError` for everything that can be seen to be wrong in ``mkdocs.yml`` without MkDocs."""
    found = (*settings_problems(root), *target_problems(root, whole=False))
    errors = [problem for problem in found if problem.severity == "error"]
    if errors:
        raise SettingsError(errors)


def _loaded(root: Path, given: Mapping[str, object]) -> MkDocsConfig:
    """The settings as MkDocs understands them. What it alone refuses is a problem at the setting's place."""
    file = root / SETTINGS
    config = MkDocsConfig(config_file_path=str(file))
    try:
        with file.open("rb") as stream:
            config.load_file(stream)
        config.load_dict(dict(given))
        _fill_gaps(config)
        errors, _warnings = config.validate()  # of what they warn, our own check has told
    except Exception as error:  # hooks and other plugins are code that runs here
        cause = f"{type(error).__name__}: {' '.join(str(error).split())}"
        raise SettingsError([RULES["pengaturan-ditolak"].at(SETTINGS, 1, 1, kunci=SETTINGS, sebab=cause)]) from error
    if errors:
        written, _problems = read_settings(root)
        problems = []
        for key, refusal in errors:
            place = written.place((key,)) if written else (SETTINGS, 1, 1)
            cause = " ".join(str(refusal).split()).removesuffix(".")
            problems.append(RULES["pengaturan-ditolak"].at(*place, key, kunci=key, sebab=cause))
        raise SettingsError(problems)
    return config


def _fill_gaps(config: MkDocsConfig) -> None:
    """Take a setting that was left empty for one that is not there, which MkDocs does for some only."""
    for key, option in type(config)._schema:
        if config.get(key) is None:
            config[key] = option.default
    for key in ("theme", "validation"):
        written = config.get(key)
        if isinstance(written, dict):
            config[key] = {name: value for name, value in written.items() if value is not None or name == "name"}


def region_settings(settings: Settings) -> RegionSettings:
    """What of ``mkdocs.yml`` does not depend on MkDocs as the engine."""
    config = settings.config
    return RegionSettings(
        name=config.site_name,
        language=str(config.theme["language"]),
        url=config.site_url,
        extensions=Extensions(tuple(config.markdown_extensions), config.mdx_configs),
        features=tuple(config.theme.get("features") or ()),
        palette=config.theme.get("palette") or None,
        styles=tuple(config.extra_css),
        scripts=tuple(str(script) for script in config.extra_javascript),
    )


def target_of(settings: Settings, options: Options, *, offline: bool, out: Path | None) -> Path:
    """Where the build goes: ``out``, or the folder of the edition beside that of ``mkdocs.yml``."""
    if out is not None:
        return out.absolute()
    offline = offline or settings.config.plugins[PLUGIN].config.offline
    mark = OutputMark("luring" if offline else "situs", options.audience)
    return edition_folder(Path(settings.config.site_dir), mark)


def build_site(
    settings: Settings, options: Options, *, offline: bool = False, target: Path | None = None
) -> Path | None:
    """Build, and return the folder of the site; ``None`` when it failed, which has been told, and changed nothing.

    ``offline`` makes a copy that opens from disk. ``target`` is for another folder than that of ``mkdocs.yml``,
    which is that of the public edition; others have folders beside it
    (:func:`spbe.engines.output.guard.edition_folder`).
    """
    plugins = settings.config.plugins
    plugin = cast("SpbePlugin", plugins[PLUGIN])
    plugin.out = None if target is None else target.absolute()
    if offline:
        plugin.config["offline"] = True
    with overriding(options), uncollected():
        plugins.on_startup(command="build", dirty=False)
        try:
            build(settings.config)
        except Abort as error:
            if "strict mode" in str(error):
                _log.error(gettext("Ada peringatan dan --strict dipakai, jadi situs yang lama tidak diubah."))
            return None
        except Exception as error:
            fault = fault_in_build(error, settings.file.parent, settings.config)
            if fault is not None:
                _log.error(text_report([fault]))
                return None
            if not isinstance(error, OSError):
                raise
            _log.error(unwritable(plugin.target or Path(settings.config.site_dir), error))
            return None
        finally:
            plugins.on_shutdown()
    return plugin.target


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
        """Print ``record`` if it is for those who edit data; the preview server's own remarks are not."""
        ours = record.name.startswith(_OURS)
        worth = record.levelno >= logging.WARNING and not record.name.startswith(_PREVIEW)
        if not (ours or worth or self.debug):
            return
        text = record.getMessage()
        if ours:
            text = text.removeprefix("spbe: ")
        elif failed := _FAILED_PAGE.match(text):
            words = gettext("Halaman {halaman} gagal dibangun: {sebab}")
            text = words.format(halaman=f"content/{failed[1]}", sebab=explained(failed[2]))
        elif record.levelno == logging.WARNING:
            text = f"MkDocs: {text}"
        click.echo(text, err=True)


@contextmanager
def overriding(options: Options) -> Iterator[None]:
    """Within the block the plugin works with ``options``, whatever ``mkdocs.yml`` says."""
    before = SpbePlugin.overrides
    SpbePlugin.overrides = options
    try:
        yield
    finally:
        SpbePlugin.overrides = before


@contextmanager
def uncollected() -> Iterator[None]:
    """Within the block no garbage is looked for.

    A build keeps nearly everything that it makes; looking through millions of objects again and again took a quarter
    of the time of one with 8,000 records, and found a twentieth of its memory.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _silence_material() -> None:
    """Material's banner about MkDocs 2 is not for those who only edit data; it is read when Material is imported."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
