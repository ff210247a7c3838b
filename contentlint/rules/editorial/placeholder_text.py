"""See `PlaceholderText`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from contentlint import code_shortcodes
from contentlint.document import Document, once
from contentlint.nodes import Attribute
from contentlint.patterns import chinese_pattern, pattern
from contentlint.rule import Bad, Finding, Good, Rule
from contentlint.rules.editorial.passages import LIST_ITEM, SOMETHING, Passage, prose
from contentlint.text import Span
from contentlint.wording import cut
from contentlint.words import Words

# "orem" without its first letter, which may be a capital
_HINTS = Words(
    "TODO", "FIXME", "TK", "TBD", "此处插入", "psum", "PSUM", "xxx", "XXX", "xt here", "nsert ", "NSERT ", "请在此", "此处输入", "此处添加", "ここに", "はダミー",
    "示：这里可", "待补充", "待補充", "待完善",
)  # fmt: skip
_LOREM_IPSUM = "(?:[Ll]orem [Ii]psum|LOREM IPSUM)"
_START = r"(?m:^)[ \t\u3000>]*(?:\[[ xX]\][ \t]+)?"
_TASK = (
    r"(?:add|check|describe|explain|fill|finish|fix|insert|link|make|move|remove|replace|rewrite|update|write)\b(?!-)"
)
_TASK_ON_THIS = rf"{_TASK} (?:an?|the|this|that|these|here|more|some|about|in|up|what|how|why|when|where)\b"
_CHINESE_TASK = (  # without what makes a sentence of it
    "(?:写(?![真作手字法实意])|补(?:充|上|全|图)|添加|填写|插入|替换|完善)"
    r"[^\n。，,是很已会會能就只了ぁ-ヿ]{0,40}(?=\n|\Z)"
)
_LEFT = chinese_pattern(
    rf"(?:{_START}|(?<=[.!?。！？])[ \t]?)(?P<note>(?:TODO|FIXME)(?:\([\w .-]{{1,20}}\))?"
    rf"(?=\s?[:：]| (?:[–—-]|--) | {_TASK}"
    rf"| {{1,3}}(?:[:：] ?{_TASK}|{_TASK_ON_THIS}|(?:[:：] ?)?{_CHINESE_TASK}))"  # marks of emphasis are blanks
    rf"[^\n{SOMETHING}]{{0,200}})"
    rf"|{_START}(?P<alone>TODO|FIXME|TBD|此处插入(?:图片|文字|标题|链接|视频)|x{{3,}}|X{{3,}}|{_LOREM_IPSUM}|TK"
    r"|(?:内容)?待(?:补充|完善)|\[?(?i:insert (?:name|title|text|image|link|date) here|your text here)\]?"
    r"|ここに(?:テキスト|タイトル|文章)(?:を入力(?:してください)?|が入ります))"
    r"[ \t]*[.。…!！]*(?=[ \t\u3000]*(?:\Z|\n))"
    r"|(?P<bracket>[\[【(（](?:TODO|FIXME|TK|待补充|待完善)(?:[:：][^\n\])）】]{0,120})?[\]】)）])(?!\()"
    r"|(?P<tk>(?<!\w)TK ?TK(?:TK)*(?!\w))"
    rf"|(?P<lorem>{_LOREM_IPSUM} (?:[Dd]olor|DOLOR)(?:\s+(?i:sit\s+amet)[^\n]{{0,160}})?|Lorem Ipsum is simply dummy text[^\n]{{0,160}}"
    r"|この文章はダミーです。文字の大きさ、量、[^\n]{0,80}|提示：这里可以添加[^\n]{0,60})"
    r"|\A\s*(?P<paragraph>(?:请在此处?|(?:单击|点击)此处)(?:输入|添加)(?:标题|文本|文字|内容))[.。…!！\s]*\Z"
    r"|(?<=[:：])[ \t\u3000]*(?P<blank>x{3,}|X{3,})(?=[ \t\u3000]*(?:\Z|\n))"
)
_SECRET = chinese_pattern(
    r"(?i)(?:密码|口令|密钥|令牌|账号|帐号|用户名|パスワード|pass(?:word|wd)?|pwd|token|secret|key|user(?:name)?"
    r"|account)[ \t]*[:：=][ \t]*\Z"
)
_BLANK_ITEM = pattern(
    r"\n[ \t>]*+(?:[-+*]|\d{1,9}[.)])[ \t][^\n:：]{1,20}+[:：][ \t]*+(?:x{3,}+|X{3,}+)[ \t]*+(?=\n|\Z)"
)
_MANY = 3
_NEAR, _FAR = 40, 1000  # characters
_TITLE = chinese_pattern(
    r"\s*(?:TODO|FIXME|TK ?TK(?:TK)*|x{3,}|X{3,}|(?:TODO|FIXME):.*|(?i:lorem ipsum(?: dolor\b.*)?)|待补充|待完善)\s*\Z"
)
_QUOTES = tuple('"“‘「『')
_LOREM = pattern(r"(?i)lorem ipsum")
_QUOTED_LOREM = pattern(r"(?i)[\"“‘「『>'] ?lorem ipsum")
_CAPITALS = pattern(r"[(（][A-Z]{3,}[)）]")
_NUMERAL = pattern(r"(?m)^\W*XX(?:IX|XI)\W*$")
_FIELD_NAMES = "title|date|author|name|slug|description|excerpt|summary|tags|categories|category|subtitle"
_FIELD = pattern(rf"\{{\{{-?\s*(?P<name>{_FIELD_NAMES})\s*-?\}}\}}")
_EXPORTED = "__GHOST_URL__"  # Ghost writes it for the site's own address when it exports
_IN_ADDRESS = pattern(rf"(?:\A|,\s)\s*{_EXPORTED}")  # several in a set
_IN_VALUE = pattern(rf"\A{_EXPORTED}/|<\w[^<>]*=[\"']{_EXPORTED}")
_VARIABLE = pattern(rf"\{{\{{-?\s*(?!(?:{_FIELD_NAMES}|content|body|toc)\b)[\w$]+\s*-?\}}\}}")
_FRONT = pattern(rf"\{{\{{-?\s*(?:{_FIELD_NAMES}|\.(?:Name|Title|Date)|replace\s.{{1,80}})\s*-?\}}\}}")


class PlaceholderText(Rule):
    """A stand-in is still where the text should be.

    "TODO", "TK", "lorem ipsum" or an unfilled `{{ title }}` tells readers that the article was published unfinished. An
    address with the `__GHOST_URL__` of an export leads nowhere.

    Drafts are left alone. There is no fix: only the writer knows what belongs there.
    """

    name = "placeholder-text"
    good = (
        "---\ndate: 2024-01-01\n---\n\nWrite `{{ title }}`:\n\n```\n{{ title }}\n```\n",
        "The TODO list was long, and every TODO in it mattered.\n",
        "点击输入框，\n在此处输入文字\n",
        "`TODO: fix this`\n\n```\n// TODO: later\nlorem ipsum dolor sit amet\n```\n",
        "Designers call it lorem ipsum, after Cicero. We began with “Lorem ipsum dolor sit amet” and went on.\n",
        "---\ntitle: Kites\ndraft: true\n---\n\nTODO: write about string\n",
        "---\ntitle: Kites\n---\n\n{{ page.title }} and {{ title }}\n",
        "---\ndate: 2024-01-01\n---\n\n**$parse** evaluates **{{name}}**, {{exp}} or {{a}}.\n\nThen comes {{ title }}.\n",
        "---\ndate: 2024-01-01\n---\n\n<img alt='' ng-src='/path/{{name}}.png'>\n",
        "密码：xxx\n\nToken: xxx\n",
        "要删去的行：\n\n- 作者：xxx\n- 来源：xxx\n- 编辑：xxx\n",
        "See <http://xxx.example/1> or step XXX of the plan, at size XXL.\n",
        "| Task | State |\n|---|---|\n| Kites | TODO |\n",
        "TODO 清单很长，**TODO** 一词到处都是。\n\nTODO 添加功能是应用的核心。\n\nTODO 补丁来了\n\nTODO 写真アプリの使い方\n",
        "*TODO* write less, do more, says the app.\n\n**TODO** add-ons are popular.\n\n**TODO**: the app for lists is out.\n",
        "## TODO\n\n- Buy string\n- Fold paper\n",
        "[TODO](https://example.org/todo) is an app.\n",
        "The code for Tokelau (TK) ends many domains.\n",
        '[code lang="html"]\n<div>Lorem Ipsum</div>\n[/code]\n',
        "A task is open (TODO), started (DOING) or finished (DONE).\n",
        "---\ntitle: Where lorem ipsum comes from\n---\n\nIt begins “Lorem ipsum dolor sit amet” and goes back to Cicero.\n",
        "---\ntitle: xXx\n---\n\nA car flies off a bridge.\n",
        Good("---\ntitle: '{{ title }}'\n---\n\n{{ content }}\n", path="scaffolds/post.md"),
    )
    bad = (
        Bad("Kites rise.\n\n⟦TODO: write about string⟧\n"),
        Bad("⟦TODO make string work in rain⟧\n"),
        Bad("The kite weighs ⟦TKTK⟧ grams. ⟦[TODO]⟧\n"),
        Bad("<p>⟦Lorem ipsum dolor sit amet, consectetur.⟧</p>\n"),
        Bad("⟦Lorem ipsum dolor sit amet.⟧" + "\n\nLorem ipsum dolor sit amet, too." * 3 + "\n\n⟦TBD⟧\n"),
        Bad("Kites rise. ⟦TODO(ann): check this⟧\n\n⟦TBD⟧\n\n⟦此处插入图片⟧\n"),
        Bad("**⟦TODO** add a chart⟧\n\n⟦TODO 写这里⟧\n\n**⟦TODO**: explain string⟧\n"),
        Bad("作者：⟦xxx⟧\n\n⟦待补充⟧\n\n⟦内容待完善⟧。\n\n⟦请在此处输入文字⟧\n\n⟦INSERT NAME HERE⟧\n"),
        Bad("---\ntitle: ⟦'{{ title }}'⟧\ndate: 2024-01-01\n---\n\nKites.\n"),
        Bad("---\ndate: 2024-01-01\n---\n\n# ⟦{{ title }}⟧\n\nKites.\n"),
        Bad("---\ndate: 2024-01-01\n---\n\n# ⟦{{ title }}⟧\n\nBy {{ author }}, {{ city }}\n\n{{ content }}\n"),
        Bad("---\ntitle: ⟦TODO⟧\n---\n\nKites.\n"),
        Bad("---\nimage: ⟦__GHOST_URL__/a.png⟧\n---\n\n[Kites](⟦__GHOST_URL__/kites/⟧) rise. `__GHOST_URL__`\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if document.is_site_part or document.is_whole_page or document.is_draft:
            return
        yield from self._in_front_matter(document)
        yield from self._unfilled(document)
        if _EXPORTED in document.text:
            yield from map(self._of_export, _exported(document))
        places = _HINTS.places(document, document.body.span.start)
        suspects = prose(document).holding(places) if places else []
        yield from _first_of_many_lorems(document, list(self._in_body(document, suspects)))

    def _in_body(self, document: Document, suspects: Sequence[Passage]) -> Iterator[Finding]:
        headings = sorted(node.content.start for node in document.all("heading")) if suspects else []
        for passage in suspects:
            if "|" not in passage.text:  # not in a table
                index = bisect_left(headings, passage.span.start)
                is_heading = index < len(headings) and headings[index] <= passage.span.end
                yield from self._in_passage(document, passage, is_heading=is_heading)

    def _in_passage(self, document: Document, passage: Passage, *, is_heading: bool) -> Iterator[Finding]:
        for match in _LEFT.finditer(passage.text):
            kind = match.lastgroup or ""
            if is_heading and kind in ("alone", "bracket", "paragraph"):  # a heading over a list of things to do
                continue
            start, end = match.span(kind)
            if code_shortcodes.is_sample(document, passage.span.start):
                continue
            if _is_a_word(document, passage, match, kind) or (kind == "blank" and _is_shown(document, passage, start)):
                continue
            if document.source.flat.startswith(("(", "["), passage.span.start + end):  # a link's text
                continue
            end = start + len(passage.text[start:end].rstrip())
            yield self._told(passage.place(start, end), passage.text[start:end])

    def _in_front_matter(self, document: Document) -> Iterator[Finding]:
        front_matter = document.readable_front_matter
        if front_matter is None:
            return
        titles = (*document.setting.profile.title_keys, "description", "summary", "excerpt")
        is_filled = document.text.find("{{", *front_matter.span) < 0
        for field in filter(None, map(front_matter.first, titles)) if is_filled else front_matter.top:
            key, data = field.path[0], field.data
            if not isinstance(data, str) or key == "layout":
                continue
            is_left = "{{" in data and _FRONT.fullmatch(data.strip().strip("\"'"))
            if is_left or (key in titles and _TITLE.match(data)):
                if not (_LOREM.search(data) and _tells_of_lorem(document)):
                    yield self._told(field.value, data)

    def _unfilled(self, document: Document) -> Iterator[Finding]:
        """`{{ title }}` in an article whose front matter has no such key: nothing will ever fill it."""
        front_matter = document.readable_front_matter
        if document.language == "html" or front_matter is None:
            return
        templates = document.all("template")
        if not templates or "{%" in document.text:  # an engine's own variables may fill it
            return
        left: list[Span] = []
        tells_of_templates = False
        for node in templates:
            around = document.around(node.span.start)
            if around is not None and (around.kind == "code" or any(map(_is_bound, around.attributes))):
                continue
            match = _FIELD.fullmatch(document.text, *node.span)
            if match is not None and match["name"] not in document.data:
                left.append(node.span)
            elif _VARIABLE.fullmatch(document.text, *node.span):
                tells_of_templates = True
        for span in left:
            if not tells_of_templates or _is_alone(document, span):
                yield self._told(span, span.of(document.text))

    def _of_export(self, span: Span) -> Finding:
        return self.finding(
            span, f'"{_EXPORTED}" is a placeholder in this address: put in your site\'s, or begin with "/"'
        )

    def _told(self, span: Span, text: str) -> Finding:
        return self.finding(span, _message(text))


def _exported(document: Document) -> Iterator[Span]:
    """Where an address of the body or a value of the front matter begins with what Ghost's export puts for the site's."""
    markdown = (node for kind in ("link", "image") for node in document.all(kind) if node.markup == "markdown")
    attributes = [each for node in markdown for each in node.attributes]
    attributes += [each for _, each in document.attributes("href", "src", "srcset", "poster")]
    for attribute in attributes:
        if attribute.value_span is not None and _IN_ADDRESS.search(attribute.value):
            yield attribute.value_span
    front_matter = document.readable_front_matter
    for field in front_matter.fields.values() if front_matter is not None else ():
        if isinstance(field.data, str) and _IN_VALUE.search(field.data):
            yield field.value


def _first_of_many_lorems(document: Document, found: list[Finding]) -> list[Finding]:
    """The findings, those of lorem ipsum as one at the first place where an article is full of it: as a whole it is a
    sample, or unwritten."""
    lorems: list[Finding] = []
    others: list[Finding] = []
    for each in found:
        (lorems if _LOREM.match(document.text, each.span.start) else others).append(each)
    if len(lorems) <= _MANY:
        return found
    first = min(lorems, key=lambda each: each.span)
    told = _message(first.span.of(document.text), f", here and in {len(lorems) - 1} more places")
    return [first._replace(message=told), *others]


def _message(text: str, where: str = "") -> str:
    return f'"{cut(text)}" is a placeholder{where}: put in what belongs there'


def _is_alone(document: Document, span: Span) -> bool:
    """Whether a template is all there is in its paragraph or heading of Markdown."""
    block = document.block_at(span.start)
    return block is not None and document.text[block.start : block.end].strip("#=*_ \t\r\n") == span.of(document.text)


def _is_bound(attribute: Attribute) -> bool:
    """Whether Angular or Vue fills an attribute in the browser."""
    return attribute.name.startswith(("ng-", "data-ng-", "v-", ":"))


def _is_a_word(document: Document, passage: Passage, match: re.Match[str], kind: str) -> bool:
    """Whether the text speaks of these letters: a country's code, a state of a task, a numeral, lorem ipsum itself."""
    if kind == "bracket" and match[0][0] in "(（" and len(match[0]) <= 6:
        start, end = max(match.start() - _FAR, 0), match.end() + _FAR
        words = passage.text[start : match.start()].split()
        return bool(words and words[-1][:1].isupper()) or len(_CAPITALS.findall(passage.text, start, end)) > 1
    if kind == "alone" and match[kind] == "XXX":
        return _counts_in_numerals(document)
    return bool(_LOREM.match(match[kind])) and (
        _is_quoted(passage.text, match.start(kind)) or _tells_of_lorem(document)
    )


