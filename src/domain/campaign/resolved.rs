//! A campaign's targets with their dates worked out, as `duban check` prints them: what a file means,
//! to be compared with what its writer meant.

use super::{Amount, Campaign, Duty, Measure, Span, Target, Window};

/// Who owes how much, in one window of a duty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResolvedRow {
    /// Duty id.
    pub duty: String,
    /// Only this rank; `None`: any.
    pub rank: Option<String>,
    /// Only people with this trait.
    pub with_trait: Option<String>,
    /// Only units of this sector.
    pub sector: Option<String>,
    /// Only this unit and what is below it.
    pub unit: Option<String>,
    /// Only the person of this key.
    pub person: Option<String>,
    /// How much, in `measure`; zero means exempt.
    pub amount: Amount,
    /// The least that may be set locally, in `shown_in`; `None`: not less than the amount.
    pub at_least: Option<Amount>,
    /// What the duty is counted in.
    pub measure: Measure,
    /// The same in `shown_in`.
    pub shown: Amount,
    /// What people see.
    pub shown_in: Measure,
    /// Window id.
    pub window: String,
    /// The tier the window is for; `None`: all.
    pub tier: Option<String>,
    /// First and last day of the window.
    pub span: Span,
}

/// Every target in every window, in the order of the file.
pub fn resolved_targets(campaign: &Campaign) -> Vec<ResolvedRow> {
    let mut rows = Vec::new();
    for duty in &campaign.duties {
        for target in &duty.targets {
            rows.extend(
                duty.windows
                    .iter()
                    .map(|window| row(campaign, duty, target, window)),
            );
        }
    }
    rows
}

impl ResolvedRow {
    /// Whether whoever the line fits owes nothing, and nothing may be set for him from below.
    pub fn is_exempt(&self) -> bool {
        self.amount == Amount::ZERO && self.at_least.is_none()
    }
}

fn row(campaign: &Campaign, duty: &Duty, target: &Target, window: &Window) -> ResolvedRow {
    ResolvedRow {
        duty: duty.id.clone(),
        rank: target.rank.clone(),
        with_trait: target.with_trait.clone(),
        sector: target.sector.clone(),
        unit: target.unit.clone(),
        person: target.person.clone(),
        amount: target.amount,
        at_least: target.at_least.map(|least| shown(campaign, duty, least)),
        measure: duty.measure,
        shown: shown(campaign, duty, target.amount),
        shown_in: duty.shown_in,
        window: window.id.clone(),
        tier: window.tier.clone(),
        span: window.span,
    }
}

