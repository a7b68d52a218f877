"""What a report says of itself: its years, its territory and its genre.

What belongs here: inferring a ``ReportContext`` from title, opening lines and headings. What does not: the
register of reports, whose entries win over what is inferred.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence

from orchestration.extraction.characters import narrow
from orchestration.extraction.model import ReportContext
from orchestration.extraction.words import either, table, words

OPENING = 2500
YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})\s?年")
DATE = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})\s?(?:年|[-/.])\s?([0-9]{1,2})\s?(?:月|[-/.])")
NO_DAY = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})\s?年(?!\s?[0-9]{1,2}\s?月\s?[0-9]{1,2}\s?日)")
PLACE = re.compile(r"([\u4e00-\u9fa5]{2,8}?(?:省|市|自治区|自治州|地区|盟|县|区|州))")
COUNCIL = re.compile(
    r"在([\u4e00-\u9fa5]{2,10}?(?:省|市|自治区|自治州|县|区|州|盟))第[一二三四五六七八九十]+(?:届|次)"
)
OFFICE = re.compile(
    r"代表(?:[^，。]{0,2}届)?([\u4e00-\u9fa5]{2,8}?(?:省|市|自治区|自治州|县|区|州|盟))?(?:第?[一二三四五六七八九十]+届)?(?:人民)?政府"
)
BUREAU = re.compile(
    r"(?:^|\n|来源[：:])[ 　]*(?:[\u4e00-\u9fa5]{2,6}?(?:省|市|自治区|自治州|州|盟))?"
    r"([\u4e00-\u9fa5]{2,6}?(?:省|市|自治州|州|盟|县|区|旗))(?:人民政府|教育|统计|文化|卫生|发展|财政|科学)[\u4e00-\u9fa5]{0,10}?"
    r"(?:局|委员会|厅|办公室|委)(?![\u4e00-\u9fa5])"
)
WHOLE_YEAR = re.compile(r"(?:比|较|与)((?:19|20)[0-9]{2})\s?年全年")
REVIEW_HEAD = re.compile(r"((?:19|20)[0-9]{2})\s?年[^。，\n]{0,12}(?:回顾|总结)")
NO_NAME = re.compile(r"[全我本各该两]|城市|城镇|强市|强省|大省|大市|试点|示范|先进|[的在是和为向对与到]")
PLAN_HEAD = re.compile(
    r"^[^\S\n]*+(?:[一二三]、)?[^\S\n]*+((?:19|20)[0-9]{2})\s?年[^。\n]{0,20}"
    r"(?:任务|安排|目标|部署|要求|建议|重点工作)",
    re.M,
)
# Titles that name the year that is planned, or that was opened by the meeting they tell of.
SCHOOL_YEAR = re.compile("((?:19|20)[0-9]{2})[-—–~～至到]+((?:19|20)[0-9]{2})学年")
PLANNING = re.compile(either("parts", "plan_title"))
REPORTING = re.compile(either("parts", "report_title", "summing_title"))
AT_MEETING = re.compile("在(?:19|20)[0-9]{2}年[^，。]{0,16}会议?上")
COUNTING = re.compile("统计|简况|概况|基本情况")
SPAN = re.compile("((?:19|20)[0-9]{2})年?[-—–~～至到]+(?:19|20)[0-9]{2}年")
SPELLED_YEAR = re.compile("[一二][九〇○零Ｏ][〇○零Ｏ一二三四五六七八九]{2}(?=年)")
SPELLED_DIGITS = str.maketrans("〇○零Ｏ一二三四五六七八九", "0000123456789")
HALF_YEARS = re.compile("上半年")  # in a title: what such a text plans is of the same year
NEWS = re.compile("今年以来|今年[春秋]|截至目前|近日|日前|目前|(?<![0-9])[0-9]{1,2}月[0-9]{1,2}日，")
LOOKS_BACK = re.compile("(?<![比较与由同从])去年[，全]|总结|回顾|一年来|过去的?一年|工作报告|讲话")
SPRING, SIGNED, SIGNATURE, LAST_LINES = 4, 3, 16, 200
TITLE_LINES, TITLE_LENGTH = 3, 40
LATE = 11  # the month from which a report tells the year it is dated in
SUMMING = re.compile(either("parts", "summing_title"))
MEETING = re.compile("(?:19|20)[0-9]{2}年[^。，]{0,14}(?:工作会|工作会议|部署会|动员会|务虚会)")
TITLE_PLACE = re.compile(
    "^[ 　]*([\u4e00-\u9fa5]{2,9}?(?:省|市|自治区|自治州|县|(?<![学校园社景发])区|州|盟|旗))"
    "(?=(?:19|20)[0-9]{2}|召开|举行|举办|教育|人民政府|政府|统计|国民经济|经济)"
)
PARENT_PLACE = re.compile("^[\u4e00-\u9fa5]{2,6}?(?:省|市|自治区|自治州|州|盟)(?=[\u4e00-\u9fa5]{2,6}$)")
FIVE_YEARS = re.compile(r"“([一二三四五六七八九十]{1,3}五)”[^。\n]{0,16}(?:回顾|执行情况|工作)")
COMMUNIQUE = re.compile(r"公报|统计")
LEVELS = (
    ("自治区", "region"),
    ("省", "province"),
    ("自治州", "prefecture"),
    ("州", "prefecture"),
    ("盟", "prefecture"),
    ("县", "county"),
    ("区", "county"),
    ("市", "city"),
)
NOT_PLACES = re.compile(
    r"^(?:全|各|我|本|该|省|市|国|一|两|城|社|地|校|园|片|街|景|新|老|山|牧|灾|库|林|辖|郊|县|区|到|在|和)"
)


def infer_context(
    text: str,
    *,
    report_id: str = "",
    sha256: str = "",
    reviewed_year: int | None = None,
    planned_year: int | None = None,
    own_names: Sequence[str] = (),
    genre: str = "",
) -> ReportContext:
    """Give what is given wins over what is inferred from the opening of ``text``.

    ``sha256`` of the text's UTF-8 bytes stands in where none is given, and for a missing ``report_id``.
    """
    head = narrow(text[:OPENING])
    genre = genre or _genre(head)
    digest = sha256 or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    if reviewed_year is None:
        reviewed_year = planned_year - 1 if planned_year else _reviewed(text, head, genre)
    if planned_year is None and reviewed_year is not None and genre != "stat-communique":
        half = HALF_YEARS.search(head.lstrip("\ufeff \n").split("\n", 1)[0])
        planned_year = reviewed_year if half else reviewed_year + 1
    names = tuple(own_names)
    return ReportContext(
        report_id=report_id or digest,
        sha256=digest,
        reviewed_year=reviewed_year,
        planned_year=planned_year,
        own_names=tuple(dict.fromkeys((*names, *_own_names(head, names)))),
        genre=genre,
    )


def _genre(head: str) -> str:
    first = head[:200]
    if COMMUNIQUE.search(first) and "公报" in first:
        return "stat-communique"
    if "政府工作报告" in head or re.search(r"代表[^，。]{0,12}(?:政府|国务院)", head):
        return "gov-work-report"
    if "教育" in head and ("工作会议" in head or "教育局" in head or "教育系统" in head):
        return "education"
    return "other"


def _reviewed(text: str, head: str, genre: str) -> int | None:
    """Give the year looked back upon, by the strongest sign there is."""
    title = SPELLED_YEAR.sub(_in_digits, _title(head))
    named = YEAR.search(title)
    year = int(named.group(1)) if named else None
    if year and genre == "stat-communique":
        return year
    if year and "政府工作报告" in title:
        return year - 1
    signs = (
        _of_title(title, year),
        _of_headings(text),
        _of_date(head, genre, year),
        _of_plan(text),
        year,
        _of_signature(text, genre),
        _of_last(text),
        _most_named(text),
    )
    return next((found for found in signs if found is not None), None)


def _title(head: str) -> str:
    """Give the first line, with the next two where only these name a year: no date, no heading of a part."""
    first, *others = head.lstrip("\ufeff \n").split("\n", TITLE_LINES)[:TITLE_LINES]
    if YEAR.search(first):
        return first
    named = [
        line
        for line in others
        if YEAR.search(line)
        and not (DATE.search(line) or "。" in line or REVIEW_HEAD.search(line) or PLAN_HEAD.search(line))
    ]
    return f"{first} {named[0]}" if named and len(named[0]) <= TITLE_LENGTH else first


def _in_digits(year: re.Match[str]) -> str:
    return year.group().translate(SPELLED_DIGITS)


def titled_plan(title: str) -> bool:
    """Whether a title says that the text plans and reports nothing (2025年工作计划)."""
    return bool(PLANNING.search(title)) and not REPORTING.search(title)


def _of_title(title: str, year: int | None) -> int | None:
    """Give the year before that planned or of the meeting told of; of a school year the last."""
    terms = SCHOOL_YEAR.search(title)
    if terms:
        return int(terms[1]) if titled_plan(title) or COUNTING.search(title) else int(terms[2])
    if year and SUMMING.search(title):
        return year
    span = SPAN.search(title)
    if span and titled_plan(title):
        return int(span[1]) - 1
    if year and AT_MEETING.search(title):
        return year - 1
    if year and (titled_plan(title) or (MEETING.search(title) and not REPORTING.search(title))):
        return year - 1
    return None


def _of_headings(text: str) -> int | None:
    """Give the year that a heading looks back upon, or the one before that a heading plans."""
    wide = narrow(text)
    review = REVIEW_HEAD.search(wide, 0, 4000)
    plan = None if review else PLAN_HEAD.search(wide)
    return int(review.group(1)) if review else int(plan.group(1)) - 1 if plan else None


def _of_date(head: str, genre: str, titled: int | None) -> int | None:
    """Give the year before the date in the opening lines; a communiqué of December tells its own year."""
    for line in head.split("\n")[:8]:
        date = DATE.search(line)
        if date and len(line) < 80:
            own = _tells_its_own(head, date, genre)
            return int(date.group(1)) - (0 if own and titled in {None, int(date.group(1))} else 1)
    return None


def _tells_its_own(head: str, date: re.Match[str], genre: str) -> bool:
    """Whether a text tells the year it is dated in, and not the one before.

    One of the last months does, and one from the spring on that tells news of its days or names that year
    more often than the one before.
    """
    year, month = int(date.group(1)), int(date.group(2))
    if genre in {"stat-communique", "gov-work-report"}:
        return genre == "stat-communique" and month == 12
    if month >= LATE or month < SPRING or LOOKS_BACK.search(head):
        return month >= LATE
    named = Counter(int(found.group(1)) for found in NO_DAY.finditer(head))
    counted = re.search(rf"截[至止]到?\s?{year}\s?年(?!底|末)", head)
    return bool(counted or NEWS.search(head)) or named[year] > named[year - 1]


def _of_signature(text: str, genre: str) -> int | None:
    """Give the year of the date that the last lines consist of, or the one before it."""
    for line in narrow(text[-LAST_LINES:]).rstrip().split("\n")[-SIGNED:]:
        date = DATE.search(line) if len(line.strip()) <= SIGNATURE else None
        if date:
            return int(date.group(1)) - (0 if _tells_its_own(text[:OPENING], date, genre) else 1)
    return None


def _of_plan(text: str) -> int | None:
    """Give the last year of the five-year plan that a heading looks back upon."""
    found = FIVE_YEARS.search(text, 0, 3000)
    year = table("times")["plans"].get(found.group(1)) if found else None
    return None if year is None else int(year)


def _of_last(text: str) -> int | None:
    """Give the year after the whole year that the figures of some months are compared with."""
    found = WHOLE_YEAR.search(narrow(text))
    return int(found.group(1)) + 1 if found else None


def _most_named(text: str) -> int | None:
    """Give the latest of the years that the first half of the text names, those to be reached left out."""
    half = narrow(text[: max(len(text) // 2, 2000)])
    counts = Counter(
        int(found.group(1))
        for found in YEAR.finditer(half)
        if half[found.start() - 1] not in "到至比由从与较" and not half.startswith("以来", found.end())
    )
    often = [year for year, count in counts.items() if count > 1]
    return max(often or counts, default=None)


def _own_names(head: str, given: Sequence[str]) -> list[str]:
    """Names of the report's territory and the generic words of its level."""
    place = next((name for name in given if PLACE.fullmatch(name)), None) or _place(head)
    if place is None:
        level = _level_of_office(head[:300]) or _level_of_office(head)
        return list(words("places", f"own.{level}")) if level else []
    level = next((level for suffix, level in LEVELS if place.endswith(suffix)), "city")
    if place in {"北京市", "上海市", "天津市", "重庆市"}:
        level = "city"
    short = _short(place)
    return [place, *([short] if len(short) > 1 else []), *words("places", f"own.{level}")]


