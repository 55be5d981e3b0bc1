"""From a region's folder to a planned site, the same for every engine."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from spbe.catalogue.quality_gate import with_broken_limits
from spbe.checks import Opened, open_region
from spbe.editions import PUBLIC, Audience
from spbe.engines.preflight import preflight
from spbe.history import dated_view
from spbe.i18n import speaking
from spbe.problems import RULES, sort_problems
from spbe.site import Site, plan
from spbe.site.render_cache import RenderCache
from spbe.sources.uncollected import uncollected
from spbe.yamlio import DocumentReader


@dataclass(frozen=True)
class Options:
    """For whom the site is built, and the reference date when it is given."""

    audience: Audience = PUBLIC
    today: date | None = None


@dataclass(frozen=True)
class Memory:
    """What a preview remembers from one build to the next."""

    reader: DocumentReader = field(default_factory=DocumentReader)
    bodies: RenderCache = field(default_factory=RenderCache)


def prepare(
    root: Path, options: Options, site_language: str, memory: Memory | None = None
) -> tuple[Opened, Site | None]:
    """What :func:`plan_site` gives, with every page rendered."""
    opened, site = plan_site(root, options, site_language, memory)
    if site is not None:
        site.render()
    return opened, site


@uncollected()
def plan_site(
    root: Path, options: Options, site_language: str, memory: Memory | None = None
) -> tuple[Opened, Site | None]:
    """Read, check, compute, reduce, plan; there is no site when data, settings or own templates have errors.

    Problems are told in the language in force, the site's interface is in ``site_language``. A preview gives
    its ``memory``, and only what changed is read and rendered anew; it is not held against the region's own limits
    of data quality, for a record that is being written is not yet complete, nor refused for want of a date.
    """
    opened = (
        open_region(root, options.today, memory.reader)
        if memory
        else with_broken_limits(open_region(root, options.today))
    )
    opened = preflight(opened)
    if not opened.sound:
        return opened, None
    with speaking(site_language):
        view, known = dated_view(opened, options.audience)
    if not known:
        rule = RULES["tanggal-tak-diketahui"]
        unknown = replace(rule, severity="warning" if memory else rule.severity).at(".")
        opened = replace(opened, problems=sort_problems((*opened.problems, unknown)))
        if not opened.sound:
            return opened, None
    with speaking(site_language):
        return opened, plan(view, root, memory.bodies if memory else None, opened.content)
