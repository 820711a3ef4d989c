"""Marks that are doubled, stand apart from their word, or stand where no mark can.

What it finds: `,,` `. .` `..` `,.` `;;` and other marks that stand together and do not belong together;
a blank before a comma or stop, and before ! ? ; in languages that write none; a comma before a round
bracket that closes; a comma or stop that opens a paragraph; words in doubled quotation marks. The finding
covers the marks, with the blank before them where that is the mistake.

Why: a link, a name or a tag between two marks was lost ("restored,, one of the main sites"); engines
leave blanks around what they protect from translation; they close a piece of a sentence with a stop of
their own.

Not reported: ellipses (..., . . ., 1, ..., n), abbreviations before a comma (etc., z. B., т. д.,), .NET,
./x, 1..5, emoticons, drives (Cert:), marks that a text speaks about ("a , or a ;", doubled quotation marks
where it says how to escape them), marks behind images, formulas and template tags, the blank that French
writes before ! ? ; and that another document writes throughout, as is a stop behind ! and ?, two stops in
the Scandinavian languages and in texts that use them as an ellipsis, Chinese and Japanese. Full-width marks
are left to foreign-punctuation unless another mark stands beside them.

Measured: 0.03 findings per 1,000 words of documentation written by people, nearly all of them real
slips.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from re import Match

from stetlint import OBJECT, Bad, Document, DocumentRule, Good, Hit, Pattern, Segment
from stetlint.language import raw
from stetlint.language.abbreviations import is_abbreviation

BLANK = "[ \u00a0\u202f]"
LETTER = r"[^\W\d_\u3040-\u9fff]"
BEFORE_BLANK = "(?<![ \u00a0\u202f])"  # each run of blanks is looked at once
END = r"(?=[\"'”’»)\]]{0,2}(?:\s|$))"
PAIR = (
    rf",{BLANK}?,|\.{BLANK}?[.,]|,{BLANK}?\.|;[.,;]|:[.,]|,[;:]|[?!]\.|\.:"
    rf"|[.,;:]{BLANK}?[，。、；]|[，。、；]{BLANK}?[.,;:]"
)
STRAY = Pattern(
    rf"(?P<run>(?:{BEFORE_BLANK}{BLANK}+(?=,{BLANK}?,))?(?:{PAIR})(?:{BLANK}?[.,;:，。、；])*)"
    rf"|(?P<apart>(?:{BEFORE_BLANK}{BLANK}+|\n)(?:,(?:{END}|(?={LETTER}))|\.(?!{BLANK}\.){END}))"
    rf"|(?P<call>{BEFORE_BLANK}(?:{BLANK}+[!?]+)+{END}|{BEFORE_BLANK}{BLANK}+;(?=\s+{LETTER}))"
    r"|(?P<closing>,)(?=\))"
    rf"|^(?P<opening>[.,])(?=[ \n]+{LETTER}{{2}})"
)
ESCAPES = Pattern(r"(?i:csv|doubl|escap|\bquot)")  # a text about how marks are written
# Words in marks that an export doubled, as tables of plain text have them.
DOUBLED_QUOTES = Pattern(r"(?<![\w\"=(])\"\"(?=\w)[^\"\n]{0,300}[^\s\"](\"\")(?![\"\w])")
# What no stray mark is without, as patterns that begin with a set of characters: these are searched fast.
APART = Pattern("[ \n\u00a0\u202f][.,!?;]")
TOGETHER = Pattern(rf"[.,;:，。、；](?:{BLANK}?[.,;:，。、；]|\))|[?!]\.")
RUN_END = Pattern(rf"(?<=[，。、；])|{END}|(?<={LETTER}{{3}},,)(?={LETTER}{{2}})")
# What may stand in front of a mark: the end of a word, of a quotation or of a bracket.
WORD_END = Pattern(r".*(?:[^\W_\u3040-\u9fff]|%|[^\s(\[][)\]\"'”’»])\Z", 16)  # re.DOTALL
WORD_BEFORE = Pattern(r"([^\W_]+)\.?\Z")
AFTERWARDS = Pattern(rf"[\"'”’»)\]]*\s*(?:$|[\w\"'“‘«{OBJECT}])")
SENTENCE_END = Pattern(r"[^.\s][.!?]\Z")
NEXT = Pattern(r"[ \n]+[\"'“‘«]?([^\W_]+)")
SPLIT_ELLIPSIS = Pattern(r",\. \.")
LONGEST_WORD = 40  # code points looked at in front of a mark
# A word that ends with a vowel, or with an ending of English, is no abbreviation.
WHOLE_WORD = Pattern(r"(?:[aeiouyàèéêìíòóùúąęıüöаеиоуыюяіїє]|[^\W\d_]{2}(?:ed|ing|ly|tion|ness|able))\Z")
LONGEST_ABBREVIATION = 7  # letters of one that no table has, in front of a small letter
CLOSING = ")]”»"
SHORTEST_NAME = 6  # letters of a word with a capital that is no drive (Cert:)
SHORTEST_WORD = 4  # letters that are no abbreviation in front of a capital or at the end
APPOSITION = frozenset("a an the one another which who whose where formerly including".split())
# Behind these words a mark that stands alone is spoken about, or is an argument of a command.
MENTIONING = frozenset(
    "a add an and build by cd character code cp du find for install is jq key like ls mv of operator or press"
    " run sign symbol test than the to tree type use using with".split()
)
FULL_WIDTH = {"，": ",", "。": ".", "、": ",", "；": ";"}
SPACES = " \u00a0\u202f\n"
CODE = ("`", "<code", "http", "<http", "www.")
TWO_STOPS = frozenset("da nb nn no sv".split())
CHINESE = frozenset("ja yue zh".split())
SPACED = Pattern(r"\w[ \u00a0\u202f]+[!?;:](?=\s|$)")
UNSPACED = Pattern(r"\w[!?;:](?=\s|$)")
LEADER = Pattern(r"\w\.\. ?[^\W\d_A-ZА-Я]")
LONGEST_BRACKET = 200  # code points
CONVENTION = 3  # blanks before ! ? ; :, or stops behind ! ?, that show how a document writes them
AFTER_CALL = ("?.", "!.")
NAMES_WITH_CALL = frozenset(("Yahoo", "Yum", "Jeopardy"))

_GAP = rf"{raw.MARKUP}*{raw.BLANK}?{raw.MARKUP}*"


class StrayPunctuation(DocumentRule):
    """Marks that are doubled, detached or stray."""

    id = "stray-punctuation"
    mqm = "linguistic-conventions/punctuation"
    # A blank or the file's start before a mark, marks that stand together, a comma before a bracket;
    # with markup between.
    trigger = (
        rf"(?:^|{raw.BLANK}){raw.MARKUP}*(?:,|[.!?;]+{raw.MARKUP}*(?:[\"'”’»)|&]|{raw.BLANK}|$))"
        rf"|,{_GAP}[.,;:]|[^.\s/(]\.\.(?:[^.\w/]|$)|[?!]{raw.MARKUP}*\.|[{raw.LETTERS}]{raw.MARKUP}*\.{raw.MARKUP}*:"
        rf"|\.(?:{raw.MARKUP}+|{raw.MARKUP}*{raw.BLANK}{raw.MARKUP}*)\."
        rf"|[{raw.SMALL_LETTERS}]{{4}}{raw.MARKUP}*\.{_GAP},|[;:]{raw.MARKUP}*[.,]|;{raw.MARKUP}*;"
        rf"|[.,;:]{_GAP}[，。、；]|[，。、；]{_GAP}[.,;:]|[{raw.LETTERS}],{raw.MARKUP}*\)"
        rf"|(?:\"\"|&quot;&quot;)[{raw.LETTERS}\d]"
    )
    good = (
        "Apples, pears, etc., are fruit (e.g., the pear). Acme Inc., a firm, asks Mr. Poe Jr., too.",
        "Wait... what? 1, 2, ..., n and . . . so on. Go from 1..5 to ../x and ./y in .NET.",
        "Use , or ; between them. The , key and the . key. Run `x` or pip install .",
        "Really?! :-) ;) That is :sparkles: nice, :red_lamp:, !important.",
        'Set it to "" or ("") if x="", and he read "The "Blue" Lamp"".',
        'A mark in CSV is written twice: ""lamp"".',
        "![a](b.png) , that is",
        "{{ site.name }} . It is.",
        Good("Vraiment ? Oui ! C’est 100 % vrai ; voilà : un.", lang="fr"),
        Good("Das ist, z. B., am 3. Mai usw., so.", lang="de"),
        Good("И т. д., и т. п., т.е., как есть.", lang="ru"),
        Good("Los EE. UU., etc., p. ej., uno.", lang="es"),
        Good("Er det ikke.. Jo.", lang="da"),
    )
    bad = (
        Bad("It was restored,, one of the main sites, is down.", ",,"),
        Bad("They say it led to the unrest. .", " .", fixed="They say it led to the unrest."),
        Bad("It is new , they say .", " ,", " .", fixed="It is new, they say."),
        Bad("It is **new** ,\nthey say.", " ,", fixed="It is **new**,\nthey say."),
        Bad("Use `x` , then go.", " ,", fixed="Use `x`, then go."),
        Bad("It is new ,they say.", " ,", fixed="It is new, they say."),
        Bad("It is the end (of all). . Then it began.", " .", fixed="It is the end (of all). Then it began."),
        Bad("You need to install Gardener:.", ":."),
        Bad("It is the end.. Then it began.", "..", fixed="It is the end. Then it began."),
        Bad("It is the end,. Then it began.", ",."),
        Bad("Is it the end?. It is not.", "?."),
        Bad("These are the following.: it goes on.", ".:"),
        Bad("They came,,and they left.", ",,"),
        Bad("They saw the house., and they left.", ".,"),
        Bad("They came last, etc. , and left.", " ,", fixed="They came last, etc., and left."),
        Bad("They move at one speed.,\n\nThe next.", ".,"),
        Bad("Look here ! Now ?", " !", " ?", fixed="Look here! Now?"),
        Bad(
            "He said (see the table above,) that it is.",
            ",",
            fixed="He said (see the table above) that it is.",
        ),
        Bad(", so it is needed.", ","),
        Bad('They call it ""the lamp"" here.', '""', '""', fixed='They call it "the lamp" here.'),
        Bad("Это предел ,, который есть.", " ,,", lang="ru"),
        Bad("Das Ende ist nah , sagt er.", " ,", fixed="Das Ende ist nah, sagt er.", lang="de"),
        Bad("Il est là , dit-il !", " ,", fixed="Il est là, dit-il !", lang="fr"),
    )

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        habits = _Habits(document)
        after_calls: list[tuple[Segment, Hit]] = []
        for segment in document.segments_with(self.trigger, _may_be_stray):
            lang = segment.lang.partition("-")[0].lower()
            if segment.role == "alt" or lang in CHINESE:
                continue
            for hit in _doubled_quotes(segment.text):
                yield segment, hit
            for match, hit in _stray(segment.text, segment.lang):
                kind, start = match.lastgroup, match.start()
                is_meant = (
                    (kind == "opening" and segment.role in ("cell", "heading"))
                    or (kind == "opening" and _follows_tag(segment, start))
                    or (kind == "run" and match["run"] == ".." and (lang in TWO_STOPS or habits.leads_on))
                    or (kind == "apart" and _is_behind_object(segment, start))
                    or (kind == "call" and (lang == "fr" or habits.is_spaced))
                )
                if kind == "run" and match["run"] in AFTER_CALL:
                    if segment.prose.is_editable(hit.start, hit.end):  # else the mark may belong to a title
                        after_calls.append((segment, hit))
                elif not is_meant and (found := _without_markup(segment, hit)):
                    yield segment, found
        if len(after_calls) < CONVENTION:
            yield from after_calls


def _may_be_stray(text: str, lang: str) -> bool:
    may_be = text[:1] in ".," or APART.search(text) or TOGETHER.search(text)
    return any(True for _ in chain(_doubled_quotes(text), _stray(text, lang) if may_be else ()))


def _doubled_quotes(text: str) -> Iterator[Hit]:
    if '""' not in text or ESCAPES.search(text):
        return
    for match in DOUBLED_QUOTES.finditer(text):
        for at in (match.start(), match.start(1)):
            yield Hit(at, at + 2, "the quotation mark stands twice: keep one", ('"',), '"')


def _stray(text: str, lang: str) -> Iterator[tuple[Match[str], Hit]]:
    """Yield the marks that are stray unless the source, or the habits of the document, give a reason."""
    for match in STRAY.finditer(text):
        kind, start = match.lastgroup, match.start()
        hit: Hit | None = None
        before = text[max(0, start - 1) : start]
        is_word_end = WORD_END.match(text, max(0, start - 3), start)
        if kind == "opening":
            hit = Hit(start, start + 1, f"a paragraph cannot begin with “{text[start]}”: delete it")
        elif kind == "run" and is_word_end and RUN_END.match(text, match.end()):
            hit = _run(text, lang, match)
        elif kind == "apart" and (
            is_word_end or before == OBJECT or SENTENCE_END.match(text, max(0, start - 2), start)
        ):
            hit = _apart(text, *match.span("apart"))
        elif kind == "call" and (is_word_end or text[start - 1 : start] in ".!?"):
            hit = _call(text, match)
        elif kind == "closing" and text[max(0, start - 2) : start].isalpha():
            hit = _closing(text, start)
        if hit is not None:
            yield match, hit


class _Habits:
    """How a document writes marks throughout; looked up once, when first asked."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def _texts(self) -> list[str]:
        return [segment.text for segment in self._document.segments]

    @cached_property
    def is_spaced(self) -> bool:
        """Whether it writes a blank before ! ? ; : more often than none, as French does."""
        spaced = sum(len(SPACED.findall(text)) for text in self._texts)
        return spaced >= CONVENTION and spaced > sum(len(UNSPACED.findall(text)) for text in self._texts)

    @cached_property
    def leads_on(self) -> bool:
        """Whether it writes two stops before a small letter: an ellipsis of its own."""
        return any(LEADER.search(text) for text in self._texts)


