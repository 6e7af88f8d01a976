//! The plain values of the journal: money, quantities, and names of the domain.

use super::*;

fn key<T: StableName>(value: &T) -> String {
    value.key().to_owned()
}

plain! {
    minor: Money as i64, |money: &Money| money.minor(), |minor: &i64| Some(Money::from_minor(*minor));
    thousandths: Quantity as i64, |quantity: &Quantity| quantity.thousandths(),
        |thousandths: &i64| Some(Quantity::from_thousandths(*thousandths));
    customer_id: CustomerId as i64, |id: &CustomerId| id.number(),
        |number: &i64| Some(CustomerId::new(*number));
    currency: Currency as String, |currency: &Currency| currency.code().to_owned(),
        |code: &String| Currency::from_code(code).ok();
    language: Language as String, |language: &Language| language.tag().to_owned(),
        |tag: &String| Language::from_tag(tag);
    service_level: ServiceLevel as u16, |level: &ServiceLevel| level.thousandths(),
        |thousandths: &u16| ServiceLevel::from_thousandths(*thousandths);
    date_order: DateOrder as String, |order: &DateOrder| order.key().to_owned(), |key: &String| DateOrder::from_key(key);
    weekdays: Weekdays as u8, |days: &Weekdays| days.bits(), |bits: &u8| Weekdays::from_bits(*bits);
    entry_kind: EntryKind as String, key, |key: &String| EntryKind::from_key(key);
    reading_kind: ReadingKind as String, key, |key: &String| ReadingKind::from_key(key);
    container_move_kind: ContainerMoveKind as String, key, |key: &String| ContainerMoveKind::from_key(key);
    rules: BTreeSet<Rule> as String, rules_text, |text: &String| parse_rules(text).ok();
    age_limits: AgeLimits as String, AgeLimits::to_string, |text: &String| AgeLimits::parse(text).ok();
    reminder_steps: ReminderSteps as String, ReminderSteps::to_string,
        |text: &String| ReminderSteps::parse(text).ok();
    channel: Channel as String, key, |key: &String| Channel::from_key(key);
    mood: CustomerMood as u8, |mood: &CustomerMood| mood.number(), |number: &u8| CustomerMood::new(*number);
    rule: Rule as String, key, |key: &String| Rule::from_key(key);
    table: ImportTable as String, key, |key: &String| ImportTable::from_key(key);
    action_kind: ActionKind as String, |kind: &ActionKind| kind.key().into_owned(),
        |key: &String| ActionKind::from_key(key);
}
