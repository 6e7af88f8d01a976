//! The short form for a visit: the goods brought, the level left in each jar, the payment.
//!
//! Fields for other goods and for prices are added only on request, to keep the form short.

mod inputs;
mod limit;

use super::preview::{JarPreview, TabBefore, balance_then};
use super::{Evening, FormKind, read, ticket};
use crate::app::{VisitPreview, VisitedJar};
use crate::domain::container::{DepositAmount, DoorContainers};
use crate::domain::day::parse_day;
use crate::domain::delivery::{self, Checklist, DeliveryReport, DoorChecklist, ShortfallPolicy};
use crate::domain::id::{CustomerId, DeliveryId, ProductId};
use crate::domain::jar::Level;
use crate::domain::payment::methods;
use crate::domain::refusal::Topic;
use crate::domain::tab::OverLimit;
use crate::domain::text::rules;
use crate::domain::views::Goods;
use crate::domain::{Command, Money, Quantity, StableName};
use crate::tui::model::{
    FieldId, Form, FormField, FormSheet, LookupKind, Mark, Model, Target, TargetVisit,
};
use inputs::{containers, money};

/// The four checkboxes and their lines for rice, in the order of the work.
const TICKS: [(FieldId, &str); 4] = [
    (FieldId::OldOut, "door-old-out"),
    (FieldId::Cleaned, "door-cleaned"),
    (FieldId::NewIn, "door-new-in"),
    (FieldId::OldOnTop, "door-old-on-top"),
];

/// A visit being recorded.
#[derive(Clone, PartialEq, Debug)]
pub struct DoorForm {
    customer: CustomerId,
    /// The planned delivery; `None` if it was only proposed.
    pub(super) delivery: Option<DeliveryId>,
    goods: Vec<Goods>,
    /// Number of the goods that are planned; those after them are only proposed.
    planned: usize,
    pub(super) tab: TabBefore,
    /// The jars after the visit.
    pub(super) jars: JarPreview,
    /// Number of other goods that have fields; the first one also adds the price fields.
    others: usize,
    /// The evening that this form is a step of.
    pub(super) evening: Option<Evening>,
}

impl DoorForm {
    /// Returns the form for the goods to bring, with the quantities filled in; `None` if there is
    /// no visit.
    pub fn open(model: &Model, subject: &Target) -> Option<FormSheet> {
        let TargetVisit { delivery, goods: ref planned, .. } = *subject.visit.as_ref()?;
        let planned = delivery.map_or(0, |_| planned.len());
        let goods = subject.visit.as_ref()?.to_bring();
        let words = &model.words;
        let mut fields = Vec::new();
        for (index, brought) in goods.iter().enumerate() {
            let label = words.format("door-brought", &[("product", brought.name.as_str().into())]);
            let brought = FormField::new(label, brought.quantity.to_string(), brought.unit.clone());
            fields.push(brought.id(FieldId::Brought(index)).proposed().about(Topic::Quantity));
        }
        for (index, seen) in goods.iter().enumerate() {
            let label = words.format("door-left", &[("product", seen.name.as_str().into())]);
            let aside = words.format("door-left-aside", &[("unit", seen.unit.as_str().into())]);
            let field = FormField::new(label, String::new(), aside).id(FieldId::Left(index));
            fields.push(field.about(Topic::Reading));
        }
        fields.extend(ticket::fields(model, &goods));
        let container = goods.iter().map(|goods| &goods.container).find(|name| !name.is_empty());
        if let Some(container) = container {
            let count = |id: FieldId, label: &str, aside: &str| {
                let label = words.format(label, &[("container", container.into())]);
                let aside = words.text(aside);
                FormField::new(label, String::new(), aside).id(id).about(Topic::Quantity)
            };
            fields.push(count(FieldId::Lent, "door-lent", "door-lent-aside"));
            let returned = FieldId::ReturnedContainers;
            fields.push(count(returned, "door-returned", "door-returned-aside"));
            let deposits = ["container-no-deposit", "container-usual-deposit"];
            let deposits = deposits.map(|key| words.text(key)).to_vec();
            fields.push(
                FormField::choice(words.text("column-deposit"), deposits, 0).id(FieldId::Deposit),
            );
        }
        let paid = FormField::new(words.text("door-paid"), String::new(), String::new());
        fields.push(paid.id(FieldId::Paid).about(Topic::Amount));
        let methods = methods(&model.shop, words.language());
        let usual = methods.first().cloned().unwrap_or_default();
        let method = FormField::new(words.text("payment-method"), usual, words.list(&methods));
        fields.push(method.id(FieldId::Method).of(rules::METHOD));
        let (tick, no_tick) = model.look.glyphs.tick;
        for (id, line) in checklist(model, &goods) {
            let choices = vec![no_tick.to_owned(), tick.to_owned()];
            let aside = words.text("door-tick-aside");
            fields.push(FormField::choice(line, choices, 0).id(id).with_aside(aside));
        }
        let rests = ShortfallPolicy::ALL.iter().map(|(rest, _)| words.label(*rest)).collect();
        fields.push(FormField::choice(words.text("door-rest"), rests, 0).id(FieldId::Shortfall));
        fields.push(read::on(model));
        let form =
            Form { title: words.text("door-title"), about: subject.name.clone(), fields, at: 0 };
        // The planned quantities are usually right, so the first field to type is the level left.
        let form = form.focused_on(FieldId::Left(0));
        let tab = TabBefore { balance: subject.balance, limit: subject.limit };
        let customer = subject.customer;
        let jars = JarPreview::default();
        let door = Self { customer, delivery, goods, planned, tab, jars, others: 0, evening: None };
        Some(FormSheet { purpose: FormKind::Door(door), form, also: Vec::new(), saving: false })
    }

