"""Abbreviations that end with a full stop and may stand in the middle of a sentence.

Tables hold the letters in front of the stop, in small letters. Those of EVERYWHERE are written in texts
of any language (legal forms, titles, Latin); a language adds its own, with the parts of abbreviations of
several words ("z. B.", "p. ex.", "т. д.").
"""

from __future__ import annotations

from functools import cache
from unicodedata import normalize

from stetlint.language.patterns import Pattern

EVERYWHERE = """
al approx apr art asst aug ave avg bros btw ca capt cf ch chap cit cm cmd co col comp conf cont corp cp
dec def dept diff dir div doc dr ed eds eg eq eqn equiv esp est etc ex excl ext feb fig figs fn fr freq
ft gen gmbh gov hon hr hrs hz ibid ie inc incl inst int intl jan jr jul jun kg km lat lb lbs lit ltd ma
mag mar max maz mfg min misc mm mr mrs ms mt nb no nos nov nr nrs num oct op orig oz par para pat pcs pg
ph phd pl plc pos pp pref prep prev proc prof pt pts pty pvt ref refs reg rel rep resp rev sec sect sen
sep sept seq sgt sp spec sq sr st std str supp suppl syn tel temp tech trad trans univ ver vol vols vs
vgl wg wk wrt yd yr yrs
"""
BY_LANGUAGE = {
    "en": (
        "abbr addr admin adj adv aka anon appt arr assn assoc attn aux avail bat bldg bn blvd calc cert"
        " charset coll cond config const contd ctrl dep dept desc dist dob ehf elem env equip et excel"
        " exec exp govt hf indef indiv info init ins intro irreg lang lieut lt maj mgmt mgr mon mph mtg"
        " mut natl neg obj occas opt org param pkg poss prefs proj pub qty rd recd recv reqd ret rm sch"
        " stat sub subj tbsp tbd tsp thu tue typ var viz vert wiki wrt"
    ),
    "de": (
        "abb abf abg abk abs abschn abt allg amtl anf ang anh anl anm ansch art aufl ausg b bd bde beil"
        " bem bes best betr bez bj bl bsp bspw bzgl bzw ca chr d dgl dh dipl dt e einschl engl entspr erg"
        " erl erw etw eur ev evtl exkl f ff fam folg forts franz frz geb gegr gem gen gesch gest gez ggf"
        " ggü griech grds h hj hl hptst hr hrsg i incl ing inh inkl insb insbes insges ital jap jew jh jhd"
        " kap kath kfm kl konst lat lfd lt mind mio mrd möbl mtl mwst nachf nachm nordd o od orig österr ö"
        " ä pers pfd phil pkt pl poln preuß rd red rel russ s sen sm sog sonst span spez staatl std stdn"
        " str südd tab tägl teilw telef tsd u übers überw urspr usf usw ü v vegl verb verf verh versch vgl"
        " vollst vorm vors vorw w wg wiss wö wöch x z zb zgl zit zs ztr zus zw zz zzgl"
    ),
    "fr": (
        "adj adr ann app arr av bd bibl c cad càd chap cie coll const dir docs éd édit env étym ex ext"
        " fac fasc fém févr gén hab impr inf intro inv irrég juil lib loc masc math maxi mgr mini mlle mm"
        " mme mth nbr nbreux ouvr p par paragr pb pcq pl plur pop préc prép princ prov qqch qqn quest rech"
        " réf règl rem rép resp s sc sing soc ss suiv sté sup syn tél théor tjrs trad univ us v var vx"
        " zool"
    ),
    "es": (
        "a ad adj admón adv afmo aprox arts atte aux av avda bibl blvr c cap cía cód colec comp cta cte d"
        " dcha depto desc dña ed edit ee ej entlo esp etc excmo ext fco fdo ff fig gral gta hnos igl ilmo"
        " impr izq izda l lic loc máx mín n núm nros ntra ob ord p pág págs párr pdo pdte ppal prof pról"
        " prov pza r ref rte s sras sres sgte sig sigs srta ss suc tel tít trad ud uds uu v vd vds vid vto"
        " vol x"
    ),
    "pt": (
        "a acad adj adm aprox apt av bibl bras c cap cel cia cód comp créd d dep depto des dic dir doc"
        " dra drs ed edit educ eng esp ex exa exmo ext f fem fig gr gráf i ilmo imp ind ing inst internac"
        " j jr l lda ltda lat máx mín n núm obs op p pág págs pç port pq prof profa profs pron prov q qtd"
        " r ref s sécs séc seg segs sra sras srs sto t tel tb trad univ v var vd vs x"
    ),
    "it": (
        "a abbr acc agg all amm app arch art artt asp assoc avv b c cap cav cfr cit codd col com cons d"
        " dott dr dir ecc ed ediz es f fatt fig figg fil g geom gg gov ill inc ing istr l lett lib loc m"
        " mass max min n nn num op p pag pagg par parr pers pp pref prof proff prot prov q r rag ragg racc"
        " rif s sec sg sigg sig sigra ss succ tab tel trad u v vd vol voll vs"
    ),
    "nl": (
        "a aanh aant afb afd afz alg art b bijl bijv blz bv bvo d dd dda dhr dwz e enz evt excl fa fam"
        " fig gem gld i incl ing int inz jl k l m maks max mevr mej milj min mld mr mw n nl nr o obs ong"
        " oorspr opm p par pct plm prof q r resp s stud t tel tit tov u v verg vert vlg vnl w wo z zg zgn"
        " zn"
    ),
    "pl": (
        "a al ang art b br bm cd ckm cyt cz czyt d dl dł doc dol doż dyr ds dyż działu ew ewent g geogr"
        " gen gł godz gosp hab hist hiszp i im in inf inż itd itp ital jap jęz jw k kk kł kpt ks kw kwart"
        " l lat łac łc łow lic lit m mies mjr mld mln mgr min n nast niem np nb nr o ob obj oddz odc odp"
        " ok os ozn ośw p par pd pg pl pn płk pkt plk poch pod podst poj pol pom por pow poz późn płd prok"
        " proc prof przed przyp ps pt pw r red rej ros roz rozdz rtm rub ryc rys rz s śp śr św seg sek sp"
        " spec spol str sygn szt szer t tab tel temp tj tl tłum tow tys tyt tzn tzw uł ub ul ur ust uw w"
        " wew wg wł woj wsch wyd wym x z zach zał zd zew zł zm zob zw"
    ),
    "cs": (
        "a angl apod aj akad arch atd atp b bl bratr č čes čís čj čp d dat dol dop dr ev fa fr frant g hl"
        " hod i inž j jap jm jv k kap kč krab kupř kl kr l lat lid m max mezin mil min mj mld mn mudr např"
        " nám násl něm neb nl o obch obr obv odd odst okr op or orig p par parc písm pol pozn pl popř pož"
        " pozd př prac příl přel přen příp příst prof r red resp roč rod rom rus ř s sb sl slov sev soc"
        " spol srov st stol str sv sz š t tab tel tis tj tř tzn tzv u ul um ust v var vč věd viz vl vyd"
        " vých z zák zejm zkr zn zv ž"
    ),
    "sk": (
        "a angl ap apod atd b bl č čes čís d dr el f g hod i inak j k kap l m max mil min mld n napr nem"
        " o obr ods odst p pod pozn pr príl prip príp r resp rus s sk sl str st sv t tab tel tis tj tzn"
        " tzv u ul v vr z zák"
    ),
    "ru": (
        "а авг адм акад апр арт архит б бас бр бул в вв вкл вт выс вып г гг ген гл гор гос гр град греч"
        " губ д дал дек дер диам дир дист доб док доп др ед ж зав зам зап з и изд им ин инж инст ит й к"
        " кан кв кг кл км ко кол комн кон конф кор корп коэф кр кт л лат лит м макс мин мес мех млн млрд"
        " моск муж н наб назв наз найм нал напр нар науч нач неизв нем ниж ном нояб о об обл обр общ ок"
        " окр окт опр орг осн отв отд отеч отл офиц п пер пл под пол полн пом пос пп пр прав пред предс"
        " преп прибл прил прим проф просп публ пт р разд разр рег ред рис род рр рос руб рук рус с сб св"
        " сев сек сент сер след см соб совм сов сокр соотв сост спец ср ст стр стб сут т таб табл тел техн"
        " тип тир тов тт тыс тж у указ ул уп упр устар утв уч укр ф фам февр фиг физ фр франц х хим ц ч"
        " чел чт шир шт экв экз эл эт я яз янв"
    ),
    "uk": (
        "а акад англ укр скороч арк б буд бул в вид вип вул г гал гг гол гор грн гр д див док до доп др"
        " ін ім й к каб кв кім кг кн км корп крб л м макс мал мін млн млрд міс н напр нар наст нім о об"
        " обл огл ок орг п пер пл пор пп пр приб прибл прим проф просп р ред рис рік розд рр руб с св секр"
        " сер сек смт сп спец ст стор сум т таб табл тел тис тобто ул ур х ц ч шт я"
    ),
    "sv": (
        "a anm art avd avs b bil bl ca d dir div dvs e eg eng enl etc ev ex f fig fk fl fn forts fr förk"
        " g gm gr h i inkl iofs jfr k kap kl kr l lat m max mfl milj min mkt mm ml mom mvh n nb nr nuv o"
        " obs od osv p pga pl r ref resp s sek sid sk skr st t tel tex tf tim tis to tr ty u uppl ung utg"
        " v vard vg vol äv ö övers"
    ),
    "da": (
        "a adr afd afs alm anm art b bd bl bla blvd ca d dec div dvs e eks ekskl eng engl enh etc ev evt"
        " f ff fhv fig fl fmd foreg forb fork forkl forsk fr frk følg g gl gr h hhv henv hr i ib if ift"
        " ifm iflg ill incl inkl istf jf j jfr k kap kgl kl kld kr l lat lign ll lb m max md mdr mht mia"
        " mill mio mm mv maks n nedenst nr nuv o obs omkr omtr ons opg opr osv ovenst ovf p pct pga pkt pl"
        " r red rev rk s sek sen sml sp spec st stk str sædv t tlf tr u udg uds v var vedr vejl vha vol ø"
        " økon årg årh"
    ),
    "nb": (
        "a adr alm anm ant avd b bd bl bla bokm ca d dir div dvs e ev evt f fig fl flg foreg fork fr fvt"
        " g gj gml h hhv hr i ifm ift iflg inkl j jf jfr jnr k kap kl kr l lat m maks mfl mht mill mm mrd"
        " mv mva n nr nyn o obs omtr osv ovf p pga pkt pr r red ref s sek sen sms spm st stk str t tlf tr u"
        " utg v vedl vha vgs årg årh"
    ),
    "fi": (
        "a ao alk as ap aik ed ekr em ent eo esim ew ha hlö huom ilm ja jms jne joht jr ju k kand ke kl"
        " kts käyt lis lk lkm ls lyh m maks mahd ml mm mon mrd ms muk mv n no ns nyk nk o oik os p pj pk"
        " pnä po prof puh pvm pvä r rkl s siht so srk synt t tark tav tjsp tms toim tod ts tsto tuot tv v"
        " vas vrt vs vt yht yks yl ym yms yo"
    ),
    "hu": (
        "a áll alk b bek bp br c cca csop d db dr du e évf ea ebb egy eng érk f fsz fő g gk h hiv hőm i"
        " id ifj ig igh il ill irsz ism itt j jan jav k kat kb ker kft kieg kk km ko kör kp ks kt ktsg kü"
        " l ld lok m max megb megf mb min ml mn nb nov ny o old okt op ov özv p pl pld plf prof q r rt s"
        " sz szab szept szerk szerz szf szig szt szül szvsz t tb tel tk tkp tsz u ua ui uo ún úm v vas vh"
        " vm vö vs z zrt"
    ),
    "ro": (
        "a alin apt art aug bd bl c cap cca cf cod d dl dlui dna dr dvs ed etaj etc ex febr fig i iul iun"
        " îm îs jr jud k l lb m max mil min mld n nr o obs oct p pag par pct pers pf pl prof prov r s sc"
        " sf sect sept sos st str ș t tab tel tr ț u urm v vol"
    ),
    "tr": (
        "a adr age alb as asb av b bk bkz bl blv bn bşk c cad cm çev çvş d dk dn doç dr e ecz ed emn er"
        " fak g gn gön gnkur h haz hv hz i ing in isp is k kg kim kr krş kur l lat m mad mah mat max md"
        " mec mim müd müh mür n no nr o onb ord org öğr örn ör ört p par pl prof psi r s sa san sb sf sn"
        " sok st ş şb şti t tbp tel tic tl top tug tüm u uzm ü v vb vd vs y yay yrd yy yz z"
    ),
    "lt": (
        "a adv akad aikšt angl b biol d dab daiktav dr e el gen gyd gyv i inv ir įsk įv j kab kap kat kl"
        " koresp kt kun l lat liet lot m maks mėn min mln mlrd mob mot n nr p pab pan pav pavyzd pl pr"
        " prof proc psl pvz r red rub rus s š sav sek sen skg skyr soc sp st str sudb sutr t tarpt tel"
        " techn tūkst u ūk v vad val vid vyr vlsč z ž žr"
    ),
    "lv": (
        "a apm apt arī b br c d dr dz dzim g gab i iel j jr k kap l lpp m maks min milj mlj n nod nr p"
        " pag pants piem piez pil prof r raj s sal sk st str t tab tālr tml tūkst u ul utt v val z"
    ),
    "el": (
        "α αγγλ αι αιτ αρ αρθρ β βλ γ γεν δ δηλ δρ δρχ ε ειδ εκ εκατ επ εσ η θ ι κ κα κεφ κλπ κλ κοκ κτλ"
        " λ λχ μ μμ μτφ ν ο ομ π περ πχ ρ σ σελ σημ στρ συν σχ τ τηλ τομ υ φ χ χιλ χλμ χρ ψ"
    ),
    "bg": (
        "а акад б бел бр бул в вж вкл вр г гл гр гост гг д дек др дж ев ед ет ж з и изд им инж й к кв кг"
        " кл км лв л м макс мин мес млн млрд н нар напр нач ном о об обл ок отд п пл пр прев проф р ред"
        " рис род с св сек сел сл см соб спец ср ст стр т таб тел тир тн точ тр тув у ул ф фиг фр х хил ц"
        " ч чл ш щ"
    ),
    "ca": (
        "a adj admin aprox apt arq art av bibl c ca cap cf cia cit col d dept dr dra ed entl esc etc ex"
        " exc f fac fig g h i ib id il imp izq j k ll loc m màx mín n núm o p pàg pàgs pl pral prof pta q"
        " r ref s sr sra st sta t tel trad univ v vol"
    ),
    "id": (
        "a apt al b bpk bu d dg dkk dll dr drs dsb dst gg h hal hlm i ir jl k kab kec kel kep km lih ltd"
        " m mis n no o p ph prof pt r rm rt rw s sdr st t tgl th tlp tsb u ub ud up w yg yth"
    ),
    "vi": "a gs ht hx kts ls mr ms nxb p pgs q st t th thpt tp tr ts tt ths v vd vv",
}
VOWEL = Pattern("[aeiouyıæœøαεηιουωаеиоуыэюяієѣ]")  # behind a canonical decomposition, in small letters


@cache
def _table(lang: str) -> frozenset[str]:
    return frozenset(EVERYWHERE.split()) | frozenset(BY_LANGUAGE.get(lang, "").split())


# Languages whose compounds end with the abbreviation of their last word: Kundennr., Hauptstr., omschr.
OF_COMPOUNDS = frozenset("af da de fy lb nb nds nl nn no sv".split())
ENDS_OF_COMPOUNDS = ("nr", "nrs", "schr", "str")


def is_abbreviation(word: str, lang: str) -> bool:
    """Whether a word that stands in front of a full stop is an abbreviation, or the initial of a name.

    ``lang`` is a BCP 47 tag. A word without a vowel ("pcs", "тлф") is one in every language; an acronym in
    capitals (SQL) has no stop of its own.
    """
    if len(word) == 1 or word == "Id":  # idem, in citations
        return True
    folded = word.casefold()
    primary = lang.partition("-")[0].lower()
    if folded in _table(primary) or (primary in OF_COMPOUNDS and folded.endswith(ENDS_OF_COMPOUNDS)):
        return True
    is_acronym = len(word) > 2 and word.isupper()
    return not is_acronym and not VOWEL.search(normalize("NFD", folded))
