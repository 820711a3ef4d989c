"""The table in Markdown: what stands in files stays text."""

import pyromark

from stetlint.finding import Finding, Place, Problem, Severity, Span
from stetlint.reporters import Outcome
from stetlint.reporters.markdown import ROWS, report


def made(text="the the", path="a.md", message="it stands twice"):
    place = Place(path, Span(0, len(text)), 1, 1, 1, 1 + len(text), text)
    return Finding("some-rule", Severity.WARNING, place, message, ("b",))


def shown(findings, problems=()):
    return "".join(report(Outcome(findings, problems, 3, lambda *_: "", False)))


def test_a_table():
    assert shown([made()]) == (
        "**1 finding (1 warning) in 1 of 3 files.**\n"
        "\n"
        "| where | what | found | why |\n"
        "| --- | --- | --- | --- |\n"
        "| a.md&#58;1&#58;1 | warning: some-rule | <code>the the</code> "
        "| it stands twice &#40;perhaps&#58; “b”&#41; |\n"
    )


def test_nothing_and_errors():
    assert shown([]) == "**All clear: 3 files checked.**\n"
    assert shown([], [Problem("a.md", "not *UTF-8*", 3)]) == "\n**error:** a.md&#58;3 not &#42;UTF-8&#42;\n"


def test_what_stands_in_files_is_text():
    nasty = "a | `b` **c** <script>x</script> <img src=x> [d](e) ![f](g) https://example.org @me\n# h\n\n- i"
    text = shown([made(nasty, path=nasty, message=nasty.partition("\n")[0])])
    assert text.count("\n") == 5
    html = pyromark.html(text, options=pyromark.Options.ENABLE_TABLES)
    assert html.count("<td>") == 4
    for tag in ("<script", "<img", "<a ", "<em", "<h1", "<li"):
        assert tag not in html
    assert html.count("<strong>") == 1
    assert "**c** &lt;script&gt;" in html


def test_there_is_an_end():
    text = shown([made()] * (ROWS + 5))
    assert text.count("| a.md") == ROWS
    assert text.endswith("\n… and 5 more.\n")
