use super::*;

/// One reply a line.
fn check_unclear(lines: &'static str) {
    check(
        lines
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(|line| (line, Reading::Unclear)),
    );
}

#[test]
fn what_is_no_amount() {
    check_unclear(
        "你好
        您好领导
        3
        三
        半
        13812345678
        3.5/7
        3/7天
        1/2天
        3月3日
        3/2
        昨天
        周三
        3日
        3个
        3号
        学习
        学了
        党课
        晚上
        早上
        今天晚上
        上午3
        学了很多
        学了一点
        学了一会儿
        收到
        👍
        ,
        2014年3月2日
        3节课
        3学分
        ok
        yes
        hello
        three
        half
        March 3
        hours
        study
        안녕하세요
        공부
        3월 3일
        세
        반
        저녁
        공부 많이 했습니다",
    );
    check([
        ("", Reading::Unclear),
        ("   ", Reading::Unclear),
        ("\n", Reading::Unclear),
    ]);
}

#[test]
fn what_is_no_single_amount() {
    check_unclear(
        "2-3小时
        2~3小时
        2到3小时
        2至3小时
        两三个小时
        三五天
        十几分钟
        几个小时
        2个多小时
        30多分钟
        近2小时
        不到2小时
        至少2小时
        2小时以上
        2小时以内
        大半天
        学了大半天
        小半天
        个把小时
        昨天今天各半天
        昨天半天今天半天
        昨天和今天半天
        上午下午各2小时
        上午下午2小时
        2小时3学时
        2小时2小时
        上午半天下午2小时
        半天(4学时)
        每天2小时
        3学时或4学时
        9点到11点学习
        2:30
        1,5小时
        1.2345小时
        3.5.2小时
        .5天
        2-3 hours
        2 to 3 hours
        more than 2 hours
        at least 2 hours
        less than an hour
        a few hours
        a couple of hours
        2 or 3 hours
        2 hours a day
        2 hours per day
        yesterday and today 2 hours
        1,5 hours
        2~3시간
        2시간 이상
        두세 시간
        몇 시간
        하루에 2시간
        매일 2시간
        두 분",
    );
}

#[test]
fn what_was_not_or_not_yet_studied() {
    check_unclear(
        "下午3点开会
        3学时吗?
        3学时吗
        3学时？
        是不是3学时
        够2小时了吗
        没学2小时
        没学完
        没有学完
        没学到2小时
        没学党史
        没完成
        没学习完
        没有学习完成
        没有,学了
        完成没有
        半天没学
        得了90分
        3天内
        晚了2小时
        学了负2小时
        上午没学
        昨天下午没学
        上午没学，下午2小时
        学没学
        学习没有
        不学
        差2学时
        还差3学时
        还剩2小时
        不是3学时
        不止3学时
        别人学了3学时
        他学了半天
        他在家学了半天
        小王学了3学时
        张书记学了2小时
        领导学了2小时
        大家学了2小时
        我们单位学了2小时
        计划学半天
        准备学1天
        打算学2小时
        要学2小时
        想学2小时
        应学3学时
        需要学2小时
        再学2小时
        请假半天
        請假半天
        开会2小时
        開會2小時
        学习2小时，开会1小时
        参加会议2小时
        出差一天
        休息半天
        下乡3天
        看了2小时
        看电视2小时
        参加劳动2小时
        上午学习党章
        讲党课2小时
        -3学时
        +3学时
        −3学时
        ❌3学时
        3学时❓
        改成3学时
        取消3学时
        2小时前
        听说学了2小时
        假装学了2小时
        3月32日半天
        2月30日2小时
        今天3月2日半天
        13/2 2小时
        @张三 3学时
        #3学时
        http://a.cn/3小时",
    );
}

#[test]
fn what_was_not_studied_in_english_and_korean() {
    check_unclear(
        "2 hours?
        not 3 hours
        didn't study 2 hours
        I will study 2 hours
        I plan to study half a day
        want to study 2 hours
        he studied 3 hours
        my colleague studied 3 hours
        2 hours ago
        in 2 hours
        2 hours left
        the last 2 hours
        2 hours plus
        studied maybe 2 hours
        didn't finish
        meeting for 2 hours
        watched tv for 2 hours
        on leave half a day
        I may study 2 hours
        didn't study this morning
        studied party history this morning
        -3 hours
        no
        not yet
        let's meet at 3
        room 3
        3시간?
        오후 3시
        3시 반
        3시간 공부할 예정입니다
        2시간 공부하려고 합니다
        3시간 공부해야 합니다
        친구가 3시간 공부했습니다
        그는 3시간 공부했습니다
        회의 2시간
        출장 하루
        휴가 반나절
        3시간 안 했습니다
        3시간 부족합니다
        이 시간
        한 일
        오전에 공부 안 했습니다
        3시간 반성했습니다
        공부했습니까",
    );
}

#[test]
fn letters_are_not_read() {
    let long = format!("{}3学时", "，".repeat(200));
    assert_eq!(read(&long, today()), Reading::Unclear);
    let short = format!("{}3学时", "，".repeat(197));
    assert_eq!(
        read(&short, today()),
        Reading::Amount {
            spoken: ClassHours(3_000),
            on: today()
        }
    );
}
