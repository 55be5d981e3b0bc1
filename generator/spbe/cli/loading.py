"""What several commands do first: settle the edition, open the region, look up the OPD."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from spbe.i18n import gettext as _
from spbe.model.kinds import OFFICE
from spbe.problems.report import text_report
from spbe.yamlio.validation import did_you_mean, offer

if TYPE_CHECKING:
    from spbe.checks import Opened
    from spbe.editions import Audience, Edition
    from spbe.region import Region


def wished_audience(edition: str | None, opd: str | None, default: str) -> Audience:
    """Whom the options name; ``--opd`` alone means its edition. Raises a usage error where they disagree."""
    from spbe.editions import Audience

    chosen = edition or ("opd" if opd else default)
    if chosen == "opd" and not opd:
        raise click.UsageError(_("Edisi opd memerlukan --opd ID, misalnya --opd diskominfo."))
    if chosen != "opd" and opd:
        raise click.UsageError(_("--opd hanya berlaku untuk --edition opd."))
    return Audience(cast("Edition", chosen), opd)


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
