//! Key actions on the visits of a day: marking, planning and moving them, and recording a whole
//! round.

use super::dispatch::{ask, perform};
use super::forms::{self, open};
use super::{look, results};
use crate::domain::delivery::Plan;
use crate::domain::follow_up::Rule;
use crate::domain::id::CustomerId;
use crate::domain::jar::Level;
use crate::domain::{Command, Day};
use crate::tui::forms::{Evening, FormKind, Miss, done as completion_form};
use crate::tui::model::{Deliveries, FormSheet, Model, Overlay, Screen, Target};
use crate::tui::msg::{Effect, Question};

/// Marks rows of the round, or says why it cannot.
pub(super) fn mark(model: &mut Model, mark: impl FnOnce(&mut Deliveries) -> bool) -> Vec<Effect> {
    if !mark(&mut model.deliveries) {
        results::remark(model, "nothing-proposed");
    }
    Vec::new()
}

/// Plans everything that is marked and only proposed, as one thing that can be undone.
pub(super) fn plan(model: &mut Model) -> Vec<Effect> {
    let morning = model.screen == Screen::Today;
    let plans = if morning { morning_plans(model) } else { model.deliveries.plans() };
    if plans.is_empty() {
        results::remark(model, "nothing-proposed");
        return Vec::new();
    }
    perform(Command::PlanProposed(plans))
}

/// Records that there is still enough in the first jar of the selected stop, or of all that are marked:
/// nothing is brought, and the forecasts learn from it.
pub(super) fn still_enough(model: &mut Model) -> Vec<Effect> {
    let of_round = match model.screen {
        Screen::Deliveries if model.overlays.is_empty() => model.deliveries.marked_stops(),
        Screen::Deliveries | Screen::Today | Screen::Customers => Vec::new(),
        Screen::FollowUps | Screen::Tabs | Screen::Products | Screen::Insights => Vec::new(),
    };
    let marked = match (of_round.is_empty(), model.marked()) {
        (false, _) => of_round,
        (true, 0) => model.subject().into_iter().collect(),
        (true, _) => model.marks.known(model.screen).into_iter().cloned().collect(),
    };
    let on = model.today;
    let read = |subject: &Target| {
        let (customer, product) = (subject.customer, subject.product?);
        Some(Command::ReadJar { customer, product, level: Level::Enough, on })
    };
    let mut commands: Vec<Command> = marked.iter().filter_map(read).collect();
    match (commands.pop(), commands.is_empty()) {
        (None, _) => results::remark(model, "nobody-selected"),
        // Not every marked row has a jar.
        (Some(_), _) if commands.len() + 1 < model.marked() => {
            results::remark(model, "not-all-marked");
        }
        (Some(only), true) => return perform(only),
        (Some(last), false) => {
            commands.push(last);
            return perform(Command::Batch(commands));
        }
    }
    Vec::new()
}

/// Returns plans for the rows marked in the morning, or for the selected row if none is marked; those that
/// are planned already are passed over. The list is empty if none of the rows is only proposed, or any
/// is nothing to bring.
fn morning_plans(model: &Model) -> Vec<Plan> {
    let plan = |subject: &Target| {
        let visit = subject.visit.as_ref()?;
        // What is planned already stays as it is.
        let goods = if visit.to_plan().is_empty() { &visit.goods } else { visit.to_plan() };
        let lines = goods.iter().map(|goods| (goods.product, goods.quantity));
        Some(Plan { customer: subject.customer, on: model.shown_day(), lines: lines.collect() })
    };
    let known = model.marks.known(model.screen);
    let plans: Option<Vec<Plan>> = match model.marked() {
        0 => model.subject().iter().map(plan).collect(),
        // Rows with goods to bring are always known; an unknown row is of another kind.
        count if known.len() == count => known.into_iter().map(plan).collect(),
        _ => None,
    };
    let is_proposed =
        |subject: &Target| subject.visit.as_ref().is_some_and(|visit| !visit.to_plan().is_empty());
    let any_proposed = match model.marked() {
        0 => model.subject().as_ref().is_some_and(is_proposed),
        _ => model.marks.known(model.screen).into_iter().any(is_proposed),
    };
    plans.filter(|_| any_proposed).unwrap_or_default()
}

/// Plans what could join the rounds of today, as one thing that can be undone.
pub(super) fn join(model: &mut Model) -> Vec<Effect> {
    match model.morning.plans_to_join(model.today) {
        plans if !plans.is_empty() && model.morning.another.is_none() => {
            perform(Command::PlanProposed(plans))
        }
        _ => {
            results::remark(model, "nobody-could-join");
            Vec::new()
        }
    }
}

