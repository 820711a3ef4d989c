"""A token that stood for code or markup during translation, or a format that no program reads any more.

What it finds: tokens of translation pipelines (`__PH_3__`, `⟦1⟧`, `@@0@@`, `{{ph:1}}`, `XXXPLACEHOLDER1XXX`,
`notranslate1`, `#A0`, `# Name1 #`) and of engines (`<unk>`, `⁇`), the numbered tags of translation platforms
(`<0>word</0>`, `</ 0>`, `<x id="1"/>`, `<g1>`), what an assistant cites with (`【1†source】`), and formats
that an engine parted with blanks (`%1$ s`, `% s`, `% (name)s`, `$ {name}`, `{ {name} }`).

Why: a pipeline replaces what must not be translated by tokens and puts it back afterwards. Where the engine
changes a token, drops one or writes one twice, nothing is put back.

Not reported: code, `{n}` and `%s` that are whole, a percentage (`100 % d'augmentation`), a remainder
(`n % d`), templates (`bitset<5>`), references (`[[1]]`), and paragraphs that speak of placeholders.
"""

from __future__ import annotations

from collections.abc import Iterator

from stetlint import Bad, Document, DocumentRule, Good, Hit, Pattern, Segment, Severity
from stetlint.language.coverage import Coverage

KIND = (
    "(?:PH|PLACEHOLDER|VAR|TAG|TOKEN|MASK|CODE|CODEBLOCK|CODE_BLOCK|INLINECODE|INLINE_CODE|LINK|URL|HTML|IMG"
    "|IMAGE|MATH|FORMULA|LATEX|ENTITY|TERM|NOTRANSLATE|NO_TRANSLATE|DNT|PROTECTED|XML|XLT|KEEP|SEG)"
)
TOKEN = Pattern(
    rf"_{{2,3}} ?{KIND} ?_? ?\d+ ?_{{2,3}}"
    rf"|[⟦⟪〚] ?{KIND}?[_:]?\d+ ?[⟧⟫〛]"
    rf"|@@ ?{KIND}?_?\d+ ?@@|%%{KIND}_?\d+%%"
    rf"|\[\[ ?{KIND}[_:]?\d+ ?\]\]"
    rf"|\[(?:PH|TAG|PLACEHOLDER|TOKEN)[_ ]?\d+\]|\[{KIND}_\d+\]|\{{(?:ph|PH)_?\d+\}}"
    rf"|\{{\{{ ?(?:(?i:ph|placeholder|mask|token|tag)[:_ ]?|{KIND}_?)\d+ ?\}}\}}"
    rf"|(?<!\w)X{{2,4}}_?{KIND}_?\w{{0,2}}\d+(?:_?X{{2,4}})?(?!\w)"
    r"|(?<!\w)(?:notranslate|NOTRANSLATE|DONOTTRANSLATE|CODEBLOCK|INLINECODE|CODE_BLOCK|INLINE_CODE)_?\d+(?!\w)"
    # A mask that came apart; not a heading that is closed: "# Part 2 #" with nothing behind it.
    r"|(?:(?<=[^\n#])|(?=#[^#\n]{1,20}#[ \t]{0,3}[^\s#]))"
    r"(?:# [A-Za-z]{2,12} ?\d{1,2} ?#|#[A-Za-z]{2,12}(?: \d{1,2} ?| ?\d{1,2} )#)(?!\w)|<unk>|⁇"
    r"|(?<![\w#&/=\"'`])#[A-D]\d(?![\w-])|(?<=\w )# [A-D]\d(?=_)"
    r"|</?[xg]\d{1,2} ?/?>|(?<=】)T\d(?![A-Za-z\d])|(?<![A-Za-z\d])T\d(?=[【】])"
    # What an assistant puts where it cites a page.
    r"|\ue200[a-z]{2,20}\ue202[\w\ue202]{1,80}\ue201|(?<!\w)cite(?:turn\d+[a-z]{3,12}\d+){1,9}(?!\w)"
    r"|:contentReference\[oaicite:\d+\](?:\{index=\d+\})?|【\d+(?::\d+)?†[^】\n]{1,60}】"
    r"|\[cite_start\]|\[cite: ?\d+(?:, ?\d+){0,9}\]"
    r"|<(?:x|g|ph|bpt|ept|it|mrk|bx|ex) id=[\"'“”]?\d+[\"'“”]?[^<>\n]{0,80}>"
    r"|%\d+ ?\$ [sd@](?!\w)|%\d+ \$ ?[sd@](?!\w)|(?<!\d)% \d\$ ?[sd@](?!\w)"
    r"|(?:(?<=[^\w\s%)\]]\s)|(?<=[\"'“„«(>:]))% [sd](?![\w'’%])"
    r"|(?<=[^\W\d_]{3} )% [sd](?=[ .,;:!?]|$)"
    r"|%\( \w{1,40} ?\) ?[sd](?![\w'’])|%\(\w{1,40}(?:\) | \) ?)[sd](?![\w'’])"
    r"|(?<![\d ] )(?<![\d\u00a0])% \(\w{1,40}\) ?[sd](?![\w'’])"
    r"|\$ \{[A-Za-z_][\w.]{2,40}\}(?! ?\$)|\$ ?\{ \{[^{}\n]{1,60}\} ?\}|\{ \{ ?[A-Za-z_$][\w.]{1,40} ?\} \}"
)
NUMBERED = Pattern(r"</ ?(?P<closed>\d{1,2}) ?>|(?<!\w)<(?P<opened>\d{1,2})>")
SUBJECT = Pattern(
    r"\bplaceholders?\b|platzhalter|marcador|espaces? réserv|segnapost|plaatshouder|tijdelijke aanduiding"
    r"|symbol\w* zastęp"
    r"|заполнител|плейсхолдер|yer tutucu|zástupn|platshållar|paikkamerk|占位|プレースホルダ|자리"
    r"|xliff|printf|format (?:string|specifier)|crowdin|i18n",
    2,  # re.IGNORECASE
)


