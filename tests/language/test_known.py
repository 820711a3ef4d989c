"""The list of known words: what it says, and that it is well formed."""

from collections import Counter
from importlib.resources import files

from stetlint.language.known import UNKNOWN, _look_up, known


def test_known_words_and_names():
    assert known("Tokyo").is_name
    assert known("Tokyo").band > known("Okayama").band > 0
    assert not known("Table").is_name
    assert known("Qxyzzy") is UNKNOWN


def test_diacritics_are_no_hindrance():
    assert known("Tókyó").band == known("Tokyo").band


def test_a_word_is_the_same_before_and_after_its_line_is_parsed(monkeypatch):
    words = [f"{start}{end}" for start in ("to", "ma", "xq") for end in ("kyo", "rseille", "n2", "", " b")]
    monkeypatch.setattr("stetlint.language.known._asked", Counter())
    before = [_look_up(word) for word in words]
    monkeypatch.setattr("stetlint.language.known.SELDOM", 0)
    assert [_look_up(word) for word in words] == before
    assert sum(word is not None for word in before) > 1


def test_the_list_is_well_formed_and_credits_its_sources():
    text = files("stetlint.language").joinpath("known.txt").read_text(encoding="utf-8")
    head, _, body = text.partition("\n\n")
    assert "CC BY 4.0" in head
    assert "MIT" in head
    lines = body.splitlines()
    assert len(lines) == len({line[:2] for line in lines})
    assert all(line[2] == " " and line[3] in "NW" for line in lines)