fn shown(campaign: &Campaign, duty: &Duty, amount: Amount) -> Amount {
    match (duty.measure, duty.shown_in) {
        (Measure::ClassHours, Measure::Days) => campaign.class_hours.as_days(amount),
        (Measure::Days, Measure::ClassHours) => campaign.class_hours.of_days(amount),
        _ => amount,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Campaign, read};
    use super::*;

    const MASS_LINE: &str = include_str!("../../../campaigns/mass-line.toml");
    const ANNUAL: &str = include_str!("../../../campaigns/annual-training.toml");

    fn sound(text: &str) -> Campaign {
        read(text).unwrap_or_else(|faults| panic!("{faults:#?}"))
    }

    fn started(start: &str) -> Campaign {
        sound(&MASS_LINE.replace("start = 2014-01-20", &format!("start = {start}")))
    }

    /// "study county upper: 7 days, 2014-01-20..2014-09-30"
    fn lines(campaign: &Campaign) -> Vec<String> {
        let line = |row: ResolvedRow| {
            let conditions = [row.rank, row.with_trait, row.sector, row.unit, row.person];
            let who: Vec<_> = conditions.into_iter().flatten().collect();
            let (duty, who, window) = (row.duty, who.join("+"), row.window);
            let (amount, name) = (row.shown, row.shown_in.name());
            let Span { start, end } = row.span;
            format!("{duty} {who} {window}: {amount} {name}, {start}..{end}")
        };
        resolved_targets(campaign).into_iter().map(line).collect()
    }

    #[test]
    fn the_mass_line_campaign_is_as_its_documents_say() {
        let rows = lines(&started("2014-01-20"));
        for expected in [
            "study county upper: 7 days, 2014-01-20..2014-09-30",
            "study county lower: 7 days, 2014-02-04..2014-09-30",
            "study section upper: 5 days, 2014-01-20..2014-09-30",
            "study member lower: 3 days, 2014-02-04..2014-09-30",
            "research leadership upper: 3 days, 2014-01-20..2014-09-30",
            "households county spring-festival: 5 households, 2014-01-20..2014-02-14",
            "households section opinions: 3 households, 2014-02-20..2014-04-30",
            "households section july-first: 3 households, 2014-06-21..2014-07-11",
            "topics  upper: 7 topics, 2014-01-20..2014-09-30",
            "topics retired lower: 0 topics, 2014-02-04..2014-09-30",
            "talks leadership problems: 3 times, 2014-04-20..2014-07-31",
            "contact county+leadership learning: 1 times, 2014-01-20..2014-04-30",
            "posts posted lower: 40 days, 2014-02-04..2014-09-30",
            "deeds member upper: 1 times, 2014-01-20..2014-09-30",
            "deeds retired upper: 0 times, 2014-01-20..2014-09-30",
        ] {
            assert!(
                rows.iter().any(|row| row == expected),
                "{expected} not in {rows:#?}"
            );
        }
    }

    #[test]
    fn each_system_of_the_documents_is_there_with_what_its_entries_need() {
        use super::super::{Ask, Confirm, Evidence};
        let campaign = started("2014-01-20");
        let asks: [(&str, &[Ask]); 7] = [
            ("study", &[Ask::Topic, Ask::Form]),
            ("research", &[Ask::Place, Ask::Opinion]),
            ("households", &[Ask::Household, Ask::Opinion]),
            ("talks", &[Ask::Form, Ask::Partner]),
            ("contact", &[Ask::ContactPoint, Ask::Opinion]),
            ("posts", &[Ask::Place]),
            ("deeds", &[Ask::Deed]),
        ];
        for (id, asks) in asks {
            let duty = campaign.duty(id).unwrap();
            assert_eq!(duty.asks, asks, "{id}");
            assert!(!duty.words.is_empty(), "{id}");
        }
        let talks = campaign.duty("talks").unwrap();
        assert_eq!((talks.forms.len(), talks.form_name.is_some()), (3, true));
        let topics = campaign.duty("topics").unwrap();
        assert_eq!(topics.topics_of.as_deref(), Some("study"));
        assert_eq!(campaign.duty("study").unwrap().topics.len(), 7);
        assert_eq!(campaign.duty("posts").unwrap().confirm, Confirm::Always);
        assert_eq!(campaign.duty("deeds").unwrap().evidence, Evidence::Wanted);
        let least: Vec<_> = resolved_targets(&campaign)
            .into_iter()
            .filter(|row| row.duty == "study" && row.rank.as_deref() == Some("member"))
            .map(|row| row.at_least.map(|least| least.0))
            .collect();
        assert!(least.contains(&Some(1_000)), "{least:?}");
    }

    #[test]
    fn another_start_is_another_campaign() {
        let (first, autumn) = (started("2014-01-20"), started("2026-09-07"));
        let spring = started("2015-03-02");
        assert_eq!(first.span.end.to_string(), "2014-09-30");
        assert_eq!(autumn.span.end.to_string(), "2027-05-31");
        assert_eq!(spring.span.end.to_string(), "2015-11-30");
        let rows = lines(&autumn);
        for expected in [
            "study county lower: 7 days, 2026-09-22..2027-05-31",
            "households county spring-festival: 5 households, 2027-01-26..2027-02-20",
            "households county opinions: 5 households, 2026-10-07..2026-12-31",
        ] {
            assert!(
                rows.iter().any(|row| row == expected),
                "{expected} not in {rows:#?}"
            );
        }
        for moved in [autumn, spring] {
            let duties = |campaign: &Campaign| campaign.duties.len();
            assert_eq!(duties(&moved), duties(&first));
            for row in resolved_targets(&moved) {
                assert!(moved.span.holds(row.span.start) && moved.span.holds(row.span.end));
                assert!(!first.span.holds(row.span.start), "{row:?}");
            }
        }
    }

    #[test]
    fn an_ordinary_year_runs_on_the_same_engine() {
        assert_eq!(
            lines(&sound(ANNUAL)),
            [
                "training county year: 110 class_hours, 2026-01-01..2026-12-31",
                "training section year: 90 class_hours, 2026-01-01..2026-12-31",
                "training member year: 32 class_hours, 2026-01-01..2026-12-31",
            ]
        );
    }

    #[test]
    fn ranks_are_known_as_offices_write_them() {
        for campaign in [sound(MASS_LINE), sound(ANNUAL)] {
            for (rank, words) in [
                (
                    "county",
                    "正县级 副处级 县处级副职 縣處級 调研员 二级巡视员 副厅级 县(处)级 county 정현급",
                ),
                (
                    "section",
                    "乡科级正职 副乡级 正科 主任科员 四级主任科员 鄉科級副職 副镇级 section 정과급",
                ),
                (
                    "member",
                    "普通党员 预备党员 科员 办事员 一般干部 股级 村民 無 - member 당원",
                ),
            ] {
                for word in words.split(' ') {
                    assert_eq!(campaign.rank_of(word), Some(rank), "{word}");
                }
            }
            assert_eq!(campaign.rank_of(""), Some("member"));
            assert_eq!(campaign.rank_of("乱写"), None);
        }
    }

    #[test]
    fn sectors_are_known_from_the_name_of_the_unit() {
        let campaign = sound(MASS_LINE);
        for (unit, sector) in [
            ("新光村党支部", Some("rural")),
            ("春阳镇新光村", Some("rural")),
            ("长安社区党支部", Some("community")),
            ("长安社区居民委员会", Some("community")),
            ("百草沟镇", Some("township")),
            ("大桥乡", Some("township")),
            ("北山街道办事处", Some("township")),
            ("大石头镇人民政府", Some("township")),
            ("住房和城乡建设局", Some("office")),
            ("农业农村局", Some("office")),
            ("敦化市委", Some("office")),
            ("延吉市政府", Some("office")),
            ("汪清县人大", Some("office")),
            ("州教育局", Some("office")),
            ("市公安局", Some("window")),
            ("县人民法院", Some("window")),
            ("政务服务中心", Some("window")),
            ("延边大学", Some("university")),
            ("林业集团公司", Some("enterprise")),
            ("个体私营企业协会", Some("private")),
            ("第三支部", None),
        ] {
            assert_eq!(campaign.sector_of(unit), sector, "{unit}");
        }
    }

    #[test]
    fn traits_are_known_from_notes_and_posts() {
        let campaign = sound(MASS_LINE);
        for (note, traits) in [
            ("离退休", &["retired"][..]),
            ("年老体弱", &["retired"]),
            ("流动党员", &["floating"]),
            ("班子成员", &["leadership"]),
            ("一把手", &["leadership", "head"]),
            ("县派驻村第一书记", &["posted"]),
            ("副镇长", &[]),
        ] {
            assert_eq!(campaign.traits_in(note), traits, "{note}");
        }
    }
}
