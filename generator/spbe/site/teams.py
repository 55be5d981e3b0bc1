"""The teams of a region with their places on the page of governance."""

from __future__ import annotations

from spbe.model.identifiers import slug
from spbe.model.tim import Tim
from spbe.region import Region


def teams_of(region: Region) -> list[tuple[str, Tim]]:
    """Every team with its anchor on the page."""
    teams = region.teams
    named = [("koordinasi", teams.koordinasi), ("asesor-internal", teams.asesor_internal)]
    others = [(f"tim-{position}-{slug(team.nama)}", team) for position, team in enumerate(teams.lainnya, start=1)]
    return [(anchor, team) for anchor, team in [*named, *others] if team is not None]
