//! Puts the atoms of a reply into one statement: of which day, how much, what verb. All must fit.

use chrono::NaiveDate;

use super::amount::{self, Mark};
use super::atom::{Atom, Figure, Unit};
use super::day::{self, Day};

/// What a reply states.
#[derive(Debug, Default)]
pub(super) struct Statement {
    day: Option<Day>,
    marks: Vec<Mark>,
    /// A study verb or noun was there.
    studied: bool,
    /// What was studied was named.
    pub(super) with_object: bool,
    pub(super) stance: Stance,
    clause: Clause,
}

/// Whether it was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Stance {
    #[default]
    Done,
    /// Nothing was studied.
    Denied,
    /// It is yet to be done.
    Intended,
}

/// What the current clause has so far.
#[derive(Debug, Default)]
struct Clause {
    lead: Lead,
    matter: bool,
    words: bool,
}

/// What leads to words of no list; a later one outweighs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Lead {
    #[default]
    Nothing,
    Place,
    Attend,
    Study,
}

impl Clause {
    fn led_by(&mut self, lead: Lead) {
        self.lead = self.lead.max(lead);
    }

    /// Unknown words need a study verb, and a weak verb needs something that one studies.
    fn is_sound(&self) -> bool {
        match self.lead {
            Lead::Study => true,
            Lead::Attend => self.matter,
            Lead::Place | Lead::Nothing => !self.words,
        }
    }
}

impl Statement {
    /// The day and the marks, with 3日 decided: a date beside another amount, a length by itself if
    /// one studied for it.
    pub(super) fn dated(&self, today: NaiveDate) -> Option<(Option<Day>, Vec<Mark>)> {
        let is_open = |mark: &&Mark| matches!(mark, Mark::DaysOrDate(_));
        let mut open = self.marks.iter().filter(is_open);
        let Some(Mark::DaysOrDate(figure)) = open.next() else {
            return Some((self.day, self.marks.clone()));
        };
        let others: Vec<Mark> = self
            .marks
            .iter()
            .filter(|mark| !is_open(mark))
            .copied()
            .collect();
        if open.next().is_some() {
            return None;
        }
        if others.is_empty() && self.stance != Stance::Denied {
            let lasted = self.studied || figure.thousandths == 1000 || figure.thousandths == 0;
            let days = amount::days(*figure);
            return lasted.then(|| (self.day, vec![days]));
        }
        let date = day::of_month(figure.whole()?, today)?;
        let agrees = self.day.is_none_or(|day| day.date == date);
        let day = Day {
            date,
            relative: false,
        };
        agrees.then_some((Some(day), others))
    }
}

/// The statement that all atoms together make, if they make one.
pub(super) fn statement(atoms: &[Atom], today: NaiveDate) -> Option<Statement> {
    let mut statement = Statement::default();
    let mut rest = atoms;
    while !rest.is_empty() {
        let used = statement.take(rest, today)?;
        rest = rest.get(used.max(1)..)?;
    }
    let said = statement.clause.is_sound();
    said.then_some(statement)
}

impl Statement {
    /// Takes in what the atoms begin with, and says how many that were.
    fn take(&mut self, atoms: &[Atom], today: NaiveDate) -> Option<usize> {
        if let Some((day, used)) = day::at(atoms, today) {
            if self.day.is_some_and(|other| other.date != day.date) {
                return None;
            }
            self.day = Some(day);
            return Some(used);
        }
        if let Some((mark, used)) = amount::at(atoms) {
            self.marks.push(mark);
            return Some(used);
        }
        self.word(*atoms.first()?, atoms.get(1..)?)
    }

    fn word(&mut self, atom: Atom, behind: &[Atom]) -> Option<usize> {
        match atom {
            Atom::Part(part) => self.marks.push(Mark::Part(part)),
            // "没有,学了" and 没学完 say something else than that nothing was studied.
            Atom::Study | Atom::Finished | Atom::Done if self.stance == Stance::Denied => {
                return None;
            }
            Atom::Done => self.studied = true,
            Atom::Study | Atom::Finished => {
                self.studied = true;
                self.clause.led_by(Lead::Study);
            }
            Atom::Attend => self.clause.led_by(Lead::Attend),
            Atom::Topic | Atom::Matter | Atom::Word | Atom::Object => self.object(atom)?,
            Atom::Place => {
                // "on March 2" and "at home", but "in 2 hours" is to come.
                let leads = matches!(
                    behind,
                    [
                        Atom::Topic
                            | Atom::Matter
                            | Atom::Word
                            | Atom::Study
                            | Atom::Article
                            | Atom::Filler
                            | Atom::Date(..)
                            | Atom::MonthDay(..)
                            | Atom::MonthName(_)
                            | Atom::Weekday(_)
                            | Atom::Part(_),
                        ..
                    ] | [Atom::Number(_), Atom::MonthName(_) | Atom::DateMark, ..]
                );
                self.clause.led_by(Lead::Place);
                return leads.then_some(1);
            }
            Atom::Addressee if matches!(behind.first(), Some(Atom::Study | Atom::Attend)) => {
                return None;
            }
            Atom::Not { alone } => return self.deny(alone, behind),
            Atom::Nothing => self.stand(Stance::Denied)?,
            // Nothing is nothing in any unit.
            Atom::Number(Figure {
                thousandths: 0,
                digits: 0 | 1,
            }) if behind.is_empty() => {
                self.stand(Stance::Denied)?;
            }
            // 학습시간: 3시간. A unit before the amount is its label.
            Atom::Unit(Unit::ClassHour) if self.marks.is_empty() => {
                amount::at(behind)?;
            }
            Atom::Intent => self.stand(Stance::Intended)?,
            Atom::Break => {
                if !self.clause.is_sound() {
                    return None;
                }
                self.clause = Clause::default();
            }
            Atom::Filler | Atom::Addressee | Atom::And | Atom::Article => {}
            _ => return None,
        }
        Some(1)
    }

    /// Takes a stance; not two different ones, and none is said twice to deny.
    fn stand(&mut self, stance: Stance) -> Option<()> {
        let may = self.stance == Stance::Done
            || (self.stance, stance) == (Stance::Intended, Stance::Intended);
        may.then(|| self.stance = stance)
    }

    /// What was studied. An unknown word must have a verb before it: "小王学了" is another man's study.
    fn object(&mut self, atom: Atom) -> Option<()> {
        let led = self.clause.lead != Lead::Nothing;
        self.with_object = true;
        match atom {
            Atom::Topic => self.clause.matter = true,
            Atom::Matter if led => {
                self.clause.matter = true;
                self.clause.words = true;
            }
            Atom::Word if led => self.clause.words = true,
            Atom::Object => self.clause.words = true,
            _ => return None,
        }
        Some(())
    }

    /// Not: by itself at the end of a clause, or right before the study verb. Behind a verb it asks.
    fn deny(&mut self, alone: bool, behind: &[Atom]) -> Option<usize> {
        if self.studied {
            return None;
        }
        let used = match behind {
            [Atom::Study, Atom::Study, ..] => return None,
            [Atom::Study, ..] => 2,
            [] | [Atom::Break, ..] if alone => 1,
            _ => return None,
        };
        self.stand(Stance::Denied)?;
        Some(used)
    }
}
