"""Which front matter values are dates."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from contentlint.dates import MONTHS, TO_BE_WRITTEN, Written, read_date, read_number
from contentlint.document import Document, once
from contentlint.fields import Field
from contentlint.patterns import pattern
from contentlint.setting import is_for_jekyll

_DASHES = dict.fromkeys(map(ord, "‐‑–—−"), "-")
_TAG = pattern(r"</?[A-Za-z][^<>]*>")
_STANDS_IN = pattern(
    r"(?i)(?:todo|tbd|fixme|x{3,6}+|[\dy]{4}-(?:xx|mm|\?\?|\d\d)-(?:xx|dd|\?\?)"
    r"(?:[T \t]++[\dhmsx?]{2}(?::[\dhmsx?]{2}){1,2}+(?:[ \t]*+(?:z|[-+/]{1,3}+[\dhmtxz:?]{4,5}+))?+)?+)\Z"
)
_NOT_WHEN = pattern(r"(?i)updat|review|modif|lastmod|expir|unpubl")  # when something else was done to it
_BELOW = frozenset({("date",), ("created",), ("updated",), ("modified",), ("published",)})  # date: {created: …}
_FORMATS = ("date", "date-time")
_NEVER_FILLED = pattern(r"<%[^\n]*%>\Z")
_DAY_ALONE = pattern(r"(?i)(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|tomorrow)\Z")
# what Ruby finds no part of a date in; the words are Quarto's
_SPOKEN = pattern(
    r"(?i)(?!(?:today|now|last-modified)\Z|.*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))[^\W\d_][^\d{}<>%`=:]*\Z"
)

# an hour, and what a site says was done then
_CLOCK = pattern(r"(?<![\d:.])\d{1,2}(?:[:：]|[ \t]?[hH][ \t]?|[ \t]?[时時点點시][ \t]?)\d{2}(?![\d:])")
_CLOCK_ALONE = pattern(r"[\d:：.,hH时時点點分시분 \t]*(?:[AaPp]\.?[Mm]\.?)?\Z")
_DONE = pattern(
    r"(?i)(?:(?:最后|最近|最終)?(?:更新|编辑|編輯|修改)|수정|(?:last )?(?:updated|modified|edited)\b|mis à jour|actualizado|atualizado"
    r"|aggiornato|aktualisiert|обновлено|publié|publicado|pubblicato|published|posted|发布|發布|发表|發表)"
)
_SINCE = pattern(
    r"(?i)(?:刚刚|剛剛|(?:昨天|前天|今天|昨日)(?:\s*\d{1,2}[:：]\d{2})?|\d{1,3}\s*(?:秒|分钟|分鐘|分|小时|小時|時間|天|日|周|週間|个月|か月|年)前"
    r"|(?:\d{1,3}|an?)\s+(?:second|minute|min|hour|day|week|month|year)s?\s+ago"
    r"|(?:il y a|hace|vor)\s+\d{1,3}\s+\w+|\d{1,3}\s*(?:분|시간|일)\s*전)\Z"
)
_SEASON = "|".join(f"20{year:02}/{year + 1:02}" for year in range(12))
# a day without its year or a month without its day; of 2010/11 nobody knows whether it is a season
_PART_OF_DATE = pattern(
    r"(?a)(?:(?:0\d|1[0-2])-(?:[0-2]\d|3[01])|(?:0?\d|1[0-2])(?:/|\s*[月월]\s*)(?:[0-2]?\d|3[01])\s*[日号號일]?"
    r"|(?:19|20)\d\d\s*[年년]\s*(?:0?\d|1[0-2])\s*[月월]"
    rf"|(?!{_SEASON})(?:19|20)\d\d/(?:0?[1-9]|1[0-2]))\Z"
)
# the same with the month's name, and with a year of two digits, which may come first
_WITH_NAME = pattern(
    r"(?:(?:\d{1,2}\.?[ /-])?(?P<month>[^\W\d_]{3,10})\.?[ /-](?:\d{4}|\d\d?)|\d{1,2}\.?[ /-](?P<last>[^\W\d_]{3,10})\.?)\Z"
)
# the months of languages in which no date is read here
_MONTHS_ABROAD = (
    r"[^\W\d_]{2,9}kuuta|tháng\s+\d{1,2}|stycznia|lutego|marca|kwietnia|czerwca|lipca|sierpnia|września|października|listopada"
    "|grudnia|ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince|ocak|şubat|mart|nisan|mayıs"
    "|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|ianuarie|februarie|martie|aprilie|iunie|iulie|septembrie|octombrie"
    "|noiembrie|decembrie|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня"
)
_MONTHS_IN_OTHER_SCRIPTS = "|".join(
    r"""
    ιανουαρίου φεβρουαρίου μαρτίου απριλίου μα[ΐϊί]ου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου
    ιανουάριος φεβρουάριος μάρτιος απρίλιος μάιος ιούνιος ιούλιος αύγουστος σεπτέμβριος οκτώβριος νοέμβριος δεκέμβριος
    (?:ιαν|φεβρ?|μ[αά]ρ|απρ|μ[αά][ιΐϊ]|ιο[υύ]ν|ιο[υύ]λ|α[υύ]γ|σεπτ?|οκτ|νο[εέ]|δεκ)\.?
    ב?(?:ינואר|פברואר|מרץ|מרס|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר)
    يناير فبراير مارس [أاإ]بريل مايو يوني[وه] يولي[وه] [أا]غسطس سبتمبر [أا]كتوبر نوفمبر ديسمبر
    كانون\s+(?:الأول|الثاني) شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين\s+(?:الأول|الثاني)
    جانفي فيفري أفريل ماي جوان جويلية أوت
    محرم صفر ربيع\s+(?:الأول|الآخر|الثاني) جمادى\s+(?:الأولى|الآخرة|الثانية) رجب شعبان رمضان شوال ذو\s+(?:القعدة|الحجة)
    فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند
    ژانویه فوریه آوریل مه ژوئن ژوئیه جولای اوت سپتامبر اکتبر نوامبر دسامبر
    جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر
    जनवरी (?:फ\u093c?|\u095e)रवरी मार्च अप्रैल मई जून जुलाई अगस्त सित(?:ं|म्)बर अक्[टत]ूबर नव(?:ं|म्)बर दिस(?:ं|म्)बर
    जानेवारी फेब्रुवारी एप्रिल मे जुलै ऑगस्ट सप्टेंबर ऑक्टोबर नोव्हेंबर डिसेंबर
    জানু(?:\u09df|য\u09bc)ার[িী] ফেব্রু(?:\u09df|য\u09bc)ার[িী] মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর
    ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்
    มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม
    (?:ม\.ค|ก\.พ|มี\.ค|เม\.ย|พ\.ค|มิ\.ย|ก\.ค|ส\.ค|ก\.ย|ต\.ค|พ\.ย|ธ\.ค)\.
    (?:იანვარ|თებერვალ|მარტ|აპრილ|მაის|ივნის|ივლის|სექტემბერ|ოქტომბერ|ნოემბერ|დეკემბერ)[ის] აგვისტოს?
    (?:հունվար|փետրվար|մարտ|ապրիլ|մայիս|հունիս|հուլիս|օգոստոս|սեպտեմբեր|հոկտեմբեր|նոյեմբեր|դեկտեմբեր)ի?
    """.split()
)
_ABROAD = pattern(
    rf"(?:\S{{2,12}},?\s+)?(?:[0-2]?\d|3[01])\.?\s+(?i:{_MONTHS_ABROAD}|{_MONTHS_IN_OTHER_SCRIPTS})"
    r"(?:\s+(?:năm|พ\.ศ\.))?,?\s+\d{4}\Z|(?i:den)\s+\d{1,2}\.?\s+(?P<month>[^\W\d_]{3,10})\s+\d{4}\Z"
)
_YEAR = pattern(r"(?a)(?:19|20)\d\d")
_NUMBER = pattern(r"\d+")
_WRITTEN_BY_PROGRAM = frozenset("{}<>%$`=\\|~")


@once
def dates(document: Document) -> list[tuple[Field, Written]]:
    """What stands at the profile's date keys, and at every key whose schema asks for a date."""
    return list(_dates(document))


