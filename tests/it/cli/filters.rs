//! Lists and exports keep the rows that are asked for.

use super::Shop;

fn street() -> Shop {
    let shop = Shop::new();
    for words in [
        "customer add Wu --area North --tag vip --tag early --phone 0911",
        "customer add Lin --area South --tag vip",
        "customer add Chen --area North",
        "product add rice --unit kg --price 10 --stock 100",
        "jar set Wu rice --monthly 12",
        "jar set Lin rice --monthly 12",
        "jar read Wu rice 3kg",
        "jar read Lin rice 1kg",
        "delivery plan Wu rice 15 --on today",
        "delivery plan Lin rice 5 --on 2026-04-02",
        "tab charge Wu 10",
        "tab charge Lin 20 --on 2026-03-01",
        "follow-up add Wu call --on today",
        "follow-up add Chen ask --on 2026-04-05",
        "contact add Wu --channel phone --text hello --mood 4 --on 2026-03-20",
        "contact add Chen --channel visit --text hi",
    ] {
        shop.says(words);
    }
    shop
}

// D6
#[test]
fn every_list_keeps_the_rows_of_an_area_a_tag_a_customer_and_of_days() {
    insta::assert_snapshot!(street().play(&[
        "customer list --area north",
        "customer list --tag vip --tag early",
        "jar list --area South",
        "jar list --to 2026-04-05",
        "delivery list --tag early",
        "delivery list --from 2026-04-01",
        "delivery propose --customer Chen",
        "tab list --area North",
        "follow-up list --area North --to today",
        "follow-up list --until today",
        "contact list",
        "contact list --customer Chen --format json",
        "contact list --to 2026-03-20 --format csv",
        "journal --area South --format csv",
        "journal --to 2026-03-26",
        "customer list --area Nowhere",
    ]));
}

// D6
#[test]
fn today_shows_the_parts_and_the_customers_that_are_asked_for() {
    insta::assert_snapshot!(street().play(&[
        "today --only deliver",
        "today --only collect --only care",
        "today --area South",
        "today --only care --format jsonl",
        "today --format csv",
        "today --only nothing",
    ]));
}

// D6
#[test]
fn exports_keep_the_rows_that_are_asked_for() {
    insta::assert_snapshot!(street().play(&[
        "export customers --tag vip --format jsonl",
        "export entries --area North",
        "export entries --to 2026-03-10",
        "export deliveries --customer Lin",
        "export contacts --from 2026-03-21",
        "export follow-ups --area North --to today",
        "export products --area North",
        "export customers --from 2026-03-01",
    ]));
}

// D6
#[test]
fn a_tag_is_added_to_the_others_and_removed_by_its_name() {
    let shop = street();
    let tags = |words: &str| {
        shop.says(words);
        let page = shop.says("customer show Wu --format json");
        let page: serde_json::Value = serde_json::from_str(&page).unwrap();
        page["tag"].as_str().unwrap().to_owned()
    };
    assert_eq!(tags("customer edit Wu --tag stairs"), "vip;early;stairs");
    assert_eq!(tags("customer edit Wu --tag VIP"), "vip;early;stairs");
    assert_eq!(tags("customer edit Wu --untag early --tag dog"), "vip;stairs;dog");
    assert_eq!(tags("customer edit Wu --tag ''"), "");
    let nothing = shop.run("customer edit Wu");
    assert_eq!(nothing.status.code(), Some(2));
}

// D5
#[test]
fn the_page_of_a_customer_is_one_object_for_programs() {
    insta::assert_snapshot!(street().says("customer show Wu --format json"));
}

// D8
#[test]
fn a_table_has_headings_in_the_notebooks_language_and_a_file_has_not() {
    insta::assert_snapshot!(street().in_chinese().play(&[
        "customer list",
        "jar list",
        "tab list",
        "today",
        "customer list --format csv --area North",
    ]));
}
