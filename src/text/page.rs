//! A message while it is being put together: lines, lists that know when to stop, rows of buttons.

use crate::domain::action::Action;

use super::{Button, Rendered};

/// Telegram's limit of a message after parsing, in UTF-16 units.
const LONGEST: usize = 4096;

/// What a list leaves free for the line that says how much it leaves out, and for what follows it.
const ROOM_AFTER_LIST: usize = 400;

/// What fits beside each other under a message on a phone, in half-width columns.
const KEYBOARD_WIDTH: usize = 36;

/// What a button's frame takes of it.
const BUTTON_FRAME: usize = 2;

/// The longest data of a button, in bytes. A longer one would make Telegram refuse the whole message.
const LONGEST_DATA: usize = 64;

/// A message in the making.
pub(super) struct Page {
    text: String,
    keyboard: Vec<Vec<Button>>,
}

impl Page {
    /// Begins with the line that carries the message.
    pub(super) fn new(first: impl Into<String>) -> Self {
        Self {
            text: first.into(),
            keyboard: Vec::new(),
        }
    }

    /// One more line.
    pub(super) fn line(mut self, line: impl AsRef<str>) -> Self {
        self.text.push('\n');
        self.text.push_str(line.as_ref());
        self
    }

    /// An empty line between two blocks.
    pub(super) fn gap(self) -> Self {
        self.line("")
    }

    /// As many of the entries as the message can hold. If there are more (`total` counts those too that never
    /// got here), `more` says how many are left out.
    pub(super) fn list(
        mut self,
        entries: impl IntoIterator<Item = String>,
        total: usize,
        more: impl FnOnce(usize) -> String,
    ) -> Self {
        let mut used = units(&self.text);
        let mut count = 0;
        for entry in entries {
            used += units(&entry) + 1;
            if used > LONGEST - ROOM_AFTER_LIST {
                break;
            }
            self = self.line(entry);
            count += 1;
        }
        let left = total.saturating_sub(count);
        if left > 0 {
            self.line(more(left))
        } else {
            self
        }
    }

    /// Buttons, as many beside each other as their labels allow.
    pub(super) fn buttons(mut self, buttons: Vec<Button>) -> Self {
        let widest = buttons
            .iter()
            .map(|button| columns(&button.label))
            .max()
            .unwrap_or(0);
        let beside = (2..=4)
            .rev()
            .find(|n| widest + BUTTON_FRAME <= KEYBOARD_WIDTH / n)
            .unwrap_or(1);
        let sendable: Vec<Button> = buttons
            .into_iter()
            .filter(|button| button.data.len() <= LONGEST_DATA)
            .collect();
        self.keyboard
            .extend(sendable.chunks(beside).map(<[Button]>::to_vec));
        self
    }

    /// Buttons in rows of so many, whatever their labels: nothing moves under the thumb when one changes.
    pub(super) fn columns(mut self, buttons: Vec<Button>, beside: usize) -> Self {
        let sendable: Vec<Button> = buttons
            .into_iter()
            .filter(|button| button.data.len() <= LONGEST_DATA)
            .collect();
        self.keyboard
            .extend(sendable.chunks(beside.max(1)).map(<[Button]>::to_vec));
        self
    }

    /// The finished message.
    pub(super) fn done(self) -> Rendered {
        Rendered {
            text: self.text,
            keyboard: self.keyboard,
        }
    }
}

/// A message without lists or buttons.
pub(super) fn plain(text: String) -> Rendered {
    Page::new(text).done()
}

/// A button that asks for an action.
pub(super) fn button(label: String, action: &Action) -> Button {
    Button {
        label,
        data: action.encode(),
    }
}

