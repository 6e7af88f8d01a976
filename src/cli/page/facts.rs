//! The known facts about a customer, as labelled lines for people.

use crate::domain::StableName;
use crate::domain::customer::{CustomerField, CustomerKind, Household};
use crate::domain::views::PromiseStatus;
use crate::i18n::Localizer;
use crate::reports::CustomerPage;

/// Returns the known facts about a customer, each with its label; unknown ones are left out.
pub(super) fn facts(page: &CustomerPage, words: &Localizer) -> Vec<(String, String)> {
    let CustomerPage { customer, household, standing, .. } = page;
    let balance = match standing.balance {
        even if even.is_zero() => words.text("note-even"),
        credit if credit.is_negative() => {
            words.format("note-credit", &[("amount", words.money(credit.abs()).into())])
        }
        owes => words.format("note-balance", &[("amount", words.money(owes).into())]),
    };
    let between = words.text("sheet-between");
    let more = |fact: String, more: &str| {
        words.format("sheet-more", &[("fact", fact.into()), ("more", more.into())])
    };
    let left = customer.left.as_ref().map(|left| {
        let on = words.day(left.on);
        if left.reason.is_empty() { on } else { more(on, &left.reason) }
    });
    let away = page.away.iter().map(|away| match away.people {
        Some(people) => {
            let people = words.format("aside", &[("text", people.to_string().into())]);
            format!("{}{people}", words.period(away.period))
        }
        None => words.period(away.period),
    });
    let away: Vec<String> = away.collect();
    let skips: Vec<String> = page.skips.iter().map(|row| words.skip_row(row)).collect();
    let changes: Vec<String> = page
        .changes
        .iter()
        .map(|change| more(words.day(change.from), &people(change.household, words)))
        .collect();
    let people_label = match customer.kind {
        CustomerKind::Household => "sheet-people",
        CustomerKind::Business => "sheet-people-business",
    };
    let held = if page.held.is_zero() { String::new() } else { words.money(page.held) };
    let tickets = page.tickets.iter().map(|balance| words.ticket_balance(balance, page.day));
    let tickets: Vec<String> = tickets.collect();
    let promise = page.promised.map(|one| words.promise(PromiseStatus::on(one, page.day)));
    let oldest_due = standing.oldest_due().map(|day| words.day(day));
    let mut facts = vec![(words.text("sheet-left"), left.unwrap_or_default())];
    for (field, _) in CustomerField::ALL {
        let value = match field {
            // They are the line above the facts.
            CustomerField::Code | CustomerField::Name => continue,
            CustomerField::ReferredBy => {
                let who = page.referred_by.as_ref();
                who.map(|who| format!("{} {}", who.code, who.name)).unwrap_or_default()
            }
            field => words.customer_value(customer, *field),
        };
        let value = match field {
            CustomerField::Payday if !value.is_empty() => {
                let paydays: Vec<String> = page.paydays.iter().map(|day| words.day(*day)).collect();
                more(value, &paydays.join(&between))
            }
            _ => value,
        };
        facts.push((words.customer_field_of(*field, customer.kind), value));
        match field {
            CustomerField::Kind => facts.extend([
                (words.text(people_label), people(*household, words)),
                (words.text("sheet-changes"), changes.join(&words.text("between-rules"))),
                (words.text("sheet-away"), away.join(&between)),
                (words.text("sheet-skips"), skips.join(&between)),
            ]),
            CustomerField::Weekdays => facts.extend([
                (words.text("sheet-balance"), balance.clone()),
                (words.text("sheet-held"), held.clone()),
                (words.text("sheet-tickets"), tickets.join(&words.text("between-rules"))),
                (words.text("sheet-containers"), words.holdings(&page.containers)),
                (words.text("sheet-prices"), words.own_prices(&page.prices, page.day)),
                (words.text("sheet-oldest-due"), oldest_due.clone().unwrap_or_default()),
                (words.text("page-promise"), promise.clone().unwrap_or_default()),
                (words.text("page-record"), words.payment_record(page.record).unwrap_or_default()),
                (words.text("page-trust"), words.maybe_trust(page.trust)),
                (words.text("page-buys"), words.purchases(page.purchases.as_ref(), page.day)),
            ]),
            _ => {}
        }
    }
    facts.push((words.text("sheet-joined"), words.day(customer.joined_on)));
    facts.push((words.text("sheet-external"), customer.external.clone().unwrap_or_default()));
    facts.retain(|(_, fact)| !fact.is_empty());
    facts
}

fn people(household: Household, words: &Localizer) -> String {
    words.format(
        "sheet-household",
        &[
            ("adults", household.adults.into()),
            ("children", household.children.into()),
            ("elders", household.elders.into()),
        ],
    )
}
