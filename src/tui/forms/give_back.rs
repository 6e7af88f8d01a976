//! The form for goods that a customer gives back, with the reason.

use super::{FormKind, jar, read};
use crate::domain::Command;
use crate::domain::Quantity;
use crate::domain::delivery::{DeliveredLine, GoodsReturn, ReturnedStock};
use crate::domain::id::CustomerId;
use crate::domain::refusal::Topic;
use crate::domain::text::rules;
use crate::reports::CustomerPage;
use crate::tui::model::{FieldId, Form, FormField, FormSheet, LookupKind, Model};

/// Goods being given back.
#[derive(Clone, PartialEq, Debug)]
pub struct GiveBack(CustomerId);

impl GiveBack {
    /// Returns the form for the customer of a page.
    pub fn open(model: &Model, page: &CustomerPage) -> FormSheet {
        let words = &model.words;
        let text = |id: FieldId, label: &str, aside: &str| {
            let aside = if aside.is_empty() { String::new() } else { words.text(aside) };
            FormField::new(words.text(label), String::new(), aside).id(id)
        };
        let find = words.text("field-find");
        let stocks = ["give-back-restocked", "give-back-waste"].map(|key| words.text(key));
        let fields = vec![
            FormField::find(words.text("jar-product"), LookupKind::Product, None, find)
                .id(FieldId::Product)
                .about(Topic::Product),
            text(FieldId::Quantity, "bring-quantity", "").about(Topic::Quantity),
            text(FieldId::Reason, "miss-reason", "give-back-reason-aside").of(rules::REASON),
            text(FieldId::Price, "door-other-price", "give-back-price-aside").about(Topic::Amount),
            FormField::choice(words.text("give-back-stock"), stocks.to_vec(), 0)
                .id(FieldId::Stock)
                .with_aside(words.text("field-choice")),
            read::on(model),
        ];
        let about = page.customer.name.clone();
        let form = Form { title: words.text("give-back-title"), about, fields, at: 0 };
        let purpose = FormKind::GiveBack(Self(page.customer.id));
        FormSheet { purpose, form, also: Vec::new(), saving: false }
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        let unit = form.unit_of(FieldId::Product);
        let quantity = read::value(model, form, FieldId::Quantity, |text| {
            Quantity::parse_positive_in(text, &unit)
        });
        let price = read::if_typed(model, form, FieldId::Price, |text| {
            model.shop.currency.parse_at_least_zero(text)
        });
        let reason = read::value(model, form, FieldId::Reason, |text| rules::REASON.require(text));
        let on = read::day(model, form, FieldId::On);
        let product = jar::product(model, form, FieldId::Product);
        let line = DeliveredLine { product: product?, quantity: quantity?, price: price? };
        let stock = match form.chosen(FieldId::Stock) {
            0 => ReturnedStock::Restocked,
            _ => ReturnedStock::Waste,
        };
        let (customer, on, reason) = (self.0, on?, reason?);
        Some(Command::ReturnGoods(GoodsReturn { customer, on, lines: vec![line], reason, stock }))
    }
}
