"""What runs on a host's machine, run here: the steps of a workflow as its YAML has them, with what a runner gives them.

Expressions are worked out by :func:`value_of` for the few forms that our workflows use; anything else fails.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from support import warm_command

BIN = Path(sys.executable).parent


def search_path() -> str:
    """Where a script finds programs: ``spbe`` as a warm command, then those of this environment."""
    return os.pathsep.join((str(warm_command.folder()), str(BIN), os.environ["PATH"]))


_INSTALLED: set[tuple[str, bytes]] = set()
"""Installations that were made: the line and what it reads. A machine that has it all already need not look again."""


def _is_made(line: str, folder: Path) -> bool:
    """Whether ``line`` installs what this process has seen installed before."""
    wanted = folder / "requirements.txt"
    if "pip install" not in line or not wanted.is_file():
        return False
    one = (line, wanted.read_bytes())
    if one in _INSTALLED:
        return True
    _INSTALLED.add(one)
    return False


def value_of(expression: str, context: Mapping[str, Any]) -> Any:
    """What a host makes of ``${{ expression }}``: ``a.b.c``, texts, ``==``, ``!=``, ``!``, ``&&`` and ``||``."""
    for sign in ("||", "&&"):
        left, found, right = expression.partition(sign)
        if found:
            value = value_of(left, context)
            return value if bool(value) == (sign == "||") else value_of(right, context)
    for sign in ("==", "!="):
        left, found, right = expression.partition(sign)
        if found:
            return (value_of(left, context) == value_of(right, context)) == (sign == "==")
    word = expression.strip()
    if word.startswith("'"):
        return word.strip("'")
    assert re.fullmatch(r"[\w.-]+", word), word
    value: Any = context
    for name in word.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def filled_in(text: str, context: Mapping[str, Any]) -> str:
    """``text`` with every expression in it worked out."""

    def said(found: re.Match[str]) -> str:
        value = value_of(found[1], context)
        return {None: "", True: "true", False: "false"}.get(value, str(value))

    return re.sub(r"\$\{\{(.*?)\}\}", said, text)


@dataclass
class Machine:
    """One job of GitHub on a machine of its own, below ``home``; artifacts are shared by the jobs of a run."""

    home: Path
    artifacts: Path
    context: dict[str, Any]
    env: dict[str, str] = field(default_factory=dict)
    origin: Path | None = None
    ref: str = "main"
    ran: list[str] = field(default_factory=list)
    said: str = ""

    def __post_init__(self) -> None:
        for folder in (self.workspace, self.temp, self.artifacts):
            folder.mkdir(parents=True, exist_ok=True)

    @property
    def workspace(self) -> Path:
        """Where the steps begin."""
        return self.home / "work"

    @property
    def temp(self) -> Path:
        """``RUNNER_TEMP``."""
        return self.home / "temp"

    def run(self, workflow: Path, job: str) -> int:
        """Run the steps of ``job`` until one fails; the exit code of the last, 0 if the host would not start it."""
        settings = yaml.safe_load(workflow.read_text("utf-8"))["jobs"][job]
        if "if" in settings and not value_of(settings["if"], self.context):
            return 0
        steps: dict[str, dict[str, str]] = {}
        context = {**self.context, "runner": {"temp": str(self.temp)}, "steps": steps}
        for step in settings["steps"]:
            words = {key: filled_in(str(value), context) for key, value in step.get("with", {}).items()}
            code = self._used(step["uses"], words) if "uses" in step else self._script(step, context)
            if "id" in step:
                steps[step["id"]] = {"outcome": "failure" if code else "success"}
            if code and not step.get("continue-on-error"):
                return code
        return 0

    def _used(self, action: str, words: Mapping[str, str]) -> int:
        name = action.partition("@")[0]
        if name == "actions/checkout":
            assert self.origin is not None, "this job was to check nothing out"
            self._git("init", "--quiet", ".")
            depth = [] if words["fetch-depth"] == "0" else ["--depth", words["fetch-depth"]]
            self._git("remote", "add", "origin", self.origin.as_uri())
            self._git("fetch", "--quiet", *depth, "origin", f"+{self.ref}:refs/remotes/pull")
            self._git("checkout", "--quiet", *(["-B", self.ref] if "/" not in self.ref else []), "refs/remotes/pull")
        elif name in ("actions/upload-artifact", "actions/upload-pages-artifact"):
            shutil.copytree(words["path"], self.artifacts / words.get("name", "github-pages"))
        elif name == "actions/download-artifact":
            if not (self.artifacts / words["name"]).is_dir():
                return 1
            shutil.copytree(self.artifacts / words["name"], self.workspace / words["path"], symlinks=True)
        else:
            assert name in ("actions/setup-python", "actions/deploy-pages"), name
        return 0

    def _git(self, *words: str) -> None:
        subprocess.run(["git", *words], cwd=self.workspace, env=self._surroundings({}), check=True)

    def _surroundings(self, env: Mapping[str, str]) -> dict[str, str]:
        """Nothing of this machine but where programs lie; the user has no settings of git."""
        return {
            "PATH": search_path(),
            "HOME": str(self.home),
            "LANG": "C.UTF-8",
            "PIP_NO_INDEX": "1",
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(self.workspace),
            "GITHUB_STEP_SUMMARY": str(self.temp / "ringkasan.md"),
            "RUNNER_TEMP": str(self.temp),
            **self.env,
            **env,
        }

    def _script(self, step: Mapping[str, Any], context: Mapping[str, Any]) -> int:
        assert "${{" not in step["run"], "an expression in a script may become a command"
        env = {key: filled_in(str(value), context) for key, value in step.get("env", {}).items()}
        self.ran.append(step["name"])
        if _is_made(step["run"], self.workspace):
            return 0
        script = self.temp / f"{len(self.ran)}.script"
        script.write_text(step["run"], "utf-8")
        command = ["python", str(script)] if step.get("shell") == "python" else ["bash", "-e", str(script)]
        done = subprocess.run(
            command, cwd=self.workspace, env=self._surroundings(env), capture_output=True, text=True, check=False
        )
        self.said += done.stdout + done.stderr
        return done.returncode


def gitlab_variables(settings: Mapping[str, Any], name: str, env: Mapping[str, str]) -> dict[str, str]:
    """What a job of GitLab finds around it: variables of the file, the job and its rule, and what the host gives.

    Fails where no rule would start it.
    """
    job = settings[name]
    rule = next(rule for rule in job["rules"] if _holds(rule["if"], {**env, "CI_DEFAULT_BRANCH": "main"}))
    return {**settings["variables"], **job.get("variables", {}), **rule.get("variables", {}), **env}


def gitlab_job(settings: Mapping[str, Any], name: str, folder: Path, env: Mapping[str, str]) -> tuple[int, str]:
    """Run the lines of a job of GitLab in ``folder`` as its runner does: a script that ends with the first failure."""
    job: dict[str, Any] = {**settings.get(settings[name].get("extends", ""), {}), **settings[name]}
    before = [line for line in job.get("before_script", []) if not _is_made(line, folder)]
    script = "\n".join([*before, *job["script"]])
    surroundings = {"PATH": search_path(), "LANG": "C.UTF-8", "PIP_NO_INDEX": "1"}
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env={**surroundings, **gitlab_variables(settings, name, env)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def _holds(rule: str, env: Mapping[str, str]) -> bool:
    def one(part: str) -> bool:
        found = re.fullmatch(r'\s*\$(\w+) (==|!=) (?:\$(\w+)|"(.*)")\s*', part)
        assert found, part
        right = env.get(found[3]) if found[3] else found[4]
        return (env.get(found[1]) == right) == (found[2] == "==")

    return all(one(part) for part in rule.split("&&"))
