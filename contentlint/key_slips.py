"""Whether a key of front matter is a slip of the pen for another one, or a key of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from contentlint.wording import letters_apart, nearest

_SHORT, _LONG = 3, 7  # letters: to a short word others are near by chance, in a long one two slips are soon made
# that lie near a known key and may be meant themselves
_OWN_WORDS = frozenset(
    """
    abide actors alias aliased build built categorize categorized commands commented commit commits common contents
    data descriptive descriptor editions edits except expert feature fixtures futures had head headed heading headings
    heap heard heat held her here hire indexing keyword land lint line local locale locals locate long match minus modifier
    modifies neat nest net older online outlined output pain param passwd photo pi ping pink polished pre pred prep publish
    publishers publishes redirected relate related relates relaxed released repeated replaced resource sourced stats states
    stick subtle summer tabs tag titled topic typed types typo unlimited untested update updates
    """.split()
)
# the same of other languages, whose sites call their keys so
_FOREIGN_WORDS = frozenset(
    """
    autor autores bild categoria categorias categorieen commenti datei dati dato datum descripcion editeurs editora editore
    editores editori imagem imagen imagens imatge langue lenguaje linguagem ordem orden ordre serien serier statut subtitulo
    tagi tagy titel titlu titre typ
    """.split()
)


def key_meant(name: str, known: Iterable[str]) -> str | None:
    """The known key that another one is a slip of, if any."""
    near = None if name.startswith("_") else nearest(name, known)
    return near if near is not None and _is_slip(name, near) else None


def _is_slip(name: str, near: str) -> bool:
    """Whether a key may be a slip of another. One of more words or fewer is a key of its own (an author_url is no author), as
    are its plural, one that begins with another letter, and one so short that words are near it by chance."""
    ours, theirs = words_of(name), words_of(near)
    one, other = "".join(ours), "".join(theirs)
    if one == other:
        return True
    if len(ours) != len(theirs):
        return _is_written_apart(ours, other) or _is_written_apart(theirs, one)
    if one == other + "s" or one[:1] != other[:1] or (len(name) <= _SHORT and len(near) - len(name) not in (0, 1)):
        return False
    return all(letters_apart(*pair) <= (1 if len(pair[1]) < _LONG else 2) for pair in zip(ours, theirs))


def is_sure(name: str, near: str, beside: Iterable[str | None]) -> bool:
    """Whether a key is surely meant as another: of the keys beside it, itself included, none else is called or meant so, and
    it is no abbreviation in capitals and no word of its own."""
    is_abbreviation = name.isupper() and len(name) <= _SHORT
    return list(beside).count(near) == 1 and not is_abbreviation and not _is_own_word(name, near)


def _is_own_word(name: str, near: str) -> bool:
    """Whether a word in which a key differs from another one may be meant as it is: one of its own, or another form."""
    ours, theirs = words_of(name), words_of(near)
    if "".join(ours) == "".join(theirs):
        return False
    if len(ours) != len(theirs):
        ours = ["".join(ours)]
    forms = {word + ending for word in theirs for ending in ("s", "d")}
    stems = {word[:-1] for word in theirs if word.endswith(("s", "ed"))}
    return any(
        word in _OWN_WORDS or word in forms or word in stems or _is_foreign(word, near)
        for word in ours
        if word not in theirs
    )


def _is_foreign(word: str, near: str) -> bool:
    return word in _FOREIGN_WORDS or (near.isascii() and not word.isascii())


def _is_written_apart(words: list[str], joined: str) -> bool:
    """Whether words are another key written apart, but for a slip in the last one: publish|dat for publishdate."""
    *first, last = words
    rest = joined.removeprefix("".join(first))
    is_slip = min(len(last), len(rest)) >= _SHORT and rest.isalpha() and letters_apart(last, rest) <= 1
    return rest != joined and is_slip


def words_of(key: str) -> list[str]:
    return [word.lower() for word in re.split(r"[-_. ]+|(?<=[a-z0-9])(?=[A-Z])", key)]
