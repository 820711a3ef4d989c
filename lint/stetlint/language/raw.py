"""Pieces of triggers (RE2, over the bytes of a file): what may stand between two characters of prose."""

_TAG = r"</?\w+(?:\s[^<>]*)?>"

# One mark of Markdown or HTML that prose does not show: the sign of an emphasis, a bracket or the end of a
# link with its address, a backslash, a tag.
MARKUP = rf"(?:[*_~\\\[]|\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])?|{_TAG})"

# A blank or a line break; an entity may spell it.
BLANK = r"(?:[\s\x{a0}\x{202f}\x{2028}]|&nbsp;|&#160;|&#[xX][aA]0;)"

# Letters, capital ones and small ones, for use in a class; of other scripts than Latin most are both. Not
# \pL: RE2 takes half a millisecond to compile it, each time that it stands in a trigger, and a trigger may
# hold too often.
LETTERS = r"A-Za-z\x{aa}-\x{1fff}\x{2071}-\x{2188}\x{2c00}-\x{10ffff}"
CAPITALS = r"A-Z\x{aa}-\x{1fff}\x{2071}-\x{2188}\x{2c00}-\x{10ffff}"
SMALL_LETTERS = r"a-z\x{aa}-\x{40f}\x{430}-\x{1fff}\x{2071}-\x{2188}\x{2c00}-\x{10ffff}"
