"""What runs, loads or misleads in an article is found by the security rules, and what only looks like it is not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from contentlint.checking import check
from contentlint.parsing import parse
from contentlint.rule import Finding, Rule
from contentlint.rules import groups
from contentlint.text import Source

RULES = [rule() for rules in groups().values() for rule in rules if issubclass(rule, Rule)]

HEAD = "---\ntitle: Kites\n---\n\n"

UNSAFE = {
    "script-element": {
        "script": "<p>a</p><script>go()</script>",
        "script-from-afar": "<script src=//cdn.example/a.js></script>",
        "script-in-mixed-case": "<ScRiPt>go()</sCrIpT>",
        "script-with-slash": "<script/src=a.js></script>",
        "script-end-tag-with-blank": "<script>go()</script\t>",
        "script-type-module": '<script type="module">go()</script>',
        "script-type-with-blanks": '<script type=" text/javascript ">go()</script>',
        "script-type-empty": '<script type="">go()</script>',
        "script-type-jscript": '<script type="text/jscript">go()</script>',
        "script-language": '<script language="javascript">go()</script>',
        "import-map": '<script type="importmap">{"imports":{}}</script>',
        "speculation-rules": '<script type="speculationrules">{}</script>',
        "svg-script": "<svg><script>go()</script></svg>",
        "svg-script-by-xlink": '<svg><script xlink:href="a.js"></script></svg>',
        "script-in-desc": "<svg><desc><script>go()</script></desc></svg>",
        "script-in-sample": "<pre><code><script>go()</script></code></pre>",
        "script-after-empty-comment": "<!--><script>go()</script>",
        "script-after-bang-comment": "<!-- a --!><script>go()</script> -->",
        "script-after-bogus-comment": '<!x a="><script>go()</script>">',
        "script-after-instruction": "<?xml ><script>go()</script>?>",
        "script-after-cdata-in-html": "<![CDATA[><script>go()</script>]]>",
        "script-after-textarea": "<textarea><!--</textarea><script>go()</script>-->",
        "script-after-prefix": "<xmp></xmpx></xmp><script>go()</script>",
        "script-in-shadow-root": '<div><template shadowrootmode="closed"><script>go()</script></template></div>',
        "script-never-closed": "<p>a</p><script>go()",
    },
    "event-handler": {
        "handler": "<p onclick=go()>a</p>",
        "handler-after-slash": "<img/src=a /onerror=go()>",
        "handler-glued-to-value": '<img src="a"onerror=go()>',
        "handler-in-capitals": '<IMG SRC=a ONERROR="go()">',
        "handler-after-newlines": "<img\nsrc=a\n\nonerror\n=\ngo()>",
        "handler-quoted-by-two": "<img src='a' onerror='go(\"x\")'>",
        "handler-never-heard-of": "<p onfutureeventxyz=go()>a</p>",
        "handler-on-closing-detail": "<details open ontoggle=go()>a</details>",
        "handler-on-svg": "<svg><g onload=go()></g></svg>",
        "handler-in-style-in-svg": "<svg><style><img src=a onerror=go()></style></svg>",
        "handler-in-title-in-math": "<math><title><img src=a onerror=go()></title></math>",
        "handler-in-noembed-in-svg": "<svg><noembed><img src=a onerror=go()></noembed></svg>",
        "handler-breaks-out-of-math": "<math><mi><div onclick=go()>a</div></mi></math>",
        "handler-in-annotation": '<math><annotation-xml encoding="text/html"><p onclick=go()>a</p></annotation-xml></math>',
        "handler-after-style-in-value": '<style><a title="</style><img src=a onerror=go()>"></style>',
        "handler-after-xmp-in-value": '<xmp><a title="</xmp><img src=a onerror=go()>"></xmp>',
        "handler-after-noscript-in-value": '<noscript><a title="</noscript><img src=a onerror=go()>"></noscript>',
        "handler-by-animation": "<svg><a><set attributeName=onclick to=go() /></a></svg>",
    },
    "parser-confusion": {
        "handler-behind-many-attributes": "<img" + "".join(f" a{number}" for number in range(300)) + " onerror=go()>",
        "handler-in-unfinished-tag": "<p>a</p><img src=a onerror=go() ",
        "mglyph": "<math><mtext><mglyph></mglyph></mtext></math>",
        "style-in-svg-with-tags": '<svg><style><a id="</style>"></a></style></svg>',
        "textarea-in-math-with-tags": "<math><textarea><b>a</b></textarea></math>",
        "p-ends-svg": "<p>a</p><svg></p>",
        "br-ends-math": "<math></br>",
        "form-in-math": "<form><math><mtext></form><form></form></mtext></math></form>",
        "noscript-with-open-style": '<noscript><style></noscript><p title="</style>">a</p>',
        "bang-comment": "<!-- a --!> b",
    },
    "script-url": {
        "frame-with-type-as-host": "<iframe src='data://text/html,<script>go()</script>'></iframe>",
        "frame-with-type-as-host-and-path": "<iframe src=data://text/./html;base64,AAAA></iframe>",
        "script-link": "<a href=javascript:go()>a</a>",
        "script-link-void": '<a href="javascript:;">a</a>',
        "script-link-after-blanks": '<a href="  \n javascript:go()">a</a>',
        "script-link-after-control": '<a href="&#1;&#31;javascript:go()">a</a>',
        "script-link-with-tab": '<a href="java&Tab;script:go()">a</a>',
        "script-link-with-break": '<a href="javascript&NewLine;:go()">a</a>',
        "script-link-with-references": '<a href="&#106;&#97;&#118;&#x61;script&colon;go()">a</a>',
        "script-link-without-semicolons": '<a href="&#0000106avascript:go()">a</a>',
        "script-link-in-capitals": '<a href="JAVASCRIPT:go()">a</a>',
        "livescript-link": '<a href="livescript:go()">a</a>',
        "script-in-area": '<map name=a><area href="javascript:go()"></map>',
        "script-in-form": '<form action="javascript:go()"><button>a</button></form>',
        "script-in-button": '<form><input type=submit formaction="javascript:go()"></form>',
        "script-in-object": '<object data="javascript:go()"></object>',
        "script-in-poster": '<video poster="javascript:go()"></video>',
        "script-in-body": '<body background="javascript:go()">',
        "script-in-quote": '<blockquote cite="javascript:go()">a</blockquote>',
        "script-in-srcset": '<img alt="" srcset="a.png 1x, javascript:go() 2x">',
        "script-in-use": '<svg><use href="javascript:go()"/></svg>',
        "script-in-math": '<math><mi xlink:href="javascript:go()">x</mi></math>',
        "script-in-animation-to": '<svg><a><set attributeName="xlink:href" to="javascript:go()"/></a></svg>',
        "script-in-animation-from": '<svg><a><animate attributeName="href" from="javascript:go()" to="/"/></a></svg>',
        "script-in-animation-list": '<svg><a><animate attributeName="href" values="/a; javascript:go()"/></a></svg>',
        "data-page": '<iframe src="data:text/html,hello"></iframe>',
        "data-page-in-capitals": '<a href="DATA:Text/HTML;base64,PGI+">a</a>',
        "data-xml": '<a href="data:application/xhtml+xml,%3Chtml/%3E">a</a>',
        "data-drawing-in-frame": '<iframe src="data:image/svg+xml,%3Csvg/%3E"></iframe>',
        "data-drawing-in-use": '<svg><use href="data:image/svg+xml,%3Csvg/%3E#a"/></svg>',
    },
    "unsafe-embed": {
        "data-script": '<link rel=modulepreload href="data:text/javascript,go()">',
        "srcdoc": '<iframe srcdoc="&lt;p>a"></iframe>',
        "style-sheet": '<link rel="alternate stylesheet" href="https://other.example/a.css">',
        "html-import": '<link rel="import" href="//other.example/a.html">',
        "object": '<object data="//other.example/a"></object>',
        "embed": '<embed src="https://other.example/a.swf">',
        "applet": "<applet code=A.class></applet>",
        "frameset": "<frameset><frame src=//other.example/></frameset>",
    },
    "base-or-refresh": {
        "base": "<base href=//other.example/>",
        "refresh": "<meta http-equiv=refresh content=0>",
        "refresh-in-svg": '<svg><meta http-equiv="refresh" content="0;url=//other.example/"></svg>',
    },
    "form-in-article": {
        "form": '<form method=post action="https://other.example/"><input name=a></form>',
        "form-without-scheme": '<form action="\\\\other.example/"><input name=a></form>',
        "password": "<input type=PASSWORD name=a>",
    },
    "css-import-or-expression": {
        "import": "<style>@import 'https://other.example/a.css';</style>",
        "import-escaped": "<style>@\\69 mport '//other.example/a.css';</style>",
        "import-after-comment": "<style>/* a */@import/**/'//other.example/a.css';</style>",
        "import-in-svg": "<svg><style>@&#105;mport '//other.example/a.css';</style></svg>",
        "style-url": '<p style="background:url(https://other.example/a.png)">a</p>',
        "style-url-quoted": "<p style=\"background: URL( '//other.example/a.png' )\">a</p>",
        "style-url-escaped": '<p style="background:\\000075rl(//other.example/a)">a</p>',
        "style-url-by-reference": '<p style="background:url&#40;//other.example/a)">a</p>',
        "style-font": "<style>@font-face { font-family: a; src: url(//other.example/a.woff2) }</style>",
        "style-image-set": "<p style=\"background:-webkit-image-set('//other.example/a.png' 1x)\">a</p>",
        "style-expression": '<p style="width:expr/*a*/ession(go())">a</p>',
        "style-behavior": '<p style="color:red;behavior:url(a.htc)">a</p>',
        "style-binding": "<style>p { -moz-binding: url(a.xml#a) }</style>",
        "style-script": '<p style="background:url(javascript:go())">a</p>',
    },
}

UNSAFE_IN_MARKDOWN = {
    "event-handler": {
        "a slash for a blank": "<svg/onload=fly()>",
        "no blank between attributes": '<img src="x"onerror="fly()">',
        "an unfinished block with an open quote": '<p onclick=fly() x=">\n\nkites',
        "raw text that ends in a title": '<xmp><p title="</xmp><svg/onload=fly()>">',
        "raw text that ends in a comment": "a <textarea><!-- </textarea><img/src/onerror=fly()> -->",
        "handler-in-paragraph": "a <b onclick=go()>b</b> c",
        "handler-after-odd-backticks": "`` a ` <b onclick=go()>b</b>",
        "handler-in-open-element": "<div>\n\n    <p onclick=go()>a</p>\n</div>",
        "handler-in-list": "1. a\n\n   <div onclick=go()>b</div>",
        "handler-in-quote": "> <img src=a onerror=go()>",
        # what only speaks of a template hides nothing
        "php-is-followed-by-a-blank": "<?php-x '><img src onerror=go()>'>",
        "list-of-a-link-begins-with-a-handler": '[a](/a){onclick="go()"}',
        "list-of-a-heading-begins-with-a-handler": '# a {onclick="go()"}',
        "list-of-an-item": '* {: onclick="go()"} a',
        "list-of-a-numbered-item": '1. {:onclick="go()"} a',
        "list-of-a-definition": 'a\n: {: onclick="go()"} b',
        "list-of-an-address": '<https://a.example>{: onclick="go()"}',
        "php-in-code-span": "Use `<?php` first.\n\n<b onclick=go()>a</b>",
        "php-in-code-span-short": "Use `<?=` first.\n\n<b onclick=go()>a</b>",
        "php-between-code-spans": "From `<?php` <b onclick=go()>a</b> to `?>` and `<?php echo 1` <b>a</b> `?>`.",
        "php-in-prose": "In PHP, <?php opens a block.\n\n<b onclick=go()>a</b>",
        "php-in-a-line-of-its-own": "a\n\n<?php\n<br>\n<b onclick=go()>a</b>\nfly();\n",
        "php-in-indented-code": "a\n\n    <?php\n\n<b onclick=go()>a</b>",
        "php-in-textarea": "<textarea><?php echo 1</textarea><b onclick=go()>a</b>",
        "php-in-attribute": '<b title="<?= $x" onclick="go()">a</b>',
        "php-in-comment": "a\n\n<!-- <?php --><b onclick=go()>a</b>",
        "template-between-fences": "```\n<% a\n```\n<b onclick=go()>a</b>\n\n~~~\nb %>\n~~~",
        "template-between-code-spans": "`{{ ` <b onclick=go()>a</b> ` }}`",
        "template-in-quote": "> ```\n> <% a\n\n<b onclick=go()>a</b>\n\n%>",
        "raw-between-fences": "```\n{% raw %}\n```\n<b onclick=go()>a</b>\n\n```\n{% endraw %}\n```",
        "published-as-it-is": "{{< rawhtml >}}\n\n    <b onclick=go()>a</b>\n\n{{< /rawhtml >}}",
        "published-raw": "{{< RAW >}}\n\n    <b onclick=go()>a</b>\n\n{{< /RAW >}}",
        "published-unsafe": "{{< unsafe >}}\n\n    <b onclick=go()>a</b>\n\n{{< /unsafe >}}",
        "raw-that-markdown-reads": "{{% raw %}}\n\n<b onclick=go()>a</b>\n\n{{% /raw %}}",
        "published-between-fences": "{{< rawhtml >}}\n```\n<b onclick=go()>a</b>\n```\n{{< /rawhtml >}}",
        "published-between-ticks": "a {{< html >}} `<b onclick=go()>a</b>` {{< /html >}}",
        "published-in-an-item": "1. a\n\n   {{< html >}}\n```\n{{< /html >}}\n\n   <b onclick=go()>a</b>",
        "published-in-a-link": "[a {{< html >}}\n\n    <b onclick=go()>b</b>\n{{< /html >}}](/a)",
        "published-in-fence-with-fence": "```\n{{< html >}}\n```\n<b onclick=go()>a</b>\n{{< /html >}}",
        "template-named-as-another-begins": "{% comment-form %}<b onclick=go()>a</b>{% comment %}{% endcomment %}",
        "shortcode-named-as-another-begins": "{{< code-tabs >}}\n\n<b onclick=go()>a</b>\n\n{{< code >}}{{< /code >}}",
        "raw-between-code-spans": "`{% raw %}` <b onclick=go()>a</b> `{% endraw %}`",
        "no-table-for-its-cells": "| a | b |\n|---|\nc <b title='a|b' onclick=go()>a</b>",
        "no-table-for-its-dashes": "a | b\n|---|---|---|\nc <b title='a|b' onclick=go()>a</b>",
        "ticks-in-two-cells": "| a | >\n|---|---|\n| ` | <b onclick=go()>a</b>` |",
        "tag-below-table": "| a |\n|---|\n| b |\n<b title='a|b' onclick=go()>",
        "html-below-table": "| a |\n|---|\n| b |\n</b>\n`<b onclick=go()>a</b>`",
        "below-table-in-quote": "> | a |\n> |---|\n> | b |\nc <b title='a|b' onclick=go()>a</b>",
        "below-table-in-item": "- | a |\n  |---|\n  | b |\nc <b title='a|b' onclick=go()>a</b>",
        "raw-text-in-dropped-cell": "| a |\n|---|\n| b | <xmp> |\n| <b onclick=go()>a</b></xmp> |",
        "instruction-that-browsers-end-sooner": "a <?a>`<b onclick=go()>a</b>`?>",
        "cdata-that-browsers-end-sooner": "a <![CDATA[>`<b onclick=go()>a</b>`]]>",
        "declaration-over-comment": "<!-- c --><!A<!--\nx <b onclick=go()>a</b>\n\n-->",
        "instruction-over-comment": "<div><?<!--\n\nx <b onclick=go()>a</b>\n\n-->",
        "svg-in-paragraph": "a <svg>\n\n<![CDATA[><b onclick=go()>a</b>]]>",
    },
    "script-element": {
        "an import in what a comment does not hide": "<script>//\u2028go(`\nimport a`)</script>",
        "a name that begins as export does": "<script>export\u200d = go()</script>",
        "an import that runs": "<script>import ('/a.js')</script>",
        "a file beside an export": '<svg><script href="/a.js">export default {}</script></svg>',
        "a reference that ends a comment in SVG": "<svg><script>/*&#42;/go()//*/export default</script></svg>",
        "a reference that ends a comment in a paragraph": "a <script>/*&#42;/go()//*/export default</script>",
        "a reference that ends a comment below a block": "<div>\n<script>/*\n\n&#42;/go()//*/export default</script>\n</div>",
        "a template that goes on with the word": '<script>export{{ "s" }} = go()</script>',
        "a template that takes the blank before it": '<script>export {{- "s" }} = go()</script>',
        "a template where a name should be": "<script>import{{ x }}</script>",
        "an export that a template hides": "<script>/*{% comment %}*/export default{%endcomment%}*/go()</script>",
        "what a shortcode may publish": "{{< output >}}\n<script>go()</script>\n{{< /output >}}",
        "a script with a slash": "a <script/x>fly()</script>",
        "script-block": "a\n\n<script>\n\ngo()\n</script>\n\nb",
        "script-in-paragraph": "a <script>go()</script> b",
        "script-after-closed-fence": "```\na\n```\n<script>go()</script>",
        "script-after-fence-in-list": "- ```\n<script>go()</script>",
        "script-after-fence-in-quote": "> ```\n<script>go()</script>",
        "script-after-unfinished-instruction": "a <? <script>go()</script>",
        # what only speaks of a template hides nothing
        "php-in-fence": "```php\n<?php\necho 1;\n```\n\n<script>go()</script>",
        "php-in-two-fences": "```php\n<?php\necho 1;\n```\n\n<script>go()</script>\n\n```php\n<?php echo 2; ?>\n```",
        "php-between-fences": "```php\n<?php\n```\n\n<script>go()</script>\n\n```php\n?>\n```",
    },
    "script-url": {
        "link-to-definition-after-comment-in-quote": "[k]\n\n> <!--\n\n[k]: javascript:go()",
        "link-below-tag-below-item": "1. a\n<img src=a alt=a>\n2. [k](javascript:go())",
        "link-below-tag-below-quote": "> a\n<br>\n> [k](javascript:go())",
        "a slash before an address": "<a/href=javascript:fly()>kites</a>",
        "link": "[a](javascript:go())",
        "link-in-brackets": "[a](<javascript:go()>)",
        "link-in-capitals": "[a](JavaScript:go() 'b')",
        "link-with-references": "[a](&#106;avascript&colon;go())",
        "link-with-escapes": "[a](javascript\\:go\\(\\))",
        "link-around-image": "[![b](b.png)](javascript:go())",
        "link-in-emphasis": "**[a](vbscript:go)**",
        "link-in-table": "| a |\n| - |\n| [a](javascript:go()) |",
        "link-in-setext-heading": "[a](javascript:go())\n===",
        "link-after-code-mark": "` [a](javascript:go())",
        "image": "![a](javascript:go())",
        "image-of-a-page": "![a](data:text/html,a)",
        "autolink": "<javascript:go()>",
        "reference": "[a][b]\n\n[b]: javascript:go()",
        "reference-collapsed": "[b][]\n\n[b]: <javascript:go()> 'c'",
        "reference-in-quote": "[b]\n\n> [b]: javascript:go()",
        "reference-in-list": "[b]\n\n- [b]: javascript:go()",
        "reference-indented": "[b]\r\n\r\n  [a]: /a\r\n   [b]: javascript:go()",
        "reference-indented-in-list": "- [b]\n\n  [a]: /a\n  [b]: javascript:go()",
        "reference-below-another-in-quote": "[b]\n\n> [a]: /a\n> [b]: javascript:go()",
        "link-over-lines-of-a-quote": '> <a href="java\n> script:go()">a</a>',
        "link-over-lines-of-a-list": '- <a href="java\n  script:go()">a</a>',
        "link-over-lines-of-a-paragraph": 'a <a href="java\r\n   script:go()">a</a>',
        "drawing-over-lines-of-a-quote": '> <svg><a xlink:href="java\n> script:go()">a</a></svg>',
        "button-over-lines-of-a-list": '1. <button formaction="java\n   script:go()">a</button>',
    },
    "parser-confusion": {
        "an unfinished block": "<p onclick=fly()\n\nkites",
        "an unfinished block in a list": "- <details open ontoggle=fly()\n\n# Kites",
        # what only speaks of a template hides nothing
        "title-closed-in-comment": "<title>\n\n<!-- </title><b onclick=go()>a</b> -->",
        "xmp-closed-in-value": '<xmp>\n\n<a title="</xmp><b onclick=go()>">a</a>',
    },
    "unsafe-embed": {
        "frame": "a\n\n<iframe srcdoc='<b>'></iframe>",
    },
    "form-in-article": {
        "form-over-lines-of-a-quote": '> <form action="/\n> /other.example/"></form>',
    },
    "css-import-or-expression": {
        # what only speaks of a template hides nothing
        "style": "<style>\n@import url(//other.example/a.css);\n</style>",
    },
}

SOUND = {
    "handler-in-noscript": "<noscript><img src=a onerror=go()></noscript>",
    "prose": "<p>Use javascript:go(), onclick=go() and @import with care; data:text/html is a page.</p>",
    "lone-less-than": "<p>1 <2 and a< b, onload = 3 > 2</p>",
    "escaped-script": "<p>&lt;script&gt;go()&lt;/script&gt;</p>",
    "escaped-twice": "<p>&amp;lt;img onerror=go()&amp;gt;</p>",
    "script-in-comment": "<!-- <script>go()</script> -->",
    "script-in-conditional-comment": "<!--[if IE]><script>go()</script><![endif]-->",
    "script-in-title-attribute": "<p title='<script>go()</script>'>a</p>",
    "script-in-alternative": '<img src="/a.png" alt="<img onerror=go()>">',
    "script-in-textarea": "<textarea><script>go()</script></textarea>",
    "script-in-xmp": "<xmp><script>go()</script></xmp>",
    "script-in-noframes": "<noframes><script>go()</script></noframes>",
    "script-in-style": "<style>/* <script>go()</script> */</style>",
    "script-in-cdata-in-svg": "<svg><![CDATA[<script>go()</script>]]></svg>",
    "script-in-template": "<template><script>go()</script><b onclick=go()>a</b></template>",
    "script-in-plaintext": "<plaintext><script>go()</script>",
    "script-with-a-letter-of-its-own": "<\u017fcript>go()</\u017fcript>",
    "script-after-blank": "< script>go()</ script>",
    "json-ld": '<script type="application/ld+json">{"a": "</p>"}</script>',
    "json": '<script type="application/json">{}</script>',
    "script-template": '<script type="text/x-template"><b onclick=go()>a</b></script>',
    "handler-with-a-blank-between": "<p on click=go()>a</p>",
    "handler-in-end-tag": "<p>a</p onclick=go()>",
    "handler-name-with-control": "<p onclick\x0b=go()>a</p>",
    "handler-name-with-kelvin": "<p onclic\u212a=go()>a</p>",
    "handler-too-short": "<p on=1 onx=2 once>a</p>",
    "handler-in-class": '<p class="onclick onload=go()">a</p>',
    "handler-in-data": '<p data-onclick="go()" aria-label="onclick=go()">a</p>',
    "handler-as-value": "<img alt=a src=/a.png/onerror=go()>",
    "handler-without-code": "<p onclick>a</p>",
    "vue-handler": '<p v-on:click="go" @click="go" on:click="go">a</p>',
    "plain-word": "<p online=1>a</p>",
    "relative-link": '<a href="/javascript:go()">a</a> <a href="a/javascript:b">b</a> <a href="#javascript:">c</a>',
    "question": '<a href="?u=javascript:go()">a</a>',
    "script-with-blank-before-colon": '<a href="javascript :go()">a</a>',
    "script-with-inner-control": '<a href="java&#1;script:go()">a</a>',
    "script-percent-encoded": '<a href="%6aavascript:go()">a</a>',
    "script-escaped-twice": '<a href="&amp;#106;avascript:go()">a</a>',
    "script-after-no-break-space": '<a href="&nbsp;javascript:go()">a</a>',
    "script-with-null": '<a href="java\0script:go()">a</a>',
    "script-with-zero-width-space": '<a href="java\u200bscript:go()">a</a>',
    "script-second-href": '<a href="/a" href="javascript:go()">a</a>',
    "script-as-word": '<a href="javascripts:go()">a</a> <a href="xjavascript:go()">b</a>',
    "data-attributes": '<p data-href="javascript:go()" data-src="data:text/html,a">a</p>',
    "data-picture": '<img alt="" src="data:image/png;base64,iVBORw0KGgo=">',
    "data-drawing-in-image": '<img alt="" src="data:image/svg+xml,%3Csvg xmlns=%27a%27/%3E">',
    "data-table": '<a download href="data:text/csv,a">a</a> <a href="data:application/pdf;base64,AA==">b</a>',
    "data-text": '<track src="data:text/vtt,a"> <iframe src="data:text/plain,a"></iframe> <a href="data:,a">a</a>',
    "data-document": '<a href="data:application/vnd.openxmlformats-officedocument.wordprocessingml.document;base64,AA==">a</a>',
    "data-sound": '<audio src="data:audio/mp3;base64,AA=="></audio>',
    "mail-and-telephone": '<a href="mailto:a@example.org">a</a> <a href="tel:+1">b</a>',
    "frame-without-source": "<iframe><script>go()</script></iframe>",
    "frame-empty-document": '<iframe srcdoc="" src="/a.html"></iframe>',
    "player": '<iframe title="a" src="https://www.youtube.com/embed/1"></iframe>',
    "srcdoc-elsewhere": '<p srcdoc="<script>go()</script>">a</p>',
    "base-target": "<base target=_top>",
    "meta": '<meta name="refresh" content="0"> <meta http-equiv="content-language" content="en">',
    "links": '<link rel="canonical" href="https://other.example/"> <link rel="icon" href="/a.ico">',
    "own-form": '<form action="/a" method="post"><input type="text" name="password"></form>',
    "form-question": '<form action="?a=https://other.example/"><input type=search></form>',
    "style-relative": '<p style="background: url(/a.png), url(\'b.png\'); scroll-behavior: smooth">a</p>',
    "style-data": '<p style="background:url(data:image/png;base64,AA==)">a</p>',
    "style-string": '<p style="font-family: \'url(//other.example/)\'; content: \'expression(1)\'">a</p>',
    "style-comment": "<style>/* @import url(//other.example/a.css); */ p { color: red }</style>",
    "style-namespace": '<style>@namespace "http://www.w3.org/1999/xhtml"; @media print { p { color: red } }</style>',
    "style-selector": "<style>.behavior:hover, #expression { color: red }</style>",
    "style-fragment": '<svg><path style="fill:url(#a)" d="M0 0"/></svg>',
    "svg": "<svg viewBox='0 0 1 1'><title>A</title><desc>b</desc><style>.a{fill:red}</style><a href='/b'><path/></a></svg>",
    "svg-animation": '<svg><animate attributeName="fill" values="red;blue" to="a" from="b"/></svg>',
    "math": '<math><semantics><mi>x</mi><annotation encoding="application/x-tex">x</annotation></semantics></math>',
    "self-closed-svg": "<p><svg/></p><p>a</p>",
    "noscript": "<noscript>Turn on <b>scripts</b>. <img src=/a.png alt=b></noscript>",
    "comments": "<!-- a ! - -- > b --> <!----> <!--[if !IE]><!-->a<!--<![endif]-->",
    "new-tab": '<a href="https://other.example/" target="_blank" rel="noopener">a</a>',
}  # fmt: skip

SOUND_IN_MARKDOWN = {
    "handler-in-code-below-tag-below-item": "- a\n<br>\n- `<img src=q onerror=go()>`",
    "fence": "```html\n<script>go()</script>\n```",
    "tilde-fence": "~~~\n[a](javascript:go())\n~~~",
    "long-fence": "````\n```\n<script>go()</script>\n````",
    "fence-in-list": "- a\n\n  ```\n  <script>go()</script>\n  ```",
    "fence-in-quote": "> ```\n> <script>go()</script>\n> ```",
    "indented": "a\n\n    <script>go()</script>",
    "code-span": "`<script>go()</script>` and ``[a](javascript:`go())``",
    "code-span-over-lines": "a `b\nc <script>go()</script>` d",
    "escaped-tag": "\\<script>go()\\</script>",
    "escaped-link": "\\[a](javascript:go()) and !\\[a](javascript:go())",
    "link-text": "[javascript:go()](/a) and ![onerror=go()](/a.png)",
    "link-title": '[a](/b "javascript:go()")',
    "link-with-blank": "[a](javascript: go())",
    "escaped-reference": "[a](\\&#106;avascript:go())",
    "definition-without-use": "a\n\n[b]: javascript:go()",
    "second-definition": "[b]\n\n[b]: /a\n[b]: javascript:go()",
    "picture": "![a](data:image/svg+xml,%3Csvg%3E)",
    "tag-with-odd-name": "a <b:c onclick=go() d",
    "no-tag-at-all": "a <b, onclick=go()> c",
    "comment": "a <!-- <script>go()</script> --> b",
    "raw": "{% raw %}<script>go()</script>{% endraw %}",
    "raw-around-fence": "{% raw %}\n```html\n<script>go()</script>\n```\n{% endraw %}",
    "raw-in-fence": "```\n{% raw %}\n{{ a }}<script>go()</script>\n{% endraw %}\n```",
    "raw-in-code-span": "`{% raw %}{{ a }}{% endraw %}` and `{% raw %}<b onclick=go()>{% endraw %}`",
    "published-in-fence": "```\n{{< rawhtml >}}\n<b onclick=go()>a</b>\n{{< /rawhtml >}}\n```",
    "template-with-ticks": '{{ a | b: "``" }} and {{< c `<b onclick=go()>` >}}, {{ "`<b onclick=go()>" }}',
    "php": "<p>a</p>\n\n<?php echo `date`, '<b onclick=go()>'; ?>",
    "php-file": "\n<?php\necho '<b onclick=go()>';",
    "address-over-lines": '> <a href="/java\n> script:go()">a</a> <form action="/a\n> //b"></form>',
    "footnote": "a[^1]\n\n[^1]: javascript:go() is no link.",
    "code-below-table": "| a |\n|---|\n| b |\n    <b onclick=go()>a</b>",
    "code-in-list-below-table": "| a |\n|---|\n| b |\n2) `<b\n   onclick=go()>`",
    "code-in-table": "text\na | b\n--- | ---\n`<b onclick=go()>` | c \\| d\n=== | `<b onclick=go()>`",
    "title-closed-in-code": "<title>a\n\n`</title>`",
}


def _each(table: dict[str, dict[str, str]]) -> list[Any]:
    """Each text with the rule that must find it."""
    return [
        pytest.param(rule, text, id=f"{rule}: {name}") for rule, texts in table.items() for name, text in texts.items()
    ]


def _security(text: str, path: str) -> list[Finding]:
    """What the rules of the group say among all others, to which they may yield."""
    return [finding for finding in check(parse(Source(path, text)), RULES) if finding.group == "security"]


def _told(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.rule, finding.message) for finding in findings]


@pytest.mark.parametrize("head", ["", HEAD], ids=["bare", "below front matter"])
@pytest.mark.parametrize(("rule", "html"), _each(UNSAFE))
def test_unsafe_html_is_found_by_its_rule(rule: str, html: str, head: str) -> None:
    assert rule in dict(_told(_security(head + html, "page.html")))


@pytest.mark.parametrize("head", ["", HEAD], ids=["bare", "below front matter"])
@pytest.mark.parametrize(("rule", "text"), _each(UNSAFE_IN_MARKDOWN))
def test_unsafe_markdown_is_found_by_its_rule(rule: str, text: str, head: str) -> None:
    assert rule in dict(_told(_security(head + text, "article.md")))


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("script-element", f"a <script{' ' * 2_100}/x=1>go()</script> b"),
        ("event-handler", f'a <svg/style="{"color: red;" * 200}" onload="go()"> b'),
        ("event-handler", f'a <svg/onload="{"go();" * 500}"> b'),
        ("limit-exceeded", f"a {'<b x=' * 3_000}<svg/onload=go()> b"),
    ],
)
def test_no_padding_hides_what_runs(rule: str, text: str) -> None:
    assert rule in {finding.rule for finding in check(parse(Source("a.md", text)), RULES)}


@pytest.mark.parametrize("suffix", ["md", "html"])
def test_what_styles_left_open_do_is_told_once(suffix: str) -> None:
    text = "<style>@import 'x';<style>@import 'y';<style>p{behavior/*<style>*/:url(a.htc)}"
    found = [each.span for each in _security(text, f"a.{suffix}") if each.rule == "css-import-or-expression"]
    told = [text[span.start : span.end].removeprefix("<style>") for span in found]
    assert told == ["@import 'x';", "@import 'y';", "behavior/*<style>*/:url(a.htc)"]


@pytest.mark.parametrize("html", SOUND.values(), ids=SOUND)
def test_sound_html_is_left_in_peace(html: str) -> None:
    assert _told(_security(html, "page.html")) == []


@pytest.mark.parametrize("text", SOUND_IN_MARKDOWN.values(), ids=SOUND_IN_MARKDOWN)
def test_sound_markdown_is_left_in_peace(text: str) -> None:
    assert _told(_security(text, "article.md")) == []


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ('<div markdown="1">\n`<script>a()</script>`\n</div>\n', "leave an empty line between the tag above and the code"),
        ("<details>\n<p>a</p>\n```\n<script>a()</script>\n```\n</details>\n", "leave an empty line between the tag above and the code"),
        ('<div markdown="1">a `<script>a()</script>`</div>\n', 'write "<" as "&lt;"'),
        ('<div>\n<div markdown="1">`<script>a()</script>`</div>\n</div>\n', 'write "<" as "&lt;"'),
    ],
)  # fmt: skip
def test_what_helps_a_script_that_some_show_as_code(text: str, advice: str) -> None:
    told = _told(_security(text, "a.md"))
    assert told == [("script-element", f"this script runs although it is shown as code: {advice}")]


def test_the_shared_vectors(shared: Path) -> None:
    vectors = [
        json.loads(line) for line in (shared / "suites/unsafe-html/sample.jsonl").read_text("utf-8").splitlines()
    ]
    wrong = [
        (vector["id"], vector["must_flag"])
        for vector in vectors
        for head in ("", HEAD)
        if bool(_security(head + vector["html"], "a." + vector["format"])) is not vector["must_flag"]
    ]
    assert wrong == []
