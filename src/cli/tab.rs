//! `tab`: entries by hand, one customer's statement, and who owes.

use super::args::filter::Whose;
use super::args::tab::{Correct, Entry, Move, Pay, Tab as Verb};
use super::error::{Error, Result};
use super::{Cli, page, resolve};
use crate::domain::entry::{EntryDetails, EntryMove, RepeatedPayment};
use crate::domain::id::EntryId;
use crate::domain::tab::{EntryKind, OverLimit, StatementLine};
use crate::domain::{Command, Currency, Money, StableName};
use crate::exchange::{Cell, Column, Word};
use crate::reports::Owed;
use std::collections::BTreeMap;

/// The columns of `tab show`.
const STATEMENT: [Column; 12] = [
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
    Column::left("reference"),
    Column::left("note"),
];

/// The columns of `tab list`.
const OWING: [Column; 17] = [
    Column::left("customer"),
    Column::left("name"),
    Column::left("area"),
    Column::left("phone"),
    Column::left("payday"),
    Column::right("balance"),
    Column::left("oldest_due"),
    Column::right("due"),
    Column::right("not_due"),
    Column::right("days_1_7"),
    Column::right("days_8_30"),
    Column::right("days_31_60"),
    Column::right("days_61"),
    Column::right("credit"),
    Column::right("promised"),
    Column::left("promised_by"),
    Column::left("trust"),
];

