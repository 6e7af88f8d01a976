//! The forms for what is written down by hand: entries, products, the rules of the shop.

use ricejar::domain::action::ActionDetail;
use ricejar::domain::day::parse_iso;
use ricejar::domain::shop::{Language, ShopSetting};
use ricejar::domain::tab::{EntryKind, Statement};
use ricejar::domain::{Command, Money, Quantity};
use ricejar::tui::input::MouseDid;
use ricejar::tui::keymap::KeyContext;
use ricejar::tui::model::Overlay;
use unicode_width::UnicodeWidthStr;

use super::shop::TestShop;
use super::stage::Stage;

fn usual() -> Stage {
    Stage::usual(80, 24)
}

fn statement(stage: &Stage, code: &str) -> Statement {
    let app = stage.shop.open_again();
    let customer = app.customers_meant(code, 2).unwrap().remove(0);
    app.tab(customer.id).unwrap().1
}

#[test]
fn an_entry_of_every_kind_is_written_where_the_tab_is_seen() {
    let mut stage = usual();
    stage.press("2 / 0 0 9 enter enter");
    let before = statement(&stage, "C009").balance;
    // The first letter of a kind takes it.
    for (keys, amount) in [("c", "50"), ("d", "20"), ("r", "7"), ("w", "5"), ("c", "30")] {
        stage.press("n").press(keys).press("tab").paste(amount).press("enter");
        assert_eq!(stage.session.model().place(), KeyContext::Page, "{}", stage.text());
    }
    // The kind before the first is the last one: a correction, which alone may be negative.
    stage.press("n left tab").paste("-2").press("enter");
    let written = Money::from_minor(50 - 20 + 7 - 5 + 30 - 2);
    assert_eq!(statement(&stage, "C009").balance, before + written);
    stage.press("esc 5 n tab").paste("-2").press("enter");
    assert_eq!(stage.session.model().place(), KeyContext::Entry);
}

#[test]
fn a_deposit_is_recorded_and_returned_by_the_form_of_entries_and_owes_nothing() {
    let mut stage = usual();
    stage.press("2 / 0 0 9 enter enter");
    let before = statement(&stage, "C009").balance;
    for amount in ["100", "-30"] {
        stage.press("n left left tab").paste(amount).press("enter");
        assert_eq!(stage.session.model().place(), KeyContext::Page, "{}", stage.text());
    }
    let tab = statement(&stage, "C009");
    assert_eq!((tab.balance, tab.held), (before, Money::from_minor(70)));
    assert!(stage.text().contains("Deposits      70"), "{}", stage.text());
    stage.press("t");
    assert!(stage.text().contains("deposits 70"), "{}", stage.text());
    // More than is held cannot be returned: the form stays with what was typed.
    stage.press("n left left tab").paste("-71").press("enter");
    assert_eq!(stage.session.model().place(), KeyContext::Entry);
}

#[test]
fn what_a_form_proposes_gives_way_to_what_is_typed_first() {
    let mut stage = usual();
    let before = statement(&stage, "C009").balance;
    // The sum that is owed is proposed; a part of it is typed without emptying the field first.
    stage.press("2 / 0 0 9 enter p 5 0 tab tab tab - 1 enter");
    let tab = statement(&stage, "C009");
    assert_eq!(tab.balance, before - Money::from_minor(50), "{}", stage.text());
    assert_eq!(tab.lines.last().unwrap().entry.on, parse_iso("2026-03-26").unwrap());
}

#[test]
fn one_acts_on_the_customer_whose_tab_is_open_and_the_tab_shows_it() {
    let mut stage = usual();
    stage.press("2 / 0 0 9 enter enter t");
    assert_eq!(stage.session.model().place(), KeyContext::Statement);
    stage.press("p");
    assert!(stage.text().contains("120"), "{}", stage.text());
    // Back-dated: the money came in the day before yesterday.
    stage.press("tab tab tab ctrl-u").paste("-2").press("enter");
    assert_eq!(stage.session.model().place(), KeyContext::Statement);
    let tab = statement(&stage, "C009");
    let last = &tab.lines.last().unwrap().entry;
    assert_eq!((last.kind, last.on), (EntryKind::Payment, parse_iso("2026-03-25").unwrap()));
    assert!(tab.balance.is_zero());
    let seen = stage.text();
    let payment = seen.lines().find(|line| line.contains("payment")).unwrap_or_default();
    assert!(payment.contains("25 Mar") && seen.contains("settled"), "{seen}");
    // More than is owed cannot be let off: the form stays with what was typed.
    stage.press("n d tab").paste("1").press("enter");
    assert_eq!(stage.session.model().place(), KeyContext::Entry);
    stage.press("esc y u");
    assert_eq!(statement(&stage, "C009").balance, Money::from_minor(120));
}

