"""What assistants and translation services say around a translation, by language.

Each line is a pattern that begins where a sentence begins; ~ stands for any character of a sentence, ' for a
curly apostrophe, too, and TASK for what a model has to mind while it translates. What people write to people
("let me know if you have questions") is left out: it has to be said about this translation, or by a machine
about itself.
"""

from __future__ import annotations

# Asks for the text to translate, or says that it got none: no author says so anywhere.
REQUESTS = {
    "en": r"""
        [Pp]lease,? (?:provide|share|send)(?: me)? (?:the|your) ~{0,50}you(?:'d like| want)~{0,12} translat
        [Pp]lease,? (?:provide|share|paste|send)(?: me)? (?:the|your) ~{0,50}(?:to be|for) translat
        Could you (?:please )?(?:provide|share|paste|send)(?: me)? (?:the|your) ~{0,60}translat
        I(?:'m| am) sorry, but I (?:need|don't see|don't have|didn't receive) (?:the|any|your) ~{0,60}translat
        I(?:'m| am) sorry, but I (?:need|don't see|don't have|didn't receive) (?:the|any|your) ~{0,40}markdown
    """,
    "de": r"""
        Bitte (?:geben|stellen|senden|teilen) Sie (?:mir )?(?:den|die|das) ~{0,60}(?:übersetz)
    """,
    "fr": r"""
        (?:Veuillez|Pouvez-vous|Merci de) (?:me )?(?:fournir|envoyer) (?:le|la|votre) ~{0,60}tradui
    """,
    "es": r"""
        [Pp]roporcion\w+ (?:el|la|tu|su) ~{0,60}que (?:deseas?|quieres?|necesitas?) ~{0,20}tradu
    """,
    "pt": r"""
        [Ff]orneça (?:o|a|seu) ~{0,60}que (?:deseja|você|gostaria) ~{0,30}tradu
    """,
    "it": r"""
        (?:Per favore,? )?(?:fornisci|fornire|condividi|invia)(?:mi)? (?:il|la|lo) ~{0,60}tradu
    """,
    "nl": r"""
        (?:Geef|Stuur|Deel|Verstrek)(?: me)?(?: alstublieft)? (?:de|het|uw) ~{0,60}vertaal
    """,
    "pl": r"""
        Proszę (?:podać|o podanie|przesłać|o przesłanie|udostępnić) ~{0,60}(?:przetłumacz|tłumaczen)
    """,
    "ru": r"""
        Пожалуйста, (?:предоставьте|пришлите|отправьте|укажите) ~{0,60}(?:перевести|перевод)
    """,
    "uk": r"""
        Будь ласка, (?:надайте|надішліть) ~{0,60}(?:перекласти|переклад)
    """,
    "tr": r"""
        Lütfen ~{0,20}çevir\w+ ~{0,40}(?:sağlayın|paylaşın|gönderin)
    """,
    "ja": r"""
        翻訳(?:したい|する|が必要な)[^。\n]{0,20}(?:を|の)[^。\n]{0,20}(?:提供|共有|入力)してください
    """,
    "ko": r"""
        번역(?:할|하고 싶은|이 필요한)[^.\n]{0,30}(?:제공|공유|입력)해 ?주세요
    """,
    "zh": r"""
        请(?:您)?提供(?:您)?(?:需要|想要|要)[^。\n]{0,12}翻译的[^。\n]{0,20}
    """,
}

