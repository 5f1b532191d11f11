//! A whole campaign in virtual time, with forty people who answer, put off, go on leave or say nothing: how much
//! the service writes to whom. The books alone: no network, no waiting.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;
use std::time::Instant;

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc};
use duban::books::{Almanac, Books};
use duban::clock::Clock;
use duban::conversation::outcome::NewEntry;
use duban::domain::account::{Pace, counting_span, standing};
use duban::domain::amount::Amount;
use duban::domain::cadre::Cadre;
use duban::domain::campaign;
use duban::domain::digest::DigestPlan;
use duban::domain::entry::Source;
use duban::domain::ids::{BotId, CadreId, TelegramId, UpdateId};
use duban::domain::language::Language;
use duban::domain::leave::{Kind, Leave};
use duban::domain::notice::Notice;
use duban::domain::rules::Rules;
use duban::outbox::payload::Payload;
use duban::planner::{self, Fresh, Turn};
use duban::store::outbox::{self, Lane, Lease, Settlement};
use duban::store::{Store, cadre, entry, leave, link, postponement, quiet, quota};
use duban::{calendars, import};

use super::support::{Base, bases, instant, postgres_database};

const PEOPLE: usize = 40;
const OWNER: &str = "simulation";

/// Chance, the same at every run.
struct Dice(u64);

impl Dice {
    /// From 0 to 99.
    fn roll(&mut self) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % 100
    }
}

/// What somebody was sent: the day, and how he stood that day.
#[derive(Default)]
struct Tally {
    /// Messages by person and day.
    sent: BTreeMap<(CadreId, NaiveDate), usize>,
    /// Work days within his window, and messages on them, by how he stood in the evening before the slot.
    days: BTreeMap<(CadreId, NaiveDate), Pace>,
}

impl Tally {
    /// The middle of how many messages a person got on a work day on which he was on the roster's list.
    fn median(&self) -> usize {
        let mut counts: Vec<usize> = self
            .days
            .keys()
            .map(|key| self.sent.get(key).copied().unwrap_or(0))
            .collect();
        counts.sort_unstable();
        counts.get(counts.len() / 2).copied().unwrap_or(0)
    }

    fn most(&self) -> usize {
        self.sent.values().copied().max().unwrap_or(0)
    }

    /// Messages in thousandths a work day on which people stood so.
    fn rate(&self, pace: Pace) -> (usize, usize) {
        let days: Vec<_> = self
            .days
            .iter()
            .filter(|(_, of_day)| **of_day == pace)
            .map(|(key, _)| self.sent.get(key).copied().unwrap_or(0))
            .collect();
        let messages: usize = days.iter().sum();
        (messages * 1000 / days.len().max(1), days.len())
    }
}

struct Office {
    books: Books,
    people: Vec<Cadre>,
    tally: Tally,
    dice: Dice,
    updates: i64,
    _folder: tempfile::TempDir,
}

impl Office {
    async fn opens(base: Base, at: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let database = match base {
            Base::Sqlite => format!("sqlite://{}", folder.path().join("duban.db").display()),
            Base::Postgres => postgres_database().await.expect("PostgreSQL"),
        };
        let text = include_str!("../../campaigns/mass-line.toml");
        let campaign = campaign::read(text).expect("the campaign");
        let clock = Clock::manual(instant(&campaign, at));
        let store = Store::open(&database).await.expect("the database");
        let calendar = calendars::load(&store, &campaign, clock.now())
            .await
            .expect("the calendar");
        let books = Books {
            store,
            campaign: Arc::new(campaign),
            almanac: Almanac::new(calendar),
            clock,
        };
        let now = books.clock.now();
        let quiet = |_: usize, _: usize| {};
        let (store, campaign) = (&books.store, &books.campaign);
        let roster = roster();
        import::roster::import(
            store,
            campaign,
            roster.as_bytes(),
            "r.csv",
            false,
            now,
            &quiet,
        )
        .await
        .expect("the roster");
        let ledger = ledger();
        import::items::import(
            store,
            campaign,
            ledger.as_bytes(),
            "l.csv",
            false,
            now,
            &quiet,
        )
        .await
        .expect("the ledger");
        let mut tx = books.store.begin().await.expect("a transaction");
        let people = cadre::all(&mut tx).await.expect("people");
        assert_eq!(people.len(), PEOPLE);
        for person in &people {
            let account = TelegramId(7_000 + person.id.0);
            link::bind(
                &mut tx,
                person.id,
                account,
                BotId::MAIN,
                Language::ZhCn,
                now,
            )
            .await
            .expect("a link");
        }
        tx.commit().await.expect("a commit");
        planner::tick(&books).await.expect("a first tick");
        Self {
            books,
            people,
            tally: Tally::default(),
            dice: Dice(2014),
            updates: 0,
            _folder: folder,
        }
    }

