//! Lists that are read in windows: whatever they are sorted by, every row comes once, from either end.

use crate::support::{clock, day, open, place};
use ricejar::app::{App, CustomerCursor, DemoSize, Error, FollowUpCursor, write_demo};
use ricejar::domain::delivery::DeliveryStage;
use ricejar::domain::follow_up::FollowUpStage;
use ricejar::domain::query::{
    CustomerBy, CustomerQuery, FollowUpQuery, IncludeFormer, PageDirection, SortBy, SortDirection,
    TabBy, TabQuery,
};
use ricejar::domain::shop::Language;
use ricejar::domain::views::{CustomerRow, DeliveryFilter, DeliveryGoods, FollowUpRow, TabRow};
use ricejar::domain::{Money, StableName, search_key};
use ricejar::reports::round::Stop;
use std::cmp::Reverse;
use tempfile::TempDir;

/// Rows in a window: few, so that many windows meet inside equal keys.
const ROWS: u32 = 7;

fn sample() -> (TempDir, App) {
    let ((folder, path), today) = (place(), day("2026-03-27"));
    write_demo(&path, DemoSize::SMALL, today, Language::Chinese, &ricejar::app::no_progress)
        .unwrap();
    (folder, open(&path, today).unwrap())
}

/// Every row of a list, window by window.
fn all<Row, Place>(
    read: impl Fn((Option<&Place>, PageDirection), u32) -> Vec<Row>,
    place: impl Fn(&Row) -> Place,
    way: PageDirection,
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
    read: impl Fn((Option<&Place>, PageDirection), u32) -> Vec<Row>,
    place: impl Fn(&Row) -> Place,
) -> Vec<Row> {
    let whole = read((None, PageDirection::After), 100_000);
    assert_eq!(all(&read, &place, PageDirection::After), whole);
    let mut backwards = all(&read, &place, PageDirection::Before);
    backwards.reverse();
    assert_eq!(backwards, whole);
    whole
}

#[test]
fn customers_come_once_in_every_order_from_either_end() {
    let (_folder, mut app) = sample();
    let count = app.count_customers(IncludeFormer::With).unwrap() as usize;
    // C1: sorted by balance, the past is another order.
    let now = CustomerBy::ALL.iter().map(|(by, _)| ("2026-03-27", by));
    for (today, by) in now.chain([("2026-02-11", &CustomerBy::Balance)]) {
        app.set_clock(clock(day(today)));
        for direction in [SortDirection::Ascending, SortDirection::Descending] {
            let sorted = SortBy { by: *by, direction };
            let list = CustomerQuery { query: String::new(), left: IncludeFormer::With, sorted };
            let rows = is_the_same_from_both_ends(
                |window, most| app.customers(&list, window, most).unwrap(),
                |row| CustomerCursor::of(row, *by),
            );
            assert_eq!(rows.len(), count, "{by:?}");
            let balances = |row: &CustomerRow| row.standing.balance;
            if *by == CustomerBy::Balance {
                assert_eq!(rows.is_sorted_by_key(balances), direction == SortDirection::Ascending);
            }
        }
        let sorted = SortBy { by: *by, direction: SortDirection::Ascending };
        let list = CustomerQuery { query: "竹".to_owned(), left: IncludeFormer::Without, sorted };
        let found = is_the_same_from_both_ends(
            |window, most| app.customers(&list, window, most).unwrap(),
            |row| CustomerCursor::of(row, *by),
        );
        assert!(!found.is_empty() && found.len() < count, "{by:?}");
    }
}

/// How a search is made in a small shop, and in larger ones: looking at one customer after the other, sorting
/// the few who were found, and passing over all others.
const SEARCHES: [(u32, u32); 3] = [(1_000, 2_000), (3, 2_000), (3, 0)];

