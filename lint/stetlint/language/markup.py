"""Names that markup is written with, and what becomes of them where an engine translates them."""

from __future__ import annotations

# HTML elements of prose that are no words of a comparison (a < b > c).
HTML_ELEMENTS = (
    "abbr|aside|blockquote|body|br|center|cite|code|dd|del|details|div|dl|dt|em|figcaption|figure|font|footer|form|"
    "h[1-6]|head|header|hr|html|iframe|img|input|ins|kbd|label|li|main|mark|nav|ol|option|picture|pre|samp|script|"
    "section|select|small|span|strong|style|sub|summary|sup|table|tbody|td|textarea|tfoot|th|thead|tr|ul|var|video"
)

# What "note", "tip", "warning", "caution", "important", "info" and "danger" become. The word that names the
# kind of a box is read by a program: in any language it is the English one.
ADMONITIONS = frozenset(
    """
    nota notas consejo sugerencia advertencia aviso precaución precaucion atención atencion peligro
    importante información dica observação observacao cuidado atenção atencao informação informacao
    perigo remarque astuce conseil avertissement prudence mise-en-garde hinweis anmerkung tipp
    warnung vorsicht achtung wichtig gefahr suggerimento consiglio avvertenza avviso attenzione cautela
    pericolo informazioni opmerking waarschuwing voorzichtig belangrijk gevaar uwaga wskazówka wskazowka
    ostrzeżenie ostrzezenie ważne wazne informacja porada przestroga poznámka upozornění upozorneni
    varování varovani důležité dulezite poznamka upozornenie varovanie dôležité notă sfat avertisment
    atenție примечание заметка совет подсказка предупреждение внимание осторожно важно
    опасность замечание примітка порада підказка попередження увага обережно важливо небезпека забележка
    съвет внимание notlar ipucu uyarı uyari dikkat önemli onemli bilgi megjegyzés tipp
    figyelem figyelmeztetés fontos huomautus huomio vinkki varoitus vihje tärkeää obs anmärkning varning
    viktigt merknad advarsel bemærk viktig vigtigt σημείωση συμβουλή προειδοποίηση προσοχή σημαντικό
    ملاحظة تحذير نصيحة مهم تنبيه הערה אזהרה טיפ חשוב
    یادداشت هشدار نکته 注意 提示 警告 备注 備註
    重要 说明 說明 小心 危险 信息
    注 注記 メモ ヒント 情報 危険 補足 참고 주의 경고 팁 중요 노트 위험 정보 टिप्पणी
    नोट चेतावनी सुझाव महत्वपूर्ण หมายเหตุ คำเตือน เคล็ดลับ ghi-chú mẹo cảnh-báo catatan peringatan penting
    """.split()
)

# Keys that a site generator reads from the front matter, as engines translate them.
FRONT_MATTER_KEYS = frozenset(
    """
    título titulo descripción descripcion fecha etiquetas descrição descricao titre titel titolo
    descrizione beschreibung beschrijving tytuł tytul opis název nazev popis заголовок название описание
    дата автор теги назва опис başlık baslik açıklama aciklama otsikko kuvaus τίτλος περιγραφή 标题 標題 描述
    日期 作者 标签 標籤 タイトル 説明 日付 著者 제목 설명 날짜
    """.split()
)


def unescape(text: str) -> str:
    """Return what a text with entities of HTML stands for."""
    if "&" not in text:
        return text
    import html  # its tables are large, and most files have no entities

    return html.unescape(text)
