"""What is done and how, in all five languages; rows as in `everyday`."""

from __future__ import annotations

ROWS = """
digs; graben, grabt, buddeln, buddelt; cavar, excava; creuser, creuse; 掘る; 挖, 挖洞
melts; schmelzen, schmilzt; derretir, derrite; fondre, fond au soleil; 溶ける; 融化
collapses; einsturzen, einsturzt, bricht zusammen; derrumba, derrumbarse, se derrumba; s effondre, s ecroule; 崩れる,
    崩壊; 倒塌, 崩塌
teaches; lehrt, beibringen; ensena, ensenar; enseigne, enseigner, apprend a; 教える; 教, 教导
learns; lernt, lernen; aprende, aprender; apprend, apprendre; 学ぶ, 覚える; 学习, 学会
fishing; angeln, angelt; pescar, pesca; pecher, peche; 釣り, 釣る; 钓鱼
painting; malen, malt; pintar, pinta; peindre, peint; 描く, 絵を描く; 画画, 绘画
writes a letter; schreibt einen brief; escribe una carta; ecrit une lettre; 手紙を書く; 写信
reading; lesen, liest; leer, lee un libro; lire, lit un livre; 読む, 読書; 看书, 阅读
singing birds; zwitschern, zwitschert; trinar, gorjeo; gazouille; さえずり; 鸟鸣
eating; essen, isst, fressen, frisst; comer, come, devora; manger, mange, devore; 食べる, 食事; 吃, 吃饭
drinking; trinken, trinkt; beber, bebe; boire, boit; 飲む; 喝
washing; waschen, wascht, putzen, putzt; lavar, limpiar, limpia; laver, nettoyer, nettoie; 洗う, 掃除; 洗, 打扫
laundry; wasche, wascht wasche; lavanderia, lava la ropa; lessive; 洗濯; 洗衣服
building; bauen, baut; construir, construye; construire, construit; 建てる, 組み立てる; 建造, 搭建
repairs; reparieren, repariert; reparar, repara, arregla; reparer, repare; 修理, 直す; 修理
; suchen, sucht; buscar, busca; chercher, cherche; 探す, 捜す; 寻找
finds treasure; findet einen schatz; encuentra un tesoro; trouve un tresor; 宝を見つける; 找到宝藏
loses; verlieren, verliert; perder, pierde; perdre, perd; 負ける, 失う; 失去, 输掉
wins; gewinnen, gewinnt; ganar, gana; gagner, gagne; 勝つ, 優勝; 赢, 获胜, 夺冠
throws; werfen, wirft; lanzar, lanza, arroja; lancer, lance, jette; 投げる; 扔, 投
juggling; jonglieren, jongliert; malabares, hace malabares; jongler, jongle; ジャグリング; 杂耍
pulls; ziehen, zieht; tirar de, jala; tirer sur la corde; 引っ張る; 拉
pushes; schieben, schiebt; empujar, empuja; pousser, pousse; 押す; 推
riding; reiten, reitet; montar a caballo, cabalgar, cabalga; chevaucher, chevauche, monte a cheval; 馬に乗る, 乗馬;
    骑马, 策马
rowing; rudern, rudert; remar, rema; ramer, rame; 漕ぐ; 划船
surfing; surfen, surft; surfear, surfea; surfer sur la vague; 波乗り, サーフィン; 冲浪
skiing; skifahren, ski fahren, skiabfahrt; esquiar, esqui; skier, ski; スキー; 滑雪
cycling; radfahren, fahrrad; bicicleta, en bici; velo, bicyclette; 自転車; 骑自行车, 自行车
driving; autofahren, fahrt; conducir, conduce, maneja; conduire, conduit, roule; 運転, ドライブ; 开车, 驾驶
flees; fluchtet, flieht; huye, huyen, escapa; s enfuit, fuit; 逃げる, 逃げ回る; 逃, 逃走
hides; versteckt sich; se esconde; se cache; 隠れる; 躲, 藏
waiting; wartet, warten; espera, esperar, esperando; attend, attendre; 待つ, 待っている; 等待, 等
meets; treffen, trifft, begegnung; encuentro, se encuentran; rencontre, rencontrer; 出会う, 出会い; 相遇, 邂逅
reunion; wiedersehen; reencuentro; retrouvailles; 再会; 重逢, 团聚
embrace; umarmen, umarmt, umarmung; abrazar, abraza, abrazo; embrasse, enlacer, etreinte; 抱きしめる, 抱擁; 拥抱
kiss; kussen, kusst, kuss; besar, besa, beso; baiser, bisou; キス, 口づけ; 接吻, 亲吻
farewell; verabschiedet, verabschieden, abschied; se despide, despedirse, adios; fait ses adieux, au revoir; 別れる,
    さよなら; 道别, 告别, 离别
wedding; heiraten, heiratet, hochzeit; casarse, se casan, boda; se marier, mariage, noces; 結婚, 結婚式; 结婚, 婚礼
dying; sterben, stirbt; morir, muere, agoniza; mourir, meurt; 死ぬ; 死去, 去世
born; geboren, geburt; nace, nacer, nacimiento; nait, naitre, naissance; 生まれる, 誕生; 诞生, 出生
praying; beten, betet; rezar, reza; prier, prie; 祈る, 祈り; 祈祷
celebrating; feiern, feiert, fest; celebrar, celebra, festeja; feter, fete, celebrer; 祝う, お祝い; 庆祝
applause; applaudieren, beifall; aplaude; applaudir; 喝采; 鼓掌
shouting; schreien, schreit, brullt; gritar, grita; crier, crie, hurle; 叫ぶ; 喊叫, 尖叫
arguing; streiten, streit, zanken; discutir, discusion, pelean; se disputer, dispute; 口喧嘩, 喧嘩する; 吵架, 争吵
angry; wutend, zornig, verargert; furioso, enojado, enfadado; furieux, en colere, fache; 怒る, 怒り, 激怒; 愤怒, 生气
scared; erschrickt, angst, furchtet; asustado, miedo, asusta; effraye, peur, apeure; 怖がる, 怯える; 害怕, 惊吓
surprised; uberrascht, staunen, staunt; sorprendido, asombrado; surpris, etonne; 驚く, びっくり; 惊讶, 惊喜
bored; gelangweilt, langeweile; aburrido, aburrimiento; ennui, s ennuie; 退屈; 无聊
tired; mude, erschopft; cansado, agotado; fatigue, epuise; 疲れた, 疲れ; 疲惫, 累
brave; mutig, tapfer; valiente; courageux, brave; 勇ましい; 英勇
proud; stolz; orgulloso, orgullosa; fier, fiere; 誇り, 誇らしい; 骄傲, 自豪
shy; schuchtern; timido, timida; timide; 内気, 恥ずかしがり; 害羞, 腼腆
clumsy; tollpatschig, ungeschickt; torpe, patoso; maladroit, gauche; 不器用, ドジ; 笨拙, 笨手笨脚
crazy; verruckt, irre; loco, loca; fou, folle, dingue; 狂った, おかしな; 疯狂, 疯
strong; stark, kraftig; fuerte; fort, forte; 強い, 力強い; 强大
gentle; sanft, sanfte, zart; delicado, suave; delicat, douceur; 優しい, 穏やか; 温柔, 柔和
hopeful; hoffnungsvoll, hoffnung; esperanzador, esperanza; espoir, plein d espoir; 希望, 希望に満ちた; 希望, 充满希望
homesick; heimweh, sehnsucht; nostalgia del hogar, anoranza; mal du pays; 郷愁, 故郷; 思乡, 乡愁
memory; erinnerung, erinnerungen; recuerdo, recuerdos; souvenir d enfance, memoire; 思い出, 記憶; 回忆, 记忆
freedom; freiheit; libertad; liberte; 自由; 自由
revenge; rache; venganza; vengeance; 復讐; 复仇
betrayal; verrat; traicion; trahison; 裏切り; 背叛
secret; geheimnis, geheim; secreto; secret; 秘密; 秘密
danger; gefahr; peligro; danger; 危機, 危険; 危机
awakens; erwacht, aufwachen, wacht auf; despierta, se despierta; se reveille, s eveille; 目覚める, 目を覚ます; 醒来,
    苏醒
grows; wachst, wachsen; crece, crecer; grandit, pousse; 成長, 育つ; 成长, 长大
falls asleep; schlaft ein, eingeschlafen; se duerme; s endort; 眠りにつく, 居眠り; 睡着
talking; reden, redet, sprechen, spricht; hablar, habla; parler, parle; 話す, 喋る, 喋り出す; 说话, 讲话
stands; steht, stehen; de pie, parado; debout; 立つ, 立ち尽くす; 站着, 伫立
water; watet; vadea; patauge; 浅瀬を歩く; 涉水
surrounded; umzingelt, umstellt; rodeado; encercle, entoure; 囲まれる, 包囲; 被包围
defends; verteidigt, verteidigen; defiende, defender; defend, defendre; 守る, 守り抜く; 守护, 保卫
shoots; schiesst, schiessen; dispara, disparar; tire, tirer; 撃つ; 射击
crashes; verungluckt, kracht; se estrella, choca; s ecrase, percute; 墜落する, ぶつかる; 撞上, 坠毁
"""
