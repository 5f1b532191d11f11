### 독판(督办)의 모든 문구(조선말). 연변의 행정용어를 쓴다. 네 언어의 식별자와 변수는 같다(tests/locales.rs).
### 자료는 이스케이프되여 들어오고 시간, 날자, 수량은 글로 들어온다.

## 그대로 보내면 되는 말. 답장에서 바른 쓰기를 보여준다.

-say-half = 반일
-say-hours = 2학시
-say-yesterday = 어제 하루
-say-leave = 사흘 청가
-say-leave-until = 금요일까지 청가

## 날자와 수량

date = { $month }월 { $day }일 { $weekday ->
    [1] 월요일
    [2] 화요일
    [3] 수요일
    [4] 목요일
    [5] 금요일
    [6] 토요일
   *[7] 일요일
}
date-with-year = { $year }년 { $date }
amount-half-day = 반일
amount-one-day = 1일
amount-days = { $n }일
amount-one-class-hour = 1학시
amount-class-hours = { $n }학시
amount-once = 1회
amount-times = { $n }회
amount-one-household = 1호
amount-households = { $n }호
amount-in-class-hours = { $amount }({ $class_hours })
sum-days = { $counted }/{ $target }일
sum-class-hours = { $counted }/{ $target }학시
sum-times = { $counted }/{ $target }회
sum-households = { $counted }/{ $target }호
example-yesterday = 어제 { $amount }
pace-done = 목표 달성
pace-ahead = 진도 앞섬
pace-on = 진도 정상
pace-behind = 진도 늦음
progress = { $sum }, { $pace }
separator = ,{" "}
more-lines = 그밖에 { $n }가지

## 사람과 단위

who = { $name }, { $unit }
who-with-post = { $name }, { $unit } { $post }

## 단추

button-yes = 본인입니다
button-no = 본인이 아닙니다
button-other = 기타
button-nothing-study = 오늘은 학습 없음
button-nothing = 오늘은 없음
button-nothing-that-day = 그날은 없음
button-tasks = 정돈개진 보기
button-submit = 완수, 심사 제출 { $no }번
button-undo = 취소
button-leave = 청가
button-today = 오늘
button-until-friday = 금요일까지
button-until-next-friday = 다음주 금요일까지

## 등록

welcome =
    련락원이 드린 등록코드를 보내시거나
    함께 드린 링크를 열어 주십시오.
    등록하시면 여기에서 학습을 기록하고 정돈개진 알림을 받으십니다.
    { $campaign }
link-question = 확인해 주십시오: { $who }. 본인이십니까?
linked = ✓ 등록했습니다: { $who }
linked-asked-work-days = 근무일마다 { $time }에 학습 정황을 한번 여쭙겠습니다.
linked-asked = { $time }에 학습 정황을 한번 여쭙겠습니다.
linked-any-time = 언제든지 “{ -say-half }”, “{ -say-hours }”라고 보내셔도 됩니다.
linked-help = /help 모든 기능 보기
other-bot =
    귀 단위의 알림은 이제 @{ $username } 이(가) 보냅니다.
    https://t.me/{ $username } 을(를) 열고 “시작”을 눌러 주십시오. 지난 기록은 그대로 있습니다.
link-declined =
    등록하지 않았습니다. 등록코드는 아직 유효합니다.
    코드를 드린 련락원에게 련계하여
    본인의 등록코드를 받으십시오.
code-unknown =
    없는 등록코드입니다.
    확인하고 다시 보내시거나
    련락원에게 새 코드를 받으십시오.
code-used =
    이미 사용한 등록코드입니다.
    련락원에게 새 코드를 받으십시오.
code-expired =
    기한이 지난 등록코드입니다.
    련락원에게 새 코드를 받으십시오.
code-in-group =
    그룹에서는 코드가 다른 사람에게 보이므로 등록하지 않았습니다.
    련락원에게 새 코드를 받아
    저와의 개인대화로 보내 주십시오.
code-already-linked =
    이미 등록하셨습니다: { $who }.
    맞지 않으면 련락원에게 알려 주십시오.
code-person-linked =
    이분은 다른 계정으로 등록하셨습니다.
    계정을 바꾸셨으면 련락원에게
    이전 등록의 해제를 부탁하십시오.
code-too-many =
    코드가 여러번 틀렸습니다. { $minutes }분 뒤에 다시 보내 주십시오.
    련락원에게 코드 확인을 부탁하셔도 됩니다.

## 학습 문의