def dates_at_anchors(document: Document) -> list[tuple[Field, Written]]:
    """The same without the aliases of YAML whose anchor is at such a key itself: what is wrong is told and mended there."""
    text, found = document.text, dates(document)
    places = [field.value for field, _ in found if text.startswith("&", field.value.start)]
    if not places:
        return found
    aliases = {"*" + text[start + 1 : end].split(maxsplit=1)[0] for start, end in places}
    return [each for each in found if each[0].value.of(text) not in aliases]


def _dates(document: Document) -> Iterator[tuple[Field, Written]]:
    for field in document.fields.values():
        if is_for_date(document, field):
            written = _read(field.data) or _of_none(document, field)
            if written is not None:
                yield field, written


def _read(data: object) -> Written | None:
    """A date with dashes of any length, or within tags; words that stand in for one are none."""
    if not isinstance(data, str):
        return read_number(data) if isinstance(data, int) else None
    written = read_date(data)
    if written is not None:
        return written
    if _STANDS_IN.match(data):
        return Written(False, "", None, TO_BE_WRITTEN)
    plain = data.translate(_DASHES)
    if "<" in plain:
        plain = unescape(_TAG.sub("", plain))
    meant = read_date(plain) if plain != data else None
    return meant._replace(is_iso=False) if meant is not None else None


