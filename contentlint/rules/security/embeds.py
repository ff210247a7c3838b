"""Hosts whose players, maps and widgets articles embed, each in a frame that cannot reach the page around it."""

from __future__ import annotations

WELL_KNOWN = frozenset(
    """
    youtube.com youtube-nocookie.com youtu.be vimeo.com dailymotion.com twitch.tv ted.com archive.org c-span.org
    wistia.com wistia.net loom.com vidyard.com brightcove.net jwplayer.com jwplatform.com kaltura.com panopto.com
    streamable.com rumble.com odysee.com peertube.tv media.ccc.de
    bilibili.com v.qq.com youku.com iqiyi.com ixigua.com music.163.com y.qq.com acfun.cn mgtv.com sohu.com
    nicovideo.jp abema.tv hatenablog-parts.com note.com zhihu.com ximalaya.com xiaoyuzhoufm.com weibo.cn weibo.com naver.com kakao.com vk.com vkvideo.ru rutube.ru
    spotify.com soundcloud.com bandcamp.com mixcloud.com music.apple.com podcasts.apple.com deezer.com tidal.com
    anchor.fm simplecast.com buzzsprout.com libsyn.com transistor.fm megaphone.fm podbean.com captivate.fm fireside.fm
    acast.com art19.com spreaker.com ausha.co changelog.com omny.fm podigee.io ivoox.com
    google.com openstreetmap.org mapbox.com arcgis.com carto.com
    umap.openstreetmap.fr felt.com
    twitter.com x.com facebook.com instagram.com linkedin.com reddit.com redditmedia.com pinterest.com tiktok.com
    threads.net bsky.app tumblr.com mastodon.social t.me
    codepen.io codesandbox.io stackblitz.com jsfiddle.net jsbin.com replit.com repl.it glitch.com glitch.me
    runkit.com plnkr.co observablehq.com desmos.com geogebra.org wolframcloud.com shinyapps.io trinket.io
    play.rust-lang.org go.dev play.golang.org playground.solidjs.com typescriptlang.org asciinema.org
    github.com gitlab.com huggingface.co hf.space kaggle.com nbviewer.org mybinder.org
    slideshare.net speakerdeck.com slides.com prezi.com issuu.com scribd.com canva.com figma.com miro.com lucid.app
    lucidchart.com whimsical.com excalidraw.com diagrams.net draw.io notion.so airtable.com typeform.com
    sketchfab.com giphy.com tenor.com imgur.com flickr.com gettyimages.com
    datawrapper.de dwcdn.net flourish.studio flo.uri.sh infogram.com public.tableau.com powerbi.com ourworldindata.org statista.com
    polymarket.com tradingview.com genial.ly knightlab.com theinfographics.com documentcloud.org usafacts.org
    """.split()
)