digest-title-study = 오늘의 학습 { $date }
digest-title-study-late = { $date }의 학습
digest-title-duty = { $duty } { $date }
so-far-study = 학습 { $sum }
so-far-duty = 완수 { $sum }
ask-study = 오늘 얼마나 학습하셨습니까?
ask-study-late = 그날 얼마나 학습하셨습니까?
ask-duty = 오늘 얼마나 하셨습니까?
ask-duty-late = 그날 얼마나 하셨습니까?
recorded = ✓ { $date } { $amount }
recorded-nothing-study = ✓ { $date } 학습 없음, 기록했습니다
recorded-nothing = ✓ { $date } 없음, 기록했습니다
total = 루계 { $sum }
withdrawn = ✓ { $date } 취소했습니다
withdrawn-again = 그날을 다시 기록하시려면 아래를 누르십시오.
stale =
    지난 단추여서 아무것도 바꾸지 않았습니다.
    학습은 “{ -say-half }”처럼 보내시고
    정돈개진은 /tasks 로 보십시오.

## 기록하지 못함

unclear-study =
    얼마나 학습하셨는지 알아보지 못했습니다.
    이렇게 보내 주십시오: { -say-half }, { -say-hours }, { -say-yesterday }
unclear-duty =
    얼마나 하셨는지 알아보지 못했습니다.
    이렇게 보내 주십시오: { $examples }
how-to-study =
    이렇게 보내 주십시오:
    { -say-half }
    { -say-hours }
    { -say-yesterday }
how-to-duty = 이렇게 보내 주십시오: { $examples }
future =
    아직 오지 않은 날이라 기록하지 않았습니다: { $date }
    그날 보내시거나 지난 날자를 쓰십시오.
    례: “{ $example }”
day-full =
    하루에 { $most }까지 기록합니다.
    { $date }: 기록 { $held }, 더 기록할수 있는 량 { $rest }.
    실제 수로 고치시거나 날자를 나누어 쓰십시오.
    례: “{ $example }”
day-full-empty =
    하루에 { $most }까지 기록합니다. 이번에는 기록하지 않았습니다.
    실제 수로 고치시거나 날자를 나누어 쓰십시오.
    례: “{ $example }”
day-full-already =
    하루에 { $most }까지이며 { $date }에는 다 찼습니다.
    다른 날이면 날자를 쓰십시오. 례: “{ $example }”
    그날을 고치시려면 그날 메시지의 “정정”을 누르십시오.
held-already =
    { $date }에는 이미 { $held } 기록이 있어 바꾸지 않았습니다.
    없음으로 고치시려면 그날 메시지의 “취소”를 누르십시오.
recorded-waits-late = 오래된 날이여서 련락원이 확인한후 반영됩니다.
recorded-waits-confirmation = 련락원이 확인한후 반영됩니다.
outside-campaign =
    활동기간 밖이라 기록하지 않았습니다: { $date }
    활동기간: { $start } - { $end }
    활동기간 안의 날자를 쓰십시오.

## 청가, 출장

example-leave = 청가 { $first_month }월{ $first_day }일-{ $last_month }월{ $last_day }일
leave-days = { $kind ->
    [trip] 출장
   *[leave] 청가
} { $first } - { $last }
leave-one-day = { $kind ->
    [trip] 출장
   *[leave] 청가
} { $date }
leave-ask = { $kind ->
    [trip] 언제까지 출장 가십니까?
   *[leave] 언제까지 청가하십니까?
}
leave-known = 이미 기록: { $leave }
leave-how-to =
    다른 날은 이렇게 보내 주십시오:
    “{ $example }”, “{ -say-leave }”
leave-recorded = ✓ { $leave }
leave-stands =
    이미 기록한 날이여서 바꾼것이 없습니다.
    { $leave }
leave-work-days = { $n ->
    [0] 모두 휴식일, 그동안 련락드리지 않습니다.
   *[other] 근무일 { $n }일, 그동안 련락드리지 않습니다.
}
leave-withdrawn =
    ✓ 취소했습니다: { $leave }
    그 기간에도 평소대로 문의드립니다.
leave-unclear =
    어느 날인지 알아보지 못해 기록하지 않았습니다.
    하루 단위로 이렇게 보내 주십시오:
    “{ $example }”, “{ -say-leave }”, “{ -say-leave-until }”
leave-past =
    지난 날이라 기록하지 않았습니다: { $date }
    오늘부터 쓰십시오. 례: “{ $example }”
leave-reversed =
    끝나는 날이 더 앞서 있어 기록하지 않았습니다:
    { $first } - { $last }
    시작하는 날부터 쓰십시오. 례: “{ $example }”
