//! What is known of a customer, for people: facts behind their labels.

use crate::domain::Day;
use crate::domain::customer::{CustomerKind, Household};
use crate::domain::payday::Payday;
use crate::i18n::Localizer;
use crate::reports::CustomerPage;

/// What is known of a customer, each fact behind its label; what is not known is left out.
pub(super) fn facts(page: &CustomerPage, words: &Localizer) -> Vec<(String, String)> {
    let CustomerPage { customer, household, standing, .. } = page;
    let language = customer.language.map(|language| words.language_name(language));
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
    let paydays: Vec<String> = page.paydays.iter().map(|day| words.day(*day)).collect();
    let payday = match customer.payday {
        Payday::NONE => String::new(),
        payday => more(words.payday(&payday), &paydays.join(&between)),
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
    let changes = page
        .changes
        .iter()
        .map(|change| more(words.day(change.from), &people(change.household, words)));
    let day = |day: Option<Day>| day.map(|day| words.day(day));
    let weekdays = (!customer.weekdays.is_empty()).then(|| words.weekdays(customer.weekdays));
    let (people_label, payday_label) = match customer.kind {
        CustomerKind::Household => ("sheet-people", "sheet-payday"),
        CustomerKind::Business => ("sheet-people-business", "sheet-payday-business"),
    };
    let facts = [
        ("sheet-left", left),
        ("sheet-kind", Some(words.label(customer.kind))),
        (people_label, Some(people(*household, words))),
        ("sheet-changes", Some(changes.collect::<Vec<_>>().join(&words.text("between-rules")))),
        ("sheet-away", Some(away.collect::<Vec<_>>().join(&between))),
        ("sheet-phones", Some(customer.phones.join(&between))),
        ("sheet-area", Some(customer.area.clone())),
        ("sheet-address", Some(customer.address.clone())),
        ("sheet-door-note", Some(customer.door_note.clone())),
        (payday_label, Some(payday)),
        ("sheet-weekdays", weekdays),
        ("sheet-balance", Some(balance)),
        ("sheet-held", (!page.held.is_zero()).then(|| words.money(page.held))),
        ("sheet-oldest-due", day(standing.oldest_due())),
        ("sheet-limit", customer.limit.map(|limit| words.money(limit))),
        ("sheet-tags", Some(customer.tags.join(&between))),
        (
            "sheet-referred-by",
            page.referred_by.as_ref().map(|who| format!("{} {}", who.code, who.name)),
        ),
        ("sheet-birthday", day(customer.birthday)),
        ("sheet-channel", Some(words.label(customer.channel))),
        ("sheet-language", language),
        ("sheet-consent", Some(words.label(customer.consent))),
        ("sheet-note", Some(customer.note.clone())),
        ("sheet-joined", day(Some(customer.joined_on))),
        ("sheet-external", customer.external.clone()),
    ];
    facts
        .into_iter()
        .filter_map(|(label, fact)| {
            Some((words.text(label), fact.filter(|fact| !fact.is_empty())?))
        })
        .collect()
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
