"""A credit line taken apart: its label, the names after it, and whose editor it names."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from contentlint.patterns import chinese_pattern, pattern
from contentlint.rules.editorial.chinese_names import could_be_chinese_name
from contentlint.rules.editorial.credit_labels import (
    JAPANESE_LEAD,
    JOINED_LEAD,
    KOREAN_LEAD,
    KOREAN_MARK,
    LABEL,
    LABELLED_LEAD,
    PICTURES_LEAD,
    REPORT_LEAD,
    ROLE_LEAD,
    SENTENCE_LEAD,
    WIRE_LEAD,
)
from contentlint.rules.editorial.names import HAN, NOBODY, ROLE, Names, read_names
from contentlint.rules.editorial.passages import SOMETHING, Passage
from contentlint.text import Span, line_end

_SIGN = pattern(
    r"[ \t\u3000\xa0\u202f]*(?:[：:／/|｜丨・·＝=]|】)\s*(?P<opening>[（(【［\[「](?![A-Za-z]))?|[ \t\u3000]+|(?<=[Yy])\s+"
)
_OPENING, _CLOSING = "（([［【「『〔", "）)]］】」』〕"
_GIVEN = (SOMETHING, "{{", "{%", "<%")
_MEDIA = chinese_pattern(rf"{HAN}{{2,8}}(?:报|网|社|台|新闻|财经|客户端)\Z")
_SENTENCE_END = tuple("。！？!?.…”」』）)】]；;|｜丨·•—-/")
_SOURCE = chinese_pattern(r"\s*(?:本文|文章|稿件|内容|資料|新闻)?(?:来源|出典|Source)\s*[：:／/|｜]")
_NEXT_LABEL = rf"[,，、;；|｜/／·•・丨〡]?[ \t\u3000]*(?={HAN}{{1,6}}[ \t\u3000]*[：:/／|｜])"
_END = chinese_pattern(
    r"\s*(?:\Z|\n|[）)\]］】」』〕。．.;；|｜丨〡\"”])"
    r"|[ \t\u3000]+(?:(?=\S{2,6}[ \t\u3000]*[：:/／|｜])|校对|审核|初审|终审|监制|记者|摄影|制图|设计|返回|举报|转载|未经|版权)"
    rf"|[ \t\u3000]*{_NEXT_LABEL}|\s*（[^（）\n]{{1,20}}）\s*(?:\Z|[\n】\]〕])"
    r"|\s*Our\s+Standards\b|\s+(?:in|en|em|à|a)\s+(?:la\s+redac\w+\s+de\s+|la\s+)?[A-Z][\w. ]{1,30}\s*(?:\Z|[).;\n])"
    r"|\s+(?:for|at)\s+(?:the\s+)?[A-Z][\w.’' &-]{1,40}\s*(?:\Z|[).;\n])"
    r"|\s+and\s+(?:copy[\s-]?edited|fact-?checked|produced|translated|designed|reported|recorded|mixed|adapted)\b"
    r"|[ \t\u3000]+(?:19|20)\d\d[-/.年]\d"
    r"|[ \t\u3000]+·[ \t\u3000]"
    r"|[ \t\u3000]*[#＃](?:[ \t]*[◇◆])?[ \t]*(?:\Z|\n)"  # with which some papers end
)
_EMPTY_BRACKET = pattern(r"[）)\]］】」』〕]\s*\d*\s*\Z")  # with the date behind it, as Taiwan's agency writes it
_GOES_ON = pattern(r"\.[ \t]+\S")
_GOES_ON_IN_JAPANESE = pattern(rf"。[ \t\u3000]*(?!{HAN}{{1,6}}[ \t\u3000]*[：:/／])\w")
_LABEL_NEXT = chinese_pattern(rf"(?:[|｜丨/／][ \t\u3000]*)?{ROLE}[ \t\u3000]*[：:]")
_PAIR = rf"{HAN}{{0,6}}(?:记者|编辑|校对|作者|摄影|审核|责编|制图|设计|通讯员)[ \u3000：:/|]+{HAN}{{2,4}}"
_ROW_OF_ROLES = chinese_pattern(rf"[ \u3000]*{_PAIR}(?:[ \u3000/|]+{_PAIR})+[ \u3000]*")
_AIDES = ("Copy", "Assistant", "Deputy")
_OF_PROGRAMS = ("Editor", "Web")  # a program is called so as well
_BLANKS = " \t\u3000"
_REST = _BLANKS + _CLOSING
_BEFORE_BRACKET = ("。", "！", "？", "!", "?", ".", "…", "”", "」", "』", "\n")  # else the sentence goes on with it
_HELPERS = ("实习", "實習", "见习", "見習", "核稿")
_FAR, _FURTHER = 80, 240
MOST = 40  # an article has one credit or two; more is no article


class Credit(NamedTuple):
    """One place where the body says who edited the article.

    `names` is empty where a name should stand and none does, and holds "" for someone whose name is not to be copied.
    `is_sure`: it is beyond doubt the article's own editor, and a person, so that the names may be copied.
    `is_responsible`: it says 责任编辑 or the like, which outranks an editor.
    """

    names: tuple[str, ...]
    span: Span
    is_sure: bool
    is_responsible: bool = False

    @property
    def is_empty(self) -> bool:
        return not self.names


def credits_of(passage: Passage, *, is_at_edge: bool, is_of_newsroom: bool) -> list[Credit]:
    """The credits in a passage. `is_at_edge`: it is among the first or the last of the article. `is_of_newsroom`: the
    article shows that a newsroom made it, so that to edit is no step in a manual."""
    found: list[Credit] = []
    after = 0
    for label in islice(LABEL.finditer(passage.text), MOST):
        if label.start() < after or label["other"]:
            continue
        credit = _of_label(passage, label, is_at_edge=is_at_edge, is_of_newsroom=is_of_newsroom)
        if credit is not None:
            found.append(credit)
            after = credit.span.end - passage.span.start
    return found


def _of_label(passage: Passage, label: re.Match[str], *, is_at_edge: bool, is_of_newsroom: bool) -> Credit | None:
    text = passage.text
    if not label["clear"] and text.startswith("|", text.rfind("\n", 0, label.start()) + 1):
        return None  # in a table it is a button or a column as well
    sign = _SIGN.match(text, label.end())
    at = sign.end() if sign else label.end()
    bracket, before = _before(text, label.start(), _FAR)
    is_clear = bool(label["clear"] or label["by"] or (label["plain"] and _MEDIA.fullmatch(before.strip())))
    own = _owner(text, label, is_clear=is_clear, is_at_edge=is_at_edge)
    if own is None:
        return None
    signs = _Signs(bool(sign and sign[0].strip()), bool(bracket), before, own, is_clear, is_at_edge, is_of_newsroom)
    if _lacks_name(text, label, at, has_colon=signs.has_colon):
        return _empty(passage, label, at, signs)
    if sign is None:
        return _glued(passage, label, signs)
    if text.startswith(_GIVEN, at):
        return Credit(("",), passage.place(label.start(), at), is_sure=False)
    names = read_names(text, at, japanese=_is_japanese(label))
    found = _judged(passage, label, names, signs)
    if found is None or not sign["opening"]:
        return found
    return found._replace(is_sure=False) if names.are_likely else None  # a remark may stand in brackets as well


def _lacks_name(text: str, label: re.Match[str], at: int, *, has_colon: bool) -> bool:
    """Whether nothing, the end of its bracket, another label or a stand-in is where the name should be."""
    if not text[at:].strip():
        return True
    if has_colon and (text[at] in _CLOSING or _LABEL_NEXT.match(text, at)):
        return True
    return (has_colon or bool(label["by"])) and NOBODY.match(text, at) is not None


def _is_japanese(label: re.Match[str]) -> bool:
    return "編集" in label[0] or "文責" in label[0]


def _owner(text: str, label: re.Match[str], *, is_clear: bool, is_at_edge: bool) -> bool | None:
    """Whether what a label announces is the article's own editor: True, False where in doubt, None where it is none."""
    if label[0][0] == "e" or label["revised"] or label["published"]:
        bracket, before = _before(text, label.start(), _FURTHER)
        if not is_at_edge:
            return None
        if label["editor"] or label["by"]:
            is_own = True if label["editor"] or _is_led(bracket, before) else None
            return False if is_own and "series" in before else is_own  # a row of books is called so as well
        return _is_own_abroad(bracket, before, is_revised=bool(label["revised"]))
    bracket, before = _before(text, label.start(), _FAR)
    own = _is_own(bracket, before, is_clear=is_clear)
    if own is None and label[0] == "編集" and bracket and JAPANESE_LEAD.fullmatch(before):
        return True
    if label[0] == "편집":
        is_marked = bool(bracket) or KOREAN_MARK.match(text, label.end()) is not None
        own = True if KOREAN_LEAD.match(before) or JOINED_LEAD.fullmatch(before) else own if is_marked else None
    return False if own and PICTURES_LEAD.search(before) else own  # a film may be cut


