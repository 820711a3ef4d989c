"""Which words may stand twice in a row, and which words are small words, by language.

Tables are keyed by primary language subtag; words are in small letters.
"""

from __future__ import annotations


def _table(**words: str) -> dict[str, frozenset[str]]:
    return {lang: frozenset(listed.split()) for lang, listed in words.items()}


# Two grammatical words that meet ("had had", "die die", "nous nous"), and emphasis that authors write.
MAY_DOUBLE = _table(
    en="""
    had that her you it do so very many really no yes much far far way long big bye ha ho he hee la blah yada
    knock chop tut hear there now never again quick please wait ok okay oh ah uh um mm hmm wow hey whoa
    beep buzz click tick tock bang boom boo woof meow quack aye nah yeah yay rah go gone
    chug chuff choo ding dong ping pong pom pooh cha tsk hush shh goody dum da di wee tuk ta
    yummy million billion trillion plus
    old poor little small dear good great deep pretty indeed ouch ow
    """,
    de="""
    der die das dem den des was wer sie wir ihr ihm es mich dich uns euch sich sehr ganz viel nein ja so
    nie immer bald langsam ach oh ah ha na
    an auf aus bei mit nach vor zu um
    """,
    fr="""
    nous vous en faire fait font faisait fera si oui non très trop tout tous peu bien bon ah oh ha hé eh là
    plus doucement chut toc cha million millions milliard milliards
    """,
    es="millón millones no sí muy ya así casi luego poco nos ja ay oh ah tan mucho bien bueno vamos",
    pt="""
    quá milhão milhões bilhão bilhões que se nos vos como já logo quase não sim muito bem só ah oh mesmo assim
    tão
    """,
    ca="no sí molt poc a-poc tot nos gairebé quasi ben",
    gl="que se nos non si moi pouco a",
    nl="""
        miljard
        die dat hij ze zij we je jullie u het er in op om voor heel ja nee zo te haar hun
    """,
    af="die is dit nie so ja nee gou nou plek-plek stuk-stuk",
    pl="miliardów miliard to co nie tak już bardzo no ledwo coraz oj ach ha tu tam ja wy",
    cs="miliard miliarda se si je to ne ano co jen tak no sem pak už ho ha velmi má jsou být",
    sk="sa si je to nie áno co čo len tak no už veľmi ho ha so sú",
    sl="se si je to ne ja da zelo tako so",
    hr="se si je to ne da vrlo tako što su",
    sr="се си је то не да врло тако што су se si je to ne da vrlo tako što su",
    bs="se si je to ne da vrlo tako što su",
    bg="се си е то не да много така",
    mk="се си е то не да многу така",
    ru="""
        миллиард миллиардов
        то что да нет не ну вот все всё их его её ее еле чуть очень так как ха ой ах тихо скоро долго
        далеко едва
    """,
    uk="то що так ні не ну от все їх його її ледь дуже як ха ой ах тихо скоро довго далеко",
    be="то што так не ну вось усе іх яго яе ледзь вельмі як ха ой ах",
    sv="det den de dem var får är ja nej så om mycket väldigt nu lite där ha som på i",
    da="det der den de er ja nej så meget om som for på ha var",
    nb="det den de der er ja nei så veldig om som for på ha var",
    no="det den de der er ja nei så veldig om som for på ha var",
    nn="det den dei der er ja nei så veldig om som for på ha var",
    **{"is": "það sá þá er var að já nei svo mjög sem í á um"},
    fi="se ne on niin joo ei hyvin oikein pian vielä että ha sen",
    et="see on nii jah ei väga see",
    lt="tai ne taip labai vos kad ką vis",
    lv="tas ne jā ļoti tā",
    hu="az ez egy már alig más ki sok nagyon néha így úgy nem igen van volt",
    ro="a că o foarte da nu abia încet aproape iar tot mai",
    el="""
    του της το τους τα τη την τον τις μας σας μου σου με σε που ναι όχι πολύ λίγο σιγά γύρω πρώτα άκρη μέρα
    πλάι κάτω πάνω πρωί έτσι
    """,
    sq="që e i të se po jo shumë",
    ga="go an na sin",
    cy="yn y a o iawn",
    ar="من ما لا نعم شيئا جدا كل إن",
    he="מה לא כן מאוד לאט קצת כל מי",
)
# Grammar doubles words here (plurals, "one by one", emphasis): only these small words are slips.
ONLY_THESE = _table(
    it="""
    il lo la i gli le un una di del della dei delle dello da dal dalla e o per con in nel nella nei nelle a ai
    al alla alle agli su sul sulla è sono ha hanno può che non si se come quando questo questa questi queste
    della degli anche ma essere stato loro suo sua ogni
    """,
    tr="ve ile olarak olan veya bu şu ancak fakat tarafından kullanarak sonra olduğu",
    az="və ilə olaraq olan bu üçün",
    id="yang di dan dari untuk dengan ke pada adalah ini atau akan oleh dalam",
    ms="yang di dan dari untuk dengan ke pada adalah ini atau akan oleh dalam",
    vi="của và là trong cho các với được này để có những một",
    hi="के का की में है को और पर यह से",
    bn="এবং এর থেকে জন্য করে",
    ur="کے کا میں ہے کو اور پر",
    mr="आणि च्या आहे",
    ne="र को मा छ",
    pa="ਦੇ ਦਾ ਦੀ ਵਿੱਚ ਹੈ ਨੂੰ ਅਤੇ",
    gu="અને છે માં",
    ta="மற்றும் ஒரு",
    te="మరియు ఒక",
    kn="ಮತ್ತು ಒಂದು",
    ml="ഒരു കൂടാതെ",
    fa="به از در را است و برای",
    sw="na ya wa kwa katika za la cha",
    ko="및 수",
)
# Nothing is known about these, or doubling is all over their grammar, or they have no blanks.
UNKNOWN = frozenset(
    "fil tl pcm ht haw mi sm to jv su ceb ilo ja zh th lo km my yo ig ha zu xh rw eu hy ka gsw".split()
)
# Words that are nothing but grammar: they are slips across markup and behind their own capital too.
SMALL_WORDS = _table(
    en="""
    the a an of to and or for with from by at as be is are was were has have this these those their its his
    our your my if when where which who will would can could should may must not but we they he she in on see
    """,
    de="""
    der die das dem den des ein eine einen einem einer eines und oder für mit von zu bei aus auf als wie
    wenn dass ist sind wird werden diese dieser dieses diesem kann nicht auch nur
    """,
    fr="""
    le la les un une des de du et ou pour avec par sur dans est sont que qui ce cette ces il elle pas ne à au
    aux se
    """,
    es="""
        el la los las un una unos de del y o para con por en es son que se al su este esta si lo le
    """,
    it="""
        il lo la i gli le un uno una di del della e o per con da in è sono che si al non questo questa
    """,
    pt="o a os as um uma de do da dos das e ou para com por em no na é são ao este esta",
    nl="de een en of met aan als bij naar door deze worden wordt kan niet",
    pl="i w z na do dla jest są od po przez oraz lub się że który która które o u",
    cs="a v na do pro z s k od po který která nebo že",
    ru="и в на с по для от из к о у или при это как если который",
    uk="і в на з по для від із до або при це як якщо який та",
    sv="en ett och att av för med till från",
    da="en et og at af med til fra",
    nb="en et og at av med til fra",
    no="en et og at av med til fra",
    fi="ja tai että joka kun",
    hu="a és vagy hogy",
    ro="și sau de la în cu pe un pentru din este",
)
# Names of one word said twice.
DOUBLED_NAMES = frozenset(
    """
    duran baden walla pago bora pongo cao lin yo zsa mau xai hong wagga woy talk tata sing ling ding fei
    humbert humbert cous boutros sirhan lang ping ming ting ning ying jar berlin aitutaki couscous jean
    york paw-paw ylang cha djibouti puka cuscus galápagos bella mahi dik aye tuk pili tse ngorongoro
    """.split()
)
# Words of one letter; any other letter is an initial or a variable.
ONE_LETTER = _table(
    en="a",
    fr="à a y",
    es="y e o a u",
    it="a e o i è",
    pt="a e o é à",
    ca="a i o",
    pl="w z i o u a",
    cs="v s z k i o u a",
    sk="v s z k i o u a",
    sl="v s z k o in",
    hr="u s i o a",
    sv="i å",
    da="i",
    nb="i å",
    no="i å",
    hu="a s",
    ro="o",
    ru="в и к о с у я а",
    uk="в і й з у я о а",
    be="у і з я о а",
    bg="в и с о",
    sr="у и с о а u i s o a",
)
# The first of two belongs to the verb: "log in in private", "what was voted on on Monday".
VERBS_BEFORE = _table(
    **{
        "in": """
        log logs logged logging sign signs signed signing check checked checking built build plug plugged opt
        opted come comes came coming move moved go goes going went get got break broke tune zoom zoomed live
        lived stay stayed take takes took taken taking put puts keep keeps kept keeping bring brought
        believe believed it them him her
        """,
        "on": """
        vote votes voted voting go goes going went gone carry carried turn turns turned turning switch
        switched log logged move moved later early live hold held agreed worked working decided acted built
        depended
        """,
        "up": "sign signs signed",
        "to": "refers referred belongs belonged listened listening talked talking agreed",
        "for": "asked paid looked waited called",
        "with": "agreed dealt worked",
    }
)


