use super::*;

use chrono::NaiveDateTime;

use crate::domain::sample::campaign;

fn quiet(from: &str, to: &str) -> Quiet {
    Quiet {
        from: from.parse().unwrap(),
        to: to.parse().unwrap(),
    }
}

#[test]
fn times_are_read_as_people_write_them() {
    let hours = |from, to| Heard::Hours(quiet(from, to));
    for (text, expected) in [
        ("", Heard::Asks),
        ("20:00-08:30", hours("20:00:00", "08:30:00")),
        (" 20:00 - 8:30 ", hours("20:00:00", "08:30:00")),
        ("２０：００－８：３０", hours("20:00:00", "08:30:00")),
        ("20到8", hours("20:00:00", "08:00:00")),
        ("20点至8点半", hours("20:00:00", "08:30:00")),
        ("晚8点到早8点半", hours("20:00:00", "08:30:00")),
        ("晚上9点30分到第二天早上7点", hours("21:30:00", "07:00:00")),
        ("22:00~24:00", hours("22:00:00", "00:00:00")),
        ("12:00 to 14:00", hours("12:00:00", "14:00:00")),
        ("오후 8시-오전 8시반", hours("20:00:00", "08:30:00")),
        ("恢复默认", Heard::Reset),
        ("OFF", Heard::Reset),
        ("20:00", Heard::Unclear),
        ("25:00-8:00", Heard::Unclear),
        ("20:61-8:00", Heard::Unclear),
        ("晚上到早上", Heard::Unclear),
        ("-", Heard::Unclear),
        ("20:00-08:30-09:00", Heard::Unclear),
        ("123-4", Heard::Unclear),
    ] {
        assert_eq!(heard(text), expected, "{text}");
    }
}

#[test]
fn own_hours_only_widen_and_leave_part_of_the_day() {
    // The campaign's: 21:00 to 07:30; 14 hours in all.
    let limits = campaign().limits;
    let long = |minutes| Err(Refusal::TooLong { minutes, most: 840 });
    for (from, to, expected) in [
        ("20:00:00", "08:30:00", Ok(())),
        ("21:00:00", "08:00:00", Ok(())),
        ("12:00:00", "14:00:00", Ok(())),
        ("17:00:00", "20:30:00", Ok(())),
        ("17:30:00", "07:30:00", Ok(())),
        ("17:29:00", "07:30:00", long(841)),
        ("08:00:00", "20:00:00", long(22 * 60 + 30)),
        ("22:00:00", "07:00:00", Err(Refusal::Within)),
        ("21:00:00", "07:30:00", Err(Refusal::Within)),
        ("20:00:00", "20:00:00", Err(Refusal::Unclear)),
    ] {
        let own = quiet(from, to);
        assert_eq!(settle(own, &limits), expected.map(|()| own), "{from} {to}");
    }
    assert_eq!(
        choices(&limits),
        [
            quiet("20:00:00", "07:30:00"),
            quiet("21:00:00", "08:30:00"),
            quiet("20:00:00", "08:30:00"),
        ]
    );
}

#[test]
fn what_falls_into_either_comes_when_both_are_over() {
    let campaign = campaign();
    let zone = campaign.zone;
    let instant = |text: &str| {
        let local = NaiveDateTime::parse_from_str(text, "%m-%d %H:%M %Y").unwrap();
        local.and_local_timezone(zone).unwrap().to_utc()
    };
    let instant = |text: &str| instant(&format!("{text} 2014"));
    for (own, at, expected) in [
        (("20:00:00", "08:30:00"), "03-03 17:30", "03-03 17:30"),
        (("20:00:00", "08:30:00"), "03-03 20:15", "03-04 08:30"),
        (("20:00:00", "08:30:00"), "03-04 08:00", "03-04 08:30"),
        (("20:00:00", "07:00:00"), "03-03 20:15", "03-04 07:30"),
        (("17:00:00", "19:00:00"), "03-03 17:30", "03-03 19:00"),
        // Its end lies in the campaign's, whose end lies in it again.
        (("17:00:00", "22:00:00"), "03-03 17:30", "03-04 07:30"),
        (("07:00:00", "09:00:00"), "03-03 23:00", "03-04 09:00"),
    ] {
        let quiets = [quiet(own.0, own.1), campaign.limits.quiet()];
        let found = out_of(&quiets, zone, instant(at));
        assert_eq!(found, instant(expected), "{own:?} {at}");
    }
    let slot = instant("03-03 17:30");
    let instead = |from, to| instead(quiet(from, to), &campaign.limits, zone, slot);
    assert_eq!(instead("20:00:00", "08:30:00"), None);
    assert_eq!(
        instead("17:00:00", "19:00:00"),
        Some(Instead {
            at: "19:00:00".parse().unwrap(),
            another_day: false
        })
    );
    assert_eq!(
        instead("17:30:00", "07:30:00"),
        Some(Instead {
            at: "07:30:00".parse().unwrap(),
            another_day: true
        })
    );
    let monday = |day: chrono::NaiveDate| day >= "2014-03-10".parse().unwrap();
    let saturday = instant("03-08 08:30");
    assert_eq!(on_a_day(zone, saturday, monday), instant("03-10 08:30"));
}

#[test]
fn hours_that_fill_the_day_end_the_search() {
    let zone = campaign().zone;
    let day = [quiet("00:00:00", "12:00:00"), quiet("12:00:00", "00:00:00")];
    let _ = out_of(&day, zone, DateTime::UNIX_EPOCH);
    let never = [quiet("09:00:00", "09:00:00")];
    assert_eq!(
        out_of(&never, zone, DateTime::UNIX_EPOCH),
        DateTime::UNIX_EPOCH
    );
}
