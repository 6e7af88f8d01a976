//! Papers for customers in their own language: fills the fields of a template and writes it.

use super::customer::CustomerLocalizer;
use super::{Localizer, Sentence};
use crate::domain::customer::Customer;
use crate::domain::shop::{Language, Shop};
use crate::domain::{Day, Money};
use crate::exchange::{
    PaperCustomer, PaperDeposit, PaperDeposits, PaperDue, PaperFrame, PaperLine, PaperPlace,
    PaperPurchase, PaperSettled, PaperShop, PaperSize, PaperTemplate, ReceiptPaper,
    ReminderTemplates, StatementPaper, TemplateError,
};
use crate::reports::{CustomerStatement, Receipt};
use std::collections::BTreeMap;
use std::io::Write;

/// The headings that templates have under `words`; their messages begin with `paper-` and have hyphens.
const WORDS: [&str; 31] = [
    "statement",
    "receipt",
    "number",
    "currency",
    "colon",
    "day",
    "entry",
    "amount",
    "balance",
    "charge",
    "payment",
    "due",
    "late",
    "opening",
    "closing",
    "settles",
    "purchases",
    "product",
    "quantity",
    "total",
    "deposits",
    "held",
    "tickets",
    "containers",
    "written_on",
    "scan",
    "debt",
    "part",
    "credit",
    "after",
    "even",
];

/// Writes statements and receipts, each in the language of its customer.
pub struct PaperWriter {
    shop: Shop,
    today: Day,
    size: PaperSize,
    template: PaperTemplate,
    words: CustomerLocalizer,
}

impl PaperWriter {
    /// Returns a writer of the shop's papers of a day. Customers for whom no language is known get the language of the
    /// shop, or else `usual`.
    pub fn new(
        shop: &Shop,
        (today, usual): (Day, Language),
        size: PaperSize,
        template: PaperTemplate,
    ) -> Self {
        Self {
            today,
            size,
            template,
            words: CustomerLocalizer::new(shop, usual),
            shop: shop.clone(),
        }
    }

    /// Writes a statement at its place in a file.
    ///
    /// # Errors
    /// If the template is not valid or does not end, or `out` fails.
    pub fn statement(
        &self,
        statement: &CustomerStatement,
        place: PaperPlace,
        out: &mut dyn Write,
    ) -> Result<(), TemplateError> {
        let words = self.words.of(&statement.customer);
        let fields = self.statement_fields(words, statement, place);
        let rows = [statement.lines.len(), statement.purchases.len(), statement.open.len()];
        let lines =
            rows.iter().sum::<usize>() + statement.deposits.lines.len() + statement.tickets.len();
        self.template.render(&fields, (&self.shop.contact.payment_qr, lines), out)
    }

    /// Writes a receipt.
    ///
    /// # Errors
    /// If the template is not valid or does not end, or `out` fails.
    pub fn receipt(&self, receipt: &Receipt, out: &mut dyn Write) -> Result<(), TemplateError> {
        let words = self.words.of(&receipt.customer);
        let fields = self.receipt_fields(words, receipt);
        let payment = (self.shop.contact.payment_qr.as_str(), receipt.settled.len());
        self.template.render(&fields, payment, out)
    }

    fn statement_fields(
        &self,
        words: &Localizer,
        statement: &CustomerStatement,
        place: PaperPlace,
    ) -> StatementPaper {
        let day = |day: Day| words.day_near(day, self.today);
        let lines = statement.lines.iter().map(|line| {
            let (entry, change) = (&line.entry, line.entry.change());
            let money = |amount: Option<Money>| {
                amount.map(|amount| words.money(amount)).unwrap_or_default()
            };
            let settles = statement.settled_by(line);
            let settles: Vec<String> = settles
                .iter()
                .map(|(day, part)| words.settled_part(*day, *part, self.today))
                .collect();
            PaperLine {
                day: day(entry.on),
                entry: words.label(entry.kind),
                goods: words.goods(statement.goods.charged_by(entry)),
                amount: money(change),
                charge: money(change.filter(|change| !change.is_negative())),
                payment: money(change.filter(|change| change.is_negative()).map(|change| -change)),
                balance: words.money(line.balance),
                due: line.due.map(day).unwrap_or_default(),
                open: some(words, line.open),
                settles: words.list(&settles),
                method: entry.method.clone(),
                note: entry.note.clone(),
            }
        });
        let purchases = statement.purchases.iter().map(|purchase| PaperPurchase {
            product: purchase.product.name.clone(),
            quantity: words.quantity(purchase.quantity, &purchase.product.unit),
            amount: words.money(purchase.amount),
        });
        let open = statement.open.iter().map(|(due, amount)| PaperDue {
            day: day(*due),
            amount: words.money(*amount),
            late: *due < statement.to,
        });
        let deposits = &statement.deposits;
        let deposit_lines = deposits.lines.iter().map(|(entry, held)| PaperDeposit {
            day: day(entry.on),
            amount: words.money(entry.amount),
            balance: words.money(*held),
            note: entry.note.clone(),
        });
        StatementPaper {
            paper: self.frame(words, place),
            words: headings(words),
            shop: paper_shop(&self.shop),
            customer: paper_customer(&statement.customer),
            period: words.statement_period((statement.from, statement.to)),
            from: statement.from.map(|from| words.day(from)),
            to: words.day(statement.to),
            opening: words.money(statement.opening),
            lines: lines.collect(),
            charged: words.money(statement.charged),
            credited: words.money(statement.credited),
            closing: words.money(statement.closing),
            balance: words.balance_for_customer(statement.closing),
            open: open.collect(),
            purchases: purchases.collect(),
            purchased: words.money(statement.purchased()),
            deposits: (!deposits.is_empty()).then(|| PaperDeposits {
                opening: words.money(deposits.opening),
                lines: deposit_lines.collect(),
                closing: words.money(deposits.closing),
            }),
            tickets: (statement.tickets.iter())
                .map(|balance| words.ticket_balance(balance, statement.to))
                .collect(),
            containers: words.holdings(&statement.containers),
        }
    }

