//! Everything that the commands can do, done by keys and forms through the real update loop.

use ricejar::domain::customer::CustomerField;
use ricejar::domain::shop::Language;
use ricejar::tui::keymap::KeyContext;
use ricejar::tui::model::PageField;

use super::shop::TestShop;
use super::stage::Stage;

fn usual() -> Stage {
    Stage::usual(80, 24)
}

#[test]
fn at_the_door_the_four_ticks_and_what_was_not_brought_are_written_down() {
    let mut stage = usual();
    // Rice and oil of O'Neill: 20 kg of the 30 were brought, the oil jar stood at 4.5 L.
    stage.press("down d shift-tab shift-tab ctrl-u").paste("20");
    stage.press("tab tab 1 tab").paste("1.5 L").press("tab").paste("0");
    // The money is in cash.
    stage.press("tab").press("tab space tab space space tab right tab space tab space");
    let seen = stage.text();
    assert_eq!(seen.matches("[✓]").count(), 3, "{seen}");
    assert!(seen.contains("[ ]") && seen.contains("not wanted"), "{seen}");
    stage.press("enter");
    assert!(stage.text().contains("Delivered to C120"), "{}", stage.text());
    let app = stage.shop.open_again();
    let page = app.customer_page(app.customers_meant("C120", 2).unwrap().remove(0).id).unwrap();
    let brought = page.delivered.first().unwrap().lines.first().unwrap().delivered;
    assert_eq!(brought, Some(ricejar::domain::Quantity::whole(20)));
    assert!(page.planned.is_empty());
}

#[test]
fn a_missed_delivery_has_a_reason_and_a_next_day() {
    let mut stage = usual();
    stage.press("down m").paste("没人在家").press("tab ctrl-u").paste("mon").press("enter");
    let seen = stage.text();
    assert!(seen.contains("没人在家"), "{seen}");
    stage.press("3 > > >");
    assert!(stage.text().contains("O'Neill"), "{}", stage.text());
    // What was only proposed cannot be missed, and says so.
    let mut stage = usual();
    assert!(stage.press("m").text().contains("Only a planned delivery can be missed."));
}

// B8
#[test]
fn a_proposed_stop_is_skipped_for_a_reason_and_leaves_the_list_until_it_is_undone() {
    let mut stage = usual();
    let name = |stage: &Stage| stage.session.model().subject().map(|subject| subject.name);
    let skipped = name(&stage).unwrap();
    let code = skipped.split(' ').next().unwrap();
    stage.press("x").paste("出远门").press("enter");
    assert!(stage.text().contains("skipped until"), "{}", stage.text());
    assert_ne!(name(&stage).as_deref(), Some(skipped.as_str()));
    stage.press("2 /").paste(code).press("enter enter");
    assert!(stage.text().contains("出远门"), "{}", stage.text());
    let in_force = |stage: &Stage| stage.shop.open_again().skips(None).unwrap().len();
    assert_eq!(in_force(&stage), 1);
    stage.press("esc esc 1 u");
    assert!(stage.text().contains("Undone"), "{}", stage.text());
    assert_eq!(in_force(&stage), 0);
}

#[test]
fn what_was_said_is_written_down_with_a_promise_to_pay() {
    let mut stage = usual();
    stage.press("c enter");
    assert_eq!(stage.session.model().place(), KeyContext::Form);
    stage.paste("下周一付").press("tab p tab 4 tab").paste("mon");
    assert!(stage.text().contains("by telephone") || stage.text().contains("phone"));
    stage.press("enter 4");
    let seen = stage.text();
    assert!(seen.contains("下周一付"), "{seen}");
    stage.press("1 enter");
    assert!(stage.text().contains("下周一付"), "{}", stage.text());
}

#[test]
fn a_customer_is_written_down_with_who_sent_them_found_by_pinyin() {
    let mut stage = usual();
    stage.press("2 a enter");
    assert!(stage.text().contains("A customer needs a name"), "{}", stage.text());
    stage.paste("赵家").press("tab").paste("0911-222-333, 02-555").press("tab").paste("河边");
    stage.press("tab tab tab 2 tab tab tab").paste("99");
    // Referred by stands six fields before the end; what was found is taken with Enter.
    stage.press("shift-tab shift-tab shift-tab shift-tab shift-tab shift-tab shift-tab shift-tab");
    stage.press("shift-tab shift-tab shift-tab shift-tab shift-tab shift-tab").paste("wyq");
    assert_eq!(stage.session.model().place(), KeyContext::Picker);
    assert!(stage.text().contains("C001 王永庆"), "{}", stage.text());
    stage.press("enter");
    assert_eq!(stage.session.model().place(), KeyContext::Day);
    stage.press("enter");
    let seen = stage.text();
    assert!(seen.contains("“99”"), "{seen}");
    // Nothing typed was lost.
    stage.press("ctrl-u").paste("25").press("enter");
    assert!(stage.text().contains("赵家"), "{}", stage.text());
    let app = stage.shop.open_again();
    let known = app.customers_meant("赵家", 2).unwrap().remove(0);
    assert_eq!(known.phones, ["0911-222-333", "02-555"]);
    assert_eq!((known.area.as_str(), known.household.adults), ("河边", 2));
    assert_eq!(known.payday.to_string(), "25");
    let sent_by = app.customers_meant("C001", 2).unwrap().remove(0).id;
    assert_eq!(known.referred_by, Some(sent_by));
}

