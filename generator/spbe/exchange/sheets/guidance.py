"""The first sheet of a workbook: how to fill it in, for people who see it for the first time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from spbe.exchange.sheets.sheet import Sheet
from spbe.i18n import gettext as _
from spbe.wording import formatting

LineStyle = Literal["title", "heading", "text", "warning", "required", "locked", "closed", "sheet"]


@dataclass(frozen=True)
class GuidanceLine:
    """A line of the first sheet; of style ``sheet`` with the key of the sheet that it tells of."""

    style: LineStyle
    text: str
    key: str = ""


def guidance_for(
    title: str, note: str, day: date, revision: str, sheets: Sequence[Sheet], remarks: Sequence[str] = ()
) -> tuple[GuidanceLine, ...]:
    """What stands in the first sheet of a workbook with ``sheets``; ``remarks`` are about this workbook alone."""
    dated = _("Keadaan data per {tanggal}. Revisi {revisi}.").format(tanggal=formatting.day(day), revisi=revision)
    return (
        GuidanceLine("title", title),
        *((GuidanceLine("warning", note),) if note else ()),
        GuidanceLine("text", dated),
        *(GuidanceLine("text", remark) for remark in remarks),
        GuidanceLine("heading", _("Cara mengisi")),
        *(GuidanceLine("text", f"{number}. {text}") for number, text in enumerate(_steps(), 1)),
        GuidanceLine("heading", _("Arti warna")),
        GuidanceLine("required", _("Judul kolom yang wajib diisi, ditandai *.")),
        GuidanceLine("locked", _("Terkunci: ID dan nomor yang menghubungkan baris dengan catatannya.")),
        GuidanceLine("closed", _("Tidak berlaku bagi jenis catatan pada baris itu.")),
        GuidanceLine("heading", _("Lembar dalam berkas ini")),
        *(GuidanceLine("sheet", _("{n} baris").format(n=len(sheet.rows)), sheet.key) for sheet in sheets),
    )


def _steps() -> tuple[str, ...]:
    return (
        _("Ubah yang keliru dan isi yang kosong. Yang sudah benar biarkan saja; tidak perlu menyalin apa pun."),
        _(
            "Sel kosong berarti belum ditanyakan. Tulis “belum diketahui” bila sudah ditanyakan tetapi tidak ada yang "
            "tahu, dan “tidak ada” bila memang tidak ada. Jangan mengarang isian."
        ),
        _("Klik sebuah sel untuk membaca penjelasannya. Bila ada tanda panah, pilih dari daftar."),
        _("Nama diikuti ID dalam kurung siku, misalnya Sistem Kepegawaian [simpeg]. ID itulah yang dibaca program."),
        _(
            "Beberapa isi dalam satu sel dipisah titik koma. Untuk menambah satu lagi, pilih pada kolom “Tambah” di "
            "sebelahnya."
        ),
        _("Catatan baru: tulis pada baris kosong di bawah tabel. ID boleh dikosongkan; program membuatnya dari nama."),
        _(
            "Baris yang dihapus tidak menghapus catatan. Bila catatan tidak dipakai lagi, ubah keadaannya menjadi "
            "Dihentikan."
        ),
        _("Tanggal ditulis 31/12/2025. Bila hanya tahunnya yang diketahui tulis 2025, bila bulannya tulis 12/2025."),
        _(
            "Kolom boleh dilebarkan, disembunyikan, atau disaring. Untuk mengurutkan, buka dulu kunci lembarnya lewat "
            "menu Tinjau, Buka Proteksi Lembar; kata sandinya kosong."
        ),
        _("Simpan dengan nama apa pun sebagai .xlsx, lalu kirim kembali berkasnya."),
    )
