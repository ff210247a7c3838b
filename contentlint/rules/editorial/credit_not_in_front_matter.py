"""See `CreditNotInFrontMatter`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contentlint.additions import addition, filling
from contentlint.document import Document
from contentlint.fields import FrontMatter
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Severity
from contentlint.rules.editorial.credits import EDITOR_ELEMENTS, EDITOR_KEYS, credits_in, is_credited, read_selector
from contentlint.wording import cut

_AUTHOR_KEYS = ("author", "authors", "byline", "reporter", "writer", "作者", "记者")


@dataclass(frozen=True)
class CreditNotInFrontMatter(Rule):
    """The text names its editor; the front matter does not.

    Lists, search and archives read the front matter only, so there the article looks as if nobody had edited it.

    A bare "编辑：" or "Editor:" may be a step in a manual, so it counts only where the article shows a newsroom at work.
    The editor of a book or film, among the lines that describe it, and one named in a quotation are not the article's.

    The fix is safe: it adds the name, without a staff code, to the front matter and leaves the text as it is. There is
    none where several editors are named and none is said to be the responsible one.
    """

    name = "credit-not-in-front-matter"
    severity = Severity.INFO
    proofs = {"elements": (read_selector, "selector")}
    options_help = {
        "key": "The front matter key to add.",
        "keys": "Front matter keys that name the editor; a list of yours replaces the default.",
        "elements": "HTML elements that name the editor, as .class, #id, tag or [attribute=value]; a list of yours replaces the default.",
    }
    good = (
        "---\ntitle: 风筝节\neditor: 张玫\n---\n\n风筝飞上了天。\n\n责任编辑：张玫\n",
        "---\ntitle: 风筝节\n---\n\n风筝飞上了天。（杭州市体育局 || 责任编辑 李文峰）\n",
        "---\ntitle: 风筝节\n---\n\n（本报记者 张三）他曾任责任编辑，后来写风筝。\n",
        "---\ntitle: 设置\n---\n\n编辑：点击按钮\n\n编辑/删除\n",
        "---\ntitle: Tools\n---\n\nEditor: Visual Studio Code\n\nEdited by hand, read by all.\n",
        "---\ntitle: 设置\n---\n\n设置。\n\n- 查看：全部\n- 编辑：文档\n\n| 操作 | 说明 |\n|---|---|\n| 编辑 | 张玫 |\n",
        "---\ntitle: 動画\n---\n\n動画を公開しました。\n\n- 撮影：スマホ\n- 編集：自分\n\n編集：講談社\n",
        "---\ntitle: 凧の話\n---\n\n凧の話。\n\n編集者：作家の最初の読者。そう言われることが多い。\n",
        "---\ntitle: Kites\n---\n\nKites rose.\n\n(Reporting by Ann Poe; Editing by Bengaluru Newsroom)\n",
        "---\ntitle: Cometas\n---\n\nCometas.\n\nEditado por Ediciones Cometa\n\nEditado por María Pérez\n",
        "---\ntitle: 이미지\n---\n\n이미지를 고친다.\n\n- 편집: 이미지\n",
        "---\ntitle: 設定\n---\n\n設定。\n\n編集：可能\n\nEditor: Rider Community\n",
        "责任编辑：张玫\n",
        "---\ntitle: 风筝节\n---\n\n风筝飞上了天。\n\n(责任编辑：IT)\n",
        "---\ntitle: 风筝节\n---\n\n风筝飞上了天。\n\n责任编辑：新闻部\n\n图片编辑：张玫\n",
        "---\ntitle: Kites\n---\n\nIt is told in a book edited by Jane Roe.\n\nPhoto editor: Ann Poe\n",
        Good('{"title": "Kites", "edited_by": "Jane Roe"}\n\nKites rose.\n\nEdited by Jane Roe\n'),
        "---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n编辑：王小明｜责任编辑：SN117\n",
        "---\ntitle: 网站\n---\n\n网站更新。\n\n编辑：安装\n\n编辑：高亮代码\n\nEditor: Tiny MCE\n",
        "---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n责任编辑：高亮显示\n\n编辑：王者荣耀\n\n实习编辑：张玫\n",
        "---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n责任编辑：学生会\n\n編輯：許多人\n\n编辑：付款\n",
        "---\ntitle: Kites\n---\n\nKites rose.\n\nEdited by BBC Persian\n\nWeb Editor: Ace Cloud\n",
        "---\ntitle: 设置\n---\n\n按右边的按钮（编辑：高亮）。\n",
        "---\ntitle: 编辑部\n---\n\n一。\n\n二。\n\n三。\n\n四。\n\n主编：李雷\n\n编辑：王小明\n\n校对：陈鹏\n\n摄影：张三\n\n设计：李四\n\n行政：王五\n\n财务：赵六\n\n司机：孙七\n",
        '---\ntitle: 风筝\n---\n\n<p>责编：陈 <a href="https://kites.example/like?id=1234567890">赞</a></p>\n\n责任编辑：王                    顶\n',
        "---\ntitle: 表单\n---\n\n一。\n\n二。\n\n三。\n\n四。\n\n编辑：王小明\n\n审核：陈鹏\n\n一\n\n二\n\n三\n\n填好之后就能提交给下一位同事。\n",
        "---\ntitle: 凧の本\n---\n\n凧の本。\n\n策划编辑：孙一\n责任编辑：徐二\n印　　刷：某厂\n",
        "---\ntitle: 读书\n---\n\n- 书名：风筝\n- 作者：王小明\n- 责任编辑：张玫\n- 出版社：三联书店\n\n读后感。\n",
        "---\ntitle: 读书\n---\n\n| 项目 | 内容 |\n|---|---|\n| 书名 | 风筝 |\n| 责任编辑 | 张玫 |\n\n《风筝》\n责任编辑：张玫\n三联书店 2019 年版\n",
        "---\ntitle: 读书\n---\n\n风筝飞上了天。\n\n书名：记者 / 张三著\n责任编辑：王五明\n出版社：风筝社\n",
        "---\ntitle: 读书\n---\n\n风筝飞上了天。\n\n书名：文案训练手册\n责任编辑：王五明\n出版社：风筝社\n",
        "---\ntitle: 读书\n---\n\n风筝飞上了天。\n\n作者简介：张三，记者 ，作家\n责任编辑：王五明\n定价：30元\n\n原书名《Kites》\n作者：张三\n责任编辑：王五明\n",
        "---\ntitle: 读书\n---\n\n风筝飞上了天。\n\n片名：风筝\n导演：张三\n演员：记者 王小明 饰\n编辑：赵大同\n",
        "---\ntitle: 映画\n---\n\n監督：山田太郎\n編集：佐藤花子\n\n昨日観た。\n",
        "---\ntitle: A film\n---\n\n- Directed by Ann Poe\n- Edited by Jane Roe\n\nI saw it.\n",
        "---\ntitle: 报纸\n---\n\n（记者 张三）一行小字：\n\n> 责任编辑：张玫\n",
        "---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n责任编辑：（签字）\n",
        "---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n责任主编：张玫\n\n核稿：张玫\n\n策划编辑：张玫\n",
        "---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n图文编辑：高薪\n",
        "---\ntitle: 연\n---\n\n연이 날았다.\n\n책임편집 이야기\n",
        "---\ntitle: Kites\n---\n\nKites rose.\n\nEditing: Basic Commands\n",
        "---\ntitle: Kites\n---\n\nKites rose.\n\nEdited by Jane Roe ★ Kite Weekly\n",
        "---\ntitle: Kites\n---\n\nKites rose.\n\nEditor: Jane Roe · New York\n",
        "---\ntitle: Aquiloni\n---\n\nAquiloni.\n\nA cura di Mario Rossi\n\nRédacteur en chef : Jean Dupont\n",
        "---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n责任编辑：张玫 · 风筝\n",
        "---\ntitle: 연\n---\n\n(서울=연합뉴스) 연이 날았다.\n\n편집: 제작·디자인\n",
        "---\ntitle: 연\n---\n\n(서울=연합뉴스) 연이 날았다.\n\n편집: 이정아 · 서울\n",
        "---\ntitle: 연\n---\n\n(서울=연합뉴스) 연이 날았다.\n\n편집: 이정아 · 한겨레\n",
        "---\ntitle: 연\n---\n\n(서울=연합뉴스) 연이 날았다.\n\n편집: 이정아·문화부\n",
        "---\ntitle: 연\n---\n\n(서울=연합뉴스) 연이 날았다.\n\n편집: 기술·정책\n",
        "---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n编辑：简单点\n\n编辑：周边店\n\n编辑：曾经是\n",
        "---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n编辑：周边游\n\n编辑：简单版\n\n编辑：简单易懂\n",
        "---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n责任编辑：小刘\n",
        "---\ntitle: Kites\n---\n\nKites rose.\n\nThe series was edited by Jane Roe.\n",
        "---\ntitle: 凧\n---\n\n凧が空を舞った。\n\n文：山田太郎　撮影・編集：佐藤花子\n\n編集長：佐藤花子\n",
        "---\ntitle: 연\n---\n\n[교보신문=홍길동 기자] 연이 날았다.\n\n촬영·편집: 이정아\n\n편집국장 이정아\n\n편집/이동\n",
    )
    bad = (
        Bad(
            "---\ntitle: Kites\n---\n\nKites rose.\n\nReporting by Ann Poe; additional reporting by Bob Moe; ⟦editing by Jane Roe⟧\n",
            fixed="---\ntitle: Kites\neditor: Jane Roe\n---\n\nKites rose.\n\n"
            "Reporting by Ann Poe; additional reporting by Bob Moe; editing by Jane Roe\n",
        ),
        Bad(
            "---\ntitle: 凧\n---\n\n凧が空を舞った。\n\n（杉山健太郎、⟦編集：田中志保⟧）\n",
            fixed="---\ntitle: 凧\neditor: 田中志保\n---\n\n凧が空を舞った。\n\n（杉山健太郎、編集：田中志保）\n",
        ),
        Bad(
            "---\ntitle: '风筝节'\nauthor: 早报\ncomments: false\n---\n\n<p>风筝飞上了天。</p>\n"
            '<p class="article-editor">⟦责任编辑：梁文⟧ SF055</p>\n',
            fixed="---\ntitle: '风筝节'\nauthor: 早报\neditor: 梁文\ncomments: false\n---\n\n<p>风筝飞上了天。</p>\n"
            '<p class="article-editor">责任编辑：梁文 SF055</p>\n',
        ),
        Bad(
            '+++\ntitle = "Kites"\n\n[params]\nsky = "blue"\n+++\n\nKites rose.\n\n(Reporting by Ann Poe; ⟦Editing by Jane Roe⟧)\n',
            fixed='+++\ntitle = "Kites"\neditor = "Jane Roe"\n\n[params]\nsky = "blue"\n+++\n\nKites rose.\n\n'
            "(Reporting by Ann Poe; Editing by Jane Roe)\n",
        ),
        Bad(
            '{\n  "title": "风筝节",\n  "author": "早报",\n  "tags": []\n}\n\n风筝飞上了天。\n\n（⟦责编：王五、李四⟧）\n',
            fixed='{\n  "title": "风筝节",\n  "author": "早报",\n  "editor": ["王五", "李四"],\n  "tags": []\n}\n\n'
            "风筝飞上了天。\n\n（责编：王五、李四）\n",
        ),
        Bad(
            '---\ntitle: "风筝节"\neditor:\n---\n\n风筝飞上了天。\n\n⟦责任编辑：张玫⟧ 图片编辑：李四\n',
            fixed='---\ntitle: "风筝节"\neditor: "张玫"\n---\n\n风筝飞上了天。\n\n责任编辑：张玫 图片编辑：李四\n',
        ),
        Bad(
            "---\ntitle: Kites\n---\n\nKites rose.\n\n_⟦Edited by [Jane Roe⟧](https://example.org/jane)_\n",
            fixed="---\ntitle: Kites\neditor: Jane Roe\n---\n\nKites rose.\n\n_Edited by [Jane Roe](https://example.org/jane)_\n",
        ),
        Bad(
            "---\ntitle: 风筝节\n---\n\n风筝飞上了天。\n\n记者 张三 ⟦编辑 李文⟧ 校对 王五\n",
            fixed="---\ntitle: 风筝节\neditor: 李文\n---\n\n风筝飞上了天。\n\n记者 张三 编辑 李文 校对 王五\n",
        ),
        Bad(
            "---\ntitle: 風箏節\n---\n\n風箏。\n\n採訪/王小明 ⟦編輯/李大同⟧ 後製/張三\\\n來源：風箏報\n",
            fixed="---\ntitle: 風箏節\neditor: 李大同\n---\n\n風箏。\n\n採訪/王小明 編輯/李大同 後製/張三\\\n來源：風箏報\n",
        ),
        Bad(
            "---\ntitle: 风筝节\n---\n\n风筝飞上了天。\n\n记者：王五\n脚本：赵六\n⟦编辑：张玫⟧\n",
            fixed="---\ntitle: 风筝节\neditor: 张玫\n---\n\n风筝飞上了天。\n\n记者：王五\n脚本：赵六\n编辑：张玫\n",
        ),
        Bad(
            "---\ntitle: 风筝节\n---\n\n风筝飞上了天。\n\n⟦编　辑：张玫⟧\n",
            fixed="---\ntitle: 风筝节\neditor: 张玫\n---\n\n风筝飞上了天。\n\n编　辑：张玫\n",
        ),
        Bad(
            "---\ntitle: 风筝节\n---\n\n风筝飞上了天。\n\n（⟦责编：赵安妮(实习生)、李栋⟧）\n",
            fixed="---\ntitle: 风筝节\neditor: [赵安妮, 李栋]\n---\n\n风筝飞上了天。\n\n（责编：赵安妮(实习生)、李栋）\n",
        ),
        Bad(
            "---\ntitle: 凧揚げ\n---\n\n凧が空を舞った。\n\n（取材：佐藤　⟦編集：山田⟧）\n",
            fixed="---\ntitle: 凧揚げ\neditor: 山田\n---\n\n凧が空を舞った。\n\n（取材：佐藤　編集：山田）\n",
        ),
        Bad(
            "---\n{title: 风筝}\n---\n\n风筝飞上了天。\n\n⟦责任编辑：张玫⟧\n",
            fixed="---\n{title: 风筝, editor: 张玫}\n---\n\n风筝飞上了天。\n\n责任编辑：张玫\n",
        ),
        Bad(
            "---\ntitle: 風箏\n---\n\n風箏飛上了天。\n\n⟦責編／陳大文⟧　核稿／王小明\n",
            fixed="---\ntitle: 風箏\neditor: 陳大文\n---\n\n風箏飛上了天。\n\n責編／陳大文　核稿／王小明\n",
        ),
        Bad(
            "---\ntitle: 风筝\n---\n\n<p>风筝飞上了天。</p>\n<p>⟦责任编辑：<b>张</b><b>楠⟧</b></p>\n",
            fixed="---\ntitle: 风筝\neditor: 张楠\n---\n\n<p>风筝飞上了天。</p>\n<p>责任编辑：<b>张</b><b>楠</b></p>\n",
        ),
        Bad(
            "---\ntitle: 凧\n---\n\n凧が空を舞った。\n\n⟦担当編集：田中太郎⟧\n",
            fixed="---\ntitle: 凧\neditor: 田中太郎\n---\n\n凧が空を舞った。\n\n担当編集：田中太郎\n",
        ),
        Bad(
            "---\ntitle: 凧\n---\n\n凧が空を舞った。\n\n【取材・文：高橋健　撮影：鈴木一　⟦編集：中村真理⟧（フリー）】\n",
            fixed="---\ntitle: 凧\neditor: 中村真理\n---\n\n凧が空を舞った。\n\n【取材・文：高橋健　撮影：鈴木一　編集：中村真理（フリー）】\n",
        ),
        Bad(
            "---\ntitle: 연\n---\n\n연이 날았다.\n\n글·사진 박민수 기자, ⟦편집 이정아⟧\n",
            fixed="---\ntitle: 연\neditor: 이정아\n---\n\n연이 날았다.\n\n글·사진 박민수 기자, 편집 이정아\n",
        ),
        Bad(
            "---\ntitle: 风筝节\n---\n\n风筝飞上了天。\n\n![王晓](/end.png) 本文来源：新闻网 ⟦责任编辑：王晓⟧_NE0011\n",
            fixed="---\ntitle: 风筝节\neditor: 王晓\n---\n\n风筝飞上了天。\n\n![王晓](/end.png) 本文来源：新闻网 责任编辑：王晓_NE0011\n",
        ),
        Bad(
            "---\ntitle: 风筝节\n---\n\n风。\n\n筝。\n\n飞。\n\n上。\n\n⟦编辑：王小明⟧\n\n审核：陈鹏\n\n预览时标签不可点\n\n知道了\n\n微信扫一扫\n使用小程序\n\n取消\n",
            fixed="---\ntitle: 风筝节\neditor: 王小明\n---\n\n风。\n\n筝。\n\n飞。\n\n上。\n\n编辑：王小明\n\n审核：陈鹏\n\n预览时标签不可点\n\n知道了\n\n微信扫一扫\n使用小程序\n\n取消\n",
        ),
        Bad("---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n编辑：张玫\n\n⟦编辑：李四⟧\n"),
        Bad("---\ntitle: 凧\n---\n\n【ロンドン共同】凧が舞った。\n\n文責：高橋健\n\n⟦編集：佐藤花子⟧\n"),
        Bad(
            "---\ntitle: 凧\n---\n\n【ロンドン共同】凧が舞った。\n\n⟦編集：佐藤花子さん、高橋牧師⟧\n",
            fixed="---\ntitle: 凧\neditor: [佐藤花子, 高橋]\n---\n\n【ロンドン共同】凧が舞った。\n\n編集：佐藤花子さん、高橋牧師\n",
        ),
        Bad(
            "---\ntitle: 연\n---\n\n[교보신문=홍길동 기자] 연이 날았다.\n\n취재 및 ⟦편집: 이정아⟧ 기자\n",
            fixed="---\ntitle: 연\neditor: 이정아\n---\n\n[교보신문=홍길동 기자] 연이 날았다.\n\n취재 및 편집: 이정아 기자\n",
        ),
        Bad(
            "---\ntitle: 연\n---\n\n[교보신문=홍길동 기자] 연이 날았다.\n\n⟦편집/이정아 수습기자 · 박민수⟧ 팀장\n",
            fixed="---\ntitle: 연\neditor: [이정아, 박민수]\n---\n\n[교보신문=홍길동 기자] 연이 날았다.\n\n편집/이정아 수습기자 · 박민수 팀장\n",
        ),
        Bad(
            '---\ntitle: 风筝节\n---\n\n风筝飞上了天。\n\n<p class="article-editor">编辑：李四 ⟦责任编辑：梁文⟧</p>\n',
            fixed="---\ntitle: 风筝节\neditor: 梁文\n---\n\n风筝飞上了天。\n\n"
            '<p class="article-editor">编辑：李四 责任编辑：梁文</p>\n',
        ),
        Bad(
            "---\ntitle: Kites\n---\n\nKites rose.\n\n_⟦Edited by Bob Moe⟧, city editor._\n",
            fixed="---\ntitle: Kites\neditor: Bob Moe\n---\n\nKites rose.\n\n_Edited by Bob Moe, city editor._\n",
        ),
        Bad(
            "---\ntitle: Kites\n---\n\nKites rose.\n\n"
            "Reporting by Ann Poe; ⟦Editing by Jane Roe⟧Our Standards: The Principles.\n",
            fixed="---\ntitle: Kites\neditor: Jane Roe\n---\n\nKites rose.\n\n"
            "Reporting by Ann Poe; Editing by Jane RoeOur Standards: The Principles.\n",
        ),
        Bad(
            "---\ntitle: Cometas\n---\n\nCometas.\n\n"
            "(Reporte de Juan Paz; ⟦editado en español por Ana Gil y Luis Mar⟧)\n",
            fixed="---\ntitle: Cometas\neditor: [Ana Gil, Luis Mar]\n---\n\nCometas.\n\n"
            "(Reporte de Juan Paz; editado en español por Ana Gil y Luis Mar)\n",
        ),
        Bad(
            "---\ntitle: Змеи\n---\n\nЗмеи летают.\n\n⟦Редактор: Иван Петров⟧\n",
            fixed="---\ntitle: Змеи\neditor: Иван Петров\n---\n\nЗмеи летают.\n\nРедактор: Иван Петров\n",
        ),
        Bad(
            "---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n编辑：王小明｜⟦责任编辑：陈美玲⟧／编辑组\n",
            fixed="---\ntitle: 风筝节\neditor: 陈美玲\n---\n\n（记者 张三）风筝飞上了天。\n\n编辑：王小明｜责任编辑：陈美玲／编辑组\n",
        ),
        Bad(
            "---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n⟦责任编辑：寒冰、王人杰⟧\n",
            fixed="---\ntitle: 风筝节\neditor: [寒冰, 王人杰]\n---\n\n（记者 张三）风筝飞上了天。\n\n责任编辑：寒冰、王人杰\n",
        ),
        Bad(
            "---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n责任编辑：新闻部\n\n⟦编辑：肖明⟧\n",
            fixed="---\ntitle: 风筝节\neditor: 肖明\n---\n\n（记者 张三）风筝飞上了天。\n\n责任编辑：新闻部\n\n编辑：肖明\n",
        ),
        Bad(
            "---\ntitle: 风筝节\n---\n\n风筝飞上了天。（⟦编辑：张玫⟧）\n",
            fixed="---\ntitle: 风筝节\neditor: 张玫\n---\n\n风筝飞上了天。（编辑：张玫）\n",
        ),
        Bad(
            "---\ntitle: 风筝节\n---\n\n文：张三\n⟦编辑：李四⟧\n\n风筝飞上了天。\n",
            fixed="---\ntitle: 风筝节\neditor: 李四\n---\n\n文：张三\n编辑：李四\n\n风筝飞上了天。\n",
        ),
        Bad(
            "---\ntitle: Kites\n---\n\nKites rose.\n\n⟦Managing Editor: LEE Min-ho⟧\n",
            fixed="---\ntitle: Kites\neditor: LEE Min-ho\n---\n\nKites rose.\n\nManaging Editor: LEE Min-ho\n",
        ),
        Bad(
            '---\ntitle: Kites\n---\n\n⟦<meta itemprop="editor" content="Jane Roe, Bob Moe">⟧\n<p>Kites rose.</p>\n',
            fixed='---\ntitle: Kites\neditor: [Jane Roe, Bob Moe]\n---\n\n<meta itemprop="editor" content="Jane Roe, Bob Moe">\n<p>Kites rose.</p>\n',
        ),
        Bad(
            "---\ntitle: 风筝节\n---\n\n记者从出版社获悉，风筝飞上了天。\n\n作者：王小明\n摄影：李四\n■⟦责任编辑：张玫⟧\n审核：李斌\n",
            fixed="---\ntitle: 风筝节\neditor: 张玫\n---\n\n记者从出版社获悉，风筝飞上了天。\n\n作者：王小明\n摄影：李四\n■责任编辑：张玫\n审核：李斌\n",
        ),
        Bad(
            "---\ntitle: 风筝节\n---\n\n风筝飞上了天。\n\n《风筝》，人民出版社2019年版。\n\n⟦责任编辑：张玫⟧\n",
            fixed="---\ntitle: 风筝节\neditor: 张玫\n---\n\n风筝飞上了天。\n\n《风筝》，人民出版社2019年版。\n\n责任编辑：张玫\n",
        ),
        Bad(
            "---\ntitle: 风筝节\n---\n\n风筝飞上了天。\n\n出品：风筝网\n导演：王小明\n⟦责任编辑：张玫⟧\n审核：李斌\n",
            fixed="---\ntitle: 风筝节\neditor: 张玫\n---\n\n风筝飞上了天。\n\n出品：风筝网\n导演：王小明\n责任编辑：张玫\n审核：李斌\n",
        ),
        Bad(
            "---\ntitle: 风筝节\n---\n\n风筝飞上了天。\n\n⟦责任编辑：扎西多吉⟧_NF\n",
            fixed="---\ntitle: 风筝节\neditor: 扎西多吉\n---\n\n风筝飞上了天。\n\n责任编辑：扎西多吉_NF\n",
        ),
        Bad(
            "---\ntitle: 风筝节\n---\n\n风筝飞上了天。\n\n⟦责任编辑：张玫⟧ 2023-05-04\n",
            fixed="---\ntitle: 风筝节\neditor: 张玫\n---\n\n风筝飞上了天。\n\n责任编辑：张玫 2023-05-04\n",
        ),
        Bad(
            "---\ntitle: 風箏節\n---\n\n風箏飛上了天。\n\n⟦責任編輯：張簡宏斌⟧ #◇\n",
            fixed="---\ntitle: 風箏節\neditor: 張簡宏斌\n---\n\n風箏飛上了天。\n\n責任編輯：張簡宏斌 #◇\n",
        ),
        Bad(
            "---\ntitle: 凧\n---\n\n凧が空を舞った。\n\n文：山田太郎 ⟦編集：佐藤花子⟧ 写真：鈴木一郎\n",
            fixed="---\ntitle: 凧\neditor: 佐藤花子\n---\n\n凧が空を舞った。\n\n文：山田太郎 編集：佐藤花子 写真：鈴木一郎\n",
        ),
        Bad(
            "---\ntitle: 风筝节\n---\n\n（记者 张三）风筝飞上了天。\n\n⟦责任编辑：张玫⟧ · 校对：李四\n",
            fixed="---\ntitle: 风筝节\neditor: 张玫\n---\n\n（记者 张三）风筝飞上了天。\n\n责任编辑：张玫 · 校对：李四\n",
        ),
        Bad(
            "---\ntitle: 凧\n---\n\n【ロンドン共同】凧が舞った。\n\n⟦編集：山田博士⟧\n",
            fixed="---\ntitle: 凧\neditor: 山田博士\n---\n\n【ロンドン共同】凧が舞った。\n\n編集：山田博士\n",
        ),
        Bad(
            "---\ntitle: 風箏節\n---\n\n（記者 張三）風箏飛上了天。\n\n⟦責任編輯：曾經國⟧\n",
            fixed="---\ntitle: 風箏節\neditor: 曾經國\n---\n\n（記者 張三）風箏飛上了天。\n\n責任編輯：曾經國\n",
        ),
        Bad(
            "---\ntitle: 風箏節\n---\n\n（記者 張三）風箏飛上了天。\n\n⟦責任編輯：周邊生⟧\n",
            fixed="---\ntitle: 風箏節\neditor: 周邊生\n---\n\n（記者 張三）風箏飛上了天。\n\n責任編輯：周邊生\n",
        ),
        Bad(
            "---\ntitle: Kites\n---\n\nKites rose.\n\n⟦Edited by Dr. Jane Roe⟧ and designed by Ann Poe.\n",
            fixed="---\ntitle: Kites\neditor: Jane Roe\n---\n\nKites rose.\n\nEdited by Dr. Jane Roe and designed by Ann Poe.\n",
        ),
    )

    key: str = "editor"
    keys: tuple[str, ...] = EDITOR_KEYS
    elements: tuple[str, ...] = EDITOR_ELEMENTS

    def check(self, document: Document) -> Iterator[Finding]:
        front_matter = document.readable_front_matter
        if front_matter is None or is_credited(document.data, (*self.keys, self.key)):
            return
        told = credits_in(document, self.elements)
        responsible = [credit for credit in told if credit.is_responsible and not credit.is_empty]
        named = responsible or [credit for credit in told if credit.is_sure]
        if not named or not all(credit.is_sure for credit in named):
            return
        credit = named[-1]
        names = dict.fromkeys(name for each in named for name in each.names)
        shown = cut(("、" if _is_ideographic(credit.names[0]) else ", ").join(names))
        is_one = all(each.names == credit.names for each in named)
        fix = self._fix(document, front_matter, credit.names) if is_one else None
        what = fix.title[0].lower() + fix.title[1:] if fix else f'name the editor in the front matter\'s "{self.key}"'
        yield self.finding(credit.span, f"only the text names {shown} as editor: {what}", fix)

    def _fix(self, document: Document, front_matter: FrontMatter, names: tuple[str, ...]) -> Fix | None:
        value = names[0] if len(names) == 1 else list(names)
        there = front_matter.first(self.key, *self.keys)
        if there is not None:
            edit = filling(document, there, value)
            return Fix(f'Fill in "{there.name}" in the front matter', (edit,)) if edit else None
        edit = addition(document, self.key, value, after=front_matter.first(*_AUTHOR_KEYS))
        return Fix(f'Add "{self.key}" to the front matter', (edit,)) if edit else None


def _is_ideographic(name: str) -> bool:
    """Whether a name begins with a Chinese character or kana."""
    # no pattern: a class so wide takes milliseconds to compile
    return "\u3040" <= name <= "\u3100" or "\u3400" <= name <= "\ua000"
