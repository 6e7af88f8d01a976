//! Prices by customer, by quantity and from a day on.

use super::Shop;

#[test]
fn a_price_holds_from_its_day_and_changes_no_recorded_line() {
    let shop = Shop::new();
    shop.says("product add rice --unit kg --price 16 --cost 11 --stock 900");
    shop.says("customer add 林阿嬷");
    shop.says("customer add Wu");
    shop.says("delivery done C001 --line rice 15");
    insta::assert_snapshot!(shop.play(&[
        "price set rice 17 --from 2026-04-01",
        "price set rice 15 --customer C001",
        "price set rice 14 --customer C001 --from-quantity 50",
        "price set rice none --customer C001 --from-quantity 50 --from 2026-05-01",
        "price list",
        "price list --customer 林",
        "price show C001 rice 10",
        "price show C001 rice 60",
        "price show C001 rice 60 --on 2026-05-01",
        "price show Wu rice 2 --on 2026-04-01",
        "delivery done C001 --line rice 60",
        "delivery done C002 --line rice 10",
        "product edit rice --price 16.5",
        "product edit rice --price 18",
        "product list --format csv",
        "delivery done C002 --line rice 1 --on 2026-03-26",
        "delivery done C002 --line rice 2",
        "export lines",
        "undo",
        "price remove 1",
        "undo",
        "price set rice none --customer C002",
        "price remove 9",
        "price list --format csv",
        "check",
    ]), @"");
}

#[test]
fn prices_read_well_in_chinese() {
    let shop = Shop::new();
    shop.says("product add 大米 --unit kg --price 16");
    shop.says("customer add 林阿嬷");
    insta::assert_snapshot!(shop.play(&[
        "--lang zh-CN price set 大米 17 --from 2026-04-01",
        "--lang zh-CN price set 大米 14 --customer 林 --from-quantity 50",
        "--lang zh-CN price set 大米 none --customer 林 --from-quantity 50 --from 2026-05-01",
        "--lang zh-CN price list",
        "--lang zh-CN price remove 1",
        "--lang zh-CN undo",
    ]), @"
    $ --lang zh-CN price set 大米 17 --from 2026-04-01
    大米：2026年4月1日（周三）起单价 17
    $ --lang zh-CN price set 大米 14 --customer 林 --from-quantity 50
    大米：2026年3月27日（周五）起满 50 kg 单价 14（C001 林阿嬷）
    $ --lang zh-CN price set 大米 none --customer 林 --from-quantity 50 --from 2026-05-01
    大米：2026年5月1日（周五）起不再用原定价（C001 林阿嬷）
    $ --lang zh-CN price list
    序号  商品  编号  名称    起订量  单位  从哪天起    售价
       1  大米                     0  kg    2026-04-01    17
       2  大米  C001  林阿嬷      50  kg    2026-03-27    14
       3  大米  C001  林阿嬷      50  kg    2026-05-01
    $ --lang zh-CN price remove 1
    大米：删除2026年4月1日（周三）起的定价
    $ --lang zh-CN undo
    已撤销：大米：删除2026年4月1日（周三）起的定价
    ");
}
