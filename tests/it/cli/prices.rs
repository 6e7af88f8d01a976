//! Prices by customer, by quantity and from a day on.

use super::Shop;

#[test]
fn a_price_holds_from_its_day_and_changes_no_recorded_line() {
    let shop = Shop::new();
    shop.says("product add rice --unit kg --price 16 --cost 11 --stock 900");
    shop.says("customer add 林阿嬷");
    shop.says("customer add Wu");
    shop.says("delivery plan C001 rice 15 --on today");
    shop.says("delivery done 1");
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
        "delivery plan C001 rice 40 --on today",
        "delivery done 2 --line rice 60",
        "delivery plan C002 rice 10 --on today",
        "delivery done 3",
        "product edit rice --price 16.5",
        "product edit rice --price 18",
        "product list --format csv",
        "delivery plan C002 rice 1 --on today",
        "delivery done 4 --on 2026-03-26",
        "delivery plan C002 rice 2 --on today",
        "delivery done 5",
        "export lines",
        "undo",
        "price remove 1",
        "undo",
        "price set rice none --customer C002",
        "price remove 9",
        "price list --format csv",
        "check",
    ]), @"
    $ price set rice 17 --from 2026-04-01
    rice: 17 a unit from Wed 1 Apr 2026
    $ price set rice 15 --customer C001
    rice: 15 a unit from Fri 27 Mar 2026 (C001 林阿嬷)
    $ price set rice 14 --customer C001 --from-quantity 50
    rice: 14 a unit for 50 kg and more from Fri 27 Mar 2026 (C001 林阿嬷)
    $ price set rice none --customer C001 --from-quantity 50 --from 2026-05-01
    rice: price ends before Fri 1 May 2026 (C001 林阿嬷)
    $ price list
    No.  Product  Code  Name    From quantity  Unit  From        Price
      1  rice                               0  kg    2026-04-01     17
      2  rice     C001  林阿嬷              0  kg    2026-03-27     15
      3  rice     C001  林阿嬷             50  kg    2026-03-27     14
      4  rice     C001  林阿嬷             50  kg    2026-05-01
    $ price list --customer 林
    No.  Product  Code  Name    From quantity  Unit  From        Price
      2  rice     C001  林阿嬷              0  kg    2026-03-27     15
      3  rice     C001  林阿嬷             50  kg    2026-03-27     14
      4  rice     C001  林阿嬷             50  kg    2026-05-01
    $ price show C001 rice 10
    Code  Product  Day         Quantity  Unit  Price  Amount
    C001  rice     2026-03-27        10  kg       15     150
    $ price show C001 rice 60
    Code  Product  Day         Quantity  Unit  Price  Amount
    C001  rice     2026-03-27        60  kg       14     840
    $ price show C001 rice 60 --on 2026-05-01
    Code  Product  Day         Quantity  Unit  Price  Amount
    C001  rice     2026-05-01        60  kg       15     900
    $ price show Wu rice 2 --on 2026-04-01
    Code  Product  Day         Quantity  Unit  Price  Amount
    C002  rice     2026-04-01         2  kg       17      34
    $ delivery plan C001 rice 40 --on today
    Delivery to C001 林阿嬷 planned for Fri 27 Mar 2026 (rice 40 kg)
    Delivery 2 is planned for Fri 27 Mar 2026.
    $ delivery done 2 --line rice 60
    Delivered to C001 林阿嬷 for 840 (rice 60 kg)
    rice: one-off, not followed.
    Owes 1,080 now.
    The oldest charge is due on Fri 27 Mar 2026.
    $ delivery plan C002 rice 10 --on today
    Delivery to C002 Wu planned for Fri 27 Mar 2026 (rice 10 kg)
    Delivery 3 is planned for Fri 27 Mar 2026.
    $ delivery done 3
    Delivered to C002 Wu for 160 (rice 10 kg)
    rice: one-off, not followed.
    Follow-up 2 is due on Mon 30 Mar 2026.
    Owes 160 now.
    The oldest charge is due on Fri 27 Mar 2026.
    $ product edit rice --price 16.5
    ! --price: “16.5” has decimals; only whole numbers are allowed here.
    [exit 2]
    $ product edit rice --price 18
    Product rice changed
    $ product list --format csv
    id,name,unit,kind,price,next_price,next_from,cost,pack,stock,reorder,appetite,child,elder,months,retired_on
    1,rice,kg,,18,17,2026-04-01,11,,815,,0.15,0.5,0.7,,
    $ delivery plan C002 rice 1 --on today
    Delivery to C002 Wu planned for Fri 27 Mar 2026 (rice 1 kg)
    Delivery 4 is planned for Fri 27 Mar 2026.
    $ delivery done 4 --on 2026-03-26
    Delivered to C002 Wu for 16 (rice 1 kg)
    Owes 176 now.
    The oldest charge is due on Thu 26 Mar 2026.
    $ delivery plan C002 rice 2 --on today
    Delivery to C002 Wu planned for Fri 27 Mar 2026 (rice 2 kg)
    Delivery 5 is planned for Fri 27 Mar 2026.
    $ delivery done 5
    Delivered to C002 Wu for 36 (rice 2 kg)
    Owes 212 now.
    The oldest charge is due on Thu 26 Mar 2026.
    $ export lines
    delivery,line,customer,day,stage,product,planned,delivered,price,amount,cost
    1,1,C001,2026-03-27,done,rice,15,15,16,240,11
    2,1,C001,2026-03-27,done,rice,40,60,14,840,11
    3,1,C002,2026-03-27,done,rice,10,10,16,160,11
    4,1,C002,2026-03-26,done,rice,1,1,16,16,11
    5,1,C002,2026-03-27,done,rice,2,2,18,36,11
    $ undo
    Undone: Delivered to C002 Wu for 36 (rice 2 kg)
    Owes 176 now.
    The oldest charge is due on Thu 26 Mar 2026.
    $ price remove 1
    rice: price from Wed 1 Apr 2026 removed
    $ undo
    Undone: rice: price from Wed 1 Apr 2026 removed
    $ price set rice none --customer C002
    ! No such price of rice holds that could end.
    ! See which ones hold: price list.
    [exit 1]
    $ price remove 9
    ! There is no price #9.
    ! The lists show what exists, and the journal what was undone.
    [exit 1]
    $ price list --format csv
    id,product,code,name,least,unit,from,price
    5,rice,,,0,kg,2026-03-27,18
    1,rice,,,0,kg,2026-04-01,17
    2,rice,C001,林阿嬷,0,kg,2026-03-27,15
    3,rice,C001,林阿嬷,50,kg,2026-03-27,14
    4,rice,C001,林阿嬷,50,kg,2026-05-01,
    $ check
    Everything adds up.
    ");
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
