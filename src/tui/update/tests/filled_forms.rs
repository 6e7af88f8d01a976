//! Every form: what its fields make of what is typed, and what happens to it when it is saved,
//! refused or left.

use super::*;
use crate::app::Performed;
use crate::domain::action::{ActionDetail, ActionEffect, NamedCustomer};
use crate::domain::contact::NewContact;
use crate::domain::customer::{Channel, CustomerField, CustomerPatch, HouseholdChange};
use crate::domain::delivery::Plan;
use crate::domain::entry::EntryDetails;
use crate::domain::refusal::Topic;
use crate::domain::shop::ShopSetting;
use crate::domain::skip::ProposeAgain;
use crate::domain::tab::{EntryKind, OverLimit};
use crate::i18n::Sentence;
use crate::tui::job::Job;
use crate::tui::keymap::KeyContext;
use crate::tui::model::{FilterField, Found, LookupKind};

const NAME: FieldId = FieldId::OfCustomer(CustomerField::Name);

/// A promised stop and a proposed one.
fn round() -> Model {
    let mut model = model(Screen::Deliveries);
    let round = crate::reports::Round {
        day: today(),
        stops: vec![promised(1)],
        load: Vec::new(),
        due: Money::ZERO,
    };
    let day = crate::app::DayRound { round, finished: Vec::new(), whole: true };
    answer(&mut model, Answer::Round(day));
    model
}

fn follow_ups() -> Model {
    let mut model = model(Screen::FollowUps);
    let request = model.follow_ups.window.first(0);
    answer(&mut model, Answer::FollowUps(request, vec![follow_up(1)]));
    model
}

fn shelves() -> Model {
    let mut model = model(Screen::Products);
    answer(&mut model, Answer::Products(vec![shelf(1)]));
    model
}

/// Opens the form of a key.
fn opened(mut model: Model, intent: Intent) -> Model {
    act(&mut model, intent);
    assert!(model.form().is_some(), "{intent:?}: {}", said(&model));
    model
}

fn page_form(intent: Intent) -> Model {
    opened(on_page(1, &[1]), intent)
}

