//! Parts of broadcasts that were taken out: looked at again in sets, given their words, and the picture once.

use std::time::Duration;

use super::Delivery;
use crate::broadcast::{self, Look, Turn};
use crate::clock::Clock;
use crate::domain::ids::BroadcastId;
use crate::metric;
use crate::outbox::gallery::{Picture, Source};
use crate::outbox::hand::Ready;
use crate::outbox::post::later;
use crate::store::outbox::{self, ClaimedRow, Lease};
use crate::store::{self, broadcast as kept};
use crate::telegram::UPLOAD;
use crate::text;

/// A lease for a row that takes a picture up: the call, and time to write its outcome down.
const UPLOAD_LEASE: Duration = UPLOAD.saturating_add(Duration::from_secs(30));

impl Delivery {
    /// Looks again at parts of broadcasts, and puts those that are still owed into the hand.
    pub(super) async fn prepare_broadcasts(
        &mut self,
        parts: Vec<(Turn, ClaimedRow)>,
        lease_until: i64,
    ) {
        let turns: Vec<Turn> = parts.iter().map(|(turn, _)| *turn).collect();
        let looked = async {
            self.remember(&turns).await?;
            broadcast::look_again(&self.service, &turns).await
        };
        let looks = match looked.await {
            Ok(looks) => looks,
            Err(error) => {
                tracing::warn!(%error, "what a broadcast owes could not be looked up");
                return self.wait_a_little(parts.iter().map(|(_, row)| row));
            }
        };
        let mut quiet_until = None;
        for (turn, row) in parts {
            match looks.get(&row.id) {
                Some(Look::Send(language)) => {
                    self.ready(turn.broadcast, row, *language, lease_until)
                        .await;
                }
                Some(Look::Close(reason)) => self.close(&row, (*reason).to_owned()),
                Some(Look::Park { until, reason }) => {
                    metric::message_retried("parked");
                    if *reason == broadcast::QUIET_HOURS {
                        quiet_until = Some(*until);
                    } else if *until == kept::held_until() {
                        // The rest of it is due as well, as long as nobody has held it.
                        self.service.broadcast_wake.notify_one();
                    }
                    self.put_back(&row, *until, Some((*reason).to_owned()));
                }
                None => self.close(&row, "nothing is known of it".to_owned()),
            }
        }
        if let Some(until) = quiet_until
            && let Err(error) = broadcast::put_off(&self.service, until).await
        {
            tracing::warn!(%error, "the rest of a broadcast is put off piece by piece");
        }
    }

    /// Reads the words of broadcasts that are not known yet.
    async fn remember(&mut self, turns: &[Turn]) -> store::Result<()> {
        let mut unknown: Vec<BroadcastId> = turns.iter().map(|turn| turn.broadcast).collect();
        unknown.sort_unstable();
        unknown.dedup();
        unknown.retain(|id| self.gallery.kept(*id).is_none());
        if unknown.is_empty() {
            return Ok(());
        }
        let mut tx = self.service.store.read().await?;
        for (id, words) in kept::bodies(&mut tx, &unknown).await? {
            let file = kept::file(&mut tx, id, self.bot.number).await?;
            self.gallery.keep(id, words, file);
        }
        tx.commit().await
    }

    /// Puts one part into the hand; or back, if its picture is just going up with another.
    async fn ready(
        &mut self,
        id: BroadcastId,
        row: ClaimedRow,
        language: crate::domain::language::Language,
        lease_until: i64,
    ) {
        let Some(words) = self.gallery.kept(id) else {
            return self.close(&row, "nothing is known of it".to_owned());
        };
        let mut ready = Ready {
            words: text::announcement(words.body.text(language)),
            picture: None,
            file: None,
            ballot: None,
            lease_until,
            row,
        };
        if words.has_photo {
            let source = match self.gallery.file(id) {
                Some(file) => Source::Known(file),
                None if self.gallery.is_uploading() => {
                    return self.put_back(&ready.row, ready.row.not_before, None);
                }
                None => match self.picture(id, &ready.row).await {
                    Ok((source, until)) => {
                        ready.lease_until = until;
                        source
                    }
                    Err(error) => {
                        tracing::warn!(%error, "the picture of a broadcast could not be read");
                        return self.wait_a_little(std::iter::once(&ready.row));
                    }
                },
            };
            ready.picture = Some(Picture {
                broadcast: id,
                source,
            });
        }
        self.hand.add(ready);
    }

    /// Reads a picture for that row to take up, and holds the row for as long as that may take.
    async fn picture(&mut self, id: BroadcastId, row: &ClaimedRow) -> store::Result<(Source, i64)> {
        let lease = Lease {
            owner: self.owner.clone(),
            until: Clock::wall() + i64::try_from(UPLOAD_LEASE.as_millis()).unwrap_or(i64::MAX),
        };
        let mut tx = self.service.store.begin().await?;
        let photo = kept::photo(&mut tx, id).await?;
        let photo = photo.ok_or(sqlx::Error::RowNotFound)?;
        outbox::prolong(&mut tx, row.id, &lease).await?;
        tx.commit().await?;
        self.gallery.begin(row.id);
        Ok((Source::Upload(photo), lease.until))
    }

    fn wait_a_little<'a>(&mut self, rows: impl Iterator<Item = &'a ClaimedRow>) {
        let at = later(self.service.clock.now(), Duration::from_secs(5));
        for row in rows {
            self.put_back(row, at, Some("look-up failed".into()));
        }
    }
}
