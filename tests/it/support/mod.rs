//! The world in which the stories take place: a town's office, its people with their phones, the
//! sandbox's Telegram, a clock that is moved by hand, and a real database.

mod browser;
mod desk;
mod person;
mod postgres;
mod record;
mod town;

pub(crate) use browser::{Browser, Program};
pub(crate) use desk::{Desk, Line, lines_of};
pub(crate) use person::Person;
pub(crate) use postgres::database as postgres_database;
pub(crate) use town::{Base, Town, bases};
