//! The world in which the stories take place: a town's office, its people with their phones, the
//! sandbox's Telegram, a clock that is moved by hand, and a real database.

mod asking;
mod browser;
mod daemon;
mod desk;
mod fact;
mod outage;
mod person;
mod postgres;
mod record;
mod town;
mod wire;

pub(crate) use asking::asking;
pub(crate) use browser::{Browser, Program};
pub(crate) use daemon::{Daemon, PROGRAM, refusal};
pub(crate) use desk::{Desk, Line, Said, lines_of};
pub(crate) use outage::OwnServer;
pub(crate) use person::Person;
pub(crate) use postgres::database as postgres_database;
pub(crate) use town::{Base, EAST_BOT, EAST_TOKEN, MAIN_BOT, TOKEN, Town, bases, instant};
pub(crate) use wire::{free_port, get, lines, post};
