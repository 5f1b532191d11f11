//! Evidence behind what was recorded: sent after it, in answer to its message, or with it; and shown to those
//! who may see it.

use chrono::NaiveDate;

use super::answering;
use super::item;
use super::outcome::{Effect, Outcome, Say};
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::action;
use crate::domain::amount::Amount;
use crate::domain::campaign::Campaign;
use crate::domain::correction;
use crate::domain::dialogue::Dialogue;
use crate::domain::entry::Status;
use crate::domain::evidence::{Answer, Behind, File, Kind, Material};
use crate::domain::ids::{EntryId, UpdateId};
use crate::domain::notice::Notice;
use crate::domain::queue::Of;
use crate::domain::reply::{self, Heard, Reading};
use crate::domain::sentence;
use crate::domain::telling::telling;
use crate::outbox::payload::Payload;
use crate::store::entry::{self as entries, Entry};
use crate::store::evidence::Piece;
use crate::store::{Result, bot, cadre, evidence, outbox};

/// What a message with a file, or one passed on, is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Means {
    /// Its words are what counts.
    Words,
    /// Its words claim an amount, and it is the evidence of that.
    Claim,
    /// Evidence of what was recorded before.
    Evidence,
}

/// What it is, while that question waits.
pub(super) fn means(
    campaign: &Campaign,
    material: &Material,
    waiting: Option<&Dialogue>,
    today: NaiveDate,
) -> Means {
    let caption = material.caption.trim();
    if caption.starts_with('/') {
        return Means::Words;
    }
    match waiting {
        Some(Dialogue::Reject { .. }) if material.kind == Kind::Text => return Means::Words,
        Some(
            Dialogue::Answer { .. } | Dialogue::Evidence { .. } | Dialogue::ItemEvidence { .. },
        ) => return Means::Evidence,
        Some(Dialogue::Item { .. }) => {
            let words = material.kind == Kind::Text;
            return if words { Means::Words } else { Means::Evidence };
        }
        Some(Dialogue::MoreEvidence { album, .. } | Dialogue::MoreItemEvidence { album, .. })
            if album.is_some() && *album == material.album =>
        {
            return Means::Evidence;
        }
        _ => {}
    }
    // What others wrote claims nothing for him.
    if material.forwarded || caption.is_empty() {
        return Means::Evidence;
    }
    if reply::leave(caption, today) != Heard::NoLeave {
        return Means::Words;
    }
    match claimed(campaign, caption, today) {
        Reading::Unclear => Means::Evidence,
        Reading::Nothing { .. } => Means::Words,
        Reading::Amount { .. } | Reading::Future { .. } | Reading::TooMuch { .. } => Means::Claim,
    }
}

/// What words claim of any duty.
fn claimed(campaign: &Campaign, text: &str, today: NaiveDate) -> Reading {
    if let Some(sentence) = sentence::read(campaign, text, today) {
        let (spoken, on) = (sentence.spoken, sentence.on);
        return Reading::Amount { spoken, on };
    }
    telling(campaign, text, today).map_or(Reading::Unclear, |told| told.reading)
}

/// Whether typed words can be the evidence that was asked for: not if they say something of their own.
pub(super) fn are_evidence(campaign: &Campaign, text: &str, today: NaiveDate) -> bool {
    reply::leave(text, today) == Heard::NoLeave
        && claimed(campaign, text, today) == Reading::Unclear
}

/// Attaches it to what its caption has just recorded; to what stands, where the caption only says that again.
pub(super) async fn with_claim(
    material: &Material,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let entry = match claim(outcome) {
        None => return Ok(()),
        Some(Claim::Recorded) => None,
        Some(Claim::Again(update)) => {
            let said = entries::of_update(view.tx, update).await?;
            match said.into_iter().rfind(|entry| is_his(entry, person)) {
                Some(entry) => Some(entry.id),
                None => return Ok(()),
            }
        }
    };
    outcome.push(Effect::Attach {
        entry,
        material: material.clone(),
        by: person.cadre.id,
    });
    outcome.push(desk.say(Notice::Evidence(Answer::Attached {
        of: None,
        entry: None,
        item: None,
        count: 1,
        album: material.album.is_some(),
    })));
    Ok(())
}

