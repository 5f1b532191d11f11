//! Words with which people say that they are away, in all languages. They are looked for only where a
//! leave is read: in an answer about study 到 and 周 mean other things, and 请假 makes it unclear.

use super::super::atom::{Atom, Week};
use super::List;
use crate::domain::leave::Kind;

pub(in super::super) const WORDS: List = &[
    (
        Atom::Leave(Kind::Leave),
        "请假|请了假|请个假|假|请病假|请事假|请年假|病假|事假|年假|年休假|休假|休年假|休病假|婚假|产假|陪产假|护理假|丧假|\
         探亲假|公休|公休假|调休|补休|轮休|\
         leave|on leave|annual leave|sick leave|on annual leave|on sick leave|vacation|on vacation|holiday|on holiday|\
         off|away|\
         휴가|청가|병가|년가|연가|연차|휴무",
    ),
    (
        Atom::Leave(Kind::Trip),
        "出差|公出|因公出差|因公外出|外出|外出办事|出公差|公差|出国|\
         trip|business trip|on a business trip|on business trip|on a trip|on an official trip|official trip|\
         away on business|travelling|traveling|duty travel|on duty travel|출장|외출",
    ),
    (
        Atom::Until,
        "到|至|直到|一直到|-|~|to|until|till|through|thru|up to|up until",
    ),
    (Atom::UntilBehind, "까지"),
    (
        Atom::From,
        "从|自|由|自从|起|开始|起算|from|starting|starting from|starting on|as of|as from|beginning|부터",
    ),
    (
        Atom::WorkDay,
        "工作日|working days|working day|work days|work day|근무일",
    ),
    (
        Atom::WeekUnit,
        "周|星期|礼拜|周时间|week|weeks|week's|weeks'|주|주간|주일|주일간",
    ),
    (Atom::OneWeek, "일주일|일주일간|한주|한주간"),
    (
        Atom::Week(Week::Calendar(0)),
        "本周|这周|这个星期|本星期|这星期|这礼拜|this week|이번주|금주",
    ),
    (Atom::Month(1), "下月|下个月|다음달|내달"),
    (Atom::Year(1), "明年|래년|내년"),
    // No weight: asking for it, and why.
    (
        Atom::Filler,
        "请|请了|休|休了|申请|请求|特申请|特此|特|批准|请批准|请领导批准|望批准|请准|请准假|准假|因|因为|因病|因事|因公|\
         有事|家里有事|家中有事|家有急事|有急事|生病|身体不适|感冒|住院|看病|就医|体检|这|这几天|共计|\
         take|taking|take a|i am|i'm|i will be|i'll be|will be|be|am|due to illness|because of illness|sick|\
         신청합니다|신청|씁니다|내겠습니다|냅니다|가겠습니다|갑니다|중입니다|중|쓰겠습니다|바랍니다",
    ),
];
