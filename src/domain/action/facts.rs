//! The customers, products, amounts, days and counts that actions name.

use super::{ActionDetail, NamedProduct};
use crate::domain::day::Day;
use crate::domain::id::CustomerId;
use crate::domain::money::Money;
use crate::domain::quantity::Quantity;

impl ActionDetail {
    /// Returns the identity of the customer, by which the journal is filtered.
    pub fn customer(&self) -> Option<CustomerId> {
        match self {
            Self::Batch(batch) => batch.customer,
            Self::Legacy(legacy) => legacy.customer,
            other => other.named_customer().map(|customer| customer.id),
        }
    }

    /// Returns the product that a stock or a jar is of.
    pub fn product(&self) -> Option<&NamedProduct> {
        match self {
            Self::ProductAdded { product }
            | Self::ProductEdited { product }
            | Self::ProductRetired { product, .. }
            | Self::ProductRestored { product }
            | Self::StockOrdered { product, .. }
            | Self::StockReceived { product, .. }
            | Self::StockCounted { product, .. }
            | Self::PriceSet { product, .. }
            | Self::PriceRemoved { product, .. }
            | Self::JarSet { product, .. }
            | Self::JarRead { product, .. }
            | Self::TicketsSold { product, .. }
            | Self::TicketsRefunded { product, .. } => Some(product),
            Self::Legacy(legacy) => legacy.product.as_ref(),
            _ => None,
        }
    }

    /// Returns the amount of money that the action names.
    pub fn amount(&self) -> Option<Money> {
        match self {
            Self::DeliveryDone { charged, .. } => Some(*charged),
            Self::DeliveryEdited { corrected, .. } => {
                Some(*corrected).filter(|amount| !amount.is_zero())
            }
            Self::EntryAdded { amount, .. }
            | Self::GoodsReturned { amount, .. }
            | Self::EntryMoved { amount, .. }
            | Self::TicketsSold { price: amount, .. }
            | Self::TicketsRefunded { amount, .. }
            | Self::ReminderSent { amount, .. } => Some(*amount),
            Self::PromiseAdded { amount, .. } | Self::PriceSet { amount, .. } => *amount,
            Self::DayClosed { counted, .. } => Some(*counted),
            Self::ContainersMoved { deposit, charged, .. } => {
                let charged = Some(*charged).filter(|amount| !amount.is_zero());
                charged.or(Some(*deposit).filter(|amount| !amount.is_zero()))
            }
            Self::ComplaintSolved { discount, .. } => {
                Some(*discount).filter(|amount| !amount.is_zero())
            }
            Self::Batch(batch) => batch.amount,
            Self::Legacy(legacy) => legacy.amount,
            _ => None,
        }
    }

    /// Returns the quantity that the action names.
    pub fn quantity(&self) -> Option<Quantity> {
        match self {
            Self::StockOrdered { quantity, .. } | Self::StockReceived { quantity, .. } => {
                Some(*quantity)
            }
            Self::StockCounted { difference, .. } => Some(*difference),
            Self::PriceSet { least, .. } => Some(*least).filter(|least| !least.is_zero()),
            Self::JarRead { level, .. } => Some(*level),
            Self::Legacy(legacy) => legacy.quantity,
            _ => None,
        }
    }

    /// Returns the day that the action names.
    pub fn day(&self) -> Option<Day> {
        match self {
            Self::CustomerLeft { on, .. }
            | Self::ProductRetired { on, .. }
            | Self::JarRead { on, .. }
            | Self::DeliveryPlanned { on, .. }
            | Self::EntryMoved { on, .. }
            | Self::DeliveryEdited { on, .. } => Some(*on),
            Self::TicketsSold { expires, .. } => *expires,
            Self::CustomerAway { period, .. } => Some(period.from),
            Self::HouseholdChanged { from, .. }
            | Self::PriceSet { from, .. }
            | Self::PriceRemoved { from, .. } => Some(*from),
            Self::DeliveryMissed { next, .. } => Some(*next),
            Self::DeliveryCancelled { planned_for, .. } => Some(*planned_for),
            Self::DeliveryMoved { to, .. } => Some(*to),
            Self::FollowUpAdded { due_on, .. } | Self::FollowUpSnoozed { due_on, .. } => {
                Some(*due_on)
            }
            Self::PromiseAdded { by, .. } => Some(*by),
            Self::ComplaintAdded { promised_by, .. }
            | Self::ComplaintAnswered { promised_by, .. } => *promised_by,
            Self::DayClosed { day, .. } => Some(*day),
            Self::SkipAdded { until, .. } | Self::SkipRemoved { until, .. } => Some(*until),
            Self::Legacy(legacy) => legacy.day,
            _ => None,
        }
    }

    /// Returns how many people, deliveries, rows or actions it names.
    pub fn count(&self) -> Option<u32> {
        match self {
            Self::CustomerAway { people, .. } => *people,
            Self::HouseholdChanged { people, .. } => Some(*people),
            Self::ContainersMoved { count, .. } => Some(*count),
            Self::ProposalsPlanned { deliveries } => Some(*deliveries),
            Self::TicketsSold { paid, free, .. } => Some(paid.saturating_add(*free)),
            Self::TicketsRefunded { tickets, .. } => Some(*tickets),
            Self::Imported { rows, .. } => Some(*rows),
            Self::Batch(batch) => Some(batch.count),
            Self::Legacy(legacy) => legacy.count,
            _ => None,
        }
    }
}