/// What became of a caption that claims something.
enum Claim {
    /// It was recorded.
    Recorded,
    /// That update has recorded the same; whether this is another time is asked.
    Again(UpdateId),
}

fn claim(outcome: &Outcome) -> Option<Claim> {
    outcome
        .effects
        .iter()
        .rev()
        .find_map(|effect| match effect {
            Effect::Record(new) => (new.amount > Amount::ZERO).then_some(Claim::Recorded),
            Effect::Say(Say {
                notice: Notice::Correction(correction::Answer::Same { update, .. }),
                ..
            }) => Some(Claim::Again(*update)),
            _ => None,
        })
}

/// Words that were typed where evidence was asked for.
pub(super) async fn said(
    entry: EntryId,
    text: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let material = Material::words_alone(text);
    let waiting = Some(Dialogue::Evidence { entry });
    sent(&material, waiting, person, desk, view, outcome).await
}

/// Evidence came: to which entry, and is there room?
pub(super) async fn sent(
    material: &Material,
    waiting: Option<Dialogue>,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    // Of an album the first was answered: ten answers to ten pictures are nine too many.
    let quiet = material.album.is_some()
        && matches!(&waiting, Some(Dialogue::MoreEvidence { album, .. }) if *album == material.album);
    if let Some(Dialogue::Answer { entry }) = waiting {
        let words = material.words();
        return answering::said(entry, &words, Some(material), person, desk, view, outcome).await;
    }
    if let Some(of) = item::target(material, waiting.as_ref(), person, view).await? {
        return item::sent(of, material, waiting, person, desk, view, outcome).await;
    }
    let found = target(material, waiting.as_ref(), person, view).await?;
    let entry = match found {
        Some(entry) if is_his(&entry, person) && entry.status != Status::Withdrawn => entry,
        other => {
            if !quiet {
                outcome.push(desk.say(Notice::Evidence(match other {
                    Some(_) => Answer::Gone,
                    None => Answer::NoEntry,
                })));
            }
            await_more(None, material, waiting.as_ref(), person, outcome);
            return Ok(());
        }
    };
    let pieces = evidence::of_entry(view.tx, entry.id).await?;
    let most = view.service.campaign.limits.most_evidence;
    let of = Behind::from(of(&entry, person, view).await?);
    let known = pieces
        .iter()
        .any(|piece| !piece.unique.is_empty() && piece.unique == material.unique);
    if !known && pieces.len() >= most {
        if !quiet || pieces.len() == most {
            outcome.push(desk.say(Notice::Evidence(Answer::Full { of, most })));
        }
        return Ok(());
    }
    if !known {
        outcome.push(Effect::Attach {
            entry: Some(entry.id),
            material: material.clone(),
            by: person.cadre.id,
        });
    }
    if !quiet {
        outcome.push(desk.say(Notice::Evidence(Answer::Attached {
            of: Some(of),
            entry: Some(entry.id),
            item: None,
            count: pieces.len() + usize::from(!known),
            album: material.album.is_some(),
        })));
    }
    await_more(Some(entry.id), material, waiting.as_ref(), person, outcome);
    Ok(())
}

/// What follows belongs to the same entry; another question that waits goes on waiting.
fn await_more(
    entry: Option<EntryId>,
    material: &Material,
    waiting: Option<&Dialogue>,
    person: &Person,
    outcome: &mut Outcome,
) {
    let ours = matches!(
        waiting,
        None | Some(Dialogue::Evidence { .. } | Dialogue::MoreEvidence { .. })
    );
    if ours && (entry.is_some() || material.album.is_some()) {
        outcome.push(Effect::Await {
            account: person.account,
            dialogue: Some(Dialogue::MoreEvidence {
                entry,
                album: material.album.clone(),
            }),
        });
    }
}

