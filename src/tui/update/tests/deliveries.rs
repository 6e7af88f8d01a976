//! The round of a day: promised stops, proposed ones, and those that are over.

use super::*;
use crate::app::DayRound;
use crate::domain::delivery::{DeliverySource, Plan};
use crate::domain::jar::{JarVisit, Level};
use crate::reports::proposal::ProposedJar;
use crate::reports::{Round, Week};
use crate::tui::forms::FormKind;

pub(super) fn round(day: Day, stops: Vec<Stop>, finished: Vec<Stop>) -> Answer {
    let round = Round { day, stops, load: Vec::new(), due: Money::ZERO };
    Answer::Round(DayRound { round, finished, whole: true })
}

fn week(day: Day, proposed: Vec<Stop>) -> Answer {
    Answer::Week { day, week: Week { days: Vec::new() }, proposed }
}

fn ids(model: &Model) -> Vec<i64> {
    model.deliveries.rows.iter().map(|stop| stop.who.id.number()).collect()
}

/// A round with one promised, two proposed and one finished stop.
fn filled() -> Model {
    let mut model = model(Screen::Deliveries);
    answer(&mut model, round(today(), vec![promised(1)], vec![finished(9)]));
    answer(&mut model, week(today(), vec![proposed(2), proposed(3)]));
    model
}

#[test]
fn the_week_is_asked_for_behind_the_round_and_its_proposals_come_before_what_is_over() {
    let mut model = model(Screen::Deliveries);
    let effects = answer(&mut model, round(today(), vec![promised(1)], vec![finished(9)]));
    assert_eq!(asked(effects), [Question::Week(today())]);
    answer(&mut model, week(today(), vec![proposed(2)]));
    assert_eq!(ids(&model), [1, 2, 9]);
}

#[test]
fn answers_about_a_day_that_was_left_are_ignored() {
    let mut model = filled();
    act(&mut model, Intent::DayAfter);
    assert_eq!(ids(&model), [0; 0]);
    answer(&mut model, round(today(), vec![promised(1)], Vec::new()));
    answer(&mut model, week(today(), vec![proposed(2)]));
    assert_eq!(ids(&model), [0; 0]);
}

#[test]
fn a_proposal_stays_until_it_is_promised() {
    let mut model = filled();
    answer(&mut model, round(today(), vec![promised(1), promised(3)], vec![finished(9)]));
    assert_eq!(ids(&model), [1, 3, 2, 9]);
}

#[test]
fn marked_proposals_become_one_plan_and_promised_stops_cannot_be_marked() {
    let mut model = filled();
    act(&mut model, Intent::Mark);
    assert!(model.deliveries.marked.is_empty() && !said(&model).is_empty());
    act(&mut model, Intent::MarkAll);
    let Some(Command::PlanProposed(plans)) = performed(act(&mut model, Intent::Plan)) else {
        panic!("a plan")
    };
    let planned: Vec<i64> = plans.iter().map(|plan| plan.customer.number()).collect();
    assert_eq!(planned, [2, 3]);
}

#[test]
fn a_mark_of_a_proposal_that_is_gone_is_forgotten() {
    let mut model = filled();
    act(&mut model, Intent::MarkAll);
    answer(&mut model, week(today(), vec![proposed(3)]));
    let marked: Vec<i64> = model.deliveries.marked.iter().map(|id| id.number()).collect();
    assert_eq!(marked, [3]);
}

#[test]
fn a_promised_stop_moves_by_a_day() {
    for (intent, to) in [(Intent::DayLater, "2026-03-28"), (Intent::DayEarlier, "2026-03-26")] {
        let mut model = filled();
        let to = day(to);
        let moved = Command::MoveDelivery { delivery: DeliveryId::new(101), to };
        assert_eq!(performed(act(&mut model, intent)), Some(moved));
    }
}

