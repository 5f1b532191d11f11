//! To somebody whose entry was turned down and who has something to say to it.

use i18n_embed_fl::fl;

use crate::domain::answering::Answer;

use super::Rendered;
use super::amount::amount;
use super::evidence::{named, pieces};
use super::page::{Page, plain};
use super::queue::reason;
use super::words::Voice;

pub(super) fn answer(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    match answer {
        Answer::Ask { of, reason: why } => {
            let page = Page::new(fl!(words, "answering-ask", entry = named(voice, of)));
            let why = reason(voice, why);
            let page = if why.is_empty() {
                page
            } else {
                page.line(fl!(words, "queue-reason", reason = why))
            };
            page.line(fl!(words, "answering-how-to")).done()
        }
        Answer::Waits { of, evidence } => {
            let page = Page::new(fl!(words, "answering-waits")).line(named(voice, of));
            if *evidence == 0 {
                return page.done();
            }
            page.line(pieces(voice, *evidence)).done()
        }
        Answer::Nothing => plain(fl!(words, "answering-nothing")),
        Answer::DayFull { of, most, held } => {
            let measure = voice.measure(&of.duty);
            plain(fl!(
                words,
                "answering-day-full",
                entry = named(voice, of),
                most = amount(voice, *most, measure),
                held = amount(voice, *held, measure)
            ))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::amount::Amount;
    use crate::domain::language::Language;
    use crate::domain::notice::Notice;
    use crate::domain::queue::{Of, Reason};
    use crate::text::{render, sample};

    fn say(answer: Answer) -> String {
        let campaign = sample::campaign();
        render(&campaign, Language::ZhCn, &Notice::Answering(answer)).text
    }

    fn of() -> Of {
        Of {
            who: None,
            duty: "study".to_owned(),
            on: sample::day(2014, 2, 10),
            amount: Amount::whole(4),
        }
    }

    #[test]
    fn the_reason_is_read_back_whether_chosen_or_typed() {
        for (kept, line) in [
            (Reason::Date.kept(), "\n原因：日期不对"),
            ("那天没有开会".to_owned(), "\n原因：那天没有开会"),
            (String::new(), ""),
        ] {
            let text = say(Answer::Ask {
                of: of(),
                reason: kept,
            });
            assert_eq!(
                text,
                format!(
                    "2月10日 周一 半天（4学时） 被退回{line}\n请直接写来情况，也可发照片、文件。\n\
                     联络员会再看一次。"
                )
            );
        }
    }

    #[test]
    fn it_waits_again_with_its_evidence() {
        let text = say(Answer::Waits {
            of: of(),
            evidence: 1,
        });
        assert_eq!(
            text,
            "✓ 已说明，等联络员再看\n2月10日 周一 半天（4学时）\n材料1份"
        );
    }
}
