//! Money and goods by keys: a payment on a tab, goods that come in, and the journal with its undo.

use chrono::Days;
use ricejar::domain::day::parse_iso;
use ricejar::domain::entry::EntryDetails;
use ricejar::domain::shop::Language;
use ricejar::domain::tab::{EntryKind, OverLimit};
use ricejar::domain::{Command, Money, Quantity};
use ricejar::i18n::{Localizer, Sentence};
use ricejar::tui::keymap::KeyContext;
use ricejar::tui::model::{Model, Overlay, ToastKind};
use ricejar::tui::msg::Msg;
use ricejar::tui::theme::Look;
use ricejar::tui::update::update;

use super::shop::{TestShop, today};
use super::stage::Stage;

fn usual() -> Stage {
    Stage::usual(120, 40)
}

/// How much of the product that is called so is there.
fn stock(stage: &Stage, name: &str) -> Quantity {
    let products = stage.shop.open_again().products().unwrap();
    products.into_iter().find(|(product, _)| product.name == name).unwrap().1
}

#[test]
fn a_payment_is_written_down_where_one_sees_who_owes_and_the_tab_shows_what_it_settled() {
    let mut stage = usual();
    stage.press("5");
    let first = stage.session.model().tabs.window.selected().unwrap().clone();
    stage.press("p ctrl-u").paste("100").press("enter");
    let seen = stage.text();
    assert!(seen.contains(&format!("{} {} paid 100", first.who.code, first.who.name)), "{seen}");
    stage.press("t");
    let seen = stage.text();
    assert!(seen.contains(&format!("Tab of {} {}", first.who.code, first.who.name)), "{seen}");
    let payment = seen.lines().rfind(|line| line.contains("  payment")).unwrap();
    assert!(payment.contains("-100") && payment.contains("100 of "), "{payment}");
    stage.press("esc enter");
    assert_eq!(stage.session.model().place(), KeyContext::Page);
    stage.press("t");
    assert!(stage.text().contains("Tab of "));
}

#[test]
fn goods_come_in_and_are_counted_on_the_shelf() {
    let mut stage = usual();
    stage.press("6 / o i l enter");
    let before = stock(&stage, "oil");
    stage.press("r ctrl-u").paste("12.5").press("tab ctrl-u").paste("70").press("enter");
    let seen = stage.text();
    assert!(seen.contains("oil"), "{seen}");
    assert_eq!(stock(&stage, "oil"), before + Quantity::from_thousandths(12_500));
    // What a unit cost is filled in the next time.
    stage.press("r");
    assert!(stage.text().contains("70"));
    stage.press("esc c ctrl-u").paste("9").press("enter");
    assert_eq!(stock(&stage, "oil"), Quantity::whole(9));
    stage.press("u u");
    assert_eq!(stock(&stage, "oil"), before);
}

#[test]
fn the_store_room_says_what_to_buy_by_when_and_what_is_on_order() {
    let mut stage = usual();
    let shelf = |stage: &Stage| {
        let shelves = &stage.session.model().products.rows;
        shelves.iter().find(|shelf| shelf.product.name == "珍珠米").unwrap().clone()
    };
    stage.press("6");
    let missing = shelf(&stage);
    assert_eq!((missing.need, missing.missing), (Quantity::whole(85), Quantity::whole(15)));
    assert_eq!(missing.by, Some(parse_iso("2026-04-07").unwrap()));
    let row = |seen: &str| seen.lines().find(|line| line.contains("珍珠米")).unwrap().to_owned();
    let seen = row(&stage.text());
    assert!(seen.contains("85 kg  15 kg  7 Apr"), "{seen}");
    // What is missing is offered; too late is as if it were not there.
    stage.press("down o");
    let seen = stage.text();
    assert!(seen.contains("15 kg to buy by Tue 7 Apr 2026"), "{seen}");
    stage.press("tab").paste("2026-04-20").press("enter");
    let ordered = shelf(&stage);
    assert_eq!(ordered.product.on_order, Some(Quantity::whole(15)));
    assert_eq!((ordered.missing, ordered.by), (Quantity::ZERO, missing.by));
    let seen = row(&stage.text());
    assert!(seen.contains("7 Apr") && seen.contains("15 kg") && seen.contains("20 Apr"), "{seen}");
    // In time it is all that is needed; nothing on order any more takes its day along.
    stage.press("o tab ctrl-u").paste("2026-04-06").press("enter");
    assert_eq!(shelf(&stage).by, None);
    stage.press("o ctrl-u").paste("0").press("enter");
    assert_eq!((shelf(&stage).product.on_order, shelf(&stage).product.arrives_on), (None, None));
    stage.press("u u u");
    assert_eq!(shelf(&stage), missing);
    stage.press("o ctrl-u").paste("1o").press("enter");
    assert!(stage.text().contains("“1o” is not a number."), "{}", stage.text());
}

