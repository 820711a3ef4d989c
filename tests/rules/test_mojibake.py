"""mojibake: every encoding there and back, what is right in many languages, positions and time."""

import pytest

from stetlint.language.encodings import find
from stetlint.rule import Bad
from stetlint.testing import lint
from stetlint_rules.mojibake import Mojibake


def misread(text, encoding):
    return "".join(bytes((b,)).decode(encoding, "ignore") or chr(b) for b in text.encode())


def repair(text):
    for start, end, repaired in reversed(list(find(text))):
        text = text[:start] + repaired + text[end:]
    return text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "It’s “déjà vu” – naïve… €5 ™ → ✓ 😀 władza łódź ęą Привет мир Ελλάδα שלום こんにちは"),
        ("latin-1", "It’s “déjà vu” – naïve… Łódź über"),
        ("cp1250", "It’s déjà łódź ęą – żółć"),
        ("cp1251", "Привет, мир! It’s café «да» —"),
        ("mac_roman", "It’s “café” – naïve Привет"),
        ("cp437", "It’s “café” – naïve →"),
        ("cp850", "It’s “café” – naïve"),
    ],
)
def test_there_and_back(encoding, text):
    assert repair(misread(text, encoding)) == text
    assert repair(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "NÃO, CAMARÃO, IRMû e “MANHÔ…",
        "É° ROSÉ® CAFÉ™ PORT AUX ÂNES",
        "«À la carte», «Ça va?», «où»",
        "GÄNSEFÜẞCHEN, Spaß…, „Ä“, 3×²",
        "ESPAÑA… AÑO»",
        "Được Việt Nam, Hà Nội”",
        "СІРІ, РІК, Сі, «РЇ»; їжак; Ђорђе Љубав",
        "ÍÞRÓTTIR, ÆÐI, STAÐ”",
        "LUNEDÌ… PERCHÉ»",
        "Å™ ÅR ÄÄ® på”",
        "Ñ° ñ»",
    ],
)
def test_right_text(text):
    assert [text[start:end] for start, end, _ in find(text)] == []


def test_position_with_crlf_tab_entity_and_emoji():
    (finding,) = lint(Mojibake, Bad("One\r\n\t👍 &amp; cafÃ©\r\n"))
    assert (finding.place.line, finding.place.column, finding.place.end_column) == (2, 13, 15)
