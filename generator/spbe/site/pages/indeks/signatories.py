"""Who signs a report: offices and functions from the teams, never persons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spbe.i18n import gettext as _
from spbe.model.tim import Anggota, Tim
from spbe.site.site_context import SiteContext


@dataclass(frozen=True)
class Signature:
    """One place to sign: what signing means, the office, and its function in the team; empty where unknown."""

    act: str
    office: str
    function: str


@dataclass(frozen=True)
class Signatories:
    """The places to sign, from left to right.

    ``basis`` names the decrees of the teams, ``other_term`` those teams whose recorded term does not touch the year
    of the report.
    """

    signatures: tuple[Signature, ...]
    basis: tuple[str, ...]
    other_term: tuple[str, ...]


def signatories_of(site: SiteContext, year: int) -> Signatories:
    """The signatures under a report about ``year``.

    The self-assessment is closed by whoever answers for the internal assessors and by the coordinator of SPBE
    (PermenPANRB 59/2020, Berita Acara Penilaian Mandiri; Pernyataan Persetujuan Publikasi).
    """
    teams = site.region.teams
    acts = (
        (_("Disusun oleh"), teams.asesor_internal, ("penanggung jawab", "ketua")),
        (_("Mengetahui"), teams.koordinasi, ("koordinator", "ketua")),
    )
    present = [team for _act, team, _roles in acts if team is not None]
    return Signatories(
        signatures=tuple(_signature(act, team, roles) for act, team, roles in acts),
        basis=tuple(f"{team.nama}: {team.sk}" for team in present if team.sk),
        other_term=tuple(team.nama for team in present if not _served(team, year)),
    )


def _signature(act: str, team: Tim | None, roles: Sequence[str]) -> Signature:
    seat = _seat(team, roles) if team else None
    return Signature(act, seat.jabatan if seat else "", (seat.peran or "") if seat else "")


def _seat(team: Tim, roles: Sequence[str]) -> Anggota | None:
    """The seat with the first of ``roles`` that anybody has; nobody signs for a team that does not say who leads it."""
    for role in roles:
        for seat in team.anggota:
            written = (seat.peran or "").strip().casefold()
            if written == role or written.startswith(
                (f"{role} spbe", f"{role} tim")
            ):  # a head of some part is not meant
                return seat
    return None


def _served(team: Tim, year: int) -> bool:
    begun = team.mulai is None or team.mulai.first.year <= year
    return begun and (team.selesai is None or team.selesai.last.year >= year)
