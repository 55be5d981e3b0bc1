"""What besides its data keeps a region from being built: its settings and its own templates.

Neither MkDocs nor, in a region without templates of its own, Jinja is imported.
"""

from __future__ import annotations

from dataclasses import replace

from spbe.checks import Opened
from spbe.checks.settings import settings_problems
from spbe.engines.output.configured_target import target_problems
from spbe.problems import sort_problems
from spbe.region.layout import NO_REGION
from spbe.region.template_folders import has_own_templates


def preflight(opened: Opened, *, target: bool = False) -> Opened:
    """The region with what is wrong in ``mkdocs.yml`` and in its own templates as well.

    Where there is no region nothing else is missing.
    With ``target`` also what already stands in the folder that a build would replace. The region's policy applies to
    that too, and only now it is known which of its waivers nothing needs.
    """
    if any(one.rule in NO_REGION for one in opened.problems):
        return opened
    problems = [*opened.problems, *settings_problems(opened.root, opened.region)]
    problems += target_problems(opened.root, whole=target)
    if has_own_templates(opened.root):
        from spbe.engines.own_templates.template_checks import template_problems

        problems += template_problems(opened.root)
    counting, waived = opened.policy.policy.judged(problems)
    waived = (*opened.waived, *waived)
    return replace(opened, problems=sort_problems((*counting, *opened.policy.idle(waived))), waived=waived)
