"""A credit line taken apart: its label, the names after it, and whose editor it names."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from contentlint.patterns import pattern
from contentlint.rules.editorial.names import HAN, HAN_OR_KANA, NOBODY, ROLE, Names, read_names
from contentlint.rules.editorial.passages import SOMETHING, Passage
from contentlint.text import Span, line_end

_EDITOR = "(?:编辑|編輯|编輯|編辑)"
_OTHER = (
    rf"(?:图片|圖片|版面|美术|美術|美工|视频|視頻|视觉|視覺|摄影|攝影|音频|音頻|排版|动画|海报|平面|图文|剪辑|总|總){_EDITOR}"
    r"|(?:写真|動画|映像|音声)編集|(?:Photo|Picture|Video|Audio|Sound|Film|Image|Graphics|Layout|Music)\s+[Ee]dit(?:ors?|ed|ing)"
)
_CLEAR = (
    rf"(?:本文|本期|本版)?(?:责任|責任|值班|网络|網絡|網路|网站|網站|新媒体|执行|執行|实习|见习){_EDITOR}|(?:本文|本期|本版|每经){_EDITOR}"
    r"|(?:本文|本期)?(?:责编|責编|責編)|責任編集|文責|[责責][ \t\u3000]{1,16}[编編](?=[ \t\u3000]*[:：])"
)
_RANK = "(?:Managing|Web|Copy|Senior|Story|Desk|Night|Executive|Responsible|Assistant|Deputy)"
LABEL = pattern(
    rf"(?P<other>{_OTHER})|(?P<clear>{_CLEAR})"
    rf"|(?P<plain>{_EDITOR}|[编編][ \t\u3000]{{1,16}}[辑輯](?=[ \t\u3000]*[:：])|編集者|編集担当|編集|편집(?:자|기자)?(?=\s*[:：]))"
    r"|(?<![\w-])(?P<by>(?:[Ee]dited|EDITED|[Ee]diting|EDITING)\s+(?:by|By|BY))(?!\w)"
    rf"|(?<![\w-])(?P<editor>(?:{_RANK}\s+)?Editors?"
    rf"|{_RANK}\s+editors?"
    r"|editors?\s+(?:responsible\s+for|on)\s+this\s+story)(?=\s*[:：])"
)
_SIGN = pattern(r"[ \t\u3000]*(?:[：:／/|｜丨・·＝=]|】)\s*|[ \t\u3000]+|(?<=[Yy])\s+")
_OPENING, _CLOSING = "（([［【「『〔", "）)]］】」』〕"
_GIVEN = (SOMETHING, "{{", "{%", "<%")
_MEDIA = pattern(rf"{HAN}{{2,8}}(?:报|網|网|社|台|新闻|财经|客户端)\Z")
_SENTENCE_END = tuple("。！？!?.…”」』）)】]；;|｜丨·•—-/")
_WORK = (
    "通讯员|作者|撰文|撰稿|采写|采访|供稿|摄影|摄像|拍摄|图片|图|文图|图文|文|视频|制图|制作|设计|排版|美编|校对|校對|审核|初审|复审|终审|监制"
    "|策划|统筹|翻译|编译|责编|責編|企画|監修|取材|執筆|写真|撮影|翻訳|構成|取材・文|取材・構成"
)
_ROLE = pattern(
    rf"\s*(?:{HAN}{{0,8}}(?:记者|記者|编辑|編輯|责编)|(?:{_WORK})(?=[\s：:/／|｜丨·・＝=])"
    r"|(?:Additional\s+)?[Rr]eporting|Writing|Written|Compiled|Text|Words|Photos?|By\b|Story)"
)
_LABELLED = pattern(
    rf"(?:\s*(?:{HAN}|・){{1,8}}[ \u3000]?[：:/／|｜丨＝=][ \u3000]*[\w·]{{1,16}}[ \u3000,，、；;|｜丨]+)+"
)
_SENTENCE_LEAD = pattern(
    r"\W*(?:(?:[Tt]his|[Tt]he)\s+(?:\w+\s+)?"
    r"(?:story|article|piece|report|post|essay|column|interview|episode|feature|dispatch)\s+(?:was|is|has\s+been)\b"
    r"|Written|Reported|Produced|Compiled|Recorded|Filmed|Translated|Words|Text|Story|Reporting|Writing)"
    r"(?:\s+(?:by|and)\b[\w\s,.'’&-]{1,60})?\W*"
)
_WIRE_LEAD = pattern(r"\W*(?:Additional\s+)?[Rr]eporting\s+[Bb]y\s.{2,160};\s*", re.DOTALL)
_JAPANESE_LEAD = pattern(rf"{HAN_OR_KANA}{{2,12}}[、，\s]+(?:{HAN}{{1,8}}[：:]{HAN_OR_KANA}{{2,12}}[、，\s]+)*")
_SOURCE = pattern(r"\s*(?:本文|文章|稿件|内容|資料|新闻)?(?:来源|來源|出典|Source)\s*[：:／/|｜]")
_NEXT_LABEL = rf"[,，、;；|｜/／·•・丨〡]?[ \t\u3000]*(?={HAN}{{1,6}}[ \t\u3000]*[：:/|｜])"
_END = pattern(
    r"\s*(?:\Z|\n|[）)\]］】」』〕。．.;；|｜丨〡\"”])"
    r"|[ \t\u3000]+(?:(?=\S{2,6}[ \t\u3000]*[：:/|｜])|校对|校對|审核|初审|终审|监制|记者|摄影|制图|设计|返回|举报)"
    rf"|[ \t\u3000]*{_NEXT_LABEL}|\s*（[^（）\n]{{1,20}}）\s*(?:\Z|\n)"
    r"|\s+Our\s+Standards\b|\s+in\s+[A-Z][\w. ]{1,30}\s*(?:\Z|[).;\n])"
    r"|\s+and\s+(?:copy[\s-]?edited|fact-?checked|produced|translated)\b"
)
_GOES_ON = pattern(r"\.[ \t]+\S")
_LABEL_NEXT = pattern(rf"{ROLE}[ \t\u3000]*[：:]")
_PAIR = rf"{HAN}{{0,6}}(?:记者|記者|编辑|編輯|校对|校對|作者|摄影|攝影|审核|審核|责编|制图|设计|通讯员)[ \u3000：:/|]+{HAN}{{2,4}}"
_ROW_OF_ROLES = pattern(rf"[ \u3000]*{_PAIR}(?:[ \u3000/|]+{_PAIR})+[ \u3000]*")
_FAR = 80
MOST = 40  # an article has one credit or two; more is no article


class Credit(NamedTuple):
    """One place where the body says who edited the article.

    `names` is empty where a name should stand and none does. `is_sure`: it is beyond doubt the article's own editor,
    so that the names may be copied. `is_responsible`: it says 责任编辑 or the like, which outranks an editor.
    """

    names: tuple[str, ...]
    span: Span
    is_sure: bool
    is_empty: bool = False
    is_responsible: bool = False


def credits_of(passage: Passage, *, is_at_edge: bool) -> list[Credit]:
    """The credits in a passage; `is_at_edge`: it is among the first or the last of the article."""
    found: list[Credit] = []
    after = 0
    for label in islice(LABEL.finditer(passage.text), MOST):
        if label.start() < after or label["other"]:
            continue
        credit = _of_label(passage, label, is_at_edge)
        if credit is not None:
            found.append(credit)
            after = credit.span.end - passage.span.start
    return found


def _of_label(passage: Passage, label: re.Match[str], is_at_edge: bool) -> Credit | None:
    text = passage.text
    if not label["clear"] and text.startswith("|", text.rfind("\n", 0, label.start()) + 1):
        return None  # in a table it is a button or a column as well
    sign = _SIGN.match(text, label.end())
    at = sign.end() if sign else label.end()
    has_colon = bool(sign and sign[0].strip())
    bracket, before = _before(text, label.start())
    is_clear = bool(label["clear"] or label["by"] or (label["plain"] and _MEDIA.fullmatch(before.strip())))
    own = _is_own(bracket, before, is_clear=is_clear)
    if label[0][0] == "e":  # "edited by" is most often said of a book
        is_led = bool(_SENTENCE_LEAD.fullmatch(before) or _WIRE_LEAD.fullmatch(before)) or not before.strip("- ")
        is_led = is_led or bool(bracket and _ROLE.match(before))
        own = True if is_at_edge and (label["editor"] or is_led) else None
    if own is None and label[0] == "編集" and bracket and _JAPANESE_LEAD.fullmatch(before):
        own = True
    if own is None:
        return None
    signs = _Signs(has_colon, bool(bracket), own, is_clear, is_at_edge)
    is_nameless = not text[at:].strip() or (has_colon and (text[at] in _CLOSING or _LABEL_NEXT.match(text, at)))
    if (has_colon or label["by"]) and NOBODY.match(text, at):
        is_nameless = True
    if is_nameless:
        is_first = not before.strip() or _LABELLED.fullmatch(before) is not None
        is_empty = is_clear and own and is_first and is_at_edge and (has_colon or bool(label["by"]))
        span = passage.place(label.start(), label.start() + len(text[label.start() : at].rstrip()))
        return Credit((), span, is_sure=True, is_empty=True) if is_empty else None
    if sign is None:
        return None
    if text.startswith(_GIVEN, at):
        return Credit(("",), passage.place(label.start(), at), is_sure=False)
    return _judged(passage, label, read_names(text, at, japanese=bool(re.search("編集|文責", label[0]))), signs)


class _Signs(NamedTuple):
    has_colon: bool
    in_brackets: bool
    is_own: bool
    is_clear: bool
    is_at_edge: bool


def _judged(passage: Passage, label: re.Match[str], names: Names, signs: _Signs) -> Credit | None:
    if not names.names:
        is_someone = names.end > names.start and signs.is_clear and not label["by"]  # a desk, a pen name, a code
        is_line = (
            label["editor"] and not passage.text[: label.start()].strip() and not passage.text[names.end :].strip()
        )
        if is_someone or (is_line and names.end > names.start and signs.is_at_edge):
            return Credit(("",), passage.place(label.start(), names.end), is_sure=False)
        return None
    ends = _END.match(passage.text, names.end) is not None
    if label["by"] or label["editor"]:
        if not ends:
            return None
        if passage.text[: label.start()].strip() and _GOES_ON.match(passage.text, names.end):
            return None  # so a book or a film is described
        is_other = label[0].startswith("Copy")  # who looks after spelling
        sure = signs.is_own and all(" " in name for name in names.names) and signs.is_at_edge and not is_other
    elif signs.is_clear:
        if not signs.has_colon and not ends:
            return None
        sure = signs.is_own and ends and (signs.has_colon or names.are_likely or signs.in_brackets)
    else:
        is_alone = signs.is_at_edge and names.are_likely and _is_line(passage.text, label.start(), names.end)
        is_marked = signs.has_colon or signs.in_brackets or is_alone or _is_in_row_of_roles(passage.text, label.start())
        if not ends or not is_marked:
            return None
        if not (names.are_likely or signs.in_brackets):
            return None
        sure = signs.is_own and signs.is_at_edge and names.are_likely
    span = passage.place(label.start(), names.names_end)
    return Credit(tuple(names.names), span, is_sure=sure, is_responsible=bool(label["clear"]))


def _is_line(text: str, start: int, end: int) -> bool:
    """Whether these characters fill their line."""
    return not text[text.rfind("\n", 0, start) + 1 : start].strip() and not text[end : line_end(text, end)].strip()


def _is_in_row_of_roles(text: str, at: int) -> bool:
    """Whether the line is roles and names, one after the other: 记者 张三 编辑 李四 校对 王五."""
    return _ROW_OF_ROLES.fullmatch(text, text.rfind("\n", 0, at) + 1, line_end(text, at)) is not None


def _before(text: str, at: int) -> tuple[str, str]:
    """The bracket a label stands in, or "", and what stands before the label there or in its line."""
    start = max(text.rfind("\n", 0, at) + 1, at - _FAR)
    for index in range(at - 1, start - 1, -1):
        if text[index] in _CLOSING:
            return "", text[index:at]
        if text[index] in _OPENING:
            return text[index], text[index + 1 : at]
    return "", text[start:at]


def _is_own(bracket: str, before: str, *, is_clear: bool) -> bool | None:
    """Whether a credit is the article's own: True, False where that is in doubt, None where it is none at all."""
    told = before.strip()
    if not told:
        return True
    if _SOURCE.match(told):
        return not bracket
    if _ROLE.match(told) or _LABELLED.fullmatch(before):
        return True
    if bracket:
        return None
    if before == before.rstrip() and _MEDIA.fullmatch(told):
        return True
    if told.endswith(_SENTENCE_END):
        return True
    return False if is_clear and before != before.rstrip() and len(told) <= 20 else None