    /// Returns the mark for the row of the visit.
    pub const fn mark(&self) -> Mark {
        Mark::Visit(self.customer, self.delivery)
    }

    /// Adds fields for one more product, and price fields for the existing products the first time.
    pub fn ask_for_more(&mut self, model: &Model, form: &mut Form) {
        let words = &model.words;
        let price = |id: FieldId, label: String| {
            let aside = words.text("door-price-aside");
            FormField::new(label, String::new(), aside).id(id).about(Topic::Amount)
        };
        if self.others == 0 {
            let prices = self.goods.iter().enumerate().map(|(index, goods)| {
                let named = [("product", goods.name.as_str().into())];
                price(FieldId::BroughtPrice(index), words.format("door-price", &named))
            });
            form.insert_before(FieldId::Paid, prices);
        }
        let text = |id: FieldId, label: &str, aside: String| {
            FormField::new(words.text(label), String::new(), aside).id(id)
        };
        let (other, aside) = (self.others, words.text("field-find"));
        let line = [
            FormField::find(words.text("door-other"), LookupKind::Product, None, aside)
                .id(FieldId::OtherProduct(other))
                .about(Topic::Product),
            text(FieldId::OtherBrought(other), "door-other-brought", String::new())
                .about(Topic::Quantity),
            text(FieldId::OtherLeft(other), "door-other-left", words.text("door-other-left-aside"))
                .about(Topic::Reading),
            price(FieldId::OtherPrice(other), words.text("door-other-price")),
        ];
        form.insert_before(FieldId::Paid, line);
        form.focus(FieldId::OtherProduct(other));
        self.others += 1;
    }

    /// Returns the amount that the goods typed so far are charged with; `None` if a quantity or price
    /// cannot be read, or the price of another product is not typed.
    fn charge(&self, model: &Model, form: &Form) -> Option<Money> {
        let price = |field: FieldId, agreed: Option<Money>| match form.text(field) {
            "" => agreed,
            text => model.shop.currency.parse_at_least_zero(text).ok(),
        };
        let mut charge = Money::ZERO;
        for (index, goods) in self.goods.iter().enumerate() {
            let quantity = form.text(FieldId::Brought(index));
            let quantity = Quantity::parse_at_least_zero_in(quantity, &goods.unit).ok()?;
            let units = Quantity::whole(ticket::used(form, (index, goods), quantity)?.into());
            let agreed = goods.prices.of(quantity);
            charge += (quantity - units).times(price(FieldId::BroughtPrice(index), Some(agreed))?);
        }
        for index in 0..self.others {
            let product = FieldId::OtherProduct(index);
            if form.text(product).is_empty() {
                continue;
            }
            let (quantity, unit) = (form.text(FieldId::OtherBrought(index)), form.unit_of(product));
            let quantity = Quantity::parse_positive_in(quantity, &unit).ok()?;
            charge += quantity.times(price(FieldId::OtherPrice(index), None)?);
        }
        Some(charge)
    }

