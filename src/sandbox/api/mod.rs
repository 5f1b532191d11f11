//! The methods of the Bot API, a file per group.

mod chats;
mod commands;
mod edit;
mod media;
mod polls;
mod presses;
mod profile;
mod send;
mod webhooks;

use crate::sandbox::answer::Answer;
use crate::sandbox::params::Params;
use crate::sandbox::world::World;

/// A method: what a bot asks of the world.
type Handler = fn(&mut World, i64, &Params) -> Answer;

const METHODS: [(&str, Handler); 42] = [
    ("getMe", profile::get_me),
    ("logOut", profile::accepted),
    ("close", profile::accepted),
    ("setMyName", profile::set_name),
    ("getMyName", profile::get_name),
    ("setMyDescription", profile::set_description),
    ("getMyDescription", profile::get_description),
    ("setMyShortDescription", profile::set_short_description),
    ("getMyShortDescription", profile::get_short_description),
    ("setChatMenuButton", profile::accepted),
    ("setMyCommands", commands::set),
    ("getMyCommands", commands::get),
    ("deleteMyCommands", commands::delete),
    ("setWebhook", webhooks::set),
    ("deleteWebhook", webhooks::delete),
    ("getWebhookInfo", webhooks::info),
    ("sendMessage", send::message),
    ("sendChatAction", send::chat_action),
    ("editMessageText", edit::text),
    ("editMessageCaption", edit::caption),
    ("editMessageReplyMarkup", edit::markup),
    ("deleteMessage", edit::delete),
    ("deleteMessages", edit::delete_many),
    ("setMessageReaction", edit::reaction),
    ("pinChatMessage", edit::pin),
    ("unpinChatMessage", profile::accepted),
    ("answerCallbackQuery", presses::answer),
    ("sendPhoto", media::photo),
    ("sendDocument", media::document),
    ("sendVoice", media::voice),
    ("sendAudio", media::audio),
    ("sendVideo", media::video),
    ("getFile", media::get),
    ("sendPoll", polls::send),
    ("stopPoll", polls::stop),
    ("getChat", chats::get),
    ("getChatMember", chats::member),
    ("getChatMemberCount", chats::count),
    ("getChatAdministrators", chats::administrators),
    ("leaveChat", chats::leave),
    // Answered by the server itself, because it waits.
    ("getUpdates", profile::accepted),
    ("setMyDefaultAdministratorRights", profile::accepted),
];

/// A method's name as the documentation writes it; the server takes any case.
pub(crate) fn canonical(method: &str) -> Option<&'static str> {
    let found = METHODS
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(method));
    found.map(|(name, _)| *name)
}

/// What a method does.
pub(crate) fn handler(canonical: &str) -> Option<Handler> {
    let found = METHODS.iter().find(|(name, _)| *name == canonical);
    found.map(|(_, handler)| *handler)
}

/// Whether a method makes a message and so counts against the limits.
pub(crate) fn metered(canonical: &str) -> bool {
    canonical.starts_with("send") && canonical != "sendChatAction"
}

/// The commands that a person sees in a chat.
pub(crate) use commands::shown;
/// A file as a message shows it.
pub(crate) use media::shown as shown_file;
/// A person's vote.
pub(crate) use polls::vote;
/// Texts and quotations, which people's messages have as well.
pub(crate) use send::{formatted, put_text, quoted};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_in_any_case() {
        assert_eq!(canonical("SENDmessage"), Some("sendMessage"));
        assert_eq!(canonical("sendChecklist"), None);
        assert!(!metered("sendChatAction"));
    }
}
