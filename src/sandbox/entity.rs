//! Parts of a text that are more than text: checked when a client gives them, found in what people
//! type, and written out again as HTML.

use serde_json::{Map, Value, json};

/// Entities that a client may give itself.
const KINDS: [&str; 20] = [
    "mention",
    "hashtag",
    "cashtag",
    "bot_command",
    "url",
    "email",
    "phone_number",
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "blockquote",
    "expandable_blockquote",
    "code",
    "pre",
    "text_link",
    "text_mention",
    "custom_emoji",
    "date_time",
];

/// A marked part of a text. Offset and length count UTF-16 units.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entity {
    pub(crate) kind: String,
    pub(crate) offset: usize,
    pub(crate) length: usize,
    pub(crate) extra: Map<String, Value>,
}

impl Entity {
    fn plain(kind: &str, offset: usize, length: usize) -> Self {
        Self {
            kind: kind.into(),
            offset,
            length,
            extra: Map::new(),
        }
    }

    /// The entity in the API's shape.
    pub(crate) fn json(&self) -> Value {
        let mut object = self.extra.clone();
        object.insert("type".into(), json!(self.kind));
        object.insert("offset".into(), json!(self.offset));
        object.insert("length".into(), json!(self.length));
        Value::Object(object)
    }

    /// Reads an entity in the API's shape.
    pub(crate) fn read(value: &Value) -> Result<Self, String> {
        let Value::Object(object) = value else {
            return Err("expected an Object".into());
        };
        let count = |key: &str| {
            let number = object.get(key).and_then(Value::as_u64);
            number
                .and_then(|number| usize::try_from(number).ok())
                .ok_or_else(|| format!("Can't find field \"{key}\""))
        };
        let kind = object
            .get("type")
            .and_then(Value::as_str)
            .ok_or("Can't find field \"type\"")?;
        if !KINDS.contains(&kind) {
            return Err("unsupported type specified".into());
        }
        let mut extra = object.clone();
        for key in ["type", "offset", "length"] {
            extra.remove(key);
        }
        Ok(Self {
            extra,
            ..Self::plain(kind, count("offset")?, count("length")?)
        })
    }
}

/// Length of a text in UTF-16 units, the server's measure of everything.
pub(crate) fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Commands, names, addresses and hashtags in a text, as the server finds them by itself. What
/// already stands in code or a link is left alone.
pub(crate) fn find(text: &str, given: &[Entity]) -> Vec<Entity> {
    let mut found = Vec::new();
    let mut before = ' ';
    let mut skip_to = 0;
    let mut offset = 0;
    for (at, symbol) in text.char_indices() {
        if at >= skip_to
            && !before.is_alphanumeric()
            && before != '_'
            && before != '/'
            && before != '<'
        {
            let rest = text.get(at..).unwrap_or_default();
            if let Some((kind, length)) = special(symbol, rest) {
                let part = rest.get(..length).unwrap_or_default();
                let entity = Entity::plain(kind, offset, units(part));
                let taken = given.iter().any(|other| {
                    matches!(
                        other.kind.as_str(),
                        "code" | "pre" | "text_link" | "text_mention"
                    ) && other.offset < entity.offset + entity.length
                        && entity.offset < other.offset + other.length
                });
                if !taken {
                    found.push(entity);
                }
                skip_to = at + length;
            }
        }
        before = symbol;
        offset += symbol.len_utf16();
    }
    found
}

/// The special word that starts here, with its length in bytes.
fn special(first: char, rest: &str) -> Option<(&'static str, usize)> {
    let name = |text: &str| {
        text.bytes()
            .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
            .count()
    };
    let tail = rest.get(1..);
    match first {
        '/' => {
            let tail = tail?;
            let length = name(tail);
            let after = tail.get(length..)?;
            if length == 0 || length > 64 || after.starts_with('/') {
                return None;
            }
            let mention = after.strip_prefix('@').map_or(0, name);
            let total = 1 + length + if mention >= 3 { 1 + mention } else { 0 };
            Some(("bot_command", total))
        }
        '@' => {
            let length = name(tail?);
            (4..=32)
                .contains(&length)
                .then_some(("mention", 1 + length))
        }
        '#' => {
            let length = tail?
                .find(|next: char| !next.is_alphanumeric() && next != '_')
                .unwrap_or(rest.len() - 1);
            (length > 0).then_some(("hashtag", 1 + length))
        }
        'h' if rest.starts_with("http://") || rest.starts_with("https://") => {
            let length = rest
                .find(|next: char| {
                    next.is_whitespace() || matches!(next, '<' | '>' | '"' | ',' | '。' | '，')
                })
                .unwrap_or(rest.len());
            super::link::is_link(rest.get(..length)?).then_some(("url", length))
        }
        _ => None,
    }
}

/// The text as HTML, entities as tags; what needs no tag (commands, addresses) stays bare.
pub(crate) fn to_html(text: &str, entities: &[Entity]) -> String {
    let mut html = String::new();
    let mut open: Vec<(usize, &str)> = Vec::new();
    let mut offset = 0;
    let close = |html: &mut String, open: &mut Vec<(usize, &str)>, offset: usize| {
        while open.last().is_some_and(|(end, _)| *end <= offset) {
            if let Some((_, tag)) = open.pop() {
                html.push_str("</");
                html.push_str(tag);
                html.push('>');
            }
        }
    };
    for symbol in text.chars() {
        close(&mut html, &mut open, offset);
        for entity in entities.iter().filter(|entity| entity.offset == offset) {
            if let Some(tag) = tag_of(&entity.kind) {
                html.push('<');
                html.push_str(tag);
                if let Some(url) = entity.extra.get("url").and_then(Value::as_str) {
                    html.push_str(" href=\"");
                    html.push_str(&escaped(url));
                    html.push('"');
                }
                html.push('>');
                open.push((offset + entity.length, tag));
            }
        }
        match symbol {
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '&' => html.push_str("&amp;"),
            other => html.push(other),
        }
        offset += symbol.len_utf16();
    }
    close(&mut html, &mut open, usize::MAX);
    html
}

fn tag_of(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "bold" => "b",
        "italic" => "i",
        "underline" => "u",
        "strikethrough" => "s",
        "code" => "code",
        "pre" => "pre",
        "spoiler" => "tg-spoiler",
        "blockquote" | "expandable_blockquote" => "blockquote",
        "text_link" => "a",
        _ => return None,
    })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_names_and_addresses_are_found() {
        let text = "한 /start@duban_bot abc a/b @ab @duban http://duban.example/x #점검";
        let found: Vec<_> = find(text, &[])
            .iter()
            .map(|entity| (entity.kind.clone(), entity.offset, entity.length))
            .collect();
        assert_eq!(
            found,
            [
                ("bot_command".to_owned(), 2, 16),
                ("mention".to_owned(), 31, 6),
                ("url".to_owned(), 38, 22),
                ("hashtag".to_owned(), 61, 3),
            ]
        );
    }

    #[test]
    fn code_is_left_alone() {
        let code = Entity::plain("code", 0, 6);
        assert!(find("/start", &[code]).is_empty());
    }

    #[test]
    fn nested_entities_come_out_as_nested_tags() {
        let entities = [Entity::plain("bold", 0, 4), Entity::plain("italic", 2, 2)];
        assert_eq!(to_html("😀<b", &entities), "<b>😀<i>&lt;b</i></b>");
    }
}
