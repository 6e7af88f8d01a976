//! Overlays: the page of a customer, the journal, jars, the review and the palette.

use super::*;
use crate::domain::action::{Action, ActionDetail, ActionEffect, NamedCustomer};
use crate::domain::id::ActionId;
use crate::domain::id::SkipId;
use crate::domain::jar::JarPatch;
use crate::domain::query::JarQuery;
use crate::domain::skip::Skip;
use crate::domain::views::SkipRow;
use crate::reports::ReviewItem;
use crate::tui::model::{Jars, Lines};

fn action(id: i64) -> Action {
    let customer = NamedCustomer::from(&customer(1).customer);
    Action {
        id: ActionId::new(id),
        at: format!("2026-03-{:02} 08:15:00", id % 28 + 1),
        by: "ann".to_owned(),
        effect: ActionEffect::Do,
        of: None,
        in_effect: true,
        detail: ActionDetail::CustomerAdded { customer },
    }
}

/// The journal with the lines of these numbers.
fn journal(ids: impl Iterator<Item = i64>) -> Model {
    let mut model = model(Screen::Today);
    let lines = ids.map(action).collect();
    answer(&mut model, Answer::Journal(Lines::default(), None, lines));
    model
}

fn line(model: &Model) -> Option<i64> {
    match model.overlays.last()? {
        Overlay::Journal(journal) => journal.selected().map(|line| line.id.number()),
        _ => None,
    }
}

#[test]
fn a_page_is_read_again_in_its_place() {
    let mut model = on_page(1, &[1]);
    answer(&mut model, Answer::Page(page(1, &[1, 2])));
    assert_eq!(model.overlays.len(), 1);
    assert_eq!(model.page().map(|page| page.jars.len()), Some(2));
    act(&mut model, Intent::Close);
    assert!(model.overlays.is_empty());
}

#[test]
fn the_chosen_jar_is_the_one_that_is_edited() {
    let mut model = on_page(1, &[1, 2]);
    step(&mut model, Step::Right);
    act(&mut model, Intent::EditJar);
    fill(&mut model, FieldId::Usual, "15");
    let usual = Some(Some(Quantity::whole(15)));
    let patch = JarPatch { usual, ..JarPatch::default() };
    let (customer, product) = (CustomerId::new(1), ProductId::new(2));
    assert_eq!(save(&mut model), Some(Command::SetJar { customer, product, patch }));
}

#[test]
fn older_lines_of_the_journal_are_read_before_its_end_is_reached() {
    let mut model = journal((1..=200).rev());
    let questions = asked(step(&mut model, Step::Last));
    let older = Question::Journal(Lines::default(), Some(ActionId::new(1)), 200);
    assert_eq!(questions, [older]);
}

#[test]
fn a_line_that_comes_in_leaves_the_selection_on_its_line() {
    let mut model = journal([3, 2, 1].into_iter());
    step(&mut model, Step::Down);
    let lines = [4, 3, 2, 1].map(action).to_vec();
    answer(&mut model, Answer::Journal(Lines::default(), None, lines));
    assert_eq!(line(&model), Some(2));
}

#[test]
fn undoing_down_to_a_line_needs_every_line_in_between() {
    let mut model = journal([3, 2, 1].into_iter());
    assert_eq!(act(&mut model, Intent::UndoTo), [Effect::UndoTo(ActionId::new(3))]);
    let by = Lines { by: Some("ann".to_owned()), ..Lines::default() };
    answer(&mut model, Answer::Journal(by, None, vec![action(1)]));
    assert_eq!(act(&mut model, Intent::UndoTo), []);
    assert!(!said(&model).is_empty());
}

#[test]
fn the_jar_of_a_row_is_the_one_that_is_read() {
    let mut model = model(Screen::Customers);
    let request = Jars::of(JarQuery::default()).first(0);
    answer(&mut model, Answer::Jars(request, vec![jar_row(1, 1), jar_row(1, 2)]));
    step(&mut model, Step::Down);
    let questions = asked(act(&mut model, Intent::ReadJar));
    let [Question::OnlyJar(who)] = questions.as_slice() else { panic!("{questions:?}") };
    answer(&mut model, Answer::OnlyJar(who.clone()));
    fill(&mut model, FieldId::Level, "5");
    let Some(Command::ReadJar { product, .. }) = save(&mut model) else { panic!("a reading") };
    assert_eq!(product, ProductId::new(2));
}

