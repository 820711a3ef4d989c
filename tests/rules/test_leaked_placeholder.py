"""leaked-placeholder: positions, look-alikes, and time."""

import pytest

from stetlint.rule import Bad
from stetlint.testing import lint
from stetlint_rules.leaked_placeholder import LeakedPlaceholder


def found(text, lang="en"):
    return [finding.place.text for finding in lint(LeakedPlaceholder, Bad(text, lang=lang))]


def test_position_with_crlf_tab_entity_and_emoji():
    (finding,) = lint(LeakedPlaceholder, Bad("One\r\n\t👍 &amp; ⟦12⟧\r\n"))
    assert (finding.place.line, finding.place.column, finding.place.end_column) == (2, 10, 14)


@pytest.mark.parametrize(
    "token",
    [
        "__ PH _ 3 __",
        "___CODE_1___",
        "[[PH_2]]",
        "[TAG1]",
        "%%VAR_1%%",
        "{ {name} }",
        "%2 $ d",
        "INLINE_CODE_4",
    ],
)
def test_tokens(token):
    assert found(f"Open {token} and go on.") == [token]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Zniżka 50 % s kodem, 100 % d", "pl"),
        ("Sleva 20\u00a0% s DPH", "cs"),
        ("Let $ {rm abc} $ and n % s == 0, a) % d", "en"),
        ("std::get<0>(x) and tuple<1> and vector<2>", "en"),
        ("Room #B2C, apartment # B2, F# A4", "en"),
        ("Write %(name)s or %1$s or ${name} or {{name}}", "en"),
        ("The footnote[[1]] and [1] and [ID1]", "en"),
    ],
)
def test_right_text(text, lang):
    assert found(text, lang) == []