#[test]
fn a_form_with_a_text_that_is_none_of_its_kind_shows_it_there_and_keeps_what_was_typed() {
    let add = || opened(model(Screen::Customers), Intent::AddCustomer);
    for (mut model, field, text) in [
        (add(), NAME, ""),
        (add(), FieldId::Adults, "many"),
        (add(), FieldId::Opening, "x"),
        (add(), FieldId::OfCustomer(CustomerField::Payday), "someday"),
        (add(), FieldId::OfCustomer(CustomerField::Birthday), "yesteryear"),
        (add(), FieldId::OfCustomer(CustomerField::Limit), "-1"),
        (add(), FieldId::OfCustomer(CustomerField::Weekdays), "funday"),
        (add(), FieldId::OfCustomer(CustomerField::ReferredBy), "nobody"),
        (page_form(Intent::Away), FieldId::From, "x"),
        (page_form(Intent::Away), FieldId::Until, "2026-03-01"),
        (page_form(Intent::Away), FieldId::People, "all"),
        (page_form(Intent::Household), FieldId::Adults, ""),
        (page_form(Intent::Leave), FieldId::On, "x"),
        (page_form(Intent::Contact), FieldId::Text, ""),
        (page_form(Intent::Contact), FieldId::Promise, "x"),
        (page_form(Intent::FollowUp), FieldId::Text, ""),
        (page_form(Intent::FollowUp), FieldId::Repeat, "x"),
        (page_form(Intent::Bring), FieldId::ToDay, "x"),
        (page_form(Intent::Bring), FieldId::Product, "x"),
        (page_form(Intent::AddJar), FieldId::Product, "x"),
        (page_form(Intent::EditJar), FieldId::Capacity, "0"),
        (page_form(Intent::EditJar), FieldId::Rate, "x"),
        (page_form(Intent::EditJar), FieldId::SafetyDays, "-1"),
        (page_form(Intent::EditJar), FieldId::Price, "x"),
        (page_form(Intent::Pay), FieldId::Amount, "0"),
        (page_form(Intent::Entry), FieldId::Amount, "x"),
        (page_form(Intent::SellTickets), FieldId::Product, "x"),
        (page_form(Intent::SellTickets), FieldId::Quantity, "1.5"),
        (page_form(Intent::SellTickets), FieldId::Price, "-1"),
        (page_form(Intent::SellTickets), FieldId::Until, "x"),
        (opened(round(), Intent::Done), FieldId::Brought(0), "x"),
        (opened(round(), Intent::Done), FieldId::Left(0), "x"),
        (opened(round(), Intent::Done), FieldId::Paid, "-1"),
        (opened(round(), Intent::Done), FieldId::On, "x"),
        (opened(round(), Intent::Miss), FieldId::ToDay, "x"),
        (opened(round(), Intent::Snooze), FieldId::ToDay, "x"),
        (opened(follow_ups(), Intent::Snooze), FieldId::ToDay, "x"),
        (opened(follow_ups(), Intent::Done), FieldId::On, "x"),
        (opened(shelves(), Intent::AddProduct), FieldId::Price, "x"),
        (opened(shelves(), Intent::EditProduct), FieldId::Pack, "0"),
        (opened(shelves(), Intent::Receive), FieldId::Quantity, "0"),
        (opened(shelves(), Intent::Order), FieldId::Quantity, "x"),
        (opened(shelves(), Intent::Count), FieldId::Quantity, "-1"),
        (opened(model(Screen::Today), Intent::Rules), FieldId::ServiceLevel, "x"),
        (opened(model(Screen::Today), Intent::Import), FieldId::File, ""),
    ] {
        fill(&mut model, field, text);
        assert_eq!(act(&mut model, Intent::Save), [], "{field:?} {text}");
        assert!(wrong(&model).contains(&field), "{field:?} {text}: {:?}", wrong(&model));
        let form = model.form_mut().unwrap();
        assert_eq!(form.text(field), text);
        // What is typed next takes the message away.
        form.focus(field);
        type_text(&mut model, "1");
        assert!(!wrong(&model).contains(&field), "{field:?}");
    }
}

#[test]
fn a_filled_form_becomes_its_command() {
    let customer = CustomerId::new(1);
    let product = ProductId::new(1);
    let on = today();
    let ten = Quantity::whole(10);
    let text = |text: &str| text.to_owned();
    for (mut model, typed, command) in [
        (
            opened(model(Screen::Customers), Intent::AddCustomer),
            vec![(NAME, "Lin"), (FieldId::Opening, "50")],
            Command::AddCustomer {
                patch: CustomerPatch { name: Some(text("Lin")), ..CustomerPatch::default() },
                opening: Some(money(50)),
                on,
            },
        ),
        (
            page_form(Intent::Household),
            vec![(FieldId::Adults, "2")],
            Command::ChangeHousehold {
                customer,
                change: HouseholdChange {
                    from: on,
                    household: Household { adults: 2, ..Household::default() },
                },
            },
        ),
        (
            page_form(Intent::Leave),
            vec![(FieldId::Reason, "moved")],
            Command::LeaveCustomer { customer, on, reason: text("moved") },
        ),
        (
            page_form(Intent::Contact),
            vec![(FieldId::Text, "asked")],
            Command::AddContact(NewContact {
                customer,
                on,
                channel: Channel::default(),
                text: text("asked"),
                mood: None,
                promise: None,
            }),
        ),
        (
            page_form(Intent::FollowUp),
            vec![(FieldId::Text, "call"), (FieldId::ToDay, "2026-04-01")],
            Command::AddFollowUp {
                customer,
                text: text("call"),
                on: day("2026-04-01"),
                repeat: None,
            },
        ),
        (
            page_form(Intent::Bring),
            vec![(FieldId::ToDay, "2026-04-01")],
            Command::PlanDelivery(Plan { customer, on: day("2026-04-01"), lines: Vec::new() }),
        ),
        (
            page_form(Intent::Entry),
            vec![(FieldId::Amount, "70"), (FieldId::Note, "eggs")],
            Command::AddEntry {
                customer,
                kind: EntryKind::Charge,
                amount: money(70),
                on,
                method: String::new(),
                note: text("eggs"),
                over: OverLimit::Refuse,
                details: EntryDetails::default(),
            },
        ),
        (
            opened(round(), Intent::Miss),
            vec![(FieldId::Reason, "out"), (FieldId::ToDay, "2026-03-30")],
            Command::MissDelivery {
                delivery: DeliveryId::new(101),
                on,
                reason: text("out"),
                next: day("2026-03-30"),
            },
        ),
        (
            opened(round(), Intent::Remove),
            vec![(FieldId::Reason, "sold out")],
            Command::CancelDelivery {
                delivery: DeliveryId::new(101),
                on,
                reason: text("sold out"),
                again: ProposeAgain::After(day("2026-04-02")),
            },
        ),
        (
            opened(shelves(), Intent::Receive),
            vec![(FieldId::Quantity, "10")],
            Command::ReceiveStock { product, quantity: ten, cost: None, on },
        ),
        (
            opened(model(Screen::Today), Intent::Rules),
            vec![(FieldId::Name, "Shop")],
            Command::SetShop(vec![ShopSetting::Name(text("Shop"))]),
        ),
    ] {
        typed.iter().for_each(|(field, text)| fill(&mut model, *field, text));
        assert_eq!(save(&mut model), Some(command));
    }
}

