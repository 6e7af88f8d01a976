//! The week as a board, the round of a day, and the evening on which it is written down.

use chrono::Days;
use ricejar::domain::delivery::{DeliveryStage, Plan};
use ricejar::domain::id::ProductId;
use ricejar::domain::jar::Level;
use ricejar::domain::views::DeliveryFilter;
use ricejar::domain::{Command, Quantity};
use ricejar::reports::week::WeekDay;
use ricejar::tui::input::{Input, KeyPress, Mouse, MouseDid};
use ricejar::tui::msg::{Answer, Question};

use super::shop::{TestShop, today};
use super::stage::Stage as Screens;

fn usual() -> Screens {
    Screens::usual(80, 24)
}

/// The row of the screen that holds a text.
fn row_with(screens: &mut Screens, text: &str) -> String {
    let seen = screens.text();
    seen.lines().find(|line| line.contains(text)).unwrap_or_else(|| panic!("{seen}")).to_owned()
}

#[test]
fn the_board_tells_of_each_day_what_its_round_has() {
    let (_shop, app) = TestShop::usual();
    for weeks in [0, 7, 14, 21] {
        let week = app.week(today() - Days::new(21) + Days::new(weeks)).unwrap();
        for WeekDay { day, open, late, done, missed, proposed, .. } in week.0.days {
            let round = app.round(day).unwrap();
            assert_eq!(open as usize, round.stops.len(), "{day}");
            let is_late = round.stops.iter().filter(|stop| stop.late_days(today()) > 0);
            assert_eq!(late as usize, is_late.count(), "{day}");
            let filter = DeliveryFilter { from: Some(day), to: Some(day), ..Default::default() };
            let of_day = app.deliveries(&filter).unwrap();
            let at = |stage| of_day.iter().filter(|row| row.stage == stage).count();
            assert_eq!(
                (done as usize, missed as usize),
                (at(DeliveryStage::Done), at(DeliveryStage::Missed))
            );
            let asked_for = app.proposals(day).unwrap();
            let asked_for = asked_for.iter().filter(|proposal| proposal.on == day).count();
            assert_eq!(proposed as usize, asked_for, "{day}");
        }
    }
}

#[test]
fn left_and_right_go_along_the_board_and_a_click_goes_to_its_day() {
    let mut screens = usual();
    screens.press("3 l");
    assert!(screens.text().contains("Round of Sat 28 Mar 2026"));
    screens.press("right right");
    let seen = screens.text();
    assert!(seen.contains("Round of Mon 30 Mar 2026"), "{seen}");
    assert!(seen.contains("Week of Mon 30 Mar 2026"), "{seen}");
    screens.press("h h h h");
    let seen = screens.text();
    assert!(seen.contains("Round of Thu 26 Mar 2026"), "{seen}");
    assert!(seen.contains("Week of Mon 23 Mar 2026"), "{seen}");
    screens.session.on_input(Input::Mouse(Mouse { x: 2, y: 4, did: MouseDid::Click }));
    assert!(screens.text().contains("Round of Mon 23 Mar 2026"));
}

#[test]
fn the_board_follows_what_is_planned_moved_and_done() {
    let mut screens = usual();
    screens.press("3");
    assert_eq!(row_with(&mut screens, "stops ").matches("2 stops").count(), 1);
    screens.press("+ G P");
    let seen = row_with(&mut screens, "one stop");
    assert!(seen.contains("2 stops") && seen.contains("one stop"), "{seen}");
    screens.press("g d enter");
    let seen = row_with(&mut screens, "1/2 done");
    assert!(seen.contains("one stop"), "{seen}");
}

#[test]
fn what_was_done_missed_and_cancelled_stays_in_the_list_of_its_day_with_its_own_mark() {
    let mut screens = usual();
    // O'Neill is done, 吴家 missed, the first proposal planned and cancelled.
    screens.press("3 d enter m").paste("没人在家").press("enter P x enter");
    let done = row_with(&mut screens, "O'Neill");
    assert!(done.contains("✓ done") && done.contains("charged 1,080"), "{done}");
    let missed = row_with(&mut screens, "吴家");
    assert!(missed.contains("✗ missed") && missed.contains("没人在家"), "{missed}");
    assert!(screens.text().contains("– cancelled"), "{}", screens.text());
    // On the next day it is planned again, and a later day shows what this one was.
    screens.press("l");
    assert!(row_with(&mut screens, "吴家").contains("○ at risk"), "{}", screens.text());
    screens.shop.day.set(today() + Days::new(5));
    screens.session.pulse();
    screens.press("3 T h h h h h");
    let seen = screens.text();
    assert!(seen.contains("Round of Fri 27 Mar 2026") && seen.contains("charged 1,080"), "{seen}");
}