#[test]
fn a_wrong_quantity_says_so_and_is_not_lost() {
    let mut stage = usual();
    stage.press("6 r ctrl-u").paste("1o").press("enter");
    let seen = stage.text();
    assert!(seen.contains("“1o” is not a number."), "{seen}");
    assert_eq!(stage.session.model().place(), KeyContext::Form);
}

#[test]
fn the_journal_takes_back_one_line_or_all_down_to_a_line() {
    let mut stage = usual();
    let tabs = |stage: &Stage| stage.session.model().tabs.window.rows.clone();
    stage.press("5");
    let before = tabs(&stage);
    for amount in ["10", "20", "30"] {
        stage.press("p ctrl-u").paste(amount).press("enter");
    }
    // The second newest alone: three payments of one tab do not stand on each other.
    stage.press("J down u");
    let seen = stage.text();
    assert!(seen.contains("Undone") && seen.contains("paid 20"), "{seen}");
    // The undo stands on top now; the first payment is the fourth line.
    stage.press("g down down down U");
    let seen = stage.text();
    assert!(seen.contains("2 changes were undone."), "{seen}");
    stage.press("esc esc");
    assert_eq!(tabs(&stage), before);
    // Each of them can be done again.
    stage.press("ctrl-r ctrl-r ctrl-r");
    assert_ne!(tabs(&stage), before);
    stage.press("ctrl-r");
    assert_eq!(stage.session.model().toast.as_ref().unwrap().mood, ToastKind::Bad);
}

#[test]
fn a_line_that_others_stand_on_is_not_taken_back_alone_but_with_all_of_them() {
    let mut stage = usual();
    stage.press("J G k k k");
    let line = |stage: &Stage| match stage.session.model().overlays.last() {
        Some(Overlay::Journal(journal)) => journal.selected().cloned(),
        _ => None,
    };
    let selected = line(&stage).unwrap();
    assert_eq!(selected.detail.named_customer().unwrap().label(), "C102 林阿嬷");
    // It is of an earlier day, so it is asked about. F8
    stage.press("u y");
    let seen = stage.text();
    assert!(!seen.contains("Undone"), "{seen}");
    assert_eq!(stage.session.model().toast.as_ref().unwrap().mood, ToastKind::Bad);
    stage.press("U");
    let seen = stage.text();
    assert!(seen.contains("changes were undone."), "{seen}");
    let app = stage.shop.open_again();
    assert!(app.customers_meant("C102", 2).unwrap().is_empty());
    assert_eq!(app.products().unwrap().len(), 2);
    // The selection is still at that line, which is not in force any more.
    assert_eq!(line(&stage).map(|line| (line.id, line.in_effect)), Some((selected.id, false)));
    // A second time there is nothing left to take back, and it says so.
    let seen = stage.press("U").text();
    assert!(seen.contains("Everything down to this line is already undone."), "{seen}");
}

#[test]
fn undo_to_here_says_how_far_it_came_and_why_it_ended() {
    let (_shop, app) = TestShop::empty();
    let words = Localizer::new(Language::English, app.shop().unwrap().currency);
    let (shop, today) = (app.shop().unwrap(), app.today());
    let mut model = Model::new(words, shop, today, Look::default(), (80, 24));
    let refused = Sentence { text: "The disk is full.".to_owned(), hint: None };
    update(&mut model, Msg::UndoneTo(Vec::new(), Some(refused)));
    let toast = model.toast.unwrap();
    assert_eq!(toast.said.text, "Nothing was undone.");
    assert_eq!(
        (toast.said.hint.as_deref(), toast.mood),
        (Some("The disk is full."), ToastKind::Bad)
    );
}

#[test]
fn a_line_of_the_journal_shows_its_rows_before_and_after() {
    let mut stage = usual();
    stage.press("5 p ctrl-u").paste("45").press("enter J enter");
    let seen = stage.text();
    assert!(seen.contains("entry") && seen.contains("Amount: -45"), "{seen}");
    stage.press("esc esc");
    assert_eq!(stage.session.model().place(), KeyContext::Tabs);
}

#[test]
fn the_journal_of_one_customer_holds_only_what_was_done_with_them() {
    let mut stage = usual();
    stage.press("2 / l a m enter p enter / ctrl-u 0 8 8 enter p enter / ctrl-u l a m enter esc V");
    let seen = stage.text();
    assert!(seen.contains("C102 林阿嬷") && seen.contains("paid 620"), "{seen}");
    assert!(!seen.contains("吴家"), "{seen}");
    // What lies between is not seen, and so it is not taken back.
    assert!(stage.press("down U").text().contains("works only in the unfiltered journal"));
    stage.press("up u");
    let seen = stage.text();
    assert!(seen.contains("Undone") && !seen.contains("吴家"), "{seen}");
    assert!(stage.press("esc J").text().contains("吴家"));
}

