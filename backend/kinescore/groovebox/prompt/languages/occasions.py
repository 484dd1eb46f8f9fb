"""Words for occasions, places, beings and doings in all five languages; rows as in `everyday`."""

from __future__ import annotations

ROWS = """
elevator; aufzug, fahrstuhl, aufzugmusik, fahrstuhlmusik; ascensor; ascenseur; エレベーター; 电梯
oktoberfest; bierzelt, oktoberfest, bayerisch, blasmusik, blaskapelle, schutzenfest, humptata; feria de la cerveza;
    fete de la biere, fanfare de village; ビール祭り, オクトーバーフェスト; 啤酒节
matador; stierkampfer, stierkampf; torero, corrida, plaza de toros; torero, corrida; 闘牛士, 闘牛; 斗牛士, 斗牛
horror movie; gruselfilm; pelicula de miedo; film d horreur, film d epouvante; ホラー映画, 怪談; 恐怖片, 恐怖电影
cheerful celebration; volksfeststimmung; festejo; rejouissance; お祝いムード, めでたい; 喜庆, 欢庆
chinese new year; chinesisches neujahr; ano nuevo chino; nouvel an chinois; 春節, 旧正月; 春节, 新春, 拜年, 舞狮,
    舞龙, 灯会
dance party; tanzparty; baile de fiesta; soiree dansante, boum; ダンスパーティー; 广场舞, 舞会, 蹦迪
race against time; rennen gegen die zeit, wettlauf gegen die zeit; contrarreloj, carrera contra el tiempo, contra
    reloj; course contre la montre, contre la montre; 時間との戦い, 時間との勝負; 争分夺秒, 与时间赛跑
hectic; hektisch, gehetzt, stressig; frenetico, ajetreado, agitado; frenetique, agite, effrene; 慌ただしい,
    せわしない, バタバタ;
    紧张忙碌, 忙乱, 急促
ice skating; eiskunstlauf, eislaufen, eislauf, schlittschuh, schlittschuhe; patinaje sobre hielo, patinaje artistico,
    patinaje; patinage artistique, patinage; フィギュアスケート, アイススケート, スケート; 花样滑冰, 滑冰, 溜冰
couple; zu zweit, paartanz; en pareja; a deux, en couple; 二人, ふたり, ペア; 双人
wild west; wilder westen, wildwest, prarie, western; viejo oeste, lejano oeste, salvaje oeste, pelicula del oeste; far
    west, ouest sauvage, conquete de l ouest; 西部劇, 荒野, 西部, 開拓時代; 西部片, 西部牛仔, 西部
cowboy; revolverheld; pistolero, forajido; pistolero, hors la loi; ガンマン, カウボーイ, 保安官; 牛仔, 枪手
goblins; kobold, kobolde, wichtel, heinzelmannchen; duende, duendes, gnomo, trasgo; lutin, lutins, gobelin, farfadet;
    ゴブリン, 小鬼, 妖精たち; 地精, 小妖, 哥布林
naughty; frech, ungezogen, schelmisch; travieso, picaro; espiegle, coquin, malicieux; いたずら, やんちゃ; 淘气,
    调皮, 顽皮
race car; autorennen, formel eins, rallye, rennstrecke; carrera de autos, formula uno, coche de carreras; course de
    voitures, course automobile, formule un, rallye; カーレース, レース, レーシング; 赛车, 飙车, 赛道
belly dance; bauchtanz, orientalisch, tausendundeine nacht; danza del vientre, danza oriental, arabe; danse du ventre,
    danse orientale, oriental, orientale, mille et une nuits; ベリーダンス, アラビアン, 砂漠の民; 肚皮舞, 阿拉伯,
    中东, 一千零一夜
; atmosphare; atmosfera; atmosphere, ambiance; 雰囲気, ムード; 气氛, 氛围
eerie; unheimliche, beklemmend, gespenstisch; inquietante, espeluznante, escalofriante, siniestro, tenebroso;
    inquietant, lugubre, effrayant, sinistre, angoissant, glauque; 不気味, 怖い, 恐ろしい, ぞっとする; 诡异, 阴森,
    恐怖, 惊悚, 毛骨悚然
witch; hexenkuche, hexentanz, zauberin; hechicera, brujeria; sorciere, sorcellerie; 魔女; 女巫, 巫婆
werewolf; werwolf; hombre lobo; loup garou; 狼男, 人狼; 狼人
haunted house; spukhaus, geisterhaus, geisterbahn; casa embrujada, casa encantada; maison hantee, manoir hante;
    お化け屋敷,
    幽霊屋敷; 鬼屋, 闹鬼
ghost train; geisterbahn; tren fantasma; train fantome; 幽霊列車; 幽灵列车
abandoned; verlassen, verfallen; abandonada; abandonne, desaffecte; 廃墟, 廃屋; 废弃, 荒废
heist; einbruch, raububerfall, bankraub, bankuberfall; atraco, robo; braquage, cambriolage, casse; 強盗, 銀行強盗;
    抢劫, 盗窃,
    劫案
police chase; polizeijagd, verfolgt, jagt, gejagt; persecucion, persiguen, persigue; course poursuite, poursuivi,
    traque; カーチェイス, 追跡, 逃走, 追いかけ; 追逐, 追车, 追捕, 逃跑, 逃亡, 追赶
secret agent; geheimagent, geheimdienst; agente secreto; agent secret; 秘密諜報員, 諜報員; 特务, 密探
investigation; ermittlung, ermittler, spurensuche, tatort; investigacion, pistas, crimen; enquete, indices;
    捜査, 推理,
    謎解き, 事件; 侦查, 破案, 案件, 悬疑
suspense; nervenkitzel, spannungsgeladen; intriga, suspenso, suspense; suspense, haletant; サスペンス, 緊迫, 緊張;
    悬念, 紧张, 紧迫
bomb; bombe, zeitbombe; bomba; bombe; 爆弾, 時限爆弾; 炸弹, 定时炸弹
battle; krieger, armee, heer, belagerung; guerra, ejercito, batalla, combate, asedio, guerreros; guerre, bataille,
    armee, combat, siege du chateau; 戦い, 戦闘, 合戦, 戦争, 決戦, 戦場; 战斗, 战争, 战场, 大战, 决战, 攻城
warrior; krieger, kampfer, kriegerin; guerrero, guerrera, luchador; guerrier, guerriere, combattant; 戦士, 侍,
    武将, 勇者;
    战士, 勇士, 武士, 将军
hero; heldenreise, heldentat, superheld; superheroe, hazana; superheros, heros; ヒーロー, 英雄, スーパーヒーロー,
    勇者; 英雄, 超级英雄
boss fight; endgegner, endkampf, bosskampf; jefe final, batalla final; boss final, combat final; ボス戦, ラスボス,
    最終決戦;
    最终决战, 大boss, 打怪
dragon; drachenkampf, drachentoter; dragones; dragons; ドラゴン, 竜, 龍; 巨龙, 恶龙, 龙
triumphant; siegreich, triumphal, triumphierend; triunfal, victorioso; triomphal, victorieux; 凱旋, 勝ち誇る; 凯旋,
    得胜
pirate ship; piratenschiff, seeschlacht, segelschiff; barco pirata, batalla naval, piratas; bateau pirate, bataille
    navale, corsaire; 海賊船, 海賊, 航海; 海盗, 海盗船, 航海
soldiers; soldatenmarsch, truppen, parade, bataillon; desfile militar, tropas; defile militaire, troupes, regiment;
    軍隊, 行進, 軍隊行進, パレード; 阅兵, 行军, 军队, 士兵
march; militarmarsch; marcha militar; marche militaire; 行進曲, マーチ, マーチングバンド; 进行曲, 军乐, 仪仗队
marching; marschieren, marschiert, kapelle, militar; marchan, militar; marchent, militaire, fanfare; 行進する; 列队
parade; festzug, karnevalszug, fasching, karneval, umzug; cabalgata, comparsa; cortege, defile de carnaval;
    パレード; 游行,
    花车
carnival; karneval in rio; carnaval; carnaval; カーニバル; 狂欢节, 嘉年华
acrobat; zirkuszelt, akrobat, akrobaten, jongleur, seiltanzer, manege; acrobata, malabarista, carpa, equilibrista;
    acrobate, jongleur, chapiteau, cirque, trapeziste; サーカス, 曲芸, アクロバット, 大道芸; 马戏, 马戏团, 杂技, 杂耍
clown; hanswurst, spassmacher; bufon, payasos; clowns, bouffon, pitre; ピエロ, 道化; 小丑
slapstick; slapstick, klamauk, tollpatsch, missgeschick, pechvogel; payasada, torpeza, patoso; gag, gags, burlesque,
    gaffe, gaffeur; ドタバタ, コミカル, ギャグ, おっちょこちょい; 滑稽, 搞笑, 闹剧, 逗乐
comical; spassig, humorvoll, ulkig, schrullig; gracioso, comico, divertido, chistoso, humor; rigolo, drole, marrant,
    comique, loufoque; 面白い, 可笑しい, コメディ, ユーモラス; 幽默, 好笑, 有趣, 诙谐
waddles; watschelt, watscheln; se tambalea, camina torpe; se dandine; よちよち; 摇摇摆摆
kitten; katzenbaby; gatitos; chaton, chatons; 子猫, 仔猫; 小猫, 猫咪
puppy; welpen; cachorros, perrito; chiot, chiots, toutou; 子犬, 仔犬; 小狗, 狗狗
cow; kuhstall, bauer, stall; granjero, rancho; ferme, paysan, etable; 牧場, 農家; 农场, 农夫, 牧场
fairy; feen, elfen, waldgeister; hadas, elfo, elfos; fee, fees, elfe, elfes; 妖精, エルフ; 仙女, 精灵
enchanted forest; zauberwald, verwunschen, marchenland; bosque encantado, bosque magico; foret enchantee, foret
    magique; 魔法の森, 不思議な森; 魔法森林, 童话森林
magic; zauber, magie, zauberei, zauberstab; magia, hechizo, encantado; magie, enchante, sortilege; 魔法, 呪文,
    不思議; 魔法,
    法术, 神奇
princess; prinz, prinzen, marchenprinz; princesas, principe; princesses, prince; お姫様, 姫, 王子; 公主, 王子
dream; traumwelt, traumhaft; ensueno, onirico; onirique, songe, reverie; 夢の中, 夢見る, 幻想的; 梦幻, 幻想, 梦境
lullaby; einschlafen, gute nacht, schlafliedchen; nana, arrullo, cancion de cuna, canciones de cuna; berceuse, dodo,
    bebe qui dort; 子守唄, 子守歌; 摇篮曲, 催眠曲, 哄睡
baby; saugling, neugeborenes; bebe, recien nacido; bebe, nouveau ne; 赤ちゃん, 赤ん坊; 宝宝, 婴儿
children; kindergeburtstag, kindergarten, schulkinder, kinderlied; ninos, ninas, nino, nina, infantil; enfants,
    enfant, gamins, ecoliers, enfantin; 子供, 子ども, こども, 子供たち; 孩子, 儿童, 小朋友, 小孩
wedding; hochzeitsfeier, braut, brautpaar, trauung; boda, novia, novios; mariage, mariee, maries, noces; 結婚式,
    花嫁, 結婚,
    披露宴; 婚礼, 新娘, 结婚
waltz; wiener walzer, ballkleid, balltanz, walzer tanzen; vals, vals vienes; valse, valse viennoise; ワルツ,
    円舞曲, 舞踏会;
    圆舞曲, 华尔兹
ballroom; ballsaal, opernball, tanzsaal; salon de baile, baile de gala; salle de bal, grand bal, bal masque;
    社交ダンス,
    舞踏室, 仮面舞踏会; 交谊舞, 宫廷舞会, 假面舞会
ballet; ballett, ballerina, spitzentanz, ballettschule; ballet, bailarina de ballet, puntas; ballet, danse classique,
    petit rat, ballerine; バレエ, バレリーナ; 芭蕾, 芭蕾舞
tango; tangotanz, tangopaar; tango argentino, milonga; tango argentin; タンゴ; 探戈
flamenco dancer; flamencotanzerin; bailaora, sevillanas, tablao; danseuse de flamenco; フラメンコダンサー; 弗拉明戈
spanish guitar; spanische gitarre; guitarra espanola, guitarra flamenca; guitare espagnole, guitare flamenca;
    スペインギター;
    西班牙吉他
acoustic guitar; akustische gitarre, lagerfeuergitarre; guitarra acustica; guitare acoustique, guitare seche; アコギ,
    アコースティックギター; 木吉他, 民谣吉他
electric guitar; e gitarre, stromgitarre; guitarra electrica; guitare electrique; エレキギター, エレキ; 电吉他
campfire; lagerfeuer; hoguera, fogata; feu de camp; キャンプファイヤー, 焚き火; 篝火, 露营
fireplace; kamin, kaminfeuer, gemutlicher abend; chimenea; cheminee, au coin du feu; 暖炉; 壁炉
beach; palmen, tropisch, urlaub, ferien, sandstrand, hangematte; playa tropical, palmeras, tropical, vacaciones,
    hamaca; plage, plage tropicale, vacances, tropical, tropicale, cocotiers, hamac; 海辺, ビーチ, 浜辺, 砂浜;
    沙滩, 海滩, 海边
surf; wellenreiten, surfer, surfen; surfista, olas; surfeur, vagues; サーフィン, 波乗り; 冲浪
yoga; yoga, entspannung, wellness, atemubung; yoga, relajacion, respiracion; yoga, detente, relaxation, respiration;
    ヨガ, リラックス, 癒し, ヒーリング; 瑜伽, 放松, 疗愈, 舒缓
meditation; meditation, klangschalen; meditacion, cuencos; meditation, meditatif; 瞑想, 座禅; 冥想, 打坐, 禅
library; leseecke, buch, bucher, lernen, hausaufgaben; libros, estudiar, tarea; livres, lecture, etudier, devoirs;
    勉強,
    読書, 図書室; 学习, 读书, 看书, 自习
rainy window; regentag, regenwetter, fensterscheibe; dia lluvioso, lluvia, llueve; jour de pluie, pluie, pleut,
    pluvieux; 雨の日, 雨音, 梅雨; 下雨, 雨夜, 雨天, 雨声
night drive; nachtfahrt, autobahn bei nacht, neonlichter; conducir de noche, luces de neon, neon; route de nuit,
    neons, conduite nocturne; 夜のドライブ, ドライブ, ネオン, 夜景; 夜间驾驶, 霓虹, 夜路, 公路夜
nightclub; diskothek, klub, tanzflache, clubmusik, rave; club, antro, pista de baile; club, piste de danse, clubbing,
    rave; ナイトクラブ, ディスコ, クラブミュージック; 夜店, 夜总会, 酒吧, 迪斯科, 电音
disco; diskokugel, disko der 70er; bola de disco, disco de los setenta; boule a facettes, soiree disco; ディスコ,
    ミラーボール;
    迪斯科, 迪厅
techno; technoclub, bassdrum; electronica de club, maquina; musique electro; テクノ, 電子音楽; 电子舞曲, 科技舞曲
hip hop; hiphop, strassentanz, rapper, sprechgesang; rapero, rap; rappeur,
    rap; ヒップホップ, ラップ; 嘻哈, 说唱, 街舞
breakdance; breakdance, breakdancer; break, breakdance, battle; breakdance, danseur de break; ブレイクダンス; 霹雳舞
robot dance; robotertanz; baile del robot, robotico; danse du robot, robotique; ロボットダンス,
    アニメーションダンス; 机器人舞, 机械舞
fashion show; laufstegshow, model; pasarela de moda, desfile de modas, modelo; defile de mode, mannequin, podium;
    ランウェイ, ファッションショー, モデル; 走秀, 模特, T台
advert; werbeclip, reklame, spot; anuncio, comercial de television; pub, publicite, reclame; CM, 広告, 宣伝;
    广告, 宣传
corporate; firma, unternehmen, firmenvideo, messe, buroalltag; empresa, corporativo, oficina moderna; entreprise,
    societe, bureau moderne, demarrage; 企業, 会社紹介, ビジネス; 公司, 企业, 商务, 办公
modern; modern, zeitgemass; moderno; moderne; 現代的, モダン, おしゃれ; 现代, 时尚
elegant; vornehm, elegante, schick; elegante, refinado; chic, classe, distingue; 優美, 上品, エレガント; 优雅,
    高贵, 典雅
christmas; weihnachtsmann, advent, schlitten, christkind; navidad, navideno, papa noel, villancico; noel, pere noel,
    traineau; クリスマス, サンタ; 圣诞, 圣诞节, 圣诞老人
snowfall; schneeflocken, verschneit, schneelandschaft; nevando, copos de nieve; flocons, enneige; 雪景色, 粉雪;
    雪景, 飘雪
underwater; unterwasserwelt, tauchen, taucher, korallen; bajo el agua, submarino, buceo; sous l eau, sous marin,
    plongee; 海底, 水中, 深海; 海底, 水下, 深海
space; raumfahrt, schwerelos, all, galaxie, weiten des alls; espacio, galaxia, gravedad cero; espace, apesanteur,
    galaxie; 宇宙, 無重力, 銀河; 太空, 宇宙, 银河, 星空, 失重
robot; maschine, maschinen, blechmann; robots, maquina, maquinas; robots, machine, machines; ロボット, 機械,
    からくり; 机器人, 机械,
    机器
cyberpunk; cyberstadt, dystopie, dystopisch; distopia, distopico; dystopie, dystopique; サイバー, 近未来都市,
    ディストピア; 赛博, 反乌托邦,
    未来都市
video game; spielkonsole, pixel, retrospiel, acht bit; pixel, arcade, ocho bits, consola; pixel, console, jeu video,
    huit bits; ゲーム音楽, レトロゲーム, ファミコン, ドット絵, 8ビット; 像素, 红白机, 电子游戏, 游戏
idol; popstar, madchenband; idolo, grupo de chicas; idole, groupe de filles; アイドル, 推し; 偶像, 女团, 男团
samurai; japanischer krieger; samurai; samourai; 侍, サムライ, 武士道, 刀, 剣豪; 武士, 日本刀
martial arts; kampfkunst, kung fu, karate; artes marciales, kung fu; arts martiaux, kung fu; 武術, 空手, カンフー;
    武侠, 功夫, 武术,
    江湖, 打斗
bamboo grove; bambuswald, bambus; bambu; bambou, bambouseraie; 竹林, 竹; 竹林, 竹子, 山水, 江南
guzheng; guzheng, chinesische zither; guzheng; guzheng; 古箏, 琴; 古筝, 古琴, 二胡, 琵琶, 笛子
japanese festival; japanisches fest; festival japones; festival japonais; 夏祭り, 盆踊り, 神輿; 夏日祭
africa; djembe, trommelkreis, savanne, stamm; tribal, tambores africanos, sabana, selva africana; djembe, savane,
    tribu, afrique; サバンナ, アフリカン; 非洲鼓, 草原部落
drums; schlagzeugsolo, trommelwirbel; tambores, tambor, bateria, redoble; tambours, tambour, batterie, roulement de
    tambour; 太鼓, ドラム; 鼓, 鼓点, 大鼓, 打鼓
brass band; blasorchester, dorfkapelle; banda de pueblo, charanga; fanfare, orphéon; 吹奏楽, ブラスバンド;
    铜管乐队, 军乐队
accordion; quetschkommode, schifferklavier; acordeon, bandoneon; accordeon, bandoneon; アコーディオン; 手风琴
cello; celloklang; violonchelo, chelo; violoncelle; チェロ; 大提琴
harp; harfenklang; arpa; harpe; ハープ; 竖琴
organ; orgelmusik, kirchenmusik; organo; orgue, orgues; オルガン, パイプオルガン; 管风琴
choir; chore, gesangsverein, kirchenchor, choral; coro, coral; choeur, choeurs, chorale; 合唱, コーラス, 聖歌;
    合唱, 唱诗班
gregorian; gregorianisch; gregoriano; gregorien; グレゴリオ聖歌; 格里高利圣咏
church; messe, gottesdienst, kapelle, abtei, kloster; misa, monasterio, capilla; messe, monastere, abbaye; 教会,
    大聖堂,
    修道院; 教堂, 修道院
funeral; trauer, begrabnis, sarg, grab; funeral, entierro, luto, duelo por la muerte; enterrement, funerailles, deuil;
    お葬式, 葬式, 告別; 葬礼, 哀悼, 悼念
farewell; wehmut, trennungsschmerz; despedida, adios; adieu, adieux, depart; 別れ, さよなら, お別れ; 离别, 告别,
    分别, 再见
heartbroken; herzschmerz, liebeskummer, gebrochenes herz, tieftraurig; corazon roto, tristeza, desamor, pena, llanto;
    coeur brise, chagrin, tristesse, peine; 失恋, 切ない, 哀しい, 悲しみ; 心碎, 失恋, 伤心, 悲伤, 忧伤, 凄凉, 难过
nostalgic; nostalgisch, sehnsucht, heimweh; nostalgico, anoranza, nostalgia; nostalgique, nostalgie; 懐かしい,
    ノスタルジック,
    郷愁; 怀念, 乡愁, 怀旧
romantic; verliebte, romanze, liebespaar, rendezvous, zartlichkeit; amor, enamorados, romance, cita romantica, beso;
    amour, amoureux, rendez vous, romance, baiser; ロマンチック, 恋, 愛, デート, キス; 浪漫, 爱情, 约会, 甜蜜, 吻
joyful; beschwingt, ausgelassen, vergnugt, unbeschwert; alegre, alegria, jubiloso, animado; joyeux, gai, enjoue,
    allegre, festif; 楽しい, うれしい, 嬉しい, 明るい, 陽気; 欢快, 快乐, 开心, 欢乐, 喜悦, 愉快
energetic; dynamisch, power, schwung, kraftig; energico, dinamico, enérgico, potente; energique, dynamique, pechu,
    tonique; 元気, 激しい, 力強い, エネルギッシュ, ノリノリ; 激烈, 热血, 动感, 充满活力, 活力, 激情
calm; stille, ruhe, gemachlich, besinnlich, friedvoll, entspannend; tranquilo, tranquila, sereno, apacible, suave,
    relajado, relajante; calme, tranquille, paisible, serein, apaisant, doux; 静か, 穏やか, 落ち着いた, ゆったり,
    やさしい; 安静, 平静, 宁静,
    柔和, 轻柔, 平和, 舒缓
epic; bombastisch, episches, grandios, majestatisch; epico, epica, grandioso, majestuoso, monumental; epique,
    grandiose, majestueux, monumental; 壮大, 雄大, エピック, 大迫力; 宏大, 史诗, 壮观, 气势磅礴, 宏伟, 大气, 磅礴
gloomy; trist, trostlos, dusterer, melancholie; sombrio, lugubre, oscuro, oscura; sombre, morne, obscur, tenebreux;
    暗い, 陰鬱, ダーク; 黑暗, 阴暗, 阴郁, 昏暗
forest; wald, waldlichtung, waldweg, baume; bosque, arboleda; foret, bois, clairiere; 森, 森林, 林; 森林, 树林, 林间
mountain; bergsteiger, gipfel, alpen, wanderung; cumbre, montana, escalada, cordillera; montagne, sommet, alpinisme,
    randonnee; 山, 山頂, 登山; 高山, 山峰, 登山, 雪山
sea; meeresrauschen, wellen, ozean, kuste; mar, oceano, costa; mer, ocean, cote; 海, 波, 大海; 大海, 海洋, 海浪, 海
sunrise; sonnenaufgang, morgenrot; amanecer, salida del sol, alba; lever du soleil, aurore; 日の出, 夜明け, 朝日;
    日出, 黎明, 朝阳
sunset; abendrot, abenddammerung; ocaso, puesta del sol; coucher de soleil, crepuscule; 夕日, 夕焼け, 日没; 日落,
    夕阳, 落日
old man; greis, grossvater, opa; anciano, abuelo, viejo; vieillard, grand pere, papi; おじいさん, 老人, 祖父; 老人,
    老爷爷, 爷爷
grandma; oma, grossmutter; abuelita, abuela; mamie, grand mere; おばあさん, 祖母; 奶奶, 外婆
train ride; eisenbahn, lokomotive, dampflok; tren, ferrocarril, locomotora; train, chemin de fer, locomotive; 電車,
    列車,
    機関車, 汽車; 火车, 列车, 蒸汽火车
road trip; autofahrt, landstrasse, roadtrip; viaje por carretera, carretera; voyage en voiture, route; ドライブ旅行,
    ロードトリップ; 公路旅行, 自驾
sports; wettkampfe, sportlich, marathon, turnen, fitness; deportivo, maraton, gimnasia, olimpico; sportif, marathon,
    gymnastique, olympique; マラソン, オリンピック, 体操競技, 筋トレ; 马拉松, 奥运, 体育, 比赛, 健身
boxing; boxkampf, boxer; boxeo, boxeador; boxe, boxeur; ボクシング; 拳击
parkour; parkour, uber die dacher; parkour; parkour, sur les toits; パルクール, 屋根の上, 屋根を走る; 跑酷, 飞檐走壁
factory; fliessband, werkstatt, zahnrader; cadena de montaje, engranajes; chaine de montage, engrenages,
    atelier; 工場,
    歯車, ベルトコンベア; 工厂, 流水线, 齿轮
laboratory; verruckter professor, wissenschaftler, experiment; cientifico loco, experimento, cientifico; savant fou,
    scientifique, experience; マッドサイエンティスト, 科学者, 実験; 疯狂科学家, 科学家, 实验
crying; tranen, schluchzen; lagrimas, llorar; larmes, sanglots; 涙, 泣いて; 眼泪, 流泪, 哭
old photographs; fotoalbum, alte fotos; fotos antiguas, recuerdos; vieilles photos, souvenirs d enfance; 古い写真,
    思い出,
    アルバム; 老照片, 回忆
cafe; strassencafe, kaffeehaus, bistro; cafeteria, terraza; terrasse, bistrot, brasserie; カフェ, 喫茶店; 咖啡馆,
    咖啡厅, 咖啡
jazz; jazzkeller, jazzclub, swing; club de jazz, swing; cave de jazz, club de jazz, swing; ジャズ, ジャズバー,
    スウィング; 爵士,
    爵士酒吧, 摇摆
bossa nova; bossa; bossa; bossa; ボサノバ, ボサノヴァ; 波萨诺瓦, 巴萨诺瓦
rumba; rumba, salsa tanzen, kubanisch; rumba, sabor, merengue, cumbia, bachata, cubano; rumba, cubain, cubaine, salsa;
    ルンバ, マンボ, キューバ; 伦巴, 恰恰, 古巴, 拉丁舞
mariachi; mariachi; mariachi, ranchera, charro; mariachi; マリアッチ; 墨西哥乐队
city street; graffiti; callejero; banlieue, cite; ストリート; 街头
barn; scheune; granero; grange; 納屋; 谷仓
country; countrymusik, rodeo; rodeo, musica country; rodeo, musique country;
    カントリー調, ロデオ;
    乡村, 牛仔舞
polka; polka, schunkeln; polca; polka; ポルカ; 波尔卡
folk dance; volkstanz; baile folclorico, danza folclorica, jota; danse folklorique, bourree; 民族舞踊,
    フォークダンス; 民族舞, 秧歌
thunder; donner, blitz, blitze; truenos, relampagos, rayo; tonnerre, eclairs, orage; 雷鳴, 稲妻; 雷声, 闪电
floating; schwebend, schwerelosigkeit; flotando, flotar; flotte, flottant; 漂う, 浮遊, ふわふわ; 漂浮, 飘浮, 飘
gently; behutsam, sachte; suavemente, delicado; doucement, delicat, tendrement; そっと, 優しく, 優しい; 轻轻, 温柔,
    细腻
fast; eilig, blitzschnell, temporeich; veloz, apresurado, rapida, rapidamente; vite, rapide, rapidement; 速い,
    早い, 疾走,
    アップテンポ; 快速, 飞快, 急速, 快节奏
slow; gemachliches tempo, schleppend, zeitlupe; lenta, lentamente, pausado, camara lenta; lente, lentement, ralenti;
    ゆっくり, スロー, 遅い; 缓慢, 慢速, 慢, 慢动作
sunday morning; sonntag, sonntags, sonntagmorgen, wochenende; domingo, fin de semana; dimanche, week end; 日曜日,
    週末; 周日,
    周末
blanket; decke, kakao, kuscheln, kuschelig; manta, chocolate caliente; couverture, plaid, chocolat chaud; 毛布,
    ココア; 毯子,
    热可可
rain; verregnet, regnet, regnerisch, nieselregen, pfutzen; llovizna, aguacero; averse, bruine; 小雨, どしゃ降り;
    细雨, 大雨
coronation; siegerehrung, kronung, preisverleihung; coronacion, premiacion; couronnement, remise des prix, sacre;
    表彰式,
    戴冠式; 颁奖, 加冕
olympics; olympia, olympische spiele; juegos olimpicos, olimpiadas; jeux olympiques; 五輪; 奥运会
throne; thron, thronsaal; trono, salon del trono; trone, salle du trone; 玉座; 王座
ballroom dance; gesellschaftstanz, standardtanz; baile de salon; danse de salon; 競技ダンス; 国标舞
snail; schnecke; caracol; escargot; カタツムリ; 蜗牛
wizard; magier, hexer, zaubermeister; brujo, hechicero; sorcier, magicien, mage; 魔道士, 魔術師; 法师, 术士
spell; zauberspruch, zauberbuch; conjuro, grimorio; grimoire, potion; 魔導書; 咒语, 魔药
road; landstrasse; camino; route, chemin; 道, 道路; 道路, 路上
sports day march; turnfest; dia del deporte; fete sportive; 運動会; 运动会
mouse; mauschen; ratoncito; souris; ねずみ; 老鼠, 耗子
cheese; kase; queso; fromage; チーズ; 奶酪
market; markthalle, basar; bazar, zoco; marche, bazar, souk; バザール; 市集, 巴扎
playground; schaukel; columpio; balancoire; ブランコ; 秋千
spider; riesenspinne; aranas; araignees; 大蜘蛛; 巨型蜘蛛
game show; quizshow, spielshow; concurso de television; jeu televise; クイズ番組; 综艺, 游戏节目
shopping; einkaufszentrum, kaufhaus; centro comercial, tienda; centre commercial, magasin; ショッピング, デパート;
    商场, 购物
silent film; stummfilm; pelicula muda, cine mudo; film muet, cinema muet; 無声映画; 默片
village fanfare; dorfkapelle; banda municipal; fanfare, fanfare de village; 村祭り; 乡村乐队
sumo wrestling; sumo; sumo; sumo; 相撲, 力士; 相扑
match; wettspiel, turnier, spiel; partido, torneo; match, tournoi; 試合, 大会; 比赛, 锦标赛
secret society; geheimbund, geheime organisation; organizacion secreta; organisation secrete; 悪の組織, 秘密結社;
    秘密组织
villains; bosewichter, schurken; malvados; mechants; 悪, 悪役, 悪者; 反派, 坏人
meeting; besprechung, sitzung; reunion; reunion; 会議, 会合; 会议
grassland horse; steppe, galoppiert, reiter; llanura, galopa, jinete; plaine, galope, cavalier; 草原, 馬が走る;
    草原上, 草原, 奔腾,
    骑马
laboratory; labor; laboratorio; laboratoire; 実験室; 实验室
plays; spielt; juega, jugando; joue, jouent; 遊ぶ, 遊び; 玩, 玩耍
danger; gefahr, gefahrvoll, bedrohung; peligro, peligroso, amenaza; peril, dangereux, menace; 危険, 危機, ピンチ;
    危险, 危机
earthquake; erdbeben; terremoto, temblor; tremblement de terre, seisme; 地震; 地震
volcano; vulkan, lava, vulkanausbruch; volcan, erupcion; volcan, eruption; 火山, 噴火; 火山, 喷发
flood; flut, uberschwemmung, hochwasser; inundacion; inondation, deluge; 洪水, 津波; 洪水, 海啸
summit; gipfelkreuz, bergsteiger; alpinista; alpiniste; 頂上; 登顶
grandpa; rentner, senioren; jubilado, ancianos; retraite, personnes agees; お年寄り, 高齢者; 老年人, 大爷
swing dance; foxtrott, lindy hop, charleston; fox trot, charleston, swing; fox trot, charleston;
    フォックストロット, チャールストン;
    摇摆舞
prima ballerina; primaballerina; primera bailarina; danseuse etoile; プリマ; 首席舞者
girl; madchen; chica, muchacha; fille, fillette, jeune fille; 女の子, 少女; 女孩, 小女孩, 少女, 姑娘
boy; junge, bub; chico, muchacho; garcon, gamin; 男の子, 少年; 男孩, 少年, 小男孩
kite; drachen steigen, papierdrachen; cometa, papalote; cerf volant; 凧; 风筝
playground; spielzeugladen, sandkasten, rutsche; tobogan, arenero; toboggan, bac a sable; 滑り台, 砂場; 滑梯, 沙坑
balloon; luftballon, ballons; globo, globos; ballon, ballons, montgolfiere; 風船, 気球; 气球, 热气球
bicycle; fahrrad, radtour, radfahren; bicicleta; velo, bicyclette; 自転車; 自行车
motorcycle; motorrad, rocker; motocicleta, moto; motard, moto; バイク; 摩托车, 机车
airplane; flugzeug, flieger, pilot; avion, piloto; avion, pilote; 飛行機, パイロット; 飞机, 飞行员
explorer; entdecker, forscher, expedition; explorador, expedicion; explorateur, expedition; 探検, 探検家, 冒険家;
    探险, 探险家, 冒险
treasure; schatz, schatzsuche, schatzkarte; tesoro, mapa del tesoro; tresor, chasse au tresor; 宝, 宝物, 宝探し;
    宝藏, 寻宝
ancient temple; ruinen, tempelruine; ruinas, templo perdido; ruines, temple perdu; 遺跡, 古代遺跡; 遗迹, 古迹, 废墟
mystery; geheimnis, ratsel; misterio, secreto; mystere, secret; 神秘, ミステリー, 秘密; 神秘, 秘密, 谜团
fog; nebel, neblig, dunst; niebla, neblina, bruma; brouillard, brume, brumeux; 霧, 靄; 雾, 迷雾, 大雾
harbour at night; hafen, hafenviertel, docks; muelle, puerto de noche; port, quais, docks; 波止場, 埠頭; 码头, 港湾
crime; verbrechen, morder, mord, leiche; asesinato, asesino, cadaver; crime, meurtre, assassin, cadavre; 殺人,
    犯罪, 死体;
    谋杀, 凶手, 尸体, 犯罪
prisoner; gefangener, haftling, ausbruch; prisionero, preso, fuga; prisonnier, evasion; 脱獄, 囚人; 囚犯, 越狱
monster attack; riesenmonster, ungetum, seeungeheuer; bestia, engendro; creature, bete monstrueuse; 大怪獣, 化け物,
    妖怪; 妖怪,
    怪物来袭, 鬼怪
blood; blut, blutig; sangre, sangriento; sang, sanglant; 血, 血まみれ; 血, 血腥
nightmare; albtraum, alptraum; pesadilla; cauchemar; 悪夢; 噩梦
spooky doll; gruselpuppe; muneca maldita, muneca; poupee hantee, poupee; 呪いの人形; 诡异娃娃
curse; fluch, verflucht; maldicion, maldito; malediction, maudit; 呪い, 祟り; 诅咒
possessed; besessen, exorzist; poseido, exorcista; possede, exorciste; 憑依, 悪霊; 附身, 驱魔
scream; schrei, schreit, kreischen; grito, gritos; cri, cris, hurlement; 悲鳴, 叫び; 尖叫, 惨叫
sky; himmel, horizont; cielo, horizonte; ciel, horizon; 空, 青空, 大空; 天空, 蓝天, 云端
waterfall; wasserfall, quelle; cascada, manantial; cascade, source; 滝, 泉; 瀑布, 泉水
meadow; wiese, feld, felder, blumenwiese; prado, campo, campos; prairie fleurie, champ, champs, pre; 野原, 花畑,
    田園; 田野,
    花海, 稻田
nature; natur, naturfilm; naturaleza; nature; 自然, 大自然; 大自然, 自然
bird; vogelgezwitscher, vogelschwarm; ave, aves, pajaritos; oiseau, oiseaux, volee d oiseaux; 鳥, 鳥の群れ; 鸟,
    鸟群, 飞鸟
eagle; adler, falke; aguila, halcon; aigle, faucon; 鷹, 鷲; 老鹰, 雄鹰
horse riding; galopp, reiten, reitet, pferderennen; cabalga, cabalgata, galope; galope, chevauche, equitation; 乗馬,
    馬に乗る; 骑马, 赛马, 策马
shark; hai, haie, haiangriff; tiburon; requin; サメ, 鮫; 鲨鱼
octopus; krake, tintenfisch; pulpo; pieuvre, poulpe; タコ, 蛸; 章鱼
jellyfish; qualle, quallen; medusa, medusas; meduse, meduses; クラゲ; 水母
turtle; schildkrote; tortuga; tortue; 亀, カメ; 乌龟
squirrel; eichhornchen; ardilla; ecureuil; リス; 松鼠
hedgehog; igel; erizo; herisson; ハリネズミ; 刺猬
bee; hummel, bienenschwarm; abejas, abejorro; abeilles, bourdon; 蜂, ミツバチ; 蜜蜂
ant; ameise, ameisen; hormiga, hormigas; fourmi, fourmis; 蟻, アリ; 蚂蚁
sheep; schaf, schafe, lamm, hirte; oveja, ovejas, pastor; mouton, moutons, berger; 羊, 羊飼い; 绵羊, 羊群, 牧羊人
goat; ziege, ziegen; cabra, cabras; chevre, chevres; ヤギ; 山羊
camel; kamel, karawane, oase; camello, camellos, caravana, oasis; chameau, caravane, oasis; ラクダ, オアシス,
    キャラバン; 骆驼, 商队,
    绿洲
tiger; tiger, raubkatze; tigre; tigre, fauve; 虎, トラ; 老虎
raccoon; waschbar; mapache; raton laveur; アライグマ, たぬき, タヌキ; 浣熊
witch brew; hexenkessel, kessel; caldero; chaudron; 大釜; 女巫锅
vampire; vampire, graf dracula, sarg; vampiros, vampira; vampires; ヴァンパイア, 吸血鬼; 吸血鬼, 僵尸片
zombies; zombies, untoten; zombis, muertos vivientes; zombies, morts vivants; ゾンビ; 僵尸, 丧尸
mad scientist; erfinder, verruckte erfindung; inventor, invento; inventeur, invention; 発明家, 博士; 发明家, 博士
time travel; zeitreise, zeitmaschine; viaje en el tiempo; voyage dans le temps; タイムトラベル; 穿越, 时光机
space battle; raumschlacht; batalla espacial; bataille spatiale; 宇宙戦争, 宇宙船の戦い; 星际大战, 太空战
alien invasion; invasion, marsmenschen; invasion, marcianos; invasion, martiens; 侵略, 宇宙人襲来; 外星人入侵, 入侵
giant robot; kampfroboter, riesenroboter; mecha, robots gigantes; robots geants, robot geant; 巨大ロボット, 戦隊;
    机甲, 巨型机器人
magical girl; magisches madchen; chica magica; magical girl; 魔法少女, 変身; 魔法少女, 变身
graduation; abschlussfeier, schulabschluss; graduacion; remise de diplomes; 卒業, 卒業式; 毕业, 毕业典礼
office; buroarbeit, chef, kollegen; jefe, oficinista; patron, collegues; 会社員, サラリーマン, 上司; 上班, 老板, 同事
teamwork; zusammenarbeit, team; equipo, trabajo en equipo; travail d equipe, equipe; チームワーク, 協力; 团队, 合作
news; nachrichten, tagesschau; noticias, noticiero; journal televise, actualites; ニュース, 報道; 新闻, 播报
cooking show; kochshow, rezept; programa de cocina, receta; emission de cuisine, recette; 料理番組, レシピ; 美食,
    菜谱, 做菜
restaurant; abendessen, kerzenlicht, candle light dinner; cena, velas; diner, chandelles; ディナー, 食事,
    レストラン; 晚餐, 烛光晚餐
wine; wein, weinberg; vino, vinedo; vin, vignoble; ワイン; 红酒, 葡萄酒
street performer; strassenmusiker, strassenkunstler; artista callejero; artiste de rue; 路上ライブ; 街头艺人
fashion; mode, models, kollektion; estilo de moda, modelo; haute couture, collection, mode; 流行, モデル歩き; 潮流,
    模特
dance battle; tanzbattle, tanzwettbewerb; batalla de baile, concurso de baile; battle de danse, concours de danse;
    ダンスバトル, ダンス大会; 斗舞, 舞蹈比赛
twerk; twerken; perreo, reggaeton; twerk; トワーク; 电臀舞
folk dance; tracht, schuhplattler; traje tipico; sabots; 民謡踊り; 民族服装
belly dance; orientalischer tanz; odalisca; danseuse orientale; アラビアンナイト; 阿拉伯舞
tribal dance; stammestanz, feuertanz, ritual; ritual, danza tribal, danza del fuego; rituel, danse tribale, danse du
    feu; 部族, 儀式, 火の踊り; 部落, 仪式, 火把舞
sad; bedruckt, niedergeschlagen, tragisch, trauern; afligido, doloroso, tragico, desconsolado; malheureux, tragique,
    morose; 悲しい, 哀愁, 悲劇, 寂しい; 悲惨, 悲剧, 孤单, 沉重
happy; gut gelaunte, strahlend, sonnig; contento, feliz, soleado, radiante; heureux, content, ensoleille, radieux;
    ハッピー, 幸せ, にこにこ, うきうき; 幸福, 阳光, 明朗
funny; kurios, verruckt, durchgeknallt; loco, alocado, ridiculo; fou, delirant, farfelu; へんてこ, おかしな, 滑稽;
    傻, 荒唐, 奇怪
scary; angst, furchterregend, schrecken, grauen; miedo, terrorifico, pavor, horripilante; peur, terrifiant, effroi,
    horrible; 恐怖, おびえ, 怪奇; 害怕, 惊恐, 可怕
sneaking; pirscht, anschleichen, auf zehenspitzen; de puntillas, acecha, acechando; sur la pointe des pieds, se
    faufile; 忍び込む, そろそろ, 忍び寄る; 潜入, 蹑手蹑脚, 溜进
falls; fallt, sturzt, absturz; cae, caida; tombe, chute; 落ちる, 倒れる; 掉下, 跌落
wakes up; erwacht, aufwachen, wacht auf; despierta, despertar; se reveille, reveil; 目覚め, 起きる, 目を覚ます;
    醒来, 起床, 苏醒
remembers; erinnert sich; recuerda, recordando; se souvient, se rappelle; 思い出す; 想起, 怀念
loses; verliert, besiegt, niederlage; pierde, derrota, derrotado; perd, defaite, vaincu; 敗北, 負け; 失败, 输了, 战败
wins; gewinnt, gewinner, meister, pokal; gana, ganador, campeon, copa; gagne, gagnant, champion, coupe; 勝つ, 優勝,
    勝者;
    获胜, 冠军, 赢了
steals; stiehlt, klaut, beute; roba, botin; vole un, derobe, butin; 盗む, 盗み; 偷, 偷走, 盗
fights; kampft, kampfen, prugelt; pelea, lucha, luchan; se bat, lutte, combattent; 戦う, 闘う, 対戦; 打斗, 搏斗, 对打
flees; flieht, fluchtet; huye, huyendo, escapa; fuit, s enfuit, echappe; 逃げる, 逃亡; 逃走, 逃命
attacks; angriff, greift an, uberfall; ataca, ataque; attaque, assaut; 襲撃, 攻撃, 襲う; 袭击, 攻击, 进攻
motorcycle; motorradfahrer, biker, motorradgang; motero; motard, bikers; ライダー, 暴走族; 骑手, 飙车党
christmas market; weihnachtsmarkt, weihnacht, gluhwein; mercado navideno; marche de noel; クリスマスマーケット;
    圣诞市场
police detective; kommissarin, tatort; comisario, inspector; commissaire, inspecteur; 刑事, 警部; 警探, 神探
demon king; damonenkonig; rey demonio, senor oscuro; roi demon, seigneur des tenebres; 魔王, 大魔王; 魔王, 大魔头
giant robot; mech; robot de combate; mecha; メカ, ロボット起動, 起動; 机甲启动
gangster boss; gangsterboss, unterwelt; mafioso, jefe de la mafia; mafieux, parrain; ヤクザ, 親分, マフィア;
    黑帮, 大佬, 老大, 黑社会
guzheng; chinesisch; dinastia, chino antiguo; chine ancienne; 漢服, 古風; 古风, 汉服, 飘逸, 水墨, 仙侠, 唐朝
harmonica; mundharmonika; armonica; harmonica; ハーモニカ; 口琴
grandma; oma und opa; abuelos; grands parents; おじいちゃん, おばあちゃん; 外婆, 外公, 姥姥
old house; altes haus; casa vieja; vieille maison; 古い家, 実家; 老房子, 老家, 故乡
classical dance; klassischer tanz; danza clasica; danse classique, pas de danse; 古典舞踊; 古典舞
heartwarming; herzerwarmend, ruhrend, innig; entranable, conmovedor, tierno; touchant, emouvant, attendrissant;
    心温まる, ほのぼの, あたたかい; 温馨, 温暖, 暖心
sleep; nickerchen, schlummer; siesta; sieste; 昼寝, うたた寝; 午睡, 打盹
kindergarten; kita, kindergarten; guarderia, jardin de infancia; maternelle; 幼稚園, 保育園; 幼儿园, 托儿所
school; klassenzimmer, pausenhof; aula, recreo; salle de classe, recre; 放課後, 教室; 放学, 教室
festival; stadtfest; verbena, fiestas patronales; kermesse; 学園祭; 庙会, 文化节
stadium crowd; torjubel, anstoss; gol, golazo, hinchada; but, supporters, coup d envoi; ゴール, サポーター; 进球, 球迷
walking; bummeln, flanieren; caminando, paseando; flaner, marche lentement; 歩く, ぶらぶら; 漫步, 闲逛
spaceship; raketenstart, startrampe; despegue, lanzamiento; decollage, fusee; 打ち上げ, 発射; 起飞, 发射
dance; tanzt, tanzend, tanzen; bailan, bailando; dansent, dansant; 踊る, 踊り; 跳舞, 起舞
lullaby; gute nacht lied; duermete; endors toi; 赤ちゃんの子守唄; 宝宝睡觉
"""
