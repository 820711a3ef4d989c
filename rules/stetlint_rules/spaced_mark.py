"""A blank inside of brackets or quotation marks, before a colon, at an apostrophe; none behind a sentence.

What it finds: a blank behind a bracket or quotation mark that opens or before one that closes (`( text )`,
`“ text ”`, `« text »` outside of French); a blank before a colon in languages that write none; a blank at an
apostrophe that joins ("l' heure", "it 's", "Ankara 'da"); no blank between two sentences (`word.The next`),
behind a comma in front of a word like "and", or outside of a straight quotation mark (`said,"Come`, `the
"lamp"of`). The finding covers the mark with its blank; where there is none, the mark with the word behind
it.

Why: engines take marks for words of their own and join them again by the habits of another language; two
sentences that were translated apart are joined without a blank.

Not reported: code, formulas, emoticons, brackets around code or beside an address, the blanks of French, and
what a document writes throughout; names with a stop inside (Node.js, word.Name): in English the second word
has to be a function word or to have a determiner behind it, in other languages it or the first may be any
word that English does not have. The blank before other marks is left to stray-punctuation.

Measured: 0.01 findings per 1,000 words of documentation written by people, nearly all of them real slips.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from re import Match

from stetlint import OBJECT, Bad, Document, DocumentRule, Good, Hit, Pattern, Segment
from stetlint.document import by_language
from stetlint.language import raw
from stetlint.language.function_words import known_as, languages_of_words
from stetlint.language.known import known
from stetlint.language.marks import NO_BLANKS
from stetlint.language.sentences import continuing

BLANK = "[ \u00a0\u202f]"
BLANKS = " \u00a0\u202f"
STRAIGHT = Pattern('"')
IN_BRACKETS = Pattern(rf"(?<![^\s{BLANKS}\"“„«])\((?P<inside>[^()\n]{{1,300}})\)(?=[\s.,;:!?\"”»]|$)")
IN_CURLY = Pattern(r"(?<![^\s(\[—–-])“(?P<inside>[^“”„\"\n]{1,300})”(?=[\s.,;:!?)\]—–-]|$)")
IN_LOW = Pattern(r"(?<![^\s(\[—–-])„(?P<inside>[^“”„\"\n]{1,300})[“”](?=[\s.,;:!?)\]—–-]|$)")
IN_ANGLES = Pattern(r"(?<![^\s(\[—–-])«(?P<inside>[^«»\n]{1,300})»(?=[\s.,;:!?)\]—–-]|$)")
WORD_FIRST = Pattern(rf"{BLANK}+(?:[^\W\d_]{{2}}|[^\W\d_]['’]|{OBJECT})")
WORD_LAST = Pattern(rf"(?:[^\W_]{{2}}|[^\W_][.!?…]|{OBJECT}){BLANK}+\Z")
CODE = Pattern(rf"[{{}}<>=|\\$`;{OBJECT}]|::|->")
MENU = Pattern(r"(?<=\w) > (?=\w)")  # "Start > Options"
WORDS = Pattern(r"(?<![\w-])[^\W\d_]{2,}(?![\w-])")
FEWEST, MORE = 1, 3  # words beside which code in brackets is only named; where both brackets have blanks
COLON = Pattern(
    rf"(?<=[^\W\d_A-Z]{{3}}){BLANK}+:(?={BLANK}+(?!public\b|private\b|protected\b)[^\W\d_]{{2}}|{BLANK}?$)"
)
RIGHT_COLON = Pattern(r"\w:(?=\s|$)")
SEAM = Pattern(r"[.!?](?P<next>[^\W\d_a-z][^\W\d_A-Z]{0,20})(?= [^\W\d_]+(?:[-'’][^\W\d_]+)*[ ,.;!?\n])")
LAST_WORD = Pattern(r"(?<![\w./@:#\\$&=+-])[^\W\d_][^\W\d_A-ZА-ЯЁ]{1,40}\Z")
SHORTEST_LAST = 3  # letters of a last word that may be any
LONGEST_WORD = 42  # code points looked at in front of a stop
TWO_WORDS = Pattern(r" ([^\W\d_]+)(?: ([^\W\d_]+))?")
OPENERS = frozenset(  # English words that begin a sentence and are no function words, nor names in code
    """
    Additionally Apart Apologies Besides Certain Come Consequently Currently Despite Existing Finally
    Fortunately Furthermore Generally Hence I Initially Instead Many Meanwhile Moreover Nevertheless Note
    Originally Otherwise People Perhaps Please Previously Recently See Several Similarly Sometimes
    Specifically Thank Thanks Thus Turns Typically Unfortunately Unlike Usually
    """.split()
)
FREQUENT = 6  # the band of words from which on names in code are made
DETERMINER = Pattern(r" (?:the|an?|this|these|that|those|its?|your|our|their|all|each|any)\b")
IN_GO = Pattern(r"time(?:Now|After|Since|Until)|errors(?:Is|As)|mockOn")  # names that are function words
# Languages that write a blank inside « » and before a colon.
SPACED_ANGLES = frozenset("br fr mg oc".split())
BEFORE = BLANKS + "\n([—–-'‘/"  # what may stand in front of a straight mark that opens
BEHIND = BLANKS + "\n)].,;:!?—–-'’/…"  # and behind one that closes
MOST = 40  # straight marks in a segment; where there are more, one may be missing
# A blank at an apostrophe that joins: elided words, English contractions, Turkish endings.
_ELIDED = rf"(?<![\w'’]){{}}(?P<found>['’][ \u00a0])(?=(?i:[aeiouyhàâæèéêëíîïòóôœùúû])\w|{OBJECT})"
_ENDING = r"(?:[dt][ae]n?(?:ki)?|n?[iıuü]n|y?[aeiıuü]|[dt][iıuü]r|l[ae]r(?:[iı]n?)?|y?l[ae]|n[aeiı])"
APOSTROPHE = {
    "ca": Pattern(_ELIDED.format("(?i:[dlmnst])")),
    "fr": Pattern(_ELIDED.format("(?i:[cdjlmnst]|(?:jus|lors|puis|quel)?qu)")),
    "it": Pattern(
        _ELIDED.format("(?i:[cdl]|un|gl|(?:a|da|de|ne|su|co)ll|(?:que|be|nes|cias)(?:ll|st|sun|cun)|quest)")
    ),
    "en": Pattern(
        r"(?P<found>(?<=[^\W\d_])[ \u00a0]['’](?=(?:ve|re|ll|s|t)(?:[ ,.;:!?)]|\Z))"
        r"|(?<=n)['’][ \u00a0](?=t\b)|(?<=\bI)['’][ \u00a0](?=(?:m|ve|ll|d)\b))"
    ),
    "tr": Pattern(
        r"(?<=[\w)\]%])(?P<found>[ \u00a0]['’][ \u00a0]?|['’][ \u00a0])"
        rf"(?={_ENDING}(?![\w'’]))"
    ),
}
# A straight mark between two words; behind one that closes no ending of a word ("go"ing), nor an apostrophe
# as some type it in Ukrainian.
GLUED_QUOTE = Pattern(
    r"(?<=[^\W\d_](?:[^\W\d_]|,))\"(?!(?:ed|er|ing|ish|ist|ism|like|ness|style|type|esque|able|ably|ly|ful|less"
    r"|hood|dom|wise|ize[ds]?|ise[ds]?)\b|[єїюя])(?P<next>[^\W\d_]{2,40}|I\b)"
)
# Inches, and a row of values.
NO_QUOTE = Pattern(r"(?<![\w\".,/])\d{1,3}(?:[.,]\d{1,3})?\"(?=[ -])|,\"[^\"]{0,80}\",[^\W_]")
QUOTED_WORD = Pattern(r"(?<!\w)['‘][^\W_]+\Z")  # type 'y' or 'n'
COMMA = Pattern(r"(?<=[^\W\d_]{3}),(?P<next>[^\W\d_A-Z]{3,20})(?=[ \u00a0]+[^\W_]+[ \u00a0,.;!?)])")
WORD_BEHIND_BLANK = Pattern(r"(?:^|[ \u00a0])[^\W\d_]{3,40}\Z")
Found = tuple[Segment, Hit]
Pair = tuple[int, int]  # where a mark that opens begins, and where the one that closes ends
CAPITAL_NOUNS = frozenset(("de", "lb"))
HABIT = 3  # marks with a blank that show how a document writes them

_GAP = rf"{raw.MARKUP}*{raw.BLANK}{raw.MARKUP}*"
_APOSTROPHE = (
    rf"\b(?i:[cdjlmnst]|(?:jus|lors|puis|quel)?qu|un|gl|\w{{1,4}}(?:ll|st|un)|I|\w{{2,4}}n)['’]{raw.BLANK}"
    rf"|{raw.BLANK}['’](?:ve|re|ll|s|t)(?:[\s,.;:!?)]|$)"
    rf"|(?:{raw.BLANK}['’]{raw.BLANK}?|['’]{raw.BLANK}){_ENDING}(?:[\s.,;:!?)]|$)"
)


class SpacedMark(DocumentRule):
    """A blank too many or too few beside a mark."""

    id = "spaced-mark"
    mqm = "linguistic-conventions/punctuation"
    trigger = (
        rf"[(“„«]{_GAP}[{raw.LETTERS}`]|(?:^|[\s(]){raw.MARKUP}*\"{_GAP}[{raw.LETTERS}]"
        rf"|[{raw.LETTERS}\d.!?…`]{_GAP}(?:[)”“»\"]{raw.MARKUP}*(?:{raw.BLANK}|[.,;:!?)…]|$)|:(?:{raw.MARKUP}|{raw.BLANK}|$))"
        r"|&(?:[lrb]dquo|[lr]aquo|quot|#[xX]?[23][24];)"
        rf"|[{raw.SMALL_LETTERS}]{{2}}{raw.MARKUP}*[.!?]{raw.MARKUP}*[{raw.CAPITALS}][{raw.SMALL_LETTERS}]*"
        rf"{raw.MARKUP}*{raw.BLANK}"
        rf"|[{raw.SMALL_LETTERS}]{{3}},[{raw.SMALL_LETTERS}]{{3}}|{_APOSTROPHE}"
        rf"|[{raw.LETTERS}][{raw.LETTERS},](?:\"|&quot;)[{raw.LETTERS}]"
    )
    good = (
        "See the list of lamps (it stands at https://lamp.example/list ) for more.",
        "It calls ( `f` ) and then `g`.",
        "A word (in brackets), “in quotation marks” and so: on.",
        "Call foo( x ) or `( x )`; see ( `x` ) and :) or ( 2 n - 1 ).",
        "Node.js, System.Object and word.Name are names, and time.Now returns the time.",
        "Is it a ? yes : no",
        'The strings "name " and " is" and "> ", a 5" and " 10" screen.',
        'We are "go"ing, says b"x". It is "like"able.',
        'A 5" screen and the "lamp"of a 6" port.',
        'Write id,"name",size into it.',
        Good('Це об"єднання і "лампа" тут, п"ять.', lang="uk"),
        Good("Il a dit « oui » : voilà. Vraiment ?", lang="fr"),
        Good("Er sagte: „Ja.“ Und ging.", lang="de"),
        "The students' union, the 's' key and sed 's/a/b/'; rock 'n' roll; foo,bar,and baz.",
        Good("La lettre 'l' et l’eau ; le mot 'un' est là.", lang="fr"),
        Good("Ankara'da, 'de' eki ve 'da' bağlacı; ya 'y' ya da 'n' girin.", lang="tr"),
        Good("Name : one.\n\nPlace : two.\n\nTime : three.\n\nRemark: four."),
    )
    bad = (
        Bad(
            "It is a number (of the type `int` ) here.",
            " )",
            fixed="It is a number (of the type `int`) here.",
        ),
        Bad("It is one of them ( `x` is not).", "( ", fixed="It is one of them (`x` is not)."),
        Bad("A word ( in brackets ) here.", "( ", " )", fixed="A word (in brackets) here."),
        Bad("A word ( in brackets) here.", "( ", fixed="A word (in brackets) here."),
        Bad(
            "A set ( the files from `x` or `y`) here.", "( ", fixed="A set (the files from `x` or `y`) here."
        ),
        Bad("A word (in brackets ).", " )", fixed="A word (in brackets)."),
        Bad('He said " come here " twice.', '" ', ' "', fixed='He said "come here" twice.'),
        Bad('He said "come here! " twice.', ' "', fixed='He said "come here!" twice.'),
        Bad("He said “ come here ” twice.", "“ ", " ”", fixed="He said “come here” twice."),
        Bad("He said “come here! ” twice.", " ”", fixed="He said “come here!” twice."),
        Bad("Он сказал « да » и ушёл.", "« ", " »", fixed="Он сказал «да» и ушёл.", lang="ru"),
        Bad("Er sagte „ ja “ und ging.", "„ ", " “", fixed="Er sagte „ja“ und ging.", lang="de"),
        Bad("Choose the following : one or two.", " :", fixed="Choose the following: one or two."),
        Bad(
            "It rained all day.The streets were wet.",
            ".The",
            fixed="It rained all day. The streets were wet.",
        ),
        Bad("Шёл дождь.Улицы были мокрые.", ".Улицы", fixed="Шёл дождь. Улицы были мокрые.", lang="ru"),
        Bad("Voici l' heure d’ été.", "' ", "’ ", fixed="Voici l'heure d’été.", lang="fr"),
        Bad("È un' altra cosa dell' anno.", "' ", "' ", fixed="È un'altra cosa dell'anno.", lang="it"),
        Bad(
            "Usare l' `uno` e dell' [Hub](a.md).",
            "' ",
            "' ",
            fixed="Usare l'`uno` e dell'[Hub](a.md).",
            lang="it",
        ),
        Bad(
            "It ’s Tina 's theme, and I don' t know it.",
            " ’",
            " '",
            "' ",
            fixed="It’s Tina's theme, and I don't know it.",
        ),
        Bad(
            "Ankara 'da ve Python' un GUI ' nin.",
            " '",
            "' ",
            " ' ",
            fixed="Ankara'da ve Python'un GUI'nin.",
            lang="tr",
        ),
        Bad(
            "It rained all day,and the streets were wet.",
            ",and",
            fixed="It rained all day, and the streets were wet.",
        ),
        Bad("I sat on it.There was rain.", ".There", fixed="I sat on it. There was rain."),
        Bad(
            'She said,"Come in." They see"the lamp"of the port.',
            '"Come',
            '"the',
            '"of',
            fixed='She said, "Come in." They see "the lamp" of the port.',
        ),
        Bad("It rains today.Take the umbrella.", ".Take", fixed="It rains today. Take the umbrella."),
        Bad(
            "Hazlo tú mismo.Consulta la guía.",
            ".Consulta",
            fixed="Hazlo tú mismo. Consulta la guía.",
            lang="es",
        ),
        Bad("Es regnet immer.Das ist gut so.", ".Das", fixed="Es regnet immer. Das ist gut so.", lang="de"),
    )

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield marks with a blank too many or too few."""
        lang = document.lang.partition("-")[0].lower()
        if lang in NO_BLANKS or not document.gist.has(self.trigger):
            return
        if document.may_be_spared:
            draft = [document.draft[number] for number in document.gist.blocks_with(self.trigger)]
            if not any(chain(_spaces(draft, document.draft), _glued(draft), _apostrophes(draft))):
                return
        suspects = list(document.segments_with(self.trigger))
        # Where markup stands between a mark and its blank, it may be meant to show them.
        spaces = _spaces(suspects, document.segments)
        yield from (
            (segment, hit)
            for segment, hit in spaces
            if segment.prose.is_editable(hit.start, hit.end) and not _keeps_address(segment, hit)
        )
        yield from _glued(suspects)
        yield from _apostrophes(suspects)