#[test]
fn a_product_is_written_down_with_every_field_and_changed_later() {
    let mut stage = usual();
    stage.press("6 a enter");
    assert_eq!(stage.session.model().place(), KeyContext::Product);
    assert!(stage.text().contains("name, a unit and a price"), "{}", stage.text());
    let first = ["紫米", "kg", "36", "2x", "10", "30", "rice"];
    for typed in first.into_iter().chain(["sack dry; jar shut", "", "0.15", "0.4", "0.6", "45"]) {
        stage.press("ctrl-u").paste(typed).press("tab");
    }
    // What is wrong is said under its field, and nothing typed is lost.
    stage.press("enter");
    assert!(stage.text().contains("“2x”"), "{}", stage.text());
    stage.press("ctrl-u").paste("20").press("enter");
    assert_eq!(stage.session.model().place(), KeyContext::Products, "{}", stage.text());
    let known = |stage: &Stage| {
        let products = stage.shop.open_again().products().unwrap();
        products.into_iter().find(|(product, _)| product.name == "紫米").unwrap()
    };
    let (product, stock) = known(&stage);
    assert_eq!((product.price, product.cost), (Money::from_minor(36), Money::from_minor(20)));
    assert_eq!(
        (product.pack, product.reorder),
        (Some(Quantity::whole(10)), Some(Quantity::whole(30)))
    );
    assert_eq!((product.kind.as_str(), product.child, product.elder), ("rice", 400, 600));
    assert_eq!(product.checklist, ["sack dry", "jar shut"]);
    assert_eq!(product.appetite.map(|rate| rate.to_string()).as_deref(), Some("0.15"));
    assert_eq!(stock, Quantity::whole(45));
    // A pack that is emptied is none; the rest stays.
    stage.press("/").paste("紫米").press("enter e tab tab ctrl-u").paste("38");
    stage.press("tab tab ctrl-u enter");
    let (changed, _) = known(&stage);
    assert_eq!((changed.price, changed.pack), (Money::from_minor(38), None));
    assert_eq!((changed.cost, changed.reorder), (product.cost, product.reorder));
    stage.press("u");
    assert_eq!(known(&stage).0, product);
}

#[test]
fn a_rule_that_is_set_as_it_was_is_not_named() {
    let (_shop, mut app) = TestShop::usual();
    let before = app.shop().unwrap();
    let name = ShopSetting::Name("新店".to_owned());
    let rules = vec![ShopSetting::GraceDays(before.grace_days), name];
    let done = app.perform(&Command::SetShop(rules)).unwrap();
    let settings = vec![ShopSetting::Name("新店".to_owned())];
    assert_eq!(done.detail, ActionDetail::ShopSet { settings });
}

#[test]
fn the_rules_of_the_shop_are_set_on_one_form_and_undone_in_one_step() {
    let mut stage = usual();
    let before = stage.shop.open_again().shop().unwrap();
    stage.press("S enter");
    assert!(stage.text().contains("Nothing was changed"), "{}", stage.text());
    // A currency cannot change once amounts are written: nothing of the form is set.
    stage.press("ctrl-u").paste("新店").press("tab c tab ctrl-u").paste("CNY").press("enter");
    assert_eq!(stage.session.model().place(), KeyContext::Form);
    assert_eq!(stage.shop.open_again().shop().unwrap(), before);
    stage.press("ctrl-u").paste("TWD").press("tab ctrl-u").paste("mon-fri");
    stage.press("tab ctrl-u").paste("2026-04-03..2026-04-06 清明;2026-05-01").press("tab ctrl-u");
    stage.paste("河边；竹巷；老街").press("tab ctrl-u").paste("60%").press("enter");
    let seen = stage.text();
    assert!(seen.contains("“60%” is not an accepted risk of an empty jar"), "{seen}");
    stage.press("ctrl-u").paste("2%").press("tab ctrl-u").paste("3").press("enter");
    let shop = stage.shop.open_again().shop().unwrap();
    assert_eq!((shop.name.as_str(), shop.language), ("新店", Some(Language::Chinese)));
    assert_eq!(
        (shop.delivery_days.to_string().as_str(), shop.holidays.len()),
        ("mon,tue,wed,thu,fri", 5)
    );
    assert_eq!(
        (shop.areas, shop.grace_days),
        (vec!["河边".into(), "竹巷".into(), "老街".into()], 3)
    );
    assert_eq!(shop.service_level.thousandths(), 20);
    // The screens speak the shop's language at once.
    assert!(stage.text().contains("今日"), "{}", stage.text());
    stage.press("u");
    assert_eq!(stage.shop.open_again().shop().unwrap(), before);
}

