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
recorded-outside = 정해진 기간이 아니여서 반영되지 않습니다.
recorded-outside-next =
    정해진 기간이 아니여서 반영되지 않습니다.
    다음 기간 { $first }부터 { $last }까지
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
    읽을수 없어 기록하지 않았습니다.
    “{ -say-half }”처럼 글로 보내 주십시오.
    자료는 사진, 파일, 음성으로 보내 주십시오.
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

## 임무를 차례로 기록하기, 대신 기록하기, 련계점, 군중의견

command-record = 임무를 기록하기
command-points = 나의 련계점
command-proxy = 련락원: 대신 기록하기
command-opinions = 련락원: 군중의견
draft-which = 어느 임무를 기록하시겠습니까?
draft-for = 대신 기록: { $who }
draft-how-much =
    { $date } 얼마나 하셨습니까?
    아래를 누르거나 글로 보내 주십시오.
draft-late = 누르신 단추는 { $date } 것이여서 기록하지 않았습니다.
draft-recorded = ✓ { $date } { $duty } { $amount }
draft-recorded-nothing = ✓ { $date } { $duty } 없음, 기록했습니다
draft-with = 상대: { $who }
draft-at = 장소: { $unit }
draft-opinion = 의견: { $words }
draft-ask-form = 어느것입니까? 아래를 눌러 주십시오.
draft-ask-topic = 어떤 내용입니까? 아래를 눌러 주십시오.
draft-ask-partner = 누구와 하셨습니까? 아래를 누르거나 이름을 써 주십시오.
draft-ask-partner-name = 누구와 하셨습니까? 이름을 써 주십시오. 례: “李兰”
draft-ask-household = 어느 집입니까? 써 주십시오. 례: “왕씨네”
draft-ask-point = 어느 련계점에 가셨습니까? 아래를 눌러 주십시오.
draft-ask-place = 어디에서 하셨습니까? 써 주십시오. 례: “장안촌”
draft-ask-deed = 어떤 일을 하셨습니까? 써 주십시오. 례: “가로등 수리”
draft-ask-opinion =
    어떤 요구를 제기했습니까?
    써 주십시오. 례: “길을 고쳐 달라”
draft-no-partner = 현에 “{ $name }” 이름이 없습니다.
draft-no-choice = “{ $name }” 항목은 없습니다.
draft-several = “{ $name }” 이름이 여럿입니다. 한분을 눌러 주십시오.
draft-too-long = 너무 길어서 기록하지 않았습니다. { $most }자 안으로 써 주십시오.
draft-withdrawn = ✓ { $date } { $duty } 취소했습니다
draft-gone =
    취소되였거나 반려되였거나 오늘 기록이 아니여서 바꾸지 않았습니다.
    새로 기록하시려면 /record 를 보내 주십시오.
button-draft-skip = 건너뛰기
button-draft-none = 없음
button-draft-more = 다른것 기록
button-draft-again = 다시 기록
proxy-what = 이름을 함께 써 주십시오. 례: /proxy 姜涛
proxy-nobody =
    맡으신 단위에 “{ $name }” 이름이 없습니다.
    이름을 확인해 주십시오. 례: /proxy 姜涛
status-proxies = 대신 기록 { $n }건, { $percent }%
points-title = 련계점 { $n }개
points-none = 아직 련계점이 없습니다.
points-none-own =
    아직 정해진 련계점이 없습니다.
    필요하시면 련락원에게 련계하십시오.
points-not-yet = { $unit } 아직 기록 없음
points-done = { $unit } { $done } 기록
points-added = ✓ 련계점으로 정했습니다: { $unit }
points-had = 이미 련계점이여서 바꾸지 않았습니다: { $unit }
points-ended = ✓ 련계점에서 뺐습니다: { $unit }
points-ended-before = 이미 뺀 련계점이여서 바꾸지 않았습니다.
points-which =
    { $name } 님이 련계할 단위는 어디입니까?
    단위 이름을 써 주십시오. 례: “长安村”
points-no-unit = 맡으신 범위에 “{ $name }” 단위가 없습니다.
points-units = “{ $name }” 단위가 여럿입니다. 하나를 눌러 주십시오.
points-nobody =
    맡으신 단위에 “{ $name }” 이름이 없습니다.
    이름을 확인해 주십시오. 례: /points 周俊哲
points-several = “{ $name }” 이름이 여럿입니다. 이름을 모두 써 주십시오:
points-no-duty = 이번 활동에는 련계점 임무가 없습니다.
button-points-add = 련계점 정하기
button-points-end = 빼기 { $unit }
opinions-title = 군중의견 { $n }건
opinions-none = 아직 기록된 군중의견이 없습니다.
opinions-line = { $no }호 { $words }
opinions-line-of = { $no }호 { $subject }: { $words }
opinions-heard = { $unit } { $name } { $date }
button-opinions-earlier = 이전것
terminal-assigned = 련계점으로 정했습니다
terminal-assigned-before = 이미 련계점입니다. 달라진것이 없습니다
terminal-assignment-ended = 련계점에서 뺐습니다
terminal-not-assigned = 련계점이 아니였습니다. 달라진것이 없습니다
## 주제(专题)

amount-one-topic = 1개 주제
amount-topics = { $n }개 주제
sum-topics = { $counted }/{ $target }개 주제
## 진도, 나중에, 방해금지, 청가중인 사람

forecast-met = 이 속도이면 { $date } 완료
forecast-short = 이 속도이면 { $date }까지 { $amount } 부족
behind-by = 진도보다 { $amount } 부족
catch-up-study = 날마다 { $amount }이면 { $date }에 따라잡음
catch-up-duty = 날마다 { $amount }이면 { $date }에 따라잡음
button-make-up-yesterday = 어제분 기록
button-make-up = { $date } 기록
button-later = 나중에
button-not-today = 래일 하기
put-off-later = { $time }에 다시 묻겠습니다.
put-off-tomorrow = 오늘은 더 묻지 않겠습니다.
put-off-quiet =
    그때는 방해금지 시간이므로
    오늘은 더 묻지 않겠습니다.
put-off-cap =
    오늘 알림은 이미 충분하므로
    오늘은 더 묻지 않겠습니다.
put-off-once =
    오늘 이미 한번 더 물었으므로
    오늘은 더 묻지 않겠습니다.
put-off-now = 지금 답하셔도 됩니다.
put-off-nothing = 모두 기록되여 더 묻지 않겠습니다.
make-up-study = { $date }에 얼마나 학습하셨습니까?
make-up-duty = { $date }에 얼마나 하셨습니까?
make-up-answered = 이날은 기록이 있습니다. 더 쓰시면 더해집니다.
quiet-all = 방해금지 { $from }부터 { $to }까지(모두 같음)
quiet-own = 본인 설정 { $from }부터 { $to }까지
quiet-how-to =
    더 길게 하시려면 아래를 누르거나
    “{ $example }” 처럼 써 주십시오.
quiet-kept = ✓ 방해금지 { $from }부터 { $to }까지
quiet-answers = 보내신 글에는 언제나 답합니다.
quiet-instead = 이 시간의 알림은 { $time }에 보냅니다.
quiet-instead-next = 이 시간의 알림은 다음 근무일 { $time }에 보냅니다.
quiet-reset = ✓ 방해금지를 { $from }부터 { $to }까지로 되돌렸습니다.
quiet-unclear =
    몇시부터 몇시까지인지 알수 없어 고치지 않았습니다.
    “{ $example }” 처럼 써 주십시오.
quiet-too-long =
    방해금지는 하루 { $most }시간까지입니다. 고치지 않았습니다.
    “{ $example }” 처럼 짧게 써 주십시오.
