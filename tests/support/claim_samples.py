"""Records that deserve each verdict, for every rule on claims."""

from __future__ import annotations

from spbe.catalogue.claims import Verdict
from support.claim_worlds import (
    NEW,
    OLD,
    SERVERS,
    Raw,
    World,
    audit,
    evidence,
    exchanging,
    guarded,
    housed,
    items,
    kinds,
    linked,
    many,
    muatan,
    networked,
    planning,
    shared,
    split,
    supported,
    team,
    threatened,
)

ANALYSED: Raw = {"kemungkinan": "3", "dampak": "4", "penanganan": "mitigasi"}
BOTH_MISSING: Raw = {"produsen": [], "walidata": "tidak ada"}
KEPT: Raw = {"produsen": ["opd0"], "walidata": "opd0"}
OPD = many("opd", 1)
AUDITS: dict[Verdict, World] = {
    "selaras": audit(tanggal=NEW),
    "meragukan": audit(tanggal=OLD),
    "tak-dinilai": audit(),
    "bertentangan": audit(hasil="belum-dilaksanakan"),
}
OUTSIDE: dict[Verdict, World] = {
    "selaras": audit(tanggal=NEW, jenis_audit="eksternal"),
    "meragukan": audit(tanggal=OLD, jenis_audit="eksternal"),
    "tak-dinilai": audit(tanggal=NEW),
    "bertentangan": audit(tanggal=NEW, jenis_audit="internal"),
}
DOCUMENTED: dict[Verdict, World] = {
    "selaras": {"aplikasi": many("app", 5, pengembang="Diskominfo", infrastruktur="belum")},
    "meragukan": {"aplikasi": many("app", 5, pengembang="Diskominfo")},
    "tak-dinilai": {"aplikasi": many("app", 2)},
    "bertentangan": {"aplikasi": many("app", 5)},
}
EXCHANGING: dict[Verdict, World] = {
    "selaras": exchanging("langsung"),
    "meragukan": exchanging("berkas"),
    "tak-dinilai": exchanging(None),
    "bertentangan": exchanging(None, none=True),
}


def told(selaras: World, meragukan: World, tak_dinilai: World, bertentangan: World) -> dict[Verdict, World]:
    return {"selaras": selaras, "meragukan": meragukan, "tak-dinilai": tak_dinilai, "bertentangan": bertentangan}


