//! The form for a contact: its channel, text and mood, and a promise to pay.

use super::{FormKind, read};
use crate::domain::contact::{CustomerMood, NewContact};
use crate::domain::customer::Channel;
use crate::domain::day::parse_day;
use crate::domain::id::CustomerId;
use crate::domain::promise::PromisedPayment;
use crate::domain::refusal::Topic;
use crate::domain::text::rules;
use crate::domain::{Command, StableName};
use crate::tui::model::{FieldId, Form, FormField, FormSheet, Model, Target};

/// A contact being recorded.
#[derive(Clone, PartialEq, Debug)]
pub struct ContactForm {
    customer: CustomerId,
}

impl ContactForm {
    /// Returns the form for a contact.
    pub fn open(model: &Model, subject: &Target) -> FormSheet {
        let words = &model.words;
        let channels = Channel::ALL.iter().map(|(channel, _)| words.label(*channel)).collect();
        let moods = (1..=5).filter_map(CustomerMood::new).map(|mood| words.mood(mood));
        let moods = std::iter::once(words.text("mood-unsaid")).chain(moods).collect();
        let fields = vec![
            FormField::new(words.text("contact-text"), String::new(), String::new())
                .id(FieldId::Text)
                .of(rules::TEXT),
            FormField::choice(words.text("contact-channel"), channels, 0).id(FieldId::Channel),
            FormField::choice(words.text("contact-mood"), moods, 0).id(FieldId::Mood),
            FormField::day(
                words.text("contact-promise"),
                String::new(),
                words.text("contact-promise-aside"),
            )
            .id(FieldId::Promise)
            .about(Topic::NextDay),
            FormField::new(
                words.text("contact-amount"),
                String::new(),
                words.text("contact-amount-aside"),
            )
            .id(FieldId::Amount)
            .about(Topic::Amount),
            read::on(model),
        ];
        let form =
            Form { title: words.text("contact-title"), about: subject.name.clone(), fields, at: 0 };
        let purpose = FormKind::Contact(Self { customer: subject.customer });
        FormSheet { purpose, form, also: Vec::new(), saving: false }
    }

    /// Returns the same form for another customer.
    pub(super) const fn with(customer: CustomerId) -> Self {
        Self { customer }
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        let promise =
            read::if_typed(model, form, FieldId::Promise, |text| parse_day(text, model.days()));
        let currency = model.shop.currency;
        let amount =
            read::if_typed(model, form, FieldId::Amount, |text| currency.parse_positive(text));
        let on = read::day(model, form, FieldId::On);
        let text = read::text(model, form, FieldId::Text);
        Some(Command::AddContact(NewContact {
            customer: self.customer,
            on: on?,
            channel: read::one_of(form, FieldId::Channel),
            text: text?,
            mood: u8::try_from(form.chosen(FieldId::Mood)).ok().and_then(CustomerMood::new),
            promise: match (promise?, amount?) {
                (Some(by), amount) => Some(PromisedPayment { by, amount }),
                (None, _) => None,
            },
        }))
    }
}
