"""Everyday words in all five languages, beside each language's own table, which wins."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kinescore.groovebox.prompt.languages.actions import ROWS as ACTIONS
from kinescore.groovebox.prompt.languages.animators import ROWS as ANIMATORS
from kinescore.groovebox.prompt.languages.basics import ROWS as BASICS
from kinescore.groovebox.prompt.languages.beings import ROWS as BEINGS
from kinescore.groovebox.prompt.languages.surroundings import ROWS as SURROUNDINGS
from kinescore.groovebox.prompt.languages.trades import ROWS as TRADES
from kinescore.groovebox.prompt.languages.written import written

# English; German; Spanish; French (no accents); Japanese; Chinese. Words of one meaning are parted by commas.
_ROWS = """
morning light; morgens, fruhmorgens, morgendammerung; manana, madrugada; matin, aube; 朝, 早朝; 早晨, 清晨, 早上
evening; abend, abends; tarde; soir, soiree; 夕方, 夕暮れ; 傍晚, 黄昏
night; nacht, nachts, nachtlich, mitternacht; noche, medianoche; nuit, minuit; 夜, 真夜中, 深夜; 夜晚, 夜, 深夜,
    午夜
summer; sommer; verano; ete; 夏, 夏休み; 夏日, 夏天
spring; fruhling; primavera; printemps; 春; 春天
autumn; herbst; otono; automne; 秋; 秋天
winter; winterlich; invernal; hivernal; 真冬; 冬季
snow; schnee, schneefall; nieve, nevada; neige; 雪, 吹雪; 雪花, 下雪
storm; unwetter; tempestad; ouragan; 嵐, 台風, 雷; 暴风雨, 风暴, 雷雨
desert; wuste; desierto; desert; 砂漠; 沙漠
island; insel; isla; ile; 島, 南の島; 岛, 海岛
jungle; dschungel, urwald; selva, jungla; jungle; ジャングル, 密林; 丛林, 热带雨林
river; fluss, bach; rio de agua, arroyo; riviere, fleuve; 川; 河流, 小河
lake; see im wald, bergsee; lago; lac; 湖; 湖, 湖面
garden; garten; jardin; jardin; 庭, 庭園; 花园
flowers; blume, blumen; flor, flores; fleur, fleurs; 花, お花; 花朵, 鲜花
tree; baum, baume; arbol; arbre; 木, 大木; 大树
village; dorf; pueblo, aldea; village; 村; 村庄, 乡村
street market; markt, marktplatz; mercado; marche aux puces, marche couvert; 市場; 集市, 市场
street; strasse, strassen; calle, calles; rue, rues; 通り, 路上; 街头, 街道
subway; u bahn; metro; metro; 地下鉄; 地铁
train station; bahnhof; estacion de tren; gare; 駅; 火车站
airport; flughafen; aeropuerto; aeroport; 空港; 机场
harbour; hafen; puerto; port de peche; 港; 港口
street; brucke; puente; pont; 橋; 大桥
school; schule, schulhof; escuela, colegio; ecole; 学園; 学校, 校园
hospital; krankenhaus, klinik; hospital; hopital; 病院; 医院
office; buro; oficina; bureau; オフィス, 会社; 办公室
factory; fabrik; fabrica; usine; 工場; 工厂
prison; gefangnis; carcel, prision; prison; 刑務所, 牢獄; 监狱
castle; schloss, festung; castillo, fortaleza; chateau fort; 城, お城; 城堡
palace; palast; palacio; palais; 宮殿; 宫殿, 皇宫
temple; tempel; templo; temple;;
museum; museum; museo; musee; 博物館, 美術館; 博物馆
library; bibliothek, bucherei; biblioteca; bibliotheque; 図書館; 图书馆
laboratory; labor; laboratorio; laboratoire; 研究所, 実験室; 实验室
attic; dachboden, speicher; desvan, atico; grenier; 屋根裏; 阁楼
basement; keller; sotano; cave sombre, sous sol; 地下室; 地下室
corridor; flur, korridor, gang im dunkeln; pasillo; couloir; 廊下; 走廊
graveyard; friedhof; cementerio; cimetiere; 墓地, 墓場; 墓地
cave; hohle; cueva; grotte; 洞窟; 洞穴, 山洞
farm; bauernhof; granja; ferme; 農場, 牧場; 农场
playground; spielplatz; patio de juegos; aire de jeux, cour de recreation; 公園, 遊び場; 游乐场, 操场
restaurant; restaurant; restaurante; restaurant; レストラン; 餐厅
bar; kneipe; bar; bar; 居酒屋, 酒場; 酒吧
nightclub; disko, disco, nachtclub; discoteca; boite de nuit; クラブ; 夜店, 夜总会
stadium crowd; stadion; estadio; stade; スタジアム; 体育场
gym; fitnessstudio, turnhalle, training; gimnasio, entrenamiento; salle de sport, entrainement; ジム, 体操;
    健身房, 健身
