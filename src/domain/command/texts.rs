//! The texts of a command, each normalized by its rule: the one gate through which typed text goes.

use super::Command;
use crate::domain::StableName;
use crate::domain::contact::NewContact;
use crate::domain::customer::{Customer, CustomerField, CustomerPatch, ValueKind};
use crate::domain::product::{Product, ProductPatch};
use crate::domain::refusal::Refusal;
use crate::domain::shop::ShopSetting;
use crate::domain::text::rules::{self, TextRule};
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
            Self::CancelDelivery { delivery, on, reason } => Self::CancelDelivery {
                delivery: *delivery,
                on: *on,
                reason: rules::REASON.normalize(reason)?,
            },
            Self::AddEntry { customer, kind, amount, on, method, note } => Self::AddEntry {
                customer: *customer,
                kind: *kind,
                amount: *amount,
                on: *on,
                method: rules::METHOD.normalize(method)?,
                note: rules::NOTE.normalize(note)?,
            },
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
            Self::UndoBy(name) => Self::UndoBy(rules::PERSON.require(name)?),
            Self::ReturnCustomer { .. }
            | Self::AwayCustomer { .. }
            | Self::ChangeHousehold { .. }
            | Self::OrderStock { .. }
            | Self::ReceiveStock { .. }
            | Self::CountStock { .. }
            | Self::SetJar { .. }
            | Self::ReadJar { .. }
            | Self::PlanDelivery(_)
            | Self::PlanProposed(_)
            | Self::Deliver(_)
            | Self::MoveDelivery { .. }
            | Self::MoveFromDaysOff
            | Self::SnoozeFollowUp { .. }
            | Self::DropFollowUp { .. }
            | Self::Import(_)
            | Self::Batch(_)
            | Self::Undo(_)
            | Self::Redo => return Ok(Cow::Borrowed(self)),
        }))
    }
}

/// Normalizes a text if it was typed.
fn maybe(rule: TextRule, typed: Option<&String>) -> Result<Option<String>, Refusal> {
    typed.map(|text| rule.normalize(text)).transpose()
}

/// Normalizes a text that has to be there, if it was typed.
fn needed(rule: TextRule, typed: Option<&String>) -> Result<Option<String>, Refusal> {
    typed.map(|text| rule.require(text)).transpose()
}

/// Normalizes a text that a customer must have.
fn required(field: CustomerField, rule: TextRule, text: &str) -> Result<String, Refusal> {
    rule.require(text).map_err(|refused| match (field, refused) {
        (CustomerField::Name, Refusal::EmptyText { .. }) => Refusal::NoName,
        (_, other) => other,
    })
}

impl CustomerPatch {
    /// Returns the patch with every text as it is stored.
    ///
    /// # Errors
    /// If a text breaks its rule.
    pub fn normalized(&self) -> Result<Self, Refusal> {
        let mut patch = self.clone();
        for (field, _) in CustomerField::ALL {
            match field.kind() {
                ValueKind::Required(rule, access) => {
                    if let Some(text) = (access.patch)(&mut patch) {
                        *text = required(*field, rule, text)?;
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
}

impl Customer {
    /// Returns the customer with every text as it is stored: for one that comes whole, from a file.
    ///
    /// # Errors
    /// If a text breaks its rule.
    pub fn normalized(&self) -> Result<Self, Refusal> {
        let mut customer = self.clone();
        for (field, _) in CustomerField::ALL {
            match field.kind() {
                ValueKind::Required(rule, access) => {
                    let text = (access.get_mut)(&mut customer);
                    *text = required(*field, rule, text)?;
                }
                ValueKind::Text(rule, access) => {
                    let text = (access.get_mut)(&mut customer);
                    *text = rule.normalize(text)?;
                }
                ValueKind::Texts(rule, access) => {
                    let texts = (access.get_mut)(&mut customer);
                    *texts = rule.require_all(texts)?;
                }
                _ => {}
            }
        }
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
        Ok(Self {
            name: needed(rules::PRODUCT_NAME, self.name.as_ref())?,
            unit: needed(rules::UNIT, self.unit.as_ref())?,
            kind: maybe(rules::KIND, self.kind.as_ref())?,
            ..self.clone()
        })
    }
}

impl Product {
    /// Returns the product with every text as it is stored: for one that comes whole, from a file.
    ///
    /// # Errors
    /// If a text breaks its rule.
    pub fn normalized(&self) -> Result<Self, Refusal> {
        let mut product = self.clone();
        let texts = ProductPatch {
            name: Some(self.name.clone()),
            unit: Some(self.unit.clone()),
            kind: Some(self.kind.clone()),
            ..ProductPatch::default()
        };
        product.apply(texts.normalized()?);
        Ok(product)
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
            Self::Areas(areas) => Self::Areas(rules::SHOP_AREA.require_all(areas)?),
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
            | Self::RulesOff(_) => self.clone(),
        })
    }
}
