"""Services (RAL): what citizens, businesses and officials receive from a business process."""

from __future__ import annotations

from typing import Annotated

from spbe.model.base import field
from spbe.model.choices import Pilihan
from spbe.model.document_values import Tautan
from spbe.model.identifiers import Id
from spbe.model.record import Record
from spbe.model.references import Ref
from spbe.model.values import Daftar, Teks, TextKind

TARGET_LAYANAN = Pilihan(
    "target layanan",
    {
        "masyarakat": "Masyarakat",
        "pelaku-usaha": "Pelaku usaha",
        "pegawai": "ASN dan pegawai",
        "pemerintah": "Instansi pemerintah",
    },
    {
        "warga": "masyarakat",
        "publik": "masyarakat",
        "penduduk": "masyarakat",
        "g2c": "masyarakat",
        "dunia usaha": "pelaku-usaha",
        "swasta": "pelaku-usaha",
        "g2b": "pelaku-usaha",
        "asn": "pegawai",
        "asn/pegawai": "pegawai",
        "aparatur": "pegawai",
        "g2e": "pegawai",
        "opd": "pemerintah",
        "perangkat daerah": "pemerintah",
        "g2g": "pemerintah",
    },
)

METODE_LAYANAN = Pilihan(
    "metode layanan",
    {"elektronik": "Elektronik", "campuran": "Campuran", "tatap-muka": "Tatap muka"},
    {
        "online": "elektronik",
        "daring": "elektronik",
        "hybrid": "campuran",
        "hibrida": "campuran",
        "non elektronik": "tatap-muka",
        "offline": "tatap-muka",
        "luring": "tatap-muka",
        "manual": "tatap-muka",
    },
)


class Layanan(Record):
    """A service; its place in the reference architecture is ``referensi`` (RAL)."""

    menggantikan: Daftar[Annotated[Id, Ref("layanan", "Menggantikan", "Digantikan oleh")]] = field(
        "publik", "Menggantikan", "ID layanan yang digantikan oleh ini.", default=()
    )
    tujuan: Teks | None = field("publik", "Tujuan", "Untuk apa layanan ini ada.", source="Tujuan")
    fungsi: Teks | None = field("publik", "Fungsi", "Apa yang dikerjakan layanan.", source="Fungsi")
    proses_bisnis: Daftar[Annotated[Id, Ref("proses-bisnis", "Mewujudkan proses bisnis", "Diwujudkan layanan")]] = (
        field("publik", "Proses bisnis", "ID proses bisnis asal layanan.", source="Proses Bisnis", default=())
    )
    urusan: Daftar[Annotated[Teks, TextKind.CODE_OR_WORDS]] = field(
        "publik",
        "Urusan pemerintahan",
        "Urusan yang dilayani: kode RAB tingkat 2 atau namanya.",
        source="Urusan Pemerintahan",
        example="RAB.01.02",
        default=(),
    )
    target: Daftar[Annotated[str, TARGET_LAYANAN]] = field(
        "publik", "Target layanan", "Siapa yang dilayani.", source="Target Layanan", example="masyarakat", default=()
    )
    metode: Annotated[str, METODE_LAYANAN] | None = field(
        "publik",
        "Metode layanan",
        "elektronik, campuran, atau tatap-muka.",
        source="Metode Layanan",
        example="elektronik",
    )
    tautan: Tautan | None = field("publik", "Alamat", "Alamat tempat layanan dapat dipakai umum.")
    tempat: Daftar[Teks] = field(
        "publik", "Tempat", "Di mana layanan diberikan selain daring: loket, kantor, alamat, jam.", default=()
    )
    biaya: Teks | None = field(
        "publik", "Biaya", "Berapa yang dibayar pemohon, atau gratis (UU 25/2009 Pasal 21).", example="Gratis"
    )
    jangka_waktu: Teks | None = field(
        "publik",
        "Waktu penyelesaian",
        "Berapa lama sampai selesai sejak syarat lengkap (UU 25/2009 Pasal 21).",
        example="3 hari kerja",
    )
    persyaratan: Daftar[Teks] = field(
        "publik", "Persyaratan", "Apa yang harus dibawa atau diunggah pemohon (UU 25/2009 Pasal 21).", default=()
    )
    potensi_manfaat: Teks | None = field(
        "publik", "Potensi manfaat", "Manfaat yang diharapkan.", source="Potensi Manfaat"
    )
    potensi_ekonomi: Teks | None = field(
        "publik", "Potensi ekonomi", "Penghematan atau pendapatan yang diharapkan.", source="Potensi Ekonomi"
    )
    potensi_risiko: Teks | None = field(
        "opd", "Potensi risiko", "Apa yang dapat mengganggu layanan.", source="Potensi Risiko"
    )
    mitigasi_risiko: Teks | None = field(
        "opd", "Mitigasi risiko", "Cara mencegah atau mengurangi risiko itu.", source="Mitigasi Risiko"
    )
    kementerian_lembaga: Daftar[Teks] = field(
        "publik",
        "Kementerian/lembaga terkait",
        "Kementerian atau lembaga yang terlibat.",
        group="pengelolaan",
        source="K/L terkait",
        default=(),
    )
    pelaksana: Daftar[Annotated[Id, Ref("perangkat-daerah", "Dilaksanakan oleh", "Melaksanakan")]] = field(
        "publik",
        "Perangkat daerah pelaksana",
        "ID setiap OPD yang ikut melaksanakan, selain pemiliknya.",
        group="pengelolaan",
        source="Unit Pelaksana",
        default=(),
    )
    unit_pelaksana: Daftar[Teks] = field(
        "publik",
        "Unit pelaksana",
        "Bidang atau seksi yang menjalankan sehari-hari.",
        group="pengelolaan",
        source="Unit Pelaksana (DKI)",
        default=(),
    )
    unit_pendelegasian: Teks | None = field(
        "publik",
        "Unit pendelegasian kewenangan",
        "Unit yang diberi kewenangan menjalankan layanan.",
        group="pengelolaan",
        source="Unit Pendelegasian Kewenangan (DKI)",
    )
    dasar_hukum: Daftar[Teks] = field(
        "publik", "Dasar hukum", "Peraturan yang mendasari.", group="pengelolaan", default=()
    )
