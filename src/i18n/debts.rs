//! Explains a debt in sentences for the shopkeeper: what it is for, since when, and when it is due.

use super::{Arg, Localizer};
use crate::domain::ageing::DebtAge;
use crate::domain::credit_limit::LimitExcess;
use crate::domain::customer::Customer;
use crate::domain::payday::Payday;
use crate::domain::payment_record::PaymentRecord;
use crate::domain::tab::{Statement, StatementLine, late_days};
use crate::domain::trust::{TrustGrade, TrustScore};
use crate::domain::views::PromiseStatus;
use crate::domain::{Day, Money, StableName};

impl Localizer {
    /// Returns the arguments of the sentence about a charge that goes over the credit limit.
    pub(super) fn over_limit<'a>(
        &self,
        name: &'a str,
        trust: Option<TrustGrade>,
        excess: &LimitExcess,
    ) -> Vec<(&'static str, Arg<'a>)> {
        let goods = excess.goods.as_slice();
        vec![
            ("name", name.into()),
            ("balance", self.money(excess.balance).into()),
            ("limit", self.money(excess.limit).into()),
            ("room", self.money(excess.room).into()),
            ("part", self.money(excess.part).into()),
            ("goods", self.goods(goods).into()),
            ("has_goods", u32::from(!goods.is_empty()).into()),
            ("trust", trust.map_or("none", TrustGrade::key).into()),
        ]
    }

    /// Describes the balance of a tab: `owes 1 240`, `prepaid 20`, `settled`.
    pub fn balance(&self, balance: Money) -> String {
        let amount = ("amount", self.money(balance.abs()).into());
        match balance {
            balance if balance.is_zero() => self.text("page-even"),
            credit if credit.is_negative() => self.format("page-credit", &[amount]),
            _ => self.format("statement-balance", &[amount]),
        }
    }

    /// Describes an age of debts, or credit: `not due`, `8-30 days late`.
    pub fn debt_age(&self, age: Option<DebtAge>) -> String {
        match age {
            None => self.text("debt-age-credit"),
            Some(DebtAge::NotDue) => self.text("debt-age-not-due"),
            Some(DebtAge::Days { from, to }) => {
                let args = [("from", from.to_string().into()), ("to", to.to_string().into())];
                self.format("debt-age-days", &args)
            }
            Some(DebtAge::Older { from }) => {
                self.format("debt-age-older", &[("from", from.to_string().into())])
            }
        }
    }

    /// Returns one line for each debt that is still open, one for what is paid ahead, and one for the
    /// payday.
    pub fn why_owed(&self, customer: &Customer, statement: &Statement, today: Day) -> Vec<String> {
        let debts = statement.lines.iter().filter(|line| line.open.is_positive());
        let debts = debts.filter_map(|line| Some(self.debt(line, line.due?, today)));
        let mut lines: Vec<String> = debts.collect();
        if statement.credit.is_positive() {
            let credit = self.money(statement.credit);
            lines.push(self.format("why-owed-credit", &[("amount", credit.into())]));
        }
        if customer.payday != Payday::NONE {
            let payday = self.payday(&customer.payday);
            lines.push(self.format("why-owed-payday", &[("payday", payday.into())]));
        }
        if let Some(promised) = statement.promised {
            let status = PromiseStatus::on(promised, today);
            lines
                .push(self.format("why-owed-promise", &[("promise", self.promise(status).into())]));
        }
        lines.extend(self.payment_record(PaymentRecord::of(statement, today)));
        lines.extend(statement.trust.map(|trust| self.trust_sum(trust)));
        lines
    }

    /// Describes a trust grade: `B, 78 of 100 points`; nothing if there is none.
    pub fn maybe_trust(&self, trust: Option<TrustScore>) -> String {
        trust.map(|trust| self.format("trust", &trust_args(trust))).unwrap_or_default()
    }

    /// Explains a trust grade by its sum.
    fn trust_sum(&self, trust: TrustScore) -> String {
        let TrustScore { on_time, late, promises, years } = trust;
        let mut args = trust_args(trust).to_vec();
        args.extend([
            ("on_time", on_time.to_string().into()),
            ("late", late.to_string().into()),
            ("promises", promises.to_string().into()),
            ("years", years.to_string().into()),
        ]);
        self.format("trust-sum", &args)
    }

    /// Describes how a customer has paid so far: `paid by payday 9 of 11 times, otherwise 2 days late on
    /// average`; `None` if nothing has fallen due.
    pub fn payment_record(&self, record: PaymentRecord) -> Option<String> {
        if record.times == 0 {
            return None;
        }
        let late = record.mean_late_days();
        let args = [
            ("kept", record.on_time.into()),
            ("times", record.times.into()),
            ("late", late.unwrap_or_default().into()),
        ];
        Some(self.format("payment-record", &args))
    }

    /// Describes an open debt, which is due on a day.
    fn debt(&self, line: &StatementLine, due: Day, today: Day) -> String {
        let args = [
            ("entry", self.label(line.entry.kind).into()),
            ("day", self.day_near(line.entry.on, today).into()),
            ("amount", self.money(line.entry.amount).into()),
            ("open", self.money(line.open).into()),
            ("due", self.day_near(due, today).into()),
            ("late", late_days(due, today).into()),
        ];
        let partly = line.open < line.entry.amount;
        let debt = self.format(if partly { "why-owed-partly" } else { "why-owed" }, &args);
        match line.entry.note.as_str() {
            "" => debt,
            note => format!("{debt}{}", self.format("aside", &[("text", note.into())])),
        }
    }
}

/// Returns the grade and the sum of a trust score, for a message.
fn trust_args(trust: TrustScore) -> [(&'static str, super::Arg<'static>); 2] {
    [("grade", trust.grade().key().into()), ("total", trust.total().to_string().into())]
}
