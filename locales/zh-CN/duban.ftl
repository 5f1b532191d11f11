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
    我只看得懂文字，这条没有记。
    请写成文字，如“{ -say-half }”。
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
