//! `customer`: writing customers down, finding them, their page.

use super::Shop;

#[test]
fn a_customer_is_written_down_and_found() {
    let shop = Shop::new();
    insta::assert_snapshot!(shop.play(&[
        "customer add 林阿嬷 --phone '0912-345 678' --area 竹巷 --address '3 号 2 楼' --adults 2 --children 1 --elders 2 --payday 25",
        "customer add 'Chen Wei' --code K7 --phone 0933111222 --birthday 1950-03-27",
        "customer list",
        "customer list lam",
        "customer show lam",
        "customer show 345678",
        "customer show k7 --format json",
    ]), @r#"
    $ customer add 林阿嬷 --phone '0912-345 678' --area 竹巷 --address '3 号 2 楼' --adults 2 --children 1 --elders 2 --payday 25
    C001 林阿嬷 added
    Code: C001.
    $ customer add 'Chen Wei' --code K7 --phone 0933111222 --birthday 1950-03-27
    K7 Chen Wei added
    Code: K7.
    $ customer list
    Code  Name      Kind       Phone         Area  Address    Adults  Children  Seniors  Payday  Owes  Oldest due  Runs out  Left on
    C001  林阿嬷    household  0912-345 678  竹巷  3 号 2 楼       2         1        2  25         0
    K7    Chen Wei  household  0933111222                          0         0        0  none       0
    $ customer list lam
    Code  Name    Kind       Phone         Area  Address    Adults  Children  Seniors  Payday  Owes  Oldest due  Runs out  Left on
    C001  林阿嬷  household  0912-345 678  竹巷  3 号 2 楼       2         1        2  25         0
    $ customer show lam
    C001 林阿嬷
    Kind             household
    People           2 adults, 1 child, 2 seniors
    Phone            0912-345 678
    Area             竹巷
    Address          3 号 2 楼
    Payday           25th: Sat 25 Apr 2026, Mon 25 May 2026, Thu 25 Jun 2026
    Tab              The tab is settled.
    Prefers          visit
    May be reminded  not asked
    Customer since   Fri 27 Mar 2026
    $ customer show 345678
    C001 林阿嬷
    Kind             household
    People           2 adults, 1 child, 2 seniors
    Phone            0912-345 678
    Area             竹巷
    Address          3 号 2 楼
    Payday           25th: Sat 25 Apr 2026, Mon 25 May 2026, Thu 25 Jun 2026
    Tab              The tab is settled.
    Prefers          visit
    May be reminded  not asked
    Customer since   Fri 27 Mar 2026
    $ customer show k7 --format json
    {"id":2,"code":"K7","name":"Chen Wei","kind":"household","phone":"0933111222","email":"","area":"","address":"","door_note":"","adults":0,"children":0,"elders":0,"payday":"none","next_payday":null,"weekdays":"","limit":null,"tag":"","referred_by":null,"birthday":"1950-03-27","channel":"visit","language":"","consent":"unknown","note":"","joined_on":"2026-03-27","left_on":null,"left_reason":null,"balance":0,"oldest_due":null,"last_delivery":null,"last_contact":null,"next_empty":null,"external":null,"held":0,"tickets":[],"containers":[],"buys":null,"away":[],"household_changes":[],"skips":[],"jars":[],"deliveries":[],"entries":[],"follow_ups":[],"complaints":[],"contacts":[]}
    "#);
}

#[test]
fn somebody_alike_is_warned_about_and_several_matches_are_listed() {
    let shop = Shop::new();
    shop.says("customer add 林阿嬷 --phone '0912-345 678' --area 竹巷 --address '3 号 2 楼' --adults 2 --children 1 --elders 2 --payday 25");
    insta::assert_snapshot!(shop.play(&[
        "customer add 林阿嬷 --phone 0912345678",
        "customer show 林",
        "customer show '#1' --format csv",
        "customer show nobody",
        "customer show '#9'",
        "customer show ''",
    ]), @r"
    $ customer add 林阿嬷 --phone 0912345678
    C002 林阿嬷 added
    Code: C002.
    ! The same name or phone number already exists: C001 林阿嬷.
    $ customer show 林
    ! “林” matches several customers: C001 林阿嬷 (竹巷), C002 林阿嬷.
    ! Type more of the name, or the code.
    [exit 1]
    $ customer show '#1' --format csv
    id,code,name,kind,phone,email,area,address,door_note,adults,children,elders,payday,next_payday,weekdays,limit,tag,referred_by,birthday,channel,language,consent,note,joined_on,left_on,left_reason,balance,oldest_due,last_delivery,last_contact,next_empty,external
    1,C001,林阿嬷,household,0912-345 678,,竹巷,3 号 2 楼,,2,1,2,25,2026-04-25,,,,,,visit,,unknown,,2026-03-27,,,0,,,,,
    $ customer show nobody
    ! No customer matches “nobody”.
    ! Try part of the name, its pinyin or initials, the code, or digits of the phone number: customer list
    [exit 1]
    $ customer show '#9'
    ! No customer matches “#9”.
    ! Try part of the name, its pinyin or initials, the code, or digits of the phone number: customer list
    [exit 1]
    $ customer show ''
    ! No customer matches “”.
    ! Try part of the name, its pinyin or initials, the code, or digits of the phone number: customer list
    [exit 1]
    ");
}

#[test]
fn everything_known_of_a_customer_can_be_changed_and_taken_away() {
    let shop = Shop::new();
    shop.says("customer add 林阿嬷 --phone '0912-345 678' --area 竹巷 --address '3 号 2 楼' --adults 2 --children 1 --elders 2 --payday 25");
    insta::assert_snapshot!(shop.play(&[
        "customer edit C001 --name 林奶奶 --limit 3000 --tag old --tag kind --weekdays mon,thu --door-note '狗 ring twice' --referred-by none --birthday 1940-02-29 --channel phone --language zh-CN --consent 'email, phone' --note 'likes new rice' --opening 120",
        "customer show C001",
        "customer edit C001 --limit none --tag '' --phone '' --birthday none --weekdays none",
        "customer show C001 --format json",
        "customer edit C001",
        "customer edit C001 --opening 5",
    ]), @r#"
    $ customer edit C001 --name 林奶奶 --limit 3000 --tag old --tag kind --weekdays mon,thu --door-note '狗 ring twice' --referred-by none --birthday 1940-02-29 --channel phone --language zh-CN --consent 'email, phone' --note 'likes new rice' --opening 120
    C001 林奶奶 changed
    $ customer show C001
    C001 林奶奶
    Kind             household
    People           2 adults, 1 child, 2 seniors
    Phone            0912-345 678
    Area             竹巷
    Address          3 号 2 楼
    At the door      狗 ring twice
    Payday           25th: Sat 25 Apr 2026, Mon 25 May 2026, Thu 25 Jun 2026
    Deliver on       Mon, Thu
    Tab              Owes 120 now.
    Oldest due       Sat 25 Apr 2026
    Credit limit     3,000
    Tags             old, kind
    Birthday         Thu 29 Feb 1940
    Prefers          phone
    Language         Chinese
    May be reminded  phone, email
    Note             likes new rice
    Customer since   Fri 27 Mar 2026

    Entries
    Day         Kind             Goods  Amount  Method  Note
    2026-03-27  opening balance            120
    $ customer edit C001 --limit none --tag '' --phone '' --birthday none --weekdays none
    C001 林奶奶 changed
    $ customer show C001 --format json
    {"id":1,"code":"C001","name":"林奶奶","kind":"household","phone":"","email":"","area":"竹巷","address":"3 号 2 楼","door_note":"狗 ring twice","adults":2,"children":1,"elders":2,"payday":"25","next_payday":"2026-04-25","weekdays":"","limit":"none","tag":"","referred_by":null,"birthday":null,"channel":"phone","language":"zh-CN","consent":"phone,email","note":"likes new rice","joined_on":"2026-03-27","left_on":null,"left_reason":null,"balance":120,"oldest_due":"2026-04-25","last_delivery":null,"last_contact":null,"next_empty":null,"external":null,"held":0,"tickets":[],"containers":[],"buys":null,"away":[],"household_changes":[],"skips":[],"jars":[],"deliveries":[],"entries":[{"day":"2026-03-27","kind":"opening","goods":"","amount":120,"method":"","note":""}],"follow_ups":[],"complaints":[],"contacts":[]}
    $ customer edit C001
    ! Nothing to change was given for “C001”.
    ! Give at least one option; --help lists them.
    [exit 2]
    $ customer edit C001 --opening 5
    ! 林奶奶 already has an opening balance.
    ! Use a correction instead: tab correct.
    [exit 1]
    "#);
}

#[test]
fn a_code_and_a_name_are_asked_for_clearly() {
    let shop = Shop::new();
    shop.says("customer add 林阿嬷 --phone '0912-345 678' --area 竹巷 --address '3 号 2 楼' --adults 2 --children 1 --elders 2 --payday 25");
    insta::assert_snapshot!(shop.play(&[
        "customer add ''",
        "customer add Wu --code c001",
        "customer add Wu --tag 'a;b'",
        "customer edit C001 --referred-by C001",
    ]), @"
    $ customer add ''
    ! A customer needs a name.
    [exit 1]
    $ customer add Wu --code c001
    ! 林阿嬷 already has the code c001.
    ! Choose another code, or leave it empty to get one automatically.
    [exit 1]
    $ customer add Wu --tag 'a;b'
    ! The tag “a;b” contains a character that is not allowed.
    ! Remove semicolons and line breaks.
    [exit 1]
    $ customer edit C001 --referred-by C001
    ! 林阿嬷 cannot be their own referrer.
    [exit 1]
    ");
}

#[test]
fn they_leave_return_go_away_and_grow() {
    let shop = Shop::new();
    shop.says("customer add 林阿嬷 --phone '0912-345 678' --area 竹巷 --address '3 号 2 楼' --adults 2 --children 1 --elders 2 --payday 25");
    shop.says("product add rice --unit kg --price 42 --cost 30 --pack 15 --stock 500 --appetite 0.25 --kind rice");
    shop.says("jar set C001 rice --capacity 20 --usual 15 --monthly 12");
    shop.says("jar read C001 rice 10");
    insta::assert_snapshot!(shop.play(&[
        "customer leave C001 --reason moved",
        "customer leave C001",
        "customer list",
        "customer list --all",
        "customer return C001",
        "customer return C001",
        "customer away C001 2026-04-01..2026-04-05 --people 2",
        "customer away C001 2026-04-04..2026-04-08",
        "customer away C001 2026-05-02..2026-05-01",
        "customer away C001 +20 --people 9",
        "customer household C001 --children 2 --from 2026-04-10",
        "customer household C001",
        "customer show C001",
    ]), @"
    $ customer leave C001 --reason moved
    C001 林阿嬷 left on Fri 27 Mar 2026 (moved)
    $ customer leave C001
    ! 林阿嬷 already left, on Fri 27 Mar 2026.
    [exit 1]
    $ customer list
    Code  Name  Kind  Phone  Area  Address  Adults  Children  Seniors  Payday  Owes  Oldest due  Runs out  Left on
    $ customer list --all
    Code  Name    Kind       Phone         Area  Address    Adults  Children  Seniors  Payday  Owes  Oldest due  Runs out  Left on
    C001  林阿嬷  household  0912-345 678  竹巷  3 号 2 楼       2         1        2  25         0                        2026-03-27
    $ customer return C001
    C001 林阿嬷 is a customer again
    $ customer return C001
    ! 林阿嬷 has not left.
    [exit 1]
    $ customer away C001 2026-04-01..2026-04-05 --people 2
    2 people of C001 林阿嬷 away Wed 1 Apr 2026 to Sun 5 Apr 2026
    rice: runs out about Fri 24 Apr 2026, safe until Wed 8 Apr 2026.
    $ customer away C001 2026-04-04..2026-04-08
    ! 林阿嬷 is already away from Wed 1 Apr 2026 to Sun 5 Apr 2026.
    ! Undo that, or choose days that do not overlap.
    [exit 1]
    $ customer away C001 2026-05-02..2026-05-01
    ! FROM..TO: “2026-05-02..2026-05-01” ends before it begins.
    ! Put the earlier day first: 2026-03-05..2026-03-08.
    [exit 2]
    $ customer away C001 +20 --people 9
    ! The household of 林阿嬷 has only 5 people; no more can be away.
    ! Leave the number out if everybody is away, or change the household first.
    [exit 1]
    $ customer household C001 --children 2 --from 2026-04-10
    C001 林阿嬷: 6 people from Fri 10 Apr 2026
    rice: runs out about Wed 22 Apr 2026, safe until Wed 8 Apr 2026.
    $ customer household C001
    ! Nothing to change was given for “C001”.
    ! Give at least one option; --help lists them.
    [exit 2]
    $ customer show C001
    C001 林阿嬷
    Kind               household
    People             2 adults, 1 child, 2 seniors
    Household changes  Fri 10 Apr 2026: 2 adults, 2 children, 2 seniors
    Away               Wed 1 Apr 2026 to Sun 5 Apr 2026 (2)
    Phone              0912-345 678
    Area               竹巷
    Address            3 号 2 楼
    Payday             25th: Sat 25 Apr 2026, Mon 25 May 2026, Thu 25 Jun 2026
    Tab                The tab is settled.
    Prefers            visit
    May be reminded    not asked
    Customer since     Fri 27 Mar 2026

    Jars
    Product  Level  Unit  Runs out    Safe until  Latest
    rice        10  kg    2026-04-22  2026-04-08  2026-04-08
    ");
}

#[test]
fn a_name_with_escapes_loses_them() {
    let shop = Shop::new();
    insta::assert_snapshot!(shop.play(&[
        "customer add '\u{1b}[31mred\u{202e}'",
        "customer list",
        "customer show red",
        "journal",
    ]), @"
    $ customer add '␛[31mred�'
    C001 red added
    Code: C001.
    $ customer list
    Code  Name  Kind       Phone  Area  Address  Adults  Children  Seniors  Payday  Owes  Oldest due  Runs out  Left on
    C001  red   household                             0         0        0  none       0
    $ customer show red
    C001 red
    Kind             household
    People           0 adults, 0 children, 0 seniors
    Tab              The tab is settled.
    Prefers          visit
    May be reminded  not asked
    Customer since   Fri 27 Mar 2026
    $ journal
    No.  Time                 By  Effect  In effect  What
      1  2026-03-27 00:00:00      done    yes        C001 red added
    ");
}

// Issue 11, step 2: a field is one row of the table of fields, and is everywhere.
#[test]
fn an_email_address_is_kept_shown_exported_and_refused_without_its_sign() {
    let shop = Shop::new();
    shop.says("customer add Wu --email ' wu@example.com '");
    let page = shop.says("customer show C001");
    assert!(
        page.lines().any(|line| line.starts_with("Email ") && line.ends_with(" wu@example.com"))
    );
    assert!(shop.says("customer show C001 --format json").contains(r#""email":"wu@example.com""#));
    let table = shop.says("export customers --format csv");
    assert!(table.contains(",phone,email,area,") && table.contains(",wu@example.com,"), "{table}");
    shop.says("customer edit C001 --email ''");
    shop.says("undo");
    assert!(shop.says("customer show C001").contains("wu@example.com"));
    insta::assert_snapshot!(shop.play(&["customer edit C001 --email wu", "customer edit C001 --email @wu --lang zh-CN"]), @r"
    $ customer edit C001 --email wu
    ! “wu” is not a valid email address.
    [exit 1]
    $ customer edit C001 --email @wu --lang zh-CN
    ! “@wu”不是有效的电子邮箱。
    [exit 1]
    ");
}

// E1, E2, cases 07, 08, 20, 21, 22.
#[test]
fn a_customer_is_found_by_every_spelling_of_what_is_known() {
    let shop = Shop::new();
    for (name, options, queries) in [
        ("吕小布", "", "lvxiaobu luxiaobu lyuxiaobu lüxiaobu lxb"),
        ("女装店", "", "nvzhuang nuzhuang"),
        ("重庆小面", "", "chongqing cqxm 重慶"),
        ("中国银行", "", "zgyh zgyx"),
        ("尉迟恭", "", "ycg yuchigong"),
        ("卜师傅", "", "bushifu"),
        ("洗车店", "", "xiche xianche"),
        ("陳師傅", "--phone 0912-345-678", "陈 师傅 +886912345678 886912345678 0912-345"),
        ("单老师", "--phone +86-13812345678", "shan 13812345678 008613812345678"),
        ("José", "", "jose José"),
        ("GROSSE", "", "große"),
        ("7-11便利店", "--address 竹巷3-2-501", "7-11 711 3-2-501 ７－１１ 711bld"),
    ] {
        shop.play(&[&format!("customer add {name} {options}")]);
        for query in queries.split(' ') {
            let found = shop.says(&format!("customer list --format csv {query}"));
            assert!(found.contains(name), "{query}: {found}");
        }
    }
    let found = shop.says("customer list --format csv '３-２　７１１'");
    assert!(found.contains("便利店"), "{found}");
}

#[test]
fn a_code_is_never_taken_for_a_number() {
    let shop = Shop::new();
    shop.says("customer add Ann");
    let refused = shop.play(&["customer edit Ann --code '#5'", "customer add Bo --code '#1'"]);
    assert_eq!(refused.matches("is not a valid code").count(), 2, "{refused}");
}

#[test]
fn what_is_planned_before_a_customer_leaves_is_still_brought() {
    let shop = Shop::new();
    shop.says("product add rice --unit kg --price 5 --stock 100");
    shop.says("customer add Ann");
    shop.says("delivery plan Ann rice 5 --on 2026-03-29");
    shop.says("delivery plan Ann rice 5 --on 2026-04-05");
    let early = shop.play(&["customer leave Ann --on 2020-01-01"]);
    assert!(early.contains("[exit 1]"), "{early}");
    shop.says("customer leave Ann --on 2026-04-01");
    let list = shop.says("delivery list --format csv");
    let stages: Vec<&str> =
        list.lines().skip(1).map(|row| row.split(',').nth(1).unwrap()).collect();
    assert_eq!(stages, ["planned", "cancelled"], "{list}");
}
