"""Small worlds of records for the rules on claims, told by how much of them bears a claim out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from spbe.catalogue.claims import Case, ClaimRule
from spbe.model.kinds import ARCHITECTURE, KINDS
from spbe.model.penilaian import Jawaban, Penilaian
from spbe.model.peta_rencana import MUATAN
from spbe.model.profil import Profil
from spbe.model.record import Entri
from spbe.model.tim import TataKelola
from spbe.region import Assessment, Region
from spbe.region.region import relations_between
from spbe.standards.instruments import shipped_instruments
from spbe.standards.reference_data import reference_architecture

Raw = dict[str, Any]
World = Mapping[str, Sequence[Raw]]
"""Kind to records; ``answer`` and ``tim`` stand for the answer to the indicator and the teams."""

TODAY = date(2026, 6, 1)
NEW, OLD = "2026-01-15", "2020-01-15"


def case_of(world: World, rule: ClaimRule) -> Case:
    """The records of ``world`` as a region, with an assessment that gives the rule's level."""
    records: dict[str, dict[str, Entri]] = {slug: {} for slug in KINDS}
    for kind in KINDS:
        for raw in world.get(kind, ()):
            whole = {"nama": raw["id"], **raw}
            records[kind][raw["id"]] = KINDS[kind].model_for(whole).model_validate(whole)
    instrument = shipped_instruments()[rule.instrument]
    code = rule.codes[0]
    head = Penilaian.model_validate({"tahun": "2025", "instrumen": rule.instrument})
    answer = Jawaban.model_validate(dict(*world.get("answer", ({},))))
    assessment = Assessment("2025", head, instrument, {code: answer}, {"akhir": {code: Fraction(rule.level)}})
    teams = TataKelola.model_validate(dict(*world.get("tim", ({},))))
    relations = relations_between(records, {"2025": assessment}, teams, {})
    region = Region(
        Profil(nama="Uji"), records, relations, {"2025": assessment}, {}, reference_architecture(), TODAY, teams
    )
    return Case(region, assessment, code)


def many(name: str, number: int, **fields: Any) -> list[Raw]:
    """``number`` records alike."""
    return [{"id": f"{name}{place}", **fields} for place in range(number)]


def split(name: str, yes: int, of: int, good: Raw, bad: Raw) -> list[Raw]:
    """``of`` records, the first ``yes`` of them good."""
    return [{"id": f"{name}{place}", **(good if place < yes else bad)} for place in range(of)]


SERVERS = many("server", 10, jenis="server")
"""Enough infrastructure for its gaps to mean something."""

PARTNER: Raw = {"id": "mitra", "pemilik_luar": "Kementerian"}


def owned(number: int = 5) -> Iterator[tuple[str, str]]:
    """Offices and the applications that they own."""
    return ((f"opd{place}", f"app{place}") for place in range(number))


def housed(yes: int | None, of: int = 5) -> World:
    """Offices with an application each, ``yes`` of them in a data centre; ``None``: it is not told where."""
    return {
        "perangkat-daerah": many("opd", of),
        "aplikasi": [
            {"id": app, "perangkat_daerah": opd, **({} if yes is None else {"infrastruktur": [f"s{place}"]})}
            for place, (opd, app) in enumerate(owned(of))
        ],
        "infrastruktur": [
            {"id": "pd", "jenis": "pusat-data"},
            *split("s", yes or 0, of, {"jenis": "server", "fasilitas": "pd"}, {"jenis": "server", "fasilitas": []}),
        ],
    }


def networked(yes: int | None) -> World:
    """Five offices, ``yes`` of them in the network; ``None``: the network does not tell whom it joins."""
    joined = {} if yes is None else {"menghubungkan": [f"opd{place}" for place in range(yes)]}
    return {
        "perangkat-daerah": many("opd", 5),
        "infrastruktur": [{"id": "intra", "jenis": "jaringan-intra", **joined}],
    }


