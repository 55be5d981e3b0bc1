"""Which rows of a list speak of one thing: a national application, or what has name and host in common.

Everything else that has the same name stays apart, and the report proposes it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from spbe.exchange.inventories.list_drafts import NAME, OWNER, CellRemark, ListDraft
from spbe.exchange.inventories.name_keys import name_key, national_called
from spbe.exchange.inventories.office_names import OfficeRegister, office_key
from spbe.exchange.inventories.value_reading import UNKNOWN
from spbe.i18n import gettext as _
from spbe.model.aplikasi import Aplikasi
from spbe.model.perangkat_daerah import PerangkatDaerah
from spbe.standards.agency_domains import agency_at
from spbe.standards.list_spellings import list_spellings
from spbe.standards.national import AplikasiNasional, national_application_at

USERS: Final = "pengguna"
OF_THE_NATION: Final = frozenset({"pusat", "umum"})
"""The ``jenis`` of applications that no region owns."""
OUTSIDE_OWNER: Final = "pemilik_luar"
_TELLING_NOTHING: Final = frozenset({NAME, OWNER, "uraian", "keadaan", "sejak", "rencana"})
"""Fields that may differ between two rows about the same thing."""


@dataclass
class ListThing:
    """What one or more rows speak of.

    ``offices`` are the ids of those that report it, in the order of the rows; ``shares_host``: other offices report
    other names at its host.
    """

    drafts: list[ListDraft]
    key: str
    national: AplikasiNasional | None = None
    offices: list[str] = field(default_factory=list)
    shares_host: bool = False

    @property
    def jenis(self) -> Any:
        """What sort of thing most of the rows say that it is."""
        said = Counter(one.values["jenis"] for one in self.drafts if one.values.get("jenis", UNKNOWN) != UNKNOWN)
        return min(said, key=lambda one: (-said[one], one)) if said else None

    @property
    def first(self) -> ListDraft:
        """The row that speaks of it first."""
        return self.drafts[0]

    @property
    def name(self) -> str:
        """What it is called: in the nation, or by most of the rows."""
        if self.national is not None:
            return self.national.nama
        said = Counter(one.name for one in self.drafts)
        return min(said, key=lambda one: (-said[one], one.isupper(), one))

    @property
    def host(self) -> str | None:
        """Where it is found in the web."""
        return next((one.host for one in self.drafts if one.host), None)


def things_of(drafts: Sequence[ListDraft], offices: OfficeRegister) -> list[ListThing]:
    """Put rows together that speak of one thing; those of which a person must say whether they do get a question."""
    things: dict[tuple[str, ...], ListThing] = {}
    for number, one in enumerate(drafts):
        if one.doubt is not None:
            continue
        national = national_of(one) if issubclass(one.model, Aplikasi) else None
        key = key_of(one, offices)
        place = ("", national.id) if national else (key, one.host) if one.host else (key, "", str(number))
        thing = things.setdefault(place, ListThing([], key, national))
        thing.drafts.append(one)
    _mark_shared_hosts(drafts, things.values())
    return list(_without_repeats(things.values(), offices))


def key_of(draft: ListDraft, offices: OfficeRegister) -> str:
    """What is equal for two rows whose names are the same."""
    if issubclass(draft.model, PerangkatDaerah):
        return office_key(draft.name, offices.region)
    return name_key(draft.name)


def national_of(draft: ListDraft) -> AplikasiNasional | None:
    """The national application that a row speaks of."""
    return national_named(draft.name, draft.host, draft.values.get("jenis"))


def national_named(name: str, host: str | None, jenis: Any) -> AplikasiNasional | None:
    """The national application called ``name``, where no host of the region gainsays it, or else that at ``host``."""
    named = national_called(name)
    if named is None:
        return national_application_at(host) if host else None
    if host is None or agency_at(host) is not None:
        return named
    return named if jenis in OF_THE_NATION else None


def is_outside(thing: ListThing) -> bool:
    """Whether it belongs to a ministry, an agency, or another government."""
    if thing.national is not None or thing.jenis in OF_THE_NATION:
        return True
    host = thing.host
    return host is not None and (agency_at(host) is not None or _is_provinces(host))


def owned(thing: ListThing, offices: OfficeRegister) -> dict[str, Any]:
    """Who has the thing: the office that reports it, where it alone does and may; else those that do use it."""
    if not thing.offices:
        return {}
    if not issubclass(thing.first.model, Aplikasi):
        return {OWNER: thing.offices[0] if len(thing.offices) == 1 else UNKNOWN}
    [first, *more] = thing.offices
    if is_outside(thing) or more or thing.shares_host or not _may_own(offices.by_id[first].name, thing):
        agency = thing.national.pemilik if thing.national else agency_at(thing.host or "")
        outside = {OUTSIDE_OWNER: agency} if agency else {}
        return {OWNER: UNKNOWN, USERS: list(thing.offices), **outside}
    return {OWNER: first}


def _may_own(office: str, thing: ListThing) -> bool:
    """Whether ``office`` is one that has applications, or one that the thing's name or host names."""
    words = office.casefold().split()
    if not words or words[0] not in list_spellings().reporters:
        return True
    place = name_key("".join(words[1:]).partition("(")[0])
    return bool(place) and (place in name_key(thing.name) or place in name_key(thing.host or ""))


