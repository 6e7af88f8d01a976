//! The answer of a command that changes something, for programs: one JSON object of what was done.
//!
//! The keys are English and the same for every command; a key that does not apply is left out. Always there are
//! `line` (of the journal, or null), `kind` and `message`. Sentences are in the notebook's language.

use super::error::Result;
use super::{Cli, Printer};
use crate::app::{Performed, SideNote};
use crate::domain::action::{ActionDetail, FollowUpSubject, NamedCustomer, NamedGoods};
use crate::domain::customer::Customer;
use crate::domain::id::{CustomerId, DeliveryId};
use crate::domain::import::Capped;
use crate::domain::refusal::KnownCustomer;
use crate::domain::{Currency, Day, Quantity, StableName};
use crate::exchange::{Cell, JsonObject, JsonValue};
use std::collections::HashSet;

/// The tables whose rows have identities that commands take or exports name.
const NOUNS: [&str; 12] = [
    "customer",
    "product",
    "jar",
    "reading",
    "delivery",
    "entry",
    "follow_up",
    "contact",
    "complaint",
    "skip",
    "container",
    "container_move",
];

impl Cli<'_> {
    /// Prints what came of a command.
    pub(super) fn say_done(&mut self, done: &Performed) -> Result<()> {
        if !self.say.is_json() {
            return self.say.done(done);
        }
        let rows = match (done.action, &done.detail) {
            // An import has too many.
            (None, _) | (_, ActionDetail::Imported { .. }) => Vec::new(),
            (Some(line), _) => self.app.rows_of(line)?,
        };
        let ids = ids(done.detail.customer(), &rows);
        let answer = answer(done, Outcome::Done(ids), &self.say, self.currency());
        self.say.object(&answer)
    }

    /// Prints what would come of a command; nothing was changed.
    pub(super) fn say_tried(&mut self, tried: &Performed, nothing: &str) -> Result<()> {
        if !self.say.is_json() {
            self.say.done(tried)?;
            return self.say.line(nothing);
        }
        let answer = answer(tried, Outcome::Tried { nothing }, &self.say, self.currency());
        self.say.object(&answer)
    }
}

/// The outcome of a command.
enum Outcome<'a> {
    /// It was done; these are the identities of the rows that it wrote.
    Done(JsonObject<'a>),
    /// It was only tried; the sentence says that nothing was changed.
    Tried { nothing: &'a str },
}

/// Returns the identities of the customer and of the rows that were written, in lists by noun.
fn ids(customer: Option<CustomerId>, rows: &[(String, i64)]) -> JsonObject<'static> {
    let customer = customer.map(|id| ("customer", id.number()));
    let rows = rows.iter().map(|(table, key)| (table.as_str(), *key));
    let mut all: Vec<(&str, i64)> = customer.into_iter().chain(rows).collect();
    let mut seen = HashSet::new();
    all.retain(|row| seen.insert(*row));
    NOUNS.iter().fold(JsonObject::default(), |object, noun| {
        let of = all.iter().filter(|(table, _)| table == noun);
        let of: Vec<_> = of.map(|(_, key)| Cell::Int(*key)).collect();
        if of.is_empty() { object } else { object.with(noun, JsonValue::from_iter(of)) }
    })
}

/// Returns the object of something that was done without a line of the journal.
pub(super) fn unrecorded<'a>(kind: &'static str, facts: JsonObject<'a>) -> JsonObject<'a> {
    let object = JsonObject::default().with("line", Cell::Empty).with("kind", Cell::text(kind));
    object.with_all(facts)
}

fn answer<'a>(
    done: &'a Performed,
    outcome: Outcome<'a>,
    say: &Printer<'_>,
    currency: Currency,
) -> JsonObject<'a> {
    let words = say.words();
    let detail = &done.detail;
    let notes = done.notes.iter().map(|note| {
        noted(note, currency)
            .with("warning", Cell::Flag(note.is_warning()))
            .with("message", Cell::text(words.note(note)))
    });
    let line = done.action.filter(|_| matches!(outcome, Outcome::Done(_)));
    let message = words.done(done);
    let object = JsonObject::default()
        .with("line", Cell::or_empty(line, |line| Cell::Int(line.number())))
        .with("kind", Cell::text(detail.kind().key()))
        .with("direction", Cell::text(done.effect.key()));
    let (object, message) = match outcome {
        Outcome::Done(ids) => (object.with("ids", ids), message),
        Outcome::Tried { nothing } => (
            object.with("dry_run", Cell::Flag(true)).with("ids", JsonObject::default()),
            format!("{message}\n{nothing}"),
        ),
    };
    facts(object, detail, currency)
        .with("notes", notes.collect::<JsonValue<'_>>())
        .with("message", Cell::text(message))
}

