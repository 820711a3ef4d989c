"""Words that are alike and yet two names: derived, inflected, of a man and of a woman, of two places.

Gates that no score overrules. They hold for English text and the names of many languages in it.
"""

from __future__ import annotations

from functools import cache, lru_cache

from stetlint.language.exonyms import place_of
from stetlint.language.known import known
from stetlint.language.names import COMMON, Form
from stetlint.language.patterns import Pattern
from stetlint.language.readings import are_readings, is_japanese
from stetlint.language.romanise import FAR, FAR_SHARE, Way, distance, may_be_near, may_begin, plain, sound

# Endings that make an English word of a name or of another word: Russia, Russian; Imagism, Imagist.
_DERIVED = Pattern(
    r"(?P<stem>.{3,}?)(?:(?<=[aeiouy])(?:ns?|nese)|ans?|ians?|eans?|ese|ish|ics?|ical|ists?|isms?|ites?|ers?|ings?"
    r"|ions?|als?|ially|ly|ment|ships?|dom|hood|ness|ed|ia|ie|land|lander|erns?|erners?|ette|ive|ary|ory|ous|ful"
    r"|less|like|ity|i[sz]e[drs]?|man|men|woman|mania|gate)"
)
# Endings that two words of one stem may have, whether known or not: Decodable, Decoding.
_ENDING = Pattern(
    r"(?P<stem>.{4,}?)(?P<ending>[ai]b(?:le|ility|ly)|ations?|ers?|ors?|ings?|ed|i[sz](?:e[drs]?|ers?|ing|ation)|ments?"
    r"|ives?|ically|ness|ions?|ity|ful|less|abl[ey]|e|es|y|ies|)"
)
_WHOLE_STEM = 6  # letters of a word that has "ed" behind it: Webpack, Webpacked
# Beginnings that make another word of a word: Initializer, Deinitializer.
_BEGINNINGS = frozenset(
    """un re de en non pre in dis sub anti multi super inter trans over under auto bi co mis ex web run
    meta""".split()
)
# Endings that make the people of any place: Zubrovka, Zubrovkans.
_OF_A_PLACE = Pattern(r"ans?|.(?:ians?|ites?|ists?|isms?|ese|ish)")
_STEM_VOWELS = ("", "a", "e", "y", "ia", "ey")
_SISTERS = Pattern(
    r"(.{3,})(?:isms?|ists?|ians?|ics?|ites?|ology|ologists?|ize|ized|ation|ers?|ing|ed|ors?|ory|ive|ions?|air)"
)
# Endings of men's and women's names: Ivanov and Ivanova, Dostoyevsky and Dostoyevskaya.
_MAN = Pattern(r"(?:[oe]v|in|yn|[iy]n|sk[iy]y?|skiy|ck[iy]y?|sko[iy]|yov|o[iy]|[ií]|y|iy)$")
_WOMAN = Pattern(r"(?:[oe]va|ina|yna|sk[a]ya|ska|aya|skaia|aia|[oe]vn?a|á)$")
_CHILD = Pattern(r"(?:son|sen|dottir|sdotter)$")
_PATRONYMIC = Pattern(r"(?:[oeiy]vi[ct]?ch|[oeiy]vy?i?ch|i?ch|[oe]vna|ichna|inichna)$")
# A town or village and the adjective made of it: Kanayevka, Kanayevsky.
_ADJECTIVE = Pattern(r"(.{3,}?)(?:sky|skiy|skii|ski|skij|sk|skaya)")
_VILLAGES = ("ka", "vka", "evka", "ivka", "ovo", "evo", "kovo", "ino", "kino")
# What makes a surname, a patronymic or a place of a name, in many languages.
_MADE_NAME = Pattern(
    r"(?P<stem>.{3,}?)(?:s(?:son|dottir)|(?<=[aru])(?:son|dottir)|[oe]vi[ct]?c?h|[oe]vna|[oe]va?|sk[iy]y?|skaya|enko|shvili"
    r"|oglu|zade|worth|fields?|feld|fords?|ham|hausen|heim|burgh?|borg|berg|bury|bridge|dorf|stadt|haven|holm"
    r"|land|lund|mann|stein|strom|ville|wood|vik|wick|fjord|dal|dale|abad|stan|grad|gorod|pur)"
)
ONE_LETTER = 1.0  # what two known names may differ by, where the same name stands before both
_HONORIFICS = frozenset("san sama kun chan sensei senshu dono senpai".split())
# What may be left on a name that was declined in the source: Icelandic and Slavic case endings.
CASE_ENDINGS = frozenset("a u i e y o ar ur ir inn ins s um om oy ov em l n iy ii yi ij yy d".split())
_HYPHEN = Pattern(r"[-\u2010\u2011]")