def _apostrophes(suspects: Sequence[Segment]) -> Iterator[Found]:
    for segment in suspects:
        pattern = APOSTROPHE.get(segment.lang.partition("-")[0].lower())
        for match in pattern.finditer(segment.text) if pattern else ():
            mark = match["found"].strip(BLANKS)
            start, end = match.span("found")
            if QUOTED_WORD.search(segment.text, max(0, start - LONGEST_WORD), start):
                continue
            yield (
                segment,
                Hit(start, end, "a blank at an apostrophe that joins: delete it", (mark,), mark, True),
            )


def _spaces(suspects: Sequence[Segment], segments: Sequence[Segment]) -> Iterator[Found]:
    """Yield the blanks too many in some of the segments, unless they are a habit of all in their language."""
    of_all = by_language(segments)
    for tag, found in by_language(suspects).items():
        yield from _spaces_in(found, of_all[tag], tag.partition("-")[0].lower())


def _spaces_in(suspects: Sequence[Segment], segments: Sequence[Segment], lang: str) -> Iterator[Found]:
    yield from _inside(suspects, segments, _spans(IN_BRACKETS), "( | )")
    yield from _inside(suspects, segments, _spans(IN_CURLY), "“ | ”")
    yield from _inside(suspects, segments, _straight, '" | "')
    if lang != "en":  # there they are foreign-punctuation
        yield from _inside(suspects, segments, _spans(IN_LOW), "„ | “| ”")
    if lang != "en" and lang not in SPACED_ANGLES:
        yield from _inside(suspects, segments, _spans(IN_ANGLES), "« | »")
    if lang not in SPACED_ANGLES:
        yield from _colons(suspects, segments)


