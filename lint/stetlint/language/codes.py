"""Which tags name a language: the codes of ISO 639-1, and those of ISO 639-3 that content is published in."""

from __future__ import annotations

TWO_LETTER = frozenset(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da
    de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz
    ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln
    lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi
    pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti
    tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split()
)

THREE_LETTER = frozenset(
    """
    ast ceb ckb cmn csb fil fur gsw haw hsb kab kmr mai nds pcm prs sah szl tet yue
    """.split()
)

# Codes of ISO 639-2 and 639-3 of languages that have one of two letters.
SHORTER = dict(
    pair.split("=")
    for pair in """
    afr=af alb=sq amh=am ara=ar arb=ar arm=hy asm=as aze=az azj=az baq=eu bel=be ben=bn bos=bs bul=bg bur=my
    cat=ca ces=cs chi=zh cmn=zh cym=cy cze=cs dan=da deu=de div=dv dut=nl ell=el eng=en epo=eo est=et eus=eu
    fao=fo fas=fa fin=fi fra=fr fre=fr fry=fy geo=ka ger=de gle=ga glg=gl gre=el grn=gn guj=gu hat=ht hau=ha
    heb=he hin=hi hrv=hr hun=hu hye=hy ibo=ig ice=is ind=id isl=is ita=it jav=jv jpn=ja kan=kn kat=ka kaz=kk
    khk=mn khm=km kin=rw kir=ky kor=ko kur=ku lao=lo lat=la lav=lv lim=li lit=lt ltz=lb lvs=lv mac=mk mal=ml
    mao=mi mar=mr may=ms mkd=mk mlg=mg mlt=mt mon=mn mri=mi msa=ms mya=my nep=ne nld=nl nno=nn nob=nb nor=no
    npi=ne oci=oc ori=or ory=or pan=pa pbt=ps per=fa pes=fa plt=mg pol=pl por=pt prs=fa pus=ps ron=ro rum=ro
    run=rn rus=ru sin=si slk=sk slo=sk slv=sl sna=sn som=so spa=es sqi=sq srd=sc srp=sr sun=su swa=sw swe=sv
    swh=sw tam=ta tat=tt tel=te tgk=tg tha=th tib=bo tuk=tk tur=tr uig=ug ukr=uk urd=ur uzb=uz uzn=uz vie=vi
    wel=cy xho=xh ydd=yi yor=yo zho=zh zsm=ms zul=zu
    """.split()
)


def shortest(tag: str) -> str:
    """Return a tag with a code of two letters for its language, if there is one: deu_Latn is de-Latn."""
    primary, _, rest = tag.replace("_", "-").partition("-")
    return "-".join(filter(None, (SHORTER.get(primary.lower(), primary), rest)))


def is_language(tag: str) -> bool:
    """Whether a BCP 47 tag begins with a code that names a language."""
    primary = tag.replace("_", "-").partition("-")[0].lower()
    return primary in TWO_LETTER or primary in THREE_LETTER
