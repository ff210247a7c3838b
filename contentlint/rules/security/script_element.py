"""See `ScriptElement`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contentlint import amp, code_shortcodes, vue
from contentlint.address import check_host, host_of, is_on
from contentlint.document import Document
from contentlint.elements import SAMPLES
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety, Severity
from contentlint.rules.security.inert import never_runs
from contentlint.text import Edit, Span

# https://mimesniff.spec.whatwg.org/#javascript-mime-type, the types of HTML's own, and what old browsers ran
_RUNNING_TYPES = frozenset(
    """
    application/ecmascript application/javascript application/x-ecmascript application/x-javascript text/ecmascript
    text/javascript text/javascript1.0 text/javascript1.1 text/javascript1.2 text/javascript1.3 text/javascript1.4
    text/javascript1.5 text/jscript text/livescript text/x-ecmascript text/x-javascript
    module importmap speculationrules text/vbscript
    """.split()
)
_WORD_ENDS = pattern(r"[ \t]*+[|.,;:!?)，。、；：！？）]|[ \t]++[^\s<]")
_CODE_LISTINGS = pattern(  # without the script nothing would stand there
    r"(?i)(?:https?:)?//(?:gist\.github\.com/|gitee\.com/[\w-]+/codes/|pastebin\.com/embed_js/|asciinema\.org/a/|emgithub\.com/embed)"
)
_TAG_ENDS_LINE = pattern(r"(?<=[^\s>])>[ \t]*+\n")  # not the mark of a block quote
_SWALLOWING = "as the slash does not close it in HTML, hides what follows"
_PLACEHOLDER = pattern(
    r"""(?a)\s*<(div|span)\s[^<>]{0,200}?\bid=["']?[\w-]{1,80}-(?P<number>\w+)\b[^<>]{0,200}>[^<>]{0,30}</\1>"""
)