# What links a word to itself in correct text: "step by step by hand", "more and more and", "list of list of".
LINKS = _table(
    en="and or by to after for upon of in",
    de="und oder nach für um zu auf an in",
    fr="et ou à par pour après en",
    es="y o e a por para en",
    pt="e ou a por para em",
    it="e o a per in dopo",
    nl="en of na voor om te in",
    pl="i lub na za po w czy od do",
    cs="a nebo na za po v od do",
    sk="a alebo na za po v od do",
    ru="и или за к по в на от до",
    uk="і та або за по в на від до",
    sv="och eller för till i",
    da="og eller for til i",
    nb="og eller for til i",
    no="og eller for til i",
    sr="i ili po za na u",
    hr="i ili po za na u",
    hu="és vagy",
    fi="ja tai",
    ro="și sau la de cu în după",
)
GENITIVES = _table(it="di del dello della dei degli delle dell il lo la i gli le un una")
# Articles that no phrase ends with.
INDEFINITE = frozenset("a an ein eine einen einem einer een en et ett un una une uno um uma".split())
# What stands in front of a word that is said twice: "kousek po kousku po kousku".
DISTRIBUTIVE = frozenset(
    "and or by for po по za за und oder et ou y o e i lub и или og och för eller en of".split()
)
WITHOUT_ARTICLES = frozenset("be bs cs et fi hr lt lv pl ru sk sl sr uk".split())
# Names of products and firms: unlike a town and what is named after it, they never meet.
BRANDS = frozenset(
    """
    adobe amazon android apache apple azure bing bitbucket chrome chromium cisco debian discord docker
    dropbox facebook figma firefox git github gitlab gmail google huawei instagram intel java javascript
    jenkins jira kafka kubernetes linkedin linux magento microsoft mongodb mozilla mysql netflix nginx nvidia
    openai oracle paypal photoshop php postgresql powershell python redis safari salesforce samsung skype
    slack spotify stripe telegram tensorflow twitter ubuntu unix vmware whatsapp wikipedia windows wordpress
    youtube zoom
    """.split()
)
LONG = 9  # letters of a word that is too long to be said twice for emphasis
SHORT_ONES = frozenset(("az", "it", "tr"))  # where only short words are


