"""Plain values to records: pydantic's findings become problems with a position and a remedy."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from spbe.i18n import gettext, mark
from spbe.model.base import Base, Note, fields_of
from spbe.problems import RULES, Problem
from spbe.problems.naming import why
from spbe.yamlio.document import Document
from spbe.yamlio.examples import decimal_comma, mapping_at, several
from spbe.yamlio.former_keys import rename_former_keys
from spbe.yamlio.lookalikes import lookalike, plain
from spbe.yamlio.positions import Path

M = TypeVar("M", bound=Base)

_BUILTIN = {
    "missing": "isian-wajib",
    "extra_forbidden": "kunci-tak-dikenal",
    "tuple_type": "bukan-daftar",
    "list_type": "bukan-daftar",
    "model_type": "catatan-bukan-pemetaan",
    "model_attributes_type": "catatan-bukan-pemetaan",
    "dict_type": "catatan-bukan-pemetaan",
}

_KEY_IN_CONTEXT = {"rencana-isian": "isian", "rujukan-jenis": "tulisan"}
"""Rules about a key that the model names in the error's context, not in its location."""


_SLIPS: Final = ((16, 4), (11, 3), (7, 2), (4, 1), (0, 0))
"""From which length of a word on how many slips are believed; of three letters every word is near another."""

MEANT: Final = mark("Maksud Anda `{kata}`?")

_IMPOSSIBLE = {
    "bulan": mark("tidak ada bulan ke-{bagian}"),
    "hari": mark("{bagian} berakhir pada tanggal {akhir}"),
    "tahun": mark("tahun {bagian} di luar 1900 sampai 2200"),
}


def validate(model: type[M], document: Document, path: Path = ()) -> tuple[M | None, tuple[Problem, ...]]:
    """The part of ``document`` at ``path`` as a ``model``, and every problem found on the way.

    The record is ``None`` when there are errors; spellings that were normalised, and keys by their former names, are
    reported as information.
    """
    raw = _at(document.value, path)
    rename_former_keys(model, document, path, raw)
    notes: list[Note] = []
    try:
        made = model.model_validate(raw, context=notes)
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, tuple(_problem(model, document, path, detail) for detail in details)
    told = (_former_key(document, path, at) for at in document.former if at[: len(path)] == path)
    return made, (*told, *(_spelling(document, path, raw, note) for note in notes))


def _former_key(document: Document, prefix: Path, path: Path) -> Problem:
    line, column = document.position(path, of_key=True)
    key = ".".join(map(str, path[len(prefix) :]))
    return RULES["kunci-nama-lama"].at(
        document.file, line, column, key, kunci=document.former[path], baru=str(path[-1])
    )


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """`` Maksud Anda `…`?`` with a leading blank when something in ``choices`` is close, else nothing."""
    close = closest(word, choices)
    return " " + gettext(MEANT).format(kata=close) if close else ""


def closest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that ``word`` most likely meant: the shorter it is, the fewer slips of the pen are believed."""
    folded = {choice.casefold(): choice for choice in choices}
    wanted = word.casefold()
    if wanted in folded:
        return folded[wanted]
    bare = re.sub(r"[\W_]", "", wanted)
    same = [choice for key, choice in folded.items() if bare and re.sub(r"[\W_]", "", key) == bare]
    if same:
        return same[0]
    begun = [choice for key, choice in folded.items() if key.startswith(wanted)] if len(wanted) > 3 else []
    if len(begun) == 1:
        return begun[0]
    for found in difflib.get_close_matches(wanted, list(folded), n=3, cutoff=0.6):
        longer = max(len(wanted), len(found))
        if slips_between(wanted, found) <= next(slips for shortest, slips in _SLIPS if longer >= shortest):
            return folded[found]
    return None


def slips_between(one: str, other: str) -> int:
    """How many letters were left out, added, changed, or exchanged with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for line, left in enumerate(one, start=1):
        above, row, earlier = row, [line], before
        for column, right in enumerate(other, start=1):
            cost = min(above[column] + 1, row[-1] + 1, above[column - 1] + (left != right))
            if line > 1 and column > 1 and left == other[column - 2] and one[line - 2] == right:
                cost = min(cost, earlier[column - 2] + 1)
            row.append(cost)
        before = above
    return row[-1]


