### 督办的全部用语（简体中文）。四种语言的编号和变量一致，见 tests/locales.rs。
### 数据传入前已转义；时间、日期、数量以文字传入。

## 可以直接发的话，回答里用它示范正确的写法

-say-half = 半天
-say-hours = 2学时
-say-yesterday = 昨天1天
-say-leave = 请假三天
-say-leave-until = 请假到周五

## 日期和数量

date = { $month }月{ $day }日 { $weekday ->
    [1] 周一
    [2] 周二
    [3] 周三
    [4] 周四
    [5] 周五
    [6] 周六
   *[7] 周日
}
date-with-year = { $year }年{ $date }
amount-half-day = 半天
amount-one-day = 1天
amount-days = { $n }天
amount-one-class-hour = 1学时
amount-class-hours = { $n }学时
amount-once = 1次
amount-times = { $n }次
amount-one-household = 1户
amount-households = { $n }户
amount-in-class-hours = { $amount }（{ $class_hours }）
sum-days = { $counted }/{ $target }天
sum-class-hours = { $counted }/{ $target }学时
sum-times = { $counted }/{ $target }次
sum-households = { $counted }/{ $target }户
example-yesterday = 昨天{ $amount }
pace-done = 已达标
pace-ahead = 进度超前
pace-on = 进度正常
pace-behind = 进度偏慢
progress = { $sum } { $pace }
separator = 、
more-lines = 还有{ $n }条没有列出

## 人和单位

who = { $name }，{ $unit }
who-with-post = { $name }，{ $unit } { $post }

## 按钮

button-yes = 是我
button-no = 不是我
button-other = 其他
button-nothing-study = 今天没学
button-nothing = 今天没有
button-nothing-that-day = 这天没有
button-tasks = 看整改
button-submit = 已完成，送审 { $no }号
button-undo = 撤销
button-leave = 请假
button-today = 今天
button-until-friday = 到周五
button-until-next-friday = 到下周五

## 登记

welcome =
    请发来联络员给您的登记码，
    或点开他给您的链接。
    登记后，在这里报学习、收整改提醒。
    { $campaign }
link-question = 请确认：{ $who }。是您吗？
linked = ✓ 已登记：{ $who }
linked-asked-work-days = 每个工作日{ $time }问一次学习情况。
linked-asked = 到{ $time }会问一次学习情况。
linked-any-time = 您可以随时直接发“{ -say-half }”“{ -say-hours }”。
linked-help = /help 看全部功能
other-bot =
    您单位的提醒改由 @{ $username } 发。
    请点开 https://t.me/{ $username }
    按“开始”，以前的记录都在。
link-declined =
    没有登记，登记码仍然有效。
    请联系给您登记码的联络员，
    换成您本人的登记码。
code-unknown =
    没有这个登记码。
    请核对后再发一次，
    或向联络员要新的。
code-used =
    这个登记码已经用过。
    请向联络员要新的。
code-expired =
    这个登记码已过期。
    请向联络员要新的。
code-in-group =
    群里别人看得到登记码，所以没有登记。
    请向联络员换一个新的，
    打开与我的私聊再发。
code-already-linked =
    您已登记：{ $who }。
    如果不对，请联系联络员。
code-person-linked =
    登记码对应的人已用另一个账号登记。
    如果是您换了账号，
    请联络员先解除原来的登记。
code-too-many =
    登记码错了多次，请过{ $minutes }分钟再试。
    也可以请联络员帮您核对。

## 问学习

digest-title-study = 今天的学习 { $date }
digest-title-study-late = { $date }的学习
digest-title-duty = { $duty } { $date }
so-far-study = 已学 { $sum }
so-far-duty = 已完成 { $sum }
ask-study = 今天学了多少？
ask-study-late = 这天学了多少？
ask-duty = 今天完成了多少？
ask-duty-late = 这天完成了多少？
recorded = ✓ { $date } { $amount }
recorded-nothing-study = ✓ { $date } 没学，已记下
recorded-nothing = ✓ { $date } 没有，已记下
total = 累计 { $sum }
withdrawn = ✓ { $date } 已撤销
withdrawn-again = 要重新记这天，请点下面。
stale =
    这个按钮已过时，没有改动。
    记学习请直接发“{ -say-half }”，
    看整改请发 /tasks

## 没有记上

unclear-study =
    没看懂学了多少。请这样写：
    { -say-half }、{ -say-hours }、{ -say-yesterday }。
unclear-duty =
    没看懂完成了多少。请这样写：
    { $examples }。
how-to-study =
    请直接写来，例如：
    { -say-half }
    { -say-hours }
    { -say-yesterday }
how-to-duty = 请直接写来，例如：{ $examples }
future =
    { $date } 还没到，没有记。
    请到那天再写，或写明过去的日子，
    如“{ $example }”。
day-full =
    一天最多记{ $most }，
    { $date } 已记{ $held }，还可记{ $rest }。
    请改成实际数，或分日期写，
    如“{ $example }”。
day-full-empty =
    一天最多记{ $most }，这次没有记。
    请改成实际数，或分日期写，
    如“{ $example }”。
day-full-already =
    一天最多记{ $most }，{ $date } 已记满。
    如果是别的日子，请写明，
    如“{ $example }”。
    要更正那天，请点那条消息的“改”。
held-already =
    { $date } 已记{ $held }，没有改动。
    要改成没有，请点那条消息的“撤销”。
recorded-waits-late = 离今天较远，联络员确认后计入。
recorded-waits-confirmation = 联络员确认后计入。
recorded-outside = 这天不在规定的时间段内，不计入。
recorded-outside-next =
    这天不在规定的时间段内，不计入。
    下一段 { $first } 至 { $last }
outside-campaign =
    { $date } 不在活动期内，没有记。
    活动期从{ $start }
    到{ $end }。
    请写活动期内的日子。

## 请假、出差

example-leave = 请假{ $first_month }.{ $first_day }-{ $last_month }.{ $last_day }
leave-days = { $kind ->
    [trip] 出差
   *[leave] 请假
} { $first } 至 { $last }
leave-one-day = { $kind ->
    [trip] 出差
   *[leave] 请假
} { $date }
leave-ask = { $kind ->
    [trip] 出差到哪天？
   *[leave] 请假到哪天？
}
leave-known = 已记 { $leave }
leave-how-to =
    别的日子请直接写来，如
    “{ $example }”“{ -say-leave }”。
leave-recorded = ✓ { $leave }
leave-stands =
    这几天已经记过，没有改动。
    { $leave }
leave-work-days = { $n ->
    [0] 都是休息日，期间不打扰。
   *[other] 共{ $n }个工作日，期间不打扰。
}
leave-withdrawn =
    ✓ 已撤销：{ $leave }
    这些天照常问学习。
leave-unclear =
    没看懂是哪几天，没有记。
    请按整天这样写：“{ $example }”、
    “{ -say-leave }”、“{ -say-leave-until }”。
leave-past =
    { $date } 已经过去，没有记。
    请从今天起写，如“{ $example }”。
leave-reversed =
    { $last }
    在 { $first } 之前，没有记。
    请先写开始那天，如“{ $example }”。
leave-too-long =
    一次最多记{ $most }天，没有记。
    请分几次写，先写
    “{ $example }”。

## 整改

item-no = { $no }号
items-title = 整改 { $total }项
items-title-overdue = 整改 { $overdue }项逾期
items-title-near = 整改 { $near }项临近
items-title-both = 整改 { $overdue }项逾期 { $near }项临近
due-in = 还剩{ $days }天
due-today = 今天到期
due-past = 已逾期{ $days }天
deadline = 时限 { $date }
deadline-immediate = 立行立改
deadline-ongoing = 长期坚持
status-submitted = 已送审
status-closed = 已销号
tasks-title = 您的整改 { $total }项
tasks-none = 您没有未完成的整改。
more-items = 还有{ $n }项没有列出
submitted =
    ✓ { $no }号 已送审
    等待审核销号。
item-already-submitted = { $no }号已送审，等待审核，不用再报。
item-already-closed = { $no }号已销号，不用再报。
item-still-assigned = { $no }号还没有送审，没有改动。
item-not-yours =
    这项整改不由您负责，没有改动。
    您负责的整改：/tasks