#[test]
fn the_goods_at_the_door_are_those_that_were_planned_until_others_are_typed() {
    let mut model = opened(round(), Intent::Done);
    fill(&mut model, FieldId::Left(0), "3");
    let Some(Command::Deliver(report)) = save(&mut model) else { panic!("a delivery") };
    let lines: Vec<_> = report.lines.iter().map(|line| (line.product, line.quantity)).collect();
    assert_eq!(lines, [(ProductId::new(1), Quantity::whole(10))]);
    assert_eq!((report.left.len(), report.paid, report.on), (1, None, today()));
}

#[test]
fn a_field_that_was_not_changed_is_no_part_of_an_edit() {
    let mut model = opened(on_page(1, &[1]), Intent::EditCustomer);
    let note = FieldId::OfCustomer(CustomerField::Note);
    fill(&mut model, note, "old dog");
    let note = Some("old dog".to_owned());
    let patch = CustomerPatch { note, ..CustomerPatch::default() };
    let Some(Command::EditCustomer { patch: changed, .. }) = save(&mut model) else {
        panic!("an edit")
    };
    assert_eq!(changed, patch);
}

#[test]
fn a_refusal_goes_to_the_field_that_it_is_about() {
    let mut model = page_form(Intent::Contact);
    fill(&mut model, FieldId::Text, "asked");
    assert!(save(&mut model).is_some());
    let refused = Sentence { text: "no such day".to_owned(), hint: None };
    update(&mut model, Msg::Failed(refused, Some(Topic::NextDay)));
    assert_eq!(wrong(&model), [FieldId::Promise]);
    assert_eq!(model.form().map(|form| form.text(FieldId::Text)), Some("asked"));
}

#[test]
fn a_form_closes_when_its_command_is_done_and_marks_with_it() {
    let mut model = page_form(Intent::Contact);
    fill(&mut model, FieldId::Text, "asked");
    save(&mut model);
    let named = NamedCustomer::from(&customer(1).customer);
    let done = Performed {
        action: None,
        effect: ActionEffect::Do,
        detail: ActionDetail::CustomerEdited { customer: named },
        notes: Vec::new(),
    };
    let questions = asked(update(&mut model, Msg::Done(done)));
    assert!(model.form().is_none() && !said(&model).is_empty());
    // The page below is read again.
    assert!(questions.contains(&Question::Page(CustomerId::new(1))));
}

