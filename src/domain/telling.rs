//! What a text tells of what somebody did: of which duty, how much, in what form and on what topic. The names and
//! words are the campaign's; how amounts and days are written is the reader's ([`super::reply`]).
//!
//! Readings that could be disputed, decided here:
//! - Without a word of a duty, it is the duty that is asked about.
//! - Words of several duties: the one that can be counted in what was said ("走访调研1天"); if that is not one, unclear.
//! - Two forms, or two topics: none of them is taken, the amount is.
//! - "没走访" answers nothing that was asked: unclear. Only the duty that is asked about can be answered with nothing.

use chrono::NaiveDate;

use super::campaign::{Campaign, Duty};
use super::label::{Kind, Labels};
use super::reply::{Reading, Sifted, sift};

/// A text, as far as it is understood.
#[derive(Debug, Clone)]
pub struct Telling<'a> {
    /// Of which duty.
    pub duty: &'a Duty,
    /// How much, of which day.
    pub reading: Reading,
    /// Whether the day was named, rather than meant to be today.
    pub is_dated: bool,
    /// In what form, on what topic.
    pub labels: Labels,
    /// Whether it holds labels and nothing else: an answer to what it was about.
    pub is_bare: bool,
}

/// What a word of the campaign means.
#[derive(Debug, Clone, Copy)]
enum Meaning<'a> {
    Duty,
    Label(Kind, &'a str),
}

/// A word of the campaign, the duty it belongs to and what it means there.
type Word<'a> = (&'a str, &'a Duty, Meaning<'a>);

/// What the text tells; `None` in a campaign that has no duty it could be of.
pub fn telling<'a>(campaign: &'a Campaign, text: &str, today: NaiveDate) -> Option<Telling<'a>> {
    let duties = || {
        campaign
            .duties
            .iter()
            .filter(|duty| duty.topics_of.is_none())
    };
    let words: Vec<Word<'a>> = duties().flat_map(words_of).collect();
    let (sifted, found) = found(text, &words);
    let asked = campaign
        .prompted_duty()
        .filter(|duty| duty.topics_of.is_none());
    let named = distinct(&found, |meaning| matches!(meaning, Meaning::Duty));
    let (reading, _) = sifted.read(today);
    let counts = |duty: &&'a Duty| match reading {
        Reading::Amount { spoken, .. } | Reading::TooMuch { spoken, .. } => {
            campaign.class_hours.convert(spoken, duty.measure).is_some()
        }
        _ => false,
    };
    let candidates = if named.is_empty() {
        let labelled = distinct(&found, |_| true);
        match asked {
            Some(asked) if labelled.is_empty() || labelled.iter().any(|of| of.id == asked.id) => {
                vec![asked]
            }
            _ => labelled,
        }
    } else {
        named
    };
    let counted: Vec<&Duty> = candidates.iter().copied().filter(counts).collect();
    if let [duty] = counted.as_slice() {
        return Some(of_duty(duty, asked, &sifted, &found, today));
    }
    // Nothing that is counted so, or too much: perhaps it speaks of what is asked about, and the word is none here.
    let is_asked = |duty: &&&Duty| asked.is_some_and(|asked| asked.id == duty.id);
    let first = candidates.iter().find(is_asked).or(candidates.first())?;
    let own = of_duty(first, asked, &sifted, &found, today);
    let is_future = matches!(own.reading, Reading::Future { .. });
    if candidates.len() == 1 && (is_asked(&first) || is_future) {
        return Some(own);
    }
    let plainly = asked.map(|duty| plain(duty, &sifted, today));
    let clear = plainly.filter(|telling| telling.reading != Reading::Unclear);
    Some(clear.unwrap_or(Telling {
        reading: Reading::Unclear,
        ..own
    }))
}

/// What the text tells of a duty that is known: what is to be corrected.
pub fn telling_of<'a>(duty: &'a Duty, text: &str, today: NaiveDate) -> Telling<'a> {
    let words: Vec<Word<'a>> = words_of(duty).collect();
    let (sifted, found) = found(text, &words);
    of_duty(duty, Some(duty), &sifted, &found, today)
}

/// The text, and the words found in it.
fn found<'a>(text: &str, words: &[Word<'a>]) -> (Sifted, Vec<(&'a Duty, Meaning<'a>)>) {
    let own: Vec<(&str, bool)> = words
        .iter()
        .map(|(word, _, meaning)| (*word, !matches!(meaning, Meaning::Label(Kind::Topic, _))))
        .collect();
    let sifted = sift(text, &own);
    let found = sifted.found.iter().filter_map(|number| words.get(*number));
    let found = found.map(|(_, duty, meaning)| (*duty, *meaning)).collect();
    (sifted, found)
}