/// Somebody's data made fit for a line: one line of at most `longest` characters, escaped for Telegram's HTML.
pub(super) fn shown(data: &str, longest: usize) -> String {
    let words = data.split(|c: char| c.is_whitespace() || c.is_control());
    let line = words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let mut html = String::with_capacity(line.len());
    for (at, sign) in line.chars().enumerate() {
        if at == longest {
            html.push('…');
            break;
        }
        escape(&mut html, sign);
    }
    html
}

/// Somebody's data on a button, where nothing is markup: one line of at most `longest` characters.
pub(super) fn label(data: &str, longest: usize) -> String {
    let words = data.split(|c: char| c.is_whitespace() || c.is_control());
    let line = words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    if line.chars().count() <= longest {
        return line;
    }
    let mut cut: String = line.chars().take(longest).collect();
    cut.push('…');
    cut
}

/// Somebody's text as it stands, its lines kept, escaped for Telegram's HTML.
pub(super) fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for sign in text.chars() {
        escape(&mut html, sign);
    }
    html
}

fn escape(html: &mut String, sign: char) {
    match sign {
        '<' => html.push_str("&lt;"),
        '>' => html.push_str("&gt;"),
        '&' => html.push_str("&amp;"),
        _ => html.push(sign),
    }
}

/// The length that Telegram counts: UTF-16 units, an entity as the one sign it stands for.
pub(super) fn units(html: &str) -> usize {
    let mut inside_entity = false;
    let mut count = 0;
    for sign in html.chars() {
        match sign {
            '&' => inside_entity = true,
            ';' if inside_entity => {
                inside_entity = false;
                count += 1;
            }
            _ if inside_entity => {}
            _ => count += sign.len_utf16(),
        }
    }
    count
}

/// Half-width columns: the signs of East Asia take two.
fn columns(label: &str) -> usize {
    label
        .chars()
        .map(|sign| if sign >= '\u{1100}' { 2 } else { 1 })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_is_one_escaped_line_of_bounded_length() {
        for (data, longest, line) in [
            ("周俊哲", 40, "周俊哲"),
            (" 周\n俊\u{0}哲\t", 40, "周 俊 哲"),
            ("<b>&amp;", 40, "&lt;b&gt;&amp;amp;"),
            ("一二三四五", 3, "一二三…"),
            ("一二三", 3, "一二三"),
            ("", 3, ""),
        ] {
            assert_eq!(shown(data, longest), line, "{data:?}");
        }
    }

    #[test]
    fn an_entity_counts_as_one_sign_and_a_circle_as_two() {
        for (html, length) in [("a&lt;b", 3), ("🔴7号", 4), ("&amp;&amp;", 2), ("", 0)] {
            assert_eq!(units(html), length, "{html}");
        }
    }

    #[test]
    fn a_list_stops_in_time_and_says_how_much_it_leaves_out() {
        let entries = (0..500).map(|_| "字".repeat(99));
        let page = Page::new("首行").list(entries, 700, |left| format!("还有{left}"));
        let text = page.done().text;
        assert!(units(&text) <= LONGEST);
        let listed = text.lines().filter(|line| line.starts_with('字')).count();
        assert!(listed > 30, "{listed}");
        assert_eq!(
            text.lines().last(),
            Some(format!("还有{}", 700 - listed).as_str())
        );
    }

    #[test]
    fn short_labels_share_a_row_and_long_ones_stand_alone() {
        let row = |labels: &[&str]| {
            let buttons = labels
                .iter()
                .map(|label| button((*label).to_owned(), &Action::Tasks))
                .collect();
            let keyboard = Page::new("").buttons(buttons).done().keyboard;
            keyboard.iter().map(Vec::len).collect::<Vec<_>>()
        };
        assert_eq!(row(&["半天", "1天", "2学时", "其他"]), [4]);
        assert_eq!(
            row(&["half a day", "1 day", "2 class hours", "Other"]),
            [2, 2]
        );
        assert_eq!(row(&["已完成，送审 12号", "已完成，送审 7号"]), [1, 1]);
        assert_eq!(row(&[]), [0; 0]);
    }
}
