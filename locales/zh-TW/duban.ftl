### 督辦的全部用語（繁體中文）。四種語言的代號和變數一致，見 tests/locales.rs。
### 資料傳入前已跳脫；時間、日期、數量以文字傳入。

## 可以直接傳的話，回答裡用它示範正確的寫法

-say-half = 半天
-say-hours = 2學時
-say-yesterday = 昨天1天
-say-leave = 請假三天
-say-leave-until = 請假到週五

## 日期和數量

date = { $month }月{ $day }日 { $weekday ->
    [1] 週一
    [2] 週二
    [3] 週三
    [4] 週四
    [5] 週五
    [6] 週六
   *[7] 週日
}
date-with-year = { $year }年{ $date }
amount-half-day = 半天
amount-one-day = 1天
amount-days = { $n }天
amount-one-class-hour = 1學時
amount-class-hours = { $n }學時
amount-once = 1次
amount-times = { $n }次
amount-one-household = 1戶
amount-households = { $n }戶
amount-in-class-hours = { $amount }（{ $class_hours }）
sum-days = { $counted }/{ $target }天
sum-class-hours = { $counted }/{ $target }學時
sum-times = { $counted }/{ $target }次
sum-households = { $counted }/{ $target }戶
example-yesterday = 昨天{ $amount }
pace-done = 已達標
pace-ahead = 進度超前
pace-on = 進度正常
pace-behind = 進度稍慢
progress = { $sum } { $pace }
separator = 、
more-lines = 還有{ $n }則沒有列出

## 人和單位

who = { $name }，{ $unit }
who-with-post = { $name }，{ $unit } { $post }

## 按鈕

button-yes = 是我
button-no = 不是我
button-other = 其他
button-nothing-study = 今天沒學
button-nothing = 今天沒有
button-nothing-that-day = 這天沒有
button-tasks = 看改善事項
button-submit = 已完成，送審 { $no }號
button-undo = 撤銷
button-leave = 請假
button-today = 今天
button-until-friday = 到週五
button-until-next-friday = 到下週五

## 登錄

welcome =
    請傳來聯絡人給您的登錄碼，
    或點開他給您的連結。
    登錄後，在這裡報學習、收改善提醒。
    { $campaign }
link-question = 請確認：{ $who }。是您嗎？
linked = ✓ 已登錄：{ $who }
linked-asked-work-days = 每個工作日{ $time }詢問一次學習情形。
linked-asked = 到{ $time }會詢問一次學習情形。
linked-any-time = 您可以隨時直接傳「{ -say-half }」「{ -say-hours }」。
linked-help = /help 看全部功能
other-bot =
    您單位的提醒改由 @{ $username } 發送。
    請點開 https://t.me/{ $username }
    按「開始」，先前的紀錄都在。
link-declined =
    沒有登錄，登錄碼仍然有效。
    請洽給您登錄碼的聯絡人，
    換成您本人的登錄碼。
code-unknown =
    沒有這組登錄碼。
    請核對後再傳一次，
    或向聯絡人索取新的。
code-used =
    這組登錄碼已經用過。
    請向聯絡人索取新的。
code-expired =
    這組登錄碼已逾有效期限。
    請向聯絡人索取新的。
code-in-group =
    群組裡別人看得到登錄碼，所以沒有登錄。
    請向聯絡人換一組新的，
    再私訊傳給我。
code-already-linked =
    您已登錄：{ $who }。
    如果不對，請洽聯絡人。
code-person-linked =
    登錄碼對應的人已用另一個帳號登錄。
    如果是您換了帳號，
    請聯絡人先解除原來的登錄。
code-too-many =
    登錄碼錯了多次，請過{ $minutes }分鐘再試。
    也可以請聯絡人幫您核對。

## 詢問學習

digest-title-study = 今天的學習 { $date }
digest-title-study-late = { $date }的學習
digest-title-duty = { $duty } { $date }
so-far-study = 已學 { $sum }
so-far-duty = 已完成 { $sum }
ask-study = 今天學了多少？
ask-study-late = 這天學了多少？
ask-duty = 今天完成了多少？
ask-duty-late = 這天完成了多少？
recorded = ✓ { $date } { $amount }
recorded-nothing-study = ✓ { $date } 沒學，已記下
recorded-nothing = ✓ { $date } 沒有，已記下
total = 累計 { $sum }
withdrawn = ✓ { $date } 已撤銷
withdrawn-again = 要重新記這天，請按下面。
stale =
    這個按鈕已經失效，沒有更動。
    記學習請直接傳「{ -say-half }」，
    看改善事項請傳 /tasks

## 沒有記上

