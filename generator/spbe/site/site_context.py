"""What every page is made from: the view, what is computed from it once, and the templates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import jinja2

from spbe.catalogue.activities import ActivityClosure, accounts
from spbe.catalogue.claims import Claims, claims_of
from spbe.catalogue.coverage import Coverage, coverage
from spbe.catalogue.gaps import Gap, find_gaps
from spbe.catalogue.house_floors import Floor, floors_of
from spbe.catalogue.house_readings import nodes_of
from spbe.catalogue.impact import Impact, impact_of
from spbe.catalogue.matrices import MATRICES, Matrix, matrix
from spbe.catalogue.quality import Examined, by_owner, examine
from spbe.catalogue.shortcomings import Shortcoming, shortcomings
from spbe.catalogue.tasks import Sources, Task, tasks
from spbe.editions import Edition
from spbe.history import Past, past_of
from spbe.region import Node, Region
from spbe.site.calendar import Calendars, calendars_of
from spbe.site.charts.chart_file import chart_files
from spbe.site.charts.found_charts import charts_in
from spbe.site.downloads import Download, downloads_of
from spbe.site.kind_presentations import step_name
from spbe.site.later import Later
from spbe.site.page import Asset, Block, Page, family_of
from spbe.site.render_cache import RenderCache
from spbe.site.schedule_calendar import schedules_of
from spbe.site.templates import render
from spbe.site.variables import template_of, variables_of

C = TypeVar("C")


@dataclass(frozen=True)
class SiteContext:
    """What all pages are made from.

    ``view`` is what may be seen; ``env`` holds the templates; ``root`` is the region's folder, for its past.

    ``bodies`` may remember an earlier plan. ``files`` collects by address what pages need beside them, ``planned`` the
    pages.
    """

    view: Edition
    env: jinja2.Environment
    root: Path
    bodies: RenderCache | None = None
    files: dict[str, Asset] = field(default_factory=dict, compare=False)
    planned: list[Page] = field(default_factory=list, compare=False)

    @property
    def region(self) -> Region:
        """The reduced region."""
        return self.view.region

    @cached_property
    def examined(self) -> tuple[Examined, ...]:
        """Every record that may be seen, with the state of its fields."""
        return examine(self.region, self.view.visible_fields)

    @cached_property
    def examined_by_owner(self) -> dict[str | None, list[Examined]]:
        """The same, in the same order, by the offices that own them."""
        return by_owner(self.examined)

    @cached_property
    def shortcomings(self) -> tuple[Shortcoming, ...]:
        """What is plainly missing or out of date."""
        return shortcomings(self.region)

    @cached_property
    def impact(self) -> Impact:
        """What stops if something stops, among what may be seen."""
        return impact_of(self.region)

    @cached_property
    def step_names(self) -> dict[Node, str]:
        """How each record is named where it stands between others on a path: ``aplikasi Simpeg``."""
        return {node: step_name(node.kind, self.region.name(node)) for node in self.impact.graph.nodes}

    @cached_property
    def coverage(self) -> dict[str, Coverage]:
        """What the records of each domain cover of its codes."""
        return {domain: coverage(self.region, domain) for domain in self.region.reference.domains}

    @cached_property
    def house_floors(self) -> tuple[Floor, ...]:
        """The records of the domains as the floors of a house, each at its place."""
        return floors_of(self.region)

    @cached_property
    def house_owners(self) -> dict[Node, str | None]:
        """The office that owns each record of the house."""
        return {node: self.region.owner_id(self.region.get(node)) for node in nodes_of(self.house_floors)}

    @cached_property
    def house_owner_numbers(self) -> dict[str, Counter[str | None]]:
        """By kind how many of these records each office owns."""
        counted: dict[str, Counter[str | None]] = {floor.kind: Counter() for floor in self.house_floors}
        for node, owner in self.house_owners.items():
            counted[node.kind][owner] += 1
        return counted

    @cached_property
    def matrices(self) -> tuple[Matrix, ...]:
        """The matrices that have anything in them."""
        found = (matrix(self.region, kind) for kind in MATRICES)
        return tuple(one for one in found if one.size)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """Every difference between as-is and to-be, and those that activities closed."""
        return find_gaps(self.region)

    @cached_property
    def accounts(self) -> dict[Node, ActivityClosure]:
        """What each activity of the roadmap closes."""
        return accounts(self.region, self.gaps)

    @cached_property
    def claims(self) -> Claims:
        """What levels claim, held against the records that may be seen."""
        return claims_of(self.region, self.view.outcomes, self.view.visible_fields, whole=self.view.audience.is_whole)

    @cached_property
    def tasks(self) -> dict[str, tuple[Task, ...]]:
        """What each office should do, in order of worth."""

        def services(node: Node) -> int:
            return self.impact.count_direct(node, "layanan")

        return tasks(Sources(self.region, self.examined, self.shortcomings, self.claims, services))

    @cached_property
    def downloads(self) -> tuple[Download, ...]:
        """Every table as files."""
        return downloads_of(self.view, self.bodies)

    @cached_property
    def calendars(self) -> Calendars:
        """When evidence ends, as calendars per office and for all."""
        return calendars_of(self.view)

    @cached_property
    def schedules(self) -> dict[str, Asset]:
        """The stages of each assessment that has dated ones as a calendar, by its name."""
        return schedules_of(self.view)

    @cached_property
    def past(self) -> Past:
        """What changed in the last months, as far as it may be told."""
        return past_of(self.view, self.root)

    def page(
        self,
        kind: type[C],
        address: str,
        title: str,
        description: str,
        variables: Callable[[], C],
        *,
        parent: str | None = "/",
        source: str | None = None,
        search: dict[str, str] | None = None,
        qualifier: str = "",
        menu: str | None = None,
        menu_group: str = "",
    ) -> Page:
        """The page that the template of ``kind`` makes of ``variables``, which are asked for when its body is.

        Every template also gets ``page_title``, ``region`` (the reduced region) and ``view``. Files of the charts
        that it receives lie beside the page.
        """
        template = template_of(kind)

        def body() -> tuple[Block, ...]:
            received = variables()
            for chart in charts_in(received):
                for file in chart_files(self.env, self.region, address, chart):
                    self.files[f"/{file.path}"] = file
            own = {"page_title": title, **variables_of(received)}
            whole = {"region": self.region, "view": self.view}
            if self.bodies:
                return self.bodies.body(self.env, template, address, own, whole)
            return render(self.env, template, own | whole)

        return Page(
            address,
            title,
            description,
            family_of(template),
            Later(body),
            parent,
            source,
            search or {},
            qualifier,
            menu,
            menu_group,
        )

    def pages_below(self, address: str) -> list[Page]:
        """The pages whose parent is at ``address``, in their order; only for bodies, when all pages are known."""
        return [page for page in self.planned if page.parent == address]

    def source(self, node: Node) -> str | None:
        """The file of the region that holds the record at ``node``."""
        return self.region.files.get(node)
