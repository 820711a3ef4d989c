"""An entity or a tag that readers see as such: &amp;nbsp; for &nbsp;.

What it finds: entities that were escaped once more (&amp;nbsp;, &amp;lt;) or lost their semicolon or got a
blank (&nbsp, &amp; lt;) in prose and in the addresses of links; lines of indented code that hold nothing
else; formatting tags that were escaped while they were live: &lt;b&gt;bold&lt;/b&gt;, a.&lt;br&gt;And b.

Why: a tool on the way to the engine or back escapes the text, and the next one does so again. Engines take
an entity for words and part it.

Not reported: code, entities that stand alone, in quotation marks or brackets, or at the start of a paragraph
that explains them, paragraphs that speak of entities, escaping or tags, and entities of letters in pages
about entities.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from itertools import islice

from stetlint import Bad, Document, DocumentRule, Good, Hit, Pattern, Segment

SEEN = Pattern(
    r"&(?P<name>[A-Za-z]{2,8}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});"
    r"|& (?P<parted>nbsp|lt|gt|amp|quot|apos|#\d{2,5}) ?;"
    r"|&(?P<open>nbsp|lt|gt|quot)(?![\w;=])"
)
TAG = Pattern(
    r"<(?P<name>a|b|i|u|em|strong|span|font|sup|sub)(?: [^<>\n]{1,200})?>(?=[^<>\n]{1,300}</(?P=name)>)"
    r"|</(?:a|b|i|u|em|strong|span|font|sup|sub)>"
    r"|(?<=[\w.,;:!?)])<br ?/?>(?=\w)"
)
BREAK = Pattern(r"(?<=\w[.!?])<br ?/?>(?=\w)")
ESCAPING = Pattern(r"entit|escap|échapp|maskier|кодиров|экранир|екранув|кодуван|kodierung|encod|codific", 2)
SUBJECT = Pattern(
    r"entit|escap|échapp|maskier|кодиров|экраниров|\bHTML|\bXML|\btags?\b|balise|etiqueta|markup|\belement|tegu|\bтег",
    2,  # re.IGNORECASE
)
LETTERS = Pattern(
    r"&(?:#\d{2,6}|#[xX][0-9A-Fa-f]{2,5}|[a-zA-Z]+(?:acute|grave|circ|uml|tilde|cedil|ring|caron));"
)
ABOUT = 2  # paragraphs that speak of entities, in a document that is about them: its letters are examples
LINE_OF_CODE = Pattern(r"^[ \t]+((?:&amp;(?:lt|gt|nbsp|quot);[\w/]{0,30}){1,8})[ \t]*\r?$", 8)  # re.MULTILINE
TWICE_IN_ADDRESS = Pattern(r"&amp;amp;")


class EscapedEntity(DocumentRule):
    """An entity or a tag that readers see as such."""

    id = "escaped-entity"
    mqm = "design/markup"
    trigger = (
        r"&amp; ?(?:[A-Za-z]{2,8}|#[xX]?[0-9A-Fa-f]{2,6}) ?;|&(?:nbsp|lt|gt|quot)(?:[^\w;=]|$)"
        r"|& (?:nbsp|lt|gt|amp|quot|apos|#\d)|&amp;amp;"
        r"|(?:&lt;|\\<)(?:a|b|i|u|em|strong|span|font|sup|sub|br)\b"
    )
    good = (
        "Write `&amp;nbsp;` for it, or <code>&amp;lt;</code>.",
        "AT&amp;T and Q&amp;A; they are there.",
        "The entity &amp;lt; stands for a sign.",
        "Escape nothing.\n\nThere are two escapes.\n\nJako efektivn&amp;#x115;j&amp;#x161; n&amp;aacute;m.",
        "| &amp;gt; | greater |\n| - | - |\n| &amp;lt; | less |",
        "Use the &lt;b&gt; tag: &lt;b&gt;bold&lt;/b&gt;.",
        "See [it](https://example.org/?a=1&amp;b=2) and https://example.org/?a=1&lt=3.",
        Good("ci-dessous&nbsp;; fournissez", lang="fr"),
        '```xml\n<a b="x &amp;amp; y"/>\n```',
    )
    bad = (
        Bad("1 000 records&amp;nbsp;(50 KB)", "&amp;nbsp;", fixed="1 000 records&nbsp;(50 KB)"),
        Bad("Type &amp;lt; Name &amp; gt; here", "&amp;lt;", "&amp; gt;", fixed="Type &lt; Name &gt; here"),
        Bad("It&amp;#39;s here", "&amp;#39;", fixed="It&#39;s here"),
        Bad("Run `a`&nbsp`b` now", "&nbsp", fixed="Run `a`&nbsp;`b` now"),
        Bad(
            "[it](https://example.org/?a=1&amp;amp;b=2)",
            "&amp;amp;",
            fixed="[it](https://example.org/?a=1&amp;b=2)",
        ),
        Bad(
            '<a href="https://example.org/?a=1&amp;amp;b=2">it</a>',
            "&amp;amp;",
            fixed='<a href="https://example.org/?a=1&amp;b=2">it</a>',
        ),
        Bad("A &lt;b&gt;bold&lt;/b&gt; word.", "&lt;b&gt;", "&lt;/b&gt;"),
        Bad("One line.&lt;br&gt;Another.", "&lt;br&gt;"),
        Bad("One element.&lt;br /&gt;Another tag.", "&lt;br /&gt;"),
        Bad("Text\n\n    &amp;lt;visitor&amp;gt;\n", "&amp;lt;visitor&amp;gt;"),
    )

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        raw = document.raw
        is_about: bool | None = None
        for segment in document.segments:
            for start, end, entity in _in_prose(segment.text):
                if entity and LETTERS.match(entity):
                    if is_about is None:
                        speaking = (one for one in document.segments if ESCAPING.search(one.text))
                        is_about = len(list(islice(speaking, ABOUT))) == ABOUT
                    if is_about:
                        continue
                # What readers see stands escaped in the source, and can be fixed only there.
                span = segment.prose.to_source(start, end)
                yield raw, _hit(span.start, span.end, entity)
        for link in document.links:
            start, end = document.range_in_raw(link)
            address = start if link.kind == "Html" else raw.text.rfind("](", start, end)
            if address >= 0:
                for match in TWICE_IN_ADDRESS.finditer(raw.text, address, end):
                    yield raw, _hit(match.start(), match.end(), "&amp;")
        for match in LINE_OF_CODE.finditer(raw.text):
            yield raw, _hit(match.start(1), match.end(1), None)


def _in_prose(text: str) -> Iterator[tuple[int, int, str | None]]:
    """Yield where readers see an entity or a tag, with the entity as it should be."""
    hits: list[tuple[int, int, str | None]] = []
    for match in SEEN.finditer(text):
        start, end = match.span()
        entity = f"&{match['name'] or match['parted'] or match['open']};"
        before, after = text[start - 1 : start], text[end : end + 1]
        is_named = before in "\"'“‘«„([" and after in "\"'”’»“)]"  # alone, too: "" is in every text
        if unescape(entity) != entity and not is_named and not (match["open"] and start == 0):
            hits.append((start, end, entity))
    # A line break between two sentences is no word about one.
    yield from ((*match.span(), None) for match in BREAK.finditer(text))
    tags = [match for match in TAG.finditer(text) if not BREAK.match(text, match.start())]
    opened = {match["name"] for match in tags}
    hits += [
        (match.start(), match.end(), None)
        for match in tags
        if match["name"] or not match[0].startswith("</") or match[0][2:-1] in opened
    ]
    if hits and not SUBJECT.search(text):
        yield from sorted(hits)


def _hit(start: int, end: int, entity: str | None) -> Hit:
    if entity is None:
        return Hit(start, end, "readers see this markup as text: restore it, it was escaped by mistake")
    message = f"readers see this entity as text: write {entity}"
    return Hit(start, end, message, (entity,), entity, True)
