//! Reads a campaign file. Pure: text in, campaign out, or every mistake of the file with its line,
//! so that an operator mends it in one go. Wording of faults is English: it is a tool's output.

mod ask;
mod bot;
mod class_hours;
mod dispatch;
mod duty;
mod escalation;
mod kind;
mod nearest;
mod people;
mod review;
mod sheet;
mod slot;
mod syntax;
mod table;
mod target;
mod time;
mod topic;
mod value;
mod window;

use chrono::NaiveDate;
use chrono_tz::Tz;
use toml::de::DeTable;

use self::sheet::{Sheet, Value};
use self::table::{Form, Table};
use super::Campaign;
use crate::domain::class_hour::ClassHourRule;
use crate::domain::deadline::Span;

/// One mistake of a campaign file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Line of the file, from 1.
    pub line: u32,
    /// What is wrong.
    pub what: String,
    /// What would be right, with an example.
    pub right: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}; {}", self.what, self.right)
    }
}

const FILE: Form = Form {
    name: "the file",
    keys: &[
        ("id", "\"mass-line\""),
        ("start", "2014-01-20"),
        ("end", "\"+8m end\""),
        ("zone", "\"Asia/Shanghai\""),
        ("calendar", "\"cn\""),
        ("language", "\"zh-CN\""),
        (
            "name",
            "{ zh-CN = \"…\", zh-TW = \"…\", en = \"…\", ko = \"…\" }",
        ),
        ("class_hours", "{ per_day = \"8\", per_hour = \"1\" }"),
        (
            "limits",
            "{ quiet = [\"21:00\", \"07:30\"], daily_cap = 2, … }",
        ),
        (
            "tiers",
            "[{ id = \"upper\", max_depth = 1, from = \"+0d\", to = \"+8m end\" }]",
        ),
        ("ranks", "[{ id = \"member\", default = true, … }]"),
        ("traits", "[{ id = \"retired\", prompt = false, … }]"),
        ("sectors", "[{ id = \"rural\", … }]"),
        ("slots", "[{ id = \"evening\", cron = \"30 17 * * *\", … }]"),
        ("duties", "[{ id = \"study\", … }]"),
        ("kinds", "[{ id = \"rectification\", … }]"),
        ("dispatch", "{ slot = \"evening\", within = 5 }"),
        ("categories", "[{ id = \"formalism\", … }]"),
        ("bots", "[{ id = \"east\", units = [\"…\"] }]"),
    ],
};

/// What other values are reckoned from; `None` where the file is wrong about it, so that what hangs
/// on it is not called wrong too.
struct Reading {
    start: Option<NaiveDate>,
    span: Option<Span>,
    zone: Option<Tz>,
    rule: Option<ClassHourRule>,
}

/// Ids to which other tables may refer.
struct Names {
    tiers: Vec<String>,
    ranks: Vec<String>,
    traits: Vec<String>,
    sectors: Vec<String>,
    slots: Vec<String>,
    kinds: Vec<String>,
}

impl Names {
    fn of(file: &Table) -> Self {
        let ids = |key: &str, form: &'static Form| {
            file.tables(key, form)
                .iter()
                .filter_map(Table::id)
                .collect()
        };
        Self {
            tiers: ids("tiers", &time::TIER),
            ranks: ids("ranks", &people::RANK),
            traits: ids("traits", &people::TRAIT),
            sectors: ids("sectors", &people::SECTOR),
            slots: ids("slots", &slot::SLOT),
            kinds: ids("kinds", &kind::KIND),
        }
    }
}

/// Reads the text of a campaign file.
///
/// # Errors
/// Every mistake there is, in the order of the file; never an empty list.
pub fn read(text: &str) -> Result<Campaign, Vec<Fault>> {
    let (tree, broken) = DeTable::parse_recoverable(text);
    let sheet = Sheet::new(text, broken.iter().any(syntax::tears));
    let torn = syntax::syntax_faults(&sheet, &broken);
    let campaign = campaign(&Table::open(&sheet, 0, tree.get_ref(), &FILE));
    let mut faults = sheet.into_faults();
    if torn.len() < broken.len() {
        // A bracket is open to the end of the file: what the parser made of the lines is no use.
        faults.clear();
    }
    // What the parser made of a broken line is not held against its writer.
    faults.retain(|fault| torn.iter().all(|broken| broken.line != fault.line));
    faults.extend(torn);
    faults.sort_by_key(|fault| fault.line);
    match campaign {
        Some(campaign) if faults.is_empty() => Ok(campaign),
        _ => Err(faults),
    }
}

