//! The tags of the server's HTML and what each makes of its text.

use serde_json::{Map, Value, json};

use super::entity::Entity;
use super::link::is_link;

/// Tags and the entity each becomes.
const TAGS: [(&str, &str); 17] = [
    ("a", "text_link"),
    ("b", "bold"),
    ("strong", "bold"),
    ("i", "italic"),
    ("em", "italic"),
    ("u", "underline"),
    ("ins", "underline"),
    ("s", "strikethrough"),
    ("strike", "strikethrough"),
    ("del", "strikethrough"),
    ("code", "code"),
    ("pre", "pre"),
    ("span", "spoiler"),
    ("tg-spoiler", "spoiler"),
    ("tg-emoji", "custom_emoji"),
    ("tg-time", "date_time"),
    ("blockquote", "blockquote"),
];

/// The entity that a tag makes; `None` for a tag that the server does not know.
pub(crate) fn kind_of(name: &str) -> Option<&'static str> {
    let found = TAGS.iter().find(|(known, _)| *known == name);
    found.map(|(_, kind)| *kind)
}

/// An open tag.
#[derive(Debug)]
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) kind: &'static str,
    /// Where its text begins, in UTF-16 units and in bytes.
    pub(crate) offset: usize,
    pub(crate) byte: usize,
    pub(crate) attributes: Vec<(String, String)>,
}

impl Tag {
    fn attribute(&self, wanted: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == wanted);
        found.map(|(_, value)| value.as_str())
    }

    /// The language of a `<code class="language-x">`.
    pub(crate) fn language(&self) -> Option<String> {
        let class = self.attribute("class").filter(|_| self.name == "code")?;
        class.strip_prefix("language-").map(str::to_owned)
    }

    /// The entity over `inner`, which ends at `end` units. `None`: a link that goes nowhere, of which
    /// the server keeps only the text.
    pub(crate) fn entity(&self, inner: &str, end: usize) -> Option<Entity> {
        let mut kind = self.kind;
        let mut extra = Map::new();
        match self.kind {
            "text_link" => {
                let url = self
                    .attribute("href")
                    .filter(|url| !url.is_empty())
                    .unwrap_or(inner);
                let user = url
                    .strip_prefix("tg://user?id=")
                    .and_then(|id| id.parse::<i64>().ok());
                if let Some(user) = user {
                    kind = "text_mention";
                    let person = json!({"id": user, "is_bot": false, "first_name": ""});
                    extra.insert("user".into(), person);
                } else if is_link(url) {
                    extra.insert("url".into(), json!(url));
                } else {
                    return None;
                }
            }
            "custom_emoji" => {
                let id = self.attribute("emoji-id").unwrap_or_default();
                extra.insert("custom_emoji_id".into(), json!(id));
            }
            "date_time" => {
                let unix: Option<i64> = self.attribute("unix").and_then(|unix| unix.parse().ok());
                let format = self.attribute("format").unwrap_or_default();
                extra.insert("unix_time".into(), json!(unix.unwrap_or(0)));
                extra.insert("date_time_format".into(), json!(format));
            }
            "blockquote" if self.attribute("expandable").is_some() => {
                kind = "expandable_blockquote";
            }
            "pre" => {
                let language = self.attribute("language");
                extra.extend(
                    language.map(|language| ("language".to_owned(), Value::from(language))),
                );
            }
            _ => {}
        }
        Some(Entity {
            kind: kind.to_owned(),
            offset: self.offset,
            length: end - self.offset,
            extra,
        })
    }
}