## 我的情况、说明、语言

me-items = { $n ->
    [0] 没有未完成的整改
   *[other] 整改 { $n }项未完成
}
me-duty = { $duty } { $sum }
me-no-duties = 目前没有给您定学习任务。
help-say = 记学习可直接发：{ -say-half }、{ -say-hours }、{ -say-yesterday }
help-leave = 请假可直接发：{ -say-leave }、{ -say-leave-until }
command-start = 登记，或看怎样开始
command-me = 我的学习和进度
command-tasks = 我的整改
command-language = 换语言
command-help = 看全部功能
command-status = 活动办：今天的总体情况
command-find = 活动办：按姓名找人
command-overdue = 活动办：逾期的整改
language-name = 简体中文
language-question = 请选择语言
language-set = ✓ 以后用简体中文。
unknown-command =
    没有这个命令。
    全部命令：/help
only-text =
    这个我看不懂，没有记。
    请写成文字，如“{ -say-half }”。
    材料请发照片、文件或语音。
private-only =
    这个功能只在私聊里用。
    请点我的头像，打开私聊再发。
denied =
    您没有查看权限。
    如需查看，请联系活动办。
fault =
    刚才出了故障，这条没有记上。
    请过一会儿再发一次。

## 自查发现（发给活动办）

findings-title = 发送有异常 { $date } { $time }
finding-missing = { $count }/{ $of }条提醒查不到，可能没有送到
finding-held = { $count }条消息卡住，已重新发出，可能收到两遍
finding-stuck = { $count }条消息到时间没有发出
finding-unserved = { $count }条消息没有机器人可发
finding-unexplained = { $count }条消息结束了，没有写明原因
finding-updates = { $count }条来信还没有处理
findings-kept = 大家报来的都已收好，不用重报。
findings-todo =
    请转告维护人员，
    请他看 healthz 页面。

## 活动办

status-title = 今天 { $date }
status-answered = 已答 { $answered }/{ $bound }人（{ $percent }%）
status-linked = 已登记 { $bound }/{ $people }人
status-blocked = 不可达 { $blocked }/{ $bound }人
status-behind = 进度偏慢 { $behind }/{ $people }人
status-met = 已达标 { $met }/{ $people }人
status-items = 逾期整改 { $overdue }项 待审 { $submitted }项
status-units = 各单位（进度慢的在前）
status-unit = { $unit } 已答{ $answered }/{ $bound }人
status-unit-overdue = { $unit } 已答{ $answered }/{ $bound }人 逾期{ $overdue }项
status-unit-nobody = { $unit } 已登记0/{ $people }人
status-unit-nobody-overdue = { $unit } 已登记0/{ $people }人 逾期{ $overdue }项
status-nobody = 名册{ $people }人，还没有人登记。
more-units = 还有{ $n }个单位没有列出
found-title = “{ $name }” 找到{ $total }人
found-none =
    您可查看的单位里没有“{ $name }”。
    请核对姓名，例如：/find 周俊哲
found-link = { $link } 编号 { $key }
more-people = 还有{ $n }人没有列出，请写全姓名。
find-what = 请写上姓名，例如：/find 周俊哲
link-never = 未发登记码
link-invited = 未登记
link-linked = 已登记
link-blocked = 不可达
overdue-title = 逾期整改 { $total }项
overdue-none = 没有逾期的整改。
overdue-units = 最多：{ $units }
overdue-unit = { $unit }{ $count }项

## 不可达的人和发不出的消息

reach-title = 不可达 { $n }人
reach-more = 还有{ $n }人没有列出
reach-why = 多半是停用了机器人，收不到提醒。
reach-todo = 请当面提醒：打开机器人，发 /start
command-undelivered = 活动办：不可达的人和发不出的消息
status-undelivered = 名单见 /undelivered
undelivered-none = 没有不可达的人，消息都已发出。
undelivered-unit = { $unit } { $n }人：{ $names }
undelivered-unit-more = { $unit } { $n }人：{ $names }等
undelivered-letters = 发不出的消息 { $n }条
undelivered-letter = { $id } { $whom } { $kind }
undelivered-answer = 回答
undelivered-digest = 提醒
undelivered-notice = 通知
undelivered-nobody = 未登记
undelivered-more = 还有{ $n }条没有列出
undelivered-todo = 请维护人员处理：duban outbox list
undelivered-alone =
    这个命令后面不用写别的。
    请只发 /undelivered
terminal-messages-listed = 共{ $total }条，列出{ $listed }条
terminal-letters-retried = { $letters }条重新等待发送
terminal-letters-dropped = { $letters }条不再发送
terminal-not-dead = { $id }不是发不出的消息，没有改动

## 命令行导入

refusal-no-unit = 缺单位，请在这一行写上单位全称
refusal-no-name = 缺姓名，请在这一行写上姓名
refusal-no-content = 缺问题内容，请写明要整改什么
refusal-duplicate = 与第{ $detail }行是同一个人，请只留一行
refusal-duplicate-key = 编号与第{ $detail }行相同，请一人一个编号
refusal-unknown-rank = 活动文件里没有职级“{ $detail }”，请改用其中的写法，或在文件里加上
refusal-bad-deadline = “{ $detail }”不是明确的时限，请写如2014年6月底前、2014-06-30
refusal-unknown-unit = 没有单位“{ $detail }”，请先导入单位，或改正名称
refusal-unknown-person = 名册里没有“{ $detail }”，请先导入此人，或改正姓名
refusal-ambiguous-person = 名册里有几个“{ $detail }”，请同时写明单位或编号
refusal-other = 这一行读不懂（{ $detail }），请对照已导入的行改
import-dry-run = 试运行：以下是将要发生的变动，什么也没有改
import-missing = { $subject }：表中没有，名册和台账照旧保留
import-note = 提示：第{ $row }行：{ $reason }
import-summary = 导入{ $taken }行：新增{ $new }，更改{ $changed }，未变{ $same }；未导入{ $refused }行；表中缺{ $missing }
import-holidays = { $country } { $year }年：{ $days }天

## 其他命令

terminal-granted = 已授权
terminal-granted-before = 以前已授权，没有变动
terminal-revoked = 已收回
terminal-not-granted = 本来没有授权，没有变动
terminal-nobody-to-invite = 没有要邀请的人：都已绑定
terminal-no-links = 不知道机器人的名字，只有邀请码，没有链接
terminal-no-links-todo = 请设置TELOXIDE_TOKEN后再试，或让本人向机器人发送“/start 邀请码”
terminal-planned = 共{ $messages }条
terminal-year-missing = 没有{ $year }年的节假日安排，按周一至周五算
terminal-all-well = 全部正确
terminal-findings = 共{ $findings }处要改

## 群发（命令行）

terminal-broadcast-made = 群发{ $id }：发给{ $people }人，名单写好后开始发
terminal-broadcast-dry-run = 试运行：什么也没有发，什么也没有改
terminal-broadcast-forecast = 发给{ $people }人，每人1条，约需{ $minutes }分钟
terminal-broadcast-span = { $begins }开始，{ $ends }前后发完
terminal-broadcast-cut = 免打扰时段不发：{ $from }至{ $to }
terminal-broadcast-line = { $id } { $state }：共{ $total }人，已发{ $sent }，待发{ $waiting }，未发{ $closed }
terminal-broadcast-reasons = { $line }（{ $reasons }）
terminal-broadcast-none = 还没有群发过
terminal-broadcast-freezing = 正在写名单
terminal-broadcast-sending = 发送中
terminal-broadcast-paused = 已暂停
terminal-broadcast-cancelled = 已取消
terminal-broadcast-done = 已发完
terminal-broadcast-held = 群发{ $id }已暂停，恢复后接着发
terminal-broadcast-resumed = 群发{ $id }已恢复，没发的接着发
terminal-broadcast-stopped = 群发{ $id }已取消，没发的不再发

## 演示页

