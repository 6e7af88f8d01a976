//! The round of a day: promised stops, proposed ones, and those that are over.

use super::*;
use crate::app::DayRound;
use crate::domain::jar::Level;
use crate::reports::proposal::ProposedJar;
use crate::reports::{Round, Week};
use crate::tui::forms::FormKind;

fn round(day: Day, stops: Vec<Stop>, finished: Vec<Stop>) -> Answer {
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

// B5
#[test]
fn a_jar_whose_level_nobody_knows_is_looked_into_before_it_is_filled() {
    let state = |level_sd| {
        let goods = Goods { quantity: Quantity::whole(15), ..goods(1, 15) };
        let (capacity, level) = (Some(Quantity::whole(30)), Quantity::whole(15));
        let row = JarRow { goods, capacity, level, level_sd, rate_spread: 0.1, ..jar_row(1, 1) };
        let jar = ProposedJar::new(row, (today(), today()), &[], ServiceLevel::DEFAULT);
        assert!(jar.goods().is_some(), "the goods come along, whatever the look shows");
        jar.urgency
    };
    assert_eq!((state(4.0), state(10.0)), (Urgency::WindowOpen, Urgency::LookFirst));
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
