"""docs/rujukan/alamat.md: every form of address, with code, template and styles of its pages."""

from __future__ import annotations

from tools.rujukan.markdown import table

from spbe.site.page_paths import page_paths
from spbe.site.styles import PARTS

RULE = (
    "Kata-kata alamat adalah jalan ke berkasnya di ketiga tempat, dengan `_` untuk `-`. "
    "Bagian yang berubah tidak ikut, kecuali di ujung, tempat berkas bernama seperti isi kurung. "
    "Kata pertama adalah folder, begitu pula kata yang langsung diikuti bagian yang berubah; "
    "halaman di alamat folder bernama `ikhtisar`, dan `/` dihitung sebagai `beranda`. "
    "Bila dua alamat bertemu di satu berkas, yang lebih panjang menyimpan satu kata lagi. "
    "Halaman tanpa gaya sendiri hanya memakai gaya komponen."
)


def addresses_page() -> str:
    """The table of all forms."""
    rows = (
        (
            f"`{form}`",
            f"`site/pages/{path}.py`",
            f"`site_templates/pages/{path}.html.j2`",
            f"`site_templates/styles/pages/{path}.css`" if f"pages/{path}" in PARTS else "",
        )
        for form, path in page_paths().items()
    )
    return f"# Alamat\n\n{RULE}\n\n" + table(("Alamat", "Kode", "Templat", "Gaya"), rows)
