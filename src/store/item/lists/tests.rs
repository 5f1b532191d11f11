//! Each list finds its items by an index: the ledger is long, and a list is short.

use super::*;
use crate::domain::campaign::Reviewer;
use crate::domain::ids::{CadreId, UnitId};
use crate::domain::sample::{campaign, day};
use crate::store::Store;

fn viewer(liaison: &[&str], office: Scope) -> Viewer {
    Viewer {
        cadre: CadreId(1),
        unit: UnitId(2),
        path: "A/B".to_owned(),
        is_head: true,
        liaison: Scope::Units(liaison.iter().map(|path| (*path).to_owned()).collect()),
        supervision: Scope::Units(vec!["C".to_owned()]),
        office,
    }
}

/// How SQLite goes about a query, a line a step.
async fn plan(store: &Store, viewer: &Viewer, which: Which<'_>, red: bool) -> String {
    let by_office = |kind: ItemKind| ItemKind {
        review: vec![Reviewer::Office],
        ..kind
    };
    let kinds: Vec<ItemKind> = campaign().kinds.into_iter().map(by_office).collect();
    let look = Look {
        viewer,
        kinds: &kinds,
        today: day("2014-03-03"),
    };
    let (sql, question) = written(look, which, red, (8, 0));
    let sql = format!("EXPLAIN QUERY PLAN {sql}");
    let mut tx = store.read().await.unwrap();
    let rows: Vec<(i64, i64, i64, String)> = match &mut tx {
        Tx::Sqlite(tx) => bound!(sqlx::query_as(AssertSqlSafe(sql)), question)
            .fetch_all(&mut **tx)
            .await
            .unwrap(),
        Tx::Postgres(_) => Vec::new(),
    };
    let steps: Vec<String> = rows.into_iter().map(|(_, _, _, step)| step).collect();
    steps.join("\n")
}

#[tokio::test]
async fn no_list_of_ones_own_goes_through_the_whole_ledger() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("duban.db").display());
    let store = Store::open(&url).await.unwrap();
    let of_one = viewer(&["A/B"], Scope::Units(vec!["D".to_owned()]));
    for (which, red, index) in [
        (Which::Own, false, "items_by_responsible"),
        (Which::List(List::Mine), false, "items_by_responsible"),
        (Which::List(List::Mine), true, "items_by_responsible"),
        (Which::List(List::Helping), false, "item_helpers_by_cadre"),
        (Which::List(List::Leading), false, "items_by_lead"),
        (Which::List(List::Review), true, "items_by_lead"),
        (Which::List(List::Review), false, "items_offered"),
        (Which::Unit(Some("A/B")), false, "items_by_unit"),
        (Which::Number("7"), false, "items_by_no"),
    ] {
        let plan = plan(&store, &of_one, which, red).await;
        assert!(plan.contains(index), "{which:?} without {index}:\n{plan}");
        let whole = plan.lines().any(|step| step.trim() == "SCAN i");
        assert!(!whole, "{which:?} goes through all items:\n{plan}");
    }
    // The office of everything sees everything: what is overdue by its day, words from the newest on.
    let of_all = viewer(&[], Scope::All);
    let overdue = plan(&store, &of_all, Which::Unit(None), true).await;
    assert!(overdue.contains("items_by_status"), "{overdue}");
    let review = plan(&store, &of_all, Which::List(List::Review), false).await;
    assert!(review.contains("items_asked"), "{review}");
    let words = plan(&store, &of_all, Which::Words("路灯"), false).await;
    assert!(!words.contains("ORDER BY"), "{words}");
    store.close().await;
}
