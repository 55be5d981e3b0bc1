"""A plan as roadmap records: what ``spbe index --plan --tulis`` writes."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from spbe.changes.change import Change
from spbe.changes.drafting import draft_records
from spbe.i18n import gettext as _
from spbe.model.identifiers import slug
from spbe.model.kinds import KINDS
from spbe.model.values import decimal_text
from spbe.problems.usage import RefusalError
from spbe.region import Region
from spbe.scoring.outcomes import Outcome
from spbe.scoring.planner import Plan, PlanStep
from spbe.yamlio.skeletons import scalar


def answering_office(region: Region, outcome: Outcome, step: PlanStep) -> str | None:
    """The present id of the office that answers for the indicator."""
    return region.owner_id(outcome.assessment.answers.get(step.indikator.kode))


def draft_roadmap(root: Path, region: Region, outcome: Outcome, target: str, plan: Plan) -> Change:
    """One roadmap record per office; what belongs to no office becomes one without an owner."""
    shares: dict[str | None, list[PlanStep]] = {}
    for step in plan.langkah:
        shares.setdefault(answering_office(region, outcome, step), []).append(step)
    instrument, aim = outcome.assessment.instrumen, slug(_local_id(target))
    drafts: dict[str, dict[str, str]] = {}
    for office, steps in shares.items():
        name = slug("-".join(["menuju", aim, outcome.assessment.nama, *([office] if office else [])]))
        climbs = [f"{s.indikator.label} dari tingkat {_plain(s.dari)} ke {_plain(s.ke)}" for s in steps]
        codes = ", ".join(f"{instrument.id}/{step.indikator.kode}" for step in steps)
        drafts[name] = {
            "nama": scalar(f"Menaikkan {len(steps)} indikator {instrument.indeks} menuju {target}"),
            **({"perangkat_daerah": office} if office else {}),
            "keadaan": "rencana",
            "kesenjangan": scalar("; ".join(climbs) + "."),
            "indikator": f"[{codes}]",
            "status": "diusulkan",
        }
    if len(drafts) < len(shares):
        raise RefusalError(_("ID peta rencana menjadi terlalu panjang untuk dibedakan; tulis dengan `spbe new`."))
    origin = f"spbe index --plan {target}"
    heading = [f"Dari `{origin}` atas penilaian {outcome.assessment.nama}. Periksa, lalu lengkapi."]
    return draft_records(root, origin, KINDS["peta-rencana"], drafts, heading)


def _local_id(target: str) -> str:
    return target.replace(",", ".").replace(".", "-")


def _plain(value: Fraction) -> str:
    return decimal_text(value).replace(".", ",")
