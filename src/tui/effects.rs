//! Runs the effects that [`super::update`] returns: each is one call of the application, and its result a message.

use super::keymap::Reach;
use super::model::{
    CHANGES, FilterField, Found, LookupKind, MOST_TO_REVIEW, Mark, PageRequest, SelectAll, Target,
    TargetVisit,
};
use super::msg::{Answer, Effect, Msg, Question};
use crate::app::{App, Result};
use crate::config::paths;
use crate::domain::customer::Customer;
use crate::domain::id::CustomerId;
use crate::domain::query::IncludeFormer;
use crate::domain::shop::Language;
use crate::exchange::ReminderTemplates;
use crate::i18n::{Localizer, ReminderWriter, Sentence};
use crate::reports::Reminder;

/// Number of weeks of the cash calendar: the next payday of everybody who is paid monthly is in it.
const CASH_WEEKS: u16 = 5;
/// Maximum number of jars offered to join a round; no walk takes more.
const MOST_TO_JOIN: u32 = 30;
/// Number of customers whose forecasts are refreshed at a time, so that another writer waits only
/// milliseconds.
const TO_LEARN: u32 = 50;
/// Maximum number of suggestions for the text typed into a field.
const MOST_FOUND: u32 = 6;

/// Runs an effect and returns its message. A copied text is left in `clipboard` for the terminal.
pub fn run_effect(
    app: &mut App,
    clipboard: &mut Option<String>,
    words: &Localizer,
    effect: Effect,
) -> Option<Msg> {
    let done = match effect {
        Effect::Ask(question) | Effect::AskInBackground(question) => {
            answer(app, question).map(|answer| Msg::Answered(Box::new(answer)))
        }
        Effect::Copy(text) => {
            *clipboard = Some(text.clone());
            Ok(Msg::Copied(text))
        }
        // These are the session's own.
        Effect::Perform(_) | Effect::UndoTo(_) | Effect::GiveUp => return None,
        Effect::Prefetch(_) | Effect::Begin(_) | Effect::Stop | Effect::Sample(_) => return None,
        Effect::Terminal(_) => return None,
    };
    Some(done.unwrap_or_else(|error| Msg::Failed(words.failed(&error), error.about())))
}

