//! The handling of answers: what was read goes to its list or sheet, and what follows is asked.

use super::dispatch::{ask, perform};
use super::{Effect, forms, journal, palette, results, review, skips};
use crate::domain::Command;
use crate::domain::query::{IncludeFormer, JarQuery, Page};
use crate::domain::shop::Shop;
use crate::domain::views::JarRow;
use crate::i18n::Localizer;
use crate::reports::ForecastExplanation;
use crate::tui::forms::{Bring, Confirm, ReminderForm};
use crate::tui::keymap::Reach;
use crate::tui::model::{
    Jars, JournalSheet, Model, Overlay, PageRequest, PageSheet, Screen, Sought, StatementSheet,
    TextSheet,
};
use crate::tui::msg::{Answer, Question};

/// A question was answered; the row that is sought may now be there.
pub(super) fn answered(model: &mut Model, answer: Answer) -> Vec<Effect> {
    let effects = put(model, answer);
    model.select_sought();
    effects
}

fn put(model: &mut Model, answer: Answer) -> Vec<Effect> {
    match answer {
        Answer::Shop(shop) => rules(model, shop),
        // A day that was left meanwhile is of no use any more.
        Answer::ToDeliver(deliver, _)
            if deliver.day != model.morning.another.unwrap_or(model.today) => {}
        Answer::ToDeliver(deliver, whole) => {
            let day = deliver.day;
            model.morning.put(deliver, whole);
            model.morning.leave_an_empty_panel();
            if !whole {
                return vec![Effect::AskInBackground(Question::ToDeliver(day))];
            }
            if model.morning.another.is_some() {
                return Vec::new();
            }
            let areas = model.morning.areas();
            return vec![Effect::AskInBackground(Question::CouldJoin(areas))];
        }
        Answer::CouldJoin(stops) => model.morning.put_could_join(stops),
        Answer::Customers(asked, rows) => {
            model.customers.window.put(asked, rows);
            let mut effects = perhaps_around(model);
            effects.extend(perhaps_former(model));
            return effects;
        }
        Answer::CustomersAround(customer, Some((asked, rows))) => {
            model.customers.window.put(asked, rows);
            model.sought = Some(Sought::Customer(customer, None));
        }
        // The list is of others.
        Answer::CustomersAround(_, None) => {}
        Answer::UndoQuestion(line, None) => return perform(Command::Undo(line)),
        Answer::UndoQuestion(line, Some(action)) => {
            // What was asked about is what is undone, whatever others record meanwhile.
            let asked = line.unwrap_or(action.id);
            return forms::ask_first(model, Confirm::Undo(Some(asked), action));
        }
        Answer::Tabs(asked, rows) if asked.list.due_by.is_some() => {
            model.morning.collect.put(asked, rows);
            model.morning.leave_an_empty_panel();
        }
        Answer::Tabs(asked, rows) => model.tabs.window.put(asked, rows),
        Answer::FollowUps(asked, rows) if asked.list.until.is_some() => {
            model.morning.look_after.put(asked, rows);
            model.morning.leave_an_empty_panel();
            return perhaps_new(model);
        }
        Answer::FollowUps(asked, rows) => model.follow_ups.window.put(asked, rows),
        // Another list was shown meanwhile.
        Answer::Whole(whole, _) if !model.lists(&whole) => {}
        Answer::Whole(_, marks) => {
            let known = model.listed().0;
            results::marked(model, marks, known);
        }
        Answer::Owed(Some(_), owed) => model.morning.owed = Some(owed),
        Answer::Owed(None, owed) => model.tabs.owed = Some(owed),
        Answer::FollowUpCount(due, coming) => {
            model.morning.to_look_after = Some(due);
            model.follow_ups.counts = Some((due, coming));
        }
        Answer::CustomerCount(count) => model.customers.count = Some(count),
        Answer::FormerCount(query, count) => model.customers.former = Some((query, count)),
        Answer::PathCompleted(typed, completion) => forms::completed(model, &typed, &completion),
        Answer::FirstSteps(steps) => model.morning.first_steps = Some(steps),
        Answer::Round(round) => {
            let day = round.round.day;
            let whole = (!round.whole).then_some(Question::Round(day));
            let first = !model.deliveries.known && day == model.deliveries.day;
            model.deliveries.put(round);
            // The whole comes before the week, which takes longer in a large shop.
            let week = first.then_some(Question::Week(day));
            return whole.into_iter().chain(week).map(Effect::AskInBackground).collect();
        }
        Answer::Week { day, week, proposed } => {
            // A day that was left meanwhile is of no use any more.
            if day == model.deliveries.day {
                model.deliveries.week = Some(week);
                model.deliveries.put_proposed(proposed);
            }
        }
        Answer::Page(page) => {
            let open = model.overlays.iter_mut().find_map(|overlay| match overlay {
                Overlay::Page(sheet) if sheet.customer() == page.customer.id => Some(sheet),
                Overlay::Page(_) | Overlay::Why(_) | Overlay::Help(_) | Overlay::Form(_) => None,
                Overlay::Statement(_)
                | Overlay::Journal(_)
                | Overlay::Jars(_)
                | Overlay::Review(_)
                | Overlay::Skips(_)
                | Overlay::Accuracy(_) => None,
            });
            match open {
                Some(sheet) => sheet.page = page,
                None => model.overlays.push(Overlay::Page(PageSheet::new(page))),
            }
        }
        Answer::Products(shelves) => {
            model.products.rows.put(shelves, &model.products.filter);
            model.products.known = true;
        }
        Answer::CashFlow(cash) => model.insights.cash = Some(cash),
        Answer::Insights(report) => model.insights.put(*report),
        Answer::Statement(customer, statement) => {
            let open = model.overlays.iter_mut().find_map(|overlay| match overlay {
                Overlay::Statement(sheet) if sheet.customer.id == customer.id => Some(sheet),
                Overlay::Statement(_) | Overlay::Page(_) | Overlay::Why(_) => None,
                Overlay::Journal(_)
                | Overlay::Jars(_)
                | Overlay::Review(_)
                | Overlay::Skips(_)
                | Overlay::Accuracy(_) => None,
                Overlay::Help(_) | Overlay::Form(_) => None,
            });
            match open {
                Some(sheet) => {
                    // The new entry is at the end; scroll there to show it.
                    if statement.lines.len() > sheet.statement.lines.len() {
                        sheet.top = usize::MAX;
                    }
                    sheet.statement = statement;
                }
                None => {
                    // It opens at its end, where the newest entries are.
                    let sheet = StatementSheet { customer, statement, top: usize::MAX };
                    model.overlays.push(Overlay::Statement(sheet));
                }
            }
        }
        Answer::Journal(which, before, lines) => {
            let open = model.overlays.iter_mut().find_map(|overlay| match overlay {
                Overlay::Journal(journal) => Some(journal),
                Overlay::Page(_) | Overlay::Why(_) | Overlay::Statement(_) => None,
                Overlay::Jars(_)
                | Overlay::Review(_)
                | Overlay::Skips(_)
                | Overlay::Accuracy(_)
                | Overlay::Help(_)
                | Overlay::Form(_) => None,
            });
            match open {
                Some(journal) => journal.put(which, before, lines),
                None => {
                    let mut journal = JournalSheet::default();
                    journal.put(which, None, lines);
                    model.overlays.push(Overlay::Journal(journal));
                }
            }
        }
        Answer::Jars(asked, rows) => jars(model, asked, rows),
        Answer::JournalLine(line, page, rows) => journal::changed(model, &line, page, rows),
        Answer::Reach(Reach::Phone, text) if text.is_empty() => results::remark(model, "no-phone"),
        Answer::Reach(Reach::Address, text) if text.is_empty() => {
            results::remark(model, "no-address")
        }
        Answer::Reach(_, text) => return vec![Effect::Copy(text)],
        Answer::Review(rows) => review::review(model, rows),
        Answer::Skips(rows) => skips::put(model, rows),
        Answer::ChangedCount(count) => model.changed = count,
        Answer::Accuracy(report) => review::judged(model, report),
        Answer::Learned(more) => return review::go_on(more),
        Answer::AfterVisit(visit, after) => {
            if let Some(Overlay::Form(sheet)) = model.overlays.last_mut() {
                sheet.purpose.after_visit(&visit, after);
            }
        }
        Answer::DayReport(report) => return forms::close_day(model, &report),
        Answer::OnlyJar(who) => return forms::open(model, Bring::read(model, &who)),
        Answer::Found(query, found) => {
            if let Some(sheet) = model.overlays.last_mut().and_then(Overlay::as_help_mut) {
                palette::found(sheet, &query, found);
                return Vec::new();
            }
            // Matches for another text are of no use any more.
            if let Some(form) = model.form_mut()
                && form.focused().is_some_and(|field| field.text() == query)
                && let Some(finder) = form.finder_mut()
            {
                (finder.found, finder.at) = (found, 0);
            }
        }
        Answer::Reminder(None, _) => results::remark(model, "no-reminder-now"),
        Answer::Reminder(Some(reminder), Ok(message)) => {
            return forms::open(model, ReminderForm::open(model, &reminder, message));
        }
        Answer::Reminder(Some(_), Err(said)) => return results::failed(model, said, None),
        Answer::WhyOwed(customer, statement) => {
            let words = &model.words;
            let who = words.who(&customer);
            let lines = words.why_owed(&customer, &statement, model.today);
            let title = words.format("why-title", &[("who", who.into())]);
            let parts = vec![(words.balance(statement.balance), lines)];
            model.overlays.push(Overlay::Why(TextSheet::new(title, parts)));
        }
        Answer::Why(jars) if jars.is_empty() => results::remark(model, "no-jars"),
        Answer::Why(jars) => {
            let words = &model.words;
            let chosen = model.subject().and_then(|subject| subject.chosen);
            let day = chosen.map(|chosen| (words.text("why-this-day"), words.chosen(&chosen)));
            let jar = |why: &ForecastExplanation| (why.product.name.clone(), words.why(why));
            let parts = jars.iter().map(jar).chain(day).collect();
            let who = jars.first().map(|why| format!("{} {}", why.who.code, why.who.name));
            let title = words.format("why-title", &[("who", who.unwrap_or_default().into())]);
            model.overlays.push(Overlay::Why(TextSheet::new(title, parts)));
        }
    }
    Vec::new()
}