/// The duties that such words were found of, in the order of the file.
fn distinct<'a>(
    found: &[(&'a Duty, Meaning<'a>)],
    fits: impl Fn(&Meaning<'a>) -> bool,
) -> Vec<&'a Duty> {
    let mut duties: Vec<&Duty> = Vec::new();
    for (duty, _) in found.iter().filter(|(_, meaning)| fits(meaning)) {
        if !duties.iter().any(|known| known.id == duty.id) {
            duties.push(duty);
        }
    }
    duties
}

fn of_duty<'a>(
    duty: &'a Duty,
    asked: Option<&Duty>,
    sifted: &Sifted,
    found: &[(&'a Duty, Meaning<'a>)],
    today: NaiveDate,
) -> Telling<'a> {
    let is_asked = asked.is_some_and(|asked| asked.id == duty.id);
    let (mut reading, mut is_dated) = sifted.read(today);
    if reading == Reading::Unclear && is_asked {
        (reading, is_dated) = sifted.read_plainly(today);
    }
    if matches!(reading, Reading::Nothing { .. }) && !is_asked {
        reading = Reading::Unclear;
    }
    let only = |kind: Kind| {
        let mut ids = found.iter().filter_map(|(of, meaning)| match meaning {
            Meaning::Label(its, id) if *its == kind && of.id == duty.id => Some(*id),
            _ => None,
        });
        let first = ids.next()?;
        ids.all(|id| id == first).then(|| first.to_owned())
    };
    let labels = if matches!(reading, Reading::Nothing { .. }) {
        Labels::default()
    } else {
        Labels {
            form: only(Kind::Form),
            topic: only(Kind::Topic),
        }
    };
    let is_bare = reading == Reading::Unclear && labels != Labels::default() && sifted.is_bare();
    Telling {
        duty,
        reading,
        is_dated,
        labels,
        is_bare,
    }
}

/// What the text tells if no word of it means anything in the campaign.
fn plain<'a>(duty: &'a Duty, sifted: &Sifted, today: NaiveDate) -> Telling<'a> {
    let (reading, is_dated) = sifted.read_plainly(today);
    Telling {
        duty,
        reading,
        is_dated,
        labels: Labels::default(),
        is_bare: false,
    }
}

