"""The address finds the code: where below ``pages/`` the module and the template of a form of address lie."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from spbe.site.addresses import FORMS, HOME


@cache
def page_paths() -> Mapping[str, str]:
    """Every form of address to the path of its code and template, below ``pages/`` and without ending.

    Its words are the path, without what varies unless it stands at the end; a folder's own page is its ``ikhtisar``.
    Of two forms with one path the longer keeps the word before its end too.
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
