//! A question about items while it is being put together: its text, and what is bound to it. The same condition
//! then serves a page of the items and their count.

use crate::domain::grant::Scope;

/// What is bound.
#[derive(Debug, Clone)]
pub(super) enum Value {
    /// A number.
    Id(i64),
    /// A text.
    Text(String),
}

/// What is bound so far.
#[derive(Debug, Default)]
pub(super) struct Question {
    /// In the order of their numbers.
    pub(super) values: Vec<Value>,
}

impl Question {
    /// Binds a number; what stands for it in the text.
    pub(super) fn id(&mut self, id: i64) -> String {
        self.values.push(Value::Id(id));
        format!("${}", self.values.len())
    }

    /// Binds a text; what stands for it.
    pub(super) fn text(&mut self, text: &str) -> String {
        self.values.push(Value::Text(text.to_owned()));
        format!("${}", self.values.len())
    }

    /// That the unit of this column lies within the scope.
    pub(super) fn within(&mut self, column: &str, scope: &Scope) -> String {
        self.lies(column, scope, true)
    }

    /// That it lies below it: within, but not at its head.
    pub(super) fn below(&mut self, column: &str, scope: &Scope) -> String {
        self.lies(column, scope, false)
    }

    fn lies(&mut self, column: &str, scope: &Scope, itself: bool) -> String {
        let Scope::Units(paths) = scope else {
            return "1 = 1".to_owned();
        };
        if paths.is_empty() {
            return "1 = 0".to_owned();
        }
        let mut parts = Vec::with_capacity(paths.len());
        for path in paths {
            let path = self.text(path);
            if itself {
                parts.push(format!("w.path = {path}"));
            }
            parts.push(format!(
                "substr(w.path, 1, length({path}) + 1) = {path} || '/'"
            ));
        }
        // The units are few beside the items: they are looked through once, and their items found by the index.
        format!(
            "{column} IN (SELECT w.id FROM units w WHERE {})",
            parts.join(" OR ")
        )
    }
}

/// Any of these.
pub(super) fn any(parts: &[String]) -> String {
    match parts {
        [] => "1 = 0".to_owned(),
        parts => format!("({})", parts.join(" OR ")),
    }
}

/// That an item is found in any of these ways: each is a query of its own, served by an index of its own.
pub(super) fn found(ways: &[String]) -> String {
    let ways: Vec<String> = ways
        .iter()
        .map(|way| format!("SELECT i.id FROM items i WHERE {way}"))
        .collect();
    format!("i.id IN ({})", ways.join(" UNION "))
}

/// Binds all of it to a query.
macro_rules! bound {
    ($query:expr, $question:expr) => {{
        let mut query = $query;
        for value in &$question.values {
            query = match value {
                $crate::store::item::question::Value::Id(id) => query.bind(*id),
                $crate::store::item::question::Value::Text(text) => query.bind(text.clone()),
            };
        }
        query
    }};
}
pub(super) use bound;
