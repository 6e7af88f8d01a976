//! The language of the notebook, also where the notebook is not open.

use super::Shop;

/// A notebook in Chinese, in a terminal that says nothing of a language.
fn chinese_notebook() -> Shop {
    let shop = Shop::none();
    shop.says("init --name 永庆米店 --currency CNY --language zh-CN");
    shop
}

// D8
#[test]
fn errors_and_help_speak_the_language_of_the_notebook() {
    let shop = chinese_notebook();
    shop.says("backup copy.ricejar");
    assert!(shop.says("--help").contains("用法：ricejar"));
    assert!(shop.says("help tab").contains("用法：ricejar tab"));
    insta::assert_snapshot!(shop.play(&[
        "custmer",
        "tab pay x 1 --on 2024-02-30",
        "customer add x --payday 32",
        "init",
        "init --db second",
        "init --db third --language zh-CN",
        "restore none.ricejar",
        "today --lang en --as-of x",
        "check",
    ]), @r"
    $ custmer
    ! 没有“custmer”这个命令。
    ! 是不是想输入 customer？
    [exit 2]
    $ tab pay x 1 --on 2024-02-30
    ! 找不到客户“x”。
    ! 试试名称的一部分、拼音、首字母、编号或电话号码：customer list
    [exit 1]
    $ customer add x --payday 32
    ! --payday：不是每个月都有“32”。
    ! 日子从 1 到 31，也可以写 月底。
    [exit 2]
    $ init
    ! shop.ricejar 已经存在，什么都没写。
    ! 直接用它，或另选文件名。
    [exit 1]
    $ init --db second
    Created a new notebook: second
    $ init --db third --language zh-CN
    已新建本子：third
    $ restore none.ricejar
    ! 没有文件 none.ricejar。
    ! 请检查文件名和文件夹；什么都没读。
    [exit 2]
    $ today --lang en --as-of x
    ! --as-of: “x” is not a date.
    ! Write a date like 2026-03-27, 27 Mar, today, +3, fri or 25.
    [exit 2]
    $ check
    账目全都对得上。
    ");
    assert!(shop.says("restore copy.ricejar").starts_with("备份已成为现在的本子：shop.ricejar"));
}

// D8: the configuration comes before the notebook, and is found by the words of a command that fails.
#[test]
fn the_configuration_has_a_language_before_the_notebook() {
    let shop = chinese_notebook();
    std::fs::write(shop.file("c.toml"), "language = \"en\"\n").unwrap();
    let english = shop.run("--config c.toml custmer");
    assert!(String::from_utf8(english.stderr).unwrap().starts_with("Unknown command"));
    let chinese = shop.run("--config none.toml custmer");
    assert!(String::from_utf8(chinese.stderr).unwrap().starts_with("没有“custmer”"));
}

/// Words that are the same in every language: names of files, programs, keys and formats, and values.
const NAMES: &str = "ricejar CSV HTML JSON TOML UTF RFC ASCII SQLite Ctrl WHO PRODUCT QTY DATE MONEY LEVEL FROM TO \
    PRICE en zh CN none last fri mon sat wed mdy dmy kg bom csv json jsonl table vip CNY TWD USD var rowid \
    RICEJAR_DB RICEJAR_TODAY RICEJAR_CONFIG RICEJAR_BY birthday id env keys theme ascii language dark light \
    true false colour blind esc RFM customers dates amounts formats columns shell";

/// The English words in a text that is not in quotes, beside the names of the grammar.
fn english_words(text: &str, typed: &str) -> Vec<String> {
    fn names(command: &clap::Command, known: &mut Vec<String>) {
        known.push(command.get_name().to_owned());
        for arg in command.get_arguments() {
            known.extend(arg.get_possible_values().iter().map(|value| value.get_name().to_owned()));
            known.extend(arg.get_value_names().into_iter().flatten().map(ToString::to_string));
            known.extend(arg.get_long().map(str::to_owned));
        }
        command.get_subcommands().for_each(|sub| names(sub, known));
    }
    let mut known: Vec<String> = NAMES.split_whitespace().map(str::to_owned).collect();
    names(&ricejar::cli::Args::grammar(), &mut known);
    known.extend(
        typed.split([' ', '=', ':', '\'']).map(|word| word.trim_start_matches('-').to_owned()),
    );
    let is_name = |c: char| c.is_ascii_alphanumeric() || "-_./#".contains(c);
    let words = text.split(|c: char| !is_name(c)).map(|word| word.trim_matches(['-', '.', '/']));
    let words =
        words.filter(|word| word.len() > 1 && word.bytes().all(|b| b.is_ascii_alphabetic()));
    words.filter(|word| !known.iter().any(|name| name == word)).map(str::to_owned).collect()
}

/// Command lines that fail, each in its own way.
const FAILING: [&str; 62] = [
    "custmer",
    "customer add",
    "customer add x --bogus",
    "customer add x --codee 1",
    "customer add x --kind 家",
    "customer add x --kind",
    "customer add x --adults 五",
    "customer add x --adults 2.5",
    "customer add x --adults -1",
    "customer add x --adults 70000",
    "customer add x --payday 32",
    "customer add x --payday x",
    "customer add x --payday 'every 0 weeks fri from 2026-01-09'",
    "customer add x --weekdays x",
    "customer add x --birthday 2024-02-30",
    "customer add x --birthday 1850-01-01",
    "customer add x --language fr",
    "customer add x --limit x",
    "customer add x --limit 1.234",
    "customer add x --limit 99999999999999999999",
    "customer add x --phone y",
    "customer add ''",
    "customer add x --referred-by y",
    "customer edit 没有",
    "customer list a b",
    "customer away x y",
    "product add x --unit kg --price y",
    "product add x --unit kg --price 1 --child x",
    "product add x --unit kg --price 1 --months 1,2",
    "product show 没有",
    "jar set x y --every '2 weeks' --on-call",
    "jar set x y --every z",
    "jar read C001 大米 x",
    "delivery plan",
    "delivery plan C001 大米 --on today",
    "delivery done 1 --line 大米",
    "delivery done x",
    "delivery done 99",
    "delivery move 1",
    "tab charge C001 0",
    "tab charge C001 1,5",
    "tab pay C001 5 --on x",
    "follow-up done x",
    "follow-up done 99",
    "contact add C001 --text x --channel y",
    "skip remove 99",
    "today --format xml",
    "today --as-of x",
    "today --by a --by b",
    "today --lang fr",
    "today --db none/at/all --lang zh-CN",
    "today --db . --lang zh-CN",
    "today --db :memory: --lang zh-CN",
    "today --config .",
    "today -o none/at/all",
    "shop set service-level 99%",
    "shop set date-order x",
    "export nothing",
    "import none.csv --into customers",
    "restore none.ricejar",
    "undo 99",
    "backup none/at/all",
];

// D8
#[test]
fn no_command_that_fails_speaks_english_in_a_chinese_notebook() {
    let shop = chinese_notebook();
    shop.says("customer add 林阿嬷");
    shop.says("product add 大米 --unit kg --price 42 --pack 15");
    shop.says("jar set C001 大米");
    let mut english = Vec::new();
    for typed in FAILING {
        let output = shop.run(typed);
        assert!(!output.status.success(), "{typed}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(!said.is_ascii(), "{typed}: {said}");
        let words = english_words(&said, typed);
        english.extend((!words.is_empty()).then(|| format!("{typed}: {words:?} in {said}")));
    }
    assert!(english.is_empty(), "{}", english.join("\n"));
}

// D8
#[test]
fn no_help_speaks_english_in_a_chinese_notebook() {
    fn paths(command: &clap::Command, path: &str, all: &mut Vec<String>) {
        all.push(path.to_owned());
        for sub in command.get_subcommands() {
            paths(sub, &format!("{path} {}", sub.get_name()), all);
        }
    }
    let (shop, mut all) = (chinese_notebook(), Vec::new());
    paths(&ricejar::cli::Args::grammar(), "", &mut all);
    let mut english = Vec::new();
    for path in all {
        let help = shop.says(&format!("help{path}"));
        // Examples are commands.
        let said = help.split("例如：").next().unwrap();
        let words = english_words(said, &path);
        english.extend((!words.is_empty()).then(|| format!("help{path}: {words:?}")));
    }
    assert!(english.is_empty(), "{}", english.join("\n"));
}
