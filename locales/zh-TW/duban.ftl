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
recorded-outside = 這天不在規定的期間內，不計入。
recorded-outside-next =
    這天不在規定的期間內，不計入。
    下一段 { $first } 至 { $last }
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
    這個我看不懂，沒有記。
    請寫成文字，如「{ -say-half }」。
    佐證資料請傳照片、檔案或語音。
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

## 各項任務逐步登記、代為登記、聯繫點、民眾意見

command-record = 登記一項任務
command-points = 我的聯繫點
command-proxy = 聯絡人：代為登記
command-opinions = 聯絡人：民眾意見
draft-which = 要記哪一項？
draft-for = 代為登記 { $who }
draft-how-much =
    { $date } 完成了多少？
    請按下面，或直接寫來。
draft-late = 剛才的按鈕是{ $date }的，沒有記。
draft-recorded = ✓ { $date } { $duty } { $amount }
draft-recorded-nothing = ✓ { $date } { $duty } 沒有，已記下
draft-with = 對方：{ $who }
draft-at = 地點：{ $unit }
draft-opinion = 意見：{ $words }
draft-ask-form = 是哪一種？請按下面。
draft-ask-topic = 什麼內容？請按下面。
draft-ask-partner = 和誰談的？請按下面，或寫姓名。
draft-ask-partner-name = 和誰談的？請寫姓名，如「李蘭」。
draft-ask-household = 哪一戶？請寫來，如「王家」。
draft-ask-point = 去的是哪個聯繫點？請按下面。
draft-ask-place = 在哪裡？請寫來，如「長安村」。
draft-ask-deed = 辦了什麼事？請寫來，如「修好路燈」。
draft-ask-opinion =
    他們提了什麼要求？
    請寫來，如「想修路」。
draft-no-partner = 縣裡沒有找到「{ $name }」。
draft-no-choice = 沒有「{ $name }」這一項。
draft-several = 「{ $name }」不只一位，請按一位。
draft-too-long = 太長了，沒有記。請寫{ $most }字以內。
draft-withdrawn = ✓ { $date } { $duty } 已撤銷
draft-gone =
    這筆紀錄已撤銷、已退回，或不是今天記的，
    沒有更動。要記新的請傳 /record
button-draft-skip = 略過
button-draft-none = 沒有
button-draft-more = 記其他項目
button-draft-again = 重新記
proxy-what = 請寫上姓名，例如：/proxy 姜濤
proxy-nobody =
    您負責的單位裡沒有「{ $name }」。
    請核對姓名，例如：/proxy 姜濤
status-proxies = 代為登記 { $n }筆，占{ $percent }%
points-title = 聯繫點 { $n }個
points-none = 還沒有指定聯繫點。
points-none-own =
    還沒有為您指定聯繫點。
    如有需要，請洽聯絡人。
points-not-yet = { $unit } 還沒有紀錄
points-done = { $unit } 已記{ $done }
points-added = ✓ 已指定為聯繫點：{ $unit }
points-had = 原本就是聯繫點，沒有更動：{ $unit }
points-ended = ✓ 不再是聯繫點：{ $unit }
points-ended-before = 這個聯繫點先前已取消，沒有更動。
points-which =
    { $name }負責聯繫哪個單位？
    請寫單位名稱，如「長安村」。
points-no-unit = 您負責的範圍裡沒有「{ $name }」。
points-units = 「{ $name }」不只一個，請按一個。
points-nobody =
    您負責的單位裡沒有「{ $name }」。
    請核對姓名，例如：/points 周俊哲
points-several = 「{ $name }」不只一位，請寫全名：
points-no-duty = 這次活動沒有聯繫點這一項。
button-points-add = 指定聯繫點
button-points-end = 取消 { $unit }
opinions-title = 民眾意見 { $n }則
opinions-none = 還沒有記下民眾意見。
opinions-line = { $no }號 { $words }
opinions-line-of = { $no }號 { $subject }：{ $words }
opinions-heard = { $unit } { $name } { $date }
button-opinions-earlier = 更早的
terminal-assigned = 已指定為聯繫點
terminal-assigned-before = 原本就是聯繫點，沒有變動
terminal-assignment-ended = 不再是聯繫點
terminal-not-assigned = 本來不是聯繫點，沒有變動
## 專題

amount-one-topic = 1個專題
amount-topics = { $n }個專題
sum-topics = { $counted }/{ $target }個專題
## 進度、晚點、勿擾、誰請假

forecast-met = 照此進度 { $date } 完成
forecast-short = 照此進度 到{ $date } 還差{ $amount }
behind-by = 比進度少{ $amount }
catch-up-study = 每天學{ $amount }，{ $date } 趕上
catch-up-duty = 每天{ $amount }，{ $date } 趕上
button-make-up-yesterday = 補記昨天
button-make-up = 補記{ $date }
button-later = 晚點
button-not-today = 明天再說
put-off-later = 好的，{ $time }再問。
put-off-tomorrow = 好的，今天不再問。
put-off-quiet =
    那時已是勿擾時段，
    今天不再問。
put-off-cap =
    今天的提醒已夠多，
    今天不再問。
put-off-once =
    今天已經再問過一次，
    今天不再問。
put-off-now = 現在也可以答：
put-off-nothing = 該答的都已記下，不再問了。
make-up-study = { $date } 學了多少？
make-up-duty = { $date } 完成了多少？
make-up-answered = 這天已有紀錄，再記會加上去。
quiet-all = 勿擾 { $from }至{ $to }，人人一樣
quiet-own = 您自己的 { $from }至{ $to }
quiet-how-to =
    要更長請點下面，或傳來，如
    「{ $example }」。
quiet-kept = ✓ 勿擾 { $from }至{ $to }
quiet-answers = 您傳來的照常回覆。
quiet-instead = 這段時間的提醒改在{ $time }傳送。
quiet-instead-next = 這段時間的提醒改在下個工作日{ $time }傳送。
quiet-reset = ✓ 已恢復：勿擾 { $from }至{ $to }
quiet-unclear =
    看不懂從幾點到幾點，沒有更動。
    請這樣寫：「{ $example }」。
quiet-too-long =
    勿擾一天最多{ $most }小時，沒有更動。
    請寫短些，如「{ $example }」。
quiet-within =
    { $from }至{ $to }本來就不打擾，沒有更動。
    要更長請寫，如「{ $example }」。
