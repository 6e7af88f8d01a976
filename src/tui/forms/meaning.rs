//! Meaning of the text in a field, shown while it is typed.

use super::preview::level_seen;
use crate::domain::customer::CustomerField;
use crate::domain::day::{Weekdays, iso, parse_day};
use crate::domain::jar::Level;
use crate::domain::payday::Payday;
use crate::domain::season::MonthWeights;
use crate::domain::{Money, Quantity};
use crate::i18n::PrivacyMode;
use crate::tui::model::{FieldId, FieldKind, Form, FormField, Model};

/// Returns the meaning of a changed text that could be read in more than one way: `= Fri 3 Apr 2026` of `fri`,
/// `= 8 kg` of `8`; `None` if it says so itself, or means nothing.
pub(super) fn meaning(model: &Model, form: &Form, index: usize) -> Option<String> {
    let field = form.fields.get(index).filter(|field| field.is_changed())?;
    match field.kind {
        FieldKind::Day(_) => day(model, field).map(equals),
        FieldKind::Text => of_text(model, form, field),
        FieldKind::Choice(_) | FieldKind::Find(_) => None,
    }
}

fn equals(meaning: String) -> String {
    format!("= {meaning}")
}

fn day(model: &Model, field: &FormField) -> Option<String> {
    let day = parse_day(field.text(), field.days(model.days())).ok()?;
    (iso(day).to_string() != field.text()).then(|| model.words.day(day))
}

fn of_text(model: &Model, form: &Form, field: &FormField) -> Option<String> {
    let (text, id) = (field.text(), field.id?);
    let of_product = |product: FieldId| form.unit_of(product);
    match id {
        FieldId::Amount | FieldId::Paid => {
            // The remark says what the amount leads to.
            let parts = money(model, text).into_iter().chain([field.aside.clone()]);
            let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
            Some(model.words.list(&parts))
        }
        FieldId::Price | FieldId::Cost | FieldId::Opening => money(model, text),
        FieldId::BroughtPrice(_) | FieldId::OtherPrice(_) => money(model, text),
        FieldId::OfCustomer(CustomerField::Limit) => money(model, text),
        FieldId::OfCustomer(CustomerField::Payday) => payday(model, text),
        FieldId::OfCustomer(CustomerField::Weekdays) | FieldId::DeliveryDays => {
            weekdays(model, text).map(equals)
        }
        FieldId::Usual | FieldId::Capacity | FieldId::Monthly | FieldId::Quantity => {
            quantity(model, text, &of_product(FieldId::Product)).map(equals)
        }
        FieldId::Pack | FieldId::Reorder | FieldId::Stock => {
            quantity(model, text, form.text(FieldId::Unit)).map(equals)
        }
        FieldId::OtherBrought(index) => {
            quantity(model, text, &of_product(FieldId::OtherProduct(index))).map(equals)
        }
        FieldId::OtherLeft(index) => {
            let unit = of_product(FieldId::OtherProduct(index));
            level_seen(model, (Level::parse(text, &unit).ok()?, &unit), None)
        }
        FieldId::Months => months(model, text).map(equals),
        _ => None,
    }
}

/// Returns an amount with its sign and its thousands; `None` if it is so short that it says so itself.
fn money(model: &Model, text: &str) -> Option<String> {
    let currency = model.shop.currency;
    let amount = currency.parse(text).ok()?;
    let is_plain = currency.plain(amount).to_string() == text || amount.minor().to_string() == text;
    let is_short = amount.abs() < Money::from_minor(10_i64.pow(3 + u32::from(currency.digits())));
    let is_hidden = model.words.veil() == PrivacyMode::On;
    let is_clear = is_hidden || is_plain && is_short;
    (!is_clear).then(|| format!("= {}{}", currency.sign(), model.words.money(amount)))
}

/// Returns a rule with the next day that follows from it: `every 25th: next Fri 25 Dec 2026`.
fn payday(model: &Model, text: &str) -> Option<String> {
    let payday = Payday::parse(text).ok().filter(|payday| *payday != Payday::NONE)?;
    let next = payday.first_on_or_after(model.today, &model.shop.days_off());
    let args = [
        ("rule", model.words.payday(&payday).into()),
        ("day", model.words.weekday_near(next, model.today).into()),
    ];
    Some(model.words.format("payday-next", &args))
}

fn weekdays(model: &Model, text: &str) -> Option<String> {
    let days = model.words.weekdays(Weekdays::parse(text).ok()?);
    (!days.is_empty() && days != text).then_some(days)
}

/// Returns a quantity with its unit; `None` if it is typed so, or nobody knows the unit.
fn quantity(model: &Model, text: &str, unit: &str) -> Option<String> {
    let quantity = Quantity::parse_at_least_zero_in(text, unit).ok()?;
    let meaning = model.words.quantity(quantity, unit);
    (!unit.is_empty() && meaning != text).then_some(meaning)
}

/// Returns the months that are not like the others; until there are twelve weights, their number.
fn months(model: &Model, text: &str) -> Option<String> {
    let words = &model.words;
    match MonthWeights::parse(text) {
        Ok(weights) => Some(words.month_weights(weights)),
        Err(_) => {
            let count = MonthWeights::count(text);
            (count > 0).then(|| words.format("months-so-far", &[("count", count.into())]))
        }
    }
}
