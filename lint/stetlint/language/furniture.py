"""What publishing systems print around an article, by language: comment forms, share bars, pagers, notices.

One phrase a line, as WordPress, Drupal, Blogger, Disqus, Ghost and others print it in that language. English
has the forms beside it that engines make of such a phrase. ``{site}`` stands for each of NETWORKS; figures
are left out.

SURE phrases fill a paragraph nowhere else; LOOSE ones do so in the words of an author too, and count only in
the company of another. COUNTED ones stand between a figure and a title in quotation marks: 1 thought on “…”.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from stetlint.language.patterns import Pattern

NETWORKS = (
    "Twitter",
    "Facebook",
    "LinkedIn",
    "Reddit",
    "Pinterest",
    "Tumblr",
    "WhatsApp",
    "Telegram",
    "Pocket",
    "Mastodon",
    "Bluesky",
    "Threads",
    "Skype",
    "VK",
    "X",
    "Google+",
    "Email",
    "Print",
)

SURE = {
    "en": """
Leave a Reply
Cancel reply
Leave a Reply Cancel reply
Leave a comment Cancel reply
Your email address will not be published
Your e-mail address will not be published
The email address will not be published
Your email address is not published
Your email address won't be published
Email address will not be published
Your email will not be published
Required fields are marked *
Required fields are marked with *
The required fields are marked *
The required fields are marked with *
Mandatory fields are marked with *
Mandatory fields are marked *
Obligatory fields are marked with *
Obligatory fields are marked *
Fields marked with * are required
Save my name, email, and website in this browser for the next time I comment
Save my name, email and website in this browser for the next time I comment
Save my name, e-mail and website in this browser for the next time I comment
Save my name, email and site in this browser for my next comments
Save my details in this browser for the next time I comment
You must be logged in to post a comment
You must be logged in to leave a comment
You must be logged in to reply to this topic
You must log in to post a comment
You need to be logged in to post a comment
Log in to leave a comment
Log in or register to post comments
Login or register to post comments
Notify me of follow-up comments by email
Notify me of new comments via email
Notify me of new posts by email
Notify me of new posts via email
Notify me of followup comments via e-mail
Enter your email address to subscribe to this blog and receive notifications of new posts by email
This site uses Akismet to reduce spam
Learn how your comment data is processed
Click to share on {site} (Opens in new window)
Click to share on {site} (Opens in a new window)
Click to email a link to a friend (Opens in new window)
Click to email this to a friend (Opens in new window)
Click to print (Opens in new window)
Email This BlogThis! Share to Twitter Share to Facebook Share to Pinterest
Post navigation
Posts navigation
Proudly powered by WordPress
Please enable JavaScript to view the comments powered by Disqus
comments powered by Disqus
Subscribe to: Post Comments (Atom)
Privacy & Cookies: This site uses cookies
To find out more, including how to control cookies, see here
By continuing to use this website, you agree to their use
Get new posts by email
""",
    "de": """
Schreibe einen Kommentar
Hinterlasse eine Antwort
Hinterlasse eine Antwort Antworten abbrechen
Schreiben Sie einen Kommentar
Kommentar schreiben Antwort abbrechen
Schreibe einen Kommentar Antworten abbrechen
Antworten abbrechen
Antwort abbrechen
Deine E-Mail-Adresse wird nicht veröffentlicht
Ihre E-Mail-Adresse wird nicht veröffentlicht
Die E-Mail-Adresse wird nicht veröffentlicht
Erforderliche Felder sind mit * markiert
Pflichtfelder sind mit * markiert
Meinen Namen, meine E-Mail-Adresse und meine Website in diesem Browser speichern, bis ich wieder kommentiere
Name, E-Mail-Adresse und Website in diesem Browser für meinen nächsten Kommentar speichern
Du musst angemeldet sein, um einen Kommentar abzugeben
Sie müssen angemeldet sein, um einen Kommentar abzugeben
Benachrichtige mich über nachfolgende Kommentare via E-Mail
Benachrichtige mich über neue Beiträge via E-Mail
Diese Website verwendet Akismet, um Spam zu reduzieren
Erfahre, wie deine Kommentardaten verarbeitet werden
Erfahre mehr darüber, wie deine Kommentardaten verarbeitet werden
Klick, um über {site} zu teilen (Wird in neuem Fenster geöffnet)
Klick, um auf {site} zu teilen (Wird in neuem Fenster geöffnet)
Klicken zum Ausdrucken (Wird in neuem Fenster geöffnet)
Beitragsnavigation
Beitrags-Navigation
Stolz präsentiert von WordPress
Meinen Namen, meine E-Mail-Adresse und meine Website in diesem Browser für die nächste Kommentierung speichern
""",
    "fr": """
