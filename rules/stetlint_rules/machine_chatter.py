"""What an assistant or a translation service said around the translation: "Here is the translation:".

What it finds, in the twenty languages that are translated into most: requests for the text ("Please provide
the file you'd like me to translate"), refusals and self-descriptions ("As an AI language model, I"), handing
over ("Sure, here's the translated text:"), offers of more, notes on the work ("I have kept the formatting"),
what a model told itself ("Now produce final answer.", and "Make sure to keep placeholders." near by),
signatures of services as a line of their own ("Translated by Google", "**German translation:**"), and a fence
```markdown around a whole file. The finding is the sentence.

Why: a pipeline sends a file in pieces and takes whatever comes back for its translation. An empty or broken
piece is answered in the assistant's own voice.

Not reported: what is quoted (in quotation marks, block quotes, code), unless it asks for the text to
translate, which no sample of code does; disclaimers that a project puts under its pages on purpose; documents
that speak of language models and show what they say.
"""

from __future__ import annotations

from collections.abc import Iterator

from stetlint import Bad, Document, DocumentRule, Good, Hit, Pattern, Segment, Severity
from stetlint.language import chatter
from stetlint.language.coverage import Coverage

# Behind the start of a line and its marks of lists and emphasis, the end of a sentence, or an "Of course, ".
START = r"(?:^[ \t*_#(-]{0,8}|(?<=[.!?。！？] )|(?<=[。！？])|(?<=, ))"
MULTILINE = 8  # re.MULTILINE
REQUEST = Pattern(f"{START}({chatter.pattern(chatter.REQUESTS)})", MULTILINE)
REMARK = Pattern(f"{START}({chatter.pattern(chatter.REMARKS)})", MULTILINE)
ASIDE = Pattern(f"{START}({chatter.pattern(chatter.ASIDES)})", MULTILINE)
OPENER = Pattern(
    r"(?:^|[*_#(-]|[.!?] )[ \t]*(¡?[^\W\d_]{2,12}(?: [^\W\d_]{2,12})?(?: ?!|[,.，！。]) ?)$", MULTILINE
)
SENTENCE_END = Pattern(r"[.!?:](?=[\s*_)#]|$)|[。！？：]|(?=\r?$)", MULTILINE)
# A fence around the whole file, or one that was opened in front of its front matter.
WRAPPER = Pattern(
    r"\s*((```|~~~)(?:markdown|md))[ \t]*\r?\n"
    r"(?:(?:---[ \t]*\r?\n)?(?:title|date|author|description)[ \t]*:|(?:(?!\2)[^\n]*\n)*\2[ \t]*\s*\Z)"
)
MODELS = Pattern(
    r"\bLLMs?\b|\bGPT\b|ChatGPT|OpenAI|\bClaude|\bGemini\b|\bLlama[ -]?\d|language models?\b|Sprachmodell"
    r"|modèles? de langage|modelos? de lengua|chat ?bots?\b|system prompt|prompt engineering|языков\w+ модел"
    r"|语言模型|言語モデル|언어 ?모델",
    2,  # re.IGNORECASE
)


