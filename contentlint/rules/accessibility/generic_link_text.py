"""See `GenericLinkText`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contentlint.address import host_of
from contentlint.chinese import simplified
from contentlint.document import Document, once
from contentlint.lazy import known_if_short, lazy
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.references import decode_references
from contentlint.rule import Bad, Finding, Good, Rule, Severity
from contentlint.rules.accessibility.spoken import is_filled_by_template, is_named

_LONGEST = 60
_ALSO_JAPANESE = simplified("連結")  # "consolidated"
_KANA = pattern("[ぁ-ヿ]")
_NAMELESS = ("autolink", "definition", "area")
_SIGN = pattern(r"[<!`&{\\]")  # where one stands, that is not all a reader reads
_WITHOUT_MARKS = str.maketrans("", "", "*_")
_AROUND = " \t\n.,:;!?…。、，：；！？»«›‹<>→↗➜()（）[]【】「」『』\"'“”"


@dataclass(frozen=True)
class GenericLinkText(Rule):
    """A link's text says nothing of where it leads.

    Screen readers can list a page's links, and eyes jump from link to link: ten times "here" helps nobody. Make the
    words that name the thing the link.

    There is no fix: the sentence wants rewriting.
    """

    name = "generic-link-text"
    severity = Severity.INFO
    recommended = False
    needs = {"link"}
    options_help = {"words": "Link texts that say nothing, in any letter case; a list of yours replaces the default."}
    good = (
        "[Kites fly here](/kites) and [the click of a kite](/click)\n",
        '<a href="/kites" aria-label="About kites">here</a>\n',
        '<a name="here">here</a> `[here](/kites)`\n',
        "[点击这里看风筝的照片](/kites)\n",
        "[こちらの凧](/kites) [여기의 연](/kites)\n",
        "[Далее →](/part-2)\n",
        "[連結](/ir/group) と [単体](/ir/single) の決算\n",
        "[【連結】](/ir/group) と [連結。](/ir/notes) の決算\n",
        Good("[mehr](/kites)\n", options={"words": ["here"]}),
        "Use [Click](https://click.example.org/) for that.\n",
    )
    bad = (
        Bad("For kites click ⟦[here](/kites)⟧ or <em>⟦[Click Here!](/kites)⟧</em>.\n"),
        Bad('风筝在⟦<a href="/kites">这里</a>⟧，⟦[点击查看](/a)⟧。\n'),
        Bad("⟦[點此](/a)⟧、⟦[連結](/b)⟧、⟦[傳送門](/c)⟧、⟦[點擊這裏](/d)⟧、⟦[點擊這裡](/e)⟧ [點此看風箏](/f)\n"),
        Bad("凧は⟦[こちら][1]⟧、⟦<a href=/a><b>詳細は こちら</b></a>⟧。\n\n[1]: /kites\n"),
        Bad("⟦[여기](/a)⟧를 눌러 ⟦[자세히보기](/b)⟧\n"),
        Bad("⟦[aquí](/a)⟧ ⟦[en savoir plus](/b)⟧ ⟦[hier](/c)⟧ ⟦[подробнее](/d)⟧ ⟦[clique aqui](/e)⟧\n"),
    )

    words: tuple[str, ...] = (
        "here", "click here", "click", "click this", "click this link", "click the link", "this link", "link", "this",
        "right here", "over here", "see here", "go here", "read more here", "more", "read more", "learn more", "find out more",
        "see more", "view more", "more info", "more information", "continue", "continue reading", "details",
        "这里", "点击这里", "点击此处", "点这里", "点此", "此处", "这儿", "戳这里", "戳我", "点我", "点击", "链接", "连结",
        "此链接", "这个链接", "传送门", "点击查看", "查看", "查看更多", "查看详情", "详情", "更多", "了解更多", "阅读更多", "阅读全文", "点击进入",
        "こちら", "ここ", "ここをクリック", "こちらをクリック", "クリック", "詳細", "詳細はこちら", "詳しくはこちら", "続きを読む", "もっと見る", "もっと読む",
        "リンク", "このリンク", "여기", "여기를 클릭", "클릭", "링크", "이 링크", "해당 링크", "이곳", "자세히", "자세히 보기", "더 보기", "바로가기", "aquí", "aqui", "haz clic aquí", "haga clic aquí", "pincha aquí", "más", "leer más", "ver más",
        "más información", "saber más", "enlace", "este enlace", "ici", "cliquez ici", "cliquer ici", "lire la suite",
        "en savoir plus", "voir plus", "plus", "plus d'infos", "ce lien", "lien", "suite", "hier", "hier klicken", "klicken sie hier",
        "klick hier", "mehr", "weiterlesen", "mehr erfahren", "mehr lesen", "weitere informationen", "dieser link", "diesen link",
        "здесь", "тут", "сюда", "по ссылке", "ссылка", "эта ссылка", "по этой ссылке", "нажмите здесь", "нажмите сюда", "кликните здесь",
        "жмите сюда", "подробнее", "подробнее здесь", "узнать больше", "узнать подробнее", "читать далее", "читать дальше", "ещё", "еще",
        "clique aqui", "clica aqui", "clicando aqui", "neste link", "este link", "esse link", "saiba mais", "leia mais", "ler mais",
        "ver mais", "veja mais", "veja aqui", "mais informações", "continue lendo", "continuar lendo",
    )  # fmt: skip

    @lazy
    def _words(self) -> frozenset[str]:
        return frozenset(map(_plain, self.words))

    def check(self, document: Document) -> Iterator[Finding]:
        for link in document.all("link"):
            content = link.content
            if link.name in _NAMELESS or content.end - content.start > 8 * _LONGEST or link.get("href") is None:
                continue
            text = _text(document, link)
            if len(text) > _LONGEST or _plain(text) not in self._words or is_named(link):
                continue
            if text.istitle() and text.casefold() in host_of(link.get("href") or "").split("."):  # Click is a library
                continue
            if _plain(text) == _ALSO_JAPANESE and _has_kana(document):
                continue
            if not document.has_template(content) and not is_filled_by_template(document, link):
                message = f'"{text}" does not say where the link leads: link the words that say it'
                yield self.finding(link.whole, message)


@once
def _has_kana(document: Document) -> bool:
    return _KANA.search(document.text) is not None


def _text(document: Document, link: Node) -> str:
    written = link.content.of(document.text)
    text = document.inner_text(link) if _SIGN.search(written) else written
    return " ".join(text.translate(_WITHOUT_MARKS).split())


@known_if_short
def _plain(text: str) -> str:
    """Without letter case, outer punctuation and Markdown's marks; blanks between ideographs do not count."""
    words = decode_references(text).casefold().translate(_WITHOUT_MARKS).replace("’", "'").strip(_AROUND)
    if text.isascii() or all(char <= "\u2e7f" for char in text):
        return " ".join(words.split())
    return simplified("".join(words.split()))
