//! What is said after a change is made: that it was recorded although the message is lost, and that
//! there was nothing to change.

use super::Shop;
use std::fs::{self, File};
use std::process::Output;

/// Runs a command whose standard output cannot be written.
#[cfg(target_os = "linux")]
fn unheard(shop: &Shop, words: &str) -> Output {
    let full = File::options().write(true).open("/dev/full").unwrap();
    shop.command(words).stdout(full).output().unwrap()
}

// A4
#[cfg(target_os = "linux")]
#[test]
fn after_a_change_a_lost_message_never_reads_as_if_nothing_was_done() {
    let shop = Shop::new();
    fs::write(shop.file("list.csv"), "name\nChen\n").unwrap();
    let changes = [
        "customer add Wu --adults 3",
        "customer edit Wu --phone 0912",
        "customer away Wu 2026-04-01..2026-04-03",
        "customer household Wu --adults 4",
        "product add rice --unit kg --price 10 --stock 100",
        "product edit rice --price 11",
        "product receive rice 5",
        "product count rice 90",
        "product order rice 20",
        "jar set Wu rice --monthly 12",
        "jar read Wu rice 3kg",
        "delivery plan Wu rice 15 --on today",
        "delivery move 1 tomorrow",
        "delivery done 1 --paid 5",
        "delivery plan Wu rice 15 --on today",
        "delivery miss 2 --reason out --next mon",
        "delivery cancel 3",
        "tab charge Wu 1",
        "tab pay Wu 1",
        "tab discount Wu 1",
        "tab refund Wu 1",
        "tab write-off Wu 1",
        "tab correct Wu -1",
        "follow-up add Wu call --on tomorrow",
        "follow-up snooze 1 fri",
        "follow-up done 1",
        "follow-up add Wu call --on tomorrow",
        "follow-up drop 2",
        "contact add Wu --channel phone --text hello",
        "shop set grace-days 3",
        "import list.csv --into customers",
        "undo",
        "redo",
        "customer leave Wu",
        "customer return Wu",
    ];
    for (line, words) in (1..).zip(changes) {
        let output = unheard(&shop, words);
        let said = String::from_utf8(output.stderr).unwrap();
        let recorded = format!(
            "Recorded as line {line} of the journal; the message could not be written: the disk is full.\nDo not repeat the command. See: ricejar journal\n"
        );
        assert!(said.ends_with(&recorded), "{words}: {said}");
        assert_eq!(output.status.code(), Some(4), "{words}");
    }
    let journal = shop.says("journal --format jsonl");
    assert_eq!(journal.lines().count(), changes.len());
    let chinese = unheard(&shop, "tab charge Wu 1 --lang zh-CN");
    assert_eq!(
        String::from_utf8(chinese.stderr).unwrap().lines().next().unwrap(),
        "已记入流水第 36 行，只是提示没能写出：磁盘满了。"
    );
    let learned = unheard(&shop, "jar learn");
    assert_eq!(learned.status.code(), Some(4));
    assert!(String::from_utf8(learned.stderr).unwrap().starts_with("The forecasts were updated"));
}

// A4
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_was_made_is_told_although_its_message_is_lost() {
    let shop = Shop::new();
    for (words, file) in [
        ("backup copy.ricejar", "copy.ricejar"),
        ("restore copy.ricejar --db again.ricejar", "again.ricejar"),
        ("init --db new.ricejar", "new.ricejar"),
        ("demo sample.ricejar --customers 2 --deliveries 3", "sample.ricejar"),
    ] {
        let output = unheard(&shop, words);
        assert_eq!(output.status.code(), Some(4), "{words}");
        let said = String::from_utf8(output.stderr).unwrap();
        let written =
            format!("{file} was written; the message could not be written: the disk is full.\n");
        assert_eq!(said, written, "{words}");
        assert!(shop.says(&format!("check --db {file}")).contains("adds up"), "{words}");
    }
}

