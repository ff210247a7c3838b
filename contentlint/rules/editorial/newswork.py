"""What shows that an article is a newsroom's work: a reporter's or agency's line, a portal's markers, a byline."""

from __future__ import annotations

from contentlint.chinese import spellings
from contentlint.document import Document, once
from contentlint.lazy import known_if_short
from contentlint.patterns import chinese_pattern, pattern
from contentlint.rules.editorial.chinese_names import begins_with_surname
from contentlint.rules.editorial.names import HAN
from contentlint.rules.editorial.passages import is_quoted, prose
from contentlint.words import Words

_HINT = Words(
    *spellings("记者", "来源", "新华社", "日电", "网消息：", "社消息：", "日讯", "外电报导", "综合报导", "综合报道", "讯（", "中文网）"),
    "Reuters", "AFP", "Xinhua", "Associated Press", "Bloomberg", "(AP)", "eporting by", "eporting By",
    "(UPI)", "(dpa)", "(PTI)", "(ANI)", "(Kyodo", "(CNN)", "(Yonhap)", "Staff Writer", "Staff Reporter", "ロイター", "共同】", "時事】", "연합뉴스", "뉴시스", "뉴스1",
    "(EFE)", "(ANSA)", "(EUROPA PRESS)", "INTERFAX",
    "ТАСС", "РИА Новости", "기자", "특파원", "（共同", "（時事",
)  # fmt: skip
_PRESS = (
    rf"[\w·]{{0,14}}(?:(?<!出版)社(?!区)|(?<={HAN}{{2}})报道?(?!{HAN})|(?<={HAN}{{2}})(?<!知|官|联|全|外)网(?!{HAN})"
    r"|[日晚早时]报|新闻|新闻网|电视台|广播|通讯|财经|时报|周刊|人民网|新华网|中新网|央视网?|观察者网|澎湃|财新|端传媒|南方周末|[明信]报|自由亚洲电台)"
    r"(?:客户端|微信|微博|公众号|网|版)?"
)
_PRESS_ALONE = chinese_pattern(rf"{_PRESS}\Z")
_SOURCE = chinese_pattern(rf"(?:^|(?<=[\s（(]))\s*+(?:本文|文章|稿件|新闻)?来源\s*[：:|｜丨]\s*{_PRESS}(?!{HAN}{{3}})")
_REPORTER = chinese_pattern(
    rf"(?:^|(?<=[\n（(【】〔\[。/|讯道])|(?<=讯[，,]))[ \t\u3000]*(?:(?:[文图]|撰文|作者|{HAN}{{2}}中心)\s*[/／|：:丨｜‧·]\s*)?(?:{HAN}{{2,8}}(?:社|报|网|台|新闻|客户端|财经|在线)|每经)?"
    rf"(?:本报|本台|本刊|见习|实习|特约|首席|驻{HAN}{{1,6}}?)*记者[ \t\u3000]*[：:/|｜丨]?[ \t\u3000]*"
    rf"(?P<name>{HAN}{{2,4}}?)(?=(?!{HAN})|(?:综合)?报[道导]|摄|(?:实习|见习)?记者|{HAN}{{2,5}}\d{{1,2}}日电"
    rf"|{HAN}{{2,4}}报[道导][】〕）)])"
)
_KOREAN_MEDIUM = "(?:일보|신문|뉴스|타임[즈스]|경제|미디어|저널|투데이|데일리|방송|닷컴|통신|헤럴드|리뷰|한겨레|비즈|팩트|서울|뉴시스|프레시안)"
_KOREAN_RANK = "(?:선임|수습|인턴|전문|객원)?"
_KOREAN_REPORTER = pattern(  # with an address for letters, or the place a report is from
    rf"(?:^|(?<=[\n\]]))[ \t]*(?:\[(?:{HAN}{{2,8}}[ \t]+)?)?(?P<name>{HAN}{{2,4}})(?:[ \t]+{HAN}{{2,10}})?[ \t]*{_KOREAN_RANK}기자"
    r"[ \t/]*[(\[<]?[\w.+-]+@\w"
    rf"|(?:^|(?<=\n))[ \t]*\[(?P<bracketed>{HAN}{{2,4}})[ \t]+{HAN}{{0,8}}{_KOREAN_MEDIUM}[ \t]*{_KOREAN_RANK}기자\](?!{HAN})"
    rf"|\][ \t]*(?P<placed>{HAN}{{2,4}})[ \t]*{_KOREAN_RANK}기자[ \t]*="
    rf"|(?:(?<=[A-Z]{{2}})=[ \t]*{HAN}{{2,8}},|=)[ \t]*(?P<abroad>{HAN}{{2,4}})(?:[ \t]+\w{{2,12}})?[ \t]*(?:{_KOREAN_RANK}기자|특파원)[ \t]*[\])]"
)
_SIGNED = pattern(r"。[」』]?[（(](?:共同|時事)(?:通信社?)?[）)]\s*\Z")  # at the end of a report
# an addressee, or how a sentence goes on
_NO_NAME = chinese_pattern("(?:先生|女士|小姐|老师|教授|[总在的说是从把对向和])\\Z|的")
_AGENCY_DATELINE = chinese_pattern(
    rf"{HAN}{{2,6}}(?:社|网(?!站|上\d)|在线){HAN}{{0,10}}\d{{1,2}}月\d{{1,2}}日[电讯](?=[（(：:](?!\d)|[）)】\s]|\Z)|{HAN}{{2,6}}[社网]消息："
    rf"|{HAN}{{1,8}}[网报社台]讯[ \u3000]*（(?:{HAN}{{1,4}})?通讯员[ \u3000：:]*(?P<writer>{HAN}{{2,4}})(?:[、 \u3000]+{HAN}{{2,4}})*）"
    rf"|(?:德国之声|美国之音|法广|路透|华尔街日报)中文网）(?={HAN})"
    rf"|{HAN}{{2,6}}社{HAN}{{2,10}}\d{{1,2}}日(?:电(?=[）)】：:\s]|讯)|综合外电报导)"
    rf"|(?:{HAN}{{0,5}}[社报网台]|{HAN}{{0,4}}新闻|大纪元|新唐人|希望之声|看中国)\d{{4}}年\d{{1,2}}月\d{{1,2}}日讯】|{HAN}{{2,4}}[/／]综合(?:外电)?报[导道](?!{HAN})|《[^《》\n]{{2,12}}》记者[/／|丨｜]{HAN}{{2,4}}(?!{HAN})"
    r"|[\[［][^\[\]［］\n]{2,24}ロイター[\]］]|[^（）\n]{2,24}ロイター）|(?!(?:産学|産官学|男女|日米|日中|日韓|官民|国際|今週|今月)(?:共同|時事))[^【】\n のぶ]{1,12}(?:共同|時事)】"
    r"|[(（\[［]?[^()（）\[\]［］\n=]{1,12}=(?:[A-Z]{2,4}/)?(?:연합뉴스|뉴시스|뉴스1)[)）\]］]"
)
_NO_WRITER = chinese_pattern(
    "招募|如何|是谁|报名|须知|培训|通知|管理|考核|安排|成长|名单|章程|会议|队伍|守则|温馨|严重"
)
_WIRE = pattern(
    r"(?m)^[ \t\u3000]*(?:[A-Z][\w.,'’/ ]{1,50} )?"
    r"\((?:Reuters|AP|AFP|Xinhua|Bloomberg|UPI|dpa|PTI|ANI|Yonhap|Kyodo(?: News)?)\)\s*(?:-|–|—|--)"
    r"|^[ \t]*\(CNN\)\s*(?:-|–|—|--)?\s*[A-Z]"
    r"|^[ \t]*[A-ZÁÉÍÓÚ][\w. ]{1,30}, \d{1,2} [A-Za-z]{3,10}\.? \((?:EFE|EUROPA PRESS|ANSA)\)\.?\s*(?:-|–|—)"
    r"|^[ \t]*[А-ЯЁ][\w.,/ -]{1,40}[,.] \d{1,2} [а-я]{3,8}\.? *"
    r"(?:(?:-|–|—) РИА Новости\b|/ТАСС/|INTERFAX(?:\.RU)? -)"
    r"|\((?:Additional )?[Rr]eporting [Bb]y [A-Z]"
    r"|^[ \t]*By [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3},? (?:\| ?)?"
    r"(?:Associated Press|Reuters|AFP|Bloomberg News|Staff Writer|Staff Reporter)"
)
_MARKER = chinese_pattern(
    r"news_keyword_pub|正文下\s*iframe|编辑姓名及工作代码|文末二维码|原始正文|正文\s*(?:start|end|begin)|(?i:\barticle-?body (?:start|end)\b)"
)
_ELEMENTS = frozenset(
    "article-editor ep-editor show_author article-byline article__byline news-source article-source "
    "news_source source-article appendQr_wrap".split()
)
_IDS = frozenset({"artibody", "endText", "news_content", "newsContent"})