# Says what it is, refuses, hands the translation over, offers more, tells how it did the work.
REMARKS = {
    "en": r"""
        As an AI(?: language model| assistant)?, I
        As a (?:large )?language model, I
        I(?:'m| am) sorry, but I (?:can't|cannot) (?:assist|help|translate|fulfill|comply|provide)
        I(?:'m| am) sorry, but I(?: am|'m) (?:unable|not able) to (?:assist|help|translate|fulfill|comply)
        I (?:can't|cannot) (?:fulfill|assist with) (?:this|that|your) request
        (?:Sure|Certainly|Of course)[,!.] [Hh]ere(?:'s| is) (?:the|your) ~{0,30}(?:translat|version|text)
        (?:[Hh]ere(?:'s| is)|[Bb]elow is) (?:the|your) (?:\w+ )?translation(?: of the ~{3,40})?[:.]
        (?:[Hh]ere(?:'s| is)|[Bb]elow is) (?:the|your) translation(?: of the ~{3,40})? (?:in)?to [A-Z]\w+[:.]
        (?:[Hh]ere(?:'s| is)|[Bb]elow is) (?:the|your) translated (?:text|version|file)~{0,30}[:.]
        (?:[Hh]ere(?:'s| is)|[Bb]elow is) (?:the|your) translated (?:content|document|Markdown)~{0,30}[:.]
        Let me know if you (?:need|want|would like) (?:any )?(?:further |other |more )?(?:adjustment|revision)
        (?:Note: )?I(?:'ve| have) (?:kept|preserved) (?:the|all) (?:\w+ ){0,3}(?:formatting|markdown)
        Note: The (?:formatting|markdown|placeholders)(?: \w+){0,4} (?:has|have) been (?:kept|preserved)
        (?:Machine[- ])?[Tt]ranslated by (?:Google(?: Translate)?|ChatGPT|DeepL|Claude|Gemini)\.?(?=\r?$)
        [Tt]ranslated with (?:www\.)?DeepL(?:\.com(?:/Translator)?)?(?: \(free version\))?\.?(?=\r?$)
        (?<=\*\*)(?:[A-Z][a-z]{3,11} )(?:[Tt]ranslat(?:ion|ed [Tt]ext)|[Tt]ext):(?=\*\*[ \t]*\r?$)
        (?:Now|Let's|Will|I'll|We'll) (?:produce|craft|construct|assemble|output|generate) final(?![-\w])
        (?:Now|Let's|I'll|We'll) (?:produce|craft|output|generate|write) (?:the )?(?:[A-Z]\w+ )?translation\.
        Now (?:produce|craft|output|write) (?:the |only the )?(?:final )?translated (?:content|markdown|text)
        (?:Now|Also) ensure (?:that )?(?:we )?(?:\w+ ){0,4}(?:[Mm]arkdown|placeholders?|bold formatting)
        Check for (?:any |other |missed |missing ){0,2}(?:shortcodes|placeholders|code (?:block|fence)s): \w
        We (?:need to|must|should) translate (?:step-by-step|all textual content|each (?:heading|bullet))
    """,
    "de": r"""
        Als KI-Modell (?:kann|bin|habe) ich
        Als (?:KI|künstliche Intelligenz|KI-Assistent|(?:großes |KI-)?Sprachmodell) (?:kann|bin|habe) ich
        Es tut mir leid, aber ich kann (?:dabei|Ihnen dabei|diese Anfrage|diesen Text) nicht
        [Hh]ier ist (?:die|Ihre|deine) (?:\w+ )?Übersetzung(?: (?:ins|des|der) \w+)?[:.]
        [Hh]ier ist der übersetzte (?:Text|Inhalt)
        [Hh]ier ist (?:die übersetzte (?:Version|Fassung)|das übersetzte Dokument)
        Lassen Sie mich wissen, (?:wenn|falls|ob) Sie (?:weitere|noch) (?:Änderungen|Anpassungen)
        Ich habe (?:die|das|alle) (?:Formatierung|Markdown-\w+|Platzhalter|Code-?\w*) beibehalten
        Übersetzt mit (?:www\.)?DeepL(?:\.com(?:/Translator)?)?[^\n]{0,30}(?=\r?$)
    """,
    "fr": r"""
        En tant qu'(?:IA|intelligence artificielle|assistant IA|modèle de langage)
        En tant que modèle de langage
        Je suis désolée?, mais je ne (?:peux pas|suis pas en mesure de) (?:vous aider|aider|traduire|répondre)
        [Vv]oici la (?:traduction|version traduite)(?: (?:du|en|de la) \w+){0,2} ?[:.]
        [Vv]oici le (?:texte|contenu|document) traduit
        N'hésitez pas à me (?:faire savoir|dire) si vous souhaitez (?:que je|des (?:modif|ajust))
        J'ai (?:conservé|préservé) (?:la mise en forme|le formatage|le Markdown)
        Traduit avec (?:www\.)?DeepL(?:\.com(?:/Translator)?)?[^\n]{0,30}(?=\r?$)
    """,
    "es": r"""
        Como (?:modelo de lenguaje|IA|inteligencia artificial|asistente de IA)(?: de IA)?,? (?:no|yo|puedo)
        Lo siento, pero no puedo (?:ayudar|asistir|cumplir|traducir|procesar)
        [Aa]quí (?:está|tienes|tiene) (?:la|tu|su) (?:\w+ )?traducción(?: (?:del?|al) \w+){0,2}[:.]
        [Aa]quí (?:está|tienes|tiene) el (?:texto|contenido|documento) traducido
        A continuación (?:se muestra|está|tienes|te presento) (?:la traducción|el texto traducido)~{0,30}:
        (?:Avísame|Hazme saber) si (?:necesitas?|quieres?|deseas?) (?:más |otros |algún )?(?:ajuste|cambio)
        He (?:mantenido|conservado|preservado) (?:el formato|el Markdown|los marcadores)
        Traducid[oa] con (?:www\.)?DeepL(?:\.com(?:/Translator)?)?[^\n]{0,30}(?=\r?$)
        Traducido por Google\.?(?=\r?$)
    """,
    "pt": r"""
        Como (?:um )?(?:modelo de linguagem|uma? IA|IA|assistente de IA)(?: de IA)?, (?:não|eu|posso)
        (?:Desculpe|Sinto muito|Lamento), mas (?:eu )?não posso (?:ajudar|auxiliar|traduzir|atender)
        [Aa]qui está (?:a|sua) (?:\w+ )?tradução(?: (?:do|da|para) \w+){0,2}[:.]
        [Aa]qui está o (?:texto|conteúdo|documento) traduzido
        Me avise se (?:precisar|quiser|desejar) (?:de )?(?:mais |outros |algum )?(?:ajuste|alteraç)
        Mantive (?:a formatação|o Markdown)
        Traduzido com (?:www\.)?DeepL(?:\.com(?:/Translator)?)?[^\n]{0,30}(?=\r?$)
    """,
    "it": r"""
        In quanto (?:IA|modello linguistico|intelligenza artificiale|modello di linguaggio)
        (?:Mi dispiace|Spiacente), ma non posso (?:aiutar|assister|tradurre|soddisfare)
        [Ee]cco la (?:\w+ )?traduzione(?: (?:del|in) \w+){0,2}[:.]
        [Ee]cco il (?:testo|contenuto|documento) tradotto
        Fammi sapere se (?:hai bisogno di|desideri|vuoi) (?:altre |ulteriori )?(?:modific|che io)
        Ho mantenuto (?:la formattazione|il Markdown)
        Tradotto con (?:www\.)?DeepL(?:\.com(?:/Translator)?)?[^\n]{0,30}(?=\r?$)
    """,
    "nl": r"""
        Als (?:AI|AI-taalmodel|taalmodel|AI-assistent) (?:kan|ben|heb) ik
        Het spijt me, maar ik kan (?:(?:hier|dit|u|je|daar)\w* ){1,3}(?:niet|verzoek)
        [Hh]ier is (?:de|uw|je) (?:\w+ )?vertaling(?: (?:van|naar) \w+){0,2}[:.]
        [Hh]ier is de vertaalde (?:tekst|inhoud)
        Laat (?:het )?me weten als (?:je|u) (?:nog )?(?:aanpassingen|wijzigingen)
        Vertaald met (?:www\.)?DeepL(?:\.com(?:/Translator)?)?[^\n]{0,30}(?=\r?$)
    """,
    "pl": r"""
        Jako (?:model językowy|sztuczna inteligencja|AI|asystent AI),? (?:nie|mogę|jestem)
        (?:Przepraszam|Przykro mi), ale nie mogę (?:\w+ ){0,2}(?:pomóc|przetłumaczyć|spełnić|zrealizować)
        (?:[Oo]to|[Pp]oniżej znajduje się) (?:\w+ )?(?:tłumaczenie|przetłumaczony tekst)(?: \w+){0,3}[:.]
        Przetłumaczono z (?:www\.)?DeepL(?:\.com(?:/Translator)?)?[^\n]{0,30}(?=\r?$)
    """,
    "cs": r"""
        Jako (?:jazykový model|umělá inteligence|AI),? (?:ne|mohu|jsem)
        Omlouvám se, ale nemohu (?:\w+ ){0,2}(?:pomoci|přeložit|splnit)
        (?:[Zz]de|[Tt]ady) je (?:\w+ )?(?:překlad|přeložený (?:text|obsah|dokument))(?: \w+){0,3}[:.]
        Přeloženo pomocí (?:www\.)?DeepL(?:\.com(?:/Translator)?)?[^\n]{0,30}(?=\r?$)
    """,
    "ru": r"""
        Как (?:языковая модель|ИИ|искусственный интеллект|большая языковая модель|ИИ-ассистент),? (?:я|не)
        (?:Извините|К сожалению|Простите), (?:но )?я не могу (?:\w+ ){0,2}(?:помочь|перевести|выполнить этот)
        [Вв]от (?:ваш )?(?:перевод|перевед[её]нный текст)(?: (?:текста|документа|файла|на \w+)){0,2}[:.]
        [Вв]от перевод (?:текста |документа )?на \w+ язык[:.]
        Дайте (?:мне )?знать, если (?:вам )?(?:нужны|требуются) (?:ещё |еще |какие-либо )?(?:правки|изменения)
        Переведено с помощью (?:www\.)?DeepL(?:\.com(?:/Translator)?)?[^\n]{0,30}(?=\r?$)
    """,
    "uk": r"""
        Як (?:мовна модель|ШІ|штучний інтелект),? (?:я|не)
        (?:Вибачте|На жаль), (?:але )?я не можу (?:\w+ ){0,2}(?:допомогти|перекласти|виконати)
        (?:[Оо]сь|[Оо]це) (?:ваш )?(?:переклад|перекладений текст)(?: (?:тексту|документа|на \w+)){0,2}[:.]
        Перекладено за допомогою (?:www\.)?DeepL(?:\.com(?:/Translator)?)?[^\n]{0,30}(?=\r?$)
    """,
    "tr": r"""
        (?:Bir )?(?:yapay zeka(?: dil modeli)?|dil modeli) olarak,?
        Üzgünüm, (?:ancak|ama|fakat) (?:bu|size) \w+ (?:yardımcı olamam|konuda)
        [İi]şte (?:\w+ )?çeviri(?:si|niz)?(?: \w+){0,2}[:.]
    """,
    "sv": r"""
        Som (?:en )?(?:AI|språkmodell|AI-språkmodell)(?:,)? (?:kan|är|har) jag
        Jag är ledsen, men jag kan inte (?:\w+ ){0,2}(?:hjälpa|översätta)
        [Hh]är är (?:den |din )?(?:\w+ )?översättning(?:en)?(?: \w+){0,3}[:.]
    """,
    "da": r"""
        Som (?:en )?(?:AI|sprogmodel|AI-sprogmodel),? (?:kan|er|har) jeg
        Beklager, men jeg kan ikke (?:\w+ ){0,2}(?:hjælpe|oversætte)
        [Hh]er er (?:din )?(?:\w+ )?oversættelse(?:n)?(?: \w+){0,3}[:.]
    """,
    "fi": r"""
        (?:Tekoälynä|Kielimallina|Tekoälymallina) (?:en|voin|olen)
        Valitettavasti en voi (?:\w+ ){0,2}(?:auttaa|kääntää)
        [Tt]ässä on (?:\w+ )?käännös(?: \w+){0,3}[:.]
    """,
    "ro": r"""
        Ca (?:model (?:de limbaj|lingvistic)|inteligență artificială|IA),? (?:nu|pot)
        Îmi pare rău, dar nu pot (?:ajuta|traduce|îndeplini)
        [Ii]ată traducerea(?: \w+){0,3}[:.]
    """,
    "hu": r"""
        (?:Mesterséges intelligenciaként|Nyelvi modellként)
        Sajnálom, de nem tudok (?:\w+ ){0,2}(?:segíteni|lefordítani)
        [Íí]me a (?:\w+ )?fordítás(?: \w+){0,3}[:.]
    """,
    "vi": r"""
        (?:Là|Với tư cách là) (?:một )?(?:mô hình ngôn ngữ|AI|trí tuệ nhân tạo)
        Xin lỗi, nhưng tôi không thể (?:giúp|hỗ trợ|dịch|thực hiện)
        (?:[Dd]ưới đây|[Đđ]ây) là bản dịch(?: [^\s:.]+){0,5}[:.]
    """,
    "id": r"""
        Sebagai (?:model bahasa|AI|kecerdasan buatan)(?: AI)?, (?:saya|tidak)
        Maaf, (?:tetapi|tapi|namun) saya tidak (?:dapat|bisa) (?:membantu|menerjemahkan|memenuhi)
        (?:[Bb]erikut|[Ii]ni) adalah (?:hasil )?terjemahan(?:nya)?(?: \w+){0,4}[:.]
    """,
    "ja": r"""
        (?:AI|人工知能|大規模)?(?:言語モデル|AIアシスタント)として、?(?:私|お|その|具体|直接)
        申し訳(?:ありません|ございません)が、(?:その|この|ご)?(?:リクエスト|要求|要望|依頼|翻訳|お手伝い)
        (?:以下|こちら)(?:は|が|に)[^。\n]{0,24}(?:翻訳|訳文)(?:です|になります|した(?:もの|テキスト)です)
    """,
    "ko": r"""
        (?:AI|인공지능)?(?: ?언어 ?모델)(?:로서|으로서),?
        죄송하지만,? (?:(?:해당|그|이|저는) (?:요청|질문)[^.\n]{0,20})?(?:도와|수 없)
        다음은[^.\n]{0,24}(?:번역(?:본|문|한 내용|한 텍스트)?)(?:입니다|이에요)
    """,
    "zh": r"""
        作为(?:一个|一名)?(?:AI|人工智能|大型)?(?:语言模型|AI助手|人工智能助手)，?我
        (?:很抱歉|对不起|抱歉)，(?:但)?我(?:无法|不能)(?:协助|帮助|翻译|完成|满足)
        (?:好的|当然)?[，！。]?(?:以下|下面)是(?:您的|翻译后的|你的)?[^。，\n]{0,12}(?:翻译|译文)(?:后的文本|内容|结果)?[：:。]
    """,
    "ar": r"""
        (?:باعتباري|بصفتي) (?:نموذج|نموذجًا|ذكاء)
        (?:عذرًا|آسف|أعتذر)، (?:لكن|ولكن)(?:ني)? لا (?:أستطيع|يمكنني) (?:المساعدة|مساعدتك|ترجمة|تلبية)
        (?:بالتأكيد[!،. ]+)?إليك (?:ال)?ترجمة[^.\n]{0,30}[:.]
    """,
}

