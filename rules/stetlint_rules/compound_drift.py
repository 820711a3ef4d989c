"""One compound in two forms: Russia-led beside Russian-led.

What it finds: a compound of a state and a participle whose first part is the name of the state in one place
and its adjective in another (China-backed, Chinese-backed), or an abbreviation with and without stops
(US-led, U.S.-led). Each place of the rarer form is a finding; where both are as frequent, of the one that
comes in later. The suggestion is the other form, the related places are where it stands.

Why: an engine translates sentence by sentence and forms the compound anew each time.

Not reported: participles that mean something else with a name than with an adjective (France-based and
French-based, Germany-speaking), and compounds that a text has in one form only.

Languages: English.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from stetlint import Bad, Document, DocumentRule, Hit, Pattern, Segment
from stetlint.language.places import STATES

# What is done by a state, or with one: its name and its adjective say the same.
PARTICIPLES = """
    administered affiliated aligned allied armed backed brokered built controlled designed dominated drafted
    financed friendly funded held imposed initiated installed led linked made mediated occupied operated
    organised organized owned produced run sponsored supplied supported trained
""".split()
COMPOUND = Pattern(
    rf"(?<![\w.-])((?:[A-Z]\.){{2,4}}|[A-Z]\w+)[-\u2010\u2011]({'|'.join(PARTICIPLES)})(?![\w-])"
)
STATE_OF = {adjective: state for state, adjective in STATES.items() if adjective != "Burmese"}
RELATED = 3  # places of the other form that a finding shows


class CompoundDrift(DocumentRule):
    """One compound in two forms."""

    id = "compound-drift"
    mqm = "terminology/inconsistent-use-of-terminology"
    languages = frozenset(("en",))
    trigger = rf"(?:-|\x{{2010}}|\x{{2011}})(?:{'|'.join(PARTICIPLES)})"
    good = (
        "A Chile-led alliance: the Chile-led forces stay.",
        "An Italian-led mission, and a Spain-led one.",
        "A France-based firm makes French-based spices; a Turkey-born poet, a Turkish-speaking one.",
        "The U.S.-led and the U.N.-led missions.",
    )
    bad = (
        Bad("A Chile-led alliance. The Chilean-led forces stay, but the Chile-led talks end.", "Chilean-led"),
        Bad("The Iran-backed group. Later an *Iranian-backed* group.", "Iranian-backed"),
        Bad("The US-led mission. A U.S.-led mission; the US-led talks.", "U.S.-led"),
    )

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        if document.may_be_spared and not _drifts(document.gist.text):
            return
        places: dict[tuple[str, str], dict[str, list[tuple[Segment, int, int]]]] = defaultdict(dict)
        for segment in document.segments_with(self.trigger):
            if not self.knows(segment.lang):
                continue
            for match in COMPOUND.finditer(segment.text):
                head, participle = match.groups()
                places[_shared(head), participle].setdefault(head, []).append((segment, *match.span()))
        for forms in places.values():
            if len(forms) > 1:
                yield from _rarer(document, forms)


def _shared(head: str) -> str:
    """Return what the two forms of a head have in common."""
    return STATE_OF.get(head, head.replace(".", ""))


def _drifts(text: str) -> bool:
    """Whether a compound stands in two forms in a text."""
    compounds = set(COMPOUND.findall(text))
    return len({(_shared(head), participle) for head, participle in compounds}) < len(compounds)


def _rarer(
    document: Document, forms: dict[str, list[tuple[Segment, int, int]]]
) -> Iterator[tuple[Segment, Hit]]:
    # A dictionary keeps the order in which the forms came, and max takes the first of several.
    standard = max(forms, key=lambda head: len(forms[head]))
    related = tuple(document.place(*place) for place in forms[standard][:RELATED])
    other = related[0].text
    for head, found in forms.items():
        if head == standard:
            continue
        for segment, start, end in found:
            message = (
                f"“{segment.text[start:end]}” here, “{other}” elsewhere in this text "
                f"({len(found)} against {len(forms[standard])}): choose one form"
            )
            yield segment, Hit(start, end, message, (other,), related=related)
