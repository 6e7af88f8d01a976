//! Sets the rules of the shop.

use super::CommandOutcome;
use super::delivery::planned_on_days_off;
use crate::app::Result;
use crate::domain::Day;
use crate::domain::action::ActionDetail;
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::shop::ShopSetting;
use crate::store::Tx;
use std::collections::BTreeSet;

/// Days of grace or of safety beyond a year are a slip of the hand.
pub(super) const MOST_DAYS: u16 = 365;

pub(super) fn set(tx: &Tx, settings: &[ShopSetting], today: Day) -> Result<CommandOutcome> {
    let before = tx.shop()?;
    for setting in settings {
        set_one(tx, setting)?;
    }
    // Settings that stay as they were are not named, unless all of them do.
    let mut changed: Vec<ShopSetting> =
        settings.iter().filter(|setting| !setting.is_of(&before)).cloned().collect();
    if changed.is_empty() {
        changed = settings.to_vec();
    }
    let opens_or_closes = |setting: &ShopSetting| {
        matches!(setting, ShopSetting::Holidays(_) | ShopSetting::DeliveryDays(_))
    };
    let standing = match changed.iter().any(opens_or_closes) {
        true => planned_on_days_off(tx, today)?,
        false => None,
    };
    Ok((ActionDetail::ShopSet { settings: changed }, standing.into_iter().collect()))
}

fn set_one(tx: &Tx, setting: &ShopSetting) -> Result<()> {
    match setting {
        ShopSetting::GraceDays(days) => Topic::Days.within(*days, 0..=MOST_DAYS)?,
        ShopSetting::Areas(areas) => check_areas(areas)?,
        ShopSetting::DeliveryDays(days) if days.is_empty() => {
            return Err(Refusal::NoDeliveryDays.into());
        }
        ShopSetting::Currency(currency)
            if *currency != tx.shop()?.currency && tx.any_amount()? =>
        {
            return Err(Refusal::CurrencyInUse.into());
        }
        _ => {}
    }
    Ok(tx.set_shop(setting)?)
}

/// Checks that each area has one place in the walking order.
fn check_areas(areas: &[String]) -> Result<()> {
    let mut seen = BTreeSet::new();
    for area in areas {
        if !seen.insert(area) {
            return Err(Refusal::NamedTwice { what: Topic::Area, text: area.clone() }.into());
        }
    }
    Ok(())
}
