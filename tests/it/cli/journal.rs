//! `journal`, `undo`, `redo`, `check`.

use ricejar::domain::shop::Language;

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
    ]), @"
    $ undo
    Undone: C001 林阿嬷 added
    $ customer list
    Code  Name  Kind  Phone  Area  Address  Adults  Children  Seniors  Payday  Owes  Oldest due  Runs out  Left on
    $ redo
    Redone: C001 林阿嬷 added
    $ undo 1
    Undone: C001 林阿嬷 added
    $ undo 1
    ! #1 is already undone.
    ! To redo it: redo.
    [exit 1]
    $ redo
    Redone: C001 林阿嬷 added
    $ journal
    No.  Time                 By  Effect  In effect  What
      1  2026-03-27 00:00:00      done    yes        C001 林阿嬷 added
      2  2026-03-27 00:00:00      undone  yes        Undone: C001 林阿嬷 added
      3  2026-03-27 00:00:00      redone  yes        Redone: C001 林阿嬷 added
      4  2026-03-27 00:00:00      undone  yes        Undone: C001 林阿嬷 added
      5  2026-03-27 00:00:00      redone  yes        Redone: C001 林阿嬷 added
    $ redo
    ! There is nothing to redo.
    ! Only the latest undone change can be redone, and only while nothing was changed since.
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
    ]), @"
    $ undo 1
    ! This cannot be undone, because a later change depends on it: #3 of 2026-03-27 00:00:00, C001 林阿嬷: rice jar set.
    ! Undo #3 first: undo.
    [exit 1]
    $ undo 3
    Undone: C001 林阿嬷: rice jar set
    $ undo 1
    Undone: C001 林阿嬷 added
    $ undo 99
    ! There is no journal line #99.
    ! The lists show what exists, and the journal what was undone.
    [exit 1]
    $ undo x
    ! ID: “x” is not a number.
    ! Write a number like 15, 4.5 or 1240.
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
    ]), @"
    $ product edit rice --price 45 --pack 30 --by 王
    Product rice changed
    $ journal show 3
    #3 2026-03-27 00:00:00 王
    Product rice changed

    Table    Key  Column         Before  After
    product    1  Sack or case   15 kg   30 kg
    price      1  Product                rice
    price      1  From                   Fri 27 Mar 2026
    price      1  From quantity          0
    price      1  Price                  45
    $ journal show 3 --format csv
    table,key,column,before,after
    product,1,pack,15,30
    price,1,from_day,,2026-03-27
    price,1,least,,0
    price,1,price,,45
    price,1,product_id,,1
    $ journal --customer lam --from today
    No.  Time                 By  Effect  In effect  What
      1  2026-03-27 00:00:00      done    yes        C001 林阿嬷 added
    $ journal --from tomorrow
    No.  Time  By  Effect  In effect  What
    $ journal show 9
    ! There is no journal line #9.
    ! The lists show what exists, and the journal what was undone.
    [exit 1]
    $ check
    Everything adds up.
    ");
}

