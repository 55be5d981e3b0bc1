"""``/perangkat-daerah/<perangkat-daerah>/``: an office's own front page, in the order in which its head asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from spbe import wording
from spbe.catalogue.quality import gaps_of, total
from spbe.catalogue.tasks import SOON
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS, OFFICE
from spbe.model.record import Entri
from spbe.region import Node
from spbe.site.addresses import CHANGES, HOME, OFFICES, QUALITY, record_address
from spbe.site.components.small_house import SmallHouse, house_of_office
from spbe.site.later import Later
from spbe.site.metadata import DESCRIPTION_LENGTH
from spbe.site.page import Page
from spbe.site.pages.arsitektur.catatan import FieldGroup, parts_of
from spbe.site.pages.perangkat_daerah.changing_applications import ChangingApplications, changing_applications
from spbe.site.pages.perangkat_daerah.duties import OfficeDuties, duties_of
from spbe.site.pages.perangkat_daerah.holdings import FIRST, Holdings, holdings, owned
from spbe.site.pages.perangkat_daerah.recent_changes import MOST, RecentChange, RecentChanges, recent_changes
from spbe.site.pages.perangkat_daerah.task_list import TaskList, task_list
from spbe.site.site_context import SiteContext
from spbe.site.variables import template_context, variable
from spbe.wording.fields import HEAD, Attribute, changes_of, describe, label_of


@template_context
class PerangkatDaerahPerangkatDaerahContext:
    """The variables of ``pages/perangkat_daerah/perangkat_daerah.html.j2``."""

    kind: str = variable("nama jenis catatan")
    record: Entri = variable("catatannya sendiri, isiannya seperti pada rujukan isian")
    type_label: str | None = variable("nama `jenis`-nya, atau kosong")
    short: str | None = variable("singkatannya, atau kosong")
    state: str = variable("nama keadaannya")
    classification: str | None = variable("nama klasifikasinya")
    age: str | None = variable("umur tinjauan terakhir dalam kata-kata, atau kosong")
    figures: list[tuple[str, str, str]] = variable("daftar (angka, yang dihitung, jangkar bagiannya)")
    office: OfficeDuties = variable("indikator, bukti, peta rencana, dan kedudukannya (`OfficeDuties`)")
    held: Holdings = variable("yang dimiliki dan dipakainya (`Holdings`)")
    house: SmallHouse | None = variable("rumah besar dengan petak miliknya (`SmallHouse`), atau kosong bila tidak ada")
    task_list: TaskList | None = variable("yang perlu dikerjakan (`TaskList`); kosong bagi publik")
    changing: ChangingApplications = variable(
        "aplikasi milik atau yang dipakainya yang datang, berubah, atau berhenti (`ChangingApplications`)"
    )
    today: date = variable("tanggal acuan")
    news: tuple[RecentChange, ...] = variable("perubahan terakhir catatannya")
    more_news: int = variable("jumlah perubahan yang tidak disebut")
    since: date = variable("sejak kapan perubahan diceritakan")
    past_known: bool = variable("benar bila riwayatnya diketahui")
    addresses: dict[str, str] = variable("alamat halaman kualitas data dan perubahan")
    told: tuple[FieldGroup, ...] = variable("isian lain, dikelompokkan, dengan yang belum diisi (`FieldGroup`)")
    changes: tuple[tuple[Attribute, Attribute], ...] = variable("daftar (isian sekarang, isian nanti) dari `rencana`")


def pages(site: SiteContext) -> list[Page]:
    """The page of every office."""
    news = Later(lambda: recent_changes(site))
    records = site.region.records[OFFICE]
    return [_page(site, Node(OFFICE, name), record, news) for name, record in records.items()]


def front_page_of(site: SiteContext, office: str) -> Page | None:
    """The page of the office as the first page of the site; ``None`` for an office that is not there."""
    record = site.region.records[OFFICE].get(office)
    if record is None:
        return None
    page = _page(site, Node(OFFICE, office), record, Later(lambda: recent_changes(site)), HOME)
    return replace(page, parent=None, menu=_("Beranda"), search={}, qualifier="")


def _page(
    site: SiteContext,
    node: Node,
    record: Entri,
    news: Later[RecentChanges],
    address: str | None = None,
) -> Page:
    """The page of the office at ``node``, at its own address unless another is given."""
    kind = KINDS[node.kind]
    about = record.uraian or getattr(record, "tugas", None)
    sentence = _("{nama}: yang dimiliki, dipakai, diampu, dan perlu dikerjakan.").format(nama=record.nama)
    state = label_of(record, "keadaan") or ""
    return site.page(
        PerangkatDaerahPerangkatDaerahContext,
        address or record_address(node),
        record.nama,
        " ".join((about or sentence).split())[:DESCRIPTION_LENGTH],
        lambda: _variables(site, node, record, news.value),
        parent=OFFICES,
        source=site.source(node),
        search={"jenis": _(kind.singular), **({} if record.is_current else {"keadaan": state})},
        qualifier=_(kind.singular),
    )


def _variables(
    site: SiteContext, node: Node, record: Entri, news: RecentChanges
) -> PerangkatDaerahPerangkatDaerahContext:
    visible = site.view.visible_fields(node, record)
    own, held = duties_of(site, node), holdings(site, node)
    mine = news.offices.get(node.id, ())
    short = getattr(record, "singkatan", None)
    return PerangkatDaerahPerangkatDaerahContext(
        kind=_(KINDS[node.kind].singular),
        record=record,
        type_label=label_of(record, "jenis"),
        short=short if short != record.nama else None,
        state=label_of(record, "keadaan") or "",
        classification=label_of(record, "klasifikasi"),
        age=wording.age(record.ditinjau, site.region.date) if record.ditinjau else None,
        figures=_figures(site, node, held, own),
        office=own,
        held=held,
        house=house_of_office(site, node.id),
        task_list=None if site.view.audience.is_public else task_list(site, site.tasks.get(node.id, ())),
        changing=changing_applications(site, node),
        today=site.region.date,
        news=mine[:MOST],
        more_news=len(mine) - len(mine[:MOST]),
        since=news.since,
        past_known=news.known,
        addresses={"kualitas": QUALITY, "perubahan": CHANGES},
        told=parts_of(
            type(record),
            describe(site.region, record, visible - {"referensi"}, HEAD | {"tugas"} if not record.uraian else HEAD),
            (one for one in gaps_of(node.kind, record, visible) if one.name != "ditinjau"),
        ),
        changes=changes_of(site.region, record),
    )


def _figures(site: SiteContext, node: Node, held: Holdings, own: OfficeDuties) -> list[tuple[str, str, str]]:
    """Number, what it counts, and the part of the page that tells which."""
    told = []
    for kind in FIRST:
        mine, label = owned(held, kind), _(KINDS[kind].plural).lower()
        if mine is None:
            told.append((wording.number(0), label, "#memiliki"))
        else:
            label = f"{label}, {mine.others}" if mine.others else label
            told.append((wording.number(mine.count), label, f"#{mine.id}"))
    if own.indicators.rows:
        told.append((wording.number(len(own.indicators.rows)), _("Indikator yang diampu").lower(), "#indikator"))
    if site.view.audience.is_public:  # what is left undone is work, and no figure to point at in public
        return told
    sums = total(site.examined_by_owner.get(node.id, ()))
    where = "#bukti" if own.evidence.rows else "#pekerjaan"
    told.append((wording.number(own.ending), _("bukti lewat atau berakhir dalam {n} hari").format(n=SOON), where))
    empty = _("dari {n} isian belum diisi {pada_data}").format(n=wording.number(sums.total))
    told.append((wording.number(sums.gaps), empty, "#pekerjaan"))
    return told
