//! The handle's passive side: what a test sees, and waiting for it.

use std::time::{Duration, Instant};

use tokio::time::timeout_at;

use super::Sandbox;
use super::cast::Toast;
use super::message::Message;
use super::record::Call;
use super::world::World;

impl Sandbox {
    /// A chat's messages in order, of both sides, as they stand now; a private chat's is the one with
    /// the default bot.
    pub fn messages(&self, chat: i64) -> Vec<Message> {
        self.server.look(|world| {
            let place = World::place(world.default_bot(), chat);
            world
                .letters(place)
                .iter()
                .map(|letter| letter.view(chat))
                .collect()
        })
    }

    /// A person's messages with a bot other than the first.
    pub fn messages_with(&self, bot: i64, chat: i64) -> Vec<Message> {
        self.server.look(|world| {
            let letters = world.letters(World::place(bot, chat));
            letters.iter().map(|letter| letter.view(chat)).collect()
        })
    }

    /// The newest message of a bot in a chat.
    pub fn last(&self, chat: i64) -> Option<Message> {
        self.server.look(|world| {
            let place = World::place(world.default_bot(), chat);
            let views = world
                .letters(place)
                .iter()
                .rev()
                .map(|letter| letter.view(chat));
            views.into_iter().find(|message| message.from_bot)
        })
    }

    /// The record of all calls so far, in the order in which they ended.
    pub fn calls(&self) -> Vec<Call> {
        self.server.look(|world| world.calls.clone())
    }

    /// The calls of one method.
    pub fn calls_of(&self, method: &str) -> Vec<Call> {
        self.server.look(|world| {
            let calls = world.calls.iter().filter(|call| call.method == method);
            calls.cloned().collect()
        })
    }

    /// Looks at the record without copying it.
    pub fn with_calls<T>(&self, look: impl FnOnce(&[Call]) -> T) -> T {
        self.server.look(|world| look(&world.calls))
    }

    /// How many messages were sent, without going through the record.
    pub fn delivered(&self) -> usize {
        self.server.look(|world| world.delivered)
    }

    /// The most messages sent within any stretch of time of this length; to one chat, or to all.
    pub fn peak(&self, chat: Option<i64>, length: Duration) -> usize {
        let mut times: Vec<Instant> = self.with_calls(|calls| {
            let sent = calls.iter().filter(|call| call.delivered());
            sent.filter(|call| chat.is_none_or(|chat| chat == call.chat()))
                .map(|call| call.at)
                .collect()
        });
        times.sort_unstable();
        let mut first = times.iter();
        let mut start = first.next();
        let mut count = 0;
        let mut most = 0;
        for at in &times {
            count += 1;
            while start.is_some_and(|start| at.duration_since(*start) >= length) {
                start = first.next();
                count -= 1;
            }
            most = most.max(count);
        }
        most
    }

    /// Forgets the calls so far.
    pub fn forget_calls(&self) {
        self.server.change(|world| {
            world.calls.clear();
            world.delivered = 0;
        });
    }

    /// The answer to a press, if the bot has given one.
    pub fn toast(&self, query: &str) -> Option<Toast> {
        self.server
            .look(|world| world.presses.get(&query.parse().ok()?)?.reply.clone())
    }

    /// Updates that the default bot has not confirmed yet.
    pub fn pending_updates(&self) -> usize {
        self.server.look(|world| {
            let bot = world.bot(world.default_bot());
            bot.map_or(0, |bot| bot.queue.pending.len())
        })
    }

    /// How many times the default bot has begun to poll.
    pub fn polls(&self) -> u64 {
        self.server.look(|world| {
            let bot = world.bot(world.default_bot());
            bot.map_or(0, |bot| bot.queue.polls())
        })
    }

    /// The bytes of a file by its `file_id`.
    pub fn file(&self, file_id: &str) -> Option<Vec<u8>> {
        self.server
            .look(|world| Some(world.files.any(file_id)?.upload.bytes.clone()))
    }

    /// Waits until `look` finds what it looks for; it is asked again after each change of the world.
    pub async fn wait_for<T>(
        &self,
        within: Duration,
        mut look: impl FnMut(&Self) -> Option<T>,
    ) -> Option<T> {
        let until = tokio::time::Instant::now() + within;
        let mut changed = self.server.watch();
        loop {
            changed.mark_unchanged();
            if let Some(found) = look(self) {
                return Some(found);
            }
            timeout_at(until, changed.changed()).await.ok()?.ok()?;
        }
    }
}
