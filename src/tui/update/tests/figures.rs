//! The products and the insights.

use super::*;
use crate::domain::tab::Ageing;
use crate::domain::views::SalesSums;
use crate::reports::insights::{Buyer, InsightSums};
use crate::reports::{CashFlow, Insights};
use crate::tui::model::InsightsPanel;

fn products(ids: &[i64]) -> Model {
    let mut model = model(Screen::Products);
    answer(&mut model, Answer::Products(ids.iter().map(|id| shelf(*id)).collect()));
    model
}

fn insights(buyers: &[i64]) -> Box<Insights> {
    let sums = InsightSums {
        from: today(),
        until: today(),
        brought: Vec::new(),
        sales: SalesSums::default(),
        paid: Money::ZERO,
    };
    let buyer = |id: &i64| Buyer { row: tab(*id, 0), amount: money(*id), share: 0, together: 0 };
    Box::new(Insights {
        day: today(),
        weeks: Vec::new(),
        months: [sums.clone(), sums.clone(), sums],
        best: buyers.iter().map(buyer).collect(),
        buyers: buyers.len(),
        vital: 0,
        ageing: Ageing::default(),
        safe_until: Vec::new(),
        unsafe_now: 0,
    })
}

#[test]
fn the_selected_product_is_the_one_that_forms_are_about() {
    let mut model = products(&[1, 2, 3]);
    step(&mut model, Step::Down);
    answer(&mut model, Answer::Products(vec![shelf(0), shelf(1), shelf(2)]));
    act(&mut model, Intent::Count);
    fill(&mut model, FieldId::Quantity, "12");
    let counted = Command::CountStock {
        product: ProductId::new(2),
        quantity: Quantity::whole(12),
        on: today(),
    };
    assert_eq!(save(&mut model), Some(counted));
}

#[test]
fn a_filter_without_matches_leaves_nothing_to_act_on() {
    let mut model = products(&[1, 2]);
    act(&mut model, Intent::Filter);
    type_text(&mut model, "noodles");
    act(&mut model, Intent::KeepFilter);
    act(&mut model, Intent::Receive);
    assert!(model.form().is_none() && !said(&model).is_empty());
}

#[test]
fn the_selection_of_the_best_customers_stays_on_its_customer() {
    let mut model = model(Screen::Insights);
    answer(&mut model, Answer::Insights(insights(&[1, 2, 3])));
    step(&mut model, Step::Down);
    answer(&mut model, Answer::Insights(insights(&[2, 1, 3])));
    assert_eq!(model.subject().map(|subject| subject.customer.number()), Some(2));
    // A panel without rows has nobody to act on.
    step(&mut model, Step::Right);
    assert_eq!((model.insights.panel, model.subject()), (InsightsPanel::Weeks, None));
}

#[test]
fn the_panel_of_the_jars_opens_their_list() {
    let mut model = model(Screen::Insights);
    (0..4).for_each(|_| drop(step(&mut model, Step::Right)));
    assert!(model.insights.has_jars());
    assert!(matches!(asked(act(&mut model, Intent::Open)).as_slice(), [Question::Jars(_)]));
}

#[test]
fn the_cash_calendar_is_read_behind_the_screen_and_lies_behind_the_last_panel() {
    let mut model = model(Screen::Today);
    let questions = asked(act(&mut model, Intent::Show(Screen::Insights)));
    assert!(questions.contains(&Question::CashFlow));
    assert!(matches!(Question::CashFlow.ask(), Effect::AskInBackground(_)));
    answer(&mut model, Answer::CashFlow(CashFlow::new(today(), 5, &[], &[])));
    (0..9).for_each(|_| drop(step(&mut model, Step::Right)));
    assert_eq!(model.insights.panel, InsightsPanel::Cash);
    assert_eq!(model.insights.cash.map(|cash| cash.weeks.len()), Some(5));
}
