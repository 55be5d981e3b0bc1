"""Every text of a record is found, with what it means and whether the public may see it."""

from __future__ import annotations

from spbe.model.aplikasi import Aplikasi
from spbe.model.bukti import Bukti
from spbe.model.profil import Profil
from spbe.model.texts import attachments_of, texts_within
from spbe.model.values import TextKind


def test_texts_are_found_in_parts_lists_and_the_coming_version() -> None:
    record = Aplikasi.model_validate(
        {"id": "uji", "nama": "Uji", "tag": ["a", "b"], "lain": {"k": "v"}, "rencana": {"tautan": "https://b.go.id"}}
    )
    found = {one.path: (one.text, one.kind, one.public) for one in texts_within(record)}
    assert found[("tag", 1)] == ("b", TextKind.WORDS, True)
    assert found[("lain", "k")] == ("v", TextKind.WORDS, False)
    assert found[("rencana", "tautan")] == ("https://b.go.id", TextKind.ADDRESS, True)


def test_every_field_that_holds_a_file_names_an_attachment() -> None:
    evidence = Bukti.model_validate({"id": "b", "nama": "B", "berkas": "content/lampiran/a/b.pdf"})
    profile = Profil.model_validate({"nama": "X", "logo": "logo.svg"})
    assert [one.text for one in attachments_of(evidence)] == ["a/b.pdf"]
    assert [one.text for one in attachments_of(profile)] == ["logo.svg"]