page-title = 督办演示
page-subtitle = 这里不连 Telegram，人物都是虚构的。
page-send = 发送
page-type-here = 写消息
page-next-event = 到下一件事
page-next-hour = 过一小时
page-now = 现在
page-next = 下一件
page-menu = 命令
page-edited = 已编辑
page-empty = 还没有消息
page-offline = 演示已停止，正在等它恢复
page-stale = 没有成功，请再试一次
page-start = 开始

## 各项任务逐步登记、代记、联系点、群众意见

command-record = 记一项任务
command-points = 我的联系点
command-proxy = 联络员：替人代记
command-opinions = 联络员：群众意见
draft-which = 记哪一项？
draft-for = 代记 { $who }
draft-how-much =
    { $date } 完成了多少？
    请点下面，或直接写来。
draft-late = 刚才的按钮是{ $date }的，没有记。
draft-recorded = ✓ { $date } { $duty } { $amount }
draft-recorded-nothing = ✓ { $date } { $duty } 没有，已记下
draft-with = 对方：{ $who }
draft-at = 地点：{ $unit }
draft-opinion = 意见：{ $words }
draft-ask-form = 是哪一种？请点下面。
draft-ask-topic = 什么内容？请点下面。
draft-ask-partner = 和谁谈的？请点下面，或写姓名。
draft-ask-partner-name = 和谁谈的？请写姓名，如“李兰”。
draft-ask-household = 哪一户？请写来，如“王家”。
draft-ask-point = 去的是哪个联系点？请点下面。
draft-ask-place = 在哪里？请写来，如“长安村”。
draft-ask-deed = 办了什么事？请写来，如“修好路灯”。
draft-ask-opinion =
    他们提了什么要求？
    请写来，如“想修路”。
draft-no-partner = 县里没有找到“{ $name }”。
draft-no-choice = 没有“{ $name }”这一项。
draft-several = “{ $name }”不止一位，请点一位。
draft-too-long = 太长了，没有记。请写{ $most }字以内。
draft-withdrawn = ✓ { $date } { $duty } 已撤销
draft-gone =
    这条记录已撤销、已退回，或不是今天记的，
    没有改动。要记新的请发 /record
button-draft-skip = 跳过
button-draft-none = 没有
button-draft-more = 记其他
button-draft-again = 重新记
proxy-what = 请写上姓名，例如：/proxy 姜涛
proxy-nobody =
    您负责的单位里没有“{ $name }”。
    请核对姓名，例如：/proxy 姜涛
status-proxies = 代记 { $n }条，占{ $percent }%
points-title = 联系点 { $n }个
points-none = 还没有定联系点。
points-none-own =
    还没有给您定联系点。
    如需要，请联系联络员。
points-not-yet = { $unit } 还没有记录
points-done = { $unit } 已记{ $done }
points-added = ✓ 已定为联系点：{ $unit }
points-had = 原来就是联系点，没有改动：{ $unit }
points-ended = ✓ 不再是联系点：{ $unit }
points-ended-before = 这个联系点以前已取消，没有改动。
points-which =
    { $name }联系哪个单位？
    请写单位名称，如“长安村”。
points-no-unit = 您负责的范围里没有“{ $name }”。
points-units = “{ $name }”不止一个，请点一个。
points-nobody =
    您负责的单位里没有“{ $name }”。
    请核对姓名，例如：/points 周俊哲
points-several = “{ $name }”不止一位，请写全姓名：
points-no-duty = 本次活动没有联系点这一项。
button-points-add = 定联系点
button-points-end = 取消 { $unit }
opinions-title = 群众意见 { $n }条
opinions-none = 还没有记下群众意见。
opinions-line = { $no }号 { $words }
opinions-line-of = { $no }号 { $subject }：{ $words }
opinions-heard = { $unit } { $name } { $date }
button-opinions-earlier = 更早的
terminal-assigned = 已定为联系点
terminal-assigned-before = 原来就是联系点，没有变动
terminal-assignment-ended = 不再是联系点
terminal-not-assigned = 本来不是联系点，没有变动
## 专题

amount-one-topic = 1个专题
amount-topics = { $n }个专题
sum-topics = { $counted }/{ $target }个专题
## 进度、晚点、免打扰、谁请假

forecast-met = 按此进度 { $date } 完成
forecast-short = 按此进度 到{ $date } 还差{ $amount }
behind-by = 比进度少{ $amount }
catch-up-study = 每天学{ $amount }，{ $date } 赶上
catch-up-duty = 每天{ $amount }，{ $date } 赶上
button-make-up-yesterday = 补记昨天
button-make-up = 补记{ $date }
button-later = 晚点
button-not-today = 明天再说
put-off-later = 好的，{ $time }再问。
put-off-tomorrow = 好的，今天不再问。
put-off-quiet =
    那时已是免打扰时间，
    今天不再问。
put-off-cap =
    今天的提醒已够多，
    今天不再问。
put-off-once =
    今天已经再问过一次，
    今天不再问。
put-off-now = 现在也可以答：
put-off-nothing = 该答的都已记下，不再问了。
make-up-study = { $date } 学了多少？
make-up-duty = { $date } 完成了多少？
make-up-answered = 这天已有记录，再记会加上去。
quiet-all = 免打扰 { $from }至{ $to }，人人一样
quiet-own = 您自己的 { $from }至{ $to }
quiet-how-to =
    要更长请点下面，或写来，如
    “{ $example }”。
quiet-kept = ✓ 免打扰 { $from }至{ $to }
quiet-answers = 您发来的照常回答。
quiet-instead = 这段时间的提醒改在{ $time }发。
quiet-instead-next = 这段时间的提醒改在下个工作日{ $time }发。
quiet-reset = ✓ 已恢复：免打扰 { $from }至{ $to }
quiet-unclear =
    没看懂从几点到几点，没有改动。
    请这样写：“{ $example }”。
quiet-too-long =
    免打扰一天最多{ $most }小时，没有改动。
    请写短些，如“{ $example }”。
quiet-within =
    { $from }至{ $to }本来就不打扰，没有改动。
    要更长请写，如“{ $example }”。
button-quiet-default = 恢复默认
example-away = /away { $name } { $first_month }.{ $first_day }-{ $last_month }.{ $last_day }
away-title = 请假、出差 今天{ $now }人
away-ahead = 到{ $date } 共{ $total }人次
away-none = 今天和以后{ $days }天没有人请假、出差。
away-how-to =
    替人请假请写，如
    “{ $example }”。
away-recorded = ✓ { $who }
away-stands = 这几天已经记过，没有改动。
away-withdrawn = ✓ 已撤销，这些天照常提醒。
away-which = 找到{ $n }人，请选一位。
away-nobody =
    您联系的单位里没有“{ $name }”。
    请核对姓名，例如：{ $example }
away-unclear =
    没看懂是哪几天，没有记。
    请这样写：“{ $example }”。
away-past =
    { $date } 已经过去，没有记。
    请从今天起写，如“{ $example }”。
away-reversed =
    结束那天在开始那天之前，没有记。
    请这样写：“{ $example }”。
away-too-long =
    一次最多记{ $most }天，没有记。
    请分几次写，如“{ $example }”。
button-away-before = 上一页
button-away-after = 下一页
leave-ended = ✓ 已销假：{ $leave }
leave-cancelled = ✓ 已取消：{ $leave }
leave-kept-to = 记到{ $date } 为止。
leave-ended-asks = 照常提醒，您也可以现在答。
leave-none-stands =
    您没有记着的请假或出差。
    要请假请写，如“{ $example }”。
status-away = 请假、出差 { $away }人
command-quiet = 我的免打扰时间
command-away = 联络员：谁在请假、出差
## 定额和移动

command-quota = 各项任务的要求，可自定
command-move = 活动办：人员移动
button-confirm = 确定
button-cancel = 取消
not-changed = 没有改动。
changed-since = 情况有变，请再看一遍。
which-unit = 有几个同名的单位，是哪一个？
which-person = 有几个同名的人，是哪一位？
owes-nothing = 无
quota-title = 各项任务的要求
quota-fixed = 活动规定 { $lines }
quota-fixed-nothing = 活动没有规定
quota-line = { $whom } { $amount }
quota-set-by = { $what }（{ $date } { $by }定）
quota-set = { $what }（{ $date } 定）
quota-as-campaign = 按活动规定
quota-how-to =
    要定请点下面，或直接写：
    “{ $example }”
