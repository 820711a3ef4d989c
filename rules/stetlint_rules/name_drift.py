"""One name, spelled in two ways.

What it finds: a name that a document writes in two ways: transliterations (Tokaev and Tokajev, Yanukovych
and Ianukovich), diacritics kept and lost (Ōta, Ota), hyphens and blanks (Al Jazeera, Al-Jazeera; Jong Un,
Jong-un), slips and garbled letters (Baimuldin, Baimuldyn), endings left on a name (Elísa, Elísu), a
Japanese suffix beside its English word (Minato-ku, Minato Ward). Each occurrence of the rarer spelling is a
finding; where both are as frequent, of the one that is less known, then of the later one. The suggestions
are the other spellings, the related places are where the first of them stands. A variant that the table
``[names]`` of the configuration calls wrong is a finding wherever it stands, also alone, with a fix.

Why: a translation engine meets a name sentence by sentence, and romanises it anew each time.

How: capitalised words are counted as unique strings. Those that share a key (the first or last four
letters, the consonants, or all but one of these) are compared by an edit distance in which steps between
romanisations are cheap; of lists of names, which have no drift but thousands of pairs, only those that sound
the same. Gates rule out what is known to be two names. Two gates open where the same name stands before both:
a known name may then be the garbled one, or one that is cut short; and what has the same name before and
behind is one name. Two readings of one Japanese character (Kitahama, Hokuhama) are near, however they are
spelled. For the rest a sum of weights decides: how far apart the two spellings are and where they differ, how
known each is (a list of 159,000 words and names), and what stands around them. The weights are a table in
``stetlint.language.drift``; ``benchmarks/fit_names.py`` fits them to labelled pairs: fitted to one year of
news and scored on another, precision 0.99 at a recall of 0.72 and 0.97 at 0.75. ``benchmarks/names.py`` makes
drift in documents, 1,000 times in 100,000: of slips and romanisations 98 in 100 are found, of case endings
90, of names that are cut short 54. Names of products, which the gates leave out, are looked at for slips
only: one step beside a name that the text uses again and again, or letters that changed places in a name
that is made of known words.

Not reported: names that are both well known (but for places that English spells in two ways: Kiev, Kyiv),
derived and inflected words (Russia, Russian; Paris, Parisian; plurals and genitives), a man's and a woman's
name (Ivanov, Ivanova), patronymics, first names with other surnames (Ozzy Johnson, Yoz Grahame), products
named after a third one (Rustdoc and Rustfmt, of Rust), names that stand side by side, are joined by "and" or
follow in parentheses, names whose digits differ, abbreviations, capitals alone (GitHub, Github), identifiers,
code, and names of which both also stand in code or addresses of the document.

Languages: the weights were measured on English text, translated from Russian, Icelandic and Japanese. In
other languages, whose names may take case endings, it reports only what is certain: spellings with one ending
that differ in diacritics, hyphens, blanks or the romanisation alone; in languages without case endings
(Catalan, Dutch, French, Galician, Italian, Portuguese, Spanish) also a slip in a name that stands in the text
again and again or that everybody knows; in German, where every noun has a capital, nothing. In what people
wrote it finds, for 1,000 words, 0.01 in English novels and documentation, 0.01 to 0.02 in documentation in
Spanish, French, Italian, Portuguese, Finnish and Turkish, less in Czech, Dutch, Polish, Russian and
Ukrainian: more than half of it is drift.

The names of the house: the table ``[names]`` says how they are spelled (``preferred``), which are alike and
both right (``alike``), and which are right as they are (``known``: never the deviant one). ``stet names``
lists the names of your files and drafts the table.

Across documents: with another ``scope`` the names of a folder, or of all files of a run, are compared as
well. Among so many texts two spellings are one name where the same first name or surname stands beside them,
where they differ in diacritics or hyphens alone, or where they are two romanisations of a name that nobody
knows. The spelling of most documents is the suggestion, each occurrence in the others is a finding. What is
found then depends on the files that are given, which is why the default is the document alone: a hook that
sees the files of one commit would say something else than a run over everything. Documents with the same
names are versions of one text (two translations in two folders) and are not compared.

Options:

    sensitivity   "default", or "review" for an editor who would rather see too much than too little
    ignore        names that are never reported, as they are spelled
    scope         "document", "folder" or "repository": what is compared
    versions      whether versions of one text are compared as well
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import islice
from typing import Literal, NamedTuple

from stetlint import (
    Bad,
    CorpusRule,
    Document,
    DocumentRule,
    Found,
    Good,
    Hit,
    Located,
    Pattern,
    Place,
    Segment,
)
from stetlint.document import by_language
from stetlint.language.across import Mention, are_one, are_versions, mentions_of, spellings_to_compare
from stetlint.language.coverage import WordsOutside
from stetlint.language.drift import THRESHOLDS, Pair, is_certain, judge, pairs_of, spaced_pairs_of
from stetlint.language.known import known
from stetlint.language.names import CAPITALISED_NOUNS, Contexts, Names, bones_of, is_identifier
from stetlint.language.romanise import explain
from stetlint.language.slips import misspelled, slips

RELATED = 3  # places of the other spelling that a finding shows
UNBENT = frozenset(("ca", "es", "fr", "gl", "it", "nl", "pt"))  # languages that do not bend names
THREE_LETTERS = Pattern(r"([^\W\d_])\1\1")
LATER_VOWEL = Pattern(r"I[^\W\daeıioöuüəAEIİOÖUÜ]*([aeıioöuüə])")
ENGLISH = 6  # the band from which on a word with I may be English
PROBED = 64  # documents with the other spelling that are looked at for one that is no version of this one


class Options(NamedTuple):
    """Options of name-drift."""

    sensitivity: Literal["default", "review"] = "default"
    ignore: tuple[str, ...] = ()
    scope: Literal["document", "folder", "repository"] = "document"
    versions: bool = False


class Key(NamedTuple):
    """What mentions are compared under: the folder where only its files are, and the name's skeleton."""

    folder: str
    lang: str
    bones: str