#[test]
fn a_changed_rate_is_accepted_or_fixed() {
    let mut model = model(Screen::Today);
    answer(&mut model, Answer::Review(vec![ReviewItem::Changed(Box::new(jar_row(1, 1)))]));
    let (customer, product) = (CustomerId::new(1), ProductId::new(1));
    let learn_from = Some(Some(day("2026-03-01")));
    let patch = JarPatch { learn_from, ..JarPatch::default() };
    let accepted = Command::SetJar { customer, product, patch };
    assert_eq!(performed(act(&mut model, Intent::Accept)), Some(accepted));
    act(&mut model, Intent::Pin);
    fill(&mut model, FieldId::Rate, "x");
    assert_eq!(save(&mut model), None);
    assert_eq!(wrong(&model), [FieldId::Rate]);
}

#[test]
fn the_palette_does_what_was_picked_and_closes() {
    let mut model = on_page(1, &[1]);
    act(&mut model, Intent::Palette);
    type_text(&mut model, "contact");
    act(&mut model, Intent::Choose);
    assert!(model.form().is_some() && model.overlays.len() == 2);
}

#[test]
fn esc_closes_the_nearest_thing_and_never_the_program() {
    let mut model = on_page(1, &[1]);
    act(&mut model, Intent::Contact);
    let mut depth = vec![model.overlays.len()];
    for _ in 0..3 {
        act(&mut model, Intent::Close);
        depth.push(model.overlays.len());
    }
    assert_eq!((depth, model.leaving), (vec![2, 1, 0, 0], false));
}

// F1
#[test]
fn a_reading_on_a_page_is_about_the_chosen_jar() {
    for (rights, product) in [(0, 1), (1, 2), (2, 1)] {
        let mut model = on_page(1, &[1, 2]);
        (0..rights).for_each(|_| drop(step(&mut model, Step::Right)));
        assert_eq!(act(&mut model, Intent::ReadJar), []);
        fill(&mut model, FieldId::Level, "5");
        let Some(Command::ReadJar { product: read, .. }) = save(&mut model) else {
            panic!("a reading")
        };
        assert_eq!(read, ProductId::new(product));
    }
}

// F8
#[test]
fn undo_asks_about_what_is_of_another_day_or_person() {
    let mut model = model(Screen::Today);
    assert_eq!(act(&mut model, Intent::Undo), [Effect::Ask(Question::UndoQuestion(None))]);
    let undone = performed(answer(&mut model, Answer::UndoQuestion(None, None)));
    assert_eq!(undone, Some(Command::Undo(None)));
    let old = || Answer::UndoQuestion(None, Some(Box::new(action(1))));
    // No: nothing is undone.
    assert_eq!(answer(&mut model, old()), []);
    assert_eq!(act(&mut model, Intent::Close), []);
    assert!(model.overlays.is_empty());
    answer(&mut model, old());
    // The line that was asked about, whatever another program records meanwhile.
    assert_eq!(save(&mut model), Some(Command::Undo(Some(action(1).id))));
    assert!(model.overlays.is_empty());
}

// B8
#[test]
fn the_skips_in_force_are_listed_and_ended_by_one_key() {
    let mut model = model(Screen::Deliveries);
    assert_eq!(asked(act(&mut model, Intent::Skips)), [Question::Skips]);
    let row = |id: i64| SkipRow {
        skip: Skip {
            id: SkipId::new(id),
            customer: CustomerId::new(id),
            product: None,
            on: today(),
            until: today(),
            reason: String::new(),
        },
        who: who(id),
        product: None,
    };
    answer(&mut model, Answer::Skips(vec![row(1), row(2)]));
    step(&mut model, Step::Down);
    let ended = performed(act(&mut model, Intent::EndSkip));
    assert_eq!(ended, Some(Command::RemoveSkip { skip: SkipId::new(2) }));
    // The list is read again after the change, and the selection stays on its row.
    assert!(asked(update(&mut model, Msg::ChangedElsewhere)).contains(&Question::Skips));
    answer(&mut model, Answer::Skips(vec![row(2)]));
    assert_eq!(model.subject().map(|subject| subject.customer), Some(CustomerId::new(2)));
    answer(&mut model, Answer::Skips(Vec::new()));
    assert_eq!(performed(act(&mut model, Intent::EndSkip)), None);
}