button-quota-history = 历史
button-earlier = 更早
button-newer = 更近
button-units-below = 下级单位
button-one-person = 某一个人
quota-history-title = 自定要求的历史
quota-history-none = 还没有自定过要求。
quota-whom = { $duty } 给谁定？
quota-whom-else = 也可直接写：“{ $example }”
quota-whose =
    { $duty } 给谁定？
    请写姓名，例如：周俊哲
quota-rank = { $duty } 给哪些人定？
quota-everybody = 所有人
quota-how-much =
    { $duty } 每人多少？
    也可直接写，如“{ $example }”。
quota-effect = 影响{ $n }人：{ $was } → { $is }
more-people-changed = 还有{ $n }人也有变化
quota-same = 另有{ $n }人不变
quota-nobody = 现在没有人因此改变。
quota-done = ✓ 已定：{ $what }
quota-told = 他们下次收到提醒时会看到。
quota-already = 已经是这样，没有改动。
quota-below =
    活动规定不少于{ $least }，没有改成{ $amount }。
    最少可以这样写：
    “{ $example }”
quota-no-duty =
    没看懂是哪项任务，没有改动。
    任务有：{ $duties }
    请这样写：“{ $example }”
quota-no-amount =
    没看懂{ $duty }要多少，没有改动。
    请这样写：“{ $example }”
quota-no-such =
    您的单位里没有“{ $words }”，没有改动。
    请写单位或人的全名，如
    “{ $example }”
move-how-to =
    请写姓名和新单位：
    “/move 周俊哲 延吉市 从3月10日”
    改职级：“/move 周俊哲 { $rank }”
    离开名册：“/move 周俊哲 调离”
move-never = 活动开始以来没有移动。
move-away = 离开名册
move-line = { $date }起 { $place }
move-line-waits = { $date }起 { $place }（未到）
move-goes = → { $unit }，从{ $date }起
move-stays = 单位不变，从{ $date }起
move-leaves = 离开名册，从{ $date }起
move-rank = 职级 { $was } → { $is }
move-owes = { $duty } { $was } → { $is }
move-owes-the-same = 任务要求不变
move-kept = 已记的照旧：{ $sum }
move-waits = 到那天自动生效。
move-recorded = ✓ 已记下：{ $who }
move-already =
    { $who }
    这项移动已经记过，没有改动。
move-nothing =
    { $who }
    已经是这样，没有改动。
move-too-early =
    { $who }从{ $date }起才在现在的单位，
    没有改动。请写那天或以后的日子，
    如“从3月10日”。
move-too-late =
    日子不在活动期内，没有改动。
    请写最近或到{ $date }为止的日子，
    如“从3月10日”。
move-nobody =
    您可管理的单位里没有“{ $name }”，没有改动。
    请核对姓名，例如：/move 周俊哲
move-no-unit =
    没有找到单位“{ $words }”，没有改动。
    请写全称，如
    “/move { $name } 延吉市/新兴街道”
refusal-bad-joined-on = “{ $detail }”的到岗日期看不懂，请写如2014-03-05
import-movements = 其中移动{ $moved }人，离开{ $left }人
terminal-moved = 移动：{ $name } { $was } → { $is }
terminal-stays = 移动：{ $name } { $unit }
terminal-left = 离开：{ $name } { $unit }
terminal-and = { $line }，{ $part }
terminal-move-recorded = 已记下
terminal-move-waits = 已记下，{ $date }自动生效
terminal-move-already = 以前已记下，没有变动
terminal-quota-set = 已定，他们下次收到提醒时会看到
terminal-quota-before = 以前就是这样，没有变动
terminal-quota-below = 活动规定不少于{ $least }
terminal-quota-none = 没有自定的要求
## 材料和待审

button-add-evidence = 补充材料
button-show-evidence = 看材料 { $n }
button-queue-confirm = 确认
button-reject = 退回
button-next = 下一条
button-next-page = 下一页
button-all = 全部确认 { $n }条
button-queue-back = 不退回了
button-pending = 看待审
entry-named = { $date } { $amount }
entry-of-duty = { $duty } { $entry }
entry-of-person = { $who } { $entry }
recorded-evidence = 请接着发照片、文件等材料。
evidence-ask =
    请发照片、文件、语音，或转发消息，
    附在 { $entry }
evidence-count = { $n ->
    [0] 没有材料
   *[other] 材料{ $n }份
}
evidence-attached = ✓ 已附材料，共{ $n }份
evidence-attached-album = ✓ 这组材料已附上
evidence-attached-claim = ✓ 材料也已附上
evidence-full =
    { $entry }
    已附{ $most }份材料，这份没有附。
    一条最多附{ $most }份。
evidence-no-entry =
    不知道是哪一条的材料，没有附。
    请先记再发：先发“{ -say-half }”，再发照片；
    或在照片下写“{ -say-half }”。
    以前的，请回复那条记录再发。
evidence-gone =
    这条记录已撤销或查不到，没有改动。
    请先重新记，如“{ -say-half }”，再发材料。
evidence-piece = 材料 { $number }/{ $total } { $entry }
evidence-elsewhere =
    这份材料当时发给了 @{ $username }
    请到那里看：https://t.me/{ $username }
evidence-lost =
    Telegram 已不能显示这份材料，
    请本人再发一次。
evidence-none = { $entry } 没有材料。
evidence-denied =
    这条记录不归您管，不能看，也不能附材料。
    如有需要，请联系活动办。
command-pending = 联络员：待审的记录
queue-empty = 没有待审的记录。
queue-alone =
    这个命令后面不用写别的。
    请只发 /pending
queue-title = 待审 { $n }条
queue-waiting = 待您确认 { $n }条
queue-line = { $number }. { $entry }
queue-line-waits = {"    "}{ $waits } { $evidence }
queue-card = { $number }/{ $total } { $who }
queue-by = { $name } 代记
queue-note = 原话：{ $note }
queue-lacks-evidence = 缺材料，不能确认
waits-late = 补记，离今天较远
waits-confirmation = 需确认
waits-disputed = 本人说不对
waits-disputed-why = 本人说不对：{ $why }
queue-why = 退回 { $entry }
queue-why-how-to = 为什么？点下面，或直接写原因。
reason-evidence = 材料不足
reason-date = 日期不对
reason-twice = 重复
reason-untrue = 与实际不符
queue-reason = 原因：{ $reason }
queue-confirmed = ✓ 已确认 { $entry }
queue-rejected = ✓ 已退回 { $entry }
queue-done = 待审的都看完了。
queue-all = ✓ 已确认{ $n }条
queue-all-none = 这些都已审过，没有改动。
queue-all-lacking = 缺材料的{ $n }条没有确认。
queue-left = 还有{ $n }条待审。
queue-not-yours =
    这条不由您审，没有改动。
    待您审的：/pending
queue-own =
    自己记的不能自己审，没有改动。
    由别的联络员或活动办审。
queue-needs-evidence =
    { $entry }
    要有材料才能确认，没有改动。
    可以退回，请本人补充材料。
queue-withdrawn =
    { $entry }
    已撤销或改过，不用再审。
queue-confirmed-by =
    { $entry }
    { $by } 已确认，不用再审。
queue-rejected-by =
    { $entry }
    { $by } 已退回，不用再审。
queue-counts =
    { $entry }
    已经计入，不用审。
answering-ask = { $entry } 被退回
answering-how-to =
    请直接写来情况，也可发照片、文件。
    联络员会再看一次。
answering-waits = ✓ 已说明，等联络员再看
answering-nothing =
    这条没有被退回，或已经说明过，
    没有改动。我的记录：/me
answering-day-full =
    { $entry }
    一天最多记{ $most }，这天已记{ $held }，
    没有重新送审。
    请先撤销这天多记的，再点“说明”。
## 账户和明细

