"""How people write in lists of their own what the program knows by other words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from spbe.standards.resources import StandardsError, read_yaml

FILE: Final = "ejaan-impor.yaml"


@dataclass(frozen=True, slots=True)
class ListSpellings:
    """What stands in the file, which says what each part is for.

    Whatever is compared is in small letters with single blanks; ``choices`` has, by the name of a closed list, the code
    that each spelling means, spelled in small letters and digits alone.
    """

    nothing: frozenset[str]
    stand_ins: frozenset[str]
    own_network: frozenset[str]
    no_application: frozenset[str]
    host_ends: tuple[str, ...]
    office_words: Mapping[str, str]
    office_short: Mapping[str, str]
    office_marks: frozenset[str]
    office_classes: frozenset[str]
    activities: tuple[str, ...]
    small_words: frozenset[str]
    capitals: frozenset[str]
    reporters: tuple[str, ...]
    choices: Mapping[str, Mapping[str, str]]
    remark_columns: frozenset[str]
    remark_begins: tuple[str, ...]
    remark_planned: frozenset[str]

    def code(self, choice: str, text: str) -> str | None:
        """The code of the closed list ``choice`` that ``text`` means, if it is one of these spellings."""
        return self.choices.get(choice, {}).get(letters_of(text))


def letters_of(text: str) -> str:
    """``text`` in small letters and digits alone."""
    return re.sub(r"[^a-z0-9]+", "", text.casefold())


@cache
def list_spellings() -> ListSpellings:
    """The spellings that ship with the program. Raises :class:`StandardsError` when their file is wrong."""
    raw = read_yaml(FILE)
    try:
        remarks = raw["keterangan_dihentikan"]
        return ListSpellings(
            nothing=_words(raw["kosong"]),
            stand_ins=_words(raw["alamat_pengganti"]),
            own_network=_words(raw["alamat_sendiri"]),
            no_application=_words(raw["bukan_alamat_aplikasi"]),
            host_ends=tuple(raw["akhir_host"]),
            office_words=dict(raw["kata_opd"]),
            office_short=dict(raw["singkatan_opd"]),
            office_marks=_words(raw["pembeda_opd"]),
            office_classes=_words(raw["kelas_opd"]),
            activities=tuple(raw["awal_kegiatan"]),
            small_words=_words(raw["kata_kecil"]),
            capitals=frozenset(raw["singkatan_nama"]),
            reporters=tuple(raw["pelapor"]),
            choices={choice: _codes(choice, codes) for choice, codes in raw["pilihan"].items()},
            remark_columns=frozenset(map(letters_of, remarks["kolom"])),
            remark_begins=tuple(remarks["awal"]),
            remark_planned=_words(raw["keterangan_rencana"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise StandardsError(f"{FILE}: {error!r}") from error


def _words(found: list[str]) -> frozenset[str]:
    return frozenset(" ".join(one.casefold().split()) for one in found)


def _codes(choice: str, codes: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for code, spellings in codes.items():
        for one in spellings:
            if found.setdefault(letters_of(one), code) != code:
                raise StandardsError(f"{FILE}: {choice}: {one!r} has two meanings")
    return found
