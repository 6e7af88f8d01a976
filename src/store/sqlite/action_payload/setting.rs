//! The rules of the shop as the journal stores them.

use super::*;

#[derive(Serialize, Deserialize)]
#[serde(remote = "ShopSetting", rename_all = "kebab-case")]
pub(super) enum ShopSettingDef {
    Name(String),
    Currency(#[serde(with = "currency")] Currency),
    Language(#[serde(with = "language::option")] Option<Language>),
    ServiceLevel(#[serde(with = "service_level")] ServiceLevel),
    GraceDays(u16),
    DeliveryDays(#[serde(with = "weekdays")] Weekdays),
    Holidays(BTreeMap<Day, String>),
    Areas(Vec<String>),
    DailyCapacity(#[serde(with = "thousandths::option")] Option<Quantity>),
    DateOrder(#[serde(with = "date_order::option")] Option<DateOrder>),
    RulesOff(#[serde(with = "rules")] BTreeSet<Rule>),
    CreditLimit(
        #[serde(with = "minor::option")] Option<Money>,
        #[serde(with = "currency")] Currency,
    ),
    Address(String),
    Phone(String),
    PaymentQr(String),
    Ageing(#[serde(with = "age_limits")] AgeLimits),
    Methods(Vec<String>),
    Reminders(#[serde(with = "reminder_steps")] ReminderSteps),
    TicketsValid(Option<u16>),
    ComplaintKinds(Vec<String>),
}
