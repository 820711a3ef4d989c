"""An address or a file name that translation broke: ``https: //example.org``, ``setup. exe``.

What it finds: a link that Markdown does not read because of what stands in its target (``[a](https://
x.org)``, ``[a](docs / x.md)``, ``[a](x.md “title”)``); addresses with blanks or full-width marks in text and
in HTML (``http: //``, ``https：//``, ``www. example. org``, ``https://example .org/a``); a scheme without its
marks or written twice (``https//x.org``, ``https://https://x.org``); a mark of another script at the end of a
target (``[a](https://x.org。)``); quotation marks around one, or within its title; and names of files with a
blank in front of the extension (``Services. msc``).

Why: engines put a blank behind every stop and colon, write the marks of the language they translate into, and
take the parts of an address for words.

Not reported: addresses in code; addresses in angle brackets (``[a](<my file.md>)``); letters of any script in
a path; the stop of a sentence behind an address; the size of an image (``![](a.png =100x20)``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from stetlint import OBJECT, Bad, Document, DocumentRule, Good, Hit, Pattern, Segment
from stetlint.language import raw
from stetlint.language.abbreviations import is_abbreviation
from stetlint.language.function_words import known_as, languages_of_words
from stetlint.language.patterns import compiled

REACH = 400  # code points; no address is longer
# Extensions of files that are no words, as a sentence might begin with them.
EXTENSIONS = (
    "7z|aac|apk|aspx|bmp|cfg|cmd|cpp|cs|cshtml|csproj|css|csv|dbml|deb|dll|dmg|docx|epub|exe|flac|gif|gz|hpp|html?|ico|ini|ipynb|"
    "iso|jpe?g|js|json|jsx|lua|mdx?|mkv|mp[34]|msc|msi|nupkg|odt|ogg|pdf|php|plist|png|pptx?|ps[dm]?1|psd|py|resx|rpm|rst|"
    "scss|sln|sql|svg|tgz|toml|tsx?|ttf|txt|vb|vbproj|vbs|vcxproj|vhdx?|vsct|vsix|wasm|webp|whl|woff2?|xlsx?|xml|ya?ml|zip"
)
DOMAINS = "app|at|au|br|ch|cn|co|com|de|dev|edu|es|eu|fr|gov|info|io|it|jp|kr|net|nl|org|pl|ru|tv|ua|uk|us"
SCHEME = r"(?<![A-Za-z\d])(?:https?|ftps?|file|chrome|wss?|git|ssh)"
SLIP = "(?:ttps?|htps?|hhttps?|http?pps?|httt+ps?|htpts?|httsp)"  # how "https" is mistyped
FILE = Pattern(rf"(?<![\w./\\:-])[^\W\d][\w-]+\. (?:{EXTENSIONS})(?![\w.(])")
# The same without a name, in italics: *. dbml*
EXTENSION = Pattern(r"(?<![^\s(])\. (?P<extension>[A-Za-z]\w{0,9})(?![\w.])")
# A scheme whose marks are not "://", or a blank behind them before a host; then what else is of the address.
BROKEN_SCHEME = Pattern(
    rf"{SCHEME}(?: ?[:：] ?[/／] ?[/／] ?(?<!://)(?<!:// )(?=[\w{OBJECT}])|:// (?=[\w-]+ ?\. ?[a-z]{{2}}))"
    r"[^\s<>()\[\]\"'`，。、；]*",
    2,  # re.IGNORECASE
)
BROKEN_WWW = Pattern(
    r"\bwww(?: \. ?|\. )[\w-]+(?: ?\. ?[\w-]+){0,3} ?\. ?[a-z]{2,6}\b"
    r"|\bwww\.[\w-]+(?: \. ?|\. )(?:com|org|net)\b"
    r"|(?<![\w.@-])[A-Za-z][\w-]+(?: \. [\w-]+)? \. (?:com|org|net|io)(?![\w-])"
    r"|(?<![\w.@/-])[A-Za-z][\w-]+\. org(?![\w(-]|\.\w)"
)
# A name of a site; "com" is a word in some languages.
BROKEN_SITE = Pattern(r"(?<![\w.@/-])(?<!\. )[A-Za-z][\w-]{2,}\. com(?![\w(-]|\.\w)")
WITH_COM = frozenset(("ca", "gl", "oc", "pt"))
# Behind an address that the reader saw: the rest of its host.
REST_OF_HOST = Pattern(
    r"(?: \.(?: ?\.){0,2} ?|\. )(?:[A-Za-z\d][\w-]*(?: ?\. ?[\w-]+){0,3}/[^\s<>()\[\]\"'`，。]*"
    rf"|(?:{DOMAINS})(?![\w-]| ?[(\[]))"
)
# Behind one that ends in no domain of the first level.
LAST_OF_HOST = Pattern(rf" ?\. ?(?:(?:{DOMAINS})/[^\s<>()\[\]\"'`，。]*|(?:com|org|net|io|dev)(?![\w-]))")
HALF_HOST = Pattern(r"https?://(?:[\w-]+\.)+(?:(?!info\Z)[a-z\d-]{4,}|[a-z]+\d[a-z\d]*)\Z")
FULL_WIDTH = Pattern(rf"[。．](?:{DOMAINS})(?![\w-])(?:/[!#-&*-;=?-Z_a-z~{OBJECT}]*)?")
# An address with blanks around what is to be filled in.
FILLED_IN = Pattern(
    rf"{SCHEME}:// ?(?:<[^<>\n]{{1,40}}>|{OBJECT})"
    rf"(?: [/.][\w/.-]+(?: (?:<[^<>\n]{{1,40}}>|{OBJECT})(?= [/.]\w))?)+",
    2,
)
NO_DOMAIN = Pattern(r"https?://(?:www\.)?[\w-]+\Z")
LOCAL = Pattern(r"https?://(?:localhost|\w*(?:host|server|ip|domain|address|name)\w*)\Z", 2)
# Where one of these may be in the prose: a target that Markdown did not read, an address, a file (RE2).
IN_PROSE = (
    r"\]\(|(?i:https?|ftps?|file|chrome|wss?|git|ssh) ?[:：] ?[/／]|www"
    rf"|[{raw.WORD}-]\. (?:{EXTENSIONS})(?:[^\w.(]|$)|(?:^|[\s(])\. [A-Za-z]"
    rf"| \. (?:com|org|net|io)|[{raw.WORD}-]\. (?:org|com)"
    rf"|\x{{fffc}} ?[。．](?:{DOMAINS})|://\s?[<\x{{fffc}}]"
    r"|\x{fffc}(?: \.(?: ?\.){0,2} ?|\. )"
    rf"(?:[A-Za-z\d][{raw.WORD}-]*(?: ?\. ?[{raw.WORD}-]+){{0,3}}/|(?:{DOMAINS})(?:[^\w-]|$))"
)
# Where one of these may be in a target: a letter or mark that is not ASCII, a broken scheme, a blank (RE2).
IN_LINKS = (
    r"(?:\]\(|\]:|<https?:|(?i:href|src)\s*=)[^)>\n]*(?:[^\x00-\x7f]|&(?:#|\w+;))"
    rf"|(?i:https?(?::/[^/]|//|://http|://[^\s()\"'<>]+/https?:/[^/])|\.https?:/|\W{SLIP}://|\]\([\"“”„«]https?:)"
    r"|(?i:href|src)\s*=\s*(?:\"[^\"<>]* |'[^'<>]* )"
)
TITLE = Pattern(r"\s*(?:\"[^\"]*\"|'[^']*'|\([^()]*\))\s*\Z")
# A title in straight quotation marks that has such marks within.
QUOTING = Pattern(r"\s*(?P<address>[^\s\"]+)\s+(?P<title>\"[^\"]*\".*\")\s*\Z")
SIZE = Pattern(r"\s+=\d*%?x?\d*%?\s*\Z|\s*\{[^{}]*\}\s*\Z")
IS_ADDRESS = Pattern(
    rf"\A(?:{SCHEME}\b ?[:：/／]|mailto|www ?\.|(?:\. ?){{0,2}}/ ?[\w.]|\#\w)"
    rf"|\. ?(?:{EXTENSIONS})(?: ?[#?].*)?(?: [“”„«].*)?\Z",
    2,
)
FOREIGN_END = Pattern(r"[，。、；：！？“”„«»「」『』]+\Z")
FOREIGN_HOST = Pattern(
    r"[a-z]+[:：][/／]{2}[^/?#]*[，。：；／．\uff21-\uff3a\uff41-\uff5a]|[a-z]+：[/／]{2}|[a-z]+[:：]／", 2
)
WRONG_SCHEME = Pattern(
    rf"https?:/(?!/)|https?//|https?://https?:?//|{SLIP}://|[\"“”„«]https?:"
    # A second scheme behind a host that keeps no copies of pages.
    r"|https?://(?![^/]*archive)[\w.-]+/https?:/(?!/)|[./]*\.\.https?:/",
    2,
)
BLANK_IN_HOST = Pattern(r"https?: ?/ ?/ ?(?:[\w.-]* )+[\w.-]*(?:/|\Z)|\. \.? ?/|[^/?#]*//[^/?#]*\. [a-z]", 2)

BLANK = "a blank breaks this address: take it away"
FOREIGN = "a mark that no address has breaks this one: write it in ASCII or take it away"


class MutatedUrl(DocumentRule):
    """An address or file name with blanks or foreign marks in it."""

    id = "mutated-url"
    mqm = "design/markup"
    # A link, an address or a blank before an extension.
    trigger = (
        rf"\]\(|(?i:https?|ftps?|chrome|file|git|ssh|wss?)\s?(?::|：)|www|\. (?:{EXTENSIONS})\b|https?//"
        r"|[^*]\*\. [A-Za-z]|=[\"']?\. | \. (?:com|org|net|io)|\. (?:org|com)"
    )
    good = (
        "[a](https://example.org), [b](<my file.md>), [c](x.md 'A title'), ![d](a.png =100x20).",
        "See https://example.org. Then go on. An address begins with http:// or https://.",
        "[a](https://web.archive.org/web/2020/http:/example.org), https://my.blog. Is it? http:// <a>.",
        "Write `https: //example.org` and `setup. exe`.",
        "[Wiki](https://ja.wikipedia.org/wiki/東京（曖昧さ回避）) und <https://de.wikipedia.org/wiki/Köln>",
        "We read (a) [b](see below) and [c](int a, int b).",
        "<a href='docs/my%20file.html'>a</a>",
        "[a](https://web.archive.org/web/2020/https://example.org)",
        Good("Chegou ao porto. com o barco.", lang="pt"),
        Good("Esim. json on muoto, ym. html.", lang="fi"),
        Good("请看https://example.org。", lang="zh"),
    )
    bad = (
        Bad("[a](https:// example.org/x) b", "https:// example.org/x", fixed="[a](https://example.org/x) b"),
        Bad("[a](docs / x.md)", "docs / x.md", fixed="[a](docs/x.md)"),
        Bad("![a](. . /img/tree. webp)", ". . /img/tree. webp", fixed="![a](../img/tree.webp)"),
        Bad(
            "[a](https://example.org/my- page).",
            "https://example.org/my- page",
            fixed="[a](https://example.org/my-page).",
        ),
        Bad(
            '[a](https://example.org/x /"Title")',
            "https://example.org/x /",
            fixed='[a](https://example.org/x/ "Title")',
        ),
        Bad("[a](x.md “Title”)", "x.md “Title”"),
        Bad('![a](x.png "Окно "Список"")', '"Окно "Список""', lang="ru"),
        Bad('[a]("https://example.org/a")', '"https://example.org/a"'),
        Bad("Vedi [a](x.md #uno).", "x.md #uno", fixed="Vedi [a](x.md#uno).", lang="it"),
        Bad("Vedi [b](x.md#due per i dettagli).", "x.md#due per i dettagli", lang="it"),
        Bad("Сайт Example. org есть.", "Example. org", fixed="Сайт Example.org есть.", lang="ru"),
        Bad("Siehe Example. com dazu.", "Example. com", fixed="Siehe Example.com dazu.", lang="de"),
        Bad("来自 example . com 的文章。", "example . com", fixed="来自 example.com 的文章。", lang="zh"),
        Bad(
            "В файле \\_Layout. cshtml он есть.",
            "\\_Layout. cshtml",
            fixed="В файле \\_Layout.cshtml он есть.",
            lang="ru",
        ),
        Bad("[a](https://example.org/x and [b](y.md) c", "https://example.org/x"),
        Bad(
            "Siehe http: //example.org/a.",
            "http: //example.org/a",
            fixed="Siehe http://example.org/a.",
            lang="de",
        ),
        Bad("See https: //www.example.org/a now.", "https: //www.example.org/a"),
        Bad(
            "请看https：//example.org。", "https：//example.org", fixed="请看https://example.org。", lang="zh"
        ),
        Bad("Open www. example. org now.", "www. example. org", fixed="Open www.example.org now."),
        Bad(
            "Open https://example . org/a now.",
            "https://example . org/a",
            fixed="Open https://example.org/a now.",
        ),
        Bad("[a](https//example.org)", "https//example.org"),
        Bad("[a](htps://example.org)", "htps://example.org"),
        Bad(
            "[a](https://example.org/https:/docs.example.com/a)",
            "https://example.org/https:/docs.example.com/a",
        ),
        Bad(
            "Read https://docs.example .com/en/a now.",
            "https://docs.example .com/en/a",
            fixed="Read https://docs.example.com/en/a now.",
        ),
        Bad(
            "请看https://example。org/a吧。",
            "https://example。org/a",
            fixed="请看https://example.org/a吧。",
            lang="zh",
        ),
        Bad("Apri http:// \\<server> /a/b.", "http:// \\<server> /a/b", lang="it"),
        Bad("[a](https://example.org。)", "https://example.org。", lang="zh"),
        Bad(
            "Dienst Services. msc beenden.", "Services. msc", fixed="Dienst Services.msc beenden.", lang="de"
        ),
        Bad("<img src='. . /a.png'>", ". . /a.png"),
        Bad("Il file *. dbml* è qui.", ". dbml", fixed="Il file *.dbml* è qui.", lang="it"),
    )

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield targets that kept a link from being read, addresses in the prose, then targets of links."""
        raw = document.raw
        for segment in document.segments_with(IN_PROSE):
            targets = list(_targets(segment)) if "](" in segment.text else []
            yield from ((raw, hit) for hit in targets)
            starts = [hit.start for hit in targets]
            for hit in _addresses(segment):
                at = bisect_left(starts, hit.end) - 1
                if at < 0 or targets[at].end <= hit.start:
                    yield raw, hit
        for link in document.links if compiled(IN_LINKS).search(document.source.data) else ():
            if not link.target:
                continue
            target = link.target
            if not target.isascii() and (
                FOREIGN_HOST.match(target) or ("#" not in target and FOREIGN_END.search(target))
            ):
                message = FOREIGN
            elif WRONG_SCHEME.match(target):
                message = "the scheme of this address is broken: write it as https://"
            elif link.kind == "Html" and BLANK_IN_HOST.match(target):
                message = BLANK
            else:
                continue
            start, end = document.range_in_raw(link)
            at = document.source.text.find(target, start, end)
            yield raw, Hit(at, at + len(target), message) if at >= 0 else Hit(start, end, message)


