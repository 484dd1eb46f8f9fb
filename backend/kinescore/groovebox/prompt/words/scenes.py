"""Words for scenes, places, beings and times, as animators describe what they work on."""

from __future__ import annotations

from collections.abc import Mapping

from kinescore.groovebox.prompt.words.beings import BEING_PHRASES
from kinescore.groovebox.prompt.words.everyday import EVERYDAY_PHRASES
from kinescore.groovebox.prompt.words.manners import MANNER_PHRASES
from kinescore.groovebox.prompt.words.occasions import OCCASION_PHRASES
from kinescore.groovebox.prompt.words.places import PLACE_PHRASES
from kinescore.groovebox.prompt.words.sketches import SKETCH_PHRASES
from kinescore.groovebox.prompt.words.tables import Hint, read_hints, words
from kinescore.groovebox.prompt.words.terms import TERM_PHRASES
from kinescore.groovebox.prompt.words.things import THING_PHRASES

_SCENES: Mapping[str, Hint] = read_hints(
    """
horror, suspense / dark: scary, spooky, spookily, creepy, horror, horrific, haunted, haunting, haunted house, ghost,
    ghosts, ghostly, zombie, zombies, undead, vampire, werewolf, monster attack, eerie, halloween, graveyard,
    cemetery, crypt, dungeon, nightmare, skeleton, skeletons, demon, devil, witch, witches, possessed, jump scare,
    slasher, terrifying, terror, chilling, occult, abandoned asylum, lurking, creature, killer doll, creaks, creaking,
    creaky, creaking door, full moon, haunted forest, blood, corpse, scream, screams, screaming, possessed doll, fear,
    fears, afraid, scared, doll
suspense, cinematic / tense: suspense, thriller, mystery case, spy, spies, secret agent, agent, espionage, detective,
    noir, film noir, crime, crime scene, murder, investigation, heist, burglar, thief, stealth, sneaking, sneaky,
    sneak, sneaks, tiptoe, tiptoeing, interrogation, hacker, hacking, conspiracy, stakeout, undercover, laboratory,
    intrigue, stalking, prowling, clue, clues, infiltration, hidden danger, submarine, standoff, whodunit, villain,
    villains, mastermind, evil queen, villainess, courtroom, trial, verdict, mission, secret mission, spaceship heist,
    poker, bomb disposal, countdown to launch, shadows, shadow, secret, secrets, evil plan, lair, trap door, into a
    trap, chess game of death
chase, rock / tense: chase, chases, chased, chasing, pursuit, escape, escaping, fleeing, getaway, car chase, foot
    chase, run away, running away, hot pursuit, action, action scene, action packed, parkour, stunt, stunts,
    explosion, explosions, gunfight, shootout, speed run, race against time, time bomb, prison break, rush, hurry,
    hurrying, running late
rock, techno / energetic: race, race car, racing car, cars, motorbike, motorcycle, skateboard, skateboarding, skater,
    surf, surfing, snowboard, extreme sports, bmx, training montage, rock climbing, wrestling, boxing, boxer,
    kickboxing, muay thai, mma, cage fight, prize fight,
    stadium crowd, highway,
    road rage, biker, motocross
house, drum and bass / energetic: sports, sport, sporty, football, soccer, basketball, gym, workout, fitness,
    aerobics, running, jogging, runner, exercise, athlete, olympics, cheerleading, highlights
epic, cinematic / epic: battle, battles, battlefield, war, warrior, warriors, army, armies, boss, boss fight, boss
    battle, final boss, final battle, fight, fighting, fight scene, duel, siege, dragon, dragons, viking, vikings,
    gladiator, spartan, knight, knights, sword, sword fight, superhero, superheroes, hero, heroes, hero's journey,
    titan, gods, god, apocalypse, post apocalyptic, wasteland, launch, rocket launch, rocket, lightning, thunder,
    thunderstorm, storm, volcano, earthquake, meteor, tsunami, giant wave, courage, brave, bravery, honor, honour,
    glory, legend, oath, apocalyptic, disaster, end of the world, mech, mecha, giant, giants, kaiju, trailer, teaser,
    conquest, victory, showdown at dawn, rebellion, revolution, charge into battle, cavalry, destiny, prophecy,
    throne, empire, transformation
orchestral, cinematic / epic: king, queen's court, castle, royal, procession, royal procession, minuet, queen,
    steampunk, inventor, inventor's workshop, workshop, airship, story, stories, storytelling, royalty, coronation,
    quest, adventure, adventurous, adventurer, expedition, explorer, exploration, journey, voyage, pirates, pirate,
    pirate ship, sailing, ship, seafaring, treasure, discovery, flying, flight, soaring, triumph, kingdom, medieval
    castle, open world, overture, grand finale, finale
orchestral, ambient / dreamy: fairy, fairies, fairy tale, fairytale, princess, unicorn, wizard, wizards, wizardry,
    witchcraft school, magic spell, spell, potion, enchanted forest, elf, elves, mermaid, mermaids, snow queen,
    nutcracker, once upon a time, storybook, bedtime story, fantasy, fantastical, mythical, angel, angels, ballerina,
    pegasus, magician, stardust
ambient, cinematic / dreamy: space, outer space, galaxy, cosmos, cosmic, stars, starry night, planet, planets, moon,
    moonlight, astronaut, spaceship, zero gravity, nebula, underwater, ocean, sea, deep sea, fish, fishes, jellyfish,
    whale, whales, coral reef, aquarium, diving, cloud, clouds, sky, aurora, fog, mist, rain, rainy, raining, snow,
    snowfall, snowing, winter, ice, icy, glacier, arctic, desert, dune, dunes, cave, caves, meditation, yoga, spa,
    sleep, sleeping, floating in space, alien world, alien planet, crystal, waterfall, river, lake, rainforest, time
    lapse, timelapse, slow motion, sunset, sunrise, dawn, dusk, twilight, horizon, mountain, mountains, nature, nature
    documentary, forest, woods, woodland, landscape, landscapes, ethereal realm, ruins
synthwave, techno / dark: cyberpunk, neon city, neon lights, sci fi, scifi, science fiction, future, futuristic city,
    android, cyborg, robot uprising, dystopia, dystopian, hologram, virtual reality, matrix, artificial intelligence,
    laser, lasers, alien, aliens, ufo, night drive, night ride, terminal, glitch, glitchy, time
    machine, time travel, time travelling
techno, popping / playful: machine, machines, factory, assembly line
popping, techno / playful: mechanical toy, clockwork,
    animatronic, automaton, gears, conveyor belt
piano, comedy / calm: grandma, grandpa
comedy, pop / playful: trying not to laugh, tries not to laugh, try not to laugh, mock tragic, mock heroic,
    mock serious, deadpan, slot machine, candy factory, chocolate factory, toy factory, coffee machine, comedy, comical,
    funny, comic, comedic, humorous, silly, goofy, wacky, zany, hilarious,
    slapstick, sitcom, prank, pranks, joke, jokes, gag, gags, banana peel, drunk,
    stumbling, stumbles, tripping over, trips over, shy, awkward date, sneeze, hiccup, snowball fight, butterfly,
    chases his tail, laughs, laughing, laughter, giggles, giggling, butler, food fight, pillow fight, tickle, burp,
    henhouse, pratfall, clumsy hero, mishap, cat, cats, kitten, dog, dogs, puppy, puppies, penguin, penguins, duck,
    ducks, ducklings, chicken, chickens, pig, pigs, mouse, mice, squirrel, hamster, bunny, rabbit, monkey, monkeys,
    frog, frogs, bear, teddy bear, panda, baby animal, little monster, cute monster, minion, minions, gnome, gnomes,
    snail, turtle, caterpillar, bug, bugs, bee, bees, baby, babies, toddler, toddlers, toy, toys, toy box, kid, kids,
    children, child, cooking, kitchen, chef, cartoon animal, waddle, waddling, mime, silent film, silent
    movie, nursery, playground, kindergarten, lullaby toys, fox, hedgehog, alien baby, sloth,
    parrot, dinosaur kid, blob
circus, comedy / playful: circus, clown, clowns, carousel, merry go round, bouncy castle, fairground, amusement park,
    funfair, big top, acrobat, acrobats, juggler, juggling, trapeze, ringmaster, puppet show, puppet, puppets,
    marionette, carnival ride, calliope, barrel organ, freak show, unicycle
corporate, pop / joyful: corporate, commercial, advert, advertisement, advertising, ad, ads, presentation, product,
    product demo, product launch, tutorial, explainer, explainer video, startup, office, business, tech, technology,
    app, infographic, infographics, slideshow, brand, company, e learning, education, educational, how to, interview,
    success, teamwork, vlog, unboxing, marketing, promo, promotional, real estate, montage of smiles, science for
    kids, sustainability, website, logo reveal, family, picnic
pop, funk / joyful: summer, beach party, holiday, holidays, vacation, travel, road trip, party, birthday, celebration,
    celebrating, friends, friendship, school, high school, graduation, credits, end credits, opening credits,
    wedding party, festival, confetti, fireworks, happy ending, mall, shopping, candy,
    ice cream, teenager, jumping for joy, trampoline, balloon, balloons, rainbow, makeover,
    prom, teen, teenagers, selfie, winner, dance off, flash mob, new year, game show, talk show, cheering
piano, orchestral / sad: funeral, funeral march, death, dying, dies, breakup, break up, divorce, memory, memories,
    flashback, remembering, old photographs, orphan, lost, alone in the rain, hospital, war memorial, tears, goodbye
    scene, letter, empty room, refugee, sacrifice, autumn, leaves falling, old man, old woman, widow, ending scene,
    reunion, confession, forgiveness
piano, bossa nova / romantic: wedding, bride, groom, first dance, date, first date, candlelight, candlelit dinner,
    proposal, honeymoon, couple, lovers, valentine, valentines, slow dance, mother and child, mother, lullaby,
    newborn, rose, roses, first kiss, holding hands
bossa nova, lo-fi / calm: elevator, lounge, cafe, café, coffee, coffee shop, restaurant, hotel, hotel lobby, cocktail,
    poolside, beach, waiting room, supermarket, shop, island breeze, dinner party,
    brunch, airport, boutique, resort
lo-fi, ambient / calm: study, studying, homework, rainy window, rainy day, bedroom producer, late night, reading,
    library, bookshop, bookstore, journaling, desk, cosy evening, cozy evening, fireplace, tea, commute, train ride,
    sunday morning, cat nap
jazz, funk / playful: speakeasy, gangster film, casino, gambling, vegas, las vegas, las vegas show, cabaret,
    burlesque, new york, manhattan, new orleans, mardi gras, cocktail bar, art deco, prohibition, twenties, 1920s,
    roaring twenties, 20s, thirties, 1930s, 30s, forties, 1940s, 40s, great gatsby, swing dance, tap dance, tap
    dancing, smoky bar, nightclub singer, flapper
rock, country / joyful: fifties, 1950s, 50s, rockabilly, diner, jukebox, hot rod, twist, sock hop, greaser, elvis, doo
    wop, garage, teenage rebellion
lock, rock / joyful: sixties, 1960s, 60s, soul train, hippie, hippies, woodstock, flower power, motown revue
waack, funk / joyful: 1970s, 70s, seventies, disco ball, roller skating, roller rink, roller disco, studio 54,
    saturday night, drag, drag queen, diva
funk, lock / energetic: blaxploitation, cop show, afro hair, bell bottoms, pimp, street performer
synthwave, waack / energetic: 1980s, 80s, eighties, arcade game, vhs, neon, miami, aerobics video, training montage
    80s, walkman, shoulder pads
house, middle hip-hop / energetic: 1990s, 90s, nineties, rave party
middle hip-hop, hip-hop / energetic: city street, graffiti, basketball court, street corner, subway, cypher,
    block party, boombox, bronx, brooklyn, hood, streetball, urban streets, rap battle, skate park, tagger, sneakers
trap, hip-hop / dark: gang, gangsters, mafia boss, flex, luxury car, sports car, mansion, money, boss walk
house, techno / energetic: nightclub, dj, dance club, clubbing, ibiza, laser show, dancefloor, mosh, crowd dancing,
    festival stage, glow sticks
techno, house / dark: warehouse, warehouse rave, berlin, bunker, underground, strobe, industrial plant, cyber
western, country / tense: western, wild west, cowboy, cowboys, cowgirl, showdown, sheriff, outlaw, outlaws, saloon,
    tumbleweed, gunslinger, high noon, spaghetti western, canyon, prairie, stagecoach, desperado, bounty hunter,
    bandit, bandits, ghost town, rattlesnake, frontier
country, pop / joyful: farm, farmer, barn, barn dance, line dance, square dance, tractor, ranch, rodeo, horse, horses,
    countryside, campfire, bonfire, camping, hillbilly, truck, cowboy boots, appalachian, harvest, cornfield,
    riverboat, fishing, village fair, scarecrow, garden, gardening, hiking
celtic, orchestral / joyful: celtic, ireland, scotland, highland, highlands, leprechaun, saint patrick, st patrick's
    day, tavern, medieval, renaissance, bard, hobbit, shire, sailor, sailors, shanty, pirates' tavern,
    mushrooms, mushroom village, dwarves, druid, druids, inn, robin hood, minstrel, jester, halfling, peasants, market
    square, folk dance, pub, middle ages, jousting, viking feast
orchestral, waltz / romantic: at the ball, royal ball, viennese ball, masked ball, masquerade ball, debutante ball,
    ballroom, ballroom dance, masquerade, opera, victorian, baroque court, palace,
    versailles, aristocrat, aristocrats, museum, gallery, art gallery, chess, tea party, pride and prejudice, regency,
    ice skating, figure skating, figure skater, swan, swans, swan lake, classical statue, renaissance faire, wine
    tasting, duchess, prince, vienna
waltz, jazz / romantic: paris, parisian, france, montmartre, eiffel tower, street café, bistro, seine, carousel horse,
    venice, gondola
tango, latin / dark: argentina, buenos aires, femme fatale, matador, bullfight, torero, bullfighter, flamenco, gypsy,
    seville, spain, rose in the teeth, zorro
samba, latin / joyful: carnival, rio, brazil, carnaval, rio carnival, street parade, capoeira, parade of dancers,
    feathers, toucan
latin, samba / joyful: fiesta, mexico, mexican, mariachi, havana, cuba, salsa club, piñata, taco, tacos, jungle party,
    tropical party, telenovela, sombrero, day of the dead
reggae, bossa nova / calm: island, caribbean island, jamaica, jamaican, rasta, hawaii, hawaiian, hula, palm trees,
    palm tree, hammock, sandcastle, lagoon, surfer dude, tiki, coconut
afrobeat, samba / energetic: africa, african, savanna, savannah, safari, lion, lions, elephant, elephants, giraffe,
    tribe, tribal, tribal dance, drum circle, fire dance, around the fire, shark dance, jungle, gorilla, monkeys in
    the jungle, ritual, rhythmic tribal, lagos, nigeria, ghana, maasai, zebra, cavemen, caveman, stone age, dinosaurs
asian, ambient: japan, japanese, tokyo, kyoto, samurai, ninja, ninjas, geisha, zen garden, cherry blossom, cherry
    blossoms, sakura, temple bells, china, chinese, shanghai, beijing, kung fu, martial arts, karate, panda warrior,
    dojo, tai chi, asia, asian, oriental, tea ceremony, lantern, lanterns, pagoda, korea, korean court, thailand,
    vietnam, bamboo, origami, shaolin, lunar new year, chinese new year, feudal japan, monk, monks, bali, indonesia,
    buddha
middle eastern, ambient / dark: egypt, egyptian, pyramid, pyramids, pharaoh, mummy, arab, arabic, arabia, arabian,
    arabian nights, persia, persian, aladdin, genie, belly dance, belly dancer, bazaar, camel, camels, caravan,
    morocco, moroccan, turkey, turkish, sultan, harem, snake charmer, cobra, oasis, india, indian, bollywood,
    bollywood dance, hindu, sahara, middle east, middle eastern, magic carpet, scorpion, tomb, balkan, klezmer, jewish
    wedding
choral, ambient / calm: gregorian, gregorian chant, cathedral choir, monastery choir, abbey, heaven, heavenly gates,
    religious, church service, prayer, praying, mass, requiem, nun, nuns, holy, sacred place, medieval monks, pope,
    gospel, gospel choir, hymn, easter, miracle, epitaph, resurrection, cathedral scene, crypt monks
march, epic / energetic: march, marching, military, soldiers, parade, parade ground, troops, drill, drill
    sergeant, drum major, patriotic, anthem, national anthem, boot camp, toy soldiers, tin soldier, regiment, navy,
    general inspection, flag, flags, brass band parade, elephants marching, ants marching, boy scouts
chiptune, synthwave / playful: video game, videogame, pixel, pixels, pixel art, arcade,
    platformer, console, game boy, gameboy, nintendo, retro game, level up, power up, game over,
    chip tune, joystick, high score, side scroller, coin, coins, speedrun
k-pop, pop / energetic: kpop idol, idol, idols, seoul, boy band, girl group, girl band, dance practice, music video
dubstep, trap / energetic: dubstep, transformers, robots fighting, heavy drop, bass drop dance, glitch hop, monster
    truck, growl, filthy
body percussion, drumline / playful: stomp, stomping, clapping, claps, clap, snapping fingers, finger snaps, snaps,
    beatbox, body percussion, hand clap, hand claps, footsteps rhythm, tap shoes, clapping game, hambone, step dance,
    stepping, dustbins, buckets, bucket drumming, cups
drumline, afrobeat / energetic: drum solo, drums only, only drums, drum line, drumline, percussion ensemble, taiko
    ensemble, drum battle, drum corps, war dance
orchestral, piano / joyful: christmas, xmas, santa, santa claus, sleigh, reindeer, snowman, winter wonderland,
    gingerbread, advent, elves workshop, toy shop
"""
)
SCENE_PHRASES: Mapping[str, Hint] = {
    **PLACE_PHRASES, **MANNER_PHRASES, **SKETCH_PHRASES, **EVERYDAY_PHRASES, **THING_PHRASES, **BEING_PHRASES,
    **_SCENES, **OCCASION_PHRASES, **TERM_PHRASES,
}  # fmt: skip
"""The styles and the mood that each of them suggests, the best first."""

_IN_ITSELF = (
    THING_PHRASES.keys() | BEING_PHRASES.keys() | _SCENES.keys() | OCCASION_PHRASES.keys() | TERM_PHRASES.keys()
)
_FORMATS = words(
    "commercial advert advertisement advertising ad ads presentation tutorial explainer promo promotional vlog trailer "
    "documentary charity"
)
"""What is made, whatever it is about: a perfume's advertisement is one of perfume."""
IN_PASSING = ((EVERYDAY_PHRASES.keys() | MANNER_PHRASES.keys()) - _IN_ITSELF) | _FORMATS
"""Those that say less than others."""