quiet-within =
    { $from }부터 { $to }까지는 원래 방해하지 않습니다. 고치지 않았습니다.
    더 길게 하시려면 “{ $example }” 처럼 써 주십시오.
button-quiet-default = 기본으로
example-away = /away { $name } { $first_month }.{ $first_day }-{ $last_month }.{ $last_day }
away-title = 청가·출장 오늘 { $now }명
away-ahead = { $date }까지 모두 { $total }건
away-none = 오늘과 앞으로 { $days }일간 청가·출장이 없습니다.
away-how-to =
    대신 청가를 내시려면
    “{ $example }” 처럼 써 주십시오.
away-recorded = ✓ { $who }
away-stands = 이미 기록된 날이라 달라진것이 없습니다.
away-withdrawn = ✓ 취소되였습니다. 이 날들에 알림을 보냅니다.
away-which = { $n }명이 있습니다. 한분을 골라 주십시오.
away-nobody =
    담당하시는 단위에 “{ $name }” 이름이 없습니다.
    이름을 확인해 주십시오. 례: { $example }
away-unclear =
    어느 날인지 알수 없어 기록하지 않았습니다.
    “{ $example }” 처럼 써 주십시오.
away-past =
    { $date }은 이미 지나 기록하지 않았습니다.
    오늘부터 써 주십시오. 례: “{ $example }”
away-reversed =
    끝나는 날이 시작하는 날보다 앞서 기록하지 않았습니다.
    “{ $example }” 처럼 써 주십시오.
away-too-long =
    한번에 { $most }일까지여서 기록하지 않았습니다.
    나누어 써 주십시오. 례: “{ $example }”
button-away-before = 이전
button-away-after = 다음
leave-ended = ✓ 복귀: { $leave }
leave-cancelled = ✓ 취소: { $leave }
leave-kept-to = { $date }까지로 기록되였습니다.
leave-ended-asks = 알림을 보냅니다. 지금 답하셔도 됩니다.
leave-none-stands =
    기록된 청가나 출장이 없습니다.
    청가는 “{ $example }” 처럼 써 주십시오.
status-away = 청가·출장 { $away }명
command-quiet = 나의 방해금지 시간
command-away = 련락원: 청가·출장중인 사람
## 자체목표와 이동

command-quota = 과업별 목표, 자체로 정하기
command-move = 활동판공실: 인원 이동
button-confirm = 확인
button-cancel = 그만두기
not-changed = 바뀐 것이 없습니다.
changed-since = 그사이 변동이 있으니 다시 한번 보십시오.
which-unit = 같은 이름의 단위가 여럿입니다. 어느 단위입니까?
which-person = 같은 이름이 여럿입니다. 어느 분입니까?
owes-nothing = 없음
quota-title = 과업별 목표
quota-fixed = 활동 규정 { $lines }
quota-fixed-nothing = 활동 규정 없음
quota-line = { $whom } { $amount }
quota-set-by = { $what } ({ $date } { $by } 정함)
quota-set = { $what } ({ $date } 정함)
quota-as-campaign = 활동 규정대로
quota-how-to =
    아래를 누르거나 직접 쓰십시오:
    “{ $example }”
button-quota-history = 리력
button-earlier = 이전
button-newer = 이후
button-units-below = 하급단위
button-one-person = 한 사람
quota-history-title = 자체로 정한 목표의 리력
quota-history-none = 자체로 정한 목표가 아직 없습니다.
quota-whom = { $duty }: 누구의 목표입니까?
quota-whom-else = 직접 쓰셔도 됩니다: “{ $example }”
quota-whose =
    { $duty }: 누구의 목표입니까?
    이름을 쓰십시오. 례: 周俊哲
quota-rank = { $duty }: 어떤 사람들입니까?
quota-everybody = 모든 사람
quota-how-much =
    { $duty }: 한 사람당 얼마입니까?
    “{ $example }”처럼 직접 쓰셔도 됩니다.
quota-effect = { $n }명 해당: { $was } → { $is }
more-people-changed = 그 밖에 { $n }명도 바뀝니다
quota-same = 다른 { $n }명은 그대로입니다
quota-nobody = 지금 바뀌는 사람은 없습니다.
quota-done = ✓ 정했습니다: { $what }
quota-told = 본인들은 다음 알림에서 보게 됩니다.
quota-already = 이미 그렇게 되여있어 바꾸지 않았습니다.
quota-below =
    활동 규정은 { $least } 이상이므로 { $amount }(으)로 바꾸지 않았습니다.
    가장 적게는 이렇게 쓸수 있습니다:
    “{ $example }”
quota-no-duty =
    어느 과업인지 알수 없어 바꾸지 않았습니다.
    과업: { $duties }
    이렇게 쓰십시오: “{ $example }”
quota-no-amount =
    { $duty }의 목표량을 알수 없어 바꾸지 않았습니다.
    이렇게 쓰십시오: “{ $example }”
quota-no-such =
    맡으신 단위에 “{ $words }”(이)가 없어 바꾸지 않았습니다.
    단위나 사람의 전체 이름을 쓰십시오. 례:
    “{ $example }”
move-how-to =
    이름과 새 단위를 쓰십시오:
    “/move 周俊哲 延吉市 3월 10일부터”
    직급 변동: “/move 周俊哲 { $rank }”
    명단에서 떠날 때: “/move 周俊哲 떠남”
move-never = 활동 시작이래 이동이 없습니다.
move-away = 명단에서 떠남
move-line = { $date }부터 { $place }
move-line-waits = { $date }부터 { $place } (예정)
move-goes = → { $unit }, { $date }부터
move-stays = 단위는 그대로, { $date }부터
move-leaves = 명단에서 떠남, { $date }부터
move-rank = 직급 { $was } → { $is }
move-owes = { $duty } { $was } → { $is }
move-owes-the-same = 목표는 그대로입니다
move-kept = 기록된것은 그대로: { $sum }
move-waits = 그날 자동으로 효력이 생깁니다.
move-recorded = ✓ 기록했습니다: { $who }
move-already =
    { $who }
    이미 기록된 이동이여서 바꾸지 않았습니다.
move-nothing =
    { $who }
    이미 그렇게 되여있어 바꾸지 않았습니다.
move-too-early =
    { $who }: { $date }부터 지금 단위에 있으므로
    바꾸지 않았습니다. 그날이나 그 이후의 날자를
    “3월 10일부터”처럼 쓰십시오.
move-too-late =
    활동기간 밖의 날자여서 바꾸지 않았습니다.
    최근이나 { $date }까지의 날자를
    “3월 10일부터”처럼 쓰십시오.
move-nobody =
    관리하시는 단위에 “{ $name }”(이)가 없어 바꾸지 않았습니다.
    이름을 확인하십시오. 례: /move 周俊哲
move-no-unit =
    “{ $words }” 단위를 찾지 못해 바꾸지 않았습니다.
    전체 경로를 쓰십시오. 례:
    “/move { $name } 延吉市/新兴街道”
refusal-bad-joined-on = “{ $detail }”의 부임 날자를 알수 없습니다. 2014-03-05처럼 쓰십시오
import-movements = 그중 이동 { $moved }명, 떠남 { $left }명
terminal-moved = 이동: { $name } { $was } → { $is }
terminal-stays = 이동: { $name } { $unit }
terminal-left = 떠남: { $name } { $unit }
terminal-and = { $line }, { $part }
terminal-move-recorded = 기록했습니다
terminal-move-waits = 기록했습니다. { $date }에 자동으로 효력이 생깁니다
terminal-move-already = 전에 기록되여 바뀐 것이 없습니다
terminal-quota-set = 정했습니다. 본인들은 다음 알림에서 보게 됩니다
terminal-quota-before = 전부터 그러하여 바뀐 것이 없습니다
terminal-quota-below = 활동 규정은 { $least } 이상입니다
terminal-quota-none = 자체로 정한 목표가 없습니다
## 증빙자료와 심사대기