Laisser un commentaire
Laisser un commentaire Annuler la réponse
Annuler la réponse
Laisser une réponse
Votre adresse e-mail ne sera pas publiée
Votre adresse email ne sera pas publiée
Votre adresse de messagerie ne sera pas publiée
L'adresse e-mail ne sera pas publiée
Les champs obligatoires sont indiqués avec *
Les champs obligatoires sont marqués avec *
Enregistrer mon nom, mon e-mail et mon site dans le navigateur pour mon prochain commentaire
Enregistrer mon nom, mon e-mail et mon site web dans le navigateur pour mon prochain commentaire
Laisser un commentaire Annuler
Vous devez vous connecter pour publier un commentaire
Vous devez être connecté pour publier un commentaire
Avertissez-moi par e-mail des nouveaux commentaires
Prévenez-moi de tous les nouveaux commentaires par e-mail
Prévenez-moi de tous les nouveaux articles par e-mail
Ce site utilise Akismet pour réduire les indésirables
En savoir plus sur la façon dont les données de vos commentaires sont traitées
En savoir plus sur comment les données de vos commentaires sont utilisées
Cliquez pour partager sur {site} (ouvre dans une nouvelle fenêtre)
Cliquer pour partager sur {site} (ouvre dans une nouvelle fenêtre)
Cliquer pour imprimer (ouvre dans une nouvelle fenêtre)
Navigation de l'article
Navigation de l’article
Navigation des articles
Fièrement propulsé par WordPress
""",
    "es": """
Deja una respuesta
Deja un comentario Cancelar respuesta
Deja una respuesta Cancelar la respuesta
Cancelar la respuesta
Cancelar respuesta
Tu dirección de correo electrónico no será publicada
Su dirección de correo electrónico no será publicada
Los campos obligatorios están marcados con *
Los campos necesarios están marcados *
Guarda mi nombre, correo electrónico y web en este navegador para la próxima vez que comente
Guardar mi nombre, correo electrónico y sitio web en este navegador para la próxima vez que haga un comentario
Lo siento, debes estar conectado para publicar un comentario
Recibir un correo electrónico con los siguientes comentarios a esta entrada
Recibir un correo electrónico con cada nueva entrada
Este sitio usa Akismet para reducir el spam
Este sitio utiliza Akismet para reducir el spam
Aprende cómo se procesan los datos de tus comentarios
Haz clic para compartir en {site} (Se abre en una ventana nueva)
Haz clic para imprimir (Se abre en una ventana nueva)
Navegación de entradas
Funciona gracias a WordPress
""",
    "pt": """
Deixe um comentário Cancelar resposta
Deixe uma resposta
Deixe uma resposta Cancelar resposta
Cancelar resposta
O seu endereço de e-mail não será publicado
O seu endereço de email não será publicado
O seu endereço de correio electrónico não será publicado
Campos obrigatórios são marcados com *
Campos obrigatórios marcados com *
Salvar meus dados neste navegador para a próxima vez que eu comentar
Guardar o meu nome, email e site neste navegador para a próxima vez que eu comentar
Você precisa fazer o login para publicar um comentário
Tem de iniciar a sessão para publicar um comentário
Notifique-me sobre novos comentários por e-mail
Notifique-me sobre novas publicações por e-mail
Este site utiliza o Akismet para reduzir spam
Saiba como seus dados em comentários são processados
Clique para compartilhar no {site}(abre em nova janela)
Clique para partilhar no {site} (Opens in new window)
Navegação de Post
Navegação de artigos
Orgulhosamente mantido com WordPress
""",
    "it": """
Lascia un commento
Lascia un commento Annulla risposta
Lascia una risposta
Annulla risposta
Il tuo indirizzo email non sarà pubblicato
Il tuo indirizzo e-mail non sarà pubblicato
I campi obbligatori sono contrassegnati *
Salva il mio nome, email e sito web in questo browser per la prossima volta che commento
Salva il mio nome, email, e sito web in questo browser per la prossima volta che commento
Devi essere connesso per inviare un commento
Avvertimi via email in caso di risposte al mio commento
Avvertimi via email alla pubblicazione di un nuovo articolo
Questo sito usa Akismet per ridurre lo spam
Questo sito utilizza Akismet per ridurre lo spam
Scopri come i tuoi dati vengono elaborati
Scopri come vengono elaborati i dati derivati dai commenti
Fai clic per condividere su {site} (Si apre in una nuova finestra)
Navigazione articoli
Do il mio consenso affinché un cookie salvi i miei dati (nome, email, sito web) per il prossimo commento
""",
    "nl": """
