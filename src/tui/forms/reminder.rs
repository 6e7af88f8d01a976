//! The form for a reminder of what is due: its channel and its message, which saving records as sent.

use super::{FormKind, read};
use crate::domain::customer::Channel;
use crate::domain::day::Day;
use crate::domain::id::CustomerId;
use crate::domain::reminder::NewReminder;
use crate::domain::text::rules;
use crate::domain::{Command, StableName};
use crate::reports::Reminder;
use crate::tui::model::{FieldId, Form, FormField, FormSheet, Model};

/// A reminder being sent.
#[derive(Clone, PartialEq, Debug)]
pub struct ReminderForm {
    customer: CustomerId,
    step_day: Day,
}

impl ReminderForm {
    /// Returns the form with the usual channel of the customer and the message of the step.
    pub fn open(model: &Model, reminder: &Reminder, message: String) -> FormSheet {
        let (words, customer) = (&model.words, &reminder.customer);
        let channels = Channel::ALL.iter().map(|(channel, _)| words.label(*channel)).collect();
        let usual = reminder.usual_channel();
        let usual = Channel::ALL.iter().position(|(channel, _)| *channel == usual).unwrap_or(0);
        let args = [
            ("amount", words.money(reminder.due.amount).into()),
            ("day", words.day_near(reminder.due.due_on, model.today).into()),
            ("step", reminder.due.step.name.as_str().into()),
        ];
        let fields = vec![
            FormField::choice(words.text("contact-channel"), channels, usual)
                .id(FieldId::Channel)
                .with_aside(words.format("reminder-about", &args)),
            FormField::new(words.text("reminder-message"), message, String::new())
                .id(FieldId::Text)
                .of(rules::TEXT),
        ];
        let title = words.text("reminder-title");
        let form = Form { title, about: words.who(customer), fields, at: 0 };
        let purpose =
            FormKind::Reminder(Self { customer: customer.id, step_day: reminder.due.day() });
        FormSheet { purpose, form, also: Vec::new(), saving: false }
    }

    /// Returns the message if it is written somewhere else, where it is pasted; `None` for what is said.
    pub fn copied(&self, form: &Form) -> Option<String> {
        match read::one_of(form, FieldId::Channel) {
            Channel::Message | Channel::Email => Some(form.text(FieldId::Text).to_owned()),
            Channel::Visit | Channel::Phone => None,
        }
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        let message = read::text(model, form, FieldId::Text)?;
        Some(Command::SendReminder(NewReminder {
            customer: self.customer,
            step_day: self.step_day,
            channel: read::one_of(form, FieldId::Channel),
            message,
        }))
    }
}