#[test]
fn the_page_tells_everything_that_happened_newest_first() {
    let mut stage = Stage::usual(120, 60);
    stage.press("4 / w y q enter d").paste("很满意").press("enter 2 / 0 0 1 enter enter");
    stage.press("A ctrl-u").paste("-9").press("tab").paste("-7").press("enter");
    stage.press("H ctrl-u 4 tab tab tab ctrl-u").paste("-3").press("enter");
    stage.press("H ctrl-u 5 tab tab tab ctrl-u").paste("+3").press("enter");
    stage.press("r ctrl-u").paste("4kg").press("enter");
    let seen = stage.text();
    let place = |what: &str| {
        let past = seen.find("History").unwrap();
        seen.get(past..).unwrap().find(what).unwrap_or_else(|| panic!("{what} in {seen}"))
    };
    let newest_first = ["4 kg", "adults 4", "18 Mar to 20 Mar", "24 Feb"];
    let places: Vec<usize> = newest_first.into_iter().map(place).collect();
    assert!(places.is_sorted(), "{places:?} {seen}");
    assert!(place("很满意") < place("adults 4"), "{seen}");
    // What is still to come is no past.
    assert!(seen.find("adults 5").unwrap() < seen.find("History").unwrap(), "{seen}");
}

#[test]
fn on_a_chinese_page_what_happened_stands_in_one_column_and_weekdays_have_their_names() {
    let mut stage = Stage::new(TestShop::usual(), Language::Chinese, (80, 24));
    stage.press("2 / 0 0 9 enter enter");
    for day in ["-18", "-1"] {
        stage.press("p 1 tab tab tab").paste(day).press("enter");
    }
    stage.press("e tab tab tab tab tab tab tab tab tab").paste("mon,wed").press("enter");
    let seen = stage.text();
    assert!(seen.contains("周一、周三"), "{seen}");
    let line = |text| seen.lines().find(|line| line.contains(text)).unwrap();
    let column = |day| line(day).split("付款").next().unwrap().width();
    assert_eq!(column("3月9日（周一）  "), column("3月26日（周四）  "), "{seen}");
}

#[test]
fn one_of_several_jars_is_chosen_and_changed() {
    let changed = |keys: &str, usual: &str| {
        let mut stage = usual_page();
        stage.press(keys).press("J ctrl-u").paste(usual).press("enter");
        let app = stage.shop.open_again();
        let id = app.customers_meant("C120", 2).unwrap().remove(0).id;
        let page = app.customer_page(id).unwrap();
        let jar = page
            .jars
            .into_iter()
            .find(|jar| jar.jar.usual.is_some_and(|quantity| quantity.to_string() == usual));
        jar.unwrap().product
    };
    let (first, other) = (changed("g", "3"), changed("right", "3"));
    assert_ne!(first, other);
    assert_eq!(changed("right right", "3"), first);
    assert_eq!(changed("h", "3"), other);
}

fn usual_page() -> Stage {
    let mut stage = usual();
    stage.press("2 / 1 2 0 enter enter");
    stage
}

#[test]
fn the_month_below_a_day_is_gone_through_by_keys() {
    let mut stage = usual();
    stage.press("down s");
    assert_eq!(stage.session.model().place(), KeyContext::Day);
    let typed = |stage: &Stage| match stage.session.model().overlays.last() {
        Some(Overlay::Form(sheet)) => sheet.form.focused().unwrap().text().to_owned(),
        other => panic!("{other:?}"),
    };
    for (key, day) in [
        (">", "2026-03-29"),
        ("]", "2026-04-05"),
        ("<", "2026-04-04"),
        ("[", "2026-03-28"),
        ("page-down", "2026-04-28"),
        ("page-up", "2026-03-28"),
    ] {
        stage.press(key);
        assert_eq!(typed(&stage), day, "{key}");
    }
    // From a day that means nothing it goes on from today; letters are typed as ever.
    stage.press("ctrl-u x >");
    assert_eq!(typed(&stage), "2026-03-28");
    stage.press("> > enter");
    assert!(stage.text().contains("30 Mar"), "{}", stage.text());
}

