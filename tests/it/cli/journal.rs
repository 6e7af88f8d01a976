//! `journal`, `undo`, `redo`, `check`.

use super::Shop;

#[test]
fn every_change_is_a_line_that_can_be_taken_back_and_done_again() {
    let shop = Shop::new();
    shop.says("customer add 林阿嬷 --phone '0912-345 678' --area 竹巷 --address '3 号 2 楼' --adults 2 --children 1 --elders 2 --payday 25");
    insta::assert_snapshot!(shop.play(&[
        "undo",
        "customer list",
        "redo",
        "undo 1",
        "undo 1",
        "redo",
        "journal",
        "redo",
    ]), @r"
    $ undo
    Taken back: C001 林阿嬷 written down
    $ customer list
    code  name  kind  phones  area  address  adults  children  elders  payday  balance  oldest_due  next_empty  left_on
    $ redo
    Done again: C001 林阿嬷 written down
    $ undo 1
    Taken back: C001 林阿嬷 written down
    $ undo 1
    ! #1 was taken back already.
    ! To do it again: redo.
    [exit 1]
    $ redo
    Done again: C001 林阿嬷 written down
    $ journal
    id  at                   by  direction  in_force  deed
     1  2026-03-27 00:00:00      do         yes       C001 林阿嬷 written down
     2  2026-03-27 00:00:00      undo       yes       Taken back: C001 林阿嬷 written down
     3  2026-03-27 00:00:00      redo       yes       Done again: C001 林阿嬷 written down
     4  2026-03-27 00:00:00      undo       yes       Taken back: C001 林阿嬷 written down
     5  2026-03-27 00:00:00      redo       yes       Done again: C001 林阿嬷 written down
    $ redo
    ! There is nothing to do again.
    ! Only what was taken back last, with nothing done since, can be done again.
    [exit 1]
    ");
}

#[test]
fn what_others_stand_on_stays() {
    let shop = Shop::new();
    shop.says("customer add 林阿嬷 --phone '0912-345 678' --area 竹巷 --address '3 号 2 楼' --adults 2 --children 1 --elders 2 --payday 25");
    shop.says("product add rice --unit kg --price 42 --cost 30 --pack 15 --stock 500 --appetite 0.25 --kind rice");
    shop.says("jar set C001 rice --capacity 20 --usual 15 --monthly 12");
    insta::assert_snapshot!(shop.play(&[
        "undo 1",
        "undo 3",
        "undo 1",
        "undo 99",
        "undo x",
    ]), @r"
    $ undo 1
    ! This cannot be taken back, because a later change stands on it: #3 of 2026-03-27 00:00:00, C001 林阿嬷: jar of rice agreed.
    ! Take #3 back first: undo.
    [exit 1]
    $ undo 3
    Taken back: C001 林阿嬷: jar of rice agreed
    $ undo 1
    Taken back: C001 林阿嬷 written down
    $ undo 99
    ! There is no journal line #99.
    ! The lists show what there is, and the journal what was taken back.
    [exit 1]
    $ undo x
    ! ID: “x” is not a number.
    ! Numbers look like 15, 4.5 or 1240.
    [exit 2]
    ");
}

#[test]
fn a_line_shows_what_it_changed() {
    let shop = Shop::new();
    shop.says("customer add 林阿嬷 --phone '0912-345 678' --area 竹巷 --address '3 号 2 楼' --adults 2 --children 1 --elders 2 --payday 25");
    shop.says("product add rice --unit kg --price 42 --cost 30 --pack 15 --stock 500 --appetite 0.25 --kind rice");
    insta::assert_snapshot!(shop.play(&[
        "product edit rice --price 45 --pack 30 --by 王",
        "journal show 3",
        "journal show 3 --format csv",
        "journal --customer lam --from today",
        "journal --from tomorrow",
        "journal show 9",
        "check",
    ]), @r"
    $ product edit rice --price 45 --pack 30 --by 王
    Product rice changed
    $ journal show 3
    #3 2026-03-27 00:00:00 王
    Product rice changed

    table    key  column  before  after
    product    1  pack    15      30
    product    1  price   42      45
    $ journal show 3 --format csv
    table,key,column,before,after
    product,1,pack,15,30
    product,1,price,42,45
    $ journal --customer lam --from today
    id  at                   by  direction  in_force  deed
     1  2026-03-27 00:00:00      do         yes       C001 林阿嬷 written down
    $ journal --from tomorrow
    id  at  by  direction  in_force  deed
    $ journal show 9
    ! There is no journal line #9.
    ! The lists show what there is, and the journal what was taken back.
    [exit 1]
    $ check
    Everything adds up.
    ");
}

#[test]
fn nothing_is_taken_back_in_an_empty_shop() {
    let shop = Shop::new();
    insta::assert_snapshot!(shop.play(&[
        "undo",
        "redo",
        "journal",
        "check",
    ]), @r"
    $ undo
    ! There is nothing to take back.
    [exit 1]
    $ redo
    ! There is nothing to do again.
    ! Only what was taken back last, with nothing done since, can be done again.
    [exit 1]
    $ journal
    id  at  by  direction  in_force  deed
    $ check
    Everything adds up.
    ");
}