#[test]
fn the_evening_goes_from_door_to_door() {
    let mut model = model(Screen::Deliveries);
    answer(&mut model, round(today(), vec![promised(1), promised(2)], Vec::new()));
    act(&mut model, Intent::Evening);
    let title = |model: &Model| model.form().map(|form| form.about.clone());
    assert_eq!(title(&model), Some("C001 Family 1".to_owned()));
    act(&mut model, Intent::Skip);
    assert_eq!(title(&model), Some("C002 Family 2".to_owned()));
    act(&mut model, Intent::Skip);
    assert_eq!(title(&model), None);
    assert!(!said(&model).is_empty());
}

#[test]
fn other_goods_can_be_added_at_the_door() {
    let mut model = filled();
    act(&mut model, Intent::Done);
    act(&mut model, Intent::Goods);
    let Some(Overlay::Form(sheet)) = model.overlays.last() else { panic!("a form") };
    assert!(matches!(sheet.purpose, FormKind::Door(_)));
    assert!(sheet.form.finder(FieldId::OtherProduct(0)).is_some());
    fill(&mut model, FieldId::OtherBrought(0), "2");
    assert_eq!(save(&mut model), None);
    assert_eq!(wrong(&model), [FieldId::OtherProduct(0)]);
}

// F1
#[test]
fn a_plan_made_while_looking_at_another_day_is_for_that_day() {
    let saturday = day("2026-03-28");
    for (shown, planned) in
        [(day("2026-04-04"), "2026-04-04"), (today(), "+1"), (day("2026-03-20"), "+1")]
    {
        let mut model = filled();
        model.deliveries.go_to(shown);
        answer(&mut model, round(shown, vec![promised(1)], Vec::new()));
        act(&mut model, Intent::Bring);
        assert_eq!(model.form().map(|form| form.text(FieldId::ToDay)), Some(planned));
        if planned == "+1" {
            let Some(Command::PlanDelivery(plan)) = save(&mut model) else { panic!("a plan") };
            assert_eq!(plan.on, saturday);
        }
    }
}

// C4
#[test]
fn the_form_at_the_door_shows_what_saving_will_do_while_it_is_typed() {
    let mut model = model(Screen::Deliveries);
    let stop = Stop { balance: money(350), ..promised(1) };
    answer(&mut model, round(today(), vec![stop], Vec::new()));
    act(&mut model, Intent::Done);
    let aside = |model: &Model, field| {
        model.form().and_then(|form| form.field(field)).map(|field| field.aside.clone())
    };
    // Ten kilograms at 50 are 500, on top of the 350 owed.
    assert_eq!(aside(&model, FieldId::Paid).unwrap(), "of 850, 10 × 50 = 500");
    assert_eq!(aside(&model, FieldId::Method).unwrap(), "owes 850 then");
    fill(&mut model, FieldId::Paid, "1000");
    type_text(&mut model, "");
    assert_eq!(aside(&model, FieldId::Method).unwrap(), "credit 150 then");
    fill(&mut model, FieldId::Brought(0), "4");
    fill(&mut model, FieldId::Left(0), "2");
    type_text(&mut model, "");
    assert_eq!(aside(&model, FieldId::Left(0)).unwrap(), "6 kg then");
    let Some(Command::Deliver(report)) = save(&mut model) else { panic!("a delivery") };
    assert_eq!(report.method, "cash");
}

// C5
#[test]
fn a_visit_that_goes_over_the_credit_limit_is_told_first_and_saved_by_a_second_enter() {
    let mut model = model(Screen::Deliveries);
    let stop = Stop { balance: money(350), limit: Some(money(400)), ..promised(1) };
    answer(&mut model, round(today(), vec![stop], Vec::new()));
    act(&mut model, Intent::Done);
    assert_eq!(save(&mut model), None);
    assert_eq!(wrong(&model), [FieldId::Paid]);
    assert!(matches!(save(&mut model), Some(Command::Deliver(_))));
}