/// A part of the list of jars, which opens with its first one.
fn jars(model: &mut Model, asked: PageRequest<JarQuery>, rows: Vec<JarRow>) {
    let open = model.overlays.iter_mut().find_map(|overlay| match overlay {
        Overlay::Jars(window) => Some(window),
        Overlay::Review(_) | Overlay::Skips(_) | Overlay::Accuracy(_) => None,
        Overlay::Page(_) | Overlay::Why(_) | Overlay::Statement(_) => None,
        Overlay::Journal(_) | Overlay::Help(_) | Overlay::Form(_) => None,
    });
    let first = matches!(asked.page, Page::First);
    match open {
        Some(window) => {
            if first {
                window.list = asked.list.clone();
            }
            window.put(asked, rows);
        }
        None if first => {
            let mut window = Jars::of(asked.list.clone());
            window.put(asked, rows);
            model.overlays.push(Overlay::Jars(window));
        }
        // It was closed before this was read.
        None => {}
    }
}

/// The rules of the shop, perhaps with another currency or another language, which the screens then
/// speak.
fn rules(model: &mut Model, shop: Shop) {
    let before = std::mem::replace(&mut model.shop, shop);
    let language = model.shop.language.filter(|_| model.shop.language != before.language);
    if language.is_some() || model.shop.currency != before.currency {
        let language = language.unwrap_or(model.words.language());
        model.words = Localizer::new(language, model.shop.currency).veiled(model.words.veil());
    }
}