def _targets(segment: Segment) -> Iterator[Hit]:
    """Yield the targets of links that Markdown did not read; positions are of the source."""
    source = segment.prose.source.text
    limit = segment.prose.to_source(0, len(segment.text)).end
    at = segment.text.find("](")
    while at >= 0:
        start = segment.prose.to_source(at, at + 2).end
        at = segment.text.find("](", at + 2)
        end = source.find(")", start, min(limit, start + REACH))
        inner = source[start:end] if end >= 0 else ""
        if not inner or "\n" in inner or inner.startswith("<"):
            continue
        quoting = QUOTING.match(inner)
        if quoting and IS_ADDRESS.search(quoting["address"]):
            message = "a quotation mark within ends the title of this link: write other marks there"
            yield Hit(start + quoting.start("title"), start + quoting.end("title"), message)
            continue
        if not IS_ADDRESS.search(inner.strip()):
            continue
        title = TITLE.search(inner)
        target = inner[: title.start()] if title else SIZE.sub("", inner)
        address = target.strip()
        if " " not in address:
            continue
        start += len(target) - len(target.lstrip())
        if "[" in address:
            yield Hit(
                start, start + address.index(" "), "the target of this link has no end: close its bracket"
            )
            continue
        quoted = any(mark in address for mark in "\"'“”„«»‘’")
        message = "this is no title of a link: write it in straight quotation marks" if quoted else BLANK
        mended = None if quoted else _joined(address)
        if mended and title and target == target.rstrip():
            mended += " "
        yield Hit(start, start + len(address), message, (), mended)