def linked(yes: int | None) -> World:
    """Five offices with an application each, ``yes`` of them exchanging through the link, the others directly."""

    def exchange(place: int) -> Raw:
        if yes is None:
            return {}
        return {"integrasi": [{"aplikasi": "mitra", "jalur": "splp" if place < yes else "langsung"}]}

    return {
        "perangkat-daerah": many("opd", 5),
        "aplikasi": [
            PARTNER,
            *({"id": app, "perangkat_daerah": opd, **exchange(place)} for place, (opd, app) in enumerate(owned())),
        ],
    }


def guarded(yes: int | None) -> World:
    """Five offices with an application each, ``yes`` of them protected; ``None``: nothing says what it protects."""
    protected = {} if yes is None else {"melindungi": {"aplikasi": [f"app{place}" for place in range(yes)]}}
    return {
        "perangkat-daerah": many("opd", 5),
        "aplikasi": [{"id": app, "perangkat_daerah": opd} for opd, app in owned()],
        "keamanan": [{"id": "standar", "jenis": "standar", **protected}],
    }


def threatened(yes: int, risks: int = 10) -> World:
    """Five offices with an application each, and ``risks`` of which each hits one of the first ``yes``."""
    return {
        "perangkat-daerah": many("opd", 5),
        "aplikasi": [{"id": app, "perangkat_daerah": opd} for opd, app in owned()],
        "risiko": [{"id": f"risiko{n}", "mengancam": {"aplikasi": [f"app{n % yes}"]}} for n in range(risks)],
    }


def exchanging(way: str | None, none: bool = False) -> World:
    """Five applications of the region that exchange with another by ``way``."""
    told: Raw = {"integrasi": [{"aplikasi": "mitra", "jalur": way}]} if way else {"integrasi": []} if none else {}
    return {"aplikasi": [PARTNER, *many("app", 5, **told)]}


def processes(yes: int | None, good: Raw, bad: Raw, **more: Sequence[Raw]) -> World:
    """Five processes with a service each, ``yes`` of which are ``good``; ``None``: without services."""
    services = [] if yes is None else split("layanan", yes, 5, good, bad)
    return {
        "proses-bisnis": many("proses", 5),
        "layanan": [{**one, "proses_bisnis": [f"proses{place}"]} for place, one in enumerate(services)],
        **more,
    }


def supported(yes: int | None) -> World:
    """Five processes, the services of ``yes`` of which are supported by one application."""
    serves = [f"layanan{place}" for place in range(yes or 0)]
    return processes(yes, {}, {}, aplikasi=[{"id": "app", "layanan": serves}])


def shared(yes: int | None) -> World:
    """Five processes, ``yes`` of which two offices take part in."""
    one = {"perangkat_daerah": "opd0"}
    return processes(yes, {**one, "pelaksana": ["opd1"]}, one, **{"perangkat-daerah": many("opd", 2)})


def audit(**fields: Any) -> World:
    return {
        "keamanan": [
            {
                "id": "audit",
                "jenis": "audit",
                "melindungi": {"aplikasi": ["app"], "infrastruktur": ["server0"]},
                **fields,
            }
        ],
        "aplikasi": [{"id": "app"}],
        "infrastruktur": SERVERS,
    }


def planning(application: Raw | None, **service: Any) -> World:
    """The service of I32, with the application that supports it."""
    supporting = [] if application is None else [{"id": "emusren", "layanan": ["musrenbang"], **application}]
    return {
        "layanan": [{"id": "musrenbang", "referensi": ["RAL.02.03.01"], **service}],
        "aplikasi": [*supporting, PARTNER],
    }


def items(number: int, **fields: Any) -> World:
    return {"peta-rencana": many("rencana", number, tahun_mulai="2025", **fields)}


def muatan(alive: int, dormant: int = 0) -> World:
    parts = list(MUATAN.nilai)[: alive + dormant]
    return {
        "peta-rencana": [
            {"id": part, "muatan": part, "status": "berjalan" if place < alive else "ditunda"}
            for place, part in enumerate(parts)
        ]
    }


def evidence(**fields: Any) -> World:
    return {"bukti": [{"id": "bukti", **fields}], "answer": [{"bukti": ["bukti"]}]}


def team(**fields: Any) -> World:
    return {"tim": [{"koordinasi": {"nama": "Tim", **fields}}]}


def kinds(number: int) -> World:
    return {kind: [{"id": "satu"}] for kind in ARCHITECTURE[:number]}
