//! Samples of what superiors, reviewers and the office are told of others' items.

use super::{day, late_item, standing};
use crate::domain::campaign::Superior;
use crate::domain::escalation::{Escalated, Missing, NobodyToTell, Raised, Review};
use crate::domain::ids::ItemId;
use crate::domain::notice::{Digest, Notice, OverdueItem};

/// An item of that number.
pub(in crate::text) fn late(no: &str, days_late: i64) -> Escalated {
    Escalated {
        item: ItemId(no.parse().unwrap_or(i64::MAX)),
        no: no.to_owned(),
        unit: "延边州/汪清县/春阳镇".to_owned(),
        responsible: "周俊哲".to_owned(),
        days_late,
    }
}

/// These, and items of these numbers that wait.
pub(in crate::text) fn raised(items: Vec<(Superior, Escalated)>, reviews: &[&str]) -> Raised {
    let reviews = reviews.iter().map(|no| Review {
        item: ItemId(no.parse().unwrap_or(i64::MAX)),
        no: (*no).to_owned(),
    });
    Raised::new(items, reviews.collect())
}

/// As the office has it in its list.
pub(in crate::text) fn overdue() -> OverdueItem {
    OverdueItem {
        item: late_item(),
        unit: "汪清县/春阳镇".to_owned(),
        responsible: "周俊哲".to_owned(),
    }
}

pub(super) fn notices() -> Vec<Notice> {
    let digest = |check_in, items: usize, reviews: &[&str]| {
        let roles = Superior::ALL.into_iter().cycle();
        let items = roles.take(items).map(|role| (role, late("<b>", 1)));
        Notice::Digest(Digest {
            on: day(2014, 3, 5),
            check_in,
            raised: raised(items.collect(), reviews),
            ..Digest::default()
        })
    };
    let missing = |role, count| Missing {
        unit: "<b>州/汪清县/春阳镇".to_owned(),
        role,
        count,
    };
    let nobody = |total| NobodyToTell {
        total,
        missing: Superior::ALL.map(|role| missing(role, total)).to_vec(),
    };
    let office = |items: Vec<OverdueItem>, count| Notice::Overdue {
        total: items.len(),
        items,
        units: vec![],
        nobody: nobody(count),
    };
    vec![
        digest(None, 1, &[]),
        digest(None, 4, &["12"]),
        digest(None, 0, &["12"]),
        digest(None, 0, &["<b>"; 7]),
        digest(Some(standing()), 40, &["12", "15"]),
        office(vec![], 1),
        office(vec![overdue(); 12], 2),
    ]
}
