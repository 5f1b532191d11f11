//! Broadcasts: the office's own words as a message, and what the command line says of them.

use chrono::NaiveDateTime;
use i18n_embed_fl::fl;

use crate::domain::broadcast::{Order, State};
use crate::domain::campaign::Campaign;
use crate::domain::language::Language;

use super::Rendered;
use super::date::moment;
use super::page::escaped;
use super::words::words;

/// The office's own text: shown as it was written, whatever signs are in it.
pub fn announcement(text: &str) -> Rendered {
    Rendered {
        text: escaped(text),
        keyboard: Vec::new(),
    }
}

/// A line of the list of broadcasts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number.
    pub id: i64,
    /// Its state.
    pub state: State,
    /// People it goes to.
    pub total: i64,
    /// Messages that have arrived.
    pub sent: i64,
    /// Messages to come.
    pub waiting: i64,
    /// Messages that will never go: why, and how many.
    pub closed: Vec<(String, i64)>,
}

/// When a round would go, in the campaign's local time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlook {
    /// People, each of whom gets one message.
    pub people: i64,
    /// Time spent sending.
    pub minutes: i64,
    /// The first message.
    pub begins: NaiveDateTime,
    /// About the last.
    pub ends: NaiveDateTime,
    /// Quiet hours in between.
    pub cuts: Vec<(NaiveDateTime, NaiveDateTime)>,
}

/// "7 发送中：共1284人，已发1200，待发80，未发4（blocked 3, left 1）". The reasons are those of `duban export outbox`, the
/// same in every language.
pub fn broadcast_line(language: Language, row: &Row) -> String {
    let words = words(language);
    let state = match row.state {
        State::Freezing => fl!(words, "terminal-broadcast-freezing"),
        State::Sending => fl!(words, "terminal-broadcast-sending"),
        State::Paused => fl!(words, "terminal-broadcast-paused"),
        State::Cancelled => fl!(words, "terminal-broadcast-cancelled"),
        State::Done => fl!(words, "terminal-broadcast-done"),
    };
    let closed: i64 = row.closed.iter().map(|(_, count)| count).sum();
    let line = fl!(
        words,
        "terminal-broadcast-line",
        id = row.id.to_string(),
        state = state,
        total = row.total,
        sent = row.sent,
        waiting = row.waiting,
        closed = closed
    );
    if row.closed.is_empty() {
        return line;
    }
    let reasons: Vec<String> = row
        .closed
        .iter()
        .map(|(reason, count)| format!("{reason} {count}"))
        .collect();
    fl!(
        words,
        "terminal-broadcast-reasons",
        line = line,
        reasons = reasons.join(", ")
    )
}

/// When there is nothing to list.
pub fn no_broadcasts(language: Language) -> String {
    fl!(words(language), "terminal-broadcast-none")
}

/// After one was made.
pub fn broadcast_made(language: Language, id: i64, people: i64) -> String {
    fl!(
        words(language),
        "terminal-broadcast-made",
        id = id.to_string(),
        people = people
    )
}

/// After an order.
pub fn broadcast_obeyed(language: Language, id: i64, order: Order) -> String {
    let (words, id) = (words(language), id.to_string());
    match order {
        Order::Pause => fl!(words, "terminal-broadcast-held", id = id),
        Order::Resume => fl!(words, "terminal-broadcast-resumed", id = id),
        Order::Cancel => fl!(words, "terminal-broadcast-stopped", id = id),
    }
}

/// What a dry run found, a line each.
pub fn broadcast_forecast(
    campaign: &Campaign,
    language: Language,
    outlook: &Outlook,
) -> Vec<String> {
    let words = words(language);
    let shown = |at: NaiveDateTime| moment(campaign, language, at);
    let mut lines = vec![
        fl!(words, "terminal-broadcast-dry-run"),
        fl!(
            words,
            "terminal-broadcast-forecast",
            people = outlook.people,
            minutes = outlook.minutes
        ),
        fl!(
            words,
            "terminal-broadcast-span",
            begins = shown(outlook.begins),
            ends = shown(outlook.ends)
        ),
    ];
    lines.extend(outlook.cuts.iter().map(|(from, to)| {
        fl!(
            words,
            "terminal-broadcast-cut",
            from = shown(*from),
            to = shown(*to)
        )
    }));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::text::sample;

    #[test]
    fn the_offices_words_never_become_markup() {
        let text = "明天<b>9点</b>开会 & 点名\n地点：101室\n";
        let message = announcement(text);
        assert_eq!(
            message.text,
            "明天&lt;b&gt;9点&lt;/b&gt;开会 &amp; 点名\n地点：101室\n"
        );
        assert!(message.keyboard.is_empty());
    }

    #[test]
    fn an_office_sees_how_far_each_one_is() {
        let row = Row {
            id: 7,
            state: State::Sending,
            total: 12,
            sent: 6,
            waiting: 2,
            closed: vec![("blocked".to_owned(), 3), ("left".to_owned(), 1)],
        };
        let fresh = Row {
            state: State::Freezing,
            closed: Vec::new(),
            ..row.clone()
        };
        for (language, row, line) in [
            (
                Language::ZhCn,
                &row,
                "7 发送中：共12人，已发6，待发2，未发4（blocked 3, left 1）",
            ),
            (
                Language::ZhTw,
                &row,
                "7 傳送中：共12人，已傳送6，待傳送2，未傳送4（blocked 3, left 1）",
            ),
            (
                Language::En,
                &row,
                "7 sending: 12 in all, 6 sent, 2 waiting, 4 closed (blocked 3, left 1)",
            ),
            (
                Language::Ko,
                &row,
                "7 발송중: 모두 12명, 발송 6, 대기 2, 미발송 4 (blocked 3, left 1)",
            ),
            (
                Language::En,
                &fresh,
                "7 being addressed: 12 in all, 6 sent, 2 waiting, 0 closed",
            ),
        ] {
            assert_eq!(broadcast_line(language, row), line);
        }
    }

    #[test]
    fn a_dry_run_says_how_many_how_long_and_until_when() {
        let at = |text: &str| text.parse::<NaiveDateTime>().unwrap();
        let outlook = Outlook {
            people: 12,
            minutes: 1,
            begins: at("2014-03-03T20:59:00"),
            ends: at("2014-03-04T07:31:00"),
            cuts: vec![(at("2014-03-03T21:00:00"), at("2014-03-04T07:30:00"))],
        };
        assert_eq!(
            broadcast_forecast(&sample::campaign(), Language::ZhCn, &outlook),
            [
                "试运行：什么也没有发，什么也没有改",
                "发给12人，每人1条，约需1分钟",
                "2014年3月3日 周一 20:59开始，2014年3月4日 周二 07:31前后发完",
                "免打扰时段不发：2014年3月3日 周一 21:00至2014年3月4日 周二 07:30",
            ]
        );
        for language in Language::ALL {
            let lines = broadcast_forecast(&sample::campaign(), language, &outlook);
            assert_eq!(lines.len(), 4, "{lines:?}");
        }
    }
}
