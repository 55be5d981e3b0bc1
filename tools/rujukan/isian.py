"""docs/rujukan/isian.md: every field of every YAML file."""

from __future__ import annotations

from collections.abc import Mapping

from tools.rujukan.bentuk import all_choices, shape_of
from tools.rujukan.markdown import table

from spbe.model.base import KELAS, Base, FieldSpec, fields_of
from spbe.model.halaman import KepalaHalaman
from spbe.model.instrumen import Instrumen
from spbe.model.kebijakan import Kebijakan
from spbe.model.kinds import KINDS, Kind
from spbe.model.kualitas import Kualitas
from spbe.model.pembanding import Pembanding
from spbe.model.penilaian import Jawaban, NilaiTahap, Penilaian
from spbe.model.profil import Profil
from spbe.model.record import Entri, Record
from spbe.model.referensi import ReferensiDaerah
from spbe.model.tim import TataKelola
from spbe.model.upaya import Upaya

SINGLE: dict[str, tuple[str, type[Base], str]] = {
    "content/profil.yaml": ("Profil wilayah", Profil, "Siapa yang menerbitkan situs ini."),
    "content/<halaman>.md": (
        "Kepala halaman",
        KepalaHalaman,
        "Isian di antara dua baris `---` di awal halaman tulisan tangan; isian lain tidak diterbitkan.",
    ),
    "indicators/tim.yaml": ("Tim", TataKelola, "Tim koordinasi dan asesor internal."),
    "indicators/upaya.yaml": (
        "Upaya",
        Upaya,
        "Upaya menaikkan indikator, untuk mencari langkah dengan upaya terkecil; tidak pernah mengubah nilai.",
    ),
    "indicators/pembanding.yaml": (
        "Pembanding",
        Pembanding,
        "Hasil instansi lain yang dicatat daerah, untuk tahun tanpa tabel nasional.",
    ),
    "indicators/<penilaian>/penilaian.yaml": ("Penilaian", Penilaian, "Satu folder per penilaian."),
    "indicators/<penilaian>/<kode>.yaml": ("Jawaban", Jawaban, "Satu berkas per indikator, misalnya I11.yaml."),
    "indicators/<penilaian>/nilai.yaml": (
        "Nilai",
        NilaiTahap,
        "Satu baris per indikator, misalnya `I11: {interviu: 2, akhir: 2}`; isian di bawah ini milik setiap baris.",
    ),
    "architecture/kualitas.yaml": (
        "Batas kualitas data",
        Kualitas,
        "Apa yang tidak boleh memburuk; tidak wajib ada, dan tidak diterbitkan.",
    ),
    "architecture/kebijakan-pemeriksaan.yaml": (
        "Kebijakan pemeriksaan",
        Kebijakan,
        "Kegawatan aturan di daerah ini, dan pengecualian untuk sementara; tidak wajib ada, dan tidak diterbitkan.",
    ),
    "architecture/referensi.yaml": ("Referensi daerah", ReferensiDaerah, "Kode yang ditambahkan daerah."),
    "indicators/instrumen/<id>.yaml": ("Instrumen", Instrumen, "Instrumen milik daerah sendiri."),
}


KELAS_WORDS = {
    "publik": "semua orang",
    "opd": "OPD pemilik dan pengelola",
    "internal": "hanya pengelola",
}


def fields_page() -> str:
    """Every field of every file."""
    text = "# Isian berkas YAML\n\n"
    text += "Kelas menentukan siapa yang melihat sebuah isian:\n\n"
    text += "".join(f"- `{kelas}`: {KELAS_WORDS[kelas]}\n" for kelas in KELAS)
    text += (
        "\nAsal adalah nama atribut di SIA-SPBE, atau di tempat lain yang disebut dalam kurung: lembar ekspor\n"
        "SIA-SPBE (XLS), aplikasi arsitektur DKI Jakarta (DKI), Kota Madiun (MDN), dan wic2020/arsitekturpemdi (WIC).\n"
        "Isian bertanda **wajib** harus ada; semua yang lain boleh kosong.\n\n"
    )
    shown: dict[type[Base], None] = {}
    text += "## Isian bersama\n\n"
    text += "Semua catatan arsitektur dan bukti punya isian ini.\n\n" + fields(Entri, shown)
    text += "### Isian bersama catatan arsitektur\n\n"
    text += "Semua berkas di bawah architecture/, jadi tanpa bukti, punya pula isian ini.\n\n"
    text += fields(Record, shown, without=fields_of(Entri))
    for kind in KINDS.values():
        text += kind_part(kind, shown)
    for place, (name, model, about) in SINGLE.items():
        text += f"## {name}: `{place}`\n\n{about}\n\n" + fields(model, shown)
    parts = list(shown)
    text += "## Bagian\n\nSusunan yang dipakai di dalam berkas di atas.\n\n"
    for part in parts:
        text += f"### Bagian {part.__name__}\n\n" + fields(part, shown, nested=parts)
    text += "## Pilihan\n\nHuruf besar, spasi, dan tanda baca tidak membedakan pilihan.\n\n"
    for choice in sorted(all_choices(), key=lambda choice: choice.nama):
        text += f"### Pilihan {choice.nama}\n\n"
        spellings: dict[str, list[str]] = {code: [] for code in choice.nilai}
        for spelling, code in choice.alias.items():
            spellings[code].append(spelling)
        rows = ((f"`{code}`", label, ", ".join(spellings[code])) for code, label in choice.nilai.items())
        text += table(("Tulis", "Arti", "Ejaan lain yang dimengerti"), rows)
    return text


def kind_part(kind: Kind, shown: dict[type[Base], None]) -> str:
    """The fields of a kind; of a union first those that all its types share."""
    base = kind.models[None]
    common = Entri if not issubclass(base, Record) else Record
    inherited = fields_of(common)
    text = f"## {kind.plural}: `{kind.folder}/`\n\n"
    if kind.jenis is None:
        return text + fields(base, shown, without=inherited)
    text += fields(base, shown, without=inherited)
    known = fields_of(base)
    for code, model in kind.models.items():
        if code is not None:
            text += f"### {kind.plural} `jenis: {code}`\n\n{kind.jenis.label(code)}.\n\n"
            text += fields(model, shown, without=known)
    return text


def fields(
    model: type[Base],
    shown: dict[type[Base], None],
    *,
    without: Mapping[str, FieldSpec] | None = None,
    nested: list[type[Base]] | None = None,
) -> str:
    """The table of ``model``'s fields except those that are the same in ``without``.

    Models of parts that it mentions are added to ``shown`` (and to ``nested``, which is being walked).
    """
    rows = []
    for name, spec in fields_of(model).items():
        if without and without.get(name) == spec:
            continue
        shape = shape_of(model, name, shown, nested)
        told = f"**{spec.label}.** {spec.description}" + (" **Wajib.**" if spec.required else "")
        example = (model.model_fields[name].json_schema_extra or {}).get("examples")  # type: ignore[union-attr]
        if example:
            told += f" Contoh: `{example[0]}`."
        rows.append((f"`{name}`", told, shape, f"`{spec.kelas}`", spec.source or "–"))
    if not rows:
        return "Tidak ada isian tambahan.\n\n"
    return table(("Isian", "Arti", "Bentuk", "Kelas", "Asal"), rows)
