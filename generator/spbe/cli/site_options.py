"""What ``build`` and ``serve`` share: the settings of the region, and for whom the site is."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from spbe.cli.exit_codes import ReportError
from spbe.cli.loading import demand_opd, wished_audience
from spbe.problems import Problem, sort_problems
from spbe.problems.report import text_report

if TYPE_CHECKING:
    from spbe.engines.mkdocs.runner import Settings
    from spbe.engines.pipeline import Options


def prepared(
    root: Path, edition: str | None, opd: str | None, today: date | None, *, strict: bool = False
) -> tuple[Settings, Options]:
    """The settings with what the command line asks for; where it is silent ``mkdocs.yml`` decides.

    Settings that cannot be used are reported together with everything else that is wrong, and end the command.
    Raises a usage error for an OPD that sound data does not have; data with errors is left to the build to tell.
    """
    from spbe.engines.mkdocs.runner import SettingsError, load_settings
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
