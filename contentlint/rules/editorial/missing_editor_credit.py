"""See `MissingEditorCredit`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contentlint.document import Document
from contentlint.rule import Bad, Finding, Good, Rule
from contentlint.rules.editorial.credits import EDITOR_ELEMENTS, EDITOR_KEYS, credits_in, is_credited, read_selector
from contentlint.rules.editorial.newswork import is_of_newsroom

_NO_ARTICLE = frozenset(
    {"readme", "changelog", "license", "licence", "contributing", "code_of_conduct", "security", "_index"}
)


@dataclass(frozen=True)
class MissingEditorCredit(Rule):
    """A news article does not say which editor answers for it.

    Readers and the newsroom must be able to tell who checked a report and whom to ask for a correction. Name the
    editor in the front matter or at the end of the text. A line whose name is missing is told by `empty-credit`.

    There is no fix: only the newsroom knows the name.
    """

    name = "missing-editor-credit"
    is_about_whole = True
    proofs = {"elements": (read_selector, "selector")}
    options_help = {
        "required": "Whether every article needs an editor, not only news.",
        "keys": "Front matter keys that name the editor; a list of yours replaces the default.",
        "elements": "HTML elements that name the editor, as .class, #id, tag or [attribute=value]; a list of yours replaces the default.",
    }
    good = (
        "---\ntitle: Kites crash\nreporter: Ann\nassignee: Li\n---\n\nThey fall.\n",
        "---\ntitle: K\n---\n\nBEIJING, March 4 (Xinhua) -- Kites rose.\n\nEditor: huaxia\n",
        "---\ntitle: 风筝节\n---\n\n　　本报记者 张三 报道\n\n　　风筝飞上了天。\n\n责任编辑：张玫\n",
        "---\ntitle: 风筝节\neditor: 张玫\n---\n\n（记者 张三）风筝飞上了天。\n",
        '<p>来源：新华社</p>\n<p>风筝飞上了天。</p>\n<p class="article-editor">责任编辑：王五 SF001</p>\n',
        "BERLIN (Reuters) - Kites rose over the city.\n\n(Reporting by Ann Poe; Editing by Jane Roe)\n",
        "---\ntitle: My kite\nauthor: Ann\n---\n\nToday I flew my kite. A reporter asked me about it.\n",
        "---\ntitle: Install\n---\n\nOpen the editor and run the command.\n",
        '<p class="note" class="article-byline">Kites.</p>\n',
        "---\ntitle: 风筝节\n---\n\n来源：新华社\n\n风筝飞上了天。\n\n责 编：张玫\n",
        "---\ntitle: Kites\n---\n\n> LONDON (Reuters) - Kites rose.\n\nI read this today.\n",
        Good("---\ntitle: 凧揚げ\n---\n\n凧が空を舞った。\n\n（取材：佐藤　編集：山田）\n", profile="news"),
        "---\ntitle: 缓存\n---\n\n缓存有三种（来源：某某开发者社区的一篇文章）。\n\n来源：人民邮电出版社\n",
        "---\ntitle: 手机\n---\n\n用了3日电就没了。\n\n我读过《财经》记者张三的书。\n",
        "---\ntitle: 渡河\n---\n\n通讯员王小明，跑过来报告。（通讯员：罗小雷）\n\n通讯员：李小虎\n",
        "---\ntitle: 연\n---\n\n[사진=서울, 홍길동 기자] [name=서울, 홍길동 기자]\n",
        "---\ntitle: 课程\n---\n\n作者：记者王先生\n\n风筝（风筝中文网）好看。通讯（通讯员）\n",
        "---\ntitle: 风筝\n---\n\n风筝在线4月1日电话预约。\n\n我们网站于5月1日电话通知各位。\n\n作者：记者王乐的猫\n",
        "---\ntitle: 风筝\n---\n\n（起点中文网）收录了风筝小说。\n\n社团网讯（通讯员招募）：欢迎报名\n\n公司社讯（通讯员 须知）\n\n美团网站4月1日电 动车\n",
        "---\ntitle: 采访\n---\n\n记者：王先生，您好。\n\n记者黄河在《风筝》中写道：\n\n记者招待会上，风筝飞了。\n",
        "---\ntitle: 凧\n---\n\n凧が舞った。（共同通信）\n\nこの記事を読んで、凧を作った。\n",
        "---\ntitle: 연\n---\n\n김철수 기자의 글을 읽고 연을 만들었다.\n\n신입 기자\n",
        "---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n编辑：SN117\n",
        "---\ntitle: Cometas\n---\n\nMADRID (Reuters) - Sol.\n\n(Reportes de Juan Paz. Editado en español por Ana Gil)\n",
        "---\ntitle: Vent\n---\n\nPARIS (Reuters) - Vent.\n\n"
        "(Reportage Jean Dupont, version française Anne Durand, édité par Marc Petit)\n",
        "---\ntitle: Pipas\n---\n\nRIO (Reuters) - Pipas.\n\n(Reportagem de Ana Silva; edição de João Souza)\n",
        "---\ntitle: Vent\n---\n\nPARIS (Reuters) - Vent.\n\nService Bureau Paris, édité par Marc Petit\n",
        "---\ntitle: 風箏\n---\n\n（中央社記者張建林台北4日電）風箏。\n\n核稿編輯：林小明\n",
        "---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n采访、撰文：林小明 编辑：黄浩\n",
        "---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n编辑：刘畅 版权所有\n",
        "---\ntitle: Aquiloni\n---\n\nROMA (Reuters) - Vento.\n\n(Tradotto da Luca Riva, editing Sabina Suzzi)\n",
        "---\ntitle: Drachen\n---\n\nBERLIN (Reuters) - Drachen über der Stadt.\n\n"
        "(Bericht von Jens Muster, redigiert von Anna Beispiel. Bei Rückfragen: 030)\n",
        "---\ntitle: Kites\n---\n\nLONDON (Reuters) - Kites.\n\nReporting by Ann Poe; Editing by London Newsroom\n",
        Good("---\ntitle: Drachen\n---\n\nDrachen über der Stadt.\n\nRedaktion: Jens Muster\n", profile="news"),
        Good("---\ntitle: Pipas\n---\n\nPipas.\n\nEdição: Ana Silva\n", profile="news"),
        Good(
            "---\ntitle: Kites\n---\n\nKites rose.\n\n"
            "The audio version of this story was produced by Ann Poe and edited by Bob Moe.\n",
            profile="news",
        ),
        "---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n文/张三 编辑/付四\n",
        "---\ntitle: 风筝节\n---\n\n【重要2020年01月01日讯】风筝飞上了天。\n",
        "---\ntitle: 연\n---\n\n김철수 기자 = 나의 친구\n",
        Good("---\ntitle: 风筝节\n---\n\n风筝飞上了天。\n\n编 辑丨李四\n", profile="news"),
        Good("---\ntitle: 風箏節\n---\n\n風箏。\n\n採訪/王小明 編輯/李大同 後製/張三\n", profile="news"),
        Good("---\ntitle: 风筝节\n---\n\n风筝飞上了天。\n\n编辑：TimLi、Jojo\n", profile="news"),
        Good("---\ntitle: Kites\n---\n\nKites rose.\n\nEdited by Li Mei\\\nSource: Xinhua\n", profile="news"),
        Good("---\ntitle: Kites\n---\n\nKites rose.\n\nEdited by Li Mei\\\r\nSource: Xinhua\r\n", profile="news"),
        "---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n▲编辑︱张玫\n",
        "---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n栏目主编：张骏 文字编辑：李宝花 题图来源：新华社\n",
        "---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n编辑：融媒体中心 王芳\n",
        "---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n（编辑张玫）\n",
        "---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n责 任 编 辑：【张玫】\n",
        "---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n采编：张玫\n",
        "---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n（责编：）\n",
        "---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n编　　辑：（张玫）\n",
        "---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n值班主编：张玫\n",
        "---\ntitle: 風箏節\n---\n\n（記者 張三）風箏飛上了天。\n\n主編：張玫\n",
        "---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n夜班编辑：张玫\n",
        "---\ntitle: 風箏節\n---\n\n（記者 張三）風箏飛上了天。\n\n編審：張玫\n",
        "---\ntitle: 風箏節\n---\n\n（中央社記者張三高雄16日電）風箏飛上了天。（譯者：陳婷/核稿：嚴思）1120823\n",
        "---\ntitle: 風箏節\n---\n\n（中央社記者張三高雄16日電）風箏飛上了天。（編輯：）1140516\n",
        "---\ntitle: Kites\n---\n\nLONDON (Reuters) - Kites rose.\n\n(Reporting by Ann Poe; Editing by Jane Roe and Jean d'Arc)\n",
        "---\ntitle: Kites\n---\n\nLONDON (Reuters) - Kites rose.\n\nThe series was edited by Jane Roe, a senior editor at The Kite.\n",
        "---\ntitle: Vent\n---\n\nPARIS, 5 janv. (AFP) – Le vent souffle.\n\nRédacteur en chef : Jean Dupont\n",
        "---\ntitle: Vent\n---\n\nPARIS, 5 janv. (AFP) – Le vent souffle.\n\nRédaction\u00a0: Anne Dupont\n",
        "---\ntitle: Vent\n---\n\nPARIS, 5 janv. (AFP) – Le vent souffle.\n\nRédactrice en chef adjointe : Anne Dupont\n",
        "---\ntitle: Vent\n---\n\nPARIS, 5 janv. (AFP) – Le vent souffle.\n\nRédacteurs en chef : Anne Dupont et Jean Petit\n",
        "---\ntitle: Vent\n---\n\nPARIS, 5 janv. (AFP) – Le vent souffle.\n\nRÉDACTION : Anne Dupont\n",
        "---\ntitle: Drachen\n---\n\nBERLIN (dpa) - Drachen.\n\nVerantwortliche Redakteure: Anna Muster, Jens Roe\n",
        "---\ntitle: Drachen\n---\n\nBERLIN (dpa) - Drachen.\n\nChefredakteurin: Anna Muster\n",
        "---\ntitle: Latawce\n---\n\nWARSZAWA (Reuters) - Latawce.\n\nRedakcja: Anna Kowalska\n",
        "---\ntitle: Aquiloni\n---\n\nROMA, 5 MAR (ANSA) - Aquiloni.\n\nTesto a cura di Mario Rossi\n",
        "---\ntitle: Змеи\n---\n\nМОСКВА, 5 марта. /ТАСС/. Змеи.\n\nПод редакцией И.И. Петрова\n",
        "---\ntitle: Drachen\n---\n\nBERLIN (dpa) - Drachen.\n\nVerantwortliche Redakteurin: Anna Muster\n",
        "---\ntitle: Latawce\n---\n\nWARSZAWA (Reuters) - Latawce.\n\nRedaktor prowadzący: Anna Kowalska\n",
        "---\ntitle: Aquiloni\n---\n\nROMA, 5 MAR (ANSA) - Aquiloni.\n\nA cura di Mario Rossi\n",
        "---\ntitle: Змеи\n---\n\nМОСКВА, 5 марта. /ТАСС/. Змеи.\n\nПод редакцией Ивана Петрова\n",
        "---\ntitle: Uçurtma\n---\n\nANKARA (Reuters) - Uçurtma.\n\nEditör: Ayşe Yılmaz\n",
        '---\ntitle: Kites\n---\n\n<p class="byline">Posted by Ann on March 4</p>\n\nI like kites.\n',
        Good("# kites\n\nA project.\n", path="README.md", profile="news"),
        "---\ntitle: 연\n---\n\n[교보신문=홍길동 기자] 연이 날았다.\n\n편집국장 이정아\n",
        "---\ntitle: 연\n---\n\n(서울=연합뉴스) 연이 날았다.\n\n편집: 마이클·잭슨\n",
        "---\ntitle: Kites\n---\n\nLONDON (Reuters) - Kites rose.\n\nEdited by Jane Roe · Kite Weekly\n",
        "---\ntitle: 凧\n---\n\n【ロンドン共同】凧が舞った。\n\n編集長：佐藤花子\n",
    )
    bad = (
        Bad("⟦---⟧\ntitle: Kites\n---\n\nSEOUL, March 4 (Yonhap) -- Kites rose.\n"),
        Bad("⟦---⟧\ntitle: Kites\n---\n\n(CNN) — Kites rose.\n"),
        Bad("⟦---⟧\ntitle: 凧\n---\n\n［東京　４日　ロイター］ - 凧が舞った。\n"),
        Bad("⟦---⟧\ntitle: 风筝\n---\n\n（中央社記者張建林台北4日電）風箏飛上了天。\n"),
        Bad("⟦---⟧\ntitle: 风筝节\n---\n\n（本报记者 张三）风筝飞上了天。\n"),
        Bad(
            "⟦---⟧\ntitle: 风筝节\n---\n\n<p>来源：杭州日报</p>\n"
            "<p>风筝飞上了天。（杭州市体育局 || 责任编辑 李文）</p>\n"
        ),
        Bad("⟦---⟧\ntitle: 风筝节\n---\n\n来源：南方都市报\n\n风筝飞上了天。\n"),
        Bad("⟦---⟧\ntitle: 风筝节\n---\n\n2021年03月04日 10:11 来源：新华网\n\n风筝飞上了天。\n"),
        Bad("⟦---⟧\ntitle: 风筝节\n---\n\n【新华社北京3月4日电】风筝飞上了天。\n"),
        Bad("⟦---⟧\ntitle: Kites\nauthor: Ann Poe\n---\n\nBERLIN (Reuters) - Kites rose over the city.\n"),
        Bad("⟦---⟧\ntitle: 연\n---\n\n[서울=뉴시스]김철수 기자 = 연이 날았다.\n"),
        Bad("⟦---⟧\ntitle: 연\n---\n\n[세종=연일보] 김철수 기자 = 연이 날았다.\n"),
        Bad("⟦---⟧\ntitle: 연\n---\n\n연이 날았다.\n\n김철수 기자 kim@kites.example\n"),
        Bad("⟦---⟧\ntitle: 연\n---\n\n연이 날았다.\n\n[피닉스(미국) =김철수 연날리기 특파원]\n"),
        Bad("⟦---⟧\ntitle: 風箏\n---\n\n本文來源：人民網\n\n風箏飛上了天。\n"),
        Bad("⟦---⟧\ntitle: 凧\n---\n\n凧が舞った。（共同通信）\n"),
        Bad("⟦---⟧\ntitle: Змеи\n---\n\nМОСКВА, 5 мар — РИА Новости. Змеи летают.\n"),
        Bad("⟦---⟧\ntitle: Змеи\n---\n\nМОСКВА, 5 марта. /ТАСС/. Змеи летают.\n"),
        Bad("⟦---⟧\ntitle: 風箏\n---\n\n本報台北訊，特約記者王小明報導\n\n風箏飛上了天。\n"),
        Bad("⟦---⟧\ntitle: 風箏\n---\n\n生活中心／綜合報導\n\n風箏飛上了天。\n"),
        Bad("⟦---⟧\ntitle: 연\n---\n\n연이 날았다.\n\n홍길동 연일보 객원기자 / hong@example.com\n"),
        Bad("⟦---⟧\ntitle: 연\n---\n\n연이 날았다.\n\n[홍길동 연일보 기자]\n"),
        Bad("⟦---⟧\ntitle: Aquiloni\n---\n\nROMA, 5 MAR (ANSA) - Aquiloni.\n"),
        Bad("⟦---⟧\ntitle: Cometas\n---\n\nMadrid, 5 mar (EFE).- Cometas.\n"),
        Bad("⟦---⟧\ntitle: Cometas\n---\n\nMADRID, 1 Ene. (EUROPA PRESS) - Cometas.\n"),
        Bad("⟦---⟧\ntitle: 风筝\n---\n\n（法新社纽约12日电）风筝飞上了天。\n"),
        Bad("⟦---⟧\ntitle: 风筝\n---\n\n作者：澎湃新闻记者 王乐\n\n风筝飞上了天。\n"),
        Bad("⟦---⟧\ntitle: 风筝\n---\n\n风筝飞上了天。\n\n中青在线北京4月25日电\n"),
        Bad("⟦---⟧\ntitle: 风筝\n---\n\n中新网5月6日讯 风筝飞上了天。\n"),
        Bad("⟦---⟧\ntitle: Kites\n---\n\nKites rose.\n\n(reporting by Ann Poe)\n"),
        Bad("⟦---⟧\ntitle: 风筝\n---\n\n（德国之声中文网）风筝飞上了天。\n"),
        Bad("⟦---⟧\ntitle: 风筝\n---\n\n新闻网讯（通讯员 邸红昆）风筝飞上了天。\n"),
        Bad("⟦---⟧\ntitle: 风筝\n---\n\n新闻网讯（通讯员：张三、李四）风筝飞上了天。\n"),
        Bad("⟦---⟧\ntitle: 風箏\n---\n\n【大紀元2020年01月01日訊】風箏飛上了天。\n"),
        Bad("⟦---⟧\ntitle: 风筝\n---\n\n《中国新闻周刊》记者/毛翊君\n\n风筝飞上了天。\n"),
        Bad("⟦---⟧\ntitle: 연\n---\n\n연이 날았다.\n\n홍길동 기자 hong@example.com\n"),
        Bad("⟦---⟧\ntitle: 연\n---\n\n연이 날았다.\n\n[연날리기 홍길동 기자 hong@example.com]\n"),
        Bad("⟦---⟧\ntitle: 연\n---\n\n[KITE=잠실, 홍길동 기자] 연이 날았다.\n"),
        Bad("⟦---⟧\ntitle: 風箏\n---\n\n【記者王小明台北報導】風箏飛上了天。\n"),
        Bad("⟦---⟧\ntitle: 風箏\n---\n\n撰文‧記者陳小明／攝影‧王大同\n\n風箏飛上了天。\n"),
        Bad("⟦---⟧\ntitle: 연\n---\n\n(서울=연합뉴스) 연이 날았다.\n\n편집 | 삭제\n"),
        Bad("⟦---⟧\ntitle: 凧\n---\n\n【ロンドン共同】凧が舞った。\n"),
        Bad("⟦---⟧\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n（编辑文档）采编人员培训\n"),
        Bad("⟦---⟧\ntitle: Vent\n---\n\nPARIS, 5 janv. (AFP) – Le vent souffle.\n\nRédaction : le 5 mai\n"),
        Bad("⟦---⟧\ntitle: Drachen\n---\n\nBERLIN (dpa) - Drachen.\n\nChefredakteur: 5. Mai\n"),
        Bad(
            "⟦---⟧\ntitle: Aquiloni\n---\n\nROMA, 5 MAR (ANSA) - Vento.\n\nA cura di Mario Rossi, il libro esce oggi.\n"
        ),
        Bad("⟦---⟧\ntitle: Kites\n---\n\nKites rose over the city.\n", profile="news"),
        Bad("⟦---⟧\ntitle: Kites\neditor: ''\n---\n\nKites rose over the city.\n", options={"required": True}),
    )

    required: bool = False
    keys: tuple[str, ...] = EDITOR_KEYS
    elements: tuple[str, ...] = EDITOR_ELEMENTS

    def check(self, document: Document) -> Iterator[Finding]:
        if document.source.name.split(".", 1)[0].lower() in _NO_ARTICLE:
            return
        front_matter = document.front_matter
        if front_matter is not None and not front_matter.readable:
            return
        if is_credited(document.data, self.keys) or credits_in(document, self.elements):
            return  # a credit without a name is told as such
        if not (self.required or is_of_newsroom(document)):
            return
        yield self.finding(
            document.head,
            'no editor is named: add "editor" to the front matter, or a line that names the editor',
        )
