//! Wang's story: a household of five that never runs out, and is never asked on the wrong day.

use crate::notebook::{Notebook, day};
use chrono::Days;
use ricejar::app::{Performed, SideNote};
use ricejar::domain::container::DoorContainers;
use ricejar::domain::customer::{CustomerPatch, HouseholdPatch};
use ricejar::domain::delivery::{Checklist, DeliveryReport, Plan, ShortfallPolicy};
use ricejar::domain::entry::EntryDetails;
use ricejar::domain::id::{CustomerId, DeliveryId, ProductId};
use ricejar::domain::jar::{JarPatch, Level};
use ricejar::domain::payday::Payday;
use ricejar::domain::product::ProductPatch;
use ricejar::domain::tab::{EntryKind, OverLimit};
use ricejar::domain::{Command, Day, Money, Quantity};

const FAMILY: CustomerId = CustomerId::new(1);
const RICE: ProductId = ProductId::new(1);
/// What they really eat in a day: 12 kg in a month of thirty days.
const A_DAY: Quantity = Quantity::from_thousandths(400);

fn begin(notebook: &mut Notebook, on: Day) {
    notebook.does(Command::AddProduct {
        patch: ProductPatch {
            name: Some("蓬莱米".to_owned()),
            unit: Some("kg".to_owned()),
            price: Some(Money::from_minor(12)),
            pack: Some(Some(Quantity::whole(15))),
            ..ProductPatch::default()
        },
        stock: Some(Quantity::whole(300)),
        on,
    });
    notebook.does(Command::AddCustomer {
        patch: CustomerPatch {
            name: Some("林阿嬷".to_owned()),
            household: HouseholdPatch { adults: Some(2), children: Some(2), elders: Some(1) },
            payday: Some(Payday::parse("25").unwrap()),
            ..CustomerPatch::default()
        },
        opening: None,
        on,
    });
    notebook.does(Command::SetJar {
        customer: FAMILY,
        product: RICE,
        patch: JarPatch {
            usual: Some(Some(Quantity::whole(15))),
            capacity: Some(Some(Quantity::whole(25))),
            monthly: Some(Some(Quantity::whole(12))),
            ..JarPatch::default()
        },
    });
    notebook.does(Command::ReadJar {
        customer: FAMILY,
        product: RICE,
        level: Level::Quantity(Quantity::whole(13)),
        on,
    });
}

fn planned(done: &Performed) -> DeliveryId {
    let id = done.notes.iter().find_map(|note| match note {
        SideNote::Planned(id, _) => Some(*id),
        _ => None,
    });
    id.unwrap()
}

/// A sack at the door: what is left is seen, and the old rice goes on top.
fn bring(notebook: &mut Notebook, on: Day, left: Quantity) {
    let plan = Plan { customer: FAMILY, on, lines: vec![(RICE, Quantity::whole(15))] };
    let delivery = planned(&notebook.does(Command::PlanDelivery(plan)));
    notebook.does(Command::Deliver(DeliveryReport {
        visit: delivery.into(),
        on,
        lines: Vec::new(),
        left: vec![(None, Level::Quantity(left))],
        paid: None,
        method: String::new(),
        tickets: Vec::new(),
        checklist: Checklist { old_out: true, cleaned: true, new_in: true, old_on_top: true },
        rest: ShortfallPolicy::Replan,
        over: OverLimit::Accept,
        note: String::new(),
        containers: DoorContainers::default(),
    }));
}

#[test]
fn a_household_of_five_never_runs_out_and_pays_on_its_payday() {
    let (first, last) = (day("2025-10-01"), day("2026-04-01"));
    let mut notebook = Notebook::new(first);
    let empty = notebook.rows();
    begin(&mut notebook, first);

    let (mut jar, mut sacks, mut asked) = (Quantity::whole(13), 0, Vec::new());
    for today in first.succ_opt().unwrap().iter_days().take_while(|today| *today < last) {
        notebook.on(today);
        jar -= A_DAY;
        assert!(jar.is_positive(), "the jar is empty on {today}");

        let proposed = notebook.app.proposals(today).unwrap();
        if proposed.iter().any(|proposal| proposal.on <= today) {
            bring(&mut notebook, today, jar);
            jar += Quantity::whole(15);
            sacks += 1;
            assert!(jar <= Quantity::whole(25), "no room on {today}");
        }

        let collect = notebook.app.morning().unwrap().collect;
        if !collect.is_empty() {
            asked.push(today.to_string());
            let (_, tab) = notebook.app.tab(FAMILY).unwrap();
            assert_eq!(tab.oldest_due, Some(today), "asked on the wrong day");
            notebook.does(Command::AddEntry {
                customer: FAMILY,
                kind: EntryKind::Payment,
                amount: tab.balance,
                on: today,
                method: "cash".to_owned(),
                note: String::new(),
                over: OverLimit::Refuse,
                details: EntryDetails::default(),
            });
        }
        notebook.is_whole();
    }
    assert!((4..=6).contains(&sacks), "{sacks} sacks for 72 kg");
    // February and the year's end are crossed; the 25th stays the 25th.
    for asked in &asked {
        assert!(asked.ends_with("-25"), "{asked}");
    }
    assert!(asked.len() >= 4 && asked.iter().any(|day| day.starts_with("2026-02")), "{asked:?}");

    let full = notebook.rows();
    while notebook.app.perform(&Command::Undo(None)).is_ok() {}
    assert_eq!(notebook.rows(), empty);
    while notebook.app.perform(&Command::Redo).is_ok() {}
    assert_eq!(notebook.rows(), full);
    notebook.is_whole();
}

#[test]
fn nobody_is_asked_between_a_delivery_and_the_payday_after_it() {
    let first = day("2025-12-20");
    let mut notebook = Notebook::new(first);
    begin(&mut notebook, first);
    notebook.on(day("2025-12-26"));
    bring(&mut notebook, day("2025-12-26"), Quantity::whole(4));
    // Delivered on the day after a payday: the next one is a month and a year later.
    for today in day("2025-12-26").iter_days().take(30) {
        let collect = notebook.on(today).app.morning().unwrap().collect;
        assert!(collect.is_empty(), "asked on {today}");
    }
    let payday = day("2025-12-26") + Days::new(30);
    assert_eq!(payday, day("2026-01-25"));
    assert_eq!(notebook.on(payday).app.morning().unwrap().collect.len(), 1);
}