leave-too-long =
    한번에 { $most }일까지 기록합니다. 이번에는 기록하지 않았습니다.
    나누어 보내 주십시오. 먼저 “{ $example }”

## 정돈개진(整改)

item-no = { $no }번
items-title = 정돈개진 { $total }건
items-title-overdue = 정돈개진 기한초과 { $overdue }건
items-title-near = 정돈개진 기한림박 { $near }건
items-title-both = 정돈개진 기한초과 { $overdue }건, 기한림박 { $near }건
due-in = { $days }일 남음
due-today = 오늘까지
due-past = 기한초과 { $days }일
deadline = 기한 { $date }
deadline-immediate = 즉시 개진
deadline-ongoing = 장기 견지
status-submitted = 심사 제출
status-closed = 말소(销号)
tasks-title = 맡으신 정돈개진 { $total }건
tasks-none = 완수하지 못한 정돈개진이 없습니다.
more-items = 그밖에 { $n }건
submitted =
    ✓ { $no }번 심사에 제출했습니다
    심사를 거쳐 말소(销号)합니다.
item-already-submitted = { $no }번은 이미 제출하여 심사를 기다리고 있습니다. 더 하실 일이 없습니다.
item-already-closed = { $no }번은 이미 말소(销号)했습니다. 더 하실 일이 없습니다.
item-still-assigned = { $no }번은 아직 제출하지 않았습니다. 바꾼것이 없습니다.
item-not-yours =
    맡으신 정돈개진이 아니여서 바꾸지 않았습니다.
    맡으신 정돈개진: /tasks

## 나의 정황, 안내, 언어

me-items = { $n ->
    [0] 정돈개진 남은것 없음
   *[other] 정돈개진 미완수 { $n }건
}
me-duty = { $duty } { $sum }
me-no-duties = 지금은 정해진 학습임무가 없습니다.
help-say = 학습은 이렇게 보내시면 됩니다: { -say-half }, { -say-hours }, { -say-yesterday }
help-leave = 청가는 이렇게 보내 주십시오: { -say-leave }, { -say-leave-until }
command-start = 등록, 또는 시작하는 방법
command-me = 나의 학습과 진도
command-tasks = 나의 정돈개진
command-language = 언어 바꾸기
command-help = 모든 기능 보기
command-status = 활동판공실: 오늘의 전반 정황
command-find = 활동판공실: 이름으로 찾기
command-overdue = 활동판공실: 기한초과 정돈개진
language-name = 조선어(한국어)
language-question = 언어를 선택해 주십시오
language-set = ✓ 이제부터 조선어로 알려 드리겠습니다.
unknown-command =
    없는 명령입니다.
    모든 명령: /help
only-text =
    글만 읽을수 있어 기록하지 않았습니다.
    “{ -say-half }”처럼 글로 보내 주십시오.
private-only =
    이 기능은 개인대화에서만 씁니다.
    제 사진을 눌러 개인대화에서 다시 보내 주십시오.
denied =
    열람권한이 없습니다.
    필요하시면 활동판공실에 련계하십시오.
fault =
    방금 고장이 나서 기록하지 못했습니다.
    잠시 뒤에 다시 보내 주십시오.

## 자체점검에서 나온 문제(활동판공실에 알림)

findings-title = 발송 이상 { $date } { $time }
finding-missing = 알림 { $count }/{ $of }건을 찾을수 없습니다. 전해지지 않았을수 있습니다.
finding-held = 멈춘 { $count }건을 다시 보냅니다. 두번 받을수 있습니다.
finding-stuck = { $count }건이 제시간에 나가지 못했습니다.
finding-unserved = { $count }건을 보낼 봇이 없습니다.
finding-unexplained = { $count }건이 리유 기록 없이 끝났습니다.
finding-updates = 들어온 { $count }건을 아직 처리하지 못했습니다.
findings-kept = 보내온 내용은 모두 보관되여 있어 다시 보내지 않으셔도 됩니다.
findings-todo = 관리자에게 healthz 페지를 확인하라고 전해 주십시오.

## 활동판공실

