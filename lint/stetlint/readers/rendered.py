"""The text of a page, from the HTML that a parser renders: what a Gist is made of.

The parser renders ten times faster than it can say what stands where, and what is left of the HTML without
its tags is, but for the order, the text of the segments that the reader makes.
"""

from __future__ import annotations

from stetlint.gist import BEHIND, LINE_BREAK, OBJECT, SEPARATOR, without_controls
from stetlint.language.markup import unescape
from stetlint.language.patterns import Pattern
from stetlint.readers.html import EVER_SPOKEN, HIDDEN_PHRASES, TRANSPARENT
from stetlint.readers.prose import SIGNS_OF_ADDRESSES, without_addresses

EDGE, SEAM = SEPARATOR[0], SEPARATOR[1]  # where a tag parted blocks, and where one stood within a word
# What stands for a footnote, a link that shows nothing or its address.
_REFERENCE = (
    r"<sup class=\"footnote-reference\"><a [^<>]*>[^<]*</a></sup>"
    r"|<a href=\"(?:(?:mailto:)?(?P<address>[^\"<>]*[:@][^\"<>]*)\">(?P=address)|[^<>]*>)</a>"
)
REFERENCE = Pattern(_REFERENCE)
# A block of code, and what else is hidden in one paragraph: its end stands behind a word, not in a block of
# HTML that follows.
_HIDDEN = "|".join(sorted(HIDDEN_PHRASES))
OPAQUE = Pattern(
    rf"<pre><code[^<>]*>[^<]*</code>|<(?P<hidden>{_HIDDEN})(?:\s[^<>]*)?>[^<]*(?<!\s)</(?P=hidden)>|{_REFERENCE}"
)
# What may be left of tags that hide, in the HTML of the page.
HIDING = Pattern(rf"(?i)<(?:{_HIDDEN})\b", engine="re2")
PRICES = Pattern(r"<span class=\"math math-inline\">([^<]*)</span>(?=\d)")  # $5-$10
MATH = Pattern(r"<span class=\"math[^<>]*>[^<]*</span>")
# The marks of a comment, and where its block ends at the latest if it has no end.
COMMENT_MARK = Pattern(
    r"<!--|-->|</?(?:p|h[1-6]|li|[ou]l|t[dhr]|table|dt|dd|dl|blockquote|pre)\b|(?<=\n)</?[a-z]"
)
LINE_END = Pattern(r"[ \t]*(?:\n|<br)")
# Up to the end of a tag. What stood for another tag is no part of it, nor is a line that begins with one.
_DOUBLE, _SINGLE = (rf"{quote}[^{quote}\n]*+(?:\n(?!<)[^{quote}\n]*+)*+{quote}" for quote in "\"'")
_ATTRIBUTES = rf"(?:[^<>\"'{SEPARATOR}{LINE_BREAK}]|{_DOUBLE}|{_SINGLE})*+"
_TRANSPARENT = rf"</?(?:{'|'.join(sorted(TRANSPARENT))})(?:[\s/]{_ATTRIBUTES})?>"
TRANSPARENT_TAG = Pattern(_TRANSPARENT)
CAPITAL_TAG = Pattern(r"</?[A-Z]")
TRANSPARENT_CAPITAL_TAG = Pattern(_TRANSPARENT, 2)  # re.IGNORECASE, which is slow
BREAK = Pattern(rf"</?[Bb][Rr]\b{_ATTRIBUTES}>")
# Where the value of an attribute begins that people may read, and what it is.
ATTRIBUTE = Pattern(rf"(?i)[\s\"'](?:{'|'.join(sorted(EVER_SPOKEN))})\s*=\s*", engine="re2")
VALUE = Pattern(rb"\"([^\"]*)\"|'([^']*)'|([^\s\"'>]*)")
WRAP = Pattern(r"\s*\n\s*")
SHOWN_TAG = Pattern(r"&lt;/?[A-Za-z](?:[^&]|&(?![lg]t;))*&gt;")
PLAIN_TAG = Pattern(r"</?[a-z][a-z0-9]*>")
OTHER_TAG = Pattern(rf"</?[A-Za-z]{_ATTRIBUTES}>|<(?:!(?!--)|\?)[^<>]*>")
EDGES = Pattern(rf"{EDGE}[{EDGE}\s]*")
# An entity that the parser did not write.
ENTITY = Pattern(r"&(?!quot;|lt;|gt;|amp;)[#A-Za-z]")