Geef een reactie
Geef een antwoord
Geef een reactie Reactie annuleren
Laat een reactie achter
Reactie annuleren
Antwoord annuleren
Je e-mailadres wordt niet gepubliceerd
Het e-mailadres wordt niet gepubliceerd
Uw e-mailadres wordt niet gepubliceerd
Vereiste velden zijn gemarkeerd met *
Verplichte velden zijn gemarkeerd met *
Mijn naam, e-mail en site opslaan in deze browser voor de volgende keer wanneer ik een reactie plaats
Mijn naam, e-mailadres en website opslaan in deze browser voor de volgende keer wanneer ik een reactie plaats
Je moet ingelogd zijn om een reactie te plaatsen
Je moet inloggen om een reactie te kunnen plaatsen
Stuur mij een e-mail als er vervolgreacties zijn
Stuur mij een e-mail als er nieuwe berichten zijn
Deze site gebruikt Akismet om spam te verminderen
Bekijk hoe je reactie gegevens worden verwerkt
Bekijk hoe je reactie-gegevens worden verwerkt
Klik om te delen met {site} (Wordt in een nieuw venster geopend)
Klik om te delen op {site} (Wordt in een nieuw venster geopend)
Berichtnavigatie
Bericht navigatie
""",
    "pl": """
Dodaj komentarz Anuluj pisanie odpowiedzi
Anuluj pisanie odpowiedzi
Zostaw odpowiedź
Twój adres e-mail nie zostanie opublikowany
Twój adres email nie zostanie opublikowany
Wymagane pola są oznaczone *
Pola, których wypełnienie jest wymagane, są oznaczone symbolem *
Zapamiętaj moje dane w tej przeglądarce podczas pisania kolejnych komentarzy
Zapisz moje dane, adres e-mail i witrynę w przeglądarce aby wypełnić dane podczas pisania kolejnych komentarzy
Komentarz wpisz
Musisz się zalogować, aby móc dodać komentarz
Musisz być zalogowany, aby dodać komentarz
Powiadom mnie o kolejnych komentarzach przez email
Powiadom mnie o nowych wpisach przez email
Ta strona używa Akismet do redukcji spamu
Dowiedz się, w jaki sposób przetwarzane są dane Twoich komentarzy
Kliknij, aby udostępnić na {site} (Otwiera się w nowym oknie)
Kliknij, aby udostępnić na Facebooku (Otwiera się w nowym oknie)
Kliknij, aby udostępnić na Twitterze (Otwiera się w nowym oknie)
Kliknij, aby udostępnić na WhatsAppie (Otwiera się w nowym oknie)
Kliknij, aby udostępnić na Telegramie (Otwiera się w nowym oknie)
Nawigacja wpisu
Dumnie wspierane przez WordPressa
""",
    "cs": """
Napsat komentář Zrušit odpověď na komentář
Zrušit odpověď na komentář
Vaše e-mailová adresa nebude zveřejněna
Vaše emailová adresa nebude zveřejněna
Vyžadované informace jsou označeny *
Uložit do prohlížeče jméno, e-mail a webovou stránku pro budoucí komentáře
Pro přidávání komentářů se musíte nejdříve přihlásit
Upozornit na nové komentáře e-mailem
Upozornit na nové příspěvky e-mailem
Navigace pro příspěvek
Používáme WordPress
""",
    "sk": """
Pridaj komentár
Zrušiť odpoveď
Vaša e-mailová adresa nebude zverejnená
Vyžadované polia sú označené *
Navigácia v článku
""",
    "ru": """
Добавить комментарий Отменить ответ
Отменить ответ
Ваш адрес email не будет опубликован
Ваш e-mail не будет опубликован
Ваш адрес электронной почты не будет опубликован
Обязательные поля помечены *
Сохранить моё имя, email и адрес сайта в этом браузере для последующих моих комментариев
Для отправки комментария вам необходимо авторизоваться
Уведомлять о новых комментариях по почте
Уведомить меня о новых комментариях по email
Уведомлять меня о новых записях почтой
Этот сайт использует Akismet для борьбы со спамом
Узнайте, как обрабатываются ваши данные комментариев
Нажмите, чтобы поделиться на {site} (Открывается в новом окне)
Нажмите, чтобы поделиться в {site} (Открывается в новом окне)
Навигация по записям
Сайт работает на WordPress
""",
    "uk": """
Залишити відповідь
Залишити коментар Скасувати коментар
Залишити відповідь Скасувати відповідь
Скасувати відповідь
Ваша e-mail адреса не оприлюднюватиметься
Ваша електронна адреса не буде опублікована
Обов’язкові поля позначені *
Обов'язкові поля позначені *
Зберегти моє ім'я, e-mail, та адресу сайту в цьому браузері для моїх подальших коментарів
Щоб відправити коментар вам необхідно авторизуватись
Цей сайт використовує Akismet для зменшення спаму
Навігація записів
""",
    "tr": """
