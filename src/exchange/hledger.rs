//! The tabs as double-entry books, in the journal format of hledger.
//!
//! Each entry is a transaction. What the customers owe is `assets:receivable:CODE`, what is held for them
//! `liabilities:deposits:CODE`, and the money of each method of payment `assets:money:METHOD`. An agreement asserts the balance
//! to which the customer agreed, and the last transaction asserts every balance as the notebook has it, so that
//! `hledger check` verifies the books against it.

use std::collections::BTreeSet;
use std::io::{self, Write};

use crate::domain::record::{BalanceRecord, EntryRecord};
use crate::domain::tab::EntryKind;
use crate::domain::text::sanitize_for_terminal;
use crate::domain::{Currency, Day, Money, StableName};

/// The accounts that stand against a customer's in a transaction, apart from the money.
const SALES: &str = "income:sales";
const CORRECTIONS: &str = "income:corrections";
const DISCOUNTS: &str = "expenses:discounts";
const BAD_DEBTS: &str = "expenses:bad debts";
const OPENING: &str = "equity:opening balances";

/// Widths of the columns of accounts and amounts, in characters.
const ACCOUNT: usize = 40;
const AMOUNT: usize = 16;

/// The books of a shop, transaction by transaction.
pub struct HledgerJournal<'a> {
    currency: Currency,
    /// The method of a payment that names none.
    till: String,
    /// The accounts of the money that were used so far.
    money: BTreeSet<String>,
    out: &'a mut dyn Write,
}

impl<'a> HledgerJournal<'a> {
    /// Begins the books of a shop: its currency and the accounts that every shop has.
    ///
    /// # Errors
    /// Whatever `out` says, as in every function here.
    pub fn begin(
        currency: Currency,
        till: Option<&String>,
        out: &'a mut dyn Write,
    ) -> io::Result<Self> {
        // A commodity needs a decimal mark, also where the currency has no decimals.
        let sample = currency.plain(Money::from_minor(100_000)).to_string();
        let mark = if sample.contains('.') { "" } else { "." };
        writeln!(out, "commodity {sample}{mark} {}", currency.code())?;
        for (account, kind) in [
            ("assets", "A"),
            ("assets:receivable", "A"),
            ("liabilities:deposits", "L"),
            (OPENING, "E"),
            (SALES, "R"),
            (CORRECTIONS, "R"),
            (DISCOUNTS, "X"),
            (BAD_DEBTS, "X"),
        ] {
            writeln!(out, "account {account}  ; type: {kind}")?;
        }
        let till = till.map_or_else(|| "cash".to_owned(), |till| account_part(till));
        Ok(Self { currency, till, money: BTreeSet::new(), out })
    }

    /// Writes an entry as a transaction.
    pub fn entry(&mut self, record: &EntryRecord) -> io::Result<()> {
        let entry = &record.entry;
        let mut description = format!("{} | {}", record.customer, entry.kind.key());
        for part in [&record.goods, &entry.note].into_iter().filter(|part| !part.is_empty()) {
            description.push_str(", ");
            description.push_str(part);
        }
        write!(self.out, "\n{} ({}) {}", entry.on, entry.id.number(), one_line(&description))?;
        if !entry.reference.is_empty() {
            write!(self.out, "  ; reference: {}", one_line(&entry.reference).replace(',', " "))?;
        }
        writeln!(self.out)?;
        let receivable = receivable(&record.customer);
        let against = match entry.kind {
            EntryKind::Charge | EntryKind::Return => SALES.to_owned(),
            EntryKind::Correction => CORRECTIONS.to_owned(),
            EntryKind::Discount => DISCOUNTS.to_owned(),
            EntryKind::WriteOff => BAD_DEBTS.to_owned(),
            EntryKind::Opening => OPENING.to_owned(),
            EntryKind::Payment | EntryKind::Refund => self.money_account(&entry.method),
            EntryKind::Deposit => {
                let money = self.money_account(&entry.method);
                self.posting(&money, entry.amount)?;
                return self.posting(&deposits(&record.customer), -entry.amount);
            }
            EntryKind::Agreement => {
                return self.assertion(&receivable, entry.amount);
            }
        };
        self.posting(&receivable, entry.amount)?;
        self.posting(&against, -entry.amount)
    }

    /// Writes the transaction that asserts the balances of a day.
    pub fn begin_balances(&mut self, day: Day) -> io::Result<()> {
        writeln!(self.out, "\n{day} balances")
    }

    /// Asserts the balances of a customer at the end of the books.
    pub fn balance(&mut self, balance: &BalanceRecord) -> io::Result<()> {
        self.assertion(&receivable(&balance.customer), balance.owed)?;
        match balance.held.is_zero() {
            true => Ok(()),
            false => self.assertion(&deposits(&balance.customer), -balance.held),
        }
    }

    /// Begins the declarations of the customers' accounts.
    pub fn begin_accounts(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// Declares the account of a customer, with the name.
    pub fn customer(&mut self, balance: &BalanceRecord) -> io::Result<()> {
        let name = one_line(&balance.name);
        writeln!(self.out, "account {}  ; {name}", receivable(&balance.customer))?;
        match balance.held.is_zero() {
            true => Ok(()),
            false => writeln!(self.out, "account {}  ; {name}", deposits(&balance.customer)),
        }
    }

    /// Ends the books: declares the accounts of the money.
    pub fn finish(self) -> io::Result<()> {
        for account in &self.money {
            writeln!(self.out, "account {account}  ; type: C")?;
        }
        self.out.flush()
    }

    fn money_account(&mut self, method: &str) -> String {
        let method = if method.is_empty() { self.till.clone() } else { account_part(method) };
        let account = format!("assets:money:{method}");
        if !self.money.contains(&account) {
            self.money.insert(account.clone());
        }
        account
    }

    fn posting(&mut self, account: &str, amount: Money) -> io::Result<()> {
        let amount = self.currency.plain(amount).to_string();
        writeln!(self.out, "    {account:ACCOUNT$} {amount:>AMOUNT$} {}", self.currency.code())
    }

    /// Asserts a balance without changing it.
    fn assertion(&mut self, account: &str, balance: Money) -> io::Result<()> {
        let zero = self.currency.plain(Money::ZERO).to_string();
        let (balance, code) = (self.currency.plain(balance), self.currency.code());
        writeln!(self.out, "    {account:ACCOUNT$} {zero:>AMOUNT$} {code} = {balance} {code}")
    }
}

fn receivable(code: &str) -> String {
    format!("assets:receivable:{}", account_part(code))
}

fn deposits(code: &str) -> String {
    format!("liabilities:deposits:{}", account_part(code))
}

/// Returns a text as a part of an account's name: a colon would begin a part below it, two blanks or a semicolon would
/// end the name.
fn account_part(text: &str) -> String {
    one_line(text).replace(':', "-")
}

/// Returns a text that ends neither the line nor the description: without line breaks, and without the mark of a
/// comment.
fn one_line(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    sanitize_for_terminal(&text).replace(';', ",")
}
