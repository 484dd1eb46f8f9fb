"""Words for beings, things and places that say of the music how it should feel, more than what it should be."""

from __future__ import annotations

from collections.abc import Mapping

from kinescore.groovebox.prompt.words.tables import Hint, read_hints

BEING_PHRASES: Mapping[str, Hint] = read_hints(
    """
comedy, orchestral / playful: troll, trolls, goblin, goblins, imp, leprechaun prank, raccoon, otter, seal, walrus,
    crab, lobster, hen, hens, rooster, goose, geese, goat, goats, sheep, lamb, cow, cows, donkey, pony, llama, alpaca,
    ostrich, flamingo, pelican, pigeon, pigeons, seagull, mole, rat, chipmunk, beaver, badger, koala, kangaroo, lemur,
    meerkat, worm, ladybug, grasshopper, beetle, a fly, the fly, house fly, fruit fly, flies buzz, mosquito, wasp,
    octopus, goldfish, hippo, pug, poodle, grumpy, plumber, janitor, postman, mailman, waiter, barber, baker, snowman
    melts, bumbling, bumbles, slips, faceplant, silly walk, hangover, snores, snoring
comedy, circus / playful: balloon, balloons, bubbles, jack in the box, whoopee cushion, pie in the face, seesaw,
    trampoline, unicyclist, stilts, magic trick gone wrong, magic show
suspense, cinematic / tense: mainframe, surveillance, wiretap, vault, alarm, ticking, clock ticks, tick tock,
    blackmail, hostage, ransom, poison, knife, stalker, fingerprints, footprints, smuggler, smugglers, informant,
    double agent, cold war, sniper, ambush, minefield, briefcase, interrogator, jury, kidnapper, dread, sonar,
    periscope, wolf, wolves, shark, snake, panther, predator, prey
horror, suspense / dark: seance, ouija, crow, crows, raven, ravens, bats, spider, spiders, cobweb, cobwebs, basement,
    attic, morgue, coffin, tombstone, swamp, cult, mannequin, asylum, exorcism, voodoo, scarecrow walks, derelict,
    deserted, decaying, forsaken, abandoned hospital, abandoned house, abandoned mine, plague, butcher, chainsaw, mad
    scientist, frankenstein, dracula, headless, cauldron, gargoyle
piano, orchestral / sad: parting, farewell, departure, goodbye, last goodbye, train station, suitcase, empty chair,
    grave, ashes, trenches, war letter, love letter, waits alone, left behind, last of, homesick, estranged, dementia,
    old dog, extinct, endangered
piano, bossa nova / romantic: serenade, anniversary, engagement, embrace, hug, hugs, cuddle, soulmates, balcony,
    mother sings, holds her baby
orchestral, ambient / dreamy: spring, springtime, perfume, perfume ad, snowflake, snowflakes, fireflies, firefly,
    dandelion, petals, swing in the garden, dewdrop, hummingbird, phoenix, crystal cave, candles, candlelight glow,
    lullaby forest, ballet, ballerinas, music box
epic, cinematic / epic: fortress, legion, shield, spear, phoenix rises, griffin, hydra, cyclops, centaur, minotaur,
    valkyrie, thor, odin, zeus, poseidon, gladiators, catapult, colossus, avalanche, eruption, erupts, stampede, last
    stand, ascends, rises from the ashes, titans, hangar, chosen one
orchestral, march / epic: trumpets sound, ceremony, herald, heralds, knighthood, medal, honours, procession of kings
chase, rock / tense: police, police car, sirens, siren, robbery, train robbery, robbers, convoy, hijack, jailbreak,
    fugitive, rooftops, jet ski, speedboat, car flips, crash, car crash, collision
rock, pop / energetic: road trip, windows down, convertible, garage band, drag race, burnout, monster trucks,
    wrestlers, electric scooter, skatepark, teenage
ambient, cinematic / calm: fjord, fjords, tundra, savannah at dawn, valley, meadow mist, lighthouse, tide, dolphins,
    penguin colony, coral, reef, ice floe, iceberg, icebergs, melting, drifting, driftwood, plankton, silence,
    stillness, emptiness, tibet, himalaya, throat singing, shaman, shamans, incense
corporate, pop / joyful: startup, app, smartphone, infographic, team building, coworking, turntable, unboxing,
    toothpaste, shampoo, detergent, yoghurt, insurance, treehouse, picnic, lemonade, birthday, graduation, family,
    hometown, volunteers, recycling
synthwave, techno / dark: satellite, circuit, circuits, server room, hovercar, mainframe city, data, neural network,
    chip, drone race, reactor, teleport, teleporter, portal
techno, house / dark: runway, catwalk, fashion, fashion show, fashion film, underground club, swimming pool rave,
    strobe lights, afterhours
lo-fi, hip-hop / calm: empty subway, night bus, vending machine, laundromat, corner shop, ramen, rooftop at night,
    city rain, late shift, 1am, 2am, 3 am, 3am, 4 am, 4am, 5am, insomnia, headphones
middle eastern, celtic / joyful: greek, greece, bouzouki, zorba, armenian, turkish wedding, bazaar at night, dervish
reggae, samba / joyful: trinidad, calypso, limbo, rum, barbados, bahamas, offbeat guitar, offbeat guitars, off beat
    guitar, skank, skanking
march, drumline / energetic: cadence, drum cadence, halftime show, half time show, color guard, colour guard,
    majorettes, bugle call, pep rally, marching band show
jazz, bossa nova / playful: dice, card game, martini, cigar, pinstripe, smoky, lounge singer, dance hall, cotton club
"""
)
"""The styles and the mood that each of them suggests, the best first."""
