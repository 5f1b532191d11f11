//! Days as people say them, always with the weekday.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
use i18n_embed_fl::fl;

use super::words::Voice;
use crate::domain::campaign::Campaign;
use crate::domain::language::Language;

/// "3月3日 周一"
pub(super) fn date(voice: &Voice<'_>, day: NaiveDate) -> String {
    let weekday = day.weekday().number_from_monday();
    fl!(
        voice.words,
        "date",
        month = day.month(),
        day = day.day(),
        weekday = weekday
    )
}

/// "3月3日": a day as one can write it.
pub(super) fn written(voice: &Voice<'_>, day: NaiveDate) -> String {
    fl!(
        voice.words,
        "example-date",
        month = day.month(),
        day = day.day()
    )
}

/// "2014年3月3日 周一", where the year may not be the reader's own.
pub(super) fn date_with_year(voice: &Voice<'_>, day: NaiveDate) -> String {
    // As text, so that no formatting of numbers ever groups its digits.
    fl!(
        voice.words,
        "date-with-year",
        year = day.year().to_string(),
        date = date(voice, day)
    )
}

/// "17:30"
pub(super) fn time(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// "2014年3月3日 周一 17:25": what the demo's clock shows.
pub fn moment(campaign: &Campaign, language: Language, at: NaiveDateTime) -> String {
    format!(
        "{} {}",
        date_with_year(&Voice::new(campaign, language), at.date()),
        time(at.time())
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;
    use crate::text::sample;

    #[test]
    fn days_carry_their_weekday_in_every_language() {
        let campaign = sample::campaign();
        let sunday = sample::day(2014, 12, 28);
        for (language, with_year) in [
            (Language::ZhCn, "2014年12月28日 周日"),
            (Language::ZhTw, "2014年12月28日 週日"),
            (Language::En, "Sun 28 December 2014"),
            (Language::Ko, "2014년 12월 28일 일요일"),
        ] {
            assert_eq!(
                date_with_year(&Voice::new(&campaign, language), sunday),
                with_year
            );
        }
    }
}
