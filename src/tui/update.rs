//! The reaction to messages: the model changes, and effects describe the work to do outside.
//!
//! Nothing is read, written or drawn here. The same messages on the same model always give the same.

mod answers;
mod deliveries;
mod dispatch;
mod forms;
mod jobs;
mod journal;
mod mouse;
mod navigation;
mod palette;
mod results;
mod review;
mod skips;
mod sorting;
mod unbound;
mod waiting;

use super::model::{Deliveries, FieldKind, Model, Overlay, Screen, Scroll, Window};
use super::msg::{Effect, Msg, Question};
use crate::domain::shop::Language;
use crate::i18n::Localizer;

/// Applies a message to the model, and returns the effects to carry out.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    if waiting::holds_back(model, &msg) {
        return Vec::new();
    }
    if matches!(msg, Msg::Act(_) | Msg::Unbound(_) | Msg::Type(_) | Msg::Mouse(_)) {
        // A person who goes on meanwhile is not led away.
        model.sought = None;
    }
    let mut effects = match msg {
        Msg::Act(intent) => dispatch::act(model, intent),
        Msg::Unbound(key) => unbound::pressed(model, key),
        Msg::Type(text) => type_into(model, &text),
        Msg::Mouse(mouse) => mouse::used(model, mouse),
        Msg::Resize(width, height) => {
            model.size = (width, height);
            model.forget_widths();
            Vec::new()
        }
        Msg::Second => results::second(model),
        Msg::DayTurned(today) => {
            if model.deliveries.day == model.today {
                model.deliveries.go_to(today);
            }
            model.morning.another.take_if(|day| *day == today);
            model.today = today;
            refresh(model)
        }
        Msg::ChangedElsewhere => changed_elsewhere(model),
        Msg::Done(done) => results::done(model, done),
        Msg::Copied(text) => results::copied(model, &text),
        Msg::Failed(said, about) => results::failed(model, said, about),
        Msg::Locked => waiting::locked(model),
        Msg::Unlocked => waiting::unlocked(model),
        Msg::PasteCut => {
            results::remark(model, "paste-cut");
            Vec::new()
        }
        Msg::CannotSuspend => {
            results::remark(model, "cannot-suspend");
            Vec::new()
        }
        Msg::UndoneTo(done, refused) => results::undone_to(model, done, refused),
        Msg::Answered(answer) => answers::answered(model, *answer),
        Msg::OpensLate => {
            results::remark(model, "still-reading");
            Vec::new()
        }
        Msg::JobGoesOn(progress) => jobs::goes_on(model, progress),
        Msg::JobWaits => jobs::waits(model),
        Msg::TakesLong(job) => jobs::moved_aside(model, job),
        Msg::JobUndone(done, refused) => jobs::undone(model, done, refused),
        Msg::JobEnded(ended) => jobs::ended(model, ended),
        Msg::Another(shop, said) => jobs::another(model, *shop, said),
    };
    if let Some(Overlay::Form(mut sheet)) =
        model.overlays.pop_if(|one| matches!(one, Overlay::Form(_)))
    {
        effects.extend(crate::tui::forms::preview(model, &mut sheet));
        model.overlays.push(Overlay::Form(sheet));
    }
    navigation::keep_in_sight(model);
    effects
}

/// Returns the effects that load what the first screen shows.
pub fn opening(model: &mut Model) -> Vec<Effect> {
    refresh(model)
}

/// Reads again the data that is shown, and forgets all other data.
fn refresh(model: &mut Model) -> Vec<Effect> {
    model.generation += 1;
    model.morning.known = false;
    model.morning.collect.known = false;
    model.morning.look_after.known = false;
    model.customers.window.known = false;
    model.customers.count = None;
    model.customers.former = None;
    model.deliveries.known = false;
    model.follow_ups.window.known = false;
    model.tabs.window.known = false;
    model.products.known = false;
    model.insights.known = false;
    let mut effects = vec![Effect::Ask(Question::Shop)];
    effects.extend(look(model));
    for overlay in &model.overlays {
        match overlay {
            Overlay::Page(sheet) => effects.push(Effect::Ask(Question::Page(sheet.customer()))),
            Overlay::Statement(sheet) => {
                effects.push(Effect::Ask(Question::Statement(sheet.customer.id)));
            }
            Overlay::Journal(journal) => effects.push(Effect::Ask(journal.again())),
            Overlay::Jars(window) => {
                effects.push(Effect::Ask(Question::Jars(window.again(model.most_rows()))))
            }
            Overlay::Review(_) => effects.push(Effect::Ask(Question::Review)),
            Overlay::Skips(_) => effects.push(Effect::Ask(Question::Skips)),
            // The accuracy of the forecasts takes too long to compute with every change.
            Overlay::Accuracy(_) => {}
            Overlay::Why(_) | Overlay::Help(_) | Overlay::Form(_) => {}
        }
    }
    // Whatever is new may be something to learn from, and so may be a new day.
    effects.push(Effect::AskInBackground(Question::Learn));
    effects
}

