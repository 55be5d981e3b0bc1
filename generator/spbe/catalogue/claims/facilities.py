"""Data centre and assets (59/2020: I16, I24)."""

from __future__ import annotations

from fractions import Fraction

from spbe.catalogue.claims.claim_rule import SPBE, Case, ClaimRule
from spbe.catalogue.claims.queries import FOREIGN, applications_of, filled, missing, of_all, offices
from spbe.catalogue.claims.verdict import Exists, Fact, Share
from spbe.catalogue.today import current, named, naming
from spbe.i18n import mark as _
from spbe.model.aplikasi import Aplikasi
from spbe.model.infrastruktur import KomputasiAwan, ObjekInfrastruktur, PusatData, PusatKomputasi
from spbe.region import Node, Region


def centre(case: Case) -> tuple[Fact, ...]:
    """The data centres; a mere computing centre is a part of what is meant."""
    found = [Fact(node, "ya") for node, _record in current(case.region, PusatData)]
    found += [Fact(node, "sebagian") for node, _record in current(case.region, PusatKomputasi)]
    return tuple(found) or missing(case.region, ObjekInfrastruktur, _("Pusat data"))


def _centres_below(region: Region, node: Node) -> tuple[bool | None, tuple[Node, ...]]:
    """Whether the infrastructure at ``node`` is or stands in a data centre, and in which; ``None`` is not known."""
    record = region.get(node)
    if isinstance(record, PusatData):
        return True, (node,)
    facilities = named(region, node, "fasilitas")
    centres = tuple(one for one in facilities if isinstance(region.get(one), PusatData))
    if centres:
        return True, centres
    none = isinstance(record, ObjekInfrastruktur) and "fasilitas" in type(record).model_fields
    known = facilities or (none and record is not None and record.absence("fasilitas") == "tidak ada")
    return (False, ()) if known else (None, ())


def centre_used(case: Case) -> tuple[Fact, ...]:
    """Each office with applications: does one of them run in a data centre?"""
    region, found = case.region, []
    for office in offices(region):
        applications = applications_of(region, office)
        answers = [
            _centres_below(region, machine)
            for application in applications
            for machine in named(region, application, "infrastruktur")
        ]
        centres = tuple(dict.fromkeys(one for _yes, nodes in answers for one in nodes))
        told = [yes for yes, _nodes in answers if yes is not None]
        if applications:
            found.append(Fact(office, "ya" if centres else "tidak" if told else "tak-diketahui", centres))
    return tuple(found)


def centre_abroad(case: Case) -> tuple[Fact, ...]:
    """Data centres and clouds of other government bodies; one that nothing runs on counts in part."""
    region = case.region
    found = [
        (node, record)
        for model in (PusatData, KomputasiAwan)
        for node, record in current(region, model)
        if record.kepemilikan == FOREIGN
    ]

    def used(node: Node) -> tuple[Node, ...]:
        return naming(region, node, Aplikasi, "infrastruktur") + naming(region, node, ObjekInfrastruktur, "fasilitas")

    facts = tuple(
        Fact(node, "ya", used(node)) if used(node) else Fact(node, "sebagian", at_best="ya") for node, _record in found
    )
    return facts or missing(region, ObjekInfrastruktur, _("Pusat Data Nasional atau pusat data instansi lain"))


def assets(case: Case) -> tuple[Fact, ...]:
    """Each object of the region's own: are the year and the money of its purchase known?"""
    return tuple(
        Fact(node, of_all(filled(record, "tahun_perolehan"), filled(record, "asal_anggaran")))
        for node, record in current(case.region, ObjekInfrastruktur)
        if record.kepemilikan == "sendiri"
    )


RULES = (
    ClaimRule(
        "pusat-data-ada",
        SPBE,
        ("I16",),
        2,
        _("Ada pusat data yang beroperasi."),
        _(
            "Tingkat 2 meminta layanan pusat data yang sudah dipakai, walaupun belum oleh semua. Pusat data sesuai; "
            "ruang server (pusat komputasi) hanya sesuai sebagian; tidak ada keduanya berarti tidak sesuai."
        ),
        centre,
        Exists(),
    ),
    ClaimRule(
        "pusat-data-dipakai",
        SPBE,
        ("I16",),
        2,
        _("Sekurang-kurangnya seperempat perangkat daerah yang punya aplikasi menjalankannya di pusat data."),
        _(
            "Tingkat 2 meminta pusat data dipakai sebagian perangkat daerah; seperempat adalah batas pemeriksaan "
            "ini. Perangkat daerah sesuai bila salah satu aplikasinya berjalan di pusat data, tidak sesuai bila "
            "aplikasinya tercatat berjalan di tempat lain."
        ),
        centre_used,
        Share(Fraction(1, 4), Fraction(1, 10)),
    ),
    ClaimRule(
        "pusat-data-opd",
        SPBE,
        ("I16",),
        3,
        _("Setiap perangkat daerah yang punya aplikasi menjalankannya di pusat data."),
        _(
            "Tingkat 3 meminta pusat data dipakai seluruh perangkat daerah. Perangkat daerah sesuai bila salah satu "
            "aplikasinya berjalan di pusat data, tidak sesuai bila aplikasinya tercatat berjalan di tempat lain; bila "
            "tempatnya tidak tercatat berarti belum diketahui. Aplikasi milik pusat, UPT, bagian, dan kelurahan tidak "
            "dihitung."
        ),
        centre_used,
        Share(Fraction(9, 10), Fraction(1, 2)),
    ),
    ClaimRule(
        "pusat-data-nasional",
        SPBE,
        ("I16",),
        4,
        _("Ada pusat data atau komputasi awan milik instansi lain yang dipakai."),
        _(
            "Tingkat 4 meminta pemakaian atau sambungan dengan Pusat Data Nasional atau pusat data instansi lain. Yang "
            "tercatat tetapi belum dipakai hanya sesuai sebagian; tidak ada catatannya berarti tidak sesuai."
        ),
        centre_abroad,
        Exists(),
    ),
    ClaimRule(
        "aset-tercatat",
        SPBE,
        ("I24",),
        3,
        _("Untuk infrastruktur milik sendiri tercatat tahun perolehan dan asal anggarannya."),
        _(
            "Tingkat 3 meminta pengelolaan aset dari perencanaan sampai penghapusan. Infrastruktur sesuai bila "
            "tahun perolehan dan asal anggarannya tercatat, sesuai sebagian bila salah satu, tidak sesuai bila "
            "keduanya tercatat tidak ada."
        ),
        assets,
        Share(Fraction(3, 4), Fraction(1, 2), least=5),
    ),
)
