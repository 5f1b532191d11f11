//! Takes out of a reply what means nothing: width, script, spaces, brackets, emoji.

/// Traditional and simplified forms of the signs in the word lists, in pairs.
const SCRIPTS: &str = "學学習习時时課课個个鐘钟鍾钟點点兩两貳贰陸陆號号週周禮礼後后來来沒没無无還还們们體体總总\
    約约報报領领導导黨党聽听講讲視视頻频觀观參参開开會会議议計计劃划準准備备請请讀读閱阅書书論论訓训線线網网\
    員员務务間间幾几過过達达嗎吗別别給给讓让幫帮應应該该須须夠够從从當当現现實实專专題题練练複复復复補补筆笔\
    記记認认識识麼么誰谁為为於于與与並并處处長长動动結结節节條条範范則则風风評评問问責责傳传統统歲岁這这裡里\
    裏里餘余數数將将預预從从離离辦办場场飯饭車车東东馬马國国發发業业電电話话機机終终滿满謝谢對对將将獨独\
    頭头組组織织輔辅調调讚赞區区縣县鎮镇鄉乡產产門门經经歷历麽么囉啰嗯嗯卻却據据攜携選选擇择檢检喪丧親亲\
    訪访談谈戶户聯联繫系連连紀纪規规";

/// The text in half width, small letters, simplified script. A comma ends a clause; a space means
/// nothing except between letters or figures. Marks that change an amount stay and block it later.
pub(super) fn plain(text: &str) -> String {
    let signs: Vec<char> = text
        .chars()
        .filter_map(sign)
        .flat_map(char::to_lowercase)
        .collect();
    let mut out = String::with_capacity(text.len());
    for (at, &sign) in signs.iter().enumerate() {
        let left = at.checked_sub(1).and_then(|left| signs.get(left)).copied();
        let right = signs.get(at + 1).copied();
        match in_place(sign, left, right) {
            Placed::Sign(sign) => push(&mut out, sign),
            Placed::Fraction(decimals) => {
                let behind_figure = out.ends_with(|last: char| last.is_ascii_digit());
                out.push_str(if behind_figure { "." } else { "0." });
                out.push_str(decimals);
            }
        }
    }
    out.trim().to_owned()
}

/// A sign, or a vulgar fraction written out in decimals.
enum Placed {
    Sign(char),
    Fraction(&'static str),
}

/// One space at most in a row.
fn push(out: &mut String, sign: char) {
    if !(sign == ' ' && out.ends_with(' ')) {
        out.push(sign);
    }
}

/// One sign on its own; `None` for what cannot be seen.
fn sign(sign: char) -> Option<char> {
    let half = match sign {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(sign) - 0xfee0)?,
        other => other,
    };
    Some(match half {
        '\u{200b}'..='\u{200f}'
        | '\u{feff}'
        | '\u{2060}'
        | '\u{fe0e}'
        | '\u{fe0f}'
        | '\u{20e3}' => {
            return None;
        }
        '\u{1f3fb}'..='\u{1f3ff}' => return None,
        // A cross, a thumb down or a question is an answer too, only not this one. Signs of nobody's script are
        // kept for what is sifted out.
        '❌'
        | '❎'
        | '✖'
        | '✗'
        | '✘'
        | '🚫'
        | '⛔'
        | '👎'
        | '❓'
        | '❔'
        | '⁉'
        | '🙅'
        | '？'
        | '\u{e000}'..='\u{f8ff}' => '?',
        '➕' | '➖' | '✚' => '+',
        '\u{2600}'..='\u{27bf}'
        | '\u{1f1e6}'..='\u{1faff}'
        | '\u{231a}'..='\u{23ff}'
        | '⭐'
        | '⬆'
        | '“'
        | '”'
        | '"'
        | '「'
        | '」'
        | '『'
        | '』'
        | '('
        | ')'
        | '['
        | ']'
        | '【'
        | '】'
        | '*'
        | '_'
        | '`'
        | '、' => ' ',
        '‘' | '’' | '´' => '\'',
        '\n' | '\r' | '。' | ';' | '!' | '…' | '，' => ',',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '〜' | '∼' => '~',
        '○' | '◯' => '〇',
        '⁄' | '∕' => '/',
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

/// A sign whose meaning hangs on its neighbours.
fn in_place(sign: char, left: Option<char>, right: Option<char>) -> Placed {
    let figure = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_digit());
    let letter = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_alphabetic());
    Placed::Sign(match sign {
        '½' => return Placed::Fraction("5"),
        '¼' => return Placed::Fraction("25"),
        '¾' => return Placed::Fraction("75"),
        // ".5 day" must not become five days: the point stays before every figure.
        '.' if !figure(right) => ',',
        ':' if !(figure(left) && figure(right)) => ',',
        '-' if letter(left) && letter(right) => ' ',
        '\'' if !(letter(left) && letter(right)) => ' ',
        // 2小时~ is a tone of voice, 2~3小时 a range.
        '~' if right.is_none() || right == Some(',') => ' ',
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn what_means_nothing_goes_and_what_changes_an_amount_stays() {
        for (text, want) in [
            ("３．５學時！", "3.5学时,"),
            ("  2   Hours  ", "2 hours"),
            ("3️⃣学时👍", "3学时"),
            ("2½小时", "2.5小时"),
            ("½天", "0.5天"),
            (".5 day", ".5 day"),
            ("Didn’t study", "didn't study"),
            ("half-day", "half day"),
            ("-3学时", "-3学时"),
            ("3学时？", "3学时?"),
            ("❌3学时", "?3学时"),
            ("週三:2小時", "周三,2小时"),
            ("2:30", "2:30"),
        ] {
            assert_eq!(plain(text), want, "{text}");
        }
    }

    #[test]
    fn scripts_come_in_pairs() {
        assert_eq!(super::SCRIPTS.chars().count() % 2, 0);
    }
}
