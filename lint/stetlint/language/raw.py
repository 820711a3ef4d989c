"""Pieces of triggers (RE2, over the bytes of a file): what may stand between two characters of prose."""

_TAG = r"</?\w+(?:\s[^<>]*)?>"

# One mark of Markdown or HTML that prose does not show: the sign of an emphasis, a bracket or the end of a
# link with its address, a backslash, a tag.
MARKUP = rf"(?:[*_~\\\[]|\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])?|{_TAG})"

# A blank or a line break; an entity may spell it.
BLANK = r"(?:[\s\x{a0}\x{202f}\x{2028}]|&nbsp;|&#160;|&#[xX][aA]0;)"
