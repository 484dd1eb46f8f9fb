"""How Japanese and Chinese are cut into words: inflections, katakana, refusals, words said twice, numbers."""

from __future__ import annotations

import pytest

from kinescore.groovebox.prompt.languages.east_asian import read_east_asian
from kinescore.groovebox.prompt.parse import parse_prompt


def english(prompt: str) -> str:
    return " ".join(read_east_asian(prompt)[0].split())


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("寝てる犬", "sleep dog"),
        ("走り回っている子供たち", "running children"),
        ("踊り出したカエル", "dance frog"),
        ("追われて逃げる", "chase flees"),
        ("笑いながら泣いた", "laughing crying"),
        ("飛べない鳥", "bird"),
        ("静かな森でキラキラ光る", "calm forest shimmering glowing"),
        ("きらきらと舞う", "shimmering dance"),
        ("神々", "gods"),
        ("ゲームオーバー画面", "video game"),
        ("ロボアニメ", "giant robot"),
        ("クリスマスゲーム", "christmas video game"),
        ("フニャラポッカが歩く", "フニャラポッカ walking"),
        ("蒸汽朋克", "steampunk"),
        ("赛龙舟", "dragon dance"),
        ("快快乐乐的小狗", "happy with dog"),
        ("跑来跑去", "running"),
        ("从雾里驶出的船", "fog with boat"),
        ("屋顶上的貓", "rooftops with kitten"),
        ("卒業式", "graduation"),
    ],
)
def test_a_text_is_cut_at_its_words(written: str, read: str) -> None:
    assert english(written) == read


@pytest.mark.parametrize(
    "prompt",
    ["西非草原上的鼓", "非常欢快的鼓", "不断敲打的鼓", "没完没了的鼓声", "特别的鼓", "没有主角，鼓", "没人的舞台，鼓"],
)
def test_a_sign_for_not_inside_a_word_refuses_nothing(prompt: str) -> None:
    assert "no" not in english(prompt).split()
    assert "drums" not in parse_prompt(prompt).unwanted


@pytest.mark.parametrize(
    ("prompt", "refused"),
    [
        ("ドラムなしの行進曲", "drums"),
        ("ロック、ギターとドラム抜きで", "drums"),
        ("ドラムの音は使わないで、弦を", "drums"),
        ("不要鼓，要钢琴", "drums"),
        ("没有鼓的氛围音乐", "drums"),
        ("钢琴，鼓不要", "drums"),
        ("無人聲的電子樂", "choir"),
    ],
)
def test_what_is_not_wanted_is_left_out(prompt: str, refused: str) -> None:
    assert refused in parse_prompt(prompt).unwanted


@pytest.mark.parametrize("prompt", ["怖くないお化け", "ホラーじゃない、お化け", "不恐怖的小幽灵", "不要太恐怖"])
def test_what_is_not_frightening_is_no_horror(prompt: str) -> None:
    assert "horror" in parse_prompt(prompt).unwanted_styles


@pytest.mark.parametrize(
    "prompt",
    ["ピアノソロ", "ソロピアノ", "ピアノの音だけ", "ギター一本で", "钢琴独奏", "只用一把吉他", "除了钢琴什么都不要"],
)
def test_who_plays_alone_is_alone(prompt: str) -> None:
    assert parse_prompt(prompt).solo


@pytest.mark.parametrize("prompt", ["ただ歩くだけの犬", "只有一个孩子在跑", "一人だけ残った"])
def test_who_only_walks_is_no_soloist(prompt: str) -> None:
    assert not parse_prompt(prompt).solo


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("80年代のディスコ", "80s disco"),
        ("八十年代迪斯科", "80s disco"),
        ("1920年代のジャズ", "1920s jazz"),
        ("BPM140のトラップ", "140 bpm trap"),
        ("每分钟120拍的电子乐", "120 bpm with electronic"),
        ("3/4拍子のワルツ", "3/4 rhythm waltz"),
        ("8分の6拍子", "six eight"),
        ("八六拍", "six eight"),
        ("だんだん激しくなる", "builds"),
        ("逐渐激烈，突然停止", "builds ， stops dead"),
        ("ベース強めで、ギター控えめ", ", more bass , 、 , less guitar ,"),
        ("吉他少一点", ", less guitar ,"),
    ],
)
def test_numbers_forms_and_balance(written: str, read: str) -> None:
    assert english(written) == read
