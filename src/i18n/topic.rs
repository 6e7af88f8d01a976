//! The words for what a sentence is about.

use super::Localizer;
use crate::domain::StableName;
use crate::domain::refusal::Topic;

impl Localizer {
    /// The word for what a sentence is about.
    pub fn thing(&self, thing: Topic) -> String {
        self.text(match thing {
            Topic::CustomerField(field) => {
                return self.text(&format!("thing-{}", field.key().replace('_', "-")));
            }
            Topic::Customer => "thing-customer",
            Topic::Product => "thing-product",
            Topic::Jar => "thing-jar",
            Topic::Reading => "thing-reading",
            Topic::Delivery => "thing-delivery",
            Topic::Entry => "thing-entry",
            Topic::FollowUp => "thing-follow-up",
            Topic::Contact => "thing-contact",
            Topic::Complaint => "thing-complaint",
            Topic::Remedy => "thing-remedy",
            Topic::Tickets => "thing-tickets",
            Topic::Price => "thing-price",
            Topic::Skip => "thing-skip",
            Topic::Container => "thing-container",
            Topic::Promise => "thing-promise",
            Topic::DayClose => "thing-day-close",
            Topic::Action => "thing-action",
            Topic::Area => "thing-area",
            Topic::Code => "thing-code",
            Topic::Phone => "thing-phone",
            Topic::Tag => "thing-tag",
            Topic::Address => "thing-address",
            Topic::DoorNote => "thing-door-note",
            Topic::Note => "thing-note",
            Topic::Reason => "thing-reason",
            Topic::Outcome => "thing-outcome",
            Topic::Method => "thing-method",
            Topic::Reference => "thing-reference",
            Topic::Kind => "thing-kind",
            Topic::Text => "thing-text",
            Topic::Amount => "thing-amount",
            Topic::Quantity => "thing-quantity",
            Topic::Name => "thing-name",
            Topic::Unit => "thing-unit",
            Topic::Days => "thing-days",
            Topic::People => "thing-people",
            Topic::Rate => "thing-rate",
            Topic::Tick => "thing-tick",
            Topic::Day => "thing-day",
            Topic::NextDay => "thing-next-day",
            Topic::Weekdays => "thing-weekdays",
            Topic::Currency => "thing-currency",
        })
    }
}