_key = lru_cache(1 << 16)(Key)  # thousands of mentions have the same


class Spelling(NamedTuple):
    """A spelling that is to be reported, the one it deviates from, and why they are two."""

    standard: str
    message: str
    suggestions: tuple[str, ...]


class NameDrift(DocumentRule, CorpusRule[Mention]):
    """One name, spelled in two ways."""

    id = "name-drift"
    mqm = "terminology/inconsistent-use-of-terminology"
    Options = Options
    good = (
        "Ivanov met Ivanova. Anna Petrova wrote to Pyotr Petrov and to Maria Petrovna.",
        "Russia and the Russian minister; Paris and a Parisian; the Caledonians of Caledonia.",
        "Mr. Yamada met Mr. Oyamada in Kagawa, then in Kanagawa.",
        "Takeshi and Takashi are brothers.",
        "Senmaya is a place, Senmaya-cho is another.",
        "The Kanatin-1 and the Kanatin-2 have landed. Olympic gold at the Olympics.",
        "Call `Tokaev` or Tokajev.",
        "We thank Ozzy Johnson, Anna Petrova and Yoz Grahame.",
        "It was Ivan Tham who met our friend Tom Wells.",
        "Rust has Rustdoc. Then Rustfix came, and at last Rustfmt.",
        "Webzack is old. Paginates a list. Then Paginate left, and Webzacked files came.",
        "Minami-san smiled. Minami left.",
        "Use ByLiteralPath or LiteralPath. GitHub is not Github.",
        "GetItem, GetItem, GetItem, GetItem, GetItems, SetItem and `GetItm` are GetItm.",
        Good("Prezydent Tokajew spotkał Tokajewa i Kassyma.", lang="pl"),
        Good(
            "Pyotr Yamada and Petr Yamado are two.",
            names={"known": ["Yamada", "Yamado"], "alike": [["Pyotr", "Petr"]]},
        ),
        Good("They left New Almaville.", names={"preferred": {"New Almaville": ["Almaville"]}}),
        Good("- Adicionado\n- Adicionado\n- Adicionado\n- Adicionado\n- Adicionando fotos", lang="pt"),
        Good("Die Vater und die Väter, die Mutter und die Mütter.", lang="de"),
    )
    bad = (
        Bad("President Tokaev spoke. Later Tokaev left, and Tokajev came back.", "Tokajev"),
        Bad("In Kostomuksha it rained; Kostomuksha waits.\n\nThey left Kostomukscha.", "Kostomukscha"),
        Bad("The singer Guðrún came. Then Gudrún sang, and Guðrún left.", "Gudrún"),
        Bad("We watch Al Jazeera. She is on Al-Jazeera; they are on Al Jazeera.", "Al-Jazeera"),
        Bad("Leader Kim Jong Un came, and Kim Jong-un left. Kim Jong Un smiled.", "Jong-un"),
        Bad("He left Takahama Town. It is in Takahama-cho; Takahama Town is small.", "Takahama-cho"),
        Bad("Oleg Krychowyak scored twice; Krychowyak is new.\n\nOleg **Krykhovyak** left.", "Krykhovyak"),
        Bad("Prezydent Łukaszenka wrócił. Potem Lukaszenka milczał, a Łukaszenka mówił.", "Lukaszenka",
            lang="pl"),
        Bad("Bu İletişim kutusu. Her Iletişim kutusu ve Iletişim.", "Iletişim", "Iletişim", lang="tr"),
        Bad("DataBridge reads. DataBridge writes. It is DtaaBridge.", "DtaaBridge"),
        Bad("DataBridge, DataBridge and DataBridge.\n\nDataBridge is DataBrige.", "DataBrige"),
        Bad("Tokajev left.", "Tokajev", fixed="Tokayev left.",
            names={"preferred": {"Tokayev": ["Tokaev", "Tokajev"]}}),
    )  # fmt: skip

    # No trigger: names stand in every text.
    @cached_property
    def _of_house(self) -> re.Pattern[str] | None:
        """The spellings that the house calls wrong and those that it prefers, which may hold a wrong one."""
        preferred = self.house.preferred
        return _spelled({*preferred, *preferred.values()}) if preferred else None

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        if document.may_be_spared and not self._may_drift(document.gist.text, document.lang):
            return
        for lang, segments in _by_language(document):
            if self._of_house is not None:
                yield from self._wrong_variants(segments, self._of_house)
            if lang in CAPITALISED_NOUNS:
                continue
            spellings = self._deviants(document, segments, lang)
            if spellings:
                yield from _hits(document, segments, spellings)

    def _may_drift(self, text: str, lang: str) -> bool:
        """Whether a text has a wrong variant, or two spellings to look at more closely."""
        if self._of_house is not None and self._of_house.search(text):
            return True
        lang = lang.partition("-")[0].lower()
        return lang not in CAPITALISED_NOUNS and any(self._candidates(Names([text]), lang))

    def _wrong_variants(
        self, segments: list[Segment], pattern: re.Pattern[str]
    ) -> Iterator[tuple[Segment, Hit]]:
        for segment, variant, start, end in _occurrences(segments, pattern):
            right = self.house.preferred.get(variant)
            if right is not None:
                message = f"“{variant}” is spelled “{right}” in this house, says [names]"
                yield segment, Hit(start, end, message, (right,), right)

    def _deviants(self, document: Document, segments: list[Segment], lang: str) -> dict[str, Spelling]:
        """Return what is reported: for each rarer spelling the message and the suggestions."""
        texts = [segment.text for segment in segments]
        names = Names(texts)
        pairs, spaced, slipped, famous = self._candidates(names, lang)
        code = WordsOutside(document)
        slipped = [pair for pair in slipped if pair[0].lower() not in code]
        contexts = Contexts(texts, {word for pair in pairs + spaced + slipped + famous for word in pair})
        if lang == "en":
            least = THRESHOLDS[self.options.sensitivity]
            verdicts = [pair for pair in judge(pairs, names, contexts) if pair.score > least]
        else:
            verdicts = [
                Pair(*pair, 0.0)
                for pair in pairs
                if is_certain(*pair, contexts) and not any(_is_english(word, lang) for word in pair)
            ]
        # Two things of a program are two: Espree, Esprima
        verdicts = [p for p in verdicts if not (p.one.lower() in code and p.other.lower() in code)]
        verdicts.extend(Pair(*pair, 0.0) for pair in slipped if _is_slip(*pair, contexts))
        verdicts.extend(Pair(one, other, 0.0) for one, other in spaced)
        partners: dict[str, list[tuple[str, Pair]]] = defaultdict(list)
        for pair in verdicts:
            standard, deviant = sorted(
                pair[:2], key=lambda word: (_lost_dot(word, lang), *self._rank(word, names, contexts))
            )
            partners[deviant].append((standard, pair))
        for slip, right in famous:
            if contexts.of[slip].inside and contexts.of[right].inside:
                partners[slip].append((right, Pair(slip, right, 0.0)))
        return {
            deviant: _spelling(deviant, sorted(found, key=lambda p: self._rank(p[0], names, contexts)), names)
            for deviant, found in partners.items()
        }

    def _candidates(self, names: Names, lang: str) -> tuple[list[tuple[str, str]], ...]:
        """Return the pairs that may be one name: words alike, with a blank and without, slips in names of
        the text, slips in famous names.

        Slips are looked for in names of products; in languages without case endings in other names too.
        """
        for word in (*self.options.ignore, *self.house.preferred):
            names.count.pop(word, None)
        slipped = (
            (slip, right)
            for slip, right in slips(names.count)
            if not known(slip).band and (is_identifier(right) or lang in UNBENT)
        )
        famous = misspelled(names.count) if lang in UNBENT else ()
        alike = pairs_of(names, sounding_alike=lang != "en")
        return tuple(
            [pair for pair in pairs if not self.house.are_right(*pair)]
            for pairs in (alike, spaced_pairs_of(names), slipped, famous)
        )

    def collect(self, document: Document) -> Iterator[tuple[Key, Mention]]:
        if self.options.scope == "document":
            return
        folder = document.source.path.rpartition("/")[0] if self.options.scope == "folder" else ""
        for lang, segments in _by_language(document):
            if lang not in CAPITALISED_NOUNS:
                for mention in mentions_of(segments, document.place):
                    if mention.word not in self.options.ignore and mention.word not in self.house.preferred:
                        yield _key(folder, lang, bones_of(mention.word)), mention

    def compare(self, key: Hashable, facts: Sequence[Located[Mention]]) -> Iterator[Found]:
        assert isinstance(key, Key)
        by_word: dict[str, list[Mention]] = defaultdict(list)
        for _, mention in facts:
            by_word[mention.word].append(mention)
        if len(by_word) == 1:
            return

        def rank(word: str) -> tuple[int, int, int, str]:
            return -(word in self.house.known), -len(by_word[word]), -known(word).band, word

        standards: dict[str, list[str]] = defaultdict(list)
        for pair in spellings_to_compare(by_word):
            if not self.house.are_right(*pair) and are_one(by_word[pair[0]], by_word[pair[1]], key.lang):
                standard, deviant = sorted(pair, key=rank)
                standards[deviant].append(standard)
        for deviant, found in standards.items():
            found.sort(key=rank)
            yield from self._across(by_word[deviant], found, by_word[found[0]])

    def _across(
        self, deviants: Sequence[Mention], spellings: Sequence[str], standards: Sequence[Mention]
    ) -> Iterator[Found]:
        """Yield each place of a rarer spelling in documents that do not have the other one too."""
        paths = {mention.path for mention in standards}
        for mention in deviants:
            if mention.path in paths:
                continue  # what is found in the document itself
            others = [
                other.places[0]
                for other in islice(standards, PROBED)
                if self.options.versions or not are_versions(mention.sketch, other.sketch)
            ][:RELATED]
            if not others:
                continue
            message = (
                f"“{mention.word}” is spelled “{spellings[0]}” in other files ({len(deviants)} "
                f"against {len(standards)}; {explain(mention.word, spellings[0])})"
            )
            for place in mention.places:
                yield Found(place, message, tuple(spellings), tuple(others))

    def _rank(self, word: str, names: Names, contexts: Contexts) -> tuple[int, int, int, int]:
        is_right = word in self.house.known
        return -is_right, -names.times(word), -known(word).band, contexts.of[word].first


