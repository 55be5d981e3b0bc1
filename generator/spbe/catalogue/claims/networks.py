"""Network and service link (59/2020: I17, I18)."""

from __future__ import annotations

from fractions import Fraction

from spbe.catalogue.claims.claim_rule import SPBE, Case, ClaimRule
from spbe.catalogue.claims.queries import FOREIGN, applications_of, channels, missing, offices
from spbe.catalogue.claims.verdict import Exists, Fact, Share
from spbe.catalogue.today import current, named, naming
from spbe.i18n import mark as _
from spbe.model.aplikasi import Aplikasi
from spbe.model.infrastruktur import JaringanIntra, ObjekInfrastruktur, Splp
from spbe.region import Node, Region


def network(case: Case) -> tuple[Fact, ...]:
    """The networks; one of which the offices are not told counts in part."""
    found = tuple(
        Fact(node, "ya") if record.menghubungkan else Fact(node, "sebagian", at_best="ya")
        for node, record in current(case.region, JaringanIntra)
    )
    return found or missing(case.region, ObjekInfrastruktur, _("Jaringan intra"))


def network_everywhere(case: Case) -> tuple[Fact, ...]:
    """Each office: does a network name it? Unknown where no network tells its offices."""
    region = case.region
    told = any(record.menghubungkan for _node, record in current(region, JaringanIntra))
    found = []
    for office in offices(region):
        networks = naming(region, office, ObjekInfrastruktur, "menghubungkan")
        nothing = Fact(office, "tidak", at_best="ya") if told else Fact(office, "tak-diketahui")
        found.append(Fact(office, "ya", networks) if networks else nothing)
    return tuple(found)


def network_abroad(case: Case) -> tuple[Fact, ...]:
    """Networks of other government bodies; one whose owner is not told is not known."""
    region = case.region
    networks = list(current(region, JaringanIntra))
    foreign = [node for node, record in networks if record.kepemilikan == FOREIGN]
    planned = [
        Fact(node, "sebagian")
        for node, record in region.of_class(JaringanIntra)
        if record.kepemilikan == FOREIGN and record.is_planned
    ]
    open_question = [Fact(node, "tak-diketahui") for node, record in networks if record.kepemilikan is None]
    found = [*(Fact(node, "ya") for node in foreign), *planned, *open_question]
    return tuple(found) or missing(region, ObjekInfrastruktur, _("Jaringan intra instansi lain"))


def _linked_by(region: Region, link: Node) -> tuple[Node, ...]:
    return naming(region, link, Aplikasi, "infrastruktur")


def _used(link: Node, users: tuple[Node, ...]) -> Fact:
    return Fact(link, "ya", users) if users else Fact(link, "sebagian", at_best="ya")


def link(case: Case) -> tuple[Fact, ...]:
    """The service links; one that no application uses counts in part."""
    region = case.region
    found = tuple(_used(node, _linked_by(region, node)) for node, _record in current(region, Splp))
    return found or missing(region, ObjekInfrastruktur, _("Sistem penghubung layanan"))


def link_used(case: Case) -> tuple[Fact, ...]:
    """Each office with applications: does one of them exchange data through a service link?"""
    region, found = case.region, []
    links = {node for node, _record in current(region, Splp)}
    for office in offices(region):
        through: list[Node] = []
        told = False
        applications = applications_of(region, office)
        for application in applications:
            ways = channels(region, application)
            if "splp" in ways or links.intersection(named(region, application, "infrastruktur")):
                through.append(application)
            record = region.get(application)
            told = told or any(ways) or (record is not None and record.absence("integrasi") == "tidak ada")
        if applications:
            found.append(Fact(office, "ya" if through else "tidak" if told else "tak-diketahui", tuple(through)))
    return tuple(found)


def link_abroad(case: Case) -> tuple[Fact, ...]:
    """Service links of the nation and of other bodies; one that neither applications nor clouds use counts in part."""
    region = case.region
    found = []
    for node, record in current(region, Splp):
        if record.kepemilikan == FOREIGN or record.penghubung == "splp":
            users = (*_linked_by(region, node), *naming(region, node, ObjekInfrastruktur, "splp"))
            found.append(_used(node, users))
        elif record.kepemilikan is None:
            found.append(Fact(node, "tak-diketahui"))
    return tuple(found) or missing(
        region, ObjekInfrastruktur, _("Sistem penghubung layanan nasional atau instansi lain")
    )


RULES = (
    ClaimRule(
        "jaringan-ada",
        SPBE,
        ("I17",),
        2,
        _("Ada jaringan intra yang menghubungkan perangkat daerah."),
        _(
            "Tingkat 2 meminta jaringan intra yang sudah diterapkan pada sebagian perangkat daerah. Jaringan yang "
            "tidak menyebut perangkat daerahnya hanya sesuai sebagian; tidak ada catatannya berarti tidak sesuai."
        ),
        network,
        Exists(),
    ),
    ClaimRule(
        "jaringan-opd",
        SPBE,
        ("I17",),
        3,
        _("Setiap perangkat daerah terhubung ke jaringan intra."),
        _(
            "Tingkat 3 meminta jaringan intra diterapkan di seluruh perangkat daerah. Perangkat daerah sesuai bila "
            "disebut oleh salah satu jaringan, tidak sesuai bila tidak. UPT, bagian, dan kelurahan tidak dihitung."
        ),
        network_everywhere,
        Share(Fraction(9, 10), Fraction(1, 2)),
    ),
    ClaimRule(
        "jaringan-antarinstansi",
        SPBE,
        ("I17",),
        4,
        _("Ada jaringan intra milik instansi lain yang tersambung."),
        _(
            "Tingkat 4 meminta sambungan ke Jaringan Intra Pemerintah atau jaringan intra instansi lain. Jaringan "
            "milik instansi lain sesuai, yang masih rencana sesuai sebagian; jaringan tanpa keterangan pemilik "
            "belum diketahui."
        ),
        network_abroad,
        Exists(),
    ),
    ClaimRule(
        "penghubung-ada",
        SPBE,
        ("I18",),
        2,
        _("Ada sistem penghubung layanan yang dipakai aplikasi."),
        _(
            "Tingkat 2 meminta sistem penghubung layanan yang sudah diterapkan pada sebagian perangkat daerah. "
            "Penghubung yang tidak disebut aplikasi mana pun hanya sesuai sebagian; tidak ada catatannya berarti "
            "tidak sesuai."
        ),
        link,
        Exists(),
    ),
    ClaimRule(
        "penghubung-opd",
        SPBE,
        ("I18",),
        3,
        _("Setiap perangkat daerah yang punya aplikasi bertukar data lewat sistem penghubung layanan."),
        _(
            "Tingkat 3 meminta penghubung layanan diterapkan di seluruh perangkat daerah. Perangkat daerah sesuai "
            "bila salah satu aplikasinya memakai penghubung, tidak sesuai bila semua pertukarannya tercatat lewat "
            "jalur lain atau tidak ada."
        ),
        link_used,
        Share(Fraction(9, 10), Fraction(1, 2)),
    ),
    ClaimRule(
        "penghubung-nasional",
        SPBE,
        ("I18",),
        4,
        _("Ada sistem penghubung layanan milik instansi lain yang dipakai."),
        _(
            "Tingkat 4 meminta integrasi dengan Sistem Penghubung Layanan Pemerintah atau penghubung instansi lain. "
            "Yang tercatat tetapi belum dipakai hanya sesuai sebagian; tidak ada catatannya berarti tidak sesuai."
        ),
        link_abroad,
        Exists(),
    ),
)
