//! A campaign in which every figure, every id and every name is another one: the same rules hold of it, and the
//! same conversations are had in it. What holds of `campaigns/` alone would be a rule in the code.

use chrono::{Days, NaiveDate};
use duban::domain::account::{Pace, standing};
use duban::domain::amount::{Amount, Measure};
use duban::domain::cadre::Cadre;
use duban::domain::calendar::{Calendar, parse_year};
use duban::domain::campaign::{self, Campaign, Duty, ItemKind, Plan, Target, Window};
use duban::domain::entry::{Claim, Part, Source, WaitsFor, parts};
use duban::domain::ids::{CadreId, UnitId};
use duban::domain::notice::NotRecorded;
use duban::domain::owes::{Attendance, Done, NothingOwed, still_owes};
use duban::domain::quota::{Quota, Quotas, Whom};
use duban::domain::reply::Spoken;
use duban::domain::rules::Rules;
use duban::store::cadre;
use toml::{Table, Value};

use super::support::{Town, bases};

const MASS_LINE: &str = include_str!("../../campaigns/mass-line.toml");
const ANNUAL: &str = include_str!("../../campaigns/annual-training.toml");

fn read(text: &str) -> Campaign {
    campaign::read(text).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// The mass-line campaign with nothing left as it was.
fn another() -> Campaign {
    let mut file: Table = MASS_LINE.parse().expect("TOML");
    for (key, value) in [
        ("start", "2014-01-27"),
        ("end", "+7m end"),
        ("id", "another"),
    ] {
        file.insert(key.to_owned(), value.into());
    }
    let class_hours = "per_day = '6'\nhalf_day = '2.5'\nlasts = '45m'";
    let class_hours: Table = class_hours.parse().expect("TOML");
    file.insert("class_hours".to_owned(), class_hours.into());
    let limits = "quiet = ['20:00', '08:30']\ndaily_cap = 3\ninvite_life = '30d'\nwrong_codes = 4\n\
                  wrong_code_pause = '20m'\nlongest_leave = '40d'\nquestion_life = '2h'";
    let limits: Table = limits.parse().expect("TOML");
    file.insert("limits".to_owned(), limits.into());
    let mut file = Value::Table(file);
    change("", &mut file);
    read(&toml::to_string(&file).expect("TOML"))
}

/// Changes every value of a campaign file by the key it stands under.
fn change(key: &str, value: &mut Value) {
    match value {
        Value::Table(table) if key != "limits" && key != "class_hours" => {
            for (key, value) in table.iter_mut() {
                change(key, value);
            }
        }
        Value::Array(items) => {
            for item in items {
                change(key, item);
            }
        }
        Value::Integer(figure)
            if matches!(
                key,
                "backdate_days"
                    | "before"
                    | "after"
                    | "then_every"
                    | "extensions"
                    | "near"
                    | "accept"
                    | "begin"
                    | "report"
                    | "least_gap"
                    | "mute"
                    | "within"
                    | "least_voters"
            ) =>
        {
            *figure += 1;
        }
        Value::String(text) => *text = changed(key, text),
        _ => {}
    }
}

fn changed(key: &str, text: &str) -> String {
    match key {
        "id" | "tier" | "rank" | "trait" | "sector" | "topics_of" | "kind" | "before"
            if text != "another" =>
        {
            format!("z-{text}")
        }
        "pass" => "75%".to_owned(),
        "lasts" => "4d".to_owned(),
        "slot" => format!("z-{text}"),
        "zh-CN" | "zh-TW" | "en" | "ko" => format!("另{text}"),
        "cron" => "15 16 * * *".to_owned(),
        "late_within" => "2h".to_owned(),
        // Of a step of an escalation it is to whom.
        "to" if text.chars().all(|sign| sign.is_ascii_lowercase()) => text.to_owned(),
        "from" | "to" => later(text),
        "amount" | "at_least" if text.ends_with("topics") => "5 topics".to_owned(),
        "amount" | "at_least" => amount(text, |n| Amount(n.0 * 2 + 1_000)),
        "max_per_day" => amount(text, |n| n + Amount::whole(1)),
        // Half a day and a day change places.
        "offers" if text.contains("day") => amount(text, |n| Amount(1_500) - n),
        "offers" => amount(text, |n| n + Amount::whole(1)),
        _ => text.to_owned(),
    }
}

/// "+3m end" is "+4m end", "spring-festival -11d" one day less.
fn later(moment: &str) -> String {
    let figure = |digits: &str| digits.parse::<i64>().expect("a number") + 1;
    let (first, rest) = moment.split_once(' ').unwrap_or((moment, ""));
    if let Some(offset) = first.strip_prefix('+') {
        let (digits, unit) = offset.split_at(offset.len() - 1);
        return format!("+{}{unit} {rest}", figure(digits))
            .trim()
            .to_owned();
    }
    match rest.strip_suffix('d') {
        Some(days) => format!("{first} {:+}d", figure(days)),
        None => format!("{first} +1d"),
    }
}

fn amount(text: &str, change: impl Fn(Amount) -> Amount) -> String {
    let (figure, measure) = text.split_once(' ').expect("an amount");
    format!(
        "{} {measure}",
        change(Amount::parse(figure).expect("a number"))
    )
}

fn calendar() -> Calendar {
    let years = [
        include_str!("../../calendars/cn/2014.json"),
        include_str!("../../calendars/cn/2026.json"),
    ];
    Calendar::from_years(years.map(|year| parse_year(year).expect("a year")))
}

fn campaigns() -> [Campaign; 3] {
    [read(MASS_LINE), read(ANNUAL), another()]
}

/// Somebody whom the line of targets fits, in a unit of the window's tier.
fn whom(campaign: &Campaign, line: &Target, window: &Window) -> Cadre {
    let mut tiers = campaign.tiers.iter();
    let tier = tiers.find(|tier| window.tier.as_ref().is_none_or(|id| tier.id == *id));
    Cadre {
        id: CadreId(1),
        key: line.person.clone().unwrap_or_else(|| "P000001".to_owned()),
        name: "周俊哲".to_owned(),
        unit: UnitId(1),
        unit_path: line.unit.clone().unwrap_or_else(|| "甲县/乙镇".to_owned()),
        depth: tier.expect("a tier").max_depth,
        sector: line.sector.clone(),
        post: String::new(),
        rank: line
            .rank
            .clone()
            .unwrap_or_else(|| campaign.default_rank.clone()),
        traits: line.with_trait.iter().cloned().collect(),
        phone: String::new(),
        active: true,
        joined_on: None,
    }
}

fn counted(amount: Amount) -> Done {
    Done {
        counted: amount,
        ..Done::default()
    }
}

#[test]
fn nothing_is_left_as_it_was() {
    let (before, after) = (read(MASS_LINE), another());
    assert_eq!(before.duties.len(), after.duties.len());
    assert_eq!(after.span.start.to_string(), "2014-01-27");
    for (one, other) in before.duties.iter().zip(&after.duties) {
        assert_ne!(one.id, other.id);
        assert_ne!(one.name, other.name);
        if one.topics_of.is_none() {
            assert_ne!(one.max_per_day, other.max_per_day, "{}", one.id);
            assert_ne!(one.backdate_days, other.backdate_days, "{}", one.id);
            assert_ne!(one.offers, other.offers, "{}", one.id);
        }
        for (one, other) in one.windows.iter().zip(&other.windows) {
            assert_ne!(one.span, other.span, "{}", one.id);
        }
        let mut lines = one.targets.iter().zip(&other.targets);
        assert!(
            lines.all(|(one, other)| one.amount == Amount::ZERO || one.amount != other.amount),
            "{}",
            one.id
        );
    }
    assert_ne!(before.dispatch, after.dispatch);
    assert!(before.dispatch.is_some() && after.dispatch.is_some());
    assert_eq!(before.kinds.len(), after.kinds.len());
    let days = |kind: &ItemKind| {
        [
            kind.near,
            kind.least_gap,
            kind.longest_mute,
            kind.extensions,
        ]
    };
    let (first, other) = (&before.kinds[0], &after.kinds[0]);
    let pairs = days(first).into_iter().zip(days(other));
    assert!(pairs.clone().all(|(one, other)| one != other), "{pairs:?}");
    for (one, other) in before.kinds.iter().zip(&after.kinds) {
        assert_ne!(one.id, other.id);
        assert_ne!(one.name, other.name);
        assert_ne!(one.slot, other.slot);
        assert_ne!(one.ladder, other.ladder);
        assert_ne!(one.accepted_ladder, other.accepted_ladder);
        let same_or_other = |one: Option<String>, other: Option<String>| {
            assert_eq!(one.is_some(), other.is_some());
            assert!(one.is_none() || one != other, "{one:?}");
        };
        let poll = |kind: &ItemKind| kind.poll.map(|poll| format!("{poll:?}"));
        same_or_other(poll(one), poll(other));
        let make_up = |kind: &ItemKind| kind.make_up.as_ref().map(|it| format!("{it:?}"));
        same_or_other(make_up(one), make_up(other));
        same_or_other(one.before.clone(), other.before.clone());
        let plan =
            |kind: &ItemKind| (kind.plan != Plan::default()).then(|| format!("{:?}", kind.plan));
        same_or_other(plan(one), plan(other));
        let rungs = one.escalation.iter().zip(&other.escalation);
        assert!(rungs.clone().all(|(one, other)| one.after != other.after));
        let exempt = one.exempt.iter().zip(&other.exempt);
        assert!(exempt.clone().all(|(one, other)| one != other));
    }
}

#[test]
fn what_is_owed_follows_from_the_file_alone() {
    let calendar = calendar();
    let mut looked_at = 0;
    for campaign in &campaigns() {
        let quotas = Quotas::default();
        let rules = Rules {
            campaign,
            calendar: &calendar,
            quotas: &quotas,
        };
        for duty in &campaign.duties {
            for line in &duty.targets {
                for window in &duty.windows {
                    owes(&rules, duty, line, window);
                    looked_at += 1;
                }
            }
        }
    }
    assert!(looked_at > 60, "{looked_at}");
}

fn owes(rules: &Rules<'_>, duty: &Duty, line: &Target, window: &Window) {
    let campaign = rules.campaign;
    let him = whom(campaign, line, window);
    let on = window.span.start;
    let asked =
        |him: &Cadre, attendance, done, on| still_owes(rules, duty, him, attendance, done, on);
    let there = |done| asked(&him, Attendance::There, done, on);
    let target = duty.line(&him.subject()).expect("a line that fits").amount;
    assert!(
        window.span.start <= window.span.end
            && campaign.span.holds(on)
            && campaign.span.holds(window.span.end)
    );
    if !campaign.prompts(&him.traits) {
        assert_eq!(there(Done::default()), Err(NothingOwed::NotPrompted));
        return;
    }
    if target == Amount::ZERO {
        assert_eq!(there(Done::default()), Err(NothingOwed::NoTarget));
        return;
    }
    assert_eq!(there(Done::default()), Ok(target), "{}", duty.id);
    assert_eq!(there(counted(target - Amount(1))), Ok(Amount(1)));
    assert_eq!(there(counted(target)), Err(NothingOwed::TargetMet));
    let answered = Done {
        answered: true,
        ..Done::default()
    };
    assert_eq!(there(answered), Err(NothingOwed::Answered));
    let away = asked(&him, Attendance::Away, Done::default(), on);
    assert_eq!(away, Err(NothingOwed::OnLeave));
    let gone = Cadre {
        active: false,
        ..him.clone()
    };
    let left = asked(&gone, Attendance::There, Done::default(), on);
    assert_eq!(left, Err(NothingOwed::Left));
    let eve = campaign.span.start.pred_opt().expect("a day");
    let early = asked(&him, Attendance::There, Done::default(), eve);
    assert_eq!(early, Err(NothingOwed::OutsideWindow));

    let stands = |done, on| standing(rules, duty, &him.subject(), done, on);
    let met = stands(counted(target), on);
    assert_eq!((met.target, met.pace), (Some(target), Some(Pace::Done)));
    let last = duty.windows_of(&campaign.tier(him.depth).expect("a tier").id);
    let last = last.map(|window| window.span.end).max().expect("a window");
    let end = last.succ_opt().expect("a day");
    assert_eq!(stands(Done::default(), end).pace, Some(Pace::Behind));
}

#[test]
fn what_is_set_locally_is_never_below_what_the_file_fixes() {
    for campaign in &campaigns() {
        for duty in &campaign.duties {
            let (Some(line), Some(window)) = (duty.targets.first(), duty.windows.first()) else {
                panic!("{} has neither targets nor windows", duty.id);
            };
            let him = whom(campaign, line, window);
            let line = duty.line(&him.subject()).expect("a line that fits");
            let set = |amount: Amount| {
                let quota = Quota {
                    duty: duty.id.clone(),
                    of: Whom::Unit(him.unit_path.clone()),
                    rank: None,
                    amount: Some(amount),
                };
                Quotas::of([quota]).target(duty, &him.subject())
            };
            let least = line.at_least.unwrap_or(line.amount);
            let more = line.amount + Amount::whole(1);
            assert_eq!(set(more), Some(more), "{}", duty.id);
            assert_eq!(set(Amount(1)), Some(least), "{}", duty.id);
        }
    }
}

/// Whether the class-hour rule leads to the duty's measure: then words can say an amount of it.
fn is_spoken_of(duty: &Duty) -> bool {
    duty.topics_of.is_none() && matches!(duty.measure, Measure::ClassHours | Measure::Days)
}

fn claimed(
    campaign: &Campaign,
    duty: &Duty,
    spoken: Spoken,
    on: NaiveDate,
    today: NaiveDate,
    held: &[(NaiveDate, Amount)],
) -> Result<Vec<Part>, NotRecorded> {
    let claim = Claim {
        on,
        spoken: Some(spoken),
        note: "",
        source: Source::Tap,
        prompt: None,
    };
    parts(campaign, &calendar(), duty, &claim, held, today)
}

#[test]
fn what_may_be_recorded_follows_from_the_file_alone() {
    for campaign in &campaigns() {
        // A Wednesday in the middle of it, and in a year whose holidays are known.
        let today = campaign.span.start + Days::new(100);
        let back = |days: u32| today - Days::new(days.into());
        for duty in campaign.duties.iter().filter(|duty| is_spoken_of(duty)) {
            let claimed =
                |spoken, on, today, held: &[_]| claimed(campaign, duty, spoken, on, today, held);
            let usual = duty.waits().then_some(WaitsFor::Confirmation);
            for offer in &duty.offers {
                let spoken = match offer.measure {
                    Measure::Days => Spoken::Days(offer.amount.0),
                    _ => Spoken::ClassHours(offer.amount.0),
                };
                let whole = campaign.class_hours.convert(spoken, duty.measure);
                for (on, waits) in [
                    (today, usual),
                    (back(duty.backdate_days), usual),
                    (back(duty.backdate_days + 1), Some(WaitsFor::Late)),
                ] {
                    let parts = claimed(spoken, on, today, &[]).expect("an offer that fits a day");
                    let sum: Amount = parts.iter().map(|part| part.amount).sum();
                    assert_eq!(Some(sum), whole, "{}", duty.id);
                    assert!(
                        parts.iter().all(|part| part.waits_for == waits),
                        "{parts:?}"
                    );
                }
                let full = claimed(spoken, today, today, &[(today, duty.max_per_day)]);
                let why = NotRecorded::DayFull {
                    on: today,
                    most: duty.max_per_day,
                    held: duty.max_per_day,
                };
                assert_eq!(full, Err(why));
                let tomorrow = today + Days::new(1);
                let future = NotRecorded::Future { on: tomorrow };
                assert_eq!(claimed(spoken, tomorrow, today, &[]), Err(future));
                let (start, end) = (campaign.span.start, campaign.span.end);
                for on in [start - Days::new(1), end + Days::new(1)] {
                    let outside = NotRecorded::OutsideCampaign { on, start, end };
                    let late = end + Days::new(2);
                    assert_eq!(claimed(spoken, on, late, &[]), Err(outside));
                }
            }
        }
    }
}

#[test]
fn days_said_come_to_the_same_in_however_many_parts_and_no_day_holds_more_than_it_may() {
    for campaign in &campaigns() {
        let today = campaign.span.start + Days::new(100);
        for duty in campaign.duties.iter().filter(|duty| is_spoken_of(duty)) {
            for halves in 1..12 {
                let spoken = Spoken::Days(halves * 500);
                let parts = claimed(campaign, duty, spoken, today, today, &[]).expect("a few days");
                let sum: Amount = parts.iter().map(|part| part.amount).sum();
                let whole = campaign.class_hours.convert(spoken, duty.measure);
                assert_eq!(Some(sum), whole, "{} {halves}", duty.id);
                assert!(parts.iter().all(|part| part.amount <= duty.max_per_day));
                assert!(
                    parts.is_sorted_by(|one, next| one.on < next.on),
                    "{parts:?}"
                );
            }
        }
    }
}

#[tokio::test]
async fn the_same_conversations_are_had_with_other_figures() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", |campaign| *campaign = another()).await;
        let yang = town.cadre("杨勇涛").await;
        // The planner asks at this campaign's time, with this campaign's target and offers.
        town.becomes("2014-03-03 16:15").await;
        let asked = yang.reads();
        assert!(
            asked.starts_with("今天的学习 3月3日 周一\n已学 0/11天"),
            "{asked}"
        );
        assert_eq!(
            yang.buttons()[..4],
            ["1天", "半天", "3学时", "其他"],
            "{asked}"
        );
        let answer = yang.presses("半天").await;
        assert!(
            answer.starts_with("✓ 3月3日 周一 半天（2.5学时）\n累计 0.5/11天"),
            "{answer}"
        );
        // 45 minutes make a class hour, and a day holds nine.
        let answer = yang.says("昨天学了90分钟").await;
        assert!(answer.starts_with("✓ 3月2日 周日 2学时\n"), "{answer}");
        let answer = yang.says("10学时").await;
        assert!(answer.starts_with("一天最多记9学时"), "{answer}");
        assert_eq!(
            town.sums().await,
            ["杨勇涛 2014-03-02 2000", "杨勇涛 2014-03-03 2500"]
        );
        // Whom the roster says is in the leading group has the trait that this campaign calls so.
        let mut tx = town.books.store.begin().await.expect("a transaction");
        let people = cadre::all(&mut tx).await.expect("people");
        tx.commit().await.expect("an end");
        let traits = people.iter().find(|one| one.name == "杨勇涛");
        assert_eq!(traits.expect("a person").traits, ["z-leadership"]);
        let me = yang.says("/me").await;
        for line in [
            "另集中学习 0.8/11天",
            "另学习专题 0/5个专题",
            "另蹲点调研 0/7天",
        ] {
            assert!(me.contains(line), "{line}\n{me}");
        }
        let heard = yang.heard();
        town.becomes("2014-03-03 17:30").await;
        assert_eq!(
            yang.heard(),
            heard,
            "the other campaign's time means nothing"
        );
        town.becomes("2014-03-04 16:15").await;
        assert!(yang.reads().starts_with("今天的学习 3月4日 周二\n"));
        town.closes().await;
    }
}
