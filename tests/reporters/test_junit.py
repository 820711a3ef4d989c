"""JUnit: read by a parser of that format."""

from junitparser import Error, Failure, JUnitXml

from stetlint.reporters.junit import notes, report


def read(outcome):
    assert list(notes(outcome)) == []
    return JUnitXml.fromstring("".join(report(outcome)).encode())


def test_findings_are_failures(outcome):
    xml = read(outcome)
    first, second, errors = xml
    assert (xml.tests, xml.failures, xml.errors) == (5, 3, 2)
    assert (first.name, first.tests, second.name, second.tests) == ("docs/a b,%:é.md", 2, "z.md", 1)
    case, other = first
    assert case.name == "doubled-word (1:9)"
    assert case.classname == "docs/a b,%:é.md"
    (failure,) = case.result
    assert isinstance(failure, Failure)
    assert (failure.message, failure.type) == ("“the” twice", "warning")
    assert failure.text == "docs/a b,%:é.md:1:9: the the\nfix: “the”"
    assert other.result[0].message == "100% wrong, </script>: see “a::b”"
    assert '</script><!-- & "q"␍\n> three' in other.result[0].text
    assert [type(case.result[0]) for case in errors] == [Error, Error]
    assert [case.name for case in errors] == ["b.md:3", ""]
    assert next(iter(second)).result[0].message == "another spelling␛"


def test_nothing_is_a_test_that_passed(nothing):
    ((case,),) = read(nothing)
    assert case.is_passed
    assert case.name == "2 files checked"