#[test]
fn today_ends_with_what_is_done_already_and_the_selection_goes_on_to_the_next_stop() {
    let mut screens = usual();
    screens.press("d enter");
    let seen = screens.text();
    let rows: Vec<_> = seen.lines().skip(3).take(4).collect();
    assert!(rows[0].contains("O'Neill") && rows[1].contains("林阿嬷"), "{seen}");
    assert!(rows[3].contains("✓ done") && rows[3].contains("张伯"), "{seen}");
    assert!(seen.contains("3 stops") && seen.contains("1 done"), "{seen}");
    assert_eq!(screens.session.model().morning.deliver.scroll.at, 0);
    // There is nothing more to do at a door that was visited.
    screens.press("k k k j j j d");
    assert!(screens.text().contains("There is nothing to deliver or to follow up here."));
}

#[test]
fn a_delivery_moves_to_any_day_that_is_typed_and_a_day_at_a_time_from_every_list() {
    for typed in ["mon", "+3", "30", "2026-03-30"] {
        let mut screens = usual();
        screens.press("3 s ctrl-u").paste(typed).press("enter l l l");
        let seen = screens.text();
        assert!(seen.contains("Round of Mon 30 Mar 2026") && seen.contains("O'Neill"), "{seen}");
        // The form of what is to come begins with the day after.
        assert!(screens.press("s").text().contains("2026-03-31"), "{}", screens.text());
    }
    // What is late is as good as today's: tomorrow is a day later. Nothing goes into the past.
    let mut screens = usual();
    screens.press("down -");
    assert!(screens.text().contains("is in the past"), "{}", screens.text());
    screens.press("+ 3 l");
    assert!(screens.text().contains("O'Neill"), "{}", screens.text());
}

#[test]
fn in_the_evening_a_whole_round_is_written_down_with_enter_alone() {
    for screen in ["1", "3"] {
        let mut screens = usual();
        let seen = screens.press(screen).press("D").text();
        assert!(seen.contains("Delivered  1 of 2") && seen.contains("C120"), "{seen}");
        let seen = screens.press("enter").text();
        assert!(seen.contains("Delivered  2 of 2") && seen.contains("C088"), "{seen}");
        assert!(seen.contains("Delivered to C120 O'Neill & Sons for 1,080"), "{seen}");
        let seen = screens.press("enter").text();
        assert!(seen.contains("2 delivered, 0 skipped") && seen.contains("C088"), "{seen}");
        // The evening ends in the close of the day.
        assert!(seen.contains("Close the day") && seen.contains("expected 0"), "{seen}");
        let seen = screens.press("esc").text();
        assert!(seen.contains("2 done"), "{seen}");
        // Each is a step of its own, and there is nothing promised any more.
        assert!(screens.press("D").text().contains("No delivery is planned here."));
        screens.press("u");
        assert!(screens.press("D").text().contains("1 of 1"), "{}", screens.text());
    }
}

#[test]
fn a_stop_of_the_evening_is_skipped_or_refused_and_esc_leaves() {
    let mut screens = usual();
    // What was typed wrong stays, and the stop with it.
    screens.press("3 D x enter");
    let seen = screens.text();
    assert!(seen.contains("1 of 2") && seen.contains("is not a number"), "{seen}");
    let seen = screens.press("ctrl-n").text();
    assert!(seen.contains("2 of 2") && seen.contains("C088"), "{seen}");
    let seen = screens.press("ctrl-n").text();
    assert!(seen.contains("0 delivered, 2 skipped"), "{seen}");
    assert_eq!(screens.session.model().deliveries.rows.len(), 4);
    screens.press("D enter esc");
    let seen = screens.text();
    assert!(!seen.contains("2 of 2"), "{seen}");
    assert!(row_with(&mut screens, "吴家").contains("○ at risk"), "{seen}");
}