sport; sport, wettkampf; deporte, deportes; sport; スポーツ, 運動会; 运动, 体育
football; fussball; futbol; football; サッカー; 足球
spaceship; raumschiff; nave espacial; vaisseau spatial, vaisseau; 宇宙船; 飞船, 太空船
planet; planet; planeta; planete; 惑星; 行星, 星球
stars; sterne, sternenhimmel; estrellas; etoiles; 星, 星空; 星星, 星空
moon; mond, mondlicht; luna; lune; 月, 月夜; 月亮, 月光
future; zukunft, zukunftlich, futuristisch; futuro, futurista; futur, futuriste; 未来, 近未来; 未来, 科幻
cyberpunk; cyberpunk; ciberpunk; cyberpunk; サイバーパンク; 赛博朋克
clouds; wolke, wolken; nube, nubes; nuage, nuages; 雲; 云朵, 云
fire; feuer; fuego, incendio; feu, incendie; 火, 炎; 火焰, 大火
horse; pferd, pferde; caballo, caballos; cheval, chevaux; 馬; 骏马, 马
bird; vogel; pajaro, pajaros; oiseau, oiseaux; 鳥, 小鳥; 小鸟, 鸟
wolf; wolf, wolfe; lobo; loup; 狼, オオカミ; 狼
lion; lowe, lowen; leon; lion; ライオン; 狮子
bear; bar im wald, teddybar; oso; un ours; 熊, クマ; 熊, 小熊
fish; fisch, fische; pez, peces; poisson, poissons; 魚; 鱼, 小鱼
whale; wal, wale; ballena; baleine; 鯨, クジラ; 鲸鱼
rabbit; hase, kaninchen; conejo; lapin; うさぎ, ウサギ; 兔子, 小兔
mouse; maus, mause; raton; souris; ネズミ, ねずみ; 老鼠, 小老鼠
cow; kuh, kuhe; vaca; vache; 牛; 奶牛
pig; schwein, ferkel; cerdo; cochon; 豚, ブタ; 小猪, 猪
chicken; huhn, hahn, huhner; gallina, pollo, gallo; poule, coq, poulet; 鶏, にわとり; 公鸡, 小鸡
duck; ente, enten; pato, patos; canard, canards; アヒル, あひる; 鸭子, 小鸭
penguin; pinguin, pinguine; pinguino; pingouin, manchot; ペンギン; 企鹅
elephant; elefant, elefanten; elefante; elephant; 象, ゾウ; 大象
monkey; affe, affen; mono, monos; singe, singes; 猿, サル; 猴子
panda; panda; panda; panda; パンダ; 熊猫
fox; fuchs; zorro; renard; 狐, キツネ; 狐狸
frog; frosch, frosche; rana; grenouille; カエル, 蛙; 青蛙
bug; insekt, insekten, biene, bienen; insecto, abeja; insecte, abeille; 虫, 昆虫; 虫子, 昆虫
spider; spinne, spinnen; arana; araignee; 蜘蛛, クモ; 蜘蛛
butterfly; schmetterling, schmetterlinge; mariposa; papillon, papillons; 蝶, ちょうちょ; 蝴蝶
snake; schlange; serpiente; serpent; 蛇; 蛇
dinosaur; dinosaurier; dinosaurio; dinosaure; 恐竜; 恐龙
king; konig, kaiser; rey, emperador; roi, empereur; 王様, 王, 皇帝; 国王, 皇帝
queen; konigin; reina; reine; 女王; 女王, 皇后
soldier; soldat, soldaten; soldado, soldados; soldat, soldats; 兵士, 軍隊; 士兵, 军队
police; polizei, polizist; policia; police, policier; 警察; 警察
thief; dieb, einbrecher; ladron; voleur, cambrioleur; 泥棒, 怪盗; 小偷, 盗贼
detective; detektiv, kommissar; detective; detective, inspecteur; 探偵; 侦探
spy; spion, agent; espia; espion; スパイ; 间谍, 特工
astronaut; astronaut, raumfahrer; astronauta; astronaute, cosmonaute; 宇宙飛行士; 宇航员
chef; koch, kochin; cocinero, chef; cuisinier, chef cuisinier; シェフ, コック; 厨师
teacher; lehrer, lehrerin; profesor, maestra; professeur, maitresse; 先生; 老师
doctor; arzt, arztin; medico, doctora; medecin; 医者; 医生
magician; zauberer, magier; mago; magicien; 魔法使い, 手品師, マジシャン; 魔术师, 魔法师, 巫师
clown; clown, clowns; payaso; clown; ピエロ, 道化師; 小丑
ninja; ninja; ninja; ninja; 忍者, 忍び; 忍者
angel; engel; angel; ange; 天使; 天使
devil; teufel, damon; diablo, demonio; diable, demon; 悪魔, 鬼; 恶魔, 魔鬼
alien; ausserirdischer, ausserirdische, alien; extraterrestre, alienigena; extraterrestre; 宇宙人, エイリアン;
    外星人
