"""A character that nobody sees: a zero-width space, a soft hyphen, a control of the writing direction.

What it finds: zero-width spaces, joiners and byte order marks, soft hyphens, controls of the writing
direction, tag characters and fillers in prose that has no use for them; in code, only what makes it read
otherwise than it runs: direction overrides and tag characters (the attack known as Trojan Source).

Why: web translators leave two zero-width spaces where a stretch of theirs begins; web pages carry such
characters for their layout, and copying takes them along. Search, spell checkers and links stumble over
them.

Not reported: joiners in emoji and in the scripts that write with them (Arabic, Persian, Indic and others),
zero-width spaces in scripts without blanks and beside marks of Markdown, direction marks where a paragraph
holds Hebrew or Arabic, soft hyphens in a document that hyphenates with them (more than three), what is
written as an entity (`&shy;`) unless it is a zero-width space beside a blank, and paragraphs that speak of
such characters.
"""

from __future__ import annotations

from collections.abc import Iterator

from stetlint import Bad, Document, DocumentRule, Good, Hit, Pattern, Segment

# Invisible ones that no script needs are escaped here: this file has none itself.
TAGS = "\U000e0001\U000e0020-\U000e007f"
FILLERS = "\u115f\u1160\u3164\uffa0\u180e"
INVISIBLE = Pattern(f"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff{FILLERS}{TAGS}]+")
IN_CODE = Pattern(f"[\u202a\u202b\u202d\u202e]|[{TAGS}]+")
PADDING = Pattern("[ \u00a0]\u200b|\u200b[ \u00a0]")  # it would part a word, but there is a blank
EMPTY_ENTITY = (
    "a zero-width space beside a blank, as where the words of a link or label were moved away: "
    "delete it, and put the words back"
)
FROM_THE_RIGHT = frozenset("ar ckb dv fa he ps sd ug ur yi".split())  # languages
RIGHT_TO_LEFT = Pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
# Scripts that join letters or write without blanks (Arabic, Indic, Thai, Khmer, Mongolian, CJK and others),
# and symbols, which make one emoji.
JOINING = Pattern(
    "[\u0590-\u109f\u1100-\u11ff\u1700-\u1aff\u1b00-\u1cff\u2190-\u2bff\u2e80-\ua4cf\ua800-\uabff\uac00-\ud7ff"
    "\uf900-\ufdff\ufe0f\ufe70-\ufefc\uff00-\uffef\U00010a00-\U0001f9ff\U0001fa00-\U0003ffff]"
)
SUBJECT = Pattern(
    r"zero.?width|invisible (?:char|sign|symbol|space)|bidi|U\+(?:200|202|206|00AD|FEFF)|soft.?hyphen"
    r"|\bBOM\b|byte order|joiner",
    2,  # re.IGNORECASE
)
NAMES = {
    "\u00ad": "a soft hyphen", "\u200b": "a zero-width space", "\u200c": "a zero-width non-joiner",
    "\u200d": "a zero-width joiner", "\u2060": "a word joiner", "\ufeff": "a byte order mark",
    "\u200e": "a left-to-right mark", "\u200f": "a right-to-left mark",
}  # fmt: skip
HYPHENATED = 3  # more soft hyphens than this in a document are its hyphenation