def _joined(address: str) -> str | None:
    """Return an address without its blanks, where blanks stand beside marks only."""
    parts = address.split(" ")
    if all(not (a[-1:].isalnum() and b[:1].isalnum()) for a, b in pairwise(parts)):
        return "".join(parts)
    return None


def _addresses(segment: Segment) -> Iterator[Hit]:
    """Yield broken addresses and names of files in the prose; positions are of the source."""
    text, prose = segment.text, segment.prose
    for match in BROKEN_SCHEME.finditer(text):
        address = match[0].rstrip(".,;:!?")
        mended = address.replace(" ", "").replace("：", ":").replace("／", "/")
        span = prose.to_source(match.start(), match.start() + len(address))
        yield Hit(*span, FOREIGN if " " not in address else BLANK, (), None if OBJECT in mended else mended)
    for match in FILLED_IN.finditer(text):
        end = match.start() + len(match[0].rstrip("."))
        yield Hit(*prose.to_source(match.start(), end), BLANK)
    for match in BROKEN_WWW.finditer(text):
        yield Hit(*prose.to_source(*match.span()), BLANK, (), match[0].replace(" ", ""))
    if segment.lang.partition("-")[0] not in WITH_COM:
        for match in BROKEN_SITE.finditer(text):
            yield Hit(*prose.to_source(*match.span()), BLANK, (), match[0].replace(" ", ""))
    at = text.find(OBJECT)
    while at >= 0:
        start, end = prose.to_source(at, at + 1)
        address = prose.source.text[start:end]
        rest = FULL_WIDTH.match(text, at + 1) if address.startswith("http") else None
        if rest is None and NO_DOMAIN.match(address) and not LOCAL.match(address):
            rest = REST_OF_HOST.match(text, at + 1)
        if rest is None and HALF_HOST.match(address):
            rest = LAST_OF_HOST.match(text, at + 1)
        if rest:
            tail = rest[0].rstrip(".,;:!?")
            until = prose.to_source(at, at + 1 + len(tail)).end
            mended = (address + tail).replace(" ", "").replace("。", ".").replace("．", ".")
            yield Hit(start, until, BLANK if " " in tail else FOREIGN, (), mended)
        at = text.find(OBJECT, at + 1)
    for match in EXTENSION.finditer(text):
        start, end = prose.to_source(*match.span())
        around = prose.source.text[max(0, start - 2) : start], prose.source.text[end : end + 2]
        if not (around[0].endswith("*") and around[1].startswith("*")) or "**" in around:
            continue
        if known_as(segment.lang) not in languages_of_words().get(match["extension"].lower(), ()):
            message = "a blank breaks this extension of a file: take it away"
            yield Hit(start, end, message, (), match[0].replace(" ", ""))
    for match in FILE.finditer(text):
        name = match[0].partition(".")[0]
        start, end = prose.to_source(*match.span())
        if prose.source.text[start:end].replace("\\", "") != match[0] or is_abbreviation(name, segment.lang):
            continue
        message = "a blank breaks this name of a file: take it away"
        yield Hit(start, end, message, (), prose.source.text[start:end].replace(" ", ""))