giant; riese, riesen; gigante; geant; 巨人; 巨人
dwarves; zwerg, zwerge; enano, enanos; nain, nains; 小人, ドワーフ; 小矮人
skeleton; skelett; esqueleto; squelette; 骸骨, ガイコツ; 骷髅
mummy; mumie; momia; momie; ミイラ; 木乃伊
monster attack; monster; monstruos; monstres; モンスター, 怪物, 怪獣; 怪兽, 怪物
monk; monch, monche; monje; moine; 僧侶, お坊さん; 和尚, 僧人
toy; spielzeug; juguete, juguetes; jouet, jouets; おもちゃ, 玩具; 玩具
puppet; marionette, puppe, puppen; marioneta, titere; marionnette; 人形, 操り人形; 木偶
music box; spieluhr, spieldose; caja de musica; boite a musique; オルゴール; 八音盒, 音乐盒
family; familie; familia; famille; 家族; 家庭, 家人
friends; freund, freunde, freundschaft; amigo, amigos, amistad; ami, amis, amitie; 友達, 友情; 朋友, 友谊
couple; paar, liebespaar, verliebt; pareja, enamorado, enamorados; couple, amoureux; 恋人, カップル; 情侣, 恋人
birthday; geburtstag; cumpleanos; anniversaire; 誕生日; 生日
party; feier, fest, party; celebracion, verbena; soiree dansante, fete; パーティー, お祝い; 派对, 庆祝, 聚会
festival; volksfest, stadtfest; festival; festival; 祭り, お祭り, まつり; 节日, 庙会
new year; neujahr, silvester; ano nuevo; nouvel an; お正月, 正月; 新年, 春节, 过年
halloween; halloween; halloween; halloween; ハロウィン; 万圣节
fireworks; feuerwerk; fuegos artificiales; feu d artifice; 花火; 烟花
fashion; modenschau, laufsteg; pasarela; defile de haute couture; ファッションショー, ファッション; 时装秀, 时尚
trailer; trailer, vorschau; trailer, avance; bande annonce; 予告編, 予告; 预告片, 预告
opening credits; vorspann; creditos iniciales; generique de debut; オープニング; 片头
end credits; abspann; creditos finales; generique de fin; エンディング, エンドロール; 片尾
commercial; werbespot; spot publicitario, comercial; spot, annonce publicitaire; CM; 商业, 宣传片
product; produkt, erklarvideo, imagefilm; producto; produit; 製品, 商品紹介; 产品, 企业
documentary; dokumentarfilm, doku; documental; documentaire; ドキュメンタリー; 纪录片
comedy; komodie; comedia; comedie; お笑い, ドタバタ; 喜剧
thriller; krimi, thriller; thriller; polar, thriller; ミステリー; 推理, 惊悚片
science fiction; science fiction; ciencia ficcion; science fiction; SF; 科幻片
fairy tale; marchenhaft, marchenwald; cuento; conte, feerie; おとぎ話, 童話, 昔話; 童话
victory; sieg, triumph; victoria, triunfo; victoire, triomphe; 勝利; 胜利
farewell; trennung; separacion; rupture, separation; 別離; 分手
memories; erinnerung, erinnerungen; recuerdo, recuerdos; souvenir, souvenirs; 思い出, 記憶, 回想; 回忆, 记忆
death; tod, tot, stirbt; muerte, muere; mort, meurt; 死, 死ぬ; 死亡, 死
lonely; einsam, einsamkeit, allein gelassen; solitario, soledad; solitaire, solitude; 孤独, ひとりぼっち; 孤独,
    寂寞
