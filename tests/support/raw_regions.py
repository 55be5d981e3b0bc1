"""Small regions made of raw records, for what is computed about plans and activities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from spbe.editions import Audience, Edition, EditionName, redact
from spbe.model.kinds import KINDS
from spbe.model.profil import Profil
from spbe.model.record import Entri
from spbe.model.tim import TataKelola
from spbe.region import Region
from spbe.region.region import relations_between
from spbe.scoring.outcomes import outcomes
from spbe.standards.instruments import shipped_instruments
from spbe.standards.reference_data import reference_architecture

TODAY = date(2026, 6, 1)


def region_of(world: Mapping[str, Sequence[dict[str, Any]]]) -> Region:
    """The region whose records are ``world``: kind to raw records; a record without a name is called by its id."""
    records: dict[str, dict[str, Entri]] = {slug: {} for slug in KINDS}
    for kind, given in world.items():
        for raw in given:
            whole = {"nama": raw["id"].upper(), **raw}
            records[kind][raw["id"]] = KINDS[kind].model_for(whole).model_validate(whole)
    relations = relations_between(records, {}, TataKelola(), {})
    instruments = shipped_instruments()
    return Region(Profil(nama="Uji"), records, relations, {}, instruments, reference_architecture(), TODAY)


def seen_by(region: Region, edition: EditionName) -> Edition:
    """What readers of ``edition`` see of ``region``."""
    return redact(region, outcomes(region), Audience(edition))
