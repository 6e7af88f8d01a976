//! The forms for planning a delivery by hand and for recording a jar's level; both concern one
//! product.

use super::preview::{JarPreview, level_seen};
use super::{FormKind, jar, read};
use crate::app::{VisitPreview, VisitedJar};
use crate::domain::day::parse_day;
use crate::domain::delivery::Plan;
use crate::domain::id::CustomerId;
use crate::domain::jar::Level;
use crate::domain::refusal::Topic;
use crate::domain::{Command, Quantity};
use crate::tui::model::{
    FieldId, FilterField, Form, FormField, FormSheet, Found, LookupKind, Model, Target,
};

/// The kind of record about a product of a customer.
#[derive(Clone, PartialEq, Debug)]
pub enum Bring {
    /// A delivery planned for a day.
    Plan(CustomerId),
    /// The level seen in a jar.
    Read(CustomerId, JarPreview),
}

impl Bring {
    /// Returns the form for planning a delivery; empty goods mean the customer's usual quantities.
    pub fn plan(model: &Model, subject: &Target) -> FormSheet {
        let words = &model.words;
        let find = words.text("bring-usual");
        let fields = vec![
            FormField::day(
                words.text("column-day"),
                read::planned_day(model, "+1"),
                words.text("snooze-aside"),
            )
            .id(FieldId::ToDay)
            .about(Topic::NextDay),
            FormField::find(words.text("jar-product"), LookupKind::Product, None, find)
                .id(FieldId::Product)
                .about(Topic::Product),
            FormField::new(words.text("bring-quantity"), String::new(), String::new())
                .id(FieldId::Quantity)
                .about(Topic::Quantity),
        ];
        Self::Plan(subject.customer).sheet(model, subject, "bring-title", fields)
    }

    /// Returns the form for recording a jar's level, for the product that would be brought next.
    pub fn read(model: &Model, subject: &Target) -> FormSheet {
        let words = &model.words;
        let goods = subject.visit.as_ref().and_then(|visit| visit.goods.first());
        let taken = goods.map(|goods| Found {
            which: FilterField::Product(goods.product),
            name: goods.name.clone(),
            unit: goods.unit.clone(),
        });
        let unit = goods.map(|goods| goods.unit.clone()).unwrap_or_default();
        let aside = words.format("door-left-aside", &[("unit", unit.as_str().into())]);
        let fields = vec![
            FormField::new(words.text("read-level"), String::new(), aside)
                .id(FieldId::Level)
                .about(Topic::Reading),
            FormField::find(
                words.text("jar-product"),
                LookupKind::Product,
                taken,
                words.text("field-find"),
            )
            .id(FieldId::Product)
            .about(Topic::Product),
            read::on(model),
        ];
        Self::Read(subject.customer, JarPreview::default()).sheet(
            model,
            subject,
            "read-title",
            fields,
        )
    }

    fn sheet(
        self,
        model: &Model,
        subject: &Target,
        title: &str,
        fields: Vec<FormField>,
    ) -> FormSheet {
        let (title, about) = (model.words.text(title), subject.name.clone());
        let form = Form { title, about, fields, at: 0 };
        FormSheet { purpose: FormKind::Bring(self), form, also: Vec::new(), saving: false }
    }

    /// Returns the reading that is typed, as a visit that delivers nothing.
    pub(super) fn visit(&self, model: &Model, form: &Form) -> Option<VisitPreview> {
        let Self::Read(customer, _) = self else { return None };
        let product = form.finder(FieldId::Product)?.product()?;
        let left = Level::parse(form.text(FieldId::Level), &form.unit_of(FieldId::Product)).ok();
        let on = form.field(FieldId::On)?;
        Some(VisitPreview {
            customer: *customer,
            on: parse_day(on.text(), on.days(model.days())).ok()?,
            jars: vec![VisitedJar { product, left, delivered: Quantity::ZERO }],
        })
    }

    /// Returns the remark beside a level: its meaning, and the next empty day.
    pub(super) fn remarks(&self, model: &Model, form: &Form) -> Vec<(FieldId, String)> {
        let (Self::Read(_, jars), words) = (self, &model.words) else { return Vec::new() };
        let unit = form.unit_of(FieldId::Product);
        let hint = || words.format("door-left-aside", &[("unit", unit.as_str().into())]);
        let remark = match Level::parse(form.text(FieldId::Level), &unit) {
            Err(_) => hint(),
            Ok(level) => {
                let product = form.finder(FieldId::Product).and_then(|finder| finder.product());
                let after = product.and_then(|product| jars.of(product));
                let seen = level_seen(model, (level, &unit), after);
                let empty = after.map(|jar| {
                    let day = words.day_near(jar.likely, model.today);
                    words.format("empty-then", &[("day", day.into())])
                });
                words.list(&seen.into_iter().chain(empty).collect::<Vec<_>>())
            }
        };
        vec![(FieldId::Level, remark)]
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        match self {
            Self::Plan(customer) => {
                let lines = if form.text(FieldId::Product).is_empty()
                    && form.text(FieldId::Quantity).is_empty()
                {
                    Some(Vec::new())
                } else {
                    let unit = form.unit_of(FieldId::Product);
                    let quantity = read::value(model, form, FieldId::Quantity, |text| {
                        Quantity::parse_positive_in(text, &unit)
                    });
                    let product = jar::product(model, form, FieldId::Product);
                    product.zip(quantity).map(|line| vec![line])
                };
                let on =
                    read::value(model, form, FieldId::ToDay, |text| parse_day(text, model.days()));
                let (on, lines) = (on?, lines?);
                Some(Command::PlanDelivery(Plan { customer: *customer, on, lines }))
            }
            Self::Read(customer, _) => {
                let on = read::day(model, form, FieldId::On);
                let product = jar::product(model, form, FieldId::Product);
                let unit = form.unit_of(FieldId::Product);
                let level =
                    read::value(model, form, FieldId::Level, |text| Level::parse(text, &unit));
                let (product, level, on) = (product?, level?, on?);
                Some(Command::ReadJar { customer: *customer, product, level, on })
            }
        }
    }
}
