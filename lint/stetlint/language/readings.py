"""Japanese names: two readings of one character.

A character has several readings, and which one a name has nobody can tell from the character: 北浜 is
Kitahama or Hokuhama. An engine that does not know the name reads it anew each time.

The table holds characters that names are made of, each with what it is read as there, in Hepburn's spelling
without long vowels. It is knowledge of a reference book, not taken from any text.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations

from stetlint.language.patterns import Pattern

_READINGS = """
    上 ue uwa kami kan jo, 下 shita shimo moto ka ge, 中 naka chu ju, 大 o dai tai hiro, 小 ko o sho sa,
    山 yama san sen, 川 kawa sen, 河 kawa ka ko, 田 ta den, 島 shima to, 村 mura son, 原 hara wara gen,
    野 no ya, 本 moto hon, 木 ki ko moku, 林 hayashi rin, 森 mori shin, 石 ishi seki iwa, 岩 iwa gan,
    水 mizu mina mi sui, 海 umi kai una, 池 ike chi, 江 e ko, 浜 hama hin, 浦 ura ho, 沢 sawa taku,
    谷 tani ya koku, 岡 oka ko, 丘 oka kyu, 坂 saka han, 崎 saki ki, 橋 hashi kyo, 宮 miya gu ku kyu,
    寺 tera ji, 神 kami jin shin ka kan ko, 町 machi cho, 市 ichi shi, 城 shiro jo ki, 家 ya ie ka ke,
    屋 ya oku, 戸 to he, 門 kado mon to, 井 i sho, 前 mae saki zen, 後 ushiro ato go nochi, 内 uchi nai,
    外 soto to tono hoka gai ge, 東 higashi azuma to, 西 nishi sai sei, 南 minami nan, 北 kita hoku,
    右 migi u, 左 hidari sa, 高 taka ko, 長 naga cho osa, 新 ni shin ara, 古 furu ko, 金 kane kana kin kon,
    銀 gin shirogane, 鉄 tetsu kurogane, 玉 tama gyoku, 白 shiro shira haku, 黒 kuro koku, 赤 aka seki,
    青 ao sei, 緑 midori ryoku, 明 aki akira mei myo, 朝 asa cho tomo, 日 hi nichi ka, 月 tsuki getsu,
    星 hoshi sei, 光 hikari mitsu ko, 風 kaze fu, 雪 yuki setsu, 雨 ame ama u, 花 hana ka, 春 haru shun,
    夏 natsu ka, 秋 aki shu, 冬 fuyu to, 松 matsu sho, 竹 take chiku, 梅 ume bai, 桜 sakura o, 杉 sugi san,
    藤 fuji to, 草 kusa so, 葉 ha yo, 米 yone mai kome, 鳥 tori cho, 鶴 tsuru kaku, 亀 kame ki, 馬 uma ma ba,
    牛 ushi gyu, 熊 kuma yu, 鹿 shika ka roku, 龍 ryu tatsu, 虎 tora ko, 子 ko shi ne, 女 onna me jo,
    男 o dan, 人 hito jin to, 太 ta tai futo, 介 suke kai, 助 suke jo, 一 kazu ichi hito, 二 ji ni futa,
    三 mi san mitsu zo, 四 yo shi, 五 go itsu, 六 roku mu, 七 nana shichi, 八 ya hachi, 九 ku kyu kokono,
    十 ju to, 百 momo hyaku, 千 chi sen, 万 man ban, 正 masa tada sho sei, 真 ma shin sana, 信 nobu shin,
    義 yoshi gi, 良 yoshi ryo ra, 吉 yoshi kichi, 善 yoshi zen, 美 mi bi yoshi, 和 kazu wa, 平 hira hei,
    広 hiro ko, 博 hiro haku, 裕 yu hiro, 優 yu masa, 雄 o yu, 英 hide ei, 秀 hide shu, 勝 katsu sho masaru,
    克 katsu koku, 健 ken take, 武 take bu mu, 剛 go tsuyoshi, 智 tomo chi, 友 tomo yu, 直 nao choku tada,
    尚 nao sho hisa, 久 hisa kyu ku, 文 fumi bun, 章 aki sho, 史 fumi shi, 重 shige ju, 成 nari shige sei,
    茂 shige mo, 則 nori soku, 紀 nori ki, 典 nori ten, 徳 nori toku, 孝 taka ko, 隆 taka ryu, 貴 taka ki,
    敬 taka kei, 恵 e megumi kei, 香 ka ko kaori, 菜 na sai, 里 ri sato, 理 ri masa, 早 haya so sa,
    幸 yuki sachi ko, 由 yu yoshi, 希 ki nozo, 樹 ki ju, 輝 ki teru, 照 teru sho, 夫 o fu, 世 yo se sei,
    代 yo shiro dai, 保 yasu ho, 安 yasu an, 康 yasu ko, 靖 yasu sei, 泰 yasu tai, 道 michi do, 通 michi tsu,
    路 michi ro, 満 mitsu man, 昌 masa sho, 政 masa sei, 雅 masa ga, 将 masa sho, 空 sora ku, 羽 ha wa hane,
    渡 wata to, 辺 be nabe hen, 根 ne kon, 波 nami ha, 潮 ushio cho, 津 tsu shin, 沼 numa sho, 滝 taki ro,
    泉 izumi sen, 清 kiyo sei, 淵 fuchi en, 洋 yo hiro, 名 na mei myo, 若 waka jaku, 生 o iku sei sho,
    丸 maru gan, 角 kado tsuno kaku, 柴 shiba sai, 栄 ei sakae, 荒 ara ko, 湖 ko mizuumi, 港 minato ko,
    岸 kishi gan, 峰 mine ho, 岳 take gaku, 塚 tsuka cho, 館 kan tate, 園 en sono, 社 sha yashiro,
    祭 matsuri sai, 炭 sumi tan, 茅 kaya chi, 酒 sake saka shu, 湯 yu to, 児 ko ji, 兵 hei hyo, 倉 kura so,
    蔵 kura zo, 関 seki kan, 秋 aki shu, 都 miyako to, 京 kyo kei, 国 kuni koku, 郡 kori gun, 桑 kuwa so,
    桃 momo to, 柳 yanagi ryu, 橘 tachibana kitsu, 稲 ina ine to, 粟 awa zoku, 布 nuno fu, 糸 ito shi,
    弓 yumi kyu, 矢 ya shi, 刀 katana to, 剣 tsurugi ken, 鏡 kagami kyo, 笠 kasa ryu, 船 fune funa sen,
    車 kuruma sha, 宿 yado shuku, 塩 shio en, 砂 suna sa, 土 tsuchi do, 火 hi ka, 炎 homura en
