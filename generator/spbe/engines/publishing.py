"""From a region's folder to a planned site, the same for every engine."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from spbe.catalogue.ratchet import held
from spbe.checks import Opened, open_region
from spbe.editions import Edition, View, reduce
from spbe.engines.preflight import preflight
from spbe.i18n import speaking
from spbe.scoring.outcomes import outcomes
from spbe.site import Site, plan
from spbe.site.bodies import Bodies
from spbe.yamlio import Reader


@dataclass(frozen=True)
class Options:
    """For whom the site is built, and the reference date when it is given."""

    edition: Edition = "publik"
    opd: str | None = None
    today: date | None = None


def view_of(opened: Opened, options: Options) -> View:
    """What follows from levels, computed on the whole region, then everything reduced together."""
    return reduce(opened.region, outcomes(opened.region), options.edition, options.opd)


@dataclass(frozen=True)
class Memory:
    """What a preview remembers from one build to the next."""

    reader: Reader = field(default_factory=Reader)
    bodies: Bodies = field(default_factory=Bodies)


def prepare(
    root: Path, options: Options, site_language: str, memory: Memory | None = None
) -> tuple[Opened, Site | None]:
    """Read, check, compute, reduce, plan; there is no site when data, settings or own templates have errors.

    Problems are told in the language in force, the site's interface is in ``site_language``. A preview gives
    its ``memory``, and only what changed is read and rendered anew; it is not held against the region's own limits
    of data quality, for a record that is being written is not yet complete.
    """
    opened = open_region(root, options.today, memory.reader) if memory else held(open_region(root, options.today))
    opened = preflight(opened)
    if not opened.sound:
        return opened, None
    with speaking(site_language):
        return opened, plan(view_of(opened, options), root, memory.bodies if memory else None)
