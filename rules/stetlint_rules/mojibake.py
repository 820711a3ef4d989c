"""Text in the wrong encoding: donâ€™t for don’t.

What it finds: characters that are the bytes of UTF-8 read as Windows-1252, Windows-1250, Windows-1251,
Mac Roman or a code page of DOS, once or twice over, in prose of any language. The repaired text is the fix.
In code, a line counts where at least two of its words are garbled.

Why: a tool of the translation workflow read a file in the encoding of its machine. Engines copy what they
do not understand, so the damage of the original comes back in every language.

Not reported: capitals in right text (IRMÃ”, AMANHû), mathematics (√π), the branches of a tree (├──), other
code, and paragraphs that speak of encodings.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from stetlint import Bad, Document, DocumentRule, Good, Hit, Pattern, Segment, Severity
from stetlint.language import encodings

SUBJECT = Pattern(
    r"mojibake|\bUTF-?\d|latin-?1\b|iso-?8859|windows-?125|cp-?125|charset|encod|codific|kodier|kodow|кодиров|codepage",
    2,  # re.IGNORECASE
)
TAIL = "\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"


class Mojibake(DocumentRule):
    """Characters that are UTF-8 read in another encoding."""

    id = "mojibake"
    mqm = "linguistic-conventions/character-encoding"
    severity = Severity.ERROR
    # A first byte and a second one, as the encodings show them; TAIL are those of Windows-1252 and -1250.
    trigger = (
        f"[ÂÃÄÅÆÇÈÌÎÏÐÑ×ØÙĂĹ][{TAIL}\u0100-\u017f\u02c7\u02d8-\u02dd]"
        f"|[àáâãåæçèéêëìíïð][{TAIL}][{TAIL}]|â€|Â[ \r\n]"
        "|[√¬ƒ≈–—][Ä-üŒœŸ-Ÿ†°¢£§•¶ß®©™´¨≠∞±≤≥¥µ∂∑∏π∫ªºΩæø]|‚Ä|Ô£|Γ[ÇåÆ]|Ô[ÇåÆ]|[├┬Ôöú][Ç-ü⌐-╗«»®©]|вЂ|[ГВРС][\u0080-\u00bf\u0402-\u045f\u2013-\u203a€№™ґ]"
    )
    good = (
        Good("NÃO É A IRMÃ”, A MANHÃ… E AMANHÃ».", lang="pt"),
        Good("Un café\u00a0», « à\u00a0» et « Â\u00a0».", lang="fr"),
        Good("Viel Spaß” und Fuß“.", lang="de"),
        Good("Г’юстон і Г’юго", lang="uk"),
        Good("«Сы» и С» в «В», РІК, ПРІЗВИЩЕ.", lang="uk"),
        "The area is 2√π and x√2.",
        "├── src\n└── docs",
        "Read as Windows-1252, UTF-8 shows Ã© for é and â€™ for ’.",
        "`text.replace('Ã©', 'é').replace('â€™', '’')`",
    )
    bad = (
        Bad("I donâ€™t know.", "â€™", fixed="I don’t know."),
        Bad("Le contrat exigÃ© Ã\u00a0 Paris", "Ã©", "Ã\u00a0", fixed="Le contrat exigé à Paris", lang="fr"),
        Bad("He said â€œyesâ€.", "â€œ", "â€", fixed="He said “yes”."),
        Bad("It is 20Â°C, Â© us.", "Â°", "Â©", fixed="It is 20°C, © us."),
        Bad("Twice: itÃ¢â‚¬â„¢s", "Ã¢â‚¬â„¢", fixed="Twice: it’s"),
        Bad("wÅ‚adza Ä™Ä…", "Å‚", "Ä™Ä…", fixed="władza ęą", lang="pl"),
        Bad("РџСЂРёРІРµС‚, вЂ™", "РџСЂРёРІРµС‚", "вЂ™", fixed="Привет, ’", lang="ru"),
        Bad("Ð¼Ð¸Ñ€", "Ð¼Ð¸Ñ€", fixed="мир", lang="ru"),
        Bad("StrĂˇnka", "Ăˇ", fixed="Stránka", lang="cs"),
        Bad("これはç\x81¯å\x8f°ã\x81§ã\x81™", "ç\x81¯å\x8f°ã\x81§ã\x81™", fixed="これは灯台です", lang="ja"),
        Bad("Nice ðŸ˜€ caf√©", "ðŸ˜€", "√©", fixed="Nice 😀 café"),
        Bad("ItΓÇÖs", "ΓÇÖ", fixed="It’s"),
        Bad("Ã\u0090Â¼Ã\u0090Â¸Ã‘â‚¬", "Ã\u0090Â¼Ã\u0090Â¸Ã‘â‚¬", fixed="мир", lang="ru"),
        Bad("Lost ï¿½ here", "ï¿½"),
        Bad("    Le texte rÃ©digÃ© prÃ©sent", "Ã©", "Ã©", "Ã©", lang="fr"),
    )

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        seen: set[int] = set()
        for segment in document.segments_at(self.trigger):
            text = segment.text
            is_subject = None
            for garbled in encodings.find(text):
                seen.add(segment.prose.to_source(garbled.start, garbled.end).start)
                if is_subject is None:
                    is_subject = SUBJECT.search(text) is not None
                if not is_subject:
                    yield segment, _hit(garbled, is_prose=True)
        lines = list(document.source.lines_with(self.trigger))
        if not lines:
            return
        raw = document.raw
        line_end = -1
        words: list[encodings.Garbled] = []
        for garbled in chain.from_iterable(encodings.find(raw.text, start, end + 1) for start, end in lines):
            if garbled.start in seen:
                continue
            if garbled.start > line_end:
                yield from ((raw, hit) for hit in _of_code(raw.text, words))
                line_end = raw.text.find("\n", garbled.end)
                line_end = len(raw.text) if line_end < 0 else line_end
                words = []
            words.append(garbled)
        yield from ((raw, hit) for hit in _of_code(raw.text, words))


def _of_code(text: str, found: list[encodings.Garbled]) -> Iterator[Hit]:
    """Yield the garbled runs of one line of code where two of its words have some."""
    inside = [g for g in found if text[g.start - 1 : g.start].isalpha() or text[g.end : g.end + 1].isalpha()]
    if len(inside) < 2:
        return
    line_start, line_end = text.rfind("\n", 0, found[0].start) + 1, text.find("\n", found[-1].end)
    if not SUBJECT.search(text, line_start, line_end if line_end >= 0 else len(text)):
        yield from (_hit(garbled, is_prose=False) for garbled in inside)


def _hit(garbled: encodings.Garbled, *, is_prose: bool) -> Hit:
    repaired = garbled.repaired
    what = f"it was “{repaired}”" if repaired.strip() else "take it from the original"
    message = f"UTF-8 was read in another encoding here: {what}"
    suggestions = (repaired,) if repaired else ()
    replacement = repaired if repaired and is_prose else None
    return Hit(garbled.start, garbled.end, message, suggestions, replacement, True)