button-quiet-default = 恢復預設
example-away = /away { $name } { $first_month }.{ $first_day }-{ $last_month }.{ $last_day }
away-title = 請假、出差 今天{ $now }人
away-ahead = 到{ $date } 共{ $total }人次
away-none = 今天和之後{ $days }天沒有人請假、出差。
away-how-to =
    代人請假請寫，如
    「{ $example }」。
away-recorded = ✓ { $who }
away-stands = 這幾天已經記過，沒有更動。
away-withdrawn = ✓ 已撤銷，這些天照常提醒。
away-which = 找到{ $n }人，請選一位。
away-nobody =
    您聯絡的單位裡沒有「{ $name }」。
    請核對姓名，例如：{ $example }
away-unclear =
    看不懂是哪幾天，沒有記。
    請這樣寫：「{ $example }」。
away-past =
    { $date } 已經過去，沒有記。
    請從今天起寫，如「{ $example }」。
away-reversed =
    結束那天在開始那天之前，沒有記。
    請這樣寫：「{ $example }」。
away-too-long =
    一次最多記{ $most }天，沒有記。
    請分幾次寫，如「{ $example }」。
button-away-before = 上一頁
button-away-after = 下一頁
leave-ended = ✓ 已銷假：{ $leave }
leave-cancelled = ✓ 已取消：{ $leave }
leave-kept-to = 記到{ $date } 為止。
leave-ended-asks = 照常提醒，您也可以現在答。
leave-none-stands =
    您沒有記著的請假或出差。
    要請假請寫，如「{ $example }」。
status-away = 請假、出差 { $away }人
command-quiet = 我的勿擾時段
command-away = 聯絡人：誰在請假、出差
## 自訂目標與異動

command-quota = 各項任務的目標，可自訂
command-move = 活動辦公室：人員異動
button-confirm = 確定
button-cancel = 取消
not-changed = 沒有變更。
changed-since = 情況有變，請再看一次。
which-unit = 有幾個同名的單位，是哪一個？
which-person = 有幾個同名的人，是哪一位？
owes-nothing = 無
quota-title = 各項任務的目標
quota-fixed = 活動規定 { $lines }
quota-fixed-nothing = 活動沒有規定
quota-line = { $whom } { $amount }
quota-set-by = { $what }（{ $date } { $by }訂）
quota-set = { $what }（{ $date } 訂）
quota-as-campaign = 依活動規定
quota-how-to =
    要訂請點下面，或直接輸入：
    「{ $example }」
button-quota-history = 歷史
button-earlier = 較早
button-newer = 較新
button-units-below = 下級單位
button-one-person = 某一個人
quota-history-title = 自訂目標的歷史
quota-history-none = 還沒有自訂過目標。
quota-whom = { $duty } 為誰訂？
quota-whom-else = 也可直接輸入：「{ $example }」
quota-whose =
    { $duty } 為誰訂？
    請輸入姓名，例如：周俊哲
quota-rank = { $duty } 為哪些人訂？
quota-everybody = 所有人
quota-how-much =
    { $duty } 每人多少？
    也可直接輸入，如「{ $example }」。
quota-effect = 影響{ $n }人：{ $was } → { $is }
more-people-changed = 還有{ $n }人也有變動
quota-same = 另有{ $n }人不變
quota-nobody = 目前沒有人因此變動。
quota-done = ✓ 已訂：{ $what }
quota-told = 他們下次收到提醒時會看到。
quota-already = 已經是這樣，沒有變更。
quota-below =
    活動規定不少於{ $least }，沒有改成{ $amount }。
    最少可以這樣寫：
    「{ $example }」
quota-no-duty =
    看不懂是哪項任務，沒有變更。
    任務有：{ $duties }
    請這樣寫：「{ $example }」
quota-no-amount =
    看不懂{ $duty }要多少，沒有變更。
    請這樣寫：「{ $example }」
quota-no-such =
    您的單位裡沒有「{ $words }」，沒有變更。
    請寫單位或人的全名，如
    「{ $example }」
move-how-to =
    請輸入姓名和新單位：
    「/move 周俊哲 延吉市 從3月10日」
    改職級：「/move 周俊哲 { $rank }」
    離開名冊：「/move 周俊哲 離開」
move-never = 活動開始以來沒有異動。
move-away = 離開名冊
move-line = { $date }起 { $place }
move-line-waits = { $date }起 { $place }（未到）
move-goes = → { $unit }，從{ $date }起
move-stays = 單位不變，從{ $date }起
move-leaves = 離開名冊，從{ $date }起
move-rank = 職級 { $was } → { $is }
move-owes = { $duty } { $was } → { $is }
move-owes-the-same = 任務目標不變
move-kept = 已記的照舊：{ $sum }
move-waits = 到那天自動生效。
move-recorded = ✓ 已記下：{ $who }
move-already =
    { $who }
    這項異動已經記過，沒有變更。
move-nothing =
    { $who }
    已經是這樣，沒有變更。
move-too-early =
    { $who }從{ $date }起才在現在的單位，
    沒有變更。請寫那天或以後的日子，
    如「從3月10日」。
move-too-late =
    日子不在活動期內，沒有變更。
    請寫最近或到{ $date }為止的日子，
    如「從3月10日」。
move-nobody =
    您可管理的單位裡沒有「{ $name }」，沒有變更。
    請核對姓名，例如：/move 周俊哲
move-no-unit =
    找不到單位「{ $words }」，沒有變更。
    請寫全名，如
    「/move { $name } 延吉市/新興街道」
refusal-bad-joined-on = 「{ $detail }」的到職日期看不懂，請寫如2014-03-05
import-movements = 其中異動{ $moved }人，離開{ $left }人
terminal-moved = 異動：{ $name } { $was } → { $is }
terminal-stays = 異動：{ $name } { $unit }
terminal-left = 離開：{ $name } { $unit }
terminal-and = { $line }，{ $part }
terminal-move-recorded = 已記下
terminal-move-waits = 已記下，{ $date }自動生效
terminal-move-already = 以前已記下，沒有變更
terminal-quota-set = 已訂，他們下次收到提醒時會看到
terminal-quota-before = 以前就是這樣，沒有變更
terminal-quota-below = 活動規定不少於{ $least }
terminal-quota-none = 沒有自訂的目標
## 佐證資料和待審

