"""How people are titled and addressed, by language (primary subtag).

TITLES    groups of titles, written without the stop, that one document writes all with or all without it
ADDRESS   patterns of the familiar and the polite form of address, each certain by itself
OPENING   patterns of a polite form at the start of a paragraph, which says "they" as well: only where the
          document has certain ones too
"""

from __future__ import annotations

from stetlint.language.patterns import Pattern

TITLES = {
    "en": ("Mr Mrs Ms Messrs Dr", "Prof", "Sen", "Gov", "Gen", "Capt", "Sgt", "Rev"),
    "de": ("Hr Fr", "Dr Prof"),
    "fr": ("Mme Mlle Mgr", "Dr", "Mr"),
    "es": ("Sr Sra Srta", "Dr Dra"),
    "pt": ("Sr Sra", "Dr Dra", "Prof"),
    "it": ("Sig dott Dott", "Dr", "Prof prof"),
    "nl": ("dhr mevr mw", "dr prof"),
    "sv": ("Dr", "Prof"),
    "da": ("Hr hr", "Dr dr", "Prof prof"),
    "nb": ("Hr hr", "Dr dr", "Prof prof"),
    "ro": ("Dl dl Dna dna", "Dr dr"),
    "ca": ("Sr Sra", "Dr Dra"),
}
# Works, characters and makes whose names keep their own style, by the word behind the title.
FIXED_NAMES = frozenset(
    """
    Robot Bean Spock Doubtfire Strangelove Who Pepper Martens Oetker Dre Brightside Potato Potatohead Dalloway
    Coffee Clean Olympia Men Seuss Evil Octopus Watson Jekyll Bones Magoo Miyagi Ripley Hyde Darcy Fox Freeze
    Marvel Pac-Man PacMan Peanut Bubble Burns Beast Blobby Universe Strange Doom No Manhattan House Phil
    Scholl Z X Y Alpha
    """.split()
)
ADDRESS = {
    "de": (
        Pattern(r"(?<![\w./-])([Dd]u|[Dd]ich|[Dd]ir|[Dd]ein(?:e[mnrs]?)?)(?![\w/-])"),
        Pattern(r"(?<=[a-zäöüß,;)])[ \n\u00a0](Sie|Ihnen|Ihre[mnrs]?)\b"),
    ),
    "nl": (
        Pattern(r"(?<![\w./-])([Jj]e|[Jj]ij|[Jj]ouw?)(?![\w/-])"),
        Pattern(r"(?<![\w.-])(u|uzelf|uw|Uw)(?![\w.-])"),
    ),
    "es": (
        Pattern(r"(?<![\w./-])([Tt]ú|ti|contigo|[Tt]us?|tuy[oa]s?)(?![\w/-])"),
        Pattern(r"\b([Uu]sted)\b"),
    ),
}
OPENING = {
    "de": Pattern(r"(Sie) (?:können|müssen|sollten|möchten|dürfen|benötigen|brauchen|haben|werden)\b"),
}
