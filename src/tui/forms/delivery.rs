//! The form for editing a delivery: of a planned one its day and quantities, of a done one what was
//! delivered, seen and paid.

use super::{FormKind, jar, read};
use crate::domain::day::iso;
use crate::domain::delivery::{DeliveredLine, DeliveryEdit};
use crate::domain::id::{DeliveryId, ProductId};
use crate::domain::jar::Level;
use crate::domain::refusal::Topic;
use crate::domain::views::{DeliveryGoods, Goods};
use crate::domain::{Command, Money, Quantity};
use crate::i18n::PrivacyMode;
use crate::tui::model::{
    FieldId, Form, FormField, FormSheet, LookupKind, Model, Target, TargetVisit,
};

/// The other product that a planned delivery can get.
const OTHER: usize = 0;

/// A delivery being edited.
#[derive(Clone, PartialEq, Debug)]
pub struct DeliveryForm {
    delivery: DeliveryId,
    goods: Vec<Goods>,
}

impl DeliveryForm {
    /// Returns the form for the planned or done delivery of a row; `None` if there is none.
    pub fn open(model: &Model, subject: &Target) -> Option<FormSheet> {
        if let Some((delivery, lines)) = &subject.delivered {
            return Some(Self::done(model, subject, (*delivery, lines)));
        }
        let visit = subject.visit.as_ref()?;
        Some(Self::planned(model, subject, visit.delivery?, visit))
    }

    fn planned(
        model: &Model,
        subject: &Target,
        delivery: DeliveryId,
        visit: &TargetVisit,
    ) -> FormSheet {
        let words = &model.words;
        let on = visit.promised_for.map(|on| iso(on).to_string()).unwrap_or_default();
        let day = FormField::day(words.text("column-day"), on, words.text("snooze-aside"));
        let mut fields = vec![day.id(FieldId::ToDay).about(Topic::NextDay)];
        fields.extend(quantities(model, visit.goods.iter()));
        fields.push(
            FormField::find(
                words.text("door-other"),
                LookupKind::Product,
                None,
                words.text("field-find"),
            )
            .id(FieldId::OtherProduct(OTHER))
            .about(Topic::Product),
        );
        fields.push(
            FormField::new(words.text("door-other-brought"), String::new(), String::new())
                .id(FieldId::OtherBrought(OTHER))
                .about(Topic::Quantity),
        );
        Self { delivery, goods: visit.goods.clone() }.sheet(model, subject, fields)
    }

    fn done(
        model: &Model,
        subject: &Target,
        (delivery, lines): (DeliveryId, &[DeliveryGoods]),
    ) -> FormSheet {
        let words = &model.words;
        let delivered = |line: &DeliveryGoods| Goods {
            quantity: line.delivered.unwrap_or_default(),
            ..line.goods.clone()
        };
        let goods: Vec<Goods> = lines.iter().map(delivered).collect();
        let mut fields = quantities(model, goods.iter());
        for (index, line) in lines.iter().enumerate() {
            let label = words.format("door-price", &[("product", line.goods.name.as_str().into())]);
            let charged = line.price.unwrap_or(Money::ZERO);
            let price = match words.veil() {
                PrivacyMode::Off => model.shop.currency.plain(charged).to_string(),
                // An amount hidden by privacy mode is not shown in a form either.
                PrivacyMode::On => String::new(),
            };
            let price = FormField::new(label, price, String::new());
            fields.push(price.id(FieldId::BroughtPrice(index)).about(Topic::Amount));
        }
        let unchanged = || words.text("delivery-edit-unchanged");
        for (index, line) in lines.iter().enumerate() {
            let label = words.format("door-left", &[("product", line.goods.name.as_str().into())]);
            let left = FormField::new(label, String::new(), unchanged());
            fields.push(left.id(FieldId::Left(index)).about(Topic::Reading));
        }
        let paid = FormField::new(words.text("door-paid"), String::new(), unchanged());
        fields.push(paid.id(FieldId::Paid).about(Topic::Amount));
        Self { delivery, goods }.sheet(model, subject, fields)
    }

    fn sheet(self, model: &Model, subject: &Target, fields: Vec<FormField>) -> FormSheet {
        let (title, about) = (model.words.text("delivery-edit-title"), subject.name.clone());
        let form = Form { title, about, fields, at: 0 }.focused_on(FieldId::Brought(0));
        FormSheet { purpose: FormKind::Delivery(self), form, also: Vec::new(), saving: false }
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        let on = match form.changed(FieldId::ToDay) {
            Some(_) => read::day(model, form, FieldId::ToDay).map(Some),
            None => Some(None),
        };
        let price = |text: &str| model.shop.currency.parse_at_least_zero(text);
        let paid = read::if_typed(model, form, FieldId::Paid, price);
        let (mut lines, mut left, mut is_valid) = (Vec::new(), Vec::new(), true);
        for (index, goods) in self.goods.iter().enumerate() {
            let is_changed = [FieldId::Brought(index), FieldId::BroughtPrice(index)]
                .into_iter()
                .any(|field| form.changed(field).is_some());
            let quantity = read::value(model, form, FieldId::Brought(index), |text| {
                Quantity::parse_at_least_zero_in(text, &goods.unit)
            });
            let price = read::if_changed(model, form, FieldId::BroughtPrice(index), price);
            let level = read::if_typed(model, form, FieldId::Left(index), |text| {
                Level::parse(text, &goods.unit)
            });
            is_valid &= quantity.is_some() && price.is_some() && level.is_some();
            if let Some((quantity, price)) = quantity.zip(price).filter(|_| is_changed) {
                let (product, price) = (goods.product, price.flatten());
                lines.push(DeliveredLine { product, quantity, price });
            }
            left.extend(level.flatten().map(|level| (Some(goods.product), level)));
        }
        let other = self.other(model, form);
        let (on, paid, other) = (on?, paid?, other?);
        lines.extend(other.map(|(product, quantity)| DeliveredLine {
            product,
            quantity,
            price: None,
        }));
        let edit = DeliveryEdit { delivery: self.delivery, on, lines, left, paid };
        is_valid.then_some(Command::EditDelivery(edit))
    }

    /// Returns the other product and its quantity, if they are typed.
    fn other(&self, model: &Model, form: &mut Form) -> Option<Option<(ProductId, Quantity)>> {
        let (product, quantity) = (FieldId::OtherProduct(OTHER), FieldId::OtherBrought(OTHER));
        if form.text(product).is_empty() && form.text(quantity).is_empty() {
            return Some(None);
        }
        let unit = form.unit_of(product);
        let quantity =
            read::value(model, form, quantity, |text| Quantity::parse_positive_in(text, &unit));
        jar::product(model, form, product).zip(quantity).map(Some)
    }
}

/// Returns the fields for the quantities of goods.
fn quantities<'a>(model: &Model, goods: impl Iterator<Item = &'a Goods>) -> Vec<FormField> {
    let field = |(index, goods): (usize, &Goods)| {
        let named = [("product", goods.name.as_str().into())];
        let label = model.words.format("door-brought", &named);
        FormField::new(label, goods.quantity.to_string(), goods.unit.clone())
            .id(FieldId::Brought(index))
            .about(Topic::Quantity)
    };
    goods.enumerate().map(field).collect()
}
