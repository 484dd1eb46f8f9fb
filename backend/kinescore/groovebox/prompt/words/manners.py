"""How somebody is or does something, what crowds and rooms are like: words that tell a scene's temper in passing."""

from __future__ import annotations

from collections.abc import Mapping

from kinescore.groovebox.prompt.words.tables import Hint, read_hints, words

MANNER_PHRASES: Mapping[str, Hint] = read_hints(
    """
funk, hip-hop / energetic: attitude, swag, cocky, confident, confidence, confidently, stylish, suave, smug, cool cat,
    effortless, slick, sleek, showoff, shows off
rock, trap / energetic: rebellious, rebel, rebels, defiant, defiance, smashes, smash, stubborn, tough, badass,
    reckless, loudmouth, brash, bully, bullies, tattoo, leather jacket, crowd, crowds, roaring crowd, crowd chants
comedy, circus / playful: mad, absurd, absurdity, ridiculous, foolish, dumb, stupid, nonsense, daft, stuck, tumbles,
    tumble, topples, bumps, wobbles, tickles, sneezes, snoozes, gobbles, nibbles, munches, slurps, wiggles, wriggles,
    waddles, confused, confusion, embarrassed, embarrassing, greedy, hungry, stubbornly, impatient, bossy, nosy, vain,
    showdown over lunch, disaster date, chaos at home, messy, mess, disguise, disguised, silly hat, overweight,
    chubby, tiny hero, beginner, apprentice, amateur, sidekick, mascot, know it all, brags, boasts, gossip, gossips
comedy, suspense / playful: curious, curiously, curiosity, peeks, peeking, sniffs, sniffing, snooping, snoops, pokes,
    cheats, tricks, trickster, steals, stealing, snatches, sneaks a bite, swipes
piano, ambient / sad: rusty, rust, dusty, abandonment, remains, faded, fading, tear, weeps, sighs, sigh, disappointed,
    disappointment, left out, outcast, misfit, unwanted, loner, wheelchair bound, unloved, dying light, last leaf,
    drooping, alone at night, waits for her, waits for him, waiting alone
suspense, cinematic / tense: assassin, assassins, hitman, trespasser, rooftop sniper, flickers, flickering, hesitates,
    hesitation, stares, glares, glaring, whispers, whisper, listens, follows him, follows her, watched, uncertain,
    uncertainty, doubt, doubts, risk, risky, careful, carefully, caution, cautious, cautiously, waits in the dark,
    sealed, forbidden, torch, torches, torchlit, security, checkpoint, alarm clock of doom, tank, tanks
epic, orchestral / epic: rises, ascent, climber, climbers, mountaineer, mountaineers, leader, leads, march of heroes,
    proudly, commands, command, challenge, challenges, overcomes, perseveres, determined, determination, unbroken,
    against the wind, conquer, eternal, fate, fearless, bold, boldly, champion, champions, liftoff, lift off, lava
house, pop / energetic: competition, competitions, tournament, tryouts, audition, auditions, neighborhood party
hip-hop, middle hip-hop / energetic: neighborhood, neighbourhood, sidewalk, pavement, chain link fence, stoop, block,
    streets at night, bus stop dancers
pop, comedy / playful: year olds, year old kid, skips, rope, alphabet, preschoolers, preschool, abc, counting song,
    toddlers, crayons, sandbox,
    swing set, playdate, first day of school, kids' room, kids room, school bus, classmates, recess, giggle
bossa nova, lo-fi / calm: casual, casually, leisurely, stroll, strolling, strolls, unhurried, easygoing, nonchalant,
    afternoon nap, siesta, sunbathing, lounging
choral, ambient / calm: church, chapel, cathedral, monastery
ambient, suspense / dark: temple, shrine ruins, tomb raider cave, hollow, silent hall, echoes, vastness
orchestral, ambient / dreamy: alive, comes alive, comes to life, awakens, awakening, blooms, blooming, glows, glowing,
    sparkle, sparkling, twinkle, twinkling, shimmers, wonders, marvels, feather, hatches, hatching, first light, nest
jazz, funk / playful: sleight of hand, card trick, hustler, hustle, smooth talker, charmer, flirt, flirts, flirting,
    wink, winks, tipsy, nightcap
synthwave, middle hip-hop / energetic: city, cities, town at night, metropolis, downtown
chase, suspense / tense: gun, guns, pistol, pistols, rifle, rifles, revolver, bullet, bullets
suspense, cinematic / tense: hunter, hunters, hunts, hunting, judge, judges, mask, masks, masked
comedy, orchestral / playful: alarm clock, chimney sweep, jealous, jealousy, oversleeps, late for work, late for
    school
country, cinematic / sad: miner, miners, coal mine, mine shaft
pop, lo-fi / joyful: students, lockers, lunch break
corporate, pop / joyful: colleague, colleagues, coworker, coworkers, freelancer, freelancers, headset, heat pump, heat
    pumps
orchestral, comedy / dreamy: tiny, smallest
march, cinematic / epic: soldier
horror, circus / dark: detuned, out of tune, mistuned
corporate, pop / joyful: clean, crisp, polished, contemporary, fresh, user friendly
jazz, bossa nova / romantic: sexy, sultry, slinky, sensual, sensually, seductive, steamy, velvety, classy,
    sophisticated, sophistication, luxury, luxurious, upscale, chic, posh, champagne, cocktail dress,
    expensive, high end
ambient, piano / dreamy: floaty, airy, weightless, weightlessness, hazy, wispy, drifting, drifts
lo-fi, synthwave / dreamy: vibey, vibes only, aesthetic, vaporwave aesthetic
jazz, waltz / romantic: vintage, old timey, old time, old fashioned, sepia, black and white
funk, comedy / playful: bounce, bounces, bouncy, bouncing, springy, jaunty, sassy, cheeky
comedy, suspense / playful: mischief, mischief maker, up to no good
hip-hop, trap / energetic: nba, starting lineup, tip off, slam dunk contest, street fight, street fights, streetwear
rock, hip-hop / energetic: skate, skating video, skate video,
    skatepark, grind rail, half pipe
suspense, orchestral / tense: fencing, fencer, fencers, foil and epee, duelling, dueling
rock, pop / energetic: trashy, snotty, garage band
celtic, ambient / calm: meadow, meadows
comedy, pop / playful: rom com, mockumentary, kids show, kids tv, children's show, claymation, reality tv
piano, orchestral / sad: biopic, memorial, memorial service
corporate, house / joyful: crypto, beauty products, whiteboard animation, car reveal
techno, house / energetic: esports, e sports, hyperlapse
ambient, piano / calm: asmr, water level, visual novel, swimming, fly through
chiptune, orchestral / playful: overworld, level complete
funk, hip-hop / energetic: dance loop, mocap test, mocap dance
techno, synthwave / dark: giant screens, screens, machinery, conveyor, assembly robots, monotony, repetitive work
    """
)
"""As in the other tables; they say less than others."""

