"""Reads instruments: those that ship with the program, and any that a region brings."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from pydantic import ValidationError

from spbe.model.instrumen import Instrumen
from spbe.standards.proof import prove
from spbe.standards.resources import StandardsError, read_yaml, resource

__all__ = ["load_instrument", "national_instrument", "prove", "shipped_instruments"]

_FOLDER = "instrumen"


def load_instrument(raw: object) -> Instrumen:
    """The instrument in ``raw``, the parsed mapping of one file (scalars as text or as YAML types).

    Only the shape is checked here; :func:`prove` checks that the parts fit together.

    Raises:
        pydantic.ValidationError: ``raw`` does not have the shape of an instrument; its locations are paths in ``raw``.
    """
    return Instrumen.model_validate(raw)


@cache
def shipped_instruments() -> Mapping[str, Instrumen]:
    """The national instruments by id, oldest first. Read and proved once per process.

    Raises:
        StandardsError: A shipped file has the wrong shape, name, or fails its proof.
    """
    found: list[Instrumen] = []
    for entry in resource(_FOLDER).iterdir():
        stem, _, ending = entry.name.rpartition(".")
        if ending == "yaml":
            found.append(_shipped(stem))
    found.sort(key=lambda instrument: (min(instrument.tahun_penilaian), instrument.id))
    return MappingProxyType({instrument.id: instrument for instrument in found})


def national_instrument(year: int) -> str | None:
    """The id of the national instrument that assessments of ``year`` use; ``None`` for a year without one."""
    return next((one.id for one in shipped_instruments().values() if year in one.tahun_penilaian), None)


def _shipped(stem: str) -> Instrumen:
    path = f"{_FOLDER}/{stem}.yaml"
    try:
        instrument = load_instrument(read_yaml(path))
    except ValidationError as error:
        raise StandardsError(f"{path}: {error}") from error
    if instrument.id != stem:
        raise StandardsError(f"{path}: id is {instrument.id!r}")
    if not instrument.tahun_penilaian:
        raise StandardsError(f"{path}: tahun_penilaian is empty")
    if findings := prove(instrument):
        raise StandardsError(f"{path}: {findings}")
    return instrument
