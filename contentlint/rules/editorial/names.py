"""People's names as a credit line writes them, in Chinese, Japanese and Latin letters."""

from __future__ import annotations

from typing import NamedTuple

from contentlint.patterns import chinese_pattern, pattern
from contentlint.rules.editorial.chinese_names import (
    begins_with_surname,
    is_chinese_name,
    is_hangul,
    is_korean_beside_dot,
    may_be_chinese_name,
)
from contentlint.rules.editorial.japanese_names import is_japanese_name

# A Han character is a letter of no other script that stands near one; to compile a range of all of them takes `re` a
# millisecond, each time it stands in a pattern.
_OTHERS = r"\W\d_A-Za-z\u00aa-\u05ff\u3007\u3021\u4e28\uff00-\uffef"  # three of them only look like Han: 〇〡丨
HAN, HAN_OR_KANA = rf"[^{_OTHERS}\u3040-\u30ff]", rf"[^{_OTHERS}]"
_ROLES = chinese_pattern(
    "审核|校对|记者|来源|监制|终审|主编|编辑|责编|摄影|制图|排版|美编|签发|初审|复审|统筹|值班|实习|版面|视觉|编审|策划|作者|出品|通讯|翻译|核校|核稿"
    "|全选|复制|粘贴|剪切|撤销|删除|查找|替换|保存|打开|按钮|菜单|审校|美术|设计|视频|剪辑|文字|图片|原文|阅读|点击|返回|分享|关于"
    "|实习生|责任|举报|转载|未经|版权|纠错|打印|收藏|关闭|电话|邮箱|网站|时间|日期"
)
_DESK = chinese_pattern(
    rf"(?:暂无|未知|佚名|匿名|无名|管理员|本站编辑|本站|官方|admin|无|综合|整理|转载|网络|网友|原创|投稿|来稿|校办|系统)(?!\w)"
    rf"|{HAN}{{2,10}}(?:部|室|处)(?!{HAN})|"
    rf"[^\W\d_]{{0,12}}(?:编辑部|編集部|编辑室|编辑中心|中心|小编|工作室|组|网)"
)
_CODE = pattern(
    r"[ \t\u3000]*(?:at[ \t]+(?=[\w.+-]+@))?[_(（\[]?(?:[A-Z]{1,4}[-_]?\d{2,7}|(?<=_)[A-Z]{2}(?!\w)|\d{3,7}+(?![-/.年]\d)|[\w.+-]+@[\w-]+\.[\w.]+)[)）\]]?"
)
ROLE = (
    "(?:(?:图片|版面|美术|视频|责任|值班)?编辑|校对|责编|摄影|摄像|记者|审核|初审|复审|终审|监制|制图|排版|设计|翻译"
    "|策划|统筹|作者|来源|审校|核校|核稿)"
)
_ROLE_AT_END = chinese_pattern(rf"{ROLE}\Z")
_HAN_RUN = pattern(rf"{HAN}+(?:[·•・]{HAN}+)*")
_SPACED = pattern(rf"{HAN}[ \t\u3000]{{1,8}}{HAN}(?!{HAN})")
_AND = chinese_pattern("[和与及]")
_JAPANESE = pattern(
    rf"{HAN_OR_KANA}{{1,8}}(?:[ \u3000]{HAN_OR_KANA}{{1,6}}(?!{HAN_OR_KANA}|[ \t\u3000]*[：:＝=]))?(?!{HAN_OR_KANA})"
)
_NOT_JAPANESE = pattern("[をはがにで]|する|した|して|です|ます")
_CAPITAL = r"[A-Z\u00c0-\u00de\u0100-\u017f\u0400-\u042f]"
_TAIL = r"Our[ \t]+Standards\b"  # of each page of Reuters; what extracts the text often leaves no blank before it
_WORD = rf"(?:[А-ЯЁ]\.[А-ЯЁ]\.|{_CAPITAL}\w?\.|(?:[dl]['’]|[ae]l-)?{_CAPITAL}(?:(?!{_TAIL})[\w'’-])*)"
_LATIN = pattern(
    rf"{_WORD}(?:[ \t]+(?!{_TAIL})(?:{_WORD}|(?:de|van|von|der|den|al|bin|la|del|di|da|do|du|dos|y)(?=[ \t]))){{0,6}}"
)
_LATIN_DESK = pattern(
    rf"(?:(?:[Tt]he|[Ll]a|a)[ \t]+)?(?:{_WORD}[ \t]+){{0,3}}"
    r"(?:[Nn]ewsroom|[Dd]esk|[Ss]taff|[Rr]edacción|[Rr]édaction|[Rr]edação|[Rr]edazione|[Rr]edaktion)(?!\w)"
    rf"(?:[ \t]+de[ \t]+{_WORD})?"
)
_LATIN_PEN_NAME = pattern(r"[A-Za-z][\w.-]{0,19}")
KOREAN_TITLE = (
    r"(?:(?:선임|수습|인턴|전문|객원|편집)?기자|(?:편집)?(?:국장|부장|위원)|편집장|[팀차실]장|센터장|본부장|논설위원|대표|데스크|에디터|인턴|PD|피디"
    rf"|특파원|리포터|작가|교수|선생님|님|씨)(?!{HAN})"
)
_TITLE_AT_END = pattern(
    r"[ \u3000]?(?:さん|さま|様|氏|先生|牧師|神父|司祭|住職|記者|教授|医師|弁護士|(?:[部課局室社会]|副?編集|委員|事務局)長|代表|デスク)\Z"
    r"|(?<=\w\w)기자\Z|(?<=\w{3})[님씨]\Z"
)
_KOREAN_TITLE_ALONE, _DOTS = pattern(KOREAN_TITLE), pattern("[·•・]")
# behind it a paper, a place or another editor may be named
_DOT_NEXT = pattern(rf"[ \t\u3000]+·(?![ \t\u3000]*{HAN}{{1,6}}[ \t\u3000]*[：:/／|｜])")
_DEGREE = chinese_pattern(
    rf"[ \t]*{KOREAN_TITLE}(?![ \t]+{HAN}{{2,4}}(?![ \t]*{KOREAN_TITLE}))"
    r"|,[ \t]+(?:Ph\.?D|M\.?D|M\.?A|MSc|MBA|JD|Esq|Jr|Sr|I{2,3}|IV)\b\.?|[（(](?:实习|见习|特约)[^\W\d_]{0,3}[)）]"
    r"|,[ \t]+(?:(?!copy\b)[a-z][\w-]*[ \t]+){0,3}(?:editor|producer|editor-in-chief)\b"
    r"|[ \t]+for[ \t]+(?:broadcast|digital|radio|television|TV|web|the[ \t]+web|print|online|audio|air)\b"
)
_NO_PERSON = pattern(
    r"(?i)\b(?:intellij|jetbrains|idea|eclipse|xcode|atom|sublime|obsidian|notion|adobe|premiere|lightroom|photoshop"
    r"|davinci|final cut|capture one|unreal|unity|engine|pro"
    r"|voices|media|press|news|magazine|institute|university|society|inc|ltd|group|company|association|foundation"
    r"|agency|network|online|photos?|words|video|additional|reporting|writing|produced|translated|research"
    r"|admin|anonymous|unknown|nobody"
    r"|newsroom|editorial|ediciones|editora|éditions|edizioni|verlag|redacción|rédaction|redação|redazione|redaktion|редакци\w*"
    r"|studio|code|text|vim|neovim|zed|helix|nano|rider|brackets|typora|ulysses|webstorm|pycharm|clion|goland|rstudio"
    r"|jupyter|textmate|bbedit|dreamweaver|overleaf|gutenberg|community|dark|light|theme|emacs|notepad|ide|editor"
    r"|editors|markdown|wysiwyg|team|desk|staff|plugin|version|mode|view|app|docs|google|microsoft|wordpress"
    r"|block|page|click|the|this|none|default)\b"
)
# three capitals, unless they can be spoken as a surname can (LEE, CHO), number a grandson or tell an honour
_ACRONYM = pattern(r"(?<!\w)(?!(?:[^AEIOU](?:[AEIOUY][A-Z]|H[AEIOU])|I{3}|[CMO]BE)(?!\w))[A-Z]{3}(?!\w)")
_LETTER = pattern("[A-Za-z]")
_HONOR = pattern(r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame)\b\.?[ \t]+)++")
_CAMEL = pattern(r"[A-Z][a-z]+[A-Z][a-z]+")
_ROW = frozenset("/／|｜丨")  # between a role and its name; blanks then part the pairs
_COLON = pattern(r"[ \t\u3000]*[：:]")
_BETWEEN = chinese_pattern(
    r"(?<=[\uac00-\ud7a3])[ \t]*·[ \t]*"
    r"|[ \t\u3000]*(?:&amp;|[、，,;；/／&＆]|and\b|和|与|及|(?:y|e|et|und|и)\b)[ \t\u3000]*(?:and\s+)?|[ \t\u3000]+"
)


