"""The keys that articles have, and what a line with a key looks like."""

from __future__ import annotations

from collections.abc import Iterable

from contentlint.patterns import pattern
from contentlint.setting import Profile
from contentlint.wording import cut


def names(words: str) -> tuple[str, ...]:
    """Names of keys, each with a capital as well, which is how some write them."""
    return tuple(name for word in words.split() for name in (word, word.capitalize()))


_WELL_KNOWN = (
    "title date layout tags tag categories category author authors draft description slug permalink published "
    "summary weight url aliases updated lastmod keywords type excerpt"
)
WELL_KNOWN = frozenset(_WELL_KNOWN.split())  # where it may be a text that begins with "Date:" or "Summary:"
# title, date, tags, category and author in other scripts, of which some have no capitals to tell a text by
_LISTS_ELSEWHERE = "标签 標籤 分类 分類 タグ カテゴリ カテゴリー 태그 카테고리 теги категория категории"
_ELSEWHERE = (
    f"标题 標題 日期 作者 タイトル 題名 日付 著者 제목 날짜 저자 заголовок название дата автор {_LISTS_ELSEWHERE}"
)
KNOWN_ELSEWHERE = frozenset(_ELSEWHERE.split())
KNOWN_KEYS = frozenset(names(f"{_WELL_KNOWN} {_ELSEWHERE}"))

# keys that hold a list, of which some hold names and some words, keys that hold a text, and what programs read and
# nobody else
LIST_KEYS = names("tags tag categories category keywords aliases authors topics")
ALL_LIST_KEYS = frozenset((*LIST_KEYS, *names(_LISTS_ELSEWHERE)))
NAME_KEYS = names("tags categories tag category")
WORD_KEYS = frozenset(names("tags tag keywords aliases"))
PROSE_KEYS = frozenset(names("title subtitle description summary excerpt"))
TEXT_KEYS = PROSE_KEYS | {*names("series author editor")}
PROGRAM_KEYS = frozenset(
    names("layout type permalink slug url image cover thumbnail date updated lastmod lang template draft")
)
DATE_KEYS = Profile().date_names
PAGE_KEYS = KNOWN_KEYS | TEXT_KEYS | PROGRAM_KEYS | {*LIST_KEYS}

_NO_COLON = pattern(r"([a-z_][\w-]*+)[ \t]++[^\s:=]")
_GLUED = pattern(r"([A-Za-z_][\w-]*+):(?=[^\s:/])")
# a line that begins with a key of YAML or TOML
KEY_LINE = pattern(r"(?m)^[\"']?[A-Za-z_][\w-]*+(?: [\w-]++)?[\"']?[ \t]*+[:=](?=[ \t]|$|[^\s/:=])")
# the same in another script, with a blank behind the colon: in text there may be none
FOREIGN_KEY_LINE = pattern(r"[\"']?([^\W\dA-Za-z_][\w-]*+)[\"']?[ \t]*+[:=](?=[ \t]|\Z)")
# a line that may stand among keys of YAML: a key, what is deeper, an item, a comment, nothing
YAML_LINE = pattern(r"[\"']?[A-Za-z_][\w-]*+[\"']?[ \t]*+:(?=\s|\Z)|[ \t]++\S|- |#|[ \t]*+\Z")
# a key or an item whose value is a text of several lines, which begins below
BLOCK_HEADER = pattern(r"(?:[^#\n]*:|[ ]*+-)[ \t]+[|>][-+0-9]*[ \t]*(?:#.*)?\Z")
DASHED_KEY = pattern(r"(-[ \t]++)([A-Za-z_][\w-]*+):(?=\s|\Z)")  # one that a dash makes an item
# a line of text that begins as a key does: "Note: this is a remark."
SENTENCE = pattern(r"[\"']?[A-Z][\w-]*:.*[.!?。！？…][\"'”)]?[ \t]*\Z")
# what a person takes for a key
LOOSE_KEY = pattern(r"[ \t]*+[\"']?([^\W\d][\w-]*+)[\"']?[ \t]*+[:=：]")


def key_at(text: str, at: int = 0) -> str:
    """What a person takes for the key of the line that begins at an offset; or ""."""
    key = LOOSE_KEY.match(text, at)
    return key[1] if key is not None else ""


def keys_of(lines: Iterable[str]) -> list[str]:
    """The keys that lines begin with."""
    return list(filter(None, map(key_at, lines)))


def glued_head(key: object) -> str:
    """The key that a longer one begins with, its colon and the beginning of its value, for want of a blank; or ""."""
    glued = _GLUED.match(key) if isinstance(key, str) else None
    return glued[1] if glued is not None and glued[1] in KNOWN_KEYS else ""


def key_without_colon(line: str) -> str:
    """What a line begins with that may be a key with its value, but for the colon; or ""."""
    bare = _NO_COLON.match(line)
    return bare[1] if bare is not None else ""


def named(key: object) -> str:
    """A key as a message names it."""
    return cut(str(key))
