//! The forms for a tab entry: a payment, or anything else that changes the balance.

use super::preview::{TabBefore, balance_then};
use super::{FormKind, read};
use crate::domain::credit_limit::LimitExcess;
use crate::domain::entry::{EntryDetails, RepeatedPayment};
use crate::domain::id::CustomerId;
use crate::domain::payment::methods;
use crate::domain::refusal::Topic;
use crate::domain::tab::{EntryKind, EntryLedger, OverLimit, TillEffect};
use crate::domain::text::rules;
use crate::domain::{Command, Money};
use crate::i18n::PrivacyMode;
use crate::tui::model::{FieldId, Form, FormField, FormSheet, Model, Target};

/// A tab entry being recorded.
#[derive(Clone, PartialEq, Debug)]
pub struct EntryForm {
    customer: CustomerId,
    pub(super) tab: TabBefore,
    /// The amount that was refused because of the credit limit; saved once more, it is accepted.
    beyond_limit: Option<String>,
    /// The amount that was refused because the same was paid a moment ago; saved once more, it is accepted.
    repeated: Option<String>,
}

impl EntryForm {
    /// Returns the form for a payment, with the amount due filled in.
    pub fn payment(model: &Model, subject: &Target) -> FormSheet {
        let amount = match subject.to_pay {
            // An amount hidden by privacy mode is not shown in a form either.
            amount if amount.is_positive() && model.words.veil() == PrivacyMode::Off => {
                model.shop.currency.plain(amount).to_string()
            }
            _ => String::new(),
        };
        let amount =
            FormField::new(model.words.text("payment-amount"), amount, String::new()).proposed();
        sheet(model, subject, (EntryKind::Payment, amount), ("payment-title", FieldId::Amount))
    }

    /// Returns the form for an entry of any kind; the kind is its first field.
    pub fn open(model: &Model, subject: &Target) -> FormSheet {
        let words = &model.words;
        let (label, aside) = (words.text("payment-amount"), words.text("entry-amount-aside"));
        let amount = FormField::new(label, String::new(), aside);
        sheet(model, subject, (EntryKind::Charge, amount), ("entry-title", FieldId::Kind))
    }

    /// Returns the balance of the tab after the entry; `None` if its amount cannot be read, or it is
    /// about money that is held.
    pub(super) fn balance_after(&self, model: &Model, form: &Form) -> Option<Money> {
        let kind = EntryKind::by_hand().nth(form.chosen(FieldId::Kind))?;
        let amount = model.shop.currency.parse(form.text(FieldId::Amount)).ok()?;
        let is_owed = kind.rule().ledger == EntryLedger::Owed;
        is_owed.then(|| self.tab.balance + kind.signed(amount))
    }

    /// Returns the remark beside the amount: the balance after the entry.
    pub(super) fn remarks(&self, model: &Model, form: &Form) -> Vec<(FieldId, String)> {
        let kind = EntryKind::by_hand().nth(form.chosen(FieldId::Kind));
        let may_be_negative = kind.is_some_and(|kind| kind.rule().may_be_negative);
        let remark = match self.balance_after(model, form) {
            Some(after) => balance_then(model, after),
            None if may_be_negative => model.words.text("entry-amount-aside"),
            None => String::new(),
        };
        vec![(FieldId::Amount, remark)]
    }

    /// Remembers that the amount was refused because of the credit limit.
    pub fn warned(&mut self, amount: &str) {
        self.beyond_limit = Some(amount.to_owned());
    }

    /// Remembers that the amount was refused because the same was paid a moment ago.
    pub fn asked_again(&mut self, amount: &str) {
        self.repeated = Some(amount.to_owned());
    }

    /// Returns whether the user was told that the amount goes over the credit limit: before it was saved,
    /// or by the refusal, where the balance has changed since the form was opened.
    fn is_warned(&self, model: &Model, form: &Form) -> bool {
        let (after, limit) = (self.balance_after(model, form), self.tab.limit);
        let ahead = after.zip(limit).is_some_and(|(after, limit)| after > limit);
        ahead || self.beyond_limit.as_deref() == Some(form.text(FieldId::Amount))
    }

