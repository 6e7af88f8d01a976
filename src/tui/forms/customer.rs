//! The form for adding or editing a customer, with every field of the notebook. Only changed fields
//! are saved, so that two people who edit different fields do not overwrite each other.

use super::{FormKind, read};
use crate::domain::birthday::Birthday;
use crate::domain::credit_limit::CreditLimit;
use crate::domain::customer::{Customer as Known, CustomerField, CustomerPatch};
use crate::domain::day::{Weekdays, iso, parse_day};
use crate::domain::field::ValueKind;
use crate::domain::id::CustomerId;
use crate::domain::payday::Payday;
use crate::domain::quantity::parse_count;
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::shop::Language;
use crate::domain::views::CustomerLabel;
use crate::domain::{Command, StableName};
use crate::reports::CustomerPage;
use crate::tui::model::{
    FieldId, FilterField, Form, FormField, FormSheet, Found, LookupKind, Model, PageField,
};

/// A customer being added or edited.
#[derive(Clone, PartialEq, Debug)]
pub struct CustomerForm {
    /// The customer being edited; `None` if a new one is added.
    customer: Option<CustomerId>,
}

/// Returns the inputs in the order of the form: those needed for every customer come first.
fn inputs() -> Vec<FieldId> {
    let mut fields: Vec<CustomerField> = CustomerField::ALL.iter().map(|(one, _)| *one).collect();
    fields.sort_by_key(|field| match field {
        CustomerField::Name | CustomerField::Phones | CustomerField::Area => 0,
        CustomerField::Address | CustomerField::DoorNote | CustomerField::Household => 0,
        CustomerField::Payday | CustomerField::Weekdays => 0,
        CustomerField::Tags | CustomerField::Note => 0,
        CustomerField::Kind => 1,
        CustomerField::Code => 2,
        CustomerField::Limit => 3,
        CustomerField::ReferredBy | CustomerField::Birthday => 4,
        CustomerField::Channel | CustomerField::Language | CustomerField::Consent => 4,
        // Any other comes last.
        _ => 5,
    });
    let inputs = fields.into_iter().flat_map(|field| match field {
        CustomerField::Household => vec![FieldId::Adults, FieldId::Children, FieldId::Elders],
        CustomerField::Limit => vec![FieldId::OfCustomer(field), FieldId::Opening],
        field => vec![FieldId::OfCustomer(field)],
    });
    inputs.collect()
}

/// Returns the field under whose label an input is shown on the page; `None` if it has no row
/// there.
const fn row_of(input: FieldId) -> Option<CustomerField> {
    Some(match input {
        FieldId::Adults | FieldId::Children | FieldId::Elders => CustomerField::Household,
        FieldId::OfCustomer(field) => match field {
            CustomerField::Name | CustomerField::Code => return None,
            CustomerField::Kind => CustomerField::Household,
            CustomerField::Area => CustomerField::Address,
            CustomerField::Language | CustomerField::Consent => CustomerField::Channel,
            field => field,
        },
        // The opening balance, and what other forms ask for.
        _ => return None,
    })
}