// G10
#[test]
fn a_search_finds_the_same_customers_in_every_order_and_in_a_shop_of_any_size() {
    let (_folder, app) = sample();
    let orders = CustomerBy::ALL.iter().flat_map(|(by, _)| {
        [SortDirection::Ascending, SortDirection::Descending]
            .map(|direction| SortBy { by: *by, direction })
    });
    for sorted in orders {
        let list = |query: &str| CustomerQuery {
            query: query.to_owned(),
            left: IncludeFormer::With,
            sorted,
        };
        let read = |query: &str, window: (Option<&CustomerCursor>, PageDirection), most| {
            app.customers(&list(query), window, most).unwrap()
        };
        let whole = read("", (None, PageDirection::After), 100_000);
        // Each letter is another search, and only those found by the ones before can hold it.
        for query in ["w", "wa", "wang", "竹", "竹 0", "0", "c00", "z", "nobody"] {
            for (near, few) in SEARCHES {
                app.limit_search(near, few);
                let found = is_the_same_from_both_ends(
                    |window, most| read(query, window, most),
                    |row| CustomerCursor::of(row, sorted.by),
                );
                let mut ids = app.customers_in(&list(query)).unwrap();
                ids.sort_unstable();
                let expected = whole.iter().filter(|row| ids.contains(&row.customer.id));
                assert!(found.iter().eq(expected), "{query} {sorted:?} {near} {few}");
                assert_eq!(found.len(), ids.len(), "{query} {sorted:?} {near} {few}");
            }
        }
        assert!(read("nobody", (None, PageDirection::After), 9).is_empty());
    }
}

// G10
#[test]
fn a_search_finds_the_same_tabs_and_follow_ups_in_a_shop_of_any_size() {
    let (_folder, app) = sample();
    let mut seen = 0;
    for query in ["w", "wa", "竹", "0", "nobody"] {
        let mut found = Vec::new();
        for (near, few) in SEARCHES {
            app.limit_search(near, few);
            let mut tabs = Vec::new();
            for by in [TabBy::DueDay, TabBy::Balance, TabBy::Name, TabBy::Area, TabBy::Payday] {
                let sorted = SortBy { by, direction: SortDirection::Descending };
                let list = TabQuery { query: query.to_owned(), sorted, ..TabQuery::default() };
                tabs.push(is_the_same_from_both_ends(
                    |window, most| app.tabs(&list, window, most).unwrap(),
                    |row| CustomerCursor::of_tab(row, by),
                ));
                let all = app.tabs_in(&list).unwrap();
                assert!(tabs.iter().all(|rows| rows.len() == all.len()), "{query} {by:?}");
            }
            let list = FollowUpQuery { query: query.to_owned(), ..FollowUpQuery::default() };
            let follow_ups = is_the_same_from_both_ends(
                |window, most| app.follow_ups(&list, window, most).unwrap(),
                FollowUpCursor::of,
            );
            assert_eq!(app.follow_ups_in(&list).unwrap().len(), follow_ups.len(), "{query}");
            seen += follow_ups.len() + tabs.iter().map(Vec::len).sum::<usize>();
            found.push((tabs, follow_ups));
        }
        assert!(found.windows(2).all(|pair| pair[0] == pair[1]), "{query}");
    }
    assert!(seen > 100, "{seen}");
}

/// What a tab has been paid ahead, beside what is owed.
fn credit_of(row: &TabRow) -> Money {
    let open: Money = row.standing.open.iter().map(|(_, open)| *open).sum();
    open - row.standing.balance
}

