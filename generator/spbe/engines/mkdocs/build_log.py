"""What a build says through MkDocs's log, what MkDocs will make of it, and what of it a user reads."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import CountHandler

from spbe.engines.own_templates.jinja_messages import explained
from spbe.i18n import gettext
from spbe.problems import Problem
from spbe.problems.report import text_report

OURS: Final = "mkdocs.plugins.spbe"
"""What the names of our loggers begin with."""

_FAILED_PAGE: Final = re.compile(r"Error (?:building|reading) page '(.*)':\s*(.*)", re.DOTALL)
_PREVIEW: Final = "mkdocs.livereload"

_log = get_plugin_logger("spbe.engines.mkdocs")


def tell(problems: tuple[Problem, ...], *, quiet: bool) -> None:
    """Problems in the log, where a warning breaks ``--strict``; in a preview they are only told."""
    if not problems:
        return
    worst = {problem.severity for problem in problems}
    report = text_report(problems, everything=False)
    if quiet or "error" in worst:
        click.echo(report, err=True)
    else:
        _log.log(logging.WARNING if "warning" in worst else logging.INFO, "%s", report)


def will_abort(config: MkDocsConfig) -> bool:
    """Whether MkDocs will end a build in strict mode because something warned."""
    if not config.strict:
        return False
    handlers = logging.getLogger("mkdocs").handlers
    return any(isinstance(handler, CountHandler) and handler.get_counts() for handler in handlers)


@contextmanager
def build_logging(*, debug: bool) -> Iterator[None]:
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
        ours = record.name.startswith(OURS)
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