#[test]
fn a_round_that_is_written_down_the_next_morning_counts_for_its_own_day() {
    let mut screens = usual();
    screens.shop.day.set(today() + Days::new(1));
    screens.session.pulse();
    let seen = screens.press("3 h D").text();
    assert!(seen.contains("Delivered  1 of 1") && seen.contains(" 2026-03-27  "), "{seen}");
    screens.press("enter");
    let of_day = DeliveryFilter { from: Some(today()), to: Some(today()), ..Default::default() };
    let done = screens.shop.open_again().deliveries(&of_day).unwrap();
    assert_eq!(done.iter().map(|row| row.stage).collect::<Vec<_>>(), [DeliveryStage::Done]);
}

#[test]
fn today_looks_at_another_day_and_says_so() {
    let mut screens = usual();
    screens.press("d enter <");
    let seen = screens.text();
    assert!(seen.starts_with(" ricejar  永庆米店") && seen.contains("Thu 26 Mar 2026, yesterday"));
    assert!(seen.contains("Nothing on that day."), "{seen}");
    screens.press("<");
    let seen = screens.text();
    assert!(seen.contains("Wed 25 Mar 2026, 2 days ago") && seen.contains("O'Neill"), "{seen}");
    // A delivery of that day that was only forgotten to be written down is done on that day.
    let seen = screens.press("d").text();
    assert!(seen.contains("Delivered") && seen.contains(" 2026-03-25  "), "{seen}");
    screens.press("enter");
    let done = row_with(&mut screens, "✓ done");
    assert!(done.contains("O'Neill") && done.contains("charged 1,080"), "{done}");
    let seen = screens.press("T").text();
    assert!(
        seen.contains("Fri 27 Mar 2026\n") && seen.contains("3 tabs") || seen.contains("6 tabs")
    );
    assert!(row_with(&mut screens, "✓ done").contains("张伯"), "{seen}");
}

#[test]
fn a_day_to_come_shows_what_is_planned_and_due_then() {
    let mut screens = usual();
    screens.press("down + >");
    assert!(screens.text().contains("Sat 28 Mar 2026, tomorrow"), "{}", screens.text());
    screens.press("s ctrl-u").paste("2026-04-01").press("enter > > > >");
    let seen = screens.text();
    assert!(seen.contains("Wed 1 Apr 2026"), "{seen}");
    // What was moved there is planned, what the forecasts ask for then is there too.
    assert!(seen.contains("2 stops") && seen.contains("O'Neill"), "{seen}");
    // Today's paydays are late by then.
    assert!(row_with(&mut screens, "吴家").contains("late 5 d"), "{seen}");
    // Midnight makes it today.
    screens.shop.day.set(today() + Days::new(5));
    screens.session.pulse();
    let seen = screens.text();
    assert!(seen.contains("Wed 1 Apr 2026\n") && !seen.contains("tomorrow"), "{seen}");
}

#[test]
fn what_could_join_the_rounds_of_today_is_told_and_joins_with_one_key() {
    let mut screens = usual();
    assert!(!screens.text().contains("could join"), "{}", screens.text());
    // There is room in the jar of 陈师傅 in 竹巷 now, and no hurry yet.
    let mut app = screens.shop.open_again();
    let customer = app.customers_meant("C017", 1).unwrap().remove(0).id;
    let (product, level) = (ProductId::new(1), Level::Quantity(Quantity::whole(5)));
    app.perform(&Command::ReadJar { customer, product, level, on: today() }).unwrap();
    screens.session.pulse();
    let edge = row_with(&mut screens, "could join");
    assert!(edge.contains("i: 1 more could join 竹巷 today"), "{edge}");
    screens.press("i");
    let seen = screens.text();
    assert!(seen.contains("One proposed delivery planned"), "{seen}");
    assert!(seen.contains("5 stops") && seen.contains("陈师傅"), "{seen}");
    assert!(!seen.contains("could join"), "{seen}");
    assert!(screens.press("i").text().contains("Nobody could join"), "{}", screens.text());
    // It is one step of undo.
    let seen = screens.press("u esc").text();
    assert!(seen.contains("4 stops") && seen.contains("1 more could join"), "{seen}");
    // Nobody joins another day, and nobody an area that is not visited.
    assert!(!screens.press(">").text().contains("could join"), "{}", screens.text());
}

