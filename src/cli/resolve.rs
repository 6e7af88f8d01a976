//! From what a person types to the one customer, product or follow-up that they mean.

use super::args::values::RawArg;
use super::error::{Error, LookupTarget, Result};
use crate::app::App;
use crate::domain::container::Container;
use crate::domain::customer::Customer;
use crate::domain::day::parse_iso;
use crate::domain::delivery::DeliveredLine;
use crate::domain::follow_up::{FollowUpRef, Rule, Trigger};
use crate::domain::id::{ContainerId, FollowUpId, ProductId};
use crate::domain::jar::Level;
use crate::domain::product::Product;
use crate::domain::quantity::Quantity;
use crate::domain::search_key;
use crate::domain::ticket::parse_tickets;
use crate::domain::{Currency, StableName};

/// Maximum number of matches that are listed when there is more than one.
const TOLD: usize = 8;

/// Returns the one customer that matches a code, `#id`, a part of a name, its pinyin or initials,
/// or the digits of a telephone. A whole name matches its owner, even if it is part of other names.
pub fn customer(app: &App, typed: &str) -> Result<Customer> {
    let found = app.customers_meant(typed, 200)?;
    let label = |one: &Customer| {
        let place = if one.area.is_empty() { String::new() } else { format!(" ({})", one.area) };
        format!("{} {}{place}", one.code, one.name)
    };
    only(LookupTarget::Customer, typed, found, |one| one.name.as_str(), label)
}

/// Returns the one product that matches `#id`, a part of a name, its pinyin or initials.
pub fn product(app: &App, typed: &str) -> Result<Product> {
    let all = app.products()?.into_iter().map(|(product, _)| product);
    let number = typed.strip_prefix('#').and_then(|number| number.parse().ok()).map(ProductId::new);
    let words = search_key::search_words(typed);
    let fits = |product: &Product| match number {
        Some(number) => product.id == number,
        None => {
            let sounds = search_key::search_forms(&product.name);
            !words.is_empty() && words.iter().all(|word| sounds.contains(word))
        }
    };
    let found = all.filter(fits).collect();
    only(LookupTarget::Product, typed, found, |one| one.name.as_str(), |one| one.name.clone())
}

/// Returns the one kind of container that matches `#id`, a part of a name, its pinyin or initials.
pub fn container(app: &App, typed: &str) -> Result<Container> {
    let number = typed.strip_prefix('#').and_then(|number| number.parse().ok());
    let words = search_key::search_words(typed);
    let fits = |container: &Container| match number {
        Some(number) => container.id == ContainerId::new(number),
        None => {
            let sounds = search_key::search_forms(&container.name);
            !words.is_empty() && words.iter().all(|word| sounds.contains(word))
        }
    };
    let found = app.containers()?.into_iter().filter(fits).collect();
    only(LookupTarget::Container, typed, found, |one| one.name.as_str(), |one| one.name.clone())
}

/// Returns the only match, or the only one whose whole name was typed.
fn only<T>(
    what: LookupTarget,
    typed: &str,
    mut found: Vec<T>,
    name: impl Fn(&T) -> &str,
    label: impl Fn(&T) -> String,
) -> Result<T> {
    let typed = typed.trim();
    if found.len() > 1 {
        let is_whole = |one: &T| search_key::fold(name(one)) == search_key::fold(typed);
        if found.iter().filter(|one| is_whole(one)).count() == 1 {
            found.retain(is_whole);
        }
    }
    match found.len() {
        0 => Err(Error::Nobody { what, typed: typed.to_owned() }),
        1 => found.pop().ok_or_else(|| Error::Nobody { what, typed: typed.to_owned() }),
        many => {
            let mut matches: Vec<String> = found.iter().take(TOLD).map(label).collect();
            if many > TOLD {
                matches.push("…".to_owned());
            }
            Err(Error::Several { what, typed: typed.to_owned(), matches })
        }
    }
}

