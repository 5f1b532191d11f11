//! Keyboards: checked as strictly as the server checks them.

use serde_json::{Map, Value, json};

use super::answer::Refusal;
use super::link::is_link;

/// Most buttons that one message may carry.
const BUTTONS: usize = 100;

/// A checked `reply_markup`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Markup {
    /// Buttons under the message; part of it.
    Inline(Value),
    /// A keyboard in place of the person's own, its removal, or a forced reply; not part of the message.
    Reply(Value),
}

/// Reads and checks a markup. `None`: there is none, or an empty inline keyboard.
pub(crate) fn read(value: Option<&Value>) -> Result<Option<Markup>, Refusal> {
    let Some(value) = value else { return Ok(None) };
    let Value::Object(object) = value else {
        return Err(match value {
            Value::String(_) => Refusal::bad("can't parse reply keyboard markup JSON object"),
            _ => Refusal::bad("object expected as reply markup"),
        });
    };
    if let Some(rows) = object.get("inline_keyboard") {
        let rows = table(rows, "inline_keyboard", inline_button)?;
        if rows.is_empty() {
            return Ok(None);
        }
        return Ok(Some(Markup::Inline(json!({ "inline_keyboard": rows }))));
    }
    if let Some(rows) = object.get("keyboard") {
        let rows = table(rows, "keyboard", keyboard_button)?;
        let mut object = object.clone();
        object.insert("keyboard".into(), Value::from(rows));
        return Ok(Some(Markup::Reply(Value::Object(object))));
    }
    let known = ["remove_keyboard", "force_reply"];
    if known
        .iter()
        .any(|key| object.get(*key) == Some(&Value::Bool(true)))
    {
        return Ok(Some(Markup::Reply(value.clone())));
    }
    Ok(None)
}

/// The rows of a keyboard, each button checked; rows without a button are dropped.
fn table(
    rows: &Value,
    field: &str,
    check: fn(&Map<String, Value>) -> Result<Value, Refusal>,
) -> Result<Vec<Value>, Refusal> {
    let Value::Array(rows) = rows else {
        return Err(Refusal::bad(format!(
            "field \"{field}\" must be of type Array"
        )));
    };
    let mut checked = Vec::new();
    let mut count = 0;
    for row in rows {
        let Value::Array(row) = row else {
            return Err(Refusal::bad(format!(
                "field \"{field}\" must be an Array of Arrays"
            )));
        };
        let mut buttons = Vec::new();
        for button in row {
            buttons.push(match button {
                Value::Object(button) => check(button)?,
                Value::String(text) if field == "keyboard" => check(&Map::from_iter([("text".to_owned(), json!(text))]))?,
                _ if field == "keyboard" => {
                    return Err(Refusal::bad("can't parse keyboard button: KeyboardButton must be an Object"));
                }
                _ => {
                    return Err(Refusal::bad(
                        "can't parse inline keyboard button: InlineKeyboardButton must be an Object",
                    ));
                }
            });
        }
        count += buttons.len();
        if !buttons.is_empty() {
            checked.push(Value::from(buttons));
        }
    }
    if count > BUTTONS {
        return Err(Refusal::bad("reply markup is too long"));
    }
    Ok(checked)
}

fn label<'a>(button: &'a Map<String, Value>, what: &str) -> Result<&'a str, Refusal> {
    match button.get("text") {
        None => Err(Refusal::bad(format!(
            "can't parse {what}: Can't find field \"text\""
        ))),
        Some(Value::String(text)) => Ok(text.trim()),
        Some(_) => Err(Refusal::bad(format!(
            "can't parse {what}: Field \"text\" must be of type String"
        ))),
    }
}

fn inline_button(button: &Map<String, Value>) -> Result<Value, Refusal> {
    let text = label(button, "inline keyboard button")?;
    let is_action =
        |key: &&String| !matches!(key.as_str(), "text" | "style" | "icon_custom_emoji_id");
    let actions = button.keys().filter(is_action).count();
    if actions == 0 {
        return Err(Refusal::bad(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ));
    }
    if text.is_empty() {
        return Err(Refusal::bad(
            "inline keyboard button text must be non-empty",
        ));
    }
    if let Some(data) = button.get("callback_data") {
        let size = data.as_str().map_or(0, str::len);
        if !(1..=64).contains(&size) {
            return Err(Refusal::bad("BUTTON_DATA_INVALID"));
        }
    }
    if let Some(url) = button.get("url") {
        let url = url.as_str().unwrap_or_default();
        if !is_link(url) {
            return Err(Refusal::bad(format!(
                "inline keyboard button URL '{url}' is invalid: Wrong HTTP URL"
            )));
        }
    }
    let mut checked = button.clone();
    checked.insert("text".into(), json!(text));
    Ok(Value::Object(checked))
}

fn keyboard_button(button: &Map<String, Value>) -> Result<Value, Refusal> {
    let text = label(button, "keyboard button")?;
    if text.is_empty() {
        return Err(Refusal::bad("keyboard button text must be non-empty"));
    }
    let mut checked = button.clone();
    checked.insert("text".into(), json!(text));
    Ok(Value::Object(checked))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_keyboards_are_refused_in_the_servers_words() {
        let long = "x".repeat(65);
        let cases = [
            (json!("{"), "can't parse reply keyboard markup JSON object"),
            (json!([]), "object expected as reply markup"),
            (
                json!({"inline_keyboard": 1}),
                "field \"inline_keyboard\" must be of type Array",
            ),
            (
                json!({"inline_keyboard": [{}]}),
                "field \"inline_keyboard\" must be an Array of Arrays",
            ),
            (
                json!({"inline_keyboard": [["a"]]}),
                "can't parse inline keyboard button: InlineKeyboardButton must be an Object",
            ),
            (
                json!({"inline_keyboard": [[{"callback_data": "a"}]]}),
                "can't parse inline keyboard button: Can't find field \"text\"",
            ),
            (
                json!({"inline_keyboard": [[{"text": "a"}]]}),
                "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
            ),
            (
                json!({"inline_keyboard": [[{"text": " ", "callback_data": "a"}]]}),
                "inline keyboard button text must be non-empty",
            ),
            (
                json!({"inline_keyboard": [[{"text": "a", "callback_data": ""}]]}),
                "BUTTON_DATA_INVALID",
            ),
            (
                json!({"inline_keyboard": [[{"text": "a", "callback_data": long}]]}),
                "BUTTON_DATA_INVALID",
            ),
            (
                json!({"inline_keyboard": [[{"text": "a", "url": "x y"}]]}),
                "inline keyboard button URL 'x y' is invalid: Wrong HTTP URL",
            ),
            (
                json!({"keyboard": [[{"text": ""}]]}),
                "keyboard button text must be non-empty",
            ),
        ];
        for (markup, wanted) in cases {
            let refusal = read(Some(&markup)).unwrap_err();
            assert_eq!(
                refusal.description,
                format!("Bad Request: {wanted}"),
                "{markup}"
            );
        }
    }

    #[test]
    fn data_is_counted_in_bytes() {
        let fits = json!({"inline_keyboard": [[{"text": "한", "callback_data": "한".repeat(21)}]]});
        let over = json!({"inline_keyboard": [[{"text": "한", "callback_data": "한".repeat(22)}]]});
        assert!(read(Some(&fits)).is_ok());
        assert!(read(Some(&over)).is_err());
    }

    #[test]
    fn an_empty_keyboard_is_none() {
        assert_eq!(read(Some(&json!({"inline_keyboard": [[]]}))).unwrap(), None);
    }
}