def _without_markup(segment: Segment, hit: Hit) -> Hit | None:
    """Return a hit without the markup that stands between its marks."""
    if not segment.prose.is_editable(hit.start, hit.end):
        source = segment.prose.source.text[slice(*segment.prose.to_source(hit.start, hit.end))]
        if "<" in source:
            return None  # a badge or a small figure, whose words the prose does not show
        if "](" in source or "][" in source:
            is_apart = segment.text[hit.start] in SPACES
            end = hit.start + len(source) - len(source.lstrip()) if is_apart else hit.end
            start = hit.start if is_apart else hit.end - 1
            hit = Hit(start, end, hit.message, ("",), "", hit.is_safe)
    return hit


def _word_before(text: str, end: int) -> str:
    """Return the word in front of a mark, without its stop; empty where there is none."""
    match = WORD_BEFORE.search(text[max(0, end - LONGEST_WORD) : end])
    return match[1] if match else ""


def _is_behind_object(segment: Segment, at: int) -> bool:
    """Whether something that is neither prose nor code nor an address stands in front of an offset."""
    if not at or segment.text[at - 1] != OBJECT:
        return False
    span = segment.prose.to_source(at - 1, at)
    return not segment.prose.source.text.startswith(CODE, span.start)


def _follows_tag(segment: Segment, at: int) -> bool:
    """Whether a tag ends right in front of an offset: it may stand for a word."""
    start = segment.prose.to_source(at, at + 1).start
    return segment.prose.source.text[max(0, start - 1) : start] == ">"