/// The entry it belongs to: that of the message it answers, the one that was asked about, or the latest.
async fn target(
    material: &Material,
    waiting: Option<&Dialogue>,
    person: &Person,
    view: &mut View<'_>,
) -> Result<Option<Entry>> {
    if let Some(message) = material.reply_to
        && let Some(entry) = of_message(message, person, view).await?
    {
        return Ok(Some(entry));
    }
    if let Some(
        Dialogue::Evidence { entry }
        | Dialogue::MoreEvidence {
            entry: Some(entry), ..
        },
    ) = waiting
    {
        return entries::by_id(view.tx, *entry).await;
    }
    let since = view.now - view.service.campaign.limits.question_life;
    entries::latest_by(view.tx, person.cadre.id, since).await
}

/// The entry of which a message of ours tells.
async fn of_message(message: i64, person: &Person, view: &mut View<'_>) -> Result<Option<Entry>> {
    let (bot, whose) = (view.update.bot(), person.cadre.id);
    let Some(Payload::Letter { notice, .. }) =
        outbox::said_in(view.tx, bot, whose, message).await?
    else {
        return Ok(None);
    };
    match notice {
        Notice::Recorded(recorded) => {
            let said = entries::of_update(view.tx, recorded.update).await?;
            Ok(said.into_iter().rfind(|entry| entry.amount > Amount::ZERO))
        }
        Notice::Evidence(Answer::Attached {
            entry: Some(entry), ..
        }) => entries::by_id(view.tx, entry).await,
        _ => Ok(None),
    }
}

/// Whether he may add to it: it is his, or he recorded it.
fn is_his(entry: &Entry, person: &Person) -> bool {
    entry.cadre == person.cadre.id || entry.recorded_by == Some(person.cadre.id)
}

/// The entry as its reader names it.
pub(super) async fn of(entry: &Entry, reader: &Person, view: &mut View<'_>) -> Result<Of> {
    let who = if entry.cadre == reader.cadre.id {
        None
    } else {
        cadre::by_id(view.tx, entry.cadre).await?
    };
    Ok(Of {
        who: who.map(|cadre| cadre.name),
        duty: entry.duty.clone(),
        on: entry.on,
        amount: entry.amount,
    })
}

/// One of the buttons.
pub(super) async fn pressed(
    action: action::Evidence,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let entry = match action {
        action::Evidence::Add { update } => {
            let said = entries::of_update(view.tx, update).await?;
            said.into_iter().rfind(|entry| entry.amount > Amount::ZERO)
        }
        action::Evidence::To { entry } | action::Evidence::Show { entry } => {
            entries::by_id(view.tx, entry).await?
        }
    };
    let Some(entry) = entry else {
        outcome.push(desk.say(Notice::Evidence(Answer::Gone)));
        return Ok(());
    };
    match action {
        action::Evidence::Show { .. } => show(&entry, person, desk, view, outcome).await,
        action::Evidence::Add { .. } | action::Evidence::To { .. } => {
            ask(&entry, person, desk, view, outcome).await
        }
    }
}

/// "补充材料": please send it.
async fn ask(
    entry: &Entry,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    if !is_his(entry, person) {
        outcome.push(attempt(person, entry.id, false));
        outcome.push(desk.say(Notice::Evidence(Answer::Denied)));
        return Ok(());
    }
    if entry.status == Status::Withdrawn {
        outcome.push(desk.say(Notice::Evidence(Answer::Gone)));
        return Ok(());
    }
    let count = evidence::of_entry(view.tx, entry.id).await?.len();
    let of = Behind::from(of(entry, person, view).await?);
    outcome.push(Effect::Await {
        account: person.account,
        dialogue: Some(Dialogue::Evidence { entry: entry.id }),
    });
    outcome.push(desk.say(Notice::Evidence(Answer::Ask { of, count })));
    Ok(())
}