unclear-study =
    沒看懂學了多少。請這樣寫：
    { -say-half }、{ -say-hours }、{ -say-yesterday }。
unclear-duty =
    沒看懂完成了多少。請這樣寫：
    { $examples }。
how-to-study =
    請直接寫來，例如：
    { -say-half }
    { -say-hours }
    { -say-yesterday }
how-to-duty = 請直接寫來，例如：{ $examples }
future =
    { $date } 還沒到，沒有記。
    請到那天再寫，或寫明過去的日子，
    如「{ $example }」。
day-full =
    一天最多記{ $most }，
    { $date } 已記{ $held }，還可記{ $rest }。
    請改成實際數，或分日期寫，
    如「{ $example }」。
day-full-empty =
    一天最多記{ $most }，這次沒有記。
    請改成實際數，或分日期寫，
    如「{ $example }」。
day-full-already =
    一天最多記{ $most }，{ $date } 已記滿。
    如果是別的日子，請寫明，
    如「{ $example }」。
    要更正那天，請按那則訊息的「修改」。
held-already =
    { $date } 已記{ $held }，沒有更動。
    要改成沒有，請按那則訊息的「撤銷」。
recorded-waits-late = 離今天較遠，聯絡人確認後計入。
recorded-waits-confirmation = 聯絡人確認後計入。
outside-campaign =
    { $date } 不在活動期間內，沒有記。
    活動期間從{ $start }
    到{ $end }。
    請寫活動期間內的日子。

## 請假、出差

example-leave = 請假{ $first_month }.{ $first_day }-{ $last_month }.{ $last_day }
leave-days = { $kind ->
    [trip] 出差
   *[leave] 請假
} { $first } 至 { $last }
leave-one-day = { $kind ->
    [trip] 出差
   *[leave] 請假
} { $date }
leave-ask = { $kind ->
    [trip] 出差到哪天？
   *[leave] 請假到哪天？
}
leave-known = 已記 { $leave }
leave-how-to =
    別的日子請直接寫來，如
    「{ $example }」「{ -say-leave }」。
leave-recorded = ✓ { $leave }
leave-stands =
    這幾天已經記過，沒有更動。
    { $leave }
leave-work-days = { $n ->
    [0] 都是休息日，期間不打擾。
   *[other] 共{ $n }個工作日，期間不打擾。
}
leave-withdrawn =
    ✓ 已撤銷：{ $leave }
    這些天照常詢問學習。
leave-unclear =
    沒看懂是哪幾天，沒有記。
    請按整天這樣寫：「{ $example }」、
    「{ -say-leave }」、「{ -say-leave-until }」。
leave-past =
    { $date } 已經過去，沒有記。
    請從今天起寫，如「{ $example }」。
leave-reversed =
    { $last }
    在 { $first } 之前，沒有記。
    請先寫開始那天，如「{ $example }」。
leave-too-long =
    一次最多記{ $most }天，沒有記。
    請分幾次寫，先寫
    「{ $example }」。

## 改善事項（整改）

item-no = { $no }號
items-title = 改善事項 { $total }項
items-title-overdue = 改善事項 { $overdue }項逾期
items-title-near = 改善事項 { $near }項將到期
items-title-both = 改善事項 { $overdue }項逾期 { $near }項將到期
due-in = 還剩{ $days }天
due-today = 今天到期
due-past = 已逾期{ $days }天
deadline = 期限 { $date }
deadline-immediate = 立即改善
deadline-ongoing = 持續辦理
status-submitted = 已送審
status-closed = 已解除列管
tasks-title = 您的改善事項 { $total }項
tasks-none = 您沒有未完成的改善事項。
more-items = 還有{ $n }項沒有列出
submitted =
    ✓ { $no }號 已送審
    等待審核後解除列管。
item-already-submitted = { $no }號已送審，等待審核，不用再報。
item-already-closed = { $no }號已解除列管，不用再報。
item-still-assigned = { $no }號還沒有送審，沒有更動。
item-not-yours =
    這項改善事項不由您負責，沒有更動。
    您負責的改善事項：/tasks

## 我的情形、說明、語言

me-items = { $n ->
    [0] 沒有未完成的改善事項
   *[other] 改善事項 { $n }項未完成
}
me-duty = { $duty } { $sum }
me-no-duties = 目前沒有為您訂定學習目標。
help-say = 記學習可直接傳：{ -say-half }、{ -say-hours }、{ -say-yesterday }
help-leave = 請假可直接傳：{ -say-leave }、{ -say-leave-until }
command-start = 登錄，或看如何開始
command-me = 我的學習和進度
command-tasks = 我的改善事項
command-language = 更換語言
command-help = 看全部功能
command-status = 活動辦公室：今天的整體情形
command-find = 活動辦公室：依姓名找人
command-overdue = 活動辦公室：逾期的改善事項
language-name = 繁體中文
language-question = 請選擇語言
language-set = ✓ 以後用繁體中文。
unknown-command =
    沒有這個指令。
    全部指令：/help
