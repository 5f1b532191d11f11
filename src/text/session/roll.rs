//! The list of a session: who is there, a button a person.

use i18n_embed_fl::fl;

use crate::domain::action::{Action, Session};
use crate::domain::session::{Roll, Seat};

use super::{LONGEST_LABEL, head};
use crate::text::page::{button, label};
use crate::text::words::Voice;
use crate::text::{Button, Rendered, person};

pub(super) fn roll(voice: &Voice<'_>, roll: &Roll) -> Rendered {
    let words = voice.words;
    let page = head(voice, &roll.head).line(fl!(
        words,
        "session-present",
        present = roll.present,
        total = roll.total
    ));
    let number = roll.page.saturating_add(1);
    let page = match &roll.found {
        Some(name) => page.line(fl!(words, "session-found", name = person::name(name))),
        None if roll.pages > 1 => page.line(fl!(
            words,
            "session-page",
            page = number,
            pages = roll.pages
        )),
        None => page,
    };
    let seats = roll.seats.iter().map(|one| seat(voice, roll, one));
    page.line(fl!(words, "session-how-to"))
        .columns(seats.collect(), 2)
        .columns(ticks(voice, roll), 2)
        .columns(pages(voice, roll), 2)
        .columns(ends(voice, roll), 2)
        .done()
}

fn seat(voice: &Voice<'_>, roll: &Roll, seat: &Seat) -> Button {
    let mut name = label(&seat.name, LONGEST_LABEL);
    if let Some(unit) = seat
        .unit
        .as_deref()
        .and_then(|path| path.rsplit('/').next())
    {
        name = format!("{name} {}", label(unit, LONGEST_LABEL));
    }
    let name = if seat.present {
        fl!(voice.words, "button-session-present", name = name)
    } else {
        name
    };
    let tick = Session::Tick {
        session: roll.session,
        cadre: seat.cadre,
        present: !seat.present,
    };
    button(name, &Action::Session(tick))
}

/// All of the page, all of the list.
fn ticks(voice: &Voice<'_>, roll: &Roll) -> Vec<Button> {
    if roll.found.is_some() {
        return Vec::new();
    }
    let (words, session, page) = (voice.words, roll.session, roll.page);
    let present = roll.seats.iter().any(|seat| !seat.present);
    let whole_page = if present {
        fl!(words, "button-session-page")
    } else {
        fl!(words, "button-session-page-none")
    };
    let tick = Session::TickPage {
        session,
        page,
        present,
    };
    let mut buttons = vec![button(whole_page, &Action::Session(tick))];
    if roll.pages > 1 {
        let all = Session::TickAll { session, page };
        let label = fl!(words, "button-session-all");
        buttons.push(button(label, &Action::Session(all)));
    }
    buttons
}

fn pages(voice: &Voice<'_>, roll: &Roll) -> Vec<Button> {
    let session = roll.session;
    let turn =
        |label: String, page| button(label, &Action::Session(Session::Page { session, page }));
    if roll.found.is_some() {
        return vec![turn(fl!(voice.words, "button-session-list"), roll.page)];
    }
    let mut buttons = Vec::new();
    if let Some(before) = roll.page.checked_sub(1) {
        buttons.push(turn(fl!(voice.words, "button-session-previous"), before));
    }
    if roll.page + 1 < roll.pages {
        buttons.push(turn(fl!(voice.words, "button-session-next"), roll.page + 1));
    }
    buttons
}

fn ends(voice: &Voice<'_>, roll: &Roll) -> Vec<Button> {
    let (words, session) = (voice.words, roll.session);
    let confirm = fl!(words, "button-session-confirm", n = roll.present);
    vec![
        button(confirm, &Action::Session(Session::Confirm { session })),
        button(
            fl!(words, "button-session-cancel"),
            &Action::Session(Session::Cancel { session }),
        ),
    ]
}
