"""A note to the editor that was left in the copy: TODO, [needs translation], lorem ipsum.

What it finds: TODO, FIXME and XXX with what is to be done behind them; notes in brackets that say that
something is not translated yet or wants a check, in the languages that most is translated into; "note to the
editor"; [TK] and filler text.

Why: a translator or a model marks what it could not do, the note is translated along with the text, and
nobody takes it out.

Not reported: code and comments, a heading "TODO" and the list below it, text that speaks about such notes,
and translator's notes that are meant for readers (option).

Options: translators_notes (false): report "(translator's note: ...)", "(N. d. T.: ...)", 【译注】, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stetlint import Bad, Good, Hit, Pattern, Segment, SegmentRule

EDITOR = r"note to (?:the )?(?:editor|translator|reviewer|self)s?"
# What a note in brackets says about the text around it.
UNDONE = (
    r"(?:to be|needs? to be|still to be|not(?: yet)?) translated|needs? translation|translation (?:needed"
    r"|missing|pending)"
    r"|needs? (?:a )?review"
    rf"|untranslated|translate (?:me|this)|{EDITOR}"
    r"|citation needed|check (?:this|source|original|with author)"
    r"|(?:noch )?zu übersetzen|noch nicht übersetzt|nicht übersetzt|Übersetzung (?:fehlt|folgt|prüfen)"
    r"|à traduire|non traduite?s?|pas encore traduite?s?|traduction (?:manquante|à (?:faire|vérifier))"
    r"|(?:por|sin) traducir|pendiente de traduc\w+|falta traduc\w+|revisar traducción"
    r"|por traduzir|a traduzir|não traduzid[oa]|falta traduzir|tradução pendente"
    r"|da tradurre|non tradott[oaie]|traduzione mancante"
    r"|nog te vertalen|niet vertaald|vertaling ontbreekt"
    r"|do (?:prze)?tłumaczenia|nieprzetłumaczon[eya]|brak tłumaczenia"
    r"|k překladu|nepřeloženo"
    r"|перевести|не переведено|требуется перевод|нужен перевод|перевод отсутствует"
    r"|перекласти|не перекладено|потрібен переклад"
    r"|çevrilecek|çevrilmedi|çeviri gerekli"
    r"|待翻译|待翻譯|待译|未翻译|未翻譯|需要翻译|要翻訳|未翻訳|翻訳待ち|미번역|번역 필요"
)
TRANSLATORS_NOTE = (
    r"translator['’]?s?['’]? note|T\.? ?N\.|TN|Anm(?:\.|erkung) d(?:\.|es) Ü(?:b\.|bersetzers|\.)"
    r"|N\. ?d\. ?[TÜ]\.|NdT|N\. ?du ?T\."
    r"|nota d(?:el traductor|o tradutor|el traduttore)|przyp(?:\.|is) tłum(?:\.|acza)"
    r"|прим(?:\.|ечание) пер(?:\.|еводчика)|прим\. перекл\.|pozn\. překl\.|noot van de vertaler"
    r"|çev(?:\.|irmenin) notu|译者?注|譯者?註|訳者?注|訳註|역주|옮긴이"
)
OPEN, CLOSE = r"[\[(（【〔]", r"[\])）】〕]"
INSIDE = r"[^\[\]()（）【】〔〕\n\ufffc]"
TO_DO = r"(?:TODO|FIXME|XXX)(?:\([\w@.-]{1,30}\))?"
BRACKETED = Pattern(
    rf"{OPEN}{{1,2}}(?:{TO_DO}(?:[: ]+|：)(?=\w){INSIDE}{{0,160}}|FIXME|XXX"
    rf"|(?i:{UNDONE})\s*(?:[:,;.!–—-]{INSIDE}{{0,160}})?){CLOSE}{{1,2}}|\[TK\]"
)
TRANSLATORS = Pattern(rf"{OPEN}(?i:{TRANSLATORS_NOTE})(?!\w){INSIDE}{{0,400}}{CLOSE}")
# At the start of a paragraph or behind the end of a sentence.
LEADING = Pattern(
    rf"(?:^|(?<=[.!?…。！？] )|(?<=[。！？]))(?:{TO_DO}(?::(?=\s|[^\x00-\x7f])|：)|(?i:{EDITOR}):(?=\s))"
    r"\s*[^\n]{2,200}?(?:[.!?](?=\s|$)|[。！？]|$)",
    8,  # re.MULTILINE
)
FILLER = Pattern(r"^lorem ipsum dolor sit amet\b[^\n]{0,400}", 2)  # re.IGNORECASE
MESSAGE = "a note to the editor was left in the copy: do what it asks for, and take it out"
ROLES = frozenset(("paragraph", "heading", "list-item", "cell", "footnote"))


class Options(NamedTuple):
    translators_notes: bool = False


class NoteToEditor(SegmentRule):
    """A note to the editor, left in the copy."""

    id = "note-to-editor"
    mqm = "accuracy/addition"
    Options = Options
    # Without the loops of its pattern: so it is scanned together with others.
    trigger = (
        rf"(?:TODO|FIXME|XXX)(?:\([^()\n]{{1,40}}\))?[\W_]{{0,4}}(?::|：|&)|(?i:lorem ipsum|{EDITOR})"
        rf"|(?:{OPEN}|;)[\W_]{{0,8}}(?:TODO|FIXME|XXX|TK|(?i:{UNDONE}|{TRANSLATORS_NOTE}))"
    ).replace(r"\w+", "")
    good = (
        "Search for `TODO` and for TODO comments; a list of TODOs is not a note.",
        "## TODO\n\n- Lamp\n- Boat",
        "1. The lamp (TODO)",
        "The filler “Lorem ipsum dolor sit amet” is Latin. (Translator’s note: it is not quite Latin.)",
        "Chapters to be translated are in the list. The XXX Olympic Games took place in Los Angeles.",
        "The page (not translated by hand) and the code (to be translated into bytes) are here.",
        Good("Der Text ist noch nicht übersetzt.", lang="de"),
        Good("灯台（訳注：海にある塔）です。", lang="ja"),
    )
    bad = (
        Bad("TODO: add the height of the tower.", "TODO: add the height of the tower."),
        Bad("The lamp burns. TODO(ann): since when? Boats see it.", "TODO(ann): since when?"),
        Bad("- The tower [FIXME: metres?] stands.", "[FIXME: metres?]"),
        Bad("The lamp (needs translation) burns.", "(needs translation)"),
        Bad("The lamp [Note to the editor: check the year] burns.", "[Note to the editor: check the year]"),
        Bad("Lorem ipsum dolor sit amet, consectetur.", "Lorem ipsum dolor sit amet, consectetur."),
        Bad("Die Lampe [zu übersetzen] brennt.", "[zu übersetzen]", lang="de"),
        Bad("Лампа [требуется перевод] горит.", "[требуется перевод]", lang="ru"),
        Bad("灯塔【待翻译】很高。", "【待翻译】", lang="zh"),
        Bad("灯塔很高。TODO：写上米数。", "TODO：写上米数。", lang="zh"),
        Bad(
            "La lampe (N. d. T. : un phare) brûle.",
            "(N. d. T. : un phare)",
            lang="fr",
            options={"translators_notes": True},
        ),
    )

    def check(self, segment: Segment) -> Iterator[Hit]:
        if segment.role not in ROLES:
            return
        patterns = [BRACKETED, LEADING, FILLER]
        if self.options.translators_notes:
            patterns.append(TRANSLATORS)
        for pattern in patterns:
            for match in pattern.finditer(segment.text):
                yield Hit(match.start(), match.end(), MESSAGE)
