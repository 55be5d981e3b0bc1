"""What may stand at the head of a hand-written page, between two lines ``---``."""

from __future__ import annotations

from typing import Annotated

from spbe.model.base import Base, field
from spbe.model.choices import Pilihan
from spbe.model.identifiers import Id
from spbe.model.values import Daftar, Teks

BAGIAN_HALAMAN = Pilihan(
    "bagian halaman",
    {
        "navigation": "Menu",
        "toc": "Daftar isi",
        "path": "Jejak",
        "footer": "Kaki halaman",
        "tags": "Tag",
        "feedback": "Tanggapan",
    },
    {"menu": "navigation", "daftar-isi": "toc", "jejak": "path", "kaki": "footer"},
)
"""Parts that the theme can leave out of one page, in its own words."""


class KepalaHalaman(Base):
    """The head of a page; the keys are those of MkDocs and its theme."""

    title: Teks | None = field("publik", "Judul", "Judul halaman; tanpa ini judul tingkat satu di dalamnya.")
    description: Teks | None = field("publik", "Keterangan", "Satu kalimat untuk mesin pencari dan hasil cari.")
    subtitle: Teks | None = field("publik", "Anak judul", "Keterangan singkat pada menu.")
    icon: Teks | None = field("publik", "Ikon", "Nama ikon pada menu.", example="material/book")
    status: Teks | None = field("publik", "Status", "Penanda pada menu.", example="new")
    tags: Daftar[Teks] = field("publik", "Tag", "Kata kunci halaman.", default=())
    hide: Daftar[Annotated[str, BAGIAN_HALAMAN]] = field(
        "publik", "Sembunyikan", "Bagian tampilan yang tidak dipakai halaman ini.", example="toc", default=()
    )
    dahulu: Daftar[Id] = field(
        "publik",
        "Nama terdahulu",
        "Nama berkas yang pernah dipakai halaman ini di folder yang sama, tanpa .md; tautan lama dialihkan ke sini.",
        example="membaca-galat",
        default=(),
    )
    template: Teks | None = field("publik", "Templat", "Nama templat dari site_templates/overrides.")
