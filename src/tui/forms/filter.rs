//! The forms that filter the journal (by day, customer and author) and the jars.

use super::{FormKind, read};
use crate::domain::day::{iso, parse_day};
use crate::domain::query::JarQuery;
use crate::domain::refusal::{Refusal, Topic};
use crate::tui::model::{
    FieldId, FilterField as Named, Form, FormField, FormSheet, Found, Jars, Lines, LookupKind,
    Model, Whose,
};
use crate::tui::msg::Question;

/// The list being filtered.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum FilterForm {
    /// Lines of the journal.
    Lines,
    /// Jars.
    Jars,
}

impl FilterForm {
    /// Returns the form with the current filter of the journal.
    pub fn of_lines(model: &Model, lines: &Lines) -> FormSheet {
        let words = &model.words;
        let until = lines.until.map(|day| iso(day).to_string()).unwrap_or_default();
        let whose = lines.whose.as_ref().map(|whose| Found {
            which: Named::Customer(whose.customer),
            name: whose.name.clone(),
            unit: String::new(),
        });
        let by = lines.by.clone().unwrap_or_default();
        let all = || words.text("which-all");
        let fields = vec![
            FormField::past_day(words.text("which-until"), until, words.text("field-on-aside"))
                .id(FieldId::Until),
            FormField::find(words.text("which-whose"), LookupKind::Customer, whose, all())
                .id(FieldId::Customer)
                .about(Topic::Customer),
            FormField::new(words.text("column-by"), by, all()).id(FieldId::By),
        ];
        Self::Lines.sheet(model, "which-title", fields)
    }

    /// Returns the form with the current filter of the jars.
    pub fn of_jars(model: &Model, list: &JarQuery) -> FormSheet {
        let words = &model.words;
        let until = list.until.map(|day| iso(day).to_string()).unwrap_or_default();
        let fields = vec![
            FormField::day(words.text("which-empty"), until, words.text("snooze-aside"))
                .id(FieldId::Until),
            FormField::new(words.text("which-whose"), list.query.clone(), words.text("which-all"))
                .id(FieldId::Query),
        ];
        Self::Jars.sheet(model, "which-jars", fields)
    }

    fn sheet(self, model: &Model, title: &str, fields: Vec<FormField>) -> FormSheet {
        let (title, about) = (model.words.text(title), model.words.text("which-about"));
        let form = Form { title, about, fields, at: 0 };
        FormSheet { purpose: FormKind::Which(self), form, also: Vec::new(), saving: false }
    }

    /// Returns the query for the filtered list; `None` if a field is invalid, which then shows its
    /// error.
    pub(super) fn question(self, model: &Model, form: &mut Form) -> Option<Question> {
        let until = |form: &mut Form| {
            read::if_typed(model, form, FieldId::Until, |text| parse_day(text, model.days().back()))
        };
        match self {
            Self::Lines => {
                let whose = whose(model, form);
                let until = until(form);
                let by = Some(form.text(FieldId::By).to_owned()).filter(|by| !by.is_empty());
                Some(Lines { whose: whose?, until: until?, by }.opening())
            }
            Self::Jars => {
                let list =
                    JarQuery { until: until(form)?, query: form.text(FieldId::Query).to_owned() };
                Some(Question::Jars(Jars::of(list).first(model.most_rows())))
            }
        }
    }
}

/// Returns the chosen customer, if any; a text that matches no customer is an error.
fn whose(model: &Model, form: &mut Form) -> Option<Option<Whose>> {
    let name = form.text(FieldId::Customer).to_owned();
    match form.finder(FieldId::Customer).and_then(|finder| finder.customer()) {
        _ if name.is_empty() => Some(None),
        Some(customer) => Some(Some(Whose { customer, name })),
        None => {
            let refused = Refusal::NotFound { what: Topic::Customer, which: name };
            form.refuse(FieldId::Customer, model.words.refused(&refused));
            None
        }
    }
}
