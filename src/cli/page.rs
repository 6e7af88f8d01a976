//! `customer show`: Wang's page, everything about one customer on one sheet.

mod facts;
mod known;

use super::error::Result;
use super::{Cli, follow_up};
use crate::domain::id::CustomerId;
use crate::domain::text::sanitize_for_terminal;
use crate::domain::views::{DeliveryGoods, DeliveryRow};
use crate::exchange::{Cell, Column};
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

const ENTRIES: [Column; 5] = [
    Column::left("day"),
    Column::left("kind"),
    Column::right("amount"),
    Column::left("method"),
    Column::left("note"),
];

const CONTACTS: [Column; 4] =
    [Column::left("day"), Column::left("channel"), Column::right("mood"), Column::left("text")];

const FOLLOW_UPS: [Column; 3] = [Column::left("id"), Column::left("due"), Column::left("text")];

impl Cli<'_> {
    /// The page for people; for programs everything that is known of the customer, in one row.
    pub(super) fn customer_page(&mut self, id: CustomerId) -> Result<()> {
        let page = self.app.customer_page(id)?;
        if self.say.is_for_people() {
            return self.sheet(&page);
        }
        let row = known::cells(&page, self.currency());
        self.say.list(&known::columns(), [row])
    }

    fn sheet(&mut self, page: &CustomerPage) -> Result<()> {
        let (words, currency) = (self.words(), self.currency());
        self.say.line(&sanitize_for_terminal(&words.who(&page.customer)))?;
        let facts = facts::facts(page, words);
        let widest = facts.iter().map(|(label, _)| label.width()).max().unwrap_or_default();
        for (label, fact) in &facts {
            let gap = " ".repeat(widest - label.width() + 2);
            self.say.line(&format!("{label}{gap}{}", sanitize_for_terminal(fact)))?;
        }
        self.section(
            "sheet-jars",
            &JARS,
            page.jars.iter().map(|jar| {
                let forecast = jar.forecast.as_ref();
                vec![
                    Cell::text(&jar.product),
                    Cell::or_empty(jar.level, Cell::Quantity),
                    Cell::text(&jar.unit),
                    Cell::or_empty(forecast.map(|row| row.likely), Cell::Day),
                    Cell::or_empty(forecast.map(|row| row.safe), Cell::Day),
                    Cell::or_empty(forecast.and_then(|row| row.latest), Cell::Day),
                ]
            }),
        )?;
        self.section(
            "sheet-deliveries",
            &DELIVERIES,
            page.planned.iter().chain(page.delivered.iter().take(NEWEST)).map(|row| {
                vec![
                    Cell::Int(row.id.number()),
                    Cell::Day(row.day()),
                    Cell::text(words.label(row.stage)),
                    Cell::text(goods(row)),
                    Cell::Money(row.amount(), currency),
                ]
            }),
        )?;
        self.section(
            "sheet-entries",
            &ENTRIES,
            page.entries.iter().take(NEWEST).map(|entry| {
                vec![
                    Cell::Day(entry.on),
                    Cell::text(words.label(entry.kind)),
                    Cell::Money(entry.amount, currency),
                    Cell::text(&entry.method),
                    Cell::text(&entry.note),
                ]
            }),
        )?;
        self.section(
            "sheet-follow-ups",
            &FOLLOW_UPS,
            page.follow_ups.iter().map(|row| {
                vec![
                    Cell::text(follow_up::name(row)),
                    Cell::Day(row.follow_up.due_on),
                    Cell::text(words.follow_up(&row.follow_up)),
                ]
            }),
        )?;
        self.section(
            "sheet-contacts",
            &CONTACTS,
            page.contacts.iter().take(NEWEST).map(|contact| {
                vec![
                    Cell::Day(contact.on),
                    Cell::text(words.label(contact.channel)),
                    Cell::or_empty(contact.mood, |mood| Cell::Int(mood.number().into())),
                    Cell::text(&contact.text),
                ]
            }),
        )
    }

    /// A list under its heading; nothing where there are no rows.
    fn section<'c>(
        &mut self,
        heading: &str,
        columns: &[Column],
        rows: impl Iterator<Item = Vec<Cell<'c>>>,
    ) -> Result<()> {
        let mut rows = rows.peekable();
        if rows.peek().is_none() {
            return Ok(());
        }
        let heading = self.words().text(heading);
        self.say.line("")?;
        self.say.line(&heading)?;
        self.say.list(columns, rows)
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
