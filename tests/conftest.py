"""What holds for every test: the order of tests, what a skip means, and the browser."""

from __future__ import annotations

import atexit
import fcntl
import functools
import gc
import os
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from support import program, warm_command
from support.regions import build_region, copy_named, copy_region

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

# Without these, a browser that nobody watches asks servers of its maker for updates, and its wrapper may refuse root.
CHROMIUM_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--deep", action="store_true", help="campaigns alone: the tests marked `deep`, and long properties"
    )
    parser.addoption("--quick", action="store_true", help="only what needs neither a site, nor a browser, nor seconds")


def pytest_configure(config: pytest.Config) -> None:
    """Properties are tried with the same examples in every run, so none is red by chance; deep runs seek others.

    Garbage is looked for less often than usual, which took a tenth of the time of a run.
    """
    gc.set_threshold(10_000)
    if hasattr(config, "workerinput"):
        atexit.register(os._exit, 0)  # all is told then, and taking the memory of a worker apart takes seconds
    hypothesis.settings.register_profile("same", derandomize=True, deadline=None, max_examples=50)
    hypothesis.settings.register_profile("deep", deadline=None, max_examples=5_000)
    hypothesis.settings.load_profile("deep" if config.getoption("--deep") else "same")


def _selected(item: pytest.Item, config: pytest.Config) -> bool:
    deep = item.get_closest_marker("deep") is not None
    if config.getoption("--deep"):
        return deep or item.get_closest_marker("hypothesis") is not None
    slow = item.get_closest_marker("slow") or item.get_closest_marker("browser")
    needs_site = "built" in getattr(item, "fixturenames", ())
    return not deep and not (config.getoption("--quick") and (slow or needs_site))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Files with slow tests come first, so that no worker ends long after the others.

    Of these the ones that need no shared site come first of all, so that no worker waits while another builds it.
    """
    left_out = [item for item in items if not _selected(item, config)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if _selected(item, config)]
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    sharing = {item.path for item in items if "built" in getattr(item, "fixturenames", ())}
    items.sort(key=lambda item: (item.path not in slow, item.path in sharing))


@pytest.fixture
def told(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Tells a line of what a campaign did, for the summary of the run."""
    return functools.partial(record_property, "campaign")


@pytest.fixture
def untried(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Tells what cannot be tried on this machine, for the summary of the run; no skip, for no tool is missing."""
    return functools.partial(record_property, "untried")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """What could not be tried here, and what the campaigns of a deep run did, a line each."""
    reports = [one for found in terminalreporter.stats.values() for one in found]
    told = {pair for one in reports for pair in getattr(one, "user_properties", ())}
    for name, title in (("untried", "not tried on this machine"), ("campaign", "campaigns")):
        lines = sorted(str(line) for of, line in told if of == name)
        if lines and (name == "untried" or config.getoption("--deep")):
            terminalreporter.section(title)
            for line in lines:
                terminalreporter.line(line)


def _skip_is_failure(report: pytest.TestReport | pytest.CollectReport) -> None:
    """With ``SPBE_NO_SKIP=1`` a skip fails: where everything must be installed, a missing tool is no success."""
    if os.environ.get("SPBE_NO_SKIP") == "1" and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"SPBE_NO_SKIP=1 forbids skipping: {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    report = yield
    _skip_is_failure(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Iterator[None]:
    report = yield
    _skip_is_failure(report)
    return report


def pytest_unconfigure() -> None:
    warm_command.stop()
    program.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, one per worker. Tests that use it carry the mark ``browser``."""
    from playwright.sync_api import sync_playwright

    # The first is the same Chromium without windows, which opens a page in a third of the time.
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    program = next(filter(None, map(shutil.which, names)), None)
    if program is None:
        pytest.skip("Chromium is missing; `sh tools/setup-chromium` installs it or says how")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def minimal(tmp_path: Path) -> Path:
    """A copy of the smallest complete region, without problems, for a test to break."""
    return copy_region(Path(__file__).parent / "data" / "minimal", tmp_path / "wilayah")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The site of a region of :func:`support.regions.copy_named`, built once per session for all workers."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base

    def site_of(name: str) -> Path:
        root = shared / "regions" / name
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (root / "site").exists():
                shutil.rmtree(root, ignore_errors=True)
                done = build_region(copy_named(name, root))
                assert done.returncode == 0, done.stderr
        return root / "site"

    return site_of


@pytest.fixture(scope="session")
def served() -> Iterator[Callable[[Path], str]]:
    """The address under which a folder is served over HTTP for as long as the session lasts."""
    servers: dict[Path, ThreadingHTTPServer] = {}

    def address_of(folder: Path) -> str:
        if folder not in servers:
            handler = functools.partial(_QuietHandler, directory=str(folder))
            servers[folder] = ThreadingHTTPServer(("127.0.0.1", 0), handler)
            threading.Thread(target=servers[folder].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[folder].server_port}"

    yield address_of
    with ThreadPoolExecutor() as together:  # each hears of it within half a second
        list(together.map(ThreadingHTTPServer.shutdown, servers.values()))
    for server in servers.values():
        server.server_close()


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_words: object) -> None:
        """Say nothing: the test says what it asked for."""
