"""Refusals as people say them, before the thing and after it, and negations that refuse nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.refusals_read import FILES, read_refusals
from kinescore.groovebox.prompt.languages.around import any_of, arounds
from kinescore.groovebox.prompt.languages.taken_apart import without_accents
from kinescore.groovebox.prompt.parse import parse_prompt

WITHOUT_DRUMS = """
leave the drums out, jazz
jazz but kill the drums
drums: none
drums are a no-go
jazz w/o drums
jazz with the drums switched off
don't add drums
jazz, keep the drums out of it
jazz, client hates drums
jazz, the drums have no place here
jazz, drums would fight the VO
jazz, if I hear drums I'm out
jazz, drums? hard pass
jazz, there shouldn't be any drums
jazz, no need for drums
jazz, enough with the drums
jazz, not a single drum
jazz, ditch the drums
jazz, we had drums last time, not again
lass die Trommeln weg, Jazz
Jazz, Schlagzeug bitte weglassen
Jazz, auf Schlagzeug verzichten
Jazz, das Schlagzeug kann weg
Schlagzeug brauche ich nicht
Jazz, nur nicht mit Schlagzeug
Jazz, Drums aus
Jazz, nimm das Schlagzeug raus
Jazz, das Schlagzeug kannst du streichen
Jazz, der Kunde kann Schlagzeug nicht mehr hören
Jazz, auf das Schlagzeug würd ich verzichten
Jazz, das Schlagzeug wurde vom Kunden abgelehnt
Jazz, ersetze das Schlagzeug durch Klavier
jazz, prescinde de la batería
jazz, batería no
jazz, fuera la batería
jazz, prescindir del tambor
jazz, la batería sobra
jazz, la batería ni de coña
jazz, la batería ya cansa, mejor no meterla
jazz, la batería quítala
jazz, ¿podrías quitar la batería?
jazz, vire la batterie
jazz, batterie interdite
jazz, batterie à proscrire
jazz, dénué de batterie
jazz, on oublie la batterie
jazz, tu vires la batterie
jazz, il faut couper la batterie
jazz, on peut se passer du tambour
jazz, le client ne supporte plus la batterie, donc on n'en met pas
jazz, la batterie, on la vire
jazz, remplace la batterie par un piano
ジャズ、ドラムは絶対いらない
ドラム×、ジャズ
ジャズ、ドラムはまだ入れない
ジャズ、ドラムは一切なし
ジャズ、ドラムはなくていい
ジャズ、ドラムはちょっと勘弁してください
監督がドラムを嫌がるので控えてください、ジャズ
ジャズ、ドラムはベタすぎるのでナシ
ジャズ、太鼓系はやめてください
ジャズ、ピアノやドラムは避けたい
ジャズ、ドラム、ピアノとも不要
ジャズ、ドラムレス
ドラムは?いや、いらない。ジャズ
ドラムが入ると重くなるので、なしで
ドラムを使うのは避けてください、ジャズ
ドラムをピアノに変えてください、ジャズ
ドラムを外した編成で、ジャズ
爵士,鼓就不用了
爵士,鼓免了
爵士,鼓一律不要
爵士,鼓删掉
爵士,把鼓关掉
爵士,鼓太俗了别加
爵士,鼓拜托不要出现
爵士,鼓跟钢琴都先拿走
爵士,鼓、钢琴都不要
爵士,鼓听腻了,换个别的
爵士,鼓会盖住旁白,去掉
爵士,能不能不要鼓
爵士,受够了鼓
爵士,導演不喜歡鼓
爵士,把鼓换成钢琴
爵士,除鼓外都可以
爵士,鼓?不要
"""


@pytest.mark.parametrize("prompt", WITHOUT_DRUMS.strip().split("\n"))
def test_a_refusal_holds_however_it_is_said(prompt: str) -> None:
    assert "drums" in parse_prompt(prompt).unwanted


NOTHING_REFUSED = """
drums out of a garage
the piano isn't working, the man repairs it
the organ doesn't work, comedy
mute trumpet, jazz
hold the strings until the end credits
not too loud drums
don't take the drums out
take the violin out of the case and play
can't do without drums
nothing beats drums
no one listens to the drums
no dialogue here so the drums carry it
don't mute the drums
he drops the guitar and runs
she holds the violin
the drums would make it epic
client can't get enough drums
a boy who hates his piano lessons
the robot throws out the old piano
he stops at the drums
the drums go wild
a piano no one plays
drop the bass
hold the piano chord to the end
let the guitar ring out
brass off stage
heavy drums, no mercy
Klavier, der Hund läuft weg
Trommeln weit weg
lass die Trommeln dröhnen
pasa del piano a la guitarra
Gitarre am Lagerfeuer, weg vom Alltag
Trompeten in der verbotenen Stadt
la guitarra suena fuera del bar
guitarra fuera de la ventana
un piano dehors sous la pluie
flûte dans la forêt interdite
piano non joyeux
吉他太吵了的酒吧
ピアノは静かに
kein Volksfest ohne Blechbläser
no hay fiesta sin trompetas
she never stopped playing the violin
can't stop the drums
turn off the lights, piano
the bass has to go deep
drums have to go hard, techno
the synths have to go crazy at the drop
the guitar has to go first
synths that sound out of this world
guitar music for a man who has to go to work
trumpet fanfare for a king who must go
sad piano for someone who is not wanted
a guitar left out in the rain
drums because failure is not an option
zum Schluss mit Streichern
am Schluss mit Trommeln und Trompeten
schalt das Klavier ein
raus mit der Trommel, es ist Karneval
streich die Geige sanft
Cello gestrichen
Klavier bitte nicht zu traurig
Trommeln bitte nicht zu leise
Cello, sie kann ihn nicht mehr sehen
die Geige trägt mich weg
er holt die Gitarre raus
ella toca la guitarra fuera
la guitarra suena fuera de la casa
trompetas fuera de tono
la guitarra que sobra en casa
ojalá fuera la guitarra española
como si fuera la batería de una banda militar
don't forget the drums
don't stop the drums
n'oublie pas la guitare
vergiss die Trommeln nicht
que no falte la guitarra
verzichte nicht auf Trommeln
ne coupez pas la basse
sail away with drums and fiddle
she dances away with bass thumping
axe guitar solo
battle axe drums
strip the piano down to one note
a cat who hates trumpets, slapstick
forget the piano lesson
ドラムは遠慮なく叩いて
ピアノ×ヴァイオリンのデュオ
遠慮しないでドラムを
ピアノが苦手な少年の物語
ピアノが嫌いだった少女が弾き始める
太鼓のない祭りなんてありえない
トランペットがなければ始まらない
ドラムを抜かないで、前回のまま
合唱は嫌いじゃない
少年はピアノが苦手なので逃げる
鼓都不要停
关掉电视听吉他
别把鼓去掉
没有鼓就不热闹
鼓可不能少
小狗受不了小号
没有人留意街角的吉他声
除了钢琴还要鼓
弦乐不要太突出
guitare, on oublie tout
elle oublie le piano
piano, no la quiero dejar ir
Bass der auf die Nerven geht, Horror
Klavier zum Abschalten
er geht mit der Trommel raus
nimm den Lehrer raus Bass dazu
nicht zu viel Schlagzeug
pas trop de piano
sin duda un piano
ohne Akkordeon geht da gar nichts
ohne Akkordeon kein Hafenfest
nicht ohne Harfe bitte
spar nicht an Trommeln
una taberna sin acordeón no es taberna
no me quites la trompeta
no escatimes en trompetas
los tambores nunca se detienen
ojalá fuera el piano de mi abuela
ne lésine pas sur les cuivres
n'hésite pas à envoyer la batterie
pas question de faire une taverne sans accordéon
elle enlève la guitare de son étui
ne touche pas au piano
"""
STILL_REFUSED = """
not too loud without drums
no rush calm music without percussion
a song that never stops without drums
I can't sleep so give me something calm without drums
nicht zu schnell ohne Schlagzeug
pas trop fort sans batterie
pas triste mais sans piano
no vocals without drums
pas de voix sans batterie
kein Gesang und ohne Schlagzeug
"""


@pytest.mark.parametrize("prompt", NOTHING_REFUSED.strip().split("\n"))
def test_what_goes_on_after_the_thing_refuses_nothing(prompt: str) -> None:
    assert not parse_prompt(prompt).unwanted


@pytest.mark.parametrize(("file", "refusals", "others"), [(FILES[0], 881, 168), (FILES[1], 377, 72)])
def test_refusals_that_others_wrote_do_not_fall_behind(file: Path, refusals: int, others: int) -> None:
    """Of 882 and 378 refusals, 168 and 72 negations that refuse nothing; 352 and 68 of the second when it was new."""
    cases = read_refusals(file)
    assert sum(case.holds for case in cases if case.things) >= refusals
    assert sum(case.holds for case in cases if not case.things) >= others


def test_no_word_between_stands_twice_in_a_pattern() -> None:
    """Else a pattern that repeats it takes twice as long with each: "just just just"."""
    words = any_of("SMALL").replace("(?:", "").replace(")", "").split("|")
    assert len(words) == len({*words})


def test_patterns_that_are_passed_over_would_find_nothing() -> None:
    prompts = [without_accents(case.prompt.lower()) for file in FILES for case in read_refusals(file)]
    found = [
        (prompt, around.written)
        for prompt in prompts
        for language in ("English", "German", "Spanish", "French")
        for around in arounds(language)
        if not around.may_be_in(prompt) and around.pattern.search(prompt)
    ]
    assert prompts
    assert not found


@pytest.mark.parametrize(
    "prompt", ["kill the monster", "hold the door", "turn off the light", "apaga la luz", "ban the bomb"]
)
def test_verbs_refuse_what_plays_and_nothing_else(prompt: str) -> None:
    intent = parse_prompt(prompt)
    assert not intent.unwanted
    assert all(meaning != "left out" for _, meaning in intent.readings)


@pytest.mark.parametrize("prompt", STILL_REFUSED.strip().split("\n"))
def test_without_after_another_refusal_refuses_too(prompt: str) -> None:
    assert {"drums", "piano"} & {*parse_prompt(prompt).unwanted}


@pytest.mark.parametrize(
    ("prompt", "style"),
    [
        ("évite le jazz, quelque chose de calme", "jazz"),
        ("verzichte auf Techno", "techno"),
        ("bitte nicht Jazz", "jazz"),
        ("no me gusta el rock, algo calmado", "rock"),
        ("sick of jazz, something calm", "jazz"),
    ],
)
def test_kinds_of_music_are_refused_so_too(prompt: str, style: str) -> None:
    assert style in parse_prompt(prompt).unwanted_styles


def test_what_comes_in_later_takes_its_styles_along() -> None:
    intent = parse_prompt("don't add drums until the chorus")
    assert not intent.unwanted
    assert not intent.unwanted_styles


@pytest.mark.parametrize(
    "prompt", ["the strings can be left out", "strings and choir left out", "the strings: no thanks"]
)
def test_what_refuses_says_nothing_else(prompt: str) -> None:
    intent = parse_prompt(prompt)
    assert "string_section" in intent.unwanted
    assert all(meaning == "left out" for _, meaning in intent.readings)
    assert not intent.votes