/// Parses pairs of a product and a quantity: `rice 15 oil 2`.
pub fn goods(app: &App, typed: &[RawArg]) -> Result<Vec<(ProductId, Quantity)>> {
    pairs(app, typed, |quantity, unit| {
        quantity.read(|text| Quantity::parse_at_least_zero_in(text, unit))
    })
}

/// Goods as they are typed at the door: a quantity may have its price behind it, `15@14`.
///
/// # Errors
/// If a product, a quantity or a price is not valid, or one is missing from a pair.
pub fn brought(app: &App, typed: &[RawArg], currency: Currency) -> Result<Vec<DeliveredLine>> {
    let read = |typed: &RawArg, unit: &str| {
        let (quantity, price) = match typed.text().split_once(['@', '＠']) {
            Some((quantity, price)) => (quantity, Some(price)),
            None => (typed.text(), None),
        };
        let price = price.map(|price| typed.read(|_| currency.parse_at_least_zero(price)));
        let quantity = typed.read(|_| Quantity::parse_at_least_zero_in(quantity, unit))?;
        Ok((quantity, price.transpose()?))
    };
    let lines = pairs(app, typed, read)?.into_iter();
    Ok(lines
        .map(|(product, (quantity, price))| DeliveredLine { product, quantity, price })
        .collect())
}

/// Products and what is said of each, in turn; `read` is given the unit of the product.
fn pairs<T>(
    app: &App,
    typed: &[RawArg],
    read: impl Fn(&RawArg, &str) -> Result<T>,
) -> Result<Vec<(ProductId, T)>> {
    let pairs = typed.chunks(2).map(|pair| match pair {
        [name, said] => {
            let product = product(app, name.text())?;
            Ok((product.id, read(said, &product.unit)?))
        }
        odd => {
            let odd = odd.iter().map(RawArg::text).collect();
            Err(Error::Usage("usage-pair", odd))
        }
    });
    pairs.collect()
}

/// A level as it is typed at the door: `LEVEL`, or `PRODUCT=LEVEL`.
pub fn left(app: &App, typed: &RawArg) -> Result<(Option<ProductId>, Level)> {
    match typed.text().split_once(['=', '＝']) {
        Some((name, level)) => {
            let product = product(app, name)?;
            let level = typed.read(|_| Level::parse(level, &product.unit))?;
            Ok((Some(product.id), level))
        }
        None => {
            let products = app.products()?;
            // Which product is meant is known only at the delivery, so the unit is the one that is written.
            let written = |unit: &&str| typed.text().trim().ends_with(unit);
            let units = products.iter().map(|(one, _)| one.unit.as_str()).filter(written);
            let unit = units.max_by_key(|unit| unit.len()).unwrap_or_default();
            Ok((None, typed.read(|text| Level::parse(text, unit))?))
        }
    }
}

/// The number of tickets that is typed, `2` or `water=2`.
pub fn tickets(app: &App, typed: &RawArg) -> Result<(Option<ProductId>, u32)> {
    let (named, count) = match typed.text().split_once(['=', '＝']) {
        Some((name, count)) => (Some(product(app, name)?.id), count),
        None => (None, typed.text()),
    };
    Ok((named, typed.read(|_| parse_tickets(count))?))
}

/// The follow-up that a number means, or the name of an occasion: `birthday/C001/2026-03-27`.
pub fn follow_up(app: &App, typed: &str) -> Result<FollowUpRef> {
    let wrong = || Error::Usage("usage-follow-up", typed.to_owned());
    let number = typed.strip_prefix('#').unwrap_or(typed);
    if let Ok(number) = number.parse() {
        return Ok(FollowUpRef::Recorded(FollowUpId::new(number)));
    }
    let mut parts = typed.split('/');
    let (Some(rule), Some(who), Some(day), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(wrong());
    };
    let rule = Rule::from_key(rule).ok_or_else(wrong)?;
    let day = parse_iso(day)?;
    Ok(FollowUpRef::Suggested(Trigger { rule, customer: customer(app, who)?.id, day }))
}
