"""Japanese and Chinese, which are written without spaces: a prompt is cut into words, and each of them read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kinescore.groovebox.prompt.languages import chinese, japanese
from kinescore.groovebox.prompt.languages.chinese_refusals import plain_chinese
from kinescore.groovebox.prompt.languages.cutting import Lexicon, Piece, cut
from kinescore.groovebox.prompt.languages.east_asian_words import (
    KANA,
    TWICE,
    chinese_lexicon,
    doubled,
    japanese_lexicon,
)
from kinescore.groovebox.prompt.languages.japanese_refusals import plain_japanese
from kinescore.groovebox.prompt.lexicon import known_form
from kinescore.groovebox.prompt.words import forms
from kinescore.groovebox.prompt.words.genres import GENRE_ADJECTIVES, GENRE_PHRASES
from kinescore.groovebox.prompt.words.instruments import INSTRUMENT_PHRASES, UNAVAILABLE, VOICES
from kinescore.groovebox.prompt.words.moods import MOOD_PHRASES

RUN = re.compile(r"[\u3005\u3040-\u30ff\u3400-\u9fff]+")
_WRITTEN = re.compile(r"(?:\d/\d|[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*|[\u3005\u3040-\u30ff\u3400-\u9fff])+")
_JAPANESE_ONLY = frozenset(
    "々桜気楽広図駅戦竜黒歩売対関発帰渋鉄浜沢円県検権験戻込働畑峠辻姫様変読続転銭単弾庁聴両労継絵剣闘隠応仮価覚顔暁勲恵渓"
    "経軽鶏芸撃険満辺総蛍壊拡廃匂駆騒弐塩歯霊薬"
)
"""Characters as only Japanese writes them; Chinese writes others of the same meaning."""
_DECADE = re.compile(r"(?<!\d)(\d\d)?(\d0)\s*年代")
_CHINESE_DECADE = re.compile(r"([二三四五六七八九])十年代")
_PER_MINUTE = re.compile(
    r"(?:每分钟|每分鐘|毎分)\s*(\d{2,3})\s*(?:拍|bpm)?|([4-9]\d|[12]\d\d)\s*拍(?!子)|(\d{2,3})\s*bpm|bpm\s*[:=は]?\s*(\d{2,3})",
    re.IGNORECASE,
)
"""Fewer beats than 40 are as many beats: a loop of 16."""
_ALL_BUT = re.compile(r"除了([^,，。]{1,8}?)(?:以外|之外)?[,，]?(?:什么|其他|别的|其它)都?(?:不要|没有)")
_OF_MUSIC = frozenset().union(
    INSTRUMENT_PHRASES, GENRE_PHRASES, GENRE_ADJECTIVES, MOOD_PHRASES, UNAVAILABLE, VOICES, forms.PACE_PHRASES,
    forms.LEVEL_PHRASES,
)  # fmt: skip
_SIMPLIFIED = str.maketrans(*chinese.TRADITIONAL)
_TURNS = frozenset({"no", "less", "more", "only"})
_ALONE = frozenset({"ソロ", "独奏"})
_COMMAS = re.compile(r"^[\s,]+|\s*,[\s,]*(?=[,.!?;:]|$)")
"""Those of them that part nothing."""
_InOrder = Callable[[Sequence[Piece]], list[str]]


def read_east_asian(prompt: str) -> tuple[str, str]:
    """Return the prompt with what is Japanese or Chinese in it as English words, and the name of the language."""
    prompt = _PER_MINUTE.sub(lambda told: f" {told[told.lastindex or 0]} bpm ", _with_decades(prompt))
    simplified = _ALL_BUT.sub(r"只有\1", prompt.translate(_SIMPLIFIED))
    is_japanese = bool(KANA.search(prompt)) or not _JAPANESE_ONLY.isdisjoint(prompt)
    if not is_japanese:
        is_japanese = _cost(prompt, japanese_lexicon()) < _cost(simplified, chinese_lexicon())
    if is_japanese:
        prompt = doubled(prompt)
        return _with_refusals(prompt, plain_japanese(prompt), japanese_lexicon(), _after), "Japanese"
    return _with_refusals(simplified, plain_chinese(simplified), chinese_lexicon(), _before), "Chinese"


def _with_refusals(prompt: str, plain: str, lexicon: Lexicon, in_order: _InOrder) -> str:
    """English for a prompt whose refusals are plain, without the commas that are left over where they were written."""
    english = _WRITTEN.sub(lambda run: _read(run.group(), lexicon, in_order), plain)
    return english if plain == prompt else _COMMAS.sub("", english)


def _with_decades(prompt: str) -> str:
    prompt = _CHINESE_DECADE.sub(lambda said: f"{'零一二三四五六七八九'.index(said[1])}0年代", prompt)
    return _DECADE.sub(_decade, prompt)


def _decade(said: re.Match[str]) -> str:
    """Which: "80年代" are the eighties, "20年代" those that have a music."""
    century, years = said[1] or "19", said[2]
    return f"{years}s" if century == "19" and years != "20" else f"{century}{years}s"


def _cost(prompt: str, lexicon: Lexicon) -> float:
    return sum(cut(run.group(), lexicon)[1] for run in _WRITTEN.finditer(prompt))


def _read(text: str, lexicon: Lexicon, in_order: _InOrder) -> str:
    """English for characters without spaces. in_order: puts the words of the language in English order."""
    if not RUN.search(text):
        return lexicon.words.get(text, text)
    pieces, _ = cut(text, lexicon)
    return f" {' '.join(filter(None, in_order(pieces)))} "


def _after(pieces: Sequence[Piece]) -> list[str]:
    """Japanese, where what turns a meaning round follows what it speaks of."""
    english: list[str] = []
    for place, piece in enumerate(pieces):
        if piece.text == "も" and place + 1 < len(pieces) and _is_of_music(_said(pieces[place + 1])):
            english.append("and")  # neither piano nor strings
            continue
        if piece.text not in japanese.MARKERS:
            is_of_a_sound = piece.english == "and" and place and TWICE.match(pieces[place - 1].text)
            english.append("" if is_of_a_sound else _said(piece))
            continue
        spoken_of = _spoken_of(pieces, place, english)
        if spoken_of is not None and (piece.english == "no" or _is_of_music(english[spoken_of])):
            _mark(english, spoken_of, piece.english or "")
        elif piece.text in _ALONE and place + 1 < len(pieces) and _is_of_music(_said(pieces[place + 1])):
            english.append("solo")
        elif piece.english == "less" and spoken_of is None:
            english.append("understated")
        else:
            english.append("no" if piece.english == "no" and len(pieces) == 1 else "")  # "drums: none"
    return english


def _spoken_of(pieces: Sequence[Piece], place: int, english: Sequence[str]) -> int | None:
    """Where the word stands that the marker at `place` speaks of: right before it, but for "the sound of"."""
    before = place - 1
    while before >= 0 and pieces[before].text in japanese.TRANSPARENT:
        before -= 1
    return before if 0 <= before < len(english) and english[before] else None


def _mark(english: list[str], place: int, word: str) -> None:
    """Let a word that follows what it speaks of stand before it in English, and before all that "and" joins to it."""
    first = place
    while first >= 2 and english[first - 1] == "and":
        first -= 2
    english[first] = f", {word} {english[first]}"
    english[place] += " ,"


def _before(pieces: Sequence[Piece]) -> list[str]:
    """Chinese, where it stands before as in English, but for "drums, please not". What a story denies ("it does not
    sleep") is no wish of the music unless it is said of music."""
    english: list[str] = []
    skipped = -1
    for place, piece in enumerate(pieces):
        said = _said(piece)
        if place == skipped:
            continue
        if said not in _TURNS:
            english.append(said)
            continue
        following = next((at for at in range(place + 1, len(pieces)) if _said(pieces[at])), None)
        if following is not None and _is_of_music(_said(pieces[following])):
            english.append(said)
        elif following is None and (said != "only" or piece.text in _ALONE) and english and _is_of_music(english[-1]):
            _mark(english, len(english) - 1, said)
        elif said == "no" and piece.text not in chinese.WISHES and following is not None:
            skipped = following
        elif piece.text in chinese.WISHES:
            english.append(said)
    return english


def _said(piece: Piece) -> str:
    return piece.text if piece.english is None else piece.english


def _is_of_music(english: str) -> bool:
    return known_form(english.strip(" ,")) in _OF_MUSIC