/// `None` if anything is missing or wrong; everything is looked at before it is given up.
fn campaign(file: &Table) -> Option<Campaign> {
    let (id, name) = (file.id(), people::name(file));
    let mut reading = Reading {
        start: file.need("start").and_then(Value::date),
        span: None,
        zone: file
            .need("zone")
            .and_then(|value| value.parsed(value::zone)),
        rule: file.need("class_hours").and_then(class_hours::class_hours),
    };
    reading.span = file.need("end").and_then(|value| reading.whole(value));
    let calendar = file
        .need("calendar")
        .and_then(|value| value.parsed(value::id));
    let language = file
        .need("language")
        .and_then(|value| value.parsed(value::language));
    let limits = file
        .need("limits")
        .and_then(|value| time::limits(&value.table(&time::LIMITS)?));
    let names = Names::of(file);
    let tiers = reading.tiers(file);
    let ranks = people::ranks(file);
    let traits = all(&file.tables("traits", &people::TRAIT), people::a_trait);
    let sectors = people::sectors(file);
    let slots = all(&file.tables("slots", &slot::SLOT), |table| {
        reading.slot(table, limits.as_ref())
    });
    let duties = file.tables("duties", &duty::DUTY);
    ask::one_word_one_duty(&duties);
    let duties = all(&duties, |table| {
        reading.duty(table, &duties, &names, tiers.as_deref())
    });
    let kinds = file.tables("kinds", &kind::KIND);
    kind::no_circle(&kinds);
    let kinds = all(&kinds, |table| kind::kind(table, &names));
    let dispatch = match file.may("dispatch") {
        Some(value) => dispatch::dispatch(value, &names).map(Some),
        None => Some(None),
    };
    let categories = people::labels(file, "categories");
    let bots = bot::bots(file);
    if duties.as_ref().is_some_and(Vec::is_empty) && kinds.as_ref().is_some_and(Vec::is_empty) {
        file.absent(
            "there are neither duties nor kinds of items",
            "add [[duties]] or [[kinds]]",
        );
    }
    let (ranks, default_rank) = ranks?;
    Some(Campaign {
        id: id?,
        name: name?,
        span: reading.span?,
        zone: reading.zone?,
        calendar: calendar?,
        language: language?,
        class_hours: reading.rule?,
        limits: limits?,
        tiers: tiers?,
        ranks,
        default_rank,
        traits: traits?,
        sectors: sectors?,
        duties: duties?,
        slots: slots?,
        kinds: kinds?,
        dispatch: dispatch?,
        categories: categories?,
        bots: bots?,
    })
}