Bir yanıt yazın
Bir yanıt yazın Yanıtı iptal et
Bir cevap yazın
Bir cevap yazın Cevabı iptal et
Yanıtı iptal et
Cevabı iptal et
E-posta adresiniz yayınlanmayacak
E-posta hesabınız yayımlanmayacak
Gerekli alanlar * ile işaretlenmişlerdir
Gerekli alanlar işaretlendi *
Daha sonraki yorumlarımda kullanılması için adım, e-posta adresim ve site adresim bu tarayıcıya kaydedilsin
Yorum yapabilmek için oturum açmalısınız
Yazı gezinmesi
Yazı dolaşımı
""",
    "sv": """
Lämna ett svar
Lämna ett svar Avbryt svar
Lämna en kommentar Avbryt svar
Avbryt svar
Din e-postadress kommer inte publiceras
Din e-postadress kommer inte att publiceras
Obligatoriska fält är märkta *
Spara mitt namn, min e-postadress och webbplats i denna webbläsare till nästa gång jag skriver en kommentar
Du måste vara inloggad för att publicera en kommentar
Inläggsnavigering
Drivs med WordPress
""",
    "da": """
Skriv et svar
Skriv et svar Annuller svar
Annuller svar
Din e-mailadresse vil ikke blive publiceret
Din e-mail-adresse vil ikke blive publiceret
Krævede felter er markeret med *
Gem mit navn, mail og websted i denne browser til næste gang jeg kommenterer
Indlægsnavigation
Drevet af WordPress
""",
    "nb": """
Legg igjen en kommentar
Legg igjen en kommentar Avbryt svar
Legg igjen et svar
Avbryt svar
Din e-postadresse vil ikke bli publisert
Obligatoriske felt er merket med *
Lagre mitt navn, e-post og nettside i denne nettleseren for neste gang jeg kommenterer
Innleggsnavigasjon
""",
    "fi": """
Vastaa Peruuta vastaus
Peruuta vastaus
Sähköpostiosoitettasi ei julkaista
Pakolliset kentät on merkitty *
Tallenna nimeni, sähköpostiosoitteeni ja kotisivuni tähän selaimeen seuraavaa kommentointikertaa varten
Artikkelien selaus
Voimanlähteenä WordPress
""",
    "hu": """
Vélemény, hozzászólás?
Válasz megszakítása
Az e-mail címet nem tesszük közzé
Az e-mail-címet nem tesszük közzé
A kötelező mezőket * karakterrel jelöltük
A nevem, e-mail címem, és weboldalcímem mentése a böngészőben a következő hozzászólásomhoz
Bejegyzés navigáció
""",
    "ro": """
Lasă un răspuns
Lasă un comentariu Anulează răspunsul
Lasă un răspuns Anulează răspunsul
Anulează răspunsul
Adresa ta de email nu va fi publicată
Câmpurile obligatorii sunt marcate cu *
Salvează-mi numele, emailul și site-ul web în acest navigator pentru data viitoare când o să comentez
Navigare în articole
""",
    "el": """
Αφήστε μια απάντηση
Αφήστε μια απάντηση Ακύρωση απάντησης
Ακύρωση απάντησης
Η ηλ. διεύθυνση σας δεν δημοσιεύεται
Η διεύθυνση email σας δεν θα δημοσιευθεί
Τα υποχρεωτικά πεδία σημειώνονται με *
Πλοήγηση άρθρων
""",
    "ja": """
コメントを残す
コメントを残す コメントをキャンセル
コメントする コメントをキャンセル
コメントをキャンセル
返信をキャンセルする
メールアドレスが公開されることはありません
が付いている欄は必須項目です
次回のコメントで使用するためブラウザーに自分の名前、メールアドレス、サイトを保存する
コメントを投稿するにはログインしてください
新しい投稿をメールで受け取る
このサイトはスパムを低減するために Akismet を使っています
コメントデータの処理方法の詳細はこちらをご覧ください
投稿ナビゲーション
クリックして {site} で共有 (新しいウィンドウで開きます)
""",
    "zh": """
