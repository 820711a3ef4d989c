"""The engine: what it asks of rules, and how it maps and reduces."""

import pickle
import re

import pytest

from stetlint import Bad, CorpusRule, DocumentRule, Found, Hit, SegmentRule, Severity, Unavailable
from stetlint.config import FileSettings
from stetlint.engine import Linter
from stetlint.source import Source


class Letter(SegmentRule):
    """Reports every x."""

    id = "letter"
    mqm = "style"
    trigger = "x"

    def check(self, segment):
        for at, char in enumerate(segment.text):
            if char == "x":
                yield Hit(at, at + 1, "an x", ("y",), "y", True)


class SameTitle(CorpusRule):
    """Reports a paragraph that stands in two documents."""

    id = "same-title"
    mqm = "style"

    def collect(self, document):
        for segment in document.segments:
            yield segment.text, document.place(segment, 0, len(segment.text))

    def compare(self, key, facts):
        for located in facts[1:]:
            yield Found(located.fact, f"stands in {facts[0].path} too", (), (facts[0].fact,))


def settings(*rules, lang="en", **severity):
    return FileSettings(lang, True, frozenset(rules), severity)


def check(rule, *texts, format="markdown", lang="en"):
    linter = Linter([rule])
    results = [
        linter.check(Source(f"{i}.md", text.encode()), settings(rule.id, lang=lang), format)
        for i, text in enumerate(texts)
    ]
    return linter.finish(results)


def test_a_finding_has_its_place_text_and_fix():
    (finding,) = check(Letter(), "# Title\n\nOne *é* &amp; x.\n").findings
    place = finding.place
    assert (place.line, place.column, place.end_line, place.end_column, place.text) == (3, 15, 3, 16, "x")
    assert finding.fix.span == place.span
    assert finding.fix.replacement == "y"
    assert finding.suggestions == ("y",)


def test_a_fix_of_decoded_text_becomes_a_suggestion():
    class Untriggered(Letter):
        trigger = None

    (finding,) = check(Untriggered(), "&#120;").findings
    assert finding.place.text == "&#120;"
    assert finding.fix is None
    assert finding.suggestions == ("y",)


def test_a_source_without_the_trigger_is_never_parsed():
    class Unasked(Letter):
        def check(self, segment):
            raise AssertionError("called without its trigger")

    assert check(Unasked(), "nothing here").problems == []
    assert check(Unasked(), "an x").problems != []


def test_suspects_is_asked_behind_the_trigger():
    class Never(Letter):
        def suspects(self, source):
            return False

    assert check(Never(), "an x").findings == []


def test_a_rule_is_not_asked_about_languages_that_it_does_not_know():
    class GermanLetter(Letter):
        languages = frozenset(("de",))

    assert check(GermanLetter(), "an x").findings == []
    assert len(check(GermanLetter(), "ein x", lang="de-AT").findings) == 1


def test_a_rule_sees_the_segments_in_its_language_of_a_document_in_another():
    class GermanLetter(Letter):
        languages = frozenset(("de",))

    text = '<p>an x</p>\n\n<p lang="de">ein x</p>\n'
    assert [finding.place.line for finding in check(GermanLetter(), text).findings] == [3]


def test_a_trigger_that_is_no_pattern_names_its_rule():
    class Unreadable(Letter):
        trigger = "(?<=a)x"

    (problem,) = Linter([Unreadable()]).check(Source("a.txt", b"x"), settings("letter"), "text").problems
    assert "the trigger of letter is no RE2 pattern" in problem.message


@pytest.mark.parametrize(
    ("hit", "complaint"),
    [
        (Hit(0, 0, "empty"), "is empty or outside"),
        (Hit(0, 99, "too far"), "is empty or outside"),
        (Hit(0, 1, "two\nlines"), "is not one line"),
        (Hit(0, 1, ""), "is not one line"),
    ],
)
def test_what_no_rule_may_return(hit, complaint):
    class Wrong(SegmentRule):
        id = "wrong"
        mqm = "style"

        def check(self, segment):
            yield hit

    report = check(Wrong(), "some text")
    assert report.findings == []
    (problem,) = report.problems
    assert problem.path == "0.md"
    assert "rule wrong failed" in problem.message
    assert complaint in problem.message


def test_a_rule_that_raises_does_not_stop_the_others():
    class Broken(DocumentRule):
        id = "broken"
        mqm = "style"

        def check(self, document):
            raise ValueError("no idea")

    linter = Linter([Broken(), Letter()])
    report = linter.finish([linter.check(Source("a.md", b"x"), settings("broken", "letter"), "markdown")])
    assert [finding.rule for finding in report.findings] == ["letter"]
    (problem,) = report.problems
    assert re.fullmatch(r"rule broken failed: ValueError: no idea \(test_engine\.py:\d+\)", problem.message)


