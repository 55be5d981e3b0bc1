"""From what git remembers, only what the readers of an edition may know of.

A version that was hidden from them is not told, and neither is any version of a record that is hidden now, was hidden
when it was removed, or is only known under an id that a hidden record gave up. Answers and values of an assessment are
told from the moment at which its head was published.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spbe.history.version_redaction import EditionReader
from spbe.history.versions import Raw, Versions
from spbe.model.kinds import KINDS
from spbe.region import Node
from spbe.region.layout import ASSESSMENT_STEM
from spbe.sources.git import Commit


@dataclass(frozen=True)
class CommitRecords:
    """The records of one commit's files before and after it."""

    commit: Commit
    before: Versions
    after: Versions


def screened(
    reader: EditionReader, pairs: Sequence[CommitRecords], heads: Mapping[str, Raw | None]
) -> Iterator[CommitRecords]:
    """``pairs``, newest first, without what may not be told, and under present ids.

    ``heads`` holds the heads of the assessments as last committed. A record that came to light in a commit counts as
    added by it.
    """
    banned = _banned(reader, pairs)
    head_after = dict(heads)
    for pair in pairs:
        changed = {node for node in {*pair.before, *pair.after} if node.kind == ASSESSMENT_STEM}
        head_after |= {node.id: pair.after.get(node) for node in changed}
        head_before = head_after | {node.id: pair.before.get(node) for node in changed}
        before: dict[Node, Raw] = {}
        after: dict[Node, Raw] = {}
        for node in {*pair.before, *pair.after} - banned:
            old, new = pair.before.get(node), pair.after.get(node)
            old_seen = old is not None and _seen(reader, node, old, head_before)
            new_seen = new is not None and _seen(reader, node, new, head_after)
            if (new is not None and not new_seen) or (_is_answer(node) and old is not None and not old_seen):
                continue
            if old is not None and old_seen:
                before[reader.present(node)] = old
            if new is not None:
                after[reader.present(node)] = new
        yield CommitRecords(pair.commit, before, after)
        head_after = head_before


def _is_answer(node: Node) -> bool:
    return node.kind in {"jawaban", "nilai"}


def _seen(reader: EditionReader, node: Node, raw: Raw, heads: Mapping[str, Raw | None]) -> bool:
    if node.kind == ASSESSMENT_STEM or _is_answer(node):
        return reader.saw_assessment(heads.get(node.id.partition("/")[0]))
    return reader.saw(node, raw)


def _banned(reader: EditionReader, pairs: Sequence[CommitRecords]) -> set[Node]:
    """Records that are hidden now or were when they were removed, and the former ids of what is or was hidden."""
    banned: set[Node] = set()
    met: set[Node] = set()
    for pair in pairs:
        for node in {*pair.before, *pair.after} - met:
            met.add(node)
            removed = node.kind in KINDS and node not in pair.after
            if not reader.sees(node) and not (removed and reader.saw(node, pair.before[node])):
                banned.add(node)
    versions = [(node, raw) for pair in pairs for node, raw in (*pair.before.items(), *pair.after.items())]
    while True:  # a hidden record may have had several ids, one after the other
        former = {
            Node(node.kind, name)
            for node, raw in versions
            if node.kind in KINDS and (node in banned or not reader.saw(node, raw))
            for name in _former_ids(raw)
        }
        more = {node for node in former - banned if reader.present(node) == node and not reader.sees(node)}
        if not more:
            return banned
        banned |= more


def _former_ids(raw: Raw) -> list[str]:
    written = raw.get("dahulu")
    names = [written] if isinstance(written, str) else written if isinstance(written, list) else []
    return [name.strip() for name in names if isinstance(name, str)]