#[test]
fn a_jar_that_is_empty_already_is_marked_and_not_by_colour_alone() {
    let mut screens = usual();
    assert!(row_with(&mut screens, "张伯").contains("! 张伯"));
    assert!(!row_with(&mut screens, "林阿嬷").contains("!"));
    screens.press("d enter");
    assert!(!row_with(&mut screens, "✓ done").contains("!"));
}

#[test]
fn after_a_delivery_the_balance_and_the_jar_that_is_empty_first_are_told() {
    let mut screens = usual();
    screens.press("down d enter");
    let seen = screens.text();
    for told in ["Owes 1,800 now.", "珍珠米: runs out about Fri 15 May 2026", "1 more jar."] {
        assert!(seen.contains(told), "{told}: {seen}");
    }
    // What runs short and what is due stands on this screen anyway.
    assert!(!seen.contains("left in the store room") && !seen.contains("is due on"), "{seen}");
    // The oil lasts two days longer.
    assert!(!seen.contains("oil: runs out"), "{seen}");
}

#[test]
fn other_goods_and_another_price_are_written_down_at_the_door() {
    let mut screens = usual();
    let seen = screens.press("d ctrl-g").text();
    assert!(seen.contains("Also delivered") && seen.contains("珍珠米: price"), "{seen}");
    screens.paste("oil").press("enter").paste("2").press("tab tab").paste("0");
    // What is asked for once more and not filled in is nothing.
    let seen = screens.press("ctrl-g").text();
    assert_eq!(seen.matches("Also delivered").count(), 2, "{seen}");
    screens.press("up up up up up ").paste("30").press("enter");
    let seen = screens.text();
    assert!(seen.contains("for 150 (珍珠米 5 kg, oil 2 L)"), "{seen}");
    let of_day = DeliveryFilter { from: Some(today()), to: Some(today()), ..Default::default() };
    let done = screens.shop.open_again().deliveries(&of_day).unwrap();
    let lines =
        done.iter().filter(|row| row.stage == DeliveryStage::Done).flat_map(|row| &row.lines);
    let prices: Vec<_> = lines.map(|line| line.price.map(|price| price.minor())).collect();
    assert_eq!(prices, [Some(30), Some(0)]);
    screens.press("u");
    assert!(screens.text().contains("Undone"), "{}", screens.text());
}

#[test]
fn what_is_wrong_with_other_goods_stands_under_their_fields() {
    let mut screens = usual();
    screens.press("d ctrl-g tab").paste("2").press("enter");
    assert!(screens.text().contains("no such product") || screens.text().contains("There is no"));
    screens.press("esc y d ctrl-g").paste("oil").press("enter").paste("x").press("enter");
    assert!(screens.text().contains("“x” is not a number"), "{}", screens.text());
    // The planned goods once more, at another price: there can be only one.
    screens
        .press("esc y d ctrl-g")
        .paste("z")
        .press("enter")
        .paste("5")
        .press("tab tab")
        .paste("0");
    assert!(screens.press("enter").text().contains("appears twice"), "{}", screens.text());
}

#[test]
fn the_first_stops_of_a_round_are_those_of_the_whole() {
    let (_shop, app) = TestShop::usual();
    let mut screens = usual();
    screens.press("3 d enter m").paste("没人在家").press("enter P x");
    let changed = screens.shop.open_again();
    for app in [&app, &changed] {
        for day in [-3_i64, -1, 0, 1, 3].map(|days| today() + chrono::TimeDelta::days(days)) {
            let whole = app.day_round(day).unwrap();
            let all: Vec<_> = whole.round.stops.iter().chain(&whole.finished).collect();
            for rows in [0, 1, 2, 3, 100] {
                let first = app.day_round_first(day, rows).unwrap();
                let stops: Vec<_> = first.round.stops.iter().chain(&first.finished).collect();
                assert_eq!(stops, all[..all.len().min(rows as usize)], "{rows} of {day}");
                assert_eq!(first.whole, all.len() <= rows as usize);
                let (to_deliver, _) = app.to_deliver_first(day, rows).unwrap();
                assert_eq!(to_deliver.day, day);
            }
            if day < today() {
                let (first, all) = app.to_deliver_first(day, 100).unwrap();
                assert_eq!((first, all), (app.to_deliver(day).unwrap(), true));
            }
        }
    }
}

