"""article-before-place: where the place stands for itself, and where the article belongs to what follows."""

import pytest

from stetlint.rule import Bad
from stetlint.testing import fix, lint
from stetlint_rules.article_before_place import ArticleBeforePlace


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("They left the Norway.", "They left Norway."),
        ("They left the\nNorway in May.", "They left Norway in May."),
        ("(the Oslo)", "(Oslo)"),
        ("# The Oslo", "# Oslo"),
        ("Is it the Kenya, where lions live?", "Is it Kenya, where lions live?"),
        ("of the Kenya and its lions", "of Kenya and its lions"),
    ],
)
def test_the_article_goes(text, fixed):
    findings = lint(ArticleBeforePlace, Bad(text))
    assert len(findings) == 1
    assert fix(text, findings) == fixed
    assert not findings[0].fix.is_safe


@pytest.mark.parametrize(
    "text",
    [
        "the Norway of old",
        "the Oslo metro",
        "the Oslo-based firm",
        "the Oslo and Riga offices",
        "the Iceland, Norway and Finland teams",
        "the Kenya that he knew",
        "the Kenya I knew",
        "the Norway’s",
        "the Norwegian",
        "see `the Norway`.",
        "lathe Norway.",
        "the Oslo in-flight magazine",
        "the Chad.",
    ],
)
def test_the_article_stays(text):
    assert lint(ArticleBeforePlace, Bad(text)) == []