def _lost_dot(word: str, lang: str) -> bool:
    """Whether a Turkish word begins with I where the harmony of its vowels wants İ: Iletişim."""
    vowel = LATER_VOWEL.match(word) if lang in ("az", "tr") else None
    return vowel is not None and vowel[1] in "eiöüə"


def _is_english(word: str, lang: str) -> bool:
    """Whether an English word in a Turkish text has its letter for another one: Internet Explorer."""
    return _lost_dot(word, lang) and known(word).band >= ENGLISH


def _is_slip(slip: str, right: str, contexts: Contexts) -> bool:
    """Whether a word that is near a name is a slip: a verb at the start of a label may have two endings."""
    return (
        is_identifier(right)
        or bool(contexts.of[slip].inside and contexts.of[right].inside)
        or sorted(slip) == sorted(right)
        or THREE_LETTERS.search(slip) is not None
    )


def _by_language(document: Document) -> Iterator[tuple[str, list[Segment]]]:
    """Yield the language and the segments of each tag: British and American catalogues spell differently."""
    for tag, segments in by_language(document.segments).items():
        yield tag.partition("-")[0].lower(), segments


def _spelling(deviant: str, found: list[tuple[str, Pair]], names: Names) -> Spelling:
    standard, pair = found[0]
    suggestions = [word for word, _ in found]
    verb = "spelled"
    shown = standard
    why = explain(deviant, standard)
    if pair.place:
        shorter = min(pair[:2], key=len)
        full = f"{shorter} {pair.place}"
        verb, why = "called", "the suffix is the English word"
        if standard == shorter:
            shown = full
            suggestions.insert(0, full)
    message = (
        f"“{deviant}” is {verb} “{shown}” elsewhere in this file "
        f"({_counts(names.times(deviant), names.times(standard))}; {why})"
    )
    return Spelling(standard, message, tuple(dict.fromkeys(suggestions)))


