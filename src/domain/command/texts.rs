//! The texts of a command, each normalized by its rule: the one gate through which typed text goes.

use super::Command;
use crate::domain::complaint::{ComplaintAnswer, ComplaintSolution, NewComplaint};
use crate::domain::contact::NewContact;
use crate::domain::container::{ContainerPatch, NewContainerMove};
use crate::domain::customer::{Customer, CustomerField, CustomerPatch};
use crate::domain::day_close::NewDayClose;
use crate::domain::delivery::{DeliveryReport, GoodsReturn};
use crate::domain::entry::EntryDetails;
use crate::domain::field::{RecordField, ValueKind};
use crate::domain::product::{Product, ProductField, ProductPatch};
use crate::domain::promise::NewPromise;
use crate::domain::refusal::Refusal;
use crate::domain::reminder::NewReminder;
use crate::domain::shop::ShopSetting;
use crate::domain::skip::NewSkip;
use crate::domain::text::rules::{self, TextRule};
use crate::domain::ticket::{NewTicketBook, TicketRefund};
use std::borrow::Cow;

impl Command {
    /// Returns the command with every text as it is stored. The rows of an import, and the commands that
    /// are performed together, are normalized one by one when they are performed.
    ///
    /// # Errors
    /// If a text breaks its rule.
    pub fn normalized(&self) -> Result<Cow<'_, Self>, Refusal> {
        Ok(Cow::Owned(match self {
            Self::SetShop(settings) => {
                let settings = settings.iter().map(ShopSetting::normalized);
                Self::SetShop(settings.collect::<Result<_, _>>()?)
            }
            Self::AddCustomer { patch, opening, on } => {
                Self::AddCustomer { patch: patch.normalized()?, opening: *opening, on: *on }
            }
            Self::EditCustomer { customer, patch, opening, on } => Self::EditCustomer {
                customer: *customer,
                patch: patch.normalized()?,
                opening: *opening,
                on: *on,
            },
            Self::LeaveCustomer { customer, on, reason } => Self::LeaveCustomer {
                customer: *customer,
                on: *on,
                reason: rules::REASON.normalize(reason)?,
            },
            Self::AddProduct { patch, stock, on } => {
                Self::AddProduct { patch: patch.normalized()?, stock: *stock, on: *on }
            }
            Self::EditProduct { product, patch } => {
                Self::EditProduct { product: *product, patch: patch.normalized()? }
            }
            Self::MissDelivery { delivery, on, reason, next } => Self::MissDelivery {
                delivery: *delivery,
                on: *on,
                reason: rules::REASON.normalize(reason)?,
                next: *next,
            },
            Self::Deliver(report) => Self::Deliver(DeliveryReport {
                method: rules::METHOD.normalize(&report.method)?,
                note: rules::NOTE.normalize(&report.note)?,
                ..report.clone()
            }),
            Self::ReturnGoods(new) => {
                let reason = rules::REASON.require(&new.reason)?;
                Self::ReturnGoods(GoodsReturn { reason, ..new.clone() })
            }
            Self::CancelDelivery { delivery, on, reason, again } => Self::CancelDelivery {
                delivery: *delivery,
                on: *on,
                reason: rules::REASON.normalize(reason)?,
                again: *again,
            },
            Self::AddEntry { customer, kind, amount, on, method, note, over, details } => {
                let reference = rules::REFERENCE.normalize(&details.reference)?;
                Self::AddEntry {
                    customer: *customer,
                    kind: *kind,
                    amount: *amount,
                    on: *on,
                    method: rules::METHOD.normalize(method)?,
                    note: rules::NOTE.normalize(note)?,
                    over: *over,
                    details: EntryDetails { reference, ..details.clone() },
                }
            }
            Self::AddFollowUp { customer, text, on, repeat } => Self::AddFollowUp {
                customer: *customer,
                text: rules::TEXT.require(text)?,
                on: *on,
                repeat: *repeat,
            },
            Self::FinishFollowUp { follow_up, on, outcome } => Self::FinishFollowUp {
                follow_up: follow_up.clone(),
                on: *on,
                outcome: rules::OUTCOME.normalize(outcome)?,
            },
            Self::AddContact(contact) => {
                let text = rules::TEXT.normalize(&contact.text)?;
                Self::AddContact(NewContact { text, ..contact.clone() })
            }
            Self::AddPromise(promise) => {
                let note = rules::TEXT.normalize(&promise.note)?;
                Self::AddPromise(NewPromise { note, ..promise.clone() })
            }
            Self::SendReminder(reminder) => {
                let message = rules::TEXT.require(&reminder.message)?;
                Self::SendReminder(NewReminder { message, ..reminder.clone() })
            }
            Self::AddComplaint(new) => Self::AddComplaint(NewComplaint {
                kind: rules::COMPLAINT_KIND.normalize(&new.kind)?,
                text: rules::TEXT.require(&new.text)?,
                owner: rules::PERSON.normalize(&new.owner)?,
                ..new.clone()
            }),
            Self::AnswerComplaint(answer) => {
                let owner = rules::PERSON.normalize(&answer.owner)?;
                Self::AnswerComplaint(ComplaintAnswer { owner, ..answer.clone() })
            }
            Self::SolveComplaint(solution) => Self::SolveComplaint(ComplaintSolution {
                remedy: rules::REMEDY.require(&solution.remedy)?,
                cause: rules::REASON.normalize(&solution.cause)?,
                ..solution.clone()
            }),
            Self::CloseDay(close) => {
                let reason = rules::REASON.normalize(&close.reason)?;
                Self::CloseDay(NewDayClose { reason, ..close.clone() })
            }
            Self::SellTickets(book) => {
                let payment = book.payment.normalized()?;
                Self::SellTickets(NewTicketBook { payment, ..book.clone() })
            }
            Self::RefundTickets(refund) => {
                let payment = refund.payment.normalized()?;
                Self::RefundTickets(TicketRefund { payment, ..refund.clone() })
            }
            Self::AddContainer(patch) => Self::AddContainer(patch.normalized()?),
            Self::EditContainer { container, patch } => {
                Self::EditContainer { container: *container, patch: patch.normalized()? }
            }
            Self::MoveContainers(new) => Self::MoveContainers(NewContainerMove {
                method: rules::METHOD.normalize(&new.method)?,
                note: rules::NOTE.normalize(&new.note)?,
                ..new.clone()
            }),
            Self::AddSkip(skip) => {
                let reason = rules::REASON.normalize(&skip.reason)?;
                Self::AddSkip(NewSkip { reason, ..skip.clone() })
            }
            Self::UndoBy(name) => Self::UndoBy(rules::PERSON.require(name)?),
            Self::ReturnCustomer { .. }
            | Self::AwayCustomer { .. }
            | Self::ChangeHousehold { .. }
            | Self::RetireProduct { .. }
            | Self::RestoreProduct { .. }
            | Self::OrderStock { .. }
            | Self::ReceiveStock { .. }
            | Self::CountStock { .. }
            | Self::SetPrice(_)
            | Self::RemovePrice { .. }
            | Self::SetJar { .. }
            | Self::ReadJar { .. }
            | Self::PlanDelivery(_)
            | Self::PlanProposed(_)
            | Self::EditDelivery(_)
            | Self::MoveDelivery { .. }
            | Self::MoveFromDaysOff
            | Self::MoveEntry(_)
            | Self::SnoozeFollowUp { .. }
            | Self::DropFollowUp { .. }
            | Self::RemoveSkip { .. }
            | Self::CloseComplaint { .. }
            | Self::ReopenComplaint { .. }
            | Self::Import(_)
            | Self::Batch(_)
            | Self::Undo(_)
            | Self::Redo => return Ok(Cow::Borrowed(self)),
        }))
    }
}