发表回复
发表回复 取消回复
发表评论 取消回复
发表回覆
取消回复
您的电子邮箱地址不会被公开
您的邮箱地址不会被公开
电子邮件地址不会被公开
必填项已用 * 标注
必填项已用*标注
在此浏览器中保存我的显示名称、邮箱地址和网站地址，以便下次评论时使用
要发表评论，您必须先登录
点击以在 {site} 上共享 (在新窗口中打开)
点击以在 {site} 上分享 (在新窗口中打开)
点击分享到 {site} (在新窗口中打开)
按一下即可分享至 {site} (在新視窗中開啟)
文章导航
發佈留言
發佈留言 取消回覆
發表迴響
取消回覆
發佈留言必須填寫的電子郵件地址不會公開
必填欄位標示為 *
文章導覽
在浏览器中保存我的名字、电子邮件和网站地址，以便下次发表评论时使用
在瀏覽器中儲存顯示名稱、電子郵件地址及個人網站網址，以供下次發佈留言時使用
在瀏覽器中儲存顯示名稱、電子郵件地址及個人網站網址，以便下次發佈留言時使用
""",
    "ko": """
답글 남기기
답글 남기기 응답 취소
댓글 남기기 응답 취소
응답 취소
이메일 주소는 공개되지 않습니다
이메일은 공개되지 않습니다
필수 필드는 * 표시됩니다
다음 번 댓글 작성을 위해 이 브라우저에 이름, 이메일, 그리고 웹사이트를 저장합니다
글 탐색
글 내비게이션
""",
    "ar": """
اترك تعليقاً
اترك تعليقاً إلغاء الرد
اترك رد
إلغاء الرد
لن يتم نشر عنوان بريدك الإلكتروني
الحقول الإلزامية مشار إليها بـ *
احفظ اسمي، بريدي الإلكتروني، والموقع الإلكتروني في هذا المتصفح لاستخدامها المرة المقبلة في تعليقي
تصفّح المقالات
""",
    "id": """
Tinggalkan Balasan
Tinggalkan Balasan Batalkan balasan
Tinggalkan komentar Batalkan balasan
Batalkan balasan
Alamat email Anda tidak akan dipublikasikan
Ruas yang wajib ditandai *
Simpan nama, email, dan situs web saya pada peramban ini untuk komentar saya berikutnya
Navigasi pos
""",
    "vi": """
Để lại một bình luận
Để lại một bình luận Hủy
Trả lời Hủy
Email của bạn sẽ không được hiển thị công khai
Địa chỉ email của bạn sẽ không được công bố
Các trường bắt buộc được đánh dấu *
Lưu tên của tôi, email, và trang web trong trình duyệt này cho lần bình luận kế tiếp của tôi
Điều hướng bài viết
""",
    "bg": """
Вашият коментар Отказ
Вашият имейл адрес няма да бъде публикуван
Задължителните полета са отбелязани с *
Запазване на името, имейл адреса и уебсайта ми в този браузър за следващия път когато коментирам
""",
    "ca": """
Cancel·la les respostes
L'adreça electrònica no es publicarà
Els camps necessaris estan marcats amb *
Desa el meu nom, correu electrònic i lloc web en aquest navegador per a la pròxima vegada que comenti
""",
    "et": """
Tühista vastus
Sinu e-postiaadressi ei avaldata
Nõutavad väljad on tähistatud *-ga
""",
    "fa": """
دیدگاهتان را بنویسید
دیدگاهتان را بنویسید لغو پاسخ
لغو پاسخ
نشانی ایمیل شما منتشر نخواهد شد
بخش‌های موردنیاز علامت‌گذاری شده‌اند *
""",
    "he": """
כתיבת תגובה לבטל
האימייל לא יוצג באתר
שדות החובה מסומנים *
שמור בדפדפן זה את השם, האימייל והאתר שלי לפעם הבאה שאגיב
""",
    "hi": """
जवाब रद्द करें
आपका ईमेल पता प्रकाशित नहीं किया जाएगा
आवश्यक फ़ील्ड चिह्नित हैं *
""",
    "hr": """
Odgovori Otkaži odgovor
Otkaži odgovor
Vaša adresa e-pošte neće biti objavljena
Obavezna polja su označena sa *
""",
    "lt": """
Parašykite komentarą Atšaukti atsakymą
Atšaukti atsakymą
Būtini laukeliai pažymėti *
""",
    "sl": """
Prekliči odgovor
Vaš e-naslov ne bo objavljen
* označuje zahtevana polja
""",
    "sr": """
Ваша адреса е-поште неће бити објављена
Неопходна поља су означена *
Vaša adresa e-pošte neće biti objavljena
Neophodna polja su označena *
""",
    "th": """
ใส่ความเห็น ยกเลิกการตอบ
ยกเลิกการตอบ
อีเมลของคุณจะไม่แสดงให้คนอื่นเห็น
ช่องข้อมูลจำเป็นถูกทำเครื่องหมาย *
""",
}

LOOSE = {
    "en": """
