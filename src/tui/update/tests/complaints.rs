//! Complaints: taken down with one key, solved, promised for another day, and closed after the return visit.

use super::*;
use crate::domain::complaint::{ComplaintAnswer, ComplaintSolution};
use crate::domain::contact::CustomerMood;
use crate::domain::follow_up::{Rule, Trigger};
use crate::domain::id::ComplaintId;
use crate::domain::views::ComplaintNote;

/// The list of follow-ups with one of a rule that is about a complaint.
fn about_a_complaint(rule: Rule) -> Model {
    let mut model = model(Screen::FollowUps);
    let occasion = Trigger { rule, customer: CustomerId::new(1), day: today() };
    let row = FollowUpRow {
        meant: FollowUpRef::Suggested(occasion.clone()),
        follow_up: FollowUp {
            occasion: Some(occasion),
            ..FollowUp::new(CustomerId::new(1), "", today())
        },
        complaint: Some(ComplaintNote { id: ComplaintId::new(3), text: "weevils".to_owned() }),
        ..follow_up(1)
    };
    let request = model.follow_ups.window.first(0);
    answer(&mut model, Answer::FollowUps(request, vec![row]));
    model
}

#[test]
fn one_key_takes_a_complaint_down() {
    let mut model = about_a_complaint(Rule::Complaint);
    act(&mut model, Intent::Complaint);
    type_text(&mut model, "late again");
    let Some(Command::AddComplaint(new)) = save(&mut model) else { panic!("no complaint") };
    let said = (new.customer, new.kind.as_str(), new.text.as_str(), new.promised_by);
    assert_eq!(said, (CustomerId::new(1), "other", "late again", None));
}

#[test]
fn an_unsolved_complaint_is_solved_where_a_follow_up_is_done() {
    let mut model = about_a_complaint(Rule::Complaint);
    act(&mut model, Intent::Done);
    assert_eq!(save(&mut model), None, "without a remedy");
    type_text(&mut model, "a new sack");
    let solution = ComplaintSolution {
        complaint: ComplaintId::new(3),
        on: today(),
        remedy: "a new sack".to_owned(),
        cause: String::new(),
        discount: Money::ZERO,
    };
    let solved = save(&mut model);
    assert_eq!(solved, Some(Command::SolveComplaint(solution)));
}

#[test]
fn a_complaint_that_is_put_off_is_promised_for_another_day() {
    let mut model = about_a_complaint(Rule::Complaint);
    act(&mut model, Intent::Snooze);
    let answered = ComplaintAnswer {
        complaint: ComplaintId::new(3),
        on: today(),
        promised_by: today().succ_opt(),
        owner: String::new(),
    };
    let put_off = save(&mut model);
    assert_eq!(put_off, Some(Command::AnswerComplaint(answered)));
}

#[test]
fn the_return_visit_closes_the_complaint_with_what_the_customer_says() {
    let mut model = about_a_complaint(Rule::ReturnVisit);
    act(&mut model, Intent::Done);
    type_text(&mut model, " ");
    let closed = save(&mut model);
    let satisfaction = CustomerMood::new(1);
    let complaint = ComplaintId::new(3);
    let close = Command::CloseComplaint { complaint, on: today(), satisfaction };
    assert_eq!(closed, Some(close));
}
