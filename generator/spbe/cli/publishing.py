"""What ``build`` and ``serve`` share: the settings of the region, and for whom the site is."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from spbe.cli.ending import RefusalError
from spbe.cli.opening import demand_opd, wished_edition

if TYPE_CHECKING:
    from spbe.engines.publishing import Options
    from spbe.engines.running import Settings


def prepared(
    root: Path, edition: str | None, opd: str | None, today: date | None, *, strict: bool = False
) -> tuple[Settings, Options]:
    """The settings with what the command line asks for; where it is silent ``mkdocs.yml`` decides.

    Raises a usage error for an OPD that sound data does not have; data with errors is left to the build to tell.
    """
    from spbe.engines.publishing import Options
    from spbe.engines.running import SettingsError, load_settings

    try:
        settings = load_settings(root, strict=strict)
    except SettingsError as error:
        raise RefusalError(str(error)) from error
    given = settings.options
    if edition is None and opd is None:
        edition, opd = given.edition, given.opd
    wished = wished_edition(edition, opd, "publik")
    if wished.opd is not None:
        from spbe.checks import open_region

        opened = open_region(root, today)
        if opened.sound:
            demand_opd(opened.region, wished.opd)
    return settings, Options(wished.edition, wished.opd, today or given.today)