/// Returns a patch with every text as it is stored; `required` normalizes one that a record must have.
fn normalized_patch<F: RecordField>(
    mut patch: F::Patch,
    required: impl Fn(F, TextRule, &str) -> Result<String, Refusal>,
) -> Result<F::Patch, Refusal> {
    for field in F::every() {
        match field.kind() {
            ValueKind::Required(rule, access) => {
                if let Some(text) = (access.patch)(&mut patch) {
                    *text = required(field, rule, text)?;
                }
            }
            ValueKind::Text(rule, access) => {
                if let Some(text) = (access.patch)(&mut patch) {
                    *text = rule.normalize(text)?;
                }
            }
            ValueKind::Texts(rule, access) => {
                if let Some(texts) = (access.patch)(&mut patch) {
                    *texts = rule.require_all(texts)?;
                }
            }
            _ => {}
        }
    }
    Ok(patch)
}

/// Returns a record with every text as it is stored.
fn normalized_record<F: RecordField>(
    mut record: F::Record,
    required: impl Fn(F, TextRule, &str) -> Result<String, Refusal>,
) -> Result<F::Record, Refusal> {
    for field in F::every() {
        match field.kind() {
            ValueKind::Required(rule, access) => {
                let text = (access.get_mut)(&mut record);
                *text = required(field, rule, text)?;
            }
            ValueKind::Text(rule, access) => {
                let text = (access.get_mut)(&mut record);
                *text = rule.normalize(text)?;
            }
            ValueKind::Texts(rule, access) => {
                let texts = (access.get_mut)(&mut record);
                *texts = rule.require_all(texts)?;
            }
            _ => {}
        }
    }
    Ok(record)
}

