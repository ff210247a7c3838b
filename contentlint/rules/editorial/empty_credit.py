"""See `EmptyCredit`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contentlint.document import Document
from contentlint.rule import Bad, Finding, Rule
from contentlint.rules.editorial.credits import EDITOR_ELEMENTS, credits_in, read_selector


@dataclass(frozen=True)
class EmptyCredit(Rule):
    """A line for the editor's name has no name.

    A reader sees a label that leads nowhere, and nobody answers for the text.

    There is no fix: only the newsroom knows the name.
    """

    name = "empty-credit"
    proofs = {"elements": (read_selector, "selector")}
    options_help = {
        "elements": "HTML elements that name the editor, as .class, #id, tag or [attribute=value]; a list of yours replaces the default."
    }
    good = (
        "风筝飞上了天。\n\n责任编辑：张玫\n",
        "<p>责任编辑：<b>张玫</b></p>\n",
        "责任编辑：{{ page.editor }}\n",
        "（责任编辑：DF075）\n",
        "责任编辑：\n张玫\n",
        "`责任编辑：`\n",
        "编辑：\n\n- 打开文件\n",
        "- 查看：打开文件\n- 编辑：\n",
        "## 编辑：\n",
        "作者：\n\n编辑：\n",
        "风筝飞上了天。\n\n编辑：\n\n```\nvi kites.md\n```\n",
        "风筝飞上了天。\n\n<p>责任编辑：</p>\n<p>张玫</p>\n",
        '<p>责任编辑：<input name="editor"></p>\n',
        '<p>责任编辑：<Editor name="张玫" /></p>\n',
        "按右边的按钮（编辑：）。\n",
        "（记者 张三）风筝飞上了天。\n\n按右边的按钮（编辑：）\n",
        "编辑：　　审核：　　终审：\n",
        "（記者 張三）風箏飛上了天。\n\n按右邊的按鈕。（右）（編輯：）\n",
        "（記者 張三）風箏飛上了天。\n\n按右邊的按鈕（右邊：藍）（編輯：）\n",
    )
    bad = (
        Bad("风筝飞上了天。\n\n作者：李亮 ⟦责任编辑：⟧\n"),
        Bad("风筝飞上了天。\n\n⟦责任编辑：⟧\n"),
        Bad("风筝飞上了天。\n\n⟦责任编辑：⟧ 校对：李四\n"),
        Bad("风筝飞上了天。\n\n⟦责编：⟧ | 审核：王丽\n"),
        Bad("<p>风筝飞上了天。（⟦责编：⟧）</p>\n"),
        Bad('<p>风筝飞上了天。</p>\n⟦<p class="article-editor"></p>⟧\n'),
        Bad("Kites rose.\n\n⟦Edited by:⟧\n"),
        Bad("凧が舞った。\n\n⟦責任編集：⟧\n"),
        Bad("风筝飞上了天。\n\n⟦编辑：⟧\n"),
        Bad("风筝飞上了天。\n\n⟦编辑：⟧  审核：李斌\n"),
        Bad("（記者 張三）風箏飛上了天。\n\n（⟦編輯：⟧）1140516\n"),
        Bad("（記者 張三）『風箏飛上了天。』（⟦編輯：⟧）1140516\n"),
        Bad("（記者 張三）風箏飛上了天……（⟦編輯：⟧）1140516\n"),
        Bad("（記者 張三）風箏飛上了天。（譯者：張三）（⟦編輯：⟧）1140516\n"),
        Bad("风筝飞上了天。\n\n⟦责任编辑：⟧-\n"),
        Bad("风筝飞上了天。\n\n⟦责任编辑：⟧\\\n来源：新华社\n"),
    )

    elements: tuple[str, ...] = EDITOR_ELEMENTS

    def check(self, document: Document) -> Iterator[Finding]:
        for credit in credits_in(document, self.elements):
            if credit.is_empty:
                yield self.finding(credit.span, "the editor's name is missing here: write it, or remove the line")
