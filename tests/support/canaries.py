"""A region in which everything that some readers may not see is a word found nowhere else.

The words are planted by looking at the model itself: a new field is planted as soon as it is declared.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from spbe.editions import EditionName
from spbe.model.base import Base, Kelas, fields_of
from spbe.model.kinds import KINDS
from spbe.model.penilaian import Jawaban, Penilaian
from spbe.model.record import OPEN, Record
from spbe.model.references import RefByKind, direct_references

OWN, OTHER = "dinkes", "diskominfo"
"""The office of the ``opd`` edition, and another one."""

EVERYONE: Kelas = "publik"


@dataclass(frozen=True)
class Plant:
    """A word and what it stands for: class of its field, owner of its record, classification of its record."""

    word: str
    place: str
    kelas: Kelas
    owner: str | None
    klasifikasi: str = "terbuka"
    published: bool = True

    def visible(self, edition: EditionName, opd: str | None = None) -> bool:
        """Whether readers of ``edition`` may see it, by the rules as people know them."""
        if not self.published:
            return False
        if edition == "internal":
            return True
        if self.klasifikasi == "tertutup" or (edition == "publik" and self.klasifikasi != "terbuka"):
            return False
        own = edition == "opd" and self.owner == opd
        return self.kelas == "publik" or (self.kelas == "opd" and own)


@dataclass
class Field:
    """The words of a region, by word."""

    plants: dict[str, Plant] = field(default_factory=dict)

    def word(self, place: str, kelas: Kelas, owner: str | None, klasifikasi: str = "terbuka", **more: Any) -> str:
        """A new word for ``place``: sixteen lower-case letters, so that it may be an id as well as a name."""
        digest = hashlib.sha256(place.encode()).digest()
        made = "zq" + "".join(chr(ord("a") + byte % 26) for byte in digest[:14])
        assert made not in self.plants, place
        self.plants[made] = Plant(made, place, kelas, owner, klasifikasi, **more)
        return made


def write(root: Path, place: str, value: Any, comment: str = "") -> None:
    """``value`` as the file ``place`` of the region: JSON is YAML."""
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    lead = f"# {comment}\n" if comment else ""
    path.write_text(lead + json.dumps(value, ensure_ascii=False, indent=1), "utf-8")


def accepts(model: type[Base], base: dict[str, Any], name: str, value: Any) -> bool:
    """Whether ``model`` reads ``value`` in its field ``name``."""
    try:
        model.model_validate({**base, name: value})
    except ValidationError:
        return False
    return True


def text_value(model: type[Base], base: dict[str, Any], name: str, text: str, word: str) -> Any:
    """``text`` in the shape that the field ``name`` takes it in, ``None`` when it takes no text of one's own."""
    if name in direct_references(model):
        return None
    for value in (text, {text: text}, f"https://{word}.example/", word):
        if accepts(model, base, name, value):
            return value
    return None


def bases() -> Iterator[tuple[str, type[Base], dict[str, Any]]]:
    """Every kind with each of its models and the keys that a record of it must have."""
    for slug, kind in KINDS.items():
        for code, model in kind.models.items():
            base = {"id": "x", "nama": "x", **({"jenis": code} if code else {})}
            closed = model.model_fields["klasifikasi"].default != OPEN
            yield slug, model, {**base, "klasifikasi": OPEN} if closed else base


def plant(root: Path) -> Field:
    """Plant words in the region at ``root``, a copy of the sample; it stays without errors."""
    field_ = Field()
    closed: dict[str, list[str]] = {slug: [] for slug in KINDS}
    for slug, model, base in bases():
        code = base.get("jenis", "umum")
        for owner in (OWN, OTHER):
            _open_record(root, field_, slug, model, base, f"uji-{code}-{owner}", owner)
    for slug, kind in KINDS.items():
        model = kind.models[None]
        for klasifikasi in ("terbatas", "tertutup"):
            closed[slug].append(_closed_record(root, field_, slug, model, klasifikasi))
    for slug, model, base in bases():
        _referring_record(root, slug, model, base, closed)
    _assessments(root, field_, closed)
    for name in ("rahasia.txt", "catatan.yaml", "sub/data.csv", ".rahasia.md", ".sub/halaman.md", "rahasia.pdf"):
        word = field_.word(f"content/{name}", EVERYONE, None, published=False)
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"isi: {word}\n")
    return field_


def _hidden(model: type[Base], base: dict[str, Any], field_: Field, where: str, owner: str) -> dict[str, Any]:
    """Every field of ``model`` that not everyone may see, holding words."""
    values: dict[str, Any] = {}
    for name, spec in fields_of(model).items():
        if spec.kelas == "publik" or text_value(model, base, name, "Zq Zq", "zqzq") is None:
            continue
        word = field_.word(f"{where}:{name}", spec.kelas or "internal", owner)
        values[name] = text_value(model, base, name, f"Kata {word} ini", word)
    return values


def _open_record(
    root: Path, field_: Field, slug: str, model: type[Base], base: dict[str, Any], name: str, owner: str
) -> None:
    where = f"{slug}/{name}"
    record = {**base, "id": name, "nama": f"Uji {name}", "perangkat_daerah": owner}
    if slug == "perangkat-daerah":
        name = record["id"] = owner  # an office belongs to itself
        for old in (root / KINDS[slug].folder).rglob(f"{owner}.yaml"):
            old.unlink()
        del record["perangkat_daerah"]
    record |= _hidden(model, base, field_, where, owner)
    if issubclass(model, Record):
        record["rencana"] = {"sejak": "2027", **_hidden(model, base, field_, f"{where}/rencana", owner)}
    comment = field_.word(f"{where}:#", EVERYONE, None, published=False)
    write(root, f"{KINDS[slug].folder}/{name}.yaml", record, comment)