Leave a comment
Leave your comment
Leave a response
Write a comment
Add a comment
Add comment
Post a comment
Post comment
Comments are closed
Comments
No comments
Share this
Share this article
Share this post
Share on {site}
Share on Twitter Share on Facebook
Tweet
Like this
Share
Print this page
Related posts
Related articles
Related
You may also like
You might also like
Recommended for you
Most read
Most popular
Read more
Read next
Continue reading
Read the full article
Previous post
Next post
Previous article
Next article
Older posts
Newer posts
Older post
Newer post
Recent posts
Recent comments
About the author
View all posts by
Filed under
All rights reserved
Subscribe
Subscribe now
Follow us on {site}
Follow us
Privacy policy
Cookie policy
Terms of use
Accept all cookies
Accept all
Accept cookies
Cookie settings
Advertisement
Name *
Email *
Website
Cancel the reply
Enter your comment here
Share to {site}
Article navigation
Skip to content
Skip to main content
Jump to navigation
Powered by WordPress
Powered by Blogger
Powered by Ghost
Powered by Disqus
Powered by Drupal
Powered by Joomla!
Like Loading
Sign me up for the newsletter
Subscribe to our newsletter
Sign up for our newsletter
Sign up to our newsletter
Comment *
Pingback
""",
    "de": """
Kommentar hinterlassen
Kommentar schreiben
Hinterlasse einen Kommentar
Kommentare sind geschlossen
Teilen mit
Teilen
Gefällt mir
Wird geladen
Ähnliche Beiträge
Weiterlesen
Mehr lesen
Vorheriger Beitrag
Nächster Beitrag
Ältere Beiträge
Neuere Beiträge
Neueste Beiträge
Alle Rechte vorbehalten
Newsletter abonnieren
Alle Cookies akzeptieren
Name *
E-Mail *
E-Mail-Adresse *
Website
Kommentar abschicken
Zum Inhalt springen
Direkt zum Inhalt
Zum Hauptinhalt springen
Kommentar *
Neueste Kommentare
""",
    "fr": """
Les commentaires sont fermés
Partager
Partager sur {site}
Partager cet article
J'aime
J’aime
Chargement
Articles similaires
Lire la suite
Article précédent
Article suivant
Articles récents
Tous droits réservés
Nom *
E-mail *
Site web
Tout accepter
Publier le commentaire
Aller au contenu
Aller au contenu principal
Commentaire *
Commentaires récents
""",
    "es": """
Deja un comentario
Dejar un comentario
Comentarios cerrados
Compartir
Comparte esto
Compartir en {site}
Me gusta
Cargando
Relacionado
Leer más
Seguir leyendo
Entrada anterior
Entrada siguiente
Entradas recientes
Todos los derechos reservados
Nombre *
Correo electrónico *
Web
Aceptar todas
Publicar el comentario
Saltar al contenido
Ir al contenido
Comentario *
Comentarios recientes
""",
    "pt": """
Deixe um comentário
Comentários encerrados
Compartilhe isso
Compartilhar
Partilhar
Curtir isso
Carregando
Relacionado
Leia mais
Continue lendo
Post anterior
Próximo post
Posts recentes
Todos os direitos reservados
Nome *
E-mail *
Site
Publicar comentário
Pular para o conteúdo
Pular para o conteúdo principal
Saltar para o conteúdo
Comentário *
Comentários recentes
""",
    "it": """
Condividi
Condividi su {site}
Mi piace
Caricamento
Correlati
Leggi tutto
Continua a leggere
Articolo precedente
Articolo successivo
Articoli recenti
Tutti i diritti riservati
Nome *
Email *
Sito web
Invia commento
Vai al contenuto
Salta al contenuto principale
Salta al contenuto
Commento *
Commenti recenti
""",
    "nl": """
Delen
Vind ik leuk
Laden
Gerelateerd
Lees meer
Lees verder
Vorig bericht
Volgend bericht
Alle rechten voorbehouden
Naam *
E-mail *
Site
Reactie plaatsen
Spring naar inhoud
Ga naar de inhoud
Naar de inhoud springen
Overslaan en naar de inhoud gaan
Reactie *
Recente reacties
Recente berichten
""",
    "pl": """
Dodaj komentarz
Możliwość komentowania została wyłączona
Udostępnij
Lubię to
Wczytywanie
Podobne
Czytaj dalej
Czytaj więcej
Poprzedni wpis
Następny wpis
Ostatnie wpisy
Wszelkie prawa zastrzeżone
Nazwa *
Adres e-mail *
Witryna internetowa
Zobacz wpisy
Przejdź do treści
Przejdź do treści głównej
Komentarz *
Najnowsze komentarze
""",
    "cs": """