button-add-evidence = 補充資料
button-show-evidence = 看資料 { $n }
button-queue-confirm = 確認
button-reject = 退回
button-next = 下一筆
button-next-page = 下一頁
button-all = 全部確認 { $n }筆
button-queue-back = 先不退回
button-pending = 看待審
entry-named = { $date } { $amount }
entry-of-duty = { $duty } { $entry }
entry-of-person = { $who } { $entry }
recorded-evidence = 請接著傳照片、檔案等佐證資料。
evidence-ask =
    請傳照片、檔案、語音，或轉傳訊息，
    附在 { $entry }
evidence-count = { $n ->
    [0] 沒有佐證資料
   *[other] 佐證資料{ $n }份
}
evidence-attached = ✓ 已附佐證資料，共{ $n }份
evidence-attached-album = ✓ 這組資料已附上
evidence-attached-claim = ✓ 佐證資料也已附上
evidence-full =
    { $entry }
    已附{ $most }份資料，這份沒有附。
    一筆最多附{ $most }份。
evidence-no-entry =
    不知道是哪一筆的資料，沒有附。
    請先登記再傳：先傳「{ -say-half }」，再傳照片；
    或在照片下寫「{ -say-half }」。
    以前的，請回覆那筆紀錄再傳。
evidence-gone =
    這筆紀錄已撤銷或查不到，沒有更動。
    請先重新登記，如「{ -say-half }」，再傳資料。
evidence-piece = 佐證資料 { $number }/{ $total } { $entry }
evidence-elsewhere =
    這份資料當時傳給了 @{ $username }
    請到那裡看：https://t.me/{ $username }
evidence-lost =
    Telegram 已無法顯示這份資料，
    請本人再傳一次。
evidence-none = { $entry } 沒有佐證資料。
evidence-denied =
    這筆紀錄不屬您負責，不能看，也不能附資料。
    如有需要，請聯絡活動辦公室。
command-pending = 聯絡人：待審的紀錄
queue-empty = 沒有待審的紀錄。
queue-alone =
    這個指令後面不用加別的。
    請只傳 /pending
queue-title = 待審 { $n }筆
queue-waiting = 待您確認 { $n }筆
queue-line = { $number }. { $entry }
queue-line-waits = {"    "}{ $waits } { $evidence }
queue-card = { $number }/{ $total } { $who }
queue-by = { $name } 代為登記
queue-note = 原文：{ $note }
queue-lacks-evidence = 缺佐證資料，無法確認
waits-late = 補登，離今天較遠
waits-confirmation = 需確認
waits-disputed = 本人表示有誤
waits-disputed-why = 本人表示有誤：{ $why }
queue-why = 退回 { $entry }
queue-why-how-to = 為什麼？請點下面，或直接寫原因。
reason-evidence = 資料不足
reason-date = 日期不對
reason-twice = 重複
reason-untrue = 與實際不符
queue-reason = 原因：{ $reason }
queue-confirmed = ✓ 已確認 { $entry }
queue-rejected = ✓ 已退回 { $entry }
queue-done = 待審的都看完了。
queue-all = ✓ 已確認{ $n }筆
queue-all-none = 這些都已審過，沒有更動。
queue-all-lacking = 缺佐證資料的{ $n }筆沒有確認。
queue-left = 還有{ $n }筆待審。
queue-not-yours =
    這筆不由您審，沒有更動。
    待您審的：/pending
queue-own =
    自己登記的不能自己審，沒有更動。
    由別的聯絡人或活動辦公室審。
queue-needs-evidence =
    { $entry }
    要有佐證資料才能確認，沒有更動。
    可以退回，請本人補充資料。
queue-withdrawn =
    { $entry }
    已撤銷或改過，不用再審。
queue-confirmed-by =
    { $entry }
    { $by } 已確認，不用再審。
queue-rejected-by =
    { $entry }
    { $by } 已退回，不用再審。
queue-counts =
    { $entry }
    已經計入，不用審。
answering-ask = { $entry } 被退回
answering-how-to =
    請直接寫來情況，也可傳照片、檔案。
    聯絡人會再看一次。
answering-waits = ✓ 已說明，等聯絡人再看
answering-nothing =
    這筆沒有被退回，或已經說明過，
    沒有更動。我的紀錄：/me
answering-day-full =
    { $entry }
    一天最多記{ $most }，這天已記{ $held }，
    沒有重新送審。
    請先撤銷這天多記的，再點「說明」。
## 帳戶和明細

me-missing = 還差{ $amount }
me-pending = 待確認 { $amount }
me-rejected = 未通過 { $amount }
me-stretch = 第{ $number }段，共{ $of }段：{ $first } 至 { $last }
me-stretch-met = 第{ $number }段 { $sum }
me-stretch-short = 第{ $number }段 { $sum } 缺{ $amount }
me-done = 已達標：{ $duties }
me-done-duty = { $duty } { $sum }
button-history = 明細
button-unit = 看單位
button-back = 返回
button-month-before = 上個月
button-month-after = 下個月
button-page-before = 上一頁
button-page-after = 下一頁
button-withdrawn-show = 看已撤銷的
button-withdrawn-hide = 不看已撤銷的
command-history = 我的明細，逐月檢視
command-account = 聯絡人：看一個人的學習和進度
command-unit = 聯絡人：單位裡每個人的進度
month = { $year }年{ $month }月
day-short = { $month }/{ $day }
page-of = 第{ $page }/{ $pages }頁
history-title = { $month }的明細
history-none = 這個月沒有紀錄。
history-sum = { $duty } { $sums }
sum-counted = 計入{ $amount }
sum-pending = 待確認{ $amount }
sum-rejected = 未通過{ $amount }
sum-separator = {" "}
history-line = { $number }. { $day } { $amount } { $what } { $mark }
duty-with-topic = { $duty }·{ $topic }
mark-pending = … 待確認
mark-rejected = ✗ 未通過
mark-withdrawn = 已撤銷
mark-proxy = 代記
mark-session = 集體
history-which =
    看不懂是哪個月。請這樣寫：
    { $example }
    或直接說「上個月」。
