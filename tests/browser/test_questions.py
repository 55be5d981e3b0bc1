"""The twenty questions of the staff guide: each path leads to the words that the page promises."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote_plus, urljoin, urlsplit

import pytest
from playwright.sync_api import TimeoutError as TooLate

from support.guide_questions import ASKERS, PAGE, Question, QuestionError, Step, introduction, questions
from support.windows import Windows

if TYPE_CHECKING:
    from playwright.sync_api import ElementHandle, JSHandle, Page

TEXT = PAGE.read_text("utf-8")
TWENTY = questions(TEXT)
ADDRESS = "/panduan/dua-puluh-pertanyaan/"
WIDE, NARROW = (1280, 900), (360, 740)
UNFOLDING = ("Menu", "Saringan, kolom, unduhan")
"""What a reader of a small screen presses first; the introduction of the page says so."""
CLICKS = 3
SECONDS = 30_000
"""How long anything may take, in milliseconds."""
FOLDED = 1_000
"""How long a reader of a small screen looks at a page that is ready before pressing what hides things, likewise."""
EVERY = 50
"""How long between two looks at a page."""
SHORT = 50
"""How long where what is looked for stands there, hidden."""

# What a reader can see, and what it is called: by its label, or by a line of what stands on it.
_EYES = """
const seen = (one) => {
  const box = one.getBoundingClientRect();
  return one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && box.width > 1 && box.height > 1;
};
const flat = (text) => text.replace(/\\s+/g, " ").trim();
const names = (one) => [one.ariaLabel ?? "", one.innerText, ...one.innerText.split("\\n")];
// What is seen costs a browser more to tell than what is written.
const written = (one, name) => one.ariaLabel === name
  || flat(one.textContent).toLowerCase().includes(name.toLowerCase());
