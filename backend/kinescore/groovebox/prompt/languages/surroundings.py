"""Places, times, things and kinds of films and games in all five languages; rows as in `everyday`."""

from __future__ import annotations

ROWS = """
; haus, hauser; casa; maison; 家; 房子, 家里
mansion; villa, herrenhaus; mansion, casona; manoir; 洋館, 屋敷; 豪宅, 别墅
tower; turm; torre; tour du chateau; 塔; 高塔
lighthouse; leuchtturm; faro; phare; 灯台; 灯塔
windmill; windmuhle; molino; moulin; 風車; 风车
skyscraper; hochhaus, wolkenkratzer; rascacielos; gratte ciel; 高層ビル, 摩天楼; 摩天大楼, 高楼
rooftop; dach, dacher; azotea, tejado, tejados; toit, toits; 屋上; 屋顶, 天台
window; fenster; ventana; fenetre; 窓; 窗, 窗前
stairs; treppe, treppen; escalera, escaleras; escalier, escaliers; 階段; 楼梯
kitchen; kuche; cocina; cuisine; 台所, キッチン; 厨房
bedroom; schlafzimmer, kinderzimmer; dormitorio, habitacion; chambre; 寝室, 部屋; 卧室, 房间
bathroom; badezimmer, badewanne; bano, banera; salle de bain, baignoire; お風呂, 浴室; 浴室, 浴缸
office; buro, schreibtisch; oficina, escritorio; bureau, au bureau; オフィス, 職場; 办公室
supermarket; supermarkt; supermercado; supermarche; スーパー; 超市
convenience store; kiosk; tienda de la esquina; epicerie; コンビニ; 便利店
bakery; backstube; pasteleria; patisserie; ケーキ屋; 蛋糕店
market; markt; mercado; marche; 市場, マーケット; 市场, 集市
park; park; parque; parc; 公園; 公园
zoo; zoo, tierpark; zoologico; zoo; 動物園; 动物园
aquarium; aquarium; acuario; aquarium; 水族館; 水族馆
theme park; freizeitpark, vergnugungspark; parque de atracciones; parc d attractions; 遊園地; 游乐园
beach; strand; playa; plage; 浜辺, ビーチ, 砂浜, 海辺; 沙滩, 海滩, 海边
coast; kuste, ufer; costa, orilla; cote, rivage; 海岸; 海岸
sea; meer, ozean; mar, oceano; mer, ocean; 海, 大海; 大海, 海洋
deep sea; tiefsee; fondo del mar, fondo marino; fonds marins, abysses; 深海, 海底; 深海, 海底
waterfall; wasserfall; cascada; cascade, chute d eau; 滝; 瀑布
forest; wald; bosque; foret, bois; 森, 森の中; 森林, 树林
meadow; wiese; prado, pradera; pre, prairie; 草原, 野原; 草地, 草原
field; feld, felder; campo de trigo; champ, champs; 畑, 田んぼ; 田野, 麦田
mountain; berg, berge; montana, montanas; montagne, montagnes; 山, 山々; 高山, 山
volcano; vulkan; volcan; volcan; 火山; 火山
glacier; gletscher; glaciar; glacier; 氷河; 冰川
swamp; sumpf, moor; pantano; marais, marecage; 沼; 沼泽
sky; himmel; cielo; ciel; 空, 青空; 天空
stars; sterne, sternenhimmel; estrellas, cielo estrellado; etoiles, ciel etoile; 星, 星空; 星星, 星空
moon; mond, mondlicht, mondschein; luna, luz de luna; lune, clair de lune; 月, 月光; 月亮, 月光
galaxy; galaxie, milchstrasse; galaxia, via lactea; galaxie, voie lactee; 銀河, 天の川; 银河
sun; sonne; sol; soleil; 太陽; 太阳
rain; regen, regnet; lluvia, llueve; pluie, pleut; 雨; 雨
fog; nebel; niebla, neblina; brouillard, brume; 霧; 雾
wind; wind; viento; vent; 風; 风
earthquake; erdbeben; terremoto; tremblement de terre, seisme; 地震; 地震
fire; feuer, flammen, brennt; fuego, llamas, incendio; feu, flammes, incendie; 火, 炎; 火, 火焰
snow storm; schneesturm; tormenta de nieve; tempete de neige; 猛吹雪; 暴风雪
christmas; weihnachten, weihnachts; navidad; noel; クリスマス; 圣诞节, 圣诞
halloween; halloween; noche de brujas; halloween; ハロウィン; 万圣节
birthday; geburtstag; cumpleanos; anniversaire; 誕生日; 生日
carnival; karneval, fasching; carnaval; carnaval; カーニバル; 狂欢节, 嘉年华
graduation; abschlussfeier; graduacion; remise des diplomes; 卒業; 毕业
school; schulklasse, klassenzimmer; clase, aula; salle de classe; 教室; 教室
train; zug, eisenbahn; tren; train; 列車, 電車, 鉄道; 火车, 列车
bus; bus; autobus; bus, autocar; バス; 公交车
bicycle; fahrradtour; bicicletas; tour a velo; サイクリング; 骑行
motorbike; motorrad; motocicleta, moto; motocyclette; バイク; 摩托车
car; auto, wagen; coche, carro; voiture; 車; 汽车
boat; boot, kahn; barco, barca, bote; barque; ボート, 小舟; 小船, 船
ship; schiff; buque, nave; bateau, navire; 船; 轮船
airplane; flugzeug; avion; avion; 飛行機; 飞机
balloon; luftballon, ballon; globo; ballon; 風船, 気球; 气球
spaceship; raumschiff; nave espacial; vaisseau spatial; 宇宙船; 飞船, 宇宙飞船
letter; brief; carta; lettre; 手紙; 信
book; buch; libro; livre; 本, 絵本; 书
mirror; spiegel; espejo; miroir; 鏡; 镜子
clock; uhr, standuhr; reloj; horloge, montre; 時計; 时钟, 钟
candle; kerze, kerzen; vela, velas; bougie, bougies; ろうそく; 蜡烛
lantern; laterne; farol, linterna; lanterne; 提灯, ランタン; 灯笼
umbrella; regenschirm; paraguas; parapluie; 傘; 雨伞, 伞
flower; blume; flor; fleur; 花; 花
cherry blossom; kirschblute; flor de cerezo; cerisier en fleurs; 桜; 樱花
tree; baum; arbol; arbre; 木, 大樹; 树
cake; kuchen, torte; pastel, tarta; gateau; ケーキ; 蛋糕
lunch box; brotdose; lonchera; boite a gouter; お弁当, 弁当; 便当
noodles; nudeln, nudelsuppe; fideos; nouilles; ラーメン, 麺; 面条, 拉面
coffee; kaffee; cafe con leche; petit cafe; コーヒー; 咖啡
tea; teetasse, tasse tee; taza de te; tasse de the; お茶, 紅茶; 茶
wine; wein; vino; vin; ワイン; 红酒
gold; gold, schatz; oro, tesoro; or et tresor, tresor; 黄金, 財宝; 黄金, 宝藏
crown; krone; corona; couronne; 王冠; 皇冠
sword; schwert; espada; epee; 剣, 刀; 剑, 刀
cartoon; zeichentrick, trickfilm; dibujos animados; dessin anime; アニメ; 动画片
silent film; stummfilm; cine mudo; film muet; 無声映画; 默片
science fiction; science fiction, zukunft; ciencia ficcion; science fiction; SF, 近未来; 科幻
fairy tale; marchen; cuento de hadas; conte; 童話, おとぎ話; 童话
documentary; doku, dokumentarfilm; documental; documentaire; ドキュメンタリー; 纪录片
advertisement; werbung, werbespot; anuncio, publicidad; publicite; CM, 広告; 广告
trailer; kinotrailer; avance de pelicula; bande annonce; 予告編; 预告片
video game; videospiel, computerspiel; videojuego; jeu video; ゲーム; 电子游戏, 游戏
puzzle; ratselspiel; rompecabezas; casse tete; パズル; 解谜
boss fight; bosskampf; jefe final; combat de boss; ボス戦, ラスボス; 打BOSS, 最终BOSS
football; fussball; futbol; football; サッカー; 足球
basketball; basketball, korbleger; baloncesto; basket; バスケ; 篮球, 扣篮
boxing; boxkampf, boxer; boxeo, boxeador; boxe, boxeur; ボクシング; 拳击
wrestling; ringkampf; lucha libre; catch, lutte; プロレス; 摔跤
race; rennen, wettrennen, wettlauf; carrera; course; 競走, レース; 比赛赛跑, 赛跑
chess; schach; ajedrez; echecs; チェス; 下棋, 象棋
"""
