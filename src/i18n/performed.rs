//! Formats the result of a command: a sentence for the action and one for each side note.

use super::Localizer;
use crate::app::{Performed, Progress, SideNote, Work};
use crate::domain::action::ActionDetail;
use crate::domain::complaint::REPEATED_WITHIN;
use crate::domain::id::DeliveryId;
use crate::domain::import::Capped;
use crate::domain::refusal::KnownCustomer;
use crate::domain::views::OneOffGoods;
use crate::domain::{Day, Quantity};

/// The maximum number of lines of a file that a note names.
const NAMED_LINES: usize = 5;

impl Localizer {
    /// Returns the sentence for what was done, undone or redone.
    pub fn done(&self, done: &Performed) -> String {
        if done.action.is_none() {
            let is_import = matches!(done.detail, ActionDetail::Imported { .. });
            if is_import && done.notes.is_empty() {
                return self.text("import-no-rows");
            }
            return self.text("nothing-to-change");
        }
        self.action_with_effect(done.effect, &done.detail)
    }

    /// Returns the sentence for what came of a command beside the action.
    pub fn note(&self, note: &SideNote) -> String {
        match note {
            SideNote::Customer(_, code) => self.format("note-customer", &[("code", code.into())]),
            SideNote::Alike(customers) => {
                let alike: Vec<String> = customers
                    .iter()
                    .map(|alike| format!("{} {}", alike.code, alike.name))
                    .collect();
                self.format("note-alike", &[("customers", self.list(&alike).into())])
            }
            SideNote::Balance(balance) if balance.is_negative() => {
                self.format("note-credit", &[("amount", self.money(balance.abs()).into())])
            }
            SideNote::Balance(balance) if balance.is_zero() => self.text("note-even"),
            SideNote::Balance(balance) => {
                self.format("note-balance", &[("amount", self.money(*balance).into())])
            }
            SideNote::Held(held) => {
                self.format("note-held", &[("amount", self.money(*held).into())])
            }
            SideNote::HoldsStill { container, count } => {
                let held = self.containers(*count, container);
                self.format("note-holds-still", &[("held", held.into())])
            }
            SideNote::Holds { container, count } => {
                let containers = self.containers(*count, container);
                self.format("note-holds", &[("containers", containers.into())])
            }
            SideNote::DueOn(day) => self.format("note-due", &[("day", self.day(*day).into())]),
            SideNote::StillOpen { jars, planned } => self.format(
                "note-still-open",
                &[("jars", (*jars).into()), ("planned", (*planned).into())],
            ),
            SideNote::UnlistedMethods(methods) => {
                self.format("note-unlisted-methods", &[("methods", self.list(methods).into())])
            }
            SideNote::OverLimitThen { balance, limit } => {
                let (balance, limit) = (self.money(*balance), self.money(*limit));
                let args = [("balance", balance.into()), ("limit", limit.into())];
                self.format("over-limit-ahead", &args)
            }
            SideNote::OverLimit { balance, limit } => {
                let (balance, limit) = (self.money(*balance), self.money(*limit));
                self.format(
                    "note-over-limit",
                    &[("balance", balance.into()), ("limit", limit.into())],
                )
            }
            SideNote::EmptyOn { product, likely, safe } => self.format(
                "note-empty-on",
                &[
                    ("product", product.into()),
                    ("likely", self.day(*likely).into()),
                    ("safe", self.day(*safe).into()),
                ],
            ),
            SideNote::UsualAppetite { each, unit } => self.format(
                "note-usual-appetite",
                &[("each", self.use_a_day(each.per_day(), unit).into())],
            ),
            SideNote::Planned(id, day) => {
                let id = id.number().to_string();
                self.format("note-planned", &[("id", id.into()), ("day", self.day(*day).into())])
            }
            SideNote::PlannedAlready(count) => {
                self.format("note-planned-already", &[("count", (*count).into())])
            }
            SideNote::NobodyThere { name, away } => self.format(
                "note-nobody-there",
                &[
                    ("name", name.into()),
                    ("from", self.short_day(away.from).into()),
                    ("to", self.short_day(away.to).into()),
                ],
            ),
            SideNote::DayOff { day, holiday } => {
                let day = self.day(*day);
                let key = if holiday.is_empty() { "note-day-off" } else { "note-holiday" };
                self.format(key, &[("day", day.into()), ("holiday", holiday.into())])
            }
            SideNote::NotTheirDay { name, day, weekdays } => self.format(
                "note-not-their-day",
                &[
                    ("name", name.into()),
                    ("day", self.day(*day).into()),
                    ("weekdays", self.weekdays(*weekdays).into()),
                ],
            ),
            SideNote::PlannedTooLate { product, likely } => self.format(
                "note-planned-too-late",
                &[("product", product.into()), ("likely", self.day(*likely).into())],
            ),
            SideNote::PlannedWhileAway(deliveries) => {
                let deliveries = self.planned_for(deliveries);
                self.format("note-planned-while-away", &[("deliveries", deliveries.into())])
            }
            SideNote::PlannedWhileSkipped(deliveries) => {
                let deliveries = self.planned_for(deliveries);
                self.format("note-planned-while-skipped", &[("deliveries", deliveries.into())])
            }
            SideNote::SkippedThen { product, until } => self.format(
                "note-skipped-then",
                &[("product", product.into()), ("until", self.day(*until).into())],
            ),
            SideNote::RetiredLeftOut { product } => {
                self.format("note-retired-left-out", &[("product", product.into())])
            }
            SideNote::LookFirst(names) => {
                let customers = self.list(names);
                let args = [("count", names.len().into()), ("customers", customers.into())];
                self.format("note-look-first", &args)
            }
            SideNote::PlannedOnDaysOff(deliveries) => {
                let shown = deliveries.first.iter().take(NAMED_LINES).copied();
                let mut named = self.planned_for(&shown.collect::<Vec<_>>());
                if deliveries.count() > NAMED_LINES {
                    named.push('…');
                }
                let count = deliveries.count();
                let args = [("count", count.into()), ("deliveries", named.into())];
                self.format("note-planned-on-days-off", &args)
            }
            SideNote::PlanReplaced { product, quantity, unit } => {
                self.about_goods("note-plan-replaced", product, *quantity, unit)
            }
            SideNote::NotBrought { product, quantity, unit } => {
                self.about_goods("note-not-brought", product, *quantity, unit)
            }
            SideNote::OneOff { product } => {
                self.format("note-one-off", &[("product", product.into())])
            }
            SideNote::BoughtAgain(goods) => self.bought_again(goods),
            SideNote::StockLeft { product, quantity, unit } => {
                self.about_goods("note-stock-left", product, *quantity, unit)
            }
            SideNote::Repeated(count) => {
                self.format("note-repeated", &[("count", (*count).into())])
            }
            SideNote::Contradicting(lines) => self.about_lines("note-contradicting", lines),
            SideNote::SameName(rows) => {
                let row = |row: &KnownCustomer| {
                    let (line, name) = (row.line.to_string(), format!("{} {}", row.code, row.name));
                    let args = [("line", line.into()), ("customer", name.into())];
                    self.format("note-same-name-row", &args)
                };
                let mut said: Vec<_> = rows.first.iter().take(NAMED_LINES).map(row).collect();
                said.extend((rows.count() > NAMED_LINES).then(|| "…".to_owned()));
                let args = [("count", rows.count().into()), ("rows", self.list(&said).into())];
                self.format("note-same-name", &args)
            }
            SideNote::EntriesAlike(lines) => self.about_lines("note-entries-alike", lines),
            SideNote::TicketsUsed { product, tickets } => self.format(
                "note-tickets-used",
                &[("product", product.into()), ("count", (*tickets).into())],
            ),
            SideNote::TicketsLeft { product, tickets, expires } => {
                let tickets = self.tickets_left(product, *tickets, *expires);
                self.format("note-tickets-left", &[("tickets", tickets.into())])
            }
            SideNote::TicketsRefunded { tickets, paid, amount } => {
                let free = tickets.saturating_sub(*paid);
                let args = [
                    ("paid", (*paid).into()),
                    ("free", free.into()),
                    ("amount", self.money(*amount).into()),
                ];
                self.format("note-tickets-refunded", &args)
            }
            SideNote::TicketsUnpaid(amount) => {
                self.format("note-tickets-unpaid", &[("amount", self.money(*amount).into())])
            }
            SideNote::ComplainedAgain { times } => self.format(
                "note-complained-again",
                &[("times", (*times).into()), ("days", REPEATED_WITHIN.into())],
            ),
            SideNote::Complained(id) => {
                self.format("note-complained", &[("id", id.number().to_string().into())])
            }
            SideNote::Skipped(id, until) => {
                let id = id.number().to_string();
                let until = self.day(*until);
                self.format("note-skipped", &[("id", id.into()), ("until", until.into())])
            }
            SideNote::PromiseKept(_, day) => {
                self.format("note-promise-kept", &[("day", self.day(*day).into())])
            }
            SideNote::FollowUp(id, day) => {
                let id = id.number().to_string();
                self.format("note-follow-up", &[("id", id.into()), ("day", self.day(*day).into())])
            }
        }
    }

