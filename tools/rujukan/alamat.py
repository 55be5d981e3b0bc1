"""docs/rujukan/alamat.md: every form of address, with the code and the template that make its pages."""

from __future__ import annotations

from tools.rujukan.markdown import table

from spbe.site.addresses import FORMS, HOME

RULE = (
    "Kata-kata alamat adalah jalan ke kodenya, tanpa bagian yang berubah kecuali di ujung; "
    "halaman pertama sebuah folder bernama `ikhtisar`, dan `/` bernama `beranda`."
)


def page_paths() -> dict[str, str]:
    """Every form of address to the path of its code and template, below ``pages/`` and without ending.

    Of two forms with one path the longer keeps the word before its end too.
    """
    found: dict[str, str] = {}
    for form in sorted(FORMS, key=lambda form: (form.count("/"), form)):
        path = _path(form)
        found[form] = path if path not in found.values() else _path(form, longer=True)
    return {form: found[form] for form in FORMS}


def addresses_page() -> str:
    """The table of all forms."""
    rows = (
        (f"`{form}`", f"`site/pages/{path}.py`", f"`site_templates/pages/{path}.html.j2`")
        for form, path in page_paths().items()
    )
    return f"# Alamat\n\n{RULE}\n\n" + table(("Alamat", "Kode", "Templat"), rows)


def _path(form: str, *, longer: bool = False) -> str:
    parts = ["beranda"] if form == HOME else form.strip("/").replace("-", "_").split("/")
    *above, last = parts
    words = [word for word in above if not word.startswith("<")]
    if longer:
        last = f"{above[-1].strip('<>')}_{last}"
    elif not last.startswith("<") and (not above or any(one.startswith(f"{form}<") for one in FORMS)):
        return "/".join([*words, last, "ikhtisar"])
    return "/".join([*words, last.strip("<>")])
