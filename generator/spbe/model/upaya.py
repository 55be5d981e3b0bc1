"""What it takes to raise indicators: ``indicators/upaya.yaml``, read by the planner only; it never changes a score."""

from __future__ import annotations

from spbe.model.base import Base, field
from spbe.model.identifiers import KodeIndikator
from spbe.model.values import Bilangan, Daftar, Teks, YaTidak


class UpayaIndikator(Base):
    """The effort of some indicators, or that they cannot be raised by the region."""

    indikator: Daftar[KodeIndikator] = field(
        "publik",
        "Indikator",
        "Satu atau beberapa indikator, disebut dengan instrumennya.",
        example="permenpanrb-59-2020/I5",
        required=True,
    )
    upaya: Bilangan | None = field(
        "publik", "Upaya", "Upaya setiap langkah naik satu tingkat.", example="2", former="usaha"
    )
    tingkat: dict[Bilangan, Bilangan] = field(
        "publik",
        "Upaya per tingkat",
        "Tingkat yang dicapai ke upaya langkah itu; didahulukan dari `upaya`.",
        example="{4: 3, 5: 5}",
        default={},
    )
    terkunci: YaTidak = field(
        "publik", "Terkunci", "ya bila nilainya tidak dapat dinaikkan daerah.", example="ya", default=False
    )
    alasan: Teks | None = field("publik", "Alasan", "Mengapa upayanya demikian, atau mengapa terkunci.")


class PekerjaanBersama(Base):
    """One piece of work that several indicators share, such as a regulation that serves two of them."""

    nama: Teks = field(
        "publik", "Nama", "Nama pekerjaan.", example="Peraturan Bupati tentang Arsitektur SPBE", required=True
    )
    upaya: Bilangan | None = field(
        "publik", "Upaya", "Upaya seluruh pekerjaan, dihitung sekali; bawaan 1.", example="2", former="usaha"
    )
    langkah: dict[KodeIndikator, Bilangan] = field(
        "publik",
        "Langkah",
        "Indikator ke tingkat yang dicapai berkat pekerjaan ini; langkah itu tidak dihitung upayanya sendiri.",
        example="{permenpanrb-59-2020/I1: 3, permenpanrb-59-2020/I11: 3}",
        required=True,
    )


class Upaya(Base):
    """Everything that a region says about effort; what is not here takes ``bawaan`` per level."""

    bawaan: Bilangan | None = field(
        "publik", "Upaya bawaan", "Upaya naik satu tingkat bila tidak disebut lain; bawaan 1.", example="1"
    )
    tingkat: dict[Bilangan, Bilangan] = field(
        "publik",
        "Upaya bawaan per tingkat",
        "Tingkat yang dicapai ke upaya langkah itu, untuk indikator tanpa upaya sendiri; didahulukan dari `bawaan`.",
        example="{4: 2, 5: 3}",
        default={},
    )
    langkah: tuple[UpayaIndikator, ...] = field(
        "publik", "Upaya indikator", "Indikator yang upayanya lain, atau yang terkunci.", default=()
    )
    bersama: tuple[PekerjaanBersama, ...] = field(
        "publik", "Pekerjaan bersama", "Pekerjaan yang melayani beberapa indikator sekaligus.", default=()
    )
