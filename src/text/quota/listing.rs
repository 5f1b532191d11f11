//! What the campaign fixes of each duty, what is set locally, and what was set before.

use i18n_embed_fl::fl;

use super::{LONGEST_QUOTE, amount_or_campaign, ask, example, whom};
use crate::domain::action;
use crate::domain::amount::Amount;
use crate::domain::campaign::{Duty, Target};
use crate::domain::quota::Line;
use crate::text::Rendered;
use crate::text::date::date;
use crate::text::movement::{owed_or_none, rank};
use crate::text::page::{Page, plain, shown};
use crate::text::person::{name, unit};
use crate::text::words::Voice;

pub(super) fn standing(voice: &Voice<'_>, lines: &[Line], unit: Option<&str>) -> Rendered {
    let words = voice.words;
    let mut entries = Vec::new();
    for duty in &voice.campaign.duties {
        entries.push(voice.duty_name(&duty.id));
        entries.push(format!(" {}", fixed(voice, duty)));
        let own = lines.iter().filter(|line| line.duty == duty.id);
        entries.extend(own.map(|line| format!(" {}", set_line(voice, line))));
    }
    let total = entries.len();
    let first = voice.campaign.duties.first();
    let example = first.map(|duty| example(voice, &duty.id, unit));
    let page = Page::new(fl!(words, "quota-title"))
        .list(entries, total, |left| fl!(words, "more-lines", n = left));
    let page = match example {
        Some(example) => page.line(fl!(words, "quota-how-to", example = example)),
        None => page,
    };
    let duties = voice.campaign.duties.iter().map(|duty| {
        let of = action::Quota::Of {
            duty: duty.id.clone(),
        };
        ask(voice.duty_name(&duty.id), &of)
    });
    page.buttons(duties.collect())
        .buttons(vec![ask(
            fl!(words, "button-quota-history"),
            &action::Quota::History { page: 0 },
        )])
        .done()
}

/// "活动规定 县处级以上7天、乡科级5天"
fn fixed(voice: &Voice<'_>, duty: &Duty) -> String {
    let words = voice.words;
    if duty.targets.is_empty() {
        return fl!(words, "quota-fixed-nothing");
    }
    let lines: Vec<String> = duty
        .targets
        .iter()
        .map(|target| {
            let amount = owed_or_none(
                voice,
                &duty.id,
                Some(target.amount).filter(|amount| *amount > Amount::ZERO),
            );
            match conditions(voice, target) {
                who if who.is_empty() => amount,
                who => format!("{who} {amount}"),
            }
        })
        .collect();
    fl!(
        words,
        "quota-fixed",
        lines = lines.join(&fl!(words, "separator"))
    )
}

/// Whom a line of the campaign is for; empty: everybody.
fn conditions(voice: &Voice<'_>, target: &Target) -> String {
    let named = |id: &Option<String>, find: &dyn Fn(&str) -> Option<String>| {
        let id = id.as_deref()?;
        Some(find(id).unwrap_or_else(|| id.to_owned()))
    };
    let campaign = voice.campaign;
    let language = voice.language;
    let a_trait = |id: &str| {
        let known = campaign.traits.iter().find(|known| known.id == id)?;
        Some(known.name.get(language).to_owned())
    };
    let sector = |id: &str| {
        let known = campaign.sectors.iter().find(|known| known.id == id)?;
        Some(known.name.get(language).to_owned())
    };
    let parts = [
        named(&target.unit, &|path| Some(unit(path))),
        named(&target.sector, &sector),
        named(&target.with_trait, &a_trait),
        named(&target.rank, &|id| Some(rank(voice, id))),
        named(&target.person, &|key| Some(key.to_owned())),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .flatten()
        .map(|part| shown(&part, LONGEST_QUOTE))
        .collect();
    parts.join(" ")
}

/// "汪清县春阳镇 普通党员 4天 3月3日 周一 周俊哲定"
pub(super) fn set_line(voice: &Voice<'_>, line: &Line) -> String {
    let words = voice.words;
    let what = fl!(
        words,
        "quota-line",
        whom = whom(voice, &line.of, line.rank.as_deref()),
        amount = amount_or_campaign(voice, &line.duty, line.amount)
    );
    let date = date(voice, line.on);
    match &line.by {
        Some(by) => fl!(
            words,
            "quota-set-by",
            what = what,
            date = date,
            by = name(by)
        ),
        None => fl!(words, "quota-set", what = what, date = date),
    }
}

pub(super) fn history(voice: &Voice<'_>, lines: &[Line], page: u32, more: bool) -> Rendered {
    let words = voice.words;
    if lines.is_empty() {
        return plain(fl!(words, "quota-history-none"));
    }
    let entries = lines
        .iter()
        .map(|line| format!("{} {}", voice.duty_name(&line.duty), set_line(voice, line)));
    let mut turns = Vec::new();
    if more {
        let page = page + 1;
        let earlier = action::Quota::History { page };
        turns.push(ask(fl!(words, "button-earlier"), &earlier));
    }
    if let Some(page) = page.checked_sub(1) {
        let later = action::Quota::History { page };
        turns.push(ask(fl!(words, "button-newer"), &later));
    }
    Page::new(fl!(words, "quota-history-title"))
        .list(entries, lines.len(), |left| {
            fl!(words, "more-lines", n = left)
        })
        .buttons(turns)
        .done()
}