@once
def is_of_newsroom(document: Document) -> bool:
    """Whether the site is a newsroom's, or an article shows that one made it; a person's blog post or a manual does not."""
    return document.setting.profile.is_news or _is_news_work(document)


def _is_news_work(document: Document) -> bool:
    if document.language == "html" and document.is_whole_page:
        return False
    return _says_so_in_front_matter(document) or _has_markers(document) or _says_so(document)


def _says_so_in_front_matter(document: Document) -> bool:
    data = document.data
    source = data.get("source", data.get("来源"))
    if isinstance(source, str) and _PRESS_ALONE.match(source.strip()):
        return True
    # beside an assignee it is who reported a fault
    return "assignee" not in data and any(data.get(key) for key in ("reporter", "reporters", "记者"))


def _has_markers(document: Document) -> bool:
    if any(_is_marker(node.span.of(document.text)) for node in document.all("comment")):
        return True
    if any(_is_of_news(node.get("class") or "") for node, _ in document.attributes("class")):
        return True
    return any(attribute.value in _IDS for _, attribute in document.attributes("id"))


@known_if_short
def _is_marker(comment: str) -> bool:
    return _MARKER.search(comment) is not None


@known_if_short
def _is_of_news(classes: str) -> bool:
    return not _ELEMENTS.isdisjoint(classes.split())


def _says_so(document: Document) -> bool:
    places = _HINT.places(document, document.body.span.start)
    told = prose(document).holding(places) if places else []
    if any(_is_newsy(passage.text) and not is_quoted(document, passage) for passage in told):
        return True
    return bool(told) and told[-1].span.end >= document.prose[-1].end and _SIGNED.search(told[-1].text) is not None


def _is_newsy(text: str) -> bool:
    if _WIRE.search(text) or _SOURCE.search(text):
        return True
    dateline = _AGENCY_DATELINE.match(text.strip()[:60].lstrip("（(【"))
    if dateline is not None and not _NO_WRITER.search(dateline["writer"] or ""):
        return True
    names = [match["name"] for match in _REPORTER.finditer(text)]
    names += [match[match.lastgroup or 0] for match in _KOREAN_REPORTER.finditer(text)]
    return any(begins_with_surname(name) and not _NO_NAME.search(name) for name in names)