def test_what_is_unavailable_is_said_without_the_file():
    class Missing(DocumentRule):
        id = "missing"
        mqm = "style"

        def check(self, document):
            raise Unavailable("no server: start one")

    linter = Linter([Missing(), Letter()])
    report = linter.finish([linter.check(Source("a.md", b"x"), settings("missing", "letter"), "markdown")])
    assert [finding.rule for finding in report.findings] == ["letter"]
    assert [(p.path, p.message) for p in report.problems] == [("", "missing: no server: start one")]


def test_an_external_rule_gives_way_where_it_overlaps():
    class External(SegmentRule):
        id = "external"
        mqm = "style"
        is_external = True

        def check(self, segment):
            for start, end in ((0, 3), (3, 4), (4, 6), (5, 9), (0, 9)):
                yield Hit(start, end, "something")

    linter = Linter([External(), Letter()])
    result = linter.check(Source("a.md", b"abxdefghx"), settings("external", "letter"), "markdown")
    spans = [(f.rule, *f.place.span) for f in linter.finish([result]).findings]
    assert spans == [("letter", 2, 3), ("external", 3, 4), ("external", 4, 6), ("letter", 8, 9)]


def test_a_finding_gives_way_to_one_that_covers_it():
    class Humble(SegmentRule):
        id = "humble"
        mqm = "style"
        gives_way_to = frozenset(("letter", "absent"))

        def check(self, segment):
            for start, end in ((0, 1), (1, 3), (2, 3), (8, 9)):
                yield Hit(start, end, "something")

    linter = Linter([Humble(), Letter()])
    result = linter.check(Source("a.md", b"abxdefghx"), settings("humble", "letter"), "markdown")
    spans = [(f.rule, *f.place.span) for f in linter.finish([result]).findings]
    assert spans == [("humble", 0, 1), ("humble", 1, 3), ("letter", 2, 3), ("letter", 8, 9)]


def test_rules_give_back_what_they_hold():
    class Holding(Letter):
        is_open = True

        def close(self):
            self.is_open = False

    rule = Holding()
    Linter([rule]).close()
    assert not rule.is_open


def test_facts_of_all_files_are_compared_once():
    report = check(SameTitle(), "Same.\n\nOther.", "Different.", "Same.")
    (finding,) = report.findings
    assert finding.place.path == "2.md"
    assert finding.message == "stands in 0.md too"
    assert finding.related[0].path == "0.md"


def test_results_can_be_pickled_and_come_in_any_order():
    linter = Linter([SameTitle()])
    texts = ["Same.", "Different.", "Same."]
    results = [
        linter.check(Source(f"{i}.md", text.encode()), settings("same-title"), "markdown")
        for i, text in enumerate(texts)
    ]
    again = pickle.loads(pickle.dumps(results))
    assert linter.finish(reversed(again)) == linter.finish(results)


def test_the_configuration_may_change_a_severity():
    linter = Linter([Letter()])
    result = linter.check(Source("a.md", b"x"), settings("letter", letter=Severity.ERROR), "markdown")
    assert linter.finish([result]).findings[0].severity is Severity.ERROR


def test_examples_say_what_is_wrong_with_them():
    from stetlint.testing import failures

    class Sloppy(Letter):
        good = ("an x",)
        bad = (Bad("xx", "x"), Bad("x"), Bad("no"))

    Sloppy.__module__ = __name__
    complaints = failures(Sloppy)
    assert len(complaints) == 6
    assert any("good example 'an x'" in complaint for complaint in complaints)
    assert any("does not say what is found" in complaint for complaint in complaints)


def test_examples_for_which_the_rule_is_not_called_are_named():
    from stetlint.testing import failures

    class Asleep(Letter):
        trigger = "y"
        languages = frozenset(("en",))
        good = ("no",)
        bad = (Bad("an x", "x"), Bad("xy", "x", fixed="yy"), Bad("xy", "x", lang="de"), Bad("xy!", "x"))

        def suspects(self, source):
            return b"!" not in source.data

    Asleep.__module__ = __name__
    assert failures(Asleep) == [
        "letter: the trigger 'y' does not match this example: 'an x'",
        "letter: the rule does not know the language 'de' of this example: 'xy'",
        "letter: suspects() says no to this example: 'xy!'",
    ]


def test_a_trigger_may_match_the_words_of_a_field():
    from stetlint.testing import failures

    class Field(Letter):
        trigger = "ax"
        good = ("no",)
        bad = (Bad('{"k": "a\\u0078"}', "\\u0078", format="json"),)

    Field.__module__ = __name__
    assert failures(Field) == []


def test_a_replacement_that_a_field_would_spell_in_another_way_is_only_suggested():
    class Quoted(SegmentRule):
        id = "quoted"
        mqm = "other"

        def check(self, segment):
            yield Hit(0, 1, "m", replacement='"')
            yield Hit(1, 2, "m", replacement="c")

    source = Source("x.json", b'{"k": "ab"}')
    settings = FileSettings("en", True, frozenset(["quoted"]), {})
    result = Linter([Quoted()]).check(source, settings, "json")
    offered = [(f.suggestions, f.fix and f.fix.replacement) for f in result.findings]
    assert offered == [(('"',), None), ((), "c")]