entry-title = { $date } { $amount }
entry-nothing = 沒有
entry-form = 形式 { $form }
entry-topic = 內容 { $topic }
entry-partner = 對象 { $name }
entry-place = 地點 { $unit }
entry-subject = 事由 { $subject }
entry-note = 原話 「{ $note }」
entry-recorded = { $at } 本人登記
entry-recorded-by = { $at } { $name }代記
entry-is-correction = 由前一筆更正而來
entry-counts = ✓ 計入
entry-waits-late = 離今天較遠
entry-reason = 原因：{ $reason }
event-line = { $at } { $what }
event-line-by = { $at } { $what } { $name }
event-disputed = 提出異議
event-confirmed = 確認
event-rejected = 未通過
event-withdrawn = 撤銷
event-corrected = 更正
entry-withdrawn = ✓ 已撤銷
entry-withdrawn-before = 這筆先前已撤銷，沒有變動。
entry-rejected-anyway =
    這筆未通過，本來就沒有計入，
    不必撤銷。
entry-of-another =
    這筆是{ $name }代您記的，沒有撤銷。
    如果不對，請與他聯絡。
entry-of-liaison =
    這筆是聯絡人代您記的，沒有撤銷。
    如果不對，請與聯絡人聯絡。
account-what = 請寫上姓名，例如：/account 周俊哲
account-none =
    您負責聯絡的單位裡沒有「{ $name }」。
    請核對姓名，例如：/account 周俊哲
account-which = 「{ $name }」 有{ $total }人，請選一位。
unit-title = { $unit } { $people }人
unit-paces = 稍慢{ $behind } 正常{ $on } 超前{ $ahead } 達標{ $done }
unit-line = { $number }. { $name } { $sum }
unit-nobody = 名冊上沒有這個單位的人。
units-which = 請選一個單位：
units-more =
    還有{ $n }個沒有列出，請寫名稱，
    例如：/unit 春陽鎮
units-none =
    您負責聯絡的單位裡沒有「{ $name }」。
    請核對名稱，例如：/unit 春陽鎮
## 新訊息、集中學習登錄、不對

news-title = 新訊息 { $n }則
news-more = 還有{ $n }則，下次告訴您
news-session = { $duty }，{ $by }統一登錄
news-proxy = { $duty }，{ $by }代為登錄
news-counts = { $duty }，{ $by }已確認計入
news-rejected = { $date } { $amount } 沒有計入
news-rejected-why = { $duty }，{ $by }：{ $reason }
news-undone = { $date } { $amount } 已撤銷
news-undone-by = { $duty }，{ $by }撤銷了整場登錄
news-target = { $duty }目標 { $was } 改為 { $is }
news-target-new = { $duty }新訂目標 { $is }
news-target-none = { $duty }不再有目標
news-target-by = { $by }設定
news-moved = { $date }起，您在{ $unit }
news-moved-rank = 職級：{ $rank }
button-dispute = 不對？
button-dispute-of = 不對？{ $date }
button-answer-of = 說明 { $date }
example-date = { $month }月{ $day }日
command-session = 聯絡人：登錄集中學習
session-ask-unit = 登錄{ $duty }：哪個單位？
session-write-unit = 也可直接寫單位名稱。
session-ask-day = 登錄{ $duty }：哪天？
session-write-day = 別的日子請直接寫，如「{ $example }」。
session-ask-amount = { $date } 每人記多少？
session-write-amount = 也可直接寫，如「{ -say-hours }」。
session-ask-form = 什麼形式？
session-ask-topic = 什麼內容？
session-head = { $duty } { $date } { $amount }
session-present = 出席 { $present }/{ $total }人
session-page = 第{ $page }/{ $pages }頁
session-found = 找「{ $name }」：
session-how-to = 按姓名勾選，也可寫姓名尋找。
session-confirmed = ✓ 已登錄 { $n }人
session-full = 那天已記滿，沒有記：{ $names }
session-twice = 這場已有紀錄，不重複記：{ $names }
session-names = { $names }等{ $n }人
session-told = 下次提醒時會告訴每個人。
session-cancelled = 已取消，沒有登錄。
session-withdrawn = ✓ 已撤銷整場，{ $n }人的紀錄作廢
session-over-confirmed = 這場已由{ $by }確認，沒有更動。
session-over-cancelled = 這場已由{ $by }取消，沒有更動。
session-over-withdrawn = 這場已由{ $by }撤銷，沒有更動。
session-lapsed =
    這場放得太久，沒有登錄。
    請重新傳 /session
session-unclear =
    沒看懂，沒有登錄。請這樣寫：
    /session { $example }
session-future =
    { $date } 還沒到，沒有登錄。
    請寫今天或以前的日子。
session-too-much =
    一天最多記{ $most }，沒有登錄。
    請改成實際數，如「{ -say-half }」。
session-no-duty = 這項活動沒有可統一登錄的學習。
session-nobody-there =
    { $unit }的名冊裡沒有人。
    請選別的單位：/session
session-unknown-unit =
    您聯絡的單位裡沒有「{ $name }」。
    請核對單位名稱，或按上面的按鈕。
session-unknown-name =
    這場名單裡沒有「{ $name }」。
    請核對姓名，或翻頁尋找。
session-not-on-list = 名單裡沒有這個人，沒有更動。
session-nobody-present =
    還沒有勾選人，沒有登錄。
    請先按姓名。
session-not-yours =
    這場由{ $by }確認，
    只有{ $by }能撤銷整場。
session-too-late =
    確認已超過一天，不能整場撤銷。
    哪個人不對，請本人按「不對？」。
button-yesterday = 昨天
button-without = 不選
button-session-go-on = 接著登錄 { $date } { $amount }
button-session-present = ✓ { $name }
button-session-page = 全選本頁
button-session-page-none = 本頁都不選
button-session-all = 全部選取
button-session-list = 回到名單
button-session-previous = 上一頁
button-session-next = 下一頁
button-session-confirm = 確認 { $n }人
button-session-cancel = 取消
button-session-withdraw = 撤銷整場
dispute-what = { $date } { $amount }
dispute-by = { $duty }，由{ $by }登錄。
dispute-ask = 哪裡不對？
dispute-write-time =
    請寫對的日子和數量，
    如「{ $date } { $amount }」。
dispute-write-reason =
    請寫一句哪裡不對，
    如「那天我請假」。
dispute-noted =
    ✓ 已請聯絡人核實，暫不計入：
    { $date } { $amount }
