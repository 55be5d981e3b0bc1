"""docs/rujukan/metadata.md: every attribute of the circular's metadata tables, and the field that holds it."""

from __future__ import annotations

from tools.rujukan.markdown import table

from spbe.standards.attributes import MetadataTable, metadata_tables, roadmap_tables
from spbe.standards.legal import laws


def metadata_page() -> str:
    """Every table with its attributes."""
    law = laws()["se-18-2022"]
    text = f"# Atribut metadata {law.nama}\n\n"
    text += f"{law.judul}, lampiran Metadata Arsitektur SPBE Nasional.\n"
    text += "Setiap atribut punya isian di sini, atau keputusan mengapa tidak.\n"
    text += "Isian yang diawali jenis lain berada pada catatan jenis itu, yang menunjuk ke catatan ini.\n\n"
    text += "".join(_table(one) for one in metadata_tables())
    text += "# Tabel peta rencana\n\nBab IV surat edaran yang sama.\n\n"
    return text + "".join(_table(one) for one in roadmap_tables())


def _table(one: MetadataTable) -> str:
    about = f"Jenis catatan: {', '.join(f'`{kind}`' for kind in one.jenis)}."
    about += f" Halaman {one.halaman}." if one.halaman else ""
    rows = (
        (
            str(attribute.nomor),
            attribute.nama,
            ", ".join(f"`{path}`" for path in _short(attribute.isian, one.jenis)) or "–",
            attribute.keputusan or "–",
        )
        for attribute in one.atribut
    )
    return f"## {one.nomor} {one.nama}\n\n{about}\n\n" + table(("No.", "Atribut", "Isian", "Keputusan"), rows)


def _short(paths: tuple[str, ...], kinds: tuple[str, ...]) -> list[str]:
    """The paths, those of the table's own kinds without the kind and once."""
    own = {f"{kind}.{rest}": rest for kind in kinds for rest in (path.partition(".")[2] for path in paths)}
    return list(dict.fromkeys(own.get(path, path) for path in paths))
