"""The worth of each kind of work that an office may have to do, declared once, with reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from spbe.i18n import mark as _

Work = Literal[
    "bukti-lewat",
    "bukti-segera",
    "belum-dinilai",
    "bertentangan",
    "tindak-lanjut",
    "tanpa-bukti",
    "di-bawah-target",
    "rencana-lewat",
    "tanpa-pemilik",
    "temuan",
    "bukti-lain",
    "isian-kosong",
    "belum-ditinjau",
    "ditinjau-lama",
]


@dataclass(frozen=True, slots=True)
class Weight:
    """Work of more ``weight`` comes first; ``label`` and ``reason`` are Indonesian and told to readers."""

    work: Work
    weight: int
    label: str
    reason: str


WEIGHTS: Final = (
    Weight(
        "bukti-lewat",
        100,
        _("Bukti yang sudah lewat masa berlakunya dan masih membuktikan indikator"),
        _("Tanpa bukti yang berlaku, nilai indikator dapat turun pada penilaian berikutnya."),
    ),
    Weight(
        "bukti-segera",
        90,
        _("Bukti indikator yang berakhir dalam 90 hari"),
        _("Memperbarui dokumen perlu waktu; selagi masih berlaku, nilainya belum terancam."),
    ),
    Weight(
        "belum-dinilai",
        85,
        _("Indikator penilaian berjalan yang belum dinilai siapa pun"),
        _("Selama ada yang kosong, indeksnya belum utuh dan predikatnya belum dapat disebut."),
    ),
    Weight(
        "bertentangan",
        80,
        _("Nilai indikator yang tidak sesuai dengan catatan arsitektur"),
        _("Asesor dapat menanyakannya: nilainya atau catatannya perlu dibetulkan."),
    ),
    Weight(
        "tindak-lanjut",
        75,
        _("Rekomendasi penilaian yang belum selesai ditindaklanjuti"),
        _("Rekomendasi diperiksa lagi pada penilaian berikutnya."),
    ),
    Weight(
        "tanpa-bukti",
        70,
        _("Indikator bernilai 2 ke atas tanpa bukti {pada_data}"),
        _("Nilai tanpa dokumen tidak dapat dipertahankan."),
    ),
    Weight(
        "di-bawah-target",
        65,
        _("Indikator yang nilainya di bawah target"),
        _("Target sudah ditetapkan, dan yang tercatat belum mencapainya."),
    ),
    Weight(
        "rencana-lewat",
        60,
        _("Rencana yang melewati waktunya"),
        _("Rencana yang lewat perlu dijadwalkan ulang, ditunda dengan alasan, atau dicatat selesai."),
    ),
    Weight(
        "tanpa-pemilik",
        55,
        _("Catatan terkait yang pemiliknya belum diketahui {pada_data}"),
        _("Tanpa pemilik tidak ada yang memperbaiki catatan itu."),
    ),
    Weight(
        "temuan",
        50,
        _("Temuan kualitas data"),
        _("Hubungan yang hilang membuat dampak dan cakupan tidak terlihat."),
    ),
    Weight(
        "bukti-lain",
        40,
        _("Bukti lain yang lewat atau segera berakhir"),
        _("Belum membuktikan indikator apa pun {pada_data}, tetapi sudah atau segera tidak berlaku."),
    ),
    Weight(
        "isian-kosong",
        30,
        _("Catatan dengan isian yang belum diisi {pada_data}"),
        _("Makin banyak layanan bergantung pada catatan itu, makin banyak orang membacanya."),
    ),
    Weight(
        "belum-ditinjau",
        20,
        _("Catatan yang belum pernah ditinjau"),
        _("Belum ada yang menyatakan isinya benar."),
    ),
    Weight(
        "ditinjau-lama",
        15,
        _("Catatan yang lebih dari setahun tidak ditinjau"),
        _("Isinya mungkin sudah berubah."),
    ),
)
"""What an assessor would mark down comes before what a reader would miss, and that before what may only be old."""

WEIGHT_OF: Final = {one.work: one.weight for one in WEIGHTS}