def offer(word: str, choices: Iterable[str], limit: int = 12) -> str:
    """The choices in words; of a long list only those that resemble ``word`` most."""
    known = list(choices)
    if len(known) <= limit:
        return ", ".join(known)
    near = difflib.get_close_matches(word.casefold(), known, n=limit // 2, cutoff=0.3) or known[: limit // 2]
    return ", ".join(near) + ", …"


def _problem(model: type[Base], document: Document, prefix: Path, detail: ErrorDetails) -> Problem:
    rule = _BUILTIN.get(detail["type"], detail["type"])
    if rule not in RULES:
        rule = "isian-salah"
    location: Path = tuple(detail["loc"])
    owner = _model_at(model, location[:-1])
    name = str(location[-1]) if location else ""
    field_name = next((str(step) for step in reversed(location) if isinstance(step, str)), name)
    specs = fields_of(owner)
    context = dict(detail.get("ctx") or {})
    written = context.pop("tulisan", detail["input"])
    params: dict[str, Any] = {
        "kunci": shorten(field_name),
        "tulisan": shorten(written),
        "arti": gettext(specs[field_name].description) if field_name in specs else "",
        "maksud": "",
        **context,
    }
    of_key = rule == "kunci-tak-dikenal" or rule in _KEY_IN_CONTEXT
    if rule == "kunci-tak-dikenal":
        rule, said = _unknown_key(name, specs, _at(document.value, (*prefix, *location[:-1])))
        params |= said
    elif rule == "catatan-bukan-pemetaan" and (mistaken := lookalike(str(detail["input"]))):
        rule = "yaml-tulisan"
        params |= {"sebab": mistaken.reason, "saran": mistaken.advice}
    elif rule == "catatan-bukan-pemetaan":
        place = location or _first_beside(document.value, prefix)
        params["contoh"] = mapping_at(_model_at(model, location), place, detail["input"])
    elif rule == "nilai-pilihan":
        choices = [str(choice) for choice in context["pilihan"]]
        params |= {"maksud": did_you_mean(str(written), choices), "pilihan": offer(str(written), choices)}
    elif "jenis" in context:
        params["jenis"] = ", ".join(context["jenis"])
    elif context.get("dugaan"):
        params["maksud"] = _date_meant(context["dugaan"], in_doubt=context["urutan"])
    elif rule == "nama-berkas":
        params["sebab"] = why(context["kesalahan"])
    elif rule == "nilai-tanggal-mustahil":
        params["sebab"] = gettext(_IMPOSSIBLE[context["mengapa"]]).format(**context)
    if rule == "nilai-id":
        params["saran"] = several(owner, field_name, written) or params.get("saran") or "sistem-kepegawaian"
    if rule in _KEY_IN_CONTEXT:  # found while the mapping was read as a whole
        location = (*location, str(detail["ctx"][_KEY_IN_CONTEXT[rule]]))
    path = (*prefix, *location)
    if rule == "isian-wajib":
        line, column = document.position(path[:-1])
    else:
        line, column = document.position(path, of_key=of_key)
    return RULES[rule].at(document.file, line, column, ".".join(map(str, location)), **params)


def _unknown_key(name: str, specs: Mapping[str, Any], mapping: Any) -> tuple[str, dict[str, Any]]:
    """Which rule the key ``name`` of ``mapping`` breaks, of which ``specs`` are known, and what is said of it."""
    meant = did_you_mean(name, specs)
    if plain(name) != name and plain(name) in specs:
        words = gettext("Di dalamnya ada karakter yang tidak terlihat; maksud Anda `{kata}`?")
        meant = " " + words.format(kata=plain(name))
    elif mistaken := lookalike(name):
        return "yaml-tulisan", {"sebab": mistaken.reason, "saran": mistaken.advice}
    elsewhere = gettext(", atau pindahkan isinya ke `lain`") if "lain" in specs else ""
    said = {"maksud": decimal_comma(mapping, name) or meant, "pilihan": offer(name, specs), "pindah": elsewhere}
    return "kunci-tak-dikenal", said


def _first_beside(value: Any, path: Path) -> Path:
    """The place of the first part of what holds ``path``, so that the same slip in all parts has the same words."""
    if not path:
        return ()
    holder = _at(value, path[:-1])
    return (next(iter(holder)),) if isinstance(holder, dict) else (0,)


def _date_meant(proposal: str, *, in_doubt: bool) -> str:
    words = gettext("Maksud Anda `{kata}`, bila hari ditulis sebelum bulan?") if in_doubt else gettext(MEANT)
    return " " + words.format(kata=proposal)


def _at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def shorten(value: Any, limit: int = 60) -> str:
    """``value`` as it fits into one line of a message."""
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    text = " ".join(str(value).split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _model_at(model: type[Base], location: Path) -> type[Base]:
    for step in location:
        info = model.model_fields.get(str(step)) if isinstance(step, str) else None
        inner = _inner_model(info.annotation, model) if info is not None else None
        model = inner or model
    return model


def _inner_model(annotation: Any, owner: type[Base]) -> type[Base] | None:
    if isinstance(annotation, type):
        return annotation if issubclass(annotation, Base) else None
    if getattr(annotation, "__name__", "") == "Self":
        return owner
    for argument in get_args(annotation):
        found = _inner_model(argument, owner)
        if found is not None:
            return found
    return None


def _spelling(document: Document, prefix: Path, raw: Any, note: Note) -> Problem:
    path = _find(raw, note) or (note.field,)
    line, column = document.position((*prefix, *path))
    key = ".".join(map(str, path))
    return RULES["ejaan"].at(document.file, line, column, key, tulisan=shorten(note.written), arti=note.meant)


def _find(raw: Any, note: Note, path: Path = (), *, inside: bool = False) -> Path | None:
    """Where in ``raw`` the text of ``note`` stands under the key it was read from."""
    if isinstance(raw, str):
        return path if inside and raw.strip() == note.written.strip() else None
    steps: Iterable[tuple[str | int, Any]] = ()
    if isinstance(raw, dict):
        steps = raw.items()
    elif isinstance(raw, list):
        steps = enumerate(raw)
    for step, value in steps:
        under = step == note.field or (inside and isinstance(step, int))
        found = _find(value, note, (*path, step), inside=under)
        if found is not None:
            return found
    return None
