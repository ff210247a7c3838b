"""See `FormInArticle`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contentlint.address import check_host, host_of, is_on, is_remote
from contentlint.document import Document
from contentlint.nodes import Attribute
from contentlint.rule import Bad, Finding, Good, Rule
from contentlint.rules.security.inert import is_inert
from contentlint.rules.security.urls import certain_address
from contentlint.text import Span
from contentlint.wording import cut


@dataclass(frozen=True)
class FormInArticle(Rule):
    """A form in the article sends what readers type to another site, or asks for a password.

    Readers trust your page and cannot see where a form goes. Copied newsletter and login boxes send their addresses
    and passwords to strangers.

    There is no fix: link to the form instead, or add its host to `hosts`.
    """

    name = "form-in-article"
    needs = {"<form>", "formaction=", "<input>"}
    proofs = {"hosts": (check_host, "host")}
    options_help = {"hosts": "Hosts that forms may send to, your own for instance."}
    good = (
        '<form action="/search"><input name="q" type="search"></form>\n',
        '- <input type="checkbox" disabled> fly a kite\n',
        "Write `<form action=https://example.org/>` and `<input type=password>`.\n",
        '<form action="{{ site.forms }}"><input name="email"></form>\n',
        Good('<form action="https://forms.example.org/1"></form>\n', options={"hosts": ["example.org"]}),
    )
    bad = (
        Bad('⟦<form action="https://example.org/join" method="post">⟧<input name="email"></form>\n'),
        Bad('<form action="/a"><button ⟦formaction=//example.org/b⟧>送信</button></form>\n'),
        Bad("<p>登录 ⟦<input TYPE=Password name=p>⟧</p>\n"),
        Bad("⟦<form action=//example.org/login>⟧<input type=password></form>\n"),
    )

    hosts: tuple[str, ...] = ()

    def check(self, document: Document) -> Iterator[Finding]:
        told: set[Span] = set()
        for form in document.tags("form", samples=True):
            action = form.attribute("action")
            if action is not None and not is_inert(form) and self._goes_elsewhere(document, action):
                told.add(form.span)
                yield self.finding(
                    form.span,
                    f'this form sends what readers type to {_shown(action)}: link to it instead, or add it to "hosts"',
                )
        for node, attribute in document.attributes("formaction", samples=True):
            if node.heeds(attribute) and not is_inert(node) and self._goes_elsewhere(document, attribute):
                yield self.finding(
                    attribute.span,
                    f'this button sends the form to {_shown(attribute)}: remove it, or add that to "hosts"',
                )
        for field in document.tags("input", samples=True):
            if (field.get("type") or "").lower() != "password" or is_inert(field):
                continue
            if not any(ancestor.span in told for ancestor in field.ancestors()):
                yield self.finding(field.span, "this field asks for a password: link to the login page instead")

    def _goes_elsewhere(self, document: Document, action: Attribute) -> bool:
        address = certain_address(document, action)
        return is_remote(address) and not is_on(host_of(address), self.hosts)


def _shown(action: Attribute) -> str:
    return cut(host_of(action.value)) or "another site"
