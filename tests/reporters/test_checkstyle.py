"""Checkstyle: XML that can be read back, with nothing lost on the way."""

from xml.etree import ElementTree

from stetlint.reporters.checkstyle import notes, report
from stetlint.reporters.xml import attributes, escape


def read(outcome):
    assert list(notes(outcome)) == []
    return ElementTree.fromstring("".join(report(outcome)))


def test_findings_and_errors(outcome):
    root = read(outcome)
    assert (root.tag, root.attrib) == ("checkstyle", {"version": "4.3"})
    assert [file.get("name") for file in root] == ["docs/a b,%:é.md", "z.md", "b.md", ""]
    first, second = root[0]
    assert first.attrib == {
        "line": "1",
        "column": "9",
        "severity": "warning",
        "message": "“the” twice (fix: “the”)",
        "source": "stet.doubled-word",
    }
    assert second.get("message") == "100% wrong, </script>: see “a::b” (perhaps: “two”, delete it)"
    assert root[1][0].attrib["severity"] == "info"
    assert root[2][0].attrib == {"line": "3", "severity": "error", "message": "not UTF-8", "source": "stet"}


def test_nothing(nothing):
    assert list(read(nothing)) == []


def test_every_character_can_be_written():
    text = "".join(map(chr, [*range(0x300), 0x2028, 0xFFFE, 0xFFFF, 0x1F600]))
    element = ElementTree.fromstring(f"<a {attributes(b=text)}>{escape(text)}</a>")
    assert len(element.text) == len(element.get("b")) == len(text)
    assert element.get("b")[9:11] == "\t\n"
    assert {*"<>&\"'é\N{GRINNING FACE}"} <= {*element.text}