def _is_led(bracket: str, before: str) -> bool:
    """Whether "edited by", which is most often said of a book, is said of an article."""
    if SENTENCE_LEAD.fullmatch(before) or WIRE_LEAD.fullmatch(before) or not before.strip("- "):
        return True
    return bool(bracket and ROLE_LEAD.match(before))


def _is_own_abroad(bracket: str, before: str, *, is_revised: bool) -> bool | None:
    """The same for languages in which an agency's reporters stand before its editor, and to edit may be to publish."""
    if REPORT_LEAD.match(before):
        return True
    told = before.strip(" \t\u3000-–—")
    if not told:
        return is_revised
    if bracket and told.endswith((",", ";", ".")):
        return False
    return False if told[read_names(told, 0, japanese=False).end :] in (",", ";") else None


class _Signs(NamedTuple):
    has_colon: bool
    in_brackets: bool
    before: str  # in the bracket or the line
    is_own: bool
    is_clear: bool
    is_at_edge: bool
    is_of_newsroom: bool


def _judged(passage: Passage, label: re.Match[str], names: Names, signs: _Signs) -> Credit | None:
    if not names.names:
        return _nameless(passage, label, names, signs)
    ends = _END.match(passage.text, names.end) is not None
    if any(label[kind] for kind in ("by", "editor", "revised", "published")):
        if not ends:
            return None
        before = passage.text[: label.start()]
        if (label["by"] or label["editor"]) and before.strip() and _GOES_ON.match(passage.text, names.end):
            return None  # so a book or a film is described
        is_other = label[0].startswith(_AIDES) or " version of " in before  # who looks after spelling, or its sound
        is_no_program = signs.is_of_newsroom or not label["editor"] or not label[0].startswith(_OF_PROGRAMS)
        sure = signs.is_own and signs.is_at_edge and not is_other and is_no_program
    elif signs.is_clear:
        if not signs.has_colon and not ends:
            return None
        sure = signs.is_own and ends and label[0][:2] not in _HELPERS
    else:
        is_alone = signs.is_at_edge and names.are_likely and _is_line(passage.text, label.start(), names.end)
        is_marked = signs.has_colon or signs.in_brackets or is_alone or _is_in_row_of_roles(passage.text, label.start())
        if not ends or not is_marked:
            return None
        if not (names.are_likely or signs.in_brackets or _is_japanese(label)):
            return None
        is_no_deed = signs.is_of_newsroom or not label["deed"]
        is_no_deed = is_no_deed or (signs.in_brackets and _ends_line(passage.text, names.end))
        is_department = bool(label["deed"]) and len(label[0]) > len("编辑")  # what it works on may follow as well
        is_of_all = bool(label["chief"] or label["senior"])
        sure = signs.is_own and signs.is_at_edge and is_no_deed and not is_department and not is_of_all
    if _is_japanese(label):  # a thing, a firm; or it is told what an editor is
        sure = sure and not _GOES_ON_IN_JAPANESE.match(passage.text, names.end)
    span = passage.place(label.start(), names.names_end)
    is_responsible = signs.is_own and _is_responsible(label)
    sure = sure and (names.are_sure or _must_be_names(passage.text, label, names, signs))
    return Credit(tuple(names.names), span, is_sure=sure, is_responsible=is_responsible)