me-missing = 还差{ $amount }
me-pending = 待确认 { $amount }
me-rejected = 未通过 { $amount }
me-stretch = 第{ $number }段，共{ $of }段：{ $first } 至 { $last }
me-stretch-met = 第{ $number }段 { $sum }
me-stretch-short = 第{ $number }段 { $sum } 缺{ $amount }
me-done = 已达标：{ $duties }
me-done-duty = { $duty } { $sum }
button-history = 明细
button-unit = 看单位
button-back = 返回
button-month-before = 上月
button-month-after = 下月
button-page-before = 上一页
button-page-after = 下一页
button-withdrawn-show = 看撤销的
button-withdrawn-hide = 不看撤销的
command-history = 我的明细，按月看
command-account = 联络员：看一个人的学习和进度
command-unit = 联络员：单位里各人的进度
month = { $year }年{ $month }月
day-short = { $month }.{ $day }
page-of = 第{ $page }/{ $pages }页
history-title = { $month }的明细
history-none = 这个月没有记录。
history-sum = { $duty } { $sums }
sum-counted = 计入{ $amount }
sum-pending = 待确认{ $amount }
sum-rejected = 未通过{ $amount }
sum-separator = {" "}
history-line = { $number }. { $day } { $amount } { $what } { $mark }
duty-with-topic = { $duty }·{ $topic }
mark-pending = … 待确认
mark-rejected = ✗ 未通过
mark-withdrawn = 已撤销
mark-proxy = 代记
mark-session = 集体
history-which =
    没看懂是哪个月。请这样写：
    { $example }
    或直接说“上个月”。
entry-title = { $date } { $amount }
entry-nothing = 没有
entry-form = 形式 { $form }
entry-topic = 内容 { $topic }
entry-partner = 对象 { $name }
entry-place = 地点 { $unit }
entry-subject = 事由 { $subject }
entry-note = 原话 “{ $note }”
entry-recorded = { $at } 本人记
entry-recorded-by = { $at } { $name }代记
entry-is-correction = 由前一条更正而来
entry-counts = ✓ 计入
entry-waits-late = 离今天较远
entry-reason = 原因：{ $reason }
event-line = { $at } { $what }
event-line-by = { $at } { $what } { $name }
event-disputed = 提出不对
event-confirmed = 确认
event-rejected = 未通过
event-withdrawn = 撤销
event-corrected = 更正
entry-withdrawn = ✓ 已撤销
entry-withdrawn-before = 这条以前已撤销，没有改动。
entry-rejected-anyway =
    这条未通过，本来就没有计入，
    不用撤销。
entry-of-another =
    这条是{ $name }代您记的，没有撤销。
    如果不对，请与他联系。
entry-of-liaison =
    这条是联络员代您记的，没有撤销。
    如果不对，请与联络员联系。
account-what = 请写上姓名，例如：/account 周俊哲
account-none =
    您联系的单位里没有“{ $name }”。
    请核对姓名，例如：/account 周俊哲
account-which = “{ $name }” 有{ $total }人，请选一位。
unit-title = { $unit } { $people }人
unit-paces = 偏慢{ $behind } 正常{ $on } 超前{ $ahead } 达标{ $done }
unit-line = { $number }. { $name } { $sum }
unit-nobody = 名册上没有这个单位的人。
units-which = 请选一个单位：
units-more =
    还有{ $n }个没有列出，请写名称，
    例如：/unit 春阳镇
units-none =
    您联系的单位里没有“{ $name }”。
    请核对名称，例如：/unit 春阳镇
## 新消息、集中学习登记、不对

news-title = 新消息 { $n }条
news-more = 还有{ $n }条，下次告诉您
news-session = { $duty }，{ $by }统一登记
news-proxy = { $duty }，{ $by }代为登记
news-counts = { $duty }，{ $by }已确认计入
news-rejected = { $date } { $amount } 没有计入
news-rejected-why = { $duty }，{ $by }：{ $reason }
news-undone = { $date } { $amount } 已撤销
news-undone-by = { $duty }，{ $by }撤销了整场登记
news-target = { $duty }要求 { $was } 改为 { $is }
news-target-new = { $duty }新定要求 { $is }
news-target-none = { $duty }不再有要求
news-target-by = { $by }设定
news-moved = { $date }起，您在{ $unit }
news-moved-rank = 职级：{ $rank }
button-dispute = 不对？
button-dispute-of = 不对？{ $date }
button-answer-of = 说明 { $date }
example-date = { $month }月{ $day }日
command-session = 联络员：集中学习登记
session-ask-unit = 登记{ $duty }：哪个单位？
session-write-unit = 也可直接写单位名称。
session-ask-day = 登记{ $duty }：哪天？
session-write-day = 别的日子请直接写，如“{ $example }”。
session-ask-amount = { $date } 每人记多少？
session-write-amount = 也可直接写，如“{ -say-hours }”。
session-ask-form = 什么形式？
session-ask-topic = 什么内容？
session-head = { $duty } { $date } { $amount }
session-present = 到会 { $present }/{ $total }人
session-page = 第{ $page }/{ $pages }页
session-found = 找“{ $name }”：
session-how-to = 点名字勾选，也可写姓名查找。
session-confirmed = ✓ 已登记 { $n }人
session-full = 那天已记满，没有记：{ $names }
session-twice = 这场已有记录，不重复记：{ $names }
session-names = { $names }等{ $n }人
session-told = 下次提醒时会告诉每个人。
session-cancelled = 已取消，没有登记。
session-withdrawn = ✓ 已撤销整场，{ $n }人的记录作废
session-over-confirmed = 这场已由{ $by }确认，没有改动。
session-over-cancelled = 这场已由{ $by }取消，没有改动。
session-over-withdrawn = 这场已由{ $by }撤销，没有改动。
session-lapsed =
    这场放得太久，没有登记。
    请重新发 /session
session-unclear =
    没看懂，没有登记。请这样写：
    /session { $example }
session-future =
    { $date } 还没到，没有登记。
    请写今天或以前的日子。
session-too-much =
    一天最多记{ $most }，没有登记。
    请改成实际数，如“{ -say-half }”。
session-no-duty = 这项活动没有可统一登记的学习。
session-nobody-there =
    { $unit }的名册里没有人。
    请选别的单位：/session
session-unknown-unit =
    您联系的单位里没有“{ $name }”。
    请核对单位名称，或点上面的按钮。
session-unknown-name =
    这场名单里没有“{ $name }”。
    请核对姓名，或翻页查找。
session-not-on-list = 名单里没有这个人，没有改动。
session-nobody-present =
    还没有勾选人，没有登记。
    请先点名字。
session-not-yours =
    这场由{ $by }确认，
    只有{ $by }能撤销整场。
session-too-late =
    确认已超过一天，不能整场撤销。
    哪个人不对，请本人点“不对？”。
button-yesterday = 昨天
button-without = 不选
button-session-go-on = 接着登记 { $date } { $amount }
button-session-present = ✓ { $name }
button-session-page = 全选本页
button-session-page-none = 本页都不选
button-session-all = 全部选上
button-session-list = 回到名单
button-session-previous = 上一页
button-session-next = 下一页
button-session-confirm = 确认 { $n }人
button-session-cancel = 取消
button-session-withdraw = 撤销整场
dispute-what = { $date } { $amount }
dispute-by = { $duty }，由{ $by }登记。
dispute-ask = 哪里不对？
dispute-write-time =
    请写对的日子和数量，
    如“{ $date } { $amount }”。
dispute-write-reason =
    请写一句哪里不对，
    如“那天我请假”。
dispute-noted =
    ✓ 已请联络员核实，暂不计入：
    { $date } { $amount }
dispute-said = 您说：{ $reason }
dispute-time = 时间不对：{ $said }
dispute-own =
    这是您自己记的，没有改动。
    要更正，请点那条消息的“撤销”再写。
dispute-waits = 您已提出过，正等联络员核实。
dispute-decided =
    联络员已经核实过，没有改动。
    还有疑问，请直接找联络员。
dispute-withdrawn = 这条已经撤销，没有改动。
button-absent = 我没参加
button-wrong-time = 时间不对
button-other-reason = 别的原因
## 形式和专题、说了两次、更正

