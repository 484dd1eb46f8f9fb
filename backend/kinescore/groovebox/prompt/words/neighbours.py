"""Words that no table has, and the phrase of the tables that means nearly the same.

Made by `benchmarks/word_neighbours.py` with a sentence embedding, which nobody needs to read the list.
"""

from __future__ import annotations

from collections.abc import Mapping

_GROUPS = """
18th century: eighteenth; 19th century: nineteenth; 25th century: century; abduction: abducted; accelerates:
accelerated, acceleration; achievement: achieved, achieving; action: acted; admiral: ensign; affectionate: affection;
africa: angola, botswana, cameroon, congo, ethiopia, kenya, malawi, namibia, senegal, tanzania, uganda, zimbabwe;
african: kenyan; aged: ages, older, olds, younger; agent: agency; aggressive: aggression; aging: longevity; airplane:
aircraft, aviation; allergy: allergic; alzheimer's: alzheimer; ancient: archaeological; antenna: antennae; ants:
insects; apology: apologized; app: application; aquatic: freshwater, waters; arab: lebanese, syrian; arabia: qatar,
saudi; archbishop: prelate; architecture: architectural; argentina: argent; arguing: argued, debate, debating;
armenian: armenia; arrows: bows; art gallery: artwork; asia: taiwan; assassin: assassinate, assassination; assembly:
assemble, assembled; astronomer: astronomical, astronomy, galileo; athlete: sportsman; auction: bids; automaton:
automated, automation; babies: infant, infants; backwards: reverse, reversed; baghdad: iraqi; bahamas: nassau; baking:
baked; balkan: albania, albanians, bosnia, bosnian, bulgaria, kosovo, macedonia, serbia, serbian, yugoslav; bank:
banco, bankers; bank account: account, accounts; baptism: baptised, baptized; barrister: solicitor; baseball:
softball; basketball hoop: hoop; bathroom: restroom; batter: batting; bayou: galveston; begging: begs; beijing:
guangzhou; beirut: lebanon; belly: stomach; beloved: adored; beneath the floor: underneath; benedictine: benedict;
benefits: beneficial, benefited; betrayal: betrayed; bicycle: bike, bikes; biologist: biological; bird: beak, finch;
blood: bleeding; blown away: blew, blowing; boat: schooner, vessel; bollywood: filmfare, hindi, kapoor; book:
textbook; books: novels, textbooks; boss level: level; breathing: breathless, inhaled, lungs, respiratory; bright:
brightened; bubbles: bubbling; buenos aires: aires, buenos; burial: buried; burn rubber: rubber; business:
enterprises; cables: cords; calf: calves; campus: dorm, semester; cancer: tumors; cannon: canon; cannot stop: stopped;
cars: automobile, automobiles, vehicle; casket: cremated; caution: warning, warnings, warns; cautious: safe, wary;
celebration: festivities; celtic: scots; cemetery: interred; charges: charged, charging; charity: charitable,
philanthropic, philanthropy; chasing: pursued; cheering: cheered; chemist: chemistry; china: russia; chinese:
mandarin, peking; chosen: choice, choosing, selected, selection, selections; church: clergy, congregation,
congregations; cipher: encryption; city: town; clapping: clapped; claws: clawed, nails; cleaner: cleaned, cleaning,
cleanup; clone: copy, copying; clothes: apparel, clothed, clothing, garment, garments, wears; clues: hints; coast:
coastal, coastline; coffee: brew; coffee shop: starbucks; coin: coinage; college: academia, undergraduate; collision:
collided; colorful: colored, colors, colours, greenish; colourful: vibrant; combat: combatants, warfare; comedic:
comedians, humour; commander: commandant; company: corp, industry, manufacturer, organizational; competition: compete,
competing, competitive; competitions: competed; concrete: cement; confession: confess; confused: confuse, confusing;
confusion: misunderstanding, unclear; construction: built, constructed, constructing; conversation: communicating,
communication; cooking: cooked, cuisine, culinary; cops: policemen; coroner: examiner; corporate: businessmen,
corporation, corporations, firms, shareholders; corridor: passageway; courage: courageous; courtroom: courthouse,
courts, judicial, judiciary, jurist; cousin: relatives; cozy: snuggled; cracker: cracking, cracks; creative:
creativity; creeping: crept; cricketer: batsman; crime: criminal, criminals; crops: agricultural, agriculture,
cultivated; crowds: spectators; crying: cried; crystal: crystalline; cuba: castro; curry: currie; customer service:
service, services; customers: consumers; cycling: biking; damascus: syria; danger: hazardous, safer; dangerous:
harmful, unsafe; dead body: bodies; defeats: defeating; delighted: pleased; delivery: deliver, delivered, delivering;
dentures: dental, teeth; departure: depart, departing; depression: psychiatric; depth: deep; desert: arid; designer:
designing; destroys: destroyed, destructive; destruction: devastation; determined: determine, determines, determining;
developer: develop, development; dialogue scene: dialogue, dialogues; dies: deceased; dinner table: dining, dinner;
diplomat: ambassador; dirty: clean; disappearance: absence, absent; disappears: disappearing; disaster: catastrophe,
crises; discovery: discovered; disease: diagnosed, disorder, disorders; diving: diver, divers, scuba; divorce:
remarried; doctor: specialists; doctors: physician, physicians; dog: animal, canine, terri; dogs: animals, pets;
donation: donate, donated, donor, donors; doorway: entrances; double take: double; download: downloadable; drag:
dragged, dragging; dress: attire, wear; dresses: outfits; dubai: dhabi, emirates; dusk: daylight, daytime; dying:
suicidal; economist: economic, economics; education: educate, educated, educating, teach; educational: instructional;
efficient: efficiency; elderly: seniors; elegant: elegance; embarrassed: ashamed, embarrassment; embassy: consular,
consulate; emotional: emotion, emotions; employee: employer; employees: colleagues, employers, employs, personnel,
staff, workplace; empty: blank; empty cradle: cradle; enforcer: enforcement; erupts: erupted; espionage: spying;
eternity: forever; evacuation: evacuate; exhausted: exhaustion, fatigue; experiments: experimentation; explainer:
explanations; exploration: explore, explored, exploring; extinct: extinction; eyebrows: brow; fading: fade, fades;
failed: attempted, error, succeeded, unable, unsuccessful; fails: succeeds; fairies: faerie; fairy tale: tale, tales;
fallen leaf: fallen; falls over: fell; fears: fright, scare, scares; feather duster: dust; felony: convicted; feudal
japan: meiji, tokugawa; fiancee: engaged; fight: fought; final match: quarterfinal, semifinal; finance: financial;
fish: catfish; fishermen: fisheries, fishery; fleeing: retreating; fleeing from: fled; fleet: admiralty; flies buzz:
buzz; flop: flopped; flower: floral; flowers: bouquet; flying: winged; food: dinners, meal, meals; forbidden: banned;
forest: forestry; forgiveness: forgive, forgiven; forgotten: forget, forgot; france: french; fraud: fraudulent;
friends: buddies; frog: rana; fruit: apples, pear; full throttle: throttle; fumbles: fumbled; fundraiser: fundraising;
galaxy: galactic; gambling: gamble; gardening: horticultural, planting; ghost: haunt; giggles: chuckles, grinned,
grins, smirked; glacier: glacial; goalie: goaltender; gorgeous: stunning; graduation: graduated, graduating;
grandchild: grandchildren; grandfather: grandparents; granny: grandmother; grassland horse: grassland, grasslands;
greece: aegean; greek: hellenic; grill: grille; guards: bodyguards; gum: tooth; gym: gymnasium; hamlet: shakespeare;
hand in hand: handed; haunted: paranormal; hawaii: maui; health: wellness; hearts: cardiac; helicopter: rotor; high
school: freshman; high score: scores; highland: highlanders; highway: motorway, roads; hilarious: hysterical;
hillside: hilltop; hindu: hinduism, mandir; history: historia, historian; holding hands: holding; honour: honourable;
horrible: worst; horseback: equestrian; hospital: hospitalized; hostage: captives; hostage negotiation: negotiating;
hotel: accommodation, hospitality, lodging; house tour: tours; hug: hugged, hugging; huge: bigger, biggest, enormous,
gigantic, larger, sizable; humorous: amused, amusing; hungry: appetite, feeding, hunger, starving; hunted by: hunted;
hurrying: hurried; ice: iced; illness: sickness; imagination: imagine; immigrant: migrants; indonesia: indonesian,
jakarta, malaysia, papua, sulawesi, sumatra, timor; infantrymen: enlisted; infinite: finite; injury: concussion,
injuring, trauma; inspection: inspectors; inspects: inspecting; inspiration: inspire; instructions: directions;
intern: internship; invasion: invade, invaded, invaders, invading; invention: invented, patent, patented; inventions:
patents; investigation: investigate, investigated, investigates, investigating, investigative; investment: invest,
invested, investing, investor, investors; ireland: belfast, donegal, eireann, galway, kildare, ulster, wexford;
isolations: isolate; istanbul: ankara, constantinople; jail: arrest, arrested, sentenced; japan: hokkaido; japanese:
nippon; jeans: denim; jewels: gems; jogging: jogged; journaling: journal, journals; jurassic: cretaceous; karate:
martial; kettle: boil; keyboard typing: typing; kidnapping: kidnap, kidnapped; kills: killings; kolkata: calcutta;
korea: korean, koreans; lagos: harcourt, niger; landscapes: scenery; last message: message; late night: overnight;
late shift: shift; laughs: chuckle, chuckled, laughed; laughter: humor; laundry: wash, washed, washing; leader:
leadership; lecturer: instructors; left alone: lone; lemon: citrus; level up: leveled, levels; listens: listened;
livestock: pasture; lizard: reptiles; locked: unlock; logistics: freight, logistical; lost contact: contact; lovers:
amour; madness: insanity; mama: momma; manager: manage, management, managerial, manages, managing; map: mapping;
marriage: marital, marrying; mathematician: mathematics; medical: clinical, medicine; medieval: antiquity, feudal;
memories: amnesia; mexico: guadalajara, guatemala; model sheet: sheet; monkeys: primate; monks: buddhist; moroccan:
algerian, sudanese, tunisian; morocco: algeria, sudan, tunis, tunisia; morris dance: morris; mosquito: insect;
motivation: motivated, motive, motives; mountains: mountainous; mumbai: bombay, maharashtra; murder: homicide,
murderers; museum: antiquities; mushrooms: fungi; mustache: beard; nascar: motorsports, speedway; necklace: bracelet,
pendant; neural network: neural; new york: westchester; newborn baby: births; news: newspaper; nigeria: benin,
nigerian; nobleman: nobility; nonsense: bullshit; noodles: pasta; nose: nasal, nostrils; nuns: convent; old
photograph: photograph; old photographs: photographs; old west: west; olympics: olympian; opera: operatic; orbit:
orbital; outer space: nasa; overcomes: overcame, overcoming; packaging: package, packaged, packing; pain: ache,
aching, discomfort; painter: artists; painting: artistic, painted; paperback: hardcover; paranoid: paranoia; parents:
parental, parenting; parisian: francaise; parting: separating; partner: partnership; patriotic: patriot; perfume:
cologne, scents; persian: iranian; pharmacy: pharmaceutical, pharmaceuticals, prescription; photo album: photos; pigs:
pork; pirates: privateer; plane: cessna; planet: neptune, planetary; platform game: platform; platformer: platforms;
plumber: plumbing; plunger: plunge, plunging; poisonous: toxic; pope: papacy, papal, pontifical, vatican; porcelain:
ceramic; poverty: disadvantaged, impoverished; prayer: prayed; preacher: pastor; pretends to: pretend, pretended,
pretending; priest: priesthood; printer: printing; prison: convicts, correctional, imprisoned, imprisonment,
incarcerated, inmate, inmates, penitentiary, prisoners; prize: award, rewarded; prizes: rewards; product demo: demo;
professor: faculty, professorship; programmer: programming; promotional: promoting, promotion, promotions; proposal:
propose, proposing; prosecutor: accused, defendant, defendants, indictment, prosecution; pup: dogg; quarrel:
disagreements, disputes; quarterback: cornerback; queen: elizabeth; racehorse: thoroughbred; racing car: racers;
railway: railroad, railroads; raining: precipitation, rainfall; rally: rallied; rapper: kendrick; reading: reader,
readers; rebellion: rebelled; rebels: guerrillas; recovery: recovering; recruit: enlist; recruits: recruitment;
recycling: recycled; red eyes: eyed; reflective: reflect; regret: regretted; rejected: refused, reject; rejection:
rejecting, rejects; relationship: relation; relaxed: relaxation; religious: christian, christianity, christians,
religion, secular; remembering: forgetting, recall, recalling; repair: fixing; repairs: maintenance; replaced:
replace, replacement, replacements, replaces, replacing; replicant: replicate; researcher: research, researching;
retirement: retire, retired, retiring; reunion: reunite; revenge: retaliation; revolution: revolutionaries,
revolutionary; riding: ridden; rifle: ammunition, firearms; rio: janeiro; ritual: ceremonial; river: tributaries,
tributary, waterway; roaring engine: roaring; robbery: robbed; rodent: mammalian; roller skating: roller; row in time:
rows; sahara: saharan; sailing: nautical; sailors: seaman; saint patrick: patrick; santa: rudolph; santa claus: claus;
saxophone player: musician; scared: freaked, frightened, terrified; scary: frightening; scientist: science, sciences,
scientific; scotland: caledonian, edinburgh, glasgow; scouts: scouting; scratches: scratched; scream: yell; screaming:
yelling, yells; screams: noises; screens: displays, monitor, monitors; sculpture: artworks; sculptures: sculpted;
secret: secretive; security: protecting, protection, secure; sedan: coupe; seductive: seduce, seduction; shanghai:
guangdong, shenzhen, taipei; ship: freighter; shipping: shipment, shipments, shipped; shoe: barefoot, sole; shooting:
gunfire; shore: ashore, shoreline; shower: bath; shrimp: seafood; sink: drain; skateboard: boards; skeleton: skeletal;
sketching: sketch; sleeping: asleep, slept; slipping: slipped; smartphone: iphone, nokia; smelly: scent, smelled,
smelling, smells, stench, stink; smugglers: smuggling; snail: gastropod; snapping fingers: snapping; sniffing:
sniffed; sobbing: sobbed; soccer: fifa; sofa: furniture; soft: softened; software: programs; solar panels: panels;
soldiers: servicemen; solutions: solve; soothing: soothe; spain: catalonia; spartan: sparta; speeds: sped, velocity;
spills: spilled, spilling; sport: athletic; sports: athletics; spreadsheet: excel; squash and stretch: squash;
staircase: stairwell; stands up again: stood; stare down: gazing; stares: stared; stares down: staring; stars:
stellar; steak: meat; sticky: sticking; storytelling: narrative, narratives, storyline; strawberry: berries; strike
force: strike, strikes; striker: goalscorer; strippers: stripping; stumbling: stumbled; suffering: suffer, suffered,
suffers; sunlight: sunshine; surgeon: specialist, surgery, surgical; surveillance: monitored; surveillance camera:
cameras; suspects: perpetrators; sustainability: sustainable; swallow: throat; swapped: switched; sweater: sweatshirt;
sweetheart: sweetie; swimsuit: bikini, suit; sword: blade, bladed; talking: discussing, talked; tap dance: taps;
taste: flavor, flavour; tasting: flavors; teacher: educator, instructor; teachers: educators, teaching; tech:
technical; technology: technological; teen: adolescence, adolescent, juvenile, seventeen, thirteen; teenagers:
adolescents, adults; tennis: wimbledon; thailand: bangkok, cambodia, laos; theft: stole, stolen; therapy: therapist;
threatening: threaten, threatened, threatens; toilet: sewage; tokyo: nanjing, osaka; tongue in cheek: cheek, tongue;
touching: touched, touches; tourist: tourism; train station: station; transformation: transform; traveller: travelled,
travelling; treason: traitor; tribal: indigenous; tribe: natives; tries and fails: attempts; turkey: anatolia;
turkish: bulgarian, turkic; twitches: twitch; tyrannosaurus: dino; ugly: hideous; uncertain: certainty; underwear:
briefs, panties; uneasy: unease; university: academic, institution, universidad, universite; unseen: invisible,
unnoticed, visible; uprising: insurrection, revolt, unrest; upside down: flipped, flipping, inverted, upside;
vanished: disappeared, missing; vhs tape: tape, tapes; victory: defeated; vietnam: indochina, vietnamese; viking:
norse; villain: antagonist; vodka: alcohol, liquor; volcano: volcanic; volleyball: fivb, volley; vow: vowed; war:
wartime; war memorial: memorial; weapon: wielding; weapons: armament, guns, munitions, weaponry; website: site; weeps:
wept; wheat: barley, grains; whisky: scotch; whoopee cushion: cushion, cushions; wife: wives; wifi: wireless; wig:
ponytail; window seat: window; witness: testify, testimony; wonderful: excellent; worker: occupation; workers:
laborers; worried: concern, concerned; worship: worshipped; wrestlemania: smackdown; wrestling: wrestle, wrestled;
yearning: craved; youth: juveniles, young; zero gravity: gravity; zeus: hercules
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
