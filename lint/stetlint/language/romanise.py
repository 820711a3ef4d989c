"""Romanisation: what two spellings of one name have in common, and what lies between them.

Three views of a word, each coarser than the one before: ``plain`` (no capitals, diacritics, hyphens;
Cyrillic and Greek in Latin letters), ``sound`` (one letter for what romanisations write in many ways) and
``skeleton`` (its consonants). ``distance`` is an edit distance in which the steps between two romanisations
cost little and say what they are.

Sources of the tables: BGN/PCGN, ISO 9, scientific and popular romanisation of Russian and Ukrainian;
Hepburn, Kunrei and passport spelling of Japanese; Pinyin and Wade-Giles; the spelling of Icelandic names
abroad.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from stetlint.language.exonyms import place_of
from stetlint.language.patterns import Pattern
from stetlint.language.readings import are_readings

# Letters that Unicode does not decompose.
_LATIN = {
    "þ": "th", "ð": "d", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "ß": "ss", "đ": "d", "ı": "i", "ŋ": "ng",
    "ħ": "h", "ŧ": "t", "ə": "e",
}  # fmt: skip
_CYRILLIC = dict(zip("абвгдезиклмнопрстуфыэіє", "abvgdeziklmnoprstufyeie", strict=True)) | {
    "ж": "zh", "й": "y", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu",
    "я": "ya", "ё": "yo", "ї": "yi", "ґ": "g", "ў": "w", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c",
    "џ": "dz",
}  # fmt: skip
_GREEK = dict(zip("αβγδεζηικλμνξοπρσςτυφω", "avgdeziiklmnxoprsstyfo", strict=True)) | {
    "θ": "th", "χ": "ch", "ψ": "ps",
}  # fmt: skip
_LETTERS = str.maketrans(_LATIN | _CYRILLIC | _GREEK)
_MARKS = Pattern("[ \u0300-\u036f'’ʼʻ`´·\u2010\u2011-]+")

# One letter for what is written in many ways; longer spellings first. They are parted by a letter that each
# of them has, so that most are not looked for.
_SOUNDS = {
    "h": (("shch", "s"), ("sch", "s"), ("tch", "c"), ("sh", "s"), ("zh", "z"), ("kh", "h"), ("ch", "c"),
          ("gh", "g"), ("th", "t"), ("ph", "f")),
    "z": (("tz", "c"), ("dz", "z"), ("cz", "c"), ("sz", "s")),
    "ts": (("ts", "c"),),
    "ck": (("ck", "k"),),
    "ou": (("ou", "u"),),
    "oo": (("oo", "u"),),
    "ee": (("ee", "i"),),
}  # fmt: skip
_SOUNDS_OF_LETTERS = str.maketrans({"x": "ks", "w": "v", "q": "k", "y": "i", "j": "i"})
_DOUBLED = Pattern(r"(.)(?=\1)")
# Consonants that are mixed up with each other become one; vowels and h go.
_CONSONANTS = str.maketrans("czgbvdrm", "kskpftln", "aeiouh")


@lru_cache(1 << 16)
def plain(word: str) -> str:
    """Return the word in small letters, without diacritics, hyphens and apostrophes, in the Latin script."""
    word = word.lower()
    if word.isascii() and word.isalnum():
        return word
    # Letters before marks (й is a letter), and once more for those that had a mark (ή)
    return str(_MARKS.sub("", unicodedata.normalize("NFD", word.translate(_LETTERS)))).translate(_LETTERS)


@lru_cache(1 << 16)
def sound(word: str) -> str:
    """Return a plain word with one letter for what romanisations write in many ways."""
    for letter, spellings in _SOUNDS.items():
        if letter in word:
            for spelling, sounds in spellings:
                word = word.replace(spelling, sounds)
    return str(_DOUBLED.sub("", word.translate(_SOUNDS_OF_LETTERS)))


@lru_cache(1 << 16)
def skeleton(word: str) -> str:
    """Return the consonants of the sound of a plain word."""
    return str(_DOUBLED.sub("", sound(word).translate(_CONSONANTS)))


@lru_cache(1 << 13)  # about 20 MB
def keys(word: str) -> frozenset[str]:
    """Return what a plain word is found by: two spellings of one name share at least one key.

    The first and the last four letters, the skeleton and, since a slip may drop a consonant, each skeleton
    with one consonant less; of short words also the word with one letter less.
    """
    bones = skeleton(word)
    if len(bones) < 2:
        bones += sound(word)[:1].translate(_CONSONANTS)
    found = ["<" + word[:4], ">" + word[-4:]]
    if len(word) < 6:
        found.append("-" + word)
        found += ["-" + word[:i] + word[i + 1 :] for i in range(1, len(word))]
    return _shortened(bones).union(found)


@lru_cache(1 << 15)
def _shortened(bones: str) -> frozenset[str]:
    """Return a skeleton and, where something is left, what it is with one consonant less."""
    less = [bones[:i] + bones[i + 1 :] for i in range(len(bones))] if len(bones) > 2 else ()
    return frozenset((bones, *less))


# What the steps between two romanisations cost, in hundredths of a changed letter, in either direction, and
# what they are.
_STEPS = {
    "i, j and y are one letter in Slavic names": """
        y=i:15 y=j:15 j=i:20 iy=y:15 iy=i:15 ij=i:20 ij=y:20 yi=y:15 ii=i:15 yy=y:10 iy=yy:20 ia=ya:10
        ja=ya:10 ja=ia:15 iu=yu:10 ju=yu:10 io=yo:15 jo=yo:10 ie=ye:10 ai=ay:10 ei=ey:10 oi=oy:10 uy=ui:10
        aya=aia:10""",
    "e and ye are one letter in Russian names": "e=ye:15 e=ie:20 e=je:15",
    "e and yo are one letter in Russian names": "e=yo:25 o=yo:25",
    "a soft vowel lost its y": "a=ya:40 u=yu:40",
    "h, kh and ch are one letter in Slavic names": "kh=h:15 kh=ch:20 h=ch:40 kh=k:40 kh=x:30",
    "h and g are one letter in Ukrainian names": "h=g:45 gh=g:15",
    "c, z and ts are ways to write one letter": """
        ts=c:15 ts=z:25 ts=tz:15 c=z:30 ts=cz:15 c=cz:30 z=dz:30 zu=dzu:20""",
    "ch is also written c, cz, tch and tsch": "tch=ch:15 tsch=ch:15 ch=c:25 cz=ch:20 tsch=c:20 tch=cch:10",
    "v and w are one letter in many languages": "w=v:15 au=aw:20",
    "a final v is also written f, ff and w": "v=f:30 ff=v:30 w=u:35 u=v:45 b=v:45 au=av:30 eu=ev:30",
    "x is also written ks": "x=ks:10 x=kc:20 x=z:30 x=s:40 x=sh:30",
    "Chinese is romanised in two ways": "x=hs:20 q=ch:30 zh=ch:30 ch=j:40",
    "Polish rz is also written zh": "rz=zh:20",
    "q, gh and k are one letter in Arabic and Persian names": "gh=q:30 gh=k:40",
    "Arabic has a letter for z, dh and d": "dh=z:30",
    "sh is also written s, sch and sz": """
        sch=sh:10 sh=s:35 shch=sch:10 shch=sh:20 sz=sh:20 si=shi:20 sh=zh:30 sh=ch:50""",
    "zh is also written j and z": "zh=j:25 zh=z:30 j=dzh:15 j=zh:20 dj=j:15 dzh=zh:30 g=j:40 g=dj:30",
    "s and z are mixed up": "s=z:35",
    "Japanese is romanised in two ways": "ti=chi:30 tu=tsu:20 nb=mb:15 np=mp:15 nm=mm:15",
    "a long vowel is written in many ways": """
        ou=u:15 oo=u:20 ou=o:15 oo=o:15 oh=o:15 uu=u:10 ee=i:20 ee=e:20 aa=a:15 ah=a:15 eh=e:20 au=ou:40""",
    "a vowel with a diaeresis is also written with e": "ae=e:30 oe=o:20 ue=u:20 ae=a:30",
    "ei, ai and ay are mixed up": "ai=ei:30 ay=ei:25 ay=ey:30 ai=e:50 ei=i:40",
    "c, k and q are ways to write one letter": "c=k:20 ck=k:10 q=k:20 qu=kv:20",
    "c and s are one letter before e and i": "ce=se:30 ci=si:30 cy=sy:30",
    "f is also written ph": "ph=f:15",
    "t is also written th": "th=t:20 th=d:50 th=f:50 dh=d:20 dt=t:20",
    "an h is silent": "rh=r:20 h=:50 h=f:50",
    "voiced and voiceless letters are mixed up": "g=k:50 d=t:50 b=p:50",
    "l and r are one letter in Japanese": "r=l:45",
    "m and n are mixed up": "m=n:50 ng=n:50 ni=gn:30",
    "vowels are mixed up": "a=o:55 e=i:50 e=a:60 u=o:60 y=u:45 y=e:50",
    "a letter is dropped": "i=:70 e=:70 y=:60 j=:60",
}
_DOUBLE = "a letter is doubled"
_VOWELS = frozenset("aeiouy")
# Two spellings that are further apart than this share of the shorter one are no spellings of one name.
FAR_SHARE = 0.4
# What a letter that only one of two sounds has costs at least: on the average, and at all.
_LEAST = 0.7
_CHEAP = 0.15


@cache
def _steps() -> dict[tuple[str, str], list[tuple[str, str, float, str]]]:
    """Return the steps by the first letters of both sides."""
    found: dict[tuple[str, str], list[tuple[str, str, float, str]]] = {}
    for why, table in _STEPS.items():
        for entry in table.split():
            pair, _, cost = entry.partition(":")
            one, _, other = pair.partition("=")
            for x, y in ((one, other), (other, one)):
                found.setdefault((x[:1], y[:1]), []).append((x, y, int(cost) / 100, why))
    return found


@cache
def _steps_from(x: str, y: str) -> list[tuple[str, str, float, str]]:
    """Return the steps that may begin with a letter of either word, or with one of them alone, cheap ones
    first."""
    steps = _steps()
    found = [step for key in dict.fromkeys(((x, y), (x, ""), ("", y))) for step in steps.get(key, ())]
    return sorted(found, key=lambda step: step[2])


class Step(NamedTuple):
    """One step of the way from one spelling to the other.

    at     where it stands in the first word
    gone   letters of the first word
    come   letters of the second word
    cost   1.0 is a consonant changed into any other
    why    what the step is, "" where it is none of a romanisation
    """

    at: int
    gone: str
    come: str
    cost: float
    why: str


class Way(NamedTuple):
    """The cheapest way from one plain word to the other, and its cost."""

    cost: float
    steps: tuple[Step, ...]


FAR = Way(99.0, ())


def may_be_near(one: str, other: str, most: float) -> bool:
    """Whether the distance of two plain words may be at most ``most``: a quick look at their letters."""
    # One letter that only one sound has may cost as little as _CHEAP (Tokaev, Tokayev), two hardly ever.
    letters = 1 if most < 2 * _CHEAP else max(int(most / _LEAST), 2)
    a, b = sound(one), sound(other)
    head = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        head += 1
    a, b = a[head:], b[head:]
    size = len(a)
    for letter in a:
        if letter in b:
            b = b.replace(letter, "", 1)
            size -= 1
    return max(size, len(b)) <= letters


def may_begin(one: str, other: str) -> bool:
    """Whether a cheap step leads from the first letter of one plain word to that of the other."""
    return _have_cheap_step(one[0], other[0])


@cache
def _have_cheap_step(x: str, y: str) -> bool:
    return any(cost < 0.5 for _, _, cost, _ in _steps_from(x, y))


@lru_cache(1 << 16)
def distance(one: str, other: str, most: float = 99.0) -> Way:
    """Return the cheapest way between two plain words; FAR where it costs more than ``most``, or where they
    are no spellings of one name.

    Damerau's distance (restricted transpositions) with steps of several letters; what is too far is not
    followed, so that time grows with the length rather than with its square.
    """
    # What both begin and end with is passed over, but for three letters that steps may need.
    head = 0
    for x, y in zip(one, other, strict=False):
        if x != y:
            break
        head += 1
    skip = max(0, head - 3)
    tail = 0
    for x, y in zip(reversed(one[head:]), reversed(other[head:]), strict=False):
        if x != y:
            break
        tail += 1
    cut = max(0, tail - 3)
    a, b = one[skip : len(one) - cut], other[skip : len(other) - cut]
    n, m = len(a), len(b)
    limit = min(FAR_SHARE * min(len(one), len(other)), most) + 1e-9
    costs = [[99.0] * (m + 1) for _ in range(n + 1)]
    back: dict[tuple[int, int], tuple[int, int, float, str]] = {}
    costs[0][0] = 0.0
    for i in range(n + 1):
        row = costs[i]
        x = a[i : i + 1]
        x_before = a[i - 1 : i]
        for j in range(m + 1):
            so_far = row[j]
            if so_far > limit:
                continue
            y = b[j : j + 1]
            for gone, come, cost, why in _single_steps(
                x, y, x_before, b[j - 1 : j], a[i + 1 : i + 2] + b[j + 1 : j + 2]
            ):
                total = so_far + cost
                if total <= limit and total < costs[i + gone][j + come]:
                    costs[i + gone][j + come] = total
                    back[i + gone, j + come] = (i, j, cost, why)
            for one_side, other_side, cost, why in _steps_from(x, y):
                total = so_far + cost
                if total > limit:
                    break
                if a.startswith(one_side, i) and b.startswith(other_side, j):
                    k, h = i + len(one_side), j + len(other_side)
                    if total < costs[k][h]:
                        costs[k][h] = total
                        back[k, h] = (i, j, cost, why)
    if costs[n][m] > limit:
        return FAR
    way = []
    i, j = n, m
    while i or j:
        k, h, cost, why = back[i, j]
        if cost:
            way.append(Step(skip + k, a[k:i], b[h:j], round(cost, 2), why))
        i, j = k, h
    return Way(costs[n][m], tuple(reversed(way)))


@lru_cache(1 << 14)
def _single_steps(
    x: str, y: str, x_before: str, y_before: str, behind: str
) -> list[tuple[int, int, float, str]]:
    """Return the steps of one letter or two swapped ones: letters of either side, cost, what it is."""
    found = []
    if x and x == y:
        found.append((1, 1, 0.0, ""))
    elif x and y:
        found.append((1, 1, 0.8 if x in _VOWELS and y in _VOWELS else 1.0, ""))
        if behind == y + x:
            found.append((2, 2, 0.8, "two letters have changed places"))
    if x:
        found.append((1, 0, 0.3, _DOUBLE) if x == x_before else (1, 0, 1.0, ""))
    if y:
        found.append((0, 1, 0.3, _DOUBLE) if y == y_before else (0, 1, 1.0, ""))
    return found


def explain(one: str, other: str) -> str:
    """Say what makes two spellings two: one clause, without a full stop."""
    if one.lower() == other.lower():
        return "small letters and capitals"
    a, b = plain(one), plain(other)
    if a == b:
        if one.lower().translate(_NO_HYPHENS) == other.lower().translate(_NO_HYPHENS):
            return "with and without a hyphen or blank"
        return "with and without diacritics"
    if place_of(a) and place_of(a) == place_of(b):
        return "English has two names for one place"
    steps = distance(a, b).steps
    whys = list(dict.fromkeys(step.why for step in steps if step.why))
    if whys and all(step.why for step in steps):
        return " and ".join(whys[:2])
    if are_readings(a, b):
        return "two readings of one Japanese character"
    return " and ".join(_say(step) for step in steps[:2]) or "another romanisation"


_NO_HYPHENS = str.maketrans("", "", " -’'\u2010\u2011")


def _say(step: Step) -> str:
    if step.gone and step.come:
        return f"“{step.gone}” against “{step.come}”"
    return f"with and without “{step.gone or step.come}”"
