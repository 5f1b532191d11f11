//! The HTTP server: from a request to a method, with the faults, limits and the record in between.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{ConnectInfo, DefaultBodyLimit, Path, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{any, get};
use std::sync::Arc;
use tokio::sync::watch;

use super::answer::{Answer, Refusal, respond};
use super::api;
use super::faults::{Action, Faults};
use super::params::{Params, UPLOAD_LIMIT};
use super::record::{Call, Outcome};
use super::time::{pause, unix_ms};
use super::updates::get_updates;
use super::wire::Cut;
use super::world::World;

/// What the handlers and the handle share.
pub(crate) struct Server {
    world: Mutex<World>,
    pub(crate) faults: Mutex<Faults>,
    changes: watch::Sender<u64>,
    stop: watch::Sender<bool>,
}

impl Server {
    pub(crate) fn new(world: World) -> Self {
        Self {
            world: Mutex::new(world),
            faults: Mutex::new(Faults::default()),
            changes: watch::Sender::new(0),
            stop: watch::Sender::new(false),
        }
    }

    fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads the world.
    pub(crate) fn look<T>(&self, read: impl FnOnce(&World) -> T) -> T {
        read(&self.world())
    }

    /// Changes the world and wakes all who wait for a change.
    pub(crate) fn change<T>(&self, write: impl FnOnce(&mut World) -> T) -> T {
        let result = write(&mut self.world());
        self.changes.send_modify(|count| *count += 1);
        result
    }

    /// Changes the world without waking anyone: for those who wait themselves.
    pub(crate) fn change_quietly<T>(&self, write: impl FnOnce(&mut World) -> T) -> T {
        write(&mut self.world())
    }

    /// Counts changes; whoever has subscribed before looking misses none.
    pub(crate) fn watch(&self) -> watch::Receiver<u64> {
        self.changes.subscribe()
    }

    pub(crate) fn stop(&self) {
        self.stop.send_replace(true);
        self.changes.send_modify(|count| *count += 1);
    }

    pub(crate) fn stopping(&self) -> bool {
        *self.stop.borrow()
    }

    /// Comes back when the server is told to stop.
    pub(crate) async fn stopped(&self) {
        let mut stop = self.stop.subscribe();
        // An error means that the sender is gone, which is a stop as well.
        let _ = stop.wait_for(|stopping| *stopping).await;
    }
}

/// The routes of the Bot API.
pub(crate) fn routes() -> Router<Arc<Server>> {
    Router::new()
        .route("/{token}/{method}", any(method))
        .route("/file/{token}/{*path}", get(download))
        .layer(DefaultBodyLimit::max(UPLOAD_LIMIT + 1024 * 1024))
}

async fn method(
    State(server): State<Arc<Server>>,
    ConnectInfo(cut): ConnectInfo<Cut>,
    Path((token, method)): Path<(String, String)>,
    request: Request,
) -> Response {
    let Some(token) = token.strip_prefix("bot").map(str::to_owned) else {
        return respond(&Err(Refusal::not_found()));
    };
    let arrival = (Instant::now(), unix_ms());
    let params = Params::read(request).await;
    let method = api::canonical(&method).map_or(method, str::to_owned);
    let mut call = Call {
        at: arrival.0,
        unix_ms: arrival.1,
        token,
        method,
        params: params.as_ref().map(Params::record).unwrap_or_default(),
        outcome: Outcome::Ok,
        processed: false,
        message_id: None,
    };
    let action = server
        .faults
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .strike(&call.method, call.chat());
    if let Some(latency) = action.latency {
        pause(latency).await;
    }
    let fault = |mut call: Call, name| {
        call.outcome = Outcome::Fault(name);
        server.change(|world| world.record(call));
    };
    match action.action {
        Some(Action::Error {
            code,
            description,
            parameters,
        }) => {
            let refusal = Refusal::scripted(code, &description, parameters);
            return finish(&server, call, &Err(refusal));
        }
        Some(Action::RetryAfter { secs }) => {
            return finish(&server, call, &Err(Refusal::too_many(secs)));
        }
        Some(Action::Html502) => {
            fault(call, "html 502");
            let page = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>";
            return (StatusCode::BAD_GATEWAY, Html(page)).into_response();
        }
        Some(Action::DropBefore) => {
            fault(call, "drop before");
            cut.now();
            return StatusCode::NO_CONTENT.into_response();
        }
        Some(Action::DropAfter) => {
            let answer = perform(&server, &call, params).await;
            call.processed = answer.is_ok();
            call.message_id = message_id(&answer);
            fault(call, "drop after");
            cut.now();
            return StatusCode::NO_CONTENT.into_response();
        }
        Some(Action::Hang) => {
            fault(call, "hang");
            server.stopped().await;
            cut.now();
            return StatusCode::NO_CONTENT.into_response();
        }
        Some(Action::Delay(length)) => pause(length).await,
        None => {}
    }
    let answer = perform(&server, &call, params).await;
    finish(&server, call, &answer)
}

/// Records the call with its answer.
fn finish(server: &Server, mut call: Call, answer: &Answer) -> Response {
    call.processed = answer.is_ok();
    call.message_id = message_id(answer);
    if let Err(refusal) = answer {
        call.outcome = Outcome::Error {
            code: refusal.code,
            description: refusal.description.clone(),
        };
    }
    server.change(|world| world.record(call));
    respond(answer)
}

fn message_id(answer: &Answer) -> Option<i64> {
    answer.as_ref().ok()?.get("message_id")?.as_i64()
}

async fn perform(server: &Server, call: &Call, params: Result<Params, Refusal>) -> Answer {
    let bot = server.look(|world| {
        world
            .bots
            .iter()
            .find(|bot| bot.token == call.token)
            .map(|bot| bot.id)
    });
    let bot = bot.ok_or_else(Refusal::unauthorized)?;
    let params = params?;
    if call.method == "getUpdates" {
        return get_updates(server, bot, &params).await;
    }
    let handler = api::handler(&call.method).ok_or_else(Refusal::not_found)?;
    server.change(|world| {
        if api::metered(&call.method) {
            let counted = world.meter.count(bot, call.chat(), call.at);
            counted.map_err(Refusal::too_many)?;
        }
        handler(world, bot, &params)
    })
}

async fn download(
    State(server): State<Arc<Server>>,
    Path((token, path)): Path<(String, String)>,
) -> Response {
    let found = server.look(|world| {
        let token = token.strip_prefix("bot")?;
        let bot = world.bots.iter().find(|bot| bot.token == token)?;
        let stored = world.files.at_path(bot.id, &path)?;
        Some((stored.upload.mime.clone(), stored.upload.bytes.clone()))
    });
    match found {
        Some((mime, bytes)) => ([(header::CONTENT_TYPE, mime)], bytes).into_response(),
        None => respond(&Err(Refusal::not_found())),
    }
}

/// Starts serving on the listener; ends when the server is stopped.
pub(crate) async fn serve(server: Arc<Server>, listener: super::wire::Wire, router: Router) {
    let service = router.into_make_service_with_connect_info::<Cut>();
    let stopping = Arc::clone(&server);
    let serving = axum::serve(listener, service)
        .with_graceful_shutdown(async move { stopping.stopped().await });
    // Graceful shutdown waits for open connections; a client that keeps one must not hold the test.
    let grace = async {
        server.stopped().await;
        pause(Duration::from_secs(1)).await;
    };
    tokio::select! {
        _ = serving.into_future() => {}
        () = grace => {}
    }
}