#[test]
fn editing_puts_in_only_what_was_changed() {
    let mut stage = usual();
    stage.press("2 / 1 0 2 enter enter e tab tab tab tab ctrl-u").paste("有猫").press("enter");
    let seen = stage.text();
    assert!(seen.contains("有猫") && seen.contains("C102 林阿嬷"), "{seen}");
    stage.press("u");
    assert!(stage.text().contains("按两次门铃"), "{}", stage.text());
}

#[test]
fn away_household_leaving_and_coming_back_are_keys_of_the_page() {
    let mut stage = usual();
    stage
        .press("2 / 1 0 2 enter enter A ctrl-u")
        .paste("+2")
        .press("tab")
        .paste("+1")
        .press("enter");
    assert_eq!(stage.session.model().place(), KeyContext::Day);
    stage.press("ctrl-u").paste("+5").press("tab 2 enter");
    assert!(stage.text().contains("29 Mar to 1 Apr"), "{}", stage.text());
    stage.press("H ctrl-u 3 enter");
    assert!(stage.text().contains("adults 3"), "{}", stage.text());
    // Who is there now stands on the page, and is what is changed there; the first day is another matter.
    let row = |stage: &Stage| stage.session.model().page_sheet().and_then(|sheet| sheet.at);
    while row(&stage) != Some(PageField::Customer(CustomerField::Household)) {
        stage.press("down");
    }
    assert!(stage.press("enter").text().contains("Household change"), "{}", stage.text());
    let seen = stage.press("esc e").text();
    assert!(seen.contains("at the start"), "{seen}");
    stage.press("esc");
    stage.press("L").paste("搬走了").press("enter");
    assert!(stage.text().contains("搬走了"), "{}", stage.text());
    stage.press("L");
    assert!(!stage.text().contains("Left  "), "{}", stage.text());
}

#[test]
fn a_jar_is_agreed_with_a_product_found_as_you_type_and_changed_later() {
    let mut stage = usual();
    stage.press("2 / 1 0 2 enter enter a").paste("nothing like it").press("enter");
    assert_eq!(stage.session.model().place(), KeyContext::Form);
    stage.press("ctrl-u o enter 4 tab 6 enter");
    assert!(stage.text().contains("oil"), "{}", stage.text());
    stage.press("J ctrl-u").paste("12").press("enter");
    let app = stage.shop.open_again();
    let page = app.customer_page(app.customers_meant("C102", 2).unwrap().remove(0).id).unwrap();
    let mut usual: Vec<_> =
        page.jars.iter().filter_map(|jar| jar.jar.usual).map(|usual| usual.to_string()).collect();
    usual.sort();
    assert_eq!(usual, ["12", "4"]);
}

#[test]
fn a_follow_up_comes_again_and_is_done_with_an_outcome() {
    let mut stage = usual();
    stage.press("f").paste("问油够不够").press("tab ctrl-u").paste("fri").press("tab");
    stage.paste("2 weeks").press("enter 4");
    assert!(stage.text().contains("问油够不够"), "{}", stage.text());
}

#[test]
fn proposals_are_planned_one_or_all_marked_and_undone_in_one_step() {
    let mut stage = usual();
    stage.press("3");
    let proposed = |stage: &mut Stage| {
        let text = stage.text();
        text.lines().filter(|line| line.contains("│+ ") || line.contains("▌+ ")).count()
    };
    let before = proposed(&mut stage);
    assert!(before >= 2, "{}", stage.text());
    // The selected one alone.
    stage.press("G P");
    assert_eq!(proposed(&mut stage), before - 1, "{}", stage.text());
    stage.press("u");
    assert_eq!(proposed(&mut stage), before);
    // Every marked one, as one step.
    stage.press("*");
    assert_eq!(stage.text().matches("✓").count(), before);
    stage.press("G space");
    assert_eq!(stage.text().matches("✓").count(), before - 1);
    stage.press("space P");
    assert_eq!(proposed(&mut stage), 0, "{}", stage.text());
    stage.press("u");
    assert_eq!(proposed(&mut stage), before);
}

