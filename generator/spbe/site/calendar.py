"""Calendars to subscribe to: the last day of every piece of evidence that has one, per office and for all (RFC 5545).

Written by ``icalendar``, which knows how lines are folded and text is escaped. Every date comes from the data, every
UID from the id of the evidence, and the stamp from the reference date, so that the same data gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from spbe import wording
from spbe.editions import Edition
from spbe.i18n import gettext as _
from spbe.i18n import language
from spbe.model.bukti import Bukti
from spbe.model.kinds import OFFICE
from spbe.region import Node, Region
from spbe.site.addresses import DOWNLOADS
from spbe.site.page import Asset

if TYPE_CHECKING:
    from icalendar import Event

FOLDER = f"{DOWNLOADS.strip('/')}/kalender"
"""Where the calendars of the offices lie on the site."""

EVERYONE = f"{FOLDER}.ics"
"""The calendar of all evidence; beside the folder, so that no office's id can meet it."""

NOTICE = timedelta(days=30)
"""How long before the last day a reminder comes."""

Calendars = Mapping[str | None, Asset]
"""Office to its calendar; that of all evidence under ``None``. Whoever has no dated evidence has none."""


def calendars_of(view: Edition) -> Calendars:
    """The calendar of all evidence that ``view`` shows, and one per office: what it owns or what proves its answers."""
    region = view.region
    found: dict[str | None, list[Bukti]] = {}
    for _node, record in region.of_class(Bukti):
        if record.berlaku_sampai is not None:
            for office in (None, *sorted(_concerned(region, record))):
                found.setdefault(office, []).append(record)
    return {
        office: Asset(f"{FOLDER}/{office}.ics" if office else EVERYONE, _calendar(region, office, records))
        for office, records in found.items()
    }


def _concerned(region: Region, record: Bukti) -> set[str]:
    """The offices that own ``record`` or answer for an indicator that it proves, by present ids."""
    owners = [region.owner_id(region.assessments[name].answers[code]) for name, code in _answers(region, record)]
    return {office for office in (region.owner_id(record), *owners) if office}


def _answers(region: Region, record: Bukti) -> list[tuple[str, str]]:
    """Assessment and code of every answer that rests on ``record``, each once."""
    node = region.evidence(record.id)
    proved = (other.id for _name, other, _relation in region.relations.of(node) if other.kind == "jawaban")
    pairs = (name.partition("/") for name in dict.fromkeys(proved))
    return [(name, code) for name, _slash, code in pairs]


def _calendar(region: Region, office: str | None, records: Sequence[Bukti]) -> bytes:
    place = region.profil.nama
    title = (
        _("Masa berlaku bukti {nama}").format(nama=region.name(Node(OFFICE, office)))
        if office
        else _("Masa berlaku bukti {nama}").format(nama=place)
    )
    ordered = sorted(records, key=lambda one: (_last(one), one.id))
    return calendar_file(title, [_event(region, record) for record in ordered])


def calendar_file(title: str, events: Iterable[Event]) -> bytes:
    """The calendar ``title`` with ``events``, in the order in which they come."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//spbe//{language().upper()}")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)  # what most programs read instead of NAME (RFC 7986)
    for event in events:
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _event(region: Region, record: Bukti) -> Event:
    from icalendar import Alarm

    last = _last(record)
    event = day_event(region, f"bukti/{record.id}", _("Bukti berakhir: {nama}").format(nama=record.nama), last, last)
    event.add("description", _description(region, record))
    if last >= region.date:  # a reminder of what has passed would ring at once
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", -NOTICE)
        alarm.add("description", _("Perbarui sebelum berakhir: {nama}").format(nama=record.nama))
        event.add_component(alarm)
    return event


def day_event(region: Region, name: str, summary: str, first: date, last: date) -> Event:
    """An event of whole days from ``first`` to ``last``; ``name`` tells it from every other one of the region."""
    from icalendar import Event

    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'spbe/{region.profil.nama}/{name}')}")
    event.add("dtstamp", datetime.combine(region.date, time(), UTC))
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))
    event.add("summary", summary)
    event.add("transp", "TRANSPARENT")
    return event


def _description(region: Region, record: Bukti) -> str:
    lines = [_("Berlaku sampai {tanggal}.").format(tanggal=wording.day(record.berlaku_sampai))]
    if record.nomor:
        lines.append(_("Nomor: {nomor}.").format(nomor=record.nomor))
    proved: dict[str, list[str]] = {}
    for name, code in _answers(region, record):
        proved.setdefault(name, []).append(code)
    for name, codes in proved.items():
        lines.append(_("Membuktikan pada penilaian {nama}: {kode}.").format(nama=name, kode=", ".join(codes)))
    return "\n".join(lines)


def _last(record: Bukti) -> date:
    """The last day on which ``record``, which has an end, is valid."""
    assert record.berlaku_sampai is not None  # noqa: S101  (only such records are asked)
    return record.berlaku_sampai.last
