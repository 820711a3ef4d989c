"""Marks of bold, code and tags that show as text, because an engine moved or lost one.

What it finds: bold, italics and struck words that stand off their marks (``** bold **``, ``_ word _``, ``~~
word~~``), of unequal marks (``*x**``, two backticks and one), without their second half (``**bold``) or with
nothing between them (``****``, two backticks); a backtick without its partner; code glued to a word
(``the`x`option``, ``with`x` ``) or to other code; names that programs read with a blank or with translated
letters in them (``list. pop()``, ``IFile:: Open``, ``C + +``); tags with blanks or full-width brackets (``</
b>``, ``< br >``, ``＜br＞``), translated tags (``</código>``), comments (``<! - x - >``), directives (``[!
INCLUDE``); headings and list items whose mark lost its blank (``###Title``), boxes to tick (``[] Task``);
bold and abbreviations that an export tool escaped (``\\*\\*bold\\*\\*``); fences of other marks, without an
end or with a name at their end; lines below the head of a table that do not fit it; and names of boxes and
keys of the front matter that programs read, once they are translated (``[!UWAGA]``, ``:::nota``,
``título:``).

Why: engines take a mark for a word: they put a blank beside it, carry it elsewhere or drop it, and they
translate what looks like a word. A mark that opens nothing or closes nothing shows on the page.

Not reported: what Markdown reads as it was meant; powers, patterns, pointers (``2 ** 3``, ``**/*.md``,
``char **p``); asterisks of footnotes; single asterisks that are escaped; what stands in code; code with a
pipe in a table; marks beside Chinese, Japanese or Korean letters (``**「引用」**は``), which CommonMark shows
as text but many a renderer does not; links (see ``lost-link``).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from stetlint import Bad, Document, DocumentRule, Good, Hit, Pattern, Segment, Source
from stetlint.language import raw
from stetlint.language.blocks import Flaw, broken_fences, broken_tables
from stetlint.language.delimiters import Broken, Fault, broken_stars, is_within_html, lone_tick
from stetlint.language.function_words import languages_of_words
from stetlint.language.inline_code import (
    BROKEN_NAME,
    GLUED,
    IN_CODE,
    IN_NAMES,
    SPACED_CALL,
    SPACED_NAMES,
    broken_code,
    glued_code,
    is_glued,
)
from stetlint.language.markup import ADMONITIONS, FRONT_MATTER_KEYS, HTML_ELEMENTS

MESSAGES = {
    Fault.OFF: "the marks show as text, for a blank keeps them off the words: take it away",
    Fault.GLUED: "the marks show as text, for a word touches them: put a blank there",
    Fault.OPEN: "this mark shows as text, for what it opens is never closed: close it or take it away",
    Fault.CLOSED: "this mark shows as text, for what it closes was never opened: open it or take it away",
    Fault.UNEQUAL: "an asterisk shows as text, for one side has two and the other one: write as many",
    Fault.EMPTIED: "these marks show as text, for nothing stands between them: take them away",
    Fault.ESCAPED: "the marks show as text, for an export tool escaped them: take the backslashes away",
}
NO_BLANK = "this mark shows as text, for it lost the blank behind it: put it back"
FLAWS = {
    Flaw.UNCLOSED: "this fence has no other to close it, and what follows shows as code: close it",
    Flaw.NESTED: "this fence has a name and closes nothing: take the name away, or close the code above",
    Flaw.TABLE: "this table shows as text, for this line does not fit its head: write as many columns",
}
# Marks that stand off their words: _ word _, __ words __, ~~ words~~.
OTHER_MARKS = Pattern(
    r"(?<=[^\W\d_] )_ [^\W\d_]{2,}(?: [^\W\d_]{2,}){0,4} _(?= [^\W\d_]|[.,;:])"
    r"|(?<![\w_])__ [^\W\d_][^_\n]{0,60}?(?<=[^\s_]) __(?![\w_])"
    r"|(?<![\w~])~~(?: [^\s~][^~\n]{0,80}?~~|[^\s~][^~\n]{0,80} ~~)(?!~)"
)
# Code with two backticks on one side and one on the other.
UNEVEN_TICKS = Pattern(
    r"(?<!`)(?:``(?=[^\s`])[^`\n\ufffc]{1,80}(?<=[^\s`])`|`(?=[^\s`])[^`\n\ufffc]{1,80}(?<=[^\s`])``)(?!`)"
)
UNEVEN = "this code has two backticks on one side and one on the other: write as many"
IMAGE_BOXES = ADMONITIONS | {"note", "tip", "caution", "important", "注"}
ESCAPED_ABBREVIATION = Pattern(r"^\*\[[^\]\n]{1,40}\]:(?= )", 8)  # re.MULTILINE
IMAGE_FOR_BOX = Pattern(r"!\[([^\]\n]{1,30})\](?=\s)")
NAME = rf"(?:[abipqsu]|{HTML_ELEMENTS})"
TAG = Pattern(
    r"(?=<[ \u00a0]{0,3}[a-z/!]|＜)(?:"
    # A blank behind the bracket or the slash, where HTML allows none; of one letter only the closing tag.
    rf"<[ \u00a0]{{1,3}}/?[ \u00a0]{{0,3}}(?:{HTML_ELEMENTS})[ \u00a0]{{0,3}}/?[ \u00a0]{{0,3}}>"
    rf"|<[ \u00a0]{{0,3}}/[ \u00a0]{{1,3}}{NAME}[ \u00a0]{{0,3}}>"
    r"|<[ \u00a0]{1,3}/[a-z][\w-]{0,30}[ \u00a0]{0,3}>"
    rf"|<(?:{HTML_ELEMENTS})[ \u00a0]{{0,3}}/[ \u00a0]{{1,3}}>"
    r"|<[ \u00a0]{1,3}(?:a[ \u00a0]{1,3}href|img[ \u00a0]{1,3}src)[ \u00a0]{0,3}=[^<>]{0,300}>"
    rf"|＜/?{NAME}/?[＞>]|<[ /]{{0,3}}{NAME}[ /]{{0,3}}＞"
    r"|(?<=[\s(])<[ \u00a0]{1,3}[bisu]>(?=[^\W\d_])"
    # A comment whose marks came apart.
    r"|<! ?-(?!-)[^<>\n]{0,200}?- ?-? ?>|<! --[^<>\n]{0,200}?- ?- ?>|< ! ?- ?-[^<>\n]{0,200}?- ?- ?>"
    # A closing tag in letters that no tag has.
    r"|</[a-z]{0,20}[^\W\d_a-zA-Z][^\W\d_]{0,20}>)",
    2,  # re.IGNORECASE
)
HEADING = Pattern(r"(?:\A|(?<=\n))#{2,6}(?=[\u3000\u00a0]|[^\s#a-z\d.,:;!\[({<*_])")
LIST_MARK = Pattern(r"(?:\A|(?<=\n))-(?=(?:\[|\*\*)?[^\W\d_a-z][^\W\d_])")
# One item of a list that lost its blank stands in a paragraph of its own.
LONE_ITEM = Pattern(r"-(?=(?:[\[（(「【]|\*\*)?[^\W\d_a-z][^\W\d_A-Z])[^\n]*\Z")
PHRASE = Pattern(r"-[^\W\d_][^\W\d_A-Z]* [^\W\d_A-Z]+['’ ]")  # no name, and no option of a command
HAS_ITEMS = Pattern(r"^- ", 8)
ITEM_BEHIND, ITEM_BEFORE = Pattern(r"\n\n?- "), Pattern(r"(?:\A|\n)- [^\n]*\n\n?\Z")
FENCE = Pattern(r"(?:\A|(?<=\n))(?:` ` ?`|`` `|''')[ ]?[a-z]*(?=\n|\Z)")
# A heading of the first level, in a text that has no other.
TITLE = Pattern(r"#(?=[^\W\d_a-z])[^\n#]*(?P<words> [^\n#]+)?(?: #)?\Z")
HAS_TITLE, HAS_SECTIONS = Pattern(r"^# ", 8), Pattern(r"\A---\s|^##", 8)
HALF_COMMENT = Pattern(r"\A<! ?-(?=\s)(?![^<>\n]*- ?-? ?>)|(?:\A|(?<=\n)|(?<=[.!?。]))-->\Z")
# What an asterisk or two announce at the foot of a page: nothing closes them.
NOTE = Pattern(r"\*(?:\*[ :](?!.*\*\*)|[ :])", 16)  # re.DOTALL
EMPTIED = Pattern(r"(?:(?<=[\s(「（：:])|\A)``(?=[\s)」）.,:;、。]|\Z)")
SPACED_DIRECTIVE = Pattern(r"\[! (?=[A-Z]{3})")
UNTICKED = Pattern(r"\[\] (?=[^\W\d_])")
TICKED = Pattern(r"^[ \t>]*(?:[-*+]|\d+[.)]) \[[ xX]\] ", 8)  # re.MULTILINE
ALERT = Pattern(r"\[![ \u00a0]*([^\]\n]{2,30}?)[ \u00a0]*\]")
BOX = Pattern(r"^[ \t>]*(?::{3,}[ \t]*|!!![ \t]+|\?\?\?\+?[ \t]+)(?P<name>[^\W\d_][\w-]+)", 8)  # re.MULTILINE
CODE_FENCE = Pattern(r"^[ \t>]*(?:```|~~~)", 8)
NO_CJK = r"[A-Za-z\x{c0}-\x{10ff}]"
# Where a mark may be left in the prose (RE2).
IN_PROSE = (
    r"[*`＜]|<[ \x{a0}]{0,3}(?i:[a-z/!])|\(\)|'''"
    r"|(?m:^(?:#|-[^\s]|!?\[!|!\[|\[\] )|-->$)|\[! [A-Z]|~~|__ | _ |\|[ :]*[-—–]"
    rf"|{IN_NAMES}"
    rf"|[{raw.LETTERS}]\x{{fffc}}[{raw.LETTERS}]|{NO_CJK}{{3}}\x{{fffc}}|\x{{fffc}}{NO_CJK}{{3}}"
)
KEY = Pattern(r"^(?P<key>[^\W\d_]\w*)[ \t]*[:：]", 8)


class BrokenMarkup(DocumentRule):
    """Markup that shows as text."""

    id = "broken-markup"
    mqm = "design/markup"
    # Marks stand in almost every file; whether one is left in the prose the parser tells.
    trigger = (
        r"\*|`|--?>|\[\] |<[ /!\x{a0}]|</[a-z]*[^\x00-\x7f]|&lt;|＜|＞|'''|\[!|:::|!!! |\?\?\?|^---"
        rf"|{IN_NAMES}"
        r"|\. [a-z_]\w*\(\)|/[ \x{a0}]+(?:>|&gt;)|(?m:^[ \t>]*(?:#[^ ]|!\[|-[^ \-]))|~~|__ | _ |\|[ :]*[-—–]"
    )
    good = (
        "**a** and **b**, *x* *y*, ***both***, `code` and ``a ` b``.",
        "Then 2 ** 3 is 8, 2**160 too, `x ** y`, src/**/*.md, char **argv and f**k.",
        "A -> b --> c, ``x`` and `[]`.\n\n* [] is a list\n* **PIN**: ****, f****ing\n* base ** 2, x ** y",
        "Prices* and rates** are old.\n\n\\* Of 2020.\n\n** Of 2021, net.",
        "| Left** | Right |\n|---|---|\n| 1* | 2** |\n\n** Only on Windows.",
        r"Write \*\*two asterisks. A \* stands for any letter, and `</ b>` is no tag.",
        'Use the backtick (`) for code, or "`".',
        "The list std::vector, `A:: B`. It is 1 + + 2, Ctrl + + and Alt + +.",
        "It runs on Linux. Windows. GitHub Actions too. See Note:: This is new.",
        "Fast. Small. Open. GitHub. LinkedIn. It has URLs.",
        "A box:\n\n> [!NOTE]\n> Text.\n\n:::note\nText.\n:::\n\n!!! warning\n    Text.",
        "if a < b > c or a < p > q, then <b>bold</b><br />",
        "<p>Markdown **here** is `not read`.</p>",
        "#hashtag and\n#13941, ##comment, -v and\n-x, -Ann",
        "Common parameters:\n-InputObject and\n-OutVariable.",
        "---\ntitle: A\n---\n\nText.",
        "| `a|b` | **x|y** |\n|---|---|---|---|\n| mfc`<version>`u.dll |\n\nA List`1 of T.",
        "`Pod`s, re`use`, `null`able, multi`cast`, non`null`, the list`[0]`.",
        "I __ it and you __ it, and we __ it, too.",
        "Loved by\n\n-Ann Smith\n\nText.\n\n- one\n\n#lamps\n\nA list a * b * c, 2 * three*four.",
        "The size is *height * width*.",
        "| A | B |\n|---|---|\n| 1 | 2 |\n\n````md\n```py\na()\n```\n````\n\n```md\n```js\n```\n",
        Good("Через мета`имя` и `файл`ом.", lang="ru"),
        Good("**「引用」**は使えます。", lang="ja"),
        Good("使用`len`属性。", lang="zh"),
        Good("<имя файла> и `<имя>`", lang="ru"),
    )
    bad = (
        Bad("This is ** bold ** text.", "** bold **", fixed="This is **bold** text."),
        Bad("This is **bold ** text.", "**bold **", fixed="This is **bold** text."),
        Bad(
            "Un **mot ** et ** un autre** ici.",
            "**mot **",
            "** un autre**",
            fixed="Un **mot** et **un autre** ici.",
            lang="fr",
        ),
        Bad("Das ist** fett** gesetzt.", "** fett**", lang="de"),
        Bad("**Note **Read it first.", "**Note **", fixed="**Note** Read it first."),
        Bad("**Step 1:**Stop the server.", "**Step 1:**", fixed="**Step 1:** Stop the server."),
        Bad("Un **tema que los **usuarios conocen** bien.", "**tema que los **", lang="es"),
        Bad("The answer is **yes, and it stays so.", "**"),
        Bad("Keys of Alpha, **Beta**, Gamma** and others.", "**"),
        Bad("*Hinweis:** Das gilt nicht mehr.", "*Hinweis:**", lang="de"),
        Bad("The *second * line.", "*second *", fixed="The *second* line."),
        Bad("Call `open, then `close` the file.", "`"),
        Bad("Otevřete soubor ` a zavřete ho.", "`", lang="cs"),
        Bad("Call open`, then `close` the file.", "`"),
        Bad("Set the`len`option.", "`len`"),
        Bad("Appelez `file. read`.", "`file. read`", fixed="Appelez `file.read`.", lang="fr"),
        Bad(
            "Vedere IDocument:: Open e Acme. Tools. DataBase in C + +.",
            "IDocument:: Open",
            "Acme. Tools. DataBase",
            "C + +",
            fixed="Vedere IDocument::Open e Acme.Tools.DataBase in C++.",
            lang="it",
        ),
        Bad("Then list. pop() is called.", "list. pop()", fixed="Then list.pop() is called."),
        Bad("В `окнеWindow` видно.", "окнеWindow", lang="ru"),
        Bad("One </ b> two < br > three ＜br＞", "</ b>", "< br >", "＜br＞"),
        Bad("Un <código>x</código> así.", "</código>", lang="es"),
        Bad("<! - a comment - >", "<! - a comment - >"),
        Bad(r"This is \*\*bold\*\* text.", r"\*\*bold\*\*", fixed="This is **bold** text."),
        Bad("> [! NOTE]\n> Text.", "[! NOTE]"),
        Bad("Viz [! INCLUDE [a](a.md)] zde.", "[! ", fixed="Viz [!INCLUDE [a](a.md)] zde.", lang="cs"),
        Bad("Résoudre une instance (remplacez ``) :", "``", lang="fr"),
        Bad("Es tut so.-->\n\n<! -\nText.", "-->", "<! -", lang="de"),
        Bad("* [x] Jeden\n* [] Dwa", "[]", fixed="* [x] Jeden\n* [ ] Dwa", lang="pl"),
        Bad("Välj **Starta** > **** enheter.", "****", lang="sv"),
        Bad("Dit zal ** niet werken.", "**", lang="nl"),
        Bad("次の*ステップ 6 *まで", "*ステップ 6 *", fixed="次の*ステップ 6*まで", lang="ja"),
        Bad("Otevřete seznam.****", "****", lang="cs"),
        Bad(
            "** Attention : lisez-le.**\n\nIl pleut.",
            "** Attention : lisez-le.**",
            fixed="**Attention : lisez-le.**\n\nIl pleut.",
            lang="fr",
        ),
        Bad("read_it`と`write_it`です。", "`", lang="ja"),
        Bad(
            "The word ~~ old~~ is __ set __ so _ well _ today.",
            "~~ old~~",
            "__ set __",
            "_ well _",
            fixed="The word ~~old~~ is __set__ so _well_ today.",
        ),
        Bad("Die Lampe brennt * sehr* hell.", "* sehr*", fixed="Die Lampe brennt *sehr* hell.", lang="de"),
        Bad("Ein * *fettes** Wort.", "* *fettes**", lang="de"),
        Bad("Call ``open` first.", "``open`", fixed="Call `open` first."),
        Bad("Les appels `alert``confirm` sont ici.", "``", lang="fr"),
        Bad("Run it with`make` first, or `cmake`and so on.", "`make`", "`cmake`"),
        Bad("Запустите программу`make` сейчас.", "`make`", lang="ru"),
        Bad("**Debug****Start** opens the window.", "****"),
        Bad("A **half\\*\\* escaped word.", "**half\\*\\*", fixed="A **half** escaped word."),
        Bad("\\*[LLM]: Large language model", "\\*[LLM]:"),
        Bad("> ![NOTE] Read it first.", "![NOTE]"),
        Bad("#Das erste Kapitel\n\n## Regen", "#", fixed="# Das erste Kapitel\n\n## Regen", lang="de"),
        Bad("-Open the door\n- Close it", "-", fixed="- Open the door\n- Close it"),
        Bad("Set the < b>lamp</b> there.", "< b>"),
        Bad("> [!UWAGA]\n> Tekst.", "[!UWAGA]", lang="pl"),
        Bad(":::nota\nTexto.\n:::", "nota", lang="es"),
        Bad("---\ntítulo: Uno\n---\n\nTexto.", "título", lang="es"),
        Bad("###Étapes\n\nOn y va.", "###", fixed="### Étapes\n\nOn y va.", lang="fr"),
        Bad("-One\n-Two", "-", "-", fixed="- One\n- Two"),
        Bad("Text:\n\n```py\na()\n\n## Next\n\nMore.\n", "```py"),
        Bad("Uno:\n\n```py\na()\n```py\n\nDos.\n\n```\nb()\n```\n", "```py", lang="es"),
        Bad("Ein Bild.\n\n| A | B |\n| — | — |\n| 1 | 2 |\n", "| — | — |", lang="de"),
        Bad("| A | B |\n|---|---|---|\n| 1 | 2 |\n", "|---|---|---|"),
        Bad("Run:\n\n'''bash\nls\n'''", "'''bash", "'''"),
    )

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield marks that the parser left in the prose, then names that only programs read."""
        raw = document.raw
        segments = [one for one in document.segments_with(IN_PROSE, _may_show) if one.role != "front-matter"]
        boxes = {one for one in segments if one.role == "list-item" and UNTICKED.match(one.text)}
        if len(boxes) == 1 and not TICKED.search(document.source.text):
            boxes.clear()  # one alone may be an empty list of a program
        has_footnotes = any(one.role == "paragraph" and NOTE.match(one.text) for one in segments)
        for segment in segments:
            text = segment.text
            if ("*" in text or "`" in text) and not is_within_html(segment):
                if "*" in text:
                    for broken in broken_stars(segment, has_footnotes):
                        yield raw, _hit(broken)
                may_be_lone = (
                    "`" in text and UNEVEN_TICKS.search(text) is None and not segment.has_as_many("`")
                )
                if may_be_lone and (tick := lone_tick(segment)):
                    yield raw, _hit(tick)
                for match in EMPTIED.finditer(text) if "``" in text else ():
                    if segment.prose.is_editable(*match.span()):  # else the marks were escaped
                        message = "this code is empty: put back what stood in it"
                        yield segment, Hit(match.start(), match.end(), message)
            for slip in glued_code(segment):
                yield raw, Hit(slip.start, slip.end, slip.what)
            if segment in boxes:
                message = "this box shows as text, for its blank is gone: write [ ]"
                yield segment, Hit(0, 2, message, (), "[ ]")
            if segment.role in ("paragraph", "list-item") and ("#" in text or "\n-" in text):
                for hit in _line_marks(text):
                    yield segment, hit
            if segment.role == "paragraph" and text[:1] in "-#":
                if LONE_ITEM.match(text) and _is_item(segment):
                    yield segment, Hit(0, 1, NO_BLANK, (), "- ")
                elif _is_title(segment, document):
                    yield segment, Hit(0, 1, NO_BLANK, (), "# ")
            if segment.role in ("paragraph", "list-item") and "|" in text:
                for start, end in broken_tables(text):
                    yield segment, Hit(start, end, FLAWS[Flaw.TABLE])
            for hit in _shown(text):
                yield segment, hit
        for segment in document.segments_at(IN_CODE):
            if segment.role != "front-matter":
                for slip in broken_code(segment):
                    yield raw, Hit(slip.start, slip.end, slip.what, (), slip.mended)
        for hit in _names(document.source):
            yield raw, hit
        for start, end, flaw in () if document.is_container else broken_fences(document.source):
            yield raw, Hit(start, end, FLAWS[flaw])