    /// Returns the balance of the tab after the visit, as far as what is typed can be read.
    pub(super) fn balance_after(&self, model: &Model, form: &Form) -> Option<Money> {
        let paid = match form.text(FieldId::Paid) {
            "" => Money::ZERO,
            text => model.shop.currency.parse_at_least_zero(text).ok()?,
        };
        Some(self.tab.balance + self.charge(model, form)? - paid)
    }

    /// Returns the visit that is typed, as far as it changes jars.
    pub(super) fn visit(&self, model: &Model, form: &Form) -> Option<VisitPreview> {
        let on = form.field(FieldId::On)?;
        let jar = |(index, goods): (usize, &Goods)| {
            let delivered = form.text(FieldId::Brought(index));
            Some(VisitedJar {
                product: goods.product,
                left: Level::parse(form.text(FieldId::Left(index)), &goods.unit).ok(),
                delivered: Quantity::parse_at_least_zero_in(delivered, &goods.unit).ok()?,
            })
        };
        Some(VisitPreview {
            customer: self.customer,
            on: parse_day(on.text(), on.days(model.days())).ok()?,
            jars: self.goods.iter().enumerate().filter_map(jar).collect(),
        })
    }

    /// Returns the remarks beside the fields: the level of each jar afterwards and its next empty day,
    /// today's charge, the amount that today's payment is a part of, and the balance after it.
    pub(super) fn remarks(&self, model: &Model, form: &Form) -> Vec<(FieldId, String)> {
        let words = &model.words;
        let mut remarks = Vec::new();
        for (index, goods) in self.goods.iter().enumerate() {
            let after = self.jars.of(goods.product);
            let brought = match after {
                None => goods.unit.clone(),
                Some(after) => {
                    let day = words.day_near(after.likely, model.today);
                    let args = [("unit", goods.unit.as_str().into()), ("day", day.into())];
                    words.format("door-empty-then", &args)
                }
            };
            remarks.push((FieldId::Brought(index), brought));
            remarks.push((FieldId::Left(index), self.level_remark(model, form, (index, goods))));
            remarks.push((FieldId::Tickets(index), ticket::remark(model, form, (index, goods))));
        }
        let held = self.jars.containers();
        if !held.is_empty() {
            let args = [("held", words.held(held).into())];
            remarks.push((FieldId::ReturnedContainers, words.format("door-holds", &args)));
        }
        remarks.push((FieldId::Deposit, self.deposit_remark(model, form).unwrap_or_default()));
        let then = self.charge(model, form).zip(self.balance_after(model, form));
        if let Some((charge, after)) = then {
            let all = (self.tab.balance + charge).max(Money::ZERO);
            remarks.push((FieldId::Paid, self.paid_of(model, form, (all, charge))));
            remarks.push((FieldId::Method, balance_then(model, after)));
        }
        remarks
    }

    /// Returns the remark beside the payment: all that is owed, and what of it the goods are charged; for one product
    /// with its quantity and price: `of 480, 10 × 24 = 240`.
    fn paid_of(&self, model: &Model, form: &Form, (all, charge): (Money, Money)) -> String {
        let words = &model.words;
        let (all, amount) = (words.money(all), words.money(charge));
        let only = Some(self.goods.as_slice()).filter(|_| self.others == 0);
        if let Some([only]) = only
            && let Ok(quantity) =
                Quantity::parse_at_least_zero_in(form.text(FieldId::Brought(0)), &only.unit)
        {
            let args = [
                ("all", all.into()),
                ("quantity", quantity.grouped().to_string().into()),
                ("price", words.money(only.prices.of(quantity)).into()),
                ("amount", amount.into()),
            ];
            return words.format("door-paid-of-price", &args);
        }
        words.format("door-paid-of", &[("all", all.into()), ("charge", amount.into())])
    }

