//! The rules of the shop.

use super::perform::Performed;
use super::{App, Result};
use crate::domain::action::{Deed, DeedKind};
use crate::domain::refused::{Refused, Thing};
use crate::domain::shop::{Shop, ShopSetting};
use crate::store::Tx;

pub(super) fn set(tx: &Tx, setting: &ShopSetting) -> Result<Performed> {
    match setting {
        ShopSetting::Name(name) if name.trim().is_empty() => {
            return Err(Refused::EmptyText { what: Thing::Name }.into());
        }
        ShopSetting::Currency(currency)
            if *currency != tx.shop()?.currency && tx.any_amount()? =>
        {
            return Err(Refused::CurrencyInUse.into());
        }
        ShopSetting::DeliveryDays(days) if days.is_empty() => {
            return Err(Refused::NoDeliveryDays.into());
        }
        _ => tx.set_shop(setting)?,
    }
    Ok((
        Deed { detail: setting.value(), ..Deed::new(DeedKind::ShopSet, setting.key()) },
        Vec::new(),
    ))
}

impl App {
    /// The shop and its rules.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn shop(&self) -> Result<Shop> {
        self.store.read(|tx| Ok(tx.shop()?))
    }
}