status-title = 오늘 { $date }
status-answered = 답함 { $answered }/{ $bound }명({ $percent }%)
status-linked = 등록 { $bound }/{ $people }명
status-blocked = 련계불가 { $blocked }/{ $bound }명
status-behind = 진도 늦음 { $behind }/{ $people }명
status-met = 목표 달성 { $met }/{ $people }명
status-items = 기한초과 { $overdue }건, 심사대기 { $submitted }건
status-units = 단위별(진도가 늦은 순)
status-unit = { $unit } 답함 { $answered }/{ $bound }명
status-unit-overdue = { $unit } 답함 { $answered }/{ $bound }명, 기한초과 { $overdue }건
status-unit-nobody = { $unit } 등록 0/{ $people }명
status-unit-nobody-overdue = { $unit } 등록 0/{ $people }명, 기한초과 { $overdue }건
status-nobody = 명단 { $people }명, 아직 등록한 분이 없습니다.
more-units = 그밖에 { $n }개 단위
found-title = “{ $name }” { $total }명
found-none =
    열람하실수 있는 단위에 “{ $name }” 이름이 없습니다.
    이름을 확인해 주십시오. 례: /find 周俊哲
found-link = { $link }, 번호 { $key }
more-people = 그밖에 { $n }명. 이름을 모두 써 주십시오.
find-what = 이름을 함께 써 주십시오. 례: /find 周俊哲
link-never = 등록코드 없음
link-invited = 미등록
link-linked = 등록
link-blocked = 련계불가
overdue-title = 기한초과 정돈개진 { $total }건
overdue-none = 기한을 넘긴 정돈개진이 없습니다.
overdue-units = 가장 많은 단위: { $units }
overdue-unit = { $unit } { $count }건

## 련계할수 없는 사람과 보낼수 없는 메시지

reach-title = 련계불가 { $n }명
reach-more = 그밖에 { $n }명
reach-why = 봇을 중지하여 알림을 받지 못하는것 같습니다.
reach-todo = 직접 만나 봇을 열고 /start 를 보내도록 알려 주십시오.
command-undelivered = 활동판공실: 련계불가인 사람과 보내지 못한 메시지
status-undelivered = 명단: /undelivered
undelivered-none = 련계불가인 사람이 없고 메시지는 모두 보냈습니다.
undelivered-unit = { $unit } { $n }명: { $names }
undelivered-unit-more = { $unit } { $n }명: { $names } 등
undelivered-letters = 보내지 못한 메시지 { $n }건
undelivered-letter = { $id } { $whom }, { $kind }
undelivered-answer = 답장
undelivered-digest = 알림
undelivered-notice = 통지
undelivered-nobody = 미등록
undelivered-more = 그밖에 { $n }건
undelivered-todo = 관리자에게 맡기십시오: duban outbox list
undelivered-alone =
    이 명령뒤에는 아무것도 쓰지 않습니다.
    /undelivered 만 보내 주십시오.
terminal-messages-listed = 모두 { $total }건, 표시 { $listed }건
terminal-letters-retried = { $letters }건을 다시 보냅니다
terminal-letters-dropped = { $letters }건을 보내지 않기로 했습니다
terminal-not-dead = { $id }번은 보내지 못한 메시지가 아닙니다. 달라진것이 없습니다

## 명령줄 반입

refusal-no-unit = 단위가 없습니다. 이 행에 단위의 전칭을 쓰십시오
refusal-no-name = 이름이 없습니다. 이 행에 이름을 쓰십시오
refusal-no-content = 문제 내용이 없습니다. 무엇을 개진하는지 쓰십시오
refusal-duplicate = { $detail }행과 같은 사람입니다. 한 행만 남기십시오
refusal-duplicate-key = { $detail }행과 번호가 같습니다. 사람마다 다른 번호를 쓰십시오
refusal-unknown-rank = 활동파일에 없는 직급입니다: “{ $detail }”. 파일에 있는 말을 쓰거나 파일에 보태십시오
refusal-bad-deadline = 명확한 기한이 아닙니다: “{ $detail }”. 2014-06-30, 2014年6月底前처럼 쓰십시오
refusal-unknown-unit = 없는 단위입니다: “{ $detail }”. 먼저 단위를 반입하거나 이름을 고치십시오
refusal-unknown-person = 명단에 없는 사람입니다: “{ $detail }”. 먼저 반입하거나 이름을 고치십시오
refusal-ambiguous-person = 같은 이름이 여럿입니다: “{ $detail }”. 단위나 번호도 쓰십시오
refusal-other = 읽을수 없는 행입니다({ $detail }). 반입한 행과 비교하여 고치십시오
import-dry-run = 시험 반입: 아래와 같이 달라집니다. 아무것도 고치지 않았습니다
import-missing = { $subject }: 표에 없습니다. 그대로 둡니다
import-note = 알림: { $row }행: { $reason }
import-summary = 반입 { $taken }행: 신규 { $new }, 변경 { $changed }, 그대로 { $same }. 거절 { $refused }행. 표에 없음 { $missing }
import-holidays = { $country } { $year }년: { $days }일

