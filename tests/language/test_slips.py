"""Slips in names that a text uses often."""

import pytest

from stetlint.language.slips import misspelled, slips


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        ({"DataBridge": 2, "DtaaBridge": 1}, [("DtaaBridge", "DataBridge")]),  # two letters changed places
        ({"DataBridge": 1, "DtaaBridge": 1}, [("DtaaBridge", "DataBridge")]),  # one is made of words
        ({"DtaaBrxige": 1, "DtaaBrixge": 1}, []),  # neither is
        ({"DataBridge": 4, "DataBrige": 1}, [("DataBrige", "DataBridge")]),  # one is missing
        ({"DataBridge": 8, "DataBrridge": 2}, [("DataBrridge", "DataBridge")]),  # one is added
        ({"DataBridge": 3, "DataBrige": 1}, []),  # too seldom to be sure
        ({"DataBridge": 9, "DataBrige": 3}, []),  # too often for a slip
        ({"DataBridge": 9, "DataBridges": 1}, []),  # an ending
        ({"DataBridge": 9, "MataBridge": 1}, []),  # another name
        ({"Bridge": 9, "Brigde": 1}, []),  # too short
        ({"DataBridge": 9, "DataBridge2": 1}, []),  # another version
        ({"D" + "a" * 9999 + "bridge": 9, "D" + "a" * 9998 + "bridge": 1}, []),  # a scream
    ],
)
def test_slips(count, expected):
    assert list(slips(count)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["Portogal", "Portugal"], [("Portogal", "Portugal")]),  # another letter
        (["Tanzaania", "Tanzania"], [("Tanzaania", "Tanzania")]),  # one is added
        (["Californa", "California"], []),  # an ending
        (["Calfornia", "California"], [("Calfornia", "California")]),  # one is missing
        (["Zubrovka", "Zubrofka"], []),  # nobody knows it
        (["Portland", "Portugal"], []),
        (["Columbia", "Colombia"], []),  # both are known
    ],
)
def test_misspelled(words, expected):
    assert list(misspelled(words)) == expected