// F9
#[test]
fn a_done_delivery_is_edited_with_what_was_delivered_filled_in() {
    let mut model = model(Screen::Deliveries);
    answer(&mut model, round(today(), Vec::new(), vec![finished(1)]));
    act(&mut model, Intent::EditDelivery);
    assert_eq!(model.form().map(|form| form.text(FieldId::Brought(0))), Some("10"));
    fill(&mut model, FieldId::Brought(0), "8");
    let Some(Command::EditDelivery(edit)) = save(&mut model) else { panic!("an edit") };
    assert_eq!(edit.lines.len(), 1);
    assert_eq!((edit.on, edit.paid, edit.left.len()), (None, None, 0));
}

// F7
#[test]
fn only_goods_with_a_checklist_have_checkboxes_at_the_door() {
    let lines = |checklist: DoorChecklist| {
        let mut model = model(Screen::Deliveries);
        let goods = vec![Goods { checklist, ..goods(1, 10) }];
        answer(&mut model, round(today(), vec![Stop { goods, ..promised(1) }], Vec::new()));
        act(&mut model, Intent::Done);
        let form = model.form().unwrap();
        let ticks = [FieldId::OldOut, FieldId::Cleaned, FieldId::NewIn, FieldId::OldOnTop];
        let labels = ticks.iter().filter_map(|id| form.field(*id));
        labels.map(|field| field.label.clone()).collect::<Vec<_>>()
    };
    assert_eq!(lines(DoorChecklist::Rice).len(), 4);
    assert!(lines(DoorChecklist::Lines(Vec::new())).is_empty());
    assert_eq!(lines(DoorChecklist::Lines(vec!["seal".to_owned()])), ["seal"]);
}

// B5
#[test]
fn a_jar_whose_level_nobody_knows_is_looked_into_before_it_is_filled() {
    let state = |level_sd| {
        let visit = JarVisit { on: today(), away: &[], accepted: ServiceLevel::DEFAULT };
        let goods = Goods { quantity: Quantity::whole(15), ..goods(1, 15) };
        let (capacity, level) = (Some(Quantity::whole(30)), Quantity::whole(15));
        let row = JarRow { goods, capacity, level, level_sd, rate_spread: 0.1, ..jar_row(1, 1) };
        let jar = ProposedJar::new(row, &visit, today());
        assert!(jar.goods().is_some(), "the goods come along, whatever the look shows");
        jar.urgency
    };
    assert_eq!((state(2.0), state(10.0)), (Urgency::WindowOpen, Urgency::LookFirst));
}

// B5
#[test]
fn one_key_records_that_there_is_still_enough() {
    let mut model = filled();
    let customer = model.subject().map(|subject| subject.customer);
    let Some(Command::ReadJar { customer: read, level, on, .. }) =
        performed(act(&mut model, Intent::StillEnough))
    else {
        panic!("a reading")
    };
    assert_eq!((Some(read), level, on), (customer, Level::Enough, today()));
}

/// A round whose planned stop brings product 1; product 2 is proposed to the same household.
fn with_more_proposed() -> Model {
    let mut model = model(Screen::Deliveries);
    answer(&mut model, round(today(), vec![promised(1)], vec![finished(9)]));
    let more = Stop { goods: vec![goods(2, 4)], ..proposed(1) };
    answer(&mut model, week(today(), vec![more, proposed(2)]));
    model
}

// F10
#[test]
fn what_is_proposed_to_a_household_with_a_planned_stop_is_part_of_that_stop() {
    let mut model = with_more_proposed();
    assert_eq!(ids(&model), [1, 2, 9]);
    let load: Vec<_> =
        (model.deliveries.load.iter()).map(|load| (load.goods.quantity, load.proposed)).collect();
    let whole = Quantity::whole;
    assert_eq!(load, [(whole(20), whole(10)), (whole(4), whole(4))]);
    // Reading the round again keeps one row; the week says again what is proposed.
    answer(&mut model, round(today(), vec![promised(1)], vec![finished(9)]));
    assert_eq!(ids(&model), [1, 2, 9]);
    assert_eq!(model.deliveries.load.len(), 2);
    // Once it is planned, it is not proposed any more.
    let planned = Stop { goods: vec![goods(1, 10), goods(2, 4)], ..promised(1) };
    answer(&mut model, round(today(), vec![planned], Vec::new()));
    let load: Vec<_> = model.deliveries.load.iter().map(|load| load.proposed).collect();
    assert_eq!(load, [whole(10), Quantity::ZERO]);
}