#[test]
fn the_journal_goes_from_day_to_day_and_shows_the_lines_that_are_asked_for() {
    let mut stage = usual();
    // Two more days, on the second of which somebody else works.
    stage.press("2 c").paste("first day").press("enter");
    stage.shop.day.set(today() + Days::new(1));
    stage.session.pulse();
    stage.press("down c").paste("second day").press("enter");
    let mut app = stage.shop.open_again();
    let mut clock = super::shop::clock(stage.shop.day.get());
    clock.stamp.by = "小李".to_owned();
    app.set_clock(clock);
    let customer = app.customers_meant("C009", 1).unwrap().remove(0).id;
    app.perform(&Command::ReturnCustomer { customer }).unwrap_err();
    let paid = Command::AddEntry {
        customer,
        kind: EntryKind::Payment,
        amount: Money::from_minor(7),
        on: stage.shop.day.get(),
        method: String::new(),
        note: String::new(),
        over: OverLimit::Refuse,
        details: EntryDetails::default(),
    };
    app.perform(&paid).unwrap();
    stage.session.pulse();
    let lines = |stage: &Stage| match stage.session.model().overlays.last() {
        Some(Overlay::Journal(journal)) => journal.lines.len(),
        other => panic!("{other:?}"),
    };
    stage.press("J");
    let all = lines(&stage);
    let seen = stage.press("<").text();
    assert!(seen.contains("up to Fri 27 Mar 2026") && !seen.contains("2026-03-28"), "{seen}");
    assert_eq!(lines(&stage), all - 2);
    assert!(!stage.press("<").text().contains("2026-03-27"), "{}", stage.text());
    // Lines that are not seen are not taken back with the others.
    assert!(stage.press("U").text().contains("works only in the unfiltered journal"));
    let seen = stage.press("> >").text();
    assert!(!seen.contains("up to"), "{seen}");
    assert_eq!(lines(&stage), all);
    assert!(stage.press(">").text().contains("already the newest lines"));
    // By somebody, of a customer, up to a day.
    stage.press("/ tab tab").paste("李").press("enter");
    let seen = stage.text();
    assert!(seen.contains("by 李") && seen.contains("小李") && lines(&stage) == 1, "{seen}");
    stage.press("/ tab").paste("c001").press("enter ctrl-u enter");
    let seen = stage.text();
    assert!(seen.contains("Journal  C001 王永庆") && !seen.contains("C009"), "{seen}");
    stage.press("/").paste("2020-01-01").press("enter");
    assert!(stage.text().contains("No lines match."), "{}", stage.text());
    stage.press("/ ctrl-u tab ctrl-u").paste("nobody").press("enter");
    assert_eq!(stage.session.model().place(), KeyContext::Form);
    stage.press("ctrl-u enter");
    assert_eq!(lines(&stage), all);
}

#[test]
fn the_jars_are_listed_by_their_empty_day_and_each_opens_its_customer() {
    let mut stage = usual();
    let app = stage.shop.open_again();
    let all = app.jars(None).unwrap();
    let listed = |stage: &Stage| match stage.session.model().overlays.last() {
        Some(Overlay::Jars(window)) => window.rows.iter().map(|row| row.jar).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    stage.press("W");
    assert_eq!(listed(&stage), all.iter().map(|row| row.jar).collect::<Vec<_>>());
    let seen = stage.text();
    assert!(seen.contains("Jars by the day they run out") && seen.contains("Safe until"), "{seen}");
    // The last and the first, whose customer and reasons are a key away.
    stage.press("G g down w");
    assert!(stage.text().contains(&all[1].who.name), "{}", stage.text());
    stage.press("esc enter");
    assert_eq!(stage.session.model().page().unwrap().customer.id, all[1].who.id);
    // Those up to a day, and of a customer.
    stage.press("esc /").paste("2026-03-31").press("enter");
    let until =
        |row: &&ricejar::domain::views::JarRow| row.likely <= parse_iso("2026-03-31").unwrap();
    assert_eq!(listed(&stage).len(), all.iter().filter(until).count());
    stage.press("/ ctrl-u tab").paste("c102").press("enter");
    assert!(listed(&stage).len() < all.len() && !listed(&stage).is_empty());
    let seen = stage.press("/ tab ctrl-u").paste("nobody at all").press("enter").text();
    assert!(seen.contains("No jars match."), "{seen}");
    // From the panel of the insights it is the key that opens.
    stage.press("esc 7 right right right right enter");
    assert_eq!(stage.session.model().place(), KeyContext::Jars);
}