def _glued(passage: Passage, label: re.Match[str], signs: _Signs) -> Credit | None:
    """The credit of a name without a blank before it, 责任编辑张玫, which is never copied: any word may go on so."""
    if not (signs.is_own and signs.is_at_edge and signs.is_of_newsroom and (label["clear"] or signs.in_brackets)):
        return None
    names = read_names(passage.text, label.end(), japanese=_is_japanese(label))
    if not names.are_likely or _END.match(passage.text, names.end) is None:
        return None
    return Credit(tuple(names.names), passage.place(label.start(), names.names_end), is_sure=False)


def _empty(passage: Passage, label: re.Match[str], at: int, signs: _Signs) -> Credit | None:
    """The credit that lacks its name, where one would stand from an offset on; any other word may stand there alone."""
    text, before = passage.text, signs.before
    is_first = not before.strip() or LABELLED_LEAD.fullmatch(before) is not None
    if not (signs.is_own and signs.is_at_edge and is_first and (signs.has_colon or label["by"])):
        return None
    if not signs.is_clear and not (label["plain"] and _is_left_empty(text, label.start(), at, signs)):
        return None
    span = passage.place(label.start(), label.start() + len(text[label.start() : at].rstrip()))
    return Credit((), span, is_sure=False, is_responsible=_is_responsible(label))


