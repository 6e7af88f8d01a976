//! What a typed text may be: its limit, its ends, and what it may not hold.

use super::Shop;
use std::fs;

/// Changes the names of customers behind the program's back, as an older one has left them.
fn with_older_name(shop: &Shop, name: &str) {
    let file = rusqlite::Connection::open(shop.file("shop.ricejar")).unwrap();
    file.execute("UPDATE customer SET name = ?1, phones = 'next door'", [name]).unwrap();
}

// A9, case 23.
#[test]
fn blanks_and_what_cannot_be_seen_are_taken_off_a_text() {
    let shop = Shop::new();
    let odd = "name,note\n\u{feff}Cid,y\nDan\u{a0},z\n \u{200b}Eve ,q\nNu\u{1}l,x\n";
    fs::write(shop.file("odd.csv"), odd).unwrap();
    fs::write(shop.file("none.csv"), "name,note\nAnn,\n\u{200b},x\n").unwrap();
    insta::assert_snapshot!(shop.play(&[
        "customer add '  Zoe\u{a0} ' --phone '  138 0013 8000 ' --tag ' vip\u{3000}'",
        "customer add '\u{200b}'",
        "import odd.csv --into customers",
        "import none.csv --into customers",
        "export customers",
    ]), @"
    $ customer add '  Zoe  ' --phone '  138 0013 8000 ' --tag ' vip　'
    C001 Zoe added
    Code: C001.
    $ customer add '�'
    ! A customer needs a name.
    [exit 1]
    $ import odd.csv --into customers
    4 rows of customers imported (odd.csv)
    $ import none.csv --into customers
    ! Line 3, column “name”: A customer needs a name.
    ! Nothing was imported. Correct these rows and try again.
    [exit 1]
    $ export customers
    id,code,name,kind,phone,email,area,address,door_note,adults,children,elders,household_changes,away,payday,weekdays,limit,tag,referred_by,birthday,channel,language,consent,note,joined_on,left_on,left_reason,external
    1,C001,Zoe,household,138 0013 8000,,,,,0,0,0,,,none,,,vip,,,visit,,unknown,,2026-03-27,,,
    2,C002,Cid,household,,,,,,0,0,0,,,none,,,,,,visit,,unknown,y,2026-03-27,,,
    3,C003,Dan,household,,,,,,0,0,0,,,none,,,,,,visit,,unknown,z,2026-03-27,,,
    4,C004,Eve,household,,,,,,0,0,0,,,none,,,,,,visit,,unknown,q,2026-03-27,,,
    5,C005,Nu l,household,,,,,,0,0,0,,,none,,,,,,visit,,unknown,x,2026-03-27,,,
    ");
}

// A9, case 35.
#[test]
fn a_text_beyond_its_limit_is_refused_with_both_numbers() {
    let shop = Shop::new();
    let name = "林".repeat(20_000);
    fs::write(shop.file("long.csv"), format!("name,note\nAnn,x\nBob,{}\n", "n".repeat(30_000)))
        .unwrap();
    let output = shop.play(&[
        &format!("customer add {name}"),
        &format!("customer add {name} --lang zh-CN"),
        "import long.csv --into customers",
        "customer add Ann --tag a --phone 1 --phone 2 --phone 3 --phone 4 --phone 5 --phone 6 --phone 7 --phone 8 --phone 9 --phone 10 --phone 11",
        &format!("product add rice --unit {} --price 1", "k".repeat(21)),
        "customer list --format csv",
    ]);
    insta::assert_snapshot!(output.replace(&name, "林..."), @r"
    $ customer add 林...
    ! The name “林林林林林林林林林林林林林林林林林林林林…” is too long: 20,000 characters; the limit is 200.
    ! Shorten it and try again.
    [exit 1]
    $ customer add 林... --lang zh-CN
    ! 名称“林林林林林林林林林林林林林林林林林林林林……”太长：20,000 个字，最多 200 个字。
    ! 请缩短后再试。
    [exit 1]
    $ import long.csv --into customers
    ! Line 3, column “note”: The note “nnnnnnnnnnnnnnnnnnnn…” is too long: 30,000 characters; the limit is 2,000.
    ! Shorten it and try again.
    [exit 1]
    $ customer add Ann --tag a --phone 1 --phone 2 --phone 3 --phone 4 --phone 5 --phone 6 --phone 7 --phone 8 --phone 9 --phone 10 --phone 11
    ! Too many entries (phone number): 11; the limit is 10.
    [exit 1]
    $ product add rice --unit kkkkkkkkkkkkkkkkkkkkk --price 1
    ! The unit “kkkkkkkkkkkkkkkkkkkk…” is too long: 21 characters; the limit is 20.
    ! Shorten it and try again.
    [exit 1]
    $ customer list --format csv
    code,name,kind,phone,area,address,adults,children,elders,payday,balance,oldest_due,next_empty,left_on
    ");
}

// A9, case 36.
#[test]
fn a_telephone_number_has_a_digit_and_stands_on_one_line() {
    let shop = Shop::new();
    fs::write(shop.file("p.csv"), "name,phone\nA4,\"13900007777\n13900008888\"\n").unwrap();
    fs::write(shop.file("q.csv"), "name,phone\nA5,next door\n").unwrap();
    insta::assert_snapshot!(shop.play(&[
        "import p.csv --into customers",
        "import q.csv --into customers",
        "customer add B --phone '1\n2'",
        "customer add C --phone '1;2'",
        "customer add D --phone 'next door'",
        "customer add D --phone 'next door' --lang zh-CN",
        "customer list --format csv",
    ]), @r"
    $ import p.csv --into customers
    One row of customers imported (p.csv)
    $ import q.csv --into customers
    ! Line 2, column “phone”: The phone number “next door” has no digits.
    ! Put remarks on how to reach them in the note.
    [exit 1]
    $ customer add B --phone '1␊2'
    ! The phone number “1␊2” contains a character that is not allowed.
    ! Remove semicolons and line breaks.
    [exit 1]
    $ customer add C --phone '1;2'
    ! The phone number “1;2” contains a character that is not allowed.
    ! Remove semicolons and line breaks.
    [exit 1]
    $ customer add D --phone 'next door'
    ! The phone number “next door” has no digits.
    ! Put remarks on how to reach them in the note.
    [exit 1]
    $ customer add D --phone 'next door' --lang zh-CN
    ! 电话号码“next door”里没有数字。
    ! 联系方式的说明请写进备注。
    [exit 1]
    $ customer list --format csv
    code,name,kind,phone,area,address,adults,children,elders,payday,balance,oldest_due,next_empty,left_on
    C001,A4,household,13900007777;13900008888,,,0,0,0,none,0,,,
    ");
}

// A9: the name of the shop and of whoever acts are texts as well.
#[test]
fn the_shop_and_whoever_acts_have_names_within_limits_too() {
    let shop = Shop::none();
    for bad in ["\u{200b}", &"林".repeat(201)] {
        assert_eq!(shop.run(&format!("init --name '{bad}'")).status.code(), Some(1), "{bad}");
    }
    shop.says("init --name ' 永庆米店\u{3000}' --currency TWD");
    assert!(shop.says("shop show --format csv").contains("name,永庆米店\r\n"));
    shop.says("customer add Ann --by ' Wang\u{1b}[0m'");
    assert!(shop.says("journal --format csv").contains(",Wang,"));
    assert_eq!(
        shop.run(&format!("customer add Bob --by {}", "b".repeat(61))).status.code(),
        Some(1)
    );
}

// Case 28.
#[test]
fn a_joiner_inside_of_a_word_is_drawn_as_it_is() {
    let shop = Shop::new();
    shop.says("customer add '👨‍👩‍👧 Family'");
    shop.says("customer add 'می\u{200c}خواهم'");
    let list = shop.says("customer list");
    assert!(list.contains("👨‍👩‍👧 Family") && list.contains("می\u{200c}خواهم"), "{list}");
}

// A9: what an older notebook holds can be read, and everything else about it changed.
#[test]
fn a_longer_text_of_an_older_notebook_stands_in_the_way_of_nothing_but_itself() {
    let shop = Shop::new();
    shop.says("customer add Ann");
    with_older_name(&shop, &"a".repeat(250));
    shop.says("customer edit C001 --address 'Rice Lane 1' --note 'dog'");
    assert!(shop.says("customer show C001").contains("next door"));
    assert!(shop.says("check").contains("adds up"));
    fs::write(shop.file("out.csv"), shop.says("export customers")).unwrap();
    shop.says("init --db other");
    insta::assert_snapshot!(shop.play(&["import out.csv --into customers --db other"]), @"
    $ import out.csv --into customers --db other
    ! Line 2, column “name”: The name “aaaaaaaaaaaaaaaaaaaa…” is too long: 250 characters; the limit is 200.
    ! Line 2, column “phone”: The phone number “next door” has no digits.
    ! Nothing was imported. Correct these rows and try again.
    [exit 1]
    ");
    shop.says("customer edit C001 --name Ann --phone 123");
    fs::write(shop.file("out.csv"), shop.says("export customers")).unwrap();
    shop.says("import out.csv --into customers --db other");
}