def _of(table: dict[str, frozenset[str]], lang: str) -> frozenset[str]:
    return table.get(lang, frozenset())


def may_double(word: str, lang: str) -> bool:
    """Whether a word, in small letters, may stand twice in correct text of a language (a primary subtag).

    English "that" and "had" count everywhere: its sentences stand untranslated in all languages.
    """
    if lang in UNKNOWN:
        return True
    if len(word) == 1 and word not in _of(ONE_LETTER, lang):
        return True
    if lang in ONLY_THESE:
        return word not in ONLY_THESE[lang] and not (lang in SHORT_ONES and len(word) >= LONG)
    return word in ("that", "had") or word in _of(MAY_DOUBLE, lang) or word in DOUBLED_NAMES


def is_phrase_slip(words: list[str], small: list[bool], lang: str) -> bool:
    """Whether words in small letters are a phrase that no correct text of a language has twice in a row.

    ``small`` tells which of them are small words or those of emphasis.
    """
    links = _of(LINKS, lang) | LINKS["en"]
    if lang in UNKNOWN or (all(small) and words[-1] not in ("be", "the") and words[-1] not in INDEFINITE):
        return False  # "that you that you can"
    if len(words) == 2 and (
        (words[0] in links and (words[0] in DISTRIBUTIVE or lang in ONLY_THESE))
        or (lang in WITHOUT_ARTICLES and not any(small))  # "of the first part of the first part" in two words
        or (
            lang in ONLY_THESE and GENITIVES.get(lang, frozenset()).isdisjoint(words)
        )  # "in fretta in fretta"
    ):
        return False
    return words[-1] not in links


def is_brand(word: str) -> bool:
    """Whether a word is the name of a product or a firm."""
    return word.lower() in BRANDS


def is_emphasis(word: str, lang: str) -> bool:
    """Whether authors say a word, in small letters, over and over: "no, no, no", "ha ha ha"."""
    return len(word) == 1 or word in MAY_DOUBLE["en"] or word in _of(MAY_DOUBLE, lang)


def is_small_word(word: str, lang: str) -> bool:
    """Whether a word, in small letters, is nothing but grammar."""
    return word in SMALL_WORDS["en"] or word in _of(SMALL_WORDS, lang) or word in _of(ONLY_THESE, lang)


def belongs_to_verb(word: str, previous: str) -> bool:
    """Whether an English particle belongs to the verb in front of it: both in small letters."""
    return previous in _of(VERBS_BEFORE, word)
