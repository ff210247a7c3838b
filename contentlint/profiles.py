"""What each site generator calls things: hexo.io/docs/front-matter, gohugo.io/content-management/front-matter,
jekyllrb.com/docs/front-matter, docs.astro.build/en/guides/content-collections, docusaurus.io and squidfunk.github.io.

Of the draft keys, `published` means the opposite of `draft`.
"""

from __future__ import annotations

from collections.abc import Mapping

from contentlint.setting import Profile

_DEFAULT = Profile()

PROFILES: Mapping[str, Profile] = {
    "": _DEFAULT,
    "hexo": Profile(
        "hexo",
        image_keys=("thumbnail", "headimg", "cover", "banner", "photos", "index_img", "banner_img", "top_img"),
        date_keys=("date", "updated"),
        permalink_keys=("permalink", "abbrlink", "slug"),
        excerpt_marks=("more",),
        slug="hexo",
        yes_is_text=True,
    ),
    "hugo": Profile(
        "hugo",
        image_keys=("images", "image", "featured_image", "featuredImage", "cover", "thumbnail"),
        date_keys=("date", "publishDate", "lastmod", "expiryDate", "pubdate", "publishdate", "expirydate", "modified", "published", "unpublishdate"),
        permalink_keys=("url", "slug"),
        excerpt_marks=("more",),
        slug="github",
    ),
    "jekyll": Profile(
        "jekyll",
        image_keys=("image", "thumbnail", "cover", "header", "teaser", "hero"),
        date_keys=("date", "last_modified_at", "updated", "modified"),
        permalink_keys=("permalink", "slug"),
        excerpt_marks=("more", "excerpt"),
        slug="jekyll",
    ),
    "astro": Profile(
        "astro",
        image_keys=("heroImage", "image", "cover", "ogImage", "thumbnail"),
        date_keys=("pubDate", "date", "updatedDate", "publishDate", "lastUpdated"),
        draft_keys=(),
        permalink_keys=("slug", "permalink"),
        slug="github",
        yes_is_text=True,
    ),
    "docs": Profile(
        "docs",
        image_keys=("image", "cover", "thumbnail"),
        date_keys=("date", "lastUpdated", "last_update", "updated"),
        draft_keys=(),
        permalink_keys=("permalink", "slug"),  # an `id` is its own in a folder only
        slug="docs",
        yes_is_text=True,  # MkDocs alone takes them for switches
    ),
    "news": Profile("news", is_news=True),
}  # fmt: skip
