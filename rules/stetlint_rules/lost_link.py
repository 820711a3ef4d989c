"""A link without its text or its target, or taken apart.

What it finds: a link with nothing to click on (``[](https://x.org)``, ``[][ref]``, ``<a href="x"></a>``) or
nowhere to go (``[text]()``); a link that shows as text because its text and its target came apart (``[text]
(https://example.org)``), changed their brackets (``[text]（url）``, ``(text)[url]``), lost one
(``[text(url)``, ``text](url)``), were escaped (``\\[text]\\(url)``) or were cut off (``[text](https://x``, a
list item that is only ``[``); an image of which only ``![description]`` is left; and an English sentence in
which the linked words are gone ("See for more information").

Why: engines translate the words of a link apart from its markup, put blanks where two tokens meet, and move a
text that they join to its neighbours out of its brackets.

Not reported: images, which may have an empty description; links around images, icons or code; anchors
(``[](#part)``, ``<a name="x"></a>``); links that a class or a label dresses; links that MyST fills with the
title of a page (``[](page.md)`` beside roles and directives of MyST); chapters that mdBook plans
(``[Title]()`` in SUMMARY.md); footnote numbers (``[1] (https://...)``); task lists; calls in code
(``list[0]()``).
"""

from __future__ import annotations

from collections.abc import Iterator

from stetlint import OBJECT, Bad, Document, DocumentRule, Good, Hit, Pattern, Segment
from stetlint.language.patterns import compiled

# A link without text or target (RE2).
NO_PART = r"\[(?:\s|\x{a0}|&nbsp;|\x{200b})*\][(\[]|\]\(\s*<?>?\s*[)\"']|\]:\s*<>|<[aA]\s[^<>]*>\s*</[aA]"
REACH = 300  # code points; the text of a link is not longer
OPENING, CLOSING = "[［【", "]］】"
ADDRESS = Pattern(r"<?(?:(?:https?|ftp)://|mailto:|www\.)")
PATH = (
    r"(?:\.{0,2}/ ?(?=[\d./%-]*[^\W\d])|\#[^\W\d]"
    r"|[\w-]+(?:/[\w.-]+)*\.(?:md|mdx|html?|rst|pdf|png|jpe?g|gif|svg|webp)\b)"
    r"[\w./#?=&%-]*+(?=[)）]|\s*\Z)"
)
# Where a text ends and a target begins, in prose: the reader did not take it for a link.
SEAM = Pattern(rf"([\]］】)]?)([ \t\u00a0\n]{{0,3}})([(（【]) ?({OBJECT}|{PATH}|\#[^()\n]{{0,60}}(?=\)))")
PART = Pattern(r"#[^\W\d][\w./#?=&%-]*\Z")
TARGET = Pattern(r"\((?:[^\s()]|\([^\s()]*\))*\\?\)?")
CUT_OFF = Pattern(r"\]\(\Z")
# The round brackets and the square ones changed places.
SWAPPED = Pattern(
    r"\((?=[^\W\d_])[^()\[\]\n]{2,80}+(?:\([^()\n]{1,40}\)[^()\n]{0,40})?\)"
    rf"\[(?:{OBJECT}\]?|\.{{0,2}}/[\w./#?=&%-]+\])"
)
# An image of which nothing but its description is left.
NO_IMAGE = Pattern(r"(?:\A|(?<=[\s\[(]))!\[[^\W\d_][^\[\]\n]{1,80}\](?=\s[^(（]|[{\]]|\s*\Z)")
NO_REFERENCE = Pattern(r"(?<=[^\W\d_])\]\[[ \u00a0]+\](?![(\[])")
NO_LABEL = Pattern(r"[\s\d*†‡xX.,-]*\Z")  # a task's box, the number of a footnote
# An anchor, and a scheme by which a site puts something else in the link's place ("codepen://...").
NO_PAGE = Pattern(r"\Z|#|(?!https?:|ftp:|mailto:)[a-z][\w+-]*:")
BLANK_TEXT = Pattern(r"\[[\s\u200b]*\]")
DETACHED = Pattern(r"[ \t]*\((?=https?://|\.{0,2}/)")
ANCHOR = Pattern(r"<a(?=\s)([^<>]*)>[ \t\r\n]*</a\s*>", 2)  # re.IGNORECASE
HREF = Pattern(r"\shref\s*=\s*[\"']?[^\s\"'#>]", 2)
DRESSED = Pattern(r"\s(?:name|id|class|style|title|aria-\w+|data-[\w-]+)\s*=", 2)
# Code: what is called stands in front of brackets, what a function does stands behind them.
CALLED = Pattern(r"[A-Za-z0-9_)\]'\"`>=]")
BODY = Pattern(r"\s*(?:\{|->|=>|;)")
MYST = Pattern(
    r"^\([\w.:-]+\)=\s*$|^\s*(?:```+|~~~+|:::+)\s*\{[\w:-]+\}|\{(?:ref|doc|numref|term|any|eq|cite)[\w:]*\}`",
    8,  # re.MULTILINE
)
BEFORE_LOST_WORDS = r"(?:see|visit|refer to|check out|consult|take a look at)\sfor\s"
MAYBE_LOST_WORDS = f"(?i:{BEFORE_LOST_WORDS})"  # RE2
LOST_WORDS = Pattern(
    rf"\b{BEFORE_LOST_WORDS}"
    r"(?:(?:more|further|additional|full|complete)\s(?:information|details|instructions|examples|guidance)"
    r"|details|instructions)\b",
    2,
)
BOX = Pattern(r"!\[\w+\]\s")
IS_SWAPPED = "the brackets of a link are swapped, and it shows as text: write [text](target)"
IS_NO_IMAGE = "an image lost its address, and its description shows as text: write ![description](address)"
NO_TEXT = "the link has no text: put back the words that it stood on, or delete it"
NO_TARGET = "the link leads nowhere: give it its address, or make it plain text"
APART = "the text and the target of a link came apart, and it shows as text: join them as [text](target)"
NO_OPENING = "a link lost the bracket in front of its text: write [text](target)"
NO_BRACKET = "a link lost the bracket between its text and its target: write [text](target)"
IS_CUT_OFF = "the link breaks off: complete it as [text](target)"
ESCAPED = "the link is escaped and shows as text: delete the backslashes"
NO_WORDS = "the words behind the verb are gone, most likely a link: name what to read"