def _short(place: str) -> str:
    bare = re.sub(
        r"(?:维吾尔|壮族|回族)?自治区$|(?:[\u4e00-\u9fa5]族)*自治[州县]$|特别行政区$|地区$|[省市县区州盟]$",
        "",
        place,
    )
    return bare or place


def _place(head: str) -> str | None:
    title = head.lstrip("\ufeff \n").split("\n", 1)[0]
    after_year = re.search(r"[0-9]{4}年([\u4e00-\u9fa5]{2,9}?)(?:政府工作报告|国民经济)", title)
    if after_year and after_year.group(1) not in {"全国", "国务院"}:
        name = after_year.group(1).removesuffix("人民")
        official = re.search(rf"{re.escape(name)}(?:维吾尔|壮族|回族)?(?:省|市|自治区|自治州|县)", head)
        return official.group() if official and not PLACE.fullmatch(name) else name
    opens = TITLE_PLACE.match(title)
    opening = PARENT_PLACE.sub("", opens[1]) if opens else ""
    if opening and not NOT_PLACES.match(opening) and not NO_NAME.search(opening):
        return opening
    for pattern in (COUNCIL, OFFICE, BUREAU):
        for found in pattern.finditer(head):
            name = found.group(1)
            if name and not NOT_PLACES.match(name):
                return name
    return _most_named_place(head)


