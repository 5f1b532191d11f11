//! `answerCallbackQuery`.

use serde_json::json;

use crate::sandbox::answer::{Answer, Refusal};
use crate::sandbox::cast::Toast;
use crate::sandbox::entity::units;
use crate::sandbox::params::Params;
use crate::sandbox::world::World;

const TOO_OLD: &str = "query is too old and response timeout expired or query ID is invalid";

/// Longest answer, in characters.
const LONGEST: usize = 200;

/// `answerCallbackQuery`: once for each press.
pub(crate) fn answer(world: &mut World, bot: i64, params: &Params) -> Answer {
    let query = params.text("callback_query_id");
    let text = params.text("text");
    if units(&text) > LONGEST {
        return Err(Refusal::bad("MESSAGE_TOO_LONG"));
    }
    let press = query
        .parse()
        .ok()
        .and_then(|id: i64| world.presses.get_mut(&id));
    let press = press.filter(|press| press.bot == bot && press.reply.is_none());
    let press = press.ok_or_else(|| Refusal::bad(TOO_OLD))?;
    press.reply = Some(Toast {
        query,
        text,
        alert: params.flag("show_alert"),
    });
    Ok(json!(true))
}