/// Moves the selected delivery to the day that `beside` returns for its own day; a late delivery
/// counts as one of today.
pub(super) fn move_by(model: &mut Model, beside: impl FnOnce(&Day) -> Option<Day>) -> Vec<Effect> {
    let visit = model.subject().and_then(|subject| subject.visit);
    let moved = visit.and_then(|visit| {
        let day = visit.promised_for?.max(model.today);
        Some((visit.delivery?, beside(&day)?))
    });
    match moved {
        Some((delivery, to)) => perform(Command::MoveDelivery { delivery, to }),
        None => {
            results::remark(model, "nothing-to-put-off");
            Vec::new()
        }
    }
}

/// Opens the form at the door for the first promised stop of the list; the others follow. Of a list
/// that is still being read they would not.
pub(super) fn evening(model: &mut Model) -> Vec<Effect> {
    if !model.is_whole() {
        results::remark(model, "still-reading");
        return Vec::new();
    }
    let first = match model.screen {
        Screen::Today => Evening::begin(model, model.morning.deliver.iter()),
        Screen::Deliveries => Evening::begin(model, model.deliveries.rows.iter()),
        Screen::Customers | Screen::FollowUps | Screen::Tabs => None,
        Screen::Products | Screen::Insights => None,
    };
    match first {
        Some(sheet) => return open(model, sheet),
        None => results::remark(model, "nothing-promised"),
    }
    Vec::new()
}

/// Writes down what was done: at the marked doors, one after the other, else what the selected row or
/// all marked rows are about.
pub(super) fn done(model: &mut Model) -> Vec<Effect> {
    let doors = match model.screen {
        Screen::Deliveries if model.overlays.is_empty() => model.deliveries.marked_stops(),
        Screen::Deliveries | Screen::Today | Screen::Customers => marked_doors(model),
        Screen::FollowUps | Screen::Tabs => marked_doors(model),
        Screen::Products | Screen::Insights => Vec::new(),
    };
    // A delivery at the door is recorded in its own form, together with nothing else.
    if !doors.is_empty() && model.marked() > doors.len() {
        results::remark(model, "one-door-at-a-time");
        return Vec::new();
    }
    match Evening::through(model, doors) {
        Some(sheet) => open(model, sheet),
        None => match reminded(model) {
            Some(customer) => {
                let language = model.words.language();
                ask(Question::Reminder(customer, model.reminders.clone(), language))
            }
            None => match reminded(model) {
                Some(customer) => {
                    let language = model.words.language();
                    ask(Question::Reminder(customer, model.reminders.clone(), language))
                }
                None => forms::for_all(model, "nothing-to-be-done", completion_form),
            },
        },
    }
}

/// Returns the customer of the selected row if it is a reminder of what is due, and no other is marked.
fn reminded(model: &Model) -> Option<CustomerId> {
    let subject = model.subject().filter(|_| model.marked() == 0)?;
    let rule = subject.follow_up.as_ref().and_then(|follow_up| follow_up.rule);
    (rule == Some(Rule::Reminder)).then_some(subject.customer)
}

/// The marked doors of the screen: what is to be brought is always known.
fn marked_doors(model: &Model) -> Vec<Target> {
    let known = match model.marked() {
        0 => Vec::new(),
        _ => model.marks.known(model.screen),
    };
    known.into_iter().filter(|one| one.visit.is_some()).cloned().collect()
}

/// Goes on to the next stop of the evening; this one stays open.
pub(super) fn skip(model: &mut Model) -> Vec<Effect> {
    if let Some(Overlay::Form(sheet)) = model.overlays.pop()
        && let Some(evening) = sheet.purpose.evening()
    {
        return results::go_on(model, evening.clone().skipped());
    }
    Vec::new()
}

/// Opens the form for a missed stop of the evening, over the form at its door.
pub(super) fn miss_stop(model: &mut Model) -> Vec<Effect> {
    let sheet = match model.overlays.last() {
        Some(Overlay::Form(FormSheet { purpose: FormKind::Door(door), form, .. })) => {
            Miss::stop(model, door, form.about.clone())
        }
        _ => None,
    };
    match sheet {
        Some(sheet) => return open(model, sheet),
        None => results::remark(model, "only-a-promise"),
    }
    Vec::new()
}

/// Asks for other goods in the form at the door, and for the prices.
pub(super) fn more_goods(model: &mut Model) {
    let Some(Overlay::Form(mut sheet)) = model.overlays.pop() else { return };
    if let FormKind::Door(door) = &mut sheet.purpose {
        door.ask_for_more(model, &mut sheet.form);
    }
    model.overlays.push(Overlay::Form(sheet));
}

/// Looks at another day.
pub(super) fn another_day(model: &mut Model, day: Option<Day>) -> Vec<Effect> {
    if let Some(day) = day {
        match model.screen {
            Screen::Today => model.morning.go_to(Some(day).filter(|day| *day != model.today)),
            Screen::Deliveries => model.deliveries.go_to(day),
            Screen::Customers | Screen::FollowUps | Screen::Tabs => {}
            Screen::Products | Screen::Insights => {}
        }
    }
    look(model)
}