tired; mude, erschopft; cansado, agotado; fatigue, epuise; 疲れ, 疲れた; 疲惫, 累
angry; zornig, wut; enojado, furioso, rabia; fache, colere, furieux; 怒り, 怒った; 愤怒, 生气
nervous; aufgeregt; nervioso; nerveux; そわそわ, ドキドキ; 不安
mysterious; ratselhaft, mysterios; enigmatico; mysterieux; 謎, ミステリアス; 谜
proud; stolz; orgulloso; fier; 誇らしい; 自豪
hopeful; hoffnungsvoll, hoffnung; esperanza, esperanzador; espoir, plein d espoir; 希望; 希望
elegant; elegant, edel; elegante; elegant, raffine; 優雅, エレガント, 上品; 优雅, 高雅
cool; cool, lassig; guay, genial; cool; かっこいい, クール; 酷
cute; putzig, goldig; mono y dulce, adorable; mignonne, adorable; キュート, かわいらしい; 萌, 呆萌
awkward; unbeholfen, tollpatschig, ungeschickt; torpe; maladroit; 不器用, ドジ; 笨拙
relaxed; gemutlich, locker; relajada; detendu, tranquillement; のんびり, まったり, ゆるい; 悠闲, 轻松
light; leichtfussig; ligero; leger; 軽い, 軽やか; 轻快, 轻盈
powerful; wuchtig, machtig; poderosa; puissante; パワフル, 重厚; 震撼, 厚重
sneaking; schleicht, schleichen, heimlich; a hurtadillas, sigiloso; a pas de loup, furtif; 忍び足, こっそり; 潜行,
    偷偷
running; rennt, rennen, lauft davon; corre, corriendo; courir; 走る, 駆ける; 奔跑, 跑步
jumping for joy; springt vor freude, luftsprung; salta de alegria; saute de joie; 飛び跳ねる; 欢呼
stumbles; stolpert, fallt hin, ausrutschen; tropieza, se cae; trebuche, glisse et tombe; 転ぶ, つまずく; 摔倒,
    跌倒
flying; fliegt, fliegen, flug; vuela, volando, vuelo; s envole, voler, envol; 飛ぶ, 飛行; 飞翔, 飞行
sword fight; schwertkampf, degen; espadas, esgrima; epee, escrime; 剣戟, チャンバラ; 击剑, 刀
brawl; schlagerei, prugelei; pelea de bar; bagarre; 喧嘩; 打架
drifting; treibt, treiben, schwebt; flota, a la deriva; derive; 漂う; 漂浮
space; all, weltraum, weltall, kosmos; cosmos; cosmos; 宇宙空間; 宇宙, 星际
duel; duell; duelo; duel; 決闘, 一騎打ち; 对决, 决斗
explosion; explosion, explodiert; explosion, explota; explosion, explose; 爆発; 爆炸
heartbeat; herzschlag, herzklopfen; latido, latidos; battement de coeur; 鼓動, 心臓; 心跳
crying; weint, weinen; llora, llorando; pleure, pleurer; 泣く, 涙; 哭泣, 眼泪
laughing; lacht, lachen; rie, riendo; rit, rire; 笑う, 笑い; 大笑, 欢笑
sleep; schlaf, schlaft, schlafen; duerme, dormir, sueno profundo; dort, dormir, sommeil; 眠る, 眠り, おやすみ;
    睡觉, 睡眠
dream; traum, traume; sueno, suenos; reve, reves; 夢; 梦, 梦境
first steps; erste schritte, ersten schritte; primeros pasos; premiers pas; 初めての一歩; 第一步
walking; spaziert, spaziergang, geht spazieren; pasea, paseo, camina; promenade, se promene; 散歩, 歩く; 散步,
    走路