def _inside(
    suspects: Sequence[Segment],
    segments: Sequence[Segment],
    pairs: Callable[[str], Iterable[Pair]],
    hints: str,
) -> Iterator[Found]:
    """Yield the blanks inside of pairs of marks, unless they are a habit of the document.

    ``hints`` are the marks with their blanks: texts without any are not looked into.
    """
    marks = hints.split("|")
    found: list[Found] = []
    for segment in suspects:
        text = _with_plain_blanks(segment.text)
        if not any(map(text.__contains__, marks)):
            continue
        for start, end in pairs(text):
            inside = text[start + 1 : end - 1]
            is_open, is_close = _ends(inside)
            may_be_string = (
                text[start] == '"' and is_open != is_close and inside.rstrip(" ")[-1:] not in ".,!?…"
            )
            if may_be_string or _may_be_code(inside, is_open and is_close):
                continue
            if is_open:
                words = start + 1 + len(inside) - len(inside.lstrip(" "))
                found.append((segment, _hit(start, words, text[start], "behind")))
            if is_close:
                words = start + 1 + len(inside.rstrip(" "))
                found.append((segment, _hit(words, end, text[end - 1], "before")))
    if len(found) >= HABIT * 2:
        texts = (segment.text for segment in segments)
        right = sum(not any(_ends(text[start + 1 : end - 1])) for text in texts for start, end in pairs(text))
        if right <= len(found):
            return
    yield from found


