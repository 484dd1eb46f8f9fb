"""What a prompt says about start and ending, in words that hold for every engine."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from kinescore.form.form import Ending, Form, Start

_BY_ITSELF, _CLOSES = r"(?:^|(?<=[,;.] )|(?<=then ))", r"(?=\s*(?:[,;.!]|$))"
_LAST = r"(?=\s*[.!]?\s*$)"
_STOPS = (
    rf"{_BY_ITSELF}(?:stops?|stopping|halts?|cuts off|breaks off) (?:abruptly|suddenly|dead|short|cold){_CLOSES}|"
    r"dead (?:stop|end)(?= at the end)|(?:cuts?|drops?|snaps?) (?:\w+ )?(?:in)?to (?:\w+ )?silence|"
    r"(?:ends? in |into )?(?:sudden|abrupt) silence(?: at the end)?|"
    rf"(?:hard|smash) cut at the end|then (?:\w+ )?silence{_LAST}|"
    rf"{_BY_ITSELF}(?:stoppt|hört) (?:abrupt|plötzlich|jäh|schlagartig)(?: auf)?{_CLOSES}|"
    rf"(?:plötzliche|jähe|abrupte) stille(?: am ende)?|dann (?:\w+ )?stille{_LAST}|"
    rf"{_BY_ITSELF}(?:se detiene|se para) (?:de golpe|en seco|de repente){_CLOSES}|"
    rf"silencio (?:repentino|súbito|brusco)(?: al final)?|luego (?:el )?silencio{_LAST}|"
    rf"silence (?:soudain|brutal|brusque)(?: à la fin)?|puis (?:le )?silence{_LAST}"
)
"""How the music stops without a last chord that rings: of somebody in the film ("he stops dead") it says nothing."""
_ENDINGS: dict[Ending, str] = {
    Ending.LOOP: r"(?:seamless(?:ly)?|perfect|endless|loop ?clean) loop\w*|loopable|loop(?:s|ed|ing)?|"
    r"(?:nahtlose |endlose )?schleife|en bucle|bucle|en boucle|boucle",
    Ending.FADE: r"fad(?:e|es|ing) (?:out|away)|fade ?out|ends? (?:with|in|on) an? (?:long |slow )?fade|fading ending|"
    r"(?:wird )?ausgeblendet|ausblende(?:n|t)?|fundido(?: de salida| final)?|fondu(?: de sortie| final)?",
    Ending.STAB: r"end(?:s|ing)? (?:with|on|in) an? (?:\w+ )?(?:hit|stab|bang|accent|button)|button ending|"
    r"(?:final|last|closing) (?:hit|stab)|endet mit einem (?:\w+ )?(?:schlag|akzent)|(?:termina|acaba) con un golpe|"
    r"finit (?:sur|par|avec) un (?:coup|accent)|"
    r"end(?:s|ing)? (?:abruptly|suddenly|at once)|"
    r"(?:music|song|track|it) (?:stops|cuts off) (?:abruptly|suddenly|dead)|"
    r"stops? (?:abruptly|suddenly|dead|short) at the end|(?:abrupt|sudden|hard) (?:end|ending|stop)(?! of)|"
    r"endet (?:abrupt|plötzlich|jäh)|abruptes ende|"
    r"bricht (?:abrupt|plötzlich|jäh) ab|(?:termina|acaba|se corta) (?:de golpe|en seco|de repente)|final abrupto|"
    r"s'arrête (?:net|brusquement|d'un coup)|fin (?:abrupte|brutale|nette)|" + _STOPS,
    Ending.RESOLVE: r"resolv(?:e|es|ing|ed) (?:ending|at the end)|end(?:s|ing)? (?:with|on|in) an? (?:\w+ )?"
    r"(?:cadence|resolution|resolved chord|last chord|long chord)|resolves",
}
_STARTS: dict[Start, str] = {
    Start.COUNT_IN: r"count(?:ed|s)? ?in|stick(?:s)? in|einzählen|eingezählt|einzähler|cuenta previa|décompte",
    Start.PICK_UP: r"pick ?up (?:start|bar|beat|into)|(?:starts?|begins?) with a (?:pick ?up|drum fill|fill)|anacrusis|"
    r"(?:mit )?auftakt|(?:con )?anacrusa|anacrouse",
    Start.FADE: r"fad(?:e|es|ing) in|fade ?in|(?:wird )?eingeblendet|einblende(?:n|t)?|fundido de entrada|"
    r"fondu d'ouverture",
    Start.COLD: r"cold (?:start|open|opening)|(?:starts?|begins?) (?:cold|at once|straight away|immediately)|no intro|"
    r"without (?:an )?intro|(?:ohne|kein) intro|sin intro|sans intro",
}
_UNSPACED: dict[Start | Ending, str] = {
    Ending.LOOP: "(?:シームレスな?)?ループ|(?:无缝|無縫)?(?:循环|循環)",
    Ending.FADE: "フェードアウト|淡出",
    Ending.STAB: "(?:急に|突然|ぴたりと|いきなり)(?:終わる|終わって|止まる|止まって|終了)|"
    "(?:急に|突然)の?(?:静寂|無音|沈黙)|無音で終わる|戛然而止|(?:突然|骤然)(?:结束|停止|结尾|安静|静音|寂静|无声)",
    Start.FADE: "フェードイン|淡入",
    Start.COUNT_IN: "カウントイン|预备拍",
    Start.PICK_UP: "アウフタクト|弱起",
    Start.COLD: "イントロなし|(?:无|没有)前奏",
}
"""Japanese and Chinese write no spaces between words."""
NEGATED = (
    r"(?:no|not|without|never|don'?t|doesn'?t|does not|do not|ohne|kein|keine|nicht|sin|sans|pas de) (?:an? |to |any )?"
)
UNSPACED_NEGATED, UNSPACED_ABSENT = "(?:不要|没有|无|不)", "(?:は|を)?(?:なし|無し|しない)"
_Found = TypeVar("_Found", Start, Ending)
Span = tuple[int, int]


def form_in(prompt: str, given: Form) -> tuple[Form, str]:
    """Return `given` with what the words of `prompt` say where it is silent, and the prompt without those words.

    "loop", "fade out", "ends with a hit", "resolves", "count in", "fade in", "no intro" and their kin are understood,
    the commonest of them also in German, Spanish, French, Japanese and Chinese; after "no" or "without" they ask for
    nothing.
    """
    text = prompt.replace("-", " ").replace("_", " ")
    start, starts = _first(text, _STARTS)
    ending, endings = _first(without(text, starts), _ENDINGS)
    ending = given.ending or ending
    start = given.start or (None if ending is Ending.LOOP else start)
    return replace(given, start=start, ending=ending), without(prompt, [*starts, *endings])


def without(text: str, spans: Sequence[Span]) -> str:
    """Return `text` with spaces in place of `spans`, so that what is left stays where it was."""
    for first, end in spans:
        text = f"{text[:first]}{' ' * (end - first)}{text[end:]}"
    return text


def _first(text: str, table: Mapping[_Found, str]) -> tuple[_Found | None, list[Span]]:
    """Return what is asked for first, and where all such words are."""
    asked: list[tuple[int, _Found]] = []
    spans: list[Span] = []
    for meaning, words in table.items():
        unspaced = _UNSPACED.get(meaning, "(?!)")
        pattern = re.compile(
            rf"(?<!\w)(?P<no>{NEGATED})?(?:{words})(?!\w)|"
            rf"(?P<not>{UNSPACED_NEGATED})?(?:{unspaced})(?P<none>{UNSPACED_ABSENT})?",
            re.IGNORECASE,
        )
        found = list(pattern.finditer(without(text, spans)))
        asked += [(match.start(), meaning) for match in found if not (match["no"] or match["not"] or match["none"])]
        spans += [match.span() for match in found]
    return min(asked, key=lambda pair: pair[0], default=(0, None))[1], spans
