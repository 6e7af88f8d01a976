//! A customer, written down for the first time or changed: every field of the notebook. Only what was
//! changed is put in, so that two people who edit different fields do not undo each other.

use super::{FormKind, read};
use crate::domain::Command;
use crate::domain::customer::{Channel, Consent, Customer as Known, CustomerPatch};
use crate::domain::customer::{CustomerKind, HouseholdPatch};
use crate::domain::day::{Weekdays, iso, parse_day};
use crate::domain::id::CustomerId;
use crate::domain::payday::Payday;
use crate::domain::quantity::parse_count;
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::shop::Language;
use crate::domain::text::rules;
use crate::domain::views::CustomerLabel;
use crate::i18n::Labelled;
use crate::reports::CustomerPage;
use crate::tui::model::{
    FilterField, Form, FormField, FormSheet, Found, LookupKind, Model, PageField,
};

/// A customer that is being written down.
#[derive(Clone, PartialEq, Debug)]
pub struct CustomerForm {
    /// `None` if they are new.
    customer: Option<CustomerId>,
}

// The fields, in the order in which they are typed.
const NAME: usize = 0;
pub(in crate::tui) const PHONES: usize = 1;
const AREA: usize = 2;
pub(in crate::tui) const ADDRESS: usize = 3;
pub(in crate::tui) const DOOR: usize = 4;
/// The first of the people, with whom the page shows all of them.
pub const ADULTS: usize = 5;
const CHILDREN: usize = 6;
const ELDERS: usize = 7;
pub(in crate::tui) const PAYDAY: usize = 8;
pub(in crate::tui) const WEEKDAYS: usize = 9;
pub(in crate::tui) const TAGS: usize = 10;
pub(in crate::tui) const NOTE: usize = 11;
const KIND: usize = 12;
const CODE: usize = 13;
pub(in crate::tui) const LIMIT: usize = 14;
const OPENING: usize = 15;
pub(in crate::tui) const REFERRED_BY: usize = 16;
pub(in crate::tui) const BIRTHDAY: usize = 17;
pub(in crate::tui) const CHANNEL: usize = 18;
const LANGUAGE: usize = 19;
const CONSENT: usize = 20;

impl CustomerForm {
    /// The form for a new customer.
    pub fn add(model: &Model) -> FormSheet {
        let nobody = Known::new(CustomerId::new(0), String::new(), String::new(), model.today);
        let form = Form {
            title: model.words.text("customer-new"),
            about: model.words.text("customer-new-about"),
            fields: fields(model, &nobody, None),
            at: 0,
        };
        let purpose = FormKind::Customer(Self { customer: None });
        FormSheet { purpose, form, also: Vec::new(), saving: false }
    }

    /// The form for what is known of a customer.
    pub fn edit(model: &Model, known: &Known, sent_by: Option<&CustomerLabel>) -> FormSheet {
        let form = Form {
            title: model.words.text("customer-edit"),
            about: model.words.who(known),
            fields: fields(model, known, sent_by),
            at: 0,
        };
        let purpose = FormKind::Customer(Self { customer: Some(known.id) });
        FormSheet { purpose, form, also: Vec::new(), saving: false }
    }

    /// Says beside the people of the form that others are there by now.
    pub fn say_that_people_are_of_the_first_day(model: &Model, form: &mut Form) {
        if let Some(field) = form.fields.get_mut(ADULTS) {
            field.aside = model.words.text("field-people-at-first");
        }
    }

    /// The form for what is known of a customer, with one field of their page alone, or the few that
    /// stand in its row.
    pub fn edit_field(model: &Model, page: &CustomerPage, field: PageField) -> FormSheet {
        let mut sheet = Self::edit(model, &page.customer, page.referred_by.as_ref());
        let shown = match field {
            PageField::Customer(first) => row(first).to_vec(),
            PageField::Unknown => {
                let rows = unknown(&sheet.form).into_iter();
                rows.flat_map(|first| row(first).iter().copied()).collect()
            }
            PageField::Jar(_) => Vec::new(),
        };
        if !shown.is_empty() {
            sheet.form = sheet.form.only(&shown);
        }
        sheet
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        let currency = model.shop.currency;
        let opening = read::if_typed(model, form, OPENING, |text| currency.parse(text));
        let patch = patch(model, form);
        let name = read::value(model, form, NAME, |text| match text {
            "" => Err(Refusal::NoName),
            text => Ok(text.to_owned()),
        });
        let (name, opening, patch, on) = (name?, opening?, patch?, model.today);
        Some(match self.customer {
            None => {
                let patch = CustomerPatch { name: Some(name), ..patch };
                Command::AddCustomer { patch, opening, on }
            }
            Some(customer) => Command::EditCustomer { customer, patch, opening, on },
        })
    }
}

