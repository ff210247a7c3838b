"""What rules say in simplified characters holds for traditional ones, and for no other script."""

from __future__ import annotations

import re

import pytest

from contentlint.chinese import in_either_script, simplified, spellings
from contentlint.patterns import chinese_pattern
from contentlint.rules.accessibility.image_alt_is_filename import ImageAltIsFilename
from contentlint.rules.editorial.credit_labels import LABEL
from contentlint.rules.editorial.leftovers import LINES
from contentlint.rules.editorial.slogans import SLOGAN

_PAIRS = {
    SLOGAN: ("扫码关注我们 掃碼關注我們", "长按识别二维码 長按識別二維碼", "关注我们的公众号 關注我們的公眾號", "下载风筝APP 下載風箏APP"),
    LABEL: ("责任编辑 責任編輯", "值班主编： 值班主編：", "网络编辑 網絡編輯", "执行编辑 執行編輯"),
    chinese_pattern("|".join(LINES)): (
        "原文链接：https://a.example 原文鏈接：https://a.example",
        "本文转载自风筝网 本文轉載自風箏網",
        "继续滑动看下一个 繼續滑動看下一個",
        "收录于合集 收錄於合集",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("words", "pair"), [(words, pair) for words, pairs in _PAIRS.items() for pair in pairs])
def test_a_word_is_known_in_either_script(words: re.Pattern[str], pair: str) -> None:
    assert all(words.search(word) for word in pair.split())


@pytest.mark.parametrize("text", ["凧の編集画面を開く", "連結決算の関連", "下の図を見る", "本文は転載できます"])
def test_japanese_is_none_of_it(text: str) -> None:
    assert not any(words.search(text) for words in (SLOGAN, chinese_pattern("关注|下载|转载|图片|编辑")))


def test_a_character_in_a_class_stays_in_the_class() -> None:
    assert in_either_script(r"[^关x]里\[关\]") == r"[^关關x][里裡裏]\[[关關]\]"


def test_every_spelling_is_looked_for() -> None:
    assert list(spellings("这里", "x")) == ["这里", "这裡", "这裏", "這里", "這裡", "這裏", "x"]


def test_a_text_keeps_its_length() -> None:
    assert simplified("請點擊這裏 Kite 凧") == "请点击这里 Kite 凧"
    assert "圖" not in ImageAltIsFilename.words