    /// Returns the remark beside the level that was left: the level after the delivery, and what a level
    /// means that is not typed as a quantity.
    fn level_remark(&self, model: &Model, form: &Form, (index, goods): (usize, &Goods)) -> String {
        let words = &model.words;
        let after = self.jars.of(goods.product);
        let level = Level::parse(form.text(FieldId::Left(index)), &goods.unit).ok();
        let left = level.and_then(|level| match level {
            Level::Quantity(left) => Some(left),
            Level::Share(_) => level.in_jar(after.and_then(|jar| jar.capacity), None),
            Level::Enough => None,
        });
        let brought = form.text(FieldId::Brought(index));
        let brought = Quantity::parse_at_least_zero_in(brought, &goods.unit).ok();
        let then = left.zip(brought).map(|(left, brought)| {
            let then = words.quantity(left + brought, &goods.unit);
            words.format("door-level-then", &[("quantity", then.into())])
        });
        let seen = left.filter(|_| matches!(level, Some(Level::Share(_))));
        let seen = seen.map(|left| format!("= {}", words.quantity(left, &goods.unit)));
        let parts: Vec<String> = seen.into_iter().chain(then).collect();
        match parts.is_empty() {
            true => words.format("door-left-aside", &[("unit", goods.unit.as_str().into())]),
            false => words.list(&parts),
        }
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        let others = self.others(model, form);
        let brought = self.brought(model, form);
        let left = self.left(model, form);
        let tickets = ticket::all_used(model, form, &self.goods);
        let paid = money(model, form, FieldId::Paid);
        let on = read::day(model, form, FieldId::On);
        let lent = containers(model, form, FieldId::Lent);
        let returned = containers(model, form, FieldId::ReturnedContainers);
        let deposit = (form.chosen(FieldId::Deposit) == 1).then_some(DepositAmount::Standard);
        let containers =
            DoorContainers { lent: lent?, returned: returned?.unwrap_or_default(), deposit };
        let (mut lines, mut left, paid, on) = (brought?, left?, paid?, on?);
        if self.delivery.is_some() {
            // What was only proposed and not brought is no part of the delivery, unless its jar was read.
            let proposed: Vec<ProductId> =
                self.goods.iter().skip(self.planned).map(|goods| goods.product).collect();
            lines.retain(|line| {
                let is_read = left.iter().any(|(product, _)| *product == Some(line.product));
                is_read || line.quantity.is_positive() || !proposed.contains(&line.product)
            });
        }
        for (brought, level) in others? {
            lines.push(brought);
            left.extend(level.map(|level| (Some(brought.product), level)));
        }
        let meant = self.goods.iter().map(|goods| (goods.product, goods.quantity));
        let visit = match self.delivery {
            Some(delivery) => delivery::DeliverySource::Promised(delivery),
            None => {
                let customer = self.customer;
                delivery::DeliverySource::Unplanned { customer, lines: meant.collect() }
            }
        };
        Some(Command::Deliver(DeliveryReport {
            tickets: tickets?,
            visit,
            on,
            lines,
            left,
            method: paid.map(|_| form.text(FieldId::Method).to_owned()).unwrap_or_default(),
            paid,
            checklist: Checklist {
                old_out: form.chosen(FieldId::OldOut) == 1,
                cleaned: form.chosen(FieldId::Cleaned) == 1,
                new_in: form.chosen(FieldId::NewIn) == 1,
                old_on_top: form.chosen(FieldId::OldOnTop) == 1,
            },
            rest: read::one_of(form, FieldId::Shortfall),
            // The form has asked before, see `preview::over_limit`.
            over: OverLimit::Accept,
            note: form.text(FieldId::Reason).to_owned(),
            containers,
        }))
    }
}

/// Returns the checkboxes for goods: the four lines for rice if there is any, or else the lines that
/// the shop set for the others.
fn checklist(model: &Model, goods: &[Goods]) -> Vec<(FieldId, String)> {
    match DoorChecklist::of_all(goods.iter().map(|goods| &goods.checklist)) {
        DoorChecklist::Rice => TICKS.iter().map(|(id, key)| (*id, model.words.text(key))).collect(),
        DoorChecklist::Lines(lines) => {
            TICKS.iter().zip(lines).map(|((id, _), line)| (*id, line)).collect()
        }
    }
}
