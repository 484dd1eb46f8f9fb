"""Words for occasions, dances, shows and pictures that have a music of their own, and phrases that outweigh a place."""

from __future__ import annotations

from collections.abc import Mapping

from kinescore.groovebox.prompt.words.idioms import IDIOM_PHRASES
from kinescore.groovebox.prompt.words.tables import Hint, read_hints

_OCCASIONS: Mapping[str, Hint] = read_hints(
    """
house, pop / energetic: dance party, rave, hen party, hen night, bachelorette, bachelor party, stag party, pool party,
    beach club, rooftop party, after party, foam party, club night, conga line, twerk, twerking, spring break
techno, house / dark: warehouse party, sweaty basement club, dark club, catwalk, runway walk, fashion week
pop, house / joyful: eurovision, euro pop, europop, macarena, gangnam style, tiktok, tik tok, tiktok dance, talent
    show, musical number, broadway, boy band, girl band, disney channel, feel good movie, sing along, summer hit, pep
    rally, high school musical, photo booth
asian, drumline / energetic: sumo wrestling, taiko festival
march, samba / energetic: village fanfare, mardi gras parade, carnival parade marching, pride parade, homecoming
    parade, oktoberfest, beer tent, beer hall, brass music, oompah, umpah, thanksgiving parade
march, drumline / energetic: sports day march, formation, goose step, parade ground, boot camp, drill sergeant,
    columbia guard
hip-hop, middle hip-hop / energetic: slam dunk, dunk contest, basketball highlights, b ball, freestyle rap, mc battle,
    lowriders, breakers, b boy, b boys, b girl, bboy, bgirl, headspin, head spin, windmill freeze
trap, suspense / dark: gangster boss, mob boss, crime boss, drug lord, kingpin, cartel
suspense, jazz / tense: police detective, whodunnit
middle eastern, asian / energetic: indian classical dance, bharatanatyam
trap, rock / energetic: push ups, deadlift, lifting weights, bench press, bodybuilding, gym bro, gym workout, hardcore
    workout, hiit, crossfit, knockout, cage fight, mma, ufc
jazz, march / sad: jazz funeral, second line, new orleans funeral
drum and bass, dubstep / energetic: breakcore, jungle beat, jungle music, junglist, amen break, neurofunk, hardcore
    rave, gabber, speedcore, liquid dnb
dubstep, trap / tense: glitch hop, riddim, brostep, midtempo bass, mech fight
epic, chiptune / epic: demon king, dark lord, final dungeon, overlord
epic, orchestral / epic: triumphant, triumphantly, triumphal, victorious, hero returns, coronation march, fireworks
    finale, national anthem, olympic opening, opening ceremony, gods of olympus, space battle, spaceship battle, haka
cinematic, ambient / dark: post apocalyptic, post apocalypse, wasteland, after the apocalypse, nuclear winter, dead
    city, ruined city, last man on earth, aftermath
cinematic, epic / tense: dinosaur, dinosaurs, mammoth, godzilla, king kong, kong, t rex, tyrannosaurus, raptors,
    dinosaur attack, jurassic, monster movie, chaos, hurricane, avalanche, tornado, twister, flood, sandstorm,
    landslide, eruption, sinking ship
corporate, piano / joyful: hopeful, hope, inspiring, inspirational, motivational, uplifting, optimistic, achievement,
    new beginning, fresh start, graduation speech, charity, fundraiser, testimonial
country, western / energetic: grassland horse, horse race, horse riding, horseback
western, country / calm: old west, wild west town, saloon piano, cattle, lone rider, desperados, gold rush, cactus,
    rancher, spurs, lasso, sunset ride, mojave, poncho man, spaghetti
jazz, suspense / dark: private eye, gumshoe, noir detective, gritty detective, smoky, smoky room, muted trumpet and
    brushes, fedora hat, hard boiled, whiskey, cigarette, dame, saxophone solo at night
funk, jazz / playful: striptease, stripper, strippers, bump and grind, burlesque dancer, strut, strutting, swaggering,
    pimp walk, heist montage, cool cats, cool walk, peacocking
circus, march / energetic: polka dance, can can, cancan, galop, vaudeville, music hall, slapstick chase, unicyclist,
    pie fight, silent comedy
celtic, march / energetic: cossack, cossacks, kalinka, hopak, trepak, klezmer, balkan wedding, balkan brass, gypsy
    wedding, morris dance, morris dancers, ceilidh, reels and jigs, riverdance, step dance, irish dance, sea shanty,
    ren faire, dungeon crawl tavern, tarantella dance
waltz, orchestral / romantic: mazurka, polonaise, ball gown, quinceanera, viennese, minuet dance, cinderella, music
    box dancer, ice dancing, ice skater, skating pair, pair skating, ice rink, winter ball
ballet jazz, orchestral / romantic: classical dance, ballet, ballet class, ballet dancer, pas de deux, prima
    ballerina, barre, lyrical dance, contemporary dance, contemporary ballet, modern dance, pointe shoes
latin, tango / romantic: flamenco dancer, sevillana, paso doble, bolero, rumba, cha cha, cha cha cha, mambo, bachata
    night, salsa class, salsa lesson, merengue party, cumbia party, latin lover, reggaeton party, dirty dancing,
    quinceanera party
reggae, pop / joyful: ska, skank, dancehall, rocksteady, one love, jerk chicken, island party, luau, steel band, limbo
samba, afrobeat / energetic: brazilian football, batucada, capoeira roda, olodum, favela, copacabana, ipanema beach
afrobeat, body percussion / energetic: tribal ritual, gumboot, maori, polynesian, stick fight, zulu, masai, voodoo,
    rain dance, war dance
middle eastern, asian / energetic: bollywood, bollywood wedding, belly dance, belly dancer, snake charmer, souk,
    bazaar, pharaoh, genie, arabian nights, sultan, harem, whirling dervish, aladdin, kathak, garba, diwali, holi
asian, ambient / calm: tea ceremony, origami, cherry blossom, zen garden, kimono, geisha, koi pond, dojo, calligraphy,
    pagoda, lantern festival, dragon dance, lion dance, kung fu, shaolin, wuxia, tai chi, qigong, sumo, ninja scroll,
    chinese new year, lunar new year, ramen, haiku, paper crane, bamboo grove
rock, body percussion / energetic: mountain biker, mountain bikers, mountain biking, wingsuit, base jump, skydiving,
    skydiver, bungee, ice hockey, hockey, rugby, stadium stomp, stadium rock, arena rock, air guitar, headbang,
    headbanging, mosh pit, double kick, power ballad, battle of the bands, garage band, x games, dirt bike, half pipe,
    monster truck, drag race, nascar, pirate metal, wrestlemania
chase, comedy / energetic: brawl, brawls, bar brawl, bar fight, tavern brawl, pub brawl, fistfight, fist fight, scuffle,
    melee, punch up, chair fight
asian, hip-hop / energetic: night market
orchestral, comedy / playful: clockmaker, watchmaker, clockmaker's shop, toymaker, clockmaker's workshop
techno, suspense / tense: drones, quadcopter, quadcopters, swarm of drones
ambient, cinematic / calm: drone shot, drone footage, aerial shot, flyover
corporate, pop / joyful: bicycle, bike ride, cycling, cyclist
comedy, circus / playful: argument, arguing, argues, bickering, teasing
chase, suspense / tense: running from, runs from, run from, fleeing from, flees from, escapes from, hunted by, chased
    by, runaway, out of control, demolition, car crash, high speed, jailbreak, stampede
corporate, comedy / playful: science show, science fair, science project, kids' show, kids show, how it works
chiptune, synthwave / playful: retro game, 16 bit game, eight bit, sixteen bit, 8 bit boss, joystick, gameboy, game
    boy, pixel hero, power up, side scroller, coin sound, speedrun
synthwave, lo-fi / dreamy: vaporwave, outrun, retrowave, chillwave, vhs tape, mall after hours, sunset grid, night
    highway, city pop, neon night
lo-fi, ambient / calm: homework beats, study session, chill session, chill vibes, chillout, chillhop, rainy cafe, cat
    on a windowsill, late night drive home, quiet bedroom
ambient, cinematic / calm: singing bowl, singing bowls, sound bath, reiki, mindfulness, breathwork, breath work,
    savasana, deep sleep, floating, weightlessness, guided meditation, drifting in space
comedy, circus / playful: elves in a toy workshop, cartoon chase, cartoon villain, mickey mousing, whoopee cushion,
    fart, farts, banana, banana skin, slips, slipping, wobbly, wobbling, dizzy, sloppy, pie in the face, chihuahua,
    ferret, meerkat, goose, geese, llama, alpaca, goat, goats, sock puppet, rubber duck, hiccups, goofball, klutz,
    oops
suspense, cinematic / tense: secret society, evil organisation, villains meet, secret meeting, war room
suspense, funk / tense: robbery, robber, robbers, thieves, burglars, cat burglar, jewel thief, bank robbery
ambient, orchestral / dreamy: astronomer, telescope, stargazing, observatory, planetarium
chase, epic / tense: raid, raids, raiders, dawn raid, swat team
suspense, horror / dark: goblin, goblins, gremlin, gremlins, kobold, kobolds, lurks, mansion at night, seance, ouija,
    wiretap, interrogates, suspects, sniper, hostage, ransom, serial killer, cult, labyrinth, maze, vault, laser grid,
    night vision, stealth mission, double agent, hostage negotiation, heist crew, casing the joint
choral, asian / calm: monks, monk, monks chanting, benedictine, novices, nun, nuns
piano, cinematic / sad: grave, gravestone, last goodbye, last breath, farewell kiss, deathbed, mourner, mourners, war
    widow, train station goodbye, leaving home, old photograph, wilting, dementia, alzheimer's, in her arms, in his
    arms
    """
)
OCCASION_PHRASES: Mapping[str, Hint] = {**IDIOM_PHRASES, **_OCCASIONS}
"""The styles and the mood that each of them suggests, the best first."""