recorded-form-topic = { $form }，{ $topic }
recorded-none = 没有
recorded-of-day = { $date } { $amount }
recorded-instead = 原记 { $old }
ask-topic-study = 学了什么？可不选
ask-topic = 什么内容？可不选
ask-form-study = 怎么学的？可不选
ask-form = 什么形式？可不选
button-more = 更多
button-change = 改
button-keep = 不改
button-same = 是同一次
button-again = 再记一次
held-of-day = { $date } 已记{ $amount }
same-asked = 是同一次吗？
change-asked = 改成多少？也可以直接写，如“{ $example }”。
change-unclear =
    没看懂改成多少。请这样写：
    { $examples }。
change-nothing-recent =
    刚才没有记过什么，没有改动。
    要改以前的，请点那条消息的“改”。
change-not-own =
    这是联络员替您记的，没有改动。
    如果不对，请联系联络员。
change-turned-down =
    联络员已退回这一条，没有改动。
    请重新写来，或联系联络员。

## The ledger: where an item stands

item-already-cancelled = { $no }号已取消，不用再报。
status-cancelled = 已取消

## Reminders of items: lights, ladder, silence

ladder-title-behind = 整改 { $behind }项落后
ladder-title-overdue-behind = 整改 { $overdue }项逾期 { $behind }项落后
ladder-title-behind-near = 整改 { $behind }项落后 { $near }项临近
ladder-title-all = 整改 { $overdue }项逾期 { $behind }项落后 { $near }项临近
ladder-behind = 落后 { $due }
ladder-times = { $due }（第{ $times }次提醒）
ladder-head = { $no }号{ $kind } { $due }
ladder-deadline-lead = 时限 { $date } 牵头 { $lead }
ladder-lead = 牵头 { $lead }
ladder-nobody = 没有责任人，由您负责
ladder-rise-lead = 再过{ $days }个工作日将报牵头领导
ladder-rise-head = 再过{ $days }个工作日将报单位负责人
ladder-rise-supervision = 再过{ $days }个工作日将报督导组
ladder-rise-office = 再过{ $days }个工作日将报活动办
ladder-button-submit = 已完成，送审
ladder-button-accept = 接收
ladder-button-extend = 申请延期
ladder-button-report = 说明进展
mute-button = 今后{ $days }天不提醒
mute-button-of = { $no }号 { $days }天不提醒
mute-button-end = 恢复提醒
mute-silent =
    ✓ { $no }号 暂不提醒
    到{ $date }为止，之后照常提醒。
    如果逾期，还会提醒。
mute-speaks =
    ✓ { $no }号 恢复提醒
    到时候照常提醒您。
mute-overdue =
    { $no }号已逾期，不能关掉提醒。
    没有改动。请送审或说明进展：/tasks
mute-never = { $no }号这类事项不能关掉提醒，没有改动。
mute-too-long =
    最多可以{ $most }个工作日不提醒，没有改动。
    请点下面的按钮。
mute-offered =
    { $no }号已上报，正等上级答复。
    现在不会提醒您，没有改动。

## The monthly question about progress

dispatch-command = 联络员：每月进展谁没报
dispatch-title = { $month }进展 { $n }项待报
dispatch-due = 请于{ $date }前报
dispatch-more = 还有{ $n }项，报完接着问
dispatch-button-show = { $no }号 说进展
dispatch-card = { $month }进展 { $item }
dispatch-left = 后面还有{ $n }项
dispatch-on-course = 正常推进
dispatch-difficult = 有困难
dispatch-button-write = 我来写
dispatch-button-why = { $no }号 难在哪里
dispatch-ask = { $no }号进展，请写一两句
dispatch-ask-example = 例如：已清退2台，6月底前办完。
dispatch-told = ✓ { $no }号 { $words }
dispatch-say-why = 难在哪里，也可写一句。
dispatch-all-told = 本月都报了，谢谢。
dispatch-already = { $no }号{ $month }已报，没有重复记。
dispatch-past = { $month }的已过，没有记下。
dispatch-nothing-left = 您现在没有要报的。
dispatch-overview = { $month }进展 已报{ $answered }/{ $asked }项
dispatch-was-due = { $date }已到期
dispatch-late = 其中{ $n }项报晚了
dispatch-everybody = 都报了。
dispatch-silent = 还没报 { $n }人
dispatch-person = { $name } { $n }项
dispatch-person-unlinked = { $name } { $n }项，未登记
dispatch-nobody = 没有责任人 { $n }项
dispatch-month = { $month }月
dispatch-none-asked = { $month }没有要求报进展。
dispatch-never-asked =
    还没有要求报进展。
    每月第一个工作日自动询问。
dispatch-how-to =
    没看懂是哪个月。
    请这样写：/progress { $month }

## Escalation: what comes up to superiors, what waits for a reviewer

escalation-lead = 您牵头的整改 { $n }项需要关注
escalation-head = 您主管单位的整改 { $n }项需要关注
escalation-supervision = 您督导的整改 { $n }项需要关注
escalation-office = 活动办督办的整改 { $n }项需要关注
escalation-reviews = 待您审 { $n }项：{ $nos }
escalation-reviews-more = 待您审 { $n }项：{ $nos } 等
escalation-nobody = 报送无人 { $n }项
escalation-no-lead = { $unit } 缺牵头领导 { $n }项
escalation-no-head = { $unit } 缺主要负责人 { $n }项
escalation-no-supervision = { $unit } 缺督导组 { $n }项
escalation-no-office = { $unit } 缺活动办 { $n }项
button-escalation-all = 逐项看
button-escalation-item = 看{ $no }号
button-escalation-review = 审{ $no }号

## 整改的详情页和每一步

item-page-named = { $no }号 { $content }
item-page-measures = 措施 { $words }
item-page-unit = 单位 { $unit }
item-page-lead = 牵头 { $name }
item-page-responsible = 责任人 { $name }
item-page-nobody = 责任人未定，由联络员负责
item-page-helpers = 配合 { $names }
item-page-progress = 进展 { $words }
item-page-new = 待接收
item-page-open = 待办理
item-page-accepted = 已接收，待办理
item-page-begun = 正在办理
item-page-waits = 待{ $who }审核
item-page-waits-of = 待{ $who }审核 第{ $step }步/共{ $of }步
item-page-by-lead = 牵头领导
item-page-by-head = 单位负责人
item-page-by-superior = 上级单位
item-page-by-liaison = 联络员
item-page-by-supervision = 督导组
item-page-by-office = 活动办
item-page-by-members = 本单位群众
item-page-extension = 申请延期到 { $date }
item-page-because = 原因 { $words }
item-page-offered = 已上报{ $unit }，等答复
item-page-setbacks = 已退回或重新督办{ $n }次
item-page-lacks = 缺材料，附上后才能送审
item-page-past = { $at } { $what }
item-page-past-by = { $at } { $name } { $what }
item-page-past-words = { $line }：{ $words }
item-page-history = { $no }号的历程
item-page-done = ✓ { $no }号 { $what }
item-page-invites =
    还可以发照片、文件，或写一句，
    附在这里，不发也行。
item-page-since = 您看过之后已有变动，没有改动：
item-page-hidden =
    { $no }号由{ $unit }负责，
    您没有查看权限。如需查看，
    请联系{ $unit }联络员。
item-page-gone =
    没有这一项，没有改动。
    您的整改：/tasks
item-step-accept = 已接收
item-step-begin = 已开始办理
item-step-report = 说明进展
item-step-submit = 已送审
item-step-withdraw = 已撤回送审
item-step-approve = 审核通过
item-step-sign-off = 已销号
item-step-return = 已退回
item-step-ask = 申请延期
item-step-ask-to = 申请延期到 { $date }
item-step-grant = 已同意延期
item-step-grant-to = 已同意延期到 { $date }
item-step-refuse = 不同意延期
item-step-hand-up = 已上报上级
item-step-take-up = 上级已接办
item-step-take-up-by = 上级已接办，时限 { $date }
item-step-send-back = 上级已退回
item-step-reassign = 已改派
item-step-reassign-to = 已改派{ $name }
item-step-reopen = 重新督办
item-step-cancel = 已取消
item-step-assigned = 列入台账
item-step-changed = 台账有更改
item-step-earlier = 时限提前到{ $date }
item-why-part = 这一步不由您办，没有改动。
item-why-own =
    自己负责或送审的，要由别人审，
    没有改动。