def _may_show(text: str, lang: str) -> bool:
    """Whether a text may show markup, but for what the source shows."""
    return (
        "*" in text
        or "`" in text
        or any(is_glued(text, match.start(), lang) for match in GLUED.finditer(text))
        or ("|" in text and any(True for _ in broken_tables(text)))
        or (text[:1] in "[-#" and any(one.match(text) for one in (UNTICKED, LONE_ITEM, TITLE)))
        or any(True for _ in chain(_line_marks(text), _shown(text)))
    )


def _hit(broken: Broken) -> Hit:
    return Hit(broken.start, broken.end, MESSAGES[broken.fault], (), broken.mended)


def _line_marks(text: str) -> Iterator[Hit]:
    """Yield marks of headings and list items that lost the blank behind them."""
    for match in HEADING.finditer(text):
        yield Hit(match.start(), match.end(), NO_BLANK, (), match[0] + " ")
    items = list(LIST_MARK.finditer(text))
    if len(items) > 1 and items[0].start() == 0:
        for match in items:
            yield Hit(match.start(), match.end(), NO_BLANK, (), "- ")


def _is_title(segment: Segment, document: Document) -> bool:
    """Whether a paragraph was the heading of its document; no tag of a network (#Lamps)."""
    title = TITLE.match(segment.text)
    source = document.source.text
    if title is None or HAS_TITLE.search(source) or not HAS_SECTIONS.search(source):
        return False
    return bool(title["words"]) or segment is next(s for s in document.segments if s.role != "front-matter")


