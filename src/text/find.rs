//! `/find`: who somebody is and how he stands.

use i18n_embed_fl::fl;

use crate::domain::action::statement::Press;
use crate::domain::cadre::LinkState;
use crate::domain::notice::Found;

use super::amount::progress;
use super::page::{Page, plain, shown};
use super::person::{self, name};
use super::statement::press;
use super::words::Voice;
use super::{Button, Rendered};

/// The longest key of a person that is shown, in characters.
const LONGEST_KEY: usize = 24;

/// People whose accounts have a button.
const ACCOUNTS: usize = 10;

/// The longest label of such a button, in characters.
const LONGEST_LABEL: usize = 24;

pub(super) fn found(
    voice: &Voice<'_>,
    looked_for: &str,
    people: &[Found],
    total: usize,
) -> Rendered {
    let words = voice.words;
    let looked_for = name(looked_for);
    if people.is_empty() {
        return plain(fl!(words, "found-none", name = looked_for));
    }
    let entries = people.iter().map(|person| person_entry(voice, person));
    Page::new(fl!(words, "found-title", name = looked_for, total = total))
        .list(entries, total, |left| fl!(words, "more-people", n = left))
        .buttons(people.iter().take(ACCOUNTS).filter_map(account).collect())
        .done()
}

/// To the account of one of them: his name, and the unit that tells him from others of that name.
fn account(person: &Found) -> Option<Button> {
    let own = person.who.unit.rsplit('/').next().unwrap_or_default();
    let label: String = format!("{} {own}", person.who.name)
        .chars()
        .take(LONGEST_LABEL)
        .collect();
    let of = Press::Account {
        of: Some(person.id?),
    };
    Some(press(label, of))
}

pub(super) fn find_what(voice: &Voice<'_>) -> Rendered {
    plain(fl!(voice.words, "find-what"))
}

fn person_entry(voice: &Voice<'_>, person: &Found) -> String {
    let words = voice.words;
    let link = match person.link {
        LinkState::Never => fl!(words, "link-never"),
        LinkState::Invited => fl!(words, "link-invited"),
        LinkState::Linked => fl!(words, "link-linked"),
        LinkState::Blocked => fl!(words, "link-blocked"),
    };
    let key = shown(&person.key, LONGEST_KEY);
    let mut lines = vec![person::who(voice, &person.who)];
    if let Some(standing) = &person.standing {
        lines.push(fl!(words, "total", sum = progress(voice, standing)));
    }
    lines.push(fl!(words, "me-items", n = person.open_items));
    lines.push(fl!(words, "found-link", link = link, key = key));
    lines.join("\n   ")
}

#[cfg(test)]
mod tests {
    use crate::domain::cadre::LinkState;
    use crate::domain::ids::CadreId;
    use crate::domain::language::Language;
    use crate::domain::notice::{Found, Notice};
    use crate::text::{render, sample};

    fn say(notice: &Notice) -> String {
        render(&sample::campaign(), Language::ZhCn, notice).text
    }

    #[test]
    fn a_person_is_found_with_his_sums_and_nobody_is_answered_with_an_example() {
        let person = Found {
            id: Some(CadreId(7)),
            key: "<1024>".to_owned(),
            who: sample::who(),
            link: LinkState::Invited,
            standing: Some(sample::standing()),
            open_items: 2,
        };
        let people = vec![person];
        assert_eq!(
            say(&Notice::Found {
                name: "俊哲".to_owned(),
                people,
                total: 3
            }),
            "“俊哲” 找到3人\n周俊哲，汪清县春阳镇 镇长\n   累计 3.5/7天 进度正常\n   整改 2项未完成\n   \
             未登记 编号 &lt;1024&gt;\n还有2人没有列出，请写全姓名。"
        );
        assert_eq!(
            say(&Notice::Found {
                name: "张<三".to_owned(),
                people: Vec::new(),
                total: 0
            }),
            "您可查看的单位里没有“张&lt;三”。\n请核对姓名，例如：/find 周俊哲"
        );
    }
}