#[test]
fn people_read_words_where_the_notebook_has_numbers() {
    let shop = Shop::new();
    shop.says(
        "customer add 林阿嬷 --adults 2 --payday 25 --weekdays mon,fri --phone 0912 --phone 0913",
    );
    shop.says("customer add 吴家 --adults 2 --referred-by C001 --language zh-CN");
    shop.says("product add rice --unit kg --price 42 --cost 30 --pack 15 --stock 5000 --kind rice");
    shop.says("jar set C001 rice --capacity 20 --usual 15");
    shop.says("delivery plan C001 rice 15 --on today");
    shop.says("delivery done 1 --left 2kg --paid 100 --old-out --cleaned");
    insta::assert_snapshot!(shop.play(&[
        "journal show 2",
        "journal show 3",
        "journal show 6",
        "journal show 6 --format csv",
        "journal show 6 --lang zh-CN",
    ]), @"
    $ journal show 2
    #2 2026-03-27 00:00:00
    C002 吴家 added

    Table     Key  Column           Before  After
    customer    2  Adults                   2
    customer    2  Prefers                  visit
    customer    2  Children                 0
    customer    2  Code                     C002
    customer    2  May be reminded          not asked
    customer    2  Seniors                  0
    customer    2  Customer since           Fri 27 Mar 2026
    customer    2  Kind                     household
    customer    2  Language                 Chinese
    customer    2  Name                     吴家
    customer    2  Referred by              C001 林阿嬷
    $ journal show 3
    #3 2026-03-27 00:00:00
    Product rice added

    Table           Key  Column                           Before  After
    product           1  Use per adult per day                    0.15 kg
    product           1  Child, share of an adult's use           0.5
    product           1  Cost                                     30
    product           1  Senior, share of an adult's use          0.7
    product           1  Kind                                     rice
    product           1  Name                                     rice
    product           1  Sack or case                             15 kg
    product           1  Price                                    42
    product           1  Unit                                     kg
    stock movement    1  Product                                  rice
    stock movement    1  Cost                                     30
    stock movement    1  Day                                      Fri 27 Mar 2026
    stock movement    1  Quantity                                 5,000 kg
    stock movement    1  Reason                                   opening stock
    $ journal show 6
    #6 2026-03-27 00:00:00
    Delivered to C001 林阿嬷 for 630 (rice 15 kg)

    Table            Key  Column            Before   After
    reading            1  Delivery                   C001 林阿嬷, Fri 27 Mar 2026
    reading            1  Jar                        C001 林阿嬷, rice
    reading            1  Day                        Fri 27 Mar 2026
    reading            1  Left                       2 kg
    delivery           1  Done at the door           Old goods removed, Container cleaned, New goods added
    delivery           1  Closed on                  Fri 27 Mar 2026
    delivery           1  Stage             planned  done
    delivered goods    1  Cost                       30
    delivered goods    1  Delivered                  15 kg
    delivered goods    1  Price charged              42
    entry              1  Customer                   C001 林阿嬷
    entry              1  Delivery                   C001 林阿嬷, Fri 27 Mar 2026
    entry              1  Amount                     630
    entry              1  Day                        Fri 27 Mar 2026
    entry              1  Kind                       charge
    entry              2  Customer                   C001 林阿嬷
    entry              2  Delivery                   C001 林阿嬷, Fri 27 Mar 2026
    entry              2  Amount                     -100
    entry              2  Day                        Fri 27 Mar 2026
    entry              2  Kind                       payment
    follow-up          1  Customer                   C001 林阿嬷
    follow-up          1  First day                  Mon 30 Mar 2026
    follow-up          1  Due                        Mon 30 Mar 2026
    follow-up          1  Occasion                   Fri 27 Mar 2026
    follow-up          1  Rule                       Ask how the first delivery was
    follow-up          1  Stage                      open
    $ journal show 6 --format csv
    table,key,column,before,after
    reading,1,day,,2026-03-27
    reading,1,delivery_id,,1
    reading,1,jar_id,,1
    reading,1,level,,2
    delivery,1,checklist,0,7
    delivery,1,closed_on,,2026-03-27
    delivery,1,stage,planned,done
    delivery_line,1,cost,,30
    delivery_line,1,delivered,,15
    delivery_line,1,price,,42
    entry,1,amount,,630
    entry,1,customer_id,,1
    entry,1,day,,2026-03-27
    entry,1,delivery_id,,1
    entry,1,kind,,charge
    entry,2,amount,,-100
    entry,2,customer_id,,1
    entry,2,day,,2026-03-27
    entry,2,delivery_id,,1
    entry,2,kind,,payment
    follow_up,1,anchor,,2026-03-30
    follow_up,1,customer_id,,1
    follow_up,1,due_on,,2026-03-30
    follow_up,1,occasion,,2026-03-27
    follow_up,1,rule,,first-delivery
    follow_up,1,stage,,open
    $ journal show 6 --lang zh-CN
    #6 2026-03-27 00:00:00
    已送到 C001 林阿嬷，货款 630（rice 15 kg）

    表        项目  字段        以前    之后
    余量         1  送货                C001 林阿嬷、2026年3月27日（周五）
    余量         1  家里存量            C001 林阿嬷、rice
    余量         1  日期                2026年3月27日（周五）
    余量         1  余量                2 kg
    送货         1  在门口做的          旧货取出、容器擦净、新货装入
    送货         1  结束日期            2026年3月27日（周五）
    送货         1  状态        已安排  已送到
    送货明细     1  进价                30
    送货明细     1  送到的数量          15 kg
    送货明细     1  单价                42
    账目         1  客户                C001 林阿嬷
    账目         1  送货                C001 林阿嬷、2026年3月27日（周五）
    账目         1  金额                630
    账目         1  日期                2026年3月27日（周五）
    账目         1  种类                货款
    账目         2  客户                C001 林阿嬷
    账目         2  送货                C001 林阿嬷、2026年3月27日（周五）
    账目         2  金额                -100
    账目         2  日期                2026年3月27日（周五）
    账目         2  种类                付款
    回访         1  客户                C001 林阿嬷
    回访         1  首次日期            2026年3月30日（周一）
    回访         1  到期日              2026年3月30日（周一）
    回访         1  缘由                2026年3月27日（周五）
    回访         1  规则                首次送货后问问满意吗
    回访         1  状态                待办
    ");
}

#[test]
fn every_column_of_the_journal_has_a_word_in_both_languages() {
    let shop = Shop::new();
    let file = rusqlite::Connection::open(shop.file("shop.ricejar")).unwrap();
    let mut columns = file
        .prepare(
            "SELECT journalled.name, columns.name FROM sqlite_master journalled
               JOIN pragma_table_info(journalled.name) columns
              WHERE journalled.type = 'table' AND journalled.name NOT IN ('action', 'change', 'rate_change',
                    'run_out', 'promise_met', 'entry_kind', 'search', 'phone', 'stock', 'standing', 'sales_day', 'forecast', 'taught', 'prior',
                    'learning', 'sqlite_sequence')
                AND columns.name <> 'id' AND columns.name NOT LIKE '%!_key' ESCAPE '!'",
        )
        .unwrap();
    let columns = columns.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    let columns: Vec<(String, String)> = columns.collect::<Result<_, _>>().unwrap();
    assert!(columns.len() > 90, "{columns:?}");
    for language in Language::ALL {
        let words = crate::support::localizer(language);
        for (table, column) in &columns {
            let said = words.column(table, column);
            assert!(said.is_some_and(|said| !said.contains('_')), "{table}.{column} {language:?}");
            assert!(!words.table(table).starts_with("table-"), "{table} {language:?}");
        }
    }
}

// Issue 11: undo of one person's last action, whatever others did since.
#[test]
fn undo_by_a_name_takes_back_the_last_change_of_that_person() {
    let shop = Shop::new();
    shop.says("--by 阿明 customer add 林阿嬷 --payday 25");
    shop.says("--by 阿明 customer add 陈师傅 --payday 25");
    shop.says("--by 小红 tab charge C001 100");
    shop.says("--by 小红 tab charge C002 200");
    insta::assert_snapshot!(shop.play(&[
        "--by 老板 undo --by 小红",
        "undo --by 阿明 --as 老板",
        "undo --by 阿明",
        "undo --by 小红",
        "undo --by 小红",
        "undo --by 小红 --lang zh-CN",
        "undo 1 --by 小红",
        "journal --format csv",
        "check",
    ]));
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
    ! There is nothing to undo.
    [exit 1]
    $ redo
    ! There is nothing to redo.
    ! Only the latest undone change can be redone, and only while nothing was changed since.
    [exit 1]
    $ journal
    No.  Time  By  Effect  In effect  What
    $ check
    Everything adds up.
    ");
}

// A12
#[test]
fn the_rows_of_a_long_line_are_read_in_parts_and_each_is_shown_once() {
    let shop = Shop::new();
    let rows: String = (1..=1200).map(|number| format!("客户{number},0912\n")).collect();
    std::fs::write(shop.file("list.csv"), format!("name,phone\n{rows}")).unwrap();
    shop.says("import list.csv --into customers");
    let shown = shop.says("journal show 1 --format csv");
    let names: Vec<&str> = shown.lines().filter(|line| line.contains(",name,")).collect();
    let expected: Vec<String> =
        (1..=1200).map(|number| format!("customer,{number},name,,客户{number}")).collect();
    assert_eq!(names, expected);
}
