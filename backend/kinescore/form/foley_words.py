"""What a prompt says about foley, in words that hold for every engine."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from kinescore.dance.foley_events import FoleyKind
from kinescore.form.form_words import NEGATED, UNSPACED_ABSENT, UNSPACED_NEGATED, Span, without


class Surface(Enum):
    """What is walked on."""

    FLOOR = "floor"
    WOOD = "wood"
    STONE = "stone"
    METAL = "metal"
    GRAVEL = "gravel"
    SNOW = "snow"
    WATER = "water"


@dataclass(frozen=True)
class FoleyWish:
    """kinds: in the order of FoleyKind. surface: under the feet."""

    kinds: tuple[FoleyKind, ...] = ()
    surface: Surface = Surface.FLOOR


EVERYTHING = tuple(FoleyKind)
_WORDS: Mapping[tuple[FoleyKind, ...], str] = {
    EVERYTHING: r"foley(?: sounds?| effects?| accents?)?|sound effects?|sfx|geräuscheffekte?|soundeffekte?|"
    r"geräusche der bewegung|efectos (?:de sonido|sonoros)|bruitages?|effets sonores",
    (FoleyKind.WHOOSHES,): r"(?:whoosh|swoosh|swish)(?:es|ing)?(?: sounds?| effects?)?|wusch(?:geräusche?|en)?|"
    r"luftzischen|zischgeräusche?|silbidos? (?:de|del) (?:aire|viento)|sonidos? de aire|souffles? d['’]air|"
    r"sifflements? d['’]air",
    (FoleyKind.STEPS,): r"foot ?(?:steps?|falls?)(?: sounds?| effects?)?(?! rhythm)|step sounds?|"
    r"(?:hörbaren? )?schrittgeräusche?n?|(?:hörbare|mit) schritten?|trittgeräusche?|"
    r"(?:sonido|ruido|con) (?:de )?(?:los )?pasos|pisadas|bruits? de pas",
    (
        FoleyKind.IMPACTS,
    ): r"impacts(?: sounds?| effects?)?|impact (?:sounds?|effects?)|landing (?:sounds?|thuds?)|thuds|"
    r"aufprallgeräusche?|(?:mit )?aufprall|einschlaggeräusche?|impactos|golpes de caída|bruits? d['’]impacts?",
}
_UNSPACED: Mapping[tuple[FoleyKind, ...], str] = {
    EVERYTHING: "効果音|フォーリー|音效|拟音|擬音",
    (FoleyKind.WHOOSHES,): "風切り音|ヒュッという音|呼啸声|呼嘯聲|嗖嗖声|破风声",
    (FoleyKind.STEPS,): "足音|脚步声|腳步聲",
    (FoleyKind.IMPACTS,): "衝撃音|着地音|撞击声|撞擊聲|落地声",
}
_OF_WHAT = (
    r"(?: (?:on|at|for|of|from) (?:every |each |all |the |his |her |their |its )?"
    r"(?:fast |feet |foot )?(?:limbs?|contacts?|landings?|jumps?|kicks?|moves?|movements?|punches|hits?|arms?|legs?))?"
)
_OFF = r"\s?[:=?] ?(?:none|no|off|keine?|aucun|ninguno)"
_SURFACES: Mapping[Surface, str] = {
    Surface.WOOD: r"wood(?:en)?(?: floor\w*| boards?| stage| planks?)?|floorboards?|parquet|holz\w*|madera|bois|木",
    Surface.STONE: r"stones?|concrete|asphalt|pavement|cobble\w*|marble|tiles?|stein\w*|beton|piedra|pierre|石",
    Surface.METAL: r"metal(?:lic)?(?: floor| stairs| grating)?|steel(?: floor)?|metall\w*|grating|métal|金属",
    Surface.GRAVEL: r"gravel|pebbles?|(?:dry|autumn|fallen) leaves|dry grass|sand|dirt|kies|grava|gravier|砂利|砾石",
    Surface.SNOW: r"snow|ice|schnee|nieve|neige|雪",
    Surface.WATER: r"water|puddles?|mud|shallow water|wasser|pfützen?|agua|charcos?|eau|水",
}
_UNDER = r"(?:on|in|over|through|across|along|auf|im|durch|sobre|en|sur|dans) (?:(?:the|a|an|some|dem|der|la|le|el) )?"
_JOINED = re.compile(r"\s*(?:or|nor|and|oder|und|noch|ni|y|o|ou|et|&|/|和|や)+\s*", re.IGNORECASE)


def foley_in(prompt: str, given: Sequence[FoleyKind]) -> tuple[FoleyWish, str]:
    """Return the foley that is `given`, or where that is none, that the words of `prompt` ask for, with the surface
    that they name; and the prompt without those words, which say nothing of the music.

    English, German, Spanish, French, Japanese and Chinese are understood; after "no" or "without", words and those
    joined to them ask for nothing.
    """
    found = _mentions(prompt)
    asked = {kind for kinds, refused, _ in found for kind in kinds if not refused}
    refused = {kind for kinds, refused, _ in found for kind in kinds if refused and kinds != EVERYTHING}
    kinds = tuple(kind for kind in FoleyKind if kind in (given or asked - refused))
    spans = [_with_ground(prompt, span) for *_, span in found]
    surface = _surface_in(prompt) if FoleyKind.STEPS in kinds else Surface.FLOOR
    return FoleyWish(kinds, surface), without(prompt, spans)


def _mentions(prompt: str) -> list[tuple[tuple[FoleyKind, ...], bool, Span]]:
    """Kinds, whether they are refused, and where, in the order of the prompt."""
    text = re.sub("[-_]", " ", prompt)
    found = []
    for kinds, words in _WORDS.items():
        pattern = rf"(?<!\w)(?P<no>{NEGATED})?(?:{words}){_OF_WHAT}(?P<off>{_OFF})?(?!\w)|" + (
            rf"(?P<not>{UNSPACED_NEGATED})?(?:{_UNSPACED[kinds]})(?P<none>{UNSPACED_ABSENT})?"
        )
        for match in re.finditer(pattern, text, re.IGNORECASE):
            found.append((kinds, bool(match["no"] or match["off"] or match["not"] or match["none"]), match.span()))
    found.sort(key=lambda one: one[2])
    for index in range(1, len(found)):
        (_, refused, (_, end)), (kinds, own, span) = found[index - 1], found[index]
        if _JOINED.fullmatch(text[end : span[0]]):
            found[index] = (kinds, own or refused, span)
    return found


def _with_ground(prompt: str, span: Span) -> Span:
    """`span` and what is said right after it of the ground: "footsteps on gravel"."""
    ground = re.compile(rf"\s+{_UNDER}(?:{'|'.join(_SURFACES.values())})(?!\w)", re.IGNORECASE)
    after = ground.match(prompt, span[1])
    return (span[0], after.end()) if after else span


def _surface_in(prompt: str) -> Surface:
    for surface, words in _SURFACES.items():
        if re.search(rf"(?<!\w)(?:{words})(?!\w)|(?:{words.split('|')[-1]})", prompt, re.IGNORECASE):
            return surface
    return Surface.FLOOR
