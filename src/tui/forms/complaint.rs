//! The forms for complaints: a new one, its solution, and its close after the return visit.

use super::{FormKind, read};
use crate::domain::complaint::{
    ComplaintSolution, NewComplaint, complaint_kind_name, complaint_kinds,
};
use crate::domain::contact::CustomerMood;
use crate::domain::day::parse_day;
use crate::domain::follow_up::Rule;
use crate::domain::id::{ComplaintId, CustomerId, ProductId};
use crate::domain::refusal::Topic;
use crate::domain::text::rules;
use crate::domain::views::ComplaintNote;
use crate::domain::{Command, Money};
use crate::tui::model::{FieldId, Form, FormField, FormSheet, Model, Target};

/// A complaint being added, solved or closed.
#[derive(Clone, PartialEq, Debug)]
pub enum ComplaintForm {
    /// A new one, about one of these products or none.
    Add {
        /// The customer.
        customer: CustomerId,
        /// The products that can be chosen.
        products: Vec<ProductId>,
    },
    /// Its solution.
    Solve(ComplaintId),
    /// Its close.
    Close(ComplaintId),
}

impl ComplaintForm {
    /// Returns the form for a new complaint.
    pub fn add(model: &Model, subject: &Target) -> FormSheet {
        let words = &model.words;
        let kinds = complaint_kinds(&model.shop);
        let last = kinds.len().saturating_sub(1);
        let names = kinds.iter().map(|kind| complaint_kind_name(kind, words.language()).to_owned());
        let goods = subject.visit.as_ref().map(|visit| visit.to_bring()).unwrap_or_default();
        let products = goods.iter().map(|goods| goods.product).collect();
        let mut fields = vec![
            field(model, "complaint-text", FieldId::Text).of(rules::TEXT),
            FormField::choice(words.text("column-kind"), names.collect(), last)
                .id(FieldId::Kind)
                .with_aside(words.text("field-choice")),
        ];
        if !goods.is_empty() {
            let none = words.text("complaint-no-product");
            let names = std::iter::once(none).chain(goods.into_iter().map(|goods| goods.name));
            fields.push(
                FormField::choice(words.text("column-product"), names.collect(), 0)
                    .id(FieldId::Product)
                    .with_aside(words.text("field-choice")),
            );
        }
        fields.extend([
            FormField::day(
                words.text("complaint-promised"),
                String::new(),
                words.text("complaint-promised-aside"),
            )
            .id(FieldId::ToDay)
            .about(Topic::NextDay),
            field(model, "column-owner", FieldId::Owner).of(rules::PERSON),
        ]);
        let purpose = Self::Add { customer: subject.customer, products };
        purpose.sheet(model, "complaint-new", subject.name.clone(), fields)
    }

    /// Returns the form for the solution of an unsolved complaint, or for its close after the return visit; `None` if
    /// the row is about no complaint.
    pub fn done(model: &Model, subject: &Target) -> Option<FormSheet> {
        let follow_up = subject.follow_up.as_ref()?;
        let ComplaintNote { id: complaint, ref text } = *follow_up.complaint.as_ref()?;
        let words = &model.words;
        let about = format!("{} {} {text}", subject.name, model.look.glyphs.dot);
        if follow_up.rule == Some(Rule::ReturnVisit) {
            let moods = (1..=5).filter_map(CustomerMood::new).map(|mood| words.mood(mood));
            let moods = std::iter::once(words.text("mood-unsaid")).chain(moods).collect();
            let satisfaction = FormField::choice(words.text("complaint-satisfaction"), moods, 0)
                .id(FieldId::Satisfaction)
                .with_aside(words.text("field-choice"));
            let fields = vec![satisfaction, read::on(model)];
            return Some(Self::Close(complaint).sheet(model, "complaint-close", about, fields));
        }
        let fields = vec![
            field(model, "column-remedy", FieldId::Remedy).of(rules::REMEDY),
            field(model, "column-cause", FieldId::Cause).of(rules::REASON),
            FormField::new(
                words.text("column-discount"),
                String::new(),
                words.text("complaint-discount-aside"),
            )
            .id(FieldId::Discount)
            .about(Topic::Amount),
            read::on(model),
        ];
        Some(Self::Solve(complaint).sheet(model, "complaint-solve", about, fields))
    }

    fn sheet(self, model: &Model, title: &str, about: String, fields: Vec<FormField>) -> FormSheet {
        let form = Form { title: model.words.text(title), about, fields, at: 0 };
        FormSheet { purpose: FormKind::Complaint(self), form, also: Vec::new(), saving: false }
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        match self {
            Self::Add { customer, products } => {
                let promised_by = read::if_typed(model, form, FieldId::ToDay, |text| {
                    parse_day(text, model.days())
                });
                let text = read::text(model, form, FieldId::Text);
                let kinds = complaint_kinds(&model.shop);
                let chosen = match form.field(FieldId::Product) {
                    Some(_) => form.chosen(FieldId::Product).checked_sub(1),
                    None => None,
                };
                Some(Command::AddComplaint(NewComplaint {
                    customer: *customer,
                    kind: kinds.get(form.chosen(FieldId::Kind)).cloned().unwrap_or_default(),
                    text: text?,
                    product: chosen.and_then(|at| products.get(at).copied()),
                    delivery: None,
                    on: model.today,
                    promised_by: promised_by?,
                    owner: form.text(FieldId::Owner).to_owned(),
                }))
            }
            Self::Solve(complaint) => {
                let currency = model.shop.currency;
                let discount = read::if_typed(model, form, FieldId::Discount, |text| {
                    currency.parse_at_least_zero(text)
                });
                let on = read::day(model, form, FieldId::On);
                let remedy = read::text(model, form, FieldId::Remedy);
                Some(Command::SolveComplaint(ComplaintSolution {
                    complaint: *complaint,
                    on: on?,
                    remedy: remedy?,
                    cause: form.text(FieldId::Cause).to_owned(),
                    discount: discount?.unwrap_or(Money::ZERO),
                }))
            }
            Self::Close(complaint) => {
                let on = read::day(model, form, FieldId::On)?;
                let chosen = u8::try_from(form.chosen(FieldId::Satisfaction)).ok();
                let satisfaction = chosen.and_then(CustomerMood::new);
                Some(Command::CloseComplaint { complaint: *complaint, on, satisfaction })
            }
        }
    }
}

/// Returns an empty field for a text.
fn field(model: &Model, label: &str, id: FieldId) -> FormField {
    FormField::new(model.words.text(label), String::new(), String::new()).id(id)
}