class InvisibleCharacter(DocumentRule):
    """A character that nobody sees."""

    id = "invisible-character"
    mqm = "linguistic-conventions/character-encoding"
    gives_way_to = frozenset(("mojibake",))
    trigger = (
        "&#(?:[xX]200[bB]|8203);"
        f"|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff{FILLERS}{TAGS}]"
    )
    good = (
        "A family \U0001f468\u200d\U0001f466, a flag \U0001f3f4\U000e0067\U000e0062\U000e007f.",
        Good("می\u200cخواهم", lang="fa"),
        Good("श्र\u200dी", lang="hi"),
        Good("ภาษา\u200bไทย", lang="th"),
        Good("\u05e9\u05dc\u05d5\u05dd\u200e (C++)\u200f", lang="he"),
        Good("x \u200f{price}", lang="ar"),
        "The word &shy; is soft&shy;ly writ&#8203;ten.",
        "A zero-width space (\u200b) is invisible, as is each invisible character: \u2060.",
        "| \u200b | b |\n| - | - |\n| a | b |",
        "so\u00adft hy\u00adphens all o\u00adver the pa\u00adper he\u00adre",
        "```\nlet x\u200b = 1\n```",
        "**bold**\u200bword",
    )
    bad = (
        Bad("A zero\u200bspace and a so\u00adft one", "\u200b", "\u00ad", fixed="A zerospace and a soft one"),
        Bad("The reward\u200c is\ufeff here", "\u200c", "\ufeff", fixed="The reward is here"),
        Bad("A soft \u00adbed and a \u2060chair", "\u00ad", "\u2060", fixed="A soft bed and a chair"),
        Bad("The invisible ha\u00adnd", "\u00ad", fixed="The invisible hand"),
        Bad("Read [&#x200B; the guide &#x200B;](a.md) now", "&#x200B;", "&#x200B;"),
        Bad("Left\u200e to right", "\u200e", fixed="Left to right"),
        Bad("```\nif x\u202e: pass\n```", "\u202e", fixed="```\nif x: pass\n```"),
        Bad("Hidden\U000e0041\U000e0042 words", "\U000e0041\U000e0042", fixed="Hidden words"),
    )

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        raw = document.raw
        is_hyphenated = raw.text.count("\u00ad") > HYPHENATED
        seen: set[int] = set()
        for segment in document.segments:
            text = segment.text
            found = list(INVISIBLE.finditer(text))
            if not found:
                continue
            is_subject = SUBJECT.search(text) is not None
            is_right_to_left = segment.lang.partition("-")[0].lower() in FROM_THE_RIGHT
            has_right_to_left = is_right_to_left or RIGHT_TO_LEFT.search(text) is not None
            for match in found:
                start, end = match.span()
                span = segment.prose.to_source(start, end)
                seen.update(range(*span))
                if is_subject:
                    continue
                if not segment.prose.is_editable(start, end):
                    if PADDING.search(text, max(0, start - 1), end + 1) and _is_entity(raw.text, *span):
                        yield raw, Hit(*span, EMPTY_ENTITY)
                    continue
                around = raw.text[span.start - 1 : span.start], raw.text[span.end : span.end + 1]
                if not _has_use(match[0], *around, is_hyphenated, has_right_to_left):
                    yield segment, _hit(match[0], start, end)
        line_end = -1
        is_about = False
        for match in IN_CODE.finditer(raw.text):
            start, end = match.span()
            if start in seen:
                continue
            if start > line_end:
                line_start, line_end = raw.text.rfind("\n", 0, start) + 1, raw.text.find("\n", start)
                line_end = len(raw.text) if line_end < 0 else line_end
                line = raw.text[line_start:line_end]
                is_about = bool(SUBJECT.search(line) or RIGHT_TO_LEFT.search(line))
            if not is_about and raw.text[start - 1 : start] != "\U0001f3f4":  # a flag, of which it is part
                yield raw, _hit(match[0], start, end)


def _is_entity(text: str, start: int, end: int) -> bool:
    return text[start] == "&" and text[end - 1] == ";"


def _has_use(chars: str, before: str, after: str, is_hyphenated: bool, has_right_to_left: bool) -> bool:
    """Whether invisible characters do what they are for, between two characters of the source."""
    char = chars[0]
    if JOINING.match(before) or JOINING.match(after):
        return True
    if char == "\u00ad":
        return is_hyphenated or not _is_useless(before, after)
    if char in "\u200e\u200f" or "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069":
        return has_right_to_left
    if char == "\u2060":
        return not _is_useless(before, after)
    # One zero-width space keeps a cell from being empty, and marks of Markdown from being read as such; the
    # two that web translators leave do nothing.
    marks = "*_`~[]()<>|@#"
    is_alone = (before + after).strip(" |\r\n") == ""
    return char == "\u200b" and (is_alone or (len(chars) == 1 and (before in marks or after in marks)))


def _is_useless(before: str, after: str) -> bool:
    """Whether a soft hyphen or a word joiner stands in a word or beside a blank."""
    return (before.isalpha() or before in ("", " ")) and (after.isalpha() or after in ("", " "))


def _hit(char: str, start: int, end: int) -> Hit:
    name = NAMES.get(char[0], f"an invisible character (U+{ord(char[0]):04X})")
    return Hit(start, end, f"{name} that nobody sees and this text has no use for: delete it", (), "", True)
