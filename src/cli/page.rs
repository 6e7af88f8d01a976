//! `customer show`: Wang's page, everything about one customer on one sheet.

use super::error::Result;
use super::{Cli, follow_up};
use crate::domain::Key;
use crate::domain::customer::Household;
use crate::domain::day::iso;
use crate::domain::id::CustomerId;
use crate::domain::payday::Payday;
use crate::domain::rows::{CustomerRow, DeliveryRow};
use crate::exchange::{Cell, Column};
use crate::reports::CustomerPage;
use crate::words::Words;
use unicode_width::UnicodeWidthStr;

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
    /// The page for people; for programs the customer's row of `customer list`.
    pub(super) fn customer_page(&mut self, id: CustomerId) -> Result<()> {
        let page = self.app.customer_page(id)?;
        if self.say.is_for_people() {
            return self.sheet(&page);
        }
        let next_empty =
            page.jars.iter().filter_map(|jar| Some(jar.forecast.as_ref()?.likely)).min();
        let CustomerPage { customer, household, standing, .. } = page;
        self.list_customers(&[CustomerRow { customer, household, standing, next_empty }])
    }

    fn sheet(&mut self, page: &CustomerPage) -> Result<()> {
        let (words, currency) = (self.words(), self.currency());
        self.say.line(&crate::domain::text::harmless(&words.who(&page.customer)))?;
        let facts = facts(page, words);
        let widest = facts.iter().map(|(label, _)| label.width()).max().unwrap_or_default();
        for (label, fact) in &facts {
            let gap = " ".repeat(widest - label.width() + 2);
            self.say.line(&format!("{label}{gap}{}", crate::domain::text::harmless(fact)))?;
        }
        self.section(
            "page-jars",
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
            "page-deliveries",
            &DELIVERIES,
            page.planned.iter().chain(&page.delivered).map(|row| {
                vec![
                    Cell::Int(row.id.number()),
                    Cell::Day(row.day()),
                    Cell::text(row.stage.key()),
                    Cell::text(goods(row)),
                    Cell::Money(row.amount(), currency),
                ]
            }),
        )?;
        self.section(
            "page-entries",
            &ENTRIES,
            page.entries.iter().map(|entry| {
                vec![
                    Cell::Day(entry.on),
                    Cell::text(entry.kind.key()),
                    Cell::Money(entry.amount, currency),
                    Cell::text(&entry.method),
                    Cell::text(&entry.note),
                ]
            }),
        )?;
        self.section(
            "page-follow-ups",
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
            "page-contacts",
            &CONTACTS,
            page.contacts.iter().map(|contact| {
                vec![
                    Cell::Day(contact.on),
                    Cell::text(contact.channel.key()),
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
        let heading = self.words().say(heading);
        self.say.line("")?;
        self.say.line(&heading)?;
        self.say.list(columns, rows)
    }
}

/// What is known of a customer, each fact behind its label; what is not known is left out.
fn facts(page: &CustomerPage, words: &Words) -> Vec<(String, String)> {
    let CustomerPage { customer, household, standing, .. } = page;
    let language = customer.language.map(|language| language.tag().to_owned());
    let balance = match standing.balance {
        even if even.is_zero() => words.say("note-even"),
        credit if credit.is_negative() => {
            words.tell("note-credit", &[("amount", words.money(credit.abs()).into())])
        }
        owes => words.tell("note-balance", &[("amount", words.money(owes).into())]),
    };
    let paydays: Vec<String> = page.paydays.iter().map(|day| words.day(*day)).collect();
    let payday = match customer.payday {
        Payday::NONE => String::new(),
        payday => format!("{payday}: {}", paydays.join(", ")),
    };
    let left = customer.left.as_ref().map(|left| {
        let reason =
            if left.reason.is_empty() { String::new() } else { format!(": {}", left.reason) };
        format!("{}{reason}", words.day(left.on))
    });
    let away = page.away.iter().map(|away| match away.people {
        Some(people) => format!("{} ({people})", away.period),
        None => away.period.to_string(),
    });
    let changes = page
        .changes
        .iter()
        .map(|change| format!("{}: {}", iso(change.from), people(change.household, words)));
    let day = |day: Option<crate::domain::Day>| day.map(|day| words.day(day));
    let weekdays = (!customer.weekdays.is_empty()).then(|| customer.weekdays.to_string());
    let facts = [
        ("page-left", left),
        ("page-kind", Some(words.of(customer.kind))),
        ("page-people", Some(people(*household, words))),
        ("page-changes", Some(changes.collect::<Vec<_>>().join("; "))),
        ("page-away", Some(away.collect::<Vec<_>>().join(", "))),
        ("page-phones", Some(customer.phones.join(", "))),
        ("page-area", Some(customer.area.clone())),
        ("page-address", Some(customer.address.clone())),
        ("page-door-note", Some(customer.door_note.clone())),
        ("page-payday", Some(payday)),
        ("page-weekdays", weekdays),
        ("page-balance", Some(balance)),
        ("page-oldest-due", day(standing.oldest_due())),
        ("page-limit", customer.limit.map(|limit| words.money(limit))),
        ("page-tags", Some(customer.tags.join(", "))),
        (
            "page-referred-by",
            page.referred_by.as_ref().map(|who| format!("{} {}", who.code, who.name)),
        ),
        ("page-birthday", day(customer.birthday)),
        ("page-channel", Some(words.of(customer.channel))),
        ("page-language", language),
        ("page-consent", Some(words.of(customer.consent))),
        ("page-note", Some(customer.note.clone())),
        ("page-joined", day(Some(customer.joined_on))),
    ];
    facts
        .into_iter()
        .filter_map(|(label, fact)| Some((words.say(label), fact.filter(|fact| !fact.is_empty())?)))
        .collect()
}

fn people(household: Household, words: &Words) -> String {
    words.tell(
        "page-household",
        &[
            ("adults", household.adults.into()),
            ("children", household.children.into()),
            ("elders", household.elders.into()),
        ],
    )
}

/// The goods of a delivery in one cell: what was brought, or else what is planned.
fn goods(row: &DeliveryRow) -> String {
    let of = |line: &crate::domain::rows::DeliveryGoods| {
        let quantity = line.delivered.unwrap_or(line.goods.quantity);
        format!("{} {quantity} {}", line.goods.name, line.goods.unit)
    };
    row.lines.iter().map(of).collect::<Vec<_>>().join(";")
}
