//! The form that sets a price of a unit: of a product for everybody, or for one customer, from a quantity and from a
//! day on.

use super::{FormKind, jar, read};
use crate::domain::day::parse_day;
use crate::domain::id::{CustomerId, PriceId, ProductId};
use crate::domain::price::Price;
use crate::domain::quantity::NumberError;
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::{Command, Quantity};
use crate::reports::{CustomerPage, Shelf};
use crate::tui::model::{FieldId, Form, FormField, FormSheet, LookupKind, Model};

/// The subject of the price; what is not known is a field of the form.
#[derive(Clone, PartialEq, Debug)]
pub enum PriceForm {
    /// A product, with its unit.
    OfProduct(ProductId, String),
    /// A customer.
    OfCustomer(CustomerId),
}

impl PriceForm {
    /// Returns the form for a product, whose price is for everybody unless a customer is typed.
    pub fn of_product(model: &Model, shelf: &Shelf) -> FormSheet {
        let words = &model.words;
        let whose = FormField::find(
            words.text("price-customer"),
            LookupKind::Customer,
            None,
            words.text("price-everybody"),
        );
        let whose = whose.id(FieldId::Customer).about(Topic::Customer);
        let unit = shelf.product.unit.clone();
        let about = shelf.product.name.clone();
        sheet(model, Self::OfProduct(shelf.product.id, unit), about, vec![amount(model), whose])
    }

    /// Returns the form for a customer's own price.
    pub fn of_customer(model: &Model, page: &CustomerPage) -> FormSheet {
        let words = &model.words;
        let find = words.text("field-find");
        let product = FormField::find(words.text("jar-product"), LookupKind::Product, None, find)
            .id(FieldId::Product)
            .about(Topic::Product);
        let about = page.customer.name.clone();
        sheet(model, Self::OfCustomer(page.customer.id), about, vec![product, amount(model)])
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        let unit = match self {
            Self::OfProduct(_, unit) => unit.clone(),
            Self::OfCustomer(_) => form.unit_of(FieldId::Product),
        };
        let days = form.field(FieldId::From)?.days(model.days());
        let from = read::value(model, form, FieldId::From, |text| parse_day(text, days));
        let least = read::if_typed(model, form, FieldId::Quantity, |text| {
            Quantity::parse_positive_in(text, &unit)
        });
        let amount = read::value(model, form, FieldId::Price, |text| match text {
            "none" | "无" => Ok::<_, NumberError>(None),
            text => model.shop.currency.parse_at_least_zero(text).map(Some),
        });
        let (product, customer) = match self {
            Self::OfProduct(product, _) => (Some(*product), customer(model, form)),
            Self::OfCustomer(customer) => {
                (jar::product(model, form, FieldId::Product), Some(Some(*customer)))
            }
        };
        Some(Command::SetPrice(Price {
            id: PriceId::new(0),
            product: product?,
            customer: customer?,
            least: least?.unwrap_or(Quantity::ZERO),
            from: from?,
            amount: amount?,
        }))
    }
}

/// Returns the customer whose price it is, if one is typed; `None` if no such customer is known.
fn customer(model: &Model, form: &mut Form) -> Option<Option<CustomerId>> {
    let found = form.finder(FieldId::Customer).and_then(|finder| finder.customer());
    read::if_typed(model, form, FieldId::Customer, |which| {
        let which = which.to_owned();
        found.ok_or(Refusal::NotFound { what: Topic::Customer, which })
    })
}

fn amount(model: &Model) -> FormField {
    let words = &model.words;
    FormField::new(words.text("column-price"), String::new(), words.text("price-aside"))
        .id(FieldId::Price)
        .about(Topic::Amount)
}

fn sheet(
    model: &Model,
    purpose: PriceForm,
    about: String,
    mut fields: Vec<FormField>,
) -> FormSheet {
    let words = &model.words;
    fields.extend([
        FormField::new(words.text("price-least"), String::new(), words.text("price-least-aside"))
            .id(FieldId::Quantity)
            .about(Topic::Quantity),
        FormField::day(
            words.text("price-from"),
            words.text("field-today"),
            words.text("price-from-aside"),
        )
        .id(FieldId::From)
        .about(Topic::Day),
    ]);
    let form = Form { title: words.text("price-title"), about, fields, at: 0 };
    FormSheet { purpose: FormKind::Price(purpose), form, also: Vec::new(), saving: false }
}