button-add-evidence = 자료 보충
button-show-evidence = 자료 보기 { $n }
button-queue-confirm = 확인
button-reject = 반려
button-next = 다음
button-next-page = 다음 페지
button-all = 모두 확인 { $n }건
button-queue-back = 반려하지 않음
button-pending = 심사대기 보기
entry-named = { $date } { $amount }
entry-of-duty = { $duty } { $entry }
entry-of-person = { $who } { $entry }
recorded-evidence = 사진, 파일 등 자료를 이어서 보내 주십시오.
evidence-ask =
    사진, 파일, 음성을 보내거나 메시지를 전달해 주십시오.
    { $entry } 기록에 첨부합니다.
evidence-count = { $n ->
    [0] 자료 없음
   *[other] 자료 { $n }건
}
evidence-attached = ✓ 자료를 첨부했습니다. 모두 { $n }건
evidence-attached-album = ✓ 이 사진들을 첨부했습니다.
evidence-attached-claim = ✓ 자료도 첨부했습니다.
evidence-full =
    { $entry }
    자료가 이미 { $most }건이여서 이번것은 첨부하지 않았습니다.
    한 기록에 { $most }건까지 첨부할수 있습니다.
evidence-no-entry =
    어느 기록의 자료인지 알수 없어 첨부하지 않았습니다.
    먼저 “{ -say-half }”을 보내 기록하고 사진을 보내 주십시오.
    또는 사진 아래에 “{ -say-half }”이라고 써 주십시오.
    이전 기록이면 그 기록에 답장으로 보내 주십시오.
evidence-gone =
    취소되였거나 찾을수 없는 기록이여서 바뀐것이 없습니다.
    “{ -say-half }”처럼 다시 기록하고 자료를 보내 주십시오.
evidence-piece = 자료 { $number }/{ $total } { $entry }
evidence-elsewhere =
    이 자료는 @{ $username } 에 보낸것입니다.
    그곳에서 보십시오: https://t.me/{ $username }
evidence-lost =
    Telegram에서 이 자료를 더는 볼수 없습니다.
    본인이 다시 보내도록 알려 주십시오.
evidence-none = { $entry } 자료가 없습니다.
evidence-denied =
    담당하시는 기록이 아니여서 자료를 보거나 첨부할수 없습니다.
    필요하시면 활동판공실에 련락해 주십시오.
command-pending = 련락원: 심사대기 기록
queue-empty = 심사할 기록이 없습니다.
queue-alone =
    이 명령 뒤에는 아무것도 쓰지 않습니다.
    /pending 만 보내 주십시오.
queue-title = 심사대기 { $n }건
queue-waiting = 확인하실 기록 { $n }건
queue-line = { $number }. { $entry }
queue-line-waits = {"    "}{ $waits } { $evidence }
queue-card = { $number }/{ $total } { $who }
queue-by = { $name } 대신 기록
queue-note = 본인의 글: { $note }
queue-lacks-evidence = 자료가 없어 확인할수 없음
waits-late = 뒤늦게 적은 기록
waits-confirmation = 확인 필요
waits-disputed = 본인이 틀린다고 함
waits-disputed-why = 본인이 틀린다고 함: { $why }
queue-why = 반려 { $entry }
queue-why-how-to = 왜 반려합니까? 아래를 누르거나 리유를 써 주십시오.
reason-evidence = 자료 부족
reason-date = 날자 틀림
reason-twice = 중복
reason-untrue = 사실과 다름
queue-reason = 리유: { $reason }
queue-confirmed = ✓ 확인했습니다: { $entry }
queue-rejected = ✓ 반려했습니다: { $entry }
queue-done = 심사할 기록을 모두 보셨습니다.
queue-all = ✓ { $n }건을 확인했습니다.
queue-all-none = 이미 심사한 기록이여서 바뀐것이 없습니다.
queue-all-lacking = 자료가 없는 { $n }건은 확인하지 않았습니다.
queue-left = 심사대기 { $n }건이 남아있습니다.
queue-not-yours =
    심사하실 기록이 아니여서 바뀐것이 없습니다.
    심사하실 기록: /pending
queue-own =
    직접 기록한것은 직접 심사할수 없어 바뀐것이 없습니다.
    다른 련락원이나 활동판공실에서 심사합니다.
queue-needs-evidence =
    { $entry }
    자료가 있어야 확인할수 있어 바뀐것이 없습니다.
    반려하여 본인이 자료를 보충하게 할수 있습니다.
queue-withdrawn =
    { $entry }
    취소되였거나 고쳐져 더 심사하지 않아도 됩니다.
queue-confirmed-by =
    { $entry }
    { $by } 확인, 더 심사하지 않아도 됩니다.
queue-rejected-by =
    { $entry }
    { $by } 반려, 더 심사하지 않아도 됩니다.
queue-counts =
    { $entry }
    이미 계산되여 심사하지 않아도 됩니다.
answering-ask = { $entry } 기록이 반려되였습니다.
answering-how-to =
    사정을 써 주십시오. 사진이나 파일도 됩니다.
    련락원이 다시 봅니다.
answering-waits = ✓ 설명을 적었습니다. 련락원이 다시 봅니다.
answering-nothing =
    반려되지 않았거나 이미 설명하신 기록이여서 바뀐것이 없습니다.
    나의 기록: /me
answering-day-full =
    { $entry }
    하루에 { $most }까지 적을수 있고 이날 이미 { $held } 적혀있어 다시 제출하지 않았습니다.
    이날 더 적은것을 취소하고 다시 설명해 주십시오.
## 계정과 명세

me-missing = { $amount } 남았습니다
me-pending = 확인대기 { $amount }
me-rejected = 불인정 { $amount }
me-stretch = { $of }개 기간중 { $number }번째: { $first } - { $last }
me-stretch-met = { $number }번째 기간 { $sum }
me-stretch-short = { $number }번째 기간 { $sum }, { $amount } 부족
me-done = 목표 달성: { $duties }
me-done-duty = { $duty } { $sum }
button-history = 명세
button-unit = 단위 보기
button-back = 돌아가기
button-month-before = 지난달
button-month-after = 다음달
button-page-before = 앞페지
button-page-after = 다음페지
button-withdrawn-show = 취소한것 보기
button-withdrawn-hide = 취소한것 숨기기
command-history = 나의 명세, 월별로
command-account = 련락원: 한 사람의 학습과 진도
command-unit = 련락원: 단위 사람들의 진도
month = { $year }년 { $month }월
day-short = { $month }.{ $day }
page-of = { $page }/{ $pages }페지
history-title = { $month } 명세
history-none = 이달에는 기록이 없습니다.
history-sum = { $duty } { $sums }
sum-counted = 반영 { $amount }
sum-pending = 확인대기 { $amount }
sum-rejected = 불인정 { $amount }
sum-separator = ,{" "}
history-line = { $number }. { $day } { $amount } { $what } { $mark }
duty-with-topic = { $duty }·{ $topic }
mark-pending = … 확인대기
mark-rejected = ✗ 불인정
mark-withdrawn = 취소됨
mark-proxy = 대리기록
mark-session = 집체
history-which =
    어느 달인지 알수 없습니다. 이렇게 써 주십시오:
    { $example }
    또는 “지난달”이라고 보내 주십시오.
