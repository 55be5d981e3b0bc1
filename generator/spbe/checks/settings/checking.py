"""All checks of ``mkdocs.yml`` in turn."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from spbe.checks.sensitive_texts import discreet
from spbe.checks.settings import markdown_extensions, named_files, plugins, secrets, theme, top
from spbe.checks.settings.look import Check, Look
from spbe.problems import Problem
from spbe.region import Region
from spbe.region.settings import read_settings

CHECKS: Final[tuple[Check, ...]] = (
    *top.CHECKS,
    *theme.CHECKS,
    *plugins.CHECKS,
    *markdown_extensions.CHECKS,
    *named_files.CHECKS,
    *secrets.CHECKS,
)


def settings_problems(root: Path, region: Region | None = None) -> tuple[Problem, ...]:
    """What is wrong in ``mkdocs.yml`` of the region at ``root``; with ``region`` also what its data must bear out."""
    settings, problems = read_settings(root)
    if settings is None:
        return problems
    look = Look(settings, region)
    found = (problem for check in CHECKS for problem in check(look))
    return tuple(discreet(found, secrets.sensitive_settings(settings)))
