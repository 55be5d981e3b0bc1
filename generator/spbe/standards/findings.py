"""What a proof found wrong in an instrument or a reference file that a region wrote."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken rule, without words: the caller knows the file, its lines and the reader's language.

    ``rule`` is the id of the rule. ``path`` leads from the top of the parsed file to the value at fault, keys and
    list positions mixed: ``("domain", 0, "aspek", 1, "bobot")``. ``params`` fill the sentence and are language-free
    (codes, numbers, names as written); their keys are the same for every finding of one rule.
    """

    rule: str
    path: tuple[str | int, ...]
    params: dict[str, str] = field(default_factory=dict)
