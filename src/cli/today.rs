//! `today`: for people a sheet with its sums, for programs one list.

use super::Cli;
use super::args::filter::{Part, Today as Asked};
use super::error::Result;
use super::follow_up;
use super::round::{STOPS, cells, goods, listed};
use crate::domain::id::CustomerId;
use crate::domain::views::{CustomerLabel, Goods, PromiseStatus};
use crate::domain::{Currency, Day, Money, Quantity, StableName};
use crate::exchange::{Cell, Column};
use crate::reports::Today;
use crate::reports::round::{Load, load};
use std::collections::BTreeSet;

/// Name of the rows that say what to load.
const LOAD: &str = "load";

/// The columns of `today` for programs: a row for each thing to do, in the order of the morning, and one for
/// each product to load.
const TODAY: [Column; 17] = [
    Column::left("what"),
    Column::right("id"),
    Column::left("ref"),
    Column::left("since"),
    Column::right("late_days"),
    Column::left("customer"),
    Column::left("name"),
    Column::left("area"),
    Column::left("phone"),
    Column::left("goods"),
    Column::right("level"),
    Column::left("unit"),
    Column::left("runs_out"),
    Column::right("due"),
    Column::left("text"),
    Column::left("state"),
    Column::left("proposed"),
];

/// The columns of collections.
const COLLECT: [Column; 7] = [
    Column::left("customer"),
    Column::left("name"),
    Column::left("phone"),
    Column::right("due"),
    Column::left("since"),
    Column::right("late_days"),
    Column::left("promise"),
];

/// The columns of follow-ups that are due.
const LOOK_AFTER: [Column; 5] = [
    Column::left("ref"),
    Column::left("due_on"),
    Column::left("customer"),
    Column::left("name"),
    Column::left("text"),
];

/// The columns of what runs short.
const SHORT: [Column; 5] = [
    Column::left("product"),
    Column::right("stock"),
    Column::right("needed"),
    Column::right("reorder"),
    Column::left("unit"),
];

