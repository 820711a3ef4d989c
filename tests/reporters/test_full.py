"""The full report: the line of a finding with what was found underlined."""

import pytest
from wcwidth import wcwidth

from stetlint.finding import Edit, Finding, Place, Problem, Severity, Span
from stetlint.reporters import Outcome, summary
from stetlint.reporters.full import WIDTH, cells, notes, report, window


def shown(text, start, end, *, has_colour=False, **more):
    """Return the report of one finding, given in code points of a text."""
    lines = text.split("\n")

    def position(offset):
        before = text[:offset].split("\n")
        return len(before), len(before[-1]) + 1

    place = Place("a.md", Span(start, end), *position(start), *position(end), text[start:end])
    finding = Finding("some-rule", Severity.WARNING, place, "wrong", **more)
    outcome = Outcome([finding], [], 1, lambda path, line: lines[line - 1], has_colour)
    return "".join(report(outcome)).split("\n")


def test_a_finding():
    assert shown("Open the the file.", 5, 12) == [
        "a.md:1:6: some-rule: wrong",
        "1 | Open the the file.",
        "  |      ^^^^^^^",
        "",
        "1 finding (1 warning) in 1 of 1 file.",
        "",
    ]


def test_what_could_stand_there():
    fix = Edit(Span(0, 1), "b", True)
    assert shown("a", 0, 1, fix=fix)[3] == "  = fix: “b”"
    assert shown("a", 0, 1, fix=fix._replace(replacement=""))[3] == "  = fix: delete it"
    assert shown("a", 0, 1, suggestions=("b", ""))[3] == "  = perhaps: “b”, delete it"


def test_how_much_was_found_and_what_can_be_fixed():
    def summed(*findings):
        return summary(Outcome([made(*each) for each in findings], [], 9, lambda *_: "", False))

    def made(severity, is_safe):
        fix = None if is_safe is None else Edit(Span(0, 1), "b", is_safe)
        return Finding("some-rule", severity, Place("a.md", Span(0, 1), 1, 1, 1, 2, "a"), "wrong", (), fix)

    error, warning, info = Severity
    assert summed((error, None)) == "1 finding (1 error) in 1 of 9 files.\n"
    assert summed((info, None), (warning, True), (error, False), (warning, False)) == (
        "4 findings (1 error, 2 warnings, 1 note) in 1 of 9 files; "
        "1 can be fixed with --fix, 2 more with --unsafe-fixes.\n"
    )
    assert summed((info, False)) == (
        "1 finding (1 note) in 1 of 9 files; 1 can be fixed with --unsafe-fixes.\n"
    )


def test_related_places():
    place = Place("b.md", Span(0, 1), 3, 1, 3, 2, "é")
    assert shown("a", 0, 1, related=(place,))[3] == "  = see b.md:3:1: “é”"


def test_a_span_over_lines():
    text = "one\ntwo three\n> four\nfive six\n"
    assert shown(text, 8, 18)[1:6] == [
        "2 | two three",
        "  |     ^^^^^",
        "3 | > four",
        "  | ^^^^",
        "",
    ]
    assert shown(text, 8, 25)[1:6] == [
        "2 | two three",
        "  |     ^^^^^",
        "  …",
        "4 | five six",
        "  | ^^^^",
    ]
    assert shown("one \ntwo", 4, 5)[1:3] == [
        "",
        "1 finding (1 warning) in 1 of 1 file.",
    ]  # nothing but the newline


@pytest.mark.parametrize(
    ("line", "found", "underline"),
    [
        ("日本 word", "word", "     ^^^^"),
        ("word 日本", "日本", "     ^^^^"),
        ("e\N{COMBINING ACUTE ACCENT}a word", "word", "   ^^^^"),
        ("\N{WAVING HAND SIGN} word", "word", "   ^^^^"),
        ("a\tword", "word", "     ^^^^"),
        ("a\tword", "\t", " ^^^^"),
        ("a\N{ZERO WIDTH SPACE}b", "\N{ZERO WIDTH SPACE}", " ^"),
        ("\N{ESCAPE}[31m word", "word", "      ^^^^"),
    ],
)
def test_the_underline_stands_below_what_was_found(line, found, underline):
    start = line.index(found)
    _, row, marks, *_ = shown(line, start, start + len(found))
    assert marks == "  | " + underline
    assert "\t" not in row
    assert "\x1b" not in row


@pytest.mark.parametrize("at", [0, 3, 100, 400, 790])
def test_long_lines_are_cut_around_the_finding(at):
    line = ("word " * 160).strip()
    line = line[:at] + "XX" + line[at + 2 :]
    text, blank, marked = window(line, at, at + 2)
    assert len(text) <= WIDTH + 2
    assert text[blank : blank + marked] == "XX"
    assert text.startswith("…") == (at > 40)
    assert text.endswith("…") == (at < 790)


def test_a_line_without_blanks_is_cut_too():
    line = "日" * 500
    text, blank, marked = window(line, 250, 252)
    assert len(text) == WIDTH + 2
    assert (blank, marked) == (1 + 2 * 40, 4)


def test_a_long_finding_is_cut():
    text, blank, marked = window("x" * 1000, 500, 900)
    assert len(text) == WIDTH + 2
    assert (blank, marked) == (41, 60)


def test_a_line_that_is_gone():
    place = Place("a.md", Span(5, 8), 1, 6, 1, 9, "the")
    outcome = Outcome([Finding("x", Severity.INFO, place, "wrong")], [], 1, lambda path, line: "", False)
    assert "".join(report(outcome)).startswith("a.md:1:6: x: wrong\n\n")


def test_colours():
    lines = shown("Open the the file.", 5, 12, has_colour=True)
    assert lines[0] == "\x1b[1ma.md:1:6\x1b[0m: \x1b[33msome-rule\x1b[0m: wrong"
    assert lines[2] == "  |      \x1b[33m^^^^^^^\x1b[0m"


def test_all_clear_and_errors():
    assert list(report(Outcome([], [], 3, str, False))) == ["All clear: 3 files checked.\n"]
    failed = Outcome(
        [], [Problem("a.md", "gone"), Problem("b.toml", "bad", 2), Problem("", "x")], 3, str, False
    )
    assert list(report(failed)) == []
    assert list(notes(failed)) == ["error: a.md: gone\n", "error: b.toml:2: bad\n", "error: x\n"]


def test_cells():
    assert [cells(text) for text in ("", "abc", "é", "日本", "e\u0301", "“Ωж…”")] == [0, 3, 1, 4, 1, 5]


def test_cells_are_those_of_the_library():
    for char in map(chr, range(0x20, 0x3000)):
        if char.isprintable():
            assert cells(char) == max(wcwidth(char), 0), f"U+{ord(char):04X}"
