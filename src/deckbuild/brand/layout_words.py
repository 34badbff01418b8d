"""What designers call their layouts, by kind of slide and in many languages.

Names are weak evidence beside what a layout holds: they decide between layouts that are built alike, and
tell kinds that no structure tells, such as quotations.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from .brand import SlideKind

_CASELESS = "\u0590"  # Hebrew and all blocks after it; before it are Latin, Greek, Cyrillic and Armenian
_SHORT = 4

#: PowerPoint's own names of its layouts, and what else is usual. Words of one letter case, without marks.
_WORDS: dict[SlideKind, str] = {
    "title": "title slide|cover|opening|front page|titelfolie|titelseite|startfolie|deckblatt|"
    "diapositive de titre|page de titre|couverture|diapositiva de titulo|portada|slide de titulo|capa|"
    "diapositiva titolo|copertina|titeldia|titelbild|rubrikbild|titellysbilde|titelslide|otsikkodia|"
    "slajd tytułowy|snimek titulni|uvodni snimek|titulní|титульный|обкладинка|титульний|"
    "タイトル スライド|表紙|标题幻灯片|封面|標題投影片|제목 슬라이드|표지|"
    "شريحة عنوان|غلاف|שקופית כותרת|baslık slaydı|baslik slaydi|kapak|ชื่อเรื่อง|trang tieu de|tieu de",
    "section": "section|divider|chapter|part header|separator|abschnitt|kapitel|zwischentitel|trenn|"
    "titre de section|intertitre|intercalaire|chapitre|encabezado de seccion|separador|capitulo|"
    "cabecalho da secao|secao|intestazione sezione|sezione|capitolo|sectiekop|hoofdstuk|avsnitt|"
    "afsnit|seksjon|osan ylatunniste|naglowek sekcji|sekcji|zahlavi casti|oddil|раздел|глав|розділ|"
    "セクション見出し|セクション|章|节标题|章節標題|節標題|구역 머리글|간지|"
    "رأس المقطع|مقطع|فصل|כותרת מקטע|bolum|ส่วนหัวของส่วน|dau trang cua phan",
    "text": "title and content|title, content|content|title and text|bullets|text slide|body|standard|"
    "titel und inhalt|titel & inhalt|inhalt|textfolie|aufzahlung|titre et contenu|contenu|"
    "titulo y contenido|contenido|titulo e conteudo|conteudo|titolo e contenuto|contenuto|"
    "titel en object|titel en inhoud|rubrik och innehall|titel og indhold|tittel og innhold|"
    "otsikko ja sisalto|tytuł i zawartosc|nadpis a obsah|заголовок и объект|заголовок і об|"
    "タイトルとコンテンツ|标题和内容|標題及內容|제목 및 내용|عنوان ومحتوى|כותרת ותוכן|"
    "baslık ve icerik|ชื่อเรื่องและเนื้อหา|tieu de va noi dung",
    "columns": "two content|two column|2 column|double content|zwei inhalt|zwei spalten|2 spalten|"
    "zweispaltig|"
    "deux contenus|deux colonnes|2 colonnes|dos objetos|dos contenidos|dos columnas|duas partes|"
    "dois conteudos|duas colunas|due contenuti|due colonne|twee objecten|tva delar|to indholdsobjekter|"
    "to innholdsdeler|kaksi sisaltokohdetta|dwa elementy|dva obsahy|два объекта|"
    "2 つのコンテンツ|2つのコンテンツ|"
    "两栏内容|兩個內容|兩項物件|콘텐츠 2개|محتويان|שני תכנים|iki icerik|เนื้อหา 2 ส่วน|hai noi dung",
    "comparison": "comparison|compare|versus|vergleich|gegenuberstellung|comparaison|comparacion|"
    "comparacao|"
    "confronto|vergelijking|jamforelse|sammenligning|vertailu|porownanie|porovnani|сравнение|порівняння|"
    "比較|比较|對照|비교|مقارنة|השוואה|karsılastırma|karsilastirma|การเปรียบเทียบ|so sanh",
    "text-picture": "content and picture|text and picture|picture and text|image and text|text and image|"
    "content with picture|image right|image left|picture right|picture left|text und bild|bild und text|"
    "inhalt und bild|inhalt mit bild|bild rechts|bild links|texte et image|image et texte|"
    "texto e imagen|imagen y texto|texto e imagem|testo e immagine|tekst en afbeelding|"
    "図とコンテンツ|写真とテキスト",
    "picture": "picture|photo|image|bild|bildfolie|bildunterschrift|foto|imagen|imagem|immagine|"
    "afbeelding|kuva|obraz|obrazek|рисун|"
    "фото|図|画像|写真|图片|圖片|그림|사진|صورة|תמונה|resim|รูปภาพ|anh",
    "quotation": "quote|quotation|citation|zitat|cita|citacao|citazione|citaat|citat|sitat|lainaus|"
    "sitaatti|"
    "cytat|цитат|引用|引文|인용|اقتباس|ציטוט|alıntı|alinti|คำพูด|trich dan|testimonial",
    "quotation-picture": "quote with picture|quotation and picture|quote and image|zitat mit bild|"
    "zitat und bild|citation avec image",
    "table": "table|tabelle|tableau|tabla|tabela|tabella|tabel|tabell|taulukko|таблиц|と表|表格|표|جدول|"
    "טבלה|tablo|ตาราง|bang",
    "code": "code|source code|listing|quelltext|quellcode|codigo|codice|コード|代码|程式碼|코드|код",
    "title-only": "title only|only title|headline only|nur titel|titel ohne|titre seul|solo el titulo|"
    "solo titulo|somente titulo|apenas titulo|solo titolo|alleen titel|endast rubrik|kun titel|kun tittel|"
    "vain otsikko|tylko tytuł|pouze nadpis|только заголовок|лише заголовок|"
    "タイトルのみ|仅标题|只有標題|제목만|عنوان فقط|כותרת בלבד|"
    "yalnızca baslık|yalnizca baslik|เฉพาะชื่อเรื่อง|chi tieu de",
    "lab": "lab|exercise|hands-on|hands on|activity|workshop|ubung|aufgabe|exercice|travaux pratiques|"
    "ejercicio|practica|exercicio|esercizio|oefening|ovning|øvelse|oppgave|harjoitus|cwiczenie|cviceni|"
    "упражнение|演習|練習|练习|實作|실습|تمرين|תרגיל|alıstırma",
    "blank": "blank|empty|leer|leere|vide|vuoto|vuota|en blanco|vacio|em branco|leeg|tomt|tom|tyhja|pusty|"
    "prazdny|пустой|порожній|白紙|空白|빈 화면|فارغ|ריק|bos|ว่างเปล่า|trong",
    "statement": "statement|big fact|key message|key fact|claim|aussage|kernaussage|kernbotschaft|"
    "message cle|mensaje clave|mensagem-chave|messaggio chiave|キーメッセージ|要点",
}


@cache
def _words_of(kind: SlideKind) -> tuple[str, ...]:
    """Return the words of a kind, folded, long ones first."""
    words = {fold_name(word) for word in _WORDS[kind].split("|")}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _find_word(word: str, name: str) -> int:
    """Return where a word begins in a name, short ones as whole words, others where words begin; else -1.

    Scripts without letter case are written without spaces or with endings: there a word may stand anywhere.
    (A regular expression of all words takes 5 ms to compile, at each build.)
    """
    start = name.find(word)
    while start >= 0 and word[0] < _CASELESS:
        end = start + len(word)
        is_cut = end < len(name) and len(word) <= _SHORT and _is_in_word(name[end])
        if not is_cut and not (start and _is_in_word(name[start - 1])):
            break
        start = name.find(word, start + 1)
    return start


def _is_in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def fold_name(name: str) -> str:
    """Return a layout's name without marks, letter case and more than one space at a time."""
    plain = unicodedata.normalize("NFKD", name.replace("_", " "))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())


def names_kind(name: str, kind: SlideKind) -> str:
    """Return the word by which a layout's name tells a kind of slide, "" when it does not."""
    folded = fold_name(name)
    places = ((_find_word(word, folded), number) for number, word in enumerate(_words_of(kind)))
    first = min((place for place in places if place[0] >= 0), default=None)
    return _words_of(kind)[first[1]] if first else ""
