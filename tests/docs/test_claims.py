"""docs/kesesuaian.md lists every rule on claims as it is."""

from __future__ import annotations

import pytest

from spbe.catalogue.claims import RULES, ClaimRule, Share
from support.regions import ROOT

PAGE = (ROOT / "docs" / "kesesuaian.md").read_text("utf-8")


def rows() -> dict[str, list[str]]:
    lines = (line for line in PAGE.splitlines() if line.startswith("| `") and line.count("|") == 6)
    cells = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
    return {row[0].strip("`"): row[1:] for row in cells if row[0] != "`ada`"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_stands_in_the_list_as_it_is(rule: ClaimRule) -> None:
    codes, level, statement, threshold = rows()[rule.id]
    assert (codes.split("–")[0].split(",")[0], level, statement) == (rule.codes[0], str(rule.level), rule.statement)
    judge = rule.judge
    shares = (judge.agree, judge.contradict) if isinstance(judge, Share) else ()
    assert threshold == (
        f"≥ {shares[0] * 100 // 1}% · < {shares[1] * 100 // 1}% · {judge.least}" if isinstance(judge, Share) else "ada"
    )


def test_the_list_holds_no_rule_that_is_gone() -> None:
    assert rows().keys() == {rule.id for rule in RULES}