    fn becomes(&self, day: NaiveDate, time: &str) -> DateTime<Utc> {
        let at = instant(&self.books.campaign, &format!("{day} {time}"));
        self.books.clock.set(at).expect("a manual clock");
        at
    }

    async fn lives_until(&mut self, last: NaiveDate) {
        let mut day = self.books.today();
        while day <= last {
            self.morning(day).await;
            self.becomes(day, "17:30");
            self.looks(day).await;
            planner::tick(&self.books).await.expect("a tick");
            self.delivers(day).await;
            for time in ["19:30", "20:00", "20:59"] {
                self.becomes(day, time);
                self.delivers(day).await;
            }
            day = day.checked_add_days(Days::new(1)).expect("a day");
        }
    }

    /// What waited over the night comes; some go on leave, some want it quieter.
    async fn morning(&mut self, day: NaiveDate) {
        self.becomes(day, "08:30");
        self.delivers(day).await;
        let now = self.books.clock.now();
        let mut tx = self.books.store.begin().await.expect("a transaction");
        for person in &self.people {
            self.updates += 1;
            let update = UpdateId(self.updates);
            if self.dice.roll() == 0 && self.dice.roll() < 50 {
                let last = day.checked_add_days(Days::new(2)).expect("a day");
                let leave = Leave {
                    kind: Kind::Trip,
                    first: day,
                    last,
                };
                leave::insert(&mut tx, person.id, &leave, None, update, now)
                    .await
                    .expect("a leave");
            }
            if day.ordinal().is_multiple_of(50) && person.id.0 % 8 == 0 {
                let own = duban::domain::quiet::Quiet {
                    from: "17:00:00".parse().expect("a time"),
                    to: "19:30:00".parse().expect("a time"),
                };
                let own = (self.dice.roll() < 50).then_some(own);
                quiet::insert(&mut tx, person.id, own, update, now)
                    .await
                    .expect("hours");
            }
        }
        tx.commit().await.expect("a commit");
    }

    /// How everybody stands before the slot speaks.
    async fn looks(&mut self, day: NaiveDate) {
        let calendar = self.books.calendar();
        if !calendar.is_work_day(day) {
            return;
        }
        let campaign = &self.books.campaign;
        let duty = campaign.prompted_duty().expect("a duty");
        let mut tx = self.books.store.read().await.expect("a transaction");
        let quotas = quota::all(&mut tx).await.expect("targets");
        let rules = Rules {
            campaign,
            calendar: &calendar,
            quotas: &quotas,
        };
        let ids: Vec<CadreId> = self.people.iter().map(|person| person.id).collect();
        for depth in [1, 2] {
            let of = self.people.iter().filter(|one| one.depth.min(2) == depth);
            let Some(first) = of.clone().next() else {
                continue;
            };
            let span = counting_span(campaign, duty, &first.subject(), day).expect("a window");
            let done = entry::done(&mut tx, &ids, duty, &span, day)
                .await
                .expect("sums");
            for person in of {
                let tier = campaign.tier(person.depth).expect("a tier");
                if !tier.window.holds(day) {
                    continue;
                }
                let done = done.get(&person.id).copied().unwrap_or_default();
                let found = standing(&rules, duty, &person.subject(), done, day);
                if let Some(pace) = found.pace {
                    self.tally.days.insert((person.id, day), pace);
                }
            }
        }
        tx.commit().await.expect("an end");
    }