#[test]
fn of_a_round_that_is_still_being_read_only_what_is_known_is_said() {
    let mut screens = Screens::usual(120, 40);
    screens.session.on_input(Input::Key(KeyPress::parse("3").unwrap()));
    let day = today();
    let app = screens.shop.open_again();
    let generation = screens.session.model().generation;
    let first = Answer::Round(app.day_round_first(day, 1).unwrap());
    screens.session.take_queries();
    assert!(screens.session.answered(generation, Ok(Box::new(first))));
    // Its whole is asked for before anything else.
    let asked = screens.session.take_queries();
    assert_eq!(asked[0].question, Question::Round(day));
    screens.session.on_input(Input::Key(KeyPress::parse("D").unwrap()));
    let seen = screens.text();
    assert!(seen.contains("Loading") && !seen.contains("2 stops, "), "{seen}");
    let whole = Answer::Round(app.day_round(day).unwrap());
    assert!(screens.session.answered(generation, Ok(Box::new(whole))));
    assert!(screens.text().contains("2 stops, "), "{}", screens.text());
}

#[test]
fn another_day_of_today_shows_what_is_promised_while_the_rest_is_being_worked_out() {
    let mut screens = usual();
    screens.session.on_input(Input::Key(KeyPress::parse(">").unwrap()));
    let morning = &screens.session.model().morning;
    assert!(morning.known && !morning.whole);
    let asked = screens.session.take_queries();
    let later = today() + Days::new(1);
    assert!(asked.iter().any(|one| one.question == Question::ToDeliver(later)));
    // The next day needs no answer about this one any more.
    screens.session.on_input(Input::Key(KeyPress::parse(">").unwrap()));
    let late = Answer::ToDeliver(screens.shop.open_again().to_deliver(later).unwrap(), true);
    let generation = screens.session.model().generation;
    screens.session.answered(generation, Ok(Box::new(late)));
    assert!(!screens.session.model().morning.whole);
    screens.draw();
    assert!(screens.session.model().morning.whole);
}

#[test]
fn money_that_was_paid_since_is_asked_for_on_the_day_before() {
    let mut screens = usual();
    // 林阿嬷 owes since 25 March and pays today.
    screens.press("1 l p enter");
    assert!(screens.text().contains("paid 620"), "{}", screens.text());
    screens.session.on_input(Input::Key(KeyPress::parse("<").unwrap()));
    // Nothing of another day stands there while it is being worked out.
    let collect = &screens.session.model().morning.collect;
    assert!(collect.rows.is_empty() && !collect.known);
    let asked_for = "C102  620";
    assert!(row_with(&mut screens, asked_for).contains("late"), "{}", screens.text());
    assert!(!screens.press("T").text().contains(asked_for), "{}", screens.text());
}

/// A key without anything that is read behind it.
fn press_alone(screens: &mut Screens, key: &str) {
    screens.session.on_input(Input::Key(KeyPress::parse(key).unwrap()));
}

#[test]
fn what_may_be_looked_at_next_is_read_ahead_and_shown_at_once() {
    for screen in ["1", "3"] {
        let mut screens = usual();
        press_alone(&mut screens, screen);
        let tomorrow = today() + Days::new(1);
        let ahead = screens.session.take_prefetches();
        let beginning = |question: &Question| match question {
            Question::ToDeliverFirst(day, _) => screen == "1" && *day == tomorrow,
            Question::RoundFirst(day, _) => screen == "3" && *day == tomorrow,
            _ => false,
        };
        let asked = ahead.into_iter().find(|one| beginning(&one.question)).unwrap();
        // Nothing is to be brought tomorrow: the answer is that of today, to be known again.
        let app = screens.shop.open_again();
        let answer = match asked.question {
            Question::RoundFirst(..) => {
                let mut round = app.day_round_first(today(), 9).unwrap();
                round.round.day = tomorrow;
                Answer::Round(round)
            }
            _ => {
                let mut to_deliver = app.to_deliver_first(today(), 9).unwrap().0;
                to_deliver.day = tomorrow;
                Answer::ToDeliver(to_deliver, true)
            }
        };
        screens.session.store_prefetched(asked, Box::new(answer));
        press_alone(&mut screens, ">");
        assert!(screens.text_at_once().contains("珍珠米 10 kg"), "{}", screens.text_at_once());
        // An answer is given once: what is asked again is read again.
        press_alone(&mut screens, "<");
        press_alone(&mut screens, ">");
        assert!(!screens.text_at_once().contains("珍珠米 10 kg"), "{}", screens.text_at_once());
    }
}