def _is_item(segment: Segment) -> bool:
    """Whether a paragraph of one line, which a list mark begins, stands beside the items of a list."""
    source = segment.prose.source.text
    start, end = segment.prose.to_source(0, len(segment.text))
    before = ITEM_BEFORE.search(source, max(0, start - 400), start)
    if before or ITEM_BEHIND.match(source, end):
        return True
    return PHRASE.match(segment.text) is not None and HAS_ITEMS.search(source) is not None


def _shown(text: str) -> Iterator[Hit]:
    """Yield tags, comments, fences and names of boxes that the parser left in the prose."""
    if "<" in text or "＜" in text:
        for match in TAG.finditer(text):
            yield Hit(match.start(), match.end(), "this tag shows as text: write it as HTML knows it")
    if match := HALF_COMMENT.search(text):
        yield Hit(
            match.start(), match.end(), "half of a comment shows as text: write both of its marks, or none"
        )
    if "[! " in text:
        for match in SPACED_DIRECTIVE.finditer(text, 1):
            message = "no program knows this directive: take the blank away"
            yield Hit(match.start(), match.end(), message, (), "[!")
    if "()" in text:
        for match in SPACED_CALL.finditer(text):
            yield Hit(match.start(), match.end(), BROKEN_NAME, (), match[0].replace(". ", "."))
    if ":: " in text or ". " in text or " + +" in text:
        for match in SPACED_NAMES.finditer(text):
            if match[0].rpartition(" ")[2].lower() in languages_of_words():
                continue  # sentences of one word, or a label, and the first word of the next
            yield Hit(match.start(), match.end(), BROKEN_NAME, (), match[0].replace(" ", ""))
    if "~~" in text or "_ " in text:
        for match in OTHER_MARKS.finditer(text):
            marks = match[0][: 1 if match[0].startswith("_ ") else 2]
            if marks != "__" or text.count(marks) == 2:  # else they are gaps to be filled in
                words = match[0].strip(f"{marks[0]} ")
                yield Hit(match.start(), match.end(), MESSAGES[Fault.OFF], (), f"{marks}{words}{marks}")
    if "``" in text:
        for match in UNEVEN_TICKS.finditer(text):
            yield Hit(match.start(), match.end(), UNEVEN, (), f"`{match[0].strip('`')}`")
    for match in ESCAPED_ABBREVIATION.finditer(text) if "*[" in text else ():
        message = "this abbreviation is escaped and shows as text: delete the backslash"
        yield Hit(match.start(), match.end(), message)
    if "`" in text or "'''" in text:
        for match in FENCE.finditer(text):
            yield Hit(match.start(), match.end(), "this fence shows as text: write three backticks")
    box = IMAGE_FOR_BOX.match(text) if text.startswith("![") else None
    if box and box[1].lower() in IMAGE_BOXES:
        yield Hit(0, box.end(), "no program knows this box: write it as in [!NOTE]")
    alert = ALERT.match(text) if text.startswith("[!") else None
    if alert and (alert[0] != f"[!{alert[1]}]" or alert[1].lower() in ADMONITIONS):
        yield Hit(0, alert.end(), "no program knows this box: write its name in English, as in [!NOTE]")


def _names(source: Source) -> Iterator[Hit]:
    """Yield translated names of boxes and keys of the front matter; positions are of the source."""
    text = source.text
    fences = counted = 0
    for line, _ in source.lines_with(r":::|!!!|\?\?\?"):
        match = BOX.match(text, line)
        if match and match["name"].lower() in ADMONITIONS:
            fences += sum(1 for _ in CODE_FENCE.finditer(text, counted, line))
            counted = line
            if fences % 2 == 0:
                message = "no program knows this box: write its name in English"
                yield Hit(match.start("name"), match.end(), message)
    end = text.find("\n---", 3) if text.startswith("---") else -1
    keys = list(KEY.finditer(text, 3, end)) if end > 0 else []
    if not any(match["key"] in ("title", "description") for match in keys):
        for match in keys:
            if match["key"].lower() in FRONT_MATTER_KEYS:
                message = "no program knows this key: write its name in English"
                yield Hit(match.start(), match.end("key"), message)
