"""The fixed words in alternative texts that are made from charts and diagrams, by language.

They stand apart from the words of every deck, since only decks with figures need them.
"""

from __future__ import annotations

from deckbuild.language import fallbacks
from deckbuild.named_tuple import NamedTuple


class FigureWords(NamedTuple):
    """Words of one language: names of figures, and patterns with their fields in braces.

    Where a language inflects what would stand in a pattern, the pattern is made of signs.
    """

    column_chart: str
    bar_chart: str
    line_chart: str
    area_chart: str
    pie_chart: str
    doughnut_chart: str
    scatter_chart: str
    combined_chart: str
    flowchart: str
    sequence_diagram: str
    values_by: str = "{what} ({heading})"
    first_to_last: str = "{first} – {last}"
    low_to_high: str = "{low} – {high}"
    leads_to: str = "{source} → {target}"
    described: str = "{what}: {parts}"
    pause: str = ", "


_NAMES = """
ar|مخطط عمودي|مخطط شريطي|مخطط خطي|مخطط مساحي|مخطط دائري|مخطط حلقي|مخطط مبعثر|مخطط مختلط|مخطط انسيابي\
|مخطط تسلسل
bg|Колонна диаграма|Лентова диаграма|Линейна диаграма|Площна диаграма|Кръгова диаграма\
|Пръстеновидна диаграма|Точкова диаграма|Комбинирана диаграма|Блок-схема\
|Диаграма на последователността
ca|Gràfic de columnes|Gràfic de barres|Gràfic de línies|Gràfic d’àrees|Gràfic circular\
|Gràfic d’anell|Gràfic de dispersió|Gràfic combinat|Diagrama de flux|Diagrama de seqüència
cs|Sloupcový graf|Pruhový graf|Spojnicový graf|Plošný graf|Výsečový graf|Prstencový graf|Bodový graf\
|Kombinovaný graf|Vývojový diagram|Sekvenční diagram
da|Søjlediagram|Liggende søjlediagram|Kurvediagram|Områdediagram|Cirkeldiagram|Kransediagram\
|Punktdiagram|Kombinationsdiagram|Rutediagram|Sekvensdiagram
de|Säulendiagramm|Balkendiagramm|Liniendiagramm|Flächendiagramm|Kreisdiagramm|Ringdiagramm\
|Punktdiagramm|Verbunddiagramm|Flussdiagramm|Sequenzdiagramm
el|Γράφημα στηλών|Γράφημα ράβδων|Γράφημα γραμμών|Γράφημα περιοχής|Γράφημα πίτας|Γράφημα δακτυλίου\
|Γράφημα διασποράς|Συνδυαστικό γράφημα|Διάγραμμα ροής|Διάγραμμα ακολουθίας
en|Column chart|Bar chart|Line chart|Area chart|Pie chart|Doughnut chart|Scatter chart\
|Combined chart|Flowchart|Sequence diagram
es|Gráfico de columnas|Gráfico de barras|Gráfico de líneas|Gráfico de áreas|Gráfico circular\
|Gráfico de anillos|Gráfico de dispersión|Gráfico combinado|Diagrama de flujo|Diagrama de secuencia
et|Tulpdiagramm|Lintdiagramm|Joondiagramm|Pinddiagramm|Sektordiagramm|Rõngasdiagramm|Hajuvusdiagramm\
|Liitdiagramm|Vooskeem|Jadadiagramm
fa|نمودار ستونی|نمودار میله‌ای|نمودار خطی|نمودار سطحی|نمودار دایره‌ای|نمودار حلقوی|نمودار پراکندگی\
|نمودار ترکیبی|روندنما|نمودار توالی
fi|Pylväskaavio|Palkkikaavio|Viivakaavio|Aluekaavio|Ympyräkaavio|Rengaskaavio|Pistekaavio\
|Yhdistelmäkaavio|Vuokaavio|Sekvenssikaavio
fr|Histogramme|Diagramme à barres|Graphique en courbes|Graphique en aires|Secteurs|Anneau\
|Nuage de points|Graphique combiné|Organigramme|Diagramme de séquence
he|תרשים עמודות|תרשים עמודות אופקיות|תרשים קו|תרשים שטח|תרשים עוגה|תרשים טבעת|תרשים פיזור\
|תרשים משולב|תרשים זרימה|תרשים רצף
hi|स्तंभ चार्ट|बार चार्ट|रेखा चार्ट|क्षेत्र चार्ट|पाई चार्ट|डोनट चार्ट|स्कैटर चार्ट|संयुक्त चार्ट\
|प्रवाह चार्ट|अनुक्रम आरेख
hr|Stupčasti grafikon|Trakasti grafikon|Linijski grafikon|Površinski grafikon|Tortni grafikon\
|Prstenasti grafikon|Raspršeni grafikon|Kombinirani grafikon|Dijagram toka|Sekvencijski dijagram
hu|Oszlopdiagram|Sávdiagram|Vonaldiagram|Területdiagram|Kördiagram|Perecdiagram|Pontdiagram\
|Kombinált diagram|Folyamatábra|Szekvenciadiagram
id|Bagan kolom|Bagan batang|Bagan garis|Bagan area|Bagan lingkaran|Bagan donat|Bagan sebar\
|Bagan gabungan|Bagan alir|Diagram urutan
it|Istogramma|Grafico a barre|Grafico a linee|Grafico ad area|Grafico a torta|Grafico ad anello\
|Grafico a dispersione|Grafico combinato|Diagramma di flusso|Diagramma di sequenza
ja|縦棒グラフ|横棒グラフ|折れ線グラフ|面グラフ|円グラフ|ドーナツグラフ|散布図|複合グラフ\
|フローチャート|シーケンス図
ko|세로 막대형 차트|가로 막대형 차트|꺾은선형 차트|영역형 차트|원형 차트|도넛형 차트|분산형 차트\
|혼합 차트|순서도|시퀀스 다이어그램
lt|Stulpelinė diagrama|Juostinė diagrama|Linijinė diagrama|Plotinė diagrama|Skritulinė diagrama\
|Žiedinė diagrama|Taškinė diagrama|Sudėtinė diagrama|Struktūrinė schema|Sekų diagrama
lv|Stabiņu diagramma|Joslu diagramma|Līniju diagramma|Laukumu diagramma|Sektoru diagramma\
|Gredzena diagramma|Izkliedes diagramma|Kombinētā diagramma|Blokshēma|Secību diagramma
ms|Carta lajur|Carta bar|Carta garis|Carta kawasan|Carta pai|Carta donat|Carta serakan\
|Carta gabungan|Carta alir|Rajah jujukan
nb|Stolpediagram|Liggende stolpediagram|Linjediagram|Arealdiagram|Sektordiagram|Hjuldiagram\
|Punktdiagram|Kombinasjonsdiagram|Flytskjema|Sekvensdiagram
nl|Kolomdiagram|Staafdiagram|Lijndiagram|Vlakdiagram|Cirkeldiagram|Ringdiagram|Spreidingsdiagram\
|Combinatiediagram|Stroomdiagram|Sequentiediagram
nn|Stolpediagram|Liggjande stolpediagram|Linjediagram|Arealdiagram|Sektordiagram|Hjuldiagram\
|Punktdiagram|Kombinasjonsdiagram|Flytskjema|Sekvensdiagram
pl|Wykres kolumnowy|Wykres słupkowy|Wykres liniowy|Wykres warstwowy|Wykres kołowy\
|Wykres pierścieniowy|Wykres punktowy|Wykres kombi|Schemat blokowy|Diagram sekwencji
pt|Gráfico de colunas|Gráfico de barras|Gráfico de linhas|Gráfico de áreas|Gráfico circular\
|Gráfico em anel|Gráfico de dispersão|Gráfico combinado|Fluxograma|Diagrama de sequência
pt-BR|Gráfico de colunas|Gráfico de barras|Gráfico de linhas|Gráfico de áreas|Gráfico de pizza\
|Gráfico de rosca|Gráfico de dispersão|Gráfico de combinação|Fluxograma|Diagrama de sequência
ro|Diagramă coloană|Diagramă bară|Diagramă linie|Diagramă zonă|Diagramă radială|Diagramă inelară\
|Diagramă prin puncte|Diagramă combinată|Schemă logică|Diagramă de secvență
ru|Гистограмма|Линейчатая диаграмма|График|Диаграмма с областями|Круговая диаграмма\
|Кольцевая диаграмма|Точечная диаграмма|Комбинированная диаграмма|Блок-схема\
|Диаграмма последовательности
sk|Stĺpcový graf|Pruhový graf|Čiarový graf|Plošný graf|Koláčový graf|Prstencový graf|Bodový graf\
|Kombinovaný graf|Vývojový diagram|Sekvenčný diagram
sl|Stolpčni grafikon|Palični grafikon|Črtni grafikon|Ploščinski grafikon|Tortni grafikon\
|Kolobarni grafikon|Raztreseni grafikon|Kombinirani grafikon|Diagram poteka|Diagram zaporedja
sr|Стубичасти графикон|Тракасти графикон|Линијски графикон|Површински графикон|Кружни графикон\
|Прстенасти графикон|Расути графикон|Комбиновани графикон|Дијаграм тока|Дијаграм секвенци
sr-Latn|Stubičasti grafikon|Trakasti grafikon|Linijski grafikon|Površinski grafikon|Kružni grafikon\
|Prstenasti grafikon|Rasuti grafikon|Kombinovani grafikon|Dijagram toka|Dijagram sekvenci
sv|Stapeldiagram|Liggande stapeldiagram|Linjediagram|Ytdiagram|Cirkeldiagram|Ringdiagram\
|Punktdiagram|Kombinationsdiagram|Flödesschema|Sekvensdiagram
th|แผนภูมิคอลัมน์|แผนภูมิแท่ง|แผนภูมิเส้น|แผนภูมิพื้นที่|แผนภูมิวงกลม|แผนภูมิโดนัท|แผนภูมิกระจาย\
|แผนภูมิผสม|ผังงาน|แผนภาพลำดับ
tr|Sütun grafiği|Çubuk grafiği|Çizgi grafiği|Alan grafiği|Pasta grafiği|Halka grafiği\
|Dağılım grafiği|Karma grafik|Akış şeması|Sıralama diyagramı
uk|Стовпчаста діаграма|Лінійчата діаграма|Графік|Діаграма з областями|Кругова діаграма\
|Кільцева діаграма|Точкова діаграма|Комбінована діаграма|Блок-схема|Діаграма послідовності
ur|کالم چارٹ|بار چارٹ|لائن چارٹ|ایریا چارٹ|پائی چارٹ|ڈونٹ چارٹ|اسکیٹر چارٹ|مشترک چارٹ|فلو چارٹ\
|ترتیبی خاکہ
vi|Biểu đồ cột|Biểu đồ thanh|Biểu đồ đường|Biểu đồ vùng|Biểu đồ tròn|Biểu đồ vành khuyên\
|Biểu đồ phân tán|Biểu đồ kết hợp|Lưu đồ|Biểu đồ tuần tự
zh|柱形图|条形图|折线图|面积图|饼图|圆环图|散点图|组合图|流程图|时序图
zh-Hant|直條圖|橫條圖|折線圖|區域圖|圓形圖|環圈圖|散佈圖|組合圖|流程圖|循序圖
"""
"""The tag, then the names in the order of ``FigureWords``."""