/// Normalizes a text that a customer must have.
fn of_customer(field: CustomerField, rule: TextRule, text: &str) -> Result<String, Refusal> {
    rule.require(text).map_err(|refused| match (field, refused) {
        (CustomerField::Name, Refusal::EmptyText { .. }) => Refusal::NoName,
        (_, other) => other,
    })
}

/// Normalizes a text that a product must have.
fn of_product(_: ProductField, rule: TextRule, text: &str) -> Result<String, Refusal> {
    rule.require(text)
}

impl CustomerPatch {
    /// Returns the patch with every text as it is stored.
    ///
    /// # Errors
    /// If a text breaks its rule.
    pub fn normalized(&self) -> Result<Self, Refusal> {
        normalized_patch(self.clone(), of_customer)
    }
}

impl Customer {
    /// Returns the customer with every text as it is stored: for one that comes whole, from a file.
    ///
    /// # Errors
    /// If a text breaks its rule.
    pub fn normalized(&self) -> Result<Self, Refusal> {
        let mut customer = normalized_record(self.clone(), of_customer)?;
        if let Some(left) = &mut customer.left {
            left.reason = rules::REASON.normalize(&left.reason)?;
        }
        Ok(customer)
    }
}

impl ProductPatch {
    /// Returns the patch with every text as it is stored.
    ///
    /// # Errors
    /// If a text breaks its rule.
    pub fn normalized(&self) -> Result<Self, Refusal> {
        normalized_patch(self.clone(), of_product)
    }
}

impl Product {
    /// Returns the product with every text as it is stored: for one that comes whole, from a file.
    ///
    /// # Errors
    /// If a text breaks its rule.
    pub fn normalized(&self) -> Result<Self, Refusal> {
        normalized_record(self.clone(), of_product)
    }
}

impl ContainerPatch {
    /// Returns the patch with its text as it is stored.
    ///
    /// # Errors
    /// If the text breaks its rule.
    pub fn normalized(&self) -> Result<Self, Refusal> {
        let name = self.name.as_deref().map(|name| rules::CONTAINER.require(name)).transpose()?;
        Ok(Self { name, ..self.clone() })
    }
}

impl ShopSetting {
    /// Returns the setting with every text as it is stored.
    ///
    /// # Errors
    /// If a text breaks its rule.
    pub fn normalized(&self) -> Result<Self, Refusal> {
        Ok(match self {
            Self::Name(name) => Self::Name(rules::NAME.require(name)?),
            Self::Address(address) => Self::Address(rules::ADDRESS.normalize(address)?),
            Self::Phone(phone) => Self::Phone(rules::SHOP_PHONE.normalize(phone)?),
            Self::PaymentQr(text) => Self::PaymentQr(rules::PAYMENT_QR.normalize(text)?),
            Self::Areas(areas) => Self::Areas(rules::SHOP_AREA.require_all(areas)?),
            Self::Methods(methods) => Self::Methods(rules::SHOP_METHOD.require_all(methods)?),
            Self::ComplaintKinds(kinds) => {
                Self::ComplaintKinds(rules::COMPLAINT_KIND.require_all(kinds)?)
            }
            Self::Holidays(days) => {
                rules::HOLIDAY.check_count(days.len())?;
                let named =
                    days.iter().map(|(day, name)| Ok((*day, rules::HOLIDAY.normalize(name)?)));
                Self::Holidays(named.collect::<Result<_, Refusal>>()?)
            }
            Self::Currency(_)
            | Self::Language(_)
            | Self::ServiceLevel(_)
            | Self::GraceDays(_)
            | Self::DeliveryDays(_)
            | Self::DailyCapacity(_)
            | Self::DateOrder(_)
            | Self::RulesOff(_)
            | Self::CreditLimit(..)
            | Self::Ageing(_)
            | Self::Reminders(_)
            | Self::TicketsValid(_) => self.clone(),
        })
    }
}
