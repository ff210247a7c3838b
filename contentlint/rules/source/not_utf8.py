"""See `NotUtf8`."""

from __future__ import annotations

from contentlint.rule import Bad, Rule, Severity


class NotUtf8(Rule):
    """The file is not UTF-8 text.

    Site generators read UTF-8: anything else shows as garbled letters or stops the whole site from being built.

    There is no fix: open the file in its own encoding and save it as UTF-8. Until then nothing else is checked.
    """

    name = "not-utf8"
    is_indispensable = True
    severity = Severity.ERROR
    problem = "not-utf8"
    silenced_throughout = silenced_above = ""  # the file is not read
    good = (
        "Kites fly high.\n",
        "风筝飞得很高，“café”也是。\n",
        "\ufeff凧は高く揚がる。\n",
        "",
    )
    bad = (
        Bad("A caf⟦⟧\\xe9 for kites\n", data=b"A caf\xe9 for kites\n"),
        Bad("风筝\nAnn⟦⟧\\x92s kites\n", data="风筝\n".encode() + b"Ann\x92s kites\n"),
        Bad("⟦⟧\\xb7\\xe7\\xf3\\xdd\n", data="风筝\n".encode("gb18030")),
        Bad("⟦⟧\\xff\\xfeK\\x00i\\x00t\\x00e\\x00", data=b"\xff\xfe" + "Kite".encode("utf-16-le")),
        Bad("⟦⟧K\\x00i\\x00t\\x00e\\x00", data="Kite".encode("utf-16-le")),
        Bad("⟦⟧\\xe9\\xa3", data="风".encode()[:-1]),
        Bad("⟦⟧\\x91\\xe5\n", path="page.html", data="凧\n".encode("shift-jis")),
    )