Přidat komentář
Sdílet
Související
Číst dál
Pokračovat ve čtení
Předchozí příspěvek
Následující příspěvek
Všechna práva vyhrazena
Jméno *
E-mail *
Webová stránka
Napsat komentář
Odeslat komentář
Přejít k obsahu webu
Přejít k hlavnímu obsahu
Komentář *
Nejnovější komentáře
""",
    "ru": """
Оставить комментарий
Комментарии закрыты
Поделиться
Поделиться ссылкой
Понравилось это
Загрузка
Похожее
Читать далее
Читать дальше
Предыдущая запись
Следующая запись
Свежие записи
Все права защищены
Имя *
Email *
Сайт
Добавить комментарий
Отправить комментарий
Перейти к содержимому
Перейти к основному содержанию
Комментарий *
Свежие комментарии
""",
    "uk": """
Залишити коментар
Поділитися
Подібне
Читати далі
Всі права захищені
Ім'я *
Email *
Перейти до вмісту
Перейти до основного вмісту
Коментар *
""",
    "tr": """
Yorum yap
Yorum bırakın
Paylaş
Bunu paylaş
İlgili
Devamını oku
Önceki yazı
Sonraki yazı
Tüm hakları saklıdır
İsim *
E-posta *
Yorum gönder
İçeriğe geç
İçeriğe atla
Ana içeriğe atla
Yorum *
Son yorumlar
Son yazılar
""",
    "sv": """
Lämna en kommentar
Dela
Dela detta
Gilla
Läs mer
Föregående inlägg
Nästa inlägg
Alla rättigheter förbehållna
Namn *
E-post *
Webbplats
Publicera kommentar
Hoppa till innehåll
Gå till innehåll
Hoppa till huvudinnehåll
Kommentar *
Senaste inläggen
Senaste kommentarer
""",
    "da": """
Skriv en kommentar
Del dette
Læs mere
Alle rettigheder forbeholdes
Navn *
E-mail *
Videre til indhold
Spring til indhold
Gå til hovedindhold
Kommentar *
""",
    "nb": """
Del dette
Les mer
Alle rettigheter reservert
Navn *
E-post *
Hopp til innhold
Hopp rett til innholdet
Hopp til hovedinnhold
Kommentar *
""",
    "fi": """
Jätä kommentti
Jaa tämä
Lue lisää
Edellinen artikkeli
Seuraava artikkeli
Nimi *
Sähköpostiosoite *
Siirry sisältöön
Hyppää pääsisältöön
Kommentti *
""",
    "hu": """
Megosztás
Tovább olvasom
Minden jog fenntartva
Név *
E-mail cím *
Hozzászólás küldése
Ugrás a tartalomhoz
Kilépés a tartalomba
Ugrás a tartalomra
Hozzászólás *
""",
    "ro": """
Lasă un comentariu
Partajează
Citește mai mult
Toate drepturile rezervate
Nume *
Email *
Sari la conținut
Mergi la conținutul principal
Comentariu *
Comentarii recente
""",
    "el": """
Αφήστε ένα σχόλιο
Διαβάστε περισσότερα
Όνομα *
Μετάβαση στο περιεχόμενο
Παράκαμψη προς το κυρίως περιεχόμενο
Σχόλιο *
""",
    "ja": """
コメント
共有
いいね
読み込み中
関連
続きを読む
前の投稿
次の投稿
名前 *
メール *
サイト
コンテンツへスキップ
メインコンテンツに移動
コメント *
最近の投稿
最近のコメント
""",
    "zh": """
发表评论
分享到
分享此文
分享此文章
共享此文章
分享這篇文章
赞过
相关
阅读更多
继续阅读
上一篇
下一篇
版权所有
姓名 *
电子邮箱 *
跳至内容
跳转到主要内容
跳至主要內容
评论 *
留言 *
近期文章
近期评论
最新文章
""",
    "ko": """
댓글 남기기
공유하기
더 읽기
이전 글
다음 글
이름 *
이메일 *
콘텐츠로 바로가기
콘텐츠로 건너뛰기
댓글 *
최신 글
최신 댓글
""",
    "ar": """
مشاركة
اقرأ المزيد
جميع الحقوق محفوظة
الاسم *
البريد الإلكتروني *
التجاوز إلى المحتوى
التعليق *
""",
    "id": """
Tinggalkan komentar
Bagikan ini
Baca selengkapnya
Nama *
Email *
Langsung ke konten
Lewati ke konten
Komentar *
""",
    "vi": """
Chia sẻ
Đọc thêm
Tên *
Email *
Chuyển đến nội dung
Chuyển đến phần nội dung
Bình luận *
""",
    "sk": """
Preskočiť na obsah
""",
    "bg": """
Коментар *
""",
    "ca": """