NOBODY = chinese_pattern(  # what stands where a name is to be written
    r"(?i:(?:暂无|未知|未定|待定|待补充|待填写?|姓名|名字|名前|氏名|某某某?|无"
    r"|x{2,}|○{2,}|〇{2,}|×{2,}|tbd|tba|n/a|none|your name|name here|\[?name(?=\])|이름|[-–—]{1,3}))"
    r"(?=[ \t\u3000]*(?:\Z|[\n）)\]］】」』〕。．.;；|｜丨]))"
)


class Names(NamedTuple):
    """The names that begin at `start`: they end at `names_end`, with staff codes at `end`.

    `are_likely`: each begins with a surname, or there is a staff code. `are_sure`: nothing but a person is called so.
    `is_desk`: a department stands in their place. `has_code`: a staff code follows them, or stands in their place.
    """

    names: list[str]
    start: int
    names_end: int
    end: int
    are_likely: bool
    are_sure: bool = False
    is_desk: bool = False
    has_code: bool = False


def read_names(text: str, start: int, *, japanese: bool) -> Names:
    """Read names from an offset on. No `names` but an `end` after `start`: someone is named, though by no name."""
    desk = _DESK.match(text, start) or _LATIN_DESK.match(text, start)
    if desk is not None:
        return Names([], start, start, desk.end(), False, is_desk=True)
    names: list[str] = []
    has_dot = False
    at = names_end = start
    codes = ""
    while len(names) < 8:
        read = _one(text, at, japanese=japanese)
        if read is None:
            break
        new, at = read
        names += new
        names_end = at
        degree = _DEGREE.match(text, at)
        at = degree.end() if degree else at
        code = _CODE.match(text, at)
        if code is not None:
            codes, at = codes + code[0], code.end()
        between = _BETWEEN.match(text, at)
        if between is None or between.end() >= len(text):
            break
        end, at = at, between.end()
        desk = _DESK.match(text, at)
        following = _one(text, at, japanese=japanese)
        if desk is not None or following is None or _is_next_role(text, start, following[1], between[0]):
            at = desk.end() if desk is not None and between[0].strip() else end
            break
        has_dot = has_dot or "·" in between[0]
    if not names:
        code = _CODE.match(text, start)
        other = code or (None if japanese else _LATIN_PEN_NAME.match(text, start))
        return Names([], start, start, other.end() if other else start, False, has_code=code is not None)
    likely = codes != "" or _are_likely(names, japanese=japanese)
    sure = _LETTER.search(codes) is not None or all(_is_sure(name, japanese=japanese) for name in names)
    sure = sure and (not has_dot or all(map(is_korean_beside_dot, names)))
    sure = sure and _DOT_NEXT.match(text, names_end) is None
    return Names(names, start, names_end, max(at, names_end), likely, sure, has_code=codes != "")