def _keeps_address(segment: Segment, hit: Hit) -> bool:
    """Whether a blank keeps an address apart from a bracket."""
    for at in (hit.start - 1, hit.end):
        if segment.text[at : at + 1] == OBJECT:
            start = segment.prose.to_source(at, at + 1).start
            if segment.prose.source.text.startswith(("http", "<http", "www."), start):
                return True
    return False


def _may_be_code(inside: str, is_on_both_sides: bool) -> bool:
    """Whether what stands inside of two marks looks like code, and not only has some beside words."""
    inside = MENU.sub(" ", inside)
    words = inside.strip(" ")
    fewest = FEWEST if not is_on_both_sides else MORE if OBJECT in (words[:1], words[-1:]) else len(inside)
    if len(WORDS.findall(inside)) >= fewest:
        inside = inside.replace(OBJECT, "")
    return CODE.search(inside) is not None


def _ends(inside: str) -> tuple[bool, bool]:
    """Whether a blank and a word begin the text inside of two marks, and a word and a blank end it."""
    return WORD_FIRST.match(inside) is not None, WORD_LAST.search(inside[-10:]) is not None


def _with_plain_blanks(text: str) -> str:
    return text if text.isascii() else text.replace("\u00a0", " ").replace("\u202f", " ")


def _straight(text: str) -> Iterator[Pair]:
    """Yield the pairs of straight marks, where blanks show that every second one opens."""
    marks = [match.start() for match in STRAIGHT.finditer(text)]
    if len(marks) % 2 or len(marks) > MOST:
        return
    if all(
        (text[at - 1 : at] if number % 2 == 0 else text[at + 1 : at + 2])
        in (BEFORE if number % 2 == 0 else BEHIND)
        for number, at in enumerate(marks)
    ):
        yield from ((start, end + 1) for start, end in zip(marks[::2], marks[1::2], strict=True))


