//! What is known of a customer, for people: facts behind their labels.

use crate::domain::Day;
use crate::domain::customer::Household;
use crate::domain::day::iso;
use crate::domain::payday::Payday;
use crate::reports::CustomerPage;
use crate::words::Words;

/// What is known of a customer, each fact behind its label; what is not known is left out.
pub(super) fn facts(page: &CustomerPage, words: &Words) -> Vec<(String, String)> {
    let CustomerPage { customer, household, standing, .. } = page;
    let language = customer.language.map(|language| language.tag().to_owned());
    let balance = match standing.balance {
        even if even.is_zero() => words.say("note-even"),
        credit if credit.is_negative() => {
            words.tell("note-credit", &[("amount", words.money(credit.abs()).into())])
        }
        owes => words.tell("note-balance", &[("amount", words.money(owes).into())]),
    };
    let paydays: Vec<String> = page.paydays.iter().map(|day| words.day(*day)).collect();
    let payday = match customer.payday {
        Payday::NONE => String::new(),
        payday => format!("{payday}: {}", paydays.join(", ")),
    };
    let left = customer.left.as_ref().map(|left| {
        let reason =
            if left.reason.is_empty() { String::new() } else { format!(": {}", left.reason) };
        format!("{}{reason}", words.day(left.on))
    });
    let away = page.away.iter().map(|away| match away.people {
        Some(people) => format!("{} ({people})", away.period),
        None => away.period.to_string(),
    });
    let changes = page
        .changes
        .iter()
        .map(|change| format!("{}: {}", iso(change.from), people(change.household, words)));
    let day = |day: Option<Day>| day.map(|day| words.day(day));
    let weekdays = (!customer.weekdays.is_empty()).then(|| customer.weekdays.to_string());
    let facts = [
        ("page-left", left),
        ("page-kind", Some(words.of(customer.kind))),
        ("page-people", Some(people(*household, words))),
        ("page-changes", Some(changes.collect::<Vec<_>>().join("; "))),
        ("page-away", Some(away.collect::<Vec<_>>().join(", "))),
        ("page-phones", Some(customer.phones.join(", "))),
        ("page-area", Some(customer.area.clone())),
        ("page-address", Some(customer.address.clone())),
        ("page-door-note", Some(customer.door_note.clone())),
        ("page-payday", Some(payday)),
        ("page-weekdays", weekdays),
        ("page-balance", Some(balance)),
        ("page-oldest-due", day(standing.oldest_due())),
        ("page-limit", customer.limit.map(|limit| words.money(limit))),
        ("page-tags", Some(customer.tags.join(", "))),
        (
            "page-referred-by",
            page.referred_by.as_ref().map(|who| format!("{} {}", who.code, who.name)),
        ),
        ("page-birthday", day(customer.birthday)),
        ("page-channel", Some(words.of(customer.channel))),
        ("page-language", language),
        ("page-consent", Some(words.of(customer.consent))),
        ("page-note", Some(customer.note.clone())),
        ("page-joined", day(Some(customer.joined_on))),
    ];
    facts
        .into_iter()
        .filter_map(|(label, fact)| Some((words.say(label), fact.filter(|fact| !fact.is_empty())?)))
        .collect()
}

fn people(household: Household, words: &Words) -> String {
    words.tell(
        "page-household",
        &[
            ("adults", household.adults.into()),
            ("children", household.children.into()),
            ("elders", household.elders.into()),
        ],
    )
}