dispute-said = 您說：{ $reason }
dispute-time = 時間不對：{ $said }
dispute-own =
    這是您自己記的，沒有更動。
    要更正，請按那則訊息的「撤銷」再寫。
dispute-waits = 您已提出過，正等聯絡人核實。
dispute-decided =
    聯絡人已經核實過，沒有更動。
    還有疑問，請直接找聯絡人。
dispute-withdrawn = 這筆已經撤銷，沒有更動。
button-absent = 我沒參加
button-wrong-time = 時間不對
button-other-reason = 其他原因
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

## The ledger: where an item stands

item-already-cancelled = { $no }號已取消，不用再報。
status-cancelled = 已取消

## Reminders of items: lights, ladder, silence

ladder-title-behind = 改善事項 { $behind }項落後
ladder-title-overdue-behind = 改善事項 { $overdue }項逾期 { $behind }項落後
ladder-title-behind-near = 改善事項 { $behind }項落後 { $near }項將到期
ladder-title-all = 改善事項 逾期{ $overdue } 落後{ $behind } 將到期{ $near }
ladder-behind = 落後 { $due }
ladder-times = { $due }（第{ $times }次提醒）
ladder-head = { $no }號{ $kind } { $due }
ladder-deadline-lead = 期限 { $date } 主辦主管 { $lead }
ladder-lead = 主辦主管 { $lead }
ladder-nobody = 沒有承辦人，由您負責
ladder-rise-lead = 再過{ $days }個工作日將報主辦主管
ladder-rise-head = 再過{ $days }個工作日將報單位主管
ladder-rise-supervision = 再過{ $days }個工作日將報督導小組
ladder-rise-office = 再過{ $days }個工作日將報活動辦公室
ladder-button-submit = 已完成，送審
ladder-button-accept = 簽收
ladder-button-extend = 申請展延
ladder-button-report = 說明進度
mute-button = { $days }天內不提醒
mute-button-of = { $no }號 { $days }天內不提醒
mute-button-end = 恢復提醒
mute-silent =
    ✓ { $no }號 暫不提醒
    到{ $date }為止，之後照常提醒。
    若是逾期，仍會提醒。
mute-speaks =
    ✓ { $no }號 恢復提醒
    到時候照常提醒您。
mute-overdue =
    { $no }號已逾期，不能關閉提醒。
    沒有更動。請送審或說明進度：/tasks
mute-never = { $no }號這類事項不能關閉提醒，沒有更動。
mute-too-long =
    最多可以{ $most }個工作日不提醒，沒有更動。
    請點下面的按鈕。
mute-offered =
    { $no }號已上報，正等上級答覆。
    現在不會提醒您，沒有更動。

## The monthly question about progress

dispatch-command = 聯絡人：每月進度誰還沒回報
dispatch-title = { $month }進度 { $n }項待回報
dispatch-due = 請於{ $date }前回報
dispatch-more = 還有{ $n }項，回報完接著問
dispatch-button-show = { $no }號 回報進度
dispatch-card = { $month }進度 { $item }
dispatch-left = 後面還有{ $n }項
dispatch-on-course = 順利進行
dispatch-difficult = 有困難
dispatch-button-write = 我來寫
dispatch-button-why = { $no }號 難在哪裡
dispatch-ask = { $no }號進度，請寫一兩句
dispatch-ask-example = 例如：已收回2輛，6月底前完成。
dispatch-told = ✓ { $no }號 { $words }
dispatch-say-why = 難在哪裡，也可以寫一句。
dispatch-all-told = 本月都回報了，謝謝。
dispatch-already = { $no }號{ $month }已回報，沒有重複記錄。
dispatch-past = { $month }的已經過了，沒有記錄。
dispatch-nothing-left = 您目前沒有要回報的。
dispatch-overview = { $month }進度 已回報{ $answered }/{ $asked }項
dispatch-was-due = { $date }已到期
dispatch-late = 其中{ $n }項逾期才回報
dispatch-everybody = 都回報了。
dispatch-silent = 還沒回報 { $n }人
dispatch-person = { $name } { $n }項
dispatch-person-unlinked = { $name } { $n }項，未登記
dispatch-nobody = 沒有負責人 { $n }項
dispatch-month = { $month }月
dispatch-none-asked = { $month }沒有要求回報進度。
dispatch-never-asked =
    還沒有要求回報進度。
    每月第一個工作日會自動詢問。
dispatch-how-to =
    看不懂是哪個月。
    請這樣寫：/progress { $month }

## Escalation: what comes up to superiors, what waits for a reviewer

escalation-lead = 您主辦的改善事項 { $n }項需要留意
escalation-head = 您主管單位的改善事項 { $n }項需要留意
escalation-supervision = 您督導的改善事項 { $n }項需要留意
escalation-office = 活動辦公室督辦的改善事項 { $n }項需要留意
escalation-reviews = 待您審核 { $n }項：{ $nos }
escalation-reviews-more = 待您審核 { $n }項：{ $nos } 等
escalation-nobody = 無人可陳報 { $n }項
escalation-no-lead = { $unit } 缺主辦主管 { $n }項
escalation-no-head = { $unit } 缺單位首長 { $n }項
escalation-no-supervision = { $unit } 缺督導小組 { $n }項
escalation-no-office = { $unit } 缺活動辦公室 { $n }項
button-escalation-all = 逐項看
button-escalation-item = 看{ $no }號
button-escalation-review = 審{ $no }號

## 改善事項的詳情頁和每一步

item-page-named = { $no }號 { $content }
item-page-measures = 措施 { $words }
item-page-unit = 單位 { $unit }
item-page-lead = 主辦主管 { $name }
item-page-responsible = 承辦人 { $name }
item-page-nobody = 承辦人未定，由聯絡人負責
item-page-helpers = 協辦 { $names }
item-page-progress = 進展 { $words }
item-page-new = 待接收
item-page-open = 待辦理
item-page-accepted = 已接收，待辦理
item-page-begun = 辦理中
item-page-waits = 待{ $who }審核
item-page-waits-of = 待{ $who }審核 第{ $step }步/共{ $of }步
item-page-by-lead = 主辦主管
item-page-by-head = 單位主管
item-page-by-superior = 上級單位
item-page-by-liaison = 聯絡人
item-page-by-supervision = 督導小組
item-page-by-office = 活動辦公室
item-page-by-members = 單位成員
item-page-extension = 申請展延至 { $date }
item-page-because = 原因 { $words }
item-page-offered = 已上報{ $unit }，等待答覆
item-page-setbacks = 已退回或重新督辦{ $n }次
item-page-lacks = 缺佐證資料，附上後才能送審
item-page-past = { $at } { $what }
item-page-past-by = { $at } { $name } { $what }
item-page-past-words = { $line }：{ $words }
item-page-history = { $no }號的歷程
item-page-done = ✓ { $no }號 { $what }
item-page-invites =
    還可以傳照片、檔案，或寫一句，
    附在這裡，不傳也行。