def _most_named_place(head: str) -> str | None:
    """Give the place named most, with its suffix and without; only what looks like a proper name counts."""
    counts: Counter[str] = Counter()
    for found in re.finditer("[省市县州]", head):
        for length in (2, 3, 4):
            name = head[found.start() - length : found.end()]
            if (
                len(name) == length + 1
                and re.fullmatch(r"[\u4e00-\u9fa5]+", name)
                and not NO_NAME.search(name)
            ):
                counts[name] += 1
    opening = "".join(head.split("\n")[:3])
    named = {
        name: count + 9 * (name[:-1] in opening)
        for name, count in counts.items()
        if count > 2 and head.count(name[:-1]) >= count + 2
    }
    if not named:
        return None
    best = max(named, key=lambda name: (named[name], -len(name), name))
    longer = [name for name in named if name.endswith(best) and counts[name] * 5 >= counts[best] * 4]
    return max(longer, key=len)


def _level_of_office(head: str) -> str | None:
    if re.search(r"代表国务院|^[^\n]*全国|教育部", head):
        return "nation"
    for word, level in (
        ("市人民政府", "city"),
        ("全市", "city"),
        ("我市", "city"),
        ("省人民政府", "province"),
        ("自治区人民政府", "region"),
        ("县人民政府", "county"),
        ("全省", "province"),
        ("全县", "county"),
        ("全州", "prefecture"),
        ("我省", "province"),
        ("我市", "city"),
        ("我州", "prefecture"),
        ("我县", "county"),
        ("我区", "county"),
        ("全区", "county"),
        ("国务院", "nation"),
    ):
        if word in head:
            return level
    return None