def _are_likely(names: list[str], *, japanese: bool) -> bool:
    """Whether each is likely a name; beside one that is, so is a Latin one of one word."""
    told = [_is_likely(name, japanese=japanese) for name in names]
    return any(told) and all(is_likely or name[0].isascii() for name, is_likely in zip(names, told, strict=True))


def _is_next_role(text: str, start: int, end: int, between: str) -> bool:
    """Whether a word behind a blank is no further name but the role of one, as in 采访/张三 编辑/李四 后期/王五."""
    return not between.strip() and text[start - 1 : start] in _ROW and text[end : end + 1] == text[start - 1]


def _is_likely(name: str, *, japanese: bool) -> bool:
    if japanese and not name[0].isascii():
        return is_japanese_name(name)
    return " " in name or _CAMEL.fullmatch(name) is not None or may_be_chinese_name(name)


def _is_sure(name: str, *, japanese: bool) -> bool:
    if name[0] < "\u2e80":
        return " " in name and (name.isupper() or _ACRONYM.search(name) is None)
    return is_japanese_name(name) if japanese else is_chinese_name(name)


def _one(text: str, at: int, *, japanese: bool) -> tuple[list[str], int] | None:
    if japanese:
        match = _JAPANESE.match(text, at)
        if match is None or _NOT_JAPANESE.search(match[0]) or _is_label(text, match.end()):
            return _latin(text, at)
        return [_without_title(match[0])], match.end()
    spaced = _SPACED.match(text, at)
    if spaced is not None and not _is_label(text, spaced.end()):
        return [spaced[0][0] + spaced[0][-1]], spaced.end()
    run = _HAN_RUN.match(text, at)
    if run is None:
        return _latin(text, at)
    written, end = run[0], run.end()
    if _is_label(text, end):  # another label, which may be glued to the name before it
        glued = _ROLE_AT_END.search(written, 2)
        if glued is None or not begins_with_surname(written):
            return None
        written = written[: glued.start()].rstrip("·•・")
        end = at + len(written)
    if _ROLES.match(written) or _KOREAN_TITLE_ALONE.fullmatch(written):
        return None
    if is_hangul(written[0]):  # no part of a Korean name is parted from the others
        parts = [_without_title(part) for part in _DOTS.split(written)]
        if not all(2 <= len(part) <= 4 for part in parts):
            return None
        return (
            parts if len(parts) == 1 or all(map(is_korean_beside_dot, parts)) else [written]
        ), end  # 마이클·잭슨 is one
    parts = [written] if len(written) <= 4 or "·" in written else _AND.split(written)
    if not all(2 <= len(part) <= 4 or ("·" in part and len(part) <= 15) for part in parts):
        return None
    return parts, end


def _without_title(name: str) -> str:
    """A name as it is to be copied: shortened by the title or the courtesy at its end."""
    title = _TITLE_AT_END.search(name, 1)
    return name[: title.start()] if title is not None else name


def _latin(text: str, at: int) -> tuple[list[str], int] | None:
    honor = _HONOR.match(text, at)
    at = honor.end() if honor else at
    match = _LATIN.match(text, at)
    if match is None or _NO_PERSON.search(match[0]) or _is_label(text, match.end()):
        return None
    name = match[0]
    if _CODE.fullmatch(name) or (len(name) == 2 and name.isupper()):  # "IT" is a desk or someone's initials
        return None
    last = name.rsplit(None, 1)[-1]
    if name.endswith(".") and len(last) > 2:
        name = name[:-1]
    parts = " ".join(name.split()).split(" y ")  # one family may be called Ramón y Cajal
    return parts if all(" " in part for part in parts) else [" y ".join(parts)], at + len(name)


def _is_label(text: str, at: int) -> bool:
    """Whether a colon follows: what stands before it is another label, not a name."""
    return _COLON.match(text, at) is not None
