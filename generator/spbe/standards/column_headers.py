"""What columns are called in the lists of others, and into which field of a kind each goes."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from spbe.model.field_paths import field_places
from spbe.model.kinds import KINDS, Kind
from spbe.standards.resources import StandardsError, read_yaml

FILE: Final = "judul-kolom.yaml"
OTHER: Final = "lain"
"""The column is known, and has no field of its own: it is kept, for administrators alone."""
IGNORED: Final = "abaikan"
"""The column says nothing about the record: a running number, a signature."""

_KEPT_BY_US: Final = frozenset({"id", "dahulu", "klasifikasi", "sumber", "ditinjau"})
"""Fields that say something of the record itself; in lists of others columns of these names hold something else."""
_ALL: Final = "semua"
_KEYS: Final = frozenset({"katalog", "jenis", "lembar", "sumber", "kolom"})
_NEEDED: Final = frozenset({"katalog", "sumber", "kolom"})
_MARKS: Final = re.compile(r"[\W_]+")
_DEPENDENCY: Final = re.compile(r"dependency", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HeaderSet:
    """The spellings for records of ``kind``, with ``jenis`` for those of one jenis.

    ``sheets`` are keys of sheet names that hold such records only; ``targets`` are fields, :data:`OTHER` and
    :data:`IGNORED` by the key of a spelling, ``spellings`` the spellings by the same keys.
    """

    kind: str
    jenis: str | None
    sheets: frozenset[str]
    targets: Mapping[str, str]
    spellings: Mapping[str, str]


def header_key(text: str) -> str:
    """``text`` without what does not tell headers apart: case, blanks, marks, arrows and ``(Dependency)``."""
    plain = unicodedata.normalize("NFKC", html.unescape(text)).replace("#", " no ").casefold()
    return _MARKS.sub("", _DEPENDENCY.sub("", plain))


@cache
def header_sets(kind: Kind) -> tuple[HeaderSet, ...]:
    """The spellings for ``kind``: those of any jenis first, then of each jenis that has its own.

    Raises:
        StandardsError: The file names a kind, jenis or field that does not exist, or one spelling for two fields.
    """
    blocks = [_checked(block) for block in read_yaml(FILE)]
    own = dict.fromkeys(block["jenis"] for block in blocks if block["katalog"] == kind.slug and "jenis" in block)
    return tuple(_set(kind, jenis, blocks) for jenis in (None, *own))


def _set(kind: Kind, jenis: str | None, blocks: Iterable[Mapping[str, Any]]) -> HeaderSet:
    """Closer spellings win: of the jenis, then of the kind, the names of its own fields, of every kind."""
    places = field_places(*kind.classes(jenis))
    own = [block for block in blocks if block["katalog"] == kind.slug]
    layers = [
        [pair for block in own if jenis and block.get("jenis") == jenis for pair in _pairs(block)],
        [pair for block in own if "jenis" not in block for pair in _pairs(block)],
        [(word, place.path) for place in places.values() for word in _own_names(place.path, place.label)],
        [pair for block in blocks if block["katalog"] == _ALL for pair in _pairs(block)],
    ]
    targets: dict[str, str] = {}
    spellings: dict[str, str] = {}
    for layer in layers:
        new: dict[str, str] = {}
        for spelling, target in layer:
            if target not in {OTHER, IGNORED} and target not in places:
                continue  # of every kind, where this one has no such field
            key = header_key(spelling)
            if new.setdefault(key, target) != target and layer is not layers[2]:
                raise StandardsError(f"{FILE}: {spelling!r} of {kind.slug} stands for {new[key]} and {target}")
            if key not in targets:
                spellings.setdefault(key, spelling)
        targets = {**new, **targets}
    sheets = (name for block in own if jenis and block.get("jenis") == jenis for name in block.get("lembar", ()))
    return HeaderSet(
        kind.slug, jenis, frozenset(map(header_key, sheets)), MappingProxyType(targets), MappingProxyType(spellings)
    )


def _own_names(path: str, label: str) -> Iterator[str]:
    """How this program itself calls a field; the label alone only where it says enough."""
    if path in _KEPT_BY_US:
        return
    yield path
    if "." not in path:
        yield label


def _pairs(block: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    return ((spelling, target) for target, spellings in block["kolom"].items() for spelling in spellings)


def _checked(block: Any) -> Mapping[str, Any]:
    """``block``, when all that it names exists."""
    if not isinstance(block, dict) or not _NEEDED <= block.keys() <= _KEYS:
        raise StandardsError(f"{FILE}: {block!r} needs {sorted(_NEEDED)}, and may have {sorted(_KEYS - _NEEDED)}")
    name, jenis = block["katalog"], block.get("jenis")
    if name == _ALL:
        models = tuple(dict.fromkeys(model for kind in KINDS.values() for model in kind.classes()))
    elif name in KINDS and (jenis is None or jenis in KINDS[name].models):
        models = KINDS[name].classes(jenis)
    else:
        raise StandardsError(f"{FILE}: no kind {name!r} with jenis {jenis!r}")
    places = field_places(*models)
    for target in block["kolom"]:
        if target not in {OTHER, IGNORED} and target not in places:
            raise StandardsError(f"{FILE}: {name} has no field {target!r}")
    return block
