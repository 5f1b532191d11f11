//! `/item 7`: an item by its number, within what the person may see.

use super::{items_page, listed, viewer};
use crate::conversation::office;
use crate::conversation::outcome::Outcome;
use crate::conversation::router::Desk;
use crate::conversation::view::{Person, View};
use crate::domain::draft::county;
use crate::domain::ids::ItemId;
use crate::domain::listing::{self, Answer, Of};
use crate::domain::notice::{Command, Notice};
use crate::store::Result;
use crate::store::item::lists::{self, Which};

/// The command, and a number that stands alone in a message.
pub(in crate::conversation) async fn number(
    text: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(no) = listing::number(text) else {
        outcome.push(desk.say(Notice::Listing(Answer::WhichNumber)));
        return Ok(());
    };
    let viewer = viewer(person, view).await?;
    let of = Of::Number { no: no.clone() };
    let answer = listed(&viewer, of, Which::Number(&no), (false, 0), view).await?;
    let found = match &answer {
        Answer::Page { listed } => listed.lines.as_slice(),
        _ => &[],
    };
    let answer = match found {
        [] => {
            // Who has it is told to those of the same county, and to nobody else.
            let near = county(&viewer.path).to_owned();
            match lists::unit_with(view.tx, &no, &near).await? {
                Some(unit) => {
                    outcome.push(office::attempt(desk, Command::Item, &no, false));
                    Answer::NotYours { no, unit }
                }
                None => Answer::NoSuchNumber { no },
            }
        }
        [one] => {
            let id: ItemId = one.item.id;
            return items_page(id, person, desk, view, outcome).await;
        }
        _ => answer,
    };
    outcome.push(desk.say(Notice::Listing(answer)));
    Ok(())
}
