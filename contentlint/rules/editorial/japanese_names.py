"""Which Japanese words are a person's name beyond doubt."""

from __future__ import annotations

from contentlint.patterns import pattern

_SURNAMES = frozenset(
    (
        "佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡邉 渡部 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 "
        "斎藤 斉藤 齋藤 齊藤 清水 山崎 阿部 池田 橋本 山下 石川 中島 前田 藤田 小川 後藤 岡田 長谷川 村上 近藤 "
        "石井 坂本 遠藤 青木 藤井 西村 福田 太田 三浦 藤原 岡本 松田 中川 中野 原田 小野 田村 竹内 金子 和田 中山 "
        "石田 上田 森田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島 工藤 谷口 今井 高田 増田 丸山 杉山 村田 大塚 "
        "新井 藤本 小山 平野 河野 上野 武田 野口 松井 千葉 菅原 岩崎 木下 久保 佐野 野村 松尾 菊地 菊池 市川 杉本 "
        "古川 大西 島田 水野 桜井 櫻井 高野 吉川 山内 西田 飯田 西川 小松 北村 安田 五十嵐 川口 平田 関口 中田 "
        "久保田 服部 川崎 岩田 土屋 福島 本田 樋口 秋山 田口 永井 中西 吉村 川上 石原 大橋 松岡 馬場 浜田 森本 "
        "星野 矢野 浅野 松下 吉岡 小池 野田 荒木 大谷 熊谷 松浦 黒田 大久保 内田 尾崎 永田 川村 望月 松村 荒井 "
        "堀内 大島 川島 平井 早川 多田 西山 福井 小西 栗原 岡崎 三宅 須藤 富田 宮田 片山 河合 小沢 小澤 内藤 松永 "
        "成田 本間 吉野 黒木 大石 小田 萩原 岩本 柳沢 柳澤 石橋 小倉 飯塚 坂口 白石 桑原 上原 川田 河村 植田 大川 "
        "奥村 児玉 田辺 田邊 田島 杉浦 堀田 落合 榎本 村山 石塚 八木 豊田 高山 関根 津田 西尾 宮川 大森 相馬 小原 "
        "土井 柏木 浅井 岡村 岸本 北川 大山 根本 篠原 武井 竹田 古田 金田 栗田 宮下 下田 三好 佐久間 今村 金井 "
        "窪田 中井 三上 中尾 長田 野崎 片岡 安部 大場 志村 西岡 石黒 塚本 松原 神田 小森 吉本 田代 徳永 井口 藤川 "
        "梶原 藤岡 富永 川端 大竹 稲垣 細川 西野 岡野 平山 森下 石山 坂井 福岡 寺田 須田 竹中 大木 福本 堀口 藤村 "
        "杉田 稲葉 竹下 大友 山根 米田 水谷 高島 門脇 松崎 北野 川本 町田 根岸 庄司 柳田 高井 横田 池上 荻野 角田 "
        "向井 堀川 磯部 今野 上村 川合 伊東 佐伯 谷川 三島 戸田 中沢 中澤 黒川 黒沢 黒澤 古賀 宮城 比嘉 金城 大城 "
        "新垣 玉城 島袋 木内 田原 相川 沢田 澤田 牧野 梅田 高村 井出 川原 若林 浅田 青山 滝沢 秋元 岩井 森川 森山 "
        "山中 藤沢 藤澤 小泉 菅野 野上 川野 花田 宇野 真田 深沢 長尾 小宮 倉田 入江 園田 高松 飯島 氏家 大原 江口 "
        "瀬戸 丹羽 三木 平松 加納 久野 安井 堀江 塩田 皆川 水口 神谷 甲斐 大沢 大澤 柳原 岩瀬 日高 河原 手塚 宮沢 "
        "宮澤 桑田 広瀬 廣瀬 児島 荒川 鶴田 細田 坂田"
    ).split()
)
_SHORT_SURNAMES = frozenset("森林原関堀岡岸星泉辻島菅谷東西南北乾榊")  # each begins many other words, too
_GIVEN = pattern(r"[ \u3000]?[^\W\d_A-Za-z]{0,6}")
_NO_GIVEN_NAME = pattern(  # what follows a place or a founder in the name of a firm, or a person in a sentence
    r"[ \u3000]?(?:[のをはがにで](?![\u3041-\u3096])|[\u30a1-\u30fc]+\Z"
    r"|.*(?:[社会局版誌部課館店県町区組室所校員者堂屋市報園]\Z|を|[^\u3041-\u3096]の(?![\u3041-\u3096])"
    r"|新聞|出版|書房|通信|印刷|制作|製作|建設|放送|商事|工業|産業|電機|銀行|文庫|広告|事務|研究|協会|財団|工房|企画|大学|外語|空港"
    r"|本人|自身|自分|友人|夫妻|夫婦|家族|ソフト|アプリ))"
)


def is_japanese_name(name: str) -> bool:
    """Whether a word begins with a common surname, goes on as a given name may, and is no firm or office."""
    for length in (1, 2, 3):
        is_whole = name[length : length + 1] in ("", " ", "\u3000")
        if name[:length] in (_SURNAMES if length > 1 else _SHORT_SURNAMES if is_whole else ()):
            return _GIVEN.fullmatch(name, length) is not None and not _NO_GIVEN_NAME.match(name, length)
    return False
