"""What a kind must declare to be whole; each thing that is missing is told with the name of the kind."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

from spbe.catalogue.quality import NEVER_A_GAP
from spbe.model.base import fields_of
from spbe.model.choices import choices_of
from spbe.model.kinds import KINDS, Kind
from spbe.model.references import RelationSpec, relations_of
from spbe.site.kind_presentations import KindPresentation, RelatedCount


def missing_of(kind: Kind) -> list[str]:
    """What ``kind`` leaves open or contradicts, each ``slug: attribute``; nothing for a whole kind."""
    return [f"{kind.slug}: {attribute}" for attribute in _missing(kind)]


def _missing(kind: Kind) -> Iterator[str]:
    if not re.fullmatch(r"[a-z]+(-[a-z]+)*", kind.slug):
        yield "slug"
    if not re.fullmatch(rf"(architecture|indicators)/{kind.slug}", kind.folder):
        yield "folder"
    if not re.fullmatch(rf"/([a-z-]+/)*{kind.slug}/", kind.address):
        yield "address"
    for attribute in ("singular", "plural", "short"):
        if not re.fullmatch(r"[A-Z].+", getattr(kind, attribute)):
            yield attribute
    if not re.fullmatch(r"1 [a-z ]+", kind.one):
        yield "one"
    if not re.fullmatch(r"\{n\} [a-z ]+", kind.many):
        yield "many"
    if set(kind.models) != {None, *(kind.jenis.nilai if kind.jenis else ())}:
        yield "models"
    if not re.fullmatch(r"[a-z0-9-]+ --nama [^-]+( --[a-z]+ [^ ]+)*", " ".join(shlex.split(kind.example))):
        yield "example"
    known = {name for model in kind.models.values() for name in fields_of(model)} - NEVER_A_GAP
    if not kind.unexpected <= known:
        yield "unexpected"
    if kind.has_lane and not kind.is_catalogued:
        yield "has_lane"
    if kind.home is not None and kind.home < 1:
        yield "home"
    if kind.paths < 1:
        yield "paths"


def ill_shown(kind: Kind, shown: KindPresentation | None) -> list[str]:
    """What the presentation of ``kind`` leaves open, or names that is not there, each ``slug: attribute``."""
    if shown is None:
        return [f"{kind.slug}: presentation"]
    return [f"{kind.slug}: {attribute}" for attribute in _ill_shown(kind, shown)]


def _ill_shown(kind: Kind, shown: KindPresentation) -> Iterator[str]:
    codes = {""} | {
        code
        for model in kind.models.values()
        for name, choice in choices_of(model).items()
        if name == shown.typed_by
        for code in choice.nilai
    }
    read = {spec.forward for spec in _relations(kind)}
    read |= {spec.inverse for other in KINDS.values() for spec in _relations(other) if kind.slug in spec.kinds}
    if not all(_is_related(kind, column) for column in shown.columns):
        yield "columns"
    heads_whole = "" in shown.heads and all("{nama}" in words for words in shown.heads.values())
    if shown.heads and not (heads_whole and shown.heads.keys() <= codes):
        yield "heads"
    if not all(clause.relation in read and "{apa}" in clause.words for clause in shown.clauses):
        yield "clauses"
    if not shown.stops.keys() <= codes:
        yield "stops"
    if not set(shown.stops_first) <= KINDS.keys():
        yield "stops_first"
    if "{nama}" not in shown.step:
        yield "step"


def _relations(kind: Kind) -> Iterator[RelationSpec]:
    for model in kind.models.values():
        yield from relations_of(model)


def _is_related(kind: Kind, column: RelatedCount) -> bool:
    """Whether the one that names has such a field for the other."""
    source, target = (KINDS[column.kind], kind) if column.naming else (kind, KINDS[column.kind])
    return any(spec.field == column.field and target.slug in spec.kinds for spec in _relations(source))