# The Japanese suffix of a place, and the English words that stand for it: Minato-ku is Minato Ward.
PLACES = {
    "shi": ("City",), "cho": ("Town",), "machi": ("Town",), "chō": ("Town",), "ku": ("Ward",),
    "ken": ("Prefecture",), "gun": ("District", "County"), "mura": ("Village",), "son": ("Village",),
    "gawa": ("River",), "kawa": ("River",), "yaki": ("ware", "Ware", "pottery"), "jima": ("Island",),
    "shima": ("Island",), "fu": ("Prefecture",), "jo": ("Castle",), "ji": ("Temple",), "jinja": ("Shrine",),
    "ko": ("Lake",), "eki": ("Station",), "tei": ("Theater", "Theatre"),
}  # fmt: skip


@lru_cache(1 << 15)
def parts(word: str) -> tuple[str, ...]:
    """Return what hyphens part a word into."""
    return tuple(_HYPHEN.split(word))


def differing_parts(one: str, other: str) -> tuple[str, str]:
    """Return the one part in which two words of as many parts differ, or the words themselves."""
    if not (_HYPHEN.search(one) and _HYPHEN.search(other)):
        return one, other
    a, b = parts(one), parts(other)
    if len(a) == len(b) > 1:
        differing = [(x, y) for x, y in zip(a, b, strict=True) if x.lower() != y.lower()]
        if len(differing) == 1:
            return differing[0]
    return one, other


def could_be_one(
    one: str, other: str, a: Form, b: Form, share: float = FAR_SHARE, *, is_bound: bool = False
) -> bool:
    """Whether two alike words could be one name, by the words alone.

    False for words that differ in capitals or script, for words further apart than a share of
    the shorter one, and for words that are kin. ``is_bound``: the same name stands before both, so that two
    known ones may be one.
    """
    if (one[0] < "\u0250") != (other[0] < "\u0250"):
        return False
    if a.plain == b.plain:
        if one.lower().replace("’", "'") == other.lower().replace("’", "'"):
            return False
        pieces = parts(max(one, other, key=len))
        # "Ve-ry" and "Ma-da-gas-car" are drawls, "Plug-in" and "Plugin" are a word in two ways
        return len(pieces) == 1 or not (
            all(map(is_ordinary, pieces))
            or is_ordinary(min(one, other, key=len))
            or len(pieces) > len(parts(min(one, other, key=len))) + 1
        )
    if are_one_place(a, b):
        return True
    x, y = differing_parts(one, other)
    p, q = (a.plain, b.plain) if x is one else (plain(x), plain(y))
    low = min(a.known.band, b.known.band)
    if not low and are_readings(p, q):
        return _fit_by_parts(one, other, a, b)
    if is_bound and x is one and _is_cut(a, b) and len(parts(one)) == len(parts(other)):
        return not _are_kin(a, b, FAR)
    most = min(share * min(len(p), len(q)), max(_far_for_known(low), ONE_LETTER if is_bound else 0.0))
    if p[0] != q[0] and not is_bound and x is one and (a.known.band or b.known.band) and not may_begin(p, q):
        return False  # what _begin_differently would say, before the distance is known
    if not may_be_near(p, q, most):
        return False
    way = distance(p, q, most)
    is_bound = is_bound and way.cost <= ONE_LETTER
    return (
        way.cost <= most
        and _fit_by_parts(one, other, a, b)
        and not (x is not one and known(x).band >= 2 and known(y).band >= 2)
        and (is_bound or not _are_two_words(a, b, way))
        and (is_bound or not _begin_differently(a, b, p, q, way, x is one))
        and not _has_one_more_part(a, b, way)
        and not _is_elided(one, other, a, b)
        and not _differ_in_stem(p, q, share)
        and not _are_kin(a, b, way)
        and not _are_compounds(a.plain, b.plain)
        and not (x is one and _is_far_from_word(a, b, way))
    )


def are_one_place(a: Form, b: Form) -> bool:
    """Whether two words are the two names that English has for one place."""
    place = place_of(a.plain)
    return place != "" and place == place_of(b.plain)


def _is_elided(one: str, other: str, a: Form, b: Form) -> bool:
    """Whether an apostrophe stands for a letter that a speaker swallows: Em'ly, Emily."""
    if _has_apostrophe(one) == _has_apostrophe(other):
        return False
    return (b if _has_apostrophe(one) else a).known.band > 0


