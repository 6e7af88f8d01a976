//! The list of customers: a window that slides along a list of any length.

use super::*;
use crate::app::Performed;
use crate::domain::action::{ActionDetail, ActionEffect, NamedCustomer};
use crate::domain::query::{CustomerQuery, Page};
use crate::tui::model::{PageRequest, SelectAll};

/// Shows customers, of which there are more behind if `more` is not empty.
fn listed(ids: &[i64], more: &[i64]) -> Model {
    let mut model = model(Screen::Customers);
    let request = PageRequest { most: ids.len(), ..model.customers.window.first(0) };
    let rows = ids.iter().chain(more).map(|id| customer(*id)).collect();
    answer(&mut model, Answer::Customers(request, rows));
    model
}

fn selected(model: &Model) -> Option<i64> {
    model.customers.window.selected().map(|row| row.customer.id.number())
}

fn request(effects: Vec<Effect>) -> Option<PageRequest<CustomerQuery>> {
    asked(effects).into_iter().find_map(|question| match question {
        Question::Customers(request) => Some(request),
        _ => None,
    })
}

#[test]
fn the_selection_stays_on_its_customer_when_others_come_and_go() {
    for (before, after, stays_on) in [
        ([2, 4, 6], vec![1, 2, 3, 4, 6], Some(4)),
        ([2, 4, 6], vec![4], Some(4)),
        // The selected one is gone: the next one takes its place.
        ([2, 4, 6], vec![2, 6], Some(6)),
        ([2, 4, 6], vec![2], Some(2)),
        ([2, 4, 6], vec![], None),
    ] {
        let mut model = listed(&before, &[]);
        step(&mut model, Step::Down);
        let again = request(update(&mut model, Msg::ChangedElsewhere)).unwrap();
        let rows = after.iter().map(|id| customer(*id)).collect();
        answer(&mut model, Answer::Customers(again, rows));
        assert_eq!(selected(&model), stays_on, "{after:?}");
    }
}

#[test]
fn an_answer_for_words_that_were_typed_over_is_ignored() {
    let mut model = listed(&[1, 2, 3], &[]);
    act(&mut model, Intent::Filter);
    let early = request(type_text(&mut model, "f")).unwrap();
    let late = request(type_text(&mut model, "2")).unwrap();
    assert_eq!((early.list.query.as_str(), late.list.query.as_str()), ("f", "f2"));
    answer(&mut model, Answer::Customers(late, vec![customer(2)]));
    answer(&mut model, Answer::Customers(early, vec![customer(1), customer(3)]));
    assert_eq!(selected(&model), Some(2));
    // Letters are no keys while the filter has the focus, and Esc gives the whole list back.
    let whole = request(act(&mut model, Intent::Close)).unwrap();
    assert_eq!((whole.list.query.as_str(), whole.page), ("", Page::First));
}

#[test]
fn the_rows_behind_are_read_before_the_selection_reaches_the_end() {
    let ids: Vec<i64> = (1..=60).collect();
    let mut model = listed(&ids, &[61]);
    assert_eq!(request(step(&mut model, Step::Down)), None);
    let mut behind = None;
    while behind.is_none() {
        behind = request(step(&mut model, Step::Down));
    }
    let behind = behind.unwrap();
    assert!(selected(&model) < Some(60));
    assert!(matches!(&behind.page, Page::Behind(cursor) if cursor.id.number() == 60));
    // The same page may be asked for twice and still fits once.
    for _ in 0..2 {
        answer(&mut model, Answer::Customers(behind.clone(), vec![customer(61), customer(62)]));
    }
    let rows = &model.customers.window.rows;
    assert_eq!(rows.len(), 62);
    assert!(model.customers.window.is_whole());
}

#[test]
fn the_end_of_a_long_list_is_read_by_itself() {
    let ids: Vec<i64> = (1..=60).collect();
    let mut model = listed(&ids, &[61]);
    let last = request(step(&mut model, Step::Last)).unwrap();
    assert_eq!(last.page, Page::Last);
    // The nearest to the end comes first.
    answer(&mut model, Answer::Customers(last, vec![customer(99), customer(98)]));
    assert_eq!(selected(&model), Some(99));
}