entry-title = { $date } { $amount }
entry-nothing = 없음
entry-form = 형식 { $form }
entry-topic = 내용 { $topic }
entry-partner = 상대 { $name }
entry-place = 장소 { $unit }
entry-subject = 사유 { $subject }
entry-note = 보내신 말 “{ $note }”
entry-recorded = { $at } 본인 기록
entry-recorded-by = { $at } { $name } 대리기록
entry-is-correction = 앞선 기록을 바로잡은것입니다
entry-counts = ✓ 반영
entry-waits-late = 오래된 날
entry-reason = 리유: { $reason }
event-line = { $at } { $what }
event-line-by = { $at } { $what } { $name }
event-disputed = 이의 제기
event-confirmed = 확인
event-rejected = 불인정
event-withdrawn = 취소
event-corrected = 정정
entry-withdrawn = ✓ 취소했습니다
entry-withdrawn-before = 이미 취소된 기록이라 바꾸지 않았습니다.
entry-rejected-anyway =
    인정되지 않아 원래 반영되지 않은 기록입니다.
    취소하지 않으셔도 됩니다.
entry-of-another =
    { $name } 님이 대신 기록한것이라 취소하지 않았습니다.
    맞지 않으면 그분께 련락해 주십시오.
entry-of-liaison =
    련락원이 대신 기록한것이라 취소하지 않았습니다.
    맞지 않으면 련락원에게 련락해 주십시오.
account-what = 이름을 함께 써 주십시오. 례: /account 周俊哲
account-none =
    맡으신 단위에 “{ $name }” 이름이 없습니다.
    이름을 확인해 주십시오. 례: /account 周俊哲
account-which = “{ $name }” { $total }명입니다. 한분을 골라 주십시오.
unit-title = { $unit } { $people }명
unit-paces = 늦음 { $behind }, 정상 { $on }, 앞섬 { $ahead }, 달성 { $done }
unit-line = { $number }. { $name } { $sum }
unit-nobody = 명단에 이 단위 사람이 없습니다.
units-which = 단위를 골라 주십시오:
units-more = 그밖에 { $n }개. 이름을 써 주십시오. 례: /unit 春阳镇
units-none =
    맡으신 단위에 “{ $name }” 단위가 없습니다.
    이름을 확인해 주십시오. 례: /unit 春阳镇
## 새 소식, 집체학습 기록, 다른 점

news-title = 새 소식 { $n }건
news-more = 나머지 { $n }건은 다음번에 알려 드립니다.
news-session = { $duty }, { $by } 일괄기록
news-proxy = { $duty }, { $by } 대신 기록
news-counts = { $duty }, { $by } 확인하여 반영
news-rejected = { $date } { $amount } 반영하지 않음
news-rejected-why = { $duty }, { $by }: { $reason }
news-undone = { $date } { $amount } 취소됨
news-undone-by = { $duty }, { $by } 일괄기록 전체 취소
news-target = { $duty } 목표 { $was }에서 { $is }로 변경
news-target-new = { $duty } 새 목표 { $is }
news-target-none = { $duty } 목표 없음
news-target-by = { $by } 설정
news-moved = { $date }부터 소속단위: { $unit }
news-moved-rank = 직급: { $rank }
button-dispute = 다릅니까?
button-dispute-of = 다릅니까? { $date }
button-answer-of = 설명 { $date }
example-date = { $month }월 { $day }일
command-session = 련락원: 집체학습 일괄기록
session-ask-unit = { $duty } 기록: 어느 단위입니까?
session-write-unit = 단위 이름을 직접 쓰셔도 됩니다.
session-ask-day = { $duty } 기록: 어느 날입니까?
session-write-day = 다른 날은 직접 쓰십시오. 례: “{ $example }”
session-ask-amount = { $date } 한사람당 얼마입니까?
session-write-amount = 직접 쓰셔도 됩니다. 례: “{ -say-hours }”
session-ask-form = 어떤 형식입니까?
session-ask-topic = 어떤 내용입니까?
session-head = { $duty } { $date } { $amount }
session-present = 참가 { $present }/{ $total }명
session-page = { $page }/{ $pages }페지
session-found = “{ $name }” 찾기:
session-how-to = 이름을 눌러 표시하시거나 이름을 써서 찾으십시오.
session-confirmed = ✓ { $n }명을 기록했습니다
session-full = 그날이 다 차서 기록하지 않음: { $names }
session-twice = 이미 기록되여 다시 기록하지 않음: { $names }
session-names = { $names } 등 { $n }명
session-told = 다음 알림에서 각자에게 알려 드립니다.
session-cancelled = 그만두었습니다. 기록하지 않았습니다.
session-withdrawn = ✓ 전체를 취소했습니다. { $n }명의 기록이 무효입니다
session-over-confirmed = { $by } 이미 확인하여 바꾼것이 없습니다.
session-over-cancelled = { $by } 이미 그만두어 바꾼것이 없습니다.
session-over-withdrawn = { $by } 이미 취소하여 바꾼것이 없습니다.
session-lapsed =
    너무 오래되여 기록하지 않았습니다.
    /session 을 다시 보내 주십시오.
session-unclear =
    알아보지 못하여 기록하지 않았습니다. 이렇게 쓰십시오:
    /session { $example }
session-future =
    아직 오지 않은 날이라 기록하지 않았습니다: { $date }
    오늘이나 지난 날을 쓰십시오.
session-too-much =
    하루에 { $most }까지 기록합니다. 기록하지 않았습니다.
    실제 수로 고치십시오. 례: “{ -say-half }”
session-no-duty = 이 활동에는 일괄기록할 학습이 없습니다.
session-nobody-there =
    명단에 사람이 없는 단위입니다: { $unit }
    다른 단위를 고르십시오: /session
session-unknown-unit =
    맡으신 단위 가운데 “{ $name }” 없습니다.
    이름을 확인하시거나 우의 단추를 누르십시오.
session-unknown-name =
    이 명단에 “{ $name }” 없습니다.
    이름을 확인하시거나 페지를 넘겨 찾으십시오.
session-not-on-list = 명단에 없는 사람이라 바꾼것이 없습니다.
session-nobody-present =
    표시한 사람이 없어 기록하지 않았습니다.
    먼저 이름을 누르십시오.
session-not-yours =
    확인한 사람: { $by }
    전체 취소는 확인한 사람만 할수 있습니다.
session-too-late =
    확인한지 하루가 지나 전체를 취소할수 없습니다.
    다른 사람은 본인이 “다릅니까?”를 누르십시오.
button-yesterday = 어제
button-without = 선택 안함
button-session-go-on = 계속 기록 { $date } { $amount }
button-session-present = ✓ { $name }
button-session-page = 이 페지 모두
button-session-page-none = 이 페지 해제
button-session-all = 전원 표시
button-session-list = 명단으로
button-session-previous = 앞페지
button-session-next = 다음 페지
button-session-confirm = 확인 { $n }명
button-session-cancel = 그만두기
button-session-withdraw = 전체 취소
dispute-what = { $date } { $amount }
dispute-by = { $duty }, 기록한 사람: { $by }
dispute-ask = 무엇이 다릅니까?
dispute-write-time =
    옳은 날자와 수량을 쓰십시오.
    례: “{ $date } { $amount }”
dispute-write-reason =
    무엇이 다른지 한마디로 쓰십시오.
    례: “그날 청가했습니다”
dispute-noted =
    ✓ 련락원에게 확인을 부탁했습니다. 그때까지 반영하지 않습니다:
    { $date } { $amount }
