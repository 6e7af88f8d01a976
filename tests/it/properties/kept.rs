//! What is kept from one question to the next is what is read anew, whatever others do to the shop meanwhile.

use super::{any_change, config, furnished, today};
use crate::support::open;
use proptest::prelude::*;
use ricejar::app::{App, DayRound, no_progress};
use ricejar::domain::delivery::Plan;
use ricejar::domain::id::{CustomerId, ProductId};
use ricejar::domain::query::IncludeFormer;
use ricejar::domain::{Command, Quantity};
use ricejar::reports::round::Stop;
use ricejar::reports::today::ToDeliver;
use ricejar::reports::{Insights, Owed, Shelf, Week};

type Answers = (
    (ToDeliver, DayRound, Vec<Stop>),
    (Week, Vec<Stop>),
    (Vec<Shelf>, Insights),
    ((u32, u32), Owed),
);

/// The answers that are kept, or follow from what is.
fn answers(app: &App) -> Answers {
    let day = today();
    (
        (
            app.to_deliver(day).unwrap(),
            app.day_round(day).unwrap(),
            app.could_join(&[String::new()], 30).unwrap(),
        ),
        app.week(day).unwrap(),
        (app.shelves(IncludeFormer::Without).unwrap(), app.insights().unwrap()),
        (app.count_follow_ups().unwrap(), app.owed(None).unwrap()),
    )
}

proptest! {
    #![proptest_config(config(12))]

    #[test]
    fn what_is_kept_is_what_is_read_anew_after_any_change_of_another_program(
        steps in proptest::collection::vec(proptest::collection::vec(any_change(), 1..4), 1..12),
    ) {
        let mut notebook = furnished();
        let looks_on = open(&notebook.path, today()).unwrap();
        answers(&looks_on);
        for commands in steps {
            for command in &commands {
                let _ = notebook.app.perform(command);
            }
            let anew = open(&notebook.path, today()).unwrap();
            prop_assert_eq!(answers(&looks_on), answers(&anew), "after {:?}", commands);
            if notebook.app.perform(&Command::Undo(None)).is_ok() {
                let anew = open(&notebook.path, today()).unwrap();
                prop_assert_eq!(answers(&looks_on), answers(&anew), "undone: {:?}", commands);
            }
        }
    }
}

#[test]
fn nothing_that_is_kept_outlives_a_restored_backup_with_as_many_changes() {
    let with = |quantity| {
        let mut notebook = furnished();
        let lines = vec![(ProductId::new(1), Quantity::whole(quantity))];
        let customer = CustomerId::new(2);
        notebook.does(Command::PlanDelivery(Plan { customer, on: today(), lines }));
        notebook
    };
    let (here, other) = (with(3), with(9));
    let looks_on = open(&here.path, today()).unwrap();
    let before = answers(&looks_on);
    let backup = other.path.with_extension("backup");
    assert_eq!(other.app.backup(&backup, &no_progress).unwrap(), []);
    here.app.restore_in_place(&backup, &no_progress).unwrap();
    let after = answers(&looks_on);
    assert_eq!(after, answers(&open(&here.path, today()).unwrap()));
    assert_ne!(after, before);
}