race; rennen, wettrennen; carrera; course; 競争, 徒競走; 赛跑, 比赛
adventure; abenteuer; aventura; aventure; 冒険; 冒险
journey; reise; viaje; voyage; 旅, 旅行; 旅程, 旅行
cooking; kocht, kochen, backen; cocinando; cuisiner, patisserie; 料理する; 烹饪
coffee; kaffee; cafe; cafe du matin; コーヒー, 珈琲; 喝咖啡
paris; paris, pariser, franzosisch; paris, parisino, frances; paris, parisien, parisienne; パリ, フランス; 巴黎,
    法国
japanese; japan, japanisch; japon, japones; japon, japonais; 和楽器, 日本的; 日本, 和风
chinese; china, chinesisch; china, chino; chine, chinois; 中国, 中華; 中国, 中式, 国风
india; indien, indisch; india, hindu; inde, indien; インド; 印度
egypt; agypten, pyramide; egipto, piramide; egypte, pyramide; エジプト, ピラミッド; 埃及, 金字塔
africa; afrika, afrikanisch; africa, africano; afrique, africain; アフリカ; 非洲
ireland; irland; irlanda; irlande; アイルランド; 爱尔兰
celtic; irisch, keltisch; irlandes, celta; irlandais, celtique; ケルト; 凯尔特
mexico; mexiko, mexikanisch; mexico, mexicano; mexique, mexicain; メキシコ; 墨西哥
brazil; brasilien, brasilianisch; brasil, brasileno; bresil, bresilien; ブラジル; 巴西
hawaii; hawaii, karibik; hawai, caribe, caribeno; hawai, antilles, caraibes; ハワイ, 南国; 夏威夷
spanish; spanien, spanisch; espana, espanol; espagne, espagnol; スペイン; 西班牙
medieval; mittelalterlich; medieval; moyen age; 中世; 中世纪
baroque; barock; barroco; baroque; バロック; 巴洛克
retro; retro, altmodisch; retro, antiguo; retro, d epoque; レトロ, 昭和; 复古, 怀旧
80s; achtziger, 80er; ochenta, anos 80; annees 80; 80年代; 八十年代, 80年代
90s; neunziger, 90er; noventa, anos 90; annees 90; 90年代; 九十年代, 90年代
1920s; zwanziger, 20er jahre; anos 20; annees 20; 20年代; 二十年代
70s; siebziger, 70er; setenta, anos 70; annees 70; 70年代; 七十年代, 70年代
rock; rockig, rockmusik; rockero; rock; ロック調; 摇滚乐
jazz; jazzig, jazzmusik; jazz; jazzy; ジャジー; 爵士乐
blues; blues; blues; blues; ブルース; 布鲁斯
metal; metal; metal; metal; メタル, ヘビメタ; 金属
electronic; elektronisch, elektro; electronico, electronica; electronique; 電子音, エレクトロ, 電子音楽; 电子乐,
    电子音乐