/// Reads again what is shown after a change of another program. What may be looked at next is read with the next key:
/// perhaps nobody is there.
fn changed_elsewhere(model: &mut Model) -> Vec<Effect> {
    let mut effects = refresh(model);
    for effect in &mut effects {
        if let Effect::Prefetch(questions) = effect {
            questions.clear();
        }
    }
    effects
}

/// Reads what the screen shows, unless it is known. What takes long in a large shop is read while
/// the screen shows the rest, and behind that what may be looked at next.
fn look(model: &mut Model) -> Vec<Effect> {
    let (now, later) = reads(model, model.screen).unwrap_or_default();
    let later = later.into_iter().map(Effect::AskInBackground);
    let mut effects: Vec<Effect> = now.into_iter().map(Question::ask).chain(later).collect();
    let here = model.screen;
    let others = Screen::ALL.into_iter().filter(|screen| *screen != here);
    let first = others.filter_map(|screen| Some(reads(model, screen)?.0));
    let mut next: Vec<Question> = first.flatten().collect();
    next.extend(beside(model));
    next.retain(Question::is_quick);
    effects.push(Effect::Prefetch(next));
    effects
}

/// Returns the questions to ask before a screen is shown, and those to ask behind them; `None` if
/// its data is already known.
fn reads(model: &mut Model, screen: Screen) -> Option<(Vec<Question>, Vec<Question>)> {
    let rows = model.most_rows();
    let is_known = match screen {
        Screen::Today => model.morning.known,
        Screen::Customers => model.customers.window.known,
        Screen::Deliveries => model.deliveries.known,
        Screen::FollowUps => model.follow_ups.window.known,
        Screen::Tabs => model.tabs.window.known,
        Screen::Products => model.products.known,
        Screen::Insights => model.insights.known,
    };
    (!is_known).then(|| match screen {
        Screen::Today => morning(model),
        Screen::Customers => {
            let again = model.customers.window.again(rows);
            (vec![Question::Customers(again)], vec![Question::CustomerCount])
        }
        Screen::Deliveries => {
            let Deliveries { day, rows: list, .. } = &model.deliveries;
            // The week is asked for when the round is known.
            (vec![Question::RoundFirst(*day, rows_at_first(rows, list.scroll))], Vec::new())
        }
        Screen::FollowUps => {
            let again = model.follow_ups.window.again(rows);
            (vec![Question::FollowUps(again)], vec![Question::FollowUpCount])
        }
        Screen::Tabs => {
            (vec![Question::Tabs(model.tabs.window.again(rows))], vec![Question::Owed(None)])
        }
        Screen::Products => (Vec::new(), vec![Question::Products(model.products.former)]),
        Screen::Insights => {
            (Vec::new(), vec![Question::ChangedCount, Question::Insights, Question::CashFlow])
        }
    })
}

/// The beginning of the three lists of the morning, and then what is known of their whole only.
fn morning(model: &mut Model) -> (Vec<Question>, Vec<Question>) {
    let (today, rows, morning) = (model.today, model.most_rows(), &mut model.morning);
    let day = morning.another.unwrap_or(today);
    (morning.collect.list, morning.look_after.list) = morning.lists_of(day, today);
    let now = vec![
        Question::ToDeliverFirst(day, rows_at_first(rows, morning.deliver.scroll)),
        Question::Tabs(morning.collect.again(rows)),
        Question::FollowUps(morning.look_after.again(rows)),
    ];
    let mut later = match morning.another {
        Some(_) => Vec::new(),
        None => {
            vec![Question::Owed(Some(today)), Question::FollowUpCount, Question::ChangedCount]
        }
    };
    if model.morning.first_steps.as_ref().is_none_or(|steps| !steps.are_taken()) {
        later.push(Question::FirstSteps(new_shop_names(model)));
    }
    (now, later)
}