class MachineChatter(DocumentRule):
    """What an assistant said around the translation."""

    id = "machine-chatter"
    mqm = "accuracy/addition"
    severity = Severity.ERROR
    trigger = chatter.TRIGGER + r"|(?:```|~~~)m"
    good = (
        "Please provide the general information of the feature you introduce.",
        "Please translate the following paragraph. Let me know if you have any questions.",
        "The model answers: \"I'm sorry, but I can't assist with that.\"",
        "> I'm sorry, but I can't help.",
        "Make sure to keep the placeholders, and now produce the final answer.",
        "Language models refuse.\n\nAs an AI language model, I cannot say.",
        "Here is the translation service that we use, and here is the text of the law.",
        "**Disclaimer**: This document was translated by an AI service. The original is authoritative.",
        Good("Als Sprachmodell dient ein Transformer. Hier ist die Übersetzung nicht fertig.", lang="de"),
        Good("Como modelo de lenguaje no sirve: GPT-2 es de 2019.", lang="es"),
        Good("Voici la traduction que nous avons choisie pour ce terme.", lang="fr"),
        "```markdown\n# A\n```\n\nText\n\n```\nb\n```",
        "German translation:\n\n* by the club\n\n## German translation\n\nIt is old.",
    )
    bad = (
        Bad("Here is the translation:\n\nText", "Here is the translation:"),
        Bad(
            "```\nSure, please provide the markdown file you'd like me to translate.\nx = 1\n```",
            "Sure, please provide the markdown file you'd like me to translate.",
        ),
        Bad("I'm sorry, but I can't assist with that.", "I'm sorry, but I can't assist with that."),
        Bad(
            "Make sure to keep the placeholders.\n\nNow produce final answer.# Título\n\nTexto.",
            "Make sure to keep the placeholders.",
            "Now produce final answer.",
            lang="es",
        ),
        Bad("Let's produce Greek translation.\n\n# Εισαγωγή", "Let's produce Greek translation.", lang="el"),
        Bad("Text.\n\n*Note: I have kept the formatting.*", "Note: I have kept the formatting."),
        Bad("Text\n\nTranslated by Google", "Translated by Google"),
        Bad("¡Claro! Aquí tienes la traducción:\n\nSí", "¡Claro! Aquí tienes la traducción:", lang="es"),
        Bad("Bien sûr ! Voici la traduction :\n\nOui", "Bien sûr ! Voici la traduction :", lang="fr"),
        Bad("Gerne! Hier ist die Übersetzung:\n\nText", "Gerne! Hier ist die Übersetzung:", lang="de"),
        Bad("Voici le texte traduit :\n\nOui", "Voici le texte traduit :", lang="fr"),
        Bad("Пожалуйста, предоставьте текст, который нужно перевести.",
            "Пожалуйста, предоставьте текст, который нужно перевести.", lang="ru"),
        Bad("Ana llama a Juan.\n\nAquí está la traducción:", "Aquí está la traducción:", lang="es"),
        Bad("Вибачте, але я не можу допомогти з цим.", "Вибачте, але я не можу допомогти з цим.", lang="uk"),
        Bad("以下是翻译：\n\n第一章。", "以下是翻译：", lang="zh"),
        Bad("作为一个AI语言模型，我无法翻译。", "作为一个AI语言模型，我无法翻译。", lang="zh"),
        Bad("```markdown\n# Title\n\nText\n```\n", "```markdown"),
        Bad("```markdown\n---\ntitle: Uno\n---\n\nTexto\n", "```markdown", lang="es"),
        Bad("**German translation:**\n\nDer Text.", "German translation:", lang="de"),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        raw = document.raw
        text = raw.text
        if wrapper := WRAPPER.match(text):
            message = "a fence around the whole file makes code of it: delete its first and last line"
            yield raw, Hit(wrapper.start(1), wrapper.end(1), message)
        lines = list(document.source.lines_with(chatter.TRIGGER))
        requests = [match.span(1) for line in lines for match in REQUEST.finditer(text, *line)]
        sentences = [(_sentence(text, *span), False) for span in requests]
        said = [match.span(1) for line in lines for match in REMARK.finditer(text, *line)]
        remarks = [(_sentence(text, *span), True) for span in said]
        if remarks and not _speaks_of_models(text, [span for span, _ in remarks]):
            sentences += remarks
            sentences += [(_sentence(text, *match.span(1)), True) for match in ASIDE.finditer(text)]
        if not sentences:
            return
        coverage = Coverage(document)
        reached = 0
        for (start, end), is_prose_only in sorted(sentences):
            is_code = coverage.is_inline_code(start) or (is_prose_only and not coverage.is_prose(start))
            if start >= reached and not is_code and not _is_quoted(text, start):
                reached = end
                message = "a translation tool says this, not the author: delete it, translate what is missing"
                yield raw, Hit(start, end, message)


def _sentence(text: str, at: int, known: int) -> tuple[int, int]:
    """Return the sentence whose first words are known, with an "Of course!" in front of it in its line."""
    line_start = text.rfind("\n", max(0, at - 40), at) + 1 or max(0, at - 40)
    opener = OPENER.search(text, line_start, at)
    end = SENTENCE_END.search(text, known - 1)
    return opener.start(1) if opener else at, min(end.end(), at + 400) if end else len(text)


def _is_quoted(text: str, start: int) -> bool:
    """Whether a sentence stands in quotation marks or in a block quote."""
    line_start = text.rfind("\n", max(0, start - 40), start) + 1 or max(0, start - 40)
    before = text[line_start:start]
    return before.lstrip().startswith(">") or before.rstrip()[-1:] in tuple("\"'“‘«„「『:")


def _speaks_of_models(text: str, remarks: list[tuple[int, int]]) -> bool:
    """Whether a text speaks of language models apart from what such a model says of itself."""
    return any(not any(a <= m.start() < b for a, b in remarks[:50]) for m in MODELS.finditer(text))
