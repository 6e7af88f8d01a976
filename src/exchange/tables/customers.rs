//! Customers.
//!
//! | column | what it holds | empty |
//! |---|---|---|
//! | `id` | the notebook's number | is made |
//! | `code` | the short code: `C102` | is made |
//! | `name` | the name as typed | never |
//! | `kind` | `household` or `business` | `household` |
//! | `phone` | telephone numbers, parted by `;` | none |
//! | `area` | the part of town | not said |
//! | `address` | street, building, floor and flat | not said |
//! | `door_note` | what to know at the door | nothing |
//! | `adults`, `children`, `elders` | the people from the first day on | 0 |
//! | `household_changes` | the people from a day on: `2026-03-01:3/1/0;2026-09-01:2/1/0` | never changed |
//! | `away` | times away, and how many if not all: `2026-03-05..2026-03-08:2` | never away |
//! | `payday` | the rule: `25`, `last fri`, `none` | `none` |
//! | `weekdays` | days on which they take deliveries: `mon,thu` | any |
//! | `limit` | the most that the tab may reach | no limit |
//! | `tag` | words to group by, parted by `;` | none |
//! | `referred_by` | the code of who sent them | nobody |
//! | `birthday` | a day | not said |
//! | `channel` | `visit`, `phone`, `message` or `email` | `visit` |
//! | `language` | `en` or `zh-CN` | not said |
//! | `consent` | `unknown`, `yes` or `no` | `unknown` |
//! | `note` | anything else | nothing |
//! | `joined_on` | the first day with us | today |
//! | `left_on` | the first day without us | has not left |
//! | `left_reason` | why | not said |
//! | `external` | the reference of another system, no other's | has none |

use super::FieldError;
use super::fields::{Fields, count};
use super::source::Parse;
use crate::domain::customer::{
    Away, Channel, Consent, Customer, CustomerKind, Departure, Household, HouseholdChange,
};
use crate::domain::day::{DayError, Period, Weekdays, iso, parse_iso};
use crate::domain::id::CustomerId;
use crate::domain::payday::Payday;
use crate::domain::record::CustomerRecord;
use crate::domain::shop::Language;
use crate::domain::{Currency, StableName};
use crate::exchange::{Cell, Column};

pub(super) const COLUMNS: &[Column] = &[
    Column::right("id"),
    Column::left("code"),
    Column::left("name"),
    Column::left("kind"),
    Column::left("phone"),
    Column::left("area"),
    Column::left("address"),
    Column::left("door_note"),
    Column::right("adults"),
    Column::right("children"),
    Column::right("elders"),
    Column::left("household_changes"),
    Column::left("away"),
    Column::left("payday"),
    Column::left("weekdays"),
    Column::right("limit"),
    Column::left("tag"),
    Column::left("referred_by"),
    Column::left("birthday"),
    Column::left("channel"),
    Column::left("language"),
    Column::left("consent"),
    Column::left("note"),
    Column::left("joined_on"),
    Column::left("left_on"),
    Column::left("left_reason"),
    Column::left("external"),
];

pub(super) const NEEDED: &[&str] = &["name"];

pub(super) fn cells(row: &CustomerRecord, currency: Currency) -> [Cell<'_>; 27] {
    let customer = &row.customer;
    let Household { adults, children, elders } = customer.household;
    let left = customer.left.as_ref();
    let weekdays = (!customer.weekdays.is_empty()).then(|| customer.weekdays.to_string());
    [
        Cell::Int(customer.id.number()),
        Cell::text(&customer.code),
        Cell::text(&customer.name),
        Cell::text(customer.kind.key()),
        Cell::text(customer.phones.join(";")),
        Cell::text(&customer.area),
        Cell::text(&customer.address),
        Cell::text(&customer.door_note),
        Cell::Int(adults.into()),
        Cell::Int(children.into()),
        Cell::Int(elders.into()),
        Cell::text(joined(&row.changes, change)),
        Cell::text(joined(&row.away, time_away)),
        Cell::text(customer.payday.to_string()),
        Cell::or_empty(weekdays, Cell::text),
        Cell::or_empty(customer.limit, |limit| Cell::Money(limit, currency)),
        Cell::text(customer.tags.join(";")),
        Cell::or_empty(row.referred_by.as_deref(), Cell::text),
        Cell::or_empty(customer.birthday, Cell::Day),
        Cell::text(customer.channel.key()),
        Cell::or_empty(customer.language, |language| Cell::text(language.tag())),
        Cell::text(customer.consent.key()),
        Cell::text(&customer.note),
        Cell::Day(customer.joined_on),
        Cell::or_empty(left, |left| Cell::Day(left.on)),
        Cell::or_empty(left, |left| Cell::text(&left.reason)),
        Cell::or_empty(customer.external.as_deref(), Cell::text),
    ]
}