// A4: what changes nothing is as it was, and a reader who has enough is no mistake.
#[cfg(target_os = "linux")]
#[test]
fn where_nothing_was_changed_a_lost_message_is_a_failure_and_a_closed_pipe_is_a_success() {
    let shop = Shop::new();
    fs::write(shop.file("list.csv"), "name\nChen\n").unwrap();
    for words in [
        "--help",
        "--version",
        "completions bash",
        "man",
        "shop show",
        "import list.csv --into customers --dry-run",
        "shop set grace-days 0",
    ] {
        let output = unheard(&shop, words);
        assert_eq!(output.status.code(), Some(3), "{words}");
        assert!(
            String::from_utf8(output.stderr).unwrap().starts_with("The output is incomplete"),
            "{words}"
        );
    }
    let mut child = (shop.command("customer add Wu"))
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

// A4: nothing can be written to a standard output that is open for reading only.
#[cfg(unix)]
#[test]
fn an_output_that_cannot_be_written_at_all_is_told() {
    let shop = Shop::new();
    let read_only = || File::open("/dev/null").unwrap();
    let list = shop.command("export customers").stdout(read_only()).output().unwrap();
    assert_eq!(list.status.code(), Some(3));
    let change = shop.command("customer add Wu").stdout(read_only()).output().unwrap();
    assert_eq!(change.status.code(), Some(4));
}

// A23: SIGXFSZ ended the program after the commit.
#[cfg(unix)]
#[test]
fn beyond_the_limit_of_a_files_size_a_change_is_still_told() {
    let shop = Shop::new();
    shop.says("customer add Wu");
    let program = shop.command("").get_program().to_owned();
    // In blocks of 512 bytes; the notebook's own files are below it.
    let script = "ulimit -f 2000; yes x | head -c 1023999 > out; \"$0\" tab charge Wu 1 >> out";
    let output = std::process::Command::new("sh")
        .args(["-c", script])
        .arg(program)
        .current_dir(shop.file(""))
        .env("RICEJAR_DB", "shop.ricejar")
        .env("RICEJAR_TODAY", "2026-03-27")
        .env("RICEJAR_LANG", "en")
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(4), "{said}");
    assert!(said.starts_with("Recorded as line 2 of the journal; "), "{said}");
}

// A23: the sentence had no name, and SIGXFSZ ended the program without one.
#[cfg(target_os = "linux")]
#[test]
fn a_notebook_that_cannot_be_written_is_named() {
    let shop = Shop::new();
    let program = shop.command("").get_program().to_owned();
    // There is room for what the engine shares between programs, and for little of its log.
    let output = std::process::Command::new("sh")
        .args(["-c", "ulimit -f 72; \"$0\" customer add Wu"])
        .arg(program)
        .current_dir(shop.file(""))
        .env("RICEJAR_DB", "shop.ricejar")
        .env("RICEJAR_TODAY", "2026-03-27")
        .env("RICEJAR_LANG", "en")
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.starts_with("The file shop.ricejar cannot be used: "), "{said}");
    assert_eq!(shop.says("customer list --format jsonl"), "");
}

// A23
#[test]
fn what_changes_nothing_has_no_line_and_no_step_of_undo() {
    let shop = Shop::new();
    for words in [
        "customer add Wu --adults 3 --phone 0912",
        "product add rice --unit kg --price 10 --stock 100",
        "jar set Wu rice --monthly 12",
        "delivery plan Wu rice 15 --on today",
    ] {
        shop.says(words);
    }
    insta::assert_snapshot!(shop.play(&[
        "customer edit Wu --adults 3",
        "customer edit Wu --phone 0912 --lang zh-CN",
        "product edit rice --price 10",
        "jar set Wu rice --monthly 12",
        "shop set grace-days 0",
        "shop set delivery-days mon-sat",
        "delivery plan Wu rice 15 --on today",
        "delivery move 1 today",
        "journal --format csv",
        "undo",
    ]));
}

// A23: --verbose
#[test]
fn what_caused_an_error_is_printed_when_it_is_asked_for() {
    let shop = Shop::new();
    insta::assert_snapshot!(shop.play(&[
        "import nowhere.csv --into customers",
        "import nowhere.csv --into customers --verbose",
        "customer list -o shop.ricejar/list --verbose --lang zh-CN",
        "customer show nobody --verbose",
    ]), @"
    $ import nowhere.csv --into customers
    ! There is no file nowhere.csv.
    ! Check the name and the folder; nothing was read.
    [exit 2]
    $ import nowhere.csv --into customers --verbose
    ! There is no file nowhere.csv.
    ! Check the name and the folder; nothing was read.
    ! Caused by: No such file or directory (os error 2)
    [exit 2]
    $ customer list -o shop.ricejar/list --verbose --lang zh-CN
    ! 没有文件夹 shop.ricejar。
    ! 先建好这个文件夹，或另选一个已有的文件夹。
    ! 原因：not a directory
    [exit 3]
    $ customer show nobody --verbose
    ! No customer matches “nobody”.
    ! Try part of the name, its pinyin or initials, the code, or digits of the phone number: customer list
    [exit 1]
    ");
}
