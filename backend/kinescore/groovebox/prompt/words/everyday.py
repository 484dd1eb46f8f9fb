"""Words for everyday things, people and doings: each says a little, where nothing of the scene says more."""

from __future__ import annotations

from collections.abc import Mapping

from kinescore.groovebox.prompt.words.tables import Hint, read_hints

EVERYDAY_PHRASES: Mapping[str, Hint] = read_hints(
    """
comedy, orchestral / playful: bird, birdie, cricket, deer, dove, hare, moose, rhino, oyster, sparrow, mule, hound,
    flea, mammoth, bulldog, boar, grizzly, tortoise, bison, stag, terrier, clam, partridge, greyhound, quail,
    mantis, antelope, beagle, lark, canary, fowl, collie, caribou, chimpanzee, chimp, possum, mutt, bumblebee,
    magpie, groundhog, woodpecker, stork, swallow, newt, salamander, starfish, shrimp, owl, owlet, lambs, pup,
    kitty, ape, baboon, orangutan, anteater, aardvark, mongoose, weasel, marmot, hyena, critter, rodent, poultry,
    gander, porcupine, kingfisher, gazelle, rhinoceros, corgi, spaniel, mallard, tabby, warbler, dingo, manatee,
    songbird, puffin, marten, wallaby, vole, dachshund, krill, louse, wombat, tomcat, pomeranian, hippopotamus,
    barnacle, plover, ladybird, honeybee, cuttlefish, wildebeest, cockatoo, bandicoot, cicada, parakeet, opossum,
    gnat, gerbil, macaque, ibex, roadrunner, triceratops, tyrannosaurus, velociraptor, pterodactyl, bonobo,
    pangolin, cockerel, bullfrog, macaw, lemming, tapir, echidna, racoon, chickadee, heron, hatching, mascot, gold
    coins, merchant, surprise, surprised, hilarious, ridiculous, hungry, dirty, smelly, ghost costume, toothbrush,
    homework eaten
comedy, corporate / playful: contest, weather girl, weatherman, weather forecast, repair, repairs, shopkeeper, food,
    steals, steal, stealing, wins, win, winning, blown away, blows away
chase, suspense / tense: flees, flee
celtic, country / joyful: village, hamlet
comedy, orchestral / playful: beekeeper, buzzing, loses his temper, loses her temper, tangles, whimsy
celtic, ambient / calm: fishing village, fishing boats
horror, suspense / dark: curse, curses, souls, breathes, breathing
comedy, circus / playful: tiger, tigers, ant, ants, imaginary friend, parachute, backfires, fails, failing,
    failed, oops, whoops, mishaps, dustpan, broom, mop, bucket, plunger, shovel, wheelbarrow, ladder, hammer,
    screwdriver, nail gun, sofa, armchair, wardrobe, carpet, curtain, sink, shower, bathroom, stool, bench, freezer,
    refrigerator, fool, idiot, dork, nerd, geek, weirdo, eccentric, snob, goof, oaf, maid, valet, housekeeper,
    cleaner, lazybones, sock, socks, underpants, trousers, slipper, slippers, bonnet, wool hat, costume, disguise,
    suspenders, bow
    tie, tripping, tumbles, tumbling, wobbles, wobbling, fumbles, spills, drops the tray, dizzy,
    itch, itches, scratches, cuckoo, gossip, nosy, bragging, show off, clown shoes, lunch, breakfast, dinner table,
    snack, cheese, pizza, salad, bacon, cookie, cookies, steak, fries, sausage, noodle, noodles, burger, hamburger,
    cracker, biscuit, waffle, melon, bagel, lollipop, cheesecake, marshmallow, caramel, gum, pastry, pie, jam jar,
    peanut, eggs, omelette, dumplings
bossa nova, jazz / calm: wine, champagne, vodka, whisky, margarita, tequila, sherry, buffet, banquet, steakhouse,
    diner booth, cafeteria, motel, hostel, sofa lounge, hangout, leisure, gallery opening, art fair, salon, sauna,
    massage, holiday home, marina, yacht, cruise, tourist, tourists, sightseeing, postcard, espresso, latte,
    cappuccino
bossa nova, corporate / playful: recipe, baking, bakes, cooks, frying, oven, stove, grill, barbecue, spoon,
    kettle, breakfast show, grocery, groceries, bakery, deli, butter, chocolate, dessert, cake, pudding, salad
    bowl, soup, broth
epic, cinematic / epic: enemy, squad, combat, weapon, weapons, assault, infantry, artillery, lance, brigade,
    militia, battalion, mortar, armour, armor, squadron, rebels, rebel, typhoon, deity, dagger, halberd, axe,
    crossbow, trident, mutiny, conqueror, saber, sabre, hatchet, skirmish, centurion, yeti, tempest, vanguard,
    breach, onslaught, triumphs, leviathan, behemoth, ogre, duelist, swordsman, swordswoman, crusade, crusader,
    barbarian, hordes, horde, alliance, liberation, mountain pass, summit, fjord crossing, charges, vow, banner,
    banners, ramparts, drawbridge, rifle, musket, machete, cannonball, rapier, broadsword, scimitar, wyvern,
    flamethrower, firestorm, cerberus, palisade, last battle, final stand, unstoppable army, conquers, defeats,
    defends, defend, survive, survives, survivor, survivors, rise up, ancient evil, titan falls, colosseum,
    gladiatorial
orchestral, cinematic / epic: train, trains, railway, ride, rides, riding, gallop, gallops, ruler, duke, earl,
    baron, emperor, empress, monarch, tsar, nobleman, messenger, rider, wanderer, wandering, traveller, traveler,
    trek, odyssey, sovereign, crown, sceptre, sail, sails, sailboat, galleon, ferry, frigate, steamship, lifeboat,
    shipwreck, map, compass, frontier ship, monument, dawn of man, ancient, ruin, invention, inventions, balloon
    voyage, steam train, locomotive, expeditions, wanderers, ark, caravel, chariot, sloop, barge, steamboat,
    dinghy, rowboat, catamaran, conquistador, nomads on horseback, passenger, stowaway, immigrant, visitor,
    intrepid, boat, boats, tower, towers, legends, imagination, kingdoms, gold, treasure map, history, historic,
    homecoming, rescue ship, oracle, relic, relics
march, epic / energetic: captain, commander, lieutenant, colonel, sergeant, admiral, corporal, trooper, recruit,
    officers, platoon, barracks, trench, marching orders, guardsmen, tin soldiers, inspection, brass buttons
chase, rock / tense: motor, auto, bus, taxi ride, ambulance, fire engine, fire truck, helicopter, airplane,
    aeroplane, plane, jeep, sedan, limousine, limo, van, minivan, truck chase, thug, felon, thieves, gang of
    robbers, riot, blaze, fire, fireman, firefighter, firefighters, burning, burning house, evacuation, breakout,
    dodging, dodges, sprinting away, races through, hot on their heels, traffic, roller coaster, bobsleigh,
    bobsled, zip line, downhill, rescue, rescues, emergency, policeman, henchman, henchmen, airliner, biplane,
    moped, escapee, hoodlum, tornado chase, attack, attacks, attacked, shooting, strike force, speeding, speeds,
    accelerates, danger zone, dogfight, blast, collides, crashes, hit the gas, rush hour
suspense, cinematic / tense: midnight, clock, clocks, hourglass, stopwatch ticks, locked, trapped, prison, jail,
    attorney, lawyer, prosecutor, investigator, felony, dripping, drips, kidnapping, abduction, theft, fraud, scam,
    treason,
    grenade, bomb, hazard, hawk, eagle, falcon, vulture, python, viper, anaconda, crocodile, alligator, cheetah,
    jaguar, leopard, coroner, peril, bribery, enigma, riddle, puzzle, cobblestones at night, curfew, guard,
    guards, patrol, hide and seek in the dark, hiding place, keyhole, corridor, hallway, staircase, doorway,
    parking garage, alley, alleyway, warehouse at night, binoculars, torchlight, flashlight, fuse, timer,
    suspicion, suspicious, suspect, liar, betrayal, betrays, rumour, rumor, envy, jealousy, cop, cops, sheriff at
    night, sleuth, jailhouse, barrister, raptor, researcher, worried, worry, worries, trouble, shock, shocked,
    desperate, revenge, scandal, hidden, silence before, spied, strange, weird, drama, submersible, depth, depths,
    loses power, blackout, power cut, virus outbreak, quarantine, lockdown, surveillance camera, safe cracker,
    deadly, poisonous, stranger, strangers, unknown, intruder, prowler, unseen
horror, suspense / dark: monster, phantom, spectre, specter, ghoul, ghouls, ogre lair, fiend, beast, torture,
    massacre, guts, slaughter, slash, agony, torment, casket, mausoleum, parasite, mutant, mutants, mutation,
    experiment, experiments, cellar, crawlspace, crypts, dead body, skull, skulls, bones, undertaker, gravedigger,
    hearse, straitjacket, hanged man, gallows, guillotine, madness, madman, insane asylum, lunatic, sleepwalker,
    sleepwalking, thing in the dark, killer, kills, kill, victim, suicide, wounded, bloody, horrible, terrible,
    awful, ugly, rotting, rotten, cadaver, succubus, gorgon, werewolves, wraith, wraiths, shriek, shrieks,
    screeching, dissonant, dissonance, evil twin, hell, hellish, underworld, sacrificial, plague doctor, gore,
    gory, disfigured, sinister smile, flesh, shadows move, twitching, twitches
piano, orchestral / sad: patient, illness, disease, cancer, injury, injured, wheelchair, hurt, poverty, homeless,
    beggar, elder, elderly, solitude, isolation, isolated, mourning, remorse, burial, sobbing, heartache,
    rejected, rejection, evicted, bankrupt, tired, exhausted, weary, worn out, drained, lonesome, forgotten, aged,
    ageing, aging, wrinkled, retirement, moving out, empty nest, last day, last page, unsent letter, wilted,
    withered, bereaved, suffering, depression, broken, pain, painful, lose, loses everything, loses, apology,
    apologizes, sorry, miss you, last time, poor, begging, abandons, ruined life, childhood, remember, remembers,
    remembered, alone again, empty house, empty, sunken, goodbyes, misses
piano, bossa nova / romantic: wife, husband, sister, brother, marriage, partner, boyfriend, girlfriend, daddy,
    mama, cousin, sweetheart, darling, beloved, spouse, fiance, fiancee, crush, heartbeats, dinner for two,
    moonlit walk, caress, whispering sweet nothings, niece, nephew, grandson, grandchild, granny, mommy, papa,
    bridal, bridesmaid, married, marries, romance novel, gorgeous, precious, holding hands again, relationship,
    valentine card, together again, wish, wishes, promise, promises, hearts, breath, lips
corporate, pop / joyful: typewriter, newsroom, bustle, bustling, commuters, documentary, breaking news, worker,
    workers, employee, employees, manager, clerk, engineer, teacher, teachers, professor, doctor, doctors, nurse,
    surgeon, scientist, pilot, economist, programmer, developer, technician, carpenter, electrician, plumber van,
    architect, mechanic, hairdresser, receptionist, intern, secretary, salesman, saleswoman, lecturer, tutor,
    software, laptop, computer, server, phone, keyboard typing, printer, investment, finance, savings, bank,
    insurance agent, apartment, house tour, construction, construction site, crane, builders, bricks, concrete,
    university, college, lecture, seminar, classroom, campus, therapy, clinic, vaccine, factory tour, delivery,
    courier, parcel, packaging, shipping, farm to table, solar, energy efficiency, innovation, solution,
    solutions, customers, customer, clients, community, diversity, progress, growth, milestone, keynote, webinar,
    podcast, newsletter, news, news intro, weather report, broadcast, chart, charts, timeline, tour of the
    office, welcome video, onboarding, safety video, librarian, chemist, physicist, biologist, pharmacist,
    paramedic, astronomer, archaeologist, lifeguard, animator, milkman, bricklayer, optician, welder,
    mathematician, welcome, congratulations, progress bar, brainstorm, brainstorming, health, healthcare,
    creative, designer, efficient, helpful, future of work, education video, donation, benefits, inspiration,
    motivation
pop, comedy / playful: street market, market, fair stall, flea market, dress, dresses, shirt, pants, skirt, shoe,
    shoes, boots, coat, jacket, jeans, scarf, sweater, hoodie, cap, uniform, makeup, mascara, bowling, bingo,
    darts, lottery, prize, prizes, auction, karaoke, encore, cheerleaders, schoolboy, schoolgirl, youngster,
    youth, teddy, dollhouse, playhouse, lego, yo yo, hopscotch, skipping rope, jump rope, hula hooping, bubble
    gum, sticker, stickers, glitter, sparkles, unboxes, pop star, popstar, sleepover, clothes, shorts, underwear,
    robe, blouse, tights, swimsuit, beanie, frisbee, turban, slingshot, beret, sandal, sandals, pajamas, pyjamas,
    poncho, raincoat, bathrobe, headscarf, apron, mittens, umbrella hat, lucky, gift, gifts, present, presents,
    comics, comic book, crazy, celebrate, celebrates, balloons pop, tickets, quiz
pop, corporate / joyful: winning, delight, thrill, thrilled, excitement, relief, success story, carnival of
    colours, applause, audience cheers, high five, dances in the street, spontaneous dance, jumps for joy, good
    news, first prize
house, rock / energetic: golf, baseball, contest, skiing, skier, skating, goalie, striker, quarterback,
    cricketer, tumbling routine, lineman, batter, slalom, weightlifting, weightlifter, bodybuilder, javelin,
    discus, shot put, trampolining, rollerblades, inline skating, scoreboard, arena match, finish line, personal
    best, warm up
ambient, cinematic / dreamy: wind, hill, hills, stream, diamond, shore, coast, creek, gulf, ridge, delta, cliff,
    cliffs, pond, grove, glen, breeze, brook, riverside, cove, cavern, plateau, canyon at dawn, strait, hillside,
    gorge, inlet, loch, haze, foliage, monsoon, bayou, ravine, estuary, lakeside, seaside, supernova, whirlpool,
    seashore, grotto, stingray, orca, manta ray, seahorse, squid, kelp, smoke, steam, bubbles rising, floats,
    hovering, hovers, drifts, drift, pebbles, sand, sunlight, sunbeam, sunbeams, starlight, vapour, vapor,
    mountaintop, earth, universe, salmon, trout, ledge, moray, seabed, atoll, lagoon mist, headland, beluga, tarn,
    narwhal, lionfish, reeds, reed, marsh, wetland, wetlands, delta at dawn, infinite, infinity, vast, endless,
    timeless, atmosphere, solar system, radio telescope, breathing, breathes, submerged, beneath the waves,
    weightlessly, aquatic, mirage lake, peaks
orchestral, ambient / dreamy: tree, trees, bush, flower, flowers, blossom, blossoms, grass, violet, violets,
    daisy, daisies, jasmine, willow, oak, pine, leaf falls, lavender, sunflower, orchid, myrtle, clover, hazel,
    lilac, tulip, tulips, sprite, sprites, pixie, pixies, nymph, nymphs, faun, warlock, enchantress, sorcerer,
    sorceress, sandman, necklace, jewel, jewels, jewellery, jewelry, earring, tiara, peacock, nightingale,
    dragonfly wings, moonbeam, wishing well
orchestral, waltz / romantic: dancer in a dress, countess, baroness, sculptures, portrait, fresco, mural,
    watercolor, watercolour, gown, tutu, pirouette, pirouettes, arabesque, plie, maestro, composer, porcelain,
    silk, velvet, candlelit
synthwave, techno / dark: spacecraft, starship, probe, mothership, robot army, exoskeleton, antenna, internet,
    cyberspace, website crash, download, upload, algorithm, algorithms, microchip, motherboard, humanoid,
    replicant, neon rain, holographic, wires, cables, cable, capsule, cryosleep, gadget, gadgets, jetpack,
    hoverboard, smart city, wifi, data center, data centre, digital, cryptic code, artificial, virtual, android
    army, glitches, hack, hacks, nanobots, quantum, superhighway
popping, techno / playful: mechanism, motors, pump, pumps, piston, pistons, lever, levers, wheel, wheels, cogs,
    cog, loom, lathe, pulley, robot arm, robotic arm, wind up toy, windup, assembly, sprinkler, doorbell,
    dominoes, domino, rube goldberg, chain reaction, marble run, metronome, robots assemble, drill press, printing
    press
country, pop / joyful: bull, beef, cattle drive, livestock, buck, mare, stallion, mustang, jockey, vineyard,
    bronco, steed, corn, wheat, hay, plough, plow, cowshed, chicken coop, farmhouse, crops, potatoes, scythe, well
    water, wagon, wagons, hurdy gurdy jig, oxen, heifer, racehorse, hayride, maize, harvesting, harvests,
    bluegrass, rural, barnyard, chicks, campground, camp, lumberjack, lumberjacks, woodcutter
chiptune, pop / playful: game, games, gameplay, rpg
popping, techno / playful: robot, robots
country, corporate / joyful: gardener, gardeners
lo-fi, ambient / calm: book, books, magazine, cabin, archive, archives, lamp, dictionary, notebook, paperback,
    diary, sketchbook, sketching, drawing, doodle, doodling, knitting, crochet, sewing, scrapbook, slumber, snug,
    blanket, pillow, couch, daydream, daydreaming, staring out of the window, aquarium light, night shift, bus
    stop, balcony plants, houseplant, houseplants, bonsai care, clock ticking softly, scrolling, waiting for a bus
middle eastern, latin / joyful: mumbai, delhi, kolkata, rickshaw, tuk tuk, sari, henna, curry, monsoon wedding,
    bhangra, sitar player, tehran, beirut, damascus, baghdad, kebab, hummus
choral, ambient / calm: priest, worship, shrine, archbishop, vicar, rector, abbot, cleric, preacher, synagogue,
    basilica, sacrament, holy water, hermit, monastic, sermon, blessing, rosary, candle vigil, vigil, nave,
    choirboys, afterlife
jazz, comedy / playful: magazine stand, newspaper boy, bellboy, bellhop, doorman, elevator operator,
    pickpocketing, hat trick, fedora, trench coat, cabbie, barfly, saxophone player, trumpeter, pianist at the
    bar, roulette, blackjack
circus, comedy / playful: entertainer, performer falls, sorcerer's apprentice, escape artist, mimes, tent, popcorn
    stand, ferris wheel, bumper cars, dunk tank, balloon animal, balloon animals, stilt walker, contortionist,
    plate spinning
comedy, bossa nova / playful: spinach, muffin, burrito, casserole, tortilla, pretzel, toffee, ravioli, meatloaf,
    baguette, croissant, chowder, sundae, scone, cornbread, haggis, sorbet, falafel, omelet, couscous, fondue,
    icecream, ratatouille, tiramisu, schnitzel, strudel, souffle, wonton, chopsticks, teapot, blender, delicious,
    tasty, yummy, pineapple, mango, lemon, strawberry, avocado, sushi, taste, tasting
k-pop, rock / energetic: anime, anime opening, manga, shonen, magical girl, cosplay, idol group
ambient, lo-fi / calm: save room, safe room, save point, menu, menu screen, main menu, loading screen, title screen,
    pause menu, options menu,
    settings screen, bored, boring, slow morning, waits, waiting, monday, patience
celtic, orchestral / joyful: hurdy gurdy, villagers, villager, peasant, maypole, goblet, ale, feast, feasts,
    banquet hall, clansmen, shepherd, miller, thatched, cottage, cottages, hearth, innkeeper, troubadour,
    bagpiper, fiddler
    """
)
"""The styles and the mood that each of them suggests, the best first."""
