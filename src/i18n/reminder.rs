//! The messages of reminders, each in the language of its customer.

use super::Localizer;
use super::customer::CustomerLocalizer;
use super::statement::{paper_customer, paper_shop};
use crate::domain::Day;
use crate::domain::shop::{Language, Shop};
use crate::exchange::{HandOverError, ReminderMessage, ReminderTemplates, TemplateError};
use crate::reports::Reminder;

/// Writes the messages of reminders.
pub struct ReminderWriter {
    shop: Shop,
    today: Day,
    templates: ReminderTemplates,
    words: CustomerLocalizer,
}

impl ReminderWriter {
    /// Returns a writer of the messages of a day. Customers for whom no language is known are written to in that of
    /// the shop, or else in `usual`.
    pub fn new(shop: &Shop, (today, usual): (Day, Language), templates: ReminderTemplates) -> Self {
        Self { today, templates, words: CustomerLocalizer::new(shop, usual), shop: shop.clone() }
    }

    /// Returns the message of a reminder.
    ///
    /// # Errors
    /// If its step has no template, or the template is not valid, asks for an unknown field, or does not end.
    pub fn message(&self, reminder: &Reminder) -> Result<String, TemplateError> {
        let words = self.words.of(&reminder.customer);
        let due = &reminder.due;
        let fields = ReminderMessage {
            shop: paper_shop(&self.shop),
            customer: paper_customer(&reminder.customer),
            step: due.step.name.clone(),
            amount: words.money(due.amount),
            balance: words.money(reminder.balance),
            due_on: words.day_near(due.due_on, self.today),
            late_days: due.late_days(self.today),
            today: words.day(self.today),
            payment: self.shop.contact.payment_qr.clone(),
        };
        let template = self.templates.find(&due.step.name, words.language())?;
        Ok(template.render_text(&fields)?.trim().to_owned())
    }
}

impl Localizer {
    /// Explains why a command did not take a message.
    pub fn hand_over_error(&self, error: &HandOverError) -> String {
        match error {
            HandOverError::Io(error) => self.reason(&error.to_string()),
            HandOverError::Failed { status, said } if said.is_empty() => {
                self.format("paper-print-status", &[("status", status.to_string().into())])
            }
            HandOverError::Failed { said, .. } => said.clone(),
            HandOverError::TooLong(limit) => {
                let seconds = limit.as_secs().to_string();
                self.format("hand-over-too-long", &[("seconds", seconds.into())])
            }
        }
    }
}
