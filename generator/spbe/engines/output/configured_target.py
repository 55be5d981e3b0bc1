"""The folder that ``mkdocs.yml`` names for the site, held against the guard of targets before anybody builds."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, cast

from spbe.checks.settings.look import Look
from spbe.checks.settings.plugins import plugin_options
from spbe.editions import EDITIONS, Audience, EditionName
from spbe.engines.output.output_guard import (
    OutputMark,
    OutputPlaceError,
    demand_no_sources,
    demand_place,
    edition_folder,
)
from spbe.problems import RULES, Problem
from spbe.region.settings import read_settings

_KEY: Final = "site_dir"
_USUAL: Final = "site"


def target_problems(root: Path, *, whole: bool) -> Iterator[Problem]:
    """What is wrong with the folder that ``mkdocs.yml`` of the region at ``root`` names, told at its place.

    A folder of the region or of git is wrong whatever the command line names instead; with ``whole`` one that
    holds something else is told too, as a warning where it is only the usual one.
    """
    settings, _problems = read_settings(root)
    written = settings.get(_KEY) if settings else None
    mark = _mark(plugin_options(Look(settings, None))) if settings else None
    if settings is None or mark is None or not (written is None or isinstance(written, str)):
        return  # what is wrong with them is told already
    folder = Path(os.path.normpath(root.absolute() / (_USUAL if written is None else written)))
    try:
        demand_no_sources(folder, root)
        target = edition_folder(folder, mark)
        if whole:
            demand_place(target, root, mark)
        else:
            demand_no_sources(target, root)
    except OutputPlaceError as refusal:
        usual = written is None
        rule = RULES["pengaturan-tujuan"]
        rule = replace(rule, severity="warning") if usual else rule
        file, line, column = settings.place(() if usual else (_KEY,))
        yield rule.at(file, line, column, _KEY, kunci=_KEY, sebab=str(refusal).removesuffix("."))


def _mark(options: Mapping[str, Any]) -> OutputMark | None:
    """What a build without options of its own would write; ``None`` while nobody can tell."""
    edition, opd, offline = options.get("edition") or "publik", options.get("opd"), options.get("offline") or False
    if edition not in EDITIONS or not isinstance(opd, str | None) or not isinstance(offline, bool):
        return None
    return OutputMark("luring" if offline else "situs", Audience(cast("EditionName", edition), opd))
