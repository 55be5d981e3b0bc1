"""Forms as the files that hosts read: issue forms of GitHub, description templates of GitLab."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import yaml

from spbe.changes.office_forms import CHANGED, NEW, REQUEST, SAME, WORDS, FormQuestion, OfficeForm, office_forms

LABEL: Final = "usulan"
"""What GitHub marks every form with; a maintainer's ``terima`` is another one."""

_ABOUT: Final = "Untuk pegawai OPD yang tidak memakai git. Isi yang berubah saja; yang kosong tetap seperti semula."
_TITLE: Final = "Usulan perubahan dengan kata-kata"
_WORDS_ABOUT: Final = "Ceritakan apa yang berubah; pengelola yang menuliskannya. Berkas dapat dilampirkan."
_PUBLIC: Final = (
    "Semua yang dapat membuka repositori ini membaca isian Anda. Jangan menulis kata sandi, NIK, nomor pribadi, atau "
    "rincian keamanan."
)
_EMPTY: Final = (
    "Tulis `belum diketahui` bila sudah ditanyakan tetapi belum ada jawabnya, `tidak ada` bila memang tidak ada."
)
_FILES: Final = ".xlsx,.csv,.yaml,.yml,.zip,.pdf,.png,.jpg"


def github_forms() -> dict[str, str]:
    """Every form, by the name of its file below ``.github/ISSUE_TEMPLATE/``."""
    found = {"1-usulan.yml": _yaml(_TITLE, _WORDS_ABOUT, _in_words())}
    for number, form in enumerate(office_forms(), 2):
        found[f"{number}-{form.kind.slug}.yml"] = _yaml(form.title, _ABOUT, _asked(form))
    found["config.yml"] = "blank_issues_enabled: true\n"
    return found


def gitlab_templates() -> dict[str, str]:
    """Every form, by the name of its file below ``.gitlab/issue_templates/``."""
    found = {f"{_TITLE}.md": _markdown(_WORDS_ABOUT, {"Perangkat daerah": "", WORDS: "", "Dari mana isinya": ""})}
    for form in office_forms():
        asked = {
            REQUEST: f"Tulis `{CHANGED}` atau `{NEW}`.",
            form.record: "Lihat di ujung alamat halamannya pada situs.",
            **{question.label: _said_of(question) for question in form.questions},
        }
        found[f"{form.title}.md"] = _markdown(f"{_ABOUT} {_EMPTY}", asked)
    return found


def _yaml(name: str, description: str, body: list[dict[str, Any]]) -> str:
    notice = {"type": "markdown", "attributes": {"value": _PUBLIC}}
    form = {"name": name, "description": description, "title": f"{name}: ", "labels": [LABEL], "body": [notice, *body]}
    return yaml.safe_dump(form, allow_unicode=True, sort_keys=False, width=10**9)


def _in_words() -> list[dict[str, Any]]:
    return [
        _field("input", "opd", "Perangkat daerah", "OPD yang mengusulkan.", required=True),
        _field("textarea", "perubahan", WORDS, "Sebut nama catatan, yang lama, dan yang baru.", required=True),
        _field("textarea", "sumber", "Dari mana isinya", "Nama dokumen, nomor surat, atau siapa yang dapat ditanya."),
        {
            "type": "upload",
            "id": "berkas",
            "attributes": {"label": "Berkas", "description": "Buku kerja, surat, atau berkas lain yang mendukung."},
            "validations": {"required": False, "accept": _FILES},
        },
    ]


def _asked(form: OfficeForm) -> list[dict[str, Any]]:
    return [
        _list("permintaan", REQUEST, "", [CHANGED, NEW]),
        _field("input", "id", form.record, "Lihat di ujung alamat halamannya pada situs.", required=True),
        *map(_question, form.questions),
    ]


def _question(question: FormQuestion) -> dict[str, Any]:
    field, about = question.field, question.field.description
    if question.choice is not None:
        return _list(field.name, question.label, about, [SAME, *question.choice.nilai.values()])
    about = about if field.required else f"{about} {_EMPTY}"
    return _field("textarea" if question.is_long else "input", field.name, question.label, about)


def _list(name: str, label: str, about: str, options: list[str]) -> dict[str, Any]:
    said = {"label": label, **({"description": about} if about else {}), "options": options, "default": 0}
    return {"type": "dropdown", "id": name, "attributes": said, "validations": {"required": True}}


def _field(kind: str, name: str, label: str, about: str, *, required: bool = False) -> dict[str, Any]:
    attributes = {"label": label, "description": about}
    return {"type": kind, "id": name, "attributes": attributes, "validations": {"required": required}}


def _said_of(question: FormQuestion) -> str:
    about = question.field.description
    return f"{about} Pilihan: {' | '.join(question.choice.nilai.values())}." if question.choice else about


def _markdown(about: str, asked: dict[str, str]) -> str:
    def lines() -> Iterator[str]:
        yield f"<!-- {about} {_PUBLIC} -->"
        for label, words in asked.items():
            yield f"\n### {label}\n"
            if words:
                yield f"<!-- {words} -->\n"

    return "\n".join(lines()).rstrip("\n") + "\n"
