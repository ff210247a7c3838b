"""See `PromoBlock`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Document
from contentlint.entries import removal_of
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety
from contentlint.rules.editorial.promo_pictures import picture_fields, pictures_of_promos
from contentlint.rules.editorial.promos import Promo, promos_in
from contentlint.rules.editorial.removals import block_removal
from contentlint.spans import merged
from contentlint.text import Edit


class PromoBlock(Rule):
    """A house promotion stands inside the article.

    A QR code, a "follow us" line or a newsletter box belongs to the site it was copied from, or to the site's own
    template: inside the text it goes stale and is repeated in every feed.

    The fix is unsafe: it removes the block with its marker comments, and front matter that shows the block's picture.
    """

    name = "promo-block"
    good = (
        "## 报名方式\n\n请扫描下方二维码加入腾讯会议：\n\n![会议二维码](/meeting.png)\n",
        "扫描二维码关注测试号后，发送“你好”，即可看到回复：\n\n![测试号二维码](/qr.png)\n",
        "在商店里，顾客扫描二维码即可完成购买，数字人民币由此流通。\n",
        '<div class="usa-alert usa-alert--info"><p class="promo">Follow us? Download the app? Read on.</p></div>\n',
        "Sign up for our newsletter, or follow us on the hill where kites rise.\n",
        '```html\n<div class="newsletter-signup">Join</div>\n```\n',
        '<div class="newsletter-signup">{{ site.newsletter }}</div>\n',
        "A QR code holds up to 3 kB.\n\n![A QR code](/img/qrcode.png)\n\nIts corners tell a camera where it is.\n",
        '<h3 id="follow-us">Follow us through the valley</h3>\n',
        'Click <span class="share-button">Share</span> in the corner.\n',
        '<!-- 二维码结构图 -->\n<figure><img src="/qr.png" alt="二维码的结构"></figure>\n\n三个角用来定位。\n',
        "毕业展的海报：\n\n![海报](/poster.jpg)\n\n观众扫描二维码下载导览手册，边走边听。\n",
        '<div class="subscription-box">A box of kites arrives each month.</div>\n'
        '<div class="app-download"><p>Kites 1.2 for Linux.</p><a href="/kites.tgz">kites.tgz</a></div>\n',
        "开放首日，观众有序入场。\n\n市民打开手机，扫描二维码关注公众号，就能预约门票。\n\n![市民在入口处扫码](/img/ticket.jpg)\n",
        "比赛以2比1结束。\n\n![图为比赛现场](/img/match.jpg)\n\n更多精彩内容，请关注本报微信公众号。\n",
        '<p>比赛以2比1结束。</p>\n<p><img src="https://example.org/match.jpg" alt="比赛现场"></p>\n<p>扫码关注我们的公众号</p>\n',
        '<div class="download-app"><p>责任编辑：李四</p><p>下载APP</p><a href="https://example.org/app">App</a></div>\n',
        '<div class="qrcode"><img src="/qr.png" alt="QR code"><p>A QR code of version 4</p></div>\n',
        '<p class="button-wrapper"><a href="/tickets">Tickets</a></p>\n',
        "Scan to follow is what the sign says.\n",
        "风筝飞上了天。\n\n扫码了解更多\n\n![](/img/kite.jpg)\n",
        "风筝飞上了天。\n\n更多信息，请扫码看说明书\n\n![二维码](qrcode.jpg)\n",
        "风筝飞上了天。\n\n活动现场，大家扫码关注公众号，领取礼品。\n\n![二维码](qrcode.jpg)\n",
        "风筝飞上了天。\n\n据介绍，可以扫码下载 App 办理业务。\n\n![二维码](qrcode.jpg)\n",
        "风筝飞上了天。\n\n记者在现场了解到，\n可以扫码下载 App 办理业务。\n\n![二维码](qrcode.jpg)\n",
        "风筝飞上了天。\n\n如果用户喜欢，可以扫描二维码关注公众号\n\n![](/img/1.png)\n",
        "风筝飞上了天。\n\n如果喜欢这款应用，可以扫描二维码下载 App 体验\n\n![](/img/1.png)\n",
        "风筝飞上了天。\n\n如果你喜欢这本书，可以扫描书后的二维码关注作者的公众号\n\n![书](/img/book.png)\n",
        "风筝飞上了天。\n\n点击下方按钮下载 App\n\n获取更多功能信息\n\n![](/img/1.png)\n",
        '风筝飞上了天。\n\n扫描下方二维码关注公众号\n\n<img src="/img/qr.jpg">\n\n博客：https://kites.example\n\n<img src="/img/kite.png">\n',
        "风筝飞上了天。\n\n点击下方名片，关注公众号的按钮\n\n![](/img/1.png)\n",
        "风筝飞上了天。\n\n扫描下方二维码关注公众号\n\n获取更多接口参数\n\n![](/img/1.png)\n",
        "风筝飞上了天。\n\n可以长按识别的二维码称为活码。\n\n![二维码](qrcode.jpg)\n",
        "风筝飞上了天。\n\n图 2 | 扫描二维码关注公众号的流程\n\n![二维码](qrcode.jpg)\n",
        "风筝飞上了天。\n\n## 二维码\n\n![二维码的结构](qr.png)\n\n扫描二维码即可下载 APP，里面存的是地址。\n",
        "正文里写<mpprofile></mpprofile>即可插入名片。\n\n- <mp-common-profile></mp-common-profile>\n",
        "风筝飞上了天。\n\n参观者扫码了解更多\n\n![二维码](qrcode.jpg)\n",
        "风筝飞上了天。\n\n更多风筝，扫描自旧报纸。\n\n![旧报纸 scan](scan1.jpg)\n",
        "风筝飞上了天。\n\n扫码了解更多功能的实现，见下一节。\n\n![扫码流程](qrcode-flow.png)\n",
        "风筝飞上了天。\n\n更多信息，请扫码登录后台查看。\n\n![登录二维码](qr.png)\n",
        "“Download our app!” the poster said.\n\n![QR code](qr.png)\n",
        "アカウントをフォローしてください、と会長は笑った。\n\n![QRコード](qr.png)\n",
        "友だち追加はQRコードを読み取るだけで終わる。\n\n![QRコード](qr.png)\n",
        "凧が舞った。\n\n参加登録はこちらのQRコードから\n\n![QRコード](qr.png)\n",
        "欢迎关注我的公众号：风筝\n\n线轴要先固定好。\n\n![二维码](/qr.png)\n",
        "风筝飞上了天。\n\n欢迎关注公众号：风筝\n\n微博上的争论还没有结束。\n\n![二维码](qrcode.jpg)\n",
        "风筝飞上了天。\n\n欢迎关注公众号：风筝\n\n公众号编辑：张三\n\n![二维码](qrcode.jpg)\n",
        "风筝飞上了天。\n\n欢迎关注公众号：风筝\n\n| 公众号 | 风筝 |\n|---|---|\n| 微博 | 凧 |\n\n![二维码](qrcode.jpg)\n",
        "风筝飞上了天。\n\n欢迎关注公众号：风筝\n\n下图是比赛报名的二维码\n\n![二维码](qrcode.jpg)\n",
        "Kites rose.\n\nFollow us on WeChat!\n\nBlogger Ann Poe contributed to this report.\n\n![QR code](qr.png)\n",
        '<div class="wp-block-button"><a href="https://www.facebook.com/share/p/1AbCdEf/">See the post</a></div>\n',
        '<div class="wp-block-button"><a href="https://t.me/sharekites">Join the club</a></div>\n',
        "风筝飞上了天。\n\n![二维码](qrcode.jpg)\n\n王小明 摄\n\n长按识别二维码关注\n",
        "第一步\n\n![二维码](qrcode.jpg)\n\n第二步\n\n扫描二维码下载客户端\n",
        "风筝飞上了天。\n\n![](/img/1.png)\n\n▲长按关注公众号\n\n![](/img/kite.png)\n",
        "风筝飞上了天。\n\n![公众号](/img/1.png)\n\n长按关注公众号\n\n![](/img/kite.png)\n",
        "Kites rose.\n\nScan the code above to follow us on WeChat!\n\n![](/img/kite.png)\n",
        "风筝飞上了天。\n\n![](/img/kite.png)\n\n扫描下方二维码关注公众号\n",
        "风筝飞上了天。\n\n扫码关注公众号\n\n![](qrcode.png)\n\n扫码预约参观\n",
        "风筝飞上了天。\n\n扫码关注公众号\n![](qrcode.png)\n扫码购票\n",
        "风筝飞上了天。\n\n![](qrcode.png)\n扫码关注公众号\n扫码购票\n",
        "风筝飞上了天。\n\n扫码关注公众号\n\n![](qrcode.png)\n\n扫码关注公众号购票\n",
        "风筝飞上了天。\n\n![](/img/kite.png)\n\n▼扫码关注公众号▼\n\n{{< qr >}}\n",
        "风筝飞上了天。\n\n{% img qr.png %}\n\n▲扫码关注公众号\n\n![](/img/kite.png)\n",
        "Kites rose.\n\n![](/img/1.png)\n\nFollow us on WeChat (QR code above)\n\n![](/img/kite.png)\n",
        "<figure><img src=1.png><figcaption>长按关注公众号</figcaption></figure>\n<figure><img src=kite.png></figure>\n",
        "民眾加入LINE好友後即可查詢。\n\n![LINE QR code](qr.png)\n",
        "風箏飛上了天。\n\n他說：「請追蹤我們的粉絲專頁」\n\n![QR code](qr.png)\n",
        "風箏飛上了天。\n\n假風箏社：歡迎加入LINE好友\n\n![QR code](qr.png)\n",
        "風箏飛上了天。\n\n請下載風箏告警App\n\n![QR code](qr.png)\n",
        "风筝飞上了天。\n\n请下载风筝App，即可查询。\n\n![二维码](qr.png)\n",
        "风筝飞上了天。\n\n关注下方公众号\n\n![台风](typhoon.png)\n",
        "风筝飞上了天。\n\n谨防诈骗，扫码关注公众号\n\n![二维码](qr.png)\n",
        "警方追蹤我們的線索。\n\n![](qr.png)\n",
        "風箏飛上了天。\n\n他說，加入LINE好友\n\n![QR code](qr.png)\n",
        "風箏飛上了天。\n\n里長提醒，請追蹤我們的粉絲專頁\n\n![QR code](qr.png)\n",
        "風箏飛上了天。\n\n下載本土風箏App\n\n![QR code](qr.png)\n",
        "风筝飞上了天。\n\n有人发来诈骗短信：请扫码关注公众号\n\n![](qr.png)\n",
        "風箏飛上了天。\n\n加入LINE好友，小心詐騙\n\n![QR code](qr.png)\n",
        "风筝飞上了天。\n\n他说：长按二维码关注公众号\n\n![](qr.png)\n",
        "风筝飞上了天。\n\n扫描下方二维码关注公众号\n\n![台风截图](x.png)\n",
        "風箏飛上了天。\n\n記者看到，觀眾掃碼關注公眾號。\n\n![二維碼](qr.png)\n",
        Good('<aside class="share-buttons"><a href="/x">Share</a></aside>\n', path="_includes/share.html"),
    )
    bad = (
        Bad(
            "风筝飞上了天。\n\n⟦如果觉得文章不错，欢迎关注我的公众号：\n\n![公众号二维码](/qr.png)⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            "---\ntitle: 风筝\nthumbnail: https://example.org/qr.png\n---\n\n<p>风筝飞上了天。</p>\n\n"
            "<!-- 文末二维码 start -->\n"
            '⟦<div class="clearfix appendQr_box">\n<img src="https://example.org/qr.png">\n<p>好风筝，尽在风筝APP</p>\n</div>⟧\n'
            "<!-- 文末二维码 end -->\n\n<p>完</p>\n",
            fixed="---\ntitle: 风筝\n---\n\n<p>风筝飞上了天。</p>\n\n<p>完</p>\n",
            unsafe=True,
        ),
        Bad(
            'Kites rose.\n\n⟦<div class="newsletter-signup"><form><input type="email"></form></div>⟧\n',
            fixed="Kites rose.\n",
            unsafe=True,
        ),
        Bad(
            'Kites rose.\n\n⟦<div class="newsletter"><p>Weekly.</p><form><input type="email"></form></div>⟧\n\n'
            '⟦<div class="share">凧 <a href="https://social.example/?u=1">S</a></div>⟧\n',
            fixed="Kites rose.\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n⟦扫描下方二维码，关注我们的公众号\n\n![](/img/qr.jpg)⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            '<p>Kites rose.</p>\n<div>⟦<ul id="share_buttons"><li><a href="https://social.example/?u=1">Share</a></li></ul>⟧</div>\n',
            fixed="<p>Kites rose.</p>\n",
            unsafe=True,
        ),
        Bad(
            "专家表示，要加大投入。⟦喜欢这篇文章，就扫描下方二维码，关注我们的公众号。\n\n![公众号二维码](/img/qr.jpg)⟧\n\n责任编辑：张玫\n",
            fixed="专家表示，要加大投入。\n\n责任编辑：张玫\n",
            unsafe=True,
        ),
        Bad(
            '<p>观众有序入场。⟦<br/>扫描二维码关注我们<br/><img src="https://example.org/qr.jpg" alt=""/>⟧</p>\n',
            fixed="<p>观众有序入场。</p>\n",
            unsafe=True,
        ),
        Bad(
            "观众有序入场。  \n⟦扫码关注我们  \n![](/img/1.jpg)⟧\n",
            fixed="观众有序入场。\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。⟦欢迎关注我的公众号：**风筝**\n\n![](qrcode.jpg)⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            'Kites rose.\n\n<p>⟦<a class="twitter-share-button" href="https://social.example/?u=1">Tweet</a>⟧</p>\n',
            fixed="Kites rose.\n",
            unsafe=True,
        ),
        Bad("风筝好看。⟦**欢迎**关注公众号：风筝\n\n![](qrcode.jpg)⟧\n", fixed="风筝好看。\n", unsafe=True),
        Bad(
            "风筝飞上了天。\n\n⟦欢迎关注公众号：风筝\n\n我的博客：<https://kites.example>\n\n公众号二维码\n\n![](qrcode.jpg)⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n⟦> 欢迎关注我的公众号：*[风筝](https://kites.example/)*\n>\n> ![](qrcode.jpg)⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            "[风筝飞上了天。⟦欢迎关注我的公众号](https://kites.example/)\n\n![](qrcode.jpg)⟧\n",
            fixed="[风筝飞上了天。](https://kites.example/)\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n⟦> **微信公众号**\n>\n> 扫码关注我的公众号\n>\n> ![](qrcode.jpg)⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n⟦- 欢迎关注公众号：风筝\n- 公众号主要讲风筝。\n\n![公众号](qrcode.jpg)⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            '<p>正文。</p>\n⟦<div class="ewm"><img src="/img/1.png" alt=""><p>扫一扫 分享到微信</p></div>⟧\n',
            fixed="<p>正文。</p>\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n⟦**最新课程与活动，扫码了解更多！**\n\n![](qrcode.jpg)⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n⟦## 关注我们\n\n![公众号](/qrcode.png)\n\n扫码关注我们⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad("# 二维码\n\n⟦![二维码](qr.png)\n\n扫码关注公众号⟧\n", fixed="# 二维码\n", unsafe=True),
        Bad(
            "风筝飞上了天。\n\n⟦本文首发于微信公众号，可以扫描下方二维码快速关注哦！\n\n![求关注](/img/1.png)⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n⟦> 我的公众号: [风筝](https://mp.weixin.qq.com/s), 欢迎大家扫码关注\n\n![微信扫一扫关注我](/1.jpg)⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n⟦👉\n扫码添加小助手，加入交流群\n\n![](/img/1.png)\n\n▲长按加群或投稿⟧\n\n"
            "⟦![](/img/2.png)\n\n▲长按关注公众号⟧\n\n😄 嘻嘻，我们群里见！\n",
            fixed="风筝飞上了天。\n\n😄 嘻嘻，我们群里见！\n",
            unsafe=True,
        ),
        Bad(
            '<p>风筝飞上了天。</p>\n<p><img src="/img/kite.jpg">⟦<br>扫码关注我们<br><img src="/img/qr.jpg">⟧</p>\n',
            fixed='<p>风筝飞上了天。</p>\n<p><img src="/img/kite.jpg"></p>\n',
            unsafe=True,
        ),
        Bad(
            "评分：\n\n★★★★☆\n\n⟦👇\n\n扫码关注公众号\n\n![](qrcode.png)\n\n长按识别⟧\n",
            fixed="评分：\n\n★★★★☆\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n⟦![](qr1.png)\n\n长按关注公众号⟧\n\n⟦![](qr2.png)\n\n长按加入交流群⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n![微信图片](weixin-kite.jpg)\n\n⟦▲ 扫码关注公众号 ▲\n\n![](1.png)⟧\n",
            fixed="风筝飞上了天。\n\n![微信图片](weixin-kite.jpg)\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n![](kite.jpg)\n\n⟦△扫码关注公众号\n\n![公众号二维码](qr.png)⟧\n",
            fixed="风筝飞上了天。\n\n![](kite.jpg)\n",
            unsafe=True,
        ),
        Bad(
            '<p>风筝飞上了天。</p>\n⟦<p><img src="qr1.jpg"><img src="qr2.jpg"></p>\n<p>扫码关注公众号</p>⟧\n',
            fixed="<p>风筝飞上了天。</p>\n",
            unsafe=True,
        ),
        Bad(
            '<p>风筝飞上了天。</p>\n<p><img src="1.jpg" alt="市民扫二维码乘车">⟦<img src="qr.jpg"></p>\n<p>扫码关注公众号</p>⟧\n',
            fixed='<p>风筝飞上了天。</p>\n<p><img src="1.jpg" alt="市民扫二维码乘车"></p>\n',
            unsafe=True,
        ),
        Bad(
            '<p>风筝飞上了天。</p>\n<p><img src="pay-qr.jpg">⟦<img src="qr.jpg"></p>\n<p>扫码关注公众号</p>⟧\n',
            fixed='<p>风筝飞上了天。</p>\n<p><img src="pay-qr.jpg"></p>\n',
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n⟦扫码关注公众号\n\n![](qrcode.png)\n\n长按识别图中二维码，关注“风筝日报”⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n⟦掃碼關注公眾號\n\n![](qrcode.png)\n\n長按識別二維碼關注我們⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            "- 上\n- 👇\n\n⟦扫码关注公众号\n\n![](qrcode.png)⟧\n",
            fixed="- 上\n- 👇\n",
            unsafe=True,
        ),
        Bad(
            "風箏飛上了天。\n\n⟦歡迎追蹤我們的Facebook粉絲專頁\n\n![](/qrcode.png)⟧\n",
            fixed="風箏飛上了天。\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n⟦更多精彩小说：长按二维码关注公众号\n\n![](qr.png)⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n⟦小编说：长按二维码关注公众号\n\n![](qr.png)⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n⟦扫码关注“风筝”公众号，即可查询风向\n\n![](qr.png)⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n⟦扫码关注我们的公众号，防范电信诈骗\n\n![](qr.png)⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n⟦扫描下方二维码关注公众号\n\n![输入图片说明](x.png)⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n⟦扫描下方二维码关注公众号\n\n![头像](x.png)⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            "風箏飛上了天。\n\n⟦下載本報App\n\n![QR code](qr.png)⟧\n",
            fixed="風箏飛上了天。\n",
            unsafe=True,
        ),
        Bad(
            "風箏飛上了天。\n\n⟦加入LINE好友：\n\n![LINE QR code](/qrcode.png)⟧\n",
            fixed="風箏飛上了天。\n",
            unsafe=True,
        ),
        Bad(
            "風箏飛上了天。\n\n⟦請關注下方公眾號\n\n![](/qrcode.png)⟧\n",
            fixed="風箏飛上了天。\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n⟦**扫码关注我们**\n\n![](/img/1.png)\n\n**获取更多精彩**⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n⟦![扫码加入风筝交流群](/1.png)⟧ ⟦![下载风筝APP](/2.png)⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad("风筝飞上了天。\\\n⟦扫码了解更多\\\n![](qrcode.jpg)⟧\\\n", fixed="风筝飞上了天。\n", unsafe=True),
        Bad(
            "风筝飞上了天。\n\n⟦如果喜欢，可以长按下方的图片识别二维码关注我\n\n![](/img/1.png)⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n⟦如果喜欢，可以扫描二维码关注公众号\n\n![](/img/1.png)⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n⟦点击下方，关注公众号\n\n获取更多资源\n\n![](/img/1.png)⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n⟦点击下方名片，关注我们\n\n获取免费咨询和安全服务\n\n![](/img/1.png)⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n⟦扫描文末二维码，了解更多活动详情\n\n![](qrcode.jpg)⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad("风筝飞上了天。\n\n⟦更多风筝，请扫码观看视频\n\n![](qrcode.jpg)⟧\n", fixed="风筝飞上了天。\n", unsafe=True),
        Bad(
            "风筝飞上了天。\n\n⟦更多精彩内容，请扫描二维码\n\n![二维码](/img/1.jpg)⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            'Kites rose.\n\n⟦<img src="/img/qrcode.bmp" alt="">\n\nScan to Follow⟧\n',
            fixed="Kites rose.\n",
            unsafe=True,
        ),
        Bad("Kites rose.\n\n⟦follow us on wechat\n\n![](qrcode.jpg)⟧\n", fixed="Kites rose.\n", unsafe=True),
        Bad(
            '<p>正文。</p>\n⟦<div class="bdshare_t"><a href="#">QQ</a></div>⟧\n⟦<div class="moreshare">凧</div>⟧\n',
            fixed="<p>正文。</p>\n",
            unsafe=True,
        ),
        Bad(
            '<p>Kites.</p>\n⟦<div class="service-links"><a href="https://twitter.com/share?url=/25">Twitter</a> '
            '<a href="https://www.facebook.com/sharer.php?u=/25">Facebook</a></div>⟧\n'
            '⟦<div class="o-self-promo o-self-promo--nl" data-selfpromo-newsletter></div>⟧\n',
            fixed="<p>Kites.</p>\n",
            unsafe=True,
        ),
        Bad(
            '<p>正文。</p>\n⟦<section class="mp_profile_iframe_wrp"><mpprofile></mpprofile></section>⟧\n'
            '⟦<mp-common-profile data-nickname="凧"></mp-common-profile>⟧\n',
            fixed="<p>正文。</p>\n",
            unsafe=True,
        ),
        Bad(
            "<p>Kites rose.</p>\n"
            '⟦<p class="button-wrapper"><a href="https://kites.example/p/x?action=share">Share</a></p>⟧\n'
            '⟦<div class="kg-card kg-signup-card"><form><input type="email"></form></div>⟧\n'
            '⟦<table class="mcnFollowBlock"><tr><td>Kites on Twitter</td></tr></table>⟧\n',
            fixed="<p>Kites rose.</p>\n",
            unsafe=True,
        ),
        Bad(
            "凧が舞った。\n\n---\n\n⟦![LINE](line-qr.png)\n\n友だち追加はこちらのQRコードから⟧\n",
            fixed="凧が舞った。\n",
            unsafe=True,
        ),
        Bad(
            '<p>凧が舞った。</p>\n⟦<p>公式LINEをフォローしてください</p>\n<img src="line-qr.png" alt="QRコード">⟧\n',
            fixed="<p>凧が舞った。</p>\n",
            unsafe=True,
        ),
        Bad(
            "Kites rose.\n\n⟦Download our app on the [App Store](https://a.example) and [Google Play](https://g.example).\n\n"
            "![QR code of the app](qr.png)⟧\n",
            fixed="Kites rose.\n",
            unsafe=True,
        ),
        Bad(
            "---\ntitle: Kites\nheader:\n  teaser: &t /qr.png\ncover: *t\n---\n\n"
            'Kites rose.\n\n⟦<div class="newsletter-signup"><img src="/qr.png"></div>⟧\n',
            fixed="---\ntitle: Kites\n---\n\nKites rose.\n",
            unsafe=True,
        ),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for promo in promos_in(document):
            message = "a promotion of the house inside the article: remove it, or move it to the site's template"
            yield self.finding(promo.block, message, self._fix(document, promo))

    def _fix(self, document: Document, promo: Promo) -> Fix | None:
        if any(document.has_template(piece) for piece in promo.pieces):
            return None
        edits = [block_removal(document, piece) for piece in promo.pieces]
        fields = picture_fields(document, pictures_of_promos(document) & promo.pictures)
        edits += (edit for field in fields if (edit := removal_of(document, field, fields)) is not None)
        deletions = tuple(Edit(span, "") for span in merged([edit.span for edit in edits]))
        return Fix("Remove the promotion", deletions, Safety.UNSAFE)