def _has_apostrophe(word: str) -> bool:
    return "'" in word or "’" in word


def _differ_in_stem(one: str, other: str, share: float) -> bool:
    """Whether two names have an ending in common that thousands have, and are far apart without it."""
    first, second = _MADE_NAME.fullmatch(one), _MADE_NAME.fullmatch(other)
    if not first or not second or one[-2:] != other[-2:]:
        return False
    x, y = first["stem"], second["stem"]
    return distance(x, y).cost > share * min(len(x), len(y))


def is_varied(a: Form, b: Form) -> bool:
    """Whether two words could be one within a name that is the same: Old Zubrov Inn, Old Zabrov Inn."""
    way = distance(a.plain, b.plain)
    return (
        min(len(a.plain), len(b.plain)) > 3
        and way is not FAR
        and not _are_kin(a, b, way)
        and not _has_one_more_part(a, b, way)
    )


def _fit_by_parts(one: str, other: str, a: Form, b: Form) -> bool:
    """Whether hyphens do not make two of them: Takaida and Takaida-Chuo, FH-inger and IR-inger."""
    x, y = sorted((parts(one), parts(other)), key=len)
    if len(x) != len(y):
        if any(len(part) == 1 for part in x + y) or any(known(part).band >= 5 for part in y[1:]):
            return False
        if distance(a.plain, b.plain).cost > 0.5:
            return False
        small = [part.lower() for part in y]
        return x[0].lower() not in small and not any(y[i : i + len(x)] == x for i in range(len(y)))
    if len(x) == 1:
        return True
    differing = [(p, q) for p, q in zip(x, y, strict=True) if p.lower() != q.lower()]
    if len(differing) != 1:
        return sound(a.plain) == sound(b.plain)
    p, q = differing[0]
    return min(len(p), len(q)) >= 3


def is_ordinary(word: str) -> bool:
    """Whether a word is known, and as no name."""
    kind = known(word)
    return kind.band > 0 and not kind.is_name


# From this band on, this far apart is too far.
_FAR_FOR_KNOWN = ((6, 0.15), (4, 0.25), (3, 0.8), (2, 1.2))


@cache
def _far_for_known(band: int) -> float:
    return min((far for least, far in _FAR_FOR_KNOWN if band >= least), default=99.0)


def _are_two_words(a: Form, b: Form, way: Way) -> bool:
    """Whether both are so well known, or so many names are so alike, that each is itself."""
    low, high = sorted((a.known.band, b.known.band))
    if high >= 8 and way.cost > 1:
        return True  # what everybody knows is not garbled
    if low and way.cost > 0.3 and is_japanese(a.plain) and is_japanese(b.plain):
        return True
    return _is_common_word(a) and _is_common_word(b)


def _is_common_word(form: Form) -> bool:
    return form.known.band >= COMMON and not form.known.is_name


def _is_far_from_word(a: Form, b: Form, way: Way) -> bool:
    """Whether one is an ordinary word, and more than a slip lies between: Sysdig, System."""
    return (_is_common_word(a) or _is_common_word(b)) and sum(step.cost >= 0.5 for step in way.steps) > 1


