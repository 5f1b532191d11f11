//! What the office hears when messages or updates are not where they should be.

use chrono::{NaiveDate, NaiveTime};
use i18n_embed_fl::fl;

use crate::domain::finding::{Finding, Kind};

use super::Rendered;
use super::date::{date, time};
use super::page::Page;
use super::words::Voice;

pub(super) fn findings(
    voice: &Voice<'_>,
    on: NaiveDate,
    at: NaiveTime,
    findings: &[Finding],
) -> Rendered {
    let words = voice.words;
    let title = fl!(
        words,
        "findings-title",
        date = date(voice, on),
        time = time(at)
    );
    findings
        .iter()
        .fold(Page::new(title), |page, finding| {
            page.line(line(voice, finding))
        })
        .line(fl!(words, "findings-kept"))
        .line(fl!(words, "findings-todo"))
        .done()
}

fn line(voice: &Voice<'_>, finding: &Finding) -> String {
    let (words, count) = (voice.words, finding.count);
    match finding.kind {
        Kind::Missing => fl!(words, "finding-missing", count = count, of = finding.of),
        Kind::Held => fl!(words, "finding-held", count = count),
        Kind::Stuck => fl!(words, "finding-stuck", count = count),
        Kind::Unserved => fl!(words, "finding-unserved", count = count),
        Kind::Unexplained => fl!(words, "finding-unexplained", count = count),
        Kind::Updates => fl!(words, "finding-updates", count = count),
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::finding::{Finding, Kind};
    use crate::domain::language::Language;
    use crate::domain::notice::Notice;
    use crate::text::{render, sample};

    #[test]
    fn the_office_hears_how_many_what_it_means_and_whom_to_call() {
        let finding = |kind, count| Finding {
            kind,
            count,
            of: 1_284,
            places: vec!["evening 2014-03-03T09:30:00Z".to_owned()],
        };
        let notice = Notice::Findings {
            on: sample::day(2014, 3, 3),
            at: chrono::NaiveTime::from_hms_opt(17, 36, 20).unwrap(),
            findings: vec![finding(Kind::Missing, 3), finding(Kind::Updates, 1)],
        };
        for (language, text) in [
            (
                Language::ZhCn,
                "发送有异常 3月3日 周一 17:36\n3/1284条提醒查不到，可能没有送到\n\
                 1条来信还没有处理\n大家报来的都已收好，不用重报。\n请转告维护人员，\n请他看 healthz 页面。",
            ),
            (
                Language::En,
                "Messages need a look, Mon 3 March, 17:36\n\
                 3/1284 reminders cannot be found and may not have been sent\n\
                 1 message that came in is not handled yet\n\
                 What people sent is kept; nobody needs to send it again.\n\
                 Please tell whoever keeps this service running to look at its healthz page.",
            ),
        ] {
            assert_eq!(render(&sample::campaign(), language, &notice).text, text);
        }
    }
}
