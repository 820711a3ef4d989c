"""replacement-character: positions and time."""

from stetlint.rule import Bad
from stetlint.testing import lint
from stetlint_rules.replacement_character import ReplacementCharacter


def test_position_with_crlf_tab_entity_and_emoji():
    (finding,) = lint(ReplacementCharacter, Bad("One\r\n\t👍 &amp; caf\ufffd\r\n"))
    assert (finding.place.line, finding.place.column, finding.place.end_column) == (2, 13, 14)


def test_code_is_left_alone():
    assert lint(ReplacementCharacter, Bad("```\n00 00 \ufffd\n```\n\n    \ufffd\n")) == []
