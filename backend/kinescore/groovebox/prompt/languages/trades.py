"""Trades, household things and what is done with them, in all five languages; rows as in `everyday`."""

from __future__ import annotations

ROWS = """
sailor; seemann, seeleute, matrose, matrosen; marinero, marineros; marin, marins, matelot, matelots; 船乗り, 水夫,
    船員; 水手, 船员
tailor; schneider, schneiderin; sastre, modista; tailleur, couturiere; 仕立て屋; 裁缝
miller; muller, mullerin; molinero, molinera; meunier, meuniere; 粉屋; 磨坊主
hunter; jager, forster; cazador, cazadora; chasseur, chasseuse; 猟師, 狩人; 猎人
miner; bergmann, bergleute, kumpel; minero, mineros; mineur, mineurs; 鉱夫, 炭鉱; 矿工
chimney sweep; schornsteinfeger; deshollinador; ramoneur; 煙突掃除; 扫烟囱
taxi; taxifahrer, taxi; taxista, taxi; chauffeur de taxi, taxi; タクシー; 出租车
nurse; krankenschwester, pfleger; enfermera, enfermero; infirmiere, infirmier; 看護師, ナース; 护士
judge; richter, richterin; juez, jueza; juge; 裁判官; 法官
lawyer; anwalt, anwaltin; abogado, abogada; avocat, avocate; 弁護士; 律师
; musiker, musikerin; musico, musicos; musicien, musicienne; 音楽家; 音乐家
; schauspieler, schauspielerin; actor, actriz; acteur, actrice, comedien; 俳優, 役者; 演员
runner; laufer, lauferin; corredor, corredora; coureur, coureuse; ランナー; 跑者
coach; trainer; entrenador; entraineur; コーチ; 教练
widow; witwe, witwer; viuda, viudo; veuve, veuf; 未亡人; 寡妇
homeless; obdachlos, obdachloser; sin techo; sans abri, clochard; ホームレス; 流浪汉
student; student, studentin, studierende; estudiante; etudiant, etudiante; 学生, 大学生; 大学生
colleague; kollege, kollegin; companero de trabajo; collegue; 同僚; 同事
alarm clock; wecker; despertador; reveil matin; 目覚まし時計; 闹钟
lawn mower; rasenmaher; cortacesped; tondeuse, tondeuse a gazon; 芝刈り機; 割草机
fridge; kuhlschrank; nevera, frigorifico; frigo, refrigerateur; 冷蔵庫; 冰箱
washing machine; waschmaschine; lavadora; lave linge, machine a laver; 洗濯機; 洗衣机
toaster; toaster; tostadora; grille pain; トースター; 烤面包机
coffee; kaffeemaschine, kaffee; cafetera, cafe con leche; cafetiere; コーヒーメーカー; 咖啡机
toothbrush; zahnburste, zahne putzen; cepillo de dientes; brosse a dents; 歯ブラシ, 歯磨き; 牙刷, 刷牙
suitcase; koffer, gepack; maleta, equipaje; valise, bagages; スーツケース, 鞄; 行李箱, 行李
cannon; kanone, kanonen; canon, canones; canon, canons; 大砲; 大炮
gun; pistole, gewehr; pistola, rifle; pistolet, fusil; 銃, ピストル; 枪, 手枪
torch; fackel, fackeln; antorcha, antorchas; torche, torches; 松明; 火把
map; landkarte, schatzkarte; mapa, mapa del tesoro; carte au tresor; 地図, 宝の地図; 地图, 藏宝图
compass; kompass; brujula; boussole; 羅針盤; 指南针
telescope; fernrohr; catalejo, telescopio; longue vue, telescope; 望遠鏡; 望远镜
glasses; brille; gafas, lentes; lunettes; 眼鏡; 眼镜
hat; hut, mutze; gorro; chapeau, bonnet; 帽子; 帽子
coat; mantel; abrigo; manteau; コート; 大衣
shoes; schuhe, stiefel; zapatos, botas; chaussures, bottes; 靴; 鞋, 靴子
dress; kleid; vestido; robe; ドレス; 裙子, 连衣裙
mask; maske, masken; mascara, mascaras; masque, masques; 仮面, マスク; 面具
reading; liest, lesen; lee, leer; lit un livre, lire; 読む, 読書; 看书, 阅读
writes; schreibt, schreiben; escribe, escribir; ecrit, ecrire; 書く; 写信
finds; findet; encuentra; trouve, trouvent; 見つける; 找到, 发现了
sneaking; versteckt sich; esconde, se esconde; cache, se cache; 隠れている; 躲
scream; schreit, kreischt; grita, gritan; crie, crient; 叫ぶ, 悲鳴; 尖叫, 大喊
whispers; flustert, flustern; susurra, susurran; chuchote, chuchotent; 囁く, ささやく; 低语
humming; summt, summen; tararea; fredonne, chantonne; 鼻歌; 哼歌
transformation; verwandelt, verwandelt sich; se transforma, transforma; se transforme, transforme; 変わる; 变成
fire; brennt; arde, en llamas; brule, en feu, en flammes; 燃える, 炎上; 燃烧, 着火
glowing; leuchtet, leuchten; brilla, brillan, resplandece; brille, brillent; 光る, 輝く; 发光, 闪耀
spinning; dreht sich, kreist; gira, da vueltas; tourne, tournoie; 回る, 回転; 旋转
falls in love; verliebt sich; se enamora; tombe amoureux, tombe amoureuse; 恋に落ちる; 爱上
jealous; eifersuchtig; celoso, celosa; jaloux, jalouse; 嫉妬; 嫉妒
villain; bose, bosewicht; malvado, malvada; mechant, mechante; 悪い, 悪者, 悪役; 坏人, 反派
friendly; nett, freundlich, freundliche, freundlicher; amable, simpatico; gentil, gentille, sympathique; 親切,
    フレンドリー; 友好, 友善
delicate; zerbrechlich, zart; fragil; fragile; 儚い, はかない, 繊細; 脆弱, 细腻
shimmering; glitzernd, glitzert; reluciente, brillante; scintillant, scintille; きらきら, キラキラ; 闪闪发光
cold; frostig; helado; glacial; 凍える; 冰冷
ancient; uralt, antik; milenario; ancestral, millenaire; 古代; 古代, 远古
cheesy; kitschig; cursi; kitsch, mievre; ベタ; 俗气
weightless; schwerelos; ingravido, ingravida; en apesanteur; 無重力; 失重
explainer; erklarfilm, erklarfilme, erklarvideo, lehrfilm; video explicativo; video explicative; 解説動画; 科普,
    科普视频
logo reveal; firmenlogo, logoanimation; logotipo; animation de logo; ロゴ; 标志动画
advert; werbefilm; comercial de television; pub pour, une pub, pub tele; コマーシャル; 电视广告
race; rennspiel, rennen; juego de carreras; jeu de course, course de; レースゲーム; 竞速
puzzle; ratselspiel; juego de puzles, rompecabezas; jeu de reflexion, casse tete; パズル; 解谜, 益智
adventure; abenteuerspiel; juego de aventuras; jeu d aventure; アドベンチャー; 冒险游戏
theme; titelmelodie, erkennungsmelodie; sintonia, melodia; theme principal; テーマ曲; 主题曲
lullaby; gute nacht lied; cancion de cuna; berceuse; 子守唄; 摇篮曲
film score; filmmusik; banda sonora; bande originale, bande son; 劇伴, サントラ; 配乐, 原声
background music; hintergrundmusik; musica de fondo; musique de fond; BGM, 背景音楽; 背景音乐
cliff; klippe, klippen; acantilado; falaise, falaises; 崖; 悬崖
storm; gewitter; tormentoso; orageux, tempete; 荒れ狂う; 狂风
story; erzahlt eine geschichte; cuenta una historia; raconte, raconte une histoire; 物語; 讲故事
perfume; parfum; perfume, fragancia; parfum, fragrance; 香水; 香水
detuned; verstimmt, verstimmte, schief gestimmt; desafinado, desafinada; desaccorde, desaccordee; 調子外れ; 走调
night; nachtlich; nocturno, nocturna; nocturne; 夜の; 夜间
"""