only-text =
    我只看得懂文字，這則沒有記。
    請寫成文字，如「{ -say-half }」。
private-only =
    這個功能只能在私訊裡用。
    請點我的頭像，開啟私訊再傳。
denied =
    您沒有檢視權限。
    如需檢視，請洽活動辦公室。
fault =
    剛才發生故障，這則沒有記上。
    請稍後再傳一次。

## 自查發現（發給活動辦公室）

findings-title = 發送有異常 { $date } { $time }
finding-missing = { $count }/{ $of }則提醒查不到，可能沒有送達
finding-held = { $count }則訊息卡住，已重新發送，可能收到兩次
finding-stuck = { $count }則訊息到時間沒有發出
finding-unserved = { $count }則訊息沒有機器人可以發送
finding-unexplained = { $count }則訊息已結束，沒有註明原因
finding-updates = { $count }則來訊還沒有處理
findings-kept = 大家回報的都已收妥，不用重報。
findings-todo =
    請轉告維護人員，
    請他檢視 healthz 頁面。

## 活動辦公室

status-title = 今天 { $date }
status-answered = 已答 { $answered }/{ $bound }人（{ $percent }%）
status-linked = 已登錄 { $bound }/{ $people }人
status-blocked = 無法送達 { $blocked }/{ $bound }人
status-behind = 進度稍慢 { $behind }/{ $people }人
status-met = 已達標 { $met }/{ $people }人
status-items = 逾期事項 { $overdue }項 待審 { $submitted }項
status-units = 各單位（進度慢的在前）
status-unit = { $unit } 已答{ $answered }/{ $bound }人
status-unit-overdue = { $unit } 已答{ $answered }/{ $bound }人 逾期{ $overdue }項
status-unit-nobody = { $unit } 已登錄0/{ $people }人
status-unit-nobody-overdue = { $unit } 已登錄0/{ $people }人 逾期{ $overdue }項
status-nobody = 名冊{ $people }人，還沒有人登錄。
more-units = 還有{ $n }個單位沒有列出
found-title = 「{ $name }」 找到{ $total }人
found-none =
    您可檢視的單位裡沒有「{ $name }」。
    請核對姓名，例如：/find 周俊哲
found-link = { $link } 編號 { $key }
more-people = 還有{ $n }人沒有列出，請寫全名。
find-what = 請寫上姓名，例如：/find 周俊哲
link-never = 未發登錄碼
link-invited = 未登錄
link-linked = 已登錄
link-blocked = 無法送達
overdue-title = 逾期事項 { $total }項
overdue-none = 沒有逾期的改善事項。
overdue-units = 最多：{ $units }
overdue-unit = { $unit }{ $count }項

## 無法送達的人和無法送出的訊息

reach-title = 無法送達 { $n }人
reach-more = 還有{ $n }人沒有列出
reach-why = 多半是封鎖了機器人，收不到提醒。
reach-todo = 請當面提醒：開啟機器人，傳 /start
command-undelivered = 活動辦公室：無法送達的人和訊息
status-undelivered = 名單見 /undelivered
undelivered-none = 沒有無法送達的人，訊息都已送出。
undelivered-unit = { $unit } { $n }人：{ $names }
undelivered-unit-more = { $unit } { $n }人：{ $names }等
undelivered-letters = 無法送出的訊息 { $n }則
undelivered-letter = { $id } { $whom } { $kind }
undelivered-answer = 回覆
undelivered-digest = 提醒
undelivered-notice = 通知
undelivered-nobody = 未登錄
undelivered-more = 還有{ $n }則沒有列出
undelivered-todo = 請維護人員處理：duban outbox list
undelivered-alone =
    這個指令後面不用寫別的。
    請只傳 /undelivered
terminal-messages-listed = 共{ $total }則，列出{ $listed }則
terminal-letters-retried = { $letters }則重新等待傳送
terminal-letters-dropped = { $letters }則不再傳送
terminal-not-dead = { $id }不是無法送出的訊息，沒有更動

## 命令列匯入