#[test]
fn tabs_come_once_in_every_order_today_and_as_they_stood_before() {
    let (_folder, mut app) = sample();
    for today in ["2026-03-27", "2026-02-11"] {
        app.set_clock(clock(day(today)));
        // A12: one by one they come in the same order, whatever was worked out again.
        let mut tabs = Vec::new();
        let report = app.each_tab(|row, ageing| {
            assert_eq!(row.standing.balance + credit_of(row), ageing.total());
            let due = row.standing.oldest_due();
            tabs.push((due.is_none(), due, search_key::code_key(&row.who.code)));
            Ok::<_, Error>(())
        });
        let report = report.unwrap();
        assert!(tabs.is_sorted() && tabs.len() == report.tabs, "{tabs:?}");
        for by in [TabBy::DueDay, TabBy::Balance, TabBy::Name, TabBy::Area, TabBy::Payday] {
            for direction in [SortDirection::Ascending, SortDirection::Descending] {
                let list = TabQuery { sorted: SortBy { by, direction }, ..TabQuery::default() };
                let rows = is_the_same_from_both_ends(
                    |window, most| app.tabs(&list, window, most).unwrap(),
                    |row| CustomerCursor::of_tab(row, by),
                );
                assert_eq!(rows.len(), report.tabs, "{by:?} on {today}");
            }
        }
        let due = TabQuery { due_by: Some(day(today)), ..TabQuery::default() };
        let rows = app.tabs(&due, (None, PageDirection::After), 100_000).unwrap();
        let owed = app.owed(Some(day(today))).unwrap();
        assert_eq!(rows.len(), owed.tabs);
        assert_eq!(app.owed(None).unwrap().ageing, report.ageing);
        assert_eq!(app.owed(None).unwrap().credit, report.credit);
        assert_eq!(app.morning().unwrap().due, owed.due);
    }
}

#[test]
fn a_look_back_at_the_tabs_shows_what_that_day_saw() {
    let (_folder, app) = sample();
    let (_other, mut then) = sample();
    for back in ["2026-03-26", "2026-03-20", "2026-02-11", "2025-06-30"].map(day) {
        then.set_clock(clock(back));
        for due_by in [None, Some(back)] {
            let seen = TabQuery { due_by, ..TabQuery::default() };
            let seen = then.tabs(&seen, (None, PageDirection::After), 100_000).unwrap();
            let list = TabQuery { due_by, on: Some(back), ..TabQuery::default() };
            let rows = is_the_same_from_both_ends(
                |window, most| app.tabs(&list, window, most).unwrap(),
                |row| CustomerCursor::of_tab(row, TabBy::DueDay),
            );
            assert_eq!(rows, seen, "{back}");
            let mut all = app.tabs_in(&list).unwrap();
            all.sort();
            let mut seen: Vec<_> = seen.iter().map(|row| row.who.id).collect();
            seen.sort();
            assert_eq!(all, seen);
            for row in &rows {
                let (_, tab) = then.tab(row.who.id).unwrap();
                assert_eq!(row.standing.balance, tab.balance);
            }
        }
    }
}

#[test]
fn follow_ups_come_once_open_with_what_rules_found_and_closed_with_the_newest_first() {
    let (_folder, app) = sample();
    for stage in [FollowUpStage::Open, FollowUpStage::Done, FollowUpStage::Dropped] {
        let list = FollowUpQuery { stage, ..FollowUpQuery::default() };
        let rows = is_the_same_from_both_ends(
            |window, most| app.follow_ups(&list, window, most).unwrap(),
            FollowUpCursor::of,
        );
        let whole = match stage {
            FollowUpStage::Open => app.open_follow_ups(None).unwrap(),
            FollowUpStage::Done | FollowUpStage::Dropped => app.closed_follow_ups(stage).unwrap(),
        };
        assert_eq!(rows.len(), whole.len(), "{stage:?}");
    }
    let (due, coming) = app.count_follow_ups().unwrap();
    assert_eq!((due + coming) as usize, app.open_follow_ups(None).unwrap().len());
}

