"""What is done in scenes, by whom and with what, in all five languages; rows as in `everyday`."""

from __future__ import annotations

ROWS = """
bar brawl; kneipenschlagerei, wirtshausschlagerei, saalschlacht; pelea de bar, pelea de taberna, trifulca;
    bagarre de bar, bagarre de taverne, rixe; 酒場の乱闘, 大乱闘, 乱闘; 酒馆打架, 酒吧打架, 群殴, 斗殴
fight; schlagen, prugeln, raufen, keilerei, handgemenge, faustkampf, zweikampf, ringen; golpear, pegar, punetazo,
    forcejear; frapper, cogner, se battre, coup de poing; 殴り合い, 格闘, 取っ組み合い, 勝負; 打架, 格斗, 搏击, 厮杀,
    打仗
gunfight; schiessen, schusswechsel, schiesserei, feuergefecht; disparar, tiroteo, balacera; tirer, fusillade,
    coups de feu; 銃撃戦, 撃ち合い, 銃撃; 枪战, 开枪, 枪击
sword fight; schwert, schwerter, klingen; espada, espadachin, sable; sabre, sabres, duel a l epee; 剣の勝負, 斬り合い,
    真剣勝負; 剑客, 拔剑, 比剑, 刀剑相交
shield; schild, rustung, ritterrustung; escudo, armadura; bouclier, armure; 盾, 鎧; 盾牌, 铠甲
archer; bogenschutze, pfeil und bogen; arquero, arco y flecha; archer, arc et fleches; 弓, 弓矢; 弓箭, 弓箭手
chase; verfolgen, verfolger, hinterher, nachjagen, hetzjagd, jagen; perseguir, perseguido, acoso; pourchasser,
    poursuivre, talonner, a la poursuite; 追う, 追われる, 追っ手, 追走, 追跡劇, 追撃; 追, 追着, 追捕, 追逐战, 追逐戏,
    追杀
escape; entkommen, fliehen, fluchten, wegrennen, weglaufen, davonlaufen, abhauen; escapar, huir, fugarse; fuir,
    s echapper, s enfuir, s evader; 脱出, 脱走, 逃げ出す, 逃げ切る, 逃走劇; 逃脱, 逃离, 脱逃, 逃生
car chase; autojagd, autoverfolgung; persecucion de coches, persecucion en coche; poursuite en voiture; カーチェイス;
    飞车, 警匪追车
sneaking; verstecken, versteckspiel, versteckt; escondite, esconderse, escondido; cache cache, se cacher; かくれんぼ,
    隠れる; 捉迷藏, 躲藏, 躲猫猫
sneaking; schleichen, anschleichen, leise treten; colarse, infiltrarse; se glisser, s introduire, se faufiler; 潜む,
    侵入, 潜入, 忍ぶ; 潜伏, 鬼鬼祟祟, 悄悄, 溜
explosion; explodieren, sprengen, sprengung, knall; explotar, estallar, estallido; exploser, eclater, detonation;
    爆破, 大爆発, 爆発する; 爆破, 炸裂, 爆炸声
crash; zusammenstoss, unfall, crash, aufprall; choque, accidente, chocar; accident, collision, percuter; 衝突, 事故;
    车祸, 撞车, 碰撞
monster attack; zerstort die stadt; destruye la ciudad; detruit la ville; 街を壊す, 街を破壊; 摧毁城市, 毁灭城市
attack; angreifen, uberfallen, sturmen; atacar, asaltar; attaquer, assaillir; 攻める, 突撃, 奇襲; 突袭, 冲锋, 围攻
rescue; rettung, retten, rettet, feuerwehr, befreien; rescate, rescatar, salvar, bomberos; sauvetage, sauver, secours,
    pompiers; 救出, 救助, 助ける, 消防; 救援, 拯救, 营救, 消防员
hurry; hetze, eilen, beeilen, zu spat, verspatet, hektik; apurado, prisa, llega tarde, apresurarse; se depecher,
    presse, en retard; 急ぐ, 遅刻, 大慌て, 慌てる; 赶时间, 迟到, 匆忙, 着急
running; laufen, rennen, sprinten, jogging; correr, trotar; courir, cavaler, jogging; 走り回る, 疾走する, 駆け抜ける,
    ランニング; 跑, 狂奔, 慢跑
jumping for joy; hupfen, hupft, springen, springt, huepfen; saltar, brincar, dar saltos; sauter, bondir, sautiller;
    跳ねる, 飛び跳ねる, ジャンプ, 跳ぶ; 蹦跳, 跳跃, 蹦蹦跳跳
climbing; klettern, klettert, besteigen; escalar, trepar; grimper, escalader; 登る, よじ登る, クライミング; 攀登,
    爬山, 攀岩
falls; fallen, hinfallen, sturzen, herunterfallen; caer, caerse; tomber, chuter; 落下, 墜落, 転落; 坠落, 掉落, 跌倒
stumbles; stolpern, ausrutschen, rutscht aus, tapsen, tapsig; tropezar, resbalar, torpe; trebucher, glisser,
    maladresse; すってんころり, 滑って転ぶ, よろける; 绊倒, 滑倒, 踉跄
flying; fliegen, gleiten, segeln durch die luft; volar, planear; voler, planer; 舞い上がる, 飛び立つ, 空を飛ぶ; 飞,
    飞行, 翱翔, 飞舞
underwater; schwimmen, tauchen, getaucht; nadar, bucear; nager, plonger; 泳ぐ, 潜る; 游泳, 潜水
floating; schweben, treiben, driften; flotar, levitar; flotter, derivent; 漂流, 浮かぶ, 宙に浮く; 悬浮, 飘荡, 漂流
sleep; schlafen, einschlummern, dosen, schlummern; dormir, dormirse, adormecerse; dormir, s endormir, somnoler; 眠る,
    寝る, 寝る前, 寝顔; 入睡, 熟睡, 沉睡, 打瞌睡
wakes up; erwachen, aufstehen, geweckt; despertar, levantarse; se reveiller, se lever; 目覚める, 目覚まし, 寝坊; 苏醒,
    起床
dream; traumen, tagtraum; sonar despierto; rever, songer; 夢見る, 夢の世界; 做梦, 梦里, 美梦
crying; weinen, heulen, schluchzen; llorar, sollozar; pleurer, sangloter; 泣く, 号泣, すすり泣く; 哭, 痛哭, 流泪
laughing; lachen, kichern, gelachter; reir, carcajada, risa; rire, ricaner, eclat de rire; 大笑い, 爆笑, 笑い合う;
    欢笑, 嬉笑
dance; tanzen, tanzchen, tanzpaar; bailar, danzar, bailarin; danser, pas de danse; 踊る, 舞う, 舞踊; 起舞, 舞步, 跳舞
walking; gehen, spazieren, schlendern, wandern, wanderung; caminar, pasear, andar; marcher, se promener, se balader,
    balade; 歩く, 散歩する, 歩き出す; 走路, 散步, 行走
journey; reisen, unterwegs, fahrt, aufbruch, aufbrechen; viajar, partida, rumbo a; voyager, partir, en route; 旅立ち,
    旅する, 出発; 出发, 启程, 远行, 旅途
road trip; fahren, autofahren; conducir, manejar; conduire, rouler; 運転; 开车, 驾车
cooking; kochen, backt, brutzeln, kuchenschlacht; cocinar, hornear, guisar; cuisiner, mijoter, patissier; 料理する,
    調理, 焼く; 烹饪, 煮饭, 炒菜, 烘焙
snack; essen, futtern, naschen, fruhstuck, mittagessen; comer, desayuno, almuerzo, merienda; manger, petit dejeuner,
    gouter; 食べる, 朝ごはん, おやつ; 吃饭, 早餐, 吃东西
broom; putzen, putzt, aufraumen, fegen, staubsauger; limpiar, barrer, aspiradora; nettoyer, balayer, menage,
    aspirateur; 掃除, 掃除機; 打扫, 扫地, 吸尘器
office; arbeiten, arbeit, feierabend, montagmorgen; trabajar, trabajo, lunes por la manana; travailler, boulot,
    lundi matin; 仕事, 残業, 働く; 工作, 加班
construction; baustelle, bauen, bauarbeiter; obra en construccion, construir, albanil; chantier, construire, macon;
    建設, 工事現場, 建てる; 工地, 建造, 盖房子
plays; spielen, toben, herumtoben; jugar, juegos; jouer, s amuser, s amusent; 遊ぶ, 戯れる, はしゃぐ; 玩耍, 嬉戏, 游玩
naughty; necken, streich, streiche, unfug; broma, bromas, travesura; farce, blague, betise; いたずらする, からかう,
    ふざける; 恶作剧, 捣蛋, 开玩笑
argument; streiten, streit, zanken; discutir, discusion; se disputer, dispute; 言い争い, 口げんか, けんか; 吵架, 争吵
; gesprach, unterhaltung, dialog, reden; conversacion, dialogo, hablar; conversation, dialogue, parler; 会話, 対話;
    对话, 谈话, 聊天
lonely; warten, wartet; esperar a alguien; attendre; 待つ, 待ちぼうけ; 等待, 守候
; suchen, sucht, suche nach; buscar, busqueda; chercher, recherche, quete; 探す, 捜索, 探し物; 寻找, 搜寻, 找
lost; verloren, verirrt, verlaufen, allein zuruck; perdido, extraviado, perderse; perdu, egare, se perdre; 迷子, 迷う,
    失う, 取り残される; 迷路, 走失, 失去, 丢失
reunion; wiedersehen, vereint, heimkehr, heimkommen; reencuentro, volver a casa, regreso a casa; retrouvailles,
    retour a la maison; 再会, 帰郷, 帰る; 重逢, 团聚, 回家, 归来
farewell; abschied nehmen, verabschieden; despedirse; dire au revoir, au revoir; 見送る, 別れる, 旅立つ; 送别, 离开,
    永别
kiss; kussen, kuss, umarmen, umarmung; besar, abrazar, abrazo; embrasser, etreinte, calin; 抱きしめる, 抱き合う,
    口づけ; 拥抱, 亲吻, 相拥
romance; verlieben, verliebt sich, flirt, flirten; enamorarse, se enamora, coqueteo; tomber amoureux, coup de foudre,
    drague; 恋に落ちる, 片思い, 告白, 初恋; 恋爱, 暗恋, 表白, 初恋, 相爱
celebration; feiern, jubeln, jubel, siegesfeier; celebrar, festejar, jolgorio; feter, celebrer, acclamation; 祝う,
    歓声, 宴会; 庆祝, 欢呼, 宴会, 庆功
prayer; beten, gebet, segen; rezar, oracion, bendicion; prier, priere, benediction; 祈り, 祈る; 祈祷, 祈福, 祷告
revenge; verrat, rache, rachen; traicion, venganza, vengar; trahison, vengeance, se venger; 裏切り, 復讐, 仇討ち;
    背叛, 复仇, 报仇
sacrifice; opfer, aufopferung; sacrificio; sacrifice; 犠牲; 牺牲
training montage; trainieren, uben, training; entrenar, entrenamiento; s entrainer, entrainement; 特訓, 修行, 練習;
    训练, 修炼, 练功, 练习
magic spell; zaubern, verzaubert, verwandeln, verwandlung; hechizar, transformarse, transformacion; ensorceler,
    transformation, metamorphose; 魔法をかける, 変身する, 呪文を唱える; 施法, 变身, 变形
transformation; schlupfen, schlupft, entpuppen; nace, nacimiento; eclore, naissance; 誕生, 孵る; 诞生, 孵化
hopeful; aufbluhen, bluhen, bluht, wachsen, wachst; florecer, crecer una planta; eclosion, fleurir, pousser; 芽吹く,
    咲く, 成長; 绽放, 盛开, 成长, 发芽
rocket launch; rakete, countdown, abheben; cohete, cuenta atras, despegar; compte a rebours, decoller; ロケット,
    カウントダウン, 発進; 火箭, 倒计时, 升空
space battle; raumschiffschlacht, weltraumschlacht, sternenkrieg; guerra espacial, combate espacial; combat spatial,
    guerre des etoiles; 宇宙艦隊, 宇宙戦, 宇宙大戦; 太空战争, 星球大战, 舰队
alien planet; fremder planet, fremde welt; planeta desconocido, otro planeta; planete inconnue, autre monde; 異星,
    未知の惑星, 異世界; 异星, 外星球, 异世界
space; spatial, raumstation, raumanzug, orbit; espacial, estacion espacial, orbita; spatial, spatiale,
    station spatiale; 宇宙ステーション, 宇宙遊泳, 宇宙服; 空间站, 太空漫步, 轨道
futuristic city; stadt der zukunft, zukunftsstadt; ciudad futurista, ciudad del futuro; ville futuriste,
    ville du futur; 未来都市, 近未来の街; 未来城市, 科幻城市
neon city; neon, neonreklame, leuchtreklame, grossstadt bei nacht; luces de la ciudad, ciudad de noche; neons,
    ville la nuit, enseignes; ネオン街, 夜の街, 都会の夜; 霓虹灯, 城市夜景, 都市夜晚, 不夜城
city; grossstadt, metropole, hochhaus, wolkenkratzer; urbano, rascacielos, metropoli; urbain, metropole, gratte ciel;
    都市, 摩天楼, 街中; 都市, 大都会, 高楼
rooftops; dachern, hausdach, uber den dachern; tejado, tejados, azotea, azoteas; toit, toits; 屋上, 屋根; 屋顶, 房顶,
    天台
village; altstadt, gasse, gassen; callejon, callejuela, casco antiguo; ruelle, vieille ville; 路地, 裏通り, 下町;
    巷子, 小巷, 古镇, 胡同
night market; nachtmarkt; mercado nocturno; marche de nuit, marché de nuit; 夜市, 屋台; 夜市, 小吃街
street market; flohmarkt, wochenmarkt, fischmarkt, basar; rastro, mercadillo, feria medieval; marché,
    marché aux poissons, marché aux puces, brocante; 朝市, 市, 魚市場; 菜市场, 早市, 赶集
tavern; taverne, gasthaus, krug, spelunke, kneipe; posada, meson; taverne, estaminet; 酒場, 宿屋; 酒馆, 客栈, 小酒馆
cocktail bar; theke, tresen, cocktailbar; cocteleria; comptoir, zinc; バー; 吧台
dungeon; verlies, kerker, folterkammer; mazmorra, calabozo; cachot, oubliettes; 地下牢, ダンジョン; 地牢, 地下城
castle; burg, burgruine, schlossturm, turm; torre, alcazar, castillo; donjon, tour, forteresse; 天守閣, 古城, 塔;
    古堡, 高塔, 宫殿, 城墙
haunted house; gespensterschloss, geistervilla, spukschloss, verfluchte villa; mansion embrujada, casona; manoir,
    maison hantee, chateau hante; 呪われた館, 洋館, 廃校; 凶宅, 鬼宅, 古宅, 废弃医院
spooky; gespenstisch, geisterhaft, schauder, schaurig, schauder; fantasmal, tetrico, macabro; spectral, macabre,
    frisson; 不気味, 薄気味悪い, 怪しい, ホラー; 鬼魅, 诡秘, 渗人, 瘆人
monster; bestie, kreatur, ungeheuer, yeti; criatura, bestia, engendro; creature, bete, yeti; 魔物, 怪物, クリーチャー;
    野兽, 怪兽, 魔怪
demon; damonisch, holle, hollisch, teufelspakt; infierno, infernal, demoniaco; enfer, infernal, demoniaque; 地獄,
    魔界, 悪鬼; 地狱, 恶鬼, 妖魔
ghost; gespenst, poltergeist, spukgestalt; espiritu, espectro, aparicion; esprit, spectre, revenant; 亡霊, 霊, 心霊,
    怨霊; 鬼魂, 怨灵, 亡魂, 女鬼
zombie; zombieapokalypse; apocalipsis zombi, apocalipsis; apocalypse zombie, apocalypse; ゾンビの群れ; 末日, 丧尸围城
serial killer; serienmorder, killer, axt; asesino en serie, hacha; tueur, tueur en serie, hache; 殺人鬼; 连环杀手,
    杀手
secret mission; auftrag, geheimauftrag, mission; mision, mision secreta; mission, mission secrete; 極秘任務, 任務,
    ミッション; 任务, 秘密任务, 卧底
villain; fiesling, oberschurke, bosewicht; malo, supervillano; mechant, vilain; 敵, 黒幕, 悪党; 坏蛋, 恶人, 大反派
bandits; rauber, banditen, gauner, ganove; bandido, bandidos, bandolero, rufian; bandit, bandits, brigand, truand;
    山賊, 盗賊, ギャング; 强盗, 土匪, 匪徒
knight; ritterturnier, tjost, ritterlich; justa, torneo medieval, caballeros; chevaliers, joute, tournoi; 騎士,
    騎士団; 骑士, 骑士团
king; konigreich, koniglich, hofstaat; reino, real, corte real; royaume, royal, cour du roi; 王国, 王宮, 国王; 王国,
    王宫, 皇家, 宫廷
royal ball; schlossball, maskenball; baile de mascaras, gran baile; bal, bal masque, bal costume; 舞踏会, 舞踏; 舞会,
    宫廷舞
gnome; zwergenmine, wichtel, heinzel; gnomo, gnomos; gnome, gnomes, lutin; 小人たち, こびと; 地精, 小矮人
fairy; fee, feenstaub, elfenwald; hada madrina, polvo de hadas; feerique, poussiere de fee; 精霊, フェアリー; 花仙子,
    小精灵
unicorn; einhorn; unicornio; licorne; ユニコーン; 独角兽
mermaid; meerjungfrau; sirena; sirene; 人魚; 美人鱼
phoenix rises; phonix; fenix; phenix; 不死鳥, 鳳凰; 凤凰
kung fu; affenkonig; rey mono; roi singe; 孫悟空, 西遊記; 孙悟空, 西游记, 大闹天宫, 哪吒
gods; gott, gotter, gottlich; dios, dioses, divino; dieu, dieux, divin; 神, 神々, 天空の神; 神仙, 天神, 众神
child; kindlich, kleiner junge, kleines madchen, bubchen; chiquillo, crio, chaval; petit garcon, petite fille, gosse,
    mome; 幼い, 男の子, ちびっこ; 小朋友, 娃娃, 小孩子, 童年
mother and child; mutter, mama, mutti; madre, mama, mami; mere, maman; 母, お母さん, ママ, 母親; 妈妈, 母亲, 娘亲
father; vater, papa, vati; padre, papa; pere, papa; 父, お父さん, パパ, 父親; 爸爸, 父亲
brothers; bruder, geschwister, schwester; hermano, hermanos, hermana; frere, freres, soeur; 兄弟, 姉妹; 兄弟, 姐妹,
    哥哥, 弟弟
grandma; grosseltern, omi; yaya, abuelita; meme, papi et mamie; ばあちゃん, じいちゃん; 外婆家, 老奶奶
neighbour; nachbar, nachbarn; vecino, vecinos; voisin, voisins; 隣人, ご近所; 邻居
dog; hundchen, dackel, pudel, schaferhund; perrita, perros, perrete; caniche, chienne; わんこ, ワンちゃん, 犬たち;
    小狗狗, 柴犬, 哈士奇
cat; kater, miezekatze; gata, gatos, minino; matou, minou, chatte; にゃんこ, ネコ, 野良猫; 猫猫, 橘猫, 野猫
bear; bär, bären, bärchen, teddy, eisbär, braunbär; oso, osito, osos; ours, ourson, nounours; くま, 小熊, 白熊,
    シロクマ; 熊, 小熊, 北极熊
bird; spatz, amsel, kuken, rabe; gorrion, polluelo, cuervo; moineau, oisillon, corbeau, merle; ひよこ, スズメ, カラス;
    麻雀, 小鸡, 乌鸦, 燕子
owl; eule, uhu; buho, lechuza; hibou, chouette; フクロウ, ふくろう; 猫头鹰
deer; reh, hirsch, rehkitz; ciervo, venado, cervatillo; cerf, biche, faon; 鹿, 小鹿; 鹿, 小鹿
crocodile; krokodil, alligator; cocodrilo, caiman; crocodile, alligator; ワニ; 鳄鱼
bat; fledermaus, fledermause; murcielago; chauve souris; コウモリ; 蝙蝠
parrot; papagei, kakadu; loro, papagayo; perroquet; オウム; 鹦鹉
crab; krabbe, hummer; cangrejo; crabe, homard; カニ; 螃蟹
worm; wurm, raupe, regenwurm; gusano, oruga, lombriz; ver de terre, chenille; 毛虫, ミミズ; 毛毛虫, 蚯蚓
seal; robbe, seehund, walross; foca, morsa; phoque, morse; アザラシ, アシカ; 海豹, 海狮
dolphins; delfin, delfine; delfin, delfines; dauphin, dauphins; イルカ; 海豚
giraffe; giraffe, zebra, nashorn, nilpferd; jirafa, cebra, rinoceronte, hipopotamo; girafe, zebre, rhinoceros,
    hippopotame; キリン, シマウマ, サイ, カバ; 长颈鹿, 斑马, 犀牛, 河马
sloth; faultier; perezoso; paresseux; ナマケモノ; 树懒
caveman; steinzeit, hohlenmensch, neandertaler; prehistorico, cavernicola, troglodita; prehistoire, prehistorique,
    homme des cavernes; 原始人, 石器時代; 原始人, 史前, 石器时代
autumn; laub, blatter fallen, herbstlaub; hojas caen, hojas secas; feuilles mortes; 落ち葉, 枯葉, 紅葉; 落叶, 枫叶,
    秋叶
rain; tropfen, wassertropfen, regentropfen, schauer; gota, gotas; goutte, gouttes, gouttelettes; 雫, 雨粒, しずく;
    雨滴, 水滴
snowfall; schnee, eis, eiszapfen, gefroren, frost; hielo, helado, congelado, escarcha; glace, givre, gele; 氷, 凍る,
    雪だるま; 冰, 冰雪, 雪人, 结冰
wind; wind, brise, windig; viento, brisa; vent, brise; 風, そよ風; 微风, 清风, 大风
thunderstorm; gewitter, unwetter, blitzschlag; tormenta electrica, rayos; orage, foudre; 雷雨, 稲光; 雷电, 雷暴
tornado; wirbelsturm, orkan, tornado, lawine; huracan, tornado, avalancha; tornade, cyclone, avalanche; 竜巻, 雪崩;
    龙卷风, 雪崩, 飓风
sunny; sonne, sonnenschein, sonnenstrahlen; sol, rayos de sol; soleil, rayon de soleil; 太陽, 日差し, 木漏れ日; 太阳,
    阳光, 晨光
meadow; acker, kornfeld, sonnenblumen; trigal, girasoles; champ de ble, tournesols; 麦畑, ひまわり; 麦田, 向日葵
swamp; sumpf, moor, tumpel; pantano, cienaga; marais, marecage; 沼, 湿地; 沼泽
island; pirateninsel, schatzinsel, robinson; isla desierta, isla del tesoro; ile au tresor, ile deserte; 無人島, 宝島;
    荒岛, 金银岛
train; zug, gleis, bahnsteig, schaffner; anden, vagon; quai de gare, wagon; 汽笛, 終電, 車窓; 站台, 车厢, 绿皮火车
bicycle; radeln, radler, radrennen; ciclista, bici; cycliste, faire du velo; サイクリング, チャリ; 骑自行车, 骑车
skateboard; skateboard, skaten, skater; patineta, monopatin, patinar; skate, skateur; スケボー, スケートボード; 滑板
surf; surfbrett, kitesurfen; tabla de surf, surfear; planche de surf, surfer; サーファー, 波に乗る; 冲浪板
extreme sports; ski, skifahren, skirennen, rodeln, schlitten; esqui, esquiar, trineo; ski, skier, luge; スキー,
    スノボ, そり; 滑雪, 雪橇, 单板
football; elfmeter, torwart, weltmeisterschaft; portero, mundial, penalti; gardien de but, coupe du monde;
    ワールドカップ; 点球, 世界杯, 守门员
basketball; basketball, korbleger; baloncesto, canasta; basket, panier; バスケ, バスケットボール; 篮球, 扣篮
sports; turnerin, bodenturnen, radschlag; gimnasta, voltereta; gymnaste, roue; 体操, 側転; 体操运动员, 翻跟头
juggler; jonglieren, jongliert, balancieren, seiltanz; malabares, malabarismo, equilibrio; jongler, jonglage,
    funambule; 曲芸, 玉乗り, 綱渡り; 抛球, 走钢丝, 独轮车, 魔术
magician; zaubertrick, zaubershow, kaninchen aus dem hut; truco de magia, mago; tour de magie, prestidigitateur; 手品,
    マジック; 魔术表演, 变魔术
stage; buhne, auftritt, vorhang; escenario, telon, actuacion; scene de theatre, rideau, spectacle; 舞台, ステージ,
    開幕; 舞台, 演出, 登台
stage; theater, oper, opernhaus; teatro, opera; theatre, opera; 劇場, オペラ; 剧院, 歌剧, 戏院
fashion show; laufstegmodel, modewoche; semana de la moda; semaine de la mode; ファッションウィーク; 时装周, 走台
music video; musikvideo; videoclip; clip musical, clip video; ミュージックビデオ; 音乐录影带
teenagers; teenager, jugendliche, jugend; adolescente, adolescentes, juventud; adolescent, ados, jeunesse; 青春, 若者,
    高校生; 青春, 少年们, 青少年
school; schulweg, einschulung, schulfest, prufung, klassenfahrt; clase, colegial, examen; lycee, college, rentree,
    examen; 学校, 登校, 文化祭, 試験; 上学, 考试, 校园生活
laboratory; labor, mikroskop, chemie; quimica, microscopio; chimie, microscope; 理科, 化学; 化学, 显微镜
technology; computer, rechner, daten, netzwerk, kunstliche intelligenz; ordenador, computadora, datos,
    inteligencia artificial; ordinateur, donnees, reseau, intelligence artificielle; コンピューター, データ, 人工知能;
    电脑, 数据, 人工智能, 科技
hacker; hacker, hackt; hacker, pirata informatico; hackeur, pirate informatique; ハッカー, ハッキング; 黑客
app; app, smartphone; aplicacion, movil, celular; appli, telephone portable; アプリ, スマホ; 手机, 应用
success; erfolg, erfolgreich; exito, exitoso; succes, reussite; 成功, 達成; 成功, 成就
inspiring; inspirierend, motivierend, aufbauend, optimistisch, zuversichtlich; inspirador, motivador, optimista;
    inspirant, motivant, optimiste; 前向き, 感動的な, 勇気, 応援; 励志, 鼓舞, 正能量, 振奋
joyful; freude, frohlich, jauchzen, heiterkeit; gozo, gozoso, felicidad; joie, bonheur, gaiete; 喜び, 歓喜, ウキウキ,
    ワクワク, わくわく; 欣喜, 喜气, 欢天喜地
playful; neckisch, verspielt, spielerisch, keck; jugueton, picaro, pícaro; taquin, badin, mutin; ちょこちょこ,
    ころころ, ぴょんぴょん; 活泼, 调皮, 顽皮, 俏皮
sad; betrubt, kummer, wehmutig, trist, trauernd; apenado, melancolia, desolado; melancolie, accable, navrant; 悲しげ,
    物悲しい, しんみり, 涙ながら; 悲伤, 悲凉, 哀伤, 惆怅, 落寞
calm; still, seelenruhe, beschaulich, sanftmutig; calma, sosegado, paz, reposo; calme, serenite, quietude, paix;
    静けさ, しっとり, 安らぎ, やすらか, ほっとする; 静谧, 恬静, 安宁, 祥和, 清新
tense; bedrohlich, nervenaufreibend, brenzlig, unruhig; amenazante, inquieto, nerviosismo; menacant, stressant,
    oppressant; ハラハラ, 張り詰めた, 不穏, 焦り; 惊心动魄, 危急, 急迫, 压迫感
dark; dustere, finsternis, schatten, schwarz; oscuridad, sombra, sombras, negro; obscurite, ombre, ombres, tenebres;
    闇, 暗闇, 影; 阴影, 暗夜, 漆黑
mysterious; mysteriose, geheimnisvolle, verwunschen, ungeklart; misteriosa, arcano, enigma; mystique, enigme, etrange;
    不思議な, 怪しげ, 謎めいた; 诡谲, 奇异, 玄幻
heroic; heldenmut, tapfer, mutig, heldentum; valiente, heroismo, bravura; courageux, vaillant, bravoure; 勇敢,
    勇ましい, 勇気ある; 勇敢, 英勇, 热血沸腾
majestic; prachtvoll, feierlich, erhaben, festlich; solemne, majestad, imponente; solennel, imposant, magistral; 荘厳,
    神々しい, 厳か; 庄严, 雄壮, 恢弘, 肃穆
heartwarming; warm, warmherzig, geborgen, liebevoll; calido, acogedor, carinoso; chaleureux, tendresse; あったかい,
    温かい, ぬくもり, 微笑ましい; 暖, 温馨, 治愈, 温情
cute; suss, susse, niedlich, knuffig, drollig; lindo, mono y gracioso, tierno; mignon, chou, adorable; キュート,
    可愛らしい, もふもふ; 萌萌, 可爱, 呆萌
cool; lassig, coole, abgeklart; chulo, molon; stylé, decontracte, cool; クール, イケてる, スタイリッシュ; 帅气, 酷炫,
    炫酷
sexy; sinnlich, verfuhrerisch, sexy; sensual, seductor; sensuel, seduisant, seducteur; セクシー, 妖艶, 色っぽい; 性感,
    妩媚, 妖娆
aggressive; aggressiv, brutal, hart, wild; agresivo, brutal, salvaje; agressif, brutal, sauvage; 攻撃的, 凶暴, ハード,
    荒々しい; 狂暴, 凶猛, 暴力, 狂野
chaotic; chaos, durcheinander, wirr, tohuwabohu; caos, caotico, desorden; chaos, chaotique, pagaille, desordre; 混乱,
    大混乱, カオス, てんやわんや; 混乱, 鸡飞狗跳, 乱作一团
funny; irre, verruckte, durchgedreht; chiflado, disparatado; dingue, cingle, zinzin; 奇想天外, ハチャメチャ,
    クレイジー; 疯狂, 疯癫, 无厘头
hypnotic; eintonig, monoton, gleichformig; monotono; monotone, repetitif; 単調; 单调
lazy; faul, trage, faulenzen; vago, holgazan, flojo; paresse, faineant, flemme; 怠け者, だらだら, ぐうたら; 懒洋洋,
    懒惰, 慵懒
gloomy; trub, grau in grau; gris, nublado; grisaille, gris; 灰色, 曇り; 灰蒙蒙, 阴天
hypnotic; hypnotisch, trance, tranceartig; hipnotico; hypnotique, envoutant; 催眠的, トランス; 迷幻, 催眠
groovy; groovig, grooviger; con groove, ritmico; groovy, qui groove; グルーヴィー, ノリのいい; 律动, 律动感
danceable; tanzbar, tanzbare; bailable; dansant; 踊れる; 适合跳舞
ambient; ambient, hintergrundatmosphare; ambiental, musica ambiental, musica de ambiente; ambient, musique d ambiance;
    環境音楽, アンビエント; 氛围, 氛围音乐, 环境音乐
strings; streicherklang; cuerda, cuerdas frotadas; violons, cordes frottees; 弦, 弦の音; 弦乐器, 弦乐团
drums; schlagwerkzeug, drums, drumset; percusiones, tamborileo; percus, drums; ドラムセット; 打鼓声, 鼓声, 锣鼓
rhythm; rhythmus, takt, takten, puls; ritmo, compas; rythme, tempo, cadence; リズム, 拍子; 节奏, 韵律, 律动
lyrics; songtext, worte; letra, letras, palabras; paroles, texte; 歌詞; 歌词
singing; singen, singt, sanger, sangerin; cantar, cantante; chanter, chanteur, chanteuse; 歌う, 歌手, ボーカル入り;
    唱歌, 演唱
melody; weise, ohrwurm, melodiebogen; tonada, melodias; ritournelle; 旋律, 主題; 曲调, 主旋律
electric bass; e bass, bassgitarre; bajo electrico; basse electrique; エレキベース; 电贝斯
double bass; kontrabass; contrabajo; contrebasse; コントラバス, ウッドベース; 低音提琴
brushes; besen, jazzbesen; escobillas; balais; ブラシ; 鼓刷
snare drum; kleine trommel, militartrommel, marschtrommel; caja, redoblante, tambor militar; caisse claire,
    tambour militaire; スネア, 小太鼓; 小军鼓, 军鼓
horn; horn, waldhorn, jagdhorn; corno, trompa; cor, cor de chasse; ホルン; 圆号
tuba; tuba, sousafon; tuba; tuba; チューバ; 大号
trombone; posaune; trombon; trombone; トロンボーン; 长号
fanfare; fanfare, fanfaren, fanfarenstoss; fanfarria; fanfare triomphale; ファンファーレ; 号角, 军号
bagpipe; dudelsack; gaita, gaitas; cornemuse, binious; バグパイプ; 风笛
castanets; kastagnetten; castanuelas; castagnettes; カスタネット; 响板
electric piano; e piano, fender rhodes; piano electrico; piano electrique; エレピ; 电钢琴
vibraphone; vibrafon; vibrafono; vibraphone; ビブラフォン; 颤音琴
handpan; handpan, klangschale; cuenco tibetano; bol tibetain; ハンドパン; 手碟, 颂钵
congas; congas, bongos, bongo; congas, bongo, bongos, cajon; congas, bongos; コンガ, ボンゴ; 康加鼓, 邦戈鼓
choir; mannerchor, gospelchor, engelschor; coro infantil, coro gregoriano; choeur d enfants, choeur gregorien; 聖歌隊,
    少年合唱; 童声合唱, 合唱队
big band; big band, bigband, tanzkapelle; big band, orquesta de jazz; big band, orchestre de jazz; ビッグバンド;
    大乐队
quartet; quartett; cuarteto; quatuor; カルテット, 四重奏; 四重奏
duo; duo, duett; duo, dueto; duo; デュオ, 二重奏; 二重奏
ballad; ballade; balada; ballade; バラード; 抒情曲
anthem; hymne, nationalhymne; himno; hymne; 国歌, アンセム; 国歌, 颂歌
lullaby; wiegenliedchen; nanas; berceuses; ねんねの歌; 睡前曲
bossa nova; bossanova; bossanova; bossa nova; ボッサ; 博萨诺瓦
drum and bass; drum and bass; drum and bass; drum and bass; ドラムンベース; 鼓打贝斯
swing; swing, swingig, swingend; swing; swing, swinguant; スイング; 摇摆乐
jazz; zigeunerjazz, gypsyswing; jazz gitano; jazz manouche, swing manouche; ジプシージャズ; 吉普赛爵士
korea; koreanisch; coreano; coreen; 韓国; 韩国
kpop; k pop; k pop; k pop; Kポップ; 韩流, 韩国流行
ska; ska; ska; ska; スカ; 斯卡
punk; punkig, punkrock; punki; punk; パンク; 朋克
metal; metallastig, schwermetall; metalero, heavy; metalleux; ヘヴィメタル, デスメタル; 重金属
rock; surfrock; surf rock; surf rock; サーフロック; 冲浪摇滚
chiptune; chiptune, pixelmusik; musica de 8 bits; musique 8 bits; チップチューン, 8bit; 芯片音乐, 八位机, 像素风
sheriff; sheriff, saloon; sheriff; sherif, saloon; 保安官; 警长
western; westernduell; lejano oeste; western; ウエスタン, 西部; 西部片
showdown; duell um zwolf, showdown; duelo al mediodia, duelo al sol; duel au soleil, reglement de comptes; 決闘,
    最後の決戦, 対決; 决斗, 对峙, 摊牌
old west; postkutsche, goldrausch, prarie; diligencia, fiebre del oro; diligence, ruee vers l or; 馬車,
    荒野のガンマン; 马车, 淘金, 荒漠
building up; aufbau, spannungsaufbau, anschwellend, crescendo; en crescendo, creciente; montee progressive,
    en crescendo; クレッシェンド, 高まる, 盛り上げる; 渐强, 推进, 层层递进
; bitte nicht so, zwar, mal, eben, gerade, wieder, noch, dabei, wahrend, bis, seinem, damit, nachdem, weil, wenn,
    kurz, lang, jemand, etwas wie, soll, sollte, darf, alles, alle, zwei, drei, vier, erste, letzte, neue, neuer;
    este, aquel, ese, ya, todo, todos, dos, tres, tiene, hay, debe, quisiera, hasta, primero, ultimo, nuevo, aqui,
    alli, cada; cet, ces, leur, leurs, tout, tous, deux, trois, il, elle, ils, elles, doit, voudrais, jusqu, premier,
    dernier, nouveau, ici, chaque, ne, n, en train de; それ, この, その, あの, もの, こと, ため, たち, です, ます,
    ほしい, 欲しい, お, ご, 一人, 二つ, 新しい, 最後, 最初, ながら, ても, でも, つつ, なる, てる, られる, れる; 这,
    那, 它, 他, 她, 我, 你, 我们, 他们, 要, 想, 在, 里, 上, 下, 中, 被, 把, 给, 让, 到, 着, 又, 也, 就, 都, 一下,
    一场, 一只, 一位, 一群, 两个, 两只, 三个, 第一次, 最后, 正在, 之间, 个, 首, 段, 部, 为
low; tief, tiefe; grave, graves; grave, graves; 低い, 低く; 低沉, 低音部
folk; folklore, volksweise; folklore, folklorico; folklore, chanson folklorique; 民謡風; 民歌
tai chi; tai chi, schattenboxen; taichi, tai chi; tai chi; 太極拳; 太极, 太极拳
shopping; einkaufen, einkaufsbummel, supermarkt; comprar, compras, supermercado; courses au supermarche, supermarche,
    boutique; 商店街, 買い物, スーパー, コンビニ; 买东西, 超市, 便利店, 商店, 商店街
game show; gewinnspiel, lotterie, verlosung, tombola; loteria, sorteo, rifa; loterie, tombola, jackpot; 福引,
    大当たり, くじ引き; 抽奖, 中奖, 彩票
contest; wettbewerb, preisausschreiben, casting; concurso, certamen; concours; コンテスト, コンクール; 竞赛, 选拔,
    比拼
postman; paketbote, lieferung, brieftrager, postbote, bote; repartidor, cartero, mensajero, paquete; livreur, facteur,
    colis; 配達, 宅配, 郵便屋さん; 快递员, 快递, 外卖员, 邮递员
broom; mullabfuhr, mullmann, mull; basura, camion de basura, basurero; eboueur, poubelle, ordures; ゴミ収集; 垃圾车,
    环卫工
repair; reparieren, repariert, basteln, schrauben, werkstatt; reparar, arreglar, mecanico, taller; reparer, bricoler,
    garagiste; 修理, 直す, 工作; 修理, 修车, 维修
mechanical; mechanik, mechanisch; mecanico; mecanique; メカニカル; 机械
bedtime story; gutenachtgeschichte, vorlesen, marchenstunde; cuento para dormir; histoire du soir; 読み聞かせ, 寝物語;
    睡前故事
learning; lernen, lernt, beibringen; aprender, aprende; apprendre, apprend, apprenti; 習う, 覚える; 学会, 学着
shy; schuchtern, scheu; timido; timide; 恥ずかしがり, 内気; 害羞, 腼腆
tourists; tourist, touristen; turista, turistas; touriste, touristes; 観光, 観光客; 游客, 观光
; kamera, foto, fotografieren; camara, foto, fotografo; appareil photo, photographe; カメラ, 写真; 相机, 拍照
speech; rede, ansprache; discurso; discours; 演説, スピーチ; 演讲, 讲话
harbour; kai, mole; muelle; quai, quai du port; 岸壁; 岸边
riot; streik, demo, aufstand, protest; huelga, protesta, manifestacion; greve, manif, manifestation, emeute;
    ストライキ, デモ; 罢工, 抗议, 示威
truck chase; lastwagen, lkw; camion; camion, poids lourd; トラック, 暴走トラック; 卡车
out of control; ausser kontrolle, ungebremst; fuera de control, desbocado; hors de controle, emballe; 暴走, 制御不能;
    失控, 暴走
tea party; teekranzchen, teeparty; fiesta del te, merienda; gouter, salon de the; お茶会, 茶会; 茶会, 下午茶
tea ceremony; teezeremonie, teehaus; ceremonia del te; ceremonie du the; 茶道, 茶屋; 茶馆, 茶道, 品茶, 喝茶
storytelling; erzahler, geschichte; narrador, relato; conteur, recit; 語り部, 物語; 说书, 讲故事, 故事
suspect; verdachtiger, beschatten, verfolgt einen verdachtigen; sospechoso; suspect, filature; 容疑者, 尾行; 嫌疑人,
    跟踪, 盯梢
hacking; einbrechen, eindringen; intrusion, irrumpir; intrusion, s infiltrer; 侵入する, 不正アクセス; 入侵, 闯入, 破解
exploration; erforschen, erkunden, entdecken; explorar, descubrir; explorer, decouvrir; 探査, 探る, 発見; 探索, 探测,
    发现
dumplings; festessen, bankett, knodel; banquete, empanada; banquet, festin; 餃子, ごちそう, 宴; 饺子, 包饺子, 年夜饭
sports day march; radiogymnastik, fruhsport; gimnasia matinal; gymnastique matinale; ラジオ体操, 朝の体操; 广播体操,
    做操
; zimmer, kammer; cuarto, habitacion; chambre, piece vide; 部屋, 一室; 房间, 屋子
ride; reitet auf, auf dem rucken; monta, a lomos; chevauche, sur le dos; 背中に乗って, 乗る, またがる; 骑着, 骑
; allmahlich, langsam immer; poco a poco, gradualmente; peu a peu, graduellement; だんだん, 次第に, 徐々に; 逐渐,
    渐渐, 慢慢
beautiful; melodios, wohlklingend; melodioso; melodieux; メロディアス; 悠扬, 动听, 优美动听
loud; trommelwirbelnd, larm; estruendo, alboroto; vacarme, tapage; どんちゃん, にぎやか, 賑やか; 喧天, 热闹, 喧闹
breathes; atmet, atem; respira, aliento; respire, souffle; 息, 呼吸; 呼吸, 喘息
enemy; feind, feindin, gegner; enemigo, enemiga, rival; ennemi, ennemie, adversaire; 敵, ライバル, 宿敵; 敌人, 对手,
    宿敌
duel; angesicht zu angesicht, auge in auge; frente a frente, cara a cara; face a face; にらみ合い, 一対一; 面对面,
    对峙
formation; in reih und glied; en fila, en fila india; en file indienne, au pas; 一列に; 排队, 列队
piccolo; piccolo, pikkolo; flautin; piccolo; ピッコロ; 短笛
xylophone; xylophon; xilofono; xylophone; シロフォン, 木琴; 木琴
three four; dreivierteltakt, dreiviertel takt, im dreiviertel takt; compas de tres por cuatro, tres por cuatro;
    a trois temps, trois temps; 三拍子, 四分の三拍子; 四三拍, 三拍子
ghost town; geisterstadt; pueblo fantasma, ciudad fantasma; ville fantome, village fantome; ゴーストタウン; 鬼城,
    荒废小镇
fishing village; fischerdorf; pueblo de pescadores, pueblo pesquero; village de pecheurs; 漁村, 漁師; 渔村, 渔夫
parade; umzug; desfile; défilé, defile; 行列; 游行队伍
witch; auf besen, auf einem besen, hexenbesen; en escoba, escoba voladora; sur un balai, balai magique; ほうきで飛ぶ,
    箒; 扫帚, 骑扫帚
race; um die wette, wettlauf, wettfahrt, staffellauf; carrera de relevos, compiten; course de relais, faire la course;
    リレー, 競走, 駆けっこ; 接力, 赛跑
lazy; einnicken, eingenickt; cabecear, echarse una siesta; piquer du nez, faire la sieste; 居眠り, うとうと; 打盹,
    瞌睡
goofy; albern, trottelig, dusselig; bobo, tontorron; benet, nigaud, godiche; とぼけた, おとぼけ, すっとぼけ; 呆头呆脑,
    傻乎乎, 憨憨
hopeful; erleichterung, aufatmen; alivio; soulagement; 安心, ほっと; 安心, 放心
police chase; polizeiverfolgung, blaulicht; patrulla, persecucion policial; gyrophare, course poursuite policiere;
    チェイス, パトカー; 警车, 警匪
dark; sonnenfinsternis, mondfinsternis; eclipse; eclipse; 日食, 月食; 日食, 月食
janitor; hausmeister, putzfrau, hausmeisterin; conserje, portero del edificio; concierge, gardien d immeuble; 用務員,
    管理人; 保安, 看门大爷
pigeon; taube, tauben; paloma, palomas; colombe, tourterelle; 鳩, ハト; 鸽子
war; feldzug, kriegstrommeln, schlachtfeld; ejercito en marcha, tambores de guerra; campagne militaire,
    tambours de guerre; 出陣, 出征, 戦太鼓; 出征, 战鼓, 沙场
wood block; tempelblock, holzblock; caja china, bloque de madera; wood block; 木魚; 木鱼
stargazing; sterne schauen, sterngucker; mirar las estrellas, miran las estrellas, mira las estrellas;
    regarder les etoiles, regardent les etoiles; 星を見る, 星を見上げる, 天体観測; 看星星, 仰望星空
beautiful; schön, schöne, wunderschon, hubsch, herrlich; hermoso, bello, bonito, precioso; beau, belle, magnifique,
    joli; 美しい, きれい, 綺麗; 美丽, 优美, 美妙, 唯美
summer; sommerlich, sommertag; veraniego; été, estival; 夏っぽい, 真夏; 夏日, 盛夏
"""
