"""Real git repositories, small and made for each test; nothing of the user's own settings takes part."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path

from spbe.checks import open_region
from spbe.editions import Audience, Edition, EditionName, redact
from spbe.history import Past, RecordChange, past_of
from spbe.scoring.outcomes import outcomes


@dataclass
class Kept:
    """A region in a repository of its own."""

    root: Path
    env: dict[str, str] = field(default_factory=dict)

    def git(self, *words: str, when: datetime | None = None) -> str:
        """Run git in the region; ``when`` is the time of a commit."""
        users = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        env = {**users, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **self.env}
        if when is not None:
            env |= dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), when.isoformat())
        identity = ("-c", "user.name=Seseorang", "-c", "user.email=seseorang@arunika.example")
        command = ["git", "-C", str(self.root), *identity, *words]
        return subprocess.run(command, env=env, check=True, capture_output=True, text=True).stdout.strip()

    def feed(self, stream: str) -> None:
        """Make many commits at once, as ``git fast-import`` reads them, and check the last one out."""
        command = ["git", "-C", str(self.root), "fast-import", "--quiet"]
        subprocess.run(command, input=stream.encode(), check=True, env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull})
        self.git("reset", "--quiet", "--hard")

    def write(self, place: str, text: str) -> None:
        """Write a file of the region."""
        path = self.root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def commit(self, day: str, *, message: str = "Pesan rahasia") -> str:
        """Commit everything at noon UTC of ``day``, or at a whole time with its zone; the name of the commit."""
        self.git("add", "--all")
        when = datetime.fromisoformat(day) if "T" in day else self.noon(day)
        self.git("commit", "--quiet", "--allow-empty", "-m", message, when=when)
        return self.git("rev-parse", "HEAD")

    @staticmethod
    def noon(day: str) -> datetime:
        """Noon UTC of ``day``."""
        return datetime.combine(date.fromisoformat(day), time(12), UTC)

    def view(self, edition: EditionName = "publik", opd: str | None = None, today: str = "2026-04-01") -> Edition:
        """What readers of ``edition`` may see of the region as it lies in its folder."""
        opened = open_region(self.root, date.fromisoformat(today))
        assert opened.sound, opened.problems
        return redact(opened.region, outcomes(opened.region), Audience(edition, opd))

    def past(self, edition: EditionName = "publik", opd: str | None = None, today: str = "2026-04-01") -> Past:
        """What they are told of its past."""
        return past_of(self.view(edition, opd, today), self.root)

    def told(self, edition: EditionName = "publik", opd: str | None = None) -> list[RecordChange]:
        """All changes but those of the first commit, newest first."""
        return [change for step in self.past(edition, opd).steps if step.date > FIRST for change in step.changes]


FIRST = date(2026, 1, 5)
"""When a region's first commit was made."""


def repository(root: Path) -> Kept:
    """Put the region at ``root`` under version control, with one commit."""
    kept = Kept(root)
    kept.git("init", "--quiet", "--initial-branch=main")
    kept.commit(FIRST.isoformat())
    return kept
