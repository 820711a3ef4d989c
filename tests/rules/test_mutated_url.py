"""mutated-url: what is of an address and what is not, its place, and time."""

import pytest

from stetlint.rule import Bad
from stetlint.testing import lint
from stetlint_rules.mutated_url import MutatedUrl


def found(text, lang="en"):
    return [finding.place.text for finding in lint(MutatedUrl, Bad(text, lang=lang))]


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("[a](https: //example.org/b)", ["https: //example.org/b"]),
        ("[a](https:/ /example.org/b)", ["https:/ /example.org/b"]),
        ("[a](http ://example.org)", ["http ://example.org"]),
        ("[a](/ docs / b.html#c)", ["/ docs / b.html#c"]),
        ('[a](https://example.org/b /"c") d', ["https://example.org/b /"]),
        ("[![a](https://example.org/b c.svg)](https://example.org)", ["https://example.org/b c.svg"]),
        ("[a](https://https://example.org)", ["https://https://example.org"]),
        ("[a](http:/example.org)", ["http:/example.org"]),
        ("[a]: https:// example.org", ["https:// example.org"]),
        ("see https://docs. example. com/a/b?c=d.", ["https://docs. example. com/a/b?c=d"]),
        ("(ftp : //example.org)", ["ftp : //example.org"]),
        ("Windows Script.vbs and plik. nupkg", ["plik. nupkg"]),
        ("<a href='https://example. org/'>a</a>", ["https://example. org/"]),
    ],
)
def test_what_is_of_an_address(text, addresses):
    assert found(text) == addresses


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://example.org/b 'c') [d](e.md \"f\") [g](h.md (i))",
        "The schemes http:// and https:// are known, file:// too.",
        "Go to https://localhost. com is a domain.",
        "[a](#b，c？) [d](https://zh.wikipedia.org/wiki/中文（消歧义）)",
        "`[a](https: //example.org)`\n\n    www. example. org",
        "np. [htm](https://example.org) and cf. [zip](x.md)",
        "[f](int a) { return a; } [0](see above)",
    ],
)
def test_what_is_none(text):
    assert found(text) == []


def test_full_width_marks():
    assert found("见https：//example.org/a，或", "zh") == ["https：//example.org/a"]
    assert found("[a](https://example.org，)", "zh") == ["https://example.org，"]


def test_position_behind_crlf_tab_entity_and_emoji():
    (finding,) = lint(MutatedUrl, Bad("One\r\n\r\n👍 &amp; a\t[b](c / d.md)\r\n"))
    place = finding.place
    assert (place.line, place.column, place.text) == (3, 15, "c / d.md")


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        (
            "See https://docs.k8s .io and https://a.example. org/b now.",
            ["https://docs.k8s .io", "https://a.example. org/b"],
        ),
        ("See https://example.org. com is a domain, https://my.site. Org is a name.", []),
        ("见https://example．com/a。好", ["https://example．com/a"]),
        ("见https://example.com。好", []),
        ("Use http:// <server> /a/ <site> .html now.", ["http:// <server> /a/ <site> .html"]),
        ("Write http:// <server> or https:// and so on.", []),
        (
            "[a](httsp://x.org) [b](https://x.org/https:/y.org)",
            ["httsp://x.org", "https://x.org/https:/y.org"],
        ),
    ],
)
def test_hosts_and_schemes(text, urls):
    assert found(text) == urls