/// Every table read, though one of them be wrong.
fn all<T>(tables: &[Table], read: impl FnMut(&Table) -> Option<T>) -> Option<Vec<T>> {
    let read: Vec<_> = tables.iter().map(read).collect();
    read.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::amount::{Amount, Measure};
    use crate::domain::campaign::Late;

    /// A campaign without mistakes; each case below breaks one place of it.
    pub(super) const SOUND: &str = r#"id = "small"
start = 2014-01-20
end = "+8m end"
zone = "Asia/Shanghai"
calendar = "cn"
language = "zh-CN"
name = { zh-CN = "试", zh-TW = "試", en = "Trial", ko = "시험" }
class_hours = { per_day = "8", per_hour = "1" }
[limits]
quiet = ["21:00", "07:30"]
daily_cap = 2
invite_life = "60d"
wrong_codes = 5
wrong_code_pause = "15m"
[[tiers]]
id = "upper"
max_depth = 1
from = "+0d"
to = "+8m end"
[[tiers]]
id = "lower"
max_depth = 99
from = "+15d"
to = "+8m end"
[[ranks]]
id = "county"
name = { zh-CN = "县", zh-TW = "縣", en = "County", ko = "현" }
words = ["正县级", "县（处）级"]
[[ranks]]
id = "member"
default = true
name = { zh-CN = "党员", zh-TW = "黨員", en = "Member", ko = "당원" }
words = ["科员"]
[[traits]]
id = "retired"
name = { zh-CN = "退休", zh-TW = "退休", en = "Retired", ko = "퇴직" }
words = ["退休"]
prompt = false
[[sectors]]
id = "rural"
name = { zh-CN = "农村", zh-TW = "農村", en = "Rural", ko = "농촌" }
words = ["村"]
[[slots]]
id = "evening"
cron = "30 17 * * *"
days = "work"
late = "send-once"
late_within = "3h"
[[duties]]
id = "study"
name = { zh-CN = "学习", zh-TW = "學習", en = "Study", ko = "학습" }
measure = "class_hours"
shown_in = "days"
slot = "evening"
max_per_day = "1 day"
backdate_days = 14
offers = ["0.5 days", "2 class_hours"]
targets = [
  { rank = "county", amount = "7 days" },
  { trait = "retired", sector = "rural", unit = "甲县/乙镇", amount = "0 days" },
]
[[duties]]
id = "visits"
name = { zh-CN = "走访", zh-TW = "走訪", en = "Visits", ko = "방문" }
measure = "households"
max_per_day = "9 households"
backdate_days = 3
targets = [{ rank = "county", amount = "5 households" }]
windows = [
  { id = "festival", from = "spring-festival -11d", to = "spring-festival +14d" },
  { id = "july", tier = "upper", from = "07-01 -10d", to = "07-01 +10d" },
]
[[kinds]]
id = "rectification"
name = { zh-CN = "整改", zh-TW = "整改", en = "Rectification", ko = "정돈" }
slot = "evening"
ladder = { before = [7, 3, 1, 0], after = [1, 3, 7, 14], then_every = 14 }
"#;

    pub(super) fn faults(text: &str) -> Vec<Fault> {
        read(text).err().unwrap_or_default()
    }

    #[test]
    fn a_sound_file_is_a_campaign() {
        let campaign = read(SOUND).unwrap();
        let study = campaign.duty("study").unwrap();
        assert_eq!(study.max_per_day, Amount::whole(8));
        assert_eq!(
            study.targets.iter().map(|t| t.amount.0).collect::<Vec<_>>(),
            [56_000, 0]
        );
        assert_eq!(
            study
                .windows
                .iter()
                .map(|w| w.id.as_str())
                .collect::<Vec<_>>(),
            ["upper", "lower"]
        );
        assert_eq!(
            study.offers.first().map(|o| (o.amount.0, o.measure)),
            Some((500, Measure::Days))
        );
        assert_eq!(
            study
                .windows_of("lower")
                .next()
                .unwrap()
                .span
                .start
                .to_string(),
            "2014-02-04"
        );
        assert!(matches!(
            campaign.slots.first().unwrap().late,
            Late::SendOnce { .. }
        ));
        for (word, rank) in [
            ("县(处)级", "county"),
            (" 县（处）级\u{3000}", "county"),
            ("科\u{3000}员", "member"),
            ("County", "county"),
        ] {
            assert_eq!(campaign.rank_of(word), Some(rank), "{word}");
        }
        assert_eq!(campaign.rank_of(""), Some("member"));
        assert!(!campaign.prompts(&["retired".to_owned()]));
    }

    #[test]
    fn the_start_may_stand_in_quotes() {
        let quoted = SOUND.replace("start = 2014-01-20", "start = \"2014-01-20\"");
        assert_eq!(read(&quoted).unwrap().span, read(SOUND).unwrap().span);
    }

    #[test]
    fn each_mistake_is_named_with_its_line_and_what_would_be_right() {
        #[rustfmt::skip]
    let cases: &[(&str, &str, u32, &str, &str)] = &[
        // Syntax.
        ("per_hour = \"1\" }", "per_hour = \"1\" ", 9, "TOML syntax", "on the line before"),
        ("\"+8m end\"\nzone", "+8m end\nzone", 3, "TOML syntax", "in quotes"),
        ("calendar = \"cn\"", "calendar = \"cn\"\nzone = \"UTC\"", 6, "duplicate key", "once"),
        // Keys and types.
        ("daily_cap = 2", "dayly_cap = 2", 11, "unknown key `dayly_cap` in [limits]", "daily_cap = 2"),
        ("daily_cap = 2", "", 9, "[limits] has no `daily_cap`", "daily_cap = 2"),
        ("calendar = \"cn\"", "colour = 1\ncalendar = \"cn\"", 5, "unknown key `colour`", "known here: id, start"),
        ("daily_cap = 2", "daily_cap = \"2\"", 11, "this is a text, wanted is a whole number", "daily_cap = 2"),
        ("daily_cap = 2", "daily_cap = 0", 11, "0 is too small", "daily_cap = 2"),
        ("daily_cap = 2", "daily_cap = -1", 11, "-1 is out of range", "daily_cap = 2"),
        ("prompt = false", "prompt = \"no\"", 38, "wanted is true or false", "prompt = false"),
        ("words = [\"村\"]", "words = \"村\"", 42, "wanted is a list", "words = ["),
        ("words = [\"村\"]", "words = [\"村\", \" \"]", 42, "the text is empty", "words = ["),
        ("per_day = \"8\"", "per_day = 8.5", 8, "in quotes", "per_day = \"8\""),
        ("per_day = \"8\"", "per_day = \"0\"", 8, "no number above zero", "per_day = \"8\""),
        // Zones, languages, names.
        ("Asia/Shanghai", "Asia/Shangai", 4, "Asia/Shanghai\", perhaps", "zone = "),
        ("language = \"zh-CN\"", "language = \"jp\"", 6, "there is no language \"jp\"", "language = \"zh-CN\""),
        ("zh-TW = \"試\", ", "", 7, "no name in zh-TW", "zh-TW = "),
        ("zh-TW = \"試\", ", "zh-tw = \"試\", ", 7, "unknown key `zh-tw`", "write `zh-TW`"),
        ("id = \"small\"", "id = \"Small One\"", 1, "is no id: lower-case letters", "mass-line"),
        // Dates, times, lengths.
        ("start = 2014-01-20", "start = \"20.1.2014\"", 2, "is no date", "2014-01-20"),
        ("start = 2014-01-20", "start = 1899-01-20", 70, "on no known day", "+15d"),
        ("end = \"+8m end\"", "end = 2014-09-30", 3, "every date follows from `start`", "+8m end"),
        ("end = \"+8m end\"", "end = \"2014-09-30\"", 3, "every date follows from `start`", "+8m end"),
        ("end = \"+8m end\"", "end = \"8 months\"", 3, "\"8 months\" is no moment", "+15d"),
        ("from = \"+15d\"\nto = \"+8m end\"", "from = \"+15d\"\nto = \"+3d\"", 24, "ends on 2014-01-23, before it begins on 2014-02-04", "`to` behind `from`"),
        ("from = \"+15d\"\nto = \"+8m end\"", "from = \"+15m\"\nto = \"+18m\"", 20, "outside the campaign", "within"),
        ("max_depth = 99", "max_depth = 1", 22, "no unit is left", "grows"),
        ("\"07:30\"]", "\"25:30\"]", 10, "\"25:30\" is no time of day", "07:30"),
        ("\"07:30\"]", "]", 10, "1 times are there", "07:30"),
        ("\"60d\"", "\"60 days\"", 12, "no length of time", "60d"),
        ("wrong_codes = 5", "wrong_codes = 5\nlongest_leave = \"36h\"", 14, "no whole number of days", "60d"),
        ("wrong_codes = 5", "wrong_codes = 5\nlongest_leave = 60", 14, "wanted is", "60d"),
        ("wrong_codes = 5", "wrong_codes = 5\nown_quiet = \"23h\"", 14, "no hour would be left", "22h"),
        ("wrong_codes = 5", "wrong_codes = 5\nahead_every = 0", 14, "0 is too small", "3"),
        ("wrong_codes = 5", "wrong_codes = 5\nlater = 2", 14, "wanted is", "2h"),
        ("wrong_codes = 5", "wrong_codes = 5\nmost_evidence = 0", 14, "0", "10"),
        ("\"60d\"", "\"0d\"", 12, "no time at all", "60d"),
        // Ranks, sectors.
        ("default = true", "default = false", 25, "no rank is the default", "default = true"),
        ("words = [\"正县级\"", "default = true\nwords = [\"正县级\"", 32, "\"county\" is the default rank already", "only one"),
        ("words = [\"科员\"]", "words = [\"科员\", \"县(处)级\"]", 33, "means the rank \"county\" already", "one word means one rank"),
        ("words = [\"科员\"]", "words = [\"county\"]", 33, "means the rank \"county\" already", "one word"),
        ("id = \"lower\"", "id = \"upper\"", 21, "\"upper\" is there twice in [[tiers]]", "its own id"),
        // Slots.
        ("30 17 * * *", "30 17 * *", 45, "has 4 fields", "30 17 * * *"),
        ("30 17 * * *", "30 17 * * 1-5", 45, "digits for weekdays", "30 17 * * *"),
        ("30 17 * * *", "30 22 * * *", 45, "22:30 lies in the quiet hours 21:00-07:30", "between 07:30 and 21:00"),
        ("days = \"work\"", "days = \"weekdays\"", 46, "neither \"work\" nor \"all\"", "work"),
        ("late = \"send-once\"", "late = \"later\"\n#", 47, "none of \"send-once\"", "send-once"),
        ("late = \"send-once\"", "late = \"drop\"", 48, "only late = \"send-once\" has it", "leave the line out"),
        ("late_within = \"3h\"", "", 43, "has no `late_within`", "3h"),
        // Duties.
        ("measure = \"class_hours\"", "measure = \"class_hour\"", 52, "`class_hours`, perhaps", "class_hours"),
        ("shown_in = \"days\"", "shown_in = \"times\"", 53, "cannot be shown in times", "class_hours"),
        ("slot = \"evening\"\nmax", "slot = \"evenning\"\nmax", 54, "there is no slot \"evenning\"", "write \"evening\""),
        ("slot = \"evening\"\nladder", "slot = \"noon\"\nladder", 76, "there is no slot \"noon\"", "one of: evening"),
        ("\"1 day\"", "\"1 household\"", 55, "cannot be converted into class_hours", "5 class_hours"),
        ("\"1 day\"", "\"0 days\"", 55, "0 would allow nothing", "8 class_hours"),
        ("\"0.5 days\"", "\"2 days\"", 57, "16 class_hours is more than a day holds", "offer less"),
        ("amount = \"7 days\"", "amount = \"7 dayz\"", 59, "`days`, perhaps", "7 days"),
        ("amount = \"7 days\"", "amount = \"seven days\"", 59, "\"seven\" is no number", "7 days"),
        ("amount = \"5 households\"", "amount = \"5 days\"", 68, "days cannot be converted into households", "5 households"),
        ("rank = \"county\", amount = \"7", "rank = \"country\", amount = \"7", 59, "there is no rank \"country\"", "write \"county\""),
        ("trait = \"retired\"", "trait = \"floating\"", 60, "there is no trait \"floating\"", "one of: retired"),
        ("sector = \"rural\"", "sector = \"urban\"", 60, "there is no sector \"urban\"", "one of: rural"),
        ("甲县/乙镇", "/乙镇", 60, "is no path of a unit", "County/Township"),
        ("tier = \"upper\"", "tier = \"uper\"", 71, "there is no tier \"uper\"", "write \"upper\""),
        ("to = \"spring-festival +14d\"", "to = \"+15d end\"", 70, "\"+15d end\" is no moment", "+8m end"),
        ("targets = [{ rank = \"county\", amount = \"5 households\" }]", "targets = []", 68, "nobody owes", "targets = "),
        // Ladders.
        ("before = [7, 3, 1, 0]", "before = [0, 1, 3]", 77, "must descend", "[7, 3, 1, 0]"),
        ("after = [1, 3, 7, 14]", "after = [1, 3, 3]", 77, "must ascend", "[1, 3, 7, 14]"),
        ("after = [1, 3, 7, 14]", "after = [5, 6]", 77, "must not shrink", "[1, 3, 7, 14]"),
        ("then_every = 14", "then_every = 0", 77, "0 is too small", "then_every = 14"),
    ];
        let mut missed = Vec::new();
        for (sound, broken, line, what, right) in cases {
            assert!(SOUND.contains(sound), "{sound} is not in the sound file");
            let found = faults(&SOUND.replacen(sound, broken, 1));
            let named = |fault: &Fault| {
                fault.line == *line && fault.what.contains(what) && fault.right.contains(right)
            };
            if !found.iter().any(named) {
                missed.push((broken, line, found.clone()));
            }
            assert!(
                found.iter().all(|fault| !fault.to_string().contains('\n')),
                "{found:?}"
            );
        }
        assert!(missed.is_empty(), "{missed:#?}");
    }

    #[test]
    fn all_mistakes_are_named_in_one_go_and_nothing_that_follows_from_them() {
        let broken = SOUND
            .replace("start = 2014-01-20", "start = \"soon\"")
            .replace("daily_cap = 2", "daily_cap = 0")
            .replace("measure = \"class_hours\"", "measure = \"hourz\"")
            .replace("shown_in = \"days\"", "shown_in = \"years\"")
            .replace("\"7 days\"", "\"7 dais\"")
            .replace("\"5 households\"", "\"many households\"")
            .replace("then_every = 14", "then_every = \"14\"")
            .replace("days = \"work\"", "days = work");
        let lines: Vec<_> = faults(&broken).iter().map(|fault| fault.line).collect();
        assert_eq!(lines, [2, 11, 46, 52, 53, 59, 68, 77]);
    }

    #[test]
    fn a_value_without_quotes_does_not_hide_other_mistakes() {
        let broken = SOUND
            .replace("language = \"zh-CN\"", "language = zh-CN")
            .replace("daily_cap = 2", "dayly_cap = 2")
            .replace("30 17 * * *", "30 22 * * *")
            .replace("backdate_days = 14\n", "")
            .replace("slot = \"evening\"\nladder", "slot = \"evning\"\nladder");
        let lines: Vec<_> = faults(&broken).iter().map(|fault| fault.line).collect();
        assert_eq!(lines, [6, 9, 11, 45, 49, 75]);
    }

    #[test]
    fn an_empty_file_lacks_everything_but_does_not_panic() {
        let found = faults("");
        assert!(found.len() >= 10, "{found:?}");
        assert!(found.iter().all(|fault| fault.line == 1));
    }

    #[test]
    fn an_occasion_outside_the_campaign_does_not_come() {
        let autumn = SOUND.replace("start = 2014-01-20", "start = 2014-09-01");
        let windows = &read(&autumn)
            .unwrap()
            .duty("visits")
            .unwrap()
            .windows
            .clone();
        assert_eq!(
            windows.iter().map(|w| w.id.as_str()).collect::<Vec<_>>(),
            ["festival"]
        );
        let short = autumn.replace("end = \"+8m end\"", "end = \"+3m end\"");
        let found = faults(&short);
        assert!(
            found
                .iter()
                .any(|f| f.line == 69 && f.what.contains("no window")),
            "{found:?}"
        );
    }

    #[test]
    fn a_file_cut_off_anywhere_is_refused_with_lines_that_it_has() {
        for (cut, _) in SOUND.char_indices().step_by(7) {
            let text = &SOUND[..cut];
            for fault in faults(text) {
                let lines = u32::try_from(text.matches('\n').count()).unwrap() + 1;
                assert!((1..=lines).contains(&fault.line), "{cut}: {fault:?}");
            }
        }
    }
}
