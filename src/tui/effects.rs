//! Doing what [`super::update`] asks for, through the application, and telling how it went.

use super::keymap::Reach;
use super::model::{
    FilterField, Found, LookupKind, MOST_TO_REVIEW, Mark, Page, PageRequest, PagedList, SelectAll,
    Target, TargetVisit,
};
use super::msg::{Answer, Effect, Msg, Question};
use crate::app::{App, Result};
use crate::domain::Quantity;
use crate::domain::customer::Customer;
use crate::domain::id::{CustomerId, ProductId};
use crate::domain::query::{CustomerQuery, IncludeFormer, PageDirection};
use crate::domain::search_key;
use crate::domain::views::{CustomerRow, Goods};
use crate::i18n::Localizer;
use crate::reports::ForecastExplanation;
use crate::reports::round::Stop;

/// So many jars are offered to join a round: no walk takes more, however large the shop.
const MOST_TO_JOIN: u32 = 30;
/// Of so many customers the forecasts are made again at a time: whoever writes meanwhile waits for
/// milliseconds.
const TO_LEARN: u32 = 50;
/// So many are offered for what is typed into a field.
const MOST_FOUND: u32 = 6;

/// Does it; whatever comes of it is a message. What is copied is left for the terminal to take.
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
        // Who cannot write now tries again after the next change: nobody waits for this, and whatever is
        // wrong with the file is told by those who do wait for something.
        Question::Learn => Answer::Learned(app.learn(TO_LEARN).unwrap_or(false)),
        Question::Shop => Answer::Shop(app.shop()?),
        Question::ToDeliver(day) => Answer::ToDeliver(app.to_deliver(day)?, true),
        Question::CouldJoin(areas) => Answer::CouldJoin(app.could_join(&areas, MOST_TO_JOIN)?),
        Question::ToDeliverFirst(day, rows) => {
            let (first, whole) = app.to_deliver_first(day, rows)?;
            Answer::ToDeliver(first, whole)
        }
        Question::Customers(asked) => {
            let rows = read(&asked, |window, most| app.customers(&asked.list, window, most))?;
            Answer::Customers(asked, rows)
        }
        Question::Tabs(asked) => {
            let rows = read(&asked, |window, most| app.tabs(&asked.list, window, most))?;
            Answer::Tabs(asked, rows)
        }
        Question::FollowUps(asked) => {
            let rows = read(&asked, |window, most| app.follow_ups(&asked.list, window, most))?;
            Answer::FollowUps(asked, rows)
        }
        Question::Whole(whole) => Answer::Whole(match whole {
            SelectAll::Customers(list) => customers(app.customers_in(&list)?),
            SelectAll::Tabs(list) => customers(app.tabs_in(&list)?),
            SelectAll::FollowUps(list) => {
                let all = app.follow_ups_in(&list)?.into_iter();
                all.map(|(customer, meant)| Mark::FollowUp(customer, Box::new(meant))).collect()
            }
        }),
        Question::Owed(due_by) => Answer::Owed(due_by, app.owed(due_by)?),
        Question::FollowUpCount => {
            let (due, coming) = app.count_follow_ups()?;
            Answer::FollowUpCount(due, coming)
        }
        Question::CustomerCount => {
            Answer::CustomerCount(app.count_customers(IncludeFormer::Without)?)
        }
        Question::Round(day) => Answer::Round(app.day_round(day)?),
        Question::RoundFirst(day, rows) => Answer::Round(app.day_round_first(day, rows)?),
        Question::Week(day) => {
            let (week, proposals) = app.week(day)?;
            let stops = proposals.iter().filter_map(|one| Stop::of_proposal(one, app.today()));
            Answer::Week { week, day, proposed: stops.collect() }
        }
        Question::Page(customer) => Answer::Page(Box::new(app.customer_page(customer)?)),
        Question::OnlyJar(subject) => Answer::OnlyJar(with_only_jar(app, subject)?),
        Question::Check => Answer::Check(app.check()?),
        Question::Products => Answer::Products(app.shelves()?),
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
            let rows = read(&asked, |window, most| app.jars_in(&asked.list, window, most))?;
            Answer::Jars(asked, rows)
        }
        Question::Review => Answer::Review(app.changed_jars(MOST_TO_REVIEW)?),
        Question::ChangedCount => Answer::ChangedCount(app.count_changed_jars()?),
        Question::Accuracy => Answer::Accuracy(Box::new(app.accuracy()?)),
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