fn words_of(duty: &Duty) -> impl Iterator<Item = Word<'_>> {
    let names = duty.name.0.values().chain(&duty.words);
    let own = names.map(move |word| (word.as_str(), duty, Meaning::Duty));
    let labels = [Kind::Form, Kind::Topic].into_iter().flat_map(move |kind| {
        duty.labels(kind).iter().flat_map(move |label| {
            let names = label.name.0.values().chain(&label.words);
            names.map(move |word| (word.as_str(), duty, Meaning::Label(kind, label.id.as_str())))
        })
    });
    own.chain(labels)
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::reply::Spoken::{self, ClassHours, Days, Households, Times};
    use crate::domain::sample::{campaign, day};

    /// The worked example, with words for its duties and some labels.
    fn spoken_of() -> Campaign {
        let mut campaign = campaign();
        for (id, words) in [
            ("research", &["蹲点", "调研", "field research"][..]),
            ("households", &["走访", "入户", "走亲", "visited", "방문"]),
            ("talks", &["谈心", "谈话", "谈心谈话", "마음나누기"]),
        ] {
            let duty = campaign
                .duties
                .iter_mut()
                .find(|duty| duty.id == id)
                .unwrap();
            duty.words = words.iter().map(|word| (*word).to_owned()).collect();
        }
        let study = campaign
            .duties
            .iter_mut()
            .find(|duty| duty.id == "study")
            .unwrap();
        for label in study
            .topics
            .iter_mut()
            .filter(|label| label.id == "warnings")
        {
            label.words = vec!["警示片".to_owned()];
        }
        for label in study.forms.iter_mut().filter(|label| label.id == "self") {
            label.words = vec!["自学".to_owned()];
        }
        campaign
    }

    fn told(text: &str) -> (String, Reading, Labels) {
        let campaign = spoken_of();
        let telling = telling(&campaign, text, day("2014-03-03")).unwrap();
        (telling.duty.id.clone(), telling.reading, telling.labels)
    }

    #[test]
    fn form_and_topic_are_taken_from_the_words() {
        let (today, yesterday) = ("2014-03-03", "2014-03-02");
        for (text, spoken, on, form, topic) in [
            (
                "昨天集中学习半天,党纪法规",
                Days(500),
                yesterday,
                "collective",
                "discipline",
            ),
            ("看警示片2学时", ClassHours(2_000), today, "", "warnings"),
            ("自学2学时", ClassHours(2_000), today, "self", ""),
            (
                "個人自學2學時,黨紀法規",
                ClassHours(2_000),
                today,
                "self",
                "discipline",
            ),
            (
                "self-study 2 class hours, discipline and law",
                ClassHours(2_000),
                today,
                "self",
                "discipline",
            ),
            ("집체학습 2학시", ClassHours(2_000), today, "collective", ""),
            ("昨天下午学了3学时", ClassHours(3_000), yesterday, "", ""),
            ("学了2小时业务知识", Spoken::Hours(2_000), today, "", ""),
            ("在家集中学习半天", Days(500), today, "collective", ""),
            // Two forms, two topics: none is taken.
            (
                "上午集中学习2学时,下午自学1学时",
                ClassHours(3_000),
                today,
                "",
                "",
            ),
            ("党纪法规和理论宣讲2学时", ClassHours(2_000), today, "", ""),
            ("补记2月10日学了半天", Days(500), "2014-02-10", "", ""),
            (
                "make up for yesterday: half a day",
                Days(500),
                yesterday,
                "",
                "",
            ),
            ("보충기록: 어제 2학시", ClassHours(2_000), yesterday, "", ""),
        ] {
            let some = |id: &str| (!id.is_empty()).then(|| id.to_owned());
            let labels = Labels {
                form: some(form),
                topic: some(topic),
            };
            let on = day(on);
            let reading = Reading::Amount { spoken, on };
            assert_eq!(told(text), ("study".to_owned(), reading, labels), "{text}");
        }
    }

    #[test]
    fn the_duty_is_that_of_its_words_else_the_one_that_is_asked_about() {
        for (text, duty, spoken) in [
            ("走访3户", "households", Some(Households(3_000))),
            ("走訪3戶困難群眾", "households", Some(Households(3_000))),
            ("谈心2次", "talks", Some(Times(2_000))),
            ("谈心谈话两次", "talks", Some(Times(2_000))),
            ("蹲点1天", "research", Some(Days(1_000))),
            ("蹲点调研半天", "research", Some(Days(500))),
            ("调研2小时", "research", Some(Spoken::Hours(2_000))),
            (
                "visited 2 households",
                "households",
                Some(Households(2_000)),
            ),
            ("가정방문 3호", "households", Some(Households(3_000))),
            ("半天", "study", Some(Days(500))),
            ("3户", "study", Some(Households(3_000))),
            // Only one of the two can be counted in days.
            ("走访调研1天", "research", Some(Days(1_000))),
            ("集中学习期间走访3户", "households", Some(Households(3_000))),
            // The word is none of a duty here: study it is.
            ("学习谈心方法2小时", "study", Some(Spoken::Hours(2_000))),
            ("谈心2小时", "talks", None),
            ("走访了很多", "households", None),
            ("没走访", "households", None),
            ("走访谈心", "households", None),
            ("你好", "study", None),
        ] {
            let (of, reading, _) = told(text);
            let read = match reading {
                Reading::Amount { spoken, .. } => Some(spoken),
                _ => None,
            };
            assert_eq!((of.as_str(), read), (duty, spoken), "{text}");
        }
    }

    #[test]
    fn nothing_has_no_labels_and_labels_alone_are_bare() {
        for (text, reading) in [
            (
                "今天没集中学习",
                Reading::Nothing {
                    on: day("2014-03-03"),
                },
            ),
            (
                "没有集中学习",
                Reading::Nothing {
                    on: day("2014-03-03"),
                },
            ),
        ] {
            assert_eq!(
                told(text),
                ("study".to_owned(), reading, Labels::default()),
                "{text}"
            );
        }
        let campaign = spoken_of();
        for (text, bare) in [
            ("党纪法规", true),
            ("学的是党纪法规", true),
            ("自学", true),
            ("党纪法规考试", false),
            ("党纪法规和理论宣讲", false),
            ("半天", false),
            ("走访", false),
        ] {
            let telling = telling(&campaign, text, day("2014-03-03")).unwrap();
            assert_eq!(telling.is_bare, bare, "{text}");
        }
    }
}
