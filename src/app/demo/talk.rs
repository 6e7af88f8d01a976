//! Contacts with the customers of the sample shop, and the follow-ups still open for them.

use super::super::Result;
use super::dice::Dice;
use super::history::{Lived, Scribe};
use super::people::Person;
use crate::domain::contact::{Contact, CustomerMood};
use crate::domain::customer::Channel;
use crate::domain::follow_up::{FollowUp, FollowUpStage, Repeat, Rule, Trigger};
use crate::domain::id::{ContactId, CustomerId};
use crate::domain::promise::PromiseTerms;
use crate::domain::{Day, day::Recurrence};
use chrono::Days;

impl Scribe<'_> {
    /// Writes the contacts and follow-ups of a customer whose deliveries are written.
    pub(super) fn talk(&self, dice: &mut Dice, who: &Person, lived: &Lived) -> Result<()> {
        let id = who.customer.id;
        let days = (self.today - who.customer.joined_on).num_days();
        if let Some(first) = lived.first {
            self.first_call(dice, id, first)?;
        }
        // Half of what was ever said is of this year: the older pages were never copied.
        let mut talks: Vec<Day> = (0..dice.below(4))
            .filter_map(|_| {
                let far = if dice.percent(50) { 200 } else { days.max(1) };
                let ago = dice.between(1, far);
                (ago < days).then(|| self.today - Days::new(ago as u64))
            })
            .collect();
        talks.sort_unstable();
        for on in talks {
            let place = dice.below(self.words.talks.len());
            if let Some((channel, mood, text)) = self.words.talks.get(place) {
                self.contact(id, on, *channel, text, Some(*mood))?;
            }
        }
        if let Some(gone) = who.gone.filter(|gone| gone.to < self.today) {
            self.contact(id, gone.from, Channel::Phone, self.words.gone, Some(2))?;
            self.contact(id, gone.to, Channel::Visit, self.words.back, Some(4))?;
        }
        if who.customer.left.is_some() {
            return Ok(());
        }
        if lived.late && dice.percent(45) {
            self.promise(dice, id)?;
        }
        self.by_hand(dice, id, days)
    }

    fn contact(
        &self,
        customer: CustomerId,
        on: Day,
        channel: Channel,
        text: &str,
        mood: Option<u8>,
    ) -> Result<()> {
        let (id, text) = (ContactId::new(0), text.to_owned());
        let mood = mood.and_then(CustomerMood::new);
        self.tx.insert_contact(&Contact { id, customer, on, channel, text, mood })?;
        Ok(())
    }

    /// Writes the follow-up of the shop's rule: a call three days after the first delivery.
    fn first_call(&self, dice: &mut Dice, customer: CustomerId, first: Day) -> Result<()> {
        let occasion = Some(Trigger { rule: Rule::FirstDelivery, customer, day: first });
        let call = FollowUp { occasion, ..FollowUp::new(customer, "", first + Days::new(3)) };
        let outcome = dice.pick(self.words.first_calls);
        self.write(if call.due_on < self.today { done(call, 0, outcome) } else { call })
    }

    fn promise(&self, dice: &mut Dice, customer: CustomerId) -> Result<()> {
        let said = self.today - Days::new(dice.between(2, 9) as u64);
        let day = self.today + Days::new(dice.between(0, 6) as u64) - Days::new(1);
        let text = self.words.promise;
        self.contact(customer, said, Channel::Visit, text, Some(3))?;
        let occasion = Some(Trigger { rule: Rule::Promise, customer, day });
        let after_entry = self.tx.last_entry_until(customer, said)?;
        let promise = Some(PromiseTerms { amount: None, made_on: said, after_entry });
        self.write(FollowUp { occasion, promise, ..FollowUp::new(customer, text, day) })
    }

    /// Writes follow-ups entered by the shopkeeper: a few are open, some were done long ago.
    fn by_hand(&self, dice: &mut Dice, customer: CustomerId, days: i64) -> Result<()> {
        let place = dice.below(self.words.follow_ups.len());
        let Some((text, outcome)) = self.words.follow_ups.get(place) else {
            return Ok(());
        };
        if dice.percent(24) && days > 60 {
            let due = self.today - Days::new(dice.between(12, days - 30) as u64);
            self.write(done(FollowUp::new(customer, text, due), dice.below(3), outcome))?;
        }
        // Dealt like cards: one customer in twelve, on one of the six days around today.
        let (card, round) = (customer.number() % 12, customer.number() / 12);
        if card == 2 || dice.percent(3) {
            let due = self.today + Days::new((round % 6) as u64) - Days::new(1);
            let every = Recurrence::parse(dice.pick(&["1 month", "3 months", "2 weeks"])).ok();
            let every = every.filter(|_| dice.percent(30));
            let repeat = every.map(|every| match dice.percent(50) {
                true => Repeat::Every(every),
                false => Repeat::AfterDone(every),
            });
            self.write(FollowUp { repeat, ..FollowUp::new(customer, text, due) })?;
        }
        Ok(())
    }

    fn write(&self, follow_up: FollowUp) -> Result<()> {
        self.tx.insert_follow_up(&follow_up)?;
        Ok(())
    }
}

/// Returns the follow-up as done `late` days after it was due.
fn done(open: FollowUp, late: usize, outcome: &str) -> FollowUp {
    let closed_on = Some(open.due_on + Days::new(late as u64));
    FollowUp { stage: FollowUpStage::Done, closed_on, outcome: outcome.to_owned(), ..open }
}