#[test]
fn follow_ups_until_any_day_come_once_from_either_end_and_beside_any_of_them() {
    let (_folder, mut app) = sample();
    let mut seen = 0;
    for today in ["2026-03-27", "2027-02-28", "2028-02-29"].map(day) {
        app.set_clock(clock(today));
        for (ahead, query) in [(0, ""), (40, "竹"), (500, ""), (-3, "")] {
            let until = Some(today + chrono::Duration::days(ahead));
            let list = FollowUpQuery { until, query: query.to_owned(), ..FollowUpQuery::default() };
            let read = |window: (Option<&FollowUpCursor>, PageDirection), most| {
                app.follow_ups(&list, window, most).unwrap()
            };
            let rows = is_the_same_from_both_ends(read, FollowUpCursor::of);
            assert_eq!(app.follow_ups_in(&list).unwrap().len(), rows.len(), "{until:?}");
            for (at, row) in rows.iter().enumerate().step_by(7) {
                let place = FollowUpCursor::of(row);
                let after = read((Some(&place), PageDirection::After), ROWS);
                let expected = rows.iter().skip(at + 1).take(ROWS as usize);
                assert!(after.iter().eq(expected), "{until:?} {at}");
            }
            seen += rows.len();
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn the_first_stops_of_any_day_are_those_with_which_its_whole_begins() {
    let (_folder, app) = sample();
    let today = day("2026-03-27");
    let mut seen = 0;
    for back in 0..14 {
        let on = today - chrono::Days::new(back);
        let whole = app.day_round(on).unwrap();
        let all: Vec<_> = whole.round.stops.iter().chain(&whole.finished).collect();
        seen += all.len();
        for rows in 0..=all.len() + 1 {
            let first = app.day_round_first(on, rows as u32).unwrap();
            let stops: Vec<_> = first.round.stops.iter().chain(&first.finished).collect();
            assert_eq!(stops, all[..all.len().min(rows)], "{rows} on {on}");
            assert_eq!(first.whole, all.len() <= rows);
        }
    }
    assert!(seen > 50, "{seen}");
}

#[test]
fn the_first_stops_of_a_morning_are_those_with_which_its_whole_begins() {
    let (_folder, mut app) = sample();
    for later in 0..14 {
        let today = day("2026-03-27") + chrono::Days::new(later);
        app.set_clock(clock(today));
        let morning = app.to_deliver(today).unwrap();
        for rows in 0..=morning.stops.len() {
            let (first, whole) = app.to_deliver_first(today, rows as u32).unwrap();
            assert!(first.stops.len() >= rows, "{rows} on {today}");
            assert_eq!(first.stops[..rows], morning.stops[..rows], "{rows} on {today}");
            // Nothing is taken for all of the morning that is not.
            assert!(!whole || first == morning, "{rows} on {today}");
        }
        assert_eq!(app.to_deliver_first(today, 1_000).unwrap(), (morning.clone(), true));
        // B7, F10: late, at risk, planned too late, look first, open; the jar that is empty for the most days first,
        // then the stop that missed its day by the most.
        let empty =
            |stop: &Stop| stop.runs_out.map_or(0, |likely| (today - likely).num_days().max(0));
        let rank = |stop: &Stop| {
            (Reverse(stop.urgency), Reverse(empty(stop)), Reverse(stop.late_days(today)))
        };
        assert!(morning.stops.is_sorted_by_key(rank), "{today}");
        let past = today - chrono::Days::new(3);
        let whole = app.to_deliver(past).unwrap();
        let (first, _) = app.to_deliver_first(past, 3).unwrap();
        let count = first.stops.len().min(3);
        assert_eq!(first.stops[..count], whole.stops[..count], "{past}");
    }
}

#[test]
fn a_stop_of_today_brings_what_the_plan_brings_to_the_same_door() {
    let (_folder, mut app) = sample();
    let goods = |stop: &Stop| {
        let mut goods: Vec<_> =
            stop.goods.iter().map(|goods| (goods.name.clone(), goods.quantity)).collect();
        goods.sort();
        goods
    };
    let (mut doors, mut with_more) = (0, 0);
    for later in 0..14 {
        let today = day("2026-03-27") + chrono::Days::new(later);
        app.set_clock(clock(today));
        let morning = app.to_deliver(today).unwrap();
        for proposal in app.proposals(today).unwrap() {
            let planned = Stop::of_proposal(&proposal, today).unwrap();
            let same = |stop: &&Stop| stop.is_proposed() && stop.who == planned.who;
            let Some(stop) = morning.stops.iter().find(same) else { continue };
            assert_eq!(goods(stop), goods(&planned), "{} on {today}", planned.who.name);
            doors += 1;
            with_more += usize::from(planned.goods.len() > 1);
        }
    }
    assert!(doors > 30 && with_more > 3, "{doors} {with_more}");
}

// G6, G11: lists by command held every row; rows that come one by one are the same ones.
#[test]
fn a_list_that_is_read_row_by_row_has_the_rows_of_the_whole_list() {
    let ((_folder, path), today) = (place(), day("2026-03-27"));
    let size = DemoSize { customers: 700, deliveries: 3000, seed: 1932 };
    write_demo(&path, size, today, Language::English, &ricejar::app::no_progress).unwrap();
    for day in [today, day("2026-01-15")] {
        let app = open(&path, day).unwrap();

        let jars = app.jars(None).unwrap();
        let states = app.jar_urgencies(&jars).unwrap();
        let mut read = Vec::new();
        app.each_jar::<Error>(None, |row, state| {
            read.push((row.clone(), state));
            Ok(())
        })
        .unwrap();
        assert_eq!(read, jars.iter().cloned().zip(states).collect::<Vec<_>>());
        let before = jars[jars.len() / 2].likely;
        let mut read = 0;
        app.each_jar::<Error>(Some(before), |_, _| {
            read += 1;
            Ok(())
        })
        .unwrap();
        assert_eq!(read, app.jars(Some(before)).unwrap().len());
        assert!(jars.len() > 500 && read > 0);

        for until in [None, Some(day), Some(day + chrono::Days::new(30))] {
            let mut read = Vec::new();
            let take = |row: &FollowUpRow| {
                read.push(row.clone());
                Ok(())
            };
            app.each_open_follow_up::<Error>(until, take).unwrap();
            assert_eq!(read, app.open_follow_ups(until).unwrap());
        }

        let until = day + chrono::Days::new(60);
        let mut read = Vec::new();
        app.each_proposal::<Error>(until, |one| {
            read.push(one.clone());
            Ok(())
        })
        .unwrap();
        assert_eq!(read, app.proposals(until).unwrap());

        let list = CustomerQuery::default();
        let mut read = Vec::new();
        app.each_customer::<Error>(&list, |row| {
            read.push(row.clone());
            Ok(())
        })
        .unwrap();
        let whole = app.customers(&list, (None, PageDirection::After), u32::MAX).unwrap();
        assert_eq!(read, whole);

        let parts = [
            DeliveryFilter::default(),
            DeliveryFilter { from: Some(day), ..DeliveryFilter::default() },
            DeliveryFilter { stage: Some(DeliveryStage::Planned), ..DeliveryFilter::default() },
            DeliveryFilter { stage: Some(DeliveryStage::Done), ..DeliveryFilter::default() },
            DeliveryFilter { customer: Some(jars[0].who.id), ..DeliveryFilter::default() },
        ];
        for filter in parts {
            let mut read = Vec::new();
            app.each_delivery_line::<Error>(&filter, |line, state| {
                assert_eq!(state.is_some(), line.stage == DeliveryStage::Planned);
                read.push((line.delivery, line.customer, line.day, line.product, line.delivered));
                Ok(())
            })
            .unwrap();
            let whole = app.deliveries(&filter).unwrap();
            let lines = whole.iter().flat_map(|row| {
                let of = |line: &DeliveryGoods| {
                    (row.id, row.who.id, row.day(), line.goods.product, line.delivered)
                };
                row.lines.iter().map(of)
            });
            assert_eq!(read, lines.collect::<Vec<_>>(), "{filter:?}");
        }
    }
}
