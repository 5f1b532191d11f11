//! What comes back from a call, and what came in: JSON to values, nothing else.

use reqwest::header::CONTENT_TYPE;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::fault::{CallFault, Refusal};

/// One update as it came, byte for byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawUpdate {
    /// `update_id`.
    pub id: i64,
    /// The JSON of the update.
    pub raw: String,
}

impl RawUpdate {
    /// Takes any JSON that has an `update_id`.
    pub fn read(raw: &str) -> Result<Self, serde_json::Error> {
        #[derive(Deserialize)]
        struct Numbered {
            update_id: i64,
        }
        let Numbered { update_id } = serde_json::from_str(raw)?;
        Ok(Self {
            id: update_id,
            raw: raw.to_owned(),
        })
    }
}

impl RawUpdate {
    /// The chat that it came in, if it came in one.
    pub fn chat(&self) -> Option<i64> {
        let input = super::update::read(&self.raw).ok()?;
        Some(input.chat.id).filter(|chat| *chat != 0)
    }
}

/// The bot itself, as getMe describes it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Me {
    /// Its account.
    pub id: i64,
    /// Its name without the `@`; part of every invitation link.
    pub username: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Answer<T> {
    Yes { result: T },
    No(Refusal),
}

#[derive(Deserialize)]
struct Batch {
    result: Vec<Box<RawValue>>,
}

/// The part of a sent message that matters.
#[derive(Deserialize)]
pub(super) struct Sent {
    pub(super) message_id: i64,
}

/// The part of a sent poll that matters.
#[derive(Deserialize)]
pub(super) struct SentPoll {
    pub(super) message_id: i64,
    pub(super) poll: Numbered,
}

/// What has an id.
#[derive(Deserialize)]
pub(super) struct Numbered {
    pub(super) id: String,
}

/// The part of a sent picture that matters.
#[derive(Deserialize)]
pub(super) struct SentPhoto {
    pub(super) message_id: i64,
    /// Its sizes, smallest first.
    #[serde(default)]
    photo: Vec<PhotoSize>,
}

#[derive(Deserialize)]
struct PhotoSize {
    file_id: String,
}

impl SentPhoto {
    /// The name of its largest size, which is the picture itself.
    pub(super) fn largest(mut self) -> Option<String> {
        self.photo.pop().map(|size| size.file_id)
    }
}

/// Posts as JSON; the status and the body that come back.
pub(super) async fn exchange<B: Serialize>(
    request: reqwest::RequestBuilder,
    body: &B,
) -> Result<(u16, Vec<u8>), CallFault> {
    let body = serde_json::to_vec(body)
        .map_err(|error| CallFault::NotSent(format!("the request cannot be written: {error}")))?;
    answered(request.header(CONTENT_TYPE, "application/json").body(body)).await
}

/// Posts what is in the request already; the status and the body that come back.
pub(super) async fn answered(
    request: reqwest::RequestBuilder,
) -> Result<(u16, Vec<u8>), CallFault> {
    let response = request.send().await.map_err(CallFault::from_transport)?;
    let status = response.status().as_u16();
    let body = response.bytes().await.map_err(CallFault::from_transport)?;
    Ok((status, body.into()))
}

pub(super) fn read<T: DeserializeOwned>(status: u16, body: &[u8]) -> Result<T, CallFault> {
    match serde_json::from_slice::<Answer<T>>(body) {
        Ok(Answer::Yes { result }) => Ok(result),
        Ok(Answer::No(refusal)) => Err(refusal.into()),
        Err(_) => Err(CallFault::Garbled(status)),
    }
}

/// The updates of one poll.
pub(super) fn read_updates(status: u16, body: &[u8]) -> Result<Vec<RawUpdate>, CallFault> {
    let Ok(batch) = serde_json::from_slice::<Batch>(body) else {
        return read::<IgnoredAny>(status, body).and(Err(CallFault::Garbled(status)));
    };
    let each = batch.result.iter().map(|raw| RawUpdate::read(raw.get()));
    each.collect::<Result<_, _>>()
        .map_err(|_| CallFault::Garbled(status))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_told_from_refusals_and_from_strangers() {
        let sent = br#"{"ok":true,"result":{"message_id":7,"chat":{},"new":[]}}"#;
        assert_eq!(read::<Sent>(200, sent).unwrap().message_id, 7);
        assert!(read::<IgnoredAny>(200, br#"{"ok":true,"result":true}"#).is_ok());
        let sized = br#"{"ok":true,"result":{"message_id":8,"photo":[{"file_id":"a"},{"file_id":"b","width":9}]}}"#;
        let sized: SentPhoto = read(200, sized).unwrap();
        assert_eq!(
            (sized.message_id, sized.largest()),
            (8, Some("b".to_owned()))
        );
        let flood = br#"{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 5","parameters":{"retry_after":5}}"#;
        assert_eq!(
            read::<Sent>(429, flood).err(),
            Some(CallFault::Api {
                code: 429,
                description: "Too Many Requests: retry after 5".into(),
                retry_after: Some(5),
                migrate_to: None,
            })
        );
        for body in ["<html>502 Bad Gateway</html>", "", "{}", r#"{"ok":true}"#] {
            assert_eq!(
                read::<Sent>(502, body.as_bytes()).err(),
                Some(CallFault::Garbled(502)),
                "{body}"
            );
        }
    }

    #[test]
    fn updates_keep_their_bytes() {
        let raw = r#"{ "update_id" : 5,  "message":{"text":"半天"} }"#;
        assert_eq!(
            RawUpdate::read(raw).unwrap(),
            RawUpdate {
                id: 5,
                raw: raw.into()
            }
        );
        assert!(RawUpdate::read("{}").is_err());
    }
}
