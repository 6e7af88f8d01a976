//! The history of one customer of the sample shop, visit by visit, from the first day to today.
//!
//! The shopkeeper of the demo works as the program says: each next visit follows from the forecast
//! of what was seen and brought so far. The truth, which only the demo knows, is a rate that
//! differs a little each time; so now and then a jar is found empty, as in a real shop.

use super::super::Result;

use super::dice::Dice;
use super::goods::SampleGoods;
use super::people::Person;
use super::running::{RunningShop, newest, next_due};
use super::tab::Tab;
use super::words::SampleWords;
use crate::domain::day::DaysOff;
use crate::domain::delivery::{Checklist, Delivery, DeliveryLine, DeliveryStage, DoorChecklist};
use crate::domain::forecast::prior::Prior;
use crate::domain::forecast::quantiles::Quantiles;
use crate::domain::forecast::{JarHistory, ModelParams, forecast};
use crate::domain::id::{DeliveryId, ReadingId};
use crate::domain::jar::{Reading, ReadingKind, Strategy};
use crate::domain::product::Product;
use crate::domain::shop::Shop;
use crate::domain::visit_days::{VisitDays, everybody_away};
use crate::domain::{Day, Money};
use crate::store::Tx;
use chrono::Days;

/// The shared inputs for writing the history of each customer.
pub(super) struct Scribe<'a> {
    pub(super) tx: &'a Tx<'a>,
    pub(super) shop: &'a Shop,
    pub(super) days_off: &'a DaysOff,
    pub(super) words: &'static SampleWords,
    pub(super) today: Day,
    pub(super) quantiles: Quantiles,
}

/// Summary of a customer's history.
pub(super) struct Lived {
    /// Number of deliveries, whatever their outcome.
    pub(super) deliveries: u64,
    /// Day of the first delivery that was done.
    pub(super) first: Option<Day>,
    /// True if a payment of the customer is overdue.
    pub(super) late: bool,
}

