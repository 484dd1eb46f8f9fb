"""Chinese, simplified and traditional: written without spaces, so phrases are found inside the
text, the longest first."""

WORDS = """
dog: 狗, 小狗
kitten: 猫, 小猫
pirate: 海盗
princess: 公主
fairy: 精灵, 仙女
witch: 女巫
dragon: 龙
zombie: 僵尸, 丧尸
vampire: 吸血鬼
hero: 勇士
sword fight: 剑, 刀剑
abandoned house: 废弃, 废墟
cartoon: 动画, 卡通
farewell: 离别, 告别
train ride: 火车, 列车
race car: 赛车
cafe: 咖啡馆, 咖啡
mountains: 山
sunset: 日落, 夕阳
sunrise: 日出, 黎明
kitchen: 厨房, 做饭
synth: 电音
more: 更多
less: 少一点
happy: 快乐, 欢快, 开心, 欢乐, 愉快, 快樂, 歡快, 開心, 喜庆
sad: 悲伤, 忧伤, 伤感, 难过, 悲傷, 憂傷, 忧郁, 悲情
dark: 黑暗, 阴暗, 阴沉, 黑色
spooky: 恐怖, 可怕, 诡异, 阴森, 鬼, 幽灵, 驚悚, 惊悚
epic: 史诗, 宏大, 壮观, 英雄, 史詩, 气势磅礴, 磅礴
calm: 平静, 安静, 宁静, 轻柔, 舒缓, 放松, 柔和, 安靜, 温柔
energetic: 激烈, 动感, 热烈, 激昂, 有力, 充满活力, 活力, 強烈, 强烈
dreamy: 梦幻, 神秘, 魔法, 奇幻, 夢幻, 空灵
tense: 紧张, 悬疑, 危险, 緊張, 惊险
romantic: 浪漫, 爱情, 深情, 感人, 愛情
funny: 搞笑, 滑稽, 有趣, 可爱, 幽默, 可愛, 俏皮, 喜剧
piano: 钢琴, 鋼琴
guitar: 吉他
acoustic guitar: 木吉他
drums: 鼓, 架子鼓, 鼓点
percussion: 打击乐, 打擊樂
bass: 贝斯, 低音
strings: 弦乐, 弦樂
violin: 小提琴
cello: 大提琴
flute: 长笛, 笛子, 竹笛, 箫
trumpet: 小号, 小號
brass: 铜管, 銅管
saxophone: 萨克斯
organ: 管风琴, 风琴
accordion: 手风琴
harp: 竖琴
guzheng: 古筝, 琵琶, 古琴, 二胡
bells: 铃铛, 钟声, 铃
choir: 合唱, 合唱团
synth: 合成器
orchestra: 管弦乐, 交响乐, 交响
melody: 旋律
vocals: 人声, 歌声, 歌手
rock: 摇滚, 搖滾
jazz: 爵士
pop: 流行
hip-hop: 嘻哈, 说唱
house: 浩室
electronic: 电子, 電子
techno: 科技舞曲
waltz: 华尔兹, 圆舞曲, 圓舞曲
march: 进行曲, 進行曲
samba: 桑巴
tango: 探戈
bossa nova: 波萨诺瓦
lullaby: 摇篮曲
chase: 追逐, 追赶, 逃跑, 动作
battle: 战斗, 战争, 打斗, 戰鬥
circus: 马戏团, 马戏, 小丑
wedding: 婚礼
christmas: 圣诞, 聖誕
forest: 森林
sea: 大海, 海洋, 水下
space: 太空, 宇宙
rain: 下雨, 雨
winter: 冬天, 雪
summer: 夏天, 海滩
city: 城市
child: 孩子, 儿童, 婴儿
robot: 机器人
kung fu: 功夫, 武术, 中国风, 古风, 武侠
video game: 游戏, 電玩
cinematic: 电影, 電影
advert: 广告, 廣告
fast: 快速, 快节奏, 快
slow: 缓慢, 慢速, 慢
builds: 渐强, 逐渐增强, 越来越强
calms down: 渐弱
no: 没有, 不要, 无, 沒有, 無, 不带, 去掉
only: 只有, 仅, 只要, 独奏
with: 的, 带有, 加上, 还有, 但
minor: 小调
major: 大调
: 一首, 一段, 音乐, 音樂, 曲子, 歌曲, 舞蹈, 跳舞, 风格, 和, 与,
    用, 请, 一点, 感觉, 背景, 配乐, 场景, 适合, 很, 是, 地, 了, 着
"""
