"""What runs, or asks another host, is found as a browser would find it, and left out."""

from __future__ import annotations

import pytest

from spbe.region.active_content import active_parts, cleaned

ACTIVE = {
    "<script>x</script>": "",
    "<SCRIPT src='a.js'></SCRIPT>": "",
    "<img src=x onerror=alert(1)>": '<img src="x">',
    "<p OnClick='x'>a</p>": "<p>a</p>",
    '<a href="javascript:x">a</a>': "<a>a</a>",
    '<a href="java&#10;script:x">a</a>': "<a>a</a>",
    '<a href="&#x6A;avascript&colon;x">a</a>': "<a>a</a>",
    '<a href=" \x01JavaScript:x">a</a>': "<a>a</a>",
    '<a href="vbscript:x">a</a>': "<a>a</a>",
    '<a href="data:text/html,x">a</a>': "<a>a</a>",
    "<iframe src='//x'></iframe>": "",
    "<object data='x.swf'></object>": "",
    "<embed src=x>": "",
    "<form action=/x><p>a</p></form>": "",
    "<base href='https://x/'>": "",
    "<meta http-equiv=refresh content='0;url=x'>": "",
    "<link rel=stylesheet href='a.css'>": "",
    '<svg><script>x</script><path d="M0"></path></svg>': '<svg><path d="M0"></path></svg>',
    "<svg><a xlink:href='javascript:x'>a</a></svg>": "<svg><a>a</a></svg>",
    "<svg><use href='//x/y.svg#a'></use></svg>": "<svg></svg>",
    "<svg><animate attributeName=href to=javascript:x /></svg>": "<svg></svg>",
    '<img src="https://x.go.id/a.png" alt="Peta">': "Peta",
    '<img src="//x.go.id/a.png">': "",
    '<img src="\\\\x.go.id/a.png">': "",
    '<img src="a.png" srcset="a.png 1x, https://x/b.png 2x">': "",
    "<video poster='http://x/a'></video>": "",
    "<p style='background: url(//x)'>a</p>": "<p>a</p>",
    "<style>@import 'x'</style>": "",
    "<p>a</p><!-- rahasia -->": "<p>a</p>",
    "<p>a</p><!-- rahasia <b>b</b>": "<p>a</p>",
    "<p>a</p><?rahasia x ?>b": "<p>a</p>b",
    "<p>a</p><![CDATA[rahasia]]>b": "<p>a</p>b",
    "<p>a</p><!doctype rahasia>b": "<p>a</p>b",
    "<p>a</p><!rahasia>b": "<p>a</p>b",
    '<svg><path fill="url(//x/#a)" stroke="url(#b)"></path></svg>': '<svg><path stroke="url(#b)"></path></svg>',
    '<pre class="mermaid">x</pre>': "<pre class>x</pre>",
}


@pytest.mark.parametrize("html", ACTIVE)
def test_active_content_is_left_out(html: str) -> None:
    assert cleaned(html) == ACTIVE[html]


@pytest.mark.parametrize("html", [html for html in ACTIVE if "rahasia" not in html])
def test_active_content_in_a_page_is_found_where_it_stands(html: str) -> None:
    found = list(active_parts(f"# Judul\n\n{html}\n"))
    assert found, html
    assert {part.line for part in found} == {3}


@pytest.mark.parametrize(
    "html",
    [
        "<p>a & b &nbsp;<br/></p>",
        '<a href="https://x.go.id">a</a> <a href="mailto:a@x.go.id">b</a> <a href="../b/#c">d</a>',
        '<img src="lampiran/a.png" alt="">',
        '<img src="data:image/png;base64,AAAA">',
        "<details open><summary>a</summary>b</details>",
        '<input type="checkbox" disabled>',
        "<p style='color: red'>a</p>",
        '<svg viewBox="0 0 1 1"><path d="M0"/><use href="#a"/></svg>',
        "<x-kami>a</x-kami>",
        "5 < 6 > 4",
    ],
)
def test_what_only_shows_stays_byte_for_byte(html: str) -> None:
    assert cleaned(html) == html
    assert list(active_parts(html)) == []


def test_a_free_page_keeps_what_runs_but_no_comment() -> None:
    assert cleaned("<script>x</script><!-- y -->", free=True) == "<script>x</script>"


def test_code_is_not_active() -> None:
    assert list(active_parts("```\n<script>x</script>\n```\n\n`<iframe>`\n")) == []