    /// Formats the offer to follow goods: `eggs: bought 3 times, every 9 days: follow it?`.
    pub fn bought_again(&self, goods: &OneOffGoods) -> String {
        let args = [
            ("product", goods.product_name.as_str().into()),
            ("times", goods.times.into()),
            ("days", goods.every_days().into()),
            ("code", goods.who.code.as_str().into()),
        ];
        self.format("note-bought-again", &args)
    }

    /// Formats deliveries with their days: `12 (Wed 1 Apr), 15 (Thu 2 Apr)`.
    fn planned_for(&self, deliveries: &[(DeliveryId, Day)]) -> String {
        let one =
            |(id, day): &(DeliveryId, Day)| format!("{} ({})", id.number(), self.short_day(*day));
        self.list(&deliveries.iter().map(one).collect::<Vec<_>>())
    }

    /// Formats the progress of a long job: `1200 of 3000 rows`.
    pub fn progress(&self, progress: Progress) -> String {
        let Progress { work, done, all } = progress;
        let so_far = match work {
            Work::Rows => "job-rows",
            Work::Customers => "job-customers",
            Work::Pages => "job-pages",
        };
        self.format(so_far, &[("done", done.into()), ("all", all.unwrap_or(0).into())])
    }

    /// Formats a note about lines of a file, of which the first few are named.
    fn about_lines(&self, key: &str, lines: &Capped<u64>) -> String {
        let mut named: Vec<String> =
            lines.first.iter().take(NAMED_LINES).map(u64::to_string).collect();
        named.extend((lines.count() > NAMED_LINES).then(|| "…".to_owned()));
        let named = self.list(&named);
        self.format(key, &[("count", lines.count().into()), ("lines", named.into())])
    }

    fn about_goods(&self, key: &str, product: &str, quantity: Quantity, unit: &str) -> String {
        self.format(
            key,
            &[("product", product.into()), ("quantity", self.quantity(quantity, unit).into())],
        )
    }
}
