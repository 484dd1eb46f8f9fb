"""How one says that something is not to play, otherwise than by "no" and "without" before it."""

from __future__ import annotations

from kinescore.groovebox.prompt.words.tables import words


def _phrases(text: str) -> frozenset[str]:
    """Read phrases between commas."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split(","))


BEFORE_WHAT_PLAYS = _phrases(
    """
    nix, nix the, scrap the, axe the, banish, ban the, kill the, forget the, spare me the, spare us the, spare
    me, spare us, don't add, dont add, do not add, never add, don't include, do not include, can't stand, cannot
    stand, cant stand, stay away from, steer clear of, keep away from, sick of, tired of, fed up with, turn off,
    switch off, shut off, do without, doing without, stop using, allergic to, not a fan of, not fond of, don't
    like, don't want, do not want, hold off on, strip out, refrain from, any instrument but, all except, no more
    """
)
"""Before an instrument, a voice or a kind of music: it is refused. Else they tell the story: "kill the monster"."""
AFTER_IT = _phrases(
    """
    unneeded, off limits, off the table, out of the question, a no for me, a no from me, no for me, not needed,
    not wanted, not allowed, not welcome, not invited, not necessary, unnecessary, not required, no go, a no go,
    no thanks, no thank you, must go, have to go, has to go, not for me, to be avoided, not my thing, not an
    option, give me a headache, get on my nerves, gets on my nerves
    """
)
"""After the thing, where its part of the sentence ends or a place or a time follows."""
NO_THANKS = _phrases("no thanks, no thank you")
"""All of the next part: "the brass, no thanks"."""
AT_THE_END = _phrases(
    """
    left out, switched off, turned off, out of it, out, off, no, none, not, never, banned, forbidden, excluded,
    omitted, removed, muted, unwanted, gone, nah, nope, not so much, not really, a no, not please, no please
    """
)
"""After the thing, where nothing follows: "drums: none"."""
BEFORE_THAT = words(": ? is are be can should must please totally absolutely strictly definitely too but really just")
"""Between the thing and them."""
SMALL = words("the a an any all these those this that of hearing using")
"""Between those verbs and the thing."""
DENIALS = words("no not never nothing nobody cannot can't isn't")
"""Before "without", which then refuses nothing."""
TAKEN_ALONG = words("out gone")
"""After what is played "with": "he walks with the drum out"."""
PLAYERS = words("drummer drummers drumming pianist pianists violinist guitarist singer singers")
"""They stop and go on, and are no instruments then."""