/// Answers a question.
///
/// # Errors
/// If the shop cannot be read, or what is asked about is not there.
pub fn answer(app: &mut App, question: Question) -> Result<Answer> {
    Ok(match question {
        // A failed write is tried again after the next change: nobody waits for this answer, and an
        // error of the file is reported by the questions that somebody does wait for.
        Question::Learn => Answer::Learned(app.learn(TO_LEARN).unwrap_or(false)),
        Question::Shop => Answer::Shop(app.shop()?),
        Question::ToDeliver(day) => Answer::ToDeliver(app.to_deliver(day)?, true),
        Question::CouldJoin(areas) => Answer::CouldJoin(app.could_join(&areas, MOST_TO_JOIN)?),
        Question::ToDeliverFirst(day, rows) => {
            let (first, whole) = app.to_deliver_first(day, rows)?;
            Answer::ToDeliver(first, whole)
        }
        Question::Customers(asked) => {
            let rows = app.customers(&asked.list, asked.page.window(), asked.limit())?;
            Answer::Customers(asked, rows)
        }
        Question::CustomersAround(list, customer, most) => {
            let around = app.customers_around(&list, customer, most)?;
            let request = |page| PageRequest { list, page, most };
            let around = around.map(|(page, rows)| (request(page), rows));
            Answer::CustomersAround(customer, around)
        }
        Question::UndoQuestion(line) => {
            Answer::UndoQuestion(line, app.undo_question(line)?.map(Box::new))
        }
        Question::Tabs(asked) => {
            let rows = app.tabs(&asked.list, asked.page.window(), asked.limit())?;
            Answer::Tabs(asked, rows)
        }
        Question::FollowUps(asked) => {
            let rows = app.follow_ups(&asked.list, asked.page.window(), asked.limit())?;
            Answer::FollowUps(asked, rows)
        }
        Question::Whole(whole) => {
            let marks = match &whole {
                SelectAll::Customers(list) => customers(app.customers_in(list)?),
                SelectAll::Tabs(list) => customers(app.tabs_in(list)?),
                SelectAll::FollowUps(list) => {
                    let all = app.follow_ups_in(list)?.into_iter();
                    all.map(|(customer, meant)| Mark::FollowUp(customer, Box::new(meant))).collect()
                }
            };
            Answer::Whole(whole, marks)
        }
        Question::Owed(due_by) => Answer::Owed(due_by, app.owed(due_by)?),
        Question::FollowUpCount => {
            let (due, coming) = app.count_follow_ups()?;
            Answer::FollowUpCount(due, coming)
        }
        Question::CustomerCount => {
            Answer::CustomerCount(app.count_customers(IncludeFormer::Without)?)
        }
        Question::CompletePath(text) => {
            let completion = paths::complete_typed(&text);
            Answer::PathCompleted(text, completion)
        }
        Question::FormerCount(query) => {
            let count = app.count_former(&query)?;
            Answer::FormerCount(query, count)
        }
        Question::FirstSteps(unnamed) => Answer::FirstSteps(app.first_steps(&unnamed)?),
        Question::Round(day) => Answer::Round(app.day_round(day)?),
        Question::RoundFirst(day, rows) => Answer::Round(app.day_round_first(day, rows)?),
        Question::Week(day) => {
            let (week, proposed) = app.week(day)?;
            Answer::Week { week, day, proposed }
        }
        Question::Page(customer) => Answer::Page(Box::new(app.customer_page(customer)?)),
        Question::OnlyJar(subject) => Answer::OnlyJar(with_only_jar(app, subject)?),
        Question::AfterVisit(visit) => {
            let after = app.preview_visit(&visit)?;
            Answer::AfterVisit(visit, after)
        }
        Question::DayReport(day) => Answer::DayReport(Box::new(app.day_report(day)?)),
        Question::Products(former) => Answer::Products(app.shelves(former)?),
        Question::CashFlow => Answer::CashFlow(app.cash_flow(CASH_WEEKS)?),
        Question::Insights => Answer::Insights(Box::new(app.insights()?)),
        Question::Statement(customer) => {
            let (customer, statement) = app.tab(customer)?;
            Answer::Statement(Box::new(customer), statement)
        }
        Question::Journal(which, before, most) => {
            let most = u32::try_from(most).unwrap_or(u32::MAX);
            let lines = app.journal_before(&which.filter(), before, most)?;
            Answer::Journal(which, before, lines)
        }
        Question::Jars(asked) => {
            let rows = app.jars_in(&asked.list, asked.page.window(), asked.limit())?;
            Answer::Jars(asked, rows)
        }
        Question::Review => Answer::Review(app.to_review(MOST_TO_REVIEW)?),
        Question::Skips => Answer::Skips(app.skips(None)?),
        Question::ChangedCount => Answer::ChangedCount(app.count_changed_jars()?),
        Question::Accuracy => Answer::Accuracy(Box::new(app.accuracy()?)),
        Question::JournalLine(line, page) => {
            let (action, rows) = app.journal_page(line, page.window(), CHANGES + 1)?;
            Answer::JournalLine(Box::new(action), page, rows)
        }
        Question::Reach(customer, reach) => {
            Answer::Reach(reach, reached(&app.customer(customer)?, reach))
        }
        Question::Find(sought, query) => {
            let found = find(app, sought, &query)?;
            Answer::Found(query, found)
        }
        Question::Reminder(customer, templates, language) => {
            let (reminder, message) = reminder(app, customer, (templates, language))?;
            Answer::Reminder(reminder.map(Box::new), message)
        }
        Question::WhyOwed(customer) => {
            let (customer, statement) = app.tab(customer)?;
            Answer::WhyOwed(Box::new(customer), statement)
        }
        Question::Why(customer, product) => Answer::Why(app.explain(customer, product)?),
    })
}

/// Returns the reminder that is due for a customer with its message.
fn reminder(
    app: &App,
    customer: CustomerId,
    (templates, language): (ReminderTemplates, Language),
) -> Result<(Option<Reminder>, std::result::Result<String, Sentence>)> {
    let Some(reminder) = app.reminder_for(customer)? else { return Ok((None, Ok(String::new()))) };
    let shop = app.shop()?;
    let writer = ReminderWriter::new(&shop, (app.today(), language), templates);
    let words = Localizer::new(language, shop.currency);
    let message = writer.message(&reminder).map_err(|error| words.template_error(&error));
    Ok((Some(reminder), message))
}

/// Returns the marks of customers.
fn customers(ids: Vec<CustomerId>) -> Vec<Mark> {
    ids.into_iter().map(Mark::Customer).collect()
}

/// Returns the first telephone number, or the address with its area.
fn reached(customer: &Customer, reach: Reach) -> String {
    match reach {
        Reach::Phone => customer.phones.first().cloned().unwrap_or_default(),
        Reach::Address => customer.full_address(),
    }
}

/// Fills in the goods of a target whose customer has only one jar: nobody has to say which.
fn with_only_jar(app: &App, target: Target) -> Result<Target> {
    let Some(goods) = app.only_jar(target.customer)? else { return Ok(target) };
    Ok(Target { visit: Some(TargetVisit::proposed(vec![goods])), ..target })
}

/// Looks up what a field offers for the text typed into it.
fn find(app: &App, kind: LookupKind, query: &str) -> Result<Vec<Found>> {
    Ok(match kind {
        LookupKind::Customer => (app.find_customers(query, MOST_FOUND)?.into_iter())
            .map(|customer| Found {
                which: FilterField::Customer(customer.id),
                name: format!("{} {}", customer.code, customer.name),
                unit: String::new(),
            })
            .collect(),
        LookupKind::Product => (app.find_products(query, MOST_FOUND)?.into_iter())
            .map(|product| Found {
                which: FilterField::Product(product.id),
                name: product.name,
                unit: product.unit,
            })
            .collect(),
    })
}
