"""What rules say in simplified characters holds for traditional ones, and for no other script."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import contentlint
from contentlint.chinese import in_either_script, simplified, spellings
from contentlint.patterns import chinese_pattern
from contentlint.rules.accessibility.image_alt_is_filename import ImageAltIsFilename
from contentlint.rules.editorial.credit_labels import LABEL
from contentlint.rules.editorial.leftovers import LINES
from contentlint.rules.editorial.slogans import SLOGAN

_PAIRS = {
    SLOGAN: ("扫码关注我们 掃碼關注我們", "长按识别二维码 長按識別二維碼", "关注我们的公众号 關注我們的公眾號", "下载我们的APP 下載我們的APP"),
    LABEL: ("责任编辑 責任編輯", "值班主编： 值班主編：", "网络编辑 網絡編輯", "执行编辑 執行編輯"),
    chinese_pattern("|".join(LINES)): (
        "原文链接：https://a.example 原文鏈接：https://a.example",
        "本文转载自风筝网 本文轉載自風箏網",
        "继续滑动看下一个 繼續滑動看下一個",
        "收录于合集 收錄於合集",
    ),
}  # fmt: skip

_RULES = Path(contentlint.__file__).parent / "rules"
# written otherwise in Taiwan and Hong Kong
_SIMPLIFIED = frozenset(
    "万与专业丛东丝两严丧个临为丽举义乌乐习乡书买乱争亏亚产亲亿仅从仓仪们价众优会伞伟传伤伦伪体余侠侦侧侨债倾偿储儿兑党兰关兴养兽内冈册写军农冲决况冻净凉减凑凤凭凯击"
    "刘则刚创删别剂剑剧劝办务动励劲劳势华协单卖卢卫厂厅历厉压厌县叁参双发变叙叶号叹吓吕吗听启吴员呜咏响哑唤啸嘱团园围国图圆圣场坏块坚坛坝坟坠垄垒垦垫堕墙壮声壳处备复"
    "够头夸夹夺奋奖奥妆妇妈孙学宁宝实宠审宪宫宽宾对寻导寿将尔尘尝层属岁岂岗岛岭峡币师帅帐带帧帮库应庙庞废开异弃张弥弯弹强归当录彻径忆忧怀态怜总恋恳恶恼悦悬惊惧惨惯愤"
    "愿懒戏战户执扩扫扬扰抚抢护报担拟拥拦择挂挥损换据掷摄摆摇撑敌数断无旧时旷显晋晒晓晕暂术机杀杂权条来杨杰极构枪柜标栋栏树样桥检楼欢欧残毁毕毙气汇汉汤沟没沦沪泪泻泼"
    "泽洁浅浆测济浓涛润涨渐渔温游湾湿满滚滞滤滨滩灭灯灵灾炉点炼烂烛烟烦烧热爱爷牵犹独狭狮狱猎猪猫献环现玛琐电画畅疗疯痒盏盐监盖盘着矫矿码砖础硕确碍礼祸离种积称稳穷窃"
    "竞笔笼筑签简筹粮紧纠红约级纪纯纱纲纳纵纷纸纹纺线练组细织终绍经结绕绘给络绝统继绩绪续绳维综绿缓编缘缩缴网罗罚职联聪肃肠肤肿胀胁胆胜脏脑脚脱脸腾舰艺节芦苍苏苹荐荡荣荧药莲获萤营萧萨蓝虑虽"
    "虾蚀蚁蛮补衬袭装见观规视览觉触誉计订认讨让训议讯记讲许论设访证评识诈诉词译试诗诚话诞询该详语误诱说请诸诺读课谁调谅谈谋谓谜谢谣谦谱贝负贡财责败账货质贪购贴贵贷贸费贺资赏赖赛"
    "赞赢赵赶趋跃践踪车转轮软轰轻载轿较辅辆辈辉辑输辕辞辩边辽达迁过运还这进远违连迟适选递逻遗遥邓邮邻郑酱释里鉴针钉钓钟钢钥钦钮钱铁铃铜银链销锁锅锋锐错锦键镇镜长门闪闭问闯间闲闷闹闻阀阁阅阔"
    "队阳阴阵阶际陆陈险随隐难雾静韦韩页顶项顺须顽顾顿预领颇频颗题颜额风飞饭饮饰饱饼馆马驰驱驳驶驻驼驾骂骄骆验骑骗骤鱼鲁鲜鸟鸡鸣鸭鸿鹅鹰麦黄齐齿龙龟"
)  # fmt: skip


@pytest.mark.parametrize(("words", "pair"), [(words, pair) for words, pairs in _PAIRS.items() for pair in pairs])
def test_a_word_is_known_in_either_script(words: re.Pattern[str], pair: str) -> None:
    assert all(words.search(word) for word in pair.split())


@pytest.mark.parametrize("text", ["凧の編集画面を開く", "連結決算の関連", "下の図を見る", "本文は転載できます"])
def test_japanese_is_none_of_it(text: str) -> None:
    assert not any(words.search(text) for words in (SLOGAN, chinese_pattern("关注|下载|转载|图片|编辑")))


def test_the_other_form_of_each_character_is_known() -> None:
    used = {char for path in _RULES.rglob("*.py") for text in _texts_of_patterns(path) for char in text}
    assert not {char for char in used & _SIMPLIFIED if in_either_script(char) == char}


def _texts_of_patterns(path: Path) -> Iterator[str]:
    """The texts of a module that writes in simplified characters; sets, as of surnames, hold both forms."""
    written = path.read_text(encoding="utf-8")
    if not re.search(r"import .*\b(?:chinese_pattern|spellings|in_either_script)\b", written):
        return
    for statement in ast.parse(written).body:
        if isinstance(statement, ast.Assign) and "frozenset" not in ast.unparse(statement.value)[:9]:
            yield from (str(node.value) for node in ast.walk(statement) if isinstance(node, ast.Constant))


def test_a_character_in_a_class_stays_in_the_class() -> None:
    assert in_either_script(r"[^关x]里\[关\]") == r"[^关關x][里裡裏]\[[关關]\]"


def test_every_spelling_is_looked_for() -> None:
    assert list(spellings("这里", "x")) == ["这里", "这裡", "这裏", "這里", "這裡", "這裏", "x"]


def test_a_text_keeps_its_length() -> None:
    assert simplified("請點擊這裏 Kite 凧") == "请点击这里 Kite 凧"
    assert "圖" not in ImageAltIsFilename.words