// F10
#[test]
fn planning_a_stop_plans_only_what_is_proposed_there() {
    let mut model = with_more_proposed();
    let plan = |who: i64, product: i64, quantity: i64| Plan {
        customer: CustomerId::new(who),
        on: today(),
        lines: vec![(ProductId::new(product), Quantity::whole(quantity))],
    };
    let planned = performed(act(&mut model, Intent::Plan));
    assert_eq!(planned, Some(Command::PlanProposed(vec![plan(1, 2, 4)])));
    act(&mut model, Intent::MarkAll);
    let planned = performed(act(&mut model, Intent::Plan));
    assert_eq!(planned, Some(Command::PlanProposed(vec![plan(1, 2, 4), plan(2, 1, 10)])));
}

// F10
#[test]
fn at_the_door_both_are_brought_and_what_was_only_proposed_may_stay_out() {
    for (typed, products) in [("4", vec![1, 2]), ("0", vec![1])] {
        let mut model = with_more_proposed();
        act(&mut model, Intent::Done);
        fill(&mut model, FieldId::Brought(1), typed);
        let Some(Command::Deliver(report)) = save(&mut model) else { panic!("a delivery") };
        assert_eq!(report.visit, DeliverySource::Promised(DeliveryId::new(101)));
        let brought = report.lines.iter().map(|line| line.product.number());
        assert_eq!(brought.collect::<Vec<_>>(), products);
    }
}

// F10
#[test]
fn a_miss_and_a_move_are_about_the_planned_delivery() {
    let mut model = with_more_proposed();
    act(&mut model, Intent::Miss);
    let Some(Command::MissDelivery { delivery, .. }) = save(&mut model) else { panic!("a miss") };
    assert_eq!(delivery, DeliveryId::new(101));
    let mut model = with_more_proposed();
    let moved = performed(act(&mut model, Intent::DayLater));
    let Some(Command::MoveDelivery { delivery, .. }) = moved else { panic!("a move") };
    assert_eq!(delivery, DeliveryId::new(101));
}

// B5
#[test]
fn one_key_records_that_there_is_still_enough_at_all_marked_stops() {
    let mut model = filled();
    act(&mut model, Intent::MarkAll);
    let Some(Command::Batch(read)) = performed(act(&mut model, Intent::StillEnough)) else {
        panic!("readings")
    };
    let whose = |command: &Command| match command {
        Command::ReadJar { customer, level: Level::Enough, .. } => Some(customer.number()),
        _ => None,
    };
    assert_eq!(read.iter().map(whose).collect::<Vec<_>>(), [Some(2), Some(3)]);
}

#[test]
fn over_the_credit_limit_less_goods_or_a_part_payment_is_chosen_by_a_key() {
    let stop = Stop { balance: money(350), limit: Some(money(400)), ..promised(1) };
    let mut model = model(Screen::Deliveries);
    answer(&mut model, round(today(), vec![stop], Vec::new()));
    act(&mut model, Intent::Done);
    // Ten bottles of 50 each would take the tab to 850.
    act(&mut model, Intent::FitLimit);
    assert_eq!(model.form().map(|form| form.text(FieldId::Brought(0))), Some("1"));
    act(&mut model, Intent::FitLimit);
    assert!(model.toast.is_some(), "it fits already");
    fill(&mut model, FieldId::Brought(0), "10");
    act(&mut model, Intent::PartPayment);
    assert_eq!(model.form().map(|form| form.text(FieldId::Paid)), Some("450"));
    assert!(save(&mut model).is_some(), "nothing is over the limit any more");
}
