"""The examples: each defect that was put into them is found, by the rule that is meant to find it."""

import json
from pathlib import Path

from stetlint.config import Configs
from stetlint.testing import failures

EXAMPLES = Path(__file__).parent.parent / "examples"

DEFECTS = {
    ("lighthouse.md", "split-sentence", ". because"),
    ("lighthouse.md", "doubled-word", "the the"),
    ("lighthouse.md", "unpaired-mark", "“"),
    ("lighthouse.md", "lost-link", "[archive]()"),
    ("lighthouse.md", "lost-link", "[](https://example.org/lens)"),
    ("lighthouse.md", "stray-punctuation", " ,,"),
    ("lighthouse.md", "honorific-style", "Mr"),
    ("lighthouse.md", "product-name", "lanterndesk"),
    ("harbour.txt", "stray-punctuation", " ,"),
    ("harbour.txt", "split-sentence", ". and"),
    ("harbour.txt", "doubled-word", "the\nthe"),
    ("harbour.txt", "doubled-word", "the the"),
    ("harbour.txt", "stray-punctuation", " ."),
    ("harbour.txt", "page-boilerplate", "Leave a Reply"),
    ("de/leuchtturm.md", "doubled-word", "nahm nahm"),
}


def findings(stet):
    result = stet("check", EXAMPLES, "--format", "json")
    report = json.loads(result.stdout)
    assert (result.exit_code, report["errors"], report["files"]) == (1, [], 3)
    return report["findings"]


def test_defects_are_found(stet):
    root = EXAMPLES.as_posix() + "/"
    found = {(f["path"].removeprefix(root), f["rule"], f["text"]) for f in findings(stet)}
    assert found >= DEFECTS


def test_spans_are_what_stands_in_the_file(stet):
    for finding in findings(stet):
        lines = Path(finding["path"]).read_text(encoding="utf-8").splitlines(keepends=True)
        rows = lines[finding["line"] - 1 : finding["end_line"]]
        rows[-1] = rows[-1][: finding["end_column"] - 1]
        rows[0] = rows[0][finding["column"] - 1 :]
        assert "".join(rows) == finding["text"]


def test_the_suppression_is_used(stet):
    assert not [f for f in findings(stet) if f["rule"] == "unused-suppression"]
    assert not [f for f in findings(stet) if f["text"] == "keep keep"]
    text = (EXAMPLES / "lighthouse.md").read_text(encoding="utf-8")
    assert (
        "keep keep" in stet("check", "-", "--stdin-filename", "x.md", input=text.replace("stet:", "")).stdout
    )


def test_severities(stet):
    assert {f["severity"] for f in findings(stet) if f["text"] == "nahm nahm"} == {"error"}


def test_the_rule_file():
    known = Configs().of(str(EXAMPLES)).known
    assert failures(known["product-name"]) == []
