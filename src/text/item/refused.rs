//! Why a step of an item is not taken, in words.

use i18n_embed_fl::fl;

use crate::domain::item::Why;

use crate::text::words::Voice;

/// What stands above the page, whose buttons say what is possible instead.
pub(super) fn why(voice: &Voice<'_>, why: &Why) -> String {
    let words = voice.words;
    match why {
        Why::NotYours | Why::NotYourPart => fl!(words, "item-why-part"),
        Why::Own => fl!(words, "item-why-own"),
        Why::NotNow { .. } => fl!(words, "item-why-now"),
        Why::Offered => fl!(words, "item-why-offered"),
        Why::NoSuchStep => fl!(words, "item-why-no-step"),
        Why::NoEvidence => fl!(words, "item-why-evidence"),
        Why::TooOften { most } => {
            let most = *most;
            fl!(words, "item-why-too-often", most = most)
        }
        Why::AlreadyAsked => fl!(words, "item-why-asked"),
        Why::NothingAsked => fl!(words, "item-why-nothing-asked"),
        Why::NotLater => fl!(words, "item-why-not-later"),
        Why::NoDeadline => fl!(words, "item-why-no-deadline"),
        Why::NoUnitAbove => fl!(words, "item-why-no-unit-above"),
        Why::NoReason => fl!(words, "item-why-no-reason"),
    }
}
