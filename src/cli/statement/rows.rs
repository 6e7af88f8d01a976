//! The rows of statements and receipts.

use super::money;
use crate::cli::page::{goods_text, holdings};
use crate::cli::ticket::ticket_object;
use crate::domain::{Currency, Money, StableName};
use crate::exchange::{Cell, Column, JsonObject, JsonValue};
use crate::reports::{CustomerStatement, Receipt};

/// The lines of one statement, between its opening and its closing balance.
pub const LINES: [Column; 11] = [
    Column::right("id"),
    Column::left("day"),
    Column::left("kind"),
    Column::left("goods"),
    Column::right("amount"),
    Column::right("balance"),
    Column::left("due_on"),
    Column::right("open"),
    Column::left("settles"),
    Column::left("method"),
    Column::left("note"),
];

/// The goods of a statement, by product.
pub const GOODS: [Column; 4] = [
    Column::left("product"),
    Column::right("quantity"),
    Column::left("unit"),
    Column::right("amount"),
];

/// The deposits of a statement.
pub const DEPOSITS: [Column; 6] = [
    Column::right("id"),
    Column::left("day"),
    Column::left("kind"),
    Column::right("amount"),
    Column::right("held"),
    Column::left("note"),
];

/// Everything of one or more statements in one list: the lines, the goods and the deposits. The balance of deposits
/// is what is held.
pub const FLAT: [Column; 13] = [
    Column::left("customer"),
    Column::left("part"),
    Column::right("id"),
    Column::left("day"),
    Column::left("kind"),
    Column::left("goods"),
    Column::right("amount"),
    Column::right("balance"),
    Column::left("due_on"),
    Column::right("open"),
    Column::left("settles"),
    Column::left("method"),
    Column::left("note"),
];

/// The debts that a payment settled; the last row is what it did not need.
pub const SETTLED: [Column; 6] = [
    Column::right("id"),
    Column::left("day"),
    Column::left("kind"),
    Column::left("goods"),
    Column::right("amount"),
    Column::right("part"),
];

type Row<'s> = Vec<Cell<'s>>;

/// Returns the rows of [`LINES`].
pub fn lines(statement: &CustomerStatement, currency: Currency) -> impl Iterator<Item = Row<'_>> {
    let balance = move |name, day, balance| {
        let mut row = vec![Cell::Empty; LINES.len()];
        put(&mut row, 1, Cell::or_empty(day, Cell::Day));
        put(&mut row, 2, Cell::name("statement", name));
        put(&mut row, 5, money(balance, currency));
        row
    };
    let opening = balance("opening-balance", statement.from, statement.opening);
    let closing = balance("closing-balance", Some(statement.to), statement.closing);
    let lines = statement.lines.iter().map(move |line| {
        let entry = &line.entry;
        let settles = line.settles.iter();
        let settles =
            settles.map(|(debt, part)| format!("{}:{}", debt.number(), currency.plain(*part)));
        vec![
            Cell::Int(entry.id.number()),
            Cell::Day(entry.on),
            Cell::name("entry", entry.kind.key()),
            Cell::text(goods_text(statement.goods.charged_by(entry))),
            Cell::or_empty(entry.change(), |change| Cell::Money(change, currency)),
            money(line.balance, currency),
            Cell::or_empty(line.due, Cell::Day),
            money(line.open, currency),
            Cell::text(settles.collect::<Vec<_>>().join(" ")),
            Cell::text(&entry.method),
            Cell::text(&entry.note),
        ]
    });
    std::iter::once(opening).chain(lines).chain([closing])
}

/// Returns the rows of [`GOODS`].
pub fn goods(statement: &CustomerStatement, currency: Currency) -> impl Iterator<Item = Row<'_>> {
    statement.purchases.iter().map(move |purchase| {
        vec![
            Cell::text(&purchase.product.name),
            Cell::Quantity(purchase.quantity),
            Cell::text(&purchase.product.unit),
            money(purchase.amount, currency),
        ]
    })
}

/// Returns the rows of [`DEPOSITS`].
pub fn deposits(
    statement: &CustomerStatement,
    currency: Currency,
) -> impl Iterator<Item = Row<'_>> {
    let balance = move |name, day, held| {
        let day = Cell::or_empty(day, Cell::Day);
        let name = Cell::name("statement", name);
        vec![Cell::Empty, day, name, Cell::Empty, money(held, currency), Cell::Empty]
    };
    let deposits = &statement.deposits;
    let opening = balance("opening-balance", statement.from, deposits.opening);
    let closing = balance("closing-balance", Some(statement.to), deposits.closing);
    let lines = deposits.lines.iter().map(move |(entry, held)| {
        vec![
            Cell::Int(entry.id.number()),
            Cell::Day(entry.on),
            Cell::name("entry", entry.kind.key()),
            money(entry.amount, currency),
            money(*held, currency),
            Cell::text(&entry.note),
        ]
    });
    std::iter::once(opening).chain(lines).chain([closing])
}