/// Adds everything that an action names.
fn facts<'a>(
    object: JsonObject<'a>,
    detail: &'a ActionDetail,
    currency: Currency,
) -> JsonObject<'a> {
    let object = match detail.named_customer() {
        Some(NamedCustomer { code, name, .. }) => {
            object.with("customer", Cell::text(code)).with("name", Cell::text(name))
        }
        None => object,
    };
    let object = match detail.product() {
        Some(product) => object
            .with("product", Cell::text(&product.name))
            .with("unit", Cell::text(&product.unit)),
        None => object,
    };
    particular(object, detail)
        .with_some("quantity", detail.quantity(), Cell::Quantity)
        .with_some("amount", detail.amount(), |amount| Cell::Money(amount, currency))
        .with_some("day", detail.day(), Cell::Day)
        .with_some("count", detail.count(), |count| Cell::Int(count.into()))
}

/// Adds what only actions of this kind name.
fn particular<'a>(object: JsonObject<'a>, detail: &'a ActionDetail) -> JsonObject<'a> {
    use ActionDetail as Did;
    match detail {
        Did::ShopSet { settings } => {
            let pair = |key, value: String| {
                JsonObject::default().with("key", Cell::text(key)).with("value", Cell::text(value))
            };
            let settings = settings.iter().map(|one| pair(one.key(), one.value()));
            object.with("settings", settings.collect::<JsonValue<'_>>())
        }
        Did::CustomerAway { period, .. } => object.with("to", Cell::Day(period.to)),
        Did::CustomerLeft { reason, .. }
        | Did::DeliveryMissed { reason, .. }
        | Did::DeliveryCancelled { reason, .. } => object.with("reason", Cell::text(reason)),
        Did::DeliveryPlanned { goods, .. }
        | Did::DeliveryDone { goods, .. }
        | Did::DeliveryEdited { goods, .. } => object.with("goods", all_goods(goods)),
        Did::GoodsReturned { goods, reason, .. } => {
            object.with("goods", all_goods(goods)).with("reason", Cell::text(reason))
        }
        Did::EntryAdded { method, .. } => object.with("method", Cell::text(method)),
        Did::FollowUpAdded { subject, .. }
        | Did::FollowUpDone { subject, .. }
        | Did::FollowUpSnoozed { subject, .. }
        | Did::FollowUpDropped { subject, .. } => match subject {
            FollowUpSubject::Text(text) => object.with("text", Cell::text(text)),
            FollowUpSubject::Rule(rule) => object.with("rule", Cell::text(rule.key())),
        },
        Did::TicketsSold { free, .. } => object.with("free", Cell::Int((*free).into())),
        Did::SkipAdded { products, reason, .. } => object
            .with("products", products.iter().map(Cell::text).collect::<JsonValue<'_>>())
            .with("reason", Cell::text(reason)),
        Did::ContainerAdded { container } | Did::ContainerEdited { container } => {
            object.with("container", Cell::text(container))
        }
        Did::ContainersMoved { container, kind, .. } => {
            object.with("container", Cell::text(container)).with("move", Cell::text(kind.key()))
        }
        Did::DayClosed { reason, .. } => object.with("reason", Cell::text(reason)),
        Did::ComplaintAdded { about, complaint_kind, .. } => object
            .with("complaint_kind", Cell::text(complaint_kind))
            .with("text", Cell::text(about)),
        Did::ComplaintAnswered { about, .. } | Did::ComplaintReopened { about, .. } => {
            object.with("text", Cell::text(about))
        }
        Did::ComplaintSolved { about, remedy, .. } => {
            object.with("text", Cell::text(about)).with("remedy", Cell::text(remedy))
        }
        Did::ComplaintClosed { about, satisfaction, .. } => object
            .with("text", Cell::text(about))
            .with_some("satisfaction", *satisfaction, |mood| Cell::Int(mood.number().into())),
        Did::ContactAdded { text, .. } => object.with("text", Cell::text(text)),
        Did::ReminderSent { step, channel, .. } => {
            object.with("step", Cell::text(step)).with("channel", Cell::text(channel.key()))
        }
        Did::Imported { table, file, .. } => {
            object.with("table", Cell::text(table.key())).with("file", Cell::text(file))
        }
        Did::Batch(batch) => {
            let subjects = batch.subjects.iter().map(Cell::text);
            object
                .with("of", Cell::or_empty(batch.kind, |kind| Cell::text(kind.key())))
                .with("subjects", subjects.collect::<JsonValue<'_>>())
        }
        Did::Legacy(legacy) => {
            object.with("about", Cell::text(&legacy.subject)).with("text", Cell::text(&legacy.text))
        }
        Did::PriceSet { .. }
        | Did::PriceRemoved { .. }
        | Did::CustomerAdded { .. }
        | Did::CustomerEdited { .. }
        | Did::CustomerReturned { .. }
        | Did::HouseholdChanged { .. }
        | Did::ProductAdded { .. }
        | Did::ProductEdited { .. }
        | Did::ProductRetired { .. }
        | Did::ProductRestored { .. }
        | Did::StockOrdered { .. }
        | Did::StockReceived { .. }
        | Did::StockCounted { .. }
        | Did::JarSet { .. }
        | Did::JarRead { .. }
        | Did::PromiseAdded { .. }
        | Did::EntryMoved { .. }
        | Did::TicketsRefunded { .. }
        | Did::SkipRemoved { .. }
        | Did::ProposalsPlanned { .. }
        | Did::DeliveryMoved { .. } => object,
    }
}

/// Returns the object of a note, without its sentence.
fn noted(note: &SideNote, currency: Currency) -> JsonObject<'_> {
    let named = |name: &'static str| JsonObject::default().with("note", Cell::text(name));
    let money = |amount| Cell::Money(amount, currency);
    match note {
        SideNote::ComplainedAgain { times } => {
            named("complained-again").with("count", Cell::Int((*times).into()))
        }
        SideNote::Complained(id) => named("complained").with("id", Cell::Int(id.number())),
        SideNote::Customer(_, code) => named("customer").with("customer", Cell::text(code)),
        SideNote::Alike(customers) => {
            let one = |alike: &'_ Customer| {
                JsonObject::default()
                    .with("customer", Cell::text(alike.code.clone()))
                    .with("name", Cell::text(alike.name.clone()))
            };
            named("alike").with("customers", customers.iter().map(one).collect::<JsonValue<'_>>())
        }
        SideNote::Balance(balance) => named("balance").with("balance", money(*balance)),
        SideNote::Held(held) => named("held").with("amount", money(*held)),
        SideNote::Holds { container, count } | SideNote::HoldsStill { container, count } => {
            named("holds").with("container", Cell::text(container)).with("count", Cell::Int(*count))
        }
        SideNote::DueOn(day) => named("due").with("day", Cell::Day(*day)),
        SideNote::StillOpen { jars, planned } => named("still-open")
            .with("jars", Cell::Int((*jars).into()))
            .with("planned", Cell::Int((*planned).into())),
        SideNote::UnlistedMethods(methods) => named("unlisted-methods")
            .with("methods", methods.iter().map(Cell::text).collect::<JsonValue<'_>>()),
        SideNote::OverLimitThen { balance, limit } => {
            named("over-limit-then").with("balance", money(*balance)).with("limit", money(*limit))
        }
        SideNote::OverLimit { balance, limit } => {
            named("over-limit").with("balance", money(*balance)).with("limit", money(*limit))
        }
        SideNote::EmptyOn { product, likely, safe } => named("runs-out")
            .with("product", Cell::text(product))
            .with("runs_out", Cell::Day(*likely))
            .with("safe", Cell::Day(*safe)),
        SideNote::Planned(id, day) => {
            named("planned").with("delivery", Cell::Int(id.number())).with("day", Cell::Day(*day))
        }
        SideNote::PlanReplaced { product, quantity, unit } => {
            named("plan-replaced").with_all(of_goods(product, *quantity, unit))
        }
        SideNote::NotBrought { product, quantity, unit } => {
            named("not-brought").with_all(of_goods(product, *quantity, unit))
        }
        SideNote::OneOff { product } => named("one-off").with("product", Cell::text(product)),
        SideNote::BoughtAgain(goods) => named("bought-again")
            .with("product", Cell::text(&goods.product_name))
            .with("times", Cell::Int(goods.times.into()))
            .with("every_days", Cell::Int(goods.every_days())),
        SideNote::StockLeft { product, quantity, unit } => {
            named("stock-left").with_all(of_goods(product, *quantity, unit))
        }
        SideNote::UsualAppetite { each, unit } => named("usual-appetite")
            .with("appetite", Cell::Rate(*each))
            .with("unit", Cell::text(unit)),
        SideNote::PlannedAlready(count) => {
            named("planned-already").with("count", Cell::Int((*count).into()))
        }
        SideNote::NobodyThere { name, away } => named("nobody-there")
            .with("name", Cell::text(name))
            .with("from", Cell::Day(away.from))
            .with("to", Cell::Day(away.to)),
        SideNote::DayOff { day, holiday } => {
            named("day-off").with("day", Cell::Day(*day)).with("holiday", Cell::text(holiday))
        }
        SideNote::NotTheirDay { name, day, .. } => {
            named("not-their-day").with("name", Cell::text(name)).with("day", Cell::Day(*day))
        }
        SideNote::PlannedTooLate { product, likely } => named("planned-too-late")
            .with("product", Cell::text(product))
            .with("runs_out", Cell::Day(*likely)),
        SideNote::PlannedWhileAway(planned) => {
            named("planned-while-away").with("deliveries", on_days(planned))
        }
        SideNote::PlannedWhileSkipped(planned) => {
            named("planned-while-skipped").with("deliveries", on_days(planned))
        }
        SideNote::SkippedThen { product, until } => named("skipped-then")
            .with("product", Cell::text(product))
            .with("until", Cell::Day(*until)),
        SideNote::RetiredLeftOut { product } => {
            named("retired-left-out").with("product", Cell::text(product))
        }
        SideNote::LookFirst(names) => {
            named("look-first").with("customers", Cell::text(names.join(";")))
        }
        SideNote::PlannedOnDaysOff(planned) => named("planned-on-days-off")
            .with("count", whole(planned.count() as u64))
            .with("deliveries", on_days(&planned.first)),
        SideNote::Repeated(count) => named("repeated").with("count", Cell::Int((*count).into())),
        SideNote::Contradicting(lines) => on_lines(named("contradicting"), lines),
        SideNote::EntriesAlike(lines) => on_lines(named("entries-alike"), lines),
        SideNote::SameName(rows) => {
            let one = |row: &KnownCustomer| {
                JsonObject::default()
                    .with("line", whole(row.line))
                    .with("customer", Cell::text(row.code.clone()))
                    .with("name", Cell::text(row.name.clone()))
            };
            named("same-name")
                .with("count", whole(rows.count() as u64))
                .with("rows", rows.first.iter().map(one).collect::<JsonValue<'_>>())
        }
        SideNote::TicketsUsed { product, tickets } => named("tickets-used")
            .with("product", Cell::text(product))
            .with("tickets", Cell::Int((*tickets).into())),
        SideNote::TicketsLeft { product, tickets, expires } => named("tickets-left")
            .with("product", Cell::text(product))
            .with("tickets", Cell::Int((*tickets).into()))
            .with("expires", Cell::or_empty(*expires, Cell::Day)),
        SideNote::TicketsRefunded { tickets, paid, amount } => named("tickets-refunded")
            .with("tickets", Cell::Int((*tickets).into()))
            .with("paid", Cell::Int((*paid).into()))
            .with("amount", Cell::Money(*amount, currency)),
        SideNote::TicketsUnpaid(amount) => {
            named("tickets-unpaid").with("amount", Cell::Money(*amount, currency))
        }
        SideNote::Skipped(id, until) => {
            named("skipped").with("skip", Cell::Int(id.number())).with("until", Cell::Day(*until))
        }
        SideNote::PromiseKept(id, day) => named("promise-kept")
            .with("follow_up", Cell::Int(id.number()))
            .with("day", Cell::Day(*day)),
        SideNote::FollowUp(id, day) => named("follow-up")
            .with("follow_up", Cell::Int(id.number()))
            .with("day", Cell::Day(*day)),
    }
}

fn all_goods(goods: &[NamedGoods]) -> JsonValue<'_> {
    goods.iter().map(|one| of_goods(&one.product.name, one.quantity, &one.product.unit)).collect()
}

fn of_goods<'a>(product: &'a str, quantity: Quantity, unit: &'a str) -> JsonObject<'a> {
    JsonObject::default()
        .with("product", Cell::text(product))
        .with("quantity", Cell::Quantity(quantity))
        .with("unit", Cell::text(unit))
}

fn on_days(planned: &[(DeliveryId, Day)]) -> JsonValue<'_> {
    let one = |(id, day): &(DeliveryId, Day)| {
        JsonObject::default().with("delivery", Cell::Int(id.number())).with("day", Cell::Day(*day))
    };
    planned.iter().map(one).collect()
}

/// Adds the number of lines of a file, and the first hundred of them.
fn on_lines<'a>(object: JsonObject<'a>, lines: &Capped<u64>) -> JsonObject<'a> {
    object
        .with("count", whole(lines.count() as u64))
        .with("lines", lines.first.iter().map(|line| whole(*line)).collect::<JsonValue<'_>>())
}

fn whole(number: u64) -> Cell<'static> {
    Cell::Int(i64::try_from(number).unwrap_or(i64::MAX))
}
