//! `help`, the manual pages and the completions of a shell.

use super::Shop;

/// What the program answers a shell about the last of these words.
fn completed(shop: &Shop, words: &str) -> Vec<String> {
    let last = words.split(' ').count() - 1;
    let output = shop
        .command(&format!("-- {words}"))
        .env("RICEJAR_COMPLETE", "bash")
        .env("_CLAP_COMPLETE_INDEX", last.to_string())
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

// D7
#[test]
fn help_is_a_command_too_and_knows_topics() {
    let shop = Shop::none();
    for command in ["customer add", "delivery", ""] {
        let help = shop.says(&format!("help {command}"));
        assert_eq!(
            help.trim_end(),
            shop.says(&format!("{command} --help")).trim_end(),
            "{command}"
        );
    }
    assert!(shop.says("help tab pay").contains("Examples:\n  ricejar tab pay C001 500"));
    assert!(shop.says("help dates").contains("last fri"));
    assert!(shop.says("help columns").contains("\ncustomers:\n  id, code, name"));
    insta::assert_snapshot!(shop.play(&["help exit-codes", "help cake", "--lang zh-CN help tab cake"]), @r"
    $ help exit-codes
    Exit codes:
      0      done
      1      refused by a rule of the shop, not found, or something was found by a check
      2      a mistake in the command
      3      a file cannot be read or written
      4      done, but the message about it could not be written
      128+n  ended by signal n
    $ help cake
    ! There is no command or topic “cake”.
    ! ricejar --help lists the commands; topics: customers, dates, amounts, prices, sales, value, formats, columns, exit-codes.
    [exit 2]
    $ --lang zh-CN help tab cake
    ! 没有“tab cake”这个命令或主题。
    ! ricejar --help 列出所有命令；主题有 customers、dates、amounts、prices、sales、value、formats、columns、exit-codes。
    [exit 2]
    ");
}

// D7: one page had 6,225 lines, and neither examples nor exit codes.
#[test]
fn the_manual_is_short_and_has_a_page_for_each_command() {
    let shop = Shop::none();
    shop.says("man --dir pages");
    let page = |name: &str| std::fs::read_to_string(shop.file("pages").join(name)).unwrap();
    let overview = page("ricejar.1");
    assert_eq!(overview, shop.says("man"));
    assert!(overview.lines().count() < 500, "{}", overview.lines().count());
    for text in ["ricejar\\-tab(1)", "RICEJAR_DB", "config.toml"] {
        assert!(overview.contains(text), "{text} in {overview}");
    }
    for name in ["ricejar.1", "ricejar-tab.1", "ricejar-follow-up.1", "ricejar-today.1"] {
        let text = page(name);
        for section in ["NAME", "SYNOPSIS", "EXAMPLES", "EXIT STATUS", "FILES", "SEE ALSO"] {
            let heading = format!(".SH {section}\n");
            assert!(text.replace('"', "").contains(&heading), "{section} in {name}: {text}");
        }
    }
    let tab = page("ricejar-tab.1");
    assert_eq!(tab, shop.says("man tab"));
    assert!(tab.contains("ricejar tab pay C001 500") && tab.contains("\\-\\-method"), "{tab}");
    assert!(shop.says("man tab --lang zh-CN").contains("退出码"));
}

// D7
#[test]
fn completions_know_commands_customers_and_products() {
    let shop = Shop::new();
    shop.says("product add 大米 --unit kg --price 42");
    shop.says("product add 'long rice' --unit kg --price 42");
    shop.says("customer add 林阿嬷");
    shop.says("customer add 陈师傅 --code W7");
    assert_eq!(completed(&shop, "ricejar foll"), ["follow-up"]);
    assert_eq!(completed(&shop, "ricejar tab pay C0"), ["C001"]);
    assert_eq!(completed(&shop, "ricejar tab pay lin"), ["C001"]);
    assert_eq!(completed(&shop, "ricejar tab list --customer chen"), ["W7"]);
    assert_eq!(completed(&shop, "ricejar jar set C001 dami"), ["大米"]);
    assert_eq!(completed(&shop, "ricejar product edit long"), ["long"]);
    assert_eq!(completed(&shop, "ricejar delivery plan C001 dami"), ["大米"]);
    assert_eq!(completed(&shop, "ricejar delivery done 1 --line dami"), ["大米"]);
    assert_eq!(completed(&shop, "ricejar today --only coll"), ["collect"]);
    assert_eq!(completed(&shop, "ricejar help dat"), ["dates"]);
    assert_eq!(completed(&shop, "ricejar --db no-such-file tab pay lin"), [""; 0]);
}

// D7: a value that is no file was completed with files.
#[test]
fn completions_offer_files_only_where_a_file_is_meant() {
    let shop = Shop::new();
    std::fs::write(shop.file("list.csv"), "name\n").unwrap();
    assert_eq!(completed(&shop, "ricejar import li"), ["list.csv"]);
    for words in ["customer add li", "tab pay li", "customer edit --note li", "demo x --seed li"] {
        assert_eq!(completed(&shop, &format!("ricejar {words}")), [""; 0], "{words}");
    }
    let fish = shop.says("completions fish");
    assert!(fish.contains("--exclusive") && fish.contains("RICEJAR_COMPLETE=fish"), "{fish}");
}

// A notebook of an older format is not brought up to date by a key that was pressed.
#[test]
fn completions_leave_the_notebook_as_it_is() {
    let shop = Shop::new();
    shop.says("customer add Lin");
    let file = || std::fs::read(shop.file("shop.ricejar")).unwrap();
    let before = file();
    completed(&shop, "ricejar tab pay lin");
    assert_eq!(file(), before);
}

// D7: exit codes are documented in three places, and mean the same in each.
#[test]
fn exit_codes_are_as_they_are_documented() {
    let shop = Shop::new();
    for (words, code) in [("today", 0), ("undo 99", 1), ("custmer", 2), ("today --db none", 3)] {
        assert_eq!(shop.run(words).status.code(), Some(code), "{words}");
    }
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full");
    if let Ok(full) = full {
        let unreported = shop.command("customer add Lin").stdout(full).output().unwrap();
        assert_eq!(unreported.status.code(), Some(4));
    }
    let readme =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let table = readme.split("| exit code |").nth(1).unwrap();
    let rows = table.lines().skip(2).map_while(|line| line.strip_prefix("| "));
    let codes: Vec<&str> = rows.map(|row| row.split(' ').next().unwrap()).collect();
    assert_eq!(codes, ["0", "1", "2", "3", "4", "128+n"]);
    for language in ["en", "zh-CN"] {
        let topic = shop.says(&format!("help exit-codes --lang {language}"));
        let listed = topic.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
        assert_eq!(listed.collect::<Vec<_>>(), codes, "{language}");
    }
}

// D7: `#1` begins a comment in a shell.
#[test]
fn a_product_whose_name_has_blanks_is_completed_by_a_word_of_its_own() {
    let shop = Shop::new();
    for name in ["'brown rice'", "'white rice'", "oil"] {
        shop.says(&format!("product add {name} --unit kg --price 3"));
    }
    assert_eq!(completed(&shop, "ricejar product show bro"), ["brown"]);
    assert_eq!(completed(&shop, "ricejar product show rice"), ["brown", "white"]);
    assert_eq!(completed(&shop, "ricejar product show oi"), ["oil"]);
    assert!(shop.says("product show brown").contains("brown rice"));
}
