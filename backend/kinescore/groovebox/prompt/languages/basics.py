"""School, town, fair and film in all five languages, what is Japanese or Chinese itself; rows as in `everyday`."""

from __future__ import annotations

ROWS = """
school; schultasche, schuler, schulranzen, klassenzimmer; mochila, alumno, alumnos, recreo; cartable, eleve, eleves,
    recreation; 生徒, 教室, 入学, 入学式, 通学; 书包, 学生, 教室, 上学
teddy bear; kuscheltier, stofftier, pluschtier; peluche, muneco; nounours, peluche, doudou; ぬいぐるみ; 毛绒玩具, 布偶
construction site; bagger, baustelle; excavadora, obra; pelleteuse, chantier; 工事現場, 工事, ショベルカー; 挖掘机,
    工地
siren; krankenwagen, feuerwehrauto, blaulicht; ambulancia, sirena de policia; ambulance, camion de pompiers; 救急車,
    消防車, サイレン; 救护车, 消防车
alien; marsmannchen, marsmensch, marsianer; marciano, marcianos; martien, martiens; 火星人; 火星人
ufo; fliegende untertasse; ovni, platillo volante; soucoupe volante, ovni; 円盤, ユーフォー; 飞碟
captain; kapitan; capitan; capitaine; 船長, キャプテン; 船长
seashore; muschel, muscheln; concha marina, conchas; coquillage, coquillages; 貝殻, 浜辺; 贝壳
valley; tal, taler; valle; vallee; 谷, 渓谷; 山谷
beetle; kafer; escarabajo; scarabee; カブトムシ, 虫; 甲虫, 虫子
helicopter; hubschrauber; helicoptero; helicoptere; ヘリコプター, ヘリ; 直升机
tunnel; unterfuhrung; tunel; souterrain; トンネル, 地下道; 隧道
parking garage; tiefgarage, parkhaus, parkdeck; aparcamiento subterraneo, estacionamiento, aparcamiento; parking
    souterrain, parking; 地下駐車場, 駐車場; 地下车库, 停车场, 车库
train station; bahnsteig; estacion, anden; quai de gare; 電車のホーム; 车站, 站台
carousel; karussell; carrusel, tiovivo; manege; メリーゴーランド, 回転木馬; 旋转木马
amusement park; kirmes, achterbahn, freizeitpark, rummel; montana rusa, feria, parque de atracciones; montagnes
    russes, fete foraine, parc d attractions; 遊園地, ジェットコースター; 游乐园, 游乐场, 过山车
ice cream; eisdiele, eiswagen, eis am stiel; heladeria, helados; glacier, marchand de glaces; アイスクリーム, アイス;
    冰淇淋
barber; friseursalon; peluqueria; salon de coiffure; 床屋, 美容室; 理发店
candy; susswaren, bonbon, bonbons; golosinas, caramelos; bonbons, friandises; お菓子, 菓子, 飴; 糖果, 零食
disco ball; diskokugel, rollschuhe; bola de discoteca, patines; boule a facettes, patins a roulettes, discotheque;
    ミラーボール, ディスコ, ローラースケート; 迪斯科球, 旱冰
childhood; kindheit, kindheitserinnerung; infancia, ninez; enfance; 子供時代, 幼少期; 童年
discovery; entdeckung; descubrimiento; decouverte; 発見, 発明; 发现, 发明
cartoon; stopptrick, knetfigur, knetanimation; plastilina, stop motion; pate a modeler; クレイアニメ, 粘土; 黏土动画,
    定格动画
cartoon; trickfilm, zeichentrick, zeichentrickserie; dibujos animados; dessin anime; アニメ; 动画片, 卡通
; kurzfilm, abschlussfilm, studentenfilm, bei der arbeit; cortometraje, corto; court metrage; 短編, 卒業制作; 短片,
    毕业设计, 毕设
; endet, enden; termina, terminan, acaba; finit, se termine; 終わる; 结束
corporate; imagefilm, firmenvideo; video institucional, video corporativo; film institutionnel, film d entreprise;
    企業紹介, 会社紹介; 企业宣传片
advert; reklame, spot; spot publicitario; spot, reclame; CM, ＣＭ, テレビCM; 广告片
credits; abspann, nachspann; titulos de credito, creditos; generique de fin, generique; エンドロール, タイトル画面;
    字幕
thrilling; spannungsgeladen; emocionante; palpitant, haletant; 手に汗握る, スリリング; 惊险, 刺激
cold; kalt, eiskalt; frio, fria; froid, froide; 冷たい, 寒い; 寒冷
builds; steigert sich, schwillt an, wachst an; va creciendo, va in crescendo, crece; monte en puissance, va crescendo;
    高まる, どんどん盛り上がる; 越来越强, 逐渐增强
faster and faster; immer schneller, wird immer schneller; cada vez mas rapido; de plus en plus vite; どんどん速く,
    だんだん速く; 越来越快
stops dead; bricht ab, hort plotzlich auf, endet abrupt; se detiene de golpe, se para en seco; s arrete net, s arrete
    brusquement; 突然止まる, 急に止まる; 突然停止, 戛然而止
seamless loop; endlosschleife; bucle infinito, en bucle; en boucle, boucle parfaite; ループ, 無限ループ; 循环,
    无缝循环
clapping; klatschen, handeklatschen; palmas, palmadas; claquements, claquements de mains; 手拍子, 拍手; 拍手, 鼓掌
choir; knabenchor, kirchenchor; coral; chœur, choeurs; 聖歌隊; 唱诗班
all alone; ; ; ; ひとり, 一人で, ひとりで, 一人きり; 一个人, 独自一人
shinto shrine; ; ; ; 神社, 鳥居, 境内, 巫女, お寺, 寺; 神社, 鸟居, 寺庙, 寺院
kimono; ; ; ; 着物, 浴衣, 和服, 振袖; 和服, 旗袍
kabuki; ; ; ; 歌舞伎, 能面, 狂言, 能楽; 歌舞伎, 京剧, 戏曲, 昆曲
geisha; ; ; ; 芸者, 舞妓; 艺伎
tea ceremony; ; ; ; 茶道, 抹茶, 茶室, 和室, 畳; 茶道, 功夫茶
cherry blossom; ; ; ; 花見, お花見; 赏樱
japan; ; ; ; 江戸, 京都, 浅草, 富士山, 旅館, 温泉, 折り紙, 招き猫, 紅葉, 書道, 盆踊り; 富士山
china; ; ; ; 万里の長城, 中国; 长城, 书法, 麻将, 侠客, 唢呐, 故宫, 水乡
taiko; ; ; ; 和太鼓, 大太鼓; 太鼓
sword fight; ; ; ; 殺陣, 居合; 拔刀
detective; ; ; ; 探偵, 名探偵; 侦探
ticking; ; ; ; 時計, 時計の針; 钟表, 时钟
letter; ; ; ; 手紙; 信件, 书信
phone; ; ; ; 電話, 携帯; 电话, 手机
car; ; ; ; 車, 自動車, 愛車; 轿车
airplane; ; ; ; 飛行機; 飞机
church; ; ; ; 教会, 礼拝堂; 教堂
factory; ; ; ; 工場; 工厂
cooking; ; ; ; パン, パン屋; 面包, 面包店
trailer; ; ; ; 予告編, 予告; 预告
pixel; ; ; ; ピクセル, ドット絵; 像素风
chase; ; ; ; 追いかける, 追いかけられる; 追赶
mysterious; ; ; ; 不思議, 謎, 謎めいた; 奇妙
driving; ; ; ; 疾走感, スピード感; 速度感
city; ; ; ; 都会, 都市, 夜景; 夜景, 都市
sports; ; ; ; 野球, 応援団, 運動会; 棒球, 啦啦队
birthday; ; ; ; 誕生日, バースデー; 生日会
wedding; ; ; ; 結婚式, 花嫁; 新娘
camping; ; ; ; キャンプ, 焚き火; 露营
slowly; ; ; ; じわじわ; 缓缓, 徐徐
; ; ; ; 雨上がり, 扉, 橋; 穿过, 走过, 经过
haunted house; ; ; ; 幽霊屋敷; 鬼屋, 凶宅
"""