def text_of(html: str) -> str:
    """Return the text of rendered HTML in blocks, each with a SEPARATOR behind it.

    Attributes come last. What HTML in the page hides or parts in other ways than the parser's own does
    not matter: it may be shown.
    """
    html = without_controls(html)
    text: str = OPAQUE.sub(OBJECT + SEAM, html)
    parts = [_shown(text)]
    if HIDING.search(text.encode()):  # what is never closed hides nothing, nor does the code in it
        parts.append(_shown(REFERENCE.sub(OBJECT + SEAM, html)))
    text = EDGES.sub(BEHIND, EDGE.join((*parts, *_attributes(html), "")))
    if ENTITY.search(text):
        text = unescape(text)
    elif "&" in text:
        text = text.replace("&quot;", '"').replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return _without_addresses(text)


def _shown(html: str) -> str:
    """Return rendered HTML without tags, an EDGE where one parts blocks."""
    text: str = html
    if 'class="math' in text:
        text = MATH.sub(OBJECT, PRICES.sub(r"$\1$", text))
    if "-->" in text:
        text = _without_comments(text)
    text = TRANSPARENT_TAG.sub(SEAM, text)  # not "": what is left around it would be taken for a tag
    if CAPITAL_TAG.search(text):
        text = TRANSPARENT_CAPITAL_TAG.sub(SEAM, text)
    text = BREAK.sub(LINE_BREAK, text)
    if "\n " in text or "\n\t" in text:
        text = WRAP.sub("\n", text)
    text = OTHER_TAG.sub(EDGE, PLAIN_TAG.sub(EDGE, text))
    return text.replace(SEAM, "")


def _attributes(html: str) -> list[str]:
    """Return the attributes that people may read; of those with tags also what is left without them.

    A value is looked for wherever the name of an attribute stands, if only in the value of another one.
    """
    data = html.encode()
    values = [VALUE.match(data, name.end()) for name in ATTRIBUTE.finditer(data)]
    found = [WRAP.sub("\n", value[value.lastindex].decode()) for value in values]
    return found + [SHOWN_TAG.sub("", text) for text in found if "&lt;" in text]


def _without_addresses(text: str) -> str:
    """Return blocks with addresses as OBJECT characters, which are searched where there is a sign of one."""
    spans: set[tuple[int, int]] = set()
    for sign in SIGNS_OF_ADDRESSES:
        at = text.find(sign)
        while at >= 0:
            end = text.find(EDGE, at)
            spans.add((text.rfind(EDGE, 0, at) + 1, end))
            at = text.find(sign, end)
    parts: list[str] = []
    at = 0
    for start, end in sorted(spans):
        parts += text[at:start], without_addresses(text[start:end])
        at = end
    return "".join((*parts, text[at:]))


def _without_comments(text: str) -> str:
    """Return rendered HTML without comments; one in front of words parts them."""
    parts: list[str] = []
    at, start = 0, -1
    for mark in COMMENT_MARK.finditer(text):
        if mark[0] == "<!--":
            start = mark.start() if start < 0 else start
        elif mark[0] == "-->" and start >= 0:
            parts += text[at:start], "" if LINE_END.match(text, mark.end()) else EDGE
            at, start = mark.end(), -1
        elif mark[0] != "-->":
            start = -1
    return "".join((*parts, text[at:]))
