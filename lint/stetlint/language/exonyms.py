"""Places that English spells in two ways, both well known: Kiev and Kyiv.

Two known names are two, says ``kinship``, and here they are one. Which of them is right a house decides, and
a text has one. The table is knowledge of an atlas; places whose names are not alike (Bombay, Mumbai) are left
out, because who has both speaks of the names.
"""

from __future__ import annotations

from functools import cache

# Each line of words is one place.
_PLACES = """
    kiev kyiv kyyiv, kharkov kharkiv, lvov lviv, odessa odesa, lugansk luhansk, donbas donbass,
    chernobyl chornobyl, chernigov chernihiv, zaporozhye zaporizhzhia zaporizhia zaporozhe, nikolaev mykolaiv,
    vinnitsa vinnytsia, gomel homel, grodno hrodna, belorussia byelorussia, moldavia moldova,
    kirgizstan kyrgyzstan kirghizstan, tadzhikistan tajikistan, kazakstan kazakhstan, tskhinval tskhinvali,
    karabakh karabagh, sichuan szechuan szechwan, nanjing nanking, tianjin tientsin, chongqing chungking,
    guangdong kwangtung, fujian fukien, macau macao, taipei taipeh, kathmandu katmandu, calcutta kolkata,
    bangalore bengaluru, mysore mysuru, orissa odisha, dhaka dacca, jakarta djakarta, tehran teheran,
    isfahan esfahan, khartoum khartum, jeddah jiddah jidda, basra basrah, erbil arbil irbil, fallujah falluja,
    karbala kerbala, benghazi bengasi, marrakesh marrakech, tangier tangiers, timbuktu timbuctoo,
    surinam suriname, krakow cracow, plzen pilsen, romania rumania roumania, yugoslavia jugoslavia,
    herzegovina hercegovina, kosovo kosova, pristina prishtina, marseille marseilles, lyon lyons,
    reims rheims, basel basle, bern berne, hanover hannover, mallorca majorca, menorca minorca,
    cordoba cordova, tyrol tirol, busan pusan, incheon inchon, daegu taegu, daejeon taejon, gwangju kwangju,
    jeju cheju
"""


@cache
def _place_of() -> dict[str, str]:
    lines = (line.split() for line in _PLACES.split(","))
    return {name: names[0] for names in lines for name in names}


def place_of(word: str) -> str:
    """Return one name for a place that a plain word is a name of, "" where it is none of the table."""
    return _place_of().get(word, "")
