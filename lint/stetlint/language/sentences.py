"""Words with which a sentence goes on: they tell a split sentence from one that begins with a name.

A word of these tables is never the name of a program or a person that is written in small letters (etcd,
npm): where one stands in small letters behind a full stop, no sentence begins.
"""

from __future__ import annotations

from functools import cache

# Articles, prepositions, conjunctions, pronouns, adverbs and auxiliary verbs, but for those that name
# commands.
CONTINUING = {
    "en": (
        "a about above according across after against all along alongside also although always among"
        " amongst an and another any are around as at be because been before being below between both but"
        " by can cannot could despite did does due during each either especially even every except"
        " following for from had has have having he her here his how however if in including instead into"
        " is it it's its just may maybe might moreover most must my namely neither nevertheless no nor not"
        " now of on once only onto or other our ours over per perhaps please rather regarding shall she"
        " should since so some such than that that's the their them then there therefore there's these"
        " they they're this those though through throughout thus till to together toward towards under"
        " unless unlike until up upon using usually very via was we we're we've were what when whenever"
        " where whereas whereby wherein whether which while who whom whose why will with within without"
        " would yet you you'll your you're"
    ),
    "de": (
        "andernfalls anschließend ansonsten beziehungsweise dennoch folglich nämlich sonst trotzdem zudem"
        " zuerst zunächst aber alle allem allen aller alles als also am an andere anderen auch auf aus"
        " außerdem bei beim beispielsweise bevor bis bitte da dabei dadurch dafür daher damit danach dann"
        " daran darauf darin darüber das dass davon dazu dein deine dem den denen denn der deren des"
        " deshalb dessen die dies diese diesem diesen dieser dieses doch dort durch ein eine einem einen"
        " einer eines entweder er es falls für ganz gegen gemäß haben hat hatte hier hinter ich ihr ihre"
        " ihrem ihren im in indem innerhalb insbesondere ist je jede jedem jeden jeder jedoch jetzt kann"
        " kein keine können könnte man mehr mein mit muss müssen nach nachdem neben nicht noch nun nur ob"
        " obwohl oder ohne sein seine seit sich sie sind so sobald sodass sofern solange sollte sollten"
        " somit sondern soweit sowie sowohl trotz über um und uns unser unter vom von vor während war"
        " waren was wegen weil weiter welche welcher wenn werden wie wieder wir wird wo wobei wodurch"
        " wurde wurden zu zum zur zusammen zwar zwischen"
    ),
    "fr": (
        "également enfin néanmoins à afin ainsi alors après au aucun aucune aussi autre autres aux avant"
        " avec avoir beaucoup bien car ce ceci cela celle celui cependant ces cet cette chaque chez comme"
        " comment contre d'un d'une dans de depuis des dès donc dont du elle elles en encore ensuite entre"
        " est et étaient était étant être eux grâce il ils je jusqu'à jusqu'au l'un l'une la laquelle le"
        " lequel les lesquels leur leurs lors lorsque lorsqu'il lui mais malgré même nos notamment notre"
        " nous on or ou où par parce parmi pas pendant peu peut peuvent plus plusieurs plutôt pour"
        " pourquoi pourtant puis puisque qu'elle qu'il qu'ils qu'on qu'un qu'une quand que quel quelle"
        " quelque qui quoi s'il s'ils sans sauf selon ses seulement si sinon soit son sont sous souvent"
        " suivant sur surtout tandis tant tout toute toutefois toutes tous très un une vers veuillez voici"
        " vos votre vous"
    ),
    "es": (
        "asimismo adicionalmente a además ahora al algo algún alguna algunas algunos antes aquí así aún"
        " aunque bajo cada casi como con contra cual cuales cualquier cuando de debe deben debido del"
        " desde después donde dos durante e el él ella ellos en entonces entre era eran es esa ese eso"
        " esta está están estas este esto estos fue fueron ha han hasta hay incluso la las le les lo los"
        " luego más mediante mientras muchas muchos muy ni no nos nosotros nuestra nuestro o otra otras"
        " otro otros para pero poco por porque posteriormente pues puede pueden que qué quien se según ser"
        " si sí sido siempre sin sino sobre solo sólo son su sus tal también tampoco tan tanto tiene"
        " tienen toda todas todavía todo todos tras u un una unas uno unos usted ustedes y ya"
    ),
    "pt": (
        "ademais adicionalmente à além algum alguma algumas alguns ainda ao aos apenas após aquela aquele"
        " aqui as às até através cada caso com como contra da das de dela dele deles depois desde dessa"
        " desse desta deste devido disso do dos durante e é ela elas ele eles em embora enquanto entre era"
        " eram essa esse esta está estão estas este estes eu foi foram há isso isto já lhe mais mas mesmo"
        " muito muitos na nas não nem nenhum nesta neste no nós nos nossa nosso num numa o onde os ou"
        " outra outras outro outros para pela pelas pelo pelos pode podem pois por porém porque portanto"
        " qual quais qualquer quando quanto que quem se segundo sem sempre ser será seu seus só sob sobre"
        " sua suas também tanto tem têm toda todas todo todos tudo um uma umas uns você vocês"
    ),
    "it": (
        "a ad agli ai al alcune alcuni all'interno alla alle allo allora anche ancora attraverso avere"
        " c'è che chi ci ciascun ciò coi col come con contro così cui da dagli dai dal dalla dalle dei del"
        " dell'utente della delle dello dentro di dopo dove dovrebbe durante e è ed egli era erano essere"
        " essi fino fra già gli grazie hanno ha i il in infatti infine inoltre invece io la le lei li lo"
        " loro ma mediante mentre molte molti molto ne né negli nei nel nella nelle nello nessun noi non"
        " nostro o ogni oltre oppure ora per perché perciò però più poi poiché possono potrebbe prima puoi"
        " può quale quali qualsiasi quando quanto quella quello questa queste questi questo qui quindi se"
        " secondo sempre senza si sia solo sono soprattutto sopra sotto stata stato su sua sue sugli sui"
        " sul sulla suo suoi tale tra tramite tranne tuo tuoi tutta tutte tutti tutto un una uno"
        " utilizzando verso voi"
    ),
    "nl": (
        "aan achter al alle alleen alles als altijd andere beide bij binnen bovendien daar daarna daarom"
        " dan dat de deze die dit doch doen door dus een eerst en er geen haar had hebben heeft hem het"
        " hier hierdoor hij hoe hun iedere ik in indien is je jij jou jouw jullie kan kon kunnen maar meer"
        " met mijn moet moeten na naar naast niet nog nu of om omdat ondanks onder ons onze ook op over"
        " per samen sinds sommige te tegen ten tenzij terwijl tijdens toch tot totdat tussen u uit uw van"
        " vanaf vanuit vanwege veel via volgens voor voordat vooral waar waarbij waardoor waarin waarom"
        " waarop wanneer want waren was wat we wel welke werd werden wie wij worden wordt zal ze zeer zich"
        " zij zijn zo zoals zodat zodra zonder zou zouden zowel"
    ),
    "pl": (
        "aby ale albo ani aż bardzo bez bo być był była było były chociaż chyba co czy czyli dla dlatego"
        " do dopóki dzięki gdy gdyż gdzie i ich ile inne inny innych ja jak jaka jakie jako je jednak"
        " jednakże jego jej jest jeszcze jeśli jeżeli już każda każdego każdy kiedy która które którego"
        " której który których którym którzy lecz lub mają może można mogą musi na nad nadal należy"
        " natomiast następnie nawet nie niektóre nigdy niż o od on ona one oni oraz pod podczas ponad"
        " ponieważ poprzez poza pozostałe przed przez przy sam są się stąd swoje ta także tam te tego tej"
        " ten też to tu tych tylko tym u więc wiele według wraz wszystkich wszystkie wszystko wśród z za"
        " zaś zatem zawsze ze zgodnie że żadne żeby"
    ),
    "cs": (
        "aby ale anebo ani aniž avšak až bez bude budou byl byla byli bylo být což další dokud jako jak"
        " jakmile je jeho jejich její jen jenž jestli jestliže ještě jinak jsou k kde když která které"
        " kterého který kteří kvůli má mají mezi mohou může musí na nad např nebo neboť není než o od po"
        " pod podle pokud poté pouze pro proto protože před přes přesto při s se si svůj ta tak také takže"
        " tato tedy ten tento tím to toho tohoto tuto tyto u v vám vaše však včetně ve všech všechny z za"
        " ze že"
    ),
    "sk": (
        "aby ak aj ako ale alebo ani až bez bola boli bolo bol byť čo ďalšie do hoci ich iba jeho jej je"
        " k kde keď ktorá ktoré ktorého ktorý ktorí lebo len má majú medzi môže môžu musí na nad nie o od"
        " po pod podľa pokiaľ potom pre pred pretože preto pri s sa sú svoj ta tak takže táto teda tento"
        " tieto to toto tým u v váš vo však všetky z za zo že"
    ),
    "ru": (
        "а без благодаря более больше будет будут бы был была были было быть в вам вас ваш ваша вместо"
        " вне во возможно все всё всегда всех вы где даже для до его ее её если есть еще ещё же за зато"
        " здесь и из из-за или им имеет их к каждая каждый как какие какой когда которая которое которой"
        " которого котором которую которые который которых кроме кто либо лишь мне многие может могут"
        " можно мы на над например находится не него некоторые необходимо нет ни но ну о об обычно однако"
        " он она они оно от перед по под пока пор после потом потому почему поэтому при про прежде просто"
        " против раз с сам сейчас следует со согласно среди так также такая такие такой там те тем то"
        " тогда того тоже той только том тот у уже хотя чего чем через что чтобы эта эти этих это этого"
        " этой этом этот является"
    ),
    "uk": (
        "а або адже аж але без більше бо був буде була були було бути в вам вас ваш він вона вони воно"
        " все всі всіх вже ви від де для до доки його коли кожен котрий крім лише ми може можна можуть на"
        " навіть над наприклад не нема немає неї ні ніж о однак от перед під після по поки проте про"
        " просто при саме свій свої себе серед слід так також там та такий те теж тим тих то тоді того той"
        " тому тільки у усі хоча це цей цих цього ці цю через чи що щоб щодо як яка яке який яких якого"
        " якщо із з зі за завжди залежно замість згідно і інші їй їх є"
    ),
    "bg": (
        "а ако без беше би бъде в вече ви във все всички всяка всеки да дали докато до дори други е за"
        " заради защото и из или има им как като когато когото които което която който край към между може"
        " можете на над него не нито но обаче от освен още пак по под поради преди през при само са се"
        " след според също така такава тази това тогава той те тези тъй тя чрез че"
    ),
    "sv": (
        "alla allt alltså än andra att av bara bland blev bli blir både då där därför de dem den denna"
        " dess dessa det detta dock du eftersom efter eller en endast ens enligt ett fast för förutom från"
        " genom göra ha hade han har hon honom hos hur i innan innehåller inom inte ingen inga ja jag just"
        " kan kommer kunde kunna liksom man med medan mellan men mer mot mycket många måste någon något"
        " några när nu och också om oss på per samt sedan sig sin sina ska skall skulle som så sådan trots"
        " till under upp ur ut utan vad var vara varje varför vi via vid vilka vilken vilket"
    ),
    "da": (
        "ad af alle alt altid anden at bare begge bliver både da dem den denne der derefter derfor deres"
        " det dette dig din disse dog du efter eller en end ellers endnu er et for fordi fra før gennem"
        " ham han har havde hende her hos hun hvad hver hvilke hvilken hvis hvor hvordan hvorfor hvornår i"
        " ifølge igen ikke ind ingen inden især jeg kan kun kunne lige man mange med mellem men mens mere"
        " mod måske nogle noget når nu og også om op os over på samt selv selvom siden sig sin ska skal"
        " skulle som så sådan til under uden ud var ved vi via vil ville være"
    ),
    "nb": (
        "alle alt altså andre at av bare begge blir både da de dem den denne der deres dermed derfor det"
        " dette disse du eller en enn er et etter fordi for fra før gjennom han har hos hun hva hver"
        " hvilke hvis hvor hvordan hvorfor i ifølge ikke ingen inn jeg kan kun kunne man mange med mellom"
        " men mens mer mot må noe noen når nå og også om opp oss over på samt selv siden sin skal skulle"
        " som så til under uten ut var ved vi via vil ville være"
    ),
    "ro": (
        "a acest aceasta această aceste acestea acestor acestui aici al ale alt alte altfel ambele apoi"
        " are asemenea astfel atât atunci au ca când care cât ce cei cel cele chiar ci cu cum dacă dar"
        " datorită de deasemenea deci deoarece desigur despre deși din dintre doar după ea ei ele este eu"
        " există fără fi fie fiecare fiind fost iar în înainte încă între într-o într-un îmi își la le lui"
        " mai mult nici nu numai o orice ori oricum pe pentru peste poate pot prin până sa sale sau să se"
        " sunt sub și tot toate totuși toți trebuie un una unde unei unor unui va veți vor"
    ),
    "tr": (
        "aksine ama ancak artık aslında ayrıca bazı beri bile bir birçok biri bu buna bunlar bunu bunun"
        " böylece çok çünkü da daha de değil değildir diğer diye dolayısıyla en fakat gibi göre hala hangi"
        " hatta her herhangi hem hiç için ile ise kadar ki kendi mi mı nasıl ne neden olan olarak olduğu"
        " olması olur onlar onun önce ötürü rağmen sadece sonra sonuç şekilde şey şu tüm üzerinde var ve"
        " veya ya yalnızca yani yine yok zaten"
    ),
    "lt": (
        "ar arba bei bet bus būti buvo dar dėl gali iki ir iš į jei jeigu jie jis jos jų jūs kad kai kaip"
        " kas kiek kol kur kuri kurie kuris kurių labai nes nei ne nėra nors nuo o pagal per po prie prieš"
        " s su tačiau tai taip taigi tam tas tie tik todėl tuo už visi visų yra"
    ),
    "hu": (
        "a ahhoz ahol aki akkor amely amelyek ami amikor annak arra át az azért azok azonban azt bár be"
        " csak de e egy egyes egyik ehhez el én és ez ezek ezen ezért ezt ezzel fel ha hanem hogy hogyan"
        " igen így is itt ki kell közben között külön lehet legalább majd még meg mely mert mi míg mind"
        " minden mint mivel most nagyon ne nem nincs olyan ott pedig például s sem sok számára szerint"
        " tehát továbbá úgy új után vagy van vannak vele való viszont volt"
    ),
    "id": (
        "ada adalah agar akan antara apa apabila atas atau bagi bahwa banyak beberapa bisa dalam dan"
        " dapat dari daripada dengan di dimana hanya harus hingga ini itu jadi jika juga kami karena ke"
        " kemudian ketika kita lain lebih maka mereka meskipun namun oleh pada para saat saja sangat satu"
        " sebagai sebelum sebuah secara sedangkan sehingga sejak selain selama seperti serta setelah"
        " setiap sudah supaya tanpa telah terhadap tersebut tetapi tidak untuk yaitu yang"
    ),
    "fi": (
        "ei eivät eli ellei että he hän ja jo joka jokainen joko jolla jonka jos jossa jota jotka jotta"
        " kaikki kanssa koska koskevat kuin kuitenkin kun kuten me mikä mikäli minkä missä mitä mukaan"
        " mutta muut myös näin näitä ne niin nämä nyt ole olla oli olivat on ovat saattaa se sekä sen"
        " siitä sillä sitä tai taas tämä tämän tästä toisin tulee vaan vaikka vain voi voidaan voivat"
        " vuoksi"
    ),
}  # fmt: skip

