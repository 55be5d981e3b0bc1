"""Closed lists of values, in the spellings that people use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic_core import PydanticCustomError, core_schema

from spbe.model.base import Base, Note
from spbe.model.marks import marks_of
from spbe.model.values import as_text


@dataclass(frozen=True)
class Pilihan:
    """A closed list of values: ``nilai`` maps the code written in YAML to its label.

    ``alias`` maps other spellings to codes. Case, spaces and punctuation never matter; anything that is
    not the code itself is understood, normalised and reported as information.
    """

    nama: str
    nilai: Mapping[str, str]
    alias: Mapping[str, str] = field(default_factory=dict)
    _index: dict[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        index: dict[str, str] = {}
        for code, label in self.nilai.items():
            index.setdefault(_key(code), code)
            index.setdefault(_key(label), code)
        for variant, code in self.alias.items():
            if code not in self.nilai:
                raise ValueError(f"{self.nama}: alias {variant!r} points to unknown code {code!r}")
            index.setdefault(_key(variant), code)
        object.__setattr__(self, "_index", index)

    def __hash__(self) -> int:
        return hash(self.nama)

    def find(self, text: str) -> str | None:
        """The code that ``text`` means, or ``None``."""
        return self._index.get(_key(text))

    def label(self, code: str) -> str:
        """The label of ``code``; raises ``KeyError`` when it is not in the list."""
        return self.nilai[code]

    def read(self, raw: Any, info: ValidationInfo) -> str:
        """The code that ``raw`` means; raises ``nilai-pilihan``, notes a spelling that is not the code itself."""
        text = as_text(raw).strip()
        if text in self.nilai:
            return text
        code = self.find(text)
        if code is None:
            raise PydanticCustomError("nilai-pilihan", "not in list", {"pilihan": list(self.nilai), "tulisan": text})
        if isinstance(info.context, list):
            info.context.append(Note(info.field_name or "", text, code))
        return code

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.with_info_plain_validator_function(
            self.read, serialization=core_schema.to_string_ser_schema()
        )

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {
            "oneOf": [{"const": code, "title": label} for code, label in self.nilai.items()],
            "x-daftar": self.nama,
            "x-ejaan": self.spellings(),
        }

    def spellings(self, code: str | None = None) -> list[str]:
        """Everything that is understood, or what means ``code``, in small letters and digits alone."""
        return [spelling for spelling, meant in self._index.items() if code in {None, meant}]


def _key(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", text.casefold())


@cache
def choices_of(model: type[Base]) -> dict[str, Pilihan]:
    """The fields of ``model`` whose values come from a closed list, with their lists."""
    found = {name: _among(marks_of(info)) for name, info in model.model_fields.items()}
    return {name: choice for name, choice in found.items() if choice is not None}


def _among(marks: Iterable[Any]) -> Pilihan | None:
    """The list in these marks, or the one that a marker of one of its codes names as ``daftar``."""
    lists = (getattr(mark, "daftar", mark) for mark in marks)
    return next((mark for mark in lists if isinstance(mark, Pilihan)), None)