## 다른 명령

terminal-granted = 권한을 주었습니다
terminal-granted-before = 이미 권한이 있습니다. 달라진것이 없습니다
terminal-revoked = 권한을 거두었습니다
terminal-not-granted = 권한이 없었습니다. 달라진것이 없습니다
terminal-nobody-to-invite = 초대할 사람이 없습니다. 모두 련결되였습니다
terminal-no-links = 봇의 이름을 몰라 코드만 있고 링크는 없습니다
terminal-no-links-todo = TELOXIDE_TOKEN을 설정하고 다시 하거나 본인이 봇에 “/start 코드”를 보내게 하십시오
terminal-planned = 모두 { $messages }건
terminal-year-missing = { $year }년 휴일이 없어 월요일부터 금요일까지로 셈합니다
terminal-all-well = 모두 맞습니다
terminal-findings = 고칠 곳 { $findings }개

## 일괄발송(명령행)

terminal-broadcast-made = 일괄발송 { $id }: { $people }명에게 보냅니다. 명단을 적은 다음 시작합니다
terminal-broadcast-dry-run = 시험 실행입니다. 보낸것도 달라진것도 없습니다
terminal-broadcast-forecast = { $people }명에게 1건씩, 약 { $minutes }분 걸립니다
terminal-broadcast-span = { $begins } 시작, { $ends }쯤 끝납니다
terminal-broadcast-cut = 방해금지 시간에는 보내지 않습니다: { $from }부터 { $to }까지
terminal-broadcast-line = { $id } { $state }: 모두 { $total }명, 발송 { $sent }, 대기 { $waiting }, 미발송 { $closed }
terminal-broadcast-reasons = { $line } ({ $reasons })
terminal-broadcast-none = 아직 일괄발송이 없습니다
terminal-broadcast-freezing = 명단 작성중
terminal-broadcast-sending = 발송중
terminal-broadcast-paused = 일시중지
terminal-broadcast-cancelled = 발송취소
terminal-broadcast-done = 발송 완료
terminal-broadcast-held = 일괄발송 { $id }을(를) 일시중지했습니다. 재개하면 이어서 보냅니다
terminal-broadcast-resumed = 일괄발송 { $id }을(를) 재개했습니다. 남은것을 이어서 보냅니다
terminal-broadcast-stopped = 일괄발송 { $id }을(를) 취소했습니다. 남은것은 보내지 않습니다

## 시연 페지

page-title = 독판(督办) 시연
page-subtitle = Telegram에 보내지 않습니다. 인물은 모두 가상입니다.
page-send = 보내기
page-type-here = 메시지 쓰기
page-next-event = 다음 일로
page-next-hour = 한시간 뒤로
page-now = 지금
page-next = 다음
page-menu = 명령
page-edited = 고침
page-empty = 아직 메시지가 없습니다
page-offline = 시연이 멈추었습니다. 기다리고 있습니다
page-stale = 되지 않았습니다. 다시 해 주십시오
page-start = 시작

## 형식과 주제, 두번 말한 것, 정정

recorded-form-topic = { $form }, { $topic }
recorded-none = 없음
recorded-of-day = { $date } { $amount }
recorded-instead = 원래 기록 { $old }
ask-topic-study = 무엇을 학습하셨습니까? 고르지 않아도 됩니다
ask-topic = 무슨 내용입니까? 고르지 않아도 됩니다
ask-form-study = 어떻게 학습하셨습니까? 고르지 않아도 됩니다
ask-form = 어떤 형식입니까? 고르지 않아도 됩니다
button-more = 더 보기
button-change = 정정
button-keep = 그대로
button-same = 같은 것
button-again = 또 기록
held-of-day = { $date } 기록 { $amount }
same-asked = 같은 것입니까?
change-asked = 얼마로 정정합니까? “{ $example }”처럼 쓰셔도 됩니다.
change-unclear =
    얼마로 정정하실지 알아보지 못했습니다.
    이렇게 보내 주십시오: { $examples }
change-nothing-recent =
    방금 기록한것이 없어 바꾸지 않았습니다.
    이전 기록은 그 메시지의 “정정”을 누르십시오.
change-not-own =
    련락원이 대신 기록한것이여서 바꾸지 않았습니다.
    틀렸으면 련락원에게 문의하십시오.
change-turned-down =
    련락원이 반려한 기록이여서 바꾸지 않았습니다.
    다시 보내시거나 련락원에게 문의하십시오.
