"""Tables of pages written by hand are named."""

from __future__ import annotations

from spbe.engines.hand_written.captions import with_captions


def test_a_table_is_named_by_the_heading_above_it() -> None:
    html = '<h2 id="a">Isi <em>folder</em></h2>\n<p>Lihat.</p>\n<table>\n<thead></thead></table>'
    named = '<table><caption class="tersembunyi">Isi folder</caption>\n<thead></thead></table>'
    assert with_captions(html) == html.replace("<table>\n<thead></thead></table>", named)


def test_a_caption_that_is_there_stays_and_without_a_heading_nothing_is_made_up() -> None:
    for html in ("<h2>A</h2><table><caption>B</caption></table>", "<p>A</p><table></table>"):
        assert with_captions(html) == html
