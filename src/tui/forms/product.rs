//! The form for adding or editing a product. Only changed fields are saved.

use super::{FormKind, read};
use crate::domain::id::ProductId;
use crate::domain::product::{Product as Known, ProductPatch, checklist_lines, parse_part};
use crate::domain::refusal::Topic;
use crate::domain::season::MonthWeights;
use crate::domain::text::rules;
use crate::domain::{Command, Money, Quantity, Rate};
use crate::i18n::PrivacyMode;
use crate::tui::model::{FieldId, Form, FormField, FormSheet, Model};

/// A product being added or edited.
#[derive(Clone, PartialEq, Debug)]
pub struct ProductForm {
    /// The product being edited; `None` if a new one is added.
    product: Option<ProductId>,
}

impl ProductForm {
    /// Returns the form for a new product, which may already be in stock.
    pub fn add(model: &Model) -> FormSheet {
        let nothing = Known::new(ProductId::new(0), String::new(), String::new(), Money::ZERO);
        let words = &model.words;
        let mut fields = fields(model, &nothing);
        fields.push(
            FormField::new(words.text("product-there"), String::new(), String::new())
                .id(FieldId::Stock),
        );
        let (title, about) = (words.text("product-new"), words.text("product-new-about"));
        let purpose = FormKind::Product(Self { product: None });
        FormSheet {
            purpose,
            form: Form { title, about, fields, at: 0 },
            also: Vec::new(),
            saving: false,
        }
    }

    /// Returns the form for editing a product.
    pub fn edit(model: &Model, known: &Known) -> FormSheet {
        let (title, about) = (model.words.text("product-edit"), known.name.clone());
        let mut fields = fields(model, known);
        fields.extend(known.months.map(|months| months_field(model, months.to_string())));
        let form = Form { title, about, fields, at: 0 };
        let purpose = FormKind::Product(Self { product: Some(known.id) });
        FormSheet { purpose, form, also: Vec::new(), saving: false }
    }

    /// Adds the field for the weights of the months, unless it is there, and moves the focus to it.
    pub fn ask_for_months(model: &Model, form: &mut Form) {
        if form.field(FieldId::Months).is_none() {
            form.fields.push(months_field(model, String::new()));
        }
        form.focus(FieldId::Months);
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        let unit = form.text(FieldId::Unit).to_owned();
        let stock = read::if_typed(model, form, FieldId::Stock, |text| {
            Quantity::parse_at_least_zero_in(text, &unit)
        });
        let patch = patch(model, form);
        let (patch, stock) = (patch?, stock?);
        Some(match self.product {
            None => Command::AddProduct { patch, stock, on: model.today },
            Some(product) => Command::EditProduct { product, patch },
        })
    }
}

fn fields(model: &Model, known: &Known) -> Vec<FormField> {
    let words = &model.words;
    let field = |id: FieldId, key: &str, typed: String, aside: &str| {
        let aside = if aside.is_empty() { String::new() } else { words.text(aside) };
        FormField::new(words.text(key), typed, aside).id(id)
    };
    let money = |amount: Money| match words.veil() {
        PrivacyMode::Off if amount.is_positive() => model.shop.currency.plain(amount).to_string(),
        // An amount hidden by privacy mode is not shown in a form either.
        PrivacyMode::Off | PrivacyMode::On => String::new(),
    };
    let quantity = |quantity: Option<Quantity>| quantity.map(|one| one.to_string());
    let part = |part: u16| Quantity::from_thousandths(part.into()).to_string();
    let appetite = known.appetite.map(|rate| rate.to_string()).unwrap_or_default();
    vec![
        field(FieldId::Name, "column-product", known.name.clone(), "").of(rules::PRODUCT_NAME),
        field(FieldId::Unit, "product-unit", known.unit.clone(), "product-unit-aside")
            .of(rules::UNIT),
        field(FieldId::Price, "column-price", money(known.price), "receive-cost-aside")
            .about(Topic::Amount),
        field(FieldId::Cost, "column-cost", money(known.cost), "receive-cost-aside"),
        field(
            FieldId::Pack,
            "product-pack",
            quantity(known.pack).unwrap_or_default(),
            "product-pack-aside",
        )
        .about(Topic::Quantity),
        field(
            FieldId::Reorder,
            "column-reorder",
            quantity(known.reorder).unwrap_or_default(),
            "product-reorder-aside",
        ),
        field(FieldId::Kind, "column-kind", known.kind.clone(), "product-kind-aside")
            .of(rules::KIND),
        field(
            FieldId::Checklist,
            "row-door-checklist",
            known.checklist.join("; "),
            "product-checklist-aside",
        )
        .of(rules::CHECKLIST),
        field(
            FieldId::Container,
            "row-container",
            known.container.clone(),
            "product-container-aside",
        )
        .of(rules::CONTAINER),
        field(FieldId::Appetite, "product-appetite", appetite, "product-appetite-aside")
            .about(Topic::Rate),
        field(FieldId::ChildPart, "product-child", part(known.child), "product-part-aside"),
        field(FieldId::ElderPart, "product-elder", part(known.elder), "product-part-aside"),
    ]
}

fn months_field(model: &Model, typed: String) -> FormField {
    let words = &model.words;
    FormField::new(words.text("row-months"), typed, words.text("product-months-aside"))
        .id(FieldId::Months)
}

/// Returns the changed fields; `None` if a field is invalid, which then shows its error.
fn patch(model: &Model, form: &mut Form) -> Option<ProductPatch> {
    let currency = model.shop.currency;
    let months = read::if_changed(model, form, FieldId::Months, MonthWeights::parse);
    let elder = read::if_changed(model, form, FieldId::ElderPart, parse_part);
    let child = read::if_changed(model, form, FieldId::ChildPart, parse_part);
    let appetite = read::if_changed(model, form, FieldId::Appetite, Rate::parse_positive);
    let unit = form.text(FieldId::Unit).to_owned();
    let quantity = |text: &str| Quantity::parse_positive_in(text, &unit);
    let reorder = read::if_changed(model, form, FieldId::Reorder, quantity);
    let pack = read::if_changed(model, form, FieldId::Pack, quantity);
    let cost =
        read::if_changed(model, form, FieldId::Cost, |text| currency.parse_at_least_zero(text));
    let price =
        read::changed(model, form, FieldId::Price, |text| currency.parse_at_least_zero(text));
    let typed = |field: FieldId| form.changed(field).map(str::to_owned);
    Some(ProductPatch {
        name: typed(FieldId::Name),
        unit: typed(FieldId::Unit),
        kind: typed(FieldId::Kind),
        checklist: form.changed(FieldId::Checklist).map(checklist_lines),
        container: typed(FieldId::Container),
        price: price?,
        cost: cost?.map(Option::unwrap_or_default),
        pack: pack?,
        reorder: reorder?,
        appetite: appetite?,
        child: child?.map(Option::unwrap_or_default),
        elder: elder?.map(Option::unwrap_or_default),
        months: months?,
        ..ProductPatch::default()
    })
}