def _counts(deviant: int, standard: int) -> str:
    if deviant == standard:
        return f"{_times(deviant)} each"
    return f"{_times(deviant)} against {_times(standard)}"


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _spelled(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds words, longer ones first. It is made of a document's words or of the
    house's, so it is no constant."""
    by_start: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=len, reverse=True):
        by_start[word[0]].append(re.escape(word[1:]))
    starts = "|".join(f"{re.escape(start)}(?:{'|'.join(rest)})" for start, rest in by_start.items())
    return re.compile(rf"(?<![\w@#$\\-])(?:{starts})(?=(?:['’]s?)?(?![\w'’-]))".replace(r"\ ", r"[ \n]"))


def _occurrences(
    segments: list[Segment], pattern: re.Pattern[str]
) -> Iterator[tuple[Segment, str, int, int]]:
    """Yield where the words of a pattern stand: segment, word, start and end in code points."""
    for segment in segments:
        for match in pattern.finditer(segment.text):
            yield segment, match.group().replace("\n", " "), match.start(), match.end()


def _hits(
    document: Document, segments: list[Segment], spellings: Mapping[str, Spelling]
) -> Iterator[tuple[Segment, Hit]]:
    standards = {spelling.standard for spelling in spellings.values()}
    places: dict[str, list[Place]] = defaultdict(list)
    for segment, word, start, end in _occurrences(segments, _spelled(standards)):
        if len(places[word]) < RELATED:
            places[word].append(document.place(segment, start, end))
    for segment, word, start, end in _occurrences(segments, _spelled(spellings)):
        standard, message, suggestions = spellings[word]
        yield segment, Hit(start, end, message, suggestions, related=tuple(places[standard]))
