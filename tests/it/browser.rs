//! The newcomer's first minute: the built program's demo, in a real browser.
//!
//! The picture in the README is taken here (Debian's fonts-wqy-microhei or another CJK font, and
//! fonts-noto-color-emoji, must be there): `DUBAN_PICTURE=$PWD/docs/demo.png cargo test --test it browser`

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use futures_util::FutureExt;

use super::demo::demo;
use super::support::{Browser, Program};

/// The phones, left to right; the first is the office's.
const PHONES: [&str; 4] = ["phone-9001", "phone-9002", "phone-9003", "phone-9004"];
/// The phone that plays: 周俊哲.
const ZHOU: &str = "phone-9002";

fn inside(phone: &str, path: &str) -> String {
    format!("//section[@data-testid='{phone}']//{path}")
}

/// The last bubble of the bot, if it says all this.
fn bubble(phone: &str, says: &[&str]) -> String {
    let mut path = inside(phone, "div[contains(@class, 'row')]");
    path = format!("({path}[div[@data-testid='from-bot']])[last()]");
    for words in says {
        path = format!("{path}[contains(., '{words}')]");
    }
    path
}

fn button(phone: &str, label: &str) -> String {
    format!("{}//button[.='{label}']", bubble(phone, &[]))
}

async fn says(browser: &Browser, phone: &str, text: &str) {
    browser.types(&inside(phone, "input"), text).await;
    browser
        .clicks(&inside(phone, "button[@data-testid='send']"))
        .await;
}

#[tokio::test]
async fn a_newcomer_sees_the_demo_and_takes_part() {
    let Some(browser) = Browser::opens().await else {
        return;
    };
    let walk = AssertUnwindSafe(first_minute(&browser)).catch_unwind();
    let walked = tokio::time::timeout(Duration::from_mins(1), walk).await;
    browser.quits().await;
    match walked {
        Ok(Ok(())) => {}
        Ok(Err(panic)) => std::panic::resume_unwind(panic),
        Err(late) => panic!("the walk took longer than a minute: {late}"),
    }
}

async fn first_minute(browser: &Browser) {
    let folder = tempfile::tempdir().expect("a folder");
    let command = demo(folder.path(), &["--port", "0"]);
    let (program, url) = Program::start(command, "http://").await;
    browser.is_sized(1400, 800).await;
    browser.goes(&url).await;

    for phone in PHONES {
        browser.sees(&bubble(phone, &["✓"])).await;
    }
    let tops = "return Array.from(document.querySelectorAll('.phone'), one => one.getBoundingClientRect())
        .every((one, i, all) => one.top === all[0].top && one.right <= innerWidth && one.left > (i ? all[i - 1].left : 0))";
    assert_eq!(browser.runs(tops).await, true, "side by side");

    browser.clicks("//button[@data-testid='next']").await;
    let asked = bubble(ZHOU, &["今天的学习 3月3日 周一", "已学 1.8/5天", "17:30"]);
    browser.sees(&asked).await;
    let count = "return document.querySelectorAll('[data-testid=phone-9002] [data-testid=from-bot]').length";
    let before = browser.runs(count).await;

    browser.clicks(&button(ZHOU, "半天")).await;
    browser
        .sees(&bubble(
            ZHOU,
            &["✓ 3月3日 周一 半天（4学时）", "累计 2.3/5天", "已编辑"],
        ))
        .await;
    assert_eq!(browser.runs(count).await, before, "in the same bubble");

    says(browser, ZHOU, "昨天下午学了3学时").await;
    browser
        .sees(&bubble(ZHOU, &["✓ 3月2日 周日 3学时", "累计 2.6/5天"]))
        .await;
    says(browser, PHONES[0], "/status").await;
    browser.sees(&bubble(PHONES[0], &["今天 3月3日"])).await;
    if let Some(file) = std::env::var_os("DUBAN_PICTURE") {
        let picture = BASE64_STANDARD.decode(browser.picture().await);
        std::fs::write(file, picture.expect("base64")).expect("a file for the picture");
    }

    browser.clicks(&button(ZHOU, "撤销")).await;
    browser
        .sees(&bubble(ZHOU, &["✓ 3月2日 周日 已撤销", "累计 2.3/5天"]))
        .await;

    browser.is_sized(390, 844).await;
    let wide = "return Array.from(document.querySelectorAll('*')).filter(one => one.scrollWidth > innerWidth
        && !one.matches('.phones')).length";
    assert_eq!(browser.runs(wide).await, 0, "too wide for a phone");
    let wrapped = "const path = \"//section[@data-testid='phone-9003']//div[@class='text'][contains(., '已学')]\";
        const text = document.evaluate(path, document, null, 9, null).singleNodeValue;
        const lines = text.textContent.split('\\n').length;
        return Math.round(text.offsetHeight / parseFloat(getComputedStyle(text).lineHeight)) - lines";
    assert_eq!(browser.runs(wrapped).await, 0, "no line wraps on a phone");

    let elsewhere = "return performance.getEntriesByType('resource').map(one => one.name)
        .filter(name => new URL(name).hostname !== '127.0.0.1')";
    assert_eq!(browser.runs(elsewhere).await, serde_json::json!([]));
    let anything = "return performance.getEntriesByType('resource').length > 0";
    assert_eq!(browser.runs(anything).await, true);
    assert!(program.interrupt().await.success());
}
