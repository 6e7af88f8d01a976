//! `collect`: the tabs to collect on a day.

use super::Shop;

#[test]
fn what_is_due_is_listed_in_walking_order_with_the_paydays_that_have_passed() {
    let shop = Shop::new();
    shop.says("shop set areas North South");
    shop.says("customer add Ann --area South --payday 25 --on 2026-01-01");
    shop.says("customer add Bo --area North --payday last --on 2026-01-01");
    shop.says("customer add Cy --area North --payday 27 --on 2026-01-01");
    shop.says("customer add Di --area South --on 2026-01-01");
    shop.says("tab charge Ann 100 --on 2026-01-20");
    shop.says("tab charge Ann 40 --on 2026-03-26");
    shop.says("tab charge Bo 50 --on 2026-02-10");
    shop.says("tab charge Cy 70 --on 2026-03-01");
    shop.says("tab charge Di 5 --on 2026-03-26");
    shop.says("promise add Bo 30 --by 2026-03-30");
    insta::assert_snapshot!(shop.play(&[
        "collect",
        "collect --format csv",
        "collect 2026-04-25 --format csv",
        "collect --area South --lang zh-CN",
        "collect --as-of 2026-02-20 --format json",
    ]));
}