def _run(text: str, lang: str, match: Match[str]) -> Hit | None:
    start, end = match.span("run")
    run = match["run"]
    marks = "".join(run.split())
    word = _word_before(text, start)
    following = NEXT.match(text, end)
    if marks == ".,":
        goes_on = following is not None and not following[1][0].isupper()
        shortest = LONGEST_ABBREVIATION + 1 if goes_on and not WHOLE_WORD.search(word) else SHORTEST_WORD
        if not word.islower() or is_abbreviation(word, lang) or len(word) < shortest:
            return _apart(text, start + 1, end) if len(run) > 2 else None
    if marks in AFTER_CALL and (len(word) < 2 or not word[1:].islower() or word in NAMES_WITH_CALL):
        return None
    if marks == ".:" and (not word.islower() or len(word) < SHORTEST_WORD or is_abbreviation(word, lang)):
        return None
    if len(marks) > 2 and marks.startswith((*AFTER_CALL, ".:")):
        return None  # an ellipsis that is read wrongly, markup of a generator of sites
    is_last = not text[end:].strip() and len(word) >= SHORTEST_NAME and word.isalpha()
    if marks[0] in ":;" and (
        not (word.islower() or (marks == ":." and is_last))
        or len(word) < 2
        or text[max(0, start - len(word) - 1)] in ":/_"
    ):
        return None  # a drive (Cert:), an option (/t:), an :emoji:
    if marks == "..":
        is_closed = len(run) > 2 and text[start - 1] in CLOSING
        if not (word.isalpha() or is_closed) or (following is not None and following[1][0].islower()):
            return None
        if len(run) > 2:
            return Hit(
                start + 1, end, f"“{run}”: the sentence has ended: delete the second stop", ("",), "", True
            )
        return Hit(start, end, f"“{run}”: the sentence ends twice: delete one stop", (".",), ".")
    if marks == ",," and text[end : end + 1].isalpha() and not word.islower():
        return None
    if ".." in marks and not SPLIT_ELLIPSIS.match(run):
        return None
    if marks.strip(","):
        kept = tuple(dict.fromkeys(FULL_WIDTH.get(mark, mark) for mark in marks))
        return Hit(start, end, f"“{run}”: these marks do not stand together: keep one", kept)
    if following is not None and following[1] in APPOSITION:
        message = (
            f"“{run}”: the name or the text of a link between the commas is probably missing: restore it"
        )
    else:
        message = f"“{run}”: a comma too many: delete it, or restore what stood between"
    return Hit(start, end, message, (",",))


