//! At the door, in one short form: what was brought, what was left in the jar, what was paid now.

use super::{Evening, Purpose, read};
use crate::domain::delivery::{self, AtTheDoor, Checklist, Rest};
use crate::domain::id::{CustomerId, DeliveryId, ProductId};
use crate::domain::jar::Level;
use crate::domain::quantity::NumberError;
use crate::domain::rows::Goods;
use crate::domain::{Command, Key, Quantity};
use crate::tui::model::{Form, FormField, FormSheet, Model, Subject, Visit};

/// The four ticks, in the order of the work.
const TICKS: [&str; 4] = ["door-old-out", "door-cleaned", "door-new-in", "door-old-on-top"];

/// A visit that is being written down.
#[derive(Clone, PartialEq, Debug)]
pub struct Door {
    customer: CustomerId,
    /// `None` if it was only proposed.
    delivery: Option<DeliveryId>,
    goods: Vec<Goods>,
    /// The evening that it is a step of.
    pub(super) evening: Option<Evening>,
}

impl Door {
    /// The form for what is to be brought, with the quantities filled in.
    pub fn open(model: &Model, subject: &Subject) -> Option<FormSheet> {
        let Visit { delivery, goods, .. } = subject.visit.clone()?;
        let words = &model.words;
        let mut fields = Vec::new();
        for brought in &goods {
            let label = words.tell("door-brought", &[("product", brought.name.as_str().into())]);
            fields.push(FormField::new(label, brought.quantity.to_string(), brought.unit.clone()));
        }
        for seen in &goods {
            let label = words.tell("door-left", &[("product", seen.name.as_str().into())]);
            let aside = words.tell("door-left-aside", &[("unit", seen.unit.as_str().into())]);
            fields.push(FormField::new(label, String::new(), aside));
        }
        let aside = match subject.to_pay {
            due if due.is_positive() => {
                words.tell("door-owes", &[("amount", words.money(due).into())])
            }
            _ => String::new(),
        };
        fields.push(FormField::new(words.say("door-paid"), String::new(), aside));
        let (tick, no_tick) = model.look.glyphs.tick;
        for key in TICKS {
            let choices = vec![no_tick.to_owned(), tick.to_owned()];
            let aside = words.say("door-tick-aside");
            fields.push(FormField::choice(words.say(key), choices, 0).with_aside(aside));
        }
        let rests = Rest::ALL.iter().map(|(rest, _)| words.of(*rest)).collect();
        fields.push(FormField::choice(words.say("door-rest"), rests, 0));
        fields.push(read::on(model));
        let form = Form {
            title: words.say("door-title"),
            about: subject.name.clone(),
            // What was planned is mostly what was brought: the first thing to type is what was left.
            at: goods.len(),
            fields,
        };
        let door = Self { customer: subject.customer, delivery, goods, evening: None };
        Some(FormSheet { purpose: Purpose::Door(door), form, also: Vec::new(), saving: false })
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        let brought = self.brought(model, form);
        let left = self.left(model, form);
        let paid_at = 2 * self.goods.len();
        let paid = match form.text(paid_at) {
            "" => Ok(None),
            text => model.shop.currency.parse_at_least_zero(text).map(Some),
        };
        if let Err(error) = &paid {
            form.refuse(paid_at, model.words.number_error(error));
        }
        let on = read::day(model, form, paid_at + 6);
        let (lines, left, paid, on) = (brought?, left?, paid.ok()?, on?);
        let meant = self.goods.iter().map(|goods| (goods.product, goods.quantity));
        let visit = match self.delivery {
            Some(delivery) => delivery::Visit::Promised(delivery),
            None => {
                let customer = self.customer;
                delivery::Visit::Unplanned { customer, lines: meant.collect() }
            }
        };
        Some(Command::Deliver(AtTheDoor {
            visit,
            on,
            lines,
            left,
            paid,
            checklist: Checklist {
                old_out: form.chosen(paid_at + 1) == 1,
                cleaned: form.chosen(paid_at + 2) == 1,
                new_in: form.chosen(paid_at + 3) == 1,
                old_on_top: form.chosen(paid_at + 4) == 1,
            },
            rest: read::one_of(form, paid_at + 5),
        }))
    }

    fn brought(&self, model: &Model, form: &mut Form) -> Option<Vec<(ProductId, Quantity)>> {
        let mut lines = Vec::new();
        for (index, goods) in self.goods.iter().enumerate() {
            match Quantity::parse_at_least_zero(without_unit(form.text(index), &goods.unit)) {
                Ok(quantity) => lines.push((goods.product, quantity)),
                Err(error) => form.refuse(index, model.words.number_error(&error)),
            }
        }
        (lines.len() == self.goods.len()).then_some(lines)
    }

    fn left(&self, model: &Model, form: &mut Form) -> Option<Vec<(Option<ProductId>, Level)>> {
        let mut left = Vec::new();
        let mut wrong = false;
        for (index, goods) in (self.goods.len()..).zip(&self.goods) {
            match level(form.text(index), &goods.unit) {
                None => {}
                Some(Ok(level)) => left.push((Some(goods.product), level)),
                Some(Err(error)) => {
                    wrong = true;
                    form.refuse(index, model.words.number_error(&error));
                }
            }
        }
        (!wrong).then_some(left)
    }
}

/// What was seen in a jar: one digit is tenths, anything else is a quantity; nothing typed is not seen.
fn level(text: &str, unit: &str) -> Option<Result<Level, NumberError>> {
    match text.as_bytes() {
        [] => None,
        [tenths @ b'0'..=b'9'] => Some(Ok(Level::Tenths(tenths - b'0'))),
        _ => {
            let quantity = Quantity::parse_at_least_zero(without_unit(text, unit));
            Some(quantity.map(Level::Quantity))
        }
    }
}

fn without_unit<'a>(text: &'a str, unit: &str) -> &'a str {
    text.strip_suffix(unit).unwrap_or(text).trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_digit_is_tenths_and_anything_else_a_quantity() {
        assert_eq!(level("", "kg"), None);
        assert_eq!(level("3", "kg"), Some(Ok(Level::Tenths(3))));
        let kilograms = |text| level(text, "kg").and_then(Result::ok);
        assert_eq!(kilograms("3kg"), Some(Level::Quantity(Quantity::whole(3))));
        assert_eq!(kilograms("4.5 kg"), Some(Level::Quantity(Quantity::from_thousandths(4500))));
        assert_eq!(kilograms("12"), Some(Level::Quantity(Quantity::whole(12))));
        assert!(matches!(level("-1", "kg"), Some(Err(NumberError::Negative { .. }))));
        assert!(matches!(level("x", "kg"), Some(Err(NumberError::NotANumber { .. }))));
    }
}
