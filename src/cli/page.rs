//! `customer show`: Wang's page, everything about one customer on one sheet.

mod facts;
mod known;

pub(super) use known::holdings;

use super::error::Result;
use super::{Cli, Printer, follow_up};
use crate::domain::Currency;
use crate::domain::action::NamedGoods;
use crate::domain::id::CustomerId;
use crate::domain::text::sanitize_for_terminal;
use crate::domain::views::{DeliveryGoods, DeliveryRow};
use crate::exchange::{Cell, Column, JsonObject, JsonValue};
use crate::i18n::Labelled;
use crate::reports::CustomerPage;
use unicode_width::UnicodeWidthStr;

/// Maximum number of past records of each kind that are printed.
const NEWEST: usize = 12;

const JARS: [Column; 6] = [
    Column::left("product"),
    Column::right("level"),
    Column::left("unit"),
    Column::left("runs_out"),
    Column::left("safe"),
    Column::left("latest"),
];

const DELIVERIES: [Column; 5] = [
    Column::right("id"),
    Column::left("day"),
    Column::left("stage"),
    Column::left("goods"),
    Column::right("amount"),
];

const ENTRIES: [Column; 6] = [
    Column::left("day"),
    Column::left("kind"),
    Column::left("goods"),
    Column::right("amount"),
    Column::left("method"),
    Column::left("note"),
];

const CONTACTS: [Column; 4] =
    [Column::left("day"), Column::left("channel"), Column::right("mood"), Column::left("text")];

const COMPLAINTS: [Column; 8] = [
    Column::right("id"),
    Column::left("day"),
    Column::left("kind"),
    Column::left("product"),
    Column::left("text"),
    Column::left("stage"),
    Column::left("solve_by"),
    Column::left("remedy"),
];

const FOLLOW_UPS: [Column; 3] = [Column::left("ref"), Column::left("due_on"), Column::left("text")];

impl Cli<'_> {
    /// Prints the page for people; for programs everything that is known of the customer: in JSON one object
    /// with the lists of the page in it, in CSV the one row of it.
    pub(super) fn customer_page(&mut self, id: CustomerId) -> Result<()> {
        let page = self.app.customer_page(id)?;
        let currency = self.currency();
        if self.say.is_for_people() {
            return self.sheet(&page);
        }
        if self.say.is_json() {
            let lists = sections(&page, &self.say, currency);
            let object = lists.into_iter().fold(known::object(&page, currency), |object, list| {
                let rows = list.rows.into_iter().map(|row| JsonObject::of_row(list.columns, row));
                object.with(list.name, rows.collect::<JsonValue<'_>>())
            });
            return self.say.object(&object);
        }
        self.say.list(&known::columns(), [known::cells(&page, currency)])
    }

    fn sheet(&mut self, page: &CustomerPage) -> Result<()> {
        let words = self.words();
        self.say.line(&sanitize_for_terminal(&words.who(&page.customer)))?;
        let facts = facts::facts(page, words);
        let widest = facts.iter().map(|(label, _)| label.width()).max().unwrap_or_default();
        for (label, fact) in &facts {
            let gap = " ".repeat(widest - label.width() + 2);
            self.say.line(&format!("{label}{gap}{}", sanitize_for_terminal(fact)))?;
        }
        for list in sections(page, &self.say, self.currency()) {
            if !list.rows.is_empty() {
                self.say.line("")?;
                self.say.line(&words.text(list.heading))?;
                self.say.list(list.columns, list.rows)?;
            }
        }
        Ok(())
    }
}

/// A list of the page.
struct Section<'p> {
    /// Its key in JSON.
    name: &'static str,
    /// The key of its heading.
    heading: &'static str,
    columns: &'static [Column],
    rows: Vec<Vec<Cell<'p>>>,
}

