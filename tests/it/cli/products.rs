//! `product` and `jar`.

use super::Shop;

#[test]
fn a_product_is_written_down_changed_received_and_counted() {
    let shop = Shop::new();
    insta::assert_snapshot!(shop.play(&[
        "product add rice --unit kg --price 42 --cost 30 --pack 15 --stock 500 --appetite 0.25 --kind rice",
        "product add rice --unit kg --price 40",
        "product edit rice --price 45 --reorder 50 --elder 0.75",
        "product receive rice 100 --cost 31",
        "product count rice 595.5",
        "product list",
        "product show ri --format csv",
        "product edit rice",
        "product show beans",
    ]), @"
    $ product add rice --unit kg --price 42 --cost 30 --pack 15 --stock 500 --appetite 0.25 --kind rice
    Product rice added
    $ product add rice --unit kg --price 40
    ! A product named rice already exists.
    ! Choose another name, or edit that product.
    [exit 1]
    $ product edit rice --price 45 --reorder 50 --elder 0.75
    Product rice changed
    $ product receive rice 100 --cost 31
    100 kg of rice received
    600 kg of rice left in stock.
    $ product count rice 595.5
    Stock of rice counted, off by -4.5 kg
    595.5 kg of rice left in stock.
    $ product list
    No.  Name  Unit  Kind  Price  Then  From day  Cost  Pack  Stock  Reorder  Per adult a day  Child  Senior  Months  Retired on
      1  rice  kg    rice     45                    31    15  595.5       50             0.25    0.5    0.75
    $ product show ri --format csv
    id,name,unit,kind,price,next_price,next_from,cost,pack,stock,reorder,appetite,child,elder,months,retired_on
    1,rice,kg,rice,45,,,31,15,595.5,50,0.25,0.5,0.75,,
    $ product edit rice
    ! Nothing to change was given for “rice”.
    ! Give at least one option; --help lists them.
    [exit 2]
    $ product show beans
    ! No product matches “beans”.
    ! See all products: product list
    [exit 1]
    ");
}

#[test]
fn a_number_that_is_none_is_told_in_its_own_sentence() {
    let shop = Shop::new();
    insta::assert_snapshot!(shop.play(&[
        "product add rice --unit kg --price ４a",
        "product add rice --unit kg --price 42.5",
        "product add rice --unit kg --price -1",
        "product add rice --unit kg --price 99999999999999999999",
        "product add rice --unit kg --price many",
        "product add rice --unit kg --price 42 --pack 0",
        "product add rice --unit kg --price 42 --child 0.5555",
    ]), @"
    $ product add rice --unit kg --price ４a
    ! --price: “４a” is not a number.
    ! Write a number like 15, 4.5 or 1240.
    [exit 2]
    $ product add rice --unit kg --price 42.5
    ! --price: “42.5” has decimals; only whole numbers are allowed here.
    [exit 2]
    $ product add rice --unit kg --price -1
    ! --price: “-1” is too small.
    [exit 2]
    $ product add rice --unit kg --price 99999999999999999999
    ! --price: “99999999999999999999” is too large.
    ! Check the number of zeros.
    [exit 2]
    $ product add rice --unit kg --price many
    ! --price: “many” is not a number.
    ! Write a number like 15, 4.5 or 1240.
    [exit 2]
    $ product add rice --unit kg --price 42 --pack 0
    ! --pack: “0” is too small.
    [exit 2]
    $ product add rice --unit kg --price 42 --child 0.5555
    ! --child: “0.5555” has more than 3 decimals.
    [exit 2]
    ");
}

#[test]
fn a_jar_is_agreed_read_and_explained() {
    let shop = Shop::new();
    shop.says("customer add 林阿嬷 --phone '0912-345 678' --area 竹巷 --address '3 号 2 楼' --adults 2 --children 1 --elders 2 --payday 25");
    shop.says("product add rice --unit kg --price 42 --cost 30 --pack 15 --stock 500 --appetite 0.25 --kind rice");
    insta::assert_snapshot!(shop.play(&[
        "jar set C001 rice --capacity 20 --usual 15 --monthly 12",
        "jar read C001 rice 3/10",
        "jar read C001 rice 4.5 --on 2026-03-26",
        "jar list",
        "jar list --before 2026-04-01",
        "jar why C001 rice",
        "jar set C001 rice --every '2 weeks' --safety 2 --price 40 --usual none",
        "jar set C001 rice --rate 0.5 --on-call --price none --usual 10",
        "jar list --format jsonl",
    ]), @r#"
    $ jar set C001 rice --capacity 20 --usual 15 --monthly 12
    C001 林阿嬷: rice jar set
    $ jar read C001 rice 3/10
    C001 林阿嬷: 6 kg of rice left on Fri 27 Mar 2026
    rice: runs out about Sun 12 Apr 2026, safe until Tue 31 Mar 2026.
    $ jar read C001 rice 4.5 --on 2026-03-26
    C001 林阿嬷: 4.5 kg of rice left on Thu 26 Mar 2026
    rice: runs out about Sun 12 Apr 2026, safe until Tue 31 Mar 2026.
    $ jar list
    Code  Name    Area  Product  Level  Unit  Per day  Strategy  At the earliest  Runs out    At the latest  Earliest    Safe until  Latest      State
    C001  林阿嬷  竹巷  rice         6  kg      0.394  forecast  2026-04-02       2026-04-12  2026-05-03     2026-03-30  2026-03-31  2026-03-31
    $ jar list --before 2026-04-01
    Code  Name  Area  Product  Level  Unit  Per day  Strategy  At the earliest  Runs out  At the latest  Earliest  Safe until  Latest  State
    $ jar why C001 rice
    6 kg in the jar on Fri 27 Mar 2026, as checked.
    About 6 kg left now.
    5 people use it.
    0.39 kg a day: they state 12 kg a month.
    Runs out about Sun 12 Apr 2026 (between 2 Apr and 3 May).
    Safe until Tue 31 Mar 2026.
    Deliver between 30 Mar and 31 Mar.
    $ jar set C001 rice --every '2 weeks' --safety 2 --price 40 --usual none
    C001 林阿嬷: rice jar set
    rice: runs out about Fri 10 Apr 2026, safe until Wed 8 Apr 2026.
    $ jar set C001 rice --rate 0.5 --on-call --price none --usual 10
    C001 林阿嬷: rice jar set
    rice: runs out about Wed 8 Apr 2026, safe until Mon 30 Mar 2026.
    $ jar list --format jsonl
    {"customer":"C001","name":"林阿嬷","area":"竹巷","product":"rice","level":6,"unit":"kg","rate":0.5,"strategy":"on-call","runs_out_low":"2026-04-03","runs_out":"2026-04-08","runs_out_high":"2026-04-20","earliest":"2026-03-27","safe":"2026-03-30","latest":null,"state":null}
    "#);
}

#[test]
fn a_level_that_cannot_be_is_refused() {
    let shop = Shop::new();
    shop.says("customer add 林阿嬷 --phone '0912-345 678' --area 竹巷 --address '3 号 2 楼' --adults 2 --children 1 --elders 2 --payday 25");
    shop.says("product add rice --unit kg --price 42 --cost 30 --pack 15 --stock 500 --appetite 0.25 --kind rice");
    shop.says("jar set C001 rice --capacity 20 --usual 15 --monthly 12");
    insta::assert_snapshot!(shop.play(&[
        "jar read C001 rice 25",
        "jar read C001 rice 3L",
        "jar read C001 rice 11/10",
        "jar read C001 rice 3kg --on tomorrow",
        "jar set C001 rice --usual 30",
        "jar set C001 rice --every 2months",
        "jar why C001 beans",
    ]), @"
    $ jar read C001 rice 25
    ! 25 is more than the rice jar holds (20).
    ! Check the number, or set a larger capacity: jar set --capacity.
    [exit 1]
    $ jar read C001 rice 3L
    ! LEVEL: “3L” cannot be converted to kg.
    ! Write the number alone, or with the unit of the product.
    [exit 2]
    $ jar read C001 rice 11/10
    ! LEVEL: “11/10” is not a number.
    ! Write a number like 15, 4.5 or 1240.
    [exit 2]
    $ jar read C001 rice 3kg --on tomorrow
    ! Sat 28 Mar 2026 is in the future; it cannot be recorded yet.
    ! Choose today or an earlier day.
    [exit 1]
    $ jar set C001 rice --usual 30
    ! The usual quantity of 30 does not fit into a jar that holds 20.
    ! Deliver less at a time, or set a larger capacity.
    [exit 1]
    $ jar set C001 rice --every 2months
    ! --every: “2months” is not a length of time that can be used here.
    ! Write 10 days or 2 weeks; where months are allowed, also 1 month.
    [exit 2]
    $ jar why C001 beans
    ! No product matches “beans”.
    ! See all products: product list
    [exit 1]
    ");
}

// D6
#[test]
fn a_retired_product_is_hidden_and_not_forecast_until_it_is_restored() {
    let shop = Shop::new();
    shop.says("customer add Ann --adults 2");
    shop.says("product add rice --unit kg --price 40 --stock 500");
    shop.says("product add oil --unit L --price 80 --stock 20");
    shop.says("jar set Ann oil --monthly 2 --capacity 5");
    shop.says("jar read Ann oil 1");
    shop.says("delivery plan Ann oil 2 --on today");
    insta::assert_snapshot!(shop.play(&[
        "product retire oil",
        "product retire oil",
        "product list --format csv",
        "product list --all --format csv",
        "jar list --format csv",
        "delivery plan Ann oil 1 --on tomorrow",
        "jar set Ann oil --capacity 6",
        "delivery done 1",
        "report buying --format csv",
        "product restore oil",
        "product restore oil",
        "jar list --format csv",
        "undo",
        "undo",
        "check",
    ]));
}
