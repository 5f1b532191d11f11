//! Photos, documents, voices, audio and video: uploads, reuse by `file_id`, download.

use serde_json::{Map, Value, json};

use super::send::{CAPTION_LIMIT, deliver, put_text, read_text};
use crate::sandbox::answer::{Answer, Refusal};
use crate::sandbox::entity::units;
use crate::sandbox::files::{FileKind, picture_size};
use crate::sandbox::params::Params;
use crate::sandbox::world::World;

/// Largest photo in bytes.
const PHOTO_LIMIT: usize = 10 * 1024 * 1024;
/// How long every sound and video here lasts.
const SECONDS: u32 = 3;
/// Largest file that a bot can download.
const DOWNLOAD_LIMIT: usize = 20 * 1024 * 1024;

/// The `file_id` that the parameter of that kind means: an upload, `attach://name`, or an id of before.
fn file_id(
    world: &mut World,
    bot: i64,
    params: &Params,
    kind: FileKind,
) -> Result<String, Refusal> {
    let key = kind.field();
    let value = params.text(key);
    let upload = match value.strip_prefix("attach://") {
        Some(name) => params.file(name),
        None => params.file(key),
    };
    if let Some(upload) = upload {
        if upload.bytes.is_empty() {
            return Err(Refusal::bad("file must be non-empty"));
        }
        if kind == FileKind::Photo {
            check_photo(&upload.bytes)?;
        }
        return Ok(world.files.keep(bot, kind, upload.clone()));
    }
    if value.is_empty() || value.starts_with("attach://") {
        return Err(Refusal::bad(format!("there is no {key} in the request")));
    }
    if value.starts_with("http://") || value.starts_with("https://") {
        return Err(Refusal::bad("failed to get HTTP URL content"));
    }
    match world.files.get(bot, &value) {
        Some(stored) if stored.kind == kind => Ok(value),
        Some(stored) => Err(Refusal::bad(format!(
            "can't use file of type {} as {}",
            stored.kind.name(),
            kind.name()
        ))),
        None => Err(Refusal::bad("wrong file identifier/HTTP URL specified")),
    }
}

fn check_photo(bytes: &[u8]) -> Result<(), Refusal> {
    if bytes.len() > PHOTO_LIMIT {
        return Err(Refusal::bad(format!(
            "file of size {} bytes is too big for a photo; the maximum size is {PHOTO_LIMIT} bytes",
            bytes.len()
        )));
    }
    let (width, height) =
        picture_size(bytes).ok_or_else(|| Refusal::bad("IMAGE_PROCESS_FAILED"))?;
    let (short, long) = (width.min(height), width.max(height));
    if short == 0 || u64::from(short) + u64::from(long) > 10_000 || long / short > 20 {
        return Err(Refusal::bad("PHOTO_INVALID_DIMENSIONS"));
    }
    Ok(())
}

/// The field of a message that shows a stored file, in the API's shape.
pub(crate) fn shown(world: &World, bot: i64, id: &str) -> Option<(&'static str, Value)> {
    let stored = world.files.get(bot, id)?;
    let mut object = Map::new();
    object.insert("file_id".into(), json!(id));
    object.insert("file_unique_id".into(), json!(unique(id)));
    object.insert("file_size".into(), json!(stored.upload.bytes.len()));
    if stored.kind == FileKind::Photo {
        let (width, height) = picture_size(&stored.upload.bytes).unwrap_or((0, 0));
        object.insert("width".into(), json!(width));
        object.insert("height".into(), json!(height));
        return Some(("photo", json!([object])));
    }
    object.insert("mime_type".into(), json!(stored.upload.mime));
    if stored.kind == FileKind::Document {
        object.insert("file_name".into(), json!(stored.upload.name));
    } else {
        object.insert("duration".into(), json!(SECONDS));
    }
    if stored.kind == FileKind::Video {
        object.insert("width".into(), json!(1280));
        object.insert("height".into(), json!(960));
    }
    Some((stored.kind.field(), Value::Object(object)))
}

fn unique(id: &str) -> String {
    format!("AQAD{}", id.get(4..).unwrap_or(id))
}

fn send(world: &mut World, bot: i64, params: &Params, kind: FileKind) -> Answer {
    let (caption, entities) = read_text(params, "caption", "caption_entities")?;
    if units(&caption) > CAPTION_LIMIT {
        return Err(Refusal::bad("message caption is too long"));
    }
    world.writable(bot, &params.text("chat_id"))?;
    let id = file_id(world, bot, params, kind)?;
    let mut body = Map::new();
    if let Some((field, value)) = shown(world, bot, &id) {
        body.insert(field.into(), value);
    }
    if !caption.is_empty() {
        put_text(&mut body, "caption", caption, &entities);
    }
    deliver(world, bot, params, body)
}

/// `sendPhoto`.
pub(crate) fn photo(world: &mut World, bot: i64, params: &Params) -> Answer {
    send(world, bot, params, FileKind::Photo)
}

/// `sendDocument`.
pub(crate) fn document(world: &mut World, bot: i64, params: &Params) -> Answer {
    send(world, bot, params, FileKind::Document)
}

/// `sendVoice`.
pub(crate) fn voice(world: &mut World, bot: i64, params: &Params) -> Answer {
    send(world, bot, params, FileKind::Voice)
}

/// `sendAudio`.
pub(crate) fn audio(world: &mut World, bot: i64, params: &Params) -> Answer {
    send(world, bot, params, FileKind::Audio)
}

/// `sendVideo`.
pub(crate) fn video(world: &mut World, bot: i64, params: &Params) -> Answer {
    send(world, bot, params, FileKind::Video)
}

/// `getFile`.
pub(crate) fn get(world: &mut World, bot: i64, params: &Params) -> Answer {
    let id = params.text("file_id");
    if id.is_empty() {
        return Err(Refusal::bad("file_id not specified"));
    }
    let stored = world.files.get(bot, &id);
    let stored = stored.ok_or_else(|| Refusal::bad("invalid file_id"))?;
    if stored.upload.bytes.len() > DOWNLOAD_LIMIT {
        return Err(Refusal::bad("file is too big"));
    }
    Ok(json!({
        "file_id": id,
        "file_unique_id": unique(&id),
        "file_size": stored.upload.bytes.len(),
        "file_path": stored.path,
    }))
}
