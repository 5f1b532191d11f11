//! The digest of those whose items change hands with the office's ledger.

use crate::domain::ids::ItemId;
use crate::domain::news::{Handed, News, Told};
use crate::domain::notice::{Digest, Notice};

use super::{day, who};

fn name() -> String {
    who().name
}

pub(super) fn notices() -> Vec<Notice> {
    let handed = |leads, to: Option<String>| {
        News::Handed(Handed {
            item: ItemId(i64::MAX),
            no: name(),
            content: name().repeat(80),
            leads,
            to,
        })
    };
    let news = [false, true].into_iter().flat_map(|leads| {
        let to = [None, Some(String::new()), Some(name())];
        to.map(|to| handed(leads, to))
    });
    vec![Notice::Digest(Digest {
        on: day(2014, 3, 4),
        news: Told {
            news: news.collect(),
            more: 0,
        },
        ..Digest::default()
    })]
}