/// The names of what is not known of a customer yet, as far as it would have a row on their page.
pub(in crate::tui) fn unknown_names(model: &Model, page: &CustomerPage) -> Vec<String> {
    let form = CustomerForm::edit(model, &page.customer, page.referred_by.as_ref()).form;
    let label = |first: usize| form.fields.get(first).map(|field| field.label.clone());
    unknown(&form).into_iter().filter_map(label).collect()
}

/// The fields that begin a row of the page which nothing is known for.
fn unknown(form: &Form) -> Vec<usize> {
    let nothing = |first: &usize| row(*first).iter().all(|field| form.text(*field).is_empty());
    [PHONES, ADDRESS, DOOR, PAYDAY, WEEKDAYS, TAGS, NOTE, LIMIT, REFERRED_BY, BIRTHDAY]
        .into_iter()
        .filter(nothing)
        .collect()
}

/// The fields in the row of the page that begins with one of them.
const fn row(first: usize) -> &'static [usize] {
    match first {
        ADULTS => &[ADULTS, CHILDREN, ELDERS, KIND],
        ADDRESS => &[AREA, ADDRESS],
        PHONES => &[PHONES],
        DOOR => &[DOOR],
        PAYDAY => &[PAYDAY],
        WEEKDAYS => &[WEEKDAYS],
        TAGS => &[TAGS],
        NOTE => &[NOTE],
        LIMIT => &[LIMIT],
        REFERRED_BY => &[REFERRED_BY],
        BIRTHDAY => &[BIRTHDAY],
        CHANNEL => &[CHANNEL, LANGUAGE, CONSENT],
        _ => &[],
    }
}

fn fields(model: &Model, known: &Known, sent_by: Option<&CustomerLabel>) -> Vec<FormField> {
    let words = &model.words;
    let text =
        |key: &str, typed: &str| FormField::new(words.text(key), typed.to_owned(), String::new());
    let like = |field: FormField, key: &str| field.with_aside(words.text(key));
    let people = |count: u16| if count == 0 { String::new() } else { count.to_string() };
    let payday = words.typed_payday(&known.payday);
    let weekdays = words.weekdays(known.weekdays);
    let limit = known.limit.map(|limit| model.shop.currency.plain(limit).to_string());
    let named = sent_by.map(|who| (who.id, format!("{} {}", who.code, who.name)));
    let by_number = || known.referred_by.map(|id| (id, format!("#{}", id.number())));
    let sent_by = named.or_else(by_number);
    let sent_by = sent_by.map(|(id, name)| Found { which: FilterField::Customer(id), name });
    let birthday = known.birthday.map(|day| iso(day).to_string()).unwrap_or_default();
    let mut languages = vec![words.text("language-unsaid")];
    languages.extend(Language::ALL.iter().map(|language| words.language_name(*language)));
    let language = known.language.and_then(|one| Language::ALL.iter().position(|l| *l == one));
    vec![
        text("page-name", &known.name).of(rules::NAME),
        like(text("page-phone", &known.phones.join(", ")), "field-phones").of(rules::PHONE),
        text("column-area", &known.area).of(rules::AREA),
        text("page-address", &known.address).of(rules::ADDRESS),
        text("page-door", &known.door_note).of(rules::DOOR_NOTE),
        text("field-adults", &people(known.household.adults)),
        text("field-children", &people(known.household.children)),
        text("field-elders", &people(known.household.elders)),
        like(text("page-payday", &payday), "field-payday"),
        like(text("field-weekdays", &weekdays), "field-weekdays-aside"),
        like(text("page-tags", &known.tags.join(", ")), "field-several").of(rules::TAG),
        text("page-note", &known.note).of(rules::NOTE),
        one_of(model, "field-kind", known.kind),
        like(text("column-code", &known.code), "field-code").of(rules::CODE),
        text("field-limit", &limit.unwrap_or_default()).about(Topic::Amount),
        text("field-opening", "").about(Topic::Entry),
        FormField::find(
            words.text("field-referred-by"),
            LookupKind::Customer,
            sent_by,
            words.text("field-find"),
        )
        .about(Topic::Customer),
        FormField::day(words.text("field-birthday"), birthday, "1968-03-27".to_owned()),
        one_of(model, "field-channel", known.channel),
        FormField::choice(words.text("field-language"), languages, language.map_or(0, |at| at + 1)),
        one_of(model, "field-consent", known.consent),
    ]
}

