//! Korean words. They match over single spaces, so each stands here written together.

use chrono::Weekday;

use super::super::Spoken;
use super::super::atom::{Atom, Part, Unit, Week};
use super::List;

pub(super) const WORDS: List = &[
    // Quantities.
    (Atom::Half, "반"),
    (Atom::Unit(Unit::Day), "일간|일동안"),
    (Atom::DayOrDate, "일"),
    (Atom::Unit(Unit::ClassHour), "학시|학습시간|학시간"),
    (Atom::Unit(Unit::Hour), "시간"),
    (Atom::Unit(Unit::Minute), "분|분간"),
    (Atom::Unit(Unit::Times), "번|회|차례|건"),
    (Atom::Unit(Unit::Household), "호|가구|세대|집|가정"),
    (Atom::Length(Spoken::Days(500)), "반나절|반일|반날|반나절간"),
    (
        Atom::Length(Spoken::Days(1_000)),
        "하루|하루종일|온종일|종일|온하루|꼬박하루|진종일|하룻동안",
    ),
    (Atom::Length(Spoken::Days(2_000)), "이틀|이틀간"),
    (Atom::Length(Spoken::Days(3_000)), "사흘|사흘간"),
    (Atom::Length(Spoken::Days(4_000)), "나흘|나흘간"),
    (Atom::Length(Spoken::Days(5_000)), "닷새|닷새간"),
    (Atom::Length(Spoken::Days(6_000)), "엿새"),
    (Atom::Length(Spoken::Days(7_000)), "이레"),
    (Atom::Length(Spoken::Days(8_000)), "여드레"),
    (Atom::Length(Spoken::Days(9_000)), "아흐레"),
    (Atom::Length(Spoken::Days(10_000)), "열흘"),
    (Atom::Whole, "내내"),
    (Atom::And, "하고|와|과|그리고|및"),
    // Days and parts of them.
    (Atom::Part(Part::Morning), "오전"),
    (Atom::Part(Part::Afternoon), "오후"),
    (Atom::Part(Part::Dawn), "아침|새벽"),
    (Atom::Part(Part::Noon), "점심시간|점심|낮|정오"),
    (Atom::Part(Part::Evening), "저녁|밤|야간"),
    (Atom::Offset(0), "오늘|금일|당일"),
    (Atom::Offset(-1), "어제|어젯|어저께|작일|엊저녁"),
    (Atom::Offset(-2), "그저께|그제|그젯|재작일"),
    (Atom::Offset(-3), "그끄저께|그끄제"),
    (Atom::Offset(1), "내일|명일"),
    (Atom::Offset(2), "모레|내일모레"),
    (Atom::Offset(3), "글피"),
    (Atom::Week(Week::Calendar(-1)), "지난주|저번주"),
    (Atom::Week(Week::Calendar(0)), "이번주|금주"),
    (Atom::Week(Week::Calendar(1)), "다음주|내주"),
    (Atom::Week(Week::Last), "지난"),
    (Atom::Weekday(Weekday::Mon), "월요일"),
    (Atom::Weekday(Weekday::Tue), "화요일"),
    (Atom::Weekday(Weekday::Wed), "수요일"),
    (Atom::Weekday(Weekday::Thu), "목요일"),
    (Atom::Weekday(Weekday::Fri), "금요일"),
    (Atom::Weekday(Weekday::Sat), "토요일"),
    (Atom::Weekday(Weekday::Sun), "일요일"),
    (Atom::Year(0), "올해|금년"),
    (Atom::Year(-1), "작년|지난해"),
    (Atom::Month(0), "이번달|이달"),
    (Atom::Month(-1), "지난달|저번달"),
    (Atom::YearMark, "년"),
    (Atom::MonthMark, "월"),
    (Atom::DateMark, "일에|일날"),
    // Studying.
    (
        Atom::Study,
        "공부|학습|자습|독학|수강|독서|집체학습|집중학습|이론학습|자체학습|온라인학습|정치학습|업무학습|교육받음|\
         교육받았습니다|교육받았어요|강의들음|강의들었습니다|강의들었어요|배웠습니다|배웠어요|배움|읽었습니다|읽었어요|읽음|\
         복습|학습완료|공부완료|학습참가|학습참석|학습참여",
    ),
    (
        Atom::Topic,
        "당|당의|당사|당장|당규|당강|이론|정책|당과|당수업|군중노선|강의|당의강의|업무지식|문건|강연|당규약|당역사",
    ),
    // No weight.
    (
        Atom::Filler,
        "했습니다|했어요|했음|함|하였습니다|하였음|했다|하였다|했네요|했지요|했죠|했고|함께|입니다|이에요|예요|임|이다|요|\
         들었습니다|들었어요|들음|봤습니다|보았습니다|봤어요|마쳤습니다|끝냈습니다|완료|완료했습니다|참가했습니다|참석했습니다|\
         참여했습니다|안녕하세요|안녕하십니까|감사합니다|고맙습니다|수고하십니다|수고많으십니다|네|예|저|저는|제가|나는|내가|나|저도|\
         은|는|을|를|에|에는|에도|의|도|만|동안|정도|쯤|가량|약|대략|총|합계|모두|합쳐서|열심히|겨우|혼자|보고드립니다|보고합니다|\
         간|씩은|보충기록|보충기록합니다|보충기록입니다|추가기록|오늘학습|학습량|학습시간은|공부시간|공부시간은|으로|로|까지합쳐|참가|참석|참여|이요|아직|죄송합니다",
    ),
    (Atom::Addressee, "서기님|주임님|선생님|동지"),
    // Nothing.
    (
        Atom::Nothing,
        "안함|안했습니다|안했어요|안했음|안했다|안했네요|못함|못했습니다|못했어요|못했음|못했다|못했네요|하지않았습니다|하지않았어요|\
         하지않음|하지못했습니다|하지못했어요|하지못함|하지못했음|하지않았음|없음|없습니다|없어요|없었습니다|없었어요|없다|\
         미학습|미실시|무|전혀안했습니다|전혀못했습니다|아무것도안했습니다|아무것도안했어요|아무것도못했습니다|\
         아무것도공부하지않았습니다|공부할시간이없었습니다|공부할시간이없었어요|학습할시간이없었습니다|시간이없어서못했습니다|\
         시간이없어못했습니다|한것이없습니다|한게없습니다|한게없어요|학습내용없음|공부한것없음",
    ),
    // Not done, or not said clearly.
    (
        Atom::Intent,
        "예정|예정입니다|할예정|할예정입니다|할게요|하겠습니다|할것입니다|할겁니다|할거예요|하려고|하려고합니다|해야|해야합니다|\
         할계획|할계획입니다|계획|계획입니다|하고싶|하고싶습니다|학습예정|합니다|해요|할것|하자|공부할|학습할",
    ),
    (
        Atom::Block,
        "안|못|아니|아닙니다|아니요|않|말고|빼고|제외|부족|모자|남았|남음|남은|더|이상|이하|미만|초과|넘게|이내|약간|조금|많이|\
         몇|여러|매일|매주|매달|각|각각|하루에|하루당|마다|씩|평균|최소|최대|회의|출장|휴식|휴가|휴무|병가|결석|조퇴|외출|쉬|쉼|\
         쉬었|놀|잤|친구|동료|그는|그가|그녀|아들|딸|남편|아내|누가|당신|너|우리반|엊그제|전|후|전에|후에|뒤|부터|까지|에서부터|\
         인가요|입니까|했나요|했습니까|나요|까요|했니|시간표|시간당|시반|한나절|반쯤|반대|반성|반복|반장|반원|수업준비|만약|취소|\
         정정|수정|이시간|분전|시간전|시간뒤|시간후|시간반대|분기",
    ),
];
