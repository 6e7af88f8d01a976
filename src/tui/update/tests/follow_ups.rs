//! The list of follow-ups.

use super::*;
use crate::domain::customer::Channel;
use crate::domain::follow_up::{Rule, Trigger};
use crate::domain::reminder::{NewReminder, ReminderStep};
use crate::reports::Reminder;
use crate::reports::reminder::DueStep;
use crate::tui::keymap::Edit;

fn listed(ids: &[i64]) -> Model {
    let mut model = model(Screen::FollowUps);
    let request = model.follow_ups.window.first(0);
    let rows = ids.iter().map(|id| follow_up(*id)).collect();
    answer(&mut model, Answer::FollowUps(request, rows));
    model
}

fn meant(id: i64) -> FollowUpRef {
    FollowUpRef::Recorded(FollowUpId::new(id))
}

#[test]
fn a_follow_up_is_dropped_at_once_and_all_marked_ones_in_one_step() {
    let dropped = |id| Command::DropFollowUp { follow_up: meant(id), on: today() };
    let mut model = listed(&[1, 2, 3]);
    let one = performed(act(&mut model, Intent::Remove));
    assert_eq!(one, Some(Command::Batch(vec![dropped(1)])));
    act(&mut model, Intent::MarkRow);
    act(&mut model, Intent::MarkRow);
    let both = performed(act(&mut model, Intent::Remove));
    assert_eq!(both, Some(Command::Batch(vec![dropped(1), dropped(2)])));
}

#[test]
fn one_that_was_put_off_leaves_the_selection_on_the_next() {
    let mut model = listed(&[1, 2]);
    let later = |id, due_on| {
        let mut row = follow_up(id);
        row.follow_up.due_on = due_on;
        row
    };
    let again = model.follow_ups.window.again(0);
    answer(&mut model, Answer::FollowUps(again, vec![follow_up(2), later(1, day("2026-04-01"))]));
    assert_eq!(model.follow_ups.window.selected().map(|row| row.who.id.number()), Some(2));
}

#[test]
fn several_are_finished_with_the_same_words() {
    let mut model = listed(&[1, 2]);
    act(&mut model, Intent::MarkRows);
    act(&mut model, Intent::Done);
    fill(&mut model, FieldId::Text, "well");
    let finished = |id| Command::FinishFollowUp {
        follow_up: meant(id),
        on: today(),
        outcome: "well".to_owned(),
    };
    assert_eq!(save(&mut model), Some(Command::Batch(vec![finished(1), finished(2)])));
}

#[test]
fn the_lists_of_open_done_and_dropped_follow_each_other() {
    let mut model = listed(&[1]);
    for stage in [FollowUpStage::Done, FollowUpStage::Dropped, FollowUpStage::Open] {
        let questions = asked(act(&mut model, Intent::Closed));
        let asked = questions.iter().find_map(|question| match question {
            Question::FollowUps(asked) => Some(asked.list.stage),
            _ => None,
        });
        assert_eq!(asked, Some(stage));
    }
}

#[test]
fn a_reminder_is_shown_with_its_message_and_recorded_as_sent_and_copied() {
    let mut model = model(Screen::FollowUps);
    let occasion = Trigger { rule: Rule::Reminder, customer: CustomerId::new(1), day: today() };
    let row = FollowUpRow {
        meant: FollowUpRef::Suggested(occasion.clone()),
        follow_up: FollowUp {
            occasion: Some(occasion),
            ..FollowUp::new(CustomerId::new(1), "", today())
        },
        ..follow_up(1)
    };
    let request = model.follow_ups.window.first(0);
    answer(&mut model, Answer::FollowUps(request, vec![row]));
    let questions = asked(act(&mut model, Intent::Done));
    assert!(matches!(questions.as_slice(), [Question::Reminder(..)]), "{questions:?}");
    let step = ReminderStep { days: 0, name: "firm".to_owned() };
    let due = DueStep { step, due_on: today(), amount: money(240) };
    let reminder = Reminder { customer: customer(1).customer, due, balance: money(240) };
    let due = || Answer::Reminder(Some(Box::new(reminder.clone())), Ok("Pay!".to_owned()));
    answer(&mut model, due());
    // Nobody is written to who has not agreed: by default it is said at the door.
    let sent = |channel| {
        Command::SendReminder(NewReminder {
            customer: CustomerId::new(1),
            step_day: today(),
            channel,
            message: "Pay!".to_owned(),
        })
    };
    assert_eq!(performed(act(&mut model, Intent::Save)), Some(sent(Channel::Visit)));
    answer(&mut model, due());
    act(&mut model, Intent::Edit(Edit::Right));
    act(&mut model, Intent::Edit(Edit::Right));
    let effects = act(&mut model, Intent::Save);
    assert_eq!(effects.first(), Some(&Effect::Copy("Pay!".to_owned())));
    assert_eq!(performed(effects), Some(sent(Channel::Message)));
}
