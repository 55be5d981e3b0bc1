"""What stands beside ids and codes in a cell, so that people know what they mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Final

from spbe.model.kinds import KINDS
from spbe.region import Region
from spbe.standards.instruments import shipped_instruments

LONGEST: Final = 120
"""Characters of a name in a cell; more than these are cut."""


@dataclass(frozen=True)
class Names:
    """Names of records by kind and id, of the codes of the reference architecture, and of indicators."""

    by_kind: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)
    indicators: Mapping[str, str] = field(default_factory=dict)

    def labelled(self, kind: str, name: str) -> str:
        """The record's name with its id in brackets behind it; the id alone where there is no such record."""
        called = self.by_kind.get(kind, {}).get(name)
        return f"{called} [{name}]" if called else name

    def with_new(self, kind: str, names: Mapping[str, str]) -> Names:
        """The same with ``names`` of records of ``kind``, by id, where there are none."""
        known = self.by_kind.get(kind, {})
        new = {name: _label(words) for name, words in names.items() if words and name not in known}
        return Names({**self.by_kind, kind: {**new, **known}}, self.codes, self.indicators)

    def id_of(self, kind: str, words: str) -> str | None:
        """The id of the only record of ``kind`` that is called ``words``."""
        found = self._by_words.get((kind, _plain(words)), ())
        return found[0] if len(found) == 1 else None

    def offered(self, kind: str) -> tuple[str, ...]:
        """Every record of ``kind`` as :meth:`labelled`, in the order of the alphabet."""
        if kind not in self._offered:
            labels = (self.labelled(kind, name) for name in self.by_kind.get(kind, {}))
            self._offered[kind] = tuple(sorted(labels, key=str.casefold))
        return self._offered[kind]

    @cached_property
    def _offered(self) -> dict[str, tuple[str, ...]]:
        return {}

    @cached_property
    def _by_words(self) -> dict[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = {}
        for kind, names in self.by_kind.items():
            for name, called in names.items():
                found.setdefault((kind, _plain(called)), []).append(name)
        return found


def names_of(region: Region) -> Names:
    """The names of everything that ``region``, which is reduced to an edition, holds."""
    by_kind = {kind: {name: _label(one.nama) for name, one in region.records[kind].items()} for kind in KINDS}
    codes = {code: _label(node.nama) for code, node in region.reference.nodes.items()}
    return Names(by_kind, codes, _indicators())


@cache
def _indicators() -> Mapping[str, str]:
    """Of shipped instruments, which everybody may know."""
    return {
        f"{name}/{one.kode}": _label(one.nama)
        for name, instrument in shipped_instruments().items()
        for one in instrument.all_indicators()
    }


def _label(name: str) -> str:
    """``name`` in one line, without what separates the items of a list."""
    plain = re.sub(r"\s+", " ", name.replace(";", ",")).strip().lstrip('"')
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…"


def _plain(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", words.casefold())
