"""escaped-entity: positions, what is right, and time."""

import pytest

from stetlint.rule import Bad
from stetlint.testing import lint
from stetlint_rules.escaped_entity import EscapedEntity


def found(text):
    return [finding.place.text for finding in lint(EscapedEntity, Bad(text))]


def test_position_with_crlf_tab_and_emoji():
    (finding,) = lint(EscapedEntity, Bad("One\r\n\t👍 &eacute; a&amp;nbsp;b\r\n"))
    assert (finding.place.line, finding.place.column, finding.place.end_column) == (2, 14, 24)
    assert finding.fix is not None
    assert finding.fix.replacement == "&nbsp;"


@pytest.mark.parametrize(
    "text",
    [
        "A &amp;unknown; thing, R&amp;D; and this & that;",
        'The sign "&amp;lt;" is (&amp;gt;).',
        "It has a < b and c > d; x<br",
        "The `&amp;lt;` and\n\n```\n&amp;lt;\n```",
        "Generic types: Vec&lt;T&gt; and &lt;Name&gt; of &lt;Server&gt;",
    ],
)
def test_right_text(text):
    assert found(text) == []


def test_escaped_with_backslashes():
    assert found(r"A \<b>bold\</b> word") == [r"\<b>", r"\</b>"]