def _spans(pattern: Pattern) -> Callable[[str], Iterable[Pair]]:
    return lambda text: (match.span() for match in pattern.finditer(text))


def _hit(start: int, end: int, mark: str, where: str) -> Hit:
    return Hit(start, end, f"a blank {where} “{mark}”: it belongs to the word beside it", (mark,), mark, True)


def _colons(suspects: Sequence[Segment], segments: Sequence[Segment]) -> Iterator[Found]:
    found: list[Found] = []
    for segment in suspects:
        text = _with_plain_blanks(segment.text)
        if " :" in text and " ? " not in text and segment.role not in ("cell", "alt", "term"):
            found.extend(
                (segment, _hit(match.start(), match.end(), ":", "before")) for match in COLON.finditer(text)
            )
    if len(found) < HABIT or sum(len(RIGHT_COLON.findall(segment.text)) for segment in segments) > len(found):
        yield from found


def _glued(suspects: Sequence[Segment]) -> Iterator[Found]:
    for segment in suspects:
        text = segment.text
        for match in SEAM.finditer(text):
            start, end = match.span()
            last = LAST_WORD.search(text, max(0, start - LONGEST_WORD), start)
            if last and match["next"][0].isupper() and _are_sentences(last[0], match, segment.lang):
                written = f"{text[start]} {match['next']}"
                yield (
                    segment,
                    Hit(start, end, "a blank is missing between two sentences", (written,), written),
                )
        yield from _glued_quotes(segment)
        words = continuing(segment.lang)
        for match in COMMA.finditer(text):
            start, end = match.span()
            if match["next"] in words and WORD_BEHIND_BLANK.search(text, max(0, start - LONGEST_WORD), start):
                written = f", {match['next']}"
                yield (
                    segment,
                    Hit(start, end, "a blank is missing behind the comma", (written,), written, True),
                )


