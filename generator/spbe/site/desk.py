"""What every section needs to write its pages: the view, the templates, and a few habits."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import jinja2

from spbe.catalogue.activities import Account, accounts
from spbe.catalogue.claims import Claims, claims_of
from spbe.catalogue.gaps import Gap, find_gaps
from spbe.catalogue.impact import Impact, impact_of
from spbe.catalogue.quality import Examined, examine
from spbe.catalogue.shortcomings import Shortcoming, shortcomings
from spbe.editions import View
from spbe.history import Past, past_of
from spbe.region import Node, Region
from spbe.site.bodies import Bodies
from spbe.site.calendar import Calendars, calendars_of
from spbe.site.downloads import Download, downloads_of
from spbe.site.page import Asset, Page, family_of
from spbe.site.templates import render


@dataclass(frozen=True)
class Desk:
    """``view`` is what may be seen; ``env`` holds the templates; ``root`` is the region's folder, for its past.

    ``bodies`` may remember an earlier plan. ``files`` collects by address what pages need beside them.
    """

    view: View
    env: jinja2.Environment
    root: Path
    bodies: Bodies | None = None
    files: dict[str, Asset] = field(default_factory=dict, compare=False)

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
        found: dict[str | None, list[Examined]] = {}
        for one in self.examined:
            found.setdefault(one.owner, []).append(one)
        return found

    @cached_property
    def shortcomings(self) -> tuple[Shortcoming, ...]:
        """What is plainly missing or out of date."""
        return shortcomings(self.region)

    @cached_property
    def impact(self) -> Impact:
        """What stops if something stops, among what may be seen."""
        return impact_of(self.region)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """Every difference between as-is and to-be, and those that activities closed."""
        return find_gaps(self.region)

    @cached_property
    def accounts(self) -> dict[Node, Account]:
        """What each activity of the roadmap closes."""
        return accounts(self.region, self.gaps)

    @cached_property
    def claims(self) -> Claims:
        """What levels claim, held against the records that may be seen."""
        return claims_of(self.region, self.view.outcomes, self.view.visible_fields, whole=self.view.audience.is_whole)

    @cached_property
    def downloads(self) -> tuple[Download, ...]:
        """Every table as files."""
        return downloads_of(self.view, self.bodies)

    @cached_property
    def calendars(self) -> Calendars:
        """When evidence ends, as calendars per office and for all."""
        return calendars_of(self.view)

    @cached_property
    def past(self) -> Past:
        """What changed in the last months, as far as it may be told."""
        return past_of(self.view, self.root)

    def page(
        self,
        template: str,
        address: str,
        title: str,
        description: str,
        *,
        parent: str | None = "/",
        source: str | None = None,
        search: dict[str, str] | None = None,
        qualifier: str = "",
        **context: Any,
    ) -> Page:
        """The page that ``pages/<template>.html.j2`` makes of ``context``.

        Every template also gets ``page_title``, ``region`` (the reduced region) and ``view``.
        """
        own = {"page_title": title, **context}
        whole = {"region": self.region, "view": self.view}
        blocks = (
            self.bodies.body(self.env, template, address, own, whole)
            if self.bodies
            else render(self.env, template, own | whole)
        )
        return Page(address, title, description, family_of(template), blocks, parent, source, search or {}, qualifier)

    def source(self, node: Node) -> str | None:
        """The file of the region that holds the record at ``node``."""
        return self.region.files.get(node)
