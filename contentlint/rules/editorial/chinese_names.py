"""Which Chinese and Korean words are a person's name."""

from __future__ import annotations

from contentlint.patterns import chinese_pattern, pattern

_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江"
    "史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席"
    "卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺闻邝"
    "肖闫付代佘储楼逄綦亓尚荣荀骆缪狄麦权帅厉浦占阚湛农粟蒲皮宿祖寇居茅裘钮阙雍隗招仝麻宓桓晁卿漆牧续"
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모"
    "張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許盧蔣賈葉閻鍾譚鄒陸龍萬錢湯賀賴龔龐蘭顏嚴溫蘆魯葛韋畢聶叢齊莊塗關費紀歐項陽衛單寧閔華車邊饒臥晉鄔暢宮簡婁蓋黨連欒鬱計竇遲鞏練樂應習聞鄺閆駱繆荊榮麥藍嶽儲鮑厲樓呂顧薑"
)
# what an editor of files is told to edit, or how a sentence goes on, though it begins with a surname's character
_THINGS = chinese_pattern(
    "文[档件本章字库案献集稿]|应[用该答急]|成[员功果本绩就为]|单[元位击个独词选价据行]|方[法案式块面便程]|向[导量上下]|计[划算数时费]|常[用见规量识]|时[间区钟长段刻]"
    "|路[径由线]|关[系联键闭于注卡]|解[析决释答压锁码]|高[级度清效]|简[介历单体洁称报]|程[序度]|明细|项[目数]|段落|全[部局文屏]|管[理道]|任[务意何]|房[间屋源]|白[板名]"
    "|安[装全卓]|金额|温度|席位|车[辆间站]|包[含括裹名]|查[询看重]|练习|习[题惯]|官[方网]|商[品店家务城业]|曲[线目]|边[框缘界]|封面|景[点区]|左[侧边]|连接|强[调制化]|游[戏客]|申[请报]"
    "|顾客|符号|章节|谷歌|许可|周[期报边围]|曾[用经]|余额|范[围例文]|钱包|颜色|季度|毕业|焦点|费用|纪[录要]|位置|植物|来[源自访]|党[员务]|蓝[图牙色]|乐[谱器]|银行|保[存单险留密]"
    "|权限|记录|关系|简历"
    "|付[款费出]|代[码理替表号办]|储[存值蓄备]|荣[誉耀获]|权[限利重益威]|占[位比用据]|农[业村民历产]|居[中住民多]|皮[肤革]|续[费写集约]|招[聘募生商标牌待]|宿[舍主]|祖[先国]"
    "|楼[层盘主]|尚[未无不]|麻[将烦]|麦克|骆驼|肖像|许多"
    r"|(?:이미지|이름|기[능본간타]|문[서구장]|정보|전체|모드|내용|도[구움]|설[정명]|권한|제[목한]|구[성조간]|주[소요]|변경|선택|추가|표시|길이|소[스개]|배경|양식|방[법식])(?!\w)"
    "|可能|不[可要能]|必要|画面|機能|方法|履歴|可否|権限|内容|後記|対象|作業|設定|済み|途中"
)
# with one character more they are names, where nothing but a name can stand; else 简单点 is none
_NAMES_LIKE_THINGS = chinese_pattern(
    "(?:曾经|简单(?![版化型性题])|周边(?![游地城县区产])|向导(?![图页式]))[^\\W点吗爱活是图店景]"
)
_NO_GIVEN_NAME = chinese_pattern(r"[等们者的了]\Z|多?人\Z")  # "王明等", "許多人"
# an office, a post or what is done there, or that it is no one
_NOBODY = chinese_pattern(
    r"本|自|我|你|他|她|某|同上|大家|新闻|头条|要闻|快讯|通[稿讯]|宣传|采编|融媒|记者|主任|副|总|编|小编"
    r"|审[稿核校阅]|校对|组稿|约稿|选题|把关|负责|职责|岗位"
    r"|.+(?:[编君社报台站网局科部处会院校系组室队班委客员版道群家师]|媒体)\Z"
)
_DESK_OR_PLACE = pattern(r"[부팀실국도시군구사가인레브뷰본물]\Z|신동아\Z")  # as some names end, too
_DOUBLE_SURNAMES = chinese_pattern(
    "欧阳|司马|司徒|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|夏侯|端木|南宫|轩辕|呼延|赫连"
    "|澹台|独孤|西门|范姜|张简|남궁|황보|제갈|선우|독고|사공|서문"
)
_FAMILIAR = chinese_pattern(rf"[小老阿][{''.join(sorted(_SURNAMES))}]")

# Tibetan names have no surname; most are two of these
_TIBETAN = chinese_pattern(
    "(?:扎西|多吉|卓玛|才让|次仁|泽仁|旺堆|旺姆|尼玛|达瓦|平措|拉姆|拉毛|格桑|索朗|丹增|旦增|顿珠|东珠|德吉|央金|白玛|罗布|仁青|仁增|洛桑|桑吉|桑杰|桑珠|益西|曲珍|曲扎"
    "|加措|嘉措|巴桑|边巴|普布|米玛|强巴|贡布|贡嘎|次旦|次旺|泽旺|吉美|晋美|群培|土登|阿旺|玉珍|卓嘎|朗杰|坚赞|南加|更登|公保){2}"
)


def begins_with_surname(name: str) -> bool:
    """Whether a name begins with one of the common surnames, and not as a common word that begins so."""
    return name[:1] in _SURNAMES and not _THINGS.match(name)


def is_hangul(char: str) -> bool:
    return "\uac00" <= char <= "\ud7a3"


def is_korean_beside_dot(word: str) -> bool:
    """Whether one of several Korean words with dots between is a name for certain, no place, desk or work."""
    return len(word) == 3 and begins_with_surname(word) and not _DESK_OR_PLACE.search(word)


def may_be_chinese_name(name: str) -> bool:
    """Whether a word begins as a name does, or is what friends call someone."""
    return begins_with_surname(name) or any(form.fullmatch(name) for form in (_FAMILIAR, _TIBETAN))


def is_chinese_name(name: str) -> bool:
    """Whether a word has a name's beginning and length: a surname and one or two characters, or "·" between its
    parts, which in Korean may be works; or whether it is Tibetan."""
    if ("·" in name and not is_hangul(name[0])) or _TIBETAN.fullmatch(name):
        return True
    is_long_enough = 2 <= len(name) <= (4 if _DOUBLE_SURNAMES.match(name) else 3)
    begins = begins_with_surname(name) or _DOUBLE_SURNAMES.match(name) is not None
    return is_long_enough and begins and not _NO_GIVEN_NAME.search(name, 1)


def could_be_chinese_name(word: str) -> bool:
    """Whether nothing speaks against a word as the name of someone whose surname is not among the common ones."""
    is_of_length = 2 <= len(word) <= 3 and word[0] >= "\u2e80"
    is_thing = _THINGS.match(word) and not _NAMES_LIKE_THINGS.fullmatch(word)
    is_nobody = any(no.match(word) for no in (_NOBODY, _FAMILIAR)) or _NO_GIVEN_NAME.search(word, 1)
    return is_of_length and not is_thing and not is_nobody