dispute-said = 말씀하신 내용: { $reason }
dispute-time = 시간이 다름: { $said }
dispute-own =
    본인이 기록하신것이라 바꾼것이 없습니다.
    고치시려면 그 메시지의 “취소”를 누르고 다시 쓰십시오.
dispute-waits = 이미 말씀하셔서 련락원의 확인을 기다립니다.
dispute-decided =
    련락원이 이미 확인하여 바꾼것이 없습니다.
    그래도 다르면 련락원에게 직접 문의하십시오.
dispute-withdrawn = 이미 취소된것이라 바꾼것이 없습니다.
button-absent = 참가하지 않았습니다
button-wrong-time = 시간이 다릅니다
button-other-reason = 다른 리유
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

## The ledger: where an item stands

item-already-cancelled = { $no }번은 취소되였습니다. 더 보고하실 필요가 없습니다.
status-cancelled = 취소

## Reminders of items: lights, ladder, silence

ladder-title-behind = 정돈개진 진도 늦음 { $behind }건
ladder-title-overdue-behind = 정돈개진 기한초과 { $overdue }건, 진도 늦음 { $behind }건
ladder-title-behind-near = 정돈개진 진도 늦음 { $behind }건, 기한림박 { $near }건
ladder-title-all = 정돈개진 기한초과 { $overdue }건, 진도 늦음 { $behind }건, 기한림박 { $near }건
ladder-behind = 진도 늦음, { $due }
ladder-times = { $due } ({ $times }번째 알림)
ladder-head = { $no }번 { $kind } { $due }
ladder-deadline-lead = 기한 { $date }, 책임령도 { $lead }
ladder-lead = 책임령도 { $lead }
ladder-nobody = 책임자가 없어 맡아주셔야 합니다
ladder-rise-lead = 근무일 { $days }일 뒤 책임령도께 보고됩니다
ladder-rise-head = 근무일 { $days }일 뒤 단위책임자께 보고됩니다
ladder-rise-supervision = 근무일 { $days }일 뒤 독도조에 보고됩니다
ladder-rise-office = 근무일 { $days }일 뒤 활동판공실에 보고됩니다
ladder-button-submit = 완수, 심사 제출
ladder-button-accept = 접수
ladder-button-extend = 연기 신청
ladder-button-report = 진척 설명
mute-button = { $days }일간 알리지 않기
mute-button-of = { $no }번 { $days }일간 알리지 않기
mute-button-end = 다시 알리기
mute-silent =
    ✓ { $no }번은 당분간 알리지 않습니다
    { $date }까지이며 그뒤에는 전과 같이 알립니다.
    기한을 넘기면 그래도 알립니다.
mute-speaks =
    ✓ { $no }번을 다시 알립니다
    때가 되면 전과 같이 알려드립니다.
mute-overdue =
    { $no }번은 기한을 넘겨 알림을 멈출수 없습니다.
    바꾼것이 없습니다. 심사에 제출하시거나 진척을 설명해주십시오: /tasks
mute-never = { $no }번과 같은 사항은 알림을 멈출수 없습니다. 바꾼것이 없습니다.
mute-too-long =
    근무일로 { $most }일까지 알림을 멈출수 있습니다. 바꾼것이 없습니다.
    아래 단추를 눌러주십시오.
mute-offered =
    { $no }번은 상급에 올려 답을 기다리고 있습니다.
    지금은 알리지 않습니다. 바꾼것이 없습니다.

## The monthly question about progress

dispatch-command = 련락원: 이달 진척 미보고자
dispatch-title = { $month } 진척 { $n }건 보고대기
dispatch-due = { $date }까지 보고해 주십시오
dispatch-more = { $n }건 더 있으며, 차례로 묻습니다
dispatch-button-show = { $no }번 진척 보고
dispatch-card = { $month } 진척 { $item }
dispatch-left = 뒤에 { $n }건 더 있습니다
dispatch-on-course = 정상 추진
dispatch-difficult = 애로가 있음
dispatch-button-write = 직접 쓰기
dispatch-button-why = { $no }번 무엇이 어려운지
dispatch-ask = { $no }번의 진척을 한두 문장으로 써 주십시오
dispatch-ask-example = 례: 2대를 반납하였고 6월말까지 끝내겠음.
dispatch-told = ✓ { $no }번 { $words }
dispatch-say-why = 무엇이 어려운지 한 문장 쓰셔도 됩니다.
dispatch-all-told = 이달 몫을 다 보고하셨습니다. 감사합니다.
dispatch-already = { $no }번은 { $month }에 이미 보고되여 다시 기록하지 않았습니다.
dispatch-past = { $month }분은 지나서 기록하지 않았습니다.
dispatch-nothing-left = 지금 보고할것이 없습니다.
dispatch-overview = { $month } 진척 보고 { $answered }/{ $asked }건
dispatch-was-due = { $date } 기한이 지났습니다
dispatch-late = 그중 { $n }건은 늦게 보고되였습니다
dispatch-everybody = 모두 보고하였습니다.
dispatch-silent = 미보고 { $n }명
dispatch-person = { $name } { $n }건
dispatch-person-unlinked = { $name } { $n }건, 미등록
dispatch-nobody = 책임자 없음 { $n }건
dispatch-month = { $month }월
dispatch-none-asked = { $month }에는 진척보고를 요구하지 않았습니다.
dispatch-never-asked =
    아직 진척보고를 요구하지 않았습니다.
    매달 첫 근무일에 자동으로 묻습니다.
dispatch-how-to =
    어느 달인지 알수 없습니다.
    이렇게 써 주십시오: /progress { $month }

## Escalation: what comes up to superiors, what waits for a reviewer

escalation-lead = 책임령도이신 정돈개진 { $n }건을 살펴 주십시오
escalation-head = 주관하시는 단위의 정돈개진 { $n }건을 살펴 주십시오
escalation-supervision = 독도하시는 정돈개진 { $n }건을 살펴 주십시오
escalation-office = 활동판공실이 독판하는 정돈개진 { $n }건을 살펴 주십시오
escalation-reviews = 심사하실 정돈개진 { $n }건: { $nos }
escalation-reviews-more = 심사하실 정돈개진 { $n }건: { $nos } 등
escalation-nobody = 보고받을 사람 없음 { $n }건
escalation-no-lead = { $unit } 책임령도 없음 { $n }건
escalation-no-head = { $unit } 주요 책임자 없음 { $n }건
escalation-no-supervision = { $unit } 독도조 없음 { $n }건
escalation-no-office = { $unit } 활동판공실 없음 { $n }건
button-escalation-all = 하나씩 보기
button-escalation-item = { $no }번 보기
button-escalation-review = { $no }번 심사

## 항목의 상세와 단계

item-page-named = { $no }번 { $content }
item-page-measures = 조치 { $words }
item-page-unit = 단위 { $unit }
item-page-lead = 책임령도 { $name }
item-page-responsible = 책임자 { $name }
item-page-nobody = 책임자 미정, 련락원이 책임
item-page-helpers = 협조 { $names }
item-page-progress = 진척 { $words }
item-page-new = 접수대기
item-page-open = 처리대기
item-page-accepted = 접수, 처리대기
item-page-begun = 처리중
item-page-waits = 심사대기: { $who }
item-page-waits-of = 심사대기: { $who } { $step }/{ $of }단계
item-page-by-lead = 책임령도
item-page-by-head = 단위 책임자
item-page-by-superior = 상급단위
item-page-by-liaison = 련락원
item-page-by-supervision = 독도조
item-page-by-office = 활동판공실
item-page-by-members = 단위 성원
item-page-extension = 연기 신청 { $date }까지
item-page-because = 리유 { $words }
item-page-offered = { $unit }에 올림, 답 대기
item-page-setbacks = 반려·재독판 { $n }회
item-page-lacks = 자료가 없어 심사 제출 불가
item-page-past = { $at } { $what }
item-page-past-by = { $at } { $name } { $what }
item-page-past-words = { $line }: { $words }
item-page-history = { $no }번 경과
item-page-done = ✓ { $no }번 { $what }
item-page-invites =
    사진, 문서나 몇마디를 덧붙이셔도 됩니다.
    보내지 않으셔도 됩니다.
