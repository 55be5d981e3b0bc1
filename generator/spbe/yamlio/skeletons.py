"""Records as text that people fill in: a complete skeleton, every field a commented line with its meaning."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Iterable, Mapping
from typing import Final

import yaml

from spbe.model.base import Base, FieldSpec, fields_of
from spbe.model.choices import Pilihan, choices_of
from spbe.model.references import RefByKind, direct_references
from spbe.yamlio.parts import part_of

MODELINE: Final = "# yaml-language-server: $schema="
_NOT_OFFERED: Final = frozenset({"lain"})
_CHOICES_SHOWN: Final = 14


def scalar(text: str) -> str:
    """``text`` as a YAML scalar on one line, quoted only where it must be; runs of blanks become one."""
    written: str = yaml.safe_dump(" ".join(text.split()), allow_unicode=True, width=10**9)
    return written.removesuffix("\n").removesuffix("\n...")


def skeleton(
    model: type[Base],
    schema: str,
    given: Mapping[str, str],
    heading: Iterable[str] = (),
    *,
    left_out: Collection[str] = (),
) -> str:
    """A file for one record of ``model``.

    ``schema`` is the path of its JSON Schema as seen from the file; ``given`` are the fields that are written, as
    YAML text (an empty text leaves the value open); every other field is a comment, in declared order, but
    those ``left_out``.
    """
    lines = [f"{MODELINE}{schema}", *(f"# {line}" for line in heading)]
    specs = fields_of(model)
    for name, spec in specs.items():
        if name in given:
            lines.append(f"{name}: {given[name]}".rstrip())
        elif name not in _NOT_OFFERED and name not in left_out:
            lines += [f"# {line}" for line in _field(model, spec)]
    return "\n".join(lines) + "\n"


def _field(model: type[Base], spec: FieldSpec) -> list[str]:
    """The lines of one field that is not filled in, without the mark of a comment."""
    choice = choices_of(model).get(spec.name)
    lines = [f"{spec.name}:  # {_meaning(model, spec, choice)}"]
    if spec.name == "rencana":
        return lines
    marker = direct_references(model).get(spec.name)
    if isinstance(marker, RefByKind):
        return [*lines, *(f"  {kind}: []" for kind in marker.kinds)]
    part, many = part_of(model.model_fields[spec.name].annotation)
    if part is None:
        return lines
    inner = [line for sub in fields_of(part).values() for line in _field(part, sub)]
    if many:
        return [*lines, f"  - {inner[0]}", *textwrap.indent("\n".join(inner[1:]), "    ").splitlines()]
    return [*lines, *textwrap.indent("\n".join(inner), "  ").splitlines()]


def _meaning(model: type[Base], spec: FieldSpec, choice: Pilihan | None) -> str:
    words = [spec.description]
    if spec.required:
        words.append("Wajib.")
    if choice is not None:
        codes = list(choice.nilai)
        more = " | …" if len(codes) > _CHOICES_SHOWN else ""
        words.append("Pilihan: " + " | ".join(codes[:_CHOICES_SHOWN]) + more + ".")
    else:
        extra = model.model_fields[spec.name].json_schema_extra
        examples = extra.get("examples") if isinstance(extra, dict) else None
        if isinstance(examples, list):
            words += [f"Contoh: {_as_written(str(example))}" for example in examples]
    return " ".join(" ".join(words).split())


def _as_written(example: str) -> str:
    """``example`` as it stands in a file: quoted where YAML would otherwise take it for something else."""
    return example if example.startswith(("{", "[")) else _quoted_if_needed(example)


def _quoted_if_needed(example: str) -> str:
    try:
        understood = yaml.safe_load(f"x: {example}")
    except yaml.YAMLError:
        return scalar(example)
    return scalar(example) if not isinstance(understood, dict) or understood["x"] is None else example