def _apart(text: str, start: int, end: int) -> Hit | None:
    mark = text[end - 1]
    following = NEXT.match(text, end)
    if _word_before(text, start).lower() in MENTIONING:
        return None
    if mark == "." and following is not None and following[1][0].islower():
        return None
    if mark == "." and following is not None and following[1][0].isdigit() and text[start - 1].isdigit():
        return None
    replacement = mark if text[start] != "\n" else mark + "\n"
    if text[end : end + 1].isalpha():
        replacement = mark + " "
    blanks = "a line break" if text[start] == "\n" else "a blank"
    return Hit(
        start,
        end,
        f"{blanks} before “{mark}”: it belongs to the word before",
        (replacement,),
        replacement,
        True,
    )


def _call(text: str, match: Match[str]) -> Hit | None:
    start, end = match.span("call")
    marks = "".join(match["call"].split())
    following = NEXT.match(text, end)
    if marks.startswith("???") or (following is None and AFTERWARDS.match(text, end) is None):
        return None  # something still open; an operator in code
    if _word_before(text, start).lower() in MENTIONING:
        return None
    if (
        marks != ";"
        and following is not None
        and not (following[1][0].isupper() or following[1][0].isdigit())
    ):
        return None
    return Hit(start, end, f"a blank before “{marks}”: it belongs to the word before", (marks,), marks, True)


def _closing(text: str, at: int) -> Hit | None:
    opening = text.rfind("(", max(0, at - LONGEST_BRACKET), at)
    if opening < 0 or " " not in text[opening:at]:
        return None  # a tuple of one: (x,)
    message = "a comma before a bracket that closes: delete it, or restore what is missing"
    return Hit(at, at + 1, message, ("",), "")