/// Returns the names that a notebook has until the shop is named, in every language.
fn new_shop_names(model: &Model) -> Vec<String> {
    let words = |language| Localizer::new(language, model.shop.currency);
    Language::ALL.iter().map(|language| words(*language).text("new-shop-name")).collect()
}

/// Returns the questions to ask for the days before and after the one that is shown.
fn beside(model: &Model) -> Vec<Question> {
    let (rows, day) = (model.most_rows(), model.shown_day());
    let days = [day.pred_opt(), day.succ_opt()].into_iter().flatten();
    let first = rows_at_first(rows, Scroll::default());
    match model.screen {
        Screen::Today => days
            .flat_map(|day| {
                let (collect, look_after) = model.morning.lists_of(day, model.today);
                [
                    Question::ToDeliverFirst(day, first),
                    Question::Tabs(Window::of(collect).again(rows)),
                    Question::FollowUps(Window::of(look_after).again(rows)),
                ]
            })
            .collect(),
        Screen::Deliveries => days.map(|day| Question::RoundFirst(day, first)).collect(),
        Screen::Customers | Screen::FollowUps | Screen::Tabs => Vec::new(),
        Screen::Products | Screen::Insights => Vec::new(),
    }
}

/// Returns the number of stops to read before the first picture: as many as can be seen. Where the
/// selection is further down, the rows around it are among them.
fn rows_at_first(rows: usize, scroll: Scroll) -> u32 {
    u32::try_from(scroll.at + rows).unwrap_or(u32::MAX)
}

/// Types a text into the focused field; does nothing if no field has the focus.
fn type_into(model: &mut Model, text: &str) -> Vec<Effect> {
    if model.type_text(text) { typed(model) } else { Vec::new() }
}

/// Handles the change of a field: clears its error, searches or filters by it, and reports text that
/// did not fit into it.
fn typed(model: &mut Model) -> Vec<Effect> {
    match model.overlays.last_mut() {
        Some(Overlay::Form(sheet)) => {
            if let Some(field) = sheet.form.focused_mut() {
                let cut = field.typed.cut_at().map(|limit| ("limit", limit.into()));
                field.wrong = cut.map(|limit| model.words.message("field-cut", &[limit]));
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
        Some(Overlay::Help(sheet)) => palette::typed(sheet),
        Some(Overlay::Page(_) | Overlay::Why(_)) => Vec::new(),
        Some(
            Overlay::Statement(_)
            | Overlay::Journal(_)
            | Overlay::Jars(_)
            | Overlay::Review(_)
            | Overlay::Skips(_)
            | Overlay::Accuracy(_),
        ) => Vec::new(),
        None => narrow(model),
    }
}

/// Narrows the list of the screen to its filter.
fn narrow(model: &mut Model) -> Vec<Effect> {
    let rows = model.most_rows();
    match model.screen {
        Screen::Deliveries => model.deliveries.rows.narrow(&model.deliveries.filter),
        Screen::Products => model.products.rows.narrow(&model.products.filter),
        Screen::Insights => model.insights.best.narrow(&model.insights.filter),
        Screen::Today => {
            let morning = &mut model.morning;
            morning.deliver.narrow(&morning.filter);
            let query = morning.filter.typed.text();
            let (collect, look_after) =
                (morning.collect.narrow(query, rows), morning.look_after.narrow(query, rows));
            return vec![
                Question::Tabs(collect).ask(),
                Effect::Ask(Question::FollowUps(look_after)),
            ];
        }
        Screen::Customers => {
            let customers = &mut model.customers;
            let asked = customers.window.narrow(customers.filter.typed.text(), rows);
            return vec![Effect::Ask(Question::Customers(asked))];
        }
        Screen::Tabs => {
            let asked = model.tabs.window.narrow(model.tabs.filter.typed.text(), rows);
            return vec![Effect::Ask(Question::Tabs(asked))];
        }
        Screen::FollowUps => {
            let follow_ups = &mut model.follow_ups;
            let asked = follow_ups.window.narrow(follow_ups.filter.typed.text(), rows);
            return vec![Effect::Ask(Question::FollowUps(asked))];
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests;
