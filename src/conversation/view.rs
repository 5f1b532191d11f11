//! What a flow may look at: the world as of this transaction, read only.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::domain::account::{counting_span, standing};
use crate::domain::amount::Amount;
use crate::domain::cadre::Cadre;
use crate::domain::campaign::Duty;
use crate::domain::dialogue::Dialogue;
use crate::domain::entry::Status;
use crate::domain::grant::{Role, Scope};
use crate::domain::ids::{BotId, CadreId, TelegramId, UpdateId};
use crate::domain::language::Language;
use crate::domain::leave;
use crate::domain::notice::{Rights, Standing};
use crate::domain::quota::Quotas;
use crate::domain::rules::Rules;
use crate::service::Service;
use crate::store::invite::Invite;
use crate::store::item::LedgerRow;
use crate::store::link::Link;
use crate::store::{
    Result, Tx, bot, cadre, dialogue, entry, grant, invite, item as items, leave as leaves, link,
    quota,
};

/// The world as a flow sees it.
pub(super) struct View<'a> {
    pub(super) tx: &'a mut Tx,
    pub(super) service: &'a Service,
    /// The update being handled.
    pub(super) update: UpdateId,
    pub(super) now: DateTime<Utc>,
    /// Today in the campaign's zone.
    pub(super) today: NaiveDate,
    /// What is set locally for the person last looked at.
    quotas: Option<(CadreId, Arc<Quotas>)>,
}

/// An amount that counts as stored already: of which day, how much (negative: about to go), standing where.
pub(super) type Unsaved = (NaiveDate, Amount, Status);

/// The person behind an account.
#[derive(Debug, Clone)]
pub(super) struct Person {
    pub(super) cadre: Cadre,
    pub(super) account: TelegramId,
    /// The bot that writes to him.
    pub(super) bot: BotId,
    pub(super) language: Language,
    pub(super) reachable: bool,
}

impl<'a> View<'a> {
    pub(super) fn new(
        tx: &'a mut Tx,
        service: &'a Service,
        update: UpdateId,
        now: DateTime<Utc>,
    ) -> Self {
        let today = now.with_timezone(&service.campaign.zone).date_naive();
        Self {
            tx,
            service,
            update,
            now,
            today,
            quotas: None,
        }
    }

    /// Who the account is, if anybody.
    pub(super) async fn person(&mut self, account: TelegramId) -> Result<Option<Person>> {
        let Some(Link {
            cadre: id,
            bot,
            language,
            reachable,
            ..
        }) = link::of_account(self.tx, account).await?
        else {
            return Ok(None);
        };
        Ok(cadre::by_id(self.tx, id).await?.map(|cadre| Person {
            cadre,
            account,
            bot,
            language,
            reachable,
        }))
    }

    /// The bot that serves a unit, if it is not the one that this update came to: its name at Telegram.
    pub(super) async fn other_bot(&mut self, unit_path: &str) -> Result<Option<String>> {
        let serving = self.service.bot_of(unit_path).map(|bot| bot.number);
        let Some(serving) = serving.filter(|bot| *bot != self.update.bot()) else {
            return Ok(None);
        };
        let known = bot::all(self.tx).await?;
        let name = known.into_iter().find(|known| known.bot == serving);
        Ok(name.and_then(|known| known.username))
    }

    /// What the person cares for: as liaison, or as office.
    pub(super) async fn care_scope(&mut self, person: &Person) -> Result<Scope> {
        let grants = grant::of(self.tx, person.cadre.id).await?;
        Ok(Scope::of(&grants, Role::Office).and(Scope::of(&grants, Role::Liaison)))
    }

    /// The most that the person's grants give him, over whatever.
    pub(super) async fn rights(&mut self, person: &Person) -> Result<Rights> {
        let grants = grant::of(self.tx, person.cadre.id).await?;
        let most = grants.iter().map(|grant| Rights::of(grant.role)).max();
        Ok(most.unwrap_or(Rights::Anybody))
    }

    /// What the person's office grants cover.
    pub(super) async fn office_scope(&mut self, person: &Person) -> Result<Scope> {
        Ok(Scope::of(
            &grant::of(self.tx, person.cadre.id).await?,
            Role::Office,
        ))
    }

    /// The invitation of a code.
    pub(super) async fn invite(&mut self, code: &str) -> Result<Option<Invite>> {
        invite::by_code(self.tx, code).await
    }

    /// Minutes that the account has to wait before its next try, if it sent too many wrong codes.
    pub(super) async fn code_pause(&mut self, account: TelegramId) -> Result<Option<i64>> {
        let limits = &self.service.campaign.limits;
        let pause = limits.wrong_code_pause;
        let (count, last) = invite::wrong_since(self.tx, account, self.now - pause).await?;
        let Some(last) = last.filter(|_| count >= i64::from(limits.wrong_codes)) else {
            return Ok(None);
        };
        let left = TimeDelta::milliseconds(last - self.now.timestamp_millis()) + pause;
        Ok(Some((left.num_seconds() + 59) / 60).filter(|minutes| *minutes > 0))
    }

    /// How the person stands in a duty, with what is not stored yet.
    pub(super) async fn standing(
        &mut self,
        person: &Cadre,
        duty: &Duty,
        unsaved: &[Unsaved],
    ) -> Result<Standing> {
        let campaign = &self.service.campaign;
        let subject = person.subject();
        let span = counting_span(campaign, duty, &subject, self.today).unwrap_or(campaign.span);
        let ids = [person.id];
        let stored = entry::done(self.tx, &ids, duty, &span, self.today).await?;
        let mut done = stored.get(&person.id).copied().unwrap_or_default();
        for (_, amount, status) in unsaved.iter().filter(|(day, ..)| span.holds(*day)) {
            match status {
                Status::Counted => done.counted = done.counted + *amount,
                Status::Pending => done.pending = done.pending + *amount,
                Status::Rejected => done.rejected = done.rejected + *amount,
                Status::Withdrawn => {}
            }
        }
        let quotas = self.quotas(person).await?;
        let calendar = self.service.calendar();
        let rules = Rules {
            campaign,
            calendar: &calendar,
            quotas: &quotas,
        };
        Ok(standing(&rules, duty, &subject, done, self.today))
    }

    /// What is set locally for the person; looked up once for all of his duties.
    async fn quotas(&mut self, person: &Cadre) -> Result<Arc<Quotas>> {
        match &self.quotas {
            Some((of, known)) if *of == person.id => Ok(Arc::clone(known)),
            _ => {
                let found = Arc::new(quota::of_cadre(self.tx, person).await?);
                self.quotas = Some((person.id, Arc::clone(&found)));
                Ok(found)
            }
        }
    }

    /// What the account was asked last, if that waits for words still.
    pub(super) async fn dialogue(&mut self, account: TelegramId) -> Result<Option<Dialogue>> {
        let life = self.service.campaign.limits.question_life;
        dialogue::of_account(self.tx, account, life, self.now).await
    }

    /// The person's leaves that are not over.
    pub(super) async fn leaves(&mut self, person: &Cadre) -> Result<Vec<leave::Standing>> {
        leaves::of_cadre(self.tx, person.id, self.today).await
    }

    /// The person's items that are not struck off.
    pub(super) async fn open_items(&mut self, person: &Cadre) -> Result<Vec<LedgerRow>> {
        items::open_of(self.tx, person.id).await
    }

    /// How many of the person's items are still to be done.
    pub(super) async fn items_to_do(&mut self, person: &Cadre) -> Result<usize> {
        let open = self.open_items(person).await?;
        Ok(open.iter().filter(|row| row.stands().is_open()).count())
    }
}
