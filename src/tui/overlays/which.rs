//! Which lines of the journal are shown: until a day, of a customer, by somebody.

use super::{Purpose, read};
use crate::domain::day::{iso, parse_day};
use crate::domain::refused::{Refused, Thing};
use crate::tui::model::{
    Form, FormField, FormSheet, Found, Lines, Model, Sought, Which as Named, Whose,
};

/// The lines of the journal, being chosen.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Which;

// The fields, in the order in which they are typed.
const UNTIL: usize = 0;
const WHOSE: usize = 1;
const BY: usize = 2;

impl Which {
    /// The form, with the lines that are shown now.
    pub fn open(model: &Model, lines: &Lines) -> FormSheet {
        let words = &model.words;
        let until = lines.until.map(|day| iso(day).to_string()).unwrap_or_default();
        let whose = lines.whose.as_ref().map(|whose| Found {
            which: Named::Customer(whose.customer),
            name: whose.name.clone(),
        });
        let by = lines.by.clone().unwrap_or_default();
        let all = || words.say("which-all");
        let fields = vec![
            FormField::day(words.say("which-until"), until, words.say("field-on-aside")),
            FormField::find(words.say("which-whose"), Sought::Customer, whose, all())
                .about(Thing::Customer),
            FormField::new(words.say("column-by"), by, all()),
        ];
        let form = Form {
            title: words.say("which-title"),
            about: words.say("which-about"),
            fields,
            at: UNTIL,
        };
        FormSheet { purpose: Purpose::Which(Self), form, also: Vec::new(), saving: false }
    }

    /// The lines that are wanted; `None` if a field is wrong, which then says so.
    pub(super) fn lines(self, model: &Model, form: &mut Form) -> Option<Lines> {
        let whose = whose(model, form);
        let until = read::if_typed(model, form, UNTIL, |text| parse_day(text, model.today));
        let by = Some(form.text(BY).to_owned()).filter(|by| !by.is_empty());
        Some(Lines { whose: whose?, until: until?, by })
    }
}

/// The customer that was taken; a text that names nobody is wrong.
fn whose(model: &Model, form: &mut Form) -> Option<Option<Whose>> {
    let name = form.text(WHOSE).to_owned();
    match form.finder(WHOSE).and_then(|finder| finder.customer()) {
        _ if name.is_empty() => Some(None),
        Some(customer) => Some(Some(Whose { customer, name })),
        None => {
            let refused = Refused::NotThere { what: Thing::Customer, which: name };
            form.refuse(WHOSE, model.words.refused(&refused));
            None
        }
    }
}
