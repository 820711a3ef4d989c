"""The list of known words: what it says, and that it is well formed."""

from importlib.resources import files

from stetlint.language.known import UNKNOWN, known


def test_known_words_and_names():
    assert known("Tokyo").is_name
    assert known("Tokyo").band > known("Okayama").band > 0
    assert not known("Table").is_name
    assert known("Qxyzzy") is UNKNOWN


def test_diacritics_are_no_hindrance():
    assert known("Tókyó").band == known("Tokyo").band


def test_the_list_is_well_formed_and_credits_its_sources():
    text = files("stetlint.language").joinpath("known.txt").read_text(encoding="utf-8")
    head, _, body = text.partition("\n\n")
    assert "CC BY 4.0" in head
    assert "MIT" in head
    lines = body.splitlines()
    assert len(lines) == len({line[:2] for line in lines})
    assert all(line[2] == " " and line[3] in "NW" for line in lines)