/// Returns the rows of [`FLAT`].
pub fn flat(statement: &CustomerStatement, currency: Currency) -> impl Iterator<Item = Row<'_>> {
    let code = || Cell::text(statement.customer.code.as_str());
    let lines = lines(statement, currency).map(move |row| {
        let mut cells = vec![code(), Cell::text("tab")];
        cells.extend(row);
        cells
    });
    let goods = statement.purchases.iter().map(move |purchase| {
        let mut row = vec![Cell::Empty; FLAT.len()];
        put(&mut row, 0, code());
        put(&mut row, 1, Cell::text("goods"));
        let (product, quantity) = (&purchase.product, purchase.quantity);
        put(&mut row, 5, Cell::text(format!("{} {quantity} {}", product.name, product.unit)));
        put(&mut row, 6, money(purchase.amount, currency));
        row
    });
    let deposits = (!statement.deposits.is_empty()).then(|| deposits(statement, currency));
    let deposits = deposits.into_iter().flatten().map(move |cells| {
        let mut row = vec![Cell::Empty; FLAT.len()];
        put(&mut row, 0, code());
        put(&mut row, 1, Cell::text("deposits"));
        for (at, cell) in [2, 3, 4, 6, 7, 12].into_iter().zip(cells) {
            put(&mut row, at, cell);
        }
        row
    });
    lines.chain(goods).chain(deposits)
}

/// Returns a statement as one object.
pub fn object(statement: &CustomerStatement, currency: Currency) -> JsonObject<'_> {
    let customer = &statement.customer;
    let open = statement.open.iter().map(|(due, amount)| {
        JsonObject::default()
            .with("due_on", Cell::Day(*due))
            .with("amount", money(*amount, currency))
    });
    // The balances are keys of the object, and no lines.
    let mut lines: Vec<_> = lines(statement, currency).skip(1).collect();
    lines.pop();
    let mut deposits: Vec<_> = deposits(statement, currency).skip(1).collect();
    deposits.pop();
    let tickets = statement.tickets.iter().map(|balance| ticket_object(balance, currency));
    let held = JsonObject::default()
        .with("opening", money(statement.deposits.opening, currency))
        .with("lines", list(&DEPOSITS, deposits))
        .with("closing", money(statement.deposits.closing, currency));
    JsonObject::default()
        .with("customer", Cell::text(&customer.code))
        .with("name", Cell::text(&customer.name))
        .with("from", Cell::or_empty(statement.from, Cell::Day))
        .with("to", Cell::Day(statement.to))
        .with("opening", money(statement.opening, currency))
        .with("lines", list(&LINES, lines))
        .with("charged", money(statement.charged, currency))
        .with("credited", money(statement.credited, currency))
        .with("closing", money(statement.closing, currency))
        .with("open", open.collect::<JsonValue<'_>>())
        .with("goods", list(&GOODS, goods(statement, currency)))
        .with("deposits", held)
        .with("tickets", tickets.collect::<JsonValue<'_>>())
        .with("containers", holdings(&statement.containers))
}

/// Returns the rows of [`SETTLED`].
pub fn settled(receipt: &Receipt, currency: Currency) -> impl Iterator<Item = Row<'_>> {
    let credit = receipt.credit.is_positive().then(|| credit(receipt.credit, currency));
    let settled = receipt.settled.iter().map(move |debt| {
        vec![
            Cell::Int(debt.entry.id.number()),
            Cell::Day(debt.entry.on),
            Cell::name("entry", debt.entry.kind.key()),
            Cell::text(goods_text(&debt.goods)),
            money(debt.entry.amount, currency),
            money(debt.part, currency),
        ]
    });
    settled.chain(credit)
}

fn credit(credit: Money, currency: Currency) -> Row<'static> {
    let name = Cell::name("statement", "credit");
    vec![Cell::Empty, Cell::Empty, name, Cell::Empty, Cell::Empty, money(credit, currency)]
}

/// Returns a receipt as one object.
pub fn receipt_object(receipt: &Receipt, currency: Currency) -> JsonObject<'_> {
    let (entry, customer) = (&receipt.entry, &receipt.customer);
    let debts = receipt.settled.len();
    let settled = settled(receipt, currency).take(debts);
    JsonObject::default()
        .with("id", Cell::Int(entry.id.number()))
        .with("customer", Cell::text(&customer.code))
        .with("name", Cell::text(&customer.name))
        .with("day", Cell::Day(entry.on))
        .with("kind", Cell::text(entry.kind.key()))
        .with("amount", money(receipt.received, currency))
        .with("method", Cell::text(&entry.method))
        .with("note", Cell::text(&entry.note))
        .with("settled", list(&SETTLED, settled))
        .with("credit", money(receipt.credit, currency))
        .with("balance", money(receipt.balance, currency))
        .with("held", Cell::or_empty(receipt.held, |held| money(held, currency)))
}

fn list<'s>(columns: &[Column], rows: impl IntoIterator<Item = Row<'s>>) -> JsonValue<'s> {
    rows.into_iter().map(|row| JsonObject::of_row(columns, row)).collect()
}

/// Puts a cell in its column of a row.
fn put<'s>(row: &mut [Cell<'s>], column: usize, cell: Cell<'s>) {
    if let Some(place) = row.get_mut(column) {
        *place = cell;
    }
}
