"""Excerpts and fingerprints: what a report says of a finding beside its place."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stetlint.context import FARTHEST, REACH, excerpt, fingerprints
from stetlint.document import place_of
from stetlint.finding import Finding, Severity, Span
from stetlint.source import Source

WORDS = "a harbour council met and agreed that boats return while owners repair their nets".split()


def line_of(source):
    def line(path, number):
        try:
            return source.line(number) if number > 0 else ""
        except IndexError:
            return ""

    return line


def excerpt_of(text, found, **more):
    source = Source("a.md", text.encode())
    start = source.text.index(found)
    place = place_of(source, Span(start, start + len(found)))
    return place, excerpt(place, line_of(source), **more)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_paragraph(newline):
    text = newline.join(["# Title", "", "one two", "three four", "five six", "  ", "seven"])
    place, around = excerpt_of(text, f"two{newline}three")
    assert around.text == "one two\nthree four\nfive six"
    assert (around.before, around.found, around.after) == ("one ", "two\nthree", " four\nfive six")
    assert (around.line, around.column, around.is_cut) == (3, 1, (False, False))
    assert around.offset(place.line, place.column) == 4
    assert around.offset(place.end_line, place.end_column) == 13


@given(st.text(st.sampled_from("ab 日😀\t\r\n"), min_size=1, max_size=80), st.data(), st.integers(1, 30))
def test_an_excerpt_is_a_stretch_of_the_file(text, data, reach):
    source = Source("a.md", text.encode())
    start = data.draw(st.integers(0, len(text) - 1))
    place = place_of(source, Span(start, data.draw(st.integers(start + 1, len(text)))))
    around = excerpt(place, line_of(source), reach)
    lines = [source.line(number) for number in range(1, text.count("\n") + 2)]
    plain = "\n".join(lines)
    if around.found not in plain:
        return  # a carriage return alone at the end of a line is not shown
    at = sum(map(len, lines[: around.line - 1])) + around.line - 1 + around.column - 1
    assert plain[at : at + len(around.text)] == around.text or around.text == around.found
    assert around.offset(place.line, place.column) == len(around.before)
    assert max(len(around.before), len(around.after)) <= reach


@pytest.mark.parametrize("separator", [" ", "\n"])
@pytest.mark.parametrize("at", [0, 100, 500, 999])
def test_a_long_paragraph_is_cut_between_words(separator, at):
    words = [f"w{number:03}" for number in range(1000)]
    words[at] = "FOUND"
    text = separator.join(words)
    place, around = excerpt_of(text, "FOUND")
    assert len(around.before) <= REACH
    assert len(around.after) <= REACH
    assert around.text.count("\n") <= 2 * FARTHEST
    assert set(around.text.split()) <= set(words)
    assert around.is_cut == (at > 0, at < 999)
    start = around.offset(place.line, place.column)
    assert around.text[start : start + 5] == "FOUND"
    source = Source("a.md", text.encode())
    assert source.line(around.line).startswith(around.text.split("\n")[0], around.column - 1)


def test_a_line_without_blanks():
    _, around = excerpt_of("日" * 1000 + "FOUND" + "本" * 1000, "FOUND")
    assert (len(around.before), len(around.after), around.column) == (REACH, REACH, 1001 - REACH)


def test_the_newline_alone():
    place, around = excerpt_of("one  \ntwo", "  \n")
    assert (around.before, around.found, around.after) == ("one", "  \n", "two")
    assert place.end_line == 2


def test_a_file_that_has_changed():
    source = Source("a.md", b"Open the the file.")
    place = place_of(source, Span(5, 12))
    for now in ("", "Something else.", "x"):
        around = excerpt(place, line_of(Source("a.md", now.encode())))
        assert (around.before, around.found, around.after) == ("", "the the", "")


def marks(text, rule="doubled-word"):
    """Return the fingerprints of every "the the" in a text."""
    source = Source("a.md", text.encode())
    findings = []
    start = source.text.find("the the")
    while start >= 0:
        place = place_of(source, Span(start, start + 7))
        findings.append(Finding(rule, Severity.WARNING, place, "twice"))
        start = source.text.find("the the", start + 7)
    return list(fingerprints(findings, line_of(source)))


def test_fingerprints_survive_edits_elsewhere():
    choose = random.Random(1)

    def paragraph(n):
        words = choose.choices(WORDS, k=30)
        words[10:10] = [f"name{n}", "saw", "over", "the the", "old", "grey", f"quay{n}"]
        return " ".join(words)

    paragraphs = [paragraph(n) for n in range(40)]
    before = marks("\n\n".join(paragraphs))
    assert len(set(before)) == len(before)
    for _ in range(50):
        moved = choose.randrange(len(paragraphs))
        paragraphs.insert(choose.randrange(len(paragraphs)), paragraphs.pop(moved))
        paragraphs.insert(choose.randrange(len(paragraphs)), "Another paragraph, with nothing in it.")
        edited = choose.randrange(len(paragraphs))
        paragraphs[edited] = "Beforehand, " + paragraphs[edited] + " Afterwards too."
    assert sorted(marks("\n\n".join(paragraphs))) == sorted(before)


def test_fingerprints_survive_another_wrapping():
    line = "They walked along the the old quay today."
    assert marks(line) == marks(line.replace(" ", "\n").replace("the\nthe", "the the"))
    assert marks(line) == marks("> " + line) == marks(line.replace("\n", "\r\n"))


def test_fingerprints_tell_findings_apart():
    assert marks("He saw the the quay.") != marks("He saw the the boat.")
    assert marks("He saw the the quay.") != marks("He saw the the quay.", rule="lost-link")
    first, second = marks("He saw the the quay.\n\nHe saw the the quay.")
    assert (first[:-2], first[-2:], second[-2:]) == (second[:-2], ":1", ":2")
