"""An address as a browser reads it: https://url.spec.whatwg.org; standard library only."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from contentlint.patterns import pattern

_LEADING = "".join(map(chr, range(0x21)))
_LABEL = r"\w(?:[\w-]*\w)?"
TYPOGRAPHIC = frozenset("“”„‘’″")  # quotes that only words can stand in
_DROPPED = dict.fromkeys(map(ord, "\t\n\r"))
_SCHEME = pattern(r"([A-Za-z][A-Za-z0-9+.-]*+):")
_AUTHORITY = pattern(r"(?:https?:)?[/\\]{2,}+(?:[^/\\?#]*@)?(\[[^\]/\\?#]*+\]|[^/\\?#:]*+)", re.ASCII | re.IGNORECASE)
_HOST = pattern(rf"{_LABEL}(?:\.{_LABEL})*|\[[\da-f:.]+\]")
# what is left at the end is found, too, else each of its commas would be tried
_CANDIDATE = pattern(r"[\s,]*+(?:\Z|(\S++)(?:(?<=,)|[^,]*+,?+))", re.ASCII)
# hosts inside a house, which have no certificate
_AT_HOME = pattern(
    r"(?a)(?:.*\.)?(?:localhost|local|localdomain|internal|intranet|lan|home|test|invalid|example|onion|i2p)"
    r"|0\.0\.0\.0|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|169\.254(?:\.\d+){2}"
    r"|\[(?:::1|(?:f[cd][\da-f]|fe[89ab])[\da-f]:.*|[^:]*)\]"
    # a name without a dot, or words, in signs that browsers read as no other
    r"|(?!\d+\Z|0x)(?:(?![.%[\]])[ -~\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3]|%20)*+"
)
_LONGEST_HOST = 253  # https://www.rfc-editor.org/rfc/rfc1035
_GOOGLE = pattern(r"(?:[\w-]+\.)*google\.(?:com?\.)?[a-z]{2,3}")


def as_read(url: str) -> str:
    """The address without what a browser drops before it looks at it: https://url.spec.whatwg.org/#url-parsing."""
    url = url.strip(_LEADING)
    return url if url.isprintable() else url.translate(_DROPPED)


def scheme_of(url: str) -> str:
    """The scheme in lower case, "" for a relative address."""
    match = _SCHEME.match(as_read(url))
    return match[1].lower() if match else ""


def host_of(url: str) -> str:
    """The host of an http(s) or protocol-relative address in lower case, "" for any other."""
    match = _AUTHORITY.match(as_read(url))
    return match[1].lower().rstrip(".") if match else ""


def is_remote(url: str) -> bool:
    """Whether an address names a host, which may or may not be the page's own."""
    return bool(host_of(url)) or scheme_of(url) in ("http", "https", "ftp")


def is_in_typographic_quotes(url: str) -> bool:
    """Whether quotes that only words can stand in are a part of an address, so that it leads nowhere."""
    url = url.strip()
    return url[:1] in TYPOGRAPHIC and (url[1:2] in ("/", "#") or is_remote(url[1:]))


def check_host(text: str) -> None:
    """Raises:
    ValueError: no address can be on a host that is written so.
    """
    if _HOST.fullmatch(text) is None or host_of(f"//{text}") != text:
        raise ValueError('write it as in "www.example.org", in small letters')


def is_on(host: str, domains: Container[str]) -> bool:
    """Whether a host is one of these domains or below one."""
    return any(each in domains for each in domains_of(host))


def domains_of(host: str) -> Iterator[str]:
    """A host and the domains that it is below, the longest first."""
    host = host[-_LONGEST_HOST:]
    while host:
        yield host
        host = host.partition(".")[2]


def addresses_in_set(srcset: str) -> Iterator[tuple[int, str]]:
    """The addresses of a srcset and where each begins: https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute."""
    for match in _CANDIDATE.finditer(srcset):
        if address := (match[1] or "").rstrip(","):
            yield match.start(1), address


def is_at_home(host: str) -> bool:
    """Whether a host, in small letters, is one inside a house, or one that is only made up."""
    return _AT_HOME.fullmatch(host) is not None


def is_google(host: str) -> bool:
    """Whether a host is Google's, of whatever country."""
    return _GOOGLE.fullmatch(host) is not None
