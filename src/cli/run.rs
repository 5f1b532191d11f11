//! `duban run`: the service.

use super::trouble::Trouble;
use super::{Done, ground};
use crate::app::App;
use crate::calendars::missing_years;
use crate::domain::campaign::Bot;

pub(super) async fn run() -> Result<Done, Trouble> {
    let (settings, books) = ground::books().await?;
    for bot in books.campaign.bot_ids() {
        settings.require_token(&Bot::token_key(bot))?;
    }
    for year in missing_years(&books.calendar(), &books.campaign, books.clock.now()) {
        tracing::warn!(
            year,
            "the year's holidays are not loaded: its days count Monday to Friday; \
             import the notice with `duban import holidays FILE`"
        );
    }
    let app = App::start(settings, books).await.map_err(|fault| {
        let words = fault.to_string();
        let (what, todo) = words
            .split_once('\n')
            .unwrap_or((&words, "put that right and try again"));
        Trouble::new(what, todo)
    })?;
    app.run_until_signal().await?;
    Ok(Done::Well)
}
