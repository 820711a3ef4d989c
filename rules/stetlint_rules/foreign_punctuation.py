"""A punctuation mark of another writing system: a full-width comma in English.

What it finds: full-width and ideographic marks (，。：；！？（）、．％・), brackets (「」『』【】《》〈〉)
and Arabic or Indic marks (، ؛ ؟ ।) among letters of other scripts, in prose and in code; « » and „ “ around
English words in English; ¿ and ¡ before words of other languages than Spanish and its neighbours. Each mark
is one finding; a short label in 【】, 《》 or 〈〉 is one with both.

Why: an engine translates words and copies the marks between them, above all from Chinese and Japanese, where
its training text mixes both widths.

Not reported: marks near letters of their own script, documents written in that script whatever language
they declare, marks that are named (quoted, bracketed or alone), labels in 【】, 《》 or 〈〉 in captions and
advertisements, where translators keep them as an ornament (a paragraph that is no sentence), guillemets
around foreign words or a single small one («interface»), arrows (Home » Docs), sentences about quotation
marks, Yahoo！, and what another rule says more about: a mark beside a second one, without its partner or in a
link that came apart.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from stetlint import OBJECT, Bad, Document, DocumentRule, Good, Hit, Pattern, Segment
from stetlint.language.patterns import compiled
from stetlint.language.scripts import CJK_LANGUAGES, CJK_LETTERS

WIDE = {
    "，": ",", "。": ".", "：": ":", "；": ";", "！": "!", "？": "?", "（": "(", "）": ")", "、": ",",
    "．": ".", "％": "%", "「": '"', "」": '"', "『": '"', "』": '"', "【": "[", "】": "]", "《": '"',
    "》": '"', "〈": '"', "〉": '"', "｡": ".", "､": ",", "・": "·",
}  # fmt: skip
OTHER = {"،": ",", "؛": ";", "؟": "?", "।": "."}
MARK = Pattern(
    rf"(?P<label>【[^【】\n{OBJECT}]{{1,40}}】|《[^《》\n{OBJECT}]{{1,40}}》|〈[^〈〉\n{OBJECT}]{{1,40}}〉)"
    rf"|[{''.join(WIDE)}]|[{''.join(OTHER)}]"
)
OTHER_LETTERS = (
    r"\u0600-\u060b\u060d-\u061a\u061c-\u061e\u0620-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
    r"\u0900-\u0963\u0966-\u0dff"
)
MARKS = f"[{''.join(WIDE)}{''.join(OTHER)}〈]"  # RE2: one of these is in each MARK
OWN_LETTER = Pattern(rf"[{CJK_LETTERS}{OTHER_LETTERS}]")
CJK_LETTER = Pattern(rf"[{CJK_LETTERS}]")
OTHER_LETTER = Pattern(rf"[{OTHER_LETTERS}]")
LETTER = Pattern(r"[^\W\d_]")
SENTENCE_ENDS = '.!?:;…)”’"。！？：'
NEAR = 16  # code points to each side in which a letter of the mark's own script makes it right

# An English text in the quotation marks of other languages.
QUOTED = Pattern(
    r"(?P<open>[«„])[ \u00a0\u202f]?(?P<words>[^«»„“”\"\n]{2,300}?)[ \u00a0\u202f]?(?P<close>[»“”])"
)
ABOUT_MARKS = Pattern(r"quotation|\bquotes\b|quote mark|guillemet|typograph|punctuat", 2)
# ¿ and ¡ belong to Spanish, its neighbours in Spain, and languages whose spelling follows Spanish.
INVERTED_LANGUAGES = frozenset("an ast ay ca es eu ext fil gl gn nah pap qu tl war".split())
INVERTED = Pattern(r"[¿¡](?=[ \u00a0]?([^\W\d_]+))")
ASKING_WORDS = frozenset(
    # English, German and French words that begin a question or an exclamation and are not Spanish ones.
    """
    what how why who when where which is are do does did can could will would should have has was
    were you i we the don don't if so but let it this that was wie warum wer wann wo ist sind hast
    haben kann du sie ich wir comment pourquoi quand est avez vous nous c
    """.split()
)


class ForeignPunctuation(DocumentRule):
    """A mark of another writing system."""

    id = "foreign-punctuation"
    mqm = "linguistic-conventions/punctuation"
    gives_way_to = frozenset(("lost-link", "stray-punctuation", "unpaired-mark"))
    trigger = f"[{''.join(WIDE)}{''.join(OTHER)}«„¿¡]"
    good = (
        "The comma “，” and the stop (。) are full-width, as is `，`.",
        "They sing 你好，world and はい！ to us.",
        "Search with Yahoo！ and go on.",
        "【Official】Mail order of brushes 《now》 20% OFF",
        "An «interface» of UML, Home » Docs, the « French guillemets » as quotation marks.",
        "She read «Città e libertà» and „Die Räuber“.",
        "The song “¿Qué pasa?” and ¡Hola!",
        "سمعت، then left.",
        Good("你好，世界。", lang="zh"),
        Good("كل شيء على ما يرام في المرفأ، `a`، `b`. Lamp {one}، Lamp {two}، Lamp {three}.", lang="ar"),
        Good("बंदरगाह में सब ठीक है। Lamp and Harbour Museum। `a`।", lang="hi"),
        Good("¿Qué es esto?", lang="es"),
        Good("Он сказал: «Да, конечно».", lang="ru"),
        Good("«Oui, bien sûr», dit-il.", lang="fr"),
        Good("这是 Linux（内核），版本 6。用 PR（#30 #31）。请看 API，Docker，Go。"),
    )
    bad = (
        Bad("The length，m is the number：", "，", "：", fixed="The length, m is the number:"),
        Bad("Open it（or not）first。", "（", "）", "。", fixed="Open it (or not) first."),
        Bad("1、Popup", "、", fixed="1. Popup"),
        Bad("・One of BE・LOVE", "・", "・", fixed="· One of BE·LOVE"),
        Bad("【Optional】Install it.", "【Optional】", fixed="[Optional] Install it."),
        Bad("## 《Notes》", "《Notes》", fixed="## “Notes”"),
        Bad("「 The program will check. 」", "「", "」", fixed='" The program will check. "'),
        Bad("The values `A = 1，B = 2` hold.", "，"),
        Bad("Of `a`，`b`", "，", fixed="Of `a`, `b`"),
        Bad("Gracias！", "！", fixed="Gracias!", lang="es"),
        Bad("Спасибо！", "！", fixed="Спасибо!", lang="ru"),
        Bad("He said «Come here at once», he was quoted.", "«", "»"),
        Bad("He said „come here at once“.", "„", "“"),
        Bad("¿What do you need?", "¿", fixed="What do you need?"),
        Bad("Apples، pears", "،", fixed="Apples, pears"),
    )

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        lang = document.lang.partition("-")[0].lower()
        if lang in CJK_LANGUAGES or _is_written_in(CJK_LETTER, document):
            return
        seen: set[int] = set()
        own = OTHER if _is_written_in(OTHER_LETTER, document) else ""
        for segment in document.segments_with(self.trigger):
            for hit in _of_prose(segment, own):
                if hit.end - hit.start > 1:
                    seen.update(range(*segment.prose.to_source(hit.start, hit.end)))
                yield segment, hit
            seen.update(
                segment.prose.to_source(m.start(), m.start() + 1).start for m in MARK.finditer(segment.text)
            )
        if compiled(MARKS).search(document.scanned.data):
            for hit in _of_code(document.raw.text, seen):
                yield document.raw, hit


def _is_written_in(letter: Pattern, document: Document) -> bool:
    """Whether a tenth of the letters of its prose are of a script."""
    text = document.exact.text
    found = len(letter.findall(text))
    return found > 0 and found * 10 > len(LETTER.findall(text))


def _of_prose(segment: Segment, own: Container[str]) -> Iterator[Hit]:
    """Yield the marks of other scripts than those that the document is written in; ``own`` are its own."""
    text = segment.text
    lang = segment.lang.partition("-")[0].lower()
    if lang in CJK_LANGUAGES:
        return
    for match in MARK.finditer(text):
        start, end = match.span()
        is_own = match[0] in own or OWN_LETTER.search(text, max(0, start - NEAR), end + NEAR) is not None
        if is_own or _is_named(text, start, end):
            continue
        if match[0][0] in "【】《》〈〉" and segment.role == "paragraph" and text[-1] not in SENTENCE_ENDS:
            continue
        yield Hit(start, end, _message(match[0]), (), _mended(text, start, end), True)
    if lang == "en":
        yield from _quoted(text)
    if lang not in INVERTED_LANGUAGES:
        for match in INVERTED.finditer(text):
            if match[1].lower() in ASKING_WORDS or (match[1] > "\u0370" and lang not in ("en", "fr", "de")):
                end = match.end()
                yield Hit(match.start(), end, f"“{match[0]}” belongs to Spanish: delete it", (), "", True)


def _of_code(text: str, seen: set[int]) -> Iterator[Hit]:
    """Yield the marks outside of prose that stand behind a Latin letter or digit and belong to no string."""
    line_end = -1
    has_own_letters = False
    for match in MARK.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        is_among_words = (before.isalnum() or before in ")]") and (after.isalnum() or after in " \r\n-`")
        if start in seen or not before or not is_among_words:
            continue
        if start > line_end:
            line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
            line_end = len(text) if line_end < 0 else line_end
            has_own_letters = OWN_LETTER.search(text, line_start, line_end) is not None
        if not has_own_letters:
            yield Hit(start, end, _message(match[0]), (_mended(text, start, end),))


def _quoted(text: str) -> Iterator[Hit]:
    if ("«" not in text and "„" not in text) or ABOUT_MARKS.search(text):
        return
    for match in QUOTED.finditer(text):
        words = match["words"]
        if not words.isascii() or not (" " in words or words[0].isupper()):
            continue
        for name, mark in (("open", "“"), ("close", "”")):
            if match[name] != mark:
                message = f"“{match[name]}” is no quotation mark of English: write {mark}"
                yield Hit(match.start(name), match.end(name), message, (mark, '"'))


def _is_named(text: str, start: int, end: int) -> bool:
    """Whether the mark is spoken of (it stands alone, in quotation marks or brackets) or part of a name."""
    if text[max(0, start - 5) : end] == "Yahoo！":
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    is_alone = before + after == "" and end - start == 1
    return is_alone or (before != "" and before in "\"'“‘«„([" and after in "\"'”’»“)]")


def _message(mark: str) -> str:
    if len(mark) > 1:
        return f"“{mark[0]}{mark[-1]}” are brackets of Chinese and Japanese: write those of this language"
    name = f"“{mark}” is a mark of " + ("Chinese and Japanese" if mark in WIDE else "another script")
    return f"{name}: write {WIDE.get(mark) or OTHER[mark]}"


def _mended(text: str, start: int, end: int) -> str:
    mark = text[start:end]
    before, after = text[start - 1 : start], text[end : end + 1]
    blank_after = " " if after.isalnum() or after in ("“", OBJECT) else ""
    if len(mark) > 1:
        inside = mark[1:-1].strip()
        body = f"[{inside}]" if mark[0] == "【" else f"“{inside}”"
        return (" " if before.isalnum() else "") + body + blank_after
    mended = WIDE.get(mark) or OTHER[mark]
    if mark == "、" and start < 4 and text[:start].isdigit():  # the number of a list item
        mended = "."
    if mark in "「『《〈":
        return mended
    if mark in "（【":
        return (" " if before.isalnum() else "") + mended
    is_in_number = mark in "，．：％" and before.isdigit() and after.isdigit()
    is_in_name = mark == "・" and before.isalnum()
    return mended + ("" if is_in_number or is_in_name else blank_after)