# More adverbs, prepositions and words like "etc." that only go on: too many languages share them to tell a
# language by.
GOING_ON_TOO = {
    "en": "etc",
    "de": (
        "usw bzw etc womit woraufhin hierbei hierfür hierzu dazwischen darunter davor stattdessen ebenfalls"
        " ebenso etwa genau genauso inklusive mittels mithilfe anhand angesichts aufgrund infolge jeweils"
        " jederzeit manche mancher meist meistens möglicherweise natürlich niemals oft oftmals schließlich"
        " selbst sonstige sowieso ungefähr vielleicht wiederum zusätzlich"
    ),
    "fr": (
        "etc actuellement auquel auxquels desquels duquel dessous dessus dedans dehors devant derrière"
        " environ excepté hormis ici jamais là lorsqu maintenant moins moyennant non outre puisqu tellement"
        " toujours tel telle telles tels voilà"
    ),
    "es": (
        "etc actualmente adentro afuera alrededor apenas aquel aquella aquellos aquellas atrás bastante"
        " conforme cuyo cuya cuyos cuyas dentro detrás encima excepto fuera hacia igualmente jamás junto"
        " mismo misma mismos mismas nunca quizás salvo siquiera simplemente únicamente vosotros"
    ),
    "pt": (
        "etc atualmente agora assim antes atrás bastante conforme cujo cuja cujos cujas dentro detrás então"
        " entretanto exceto fora igualmente inclusive junto juntamente mesma mesmos mesmas nunca salvo"
        " simplesmente somente todavia contudo enfim"
    ),
    "it": (
        "ecc attualmente adesso altrimenti attorno certamente davanti dietro direttamente eccetto fuori"
        " inclusi incluso insieme intorno mai magari neanche nemmeno oggi ovunque pertanto purché salvo"
        " sebbene semplicemente solamente talvolta tuttavia ugualmente"
    ),
    "nl": (
        "enz bv zodoende aldus alsmede althans behalve beneden boven buiten daarbij daardoor daarin daarop"
        " daarvan daarvoor desondanks echter eveneens hiermee hiervan hiervoor hoewel immers inclusief langs"
        " meestal namelijk niettemin ofwel ongeveer opnieuw respectievelijk tevens vervolgens waarmee waarna"
        " waarvan waarvoor zelfs"
    ),
    "pl": (
        "w z itd itp bądź dlaczego dokładnie dopiero dość głównie jakby jakiś jedynie kilka kiedyś łącznie"
        " mimo niezależnie obecnie obok odpowiednio około ostatecznie podobnie ponownie przynajmniej również"
        " szczególnie tak tutaj wewnątrz wkrótce właśnie wobec wokół wspólnie zamiast zazwyczaj zwykle"
    ),
    "cs": (
        "atd apod atp dokonce dále dosud jakož kdykoli kromě kolem místo mimo navíc například obvykle ovšem"
        " podobně právě skoro stejně teprve tudíž uvnitř vedle vždy zatímco zde zejména zároveň"
    ),
    "ru": (
        "благо вблизи вдоль везде вкратце внутри вокруг впоследствии впрочем вследствие всюду исключая"
        " иначе иногда именно итак какая каким каково лучше между мимо наоборот наряду насколько"
        " незамедлительно ниже никогда около особенно отсюда очень посредством почти примерно причем причём"
        " разумеется сверх свыше сзади следовательно снова совместно столько туда уж чаще что-то"
    ),
    "uk": (
        "тощо біля всередині всюди втім далі дуже зокрема зазвичай знову інакше іноді майже між мабуть"
        " незалежно нижче ніколи одночасно окрім особливо отже причому приблизно раніше скоріше спочатку"
        " усередині часто"
    ),
    "sv": (
        "osv dessutom därefter däremot därmed emellan enbart följaktligen förrän hela här hittills ifall"
        " igenom inuti ibland istället likaså mest minst nedan någonsin ofta omkring ovan plus därav precis"
        " redan ringa samtidigt sist slutligen särskilt tidigare även åtminstone"
    ),
    "da": (
        "osv blandt derimod desuden derfra dernæst dermed desværre eftersom enten foruden formentlig"
        " generelt hele herefter hermed imidlertid imellem inklusive ligesom nemlig ofte omkring særligt"
        " således samtidig sammen stadig såsom tilbage udover uanset undtagen øvrigt"
    ),
    "nb": (
        "osv blant derimot dessuten derfra enten forresten følgelig heller herfra imidlertid imellom"
        " inkludert likevel nemlig ofte omkring særlig sammen samtidig slik stadig tilbake unntatt uansett"
        " ettersom dersom"
    ),
    "ro": (
        "etc adică aproape aproximativ aceea acesta acela acum afară anume ba căci câteva conform contra"
        " decât deasupra dedesubt dincolo împreună îndată împotriva înaintea inclusiv lângă mereu niciodată"
        " nicio niciun oricare oricând oriunde precum totodată uneori"
    ),
    "tr": (
        "vb vs bazen belki bunların bunlardan dolayı eğer esasen genellikle hariç hemen hep herkes hâlâ"
        " ilgili itibaren içinde karşı kısacası kez nedeniyle neredeyse nitekim onları onlardan onların"
        " ondan oysa özellikle sanki şayet şimdi tam tarafından tekrar üzere yerine yoksa zaman"
    ),
    "hu": (
        "stb ahelyett ahogy aztán addig alatt alapján annyi attól azaz azután belül bármely bizonyos"
        " egészen előtt ennek esetén esetleg ellen feltéve főként gyakran helyett hiszen ismét jelenleg"
        " képest keresztül kivéve később különösen mellett miatt mielőtt mindig mindkét miután mögött néhány"
        " néha rajta részben soha szintén talán ugyan ugyanakkor ugyanaz utána valamint vagyis végül"
    ),
    "fi": (
        "jne ym yms tässä täällä siellä siinä silloin jolloin joten esimerkiksi lisäksi tällä tällöin itse"
        " vielä ilman ennen jälkeen aikana aina ainakin ainoastaan edelleen erityisesti esim heti jopa josta"
        " johon jolle jolta joista joissa juuri jälleen kautta kuitenkaan lähes lopuksi melko mihin mistä"
        " monta myöskin nykyisin näiden näistä näissä nopeasti noin olisi oman puolestaan saakka samalla"
        " samoin sama sellainen siksi sitten tähän täysin tätä vailla varten vasta vähintään yhdessä yleensä"
        " yli alla alle"
    ),
}  # fmt: skip

# What follows the first word of an English fragment ("interview from Almaty", "behavior to reduce
# losses"), and not the name of a program that opens a sentence: there a verb follows.
GOING_ON = frozenset("a an the of to for from in into on onto at by with without among between than".split())


# Prepositions behind which a noun is explained: no name of a program stands in front of them.
OF = {"es": "de del", "fr": "de du des", "it": "di del dello della dei degli delle", "pt": "de do da dos das"}


@cache
def continuing(lang: str) -> frozenset[str]:
    """Return the words, in small letters, that a sentence in a language (a BCP 47 tag) goes on with."""
    primary = lang.partition("-")[0].lower()
    primary = "nb" if primary in ("no", "nn") else primary
    return frozenset((CONTINUING.get(primary, "") + " " + GOING_ON_TOO.get(primary, "")).split())
