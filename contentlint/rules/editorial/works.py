"""The data of a book, a film or an issue, whose editor is not the article's."""

from __future__ import annotations

import re

from contentlint.patterns import chinese_pattern

_DATA = (
    "书名 片名 剧名 出版社 出版 出版者 出版年 书号 页数 定价 开本 印刷 丛书"
    " 导演 監督 编剧 脚本 主演 配給 감독 각본 출판사 지은이 옮긴이 펴낸곳 펴낸이"
).split()
_BLANKS = r"[ \t\u3000]*"
_IMPRINT = chinese_pattern(
    rf"(?<!\w)(?:{'|'.join(map(_BLANKS.join, _DATA))})[ \t\u3000*]*(?:[：:/／|｜丨＝=】\]]|</)"
    r"|(?<!\w)[原本]?[书片]名《|ISBN[ \u3000]*[:：\d]|策划编辑|出版发行|责任校对|装帧"
    rf"|\d{{4}}{_BLANKS}年(?:第?[\d一二三四五]{{1,2}})?版(?=[ \t]*(?:[）)。]|\n|\Z|<))"
    r"|(?<![\w-])(?:(?:[Dd]irected|[Ss]creenplay)[ \t]+by\b|(?:Director|Cinematograph(?:y|er)|Starring)[ \t*]*[:|])"
)

# what only those who make an article have, or write around a credit
_OF_ARTICLE = chinese_pattern(
    r"审核|校对|监制|出品|[（(【\[][ \t]*(?:本文)?(?:责编|责任编辑|编辑)"
    rf"|(?<!\w)(?:文案|记者)(?:{_BLANKS}[：:丨｜]|(?<=^..)[ \t／/])"
    r"|(?:[Rr]eporting|[Ww]riting)[ \t]+by\b|[Tt]his[ \t]+(?:story|article|piece|report|post)[ \t]+was\b",
    re.MULTILINE,
)


def describes_work(text: str) -> bool:
    """Whether lines tell what an imprint or a film's credits tell."""
    return _IMPRINT.search(text) is not None and _OF_ARTICLE.search(text) is None