item-page-since = 보신 뒤에 바뀐것이 있어 처리하지 않았습니다.
item-page-hidden =
    { $no }번은 { $unit } 책임이여서 보실수 없습니다.
    필요하시면 { $unit } 련락원에게 문의하십시오.
item-page-gone =
    그런 항목이 없습니다. 바꾼것이 없습니다.
    내 정돈개진: /tasks
item-step-accept = 접수함
item-step-begin = 처리 시작함
item-step-report = 진척 보고함
item-step-submit = 심사 제출함
item-step-withdraw = 심사 제출 철회함
item-step-approve = 심사 통과함
item-step-sign-off = 말소(销号)함
item-step-return = 반려함
item-step-ask = 연기 신청함
item-step-ask-to = { $date }까지 연기 신청함
item-step-grant = 연기 동의함
item-step-grant-to = { $date }까지 연기 동의함
item-step-refuse = 연기 동의하지 않음
item-step-hand-up = 상급에 올림
item-step-take-up = 상급에서 맡음
item-step-take-up-by = 상급에서 맡음, 기한 { $date }
item-step-send-back = 상급에서 돌려보냄
item-step-reassign = 책임자 바꿈
item-step-reassign-to = 책임자 바꿈: { $name }
item-step-reopen = 다시 독판함
item-step-cancel = 취소함
item-step-assigned = 대장에 올림
item-step-changed = 대장에서 바꿈
item-step-earlier = 기한을 { $date }로 앞당김
item-why-part = 이 단계는 맡으신 일이 아니여서 바꾸지 않았습니다.
item-why-own =
    맡거나 제출하신것은 다른분이 심사합니다.
    바꾼것이 없습니다.
item-why-now = 지금은 그렇게 할수 없어 바꾸지 않았습니다.
item-why-offered = 상급에 올려 답을 기다리는중이여서 바꾸지 않았습니다.
item-why-no-step = 이 종류에는 그런 단계가 없어 바꾸지 않았습니다.
item-why-evidence =
    자료가 있어야 제출할수 있어 제출하지 않았습니다.
    사진, 문서, 음성이나 글을 보내 주십시오.
    례: “차 2대 반납”
item-why-too-often = 연기 신청은 { $most }회까지여서 바꾸지 않았습니다.
item-why-asked = 이미 연기를 신청하여 답을 기다리고 있습니다.
item-why-nothing-asked = 답을 기다리는 연기 신청이 없어 바꾸지 않았습니다.
item-why-not-later =
    날자는 오늘과 지금 기한보다 뒤여야 합니다.
    바꾼것이 없습니다.
item-why-no-deadline = 이 항목에는 정해진 날자가 없어 연기할 필요가 없습니다.
item-why-no-unit-above = 상급단위가 없어 올릴수 없습니다.
item-why-no-reason = 리유를 써 주십시오. 바꾼것이 없습니다.
item-ask-return = 반려 { $item }
item-ask-reopen = 재독판 { $item }
item-ask-refuse = 연기 거절 { $item }
item-ask-cancel = 취소 { $item }
item-ask-report = 진척 { $item }
item-ask-choose = 왜 그렇습니까? 아래를 누르거나 리유를 써 주십시오.
item-ask-write =
    왜 그렇습니까? 리유를 써 주십시오.
    례: “12번과 중복”
item-ask-progress =
    어디까지 하셨습니까? 한두마디 써 주십시오.
    례: “2대 반납, 1대 남음”
item-reason-evidence = 자료 부족
item-reason-undone = 개진 미흡
item-reason-untrue = 사실과 다름
item-reason-vague = 조치 모호
item-reason-back = 문제 재발
item-reason-voices = 군중 반영
item-reason-weak = 리유 부족
item-reason-fixed = 상급이 정한 기한
item-reason-doable = 기한내 가능
button-item-accept = 접수
button-item-begin = 처리 시작
button-item-report = 진척 보고
button-item-submit = 완료, 심사 제출
button-item-withdraw = 제출 철회
button-item-approve = 심사 통과
button-item-sign-off = 말소(销号)
button-item-return = 반려
button-item-extension = 연기 신청
button-item-grant = 연기 동의
button-item-refuse = 연기 거절
button-item-hand-up = 상급에 올리기
button-item-take-up = 맡기
button-item-send-back = 하급에 돌려보내기
button-item-reassign = 책임자 바꾸기
button-item-reopen = 다시 독판
button-item-cancel = 이 항목 취소
button-item-history = 경과
button-item-show = { $no }번 보기
item-told = { $no }번 { $what }
item-told-by = { $content }, { $by }

## Groups, promises and polls of members

command-promise = 승낙하기, 나의 승낙 보기
command-group = 그룹에서: 단위와 련결하기
command-list = 그룹에서: 단위의 미결 사항
group-bound = ✓ 이 그룹을 련결했습니다: { $unit }
group-bound-before = 이전 단위: { $unit }
group-bound-how = /list를 보내면 미결 사항을 볼수 있습니다.
group-which = 맡으신 단위가 여럿입니다. 하나를 쓰십시오:
group-which-line = /group { $unit }
group-no-unit =
    맡으신 단위중에 “{ $words }”이(가) 없습니다.
    “/group 春阳镇”처럼 단위 이름을 다 쓰십시오.
group-no-name = “/group 春阳镇”처럼 단위를 쓰십시오.
group-not-yours =
    이 단위의 그룹은 련결하실수 없습니다.
    단위 련락원이나 활동판공실에 부탁하십시오.
group-taken =
    이 그룹은 { $unit }의 그룹입니다.
    그 단위 련락원이나 활동판공실만 바꿀수 있습니다.
group-unbound =
    이 그룹은 아직 단위와 련결되지 않았습니다.
    련락원이 “/group 단위이름”을 보내 주십시오.
group-list-title = { $unit } 미결 { $total }건
group-list-none = { $unit }: 미결 사항이 없습니다.
group-in-group-only =
    이 명령은 그룹에서 씁니다.
    먼저 저를 단위 그룹에 넣으신 다음
    그룹에서 “/group 단위이름”을 보내십시오.
promise-ask-what =
    무엇을 언제까지 승낙하시겠습니까?
    례: { $date } 마을어귀 가로등 수리
promise-ask-when =
    언제까지 하시겠습니까?
    례: { $date }
promise-bad-day =
    어느 날인지 알수 없습니다. 이렇게 쓰십시오:
    { $date }
promise-past =
    이미 지난 날입니다. 앞으로의 날자를 쓰십시오.
    례: { $date }
promise-confirm = 이 승낙이 맞습니까?
promise-made = ✓ 승낙 { $no }번을 기록했습니다
promise-cancelled = 알겠습니다. 바꾸지 않았습니다.
promise-mine-title = 나의 승낙 { $total }건
promise-mine-none =
    미결 승낙이 없습니다. 이렇게 쓰십시오:
    /promise { $date } 마을어귀 가로등 수리
