"""Japanese words, and what is said after the thing that it speaks of."""

from __future__ import annotations

from kinescore.groovebox.prompt.words.tables import words

WORDS = """
dog: 犬, 子犬
kitten: 猫, 子猫
cartoon: 追いかけっこ, かくれんぼ
pirate: 海賊
princess: お姫様, プリンセス
fairy: 妖精
witch: 魔女
dragon: ドラゴン, 竜
zombie: ゾンビ
vampire: 吸血鬼
hero: 勇者, ヒーロー
sword fight: 剣, 剣士
ruins: 廃墟
abandoned house: 廃病院
farewell: 別れ, さよなら
train ride: 電車, 列車
race car: レース, レーシング
cafe: カフェ, 喫茶店
beach: 海辺, ビーチ
mountains: 山
sunset: 夕日, 夕焼け
sunrise: 朝日, 夜明け
kitchen: 料理, キッチン
wind chimes: 風鈴
festival stage: フェス
8 bit: 8ビット
countdown: カウントダウン
alley: 路地
japan taiko: 和太鼓
chinese new year: 春節
lively: にぎやか, 賑やか
grandpa: おじいちゃん, おじいさん
: する, した, して, いる, へ, から, まで, 漂う, 中
happy: 楽しい, たのしい, 明るい, あかるい, 嬉しい, うれしい, ハッピー, 陽気, 元気
sad: 悲しい, かなしい, 切ない, せつない, 哀愁, 寂しい, さびしい, 泣ける
dark: 暗い, ダーク, 不気味
spooky: 怖い, こわい, ホラー, 恐怖, お化け, 幽霊, ゴースト
epic: 壮大, 英雄, 勇壮, 迫力, エピック
calm: 静か, しずか, 穏やか, おだやか, 落ち着いた, 癒し, リラックス, 優しい, やさしい
energetic: 激しい, はげしい, エネルギッシュ, 力強い, 熱い
dreamy: 幻想的, 夢のような, 神秘的, ファンタジー, 魔法
tense: 緊張, サスペンス, 緊迫, スリル, 危険
romantic: ロマンチック, 恋愛, 愛, 感動的, 感動
funny: 面白い, おもしろい, コミカル, 可愛い, かわいい, コメディ, ゆかい
piano: ピアノ
guitar: ギター
acoustic guitar: アコースティックギター, アコギ
drums: ドラム, ドラムス
matsuri: 祭り, お祭り, 夏祭り, まつり
percussion: パーカッション, 打楽器
bass: ベース
strings: ストリングス, 弦楽器, 弦楽
violin: バイオリン, ヴァイオリン
cello: チェロ
flute: フルート, 笛, 尺八
trumpet: トランペット
brass: ブラス, 金管
saxophone: サックス
organ: オルガン
accordion: アコーディオン
harp: ハープ
koto: 琴, 箏, 三味線
bells: 鐘, 鈴, ベル
choir: 合唱, コーラス
synth: シンセ, シンセサイザー
orchestra: オーケストラ
melody: メロディー, メロディ
vocals: 歌声, ボーカル, 声
rock: ロック
jazz: ジャズ
pop: ポップス, ポップ
hip-hop: ヒップホップ
house: ハウス
techno: テクノ
funk: ファンク
waltz: ワルツ, 円舞曲
march: 行進曲, マーチ
samba: サンバ
tango: タンゴ
bossa nova: ボサノバ, ボサノヴァ
lo-fi: ローファイ
lullaby: 子守唄, 子守歌
chase: 追跡, 追いかけ, 逃走, アクション
battle: 戦い, 戦闘, バトル, 決戦, ボス
circus: サーカス
wedding: 結婚式
christmas: クリスマス
forest: 森
sea: 海, 水中
space: 宇宙
rain: 雨
winter: 冬, 雪
summer: 夏
city: 街, 都会
child: 子供, こども, 赤ちゃん
robot: ロボット
samurai: 侍, 忍者, 和風, 日本
cherry blossom: 桜
school: 学校
video game: ゲーム, レトロゲーム
famicom: ファミコン
soul train: ソウルトレイン
cinematic: 映画
advert: 広告, コマーシャル
fast: 速い, はやい, 早い, アップテンポ
slow: 遅い, ゆっくり, スロー
builds: 盛り上がる, 盛り上がって, だんだん大きく
calms down: だんだん静かに
minor: 短調, マイナー
major: 長調, メジャー
and: と, や, とか, および, そして
rhythm: リズム
mostly: 中心, メイン, 主体
: なしでは始まらない, なしでは語れない, がないと始まらない, だけでなく, だけじゃなく, のように, みたいな, みたい,
    な, の, で, に, を, が, は, も, い, く, 劇, 版, 系, 調, 曲,
    音楽, 感じ, ダンス, 踊り, 風, 的, っぽい, ください, お願い, します, シーン, 場面, 用, ような
"""
_GRADUALLY = ("だんだん", "どんどん", "徐々に", "次第に", "少しずつ", "じわじわ", "段々", "段々と", "だんだんと")
BUILDS = {
    gradually + rising: "builds"
    for gradually in _GRADUALLY
    for rising in words("激しく 強く 大きく 速く 早く 熱く 派手に 賑やかに にぎやかに 緊張 緊迫")
}
SINKS = {
    gradually + sinking: "calms down"
    for gradually in _GRADUALLY
    for sinking in words("静かに 小さく 弱く 遅く ゆっくり 落ち着く 落ち着いて 消えて 消える")
}
AFTER_NOT = words(
    """
    は使わないで を使わないで 使わないで は使わない を使わない 使わない は使わずに を使わずに 使わずに 使わず
    は入れないで を入れないで 入れないで は入れない を入れない 入れない は入れずに を入れずに 入れずに 入れず
    はいりません は要りません はいらない は要らない いらない 要らない は不要 不要 は無しで はなしで なしで 無しで
    は無し はなし なし 無し 抜きで ぬきで 抜き ぬき を避けて は避けて を省いて はやめて は禁止 禁止 じゃなくて
    ではなくて じゃなく ではなく じゃない ではない でない のない の無い がない が無い もない も無い ゼロ 厳禁 のいない
    がいない もいない を除いて を除く は除いて を外して は外して を抜いて は抜いて の入らない が入らない
    の入っていない 無用 はナシ ナシ ナシで オフ は使わず を使わず に頼らず は避けたい は嫌 じゃなくていい はNG NG
    はカット をカット はまだ入れない まだ入れない はまだなし はまだ要らない はまだいらない
    以外なら
    は苦手
    は嫌だ 嫌だ やめてほしい はやめてほしい なくて結構 はなくて結構 なくて結構です はなくて結構です 省いて は省いて
    を切って は切って 聞き飽きた は聞き飽きた だけは勘弁 だけは勘弁して だけはやめて だけは避けて お断り はお断り
    カットで は嫌い いらん はいらん なしがいい 無しがいい 排除 を排除 を封印 は封印 を消して は消して
    抜いて 鳴らさないで は鳴らさないで を鳴らさないで なくても大丈夫 はなくても大丈夫 に頼らない 抜きがいい
    は勘弁 勘弁 は結構です
    結構です なくていい はなくていい なくて良い はなくて良い 入ってない が入ってない 入っていない
    が入っていない 入れなくていい 以外で 抜きの なしの 無しの じゃ無い では無い
    """
)
"""What follows the thing that is refused."""
AFTER_ONLY = words(
    """
    以外は何もなし 以外なし 以外は無し 以外はなし 以外は要らない 以外はいらない 以外は使わない
    のみで だけで のみ だけ ソロ 独奏 一本で 一台で
    """
)
"""What follows the thing that plays alone."""
_CASES, _ENDS = ("", "は", "を"), ("", "に", "で")
AFTER_LESS = {
    case + word + end
    for case in _CASES
    for word in ("控えめ", "少なめ", "弱め", "小さめ", "抑えめ", "抑え気味")
    for end in _ENDS
}
"""What follows the thing that is to be quieter."""
AFTER_MORE = {case + word + end for case in _CASES for word in ("多め", "強め", "大きめ") for end in _ENDS} | words(
    "を強調 を強調して を効かせて を効かせた を目立たせて を目立たせる を前面に たっぷり を大きく をもっと"
)
"""What follows the thing that is to be louder."""
MARKERS = AFTER_NOT | AFTER_ONLY | AFTER_LESS | AFTER_MORE
"""All of them."""
TRANSPARENT = words("の は が も 音 音色 系 サウンド 伴奏 演奏 っぽい 的 風 絶対 絶対に まだ 一切 全然 全く 特に 別に")
"""What may stand between the thing and what is said of it."""