item-why-now = 现在不能这样办，没有改动。
item-why-offered = 已上报上级，等答复，没有改动。
item-why-no-step = 这类事项没有这一步，没有改动。
item-why-evidence =
    要有材料才能送审，没有送审。
    请发照片、文件、语音，
    或写一句，如“已清退2辆”。
item-why-too-often = 延期最多申请{ $most }次，没有改动。
item-why-asked = 延期已申请过，正等答复。
item-why-nothing-asked = 没有等答复的延期申请，没有改动。
item-why-not-later =
    日期要在今天和现在的时限之后，
    没有改动。
item-why-no-deadline = 这一项没有写明哪天到期，不用延期。
item-why-no-unit-above = 上面没有单位，不能上报。
item-why-no-reason = 请写明原因，没有改动。
item-ask-return = 退回 { $item }
item-ask-reopen = 重新督办 { $item }
item-ask-refuse = 不同意延期 { $item }
item-ask-cancel = 取消 { $item }
item-ask-report = 进展 { $item }
item-ask-choose = 为什么？点下面，或直接写原因。
item-ask-write =
    为什么？请直接写原因，
    如“与12号重复”。
item-ask-progress =
    办到哪一步了？请写一两句，
    如“已清退2辆，还剩1辆”。
item-reason-evidence = 材料不足
item-reason-undone = 没有整改到位
item-reason-untrue = 与实际不符
item-reason-vague = 措施不具体
item-reason-back = 问题反弹
item-reason-voices = 群众有反映
item-reason-weak = 理由不充分
item-reason-fixed = 时限是上级定的
item-reason-doable = 能按期完成
button-item-accept = 接收
button-item-begin = 开始办理
button-item-report = 说明进展
button-item-submit = 已完成，送审
button-item-withdraw = 撤回送审
button-item-approve = 审核通过
button-item-sign-off = 销号
button-item-return = 退回
button-item-extension = 申请延期
button-item-grant = 同意延期
button-item-refuse = 不同意延期
button-item-hand-up = 上报上级
button-item-take-up = 接办
button-item-send-back = 退回下级
button-item-reassign = 改派
button-item-reopen = 重新督办
button-item-cancel = 取消此项
button-item-history = 历程
button-item-show = 看{ $no }号
item-told = { $no }号 { $what }
item-told-by = { $content }，{ $by }

## Groups, promises and polls of members

command-promise = 作出承诺，看我的承诺
command-group = 在群里用：绑定本单位
command-list = 在群里用：本单位清单
group-bound = ✓ 本群已绑定：{ $unit }
group-bound-before = 原来绑定的是{ $unit }。
group-bound-how = 发 /list 看未办结的事项。
group-which = 您负责的单位不止一个，请写明：
group-which-line = /group { $unit }
group-no-unit =
    您负责的单位里没有“{ $words }”。
    请写单位全名，如“/group 春阳镇”。
group-no-name = 请写明单位，如“/group 春阳镇”。
group-not-yours =
    您不能为这个单位绑定群。
    请本单位联络员或活动办来绑定。
group-taken =
    本群已绑定{ $unit }。
    请该单位联络员或活动办改绑。
group-unbound =
    本群还没有绑定单位。
    请联络员发“/group 单位名”。
group-list-title = { $unit } 未办结{ $total }项
group-list-none = { $unit }没有未办结的事项。
group-in-group-only =
    这个命令在群里用。
    请先把我加进本单位的群，
    再在群里发“/group 单位名”。
promise-ask-what =
    您承诺做什么？什么时候做到？
    如“{ $date }前修好村口路灯”。
promise-ask-when =
    什么时候做到？
    如“{ $date }前”。
promise-bad-day =
    没看懂是哪一天。请这样写：
    { $date }前
promise-past =
    这一天已经过了，请写以后的日子，
    如“{ $date }前”。
promise-confirm = 请确认您的承诺：
promise-made = ✓ 已记下承诺 { $no }号
promise-cancelled = 好的，没有改动。
promise-mine-title = 您的承诺 { $total }项
promise-mine-none =
    您没有未办结的承诺。要承诺，请写：
    /promise { $date }前修好村口路灯
promise-published = 已公布
promise-no-kind = 本次活动没有设公开承诺。
promise-exempt = 按规定，您不用作公开承诺。
button-promise = 我承诺
button-promise-not = 不承诺
button-promises = 我的承诺
button-promise-new = 再承诺一项
button-publish = 在群里公布
button-publish-no = 公布{ $no }号
button-publish-send = 发布
button-publish-not = 不发布
publish-title = { $kind } { $no }号
publish-by = 承诺人 { $name }
publish-unit = 单位 { $unit }
publish-preview = 将在群“{ $group }”里发布：
publish-preview-unnamed = 将在本单位的群里发布：
publish-done = ✓ { $no }号已在群里公布。
publish-already = { $no }号{ $date }已公布，不再重发。
publish-no-group =
    { $unit }还没有绑定群。
    请把我加进群，由联络员在群里发：
    /group { $name }
publish-not-yours =
    这一项不由您公布，没有改动。
    需要公布，请联系联络员。
publish-not-public = 这类事项不在群里公布。
publish-over = 这一项已经办结，不用再公布。
poll-question = 请评议{ $no }号：{ $content }（{ $date }止）
poll-satisfied = 满意
poll-mostly = 基本满意
poll-unsatisfied = 不满意
poll-passed = ✓ { $no }号评议通过
poll-failed = { $no }号评议没有通过
poll-void = { $no }号评议没有结果
poll-counts = 满意和基本满意 { $satisfied }/{ $voters }人，{ $share }%
poll-few = 投票{ $voters }人，至少要{ $least }人。
poll-few-told = 投票只有{ $voters }人
poll-no-group = 没有绑定群，无处投票
poll-to-office = 改由活动办审核。
poll-make-up = 补课 { $no }号，时限 { $date }
poll-several = { $list }等{ $n }项
poll-void-of = { $unit } 评议没有结果：{ $items }
poll-void-why = { $why }，请您审核。

## The ledger as a table of the office

sheet-name = 整改台账
sheet-no = 序号
sheet-kind = 台账类型
sheet-category = 类别
sheet-content = 问题
sheet-measures = 整改措施
sheet-lead = 牵头领导
sheet-unit = 责任单位
sheet-responsible = 责任人
sheet-helpers = 配合单位(人)
sheet-deadline = 完成时限
sheet-progress = 进展
sheet-status = 状态
sheet-light = 亮灯
sheet-closed = 是否销号
sheet-mark = 编号
sheet-immediate = 立行立改
sheet-ongoing = 长期坚持
sheet-assigned = 待接收
sheet-accepted = 已接收
sheet-under-way = 办理中
sheet-submitted = 待审核
sheet-struck-off = 已销号
sheet-cancelled = 已取消
sheet-red = 逾期
sheet-yellow = 滞后
sheet-blue = 临近
sheet-yes = 是
sheet-not = 否
sheet-empty = 空
refusal-sheet-stale = { $column }已在{ $day }改为{ $now }，请重新导出，再改这一行
refusal-sheet-is-over = { $no }号已在{ $day }销号，没有改动；要重新办，请在聊天里点“重新督办”
refusal-sheet-is-cancelled = { $no }号已取消，没有改动；要重新办，请另加一行，编号留空
refusal-sheet-is-submitted = { $no }号已送审，不能改派；请先审核，再改责任人
refusal-sheet-is-offered = { $no }号已上报，等上级答复，不能改派
refusal-sheet-unknown-mark = 台账里没有编号“{ $mark }”；新事项请把编号留空，旧事项请重新导出
refusal-sheet-mark-twice = 编号与第{ $row }行相同；新事项请把编号留空
refusal-sheet-just-changed = 这一项刚刚有人在办，没有改动；请再导入一次
refusal-exempt = 按规定{ $name }不用办这一类
refusal-sheet-ambiguous = “{ $name }”有{ $n }人：{ $who }。请在姓名后写编号，如{ $example }
import-sheet-no-responsible = { $n }项责任人没有对上，暂由单位联络员负责
sheet-given = 台账{ $no }号改由您负责
sheet-given-lead = 台账{ $no }号改由您牵头
sheet-gone = 台账{ $no }号不再由您负责
sheet-gone-lead = 台账{ $no }号不再由您牵头
sheet-gone-to = 台账{ $no }号改由{ $name }负责
sheet-gone-lead-to = 台账{ $no }号改由{ $name }牵头

