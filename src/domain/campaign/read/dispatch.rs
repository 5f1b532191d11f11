//! `[dispatch]`: progress asked for each month (S13).

use super::Names;
use super::sheet::Value;
use super::table::Form;
use crate::domain::campaign::Dispatch;

const DISPATCH: Form = Form {
    name: "[dispatch]",
    keys: &[("slot", "\"evening\""), ("within", "5")],
};

/// In which slot it is asked for, and within how many work days it is to be told.
pub(super) fn dispatch(value: Value, names: &Names) -> Option<Dispatch> {
    let table = value.table(&DISPATCH)?;
    let slot = table
        .need("slot")
        .and_then(|value| value.known("slot", &names.slots));
    let within = table.need("within").and_then(Value::positive);
    Some(Dispatch {
        slot: slot?,
        within: within?,
    })
}
