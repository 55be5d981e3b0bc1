"""Which office of the register a text of a list names: only where that is certain; else who it may be."""

from __future__ import annotations

import difflib
import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from spbe.model.perangkat_daerah import JENIS_PERANGKAT_DAERAH, PerangkatDaerah
from spbe.standards.list_spellings import letters_of, list_spellings
from spbe.yamlio.validation import slips_between

FORMER_NAMES: Final = "Nama terdahulu"
"""The key in ``lain`` of an office under which names stand that it had, as ``A; B``."""

_OTHER_BEGINS: Final = {"upt": ("uptd", "upt daerah", "unit pelaksana teknis"), "bagian": ("biro",)}

CANDIDATES: Final = 3
"""How many offices are offered at most."""

_SHORT: Final = re.compile(r"\(\s*([^\s()]{2,25})\s*\)")
_JOINING: Final = frozenset({"dan", "serta", "and", "atau"})
_LIKE: Final = 0.6
NEARLY: Final = 0.8
"""From which likeness on an office that is not there may be one that is, by another name."""


@dataclass(frozen=True)
class NamedOffice:
    """An office with every name that means it and nothing else.

    ``code`` is that of budgets; ``marks`` tell it from others of the same name, as the sub-district of a village.
    """

    id: str
    name: str
    others: tuple[str, ...] = ()
    code: str = ""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class OfficeCandidate:
    """An office that may be meant, and how much alike the names are, from 0 to 1: never a reason to assign it."""

    office: NamedOffice
    likeness: float


@dataclass
class OfficeRegister:
    """The offices that a list may name. ``region`` is the region's name, which people write behind those of offices."""

    offices: Iterable[NamedOffice]
    region: str = ""
    added: list[NamedOffice] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.offices = tuple(self.offices)
        self._by_key: dict[str, set[str]] = {}
        self._found: dict[str, str | None] = {}
        self.by_id: dict[str, NamedOffice] = {}
        for one in self.offices:
            self._enter(one)

    def add(self, office: NamedOffice, *, by_the_way: bool = True) -> None:
        """Take up an office that shall be made; ``by_the_way`` of a list of other things."""
        if by_the_way:
            self.added.append(office)
        self._found.clear()
        self._enter(office)

    def find(self, text: str) -> str | None:
        """The id of the office that ``text`` names beyond doubt."""
        if text not in self._found:
            self._found[text] = self._sought(text)
        return self._found[text]

    def is_called(self, name: str, text: str) -> bool:
        """Whether ``text`` is a name of the office with the id ``name`` in its own spelling."""
        office = self.by_id[name]
        return any(
            _as_written(text, self.region) == _as_written(one, self.region) for one in (office.name, *office.others)
        )

    def find_beside(self, text: str, beside: str) -> str | None:
        """The id of the one office called ``text`` whose mark stands in ``beside``: a name or an address."""
        letters = letters_of(beside)
        marked = [one.id for one in self.among(text) if any(_is_in(mark, letters) for mark in one.marks)]
        return marked[0] if len(marked) == 1 else None

    def confirmed(self, text: str, hosts: Iterable[str]) -> str | None:
        """The id of the office that ``text`` nearly names, where a short name of it is part of one of ``hosts``."""
        labels = {label for host in hosts for label in host.split(".")}
        named = {self.find(label) for label in labels if len(label) > 3 and not label.isdecimal()} - {None}
        near = {one.office.id for one in self.candidates(text) if one.likeness >= NEARLY}
        both = named & near
        return both.pop() if len(both) == 1 == len(named) else None

    def among(self, text: str) -> tuple[NamedOffice, ...]:
        """The offices that have this name, where several do."""
        found = self._by_key.get(office_key(text, self.region), set())
        return tuple(self.by_id[one] for one in sorted(found))

    def candidates(self, text: str) -> tuple[OfficeCandidate, ...]:
        """The offices whose names are most like ``text``."""
        same = self.among(text)
        if same:
            return tuple(OfficeCandidate(one, 1.0) for one in same[:CANDIDATES])
        wanted = spelled_out(text, self.region)
        rated = [
            OfficeCandidate(one, difflib.SequenceMatcher(a=wanted, b=words, autojunk=False).ratio())
            for one, words in self._words.items()
        ]
        rated.sort(key=lambda one: (-one.likeness, one.office.name))
        return tuple(one for one in rated[:CANDIDATES] if one.likeness >= _LIKE)

    @property
    def _words(self) -> Mapping[NamedOffice, str]:
        return {one: spelled_out(one.name, self.region) for one in (*self.offices, *self.added)}

    def _enter(self, one: NamedOffice) -> None:
        self.by_id[one.id] = one
        for name in (one.name, one.id, *one.others, *_shorts(one.name)):
            for key in _keys(name, self.region):
                self._by_key.setdefault(key, set()).add(one.id)

    def _sought(self, text: str) -> str | None:
        for keys in (_keys(text, self.region), [letters_of(short) for short in _shorts(text)]):
            found = {name for key in keys for name in self._by_key.get(key, ())}
            if found:
                return found.pop() if len(found) == 1 else None
        coded = [one.id for one in self.by_id.values() if one.code and one.code == text.strip()]
        return coded[0] if len(coded) == 1 else None


def named_office(name: str, record: PerangkatDaerah) -> NamedOffice:
    """The office ``record``, whose present id is ``name``, with its short name, former ids and former names."""
    former = [one.strip() for one in record.lain.get(FORMER_NAMES, "").split(";")]
    others = [record.singkatan or "", *record.dahulu, *former]
    marks = (text for key, text in record.lain.items() if key.casefold() in list_spellings().office_marks)
    return NamedOffice(name, record.nama, tuple(one for one in others if one), record.kode or "", tuple(marks))