def _mark_shared_hosts(drafts: Sequence[ListDraft], things: Iterable[ListThing]) -> None:
    """Who reports an application at the host of others need not own it."""
    reporters: defaultdict[str, set[str]] = defaultdict(set)
    for draft in drafts:
        if draft.host and draft.owner:
            reporters[draft.host].add(office_key(draft.owner.text))
    first: dict[str, ListThing] = {}
    for thing in things:
        host = thing.host
        if host is None or thing.national:
            continue
        thing.shares_host = len(reporters[host]) > 1
        other = first.setdefault(host, thing)
        if other is not thing:
            cell = thing.first.name_cell.address if thing.first.name_cell else thing.first.row.address
            thing.first.remarks.append(CellRemark(cell, "same-host", other.first.row.address))


def _is_provinces(host: str) -> bool:
    labels = host.split(".")
    return len(labels) > 2 and host.endswith(".go.id") and labels[-3].endswith("prov")


def _without_repeats(things: Iterable[ListThing], offices: OfficeRegister) -> Iterator[ListThing]:
    """``things`` without those of which nobody can tell whether another row speaks of them already."""
    seen: defaultdict[str, list[ListThing]] = defaultdict(list)
    for thing in things:
        same = [one for one in seen[thing.key] if one.national is thing.national]
        repeated = next((one for one in same if _may_be(thing, one, offices)), None)
        if repeated is not None:
            words = _("Mungkin sama dengan baris {baris}: namanya sama, dan tidak ada yang membedakan.")
            for draft in thing.drafts:
                cell = draft.name_cell.address if draft.name_cell else draft.row.address
                draft.question("repeat", cell, words.format(baris=repeated.first.row.address))
                draft.like = repeated.first
            continue
        if same:
            cell = thing.first.name_cell.address if thing.first.name_cell else thing.first.row.address
            thing.first.remarks.append(CellRemark(cell, "same-name", same[0].first.row.address))
        seen[thing.key].append(thing)
        yield thing


def _may_be(one: ListThing, other: ListThing, offices: OfficeRegister) -> bool:
    """Whether two of the same name, and of the same office, differ in nothing that tells them apart."""
    if _office_of(one, offices) != _office_of(other, offices):
        return False
    if one.host and other.host:
        return False
    if issubclass(one.first.model, Aplikasi):
        return True
    told, others = _telling(one.first), _telling(other.first)
    return one.first.model is other.first.model and all(told[key] == others[key] for key in told.keys() & others.keys())


def _office_of(thing: ListThing, offices: OfficeRegister) -> str | None:
    cell = thing.first.owner
    return offices.find(cell.text) or cell.text if cell else None


def _telling(draft: ListDraft) -> dict[str, Any]:
    values = {name: value for name, value in draft.values.items() if name not in _TELLING_NOTHING and value != UNKNOWN}
    return {**values, **{f"/{key}": text for key, text in draft.rest.items()}}
