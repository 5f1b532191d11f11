//! What a flow may look at: the world as of this transaction, read only.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::domain::account::{counting_span, standing};
use crate::domain::amount::Amount;
use crate::domain::cadre::Cadre;
use crate::domain::campaign::Duty;
use crate::domain::deadline::Span;
use crate::domain::grant::{Role, Scope};
use crate::domain::ids::{BotId, TelegramId, UpdateId};
use crate::domain::item::Status;
use crate::domain::language::Language;
use crate::domain::leave;
use crate::domain::notice::Standing;
use crate::service::Service;
use crate::store::invite::Invite;
use crate::store::item::LedgerRow;
use crate::store::link::Link;
use crate::store::{Result, Tx, bot, cadre, entry, grant, invite, item, leave as leaves, link};

/// The world as a flow sees it.
pub(super) struct View<'a> {
    pub(super) tx: &'a mut Tx,
    pub(super) service: &'a Service,
    /// The update being handled.
    pub(super) update: UpdateId,
    pub(super) now: DateTime<Utc>,
    /// Today in the campaign's zone.
    pub(super) today: NaiveDate,
}

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

    /// What the person's days of a span hold of a duty.
    pub(super) async fn days(
        &mut self,
        person: &Cadre,
        duty: &Duty,
        span: &Span,
    ) -> Result<Vec<(NaiveDate, Amount)>> {
        entry::by_day(self.tx, person.id, &duty.id, span).await
    }

    /// How the person stands in a duty, with `more` not stored yet: pairs of day and amount, negative
    /// for what is about to be withdrawn.
    pub(super) async fn standing(
        &mut self,
        person: &Cadre,
        duty: &Duty,
        more: &[(NaiveDate, Amount)],
    ) -> Result<Standing> {
        let campaign = &self.service.campaign;
        let subject = person.subject();
        let span = counting_span(campaign, duty, &subject, self.today).unwrap_or(campaign.span);
        let stored = entry::by_day(self.tx, person.id, &duty.id, &span).await?;
        let counted = stored
            .iter()
            .chain(more.iter().filter(|(day, _)| span.holds(*day)))
            .map(|(_, amount)| *amount)
            .sum();
        Ok(standing(
            campaign,
            duty,
            &subject,
            counted,
            self.today,
            &self.service.calendar(),
        ))
    }

    /// The person's leaves that are not over.
    pub(super) async fn leaves(&mut self, person: &Cadre) -> Result<Vec<leave::Standing>> {
        leaves::of_cadre(self.tx, person.id, self.today).await
    }

    /// The person's items that are not struck off.
    pub(super) async fn open_items(&mut self, person: &Cadre) -> Result<Vec<LedgerRow>> {
        item::open_of(self.tx, person.id).await
    }

    /// How many of the person's items are still to be done.
    pub(super) async fn items_to_do(&mut self, person: &Cadre) -> Result<usize> {
        let open = self.open_items(person).await?;
        Ok(open
            .iter()
            .filter(|row| row.item().status == Status::Assigned)
            .count())
    }
}