promise-published = 공포함
promise-no-kind = 이번 활동에는 공개승낙이 없습니다.
promise-exempt = 규정에 따라 공개승낙을 하지 않으셔도 됩니다.
button-promise = 승낙합니다
button-promise-not = 그만두기
button-promises = 나의 승낙
button-promise-new = 하나 더 승낙하기
button-publish = 그룹에 공포
button-publish-no = { $no }번 공포
button-publish-send = 공포하기
button-publish-not = 공포하지 않기
publish-title = { $kind } { $no }번
publish-by = 승낙인 { $name }
publish-unit = 단위 { $unit }
publish-preview = 그룹 “{ $group }”에 이렇게 공포합니다:
publish-preview-unnamed = 단위 그룹에 이렇게 공포합니다:
publish-done = ✓ { $no }번을 그룹에 공포했습니다.
publish-already = { $no }번은 { $date }에 이미 공포하여 다시 보내지 않습니다.
publish-no-group =
    { $unit }: 련결된 그룹이 없습니다.
    저를 그룹에 넣고 련락원이 그룹에서 보내십시오:
    /group { $name }
publish-not-yours =
    직접 공포하실 사항이 아니여서 바꾸지 않았습니다.
    필요하시면 련락원에게 련계하십시오.
publish-not-public = 이런 사항은 그룹에 공포하지 않습니다.
publish-over = 이미 끝난 사항이여서 공포하지 않습니다.
poll-question = { $no }번 기한이 되였습니다. 만족하십니까? { $content } (투표 { $date }까지)
poll-satisfied = 만족
poll-mostly = 기본만족
poll-unsatisfied = 불만족
poll-passed = ✓ { $no }번 평의 통과
poll-failed = { $no }번 평의 미통과
poll-void = { $no }번 평의 결과 없음
poll-counts = 만족·기본만족 { $satisfied }/{ $voters }명, { $share }%
poll-few = 투표 { $voters }명, 적어도 { $least }명이 필요합니다.
poll-few-told = 투표 { $voters }명뿐임
poll-no-group = 련결된 그룹이 없어 투표하지 못함
poll-to-office = 활동판공실에서 심사합니다.
poll-make-up = 보충학습(补课) { $no }번, 기한 { $date }
poll-several = { $list } 등 { $n }건
poll-void-of = { $unit } 평의 결과 없음: { $items }
poll-void-why = { $why }. 심사해 주십시오.

## The ledger as a table of the office

sheet-name = 정돈개진대장
sheet-no = 순번
sheet-kind = 대장유형
sheet-category = 분류
sheet-content = 문제
sheet-measures = 조치
sheet-lead = 책임지도자
sheet-unit = 책임단위
sheet-responsible = 책임자
sheet-helpers = 협조단위(협조인)
sheet-deadline = 기한
sheet-progress = 진척
sheet-status = 상태
sheet-light = 신호등
sheet-closed = 말소여부
sheet-mark = 번호
sheet-immediate = 즉시
sheet-ongoing = 장기적
sheet-assigned = 접수 대기
sheet-accepted = 접수
sheet-under-way = 처리중
sheet-submitted = 심사대기
sheet-struck-off = 말소(销号)
sheet-cancelled = 취소
sheet-red = 기한초과
sheet-yellow = 지연
sheet-blue = 기한림박
sheet-yes = 예
sheet-not = 아니오
sheet-empty = 빈칸
refusal-sheet-stale = { $day }에 바뀌였습니다: { $column } → { $now }. 다시 내보낸 표에서 고치십시오
refusal-sheet-is-over = { $no }번은 { $day }에 말소(销号)했습니다. 바꾸지 않았습니다. 다시 하려면 대화에서 다시 여십시오
refusal-sheet-is-cancelled = { $no }번은 취소했습니다. 바꾸지 않았습니다. 다시 하려면 번호 없이 새 행을 쓰십시오
refusal-sheet-is-submitted = { $no }번은 심사중이여서 책임자를 바꿀 수 없습니다. 먼저 심사하십시오
refusal-sheet-is-offered = { $no }번은 상급의 회답을 기다리고있어 책임자를 바꿀 수 없습니다
refusal-sheet-unknown-mark = 대장에 없는 번호입니다: “{ $mark }”. 새 항목은 번호를 비우고, 아니면 다시 내보내십시오
refusal-sheet-mark-twice = 제{ $row }행과 번호가 같습니다. 새 항목은 번호를 비우십시오
refusal-sheet-just-changed = 누군가 방금 이 항목을 처리했습니다. 바꾸지 않았습니다. 한번 더 반입하십시오
refusal-exempt = 규정에 따라 { $name }은(는) 이 류형을 하지 않아도 됩니다
refusal-sheet-ambiguous = “{ $name }” { $n }명: { $who }. 이름뒤에 번호를 쓰십시오, 례: { $example }
import-sheet-no-responsible = 책임자를 찾지 못한 항목 { $n }건은 당분간 단위 련락원이 맡습니다
sheet-given = 대장 { $no }번을 맡게 되셨습니다
sheet-given-lead = 대장 { $no }번을 책임지고 이끌게 되셨습니다
sheet-gone = 대장 { $no }번은 더 맡지 않으십니다
sheet-gone-lead = 대장 { $no }번은 더 이끌지 않으십니다
sheet-gone-to = 대장 { $no }번: 새 책임자 { $name }
sheet-gone-lead-to = 대장 { $no }번: 새 책임지도자 { $name }

## More time, handing up, reassigning

command-handed = 상급에 올린 사항
ask-item = { $no }번 { $content }
ask-why = 원인: { $why }
ask-say = "{ $date }까지 연기 신청합니다. 이유: 자금 미도착"
ask-say-no = "{ $no }번 { $date }까지 연기 신청합니다. 이유: 자금 미도착"
ask-day = { $month }월 { $day }일
ask-button-show = { $no }번 보기
ask-not-your-part = { $no }번의 이 단계는 맡으신 일이 아니여서 바꾸지 않았습니다.
ask-own = { $no }번은 직접 맡으신 일이므로 다른 분이 결정해야 합니다.
ask-offered = { $no }번은 상급에 올려 답을 기다리고 있습니다.
ask-no-such-step = { $no }번 류형에는 이 단계가 없습니다.
ask-too-often =
    { $no }번은 최대 { $most }번 연기할수 있는데 이미 다 썼습니다.
    기한내에 처리하시거나 련락원에게 문의하십시오.
ask-already-asked = { $no }번은 연기를 신청하여 답을 기다리고 있습니다.
ask-no-deadline = { $no }번은 정해진 날자가 없어 연기할 필요가 없습니다.
ask-no-unit-above = { $no }번의 단위에는 상급단위가 없습니다.
ask-not-now = { $no }번은 지금 그렇게 할수 없어 바꾸지 않았습니다.
ask-instead = 지금 할수 있는 일은 아래를 눌러 보십시오.
ask-quicker-up = { $no }번은 { $by }님이 이미 맡았습니다. 더 하실 일이 없습니다.
ask-quicker-back = { $no }번은 { $by }님이 이미 돌려보냈습니다. 더 하실 일이 없습니다.
ask-wrong-no-day = 어느 날인지 알아보지 못했습니다.
ask-wrong-not-later = { $date }보다 늦은 날이여야 합니다.
ask-wrong-past = 이미 지나간 날입니다.
ask-wrong-too-late = 활동이 끝나는 { $date }보다 늦을수 없습니다.
ask-wrong-nobody = 고르실수 있는 사람과 단위에 "{ $name }"은(는) 없습니다.
ask-week = 1주 { $date }
ask-fortnight = 2주 { $date }
ask-month = 1개월 { $date }
ask-until = { $no }번 언제까지 연기합니까?
ask-until-how = 날자를 고르시거나 한마디로 쓰십시오:
ask-because = { $no }번 { $date }까지 연기
ask-because-how = 무엇때문입니까? 한마디로 쓰십시오. 례: 자금 미도착
ask-which-item = 어느 사항을 연기합니까? 고르시거나 번호를 쓰십시오:
ask-no-items =
    연기할수 있는 사항이 없습니다.
    맡으신 정돈개진: /tasks