#[test]
fn a_promised_delivery_moves_by_keys_and_is_cancelled_after_a_reason_that_may_stay_empty() {
    let mut stage = usual();
    stage.press("3 +");
    let seen = stage.text();
    assert!(seen.contains("28 Mar"), "{seen}");
    let seen = stage.press("u x").text();
    assert!(seen.contains("Cancel the delivery") && seen.contains("Reason"), "{seen}");
    stage.press("enter");
    assert_eq!(stage.session.model().place(), KeyContext::Deliveries);
    let seen = stage.text();
    assert!(seen.contains("cancelled"), "{seen}");
    // What was said stays with it, in the list of its day.
    stage.press("u g x").paste("moved away").press("enter");
    let row = stage.text().lines().find(|line| line.contains("cancelled")).map(str::to_owned);
    assert!(row.is_some_and(|row| row.contains("moved away")), "{}", stage.text());
    stage.press("u");
    assert!(stage.text().contains("Undone"), "{}", stage.text());
    // What is only proposed has nothing to cancel: it is skipped. What is promised cannot be marked.
    let seen = stage.press("G x").text();
    assert!(seen.contains("Skip") && seen.contains("Propose none until"), "{seen}");
    stage.press("esc g space");
    assert!(stage.text().contains("Only a proposed delivery"), "{}", stage.text());
}

#[test]
fn a_follow_up_that_is_not_needed_is_dropped() {
    let mut stage = usual();
    stage.press("4 x");
    assert!(
        stage.text().contains("dropped") || stage.text().contains("not needed"),
        "{}",
        stage.text()
    );
}

#[test]
fn a_delivery_is_planned_by_hand_and_a_jar_is_looked_into() {
    let mut stage = usual();
    stage.press("2 / 0 0 1 enter b ctrl-u").paste("mon").press("tab z enter 7 enter 3 > > >");
    assert!(stage.text().contains("珍珠米 7 kg"), "{}", stage.text());
    // Without goods it is what they usually take.
    stage.press("2 b enter 3 T >");
    assert!(stage.text().contains("珍珠米 15 kg"), "{}", stage.text());
    stage.press("1 r x enter");
    assert_eq!(stage.session.model().place(), KeyContext::Form);
    stage.press("ctrl-u").paste("4.5kg").press("enter");
    assert_eq!(stage.session.model().place(), KeyContext::Today);
    assert!(stage.text().contains("4.5 kg"), "{}", stage.text());
}

#[test]
fn those_who_have_left_are_listed_on_demand_and_told_apart() {
    let mut stage = usual();
    stage.press("2 / 1 0 2 enter enter L").paste("搬走了").press("enter esc esc / ctrl-u enter");
    assert!(!stage.text().contains("C102"), "{}", stage.text());
    stage.press("v");
    let seen = stage.text();
    let row = seen.lines().find(|line| line.starts_with("│ C102")).unwrap();
    assert!(row.contains(" left "), "{seen}");
    let left = |line: &&str| line.starts_with("│ C") && line.contains(" left ");
    assert_eq!(seen.lines().filter(left).count(), 1, "{seen}");
    assert!(seen.contains("including former customers"), "{seen}");
    // Whoever comes back is with us again.
    stage.press("/ 1 0 2 enter enter L esc esc / ctrl-u enter v");
    assert!(stage.text().contains("C102"), "{}", stage.text());
}

#[test]
fn the_jar_that_is_read_need_not_be_named_where_there_is_only_one() {
    let mut stage = usual();
    stage.press("2 / 0 0 1 enter r");
    assert!(stage.text().contains("珍珠米"), "{}", stage.text());
    stage.press("3 enter");
    assert_eq!(stage.session.model().place(), KeyContext::Customers, "{}", stage.text());
    // Of two jars one has to be named.
    stage.press("/ ctrl-u 1 2 0 enter r 3 enter");
    assert_eq!(stage.session.model().place(), KeyContext::Form, "{}", stage.text());
}

#[test]
fn what_is_said_after_a_reading_is_about_the_jar_that_was_read() {
    let mut stage = usual();
    // O'Neill has rice and oil; the rice runs out first.
    stage.press("down r").paste("1.5").press("tab ctrl-u").paste("oil").press("enter enter");
    let seen = stage.text();
    assert!(seen.contains("oil: runs out about"), "{seen}");
}

// F14: the mood of a contact was on no screen.
#[test]
fn the_mood_of_the_last_contact_is_in_the_lists_without_colour() {
    for language in Language::ALL {
        let mut stage = Stage::new(TestShop::usual(), language, (120, 40));
        stage.press("2 / 0 0 9 enter c").paste("米里有虫").press("tab tab space space enter");
        assert!(stage.text().contains(" :( "), "{}", stage.text());
        stage.press("1");
        let seen = stage.text();
        let row = seen.lines().find(|line| line.contains(":( ") && line.contains("张伯"));
        assert!(row.is_some(), "{seen}");
        stage.press("4");
        assert!(stage.text().contains(":( 米里有虫"), "{}", stage.text());
    }
}

// B12
#[test]
fn a_day_of_another_year_is_shown_with_its_year_in_a_list() {
    let mut stage = usual();
    stage.press("2 / 0 0 9 enter c").paste("喂").press("shift-tab ctrl-u").paste("2025-11-27");
    stage.press("enter");
    assert!(stage.text().contains("27 Nov 2025"), "{}", stage.text());
}
