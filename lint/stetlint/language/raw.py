"""Pieces of triggers (RE2, over the bytes of a file): what may stand between two characters of prose."""

_TAG = r"</?\w+(?:\s[^<>]*)?>"

# One mark of Markdown or HTML that prose does not show: the sign of an emphasis, a bracket or the end of a
# link with its address, a backslash, a tag.
MARKUP = rf"(?:[*_~\\\[]|\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])?|{_TAG})"

# A blank or a line break; an entity may spell it.
BLANK = r"(?:[\s\x{a0}\x{202f}\x{2028}]|&nbsp;|&#160;|&#[xX][aA]0;)"

# Letters, capital ones, small ones, and what words are made of, for use in a class: all of these, and some
# more in other scripts than Latin. Not \pL and the like: RE2 takes half a millisecond to compile that, each
# time that it stands in a pattern, and a trigger may hold too often.
LETTERS = r"A-Za-z\x{aa}-\x{1fff}\x{2071}-\x{2188}\x{2c00}-\x{10ffff}"
CAPITALS = (
    r"A-Z\x{c0}-\x{de}\x{100}-\x{24f}\x{370}-\x{3ab}\x{3cf}-\x{42f}\x{460}-\x{556}\x{10a0}-\x{10cd}"
    r"\x{13a0}-\x{13f5}\x{1c89}-\x{1cbf}\x{1e00}-\x{1fff}\x{2102}-\x{2183}\x{2c00}-\x{2cf2}\x{a640}-\x{a7ff}"
    r"\x{ff21}-\x{ff3a}\x{10400}-\x{1ffff}"
)
SMALL_LETTERS = r"a-z\x{aa}-\x{40f}\x{430}-\x{1fff}\x{2071}-\x{2188}\x{2c00}-\x{10ffff}"
WORD = r"\w\x{aa}-\x{10ffff}"
