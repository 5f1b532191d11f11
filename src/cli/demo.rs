//! `duban demo`: everything in the browser without a token. The same service as `duban run`, talking
//! to the sandbox's Telegram, on a clock that can be moved.

mod clock_routes;
mod scene;

use chrono::{DateTime, NaiveDateTime, Utc};
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::sync::Arc;

use super::print::say;
use super::trouble::Trouble;
use super::{Done, ground};
use crate::app::App;
use crate::books::{Almanac, Books};
use crate::calendars;
use crate::clock::Clock;
use crate::config::{Secret, Settings};
use crate::domain::campaign::{self, Campaign};
use crate::domain::language::Language;
use crate::sandbox::{Options, PageOptions, Sandbox};
use crate::store::Store;
use crate::text;

const CAMPAIGN: &str = include_str!("../../campaigns/mass-line.toml");
const TOKEN: &str = "1000000:demo-token-of-the-sandbox-only";

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// When the demo begins, local time of the campaign
    #[arg(long, default_value = "2014-03-03T17:25", value_parser = instant)]
    start: NaiveDateTime,
    /// How many times as fast as the real one its clock flows; 0: it moves only when told to
    #[arg(long, default_value_t = 1)]
    speed: u32,
    /// Port of the page; any free one if left out
    #[arg(long, default_value_t = 0)]
    port: u16,
}

fn instant(text: &str) -> Result<NaiveDateTime, String> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M")
        .map_err(|_| "write it as 2014-03-03T17:25".to_owned())
}

pub(super) async fn run(args: Args) -> Result<Done, Trouble> {
    let campaign = campaign::read(CAMPAIGN).map_err(|faults| {
        Trouble::new(
            format!("the demo's campaign has {} mistakes", faults.len()),
            "run `duban check`",
        )
    })?;
    let start = args
        .start
        .and_local_timezone(campaign.zone)
        .earliest()
        .ok_or_else(|| Trouble::new("there is no such local time", "choose another --start"))?;
    let folder = folder()?;
    let ended = show(&args, campaign, start.to_utc(), &folder).await;
    // What the demo wrote is nobody's; what cannot be removed the system removes.
    let _ = std::fs::remove_dir_all(&folder);
    ended
}

async fn show(
    args: &Args,
    campaign: Campaign,
    start: DateTime<Utc>,
    folder: &std::path::Path,
) -> Result<Done, Trouble> {
    let language = ground::language_if_set().unwrap_or(Language::ZhCn);
    let clock = Clock::manual(start);
    let database = format!("sqlite://{}", folder.join("demo.db").display());
    let store = Store::open(&database).await?;
    let calendar = calendars::load(&store, &campaign, start).await?;
    let books = Books {
        store,
        campaign: Arc::new(campaign),
        almanac: Almanac::new(calendar),
        clock,
    };
    let sandbox = sandbox(args.port, &books, language).await?;
    scene::prepare(&books).await?;
    let app = App::start(settings(&sandbox, database), books.clone())
        .await
        .map_err(|fault| {
            Trouble::new(
                fault.to_string(),
                "see that the machine's own address 127.0.0.1 can be used",
            )
        })?;
    scene::link(&books, &sandbox).await?;
    books
        .clock
        .set_speed(args.speed)
        .map_err(|fault| Trouble::new(fault.to_string(), "leave --speed out"))?;
    say(format!("{}/", sandbox.url()));
    app.run_until_signal().await?;
    sandbox.stop();
    Ok(Done::Well)
}

async fn sandbox(port: u16, books: &Books, language: Language) -> Result<Sandbox, Trouble> {
    let now = books.clock.clone();
    let words = text::page_words(language, books.campaign.zone);
    let title = words
        .get("title")
        .and_then(|title| title.as_str())
        .unwrap_or_default()
        .to_owned();
    let sandbox = Sandbox::start(Options {
        port,
        now: Arc::new(move || now.now().timestamp()),
        page: PageOptions {
            title,
            words,
            phones: scene::phones(),
        },
        extra: Some(clock_routes::router(books.clone(), language)),
        ..Options::default()
    })
    .await
    .map_err(|error| {
        Trouble::new(
            format!("the page cannot be served on port {port}: {error}"),
            "choose another --port, or leave it out for any free one",
        )
    })?;
    sandbox.bot(TOKEN, 1_000_000, "duban_demo_bot");
    Ok(sandbox)
}

fn settings(sandbox: &Sandbox, database: String) -> Settings {
    Settings {
        tokens: [("TELOXIDE_TOKEN".to_owned(), Secret::new(TOKEN))].into(),
        api_url: sandbox.url(),
        database_url: Secret::new(database),
        campaign: PathBuf::from("campaigns/mass-line.toml"),
        listen: SocketAddr::from(([127, 0, 0, 1], 0)),
        webhook: None,
        rate: NonZeroU32::MIN.saturating_add(29),
    }
}

/// A folder of this run's own.
fn folder() -> Result<PathBuf, Trouble> {
    let folder = std::env::temp_dir().join(format!("duban-demo-{}", std::process::id()));
    let made = std::fs::remove_dir_all(&folder).or_else(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Ok(()),
        _ => Err(error),
    });
    made.and_then(|()| std::fs::create_dir_all(&folder))
        .map_err(|error| {
            Trouble::new(
                format!("{}: cannot be made: {error}", folder.display()),
                "let TMPDIR name a folder that can be written to",
            )
        })?;
    Ok(folder)
}