_PATTERNS: dict[str, tuple[str, str, str, str]] = {
    "ar": (
        "{what} حسب {heading}",
        "من {first} إلى {last}",
        "القيم من {low} إلى {high}",
        "{source} يؤدي إلى {target}",
    ),
    "ca": (
        "{what} per {heading}",
        "de {first} a {last}",
        "valors de {low} a {high}",
        "{source} porta a {target}",
    ),
    "da": (
        "{what} efter {heading}",
        "{first} til {last}",
        "fra {low} til {high}",
        "{source} fører til {target}",
    ),
    "de": (
        "{what} nach {heading}",
        "{first} bis {last}",
        "von {low} bis {high}",
        "{source} führt zu {target}",
    ),
    "en": ("{what} by {heading}", "{first} to {last}", "from {low} to {high}", "{source} leads to {target}"),
    "es": (
        "{what} por {heading}",
        "de {first} a {last}",
        "valores de {low} a {high}",
        "{source} lleva a {target}",
    ),
    "fr": (
        "{what} par {heading}",
        "de {first} à {last}",
        "valeurs de {low} à {high}",
        "{source} mène à {target}",
    ),
    "it": (
        "{what} per {heading}",
        "da {first} a {last}",
        "valori da {low} a {high}",
        "{source} porta a {target}",
    ),
    "ja": ("{heading}別の{what}", "{first}から{last}", "値は{low}から{high}", "{source}から{target}へ"),
    "nb": (
        "{what} etter {heading}",
        "{first} til {last}",
        "fra {low} til {high}",
        "{source} fører til {target}",
    ),
    "nl": (
        "{what} per {heading}",
        "{first} tot {last}",
        "van {low} tot {high}",
        "{source} leidt naar {target}",
    ),
    "pt": (
        "{what} por {heading}",
        "de {first} a {last}",
        "valores de {low} a {high}",
        "{source} leva a {target}",
    ),
    "sv": (
        "{what} per {heading}",
        "{first} till {last}",
        "från {low} till {high}",
        "{source} leder till {target}",
    ),
    "zh": ("按{heading}的{what}", "{first}至{last}", "数值从{low}到{high}", "{source}通向{target}"),
}
"""The first four patterns; languages that are not here have signs."""

