//! Labels and corrections, to be said in every language.

use crate::domain::amount::Amount;
use crate::domain::correction::Answer as Correction;
use crate::domain::ids::UpdateId;
use crate::domain::label::{Choice, Kind as Which, Labels};
use crate::domain::notice::Notice;

use super::day;

pub(super) fn labels() -> Labels {
    Labels {
        form: Some("together".to_owned()),
        topic: Some("law".to_owned()),
    }
}

pub(super) fn choice(kind: Which) -> Choice {
    Choice {
        kind,
        ids: ["law", "models", "a-label-of-no-duty-24chr"]
            .map(str::to_owned)
            .to_vec(),
        more: true,
    }
}

pub(super) fn of_correction(duty: &str) -> Vec<Notice> {
    let (parts, duty) = (
        vec![
            (day(2014, 3, 2), Amount(4_000)),
            (day(2014, 3, 3), Amount(8_000)),
        ],
        duty.to_owned(),
    );
    let update = UpdateId(i64::MAX);
    [
        Correction::Same {
            duty: duty.clone(),
            parts: parts.clone(),
            update,
            asked: update,
        },
        Correction::ToWhat {
            duty: duty.clone(),
            parts,
            update,
        },
        Correction::ToWhat {
            duty: duty.clone(),
            parts: vec![(day(2014, 3, 3), Amount::ZERO)],
            update,
        },
        Correction::Unclear { duty },
        Correction::NothingRecent,
        Correction::NotHisOwn,
        Correction::TurnedDown,
    ]
    .map(Notice::Correction)
    .into()
}