Deixa un comentari
Comentari *
""",
    "et": """
Lisa kommentaar
Kommentaar *
""",
    "fa": """
دیدگاه *
""",
    "he": """
תגובה *
""",
    "hi": """
टिप्पणी *
""",
    "hr": """
Komentar *
""",
    "lt": """
Komentaras *
""",
    "sl": """
Komentar *
""",
    "sr": """
Коментар *
Komentar *
""",
    "th": """
ความเห็น *
""",
}

COUNTED = {
    "en": (
        "one thought on, one comment on, one reply to, one response to, thought on, "
        "thoughts on, comment on, comments on, reply to, replies to, response to, responses to"
    ),
    "de": "Ein Gedanke zu, Ein Kommentar zu, Gedanke zu, Gedanken zu, Kommentar zu, Kommentare zu",
    "fr": (
        "Une réflexion sur, Un commentaire sur, réflexion sur, réflexions sur, commentaire sur, "
        "commentaires sur"
    ),
    "es": (
        "Un comentario en, Un pensamiento sobre, comentario en, comentarios en, "
        "pensamiento sobre, pensamientos sobre"
    ),
    "pt": (
        "Um comentário em, Um comentário sobre, comentário em, comentários em, "
        "comentário sobre, comentários sobre"
    ),
    "it": "Un pensiero su, Un commento su, pensiero su, pensieri su, commento su, commenti su",
    "nl": (
        "Eén gedachte over, Eén reactie op, gedachte over, gedachten over, gedachtes over, "
        "reactie op, reacties op"
    ),
    "pl": "komentarz do, komentarze do, komentarzy do, myśl na temat",
    "cs": "komentář u, komentáře u, komentářů u",
    "ru": "комментарий к, комментария к, комментариев к, комментарий на, мысль о, мысли о",
    "uk": "коментар до, коментарі до, коментарів до",
    "sv": "En tanke på, Ett svar på, tanke på, tankar på, svar på, reaktion på",
    "da": "tanke om, tanker om",
    "nb": "kommentar om, kommentarer om",
    "hu": "hozzászólás a következőhöz",
}

# A phrase is looked up part by part: a sentence, a label, what stands in brackets.
PARTING = '\n\r\t.!?:;|*_#<>()[]{}\\"“”„«»‹›「」『』•·→←…。！？：（）\u2028\ufffc'
PART = Pattern(f"[^{re.escape(PARTING)}]+")
BETWEEN = PARTING + " \u00a00123456789"  # what may stand in front of a phrase
HEAD = 4


def normalised(part: str) -> str:
    """Return a part of a phrase as the tables have it: small letters, single blanks, no figures around it."""
    return " ".join(part.lower().split()).strip(" 0123456789")


class Furniture:
    """The phrases of some languages, normalised: sure, loose, counted, and filling.

    A phrase of several parts stands here with its main one, the first of a share button, else the longest
    that is not in brackets.
    Filling are the other parts ("Opens in new window") and NETWORKS.
    """

    def __init__(self, languages: Iterable[str]) -> None:
        filling = set(map(str.lower, NETWORKS))
        self.sure, self.loose = (
            _main_parts([table[lang] for lang in languages if lang in table], filling)
            for table in (SURE, LOOSE)
        )
        self.counted = frozenset(
            phrase.lower() for lang in languages if lang in COUNTED for phrase in COUNTED[lang].split(", ")
        )
        self.filling = frozenset(filling) - self.sure - self.loose
        phrases = self.sure | self.loose | self.filling | self.counted
        self._heads = frozenset(phrase[:HEAD] for phrase in phrases)

    def may_begin(self, text: str) -> bool:
        """Whether a text may begin with one of the phrases: a cheap test of its first letters."""
        head = text[: 10 * HEAD].lstrip(BETWEEN).lower()[:HEAD]
        return head in self._heads or head.partition(" ")[0] in self._heads


def _main_parts(blocks: Iterable[str], others: set[str]) -> frozenset[str]:
    main = set()
    for line in "".join(blocks).split("\n"):
        is_button = "{site}" in line
        for site in NETWORKS if is_button else ("",):
            said = line.replace("{site}", site)
            parts = [normalised(part) for part in PART.findall(said)]
            if parts:
                unbracketed = parts[: len(PART.findall(said.partition("(")[0]))]
                main.add(parts[0] if is_button else max(unbracketed or parts, key=len))
                others.update(parts)
    return frozenset(main)


@cache
def furniture(lang: str | None = None) -> Furniture:
    """Return the phrases of English and of a language (a primary subtag), or of all languages."""
    return Furniture(SURE if lang is None else {"en", "nb" if lang in ("no", "nn") else lang})
