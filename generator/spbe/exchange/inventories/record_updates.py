"""What a record shall hold when a list speaks of it: a merge of what was imported, what is there, and the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from spbe.exchange.inventories.address_reading import host_of
from spbe.exchange.inventories.import_prints import KEY, print_of, prints_in, prints_text
from spbe.exchange.inventories.list_drafts import ADDRESS, NAME, REST, STATE
from spbe.exchange.inventories.name_keys import name_key
from spbe.exchange.inventories.office_names import FORMER_NAMES, office_key
from spbe.exchange.inventories.thing_records import BY, is_reference_list, is_words
from spbe.exchange.inventories.value_reading import UNKNOWN
from spbe.model.base import Base, absence_word
from spbe.model.kinds import OFFICE
from spbe.model.record import CURRENT

SOURCE: Final = "sumber"


@dataclass
class RecordUpdate:
    """What of a record changes: ``values`` by field; ``disputed`` are the fields of which list and record say two."""

    values: dict[str, Any] = field(default_factory=dict)
    disputed: list[str] = field(default_factory=list)


def update_of(
    kind: str,
    model: type[Base],
    now: Mapping[str, Any],
    wanted: Mapping[str, Any],
    said: Mapping[str, Sequence[Any]],
) -> RecordUpdate:
    """What ``wanted``, the record as the list has it, changes of ``now``, the record as it is written.

    ``said`` is everything that rows of the list say of a field: what one of them says, or one of the last list said, is
    no news. What people changed since the last list stays; where the list changed too, or the record was never
    imported, a person decides, but for words, of which the record's stay and the list's are kept beside them.
    """
    made = RecordUpdate()
    prints = prints_in(now.get(REST))
    given = wanted.get(REST, {})
    rest: dict[str, str] = {
        key: text for key, text in given.items() if key != KEY and not (BY in key and text in now.values())
    }
    news = {name: one for name, one in prints_in(given).items() if name not in prints}
    for name, theirs in wanted.items():
        if name in {REST, SOURCE, "id"}:
            continue
        mine = now.get(name, CURRENT if name == STATE else None)
        base = prints.get(name)
        if _same(name, mine, theirs, kind) or base == print_of(theirs):
            if base is not None and print_of(mine) == print_of(theirs):
                news[name] = print_of(theirs)
            continue
        if theirs == UNKNOWN:
            if mine is None and base is None:
                made.values[name] = theirs
        elif is_reference_list(model, name):
            joined = _joined(mine, theirs)
            if joined != mine:
                made.values[name] = joined
        elif name != STATE and (
            any(_same(name, mine, one, kind) for one in said.get(name, ())) or _was_said(now, theirs)
        ):
            continue
        elif mine is None or (isinstance(mine, str) and absence_word(mine)) or base == print_of(mine):
            made.values[name] = theirs
            news[name] = print_of(theirs)
            if name == NAME and kind == OFFICE:
                rest[FORMER_NAMES] = with_former(now, str(mine))
        elif is_words(model, name):
            rest[f"{model.model_fields[name].title or name} menurut daftar"] = str(theirs)
        else:
            made.disputed.append(name)
    _rest(made, now, rest, {**prints, **news})
    return made


def _rest(made: RecordUpdate, now: Mapping[str, Any], rest: Mapping[str, str], prints: Mapping[str, str]) -> None:
    """What fits nowhere joins what is there, and so do the prints."""
    there = now.get(REST)
    before: dict[str, Any] = dict(there) if isinstance(there, Mapping) else {}
    changed = {key: text for key, text in rest.items() if str(before.get(key, "")).split() != text.split()}
    after = {**before, **changed}
    if prints != prints_in(before):
        after[KEY] = prints_text(prints)
    if after != before:
        made.values[REST] = after


def _was_said(now: Mapping[str, Any], theirs: Any) -> bool:
    """Whether some row of the last list said so, but most another thing, so that it is kept in ``lain``."""
    rest = now.get(REST)
    words = theirs.split() if isinstance(theirs, str) else None
    kept = rest.items() if isinstance(rest, Mapping) else ()
    return any(key != KEY and str(text).split() == words for key, text in kept)


def _same(name: str, mine: Any, theirs: Any, kind: str) -> bool:
    if isinstance(theirs, str) and isinstance(mine, str):
        if " ".join(mine.split()) == " ".join(theirs.split()):
            return True
        if name == ADDRESS:
            return host_of(mine) == host_of(theirs) and host_of(mine) is not None
        if name == NAME:
            return office_key(mine) == office_key(theirs) if kind == OFFICE else name_key(mine) == name_key(theirs)
    if isinstance(theirs, list) and isinstance(mine, str):
        return theirs == [mine]
    if isinstance(theirs, list) and isinstance(mine, list):
        return sorted(map(str, theirs)) == sorted(map(str, mine))
    return bool(mine == theirs)


def _joined(mine: Any, theirs: list[Any]) -> Any:
    if isinstance(mine, str) and not absence_word(mine):
        mine = [mine]
    there = mine if isinstance(mine, list) else []
    more = [one for one in theirs if one not in there]
    return [*there, *more] if more else mine


def with_former(now: Mapping[str, Any], name: str) -> str:
    """The names that an office had, as ``lain`` has them, with one more."""
    rest = now.get(REST)
    former = str(rest.get(FORMER_NAMES, "")) if isinstance(rest, Mapping) else ""
    names = [one.strip() for one in former.split(";") if one.strip()]
    return "; ".join(dict.fromkeys((*names, name)))