class LeakedPlaceholder(DocumentRule):
    """A token that stood for something else, or a format that an engine broke."""

    id = "leaked-placeholder"
    mqm = "accuracy/do-not-translate"
    severity = Severity.ERROR
    # Without loops: so it is scanned together with others.
    trigger = (
        rf"__ ?{KIND} ?_? ?\d|[⟦⟪〚]|@@ ?[A-Z\d_]|%%[A-Z]|\[ ?{KIND}[_: ]?\d"
        rf"|\{{\{{ ?(?:(?i:ph|placeholder|mask|token|tag)[:_ ]?|{KIND}_?)\d|XX_?[A-Z]"
        r"|</?[xg]\d|】T\d|T\d[【】]|\x{e200}[a-z]|citeturn\d|\[oaicite:|【\d+[:†]|\[cite(?:_start\]|: ?\d)"
        r"|(?:notranslate|TRANSLATE|CODE|BLOCK)_?\d|#[A-D]\d| # [A-D]\d_|<[a-z]{1,3} id=|</? ?\d{1,2} ?>"
        r"|[A-Za-z] ?\d\d? ?#|<unk>|⁇|%\d\d? ?\$|% ?\d\$|% [sd]|%\( ?\w|\{(?:ph|PH)_?\d|% \(\w|\$ \{|\{ \{"
    )
    good = (
        "Write `__PH_3__` or `</ 0>` or `<0></0>`.",
        "See the work of others [[1]](https://example.org)[[2]].",
        "# Part 2 #\n\nSee #issue1 #issue2 and # part1 of 2; #Product1# is whole.",
        "The macro __AVX2__ and std::bitset<5> b(7).",
        "The placeholder <0>name</0> is replaced.",
        "If n % d is 0, then {n} and %s are set: 5 % s.",
        "Apartment # B2, channel #A0B1C2, SE-XXXX and ERC-XXX.",
        "The set {2}, {3} and [0-9]{3}-[0-9]{4}.",
        Good("Formats are [.nowrap]#HTML 5# and #DocBook 5#.", format="asciidoc"),
        Good("à 100 % d’achèvement, 50 % d'augmentation", lang="fr"),
        Good("Celkem 100 % s DPH.", lang="cs"),
        '```\n<x id="1"/> __PH_1__ </ 0>\n```',
    )
    bad = (
        Bad(
            "Vea {{CODE_BLOCK_2}} y <x2/> y ${ { name } }.",
            "{{CODE_BLOCK_2}}",
            "<x2/>",
            "${ { name } }",
            lang="es",
        ),
        Bad(
            "It rains.【4:0†source】 citeturn0search1 It snows. :contentReference[oaicite:0]{index=0}",
            "【4:0†source】",
            "citeturn0search1",
            ":contentReference[oaicite:0]{index=0}",
        ),
        Bad("参见【文档】T5 与 T3【指南】。", "T5", "T3", lang="zh"),
        Bad("Click __PH_3__ and ⟦1⟧ now.", "__PH_3__", "⟦1⟧"),
        Bad("Use @@0@@, {{ph:1}} or XXXPLACEHOLDER1XXX.", "@@0@@", "{{ph:1}}", "XXXPLACEHOLDER1XXX"),
        Bad("Den <0>Reiter</0> wählen", "<0>", "</0>", lang="de"),
        Bad("* ` Fehler </ 0> Fehler</li>\n<li><code>x` String", "</ 0>", lang="de"),
        Bad("Öffnen Sie #A0, bitte.", "#A0", lang="de"),
        Bad('Press <x id="1"/>OK<x id="2"/>.', '<x id="1"/>', '<x id="2"/>'),
        Bad("Bonjour, %1$ s : « % s »", "%1$ s", "% s", lang="fr"),
        Bad("Hello $ {name}, you have % (count)s.", "$ {name}", "% (count)s"),
        Bad("Keep notranslate1 here, {ph1} and [CODE_2] there.", "notranslate1", "{ph1}", "[CODE_2]"),
        Bad("Usuń % d plików z %( name)s i % 1$s.", "% d", "%( name)s", "% 1$s", lang="pl"),
        Bad("Buy #Name1 # or # Name 2 # ⁇ now.", "#Name1 #", "# Name 2 #", "⁇"),
        Bad("The <unk> <unk> tower.", "<unk>", "<unk>", format="text"),
    )

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        raw = document.raw
        text = raw.text
        found = list(_tokens(text, list(document.source.lines_with(self.trigger))))
        if not found:
            return
        coverage = Coverage(document)
        line_end = -1
        is_subject = False
        for start, end, is_sure in sorted(found):
            place = (start + end) // 2  # marks around a token may be read as those of Markdown
            if not coverage.is_prose(place) and not (is_sure and coverage.is_inline_code(place)):
                continue
            if text[start] == "#" and not coverage.is_prose(start):  # AsciiDoc highlights words so
                continue
            if start > line_end:
                line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
                line_end = len(text) if line_end < 0 else line_end
                is_subject = SUBJECT.search(text, line_start, line_end) is not None
            if not is_subject:
                token = text[start:end]
                message = f"“{token}” stood for something during translation: restore it from the original"
                yield raw, Hit(start, end, message)


def _tokens(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int, bool]]:
    """Yield each token, and whether it is one in code, too: a lost backtick makes code of what is none."""
    for line in lines:
        for match in TOKEN.finditer(text, *line):
            yield match.start(), match.end(), False
    tags = [match for line in lines for match in NUMBERED.finditer(text, *line)]
    closed = {match["closed"] for match in tags}
    for match in tags:
        if match["closed"] or match["opened"] in closed:
            is_sure = match[0].startswith("</ ") and text[match.start() - 1] != "`"
            yield match.start(), match.end(), is_sure
