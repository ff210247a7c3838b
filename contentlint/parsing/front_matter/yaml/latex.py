"""Commands of LaTeX that double quotes break: their backslash and first letter are an escape, so that `\\beta` begins
with a backspace. Those whose other letters are a word, such as `\\tan`, may stand behind a tab or a line break that is
meant."""

from __future__ import annotations

import re

from contentlint.patterns import pattern

_WITH_BRACES = (
    "bar begin binom bm boldsymbol emph end eqref fbox footnote frac ref text textbf textcolor textit textnormal textrm "
    "textsc textsf texttt tfrac tilde vec"
)
_IN_FORMULAS = (
    f"{_WITH_BRACES} alpha angle approx argmax argmin ast beta bf big bigcap bigcup bigoplus bmod bot bullet ell "
    "emptyset epsilon equiv eta exists exp flat forall nabla neg neq nexists nolimits nonumber not notin nu rangle "
    "rceil rfloor rho right rightarrow rm tanh tau theta times to top triangle varepsilon varnothing varphi varrho "
    "vartheta vdash vdots vee vert Lambda Leftarrow Leftrightarrow Longrightarrow Phi Pi Pr Psi"
)


def _either(words: str) -> str:
    return "|".join(words.split())


_COMMAND = pattern(rf"(?<!\\)\\(?:{_either(_WITH_BRACES)})\{{")
_SIGN = pattern(rf"(?<!\\)\\(?:{_either(_IN_FORMULAS)})(?![A-Za-z])")


def broken_command(quoted: str) -> re.Match[str] | None:
    """The first such command with braces, or between two signs of the dollar, in what stands in double quotes."""
    command = _COMMAND.search(quoted) if "{" in quoted else None
    if command is not None or "$" not in quoted:
        return command
    first, last = quoted.index("$"), quoted.rindex("$")
    return _SIGN.search(quoted, first, last)