def _is_left_empty(text: str, start: int, at: int, signs: _Signs) -> bool:
    """Whether nothing follows a word that may also mean to edit, or what shows that it is a newsroom's label."""
    if not text[at:].strip() or _is_in_full_row(text, at, signs):
        return True
    if not (signs.is_of_newsroom and signs.in_brackets and _EMPTY_BRACKET.match(text, at)):
        return False
    before = text[:start].rstrip(_BLANKS).rstrip(_OPENING).rstrip(_BLANKS)
    while before.endswith("）") and "：" in before[(opening := before.rfind("（")) :]:  # another credit
        before = before[:opening]
    return not before or before.endswith(_BEFORE_BRACKET)


def _is_in_full_row(text: str, at: int, signs: _Signs) -> bool:
    """Whether the next of a newsroom's labels has a name."""
    following = _LABEL_NEXT.match(text, at) if signs.is_of_newsroom else None
    return following is not None and read_names(text[following.end() :].lstrip(), 0, japanese=False).are_likely


def _nameless(passage: Passage, label: re.Match[str], names: Names, signs: _Signs) -> Credit | None:
    """The credit of a desk, a staff code or a pen name, which is no name to be copied."""
    text = passage.text
    if names.end <= names.start:
        return None
    is_of_news = signs.has_colon and signs.is_of_newsroom and signs.is_at_edge
    is_for_person = signs.is_clear or (label["plain"] and len(label[0]) > 2 and is_of_news)
    is_someone = (is_for_person or (names.has_code and signs.has_colon)) and not label["by"]
    is_desk = names.is_desk and (is_of_news if label["plain"] else _END.match(text, names.end) is not None)
    is_line = label["editor"] and not text[: label.start()].strip() and not text[names.end :].strip()
    if not (is_someone or is_desk or (is_line and signs.is_at_edge)):
        return None
    is_responsible = signs.is_own and not names.is_desk and _is_responsible(label)
    return Credit(("",), passage.place(label.start(), names.end), is_sure=False, is_responsible=is_responsible)


def _must_be_names(text: str, label: re.Match[str], names: Names, signs: _Signs) -> bool:
    """Whether a newsroom's line ends in words that stand where it writes its editor, though by no common surname."""
    is_for_person = label["clear"] and signs.has_colon and not _is_japanese(label)
    if not (is_for_person and signs.is_of_newsroom and signs.is_at_edge and _ends_line(text, names.end)):
        return False
    return all(could_be_chinese_name(name) for name in names.names)


def _ends_line(text: str, at: int) -> bool:
    """Whether nothing but closing brackets follows in the line."""
    return not text[at : line_end(text, at)].strip(_REST)


def _is_responsible(label: re.Match[str]) -> bool:
    """Whether the word says that the editor answers for the article."""
    if label["senior"] or label[0] == "文責":  # which is the writer's in many a paper
        return False
    return any(word in label[0] for word in ("责", "責", "책임", "esponsible"))


def _is_line(text: str, start: int, end: int) -> bool:
    """Whether these characters fill their line."""
    return not text[text.rfind("\n", 0, start) + 1 : start].strip() and not text[end : line_end(text, end)].strip()


def _is_in_row_of_roles(text: str, at: int) -> bool:
    """Whether the line is roles and names, one after the other: 记者 张三 编辑 李四 校对 王五."""
    start = text.rfind("\n", 0, at) + 1
    if KOREAN_LEAD.match(text[max(start, at - _FAR) : at]):
        return True
    return _ROW_OF_ROLES.fullmatch(text, start, line_end(text, at)) is not None


def _before(text: str, at: int, most: int) -> tuple[str, str]:
    """The bracket a label stands in, or "", and what stands before the label there or in its line, within so many
    characters."""
    start = max(text.rfind("\n", 0, at) + 1, at - most)
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
    if _SOURCE.match(told) or (not bracket and " 本文来源：" in told):
        return not bracket
    if ROLE_LEAD.match(told) or LABELLED_LEAD.fullmatch(before):
        return True
    if bracket:
        return None
    if before == before.rstrip() and _MEDIA.fullmatch(told):
        return True
    if told.endswith(_SENTENCE_END):
        return True
    return False if is_clear and before != before.rstrip() and len(told) <= 20 else None
