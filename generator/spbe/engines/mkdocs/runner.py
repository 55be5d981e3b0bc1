"""MkDocs started in this process, for the command line."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from mkdocs.commands.build import build
from mkdocs.exceptions import Abort

from spbe.checks.settings.plugins import PLUGIN
from spbe.engines.mkdocs.build_log import OURS
from spbe.engines.mkdocs.mkdocs_settings import Settings
from spbe.engines.mkdocs.plugin import SpbePlugin
from spbe.engines.output.output_guard import unwritable
from spbe.engines.own_templates.template_faults import fault_in_build
from spbe.engines.pipeline import Options
from spbe.i18n import gettext
from spbe.problems.report import text_report
from spbe.sources.uncollected import uncollected

_log = logging.getLogger(OURS)


def build_site(
    settings: Settings, options: Options, *, offline: bool = False, target: Path | None = None
) -> Path | None:
    """Build, and return the folder of the site; ``None`` when it failed, which has been told, and changed nothing.

    ``offline`` makes a copy that opens from disk. ``target`` is for another folder than that of ``mkdocs.yml``,
    which is that of the public edition; others have folders beside it
    (:func:`spbe.engines.output.output_guard.edition_folder`).
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
def overriding(options: Options) -> Iterator[None]:
    """Within the block the plugin works with ``options``, whatever ``mkdocs.yml`` says."""
    before = SpbePlugin.overrides
    SpbePlugin.overrides = options
    try:
        yield
    finally:
        SpbePlugin.overrides = before
