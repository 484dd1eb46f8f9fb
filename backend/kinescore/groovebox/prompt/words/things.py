"""Words for the rest of the world: sports, relatives, trades, vehicles, weather, food, feelings that a scene shows."""

from __future__ import annotations

from collections.abc import Mapping

from kinescore.groovebox.prompt.words.tables import Hint, read_hints

THING_PHRASES: Mapping[str, Hint] = read_hints(
    """
rock, techno / energetic: pit crew, pit stop, formula one, nascar, rally, rally car, quad bike, jet, fighter jet,
    wakeboard, kitesurf, ice hockey, hockey, rugby, lacrosse, wrestling match, knockout, punching bag, sparring, mosh
    pit, stage dive, drummer boy, headbanging, tattoo, bungee, base jump, skydive, skydiving, free climbing, dirt
    bike, tyres, tires, engine, engines, exhaust
house, pop / energetic: tennis, volleyball, badminton, cycling, cyclist, marathon, sprint, sprinter, relay, rowing,
    swimmer, gymnast, gymnastics, hurdles, high jump, medal ceremony, team, coach, referee, goalkeeper, goal, penalty,
    stopwatch, spinning class, pilates, dumbbells
asian, epic / tense: sumo wrestler, sumo wrestlers, sumo, judo, aikido, kendo, taekwondo, jujitsu, katana, nunchucks,
    shogun, ronin, rice field, rice paddies, great wall, terracotta, calligraphy, mahjong, lotus, koi, bonsai, kimono
horror, suspense / dark: tarantula, scorpion, centipede, cockroach, leech, maggots, piranha, crawls, crawling, crawl,
    creep, creeps, slither, slithers, heartbeat, footsteps behind, whispers, whispering, flickering light,
    shadow moves, black cat, bloodstain, dungeon door, catacombs, sarcophagus, poltergeist, banshee, clown doll,
    hollow, fangs, claws
suspense, jazz / tense: mobster, mobsters, mafia, gangster boss, godfather, sicilian, con man, counterfeiter,
    pickpocket, bribe, loan shark, speakeasy raid, bootlegger, enforcer, witness, alibi, autopsy, evidence, case file,
    diplomat, embassy, border, checkpoint, radar, code breaker, cipher, hostage taker, negotiator, countdown clock,
    time runs out, holding breath, mirror
epic, cinematic / tense: lava, magma, wildfire, inferno, tornado, hurricane, cyclone, flood, floods, mudslide,
    blizzard, landslide, sandstorm, asteroid, comet, crater, collapse, collapses, crumbles, demolition, destroys,
    destruction, warship, battleship, submarine battle, tank, tanks, bomber, invasion, uprising, barricade, siege
    tower, besieged
comedy, orchestral / playful: piglet, piglets, foal, calf, kid goat, gosling, puppies, kittens, cub, cubs, hatchling,
    tadpole, guinea pig, ferret, sea lion, platypus, armadillo, skunk, warthog, toad, lizard, gecko, iguana,
    chameleon, moth, dragonfly, firefly jar, mouse trap scheme, toupee, wig, mustache, moustache, banana, custard,
    jelly, spaghetti, meatball, popcorn, pancake, pancakes, doughnut, donut, cupcake, sandwich, pickle, vegetables,
    fruit, tomato, carrot, potato, onion, toaster, fridge, washing machine, vacuum cleaner, umbrella, bathtub, toilet,
    sneezes, yawns, tangled, stuck, sibling, brothers bicker, neighbour, neighbor, mother in law, uncle, aunt, twins,
    toddlers fight
piano, corporate / romantic: father, mum, mom, dad, son, daughter, parents, grandfather, granddaughter, newborn baby,
    teaches, learning to walk, first steps, first day of school, bike ride, ride a bike, growing up, home movie, photo
    album, letter home, hospital bed, recovery, friendship, friends, best friends, old friends, neighbours help,
    kindness, charity
country, pop / joyful: banjo, haystack, windmill, orchard, apple picking, pumpkin, tractor pull, cattle, sheepdog,
    stable, county fair, porch, rocking chair, trail, canoe, kayak, lake cabin, pickup truck, hitchhiker, backpack,
    campers, scouts, beekeeper, honey
corporate, techno / joyful: dashboard, spreadsheet, interface animation, logo, logo reveal, website, wireframe,
    office, meeting, handshake, bank account, invoice, logistics, warehouse robots, solar panels, wind turbines,
    electric car, laboratory tour, medical, dentist, pharmacy, real estate, architecture, skyline timelapse, blueprint
ambient, cinematic / dreamy: hot air balloon, hot air balloons, glider, paraglider, kite, feather, glass, glassblower,
    sculptor, sculpture, pottery, clay, painter, paints, painting, ink, brushstroke, microscope, cells, dna, embryo,
    seed, sprout, sapling, moss, fern, pollen, drop of water, droplet, puddle, ripples, echoes, northern lights,
    eclipse, orbit, orbits, spaceport, space station, cosmonaut, moon landing, telescope, black hole, wormhole, time
    itself, eternity, memory fades, loneliness of space
synthwave, techno / dark: starport, megacity, skyscraper, elevator shaft, tunnel, neon tunnel, motorcycle at night,
    taxi, night city, night traffic, billboard, vending robot, clone, clones, augmented, implants, firewall, virus,
    code, hologram singer, arcade hall
chiptune, comedy / playful: pinball, joypad, tamagotchi, high score table, bonus level, boss level, platform game,
    puzzle game, maze, dungeon crawler, inventory, extra life
celtic, orchestral / epic: sailors, harbour, harbor, lighthouse keeper, fisherman, fishermen, fishing boat, oars,
    rowers, longship, raid, mead, clan, kilt, moor, standing stones, stone circle, blacksmith, anvil, forge, archer,
    archers, longbow, tournament, squire
orchestral, waltz / romantic: chandelier, candelabra, corset, fan dance, powdered wig, harpsichordist, duel at dawn,
    opera house, conductor, concert hall, statue, fountain, rose garden, swan boat, ice palace, snow globe, pocket
    watch, clockmaker, watchmaker
latin, samba / joyful: mojito, cigar roller, street vendor, market stall, maracas, conga line, football fans, pinata,
    tropical fruit, parrots, flamingos, beach volleyball, carnival float
middle eastern, ambient / dreamy: cappadocia, istanbul, cairo, dubai, marrakech, petra, minaret, mosque, spice market,
    spices, hookah, silk road, nomad, nomads, oud player, mirage, sphinx, nile
reggae, bossa nova / calm: snorkel, snorkelling, surf shack, island hopping, flip flops, hammocks, sunbathing, cruise
    ship
choral, orchestral / calm: baptism, communion, altar, chapel, stained glass, nativity, pilgrim, pilgrims, pilgrimage,
    bishop, cardinal, saint, saints, crucifix, psalm, evensong, halo, kneels
jazz, bossa nova / romantic: cocktail party, rooftop bar, piano bar, bartender, whiskey, tuxedo, top hat, monocle,
    saxophonist, crooner, night train, neon diner, lipstick, red dress, pearls
hip-hop, middle hip-hop / energetic: spray can, spray paint, low rider, lowrider, basketball hoop, dunk, bucket hat,
    gold chain, beat maker, turntables, mixtape, corner kid, barbershop, crew, dance crew
march, orchestral / epic: troops return, soldiers return, salute, veteran, veterans, memorial day, honour guard, honor
    guard, cadets, cannon, cannons, bayonet, drummer boys, changing of the guard
circus, comedy / tense: knife thrower, drum roll, tightrope, lion tamer, human cannonball, fire eater, fire eaters,
    hall of mirrors, sideshow, sword swallower
"""
)
"""The styles and the mood that each of them suggests, the best first."""