fn customers(ids: Vec<CustomerId>) -> Vec<Mark> {
    ids.into_iter().map(Mark::Customer).collect()
}

/// The first telephone number, or the address with its part of town.
fn reached(customer: &Customer, reach: Reach) -> String {
    match reach {
        Reach::Phone => customer.phones.first().cloned().unwrap_or_default(),
        Reach::Address => customer.full_address(),
    }
}

/// What a look into a jar is about: where there is only one, nobody has to say which.
fn with_only_jar(app: &App, subject: Target) -> Result<Target> {
    let page = app.customer_page(subject.customer)?;
    let [jar] = page.jars.as_slice() else { return Ok(subject) };
    let goods = Goods {
        product: jar.jar.product,
        name: jar.product.clone(),
        unit: jar.unit.clone(),
        quantity: jar.jar.usual.unwrap_or(Quantity::ZERO),
    };
    Ok(Target {
        visit: Some(TargetVisit { delivery: None, promised_for: None, goods: vec![goods] }),
        ..subject
    })
}

fn why(
    app: &App,
    customer: CustomerId,
    product: Option<ProductId>,
) -> Result<Vec<ForecastExplanation>> {
    let products = match product {
        Some(product) => vec![product],
        None => {
            let jars = app.customer_page(customer)?.jars;
            jars.into_iter().map(|jar| jar.jar.product).collect()
        }
    };
    products.into_iter().map(|product| app.why(customer, product)).collect()
}

fn called(query: &str) -> CustomerQuery {
    CustomerQuery { query: query.to_owned(), ..CustomerQuery::default() }
}

/// Reads a part of a list: one row more than is asked for tells whether it goes on.
fn read<L: PagedList>(
    asked: &PageRequest<L>,
    rows: impl FnOnce((Option<&L::Place>, PageDirection), u32) -> Result<Vec<L::Row>>,
) -> Result<Vec<L::Row>> {
    let window = match &asked.page {
        Page::First => (None, PageDirection::After),
        Page::Last => (None, PageDirection::Before),
        Page::Again(before) => (before.as_ref(), PageDirection::After),
        Page::Behind(place) => (Some(place), PageDirection::After),
        Page::Before(place) => (Some(place), PageDirection::Before),
    };
    rows(window, u32::try_from(asked.most).unwrap_or(u32::MAX).saturating_add(1))
}

/// The best few; nothing typed finds no customer, but every product.
fn find(app: &App, sought: LookupKind, query: &str) -> Result<Vec<Found>> {
    let found = |which, name| Found { which, name };
    Ok(match sought {
        LookupKind::Customer if query.is_empty() => Vec::new(),
        LookupKind::Customer => {
            (app.customers(&called(query), (None, PageDirection::After), MOST_FOUND)?)
                .into_iter()
                .map(|CustomerRow { customer, .. }| {
                    let name = format!("{} {}", customer.code, customer.name);
                    found(FilterField::Customer(customer.id), name)
                })
                .collect()
        }
        LookupKind::Product => {
            let words = search_key::search_words(query);
            (app.products()?.into_iter())
                .filter(|(product, _)| {
                    let sounds = search_key::search_forms(&product.name);
                    words.iter().all(|word| sounds.contains(word.as_str()))
                })
                .take(MOST_FOUND as usize)
                .map(|(product, _)| found(FilterField::Product(product.id), product.name))
                .collect()
        }
    })
}
