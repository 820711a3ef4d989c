"""Words of a web page around an article: comment forms, share bars, pagers, cookie bars.

What it finds: paragraphs, headings and list items that are nothing but such a phrase: "Leave a Reply", "Your
email address will not be published. Required fields are marked *", "1 thought on “…”", "Click to share on
Twitter (Opens in new window)", as publishing systems print them, in English and in the language of the text.
Phrases that an author may write too ("Read more", "Leave a comment", "Share this:") count only near
another one.

Why: the article was cut out of a web page together with what stood around it, and that was translated too.

Not reported: the same words inside of a sentence, in quotation marks, in code, in a table.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from stetlint import Bad, Document, DocumentRule, Good, Hit, Pattern, Segment
from stetlint.gist import Gist
from stetlint.language.furniture import PART, Furniture, furniture, normalised

NEAR = 5  # segments between a loose phrase and the one that speaks for it
ROLES = frozenset(("paragraph", "heading", "list-item"))
COUNTED = Pattern(r"\s*((?:\d+ |(?=(?i:one|ein|une?|um|eén|één|en|ett) ))(\w+(?: \w+){1,3})) ?[\"“„«‹「『]")
TAIL = Pattern(r"[ \u00a0]*\*|[)）]|")
SHARE = 0.6  # of the characters of a segment that begins with a sure phrase
QUOTES = "\"'“”„«»‘’‹›「」『』"


class Phrase(NamedTuple):
    """Where a phrase stands in its segment; its first part; how much it says: 2 is enough to report it."""

    start: int
    end: int
    key: str
    weight: int


class PageBoilerplate(DocumentRule):
    """Words of a web page around an article."""

    id = "page-boilerplate"
    mqm = "accuracy/addition"
    # No trigger: a pattern of a thousand phrases is slower than a look at how each segment begins.
    good = (
        "Please leave a comment in the pull request, and read more about it below.",
        "The form says “Leave a Reply” and `Your email address will not be published.`",
        "“Leave a Reply”",
        "Your email address will not be published, the operator of the site says, unless you agree to it.",
        "## Read more\n\nThe guide has a chapter on it.",
        "Share this:\n\nThe recipe is easy to pass on.\n\nIt has three steps.",
        "All rights reserved.",
        "| Leave a Reply | the title of the form |\n| --- | --- |\n| Cancel reply | its button |",
        "I have 1 comment on the plan.",
        Good("- Ouvre dans une nouvelle fenêtre :", lang="fr"),
        Good("Bitte schreiben Sie einen Kommentar in das Feld.", lang="de"),
    )
    bad = (
        Bad("It rained.\n\nLeave a Reply\n\nIt rains.", "Leave a Reply"),
        Bad(
            "Your email address will not be published. Required fields are marked *",
            "Your email address will not be published. Required fields are marked *",
        ),
        Bad("1 thought on “A long day in the harbour", "1 thought on"),
        Bad("One thought on “A long day”", "One thought on"),
        Bad(
            "Share this:\n\n* Click to share on Twitter (Opens in new window)\n* Click to share on Facebook",
            "Share this",
            "Click to share on Twitter (Opens in new window)",
            "Click to share on Facebook",
        ),
        Bad("The end.\n\nPost navigation\n\n← Previous post", "Post navigation", "Previous post"),
        Bad("[Cancel reply](#respond)", "Cancel reply"),
        Bad(
            "Schreibe einen Kommentar\n\nErforderliche Felder sind mit * markiert",
            "Schreibe einen Kommentar",
            "Erforderliche Felder sind mit * markiert",
            lang="de",
        ),
        Bad(
            "Votre adresse e-mail ne sera pas publiée.", "Votre adresse e-mail ne sera pas publiée", lang="fr"
        ),
        Bad(
            "メールアドレスが公開されることはありません。",
            "メールアドレスが公開されることはありません",
            lang="ja",
        ),
        Bad(
            "分享此文：\n\n点击以在 Facebook 上分享（在新窗口中打开）",
            "分享此文",
            "点击以在 Facebook 上分享（在新窗口中打开）",
            lang="zh",
        ),
        Bad("2 комментария к «Долгий день»", "2 комментария к", lang="ru"),
    )

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        if document.may_be_spared and not _has_phrases(document.gist, document.lang):
            return
        segments = document.segments
        found = {
            at: phrase
            for at, segment in enumerate(segments)
            if segment.role in ROLES and (phrase := _phrase(segment.text, segment.lang))
        }
        for at, phrase in found.items():
            near = (found[i] for i in range(at - NEAR, at + NEAR + 1) if i in found)
            company = max((other.weight for other in near if other.key != phrase.key), default=0)
            if phrase.weight + company >= 2:
                text = segments[at].text[phrase.start : phrase.end].replace("\n", " ")
                message = f"“{text}” belongs to the web page, not to the article: delete it"
                yield segments[at], Hit(phrase.start, phrase.end, message)


def _has_phrases(gist: Gist, lang: str) -> bool:
    """Whether there is a phrase that is enough, or two that are together."""
    weights = sorted(phrase.weight for text in gist.blocks if (phrase := _phrase(text, lang)))
    return sum(weights[-2:]) >= 2


@cache
def _furniture(lang: str) -> Furniture:
    return furniture(lang.partition("-")[0].lower())


def _is_telling(phrase: str) -> bool:
    """Whether a loose phrase has two words: "Share" and "Comments" alone say nothing."""
    return " " in phrase


def _phrase(text: str, lang: str) -> Phrase | None:
    """Return the phrase that (nearly) makes up a text."""
    known = _furniture(lang)
    if not known.may_begin(text) or text.lstrip()[:1] in QUOTES:
        return None
    counted = COUNTED.match(text)
    if counted and counted[2].lower() in known.counted:
        return Phrase(counted.start(1), counted.end(1), counted[2], 2)
    keys: list[str] = []
    start = end = covered = unknown = 0
    for part in PART.finditer(text):
        key = normalised(part[0])
        if key in known.sure or key in known.loose or key in known.filling:
            start = start if keys else part.start() + len(part[0]) - len(part[0].lstrip())
            end = part.start() + len(part[0].rstrip())
            keys.append(key)
            covered += len(key)
        elif not keys and key:
            return None  # it begins with something else
        else:
            unknown += len(key)
    if known.filling.issuperset(keys):
        return None
    if unknown and not (keys[0] in known.sure and covered >= SHARE * (covered + unknown)):
        return None
    weight = 2 if not known.sure.isdisjoint(keys) else int(any(map(_is_telling, keys)))
    return Phrase(start, TAIL.match(text, end).end(), keys[0], weight)