def _are_compounds(one: str, other: str) -> bool:
    """Whether both are made of words, of which they share one: Snakefile, Snakemake; Webhook, Webhooks."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if long == short + "s":
        # A word of five letters tells enough: Zgroup, Zgroups
        return any(
            _is_word(short[i:]) and (i < len(short) - 4 or _is_part(short[:i]))
            for i in range(1, len(short) - 3)
        )
    head = same_start(one, other)
    if any(_is_word(one[:i]) and _is_part(one[i:]) and _is_part(other[i:]) for i in range(head, 3, -1)):
        return True
    tail = same_start(one[::-1], other[::-1])
    return any(_is_word(one[-i:]) and _is_part(one[:-i]) and _is_part(other[:-i]) for i in range(tail, 3, -1))


def _is_word(part: str) -> bool:
    """Whether a part of a word is an ordinary word that is not rare."""
    return len(part) > 3 and is_ordinary(part) and known(part).band >= COMMON


def _is_part(part: str) -> bool:
    return part in _BEGINNINGS or _is_word(part)


def _begin_differently(a: Form, b: Form, x: str, y: str, way: Way, is_whole: bool) -> bool:
    """Whether the first letter makes them two: Jury and Yury, Hanami and Honami are not alike enough."""
    if not way.steps or way.steps[0].at or x[0] == y[0] or not is_whole:
        return False
    if any(not form.known.is_name and form.known.band >= 6 for form in (a, b)):
        return True
    if sound(x)[0] == sound(y)[0]:
        return False
    first = way.steps[0].cost
    if first >= 0.5 and (a.known.band or b.known.band):
        return True
    if first >= 0.5 and min(len(x), len(y)) <= 5:
        return True
    return way.cost > 0.28 * min(len(x), len(y)) and x[-3:] == y[-3:]


def _is_cut(a: Form, b: Form) -> bool:
    """Whether one is the beginning of the other, which nobody knows: Tamuro, Tamurohiko."""
    short, long = sorted((a.plain, b.plain), key=len)
    longer = a if a.plain == long else b
    rest = long[len(short) :]
    return len(short) > 3 and short + rest == long and rest not in _HONORIFICS and not longer.known.band


def _has_one_more_part(a: Form, b: Form, way: Way) -> bool:
    """Whether one is the other with something behind: a plural, an honorific, a longer name."""
    short, long = (a, b) if len(a.plain) <= len(b.plain) else (b, a)
    if not long.plain.startswith(short.plain):
        return False
    rest = long.plain[len(short.plain) :]
    if rest in _HONORIFICS:
        return True
    if rest in ("s", "es") and not long.plain.endswith("ss") and (short.known.band or long.known.band):
        return True
    if (
        min(short.known.band, long.known.band) >= 3
        and way.cost > 0.3
        and not (rest == "e" and len(short.plain) > 5)
    ):
        return True
    if short.known.band and len(rest) > 1 and rest not in CASE_ENDINGS:
        return True
    return short.known.band >= 4 and not short.known.is_name and rest not in tuple("aeiou")


def _are_kin(a: Form, b: Form, way: Way) -> bool:
    """Whether grammar makes one of the other, or both of one stem."""
    one, other = a.plain, b.plain
    for x, y, derived in ((one, other, a), (other, one, b)):
        match = _DERIVED.fullmatch(x)
        if match and derived.known.band and y in {match["stem"] + vowel for vowel in _STEM_VOWELS}:
            return True
        if x.startswith(y) and _OF_A_PLACE.fullmatch(x, len(y) - 1):
            return True
        match = _ADJECTIVE.fullmatch(x)
        if match and any(
            y.endswith(end) and sound(match.group(1)) == sound(y[: -len(end)]) for end in _VILLAGES
        ):
            return True
        if _WOMAN.search(x) and _MAN.search(y) and _WOMAN.sub("", x) == _MAN.sub("", y):
            return True
        if _CHILD.search(x) and len(y) < len(x) - 1 and same_start(x, y) >= len(y) - 2:
            return True
        if x.endswith("dottir") and y.endswith("son"):
            return True
    x, y = (one, other) if len(one) < len(other) else (other, one)
    if y.endswith(x) and y[: -len(x)] in _BEGINNINGS:
        return True
    if _share_stem(one, other, _is_common_word(a) or _is_common_word(b)):
        return True
    stem = _SISTERS.fullmatch(one)
    if stem and (sister := _SISTERS.fullmatch(other)) and sister.group(1) == stem.group(1):
        return True
    if a.known.band and b.known.band and one[:-1] == other[:-1] and {one[-1], other[-1]} == {"e", "i"}:
        return True  # Emirate, Emirati
    return way.cost > 0.5 and _one_is_patronymic(one, other)


def _share_stem(one: str, other: str, is_word: bool) -> bool:
    """Whether two words are one stem with two English endings, one of them unmistakable; or, where one of
    them is an ordinary word, two endings of two letters: Releaser, Releases."""
    short, long = sorted((one, other), key=len)
    if len(short) >= _WHOLE_STEM and long == short + "ed":
        return True
    first, second = _ENDING.fullmatch(one), _ENDING.fullmatch(other)
    if not first or not second or first["stem"].rstrip("eiy") != second["stem"].rstrip("eiy"):
        return False
    least, most = sorted((len(first["ending"]), len(second["ending"])))
    return first["ending"] != second["ending"] and (most > 2 or (is_word and least > 1))


def _one_is_patronymic(one: str, other: str) -> bool:
    first, second = _PATRONYMIC.search(one), _PATRONYMIC.search(other)
    if first and second:
        return one.endswith("a") != other.endswith("a")
    if not first and not second:
        return False
    match, name, patronymic = (first, other, one) if first else (second, one, other)
    assert match is not None
    return len(match.group()) > 3 and same_start(patronymic, name) >= min(len(name), match.start()) - 1


def same_start(one: str, other: str) -> int:
    """Return how many code points two words have in common from the start."""
    count = 0
    for x, y in zip(one, other, strict=False):
        if x != y:
            break
        count += 1
    return count