/// Returns the lists of a page. People read the label of a kind, programs its stable name.
fn sections<'p>(page: &'p CustomerPage, say: &Printer<'_>, currency: Currency) -> [Section<'p>; 6] {
    let words = say.words();
    let jars = page.jars.iter().map(|jar| {
        let forecast = jar.forecast.as_ref();
        vec![
            Cell::text(&jar.product),
            Cell::or_empty(jar.level, Cell::Quantity),
            Cell::text(&jar.unit),
            Cell::or_empty(forecast.map(|row| row.likely), Cell::Day),
            Cell::or_empty(forecast.map(|row| row.safe), Cell::Day),
            Cell::or_empty(forecast.and_then(|row| row.latest), Cell::Day),
        ]
    });
    let deliveries = page.planned.iter().chain(page.delivered.iter().take(NEWEST)).map(|row| {
        vec![
            Cell::Int(row.id.number()),
            Cell::Day(row.day()),
            kind(row.stage, say),
            Cell::text(goods(row)),
            Cell::Money(row.amount(), currency),
        ]
    });
    let entries = page.entries.iter().take(NEWEST).map(|entry| {
        vec![
            Cell::Day(entry.on),
            kind(entry.kind, say),
            Cell::text(goods_text(page.goods.charged_by(entry))),
            Cell::Money(entry.amount, currency),
            Cell::text(&entry.method),
            Cell::text(&entry.note),
        ]
    });
    let follow_ups = page.follow_ups.iter().map(|row| {
        vec![
            Cell::text(follow_up::name(row)),
            Cell::Day(row.follow_up.due_on),
            Cell::text(words.follow_up(&row.follow_up)),
        ]
    });
    let contacts = page.contacts.iter().take(NEWEST).map(|contact| {
        vec![
            Cell::Day(contact.on),
            kind(contact.channel, say),
            Cell::or_empty(contact.mood, |mood| Cell::Int(mood.number().into())),
            Cell::text(&contact.text),
        ]
    });
    let complaints = page.complaints.iter().take(NEWEST).map(|row| {
        let one = &row.complaint;
        vec![
            Cell::Int(one.id.number()),
            Cell::Day(one.on),
            complaint_kind(&one.kind, say),
            Cell::or_empty(row.product.as_deref(), Cell::text),
            Cell::text(&one.text),
            kind(one.stage, say),
            Cell::or_empty(one.promised_by, Cell::Day),
            Cell::text(&one.remedy),
        ]
    });
    let section = |name, heading, columns, rows| Section { name, heading, columns, rows };
    [
        section("jars", "sheet-jars", &JARS, jars.collect()),
        section("deliveries", "sheet-deliveries", &DELIVERIES, deliveries.collect()),
        section("entries", "sheet-entries", &ENTRIES, entries.collect()),
        section("follow_ups", "sheet-follow-ups", &FOLLOW_UPS, follow_ups.collect()),
        section("complaints", "sheet-complaints", &COMPLAINTS, complaints.collect()),
        section("contacts", "sheet-contacts", &CONTACTS, contacts.collect()),
    ]
}

/// Returns the kind of a complaint: for people its name in their language.
pub(super) fn complaint_kind<'p>(kind: &'p str, say: &Printer<'_>) -> Cell<'p> {
    match say.is_for_people() {
        true => Cell::text(say.words().complaint_kind(kind)),
        false => Cell::text(kind),
    }
}

/// Returns a word: for people its label, for programs its stable name.
pub(super) fn kind<'p>(kind: impl Labelled, say: &Printer<'_>) -> Cell<'p> {
    match say.is_for_people() {
        true => Cell::text(say.words().label(kind)),
        false => Cell::text(kind.key()),
    }
}

/// The goods of a delivery in one cell: what was brought, or else what is planned.
fn goods(row: &DeliveryRow) -> String {
    let of = |line: &DeliveryGoods| {
        let quantity = line.delivered.unwrap_or(line.goods.quantity);
        format!("{} {quantity} {}", line.goods.name, line.goods.unit)
    };
    row.lines.iter().map(of).collect::<Vec<_>>().join(";")
}

/// Returns the goods of an entry in one cell.
pub(super) fn goods_text(goods: &[NamedGoods]) -> String {
    let of = |NamedGoods { product, quantity }: &NamedGoods| {
        format!("{} {quantity} {}", product.name, product.unit)
    };
    goods.iter().map(of).collect::<Vec<_>>().join(";")
}
