"""What a kind must declare to be whole; each thing that is missing is told with the name of the kind."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

from spbe.catalogue.quality import NEVER_A_GAP
from spbe.model.base import fields_of
from spbe.model.kinds import Kind


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