"""
# The first letter of a reading behind another one: saki, zaki
_VOICED = (("sh", "j"), ("ch", "j"), ("ts", "z"), ("k", "g"), ("s", "z"), ("t", "d"), ("h", "b"), ("f", "b"))
# One spelling of what is romanised in several
_SPELLINGS = (
    ("ou", "o"), ("oo", "o"), ("uu", "u"), ("sy", "sh"), ("ty", "ch"), ("zy", "j"), ("jy", "j"),
    ("si", "shi"), ("ti", "chi"), ("tu", "tsu"), ("zi", "ji"), ("mb", "nb"), ("mp", "np"), ("mm", "nm"),
)  # fmt: skip
_CUT = Pattern(r"[aeioun]$")
_SYLLABLES = Pattern(
    r"(?:(?:ky|gy|sh|ch|j|ny|hy|by|py|my|ry|ts|tch|kk|pp|tt|ss|[kgsztdnhbpmyrwfj])?h?[aeiou]++h?n?"
    r"|n|m(?=[bp]))++"
)
LONGEST = 4  # letters that two readings may begin or end with in common


def is_japanese(word: str) -> bool:
    """Whether a plain word is made of Japanese syllables: names of which many differ in one."""
    return _SYLLABLES.fullmatch(word) is not None


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    """Return each two readings of one character, in alphabetical order."""
    found: set[tuple[str, str]] = set()
    for entry in _READINGS.split(","):
        _, *readings = entry.split()
        for one, other in combinations(sorted(readings), 2):
            for x in (one, _voiced(one)):
                found.update(((x, y) if x < y else (y, x)) for y in (other, _voiced(other)))
    return frozenset(found)


def _voiced(reading: str) -> str:
    for clear, voiced in _VOICED:
        if reading.startswith(clear):
            return voiced + reading[len(clear) :]
    return reading


def _spelled(word: str) -> str:
    for spelling, usual in _SPELLINGS:
        if spelling in word:
            word = word.replace(spelling, usual)
    return word


def are_readings(one: str, other: str) -> bool:
    """Whether two plain words, made of Japanese syllables, differ in how one character is read."""
    if one == other or not (is_japanese(one) and is_japanese(other)):
        return False
    a, b = _spelled(one), _spelled(other)
    shortest = min(len(a), len(b))
    head = 0
    while head < shortest and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < shortest and a[-tail - 1] == b[-tail - 1]:
        tail += 1
    pairs = _pairs()
    for start in range(head, max(head - LONGEST, 0) - 1, -1):
        if start and not _CUT.search(a[:start]):
            continue
        for end in range(min(tail, shortest - start), max(tail - LONGEST, 0) - 1, -1):
            x, y = a[start : len(a) - end], b[start : len(b) - end]
            if ((x, y) if x < y else (y, x)) in pairs and start + end > 1:
                return True
    return False