    /// Lowers the amount to what the credit limit allows.
    pub(super) fn fit_limit(&self, model: &Model, form: &mut Form) -> bool {
        let amount = model.shop.currency.parse(form.text(FieldId::Amount)).ok();
        let rise = self.balance_after(model, form).map(|after| after - self.tab.balance);
        let excess = rise.filter(|rise| amount == Some(*rise)).and_then(|rise| {
            LimitExcess::of(self.tab.limit, self.tab.balance, (rise, Money::ZERO))
        });
        let Some(excess) = excess else { return false };
        put_amount(model, form, (FieldId::Amount, excess.room))
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        let kind = EntryKind::by_hand().nth(form.chosen(FieldId::Kind))?;
        let currency = model.shop.currency;
        let on = read::day(model, form, FieldId::On);
        let amount =
            read::value(model, form, FieldId::Amount, |text| match kind.rule().may_be_negative {
                true => currency.parse(text),
                false => currency.parse_positive(text),
            });
        Some(Command::AddEntry {
            customer: self.customer,
            kind,
            amount: amount?,
            on: on?,
            method: form.text(FieldId::Method).to_owned(),
            note: form.text(FieldId::Note).to_owned(),
            over: match self.is_warned(model, form) {
                true => OverLimit::Accept,
                false => OverLimit::Refuse,
            },
            details: EntryDetails {
                corrects: None,
                reference: form.text(FieldId::Reference).to_owned(),
                repeated: match self.repeated.as_deref() == Some(form.text(FieldId::Amount)) {
                    true => RepeatedPayment::Accept,
                    false => RepeatedPayment::Refuse,
                },
            },
        })
    }
}

/// Types an amount into a field.
pub(super) fn put_amount(
    model: &Model,
    form: &mut Form,
    (field, amount): (FieldId, Money),
) -> bool {
    let text = model.shop.currency.plain(amount).to_string();
    form.focus(field);
    form.replace(text);
    form.forgive();
    true
}

fn sheet(
    model: &Model,
    subject: &Target,
    (kind, amount): (EntryKind, FormField),
    (title, at): (&str, FieldId),
) -> FormSheet {
    let words = &model.words;
    let kinds = EntryKind::by_hand().map(|kind| words.label(kind)).collect();
    let chosen = EntryKind::by_hand().position(|one| one == kind).unwrap_or(0);
    let methods = methods(&model.shop, words.language());
    // Money is in the till unless another method is said.
    let usual = match kind.rule().till {
        TillEffect::None => String::new(),
        TillEffect::Same | TillEffect::Opposite => methods.first().cloned().unwrap_or_default(),
    };
    let fields = vec![
        FormField::choice(words.text("column-entry"), kinds, chosen)
            .id(FieldId::Kind)
            .with_aside(words.text("field-choice")),
        amount.id(FieldId::Amount).about(Topic::Amount),
        FormField::new(words.text("payment-method"), usual, words.list(&methods))
            .id(FieldId::Method)
            .of(rules::METHOD),
        FormField::new(words.text("payment-note"), String::new(), String::new())
            .id(FieldId::Note)
            .of(rules::NOTE),
        read::on(model),
        FormField::new(
            words.text("payment-reference"),
            String::new(),
            words.text("payment-reference-aside"),
        )
        .id(FieldId::Reference)
        .of(rules::REFERENCE),
    ];
    let form = Form { title: words.text(title), about: subject.name.clone(), fields, at: 0 }
        .focused_on(at);
    let tab = TabBefore { balance: subject.balance, limit: subject.limit };
    let customer = subject.customer;
    let purpose = FormKind::Entry(EntryForm { customer, tab, beyond_limit: None, repeated: None });
    FormSheet { purpose, form, also: Vec::new(), saving: false }
}
