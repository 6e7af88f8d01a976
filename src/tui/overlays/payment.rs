//! Money came in: how much, and how.

use super::Purpose;
use crate::domain::Command;
use crate::domain::id::CustomerId;
use crate::domain::tab::EntryKind;
use crate::tui::model::{Form, FormField, FormSheet, Model, Subject};
use crate::words::Veil;

/// A payment that is being written down.
#[derive(Clone, PartialEq, Debug)]
pub struct Payment {
    customer: CustomerId,
}

impl Payment {
    /// The form for a payment, with what they have to pay filled in.
    pub fn open(model: &Model, subject: &Subject) -> FormSheet {
        let words = &model.words;
        let amount = match subject.to_pay {
            // What is hidden on the screens does not come to light in a form.
            amount if amount.is_positive() && words.veil() == Veil::Off => {
                model.shop.currency.plain(amount).to_string()
            }
            _ => String::new(),
        };
        let form = Form {
            title: words.say("payment-title"),
            about: subject.name.clone(),
            fields: vec![
                FormField::new(words.say("payment-amount"), amount, String::new()),
                FormField::new(
                    words.say("payment-method"),
                    String::new(),
                    words.say("payment-method-aside"),
                ),
                FormField::new(words.say("payment-note"), String::new(), String::new()),
            ],
            at: 0,
        };
        FormSheet {
            purpose: Purpose::Payment(Self { customer: subject.customer }),
            form,
            also: Vec::new(),
            saving: false,
        }
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        match model.shop.currency.parse_positive(form.text(0)) {
            Ok(amount) => Some(Command::AddEntry {
                customer: self.customer,
                kind: EntryKind::Payment,
                amount,
                on: model.today,
                method: form.text(1).to_owned(),
                note: form.text(2).to_owned(),
            }),
            Err(error) => {
                form.refuse(0, model.words.number_error(&error));
                None
            }
        }
    }
}