/// "看材料": each piece in a message of its own, to its person and to those who care for him.
async fn show(
    entry: &Entry,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    if entry.cadre != person.cadre.id {
        let scope = view.care_scope(person).await?;
        let whose = cadre::by_id(view.tx, entry.cadre).await?;
        let may = whose.is_some_and(|cadre| scope.covers(&cadre.unit_path));
        outcome.push(attempt(person, entry.id, may));
        if !may {
            outcome.push(desk.say(Notice::Evidence(Answer::Denied)));
            return Ok(());
        }
    }
    let of = Behind::from(of(entry, person, view).await?);
    let pieces = evidence::of_entry(view.tx, entry.id).await?;
    say_pieces(&of, pieces, desk, view, outcome).await
}

/// Each piece in a message of its own.
pub(super) async fn say_pieces(
    of: &Behind,
    pieces: Vec<Piece>,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    if pieces.is_empty() {
        let of = of.clone();
        outcome.push(desk.say(Notice::Evidence(Answer::Nothing { of })));
        return Ok(());
    }
    let bots = bot::all(view.tx).await?;
    let total = pieces.len();
    for (number, piece) in (1..).zip(pieces) {
        let (of, words) = (of.clone(), piece.words);
        let is_text = piece.kind == Kind::Text;
        let elsewhere = !is_text && piece.bot != view.update.bot();
        outcome.push(desk.say(Notice::Evidence(if elsewhere {
            let other = bots.iter().find(|known| known.bot == piece.bot);
            Answer::Elsewhere {
                of,
                number,
                total,
                words,
                username: other.and_then(|known| known.username.clone()),
            }
        } else {
            let file = File {
                kind: piece.kind,
                id: piece.file,
            };
            Answer::Piece {
                of,
                number,
                total,
                words,
                file: (!is_text).then_some(file),
            }
        })));
    }
    Ok(())
}

/// The record of somebody's look at what is another's.
fn attempt(person: &Person, entry: EntryId, allowed: bool) -> Effect {
    Effect::Audit {
        account: person.account,
        cadre: Some(person.cadre.id),
        action: "evidence".to_owned(),
        object: format!("entry {entry}"),
        allowed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::ids::EntryId;

    #[test]
    fn a_caption_that_is_clearly_an_amount_claims_it_and_others_describe() {
        let campaign = crate::domain::sample::campaign();
        let today = NaiveDate::from_ymd_opt(2014, 3, 4).unwrap();
        let asked = Dialogue::Evidence { entry: EntryId(1) };
        let why = Dialogue::Reject { entry: EntryId(1) };
        let more = Dialogue::MoreEvidence {
            entry: None,
            album: Some("7".to_owned()),
        };
        for (kind, caption, forwarded, waiting, meaning) in [
            (Kind::Photo, "半天", false, None, Means::Claim),
            (Kind::Photo, "走访3户", false, None, Means::Claim),
            (Kind::Photo, "", false, None, Means::Evidence),
            (Kind::Photo, "会场", false, None, Means::Evidence),
            (Kind::Photo, "学了很多", false, None, Means::Evidence),
            (Kind::Photo, "半天", true, None, Means::Evidence),
            (Kind::Photo, "今天没学", false, None, Means::Words),
            (Kind::Photo, "请假三天", false, None, Means::Words),
            (Kind::Photo, "/me", false, None, Means::Words),
            (Kind::Photo, "半天", false, Some(&asked), Means::Evidence),
            (Kind::Photo, "半天", false, Some(&more), Means::Evidence),
            (Kind::Text, "半天", true, None, Means::Evidence),
            (Kind::Text, "没有开会", true, Some(&why), Means::Words),
            (Kind::Photo, "", false, Some(&why), Means::Evidence),
        ] {
            let material = Material {
                kind,
                file: String::new(),
                unique: String::new(),
                caption: caption.to_owned(),
                name: String::new(),
                forwarded,
                reply_to: None,
                album: Some("7".to_owned()),
            };
            let found = means(&campaign, &material, waiting, today);
            assert_eq!(found, meaning, "{kind:?} {caption} {waiting:?}");
        }
        assert!(are_evidence(&campaign, "在镇里开的会", today));
        assert!(
            !are_evidence(&campaign, "半天", today) && !are_evidence(&campaign, "请假三天", today)
        );
    }
}
