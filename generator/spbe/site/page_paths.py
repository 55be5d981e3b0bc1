"""The address finds the code: where module, template and styles of a form of address lie below ``pages/``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from spbe.site.addresses import FORMS, HOME


@cache
def page_paths() -> Mapping[str, str]:
    """Every form of address to the path of its files below ``pages/``, without ending: section "Addresses" of the docs.

    The first word is a folder, and so is a word with something varying directly below it: the page there is
    ``ikhtisar``. Of two forms with one path the longer keeps the word before its end too.
    """
    found: dict[str, str] = {}
    for form in sorted(FORMS, key=lambda form: (form.count("/"), form)):
        path = _path(form)
        found[form] = path if path not in found.values() else _path(form, longer=True)
    return MappingProxyType({form: found[form] for form in FORMS})


def _path(form: str, *, longer: bool = False) -> str:
    parts = ["beranda"] if form == HOME else form.strip("/").replace("-", "_").split("/")
    *above, last = parts
    words = [word for word in above if not word.startswith("<")]
    if longer:
        last = f"{above[-1].strip('<>')}_{last}"
    elif not last.startswith("<") and (not above or any(one.startswith(f"{form}<") for one in FORMS)):
        return "/".join([*words, last, "ikhtisar"])
    return "/".join([*words, last.strip("<>")])
