"""See `ImageAltIsFilename`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from contentlint.chinese import simplified
from contentlint.document import Document
from contentlint.lazy import lazy
from contentlint.nodes import Node
from contentlint.patterns import chinese_pattern, pattern
from contentlint.rule import Bad, Finding, Good, Rule
from contentlint.wording import cut

_SUFFIX = r"\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|avif|heic|ico)"
_FILE = pattern(  # with a few blanks in it, or in an address; "TCP/IP" is a name
    rf"(?i)(?=.*{_SUFFIX}\Z)[^\s/\\<>]++(?: [^\s/\\<>]++){{0,3}}\Z"
    rf"|(?-i:(?![A-Z\d]{{1,5}}/))(?=[^?\s]*{_SUFFIX}(?:\?\w[^\s=]*+=\S*+)?\Z)[^\s<>]++\Z"
)
_CAMERA = chinese_pattern(
    r"(?i)(?:img(?=-\d{8}-wa)|img|dsc[fn]?|dscn|pict?|mvimg|pxl|gopr|dji|wechatimg|clip_image|photo|微信图片)"
    r"[ _-]?\d{2,}[\d_ ()-]*+(?:wa\d+)?\Z|pasted image[ _-]?\d*\Z"
    r"|(?:19|20)\d{2}[-_.]?\d{2}[-_.]?\d{2}[-_ ]?\d{4,6}(?:[-_ ]\d+)?\Z|u=\d+,\d+&fm=\d+.*\Z"
    r"|f:id:[\w-]+:\w+(?::\w+)*\Z|(?i:kakaotalk)_\d[\w-]*\Z"
)
_NUMBERED = chinese_pattern(  # the default of an editor that counts its images
    r"(?i)(?:images?[ _-]?\(?\d+\)?|(?:photo|pic(?:ture)?|画像|写真|图片|照片|图像|图|이미지|사진)[ _-]?\d+)\Z"
)
_SHOT = chinese_pattern(  # what systems and programs call a picture of the screen, or one that was pasted
    r"(?i)(?=(?:\D*\d){4}|640)(?:screen ?shots?|screen capture|截屏|截图|[屏萤]幕(?:快照|截图)"
    r"|スクリーンショット|スクリーンキャプチャ|스크린샷|bildschirmfoto|capture d['’]écran|captura de (?:pantalla|tela|ecrã)"
    r"|schermata|schermafbeelding|снимок экрана"
    r"|qq截图|qq图片|企业微信截图|微信截图|wechat screenshot|snipaste|pasted image|clipboard|wx|mmexport|signal|fb_img|received)"
    rf"[ _-]?(?:(?!{_SUFFIX}\Z)(?:from|vom|de|le|at|um|om|às?|a las|alle|в|上午|下午|午前|午後|오전|오후|[ap]\.? ?m|wa|@?\dx|[\d\s_.:,'’()/@-]))*+"
    rf"(?:{_SUFFIX})?\Z|640\?wx_fmt=\w+\Z"
)
_OTHER_WORDS = frozenset({"畫像", "寫真"})  # "portrait", "album": only in Japanese characters are they any picture
_ADDRESS = pattern(r"(?:https?:/)?/")
_HASH = pattern(r"(?i)(?=\w*\d)(?=\w*[a-f])[0-9a-f]{16,}\Z")
_MARK = pattern(r"[\d._-]")  # the name of a file has one
_LIKE_A_FILE = pattern(r"(?!(?:[A-Z]{1,5}|covid|COVID)-\d{1,3}\Z)(?=.*[\d_-])[^\s]++\Z")  # "F-16" is a name
_SEVERAL_WORDS = pattern(r"(?=.*_)[^\W_]+(?:[_-][^\W_]+){2,}\Z")  # "Port-au-Prince" in port-au-prince.jpg is a name
# "Jean-Luc", "T-shirt", "IPv6" and "第1章" are words, too; who keeps the name of a copy's original may mean them
_NO_WORD = pattern(r"[^\s_]*+_\S*+\Z|[a-z\d]{3,}(?:-[a-z\d]+)*-[a-z\d]{3,}\Z|[a-z]{2,}-?\d{3,}\Z")
_OF_A_COPY = pattern(r"(?:-\d{2,4}x\d{2,4}|-scaled|_thumb(?:_?\d+|\[\d+\])?)\Z")  # smaller, as content systems make it


@dataclass(frozen=True)
class ImageAltIsFilename(Rule):
    """An image's alternative text is a file name or a mere "image".

    It is read out letter by letter and tells nothing of the picture: whoever cannot see it is no wiser.

    There is no fix: only someone who sees the picture can describe it.
    """

    name = "image-alt-is-filename"
    needs = {"image"}
    options_help = {
        "words": "Alternatives that say no more than that there is an image; a list of yours replaces the default."
    }
    good = (
        "![A kite over the sea](IMG_1234.jpg) ![](IMG_1234.jpg)\n",
        '<img src="logo.png" alt="Logo"> <img src="风筝.jpg" alt="风筝">\n',
        "![The 2019 image of the black hole](m87.png) ![README.md on GitHub](readme.png)\n",
        '`![image](a.png)` <img src="a.png" alt="{{ file }}.png">\n',
        '![kite](kite-300x159.png) <img src="F-16_thumb.png" alt="F-16"> ![Is this a.png?](a.png)\n',
        "![Jean-Luc](Jean-Luc-300x200.jpg) ![IPv6](IPv6-scaled.png) ![T-shirt](T-shirt-300x200.png) ![第1章](第1章_thumb.png)\n",
        "![Jean-Luc](jean-luc.jpg) ![Port-au-Prince](port-au-prince.jpg) ![COVID-19-PCR](covid-19-pcr.png) ![Wi-Fi](wi-fi.png)\n",
        "![Where is logo.png?here](x.png) ![TCP/IP.svg](a.svg)\n",
        "![Images of 凧](a.png) ![Docker](docker.png) ![HTTP-2](h2.png)\n",
        "![畫像](a.png) ![寫真](b.png)\n",
        Good("![picture](a.png)\n", options={"words": ["image"]}),
    )
    bad = (
        Bad("⟦![IMG_1234.jpg](kites/IMG_1234.jpg)⟧ ⟦![image](a.png)⟧\n"),
        Bad(
            '⟦<img src="/a/red-kite_02.png" alt="red-kite_02">⟧ ⟦<img src="b.png" alt="图片">⟧ ⟦![kite_7](/i/kite_7)⟧\n'
        ),
        Bad(
            "⟦![Screen Shot 2020-01-01 at 10.00.00 AM](a.png)⟧ ⟦![截屏2020-01-01 上午10.00.00](b.png)⟧ ⟦![image1](c.png)⟧\n"
        ),
        Bad(
            "⟦![Screen Shot 2014-06-09 at 3.29.41 PM.png](a.png)⟧ ⟦![Captura de pantalla 2017-01-01 a las 10.10.10.png](b.png)⟧\n"
        ),
        Bad("⟦![Capture d’écran 2016-01-02 à 10.11.12.png](a.png)⟧ ⟦![Снимок экрана 2018-01-02 в 10.11.12](b.png)⟧\n"),
        Bad("⟦![Red_Kite_凧](red_kite_凧.jpg)⟧\n"),
        Bad("⟦![画像1](a.png)⟧ ⟦![图片 2](b.png)⟧ ⟦![photo 3](c.png)⟧\n"),
        Bad("⟦![画像](a.png)⟧ ⟦![изображение](b.png)⟧ ⟦![DSC_0042](凧.jpg)⟧ ![凧](dsc_0042.jpg)\n"),
        Bad("⟦![https://example.org/凧.png](https://example.org/凧.png)⟧ ⟦![../kite-01.png](../kite-01.png)⟧\n"),
        Bad('⟦<img src="{{ site.url }}/IMG_1341.jpg" alt="IMG_1341.jpg">⟧ ⟦![image]({{ site.url }}/a.png)⟧\n'),
        Bad(
            '⟦<img src="red_kite-300x159.png" alt="red_kite">⟧ ⟦![kite_7](kite_7_thumb.png)⟧ ⟦![how-do-kites-fly](how-do-kites-fly-scaled.png)⟧\n'
        ),
        Bad(
            "⟦![https://example.org/凧.png?w=300](https://example.org/凧.png?w=300)⟧ ⟦![kite398](kite398-300x200.png)⟧\n"
        ),
        Bad("⟦![https://example.org/640?fmt=jpeg](https://example.org/640?fmt=jpeg)⟧ ⟦![/i/640](/i/640)⟧\n"),
        Bad("⟦![圖](a.png)⟧ ⟦![截圖](b.png)⟧ ⟦![在這裡插入圖片描述](c.png)⟧ ![圖表](d.png)\n"),
        Bad("⟦![在这里插入图片描述](https://example.org/a.png)⟧ ⟦![Screen Shot 2019-01-02.png](x.png)⟧\n"),
    )

    words: tuple[str, ...] = (
        "image", "images", "img", "picture", "pic", "photo", "photograph", "graphic", "alt", "alt text", "image alt text",
        "alternative text", "untitled", "screenshot", "screen shot", "screen capture", "image description",
        "enter image description here", "image title", "image-title-here",
        "图片", "图像", "插图", "照片", "图", "配图", "图片描述", "这里写图片描述", "在这里插入图片描述", "输入图片说明",
        "截图", "截屏", "屏幕截图", "スクリーンショット", "画像", "写真", "イメージ", "이미지", "사진",
        "изображение", "картинка", "рисунок", "фото", "фотография", "скриншот", "снимок экрана",
        "bild", "foto", "imagen", "imagem", "immagine", "photographie", "bildschirmfoto", "capture d'écran", "captura de pantalla",
    )  # fmt: skip

    @lazy
    def _words(self) -> frozenset[str]:
        return frozenset(simplified(word.casefold()) for word in self.words)

    def check(self, document: Document) -> Iterator[Finding]:
        for image in document.all("image"):
            attribute = image.attribute("alt")
            alt = " ".join(attribute.value.split()) if attribute is not None else ""
            if not alt or attribute is None or document.has_template(attribute.span):
                continue
            is_numbered = alt[-1].isdigit() or alt[-1] == ")"
            if self._is_empty_word(alt) or (is_numbered and _NUMBERED.match(alt)):
                yield self.finding(image.span, f'"{cut(alt)}" says only that there is an image: say what it shows')
            elif _MARK.search(alt) is not None and (
                _FILE.match(alt)
                or _CAMERA.match(alt)
                or _SHOT.match(alt)
                or _HASH.match(alt)
                or _is_own_name(image, alt)
                or (_ADDRESS.match(alt) and alt == image.get("src"))
            ):
                yield self.finding(
                    image.span, f'the alternative text "{cut(alt)}" is a file name: say what the image shows'
                )

    def _is_empty_word(self, alt: str) -> bool:
        said = alt.casefold().strip(".:!…()[]")
        return simplified(said) in self._words and (said not in _OTHER_WORDS or said in self.words)


def _is_own_name(image: Node, alt: str) -> bool:
    """Whether the alternative is the file's own name: with its suffix, or without where it looks like no word."""
    url = (image.get("src") or "").split("?", 1)[0].split("#", 1)[0]
    file = unquote(url.rsplit("/", 1)[-1])
    stem = file.rsplit(".", 1)[0]
    if alt == file != stem:
        return bool(stem)
    if alt == stem:
        return _LIKE_A_FILE.match(alt) is not None
    if alt.casefold() == stem.casefold():
        return _SEVERAL_WORDS.match(alt) is not None
    return stem.startswith(alt) and alt == _OF_A_COPY.sub("", stem) and _NO_WORD.match(alt) is not None