impl Scribe<'_> {
    /// Writes the customer's rows, and everything that happened to them.
    pub(super) fn live(
        &self,
        dice: &mut Dice,
        goods: &mut SampleGoods,
        who: &Person,
    ) -> Result<Lived> {
        let customer = &who.customer;
        self.tx.insert_customer(customer)?;
        for change in &who.changes {
            self.tx.put_household_change(customer.id, change)?;
        }
        for away in &who.away {
            self.tx.insert_away(customer.id, away)?;
        }
        let mut jars = Vec::new();
        for truth in &who.jars {
            let id = self.tx.insert_jar(&truth.jar)?;
            jars.push(RunningShop::new(truth, id, customer.joined_on, dice));
        }
        let mut tab = Tab::new(self.tx, self.words, self.days_off, customer, who.pays);
        if dice.percent(5) {
            tab.open(dice, customer.joined_on)?;
        }

        let mut lived = Lived { deliveries: 0, first: None, late: false };
        let end = who.end(self.today);
        // The last day on which they were visited, and the day that was agreed after a vain visit.
        let (mut last, mut again) = (customer.joined_on - Days::new(1), None);
        loop {
            let visit = again.take().unwrap_or_else(|| self.next_visit(dice, who, &jars, last));
            if visit >= end {
                lived.deliveries += self.plan(dice, who, &jars, visit)?;
                break;
            }
            lived.deliveries += 1;
            last = visit;
            tab.settle_before(dice, visit)?;
            let tomorrow = visit + Days::new(1);
            match dice.below(1000) {
                0..=14 if lived.first.is_some() => {
                    self.close(dice, who, &jars, visit, DeliveryStage::Missed)?;
                    again = Some(self.shop.delivery_day_from(tomorrow, customer.weekdays));
                }
                15..=21 if lived.first.is_some() => {
                    self.close(dice, who, &jars, visit, DeliveryStage::Cancelled)?;
                    let later = visit + Days::new(dice.between(3, 8) as u64);
                    again = Some(self.shop.delivery_day_from(later, customer.weekdays));
                }
                _ => {
                    self.bring(dice, goods, who, &mut jars, &mut tab, visit)?;
                    lived.first = lived.first.or(Some(visit));
                }
            }
        }
        tab.settle_before(dice, self.today)?;
        if let Some(left) = &customer.left {
            let long_after = left.on + Days::new(dice.between(90, 160) as u64);
            if long_after < self.today {
                tab.give_up(long_after)?;
            }
        }
        lived.late = tab.is_late(self.today);
        Ok(lived)
    }

    /// Returns the day of the next visit: a little before a jar has to be filled, and now and
    /// then a little after.
    fn next_visit(&self, dice: &mut Dice, who: &Person, jars: &[RunningShop], last: Day) -> Day {
        let weekdays = who.customer.weekdays;
        let first = self.shop.delivery_day_from(last + Days::new(1), weekdays);
        let due = next_due(jars, self.today);
        // The shopkeeper is behind with a few of these days: they wait in the morning list.
        let number = who.customer.id.number();
        let behind = number < 200
            && number % 7 == 6
            && (self.today - Days::new(5)..self.today).contains(&due);
        let wanted = match dice.below(100) {
            _ if behind => self.today,
            0..=6 => due + Days::new(dice.between(1, 3) as u64),
            7..=45 => due,
            46..=79 => due - Days::new(1),
            _ => due - Days::new(2),
        };
        let day = if wanted <= first {
            first
        } else if wanted > due {
            self.shop.delivery_day_from(wanted, weekdays)
        } else {
            self.shop.delivery_day_until(wanted, first, weekdays).unwrap_or(first)
        };
        match who.gone {
            Some(gone) if gone.contains(day) => self.shop.delivery_day_from(gone.to, weekdays),
            _ => day,
        }
    }

    /// Writes a visit that delivers goods.
    fn bring(
        &self,
        dice: &mut Dice,
        goods: &mut SampleGoods,
        who: &Person,
        jars: &mut [RunningShop],
        tab: &mut Tab,
        on: Day,
    ) -> Result<()> {
        let (mut lines, mut poured) = (Vec::new(), false);
        let next = next_due(jars, on);
        for jar in jars.iter_mut().filter(|jar| jar.is_wanted(on, next)) {
            let Some(product) = goods.products.get(jar.truth.product) else { continue };
            jar.eat_until(who, on);
            let (planned, delivered) = jar.quantities(dice, product);
            let price = jar.truth.jar.price.unwrap_or(product.price);
            let price = goods.price_on(&Product { price, ..product.clone() }, on);
            let line = DeliveryLine {
                product: product.id,
                planned,
                delivered: Some(delivered),
                price: Some(price),
                cost: goods.cost_on(product, on),
            };
            poured |= product.door_checklist() == DoorChecklist::Rice;
            goods.take(line.product, delivered, on);
            lines.push(line);
        }
        let looked = dice.percent(55);
        let ticked = looked && poured;
        let cleaned = looked && dice.percent(60) && poured;
        let slipped = Days::new(u64::from(dice.percent(5)));
        let delivery = Delivery {
            id: DeliveryId::new(0),
            customer: who.customer.id,
            stage: DeliveryStage::Done,
            planned_for: (on - slipped).max(who.customer.joined_on),
            closed_on: Some(on),
            reason: String::new(),
            checklist: Checklist { old_out: ticked, cleaned, new_in: ticked, old_on_top: ticked },
            early: false,
            lines,
            external: None,
        };
        let id = self.tx.insert_delivery(&delivery)?;
        for jar in jars.iter_mut() {
            let line = delivery.lines.iter().find(|line| line.product == jar.truth.jar.product);
            let Some(delivered) = line.and_then(|line| line.delivered) else { continue };
            jar.eat_until(who, on);
            // Until the rate is known the shopkeeper looks every time.
            if looked || jar.readings.len() < 2 {
                let level = jar.seen();
                let delivery = Some(id);
                let reading = Reading {
                    id: ReadingId::new(0),
                    jar: jar.id,
                    on,
                    level,
                    kind: ReadingKind::Seen,
                    delivery,
                };
                self.tx.insert_reading(who.customer.id, &reading)?;
                jar.readings.push((on, level));
            }
            jar.fill(dice, on, delivered);
            jar.due = self.due(dice, who, jar, goods);
        }
        let amounts =
            delivery.lines.iter().filter_map(|line| Some(line.delivered?.times(line.price?)));
        let amount: Money = amounts.sum();
        tab.charge(dice, amount, on, id)
    }

    /// Returns the day by which a jar has to be filled again according to the forecast; customers
    /// who order by themselves do so when the jar is nearly empty.
    fn due(&self, dice: &mut Dice, who: &Person, jar: &RunningShop, goods: &SampleGoods) -> Day {
        let a_year = jar.since + Days::new(365);
        let truth = &jar.truth.jar;
        let product = goods.products.get(jar.truth.product);
        if truth.strategy == Strategy::OnCall {
            let days = (jar.level / jar.truth.rate.max(1e-6)).min(365.0) as i64;
            return jar.since + Days::new((days - dice.between(0, 2)).max(2) as u64);
        }
        let foreseen = product.and_then(|product| {
            let history = JarHistory {
                jar: truth,
                product,
                household: who.customer.household,
                changes: &who.changes,
                away: &who.away,
                readings: newest(&jar.readings),
                rough: &[],
                enough: &[],
                delivered: newest(&jar.delivered),
            };
            let knowledge = ModelParams { prior: &known(product), quantiles: &self.quantiles };
            forecast(&history, &knowledge, self.shop.service_level)
        });
        let away = everybody_away(&who.away);
        let days = VisitDays { shop: self.shop, weekdays: who.customer.weekdays, away: &away };
        let latest =
            foreseen.and_then(|foreseen| days.bring_by(truth.strategy, &foreseen.forecast, None));
        latest.unwrap_or(a_year)
    }

    /// Writes a visit that delivered nothing.
    fn close(
        &self,
        dice: &mut Dice,
        who: &Person,
        jars: &[RunningShop],
        on: Day,
        stage: DeliveryStage,
    ) -> Result<()> {
        let reasons = match stage {
            DeliveryStage::Missed => self.words.reasons_missed,
            _ => self.words.reasons_cancelled,
        };
        let reason = dice.pick(reasons).to_owned();
        let planned = planned(who, jars, on);
        self.tx.insert_delivery(&Delivery { stage, closed_on: Some(on), reason, ..planned })?;
        Ok(())
    }

    /// Writes the next visit if it is near enough to be planned already; returns the number of
    /// deliveries written, 0 or 1.
    fn plan(&self, dice: &mut Dice, who: &Person, jars: &[RunningShop], on: Day) -> Result<u64> {
        let soon = on < self.today + Days::new(4);
        if jars.is_empty()
            || who.end(self.today) < self.today
            || on < self.today
            || !soon
            || !dice.percent(60)
        {
            return Ok(0);
        }
        self.tx.insert_delivery(&planned(who, jars, on))?;
        Ok(1)
    }
}

/// Returns the prior of a product in the demo shop: an established shop that knows its customers.
fn known(product: &Product) -> Prior {
    Prior { within: 0.03, within_seen: 0.015, between: 0.10, ..Prior::of_product(product, None) }
}

/// Builds the open delivery of the goods that the jars need.
fn planned(who: &Person, jars: &[RunningShop], on: Day) -> Delivery {
    let next = next_due(jars, on);
    let line = |jar: &RunningShop| DeliveryLine {
        product: jar.truth.jar.product,
        planned: jar.truth.usual,
        delivered: None,
        price: None,
        cost: None,
    };
    Delivery {
        id: DeliveryId::new(0),
        customer: who.customer.id,
        stage: DeliveryStage::Planned,
        planned_for: on,
        closed_on: None,
        reason: String::new(),
        checklist: Checklist::default(),
        early: false,
        lines: jars.iter().filter(|jar| jar.is_wanted(on, next)).map(line).collect(),
        external: None,
    }
}

impl Person {
    /// Returns the first day without further visits: they left, fell silent, or it is today.
    fn end(&self, today: Day) -> Day {
        let left = self.customer.left.as_ref().map(|left| left.on);
        [left, self.silent].into_iter().flatten().fold(today, Day::min)
    }
}