fn one_of<T: Labelled + PartialEq>(model: &Model, label: &str, here: T) -> FormField {
    let at = T::ALL.iter().position(|(one, _)| *one == here).unwrap_or(0);
    let choices = T::ALL.iter().map(|(one, _)| model.words.label(*one)).collect();
    FormField::choice(model.words.text(label), choices, at)
}

/// What was changed; `None` if a field is wrong, which then says so. Whatever is wrong is said at
/// once, and the focus goes to the first of it.
fn patch(model: &Model, form: &mut Form) -> Option<CustomerPatch> {
    let currency = model.shop.currency;
    let birthday = read::if_changed(model, form, BIRTHDAY, |text| parse_day(text, model.today));
    let referred_by = referred_by(model, form);
    let limit = read::if_changed(model, form, LIMIT, |text| currency.parse_at_least_zero(text));
    let weekdays = read::if_changed(model, form, WEEKDAYS, Weekdays::parse);
    let payday = read::if_changed(model, form, PAYDAY, Payday::parse);
    let elders = read::if_changed(model, form, ELDERS, parse_count);
    let children = read::if_changed(model, form, CHILDREN, parse_count);
    let adults = read::if_changed(model, form, ADULTS, parse_count);
    let typed = |index: usize| form.changed(index).map(str::to_owned);
    let several = |index: usize| form.changed(index).map(list);
    Some(CustomerPatch {
        code: typed(CODE).filter(|code| !code.is_empty()),
        name: typed(NAME),
        kind: read::changed_one::<CustomerKind>(form, KIND),
        phones: several(PHONES),
        area: typed(AREA),
        address: typed(ADDRESS),
        door_note: typed(DOOR),
        household: HouseholdPatch {
            adults: adults?.map(Option::unwrap_or_default),
            children: children?.map(Option::unwrap_or_default),
            elders: elders?.map(Option::unwrap_or_default),
        },
        payday: payday?.map(|payday| payday.unwrap_or(Payday::NONE)),
        weekdays: weekdays?.map(Option::unwrap_or_default),
        limit: limit?,
        tags: several(TAGS),
        referred_by: referred_by?,
        birthday: birthday?,
        channel: read::changed_one::<Channel>(form, CHANNEL),
        language: form
            .changed(LANGUAGE)
            .map(|_| Language::ALL.get(form.chosen(LANGUAGE).wrapping_sub(1)).copied()),
        consent: read::changed_one::<Consent>(form, CONSENT),
        note: typed(NOTE),
    })
}

/// Who sent them, if that was changed; a text that names nobody is wrong.
fn referred_by(model: &Model, form: &mut Form) -> Option<Option<Option<CustomerId>>> {
    let Some(which) = form.changed(REFERRED_BY).map(str::to_owned) else { return Some(None) };
    match form.finder(REFERRED_BY).and_then(|finder| finder.customer()) {
        Some(customer) => Some(Some(Some(customer))),
        None if which.is_empty() => Some(Some(None)),
        None => {
            let refused = Refusal::NotFound { what: Topic::Customer, which };
            form.refuse(REFERRED_BY, model.words.refused(&refused));
            None
        }
    }
}

/// The texts between commas, which an input method for Chinese writes in its own way.
fn list(text: &str) -> Vec<String> {
    let parts = text.split([',', '，', '、', ';', '；']).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