@once
def _counts_in_numerals(document: Document) -> bool:
    """Whether XIX or XXI stands alone in a line, so that XXX does as a number."""
    return _NUMERAL.search(document.text) is not None


def _is_shown(document: Document, passage: Passage, at: int) -> bool:
    """Whether "xxx" stands for any text on purpose: a secret, or in a list of what lines may look like."""
    if _SECRET.search(passage.text, max(at - _NEAR, 0), at):
        return True
    flat = document.source.flat
    return LIST_ITEM.match(flat, document.source.line_start(passage.span.start)) is not None and _has_many(document)


@once
def _has_many(document: Document) -> bool:
    return sum(1 for _ in islice(_BLANK_ITEM.finditer(document.source.flat), _MANY)) == _MANY


def _is_quoted(text: str, at: int) -> bool:
    """Whether a sentence quotes what begins here, so that other words stand around the quotation."""
    return text[at - 1 : at] in _QUOTES and text[: at - 1].strip() != ""


@once
def _tells_of_lorem(document: Document) -> bool:
    """Whether the article is about lorem ipsum, so that it may quote it."""
    title = document.data.get(document.setting.profile.title_keys[0])
    if not isinstance(title, str) or not _LOREM.search(title):
        return False
    return not _TITLE.match(title) or _QUOTED_LOREM.search(document.text, document.body.span.start) is not None
