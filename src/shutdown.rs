//! Telling loops to end, in order: first those that take in, then those that still have work in hand.

use tokio::sync::watch;

/// Ends the loops that hold its [`Stop`]s.
#[derive(Debug)]
pub struct Stopper(watch::Sender<bool>);

/// What a loop looks at.
#[derive(Debug, Clone)]
pub struct Stop(watch::Receiver<bool>);

/// A pair.
pub fn stopper() -> (Stopper, Stop) {
    let (sender, receiver) = watch::channel(false);
    (Stopper(sender), Stop(receiver))
}

impl Stopper {
    /// Asks the loops to end.
    pub fn stop(&self) {
        self.0.send_replace(true);
    }
}

impl Stop {
    /// Whether the end was asked for.
    pub fn is_requested(&self) -> bool {
        *self.0.borrow()
    }

    /// Returns once the end is asked for, or whoever could ask is gone.
    pub async fn requested(&mut self) {
        let _ = self.0.wait_for(|stop| *stop).await;
    }
}