MIGHTY = words(
    """
    dragon dragons dinosaur dinosaurs viking vikings knight knights vampire vampires zombie zombies orc orcs ogre ogres
    giant giants ghost ghosts skeleton skeletons demon demons devil werewolf werewolves yeti villain villains superhero
    superheroes hero ninja ninjas pirate pirates wizard wizards gladiator gladiators samurai minotaur cyclops monster
    monsters godzilla gorilla gorillas alien aliens mummy cowboy cowboys caveman cavemen kraken terminator mafia
    reaper gangster gangsters barbarian barbarians emperor king queen god gods witch witches
    creature creatures ghoul ghouls goblin goblins
    """
) | {"t rex", "king kong", "grim reaper", "mafia boss", "secret agent", "death"}
"""Who is at home in tales and films: at a household's work they are a joke."""
HOMELY = words(
    """
    bed laundry dishes dish vacuum vacuums ironing irons salon haircut hairdresser barber dentist homework supermarket
    groceries shopping diet yoga zumba pilates knitting knits sews gardening lawn bathtub bath shower toothbrush teeth
    pajamas slippers diaper diapers babysitter babysits babysitting cooking cooks bakes baking cupcake cupcakes cake
    soup pancakes breakfast
    sandwich spaghetti pizza microwave fridge toaster dishwasher kitchen taxes office printer meeting
    interview bus queue bakery manicure makeup selfie selfies karaoke hiccups sneezes allergy cold ballet tutu tap
    hopscotch umbrella elevator escalator ikea furniture mortgage therapist therapy kindergarten school bicycle
    lawnmower dinner lunch date barbecue picnic bingo crossword smartphone emails email wifi password parking nap pillow
    blanket
    """
)
"""What everybody does at home, in town and at work."""
