//! The words of a deadline, in simplified Chinese, Korean and English. A new way of writing one is a line here.

use chrono::Weekday;

use super::lexer::Token;

/// The longest word that the text begins with, its length in bytes and its token. An English word must end where
/// it ends: "mar" is not the beginning of "market".
pub(super) fn longest(text: &str) -> Option<(usize, Token)> {
    let begins = |word: &str| {
        text.strip_prefix(word).is_some_and(|rest| {
            let open = word.ends_with(|last: char| last.is_ascii_alphabetic());
            !(open && rest.starts_with(|next: char| next.is_ascii_alphabetic()))
        })
    };
    WORDS
        .iter()
        .flat_map(|(token, words)| words.split_terminator('|').map(move |word| (word, *token)))
        .filter(|(word, _)| begins(word))
        .map(|(word, token)| (word.len(), token))
        .max_by_key(|(length, _)| *length)
}

/// Token and its words, parted by `|`.
const WORDS: &[(Token, &str)] = &[
    // Signs that only part or join.
    (Token::Break, ",|/|并且|并|且|以及|及|同时|및|그리고|and|&"),
    (Token::To, "-|~|至|到|to|through"),
    (Token::Noise, " |.|:|第|제"),
    // Parts of a date.
    (Token::Third(1), "上旬|상순"),
    (Token::Third(2), "中旬|중순"),
    (Token::Third(3), "下旬|하순"),
    (Token::HalfMonth(1), "上半月"),
    (Token::HalfMonth(2), "下半月"),
    (Token::Half(1), "上半年|상반기"),
    (Token::Half(2), "下半年|하반기"),
    (Token::Quarter(3), "前三季度|前3季度|前三个季度"),
    (Token::QuarterMark, "quarter|q"),
    (Token::HalfMark, "half|h"),
    (
        Token::End,
        "底|末|终|末尾|结束前|结束之前|结束以前|结束时|말|말일|end",
    ),
    (
        Token::MonthEnd,
        "月底|月末|月终|월말|month end|end of month|end of the month",
    ),
    (
        Token::YearEnd,
        "年底|年末|年终|年内|年度内|本年内|本年度内|年度底|岁末|연말|년말|연내|year end|end of year|end of the year|\
         end of this year",
    ),
    (Token::ThisYear, "今年|本年度|本年|当年|올해|금년|this year"),
    (Token::NextYear, "明年|次年|来年|내년|next year"),
    (Token::Month(1), "元月|january|jan"),
    (Token::Month(2), "february|feb"),
    (Token::Month(3), "march|mar"),
    (Token::Month(4), "april|apr"),
    (Token::Month(5), "may"),
    (Token::Month(6), "june|jun"),
    (Token::Month(7), "july|jul"),
    (Token::Month(8), "august|aug"),
    (Token::Month(9), "september|sept|sep"),
    (Token::Month(10), "october|oct"),
    (Token::Month(11), "november|nov"),
    (Token::Month(12), "december|dec"),
    (Token::Number { n: 1, digits: 1 }, "first"),
    (Token::Number { n: 2, digits: 1 }, "second"),
    (Token::Number { n: 3, digits: 1 }, "third"),
    (Token::Number { n: 4, digits: 1 }, "fourth"),
    (
        Token::Weekday(Weekday::Mon),
        "星期一|周一|礼拜一|월요일|monday|mon",
    ),
    (
        Token::Weekday(Weekday::Tue),
        "星期二|周二|礼拜二|화요일|tuesday|tue",
    ),
    (
        Token::Weekday(Weekday::Wed),
        "星期三|周三|礼拜三|수요일|wednesday|wed",
    ),
    (
        Token::Weekday(Weekday::Thu),
        "星期四|周四|礼拜四|목요일|thursday|thu",
    ),
    (
        Token::Weekday(Weekday::Fri),
        "星期五|周五|礼拜五|금요일|friday|fri",
    ),
    (
        Token::Weekday(Weekday::Sat),
        "星期六|周六|礼拜六|토요일|saturday|sat",
    ),
    (
        Token::Weekday(Weekday::Sun),
        "星期日|星期天|周日|周天|礼拜日|礼拜天|일요일|sunday|sun",
    ),
    // Feasts that offices date by.
    (
        Token::Feast(1, 1),
        "元旦节|元旦|신정|new year's day|new years day",
    ),
    (
        Token::Feast(5, 1),
        "五一国际劳动节|五一劳动节|五一节|劳动节|labour day",
    ),
    (Token::Feast(6, 1), "六一儿童节|六一节|儿童节"),
    (
        Token::Feast(7, 1),
        "七一建党节|七一节|建党节|建党纪念日|党的生日|党生日|건당절",
    ),
    (Token::Feast(8, 1), "八一建军节|八一节|建军节|건군절"),
    (
        Token::Feast(10, 1),
        "十一国庆节|国庆节|国庆|국경절|national day",
    ),
    (
        Token::SpringFestival,
        "春节|农历新年|음력설|설날|spring festival|chinese new year",
    ),
    (
        Token::CampaignEnd,
        "活动结束|活动收尾|活动期间|活动期内|活动期|활동종료|활동이끝나기|캠페인종료|campaign end|end of campaign|\
         end of the campaign",
    ),
    // How a limit leans on its date.
    (Token::Before, "之前|以前|前夕|前|이전|전까지|전"),
    (Token::Ere, "before|ahead of|prior to"),
    (Token::Within, "以内|之内|内|within"),
    (
        Token::During,
        "중|안|안에|안으로|내|내에|내로|이내|이내에|during",
    ),
    (Token::From, "起|从|自|自从|from|since"),
    (Token::FromTo, "부터"),
    (Token::Now, "即日|即刻起"),
    (
        Token::Noise,
        "于|在|截至|截止|截止到|截至到|截止至|截止于|最迟|最晚|不晚于|不迟于|不超过|限于|限定|限期|限|期限|时限|时间|\
         日期|时|为|是|止|为止|当日|当天|完成时限|整改时限|整改期限|完成时间|完成期限|力争|争取|确保|务必|必须|须|应|\
         计划|拟|预计|原则上|均|都|上午|中午|下午|晚上|下班|까지|까지는|한|含|含当日|含当天|结束|\
         기한|마감|오전|오후|by|on|until|till|at|in|of|the|no later than|not later than|at the latest|latest|due|\
         deadline|year|close|t|z|am|pm",
    ),
    // At once.
    (
        Token::Immediate,
        "立行立改|立说立行|立知立改|立查立改|立整立改|立整立行|立改立行|立学立改|立学立行|立即行动|即知即改|即查即改|\
         即行即改|即整即改|即学即改|即改|立改|说改就改|立即|立刻|即刻|即时|马上|立马|当即|随即|立时|当场整改|当场改正|当场纠正|当场解决|现场整改|现场解决|现场办理|\
         즉시|즉각|즉각적으로|바로|곧바로|당장|지체없이|즉행즉개|immediately|immediate|at once|right away|\
         without delay|forthwith|instantly|right now|now",
    ),
    // For good.
    (
        Token::Ongoing,
        "长期坚持|长期|长效|持续|持续性|常态|常态化|经常|经常性|坚持经常|常年|常抓不懈|常抓|长抓不懈|坚持不懈|持之以恒|\
         一以贯之|贯穿始终|一抓到底|不断|始终|一直|不间断|永久|日常|日常化|장기|장기적|장기적으로|장기간|지속|지속적|지속적으로|\
         계속|계속하여|상시|상시적|상시적으로|상태화|일상화|일상적|꾸준히|ongoing|continuous|continuously|continuing|\
         continual|long term|longterm|permanent|permanently|indefinitely|sustained",
    ),
    // Wishes, not days.
    (
        Token::Vague,
        "尽快|尽早|尽速|早日|抓紧|加快|近期|近日|适时|择机|择期|视情况|가급적|조속히|빨리|\
         빠른시일|asap|as soon as possible|soon",
    ),
    (
        Token::Unset,
        "待定|未定|待研究|另行通知|另定|미정|추후|tbd|tbc|to be determined|to be confirmed|to be decided|pending",
    ),
    // Counted from a day that is not named.
    (
        Token::Relative,
        "本月|当月|下月|次月|上月|每月|月内|本周|下周|每周|本季度|下季度|季度末|季末|每季度|个工作日|工作日|个月|个周|周内|\
         个星期|星期内|天内|天|周|小时|分钟|两周|两个|今天|今日|오늘|明天|后天|本月底|下月底|次月底|月初|今日内|이번달|다음달|이번주|다음주|\
         개월|주내|주일|일내|일이내|시간|this month|next month|this week|next week|days|day|weeks|week|months|hours|\
         today|tomorrow",
    ),
    // What is to be done by then; it says nothing about when.
    (
        Token::Noise,
        "完成|全部|全面|基本|集中|整改|整改到位|到位|整改落实|落实|落实到位|落到实处|办结|办理|办好|办完|解决|解决到位|到底|抓到底|深入|\
         销号|整治|专项整治|清理|清退|清零|清理到位|建立|建成|制定|出台|建章立制|公示|公开|上报|报送|见效|见成效|取得|\
         实效|成效|明显|达标|兑现|兑现到位|执行|执行到位|实施|做到|做好|实现|得到|达到|彻底|完毕|任务|工作|问题|予以|\
         进行|改正|改进|改正到位|改到位|改好|纠正|纠正到位|验收|交账|见底|收尾|修订|修改|完善|健全|规范|规范到位|处理|\
         处置|处理到位|反馈|答复|兑付|发放|发放到位|退还|归还|调整|调整到位|取消|停止|补齐|改造|交付|竣工|完工|见到|\
         有效|切实|认真|坚决|坚持|坚持下去|推进|推动|推进落实|抓|抓好|抓实|抓下去|保持|巩固|巩固提升|加强|强化|深化|开展|\
         贯彻|贯彻落实|遵守|下去|化|性|性工作|地|改|就|办|行动|整顿|整顿到位|各项|所有|该项|事项|措施|整改措施|制度|机制|长效机制|\
         党的|群众路线|教育|实践|专项|主题|整个|本次|此次|这次|年度|\
         완료|완료함|완성|완성함|완결|시정|시정함|시정완료|정비|정비완료|이행|이행완료|조치|조치완료|해결|해결함|처리|개선|\
         개선완료|견지|견지함|추진|추진함|유지|실시|진행|마무리|모두|전부|에|로|으로|의|적|하여|할것|함|\
         complete|completed|completion|finish|finished|done|rectify|rectified|resolve|resolved|fix|fixed|\
         implement|implemented|close out|all|to be|must be|be|shall be|will be|action|work|effort|efforts|basis|an|a|rectification",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn the_longest_word_wins() {
        assert_eq!(longest("上半年内"), Some(("上半年".len(), Token::Half(1))));
        assert_eq!(
            longest("长期坚持"),
            Some(("长期坚持".len(), Token::Ongoing))
        );
        assert_eq!(longest("market"), None);
        assert_eq!(longest("q3"), Some((1, Token::QuarterMark)));
        assert_eq!(longest("左右"), None);
    }

    #[test]
    fn no_word_means_two_things_and_none_is_empty() {
        let mut seen = BTreeMap::new();
        for (token, words) in WORDS {
            for word in words.split_terminator('|') {
                assert!(word == " " || word == word.trim(), "{word:?}");
                assert!(!word.is_empty(), "{token:?}");
                assert_eq!(seen.insert(word, token), None, "{word:?} is there twice");
            }
        }
    }
}