def _of_none(document: Document, field: Field) -> Written | None:
    """What is at a date's key and surely no date. Words may be meant to be shown; Jekyll builds no site with them."""
    data = field.data
    if data == {}:
        return Written(False, "", None, "holds no date: write one like 2021-11-07")
    is_time = document.syntax == "toml" and field.style == "plain"  # TOML has no other text without quotes
    if isinstance(data, int) or is_time:
        return _of_part(field.value.of(document.text)) if _is_no_number(document, field) else None
    if not isinstance(data, str):
        return None
    if _NEVER_FILLED.match(data):
        return Written(False, "", None, "is a template that was never filled in: write a date like 2021-11-07")
    is_refused = field.path == ("date",) and is_for_jekyll(document.setting.profile, document.source.path)
    if _DAY_ALONE.match(data) or _SINCE.match(data) or (is_refused and _SPOKEN.match(data)):
        return Written(False, "", None, "is no date: write it like 2021-11-07")
    is_meant = _PART_OF_DATE.match(data) or _names_month(data) or _is_unclear(data) or _is_abroad(data)
    return Written(False, "", None) if is_meant else None


def _is_abroad(text: str) -> bool:
    named = _ABROAD.match(text)
    return named is not None and (named["month"] is None or named["month"].lower() in MONTHS)


def _names_month(text: str) -> bool:
    named = _WITH_NAME.match(text)
    return named is not None and (named["month"] or named["last"]).lower() in MONTHS


def _is_no_number(document: Document, field: Field) -> bool:
    """Whether the schema wants something else than a number at this key."""
    schema = document.setting.schema
    types = schema.types[field.path] if schema is not None else frozenset()
    return bool(types) and types.isdisjoint(("integer", "number"))


def _of_part(written: str) -> Written | None:
    """A year or an hour alone: YAML reads both as a number."""
    if _YEAR.fullmatch(written):
        return Written(False, "", None, f"is only a year: write it like {written}-11-07")
    return Written(False, "", None, "has no day: write it like 2021-11-07") if ":" in written else None


def _is_unclear(text: str) -> bool:
    """Whether a text that no one reads as a date is meant as one all the same: it has the hour, or says what was done
    then. Two hours are a stretch of time, and an hour alone is no day."""
    if _WRITTEN_BY_PROGRAM.intersection(text):
        return False
    if _DONE.match(text):
        return len(_NUMBER.findall(text)) > 1  # a day and a year
    return len(_CLOCK.findall(text)) == 1 and _CLOCK_ALONE.match(text) is None


def date_elsewhere(document: Document, wanted: str) -> str | None:
    """The key that tells when an article was published in place of the one that is wanted."""
    for field, written in dates(document):
        if len(field.path) == 1 and field.name != wanted and written.moment and not _NOT_WHEN.search(field.name):
            return field.name
    return None


def is_for_date(document: Document, field: Field) -> bool:
    """Whether a date is wanted at this key."""
    setting, path = document.setting, field.path
    if path[0] in setting.profile.date_names and (len(path) == 1 or path[1:] in _BELOW):
        return True
    schema = setting.schema
    return schema is not None and schema.formats[path] in _FORMATS
