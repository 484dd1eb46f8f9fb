"""What animators say of scenes and of their work, in all five languages; rows as in `everyday`."""

from __future__ import annotations

ROWS = """
; beginnt, anfangen, beginnen; comienza, empieza, empezar; commence, debute; 始まる, 始まり; 开始
rocket launch; startet ins all, hebt ab, abheben, raketenstart; despega, despegue; decolle, decollage; 発射, 離陸,
    打ち上げ; 发射, 起飞, 升空
moon landing; mondlandung; alunizaje; alunissage; 月面着陸; 登月
lost contact; funkstille, kontakt verloren; pierde contacto, sin senal; perd le contact; 通信が途絶える, 通信途絶;
    失去联系, 失联, 失去联络
last minute; letzte minute, in letzter sekunde; ultimo minuto, ultimos segundos; derniere minute, dernieres secondes;
    最後の一分, ラスト一分; 最后一分钟, 最后时刻, 绝杀
fading away; ausklingend, ausklingen, klingt aus; se desvanece, desvaneciendo; s eteint, s estompe; 消えていく,
    フェードアウト; 渐渐消失, 淡出
empty; leer, leere, leeren, leerem, leerer; vacio, vacia; vide; 空っぽ, がらんとした, 誰もいない; 空荡荡, 空无一人,
    空旷
all alone; ganz allein, allein in, mutterseelenallein; completamente solo, a solas; tout seul, toute seule;
    ひとりぼっち, 独りで; 孤零零, 独自, 一个人
hall; halle, saal; sala, salon; salle; ホール, 広間; 大厅, 礼堂
trail; spur, spuren; huellas, rastro, pista; piste, traces; 手がかり, 足跡; 线索, 踪迹
follows him; verfolgt die spur, folgt der spur; sigue la pista, sigue el rastro; suit la piste; 尾行; 跟踪, 尾随
pixel hero; pixelheld; heroe de pixeles; heros pixelise; ドット絵の勇者; 像素英雄
jump and run; hupfspiel, jump n run; juego de plataformas; jeu de plateforme; アクションゲーム; 跳跃游戏
contemporary dance; zeitgenossischer tanz, moderner tanz; danza contemporanea, baile contemporaneo; danse
    contemporaine, danse moderne; コンテンポラリーダンス, 現代舞踊; 现代舞, 当代舞
dancer; tanzer, tanzerin; bailarina, bailarin; danseur, danseuse; 踊り子, ダンサー; 舞者, 舞蹈演员
dance battle; tanzduell, tanzbattle; duelo de baile, batalla de baile; battle de danse; ダンスバトル; 斗舞, 舞蹈对决,
    街舞对决, 街舞大赛
tank; panzer; tanque; char d assaut; 戦車; 坦克
heavy; schwer, schwerfallig; pesado, pesada; lourd, lourde; 重い, 重たい, 重厚; 沉重, 笨重
bass; tiefer bass; bajos profundos; grosses basses; 重低音, 低音; 重低音, 低音
; geht voran, ruckt vor; avanza; avance; 進む; 前进, 来到, 走来
countryside; auf dem land, landleben, landlich; en el campo, campestre; a la campagne, campagne; 田舎, 農村; 农村, 乡下,
    田园
after the battle; nach der schlacht, nach dem krieg, nach dem kampf; despues de la batalla, tras la batalla, despues
    de la guerra; apres la bataille, apres la guerre; 戦いの後, 戦の後, 戦後; 战后, 战争之后, 战斗之后
zombie invasion; zombieinvasion, zombie invasion; invasion de zombis, invasion zombi; invasion de zombies;
    ゾンビの襲来; 僵尸入侵, 丧尸围城
invasion; invasion; invasion, invaden; envahir, envahissent; 侵略, 襲来; 入侵
wasteland; odland, trummerlandschaft, endzeit; paramo, yermo, postapocaliptico; terre devastee, post apocalyptique;
    荒廃した世界, 終末; 废土, 末日, 末世
wanderer; wanderer, reisender; caminante, viajero, viajera; voyageur, voyageuse, vagabond; 旅人, 放浪者; 旅人, 流浪者
prank; streich, streiche; broma, travesura; farce, blague; いたずら, ドッキリ; 恶作剧, 整人
space station; raumstation; estacion espacial; station spatiale; 宇宙ステーション; 空间站, 太空站
floats; schwebt dahin; flota, flotando; planant, planante, flottant; ふわふわ, 漂う; 飘浮, 漂浮
mass; messe in der kirche, gottesdienst; misa; messe dans une; ミサ; 弥撒
electronic music; elektronische musik, elektro, electro; musica electronica, electronica; musique electronique,
    electro; 電子音楽, エレクトロ; 电子音乐, 电子乐, 电子舞曲
rainy day; regentag, verregneter tag; dia lluvioso, dia de lluvia; jour de pluie, temps pluvieux; 雨の日; 下雨天, 雨天
temple fair; tempelfest; feria del templo; foire du temple; 縁日; 庙会
gongs and drums; gongs und trommeln; gongs y tambores; gongs et tambours; 銅鑼と太鼓; 锣鼓, 锣鼓喧天
grassland horse; reiten uber die steppe; cabalgar por la llanura; chevaucher dans la steppe; 草原を駆ける; 草原骑马
curious; neugierig; curioso, curiosa; curieux, curieuse; 好奇心, 興味津々; 好奇
looks; schaut, betrachtet, starrt, guckt; mira, mirando, observa; regarde, observe, contemple; 見つめる, 眺める,
    見上げる; 看着, 凝视, 望着
; vor, neben, hinter, zwischen, gegenuber; delante, detras, frente, junto; devant, derriere, aupres, autour; そば, 隣;
    旁边, 前面
waits forever; wartet vergeblich, wartet immer noch; espera en vano, sigue esperando; attend toujours, attend en vain;
    待ち続ける; 一直等待, 苦苦等待
comes home; kommt nach hause, kehrt heim, heimkehr; vuelve a casa, regresa a casa; rentre a la maison, retour a la
    maison; 帰宅, 家に帰る, 帰郷; 回家, 归来, 回乡
gone wrong; geht schief, lauft schief; sale mal, todo sale mal; tourne mal, rate tout; うまくいかない, 大失敗; 出错,
    搞砸, 出糗
gets stuck; bleibt stecken, steckt fest; se queda atascado, atascado; reste coince, coince; はまって動けない; 卡住
falls off; fallt vom, fallt herunter, runterfallen, plumpst; se cae, se cae de; tombe de, degringole; 転げ落ちる,
    落っこちる; 摔倒, 摔下来, 跌落
tries to; versucht, probiert; intenta, trata de; essaie, essaye, tente; しようとする; 试图, 尝试, 想要
steals; klaut, stiehlt, stibitzt; roba, hurta; vole un, pique un, chipe; 盗む, くすねる, 盗み食い; 偷, 偷吃, 偷走
hungry; hungrig, gefrassig; hambriento, hambrienta; affame, gourmand; 腹ペコ, 食いしん坊; 饥饿, 贪吃, 馋嘴
embarrassed; verlegen, peinlich, blamiert; avergonzado, verguenza; gene, embarrasse, gaffe; 恥ずかしい, 照れる; 尴尬,
    害羞
confident; selbstbewusst, lassig; seguro de si, confiado; sur de lui, assure, decontracte; 自信満々, 堂々; 自信, 潇洒
attitude; haltung, attitude; actitud; attitude; 生意気, イケてる; 态度, 拽
rebellious; rebellisch, trotzig; rebelde; rebelle; 反抗的, 反抗期; 叛逆
determined; entschlossen, zielstrebig; decidido, decidida; determine, resolu; 決意, 決心; 坚定, 决心
fearless; furchtlos, unerschrocken; sin miedo, intrepido, audaz; sans peur, intrepide; 恐れない, 勇敢; 勇敢, 无畏
careful; vorsichtig, behutsam; cuidadoso, con cuidado; prudent, avec precaution; 慎重に, そっと; 小心翼翼, 谨慎
flickering; flackernd, flackert; parpadea, parpadeante; vacille, clignote; ちらつく, 点滅; 闪烁, 忽明忽暗
assassin; attentater, meuchelmorder, auftragskiller; asesino, sicario; assassin, tueur; 暗殺者, 殺し屋; 刺客, 杀手
rusty; rostig, verrostet; oxidado, oxidada; rouille, rouillee; 錆びた, 錆びついた; 生锈, 锈迹斑斑
broken; kaputt, zerbrochen; roto, rota, averiado; casse, cassee, brise; 壊れた, 故障; 坏掉, 破碎, 破旧
old robot; alter roboter; robot viejo; vieux robot; 古いロボット; 旧机器人, 老机器人
giant robots; riesenroboter; robots gigantes; robots geants; 巨大ロボット; 巨型机器人, 机甲
giant monster; riesenmonster, ungeheuer; monstruo gigante; monstre geant; 怪獣, 大怪獣; 怪兽, 巨兽
reaches the summit; erreicht den gipfel, gipfel; llega a la cima, alcanza la cumbre, cumbre; atteint le sommet,
    sommet; 頂上に立つ, 登頂, 頂上; 登顶, 山顶, 顶峰
mountaineer; bergsteiger; alpinista, montanista; alpiniste; 登山家; 登山者
tournament; turnier, meisterschaft; torneo, campeonato; tournoi, championnat; 大会, 選手権, トーナメント; 锦标赛,
    大赛, 联赛
audition; vorsingen, casting; audicion; auditions; オーディション; 试镜, 海选
neighborhood; viertel, nachbarschaft, kiez; barrio, vecindario; quartier; 近所, 下町; 社区, 街区
casual conversation; gesprach, unterhaltung, plaudern, plauderei; conversacion, charla; bavarder, discussion;
    おしゃべり, 会話; 聊天, 对话, 闲聊
lip sync test; lippensynchron; sincronizacion labial; synchro labiale; リップシンク; 口型同步
walk cycle; laufzyklus, gehzyklus; ciclo de caminata; cycle de marche; 歩行サイクル, 歩きモーション; 走路循环, 行走循环
run cycle; rennzyklus; ciclo de carrera; cycle de course; 走りモーション, 走行サイクル; 跑步循环
bouncing ball; hupfender ball, springender ball; pelota que rebota; balle qui rebondit, balle rebondissante;
    弾むボール, 跳ねるボール; 弹跳球, 弹跳的球
background music; hintergrundmusik; musica de fondo; musique de fond; 環境音楽, バックミュージック; 背景音乐
neutral; neutral, unauffallig; neutro, neutral; neutre, discret; 無難, 控えめ; 中性, 中立
motion graphics; bewegtgrafik, schriftanimation; grafica animada, tipografia animada; motion design, typographie
    animee; モーショングラフィックス; 动态图形, 动态图像
title sequence; vorspann, titelsequenz; titulos de credito, secuencia de titulos; generique d ouverture; タイトルロゴ,
    オープニング映像; 片头
end credits; abspann; creditos finales; generique de fin; エンドロール, エンディング; 片尾, 片尾字幕
ghost story; gespenstergeschichte, gruselgeschichte; cuento de fantasmas, historia de miedo; histoire de fantomes;
    怪談話, 怖い話; 鬼故事
comes to life; erwacht zum leben, wird lebendig; cobra vida; prend vie, s anime; 動き出す, 命が宿る; 活过来, 复活
blooms; bluht, erbluht, bluhen; florece, florecer; eclot, fleurit, s epanouit; 咲く, 開花; 绽放, 盛开
nest; nest; nido; nid; 巣; 鸟巢, 巢穴
hatches; schlupft; eclosiona, sale del huevo; sort de l oeuf, eclosion; 孵化, 卵から生まれる; 孵化, 破壳
church; kirche; iglesia; eglise; 教会; 教堂
assembly robots; fertigungsroboter, montageband; robots industriales; robots industriels; 産業用ロボット; 工业机器人,
    流水线
crowd; menschenmenge, publikum jubelt; multitud, gentio; foule; 群衆, 人混み; 人群, 观众
hero; held, heldin; heroe, heroina; heros, heroine; 英雄, ヒーロー; 英雄, 主角
wounded; verletzt, verwundet; herido, herida; blesse, blessee; 傷ついた, 負傷; 受伤, 负伤
gets up again; steht wieder auf, rappelt sich auf; se levanta otra vez, se levanta; se releve; 立ち上がる; 站起来,
    爬起来
hiccups; schluckauf; hipo, tiene hipo; hoquet, a le hoquet; しゃっくり; 打嗝
stormy night; gewitternacht, sturmnacht; noche de tormenta; nuit d orage, nuit de tempete; 嵐の夜; 雷雨之夜, 暴风雨之夜
off to war; in den krieg, zieht in den krieg; parte a la guerra, van a la guerra; depart pour la guerre, part en
    guerre; 出陣, 戦に向かう; 出征, 上战场
corporate video; firmenfilm, imagefilm, unternehmensfilm; video corporativo, video institucional; film d entreprise,
    video d entreprise; 会社案内, 企業紹介; 企业宣传片, 宣传片
corporate; sachlich, nuchtern; objetivo, sobrio; factuel, sobre; 客観的; 客观
morning routine; morgenroutine; rutina matutina, rutina de manana; routine matinale, routine du matin; 朝のルーティン,
    ルーティン; 晨间日常
bouncy; leichtfussig, beschwingt; ligero, desenfadado; leger, enleve; 軽快, 軽やか; 轻快, 轻松
paper umbrella; papierschirm; paraguas de papel; ombrelle de papier; 番傘; 油纸伞
working late; uberstunden; horas extra; heures supplementaires; 残業; 加班, 熬夜
black hole; schwarzes loch; agujero negro; trou noir; ブラックホール; 黑洞
retirement home; altersheim, seniorenheim; asilo de ancianos; maison de retraite; 老人ホーム; 养老院
in time; im takt; al compas; en cadence; 拍子に合わせて; 踏着节拍
"""
