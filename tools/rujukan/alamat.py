"""docs/rujukan/alamat.md: every form of address, with the code and the template that make its pages."""

from __future__ import annotations

from tools.rujukan.markdown import table

from spbe.site.page_paths import page_paths

RULE = (
    "Kata-kata alamat adalah jalan ke kodenya, tanpa bagian yang berubah kecuali di ujung; "
    "halaman pertama sebuah folder bernama `ikhtisar`, dan `/` bernama `beranda`."
)


def addresses_page() -> str:
    """The table of all forms."""
    rows = (
        (f"`{form}`", f"`site/pages/{path}.py`", f"`site_templates/pages/{path}.html.j2`")
        for form, path in page_paths().items()
    )
    return f"# Alamat\n\n{RULE}\n\n" + table(("Alamat", "Kode", "Templat"), rows)
