"""Phrases whose words mean something else one by one, and what animators call their own work."""

from __future__ import annotations

from collections.abc import Mapping

from kinescore.groovebox.prompt.words.moods import UNSEEN
from kinescore.groovebox.prompt.words.tables import Hint, read_hints

_IDIOMS: Mapping[str, Hint] = read_hints(
    """
hip-hop, trap / energetic: rapper, rappers, rapping, raps, rap video, rap cypher, dance battle, dance battles,
    streetball court, street dance battle, street dance, street dancer, street dancers
jazz, waltz / playful: quickstep, foxtrot, slow fox, lindy hop, lindy hoppers, jitterbug, jive, charleston dance, tap
    dancer, tap dancers, tap dancing duo, soft shoe, soft shoe shuffle, jazz hands, chorus line, chorus girls
chiptune, synthwave / playful: 8 bit, 8bit, sixteen bit, 16 bit, 16bit, pixel game, pixel hero, jump and run, chip
    tune, chip tunes, arcade cabinet, retro console
horror, suspense / dark: ghost story, ghost stories, scary story, horror story, campfire tale, urban legend, zombie
    outbreak, zombie invasion, killer clown, evil clown
asian, drumline / energetic: temple fair, dragon dance parade, lion dancers, gongs and drums
ambient, lo-fi / calm: chill electronic, calm electronic, dreamy electronic, ambient electronic, soft electronic,
    relaxing electronic, downtempo electronic
techno, house / energetic: electronic music, electronic beat, electronic beats, electronic track, electronic dance,
    electro beat, electro beats, electro music
epic, orchestral / epic: reaches the summit, reaches the top, reach the summit, conquers the summit, plants a flag,
    plants the flag, leads the charge, moon landing, lands on the moon, monster battle, giant monster, giant robot,
    giant robots, against all odds, saves the day, saves the world, the last stand, moment of triumph
suspense, ambient / tense: before the storm, silence before the storm, calm before the storm
ambient, piano / calm: morning light, first light of day
trap, rock / energetic: gym reel, gym edit, gym motivation, beast mode, leg day
piano, orchestral / sad: last summer, that summer, final summer, comes home, returns home, coming home, came home,
    left alone, all alone, after the war, after the battle, after the fight, after the storm, after the funeral,
    broken toy, broken toys, old toy, lost toy, forgotten toy, sad clown, crying clown, floats away, flies away from
    her, lets go, letting go, says goodbye, say goodbye, last dance, one last time, far from home, waits forever,
    never came back
comedy, circus / playful: gone wrong, goes wrong, went wrong, going wrong, gets stuck, stuck in, falls off, fell off,
    falls over, falls down the stairs, falls asleep at work, knocks over, bumps into, walks into a door, walks into a
    bar, mixed up, too fat, too tall, too short, too lazy, mistaken identity, chain of mishaps, tries to, tries and
    fails, pretends to, cannot stop, too small, too big, gets away with it, practical joke, caught red handed, mad tea
    party, clown car, food fight, cooking disaster, kitchen chaos, kitchen disaster, silly walk
suspense, cinematic / tense: lost contact, loses contact, lose contact, no signal, radio silence, holds her breath,
    holds his breath, holds its breath, hold their breath, hold your breath, penalty shootout, penalty shoot out,
    match point, ticking bomb, hidden in the dark, followed by a stranger, behind the curtain, tightrope, balance
    beam, wrong number, dead end, nobody answers, someone is watching, being watched, last minute, final seconds
rock, trap / energetic: fight club, slams the door, slams her door, slams his door, breaks free, breaking free, rebel
    teen, angry teen, tough guy, tough girl, bad boy, bad boys, bad girl, monster energy
chase, techno / energetic: drift race, drift racing, drifting cars, car drift, street race, street racing, night race,
    getaway driver, reckless driving
country, pop / joyful: mushroom picking, apple picking, pumpkin patch, hay bales
rock, ambient / dreamy: mushroom trip, acid trip, psychedelic trip, psychedelic, psychedelia, kaleidoscope, lava lamp
funk, hip-hop / energetic: with attitude, walk with attitude, cool walk cycle, confident walk, swagger walk, cool guy,
    catwalk strut, strutting down
corporate, ambient / calm: turnaround, character turnaround, turntable render, model sheet, rig test, rigging test,
    animation test, playblast, blocking pass, background music, underscore, neutral, walkthrough, screencast, user
    interface, ui animation, motion graphics, motion graphic, kinetic typography, lower thirds, infographics, logo
    animation, logo sting, explainer, title sequence, youtube intro, channel intro, intro for my channel, channel
    trailer
comedy, corporate / playful: bouncing ball, ball bounce, ball bounces, squash and stretch, flour sack, bouncing
    shapes, weight lift test, picks up a heavy box, heavy box, double take
lo-fi, corporate / calm: lip sync, lip sync test, lipsync, dialogue test, dialogue scene, talking heads, small talk,
    casual conversation, conversation, idle animation, idle loop, breathing idle
chase, drum and bass / energetic: run cycle, sprint cycle, running cycle
funk, lo-fi / playful: walk cycle, jump cycle, wave hello
orchestral, waltz / romantic: aria, prima donna, opera singer, opera house, soprano, 17th century, 18th century, 19th
    century, rococo
celtic, orchestral / joyful: 12th century, 13th century, 14th century, 15th century, 16th century
synthwave, techno / dark: 22nd century, 23rd century, 24th century, 25th century, year 2050, year 2077, year 2099,
    year 3000
waack, funk / joyful: mirror ball, mirrorball, glitter ball, roller skates, roller skater, roller skaters,
    rollerskates, rollerskating, disco lights, disco dancing, disco dancer, disco dancers, disco fever, disco inferno
trap, hip-hop / energetic: battle royale, battle royal, lobby music, hype video, hype reel, highlight tape
popping, funk / energetic: isolating, isolations, body isolations, robot style, robot dancer, robot dancing, does the
    robot, hits every beat, tutting, animation style dance, moonwalk, moonwalks
horror, suspense / dark: something moves, something is moving, something waits, something stirs, something out there,
    something in the dark, not alone, nobody is there, no one is there
suspense, comedy / tense: stops dead, stops in his tracks, stops in her tracks, dead silence, dead quiet, freezes in
    place
comedy, orchestral / playful: dead tired, dead asleep, afraid of mice, scared of mice, afraid of a mouse
techno, suspense / tense: drone flies, drones fly, drone hovers, delivery drone, drone delivers, drone crashes, drone
    follows, drone attack, drone pilot, drone swarm
house, pop / energetic: golf club, golf clubs
"""
)
IDIOM_PHRASES: Mapping[str, Hint] = {**dict.fromkeys(UNSEEN, Hint(("horror", "suspense"), "dark")), **_IDIOMS}
"""As in the other tables; they outweigh the words that they are made of."""