    fn receipt_fields(&self, words: &Localizer, receipt: &Receipt) -> ReceiptPaper {
        let settled = receipt.settled.iter().map(|debt| PaperSettled {
            day: words.day_near(debt.entry.on, self.today),
            entry: words.label(debt.entry.kind),
            goods: words.goods(&debt.goods),
            amount: words.money(debt.entry.amount),
            part: words.money(debt.part),
        });
        ReceiptPaper {
            paper: self.frame(words, PaperPlace::ALONE),
            words: headings(words),
            shop: paper_shop(&self.shop),
            customer: paper_customer(&receipt.customer),
            number: receipt.entry.id.number(),
            heading: words.text(match receipt.received.is_negative() {
                true => "paper-paid-back",
                false => "paper-received",
            }),
            entry: words.label(receipt.entry.kind),
            day: words.day(receipt.entry.on),
            amount: words.money(receipt.received.abs()),
            method: receipt.entry.method.clone(),
            note: receipt.entry.note.clone(),
            settled: settled.collect(),
            credit: some(words, receipt.credit),
            balance: words.balance_for_customer(receipt.balance),
            held: receipt.held.map(|held| words.money(held)).unwrap_or_default(),
        }
    }

    fn frame(&self, words: &Localizer, PaperPlace { first, last }: PaperPlace) -> PaperFrame {
        use crate::domain::StableName;
        let (size, language) = (self.size.key(), words.language().tag());
        PaperFrame { size, language, first, last, today: words.day(self.today) }
    }
}

impl Localizer {
    /// Describes the balance of a tab to its customer: `To pay: 240`, `Your credit: 20`.
    pub fn balance_for_customer(&self, balance: Money) -> String {
        let amount = [("amount", self.money(balance.abs()).into())];
        match balance {
            balance if balance.is_positive() => self.format("paper-owes", &amount),
            balance if balance.is_negative() => self.format("paper-prepaid", &amount),
            _ => self.text("paper-even"),
        }
    }

    /// Describes the period of a statement, which may have no first day.
    pub fn statement_period(&self, (from, to): (Option<Day>, Day)) -> String {
        let to = ("to", self.day(to).into());
        match from {
            Some(from) => self.format("paper-period", &[("from", self.day(from).into()), to]),
            None => self.format("paper-period-until", &[to]),
        }
    }

    /// Explains why a paper could not be written.
    pub fn template_error(&self, error: &TemplateError) -> Sentence {
        match error {
            TemplateError::UnknownField { name, line, field } => {
                let args = [("name", name.into()), ("field", field.into()), line_of(*line)];
                self.message("template-unknown-field", &args)
            }
            TemplateError::Endless { name } => {
                self.message("template-endless", &[("name", name.into())])
            }
            TemplateError::TooLong { name, megabytes } => {
                let megabytes = megabytes.to_string();
                let args = [("name", name.into()), ("megabytes", megabytes.into())];
                self.message("template-too-long", &args)
            }
            TemplateError::Invalid { name, line, reason } => {
                let args = [("name", name.into()), ("reason", reason.into()), line_of(*line)];
                self.message("template-invalid", &args)
            }
            TemplateError::Missing { name } => {
                let built_in = ReminderTemplates::BUILT_IN.map(str::to_owned);
                let args = [("name", name.into()), ("names", self.list(&built_in).into())];
                self.message("template-missing", &args)
            }
            TemplateError::Unreadable { path, error } => self.no_input(path, error),
            TemplateError::Output(error) => {
                let reason = self.reason(&error.to_string());
                self.message("output-failed", &[("reason", reason.into())])
            }
        }
    }

    fn settled_part(&self, day: Day, part: Money, today: Day) -> String {
        let args = [("day", self.day_near(day, today).into()), ("amount", self.money(part).into())];
        self.format("paper-settled-part", &args)
    }
}

fn line_of(line: usize) -> (&'static str, super::Arg<'static>) {
    ("line", line.to_string().into())
}

/// Returns the amount if it is positive, else nothing.
fn some(words: &Localizer, amount: Money) -> String {
    if amount.is_positive() { words.money(amount) } else { String::new() }
}

fn headings(words: &Localizer) -> BTreeMap<&'static str, String> {
    let heading =
        |name: &'static str| (name, words.text(&format!("paper-{}", name.replace('_', "-"))));
    WORDS.into_iter().map(heading).collect()
}

/// Returns the shop as it stands on papers.
pub(super) fn paper_shop(shop: &Shop) -> PaperShop {
    PaperShop {
        name: shop.name.clone(),
        address: shop.contact.address.clone(),
        phone: shop.contact.phone.clone(),
        currency: shop.currency.code().to_owned(),
    }
}

/// Returns a customer as they stand on papers.
pub(super) fn paper_customer(customer: &Customer) -> PaperCustomer {
    PaperCustomer {
        code: customer.code.clone(),
        name: customer.name.clone(),
        area: customer.area.clone(),
        address: customer.address.clone(),
        phone: customer.phones.first().cloned().unwrap_or_default(),
    }
}
