"""How folders and files of data are named, and which name was meant by one that is nearly so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final

from spbe.i18n import gettext, mark
from spbe.problems import RULES, Problem
from spbe.sources.source import called
from spbe.yamlio.validation import slips_between

FOLDERS: Final = ("content", "indicators", "architecture")
"""The three folders of data."""

SUFFIXES: Final = frozenset({".yaml", ".yml"})
"""What names of data files end with."""

_TRANSLATED = {"indikator": "indicators", "arsitektur": "architecture", "konten": "content"}
_FOLDER_SLIPS: Final = 2
_TABLES = frozenset({".csv", ".tsv", ".xls", ".xlsx", ".xlsm", ".ods", ".json", ".doc", ".docx", ".odt"})
_TEXTS = frozenset({"", ".txt", ".text", ".yam", ".ymal"})
LEFT_BEHIND: Final = re.compile(
    r"thumbs\.db|ehthumbs\.db|desktop\.ini|~.*|.*~|.*\.(?:tmp|temp|bak|old|orig|rej|swp|swo|lnk|part|partial|crdownload)",
    re.IGNORECASE,
)
"""What programs leave behind."""
_RENAMED = mark("Bila ini catatan, ganti akhirannya menjadi .yaml.")
_COPIED = mark("Bila isinya catatan, salin ke berkas .yaml, satu per catatan; `spbe new` membuatkan kerangkanya.")
_NOTED = mark("Bila isinya perlu dicatat, buat catatannya dengan `spbe new`.")
_DELETED = mark("Program lain yang meninggalkannya; hapus.")


def meant_folder(name: str) -> str | None:
    """Which of the three folders of data ``name`` was to be, if it is not one of them."""
    told = name.casefold()
    if name in FOLDERS:
        return None
    near = (one for one in FOLDERS if slips_between(told, one) <= _FOLDER_SLIPS)
    return _TRANSLATED.get(told) or next(near, None)


def proper_name(name: str) -> str | None:
    """What a YAML file was to be called that an editor saved as ``x.yaml.txt`` or ``x.YAML``; else ``None``."""
    match = re.fullmatch(r"(.+)\.ya?ml(?:\.txt)?", name, re.IGNORECASE)
    return f"{match[1]}.yaml" if match and not name.endswith(tuple(SUFFIXES)) else None


def proper_case(name: str, known: Iterable[str]) -> str | None:
    """Which of the names ``known`` a file called ``name`` was to have that differs by case or ending alone."""
    stem = re.sub(r"\.ya?ml(?:\.txt)?$", "", name.casefold())
    return next((one for one in known if one != name and stem != name.casefold() and f"{stem}.yaml" == one), None)


def not_yaml(path: PurePosixPath) -> Problem:
    """What is wrong with the ending of ``path``: that of a record which was saved badly, or that of something else."""
    proper = proper_name(path.name)
    if proper is not None:
        return RULES["berkas-akhiran"].at(called(str(path)), nama=path.name, saran=proper)
    suffix = path.suffix.lower()
    way = _COPIED if suffix in _TABLES else _RENAMED if suffix in _TEXTS else _NOTED
    if LEFT_BEHIND.fullmatch(path.name):
        way = _DELETED
    return RULES["berkas-bukan-yaml"].at(called(str(path)), nama=path.name, saran=gettext(way))