item-page-since = 您看過之後已有變動，沒有更動：
item-page-hidden =
    { $no }號由{ $unit }負責，
    您沒有查看權限。如需查看，
    請洽{ $unit }聯絡人。
item-page-gone =
    沒有這一項，沒有更動。
    您的改善事項：/tasks
item-step-accept = 已接收
item-step-begin = 已開始辦理
item-step-report = 說明進展
item-step-submit = 已送審
item-step-withdraw = 已撤回送審
item-step-approve = 審核通過
item-step-sign-off = 已解除列管
item-step-return = 已退回
item-step-ask = 申請展延
item-step-ask-to = 申請展延至 { $date }
item-step-grant = 已同意展延
item-step-grant-to = 已同意展延至 { $date }
item-step-refuse = 不同意展延
item-step-hand-up = 已上報上級
item-step-take-up = 上級已接辦
item-step-take-up-by = 上級已接辦，期限 { $date }
item-step-send-back = 上級已退回
item-step-reassign = 已改派
item-step-reassign-to = 已改派{ $name }
item-step-reopen = 重新督辦
item-step-cancel = 已取消
item-step-assigned = 列入列管表
item-step-changed = 列管表有更動
item-step-earlier = 期限提前到{ $date }
item-why-part = 這一步不由您辦，沒有更動。
item-why-own =
    自己負責或送審的，要由別人審，
    沒有更動。
item-why-now = 現在不能這樣辦，沒有更動。
item-why-offered = 已上報上級，等待答覆，沒有更動。
item-why-no-step = 這類事項沒有這一步，沒有更動。
item-why-evidence =
    要有佐證資料才能送審，沒有送審。
    請傳照片、檔案、語音，
    或寫一句，如「已清退2輛」。
item-why-too-often = 展延最多申請{ $most }次，沒有更動。
item-why-asked = 展延已申請過，正等待答覆。
item-why-nothing-asked = 沒有等待答覆的展延申請，沒有更動。
item-why-not-later =
    日期要在今天和現在的期限之後，
    沒有更動。
item-why-no-deadline = 這一項沒有寫明哪天到期，不用展延。
item-why-no-unit-above = 上面沒有單位，不能上報。
item-why-no-reason = 請寫明原因，沒有更動。
item-ask-return = 退回 { $item }
item-ask-reopen = 重新督辦 { $item }
item-ask-refuse = 不同意展延 { $item }
item-ask-cancel = 取消 { $item }
item-ask-report = 進展 { $item }
item-ask-choose = 為什麼？請點下面，或直接寫原因。
item-ask-write =
    為什麼？請直接寫原因，
    如「與12號重複」。
item-ask-progress =
    辦到哪一步了？請寫一兩句，
    如「已清退2輛，還剩1輛」。
item-reason-evidence = 資料不足
item-reason-undone = 沒有改善到位
item-reason-untrue = 與實際不符
item-reason-vague = 措施不具體
item-reason-back = 問題復發
item-reason-voices = 民眾有反映
item-reason-weak = 理由不充分
item-reason-fixed = 期限是上級訂的
item-reason-doable = 能如期完成
button-item-accept = 接收
button-item-begin = 開始辦理
button-item-report = 說明進展
button-item-submit = 已完成，送審
button-item-withdraw = 撤回送審
button-item-approve = 審核通過
button-item-sign-off = 解除列管
button-item-return = 退回
button-item-extension = 申請展延
button-item-grant = 同意展延
button-item-refuse = 不同意展延
button-item-hand-up = 上報上級
button-item-take-up = 接辦
button-item-send-back = 退回下級
button-item-reassign = 改派
button-item-reopen = 重新督辦
button-item-cancel = 取消此項
button-item-history = 歷程
button-item-show = 看{ $no }號
item-told = { $no }號 { $what }
item-told-by = { $content }，{ $by }

## Groups, promises and polls of members

command-promise = 提出承諾，看我的承諾
command-group = 在群組用：綁定本單位
command-list = 在群組用：本單位清單
group-bound = ✓ 本群組已綁定：{ $unit }
group-bound-before = 原本綁定的是{ $unit }。
group-bound-how = 傳 /list 看未結的事項。
group-which = 您負責的單位不只一個，請寫明：
group-which-line = /group { $unit }
group-no-unit =
    您負責的單位裡沒有「{ $words }」。
    請寫單位全名，如「/group 春陽鎮」。
group-no-name = 請寫明單位，如「/group 春陽鎮」。
group-not-yours =
    您不能替這個單位綁定群組。
    請本單位聯絡人或活動辦公室綁定。
group-taken =
    本群組已綁定{ $unit }。
    請該單位聯絡人或活動辦公室改綁。
group-unbound =
    本群組還沒有綁定單位。
    請聯絡人傳「/group 單位名稱」。
group-list-title = { $unit } 未結{ $total }項
group-list-none = { $unit }沒有未結的事項。
group-in-group-only =
    這個指令在群組裡用。
    請先把我加入本單位的群組，
    再在群組傳「/group 單位名稱」。
promise-ask-what =
    您承諾做什麼？什麼時候做到？
    如「{ $date }前修好村口路燈」。
promise-ask-when =
    什麼時候做到？
    如「{ $date }前」。
promise-bad-day =
    看不懂是哪一天。請這樣寫：
    { $date }前
promise-past =
    這一天已經過了，請寫以後的日子，
    如「{ $date }前」。
promise-confirm = 請確認您的承諾：
promise-made = ✓ 已記下承諾 { $no }號
promise-cancelled = 好的，沒有更動。
promise-mine-title = 您的承諾 { $total }項
promise-mine-none =
    您沒有未結的承諾。要承諾，請寫：
    /promise { $date }前修好村口路燈