    /// Sends what is due, as delivery does, and lets people react.
    async fn delivers(&mut self, day: NaiveDate) {
        let now = self.books.clock.now();
        let lease = Lease {
            owner: OWNER.to_owned(),
            until: i64::MAX,
        };
        let mut tx = self.books.store.begin().await.expect("a transaction");
        let rows = outbox::claim(&mut tx, BotId::MAIN, Lane::Reminder, 500, now, &lease)
            .await
            .expect("rows");
        tx.commit().await.expect("a commit");
        if rows.is_empty() {
            return;
        }
        let turns: Vec<Turn> = rows
            .iter()
            .filter_map(|row| match &row.payload {
                Payload::Digest(plan) => Some(Turn {
                    row: row.id,
                    cadre: row.cadre?,
                    plan: plan.clone(),
                }),
                _ => None,
            })
            .collect();
        assert_eq!(turns.len(), rows.len(), "nothing but digests");
        let fresh = planner::refresh(&self.books, &turns).await.expect("a look");
        let mut settled = Vec::new();
        let mut asked = Vec::new();
        for turn in &turns {
            settled.push(match &fresh[&turn.row] {
                Fresh::Send { notice, .. } => {
                    *self.tally.sent.entry((turn.cadre, day)).or_default() += 1;
                    if matches!(&**notice, Notice::Digest(digest) if digest.check_in.is_some()) {
                        asked.push(turn.clone());
                    }
                    (turn.row, Settlement::Sent { message: None })
                }
                Fresh::Close { reason } => (
                    turn.row,
                    Settlement::Closed {
                        reason: reason.clone(),
                        tried: false,
                    },
                ),
                Fresh::Park { until, reason } => (
                    turn.row,
                    Settlement::Waiting {
                        not_before: *until,
                        reason: Some(reason.clone()),
                        tried: false,
                    },
                ),
            });
        }
        let mut tx = self.books.store.begin().await.expect("a transaction");
        outbox::settle(&mut tx, OWNER, &settled, now)
            .await
            .expect("outcomes");
        tx.commit().await.expect("a commit");
        self.react(&asked, now).await;
    }

    /// One in four is diligent, one in four says little, the others are between.
    async fn react(&mut self, asked: &[Turn], now: DateTime<Utc>) {
        let campaign = Arc::clone(&self.books.campaign);
        let duty = campaign.prompted_duty().expect("a duty");
        let mut tx = self.books.store.begin().await.expect("a transaction");
        for turn in asked {
            self.updates += 1;
            let update = UpdateId(self.updates);
            let (answers, hours) = match turn.cadre.0 % 4 {
                0 => (85, 4),
                1 => (8, 2),
                _ => (35, 1),
            };
            let roll = self.dice.roll();
            let key = (turn.plan.slot.as_str(), turn.plan.on);
            if roll < answers {
                let nothing = self.dice.roll() < 10;
                let new = NewEntry {
                    amount: Amount::whole(if nothing { 0 } else { hours }),
                    ..NewEntry::of(turn.cadre, duty, turn.plan.on, Source::Tap)
                };
                entry::insert(&mut tx, &new, update, now)
                    .await
                    .expect("an entry");
            } else if roll >= 92 && !turn.plan.again {
                let at = now + TimeDelta::hours(2);
                let plan: &DigestPlan = &turn.plan;
                let account = TelegramId(7_000 + turn.cadre.0);
                let row = planner::again(BotId::MAIN, account, turn.cadre, plan, at);
                outbox::insert(&mut tx, &[row], now).await.expect("a row");
                postponement::insert(&mut tx, turn.cadre, key, Some(at), update, now)
                    .await
                    .expect("a postponement");
            } else if roll >= 88 {
                postponement::insert(&mut tx, turn.cadre, key, None, update, now)
                    .await
                    .expect("a postponement");
            }
        }
        tx.commit().await.expect("a commit");
    }
}