@dataclass(frozen=True)
class ScriptElement(Rule):
    """A script stands inside the article.

    It runs in the name of your site for everyone who reads the page, and text that moves between sites takes it along.
    Scripts belong to the site's templates.

    The fix is unsafe: it removes the script, and with it what it did for the page, and the words that held its place.
    """

    name = "script-element"
    severity = Severity.ERROR
    yields_to = ("tracking-script",)
    needs = {"<script>", "<component>", "loose-tag"}
    proofs = {"hosts": (check_host, "host")}
    options_help = {"hosts": "Hosts whose scripts are welcome, for instance platform.twitter.com."}
    good = (
        Good('<div markdown="1">\nUse `<script>fly()</script>`.\n</div>\n', profile="jekyll"),
        "A `<script>` in running text, and one in code:\n\n```html\n<script>fly()</script>\n```\n",
        '<script type="application/ld+json">{"@type": "NewsArticle"}</script>\n',
        '<script type="text/template"><p>风筝</p></script>\n',
        "<template><script>fly()</script></template> <noscript><script>fly()</script></noscript>\n",
        "<pre>&lt;script&gt;fly()&lt;/script&gt;</pre>\n",
        "<component is='Kite'>凧</component> <component :is='script'>風</component>\n",
        Good("<script setup>\nimport Kite from './Kite.vue'\n</script>\n\n# Kites\n", profile="docs"),
        "<script setup lang='ts'>\n// 风筝\nimport { kite } from './kite'\n</script>\n\n# 凧\n",
        Good('<script src="https://cdn.example.org/kite.js"></script>\n', options={"hosts": ["example.org"]}),
        Good(
            '<html ⚡><head><script async src="https://cdn.ampproject.org/v0.js"></script></head>凧</html>\n',
            path="page.html",
        ),
    )
    bad = (
        Bad('See here.\n\n⟦<script src="https://gist.github.com/ann/1.js"></script>⟧\n'),
        Bad("Kites.\n\n⟦<script>fly()</script>⟧\n\nHigh.\n", fixed="Kites.\n\nHigh.\n", unsafe=True),
        Bad("⟦<script>fly({'eid': 'k1'})</script>⟧<div id='kite-k1'>凧</div>\n\nHigh.\n", fixed="High.\n", unsafe=True),
        Bad("⟦<script>hide('a')</script>⟧<div id='a'>42 kites</div>\n", fixed="<div id='a'>42 kites</div>\n", unsafe=True),
        Bad("⟦<script>fly()</script>⟧<p id='a'>凧</p>\n", fixed="<p id='a'>凧</p>\n", unsafe=True),
        Bad("Kites: ⟦<script/async>⟧fly()</script>\n"),
        Bad("⟦<component is='script'>\nimport('/a.js')\n</component>⟧\n\n凧\n", fixed="凧\n", unsafe=True),
        Bad("<p>凧</p>⟦<SCRIPT SRC=//example.org/kite.js></SCRIPT>⟧\n", fixed="<p>凧</p>\n", unsafe=True),
        Bad('⟦<script type="importmap">{"imports": {}}</script>⟧\n风筝\n', fixed="风筝\n", unsafe=True),
        Bad("⟦<script setup>\nimport('./kite.js')\n</script>⟧\n\n風箏\n", fixed="風箏\n", unsafe=True),
        Bad("⟦<script>exports.kite = fly()</script>⟧\n\n風箏\n", fixed="風箏\n", unsafe=True),
        Bad("⟦<script type=module>export default fly()</script>⟧\n\n風箏\n", fixed="風箏\n", unsafe=True),
        Bad("⟦<script setup type=module>import './kite.js'</script>⟧\n\n風箏\n", fixed="風箏\n", unsafe=True),
        Bad('⟦<script>\nimport x from "y" // {% raw %}\n</script>\n<script>fly() // {% endraw %}\n</script>⟧\n\n凧\n', fixed="凧\n", unsafe=True),
        Bad('⟦<script>\nexport default {} {{ "</script><script>fly() //" }}\n</script>⟧\n\n凧\n'),
        Bad("⟦<script>\nexport default {} // </scr{# 風 #}ipt><script>fly() //\n</script>⟧\n\n凧\n"),
        Bad("⟦<script setup>\nvar kite = fly()\n</script>⟧\n\n{{ kite }}\n", fixed="{{ kite }}\n", unsafe=True),
        Bad("| ⟦<script>⟧ | 凧 |\n|---|---|\n", fixed="| &lt;script> | 凧 |\n|---|---|\n", unsafe=True),
        Bad("The ⟦<script>⟧ tag.\n", fixed="The &lt;script> tag.\n", unsafe=True),
        Bad("Kites ⟦<script>⟧fly()\n"),
        Bad('Kites.\n\n⟦<script src="/kite.js" />⟧\n\n凧\n', fixed="Kites.\n\n凧\n", unsafe=True),
        Bad("<svg>⟦<script href=kite.js />⟧</svg>\n", fixed="<svg></svg>\n", unsafe=True),
        Bad("<pre><code>⟦<script>fly()</script>⟧</code></pre>\n"),
        Bad("<details>\n<summary>凧</summary>\n```html\n⟦<script>fly()</script>⟧\n```\n</details>\n"),
        Bad('<div markdown="1">\nUse `⟦<script>fly()</script>⟧`.\n</div>\n'),
        Bad("{::comment}\n⟦<script>fly()</script>⟧\n{:/comment}\n"),
        Bad('<p markdown="1">\n    ⟦<script>fly()</script>⟧\n</p>\n', fixed='<p markdown="1">\n</p>\n', profile="jekyll", unsafe=True),
        Bad("⟦<script>⟧fly()\n", path="page.html"),
        Bad('凧\n\n⟦<script src="https://cdn.ampproject.org/v0.js"></script>⟧\n', fixed="凧\n", unsafe=True),
        Bad('<html amp></html>\n\n⟦<script src="https://cdn.ampproject.org/v0.js"></script>⟧\n', fixed="<html amp></html>\n", unsafe=True, along=("nested-document",)),
        Bad('<html amp><svg>⟦<script href="/a.js" src="https://cdn.ampproject.org/v0.js"></script>⟧</svg></html>\n', fixed="<html amp><svg></svg></html>\n", path="page.html", unsafe=True),
        Bad('<html amp>⟦<script src="https://cdn.ampproject.org/c/s/example.org/kite.js"></script>⟧</html>\n', fixed="<html amp></html>\n", path="page.html", unsafe=True),
        Bad('<html><template><html amp></template>⟦<script src="https://cdn.ampproject.org/v0.js"></script>⟧</html>\n', fixed="<html><template><html amp></template></html>\n", path="page.html", unsafe=True),
        Bad('[sourcecode language="html"]\n⟦<script>fly()</script>⟧\n[/sourcecode]\n'),
        Bad("`[html]`\n\n⟦<script>fly()</script>⟧\n\n`[/html]`\n", fixed="`[html]`\n\n`[/html]`\n", unsafe=True),
        Bad("[plain]⟦<script>fly()</script>⟧凧[/plain]\n", fixed="[plain]凧[/plain]\n", unsafe=True),
        Bad("{{< rawhtml >}}\n\n    ⟦<script>fly()</script>⟧\n\n{{< /rawhtml >}}\n", fixed="{{< rawhtml >}}\n\n{{< /rawhtml >}}\n", unsafe=True),
        Bad("<template shadowrootmode=open>⟦<script>fly()</script>⟧</template>\n", fixed="<template shadowrootmode=open></template>\n", unsafe=True),
    )  # fmt: skip

    hosts: tuple[str, ...] = ()

    def check(self, document: Document) -> Iterator[Finding]:
        for script in vue.scripts(document, samples=True):
            if vue.is_script(document, script) or amp.is_script(document, script):
                continue
            if document.is_layout or not _runs(script) or never_runs(script) or self._is_welcome(script):
                continue
            is_whole = script.end_tag is not None or script.content.end == script.span.end
            span = script.whole if is_whole else script.span
            if script.sample:
                yield self.finding(span, f"this script runs although {_what_to_do(document, script)}")
            elif code_shortcodes.is_sample(document, span.start):
                yield self.finding(span, f"this script runs for every reader: {code_shortcodes.ADVICE}")
            elif _CODE_LISTINGS.match(script.get("src") or ""):
                also = f" and, {_SWALLOWING}" if not is_whole and _swallows(document, script) else ""
                message = f"a script writes a code listing here{also}: put the code itself into the article"
                yield self.finding(span, message)
            elif _is_named(document, script):
                as_text = Fix("Write it as text", (Edit(Span(span.start, span.start + 1), "&lt;"),), Safety.UNSAFE)
                message = "<script> stands in the text as a tag, and what follows runs as a script"
                yield self.finding(script.span, f"{message}: write it as code or with &lt;", as_text)
            elif not is_whole and _swallows(document, script):
                fix = Fix.removing("Remove the tag", document, span, Safety.UNSAFE)
                yield self.finding(span, f"this script runs for every reader and, {_SWALLOWING}: remove it", fix)
            elif not is_whole or document.has_template(span):
                yield self.finding(span, "this script runs for every reader: remove it")
            else:
                whole = Span(span.start, _end_of_placeholder(document, script))
                title = "Remove the script" if whole == span else "Remove the script and the words that hold its place"
                fix = Fix.removing(title, document, whole, Safety.UNSAFE)
                yield self.finding(span, "this script runs for every reader: remove it", fix)

        for tag in document.all("loose-tag"):
            if tag.name == "script" and _runs(tag) and not self._is_welcome(tag):
                yield self.finding(tag.span, "many Markdown programs run this as a script: remove it")

    def _is_welcome(self, script: Node) -> bool:
        return bool(self.hosts) and is_on(host_of(script.get("src") or ""), self.hosts)


