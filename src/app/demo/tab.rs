//! The tab of one customer of the sample shop: what they owe, and when they come round to paying
//! it.

use super::super::{Result, commands};
use super::dice::Dice;
use super::people::Pays;
use super::words::SampleWords;
use crate::domain::customer::Customer;
use crate::domain::day::DaysOff;
use crate::domain::id::{CustomerId, DeliveryId};
use crate::domain::payday::Payday;
use crate::domain::tab::{Entry, EntryKind};
use crate::domain::{Day, Money};
use crate::store::Tx;
use chrono::Days;

/// A tab while its history is written, oldest entry first.
pub(super) struct Tab<'a> {
    tx: &'a Tx<'a>,
    words: &'static SampleWords,
    days_off: &'a DaysOff,
    customer: CustomerId,
    payday: Payday,
    pays: Pays,
    balance: Money,
    /// The last charge, which is what people think of when they pay a part or ahead.
    usual: Money,
    /// The day on which they mean to pay.
    meant: Option<Day>,
}

impl<'a> Tab<'a> {
    pub(super) fn new(
        tx: &'a Tx<'a>,
        words: &'static SampleWords,
        days_off: &'a DaysOff,
        customer: &Customer,
        pays: Pays,
    ) -> Self {
        let Customer { id, payday, .. } = *customer;
        let (balance, usual) = (Money::ZERO, Money::ZERO);
        Self { tx, words, days_off, customer: id, payday, pays, balance, usual, meant: None }
    }

    /// Writes the debt carried over from before the notebook was begun.
    pub(super) fn open(&mut self, dice: &mut Dice, on: Day) -> Result<()> {
        let amount = Money::from_minor(dice.between(1, 30) * 50);
        self.write(EntryKind::Opening, amount, on, "", None)?;
        self.mean_to_pay(dice, on);
        Ok(())
    }

    /// Goods were brought; now and then something is let off or put right, and some pay at once.
    pub(super) fn charge(
        &mut self,
        dice: &mut Dice,
        amount: Money,
        on: Day,
        delivery: DeliveryId,
    ) -> Result<()> {
        self.write(EntryKind::Charge, amount, on, "", Some(delivery))?;
        self.usual = amount;
        match dice.below(1000) {
            0..=5 => {
                let kindness = Money::from_minor((amount.minor() / 20).max(1));
                self.write(EntryKind::Discount, kindness, on, self.words.kindness, None)?;
            }
            6..=7 => {
                let back = -Money::from_minor((amount.minor() / 4).max(1));
                self.write(EntryKind::Correction, back, on, self.words.miscounted, None)?;
            }
            _ => {}
        }
        if self.pays == Pays::AtTheDoor && dice.percent(93) {
            return self.pay(dice, self.balance, on, Some(delivery));
        }
        self.mean_to_pay(dice, on);
        Ok(())
    }

    /// Writes the payments that the customer intended to make before `day`.
    pub(super) fn settle_before(&mut self, dice: &mut Dice, day: Day) -> Result<()> {
        while let Some(on) = self.meant.filter(|on| *on < day) {
            self.meant = None;
            let amount = match self.pays {
                Pays::NotSince(last) if on >= last => return Ok(()),
                Pays::InParts if self.balance > self.usual && dice.percent(80) => {
                    Money::from_minor(self.balance.minor() * 3 / 5 / 10 * 10)
                }
                Pays::InParts if dice.percent(50) => {
                    Money::from_minor(self.balance.minor() / 2 / 10 * 10)
                }
                Pays::Ahead => {
                    let sum = self.balance.minor() + self.usual.minor() * dice.between(0, 2);
                    Money::from_minor((sum + 99) / 100 * 100)
                }
                _ => self.balance,
            };
            self.pay(dice, amount, on, None)?;
            if self.balance.is_positive() {
                self.meant = Some(self.next_payday(dice, on + Days::new(1)));
            }
        }
        Ok(())
    }

    /// Writes off the remaining debt of a customer who has left, if there is any.
    pub(super) fn give_up(&mut self, on: Day) -> Result<()> {
        if !self.balance.is_positive() {
            return Ok(());
        }
        self.meant = None;
        self.write(EntryKind::WriteOff, self.balance, on, self.words.lost, None)
    }

    /// Returns whether a payment is overdue; of a customer who pays late or in parts, any debt is.
    pub(super) fn is_late(&self, today: Day) -> bool {
        self.balance.is_positive() && self.meant.is_none_or(|meant| meant < today)
            || matches!(self.pays, Pays::Late | Pays::InParts) && self.balance.is_positive()
    }

    fn mean_to_pay(&mut self, dice: &mut Dice, on: Day) {
        if self.meant.is_none() && self.balance.is_positive() {
            let due = self.next_payday(dice, on);
            let late = self.pays == Pays::Late || dice.permille(15);
            let on = if late { self.next_payday(dice, due + Days::new(1)) } else { due };
            // Some payments are made one day after the payday.
            let slow = u64::from(dice.percent(8));
            self.meant = Some(on + Days::new(slow));
        }
    }

    /// Returns the payday on or after a day; without a payday, a day within the next four days.
    fn next_payday(&self, dice: &mut Dice, day: Day) -> Day {
        match self.payday {
            Payday::NONE => day + Days::new(dice.between(0, 4) as u64),
            _ => self.payday.first_on_or_after(day, self.days_off),
        }
    }

    fn pay(
        &mut self,
        dice: &mut Dice,
        amount: Money,
        on: Day,
        delivery: Option<DeliveryId>,
    ) -> Result<()> {
        if !amount.is_positive() {
            return Ok(());
        }
        self.balance -= amount;
        let payment = commands::entry(self.customer, EntryKind::Payment, amount, on);
        let method = dice.pick(self.words.methods).to_owned();
        self.tx.insert_entry(&Entry { method, delivery, ..payment })?;
        Ok(())
    }

    fn write(
        &mut self,
        kind: EntryKind,
        amount: Money,
        on: Day,
        note: &str,
        delivery: Option<DeliveryId>,
    ) -> Result<()> {
        let entry = commands::entry(self.customer, kind, amount, on);
        self.balance += entry.amount;
        self.tx.insert_entry(&Entry { note: note.to_owned(), delivery, ..entry })?;
        Ok(())
    }
}
