"""Chinese words, which rules write in simplified characters and articles in either script.

In a table rather than a library: only the characters that the rules use, and no word that is another across the strait.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

_TRADITIONAL = {
    written[0]: written[1:]
    for written in (
        "与與 专專 业業 丛叢 两兩 严嚴 个個 为為爲 举舉 丝絲 习習 书書 于於 亚亞 产產 仅僅 从從 们們 价價 众眾衆 优優 会會 传傳 体體 侧側 储儲 "
        "儿兒 关關 兴興 内內 册冊 写寫 击擊 划劃 则則 创創 删刪 别別 制製 剧劇 办辦 务務 动動 区區 华華 协協 单單 占佔 历歷 参參 发發髮 号號 吗嗎 "
        "后後 听聽 员員 咨諮 启啟 国國 图圖 场場 块塊 声聲 处處 复複復 奖獎 学學 实實 审審 对對 导導 尔爾 尽盡儘 师師 帐帳 帧幀 帮幫 干幹乾 广廣 开開 "
        "张張 弹彈 归歸 当當 录錄 志誌 总總 悦悅 户戶 执執 扩擴 扫掃 护護 报報 担擔 择擇 换換 据據 摄攝 数數 断斷 无無 时時 显顯 暂暫 术術 机機 杂雜 "
        "权權 来來 构構 栏欄 标標 档檔 欢歡 没沒 注註 测測 温溫 游遊 点點 独獨 环環 现現 电電 画畫 监監 着著 码碼 确確 离離 称稱 签籤簽 笔筆 筹籌 "
        "简簡 类類 系係繫 约約 纠糾 纪紀 线線 练練 组組 细細 终終 经經 结結 络絡 绝絕 统統 继繼 绩績 续續 维維 综綜 编編 缴繳 网網 群羣 联聯 脚腳 "
        "节節 获獲 蓝藍 补補 袭襲 装裝 里裡裏 见見 规規 观觀 视視 览覽 觉覺 触觸 计計 订訂 训訓 议議 讯訊 记記 讲講 许許 论論 设設 访訪 证證 评評 识識 "
        "译譯 试試 话話 询詢 该該 详詳 语語 说說 请請 读讀 课課 谁誰 谢謝 财財 责責 账賬帳 货貨 质質 贴貼 费費 资資 赏賞 赞贊讚 赶趕 践踐 踪蹤 转轉 轻輕 "
        "载載 辑輯 输輸 辩辯 边邊 达達 过過 还還 这這 进進 连連 选選 递遞 邮郵 采採 钥鑰 钮鈕 链鏈 销銷 锁鎖 错錯 键鍵 长長 门門 闭閉 问問 间間 闻聞 阅閱 "
        "队隊 随隨 页頁 顶頂 项項 须須 顾顧 预預 领領 频頻 题題 馆館 马馬 驻駐 验驗 骤驟 台臺 乐樂 余餘 党黨 农農 决決 压壓 围圍 坚堅 备備 头頭 将將 层層 岗崗 库庫 强強 径徑 惯慣 戏戲 晋晉 条條 毕畢 洁潔 烦煩 献獻 盘盤 级級 "
        "缘緣 爱愛 职職 肤膚 荣榮 誉譽 让讓 词詞 调調 谱譜 负負 车車 辆輛 释釋 银銀 颜顏 额額 驼駝 骆駱 麦麥 罗羅 钱錢 范範 钟鐘 东東 萤螢 脸臉 周週 险險 虑慮 适適 应應 响響 "
        "医醫 杰傑 贡貢 玛瑪 泽澤 顿頓 诸諸 轩軒 辕轅 欧歐 阳陽 孙孫 迟遲 粘黏 风風 团團 诈詐 骗騙 县縣 宫宮 楼樓 疗療"
    ).split()
}
_OUTSIDE = str.maketrans({char: f"[{char}{others}]" for char, others in _TRADITIONAL.items()})
_IN_CLASS = str.maketrans({char: char + others for char, others in _TRADITIONAL.items()})
_SIMPLIFIED = str.maketrans({other: char for char, others in _TRADITIONAL.items() for other in others})
_CLASS = re.compile(r"(?<!\\)(\[\^?\]?(?:\\.|[^\]\\])*+\])")  # of a regular expression


def in_either_script(expression: str) -> str:
    """A regular expression that finds in both scripts what this one finds in simplified characters."""
    parts = _CLASS.split(expression)
    return "".join([part.translate(_IN_CLASS if at % 2 else _OUTSIDE) for at, part in enumerate(parts)])


def spellings(*words: str) -> Iterator[str]:
    """The words in both scripts; some writers mix them."""
    for word in words:
        yield from map("".join, product(*(char + _TRADITIONAL.get(char, "") for char in word)))


def simplified(text: str) -> str:
    """A text in simplified characters, as far as the rules know them; as long as it was."""
    return text if text.isascii() else text.translate(_SIMPLIFIED)
