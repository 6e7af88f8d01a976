//! The morning: three lists of one day that the selection runs through as one.

use super::*;
use crate::reports::today::ToDeliver;
use crate::reports::{FirstStep, FirstSteps};
use crate::tui::model::TodayPanel;

fn delivered(day: Day, stops: Vec<Stop>, finished: Vec<Stop>) -> ToDeliver {
    ToDeliver { day, stops, finished, ..ToDeliver::default() }
}

/// A morning with two stops, a debt and a follow-up.
fn morning() -> Model {
    let mut model = model(Screen::Today);
    let questions = asked(update(&mut model, Msg::ChangedElsewhere));
    for question in questions {
        match question {
            Question::ToDeliverFirst(day, _) => {
                let stops = delivered(day, vec![promised(1), proposed(2)], Vec::new());
                answer(&mut model, Answer::ToDeliver(stops, true));
            }
            Question::Tabs(asked) => {
                answer(&mut model, Answer::Tabs(asked, vec![tab(3, 800)]));
            }
            Question::FollowUps(asked) => {
                answer(&mut model, Answer::FollowUps(asked, vec![follow_up(4)]));
            }
            _ => {}
        }
    }
    model
}

fn subject(model: &Model) -> Option<i64> {
    model.subject().map(|subject| subject.customer.number())
}

#[test]
fn the_selection_runs_through_the_panels_as_through_one_list() {
    let mut model = morning();
    let mut seen = vec![subject(&model)];
    for _ in 0..4 {
        step(&mut model, Step::Down);
        seen.push(subject(&model));
    }
    assert_eq!(seen, [Some(1), Some(2), Some(3), Some(4), Some(4)]);
    step(&mut model, Step::Left);
    assert_eq!(model.morning.panel, TodayPanel::Collect);
    step(&mut model, Step::Up);
    assert_eq!(subject(&model), Some(2));
}

#[test]
fn the_first_stops_are_followed_by_the_whole_day() {
    let mut model = model(Screen::Today);
    let first = delivered(today(), vec![promised(1)], Vec::new());
    let effects = answer(&mut model, Answer::ToDeliver(first, false));
    assert_eq!(asked(effects), [Question::ToDeliver(today())]);
    assert!(!model.morning.whole);
    let whole = delivered(today(), vec![promised(1), promised(2)], Vec::new());
    let effects = answer(&mut model, Answer::ToDeliver(whole, true));
    assert_eq!(asked(effects), [Question::CouldJoin(vec!["River".to_owned()])]);
}

#[test]
fn a_day_that_was_left_meanwhile_is_not_shown_under_another() {
    let mut model = morning();
    let effects = act(&mut model, Intent::DayAfter);
    let tomorrow = day("2026-03-28");
    let first = |question: &Question| matches!(question, Question::ToDeliverFirst(day, _) if *day == tomorrow);
    assert!(asked(effects).iter().any(first));
    assert_eq!(model.morning.deliver.len(), 0);
    let stale = delivered(today(), vec![promised(1)], Vec::new());
    answer(&mut model, Answer::ToDeliver(stale, true));
    assert_eq!(model.morning.deliver.len(), 0);
    let fresh = delivered(tomorrow, vec![promised(7)], Vec::new());
    answer(&mut model, Answer::ToDeliver(fresh, true));
    assert_eq!(subject(&model), Some(7));
}

#[test]
fn the_day_that_begins_at_midnight_replaces_the_one_before() {
    let mut model = morning();
    let tomorrow = day("2026-03-28");
    let questions = asked(update(&mut model, Msg::DayTurned(tomorrow)));
    assert!(
        questions
            .iter()
            .any(|one| matches!(one, Question::ToDeliverFirst(day, _) if *day == tomorrow))
    );
    assert_eq!(model.deliveries.day, tomorrow);
}

#[test]
fn a_stop_that_is_done_leaves_the_selection_on_the_next_one() {
    let mut model = morning();
    let after = delivered(today(), vec![proposed(2)], vec![finished(1)]);
    answer(&mut model, Answer::ToDeliver(after, true));
    assert_eq!(subject(&model), Some(2));
}

#[test]
fn the_filter_narrows_all_three_lists() {
    let mut model = morning();
    act(&mut model, Intent::Filter);
    let questions = asked(type_text(&mut model, "Family 2"));
    let queries: Vec<&str> = (questions.iter())
        .filter_map(|question| match question {
            Question::Tabs(asked) => Some(asked.list.query.as_str()),
            Question::FollowUps(asked) => Some(asked.list.query.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(queries, ["Family 2", "Family 2"]);
    assert_eq!((model.morning.deliver.len(), subject(&model)), (1, Some(2)));
}

#[test]
fn a_planned_stop_cannot_be_planned_again() {
    let mut model = morning();
    assert_eq!(performed(act(&mut model, Intent::Plan)), None);
    assert!(!said(&model).is_empty());
    step(&mut model, Step::Down);
    let Some(Command::PlanProposed(plans)) = performed(act(&mut model, Intent::Plan)) else {
        panic!("a plan")
    };
    assert_eq!(plans.first().map(|plan| (plan.customer.number(), plan.on)), Some((2, today())));
}

#[test]
fn a_key_that_needs_something_else_says_why_it_does_nothing() {
    for (intent, steps) in [
        (Intent::Miss, 1),
        (Intent::Done, 2),
        (Intent::Snooze, 2),
        (Intent::Remove, 2),
        (Intent::DayLater, 3),
    ] {
        let mut model = morning();
        (0..steps).for_each(|_| drop(step(&mut model, Step::Down)));
        assert_eq!(performed(act(&mut model, intent)), None, "{intent:?}");
        assert!(model.form().is_none() && !said(&model).is_empty(), "{intent:?}");
    }
}

// F12
#[test]
fn the_first_steps_are_asked_for_until_all_are_taken() {
    let mut model = model(Screen::Today);
    let asks = |model: &mut Model| {
        let questions = asked(update(model, Msg::ChangedElsewhere));
        questions.into_iter().find_map(|question| match question {
            Question::FirstSteps(unnamed) => Some(unnamed),
            _ => None,
        })
    };
    // A shop that nobody has named is called so in one of the languages.
    assert_eq!(asks(&mut model), Some(vec!["Rice shop".to_owned(), "米店".to_owned()]));
    answer(&mut model, Answer::FirstSteps(FirstSteps { open: vec![FirstStep::Jars] }));
    assert!(asks(&mut model).is_some());
    answer(&mut model, Answer::FirstSteps(FirstSteps::default()));
    assert_eq!(asks(&mut model), None);
}