const called = (one, name) => written(one, name) && names(one).some((text) => flat(text) === name);
const scope = document.querySelector("dialog[open]") ?? document.body;
const visible = (what) => [...scope.querySelectorAll(what)].filter(seen);
"""
_CLICKABLE = f"""([name, above]) => {{{_EYES}
  const visibly = (what, name) => [...scope.querySelectorAll(what)].filter((one) => written(one, name)).filter(seen)
    .filter((one) => called(one, name));
  const heads = above ? visibly("h1, h2, h3, h4, h5, h6, caption", above) : [];
  if (above && !heads.length) return null;
  const found = visibly("a[href], button, summary, [role=option]", name).filter((one) =>
    (!above || heads[0].compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING));
  const places = new Set(found.map((one) => one.href ?? one.outerHTML));
  return !above && places.size > 1 ? `leads to ${{[...places].join(" and to ")}}` : found[0] ?? null;
}}"""
_FIELD = f"""([name]) => {{{_EYES}
  return visible("input, textarea").find((one) => [...one.labels].some((label) => called(label, name))) ?? null;
}}"""
_CHOICE = f"""([name]) => {{{_EYES}
  return visible("select").find((one) => [...one.labels].some((label) => flat(label.firstChild.textContent) === name))
    ?? visible("details > summary").find((one) => flat(one.textContent).startsWith(name)) ?? null;
}}"""
_OPTION = f"""([name]) => {{{_EYES}
  return visible("details[open] label").find((one) => called(one, name)) ?? null;
}}"""
_HIDDEN = f"""([name]) => {{{_EYES}
  const parts = [...scope.querySelectorAll("a[href], button, summary, label, label *")];
  return parts.some((one) => flat(one.firstChild?.textContent ?? "") === name && !seen(one));
}}"""
_READ = f"""(words) => {{{_EYES}
  const whole = scope === document.body ? document.querySelector("main") : scope;
  return Boolean(whole) && seen(whole) && flat(whole.innerText).includes(words);
}}"""
_READY = """() => document.readyState === "complete"
  && (!document.querySelector("[data-spbe-tabel]") || Boolean(window.spbeTabel?.start))
  && !document.querySelector(".jelajah__isi[hidden]")"""


# Headings on a small screen under which something is closed, pressed where the words stand below them.
_OPENED = f"""(words) => {{{_EYES}
  const closed = [...document.querySelectorAll(".bagian-isi[hidden]")].filter((box) =>
    flat(box.textContent).includes(words));
  for (const box of closed) document.querySelector(`[aria-controls="${{box.id}}"]`).click();
}}"""


class Reader:
    """Somebody who does what the page says, word by word, and nothing else."""

    def __init__(self, page: Page, base: str) -> None:
        self.page, self.base = page, base

    def follow(self, question: Question) -> None:
        for step in question.steps:
            getattr(self, f"_{step.verb.lower()}")(step, question)
            at = urlsplit(self.page.url)
            assert f"{at.scheme}://{at.netloc}" == self.base, f"line {step.line} leads away, to {self.page.url}"

    def _open_parts(self, words: str) -> None:
        """Press the headings under which ``words`` are closed on a small screen."""
        if not self._is_wide() and not self.page.locator("dialog[open]").count():
            self.page.wait_for_function(_READY, timeout=SECONDS)
            self.page.evaluate(_OPENED, words)

    def expect(self, words: str, line: int) -> None:
        self._open_parts(words)
        if not self._waited(_READ, words, SECONDS):
            pytest.fail(f"{PAGE.name}, question of line {line}: “{words}” is not to be read on {self.page.url}")

    def expect_at(self, question: Question) -> None:
        """That the link of the answer leads to where the clicks lead, with what was typed and chosen on the way."""
        path, _mark, part = question.where.partition("#")
        wanted = urljoin(f"{self.base}/panduan/", path.replace("index.md", ""))

        def there(url: str) -> bool:
            return unquote_plus(url.partition("#")[0]) == unquote_plus(wanted)

        self.page.wait_for_url(there, timeout=SECONDS)  # the address is changed when a reader pauses
        if part:
            assert self.page.locator(f"[id='{part}']").count() == 1, question.where

    def _buka(self, step: Step, question: Question) -> None:
        self.page.goto(self.base + ADDRESS)
        self._open_parts(question.why)
        self.page.locator("main ol").nth(question.number - 1).get_by_role("link", name=step.label, exact=True).click()
        self.page.wait_for_url(lambda url: ADDRESS not in url)

    def _klik(self, step: Step, _question: Question) -> None:
        found = self._found(_CLICKABLE, step, step.label, step.value)
        target = found.evaluate("(one) => one.href?.split('#')[0] ?? ''")
        found.click()
        if target:
            self.page.wait_for_url(lambda url: url.partition("#")[0] == target)

    def _ketik(self, step: Step, _question: Question) -> None:
        field = self._found(_FIELD, step, step.label)
        field.click()
        self.page.keyboard.type(step.value)

    def _pilih(self, step: Step, _question: Question) -> None:
        choice = self._found(_CHOICE, step, step.label)
        if choice.evaluate("(one) => one.localName") == "select":
            choice.select_option(label=step.value)
            return
        choice.click()
        self._found(_OPTION, step, step.value).click()
        self.page.keyboard.press("Escape")

    def _found(self, script: str, step: Step, *words: str) -> ElementHandle:
        """What is called so, after pressing what hides it on a small screen."""
        openers = ("",)
        if not self._is_wide() and not self.page.locator("dialog[open]").count():  # nothing is hidden in a dialog
            self.page.wait_for_function(_READY, timeout=SECONDS)
            self._open_parts(words[0])
            openers = ("", *UNFOLDING)
        for opener in openers:
            if opener and self.page.get_by_role("button", name=opener).count():
                self.page.get_by_role("button", name=opener).click()
            patience = SECONDS if opener == openers[-1] else FOLDED
            if opener != openers[-1] and self.page.evaluate(_HIDDEN, list(words)):
                patience = SHORT
            if found := self._waited(script, list(words), patience):
                element = found.as_element()
                assert element, f"{PAGE.name}:{step.line}: **{step.label}** {found.json_value()}"
                return element
        pytest.fail(f"{PAGE.name}:{step.line}: no **{words[0]}** to be seen on {self.page.url}")

    def _waited(self, script: str, words: object, milliseconds: int) -> JSHandle | None:
        """What the script finds, as soon as it finds something, or nothing after so long."""
        try:
            return self.page.wait_for_function(script, arg=words, timeout=milliseconds, polling=EVERY)
        except TooLate:
            return None

    def _is_wide(self) -> bool:
        return (self.page.viewport_size or {"width": 0})["width"] >= WIDE[0]


Opened = Callable[[tuple[int, int]], Reader]


@pytest.fixture
def reader(windows: Windows, built: Callable[[str], Path], served: Callable[[Path], str]) -> Iterator[Opened]:
    base = served(built("arunika"))
    with ExitStack() as opened:

        def open_at(size: tuple[int, int]) -> Reader:
            page, _heard = opened.enter_context(windows.opened(viewport={"width": size[0], "height": size[1]}))
            page.context.grant_permissions(["clipboard-read", "clipboard-write"])
            return Reader(page, base)

        yield open_at


def tried(question: Question, reader: Reader) -> None:
    reader.follow(question)
    for words in question.told:
        reader.expect(words, question.line)
    reader.expect_at(question)


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("question", TWENTY, ids=lambda one: one.slug)
def test_the_clicks_lead_to_the_answer(question: Question, reader: Opened) -> None:
    tried(question, reader(WIDE))


MOBILE = {asker: [one for one in TWENTY if one.asker == asker] for asker in ("Kepala OPD", "Warga")}
"""The questions of those who hold a phone."""


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("question", [asked[0] for asked in MOBILE.values()], ids=lambda one: one.slug)
def test_the_clicks_lead_to_the_answer_on_a_phone(question: Question, reader: Opened) -> None:
    tried(question, reader(NARROW))


@pytest.mark.browser
@pytest.mark.deep
@pytest.mark.parametrize("question", [one for asked in MOBILE.values() for one in asked[1:]], ids=lambda one: one.slug)
def test_all_clicks_lead_to_the_answer_on_a_phone(question: Question, reader: Opened) -> None:
    tried(question, reader(NARROW))


def test_there_are_twenty_from_all_who_ask() -> None:
    asking = Counter(one.asker for one in TWENTY)

    assert len(TWENTY) == 20
    assert [asking[asker] for asker in ASKERS] == [5, 7, 4, 4]
    assert len({one.words for one in TWENTY}) == 20
    assert sum(one.steps[0].label == "Beranda" for one in TWENTY) >= 10


@pytest.mark.parametrize("question", TWENTY, ids=lambda one: one.slug)
def test_an_answer_is_at_most_three_clicks_away(question: Question) -> None:
    assert sum(step.verb == "Klik" for step in question.steps) <= CLICKS


def test_the_introduction_says_what_a_small_screen_hides_and_that_the_region_is_made_up() -> None:
    above = introduction(TEXT)
    assert all(f"**{name}**" in above for name in UNFOLDING)
    assert "bagian yang tertutup dibuka dengan menyentuh judulnya" in above
    assert "wilayah fiktif" in above


@pytest.mark.parametrize(
    ("wrong", "instead", "said"),
    [
        ("3. Klik **Dinas Kesehatan**.", "3. Tekan **Dinas Kesehatan**.", "not a step that can be followed"),
        ("3. Klik **Dinas Kesehatan**.", "4. Klik **Dinas Kesehatan**.", "not step 3"),
        ("## 2. ", "## 3. ", "should have the number 2"),
        ("*Kepala OPD.* Yang", "*Kepala.* Yang", "not of the form"),
        (
            "index.md): “Aplikasi: 7 (1 rencana, 1 dihentikan)”,",
            "index.md): Aplikasi: 7 (1 rencana, 1 dihentikan),",
            "not of the form",
        ),
    ],
)
def test_a_line_out_of_form_is_named(wrong: str, instead: str, said: str) -> None:
    before = TEXT.index(wrong)
    with pytest.raises(QuestionError, match=said) as error:
        questions(TEXT[:before] + instead + TEXT[before + len(wrong) :])

    assert str(error.value).startswith(f"content/panduan/{PAGE.name}:{TEXT.count(chr(10), 0, before) + 1}: ")
