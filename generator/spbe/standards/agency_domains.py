"""The web domains of ministries and agencies: who owns what is found there."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from spbe.standards.resources import StandardsError, read_yaml

FILE: Final = "domain-instansi.yaml"


@cache
def agency_domains() -> Mapping[str, str]:
    """The agency of each domain; an empty name where several have what is there. Raises :class:`StandardsError`."""
    found: dict[str, str] = {}
    for row in read_yaml(FILE):
        if not isinstance(row, dict) or row.keys() != {"domain", "instansi"} or row["domain"] in found:
            raise StandardsError(f"{FILE}: {row!r} needs domain, which stands once, and instansi")
        found[row["domain"]] = row["instansi"]
    return found


def agency_at(host: str) -> str | None:
    """The agency in whose domain ``host`` is, which may be an empty name; ``None`` where it is in none of them."""
    labels = host.casefold().split(".")
    for start in range(len(labels)):
        agency = agency_domains().get(".".join(labels[start:]))
        if agency is not None:
            return agency
    return None
