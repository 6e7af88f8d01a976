//! The forms for the store room: goods received, goods on order, and a count.

use super::{FormKind, read};
use crate::domain::day::{iso, parse_day};
use crate::domain::id::ProductId;
use crate::domain::refusal::Topic;
use crate::domain::{Command, Quantity};
use crate::i18n::PrivacyMode;
use crate::reports::Shelf;
use crate::tui::model::{FieldId, Form, FormField, FormSheet, Model};

/// The kind of stock record for a product, which has this unit.
#[derive(Clone, PartialEq, Debug)]
pub enum Stock {
    /// Goods received.
    Receive(ProductId, String),
    /// Goods on order.
    Order(ProductId, String),
    /// A count of the stock.
    Count(ProductId, String),
}

impl Stock {
    /// Returns the form for goods received: the quantity, and the unit cost, by default the last
    /// one.
    pub fn receive(model: &Model, shelf: &Shelf) -> FormSheet {
        let (words, product) = (&model.words, &shelf.product);
        let pack = product.pack.map(|pack| pack.to_string()).unwrap_or_default();
        let cost = match product.cost {
            cost if cost.is_positive() && words.veil() == PrivacyMode::Off => {
                model.shop.currency.plain(cost).to_string()
            }
            _ => String::new(),
        };
        let fields = vec![
            FormField::new(words.text("receive-quantity"), pack, product.unit.clone())
                .proposed()
                .id(FieldId::Quantity)
                .about(Topic::Quantity),
            FormField::new(words.text("receive-cost"), cost, words.text("receive-cost-aside"))
                .proposed()
                .id(FieldId::Cost)
                .about(Topic::Amount),
            read::on(model),
        ];
        sheet(
            words.text("receive-title"),
            shelf,
            fields,
            Self::Receive(product.id, product.unit.clone()),
        )
    }

    /// Returns the form for the total quantity on order and its day of arrival; the default is the
    /// missing quantity if nothing is on order yet.
    pub fn order(model: &Model, shelf: &Shelf) -> FormSheet {
        let (words, product) = (&model.words, &shelf.product);
        let missing = shelf.missing;
        let quantity = product.on_order.or(Some(missing).filter(|missing| missing.is_positive()));
        let arrives = product.arrives_on.map(|day| iso(day).to_string());
        let fields = vec![
            FormField::new(
                words.text("order-quantity"),
                quantity.map(|quantity| quantity.to_string()).unwrap_or_default(),
                product.unit.clone(),
            )
            .id(FieldId::Quantity)
            .about(Topic::Quantity),
            FormField::day(
                words.text("order-arrives"),
                arrives.unwrap_or_default(),
                words.text("order-arrives-aside"),
            )
            .id(FieldId::ToDay)
            .about(Topic::Day),
        ];
        let mut order = sheet(
            words.text("order-title"),
            shelf,
            fields,
            Self::Order(product.id, product.unit.clone()),
        );
        if missing.is_positive() {
            let args = [
                ("quantity", words.quantity(missing, &product.unit).into()),
                ("day", shelf.by.map(|day| words.day(day)).unwrap_or_default().into()),
            ];
            let key = if shelf.by.is_some() { "order-missing-by" } else { "order-missing" };
            order.form.about = format!("{}  {}", product.name, words.format(key, &args));
        }
        order
    }

    /// Returns the form for a count, with the expected stock filled in.
    pub fn count(model: &Model, shelf: &Shelf) -> FormSheet {
        let (words, product) = (&model.words, &shelf.product);
        let thought = shelf.stock.max(Quantity::ZERO).to_string();
        let field = FormField::new(words.text("count-quantity"), thought, product.unit.clone())
            .proposed()
            .id(FieldId::Quantity)
            .about(Topic::Quantity);
        sheet(
            words.text("count-title"),
            shelf,
            vec![field, read::on(model)],
            Self::Count(product.id, product.unit.clone()),
        )
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        match self {
            Self::Receive(product, unit) => {
                let currency = model.shop.currency;
                let on = read::day(model, form, FieldId::On);
                let cost = read::if_typed(model, form, FieldId::Cost, |text| {
                    currency.parse_at_least_zero(text)
                });
                let quantity = read::value(model, form, FieldId::Quantity, |text| {
                    Quantity::parse_positive_in(text, unit)
                });
                let (quantity, cost, on) = (quantity?, cost?, on?);
                Some(Command::ReceiveStock { product: *product, quantity, cost, on })
            }
            Self::Order(product, unit) => {
                let arrives_on = read::if_typed(model, form, FieldId::ToDay, |text| {
                    parse_day(text, model.days())
                });
                let quantity = read::value(model, form, FieldId::Quantity, |text| {
                    Quantity::parse_at_least_zero_in(text, unit)
                });
                let (quantity, arrives_on) = (quantity?, arrives_on?);
                Some(Command::OrderStock { product: *product, quantity, arrives_on })
            }
            Self::Count(product, unit) => {
                let on = read::day(model, form, FieldId::On);
                let quantity = read::value(model, form, FieldId::Quantity, |text| {
                    Quantity::parse_at_least_zero_in(text, unit)
                });
                Some(Command::CountStock { product: *product, quantity: quantity?, on: on? })
            }
        }
    }
}

fn sheet(title: String, shelf: &Shelf, fields: Vec<FormField>, purpose: Stock) -> FormSheet {
    let form = Form { title, about: shelf.product.name.clone(), fields, at: 0 };
    FormSheet { purpose: FormKind::Stock(purpose), form, also: Vec::new(), saving: false }
}