CASES: dict[str, dict[Verdict, World]] = {
    "kebijakan-berlaku": told(
        evidence(jenis="peraturan"), evidence(jenis="peraturan", berlaku_sampai="2024"), {}, evidence(jenis="laporan")
    ),
    "tim-koordinasi": told(
        team(mulai="2024", selesai="2026"), team(selesai="2025"), {}, {"tim": [{"koordinasi": "tidak ada"}]}
    ),
    "arsitektur-domain": told(kinds(6), kinds(5), {}, kinds(3)),
    "arsitektur-referensi": told(
        *(
            {"aplikasi": split("app", yes, of, {"referensi": ["RAA.02.02"]}, {})}
            for yes, of in ((10, 10), (6, 10), (5, 5), (4, 10))
        )
    ),
    "arsitektur-ditinjau": told(
        {"data": many("data", 10, ditinjau=NEW)},
        {"data": split("data", 5, 10, {"ditinjau": NEW}, {"ditinjau": OLD})},
        {"data": many("data", 10)},
        {"data": many("data", 10, ditinjau=OLD)},
    ),
    "peta-muatan": told(muatan(7), muatan(6, 1), {}, muatan(3)),
    "peta-dijalankan": told(
        items(3, status="berjalan", anggaran=1), items(3, status="berjalan"), items(3), items(3, status="diusulkan")
    ),
    "rencana-beranggaran": told(
        items(3, status="berjalan", anggaran=1, program="P"),
        items(3, status="berjalan", anggaran=1),
        items(3, status="berjalan"),
        items(3, status="berjalan", anggaran="tidak ada"),
    ),
    "proses-dalam-aplikasi": told(supported(5), supported(2), supported(None), supported(1)),
    "aplikasi-terdata": DOCUMENTED,
    "aplikasi-terpadu": EXCHANGING,
    "pusat-data-ada": told(
        {"infrastruktur": [{"id": "pd", "jenis": "pusat-data"}]},
        {"infrastruktur": [{"id": "pd", "jenis": "pusat-komputasi"}]},
        {},
        {"infrastruktur": SERVERS},
    ),
    "pusat-data-dipakai": told(housed(5), housed(1), housed(None), housed(0)),
    "pusat-data-opd": told(housed(5), housed(3), housed(None), housed(1)),
    "pusat-data-nasional": told(
        {
            "infrastruktur": [{"id": "pdn", "jenis": "pusat-data", "kepemilikan": "instansi-lain"}],
            "aplikasi": [{"id": "app", "infrastruktur": ["pdn"]}],
        },
        {"infrastruktur": [{"id": "pdn", "jenis": "pusat-data", "kepemilikan": "instansi-lain"}]},
        {},
        {"infrastruktur": SERVERS},
    ),
    "aset-tercatat": told(
        *(
            {"infrastruktur": many("server", 5, jenis="server", kepemilikan="sendiri", **fields)}
            for fields in (
                {"tahun_perolehan": "2022", "asal_anggaran": "apbd"},
                {"tahun_perolehan": "2022"},
                {},
                {"tahun_perolehan": "tidak ada", "asal_anggaran": "tidak ada"},
            )
        )
    ),
    "jaringan-ada": told(networked(5), networked(None), {}, {"infrastruktur": SERVERS}),
    "jaringan-opd": told(networked(5), networked(3), networked(None), networked(1)),
    "jaringan-antarinstansi": told(
        *(
            {"infrastruktur": [{"id": "jip", "jenis": "jaringan-intra", **fields}]}
            for fields in ({"kepemilikan": "instansi-lain"}, {"kepemilikan": "instansi-lain", "keadaan": "rencana"}, {})
        ),
        {"infrastruktur": SERVERS},
    ),
    "penghubung-ada": told(
        {
            "infrastruktur": [{"id": "spld", "jenis": "splp"}],
            "aplikasi": [{"id": "app", "infrastruktur": ["spld"]}],
        },
        {"infrastruktur": [{"id": "spld", "jenis": "splp"}]},
        {},
        {"infrastruktur": SERVERS},
    ),
    "penghubung-opd": told(linked(5), linked(3), linked(None), linked(1)),
    "penghubung-nasional": told(
        {
            "infrastruktur": [{"id": "splp", "jenis": "splp", "kepemilikan": "instansi-lain"}],
            "aplikasi": [{"id": "app", "infrastruktur": ["splp"]}],
        },
        {"infrastruktur": [{"id": "splp", "jenis": "splp", "kepemilikan": "instansi-lain"}]},
        {"infrastruktur": [*SERVERS, {"id": "splp", "jenis": "splp"}]},
        {"infrastruktur": [*SERVERS, {"id": "splp", "jenis": "splp", "kepemilikan": "sendiri"}]},
    ),
    "data-berwali": told(
        {"data": many("data", 5, **KEPT), "perangkat-daerah": OPD},
        {"data": many("data", 5, walidata="opd0"), "perangkat-daerah": OPD},
        {"data": many("data", 5)},
        {"data": many("data", 5, **BOTH_MISSING)},
    ),
    "data-interoperabel": told(
        *(
            {"data": split("data", yes, 5, {"interoperabilitas": "ya"}, {"interoperabilitas": "tidak"})}
            for yes in (5, 3)
        ),
        {"data": many("data", 5)},
        {"data": many("data", 5, interoperabilitas="tidak")},
    ),
    "data-induk": told(
        {"data": many("data", 1, jenis="induk", walidata="opd0")},
        {"data": many("data", 1, jenis="induk")},
        {"data": many("data", 1, jenis="statistik")},
        {"data": many("data", 10, jenis="statistik")},
    ),
    "risiko-layanan": told(
        *(
            {"layanan": many("layanan", 5, **fields)}
            for fields in (
                {"potensi_risiko": "R", "mitigasi_risiko": "M"},
                {"potensi_risiko": "R"},
                {},
                {"potensi_risiko": "tidak ada", "mitigasi_risiko": "tidak ada"},
            )
        )
    ),
    "risiko-dinilai": told(
        {"risiko": split("risiko", 3, 4, ANALYSED, {})},
        {"risiko": split("risiko", 2, 4, ANALYSED, {"kategori": "sdm"})},
        {"risiko": many("risiko", 2, **ANALYSED)},
        {"risiko": split("risiko", 1, 4, ANALYSED, {})},
    ),
    "risiko-opd": told(threatened(5), threatened(3), threatened(1, risks=9), threatened(2)),
    "keamanan-standar": told(
        {"keamanan": many("standar", 1, jenis="standar")},
        {"keamanan": many("standar", 1, jenis="standar", berlaku_sampai="2025")},
        {"keamanan": many("edukasi", 1, jenis="edukasi")},
        {"keamanan": many("edukasi", 10, jenis="edukasi")},
    ),
    "keamanan-opd": told(guarded(5), guarded(3), guarded(None), guarded(1)),
    "audit-infrastruktur": AUDITS,
    "audit-aplikasi": AUDITS,
    "audit-keamanan": AUDITS,
    "audit-infrastruktur-luar": OUTSIDE,
    "audit-aplikasi-luar": OUTSIDE,
    "audit-keamanan-luar": OUTSIDE,
    "layanan-beraplikasi": told(
        planning({}), planning(None, metode="elektronik"), {}, planning(None, metode="tatap-muka")
    ),
    "layanan-terpadu": told(
        planning({"integrasi": [{"aplikasi": "mitra", "jalur": "langsung"}]}),
        planning({"integrasi": [{"aplikasi": "mitra", "jalur": "berkas"}]}),
        planning({}),
        planning({"integrasi": []}),
    ),
    "pemdi-data-berwali": told(
        *(
            {"data": split("data", yes, 5, KEPT, bad), "perangkat-daerah": OPD}
            for yes, bad in ((3, BOTH_MISSING), (2, BOTH_MISSING), (0, {}), (1, BOTH_MISSING))
        )
    ),
    "pemdi-audit": AUDITS,
    "pemdi-keamanan": told(guarded(3), guarded(2), guarded(None), guarded(1)),
    "pemdi-insiden": told(
        *(
            {"keamanan": many("insiden", 1, jenis="insiden", **fields)}
            for fields in ({"tanggal": NEW}, {"tanggal": OLD}, {})
        ),
        {"keamanan": many("edukasi", 10, jenis="edukasi")},
    ),
    "pemdi-aplikasi": DOCUMENTED,
    "pemdi-infrastruktur": told(housed(3), housed(2), housed(None), housed(1)),
    "pemdi-proses-bersama": told(shared(3), shared(2), shared(None), shared(1)),
    "pemdi-integrasi": EXCHANGING,
    "pemdi-interoperabilitas": told(
        *(
            {"data": split("data", yes, 5, {"interoperabilitas": "ya"}, bad)}
            for yes, bad in ((3, {}), (2, {"interoperabilitas": "tidak"}), (0, {}), (1, {"interoperabilitas": "tidak"}))
        )
    ),
}
"""Rule to verdict to records."""
