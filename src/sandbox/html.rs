//! HTML as the server reads it (`parse_mode=HTML`): a small strict grammar, errors with byte offsets.
//! Source: core.telegram.org/bots/api#html-style and the error texts of tdlib's parser.

use super::entity::Entity;
use super::reference::reference;
use super::tag::{Tag, kind_of};

struct Reader<'a> {
    source: &'a [u8],
    at: usize,
    text: String,
    units: usize,
    open: Vec<Tag>,
    entities: Vec<Entity>,
}

/// Plain text and entities of a marked-up text, or what is wrong with it (the part after
/// "can't parse entities: ").
pub(crate) fn parse(source: &str) -> Result<(String, Vec<Entity>), String> {
    let mut reader = Reader {
        source: source.as_bytes(),
        at: 0,
        text: String::new(),
        units: 0,
        open: Vec::new(),
        entities: Vec::new(),
    };
    let mut rest = source;
    while let Some(symbol) = rest.chars().next() {
        match symbol {
            '<' => reader.tag()?,
            '&' => {
                let (decoded, length) = reference(rest).unwrap_or(('&', 1));
                reader.push(decoded);
                reader.at += length;
            }
            other => {
                reader.push(other);
                reader.at += other.len_utf8();
            }
        }
        rest = source.get(reader.at..).unwrap_or_default();
    }
    if let Some(open) = reader.open.last() {
        let tag = &open.name;
        return Err(format!(
            "Can't find end tag corresponding to start tag \"{tag}\""
        ));
    }
    reader
        .entities
        .sort_by_key(|entity| (entity.offset, std::cmp::Reverse(entity.length)));
    Ok((reader.text, reader.entities))
}

