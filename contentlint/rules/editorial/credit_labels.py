"""The words that announce an editor's name, and what may stand before them in a line."""

from __future__ import annotations

import re

from contentlint.patterns import chinese_pattern, pattern
from contentlint.rules.editorial.names import HAN, HAN_OR_KANA, KOREAN_TITLE

_EDITOR = "编辑"
_GAP, _SIGN = r"[ \t\u3000]{1,16}", r"(?=[ \t\u3000]*[:：丨｜|/／])"
_OTHER = (
    rf"(?:图片|版面|美术|美工|视频|视觉|摄影|音频|排版|动画|海报|平面|剪辑|总){_EDITOR}"
    r"|(?:写真|動画|映像|音声)編集|(?:영상|동영상|사진|음향)[ \t]*편집"
    r"|(?:Photo|Picture|Video|Audio|Sound|Film|Image|Graphics|Layout|Music)\s+[Ee]dit(?:ors?|ed|ing)"
)
_CLEAR = (
    rf"(?:本文|本期|本版)?(?:责任|值班|网络|网路|网站|新媒体|执行|实习|见习|核稿){_EDITOR}|(?:本文|本期|本版|每经){_EDITOR}"
    r"|(?:本文|本期|本版|本栏|今日|值班)?责编|責任編集|文責"
    rf"|责{_GAP}编{_SIGN}|责(?:{_GAP})?任(?:{_GAP})?编(?:{_GAP})?辑{_SIGN}"
)
_SLASH, _TITLED = r"[ \t]*[/／][ \t]*", rf"{HAN}{{2,4}}[ \t]+{KOREAN_TITLE}"
# a menu, a button and what a program can do are called so as well
_DEED = (
    rf"(?:文字|图文|内容|栏目|微信|网页|策划|英文|夜班|审稿)?{_EDITOR}"
    rf"|(?:采编|文编|网编|(?P<senior>(?:责任|执行|值班)?主编|编审|核稿)){_SIGN}"
    rf"|(?:책임[ \t]*)?편집(?=\s*[:：=])|편집(?=[ \t]+{HAN}{{2,4}}(?!{HAN})|{_SLASH}{_TITLED})"
)
_PLAIN = rf"(?P<deed>{_DEED})|编{_GAP}辑{_SIGN}|編集担当|(?:担当)?編集者?|편집(?:자|기자)(?=\s*[:：=])"
# who leads a paper is called so in all of its articles
_CHIEF = rf"編集長{_SIGN}|편집(?:국|부)?장(?=\s*[:：=]|[ \t]+{HAN}{{2,4}}(?!{HAN}))"
# an editor's work alone is called so
_REVISED = (
    r"[Rr]edigiert(?:[ \t]+von|(?=[ \t]*:))"
    r"|(?:(?:[Оо]тветственный|[Вв]ыпускающий)[ \t]+)?[Рр]едактор(?=[ \t]*:|[ \t]+[А-ЯЁ])"
)
# a publisher's work, an issue or a department is called so as well
_PUBLISHED = (
    r"(?:[EeÉé]dit(?:ad[oa]s?|[ée]e?s?)|EDITAD[OA]S?)(?:[ \t]+en[ \t]+español)?[ \t]+(?:por|par|POR)"
    r"|[Ee]di(?:ción|cion|ção)(?:[ \t]+en[ \t]+español)?(?:[ \t]+(?:de|por)|(?=[ \t]*:))"
    r"|(?<=[,;][ \t])editing(?=[ \t]+[A-Z])|Redaktion(?=[ \t]*:)|(?:(?:Verantwortliche[rn]?[ \t]+)?R|Chefr)edakteur(?:e|in|innen)?(?=[ \t]*:)"
    r"|R(?:édact(?:ion|eurs?|rices?)(?:[ \t]+en[ \t]+chef)?(?:[ \t]+adjointe?s?)?|ÉDACTION|edakcja|edaktor(?:ka)?(?:[ \t]+(?:naczeln|prowadząc)[ya])?)(?=[ \t\xa0\u202f]*:)"
    r"|Editör(?=[ \t]*:)|(?:A|Testo[ \t]+a)[ \t]+cura[ \t]+di|Под[ \t]+редакцией"
)
_RANK = "(?:Managing|Web|Copy|Senior|Story|Desk|Night|Executive|Responsible|Assistant|Deputy)"
LABEL = chinese_pattern(
    # which begins with a letter, of the small Latin ones with e or r: to try all of them at each place takes five times as long
    r"(?=[^\W\d_a-df-qs-z])(?:"
    rf"(?P<other>{_OTHER})|(?P<chief>{_CHIEF})|(?P<clear>{_CLEAR})|(?P<plain>{_PLAIN})"
    r"|(?<![\w-])(?P<by>(?:[Ee]dited|EDITED|[Ee]diting|EDITING)\s+(?:by|By|BY))(?!\w)"
    rf"|(?<![\w-])(?:(?P<revised>{_REVISED})|(?P<published>{_PUBLISHED}))(?!\w)"
    rf"|(?<![\w-])(?P<editor>(?:{_RANK}\s+)?Editors?"
    rf"|{_RANK}\s+editors?"
    r"|editors?\s+(?:responsible\s+for|on)\s+this\s+story)(?=\s*[:：]))"
)