/// Forty people of three ranks in two tiers.
fn roster() -> String {
    let mut csv = "序号,单位,姓名,职务,职级,手机号,是否班子成员,备注\n".to_owned();
    for n in 1..=PEOPLE {
        let (unit, rank) = match n % 5 {
            0 => ("汪清县", "副处级"),
            1 => ("汪清县/春阳镇", "正科级"),
            2 => ("敦化市/额穆镇", "副科级"),
            _ => ("敦化市/额穆镇", "普通党员"),
        };
        let name = format!("王{}", numeral(n));
        writeln!(csv, "{n},{unit},{name},干事,{rank},1527174{n:04},否,").expect("a line");
    }
    csv
}

/// Two items for each third person, due all over the campaign.
fn ledger() -> String {
    let mut csv =
        "序号,问题,类别,整改措施,牵头领导,责任单位,责任人,完成时限,进展情况,是否销号\n".to_owned();
    let mut no = 0;
    for n in (1..=PEOPLE).filter(|n| n.is_multiple_of(3)) {
        let unit = match n % 5 {
            0 => "汪清县",
            1 => "汪清县/春阳镇",
            _ => "敦化市/额穆镇",
        };
        for month in [n % 6 + 3, n % 4 + 4] {
            no += 1;
            let (name, day) = (format!("王{}", numeral(n)), n % 27 + 1);
            writeln!(
                csv,
                "{no},会议多{no},形式主义,压减,{name},{unit},{name},2014年{month}月{day}日前,,否"
            )
            .expect("a line");
        }
    }
    csv
}

/// A name of its own for each.
fn numeral(n: usize) -> String {
    const SIGNS: [char; 10] = ['林', '一', '海', '山', '石', '伍', '陆', '川', '平', '久'];
    [n / 10, n % 10].map(|digit| SIGNS[digit]).iter().collect()
}

fn holds(tally: &Tally, cap: usize) {
    assert!(tally.most() <= cap, "{} messages on a day", tally.most());
    assert!(tally.median() <= 1, "the median is {}", tally.median());
    let (ahead, behind) = (tally.rate(Pace::Ahead), tally.rate(Pace::Behind));
    eprintln!(
        "messages in thousandths a work day: ahead {ahead:?}, on {:?}, behind {behind:?}, done {:?}; \
         median {}, most {} a day",
        tally.rate(Pace::On),
        tally.rate(Pace::Done),
        tally.median(),
        tally.most(),
    );
    assert!(
        ahead.1 > 20 && behind.1 > 20,
        "both occur: {ahead:?} {behind:?}"
    );
    assert!(ahead.0 * 3 < behind.0 * 2, "{ahead:?} {behind:?}");
}

#[tokio::test]
async fn a_whole_campaign_stays_within_the_cap_and_is_a_light_burden() {
    let begun = Instant::now();
    let mut office = Office::opens(Base::Sqlite, "2014-01-20 07:00").await;
    let last = office.books.campaign.span.end;
    office.lives_until(last).await;
    let cap = usize::try_from(office.books.campaign.limits.daily_cap).expect("a cap");
    holds(&office.tally, cap);
    eprintln!("{} days in {:?}", 254, begun.elapsed());
    office.books.store.close().await;
}

#[tokio::test]
async fn a_month_is_the_same_on_either_database() {
    let mut counts = Vec::new();
    for base in bases().await {
        let mut office = Office::opens(base, "2014-02-17 07:00").await;
        let last = "2014-03-14".parse().expect("a day");
        office.lives_until(last).await;
        assert!(office.tally.most() <= 2);
        counts.push(office.tally.sent.clone());
        office.books.store.close().await;
    }
    assert!(counts.windows(2).all(|pair| pair[0] == pair[1]));
}