impl Reader<'_> {
    fn push(&mut self, symbol: char) {
        self.text.push(symbol);
        self.units += symbol.len_utf16();
    }

    /// The byte at the cursor, 0 at the end.
    fn byte(&self) -> u8 {
        self.source.get(self.at).copied().unwrap_or(0)
    }

    fn skip_spaces(&mut self) {
        while self.byte().is_ascii_whitespace() {
            self.at += 1;
        }
    }

    fn word(&mut self, ends: impl Fn(u8) -> bool) -> String {
        let from = self.at;
        while self.byte() != 0 && !ends(self.byte()) {
            self.at += 1;
        }
        let bytes = self.source.get(from..self.at).unwrap_or_default();
        String::from_utf8_lossy(bytes).into_owned()
    }

    fn tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        self.at += 1;
        if self.byte() == b'/' {
            self.at += 1;
            return self.end_tag(begin);
        }
        let tag = self
            .word(|byte| byte.is_ascii_whitespace() || byte == b'>')
            .to_ascii_lowercase();
        if self.byte() == 0 {
            return Err(format!("Unclosed start tag at byte offset {begin}"));
        }
        let Some(kind) = kind_of(&tag) else {
            return Err(format!(
                "Unsupported start tag \"{tag}\" at byte offset {begin}"
            ));
        };
        let attributes = self.attributes(&tag, begin)?;
        let spoiler = attributes
            .iter()
            .any(|(key, value)| key == "class" && value == "tg-spoiler");
        if tag == "span" && !spoiler {
            return Err(format!(
                "Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}"
            ));
        }
        self.at += 1;
        self.open.push(Tag {
            name: tag,
            kind,
            offset: self.units,
            byte: self.text.len(),
            attributes,
        });
        Ok(())
    }

    /// Reads up to the closing `>` and leaves the cursor on it.
    fn attributes(&mut self, tag: &str, begin: usize) -> Result<Vec<(String, String)>, String> {
        let mut found = Vec::new();
        loop {
            self.skip_spaces();
            if self.byte() == b'>' {
                return Ok(found);
            }
            if self.byte() == 0 {
                return Err(format!(
                    "Unclosed start tag \"{tag}\" at byte offset {begin}"
                ));
            }
            let name = self.word(|byte| byte.is_ascii_whitespace() || byte == b'=' || byte == b'>');
            if name.is_empty() {
                return Err(format!(
                    "Empty attribute name in the tag \"{tag}\" at byte offset {begin}"
                ));
            }
            self.skip_spaces();
            let mut value = String::new();
            if self.byte() == b'=' {
                self.at += 1;
                self.skip_spaces();
                if self.byte() == 0 {
                    return Err(format!(
                        "Unclosed start tag \"{tag}\" at byte offset {begin}"
                    ));
                }
                value = self.attribute_value(begin)?;
            }
            found.push((name.to_ascii_lowercase(), value));
        }
    }

    fn attribute_value(&mut self, begin: usize) -> Result<String, String> {
        let quote = self.byte();
        if quote != b'"' && quote != b'\'' {
            let from = self.at;
            let value =
                self.word(|byte| !(byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-'));
            if !self.byte().is_ascii_whitespace() && self.byte() != b'>' {
                return Err(format!(
                    "Unexpected end of name token at byte offset {from}"
                ));
            }
            return Ok(value.to_ascii_lowercase());
        }
        self.at += 1;
        let raw = self.word(|byte| byte == quote);
        if self.byte() != quote {
            return Err(format!("Unclosed start tag at byte offset {begin}"));
        }
        self.at += 1;
        let mut value = String::new();
        let mut rest = raw.as_str();
        while let Some(symbol) = rest.chars().next() {
            let (decoded, length) = match symbol {
                '&' => reference(rest).unwrap_or(('&', 1)),
                other => (other, other.len_utf8()),
            };
            value.push(decoded);
            rest = rest.get(length..).unwrap_or_default();
        }
        Ok(value)
    }

    fn end_tag(&mut self, begin: usize) -> Result<(), String> {
        let Some(open) = self.open.pop() else {
            return Err(format!("Unexpected end tag at byte offset {begin}"));
        };
        let name = self
            .word(|byte| byte.is_ascii_whitespace() || byte == b'>')
            .to_ascii_lowercase();
        self.skip_spaces();
        if self.byte() != b'>' {
            return Err(format!("Unclosed end tag at byte offset {begin}"));
        }
        if !name.is_empty() && name != open.name {
            let tag = open.name;
            return Err(format!(
                "Unmatched end tag at byte offset {begin}, expected \"</{tag}>\", found \"</{name}>\""
            ));
        }
        self.at += 1;
        if self.units > open.offset {
            self.close(&open);
        }
        Ok(())
    }

    fn close(&mut self, open: &Tag) {
        // <pre><code class="language-x"> is one block with a language.
        if let (Some(language), Some(outer)) = (open.language(), self.open.last_mut())
            && outer.name == "pre"
        {
            outer.attributes.push(("language".into(), language));
            return;
        }
        let inner = self.text.get(open.byte..).unwrap_or_default();
        self.entities.extend(open.entity(inner, self.units));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn wrong_markup_is_refused_in_the_servers_words() {
        for (source, wanted) in [
            (
                "<b>a</i>",
                "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"",
            ),
            ("a</b>", "Unexpected end tag at byte offset 1"),
            ("<b", "Unclosed start tag at byte offset 0"),
            ("3 < 5", "Unsupported start tag \"\" at byte offset 2"),
            (
                "한 <div>x</div>",
                "Unsupported start tag \"div\" at byte offset 4",
            ),
            ("<i>a</i  ", "Unclosed end tag at byte offset 4"),
            (
                "<i   =x>",
                "Empty attribute name in the tag \"i\" at byte offset 0",
            ),
            ("<a href=\"x>", "Unclosed start tag at byte offset 0"),
            (
                "<a href=x_y>",
                "Unexpected end of name token at byte offset 8",
            ),
            (
                "<span>a</span>",
                "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0",
            ),
            (
                "<b><i>x</i>",
                "Can't find end tag corresponding to start tag \"b\"",
            ),
        ] {
            assert_eq!(parse(source).err().as_deref(), Some(wanted), "{source}");
        }
    }

    #[test]
    fn offsets_count_utf16_units() {
        let (text, entities) = parse("😀<b>한<i>x</i></b><u></u>").unwrap();
        assert_eq!(text, "😀한x");
        let found: Vec<_> = entities
            .iter()
            .map(|entity| (entity.kind.as_str(), entity.offset, entity.length))
            .collect();
        assert_eq!(found, [("bold", 2, 2), ("italic", 3, 1)]);
    }

    #[test]
    fn character_references_are_decoded_and_unknown_ones_stay() {
        let (text, _) =
            parse("&lt;b&gt; &amp;amp; &quot;&#54620;&#xd55c; &nbsp; &#12345678; a&b").unwrap();
        assert_eq!(text, "<b> &amp; \"한한 &nbsp; &#12345678; a&b");
    }

    #[test]
    fn links_languages_and_mentions_carry_their_extra() {
        let (_, entities) = parse(
            "<a href='http://a.b/?x=1&amp;y'>l</a><a href=\"tg://user?id=5\">m</a><a href=\"nowhere\">n</a>\
             <pre><code class=\"language-rust\">c</code></pre>",
        )
        .unwrap();
        let found: Vec<_> = entities.iter().map(Entity::json).collect();
        assert_eq!(
            found,
            [
                json!({"type": "text_link", "offset": 0, "length": 1, "url": "http://a.b/?x=1&y"}),
                json!({"type": "text_mention", "offset": 1, "length": 1,
                       "user": {"id": 5, "is_bot": false, "first_name": ""}}),
                json!({"type": "pre", "offset": 3, "length": 1, "language": "rust"}),
            ]
        );
    }
}