impl Cli<'_> {
    pub(super) fn today(&mut self, asked: &Asked) -> Result<()> {
        let mut today = self.app.morning()?;
        let is_whole = asked.whose.is_empty() && asked.only.is_empty();
        if !is_whole {
            let whose = self.whose(&asked.whose)?;
            let is_asked = |part| asked.only.is_empty() || asked.only.contains(&part);
            today.deliver.retain(|stop| is_asked(Part::Deliver) && whose.has(stop.who.id));
            today.collect.retain(|one| is_asked(Part::Collect) && whose.has(one.owing.who.id));
            today.look_after.retain(|row| is_asked(Part::Care) && whose.has(row.who.id));
            today.short.retain(|_| is_asked(Part::Short) && asked.whose.is_empty());
            today.load = load(today.deliver.iter().filter(|stop| !stop.is_for_later(today.day)));
            today.due = today.collect.iter().map(|one| one.due).sum();
        }
        if self.say.is_for_people() {
            self.morning_sheet(&today)?;
            if is_whole { self.beyond_the_list(&today) } else { Ok(()) }
        } else {
            self.morning_list(&today)
        }
    }

    fn morning_sheet(&mut self, today: &Today) -> Result<()> {
        let (words, currency, day) = (self.words(), self.currency(), today.day);
        let head = [("shop", (&self.shop.name).into()), ("day", words.day(day).into())];
        self.say.line(&words.format("today-head", &head))?;
        if let Some(holiday) = self.shop.day_off(day) {
            self.say.line(&words.day_off(holiday))?;
        }
        let nothing = today.deliver.is_empty()
            && today.collect.is_empty()
            && today.look_after.is_empty()
            && today.short.is_empty();
        if nothing {
            return self.say.line(&words.text("today-nothing"));
        }
        if !today.deliver.is_empty() {
            let load = self.load(&today.load);
            let args = [("stops", today.deliver.len().into()), ("load", load.into())];
            self.heading(&words.format("today-deliver", &args))?;
            let rows: Vec<_> = today
                .deliver
                .iter()
                .map(|stop| cells(stop, (day, currency), self.door_note(stop)))
                .collect();
            self.say.list(&STOPS, rows)?;
        }
        if !today.collect.is_empty() {
            let args =
                [("tabs", today.collect.len().into()), ("due", words.money(today.due).into())];
            self.heading(&words.format("today-collect", &args))?;
            let rows = today.collect.iter().map(|one| {
                vec![
                    Cell::text(&one.owing.who.code),
                    Cell::text(&one.owing.who.name),
                    Cell::text(&one.owing.phone),
                    Cell::Money(one.due, currency),
                    Cell::Day(one.since),
                    Cell::Int(one.late_days(day)),
                    Cell::or_empty(one.owing.promise_on(day), |promise| {
                        Cell::text(words.promise(promise))
                    }),
                ]
            });
            self.say.list(&COLLECT, rows)?;
        }
        if !today.look_after.is_empty() {
            let args = [("count", today.look_after.len().into())];
            self.heading(&words.format("today-look-after", &args))?;
            let rows = today.look_after.iter().map(|row| {
                vec![
                    Cell::text(follow_up::name(row)),
                    Cell::Day(row.follow_up.due_on),
                    Cell::text(&row.who.code),
                    Cell::text(&row.who.name),
                    Cell::text(words.follow_up(&row.follow_up)),
                ]
            });
            self.say.list(&LOOK_AFTER, rows)?;
        }
        if !today.short.is_empty() {
            self.heading(&words.text("today-short"))?;
            let rows = today.short.iter().map(|short| {
                vec![
                    Cell::text(&short.stock.name),
                    Cell::Quantity(short.stock.quantity),
                    Cell::Quantity(short.needed),
                    Cell::or_empty(short.reorder, Cell::Quantity),
                    Cell::text(&short.stock.unit),
                ]
            });
            self.say.list(&SHORT, rows)?;
        }
        Ok(())
    }

    /// Says how many stops the plan proposes for today beyond the list, and how many jars nobody knows.
    fn beyond_the_list(&mut self, today: &Today) -> Result<()> {
        let listed: BTreeSet<CustomerId> = today.deliver.iter().map(|stop| stop.who.id).collect();
        let proposed = self.app.proposals(today.day)?.into_iter();
        let more = proposed.filter(|one| one.on == today.day && !listed.contains(&one.who.id));
        let (more, unknown) = (more.count(), self.app.count_unknown_jars()?);
        let (words, mut lines) = (self.words(), Vec::new());
        if more > 0 {
            lines.push(words.format("today-could-join", &[("count", more.into())]));
        }
        if unknown > 0 {
            lines.push(words.format("today-unknown-jars", &[("count", unknown.into())]));
        }
        lines.iter().try_for_each(|line| self.say.line(line))
    }

    fn morning_list(&mut self, today: &Today) -> Result<()> {
        let (words, currency, day) = (self.words(), self.currency(), today.day);
        let deliver = today.deliver.iter().map(|stop| TodayRow {
            id: stop.delivery.map(|id| Cell::Int(id.number())),
            since: Some(stop.day),
            late_days: stop.late_days(day),
            goods: goods(stop),
            proposed: listed(stop.to_plan()),
            level: stop.level,
            runs_out: stop.runs_out,
            due: stop.due,
            text: stop.door_note.clone(),
            state: stop.urgency.key(),
            ..TodayRow::about(Part::Deliver, &stop.who)
        });
        let load = today.load.iter().map(|Load { goods, proposed }| TodayRow {
            what: LOAD,
            goods: listed(std::slice::from_ref(goods)),
            proposed: match proposed.is_zero() {
                true => String::new(),
                false => listed(&[Goods { quantity: *proposed, ..goods.clone() }]),
            },
            unit: &goods.unit,
            ..TodayRow::default()
        });
        let collect = today.collect.iter().map(|one| TodayRow {
            since: Some(one.since),
            late_days: one.late_days(day),
            phone: &one.owing.phone,
            due: one.due,
            state: match one.owing.promise_on(day) {
                Some(PromiseStatus::Standing(_)) => "promised",
                Some(PromiseStatus::Broken(_)) => "broken",
                None => "",
            },
            ..TodayRow::about(Part::Collect, &one.owing.who)
        });
        let look_after = today.look_after.iter().map(|row| TodayRow {
            id: Some(follow_up::number(row)),
            reference: follow_up::name(row),
            since: Some(row.follow_up.due_on),
            late_days: (day - row.follow_up.due_on).num_days().max(0),
            phone: &row.phone,
            text: words.follow_up(&row.follow_up),
            ..TodayRow::about(Part::Care, &row.who)
        });
        let short = today.short.iter().map(|short| TodayRow {
            what: Part::Short.key(),
            goods: short.stock.name.clone(),
            level: Some(short.stock.quantity),
            unit: &short.stock.unit,
            ..TodayRow::default()
        });
        let rows = deliver.chain(load).chain(collect).chain(look_after).chain(short);
        self.say.list(&TODAY, rows.map(|row| row.cells(currency)))
    }

    fn heading(&mut self, heading: &str) -> Result<()> {
        self.say.line("")?;
        self.say.line(heading)
    }
}

/// One thing to do, for programs.
#[derive(Default)]
struct TodayRow<'a> {
    what: &'static str,
    id: Option<Cell<'a>>,
    reference: String,
    since: Option<Day>,
    late_days: i64,
    who: Option<&'a CustomerLabel>,
    phone: &'a str,
    goods: String,
    proposed: String,
    level: Option<Quantity>,
    unit: &'a str,
    runs_out: Option<Day>,
    due: Money,
    text: String,
    state: &'static str,
}

impl<'a> TodayRow<'a> {
    fn about(part: Part, who: &'a CustomerLabel) -> Self {
        Self { what: part.key(), who: Some(who), ..Self::default() }
    }

    fn cells(self, currency: Currency) -> Vec<Cell<'a>> {
        let of = |text: fn(&CustomerLabel) -> &str| Cell::or_empty(self.who.map(text), Cell::text);
        vec![
            Cell::text(self.what),
            self.id.unwrap_or(Cell::Empty),
            Cell::text(self.reference),
            Cell::or_empty(self.since, Cell::Day),
            Cell::Int(self.late_days),
            of(|who| &who.code),
            of(|who| &who.name),
            of(|who| &who.area),
            Cell::text(self.phone),
            Cell::text(self.goods),
            Cell::or_empty(self.level, Cell::Quantity),
            Cell::text(self.unit),
            Cell::or_empty(self.runs_out, Cell::Day),
            Cell::Money(self.due, currency),
            Cell::text(self.text),
            Cell::text(self.state),
            Cell::text(self.proposed),
        ]
    }
}
