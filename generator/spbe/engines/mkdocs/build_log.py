"""What a build says through MkDocs's log, and what MkDocs will make of it."""

from __future__ import annotations

import logging

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import CountHandler

from spbe.problems import Problem
from spbe.problems.report import text_report

log = get_plugin_logger("spbe.engines.mkdocs.plugin")


def tell(problems: tuple[Problem, ...], *, quiet: bool) -> None:
    """Problems in the log, where a warning breaks ``--strict``; in a preview they are only told."""
    if not problems:
        return
    worst = {problem.severity for problem in problems}
    report = text_report(problems, everything=False)
    if quiet or "error" in worst:
        click.echo(report, err=True)
    else:
        log.log(logging.WARNING if "warning" in worst else logging.INFO, "%s", report)


def will_abort(config: MkDocsConfig) -> bool:
    """Whether MkDocs will end a build in strict mode because something warned."""
    if not config.strict:
        return False
    handlers = logging.getLogger("mkdocs").handlers
    return any(isinstance(handler, CountHandler) and handler.get_counts() for handler in handlers)
