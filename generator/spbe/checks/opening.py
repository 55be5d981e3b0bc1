"""Opening a region: read, check, resolve. Everything else starts from what comes out of here."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from spbe.checks import (
    answer_states,
    assessment_answers,
    assessment_headers,
    attachments,
    codes,
    dead_links,
    general_applications,
    hand_written_pages,
    ids,
    origins,
    owners_file,
    peers,
    public_addresses,
    published,
    quotes,
    reference_targets,
    sample,
    sensitive_texts,
    step_efforts,
    storable_names,
    times,
)
from spbe.checks.check_context import Check, Context
from spbe.checks.own_standards import region_instruments, region_reference
from spbe.checks.policy_file import WrittenPolicy, policy_of
from spbe.checks.repository_state import half_written, hindrances
from spbe.problems import Problem, sort_problems
from spbe.problems.policy import WaivedProblem
from spbe.region import Entries, Entry, Node, Region, read_region, resolve
from spbe.region.clock import Clock, clock_of
from spbe.region.content import Content
from spbe.region.unread import State
from spbe.sources.source import Source
from spbe.sources.uncollected import uncollected
from spbe.yamlio import DocumentReader

CHECKS: tuple[Check, ...] = (
    *ids.CHECKS,
    *reference_targets.CHECKS,
    *codes.CHECKS,
    *general_applications.CHECKS,
    *public_addresses.CHECKS,
    *attachments.CHECKS,
    *assessment_headers.CHECKS,
    *assessment_answers.CHECKS,
    *answer_states.CHECKS,
    *published.CHECKS,
    *quotes.CHECKS,
    *sample.CHECKS,
    *times.CHECKS,
    *step_efforts.CHECKS,
    *peers.CHECKS,
    *origins.CHECKS,
    *storable_names.CHECKS,
    *dead_links.CHECKS,
    *hand_written_pages.CHECKS,
    *owners_file.CHECKS,
    *sensitive_texts.CHECKS,
)


@dataclass(frozen=True)
class Opened:
    """A region with everything that is wrong in its files.

    ``region`` holds what is right; publish it only if :attr:`sound`. ``limits`` are those that the region sets its
    data quality, if it does: see :mod:`spbe.catalogue.quality_gate`. ``clock`` says where its date comes from.
    ``policy`` is what it decides about its check, ``waived`` are problems that by it do not count, and so are not among
    ``problems``. ``content`` is what was written by hand. ``entries`` are all that could be understood, right or wrong,
    with their positions; what they leave ``unread`` is neither in ``region`` nor missing.
    """

    source: Source
    region: Region
    problems: tuple[Problem, ...]
    clock: Clock
    limits: Entry | None = None
    policy: WrittenPolicy = field(default_factory=WrittenPolicy)
    waived: tuple[WaivedProblem, ...] = ()
    entries: Entries = field(default_factory=Entries)
    content: Content = field(default_factory=Content)

    @property
    def root(self) -> Path:
        """The folder of the region, for what is no data; of one that lies in an archive, the archive."""
        return self.source.place

    @property
    def found(self) -> tuple[Problem, ...]:
        """Everything that is wrong, whether or not it counts here: what two openings are compared by."""
        return (*self.problems, *(one.problem for one in self.waived))

    @property
    def sound(self) -> bool:
        """Whether there is no error; warnings and information do not hinder."""
        return all(problem.severity != "error" for problem in self.problems)

    def state(self, node: Node) -> State:
        """Whether ``node`` is there (right or wrong), gone, or cannot be told before a file is mended."""
        return self.entries.state(node)


@uncollected()
def open_region(root: Path | Source, today: date | None = None, reader: DocumentReader | None = None) -> Opened:
    """Read and check the region at ``root``, a folder or any other source; ``today`` overrides the reference date.

    ``reader`` may remember what it read before. Raises :class:`spbe.problems.usage.WrongUsageError` for a reference
    date that cannot be.
    """
    reading = read_region(root, reader)
    clock = clock_of(reading.source, today)
    instruments, instrument_problems = region_instruments(reading)
    reference, reference_problems = region_reference(reading)
    wrong = any(problem.severity == "error" for problem in reference_problems)
    whole = not (wrong or "referensi" in reading.unread.kinds)
    context = Context(reading, instruments, reference, whole, None if clock.given else clock.day)
    problems = [*reading.problems, *instrument_problems, *reference_problems]
    for check in CHECKS:
        problems += check(context)
    if not reading.empty:
        problems += hindrances(clock)
        problems += half_written(reading.source)
    problems = list(reference_targets.without_guesses(problems))
    problems = list(sensitive_texts.discreet(problems, reading.sensitive))
    region = resolve(reading, instruments, reference, clock.day)
    limits = next(iter(reading.of_kind("kualitas")), None)
    policy = policy_of(context, clock.day)
    counting, waived = policy.policy.judged((*problems, *policy.problems))
    return Opened(
        reading.source,
        region,
        sort_problems(counting),
        clock,
        limits,
        policy,
        waived,
        context.entries,
        reading.content,
    )
