"""Places that never take an article in English: states with their adjectives, capitals and large cities.

Written for stet from common knowledge. Left out are names that also mean something else with an article (the
Congo, the Niger and the Jordan are rivers, a turkey is a bird, china is porcelain), those that have one by
themselves (the Gambia, the Netherlands) and those that had one in living memory (Ukraine, Lebanon, Sudan).
"""

from __future__ import annotations

# States: the name, and the adjective that is made of it.
STATES: dict[str, str] = dict(
    entry.split("=")
    for entry in """
    Afghanistan=Afghan Albania=Albanian Algeria=Algerian Andorra=Andorran Angola=Angolan Argentina=Argentine
    Armenia=Armenian Australia=Australian Austria=Austrian Azerbaijan=Azerbaijani Bahrain=Bahraini
    Bangladesh=Bangladeshi Barbados=Barbadian Belarus=Belarusian Belgium=Belgian Belize=Belizean
    Benin=Beninese Bhutan=Bhutanese Bolivia=Bolivian Bosnia=Bosnian Botswana=Botswanan Brazil=Brazilian
    Britain=British Brunei=Bruneian Bulgaria=Bulgarian Burma=Burmese Burundi=Burundian Cambodia=Cambodian
    Cameroon=Cameroonian Canada=Canadian Chile=Chilean China=Chinese Colombia=Colombian Croatia=Croatian
    Cuba=Cuban Cyprus=Cypriot Czechia=Czech Denmark=Danish Djibouti=Djiboutian Ecuador=Ecuadorian
    Egypt=Egyptian England=English Eritrea=Eritrean Estonia=Estonian Eswatini=Swazi Ethiopia=Ethiopian
    Fiji=Fijian Finland=Finnish France=French Gabon=Gabonese Georgia=Georgian Germany=German Ghana=Ghanaian
    Greece=Greek Greenland=Greenlandic Grenada=Grenadian Guatemala=Guatemalan Guinea=Guinean Guyana=Guyanese
    Haiti=Haitian Honduras=Honduran Hungary=Hungarian Iceland=Icelandic India=Indian Indonesia=Indonesian
    Iran=Iranian Iraq=Iraqi Ireland=Irish Israel=Israeli Italy=Italian Jamaica=Jamaican Japan=Japanese
    Jordan=Jordanian Kazakhstan=Kazakh Kenya=Kenyan Kiribati=Kiribati Korea=Korean Kosovo=Kosovar
    Kuwait=Kuwaiti Kyrgyzstan=Kyrgyz Laos=Laotian Latvia=Latvian Lebanon=Lebanese Liberia=Liberian
    Libya=Libyan Lithuania=Lithuanian Luxembourg=Luxembourgish Macedonia=Macedonian Madagascar=Malagasy
    Malawi=Malawian Malaysia=Malaysian Mali=Malian Malta=Maltese Mauritania=Mauritanian Mauritius=Mauritian
    Mexico=Mexican Moldova=Moldovan Mongolia=Mongolian Montenegro=Montenegrin Morocco=Moroccan
    Mozambique=Mozambican Myanmar=Burmese Namibia=Namibian Nepal=Nepalese Nicaragua=Nicaraguan
    Nigeria=Nigerian Norway=Norwegian Oman=Omani Pakistan=Pakistani Palestine=Palestinian Panama=Panamanian
    Paraguay=Paraguayan Peru=Peruvian Poland=Polish Portugal=Portuguese Qatar=Qatari Romania=Romanian
    Russia=Russian Rwanda=Rwandan Samoa=Samoan Scotland=Scottish Senegal=Senegalese Serbia=Serbian
    Singapore=Singaporean Slovakia=Slovak Slovenia=Slovenian Somalia=Somali Spain=Spanish Sudan=Sudanese
    Suriname=Surinamese Sweden=Swedish Switzerland=Swiss Syria=Syrian Taiwan=Taiwanese Tajikistan=Tajik
    Tanzania=Tanzanian Thailand=Thai Tibet=Tibetan Togo=Togolese Tonga=Tongan Tunisia=Tunisian Turkey=Turkish
    Turkmenistan=Turkmen Uganda=Ugandan Ukraine=Ukrainian Uruguay=Uruguayan Uzbekistan=Uzbek
    Venezuela=Venezuelan Vietnam=Vietnamese Wales=Welsh Yemen=Yemeni Zambia=Zambian Zimbabwe=Zimbabwean
    Europe=European Asia=Asian Africa=African America=American Catalonia=Catalan Chechnya=Chechen
    Siberia=Siberian Bavaria=Bavarian Crimea=Crimean Kurdistan=Kurdish Abkhazia=Abkhaz
    """.split()
)

# With an article, these are or were something else, or the article is a matter of taste.
_WITH_ARTICLE = frozenset(
    """
    America Argentina Belarus Bosnia Britain Burma Cameroon China Congo Crimea Georgia Gabon Guinea Jordan
    Kosovo Lebanon Macedonia Mali Malta Oman Panama Peru Senegal Sudan Togo Tonga Turkey Ukraine Wales Yemen
    """.split()
)

CITIES = frozenset(
    """
    Aleppo Algiers Almaty Amman Amsterdam Ankara Antananarivo Ashgabat Asmara Astana Asunción Athens
    Baghdad Baku Bamako Bangkok Beijing Beirut Belgrade Berlin Bern Bishkek Bogotá Brasília Bratislava
    Brazzaville Brussels Bucharest Budapest Canberra Caracas Casablanca Chisinau Chișinău Colombo
    Copenhagen Dakar Damascus Delhi Dhaka Dnipro Doha Donetsk Dublin Dubai Dushanbe Frankfurt Freetown
    Gaborone Geneva Grozny Hamburg Hanoi Harare Helsinki Hiroshima Islamabad Istanbul Jakarta Jerusalem
    Johannesburg Kabul Kampala Karachi Kathmandu Kazan Kharkiv Khartoum Kherson Kiev Kigali Kinshasa
    Krakow Kraków Kyiv Kyoto Lagos Libreville Lilongwe Lisbon Ljubljana London Luanda Luhansk Lusaka Lviv
    Madrid Mariupol Melbourne Milan Minsk Mogadishu Monrovia Montevideo Moscow Mumbai Munich Nagoya
    Nairobi Nicosia Nouakchott Odesa Odessa Osaka Oslo Ottawa Ouagadougou Paramaribo Podgorica Prague
    Pretoria Pyongyang Quito Rabat Reykjavik Reykjavík Riga Riyadh Rotterdam Samarkand Sapporo Sarajevo
    Seoul Sevastopol Shanghai Skopje Sochi Sofia Stockholm Sydney Taipei Tallinn Tashkent Tbilisi Tehran
    Tirana Tokyo Toronto Tripoli Tskhinvali Ulaanbaatar Vienna Vientiane Vilnius Vladivostok Volgograd
    Warsaw Wellington Windhoek Yaoundé Yekaterinburg Yerevan Yokohama Zagreb Zaporizhzhia Zurich
    """.split()
)

# Places before which an article is a mistake.
WITHOUT_ARTICLE = (STATES.keys() | CITIES) - _WITH_ARTICLE