promise-published = 已公布
promise-no-kind = 本次活動沒有設公開承諾。
promise-exempt = 依規定，您不必公開承諾。
button-promise = 我承諾
button-promise-not = 不承諾
button-promises = 我的承諾
button-promise-new = 再承諾一項
button-publish = 在群組公布
button-publish-no = 公布{ $no }號
button-publish-send = 發布
button-publish-not = 不發布
publish-title = { $kind } { $no }號
publish-by = 承諾人 { $name }
publish-unit = 單位 { $unit }
publish-preview = 將在群組「{ $group }」發布：
publish-preview-unnamed = 將在本單位的群組發布：
publish-done = ✓ { $no }號已在群組公布。
publish-already = { $no }號{ $date }已公布，不再重發。
publish-no-group =
    { $unit }還沒有綁定群組。
    請把我加入群組，由聯絡人在群組傳：
    /group { $name }
publish-not-yours =
    這一項不由您公布，沒有更動。
    需要公布，請洽聯絡人。
publish-not-public = 這類事項不在群組公布。
publish-over = 這一項已經辦結，不必再公布。
poll-question = 請評議{ $no }號：{ $content }（{ $date }止）
poll-satisfied = 滿意
poll-mostly = 大致滿意
poll-unsatisfied = 不滿意
poll-passed = ✓ { $no }號評議通過
poll-failed = { $no }號評議未通過
poll-void = { $no }號評議沒有結果
poll-counts = 滿意和大致滿意 { $satisfied }/{ $voters }人，{ $share }%
poll-few = 投票{ $voters }人，至少要{ $least }人。
poll-few-told = 投票只有{ $voters }人
poll-no-group = 沒有綁定群組，無處投票
poll-to-office = 改由活動辦公室審核。
poll-make-up = 補課 { $no }號，期限 { $date }
poll-several = { $list }等{ $n }項
poll-void-of = { $unit } 評議沒有結果：{ $items }
poll-void-why = { $why }，請您審核。

## The ledger as a table of the office

sheet-name = 改善事項列管表
sheet-no = 序號
sheet-kind = 列管類型
sheet-category = 類別
sheet-content = 問題
sheet-measures = 改善措施
sheet-lead = 主責主管
sheet-unit = 責任單位
sheet-responsible = 承辦人
sheet-helpers = 協辦單位(人)
sheet-deadline = 期限
sheet-progress = 辦理情形
sheet-status = 狀態
sheet-light = 燈號
sheet-closed = 是否解除列管
sheet-mark = 編號
sheet-immediate = 立即
sheet-ongoing = 持續
sheet-assigned = 待接辦
sheet-accepted = 已接辦
sheet-under-way = 辦理中
sheet-submitted = 待審核
sheet-struck-off = 已解除列管
sheet-cancelled = 已取消
sheet-red = 逾期
sheet-yellow = 落後
sheet-blue = 將到期
sheet-yes = 是
sheet-not = 否
sheet-empty = 空白
refusal-sheet-stale = { $column }已在{ $day }改為{ $now }，請重新匯出，再改這一列
refusal-sheet-is-over = { $no }號已在{ $day }解除列管，沒有更動；要重新辦理，請在聊天中按「重新列管」
refusal-sheet-is-cancelled = { $no }號已取消，沒有更動；要重新辦理，請另加一列，編號留空
refusal-sheet-is-submitted = { $no }號已送審，不能改派；請先審核，再改承辦人
refusal-sheet-is-offered = { $no }號已陳報，等上級答覆，不能改派
refusal-sheet-unknown-mark = 列管表裡沒有編號「{ $mark }」；新事項請把編號留空，舊事項請重新匯出
refusal-sheet-mark-twice = 編號與第{ $row }列相同；新事項請把編號留空
refusal-sheet-just-changed = 這一項剛剛有人在辦，沒有更動；請再匯入一次
refusal-exempt = 依規定{ $name }不用辦這一類
refusal-sheet-ambiguous = 「{ $name }」有{ $n }人：{ $who }。請在姓名後寫編號，如{ $example }
import-sheet-no-responsible = { $n }項的承辦人沒有對上，暫由單位聯絡人負責
sheet-given = 列管{ $no }號改由您承辦
sheet-given-lead = 列管{ $no }號改由您主責
sheet-gone = 列管{ $no }號不再由您承辦
sheet-gone-lead = 列管{ $no }號不再由您主責
sheet-gone-to = 列管{ $no }號改由{ $name }承辦
sheet-gone-lead-to = 列管{ $no }號改由{ $name }主責

## More time, handing up, reassigning

command-handed = 陳報的事項
ask-item = { $no }號 { $content }
ask-why = 原因 { $why }
ask-say = 「申請展延到{ $date }，因為經費未到位」
ask-say-no = 「{ $no }號申請展延到{ $date }，因為經費未到位」
ask-day = { $month }月{ $day }日
ask-button-show = 看{ $no }號
ask-not-your-part = { $no }號的這一步不由您辦理，沒有更動。
ask-own = { $no }號由您承辦，這一步要由別人決定。
ask-offered = { $no }號已陳報，正等上級回覆。
ask-no-such-step = { $no }號這類事項沒有這一步。
ask-too-often =
    { $no }號最多展延{ $most }次，已經用完。
    請依期限辦理，或洽聯絡人。
ask-already-asked = { $no }號已申請展延，正等回覆。
ask-no-deadline = { $no }號沒有訂日期，不用展延。
ask-no-unit-above = { $no }號的單位沒有上級單位。
ask-not-now = { $no }號現在不能這樣辦，沒有更動。
ask-instead = 現在能辦的，請點下面看。
ask-quicker-up = { $no }號已由{ $by }接辦，不用再辦。
ask-quicker-back = { $no }號已由{ $by }退回，不用再辦。
ask-wrong-no-day = 看不懂是哪一天。
ask-wrong-not-later = 要晚於{ $date }。
ask-wrong-past = 這一天已經過了。
ask-wrong-too-late = 不能晚於活動結束，{ $date }。
ask-wrong-nobody = 您可選的人和單位裡沒有「{ $name }」。
ask-week = 1週 { $date }
ask-fortnight = 2週 { $date }
ask-month = 1個月 { $date }
ask-until = { $no }號 延到哪天？
ask-until-how = 請選日期，或寫成一句：
ask-because = { $no }號 延到{ $date }
ask-because-how = 為什麼？請寫一句，例如：經費未到位
ask-which-item = 哪一項要展延？請選，或寫上編號：
ask-no-items =
    您沒有可以展延的事項。
    您負責的改善事項：/tasks
