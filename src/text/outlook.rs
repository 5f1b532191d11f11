//! Where a sum is heading, in a line or two: "按此进度 7月2日 周三 完成".

use i18n_embed_fl::fl;

use crate::domain::account::Pace;
use crate::domain::notice::Standing;

use super::amount::shown;
use super::date::date;
use super::words::Voice;

/// When the target will be met, or what will be missing; nothing where that cannot be said.
pub(super) fn heading(voice: &Voice<'_>, standing: &Standing) -> Option<String> {
    let words = voice.words;
    if let Some(day) = standing.forecast {
        return Some(fl!(words, "forecast-met", date = date(voice, day)));
    }
    standing.short.map(|short| {
        fl!(
            words,
            "forecast-short",
            date = date(voice, short.by),
            amount = shown(voice, &standing.duty, short.amount)
        )
    })
}

/// The same for a question: to who is behind how much he is short of, and what would make up for it.
pub(super) fn lines(voice: &Voice<'_>, standing: &Standing) -> Vec<String> {
    let words = voice.words;
    let Some(lag) = standing.lag.filter(|_| standing.pace == Some(Pace::Behind)) else {
        return heading(voice, standing).into_iter().collect();
    };
    let lag = fl!(
        words,
        "behind-by",
        amount = shown(voice, &standing.duty, lag)
    );
    let way = standing.catch_up.map(|way| {
        let amount = shown(voice, &standing.duty, way.a_day);
        let date = date(voice, way.on);
        if voice.is_study(&standing.duty) {
            fl!(words, "catch-up-study", amount = amount, date = date)
        } else {
            fl!(words, "catch-up-duty", amount = amount, date = date)
        }
    });
    let way = way.or_else(|| heading(voice, standing));
    std::iter::once(lag).chain(way).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::amount::Amount;
    use crate::domain::forecast::{CatchUp, Short};
    use crate::domain::language::Language;
    use crate::text::sample;

    fn say(language: Language, standing: &Standing) -> String {
        lines(&Voice::new(&sample::campaign(), language), standing).join("\n")
    }

    #[test]
    fn the_day_on_which_it_will_be_done_is_said() {
        let standing = Standing {
            forecast: Some(sample::day(2014, 7, 2)),
            ..sample::standing()
        };
        for (language, text) in [
            (Language::ZhCn, "按此进度 7月2日 周三 完成"),
            (Language::ZhTw, "照此進度 7月2日 週三 完成"),
            (Language::En, "At this pace done on Wed 2 July"),
            (Language::Ko, "이 속도이면 7월 2일 수요일 완료"),
        ] {
            assert_eq!(say(language, &standing), text);
        }
        assert_eq!(say(Language::ZhCn, &sample::standing()), "");
    }

    #[test]
    fn what_will_be_missing_is_said_as_one_counts_it() {
        for (hours, text) in [
            (16, "按此进度 到9月30日 周二 还差2天"),
            (4, "按此进度 到9月30日 周二 还差半天"),
            (5, "按此进度 到9月30日 周二 还差5学时"),
        ] {
            let short = Short {
                by: sample::day(2014, 9, 30),
                amount: Amount::whole(hours),
            };
            let standing = Standing {
                short: Some(short),
                ..sample::standing()
            };
            assert_eq!(say(Language::ZhCn, &standing), text);
        }
    }

    #[test]
    fn who_is_behind_reads_how_to_catch_up() {
        let behind = Standing {
            pace: Some(Pace::Behind),
            lag: Some(Amount::whole(8)),
            catch_up: Some(CatchUp {
                a_day: Amount::whole(1),
                on: sample::day(2014, 3, 20),
            }),
            ..sample::standing()
        };
        for (language, text) in [
            (
                Language::ZhCn,
                "比进度少1天\n每天学1学时，3月20日 周四 赶上",
            ),
            (
                Language::ZhTw,
                "比進度少1天\n每天學1學時，3月20日 週四 趕上",
            ),
            (
                Language::En,
                "1 day behind the pace\n1 class hour a day catches up by Thu 20 March",
            ),
            (
                Language::Ko,
                "진도보다 1일 부족\n날마다 1학시이면 3월 20일 목요일에 따라잡음",
            ),
        ] {
            assert_eq!(say(language, &behind), text);
        }
        let visits = Standing {
            duty: "households".to_owned(),
            ..behind
        };
        assert_eq!(
            say(Language::ZhCn, &visits),
            "比进度少8户\n每天1户，3月20日 周四 赶上"
        );
    }
}
