"""What every part of a record has in common: declared fields, and three ways of being empty.

A field that is *absent* has not been asked yet.
``belum diketahui`` means asked and unknown, ``tidak ada`` (or ``[]``) means known to be none.
All three leave the field empty for the code; :meth:`Base.absence` tells them apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, Self, cast, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    ValidationInfo,
    model_validator,
)

Kelas = Literal["publik", "opd", "internal"]
"""Who may see a field: everyone, the owning OPD, or only the administrators."""

KELAS: tuple[Kelas, ...] = get_args(Kelas)

Kelompok = Literal["teknis", "pengelolaan", "kontak", "catatan"]
"""Fields that stand together on the page of a record, below those that say what it is, which are of no group."""

Absence = Literal["kosong", "belum diketahui", "tidak ada"]

_UNKNOWN = frozenset(
    {"belum diketahui", "belum di ketahui", "belum tahu", "tidak diketahui", "tidak tahu", "belum diisi", "?"}
)
_NONE = frozenset({"tidak ada", "tidakada", "tdk ada", "tidak punya", "nihil", "-"})


ABSENCE_WORDS = tuple(sorted(_UNKNOWN | _NONE))
"""Every spelling of the two, in small letters and with single blanks."""

_BEGINNINGS = frozenset(letter for word in ABSENCE_WORDS for letter in (word[0], word[0].upper()))


def absence_word(text: str) -> Absence | None:
    """What ``text`` says about an empty field, in any of its spellings; ``None`` when it is a value."""
    first = text[:1]
    if first not in _BEGINNINGS and not first.isspace():  # asked of every value, most of which are long
        return None
    word = " ".join(text.casefold().split())
    if word in _UNKNOWN:
        return "belum diketahui"
    return "tidak ada" if word in _NONE else None


@dataclass(frozen=True, slots=True)
class Note:
    """A spelling that was understood but is not the usual one.

    ``field`` is the key it stood under, ``written`` the author's text, ``meant`` how it was read.
    """

    field: str
    written: str
    meant: str


def field(
    kelas: Kelas,
    label: str,
    description: str,
    *,
    group: Kelompok | None = None,
    source: str | None = None,
    example: str | None = None,
    former: str | None = None,
    required: bool = False,
    default: Any = None,
) -> Any:
    """Declare one field of a record.

    ``kelas`` decides in which editions it appears; ``label`` and ``description`` are Indonesian and are
    what staff see in the editor, in messages and on pages; ``group`` says with what it stands on the page of a record;
    ``source`` is the attribute's name in SIA-SPBE (or in the source named in its text) where one exists; ``example``
    is a value as an author would write it; ``former`` is a key that the field had once, which is still read.
    """
    extra: dict[str, Any] = {"x-kelas": kelas}
    if group is not None:
        extra["x-kelompok"] = group
    if source is not None:
        extra["x-sumber"] = source
    if former is not None:
        extra["x-kunci-lama"] = former
    if example is not None:
        extra["examples"] = [example]
    if required:
        return Field(title=label, description=description, json_schema_extra=extra)
    return Field(default=default, title=label, description=description, json_schema_extra=extra)


class Base(BaseModel):
    """A frozen mapping with known keys only, aware of ``belum diketahui`` and ``tidak ada``."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)

    _absent: dict[str, Absence] = PrivateAttr(default_factory=dict)

    @model_validator(mode="wrap")
    @classmethod
    def _read_absence(cls, raw: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        if not isinstance(raw, dict):
            return handler(raw)
        given: dict[Any, Any] = {}
        absent: dict[str, Absence] = {}
        fields = cls.model_fields
        for key, value in raw.items():
            if value is None or value == "":
                if key not in fields:
                    given[key] = value  # pydantic names the unknown key
                continue
            if isinstance(value, list):
                if value or key not in fields:
                    given[key] = value
                else:
                    absent[key] = "tidak ada"
                continue
            if isinstance(value, str) and key in fields and not fields[key].is_required():
                meant = absence_word(value)
                if meant is not None:
                    absent[key] = meant
                    if value != meant and isinstance(info.context, list):
                        info.context.append(Note(key, value, meant))
                    continue
            given[key] = value
        made = handler(given)
        if absent:
            made._absent = absent
        return made

    @property
    def absences(self) -> Mapping[str, Absence]:
        """The fields that have no value and say why."""
        # Asked of every field of every record: the way around pydantic's own lookup of private attributes is ten
        # times as fast.
        private = self.__pydantic_private__
        return cast("Mapping[str, Absence]", private["_absent"]) if private else {}

    def absence(self, name: str) -> Absence | None:
        """Why the field ``name`` has no value; ``None`` when it has one."""
        meant = self.absences.get(name)
        if meant:
            return meant
        value = getattr(self, name)
        return "kosong" if value is None or value == () or value == {} else None


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """What is known of one declared field: see :func:`field` for the meaning of each part."""

    name: str
    label: str
    description: str
    kelas: Kelas | None
    group: Kelompok | None
    source: str | None
    required: bool
    former: str | None = None


@cache
def fields_of(model: type[Base]) -> Mapping[str, FieldSpec]:
    """Every declared field of ``model`` by name, in the order in which authors see them."""
    specs: dict[str, FieldSpec] = {}
    for name, info in model.model_fields.items():
        extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
        kelas = extra.get("x-kelas")
        source, group = extra.get("x-sumber"), extra.get("x-kelompok")
        specs[name] = FieldSpec(
            name=name,
            label=info.title or name,
            description=info.description or "",
            kelas=kelas if kelas in KELAS else None,
            group=cast("Kelompok | None", group),
            source=source if isinstance(source, str) else None,
            required=info.is_required(),
            former=cast("str | None", extra.get("x-kunci-lama")),
        )
    return MappingProxyType(specs)
