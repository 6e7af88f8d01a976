//! Lists that are read in windows: whatever they are sorted by, every row comes once, from either end.

use crate::notebook::{clock, day};
use ricejar::app::{App, CustomerPlace, DemoSize, FollowUpPlace, write_demo};
use ricejar::domain::Key;
use ricejar::domain::follow_up::Stage;
use ricejar::domain::list::{
    CustomerBy, CustomerList, Direction, FollowUpList, Leavers, Sorted, TabBy, TabList, Window,
};
use ricejar::domain::rows::CustomerRow;
use ricejar::domain::shop::Language;
use ricejar::store::Store;
use tempfile::TempDir;

/// Rows in a window: few, so that many windows meet inside equal keys.
const ROWS: u32 = 7;

fn sample() -> (TempDir, App) {
    let folder = TempDir::new().unwrap();
    let (path, today) = (folder.path().join("shop.db"), day("2026-03-27"));
    write_demo(&path, DemoSize::SMALL, today, Language::Chinese, &ricejar::app::unwatched).unwrap();
    (folder, App::new(Store::open(&path).unwrap(), clock(today)))
}

/// Every row of a list, window by window.
fn all<Row, Place>(
    read: impl Fn((Option<&Place>, Window), u32) -> Vec<Row>,
    place: impl Fn(&Row) -> Place,
    way: Window,
) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    loop {
        let beside = rows.last().map(&place);
        let more = read((beside.as_ref(), way), ROWS);
        let last = more.len() < ROWS as usize;
        rows.extend(more);
        if last {
            return rows;
        }
    }
}

/// Both ways give the same rows as one window that holds them all.
fn is_the_same_from_both_ends<Row: PartialEq + std::fmt::Debug, Place>(
    read: impl Fn((Option<&Place>, Window), u32) -> Vec<Row>,
    place: impl Fn(&Row) -> Place,
) -> Vec<Row> {
    let whole = read((None, Window::After), 100_000);
    assert_eq!(all(&read, &place, Window::After), whole);
    let mut backwards = all(&read, &place, Window::Before);
    backwards.reverse();
    assert_eq!(backwards, whole);
    whole
}

#[test]
fn customers_come_once_in_every_order_from_either_end() {
    let (_folder, app) = sample();
    let count = app.count_customers(Leavers::With).unwrap() as usize;
    for (by, _) in CustomerBy::ALL {
        for direction in [Direction::Ascending, Direction::Descending] {
            let sorted = Sorted { by: *by, direction };
            let list = CustomerList { query: String::new(), left: Leavers::With, sorted };
            let rows = is_the_same_from_both_ends(
                |window, most| app.customers(&list, window, most).unwrap(),
                |row| CustomerPlace::of(row, *by),
            );
            assert_eq!(rows.len(), count, "{by:?}");
            let balances = |row: &CustomerRow| row.standing.balance;
            if *by == CustomerBy::Balance {
                assert_eq!(rows.is_sorted_by_key(balances), direction == Direction::Ascending);
            }
        }
        let sorted = Sorted { by: *by, direction: Direction::Ascending };
        let list = CustomerList { query: "竹".to_owned(), left: Leavers::Without, sorted };
        let found = is_the_same_from_both_ends(
            |window, most| app.customers(&list, window, most).unwrap(),
            |row| CustomerPlace::of(row, *by),
        );
        assert!(!found.is_empty() && found.len() < count, "{by:?}");
    }
}

#[test]
fn tabs_come_once_in_every_order_today_and_as_they_stood_before() {
    let (_folder, mut app) = sample();
    for today in ["2026-03-27", "2026-02-11"] {
        app.set_clock(clock(day(today)));
        let report = app.owing().unwrap();
        for by in [TabBy::DueDay, TabBy::Balance, TabBy::Name, TabBy::Area, TabBy::Payday] {
            for direction in [Direction::Ascending, Direction::Descending] {
                let list = TabList { sorted: Sorted { by, direction }, ..TabList::default() };
                let rows = is_the_same_from_both_ends(
                    |window, most| app.tabs(&list, window, most).unwrap(),
                    |row| CustomerPlace::of_tab(row, by),
                );
                assert_eq!(rows.len(), report.tabs.len(), "{by:?} on {today}");
            }
        }
        let due = TabList { due_by: Some(day(today)), ..TabList::default() };
        let rows = app.tabs(&due, (None, Window::After), 100_000).unwrap();
        let owed = app.owed(Some(day(today))).unwrap();
        assert_eq!(rows.len(), owed.tabs);
        assert_eq!(app.owed(None).unwrap().ageing, report.ageing);
        assert_eq!(app.owed(None).unwrap().credit, report.credit);
        assert_eq!(app.morning().unwrap().due, owed.due);
    }
}

#[test]
fn follow_ups_come_once_open_with_what_rules_found_and_closed_with_the_newest_first() {
    let (_folder, app) = sample();
    for stage in [Stage::Open, Stage::Done, Stage::Dropped] {
        let list = FollowUpList { stage, ..FollowUpList::default() };
        let rows = is_the_same_from_both_ends(
            |window, most| app.follow_ups(&list, window, most).unwrap(),
            FollowUpPlace::of,
        );
        let whole = match stage {
            Stage::Open => app.open_follow_ups(None).unwrap(),
            Stage::Done | Stage::Dropped => app.closed_follow_ups(stage).unwrap(),
        };
        assert_eq!(rows.len(), whole.len(), "{stage:?}");
    }
    let (due, coming) = app.count_follow_ups().unwrap();
    assert_eq!((due + coming) as usize, app.open_follow_ups(None).unwrap().len());
}