#[test]
fn the_strategy_of_a_jar_is_chosen_from_a_list() {
    let strategy = |stage: &Stage| {
        let app = stage.shop.open_again();
        let id = app.customers_meant("C001", 2).unwrap().remove(0).id;
        app.customer_page(id).unwrap().jars.remove(0).jar.strategy.to_string()
    };
    let mut stage = usual();
    stage.press("2 / 0 0 1 enter enter J tab tab tab tab space space enter");
    assert_eq!(stage.session.model().place(), KeyContext::Form);
    stage.press("2 enter");
    assert_eq!(strategy(&stage), "2 weeks");
    stage.press("J tab tab tab tab left tab ctrl-u 1 0 enter");
    assert_eq!(strategy(&stage), "10 days");
    stage.press("J tab tab tab tab o enter");
    assert_eq!(strategy(&stage), "on-call");
}

#[test]
fn what_was_said_done_or_missed_is_written_down_on_the_day_it_was() {
    let mut stage = usual();
    stage.press("2 / 0 0 1 enter enter c").paste("来过电话").press("shift-tab < < enter");
    let app = stage.shop.open_again();
    let id = app.customers_meant("C001", 2).unwrap().remove(0).id;
    let on = |day: &str| parse_iso(day).unwrap();
    assert_eq!(app.customer_page(id).unwrap().contacts.first().unwrap().on, on("2026-03-25"));
    stage.press("esc esc 4 / w y q enter d").paste("谢过了").press("tab < enter");
    let closed = app.customer_page(id).unwrap().closed.remove(0);
    assert_eq!((closed.outcome.as_str(), closed.closed_on), ("谢过了", Some(on("2026-03-26"))));
    // What has not happened yet is refused, and stays in the form.
    stage.press("2 enter r 3 tab tab > enter");
    assert_eq!(stage.session.model().place(), KeyContext::Day, "{}", stage.text());
    stage.press("< < enter");
    assert_eq!(app.customer_page(id).unwrap().readings.first().unwrap().on, on("2026-03-26"));
}

#[test]
fn a_rule_says_no_under_the_field_that_it_is_about_and_takes_the_focus_there() {
    let at = |stage: &Stage| match stage.session.model().overlays.last() {
        Some(Overlay::Form(sheet)) => {
            let wrong = sheet.form.fields.iter().position(|field| field.wrong.is_some());
            (sheet.form.at, wrong)
        }
        other => panic!("{other:?}"),
    };
    let mut stage = usual();
    // A code that another customer has, typed long before the last field.
    stage.press("2 / 0 0 1 enter e").press(&"tab ".repeat(13)).press("ctrl-u").paste("C102");
    stage.press("tab tab enter");
    assert_eq!(at(&stage), (13, Some(13)), "{}", stage.text());
    assert!(stage.text().contains("C102"), "{}", stage.text());
    // A day that has not come, while the text has the focus.
    stage.press("esc y c").paste("好").press("shift-tab > tab enter");
    assert_eq!(at(&stage), (5, Some(5)), "{}", stage.text());
    // Of many that are marked, the rule that refuses one is about the same field.
    stage.press("esc y / ctrl-u enter space space c").paste("好");
    stage.press("shift-tab > tab enter");
    assert_eq!(at(&stage), (5, Some(5)), "{}", stage.text());
    // The usual quantity does not fit: it is not the size of the jar that has to yield.
    stage.press("esc y esc enter J tab ctrl-u 1 enter");
    assert_eq!(at(&stage), (1, Some(1)), "{}", stage.text());
}