/// Returns the fields that have a row on the page, in the order of the form.
pub(in crate::tui) fn rows() -> Vec<CustomerField> {
    let mut rows: Vec<CustomerField> = Vec::new();
    for row in inputs().into_iter().filter_map(row_of) {
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    rows
}

/// Returns the inputs in a row of the page.
fn inputs_in(row: CustomerField) -> Vec<FieldId> {
    inputs().into_iter().filter(|input| row_of(*input) == Some(row)).collect()
}

impl CustomerForm {
    /// Returns the form for a new customer.
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

    /// Returns the form for editing a customer.
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

    /// Adds a note to the household inputs that the household has changed since the first day.
    pub fn say_that_people_are_of_the_first_day(model: &Model, form: &mut Form) {
        if let Some(field) = form.field_mut(FieldId::Adults) {
            field.aside = model.words.text("field-people-at-first");
        }
    }

    /// Gives the focus to the input of a field, or to its first one.
    pub fn focus(form: &mut Form, field: CustomerField) {
        form.focus(match field {
            CustomerField::Household => FieldId::Adults,
            field => FieldId::OfCustomer(field),
        });
    }

    /// Returns the form for editing a customer, limited to one field of their page or to the few
    /// fields that share its row.
    pub fn edit_field(model: &Model, page: &CustomerPage, field: PageField) -> FormSheet {
        let mut sheet = Self::edit(model, &page.customer, page.referred_by.as_ref());
        let shown = match field {
            PageField::Customer(field) => inputs_in(field),
            PageField::Unknown => unknown(&sheet.form).into_iter().flat_map(inputs_in).collect(),
            PageField::Jar(_) => Vec::new(),
        };
        if !shown.is_empty() {
            sheet.form = sheet.form.only(&shown);
        }
        sheet
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        let currency = model.shop.currency;
        let opening = read::if_typed(model, form, FieldId::Opening, |text| currency.parse(text));
        let patch = patch(model, form);
        let name = FieldId::OfCustomer(CustomerField::Name);
        let name = read::value(model, form, name, |text| match text {
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

/// Returns the names of the unknown fields of a customer that would have a row on their page.
pub(in crate::tui) fn unknown_names(model: &Model, page: &CustomerPage) -> Vec<String> {
    let form = CustomerForm::edit(model, &page.customer, page.referred_by.as_ref()).form;
    let labels = unknown(&form).into_iter().map(|field| model.words.customer_field(field));
    labels.collect()
}

/// Returns the rows of the page for which nothing is known.
fn unknown(form: &Form) -> Vec<CustomerField> {
    let is_unknown =
        |row: &CustomerField| inputs_in(*row).iter().all(|input| form.text(*input).is_empty());
    rows().into_iter().filter(is_unknown).collect()
}

fn fields(model: &Model, known: &Known, referrer: Option<&CustomerLabel>) -> Vec<FormField> {
    let label = |key: &str| model.words.text(key);
    let people = |key: &str, count: u16| {
        let typed = if count == 0 { String::new() } else { count.to_string() };
        FormField::new(label(key), typed, String::new())
    };
    let field = |input: FieldId| match input {
        FieldId::OfCustomer(CustomerField::ReferredBy) => referrer_field(model, known, referrer),
        FieldId::OfCustomer(field) => form_field(model, known, field),
        FieldId::Adults => people("field-adults", known.household.adults),
        FieldId::Children => people("field-children", known.household.children),
        FieldId::Elders => people("field-elders", known.household.elders),
        _ => {
            FormField::new(label("field-opening"), String::new(), String::new()).about(Topic::Entry)
        }
    };
    inputs().into_iter().map(|input| field(input).id(input)).collect()
}

/// Returns the input for a field with its value.
fn form_field(model: &Model, known: &Known, field: CustomerField) -> FormField {
    let words = &model.words;
    let label = words.customer_field(field);
    let hint = match field {
        CustomerField::Code => words.text("field-code"),
        _ => String::new(),
    };
    match field.kind() {
        ValueKind::Required(rule, access) | ValueKind::Text(rule, access) => {
            FormField::new(label, (access.get)(known).clone(), hint).of(rule)
        }
        ValueKind::Texts(rule, access) => {
            let typed = (access.get)(known).join(", ");
            FormField::new(label, typed, words.text("field-several")).of(rule)
        }
        ValueKind::Choice(choice) => {
            let names = (choice.names)();
            let at = names.iter().position(|name| *name == (choice.get)(known));
            let choices = names.iter().map(|name| words.choice(field, name)).collect();
            FormField::choice(label, choices, at.unwrap_or(0))
        }
        ValueKind::Money(access) => {
            let amount = (access.get)(known).map(|amount| model.shop.currency.plain(amount));
            let typed = amount.map(|amount| amount.to_string()).unwrap_or_default();
            FormField::new(label, typed, hint).about(Topic::Amount)
        }
        ValueKind::Limit(access) => {
            let typed = (access.get)(known).map(|limit| limit.typed(model.shop.currency));
            FormField::new(label, typed.unwrap_or_default(), hint).about(Topic::Amount)
        }
        ValueKind::Birthday(access) => {
            let typed = (access.get)(known).map(|birthday| birthday.to_string());
            FormField::day(label, typed.unwrap_or_default(), "1968-03-27".to_owned())
        }
        ValueKind::Day(access) => {
            let typed = (access.get)(known).map(|day| iso(day).to_string());
            FormField::day(label, typed.unwrap_or_default(), "1968-03-27".to_owned())
        }
        ValueKind::Payday(access) => {
            let typed = words.typed_payday((access.get)(known));
            FormField::new(label, typed, words.text("field-payday"))
        }
        ValueKind::Weekdays(access) => {
            let typed = words.weekdays(*(access.get)(known));
            FormField::new(label, typed, words.text("field-weekdays-aside"))
        }
        ValueKind::Language(access) => {
            let mut names = vec![words.text("language-unsaid")];
            names.extend(Language::ALL.iter().map(|language| words.language_name(*language)));
            let known = *(access.get)(known);
            let at = known.and_then(|one| Language::ALL.iter().position(|other| *other == one));
            FormField::choice(label, names, at.map_or(0, |at| at + 1))
        }
        // The people have inputs of their own, and another customer is found by name.
        ValueKind::Customer(_) | ValueKind::Household(_) => FormField::default(),
        // A customer has no field of these kinds.
        ValueKind::Price(_)
        | ValueKind::Quantity(..)
        | ValueKind::Rate(_)
        | ValueKind::Part(_)
        | ValueKind::Days(_)
        | ValueKind::Strategy(_)
        | ValueKind::Months(_) => FormField::default(),
    }
}

fn referrer_field(model: &Model, known: &Known, referrer: Option<&CustomerLabel>) -> FormField {
    let words = &model.words;
    let named = referrer.map(|who| (who.id, format!("{} {}", who.code, who.name)));
    let by_number = || known.referred_by.map(|id| (id, format!("#{}", id.number())));
    let taken = named.or_else(by_number);
    let taken = taken.map(|(id, name)| {
        let which = FilterField::Customer(id);
        Found { which, name, unit: String::new() }
    });
    let label = words.customer_field(CustomerField::ReferredBy);
    FormField::find(label, LookupKind::Customer, taken, words.text("field-find"))
        .about(Topic::Customer)
}

/// Returns the changed fields; `None` if an input is invalid. Every invalid input shows its error,
/// and the first of them gets the focus.
fn patch(model: &Model, form: &mut Form) -> Option<CustomerPatch> {
    let mut patch = CustomerPatch::default();
    let mut is_valid = true;
    for input in inputs().into_iter().rev() {
        is_valid &= read_input(model, form, input, &mut patch).is_some();
    }
    is_valid.then_some(patch)
}

/// Adds an input to the patch if it was changed; returns `None` if it is invalid.
fn read_input(
    model: &Model,
    form: &mut Form,
    input: FieldId,
    patch: &mut CustomerPatch,
) -> Option<()> {
    let mut people = || -> Option<Option<u16>> {
        let count = read::if_changed(model, form, input, parse_count)?;
        Some(count.map(Option::unwrap_or_default))
    };
    match input {
        FieldId::OfCustomer(field) => read_field(model, form, field, patch)?,
        FieldId::Adults => patch.household.adults = people()?,
        FieldId::Children => patch.household.children = people()?,
        FieldId::Elders => patch.household.elders = people()?,
        // The opening balance is not part of the patch.
        _ => {}
    }
    Some(())
}

fn read_field(
    model: &Model,
    form: &mut Form,
    field: CustomerField,
    patch: &mut CustomerPatch,
) -> Option<()> {
    let currency = model.shop.currency;
    let input = FieldId::OfCustomer(field);
    match field.kind() {
        ValueKind::Required(_, access) => {
            let typed = form.changed(input).filter(|text| !text.is_empty());
            *(access.patch)(patch) = typed.map(str::to_owned);
        }
        ValueKind::Text(_, access) => {
            *(access.patch)(patch) = form.changed(input).map(str::to_owned);
        }
        ValueKind::Texts(_, access) => *(access.patch)(patch) = form.changed(input).map(list),
        ValueKind::Choice(choice) => {
            if form.changed(input).is_some()
                && let Some(name) = (choice.names)().get(form.chosen(input))
            {
                (choice.set_patch)(patch, name);
            }
        }
        ValueKind::Money(access) => {
            let parse = |text: &str| currency.parse_at_least_zero(text);
            *(access.patch)(patch) = read::if_changed(model, form, input, parse)?;
        }
        ValueKind::Limit(access) => {
            let parse = |text: &str| CreditLimit::parse(text, currency);
            *(access.patch)(patch) =
                read::if_changed(model, form, input, parse)?.map(Option::flatten);
        }
        ValueKind::Birthday(access) => {
            let parse = |text: &str| Birthday::parse(text, model.days());
            *(access.patch)(patch) = read::if_changed(model, form, input, parse)?;
        }
        ValueKind::Day(access) => {
            let parse = |text: &str| parse_day(text, model.days().back());
            *(access.patch)(patch) = read::if_changed(model, form, input, parse)?;
        }
        ValueKind::Payday(access) => {
            let payday = read::if_changed(model, form, input, Payday::parse)?;
            *(access.patch)(patch) = payday.map(|payday| payday.unwrap_or(Payday::NONE));
        }
        ValueKind::Weekdays(access) => {
            let weekdays = read::if_changed(model, form, input, Weekdays::parse)?;
            *(access.patch)(patch) = weekdays.map(Option::unwrap_or_default);
        }
        ValueKind::Language(access) => {
            let language = Language::ALL.get(form.chosen(input).wrapping_sub(1)).copied();
            *(access.patch)(patch) = form.changed(input).map(|_| language);
        }
        ValueKind::Customer(access) => *(access.patch)(patch) = referrer(model, form, input)?,
        ValueKind::Household(_)
        | ValueKind::Price(_)
        | ValueKind::Quantity(..)
        | ValueKind::Rate(_)
        | ValueKind::Part(_)
        | ValueKind::Days(_)
        | ValueKind::Strategy(_)
        | ValueKind::Months(_) => {}
    }
    Some(())
}

/// Reads the referring customer if it was changed; a text that matches no customer is an error.
fn referrer(model: &Model, form: &mut Form, input: FieldId) -> Option<Option<Option<CustomerId>>> {
    let Some(which) = form.changed(input).map(str::to_owned) else { return Some(None) };
    match form.finder(input).and_then(|finder| finder.customer()) {
        Some(customer) => Some(Some(Some(customer))),
        None if which.is_empty() => Some(Some(None)),
        None => {
            let refused = Refusal::NotFound { what: Topic::Customer, which };
            form.refuse(input, model.words.refused(&refused));
            None
        }
    }
}

/// Splits a text at commas and semicolons, including the Chinese ones, and drops empty parts.
fn list(text: &str) -> Vec<String> {
    let parts = text.split([',', '，', '、', ';', '；']).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
