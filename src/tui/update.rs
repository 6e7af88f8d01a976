//! What follows from what happened: the model changes, and effects say what is to be done outside.
//!
//! Nothing is read, written or drawn here. The same messages on the same model always give the same.

mod acting;
mod moving;
mod telling;
mod visiting;

use super::model::{FieldKind, Model, Overlay, Screen};
use super::msg::{Effect, Msg, Question};

/// Takes a message into the model, and tells what is to be done.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let effects = match msg {
        Msg::Act(intent) => acting::act(model, intent),
        Msg::Type(text) => type_into(model, &text),
        Msg::Mouse(mouse) => moving::mouse(model, mouse),
        Msg::Resize(width, height) => {
            model.size = (width, height);
            Vec::new()
        }
        Msg::Second => telling::second(model),
        Msg::DayTurned(today) => {
            if model.deliveries.day == model.today {
                model.deliveries.go_to(today);
            }
            model.morning.another.take_if(|day| *day == today);
            model.today = today;
            refresh(model)
        }
        Msg::ChangedElsewhere => refresh(model),
        Msg::Done(done) => telling::done(model, done),
        Msg::Copied(text) => telling::copied(model, &text),
        Msg::Failed(said) => telling::failed(model, said),
        Msg::UndoneTo(done, refused) => telling::undone_to(model, done, refused),
        Msg::Answered(answer) => telling::answered(model, *answer),
    };
    moving::keep_in_sight(model);
    effects
}

/// What has to be read before the first screen can be shown.
pub fn opening(model: &mut Model) -> Vec<Effect> {
    refresh(model)
}

/// Reads again whatever is shown, and forgets whatever is not.
fn refresh(model: &mut Model) -> Vec<Effect> {
    model.morning.known = false;
    model.customers.known = false;
    model.customers.count = None;
    model.deliveries.known = false;
    model.deliveries.week_known = false;
    model.follow_ups.known = false;
    model.tabs.known = false;
    model.products.known = false;
    model.insights.report = None;
    let mut effects = vec![Effect::Ask(Question::Shop)];
    effects.extend(look(model));
    for overlay in &model.overlays {
        match overlay {
            Overlay::Page(sheet) => effects.push(Effect::Ask(Question::Page(sheet.customer()))),
            Overlay::Statement(sheet) => {
                effects.push(Effect::Ask(Question::Statement(sheet.customer.id)));
            }
            Overlay::Journal(journal) => effects.push(Effect::Ask(journal.again())),
            Overlay::Why(_) | Overlay::Help(_) | Overlay::Form(_) => {}
        }
    }
    effects
}

/// Reads what the screen shows, unless it is known.
fn look(model: &Model) -> Vec<Effect> {
    let questions = match model.screen {
        Screen::Today if !model.morning.known && model.morning.another.is_some() => {
            vec![Question::MorningOf(model.shown_day())]
        }
        // What was shown stays until the whole of it was read again; at first, its beginning is shown.
        Screen::Today if !model.morning.known && model.morning.whole => {
            return vec![Effect::AskLater(Question::Morning)];
        }
        Screen::Today if !model.morning.known => vec![Question::MorningBegins],
        Screen::Customers if !model.customers.known => {
            let again = model.customers.again();
            vec![customers(model, again), Question::CustomerCount]
        }
        Screen::Deliveries if !model.deliveries.known => {
            let day = model.deliveries.day;
            let mut effects = vec![Effect::Ask(Question::Round(day))];
            // The board is drawn once the round of the day is there.
            let week = (!model.deliveries.week_known).then_some(Question::Week(day));
            effects.extend(week.map(Effect::AskLater));
            return effects;
        }
        Screen::FollowUps if !model.follow_ups.known => vec![Question::FollowUps],
        Screen::Tabs if !model.tabs.known => vec![Question::Tabs],
        Screen::Products if !model.products.known => vec![Question::Products],
        Screen::Insights if model.insights.report.is_none() => vec![Question::Insights],
        Screen::Today | Screen::Customers | Screen::Deliveries | Screen::FollowUps => Vec::new(),
        Screen::Tabs | Screen::Products | Screen::Insights => Vec::new(),
    };
    questions.into_iter().map(Effect::Ask).collect()
}

/// The question for a part of the list of customers.
fn customers(model: &Model, page: super::model::CustomersWindow) -> Question {
    let query = model.customers.filter.typed.text().to_owned();
    Question::Customers { query, most: model.customers.most(&page), page }
}

/// A text goes into the field that has the focus; without one it is nothing.
fn type_into(model: &mut Model, text: &str) -> Vec<Effect> {
    if model.type_text(text) { typed(model) } else { Vec::new() }
}

/// A field was changed: what was wrong with it may be right now, and a filter filters.
fn typed(model: &mut Model) -> Vec<Effect> {
    match model.overlays.last_mut() {
        Some(Overlay::Form(sheet)) => {
            if let Some(field) = sheet.form.focused_mut() {
                field.wrong = None;
                if let FieldKind::Find(finder) = &mut field.kind
                    && finder.taken.as_ref().is_none_or(|one| one.name != field.typed.text())
                {
                    finder.found.clear();
                    finder.taken = None;
                    let query = field.typed.text().trim().to_owned();
                    return vec![Effect::Ask(Question::Find(finder.sought, query))];
                }
            }
            Vec::new()
        }
        Some(Overlay::Help(sheet)) => {
            sheet.narrow();
            Vec::new()
        }
        Some(Overlay::Page(_) | Overlay::Why(_)) => Vec::new(),
        Some(Overlay::Statement(_) | Overlay::Journal(_)) => Vec::new(),
        None => narrow(model),
    }
}

/// Narrows the list of the screen to its filter.
fn narrow(model: &mut Model) -> Vec<Effect> {
    match model.screen {
        Screen::Today => model.morning.narrow(),
        Screen::Deliveries => model.deliveries.rows.narrow(&model.deliveries.filter),
        Screen::FollowUps => model.follow_ups.rows.narrow(&model.follow_ups.filter),
        Screen::Tabs => model.tabs.rows.narrow(&model.tabs.filter),
        Screen::Products => model.products.rows.narrow(&model.products.filter),
        Screen::Insights => model.insights.best.narrow(&model.insights.filter),
        Screen::Customers => {
            let question = customers(model, super::model::CustomersWindow::First);
            return vec![Effect::Ask(question)];
        }
    }
    Vec::new()
}