#[test]
fn matches_for_a_text_that_was_typed_over_are_not_offered() {
    let mut model = page_form(Intent::AddJar);
    let product = |id: i64, name: &str| Found {
        which: FilterField::Product(ProductId::new(id)),
        name: name.to_owned(),
        unit: "kg".to_owned(),
    };
    let early = asked(type_text(&mut model, "r"));
    assert_eq!(early, [Question::Find(LookupKind::Product, "r".to_owned())]);
    type_text(&mut model, "i");
    answer(&mut model, Answer::Found("r".to_owned(), vec![product(8, "rye")]));
    assert!(model.form().is_some_and(|form| form.finding().is_none()));
    let found = vec![product(1, "rice"), product(2, "rice wine")];
    answer(&mut model, Answer::Found("ri".to_owned(), found));
    step(&mut model, Step::Down);
    act(&mut model, Intent::Take);
    let form = model.form().map(|form| (form.text(FieldId::Product), form.finding().is_none()));
    assert_eq!(form, Some(("rice wine", true)));
    let Some(Command::SetJar { product, .. }) = save(&mut model) else { panic!("a jar") };
    assert_eq!(product, ProductId::new(2));
}

#[test]
fn what_undo_cannot_take_back_is_asked_for_twice() {
    let mut model = opened(model(Screen::Today), Intent::Restore);
    fill(&mut model, FieldId::File, "/tmp/old.rice");
    assert_eq!(act(&mut model, Intent::Save), []);
    assert_eq!(model.overlays.len(), 2);
    // No: the form is still there.
    act(&mut model, Intent::Close);
    assert_eq!(model.form().map(|form| form.text(FieldId::File)), Some("/tmp/old.rice"));
    act(&mut model, Intent::Save);
    let begun = act(&mut model, Intent::Save);
    assert_eq!(begun, [Effect::Begin(Job::Restore("/tmp/old.rice".into()))]);
    assert!(model.overlays.is_empty() && model.job.is_some());
    // The form comes back with what went wrong.
    let wrong_file = Sentence { text: "no backup".to_owned(), hint: None };
    update(&mut model, Msg::JobEnded(Err(wrong_file)));
    assert_eq!(wrong(&model), [FieldId::File]);
}

#[test]
fn a_filter_of_the_journal_asks_for_its_lines() {
    let mut model = model(Screen::Today);
    answer(&mut model, Answer::Journal(Default::default(), None, Vec::new()));
    act(&mut model, Intent::Which);
    fill(&mut model, FieldId::By, "ann");
    let questions = asked(act(&mut model, Intent::Save));
    let [Question::Journal(lines, None, _)] = questions.as_slice() else { panic!("{questions:?}") };
    assert_eq!((lines.by.as_deref(), model.form().is_none()), (Some("ann"), true));
}

// F4
#[test]
fn a_filled_form_is_asked_about_before_it_is_dropped() {
    let mut model = page_form(Intent::Contact);
    act(&mut model, Intent::Close);
    // Nothing was typed.
    assert!(model.form().is_none());
    act(&mut model, Intent::Contact);
    type_text(&mut model, "asked");
    act(&mut model, Intent::Close);
    assert_eq!(model.place(), KeyContext::Confirm);
    act(&mut model, Intent::Close);
    let text = model.form().map(|form| form.focused().map(|field| field.text().to_owned()));
    assert_eq!(text, Some(Some("asked".to_owned())));
    act(&mut model, Intent::Close);
    act(&mut model, Intent::Save);
    assert!(model.form().is_none() && model.page().is_some());
}

// F4
#[test]
fn leaving_the_program_asks_once_about_a_filled_form() {
    let mut model = page_form(Intent::Contact);
    type_text(&mut model, "asked");
    act(&mut model, Intent::Quit);
    assert!(!model.leaving);
    act(&mut model, Intent::Close);
    assert!(model.form().is_some_and(|form| form.is_changed()));
    act(&mut model, Intent::Quit);
    act(&mut model, Intent::Quit);
    assert!(model.leaving);
    let mut model = page_form(Intent::Contact);
    act(&mut model, Intent::Quit);
    assert!(model.leaving);
}
