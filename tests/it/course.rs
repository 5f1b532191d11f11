//! The whole course of an item as the campaign file has it: read in a ledger, taken on, told of, submitted, and
//! struck off by the supervision group; what is late climbs meanwhile.

use duban::domain::campaign;
use duban::domain::grant::Role;
use duban::store::{cadre, grant, unit};

use super::support::{Town, bases};

/// Makes somebody of the roster a member of the supervision group that has a unit.
async fn supervises(town: &Town, name: &str, path: &str) {
    let mut tx = town.books.store.begin().await.expect("a transaction");
    let people = cadre::all(&mut tx).await.expect("people");
    let who = people.iter().find(|person| person.name == name);
    let who = who.expect("a person").id;
    let unit = unit::by_path(&mut tx, path).await.expect("units");
    let now = town.books.clock.now();
    grant::give(&mut tx, Role::Supervision, who, unit, now)
        .await
        .expect("a grant");
    tx.commit().await.expect("a commit");
}

#[tokio::test]
async fn an_item_is_taken_on_told_of_submitted_and_struck_off() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", |campaign| {
            let text = include_str!("../../campaigns/mass-line.toml");
            *campaign = campaign::read(text).expect("the campaign");
        })
        .await;
        supervises(&town, "李兰", "敦化市").await;
        let (gao, lead) = (town.cadre("高海").await, town.cadre("朴涛芳").await);
        let group = town.cadre("李兰").await;
        gao.says("/item 21").await;
        eprintln!("{}\n{:?}", gao.reads(), gao.buttons());
        gao.presses("接收").await;
        gao.presses("开始办理").await;
        gao.presses("说明进展").await;
        let told = gao.says("已化解2件，余1件").await;
        eprintln!("{told}\n{:?}", gao.buttons());
        town.becomes("2014-03-03 17:30").await;
        for (who, one) in [("gao", &gao), ("lead", &lead), ("group", &group)] {
            eprintln!("== {who}\n{}\n{:?}", one.reads(), one.buttons());
        }
        gao.says("/item 21").await;
        let sent = gao.presses("送审").await;
        eprintln!("{sent}\n{:?}", gao.buttons());
        town.becomes("2014-03-04 17:30").await;
        for (who, one) in [("gao", &gao), ("lead", &lead), ("group", &group)] {
            eprintln!("== {who}\n{}\n{:?}", one.reads(), one.buttons());
        }
        let page = group.says("/item 21").await;
        eprintln!("{page}\n{:?}", group.buttons());
        let closed = group.presses("销号").await;
        eprintln!("{closed}\n{:?}", group.buttons());
        town.becomes("2014-03-05 17:30").await;
        eprintln!("{}", gao.reads());
        town.closes().await;
    }
}
