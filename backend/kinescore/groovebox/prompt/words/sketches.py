"""What short films are about: households, mishaps, fear, contests, families, crafts, journeys and wars."""

from __future__ import annotations

from collections.abc import Mapping

from kinescore.groovebox.prompt.words.tables import Hint, read_hints

SKETCH_PHRASES: Mapping[str, Hint] = read_hints(
    """
comedy, circus / playful: sofa, couch potato, bed sheets, broom, mop, bucket, duster, dusters, feather duster, vacuum,
    vacuum cleaner, laundry, washing machine, dishwasher, dishes, toaster, microwave, fridge, leftovers, blender,
    iron, ironing, toothbrush, toilet, toilet paper, plunger, bathtub, shampoo, diaper, diapers, slippers, socks,
    sock, mustache, wig, false teeth, dentures, eyebrows, belly, bum, nose, itch, itchy, allergy, sniffle, hiccough,
    yawns, stubbed toe, mousetrap, rake, ladder, banana boat, marshmallow, marshmallows, noodles, spaghetti, meatball,
    meatballs, pizza, hamburger, burger, hot dog, fries, donut, donuts, pancake, pancakes, waffle, waffles, cupcake,
    cupcakes, cookie, cookies, cookie jar, jelly, jam jar, cheese, pickle, potato, carrot, onion, tomato, tomatoes,
    egg, eggs, eggplant, broccoli, vegetables, talking, talks back, misses the bus, wrong door, wrong house, tangled,
    upside down, inside out, backwards, swaps, swapped, replaced, shrinks, shrunk, inflates, deflates, pops, sticky,
    glue, slime, mud, muddy, splash, splashes, splat, squeaks, squeaky, kangaroo, ostriches, platypus, moose, possum,
    skunk, toad, gecko, chameleon, iguana, platypuses, turkey, peacocks fight, yak, sloths, guinea pig, gerbil,
    tortoise, tortoises
comedy, orchestral / playful: tailor, seamstress, hatter, cobbler, clumsy wizard, professor owl, scientist's
    assistant, night school, exam, exams, fails, failure, failing, flop, flops, quarrel, quarrels, squabble, rivalry,
    rival, rivals, outdo, outsmarts, outsmart, copycat, imitates, mimics, impersonates, magician's rabbit, out of the
    hat, top hat, misfires, backfires, explodes in his face, chain reaction of accidents, hiding from, caught in the
    act, tattletale, snitch, bargain, bargains, haggles, haggling, queue, waiting in line, traffic jam, parking
    ticket, meter maid, garden gnome, garden gnomes, lawn mower, leaf blower, barbecue disaster, wedding
    disaster
horror, suspense / dark: grim reaper, reaper, under the bed, in the closet, closet, behind the door, footsteps, knocks
    at the door, knocking, scratches, scratching, whispering walls, under the ice, beneath the floor, crawls,
    crawling, creeping, claws, fangs, tentacles, tentacle, red eyes, glowing eyes, eyeless, faceless, blood moon,
    thunder at night, stormy night, night storm, power outage, old mansion, manor, cellar door, dark forest, dark
    woods, dead tree, scarecrows, scratching at the door, mutilated, cursed doll, ventriloquist, wax museum, sinister,
    possessed toy
suspense, cinematic / tense: stare down, face each other, stares down, hides during, hiding, hide, standoff in
    silence, sniper rifle, laser beams, alarm goes off, security camera, cctv, dark tunnel, tunnel, tunnels, manhole,
    sewers, elevator stops, elevator stuck, stuck elevator, parachute fails, ticking, defuse, defuses, wire,
    negotiator, mole in the agency, safe house, evidence, evidence board, missing person, missing child, vanished,
    disappears, disappearance, unexplained, black hole, airlock, oxygen, low oxygen, thin ice, high wire, abyss, edge
    of the cliff, cliff edge
chase, rock / tense: mine cart, minecart, mine cart ride, breakneck, breakneck speed, collapsing, collapses,
    collapsing temple, collapse, crumbling, boulder, rolling boulder, avalanche chase, flood wave, running for their
    lives, run for your life, flee, flees, fleeing villagers, fire truck races, races down, races across, slides down,
    jumps the gap, leap, leaps, last second, narrow escape, close call, on the run, manhunt, patrol boat, snowmobile,
    hoverbike, hoverbikes, jetbike, rickshaw chase, horse chase, motorcycle chase, boat chase, train roof, roof of a
    train
epic, orchestral / epic: pep talk, final match, the final, finals, gets up again, stands up again, rises again,
    wounded hero, warlord, warlords, battle cry, war cry, war horn, war horns, clash, clashes, armies, vast army,
    marches to war, goes to war, off to war, departure for war, siege tower, ram, war elephant, war elephants,
    catapults, arrows, burning city, burning throne, throne of, chosen, destined, forge, forged, forging, anvil,
    sacred sword, enchanted sword, colossal, awakening titan, comet, comets, black sun, eclipse, wormhole, hyperspace,
    warp speed, fleet, armada
piano, orchestral / sad: tear, teardrop, rolls down her cheek, old photographs, photo album, old photos, gramophone
    memories, empty swing, empty cradle, hospital room, last letter, last message, last phone call, voicemail, faded
    picture, wilted flower, fallen leaf, fallen leaves, dead bird, old toy box, unsent, never sent, packs her bags,
    packing boxes, moving day, leaves home, drives away, train leaves, departing train, left on the platform, cemetery
    visit
piano, orchestral / romantic: father and son, father and daughter, mother and son, mother and daughter, flies a kite,
    kite, kites, teaches, teaches his grandson, bedtime, tucks in, tucked in, first steps, growing old together, old
    couple, elderly couple, hand in hand, learns to cry, learns to love, falls in love, fall in love, love at first
    sight
waltz, jazz / romantic: gramophone, phonograph, gondola ride, gondolas, moonlit ride, moonlit dance, living room
    dance, dances in the living room, old couple dances, ballroom of ghosts, couple dances, dances with the moon, bal,
    music box waltz, merry widow, promenade, parasol, boulevard
march, orchestral / playful: queen ant, ant colony, ants, ant, ants carry, column of ants, penguin parade, duck
    parade, inspects, inspects the troops, inspects her workers, salutes, salute, toy parade, parading, in step, left
    right left
march, epic / energetic: war drums beat, goes to war with drums, recruits, conscripts, infantrymen, cannons, muskets
jazz, suspense / playful: tuxedo, tuxedos, cocktail dress, double cross, jewel heist, diamond heist, diamonds, casino
    heist, smooth criminal, big band, big band swing, street lamp, streetlamp, wet streets, night club singer,
    saxophonist, jazz club, jazz bar, basement bar
lo-fi, ambient / calm: night shift, overtime, working late, works late, late at night, deadline, programmer at night,
    convenience store, noodle shop at night, vending machines, apartment at night, rain on glass, raindrops, rain
    drops, rain against the window, late bus, empty train, night train home, studying late, window seat, slow evening
ambient, cinematic / calm: glides, glide, gliding, drifts down, spaceship graveyard, frozen planet, unknown planet,
    alien ocean, salt flats, solar wind, rings of saturn, saturn, jupiter, lunar, lunar surface, abandoned station,
    early morning mist, morning mist, morning fog, sleepy town, hibernation, hibernates, aurora borealis, northern
    lights
orchestral, ambient / dreamy: wonder, amazement, awe, magic forest, glade, moonlit, moonlit garden, pixies dance, snow
    globe, snow falls, falling snow, first snow, frost, frosty, icicle, icicles, paper boat, paper crane, origami
    bird, hot air balloons, cloud kingdom, floating island, floating islands, secret garden, hidden garden,
    butterflies, caterpillar becomes, metamorphosis, cocoon, sugar, sugar plum, sugar spoons, tiny world, miniature
    world
corporate, pop / joyful: onboarding cartoon, safety instructions, instructions, airline, customer service, city wakes
    up, commuter train, wakes up early, morning routine, routine, productivity, checklist, recycling bins, green
    energy, wind turbine, wind turbines, solar panels, electric car, data chart, smart home, smart watch, safety,
    health app
pop, house / joyful: mobile game, mobile game ad, candy colours, confetti cannon, colourful, colorful, bright colours,
    kids' party, bounce house, water park, waterslide, water slide, roller coaster ride, summer camp, cannonball, pool
    toys
house, techno / energetic: silent disco, glow stick, dance crew rave, neon party, laser party, warehouse dance
hip-hop, funk / energetic: boom bap, freestyle, graffiti artist, spray can, spray paint, low rider, lowrider, crew
    walks, heist crew walks, bassline walk, street artist, skaters, skateboards
rock, techno / energetic: desert rally, dirt track, mud race, roaring engine, engines, engine, exhaust, burn rubber,
    rally car, rally driver, snowboarder, snowboarders, freestyle ski, mountain descent, air stunt
country, celtic / joyful: barn raising, fiddlers, harvest festival, village dance, hay wagon, wheat field, orchard,
    apple tree, grandfather's farm, fishing trip, fishing with grandpa, pickup, log cabin, riverbank, creek bed
celtic, comedy / joyful: sailors arm wrestle, arm wrestle, arm wrestling, rowdy, rowdy sailors, drunken sailor, ale
    house, tankard, tankards, mead, mead hall, longship, longships, viking ship, row in time, rowing vikings, bard
    sings
afrobeat, drumline / energetic: ceremony drums, rain forest ceremony, tribal ceremony, village drums, drum ceremony,
    jungle drums, shaman dance, spirit dance, mask dance, masked dancers, hunters return
comedy, circus / playful: tantrum, pet rock, epic fail, epic fails, fail compilation, moving day, moving house
rock, drum and bass / energetic: velodrome, cycling race, bike race, last lap, final lap, victory lap, penalty kick
piano, orchestral / romantic: says yes, said yes, down on one knee, slow dance, slow dancing, first dance
hip-hop, pop / energetic: beat synced edit, beat sync, transition video, outfit change
chiptune, techno / energetic: rhythm game
waltz, orchestral / romantic: vienna ball, viennese ball, opera ball, masked ball, debutante ball
bossa nova, jazz / calm: aperitif, happy hour, after dinner, ceiling fan
corporate, pop / joyful: assembly video, assembly instructions, tutorial
asian, drumline / epic: momotaro, japanese folk tale, ogre island
chase, suspense / tense: house on fire, house fire, burning house, building on fire
epic, drumline / epic: mercenaries, mercenary, thirty years' war
piano, ambient / calm: cradle, crib, baby cot, cot, baby mobile
piano, ambient / sad: stray dog, stray cat, nobody comes back
asian, ambient / calm: oil paper umbrella, paper umbrella, paper lantern, koi, katana, ronin, shogun, yokai, tatami,
    torii, onsen, rice field, rice fields, rice paddies, terracotta, silk road, jade, shinto, shinto shrine, kabuki,
    noh theatre, hanami, matsuri, yukata, hanfu, qipao, emperor of china, peking opera, wok, dumpling, chopstick,
    bamboo forest
    """
)
"""As in the other tables, for what a whole short film may be about."""
