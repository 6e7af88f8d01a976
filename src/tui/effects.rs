//! Doing what [`super::update`] asks for, through the application, and telling how it went.

use super::keymap::Reach;
use super::model::{CustomersWindow as Page, Found, Sought, Which};
use super::msg::{Answer, Effect, Msg, Question};
use super::overlays::address;
use crate::app::{App, Result, Window};
use crate::domain::customer::Customer;
use crate::domain::fold;
use crate::domain::id::{CustomerId, ProductId};
use crate::domain::rows::CustomerRow;
use crate::reports::Why;
use crate::reports::round::Stop;
use crate::words::Words;

/// How many rows of each list are read before the first picture: as many as a large screen has.
const ROWS_AT_FIRST: u32 = 80;
/// So many are offered for what is typed into a field.
const MOST_FOUND: u32 = 6;

/// Does it; whatever comes of it is a message. What is copied is left for the terminal to take.
pub fn carry_out(
    app: &mut App,
    clipboard: &mut Option<String>,
    words: &Words,
    effect: Effect,
) -> Msg {
    let done = match effect {
        Effect::Perform(command) => app.perform(&command).map(Msg::Done),
        Effect::UndoTo(line) => {
            let (done, ended) = app.undo_to(line);
            Ok(Msg::UndoneTo(done, ended.err().map(|error| words.failed(&error))))
        }
        Effect::Ask(question) | Effect::AskLater(question) => {
            answer(app, question).map(|answer| Msg::Answered(Box::new(answer)))
        }
        Effect::Copy(text) => {
            *clipboard = Some(text.clone());
            Ok(Msg::Copied(text))
        }
    };
    done.unwrap_or_else(|error| Msg::Failed(words.failed(&error)))
}

fn answer(app: &App, question: Question) -> Result<Answer> {
    Ok(match question {
        Question::Shop => Answer::Shop(app.shop()?),
        Question::Morning => Answer::Morning(app.morning()?),
        Question::MorningOf(day) => Answer::Morning(app.morning_of(day)?),
        Question::MorningBegins => {
            let (report, whole) = app.morning_begins(ROWS_AT_FIRST)?;
            Answer::MorningBegins(report, whole)
        }
        Question::Customers { query, page, most } => {
            let window = match &page {
                Page::First => (None, Window::After),
                Page::Last => (None, Window::Before),
                Page::Again(before) => (before.as_ref(), Window::After),
                Page::Behind(place) => (Some(place), Window::After),
                Page::Before(place) => (Some(place), Window::Before),
            };
            let one_more = u32::try_from(most).unwrap_or(u32::MAX).saturating_add(1);
            let rows = app.customers(&query, false, window, one_more)?;
            Answer::Customers { query, page, most, rows }
        }
        Question::CustomerCount => Answer::CustomerCount(app.count_customers(false)?),
        Question::Round(day) => {
            let mut proposals = app.proposals(day)?;
            proposals.retain(|proposal| proposal.on == day);
            let today = app.today();
            let stops = proposals.iter().filter_map(|one| Stop::of_jars(&one.jars, today));
            let (proposed, finished) = (stops.collect(), app.finished(day)?);
            Answer::Round { round: app.round(day)?, proposed, finished }
        }
        Question::Week(day) => Answer::Week(app.week(day)?),
        Question::FollowUps => Answer::FollowUps(app.open_follow_ups(None)?),
        Question::Page(customer) => Answer::Page(Box::new(app.customer_page(customer)?)),
        Question::Tabs => Answer::Tabs(app.owing()?),
        Question::Products => Answer::Products(app.shelves()?),
        Question::Insights => Answer::Insights(Box::new(app.insights()?)),
        Question::Statement(customer) => {
            let (customer, statement) = app.tab(customer)?;
            Answer::Statement(Box::new(customer), statement)
        }
        Question::Journal(before, most) => {
            let most = u32::try_from(most).unwrap_or(u32::MAX);
            Answer::Journal(before, app.journal_before(before, most)?)
        }
        Question::JournalLine(line) => {
            let (action, changes) = app.journal_line(line)?;
            Answer::JournalLine(Box::new(action), changes)
        }
        Question::Reach(customer, reach) => {
            let customer = app.customer_page(customer)?.customer;
            Answer::Reach(reach, reached(&customer, reach))
        }
        Question::Find(sought, query) => {
            let found = find(app, sought, &query)?;
            Answer::Found(query, found)
        }
        Question::Why(customer, product) => Answer::Why(why(app, customer, product)?),
    })
}

/// The first telephone number, or the address with its part of town.
fn reached(customer: &Customer, reach: Reach) -> String {
    match reach {
        Reach::Phone => customer.phones.first().cloned().unwrap_or_default(),
        Reach::Address => address(customer),
    }
}

fn why(app: &App, customer: CustomerId, product: Option<ProductId>) -> Result<Vec<Why>> {
    let products = match product {
        Some(product) => vec![product],
        None => {
            let jars = app.customer_page(customer)?.jars;
            jars.into_iter().map(|jar| jar.jar.product).collect()
        }
    };
    products.into_iter().map(|product| app.why(customer, product)).collect()
}

/// The best few; nothing typed finds no customer, but every product.
fn find(app: &App, sought: Sought, query: &str) -> Result<Vec<Found>> {
    let found = |which, name| Found { which, name };
    Ok(match sought {
        Sought::Customer if query.is_empty() => Vec::new(),
        Sought::Customer => (app.customers(query, false, (None, Window::After), MOST_FOUND)?)
            .into_iter()
            .map(|CustomerRow { customer, .. }| {
                let name = format!("{} {}", customer.code, customer.name);
                found(Which::Customer(customer.id), name)
            })
            .collect(),
        Sought::Product => {
            let words = fold::search_words(query);
            (app.products()?.into_iter())
                .filter(|(product, _)| {
                    let sounds = fold::sounds(&product.name);
                    words.iter().all(|word| sounds.contains(word.as_str()))
                })
                .take(MOST_FOUND as usize)
                .map(|(product, _)| found(Which::Product(product.id), product.name))
                .collect()
        }
    })
}
