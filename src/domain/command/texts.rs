//! The texts of a command, each normalized by its rule: the one gate through which typed text goes.

use super::Command;
use crate::domain::contact::NewContact;
use crate::domain::customer::{Customer, CustomerPatch};
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

impl CustomerPatch {
    /// Returns the patch with every text as it is stored.
    ///
    /// # Errors
    /// If a text breaks its rule.
    pub fn normalized(&self) -> Result<Self, Refusal> {
        let name = needed(rules::NAME, self.name.as_ref()).map_err(|refused| match refused {
            Refusal::EmptyText { .. } => Refusal::NoName,
            other => other,
        })?;
        let several = |rule: TextRule, typed: Option<&Vec<String>>| {
            typed.map(|texts| rule.require_all(texts)).transpose()
        };
        Ok(Self {
            name,
            code: needed(rules::CODE, self.code.as_ref())?,
            phones: several(rules::PHONE, self.phones.as_ref())?,
            area: maybe(rules::AREA, self.area.as_ref())?,
            address: maybe(rules::ADDRESS, self.address.as_ref())?,
            door_note: maybe(rules::DOOR_NOTE, self.door_note.as_ref())?,
            tags: several(rules::TAG, self.tags.as_ref())?,
            note: maybe(rules::NOTE, self.note.as_ref())?,
            ..self.clone()
        })
    }
}

impl Customer {
    /// Returns the customer with every text as it is stored: for one that comes whole, from a file.
    ///
    /// # Errors
    /// If a text breaks its rule.
    pub fn normalized(&self) -> Result<Self, Refusal> {
        let mut customer = self.clone();
        let texts = CustomerPatch {
            name: Some(self.name.clone()),
            code: Some(self.code.clone()),
            phones: Some(self.phones.clone()),
            area: Some(self.area.clone()),
            address: Some(self.address.clone()),
            door_note: Some(self.door_note.clone()),
            tags: Some(self.tags.clone()),
            note: Some(self.note.clone()),
            ..CustomerPatch::default()
        };
        customer.apply(texts.normalized()?);
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
            | Self::DailyCapacity(_) => self.clone(),
        })
    }
}
