"""A region's own codes of the reference architecture: ``architecture/referensi.yaml``."""

from __future__ import annotations

from spbe.model.base import Base, field
from spbe.model.identifiers import KodeReferensi
from spbe.model.values import Teks


class KodeDaerah(Base):
    """One code of level 4 or deeper, below a national one."""

    kode: KodeReferensi = field("publik", "Kode", "Kode tingkat 4 atau lebih dalam.", required=True)
    nama: Teks = field("publik", "Nama", "Arti kode.", required=True)


class ReferensiDaerah(Base):
    """All local codes of a region."""

    kode: tuple[KodeDaerah, ...] = field("publik", "Kode daerah", "Kode yang ditambahkan daerah.", default=())