#[test]
fn nothing_that_was_read_ahead_is_shown_after_the_shop_has_changed() {
    for screen in ["1", "3"] {
        let mut screens = usual();
        // The days beside this one are read ahead; then another program plans a delivery for one.
        screens.press(screen).draw();
        let mut app = screens.shop.open_again();
        let tomorrow = today() + Days::new(1);
        let (chen, rice) = (app.customers_meant("陈师傅", 1).unwrap()[0].id, ProductId::new(1));
        let lines = vec![(rice, Quantity::whole(7))];
        app.perform(&Command::PlanDelivery(Plan { customer: chen, on: tomorrow, lines })).unwrap();
        assert!(screens.session.pulse());
        press_alone(&mut screens, ">");
        let seen = screens.text_at_once();
        assert!(seen.contains("陈师傅") && seen.contains("7 kg"), "{seen}");
    }
}

// F9
#[test]
fn a_missed_stop_of_the_evening_is_recorded_and_the_next_one_follows() {
    let mut screens = usual();
    let seen = screens.press("3 D ctrl-x").text();
    assert!(seen.contains("Nobody was there") && seen.contains("C120"), "{seen}");
    // Esc leads back to the stop, at which nothing has happened.
    let seen = screens.press("esc").text();
    assert!(seen.contains("Delivered  1 of 2"), "{seen}");
    let seen = screens.press("ctrl-x").paste("out").press("enter").text();
    assert!(seen.contains("Delivered  2 of 2") && seen.contains("C088"), "{seen}");
    let seen = screens.press("enter esc").text();
    assert!(seen.contains("out") && seen.contains("✓"), "{seen}");
}

// F9
#[test]
fn planned_and_done_deliveries_are_edited_by_one_key() {
    let mut screens = usual();
    let seen = screens.press("3 e").text();
    assert!(seen.contains("Delivery") && seen.contains("Also delivered"), "{seen}");
    let seen = screens.press("ctrl-u").paste("25").press("enter").text();
    assert!(seen.contains("changed") && seen.contains("25 kg"), "{seen}");
    // Recorded as planned, then corrected: the tab follows by a correction, and undo takes it back.
    screens.press("D enter esc");
    let done = |screens: &mut Screens| {
        screens.press("G k k k k");
        while screens.session.model().subject().is_none_or(|one| one.delivered.is_none()) {
            screens.press("j");
        }
    };
    done(&mut screens);
    let seen = screens.press("e ctrl-u").paste("20").press("enter").text();
    assert!(seen.contains("corrected") && seen.contains("20 kg"), "{seen}");
    let check = |screens: &Screens| screens.shop.open_again().check().unwrap();
    assert!(check(&screens).is_empty());
    let seen = screens.press("u").text();
    assert!(seen.contains("Undone"), "{seen}");
    assert!(check(&screens).is_empty());
}

// F9
#[test]
fn a_row_that_is_no_planned_or_done_delivery_says_that_it_cannot_be_edited() {
    let mut screens = usual();
    screens.press("3 G e");
    assert!(screens.text().contains("can be edited"), "{}", screens.text());
}

#[test]
fn a_key_closes_the_day_and_what_is_dated_on_it_is_refused_from_then_on() {
    let mut screens = usual();
    screens.press("1").press("K");
    let seen = screens.text();
    assert!(seen.contains("Close the day") && seen.contains("expected 0"), "{seen}");
    // A difference needs a reason, and what was typed stays.
    let seen = screens.press("5 enter").text();
    assert!(seen.contains("a difference of") && seen.contains("difference 5"), "{seen}");
    let seen = screens.press("x enter").text();
    assert!(seen.contains("closed: 5 counted, a difference of 5 (x)"), "{seen}");
    let seen = screens.press("K").text();
    assert!(seen.contains("is closed already"), "{seen}");
    let seen = screens.press("3 D enter").text();
    assert!(seen.contains("is closed, and what is dated"), "{seen}");
    let seen = screens.press("esc u").text();
    assert!(!seen.contains("is closed, and"), "{seen}");
    assert_eq!(screens.shop.open_again().day_closes().unwrap(), []);
}
