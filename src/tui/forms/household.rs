//! The forms for a household: a time away, a dated change of its size, and leaving or coming back.

use super::{FormKind, read};
use crate::domain::Command;
use crate::domain::customer::{Away as TimeAway, Household, HouseholdChange};
use crate::domain::day::{DayError, Period, parse_day};
use crate::domain::id::CustomerId;
use crate::domain::quantity::parse_count;
use crate::domain::refusal::Topic;
use crate::domain::text::rules;
use crate::reports::CustomerPage;
use crate::tui::model::{FieldId, Form, FormField, FormSheet, Model};

/// The change to the household of a customer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum HouseholdForm {
    /// A period in which all or some people are away.
    Away(CustomerId),
    /// A change of the household from a day on.
    Change(CustomerId),
    /// The customer stops buying.
    Leave(CustomerId),
}

impl HouseholdForm {
    /// Returns the form for a time away.
    pub fn away(model: &Model, page: &CustomerPage) -> FormSheet {
        let words = &model.words;
        let aside = || words.text("snooze-aside");
        let fields = vec![
            FormField::day(words.text("away-from"), words.text("field-today"), aside())
                .id(FieldId::From)
                .about(Topic::Day),
            FormField::day(words.text("away-to"), String::new(), aside())
                .id(FieldId::Until)
                .about(Topic::NextDay),
            FormField::new(
                words.text("away-people"),
                String::new(),
                words.text("away-people-aside"),
            )
            .id(FieldId::People)
            .about(Topic::People),
        ];
        Self::Away(page.customer.id).sheet(model, page, "away-title", fields)
    }

    /// Returns the form for a change of the household from a day on.
    pub fn change(model: &Model, page: &CustomerPage) -> FormSheet {
        let words = &model.words;
        let Household { adults, children, elders } = page.household;
        let count = |id: FieldId, key: &str, count: u16| {
            FormField::new(words.text(key), count.to_string(), String::new()).id(id)
        };
        let fields = vec![
            count(FieldId::Adults, "field-adults", adults),
            count(FieldId::Children, "field-children", children),
            count(FieldId::Elders, "field-elders", elders),
            FormField::day(
                words.text("household-from"),
                words.text("field-today"),
                words.text("snooze-aside"),
            )
            .id(FieldId::From)
            .about(Topic::Day),
        ];
        Self::Change(page.customer.id).sheet(model, page, "household-title", fields)
    }

    /// Returns the form for a customer who stops buying.
    pub fn leave(model: &Model, page: &CustomerPage) -> FormSheet {
        let words = &model.words;
        let fields = vec![
            FormField::new(words.text("leave-reason"), String::new(), String::new())
                .id(FieldId::Reason)
                .of(rules::REASON),
            FormField::day(
                words.text("leave-on"),
                words.text("field-today"),
                words.text("snooze-aside"),
            )
            .id(FieldId::On)
            .about(Topic::Day),
        ];
        Self::Leave(page.customer.id).sheet(model, page, "leave-title", fields)
    }

    fn sheet(
        self,
        model: &Model,
        page: &CustomerPage,
        title: &str,
        fields: Vec<FormField>,
    ) -> FormSheet {
        let (title, about) = (model.words.text(title), model.words.who(&page.customer));
        let form = Form { title, about, fields, at: 0 };
        FormSheet { purpose: FormKind::People(self), form, also: Vec::new(), saving: false }
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        match *self {
            Self::Away(customer) => {
                let people = read::if_typed(model, form, FieldId::People, parse_count);
                let from = read::day(model, form, FieldId::From);
                let to = read::value(model, form, FieldId::Until, |text| {
                    let to = match text {
                        "" => from.unwrap_or(model.today),
                        text => parse_day(text, model.days())?,
                    };
                    match from {
                        Some(from) if to < from => {
                            Err(DayError::Backwards { text: text.to_owned() })
                        }
                        Some(_) | None => Ok(to),
                    }
                });
                let period = Period { from: from?, to: to? };
                let away = TimeAway { period, people: people? };
                Some(Command::AwayCustomer { customer, away })
            }
            Self::Change(customer) => {
                let from = read::day(model, form, FieldId::From);
                let elders = read::value(model, form, FieldId::Elders, parse_count);
                let children = read::value(model, form, FieldId::Children, parse_count);
                let adults = read::value(model, form, FieldId::Adults, parse_count);
                let household = Household { adults: adults?, children: children?, elders: elders? };
                let change = HouseholdChange { from: from?, household };
                Some(Command::ChangeHousehold { customer, change })
            }
            Self::Leave(customer) => {
                let on = read::day(model, form, FieldId::On)?;
                Some(Command::LeaveCustomer {
                    customer,
                    on,
                    reason: form.text(FieldId::Reason).to_owned(),
                })
            }
        }
    }
}
