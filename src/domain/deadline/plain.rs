//! Takes out of a text what means nothing: width, script, quotes, spaces between Chinese signs.

/// Traditional and simplified forms of the signs in the word list, in pairs.
const SCRIPTS: &str = "長长堅坚續续進进馬马國国慶庆節节勞劳動动結结實实號号於于內内態态開开時时間间點点個个過过\
    辦办決决處处務务確确爭争預预計计劃划達达見见銷销驗验糾纠黨党誕诞線线眾众專专項项題题淨净標标條条總总體体補补\
    復复圓圆滿满並并為为從从須须應应週周禮礼兒儿軍军後后遲迟執执貫贯徹彻終终斷断隨随盡尽儘尽緊紧適适當当現现場场\
    學学說说報报規规範范檢检轉转變变兩两經经該该隊队資资據据鞏巩無无懸悬歸归運运產产發发戶户還还責责關关婦妇";

/// The text in half width, small letters, simplified script and one kind of each mark. A space stays only where it
/// parts two letters or figures.
pub(super) fn plain(text: &str) -> String {
    let signs: Vec<char> = text
        .chars()
        .filter_map(sign)
        .flat_map(char::to_lowercase)
        .collect();
    let signs = unspaced(&signs);
    let mut out = String::with_capacity(text.len());
    for (at, &sign) in signs.iter().enumerate() {
        let left = at.checked_sub(1).and_then(|left| signs.get(left)).copied();
        let right = signs.get(at + 1).copied();
        out.push(in_place(sign, left, right, &signs, at));
    }
    out
}

/// One sign on its own; `None` for quotes, brackets and what cannot be seen.
fn sign(sign: char) -> Option<char> {
    let half = match sign {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(sign) - 0xfee0)?,
        other => other,
    };
    Some(match half {
        '"'
        | '\''
        | '`'
        | '“'
        | '”'
        | '‘'
        | '’'
        | '「'
        | '」'
        | '『'
        | '』'
        | '《'
        | '》'
        | '〈'
        | '〉'
        | '('
        | ')'
        | '['
        | ']'
        | '【'
        | '】'
        | '〔'
        | '〕'
        | '*'
        | '\u{200b}'..='\u{200f}'
        | '\u{feff}'
        | '\u{2060}' => return None,
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '~' | '\u{301c}' | '\u{223c}' => '~',
        '·' | '・' | '•' => '.',
        '、' | ';' | '!' => ',',
        '零' | '○' | '◯' => '〇',
        space if space.is_whitespace() => ' ',
        other => simplified(other),
    })
}

fn simplified(sign: char) -> char {
    let mut pairs = SCRIPTS.chars();
    while let (Some(traditional), Some(simplified)) = (pairs.next(), pairs.next()) {
        if traditional == sign {
            return simplified;
        }
    }
    sign
}

/// Leaves single spaces, and those only between two letters or figures, or behind a comma.
fn unspaced(signs: &[char]) -> Vec<char> {
    let mut out: Vec<char> = Vec::with_capacity(signs.len());
    let mut pending = false;
    for &sign in signs {
        if sign == ' ' {
            pending = true;
            continue;
        }
        if pending
            && sign.is_ascii_alphanumeric()
            && out.last().is_some_and(char::is_ascii_alphanumeric)
        {
            out.push(' ');
        }
        pending = false;
        out.push(sign);
    }
    out
}

/// A sign whose meaning hangs on its neighbours.
fn in_place(sign: char, left: Option<char>, right: Option<char>, all: &[char], at: usize) -> char {
    let is = |sign: Option<char>, test: fn(char) -> bool| sign.is_some_and(test);
    let figure = |sign: char| sign.is_ascii_digit();
    let letter = |sign: char| sign.is_ascii_alphabetic();
    match sign {
        // 二O一四年 is typed with the letter.
        'o' if is(left, |sign| "一二三四五六七八九〇".contains(sign)) => '〇',
        '。' if is(left, figure) && is(right, figure) => '.',
        '。' => ',',
        // 30-Jun-2014 and end-June; but whether Jun-14 is a day or a year nobody can tell.
        '-' if is(left, letter)
            && figures_from(all, at + 1) == 2
            && !all.iter().take(at).any(char::is_ascii_digit) =>
        {
            '?'
        }
        '-' if is(left, letter) || is(right, letter) => ' ',
        // June 30, 2014
        ',' if is(left, |sign| sign.is_ascii_alphanumeric()) && figures_from(all, at + 1) == 4 => {
            ' '
        }
        other => other,
    }
}

/// How many figures stand in a row from there on.
fn figures_from(signs: &[char], at: usize) -> usize {
    signs
        .iter()
        .skip(at)
        .take_while(|sign| sign.is_ascii_digit())
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_script_quotes_and_spaces_go() {
        for (text, bare) in [
            ("２０１４年８月１５日", "2014年8月15日"),
            (" 2014 年 6 月 底 前 ", "2014年6月底前"),
            ("長期堅持", "长期坚持"),
            ("“七一”前", "七一前"),
            ("2014. 6. 30.", "2014.6.30."),
            ("二Ｏ一四年", "二〇一四年"),
            ("End  of June", "end of june"),
            ("June 30, 2014", "june 30 2014"),
            ("30-Jun-2014", "30 jun 2014"),
            ("Jun-14", "jun?14"),
            ("2014。7。15。", "2014.7.15,"),
            ("6月1日——6月30日", "6月1日--6月30日"),
            ("2014—07—15\u{a0}", "2014-07-15"),
        ] {
            assert_eq!(plain(text), bare, "{text}");
        }
    }

    #[test]
    fn the_script_table_is_in_pairs() {
        assert_eq!(SCRIPTS.chars().count() % 2, 0);
    }
}
