"""Function words: articles, prepositions, conjunctions, pronouns and auxiliary verbs tell languages apart.

They make up a third to a half of running text, and names, titles and commands have few of them.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

from stetlint.language.sentences import CONTINUING

# Function words of other languages that are words of English, too.
ALSO_ENGLISH = frozenset(
    (
        "am bare bring care cause come comment dig do end fast fall falls far fin found go kind"
        " len let line man me men mind mine mod non none ok one pale pan plus pod pour prior see"
        " sense set son state sub sur table tale ten tie todo told tot toward two u use van var"
        " vast want war"
    ).split()
)

# Languages that the tables of sentences.py do not have.
_MORE = {
    "ca": (
        "a aquest aquesta aquests als altres amb així això abans al cada com contra cap de del dels des"
        " després doncs el els els en entre es és està ets fins ha han hi i la les li llavors més mentre"
        " molt molts no només o on per perquè però pel pels poden pot que quan qual què s'ha sense seu"
        " seva seves ser si sobre són sota també tan tot tota totes tots un una uns unes va vostè"
    ),
    "et": (
        "aga et ei ega ehk enne ennast iga ja juba jah kas kes ka kui kuid kuidas kus kuni kõik läbi mis"
        " mille millest miks mida mitte nad neid nende ning nii nüüd on oli olid oma peab pärast see seda"
        " selle selles sest siin siis ta tema või võib vaid veel vastu üle"
    ),
    "hr": (
        "ako ali bez bi bila bilo bio biti da do dok gdje gde i ili iz između ima jer je još kada kako kao"
        " koja koje koji kojih kojim koju li može mogu na nakon ne nego nije nisu od on ona oni osim ovaj"
        " ova ove ovo po pod prema pri prije pre sa samo se su sve svi svoj što šta ta taj tako te to u uz"
        " vam već više za zbog"
    ),
    "lv": (
        "ar arī bet bez būt bija gan ir ja jau jo jūs jums kā kad kas kur kura kuras kuri kurš līdz lai"
        " man mēs ne nav no nevar par pēc pie pirms šī šis šo tā tad tas tie tika tikai to tomēr un uz vai"
        " var vēl vien visi visu"
    ),
    "sl": (
        "ali ampak bi bil bila bilo biti brez da do ga in iz ima in ja jih je jo kadar kaj kako kar katera"
        " katere kateri ker kje ko kot lahko med mi mora na nad ne ni niso njegov ob od ok oziroma pa po"
        " pod pred preko pri saj samo se si so svoj ta tako tem ter tega to torej tudi v vam več vse z za"
        " zaradi že"
    ),
    "vi": (
        "bạn bằng bị các cách cái cho chỉ có cùng của cũng cần chúng do để đã đang đến đó được hay hơn"
        " hoặc khi không là làm lại mà mỗi một muốn này nào nên nếu như nhưng những phải ra rất sau sẽ sử"
        " ta tại thì theo thể tôi trên trong trước từ và vào vẫn về vì với"
    ),
}

# Languages whose function words serve for others.
SAME = {"no": "nb", "nn": "nb", "bs": "hr", "sr": "hr", "sh": "hr", "ms": "id"}
# Words that no sentence ends with.
DANGLING = {
    "en": (
        "a an and or but nor the because although unless whereas if whether into my your our their every"
        " than"
    ),
    "de": (
        "der dem den des ein eine einen einem einer eines und oder aber sondern weil dass im zum zur vom"
        " beim am für von"
    ),
    "fr": (
        "le les des du de et ou mais que qui dans à au aux ce cette ces ses son sa leurs nos vos d'une"
        " d'un par chaque"
    ),
    "es": "el los las un del al de en y o pero que con por para su sus sin entre desde hasta cada",
    "pt": "o os as um do da dos das de em e ou mas que com por para no na nos nas ao aos seu sua cada",
    "it": "il lo gli di da in con per e o ma che del della dei delle nel nella al alla dal dalla un",
    "nl": "de een en maar omdat naar onze wiens",
    "pl": "i oraz lub albo ale w we z ze na o dla przez że który która które przy pod nad",
    "ru": "и или но а в во на с со к ко по для из что который которая которые от при о об",
    "uk": "і й та або але в у на з із до для що який яка які від при про",
    "cs": "a i nebo ale v ve na s se k ke pro z ze že který která které od při o",
    "sv": "och eller men att för av",
    "da": "og eller men at for af",
    "nb": "og eller men at for av",
    "tr": "ve veya ya",
    "ro": "și sau dar de în cu pe la un o că care din",
    "fi": "ja tai mutta että",
    "hu": "a az és vagy de hogy egy",
    "id": "dan atau yang di ke dari untuk dengan",
}  # fmt: skip


def known_as(lang: str) -> str:
    """Return the language whose table serves for a BCP 47 tag."""
    primary = lang.partition("-")[0].lower()
    return SAME.get(primary, primary)


LANGUAGES = frozenset((*CONTINUING, *_MORE, *SAME))


@cache
def languages_of_words() -> dict[str, frozenset[str]]:
    """Return, for each function word in small letters, the languages that have it."""
    found: dict[str, set[str]] = {}
    for lang, words in (*CONTINUING.items(), *_MORE.items()):
        for word in words.split():
            found.setdefault(word, set()).add(lang)
    return {word: frozenset(langs) for word, langs in found.items()}


@cache
def words_of(lang: str) -> frozenset[str]:
    """Return the function words of a language (a BCP 47 tag), without those that English has, too."""
    own = known_as(lang)
    return frozenset(
        word
        for word, langs in languages_of_words().items()
        if own in langs and (own == "en" or "en" not in langs)
    )


@cache
def words_of_others(lang: str) -> frozenset[str]:
    """Return the function words that a language (a BCP 47 tag) does not have."""
    own = known_as(lang)
    words = (word for word, langs in languages_of_words().items() if own not in langs and len(word) > 1)
    return frozenset(words) - (ALSO_ENGLISH if own == "en" else frozenset())


@cache
def _not_english() -> dict[bytes, frozenset[str]]:
    return {
        word.encode(): langs
        for word, langs in languages_of_words().items()
        if "en" not in langs and word not in ALSO_ENGLISH and len(word) > 1
    }


def may_hold_others_than_english(words: frozenset[bytes]) -> bool:
    """Whether two function words of one language that English does not have are among words in UTF-8."""
    table = _not_english()
    counts = Counter(lang for word in table.keys() & words for lang in table[word])
    return max(counts.values(), default=0) > 1


@cache
def dangling(lang: str) -> frozenset[str]:
    """Return the words, in small letters, that no sentence in a language (a BCP 47 tag) ends with."""
    return frozenset(DANGLING.get(known_as(lang), "").split())
