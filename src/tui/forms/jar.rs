//! The form for the agreement about a jar; a new jar begins with its product.

use super::{FormKind, read};
use crate::domain::Command;
use crate::domain::day::Span;
use crate::domain::id::{CustomerId, ProductId};
use crate::domain::jar::{JarPatch, Strategy};
use crate::domain::quantity::parse_count;
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::{Quantity, Rate};
use crate::reports::CustomerPage;
use crate::reports::customer_page::PageJar;
use crate::tui::model::{
    FieldId, FilterField, Form, FormField, FormSheet, Found, LookupKind, Model,
};

/// A jar being added or edited.
#[derive(Clone, PartialEq, Debug)]
pub struct JarForm {
    customer: CustomerId,
}

/// Message keys of the strategies for finding the next delivery, in the order of the choice.
const STRATEGIES: [&str; 4] = ["jar-by-forecast", "jar-by-days", "jar-by-weeks", "jar-on-call"];

impl JarForm {
    /// Returns the form for an existing jar, or for a new one if `jar` is `None`.
    pub fn open(model: &Model, page: &CustomerPage, jar: Option<&PageJar>) -> FormSheet {
        let words = &model.words;
        let text = |id: FieldId, key: &str, typed: Option<String>, aside: String| {
            FormField::new(words.text(key), typed.unwrap_or_default(), aside).id(id)
        };
        let unit = || jar.map(|jar| jar.unit.clone()).unwrap_or_default();
        let product = jar.map(|jar| Found {
            which: FilterField::Product(jar.jar.product),
            name: jar.product.clone(),
            unit: jar.unit.clone(),
        });
        let known = jar.map(|jar| &jar.jar);
        let quantity = |quantity: Option<Quantity>| quantity.map(|quantity| quantity.to_string());
        let price = known.and_then(|jar| jar.price);
        let price = price.map(|price| model.shop.currency.plain(price).to_string());
        let (strategy, every) = strategy_typed(known.map(|jar| jar.strategy).unwrap_or_default());
        let strategies = STRATEGIES.iter().map(|key| words.text(key)).collect();
        let aside = words.text("field-find");
        let fields = vec![
            FormField::find(words.text("jar-product"), LookupKind::Product, product, aside)
                .id(FieldId::Product)
                .about(Topic::Product),
            text(FieldId::Usual, "jar-usual", quantity(known.and_then(|jar| jar.usual)), unit())
                .about(Topic::Quantity),
            text(
                FieldId::Capacity,
                "jar-capacity",
                quantity(known.and_then(|jar| jar.capacity)),
                unit(),
            ),
            text(
                FieldId::Monthly,
                "jar-monthly",
                quantity(known.and_then(|jar| jar.monthly)),
                unit(),
            ),
            text(
                FieldId::Rate,
                "jar-rate",
                known.and_then(|jar| jar.pinned).map(|rate| rate.to_string()),
                words.text("jar-rate-aside"),
            )
            .about(Topic::Rate),
            FormField::choice(words.text("jar-strategy"), strategies, strategy)
                .id(FieldId::Strategy),
            text(FieldId::Every, "jar-every", every, words.text("jar-every-aside")),
            text(
                FieldId::SafetyDays,
                "jar-safety",
                known.map(|jar| jar.safety_days.to_string()),
                words.text("jar-safety-aside"),
            )
            .about(Topic::Days),
            text(FieldId::Price, "jar-price", price, words.text("jar-price-aside"))
                .about(Topic::Amount),
        ];
        let title = words.text(if jar.is_some() { "jar-edit" } else { "jar-new" });
        let about = words.who(&page.customer);
        let first = if jar.is_some() { FieldId::Usual } else { FieldId::Product };
        let purpose = FormKind::Jar(Self { customer: page.customer.id });
        FormSheet {
            purpose,
            form: Form { title, about, fields, at: 0 }.focused_on(first),
            also: Vec::new(),
            saving: false,
        }
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        let currency = model.shop.currency;
        let price = read::if_changed(model, form, FieldId::Price, |text| {
            currency.parse_at_least_zero(text)
        });
        let safety_days = read::if_changed(model, form, FieldId::SafetyDays, parse_count);
        let strategy = strategy(model, form);
        let pinned = read::if_changed(model, form, FieldId::Rate, Rate::parse_positive);
        let unit = form.unit_of(FieldId::Product);
        let quantity = |text: &str| Quantity::parse_positive_in(text, &unit);
        let monthly = read::if_changed(model, form, FieldId::Monthly, quantity);
        let capacity = read::if_changed(model, form, FieldId::Capacity, quantity);
        let usual = read::if_changed(model, form, FieldId::Usual, quantity);
        let product = product(model, form, FieldId::Product);
        Some(Command::SetJar {
            customer: self.customer,
            product: product?,
            patch: JarPatch {
                usual: usual?,
                capacity: capacity?,
                monthly: monthly?,
                pinned: pinned?,
                strategy: strategy?,
                safety_days: safety_days?.map(Option::unwrap_or_default),
                price: price?,
                ..JarPatch::default()
            },
        })
    }
}

/// Returns the index of the strategy in the choice, and its number of days or weeks.
fn strategy_typed(strategy: Strategy) -> (usize, Option<String>) {
    match strategy {
        Strategy::Forecast => (0, None),
        Strategy::Every(span) if span.days().is_multiple_of(7) => {
            (2, Some((span.days() / 7).to_string()))
        }
        Strategy::Every(span) => (1, Some(span.days().to_string())),
        Strategy::OnCall => (3, None),
    }
}

/// Returns the strategy if it was changed; the number is read only for strategies that need one.
fn strategy(model: &Model, form: &mut Form) -> Option<Option<Strategy>> {
    if form.changed(FieldId::Strategy).is_none() && form.changed(FieldId::Every).is_none() {
        return Some(None);
    }
    let unit = match form.chosen(FieldId::Strategy) {
        1 => "days",
        2 => "weeks",
        3 => return Some(Some(Strategy::OnCall)),
        _ => return Some(Some(Strategy::Forecast)),
    };
    let span =
        read::value(model, form, FieldId::Every, |text| Span::parse(&format!("{text} {unit}")));
    span.map(|span| Some(Strategy::Every(span)))
}

/// Returns the product chosen in a field; a text that matches no product is an error.
pub(super) fn product(model: &Model, form: &mut Form, field: FieldId) -> Option<ProductId> {
    let taken = form.finder(field).and_then(|finder| finder.product());
    if taken.is_none() {
        let which = form.text(field).to_owned();
        let refused = Refusal::NotFound { what: Topic::Product, which };
        form.refuse(field, model.words.refused(&refused));
    }
    taken
}