pub(super) fn read(row: &mut Fields<'_>, parse: Parse) -> Option<CustomerRecord> {
    let id = row.id("id", CustomerId::new);
    let name = row.needed_text("name");
    let kind = row.key_or("kind", CustomerKind::default());
    let adults = row.value_or("adults", 0, count);
    let children = row.value_or("children", 0, count);
    let elders = row.value_or("elders", 0, count);
    let changes = row.value_or("household_changes", Vec::new(), |text| each(text, read_change));
    let away = row.value_or("away", Vec::new(), |text| each(text, |text| read_away(text, parse)));
    let payday = row.value_or("payday", Payday::NONE, Payday::parse);
    let weekdays = row.value_or("weekdays", Weekdays::NONE, Weekdays::parse);
    let limit = row.value("limit", |text| parse.currency.parse_at_least_zero(text));
    let referred_by = Some(row.text("referred_by")).filter(|code| !code.is_empty());
    let birthday = row.day("birthday");
    let channel = row.key_or("channel", Channel::default());
    let language = row.value("language", language);
    let consent = row.key_or("consent", Consent::default());
    let joined_on = row.day("joined_on");
    let left_on = row.day("left_on");
    let external = row.external();
    let customer = Customer {
        id: id?,
        code: row.text("code"),
        name: name?,
        kind: kind?,
        phones: row.words("phone"),
        area: row.text("area"),
        address: row.text("address"),
        door_note: row.text("door_note"),
        household: Household { adults: adults?, children: children?, elders: elders? },
        payday: payday?,
        weekdays: weekdays?,
        limit: limit?,
        tags: row.words("tag"),
        referred_by: None,
        birthday: birthday?,
        channel: channel?,
        language: language?,
        consent: consent?,
        note: row.text("note"),
        joined_on: joined_on?.unwrap_or(parse.today),
        left: left_on?.map(|on| Departure { on, reason: row.text("left_reason") }),
        external: external?,
    };
    Some(CustomerRecord { customer, referred_by, changes: changes?, away: away? })
}

fn joined<T>(values: &[T], text: fn(&T) -> String) -> String {
    values.iter().map(text).collect::<Vec<_>>().join(";")
}

fn each<T>(text: &str, read: impl Fn(&str) -> Result<T, FieldError>) -> Result<Vec<T>, FieldError> {
    text.split(';').map(|part| read(part.trim())).collect()
}

fn change(change: &HouseholdChange) -> String {
    let Household { adults, children, elders } = change.household;
    format!("{}:{adults}/{children}/{elders}", iso(change.from))
}

fn read_change(text: &str) -> Result<HouseholdChange, FieldError> {
    let form = || FieldError::Form { text: text.to_owned(), example: "2026-03-01:3/1/0" };
    let (from, people) = text.split_once(':').ok_or_else(form)?;
    let [adults, children, elders] =
        people.split('/').collect::<Vec<_>>().try_into().map_err(|_| form())?;
    let household =
        Household { adults: count(adults)?, children: count(children)?, elders: count(elders)? };
    Ok(HouseholdChange { from: parse_iso(from)?, household })
}

fn time_away(away: &Away) -> String {
    match away.people {
        Some(people) => format!("{}:{people}", away.period),
        None => away.period.to_string(),
    }
}

fn read_away(text: &str, parse: Parse) -> Result<Away, FieldError> {
    let form = || FieldError::Form { text: text.to_owned(), example: "2026-03-05..2026-03-08:2" };
    let (days, people) = match text.split_once(':') {
        Some((days, people)) => (days, Some(count(people)?)),
        None => (text, None),
    };
    if people == Some(0) {
        return Err(form());
    }
    let period = Period::parse(days, parse.today);
    Ok(Away { period: period.map_err(|error| whole_period(error, form))?, people })
}

/// A period without its two days is of the wrong form; any other mistake is one of its days.
fn whole_period(error: DayError, form: impl Fn() -> FieldError) -> FieldError {
    match error {
        DayError::NotADay { .. } => form(),
        other => other.into(),
    }
}

fn language(text: &str) -> Result<Language, FieldError> {
    Language::from_tag(text).ok_or_else(|| FieldError::NoneOf {
        text: text.to_owned(),
        known: Language::ALL.map(Language::tag).to_vec(),
    })
}