ask-no-item =
    您沒有{ $no }號這一項。
    您負責的改善事項：/tasks
ask-asked = ✓ { $no }號 已申請展延到{ $date }
ask-asked-waits = 等審核人回覆，回覆前期限不變。
ask-reason-funds = 經費
ask-reason-policy = 政策
ask-reason-across = 跨部門
ask-above = { $no }號 陳報到哪一級？
ask-button-up = 陳報{ $unit }
ask-hand = { $no }號 陳報{ $unit }
ask-hand-why = 為什麼本級辦不了？請選，或寫一句。
ask-handed-up = ✓ { $no }號 已陳報{ $unit }
ask-handed-up-see = 辦到哪一步，隨時看 /handed
ask-when = { $no }號 接辦，哪天前辦完？
ask-when-how = 請選，或寫日期，如「{ $date }」。
ask-from = { $unit } 陳報
ask-whom = { $no }號 { $date }前辦完，由誰辦？
ask-whom-how = 請選，或寫{ $unit }的人名。
ask-button-me = 我來辦
ask-taken-up = ✓ { $no }號 已接辦
ask-back = { $no }號 退回{ $unit }
ask-back-why = 為什麼？請寫一句，例如：本級可以解決
ask-sent-back = ✓ { $no }號 已退回{ $unit }
ask-waiting = 陳報來的 { $n }項，等您回覆
ask-ours = 已陳報的 { $n }項
ask-none-handed = 沒有陳報的事項。
ask-button-take = 接辦 { $no }號
ask-button-back = 退回 { $no }號
ask-stands-waits = 等{ $unit }回覆
ask-stands-back = 已退回，由原單位辦理
ask-stands-with = { $unit } { $who }辦理中
ask-stands-with-until = { $unit } { $who }辦理中，期限 { $date }
ask-to-whom = { $no }號 改派給誰？
ask-now-with = 現承辦人 { $who }
ask-to-whom-how = 請選，或寫姓名。
ask-to-whom-or-unit = 請選，或寫姓名、單位名。
ask-nobody-yet = 未定
ask-heir-unit = { $unit }，承辦人未定
ask-same = { $no }號本來就由他承辦，沒有更動。
ask-preview = { $no }號 由{ $was }改派：
ask-reassigned = ✓ { $no }號 已由{ $was }改派：

## The ledger: lists, numbers, words, and a new item

command-item = 按編號看一項改善事項
command-items = 聯絡人：各單位的改善事項
command-new = 聯絡人：新增一項改善事項
command-search = 按內容找改善事項
listing-mine = 我承辦
listing-helping = 我協辦
listing-leading = 我主辦
listing-review = 待我審
listing-units = 各單位
listing-title = { $name } { $total }項
listing-title-red = { $name } 逾期{ $red }項，共{ $total }項
listing-none = { $name }：沒有。
listing-several = { $no }號有{ $total }項，請選一項：
listing-found = 含「{ $words }」的 { $total }項
listing-found-newest = 含「{ $words }」的 最近{ $total }項
listing-found-none = 沒有找到含「{ $words }」的改善事項。
listing-button-red = 只看紅燈
listing-button-all = 看全部
listing-button-home = 我的改善事項
listing-button-units = 看各單位
listing-button-search = 搜尋
listing-which-number = 看哪一項？請寫編號，例如：/item 7
listing-no-such-number =
    沒有找到{ $no }號。
    請核對編號，例如：/item 7
    按內容找：/search 路燈
listing-not-yours =
    { $no }號由{ $unit }負責，您沒有檢視權限。
    如需檢視，請洽縣聯絡人。
listing-no-such-unit =
    您能檢視的單位裡沒有「{ $name }」。
    請寫全名，例如：/items { $example }
listing-which-words = 找什麼？請寫2到16個字，例如：路燈
opening-button-begin = 新增
opening-ask-kind = 新增哪一類？
opening-ask-unit = 由哪個單位主辦？可選，也可寫名稱。
opening-ask-content = 要辦什麼事？請寫一句話，例如：路燈不亮
opening-ask-deadline = 什麼時候完成？可選，也可寫：{ $example }前
opening-ask-responsible = 由誰承辦？可選，也可寫姓名。
opening-ask-lead = 主辦主管是誰？可選，也可寫姓名。
opening-button-week = 1週
opening-button-two-weeks = 2週
opening-button-month = 1個月
opening-button-myself = 我自己
opening-button-nobody = 不指定個人
opening-button-no-lead = 沒有主辦主管
opening-button-lead = 加主辦主管
opening-button-open = 確認新增
opening-button-give-up = 不新增了
opening-no-such-kind = 沒有這一類，請按下面的按鈕。
opening-no-such-unit = 您能新增的單位裡沒有「{ $name }」。
opening-units = 叫「{ $name }」的單位不只一個，請選一個。
opening-no-such-person = 這個單位的名冊上沒有「{ $name }」。
opening-several = 叫「{ $name }」的不只一位，請選一位。
opening-no-deadline = 看不懂期限。請這樣寫：{ $example }前、2週
opening-past = { $date }已經過了。
opening-too-long = 太長了，最多寫{ $most }個字。
opening-preview = 請核對，確認後新增：
opening-content = { $kind }：{ $content }
opening-unit = 主辦單位 { $unit }
opening-responsible = 承辦人 { $name }
opening-lead = 主辦主管 { $name }
opening-nobody = 沒有指定承辦人，由單位聯絡人負責。
opening-opened = ✓ 已新增 { $no }號
opening-told = 下次提醒會告知{ $n }人。
opening-see = 檢視請傳：{ $no }號
opening-given-up = 好，沒有新增。
opening-over =
    這一步已經過了，沒有再新增。
    您的改善事項：/tasks
    另外新增：/new
opening-not-yours =
    這個單位的這一類不由您新增。
    如需新增，請洽活動辦公室。
opening-exempt = 依規定這個人不用列這一類。
opening-news = { $by }交您承辦
opening-news-lead = { $by }請您擔任主辦主管