def _closed_record(root: Path, field_: Field, slug: str, model: type[Base], klasifikasi: str) -> str:
    where = f"{slug}/{klasifikasi}"
    name = field_.word(f"{where}:id", EVERYONE, None, klasifikasi)
    base = {"id": "x", "nama": "x"}
    record: dict[str, Any] = {"id": name, "klasifikasi": klasifikasi}
    for attribute, spec in fields_of(model).items():
        if attribute in {"id", "dahulu"} or text_value(model, base, attribute, "Zq Zq", "zqzq") is None:
            continue
        word = field_.word(f"{where}:{attribute}", spec.kelas or "internal", None, klasifikasi)
        record[attribute] = text_value(model, base, attribute, f"Kata {word} ini", word)
    if "berkas" in record:
        attachment = root / "content/lampiran" / record["berkas"]
        attachment.parent.mkdir(parents=True, exist_ok=True)
        attachment.write_text(f"isi: {record['berkas']}\n", "utf-8")
    record["dahulu"] = [field_.word(f"{where}:dahulu", EVERYONE, None, klasifikasi)]
    write(root, f"{KINDS[slug].folder}/{name}.yaml", record)
    return name


def _referring_record(
    root: Path, slug: str, model: type[Base], base: dict[str, Any], closed: dict[str, list[str]]
) -> None:
    """An open record every reference of which leads to closed ones, now and in its coming version."""
    name = f"rujuk-{base.get('jenis', 'umum')}"
    references: dict[str, Any] = {}
    for attribute, marker in direct_references(model).items():
        if isinstance(marker, RefByKind):
            references[attribute] = {kind: closed[kind] for kind in marker.kinds}
        elif accepts(model, base, attribute, ["a", "b"]):
            references[attribute] = closed[marker.kind]
        else:
            references[attribute] = closed[marker.kind][-1]
    if slug == "aplikasi":
        references["integrasi"] = [{"aplikasi": one, "data": closed["data"]} for one in (*closed[slug], "simpeg")]
    record = {**base, "id": name, "nama": f"Rujukan {name}", **references}
    if issubclass(model, Record):
        record["rencana"] = references
    write(root, f"{KINDS[slug].folder}/{name}.yaml", record)


def _assessments(root: Path, field_: Field, closed: dict[str, list[str]]) -> None:
    draft = field_.word("draf:folder", EVERYONE, None, "terbatas")
    base = {"tahun": "2025", "instrumen": "permenpanrb-59-2020"}
    head: dict[str, Any] = dict(base)
    for name in ("nama", "catatan"):
        head[name] = field_.word(f"draf:{name}", EVERYONE, None, "terbatas")
    head |= _hidden(Penilaian, base, field_, "draf", "")
    head["hasil_resmi"] = {"indeks": "2.50", "sumber": field_.word("draf:sumber", EVERYONE, None, "terbatas")}
    write(root, f"indicators/{draft}/penilaian.yaml", head)
    answer = {"nilai": {"akhir": "3"}, "perangkat_daerah": OTHER}
    for name in ("fakta", "analisis", "rekomendasi", "tanggapan"):
        answer[name] = field_.word(f"draf/I11:{name}", EVERYONE, None, "terbatas")
    write(root, f"indicators/{draft}/I11.yaml", answer)
    for code, owner in (("I2", OWN), ("I3", OTHER)):
        answer = {"perangkat_daerah": owner, "bukti": closed["bukti"], "fakta": "Ada."}
        write(root, f"indicators/2025/{code}.yaml", answer | _hidden(Jawaban, {}, field_, f"2025/{code}", owner))
    path = root / "indicators/2025/penilaian.yaml"
    text = path.read_text("utf-8")
    line = next(line for line in text.splitlines() if line.startswith("catatan_internal"))
    word = field_.word("2025:catatan_internal", "internal", None)
    path.write_text(text.replace(line, f"catatan_internal: {word}"), "utf-8")


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of a site by name, and everything packed inside it, however deep."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield from _unpacked(path.relative_to(folder).as_posix(), path.read_bytes())


def _unpacked(name: str, raw: bytes) -> Iterator[tuple[str, bytes]]:
    yield name, raw
    if raw.startswith(b"\x1f\x8b"):
        yield from _unpacked(f"{name}!", gzip.decompress(raw))
    elif zipfile.is_zipfile(io.BytesIO(raw)):
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            for inner in packed.namelist():
                yield from _unpacked(f"{name}!{inner}", packed.read(inner))


def found_in(folder: Path, plants: Iterator[Plant] | list[Plant]) -> dict[str, list[str]]:
    """Which planted words stand in the site in ``folder``, by the place they were planted: in which files."""
    places = {plant.word.encode(): plant.place for plant in plants}
    found: dict[str, list[str]] = {}
    for name, raw in contents(folder):
        for word in set(_WORD.findall(raw.lower() + b"\n" + name.encode())) & places.keys():
            found.setdefault(places[word], []).append(name)
    return found


_WORD = re.compile(rb"(?=(zq[a-z]{14}))")
"""Whatever has the form of :meth:`Field.word`, within other letters too."""