# What a model says to itself while it translates; an author may write the like to translators, so that it
# counts only in a text that has a remark from above.
ASIDES = {
    "en": r"""
        (?:Also |Now |We (?:must |need to |should ))?(?:[Mm]ake sure|[Bb]e careful|[Ee]nsure)~{0,60}TASK
        (?:Also |Now |We (?:must |need to |should ))?(?:[Cc]heck|[Kk]eep|[Pp]reserve)~{0,60}TASK
        Translate (?:each|headings?|labels?|bullet points|these lines|\")
        --- \(horizontal rule\)
        (?:Should|Do) we (?:keep|translate)~{0,60}
        The (?:rule|instruction)s?(?: says?)?: (?:translate|keep|preserve|")
        Proceed to final
        Let me know if you (?:need|want|would like) (?:any )?(?:further |other |more )?changes
        I hope this helps
        ~{0,40}(?:keep (?:it |them )?as is|[Ss]o we keep)
    """,
}


# A necessary condition of the lines above, as an RE2 pattern: the words that each of them has.
TRIGGER = (
    r"lease,? (?:provide|share|paste|send)|Could you |sorry, but I|can.{1,4}t fulfill|annot fulfill"
    r"|assist with |As an? (?:AI|large|language)|ere(?:'s|’s| is) (?:the|your) |elow is (?:the|your) "
    r"|Let me know if you |(?:kept|preserved) (?:the|all) |been (?:kept|preserved)"
    r"|(?:ow|et['’]s|ill|['’]ll) (?:produce|craft|construct|assemble|output|generate|write|ensure) "
    r"|\*\*[A-Z][a-z]{3,11} [Tt](?:ranslat|ext:)|so ensure |heck for |e (?:need to|must|should) translate "
    r"|[Tt]ranslated (?:by|with) |DeepL|Bitte (?:geben|stellen|senden|teilen) Sie"
    r"|Als (?:KI|künstl|groß|Sprachm)|tut mir leid, aber|ier ist (?:d|Ih)|Lassen Sie mich wissen"
    r"|beibehalten|Veuillez|Pouvez-vous|Merci de|En tant qu|suis désol|oici l|N['’]hésitez"
    r"|J['’]ai (?:conservé|préservé)|roporcion|Como |Lo siento, pero|quí (?:está|tienes?) "
    r"|(?:Avísame|Hazme saber) si|He (?:mant|cons|pres)|Traducid|orneça "
    r"|(?:Desculpe|muito|Lamento), mas|qui está |Me avise se|Mantive |ornisci|ornire|ondividi|nvia"
    r"|In quanto |(?:dispiace|piacente), ma|cco (?:la|il) |Fammi sapere|Ho mantenuto"
    r"|(?:Geef|Stuur|Deel|Verstrek)|Als (?:AI|taal)|spijt me, maar|ier is (?:de|uw|je) |weten als "
    r"|Proszę |Jako |Przepraszam|Przykro mi| (?:prze)?tłumacz|oniżej znajduje się"
    r"|Omlouvám se|(?:de|ady) je |Пожалуйста|Как (?:языковая|ИИ|искусств|больш)|я не могу"
    r"|от (?:ваш )?перев|Дайте |я не можу|Будь ласка|Як (?:мовна|ШІ|штучн)|(?:сь|це) (?:ваш )?перек|Lütfen "
    r"|olarak|Üzgünüm|şte |Som |är är |är ledsen|Beklager|er er |Tekoälyn|Kielimall|Tekoälym"
    r"|Valitettavasti|ässä on |Ca |Îmi pare rău|ată traduc|Mesterséges|Nyelvi|Sajnálom"
    r"| fordít|Với tư cách|Là |Xin lỗi|là bản dịch|Sebagai |Maaf, |terjemahan|翻訳|訳文"
    r"|言語モデル|アシスタント|申し訳|번역|언어|인공지능|죄송|请|作为|抱歉|对不起|翻译|译文|باعتباري|بصفتي|عذر|آسف|أعتذر|إليك"
)


# What an aside is about.
TASK = "(?:[Mm]arkdown|placeholder|code (?:block|fence)|bold|heading|shortcode|bullet|link|formatting)"


def pattern(table: dict[str, str]) -> str:
    """Return one pattern of all lines of a table."""
    lines = [line.strip() for text in table.values() for line in text.splitlines() if line.strip()]
    return "|".join(lines).replace("TASK", TASK).replace("~", r"[^.!?\n]").replace("'", "['’]")