def _end_of_placeholder(document: Document, script: Node) -> int:
    """Where the element behind a script ends that the script fills; else where the script does.

    Such a script names a number, and the element is called after it. Whatever names the whole id may only use what the
    article says there.
    """
    end = script.whole.end
    place = _PLACEHOLDER.match(document.text, end)
    if place is None:
        return end
    code, name = script.content.of(document.text), place["number"]
    return place.end() if f'"{name}"' in code or f"'{name}'" in code else end


def _swallows(document: Document, script: Node) -> bool:
    """Whether the text below belongs to a script that was meant to be closed by its slash; unclosed-element tells of it in HTML."""
    is_closed_so = document.has_slash(script) and script.name == "script" and script.get("src") is not None
    return is_closed_so and document.language != "html" and not document.has_template(script.span)


def _what_to_do(document: Document, script: Node) -> str:
    """What hides a script from some readers, and what to do about it."""
    if any(each.name in SAMPLES for each in script.ancestors()):
        return 'it is shown as code: write "<" as "&lt;"'
    comment = document.text.rfind("{::comment", 0, script.span.start)
    if comment >= 0 and document.text.find("{:/", comment, script.span.start) < 0:
        return "a comment of kramdown stands around it: remove it"
    if _stands_below_tag(document, script.span.start):
        return "it is shown as code: leave an empty line between the tag above and the code"
    return 'it is shown as code: write "<" as "&lt;"'


def _stands_below_tag(document: Document, at: int) -> bool:
    """Whether the code around a place begins in a line below a tag, with no empty line between them."""
    flat = document.source.flat
    code = next((node for node in document.all("code") if node.span.start < at < node.span.end), None)
    begins = code.span.start if code is not None else at
    line = flat.rfind("\n", 0, begins) + 1
    if flat[line:begins].lstrip(" \t>").startswith("<"):
        return False  # an empty line above leaves it HTML
    return _TAG_ENDS_LINE.search(flat, max(flat.rfind("\n\n", 0, line), 0), line) is not None


def _is_named(document: Document, script: Node) -> bool:
    """Whether a tag that nothing closes stands in Markdown's text as a word does, in a sentence or a table's cell."""
    start, end = script.span
    block = document.block_at(start)
    if script.attributes or script.end_tag is not None or block is None or block.kind == "html":
        return False
    flat = document.source.flat
    line_start = max(flat.rfind("\n", block.start, start) + 1, block.start)
    return bool(flat[line_start:start].strip()) and _WORD_ENDS.match(flat, end) is not None


def _runs(script: Node) -> bool:
    """https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element"""
    written, language = script.get("type"), script.get("language")
    if written is None and language and script.namespace == "html":
        return ("text/" + language).lower() in _RUNNING_TYPES
    return not written or written.strip(" \t\n\f\r").lower() in _RUNNING_TYPES
