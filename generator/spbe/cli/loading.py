"""What several commands do first: settle the edition, read the settings, open the region, look up the OPD."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from spbe.cli.exit_codes import ReportError
from spbe.i18n import gettext as _
from spbe.model.kinds import OFFICE
from spbe.problems import Problem, sort_problems
from spbe.problems.report import text_report
from spbe.problems.usage import RefusalError
from spbe.yamlio.validation import did_you_mean, offer

if TYPE_CHECKING:
    from spbe.checks import Opened
    from spbe.editions import Audience, EditionName
    from spbe.engines.mkdocs.mkdocs_settings import Settings
    from spbe.engines.pipeline import Options
    from spbe.region import Region


def demand_top(folder: Path) -> None:
    """Refuse a folder inside a repository: hosts read their files at its top only. It need not be there yet."""
    from spbe.sources.git import Repository, repository_around

    there = next(place for place in (folder, *folder.resolve().parents) if place.is_dir())
    around = repository_around(there)
    if isinstance(around, Repository) and (around.prefix() or there != folder):
        words = _("Ini hanya untuk folder teratas repositori; {folder} ada di dalamnya.")
        raise RefusalError(words.format(folder=folder.resolve()))


def wished_audience(edition: str | None, opd: str | None, default: str) -> Audience:
    """Whom the options name; ``--opd`` alone means its edition. Raises a usage error where they disagree."""
    from spbe.editions import Audience

    chosen = edition or ("opd" if opd else default)
    if chosen == "opd" and not opd:
        raise click.UsageError(_("Edisi opd memerlukan --opd ID, misalnya --opd diskominfo."))
    if chosen != "opd" and opd:
        raise click.UsageError(_("--opd hanya berlaku untuk --edition opd."))
    return Audience(cast("EditionName", chosen), opd)


def open_told(root: Path, today: date | None, opd: str | None) -> Opened | None:
    """The region as far as it is sound, once its errors were told on stderr; ``None`` where there is none at all.

    ``opd`` must be in it, unless it may be what could not be read: then there is nothing to show either.
    """
    from spbe.checks import open_region
    from spbe.region import Node
    from spbe.region.layout import NO_REGION

    opened = open_region(root, today)
    if not opened.sound:
        _tell_errors(opened)
    if any(problem.rule in NO_REGION for problem in opened.problems):
        return None
    if opd is not None and opd not in opened.region.records[OFFICE] and not opened.sound:
        doubtful = opened.state(Node(OFFICE, opd)) == "unread"
        if doubtful or any(f"/perangkat-daerah/{opd}." in problem.file for problem in opened.problems):
            return None
    if opd is not None:
        demand_opd(opened.region, opd)
    return opened


def _tell_errors(opened: Opened) -> None:
    errors = [problem for problem in opened.problems if problem.severity == "error"]
    click.echo(text_report(errors, everything=False), err=True)


def demand_opd(region: Region, opd: str) -> None:
    """Raises a usage error when the region has no OPD ``opd``."""
    known = region.records[OFFICE]
    if opd not in known:
        words = _("Perangkat daerah `{id}` tidak ada.{maksud} Yang ada: {pilihan}.")
        meant = did_you_mean(opd, known)
        raise click.UsageError(words.format(id=opd, maksud=meant, pilihan=offer(opd, known) or "–"))


def demand_assessment(known: Collection[str], name: str) -> None:
    """Raises a usage error when ``name`` is not among the ``known`` assessments."""
    if name not in known:
        words = _("Penilaian `{nama}` tidak ada.{maksud} Yang ada: {pilihan}.")
        meant = did_you_mean(name, known)
        raise click.UsageError(words.format(nama=name, maksud=meant, pilihan=", ".join(known) or "–"))


def prepared(
    root: Path, edition: str | None, opd: str | None, today: date | None, *, strict: bool = False
) -> tuple[Settings, Options]:
    """The settings with what the command line asks for; where it is silent ``mkdocs.yml`` decides.

    Settings that cannot be used are reported together with everything else that is wrong, and end the command.
    Raises a usage error for an OPD that sound data does not have; data with errors is left to the build to tell.
    """
    from spbe.engines.mkdocs.mkdocs_settings import SettingsError, load_settings
    from spbe.region.clock import day_in_environment

    day_in_environment()  # a build would tell of nonsense in it too, but not as a wrong usage
    try:
        settings = load_settings(root, strict=strict)
    except SettingsError as error:
        raise ReportError(_report(root, today, error.problems)) from error
    options = options_for(settings.options, edition, opd, today)
    demand_reader(root, options)
    return settings, options


def options_for(given: Options, edition: str | None, opd: str | None, today: date | None) -> Options:
    """What the command line asks for; where it is silent ``given``, those of ``mkdocs.yml``, decide.

    Raises a usage error where the two options for readers disagree.
    """
    from spbe.engines.pipeline import Options

    if edition is None and opd is None:
        edition, opd = given.audience.edition, given.audience.opd
    return Options(wished_audience(edition, opd, "publik"), today or given.today)


def demand_reader(root: Path, options: Options) -> None:
    """Raise a usage error for an OPD that sound data does not have; data with errors is left to the build to tell."""
    if options.audience.opd is not None:
        from spbe.checks import open_region

        opened = open_region(root, options.today)
        if opened.sound:
            demand_opd(opened.region, options.audience.opd)


def _report(root: Path, today: date | None, settings: tuple[Problem, ...]) -> str:
    """Everything that is wrong in the region at ``root``: ``settings``, and what else can be found."""
    from spbe.checks import open_region
    from spbe.engines.preflight import preflight

    found = preflight(open_region(root, today)).problems
    return text_report(sort_problems((*found, *settings)), everything=False)
