"""Whatever is wrong, a preview answers every request: with the last good site or with what is wrong. It recovers."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from spbe.engines.preview.observer import PatientObserver, file_states
from support.preview import Preview
from support.regions import empty_region

GOOD = "Kabupaten Uji"
WRONG = "Masalah pada situs"
NOTICE = r'<p class="maklumat" role="status">Situs belum dapat dibangun'


@pytest.fixture
def region(tmp_path: Path) -> Path:
    """A region whose folders all need each other; of few pages, for each change builds them all."""
    root = empty_region(tmp_path / "wilayah", GOOD)
    write(root / "architecture/perangkat-daerah/diskominfo.yaml", "id: diskominfo\nnama: Diskominfo\n")
    write(root / "indicators/bukti/b-peta.yaml", "id: b-peta\nnama: Peta\nperangkat_daerah: diskominfo\n")
    return root


@pytest.fixture
def preview(region: Path) -> Iterator[Preview]:
    running = Preview(region)
    running.wait_for("/", GOOD)
    yield running
    assert "Traceback" not in running.stop()


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.mark.slow
def test_broken_settings_and_templates_show_the_last_good_site_with_a_notice(region: Path, preview: Preview) -> None:
    settings = region / "mkdocs.yml"
    good = settings.read_text("utf-8")

    mistakes = (good + "salah: [", good.replace("- spbe", "- search"), good.replace("content", "tak-ada"), "")
    for number, broken in enumerate(mistakes):
        settings.write_text(broken, "utf-8")
        shown = preview.wait_for("/arsitektur/", NOTICE)
        assert "Arsitektur" in shown
        assert "mkdocs.yml" in preview.page("/masalah/")
        settings.write_text(good.replace("Kabupaten Uji", f"Kabupaten Pulih {number}"), "utf-8")
        assert "Situs belum dapat dibangun" not in preview.wait_for("/arsitektur/", f"Kabupaten Pulih {number}")

    own = region / "site_templates/overrides/main.html"
    write(own, '{% extends "base.html" %}{% block content %}{{ 1 / 0 }}{% endblock %}')
    preview.wait_for("/", NOTICE)
    assert "site_templates/overrides/main.html:1" in preview.page("/masalah/")
    write(own, '{% extends "base.html" %}{% block content %}Isi sendiri{% endblock %}')
    preview.wait_for("/", "Isi sendiri")
    shutil.rmtree(region / "site_templates")
    preview.wait_for("/", r"(?s)\A(?!.*Isi sendiri).*Arsitektur")


@pytest.mark.slow
def test_folders_that_go_and_come_back_are_followed(region: Path, tmp_path: Path, preview: Preview) -> None:
    """As when somebody switches to another branch and back."""
    for names in (("architecture",), ("content",), ("content", "indicators", "architecture"), ("mkdocs.yml",)):
        for name in names:
            shutil.move(region / name, tmp_path / name)
        preview.wait_for("/", "kesalahan")
        for name in names:
            shutil.move(tmp_path / name, region / name)
        preview.wait_for("/", r"(?s)\A(?!.*(kesalahan|Masalah pada)).*" + GOOD)


@pytest.mark.slow
@pytest.mark.parametrize("broken", ["a: [b", "site_name: Uji\n"])
def test_a_preview_that_starts_with_broken_settings_answers_and_recovers(broken: str, region: Path) -> None:
    settings = region / "mkdocs.yml"
    good = settings.read_text("utf-8")
    settings.write_text(broken, "utf-8")
    running = Preview(region)
    try:
        running.wait_for("/", WRONG)
        assert WRONG in running.page("/arsitektur/")
        settings.write_text(good, "utf-8")
        running.wait_for("/arsitektur/", "Arsitektur")
    finally:
        assert "Traceback" not in running.stop()


@pytest.mark.slow
def test_a_preview_that_starts_with_a_broken_template_answers_and_recovers(region: Path) -> None:
    own = region / "site_templates/pages/beranda/ikhtisar.html.j2"
    write(own, "{{ heading(1, 'awal', 'Beranda sendiri') }}{{ latest.tak.ada }}")
    running = Preview(region)
    try:
        running.wait_for("/", r"ikhtisar\.html\.j2:1")
        write(own, "{{ heading(1, 'awal', 'Beranda sendiri') }}")
        running.wait_for("/", "Beranda sendiri")
    finally:
        assert "Traceback" not in running.stop()


class Heard(FileSystemEventHandler):
    """Counts what it was told."""

    def __init__(self) -> None:
        self.told = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:  # noqa: ARG002
        self.told.set()


CHANGES: dict[str, Callable[[Path], object]] = {
    "made": lambda place: write(place / "a/b.yaml", "x"),
    "removed": lambda place: shutil.rmtree(place.parent / "ada"),
    "changed": lambda place: (place.parent / "ada/satu.yaml").write_text("lain"),
    "returned": lambda place: (place.parent / "pergi").rename(place),
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_is_heard_where_there_was_nothing_too(change: str, tmp_path: Path) -> None:
    write(tmp_path / "ada/satu.yaml", "x")
    write(tmp_path / "pergi/dua.yaml", "x")
    heard, observer = Heard(), PatientObserver(interval=0.01)
    for name in ("ada", "tiada"):
        observer.schedule(heard, str(tmp_path / name))
    observer.start()
    try:
        CHANGES[change](tmp_path / "tiada")
        assert heard.told.wait(10)
    finally:
        observer.stop()
        observer.join()


def test_links_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path / "luar/jauh.yaml", "x")
    write(tmp_path / "ada/dekat.yaml", "x")
    (tmp_path / "ada/akar").symlink_to(tmp_path / "luar")

    seen = {Path(place).relative_to(tmp_path).as_posix() for place, _state in file_states(str(tmp_path / "ada"))}

    assert seen == {"ada", "ada/dekat.yaml", "ada/akar"}