class LostLink(DocumentRule):
    """A link without its text or its target, or taken apart."""

    id = "lost-link"
    mqm = "design/markup"
    trigger = (
        NO_PART + r"|\]\[[ \x{a0}]+\]"
        r"|[\])】］](?:[\s>*_~]|\x{a0}|&nbsp;)+\(|\)\(|\]\\\(|\][（【]|】\("  # a seam
        r"|\)\[(?:https?:|\.{0,2}/)|!\["  # swapped brackets, no target
        r"|\[[^\]]*[^\]\s]\((?:https?:|ftp:|mailto:|www\.)"  # no bracket between text and target
        r"|(?:\A|[)\]])[^\[]*\]\("  # none in front of the text
        r"|\]\([^)\s<|]*(?:[\s<|]|\z)|(?m:\[[ \t]*\r?$)"  # cut off
        r"|(?i:\b(?:see|visit|to|out|consult|at)[\s>*_]+for\b)"
    )
    good = (
        "Read [the guide](guide.md), [`code`](x.md) and [![build](badge.svg)](https://example.org).",
        "![](picture.png) and <a name='top'></a>, [](#top), <a href='x'><i class='icon'></i></a>.",
        "Write `[](url)` or `[text] (url)` for a link.",
        "- [ ] (optional) call the bank\n- [x] (https://example.org) paid",
        "Sources: [1] (https://example.org/a), [2] (https://example.org/b).",
        "The list [a, b] (see page 3) and the range [0, 1] (0.5 at best) are short.",
        "An [outer [inner](a.md) text](b.md) and list](x) of code, handlers[0](/path).",
        "Calling handlers[0]() returns the first, and `[]()` none.",
        "(part)=\n\n# Part\n\nContinue with [](next.md).",
        "[text][ref] and [ref]\n\n[ref]: https://example.org",
        "See for yourself. I will see for how long.",
        Good("【公告】（https://example.org）", lang="zh"),
        "In brackets [like these (https://example.org)] it stands.",
        "It burns (at night)[1] and (by day)[2]. Great![^1] Wow! [see](a.md)\n\n> ![NOTE] It burns.",
    )
    bad = (
        Bad("Follow [](https://example.org/a) to begin.", "[](https://example.org/a)"),
        Bad("Siehe [ ](../pumpe.md).", "[ ](../pumpe.md)", lang="de"),
        Bad("See [the guide]() first.", "[the guide]()"),
        Bad(
            "In [](https://example.org)[article 5](https://example.org) we say.",
            "[](https://example.org)",
            fixed="In [article 5](https://example.org) we say.",
        ),
        Bad("See [](x.md) or [][r].\n\n[r]: https://example.org", "[](x.md)", "[][r]"),
        Bad("<p>Click <a href='https://example.org'></a> now.</p>", "<a href='https://example.org'></a>"),
        Bad(
            "Read [the guide] (https://example.org/a).",
            "] (",
            fixed="Read [the guide](https://example.org/a).",
        ),
        Bad("Siehe [Handbuch] (docs/setup.md).", "] (", fixed="Siehe [Handbuch](docs/setup.md).", lang="de"),
        Bad(
            "Przejdź do [witryny]() (https://example.org/a).",
            "]() (",
            fixed="Przejdź do [witryny](https://example.org/a).",
            lang="pl",
        ),
        Bad("请参阅[文档]（https://example.org）。", "]（", lang="zh"),
        Bad("请参阅【文档】(https://example.org)。", "】(", lang="zh"),
        Bad("- [12. Random Index)(https://example.org/a)", ")("),
        Bad("- [12. Random Index) (https://example.org/a)", ") ("),
        Bad("非同期[音声を聞く(https://example.org/a)し、始めます。", "(", lang="ja"),
        Bad("Vea la **guía**](https://example.org/a) antes.", "](", lang="es"),
        Bad(
            "Vea [la guía] (../ guia.html) y [el resto] (resto.md",
            "] (",
            "] (",
            fixed="Vea [la guía](../ guia.html) y [el resto](resto.md",
            lang="es",
        ),
        Bad("Aşağıdaki \\[talimat\\] (# a b) var.", "\\] (", lang="tr"),
        Bad("| [samples/hello](https://example.org |\n|---|", "[samples/hello](https://example.org"),
        Bad("- [one](a.md)\n- [", "["),
        Bad("Read \\[the guide]\\(https://example.org).", "\\[the guide]\\(https://example.org)"),
        Bad(
            "자세한 것은 \\[안내]\\(https://example.org/a)를 보세요.",
            "\\[안내]\\(https://example.org/a)",
            lang="ko",
        ),
        Bad("Read [the guide][ ] first.", "][ ]"),
        Bad("Read (the guide)[https://example.org/a] first.", "(the guide)[https://example.org/a]"),
        Bad("(안내)[https://example.org/a]를 보세요.", "(안내)[https://example.org/a]", lang="ko"),
        Bad("![The lamp] (images/lamp.png)", "] (", fixed="![The lamp](images/lamp.png)"),
        Bad("![The lamp]{ width=200 } burns.", "![The lamp]"),
        Bad("See for more information.", "See for more information"),
    )

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield the links that lost a part: what the reader took for a link, then what it did not."""
        raw = document.raw
        if compiled(NO_PART).search(document.source.data):
            for hit in _links(document):
                yield raw, hit
        for segment in document.segments_with(rf"[\{OPENING}]|\]\(", _may_be_unparsed):
            for hit in _unparsed(segment):
                yield (raw if hit.message in (ESCAPED, IS_SWAPPED) else segment), hit
        for segment in document.segments_with(MAYBE_LOST_WORDS):
            if segment.lang.startswith("en"):
                for match in LOST_WORDS.finditer(segment.text):
                    yield segment, Hit(match.start(), match.end(), NO_WORDS)


def _links(document: Document) -> Iterator[Hit]:
    text = document.source.text
    fills_titles: bool | None = None
    is_summary = document.source.path.endswith("SUMMARY.md")  # where mdBook plans chapters as [Title]()
    for link in document.links:
        if link.is_image or link.kind in ("Autolink", "Email") or (link.target and link.text.strip()):
            continue
        start, end = document.range_in_raw(link)
        if link.kind == "Html":
            anchor = ANCHOR.match(text, start, end)
            if anchor and HREF.search(anchor[1]) and not DRESSED.search(anchor[1]):
                yield Hit(start, end, NO_TEXT)
            continue
        if BODY.match(text, end):
            continue
        if not link.text.strip():
            if not BLANK_TEXT.match(text, start, end) or NO_PAGE.match(link.target):
                continue
            if "://" not in link.target:
                if fills_titles is None:
                    fills_titles = MYST.search(text) is not None
                if fills_titles:
                    continue
            # The same link stands behind it with its text: nothing that the reader sees goes with it.
            doubled = text[end : end + 1] == "[" and f"]({link.target})" in text[end : end + REACH]
            yield Hit(start, end, NO_TEXT, (), "" if doubled else None, doubled)
        elif link.kind == "Inline" and not is_summary and not CALLED.match(text, max(start - 1, 0), start):
            if "![" in text[start:end] and not link.text.strip(OBJECT + " "):
                continue
            detached = DETACHED.match(text, end)
            if detached:
                yield Hit(text.rindex("](", start, end), detached.end(), APART, (), "](", True)
            else:
                yield Hit(start, end, NO_TARGET)


def _may_be_unparsed(text: str, _: str) -> bool:
    return (
        text.strip() in OPENING
        or any(pattern.search(text) for pattern in (CUT_OFF, NO_REFERENCE, SWAPPED, NO_IMAGE))
        or any(
            _label(text, match.start())[1] >= 0
            or _has_no_opening(text, match.start(), match[1] + match[2] + match[3])
            for match in SEAM.finditer(text)
        )
    )


def _unparsed(segment: Segment) -> Iterator[Hit]:
    text = segment.text
    if text.strip() in tuple(OPENING):
        if segment.role == "list-item":
            yield Hit(0, len(text), IS_CUT_OFF)
        return
    for match in SEAM.finditer(text):
        hit = _seam(segment, match.start(), match.end(), *match.groups())
        if hit:
            yield hit
    for match in SWAPPED.finditer(text) if ")[" in text else ():
        hit = _swapped(segment, *match.span())
        if hit:
            yield hit
    for match in NO_IMAGE.finditer(text) if "![" in text else ():
        if segment.prose.is_editable(*match.span()) and not BOX.match(text, match.start()):
            yield Hit(match.start(), match.end(), IS_NO_IMAGE)
    cut = CUT_OFF.search(text)
    if cut:
        start = text.rfind("[", max(0, cut.start() - REACH), cut.start())
        if start >= 0:
            yield Hit(start, cut.end(), IS_CUT_OFF)
    for match in NO_REFERENCE.finditer(text):
        if "[" in text[max(0, match.start() - REACH) : match.start()]:
            yield Hit(match.start(), match.end(), NO_TARGET)


def _seam(
    segment: Segment, start: int, end: int, close: str, blank: str, opening: str, target: str
) -> Hit | None:
    """Judge a place where brackets around a text and around a target meet."""
    text = segment.text
    is_address = target == OBJECT and _is_address(segment, end - 1)
    if target == OBJECT and not is_address:
        return None
    is_escaped = "\\" in _source(segment, start, end - len(target))
    if target.startswith("#") and not (is_escaped or PART.match(target)):
        return None
    label, left = _label(text, start)
    if left < 0 and _has_no_opening(text, start, close + blank + opening):
        return Hit(start, start + 2, NO_OPENING)
    if left < 0 or NO_LABEL.match(label):
        return None
    seam = start, end - len(target)
    if close and close in CLOSING:
        if close == "]" and opening == "(" and not blank:
            closing = text.find(")", end, end + REACH)
            if is_escaped:
                return _escaped(segment, left, end)
            if closing < 0 and ")" not in _source(segment, end - 1, end):
                return Hit(left, end, IS_CUT_OFF)
            return None  # an address takes the bracket and what stands behind it for a part of itself
        if close == "】" and (blank or opening != "("):
            return None  # a heading in brackets, as Chinese and Japanese writers set it
        if opening == "(" and close == "]":
            return Hit(*seam, APART, (), "](", is_address)
        return Hit(*seam, APART)
    # A bracket is lost: none closes the text behind the target.
    if not is_address or any(mark in text[end : end + REACH].partition("[")[0] for mark in CLOSING):
        return None
    return Hit(*seam, NO_BRACKET) if close or not (blank or label[-1].isspace()) else None


def _swapped(segment: Segment, start: int, end: int) -> Hit | None:
    """Return a link whose brackets are swapped; positions are of the source."""
    at = segment.text.rindex("[", start, end) + 1
    if segment.text[at] == OBJECT and not _is_address(segment, at):
        return None
    first, last = segment.prose.to_source(start, end)
    # Letters without a blank behind it are taken for a part of the address, and the bracket with them.
    close = segment.prose.source.text.rfind("]", segment.prose.to_source(at, at + 1).start, last)
    return Hit(first, close + 1, IS_SWAPPED) if close >= 0 else None


def _escaped(segment: Segment, left: int, end: int) -> Hit:
    """Return a link that was escaped, to the end of its target; positions are of the source."""
    source = segment.prose.source.text
    start, until = segment.prose.to_source(left, end)
    target = TARGET.match(source, source.rindex("(", start, until))
    return Hit(start, target.end() if target else until, ESCAPED)


def _label(text: str, end: int) -> tuple[str, int]:
    """Return the text since the last opening bracket, and where that stands; -1 where it was closed."""
    window = text[max(0, end - REACH) : end]
    left = max(window.rfind(mark) for mark in OPENING)
    if left < 0 or max(window.rfind(mark) for mark in CLOSING) > left:
        return "", -1
    return window[left + 1 :], end - len(window) + left


def _has_no_opening(text: str, at: int, seam: str) -> bool:
    """Whether a text in front of a seam has words and no bracket at all."""
    before = text[max(0, at - REACH) : at]
    last = before.rstrip("*_ ")[-1:]
    return seam == "](" and "[" not in before and (last.isalnum() or last == ")")


def _source(segment: Segment, start: int, end: int) -> str:
    """Return how a range of the prose stands in the source."""
    first, last = segment.prose.to_source(start, end)
    return segment.prose.source.text[first:last]


def _is_address(segment: Segment, offset: int) -> bool:
    return ADDRESS.match(_source(segment, offset, offset + 1)) is not None
