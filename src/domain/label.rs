//! Form and topic of an entry (S3): which of them is asked about next, and what is offered for it.

use serde::{Deserialize, Serialize};

use super::campaign::{Ask, Duty, Label};

/// What a label says of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// In which way it was done.
    Form,
    /// What it was about.
    Topic,
}

/// The labels of an entry, by their ids.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Labels {
    /// In which way it was done.
    pub form: Option<String>,
    /// What it was about.
    pub topic: Option<String>,
}

/// A label that may be added with a tap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What is asked.
    pub kind: Kind,
    /// Ids of what is offered.
    pub ids: Vec<String>,
    /// Whether there are more.
    pub more: bool,
}

/// How many are offered at first.
const FEW: usize = 3;

impl Labels {
    /// That label, if it is set.
    pub fn get(&self, kind: Kind) -> Option<&str> {
        match kind {
            Kind::Form => self.form.as_deref(),
            Kind::Topic => self.topic.as_deref(),
        }
    }

    /// The same with a label set.
    #[must_use]
    pub fn with(&self, kind: Kind, id: &str) -> Self {
        let mut labels = self.clone();
        match kind {
            Kind::Form => labels.form = Some(id.to_owned()),
            Kind::Topic => labels.topic = Some(id.to_owned()),
        }
        labels
    }
}

impl Duty {
    /// The labels there are of a kind, in the order of the file.
    pub fn labels(&self, kind: Kind) -> &[Label] {
        match kind {
            Kind::Form => &self.forms,
            Kind::Topic => &self.topics,
        }
    }

    /// The label of that id.
    pub fn label(&self, kind: Kind, id: &str) -> Option<&Label> {
        self.labels(kind).iter().find(|label| label.id == id)
    }

    /// Which label an entry is asked about: the first that the duty asks for, has words for, and that is not set.
    pub fn next_label(&self, labels: &Labels) -> Option<Kind> {
        self.asks
            .iter()
            .filter_map(|ask| match ask {
                Ask::Form => Some(Kind::Form),
                Ask::Topic => Some(Kind::Topic),
                _ => None,
            })
            .find(|kind| labels.get(*kind).is_none() && !self.labels(*kind).is_empty())
    }
}

/// What is offered for a label of the kind: first what is `missing` still, then the rest, each as in the file; a
/// few of them, or `all`.
pub fn choice(duty: &Duty, kind: Kind, done: &[String], all: bool) -> Choice {
    let ids = || duty.labels(kind).iter().map(|label| label.id.clone());
    let missing = ids().filter(|id| !done.contains(id));
    let mut ids: Vec<String> = missing
        .chain(ids().filter(|id| done.contains(id)))
        .collect();
    // A button for more would take the place of the last.
    let more = !all && ids.len() > FEW + 1;
    if more {
        ids.truncate(FEW);
    }
    Choice { kind, ids, more }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::sample::{campaign, duty};

    fn study() -> Duty {
        let mut study = duty(&campaign(), "study").clone();
        study.asks = vec![Ask::Topic, Ask::Form];
        study
    }

    #[test]
    fn the_labels_are_asked_about_in_the_order_of_the_duty() {
        let (none, mut study) = (Labels::default(), study());
        assert_eq!(study.next_label(&none), Some(Kind::Topic));
        let topic = none.with(Kind::Topic, "theory");
        assert_eq!(study.next_label(&topic), Some(Kind::Form));
        assert_eq!(study.next_label(&topic.with(Kind::Form, "self")), None);
        study.asks = vec![Ask::Partner, Ask::Form, Ask::Topic];
        assert_eq!(study.next_label(&none), Some(Kind::Form));
        study.forms.clear();
        assert_eq!(study.next_label(&none), Some(Kind::Topic));
        study.asks = Vec::new();
        assert_eq!(study.next_label(&none), None);
    }

    #[test]
    fn what_is_missing_is_offered_first_and_a_few_at_a_time() {
        let study = study();
        let offered = |done: &[&str], all| {
            let done: Vec<String> = done.iter().map(|id| (*id).to_owned()).collect();
            let choice = choice(&study, Kind::Topic, &done, all);
            (choice.ids.join(" "), choice.more)
        };
        for (done, all, ids, more) in [
            (&[][..], false, "theory ideals tradition", true),
            (
                &["theory", "tradition"],
                false,
                "ideals discipline practice",
                true,
            ),
            (
                &["theory", "ideals", "tradition", "discipline", "practice"],
                false,
                "examples warnings theory",
                true,
            ),
            (
                &["theory"],
                true,
                "ideals tradition discipline practice examples warnings theory",
                false,
            ),
        ] {
            assert_eq!(offered(done, all), (ids.to_owned(), more), "{done:?}");
        }
        let mut small = study.clone();
        small.topics.truncate(4);
        let choice = choice(&small, Kind::Topic, &[], false);
        assert_eq!((choice.ids.len(), choice.more), (4, false));
    }
}