/// Only a morning without anything can be that of a new notebook, so that customers are not counted
/// every morning.
fn perhaps_new(model: &mut Model) -> Vec<Effect> {
    let idle = model.morning.counts() == (0, 0, 0) && model.morning.filter.typed.is_empty();
    match idle && model.customers.count.is_none() {
        true => vec![Effect::Ask(Question::CustomerCount)],
        false => Vec::new(),
    }
}

/// Where a search finds few customers, the former ones who match are counted, too: they are hidden.
fn perhaps_former(model: &mut Model) -> Option<Effect> {
    let customers = &model.customers;
    let query = customers.window.list.query.clone();
    let is_hidden = customers.window.list.left == IncludeFormer::Without;
    let is_known = customers.former.as_ref().is_some_and(|(known, _)| *known == query);
    let asks = is_hidden && !query.is_empty() && customers.window.is_whole() && !is_known;
    asks.then(|| Effect::AskInBackground(Question::FormerCount(query)))
}

/// A customer who was just made or brought back, and is not in the part of the list that is in
/// memory, is looked for around their own place in it.
fn perhaps_around(model: &mut Model) -> Vec<Effect> {
    if model.screen != Screen::Customers {
        return Vec::new();
    }
    model.select_sought();
    let window = &model.customers.window;
    match model.sought.take() {
        Some(Sought::Customer(customer, _)) if !window.is_whole() => {
            let most = window.first(model.most_rows()).most;
            ask(Question::CustomersAround(window.list.clone(), customer, most))
        }
        Some(_) | None => Vec::new(),
    }
}
