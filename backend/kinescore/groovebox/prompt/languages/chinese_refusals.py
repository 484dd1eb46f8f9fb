"""Refusals in Chinese as people say them, written as plainly as the table of words reads them, as in Japanese."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from kinescore.groovebox.prompt.languages.east_asian_refusals import END, rows_of, things_of
from kinescore.groovebox.prompt.languages.east_asian_words import chinese_words

_CHINESE_AND = r"(?:\s*(?:以及|或者|还有|[和与跟及或同&])\s*)"


def plain_chinese(prompt: str) -> str:
    """Return a Chinese prompt in simplified characters with its refusals as "bu yao", and as `plain_japanese`."""
    patterns = _patterns()
    for must in ("must", "kept", "without", "besides"):
        prompt = patterns[must].sub(lambda said: f",加上{next(filter(None, said.groups()))},", prompt)
    prompt = patterns["dislikes"].sub(lambda said: _as_disliked(said, patterns), prompt)
    prompt = patterns["less"].sub(r",少一点\1,", prompt)
    prompt = patterns["instead"].sub(r"\1,不要\2,", patterns["turned"].sub(r",不要\1,", prompt))
    for refused in ("all", "after", "before", "but"):
        prompt = patterns[refused].sub(lambda said: f",不要{'以及'.join(patterns['each'].findall(said[1]))},", prompt)
    return prompt


def _as_disliked(said: re.Match[str], patterns: Mapping[str, re.Pattern[str]]) -> str:
    """What "the client dislikes" is refused; what the little boy does is a story, and the dislike says nothing."""
    who, things, goes_on = said["who"], said["things"], said["goes_on"]
    if patterns["people"].fullmatch(who) and not goes_on:
        return f"{who},不要{things},"
    return f"{who} {things}{goes_on or ''}"


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    rows = rows_of("chinese_refusals")
    thing = rf"(?:{things_of(chinese_words())})"
    things = rf"{thing}(?:{_CHINESE_AND}?{thing}){{0,9}}"
    of_it = rf"(?:{rows['of_it']}){{0,3}}\s*"
    small = rf"(?:(?:{rows['small']})\s*){{0,6}}"
    ends = rf"(?:{rows['ends']}){{0,4}}"
    used = rf"(?:{rows['not']})(?:{rows['again']}){{0,3}}(?:{rows['use']})(?:{rows['on']}){{0,2}}"
    too = r"(?:(?:实在|真的|有点|有些)?[太过][^,.!?的]{1,4}?了?[\s,]*|有[点些][^,.!?的]{1,3}[\s,]*)?"
    tired = rf"(?:(?:{rows['disliked']})[\s,]*)?"
    refused = rf"{too}{small}{tired}{small}(?:{used}|{rows['gone']}|{rows['disliked']}|[×✕✖])\s*{ends}"
    why = rf"(?:[^,.!?]{{0,5}}(?:{rows['why']})[^,.!?]{{0,6}},\s*)?"
    finally_ = rf"(?:{END}|(?=[换改用只]|因为|其他|其它|别的))"
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
        "kept": re.compile(rf"({things}){of_it}{small}{never}再?{missed}(?:掉|了|除|下来)?{ends}{END}"),
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