impl Cli<'_> {
    pub(super) fn tab(&mut self, verb: Verb) -> Result<()> {
        match verb {
            Verb::Charge(typed) => {
                let amount = typed.entry.amount.positive(self.currency())?;
                let (over, reason) = limit_of(typed.over_limit.as_deref());
                let parts = [typed.entry.note.as_str(), reason.as_str()];
                let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                let entry = Entry { note: said.join("; "), ..typed.entry };
                self.entry((EntryKind::Charge, over), amount, (entry, EntryDetails::default()))
            }
            Verb::Pay(Pay { entry, reference, again }) => {
                let amount = entry.amount.positive(self.currency())?;
                let repeated =
                    if again { RepeatedPayment::Accept } else { RepeatedPayment::Refuse };
                let details = EntryDetails { reference, repeated, corrects: None };
                self.entry((EntryKind::Payment, OverLimit::Refuse), amount, (entry, details))
            }
            Verb::Refund(entry) => self.positive(EntryKind::Refund, entry),
            Verb::Discount(entry) => self.positive(EntryKind::Discount, entry),
            Verb::WriteOff(entry) => self.positive(EntryKind::WriteOff, entry),
            Verb::Deposit(typed) => {
                let amount = typed.entry.amount.positive(self.currency())?;
                let amount = if typed.r#return { -amount } else { amount };
                let typed = (typed.entry, EntryDetails::default());
                self.entry((EntryKind::Deposit, OverLimit::Refuse), amount, typed)
            }
            Verb::Correct(Correct { entry, closed_day }) => {
                let amount = entry.amount.any(self.currency())?;
                let corrects = self.maybe_past_day(closed_day.as_ref())?;
                let typed = (entry, EntryDetails { corrects, ..EntryDetails::default() });
                self.entry((EntryKind::Correction, OverLimit::Refuse), amount, typed)
            }
            Verb::Move(Move { id, to, on, amount }) => {
                let currency = self.currency();
                let to = to.map(|who| resolve::customer(&self.app, &who)).transpose()?;
                self.perform(&Command::MoveEntry(EntryMove {
                    entry: EntryId::new(id),
                    customer: to.map(|customer| customer.id),
                    on: self.maybe_past_day(on.as_ref())?,
                    amount: amount.map(|amount| amount.any(currency)).transpose()?,
                }))
            }
            Verb::Agree(entry) => {
                let amount = entry.amount.any(self.currency())?;
                let typed = (entry, EntryDetails::default());
                self.entry((EntryKind::Agreement, OverLimit::Refuse), amount, typed)
            }
            Verb::Show(who) => self.show_tab(&who.who),
            Verb::Why(who) => self.why_owed(&who.who),
            Verb::List(whose) => self.owing(&whose),
        }
    }

    fn positive(&mut self, kind: EntryKind, typed: Entry) -> Result<()> {
        let amount = typed.amount.positive(self.currency())?;
        self.entry((kind, OverLimit::Refuse), amount, (typed, EntryDetails::default()))
    }

    fn entry(
        &mut self,
        (kind, over): (EntryKind, OverLimit),
        amount: Money,
        (typed, details): (Entry, EntryDetails),
    ) -> Result<()> {
        let customer = resolve::customer(&self.app, &typed.who)?.id;
        let on = self.past_day_or_today(typed.on.as_ref())?;
        let (method, note) = (typed.method, typed.note);
        self.perform(&Command::AddEntry { customer, kind, amount, on, method, note, over, details })
    }

    fn show_tab(&mut self, who: &str) -> Result<()> {
        let customer = resolve::customer(&self.app, who)?;
        let (_, statement) = self.app.tab(customer.id)?;
        let currency = self.currency();
        let of = |line: &StatementLine| settles(line, currency);
        let rows = statement.lines.iter().map(|line| {
            let entry = &line.entry;
            vec![
                Cell::Int(entry.id.number()),
                Cell::Day(entry.on),
                Cell::name("entry", entry.kind.key()),
                Cell::text(page::goods_text(statement.goods.charged_by(entry))),
                Cell::Money(entry.amount, currency),
                Cell::Money(line.balance, currency),
                Cell::or_empty(line.due, Cell::Day),
                Cell::Money(line.open, currency),
                Cell::text(of(line)),
                Cell::text(&entry.method),
                Cell::text(&entry.reference),
                Cell::text(&entry.note),
            ]
        });
        self.say.list(&STATEMENT, rows)?;
        if self.say.is_for_people() {
            let words = self.words();
            let args = [
                ("who", words.who(&customer).into()),
                ("balance", words.money(statement.balance).into()),
            ];
            self.say.line("")?;
            self.say.line(&words.format("tab-balance", &args))?;
            if !statement.held.is_zero() {
                let args = [("amount", words.money(statement.held).into())];
                self.say.line(&words.format("note-held", &args))?;
            }
        }
        Ok(())
    }

    fn why_owed(&mut self, who: &str) -> Result<()> {
        let customer = resolve::customer(&self.app, who)?;
        let (_, statement) = self.app.tab(customer.id)?;
        let words = self.words();
        self.say.line(&words.balance(statement.balance))?;
        let lines = words.why_owed(&customer, &statement, self.app.today());
        lines.iter().try_for_each(|line| self.say.line(line))
    }

    fn owing(&mut self, whose: &Whose) -> Result<()> {
        let (whose, mut owed) = (self.whose(whose)?, Owed::default());
        let (day, currency) = (self.app.today(), self.currency());
        let money = |amount| Cell::Money(amount, currency);
        let mut list = self.say.begin(&OWING);
        self.app.each_tab(|row, ageing| {
            let standing = &row.standing;
            if !whose.has(row.who.id) {
                return Ok(());
            }
            owed.add(standing, None, day);
            list.row(&[
                Cell::text(&row.who.code),
                Cell::text(&row.who.name),
                Cell::text(&row.who.area),
                Cell::text(&row.phone),
                Cell::Word(Word::Payday(row.payday)),
                money(standing.balance),
                Cell::or_empty(standing.oldest_due(), Cell::Day),
                money(standing.due_on(day)),
                money(ageing.not_due),
                money(ageing.days_1_7),
                money(ageing.days_8_30),
                money(ageing.days_31_60),
                money(ageing.days_61),
                money(ageing.total() - standing.balance),
                Cell::or_empty(row.promised.and_then(|promised| promised.amount), money),
                Cell::or_empty(row.promised, |promised| Cell::Day(promised.by)),
                Cell::or_empty(row.trust, |trust| Cell::text(trust.key())),
            ])?;
            Ok::<_, Error>(())
        })?;
        list.finish()?;
        if self.say.is_for_people() {
            let words = self.words();
            let args = [
                ("owed", words.money(owed.ageing.total()).into()),
                ("credit", words.money(owed.credit).into()),
            ];
            self.say.line("")?;
            self.say.line(&words.format("tab-total", &args))?;
        }
        Ok(())
    }
}

/// Returns the handling of an amount beyond the credit limit that was asked for, and the reason.
pub(super) fn limit_of(over_limit: Option<&str>) -> (OverLimit, String) {
    match over_limit {
        Some(reason) => (OverLimit::Accept, reason.trim().to_owned()),
        None => (OverLimit::Refuse, String::new()),
    }
}

/// Which debts a credit settled: `12:240 15:60`, the entry's number before its part.
fn settles(line: &StatementLine, currency: Currency) -> String {
    let parts: BTreeMap<i64, String> = line
        .settles
        .iter()
        .map(|(entry, part)| (entry.number(), currency.plain(*part).to_string()))
        .collect();
    parts.iter().map(|(entry, part)| format!("{entry}:{part}")).collect::<Vec<_>>().join(" ")
}