def looks_like_office(text: str, region: str) -> bool:
    """Whether ``text`` is meant as an office of the region, though perhaps none that is known."""
    words = " ".join(text.casefold().split())
    return jenis_of(text) is not None or any(words.endswith(end) for end in _region_ends(region))


def no_office(name: str) -> bool:
    """Whether ``name`` is only a word for a class of offices, or that of an activity."""
    words = " ".join(re.findall(r"[^\W_]+", name.casefold()))
    known = list_spellings()
    return words in known.office_classes or (jenis_of(name) is None and words.startswith(known.activities))


def _is_in(mark: str, letters: str) -> bool:
    plain = letters_of(mark)
    return len(plain) > 3 and plain in letters


def office_key(text: str, region: str = "") -> str:
    """What is equal for two texts that name an office alike: case, marks, ``dan`` and spellings do not count."""
    return spelled_out(text, region).replace(" ", "")


def spelled_out(text: str, region: str = "") -> str:
    """The words of an office's name in small letters, short ones in full, without those that do not tell."""
    words = _as_written(text, region)
    words = list_spellings().office_short.get(words, words)
    known = list_spellings().office_words
    padded = f" {words} "
    for phrase in (one for one in known if " " in one):
        padded = padded.replace(f" {phrase} ", f" {known[phrase]} ")
    words = " ".join(known.get(word, word) for word in padded.split())
    if words.startswith("bagian "):
        words = words.removesuffix(" sekretariat daerah").removesuffix(" pada")
    return words


def _as_written(text: str, region: str) -> str:
    """The words of an office's name in small letters, without joining ones, its abbreviation and the region."""
    plain = _without_short(html.unescape(text)).casefold().replace("&", " dan ")
    return _without_region(" ".join(word for word in re.findall(r"[^\W_]+", plain) if word not in _JOINING), region)


def readable_name(text: str) -> str:
    """The name of an office as it is written in running text, where a list has it in capitals, or ``Dan`` with one."""
    words = " ".join(text.split()).split(" ")
    known = list_spellings()
    if any(word.islower() for word in words) or not text.isupper():
        return " ".join(
            word.lower() if n and word.casefold() in known.small_words else word for n, word in enumerate(words)
        )
    return " ".join(_word_of(word, n) for n, word in enumerate(words))


def jenis_of(name: str) -> str | None:
    """What sort of office its name says that it is."""
    plain = f"{spelled_out(name)} "
    return next((code for words, code in _beginnings() if plain.startswith(words)), None)


@cache
def _beginnings() -> tuple[tuple[str, str], ...]:
    """How names of each sort begin, the longest first."""
    found = {
        f"{spelled_out(spelling)} ": code
        for code, label in JENIS_PERANGKAT_DAERAH.nilai.items()
        for spelling in (label, code.replace("-", " "), *_OTHER_BEGINS.get(code, ()))
    }
    return tuple(sorted(found.items(), key=lambda one: -len(one[0])))


def _word_of(word: str, place: int) -> str:
    known = list_spellings()
    bare = word.strip("().,/-").casefold()
    if bare.upper() in known.capitals:
        return word
    if place and bare in known.small_words:
        return word.lower()
    return re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), word)


def _keys(text: str, region: str) -> list[str]:
    key = office_key(text, region)
    return [key] if key else []


def name_and_short(text: str) -> tuple[str, str]:
    """``text`` without the abbreviation of it that stands in brackets, and that."""
    short = next(_shorts(text), "")
    return (" ".join(_without_short(text).split()), short) if short else (text, "")


def _shorts(text: str) -> Iterator[str]:
    """The abbreviations of the words before them that stand in brackets."""
    for found in _SHORT.finditer(text):
        if _abbreviates(found[1], text[: found.start()]):
            yield found[1]


def _without_short(text: str) -> str:
    return _SHORT.sub(lambda found: " " if _abbreviates(found[1], text[: found.start()]) else found[0], text)


def _abbreviates(short: str, words: str) -> bool:
    """Whether the letters of ``short`` stand in ``words`` in their order, the first at its beginning."""
    letters = iter(letters_of(words))
    wanted = letters_of(short)
    return letters_of(words)[:1] == wanted[:1] and all(letter in letters for letter in wanted)


def _without_region(words: str, region: str) -> str:
    """``words`` without the name of the region at their end, in which a slip of the pen or two may be."""
    for end in _region_ends(region):
        size = end.count(" ")
        rest, last = words.split(" ")[:-size], words.split(" ")[-size:]
        spelled = end.split()
        if not rest or len(last) != size or last[0] != spelled[0]:
            continue
        if last == spelled or (
            size > 1 and slips_between("".join(last[1:]), "".join(spelled[1:])) <= _slips_in(spelled)
        ):
            return " ".join(rest)
    return words


def _slips_in(spelled: list[str]) -> int:
    return 2 if len("".join(spelled[1:])) >= 8 else 0


@cache
def _region_ends(region: str) -> tuple[str, ...]:
    """The ways in which ``region`` stands behind the name of an office."""
    words = " ".join(re.findall(r"[^\W_]+", region.casefold()))
    kind, _blank, name = words.partition(" ")
    short = {"kabupaten": ("kab", "pemkab"), "kota": ("pemkot",), "provinsi": ("prov", "prop")}.get(kind, ())
    return tuple(f" {one}" for one in (words, *(f"{one} {name}" for one in short)) if one.strip())