dubstep; dubstep; dubstep; dubstep; ダブステップ; 回响贝斯
trap; trap; trap; trap; トラップ; 陷阱音乐
reggae; reggae; reggae; reggae; レゲエ; 雷鬼
salsa; salsa; salsa; salsa; サルサ; 萨尔萨
flamenco; flamenco; flamenco; flamenco; フラメンコ; 弗拉门戈
country; country; country; country; カントリー; 乡村音乐
folk; volkstumlich; folclore, folclorico; folklorique; 民謡, 民族; 民谣, 民乐
classical; klassisch, klassik; clasico, clasica; classique; クラシック; 古典, 古典音乐
soundtrack; hintergrundmusik, filmmusik; banda sonora, de fondo; musique de fond, bande son; 劇伴, サントラ; 原声
string quartet; streichquartett; cuarteto de cuerdas; quatuor a cordes; 弦楽四重奏; 弦乐四重奏
trio; trio; trio; trio; トリオ, 三重奏; 三重奏
ukulele; ukulele; ukelele; ukulele; ウクレレ; 尤克里里
banjo; banjo; banyo; banjo; バンジョー; 班卓琴
harpsichord; cembalo; clavecin, clavicordio; clavecin; チェンバロ, ハープシコード; 羽管键琴
clarinet; klarinette; clarinete; clarinette; クラリネット; 单簧管
oboe; oboe; oboe; hautbois; オーボエ; 双簧管
marimba; marimba; marimba, xilofono; marimba, xylophone; マリンバ, 木琴; 木琴
glockenspiel; glockenspiel; carillon; carillon; 鉄琴, グロッケン; 钟琴
taiko; taiko; taiko; taiko; 和太鼓, 太鼓; 太鼓, 大鼓
timpani; pauke, pauken; timbales; timbales; ティンパニ; 定音鼓
pizzicato; pizzicato, gezupft; pizzicato; pizzicato; ピチカート, ピッツィカート; 拨弦
whistling; pfeifen, gepfiffen; silbidos, silbando; sifflement, sifflet; 口笛; 口哨
clapping; klatschen; palmas, aplausos; claquements de mains; 手拍子; 拍手
pad; flachen, klangteppich; colchon de sintetizador; nappe, nappes; パッド; 铺底
beat; beat, beats; beat; beat; ビート; 节拍, 节奏
loud; krachend; a todo volumen; bruyamment; うるさい, 大音量; 响亮, 大声
quiet; still, stille; silencioso, silencio, callado; silencieux, silence; 静寂, しーん; 寂静, 静静
starts quiet; ruhiger anfang, beginnt leise, beginnt ruhig, fangt leise an, fangt ruhig an, leise beginnend;
    empieza suave, empieza tranquilo, comienza suave, comienza tranquilo, comienzo suave, inicio suave;
    commence doucement, debut calme, debute doucement, commence calmement; 静かに始まり, 静かに始まる,
    静かに始まって; 安静开始, 开始安静, 轻轻开始
builds; immer lauter, lauter werdend, immer grosser, immer starker, wird immer lauter, wird grosser,
    baut sich auf, steigerung; cada vez mas fuerte, cada vez mas intenso, va subiendo, aumenta, en aumento,
    se intensifica; de plus en plus fort, de plus en plus intense, montee, s intensifie, crescendo;
    だんだん大きくなる, だんだん盛り上がる, 徐々に盛り上がる, どんどん激しく, 次第に大きく; 越来越响, 越来越激烈,
    逐渐变强, 慢慢变大
calms down; immer leiser, wird ruhiger, verklingt; cada vez mas suave, termina tranquilo, se va calmando;
    de plus en plus calme, finit doucement; だんだん小さく, だんだん静かになる, 静かに終わる; 越来越安静,
    安静结束, 逐渐平静
climax at the end; hohepunkt am ende, grosses finale, grossem finale; climax al final, gran final;
    apogee a la fin, grand final; 最後に盛り上がる, 最後にクライマックス; 最后高潮, 高潮结尾
climax; hohepunkt; climax; apogee, point culminant; クライマックス, 山場; 高潮
suddenly; plotzlich; de repente; soudain, tout a coup; 突然, 急に; 突然
finale; finale; final grandioso; grand finale; フィナーレ, 終幕; 大结局
; dann, danach; luego, despues; puis, ensuite; それから, その後; 然后, 之后
; ganz, total, richtig; muy; vraiment, tellement; とても, すごく; 非常, 十分
; gross, riesig, gewaltige; grande, enorme; grand, grande, enorme; 大きな, 大きい; 大, 巨大
; klein, winzig; pequeno, pequena; petit, petite; 小さな, 小さい; 小
; alt, altes; viejo, vieja; vieux, vieille; 古い, 昔; 老, 古老
"""
_LANGUAGES = ("German", "Spanish", "French", "Japanese", "Chinese")


def everyday(language: str) -> dict[str, str]:
    """Return {word: English} of one of the five languages."""
    column = 1 + _LANGUAGES.index(language)
    return {word.strip(): row[0] for row in _rows() for word in row[column].split(",") if word.strip()}


@cache
def _rows() -> Sequence[Sequence[str]]:
    """Each a meaning in English, and its words in the five languages."""
    text = BASICS + TRADES + SURROUNDINGS + BEINGS + ACTIONS + ANIMATORS
    text += written("doings") + written("occasions") + _ROWS
    return [row.split(";") for row in text.strip().replace("\n    ", " ").splitlines() if row]