def _glued_quotes(segment: Segment) -> Iterator[Found]:
    """Yield straight marks that are glued to words on both sides, where the marks are paired.

    Every second mark closes, where none is one of inches or of a row of values (a,"b",c). In other languages
    than English an ending may stand behind one that closes.
    """
    text = segment.text
    if GLUED_QUOTE.search(text) is None or text.count('"') % 2 or NO_QUOTE.search(text):
        return
    is_english = known_as(segment.lang) == "en"
    closing = {match.start() for match in islice(STRAIGHT.finditer(text), 1, None, 2)}
    for match in GLUED_QUOTE.finditer(text):
        start, end = match.span()
        closes = start in closing
        if not closes or is_english:
            written = f'" {match["next"]}' if closes else f' "{match["next"]}'
            side = "behind" if closes else "in front of"
            yield (
                segment,
                Hit(start, end, f"a blank is missing {side} the quotation mark", (written,), written, True),
            )


def _are_sentences(last: str, match: Match[str], lang: str) -> bool:
    """Whether a stop between two words ends a sentence; the words may be a name in code."""
    lang = known_as(lang)
    languages = languages_of_words()
    word = match["next"]
    is_english = known(last).band >= FREQUENT  # as names in code are
    if len(last) < SHORTEST_LAST and lang not in languages.get(last, ()):
        return False
    if last[0].isupper() and (lang not in CAPITAL_NOUNS or is_english):
        return False  # a name, perhaps one in code
    if lang == "en":
        is_opener = lang in languages.get(word.lower(), ()) or word in OPENERS
        # No name in code has a determiner behind it, as an imperative or a participle has.
        has_object = known(last).band > 0 and DETERMINER.match(match.string, match.end()) is not None
        return (is_opener or has_object) and not IN_GO.match(last + word)
    if lang in languages.get(word.lower(), ()) or not (last + word).isascii():
        return True
    if len(word) == 1 or (is_english and known(word).band >= FREQUENT):
        return False  # script.R, object.Method
    behind = TWO_WORDS.match(match.string, match.end())
    others = behind.groups("") if behind else ()
    return known(word).band < FREQUENT or any(lang in languages.get(other.lower(), ()) for other in others)
