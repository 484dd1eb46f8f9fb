"""Words that no table has, and the phrase of the tables that means nearly the same.

Made by `benchmarks/word_neighbours.py` with a sentence embedding, which nobody needs to read the list.
"""

from __future__ import annotations

from collections.abc import Mapping

_GROUPS = """
1940s: postwar; abandoned: disappearance; abandons: abandoning, abandonment; abbey: priory; abbot: minister;
abduction: abducted; accelerates: accelerated, acceleration; action: acted, acts; admiral: ensign; advertisement:
advertised; advertising: publicity, sponsors; aeroplane: aeronautics; affectionate: affection; africa: angola,
apartheid, botswana, burkina, cameroon, congo, ethiopia, gabon, gambia, johannesburg, kenya, liberia, madagascar,
malawi, nairobi, namibia, pretoria, rhodesia, rwanda, senegal, tanzania, transvaal, uganda, zimbabwe; african: kenyan,
zulu; aged: ages, older, oldest, olds, younger; agent: agency; aggressive: aggression, violent; aging: lifespan,
longevity; agony: ordeal; airliner: airline, airlines, iata; airplane: aeronautical, aerospace, aircraft, aviation,
boeing; alarm: alerted; algorithm: computation; algorithms: implementations; alien planet: martian; alliance: allied,
allies, coalition, consortium, factions; ancient: archaeological, archeological; angel: evan; angels: archangel,
gabriel; angry: enraged, outraged; anteater: ants; antenna: antennae; apartment: condo, dwellings, rent, rented,
rents, residence, tenants; apocalypse: revelation, revelations; apology: apologetic, apologized; app: application;
aquatic: amphibious, freshwater, hydro, pool, pools, swam, waters; arab: ahmed, isis, islamic, islamist, israeli,
israelis, jordanian, lebanese, levant, libyan, mahmoud, mohamed, mohammed, muslim, muslims, palestinian, syrian;
arabia: afghanistan, bahrain, islam, kuwait, libya, maldives, oman, qatar, saudi, sharif, somalia, yemen; arabian:
pakistani; arabic: hebrew; archaeologist: anthropologist, curator, geologist; archbishop: archdeacon, archdiocese,
diocese, dioceses, prelate; architecture: architectural; arctic: antarctic, antarctica, fairbanks, greenland, nord;
argentina: argent, falkland, uruguayan; aristocrats: aristocracy; armchair: chairs, seating, sitting; armenian:
armenia, azerbaijani, romani, turks, yerevan; armies: conscription, operatives; art gallery: artwork, galerie;
artillery: gunnery; asia: asean, kazakhstan, kyrgyzstan, malaya, mongolia, regional, singapore, taiwan; asian:
cambodian, filipino, kazakh, thai; assembly: assemble, assembled; astronomer: galileo; athlete: competed, jock,
player, sportsman; atmosphere: gases, ozone; attack: exploit; auction: bargain, bids, sale; automaton: automated,
automation; awful: unacceptable, unbearable; babies: infancy, infant, infants, offspring; baghdad: aleppo, hussein,
iraqi, kurdish, kurdistan; bahamas: belize, bermuda, nassau, seychelles, vanuatu; baker: kimball; baking: baked;
balkan: albania, albanians, belgrade, bosnia, bosnian, bulgaria, crimea, croatian, european, kosovo, macedonia,
macedonian, montenegrin, serb, serbia, serbian, skopje, slavic, yugoslav; bank: banco, bankers, cash, currency,
deposit, teller; bank account: account, accounts; baptism: baptised, baptized; barbados: antigua, martinique;
barbecue: catering; baroness: dowager, margaret, thatcher; barrister: solicitor; baseball: league, leagues,
outfielder, pitcher, pitchers, pitching, shortstop, softball; basketball: championship, ncaa, netball, wnba; bathroom:
restroom; battalion: wehrmacht; batter: batted, pitches, strikeouts; battle: clash, confronts, opponent, outnumbered;
battles: clashed, clashes, opponents; bayou: galveston; beautiful: amazing; bee: nectar; begging: begged, begs,
desperation; beijing: guangzhou, henan, moscow, shandong, tianjin, yunnan; beirut: amman, doha, haifa, hezbollah,
jerusalem, lebanon; beloved: adored; benefits: beneficial, benefited; betrayal: betrayed, cheated, cheating, loyalty,
stabbed; biologist: biological, botanist, darwin, naturalist; biplane: havilland; bird: beak, feeder, finch, plumage;
bishop: bishopric, parish; blackmail: sabotage; blood: bleed, bleeding, marrow; blossoms: bloom; blue: gray;
blueprint: print; boat: raft, schooner, vessel; boats: cruisers, flotilla, vessels; bodybuilder: muscled; bollywood:
filmfare, hindi, kapoor; bones: bony, joints, spine, vertebrae; book: chapter, chapters, textbook; books: literature,
novels, textbooks; bookstore: amazon, isbn; border: boundaries; boss level: level; boxer: heavyweight, mcgregor,
middleweight, tyson, welterweight; brainstorm: idea, ideas; brand: rebranded, trademark; bravery: coward; breakup:
dumped; breathes: exhaled; breathing: airways, asthma, breathless, inhaled, lung, lungs, oxygen, pulmonary,
respiratory, ventilation; bribery: corruption, lobbying; bricks: masonry; bride: maiden; bright: brightened;
broadcast: communications, espn, newscast, newscasts, radio; broken: damaged, fractured, repair, repaired, repairing,
replaced, shattered; bronx: borough; brooklyn: york; brother: bros; bubbles: foam; buenos aires: aires, andes, boca,
buenos, montevideo; bug: issue; bugs: defect; builders: contractors; burger: mcdonald, patti; burial: remains; bush:
donald, hitler, putin; business: businessman, capitalism, commerce, enterprise, enterprises, entrepreneur,
entrepreneurship, production, profit, profitable, profits, proprietor, revenue, revenues, sales, selling; butler:
porter; cable: cord, wired; cables: connector, cords; calf: calves; campus: dartmouth, dorm, semester; cancer: tumors;
cannon: canon, canons; caress: rubbed; caribbean island: isla, lucia, puerto; carpenter: bosch, contractor; cars:
automobile, automobiles, automotive, corvette, ford, vehicle, volkswagen; casket: cremated; caterpillar: geometridae,
noctuidae; cathedral choir: chorale; cattle: herds, holstein; cavalry: dragoons, yeomanry; caves: subterranean;
celebrates: commemorate, commemorated, commemorates, commemoration; celebrating: accomplishment, commemorating;
celebration: fest, festivities; celestial: astro, astronomical; celtic: gaelic, isles, jacobite, johnstone, scots;
cemetery: buried, interred; champagne: plastered; charges: charged, charging; charity: charitable, needy,
philanthropy, welfare; chart: diagrams, graph, graphs, plotted; charts: plots; chases his tail: tail, tailed, tails;
chasing: pursued; cheering: cheered; cheese: kraft; chef: cooke; chemist: chemical, chemicals, chemistry; children:
pediatric; chilled: cooled, shivering; china: russia, xinjiang; chinese: cantonese, jing, mandarin, peking, qing,
taiwanese, tian, zhang; chopsticks: chopped, sticks; church service: congregation, congregational, congregations,
ministries; city: downtown, municipal, municipalities, municipality, suburb; city street: boulevard; clapping:
clapped; classroom: classes, schoolhouse, students; claws: clawed, fingernails; cleaner: cleaned, cleaning, cleansing,
scrubbed, wiping; cleric: clergyman, divinity, imam, theologians; clients: consultant, consultants, consulting; clock:
timing; clock ticks: tick; clone: copied, copies, copy, copying; clothes: apparel, clothed, clothing, fabric, fabrics,
garment, garments, wears; clues: answers, hints; coast: coastal, coastline, inland; cocktail: beverage, beverages,
drank; coffee: brew; coffee shop: starbucks; coin: coinage, dollar, penny; coins: cents, shillings; collapse: fold,
folding, folds; collapses: folded, toppled, unfolded; college: academia, attending, institutes, scholarship,
undergraduate; collision: collided; combat: combatants, guerre, hostilities, insurgency, tactical, tactics, warfare;
comedic: comedians, humour; comedy: comedian, parody, satire, satirical; comforting: comfort; commander: commandant,
commanded, macarthur; communion: consecration; company: corp, firm, gmbh, headquartered, headquarters, incorporated,
industry, manufacture, manufacturer, manufacturers, manufactures, manufacturing, organisation, organization,
organizational, subsidiary, supplier; composer: concerto, sonata; computer: computing, macintosh, windows; concrete:
cement; confession: ashamed, confess; conquest: annexation, annexed, conquered, domination; console: xbox; conspiracy:
orchestrated; construction: built, constructed, constructing, fabrication; contest: compete, competitions; cooking:
cuisine, culinary; cooks: cooked; cop: constabulary; cops: gestapo; coral: algae; cornbread: bread; coroner: examiner;
corporate: businessmen, conglomerate, corporation, corporations, firms, industries, organisations, organizations,
shareholder, shareholders, subsidiaries; corpse: dead, mort, posthumous; corridor: passageway, walkway; countess:
abbess, madame; courtroom: appellate, courthouse, courts, judge, judges, judicial, judiciary, jurist, litigation,
proceedings, tribunal; cousin: kinship, related, relative, relatives; cozy: snuggled; cracker: cracking, cracks;
creative: creativity; credits: credited; creek: runoff; creep: crept, freaks; cricketer: batsman, fielding, umpire;
crime: criminal, criminals, offenders, prosecuted, punishment; crops: agrarian, agricultural, agriculture, cultivated,
farmland, plants; crossbow: bows; crusader: sect; crying: cried, cries; crystal: crystalline, quartz; cuba: castro,
venezuelan; cubs: brewers, marlins, padres, ramirez, rivera; curry: shah; cursed: cursing; customer: service;
customers: consumer, consumers; cyberspace: myspace; daisy: lola, maggie; damascus: basha, kabul, syria; danger:
hazardous, risk, risking, risks, safer, safety; dangerous: harmful, safe, unsafe; dark: blackness; darker: paler;
date: expired; dead body: bodies; death: immortality, mortality; decaying: degradation, deterioration; defeats:
beaten, defeating, unbeaten; defend: counterattack, defence, defense; defends: defenders, protects; deity: divine;
delhi: chennai, nagar; delicious: juicy; delighted: pleased; delivery: deliver, delivered, delivering, dispatched,
fulfillment, postal; dementia: alzheimer; demolition: demolished, wreckage; dentist: dental, dentistry; departure:
depart, departed, departing, exiting, exits; depressed: unhappy; depression: coping, distress, psychiatric; depth:
deep, deeper, shallow; derelict: dilapidated; desert: arid; designer: design, designing, designs; desperate: needing;
destroys: destroyed, destructive, dismantled; destruction: devastation; detergent: soap; developer: develop,
developing, development; dies: deceased; dinner party: guests; dinner table: dining; dinosaur: cretaceous, jurassic,
triassic; diplomat: ambassador, diplomacy; dirty: hygiene; disaster: catastrophe, catastrophic, crises; discovery:
discovered; disease: causes, diagnosed, diagnosis, disorder, disorders, pathology, syndrome; disguise: mask, masks,
pretended, pretending; diving: diver, divers, scuba; divorce: remarried; doctor: practitioner, psychiatrist,
specialists; doctors: medicines, physician, physicians, practitioners, professionals, professions; documentary:
filmmaker; dodges: dodged; dodging: evade; dog: animal, canine, collar, labrador, terri, veterinary; dogs: animals,
paws, pets; doll: barbie; donation: contribute, contribution, donate, donated, donors, funded, fundraising; doorway:
entrances; download: downloadable; dracula: vamp, vamps; drag: dragged, dragging; dragonfly wings: wings; drained:
depleted, ditch; dress: attire, wear; dresses: outfits; drill press: presses, pressing; driving: driver, drove; drop
of water: dropped; drum major: major; dubai: dhabi, emir, emirates, karachi, mecca, sheikh; duchess: camilla,
catherine, therese; ducks: coyotes; duke: duchy; dusk: daylight, daytime; dying: hospice, living, suicidal; earring:
pierced, piercing; earth: terrestrial; earthquake: quake; economist: economic, economics, economies, economy;
education: career, diploma, educate, educated, educating, teach; educational: courses, instructional, learners,
lessons, taught; efficient: efficiency; egypt: alexandria, azerbaijan, burundi, mali, sinai, suez; egyptian:
cleopatra, ethiopian; elder: eldest, senior; elderly: seniors; elegant: elegance; embassy: ambassadors, consul,
consular, consulate; embryo: vitro; emotional: emotion, emotions, feelings; emperor: maximilian; empire: imperialism;
employee: employ, employed, employer, employing, payroll, supervisory; employees: attendants, colleagues, employers,
employment, employs, executives, hires, personnel, staff, staffed, supervisors, workplace; empty: blank, devoid,
emptied; empty house: vacant; encore: revival; encouraging: encourage, encouragement, encourages, urging; endangered:
iucn; ending scene: epilogue; endless: unlimited; enforcer: enforcement; engagement: engage; engine: horsepower,
turbo; engines: diesel, fuels; eruption: erupted; escape: flee; espionage: clandestine, covert, spying; estuary:
mangrove; eternity: eternal, forever; ethereal realm: realm, realms; evacuation: evacuate, evacuated; evidence:
findings; excitement: enjoyable, enjoyment; exhausted: exhaustion, fatigue; expeditions: endeavour, excursion;
experiments: experimentation, observed; explainer: explained, explaining, explanation, explanations; exploration:
explore, explored, exploring; explorer: navigator; explosion: ignited; explosions: bombings; extinct: dormant,
extinction; extreme sports: extreme; failed: attempt, attempted, error, errors, exited, invalid, succeeded, tried,
unable, unsuccessful; failing: attempting, attempts, fixing, lacked, struggled, unreliable; fails: exception, faulty,
succeeds; fairies: faerie; fairy: grimm; fairy tale: tale, tales; fairytale: cinderella; farewell: dismiss,
resignation, resigned, resigning, shutting; farm to table: tables; father: paternal, stepfather; fears: fearless,
fright, scare, scares; felony: convicted, conviction; feudal japan: fukuoka, meiji, tokugawa; fiancee: engaged, marry;
fight: argue, arguing, brawl, fought; fighter jet: fighters; fighting: quarrel, violence, warring; finance:
accounting, financial, funding, funds, lending, loan, loans, monetary, securities, stock, wealth; finger snaps:
fingertips, thumb; fish: aqua, catfish, herring, tuna; fishes: fisheries, gills; fjord: norwegian; flashback:
resurgence; flea: pest; fleeing: fled, retreating; flesh: tissue, tissues; flickers: flickered, flickering, flicking;
floating: floated; flower: blooms, botanic, flora, floral; flowers: bouquet; flying:
winged; foliage: rustling; football: footballers, madden; forest: forestry, forrest, redwood; forgiveness: forgive,
forgiven; forgotten: forget, forgot, vanished; france: french, gaulle, montpellier, quebec; fraud: deception,
fraudulent, misconduct; friends: buddies; frigate: dockyard, galley; frog: rana; fruit: apples, edible, grape, grapes,
peach, pear, ripe; fugitive: runaway; full throttle: throttle; fumbles: fumbled; galaxy: galactic, milky; gallery:
photographer; gambling: gamble; garden: grasslands, lawn; gardening: botany, cultivation, horticultural, planted,
planting, soil; ghost: haunt, spirit; ghosts: spirits; giant: enlarged, largest, mega, oversized, sized, stature;
gifts: accessories, giving, supplies; giggles: chuckles, giggled, grinned, grins, smirked; giggling: smirk;
gingerbread: ginger; girl group: females; girlfriend: ladies; glacier: glacial; glass: sunglasses; goal: touchdown;
goalie: goaltender; goalkeeper: midfielder; god: lord, savior; gods: believers; gold: silver; gorgeous: beauty,
handsome, magnificent, stunning; gospel: apostle, disciple, disciples, scripture; graduation: graduated, graduating;
grandchild: grandchildren; granddaughter: youngest; grandfather: ancestors, descendant, grandparents; granny:
grandmother; graveyard: churchyard; greece: aegean, cypriot, cyprus, mediterranean, slovenia; greek: greco, hellenic;
griffin: jordan; grill: grille, weber; growing up: upbringing; guard: bodyguard, protect, protecting; guards:
bodyguards; gum: chew, chewed, chewing, mouth, saliva; gym: gymnasium, trainers; gymnastics: walkover; hacker:
compromised; hallway: foyer; harbor: erie; hard: tough; harvesting: produce; haunted: paranormal; haunting:
supernatural; hawaii: fiji, maui, samoa; hawaiian: tonga; health: wellness; healthcare: medicare; heartbeats: pulse;
hearts: cardiac; heaven: salvation; helicopter: rotor; hell: heck; helpful: useful; heroic: heroism; hidden: behind,
obscured, revealed, revealing, uncovered, undisclosed, visibility; high school: classmates, freshman, freshmen,
juniors; high score: scores; high stakes: stake; highland: highlanders, macleod; highway: driveway, motorway, roads;
hiking: hike; hilarious: hysterical; hillside: hilltop; hindu: castes, hinduism, krishna, maha, mandir, pandit,
sanskrit, sikh, sikhs; history: chronological, historia, historian; holding hands: grasp, grasping, grip, handed,
holding; holiday: october; honor guard: honorable; honour: accolades, honourable, respect, respecting, respects;
honours: conferred, laureate, peerage, prestigious; horde: faction; horrible: shitty, sucks, worse, worst; horrific:
disgusting, grotesque, nasty; horse: equestrian, horseback, saddle; horses: hooves, horsemen; hospital: hospitalized;
hospital bed: bedside; hostage: captives; hotel: accommodation, hilton, hospitality, lodging, marriott; house tour:
toured, tours; housekeeper: chores, nanny; how to: directions; hug: hugged, hugging; huge: bigger, biggest, enormous,
gigantic, large, larger, sizable; humorous: amused, amusing, witty; hungry: appetite, craving, eaten, feeding, food,
hunger, meal, meals, starvation, starving, stomach; hurricane: katrina, landfall; hurrying: haste, hurried; hurt:
heal, sore, wound, wounds; hymn: liturgical, stanza, verses; ice: freeze, freezing, froze, frozen, iced; idiot:
stupid; idol: elliot, elliott, katherine; idols: contestants; illness: cured, sickness, vomiting; immigrant:
emigrated, migrants; india: andhra, assam, kashmir, kerala, pradesh, punjab, subcontinent; indian: gujarati, lankan,
nepali, punjabi, tamil; indonesia: brunei, indonesian, jakarta, javanese, lanka, malacca, malaysia, malaysian,
myanmar, papua, philippines, sulawesi, sumatra, timor; infantry: expeditionary, fusiliers, regimental; infinite:
converge, finite; infographic: graphical; injured: tore; injury: concussion, fracture, fractures, hampered, injuring,
trauma; ink: pencil, pens; inspection: inspected, inspectors; intense: intensive; intern: internship; internet:
broadband, network, networking; interrogation: questioning; interview: hiring; intruder: infiltrate; invasion: invade,
invaded, invaders, invading; invention: invented, patent, patented; inventions: patents; inventor: pioneered;
investigation: analyzed, audit, inspecting, investigate, investigated, investigates, investigating, investigative,
scrutiny; investigator: forensic; investment: fund, invest, invested, investing, investor, investors; invoice:
billing; ireland: antrim, belfast, derry, donegal, eireann, galway, kildare, kilkenny, ulster, wexford; island:
archipelago, isle, providence, territories; isolated: secluded, solitary; isolation: isolate; istanbul: ankara,
constantinople, ottoman, turk; jacket: sleeve, sleeves, vest; jail: arrest, arrested, arresting, arrests, bail,
detained, detention, probation, punished, sentenced, sentencing; jam jar: jammed, jars; jamaica: haiti, rica;
jamaican: marley, rican; japan: hokkaido, kyushu, okinawa, prefecture; japanese: nippon; jasmine: lina, tanya;
jealousy: jealous; jeans: denim; jewelry: ring, rings; jewels: gems; jewish wedding: jewish; jockey: derby; jogging:
jogged; journaling: journal, journals, publication; joystick: controllers; karate: kung, martial; kettle: boil,
boiled, boiling; keyboard typing: typed, typing; kidnapping: kidnap, kidnapped; kills: killings, slain; kimono: yoon;
kindergarten: preschool; kindness: compassion, empathy; king: reign; kitchen: appliances, pantry; knife: cutting,
stabbing; knitting: yarn; knockout: knocked; kolkata: bangalore, bengal, calcutta, dhaka, hyderabad; korea: holland,
korean, koreans; kung fu: chun; lagos: harcourt, niger; lair: hideout; lamb: hannibal; landscapes: geography,
habitats, scenery; laptop: dell; lark: tabitha; las vegas: nevada; laser: optical; last day: yesterday; late night:
evenings, overnight; late shift: shift, shifts; laughs: chuckle, chuckled, laughed; laughter: humor; lava: basalt;
lawyer: advocate, counsel, court, juris, jurisprudence, laws, lawsuit, lawsuits, legislators, plaintiff, plaintiffs;
lecture: class; lecturer: instructors, prof; legends: myths; lemon: citrus; letter: alphabet, inscription; letter
home: homes; level up: higher, leveled, levels; liberation: freedom; lieutenant: brigadier, capt, generals; lineman:
tackle; livestock: grazing, pasture, pastures; lizard: reptiles; loading screen: screen, screens; locked: unlock;
locomotive: amtrak, intercity; logistics: freight, logistical; longbow: barnett; longing: longed; loses: losers;
lottery: fortune, fortunes; lovers: amour; lucky: fortunate; machines: machinery; madness: hysteria, insane, insanity,
sanity; magazine: periodicals, publications; magician: belgarath, mage; magma: mantle, massif; maid: servant; makeup:
cosmetic, cosmetics; mama: momma; manager: administer, adviser, headmaster, manage, management, managerial, manages,
managing, overseeing, spokesperson; map: mapping; marathon: iaaf; market: pricing; marriage: intercourse, intimacy,
marital, marrying; marries: mating, unmarried; mascara: eyebrow; massive: immense; mathematician: mathematics; meadow:
grassland; medal: medallist; medical: biomedical, clinical, medicine; medieval: feudal; melancholy: moods; melting:
melted; memories: amnesia, memorable; memory: crucial; mermaid: ariel; mexican: aztec; mexico: guadalajara, guatemala,
oaxaca, veracruz, vicente, yucatan; middle east: israel, palestine; military: civilian, marines, stationed; militia:
militant, paramilitary; minions: miniature, miniatures; misses: missed; monastic: benedictine; monkeys: primate;
monsoon: meteorological; monster: monstrous; moon: apollo, lunar; moroccan: algerian, berber, slovenian, somali,
sudanese, tunisian; morocco: algeria, algiers, casablanca, leone, poland, sudan, tunis, tunisia; mortar: cinder;
mosquito: insect; moth: erebidae, larvae, tortricidae; mother: maternal; motherboard: processor; motivation:
incentive, motive, motives; motivational: motivated; motor: propellers; motorcycle: harley, honda; motors: motorized,
shafts; mountain: everest; mountains: alps, elevations, foothills, mountainous, terrain; mourning: distraught,
sympathy; moving out: moved, relocated, staying; mumbai: ahmedabad, bombay, gujarat, jammu, maharashtra, malabar,
pune, taluk; murder: assassinate, homicide, murderers, rape; museum: antiquities, biennale, exhibit, exhibited,
exhibition, heritage, memorabilia; mushrooms: fungi, fungus; mustache: beard, bearded, facial, furrowed, stubble;
mutation: genetic; mystery case: case, cases; mythical: folklore; nascar: daytona, motorsports, racetrack, speedway;
nature: ecological, ecology, environment, environmental; necklace: amulet, beads, bracelet, medallion, pendant;
negotiator: negotiating; neural network: networks, neural; new york: staten, westchester; newborn: born, childbirth,
congenital; newborn baby: births; news: announcements, newspaper, newspapers; newsletter: mail; nigeria: benin,
nigerian; night traffic: nighttime; nightclub singer: frontman; nintendo: sega; nobleman: baronet, nobility, viscount;
nuns: convent; ocean: atlantic; octopus: tentacles; odin: freyja; offbeat guitars: fender; olympics: olympian;
onslaught: mayhem; opera: libretto, operatic; orbit: kepler, orbital; oriental: asiatic; orphan: childless; outer
space: nasa; oven: microwave; overture: opus; packaging: package, packaged, packed, packing; pain: ache, ached,
aching, discomfort; painful: sensation; painter: artist, artists, gogh, picasso, pollock; painting: artistic, canvas,
draw, drawn, painted; palace: estadio, pavilion; pants: bottoms, crotch, slacks, waist; paperback: booklet, ebook,
hardcover, monograph, nonfiction, publisher, publishers; paranoid: paranoia; parasite: malaria; parents: parental,
parenting; paris: louvre, marseille; parisian: arrondissement, edouard, francais, francaise, francois, sorbonne,
toulouse; parrot: cage; parting: separate, separated, separates, separating, separation; partner: mates, partnership;
pastry: dough; patience: impatient; patriotic: nationalism, patriot; pause menu: paused, pausing; peaks: peaking;
pebbles: gravel, stone; perfume: cologne, scented, scents; persia: darius, khorasan, mesopotamia; persian: iranian,
kerman, lang; petra: galilee; pharaoh: moses, nasser; pharmacy: drug, medication, medications, narcotics,
pharmaceutical, pharmaceuticals, prescription; phone: telephone; photo album: photographed; physicist: einstein; pigs:
pork; pilgrims: colonists, settlers; pirates: privateer; pit stop: pits; pizza: pepper, topping; plane: cessna;
planet: jupiter, mars, neptune, planetary, pluto, saturn, sphere, venus; planets: spheres; platform game: platform;
platformer: platforms; plumber: plumbing; plunger: plunge, plunging; poison: contaminated; poisonous: toxic, toxicity,
toxin; pomeranian: chihuahua; pope: benedict, catholic, catholics, papacy, papal, pontifical, vatican; porcelain:
ceramic; poverty: affluent, deprivation, disadvantaged, impoverished; prayer: prayed; preacher: evangelical,
evangelist, haggard, ministry, pastor, pastoral, prophet, reverend, theologian; presentation: showcase, showcasing;
priest: clergy, priesthood; princess: diana; printer: paper, printing, prints; prison: convict, convicts,
correctional, imprisoned, imprisonment, incarcerated, inmate, offender, parole, penitentiary, prisoners, punishments;
prize: award, rewarded; prizes: awards, reward, rewards; product: ingredient; product demo: demo; professor: faculty,
professorship; programmer: programmed, programming; progress: advancement; promo: discount; promotional: promote,
promotes, promoting, promotion, promotions; proposal: propose, proposes, proposing; prosecutor: accused, acquitted,
defendant, defendants, indicted, indictment, magistrate, prosecution; puddle: drip, dripped, dripping, muddy, spilled,
splash, splashed; pumps: valves; pup: dogg, panting; puppies: breeds; puppy: breed; pursuit: pursue; puzzle: tricky;
quarterback: cornerback, linebacker, marino; queen: bohemian, elizabeth, freddie; rabbit: coyote; race car: prix;
racehorse: furlongs, secretariat, thoroughbred; racing car: ferrari, mclaren, motorsport, racers; railway: bahn,
railroad, railroads; rain: drenched, hail, watering, weather; raining: precipitation, rainfall; rainy: drought,
soaked; raven: annabelle, tara; reading: reader, readers, writing, writings; rebellion: rebelled; rebels: guerrilla,
guerrillas, insurgents, militants; receptionist: assistant, clerical; recovery: healing, recover, recovered,
recovering, regained, regaining, rehab, rehabilitation, traumatic; recruit: enlist, recruitment; referee: commentator,
foul; reflective: reflect; refugee: humanitarian; regret: regretted; rejected: accepting, approved, refusal, refused,
refuses, reject; rejection: rejecting, rejects; relationship: relate, relation; relaxed: relaxation; relaxing:
resting; relic: artifact; relics: antiques, artifacts; relief: relieved; religious: belief, biblical, catholicism,
christian, christianity, christians, devout, faith, religion, theological; remember: reminded; remembering:
forgetting, memo, recall, recalled, recalling, recalls, remembrance, reminding; remorse: guilt, resented; replicant:
replica, replicate, replication; researcher: research, researched, researches, researching; retirement: retire,
retired, retiring; reunion: reunite, reunited; revenge: retaliation, ruthless, vengeance; revolution: revolutionaries,
revolutionary; rhino: nasal, nose, nosed; rider: rode; ridiculous: absurd, nonsense; riding: ridden; rifle:
ammunition, barrels, caliber, firearms, gunpowder, muzzle, projectile, recoil, remington, shotgun; ripples: rippled;
river: dams, ganga, headwaters, tributaries, tributary, watershed, waterway, waterways; riverside: monterey; robbery:
robbed; robe: belt; robots: autonomous; rocket: missile; rodent: mammal, mammalian, mammals; rooster: cock, roach;
rose: rosie; royal: buckingham, majesty, regal; rumour: speculation; running: endurance; running away: flees;
sacrament: ecclesiastical; sad ending: endings; safety video: videos; sahara: saharan; sail: skipper; sailing:
nautical; saint: sainte; saint patrick: patrick; sakura: yuki, yuri; salad: bowl; samurai: akira, kata; sand: dust,
sandstone; santa: rudolph; santa claus: claus; savings: spend, spending; saxophone player: musician, tenor; scandal:
corrupt; scared: freaked, frightened, terrified; scarf: draped; scary: frightening; scientist: sciences, scientific;
scoreboard: scoring; scotland: aberdeen, caledonian, cornwall, dundee, edinburgh, glasgow, hertfordshire, inverness,
wales, yorkshire; scouts: scouting; scratches: scratch, scratched, scratching; scream: roar, yell; screaming: blurted,
groaning, howled, moaning, muttering, noise, shouting, yelled, yelling, yells; screams: noises, shouts; screwdriver:
tools; sculpture: artworks; sculptures: sculpted; sea: offshore; seabed: plank; secret: confesses, leak, secretive;
secretary: appoint, superintendent; secrets: confidential, leaks, secrecy; sedan: coupe, mazda; seductive: seduce,
seduction; seine: strasbourg; sensual: erotic; sergeant: enlisted, sargent; sermon: preached, preaching; seventies:
oldies; seville: cordoba, munchen, napoli, sevilla; sewing: embroidered, embroidery, stitch, weaving; shanghai:
chiang, chinatown, guangdong, hong, jiangsu, manchu, shenzhen, taipei; ship: aboard, freighter; shipping: postage,
purchasing, seller, shipment, shipments, shipped; shirt: jerseys, wore, worn; shock: stunned; shocked: aback; shoe:
barefoot, lace, sole; shooting: gunfire, gunmen; shopping: deals; shore: ashore, pier, shoreline, waterfront; shower:
bath, baths; shriek: bellowed, roared, squealed; shrieks: groans; shrimp: seafood; sicilian: giovanni; silence:
hushed, mute, muted; sink: drain, drains; sitcom: simpsons; sixteen bit: sixteenth; skateboard: board, boards; skater:
ollie; skeleton: skeletal; sketching: sketch; skirt: torso, waistband; skull: brains, helm; skulls: necks; slapstick:
stick; sleeping: asleep, woke, woken; sleepy: awake; slips: slipped, slipping; sloop: hull, starboard; smartphone:
blackberry, device, devices, iphone, motorola, nokia, samsung; smelly: smelled, stink; smoke: cannabis, coughing;
smugglers: smuggling; snail: gastropod, mollusk; snapping fingers: snapping; snaps: snapped; sneaking: snuck; snow:
frost; sobbing: sobbed, sobs, weep, wept; soccer: bundesliga, campeonato, clube, deportivo, fifa, handball; sofa:
furniture; soft: softened; software: adobe, applications, microsoft, program, programs; solar panels: panel, panels;
soldiers: airmen, civilians, servicemen; solitude: communal, lone; solution: solved; solutions: solve, solving;
soothing: soothe; space: spatial; spaghetti: pasta; spain: bilbao, blanca, catalonia; sparrow: robin; spartan: sparta;
speeds: sped, velocity; spills: spilling; sport: athletic, competing, competitive, hobby, recreational; sports:
athletics; spouse: affair; spreadsheet: excel; sprinter: fullback; staircase: stairwell; stalking: harassed,
restraining; stampede: rampage; stars: starred, stellar; statue: pedestal; steak: meat; stealth: camouflage, conceal,
concealed; steamship: shipbuilding; stepping: paces; sticker: sticky; stillness: motionless, pause, pauses; stool:
seat; storytelling: narration, narrative, narratives, storyline, storylines; strawberry: berries, berry; strike force:
hitting, strike; striker: goalscorer, midfield, scorer, winger; studying: examinations, exams; stumbling: stumbled,
tripped; stunts: maneuver; submerged: immersed; success: achieve, achieving; suffering: misery, suffer, suffered,
suffers; sultan: osman, sultanate; summer: august; sunlight: sunshine; superhero: batman, superhuman; supernova: nova;
surgeon: specialist, surgery, surgical; surveillance: monitored, monitoring, security, tracking; surveillance camera:
cameras; survive: survival; suspect: implicated, perpetrators; suspicious: skeptical; sustainability: sustainable,
sustaining; swallow: mouths, spit, throat; sweater: sweatshirt; sweetheart: sweetie; swimsuit: bikini, suit, suits;
sword: blade, bladed, hilt, melee, sheath; synagogue: judaism, masjid; taiko ensemble: ensemble; tangled: coiled,
fray, tangle; tanks: panzer; tap shoes: tapping; taste: craved, flavor, flavour; tasting: consuming, flavors, sensory;
taxi ride: uber; teacher: educator, instructor, student; teachers: educators, teaching; teaches: learned, lesson;
team: players; teamwork: collaboration; tearful: tearing; tech: technical; technician: trainee; technology:
technological; teen: adolescence, adolescent, adult, juvenile, seventeen, thirteen; teenagers: adolescents, adulthood,
adults; tehran: reza; telescope: astronomy, observatory; tennis: wimbledon; tequila: alcoholic, alcoholism; terrible:
hated, rubbish; thailand: bangkok, burma, cambodia, kuala, laos, pakistan; theft: steal, stealing, stole, stolen;
therapy: psychiatry, psychologist, therapist; thief: steals; threatening: threaten, threatened, threatens; thrilled:
grateful, grinning, satisfied, thanked, thanking; tibet: himalayan; tide: tidal; time travelling: temporal; tiptoeing:
tipped, tipping; together again: together; toilet: bladder, piss, sewage, sewer, urine; tokyo: chiba, nagoya, nanjing,
osaka, potsdam, yokohama; tongue in cheek: cheek, tongue; toothbrush: oral; touching: rubbing, stroking, touched,
touches; tourist: attractions, tourism; trains: carriages, rail, tracks, trams; transformation: transform; trapped:
trapping; traveler: migratory, transport, transported; traveller: travelled; treason: traitor; tribal: indigenous,
native, navajo; tribe: aboriginal, cherokee, iroquois, sioux; trinidad: indies; trouble: difficulty; truck: hauling;
tsar: petersburg, romano; turkey: anatolia, ottomans, turkmenistan; turkish: albanian, basque, bulgarian, estonian,
hungarian, latvian, mongolian, romanian, turkic, ukrainian; tutorial: instruction, instructions; twitches: spikes,
twitch; twitching: fluttering, jerking; tyrannosaurus: dino; tyres: flats; ugly: hideous; underwater: abyss, drown,
drowning; underwear: briefs, cloth, commando, condoms, panties, pockets, thong, towels; underworld: hades; uneasy:
uncomfortable, unease; university: academic, academics, admission, alumnus, cambridge, ecole, fordham, harvard,
institute, institution, polytechnic, stanford, ucla, universidad, universite, wellesley; unknown: unidentified;
unseen: invisible, unnoticed, visible; upload: file; uprising: defiance, insurrection, mobilization, overthrow,
protests, revolt, unrest; valentine card: hallmark; vampire: cullen; vanguard: templar; vapor: humid, liquid,
moisture; vapour: conde; vegetables: beans, cabbage, foods, greens; velvet: satin; verdict: convictions, guilty;
victorian: victoria; victory: defeated, victorious; video game: gameplay; vienna: habsburg; vietnam: indochina,
soviet, ussr, vietnamese; viking: harald, norse, uppsala; vikings: seahawks; village: huts, subdistrict; villagers:
townspeople; villain: antagonist, nemesis, protagonist, tyrant; villainess: heroine; villains: protagonists; viper:
hornet, venom; virus outbreak: outbreak, viral; visitor: visited; vodka: alcohol, liquor; volcano: volcanic,
yellowstone; volleyball: fivb, varsity, volley; volunteers: nonprofit; vow: vowed; wagons: overland; waiting:
awaiting, waited; waits: await, delays; wandering: wandered; war: wartime; wardrobe: closet; warship: destroyer,
destroyers; weapon: wielding; weapons: armament, armed, guns, missiles, munitions, weaponry; website: site, sited,
youtube; weightless: weight; weightlessly: lightweight, weighed, weighs; weightlifting: lifting, lifts, muscle,
muscles, muscular, weights; western: southwestern, westward; wetlands: habitat; whale: jonah; wheat: barley, grain,
grains, rice; wheelchair: handicapped; whisky: beer, bourbon, distillery, jameson, scotch; widow: miss; wife: hers,
hillary, mistress, wives; wifi: wireless; wig: ponytail; winter: climates, climatic, seasons, warmth; wires:
connections, wiring; wishes: wanting; witches: coven; witness: testified, testify, testimony; wizard: merlin, potter;
woods: wilderness; worker: colleague, occupation, occupational, occupations, profession, supervisor; workers: jobs,
labor, laborers, labour, miners, workforce; workout: squat; worried: cautious, concern, concerned, concerns,
reassured, reassuring, warning, warns, wary; worries: bothered; worry: careful, warned; worship: devotees, devotion,
liturgy, theology, worshipped; wrestlers: benoit, hogan, mcmahon, orton, reigns, vince; wrestling: lucha, smackdown,
wrestle, wrestled; wrestling match: wrestlemania; yearning: desire, desires; youth: juveniles, minors, young; zero
gravity: gravitational, gravity; zeus: hercules, mythological, mythology
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
