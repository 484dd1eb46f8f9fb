"""Refusals in Japanese as people say them, written as plainly as the table of words reads them.

What refuses stands in one clause with the thing, with politeness, reasons and small words in any number between them;
a table of whole phrases would never hold them all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from kinescore.groovebox.prompt.languages.east_asian_refusals import END, rows_of, things_of
from kinescore.groovebox.prompt.languages.east_asian_words import japanese_words

_JAPANESE_AND = r"(?:\s*(?:および|及び|または|あるいは|とか|も\s*,|[とやも・&か])\s*)"


def plain_japanese(prompt: str) -> str:
    """Return a Japanese prompt with its refusals as "nashi de", and without what only sounds like one."""
    patterns = _patterns()
    for must in ("must", "kept"):
        prompt = patterns[must].sub(r",\1,", prompt)
    prompt = patterns["for another"].sub(r",\1なしで,\2,", prompt)
    for refused in ("before", "instead", "without"):
        prompt = patterns[refused].sub(lambda said: f",{said[said.lastindex or 0]}なしで,", prompt)
    prompt = patterns["after"].sub(lambda said: _as_nashi(said, patterns), prompt)
    return prompt if "ドラム" in prompt else patterns["any drum"].sub("太鼓とドラム", prompt)


def _as_nashi(said: re.Match[str], patterns: Mapping[str, re.Pattern[str]]) -> str:
    """A refusal, unless it is told of somebody else: "the boy dislikes the piano" is a story, "the client" is not."""
    if (said["told"] or said["bare"]) and patterns["somebody"].search(said.string[: said.start()]):
        return said[0]
    things = patterns["thing"].findall(said["things"])
    return f",{'と'.join(things)}なしで,"


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    rows = rows_of("japanese_refusals")
    named = things_of(japanese_words())
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
    asked = rf"(?:{rows['asked']})(?!から)(?:{rows['polite']}){{0,7}}{END}"
    bare = rf"(?:{rows['asked']}){END}"
    refused = rf"(?:{rows['refused']})(?!な(?!の|ん|[あぁ]|もの|た))(?:{rows['polite']}){{0,7}}{END}"
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
            rf"(?:(?P<told>{reason})(?:{another}|{small}{asked}|{small}{refused}|{END})"
            rf"|{refused}|(?P<bare>{bare})|{asked}|{any_reason}(?:{another}|{small}{asked}|{small}{refused})|[×✕✖]{END})"
        ),
        "somebody": re.compile(rf"(?:^|[,.!?\s])[^,.!?\s]*(?<!{')(?<!'.join(rows['people'].split('|'))})[はが]$"),
    }