_WORK = (
    "通讯员|作者|撰文|撰稿|采写|采访|供稿|摄影|摄像|拍摄|图片|图|文图|图文|文|视频|制图|制作|设计|排版|美编|校对|审核|初审|复审|终审|监制"
    "|策划|统筹|翻译|译者|编译|责编|企画|監修|取材|執筆|写真|撮影|翻訳|構成|取材・文|取材・構成"
)
ROLE_LEAD = chinese_pattern(
    rf"\s*(?:{HAN}{{0,8}}(?:记者|编辑|责编)|(?:{_WORK})(?=[\s：:/／|｜丨·・＝=])"
    r"|(?:Additional\s+)?[Rr]eporting|Writing|Written|Compiled|Text|Words|Photos?|By\b|Story)"
)
KOREAN_LEAD = pattern(
    r"\s*(?:(?:글|사진|취재|촬영|영상|그래픽|디자인|제작|번역|기획)(?:[·,/](?:글|사진|취재|촬영|영상))*[ \t:：=]"
    rf"|{HAN}{{2,4}}[ \t]*기자).{{0,60}}(?:[,/·|]|기자)\s*\Z"
)
LABELLED_LEAD = pattern(
    rf"(?:\s*(?:{HAN}|・){{1,8}}(?:[、/／]{HAN}{{1,8}}){{0,3}}[ \u3000]?[：:/／|｜丨＝=][ \u3000]*[\w·]{{1,16}}[ \u3000,，、；;|｜丨]+)+"
)
KOREAN_MARK = pattern(rf"\s*[:：=]|(?:{_SLASH}|[ \t]+){_TITLED}")
# what stands before a label of more than one work: the text's, and that of what is no text
JOINED_LEAD = pattern(
    r"\s*(?:취재|글|기사|기획|정리|작성|번역)(?:[ \t]*[·,/][ \t]*(?:취재|글|기사|기획|정리|작성|번역))*[ \t]+및[ \t]+\Z"
)
PICTURES_LEAD = pattern(
    r"(?:(?<!\w)|[·・])(?:촬영|영상|사진|음향|그래픽|디자인|제작|연출|자막|撮影|写真|映像|動画|音声|録音|デザイン|制作|監督)"
    r"[ \t]*[·・,、/／&＆][ \t]*\Z"
)
SENTENCE_LEAD = pattern(
    r"\W*(?:(?:[Tt]he\s+\w+\s+version\s+of\s+)?(?:[Tt]his|[Tt]he)\s+(?:\w+\s+)?"
    r"(?:story|article|piece|report|post|essay|column|interview|episode|feature|dispatch|series)\s+(?:was|is|has\s+been)\b"
    r"(?:\s+(?:written|reported|produced|recorded|translated))?"
    r"|Written|Reported|Produced|Compiled|Recorded|Filmed|Translated|Words|Text|Story|Reporting|Writing|With)"
    r"(?:\s+(?:by|and)\b[\w\s,.'’&-]{1,60})?\W*"
)
WIRE_LEAD = pattern(r"\W*(?:Additional\s+)?[Rr]eporting\s+[Bb]y\s.{2,160};\s*", re.DOTALL)
JAPANESE_LEAD = pattern(rf"{HAN_OR_KANA}{{2,12}}[、，\s]+(?:{HAN}{{1,8}}[：:]{HAN_OR_KANA}{{2,12}}[、，\s]+)*")
# what a report from elsewhere says of those who made it, before it names its editor
REPORT_LEAD = pattern(
    r"\W*(?:Reportes?|Reportaje|Informaci[oó]n|Con[ \t]+(?:reportes?|informaci[oó]n)|Escrito|Traducido|Redactado"
    r"|Reportage|Rédigé|Rédaction|Écrit|Version|Traduit|Avec"
    r"|Reportagem|Com[ \t]+reportagem|Escrita|Traduzido|Tradução|Por|Tradott[oa]|Scritto|Servizio"
    r"|Berichte?|Reporter|Geschrieben|Übersetzt|Текст|Автор|Перевод|Материал|При[ \t]+участии)\b"
    r".{2,160}(?:[,;.–—-]|[ \t](?:y|e|et|und|и))\s*\Z",
    re.DOTALL,
)
