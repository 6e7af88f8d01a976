//! `delivery round`: a day's stops in walking order, with what to load and what is due.

use super::Cli;
use super::error::Result;
use crate::domain::urgency::Urgency;
use crate::domain::views::Goods;
use crate::domain::{Currency, Day, StableName};
use crate::exchange::{Cell, Column};
use crate::reports::Round;
use crate::reports::round::{Load, Stop};

/// The columns of stops.
pub(super) const STOPS: [Column; 13] = [
    Column::right("delivery"),
    Column::left("state"),
    Column::right("late_days"),
    Column::left("area"),
    Column::left("address"),
    Column::left("customer"),
    Column::left("name"),
    Column::left("goods"),
    Column::left("runs_out"),
    Column::right("due"),
    Column::right("balance"),
    Column::left("door_note"),
    Column::left("proposed"),
];

impl Cli<'_> {
    /// The round of a day: its stops in walking order, planned and proposed, and for people what to load.
    pub(super) fn round(&mut self, round: &Round) -> Result<()> {
        let (words, currency) = (self.words(), self.currency());
        if self.say.is_for_people() {
            let load = self.load(&round.load);
            let args = [
                ("day", words.day(round.day).into()),
                ("stops", round.stops.len().into()),
                ("load", load.into()),
                ("due", words.money(round.due).into()),
            ];
            self.say.line(&words.format("round-head", &args))?;
        }
        let rows: Vec<_> = round
            .stops
            .iter()
            .map(|stop| cells(stop, (round.day, currency), self.door_note(stop)))
            .collect();
        self.say.list(&STOPS, rows)
    }

    /// Returns the note of a stop at the door; for people it begins with the time away in which the stop is planned.
    pub(super) fn door_note(&self, stop: &Stop) -> String {
        let away = stop.away.filter(|_| self.say.is_for_people());
        let away = away.map(|away| self.words().stop_away(away));
        let note = Some(stop.door_note.clone()).filter(|note| !note.is_empty());
        away.into_iter().chain(note).collect::<Vec<_>>().join("; ")
    }

    /// Returns the goods to load, in words: `oil 6 L, rice 85 kg (30 kg proposed)`.
    pub(super) fn load(&self, load: &[Load]) -> String {
        let words = self.words();
        if load.is_empty() {
            return words.text("load-none");
        }
        let load: Vec<String> = load.iter().map(|load| words.load(load)).collect();
        load.join(&words.text("between-goods"))
    }
}

/// The cells of [`STOPS`].
pub(super) fn cells(stop: &Stop, (day, currency): (Day, Currency), note: String) -> Vec<Cell<'_>> {
    vec![
        Cell::or_empty(stop.delivery, |id| Cell::Int(id.number())),
        match stop.missed_its_day(day) {
            true => Cell::name("missed", stop.urgency.key()),
            false => state(stop.urgency),
        },
        Cell::Int(stop.late_days(day)),
        Cell::text(&stop.who.area),
        Cell::text(&stop.who.address),
        Cell::text(&stop.who.code),
        Cell::text(&stop.who.name),
        Cell::text(goods(stop)),
        Cell::or_empty(stop.runs_out, Cell::Day),
        Cell::Money(stop.due, currency),
        Cell::Money(stop.balance, currency),
        Cell::text(note),
        Cell::text(listed(stop.to_plan())),
    ]
}

/// The cell of a state: for people in words, for programs its stable name.
pub(super) fn state(urgency: Urgency) -> Cell<'static> {
    Cell::name("urgency", urgency.key())
}

/// All goods in one cell, planned and proposed, and the jars to look into first:
/// `rice 15 kg;oil 2 L;look: salt`.
pub(super) fn goods(stop: &Stop) -> String {
    let look = stop.look_into.iter().map(|goods| format!("look: {}", goods.name));
    let goods = stop.goods.iter().chain(&stop.proposed).map(one);
    goods.chain(look).collect::<Vec<_>>().join(";")
}

/// Goods in one cell: `rice 15 kg;oil 2 L`.
pub(super) fn listed(goods: &[Goods]) -> String {
    goods.iter().map(one).collect::<Vec<_>>().join(";")
}

fn one(goods: &Goods) -> String {
    format!("{} {} {}", goods.name, goods.quantity, goods.unit)
}
