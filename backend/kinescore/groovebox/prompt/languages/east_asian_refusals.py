"""Refusals in Japanese and Chinese as people say them, written as plainly as the tables of words read them.

What refuses stands in one clause with the thing, with politeness, reasons and small words in any number between them;
a table of whole phrases would never hold them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from kinescore.groovebox.prompt.languages.east_asian_words import chinese_words, japanese_words
from kinescore.groovebox.prompt.languages.written import written
from kinescore.groovebox.prompt.lexicon import known_form
from kinescore.groovebox.prompt.words.genres import GENRE_PHRASES
from kinescore.groovebox.prompt.words.instruments import INSTRUMENT_PHRASES, UNAVAILABLE, VOICES

_END = r"(?=\s*(?:[,.!?;:()…~♪」]|$)|\s)"
_PLAYED = frozenset().union(INSTRUMENT_PHRASES, GENRE_PHRASES, UNAVAILABLE, VOICES)
_JAPANESE_AND = r"(?:\s*(?:および|及び|または|あるいは|とか|も\s*,|[とやも・&か])\s*)"
_CHINESE_AND = r"(?:\s*(?:以及|或者|还有|[和与跟及或同&])\s*)"


def plain_japanese(prompt: str) -> str:
    """Return a Japanese prompt with its refusals as "nashi de", and without what only sounds like one."""
    patterns = _japanese()
    for must in ("must", "kept"):
        prompt = patterns[must].sub(r",\1,", prompt)
    prompt = patterns["for another"].sub(r",\1なしで,\2,", prompt)
    for refused in ("before", "instead", "without"):
        prompt = patterns[refused].sub(lambda said: f",{said[said.lastindex or 0]}なしで,", prompt)
    prompt = patterns["after"].sub(lambda said: _as_nashi(said, patterns), prompt)
    return prompt if "ドラム" in prompt else patterns["any drum"].sub("太鼓とドラム", prompt)


def plain_chinese(prompt: str) -> str:
    """Return a Chinese prompt in simplified characters with its refusals as "bu yao", and as `plain_japanese`."""
    patterns = _chinese()
    for must in ("must", "kept", "without", "besides"):
        prompt = patterns[must].sub(lambda said: f",加上{next(filter(None, said.groups()))},", prompt)
    prompt = patterns["dislikes"].sub(lambda said: _as_disliked(said, patterns), prompt)
    prompt = patterns["less"].sub(r",少一点\1,", prompt)
    prompt = patterns["instead"].sub(r"\1,不要\2,", patterns["turned"].sub(r",不要\1,", prompt))
    for refused in ("all", "after", "before", "but"):
        prompt = patterns[refused].sub(lambda said: f",不要{'以及'.join(patterns['each'].findall(said[1]))},", prompt)
    return prompt


def _as_nashi(said: re.Match[str], patterns: Mapping[str, re.Pattern[str]]) -> str:
    """A refusal, unless it is told of somebody else: "the boy dislikes the piano" is a story, "the client" is not."""
    if (said["told"] or said["bare"]) and patterns["somebody"].search(said.string[: said.start()]):
        return said[0]
    things = patterns["thing"].findall(said["things"])
    return f",{'と'.join(things)}なしで,"


def _as_disliked(said: re.Match[str], patterns: Mapping[str, re.Pattern[str]]) -> str:
    """What "the client dislikes" is refused; what the little boy does is a story, and the dislike says nothing."""
    who, things, goes_on = said["who"], said["things"], said["goes_on"]
    if patterns["people"].fullmatch(who) and not goes_on:
        return f"{who},不要{things},"
    return f"{who} {things}{goes_on or ''}"


@cache
def _japanese() -> Mapping[str, re.Pattern[str]]:
    rows = _rows("japanese_refusals")
    named = _things(japanese_words())
    thing = rf"(?:(?<![ァ-ヺー])(?:{named}))"
    things = rf"{thing}(?:{_JAPANESE_AND}{thing})*"
    all_of_them = (
        rf"{thing}(?:\s*,\s*{thing})*(?=(?:とも|ともに|の?どちら|の?両方|の?いずれ|の?全部|の?すべて|など)[^ァ-ヺ])"
    )
    hesitating = r"(?:(?:いや|いえ|いいえ|やっぱり|うーん)[\s,]*)?"
    its_sound = r"(?:の[^,.!?はがをも]{1,8}?(?:音|音色|響き|感じ))?"
    said_of = rf"{its_sound}(?:{rows['of_it']}){{0,3}}(?:{rows['case']})?\??[\s,]*{hesitating}"
    small = rf"(?:(?:{rows['small']})[\s,]*){{0,5}}"
    reason = rf"(?:(?:{rows['reason']})(?:{rows['and_so']})[\s,]*)"
    any_reason = r"[はがもだを](?:(?!好き(?!じゃ|では)|良い|いい|欲し|ほし)[^,.!?]){2,16}?(?:ので|から|ため|んで)[\s,]*"
    using = rf"(?:(?:{rows['use']})(?:の|こと|必要)[はをもが]?)?"
    in_a_piece = rf"(?=[^,.!?を]{{0,8}}?(?:{rows['piece']}))"
    asked = rf"(?:{rows['asked']})(?!から)(?:{rows['polite']}){{0,7}}{_END}"
    bare = rf"(?:{rows['asked']}){_END}"
    refused = rf"(?:{rows['refused']})(?!な(?!の|ん|[あぁ]|もの|た))(?:{rows['polite']}){{0,7}}{_END}"
    another = r"(?=別|他|ほか|代わり|何か|違う|もっと)"
    must = rf"({things})(?:{rows['of_it']}){{0,3}}[がのはもを]?(?:{rows['musts']})"
    in_vain = rf"[^,.!?]{{0,10}}?(?:{rows['no_way']})[^,.!?]*"
    return {
        "thing": re.compile(rf"(?:^|,|{_JAPANESE_AND})\s*({thing})"),
        "must": re.compile(must + in_vain),
        "kept": re.compile(rf"({things})(?:{rows['of_it']}){{0,3}}[がのはもを]?{small}(?:{rows['kept']})[^,.!?]*"),
        "before": re.compile(rf"(?:ノー|ノン)[・\s]?((?:{named}))(?=[でのは\s,.]|$)|({thing})レス(?![ァ-ヺー])"),
        "instead": re.compile(rf"({things})(?:{rows['of_it']}){{0,3}}の?(?:代わり|かわり|替わり)に(?!な|使|入)"),
        "without": re.compile(
            rf"({things})(?:{rows['of_it']}){{0,3}}(?:{rows['case']})?{small}(?:{rows['without']}){in_a_piece}"
            rf"|({things})より[もは]?(?={things}(?:で|が|に|を使|をお))"
        ),
        "for another": re.compile(rf"({things})[をは]({things})に(?:{rows['turned']})[^,.!?]*"),
        "any drum": re.compile(
            r"(?<![和大小])太鼓(?=(?:系|とか|の音)?(?:なし|無し|抜き|ぬき|のない|の無い|の入ってい?ない)|と[^,]*なしで,)"
        ),
        "after": re.compile(
            rf"(?P<things>{all_of_them}|{things}){said_of}{small}{using}{small}"
            rf"(?:(?P<told>{reason})(?:{another}|{small}{asked}|{small}{refused}|{_END})"
            rf"|{refused}|(?P<bare>{bare})|{asked}|{any_reason}(?:{another}|{small}{asked}|{small}{refused})|[×✕✖])"
        ),
        "somebody": re.compile(rf"(?:^|[,.!?\s])[^,.!?\s]*(?<!{')(?<!'.join(rows['people'].split('|'))})[はが]$"),
    }


@cache
def _chinese() -> Mapping[str, re.Pattern[str]]:
    rows = _rows("chinese_refusals")
    thing = rf"(?:{_things(chinese_words())})"
    things = rf"{thing}(?:{_CHINESE_AND}?{thing}){{0,9}}"
    of_it = rf"(?:{rows['of_it']}){{0,3}}\s*"
    small = rf"(?:(?:{rows['small']})\s*){{0,6}}"
    ends = rf"(?:{rows['ends']}){{0,4}}"
    used = rf"(?:{rows['not']})(?:{rows['again']}){{0,3}}(?:{rows['use']})(?:{rows['on']}){{0,2}}"
    too = r"(?:(?:实在|真的|有点|有些)?[太过][^,.!?的]{1,4}?了?[\s,]*|有[点些][^,.!?的]{1,3}[\s,]*)?"
    tired = rf"(?:(?:{rows['disliked']})[\s,]*)?"
    refused = rf"{too}{small}{tired}{small}(?:{used}|{rows['gone']}|{rows['disliked']}|[×✕✖])\s*{ends}"
    why = rf"(?:[^,.!?]{{0,5}}(?:{rows['why']})[^,.!?]{{0,6}},\s*)?"
    finally_ = rf"(?:{_END}|(?=[换改用只]|因为|其他|其它|别的))"
    no_guard = r"(?<!除了)(?<!除)(?<!只要)(?<!只有)(?<!只留)(?<!不要)(?<!别)"
    before = rf"(?<![他她它])(?:{used}|{rows['before']})\s*(?:{rows['any']}){{0,3}}({things}){of_it}{ends}{finally_}"
    never, missed = rf"(?<![能可])(?:{rows['must_not']})", rf"(?:{rows['missed']})"
    all_of_them = rf"{thing}(?:,{thing})+"
    return {
        "each": re.compile(thing),
        "but": re.compile(
            rf"(?:除|(?={thing}[^,.!?]{{0,9}}(?:除外|以外的?(?:都|什么|随便))))({things})(?:以外|之外|外|除外)(?!,?[还也再另])"
        ),
        "less": re.compile(rf"({things}){of_it}(?:别|不要|不用|不必)(?:(?:{rows['too_much']})[^,.!?]*)"),
        "turned": re.compile(rf"(?:把|将)?({things})都?(?:换成|改成|改为|换为|替换成|替换为|换做|改用|换)(?={thing})"),
        "instead": re.compile(rf"用({things})(?:来)?(?:代替|替代|取代|替换|替掉)({things})"),
        "must": re.compile(rf"{never}再?{missed}(?:加上|加|放|用|配|带)?({things})|{never}把({things}){missed}"),
        "kept": re.compile(rf"({things}){of_it}{small}{never}再?{missed}(?:掉|了|除|下来)?{ends}{_END}"),
        "without": re.compile(
            rf"没({thing})就?没(?!有?{thing})[^,.!?]*"
            rf"|(?<![能可])(?:没有|没了|没|少了|缺了|缺少|不用|不加)({things}),?(?:{rows['then']})"
            r"[^,.!?]*?[不没行叫算成少][^,.!?]*"
            rf"|没有({things})的[^,.!?]{{1,6}}(?:还叫|还算|不算|不叫|不是|算什么|哪叫)[^,.!?]*"
            rf"|非要?({things})不可|(?:谁说|为什么|为啥|何不)不?(?:能|要|该)?(?:不要|没有|不用|用|加)({things})"
            rf"|(?:不是|并非)(?:不要|没有|不用|不加)({things})"
        ),
        "besides": re.compile(rf"除了({things})(?:以外|之外)?,?(?=[还也再另](?:要|有|加|得|想|来|用))"),
        "dislikes": re.compile(
            rf"(?P<who>(?:^|(?<=[,.!?\s]))[^,.!?\s]{{0,8}}?)"
            rf"(?:{rows['dislikes']}|对(?=[^,.!?]{{1,8}}(?:过敏|反感|无感|不感冒|没兴趣)))"
            rf"(?:{rows['any']}){{0,3}}(?P<things>{things})"
            rf"(?P<goes_on>的(?!声音|部分|伴奏|音色|旋律))?(?:过敏|反感|无感|不感冒|没兴趣)?"
        ),
        "people": re.compile(rf"(?:{rows['people']}|{rows['small']}|很|最|特别|但|因为|所以)*"),
        "all": re.compile(rf"{no_guard}({all_of_them}){of_it}(?=[都全均]|统统|通通|一律|一概){refused}{finally_}"),
        "after": re.compile(rf"{no_guard}({things}){of_it}[?:]?\s*{why}{refused}{finally_}"),
        "before": re.compile(before),
    }  # fmt: skip


@cache
def _rows(table: str) -> Mapping[str, str]:
    """The rows of a table of refusals as alternatives of a pattern. A word may stand in more than one."""
    rows = (row.split(": ", 1) for row in written(table).strip().replace("\n    ", " ").splitlines())
    return {name: _any_of(word.strip() for word in phrases.split(",")) for name, phrases in rows}


def _things(table: Mapping[str, str]) -> str:
    """What is played and sung, as a language calls it, as alternatives of a pattern."""
    named = (word for word, meaning in table.items() if meaning.split() and _is_played(meaning))
    return _any_of(named)


def _is_played(meaning: str) -> bool:
    return known_form(meaning) in _PLAYED or known_form(meaning.split()[-1]) in INSTRUMENT_PHRASES


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, {*words} - {""}), key=len, reverse=True))
