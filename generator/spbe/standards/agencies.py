"""Which agency of the national tables a person means by a name, and how it is written in full."""

from __future__ import annotations

import difflib
import re
from functools import cache

from spbe.standards.agency_names import agency_key
from spbe.standards.agency_results import HasilInstansi, national_results

_RANK = re.compile(r"^(?:kab|kota|provinsi)-")
_NEARLY = 0.8
_RANK_IN_FULL = {"kabupaten": "Kabupaten", "kota": "Kota", "provinsi": "Provinsi"}


def agencies_called(name: str) -> tuple[str, ...]:
    """The keys of the agencies that ``name`` may mean.

    One with that name; else those that have it without their rank: ``Madiun`` is a regency and a city.
    """
    results = national_results()
    if (key := results.find(name)) is not None:
        return (key,)
    bare = agency_key(name).replace("-", "")
    return tuple(key for key in full_names() if _RANK.sub("", key) != key and _bare(key) == bare)


def names_like(name: str) -> tuple[str, ...]:
    """The names in full of the agencies, two at most, whose name ``name`` nearly is; of its rank if any are."""
    key = agency_key(name)
    bare = {other: _bare(other) for other in full_names()}
    near = difflib.get_close_matches(_bare(key), set(bare.values()), n=2, cutoff=_NEARLY)
    found = [other for word in near for other in bare if bare[other] == word]
    of_its_rank = [other for other in found if other.partition("-")[0] == key.partition("-")[0]]
    return tuple(full_names()[other] for other in (of_its_rank or found)[:2])


@cache
def full_names() -> dict[str, str]:
    """The name of every agency by its key, as its newest table has it, without abbreviations of its rank.

    :meth:`HasilNasional.find` understands each of them.
    """
    found: dict[str, str] = {}
    for rows in national_results().tahun.values():
        found |= {key: _in_full(row) for key, row in rows.items()}
    return found


def _bare(key: str) -> str:
    return _RANK.sub("", key).replace("-", "")


def _in_full(row: HasilInstansi) -> str:
    plain = row.instansi.removeprefix("Pemerintah ").replace("Kab. ", "Kabupaten ")
    rank = _RANK_IN_FULL.get(row.jenis, "")
    for name in (plain, f"{rank} {plain}"):
        if name.startswith(rank) and national_results().find(name) == row.kunci:
            return name
    return row.kunci.replace("-", " ").title() if rank else row.instansi
