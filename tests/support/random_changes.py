"""Random changes of a region's files, seeded: values, keys, records, answers, weights, pages, attachments, settings."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import yaml

Files = Mapping[str, bytes | None]
"""Path to what the file holds now; ``None`` for one that is gone."""

FOLDERS = ("content", "indicators", "architecture")


@dataclass(frozen=True)
class RandomChange:
    """What becomes of some files; ``told`` says in words what was done, for whoever reads a failing test."""

    told: str
    files: Files


class Changer:
    """Makes changes of the region at ``root``; the values that it writes are those that other records have."""

    def __init__(self, root: Path, seed: int) -> None:
        self._root = root
        self._dice = Random(seed)  # noqa: S311  (no secret)
        self._ways = self._in_turn()
        self._files = sorted(
            path.relative_to(root).as_posix()
            for folder in FOLDERS
            for path in (root / folder).rglob("*")
            if path.is_file()
        )
        self._data = [file for file in self._files if file.endswith(".yaml")]
        self._raws = {file: yaml.load((root / file).read_text("utf-8"), yaml.BaseLoader) for file in self._data}
        self._pool: dict[tuple[str, str], list[Any]] = {}
        for file, raw in self._raws.items():
            for key, value in raw.items() if isinstance(raw, dict) else ():
                self._pool.setdefault((_group(file), key), []).append(value)

    def change(self) -> RandomChange:
        """The next change; every way to change something has its turn."""
        return next(self._ways)()

    def _in_turn(self) -> Iterator[Callable[[], RandomChange]]:
        """Changes of values come between all others, as in life."""
        while True:
            yield from (
                self._value,
                self._attached,
                self._deeper,
                self._absence,
                self._page,
                self._value,
                self._renamed,
                self._key,
                self._moved,
                self._hidden,
                self._deeper,
                self._gone,
                self._cosmetic,
                self._key,
                self._copied,
                self._setting,
                self._single,
            )

    def _record(self) -> tuple[str, dict[str, Any]]:
        file = self._dice.choice([one for one in self._data if isinstance(self._raws[one], dict)])
        return file, dict(self._raws[file])

    def _value(self) -> RandomChange:
        """One field says what another record of the kind says there, or something near to what it said."""
        file, raw = self._record()
        key = self._dice.choice(list(raw))
        others = [value for value in self._pool[_group(file), key] if value != raw[key]]
        raw[key] = self._dice.choice(others) if others and self._dice.random() < 0.6 else self._near(raw[key])
        return self._written(f"{file}: {key} = {raw[key]!r}", file, raw)

    def _key(self) -> RandomChange:
        """A key goes, or one that other records have comes."""
        file, raw = self._record()
        more = sorted({key for group, key in self._pool if group == _group(file)} - raw.keys())
        if more and self._dice.random() < 0.5:
            key = self._dice.choice(more)
            raw[key] = self._dice.choice(self._pool[_group(file), key])
            return self._written(f"{file}: now {key}", file, raw)
        key = self._dice.choice(list(raw))
        del raw[key]
        return self._written(f"{file}: no {key}", file, raw)

    def _deeper(self) -> RandomChange:
        """A value somewhere inside a list or a mapping."""
        file, raw = self._record()
        inner = [key for key, value in raw.items() if isinstance(value, dict | list) and value]
        if not inner:
            return self._value()
        key = self._dice.choice(inner)
        raw[key] = self._inside(raw[key])
        return self._written(f"{file}: inside {key}: {raw[key]!r}", file, raw)

    def _inside(self, value: Any) -> Any:
        if isinstance(value, dict) and value:
            name = self._dice.choice(list(value))
            return {**value, name: self._inside(value[name])}
        if isinstance(value, list) and value and isinstance(value[0], dict) and self._dice.random() < 0.7:
            place = self._dice.randrange(len(value))
            return [self._inside(one) if number == place else one for number, one in enumerate(value)]
        return self._near(value)

    def _near(self, value: Any) -> Any:
        """Something like ``value`` that is not ``value``."""
        if isinstance(value, list):
            items = list(value)
            way = self._dice.choice(("drop", "turn", "twice"))
            if way == "drop" and items:
                items.pop(self._dice.randrange(len(items)))
            elif way == "turn":
                items.reverse()
            else:
                items.append("tambahan")
            return items
        if isinstance(value, dict):
            return {key: one for number, (key, one) in enumerate(value.items()) if number}
        text = str(value)
        if text.isdigit():
            return str(int(text) + self._dice.choice((-1, 1)))
        return self._dice.choice((f"{text} juga", "belum diketahui", "tidak ada", f"{text} "))

    def _gone(self) -> RandomChange:
        file = self._dice.choice(self._data)
        return RandomChange(f"{file} gone", {file: None})

    def _copied(self) -> RandomChange:
        file, raw = self._record()
        if "id" not in raw:
            return self._value()
        place = f"{file.removesuffix('.yaml')}-dua.yaml"
        return self._written(f"{place} new", place, {**raw, "id": f"{raw['id']}-dua"})

    def _renamed(self) -> RandomChange:
        file, raw = self._record()
        if "id" not in raw:
            return self._value()
        place = f"{file.removesuffix('.yaml')}-baru.yaml"
        former = raw.get("dahulu", [])
        more = [*former, raw["id"]] if isinstance(former, list) else [former, raw["id"]]
        made = self._written("", place, {**raw, "id": f"{raw['id']}-baru", "dahulu": more})
        return RandomChange(f"{file} renamed", {file: None, **made.files})

    def _moved(self) -> RandomChange:
        """The same record in another folder."""
        file, raw = self._record()
        if "id" not in raw:
            return self._value()
        folder, _slash, name = file.rpartition("/")
        place = f"{folder}/lain/{name}"
        return RandomChange(f"{file} moved", {file: None, place: (self._root / file).read_bytes()})

    def _absence(self) -> RandomChange:
        """A field that is known to be empty, or to be unknown."""
        file, raw = self._record()
        keys = sorted({key for group, key in self._pool if group == _group(file)} - {"id", "nama"})
        key = self._dice.choice(keys or list(raw))
        raw[key] = self._dice.choice(("belum diketahui", "tidak ada", []))
        return self._written(f"{file}: {key} is {raw[key]}", file, raw)

    def _hidden(self) -> RandomChange:
        file, raw = self._record()
        raw["klasifikasi"] = self._dice.choice(("terbuka", "terbatas", "tertutup"))
        return self._written(f"{file}: klasifikasi {raw['klasifikasi']}", file, raw)

    def _cosmetic(self) -> RandomChange:
        """Another order of keys, quotes everywhere, no comments."""
        file, raw = self._record()
        keys = list(raw)
        self._dice.shuffle(keys)
        return self._written(f"{file}: other looks", file, {key: raw[key] for key in keys})

    def _page(self) -> RandomChange:
        pages = [file for file in self._files if file.endswith(".md")] or ["content/baru.md"]
        file = self._dice.choice((*pages, "content/baru.md"))
        old = (self._root / file).read_bytes() if (self._root / file).exists() else b"# Baru\n"
        way = self._dice.choice(("more", "comment", "gone"))
        if way == "gone" and (self._root / file).exists():
            return RandomChange(f"{file} gone", {file: None})
        more = b"\n<!-- catatan -->\n" if way == "comment" else b"\nSatu kalimat lagi.\n"
        return RandomChange(f"{file}: {way}", {file: old + more})

    def _attached(self) -> RandomChange:
        files = [file for file in self._files if file.startswith("content/lampiran/")]
        file = self._dice.choice((*files, *files, "content/lampiran/lepas.txt"))
        gone = self._dice.random() < 0.2 and file in files
        return RandomChange(f"{file} {'gone' if gone else 'other'}", {file: None if gone else b"Isi lain.\n"})

    def _setting(self) -> RandomChange:
        text = (self._root / "mkdocs.yml").read_text("utf-8")
        new = self._dice.choice(
            (f"# komentar\n{text}", text.replace("site_name: ", "site_name: Situs "), f"{text}copyright: Kami\n")
        )
        return RandomChange("mkdocs.yml", {"mkdocs.yml": new.encode()})

    def _single(self) -> RandomChange:
        """Something in a file that a region has once."""
        singles = [file for file in self._data if file.count("/") == 1 and isinstance(self._raws[file], dict)]
        file = self._dice.choice(singles)
        raw = self._inside(dict(self._raws[file]))
        return self._written(f"{file}: {raw!r}"[:200], file, raw)

    @staticmethod
    def _written(told: str, file: str, raw: Any) -> RandomChange:
        return RandomChange(told, {file: json.dumps(raw, ensure_ascii=False, indent=1).encode()})


def _group(file: str) -> str:
    """Files of one group hold things of one kind."""
    parts = file.split("/")
    if parts[0] == "indicators" and parts[1][:2] == "20":
        return parts[-1] if parts[-1] in {"penilaian.yaml", "nilai.yaml"} else "jawaban"
    return "/".join(parts[:2])