#[test]
fn a_mark_stays_when_the_list_is_read_again_and_one_form_is_about_all_marked() {
    let mut model = listed(&[1, 2, 3], &[]);
    act(&mut model, Intent::MarkRow);
    act(&mut model, Intent::MarkRow);
    let again = request(update(&mut model, Msg::ChangedElsewhere)).unwrap();
    answer(&mut model, Answer::Customers(again, vec![customer(1), customer(2), customer(3)]));
    assert_eq!(model.marked(), 2);
    act(&mut model, Intent::Contact);
    fill(&mut model, FieldId::Text, "new year");
    let Some(Command::Batch(all)) = save(&mut model) else { panic!("one batch") };
    let about: Vec<i64> = (all.iter())
        .filter_map(|command| match command {
            Command::AddContact(contact) => Some(contact.customer.number()),
            _ => None,
        })
        .collect();
    assert_eq!(about, [1, 2]);
}

#[test]
fn a_form_that_fits_one_customer_says_so_when_several_are_marked() {
    let mut model = listed(&[1, 2, 3], &[]);
    act(&mut model, Intent::MarkRows);
    assert_eq!(model.marked(), 3);
    act(&mut model, Intent::Pay);
    assert!(model.form().is_none() && !said(&model).is_empty());
    act(&mut model, Intent::MarkRows);
    assert_eq!(model.marked(), 0);
}

#[test]
fn a_list_that_is_not_in_memory_is_marked_by_a_question() {
    let mut model = listed(&[1, 2, 3], &[4]);
    let questions = asked(act(&mut model, Intent::MarkRows));
    assert_eq!(questions, [Question::Whole(SelectAll::Customers(CustomerQuery::default()))]);
}

/// A change of a customer that has just been performed.
fn done(effect: ActionEffect, id: i64) -> Msg {
    let customer = NamedCustomer::from(&customer(id).customer);
    let detail = match effect {
        ActionEffect::Do => ActionDetail::CustomerAdded { customer },
        ActionEffect::Undo | ActionEffect::Redo => ActionDetail::CustomerReturned { customer },
    };
    Msg::Done(Performed { action: None, effect, detail, notes: Vec::new() })
}

// F1
#[test]
fn who_was_just_written_down_or_brought_back_is_selected() {
    for effect in [ActionEffect::Do, ActionEffect::Undo, ActionEffect::Redo] {
        let mut model = listed(&[1, 2], &[]);
        let again = request(update(&mut model, done(effect, 3))).unwrap();
        let rows = [1, 2, 3].map(customer).to_vec();
        answer(&mut model, Answer::Customers(again, rows));
        assert_eq!(selected(&model), Some(3), "{effect:?}");
    }
}

// F1
#[test]
fn a_new_customer_who_belongs_further_down_is_read_around_their_place() {
    let mut model = listed(&[1, 2], &[3]);
    let again = request(update(&mut model, done(ActionEffect::Do, 50))).unwrap();
    let rows = vec![customer(1), customer(2), customer(3)];
    let request = PageRequest { most: 2, ..again };
    let questions = asked(answer(&mut model, Answer::Customers(request.clone(), rows)));
    let [Question::CustomersAround(_, who, _)] = questions.as_slice() else {
        panic!("{questions:?}")
    };
    let around = (request, vec![customer(49), customer(50)]);
    answer(&mut model, Answer::CustomersAround(*who, Some(around)));
    assert_eq!((selected(&model), model.sought), (Some(50), None));
}

// F1
#[test]
fn a_person_who_has_gone_on_meanwhile_is_not_led_away() {
    let mut model = listed(&[1, 2], &[]);
    let again = request(update(&mut model, done(ActionEffect::Do, 3))).unwrap();
    step(&mut model, Step::Down);
    answer(&mut model, Answer::Customers(again, [1, 2, 3].map(customer).to_vec()));
    assert_eq!(selected(&model), Some(2));
}

// F12
#[test]
fn a_search_counts_the_former_customers_that_it_hides() {
    let mut model = model(Screen::Customers);
    act(&mut model, Intent::Filter);
    let questions = asked(type_text(&mut model, "lin"));
    let [Question::Customers(request)] = questions.as_slice() else { panic!("{questions:?}") };
    let rows = Answer::Customers(request.clone(), vec![customer(1)]);
    let former = Question::FormerCount("lin".to_owned());
    assert_eq!(asked(answer(&mut model, rows)), [former]);
    answer(&mut model, Answer::FormerCount("lin".to_owned(), 2));
    // Known, and shown anyway: nothing is asked.
    assert_eq!(asked(answer(&mut model, Answer::Customers(request.clone(), Vec::new()))), []);
    act(&mut model, Intent::KeepFilter);
    let questions = asked(act(&mut model, Intent::Leavers));
    let [Question::Customers(request)] = questions.as_slice() else { panic!("{questions:?}") };
    assert_eq!(asked(answer(&mut model, Answer::Customers(request.clone(), Vec::new()))), []);
}
