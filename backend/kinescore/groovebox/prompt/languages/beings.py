"""Creatures, relatives, professions and figures of tales in all five languages; rows as in `everyday`."""

from __future__ import annotations

ROWS = """
mole; maulwurf; topo; taupe; モグラ; 鼹鼠
hedgehog; igel; erizo; herisson; ハリネズミ; 刺猬
badger; dachs; tejon; blaireau; アナグマ; 獾
squirrel; eichhornchen; ardilla; ecureuil; リス; 松鼠
hare; hase; liebre; lievre; 野うさぎ; 野兔
deer; reh, hirsch; ciervo, venado; cerf, biche; 鹿; 小鹿, 鹿
bear cub; barenjunges; osezno; ourson; 子熊; 小熊
wolf; wolf, wolfe; lobo, lobos; loup, loups; 狼, オオカミ; 狼, 狼群
lion; lowe, lowen; leon, leones; lion, lions; ライオン; 狮子
tiger; tiger; tigre; tigre; 虎, トラ; 老虎
elephant; elefant; elefante; elephant; 象, ゾウ; 大象
giraffe; giraffe; jirafa; girafe; キリン; 长颈鹿
hippo; nilpferd; hipopotamo; hippopotame; カバ; 河马
crocodile; krokodil; cocodrilo; crocodile; ワニ; 鳄鱼
camel; kamel; camello; chameau, dromadaire; ラクダ; 骆驼
llama; lama, alpaka; llama, alpaca; lama, alpaga; アルパカ; 羊驼
goat; ziege; cabra; chevre; ヤギ; 山羊
sheep; schaf, schafe; oveja, ovejas; mouton, moutons; 羊; 绵羊, 羊
donkey; esel; burro; ane; ロバ; 驴
rooster; hahn; gallo; coq; ニワトリ; 公鸡
goose; gans, ganse; ganso; oie; ガチョウ; 鹅
pigeon; taube; paloma; pigeon, colombe; 鳩; 鸽子
seagull; mowe; gaviota; mouette, goeland; カモメ; 海鸥
owl; eule; buho, lechuza; hibou, chouette; フクロウ; 猫头鹰
eagle; adler; aguila; aigle; 鷲; 老鹰, 雄鹰
swallow; schwalbe; golondrina; hirondelle; ツバメ; 燕子
swan; schwan; cisne; cygne; 白鳥; 天鹅
parrot; papagei; loro; perroquet; オウム; 鹦鹉
bird; vogel, vogelschar; pajaro, ave; oiseau; 鳥, 小鳥; 鸟, 小鸟
turtle; schildkrote; tortuga; tortue; 亀, カメ; 乌龟, 海龟
lizard; eidechse; lagartija; lezard; トカゲ; 蜥蜴
octopus; krake, tintenfisch; pulpo; pieuvre, poulpe; タコ; 章鱼
crab; krabbe; cangrejo; crabe; カニ; 螃蟹
shark; hai, haie; tiburon; requin; サメ; 鲨鱼
dolphin; delfin; delfin; dauphin; イルカ; 海豚
goldfish; goldfisch; pez dorado; poisson rouge; 金魚; 金鱼
ant; ameise, ameisen; hormiga, hormigas; fourmi; 蟻, アリ; 蚂蚁
bee; biene, bienen; abeja, abejas; abeille; 蜂, ミツバチ; 蜜蜂
fly; fliege, stubenfliege; mosca; mouche; ハエ; 苍蝇
mosquito; mucke; mosquito, zancudo; moustique; 蚊; 蚊子
worm; wurm, regenwurm; gusano, lombriz; ver de terre; ミミズ; 虫子, 蚯蚓
caterpillar; raupe; oruga; chenille; 毛虫, 芋虫; 毛毛虫
dragonfly; libelle; libelula; libellule; トンボ; 蜻蜓
firefly; gluhwurmchen; luciernaga; luciole; 蛍, ホタル; 萤火虫
snail; schnecke; caracol; escargot, limace; カタツムリ; 蜗牛
snowman; schneemann; muneco de nieve; bonhomme de neige; 雪だるま; 雪人
scarecrow; vogelscheuche; espantapajaros; epouvantail; かかし; 稻草人
doll; puppe; muneca; poupee; 人形; 洋娃娃, 玩偶
toy; spielzeug; juguete; jouet; おもちゃ; 玩具
mother; mutter, mama; madre, mama; mere, maman; 母, お母さん, ママ; 妈妈, 母亲
father; vater, papa; padre, papa; pere, papa; 父, お父さん, パパ; 爸爸, 父亲
son; sohn; hijo; fils; 息子; 儿子
daughter; tochter; hija; sa fille; 娘; 女儿
grandmother; oma, grossmutter; abuela, abuelita; mamie, grand mere; おばあちゃん, 祖母; 奶奶, 外婆, 姥姥, 老奶奶
grandfather; opa, grossvater; abuelo, abuelito; papi, grand pere; おじいちゃん, 祖父; 爷爷, 外公, 老爷爷
grandchild; enkel, enkelin; nieto, nieta; petit fils, petite fille de; 孫; 孙子, 孙女
sisters; schwester, schwestern; hermana, hermanas; soeur, soeurs; 姉妹; 姐妹
brothers; bruder, gebruder; hermano, hermanos; frere, freres; 兄弟; 兄弟
twins; zwillinge; gemelos; jumeaux; 双子; 双胞胎
neighbour; nachbar, nachbarin; vecino, vecina; voisin, voisine; 隣人; 邻居
friends; freunde, freundin, freundschaft; amigos, amigas, amistad; amis, amies, amitie; 友達, 仲間, 友情; 朋友, 伙伴,
    友情
boy; junge, bub; chico, muchacho; garcon; 少年, 男の子; 男孩, 少年
girl; madchen; chica, muchacha; fillette; 少女, 女の子; 女孩, 少女
old woman; alte frau; anciana; vieille dame, vieille femme; 老婆; 老太太
old man; alter mann, greis; anciano; vieil homme, vieillard; 老人; 老人, 老头
lovers; liebende, verliebte; enamorados, amantes; amants, amoureux; 恋人たち, 恋人; 恋人, 情侣
chef; koch, kochin; cocinero, cocinera; cuisinier; 料理人, シェフ; 厨师
waiter; kellner; camarero, mesero; serveur; ウェイター; 服务员
postman; brieftrager, postbote; cartero; facteur; 郵便屋さん, 郵便配達; 邮递员
teacher; lehrer, lehrerin; maestro, profesor, profesora; professeur, instituteur; 先生; 老师
doctor; arzt, arztin; medico, doctora; medecin, docteur; 医者; 医生
dentist; zahnarzt; dentista; dentiste; 歯医者; 牙医
hairdresser; friseur; peluquero; coiffeur; 美容師, 床屋; 理发师, 理发店
firefighter; feuerwehrmann; bombero; pompier; 消防士; 消防员
policeman; polizist, wachtmeister; policia, agente; policier, gendarme; 警官, おまわりさん; 警察
fisherman; fischer, angler; pescador; pecheur; 漁師, 釣り人; 渔夫, 渔民
farmer; bauer, bauerin; campesino, granjero; fermier, paysan; 農夫; 农民, 农夫
blacksmith; schmied; herrero; forgeron; 鍛冶屋; 铁匠
clockmaker; uhrmacher; relojero; horloger; 時計職人; 钟表匠
baker; backer, backerei; panadero, panaderia; boulanger, boulangerie; パン屋; 面包师, 面包店
painter; maler, malerin; pintor, pintora; peintre; 画家; 画家
sculptor; bildhauer; escultor; sculpteur; 彫刻家; 雕塑家
gardener; gartner; jardinero; jardinier; 庭師; 园丁
pilot; pilot, pilotin; piloto; pilote; パイロット; 飞行员
diver; taucher; buzo; plongeur; ダイバー; 潜水员
magician; zauberer; mago, hechicero, ilusionista; magicien, sorcier; 魔法使い, 手品師; 魔术师, 魔法师
archer; bogenschutze; arquera; archere; 弓使い; 弓箭手
swordsman; schwertkampfer; espadachin; bretteur, epeiste; 剣士; 剑客, 剑士
guard; wachter, wache; guardia, guardian, vigilante; garde, gardien; 番人, 警備員; 守卫, 保安
thief; dieb, diebin, rauber; ladron, ladrona; voleur, voleuse; 盗賊, 怪盗; 小偷, 盗贼, 贼
prisoner; gefangener, haftling; prisionero, preso; prisonnier; 囚人; 囚犯
emperor; kaiser; emperador; empereur; 皇帝; 皇帝
general; feldherr; general del ejercito; general d armee; 将軍; 将军
goddess; gottin; diosa; deesse; 女神; 女神
orphan; waise, waisenkind; huerfano; orphelin; 孤児; 孤儿
beggar; bettler; mendigo; mendiant; 物乞い; 乞丐
astronaut; astronautin, raumfahrer; astronauta; astronaute, cosmonaute; 宇宙飛行士; 宇航员
mummy; mumie; momia; momie; ミイラ; 木乃伊
skeleton; skelett, gerippe; esqueleto; squelette; 骸骨, ガイコツ; 骷髅
giant; riese; gigante; geant; 巨人; 巨人
dwarf; zwerg, zwerge; enano, enanos; nain, nains; 小人, ドワーフ; 小矮人, 矮人
elf; elfe, elfen; elfo, elfa; elfe, elfes; エルフ; 精灵
mermaid; meerjungfrau; sirena; sirene; 人魚; 美人鱼
unicorn; einhorn; unicornio; licorne; ユニコーン; 独角兽
troll; troll, trolle; trol; troll; トロール; 巨魔
"""