_SIGNS: dict[str, tuple[str, str]] = {
    "ar": ("{what}: {parts}", "، "),
    "fa": ("{what}: {parts}", "، "),
    "fr": ("{what}\u00a0: {parts}", ", "),
    "ja": ("{what}：{parts}", "、"),
    "ur": ("{what}: {parts}", "، "),
    "zh": ("{what}：{parts}", "，"),
    "zh-Hant": ("{what}：{parts}", "，"),
}

FIGURE_WORDS: dict[str, FigureWords] = {}
"""By language tag."""

for _line in _NAMES.strip().split("\n"):
    _tag, *_words = _line.split("|")
    FIGURE_WORDS[_tag] = FigureWords(*_words)
    _key = "pt" if _tag == "pt-BR" else _tag
    if _key in _PATTERNS:
        _patterns = dict(zip(FigureWords._fields[len(_words) :], _PATTERNS[_key], strict=False))
        FIGURE_WORDS[_tag] = FIGURE_WORDS[_tag]._replace(**_patterns)
    if _tag in _SIGNS:
        FIGURE_WORDS[_tag] = FIGURE_WORDS[_tag]._replace(described=_SIGNS[_tag][0], pause=_SIGNS[_tag][1])


def figure_words_for(language: str) -> FigureWords:
    """Return the words for a BCP 47 tag or its nearest fallback; English when there are none."""
    return next((FIGURE_WORDS[tag] for tag in fallbacks(language) if tag in FIGURE_WORDS), FIGURE_WORDS["en"])
