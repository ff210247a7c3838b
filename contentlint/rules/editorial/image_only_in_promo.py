"""See `ImageOnlyInPromo`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Document
from contentlint.entries import removal_of
from contentlint.rule import Bad, Finding, Fix, Rule, Safety
from contentlint.rules.editorial.promo_pictures import picture_fields, pictures_of_promos
from contentlint.wording import name_of


class ImageOnlyInPromo(Rule):
    """The article's picture is the picture of a house promotion.

    Lists and social networks then show a QR code or a logo instead of the story.

    The fix is unsafe: it removes the entry, and no picture is shown. `promo-block` does so too where it removes the promotion.
    """

    name = "image-only-in-promo"
    good = (
        "---\ntitle: 风筝\ncover: /kite.jpg\n---\n\n<p>风筝。</p>\n"
        '<div class="appendQr_box"><img src="/qr.png">关注我们</div>\n',
        "---\ntitle: 风筝\ncover: /kite.jpg\n---\n\n![风筝](/kite.jpg)\n\n"
        '<div class="appendQr_box"><img src="/kite.jpg">关注我们</div>\n',
        "---\ntitle: 风筝\ncover: https://i.example/proxy.jpg?src=/kite.png\n---\n\n<p>风筝。</p>\n"
        '<div class="appendQr_box"><img src="https://i.example/proxy.jpg?src=/qr.png">关注我们</div>\n',
        "---\ntitle: QR codes\ncover: /qr.png\n---\n\nA code.\n\n![A QR code](/qr.png)\n",
    )
    bad = (
        Bad(
            "---\ntitle: 风筝\nheader:\n  ⟦teaser: /qr.png⟧\n---\n\n风筝\n\n<div class='follow-us'><img src='/qr.png'></div>\n",
            fixed="---\ntitle: 风筝\n---\n\n风筝\n\n<div class='follow-us'><img src='/qr.png'></div>\n",
            unsafe=True,
        ),
        Bad(
            "---\ntitle: 风筝\nheadimg: ⟦'https://example.org/qr.png'⟧\nauthor: 早报\nthumbnail: ⟦'https://example.org/qr.png'⟧\n---\n\n"
            '<p>风筝。</p>\n<div class="appendQr_box"><img src="https://example.org/qr.png">关注我们</div>\n',
            fixed="---\ntitle: 风筝\nauthor: 早报\n---\n\n"
            '<p>风筝。</p>\n<div class="appendQr_box"><img src="https://example.org/qr.png">关注我们</div>\n',
            unsafe=True,
        ),
        Bad(
            '{"title": "Kites", "cover": ⟦"/qr.png"⟧, "tags": []}\n\nKites.\n\n<div class="follow-us"><img src="/qr.png"></div>\n',
            fixed='{"title": "Kites", "tags": []}\n\nKites.\n\n<div class="follow-us"><img src="/qr.png"></div>\n',
            unsafe=True,
        ),
        Bad(
            "+++\ntitle = 'Kites'\nimages = ['/kite.jpg', ⟦'/qr.png'⟧]\n+++\n\n![A kite](/kite.jpg)\n\n"
            '<div class="follow-us"><img src="/qr.png"></div>\n',
            fixed="+++\ntitle = 'Kites'\nimages = ['/kite.jpg']\n+++\n\n![A kite](/kite.jpg)\n\n"
            '<div class="follow-us"><img src="/qr.png"></div>\n',
            unsafe=True,
        ),
        Bad(
            "---\ntitle: Kites\nimages: [/i.jpg?id=1, ⟦/i.jpg?w=640&id=2⟧]\n---\n\n"
            'Kites.\n\n<div class="follow-us"><img src="/i.jpg?id=2"></div>\n',
            fixed="---\ntitle: Kites\nimages: [/i.jpg?id=1]\n---\n\n"
            'Kites.\n\n<div class="follow-us"><img src="/i.jpg?id=2"></div>\n',
            unsafe=True,
        ),
        Bad(
            "+++\ntitle = 'Kites'\n\n⟦[cover]⟧\nimage = '/qr.png?v=2'\n\n[params]\nshare_img = ⟦'/qr.png'⟧\nauthor = 'Ann'\n+++\n\n"
            'Kites.\n\n<div class="follow-us"><img src="/qr.png"></div>\n',
            fixed="+++\ntitle = 'Kites'\n\n[params]\nauthor = 'Ann'\n+++\n\n"
            'Kites.\n\n<div class="follow-us"><img src="/qr.png"></div>\n',
            unsafe=True,
        ),
        Bad(
            "---\ntitle: Kites\nthumbnail: ⟦&t qr.png⟧\ncover: ⟦*t⟧\n---\n\n"
            'Kites.\n\n<div class="follow-us"><img src="./qr.png"></div>\n',
            fixed='---\ntitle: Kites\n---\n\nKites.\n\n<div class="follow-us"><img src="./qr.png"></div>\n',
            unsafe=True,
        ),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if document.front_matter is None:
            return
        for field in picture_fields(document, pictures_of_promos(document)):
            edit = removal_of(document, field)
            fix = Fix("Remove the entry", (edit,), Safety.UNSAFE) if edit else None
            told = f'"{name_of(field.path)}" shows only the picture of a promotion'
            message = f"{told}: choose one of the story, or remove it"
            yield self.finding(field.value, message, fix)