refusal-no-unit = 缺單位，請在這一列寫上單位全名
refusal-no-name = 缺姓名，請在這一列寫上姓名
refusal-no-content = 缺問題內容，請寫明要改善什麼
refusal-duplicate = 與第{ $detail }列是同一個人，請只留一列
refusal-duplicate-key = 編號與第{ $detail }列相同，請一人一個編號
refusal-unknown-rank = 活動檔案裡沒有職級「{ $detail }」，請改用其中的寫法，或在檔案裡加上
refusal-bad-deadline = 「{ $detail }」不是明確的期限，請寫如2014年6月底前、2014-06-30
refusal-unknown-unit = 沒有單位「{ $detail }」，請先匯入單位，或改正名稱
refusal-unknown-person = 名冊裡沒有「{ $detail }」，請先匯入此人，或改正姓名
refusal-ambiguous-person = 名冊裡有幾位「{ $detail }」，請同時寫明單位或編號
refusal-other = 這一列無法辨識（{ $detail }），請對照已匯入的列修改
import-dry-run = 試運行：以下是將要發生的變動，什麼也沒有改
import-missing = { $subject }：表中沒有，名冊和台帳照舊保留
import-note = 提示：第{ $row }列：{ $reason }
import-summary = 匯入{ $taken }列：新增{ $new }，更改{ $changed }，未變{ $same }；未匯入{ $refused }列；表中缺{ $missing }
import-holidays = { $country } { $year }年：{ $days }天

## 其他命令

terminal-granted = 已授權
terminal-granted-before = 以前已授權，沒有變動
terminal-revoked = 已收回
terminal-not-granted = 本來沒有授權，沒有變動
terminal-nobody-to-invite = 沒有要邀請的人：都已綁定
terminal-no-links = 不知道機器人的名字，只有邀請碼，沒有連結
terminal-no-links-todo = 請設定TELOXIDE_TOKEN後再試，或讓本人向機器人傳送「/start 邀請碼」
terminal-planned = 共{ $messages }則
terminal-year-missing = 沒有{ $year }年的節假日安排，按週一至週五算
terminal-all-well = 全部正確
terminal-findings = 共{ $findings }處要改

## 群發（命令列）

terminal-broadcast-made = 群發{ $id }：傳送給{ $people }人，名單寫好後開始傳送
terminal-broadcast-dry-run = 試運行：什麼也沒有傳送，什麼也沒有改
terminal-broadcast-forecast = 傳送給{ $people }人，每人1則，約需{ $minutes }分鐘
terminal-broadcast-span = { $begins }開始，{ $ends }前後傳送完畢
terminal-broadcast-cut = 勿擾時段不傳送：{ $from }至{ $to }
terminal-broadcast-line = { $id } { $state }：共{ $total }人，已傳送{ $sent }，待傳送{ $waiting }，未傳送{ $closed }
terminal-broadcast-reasons = { $line }（{ $reasons }）
terminal-broadcast-none = 還沒有群發過
terminal-broadcast-freezing = 正在寫名單
terminal-broadcast-sending = 傳送中
terminal-broadcast-paused = 已暫停
terminal-broadcast-cancelled = 已取消
terminal-broadcast-done = 已傳送完畢
terminal-broadcast-held = 群發{ $id }已暫停，恢復後接著傳送
terminal-broadcast-resumed = 群發{ $id }已恢復，未傳送的接著傳送
terminal-broadcast-stopped = 群發{ $id }已取消，未傳送的不再傳送

## 示範頁

page-title = 督辦示範
page-subtitle = 這裡不連 Telegram，人物皆為虛構。
page-send = 傳送
page-type-here = 輸入訊息
page-next-event = 到下一件事
page-next-hour = 過一小時
page-now = 現在
page-next = 下一件
page-menu = 指令
page-edited = 已編輯
page-empty = 還沒有訊息
page-offline = 示範已停止，正在等它恢復
page-stale = 沒有成功，請再試一次
page-start = 開始

## 形式和專題、說了兩次、更正

recorded-form-topic = { $form }，{ $topic }
recorded-none = 沒有
recorded-of-day = { $date } { $amount }
recorded-instead = 原本記 { $old }
ask-topic-study = 學了什麼？可不選
ask-topic = 什麼內容？可不選
ask-form-study = 怎麼學的？可不選
ask-form = 什麼形式？可不選
button-more = 更多
button-change = 修改
button-keep = 不改
button-same = 是同一次
button-again = 再記一次
held-of-day = { $date } 已記{ $amount }
same-asked = 是同一次嗎？
change-asked = 改成多少？也可以直接寫，如「{ $example }」。
change-unclear =
    沒看懂要改成多少。請這樣寫：
    { $examples }。
change-nothing-recent =
    剛才沒有記過什麼，沒有更動。
    要改以前的，請按那則訊息的「修改」。
change-not-own =
    這是聯絡人替您記的，沒有更動。
    如果不對，請聯絡聯絡人。
change-turned-down =
    聯絡人已退回這一筆，沒有更動。
    請重新寫來，或洽聯絡人。