## More time, handing up, reassigning

command-handed = 上报的事项
ask-item = { $no }号 { $content }
ask-why = 原因 { $why }
ask-say = “申请延期到{ $date }，因为资金未到位”
ask-say-no = “{ $no }号申请延期到{ $date }，因为资金未到位”
ask-day = { $month }月{ $day }日
ask-button-show = 看{ $no }号
ask-not-your-part = { $no }号的这一步不由您办，没有改动。
ask-own = { $no }号由您负责，这一步要由别人定。
ask-offered = { $no }号已上报，正等上级答复。
ask-no-such-step = { $no }号这类事项没有这一步。
ask-too-often =
    { $no }号最多延期{ $most }次，已经用完。
    请按时限办理，或联系联络员。
ask-already-asked = { $no }号已申请延期，正等答复。
ask-no-deadline = { $no }号没有定日期，不用延期。
ask-no-unit-above = { $no }号的单位没有上级单位。
ask-not-now = { $no }号现在不能这样办，没有改动。
ask-instead = 现在能办的，请点下面看。
ask-quicker-up = { $no }号已由{ $by }接办，不用再办。
ask-quicker-back = { $no }号已由{ $by }退回，不用再办。
ask-wrong-no-day = 没看懂是哪一天。
ask-wrong-not-later = 要晚于{ $date }。
ask-wrong-past = 这一天已经过了。
ask-wrong-too-late = 不能晚于活动结束，{ $date }。
ask-wrong-nobody = 您可选的人和单位里没有“{ $name }”。
ask-week = 1周 { $date }
ask-fortnight = 2周 { $date }
ask-month = 1个月 { $date }
ask-until = { $no }号 延到哪天？
ask-until-how = 请选日期，或写成一句：
ask-because = { $no }号 延到{ $date }
ask-because-how = 为什么？请写一句，例如：资金未到位
ask-which-item = 哪一项要延期？请选，或写上编号：
ask-no-items =
    您没有可以延期的事项。
    您负责的整改：/tasks
ask-no-item =
    您没有{ $no }号这一项。
    您负责的整改：/tasks
ask-asked = ✓ { $no }号 已申请延期到{ $date }
ask-asked-waits = 等审核人答复，答复前时限不变。
ask-reason-funds = 资金
ask-reason-policy = 政策
ask-reason-across = 跨部门
ask-above = { $no }号 上报到哪一级？
ask-button-up = 上报{ $unit }
ask-hand = { $no }号 上报{ $unit }
ask-hand-why = 为什么本级办不了？请选，或写一句。
ask-handed-up = ✓ { $no }号 已上报{ $unit }
ask-handed-up-see = 办到哪一步，随时看 /handed
ask-when = { $no }号 接办，哪天前办结？
ask-when-how = 请选，或写日期，如“{ $date }”。
ask-from = { $unit } 上报
ask-whom = { $no }号 { $date }前办结，由谁办？
ask-whom-how = 请选，或写{ $unit }的人名。
ask-button-me = 我来办
ask-taken-up = ✓ { $no }号 已接办
ask-back = { $no }号 退回{ $unit }
ask-back-why = 为什么？请写一句，例如：本级可以解决
ask-sent-back = ✓ { $no }号 已退回{ $unit }
ask-waiting = 上报来的 { $n }项，等您答复
ask-ours = 已上报的 { $n }项
ask-none-handed = 没有上报的事项。
ask-button-take = 接办 { $no }号
ask-button-back = 退回 { $no }号
ask-stands-waits = 等{ $unit }答复
ask-stands-back = 已退回，由原单位办
ask-stands-with = { $unit } { $who }在办
ask-stands-with-until = { $unit } { $who }在办，时限 { $date }
ask-to-whom = { $no }号 改派给谁？
ask-now-with = 现责任人 { $who }
ask-to-whom-how = 请选，或写姓名。
ask-to-whom-or-unit = 请选，或写姓名、单位名。
ask-nobody-yet = 未定
ask-heir-unit = { $unit }，责任人未定
ask-same = { $no }号本来就由他负责，没有改动。
ask-preview = { $no }号 由{ $was }改派：
ask-reassigned = ✓ { $no }号 已由{ $was }改派：

## The ledger: lists, numbers, words, and a new item

command-item = 按编号看一项整改
command-items = 联络员：各单位的整改
command-new = 联络员：立一项整改
command-search = 按内容找整改
listing-mine = 我负责
listing-helping = 我配合
listing-leading = 我牵头
listing-review = 待我审
listing-units = 各单位
listing-title = { $name } { $total }项
listing-title-red = { $name } 逾期{ $red }项，共{ $total }项
listing-none = { $name }：没有。
listing-several = { $no }号有{ $total }项，请选一项：
listing-found = 含“{ $words }”的 { $total }项
listing-found-newest = 含“{ $words }”的 最近{ $total }项
listing-found-none = 没有找到含“{ $words }”的整改。
listing-button-red = 只看红灯
listing-button-all = 看全部
listing-button-home = 我的整改
listing-button-units = 看各单位
listing-button-search = 查找
listing-which-number = 看哪一项？请写编号，如：/item 7
listing-no-such-number =
    没有找到{ $no }号。
    请核对编号，如：/item 7
    按内容找：/search 路灯
listing-not-yours =
    { $no }号由{ $unit }负责，您没有查看权限。
    如需查看，请联系县联络员。
listing-no-such-unit =
    您能看的单位里没有“{ $name }”。
    请写全名称，如：/items { $example }
listing-which-words = 找什么？请写2到16个字，如：路灯
opening-button-begin = 立项
opening-ask-kind = 立哪一类？
opening-ask-unit = 由哪个单位负责？可选，也可写名称。
opening-ask-content = 要办什么事？请写一句话，如：春阳镇路灯不亮
opening-ask-deadline = 什么时候完成？可选，也可写：{ $example }前
opening-ask-responsible = 由谁负责？可选，也可写姓名。
opening-ask-lead = 由谁牵头？可选，也可写姓名。
opening-button-week = 1周
opening-button-two-weeks = 2周
opening-button-month = 1个月
opening-button-myself = 我自己
opening-button-nobody = 不指定个人
opening-button-no-lead = 没有牵头领导
opening-button-lead = 加牵头领导
opening-button-open = 立项
opening-button-give-up = 不立了
opening-no-such-kind = 没有这一类，请点下面的按钮。
opening-no-such-unit = 您能立项的单位里没有“{ $name }”。
opening-units = 叫“{ $name }”的单位不止一个，请选一个。
opening-no-such-person = 该单位名册上没有“{ $name }”。
opening-several = 叫“{ $name }”的不止一人，请选一位。
opening-no-deadline = 没看懂时限。请这样写：{ $example }前、2周
opening-past = { $date }已经过了。
opening-too-long = 太长了，最多写{ $most }个字。
opening-preview = 请核对，确认后立项：
opening-content = { $kind }：{ $content }
opening-unit = 责任单位 { $unit }
opening-responsible = 责任人 { $name }
opening-lead = 牵头领导 { $name }
opening-nobody = 没有指定责任人，由单位联络员负责。
opening-opened = ✓ 已立项 { $no }号
opening-told = 将在下次提醒中告知{ $n }人。
opening-see = 查看请发：{ $no }号
opening-given-up = 好，没有立项。
opening-over =
    这一步已经过了，没有再立项。
    您的整改：/tasks
    另立一项：/new
opening-not-yours =
    这个单位的这一类不由您立项。
    如需立项，请联系活动办。
opening-exempt = 按规定这个人不用立这一类。
opening-news = { $by }交您办理
opening-news-lead = { $by }请您牵头
