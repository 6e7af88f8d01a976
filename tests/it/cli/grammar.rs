//! Words that do not fit: help, mistakes, and what they cost.

use super::Shop;

#[test]
fn help_is_told() {
    let shop = Shop::new();
    insta::assert_snapshot!(shop.play(&[
        "--help",
        "customer",
        "delivery done --help",
        "--version",
    ]), @"
    $ --help
    Knows when each jar runs out, delivers just before, collects on payday

    Usage: ricejar [OPTIONS] [COMMAND]

    Commands:
      init         Make a new notebook
      shop         The shop and its rules
      customer     Households and businesses that we deliver to
      product      What we sell
      jar          What each customer has at home, and when it runs out
      delivery     Visits that bring goods
      tab          Running accounts: who owes what, since when
      follow-up    Things to do for customers
      contact      What was said and done with customers
      today        What to do today: deliver, collect, look after
      report       How good the forecasts were, and what to buy
      journal      Every change ever made
      undo         Take back what was done last, or one line of the journal
      redo         Do again what was taken back last
      export       Write every row of one kind
      import       Read rows from a CSV file: all or none
      backup       Copy the notebook, verified, even while it is in use
      restore      Put a backup in the notebook's place
      rescue       Copy what can be read of a damaged notebook into a new one
      check        See whether everything in the notebook adds up
      demo         Write a sample shop with years of history
      completions  Write the completions for a shell
      man          Write the manual page

    Options:
      -h, --help     Print help
      -V, --version  Print version

    Global options:
          --db <FILE>        The notebook's file [env: RICEJAR_DB]
          --demo             Use a small throw-away sample shop
          --headless         Never open the screens; alone, print today
          --as-of <DATE>     The day that counts as today [env: RICEJAR_TODAY]
          --lang <LANG>      The language of all that is said: en or zh-CN
          --format <FORMAT>  How lists are written; a table where nothing is said, and CSV for an export
                             [possible values: table, csv, json, jsonl]
      -o, --output <FILE>    Write to a file instead of the terminal; - is standard output
          --color <WHEN>     Colour in what is said [default: never] [possible values: auto, always,
                             never]
          --config <FILE>    The configuration file [env: RICEJAR_CONFIG]
          --theme <THEME>    The colours of the screens [possible values: dark, light, colour-blind]
          --ascii            Frames and marks of plain ASCII on the screens
          --verbose          Print what caused an error too
          --by <NAME>        Who is doing this, for the journal [env: RICEJAR_BY]

    Without a command, ricejar opens its screens. WHO is a code, #id, a part of a name, its pinyin or
    initials, or phone digits.

    Exit codes: 0 done, 1 refused by a rule, 2 a mistake in the command, 3 a file cannot be used, 4
    done, but the message could not be written, 128+n ended by signal n.
    $ customer
    ! Households and businesses that we deliver to
    !
    ! Usage: ricejar customer [OPTIONS] <COMMAND>
    !
    ! Commands:
    !   add        Write a customer down
    !   edit       Change what is known of a customer
    !   list       List customers, or those that a text finds
    !   show       Show a customer's page of the notebook
    !   leave      They stop buying
    !   return     They buy again
    !   away       They, or some of them, are away
    !   household  The household changes on a day
    !
    ! Options:
    !   -h, --help  Print help
    !
    ! Global options:
    !       --db <FILE>        The notebook's file [env: RICEJAR_DB]
    !       --demo             Use a small throw-away sample shop
    !       --headless         Never open the screens; alone, print today
    !       --as-of <DATE>     The day that counts as today [env: RICEJAR_TODAY]
    !       --lang <LANG>      The language of all that is said: en or zh-CN
    !       --format <FORMAT>  How lists are written; a table where nothing is said, and CSV for an export
    !                          [possible values: table, csv, json, jsonl]
    !   -o, --output <FILE>    Write to a file instead of the terminal; - is standard output
    !       --color <WHEN>     Colour in what is said [default: never] [possible values: auto, always,
    !                          never]
    !       --config <FILE>    The configuration file [env: RICEJAR_CONFIG]
    !       --theme <THEME>    The colours of the screens [possible values: dark, light, colour-blind]
    !       --ascii            Frames and marks of plain ASCII on the screens
    !       --verbose          Print what caused an error too
    !       --by <NAME>        Who is doing this, for the journal [env: RICEJAR_BY]
    [exit 2]
    $ delivery done --help
    It was brought

    Usage: ricejar delivery done [OPTIONS] <ID>

    Arguments:
      <ID>  The delivery's number

    Options:
          --line <PRODUCT> <QTY>  What was brought, where it differs from the plan; QTY@PRICE for
                                  another price, 2@0 for a gift; may be given again
          --left <LEVEL>          What was left in the jar before: LEVEL, or PRODUCT=LEVEL; may be given
                                  again
          --paid <MONEY>          What was paid there and then
          --old-out               The old goods were taken out first
          --cleaned               The jar was cleaned
          --old-on-top            The old goods lie on top, to be used first
          --on <DATE>             The day; today if not said
          --rest <REST>           What becomes of what was not brought [default: replan] [possible
                                  values: replan, drop]
      -h, --help                  Print help

    Global options:
          --db <FILE>        The notebook's file [env: RICEJAR_DB]
          --demo             Use a small throw-away sample shop
          --headless         Never open the screens; alone, print today
          --as-of <DATE>     The day that counts as today [env: RICEJAR_TODAY]
          --lang <LANG>      The language of all that is said: en or zh-CN
          --format <FORMAT>  How lists are written; a table where nothing is said, and CSV for an export
                             [possible values: table, csv, json, jsonl]
      -o, --output <FILE>    Write to a file instead of the terminal; - is standard output
          --color <WHEN>     Colour in what is said [default: never] [possible values: auto, always,
                             never]
          --config <FILE>    The configuration file [env: RICEJAR_CONFIG]
          --theme <THEME>    The colours of the screens [possible values: dark, light, colour-blind]
          --ascii            Frames and marks of plain ASCII on the screens
          --verbose          Print what caused an error too
          --by <NAME>        Who is doing this, for the journal [env: RICEJAR_BY]
    $ --version
    ricejar 0.1.0
    ");
}

#[test]
fn every_mistake_of_grammar_is_one_sentence() {
    let shop = Shop::new();
    insta::assert_snapshot!(shop.play(&[
        "custmer",
        "nonsense",
        "customer add",
        "customer add Wu --bogus",
        "customer add Wu --codee C1",
        "customer add Wu --kind family",
        "customer add Wu --kind",
        "customer add Wu --adults two",
        "customer add Wu --adults 2.5",
        "customer add Wu --payday 32",
        "customer add Wu --payday 'every 0 weeks fri from 2026-01-09'",
        "customer add Wu --birthday 2024-02-30",
        "customer add Wu --birthday 1850-01-01",
        "customer add Wu --weekdays someday",
        "customer list a b",
        "--by a --by b today",
        "today --format xml",
        "today --lang fr",
        "today --as-of someday",
        "jar set Wu rice --every '2 weeks' --on-call",
        "delivery done 1 --line rice",
        "export nothing",
        "completions tcsh",
        "--db a --demo today",
    ]), @r"
    $ custmer
    ! There is no command “custmer”.
    ! Did you mean customer?
    [exit 2]
    $ nonsense
    ! There is no command “nonsense”.
    ! See: ricejar --help
    [exit 2]
    $ customer add
    ! This is missing: <NAME>
    ! See: ricejar customer add --help
    [exit 2]
    $ customer add Wu --bogus
    ! There is no option --bogus here.
    ! See: ricejar customer add --help
    [exit 2]
    $ customer add Wu --codee C1
    ! There is no option --codee here.
    ! Did you mean --code?
    [exit 2]
    $ customer add Wu --kind family
    ! “family” will not do for --kind <KIND>.
    ! Choose one of: household, business
    [exit 2]
    $ customer add Wu --kind
    ! --kind <KIND> needs a value.
    ! Choose one of: household, business
    [exit 2]
    $ customer add Wu --adults two
    ! --adults: “two” is not a number.
    ! Numbers look like 15, 4.5 or 1240.
    [exit 2]
    $ customer add Wu --adults 2.5
    ! --adults: “2.5” has decimals; only whole numbers are taken here.
    [exit 2]
    $ customer add Wu --payday 32
    ! --payday: Not every month has “32”.
    ! Days go from 1 to 31, and last stands for the month's end.
    [exit 2]
    $ customer add Wu --payday 'every 0 weeks fri from 2026-01-09'
    ! --payday: “0” is not a number of days or weeks within a year.
    [exit 2]
    $ customer add Wu --birthday 2024-02-30
    ! --birthday: There is no day “2024-02-30”.
    ! Check the calendar: not every month has 31 days.
    [exit 2]
    $ customer add Wu --birthday 1850-01-01
    ! --birthday: “1850-01-01” is outside the years 1900 to 2199.
    [exit 2]
    $ customer add Wu --weekdays someday
    ! --weekdays: “someday” is not a weekday.
    ! Weekdays look like mon,wed or mon-fri.
    [exit 2]
    $ customer list a b
    ! There is no place for “b” here.
    ! See: ricejar customer list --help
    [exit 2]
    $ --by a --by b today
    ! --by <NAME> can be given only once.
    ! See: ricejar --help
    [exit 2]
    $ today --format xml
    ! “xml” will not do for --format <FORMAT>.
    ! Choose one of: table, csv, json, jsonl
    [exit 2]
    $ today --lang fr
    ! --lang: “fr” is not a language that ricejar speaks.
    ! Choose en or zh-CN.
    [exit 2]
    $ today --as-of someday
    ! --as-of: “someday” is not a day.
    ! Days look like 2026-03-27, 27 Mar, today, +3, fri or 25.
    [exit 2]
    $ jar set Wu rice --every '2 weeks' --on-call
    ! --every <SPAN> and --on-call cannot go together.
    ! See: ricejar jar set --help
    [exit 2]
    $ delivery done 1 --line rice
    ! --line <PRODUCT> <QTY> was given too few values.
    ! See: ricejar delivery done --help
    [exit 2]
    $ export nothing
    ! “nothing” will not do for <WHAT>.
    ! Choose one of: customers, products, jars, deliveries, readings, entries, lines, follow-ups, contacts, journal, all
    [exit 2]
    $ completions tcsh
    ! “tcsh” will not do for <SHELL>.
    ! Choose one of: bash, elvish, fish, powershell, zsh
    [exit 2]
    $ --db a --demo today
    ! --db <FILE> and --demo cannot go together.
    ! See: ricejar --help
    [exit 2]
    ");
}

#[test]
fn an_amount_a_day_or_a_level_that_means_nothing_is_told_with_its_argument() {
    let shop = Shop::new();
    shop.says("product add rice --unit kg --price 42 --pack 15");
    shop.says("customer add Wu");
    shop.says("delivery plan Wu rice 15 --on today");
    insta::assert_snapshot!(shop.play(&[
        "product edit rice --price 12a",
        "product edit rice --price 12.5",
        "customer add Lin --opening ５a",
        "customer edit Wu --limit 99999999999999999999",
        "tab charge Wu 0",
        "tab pay Wu 100 --on soon",
        "delivery plan Wu rice abc --on today",
        "delivery done 1 --line rice -3",
        "delivery done 1 --left rice=x",
        "jar read Wu rice x",
        "--lang zh-CN product edit rice --price 12a",
        "--lang zh-CN tab charge Wu 100 --on 2024-02-30",
    ]), @"
    $ product edit rice --price 12a
    ! --price: “12a” is not a number.
    ! Numbers look like 15, 4.5 or 1240.
    [exit 2]
    $ product edit rice --price 12.5
    ! --price: “12.5” has decimals; only whole numbers are taken here.
    [exit 2]
    $ customer add Lin --opening ５a
    ! --opening: “５a” is not a number.
    ! Numbers look like 15, 4.5 or 1240.
    [exit 2]
    $ customer edit Wu --limit 99999999999999999999
    ! --limit: “99999999999999999999” is too large.
    ! Check the number of zeros.
    [exit 2]
    $ tab charge Wu 0
    ! AMOUNT: “0” is too small.
    [exit 2]
    $ tab pay Wu 100 --on soon
    ! --on: “soon” is not a day.
    ! Days look like 2026-03-27, 27 Mar, today, +3, fri or 25.
    [exit 2]
    $ delivery plan Wu rice abc --on today
    ! PRODUCT QTY: “abc” is not a number.
    ! Numbers look like 15, 4.5 or 1240.
    [exit 2]
    $ delivery done 1 --line rice -3
    ! --line: “-3” is too small.
    [exit 2]
    $ delivery done 1 --left rice=x
    ! --left: “x” is not a number.
    ! Numbers look like 15, 4.5 or 1240.
    [exit 2]
    $ jar read Wu rice x
    ! LEVEL: “x” is not a number.
    ! Numbers look like 15, 4.5 or 1240.
    [exit 2]
    $ --lang zh-CN product edit rice --price 12a
    ! --price：“12a”不是数字。
    ! 数字要写成 15、4.5 或 1240 这样。
    [exit 2]
    $ --lang zh-CN tab charge Wu 100 --on 2024-02-30
    ! --on：没有“2024-02-30”这一天。
    ! 请查一下日历：不是每个月都有 31 天。
    [exit 2]
    ");
    let environment = shop.on("2024-02-30").run("today");
    let said = String::from_utf8(environment.stderr).unwrap();
    assert!(said.starts_with("RICEJAR_TODAY: There is no day “2024-02-30”."), "{said}");
}
