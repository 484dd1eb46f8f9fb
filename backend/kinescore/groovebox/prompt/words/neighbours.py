"""Words that no table has, and the phrase of the tables that means nearly the same.

Made by `benchmarks/word_neighbours.py` with a sentence embedding, which nobody needs to read the list.
"""

from __future__ import annotations

from collections.abc import Mapping

_GROUPS = """
18th century: eighteenth; 19th century: nineteenth; abduction: abducted; accelerates: accelerated, acceleration;
achievement: achieved, achieving; action: acted; admiral: ensign; affectionate: affection; africa: angola, botswana,
cameroon, congo, ethiopia, kenya, malawi, namibia, senegal, tanzania, uganda, zimbabwe; african: kenyan; aged: older,
olds; agent: agency; aggressive: aggression; aging: longevity; airplane: aircraft, aviation; allergy: allergic;
alzheimer's: alzheimer; ancient: archaeological; antenna: antennae; ants: insects; apology: apologized; app:
application; aquatic: freshwater, waters; arab: lebanese, syrian; arabia: qatar, saudi; archbishop: prelate;
architecture: architectural; argentina: argent; arguing: argued, debate, debating; armenian: armenia; art gallery:
artwork; asia: taiwan; assassin: assassinate, assassination; assembly: assemble, assembled; astronomer: astronomical,
astronomy, galileo; athlete: sportsman; auction: bids; automaton: automated, automation; babies: infant, infants;
backwards: reversed; baghdad: iraqi; bahamas: nassau; baking: baked; balkan: albania, albanians, bosnia, bosnian,
bulgaria, kosovo, macedonia, serbia, serbian, yugoslav; bank: banco, bankers; baptism: baptised, baptized; barrister:
solicitor; baseball: softball; bathroom: restroom; batter: batting; bayou: galveston; begging: begs; beijing:
guangzhou; beirut: lebanon; belly: stomach; beloved: adored; beneath the floor: underneath; benedictine: benedict;
benefits: beneficial, benefited; betrayal: betrayed; bicycle: bike, bikes; biologist: biological; bird: beak, finch;
blood: bleeding; blown away: blew; boat: schooner, vessel; bollywood: filmfare, hindi, kapoor; book: textbook; books:
novels, textbooks; breathing: breathless, inhaled, lungs, respiratory; bright: brightened; broom: sweep; bullets:
ammunition; burial: buried; business: enterprises; cables: cords; calf: calves; campus: dorm, semester; cancer:
tumors; cannon: canon; cars: automobile, automobiles, vehicle; casket: cremated; caution: warning, warnings, warns;
cautious: wary; celebration: festivities; celtic: scots; cemetery: interred; champions: championships, champs;
charges: charged, charging; charity: charitable, philanthropic, philanthropy; chasing: pursued; cheering: cheered;
chemist: chemistry; chilled: cooled; chinese: mandarin, peking; church: clergy, congregation, congregations, seminary;
cipher: encryption; city: town; clapping: clapped; claws: clawed, nails; cleaner: cleansing; clone: copy, copying;
clothes: apparel, clothed, clothing, garment, garments, wears; clues: hints; coast: coastal, coastline; coffee: brew;
coffee shop: starbucks; coin: coinage; colleague: collaborator; colleagues: collaborators, teammates; college:
academia, undergraduate; collision: collided; colorful: colors, colours, greenish; colourful: vibrant; combat:
combatants, warfare; comedic: comedians, humour; commander: commandant; company: corp, industry, manufacturer,
organizational; competition: compete, competing, competitive; competitions: competed; concrete: cement; conductor:
conducting; confession: confess; confused: confuse, confusing; confusion: misunderstanding, unclear; construction:
built, constructed, constructing; conversation: communicating, communication, dialogue; cooking: cooked, cuisine,
culinary; cops: policemen, policing; coroner: examiner; corporate: businessmen, corporation, corporations, firms,
shareholders; corridor: passageway; courage: courageous; courtroom: courthouse, courts, jurist; cousin: relatives;
cozy: snuggled; cracker: cracks; creative: creativity; creeping: crept; cricketer: batsman; crime: criminal,
criminals; crops: agricultural, agriculture, cultivated; crowds: spectators; crying: cried; crystal: crystalline;
cuba: castro; curry: currie; customers: consumers; cycling: biking; damascus: syria; danger: hazardous; dangerous:
harmful, unsafe; dead body: bodies; defeats: defeating; delighted: pleased; delivery: deliver, delivered, delivering;
dentures: dental, teeth; departure: depart, departing; depression: psychiatric; desert: arid; designer: designing;
destroys: destroyed, destructive; destruction: devastation; determined: determine, determines, determining; developer:
develop, development; dies: deceased; dinner table: dining; diplomat: ambassador; disappearance: absence, absent;
disappears: disappearing; disaster: catastrophe, crises; discovery: discovered; disease: diagnosed, disorder,
disorders; disguised: pretended; diving: diver, divers, scuba; divorce: remarried; doctor: specialists; doctors:
physician, physicians; dog: animal, canine, terri; dogs: animals, pets; donation: donate, donated, donor, donors;
doorway: entrances; download: downloadable; drag: dragged, dragging; dress: attire, wear; dresses: outfits; dubai:
dhabi, emirates; dying: suicidal; economist: economic, economics; education: educate, educated, educating, teach;
educational: instructional; efficient: efficiency; elderly: seniors; embarrassed: ashamed, embarrassment; embassy:
consular, consulate; emotional: emotion, emotions; employee: employer; employees: employers, employs, personnel,
staff, workplace; empty: blank; enforcer: enforcement; erupts: erupted; espionage: spying; eternity: forever;
evacuation: evacuate; exhausted: exhaustion, fatigue; expensive: affordable; experiments: experimentation; explainer:
explanations; exploration: explore, explored, exploring; extinct: extinction; eyebrows: brow; fading: fade, fades;
failed: attempted, error, unable, unsuccessful; fairies: faerie; falls over: fell; fears: fright, scare, scares;
felony: convicted; fencing: fences; feudal japan: meiji, tokugawa; fiancee: engaged; fight: fought; final match:
quarterfinal, semifinal; finance: financial; fish: catfish; fishermen: fisheries, fishery; fleeing: retreating;
fleeing from: fled; fleet: admiralty; floating: floated; flop: flopped; flower: floral; flowers: bouquet; flying:
winged; food: dinner, dinners, meal, meals; forbidden: banned; forest: forestry; forgiveness: forgive, forgiven;
forgotten: forget, forgot; france: french; fraud: fraudulent; freelancer: freelance; friends: buddies; frog: rana;
fruit: apples, pear; fumbles: fumbled; fundraiser: fundraising; galaxy: galactic; gambling: gamble; garden: lawn;
gardener: botanist; gardening: horticultural, planting; ghost: haunt; giggles: chuckles, grinned, grins, smirked;
glacier: glacial; goalie: goaltender; graduation: graduated, graduating; grandchild: grandchildren; grandfather:
grandparents; granny: grandmother; greece: aegean; greek: hellenic; grill: grille; guards: bodyguards; gum: tooth;
gun: shotgun; guns: armed, firearms; gym: gymnasium; hamlet: shakespeare; haunted: paranormal; hawaii: maui; health:
wellness; hearts: cardiac; helicopter: rotor; high school: freshman; highland: highlanders; highway: motorway, roads;
hilarious: hysterical; hillside: hilltop; hindu: hinduism, mandir; history: historia, historian; holding breath:
gasping; honour: honourable; horrible: worst; horseback: equestrian; hospital: hospitalized; hostage: captives; hotel:
accommodation, hospitality, lodging; hug: hugged, hugging; huge: bigger, biggest, enormous, gigantic, larger, sizable;
humorous: amused, amusing; hungry: appetite, feeding, hunger, starving; hunting: hunted; hurrying: hurried; ice: iced;
ice hockey: rink; illness: sickness; imagination: imagine; immigrant: migrants; indonesia: indonesian, jakarta,
malaysia, papua, sulawesi, sumatra, timor; infantrymen: enlisted; injury: concussion, injuring, trauma; inspection:
inspectors; inspects: inspecting; inspiration: inspire; instructions: directions; intern: internship; invasion:
invade, invaded, invaders, invading; invention: invented, patent, patented; inventions: patents; investigation:
investigate, investigated, investigates, investigating, investigative; investment: invest, invested, investing,
investor, investors; ireland: belfast, donegal, eireann, galway, kildare, ulster, wexford; isolations: isolate;
istanbul: ankara, constantinople; jail: arrest, arrested, sentenced; japan: hokkaido; japanese: nippon; jeans: denim;
jewels: gems; jogging: jogged; journaling: journal, journals; judge: court; judges: judicial, judiciary; jurassic:
cretaceous; karate: martial; kettle: boil; kidnapping: kidnap, kidnapped; kills: killings; kolkata: calcutta; korea:
korean, koreans; lagos: harcourt, niger; landscapes: scenery; last day: yesterday; late night: evening, overnight;
laughs: chuckle, chuckled, laughed; laughter: humor; laundry: wash, washed, washing; leader: leadership; lecturer:
instructors; left alone: lone; lemon: citrus; letter: lettering; listens: listened; livestock: pasture; lizard:
reptiles; logistics: freight, logistical; loses: losing; lovers: amour; madness: insanity; mama: momma; manager:
manage, management, managerial, manages, managing; map: mapping; marriage: marital, marrying; mathematician:
mathematics; medical: clinical, medicine; medieval: antiquity, feudal; memories: amnesia; mexico: guadalajara,
guatemala; miner: mining; monkeys: primate; monks: buddhist; moroccan: algerian, sudanese, tunisian; morocco: algeria,
sudan, tunis, tunisia; mosquito: insect; motivation: motivated, motive, motives; mountains: mountainous; mumbai:
bombay, maharashtra; murder: homicide, murderers; museum: antiquities; mushrooms: fungi; mustache: beard; nascar:
motorsports, speedway; necklace: bracelet, pendant; negotiator: negotiating; new york: westchester; newborn baby:
births; news: newspaper; nigeria: benin, nigerian; nobleman: nobility; nonsense: bullshit; noodles: pasta; nose:
nasal, nostrils; nuns: convent; olympics: olympian; opera: operatic; orbit: orbital; outer space: nasa; overcomes:
overcame, overcoming; packaging: package, packaged, packing; pain: ache, aching, discomfort; painter: artists;
painting: artistic, painted; paperback: hardcover; paranoid: paranoia; parents: parental, parenting; parisian:
francaise; parting: separating; partner: partnership; patriotic: patriot; perfume: cologne, scents; persian: iranian;
pharmacy: pharmaceutical, pharmaceuticals, prescription; phone: telephone; pigs: pork; pirates: privateer; pistol:
firearm, handgun; plane: cessna; planet: neptune, planetary; platformer: platform, platforms; plumber: plumbing;
plunger: plunge, plunging; poisonous: toxic; pope: papacy, papal, pontifical, vatican; porcelain: ceramic; poverty:
disadvantaged; prayer: prayed; preacher: pastor; priest: priesthood; printer: printing; prison: convicts,
correctional, imprisoned, imprisonment, incarcerated, inmate, inmates, penitentiary, prisoners; prize: award,
rewarded; prizes: rewards; professor: faculty, professorship; programmer: programming; promotional: promoting,
promotion, promotions; proposal: propose, proposing; prosecutor: accused, defendant, defendants, indictment,
prosecution; pup: dogg; quarrel: disagreements, disputes; quarterback: cornerback; queen: elizabeth; racehorse:
thoroughbred; racing car: racers; railway: railroad, railroads; raining: precipitation, rainfall; rally: rallied;
rapper: kendrick; reading: reader, readers; rebellion: rebelled; rebels: guerrillas; recovery: recovering; recruit:
enlist; recruits: recruitment; recycling: recycled; red eyes: eyed; reflective: reflect; regret: regretted; rejected:
refused, reject; rejection: rejecting, rejects; relationship: relation; relaxed: relaxation; religious: christian,
christianity, christians, religion; remembering: recall, recalling; repair: fixing; repairs: maintenance; replaced:
replace, replacement, replacements, replaces, replacing; replicant: replicate; researcher: research, researching;
retirement: retire, retired, retiring; reunion: reunite; revenge: retaliation; revolution: revolutionaries,
revolutionary; riding: ridden; rio: janeiro; ritual: ceremonial; river: tributaries, tributary, waterway; robbery:
robbed; rodent: mammalian; row in time: rows; sahara: saharan; sailing: nautical; sailors: seaman; santa: claus,
rudolph; saxophone player: musician; scared: freaked, frightened, terrified; scary: frightening; scientist: science,
sciences, scientific; scotland: caledonian, edinburgh, glasgow; scouts: scouting; scream: yell; screaming: yelling,
yells; screams: noises; screens: displays, monitor, monitors; sculpture: artworks; sculptures: sculpted; secret:
secretive; security: protecting, protection, secure; sedan: coupe; seductive: seduce; sevillana: sevilla; shanghai:
guangdong, shenzhen, taipei; sheng: xiang; ship: freighter; shipping: shipment, shipments, shipped; shooting: gunfire,
gunshot, shooter, shooters, shoots; shore: ashore, shoreline; shower: bath; shrimp: seafood; sink: drain; skateboard:
boards; skeleton: skeletal; sketching: sketch; sleeping: asleep, slept; slipping: slipped; smartphone: iphone, nokia;
smelly: scent, smelled, smelling, smells, stench, stink; smugglers: smuggling; snail: gastropod; snaps: snapping;
sniffing: sniffed; sobbing: sobbed; soccer: fifa; sofa: furniture; soft: softened; software: programs; soldiers:
servicemen; solutions: solve; soothing: soothe; spartan: sparta; speeds: sped, velocity; spell: spelling; spills:
spilled, spilling; sport: athletic; sports: athletics; spreadsheet: excel; staircase: stairwell; stare down: gazing;
stares: stared, staring; stars: stellar; steak: meat; sticky: sticking; storytelling: narrative, narratives,
storyline, tales; strawberry: berries; striker: goalscorer; strippers: stripping; stumbling: stumbled; suffering:
suffer, suffered, suffers; sunlight: sunshine; surgeon: specialist, surgery, surgical; surveillance: cameras,
monitored; suspects: perpetrators; sustainability: sustainable; swapped: switched; sweater: sweatshirt; swimsuit:
bikini; sword: blade, bladed; talking: discussing, talked; tap dance: taps; taste: flavor, flavour; tasting: flavors;
teacher: educator, instructor; teachers: educators, teaching; tear: tearing; tech: technical; technology:
technological; teen: adolescence, adolescent, juvenile, seventeen, thirteen; teenagers: adolescents, adults; tennis:
wimbledon; thailand: bangkok, cambodia, laos; theft: stole, stolen; therapy: therapist; threatening: threaten,
threatened, threatens; toilet: sewage; tokyo: nanjing, osaka; touching: touched, touches; tourist: tourism;
transformation: transform; traveller: travelled, travelling; treason: traitor; tribal: indigenous; tribe: natives;
tries and fails: attempts; turkey: anatolia; turkish: bulgarian, turkic; twitches: twitch; typewriter: typing;
tyrannosaurus: dino; ugly: hideous; underwear: briefs, panties; uneasy: unease; university: academic, institution,
universidad, universite; unseen: invisible, unnoticed; uprising: insurrection, revolt, unrest; upside down: flipped,
flipping, inverted; vanished: disappeared, missing; vietnam: indochina, vietnamese; viking: norse; villain:
antagonist; vodka: alcohol, liquor; volcano: volcanic; volleyball: fivb, volley; vow: vowed; war: wartime; weapon:
wielding; weapons: armament, weaponry; website: site; weeps: wept; wheat: barley, grains; whisky: scotch; wife: wives;
wifi: wireless; wig: ponytail; witness: testify, testimony; wonderful: excellent; worker: occupation; workers:
laborers; worried: concern, concerned; worship: worshipped; wrestlemania: smackdown; wrestling: wrestle, wrestled;
yearning: craved; youth: juveniles, young; zeus: hercules
"""


def _read(groups: str) -> dict[str, str]:
    """{word: phrase} of groups "phrase: word, word" between semicolons."""
    table: dict[str, str] = {}
    for group in " ".join(groups.split()).split("; "):
        phrase, words = group.split(": ")
        table.update(dict.fromkeys(words.split(", "), phrase))
    return table


NEIGHBOURS: Mapping[str, str] = _read(_GROUPS)
"""{word: phrase}; less sure than the tables."""