#[test]
fn every_field_of_the_page_is_selected_and_changed_where_it_stands() {
    let label = |stage: &Stage| match stage.session.model().overlays.last() {
        Some(Overlay::Form(sheet)) => sheet.form.fields[sheet.form.at].label.clone(),
        other => panic!("{other:?}"),
    };
    let mut stage = usual();
    // Until a field is selected, the form opens at its beginning.
    stage.press("2 / 1 0 2 enter enter enter");
    assert_eq!(label(&stage), "Name");
    stage.press("esc");
    let mut seen = Vec::new();
    for _ in 0..8 {
        stage.press("down enter");
        seen.push(label(&stage));
        stage.press("esc");
    }
    let fields = [
        "Adults",
        "Phone",
        "Area",
        "At the door",
        "Tags",
        "Payday",
        "Deliver on",
        "Usual quantity",
    ];
    assert_eq!(seen, fields);
    // The row of the field takes what is typed, and the rest of the page stays to be seen.
    let before = stage.press("up up up up").text();
    let row = before.lines().position(|line| line.contains("At the door")).unwrap();
    let seen = stage.press("enter ctrl-u").paste("敲三下").text();
    assert!(seen.lines().nth(row).unwrap().contains("At the door   敲三下"), "{seen}");
    assert!(seen.contains("0912") && seen.contains("Tags"), "{seen}");
    assert!(seen.lines().last().unwrap().contains("Enter save  Esc cancel"), "{seen}");
    stage.press("enter");
    assert!(stage.text().contains("敲三下"), "{}", stage.text());
    assert_eq!(stage.session.model().place(), KeyContext::Page);
    // The field is still selected, the whole form opens in it, and what comes after the last field is
    // only looked at.
    stage.press("e");
    assert_eq!(label(&stage), "At the door");
    stage.press("esc").press(&"down ".repeat(40)).press("enter");
    assert_eq!(label(&stage), "Usual quantity");
}

#[test]
fn a_field_of_the_page_says_what_is_wrong_below_its_row_and_esc_leaves_it_as_it_was() {
    let mut stage = usual();
    let before = stage.press("2 / 1 0 2 enter enter").text();
    // The people stand in one row, and so they are changed together.
    let seen = stage.press("down enter").text();
    for field in ["Adults", "Children", "Seniors", "Kind"] {
        assert!(seen.contains(field), "{field}: {seen}");
    }
    let seen = stage.press("tab ctrl-u").paste("two").press("enter").text();
    let row = seen.lines().position(|line| line.contains("Children      two")).unwrap();
    assert!(seen.lines().nth(row + 1).unwrap().contains("“two” is not a number"), "{seen}");
    assert!(seen.contains("Phone"), "{seen}");
    // Nothing of it is kept, and nothing that was only looked at is a change.
    stage.press("esc up");
    assert!(stage.text().contains(before.lines().nth(3).unwrap().trim_matches(['│', '▌', ' '])));
    let lines = |stage: &Stage| stage.shop.open_again().journal(None, None).unwrap().len();
    let written = lines(&stage);
    stage.press("enter enter");
    assert_eq!((stage.session.model().place(), lines(&stage)), (KeyContext::Page, written));
    // A month stands below a day, in the row of the page too.
    stage.press(&"down ".repeat(6)).press("enter");
    let seen = stage.text();
    assert!(seen.contains("Birthday"), "{seen}");
    stage.press("up up").paste("2026-03-27").press("enter");
    let seen = stage.text();
    assert!(seen.contains("Birthday      Fri 27 Mar 2026"), "{seen}");
    stage.press("up up enter >");
    let seen = stage.text();
    assert!(seen.contains("2026-03-28") && seen.contains("Mar 2026"), "{seen}");
}

#[test]
fn the_page_scrolls_along_with_the_field_and_a_double_click_changes_one() {
    let mut stage = Stage::usual(40, 12);
    let top = |stage: &Stage| stage.session.model().page_sheet().unwrap().top;
    stage.press("2 / 1 0 2 enter enter").press(&"down ".repeat(7));
    let scrolled = top(&stage);
    stage.press(&"down ".repeat(5));
    assert!(top(&stage) > scrolled, "{}", stage.text());
    stage.press(&"up ".repeat(20));
    assert_eq!(top(&stage), 0, "{}", stage.text());
    stage.mouse(MouseDid::Click, "0912").mouse(MouseDid::DoubleClick, "0912");
    stage.press("ctrl-u").paste("0911").press("enter");
    assert!(stage.text().contains("0911"), "{}", stage.text());
}

#[test]
fn the_language_of_a_customer_is_said_in_words() {
    for (language, said) in [(Language::English, "Chinese"), (Language::Chinese, "中文")] {
        let mut stage = Stage::new(TestShop::usual(), language, (80, 24));
        stage.press("2 enter e shift-tab shift-tab shift-tab left");
        let seen = stage.text();
        assert!(seen.contains(said), "{seen}");
        let seen = stage.press("enter").text();
        assert!(seen.contains(said) && !seen.contains("zh-CN"), "{seen}");
    }
}
