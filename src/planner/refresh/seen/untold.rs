//! What people have still not been told of what their digests were to tell.

use std::collections::HashMap;

use super::Turn;
use crate::domain::ids::{CadreId, NewsId};
use crate::domain::news::{News, Told};
use crate::store::{self, Tx, news};

/// Everything that these people have not been told, the oldest first.
#[derive(Debug, Default)]
pub(in crate::planner::refresh) struct Untold(HashMap<CadreId, Vec<(NewsId, News)>>);

impl Untold {
    /// Looks it up; asks nothing of the database if these digests tell nothing.
    pub(in crate::planner::refresh) async fn look(
        tx: &mut Tx,
        turns: &[Turn],
    ) -> store::Result<Self> {
        let telling = turns.iter().filter(|turn| !turn.plan.news.is_empty());
        let ids: Vec<CadreId> = telling.map(|turn| turn.cadre).collect();
        Ok(Self(news::of_cadres(tx, &ids).await?))
    }

    /// What the digest still has to tell, in the plan's order.
    pub(in crate::planner::refresh) fn of(&self, turn: &Turn) -> Vec<NewsId> {
        let his = self.his(turn.cadre);
        let planned = turn.plan.news.iter().copied();
        planned
            .filter(|id| his.iter().any(|(untold, _)| untold == id))
            .collect()
    }

    /// As the digest says it, and how much is left for the next.
    pub(in crate::planner::refresh) fn told(&self, cadre: CadreId, ids: &[NewsId]) -> Told {
        if ids.is_empty() {
            return Told::default();
        }
        let his = self.his(cadre);
        let news: Vec<News> = his
            .iter()
            .filter(|(id, _)| ids.contains(id))
            .map(|(_, news)| news.clone())
            .collect();
        let more = his.len() - news.len();
        Told { news, more }
    }

    fn his(&self, cadre: CadreId) -> &[(NewsId, News)] {
        self.0.get(&cadre).map_or(&[], Vec::as_slice)
    }
}