ask-no-item =
    맡으신 사항에 { $no }번은 없습니다.
    맡으신 정돈개진: /tasks
ask-asked = ✓ { $no }번 { $date }까지 연기를 신청했습니다
ask-asked-waits = 심사하는 분의 답이 있기 전에는 기한이 그대로입니다.
ask-reason-funds = 자금
ask-reason-policy = 정책
ask-reason-across = 부문간 협조
ask-above = { $no }번 어느 급에 올립니까?
ask-button-up = { $unit }에 올리기
ask-hand = { $no }번 { $unit }에 올리기
ask-hand-why = 본급에서 풀수 없는 까닭을 고르시거나 한마디로 쓰십시오.
ask-handed-up = ✓ { $no }번 { $unit }에 올렸습니다
ask-handed-up-see = 처리정황은 /handed 에서 볼수 있습니다
ask-when = { $no }번 언제까지 처리합니까?
ask-when-how = 고르시거나 날자를 쓰십시오. 례: "{ $date }"
ask-from = { $unit }에서 올림
ask-whom = { $no }번 { $date }까지, 누가 처리합니까?
ask-whom-how = 고르시거나 { $unit } 사람의 이름을 쓰십시오.
ask-button-me = 제가 합니다
ask-taken-up = ✓ { $no }번 맡았습니다
ask-back = { $no }번 { $unit }에 돌려보내기
ask-back-why = 무엇때문입니까? 한마디로 쓰십시오. 례: 본급에서 풀수 있음
ask-sent-back = ✓ { $no }번 { $unit }에 돌려보냈습니다
ask-waiting = 올라온 사항 { $n }건, 답을 기다립니다
ask-ours = 올린 사항 { $n }건
ask-none-handed = 상급에 올린 사항이 없습니다.
ask-button-take = { $no }번 맡기
ask-button-back = { $no }번 돌려보내기
ask-stands-waits = { $unit }의 답을 기다림
ask-stands-back = 돌아와 원래 단위에서 처리
ask-stands-with = { $unit } { $who } 처리중
ask-stands-with-until = { $unit } { $who } 처리중, 기한 { $date }
ask-to-whom = { $no }번 누구에게 다시 맡깁니까?
ask-now-with = 현재 책임자 { $who }
ask-to-whom-how = 고르시거나 이름을 쓰십시오.
ask-to-whom-or-unit = 고르시거나 이름, 단위이름을 쓰십시오.
ask-nobody-yet = 미정
ask-heir-unit = { $unit }, 책임자 미정
ask-same = { $no }번은 이미 그분이 맡고있어 바꾸지 않았습니다.
ask-preview = { $no }번 { $was }에서 다시 맡김:
ask-reassigned = ✓ { $no }번 { $was }에서 다시 맡겼습니다:

## The ledger: lists, numbers, words, and a new item

command-item = 번호로 정돈개진 보기
command-items = 련락원: 단위별 정돈개진
command-new = 련락원: 정돈개진 세우기
command-search = 내용으로 정돈개진 찾기
listing-mine = 내가 맡은것
listing-helping = 내가 돕는것
listing-leading = 내가 이끄는것
listing-review = 내가 심사할것
listing-units = 단위별
listing-title = { $name } { $total }건
listing-title-red = { $name } 기한초과 { $red }건, 모두 { $total }건
listing-none = { $name }: 없습니다.
listing-several = { $no }번이 { $total }건 있습니다. 골라 주십시오:
listing-found = “{ $words }” { $total }건
listing-found-newest = “{ $words }” 최근 { $total }건
listing-found-none = “{ $words }” 정돈개진을 찾지 못했습니다.
listing-button-red = 기한초과만
listing-button-all = 모두 보기
listing-button-home = 나의 정돈개진
listing-button-units = 단위별 보기
listing-button-search = 찾기
listing-which-number = 어느 건을 보시겠습니까? 번호를 써 주십시오. 례: /item 7
listing-no-such-number =
    { $no }번을 찾지 못했습니다.
    번호를 확인해 주십시오. 례: /item 7
    내용으로 찾기: /search 路灯
listing-not-yours =
    { $no }번은 { $unit } 책임이여서 열람권한이 없습니다.
    필요하시면 현 련락원에게 련계하십시오.
listing-no-such-unit =
    보실수 있는 단위에 “{ $name }” 단위가 없습니다.
    이름을 다 써 주십시오. 례: /items { $example }
listing-which-words = 무엇을 찾으시겠습니까? 2~16자로 써 주십시오. 례: 路灯
opening-button-begin = 새로 세우기
opening-ask-kind = 어느 종류입니까?
opening-ask-unit = 어느 단위가 책임집니까? 고르거나 이름을 써 주십시오.
opening-ask-content = 무슨 일입니까? 한마디로 써 주십시오. 례: 가로등이 꺼졌음
opening-ask-deadline = 언제까지입니까? 고르거나 써 주십시오. 례: { $example }까지
opening-ask-responsible = 누가 책임집니까? 고르거나 이름을 써 주십시오.
opening-ask-lead = 책임령도는 누구입니까? 고르거나 이름을 써 주십시오.
opening-button-week = 1주
opening-button-two-weeks = 2주
opening-button-month = 1개월
opening-button-myself = 나 자신
opening-button-nobody = 개인 지정 안함
opening-button-no-lead = 책임령도 없음
opening-button-lead = 책임령도 추가
opening-button-open = 세우기
opening-button-give-up = 그만두기
opening-no-such-kind = 그런 종류가 없습니다. 아래 단추를 눌러 주십시오.
opening-no-such-unit = 세우실수 있는 단위에 “{ $name }” 단위가 없습니다.
opening-units = “{ $name }” 단위가 여럿입니다. 골라 주십시오.
opening-no-such-person = 그 단위 명단에 “{ $name }” 이름이 없습니다.
opening-several = “{ $name }” 이름이 여럿입니다. 골라 주십시오.
opening-no-deadline = 기한이 분명하지 않습니다. 례: { $example }까지, 2주
opening-past = { $date } 이미 지났습니다.
opening-too-long = 너무 깁니다. { $most }자까지 쓸수 있습니다.
opening-preview = 확인하고 세워 주십시오:
opening-content = { $kind }: { $content }
opening-unit = 책임단위 { $unit }
opening-responsible = 책임자 { $name }
opening-lead = 책임령도 { $name }
opening-nobody = 책임자를 지정하지 않아 단위 련락원이 책임집니다.
opening-opened = ✓ 세웠습니다: { $no }번
opening-told = 다음 알림에서 { $n }명에게 알립니다.
opening-see = 보시려면 써 주십시오: /item { $no }
opening-given-up = 네, 세우지 않았습니다.
opening-over =
    이 단계는 지났습니다. 더 세우지 않았습니다.
    나의 정돈개진: /tasks
    새로 세우기: /new
opening-not-yours =
    이 단위의 이 종류는 세우실수 없습니다.
    필요하시면 활동판공실에 련계하십시오.
opening-exempt = 규정에 따라 이분은 세우지 않아도 됩니다.
opening-news = { $by }: 맡아 처리해 주십시오
opening-news-lead = { $by }: 책임령도를 맡아 주십시오
